//! The dates of one event as a group: label, values and verdict.

use std::collections::BTreeMap;

use super::clock::Near;
use super::item::{Item, NEAR, are_two_clocks, are_two_stretches, cannot_be_one, is_part_of_day, other_part_of_day};
use super::open::Open;
use crate::claim::Grain;
use crate::reconcile::events::{self, label::Teller};
use crate::reconcile::group::{Draft, GroupKind, Reason, Status, Verdict};
use crate::reconcile::story::Story;
use crate::value::Interval;
use crate::value::time::Relation;
use crate::value::time::spoken::written;

/// What a group of dates rests on.
pub struct Grounds {
    /// Nothing but the scene around them tells that those which exclude each other are of one event.
    pub doubtful: bool,
    /// The old and the new days of what a text says was moved.
    pub moved: Option<(Interval, Interval)>,
}

/// The group that some dates make.
pub fn draft(story: &Story, items: &[&Item], grounds: &Grounds) -> Draft {
    let (label, identity) = label(story, items);
    let mut verdict = verdict(story, items, grounds.moved);
    if grounds.doubtful && verdict.status == Status::Conflict {
        let why = format!("{}, if the reports mean one event", verdict.explanation);
        verdict = Verdict::new(Status::Unresolved, Reason::Identity, why);
    }
    Draft { kind: GroupKind::Date, identity, label, verdict, values: values(story, items) }
}

/// A day that is called by its numbers, and is the name of what happened then, whatever is told of its victims or a law.
const NAMED: &str = "9/11";

fn label(story: &Story, items: &[&Item]) -> (String, String) {
    let near = |i: &&Item| {
        let terms = &story.claims[i.member].key.terms;
        &terms[..terms.len().min(NEAR)]
    };
    let stems = events::label::ranked(items.iter().map(near));
    let identity = stems.iter().take(2).copied().collect::<Vec<_>>().join(" ");
    let tellers: Vec<Teller> = items.iter().map(|i| teller(story, i)).collect();
    let named = items.iter().any(|i| i.text.trim_start_matches("the ") == NAMED);
    let phrase = if named { NAMED.to_owned() } else { events::label::told(story, &tellers).unwrap_or_default() };
    let date = items.first().map_or("", |i| story.claims[i.member].claim.text.as_str());
    (format!("when: {}", if phrase.is_empty() { date } else { &phrase }), identity)
}

fn teller<'e>(story: &'e Story, i: &'e Item) -> Teller<'e> {
    let stems = story.claims[i.member].key.terms.iter().map(|t| t.as_str()).collect();
    Teller { member: i.member, event: i.date.event.as_deref(), stems }
}

fn values(story: &Story, items: &[&Item]) -> Vec<(String, Vec<usize>)> {
    type Value<'v> = (Option<&'v str>, Grain, String);
    let mut by_value: BTreeMap<Value, Vec<usize>> = BTreeMap::new();
    for i in items {
        let text = &story.claims[i.member].claim.text;
        // the hour of a date may not be told by its day
        let hour = matches!(i.date.grain, Grain::Hour | Grain::Minute);
        let told = i.date.edtf.as_deref().is_some_and(|e| !hour || e.contains('T'));
        let written = if told { String::new() } else { text.as_str().to_lowercase() };
        by_value.entry((i.date.edtf.as_deref(), i.date.grain, written)).or_default().push(i.member);
    }
    by_value.into_iter().map(|((edtf, _, _), members)| (display(&story.claims[members[0]].claim.text, edtf), members)).collect()
}

/// A date as written, without the article of the noun that it stands before (`the May 6 storm`).
fn without_article(text: &str) -> &str {
    const YEAR: usize = 4;
    let bare = text.strip_prefix("the ").or_else(|| text.strip_prefix("The "));
    bare.filter(|t| t.starts_with(|c: char| c.is_uppercase()) || t.len() == YEAR && t.bytes().all(|b| b.is_ascii_digit())).unwrap_or(text)
}

/// A date as written, and the day that it means.
fn display(text: &str, edtf: Option<&str>) -> String {
    let text = without_article(text);
    match edtf {
        Some(e) => {
            let written = written(e);
            if text.to_lowercase().contains(&written) { text.to_owned() } else { format!("{text} ({written})") }
        }
        None => text.to_owned(),
    }
}

/// Whether some time lies in all of them.
fn share_a_day(times: impl Iterator<Item = Interval>) -> bool {
    let all = times.reduce(|a, b| Interval { first: a.first.max(b.first), after: a.after.min(b.after) });
    all.is_none_or(|i| i.first < i.after)
}

