//! Whether what is told happened: modality, as the words before a verb or noun give it.

use super::scene::Scene;
use crate::claim::Modality;
use crate::extract::mention::{Attribution, QuoteMention, Speaker};
use crate::lexicon::class;

/// Verbs and adjectives before `to` and a verb that say that it is meant to happen.
const PLANS: [&str; 44] = [
    "agree",
    "agreed",
    "agrees",
    "bound",
    "decide",
    "decided",
    "decides",
    "due",
    "expected",
    "expects",
    "going",
    "intend",
    "intended",
    "intends",
    "invited",
    "ordered",
    "orders",
    "plan",
    "planned",
    "planning",
    "plans",
    "pledged",
    "pledges",
    "prepare",
    "prepared",
    "prepares",
    "preparing",
    "promised",
    "promises",
    "ready",
    "scheduled",
    "set",
    "slated",
    "supposed",
    "vowed",
    "vows",
    "poised",
    "volunteered",
    "arranged",
    "arrangements",
    "continue",
    "likely",
    "about",
    "opted",
];
/// Those that say that it did happen.
const DID: [&str; 16] = [
    "managed",
    "forced",
    "able",
    "began",
    "begun",
    "started",
    "helped",
    "proceeded",
    "returned",
    "went",
    "came",
    "happened",
    "elected",
    "continued",
    "voted",
    "votes",
];
/// Those that say that it did not.
const DID_NOT: [&str; 12] =
    ["failed", "fails", "refused", "refuses", "declined", "declines", "unable", "yet", "neglected", "forgot", "refusing", "failing"];

/// What an auxiliary or adverb says.
fn of_word(scene: &Scene, i: usize) -> Option<Modality> {
    let is = |list: &[&str]| scene.is(i, list);
    if scene.has(i, class::NEGATION) {
        return Some(Modality::Negated);
    }
    if is(&["will", "shall", "'ll", "he'll", "she'll", "they'll", "it'll"]) {
        return Some(Modality::Planned);
    }
    if is(&["would", "may", "might", "can", "could", "should", "must", "perhaps", "possibly", "ought", "nearly", "almost"]) {
        return Some(Modality::Possible);
    }
    is(&["reportedly", "allegedly", "apparently", "purportedly", "supposedly"]).then_some(Modality::Claimed)
}

/// What two words on one verb say together: that it did not happen weighs most.
pub fn stronger(a: Modality, b: Modality) -> Modality {
    let rank = |m: Modality| match m {
        Modality::Done => 0,
        Modality::Claimed => 1,
        Modality::Possible => 2,
        Modality::Planned => 3,
        Modality::Cancelled => 4,
        Modality::Denied => 5,
        Modality::Negated => 6,
    };
    if rank(a) >= rank(b) { a } else { b }
}

/// The words before a verb that belong to it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Group {
    /// Its first token.
    pub start: usize,
    pub be: bool,
    pub have: bool,
    /// `do`, a modal verb or `to`: what follows is a base form.
    pub bare: bool,
    /// The token of `to`.
    pub to: Option<usize>,
    pub modality: Modality,
}

/// Reads the auxiliaries and adverbs before the verb at token `at`.
pub fn group(scene: &Scene, at: usize) -> Group {
    const LONGEST: usize = 8;
    let mut g = Group { start: at, be: false, have: false, bare: false, to: None, modality: Modality::Done };
    while g.start > scene.tokens.start && at - g.start < LONGEST {
        let i = g.start - 1;
        if scene.is(i, &["to"]) {
            (g.to, g.start, g.bare) = (Some(i), i, true);
            break;
        }
        let auxiliary = scene.has(i, class::AUXILIARY);
        let noun_of_month = scene.is(i, &["may"]) && scene.token(i).is_some_and(|t| t.is_capital());
        if noun_of_month || !auxiliary && !scene.is_adverb(i) && !scene.is(i, &["not", "'ll"]) {
            break;
        }
        if let Some(said) = of_word(scene, i) {
            g.modality = stronger(g.modality, said);
        }
        if auxiliary {
            // The auxiliary nearest to the verb decides about its form.
            let first = !(g.be || g.have || g.bare);
            let be =
                ["is", "are", "was", "were", "be", "been", "being", "am", "isn't", "aren't", "wasn't", "weren't", "he's", "she's", "it's"];
            let have = ["has", "have", "had", "having", "hasn't", "haven't", "hadn't"];
            match () {
                _ if first && scene.is(i, &be) => g.be = true,
                _ if first && scene.is(i, &have) => g.have = true,
                _ if first => g.bare = true,
                _ => {}
            }
        }
        g.start = i;
    }
    g
}

/// What the word before `to` (at token `to`) makes of the verb behind it, and the token at which the search for the subject begins.
pub fn governed(scene: &Scene, to: usize) -> (Modality, usize) {
    let mut i = to;
    while i > scene.tokens.start && (scene.is_adverb(i - 1) && !scene.is(i - 1, &["yet"])) {
        i -= 1;
    }
    let Some(governor) = i.checked_sub(1).filter(|g| *g >= scene.tokens.start) else { return (Modality::Possible, to) };
    if let Some(name) = scene.name_ending(i) {
        let forced = scene.is(name.tokens.start.wrapping_sub(1), &["forced", "forcing"]);
        return (if forced { Modality::Done } else { Modality::Possible }, i);
    }
    let said = [(&PLANS[..], Modality::Planned), (&DID[..], Modality::Done), (&DID_NOT[..], Modality::Negated)];
    let modality = said.iter().find(|(list, _)| scene.is(governor, list)).map_or(Modality::Possible, |(_, m)| *m);
    let outer = group(scene, governor);
    let modality = if outer.modality == Modality::Negated && modality != Modality::Negated { Modality::Negated } else { modality };
    (modality, outer.start)
}

/// Whether an `if`, `whether` or `unless` opens the clause that holds token `at`.
pub fn is_supposed(scene: &Scene, at: usize) -> bool {
    const REACH: usize = 14;
    let from = at.saturating_sub(REACH).max(scene.tokens.start);
    let clause = (from..at).rev().take_while(|i| !scene.is_punct(*i, &[',', ';', ':']));
    clause.into_iter().any(|i| scene.is(i, &["if", "whether", "unless", "until", "lest"]))
}

/// `when he is sentenced`: a present passive behind a word of time is still to come; so is `that he be sentenced`.
pub fn is_awaited(scene: &Scene, group: &Group) -> bool {
    const REACH: usize = 6;
    let from = group.start.saturating_sub(REACH).max(scene.tokens.start);
    let present = scene.is(group.start, &["is", "are", "'s"]);
    let wished = group.be && scene.is(group.start, &["be"]);
    wished || group.be && present && (from..group.start).any(|i| scene.is(i, &["when", "once", "until"]))
}

/// What is said at token `at` in reported speech: the shortest that holds it.
pub fn reported<'a>(scene: &Scene<'a>, at: usize) -> Option<&'a Attribution> {
    const LOOK_BACK: usize = 8;
    let list = &scene.found.attributions;
    let behind = list.partition_point(|a| a.content.start <= at);
    let near = list[behind.saturating_sub(LOOK_BACK)..behind].iter();
    near.filter(|a| a.content.contains(&at)).min_by_key(|a| a.content.len())
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
