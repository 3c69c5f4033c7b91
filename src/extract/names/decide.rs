//! Splits each run into the segments that score highest together.
//!
//! The score of a segment is a sum of parts that depend on its first unit, on its last unit, and on all of it; those of the units are added
//! up once for each unit.

use std::ops::Range;

use super::Segment;
use super::context::{before, behind, is_personal_verb};
use super::feature::{NO_NAME, PLACES, Props, props, shape};
use super::holder::{is_behind_role, is_full_name, is_second_of_holders, is_set_off};
use super::memory::{Memory, begin, extend};
use super::rules::{Around, allowed};
use super::shape::Segmented;
use super::unit::{Lead, Run, Runs, Unit};
use super::weights::{LABELS, Label, NEVER, Scores, WIDTH, Weights, add, group, slot, weighed};
use super::words::follows_ship;
use crate::extract::Context;
use crate::lexicon::class;
use crate::lexicon::tense::TenseWord;
use crate::text::{Token, WordId};

/// No name has more units than this.
pub const LONGEST: usize = 13;
/// How much less places score, and people of one word that no table has: running news has fewer of them than the texts on which the weights
/// were trained. Set by hand on news; `tests/planted/main.rs` measures a change (`stories 1 400 name`).
const SCARCER_PLACE: i16 = 30;
const SCARCER_PERSON: i16 = 40;
const IMPOSSIBLE: i32 = i32::MIN / 4;

/// Chooses the names of an article among its candidates.
pub struct Decider<'a> {
    cx: &'a Context<'a>,
    weights: &'a Weights,
    /// The candidates of the first runs of the article, in the order in which they are tried.
    kept: Vec<Candidate>,
    /// For the current run: what its units weigh, what is remembered of its candidates, and its best splits.
    parts: Vec<Parts>,
    recalls: Vec<Option<Props>>,
    best: Vec<Best>,
}

/// The most candidates that are kept for the second pass, so that a text in capitals needs no more memory than others.
const KEPT: usize = 1 << 16;

/// What a unit adds to the segments that it is alone, begins, or ends: by itself, and by what stands beside it.
#[derive(Clone, Copy, Default)]
struct Parts {
    only: Scores,
    first: Scores,
    last: Scores,
    left: Scores,
    right: Scores,
}

/// The units from `start` to `end` taken as one segment: what they weigh whatever is remembered of them.
#[derive(Clone, Copy)]
struct Candidate {
    start: u32,
    end: u32,
    /// [`NEVER`] for a label that they cannot have.
    scores: Scores,
}

/// The best way to split the units up to one of them: its score, and its last segment.
#[derive(Clone, Copy)]
struct Best {
    score: i32,
    start: usize,
    label: Label,
    margin: i32,
}

/// What the first pass decided.
#[derive(Default)]
pub struct Decided {
    pub segments: Vec<Segment>,
    /// By run: its segments, and its candidates if they were kept.
    runs: Vec<(Range<usize>, Range<usize>)>,
}

impl<'a> Decider<'a> {
    pub fn new(cx: &'a Context<'a>, weights: &'a Weights) -> Self {
        Decider { cx, weights, kept: Vec::new(), parts: Vec::new(), recalls: Vec::new(), best: Vec::new() }
    }

    /// The segments of all runs in order of the text, [`Label::None`] left out, as the runs show them by themselves.
    pub fn first(&mut self, runs: &Runs) -> Decided {
        let mut out = Decided::default();
        self.kept.reserve(runs.units.len().min(KEPT));
        out.segments.reserve(runs.runs.len());
        out.runs.reserve(runs.runs.len());
        for run in &runs.runs {
            let (segments, from) = (out.segments.len(), self.kept.len());
            let units = &runs.units[run.units.clone()];
            self.weigh(run, units);
            self.decide(from..self.kept.len(), units, &mut out.segments);
            if self.kept.len() > KEPT {
                self.kept.truncate(from);
            }
            out.runs.push((segments..out.segments.len(), from..self.kept.len()));
        }
        out
    }

