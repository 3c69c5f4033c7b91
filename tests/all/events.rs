//! Events: sentences in which they must be found or not, and stories in which they meet.

use claimdiff::article::{Meta, json, txt};
use claimdiff::claim::{Claim, Event, Line, Modality, Part};
use claimdiff::extract::extract;
use claimdiff::lexicon::lexicon;
use claimdiff::reconcile::group::{Group, GroupKind, Status};
use claimdiff::reconcile::reconcile;

fn slug(entity: &str) -> &str {
    entity.split_once(':').map_or(entity, |(_, s)| s)
}

/// `capture claimed agent:russia object:kupiansk at:donetsk on:2025-12-01 by:Moscow`.
fn shown(c: &Claim) -> String {
    let e = c.event.as_deref().unwrap();
    let modality = match e.modality {
        Modality::Done => "done",
        Modality::Planned => "planned",
        Modality::Possible => "possible",
        Modality::Cancelled => "cancelled",
        Modality::Denied => "denied",
        Modality::Claimed => "claimed",
        Modality::Negated => "negated",
    };
    let part = |p: Part| match p {
        Part::Agent => "agent",
        Part::Object => "object",
        Part::Partner => "partner",
        Part::Beneficiary => "beneficiary",
    };
    let mut out = vec![e.concept.to_string(), modality.to_owned()];
    out.extend(e.participants.iter().map(|p| format!("{}:{}", part(p.role), slug(&p.entity))));
    out.extend(e.place.iter().map(|p| format!("at:{}", slug(p))));
    out.extend(e.edtf.iter().map(|d| format!("on:{d}")));
    out.extend(c.claimer.iter().map(|w| format!("by:{w}")));
    out.join(" ")
}

/// Where each event stands (column, length) and what it tells.
fn found(text: &str) -> Vec<(usize, usize, String)> {
    let article = json::read(&serde_json::json!({"text": text, "date": "2026-03-12"}).to_string(), "a.json", "a");
    let claims = extract(&article.unwrap(), None).claims;
    // those of one side say something only beside the other
    let sided = |e: &Event| lexicon().events.named(&e.concept).is_some_and(|c| c.sided);
    let events = claims.iter().filter(|c| c.event.as_deref().is_some_and(|e| !sided(e)));
    events.map(|c| (c.start as usize, c.text.chars().count(), shown(c))).collect()
}

fn marked(line: &str) -> (usize, usize, String) {
    let at = line.find('^').unwrap();
    let length = line[at..].bytes().take_while(|b| *b == b'^').count();
    (at, length, line[at + length..].trim().to_owned())
}

/// A sentence and what is marked in it: from where, how many characters, what is told.
type Case<'t> = (&'t str, Vec<(usize, usize, String)>);

#[test]
fn events_are_read_from_sentences() {
    let mut wrong = Vec::new();
    let mut cases: Vec<Case> = Vec::new();
    for line in include_str!("../../fixtures/cases/events.txt").lines().filter(|l| !l.starts_with('#') && !l.is_empty()) {
        match cases.last_mut() {
            Some((_, marks)) if line.trim_start().starts_with('^') => marks.push(marked(line)),
            _ => cases.push((line, Vec::new())),
        }
    }
    for (text, wanted) in cases {
        let got = found(text);
        if got != wanted {
            let lines = got.iter().map(|(at, n, told)| format!("{}{} {told}", " ".repeat(*at), "^".repeat(*n)));
            wrong.push(format!("{text}\n{}", lines.collect::<Vec<_>>().join("\n")));
        }
    }
    assert!(wrong.is_empty(), "found instead:\n{}", wrong.join("\n"));
}

/// The groups of events of some texts, each with its day of publication.
fn groups(texts: &[(&str, &str)]) -> Vec<Group> {
    let line = |(i, (day, text)): (usize, &(&str, &str))| {
        let article = txt::read((*text).to_owned(), Meta::of_file(&format!("{i}.txt")), true);
        let extracted = extract(&article, Some(day.parse().unwrap()));
        Line { source: extracted.source, claims: extracted.claims, ..Line::default() }
    };
    reconcile(texts.iter().enumerate().map(line).collect(), &[GroupKind::Event]).groups
}

/// Label and status of the groups that more than one source has.
fn shared(texts: &[(&str, &str)]) -> Vec<(String, Status)> {
    groups(texts).into_iter().filter(|g| g.sources.len() > 1).map(|g| (g.label, g.status)).collect()
}

#[track_caller]
fn check(texts: &[(&str, &str)], label: &str, status: Status) {
    assert_eq!(shared(texts), [(label.to_owned(), status)]);
}

#[test]
fn one_meeting_is_one_event_however_it_is_told() {
    let texts = [
        ("2026-03-11", "Anna Holm met Robert Keller at the town hall of Oslo on Tuesday."),
        ("2026-03-11", "Talks between Robert Keller and Anna Holm in Oslo went on for hours."),
        ("2026-03-11", "Robert Keller held a long meeting with Anna Holm."),
    ];
    check(&texts, "meeting: Anna Holm, Robert Keller", Status::Agree);
}

