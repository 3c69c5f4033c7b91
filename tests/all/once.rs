//! What comes once has one day, in whatever words two articles tell it.

use claimdiff::reconcile::group::{GroupKind, Status};

use crate::alignment::article;
use crate::library::groups;

/// The statuses of the dates on which two articles of one day differ.
fn told(one: &str, other: &str) -> Vec<Status> {
    let dates = groups(&[article(14, "a", one), article(14, "b", other)]).into_iter().filter(|g| g.kind == GroupKind::Date);
    let differ = |s: &Status| matches!(s, Status::Conflict | Status::Changed | Status::Unresolved);
    dates.filter(|g| g.sources.len() > 1).map(|g| g.status).filter(differ).collect()
}

#[test]
fn a_trial_an_opening_and_a_vote_have_one_day_to_come() {
    let pairs = [
        (
            "The skipper Jonas Herrig will go on trial on 4 June. His lawyer, Petra Vos, said he was not to blame.",
            "Petra Vos defends the skipper Jonas Herrig. The judge set 18 June as the opening day of the trial.",
        ),
        (
            "The trial of the skipper is set to begin on June 4 and expected to last five weeks.",
            "Judge Olof Bask told him he would stand trial on June 18.",
        ),
        (
            "Passengers will be able to ride the tram from Kelden to Torrup from August, the operator said.",
            "Services on the line from Kelden to Torrup start in October, the operator announced.",
        ),
        (
            "The museum of glass in Kelden opens its doors to visitors in September, its director said.",
            "The museum of glass will welcome its first guests in November, its director said.",
        ),
        (
            "The people of Kelden will vote on 1 July on whether to build a tram.",
            "A referendum on the tram in Kelden will take place on 8 July, the mayor said.",
        ),
    ];
    for (one, other) in pairs {
        assert_eq!(told(one, other), [Status::Conflict], "{other}");
    }
    let apart = [
        (
            "The bridge to Fossey will open to cars in July. Tests begin in June.",
            "Cyclists will be able to use the new bridge to Fossey from June. Cars must wait.",
        ),
        ("The trial of Lars Oding opens on 14 June.", "Britta Oding will stand trial on 5 June."),
        ("A night train to Kelden will run from 12 June.", "A night train to Kelden is planned. Ticket sales start on 2 June."),
    ];
    for (one, other) in apart {
        assert!(told(one, other).is_empty(), "{other}");
    }
}

#[test]
fn a_person_is_born_once_and_a_firm_founded_once() {
    let pairs = [
        (
            "Born in Orvik on 9 June 1934, the daughter of a smith, Ilse Brandau studied in Kelden.",
            "Ilse Brandau came into the world on 9 July 1934 in Orvik.",
        ),
        ("Matteo Rossani, born in 1947 in Lucera, came to Verano in 1988.", "Matteo Rossani was born in Lucera in 1945."),
        ("Founded in 1952 by two brothers, Ostra sells vases.", "Ostra is a maker of vases. The company was set up in 1925."),
    ];
    for (one, other) in pairs {
        assert_eq!(told(one, other), [Status::Conflict], "{other}");
    }
    let passed = "The Coast Act, adopted in 1992, forbids houses near the sea.";
    assert_eq!(told(passed, "Houses near the sea are forbidden by the Coast Act, in force since 1989."), [Status::Conflict]);
    assert_eq!(told("Lee Falk became mayor in 2012.", "Lee Falk, 61, has led the town since 2014."), [Status::Conflict]);
    let (took, led) = ("Lee Falk took over as mayor in 2012.", "Lee Falk, a Social Democrat who has led the town since 2014, is 61.");
    assert_eq!(told(took, led), [Status::Conflict]);
    let apart = [
        ("Ingrid Falk, 61, has been mayor since 2014.", "Ingrid Falk became deputy mayor in 2006."),
        (
            "Ingrid Falk, 61, has been mayor since 2014.",
            "Ingrid Falk was elected in 2013 and re-elected in 2022. Hans Roth became mayor in 2006.",
        ),
        ("Tove Lindqvist became chief executive in 2019.", "Tove Lindqvist became chairwoman in 2021."),
    ];
    for (one, other) in apart {
        assert!(told(one, other).is_empty(), "{other}");
    }
    let sister = "Rosa Montes was born in Lucera on 8 August 1952. Clara is the elder of the two.";
    assert!(told("Clara Montes was born on 3 May 1950 in Lucera.", sister).is_empty());
}

#[test]
fn the_hour_of_what_happened_on_a_day() {
    let pairs = [
        (
            "An earthquake shook Orvik on Thursday. It struck at 4:12 a.m. under the town of Lessau.",
            "An earthquake woke the people of Orvik on Thursday. It was 4:52 a.m. when the ground began to move.",
        ),
        (
            "Unions in Orvik have called a march for Saturday. It will set off from Market Square at 2 p.m. and end at the harbour.",
            "A march is planned in Orvik on Saturday. The march starts at 11 a.m. on Market Square.",
        ),
        (
            "Two people were hurt in an explosion at a mill in Lessau on Wednesday. The blast occurred shortly before 6 a.m.",
            "An explosion tore through a mill in Lessau on Wednesday. It happened at 9:30 a.m., the police said.",
        ),
    ];
    for (one, other) in pairs {
        assert_eq!(told(one, other), [Status::Conflict], "{other}");
    }
    let aftershock = "An earthquake woke the people of Orvik on Thursday. An aftershock was felt at 6:40 a.m.";
    assert!(told(pairs[0].0, aftershock).is_empty());
}

#[test]
fn what_a_report_is_about_has_one_day() {
    let raid = "Masked raiders smashed the windows of the jeweller Ahlgren in Kelden on Tuesday and escaped with watches worth 2 million.\n\n\
        A stolen Volvo was found in Torrup.";
    let other = "For the owners of Ahlgren, a jeweller in Kelden, Wednesday began with the sound of hammers. Masked men broke the glass and ran \
        off with watches worth 2 million.";
    assert_eq!(told(raid, other), [Status::Unresolved]);
    let silent = [
        &other.replace("Wednesday", "Tuesday"),
        "Police in Kelden arrested two men on Wednesday over the raid on the jeweller Ahlgren, in which watches worth 2 million were stolen.",
        "Masked men robbed the jeweller Ahlgren in Kelden of watches worth 2 million, and the owner told of it on Wednesday.",
        "Watches worth 2 million are gone from the jeweller Ahlgren in Kelden. Shops in Kelden had a minute of silence on Wednesday.",
    ];
    for text in silent {
        assert!(told(raid, text).is_empty(), "{text}");
    }
}

#[test]
fn what_a_text_says_was_moved_has_changed() {
    let old = "The tram from Kelden to Torrup will open on 14 June, the operator said.";
    let moved = [
        "The opening of the tram from Kelden to Torrup, planned for 14 June, has been postponed to 20 September, the operator said.",
        "The opening of the tram from Kelden to Torrup has been put back to 20 September from 14 June.",
        "The tram from Kelden to Torrup, originally due to open on 14 June, was delayed until 20 September.",
    ];
    for new in moved {
        assert_eq!(told(old, new), [Status::Changed], "{new}");
        assert_eq!(told(new, old), [Status::Changed], "{new}");
    }
    let silent = [
        // no day in place of another
        "The paintings will be put on show in Kelden from 14 June to 20 September.",
        "The tram from Kelden to Torrup will run from 14 June to 20 September.",
        // another thing was moved
        "The race in Orvik, planned for 3 July, has been postponed to 20 September.",
    ];
    for other in silent {
        assert!(told(old, other).is_empty(), "{other}");
    }
}