    /// The segments of the same runs in the light of what is remembered of them.
    pub fn second(&mut self, runs: &Runs, first: &Decided, memory: &Memory) -> Vec<Segment> {
        let mut out = Vec::with_capacity(first.segments.len());
        let kept = self.kept.len();
        for (run, (segments, candidates)) in runs.runs.iter().zip(&first.runs) {
            let units = &runs.units[run.units.clone()];
            let mut candidates = candidates.clone();
            if candidates.is_empty() {
                self.weigh(run, units);
                candidates = kept..self.kept.len();
            }
            if self.recall(candidates.clone(), units, memory) {
                self.decide(candidates, units, &mut out);
            } else {
                out.extend_from_slice(&first.segments[segments.clone()]);
            }
            self.kept.truncate(kept);
        }
        out
    }

    /// Weighs every candidate of a run; nothing is remembered of them.
    fn weigh(&mut self, run: &Run, units: &[Unit]) {
        let sentence = &self.cx.article.sentences[run.sentence].tokens;
        let alone = units.len() == 1;
        self.parts.clear();
        self.parts.extend(units.iter().map(|u| parts(self.cx, self.weights, u, alone, sentence)));
        self.recalls.clear();
        for start in (0..units.len()).filter(|s| units[*s].may_begin()) {
            let mut segment = Segmented::new(self.cx, units, start);
            for end in start + 1..=units.len().min(start + LONGEST) {
                segment.grow();
                if units[end - 1].is_name() {
                    let around = Around { before: start.checked_sub(1).map(|b| &units[b]), behind: units.get(end) };
                    self.kept.push(self.candidate(&segment, start, end, around));
                    self.recalls.push(Some(Props::default()));
                }
            }
        }
    }

    /// The candidate that a segment is, among the units of its run.
    fn candidate(&self, segment: &Segmented, start: usize, end: usize, around: Around) -> Candidate {
        let before = around.before.map_or_else(|| lead_before(self.cx, segment.start()), |unit| unit.lead);
        let (first, last) = (&self.parts[start], &self.parts[end - 1]);
        let shape = segment.shape();
        let mut scores = first.left;
        add(&mut scores, &last.right);
        self.weights.add(&mut scores, group::SHAPE, shape);
        if segment.len == 1 {
            add(&mut scores, &first.only);
        } else {
            add(&mut scores, &first.first);
            self.weights.add(&mut scores, group::INNER, segment.inner);
            add(&mut scores, &last.last);
        }
        let labels = labels(segment) & known(segment, shape) & led(segment, shape, before) & allowed(self.cx, segment, shape, around);
        let told = || is_behind_role(self.cx, segment.start()) || is_set_off(self.cx, segment.start()..segment.end());
        let second =
            || segment.any.0 & (NO_NAME | 1 << props::COMMON) == 0 && is_second_of_holders(self.cx, segment.start()..segment.end());
        let named = shape.0 & TABLES == 0 && (is_full_name(segment) && told() || second());
        let labels = if named { labels & 1 << Label::Person as u8 } else { labels };
        lower(&mut scores, Label::Place, SCARCER_PLACE);
        if segment.len == 1 && segment.last.any(props::UNKNOWN) {
            lower(&mut scores, Label::Person, SCARCER_PERSON);
        }
        limit(&mut scores, labels & ALL);
        Candidate { start: start as u32, end: end as u32, scores }
    }

