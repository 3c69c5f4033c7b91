//! Figures that look as if they measured one thing and measure two, and two that measure one.

use claimdiff::reconcile::group::{GroupKind, Status};

use crate::library::{File, groups};

/// The statuses of the groups of figures that have all these values.
fn statuses(texts: &[&str], displays: &[&str]) -> Vec<Status> {
    let files: Vec<File> =
        texts.iter().zip('a'..).map(|(text, name)| File::new(&format!("{name}.txt"), format!("4 March 2026\n\n{text}\n"))).collect();
    let has = |displays: &[&str], g: &claimdiff::reconcile::group::Group| displays.iter().all(|d| g.values.iter().any(|v| v.display == *d));
    groups(&files).into_iter().filter(|g| g.kind == GroupKind::Figure && has(displays, g)).map(|g| g.status).collect()
}

const APART: [Status; 0] = [];

#[test]
fn a_price_is_of_the_product_named_last() {
    let air = "The Marlin Air is out. The Air has a new screen. The 13-inch model starts at $1,199.";
    let pro = "Marlin showed its Marlin Pro. The Pro has a new fan. Its 13-inch model starts at $1,199.";
    let dearer = "The Marlin Pro is out. The Pro has a new screen. It will cost $1,299 as a 13-inch model.";
    assert_eq!(statuses(&[air, pro], &["$1,199"]), [Status::SingleSource, Status::SingleSource]);
    assert_eq!(statuses(&[air, dearer], &["$1,199", "$1,299"]), APART);
    assert_eq!(statuses(&[pro, dearer], &["$1,199", "$1,299"]), [Status::Conflict]);
}

#[test]
fn models_of_cars_are_two() {
    let three = "The Corvo Model 3 came out on Monday. The Model 3 costs $35,000 and goes 220 miles.";
    let y = "The Corvo Model Y came out on Monday. The Model Y costs $39,000 and goes 220 miles.";
    assert_eq!(statuses(&[three, y], &["$35,000", "$39,000"]), APART);
}

#[test]
fn a_size_that_names_a_model_contradicts_nothing() {
    let (small, large) = ("The 13-inch Marlin Pro has a new fan, Marlin said.", "Marlin spoke of a new fan for its 15-inch Marlin Pro.");
    assert_eq!(statuses(&[small, large], &["13-inch", "15-inch"]), APART);
}

#[test]
fn a_name_before_the_noun_tells_two_kinds_apart() {
    let usb = "The Marlin laptop has two USB ports on its left side.";
    let thunder = "The Marlin laptop has three Thunderbolt ports on its left side.";
    assert_eq!(statuses(&[usb, thunder], &["two USB ports", "three Thunderbolt ports"]), APART);
    let more = "The Marlin laptop has three USB ports on its left side.";
    assert_eq!(statuses(&[usb, more], &["two USB ports", "three USB ports"]), [Status::Conflict]);
}

#[test]
fn how_often_somebody_was_shot_may_be_told_otherwise() {
    let eleven = "Police shot Paul Berg 11 times in Corvel on Monday, a doctor said.";
    let seven = "Paul Berg was shot seven times by police in Corvel on Monday, his family said.";
    assert_eq!(statuses(&[eleven, seven], &["11 times", "seven times"]), [Status::Conflict]);
    let bullets = "Paul Berg was hit by seven bullets in Corvel on Monday.";
    assert_eq!(statuses(&[seven, bullets], &["seven times", "seven bullets"]), [Status::Agree]);
    let fired = "Police fired 11 shots at Paul Berg in Corvel on Monday.";
    assert_eq!(statuses(&[eleven, fired], &["11 times", "11 shots"]), APART);
    let other = "Ann Marsh was shot seven times by police in Corvel on Monday, her family said.";
    assert_eq!(statuses(&[eleven, other], &["11 times", "seven times"]), APART);
    let talked = "Paul Berg met the mayor 11 times in Corvel on Monday, he said.";
    let less = "On Monday Paul Berg said that he had met the mayor in Corvel seven times.";
    assert_eq!(statuses(&[talked, less], &["11 times", "seven times"]), APART, "who counts what");
}

#[test]
fn a_term_is_read_to_the_day() {
    let two = "Paul Berg was sentenced to 2 years in prison for the theft in Corvel.";
    let more = "Paul Berg was sentenced to 2 1/2 years in prison for the theft in Corvel.";
    assert_eq!(statuses(&[two, more], &["2 years", "2 1/2 years"]), [Status::Conflict]);
    let months = "Paul Berg was sentenced to 24 months in prison for the theft in Corvel.";
    assert_eq!(statuses(&[two, months], &["2 years", "24 months"]), [Status::Compatible]);
    let half = "Paul Berg spent 2 1/2 years in Corvel, where the theft was.";
    let round = "Paul Berg spent 2 years in Corvel, where the theft was.";
    assert_eq!(statuses(&[half, round], &["2 years", "2 1/2 years"]), [Status::Compatible], "what somebody spent is rounded");
}

#[test]
fn one_night_is_no_part_of_a_conflict_with_all() {
    let night = "Police arrested 46 people in Corvel on Tuesday night in protests over the shooting.";
    let all = "Police have made over 50 arrests in Corvel over four nights of protests since the shooting.";
    assert_eq!(statuses(&[night, all], &["46 people", "over 50 arrests"]), APART);
}

