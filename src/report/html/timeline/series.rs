//! A value that changed, as steps in order of time.

use maud::{Markup, html};

use crate::claim::Claim;
use crate::reconcile::group::Group;
use crate::report::html::lookup::Index;
use crate::report::html::sources::named;
use crate::report::layout::printable;
use crate::value::Amount;

/// Width of a step, height of the drawing, and where the highest and the lowest value lie in it.
const STEP: usize = 150;
const HEIGHT: usize = 160;
const TOP: i64 = 40;
const BOTTOM: i64 = 95;

/// One value of the series: its amount, the words of its first mention, the day of its first report, its sources.
struct Point {
    amount: Amount,
    text: String,
    day: Option<String>,
    left_behind: bool,
    sources: Vec<usize>,
}

pub fn chart(index: &Index, g: &Group) -> Markup {
    let points = points(index, g);
    let heights = heights(&points);
    html! {
        figure.figure.changed data-g=(g.id) {
            figcaption { a href={ "#f-" (g.id) } dir="auto" { (printable(&g.label)) } }
            div.scroll tabindex="0" role="region" aria-label={ "Values in order of time: " (printable(&g.label)) } {
                svg viewBox={ "0 0 " (STEP * points.len().max(1)) " " (HEIGHT) } width=(STEP * points.len().max(1)) height=(HEIGHT) role="img" aria-label=(summary(&points)) {
                    path.line d=(path(&heights)) {}
                    @for (i, p) in points.iter().enumerate() { (point(i, p, &heights)) }
                }
            }
        }
    }
}

/// A dot with its words, which stand above it, or below where the line comes from above.
fn point(i: usize, p: &Point, heights: &[i64]) -> Markup {
    let (x, y) = (STEP * i + STEP / 2, heights[i]);
    let words = if i > 0 && heights[i - 1] < y { y + 20 } else { y - 12 };
    html! {
        circle.dot cx=(x) cy=(y) r="5" {}
        text.value x=(x) y=(words) { (p.text) }
        text.day x=(x) y=(HEIGHT - 24) { (p.day.as_deref().unwrap_or("no date")) }
        text.day x=(x) y=(HEIGHT - 8) { (named(&p.sources)) }
    }
}

/// `28 points, then 19 points`.
fn summary(points: &[Point]) -> String {
    points.iter().map(|p| format!("{} ({})", p.text, p.day.as_deref().unwrap_or("no date"))).collect::<Vec<_>>().join(", then ")
}

/// The distinct amounts of a group in order of the days on which they were first reported; within a report, what a text changes *from*
/// comes first.
fn points(index: &Index, g: &Group) -> Vec<Point> {
    let mut out: Vec<Point> = Vec::new();
    for claim in g.values.iter().flat_map(|v| index.members(v)) {
        let Some(amount) = amount(claim) else { continue };
        let source = index.source_number(&claim.source).unwrap_or_default();
        let day = day(index, claim, source);
        match out.iter_mut().find(|p| p.amount == amount) {
            Some(p) => {
                p.day = p.day.take().into_iter().chain(day).min();
                p.left_behind |= is_left_behind(index, claim);
                p.sources.push(source);
            }
            None => out.push(Point {
                amount,
                text: printable(&claim.text),
                day,
                left_behind: is_left_behind(index, claim),
                sources: vec![source],
            }),
        }
    }
    for p in &mut out {
        p.sources.sort_unstable();
        p.sources.dedup();
    }
    out.sort_by_key(|p| (!p.left_behind, p.day.is_none(), p.day.clone(), p.amount));
    out
}

fn amount(claim: &Claim) -> Option<Amount> {
    let f = claim.figure.as_ref()?;
    f.amount.or(f.low).or(f.high)
}

fn day(index: &Index, claim: &Claim, source: usize) -> Option<String> {
    let stated = claim.figure.as_ref().and_then(|f| f.as_of.as_ref().map(ToString::to_string));
    stated.or_else(|| index.report.sources[source].published.clone())
}

/// Whether the text names the value as the one it changed from: "from 34 to 21".
fn is_left_behind(index: &Index, claim: &Claim) -> bool {
    let Some(sentence) = index.sentence(claim) else { return false };
    let before: String = sentence.text.chars().take(claim.start.saturating_sub(sentence.start) as usize).collect();
    before.trim_end().ends_with("from")
}

/// The y of each value; the highest stands at the top.
fn heights(points: &[Point]) -> Vec<i64> {
    let amounts = || points.iter().map(|p| p.amount);
    let (Some(low), Some(high)) = (amounts().min(), amounts().max()) else { return Vec::new() };
    let room = Amount::from(BOTTOM - TOP);
    points.iter().map(|p| BOTTOM - share(p.amount, low, high, room).unwrap_or((BOTTOM - TOP) / 2)).collect()
}

/// How high `amount` lies between `low` and `high`, in whole parts of `room`.
fn share(amount: Amount, low: Amount, high: Amount, room: Amount) -> Option<i64> {
    let part = amount.minus(low)?.times(room)?.over(high.minus(low)?)?;
    i64::try_from(part.decimal().round()).ok()
}

/// Steps: a value holds until the next one is reported.
fn path(heights: &[i64]) -> String {
    let mut out = String::new();
    for (i, y) in heights.iter().enumerate() {
        let x = STEP * i + STEP / 2;
        out += &if i == 0 { format!("M{x} {y}") } else { format!("H{x}V{y}") };
    }
    out
}
