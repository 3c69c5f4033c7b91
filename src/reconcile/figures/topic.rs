//! Which figures measure two things, as the words say that name what is measured: fuel costs and staff costs, inflation and core inflation,
//! a tower and a chimney; what one body expects and another; all who were taken to hospital and those who were flown there.

use super::item::Item;
use super::place::are_of_two_places;
use super::stage::{self, Stage};
use crate::claim::Short;
use crate::lexicon::topics::{self, TopicWord};
use crate::lexicon::{class, lexicon, stem, synonyms, word_sets};
use crate::value::Dimension;

word_sets! {
    /// Verbs of who tells what will be.
    EXPECTING = 0: "expecting";
}

/// What the sentence of a figure says of it right before and behind.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Beside {
    /// Who expects or forecasts it, by the last word: "the central bank expects 1.6%".
    forecaster: Option<String>,
    /// Who holds the seats, votes or streak that it counts, by the last word: "gave the Liberals 22 seats".
    holder: Option<String>,
    /// It counts only those who were flown, or badly hurt.
    restricted: bool,
    /// The verb behind those who are counted, with its particle: "900 people signed up".
    verb: Option<(String, bool)>,
    /// What was done with what it counts, or is the worth of.
    stage: Option<Stage>,
    /// It counts all of whom a number before it counts some: the 40 of "two of the 40".
    whole: bool,
    /// It counts two sorts together: "60 pupils and teachers".
    joined: bool,
    /// The noun of those among whom a share is counted: "among pupils".
    among: Option<Short>,
}

impl Beside {
    /// From the text of a figure, and that before and behind it in its sentence. `people`: it counts people; `seats`: seats, votes or games in a row.
    pub fn of(text: &str, [before, behind]: [&str; 2], people: bool, seats: bool) -> Beside {
        Beside {
            stage: stage::stage(before, behind),
            whole: is_whole(before),
            joined: joins_two(text),
            among: among(before, true).or_else(|| among(behind, false)),
            forecaster: forecaster(before),
            holder: if seats { holder(before) } else { None },
            restricted: people && is_restricted(behind),
            verb: if people { verb(behind) } else { None },
        }
    }

    fn is_of_another(&self, other: &Beside) -> bool {
        let two = |a: &Option<String>, b: &Option<String>| a.as_ref().zip(b.as_ref()).is_some_and(|(a, b)| a != b);
        let phrasal = self.verb.as_ref().zip(other.verb.as_ref()).is_some_and(|((v, up), (w, off))| v == w && up != off);
        two(&self.forecaster, &other.forecaster)
            || two(&self.holder, &other.holder)
            || self.restricted != other.restricted
            || phrasal
            || two_stages(self.stage, other.stage)
    }
}

fn two_stages(a: Option<Stage>, b: Option<Stage>) -> bool {
    a.zip(b).is_some_and(|(a, b)| a != b)
}

/// A number and "of the" stand right before.
fn is_whole(before: &str) -> bool {
    let mut words = before.split_whitespace().rev().map(bare);
    let the = words.next().is_some_and(|w| matches!(w.as_str(), "the" | "its" | "their" | "those"));
    let number =
        |w: String| w.starts_with(|c: char| c.is_ascii_digit()) || lexicon().words.classes(lexicon().words.id(&w)).any(class::NUMBER);
    the && words.next().as_deref() == Some("of") && words.next().is_some_and(number)
}

/// Two nouns behind the number.
fn joins_two(text: &str) -> bool {
    let light = |w: &str| {
        let number = lexicon().words.classes(lexicon().words.id(&bare(w))).any(class::NUMBER | class::FUNCTION);
        number || w.contains(|c: char| c.is_ascii_digit())
    };
    text.rsplit_once(" and ").is_some_and(|(left, right)| {
        left.split_whitespace().last().is_some_and(|w| !light(w)) && right.split_whitespace().next().is_some_and(|w| !light(w))
    })
}

