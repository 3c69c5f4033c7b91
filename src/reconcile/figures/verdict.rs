//! Whether one value satisfies all figures of a group, and why or why not.

use jiff::civil::Date;

use super::item::{DAYS_OF_AN_AGE, Item, born, is_ordinal_duration};
use super::readings;
use super::value::is_one_value;
use crate::lexicon::concepts::Traits;
use crate::reconcile::group::{Reason, Status, Verdict};
use crate::reconcile::story::Story;
use crate::value::relate::{Relation, common};
use crate::value::{Amount, Dimension};

/// The verdict over all members at once, and for figures in two units whether the conversion is right.
pub fn verdict(story: &Story, items: &[&Item]) -> Verdict {
    let mut verdict = judge(story, items);
    verdict.reasons.extend(conversions(items));
    if let Some(wrong) = wrongly_converted(story, items) {
        verdict.explanation = format!("{}; {wrong}", verdict.explanation);
    }
    verdict
}

/// The reasons for conversions, each once.
fn conversions(items: &[&Item]) -> Vec<Reason> {
    let checked = items.iter().flat_map(|i| &i.again);
    let mut out: Vec<Reason> = checked.map(|again| if again.right { Reason::ConversionOk } else { Reason::ConversionSuspect }).collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// The first figure whose repetition in another unit is wrong.
fn wrongly_converted(story: &Story, items: &[&Item]) -> Option<String> {
    let (item, again) = items.iter().find_map(|i| Some((i, i.again.iter().find(|again| !again.right)?)))?;
    Some(format!("\"{}\" beside it is not \"{}\" converted", story.claims[again.member].claim.text, text(story, item)))
}

fn judge(story: &Story, items: &[&Item]) -> Verdict {
    let distinct = distinct(items);
    if distinct.len() == 1 {
        return same(story, items);
    }
    if items.iter().filter(|i| i.key.superseded).any(|old| items.iter().any(|new| withdrawn(old, new))) && !remain_apart(items) {
        return Verdict::new(
            Status::Changed,
            Reason::ExplicitTransition,
            format!("the text says that it was reported otherwise before: {}", series(story, items)),
        );
    }
    if common(distinct.iter().map(|i| &i.measured)) || are_of_open_units(&distinct) {
        return compatible(story, items, &distinct);
    }
    if items.iter().any(|i| i.key.changed_from.is_some()) {
        return Verdict::new(
            Status::Changed,
            Reason::ExplicitTransition,
            format!("the text says that it changed: {}", series(story, items)),
        );
    }
    birthday(story, items).or_else(|| later(story, items)).unwrap_or_else(|| conflict(story, items, &distinct))
}

/// All have one number, in currencies of which some leave their country open.
fn are_of_open_units(distinct: &[&Item]) -> bool {
    let open = |a: &Item, b: &Item| a.measured.relate(&b.measured) == Relation::Unit;
    distinct.split_first().is_some_and(|(first, rest)| rest.iter().all(|i| open(first, i)))
}

/// Sources still contradict each other when values are set aside that an article says were reported before.
fn remain_apart(items: &[&Item]) -> bool {
    let given_up = |i: &Item| items.iter().any(|old| old.key.superseded && old.measured.relate(&i.measured) == Relation::Equal);
    let standing: Vec<&Item> = items.iter().filter(|i| !i.key.superseded && !given_up(i)).copied().collect();
    !common(standing.iter().map(|i| &i.measured))
}

/// An article gives the new figure and says that the old one was reported before.
fn withdrawn(old: &Item, new: &Item) -> bool {
    let same = is_one_value(old.measured.relate(&new.measured));
    old.article == new.article && old.key.superseded && !new.key.superseded && !same
}

/// The first member of each reading that differs from those before.
fn distinct<'i, 'a>(items: &[&'i Item<'a>]) -> Vec<&'i Item<'a>> {
    let mut out: Vec<&Item> = Vec::new();
    for i in items {
        if !out.iter().any(|o| o.measured.relate(&i.measured) == Relation::Equal) {
            out.push(i);
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

fn compatible(story: &Story, items: &[&Item], distinct: &[&Item]) -> Verdict {
    let mut reasons: Vec<Reason> = Vec::new();
    for (n, a) in distinct.iter().enumerate() {
        for b in &distinct[n + 1..] {
            reasons.extend(reason(a.measured.relate(&b.measured)));
        }
    }
    if items.iter().any(|i| is_ordinal_duration(i.figure)) {
        reasons.push(Reason::OrdinalDuration);
    }
    reasons.sort_unstable();
    reasons.dedup();
    let how = match reasons[..] {
        [Reason::Rounding] => Some("the same, rounded"),
        [Reason::Truncation] => Some("the same, cut off at a coarser place"),
        [Reason::Unit] => Some("the same in other units"),
        _ => None,
    };
    let explanation = how.map_or_else(
        || format!("one value satisfies all: {}", readings::fitting(story, distinct)),
        |how| format!("{how}: {}", series(story, items)),
    );
    Verdict { status: Status::Compatible, reasons, explanation }
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

/// They count crews or vehicles at a fire, which come and go from day to day.
fn are_crews(items: &[&Item]) -> bool {
    const CREWS: [&str; 3] = ["crew", "engin", "firefight"];
    const FIRE: [&str; 6] = ["blaze", "bushfir", "fire", "firefight", "flame", "wildfir"];
    let crew = |i: &Item| matches!(i.family, Some("aircraft" | "vehicle")) || i.key.head.as_deref().is_some_and(|h| CREWS.contains(&h));
    let of_a_fire = |i: &Item| i.key.terms.iter().any(|t| FIRE.contains(&t.as_str()));
    items.iter().all(|i| i.figure.dimension == Dimension::Count && crew(i)) && items.iter().any(|i| of_a_fire(i))
}

/// They count people in custody, some of whom may have been freed.
fn are_still_held(items: &[&Item]) -> bool {
    const FREED: [&str; 5] = ["bail", "custodi", "freed", "free", "releas"];
    let freed = |i: &Item| i.key.terms.iter().any(|t| FREED.contains(&t.as_str()));
    measure(items, |i| i.key.concept.as_deref() == Some("arrested")) && items.iter().any(|i| freed(i))
}

/// What they count or measure may go up and down from hour to hour.
fn come_and_go(items: &[&Item]) -> bool {
    measure(items, |i| i.traits.has(Traits::EBBS)) || are_crews(items)
}

/// Some are of such a concept, and none counts how often.
fn measure(items: &[&Item], such: fn(&Item) -> bool) -> bool {
    items.iter().any(|i| such(i)) && items.iter().all(|i| i.figure.unit.as_deref() != Some("time"))
}

/// The day that a figure holds for: for what comes and goes the day beside it; for a toll the day of the report, since the day beside it is
/// that of the event.
fn day(story: &Story, item: &Item, comes_and_goes: bool) -> Option<Date> {
    let stated = item.time.filter(|t| comes_and_goes && item.current && t.days() < 3).map(|t| t.first);
    stated.or_else(|| story.published(item.member))
}

/// Ages of one person that grow with the dates of the reports. Reports without a date may repeat one of them.
fn birthday(story: &Story, items: &[&Item]) -> Option<Verdict> {
    let mut dated: Vec<&Item> = items.iter().filter(|i| i.published.is_some()).copied().collect();
    dated.sort_by_key(|i| (i.published, i.figure.amount));
    let told = |i: &&Item| dated.iter().any(|d| d.figure.amount == i.figure.amount);
    if items.iter().any(|i| i.figure.dimension != Dimension::Age) || !items.iter().all(told) {
        return None;
    }
    born(&dated)?;
    let apart = dated.first()?.published?.until(dated.last()?.published?).ok()?.get_days();
    if apart <= DAYS_OF_AN_AGE {
        return None;
    }
    dated.dedup_by_key(|i| i.figure.amount);
    let steps: Vec<String> = dated.iter().filter_map(|i| Some(format!("{}: \"{}\"", i.published?, text(story, i)))).collect();
    Some(Verdict::new(Status::Changed, Reason::LaterReport, format!("a birthday lies between the reports: {}", steps.join(", "))))
}

/// A toll that rises with the dates of the reports, or a count that comes and goes: `changed`; a toll that falls back is a conflict.
/// `None` when dates do not tell.
fn later(story: &Story, items: &[&Item]) -> Option<Verdict> {
    let known = items.iter().all(|i| i.head.is_none() || i.family.is_some());
    let comes_and_goes = known && measure(items, |i| i.traits.has(Traits::EBBS)) || are_crews(items) || are_still_held(items);
    if !(comes_and_goes || measure(items, |i| i.traits.has(Traits::GROWS))) {
        return None;
    }
    let dated = |stated: bool| {
        let mut dated: Vec<(Date, &Item)> = items.iter().map(|i| Some((day(story, i, stated)?, *i))).collect::<Option<_>>()?;
        dated.sort_by_key(|(d, _)| *d);
        differ_by_day(&dated).then_some(dated)
    };
    // reports of two days of which one tells what was found the evening before
    let dated = dated(comes_and_goes).or_else(|| dated(false))?;
    let days: Vec<&[(Date, &Item)]> = dated.chunk_by(|a, b| a.0 == b.0).collect();
    let highest: Vec<Amount> =
        days.iter().map(|day| day.iter().filter_map(|(_, i)| i.reading.amount.or(i.reading.low)).max().unwrap_or_default()).collect();
    let steps: Vec<String> =
        days.iter().filter_map(|day| Some(format!("{}: \"{}\"", day.first()?.0, text(story, day.first()?.1)))).collect();
    let steps = steps.join(", ");
    Some(if comes_and_goes {
        Verdict::new(Status::Changed, Reason::LaterReport, format!("figures for different days: {steps}"))
    } else if highest.is_sorted() {
        Verdict::new(Status::Changed, Reason::LaterReport, format!("later reports have more: {steps}"))
    } else {
        Verdict::new(Status::Conflict, Reason::Backwards, format!("later reports fall back without saying so: {steps}"))
    })
}

/// There are two days at least, each with one value.
fn differ_by_day(dated: &[(Date, &Item)]) -> bool {
    let at_one = |day: &[(Date, &Item)]| common(day.iter().map(|(_, i)| &i.measured));
    dated.first().map(|d| d.0) != dated.last().map(|d| d.0) && dated.chunk_by(|a, b| a.0 == b.0).all(at_one)
}

/// It says how long something has lasted so far, in a unit of days or more, by which two reports may differ: "the sixth day of protests".
fn lasts(item: &Item) -> bool {
    const BETWEEN_REPORTS: [&str; 3] = ["day", "week", "month"];
    item.reading.dimension == Dimension::Duration && item.reading.unit.is_some_and(|u| BETWEEN_REPORTS.contains(&u))
}

/// Reports of one day contradict each other, so that reports without a date do not matter. A report that nobody was hurt may have been true
/// for a while.
fn differ_on_one_day(story: &Story, items: &[&Item]) -> bool {
    let some = items.iter().filter(|i| i.reading.amount != Some(Amount::ZERO));
    let mut dated: Vec<(Date, &Item)> = some.filter_map(|i| Some((story.published(i.member)?, *i))).collect();
    dated.sort_by_key(|(d, _)| *d);
    dated.chunk_by(|a, b| a.0 == b.0).any(|day| !common(day.iter().map(|(_, i)| &i.measured)))
}

/// Why two values of what they measure may both have been told rightly: a crowd is estimated by several, and a price moves all day.
fn varies(items: &[&Item]) -> Option<&'static str> {
    let estimated = measure(items, |i| i.key.concept.as_deref() == Some("attended")) && items.iter().any(|i| i.figure.hedge.is_some());
    match () {
        _ if estimated => Some("estimates of a crowd, which differ with who counts"),
        _ if measure(items, |i| i.key.concept.as_deref() == Some("share_move")) => Some("a price that moves all day"),
        _ => None,
    }
}

/// No value satisfies all. A toll of reports without dates may simply be a later one; that is for the reader to settle.
fn conflict(story: &Story, items: &[&Item], distinct: &[&Item]) -> Verdict {
    let moves = measure(items, |i| i.traits.has(Traits::GROWS)) || come_and_go(items);
    let past = items.iter().any(|i| i.is_of_the_past());
    let grows = moves && !past || items.iter().all(|i| lasts(i));
    let undated = || items.iter().any(|i| story.published(i.member).is_none());
    if grows && undated() && !differ_on_one_day(story, items) {
        return Verdict::new(
            Status::Unresolved,
            Reason::DateAnchor,
            format!("a count that grows, in reports without dates: {}", series(story, items)),
        );
    }
    if let Some(why) = varies(items) {
        return Verdict::new(Status::Unresolved, Reason::Value, format!("{why}: {}", series(story, items)));
    }
    if items.iter().all(|i| i.is_output()) && items.iter().any(|i| i.time.is_some() != items[0].time.is_some()) {
        return Verdict::new(Status::Unresolved, Reason::MissingScope, format!("it may be enlarged: {}", series(story, items)));
    }
    Verdict::new(Status::Conflict, Reason::Value, format!("no value satisfies all: {}", readings::plain(story, distinct)))
}