fn verdict(story: &Story, items: &[&Item], moved: Option<(Interval, Interval)>) -> Verdict {
    let known: Vec<(&Item, Interval)> = items.iter().filter(|i| !i.inherited).filter_map(|i| Some((*i, i.days?))).collect();
    let seasons = items.iter().any(|a| items.iter().any(|b| are_two_stretches(a, b)));
    let meets = !seasons && share_a_day(known.iter().map(|k| k.1));
    let texts = |list: &[&Item]| {
        list.iter()
            .map(|i| format!("\"{}\"", without_article(&story.claims[i.member].claim.text)))
            .collect::<std::collections::BTreeSet<_>>()
            .into_iter()
            .collect::<Vec<_>>()
            .join(", ")
    };
    if !meets && !seasons && share_a_day(known.iter().filter(|k| !k.0.assumed).map(|k| k.1)) {
        let explanation = format!("the days differ only if the articles are of the day that was given for them: {}", texts(items));
        return Verdict::new(Status::Unresolved, Reason::DateAnchor, explanation);
    }
    let is_moved = |(old, new): (Interval, Interval)| known.iter().all(|k| k.1.overlaps(old) || k.1.overlaps(new));
    if !meets && moved.is_some_and(is_moved) {
        let explanation = format!("the text says that it was given another day: {}", texts(items));
        return Verdict::new(Status::Changed, Reason::ExplicitTransition, explanation);
    }
    if !meets {
        return apart(&known);
    }
    if let Some((a, b)) = parts_of_one_day(items) {
        let open = |i: &Item| i.open.as_ref().is_some_and(Open::has_no_day);
        if open(a) || open(b) {
            return of_open(items, known.is_empty(), &texts(items));
        }
        return Verdict::new(Status::Conflict, Reason::Disjoint, format!("different parts of the day: {}", texts(&[a, b])));
    }
    if items.len() == 1 {
        return Verdict::new(Status::Agree, Reason::Same, "one mention");
    }
    if let Some((a, b)) = clocks_of_one_day(items) {
        return Verdict::new(Status::Conflict, Reason::Disjoint, format!("different times of the day: {}", texts(&[a, b])));
    }
    if known.len() < items.len() {
        return of_open(items, known.is_empty(), &texts(items));
    }
    let equal = known.windows(2).all(|w| w[0].1 == w[1].1 && w[0].0.date.grain == w[1].0.date.grain);
    if are_close_clocks(items) {
        let explanation = format!("times of one day so close together that one may be the other rounded: {}", texts(items));
        return Verdict::new(Status::Compatible, Reason::Rounding, explanation);
    }
    if equal && are_told_apart(items, |i| i.at_least) {
        return Verdict::new(Status::Compatible, Reason::Bound, format!("one says \"until at least\" then: {}", texts(items)));
    }
    if equal && are_told_apart(items, near) {
        return Verdict::new(Status::Compatible, Reason::Hedge, format!("the same time, told exactly or nearly: {}", texts(items)));
    }
    if equal && !are_same_clocks(items) {
        return of_zones(&texts(items));
    }
    if equal {
        Verdict::new(Status::Agree, Reason::Same, "the same time everywhere")
    } else {
        Verdict::new(Status::Compatible, Reason::Granularity, format!("one is finer than the other: {}", texts(items)))
    }
}

/// The verdict where not all days are known: they agree as far as they go, or a day of publication would settle it.
fn of_open(items: &[&Item], all: bool, texts: &str) -> Verdict {
    let apart = items.iter().any(|a| items.iter().any(|b| cannot_be_one(a, b)));
    if apart {
        let why = format!("not all dates can be reckoned, for want of an article's own date: {texts}");
        return Verdict::new(Status::Unresolved, Reason::DateAnchor, why);
    }
    if let Some(i) = items.iter().find(|i| i.either.is_some()).filter(|i| items.iter().any(|o| o.text != i.text)) {
        let why = format!("the day or the month may stand first in \"{}\": {texts}", i.text);
        return Verdict::new(Status::Unresolved, Reason::DateAnchor, why);
    }
    if opens(items).any(|a| opens(items).any(|b| a.are_at_midnight(b))) {
        return Verdict::new(Status::Compatible, Reason::DayBoundary, format!("the midnight between two days: {texts}"));
    }
    let one_grain = items.windows(2).all(|w| w[0].date.grain == w[1].date.grain);
    let named = opens(items).all(|o| o.weekday().is_some() || o.day_of_year().is_some());
    if all && one_grain && !are_same_clocks(items) {
        of_zones(texts)
    } else if all && one_grain {
        Verdict::new(Status::Agree, Reason::Same, "the same everywhere, though no article's own date fixes it")
    } else if named && one_grain && items.iter().all(|i| i.date.grain == Grain::Day) {
        Verdict::new(Status::Agree, Reason::Same, "the same day everywhere, as far as the articles' own dates fix it")
    } else {
        Verdict::new(Status::Compatible, Reason::Granularity, format!("one is less exact than the other: {texts}"))
    }
}

/// The dates whose day is not known.
fn opens<'i>(items: &'i [&Item]) -> impl Iterator<Item = &'i Open> {
    items.iter().filter_map(|i| i.open.as_ref())
}

/// The verdict on times of the day that may be one, since not all of them tell their zone.
fn of_zones(texts: &str) -> Verdict {
    Verdict::new(
        Status::Compatible,
        Reason::Granularity,
        format!("times of one day, whose zones or minutes not all articles tell: {texts}"),
    )
}