#[test]
fn that_one_place_lies_in_the_other_must_be_told() {
    let arrest = |a: &str, b: &str| {
        let told = |place: &str| format!("Ada Lind was arrested {place} on Tuesday.");
        let (a, b) = (told(a), told(b));
        let found = groups(&[("2026-03-11", a.as_str()), ("2026-03-11", b.as_str())]);
        let event = found.into_iter().find(|g| g.label == "arrest: Ada Lind").unwrap();
        (event.status, event.values.len())
    };
    for (a, b) in [
        ("at Oslo Airport", "in Bergen"),
        ("at Oslo Airport", "at Bergen Airport"),
        ("at Oslo Airport", "at Oslo Central Station"),
        ("at the Skarvik Hotel", "in Bergen"),
        ("at the Skarvik Hotel in Oslo", "in Bergen"),
    ] {
        assert_eq!(arrest(a, b), (Status::Unresolved, 2), "{a}, {b}");
    }
    for (a, b) in [
        ("at Oslo Airport", "in Oslo"),
        ("at Oslo Airport", "in Norway"),
        ("at the Skarvik Hotel", "in Norway"),
        ("at the Skarvik Hotel in Bergen", "in Bergen"),
        ("at Heathrow", "in London"),
    ] {
        assert_eq!(arrest(a, b), (Status::Compatible, 2), "{a}, {b}");
    }
    assert_eq!(arrest("at the Skarvik Hotel", "at the Skarvik Hotel"), (Status::Agree, 1));
}

#[test]
fn what_one_party_claims_and_another_denies_is_a_dispute_and_no_conflict() {
    let texts = [
        ("2026-03-11", "Moscow claimed that it had captured Kupiansk."),
        ("2026-03-11", "Russia announced the capture of Kupiansk, something that Kyiv denied."),
        ("2026-03-11", "Kyiv said that fighting in Kupiansk went on."),
    ];
    let all = groups(&texts);
    assert_eq!(all.len(), 1, "{all:#?}");
    assert_eq!((all[0].status, all[0].disputed_by_parties), (Status::Compatible, true));
}

#[test]
fn what_an_article_has_as_done_and_somebody_in_another_denies_is_open() {
    let texts = [
        ("2026-03-11", "Customs officers arrested Ada Lind on Tuesday."),
        ("2026-03-11", "Customs officers said that Ada Lind was not arrested."),
    ];
    check(&texts, "arrest: Ada Lind", Status::Unresolved);
    let dispute = [
        ("2026-03-11", "Customs officers arrested Ada Lind on Tuesday. Her lawyer said that Ada Lind was not arrested."),
        ("2026-03-11", "The lawyer said that Ada Lind was not arrested."),
    ];
    assert!(shared(&dispute).iter().all(|(_, status)| *status == Status::Compatible), "{:?}", shared(&dispute));
}

#[test]
fn what_is_reported_by_one_and_was_not_so_for_another_is_open() {
    let texts = [("2026-03-11", "Coach Ada Lind has reportedly resigned."), ("2026-03-11", "Coach Ada Lind has not resigned.")];
    check(&texts, "resignation: Ada Lind", Status::Unresolved);
    let later =
        [("2026-03-11", "Coach Ada Lind has reportedly resigned."), ("2026-03-11", "Coach Ada Lind did not resign until midnight.")];
    check(&later, "resignation: Ada Lind", Status::Compatible);
}

#[test]
fn whom_an_article_has_named_is_not_a_man_behind_it() {
    let named = "Ada Lind was arrested on Monday. A judge ordered the release of Ada Lind on Tuesday.";
    let other = "Customs officers arrested Ada Lind on Monday. A former porter has been released on bail after a month.";
    check(&[("2026-03-11", named), ("2026-03-11", other)], "arrest: Ada Lind", Status::Agree);
}

#[test]
fn day_and_place_behind_a_name_in_apposition_are_those_of_the_event() {
    let arrest = |place: &str, day: &str| format!("Police arrested the clerk, Ada Lind, in {place} on {day}.");
    let (here, there, later) = (arrest("Oslo", "Monday"), arrest("Bergen", "Monday"), arrest("Oslo", "Tuesday"));
    check(&[("2026-03-11", &here), ("2026-03-11", &here)], "arrest: Ada Lind", Status::Agree);
    check(&[("2026-03-11", &here), ("2026-03-11", &there)], "arrest: Ada Lind", Status::Conflict);
    check(&[("2026-03-11", &here), ("2026-03-11", &later)], "arrest: Ada Lind", Status::Conflict);
}

#[test]
fn a_meeting_planned_in_two_towns_is_no_agreement() {
    let plan = |place: &str| format!("Anna Holm and Robert Keller will meet on 20 May in {place}.");
    let (oslo, bergen) = (plan("Oslo"), plan("Bergen"));
    let label = "meeting: Anna Holm, Robert Keller";
    check(&[("2026-03-11", &oslo), ("2026-03-11", &bergen)], label, Status::Conflict);
    check(&[("2026-03-11", &oslo), ("2026-03-12", &bergen)], label, Status::Changed);
}

