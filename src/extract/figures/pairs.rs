//! How a figure stands to the one before it: the same in another unit, or what it has become; and where a change goes.

use crate::extract::Context;
use crate::extract::mention::FigureMention;
use crate::lexicon::changes::{Bond, Course};
use crate::lexicon::{class, word_sets};
use crate::text::Kind;
use crate::value::quantity::{convert, interval};
use crate::value::{Amount, Dimension, Direction, Hedge, Quantity};

use super::draft::Draft;
use super::elided;
use super::reader::Reader;

word_sets! {
    /// Words in the names of stock indices, whose levels are told in points (the indices of the largest exchanges).
    INDEX = 0: "stock_index";
    /// Verbs of how a price ends a day.
    ENDED = 1: "ended_trading";
    /// Verbs with which `up` is a particle.
    WITH_UP = 2: "verb_with_up";
}

/// Puts `figure` behind the others of `out`, tied to the last of them where they belong together.
pub fn add(cx: &Context, out: &mut Vec<FigureMention>, mut figure: FigureMention) {
    figure.span = cx.tokens.span(figure.tokens.clone());
    if out.last_mut().is_some_and(|last| bounds_of_one(cx, last, &figure)) {
        return;
    }
    elided::take_unit(cx, out, &mut figure);
    second_age(cx, out, &mut figure);
    second_magnitude(cx, out, &mut figure);
    ages_before(cx, out, &figure);
    shared_rate(cx, out, &figure);
    change_of_index(cx, &mut figure);
    level_of_index(cx, out, &mut figure);
    suspended(cx, out, &figure);
    tie(cx, out, &mut figure);
    out.push(figure);
}

/// `more than 20 and less than 35`, `at most 100 and at least 20`: two bounds of one number, which become one range.
fn bounds_of_one(cx: &Context, last: &mut FigureMention, figure: &FigureMention) -> bool {
    let (a, b) = (&last.quantity, &figure.quantity);
    let (low, high) = match (bound(a.hedge), bound(b.hedge)) {
        (Some(true), Some(false)) => (a.amount, b.amount),
        (Some(false), Some(true)) => (b.amount, a.amount),
        _ => return false,
    };
    let words = last.tokens.end..figure.tokens.start;
    let linked = words.len() < 3 && words.clone().all(|i| ["and", "but", ","].iter().any(|w| cx.tokens.is(i, w))) && !words.is_empty();
    let same = a.unit == b.unit || a.unit.is_none() || b.unit.is_none() && b.dimension == Dimension::Count;
    if !linked || !same || low >= high {
        return false;
    }
    last.tokens.end = figure.tokens.end;
    last.span = last.span.to(figure.span);
    last.head = last.head.take().or_else(|| figure.head.clone());
    let q = &mut last.quantity;
    if q.unit.is_none() {
        (q.unit, q.dimension) = (b.unit.clone(), b.dimension);
    }
    (q.amount, q.low, q.high, q.step, q.hedge) = (None, low, high, q.step.min(b.step), Some(Hedge::Range));
    true
}

/// A bound from below (true) or above (false).
fn bound(hedge: Option<Hedge>) -> Option<bool> {
    match hedge? {
        Hedge::Over | Hedge::AtLeast => Some(true),
        Hedge::Under | Hedge::AtMost => Some(false),
        _ => None,
    }
}

/// `girls aged 6 and 8`: a small bare number linked to an age is one, too.
fn second_age(cx: &Context, out: &[FigureMention], figure: &mut FigureMention) {
    let start = figure.tokens.start;
    let q = &figure.quantity;
    let small = q.unit.is_none() && q.dimension == Dimension::Count && q.amount.is_some_and(|a| a.is_whole() && a < Amount::from(126));
    let Some(last) = out.last().filter(|l| small && l.quantity.dimension == Dimension::Age && start <= l.tokens.end + 2) else { return };
    let linked = (last.tokens.end..start).all(|i| [",", "and", "or"].iter().any(|w| cx.tokens.is(i, w)));
    let aged = last.tokens.start > 0 && ["aged", "age", "ages"].iter().any(|w| cx.tokens.is(last.tokens.start - 1, w));
    if linked && aged {
        (figure.quantity.unit, figure.quantity.dimension) = (last.quantity.unit.clone(), Dimension::Age);
    }
}

/// `aftershocks of 4.9 and 5.2`: digits below ten with one decimal beside a magnitude are one.
fn second_magnitude(cx: &Context, out: &[FigureMention], figure: &mut FigureMention) {
    let tenth = Amount::ONE.over(Amount::from(10)).unwrap_or_default();
    let q = &mut figure.quantity;
    let bare = q.unit.is_none() && q.step == tenth && q.amount.is_some_and(|a| a > Amount::ZERO && a < Amount::from(10));
    let Some(last) = out.last().filter(|l| bare && l.quantity.dimension == Dimension::Magnitude) else { return };
    if is_listed(cx, last, figure.tokens.start) {
        (q.unit, q.dimension) = (last.quantity.unit.clone(), Dimension::Magnitude);
        (q.low, q.high) = q.amount.map_or((q.low, q.high), |a| interval(a, q.step, false, q.hedge));
    }
}

