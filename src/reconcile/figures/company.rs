//! Figures in one company: two articles tell the same things around them, each has only this one of its kind that the other has not, and
//! nothing says that they measure two things. Whether they measure one is left to the reader.
//!
//! This finds versions that no table has a word for. It rests on two things that hold for articles on one event: what they tell is mostly the
//! same, and they tell it in one neighbourhood ("14 metres long and weighs 30 tonnes", "tips the scales at 30 tonnes and measures 17 metres").

use rustc_hash::{FxHashMap, FxHashSet};

use super::comparable::{CONTRARY, comparable, needed};
use super::item::Item;
use super::pairs::Figures;
use crate::reconcile::cluster::Link;
use crate::reconcile::similarity::{Symbol, shared};
use crate::reconcile::story::Story;
use crate::value::relate::Relation;
use crate::value::{Amount, Dimension};

/// A kind that more figures of a story have than this is a list.
const CROWD: usize = 32;
/// Sentences on either side in which what is told belongs to one neighbourhood.
const NEAR: u32 = 2;
/// How often the smaller value may go into the larger one: what an error or another count explains. A choice, not a measurement.
const FACTOR: i64 = 2;

/// As many words or names count, which alone are too little, and so much company is enough: a figure in both sentences and one word. Choices,
/// not measurements.
const MOST_WORDS: usize = 2;
const ENOUGH: usize = 3;

/// A dimension, with the counted noun where there is one.
type Kind = (Dimension, Option<Symbol>);

/// Figures that another article has as well, with that article.
type Told = FxHashSet<(usize, usize)>;

/// The figures of links, each with the article of the other.
fn of_links<'l>(items: &'l [Item], links: impl Iterator<Item = &'l Link>) -> Told {
    links.flat_map(|l| [(l.a, items[l.b].article), (l.b, items[l.a].article)]).collect()
}