#[test]
fn a_treaty_that_is_initialled_is_not_signed() {
    let texts = [
        ("2026-03-11", "Sweden and Norway signed the treaty in Oslo on Monday."),
        ("2026-03-11", "Sweden and Norway initialled the treaty in Oslo on Monday."),
    ];
    assert!(shared(&texts).iter().all(|(label, _)| !label.starts_with("signing")), "{:?}", shared(&texts));
}

#[test]
fn a_planned_meeting_that_is_cancelled_has_changed() {
    let texts = [
        ("2026-03-10", "Anna Holm will meet Robert Keller in Oslo on March 13, 2026."),
        ("2026-03-11", "A meeting between Anna Holm and Robert Keller in Oslo on March 13, 2026 was cancelled."),
    ];
    check(&texts, "meeting: Anna Holm, Robert Keller", Status::Changed);
}

#[test]
fn a_cancelled_meeting_was_not_held() {
    let cancelled = "A meeting between Anna Holm and Robert Keller in Oslo on March 10, 2026 was cancelled.";
    let held = "Anna Holm met Robert Keller in Oslo on March 10, 2026.";
    check(&[("2026-03-11", cancelled), ("2026-03-11", held)], "meeting: Anna Holm, Robert Keller", Status::Conflict);
    check(&[("2026-03-09", cancelled), ("2026-03-11", held)], "meeting: Anna Holm, Robert Keller", Status::Changed);
}

#[test]
fn what_was_planned_and_then_done_is_no_conflict() {
    let texts = [
        ("2026-03-09", "Anna Holm will meet Robert Keller in Oslo on Tuesday."),
        ("2026-03-11", "Anna Holm met Robert Keller in Oslo on Tuesday."),
    ];
    check(&texts, "meeting: Anna Holm, Robert Keller", Status::Changed);
}

#[test]
fn a_plan_does_not_come_true_before_its_day() {
    let texts = [
        ("2026-03-09", "Robert Keller will be sentenced on March 13 by Judge Anna Holm."),
        ("2026-03-11", "Judge Anna Holm sentenced Robert Keller."),
    ];
    check(&texts, "sentence: Robert Keller (by Anna Holm)", Status::Compatible);
    check(&[texts[0], ("2026-03-14", texts[1].1)], "sentence: Robert Keller (by Anna Holm)", Status::Changed);
}

#[test]
fn what_an_article_tells_as_done_it_does_not_plan() {
    let done = ("2026-03-11", "The harbour board fired Robert Keller on Tuesday.");
    let decided = "The harbour board fired Robert Keller on Tuesday. The decision to fire Robert Keller came after a long row.";
    check(&[done, ("2026-03-11", decided)], "dismissal: Robert Keller", Status::Agree);
    let planned = "The harbour board has decided to fire Robert Keller.";
    check(&[done, ("2026-03-09", planned)], "dismissal: Robert Keller", Status::Changed);
}

#[test]
fn two_articles_that_say_yes_and_no_contradict_each_other() {
    let texts = [
        ("2026-03-11", "Anna Holm met Robert Keller in Oslo on Tuesday."),
        ("2026-03-11", "Anna Holm did not meet Robert Keller in Oslo on Tuesday."),
    ];
    check(&texts, "meeting: Anna Holm, Robert Keller", Status::Conflict);
}

#[test]
fn who_has_taken_a_town_has_not_failed_to() {
    let yes = ("2026-03-05", "Russian forces have captured the town of Kupiansk. It was cold.");
    check(
        &[yes, ("2026-03-05", "Russian forces have not captured Kupiansk. The mayor was calm.")],
        "capture: Kupiansk (by Russia)",
        Status::Conflict,
    );
    let no = |text: &str| shared(&[yes, ("2026-03-05", text)]);
    let silent = [
        "Russian forces did not capture Kupiansk in 2022. The mayor was calm.",
        "Ukrainian forces have not captured Kupiansk. The mayor was calm.",
        "Russian forces have not captured Bakhmut. The mayor was calm.",
    ];
    for text in silent {
        assert!(no(text).iter().all(|(_, status)| *status != Status::Conflict), "{text} {:?}", no(text));
    }
}

#[test]
fn what_has_not_happened_yet_may_have_happened_when_a_later_article_is_written() {
    let check_both = |not: &str, done: &str, label: &str| {
        check(&[("2026-03-01", not), ("2026-03-05", done)], label, Status::Changed);
        check(&[("2026-03-05", not), ("2026-03-05", done)], label, Status::Conflict);
        check(&[("2026-03-05", not), ("2026-03-01", done)], label, Status::Conflict);
    };
    check_both("Police have not arrested Ivan Orlov. It was cold.", "Police have arrested Ivan Orlov. It was warm.", "arrest: Ivan Orlov");
    let not = "Russian forces have not captured Kupiansk. It was cold.";
    check_both(not, "Russian forces have captured Kupiansk. It was warm.", "capture: Kupiansk (by Russia)");
    let before = "Ann Lee resigned on February 20. It was warm.";
    check(&[("2026-03-01", "Ann Lee has not resigned. It was cold."), ("2026-03-05", before)], "resignation: Ann Lee", Status::Conflict);
}

