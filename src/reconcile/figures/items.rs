//! The figures of a story, each from its claim, with what its sentence and its article say of it.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::item::{Again, Happening, Item, Nature, Place, is_ordinal_duration};
use super::{happening, nature, period, term, unit, variant};
use crate::claim::entity;
use crate::claim::{Beside, BlockRole, Claim, Figure, Key, Line, QuoteForm, Short};
use crate::lexicon::{concepts, heads, lexicon, synonyms};
use crate::reconcile::similarity::{Sort, Symbol, Symbols};
use crate::reconcile::story::Story;
use crate::value::relate::converted;
use crate::value::{Amount, Dimension, Hedge, Interval, Measured, Reading};

/// How many first sentences are the opening.
const OPENING: u32 = 8;
/// A line of fewer words than this before the text is no sentence of it: a date, a byline.
const WORDS_OF_A_SENTENCE: usize = 6;
/// Content words that count as standing next to a figure.
const NEAR: usize = 3;
/// How many figures in a sentence are a list.
const LIST: usize = 6;
/// A toll dated so close to the reports is the story's own.
const DAYS_OF_A_TOLL: i32 = 3;

static NOTHING: LazyLock<Beside> = LazyLock::new(Beside::default);

/// All figures of a story in order of its claims; a figure that repeats another in a second unit belongs to that one.
pub fn items<'a>(story: &'a Story, symbols: &mut Symbols) -> Vec<Item<'a>> {
    let mut items: Vec<Item> =
        story.claims.iter().enumerate().filter_map(|(i, m)| Some(item(story, i, m.claim.figure.as_ref()?, symbols))).collect();
    fold(&mut items);
    let starts: FxHashMap<(usize, u32), Measured> = items.iter().map(|i| ((i.article, i.start), i.measured.clone())).collect();
    let now = story.days();
    let quoted = quoted(story);
    let mut in_sentence: FxHashMap<u64, usize> = FxHashMap::default();
    // "the 13-inch version" is not an item of the list but the thing that the price behind it is of
    let entries = items.iter().filter(|i| !variant::names_a_model(i));
    entries.for_each(|i| *in_sentence.entry(i.sentence).or_default() += 1);
    variant::note(story, &mut items);
    happening::note(story, &mut items);
    let of_another_dollar = unit::of_another_dollar(story);
    let begins = first_sentences(story);
    let periods = period::of_articles(&items);
    let partly_suspended = term::with_a_suspended_part(story, &items);
    for i in &mut items {
        i.listed = in_sentence.get(&i.sentence).is_some_and(|n| *n >= LIST);
        i.is_partly_suspended = partly_suspended.contains(&i.article);
        i.told_at = story.claims[i.member].claim.sentence.checked_sub(begins[i.article]);
        i.period = periods.get(&i.article).copied().flatten();
        i.other_dollar = of_another_dollar.contains(&i.article);
        i.quoted = quoted.get(&i.article).is_some_and(|spans| is_inside(spans, i.start));
        i.before = i.key.changed_from.and_then(|from| starts.get(&(i.article, from)).cloned());
        i.current = now.zip(i.time).is_some_and(|(now, time)| now.days_apart(time) <= DAYS_OF_A_TOLL);
        i.nature = nature::of(i);
        symbols.count(&mut i.entities, i.article);
        i.parties.iter_mut().for_each(|bag| symbols.count(bag, i.article));
        symbols.count(&mut i.terms, i.article);
    }
    items
}

/// The sentence with which the text of each article begins, behind its headline and what stands before the text.
fn first_sentences(story: &Story) -> Vec<u32> {
    let mut headlines = vec![0; story.lines.len()];
    for m in story.claims.iter().filter(|m| m.claim.block == BlockRole::Headline) {
        headlines[m.article] = headlines[m.article].max(m.claim.sentence + 1);
    }
    let first = |(headline, line): (u32, &Line)| {
        let sentences = &line.source.sentences;
        let whole = |n: &usize| sentences[*n].text.split_whitespace().count() >= WORDS_OF_A_SENTENCE;
        (headline as usize..sentences.len()).find(whole).map_or(headline, |n| n as u32)
    };
    headlines.into_iter().zip(story.lines).map(first).collect()
}

/// The spans of the quotations of each article, in order.
fn quoted(story: &Story) -> FxHashMap<usize, Vec<(u32, u32)>> {
    let mut spans: FxHashMap<usize, Vec<(u32, u32)>> = FxHashMap::default();
    let quotes = story.claims.iter().filter(|m| m.claim.quote.as_ref().is_some_and(|q| q.form == QuoteForm::Direct));
    for m in quotes {
        spans.entry(m.article).or_default().push((m.claim.start, m.claim.end));
    }
    spans.values_mut().for_each(|list| list.sort_unstable());
    spans
}

