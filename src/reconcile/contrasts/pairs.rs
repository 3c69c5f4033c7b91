//! Which words of two articles fill the same place in sentences on one thing.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use jiff::civil::Date;
use rustc_hash::FxHashSet;

use super::passage::{Name, Passage, Weight, Word};
use crate::claim::{Line, Short};
use crate::lexicon::contrasts::{self, Cell, Stand};
use crate::lexicon::{outcomes, slug, word_sets};
use crate::reconcile::nearness::{Nearness, nearness};
use crate::reconcile::roles::leaders::may_be_one_person;

word_sets! {
    /// Stands for what another sentence names.
    PRONOUN = 0: "object_pronoun";
}

/// A word of a family, or a name, where it stands.
#[derive(Clone)]
pub struct Place {
    /// The number of the passage, and the words in it.
    pub passage: usize,
    pub words: Range<usize>,
    pub what: What,
}

/// What stands in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Word(Cell),
    Name,
    /// What somebody denies, or the denial.
    Denial,
    /// What is told as done, or as not done.
    Negation,
    /// A verb between two names that stand the other way round in another article.
    Turned,
    /// A name among what both articles tell.
    Stranger,
    /// How a matter of this number ends.
    Outcome(u16),
}

impl Place {
    /// A number for the family, above those of the table for what is none.
    pub fn family(&self) -> u16 {
        match self.what {
            What::Word(cell) => cell.family,
            What::Name => u16::MAX,
            What::Denial => u16::MAX - 1,
            What::Turned => u16::MAX - 2,
            What::Stranger => u16::MAX - 3,
            What::Negation => u16::MAX - 4,
            What::Outcome(matter) => u16::MAX - 5 - matter,
        }
    }

    pub fn name(&self) -> &'static str {
        match self.what {
            What::Word(cell) => contrasts::family(cell).name,
            What::Name => "name",
            What::Denial => DENIAL,
            What::Negation => NEGATION,
            What::Turned => TURNED,
            What::Stranger => STRANGER,
            What::Outcome(matter) => outcomes::matter(matter).name,
        }
    }
}

/// The family of what one article tells and another has somebody deny.
pub const DENIAL: &str = "denial";
/// And of what one article tells as done, and another as not done.
pub const NEGATION: &str = "done or not";
/// And of names among what both articles tell.
pub const STRANGER: &str = "named otherwise";
/// And of what two are told to have done to each other.
pub const TURNED: &str = "who";

/// The words that each article has anywhere.
pub struct Articles {
    /// Those that are names by their first letters.
    names: Vec<FxHashSet<Short>>,
    /// The names alone, by their first letters.
    cast: Vec<FxHashSet<Short>>,
    published: Vec<Option<Date>>,
}

/// How much two sentences must share, by weight, where so much of what both have is alike: less if they have little else.
const SHARED: [(f32, f32); 3] = [(2.5, 0.45), (2.0, 0.8), (1.0, 0.95)];
/// And of the words next to the two.
const SHARED_NEAR: f32 = 1.0;
/// Words on each side among which a name that the other sentence lacks means somebody else.
const AROUND: usize = 6;
/// A sentence with more names is a list.
const MOST_NAMES: usize = 4;
/// How alike two sentences must be where no claim says whether the names are of people or places.
const ALIKE_FOR_NAMES: f32 = 0.6;
/// Words before a name among which `by` makes it the one who does it.
const BY: usize = 3;

/// A name counts less: it stands in many sentences of its article.
fn weight(name: bool) -> f32 {
    if name { 0.5 } else { 1.0 }
}

/// The meanings of the words around a place, and whether each is a name.
pub type Told<'a> = BTreeMap<&'a str, bool>;

fn sum(told: &Told) -> f32 {
    told.values().map(|name| weight(*name)).sum()
}

pub fn shared(x: &Told, y: &Told) -> f32 {
    x.iter().filter_map(|(word, name)| y.get(word).map(|other| weight(*name || *other))).sum()
}

impl Articles {
    pub fn of(passages: &[Passage], lines: &[Line]) -> Self {
        let (mut names, mut cast) = (vec![FxHashSet::default(); lines.len()], vec![FxHashSet::default(); lines.len()]);
        for p in passages {
            cast[p.article].extend(p.words.iter().filter(|w| w.weight == Weight::Name).map(|w| first(&w.lower)));
            names[p.article]
                .extend(p.words.iter().filter(|w| w.weight == Weight::Name || w.weight == Weight::Full).map(|w| first(&w.lower)));
        }
        let published = lines.iter().map(|l| l.source.published.as_deref().and_then(|p| p.parse().ok())).collect();
        Articles { names, cast, published }
    }

