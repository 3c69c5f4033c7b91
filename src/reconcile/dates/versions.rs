//! Which dates that exclude each other are nevertheless of one event, and so contradict each other.

use rustc_hash::{FxHashMap, FxHashSet};

use super::act;
use super::item::{Item, SAID, are_of_two_parts, cannot_be_one, length};
use super::once::{self, Named};
use super::pairs::{Pair, are_of_two, links};
use crate::claim::{Grain, Lead};
use crate::lexicon::concepts::Traits;
use crate::reconcile::cluster::Link;
use crate::reconcile::partners::Partners;
use crate::reconcile::similarity::{Symbols, shared};

/// The least sureness at which the words alone are enough.
const CONTRARY: f32 = 4.2;
/// The same where each article dates this kind of event once, and has the other's date for nothing like it.
const CONTRARY_SOLE: f32 = 2.6;
/// The same where each is the other's best partner by words, and by how much it must be better than the next.
const CONTRARY_BEST: f32 = 1.6;
const MARGIN: f32 = 0.5;
/// From here on it does not matter whether an article has the other's date for something like it.
const WHATEVER_TOLD: f32 = 3.0;

/// The pairs of dates that exclude each other though they are of one event: by their words alone, or because neither article has the
/// other's date for it and each dates that kind of event only once, or has no better partner for the other's date.
pub fn versions(symbols: &Symbols, items: &[Item], pairs: &[Pair], same: &[Link], named: &Named) -> Vec<Link> {
    let told: FxHashSet<(usize, usize)> = same.iter().flat_map(|l| [(l.a, items[l.b].article), (l.b, items[l.a].article)]).collect();
    let sole = sole(items);
    let done_once = done_once(items);
    let best = partners(items, pairs);
    let is_best = |a: usize, b: usize| best.is_best(a, b, items[b].article, MARGIN, |x, y| !cannot_be_one(&items[x], &items[y]));
    links(pairs, |pair| {
        let (a, b) = (pair.a, pair.b);
        let (x, y) = (&items[a], &items[b]);
        if !cannot_be_one(x, y) || !may_contradict(x, y) {
            return None;
        }
        let words = pair.words.meant(symbols, x, y);
        let alone = x.concept.is_some() && sole.contains(&(x.article, x.concept)) && sole.contains(&(y.article, y.concept));
        let once = alone && words >= CONTRARY_SOLE || is_best(a, b) && is_best(b, a) && words >= CONTRARY_BEST && name_one_event(x, y);
        let one_kind = x.concept.is_some() && x.concept == y.concept || is_named(x, y);
        let sure = words >= WHATEVER_TOLD && one_kind && is_best(a, b) && is_best(b, a);
        let unheard = !told.contains(&(a, y.article)) && !told.contains(&(b, x.article));
        let untold = is_near(x, y) && (sure || unheard);
        let repeated = x.traits.has(Traits::REPEATED);
        let by_words = words >= CONTRARY && (x.concept.is_some() || is_named(x, y)) && (x.stated || is_within_months(x, y));
        let comes_once = once::is_one(x, y) && named.know(x, y);
        let once_in = |i: &Item, act: &str| done_once.contains(&(i.article, act, width(i)));
        let comes_once = comes_once && unheard && once::acts(x, y).any(|(p, q)| once_in(x, p) && once_in(y, q));
        let one_act = is_near(x, y) && !are_of_two(x, y) && is_one_act(x, y);
        let one_act = one_act && x.doing.acts.iter().any(|act| y.doing.acts.contains(act) && once_in(x, act) && once_in(y, act));
        let one_act = comes_once || one_act && (untold || x.clock.is_some() && y.clock.is_some());
        (by_words || once && untold && !repeated || one_act).then_some((words - CONTRARY_SOLE) / 10.0)
    })
}

/// They tell one act done to one thing; of hours of one day the act is enough.
pub fn is_one_act(a: &Item, b: &Item) -> bool {
    let hours = a.clock.is_some() && b.clock.is_some() && a.days.is_some() && a.days == b.days;
    !act::may_be_two(a.doing, b.doing)
        && (once::is_one(a, b) || act::is_about_one(a.doing, b.doing) || hours && act::is_one(a.doing, b.doing))
}