/// Only `and`, `or` or a comma stands between a figure and the token at which the next begins.
fn is_listed(cx: &Context, last: &FigureMention, next: usize) -> bool {
    let between = last.tokens.end..next;
    !between.is_empty() && between.len() < 3 && between.into_iter().all(|i| cx.tokens.is_any(i, &[",", "and", "or"]))
}

/// `men of 68 and 48 years old`: bare numbers in a row with an age are ages.
fn ages_before(cx: &Context, out: &mut [FigureMention], figure: &FigureMention) {
    if figure.quantity.dimension != Dimension::Age {
        return;
    }
    let mut next = figure.tokens.start;
    for f in out.iter_mut().rev() {
        let q = &mut f.quantity;
        let bare = f.head.is_none() && f.tokens.len() == 1 && q.dimension == Dimension::Count;
        if !bare || !q.amount.is_some_and(|a| a.is_whole() && a < Amount::from(126)) || !is_listed(cx, f, next) {
            return;
        }
        (f.quantity.unit, f.quantity.dimension) = (figure.quantity.unit.clone(), Dimension::Age);
        next = f.tokens.start;
    }
}

/// `23 points and eight rebounds per game`: what a row of counts is divided by stands behind the last of them.
fn shared_rate(cx: &Context, out: &mut [FigureMention], figure: &FigureMention) {
    let unit = figure.quantity.unit.as_deref().filter(|_| figure.quantity.dimension == Dimension::Rate);
    let Some((_, base)) = unit.and_then(|u| u.split_once(" per ")) else { return };
    let mut next = figure.tokens.start;
    for f in out.iter_mut().rev() {
        let counts = matches!(f.quantity.dimension, Dimension::Count | Dimension::Other);
        let Some(unit) = f.quantity.unit.as_ref().filter(|_| counts && is_listed(cx, f, next)) else { return };
        (f.quantity.unit, f.quantity.dimension) = (Some(format!("{unit} per {base}").into()), Dimension::Rate);
        next = f.tokens.start;
    }
}

/// Tokens looked at for the name of an index, and between a change and the level it led to.
const INDEX_REACH: usize = 24;
const LEVEL_REACH: usize = 9;
/// Tokens looked at before a word of change for the index that changes: `the Dow Jones industrial average closed up`.
const SUBJECT_REACH: usize = 10;

/// `Dow down 149`, `Nasdaq ended off 12.5`: a bare number behind a word of change that an index does is one of points.
fn change_of_index(cx: &Context, figure: &mut FigureMention) {
    let bare = figure.quantity.unit.is_none() && figure.quantity.dimension == Dimension::Count && figure.quantity.amount.is_some();
    let reader = Reader::new(cx);
    let start = figure.tokens.start;
    let off = start.checked_sub(1).filter(|i| cx.tokens.is(*i, "off"));
    let Some(change) = (if bare { reader.change_before(start).or(off) } else { None }) else { return };
    let named = |i: usize| cx.tokens.is_in(i, &SETS, INDEX) || cx.tokens.is(i, "stocks");
    let ends = |i: &usize| matches!(cx.tokens.all[*i].punct(), Some('.' | ';' | ':' | '?' | '!'));
    if (change.saturating_sub(SUBJECT_REACH)..change).rev().take_while(|i| !ends(i)).any(named) {
        let q = &mut figure.quantity;
        (q.unit, q.dimension) = (Some("point".into()), Dimension::Other);
        q.direction = q.direction.or(off.map(|_| Direction::Down));
        (q.low, q.high) = q.amount.map_or((q.low, q.high), |a| interval(a, q.step, false, q.hedge));
    }
}

/// `The index fell 0.4% to 7,012.5`: the level behind `to` or `at` is one of points, as what it lost may be.
fn level_of_index(cx: &Context, out: &[FigureMention], figure: &mut FigureMention) {
    let start = figure.tokens.start;
    let bare = figure.quantity.unit.is_none() && figure.quantity.dimension == Dimension::Count && figure.quantity.amount.is_some();
    let led = bare && start > 0 && (cx.tokens.is(start - 1, "to") || cx.tokens.is(start - 1, "at"));
    let Some(last) = out.last().filter(|l| led && start.saturating_sub(l.tokens.end) <= LEVEL_REACH) else { return };
    let points = last.quantity.unit.as_deref() == Some("point");
    let share = last.quantity.dimension == Dimension::Share;
    let named = |i: usize| cx.tokens.is_in(i, &SETS, INDEX);
    let one_sentence = !(last.tokens.end..start).any(|i| cx.tokens.all[i].is_punct('.'));
    let index = share
        && (last.tokens.start.saturating_sub(INDEX_REACH)..last.tokens.start)
            .rev()
            .take_while(|i| !cx.tokens.all[*i].is_punct('.'))
            .any(named);
    if one_sentence && (points || index) {
        (figure.quantity.unit, figure.quantity.dimension) = (Some("point".into()), Dimension::Other);
    }
}

