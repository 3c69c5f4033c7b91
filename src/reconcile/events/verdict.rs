//! Judges the mentions of one event: whether it happened, when and where.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::offences;
use super::pairs::{
    are_opposed_of_one_day, contradicts, contradicts_what_is_reported, contradicts_what_is_said, is_of_one_person_once, of_one_person,
    same_company,
};
use super::whereabouts::{Whereabouts, whereabouts};
use super::{Item, did_not, finders, happened};
use crate::claim::Modality;
use crate::lexicon::word_sets;
use crate::reconcile::group::{Reason, Status, Verdict};
use crate::reconcile::names::called::{self, Names};
use crate::reconcile::nearness::{Nearness, nearness};
use crate::reconcile::story::Story;
use crate::value::time::Relation;
use crate::value::time::spoken::written;

word_sets! {
    /// Words behind a negation that limit it: it may be done otherwise, later or in part.
    LIMITING = 0: "limiting_denial";
    /// Stems with which a denial is of the whole, or of another, and leaves the rest open: `did not release the full report`.
    WHOLE = 1: "stem_of_a_whole";
    BE = 2: "form_of_be";
}

/// The verdict on the mentions of one event, with what they say of day and place.
pub fn verdict(story: &Story, names: &Names, items: &[&Item]) -> Verdict {
    let slots = slots(story, names, items);
    let judged = by_modality(story, items)
        .or_else(|| by_day(story, items))
        .or_else(|| by_place(story, items))
        .or_else(|| offences::verdict(story, items))
        .or_else(|| finders::verdict(story, items))
        .or_else(|| by_open_day(items))
        .unwrap_or_else(|| at_one(story, items));
    let explanation = if slots.is_empty() { judged.explanation } else { format!("{}; {slots}", judged.explanation) };
    Verdict { explanation, ..judged }
}

/// All pairs of mentions that differ or stand in different articles; of many equal ones a few stand for all, so that the work does not grow
/// with their square.
fn pairs<'i, 'a>(items: &'i [&'i Item<'a>]) -> impl Iterator<Item = (&'i Item<'a>, &'i Item<'a>)> {
    const ALIKE: usize = 3;
    const MOST: usize = 48;
    let mut seen: FxHashMap<_, usize> = FxHashMap::default();
    let mut some: Vec<&Item> = Vec::new();
    for i in items {
        let said = (i.modality, i.place, day(i), i.told && i.claimer.is_none());
        let n = seen.entry(said).or_default();
        *n += 1;
        if *n <= ALIKE && some.len() < MOST {
            some.push(i);
        }
    }
    let all = some.clone();
    some.into_iter().flat_map(move |a| all.clone().into_iter().map(move |b| (a, b)))
}

/// The day of a mention, as a date or by its name.
fn day<'a>(i: &Item<'a>) -> Option<&'a str> {
    i.event.edtf.as_deref().or(i.event.day.as_deref())
}

fn by_modality(story: &Story, items: &[&Item]) -> Option<Verdict> {
    opposed(story, items)
        .or_else(|| planned_and_cancelled(items))
        .or_else(|| cancelled_or_done(story, items))
        .or_else(|| planned_and_done(story, items))
        .or_else(|| said_and_denied(story, items))
}

fn any(items: &[&Item], wanted: fn(Modality) -> bool) -> bool {
    items.iter().any(|i| wanted(i.modality))
}

/// Told as done and as not done of one thing.
fn opposed(story: &Story, items: &[&Item]) -> Option<Verdict> {
    // An article that tells of a meeting, and that there was none, tells of two occasions.
    let occasions = |no: &Item| no.mutual && items.iter().any(|i| i.article == no.article && happened(i.modality));
    // An article that tells both of the same thing tells of two charges, two votes or two days.
    let both: BTreeSet<usize> = lines(items, happened).intersection(&lines(items, did_not)).copied().collect();
    let two = |i: &Item| both.contains(&i.article);
    let mut opposed = pairs(items)
        .filter(|(a, b)| {
            contradicts(a, b) && !occasions(b) && !two(a) && !two(b) && !are_told_of_two(story, a, b) && !is_by_another(story, a, b)
        })
        .peekable();
    opposed.peek()?;
    Some(match opposed.all(|(done, not)| comes_later(story, done, not)) {
        true => Verdict::new(Status::Changed, Reason::LaterReport, "not done in an earlier report, done in a later one"),
        false if items.iter().all(|i| i.concept.anytime) => {
            Verdict::new(Status::Unresolved, Reason::Modality, "told as done and as not done, perhaps at two times")
        }
        false => Verdict::new(Status::Conflict, Reason::Modality, "told as done and as not done"),
    })
}