#[test]
fn ages_go_by_the_order_of_the_names() {
    let both = "Sara and Paul Berg, 16 and 13, were missing in Corvel on Monday.";
    let one = "Sara Berg, 16, was missing in Corvel on Monday, as was Paul Berg, 13.";
    assert_eq!(statuses(&[both, one], &["16"]), [Status::Agree]);
    assert_eq!(statuses(&[both, one], &["13"]), [Status::Agree]);
}

#[test]
fn a_term_that_is_yet_to_serve_is_a_term() {
    let two = "Paul Berg was sentenced to 2 years, with 9 months to serve, for the theft in Corvel.";
    let more = "Paul Berg was sentenced to 2 1/2 years, with 9 months to serve, for the theft in Corvel.";
    assert_eq!(statuses(&[two, more], &["2 years", "2 1/2 years"]), [Status::Conflict]);
    let served = "Paul Berg served 2 years after he was sentenced for the theft in Corvel.";
    assert_eq!(statuses(&[served, more], &["2 years", "2 1/2 years"]), [Status::Compatible], "what somebody served is rounded");
}

#[test]
fn a_deed_done_to_one_person_is_counted_once() {
    let eleven = "A teenager was shot 11 times. Police fired again and again at Paul Berg, who was shot 11 times in Corvel.";
    let seven = "Officers fired 11 shots at Paul Berg, and he was shot seven times in Corvel, a report shows.";
    assert_eq!(statuses(&[eleven, seven], &["11 times", "seven times"]), [Status::Conflict]);
    let arrested = "Paul Berg, a baker, has been arrested four times since he moved to Corvel.";
    let jailed = "Paul Berg, a baker, has been jailed three times since he moved to Corvel.";
    assert_eq!(statuses(&[arrested, jailed], &["four times", "three times"]), APART, "two deeds");
}

#[test]
fn sizes_of_models_make_no_list_of_prices() {
    let base = "Marlin will ask $1,099 for the base 13-inch Marlin Pro and $1,799 for a 15-inch model, a better 15-inch one being $2,199.";
    let start = "The new Marlin Pro line starts at $1,199 for the 13-inch model.";
    assert_eq!(statuses(&[base, start], &["$1,099", "$1,199"]), [Status::Conflict]);
    let case = "Marlin Pro sales begin today. A case for the 13-inch Marlin Pro costs $89 at the start.";
    assert_eq!(statuses(&[base, case], &["$1,099", "$89"]), APART, "so far apart they are two things");
    let lists = "The Marlin Pro has 8 cores, 4 fans, 16 keys, 12 lights and 6 ports, and 900 people built it.";
    let other = "The Marlin Pro has 5 ports.";
    assert_eq!(statuses(&[lists, other], &["6 ports", "5 ports"]), APART, "a list is a list");
}

#[test]
fn the_first_of_them_are_not_all_of_them() {
    let worst = "The flood struck hardest in the four hardest-hit villages of Corvel, the governor said.";
    let gone = "The flood destroyed four villages of Corvel, the governor said.";
    let more = "The flood destroyed seven villages of Corvel, the governor said.";
    assert_eq!(statuses(&[worst, gone], &["four hardest-hit villages"]), [Status::SingleSource]);
    assert_eq!(statuses(&[worst, gone, more], &["four villages", "seven villages"]), [Status::Conflict]);
}

#[test]
fn a_digit_is_mistyped() {
    let right = "Ann Berg scored 20 points for Corvel on Monday and now has 1,947 points.";
    let wrong = "Corvel won on Monday. Ann Berg now has 1,847 points for Corvel.";
    let record = "Ann Berg made a free throw for Corvel on Monday. Ann Berg broke the Corvel record of 1,946 points.";
    let other = "Corvel won on Monday. Eva Lund now has 1,847 points for Corvel.";
    assert_eq!(statuses(&[right, wrong], &["1,947 points", "1,847 points"]), [Status::Conflict]);
    assert_eq!(statuses(&[right, record], &["1,947 points", "1,946 points"]), APART, "a record is broken by one");
    assert_eq!(statuses(&[right, other], &["1,947 points", "1,847 points"]), APART);
    let clerks = "The Corvel Bank has 12,418 clerks in the valley, its head said on Monday.";
    let fewer = "The Corvel Bank has 12,918 clerks in the valley.";
    assert_eq!(statuses(&[clerks, fewer], &["12,418 clerks", "12,918 clerks"]), [Status::Conflict]);
    let game = "Ann Berg scored 20 points as Corvel beat Orsa on Monday.";
    let half = "Corvel led at half-time, when Ann Berg had 12 points.";
    assert_eq!(statuses(&[game, half], &["20 points", "12 points"]), APART, "it may be a half, or another game");
}

#[test]
fn ages_of_two_without_a_name_contradict_nothing() {
    let nineteen = "A 19-year-old man was shot dead outside a bar in Corvel on Monday, police said.";
    let older = "Police said a 21-year-old man was shot and killed in Corvel on Monday.";
    let comma = "Police said a man, 21, was shot and killed in Corvel on Monday.";
    let charged = "Police in Corvel arrested a 21-year-old man on Monday, a few hours after the shots at the bar.";
    let woman = "A 21-year-old woman was shot dead near a bar in Corvel on Monday.";
    let two = "Police said a 21-year-old man and a 40-year-old man were shot and killed in Corvel on Monday.";
    let named = "Police said Paul Berg, 21, was shot and killed in Corvel on Monday.";
    let ages = |other| statuses(&[nineteen, other], &["19-year-old"]);
    for other in [older, comma, charged, woman, two, named] {
        assert_eq!(ages(other), [Status::SingleSource], "{other}");
    }
}
