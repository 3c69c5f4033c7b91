//! Bare names that an article uses for a place and, as it seems, for a person of whom it tells no other name: `Washington's plan`.

use rustc_hash::FxHashSet;

use super::Segment;
use super::weights::Label;
use crate::extract::Context;
use crate::lexicon::class;

/// Makes places of single words that were taken for people, where the article has the same word as a place of the table. One who is led by
/// a title or named in full stays a person.
pub fn settle(cx: &Context, segments: &mut [Segment]) {
    let last = |s: &Segment| cx.tokens.str(s.tokens.end - 1);
    let bare = |s: &Segment, label: Label| s.label == label && s.tokens.len() == 1;
    let known = |s: &&Segment| bare(s, Label::Place) && cx.lexicon.places.exactly(&cx.tokens.all[s.tokens.clone()]).is_some();
    let mut places: FxHashSet<&str> = segments.iter().filter(known).map(last).collect();
    let person = |s: &&Segment| s.label == Label::Person && (s.tokens.len() > 1 || is_titled(cx, s));
    for i in segments.iter().filter(person).flat_map(|s| s.tokens.clone()) {
        places.remove(cx.tokens.str(i));
    }
    let town = |s: &&mut Segment| bare(s, Label::Person) && places.contains(last(s));
    segments.iter_mut().filter(town).for_each(|s| s.label = Label::Place);
}

/// A title stands before it: `Mrs. Lincoln`, `Senator Houston`.
fn is_titled(cx: &Context, s: &Segment) -> bool {
    let before = s.tokens.start.checked_sub(1).map(|i| if cx.tokens.all[i].is_punct('.') { i.saturating_sub(1) } else { i });
    before.is_some_and(|i| cx.tokens.all[i].is(class::TITLE | class::ROLE | class::KINSHIP))
}