    /// Asks what is remembered of each candidate; whether that is anything at all.
    fn recall(&mut self, candidates: Range<usize>, units: &[Unit], memory: &Memory) -> bool {
        self.recalls.clear();
        let (mut key, mut from, mut to) = (0, usize::MAX, 0);
        let (mut things, mut known_to) = (false, usize::MAX);
        for c in &mut self.kept[candidates] {
            let (start, end) = (c.start as usize, c.end as usize);
            if start != from {
                (key, from, to) = (begin(self.cx, &units[start]), start, start + 1);
                known_to = usize::MAX;
            }
            key = units[to..end].iter().fold(key, |key, unit| extend(self.cx, key, unit));
            to = end;
            let segment = &units[start..end];
            if memory.is_thing(key) {
                limit(&mut c.scores, 1 << Label::Other as u8);
                things = true;
            }
            if let [only] = segment
                && memory.is_of_league(self.cx, key, only)
            {
                limit(&mut c.scores, ALL & !(1 << Label::Place as u8));
                things = true;
            }
            if let [only] = segment
                && (memory.is_surname(key) && is_bearer(self.cx, only) || memory.is_founder(self.cx, key, only))
            {
                limit(&mut c.scores, 1 << Label::Person as u8);
                things = true;
            } else if let [only] = segment
                && memory.is_namesake(self.cx, key, only)
            {
                limit(&mut c.scores, ALL & !(1 << Label::Place as u8));
                things = true;
            }
            let apart = end > known_to && !memory.is_repeated(key)
                || memory.are_two(self.cx, segment)
                || memory.is_led(self.cx, key, segment)
                || memory.is_trailed(self.cx, key, segment);
            self.recalls.push(if apart { None } else { Some(memory.recall(self.cx, key, segment)) });
            // `Jane Smith Hears`, `Smith Willing`: where every word has a capital, a known name ends before an ordinary one
            let person = segment.len() > 1 && memory.is_person(key);
            let ordinary = units.get(end).is_some_and(is_ordinary) && (person || memory.is_surname(key));
            // only there may what follows a name begin like one
            let caseless = units.get(end).is_some_and(|unit| unit.props.any(props::START));
            if ordinary || caseless && (person || memory.ends_in_bearer(self.cx, segment)) {
                known_to = known_to.min(end);
            }
        }
        things || self.recalls.iter().any(|r| *r != Some(Props::default()))
    }

    /// Appends the segments of a run that score highest together.
    fn decide(&mut self, candidates: Range<usize>, units: &[Unit], out: &mut Vec<Segment>) {
        let ([only], [unit], [recall]) = (&self.kept[candidates.clone()], units, &self.recalls[..]) else {
            self.split(candidates, units);
            return self.trace(units, out);
        };
        let (label, _, margin) = choose(&self.remembered(only, recall.unwrap_or_default()));
        if label != Label::None {
            out.push(Segment { tokens: unit.tokens.clone(), label, margin, key: begin(self.cx, unit) });
        }
    }

    /// The scores of a candidate with what is remembered of it.
    fn remembered(&self, candidate: &Candidate, recall: Props) -> Scores {
        let mut scores = candidate.scores;
        self.weights.add(&mut scores, group::RECALL, recall);
        scores
    }

    /// Finds the best split of a run into some of its candidates, which come in order of their starts.
    fn split(&mut self, candidates: Range<usize>, units: &[Unit]) {
        let nowhere = Best { score: IMPOSSIBLE, start: 0, label: Label::None, margin: 0 };
        self.best.clear();
        self.best.resize(units.len() + 1, nowhere);
        self.best[0].score = 0;
        let mut rest = self.kept[candidates].iter().zip(&self.recalls).peekable();
        for (start, unit) in units.iter().enumerate() {
            let base = self.best[start].score;
            if !unit.is_name() {
                improve(&mut self.best[start + 1], Best { score: base, start, label: Label::None, margin: 0 });
            }
            while let Some((c, recall)) = rest.next_if(|(c, _)| c.start as usize == start) {
                let Some(recall) = *recall else { continue };
                let (label, score, margin) = choose(&self.remembered(c, recall));
                improve(&mut self.best[c.end as usize], Best { score: base.saturating_add(score), start, label, margin });
            }
        }
    }

    /// Reads the best split from its end.
    fn trace(&self, units: &[Unit], out: &mut Vec<Segment>) {
        let from = out.len();
        let mut end = units.len();
        while end > 0 {
            let b = self.best[end];
            if b.label != Label::None {
                let tokens = units[b.start].tokens.start..units[end - 1].tokens.end;
                let key = units[b.start + 1..end].iter().fold(begin(self.cx, &units[b.start]), |key, unit| extend(self.cx, key, unit));
                out.push(Segment { tokens, label: b.label, margin: b.margin, key });
            }
            end = b.start;
        }
        out[from..].reverse();
    }
}