fn is_inside(spans: &[(u32, u32)], at: u32) -> bool {
    let before = spans.partition_point(|s| s.0 <= at);
    before.checked_sub(1).is_some_and(|last| at < spans[last].1)
}

/// Attaches to each figure those that repeat it in another unit.
fn fold(items: &mut Vec<Item>) {
    let at: FxHashMap<(usize, u32), usize> = items.iter().enumerate().map(|(i, item)| ((item.article, item.start), i)).collect();
    // for each item the one that it repeats; itself for most
    let mut said: Vec<usize> = (0..items.len()).collect();
    for i in 0..items.len() {
        let Some(first) = items[i].key.restates.and_then(|start| at.get(&(items[i].article, start))).map(|first| said[*first]) else {
            continue;
        };
        if let Some(right) = converted(&items[first].reading, &items[i].reading).filter(|_| first != i) {
            let member = items[i].member;
            items[first].again.push(Again { member, right });
            said[i] = first;
        }
    }
    let mut own = said.into_iter().enumerate().map(|(i, first)| i == first);
    items.retain(|_| own.next().unwrap_or(true));
}

fn item<'a>(story: &'a Story, member: usize, figure: &'a Figure, symbols: &mut Symbols) -> Item<'a> {
    let m = &story.claims[member];
    let sentence = story.sentence_number(member);
    let mut add = |sort: Sort, s: &str| symbols.add(sort, s, sentence);
    let key = m.key;
    let global = |e: &'a str| story.entities.id(m.article, e);
    let entities: Vec<Symbol> = key.entities.iter().map(|e| add(Sort::Entity, entity::name(global(e)))).collect();
    let told = |e: &Short| key.tellers.contains(e);
    let parties: Vec<Symbol> = key.entities.iter().zip(&entities).filter(|(e, _)| !told(e)).map(|(_, s)| *s).collect();
    // in the few words of a headline the word that shows the concept would count twice: "20 dead" and "18 died" have no second word in
    // common
    let headline = m.claim.block == BlockRole::Headline;
    let shown = |t: &str| headline && key.concept.as_deref().is_some_and(|c| concepts::shows(c, t));
    let term = |t: &'a str| if shown(t) { t } else { meaning(t) };
    let terms: Vec<Symbol> = key.terms.iter().map(|t| add(Sort::Term, term(t))).collect();
    let beside = key.beside.as_deref().unwrap_or(&NOTHING);
    let reading = reading(figure, key, m.claim, beside);
    let family = key.head.as_deref().and_then(|h| lexicon().kin.family(h));
    // every part of a machine has a clock of its own
    let noun = key.head.as_deref().filter(|h| !h.ends_with("hertz") && *h != "other");
    Item {
        member,
        figure,
        key,
        article: m.article,
        published: story.published(member),
        place: place(m.claim.block, m.claim.sentence),
        told_at: None,
        start: m.claim.start,
        before: None,
        measured: Measured::new(reading.clone()),
        reading,
        concept: key.concept.as_deref().map(|c| add(Sort::Concept, c)),
        traits: lexicon().concepts.traits(key.concept.as_deref()),
        head: noun.map(|h| add(Sort::Head, heads::of(h))),
        head_term: noun.map(|h| add(Sort::Term, term(h))),
        family,
        nature: Nature::default(),
        sentence,
        base: key
            .base
            .as_deref()
            .map(|b| if b.contains(':') { add(Sort::Entity, entity::name(global(b))) } else { add(Sort::Base, synonyms::of(b)) }),
        subject: key.subject.as_deref().map(|s| add(Sort::Entity, entity::name(global(s)))),
        parties: (!key.tellers.is_empty()).then(|| parties.into()),
        entities: entities.into(),
        near: terms[..terms.len().min(NEAR)].to_vec().into(),
        terms: terms.into(),
        time: key.time.as_deref().and_then(Interval::parse),
        period: None,
        current: false,
        rest: beside.rest || beside.selection,
        hyphenated: m.claim.text.contains('-'),
        partitive: [" of the ", " of them", " of those"].iter().any(|of| m.claim.text.contains(of)),
        beside,
        variant: None,
        happening: Happening::default(),
        is_partly_suspended: false,
        quoted: false,
        other_dollar: false,
        listed: false,
        again: Vec::new(),
    }
}

/// The stem that stands for all that mean the same, by what they count or else by what they tell.
fn meaning(stem: &str) -> &str {
    synonyms::of(heads::of(stem))
}

fn place(block: BlockRole, sentence: u32) -> Place {
    match block {
        BlockRole::Headline => Place::Top,
        _ if sentence == 0 => Place::Top,
        _ if sentence < OPENING => Place::Opening,
        _ => Place::Below,
    }
}

/// Cents in a dollar.
const CENTS: i64 = 100;

