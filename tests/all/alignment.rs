//! Which figures of two articles are taken for one, and what is said of them.

use claimdiff::claim::Line;
use claimdiff::reconcile::figures::pairs::Figures;
use claimdiff::reconcile::group::{Group, GroupKind, Reason, Status};
use claimdiff::reconcile::story::Story;

use crate::library::{File, groups, lines};

/// An article of a day of May 2026.
pub fn article(day: u32, name: &str, text: &str) -> File {
    File::new(&format!("{name}.md"), format!("---\ntitle: Report {name}\ndate: 2026-05-{day:02}\n---\n\n{text}\n"))
}

/// The statuses of the groups of figures that hold all these values.
fn statuses(files: &[File], displays: &[&str]) -> Vec<Status> {
    let has = |g: &Group, wanted: &str| g.values.iter().any(|v| v.display == wanted);
    let figures = groups(files).into_iter().filter(|g| g.kind == GroupKind::Figure);
    figures.filter(|g| displays.iter().all(|d| has(g, d))).map(|g| g.status).collect()
}

/// The statuses of the groups of dates that several articles have.
fn dates(files: &[File]) -> Vec<Status> {
    groups(files).into_iter().filter(|g| g.kind == GroupKind::Date && g.sources.len() > 1).map(|g| g.status).collect()
}

#[test]
fn a_headline_is_the_short_form_of_an_opening() {
    let headline = File::new("a.txt", "Tram maker bought for $27M");
    let opening = File::new("b.txt", "A rail group has a new owner, officials said.\n\nThe buyer will pay about $27.4 million next month.");
    assert_eq!(statuses(&[headline, opening], &["$27M", "about $27.4 million"]), [Status::Compatible]);
}

#[test]
fn an_earlier_estimate_is_withdrawn() {
    let text = "The flood destroyed 50 houses, the county said. That replaces an earlier estimate of 250 houses destroyed by the flood.";
    assert_eq!(statuses(&[article(14, "a", text)], &["50 houses", "250 houses"]), [Status::Changed]);
}

#[test]
fn people_missing_are_found() {
    let files = [
        article(14, "a", "Fourteen people are still missing in Foča, the mayor said."),
        article(16, "b", "Three people are still missing in Foča, the mayor said."),
    ];
    assert_eq!(statuses(&files, &["Fourteen people", "Three people"]), [Status::Changed]);
}

#[test]
fn an_age_is_one_at_every_place() {
    let files = [
        article(14, "a", "Marta Quellin won the cup. Quellin, 44, received a cheque at the Kursaal."),
        article(14, "b", "Marta Quellin won the cup. Quellin, 47, thanked the crew in Ostend."),
    ];
    assert_eq!(statuses(&files, &["44", "47"]), [Status::Conflict]);
}

#[test]
fn who_tells_a_figure_does_not_tell_it_apart() {
    let pair = |one: &str, other: &str| [article(14, "a", one), article(14, "b", other)];
    let aged = pair(
        "The skipper, Marta Quellin, 52, is in custody, Ostberg said.",
        "Marta Quellin, 48, who has sailed since childhood, swam ashore.",
    );
    assert_eq!(statuses(&aged, &["52", "48"]), [Status::Conflict]);
    let aboard = pair(
        "The ferry Norna left Brask with 112 passengers and five crew members, harbour master Ines Ostberg told reporters.",
        "It was carrying 87 passengers, Lindqvist said, as well as the crew of five.",
    );
    assert_eq!(statuses(&aboard, &["112 passengers", "87 passengers"]), [Status::Conflict]);
    let two = pair("Marta Quellin, 52, is in custody, Ostberg said.", "Ines Ostberg, 48, said that nobody was hurt.");
    assert_eq!(statuses(&two, &["52", "48"]), []);
}

#[test]
fn some_of_the_dead_are_not_all_of_them() {
    let whole = article(14, "a", "The toll of the fire in Brask stood at 27 dead, the governor said.");
    let part = article(14, "b", "A fire in Brask killed many people. Nine of the dead were children, she said.");
    assert_eq!(statuses(&[whole, part], &["27 dead", "Nine of the dead"]), []);
    let parts = ["Nine of the dead in Brask were children.", "Seven of the dead in Brask were children."];
    let files = [article(14, "a", parts[0]), article(14, "b", parts[1])];
    assert_eq!(statuses(&files, &["Nine of the dead", "Seven of the dead"]), [Status::Conflict]);
}

#[test]
fn a_day_that_two_tell_is_contradicted_by_a_third() {
    let files = [
        article(14, "a", "Built in March 2020 by a yard in Brask, the ferry Norna has cost 90 million euros."),
        article(14, "b", "The story of the Norna began in March 2020, in a yard in Brask."),
        article(14, "c", "The ferry Norna was built by a yard in Brask in March 2021 and has carried two million people."),
    ];
    assert_eq!(dates(&files), [Status::Conflict]);
    let evenings = [
        article(12, "a", "A march for Ana Lind in Brask turned into a riot tonight. The march began around 8:30pm tonight, police said."),
        article(14, "b", "The trouble in Brask on Wednesday night began when a march for Ana Lind set off at around 8:30 p.m."),
        article(14, "c", "On Wednesday night a march for Ana Lind in Brask ended in trouble."),
    ];
    assert!(!dates(&evenings).contains(&Status::Conflict));
}

#[test]
fn a_contradiction_does_not_go_away_with_one_more_who_agrees() {
    let bare = article(14, "a", "Two sisters, 74 and 52 years old, lay dead in a flat on Canal Street on Tuesday.");
    let named = article(
        14,
        "b",
        "The sisters who lay dead in a flat on Canal Street on Tuesday are 71-year-old Kate Orr, the owner, and 52-year-old Ruth Lind.",
    );
    let third = article(14, "c", "Kate Orr, 71, ran a bakery in Mostar. Ruth Lind, 52, taught music.");
    assert_eq!(statuses(&[bare.clone(), named.clone()], &["74", "71-year-old"]), [Status::Conflict]);
    assert_eq!(statuses(&[bare, named, third], &["74", "71-year-old"]), [Status::Conflict]);
}

#[test]
fn hours_of_one_day_that_are_spoken() {
    let told = |a: &str, b: &str| {
        let text = |when: &str| format!("The dam of Brask broke {when} on Tuesday.");
        dates(&[article(14, "a", &text(a)), article(14, "b", &text(b))])
    };
    assert_eq!(told("shortly after 2 a.m.", "soon after four o'clock"), [Status::Conflict]);
    assert_eq!(told("at 12:20 p.m.", "at twenty past twelve"), [Status::Agree]);
}

#[test]
fn an_hour_has_the_day_that_was_told_before() {
    let told = |a: &str, b: &str| dates(&[article(14, "a", a), article(14, "b", b)]);
    let bridge = "The bridge of Brask collapsed on Tuesday. It gave way at around 8:15 a.m., when traffic was heavy.";
    assert_eq!(told(bridge, "The bridge of Brask fell into the river soon after ten o'clock on Tuesday morning."), [Status::Conflict]);
    let blast = "An explosion tore through a bakery in Brask on Tuesday. The blast occurred at 6:15 a.m., police said.";
    assert_eq!(told(blast, "The explosion in Brask happened just after half past seven on Tuesday morning."), [Status::Conflict]);
    for other in [
        "Rescuers reached the bridge of Brask soon after ten o'clock on Tuesday morning.",
        "A second bridge of Brask gave way soon after ten o'clock on Tuesday morning.",
    ] {
        assert!(!told(bridge, other).contains(&Status::Conflict), "{other}");
    }
}

#[test]
fn one_act_in_other_words_has_one_day() {
    let told = |a: &str, b: &str| dates(&[article(12, "a", a), article(12, "b", b)]);
    let pairs = [
        ("The driving test will be held again on June 9, the ministry said.", "Learners must retake the driving test on 16 June."),
        ("Nurses in Brask will walk out on 20 May.", "Nurses in Brask will go on strike on 22 May."),
        ("The funeral of Ada Nilsen will take place on Saturday.", "Ada Nilsen will be buried on Sunday."),
        ("A memorial service will be held in Brask on June 3.", "A memorial mass is to be said in Brask on 5 June."),
        ("The contract for the bridge was signed on Monday.", "The deal for the bridge, inked on 8 May, is worth 30 million euros."),
    ];
    for (one, other) in pairs {
        assert_eq!(told(one, other), [Status::Conflict], "{other}");
    }
    let again = "Readers can use the library in Brask again from the beginning of June.";
    assert_eq!(told("The library in Brask reopens on June 1, the council said.", again), [Status::Compatible]);
    let apart = [
        ("The first leg of the final will be played on June 9.", "The second leg of the final will be played on 16 June."),
        ("The driving test will be held on June 9.", "The flying test will be held on 16 June."),
        ("The exhibition in Brask opens on June 1.", "The exhibition in Brask closes on 9 June."),
        ("The contract for the bridge was signed on Monday.", "The contract for the bridge was announced on 8 May."),
    ];
    for (one, other) in apart {
        assert!(!told(one, other).contains(&Status::Conflict), "{other}");
    }
}

#[test]
fn day_and_month_in_digits_are_read_as_the_text_reads_others() {
    let named = "The talks in Brask will be held on February 3.";
    let file = |name: &str, text: &str| File::new(&format!("{name}.md"), format!("---\ntitle: Talks\ndate: 2026-01-23\n---\n\n{text}\n"));
    let told = |other: &str| dates(&[file("a", named), file("b", other)]);
    assert_eq!(told("The talks in Brask will be held on 02/03/2026."), [Status::Unresolved]);
    assert_eq!(told("The hall was shut on January 12, 2026. The talks in Brask will be held on 02/03/2026."), [Status::Agree]);
    assert_eq!(told("The hall was shut on 12 January 2026. The talks in Brask will be held on 02/03/2026."), [Status::Conflict]);
}