/// What a unit of a sentence adds to segments; `alone` when there is no other unit in its run.
fn parts(cx: &Context, weights: &Weights, unit: &Unit, alone: bool, sentence: &Range<usize>) -> Parts {
    let mut p = Parts::default();
    let word = |i: Option<usize>| weighed(i.and_then(|i| cx.tokens.get(i)));
    let (from, to) = (unit.tokens.start, unit.tokens.end);
    if unit.may_begin() {
        weights.add(&mut p.left, group::LEFT, before(cx, from, sentence.start));
        weights.add_word(&mut p.left, slot::BEFORE, word(from.checked_sub(1)));
        weights.add_word(&mut p.left, slot::BEFORE2, word(from.checked_sub(2)));
    }
    if unit.is_name() {
        weights.add(&mut p.right, group::RIGHT, behind(cx, to, sentence.end));
        weights.add_word(&mut p.right, slot::BEHIND, word(Some(to)));
        weights.add_word(&mut p.right, slot::BEHIND2, word(Some(to + 1)));
    }
    let own = |sum: &mut Scores, group: usize, slot: usize, word: WordId| {
        weights.add(sum, group, unit.props);
        weights.add_word(sum, slot, word);
    };
    own(&mut p.only, group::ONLY, slot::ONLY, word(Some(from)));
    if !alone {
        own(&mut p.first, group::FIRST, slot::FIRST, word(Some(from)));
        own(&mut p.last, group::LAST, slot::LAST, word(Some(from)));
    }
    p
}

/// A word where every word has a capital that goes on with no name.
fn is_ordinary(unit: &Unit) -> bool {
    const NAMING: u64 =
        1 << props::GIVEN | 1 << props::SURNAME | 1 << props::ORGANISATION | 1 << props::PLACE_WORD | 1 << props::TITLE | 1 << props::ROLE;
    unit.props.any(props::START_COMMON) && unit.props.0 & NAMING == 0
}

/// The best label, its score, and how far it is ahead.
fn choose(scores: &Scores) -> (Label, i32, i32) {
    let (mut best, mut first, mut second) = (Label::None, i16::MIN, i16::MIN);
    for label in LABELS {
        let score = scores[label as usize];
        if score > first {
            (best, first, second) = (label, score, first);
        } else {
            second = second.max(score);
        }
    }
    (best, first as i32, (first as i32 - second as i32).min(1000))
}

/// All labels, as bits.
const ALL: u8 = (1 << LABELS.len()) - 1;

/// For each set of labels (bits) the most that each label may score: no other label scores more than [`NEVER`].
static MOST: [Scores; ALL as usize + 1] = {
    let mut most = [[NEVER; WIDTH]; ALL as usize + 1];
    let mut labels = 0;
    while labels < most.len() {
        let mut label = 0;
        while label < WIDTH {
            if labels >> label & 1 == 1 {
                most[labels][label] = i16::MAX;
            }
            label += 1;
        }
        labels += 1;
    }
    most
};

fn lower(scores: &mut Scores, label: Label, by: i16) {
    let score = &mut scores[label as usize];
    *score = score.saturating_sub(by);
}

/// Leaves scores only to some labels (bits).
fn limit(scores: &mut Scores, labels: u8) {
    scores.iter_mut().zip(&MOST[labels as usize]).for_each(|(score, most)| *score = (*score).min(*most));
}

/// `Banks said`, `Banks was`, `Banks, who left, is`: an ordinary word at the beginning of a sentence where the subject of what one person
/// does stands. A noun in the singular has no article before a verb only where it is a name: `Brand scored`, but not `Banks closed`.
fn is_bearer(cx: &Context, unit: &Unit) -> bool {
    let does = |t: &Token| !t.is_capital() && (t.is(class::CUE) || is_personal_verb(t));
    let end = unit.tokens.end;
    let is = || cx.tokens.is_any(end, &["has", "is", "was"]);
    let who = || cx.tokens.is(end, ",") && cx.tokens.is_any(end + 1, &["who", "whose"]);
    let singular = || !cx.tokens.str(unit.tokens.start).ends_with('s');
    let past = |t: &Token| cx.lexicon.tense.get(t) == Some(TenseWord::Past) || t.text(cx.tokens.text).ends_with("ed");
    let did = |t: &Token| !t.is_capital() && past(t);
    let behind = cx.tokens.get(end);
    unit.props.any(props::START_COMMON) && (behind.is_some_and(does) || is() || who() || singular() && behind.is_some_and(did))
}

