//! The verdict over all versions of one utterance.

use super::departures::departs;
use super::fragments::core;
use super::gaps::{Mild, turning};
use super::item::{Item, are_two_speakers, is_fragment, length, longest, of_each_text, shown};
use super::turns::{Turn, turned};
use super::version::Version;
use super::versions::{align, contains, is_one_wording, mildly, relate};
use super::words::Words;
use crate::claim::QuoteForm;
use crate::reconcile::group::{Reason, Status, Verdict};

/// The first two versions that are given to two speakers.
fn two_speakers<'i, 'a>(items: &[&'i Item<'a>]) -> Option<(&'i Item<'a>, &'i Item<'a>)> {
    // The usual case, so that a quotation in very many articles is not held against itself.
    if items.iter().all(|i| i.speaker == items[0].speaker) {
        return None;
    }
    let other = |n: usize, a: &Item| items[n + 1..].iter().find(|b| a.speaker != b.speaker && are_two_speakers(a, b)).copied();
    items.iter().enumerate().find_map(|(n, a)| Some((*a, other(n, a)?)))
}

/// The verdict over all versions, and the two that decided it: each version is compared with the longest one, then with each other for
/// contradictions.
pub fn verdict<'i, 'a>(items: &[&'i Item<'a>]) -> (Verdict, Option<Pair<'i, 'a>>) {
    if let Some((a, b)) = two_speakers(items) {
        let who: Vec<String> = [a, b].into_iter().filter_map(shown).collect();
        let why = format!("the same words, said by {}", who.join(" and by "));
        return (Verdict::new(Status::Conflict, Reason::Attribution, why), None);
    }
    let foreign = items.iter().any(|i| i.foreign);
    let Some(whole) = Whole::longest(items, foreign) else { return (Verdict::new(Status::Agree, Reason::Identical, ""), None) };
    let others: Vec<&Item> = items.iter().copied().filter(|i| !whole.parts.contains(&i.member)).collect();
    let others = of_each_text(&others);
    if let Some((version, pair)) = contradiction(&others, foreign, |a, b| whole.has_both(a, b) || are_both_in_one(items, a, b)) {
        return (judge(version, (pair.0.words(), pair.1.words()), false), Some(pair));
    }
    let versions = others.iter().map(|i| (version(&whole, i, &others, foreign), *i));
    // a few words are too little to be a rewording, where there are longer versions
    let told = |(v, i): &(Version, &Item)| *v != Version::Reworded || !is_fragment(i);
    let order = |(v, i): &(Version, &'i Item<'a>)| (told(&(*v, *i)), *v == Version::Reworded, *v, std::cmp::Reverse(i.member));
    let Some((worst, other)) = versions.max_by_key(order) else {
        return (Verdict::new(Status::Agree, Reason::Identical, "one version"), None);
    };
    if !foreign && worst != Version::Identical {
        let excused = |a: &Item, b: &Item| whole.has_both(a, b) || are_both_in_one(items, a, b);
        if let Some((turn, pair)) = printed_pair(items, excused, turned) {
            return (opposite(turn, (pair.0.words(), pair.1.words())), Some(pair));
        }
        if let Some((_, pair)) = printed_pair(items, excused, |a, b| departs(a, b).then_some(())) {
            return (Verdict::new(Status::Conflict, Reason::Wording, DEPARTED), Some(pair));
        }
    }
    let copied = others.iter().any(|i| is_one_wording(&whole.words, i.words()));
    let verdict = match worst {
        Version::Reworded if foreign => Verdict::new(Status::Compatible, Reason::LikelyTranslation, TRANSLATED),
        Version::Reworded => Verdict::new(Status::Compatible, Reason::Excerpt, "they have a part of their words in common"),
        worst => judge(worst, (&whole.words, other.words()), !copied && foreign),
    };
    (verdict, Some((whole.longest, other)))
}

/// What an article quotes of one utterance, in one piece or in parts: `"We ran," she said. "Nobody came."`
struct Whole<'i, 'a> {
    longest: &'i Item<'a>,
    /// Its parts in sequence.
    words: Words,
    /// Members that are part of it.
    parts: Vec<usize>,
}

