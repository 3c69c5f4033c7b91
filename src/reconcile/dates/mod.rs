//! Dates of one event over all sources.

mod act;
pub mod clock;
mod event;
mod item;
mod lead;
mod moved;
mod once;
mod open;
mod pairs;
mod stretch;
mod verdict;
mod versions;

use crate::lexicon::lexicon;
use crate::reconcile::cluster::{Link, candidates, cluster_beside};
use crate::reconcile::group::Draft;
use crate::reconcile::names::strangers::Strangers;
use crate::reconcile::similarity::Symbols;
use crate::reconcile::story::Story;
use crate::reconcile::twins::Twins;
use crate::value::time::Relation;
use item::{Item, are_of_two_parts, cannot_be_one, features, items, relation};
use lead::Leads;
use moved::Moves;
use once::Named;
use pairs::{Pair, Words, links, rarity, sureness};
use verdict::{Grounds, draft};
use versions::{
    are_as_fine, are_told_from_one_side, are_weeks_apart, is_hour_of_one_day, is_one_act, is_told_before_done, may_contradict, versions,
};

/// How much must speak for one event beside the pair that a contradiction rests on.
const ALONG: f32 = 1.6;

/// The same for one that has the value of one of that pair.
const ALONG_A_VALUE: f32 = 0.8;

/// Groups of dates, those of a single member too, except those of "now" alone.
pub fn groups(story: &Story) -> Vec<Draft> {
    let mut symbols = Symbols::default();
    let items = items(story, &mut symbols);
    let features: Vec<Vec<u64>> = items.iter().map(features).collect();
    let pairs = Strangers::of(story).acquainted(candidates(&features, |i| items[i].days), |i| items[i].article);
    let pairs: Vec<Pair> = pairs.into_iter().map(|(a, b)| Pair { a, b, words: Words::of(&symbols, &items[a], &items[b]) }).collect();
    let same = links(&pairs, |p| sureness(&symbols, &items, p).filter(|_| may_meet(&items[p.a], &items[p.b])));
    let versions = versions(&symbols, &items, &pairs, &same, &Named::of(story));
    let twins = Twins::of(story, |c| c.date.is_some());
    let leads = Leads::of(story, &items);
    let moves = Moves::of(story, &items);
    let links = same.into_iter().chain(versions).chain(twin_links(&twins, &items)).chain(leads.links()).chain(moves.links()).collect();
    let fits = |a: usize, b: usize| {
        let (x, y) = (&items[a], &items[b]);
        let alike = || x.article == y.article || Words::of(&symbols, x, y).in_all(&symbols, x, y) >= ALONG_A_VALUE;
        if moves.are(&items, a, b) && alike() {
            return true;
        }
        // a day on which it was done and one on which it was not are two, and so are the day of a crime and a day when all was calm
        x.negated == y.negated
            && x.doing.state == y.doing.state
            && (twins.are(x.member, y.member) && may_be_twins(x, y) || fit(&symbols, x, y))
    };
    // what has one of the two days of what the reports are about has them all
    let beside = |link: &Link, a: usize, b: usize| {
        leads.are(link.a, link.b) && has_days_of(&items, link, a, b) || repeats(&symbols, &items, link, a, b)
    };
    let clusters = cluster_beside(items.len(), links, fits, beside);
    let doubtful = |c: &[usize]| {
        let few = &c[..c.len().min(FEW)];
        let apart = |a: usize, b: usize| cannot_be_one(&items[a], &items[b]);
        few.iter().any(|a| few.iter().any(|b| leads.are(*a, *b))) && !few.iter().any(|a| few.iter().any(|b| apart(*a, *b) && fits(*a, *b)))
    };
    let grounds = |c: &[usize]| Grounds { doubtful: doubtful(c), moved: moves.within(&items, c) };
    // "now" alone tells what goes on from what is over, and no day
    let tells = |c: &Vec<usize>| !c.iter().all(|i| lexicon().time.is_now(&items[*i].text));
    let told = clusters.into_iter().filter(tells);
    told.map(|c| draft(story, &c.iter().map(|i| &items[*i]).collect::<Vec<_>>(), &grounds(&c))).collect()
}

/// How many dates of a group are looked at for what it rests on.
const FEW: usize = 16;