#[test]
fn the_dead_do_not_become_fewer() {
    let files = [
        article(14, "a", "The flood in Foča killed 14 people, the mayor said."),
        article(16, "b", "The flood in Foča killed 11 people, the mayor said."),
    ];
    assert_eq!(statuses(&files, &["14 people", "11 people"]), [Status::Conflict]);
}

#[test]
fn the_rest_beside_a_part_contradicts_nothing() {
    let files = [
        article(14, "a", "Police in Foča questioned three other women about the theft at the museum."),
        article(14, "b", "Police in Foča questioned four women about the theft at the museum."),
    ];
    assert!(statuses(&files, &["three other women", "four women"]).is_empty());
}

#[test]
fn two_places_have_two_numbers_of_inhabitants() {
    let files = [
        article(14, "a", "The quake was felt in Foča, a town of 12,000 people on the Drina."),
        article(14, "b", "The quake was felt in Goražde, a town of 20,000 people on the Drina."),
    ];
    assert!(statuses(&files, &["12,000 people", "20,000 people"]).is_empty());
    let files = [
        article(14, "a", "The quake was felt in Foča, a town of 12,000 people on the Drina."),
        article(14, "b", "The quake was felt in Foča, a town of 20,000 people on the Drina."),
    ];
    assert_eq!(statuses(&files, &["12,000 people", "20,000 people"]), [Status::Conflict]);
}

#[test]
fn comparisons_grow_with_the_claims() {
    let compared = |articles: u32| {
        let text = |i: u32| {
            format!("The flood killed {} people in Foča and {} homes were lost. The mayor asked for {i} buses.", 3 + i % 7, 40 + i)
        };
        let mut all: Vec<Line> = (0..articles).flat_map(|i| lines(&article(1 + i % 28, &format!("a{i}"), &text(i)))).collect();
        all.sort_by(|a, b| a.source.id.cmp(&b.source.id));
        Figures::new(&Story::new(&all)).pairs().count()
    };
    assert!(compared(400) < 5 * compared(100), "{} {}", compared(400), compared(100));
}

#[test]
fn a_conversion_is_no_figure_of_its_own() {
    let files = [
        article(14, "a", "The army took 90 square kilometers (35 square miles) of land in May, the institute said."),
        article(14, "b", "The army took 130 square kilometers of land in May, the institute said."),
    ];
    assert_eq!(statuses(&files, &["90 square kilometers", "130 square kilometers"]), [Status::Conflict]);
    assert!(statuses(&files, &["35 square miles"]).is_empty());
    let reasons = |text: &str| groups(&[article(14, "a", text)]).into_iter().find(|g| g.kind == GroupKind::Figure).unwrap().reasons;
    assert!(reasons("The plot has 45 acres (18 hectares).").contains(&Reason::ConversionOk));
    assert!(reasons("The plot has 45 acres (81 hectares).").contains(&Reason::ConversionSuspect));
}

#[test]
fn what_befell_people_is_counted_not_who_they_are() {
    let files = [
        article(14, "a", "The rockfall near Foča killed 18 workers, the mayor said."),
        article(14, "b", "The rockfall near Foča left 21 workers injured, the mayor said."),
    ];
    assert!(statuses(&files, &["18 workers", "21 workers"]).is_empty());
}

#[test]
fn room_for_many_is_not_many_aboard() {
    let files = [
        article(14, "a", "The ferry to Foča was carrying 214 passengers, the owner said."),
        article(14, "b", "The ferry to Foča takes 400 passengers, the owner said."),
    ];
    assert!(statuses(&files, &["214 passengers", "400 passengers"]).is_empty());
}

/// The statuses of all groups of roles.
fn roles(one: &str, other: &str) -> Vec<Status> {
    let files = [article(14, "a", one), article(14, "b", other)];
    groups(&files).into_iter().filter(|g| g.kind == GroupKind::Role && g.origins > 1).map(|g| g.status).collect()
}

#[test]
fn one_manager_has_one_charge() {
    let ropes = "Nadia Brennholm, general manager of the rope division, met the unions.";
    assert_eq!(roles(ropes, "Nadia Brennholm, general manager for harbour cranes, met the unions."), [Status::Conflict]);
    assert_eq!(roles(ropes, "Nadia Brennholm, general manager of the firm's rope business, met the unions."), [Status::Agree]);
}

#[test]
fn an_office_is_called_by_a_word_of_the_texts() {
    let label = |one: &str, other: &str| {
        let files = [article(14, "a", one), article(14, "b", other)];
        groups(&files).into_iter().find(|g| g.kind == GroupKind::Role && g.sources.len() > 1).map(|g| g.label)
    };
    let rep = "Rep. Ann Lee spoke in Foča at noon.";
    assert_eq!(label(rep, "Rep. Ann Lee left Foča.").as_deref(), Some("Ann Lee: representative"));
    assert_eq!(label(rep, "Congresswoman Ann Lee left Foča.").as_deref(), Some("Ann Lee: congresswoman"));
}

#[test]
fn a_trade_is_left_or_kept() {
    let kept = "Nadia Brennholm, a thatcher, mended the roof of the church.";
    assert_eq!(roles(kept, "The roof was mended by Nadia Brennholm, a former thatcher."), [Status::Conflict]);
    assert_eq!(roles("Sen. Nadia Brennholm wrote it.", "It was written by Senator Nadia Brennholm."), [Status::Agree]);
    let (plain, dotted) =
        ("Nadia Brennholm, the former FBI director, left.", "It was left to Nadia Brennholm, the former F.B.I. director.");
    assert_eq!(roles(plain, dotted), [Status::Agree]);
    assert_eq!(roles("Nadia Brennholm, a lawyer, wrote it.", "It was written by Nadia Brennholm, a former lawyer."), [Status::Compatible]);
}

#[test]
fn what_took_hours_does_not_grow() {
    let file = |name: &str, hours: &str| {
        File::new(
            &format!("{name}.txt"),
            format!("Talks in Foča end\n\nThe talks in Foča between the mayor, Amra Delić, and the guards lasted {hours} hours."),
        )
    };
    assert_eq!(statuses(&[file("a", "five"), file("b", "seven")], &["five hours", "seven hours"]), [Status::Conflict]);
}

/// The statuses of the groups of a kind that hold claims of both articles.
fn shared_statuses(kind: GroupKind, one: &str, other: &str) -> Vec<Status> {
    let all = groups(&[article(14, "a", one), article(15, "b", other)]).into_iter();
    all.filter(|g| g.kind == kind && g.sources.len() == 2).map(|g| g.status).collect()
}

#[test]
fn a_reprint_that_changes_a_value_is_no_other_fact() {
    let conflict = |kind, one: &str, other: &str| {
        assert!(shared_statuses(kind, one, other).contains(&Status::Conflict), "{other}");
    };
    let text = "The council set aside 90 million euros for the dams on the upper Drina on May 6, its treasurer Lana Petrić told a hall of \
                farmers in Mostar. The 90 million euros must last ten years.";
    conflict(GroupKind::Figure, text, &text.replacen("90", "70", 1));
    conflict(GroupKind::Date, text, &text.replacen("May 6", "May 9", 1));
    conflict(GroupKind::Role, text, &text.replacen("its treasurer", "its former treasurer", 1));
    conflict(GroupKind::Place, text, &text.replacen("in Mostar", "in Sarajevo", 1));
    assert!(!shared_statuses(GroupKind::Figure, text, text).contains(&Status::Conflict));
}

#[test]
fn the_only_measure_of_two_articles_is_one() {
    let files = [
        article(14, "a", "The gale came with gusts of 120 km/h, the weather office in Foča said."),
        article(14, "b", "The wind in Foča rose to 143 km/h within minutes."),
    ];
    assert_eq!(statuses(&files, &["120 km/h", "143 km/h"]), [Status::Conflict]);
    let another = [
        article(14, "a", "The gale came with gusts of 120 km/h, the weather office in Foča said."),
        article(14, "b", "The wind in Foča rose to 143 km/h within minutes. A lorry drove into it at 90 km/h."),
    ];
    assert!(statuses(&another, &["120 km/h", "90 km/h"]).is_empty());
}

#[test]
fn a_plan_has_points_and_so_has_a_player() {
    let plan = |points: &str| format!("The envoys met in Foča over a draft of {points} points for the dam.");
    let files = [article(14, "a", &plan("28")), article(14, "b", &format!("In Foča the guard read it. {}", plan("19")))];
    assert_eq!(statuses(&files, &["28 points", "19 points"]), [Status::Conflict]);
}

#[test]
fn a_day_that_was_only_assumed_contradicts_nothing() {
    let file = |name: &str, day: &str| {
        File::new(&format!("{name}.txt"), format!("Vote in Foča\n\nThe council of Foča voted on {day} on the dam."))
    };
    let files = [file("a", "Monday"), file("b", "Friday")];
    let statuses = |date: Option<jiff::civil::Date>| -> Vec<Status> {
        let lines = files.iter().flat_map(|f| claimdiff::article::read(f.bytes.clone(), &f.name, &f.name)).flatten().map(|a| {
            let e = claimdiff::extract::extract(&a, date);
            Line { source: e.source, claims: e.claims, ..Line::default() }
        });
        let all = claimdiff::reconcile::reconcile(lines.collect(), &[GroupKind::Date]).groups;
        all.into_iter().filter(|g| g.sources.len() > 1).map(|g| g.status).collect()
    };
    assert_eq!(statuses(Some(jiff::civil::date(2026, 5, 20))), [Status::Unresolved]);
}

#[test]
fn a_contract_has_one_worth_whatever_it_is_called() {
    let files = [
        article(14, "a", "The club signed striker Ann Lee to a five-year, 80 million euro contract last summer."),
        article(14, "b", "More had been hoped of a club that had signed striker Ann Lee last summer to a deal worth 85 million euros."),
    ];
    assert_eq!(statuses(&files, &["80 million euro", "85 million euros"]), [Status::Conflict]);
    let files = [
        article(14, "a", "The club signed striker Ann Lee to a five-year, 80 million euro contract last summer."),
        article(14, "b", "The club of striker Ann Lee owed 85 million euros last summer, its books say."),
    ];
    assert!(statuses(&files, &["80 million euro", "85 million euros"]).is_empty());
}

