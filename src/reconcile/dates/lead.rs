//! The day of what a report is about: the first sentences tell it, once. Where two reports of one day that tell the same scene have two days
//! for it, one of them is wrong, whatever verbs they use.

use compact_str::CompactString;
use rustc_hash::{FxHashMap, FxHashSet};

use super::event::EventWords;
use super::item::{Item, SAID, length};
use crate::claim::{BlockRole, Lead as Word, SourceSentence};
use crate::lexicon::{class, lexicon, word_sets};
use crate::reconcile::cluster::{Link, candidates};
use crate::reconcile::story::Story;
use crate::text::{Kind, scan};

word_sets! {
    /// What is told beside such a word came later than the event itself: `arrested after the raid`.
    LATER = 0: "told_afterwards";
}

/// How many sentences of the body tell what the report is about.
const FIRST: usize = 2;
/// Links of this kind join last.
const SCORE: f32 = -10.0;

/// The pairs of dates that two reports have for what they are about.
#[derive(Default)]
pub struct Leads(FxHashSet<(usize, usize)>);

impl Leads {
    /// Finds them among the dates of a story.
    pub fn of(story: &Story, items: &[Item]) -> Self {
        let told = days_told(items);
        let leads: Vec<Lead> = by_line(items).into_iter().filter_map(|range| lead(story, items, range)).collect();
        let features: Vec<Vec<u64>> = leads.iter().map(|l| l.scene.names().map(|w| hash(w)).collect()).collect();
        let met = candidates(&features, |i| items[leads[i].item].days);
        let pairs = met.into_iter().map(|(a, b)| (&leads[a], &leads[b])).filter(|(a, b)| are_one(story, items, a, b, &told));
        Leads(pairs.map(|(a, b)| (a.item.min(b.item), a.item.max(b.item))).collect())
    }

    /// Links between the two dates of each pair.
    pub fn links(&self) -> impl Iterator<Item = Link> + '_ {
        self.0.iter().map(|(a, b)| Link { a: *a, b: *b, score: SCORE })
    }

    /// Whether they are a pair.
    pub fn are(&self, a: usize, b: usize) -> bool {
        self.0.contains(&(a.min(b), a.max(b)))
    }
}

/// The date of what a report is about, with what it tells of it.
struct Lead {
    item: usize,
    scene: Scene,
}

/// The words of a date's sentence and of the next.
struct Scene {
    /// Stems, and whether they are of a name or number.
    words: FxHashMap<CompactString, bool>,
    events: EventWords,
}

impl Scene {
    fn read(text: &str) -> Scene {
        let lexicon = lexicon();
        let all = scan(text, &lexicon.words);
        let light = class::FUNCTION | class::NEGATION | class::WEEKDAY | class::MONTH | class::DAY_PART | class::CUE;
        let telling = all.iter().filter(|t| matches!(t.kind, Kind::Word | Kind::Number) && !t.is(light));
        let words = telling.map(|t| (lexicon.stem(t, text), t.is_capital() || t.is_number())).collect();
        Scene { words, events: EventWords::read(text) }
    }

    fn names(&self) -> impl Iterator<Item = &CompactString> {
        self.words.iter().filter(|(_, named)| **named).map(|(w, _)| w)
    }

    /// Many words are shared, some of them names or numbers.
    fn is_that_of(&self, other: &Scene) -> bool {
        const WORDS: usize = 5;
        const NAMES: usize = 2;
        const SHARE: usize = 4;
        let shared: Vec<bool> = self.words.iter().filter_map(|(w, named)| Some(*named && *other.words.get(w)?)).collect();
        let least = self.words.len().min(other.words.len());
        shared.len() >= WORDS && shared.len() * SHARE >= least && shared.iter().filter(|named| **named).count() >= NAMES
    }
}

fn hash(word: &str) -> u64 {
    word.bytes().fold(7u64, |h, b| h.wrapping_mul(31).wrapping_add(b as u64))
}