#[test]
fn nobody_dies_on_two_days() {
    let texts =
        [("2026-03-11", "The painter Anna Holm died on March 3, 2026."), ("2026-03-11", "Anna Holm, the painter, died on March 5, 2026.")];
    check(&texts, "death: Anna Holm", Status::Conflict);
}

#[test]
fn one_retirement_is_planned_for_one_day() {
    let on = |report: &'static str, day: &str| (report, format!("The painter Anna Holm will retire on {day}, her office said."));
    let planned = |a: (&'static str, String), b: (&'static str, String)| -> Vec<(Status, Vec<String>)> {
        let both = groups(&[(a.0, &a.1), (b.0, &b.1)]).into_iter().filter(|g| g.sources.len() > 1);
        both.map(|g| (g.status, g.values.into_iter().map(|v| v.display.to_string()).collect())).collect()
    };
    let displays = vec!["planned, 2026-03-17".to_owned(), "planned, 2026-03-24".to_owned()];
    assert_eq!(planned(on("2026-03-11", "March 17"), on("2026-03-11", "March 24")), [(Status::Conflict, displays.clone())]);
    assert_eq!(planned(on("2026-03-11", "March 17"), on("2026-03-14", "March 24")), [(Status::Changed, displays)]);
    assert_eq!(planned(on("2026-03-11", "March 17"), on("2026-03-11", "March 17"))[0].0, Status::Agree);
}

#[test]
fn an_offence_is_no_other() {
    let told = |offence: &str| format!("The painter Anna Holm was charged with {offence} over the death of Robert Keller on Monday.");
    let charge = |a: &str, b: &str| -> Vec<Status> {
        let all = shared(&[("2026-03-11", &told(a)), ("2026-03-11", &told(b))]);
        all.into_iter().filter(|(label, _)| label == "charge: Anna Holm").map(|(_, status)| status).collect()
    };
    assert_eq!(charge("murder", "manslaughter"), [Status::Unresolved]);
    assert_eq!(charge("murder", "voluntary homicide"), [Status::Unresolved]);
    assert_eq!(charge("murder", "homicide"), [Status::Compatible]);
    assert_eq!(charge("second-degree murder", "murder"), [Status::Agree]);
    assert_eq!(charge("murder and manslaughter", "manslaughter"), [Status::Agree]);
}

#[test]
fn a_day_without_a_date_is_not_shown_to_be_another() {
    let told = |day: &str| {
        let article = txt::read(format!("The painter Anna Holm was killed in Oslo on {day}."), Meta::of_file("a.txt"), true);
        extract(&article, None)
    };
    let death = |a: &str, b: &str| {
        let line = |(i, day): (usize, &str)| {
            let extracted = told(day);
            let mut source = extracted.source;
            source.id = format!("{i}");
            Line { source, claims: extracted.claims, ..Line::default() }
        };
        let groups = reconcile([a, b].into_iter().enumerate().map(line).collect(), &[GroupKind::Event]).groups;
        groups.into_iter().map(|g| g.status).collect::<Vec<_>>()
    };
    assert_eq!(death("December 6", "Sunday"), [Status::Unresolved]);
    assert_eq!(death("Sunday", "Sunday"), [Status::Agree]);
}

#[test]
fn what_is_stolen_is_told_in_words_of_one_kind() {
    let texts = [
        ("2026-03-11", "Armed robbers stole gems worth five million euros from a shop on Monday."),
        ("2026-03-11", "Thieves made off with jewels in Oslo on Monday."),
    ];
    check(&texts, "theft: gems", Status::Agree);
}

#[test]
fn people_without_a_name_are_the_same_where_number_or_words_are() {
    let told = |a: &str, b: &str| shared(&[("2026-03-11", a), ("2026-03-11", b)]);
    let many = [("arrest: 40 teachers".to_owned(), Status::Agree)];
    assert_eq!(told("More than 40 teachers have been arrested.", "Some 40 teachers were arrested over the strike."), many);
    let teacher = [("charge: teacher".to_owned(), Status::Agree)];
    let charged = "The teacher was charged with killing Ada Lind.";
    assert_eq!(told(charged, "A teacher charged with killing Ada Lind has left the town."), teacher);
    for other in ["A teacher was charged with robbing Robert Keller.", "A teacher was charged."] {
        let one = shared(&[
            ("2026-03-11", charged),
            ("2026-03-11", other),
            ("2026-03-11", "Two nurses were charged with fraud. Three drivers were charged with theft."),
        ]);
        assert!(one.is_empty(), "{other}: {one:?}");
    }
    assert!(told("In all 40 teachers were arrested.", "In all 60 teachers were arrested on Monday.").is_empty());
}

#[test]
fn whom_one_article_names_beside_another_is_not_told_by_both() {
    let both = "The club dismissed its coaches Ada Lind and Robert Keller.";
    check(&[("2026-03-11", both), ("2026-03-11", "Ada Lind was dismissed.")], "dismissal: Ada Lind", Status::Agree);
    check(&[("2026-03-11", both), ("2026-03-11", both)], "dismissal: Ada Lind, Robert Keller", Status::Agree);
}