/// A contract is announced on one day and signed on another.
pub fn is_told_before_done(a: &Item, b: &Item) -> bool {
    a.concept.zip(b.concept).is_some_and(|(x, y)| (x == SAID) != (y == SAID))
}

/// A time of a day, a day, or longer.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Width {
    Hour,
    Day,
    Longer,
}

fn width(i: &Item) -> Width {
    match length(i) {
        _ if i.clock.is_some() => Width::Hour,
        ..=1 => Width::Day,
        _ => Width::Longer,
    }
}

/// The acts for which an article has one time only among times of the same grain: what happened years before does not count.
fn done_once<'a>(items: &[Item<'a>]) -> FxHashSet<(usize, &'a str, Width)> {
    let mut acts: FxHashMap<(usize, &'a str, Width), (usize, bool)> = FxHashMap::default();
    for (n, i) in items.iter().enumerate() {
        for act in &i.doing.acts {
            let known = acts.entry((i.article, act.as_ref(), width(i))).or_insert((n, true));
            known.1 &= !cannot_be_one(&items[known.0], i);
        }
    }
    acts.into_iter().filter(|(_, (_, once))| *once).map(|(act, _)| act).collect()
}

/// For each date and each other article the date there that its words go with best.
fn partners(items: &[Item], pairs: &[Pair]) -> Partners {
    let mut best = Partners::default();
    for &Pair { a, b, ref words } in pairs.iter().filter(|p| items[p.a].article != items[p.b].article) {
        let score = words.written();
        best.note(a, b, items[b].article, score, |x, y| !cannot_be_one(&items[x], &items[y]));
        best.note(b, a, items[a].article, score, |x, y| !cannot_be_one(&items[x], &items[y]));
    }
    best
}

/// The nearest words say what happened: two of them are shared, or one and a name. A state, which is no event, is seen on several days.
fn name_one_event(a: &Item, b: &Item) -> bool {
    let words = shared(&a.near_meant, &b.near_meant).count();
    let names = shared(&a.entities, &b.entities).next().is_some();
    let others = !names && !a.entities.is_empty() && !b.entities.is_empty();
    // "the river stood at", "the level was"
    let acts = !a.event.is_empty() && !b.event.is_empty();
    let told = a.concept.is_some() || is_named(a, b) || words > 1 && names && acts;
    !others && told && (words > 1 || words == 1 && names) || tell_one_event(a, b)
}

/// The words of the event are the same, except for those that one of them has more: who, what was done, and to whom.
fn tell_one_event(a: &Item, b: &Item) -> bool {
    const WHO_DID_WHAT: usize = 3;
    let both = shared(&a.event, &b.event).count();
    both >= WHO_DID_WHAT && both == a.event.len().min(b.event.len())
}

/// A wrong date of one event is seldom far from the right one, while two events of a kind mostly lie farther apart; the limit is closer
/// where it is not sure that they are of one kind.
fn is_near(a: &Item, b: &Item) -> bool {
    const OF_ONE_KIND: i32 = 10;
    const OF_ANY: i32 = 4;
    let most = if a.concept == b.concept { OF_ONE_KIND } else { OF_ANY };
    let (Some(x), Some(y)) = (a.days, b.days) else { return true };
    x.days_apart(y) <= most.max(x.days().max(y.days()))
}

/// Dates that lie within some months; farther apart they are of two events: an anniversary, somebody of the same name.
fn is_within_months(a: &Item, b: &Item) -> bool {
    const DAYS: i32 = 60;
    a.days.zip(b.days).is_none_or(|(x, y)| x.days_apart(y) <= DAYS)
}

/// The kinds of event that an article has one date for.
fn sole<'a>(items: &[Item<'a>]) -> FxHashSet<(usize, Option<&'a str>)> {
    let mut kinds: FxHashMap<(usize, Option<&str>), (usize, bool)> = FxHashMap::default();
    for (n, i) in items.iter().enumerate() {
        let kind = kinds.entry((i.article, i.concept)).or_insert((n, true));
        kind.1 &= !cannot_be_one(&items[kind.0], i);
    }
    kinds.into_iter().filter(|(_, (_, one))| *one).map(|(kind, _)| kind).collect()
}

