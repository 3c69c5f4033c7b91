//! Splits each run into the segments that score highest together.

use std::cell::LazyCell;
use std::ops::{Deref, Range};

use super::Segment;
use super::context::{before, behind};
use super::feature::{Props, props, shape};
use super::learn::{Candidate, Lattice};
use super::memory::Memory;
use super::unit::{Run, Runs, Unit};
use super::weights::{Features, LABELS, Label, RECALL, SHAPE, SLOTS, Scores, Weights};
use crate::extract::Context;
use crate::lexicon::{KnownName, PlaceType, class};
use crate::text::{Kind, WordId};

/// No name has more units than this.
const LONGEST: usize = 13;
const IMPOSSIBLE: i32 = i32::MIN / 4;

pub struct Decider<'a> {
    cx: &'a Context<'a>,
    weights: &'a Weights,
    /// What the first candidates of the article weigh without memory, in the order in which they are tried.
    kept: Vec<Weighed>,
}

/// No more candidates are kept for the second pass, so that a text of nothing but capitals needs no more memory than others.
const KEPT: usize = 1 << 16;

/// What a candidate weighs whatever is remembered of it.
#[derive(Clone, Copy)]
struct Weighed {
    scores: Scores,
    is_list: bool,
}

/// The best way to split the units up to one of them: its score, and its last segment.
#[derive(Clone, Copy)]
struct Best {
    score: i32,
    start: usize,
    label: Label,
    margin: i32,
}

/// One way through the article.
struct Pass<'m> {
    memory: &'m Memory,
    /// Number of candidates before the next one.
    tried: usize,
    best: Vec<Best>,
}

impl<'a> Decider<'a> {
    pub fn new(cx: &'a Context<'a>, weights: &'a Weights) -> Self {
        Decider { cx, weights, kept: Vec::new() }
    }

    /// The segments of all runs in order of the text, [`Label::None`] left out. The runs of one article may be decided again with another
    /// memory, which is cheaper than the first time.
    pub fn all(&mut self, runs: &Runs, memory: &Memory) -> Vec<Segment> {
        let mut out = Vec::new();
        let mut pass = Pass { memory, tried: 0, best: Vec::new() };
        for run in &runs.runs {
            let units = &runs.units[run.units.clone()];
            self.run(run, units, &mut pass);
            trace(units, &pass.best, &mut out);
        }
        out
    }

    fn run(&mut self, run: &Run, units: &[Unit], pass: &mut Pass) {
        let cx = self.cx;
        let sentence = &cx.article.sentences[run.sentence].tokens;
        pass.best.clear();
        pass.best.push(Best { score: 0, start: 0, label: Label::None, margin: 0 });
        for _ in units {
            pass.best.push(Best { score: IMPOSSIBLE, start: 0, label: Label::None, margin: 0 });
        }
        for start in 0..units.len() {
            let left = LazyCell::new(|| before(cx, units[start].tokens.start, sentence.start));
            self.from(start, units, &left, sentence, pass);
        }
    }

    /// Tries every segment that begins with unit `start`.
    fn from(&mut self, start: usize, units: &[Unit], left: &impl Deref<Target = Props>, sentence: &Range<usize>, pass: &mut Pass) {
        let base = pass.best[start].score;
        if !units[start].is_name() {
            improve(&mut pass.best[start + 1], Best { score: base, start, label: Label::None, margin: 0 });
            if !units[start].props.any(props::LOWER_PARTICLE) {
                return;
            }
        }
        for end in start + 1..=units.len().min(start + LONGEST) {
            if !units[end - 1].is_name() {
                continue;
            }
            let segment = &units[start..end];
            let number = pass.tried;
            pass.tried += 1;
            if pass.memory.are_two(self.cx, segment) {
                continue;
            }
            let weighed = self.weighed(number, segment, left, sentence.end);
            let scores = self.remembered(weighed, pass.memory.recall(self.cx, segment));
            let (label, margin) = choose(&scores, segment);
            improve(&mut pass.best[end], Best { score: base.saturating_add(scores[label as usize]), start, label, margin });
        }
    }

    /// What the candidate with this number weighs, from the pass before if it was kept.
    fn weighed(&mut self, number: usize, units: &[Unit], left: &impl Deref<Target = Props>, sentence_end: usize) -> Weighed {
        if let Some(known) = self.kept.get(number) {
            return *known;
        }
        let right = behind(self.cx, units[units.len() - 1].tokens.end, sentence_end);
        let features = self.features(units, **left, right, Props::default());
        let weighed = Weighed { scores: self.weights.score(&features), is_list: is_list(features.sets[SHAPE]) };
        if number == self.kept.len() && number < KEPT {
            self.kept.push(weighed);
        }
        weighed
    }

    /// The scores with what memory adds.
    fn remembered(&self, weighed: Weighed, recall: Props) -> Scores {
        let mut scores = weighed.scores;
        self.weights.add(&mut scores, RECALL, recall);
        if weighed.is_list {
            scores[Label::Place as usize] = IMPOSSIBLE;
        }
        scores
    }

