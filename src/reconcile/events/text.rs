//! What a group of events is called, and how its values read.

use std::collections::{BTreeMap, BTreeSet};

use super::Item;
use crate::claim::Modality;
use crate::lexicon::events::EventConcept;
use crate::lexicon::word_sets;
use crate::reconcile::names::called::Names;
use crate::reconcile::story::Story;
use crate::value::Interval;
use crate::value::time::Relation;
use crate::value::time::spoken::written;

/// `meeting: Vladimir Putin, Olaf Winkler`, or, where all mentions tell who did it to whom, `capture: Kupiansk (by Russia)`; who has no
/// name is called as in the sentence of the first.
pub fn label(story: &Story, names: &Names, concept: &EventConcept, who: &[&str], items: &[&Item]) -> String {
    let sentence = story.sentence(items[0].member);
    let name = |e: &&str| names.name(e, sentence);
    let is_done_to = |e: &&&str| items.iter().any(|i| i.objects.contains(*e) || i.nameless.contains(*e));
    let (objects, doers): (Vec<&str>, Vec<&str>) = who.iter().partition(is_done_to);
    let one_sided = items.iter().all(|i| i.concept.contests || !i.mutual && i.concept.name == concept.name);
    let kind = |c: &EventConcept| c.like.unwrap_or(c.name);
    let alike = !one_sided && items.iter().all(|i| !i.mutual && kind(i.concept) == kind(concept));
    let join = |list: &[&str]| list.iter().map(name).collect::<Vec<_>>().join(", ");
    match (objects.is_empty(), doers.is_empty()) {
        // who shot may not be who is said to have killed
        (false, false) if alike || are_undone(items) => format!("{}: {}", concept.label, join(&objects)),
        (true, true) => concept.label.to_owned(),
        (false, false) if one_sided => format!("{}: {} (by {})", concept.label, join(&objects), join(&doers)),
        _ => format!("{}: {}", concept.label, join(who)),
    }
}

word_sets! {
    /// Speakers without a name.
    PRONOUN = 0: "subject_pronoun";
}

/// All say of somebody with a name that he did not do it to somebody with a name: another may have done it.
fn are_undone(items: &[&Item]) -> bool {
    items.iter().all(|i| i.modality == Modality::Negated && !i.mutual && i.concept.people && !i.parties.is_empty() && !i.objects.is_empty())
}

/// How a mention tells of its event.
pub fn word(m: Modality) -> &'static str {
    match m {
        Modality::Done => "happened",
        Modality::Planned => "planned",
        Modality::Possible => "possible",
        Modality::Cancelled => "cancelled",
        Modality::Denied => "denied",
        Modality::Claimed => "claimed",
        Modality::Negated => "did not happen",
    }
}

/// One way to tell of an event: contested, under which label, as done or not, by whom, on which day and where.
type Way<'a> = (bool, &'a str, Modality, Option<&'a str>, Option<&'a str>, Option<&'a str>);

/// Each way in which it is told, with its mentions: as done or not, by whom if somebody is cited, and on which day and where if
/// these differ or some articles do not tell them.
pub fn values(names: &Names, items: &[&Item]) -> Vec<(String, Vec<usize>)> {
    let mixed = items.iter().any(|i| !i.concept.contests);
    let several = items.iter().any(|i| i.concept.name != items[0].concept.name);
    let differ = days_differ(items);
    let undone = are_undone(items);
    let moved = items.iter().filter_map(|i| i.place).collect::<BTreeSet<_>>().len() > 1;
    // what only some tell is not shown as told by all
    let (dated, placed) = (only_some(items, |i| day(i).is_some()), only_some(items, |i| i.place.is_some()));
    let mut by_value: BTreeMap<Way, Vec<&Item>> = BTreeMap::new();
    for i in items {
        let says = matches!(i.modality, Modality::Claimed | Modality::Denied) || mixed && i.concept.contests;
        by_value
            .entry((
                mixed && i.concept.contests,
                if several { i.concept.label } else { "" },
                i.modality,
                i.claimer.filter(|_| says).map(|who| names.speaker(who)),
                if differ { day(i) } else { dated.contains(&i.article).then_some("") },
                if moved { place(items, i) } else { placed.contains(&i.article).then_some("") },
            ))
            .or_default()
            .push(i);
    }
    let shown = by_value.into_iter().map(|((contests, label, m, who, ..), items)| {
        let by = who.filter(|w| !SETS.holds(&w.to_lowercase(), PRONOUN)).map(|w| format!(" by {w}"));
        let what = match m {
            // what goes on is not done by who tells it
            _ if contests && by.is_some() => format!("{} reported", items[0].concept.label),
            _ if contests => items[0].concept.label.to_owned(),
            Modality::Done if !label.is_empty() => label.to_owned(),
            _ if undone => format!("not by {}", items[0].parties.iter().map(|p| names.name(p, "")).collect::<Vec<_>>().join(", ")),
            _ if !label.is_empty() => format!("{label} {}", word(m)),
            _ => word(m).to_owned(),
        };
        (format!("{what}{}{}", by.unwrap_or_default(), setting(names, &items)), items.iter().map(|i| i.member).collect())
    });
    shown.collect()
}

fn day<'a>(of: &Item<'a>) -> Option<&'a str> {
    of.event.edtf.as_deref().or(of.event.day.as_deref())
}

/// The articles that tell something, where others do not; else none.
fn only_some(items: &[&Item], tells: impl Fn(&Item) -> bool) -> BTreeSet<usize> {
    let telling: BTreeSet<usize> = items.iter().filter(|i| tells(i)).map(|i| i.article).collect();
    if items.iter().all(|i| telling.contains(&i.article)) { BTreeSet::new() } else { telling }
}

/// The place of a mention; one without a place is at that of its article, if it gives no more than one.
fn place<'a>(items: &[&Item<'a>], of: &Item<'a>) -> Option<&'a str> {
    let own = || items.iter().filter(|i| i.article == of.article).filter_map(|i| i.place).collect::<BTreeSet<_>>();
    of.place.or_else(|| own().into_iter().next().filter(|_| own().len() == 1))
}

/// Two mentions give days that cannot both be its day.
fn days_differ(items: &[&Item]) -> bool {
    let mut days: Vec<Interval> = items.iter().filter_map(|i| i.days).collect();
    days.sort_unstable_by_key(|d| (d.first, d.after));
    days.dedup();
    // if the one that ends first is apart from any, it is apart from the one that begins last
    let ends_first = days.iter().min_by_key(|d| d.after);
    let apart = ends_first.zip(days.last()).is_some_and(|(a, b)| matches!(a.relate(*b), Relation::Disjoint | Relation::Adjacent));
    let weekdays: BTreeSet<i8> = items.iter().filter_map(|i| i.weekday).collect();
    apart || days.is_empty() && weekdays.len() > 1
}

/// The closest day and the first place that the mentions give.
fn setting(names: &Names, items: &[&Item]) -> String {
    let day = items.iter().filter_map(|i| Some((i.days?.days(), i.event.edtf.as_deref()?))).min();
    let weekday = || items.iter().find_map(|i| i.event.day.as_deref());
    let day = day.map(|(_, d)| d).or_else(weekday).map(|d| format!(", {}", written(d))).unwrap_or_default();
    let place = items.iter().find_map(|i| i.place).map(|p| format!(", {}", names.name(p, ""))).unwrap_or_default();
    format!("{day}{place}")
}
