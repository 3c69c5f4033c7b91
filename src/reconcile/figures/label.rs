//! What a group of figures is called.

use std::collections::{BTreeMap, BTreeSet};

use super::item::Item;
use super::result::is_of_a_vote;
use super::text::plural;
use crate::claim::entity;
use crate::lexicon::concepts::{self, Concept};
use crate::lexicon::stem::is_irregular_form;
use crate::lexicon::{class, lexicon, stem, stem_of, word_sets};
use crate::reconcile::events;
use crate::reconcile::names::called::Names;
use crate::reconcile::story::Story;
use crate::value::Dimension;

word_sets! {
    /// Words that do not tell figures apart.
    LIGHT = 0: "telling_no_figure_apart";
}

/// A label for readers, and the identity that the group's id is made of: concept, head and subject.
pub fn label(story: &Story, names: &Names, items: &[&Item]) -> (String, String) {
    let concept = most(items.iter().filter_map(|i| i.key.concept.as_deref()));
    let head = most(items.iter().filter_map(|i| i.key.head.as_deref()));
    let unit = most(items.iter().filter_map(|i| i.figure.unit.as_deref()));
    let subject = most(items.iter().filter_map(|i| i.key.subject.as_deref().map(|s| story.entities.id(i.article, s))));
    let dimension = items.first().map_or(Dimension::Other, |i| i.figure.dimension);
    let counted = most(items.iter().filter_map(|i| i.figure.measure.as_deref()));
    let named = concept.and_then(|c| lexicon().concepts.named(c)).filter(|c| items.iter().any(|i| counts(i, c))).map(|c| c.label);
    let named = items.iter().find_map(|i| told_beside(story, i)).or(named).or(counted.filter(|c| Some(*c) != unit));
    let noun = || items.iter().find_map(|i| written(story.sentence(i.member), i.key.head.as_deref().filter(|h| Some(*h) == head)?));
    let noun = || unit.map(str::to_owned).or_else(noun);
    let what = named.map_or_else(|| measured(dimension, noun().as_deref()), str::to_owned);
    let of_most = |s: &&str| {
        2 * items.iter().filter(|i| i.key.subject.as_deref().is_some_and(|o| story.entities.id(i.article, o) == *s)).count() > items.len()
    };
    let whose = subject.filter(|s| dimension == Dimension::Age || of_most(s)).and_then(|s| names.get(s));
    // what stands once and has no name is told by what happens there
    let alone = items.first().filter(|_| items.len() == 1 && named.is_none() && dimension != Dimension::Age);
    let clause = || alone.and_then(|i| events::label::told_around(story, i.member)).map(|piece| vec![piece]);
    // an age gets a name only where it is known whose it is
    let near = whose.map_or_else(
        || clause().unwrap_or_else(|| about(story, names, items, &what, concept, dimension != Dimension::Age)),
        |name| vec![name.to_owned()],
    );
    let label = if near.is_empty() { what } else { format!("{what} ({})", near.join(", ")) };
    let part = |s: Option<&str>| s.unwrap_or("-").to_owned();
    (label, format!("{}|{}|{}|{}", part(concept), part(head), part(subject), dimension.name()))
}

/// What a figure without a concept measures: the counted noun, or the kind of measure.
fn measured(dimension: Dimension, noun: Option<&str>) -> String {
    match (dimension, noun) {
        (Dimension::Money, _) => "amount".to_owned(),
        (Dimension::Ratio, _) => "score".to_owned(),
        (Dimension::Count, None) => "number".to_owned(),
        (Dimension::Count | Dimension::Other | Dimension::Rank, Some(noun)) => plural(noun),
        _ => dimension.name().replace('_', " "),
    }
}

/// Whether a figure can be of a concept: a verb whose subject is people may tell what they did to other things.
fn counts(i: &Item, concept: &Concept) -> bool {
    const PEOPLE: &str = "people";
    if i.figure.dimension != Dimension::Count {
        return !(i.figure.ordinal && i.figure.dimension == Dimension::Duration);
    }
    match (concept.family, i.family) {
        (None, family) => family != Some(PEOPLE),
        (Some(of), Some(family)) => of == family || of != PEOPLE,
        (Some(of), None) => of != PEOPLE || i.key.head.as_deref().is_none_or(|h| !is_common(h)),
    }
}

fn is_common(noun: &str) -> bool {
    let l = lexicon();
    l.words.classes(l.words.id(noun)).any(class::COMMON)
}

/// What the words right beside a figure say that it measures, where its own form leaves that open.
fn told_beside(story: &Story, i: &Item) -> Option<&'static str> {
    const NEAR: usize = 3;
    let text = story.claims[i.member].claim.text.as_str();
    let behind = story.behind(i.member);
    let next: Vec<&str> = behind.split_whitespace().take(NEAR).map(|w| w.trim_matches(|c: char| !c.is_alphanumeric())).collect();
    let is = |words: &[&str]| next.iter().any(|w| words.contains(w));
    match i.figure.dimension {
        Dimension::Length if text.contains("-foot-") || next.first() == Some(&"tall") => Some("height"),
        Dimension::Ratio if is(&["vote", "votes", "tally", "majority"]) || is_of_a_vote(i) => Some("votes"),
        Dimension::Ratio if next.first().is_some_and(|w| ["record", "season", "start", "streak"].contains(w)) => Some("record"),
        Dimension::Duration if text.contains(':') && is(&["left", "remaining"]) => Some("time left"),
        Dimension::Count if behind.starts_with("-for-") && !is(&["deal", "on", "split", "swap"]) => Some("successful tries"),
        _ => None,
    }
}