#[test]
fn who_did_not_do_it_leaves_open_that_another_did() {
    let text = "Ada Lind did not hire Robert Keller.";
    let found = groups(&[("2026-03-11", text), ("2026-03-11", text)]);
    let values: Vec<&str> = found[0].values.iter().map(|v| v.display.as_str()).collect();
    assert_eq!((found[0].label.as_str(), values), ("appointment: Robert Keller", vec!["not by Ada Lind"]));
}

#[test]
fn an_accusation_of_theft_is_not_one_of_a_killing() {
    let killing = "Robert Keller is accused of murder in the deaths of two women.";
    let theft = "Robert Keller was accused of stealing a boat.";
    let about = |a: &str, b: &str| {
        let list = shared(&[("2026-03-11", a), ("2026-03-11", b)]);
        list.iter().any(|(label, _)| label == "accusation: Robert Keller")
    };
    assert!(!about(killing, theft));
    assert!(about(killing, "Robert Keller is accused of killing two women."));
}

#[test]
fn an_old_post_is_not_the_new_one() {
    let new = "Robert Keller was named coach of the club on Monday.";
    let old = "Robert Keller was selected as the club's coach from 1981 to 1985.";
    assert!(shared(&[("2026-03-11", new), ("2026-03-11", old)]).iter().all(|(label, _)| label != "appointment: Robert Keller"));
}

#[test]
fn his_wife_is_the_only_one_whom_the_article_names_in_the_matter() {
    let victim = |text: &str| found(text).into_iter().find(|(.., told)| told.starts_with("die")).unwrap().2;
    let told = "Jan Berg was found guilty of killing his wife.";
    assert_eq!(victim(&format!("{told} He was convicted in the death of Ada Lind.")), "die done object:ada-lind");
    assert_eq!(victim(&format!("{told} Ada Lind was killed in May. Petra Moe was killed in June.")), "die done object:wife");
    assert_eq!(victim(&format!("{told} Ada Lind was injured.")), "die done object:wife");
}

#[test]
fn one_killing_is_one_event_whatever_it_is_called_and_whoever_is_named() {
    let texts = [
        ("2026-03-11", "Ada Lind was shot in Oslo on Monday."),
        ("2026-03-11", "A jury convicted Jan Berg in the death of Ada Lind."),
        ("2026-03-11", "The shooting in Oslo on Monday shocked the town. Ada Lind, a nurse, was killed."),
        ("2026-03-11", "A woman was killed in Oslo."),
        ("2026-03-11", "Her father was killed in a crash. His brother had died years ago."),
    ];
    let deaths = |texts: &[(&str, &str)]| groups(texts).into_iter().filter(|g| g.label.starts_with(['d', 's'])).count();
    assert_eq!(deaths(&texts[..4]), 1, "{:#?}", groups(&texts));
    assert_eq!(deaths(&texts), 3, "{:#?}", groups(&texts));
    assert_eq!(deaths(&[texts[0], texts[1], ("2026-03-11", "Petra Moe was killed in Bergen. Two women were killed in Oslo.")]), 3);
}

#[test]
fn two_meetings_on_two_days_are_two() {
    let texts = [
        ("2026-03-11", "Anna Holm met Robert Keller in Oslo on March 3."),
        ("2026-03-11", "Anna Holm met Robert Keller in Oslo on March 9."),
    ];
    assert_eq!(shared(&texts), []);
}

/// The events on which two articles of one day contradict each other.
fn contradictions(a: &str, b: &str) -> Vec<String> {
    let day = "2026-02-03";
    let events = shared(&[(day, a), (day, b)]);
    events.into_iter().filter(|(_, status)| *status == Status::Conflict).map(|(label, _)| label).collect()
}

#[test]
fn opposites_contradict_each_other() {
    for (a, b, label) in [
        (
            "Lawmakers in Slovenia approved the pension bill on Tuesday.",
            "Lawmakers in Slovenia rejected the pension bill on Tuesday.",
            "approval",
        ),
        ("The judge granted bail to Stefan Marek on Monday.", "Stefan Marek was denied bail on Monday.", "bail: Stefan Marek"),
        ("Stefan Marek pleaded guilty on Monday.", "Stefan Marek pleaded not guilty on Monday.", "guilty plea: Stefan Marek"),
        ("The Brenner motorway reopened on Monday.", "The Brenner motorway remained closed on Monday.", "reopening: motorway"),
        (
            "The Kestrel rocket lifted off from Andoya on Friday.",
            "The launch of the Kestrel rocket from Andoya on Friday was called off.",
            "launch: rocket",
        ),
        (
            "Prime Minister Leo Braun visited the site on Monday.",
            "Prime Minister Leo Braun cancelled a visit to the site on Monday.",
            "visit: Leo Braun",
        ),
    ] {
        assert_eq!(contradictions(a, b), [label], "{a}");
        assert_eq!(contradictions(b, a), [label], "{b}");
    }
}