    /// All that [`Decider::all`] would weigh for one run.
    pub fn lattice(&self, run: &Run, units: &[Unit], memory: &Memory) -> Lattice {
        let sentence = &self.cx.article.sentences[run.sentence].tokens;
        let mut candidates = Vec::new();
        for start in 0..units.len() {
            if !units[start].is_name() && !units[start].props.any(props::LOWER_PARTICLE) {
                continue;
            }
            let left = before(self.cx, units[start].tokens.start, sentence.start);
            for end in (start + 1..=units.len().min(start + LONGEST)).filter(|end| units[end - 1].is_name()) {
                let right = behind(self.cx, units[end - 1].tokens.end, sentence.end);
                let features = self.features(&units[start..end], left, right, memory.recall(self.cx, &units[start..end]));
                let allowed = LABELS.map(|l| allowed(l, &units[start..end]));
                candidates.push(Candidate { start, end, features, allowed });
            }
        }
        Lattice { units: units.iter().map(|u| u.tokens.clone()).collect(), names: units.iter().map(Unit::is_name).collect(), candidates }
    }

    fn features(&self, units: &[Unit], left: Props, right: Props, recall: Props) -> Features {
        let none = Props::default();
        let (first, last) = (units[0].props, units[units.len() - 1].props);
        let inner = units.iter().skip(1).take(units.len().saturating_sub(2)).fold(none, |p, u| p.or(u.props));
        let shape = self.shape(units, inner);
        let sets = if units.len() == 1 {
            [first, none, none, none, shape, left, right, recall]
        } else {
            [none, first, inner, last, shape, left, right, recall]
        };
        Features { sets, words: self.words(units) }
    }

    /// The words at each of the slots.
    fn words(&self, units: &[Unit]) -> [WordId; SLOTS.len()] {
        let (from, to) = (units[0].tokens.start, units[units.len() - 1].tokens.end);
        let word = |i: Option<usize>| i.and_then(|i| self.cx.tokens.get(i)).map_or(0, |t| t.word);
        let (first, last) = (word(Some(from)), word(Some(units[units.len() - 1].tokens.start)));
        let (only, first, last) = if units.len() == 1 { (first, 0, 0) } else { (0, first, last) };
        [only, first, last, word(from.checked_sub(1)), word(from.checked_sub(2)), word(Some(to)), word(Some(to + 1))]
    }

    fn shape(&self, units: &[Unit], inner: Props) -> Props {
        let mut p = Props::from(shape::BIAS);
        let names = units.iter().filter(|u| u.is_name()).count();
        p.0 |= 1 << [shape::ONE, shape::TWO, shape::THREE, shape::FOUR, shape::MORE][names.clamp(1, 5) - 1];
        let (first, last) = (units[0].props, units[units.len() - 1].props);
        if units.len() > 1 {
            let (given, surname) = (first.any(props::GIVEN), last.any(props::SURNAME));
            p.set(shape::GIVEN_SURNAME, given && surname);
            p.set(shape::GIVEN_OTHER, given && !surname);
            p.set(shape::OTHER_SURNAME, !given && surname);
            p.set(shape::INITIAL_FIRST, first.any(props::INITIAL) || first.any(props::DOTTED));
            p.set(shape::INITIAL_INSIDE, inner.any(props::INITIAL));
        }
        for (bit, prop) in CONNECTORS {
            p.set(bit, inner.any(prop));
        }
        p.set(shape::STARTS_PARTICLE, first.any(props::LOWER_PARTICLE));
        let every = |prop: u8| units.iter().filter(|u| u.is_name()).all(|u| u.props.any(prop));
        let some = |prop: u8| units.iter().filter(|u| u.is_name()).any(|u| u.props.any(prop));
        p.set(shape::ALL_COMMON, every(props::COMMON));
        p.set(shape::ALL_CAPS, every(props::ACRONYM));
        p.set(shape::HAS_FUNCTION, some(props::FUNCTION));
        p.set(shape::HAS_CALENDAR, some(props::CALENDAR));
        p.set(shape::HAS_TITLE, some(props::TITLE));
        p.set(shape::HAS_LETTER, units[..units.len() - 1].iter().any(|u| u.props.any(props::LETTER)));
        p.set(shape::CASELESS, units.len() > 1 && every(props::START));
        self.known(units, &mut p);
        self.place(units, &mut p);
        p
    }