    /// No time lies between two articles in which a bridge may be closed and opened, or two players hurt. Of one without a date nobody knows.
    pub fn are_of_one_time(&self, passages: &[Passage], a: &Place, b: &Place) -> bool {
        const DAYS: i32 = 3;
        let turns = match a.what {
            What::Word(cell) => contrasts::family(cell).stand == Stand::Verb,
            What::Turned | What::Negation => true,
            What::Outcome(matter) => outcomes::matter(matter).turns,
            What::Name | What::Denial | What::Stranger => false,
        };
        match (self.published[passages[a.passage].article], self.published[passages[b.passage].article]) {
            (Some(x), Some(y)) => x.until(y).is_ok_and(|s| s.get_days().abs() <= if turns { 0 } else { DAYS }),
            (None, None) => true,
            _ => false,
        }
    }

    /// They have most of their names in common, or of those of the one that has fewer.
    pub fn are_close(&self, a: usize, b: usize) -> bool {
        let (few, many) = if self.cast[a].len() <= self.cast[b].len() { (a, b) } else { (b, a) };
        let common = self.cast[few].iter().filter(|n| self.cast[many].contains(*n)).count();
        2 * common > self.cast[few].len()
    }

    /// The article has a word that begins like one of these.
    pub fn has(&self, article: usize, words: &[Word]) -> bool {
        words.iter().any(|w| !w.generic && self.names[article].contains(&first(&w.lower)))
    }
}

/// What words of one name have in common: `Norway`, `Norwegian`.
fn first(lower: &str) -> Short {
    const LETTERS: usize = 4;
    lower.chars().take(LETTERS).collect()
}

/// Two places of one family, of unlike kinds, in sentences on one thing.
pub fn are_of_one(passages: &[Passage], articles: &Articles, a: &Place, b: &Place) -> bool {
    let (p, q) = (&passages[a.passage], &passages[b.passage]);
    // this first, since it takes the fewest steps and few pass
    if a.family() != b.family() || !stand_alike(p, q, a, b) || !articles.are_of_one_time(passages, a, b) {
        return false;
    }
    let apart = match (a.what, b.what) {
        (What::Word(x), What::Word(y)) => {
            let speaks = p.is_speaker(&a.words) || q.is_speaker(&b.words);
            let sought = p.is_sought(&a.words) && q.is_sought(&b.words);
            x.contrasts(y) && !holds(p, y) && !holds(q, x) && !speaks && !sought && p.turns_beside(&a.words) == q.turns_beside(&b.words)
        }
        (What::Name, What::Name) => are_strangers(articles, (p, a), (q, b)),
        _ => false,
    };
    let tied = |p: &Passage, place: &Place| p.words[place.words.clone()].iter().any(|w| w.tied);
    if !apart || tied(p, a) || tied(q, b) || p.turns(a.words.start) != q.turns(b.words.start) || p.lists(&a.words) || q.lists(&b.words) {
        return false;
    }
    let (x, y) = (p.told(&a.words), q.told(&b.words));
    let shared = shared(&x, &y);
    let alike = 2.0 * shared / (sum(&x) + sum(&y)).max(f32::MIN_POSITIVE);
    let unknown = a.what == What::Name && p.words[a.words.clone()].iter().all(|w| w.kind == Name::Unknown);
    if unknown && alike < ALIKE_FOR_NAMES {
        return false;
    }
    let enough = SHARED.iter().any(|(least, of)| shared >= *least && alike >= *of);
    enough && are_near(p, q, a, b) && !are_of_two(p, q, a, b) && !differ_elsewhere(p, q, a, b)
}

/// Neither article has the name of the other, and both names are of people or neither is.
pub fn are_strangers(articles: &Articles, (p, a): (&Passage, &Place), (q, b): (&Passage, &Place)) -> bool {
    let (x, y) = unlike(&p.words[a.words.clone()], &q.words[b.words.clone()]);
    let known = articles.has(q.article, x) || articles.has(p.article, y);
    let person = |words: &[Word]| words.iter().any(|w| w.kind == Name::Person);
    let titles = (p.titles(a.words.start), q.titles(b.words.start));
    // one team has its captain among the defenders
    let of_two = a.what == What::Name && !titles.0.is_empty() && !titles.1.is_empty() && titles.0 != titles.1;
    let many = |p: &Passage| p.names().len() > MOST_NAMES;
    // who founded one firm may have founded another
    let of_many = p.is_of_many(a.words.start) || q.is_of_many(b.words.start);
    if known || of_two || of_many || many(p) || many(q) || have_other_numbers((p, a), (q, b)) {
        return false;
    }
    let written = |words: &[Word]| words.iter().map(|w| w.lower.as_str()).collect::<Vec<_>>().join("-");
    let place = |words: &[Word]| words.iter().any(|w| w.kind == Name::Place);
    let apart = match (place(x), place(y)) {
        (true, true) => are_apart(&p.words[a.words.clone()], &q.words[b.words.clone()]),
        (x, y) => !x && !y,
    };
    apart && person(x) == person(y) && !may_be_one_person(&written(x), &written(y)) && !p.is_speaker(&a.words) && !q.is_speaker(&b.words)
}