/// The most numbers that wait for one noun; a bound, so that a chain of them is not walked again from each.
const LONGEST_SERIES: usize = 16;

/// `four-, five- and six-cylinder`: the noun stands at the last one only.
fn suspended(cx: &Context, out: &mut [FigureMention], figure: &FigureMention) {
    let mut next = figure.tokens.start;
    for f in out.iter_mut().rev().take(LONGEST_SERIES) {
        let hangs = cx.tokens.get(f.tokens.end).is_some_and(|t| t.is_punct('-') && t.glued()) && next <= f.tokens.end + 4;
        if !hangs || f.quantity.unit.is_some() {
            return;
        }
        f.quantity.unit.clone_from(&figure.quantity.unit);
        f.quantity.dimension = figure.quantity.dimension;
        next = f.tokens.start;
    }
}

/// Restatements and changes.
fn tie(cx: &Context, out: &mut [FigureMention], figure: &mut FigureMention) {
    let (index, next) = (out.len().wrapping_sub(1), out.len());
    let Some(last) = out.last_mut() else { return };
    let between = last.tokens.end..figure.tokens.start;
    if between.len() > 3 {
        return;
    }
    let words: Vec<&str> = between.map(|i| cx.tokens.str(i)).collect();
    let before = |w: &str| last.tokens.start > 0 && cx.tokens.is(last.tokens.start - 1, w);
    match words.as_slice() {
        ["("] | [",", "or"] | ["or"] | [",", "(", ..] | ["["] if restates(&last.quantity, &figure.quantity) => {
            figure.restates = Some(index);
            share_hedge(&last.quantity, &mut figure.quantity);
        }
        ["to"] if before("from") => {
            share_unit(&mut last.quantity, &mut figure.quantity);
            figure.changed_from = Some(index);
        }
        ["to"] if figure.quantity.dimension == Dimension::Share => share_unit(&mut last.quantity, &mut figure.quantity),
        ["by" | "x" | "×"] if figure.quantity.dimension == Dimension::Length => share_unit(&mut last.quantity, &mut figure.quantity),
        ["or"] | [",", "or"] if figure.quantity.dimension != last.quantity.dimension => {
            figure.quantity.direction = figure.quantity.direction.or(last.quantity.direction);
        }
        ["from"] | [",", "from"] if before("to") => last.changed_from = Some(next),
        ["up" | "down", "from"] | [",", "up" | "down", "from"] => last.changed_from = Some(next),
        _ => {}
    }
}

/// `more than 100 kilometers (60 miles)`: what loosens the first figure and where it goes holds for its restatement.
fn share_hedge(first: &Quantity, again: &mut Quantity) {
    again.direction = again.direction.or(first.direction);
    if let (None, Some(hedge), Some(amount)) = (again.hedge, first.hedge.filter(|h| *h != Hedge::Range), again.amount) {
        again.hedge = Some(hedge);
        (again.low, again.high) = interval(amount, again.step, again.dimension.is_exact_as_written(), Some(hedge));
    }
}

/// The same measured in another unit.
fn restates(a: &Quantity, b: &Quantity) -> bool {
    let (Some(x), Some(y)) = (a.unit.as_deref(), b.unit.as_deref()) else { return false };
    x != y && (a.dimension == Dimension::Money && b.dimension == Dimension::Money || convert(Amount::ONE, x, y).is_some())
}

/// `from 34 to 21 points`, `from 208 pounds to 193`: the unit stands at one of the two only.
fn share_unit(first: &mut Quantity, second: &mut Quantity) {
    let (bare, other) = if first.unit.is_none() { (first, second) } else { (second, first) };
    if bare.unit.is_none() && bare.dimension == Dimension::Count {
        bare.unit.clone_from(&other.unit);
        bare.dimension = other.dimension;
    }
}

/// Tokens looked at before a figure for a word of change.
const REACH: usize = 6;