/// The stem of the noun behind the "among" that stands nearest, in the words before a figure or behind it.
fn among(text: &str, before: bool) -> Option<Short> {
    const REACH: usize = 24;
    let is_among = |w: &&str| matches!(bare(w).as_str(), "among" | "amongst");
    let noun = match before {
        true => {
            let words: Vec<&str> = text.split_whitespace().rev().take(REACH).collect();
            words.iter().position(is_among).and_then(|at| at.checked_sub(1)).map(|at| bare(words[at]))
        }
        false => text.split_whitespace().take(REACH).skip_while(|w| !is_among(w)).nth(1).map(bare),
    }?;
    let function = lexicon().words.classes(lexicon().words.id(&noun)).any(class::FUNCTION | class::PRONOUN);
    (!function && !noun.is_empty()).then(|| stem(&noun))
}

/// A share among some, and one of all or of others.
fn are_shares_among_two(x: &Item, y: &Item) -> bool {
    let share = matches!(x.figure.dimension, Dimension::Share | Dimension::SharePoints);
    let has =
        |i: &Item, noun: &Short| i.key.base.as_ref() == Some(noun) || i.key.terms.contains(noun) || i.beside.among.as_ref() == Some(noun);
    let other = |a: &Item, b: &Item| a.beside.among.as_ref().is_some_and(|noun| !has(b, noun));
    share && (other(x, y) || other(y, x))
}

/// One of them is all of whom the other may count some, or counts another sort with them: "two of the 40 guests", "40 guests and waiters".
fn are_all_and_some(x: &Item, y: &Item) -> bool {
    let joined = x.beside.joined != y.beside.joined && x.head == y.head;
    x.figure.dimension == Dimension::Count && (x.beside.whole != y.beside.whole || joined)
}

/// A word in lower case without the marks around it.
fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// The word before a verb of expecting that stands near the end of the text before a figure; none of "is expected".
fn forecaster(before: &str) -> Option<String> {
    const NEAR: usize = 8;
    let mut words = before.split_whitespace().rev();
    words.by_ref().take(NEAR).find(|word| SETS.holds(&bare(word), EXPECTING))?;
    // "the bank now expects"
    let who = words.map(bare).find(|word| !["also", "currently", "now", "still"].contains(&word.as_str()))?;
    let helps = lexicon().words.classes(lexicon().words.id(&who)).any(class::AUXILIARY | class::PREPOSITION | class::PRONOUN);
    (!helps && !who.is_empty()).then(|| stem(&who).to_string())
}

/// The capital word of the few before, if nothing else may be its owner: not of "the Greens of Ana Lund".
fn holder(before: &str) -> Option<String> {
    const NEAR: usize = 4;
    let function =
        |word: &str| lexicon().words.classes(lexicon().words.id(&bare(word))).any(class::FUNCTION | class::WEEKDAY | class::MONTH);
    let named = |word: &&str| word.starts_with(char::is_uppercase) && !function(word) && !word.ends_with("'s") && !word.ends_with("’s");
    let near = || before.split_whitespace().rev().take(NEAR);
    let body = |word: &&str| ["party", "alliance", "coalition", "bloc"].contains(&bare(word).as_str());
    if near().any(|word| word == "of") { None } else { near().filter(|word| !body(word)).find(named).map(bare) }
}

/// Who is counted is only a part of those to whom it happened: "by helicopter", "in critical condition", "with burns".
fn is_restricted(behind: &str) -> bool {
    const PARTS: [&str; 8] = [
        "air ambulance",
        "by air",
        "by helicopter",
        "critical condition",
        "intensive care",
        "serious condition",
        "with burns",
        "with serious",
    ];
    let clause = behind.split([',', ';', ':']).next().unwrap_or(behind);
    PARTS.iter().any(|part| clause.contains(part))
}

