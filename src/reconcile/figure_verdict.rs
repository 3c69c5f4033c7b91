//! Whether one value satisfies all figures of a group, and why or why not.

use jiff::civil::Date;

use super::figure_pairs::{Item, is_ordinal_duration};
use super::group::{Reason, Status, Verdict};
use super::story::Story;
use crate::value::relate::{Relation, common, converted, relate};
use crate::value::{Amount, Reading};

/// The judgement over all members at once, and of what stands in two units whether the conversion is right.
pub fn verdict(story: &Story, items: &[&Item]) -> Verdict {
    let mut verdict = judge(story, items);
    verdict.reasons.extend(conversions(story, items));
    verdict
}

/// Each kind of finding on figures that say another of the group again in their own unit, once.
fn conversions(story: &Story, items: &[&Item]) -> Vec<Reason> {
    let claim = |i: &Item| story.claims[i.member].claim;
    let checked = |again: &&Item| {
        let start = again.key.restates?;
        let first = items.iter().find(|i| claim(i).source == claim(again).source && claim(i).start == start)?;
        converted(&first.reading, &again.reading)
    };
    let mut out: Vec<Reason> =
        items.iter().filter_map(checked).map(|right| if right { Reason::ConversionOk } else { Reason::ConversionSuspect }).collect();
    out.sort_unstable();
    out.dedup();
    out
}

fn judge(story: &Story, items: &[&Item]) -> Verdict {
    let readings: Vec<Reading> = distinct(items);
    if readings.len() == 1 {
        return same(story, items);
    }
    if common(&readings) {
        return compatible(story, items, &readings);
    }
    if items.iter().any(|i| i.key.changed_from.is_some()) {
        return Verdict::new(
            Status::Changed,
            Reason::ExplicitTransition,
            format!("the text says that it changed: {}", series(story, items)),
        );
    }
    later(story, items).unwrap_or_else(|| conflict(story, items, &readings))
}

/// Readings that differ, in order of their first member.
fn distinct<'a>(items: &[&Item<'a>]) -> Vec<Reading<'a>> {
    let mut out: Vec<Reading> = Vec::new();
    for i in items {
        if !out.iter().any(|r| relate(r, &i.reading) == Relation::Equal) {
            out.push(i.reading.clone());
        }
    }
    out
}

fn text<'a>(story: &'a Story, item: &Item) -> &'a str {
    &story.claims[item.member].claim.text
}

fn same(story: &Story, items: &[&Item]) -> Verdict {
    let first = items.first().map_or("", |i| text(story, i));
    if items.iter().all(|i| text(story, i).eq_ignore_ascii_case(first)) {
        Verdict::new(Status::Agree, Reason::Same, "the same value in the same words")
    } else {
        Verdict::new(Status::Agree, Reason::Format, "the same value, written differently")
    }
}

fn compatible(story: &Story, items: &[&Item], readings: &[Reading]) -> Verdict {
    let mut reasons: Vec<Reason> = Vec::new();
    for (n, a) in readings.iter().enumerate() {
        for b in &readings[n + 1..] {
            reasons.extend(reason(relate(a, b)));
        }
    }
    if items.iter().any(|i| is_ordinal_duration(i.figure)) {
        reasons.push(Reason::OrdinalDuration);
    }
    reasons.sort_unstable();
    reasons.dedup();
    let parts: Vec<String> =
        representatives(items, readings).iter().map(|i| format!("\"{}\" reads as {}", text(story, i), interval(i))).collect();
    Verdict { status: Status::Compatible, reasons, explanation: format!("one value satisfies all: {}", parts.join("; ")) }
}

fn reason(relation: Relation) -> Option<Reason> {
    match relation {
        Relation::Hedge => Some(Reason::Hedge),
        Relation::Rounding => Some(Reason::Rounding),
        Relation::Truncation => Some(Reason::Truncation),
        Relation::Bound => Some(Reason::Bound),
        Relation::Range => Some(Reason::Range),
        Relation::Unit => Some(Reason::Unit),
        Relation::Equal | Relation::Disjoint { .. } | Relation::Unlike => None,
    }
}