/// The items of each article: they stand together.
fn by_line(items: &[Item]) -> Vec<std::ops::Range<usize>> {
    let mut ranges: Vec<std::ops::Range<usize>> = Vec::new();
    for (n, i) in items.iter().enumerate() {
        match ranges.last_mut() {
            Some(last) if items[last.start].article == i.article => last.end = n + 1,
            _ => ranges.push(n..n + 1),
        }
    }
    ranges
}

/// The days that each article names at all.
fn days_told(items: &[Item]) -> FxHashSet<(usize, jiff::civil::Date)> {
    items.iter().filter(|i| !i.stamp && length(i) <= 1).filter_map(|i| Some((i.article, i.days?.first))).collect()
}

/// The only day in the first sentences of an article on which something happened.
fn lead(story: &Story, items: &[Item], range: std::ops::Range<usize>) -> Option<Lead> {
    let sentences = &story.lines[items[range.start].article].source.sentences;
    let body: Vec<usize> = (0..sentences.len()).filter(|n| is_of_text(&sentences[*n])).take(FIRST + 1).collect();
    let of = |n: usize| story.claims[items[n].member].claim.sentence as usize;
    let mut told = range.filter(|n| body.iter().take(FIRST).any(|s| *s == of(*n)) && happened(&items[*n]));
    let first = told.next()?;
    let at = of(first);
    let next = sentences.get(at + 1).filter(|s| is_of_text(s)).map_or("", |s| s.text.as_str());
    let text = format!("{} {next}", sentences[at].text);
    let one = told.all(|n| items[n].days == items[first].days);
    (one && !is_told_afterwards(&sentences[at].text)).then(|| Lead { item: first, scene: Scene::read(&text) })
}

fn is_of_text(s: &SourceSentence) -> bool {
    const SHORTEST: usize = 3;
    s.block == BlockRole::Body && s.text.split_whitespace().count() > SHORTEST
}

/// It is a day before the report or that of it, on which something was done, not said.
fn happened(i: &Item) -> bool {
    let spoken = i.concept == Some(SAID) || i.date.event.as_deref().is_some_and(is_saying);
    let lasts = i.doing.goes_on || i.doing.state || i.doing.lead.is_some_and(|l| matches!(l, Word::Since | Word::Until | Word::Through));
    length(i) == 1 && i.days.is_some() && !i.inherited && !i.stamp && !i.negated && i.to_come == Some(false) && !spoken && !lasts
}

fn is_saying(event: &str) -> bool {
    let words = &lexicon().words;
    event.split(' ').any(|w| words.classes(words.id(w)).any(class::CUE))
}

fn is_told_afterwards(sentence: &str) -> bool {
    scan(sentence, &lexicon().words).iter().any(|t| SETS.has(t, LATER))
}

/// Two reports of one time tell one scene, of which neither has the other's day.
fn are_one(story: &Story, items: &[Item], a: &Lead, b: &Lead, told: &FxHashSet<(usize, jiff::civil::Date)>) -> bool {
    let (x, y) = (&items[a.item], &items[b.item]);
    let Some((p, q)) = x.days.zip(y.days) else { return false };
    let knows = |i: &Item, day: jiff::civil::Date| told.contains(&(i.article, day));
    x.article != y.article
        && p != q
        && p.days_apart(q) <= NEAR
        && are_of_one_day(story, x, y)
        && !knows(x, q.first)
        && !knows(y, p.first)
        && !x.told.are_two_steps(&y.told)
        && tells_kind_of(x, b)
        && tells_kind_of(y, a)
        && a.scene.is_that_of(&b.scene)
}

/// The most days between two days for one thing.
const NEAR: i32 = 3;

/// They were published within a day.
fn are_of_one_day(story: &Story, a: &Item, b: &Item) -> bool {
    let published = story.published(a.member).zip(story.published(b.member));
    published.and_then(|(x, y)| x.until(y).ok()).is_some_and(|s| s.get_days().abs() <= 1)
}

/// What the date is told to be the day of, if that is known, is in the other's scene: who was arrested over a raid did not raid.
fn tells_kind_of(i: &Item, other: &Lead) -> bool {
    i.told.acts().next().is_none() || i.told.tell_one_kind(&other.scene.events)
}