#[test]
fn what_is_denied_in_other_words_contradicts() {
    for (done, not, label) in [
        (
            "Lithuania and Chile signed the fishing treaty in Vilnius on Monday.",
            "Lithuania and Chile initialled the fishing treaty in Vilnius on Monday but did not sign it.",
            "signing: Chile, Lithuania",
        ),
        (
            "Minister Petra Novak signed the order on Monday.",
            "Minister Petra Novak read the order on Monday but refused to sign it.",
            "signing: Petra Novak",
        ),
        ("Norvane suspended chief executive Petra Lund on Monday.", "Petra Lund has not been suspended.", "suspension: Petra Lund"),
        ("Dario Melis was charged with assault on Monday.", "The coach, Dario Melis, has not been charged.", "charge: Dario Melis"),
        (
            "The driver was Paulo Reis. Police said he had been arrested on Monday.",
            "The driver, Paulo Reis, has not been arrested, a police spokeswoman said.",
            "arrest: Paulo Reis",
        ),
        (
            "Challenger Marek Danko conceded defeat on Sunday night.",
            "Challenger Marek Danko refused to concede on Sunday night.",
            "concession of defeat: Marek Danko",
        ),
        (
            "Karl Otto testified before the committee on Monday.",
            "Karl Otto refused to testify before the committee on Monday.",
            "testimony: Karl Otto",
        ),
        ("Two nurses were hurt in the blaze in Halden.", "Nobody was hurt in the blaze in Halden.", "injury: two nurses"),
    ] {
        assert_eq!(contradictions(done, not), [label], "{done}");
    }
}

#[test]
fn a_vote_may_end_the_article() {
    for text in ["The decision of the court was split", "The vote of the board was divided", "The jury was split", "Two judges dissented"] {
        let article = txt::read((*text).to_owned(), Meta::of_file("a.txt"), true);
        let line = extract(&article, None);
        let vote = line.claims.iter().filter(|c| c.event.as_deref().is_some_and(|e| e.concept == "unanimity")).map(|c| c.text.as_str());
        assert!(vote.eq([text.rsplit(' ').next().unwrap()]), "{text}");
    }
}

#[test]
fn what_is_no_opposite_does_not_contradict() {
    for (a, b) in [
        // two charges, and an article that tells of both
        ("Stefan Marek was convicted of theft on Monday and acquitted of arson.", "Stefan Marek was convicted on Monday."),
        ("Stefan Marek was not charged with arson.", "Stefan Marek was charged with theft on Monday."),
        // a claim, and a plan
        ("The union plans to reject the offer.", "The union in Halden accepted the offer on Monday."),
        // years ago
        ("Petra Lund was suspended on May 3, 2019.", "Petra Lund has not been suspended."),
        // closed and opened again
        ("The Brenner motorway was closed on Sunday.", "The Brenner motorway reopened on Monday."),
        // other charges, other matters, other doers, other occasions
        ("Stefan Marek was convicted of fraud on Tuesday.", "Stefan Marek was acquitted of bribery on Tuesday."),
        ("Norway signed the treaty on fishing.", "Norway did not sign the treaty on mines."),
        ("Petra Lund accepted the resignation of Tom Stein.", "Petra Lund rejected the resignation of Bo Roe."),
        ("The navy did not charge Karl Roth.", "Karl Roth was charged by prosecutors in Halden."),
        ("The ice did not kill Karl Roth.", "Ann Lee killed Karl Roth."),
        ("The ice did not kill Karl Roth.", "Karl Roth was killed on Monday."),
        ("No one was arrested in the case.", "Singer Karl Roth was arrested in Lima for speeding."),
        ("The hotel charged Anna Kolb $50 for a towel.", "Prosecutors did not charge Anna Kolb."),
        ("Minister Al Bose conceded that mistakes were made.", "Al Bose did not concede defeat."),
        ("Rebels released Noa Adar on Monday.", "Noa Adar was not released on Sunday."),
        ("Anna Holm was not injured in the fire.", "Two nurses were injured in the fire."),
        ("Three people were hurt in 2019. No one was injured on Monday.", "No one was hurt on Monday. Three people were hurt in 2019."),
        // some of those who vote, and another alarm
        ("Deputies in Halden backed the bill on Monday.", "Two deputies in Halden voted against the bill on Monday."),
        ("The smoke alarm sounded in the kitchen.", "The burglar alarm did not sound."),
        // missiles are no labour
        ("The army called the strike a success on Monday in Halden.", "Nurses in Halden called off a strike on Monday."),
    ] {
        assert_eq!(contradictions(a, b), [""; 0], "{a}");
    }
}

/// The status of the first event that two articles, the second of a given day, tell the two sides of.
fn sides(a: &str, b: &str, day: &str) -> Option<Status> {
    let found = shared(&[("2026-02-03", a), (day, b)]);
    found.into_iter().map(|(_, status)| status).find(|s| matches!(s, Status::Conflict | Status::Changed | Status::Unresolved))
}