impl Reader<'_> {
    /// Where the change goes that a figure measures: `rose 2%`, `down about 12`, `a drop of 5 per cent`, `+2%`.
    pub fn direction(&self, draft: &Draft, plus: bool) -> Option<Direction> {
        let down = draft.is_dashed(self)
            && draft.measure.as_ref().is_some_and(|m| matches!(m.dimension, Dimension::Share | Dimension::SharePoints));
        if plus || down {
            return Some(if plus { Direction::Up } else { Direction::Down });
        }
        if draft.measure.as_ref().is_some_and(|m| m.dimension == Dimension::Money)
            && let Some(compared) = self.compared(draft.tokens.end)
        {
            return Some(compared);
        }
        let dimension = draft.measure.as_ref().map_or(Dimension::Count, |m| m.dimension);
        let share = matches!(dimension, Dimension::Share | Dimension::SharePoints);
        if let Some(closed) = self.closed(draft).filter(|_| share) {
            return Some(closed);
        }
        let loose = share || dimension == Dimension::Money || draft.measure.as_ref().is_some_and(|m| m.unit == "point");
        let of = draft.tokens.start > 0 && self.tokens.is(draft.tokens.start - 1, "of");
        let at =
            self.change_before(draft.tokens.start).or_else(|| self.changed_by(draft.tokens.start)).filter(|at| !self.is_particle(*at))?;
        let (course, bond) = self.lexicon.changes.get(&self.tokens.all[at])?;
        let fits = match bond {
            Bond::Any => true,
            Bond::Noun => of,
            Bond::Loose => loose,
        };
        match course {
            Course::Up if fits => Some(Direction::Up),
            Course::Down if fits => Some(Direction::Down),
            _ => None,
        }
    }

    /// `closed 3.2% higher`, `ended up 2.3 percent`.
    fn closed(&self, draft: &Draft) -> Option<Direction> {
        let behind = |word: &str| self.tokens.is(draft.tokens.end, word);
        let start = draft.tokens.start;
        let ended = |word: &str| start > 1 && self.tokens.is(start - 1, word) && self.tokens.is_in(start - 2, &SETS, ENDED);
        let up = behind("higher") || ended("up");
        let down = behind("lower") || ended("down");
        up.then_some(Direction::Up).or(down.then_some(Direction::Down))
    }

    /// `$100 cheaper`, `$2 more expensive`: how much less or more it costs than something else.
    fn compared(&self, at: usize) -> Option<Direction> {
        let dearer = self.tokens.is(at, "dearer") || self.tokens.is(at, "more") && self.tokens.is(at + 1, "expensive");
        let cheaper = self.tokens.is(at, "cheaper") || self.tokens.is(at, "less") && self.tokens.is(at + 1, "expensive");
        cheaper.then_some(Direction::Down).or(dearer.then_some(Direction::Up))
    }

    /// The `up` of a verb that has nothing to do with more: `make up a third`, `ended up 5 points clear`, `set up two funds`.
    fn is_particle(&self, at: usize) -> bool {
        at > 0 && self.tokens.is(at, "up") && self.tokens.is_in(at - 1, &SETS, WITH_UP)
    }

    /// The word of change right before token `at`; `by`, `of`, articles and adverbs are skipped.
    pub(super) fn change_before(&self, at: usize) -> Option<usize> {
        let passed = |i: usize| {
            let t = &self.tokens.all[i];
            ["by", "of", "a", "an", "another", "further", "additional", "only", "just", "as", "much", "also"]
                .iter()
                .any(|w| self.tokens.is(i, w))
                || t.is(class::ADVERB)
                || t.is_word() && self.tokens.str(i).ends_with("ly")
        };
        (at.saturating_sub(4)..at).rev().take_while(|&i| i + 1 == at || passed(i + 1)).find(|&i| self.tokens.all[i].is(class::CHANGE))
    }

    /// The verb of change whose object stands before `by`: `cut infections by 47%`, `raised the state pension by 5`.
    fn changed_by(&self, at: usize) -> Option<usize> {
        let by = at.checked_sub(1).filter(|i| self.tokens.is(*i, "by"))?;
        let object = |i: &usize| {
            let t = &self.tokens.all[*i];
            t.is_word() && !t.is(class::AUXILIARY | class::RELATIVE | class::CONJUNCTION | class::CUE) || t.kind == Kind::Clitic
        };
        (by.saturating_sub(REACH)..by).rev().take_while(object).find(|&i| self.tokens.all[i].is(class::CHANGE))
    }

    /// A word of change stands shortly before `from` at token `at`: what follows is a change, no range.
    pub fn is_change(&self, at: usize) -> bool {
        (at.saturating_sub(REACH)..at)
            .rev()
            .take_while(|&i| self.tokens.all[i].is_word() || self.tokens.all[i].is_number() || self.tokens.all[i].is_punct('%'))
            .any(|i| self.lexicon.changes.get(&self.tokens.all[i]).is_some())
    }
}