fn are_same_clocks(items: &[&Item]) -> bool {
    items.windows(2).all(|w| w[0].clock.as_ref().zip(w[1].clock.as_ref()).is_none_or(|(x, y)| x.is_same(y)))
}

/// Some of them have this and others do not.
fn are_told_apart<T: PartialEq>(items: &[&Item], of: impl Fn(&Item) -> T) -> bool {
    items.windows(2).any(|w| of(w[0]) != of(w[1]))
}

fn near(i: &Item) -> Option<Near> {
    i.clock.as_ref().and_then(|c| c.near())
}

/// Two give different times of the day that lie near each other, so that neither is a finer form of the other.
fn are_close_clocks(items: &[&Item]) -> bool {
    let clocks = || items.iter().filter_map(|i| i.clock.as_ref());
    clocks().any(|a| clocks().any(|b| a.is_beside(b)))
}

/// The first two that name parts of a day that exclude each other.
fn parts_of_one_day<'i, 'a>(items: &[&'i Item<'a>]) -> Option<(&'i Item<'a>, &'i Item<'a>)> {
    let first = items.iter().find(|i| is_part_of_day(i))?;
    items.iter().find(|i| other_part_of_day(first, i)).map(|other| (*first, *other))
}

/// The first two that give times of the day that differ.
fn clocks_of_one_day<'i, 'a>(items: &[&'i Item<'a>]) -> Option<(&'i Item<'a>, &'i Item<'a>)> {
    let differ = |a: &Item, b: &Item| are_two_clocks(a, b);
    items.iter().find_map(|a| Some((*a, *items.iter().find(|b| differ(a, b))?)))
}

fn apart(known: &[(&Item, Interval)]) -> Verdict {
    let mut times: Vec<Interval> = known.iter().map(|k| k.1).collect();
    times.sort_unstable_by_key(|t| (t.first, t.after));
    times.dedup();
    let neighbours = times.iter().all(|a| times.iter().all(|b| a.relate(*b) != Relation::Disjoint));
    let days: std::collections::BTreeSet<&str> = known.iter().filter_map(|k| k.0.date.edtf.as_deref()).collect();
    let list = days.into_iter().map(written).collect::<Vec<_>>().join(" and ");
    if neighbours && may_be_one_night(known) {
        return Verdict::new(Status::Compatible, Reason::DayBoundary, format!("adjacent days, near midnight: {list}"));
    }
    let what = match known.iter().map(|k| k.0.date.grain).reduce(|a, b| if a == b { a } else { Grain::Day }) {
        Some(Grain::Year) => "years",
        Some(Grain::Month) => "months",
        _ => "days",
    };
    Verdict::new(Status::Conflict, Reason::Disjoint, format!("different {what}: {list}"))
}

/// The night between two days may be told as of the first or of the second: one item must lead up to midnight or follow it, and none may be
/// of the other end of its day. From Sunday morning to Monday evening is a day and a half.
fn may_be_one_night(known: &[(&Item, Interval)]) -> bool {
    let Some(first) = known.iter().map(|k| k.1.first).min() else { return false };
    let (earlier, later): (Vec<_>, Vec<_>) = known.iter().partition(|k| k.1.first == first);
    let near = |list: &[&(&Item, Interval)], side: NightSide| list.iter().map(|k| side.of(k.0)).collect::<Vec<_>>();
    let (before, after) = (near(&earlier, NightSide::Before), near(&later, NightSide::After));
    let none_far = before.iter().chain(&after).all(|n| *n != Some(false));
    none_far && before.iter().chain(&after).any(|n| *n == Some(true))
}

/// A side of midnight.
#[derive(Clone, Copy)]
enum NightSide {
    Before,
    After,
}

impl NightSide {
    /// Whether the part of the day or the hour of a date lies on this side of midnight; none of a day that tells neither. A night is on
    /// both, and news calls the small hours the morning as well.
    fn of(self, i: &Item) -> Option<bool> {
        const DUSK: i8 = 18;
        const DAWN: i8 = 6;
        match (self, i.date.grain) {
            _ if i.text.starts_with("late ") => Some(matches!(self, NightSide::Before)),
            (_, Grain::Night) | (NightSide::Before, Grain::Evening) => Some(true),
            (NightSide::After, Grain::Morning) => None,
            (_, Grain::Morning | Grain::Afternoon | Grain::Evening) => Some(false),
            (_, Grain::Hour | Grain::Minute) => {
                let hour = i.date.edtf.as_deref()?.split_once('T')?.1.get(..2)?.parse::<i8>().ok()?;
                Some(match self {
                    NightSide::Before => hour >= DUSK,
                    NightSide::After => hour < DAWN,
                })
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_shown_without_the_article_of_its_noun() {
        assert_eq!(display("The May 6", Some("2026-05-06")), "May 6 (2026-05-06)");
        assert_eq!(display("the weekend", None), "the weekend");
    }
}