/// The statuses of the groups of dates that hold all these values.
fn dated(files: &[File], displays: &[&str]) -> Vec<Status> {
    let has = |g: &Group, wanted: &str| g.values.iter().any(|v| v.display == wanted);
    let dates = groups(files).into_iter().filter(|g| g.kind == GroupKind::Date);
    dates.filter(|g| displays.iter().all(|d| has(g, d))).map(|g| g.status).collect()
}

#[test]
fn dates_that_no_article_fixes_say_what_they_say() {
    let undated =
        |name: &str, day: &str| File::new(name, format!("Ferry sinks\n\nThe ferry Vesna sank off Zadar {day}, the coast guard said."));
    let of = |a: &str, b: &str| dated(&[undated("a.txt", a), undated("b.txt", b)], &[]);
    assert_eq!(of("on Friday", "on Friday"), [Status::Agree]);
    assert_eq!(of("on Friday", "on Friday night"), [Status::Compatible]);
    assert_eq!(of("on Friday", "on Saturday"), [Status::Unresolved]);
    assert_eq!(of("on Friday", "yesterday"), [Status::Unresolved]);
    let dated_one = article(14, "c", "The ferry Vesna sank off Zadar on Monday, the coast guard said.");
    assert_eq!(dated(&[dated_one, undated("a.txt", "on Monday")], &["Monday"]), [Status::Agree]);
}

#[test]
fn a_law_that_is_struck_down_is_not_attacked() {
    let concept = |text: &str| {
        let claims = lines(&article(14, "a", text)).into_iter().flat_map(|line| line.claims);
        claims.filter(|c| c.date.is_some()).find_map(|c| c.key?.concept)
    };
    assert_ne!(concept("The court struck down the ban on Monday.").as_deref(), Some("attack"));
    assert_ne!(concept("The ban was struck down by the county court on Monday.").as_deref(), Some("attack"));
    assert_eq!(concept("Two men were struck down by gunmen on Monday.").as_deref(), Some("attack"));
}

#[test]
fn parts_of_a_day_that_nothing_fixes_are_a_question() {
    let told = |when: &str, name: &str| {
        File::new(name, format!("A fire destroyed the old ferry hall on the harbour of Corvel {when}, the town clerk said."))
    };
    assert_eq!(dates(&[told("yesterday afternoon", "a.txt"), told("last night", "b.txt")]), [Status::Unresolved]);
    assert_eq!(dates(&[told("Monday afternoon", "a.txt"), told("Monday night", "b.txt")]), [Status::Conflict]);
}

#[test]
fn a_place_has_one_distance_from_another() {
    let files = [
        article(14, "a", "The quake struck 12 kilometers north of Mostar and 40 kilometers west of Foča, the institute said."),
        article(14, "b", "Centered about 19 kilometers north of Mostar, the quake woke many people in the valley."),
    ];
    assert_eq!(statuses(&files, &["12 kilometers", "about 19 kilometers"]), [Status::Conflict]);
}

#[test]
fn a_value_that_was_given_up_stands_in_earlier_reports() {
    let files = [
        article(14, "a", "A 4.4-magnitude quake shook the hills near Mostar on Sunday."),
        article(14, "b", "The 4.2-magnitude quake shook the hills near Mostar. The institute originally had rated the quake as 4.4."),
    ];
    assert_eq!(statuses(&files, &["4.4-magnitude", "4.2-magnitude"]), [Status::Changed]);
}

#[test]
fn what_stands_in_a_long_list_contradicts_nothing() {
    let files = [
        article(
            14,
            "a",
            "The small one has 64 GB of storage, 4 GB of memory, 2 ports, a 1.7 GHz chip, 11 inches and 5 hours of battery life.",
        ),
        article(14, "b", "The new notebook runs for 7 hours of battery life, the maker says."),
    ];
    assert!(statuses(&files, &["5 hours", "7 hours"]).is_empty());
}

#[test]
fn one_day_and_one_word_of_their_own_make_two_places_one_event() {
    let where_is = |files: &[File]| -> Vec<Status> {
        groups(files).into_iter().filter(|g| g.kind == GroupKind::Place && g.values.len() > 1).map(|g| g.status).collect()
    };
    let a = article(14, "a", "Sixteen boats finished. Next week the inquiry begins in Izmir.");
    let b = article(14, "b", "The inquiry will open in Ankara next week. Nobody was hurt.");
    assert_eq!(where_is(&[a.clone(), b]), [Status::Conflict]);
    let undated = article(14, "b", "The inquiry will open in Ankara. Nobody was hurt.");
    assert!(where_is(&[a, undated]).is_empty());
}

#[test]
fn a_birthday_lies_between_two_reports() {
    let file = |name: &str, day: &str, age: u32| {
        let text =
            format!("Trial in Foča\n\nPublished: {day}\n\nThe carpenter Marko Ilic, {age}, pleaded not guilty in Foča, his lawyer said.");
        File::new(&format!("{name}.txt"), text)
    };
    let statuses = |day, age: u32| statuses(&[file("a", "January 3, 2025", 26), file("b", day, age)], &["26", &age.to_string()]);
    assert_eq!(statuses("September 26, 2025", 27), [Status::Changed]);
    assert_eq!(statuses("January 5, 2025", 27), [Status::Conflict], "an error is likelier than a birthday");
    assert!(statuses("September 26, 2025", 29).is_empty(), "nobody grows three years older in one");
}

#[test]
fn one_minute_is_one_event_and_two_hours_are_none() {
    let of = |a: &str, b: &str| dates(&[article(14, "a", a), article(14, "b", b)]);
    let quake = "The quake shook the hills at 2:09 a.m. and woke the valley.";
    assert_eq!(of(quake, "A tremor rattled windows along the coast at 2:09 a.m. local time."), [Status::Agree]);
    assert_eq!(of(quake, "A tremor rattled windows along the coast at 2:12 a.m."), []);
    assert_eq!(
        of("The officers stopped Ilic at 1:30 a.m. Thursday.", "The officers stopped Ilic at 1 a.m. Thursday."),
        [Status::Compatible]
    );
    assert_eq!(
        of("The officers stopped Ilic at 1:30 a.m. Thursday.", "The officers stopped Ilic at 4:45 a.m. Thursday."),
        [Status::Conflict]
    );
}

#[test]
fn a_year_of_one_event_told_in_the_same_words() {
    let files = [
        article(14, "a", "The council kept its chair. Ana Ilic has led the Harbour Board since 2012."),
        article(14, "b", "Ilic won again on Monday. Ana Ilic has led the Harbour Board since 2013, and its critics are many."),
    ];
    assert_eq!(dates(&files), [Status::Conflict]);
}

#[test]
fn identical_words_are_one_utterance_whoever_is_named() {
    let quote = "We saw the smoke before we heard the bells";
    let files = [
        article(14, "a", &format!("\"{quote}, and then we ran to the harbour,\" said Ana Ilic, a baker.")),
        article(14, "b", &format!("A woman told the inquiry: \"{quote}.\"")),
    ];
    let sources: Vec<usize> = groups(&files).into_iter().filter(|g| g.kind == GroupKind::Quote).map(|g| g.sources.len()).collect();
    assert_eq!(sources, [2]);
}

#[test]
fn who_stands_for_an_age_is_one_who_has_it() {
    let whose = |text: &str| -> Vec<String> {
        let groups = groups(&[article(14, "a", text), article(14, "b", text)]);
        groups
            .into_iter()
            .filter(|g| g.kind == GroupKind::Figure)
            .map(|g| g.label)
            .filter(|l| l.starts_with("age (Nora") || l.starts_with("age (Marko"))
            .collect()
    };
    let told = "Marko Ilic, 15, died in Lund. ";
    assert_eq!(whose(&format!("{told}Premier Nora Vance spoke on Monday. The 15-year-old was shot in the chest.")), ["age (Marko Ilic)"]);
    for nobody in [
        "Dr. Nora Vance treated him at the clinic. The 81-year-old was resting.",
        "Premier Nora Vance left on Monday. The 15-year-old was shot in the chest.",
        "Nora Vance, 34, was hurt. Nora Vance left. The 52-year-old is resting.",
    ] {
        assert!(!whose(nobody).iter().any(|l| l == "age (Nora Vance)" && !nobody.contains("34")), "{nobody}");
    }
    assert_eq!(whose("Nora Vance was hurt on Monday. The 32-year-old is resting."), ["age (Nora Vance)"]);
}

#[test]
fn a_contract_for_a_year_is_not_what_took_a_year() {
    let files = [
        article(14, "a", "The club gave coach Marko Ilic a one-year contract extension in September, its third."),
        article(14, "b", "The club gave coach Marko Ilic two contract extensions in seven months, its third coach."),
    ];
    assert!(statuses(&files, &["one-year", "seven months"]).is_empty());
}

#[test]
fn a_person_is_from_one_town() {
    let homes = |a: &str, b: &str| -> Vec<Status> {
        let groups = groups(&[article(14, "a", a), article(14, "b", b)]);
        groups.into_iter().filter(|g| g.label == "where: Marko Ilic is from").map(|g| g.status).collect()
    };
    let convicted = "A jury convicted Marko Ilic, 31, of Foča, Bosnia, on Monday.";
    assert_eq!(homes(convicted, "The carpenter Marko Ilic, who lives in Goražde, Bosnia, was found guilty."), [Status::Conflict]);
    assert_eq!(homes(convicted, "The carpenter Marko Ilic, a 31-year-old from Bosnia, was found guilty."), [Status::Compatible]);
    assert_eq!(homes(convicted, "The carpenter Marko Ilic of Foča was found guilty."), [Status::Agree]);
    assert_eq!(homes(convicted, "The carpenter Marko Ilic, who was tried in Goražde, was found guilty."), []);
    let told = |home: &str| format!("A {home} man was found guilty of theft on Monday. The jury convicted 31-year-old Marko Ilic.");
    assert_eq!(homes(convicted, &told("Foča")), [Status::Agree]);
    assert_eq!(homes(convicted, &told("Goražde")), [Status::Unresolved]);
    assert_eq!(homes(convicted, &told("Foča, Bosnia")), [Status::Agree], "a town and its land are one home");
    assert_eq!(homes(convicted, "A Goražde woman was found guilty of theft. The jury convicted 31-year-old Marko Ilic."), []);
}

