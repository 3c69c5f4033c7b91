//! Who is said to tell what stands at a token: reported speech and quotations around it.

use super::scene::Scene;
use crate::extract::mention::{Attribution, QuoteMention, Speaker};
use crate::lexicon::event_words::Set;

/// What is said at token `at` in reported speech: the shortest that holds it.
pub fn reported<'a>(scene: &Scene<'a>, at: usize) -> Option<&'a Attribution> {
    const LOOK_BACK: usize = 8;
    let list = &scene.found.attributions;
    let behind = list.partition_point(|a| a.content.start <= at);
    let near = list[behind.saturating_sub(LOOK_BACK)..behind].iter();
    near.filter(|a| a.content.contains(&at)).min_by_key(|a| a.content.len())
}

/// Whether the verb of saying is a word of one of these sets.
pub fn is_said_with(scene: &Scene, said: &Attribution, words: Set) -> bool {
    let lexicon = scene.cx.lexicon;
    said.cue.as_deref().is_some_and(|cue| lexicon.events.words.is(lexicon.words.id(&cue.to_lowercase()), words))
}

/// The quote that holds token `at`, if it has a speaker.
pub fn quoted<'a>(scene: &Scene<'a>, at: usize) -> Option<&'a Speaker> {
    const LOOK_BACK: usize = 4;
    let tokens = |q: &QuoteMention| &scene.cx.article.quotations[q.quotation].tokens;
    let list = &scene.found.quotes;
    let behind = list.partition_point(|q| tokens(q).start <= at);
    let near = list[behind.saturating_sub(LOOK_BACK)..behind].iter().rev();
    near.filter(|q| tokens(q).contains(&at)).find_map(|q| q.speaker.as_ref())
}