fn is_planned(modality: Modality) -> bool {
    modality == Modality::Planned
}

fn planned_and_cancelled(items: &[&Item]) -> Option<Verdict> {
    let open = |m| matches!(m, Modality::Planned | Modality::Possible);
    let cancelled = any(items, |m| m == Modality::Cancelled) && any(items, open) && !any(items, happened);
    cancelled.then(|| Verdict::new(Status::Changed, Reason::ExplicitTransition, "planned and then cancelled"))
}

fn planned_and_done(story: &Story, items: &[&Item]) -> Option<Verdict> {
    if !(any(items, is_planned) && any(items, happened)) {
        return None;
    }
    let days = |wanted: fn(Modality) -> bool| items.iter().filter(move |i| wanted(i.modality)).filter_map(|i| story.published(i.member));
    // where a report of the same day already has it as done, the plan is a matter of wording
    let later = days(is_planned).max().zip(days(happened).min()).is_some_and(|(before, after)| before < after);
    // a report from before the day that was planned for has not seen the plan come true
    let planned_for = items.iter().filter(|i| is_planned(i.modality)).filter_map(|i| Some(i.days?.first)).max();
    let early = planned_for.zip(days(happened).min()).is_some_and(|(day, report)| report < day);
    Some(match later && !early {
        true => Verdict::new(Status::Changed, Reason::LaterReport, "planned in an earlier report, done in a later one"),
        false if early && is_done_before_its_day(story, items) => {
            Verdict::new(Status::Unresolved, Reason::Modality, "done in one, and planned for a day to come in another report of the day")
        }
        false => Verdict::new(Status::Compatible, Reason::Modality, "planned in one, done in another"),
    })
}

/// Of two reports of one day one tells it as done, in its own words by a verb, and the other as planned for a later day.
fn is_done_before_its_day(story: &Story, items: &[&Item]) -> bool {
    let ahead = |done: &Item, plan: &Item| {
        let (told, planned) = (story.published(done.member), story.published(plan.member));
        told.is_some() && told == planned && plan.days.zip(told).is_some_and(|(days, report)| report < days.first)
    };
    let done = |i: &&Item| i.modality == Modality::Done && i.told && i.claimer.is_none();
    pairs(items).any(|(a, b)| a.article != b.article && done(&a) && is_planned(b.modality) && a.objects == b.objects && ahead(a, b))
}

/// Said or reported of it by one, and denied or contested by another.
fn said_and_denied(story: &Story, items: &[&Item]) -> Option<Verdict> {
    if pairs(items).any(|(a, b)| contradicts_what_is_said(a, b)) && !told_both_ways(items) {
        return Some(Verdict::new(Status::Unresolved, Reason::Attribution, "told as done by one article, and by another as denied"));
    }
    if pairs(items).any(|(a, b)| contradicts_what_is_reported(a, b) && !is_limited(story, b)) && !told_both_ways(items) {
        return Some(Verdict::new(
            Status::Unresolved,
            Reason::Modality,
            "reported as done by one article, and told by another as not done",
        ));
    }
    if pairs(items).any(|(a, b)| are_opposed_of_one_day(a, b) && !is_limited_at_once(story, b)) && !told_both_ways(items) {
        let explanation = "told as done and as not done of one day, perhaps of two matters";
        return Some(Verdict::new(Status::Unresolved, Reason::Modality, explanation));
    }
    let contested = items.iter().any(|i| i.concept.contests) && items.iter().any(|i| !i.concept.contests);
    let both = any(items, happened) && (any(items, did_not) || contested);
    both.then(|| Verdict::new(Status::Compatible, Reason::Attribution, "said by one, denied or contested by another"))
}