/// Two articles date the same kind of event differently. The same words counted from two publication days ("today", "April 9") are no
/// contradiction, nor are two dates of one article. Events of two years must be named by more than their kind.
pub fn may_contradict(a: &Item, b: &Item) -> bool {
    let words = shared(&a.near_meant, &b.near_meant).count();
    // of all that people say an apology or an endorsement is an event
    let said = (a.concept == Some(SAID) || b.concept == Some(SAID)) && !a.told.tell_one_kind(&b.told);
    let event = is_one_act(a, b)
        || !said
            && match (a.concept, b.concept) {
                (Some(x), Some(y)) => x == y,
                (None, None) => words > 0,
                _ => words > 1,
            };
    let named = words > 1 || a.date.grain != Grain::Year || once::is_one(a, b) || tell_one_event(a, b);
    let go_on = a.doing.goes_on && b.doing.goes_on;
    a.article != b.article
        && may_end_otherwise(a, b)
        && !begins_a_state(a, b)
        && !go_on
        && !are_of_two_parts(a, b)
        && !a.told.are_two_steps(&b.told)
        && !once::are_two_people(a, b)
        && !(a.calls && b.calls)
        && event
        && named
        && a.may_be_asked
        && b.may_be_asked
        && are_as_fine(a, b)
        && a.text != b.text
        && a.stated == b.stated
        && !are_weeks_apart(a, b)
        // what was planned for one day and what was done on another are two meetings, or one that was moved
        && a.planned.zip(b.planned).is_none_or(|(x, y)| x == y)
        && are_told_from_one_side(a, b)
        && !act::is_another(a.doing, b.doing)
        && !is_told_before_done(a, b)
        && is_hour_of_one_day(a, b)
        && !are_two_results(a, b)
}

/// It is the end of something that goes on until then.
fn is_until(i: &Item) -> bool {
    i.doing.lead == Some(Lead::Until)
}

/// Both are the end of something or neither is, and what lasts until at least one day does not last until the other, later one.
fn may_end_otherwise(a: &Item, b: &Item) -> bool {
    let earlier = |least: &Item, other: &Item| least.at_least && least.days.zip(other.days).is_none_or(|(x, y)| x.first < y.first);
    is_until(a) == is_until(b) && !earlier(a, b) && !earlier(b, a)
}

/// A team won in one and was beaten in the other: two matches.
fn are_two_results(a: &Item, b: &Item) -> bool {
    let who = |i: &Item| i.date.event.as_deref().and_then(|e| e.split_whitespace().next().map(str::to_owned));
    a.doing.won.zip(b.doing.won).is_some_and(|(x, y)| x != y) && who(a) == who(b)
}

/// An hour whose day is only told elsewhere contradicts another hour of that day, and no other day.
pub fn is_hour_of_one_day(a: &Item, b: &Item) -> bool {
    !(a.inherited || b.inherited) || a.days == b.days && a.clock.is_some() && b.clock.is_some()
}

/// Both are still to come, or both are over, by the days of their articles: what was planned for Friday and took place on Monday was moved.
pub fn are_told_from_one_side(a: &Item, b: &Item) -> bool {
    a.to_come.zip(b.to_come).is_none_or(|(x, y)| x == y)
}

/// One tells since when something lasts, the other does not: who is "missing since May 2" was found on another day. Not for longer times,
/// such as the year in which something began.
fn begins_a_state(a: &Item, b: &Item) -> bool {
    let since = |i: &Item| i.doing.lead == Some(Lead::Since);
    since(a) != since(b) && length(a).min(length(b)) <= 1
}

/// "Saturday" may be that of the week before.
pub fn are_weeks_apart(a: &Item, b: &Item) -> bool {
    let days = a.days.zip(b.days).and_then(|(x, y)| x.first.until(y.first).ok()).map_or(0, |s| s.get_days());
    let weekday = |i: &Item| i.date.relative && (i.clock.is_some() || !i.text.contains(|c: char| c.is_ascii_digit()));
    (weekday(a) || weekday(b)) && days != 0 && days % 7 == 0
}

/// Most of the nearest words are shared.
fn is_named(a: &Item, b: &Item) -> bool {
    a.near_meant.len() > 1 && shared(&a.near_meant, &b.near_meant).count() * 3 >= 2 * a.near_meant.len().max(b.near_meant.len())
}

/// They are of one grain: days contradict days and years years; "today" and "four years ago" are of two things.
pub fn are_as_fine(a: &Item, b: &Item) -> bool {
    let (x, y) = (length(a), length(b));
    x.max(y) <= 2 * x.min(y)
}