impl<'i, 'a> Whole<'i, 'a> {
    /// The utterance in the article that quotes most of it.
    fn longest(items: &[&'i Item<'a>], foreign: bool) -> Option<Self> {
        let mut by_article: Vec<&Item> = items.to_vec();
        by_article.sort_by_key(|i| (i.article, i.member));
        let wholes = by_article.chunk_by(|a, b| a.article == b.article).filter_map(|of_article| Whole::of(of_article, foreign));
        wholes.max_by_key(|w| (w.words.words.len(), std::cmp::Reverse(w.longest.member)))
    }

    /// The utterance in one article: the longest quotation with those that are no versions of it.
    fn of(of_article: &[&'i Item<'a>], foreign: bool) -> Option<Self> {
        let longest = longest(of_article)?;
        let goes_on = |i: &&&Item| i.member == longest.member || relate(longest.words(), i.words(), foreign) == Version::Reworded;
        let parts: Vec<&Item> = of_each_text(of_article).iter().filter(goes_on).copied().collect();
        let words = Words::joined(&parts.iter().map(|i| i.words()).collect::<Vec<_>>());
        Some(Whole { longest, words, parts: parts.iter().map(|i| i.member).collect() })
    }

    /// Both stand in it.
    fn has_both(&self, a: &Item, b: &Item) -> bool {
        contains(&self.words, a.words()) && contains(&self.words, b.words())
    }
}

/// Two versions, the longer one first.
pub type Pair<'i, 'a> = (&'i Item<'a>, &'i Item<'a>);

/// A third quotation has both unchanged, and one is a part of a sentence: they are two places of one utterance.
fn are_both_in_one(items: &[&Item], a: &Item, b: &Item) -> bool {
    const LOOK: usize = 16;
    if a.quote.form == QuoteForm::Direct && b.quote.form == QuoteForm::Direct {
        return false;
    }
    let third = |m: &&&Item| m.member != a.member && m.member != b.member;
    items.iter().filter(third).take(LOOK).any(|m| contains(m.words(), a.words()) && contains(m.words(), b.words()))
}

/// The first two versions of one wording that contradict each other, neither of which may be the longest; `excused`: two that were both
/// said.
fn contradiction<'i, 'a>(texts: &[&'i Item<'a>], foreign: bool, excused: impl Fn(&Item, &Item) -> bool) -> Option<(Version, Pair<'i, 'a>)> {
    const LOOK: usize = 12;
    let texts = &texts[..texts.len().min(LOOK)];
    let pairs = texts.iter().enumerate().flat_map(|(n, a)| texts[n + 1..].iter().map(move |b| (*a, *b)));
    let apart = pairs.filter(|(a, b)| !foreign && a.article != b.article);
    let judged = apart.map(|(a, b)| (relate(&a.said.words, &b.said.words, false), if length(a) < length(b) { (b, a) } else { (a, b) }));
    judged.into_iter().find(|(version, (a, b))| *version >= Version::Wording && !excused(a, b))
}

/// The first two versions in marks, of two articles, of which `test` finds something.
fn printed_pair<'i, 'a, T>(
    items: &[&'i Item<'a>],
    excused: impl Fn(&Item, &Item) -> bool,
    test: impl Fn(&Words, &Words) -> Option<T>,
) -> Option<(T, Pair<'i, 'a>)> {
    const LOOK: usize = 12;
    let printed = |i: &&Item| i.quote.form == QuoteForm::Direct && !i.quote.unmarked && !i.headline;
    let printed: Vec<&Item> = items.iter().copied().filter(printed).collect();
    let texts = of_each_text(&printed);
    let texts = &texts[..texts.len().min(LOOK)];
    let pairs = texts.iter().enumerate().flat_map(|(n, a)| texts[n + 1..].iter().map(move |b| (*a, *b)));
    let mut found = pairs.filter(|(a, b)| a.article != b.article).filter_map(|(a, b)| Some((test(a.words(), b.words())?, a, b)));
    let (what, a, b) = found.find(|(_, a, b)| !excused(a, b) && !were_both_said(items, a, b))?;
    Some((what, if length(a) < length(b) { (b, a) } else { (a, b) }))
}

