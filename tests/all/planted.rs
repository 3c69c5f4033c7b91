//! Stories with a planted truth: what was found of it once must be found again.

use super::truths::floors::Floors;
use super::truths::scene::{Kind, Scene};
use super::truths::{happen, measure, novel};

#[test]
fn no_floor_is_fallen_below() {
    let floors = Floors::read();
    let tally = measure(floors.seed, floors.stories);
    assert_eq!(floors.fallen(&tally), [""; 0]);
}

/// Else the stories would measure only how well the tables were learned by heart.
#[test]
fn a_third_of_the_sentences_have_no_word_of_the_tables() {
    let scenes = Scene::all();
    let slots = || scenes.iter().flat_map(|s| &s.slots).filter(|s| s.kind != Kind::Name);
    let all: usize = slots().map(|s| s.sentences.len()).sum();
    let novel: usize = slots().map(novel::novel_sentences).sum();
    assert!(3 * novel >= all, "{novel} of {all}");
}

/// One figure, date, role or negation changed in a copy of our own stories.
#[test]
fn a_mutation_is_found_and_changes_nothing_else() {
    let found = super::truths::mutate::run(&[concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/stories")], 2);
    let sum = |f: fn(&super::truths::mutate::Count) -> u32| found.counts.values().map(f).sum::<u32>();
    let (made, hit, wrong) = (sum(|c| c.made), sum(|c| c.found), sum(|c| c.conflicts - c.right));
    assert!(wrong == 0 && hit * 100 >= made * 85, "{found}{:#?}", found.errors);
}

/// Events denied in one paper, or told of another day.
#[test]
fn what_did_not_happen_contradicts_what_did() {
    let found = happen::measure(1, 24);
    let (undone, other_day) = (found.recall(happen::Plan::Undone), found.recall(happen::Plan::OtherDay));
    assert!((found.precision(), found.mixed) == (100.0, 0) && undone >= 70.0 && other_day >= 45.0, "{found}{:#?}", found.errors);
}