/// What the figure says about a number. The fourth year of a war is a stretch of three to four years.
fn reading<'a>(f: &'a Figure, key: &Key, claim: &Claim, beside: &Beside) -> Reading<'a> {
    let step = key.step.unwrap_or(Amount::ONE);
    // A bare dollar may be the American one; that two outlets write it differently is no difference.
    let unit = f.unit.as_deref().map(|u| if u == "US dollar" { "dollar" } else { u });
    if unit == Some("cent") && f.dimension == Dimension::Money {
        let dollars = |a: Option<Amount>| a.and_then(|a| a.over(Amount::from(CENTS)));
        let (amount, low, high) = (dollars(f.amount), dollars(f.low), dollars(f.high));
        let step = dollars(Some(step)).unwrap_or(step);
        return Reading { amount, low, high, step, hedge: f.hedge, unit: Some("dollar"), dimension: f.dimension };
    }
    // the 15th anniversary is 15 years after
    if f.ordinal && unit == Some("anniversary") && f.amount.is_some() {
        return Reading {
            amount: f.amount,
            low: f.amount,
            high: f.amount,
            step,
            hedge: None,
            unit: Some("year"),
            dimension: Dimension::Duration,
        };
    }
    if claim.block != BlockRole::Headline && is_retail_price(f, key) {
        // half of the step on either side
        let slack = Amount::TENTH.half();
        let (low, high) = (f.amount.and_then(|a| a.minus(slack)), f.amount.and_then(|a| a.plus(slack)));
        return Reading { amount: f.amount, low, high, step: Amount::TENTH, hedge: None, unit, dimension: f.dimension };
    }
    // "takes up to 264 passengers", "will generate up to 450 megawatts": the most that it can is what it can
    let ability = f.hedge == Some(Hedge::AtMost) && key.concept.as_deref().is_some_and(|c| matches!(c, "capacity" | "power"));
    if ability {
        return Reading { amount: f.amount, low: f.amount, high: f.amount, step, hedge: None, unit, dimension: f.dimension };
    }
    if is_term(f, key, beside) {
        let step = Amount::TENTH.times(Amount::TENTH).unwrap_or(Amount::TENTH);
        return Reading { amount: f.amount, low: f.amount, high: f.amount, step, hedge: None, unit, dimension: f.dimension };
    }
    if key.is_of_a_streak() {
        return Reading {
            amount: f.amount,
            low: f.low,
            high: f.high,
            step,
            hedge: f.hedge,
            unit: Some("game"),
            dimension: Dimension::Count,
        };
    }
    // "1,946 career points" are points, "five of his points" a part of them
    let points = unit == Some("point") && f.dimension == Dimension::Count && !claim.text.contains(" of ");
    let dimension = if points { Dimension::Other } else { f.dimension };
    let exact = f.amount.filter(|_| points && f.hedge.is_none());
    let r = Reading { amount: f.amount, low: exact.or(f.low), high: exact.or(f.high), step, hedge: f.hedge, unit, dimension };
    if is_ordinal_duration(f) { Reading { amount: None, hedge: Some(Hedge::Range), dimension: Dimension::Duration, ..r } } else { r }
}

/// What one pays in coins is told to the coin, but for a cent or two: 2.99 is "three euros", 2.80 is not. Headlines round.
fn is_retail_price(f: &Figure, key: &Key) -> bool {
    const NOTE: i64 = 20;
    let small = f.amount.is_some_and(|a| a.is_whole() && a < Amount::from(NOTE));
    f.dimension == Dimension::Money && f.hedge.is_none() && small && key.concept.as_deref() == Some("price")
}

/// A prison term, a ban or the term of a contract is fixed to the day: two and a half years are not two. The time already served is not
/// fixed.
fn is_term(f: &Figure, key: &Key, beside: &Beside) -> bool {
    const FIXING: [&str; 6] = ["contract", "probat", "sentenc", "suspend", "suspens", "ban"];
    const PASSED: [&str; 6] = ["serv", "spend", "spent", "remain", "left", "releas"];
    let place = |words: &[&str], reach: usize| key.terms.iter().take(reach).position(|t| words.contains(&t.as_str()));
    let stated = f.dimension == Dimension::Duration && f.hedge.is_none() && f.amount.is_some();
    let passed = place(&PASSED, 2 * NEAR);
    let given = key.concept.as_deref() == Some("jail") && passed.is_none();
    let fixed = given || place(&FIXING, NEAR).is_some_and(|fixing| passed.is_none_or(|passed| fixing < passed));
    stated && (fixed || beside.term)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_headline_is_the_top_wherever_it_stands() {
        assert_eq!(place(BlockRole::Headline, 3), Place::Top);
        assert_eq!(place(BlockRole::Body, 0), Place::Top);
        assert_eq!(place(BlockRole::Body, 3), Place::Opening);
        assert_eq!(place(BlockRole::Body, 30), Place::Below);
    }
}