/// What no name of a person holds.
const NOT_IN_PEOPLE: u64 = 1 << props::OF | 1 << props::AND | 1 << props::FOR | 1 << props::AMPERSAND | 1 << props::CLITIC;

/// The labels (bits) that a segment can have by its units: a single one may be no name, what begins with a particle is a person.
pub fn labels(segment: &Segmented) -> u8 {
    const PERSON: u8 = 1 << Label::Person as u8;
    let none = if segment.len == 1 { 0 } else { 1 << Label::None as u8 };
    if segment.first.any(props::CONNECTOR) || segment.any.any(props::NICKNAME) {
        PERSON
    } else if segment.any.0 & NOT_IN_PEOPLE != 0 {
        ALL & !PERSON & !none
    } else {
        ALL & !none
    }
}

/// The labels (bits) that the table of well-known names leaves to a name of several words.
fn known(segment: &Segmented, form: Props) -> u8 {
    let only = |label: Label| 1 << label as u8;
    match segment.len {
        1 if form.any(shape::KNOWN_ORGANISATION) && segment.last.any(props::ACRONYM) => only(Label::Organisation),
        1 => !0,
        _ if segment.are_peoples() || form.any(shape::DEMONYM) => only(Label::People),
        _ if form.any(shape::KNOWN_ORGANISATION) => only(Label::Organisation),
        _ if form.any(shape::KNOWN_PEOPLE) => only(Label::People),
        _ if form.any(shape::KNOWN_THING) => only(Label::Other),
        _ => !0,
    }
}

/// What some table says of a whole segment.
const TABLES: u64 = 1 << shape::KNOWN_ORGANISATION | 1 << shape::KNOWN_PEOPLE | 1 << shape::KNOWN_THING | PLACES;

/// The labels (bits) that words which names of people follow leave to a segment: inside it, or (`before`) in front of it.
fn led(segment: &Segmented, form: Props, before: Lead) -> u8 {
    const ALL: u8 = !0;
    const PERSON: u8 = 1 << Label::Person as u8;
    const NONE: u8 = 1 << Label::None as u8;
    const OTHER: u8 = 1 << Label::Other as u8;
    let own = [segment.lead(0), segment.lead(segment.len.saturating_sub(2))];
    match (own, before) {
        ([Lead::Courtesy, _], _) if segment.len > 1 => 0,
        // "Velm Gov. Ann Lee" is a place and its governor
        _ if (1..segment.len.saturating_sub(1)).any(|n| segment.lead(n) == Lead::Courtesy) => 0,
        ([Lead::Thing, _], _) if segment.len == 1 => OTHER | NONE,
        ([Lead::Thing, _] | [_, Lead::Thing], _) | (_, Lead::Thing) if is_called(segment.last) => OTHER,
        // "Mrs May" is no auxiliary
        (_, Lead::Courtesy) if segment.first.0 & NO_NAME & !(1 << props::FUNCTION) == 0 => PERSON,
        ([_, Lead::Office], _) if segment.len > 1 && form.0 & TABLES == 0 && is_personal(segment.last) => PERSON,
        (_, Lead::Office) if segment.len == 1 && is_personal(segment.last) => ALL & !NONE,
        _ => ALL,
    }
}

/// A word that is a given name or surname, and nothing that ends the names of places and bodies.
fn is_personal(word: Props) -> bool {
    // "Prime Minister May" is no auxiliary
    word.0 & NO_NAME & !(1 << props::FUNCTION) == 0 && (word.any(props::GIVEN) || word.any(props::SURNAME))
}

/// A word that may be the name of a storm or a ship: of the tables of names or of none (`Hurricane Center`).
fn is_called(word: Props) -> bool {
    is_personal(word) || word.any(props::UNKNOWN) && !word.any(props::COMMON)
}

/// What stands before a run of names, to its first token.
fn lead_before(cx: &Context, start: usize) -> Lead {
    if follows_ship(cx, start) { Lead::Thing } else { Lead::No }
}

fn improve(slot: &mut Best, with: Best) {
    if with.score > slot.score {
        *slot = with;
    }
}