#[test]
fn two_sides_of_a_matter_contradict_each_other() {
    for (a, b) in [
        ("Retailer Alder plans to create 800 jobs this year.", "Alder is to axe 800 jobs."),
        ("Coach Ivo Brandt is stepping down after the season.", "Coach Ivo Brandt will stay in the job, the club said."),
        ("Shares in Norvik jumped 8 percent on Tuesday.", "Norvik stock tumbled 8 percent on Tuesday."),
        ("The hotel's fire alarm did not go off.", "The fire alarm went off."),
        ("The marathon in Alton was cancelled because of the heat.", "The marathon in Alton went ahead despite the heat."),
        ("The airline will refund all tickets, it said.", "The airline will not pay refunds."),
        ("Striker Tom Vega will miss the final.", "Tom Vega is fit and will play in the final."),
        ("Senator Joan Pell voted for the budget.", "Senator Joan Pell voted against the budget."),
        ("The board backed the plan unanimously.", "The plan passed by five votes to four."),
        ("The ceasefire was extended by a week.", "The ceasefire has expired."),
        ("All passengers escaped unhurt.", "A passenger was taken to hospital with a broken arm."),
        ("The city of Halden paid the ransom.", "The city of Halden refused to pay the ransom."),
        ("The brakes of the tram worked.", "The brakes of the tram did not work."),
        ("The doors were locked.", "The doors were not locked."),
        ("Police are treating the fire as suspicious.", "Police are not treating the fire as suspicious."),
    ] {
        assert_eq!(sides(a, b, "2026-02-03"), Some(Status::Conflict), "{a}");
    }
}

#[test]
fn two_steps_of_one_person_are_left_to_the_reader() {
    for (a, b) in [
        ("Student Mia Holt was arrested on Monday.", "Student Mia Holt was given a summons on Monday."),
        ("The jury found banker Lena Voss not guilty of fraud.", "Lena Voss was convicted of fraud, the court said."),
        ("Peter Dale was released on bail on Monday.", "Peter Dale was held without bail on Monday."),
        ("Pilot Ines Falk is in custody.", "Ines Falk was released."),
        ("Owen Marsh died in the crash on Sunday.", "Owen Marsh survived the crash on Sunday."),
        ("Climber Ada Ross was found alive.", "Climber Ada Ross was found dead."),
        ("The judge sentenced driver Karl Toft to eight years in prison.", "Karl Toft was jailed for life."),
        ("Cyclist Nora Lind died at the scene.", "Nora Lind died in hospital, police said."),
        ("Cook Ian Moss was declared dead on arrival.", "Ian Moss died two hours later."),
    ] {
        assert_eq!(sides(a, b, "2026-02-03"), Some(Status::Unresolved), "{a}");
    }
}

#[test]
fn a_later_report_may_tell_the_other_side() {
    for (a, b, day, status) in [
        ("Climber Ada Ross survived the avalanche.", "Ada Ross died after the avalanche.", "2026-02-05", Status::Changed),
        ("The airline will pay refunds.", "The airline will not pay refunds.", "2026-02-09", Status::Changed),
        ("The union will hold a strike on Friday.", "The union has suspended its strike.", "2026-02-03", Status::Changed),
        ("Norvik agreed to buy Kestler Group.", "The authority blocked the sale of Kestler Group.", "2026-02-09", Status::Changed),
        ("Dentist Nora Weiss sold the practice.", "Dentist Nora Weiss denied selling the practice.", "2026-02-03", Status::Unresolved),
    ] {
        assert_eq!(sides(a, b, day), Some(status), "{a}");
    }
}

/// The label of the group in which two articles have two people for one post, text or killing.
fn two_people(a: &str, b: &str) -> Option<(String, Status)> {
    let found = groups(&[("2026-02-03", a), ("2026-02-03", b)]).into_iter();
    found.map(|g| (g.label, g.status)).find(|(_, status)| matches!(status, Status::Conflict | Status::Unresolved))
}

#[test]
fn who_did_it_is_one_person_in_all_articles() {
    let conflict = |a, b, label: &str| assert_eq!(two_people(a, b), Some((label.to_owned(), Status::Conflict)), "{a}");
    conflict("Anna Reeve was killed by Peter Dale on Monday.", "Anna Reeve was killed by Tom Birch on Monday.", "who killed Anna Reeve");
    for (a, b) in [
        ("Anna Reeve was killed by Peter Dale and Tom Birch.", "Anna Reeve was killed by Peter Dale."),
        ("Anna Reeve was killed by Peter Dale.", "Anna Reeve may have been killed by Tom Birch."),
        ("Anna Reeve was killed by Peter Dale.", "Ada Reeve was killed by Tom Birch."),
    ] {
        assert_eq!(two_people(a, b), None, "{a}");
    }
}

#[test]
fn two_finders_are_left_to_the_reader() {
    let found = |a: &str, b: &str| two_people(a, b).map(|(_, status)| status);
    let landlord = "The landlord's son entered the flat in Halden and found the bodies on Monday.";
    assert_eq!(found("Police found the bodies in Halden on Monday.", landlord), Some(Status::Unresolved));
    assert_eq!(
        found("The body was found by her brother in Halden on Monday.", "Her father found the body in Halden on Monday."),
        Some(Status::Unresolved)
    );
    for (a, b) in [
        ("Police found the bodies in Halden on Monday.", "Firefighters found the bodies in Halden on Monday."),
        ("A relative found the body in Halden on Monday.", "Her father found the body in Halden on Monday."),
        ("The body was found in Halden on Monday.", "Her father found the body in Halden on Monday."),
    ] {
        assert_eq!(found(a, b), None, "{a}");
    }
}

