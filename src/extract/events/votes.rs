//! How a body voted: all alike (`unanimously`), or not (`one director voted against`, `by three votes to two`).

use std::ops::Range;

use super::scene::Scene;
use super::sides::beside;
use super::{mood, rest};
use crate::claim::{Event, Modality, Pole, Short, Side, Tense};
use crate::extract::Context;
use crate::extract::mention::EventMention;
use crate::lexicon::event_words as sets;
use crate::lexicon::{class, word_sets};

word_sets! {
    BOARD = 0: "voting_board";
    CABINET = 1: "voting_cabinet";
    COURT = 2: "voting_court";
    PARLIAMENT = 3: "voting_parliament";
    /// Another body, or one of another body.
    OTHER = 4: "voting_other";
    /// One of any body.
    MEMBER = 5: "voting_member";
    /// Beside two numbers: they are those of a vote.
    OF_VOTE = 6: "of_a_vote";
    /// `split | jury`
    NOUN_OF_VOTE = 7: "noun_of_vote";
    /// Words for a vote that is still to come, or need not be so.
    TO_COME = 8: "vote_to_come";
    /// `almost unanimous`
    NOT_ALL = 9: "not_unanimous";
    NO_NUMBER = 10: "no_number";
}

/// All who vote.
const VOTERS: u32 = BOARD | CABINET | COURT | PARLIAMENT | OTHER | MEMBER;

/// The matter whose two sides are told.
const MATTER: &str = "unanimity";

fn is_of(scene: &Scene, i: usize, sets: u32) -> bool {
    scene.token(i).is_some_and(|t| SETS.has(t, sets))
}

/// Whether token `at` may begin such a phrase.
pub fn may_open(cx: &Context, at: usize) -> bool {
    let token = &cx.tokens.all[at];
    token.is_number() || token.is(class::NUMBER) || cx.lexicon.events.words.has(token, sets::BALLOTS)
}

/// Reads at token `at` how a vote was taken.
pub fn read(scene: &Scene, at: usize) -> Option<EventMention> {
    let (tokens, pole) = unanimous(scene, at).map(|t| (t, Pole::Yes)).or_else(|| Some((split(scene, at)?, Pole::No)))?;
    if is_open(scene, at) {
        return None;
    }
    let side = Side { voters: voters(scene, at), ..beside::side(scene, &tokens, MATTER.into(), pole, Tense::Past) };
    let event = Event {
        concept: MATTER.into(),
        participants: Vec::new(),
        modality: if pole == Pole::Yes { Modality::Done } else { Modality::Negated },
        place: None,
        edtf: scene.dates[..scene.dates.partition_point(|d| d.tokens.end <= at)].last().and_then(|d| d.date.edtf.clone()),
        day: None,
        side: Some(Box::new(side)),
    };
    Some(EventMention {
        rest: rest::behind(scene, tokens.end),
        span: scene.cx.tokens.span(tokens),
        event,
        verb: Some(Short::from("vote")),
        head: None,
        owner: None,
        claimer: None,
    })
}

/// The vote is still to come, need not come about, or is part of a question.
fn is_open(scene: &Scene, at: usize) -> bool {
    const REACH: usize = 40;
    let before = at.saturating_sub(REACH).max(scene.tokens.start)..at;
    before.into_iter().any(|i| scene.has(i, class::NEGATION) || is_of(scene, i, TO_COME)) || mood::is_asked(scene)
}

fn unanimous(scene: &Scene, at: usize) -> Option<Range<usize>> {
    if scene.is(at, &["unanimous", "unanimously", "unanimity"]) {
        return (!is_of(scene, at.wrapping_sub(1), NOT_ALL)).then_some(at..at + 1);
    }
    let without = scene.is(at, &["without"]) && (at + 1..at + 4).any(|i| scene.is(i, &["dissent", "dissenting"]));
    without.then_some(at..at + 2)
}

fn split(scene: &Scene, at: usize) -> Option<Range<usize>> {
    scored(scene, at).or_else(|| opposed(scene, at)).or_else(|| divided(scene, at))
}

/// Tokens looked at around a word for others of the same vote.
const NEAR: usize = 8;

/// A word of votes stands near.
fn is_of_a_vote(scene: &Scene, at: usize) -> bool {
    (at.saturating_sub(NEAR).max(scene.tokens.start)..(at + NEAR).min(scene.tokens.end)).any(|i| is_of(scene, i, OF_VOTE))
}

/// A number of votes.
fn is_small(scene: &Scene, i: usize) -> bool {
    const LONGEST: usize = 2;
    scene.has(i, class::NUMBER) && !scene.has(i, class::ORDINAL)
        || scene.token(i).is_some_and(|t| t.is_number()) && scene.word(i).len() <= LONGEST
}

/// `three to two`, `5-4`, `by four votes to one`
fn scored(s: &Scene, at: usize) -> Option<Range<usize>> {
    let to = at + 1 + s.is(at + 1, &["votes"]) as usize;
    let between = s.is(to, &["to", "against"]) || s.is_punct(at + 1, &['-', '–']);
    let scored = is_small(s, at) && between && is_small(s, to + 1) && !is_of(s, to + 1, NO_NUMBER);
    let unit = |i: usize| {
        s.has(i, class::UNIT | class::TEMPORAL | class::MONTH) || s.is_punct(i, &['-', '%', ':']) && s.token(i).is_some_and(|t| t.glued())
    };
    (scored && is_of_a_vote(s, at) && !unit(to + 2)).then_some(at..to + 2)
}

/// `one director voted against`, `two of the judges dissented`
fn opposed(s: &Scene, at: usize) -> Option<Range<usize>> {
    let against = s.is(at + 1, &["against"]);
    let opposes = s.is(at, &["voted"]) && against || s.is(at, &["dissented", "dissenting", "abstained"]);
    let before = at.saturating_sub(NEAR).max(s.tokens.start)..at;
    let some = || before.clone().any(|i| is_small(s, i)) && before.clone().any(|i| is_of(s, i, VOTERS));
    (opposes && some()).then_some(at..at + 1 + usize::from(against))
}

/// `a split decision`, `the court was divided`
fn divided(s: &Scene, at: usize) -> Option<Range<usize>> {
    let noun = is_of(s, at + 1, NOUN_OF_VOTE);
    let divided = s.is(at, &["split", "divided"]) && (noun || s.is(at.wrapping_sub(1), &["was", "were"]) && is_of_a_vote(s, at));
    divided.then_some(at..at + 1 + usize::from(noun))
}

/// Who votes, the nearest before it in the sentence, else behind it: the body, or the stem of its noun; none for a member of anything.
fn voters(scene: &Scene, at: usize) -> Option<Short> {
    const REACH: usize = 20;
    const BODIES: [(u32, &str); 4] = [(BOARD, "board"), (CABINET, "cabinet"), (COURT, "court"), (PARLIAMENT, "parliament")];
    let noun = |i: &usize| is_of(scene, *i, VOTERS);
    let before = (at.saturating_sub(REACH).max(scene.tokens.start)..at).rev().find(noun);
    let noun = before.or_else(|| (at..(at + REACH).min(scene.tokens.end)).find(noun)).filter(|i| !is_of(scene, *i, MEMBER))?;
    let body = BODIES.iter().find(|(set, _)| is_of(scene, noun, *set));
    Some(body.map_or_else(|| scene.stem(noun), |(_, name)| Short::from(*name)))
}
