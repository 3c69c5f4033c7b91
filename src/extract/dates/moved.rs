//! The day that something was to be on before it was given another: "planned for June 14, it has been postponed to September 20".

use super::tense::{giver_of_another_day, sentence};
use crate::extract::Context;
use crate::extract::mention::DateMention;
use crate::lexicon::word_sets;

word_sets! {
    /// What tells that a day was only planned.
    PLAN = 0: "planned_before";
}

/// The date that number `n` has replaced, where its sentence says so.
pub fn moved_from(cx: &Context, dates: &[DateMention], n: usize) -> Option<usize> {
    let date = &dates[n];
    let to = date.tokens.start.checked_sub(1).filter(|i| cx.tokens.is_any(*i, &["to", "until", "till"]))?;
    let verb = giver_of_another_day(cx, to)?;
    let start = sentence(cx, to).start;
    // "from June 14 to September 20"
    let from = |i: &usize| dates[*i].tokens.end == to && cx.tokens.is(dates[*i].tokens.start - 1, "from");
    // "to September 20 from June 14"
    let behind = |i: &usize| dates.get(*i).is_some_and(|d| cx.tokens.is(date.tokens.end, "from") && d.tokens.start == date.tokens.end + 1);
    let planned = || {
        let first = dates[..n].partition_point(|d| d.tokens.start < start);
        let mut before = (first..n).rev().filter(|i| dates[*i].tokens.end <= verb);
        before.find(|i| is_of_a_plan(cx, start, dates[*i].tokens.start))
    };
    let old = n.checked_sub(1).filter(from).or_else(|| Some(n + 1).filter(behind)).or_else(planned)?;
    let (a, b) = (&dates[old].date, &date.date);
    (a.grain == b.grain && a.edtf.is_some() && b.edtf.is_some() && a.edtf != b.edtf).then_some(old)
}

/// "planned for", "due to open on", "originally scheduled on" before a date.
fn is_of_a_plan(cx: &Context, start: usize, date: usize) -> bool {
    const REACH: usize = 6;
    (start.max(date.saturating_sub(REACH))..date).any(|i| cx.tokens.is_in(i, &SETS, PLAN))
}