#[test]
fn a_title_that_says_more_is_the_same_office() {
    let roles = |a: &str, b: &str| -> Vec<Status> {
        let groups = groups(&[article(14, "a", a), article(14, "b", b)]);
        groups.into_iter().filter(|g| g.kind == GroupKind::Role && g.sources.len() > 1).map(|g| g.status).collect()
    };
    assert_eq!(roles("Police Commissioner Ana Lee spoke on Monday.", "Commissioner Ana Lee spoke on Monday."), [Status::Compatible]);
    assert_eq!(roles("Vice President Ana Lee spoke on Monday.", "President Ana Lee spoke on Monday."), []);
}

#[test]
fn who_got_away_was_not_evacuated_and_missed_games_are_no_people() {
    let label = |text: &str| -> Vec<String> {
        let groups = groups(&[article(14, "a", text), article(14, "b", text)]);
        groups.into_iter().filter(|g| g.kind == GroupKind::Figure).map(|g| g.label).collect()
    };
    assert!(label("Four men fled on a motorbike.").iter().all(|l| !l.contains("evacuated")));
    assert_eq!(label("Four hundred people fled their homes."), ["people evacuated (homes)"]);
    assert!(label("The captain is back after missing 10 games.").iter().all(|l| !l.contains("people")));
}

/// The labels, statuses and numbers of values of the groups of this kind that several articles have.
fn shared(files: &[File], kind: GroupKind) -> Vec<(String, Status, usize)> {
    let groups = groups(files).into_iter().filter(|g| g.kind == kind && g.sources.len() > 1);
    groups.map(|g| (g.label, g.status, g.values.len())).collect()
}

#[test]
fn a_street_has_one_number_for_what_happened_there() {
    let at = |a: &str, b: &str| -> Vec<Status> {
        let tell = |place: &str| format!("A man was shot {place} on Monday, police said.");
        let files = [article(14, "a", &tell(a)), article(14, "b", &tell(b))];
        let groups = groups(&files).into_iter().filter(|g| g.label.starts_with("where on "));
        groups.map(|g| g.status).collect()
    };
    assert_eq!(at("in the 1200 block of E. 5th Street", "in the 1200 block of East 5th St."), [Status::Agree]);
    assert_eq!(at("in the 1200 block of Elm Avenue", "at 1213 Elm Ave. itself"), [Status::Compatible]);
    assert_eq!(at("in the 1200 block of Elm Avenue", "in the 2100 block of Elm Avenue"), [Status::Conflict]);
    assert_eq!(at("in the 1200 block of Elm Avenue", "in the 1200 block of Oak Avenue"), []);
    assert_eq!(at("in the 1200 block of East Elm Road", "in the 1200 block of West Elm Road"), []);
}

#[test]
fn a_street_has_one_name() {
    let street = |one: &str, other: &str| {
        let files = [article(14, "a", one), article(14, "b", other)];
        let places = shared(&files, GroupKind::Place).into_iter().filter(|(label, ..)| label.starts_with("street"));
        places.map(|(_, status, _)| status).collect::<Vec<_>>()
    };
    let harbour = "The fire broke out in a flat on Harbour Street in Foča, the mayor said.";
    let harbor = "The fire in Foča broke out in a flat on Harbor Street on Monday.";
    let road = "The fire broke out in a flat on Harbour Road, residents of Foča said.";
    let elsewhere = "The bakers of Harbor Street in Foča sold more rolls.";
    let both = "The fire in Foča broke out in a flat on Harbor Street, not far from Harbour Street.";
    assert_eq!((street(harbour, harbor), street(harbour, road)), (vec![Status::Conflict], vec![Status::Conflict]));
    assert_eq!((street(harbour, elsewhere), street(harbour, both)), (vec![], vec![]));
}

#[test]
fn each_player_has_points_of_his_own() {
    let of = |a: &str, b: &str| -> usize {
        let files = [article(14, "a", a), article(14, "b", b)];
        shared(&files, GroupKind::Figure).iter().filter(|g| g.0.starts_with("points")).count()
    };
    let ann = "Ann Lee came off the bench and scored 14 points in the second half on Friday.";
    assert_eq!(of(ann, "Lee's team won. Ann Lee scored 14 points in the second half."), 1);
    assert_eq!(of(ann, "Mia Webb came off the bench and scored 14 points in the second half on Friday."), 0);
    assert_eq!(of(ann, "The guests were led in the second half on Friday by 14 points from Mia Webb off the bench."), 0);
}

#[test]
fn runs_and_the_time_left_are_figures_of_a_game() {
    let text = "A 15-2 run with 4:43 left in the first half made it 47-44 on Friday.";
    let figures: Vec<String> =
        shared(&[article(14, "a", text), article(15, "b", text)], GroupKind::Figure).into_iter().map(|g| g.0).collect();
    assert_eq!(figures.len(), 3, "{figures:?}");
}

#[test]
fn models_of_one_product_have_prices_of_their_own() {
    let files = [
        article(14, "a", "The 13-inch laptop of Orsa costs $1,199 and the 15-inch laptop costs $1,799 from Monday."),
        article(14, "b", "Orsa has new models. Its 13-inch laptop now costs $999, and $1,199 is asked for the 15-inch laptop."),
    ];
    assert!(!statuses(&files, &["$1,199"]).contains(&Status::Agree));
}

#[test]
fn one_arrest_and_forty_are_two_evenings() {
    let files = [
        article(14, "a", "One person was arrested in Foča after the vigil, police said."),
        article(14, "b", "Police said 46 people were arrested in Foča after the vigil."),
    ];
    assert!(statuses(&files, &["One person", "46 people"]).is_empty());
}

#[test]
fn two_whole_quotations_of_the_same_words_are_one() {
    let quote = "from the angle I was at";
    let files = [
        article(14, "a", &format!("She could not see it \"{quote},\" said Ana Ilic, a baker.")),
        article(14, "b", &format!("A woman told the inquiry that she saw nothing \"{quote}.\"")),
    ];
    assert_eq!(shared(&files, GroupKind::Quote).len(), 1);
}

#[test]
fn an_award_to_one_is_a_grant_to_another() {
    let files = [
        article(14, "a", "In May Ana Lee won one of the 500,000-dollar awards of the Orsa Foundation for her clinic."),
        article(14, "b", "Ana Lee of the clinic got funding of 500,000 dollars from the Orsa Foundation in May."),
    ];
    assert_eq!(shared(&files, GroupKind::Figure).len(), 1);
}

#[test]
fn a_short_utterance_of_one_speaker_is_one() {
    let told = |name: &str| article(4, name, "\"He has a gun,\" Ann Marsh said.");
    assert_eq!(quotations(&[told("a"), told("b")], &["He has a gun,"]).len(), 1);
}

#[test]
fn an_utterance_that_one_article_breaks_is_one() {
    let (first, second) = ("They came over the wall with torches in their hands", "Nobody in the whole street dared to open a door");
    let files = [
        article(14, "a", &format!("\"{first},\" said Ana Ilic. \"{second}.\"")),
        article(14, "b", &format!("Ana Ilic told the inquiry: \"{first}. {second}.\"")),
    ];
    let quotes = shared(&files, GroupKind::Quote);
    assert_eq!(quotes.iter().map(|g| (g.1, g.2)).collect::<Vec<_>>(), [(Status::Agree, 3)]);
}

#[test]
fn an_age_of_nobody_is_not_that_of_somebody_elsewhere() {
    let far = "The bridge was closed. Nobody was hurt. The river rose. It fell again at noon. Boats came late. The mayor spoke. Shops \
               stayed shut. Trains ran. A 19-year-old was charged with theft in the market.";
    let ages = |b: &str| {
        let files = [article(14, "a", "Ana Ilic, 19, a cook from Foča, wept on Monday."), article(14, "b", b)];
        shared(&files, GroupKind::Figure).into_iter().filter(|g| g.0.starts_with("age")).count()
    };
    assert_eq!(ages(far), 0);
    assert_eq!(ages("A 19-year-old cook from Foča wept on Monday."), 1);
}

#[test]
fn a_new_division_may_be_any() {
    let charge = |a: &str, b: &str| -> Vec<Status> {
        let files = [
            article(14, "a", &format!("Ana Ilic is general manager of {a}.")),
            article(14, "b", &format!("Ana Ilic is general manager of {b}.")),
        ];
        shared(&files, GroupKind::Role).into_iter().map(|g| g.1).collect()
    };
    assert_eq!(charge("the ferry division", "the tram division"), [Status::Conflict]);
    assert_eq!(charge("the ferry division", "a newly formed Orsa unit called Ferry Services"), [Status::Agree]);
}

#[test]
fn what_is_taken_in_grows_from_report_to_report() {
    let files = [
        article(4, "a", "The film Red River has grossed $368 million worldwide, the studio said."),
        article(9, "b", "The film Red River has already grossed $459 million worldwide, the studio said."),
    ];
    assert_eq!(statuses(&files, &["$368 million", "$459 million"]), [Status::Changed]);
}

#[test]
fn a_few_are_not_the_many_that_a_bound_leaves_room_for() {
    let files = [
        article(4, "a", "At least 70 people were injured in the riots in Foča, the mayor said."),
        article(4, "b", "Rioters attacked a television truck in Foča, injuring at least two people."),
    ];
    assert!(statuses(&files, &["At least 70 people", "at least two people"]).is_empty());
}