#[test]
fn sides_of_two_matters_do_not_contradict() {
    for (a, b) in [
        // another object, day, town, number, company, occasion or body
        ("Norvik Foods recalled the yoghurt.", "Norvik Foods did not recall the cheese."),
        (
            "The mayor of Alton, Jane Reed, opened the bridge on Monday.",
            "The mayor of Alton, Jane Reed, did not open the bridge on Sunday.",
        ),
        ("Police searched the house in Alton.", "Police did not search the house in Bolton."),
        ("Norvik will hire 200 engineers.", "Norvik will cut 900 jobs."),
        ("Norvik shares rose 3 percent on Monday.", "Alder shares fell 2 percent on Monday."),
        ("Norvik shares rose 3 percent on Monday.", "Norvik shares fell 2 percent on Tuesday."),
        ("No one was hurt in the second explosion.", "Two people were hurt in the first explosion."),
        ("The directors voted unanimously.", "The jury was split."),
        ("Norvik will extend the lease of the shop.", "The lease of the warehouse expired."),
        ("The union accepted the offer of Norvik.", "The union rejected the offer of Alder."),
        ("Karl Roth resigned as chairman.", "Karl Roth will remain as chief executive."),
        ("Defender Jan Holt missed the semi-final.", "Defender Jan Holt will play in the final."),
        // open, or denied in part
        ("Norvik Foods will pay the fine.", "If Norvik Foods does not pay the fine, it will lose its licence."),
        ("Norvik Foods paid the fine.", "Norvik Foods did not immediately pay the fine."),
        ("The company repaired the pump.", "The company did not say when it repaired the pump."),
        ("Police searched the house.", "Police did not search only the house."),
        ("Would the company refund the passengers?", "The company will not refund the passengers."),
        ("The airline may refund passengers.", "The airline will not refund passengers."),
        ("Norvik did not mean to close the shop.", "Norvik closed the shop."),
        ("Petra Lind could not pay the rent.", "Petra Lind paid the rent."),
        ("There is no chance that the concert will be cancelled.", "The concert went ahead."),
        ("Allegations that Norvik dumped waste were false.", "Norvik did not dump waste."),
        ("Minister Paul Grau stayed on the line for an hour.", "Minister Paul Grau resigned on Monday."),
        // each at a place of its own, whether on a map or not
        ("Norvik will hire 600 welders in Munich.", "Norvik is to cut 600 jobs in its rail division at Krefeld."),
        ("Sirens sounded in the port of Alderby.", "No siren was heard in Norvik."),
        ("In Lund, the sirens sounded at dawn.", "The sirens in Malmo did not sound."),
        // a condition that stands before its subject
        ("Had the guard not stopped the train, it would have hit the wall.", "The guard stopped the train."),
        ("The train would have hit the wall had the guard not stopped it.", "The guard stopped the train."),
        // another part of the day, another of several, another bidder, some of them
        ("Norvik shares were up 3 percent at noon on Monday.", "Norvik shares closed down 1 percent on Monday."),
        ("The first concert was cancelled.", "The second concert went ahead on Saturday."),
        ("Norvik rejected Alder's bid.", "Norvik accepted Penrose's bid."),
        ("The airline refunded passengers.", "The airline did not refund passengers who had booked through agents."),
        // another crime, another person, what may have been, what a conviction can rest on, two of a kind
        ("Peter Dale was convicted of manslaughter.", "Peter Dale was acquitted of murder."),
        ("Peter Dale was convicted of fraud and acquitted of bribery.", "Peter Dale was acquitted of bribery."),
        ("Peter Dale was convicted of murder.", "Peter Dale's brother was acquitted of murder."),
        ("Peter Dale was released from hospital on Monday.", "Peter Dale remained in custody on Monday."),
        ("Two suspects were released.", "The suspects remained in custody."),
        ("Owen Marsh died of cancer on Sunday.", "Owen Marsh, who survived the crash, led the rescue."),
        ("Owen Marsh's wife died in the crash.", "Owen Marsh survived the crash."),
        ("Police feared Ada Ross was dead.", "Ada Ross was found alive."),
        ("Peter Dale was sentenced to 20 years to life.", "Peter Dale was sentenced to life."),
        ("Peter Dale was sentenced to life for murder.", "Peter Dale was sentenced to 20 years for robbery."),
        ("Peter Dale could be sentenced to life.", "Peter Dale was sentenced to 20 years in prison."),
        ("The Rovers won the first match on Sunday.", "The Rovers lost the second match on Sunday."),
    ] {
        assert_eq!(sides(a, b, "2026-02-03"), None, "{a}");
        assert_eq!(sides(b, a, "2026-02-03"), None, "{b}");
    }
    // who is no authority
    let (a, b) = ("A court official said Karl Roth was released.", "A tennis court owner said Karl Roth was not released.");
    assert_eq!(sides(a, b, "2026-02-03"), Some(Status::Unresolved));
}