/// What stands behind the verbs tells two matters, each with a word that the other lacks: `signed the treaty on fishing`, `did not sign the
/// treaty on mines`; or all of what the other has in part.
fn are_told_of_two(story: &Story, a: &Item, b: &Item) -> bool {
    let (x, y) = (story.terms_behind(a.member), story.terms_behind(b.member));
    let whole = y.difference(&x).any(|w| SETS.holds(w, WHOLE));
    whole || !x.is_subset(&y) && !y.is_subset(&x)
}

/// The denial is limited by what follows: `was not arrested for theft but for fraud`, `did not leave until midnight`, `did not fire him
/// after the defeat`.
fn is_limited(story: &Story, not: &Item) -> bool {
    let behind = story.behind(not.member);
    let clause = behind.split(['.', ';', ':']).next().unwrap_or("");
    let mut words = clause.split(|c: char| !c.is_alphanumeric());
    words.any(|w| SETS.holds(&w.to_lowercase(), LIMITING) || w.eq_ignore_ascii_case("after"))
}

/// A limit stands right behind the denial: `did not leave until midnight`.
fn is_limited_at_once(story: &Story, not: &Item) -> bool {
    const NEAR: usize = 3;
    let behind = story.behind(not.member);
    let words = behind.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).take(NEAR);
    words.into_iter().any(|w| SETS.holds(&w.to_lowercase(), LIMITING))
}

/// The denial is of one doer without a name: `the ice did not kill him` leaves open who did.
fn is_by_another(story: &Story, done: &Item, not: &Item) -> bool {
    not.parties.is_empty() && !not.objects.is_empty() && !is_passive(story, not) && (!done.parties.is_empty() || is_passive(story, done))
}

/// A form of `be` stands among the words right before the verb.
fn is_passive(story: &Story, i: &Item) -> bool {
    const REACH: usize = 4;
    let bare = |w: &str| w.to_lowercase().trim_end_matches("n't").trim_end_matches("n’t").to_owned();
    story.before(i.member).split_whitespace().rev().take(REACH).any(|w| SETS.holds(&bare(w), BE))
}

/// An article that has it as done and as denied tells of a dispute.
fn told_both_ways(items: &[&Item]) -> bool {
    !lines(items, happened).is_disjoint(&lines(items, did_not))
}

/// The articles that tell of it with a modality of this kind.
fn lines(items: &[&Item], wanted: fn(Modality) -> bool) -> BTreeSet<usize> {
    items.iter().filter(|i| wanted(i.modality)).map(|i| i.article).collect()
}

/// The denial is the earlier report, and the later one does not put the event before it.
fn comes_later(story: &Story, done: &Item, not: &Item) -> bool {
    let days = story.published(not.member).zip(story.published(done.member));
    days.is_some_and(|(denied, told)| denied < told && done.days.is_none_or(|d| d.first >= denied))
}

/// The verdict where one article has it as cancelled and another as done. An article that has both tells of two events; in a later report
/// it may have been held after all.
fn cancelled_or_done(story: &Story, items: &[&Item]) -> Option<Verdict> {
    // for a cancellation a noun is enough
    let asserted = |i: &Item| i.claimer.is_none() && (i.told || i.modality == Modality::Cancelled);
    let told = |wanted: Modality| items.iter().filter(move |i| i.modality == wanted && asserted(i));
    let lines = |wanted: Modality| told(wanted).map(|i| i.article).collect::<BTreeSet<usize>>();
    let (off, done) = (lines(Modality::Cancelled), lines(Modality::Done));
    if off.is_empty() || done.is_empty() || !off.is_disjoint(&done) {
        return None;
    }
    let days = |wanted: Modality| told(wanted).map(|i| story.published(i.member)).collect::<Option<Vec<_>>>();
    let (off, done) = (days(Modality::Cancelled), days(Modality::Done));
    let after_all = off.zip(done).is_some_and(|(off, done)| off.iter().max() < done.iter().min());
    Some(match after_all {
        true => Verdict::new(Status::Changed, Reason::LaterReport, "cancelled in an earlier report, done in a later one"),
        false => Verdict::new(Status::Conflict, Reason::Modality, "told as cancelled and as done"),
    })
}