#[test]
fn a_bound_on_people_somewhere_is_none_on_those_elsewhere() {
    let files = [
        article(4, "a", "Around 1,000 people are housed in tents near Foča."),
        article(4, "b", "Beds are short in Foča, where as many as 2,000 people from the villages queue."),
    ];
    assert!(statuses(&files, &["Around 1,000 people", "as many as 2,000 people"]).is_empty());
}

#[test]
fn an_anniversary_is_so_many_years_after() {
    let files = [
        article(4, "a", "The senators passed the bill 15 years after the attacks on the port of Corvel, in time for the memorial."),
        article(4, "b", "Senators passed the bill shortly before the 15th anniversary of the attacks on the port of Corvel."),
    ];
    assert_eq!(statuses(&files, &["15 years", "15th anniversary"]), [Status::Agree]);
}

#[test]
fn one_score_is_one_vote_however_it_is_told() {
    let files = |ours: &str, theirs: &str| {
        [
            article(4, "a", &format!("Corvel's senators made light of the veto in a {ours} vote hours earlier.")),
            article(4, "b", &format!("The final tally was {theirs} on the bill.")),
        ]
    };
    assert_eq!(statuses(&files("97-1", "97-1"), &["97-1"]).len(), 1, "one group");
    assert!(statuses(&files("97-1", "96-2"), &["97-1", "96-2"]).is_empty(), "two scores");
}

#[test]
fn small_counts_of_unlike_things_are_two() {
    let files = [
        article(4, "a", "Police in Foča arrested two officers after the riots near the university, the mayor said."),
        article(4, "b", "After the riots near the university in Foča a man who threw two petrol bombs was arrested, the mayor said."),
    ];
    assert!(statuses(&files, &["two officers", "two petrol bombs"]).is_empty());
}

#[test]
fn the_first_report_of_a_toll_may_be_far_below_the_last() {
    let files = [
        article(4, "a", "At least two people were killed in the flood in Foča, the mayor said."),
        article(6, "b", "The flood in Foča killed at least 30 people, the mayor said."),
    ];
    assert_eq!(statuses(&files, &["At least two people", "at least 30 people"]), [Status::Compatible]);
}

#[test]
fn reports_of_one_day_contradict_each_other_whatever_undated_ones_say() {
    let undated = File::new("c.txt", "The flood in Foča injured 50 people, the mayor said.");
    let files = [
        article(4, "a", "The flood in Foča injured 70 people, the mayor said."),
        article(4, "b", "The flood in Foča injured 80 people, the mayor said."),
        undated.clone(),
    ];
    assert_eq!(statuses(&files, &["70 people", "80 people"]), [Status::Conflict]);
    assert_eq!(statuses(&[files[0].clone(), undated], &["70 people", "50 people"]), [Status::Unresolved], "which may be older");
}

#[test]
fn a_headline_may_contradict_the_text_below() {
    let text = "Thieves nab $2.5 million worth of rings\n\nThieves took $2.8 million worth of rings from a store in Foča on Monday, \
        police said.\n\nThe store is near the bridge.\n";
    let files =
        [File::new("a.txt", text), article(4, "b", "The thieves took $2.8 million worth of rings from the store in Foča on Monday.")];
    assert_eq!(statuses(&files, &["$2.5 million", "$2.8 million"]), [Status::Conflict]);
    let day = text.replace(" of rings from a store in Foča on Monday", " of rings on Monday");
    let necklace = article(
        4,
        "c",
        "Thieves took $2.8 million worth of rings in Foča on Monday.\n\nA brooch worth $2.5 million went missing in Aldo two days after.",
    );
    assert_eq!(statuses(&[File::new("a.txt", day), necklace], &["$2.5 million", "$2.8 million"]), [Status::Conflict], "of one kind");
    let other = text.replace("$2.8 million worth", "$25 million worth");
    assert!(statuses(&[File::new("a.txt", other), files[1].clone()], &["$2.5 million", "$25 million"]).is_empty(), "another sum");
    let both = text.replace("near the bridge", "near the bridge. Rings worth $2.5 million were found");
    assert!(statuses(&[File::new("a.txt", both), files[1].clone()], &["$2.5 million", "$2.8 million"]).is_empty(), "a sum of the text");
}

#[test]
fn the_dead_of_another_country_and_day_are_others() {
    let files = [
        article(4, "a", "The quake in Iran on Sunday killed at least 10 people, officials said."),
        article(4, "b", "On Saturday, more than a dozen people were killed when a stronger quake toppled mud houses in China."),
    ];
    assert!(statuses(&files, &["at least 10 people", "more than a dozen people"]).is_empty());
}

/// The statuses of the groups of quotations that hold all these versions.
fn quotations(files: &[File], displays: &[&str]) -> Vec<Status> {
    let has = |g: &Group, wanted: &str| g.values.iter().any(|v| v.display == wanted);
    let quotes = groups(files).into_iter().filter(|g| g.kind == GroupKind::Quote);
    quotes.filter(|g| displays.iter().all(|d| has(g, d))).map(|g| g.status).collect()
}

#[test]
fn like_sentences_of_one_article_are_two_utterances() {
    let (first, second) = ("She is used to being the last,", "She is used to being the one everybody waits for,");
    let text = format!("“{first}” Ana Petrova said.\n\n“{second}” Petrova said.");
    let other = format!("“{first}” Ana Petrova said.");
    let files = [article(14, "a", &text), article(14, "b", &other)];
    assert!(quotations(&files, &[first, second]).is_empty());
    assert_eq!(quotations(&files, &[first]), [Status::Agree]);
}

#[test]
fn the_versions_that_contradict_each_other_need_not_be_the_longest() {
    let (one, two) = ("The town sold the old mill and it ruined the baker,", "The town sold the old mill and they ruined the baker,");
    let long =
        "Nobody asked any of us before it was done in May. The town sold the old mill. And I will say so in the council until I am heard";
    let says = |day, name: &str, quote: &str| article(day, name, &format!("“{quote}” Ana Petrova said."));
    let files = [says(14, "a", one), says(14, "b", two), says(14, "c", long)];
    assert_eq!(quotations(&files, &[one, two]), [Status::Conflict]);
}

#[test]
fn a_few_words_belong_to_what_is_told_like_them() {
    let a = "“I understand that noise,” Ana Petrova said. “People in the old town are right to ask what we do.”";
    let b = "Ana Petrova told the students that she understands “the noise” near the harbour.";
    assert_eq!(quotations(&[article(14, "a", a), article(14, "b", b)], &["I understand that noise,", "the noise"]), [Status::Compatible]);
    let a = "“This is public safety we are talking about,” Ana Petrova said.";
    let b = "Ana Petrova called the dam a matter of “public safety.”";
    let files = [article(14, "a", a), article(14, "b", b)];
    assert!(quotations(&files, &["This is public safety we are talking about,", "public safety."]).is_empty());
}

#[test]
fn what_one_says_next_may_be_of_the_same_utterance() {
    let whole = "We are asking the council to open up the mill. Why would it not do it?";
    let (first, second) = ("We’re asking the council to open the mill,", "It has had a plan of ours to do that. Why would it not do that?");
    let a = format!("“{whole}” Ana Petrova said.");
    let b = format!("“{first}” Ana Petrova said. “{second}”");
    assert_eq!(quotations(&[article(14, "a", &a), article(14, "b", &b)], &[whole, first, second]), [Status::Compatible]);
}

#[test]
fn an_outlet_that_writes_initials_without_stops_says_nothing_else() {
    let (one, two) =
        ("She lied to the B.K.A. Nothing happened to her after it,", "She lied to the BKA, and nothing happened to her after it,");
    let says = |name: &str, quote: &str| article(14, name, &format!("“{quote}” Ana Petrova said."));
    assert_eq!(quotations(&[says("a", one), says("b", two)], &[one, two]), [Status::Compatible]);
}

#[test]
fn a_sentence_that_both_have_makes_one_utterance_of_two() {
    let whole = "Yesterday the ferry was stopped by a patrol. We do not think that anyone will be charged.";
    let (first, second) =
        ("This morning the ferry was stopped by a patrol,", "We do not think that anyone will be charged. That is all there is.");
    let a = format!("“{whole}” Ana Petrova said.");
    let b = format!("“{first}” Ana Petrova said. “{second}”");
    assert_eq!(quotations(&[article(14, "a", &a), article(14, "b", &b)], &[whole, first, second]), [Status::Conflict]);
}

#[test]
fn who_holds_an_office_of_an_unknown_district_is_not_translated() {
    let a = "District Attorney Ana Petrova of Morrow County said, “We never wanted us to lose this case before a court of the county.”";
    let b = "Morrow County District Attorney Ana Petrova said, “We never wanted to lose this case before a court of the county.”";
    let versions = [
        "We never wanted us to lose this case before a court of the county.",
        "We never wanted to lose this case before a court of the county.",
    ];
    assert_eq!(quotations(&[article(14, "a", a), article(14, "b", b)], &versions), [Status::Conflict]);
}

#[test]
fn everybody_has_a_rate_of_his_own() {
    let of = |a: &str, b: &str| shared_statuses(GroupKind::Figure, a, b);
    let ann = "Ann Lee paid an effective tax rate of 38 percent in 2014, her campaign said.";
    assert_eq!(of(ann, "Mia Webb paid an effective tax rate of 14 percent in 2014, her campaign said."), []);
    assert_eq!(of(ann, "Mia Webb paid an effective tax rate of about 37.9 percent in 2014, her campaign said."), []);
    assert_eq!(of(ann, "Ms. Lee paid an effective tax rate of 36 percent in 2014, her campaign said."), [Status::Conflict]);
    assert_eq!(of(ann, "Ann Lee paid an effective tax rate of about 37.9 percent in 2014."), [Status::Compatible]);
}