/// The most frequent, the first in order among equals.
fn most<'x>(names: impl Iterator<Item = &'x str>) -> Option<&'x str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for n in names {
        *counts.entry(n).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(name, n)| (*n, std::cmp::Reverse(*name))).map(|(name, _)| name)
}

/// Up to two names or words that all sources share and that say what the figures are about, names first, the nearest first. Where all name
/// several people, it is not known whose figure it is; of several places the nearest is taken. The words that show the concept are left
/// out, except the counted noun: crew and passengers are both aboard.
fn about(story: &Story, names: &Names, items: &[&Item], what: &str, concept: Option<&str>, named: bool) -> Vec<String> {
    let known: Vec<_> = what.split(|c: char| !c.is_alphanumeric()).map(|w| stem(&w.to_lowercase())).collect();
    let is_told = |i: &Item, t: &str| {
        let counted = i.key.head.as_deref() == Some(t);
        // "11,000 passengers a day", where nobody else counts them, say that it is a day
        let own = || items.len() == 1 && written(&story.claims[i.member].claim.text, t).is_some();
        known.iter().any(|k| k == t) || t == "peopl" || !counted && (own() || concept.is_some_and(|c| concepts::shows(c, t)))
    };
    let is_new = |name: &&str| !what.to_lowercase().contains(&name.to_lowercase());
    let (mut owners, mut places, mut words) = (Shared::default(), Shared::default(), Shared::default());
    for i in items {
        for (rank, e) in i.key.entities.iter().take(if named { NEAR } else { 0 }).enumerate() {
            if let Some(name) = names.get(story.entities.id(i.article, e)).filter(is_new) {
                owners.add(name.to_owned(), rank, i.article);
                if entity::is_place(e) {
                    places.add(name.to_owned(), rank, i.article);
                }
            }
        }
        let sentence = story.sentence(i.member);
        for (rank, term) in i.key.terms.iter().take(NEAR).enumerate().filter(|(_, t)| !is_told(i, t)) {
            if let Some(word) = written(sentence, term).filter(|w| says_something(w)) {
                words.add(word, rank, i.article);
            }
        }
    }
    let sources = items.iter().map(|i| i.article).collect::<BTreeSet<_>>().len();
    let owner = Some(owners.of_all(sources)).filter(|all| all.len() == 1);
    let one = owner.unwrap_or_else(|| places.of_all(sources).into_iter().take(1).collect());
    one.into_iter().chain(words.of_all(sources)).take(SHOWN).collect()
}

/// Names and words beyond this many, counted from the figure, are not looked at.
const NEAR: usize = 4;
/// Names and words in a label.
const SHOWN: usize = 2;

/// A noun or what tells of one: no adverb, and no verb in the past (`sent`, `expanded`).
fn says_something(word: &str) -> bool {
    let lower = word.to_lowercase();
    let past = word == lower && (is_regular_past(&lower) || is_irregular_form(&lower));
    let denies = lexicon().words.classes(lexicon().words.id(&lower)).any(class::NEGATION);
    !lower.ends_with("ly") && !past && !denies && !SETS.holds(&lower, LIGHT)
}

/// `insured`, of `insure`; neither `seabed` nor `feed`.
fn is_regular_past(lower: &str) -> bool {
    lower.ends_with("ed") && !lower.ends_with("eed") && ["ed", "d"].iter().filter_map(|end| lower.strip_suffix(end)).any(is_common)
}

/// Names and words, folded in case, with how they are written, the sources that have each, the number of mentions and the sum of their
/// ranks.
#[derive(Default)]
struct Shared(BTreeMap<String, (String, BTreeSet<usize>, usize, usize)>);

impl Shared {
    fn add(&mut self, word: String, rank: usize, article: usize) {
        let (written, lines, count, ranks) = self.0.entry(word.to_lowercase()).or_insert_with(|| (word.clone(), BTreeSet::new(), 0, 0));
        // A capital may come from a headline; small letters do not.
        if word.starts_with(char::is_lowercase) {
            *written = word;
        }
        lines.insert(article);
        *count += 1;
        *ranks += rank;
    }

    /// The words that all sources have, in order of their ranks.
    fn of_all(self, sources: usize) -> Vec<String> {
        let mut list: Vec<_> = self.0.into_values().filter(|(_, lines, _, _)| lines.len() == sources).collect();
        list.sort_by(|(a, _, m, x), (b, _, n, y)| (x * n).cmp(&(y * m)).then_with(|| a.cmp(b)));
        list.into_iter().map(|(word, _, _, _)| word).collect()
    }
}

/// The word of a sentence that has this stem; the capital of a first word counts only where the word has others.
fn written(sentence: &str, stem: &str) -> Option<String> {
    let mut words = sentence.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).enumerate();
    let (at, word) = words.find(|(_, w)| stem_of(w) == stem)?;
    let is_plain = at == 0 && !word.chars().skip(1).any(char::is_uppercase);
    Some(if is_plain { word.to_lowercase() } else { word.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_has_the_word_of_the_sentence() {
        assert_eq!(written("The Drina fell to 5.1 meters.", "fall").as_deref(), Some("fell"), "of an irregular verb too");
        assert_eq!(written("Rising water cut the road.", "rise").as_deref(), Some("rising"));
        assert_eq!(written("The Drina fell.", "rise"), None);
    }

    #[test]
    fn a_label_has_nouns_and_no_verbs_in_the_past() {
        assert!(["seabed", "passengers", "speed", "feed"].iter().all(|w| says_something(w)));
        assert!(!["insured", "expanded", "sent", "lost", "quickly", "not"].iter().any(|w| says_something(w)));
    }
}