    /// What the tables of organisations and demonyms say.
    fn known(&self, units: &[Unit], p: &mut Props) {
        let tokens = &self.cx.tokens.all[units[0].tokens.start..units[units.len() - 1].tokens.end];
        if tokens[0].is(class::NAMED) {
            match self.cx.lexicon.organisations.exactly(tokens) {
                Some(KnownName::Organisation) => p.set(shape::KNOWN_ORGANISATION, true),
                Some(KnownName::People) => p.set(shape::KNOWN_PEOPLE, true),
                Some(KnownName::Thing) => p.set(shape::KNOWN_THING, true),
                None => {}
            }
        }
        if tokens.len() <= 3 {
            p.set(shape::DEMONYM, self.cx.lexicon.demonyms.longest(tokens, 0).is_some_and(|(n, _)| n == tokens.len()));
        }
    }

    /// What the table of places says.
    fn place(&self, units: &[Unit], p: &mut Props) {
        if !units[0].props.any(props::PLACE_FIRST) {
            return;
        }
        let range = units[0].tokens.start..units[units.len() - 1].tokens.end;
        let Some(place) = self.cx.lexicon.places.exactly(&self.cx.tokens.all[range.clone()]) else {
            let begins = self.cx.lexicon.places.longest(self.cx.tokens.all, range.start).is_some_and(|(n, _)| range.start + n < range.end);
            p.set(shape::PLACE_THEN_MORE, begins);
            p.set(shape::PLACE_CLITIC, begins && p.any(shape::HAS_CLITIC) && self.place_clitic(range));
            return;
        };
        let bit = match place.place_type {
            PlaceType::Country => shape::COUNTRY,
            PlaceType::Region => shape::REGION,
            PlaceType::City if place.size > 5 => shape::BIG_CITY,
            PlaceType::City => shape::CITY,
            PlaceType::Water => shape::WATER,
            PlaceType::Building | PlaceType::Other => shape::BUILDING,
        };
        p.0 |= 1 << bit;
        p.set(
            shape::PLACE_NOT_NAME,
            !place.is_name && !place.is_word && !units[0].props.any(props::GIVEN) && !units[0].props.any(props::SURNAME),
        );
        p.set(shape::PLACE_AND_WORD, place.is_word);
    }
}

impl Decider<'_> {
    fn place_clitic(&self, tokens: Range<usize>) -> bool {
        let all = self.cx.tokens.all;
        self.cx.lexicon.places.longest(all, tokens.start).is_some_and(|(n, _)| all[tokens.start + n].kind == Kind::Clitic)
    }
}

const CONNECTORS: [(u8, u8); 8] = [
    (shape::HAS_OF, props::OF),
    (shape::HAS_AND, props::AND),
    (shape::HAS_FOR, props::FOR),
    (shape::HAS_THE, props::THE),
    (shape::HAS_PARTICLE, props::LOWER_PARTICLE),
    (shape::HAS_HYPHEN, props::HYPHEN),
    (shape::HAS_CLITIC, props::CLITIC),
    (shape::HAS_AMPERSAND, props::AMPERSAND),
];

/// The best label that the units can have, and how far it is ahead.
fn choose(scores: &Scores, units: &[Unit]) -> (Label, i32) {
    let (mut first, mut second) = ((Label::None, IMPOSSIBLE), IMPOSSIBLE);
    for label in LABELS {
        if !allowed(label, units) {
            continue;
        }
        let score = scores[label as usize];
        if score > first.1 {
            second = first.1;
            first = (label, score);
        } else if score > second {
            second = score;
        }
    }
    (first.0, first.1.saturating_sub(second.max(IMPOSSIBLE / 2)).min(1000))
}

/// What no name of a person holds.
const NOT_IN_PEOPLE: u64 = 1 << props::OF | 1 << props::AND | 1 << props::FOR | 1 << props::AMPERSAND | 1 << props::CLITIC;

fn allowed(label: Label, units: &[Unit]) -> bool {
    match label {
        Label::None => units.len() == 1,
        _ if !units[0].is_name() => label == Label::Person,
        Label::Person => !units.iter().any(|u| u.props.0 & NOT_IN_PEOPLE != 0),
        _ => true,
    }
}

/// `X and Y` is two places, unless the table has it as one.
fn is_list(shape: Props) -> bool {
    const LISTS: u64 = 1 << shape::HAS_AND | 1 << shape::HAS_FOR | 1 << shape::HAS_AMPERSAND;
    const PLACES: u64 =
        1 << shape::COUNTRY | 1 << shape::REGION | 1 << shape::BIG_CITY | 1 << shape::CITY | 1 << shape::BUILDING | 1 << shape::WATER;
    shape.0 & LISTS != 0 && shape.0 & PLACES == 0
}

fn improve(slot: &mut Best, with: Best) {
    if with.score > slot.score {
        *slot = with;
    }
}

/// Reads the best split from its end.
fn trace(units: &[Unit], best: &[Best], out: &mut Vec<Segment>) {
    let from = out.len();
    let mut end = units.len();
    while end > 0 {
        let b = best[end];
        if b.label != Label::None {
            let tokens = units[b.start].tokens.start..units[end - 1].tokens.end;
            out.push(Segment { tokens, label: b.label, margin: b.margin });
        }
        end = b.start;
    }
    out[from..].reverse();
}