#[test]
fn what_is_piled_up_is_of_one_player_in_one_game() {
    let of = |a: &str, b: &str| shared_statuses(GroupKind::Figure, a, b);
    let ann = "Ann Lee had eight rebounds on Friday.";
    assert_eq!(of(ann, "Ann Lee has 8.2 rebounds this year."), []);
    assert_eq!(of("Ann Lee came in. She had eight rebounds on Friday.", "Mia Webb won. She had eight rebounds on Friday."), []);
    assert_eq!(of("Ann Lee came in. She had eight rebounds on Friday.", ann), [Status::Agree]);
    let fell = "The Dow fell 107.46 points to close at 8,505.67 on Friday.";
    assert_eq!(of("The Dow fell 107 points on weak data on Friday.", fell), [Status::Compatible]);
    assert_eq!(of("The No. 1 Herons lost to Ann Lee.", "It was the first loss of Ann Lee."), []);
    assert_eq!(of("Ann Lee is the No. 3 seed.", "Ann Lee is the third seed."), [Status::Agree]);
}

#[test]
fn a_number_that_is_cut_off_is_read_so() {
    let texts = ["Ann Lee paid $43 million in taxes.", "Ann Lee paid nearly $44 million in taxes.", "Ann Lee paid $43,885,310 in taxes."];
    let files: Vec<File> = texts.iter().zip(["a", "b", "c"]).map(|(text, name)| article(14, name, text)).collect();
    let group = groups(&files).into_iter().find(|g| g.kind == GroupKind::Figure && g.sources.len() == 3).expect("one sum");
    assert!(group.explanation.contains("\"$43 million\", cut off, reads as 43 to 44 million dollars"), "{}", group.explanation);
}

#[test]
fn a_number_that_is_rounded_is_read_so() {
    let files = [
        article(4, "a", "The quake struck 60km south of Foča, the institute said."),
        article(4, "b", "The quake struck about 58km south of Foča, the institute said."),
    ];
    let explanation = groups(&files).into_iter().find(|g| g.sources.len() > 1 && g.kind == GroupKind::Figure).map(|g| g.explanation);
    let wanted = r#"one value satisfies all: "60km", rounded, reads as 55 to 65 kilometers; "about 58km" reads as 57.5 to 58.5 kilometers"#;
    assert_eq!(explanation.as_deref(), Some(wanted));
}

#[test]
fn one_article_gives_two_people_a_figure_each() {
    let of = |a: &str, b: &str| shared_statuses(GroupKind::Figure, a, b).len();
    let both = "Ann Lee gave 41 speeches in May. Mia Webb gave 41 speeches in May.";
    let all = groups(&[article(14, "a", both)]);
    assert_eq!(all.iter().filter(|g| g.kind == GroupKind::Figure).count(), 2);
    assert_eq!(of("Police arrested Ann Lee's 16-year-old friend.", "Police arrested Ann Lee, 16."), 0);
    assert_eq!(of("Some 7,000 soldiers will leave Mali.", "About 7,000 troops will leave Mali."), 1);
}

#[test]
fn the_assistant_of_somebody_does_not_hold_his_office() {
    let head = "District Attorney Stefan Lindqvist charged him.";
    let conflicts = |a: &str, b: &str| {
        let found = groups(&[article(14, "of the first day", a), article(14, "of the trial", b)]);
        found.into_iter().filter(|g| g.kind == GroupKind::Role && g.status == Status::Conflict).count()
    };
    let (plain, below) = ("District Attorney Robert Moss spoke.", "Assistant District Attorney Robert Moss spoke.");
    assert_eq!(conflicts(&format!("{plain} Rain fell."), &format!("{below} {head}")), 1);
    assert_eq!(conflicts(plain, below), 0, "of another district, for all that is known");
    assert_eq!(conflicts(&format!("{plain} {below}"), &format!("{below} {head}")), 0);
}

#[test]
fn wordings_that_only_their_status_tells_apart_say_so() {
    let shown = |one: &str, other: &str| -> Vec<String> {
        let roles = groups(&[article(14, "a", one), article(15, "b", other)]).into_iter().filter(|g| g.kind == GroupKind::Role);
        roles.flat_map(|g| g.values.into_iter().map(|v| v.display)).collect()
    };
    assert_eq!(shown("Ann Lee will be the host of the show.", "Ann Lee, the host, left."), ["host", "host (to be)"]);
    assert_eq!(shown("Ann Lee, the former host, left.", "Ann Lee, the host, left."), ["host", "former host"]);
}

#[test]
fn the_term_behind_an_office_says_whether_it_is_held() {
    let former = "Former mayor Ann Lee opened the bridge in Foča.";
    for term in ["until 2019", "of Foča from 2011 to 2016", "between March 2016 and 2021", "(1999–2003)", "until last year"] {
        assert_eq!(roles(former, &format!("Ann Lee, mayor {term}, opened the bridge in Foča.")), [Status::Compatible], "{term}");
    }
    for term in ["since 2016", "until 2031", "from 2011 to 2031"] {
        assert_eq!(roles(former, &format!("Ann Lee, mayor {term}, opened the bridge in Foča.")), [Status::Conflict], "{term}");
    }
    assert_eq!(roles(former, "Ann Lee, the mayor, spoke in Foča until noon."), [Status::Conflict]);
}

#[test]
fn a_title_before_a_name_may_be_kept_by_courtesy() {
    let office = |texts: &[&str], day: &str| -> Vec<Status> {
        let file = |(n, text): (usize, &&str)| File::new(&format!("{n}.txt"), format!("{day}\n\n{text}\n"));
        let files: Vec<File> = texts.iter().enumerate().map(file).collect();
        groups(&files).into_iter().filter(|g| g.kind == GroupKind::Role && g.origins > 1).map(|g| g.status).collect()
    };
    let president = [
        "Former President Ann Lee spoke in Foča.",
        "President Ann Lee had named the judge.",
        "The harbour law was signed by President Ann Lee.",
    ];
    assert_eq!(office(&president, "4 March 2026"), [Status::Conflict]);
    // of which years these articles are, nobody knows
    assert_eq!(office(&president, ""), [Status::Compatible]);
    let secretary = ["Former Secretary of State Ann Lee spoke in Foča.", "Secretary of State Ann Lee signed the treaty."];
    assert_eq!(office(&secretary, "4 March 2026"), [Status::Compatible]);
    let holds = "Ann Lee, the secretary of state, signed the treaty.";
    assert_eq!(office(&[secretary[0], holds], "4 March 2026"), [Status::Conflict]);
}

#[test]
fn who_has_left_an_office_may_hold_one_of_that_name_elsewhere() {
    for (left, held) in [
        ("Former President Ann Lee spoke.", "Ann Lee, president of the rowing federation, spoke."),
        ("Former party chairman Ann Lee spoke.", "Ann Lee, chairman of the supervisory board of Velmbank, spoke."),
        ("The former school director Ann Lee spoke.", "Film director Ann Lee spoke."),
        ("Former chancellor Ann Lee spoke.", "Ann Lee, the chancellor of Velm University, spoke."),
        ("The former director of the museum, Ann Lee, spoke.", "The director of the orchestra, Ann Lee, spoke."),
    ] {
        assert_eq!(roles(left, held), [], "{left} {held}");
    }
    for (left, held) in [
        ("Former President Ann Lee spoke.", "German President Ann Lee spoke in Berlin."),
        ("Former mayor Ann Lee spoke.", "Ann Lee, the mayor of Foča, spoke."),
        ("The former zoo director, Ann Lee, spoke.", "Ann Lee, the director of the zoo, spoke."),
        ("Former chief executive Ann Lee spoke. Velmbank fell.", "Ann Lee, chief executive of Velmbank, spoke."),
    ] {
        assert_eq!(roles(left, held), [Status::Conflict], "{left} {held}");
    }
}

#[test]
fn an_office_of_a_place_is_of_no_other() {
    assert_eq!(roles("Governor Ann Lee of Kansas spoke.", "Ann Lee, governor of Nebraska, spoke."), [Status::Conflict]);
    // who left both may have had both
    assert_ne!(roles("Ann Lee, former governor of Kansas, spoke.", "Ann Lee, former governor of Nebraska, spoke."), [Status::Conflict]);
    assert_eq!(roles("Chicago Mayor Ann Lee spoke.", "Illinois Mayor Ann Lee spoke."), [Status::Compatible]);
}

#[test]
fn nobody_is_two_of_a_kind_to_one_person_and_has_two_ranks() {
    let (sister, colonel) = ("Ann Lee, the mayor's sister, sat in Foča.", "Colonel Ann Lee sat in Foča.");
    assert_eq!(roles("Bo Orlo left. Bo Orlo's wife, Ann Lee, sat.", "Bo Orlo left. Bo Orlo's aunt, Ann Lee, sat."), [Status::Conflict]);
    assert_eq!(roles(colonel, "Major Ann Lee sat in Foča."), [Status::Conflict]);
    assert_eq!(roles("Foreign Minister Ann Lee sat.", "Justice Minister Ann Lee sat."), [Status::Unresolved]);
    assert_eq!(roles(sister, "Ann Lee, a cousin of the mayor, sat in Foča."), [Status::Conflict]);
    for (one, other) in [
        (sister, "Ann Lee, the baker's cousin, sat in Foča."),
        (sister, "Ann Lee, the mayor's sister-in-law, sat in Foča."),
        (sister, "Ann Lee, the mayor's sister and the baker's cousin, sat in Foča."),
        (colonel, "Lieutenant Colonel Ann Lee sat in Foča."),
        (colonel, "Bo Orlo met Major Lee in Foča."),
        ("Defense Minister Ann Lee sat in Foča.", "The commander, Ann Lee, sat in Foča."),
    ] {
        assert!(!roles(one, other).contains(&Status::Conflict), "{one} {other}");
    }
}

