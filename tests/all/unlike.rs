//! What two articles of one day tell unlike of one person, body or event, and what only looks so.

use claimdiff::reconcile::group::{GroupKind, Status};

use crate::alignment::article;
use crate::library::groups;

/// The statuses of the groups of a kind in which two articles of one day do not agree.
fn of_two(kind: GroupKind, one: &str, other: &str) -> Vec<Status> {
    let differs = |s: Status| matches!(s, Status::Conflict | Status::Unresolved | Status::Changed);
    let all = groups(&[article(18, "a", one), article(18, "b", other)]).into_iter();
    all.filter(|g| g.kind == kind && differs(g.status)).map(|g| g.status).collect()
}

/// The first two are left to the reader; none of the others is beside the first.
fn left_open(kind: GroupKind, one: &str, other: &str, silent: &[&str]) {
    assert_eq!(of_two(kind, one, other), [Status::Unresolved], "{other}");
    for text in silent {
        assert!(of_two(kind, one, text).is_empty(), "{text}");
    }
}

#[test]
fn what_did_not_take_place_on_that_day() {
    left_open(
        GroupKind::Event,
        "Nora Lidman met Pavel Horak in Velm on Monday.",
        "The meeting of Nora Lidman and Pavel Horak in Velm fell through on Monday.",
        &["The meeting of Nora Lidman and Pavel Horak in Velm on Monday was short.", "Nora Lidman did not meet Emil Brandt on Monday."],
    );
    left_open(
        GroupKind::Event,
        "Mayor Nora Lidman apologised on Monday for the delay at the port.",
        "Mayor Nora Lidman refused to apologise on Monday for how long the port was shut.",
        &["Mayor Nora Lidman refused to apologise on Sunday for the delay at the port."],
    );
}

#[test]
fn a_conviction_upheld_and_quashed_is_no_agreement() {
    let upheld = article(18, "a", "An appeals court on Monday upheld the conviction of Pavel Horak for fraud.");
    let quashed = article(18, "b", "An appeals court on Monday quashed the conviction of Pavel Horak for fraud.");
    let all = groups(&[upheld, quashed]);
    let events = || all.iter().filter(|g| g.kind == GroupKind::Event);
    assert!(events().all(|g| g.status != Status::Agree) && events().any(|g| g.status == Status::Unresolved), "{all:?}");
}

#[test]
fn the_deputy_is_not_the_chief() {
    left_open(
        GroupKind::Role,
        "Velm's fire chief, Nora Lidman, said the roof gave way on Monday.",
        "Nora Lidman, deputy fire chief of Velm, said on Monday that the roof had given way.",
        &["Nora Lidman, the fire chief of Velm, said on Monday that the roof had given way."],
    );
    left_open(
        GroupKind::Role,
        "Pavel Horak, head coach of the club, was sent off on Monday.",
        "Pavel Horak, assistant coach of the club, was sent off on Monday.",
        &["Pavel Horak, coach of the club, was sent off on Monday."],
    );
}

#[test]
fn who_speaks_for_a_body_does_not_lead_it() {
    left_open(
        GroupKind::Role,
        "Nora Lidman, the museum's manager, said the vase was lost.",
        "\"The vase is lost,\" said Nora Lidman, spokeswoman for the museum.",
        &["\"The vase is lost,\" said Nora Lidman, spokeswoman for the police.", "Nora Lidman, the museum's boss, said the vase was lost."],
    );
}

#[test]
fn whose_relative_somebody_is() {
    left_open(
        GroupKind::Role,
        "Pavel Horak will hand the mill to his daughter Nora Horak on Monday.",
        "Nora Horak, a niece of the miller Pavel Horak, takes over the mill on Monday.",
        &["Nora Horak, a niece of the baker Emil Brandt, takes over the mill on Monday."],
    );
}

#[test]
fn a_body_has_its_headquarters_in_one_town() {
    let based = "Norvik Shipping, a small carrier of grain based in Bergen, lost a ferry on Monday.";
    let other = "A ferry of Norvik Shipping, whose headquarters are in Lisbon, sank on Monday.";
    assert_eq!(of_two(GroupKind::Place, based, other), [Status::Conflict]);
    assert!(of_two(GroupKind::Place, based, "Norvik Shipping, which has an office in Lisbon, lost a ferry on Monday.").is_empty());
}

#[test]
fn what_was_in_two_towns() {
    left_open(
        GroupKind::Place,
        "A tornado ripped through a school in Lisbon on Monday, hurting nine.",
        "Nine were hurt on Monday as a twister flattened a school in Porto.",
        &["Nine were hurt on Monday as a twister flattened a school."],
    );
    let seven = "Police arrested 7 strikers in Lisbon on Monday at a protest against low pay.";
    let conflicts = |other: &str| of_two(GroupKind::Place, seven, other).contains(&Status::Conflict);
    assert!(!conflicts("Police arrested 19 strikers in Porto on Monday at a protest against low pay."));
    assert!(conflicts("Police arrested 7 strikers in Porto on Monday at a protest against low pay."));
}

#[test]
fn an_appointment_that_is_still_to_come() {
    left_open(
        GroupKind::Event,
        "Nora Lidman was sentenced to four years in prison for fraud.",
        "Nora Lidman is to be sentenced for fraud on March 30.",
        &["Nora Lidman was sentenced for fraud."],
    );
}

#[test]
fn two_meetings_of_one_day_have_nobody_in_common() {
    let days = |other: &str| {
        let one = "After the talks in Velm, Nora Lidman and Pavel Horak are likely to meet a delegation from Torvik in Ostrava today.";
        let all = groups(&[article(18, "a", one), article(18, "b", other)]).into_iter();
        all.filter(|g| g.kind == GroupKind::Date && g.sources.len() > 1).count()
    };
    assert_eq!(days("Nora Lidman and Pavel Horak planned to meet Emil Brandt of Torvik today."), 1);
    assert_eq!(days("Emil Brandt with Ada Moen and Karl Sund during the Ferry Board meeting on Monday."), 0);
}