/// The verdict on two days for what happens once, or is planned once: a later report may tell a new plan.
fn by_day(story: &Story, items: &[&Item]) -> Option<Verdict> {
    let apart = |a: &Item, b: &Item| {
        let days = a.days.zip(b.days).map(|(x, y)| x.relate(y));
        let weekdays = a.days.is_none() && b.days.is_none() && a.weekday.zip(b.weekday).is_some_and(|(x, y)| x != y);
        let apart = matches!(days, Some(Relation::Disjoint | Relation::Adjacent)) || weekdays;
        apart && (is_of_one_person_once(a, b) || of_one_person(a, b) || same_company(a, b))
    };
    // An article that has both days tells of two events, or corrects itself.
    let both = |a: &Item, b: &Item| {
        let has = |article: usize, of: &Item| {
            items.iter().any(|i| i.article == article && (i.event.edtf.as_deref(), i.weekday) == (of.event.edtf.as_deref(), of.weekday))
        };
        has(a.article, b) || has(b.article, a)
    };
    let planned = |i: &Item| i.modality == Modality::Planned;
    let alike = |a: &Item, b: &Item| happened(a.modality) && happened(b.modality) || planned(a) && planned(b);
    let (a, b) = pairs(items).find(|(a, b)| apart(a, b) && alike(a, b) && a.told && b.told && !both(a, b))?;
    let day = |i: &Item| i.event.edtf.clone().or_else(|| i.event.day.clone()).unwrap_or_default();
    let (x, y) = (day(a), day(b));
    let (x, y) = if x < y { (x, y) } else { (y, x) };
    let days = format!("different days: {x} and {y}");
    let reported = story.published(a.member).zip(story.published(b.member));
    if planned(a) && reported.is_some_and(|(a, b)| a != b) {
        return Some(Verdict::new(Status::Changed, Reason::LaterReport, format!("planned for another day in a later report: {x} and {y}")));
    }
    // one of two reports without a date may be the later one
    let open = a.article == b.article || planned(a) && reported.is_none();
    let status = if open { Status::Unresolved } else { Status::Conflict };
    Some(Verdict::new(status, Reason::Disjoint, days))
}

/// The verdict on two days of which at least one is not fixed by a day of publication, so that they may be one: `December 6` and `Sunday`.
fn by_open_day(items: &[&Item]) -> Option<Verdict> {
    let open = |a: &Item, b: &Item| match (a.event.day.as_deref(), b.event.day.as_deref()) {
        (Some(x), Some(y)) => x != y && a.weekday.is_none_or(|w| b.weekday != Some(w)),
        (Some(_), None) => a.weekday.zip(b.weekday).is_some_and(|(x, y)| x != y),
        _ => false,
    };
    // An article that has both days tells that they are one, or of two events.
    let has =
        |article: usize, of: &Item| items.iter().any(|i| i.article == article && i.event.day == of.event.day && i.weekday == of.weekday);
    let (a, b) = pairs(items)
        .find(|(a, b)| open(a, b) && happened(a.modality) && happened(b.modality) && !has(a.article, b) && !has(b.article, a))?;
    let day = |i: &Item| i.event.day.as_deref().or(i.event.edtf.as_deref()).unwrap_or_default().to_owned();
    let (x, y) = (day(a), day(b));
    let (x, y) = if x < y { (x, y) } else { (y, x) };
    Some(Verdict::new(Status::Unresolved, Reason::DateAnchor, format!("no date of publication shows whether {x} and {y} are one day")))
}