/// One article prints both, each by itself: two sayings.
fn were_both_said(items: &[&Item], a: &Item, b: &Item) -> bool {
    const LOOK: usize = 16;
    let looked = || items.iter().take(LOOK);
    let other = |m: &Item, first: &Item| m.article == first.article && m.member != first.member && contains(m.words(), b.words());
    looked().any(|first| contains(first.words(), a.words()) && looked().any(|m| other(m, first)))
}

/// How one version relates to the longest one. Two parts that a third version has both are excerpts, and so is a part behind which its
/// article goes on.
fn version(whole: &Whole, i: &Item, all: &[&Item], foreign: bool) -> Version {
    const LOOK: usize = 16;
    let direct = relate(&whole.words, i.words(), foreign);
    let holds = |m: &Item, part: &Item| !is_fragment(m) && relate(m.words(), part.words(), foreign) <= Version::Excerpt;
    let joined = || all.iter().take(LOOK).any(|m| m.member != i.member && holds(m, i) && holds(m, whole.longest));
    let part = |m: &&&Item| m.article == i.article && m.member != i.member;
    let goes_on = || all.iter().filter(part).take(LOOK).any(|m| relate(&whole.words, m.words(), foreign) <= Version::Elided);
    match direct {
        Version::Reworded if joined() || goes_on() => Version::Excerpt,
        Version::Reworded if is_fragment(i) && contains(&whole.words, &core(i.words())) => Version::Minor,
        direct => direct,
    }
}

const DEPARTED: &str = "words are left out, or the tense differs, and no mark shows it";

pub const UNMARKED: &str = "; not all print them in quotation marks";

const TRANSLATED: &str = "the content is one, the wording differs as translations do";

/// The verdict on two versions, the longer one first, by how they relate.
fn judge(worst: Version, two: (&Words, &Words), translated: bool) -> Verdict {
    match worst {
        Version::Identical => Verdict::new(Status::Agree, Reason::Identical, "the same words everywhere"),
        Version::Excerpt => Verdict::new(Status::Agree, Reason::Excerpt, "one quotes a part of the other"),
        Version::Bracketed => Verdict::new(Status::Compatible, Reason::Bracketed, "one has words put in brackets"),
        Version::Minor | Version::Elided => lightly(mildly(two.0, two.1)),
        Version::Reworded => Verdict::new(Status::Compatible, Reason::LikelyTranslation, TRANSLATED),
        _ if translated => Verdict::new(Status::Compatible, Reason::LikelyTranslation, TRANSLATED),
        Version::Wording => {
            let why = format!("most words are the same, but content words differ{}", differing(two));
            Verdict::new(Status::Conflict, Reason::Wording, why)
        }
        Version::Critical => Verdict::new(Status::Conflict, Reason::WordingCritical, format!("{TURNED}{}", differing(two))),
    }
}

/// `: "they" or "it"`, `: with or without "not"`: the words that decide between two versions, the longer one first; for readers who see no
/// marks at them.
fn differing((longer, shorter): (&Words, &Words)) -> String {
    let Some([lost, added]) = turning(shorter, longer, &align(&shorter.words, &longer.words)) else { return String::new() };
    match (lost.join(" "), added.join(" ")) {
        (one, none) | (none, one) if none.is_empty() => format!(": with or without \"{one}\""),
        (lost, added) => format!(": \"{added}\" or \"{lost}\""),
    }
}

/// Short sentences of which one says the opposite of the other.
fn opposite(turn: Turn, two: (&Words, &Words)) -> Verdict {
    let why = match turn {
        Turn::Denied => TURNED,
        Turn::Opposed => "a word differs that says the opposite",
    };
    Verdict::new(Status::Conflict, Reason::WordingCritical, format!("{why}{}", differing(two)))
}

const TURNED: &str = "a word differs that turns what was said";

fn lightly(mild: Mild) -> Verdict {
    let (reason, why) = match mild {
        Mild::Light => (Reason::Minor, "they differ in light words only"),
        Mild::Masked => (Reason::Minor, "one does not print all letters"),
        Mild::Form => (Reason::Minor, "they differ in the form of a word"),
        Mild::Order => (Reason::Minor, "the same words in another order"),
        Mild::More => (Reason::Minor, "a few words differ that hardly change what was said"),
        Mild::LeftOut => (Reason::Elided, "one leaves words out"),
    };
    Verdict::new(Status::Compatible, reason, why)
}