#[test]
fn who_once_was_it_is_it_no_longer_and_nobody_coaches_two_countries() {
    let held = "Ann Lee, the mayor of Foča, sat in court.";
    assert_eq!(roles("Ann Lee, once the youngest mayor of Foča, sat in court.", held), [Status::Conflict]);
    assert_eq!(roles("Ann Lee, coach of Norway, was fined.", "Ann Lee, the Denmark coach, was fined."), [Status::Conflict]);
    assert_ne!(roles("Ann Lee, coach of Oslo, was fined.", "Ann Lee, the Bergen coach, was fined."), [Status::Conflict]);
}

#[test]
fn a_merged_firm_has_one_leader() {
    let run = "The combined bank will be run by Ida Holm, now chief executive of Hansa.";
    assert_eq!(shared_statuses(GroupKind::Role, run, "Nordlys boss Per Dahl will lead the merged bank."), [Status::Conflict]);
    assert!(shared_statuses(GroupKind::Role, run, "Ida Holm will be chief executive of the merged bank.").contains(&Status::Agree));
    for other in [
        "The combined bank will be chaired by Per Dahl.",
        "Per Dahl will lead the retail arm of the merged bank.",
        "The combined bank will be run by Ida Holmes.",
    ] {
        assert!(!shared_statuses(GroupKind::Role, run, other).contains(&Status::Conflict), "{other}");
    }
}

#[test]
fn a_post_is_given_to_one_person() {
    let of_one_day = |one: &str, other: &str| roles(one, other);
    let board = |who: &str| format!("{who} was elected chairwoman of the Alton School Board on Tuesday.");
    assert_eq!(of_one_day(&board("Martha Ellery"), &board("Joan Pike")), [Status::Conflict]);
    let elected = "Martha Ellery was elected chairwoman of the finance committee on Tuesday.";
    let named = |other: &str| shared_statuses(GroupKind::Role, elected, other);
    // there are finance committees in many towns
    assert_eq!(named("Joan Pike was elected chairwoman of the finance committee on Tuesday."), [Status::Unresolved]);
    assert_eq!(named("Lydia T. Ellery defeated two others to become chair of the finance committee."), [Status::Unresolved]);
    for other in [
        "Joan Pike was elected chairwoman of the housing committee on Tuesday.",
        "Joan Pike was elected chairwoman of the finance committee in 2010.",
        "Joan Pike was elected chairwoman of the finance committee. Martha Ellery defeated her.",
        "Joan Pike was elected deputy chairwoman of the finance committee.",
    ] {
        assert!(named(other).is_empty(), "{other}");
    }
    let message = |who: &str| format!("The message was written by {who}, police said.");
    assert_eq!(shared_statuses(GroupKind::Role, &message("Ida Holm"), &message("Per Dahl")), [Status::Unresolved]);
    assert!(shared_statuses(GroupKind::Role, &message("Ida Holm"), &message("Ida Holm and Per Dahl")).is_empty());
}

#[test]
fn a_firm_has_one_seat() {
    let seats = |one: &str, other: &str| shared_statuses(GroupKind::Place, one, other);
    let bergen = "Norvik Shipping, which is based in Bergen, lost two freighters.";
    assert_eq!(seats(bergen, "Oslo-based Norvik Shipping lost two freighters."), [Status::Conflict]);
    assert_eq!(seats(bergen, "Norvik Shipping has its head office in Bergen."), [Status::Agree]);
    let merged = "Lyon will be home to the headquarters of the merged group.";
    assert_eq!(seats("The combined company will be based in Turin.", merged), [Status::Conflict]);
    for other in [
        "Norvik Shipping, once based in Oslo, lost two freighters.",
        "Norvik Shipping, whose European headquarters is in Dublin, lost two freighters.",
        "Norvik Shipping has its Asian headquarters in Tokyo.",
        "Ann Lee, an analyst based in Oslo, said Norvik Shipping lost two freighters.",
        "The union of Norvik Shipping, based in Oslo, wants more money. Norvik Shipping sails from Bergen.",
    ] {
        assert!(seats(bergen, other).is_empty(), "{other}");
    }
}

#[test]
fn a_firm_is_of_one_town() {
    let seats = |one: &str, other: &str| shared_statuses(GroupKind::Place, one, other);
    let bergen = "Norvik Shipping, a ferry operator from Bergen, lost two freighters.";
    assert_eq!(seats(bergen, "The Oslo company Norvik Shipping lost two freighters."), [Status::Conflict]);
    assert_eq!(seats(bergen, "Norvik Shipping, an Oslo ferry operator, lost two freighters."), [Status::Conflict]);
    let others = [
        "The owner of Norvik Shipping, a man from Oslo, lost two freighters.",
        "Norvik Shipping sold an Oslo company.",
        "Norvik Shipping of Bergen lost two freighters to the Oslo company Vela.",
    ];
    assert!(others.iter().all(|other| seats(bergen, other).is_empty()));
}

/// The statuses of the groups of places in which two articles give different ones.
fn differing_places(one: &str, other: &str) -> Vec<Status> {
    shared_statuses(GroupKind::Place, one, other).into_iter().filter(|s| !matches!(s, Status::Agree | Status::Compatible)).collect()
}

#[test]
fn what_happens_to_a_person_once_was_at_one_place() {
    let born = "Ana Lee was born in Bergen. She has written 14 plays.";
    assert_eq!(differing_places(born, "Born in Oslo, Ana Lee wrote her first play at school."), [Status::Conflict]);
    assert_eq!(differing_places(born, "Her father, Per Lee, was born in Oslo. Ana Lee has written 14 plays."), []);
    assert_eq!(differing_places(born, "Ana Lee was born in Norway. She writes in Oslo."), []);
    let held = "Ana Lee was arrested in Bergen on Tuesday, police said.";
    assert_eq!(differing_places(held, "Officers picked up Ana Lee in Oslo on Tuesday."), [Status::Conflict]);
    assert_eq!(differing_places(held, "Police caught the baker Ana Lee in a hotel in Oslo on Tuesday."), [Status::Conflict]);
    for other in [
        "Per Dahl was arrested in Oslo on Tuesday.",
        "Ana Lee was arrested in Oslo on 3 March.",
        "Ana Lee was arrested after a robbery in Oslo.",
        "Ana Lee was arrested in Oslo on Tuesday and brought to Bergen.",
        "Ana Lee was not arrested in Oslo on Tuesday.",
        "Ana Lee, a baker based in Oslo, was arrested on Tuesday.",
        "Ana Lee was arrested on Tuesday. A man was arrested in Oslo and another in Turku.",
    ] {
        assert_eq!(differing_places(held, other), [], "{other}");
    }
}

#[test]
fn an_accident_or_a_signing_was_at_one_place() {
    let down = "A Norvik jet was diverted to Porto on Monday after smoke filled the cabin.";
    assert_eq!(differing_places(down, "The Norvik jet made an emergency landing in Madrid on Monday."), [Status::Conflict]);
    assert_eq!(differing_places(down, "The Norvik jet left Madrid on Monday and landed safely in Porto."), []);
    let crash = "A Norvik jet crashed near Toulouse on Monday, killing two.";
    assert_eq!(differing_places(crash, "A Norvik jet came down just outside Montpellier on Monday."), [Status::Unresolved]);
    assert_eq!(differing_places(crash, "A Norvik jet crashed on Monday. In 2019, a jet crashed near Montpellier."), []);
    let accord = "Vela and Norvik signed the accord on fishing rights in Geneva on Monday.";
    assert_eq!(differing_places(accord, "Vela and Norvik put their names to the accord in Vienna on Monday."), [Status::Conflict]);
    let storm = "A tornado tore through Harper County on Monday, destroying 14 barns.";
    assert_eq!(differing_places(storm, "A twister touched down in Barber County on Monday."), [Status::Unresolved]);
    assert_eq!(differing_places(storm, "A tornado hit Harper County and Barber County on Monday."), []);
}

#[test]
fn a_hospital_a_court_and_a_hall_are_places() {
    let hospital = "Ana Lee was taken to St. Anne's Hospital on Monday with a broken wrist.";
    let other = "Ana Lee is recovering at Mount Vela, where she was rushed on Monday with a broken wrist.";
    assert_eq!(differing_places(hospital, other), [Status::Unresolved]);
    let moved = "Ana Lee is recovering at Mount Vela, where she was transferred on Monday with a broken wrist.";
    assert_eq!(differing_places(hospital, moved), []);
    let court = "Ana Lee was jailed for fraud at Bergen Crown Court on Monday.";
    assert_eq!(differing_places(court, "Ana Lee was sentenced at Velm Crown Court on Monday."), [Status::Conflict]);
    let others = ["Ana Lee appeared at Velm Magistrates' Court on Monday.", "Ana Lee appeared at Velm Crown Court on Tuesday."];
    assert!(others.iter().all(|other| differing_places(court, other).is_empty()), "another hearing");
    let hall = "Ana Lee fainted during a concert at the Barlow Hall on Monday.";
    assert_eq!(differing_places(hall, "Ana Lee fainted during her show at the Meridian Theatre on Monday."), [Status::Conflict]);
    assert_eq!(differing_places(hall, "Ana Lee fainted during a concert in Bergen on Monday."), [], "it may stand in that town");
}

#[test]
fn a_voyage_has_one_end() {
    let ends = |one: &str, other: &str| {
        let all = groups(&[article(14, "a", one), article(14, "b", other)]).into_iter();
        all.filter(|g| g.label == "where: bound for").map(|g| g.status).collect::<Vec<_>>()
    };
    let sydney = "A jet bound for Sydney made an emergency landing in Dubai on Monday.";
    assert_eq!(ends(sydney, "A jet on its way from London to Perth landed in Dubai on Monday."), [Status::Conflict]);
    assert_eq!(ends(sydney, "The Sydney-bound jet landed in Dubai on Monday."), [Status::Agree]);
    for other in [
        "A jet bound for Singapore via Perth landed in Dubai on Monday.",
        "Another jet bound for Perth landed in Dubai on Monday.",
        "A jet bound for Perth landed in Dubai on 3 March.",
        "The jet came from Sydney. A jet bound for Perth landed in Dubai on Monday.",
        "Passengers of the jet that landed in Dubai on Monday were put on a plane to Muscat.",
        "A ferry bound for Muscat left Dubai on Monday.",
    ] {
        assert!(ends(sydney, other).is_empty(), "{other}");
    }
}