/// Two names without the last word if that is one: `Lantern | Awards`, `Harbour | Awards`.
fn unlike<'w>(x: &'w [Word], y: &'w [Word]) -> (&'w [Word], &'w [Word]) {
    match (x, y) {
        ([x @ .., last], [y @ .., other]) if !x.is_empty() && !y.is_empty() && is_kind(last, other) => (x, y),
        _ => (x, y),
    }
}

/// Both are one word, which is no surname.
fn is_kind(a: &Word, b: &Word) -> bool {
    a.lower == b.lower && a.kind != Name::Person && b.kind != Name::Person
}

/// Two places of which the table knows that neither holds the other, or of one sort: `Mercy Hospital`, `King's Hospital`.
fn are_apart(x: &[Word], y: &[Word]) -> bool {
    let id = |words: &[Word]| format!("place:{}", slug(&words.iter().map(|w| w.lower.as_str()).collect::<Vec<_>>().join(" ")));
    let of_one_sort = || x.last().zip(y.last()).is_some_and(|(x, y)| x.generic && x.lower == y.lower);
    match nearness(&id(x), &id(y)) {
        Nearness::Apart => true,
        Nearness::Open => of_one_sort(),
        _ => false,
    }
}

/// Numbers beside each that are not beside the other: `finished with 14 points`, `with 20`.
fn have_other_numbers((p, a): (&Passage, &Place), (q, b): (&Passage, &Place)) -> bool {
    let numbers = |p: &Passage, at: &Range<usize>| -> BTreeSet<Short> {
        let around = at.start.saturating_sub(AROUND)..(at.end + AROUND).min(p.words.len());
        p.words[around].iter().filter(|w| w.weight == Weight::Number).map(|w| w.lower.clone()).collect()
    };
    let (x, y) = (numbers(p, &a.words), numbers(q, &b.words));
    !x.is_subset(&y) && !y.is_subset(&x)
}

/// Words next to the two are the same.
fn are_near(p: &Passage, q: &Passage, a: &Place, b: &Place) -> bool {
    let told = |p: &'_ Passage, at: &Range<usize>| -> BTreeMap<String, bool> {
        p.near(at).into_iter().map(|w| (w.means.to_string(), w.weight == Weight::Name)).collect()
    };
    let (x, y) = (told(p, &a.words), told(q, &b.words));
    x.iter().filter_map(|(word, name)| y.get(word).map(|other| weight(*name || *other))).sum::<f32>() >= SHARED_NEAR
}

/// The words beside the two are those that the family asks for.
fn stand_alike(p: &Passage, q: &Passage, a: &Place, b: &Place) -> bool {
    let same = |x: Option<&Word>, y: Option<&Word>| x.zip(y).is_some_and(|(x, y)| x.means == y.means);
    let before = |over: bool| same(p.before(a.words.start, over), q.before(b.words.start, over));
    let behind = || same(p.behind(a.words.end), q.behind(b.words.end));
    // "hosted by the minister", "the minister hosted"
    let by =
        |p: &Passage, at: usize| p.words[at.saturating_sub(BY).min(p.words.len())..at.min(p.words.len())].iter().any(|w| w.lower == "by");
    let across = |p: &Passage, a: &Place, q: &Passage, b: &Place| same(p.before(a.words.start, false), q.behind(b.words.end));
    let crossed = || by(p, a.words.start) != by(q, b.words.start) && (across(p, a, q, b) || across(q, b, p, a));
    let What::Word(cell) = a.what else {
        return follower(p, a.words.end) == follower(q, b.words.end) && (before(false) || behind() || crossed());
    };
    match contrasts::family(cell).stand {
        Stand::Adjective => behind(),
        Stand::Between => before(false) && behind(),
        Stand::Verb => {
            let pronoun = |p: &Passage, at: &Place| p.words.get(at.words.end).is_some_and(|w| !w.apart && SETS.holds(&w.lower, PRONOUN));
            let ends = |p: &Passage, at: &Place| p.behind(at.words.end).is_none();
            let of_one = behind() || ends(p, a) || ends(q, b) || by(p, a.words.end + BY) || by(q, b.words.end + BY);
            !pronoun(p, a) && !pronoun(q, b) && (before(true) && of_one || behind() && p.before(a.words.start, true).is_none())
        }
        Stand::Noun => {
            let owners = owner(p, a.words.start).zip(owner(q, b.words.start));
            next(p, a.words.end) == next(q, b.words.end) && owners.is_none_or(|(x, y)| x == y) && of(p, a.words.end) == of(q, b.words.end)
        }
    }
}