/// The verdict on two towns on one day for the same company, or for what happens to a person only once.
fn by_place(story: &Story, items: &[&Item]) -> Option<Verdict> {
    let apart = |a: &Item, b: &Item| {
        let apart = a.place.zip(b.place).is_some_and(|(x, y)| nearness(x, y) == Nearness::Apart);
        apart && a.article != b.article && (same_company(a, b) && a.days == b.days || is_of_one_person_once(a, b) || of_one_person(a, b))
    };
    // An article that has both towns tells of two events, or of a move.
    let both = |a: &Item, b: &Item| {
        items.iter().any(|i| i.article == a.article && i.place == b.place || i.article == b.article && i.place == a.place)
    };
    let planned = |i: &Item| i.modality == Modality::Planned;
    let alike =
        |a: &Item, b: &Item| a.modality == Modality::Done && b.modality == Modality::Done || planned(a) && planned(b) && !both(a, b);
    let (a, b) = pairs(items).find(|(a, b)| apart(a, b) && alike(a, b))?;
    let (x, y) = (a.place.unwrap_or_default(), b.place.unwrap_or_default());
    let places = format!("{} and {}", called::plain(x.min(y)), called::plain(x.max(y)));
    let a_planned = planned(a);
    Some(match story.published(a.member).zip(story.published(b.member)) {
        Some((a, b)) if a_planned && a != b => {
            Verdict::new(Status::Changed, Reason::LaterReport, format!("planned at another place in a later report: {places}"))
        }
        None if a_planned => Verdict::new(Status::Unresolved, Reason::Disjoint, format!("different places: {places}")),
        _ => Verdict::new(Status::Conflict, Reason::Disjoint, format!("different places: {places}")),
    })
}

fn at_one(story: &Story, items: &[&Item]) -> Verdict {
    let alike = |f: &dyn Fn(&Item) -> Option<String>| {
        let all: BTreeSet<String> = items.iter().filter_map(|i| f(i)).collect();
        all.len() < 2
    };
    if !alike(&|i| i.place.map(str::to_owned)) {
        return at_places(story, items);
    }
    if !alike(&|i| Some(i.concept.name.to_owned())) {
        return Verdict::new(Status::Compatible, Reason::Modality, "told in unlike words for what happened");
    }
    if !alike(&|i| i.event.edtf.as_deref().map(str::to_owned)) {
        return Verdict::new(Status::Compatible, Reason::Granularity, "one day is told more closely than the other");
    }
    match alike(&|i| Some(format!("{:?}", i.modality))) {
        true => Verdict::new(Status::Agree, Reason::Same, "the same event"),
        false => Verdict::new(Status::Compatible, Reason::Modality, "told with more or less certainty"),
    }
}

/// The verdict on several places, none of which exclude each other: whether they are two is left to the reader where nothing says that one
/// lies in the other.
fn at_places(story: &Story, items: &[&Item]) -> Verdict {
    let all: Vec<Whereabouts> = pairs(items).map(|(a, b)| whereabouts(story, a, b)).collect();
    if all.contains(&Whereabouts::Open) {
        return Verdict::new(Status::Unresolved, Reason::Disjoint, "two places, of which neither is known to lie in the other");
    }
    let told = if all.contains(&Whereabouts::Wide) { "may be" } else { "is" };
    Verdict::new(Status::Compatible, Reason::Containment, format!("one place {told} told more closely than the other"))
}

/// `when: 2025-12-02 (3 of 5 sources); where: Moscow (2 of 5 sources)`: what the mentions say of day and place, with how many sources say
/// it.
fn slots(story: &Story, names: &Names, items: &[&Item]) -> String {
    let all = story.source_ids(&items.iter().map(|i| i.member).collect::<Vec<_>>()).len();
    let slot = |title: &str, of: &dyn Fn(&Item) -> Option<String>| {
        let mut by_value: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for i in items {
            if let Some(v) = of(i) {
                by_value.entry(v).or_default().push(i.member);
            }
        }
        let list: Vec<String> =
            by_value.into_iter().map(|(v, m)| format!("{v} ({} of {all} sources)", story.source_ids(&m).len())).collect();
        (!list.is_empty()).then(|| format!("{title}: {}", list.join(", ")))
    };
    let when = slot("when", &|i| i.event.edtf.as_deref().map(written).or_else(|| i.event.day.as_deref().map(str::to_owned)));
    let place = slot("where", &|i| i.place.map(|p| names.name(p, "")));
    [when, place].into_iter().flatten().collect::<Vec<_>>().join("; ")
}