/// One member for each distinct reading.
fn representatives<'i, 'a>(items: &[&'i Item<'a>], readings: &[Reading]) -> Vec<&'i Item<'a>> {
    readings.iter().filter_map(|r| items.iter().find(|i| i.reading == *r).copied()).collect()
}

/// The interval of a figure, as a reader would write it.
fn interval(item: &Item) -> String {
    let f = &item.reading;
    let unit = f.unit.map_or(String::new(), |u| format!(" {u}"));
    match (f.low, f.high) {
        (Some(a), Some(b)) if a == b => format!("{a}{unit}"),
        (Some(a), Some(b)) => format!("{a} to {b}{unit}"),
        (Some(a), None) => format!("{a}{unit} or more"),
        (None, Some(b)) => format!("{b}{unit} or less"),
        (None, None) => "any value".to_owned(),
    }
}

fn series(story: &Story, items: &[&Item]) -> String {
    let mut out: Vec<String> = Vec::new();
    for i in items {
        let t = format!("\"{}\"", text(story, i));
        if !out.contains(&t) {
            out.push(t);
        }
    }
    out.join(", ")
}

/// Concepts whose count grows while a story is reported.
const TOLLS: [&str; 14] = [
    "arrested",
    "burned_area",
    "casualties",
    "damaged",
    "dead",
    "destroyed",
    "displaced",
    "donated",
    "evacuated",
    "hospitalized",
    "infected",
    "injured",
    "rescued",
    "without_power",
];

fn is_toll(items: &[&Item]) -> bool {
    items.iter().any(|i| i.key.concept.as_deref().is_some_and(|c| TOLLS.contains(&c)))
        && items.iter().all(|i| i.figure.unit.as_deref() != Some("time"))
}

/// A toll that rises with the dates of the reports: `changed`; one that falls back is a conflict. `None` when dates do not tell.
fn later(story: &Story, items: &[&Item]) -> Option<Verdict> {
    let mut dated: Vec<(Date, &Item)> = items.iter().map(|i| Some((story.published(i.member)?, *i))).collect::<Option<_>>()?;
    dated.sort_by_key(|(d, _)| *d);
    let days: Vec<&[(Date, &Item)]> = dated.chunk_by(|a, b| a.0 == b.0).collect();
    if !is_toll(items) || days.len() < 2 || days.iter().any(|day| !common(&day.iter().map(|(_, i)| i.reading.clone()).collect::<Vec<_>>()))
    {
        return None;
    }
    let highest: Vec<Amount> =
        days.iter().map(|day| day.iter().filter_map(|(_, i)| i.reading.amount.or(i.reading.low)).max().unwrap_or_default()).collect();
    let steps: Vec<String> =
        days.iter().filter_map(|day| Some(format!("{}: \"{}\"", day.first()?.0, text(story, day.first()?.1)))).collect();
    let steps = steps.join(", ");
    Some(if highest.is_sorted() {
        Verdict::new(Status::Changed, Reason::LaterReport, format!("later reports have more: {steps}"))
    } else {
        Verdict::new(Status::Conflict, Reason::Backwards, format!("later reports fall back without saying so: {steps}"))
    })
}

/// No value satisfies all. A toll of reports without dates may simply be a later one; that is for the reader to settle.
fn conflict(story: &Story, items: &[&Item], readings: &[Reading]) -> Verdict {
    let grows = is_toll(items) || items.iter().all(|i| i.figure.dimension == crate::value::Dimension::Duration);
    if grows && items.iter().any(|i| story.published(i.member).is_none()) {
        return Verdict::new(
            Status::Unresolved,
            Reason::DateAnchor,
            format!("a count that grows, in reports without dates: {}", series(story, items)),
        );
    }
    let parts: Vec<String> =
        representatives(items, readings).iter().map(|i| format!("\"{}\" is {}", text(story, i), interval(i))).collect();
    Verdict::new(Status::Conflict, Reason::Value, format!("no value satisfies all: {}", parts.join("; ")))
}