/// The noun whose kind the word tells: `bus | driver`.
fn next(p: &Passage, end: usize) -> Option<&str> {
    p.words.get(end).filter(|w| !w.apart && w.weight == Weight::Full && !w.verbal).map(|w| w.means.as_str())
}

/// The word that follows a name at once: `German | tourist`.
fn follower(p: &Passage, end: usize) -> Option<&str> {
    p.words.get(end).filter(|w| !w.apart && matches!(w.weight, Weight::Full | Weight::Name) && !w.verbal).map(|w| w.means.as_str())
}

/// An owner follows: `the father of two`.
fn of(p: &Passage, end: usize) -> bool {
    p.words.get(end).is_some_and(|w| w.lower == "of")
}

/// The owner: a word before with the clitic of a genitive.
fn owner(p: &Passage, at: usize) -> Option<&str> {
    const REACH: usize = 3;
    let near = at.saturating_sub(REACH)..at;
    near.rev().take_while(|i| !p.words[i + 1].apart).find(|i| p.words[*i].owns).map(|i| p.words[i].means.as_str())
}

/// Each names somebody, a day or a year that the other does not.
fn are_of_two(p: &Passage, q: &Passage, a: &Place, b: &Place) -> bool {
    let names = |p: &Passage, at: &Range<usize>| -> BTreeSet<String> {
        let around = at.start.saturating_sub(AROUND)..(at.end + AROUND).min(p.words.len());
        let others = around.filter(|i| !at.contains(i)).map(|i| &p.words[i]);
        others
            .filter(|w| w.weight == Weight::Name || w.weight == Weight::Number && w.lower.len() == 4)
            .map(|w| w.means.to_string())
            .collect()
    };
    let all = |p: &Passage| -> BTreeSet<String> { p.words.iter().map(|w| w.means.to_string()).collect() };
    are_of_two_days(p, q) || !names(p, &a.words).is_subset(&all(q)) && !names(q, &b.words).is_subset(&all(p))
}

pub fn are_of_two_days(p: &Passage, q: &Passage) -> bool {
    let days = (p.days(), q.days());
    !days.0.is_empty() && !days.1.is_empty() && days.0.is_disjoint(&days.1)
}

/// The sentences differ in more than the two words: in two others of one family, or in what follows both in their clauses ("cut its
/// forecast for profit", "raised its forecast for sales").
fn differ_elsewhere(p: &Passage, q: &Passage, a: &Place, b: &Place) -> bool {
    let cells = |p: &Passage, at: &Place| -> Vec<Cell> {
        let others = (0..p.words.len()).filter(|i| !at.words.contains(i));
        others.flat_map(|i| contrasts::of(&p.words[i].lower).iter().copied()).collect()
    };
    let (x, y) = (cells(p, a), cells(q, b));
    let alone = |c: &Cell, others: &[Cell]| !others.iter().any(|o| o.family == c.family && o.kinds & c.kinds != 0);
    let other_word = x.iter().filter(|c| alone(c, &y)).any(|c| y.iter().any(|d| c.contrasts(*d) && alone(d, &x)));
    other_word || has_other_behind(p, a, q) && has_other_behind(q, b, p)
}

/// A noun that follows in the clause is not in the other sentence.
fn has_other_behind(p: &Passage, at: &Place, q: &Passage) -> bool {
    const REACH: usize = 6;
    let behind = p.words.iter().skip(at.words.end).take(REACH).take_while(|w| !w.apart);
    behind.filter(|w| w.weight == Weight::Full && !w.verbal).any(|w| q.words.iter().all(|o| o.means != w.means))
}

/// The sentence has a word of these kinds.
fn holds(p: &Passage, of: Cell) -> bool {
    p.words.iter().any(|w| contrasts::of(&w.lower).iter().any(|c| c.family == of.family && c.kinds & of.kinds != 0))
}

/// The word of `a` stands in a sentence of the article of `b` on the same thing, or anywhere there where it is one of a kind in a story.
pub fn is_told_there<'p>(passages: &[Passage], a: &Place, mut there: impl Iterator<Item = &'p Place>) -> bool {
    const ENOUGH: f32 = 2.0;
    let What::Word(cell) = a.what else { return false };
    let told = passages[a.passage].told(&a.words);
    let one_of_a_kind = contrasts::family(cell).stand == Stand::Noun;
    let on_it = |q: &Place| one_of_a_kind || shared(&told, &passages[q.passage].told(&q.words)) >= ENOUGH;
    there.any(|q| matches!(q.what, What::Word(c) if c.family == cell.family && c.kinds & cell.kinds != 0) && on_it(q))
}