/// The pairs that stand in one company; `linked`: what is known to be one thing already.
pub fn pairs(story: &Story, figures: &Figures, linked: &[Link]) -> Vec<(usize, usize)> {
    let items = &figures.items;
    let known = of_links(items, linked.iter());
    let told = of_links(items, linked.iter().filter(|l| !figures.are_contrary(l.a, l.b)));
    let mut kinds: FxHashMap<Kind, Vec<usize>> = FxHashMap::default();
    for (n, kind) in items.iter().enumerate().filter_map(|(n, i)| Some((n, kind(i)?))) {
        kinds.entry(kind).or_default().push(n);
    }
    let (by_article, anchors) = (by_article(items), anchors(story, items));
    let mut out = Vec::new();
    for kin in kinds.values().filter(|kin| kin.len() <= CROWD) {
        let plain: Vec<usize> = kin.iter().copied().filter(|n| is_plain(&items[*n])).collect();
        for (at, &a) in plain.iter().enumerate() {
            for &b in plain[at + 1..].iter().filter(|b| items[**b].article != items[a].article) {
                let free = !known.contains(&(a, items[b].article)) && !known.contains(&(b, items[a].article));
                let alone = || is_alone(items, kin, &told, a, b) && is_alone(items, kin, &told, b, a);
                let enough =
                    |company: usize| company >= needed_company(&anchors, &items[a], &items[b]) && may_be_one(figures, a, b, company);
                if free && alone() && enough(company(story, items, &by_article, a, b)) {
                    out.push((a.min(b), a.max(b)));
                }
            }
        }
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// What a figure is a value of; none where a story has many of it that nothing tells apart.
fn kind(item: &Item) -> Option<Kind> {
    use Dimension::{Area, Count, Length, Mass, Money, Power, Share, Speed, Temperature, Volume};
    let head = match item.figure.dimension {
        Count => Some(item.head?),
        Area | Length | Mass | Money | Power | Share | Speed | Temperature | Volume => None,
        _ => return None,
    };
    Some((item.figure.dimension, head))
}

fn by_article(items: &[Item]) -> FxHashMap<usize, Vec<usize>> {
    let mut out: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    items.iter().enumerate().for_each(|(n, i)| out.entry(i.article).or_default().push(n));
    out
}

/// An exact value of something, more than a handful if it is counted.
fn is_plain(i: &Item) -> bool {
    const HANDFUL: i64 = 5;
    let exact = i.figure.hedge.is_none() && i.figure.amount.is_some_and(|a| a > Amount::ZERO);
    let many = i.figure.dimension != Dimension::Count || i.figure.amount.is_some_and(|a| a > Amount::from(HANDFUL));
    let whole = !(i.rest || i.partitive || i.listed || i.quoted || i.nature.is_population || i.figure.ordinal);
    // what falls in one stretch of time is not what falls in another
    let lasting = i.key.concept.as_deref().is_some_and(|c| matches!(c, "rain" | "share_move"));
    exact && many && whole && !lasting && i.figure.direction.is_none() && i.key.changed_from.is_none() && !i.key.superseded
}

/// They exclude each other, and nothing tells them apart but what so much company outweighs: the time or owner of a figure may be misread.
fn may_be_one(figures: &Figures, a: usize, b: usize, company: usize) -> bool {
    const OUTWEIGHS: usize = 4;
    let (x, y) = (&figures.items[a], &figures.items[b]);
    let disjoint = comparable(x, y).is_some_and(|r| matches!(r, Relation::Disjoint { .. }) && needed(r, x, y) == Some(CONTRARY));
    // of things that are counted the noun is the same
    let one_unit = x.figure.dimension == Dimension::Count || x.reading.unit == y.reading.unit;
    let near = one_unit && x.reading.amount.zip(y.reading.amount).is_some_and(|(p, q)| is_of_one_size(p, q));
    let sort = |i: &Item| i.key.subject.as_deref().and_then(|s| s.split_once(':')).map(|(sort, _)| sort.to_owned());
    let one_owner = x.subject.is_none() || y.subject.is_none() || x.subject == y.subject || sort(x) != sort(y);
    let one_kind = x.concept.is_none() || y.concept.is_none() || x.concept == y.concept;
    let any_time = is_dated_loosely(x) || is_dated_loosely(y);
    let one_time = any_time || x.time.is_none() || y.time.is_none() || x.time == y.time || x.current && y.current;
    let words = || if any_time { figures.words_at_any_time(x, y) } else { figures.words(x, y) };
    let apart = || !(one_owner && one_kind && one_time) || words().is_none_or(|w| w.excludes());
    disjoint && near && (company >= OUTWEIGHS || !apart())
}

/// What its sentence dates is more likely something else: a clause aside, or the thing of which the figure is an attribute ("the 64-storey
/// block caught fire on Thursday").
fn is_dated_loosely(i: &Item) -> bool {
    i.key.dated_aside || i.hyphenated
}

fn is_of_one_size(a: Amount, b: Amount) -> bool {
    a.max(b).decimal() <= a.min(b).decimal() * rust_decimal::Decimal::from(FACTOR)
}

/// The article of `a` has no other value of this kind and size that `b` might be a version of: what the other article has as well is none.
fn is_alone(items: &[Item], kin: &[usize], told: &Told, a: usize, b: usize) -> bool {
    const FAR: i64 = 4;
    let (x, y) = (&items[a], &items[b]);
    let size = |i: &Item| i.reading.amount.or(i.reading.low).or(i.reading.high);
    let rival = |n: &&usize| {
        let o = &items[**n];
        let near = size(o).zip(size(y)).is_none_or(|(p, q)| p.max(q).decimal() <= p.min(q).decimal() * rust_decimal::Decimal::from(FAR));
        let other = matches!(o.measured.relate(&x.measured), Relation::Disjoint { .. } | Relation::Unlike);
        o.article == x.article && other && near && !told.contains(&(**n, y.article))
    };
    !kin.iter().any(|n| rival(&n))
}

/// How much around two figures is told by both articles: figures in both sentences count twice, in a sentence beside once, and so does a
/// word or name.
fn company(story: &Story, items: &[Item], by_article: &FxHashMap<usize, Vec<usize>>, a: usize, b: usize) -> usize {
    let (x, y) = (&items[a], &items[b]);
    let apart = |n: usize, m: usize| story.claims[items[n].member].claim.sentence.abs_diff(story.claims[items[m].member].claim.sentence);
    let near =
        |of: usize| by_article.get(&items[of].article).into_iter().flatten().copied().filter(move |n| *n != of && apart(*n, of) <= NEAR);
    let weight = |p: usize| {
        let twins = near(b).filter(|q| are_one_number(&items[p], &items[*q]));
        twins.map(|q| if apart(p, a) == 0 && apart(q, b) == 0 { 2 } else { 1 }).max().unwrap_or(0)
    };
    let figures: usize = near(a).map(weight).sum();
    let names = shared(&x.entities, &y.entities).count();
    let words = shared(&x.terms, &y.terms).filter(|t| Some(*t) != x.head_term).count();
    figures + (names + words).min(MOST_WORDS)
}

/// Two articles that share much need less around two figures, and so do two that name what they measure in one way.
fn needed_company(anchors: &FxHashMap<usize, FxHashSet<String>>, x: &Item, y: &Item) -> usize {
    const CLOSE: usize = 3;
    let of = |i: &Item| anchors.get(&i.article);
    let (common, all) = of(x).zip(of(y)).map_or((0, 0), |(p, q)| (p.intersection(q).count(), p.len().min(q.len())));
    let named = x.concept.is_some() && x.concept == y.concept || x.head.is_some() && x.head == y.head;
    let less = usize::from(common >= CLOSE) + usize::from(is_nearly_all(common, all)) + usize::from(named);
    (ENOUGH - less.min(ENOUGH - 1)).max(1)
}

/// Of what the article tells that tells less, the other has so much that hardly anything but one value is left.
/// Choices, not measurements.
fn is_nearly_all(common: usize, all: usize) -> bool {
    const MANY: usize = 6;
    const SOME: usize = 4;
    common >= MANY || common >= SOME && 4 * common >= 3 * all
}

/// What an article may share with another by more than chance: people, the words of quotations, numbers.
fn anchors(story: &Story, items: &[Item]) -> FxHashMap<usize, FxHashSet<String>> {
    const WORDS: usize = 4;
    let mut out: FxHashMap<usize, FxHashSet<String>> = FxHashMap::default();
    for m in &story.claims {
        let person = m.claim.person.as_ref().map(|p| story.entities.id(m.article, &p.entity).to_owned());
        let words = || m.claim.text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase);
        let quote = m.claim.quote.as_ref().filter(|_| words().count() >= WORDS).map(|_| words().collect::<Vec<_>>().join(" "));
        out.entry(m.article).or_default().extend(person.into_iter().chain(quote));
    }
    for i in items.iter().filter(|i| is_telling(i)) {
        let number = i.figure.amount.map(|a| format!("{} {a}", i.figure.dimension.name()));
        out.entry(i.article).or_default().extend(number);
    }
    out
}

/// One number that is not met by chance.
fn are_one_number(p: &Item, q: &Item) -> bool {
    p.figure.dimension == q.figure.dimension && p.figure.amount == q.figure.amount && is_telling(p)
}

fn is_telling(i: &Item) -> bool {
    i.nature.digits > 1 || i.figure.amount.is_some_and(|a| a > Amount::from(10))
}