#[test]
fn two_of_one_sort_are_not_two_of_another() {
    let files = [
        article(14, "a", "Sheriff Karl Stone said Weston usually worked with one of two deputies in Foča."),
        article(14, "b", "Weston was praised after the arrest of two suspected gang members in Foča, the mayor said."),
    ];
    assert_eq!(statuses(&files, &["two deputies", "two suspected gang members"]), []);
}

#[test]
fn as_many_under_two_nouns_are_the_same_people() {
    let headline = File::new("a.txt", "Judge orders 17 camp inmates freed");
    let text = "A judge in Velm has ordered the release of 17 Velmian Muslims who have been held in a camp for years.";
    assert_eq!(statuses(&[headline, File::new("b.txt", text)], &["17 camp inmates"]).len(), 1);
}

#[test]
fn a_bound_of_one_noun_bounds_no_other() {
    let files = [
        article(14, "a", "Fans filled most of the 9,000 seats of the Velm Arena as their team won."),
        article(14, "b", "The team won with more than 6,000 fans cheering at the Velm Arena."),
    ];
    assert_eq!(statuses(&files, &["9,000 seats", "more than 6,000 fans"]), []);
}

#[test]
fn exact_numbers_of_two_players_are_no_roundings() {
    let files = [
        article(14, "a", "Marsh needed 11 points to break the scoring record of Paul Weston, 2,106."),
        article(14, "b", "Marsh broke the scoring record of Carl Dunn, 2,110."),
    ];
    assert_eq!(statuses(&files, &["2,106", "2,110"]), []);
}

#[test]
fn a_lag_of_seconds_revises_no_duration() {
    let text = "Kell initially reported that the quake lasted about 10 seconds, followed by a second shock five seconds later.";
    assert_eq!(statuses(&[article(14, "a", text)], &["about 10 seconds", "five seconds"]), []);
}

#[test]
fn over_three_seasons_is_a_stretch_and_no_bound() {
    let files = [
        article(14, "a", "Weston scored 900 points in 106 games over three seasons."),
        article(14, "b", "Weston scored 900 points in three seasons."),
    ];
    assert_eq!(statuses(&files, &["three seasons"]), [Status::Agree]);
}

#[test]
fn a_crowd_cries_another_thing_each_night() {
    let quotes = |speaker: &str| {
        let files = [
            article(14, "a", &format!("\"How many boats did you burn today?\" {speaker} on Monday.")),
            article(15, "b", &format!("\"How many boats will you burn today?\" {speaker} on Tuesday.")),
        ];
        shared(&files, GroupKind::Quote).into_iter().map(|g| g.1).collect::<Vec<_>>()
    };
    assert_eq!(quotes("protesters chanted"), []);
    assert_eq!(quotes("Ana Ilic asked"), [Status::Conflict]);
}

#[test]
fn a_few_words_join_no_two_strangers() {
    let files = [
        article(14, "a", "\"We are trying to get away from this old-town boat-race rut,\" Ana Ilic said."),
        article(14, "b", "\"It will be more of a feast for children and less of an old-town boat-race,\" Ana Ilic told the Post."),
        article(14, "c", "Ana Ilic wants to change what she called the \"old-town boat-race\" of past years."),
    ];
    assert_eq!(shared(&files, GroupKind::Quote).iter().map(|g| g.2).collect::<Vec<_>>(), [2]);
}

#[test]
fn words_in_doubt_are_said_by_who_says_them_elsewhere() {
    let told = "The town hall gave its \"spiritual guidance\" to the crew. The \"experts\" left.";
    let said = |words: &str| article(14, "b", &format!("Ana Ilic called it \"{words}.\""));
    let count = |words: &str| shared(&[article(14, "a", told), said(words)], GroupKind::Quote).len();
    assert_eq!((count("spiritual guidance"), count("experts"), count("guidance")), (1, 0, 0));
}

#[test]
fn a_statement_without_marks_is_what_others_quote() {
    let files = [
        article(14, "a", "\"We will build the old bridge again within a year,\" Ana Ilic said."),
        article(14, "b", "The mayor sent a letter:\n\nDear all, it was a hard night.\n\nWe will build the old bridge again within a year."),
    ];
    let quotes: Vec<Group> = groups(&files).into_iter().filter(|g| g.kind == GroupKind::Quote).collect();
    let found: Vec<(Status, usize, &str)> = quotes.iter().map(|g| (g.status, g.sources.len(), &*g.explanation)).collect();
    assert_eq!(found, [(Status::Agree, 2, "the same words everywhere; not all print them in quotation marks")]);
}

#[test]
fn a_bare_number_has_the_noun_of_the_clause_before() {
    let told = |a: &str, b: &str, displays: &[&str]| statuses(&[article(14, "a", a), article(14, "b", b)], displays);
    let trucks = "Orion Motors sold 3,100 lorries in May, and its rival Vega Trucks sold 2,450.";
    assert_eq!(told(trucks, "Vega Trucks sold 2,540 lorries in May.", &["2,450", "2,540 lorries"]), [Status::Conflict]);
    assert_eq!(told(trucks, "Vega Trucks sold 2,540 lorries in May.", &["3,100 lorries", "2,540 lorries"]), []);
    let total = "Ida Falk ended her career in 1998 with 1,931 points. Marta Quellin now has 1,946.";
    assert_eq!(told(total, "Marta Quellin has 1,947 points after Monday's game.", &["1,946", "1,947 points"]), [Status::Conflict]);
    assert_eq!(told(total, "Marta Quellin now has 1,946 career points.", &["1,946"]).len(), 1);
    // who had 11 had no rebounds
    let hale = "Ida Falk scored 20 and grabbed nine rebounds. Marta Quellin had 11.";
    assert_eq!(told(hale, "Marta Quellin had 11 rebounds.", &["11", "11 rebounds"]), []);
}

#[test]
fn a_count_for_one_town_is_no_version_of_that_for_another() {
    let told = |a: &str, b: &str| statuses(&[article(14, "a", a), article(14, "b", b)], &["412 homes", "321 homes"]);
    let other = "The flood destroyed 321 homes in Ribe.";
    assert_eq!(told("The flood in Vejle destroyed 412 homes. In Ribe it destroyed 231.", other), []);
    assert_eq!(told("The flood in Ribe destroyed 412 homes.", other), [Status::Conflict]);
}

#[test]
fn one_moment_of_a_game_is_read_off_one_clock() {
    let told = |a: &str, b: &str, displays: &[&str]| statuses(&[article(14, "a", a), article(14, "b", b)], displays);
    let winner = "Karl Holm scored the winner with 3:10 left in the second quarter.";
    let late = "Vejle won. Karl Holm scored the winner with 3:11 remaining in the second quarter.";
    assert_eq!(told(winner, late, &["3:10", "3:11"]), [Status::Conflict]);
    let tied = "Karl Holm tied the game with 7:42 left in the second quarter.";
    assert_eq!(told(winner, tied, &["3:10", "7:42"]), [], "a game has many moments");
    let other = "Piet Maas sank a free throw with 3:11 left in the second quarter.";
    assert_eq!(told(winner, other, &["3:10", "3:11"]), []);
}

#[test]
fn a_match_ends_with_one_score() {
    let told = |a: &str, b: &str| {
        let shown = |g: &Group| g.values.iter().any(|v| v.display.contains('-'));
        let found = groups(&[article(14, "a", a), article(14, "b", b)]).into_iter();
        found.filter(|g| g.kind == GroupKind::Figure && g.sources.len() > 1 && shown(g)).map(|g| g.status).collect::<Vec<_>>()
    };
    let won = "Boston beat Chicago 3-1 on Saturday with two late goals.";
    assert_eq!(told(won, "Two late goals were enough as Boston defeated Chicago 3-2 on Saturday."), [Status::Conflict]);
    assert_eq!(told("Chicago lost 3-1 to Boston on Saturday and stay in tenth place.", won), [Status::Agree]);
    assert_eq!(told(won, "Boston beat Chicago 2-0 in March, and play Dallas on Saturday."), []);
    assert_eq!(told(won, "Boston led Chicago 2-1 at the break on Saturday."), []);
    assert_eq!(told("Boston beat Chicago 5-3 and 4-2 on Sunday.", "Boston beat Chicago 4-2 on Sunday in the second game."), []);
}

#[test]
fn a_headline_is_held_against_the_text_below_it() {
    let one = File::new(
        "a.txt",
        "Robbers flee with $4.5 million in coins\n\nThree men broke into a coin fair in Ghent on Friday and fled with coins worth $4.8 million, police said.",
    );
    let two = File::new(
        "b.txt",
        "Coin fair robbed\n\nCoins worth $4.8 million were stolen from a fair in Ghent on Friday. In March a $4.5 million painting vanished in Bruges.",
    );
    assert_eq!(statuses(&[one, two], &["$4.5 million", "$4.8 million"]), [Status::Conflict]);
}

#[test]
fn an_age_stands_for_who_was_named_right_before() {
    let told = |a: &str, b: &str, displays: &[&str]| statuses(&[article(14, "a", a), article(14, "b", b)], displays);
    let named = "The tenor Ivo Kast, 44, fell from the stage in Basel on Monday.";
    let fell = "Ivo Kast fell from a stage in Basel on Monday. The 47-year-old broke an arm.";
    assert_eq!(told(named, fell, &["44", "47-year-old"]), [Status::Conflict]);
    let said = "Ivo Kast said the driver had fled on foot. The 27-year-old was found in a barn.";
    assert_eq!(told(named, said, &["44", "27-year-old"]), [], "the driver is meant");
}