/// The first word behind, and whether a particle follows it.
fn verb(behind: &str) -> Option<(String, bool)> {
    const PARTICLES: [&str; 5] = ["away", "down", "off", "out", "up"];
    let mut words = behind.split_whitespace().map(bare);
    let verb = words.next().filter(|word| word.ends_with("ed"))?;
    Some((verb, words.next().is_some_and(|next| PARTICLES.contains(&next.as_str()))))
}

/// Two values of them do not contradict each other: they are of two bodies, of a whole and a part, or of two topics.
pub fn contradict_nothing(x: &Item, y: &Item) -> bool {
    x.beside.is_of_another(&y.beside)
        || are_all_and_some(x, y)
        || are_shares_among_two(x, y)
        || are_of_two_topics(x, y)
        || are_of_two_places(x, y)
}

/// The nouns are two, or what stands before them tells two kinds or a part. Of times, money and shares two nouns are two things where the
/// table has both: what it does not know may be another word for the same.
fn are_of_two_topics(x: &Item, y: &Item) -> bool {
    let Some((a, b)) = topics(x, y) else { return false };
    let noun = |words: &[Short]| words.first().and_then(|w| topics::of(w)).filter(|t| matches!(t, TopicWord::Same(_)));
    let of_a_thing = x.figure.dimension == Dimension::Length;
    if !has_noun_of(a, b) && !has_noun_of(b, a) {
        let part = |words: &[Short]| words.iter().any(|w| topics::of(w) == Some(TopicWord::Part));
        return of_a_thing || part(a) || part(b) || noun(a).is_some() && noun(b).is_some();
    }
    let (left, right) = (beside(a, b), beside(b, a));
    let tells = |words: &[&Short]| words.iter().any(|w| topics::of(w) != Some(TopicWord::Plain));
    let parts = |words: &[&Short]| words.iter().any(|w| topics::of(w) == Some(TopicWord::Part));
    !of_a_thing && tells(&left) && tells(&right) || parts(&left) || parts(&right)
}

/// Two shares of one value are of two things: profit is not sales.
pub fn are_shares_of_two(x: &Item, y: &Item) -> bool {
    let noun = |words: &[Short]| words.first().and_then(|w| topics::of(w));
    let share = matches!(x.figure.dimension, Dimension::Share | Dimension::SharePoints);
    let (profit, sales) = (topics::of("profit"), topics::of("sale"));
    let apart = |a, b| noun(a) == profit && noun(b) == sales;
    share && topics(x, y).is_some_and(|(a, b)| (apart(a, b) || apart(b, a)) && !has_noun_of(a, b) && !has_noun_of(b, a))
}

/// What both measure, in words; `None` where one counts a noun or names nothing.
fn topics<'i>(x: &'i Item, y: &'i Item) -> Option<(&'i [Short], &'i [Short])> {
    // the "weight" or "rate" of something is none itself
    let plain = |w: &Short| topics::of(w) == Some(TopicWord::Plain);
    let of = |i: &'i Item| i.key.modifiers.iter().position(|w| !plain(w)).filter(|_| i.key.head.is_none()).map(|n| &i.key.modifiers[n..]);
    of(x).zip(of(y))
}

/// The noun of the first stands among the words of the second.
fn has_noun_of(a: &[Short], b: &[Short]) -> bool {
    a.first().is_some_and(|noun| b.iter().any(|w| mean_one_thing(noun, w)))
}

/// The words of the first that the second lacks.
fn beside<'w>(a: &'w [Short], b: &[Short]) -> Vec<&'w Short> {
    a.iter().filter(|w| !b.iter().any(|o| mean_one_thing(w, o))).collect()
}

fn mean_one_thing(a: &str, b: &str) -> bool {
    let same = |s: &str| topics::of(s).filter(|t| matches!(t, TopicWord::Same(_)));
    a == b || synonyms::of(a) == synonyms::of(b) || same(a).is_some() && same(a) == same(b)
}