/// Each of two dates has the days of one of the two that are linked.
fn has_days_of(items: &[Item], link: &Link, a: usize, b: usize) -> bool {
    let ends = [items[link.a].days, items[link.b].days];
    [a, b].iter().all(|i| ends.contains(&items[*i].days))
}

/// The dates at the same place of two nearly equal sentences.
fn twin_links(twins: &Twins, items: &[Item]) -> Vec<Link> {
    twins.links(items.iter().map(|i| i.member), |a, b| {
        let (x, y) = (&items[a], &items[b]);
        (!x.stamp && !y.stamp && may_be_twins(x, y)).then(|| !cannot_be_one(x, y))
    })
}

/// Whether two dates at one place of such sentences may contradict each other. Not the same words counted from two publication days, a time
/// of day beside a day, what was to come and came, or what goes on for days.
fn may_be_twins(a: &Item, b: &Item) -> bool {
    let contrary = a.text != b.text && are_as_fine(a, b) && are_told_from_one_side(a, b) && !is_told_before_done(a, b);
    let go_on = a.doing.goes_on && b.doing.goes_on;
    let of_two = act::is_another(a.doing, b.doing) || are_of_two_parts(a, b) || are_weeks_apart(a, b);
    !cannot_be_one(a, b) || contrary && is_hour_of_one_day(a, b) && !of_two && !go_on
}

/// Whether two dates may be together in one group.
fn fit(symbols: &Symbols, p: &Item, q: &Item) -> bool {
    let of_one = is_one_act(p, q) || (p.inherited || q.inherited) && act::is_one(p.doing, q.doing);
    may_meet(p, q)
        && !are_of_one_sentence(p, q)
        && !p.told.are_two_steps(&q.told)
        && (!cannot_be_one(p, q) || may_contradict(p, q))
        && (of_one || Words::of(symbols, p, q).in_all(symbols, p, q) + rarity(p, q) >= ALONG)
}

/// Whether two dates repeat those of a link between two that contradict each other: an article that agrees with one of them contradicts
/// the other, even where its words say less.
fn repeats(symbols: &Symbols, items: &[Item], link: &Link, a: usize, b: usize) -> bool {
    let again = |n: usize, of: usize| n == of || is_repeated(&items[of], &items[n]);
    let of_link = again(a, link.a) && again(b, link.b) || again(a, link.b) && again(b, link.a);
    let (x, y) = (&items[a], &items[b]);
    let apart = x.article != y.article && x.doing.state == y.doing.state && x.negated == y.negated && !x.told.are_two_steps(&y.told);
    let (one, other) = (&items[link.a], &items[link.b]);
    cannot_be_one(one, other)
        && of_link
        && apart
        && !are_two_evenings(one, other)
        && Words::of(symbols, x, y).in_all(symbols, x, y) >= ALONG_A_VALUE
}

/// Both are told from the day of their article, without a number: what was in the news "tonight" and what was on "Wednesday night".
fn are_two_evenings(a: &Item, b: &Item) -> bool {
    let told = |i: &Item| i.date.relative && i.clock.is_none() && !i.text.contains(|c: char| c.is_ascii_digit());
    told(a) && told(b)
}

/// The same days, and the same time of day if one is told.
fn is_repeated(a: &Item, b: &Item) -> bool {
    let clocks = match (&a.clock, &b.clock) {
        (Some(x), Some(y)) => !x.differs(y),
        (x, y) => x.is_none() && y.is_none(),
    };
    a.days.is_some() && a.days == b.days && clocks
}

/// An hour whose day is told elsewhere may meet other hours, and the day of the same act.
fn may_meet(p: &Item, q: &Item) -> bool {
    !(p.inherited || q.inherited) || p.clock.is_some() && q.clock.is_some() || act::is_one(p.doing, q.doing)
}

/// A sentence that gives two dates has two events, though one date lies in the other: "the shop opens on 4 May, with more to follow later
/// in the year".
fn are_of_one_sentence(p: &Item, q: &Item) -> bool {
    let finer = p.clock.is_some() || q.clock.is_some();
    p.number == q.number && !finer && relation(p, q).is_some_and(|r| r != Relation::Equal)
}
