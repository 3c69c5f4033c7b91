//! Where a vehicle was to go, according to each source: "a jet bound for Oslo", "an Oslo-bound jet", "the ferry from Dover to Calais".

use std::collections::BTreeSet;

use super::slots::{self, CROWD, Filler, names_other, pairs};
use super::{Days, Relation, Stated, relation, words_around};
use crate::claim::SlotKind;
use crate::lexicon::{class, lexicon};
use crate::reconcile::group::Draft;
use crate::reconcile::story::Story;

/// A group for each kind of vehicle of which articles each name one destination. `days`: those that each sentence names.
pub fn groups(story: &Story, stated: &Stated, days: &Days) -> Vec<Draft> {
    let courses = slots::places(story, SlotKind::Course);
    courses.values().filter_map(|items| draft(story, stated, days, items)).collect()
}

/// The destinations, if each article gives one of the same vehicle.
fn draft(story: &Story, stated: &Stated, days: &Days, items: &[Filler]) -> Option<Draft> {
    let between = || pairs(items).filter(|(a, b)| a.article != b.article);
    let relate = |a: &Filler, b: &Filler| relation(stated, a.place, b.place);
    if items.len() > CROWD
        || pairs(items).any(|(a, b)| a.article == b.article && relate(a, b) != Relation::Same)
        || !between().any(|(a, b)| are_of_one(story, days, a, b))
    {
        return None;
    }
    // the vehicle may have had both on its way
    let stop = |a: &Filler, b: &Filler| names_other(story, stated, a, b) || names_other(story, stated, b, a);
    let verdict = match between().find(|(a, b)| relate(a, b) == Relation::Apart) {
        Some((a, b)) if !are_of_one(story, days, a, b) || stop(a, b) => return None,
        Some((a, b)) => super::apart(a.place, b.place),
        None if between().any(|(a, b)| relate(a, b) == Relation::Unknown) => return None,
        None => slots::of_one(items),
    };
    Some(slots::draft(story, items, "bound for".to_owned(), "where: bound for".to_owned(), verdict))
}

/// Both sentences tell of one voyage: they share another name or words of what happened, and do not name two days.
fn are_of_one(story: &Story, days: &Days, a: &Filler, b: &Filler) -> bool {
    const TELLING: usize = 3;
    let stems = |i: &Filler| words_around(story.before(i.member), story.behind(i.member)).into_iter().collect::<BTreeSet<_>>();
    let own: BTreeSet<String> = [a, b].iter().flat_map(|i| i.place.name.split(' ').map(str::to_lowercase)).collect();
    let named = |i: &Filler| capitals(story.sentence(i.member)).filter(|w| !own.contains(w)).collect::<BTreeSet<_>>();
    let days = |i: &Filler| days.get(&story.sentence_number(i.member)).map_or(&[][..], Vec::as_slice);
    let (x, y) = (days(a), days(b));
    let other_day = !x.is_empty() && !y.is_empty() && x.iter().all(|d| y.iter().all(|e| !d.overlaps(*e)));
    let told = !named(a).is_disjoint(&named(b)) || stems(a).intersection(&stems(b)).count() >= TELLING;
    told && !other_day
}

/// The words of a sentence, behind its first, that have a capital and are names.
fn capitals(sentence: &str) -> impl Iterator<Item = String> {
    let words = sentence.split_whitespace().skip(1).take(60).filter(|w| w.starts_with(char::is_uppercase));
    let light = |w: &String| lexicon().words.classes(lexicon().words.id(w)).any(class::FUNCTION | class::WEEKDAY | class::MONTH);
    words.map(|w| plain(w.trim_end_matches("'s").trim_end_matches("’s"))).filter(move |w| w.len() > 2 && !light(w))
}

/// A word without what stands around it, in lower case.
fn plain(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}
