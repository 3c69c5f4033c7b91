//! How a body voted: all alike (`unanimously`), or not (`one director voted against`, `by three votes to two`).

use super::scene::Scene;
use crate::claim::{Event, Modality, Short};
use crate::extract::Context;
use crate::extract::mention::{EventMention, Side};
use crate::lexicon::class;
use crate::lexicon::event_words as sets;

/// Whether token `at` may begin such a phrase.
pub fn may_open(cx: &Context, at: usize) -> bool {
    let token = &cx.tokens.all[at];
    token.is_number() || token.is(class::NUMBER) || cx.lexicon.events.words.has(token, sets::BALLOTS)
}

/// Reads at token `at` how a vote was taken.
pub fn read(scene: &Scene, at: usize) -> Option<EventMention> {
    const REACH: usize = 40;
    let (tokens, yes) = unanimous(scene, at).map(|t| (t, true)).or_else(|| Some((split(scene, at)?, false)))?;
    // nobody knows yet, or it need not be so
    let hedge = (at.saturating_sub(REACH).max(scene.tokens.start)..at).any(|i| {
        scene.has(i, class::NEGATION)
            || scene.is(
                i,
                &[
                    "if", "must", "should", "would", "will", "may", "might", "could", "expected", "unless", "requires", "require",
                    "required",
                ],
            )
    });
    if hedge || super::mood::is_asked(scene) {
        return None;
    }
    let decider = decider(scene, at);
    let event = Event {
        concept: "unanimity".into(),
        participants: Vec::new(),
        modality: if yes { Modality::Done } else { Modality::Negated },
        place: None,
        edtf: scene.dates[..scene.dates.partition_point(|d| d.tokens.end <= at)].last().and_then(|d| d.date.edtf.clone()),
        day: None,
    };
    let side = Side { subject: decider, ..Side::default() };
    Some(EventMention {
        span: scene.cx.tokens.span(tokens),
        event,
        verb: Some(Short::from("vote")),
        head: None,
        claimer: None,
        side: Some(side),
    })
}

fn unanimous(scene: &Scene, at: usize) -> Option<std::ops::Range<usize>> {
    if scene.is(at, &["unanimous", "unanimously", "unanimity"]) {
        let not = scene.is(at.wrapping_sub(1), &["not", "nearly", "almost", "near"]);
        return (!not).then_some(at..at + 1);
    }
    let without = scene.is(at, &["without"]) && (at + 1..at + 4).any(|i| scene.is(i, &["dissent", "dissenting"]));
    without.then_some(at..at + 2)
}

fn split(scene: &Scene, at: usize) -> Option<std::ops::Range<usize>> {
    const NEAR: usize = 8;
    let s = scene;
    let ballot = ["vote", "votes", "voted", "decision", "verdict", "ruling", "ruled", "decided", "majority", "split", "divided"];
    let near = |i: usize| (i.saturating_sub(NEAR).max(s.tokens.start)..(i + NEAR).min(s.tokens.end)).any(|j| s.is(j, &ballot));
    let small =
        |i: usize| s.has(i, class::NUMBER) && !s.has(i, class::ORDINAL) || s.token(i).is_some_and(|t| t.is_number()) && s.word(i).len() < 3;
    let none = |i: usize| s.is(i, &["nil", "none", "zero", "0", "no", "nobody"]);
    // "three to two", "5-4", "by four votes to one"
    let gap = 1 + s.is(at + 1, &["votes"]) as usize;
    let scored =
        small(at) && (s.is(at + gap, &["to", "against"]) || s.is_punct(at + 1, &['-', '–'])) && small(at + gap + 1) && !none(at + gap + 1);
    let unit = |i: usize| {
        s.has(i, class::UNIT | class::TEMPORAL | class::MONTH) || s.is_punct(i, &['-', '%', ':']) && s.token(i).is_some_and(|t| t.glued())
    };
    if scored && near(at) && !unit(at + gap + 2) {
        return Some(at..at + gap + 2);
    }
    // "one director voted against", "two of the judges dissented"
    let against = s.is(at, &["voted"]) && s.is(at + 1, &["against"]) || s.is(at, &["dissented", "dissenting", "abstained"]);
    let from = at.saturating_sub(NEAR).max(s.tokens.start);
    let some = || (from..at).any(small) && (from..at).any(|i| s.among(i, sets::DECIDERS) || is_decider(s, i));
    if against && some() {
        return Some(at..at + 1 + s.is(at + 1, &["against"]) as usize);
    }
    let noun = at + 1 < s.tokens.end && s.is(at + 1, &["decision", "vote", "verdict", "ruling", "jury", "court"]);
    let divided = s.is(at, &["split", "divided"]) && (noun || s.is(at.wrapping_sub(1), &["was", "were"]) && near(at));
    divided.then_some(at..at + 1 + usize::from(noun))
}

/// A single one of those who vote.
fn is_decider(scene: &Scene, i: usize) -> bool {
    scene.is(
        i,
        &[
            "director",
            "judge",
            "juror",
            "justice",
            "member",
            "councillor",
            "councilor",
            "lawmaker",
            "senator",
            "deputy",
            "shareholder",
            "minister",
            "referee",
        ],
    )
}

/// Who votes, as the stem of the noun: the nearest before it in the sentence, else behind it.
fn decider(scene: &Scene, at: usize) -> Option<Short> {
    let noun = |i: &usize| scene.among(*i, sets::DECIDERS) || is_decider(scene, *i);
    const REACH: usize = 20;
    let before = (at.saturating_sub(REACH).max(scene.tokens.start)..at).rev().find(noun);
    before.or_else(|| (at..(at + REACH).min(scene.tokens.end)).find(noun)).map(|i| scene.stem(i))
}
