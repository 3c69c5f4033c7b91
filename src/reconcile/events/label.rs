//! What an event is called that has no name: a piece of one of its sentences with the words that they share, as it is written.

use std::collections::BTreeMap;

use crate::lexicon::stem;
use crate::reconcile::story::Story;

/// Words of a label.
const WORDS: usize = 3;

/// Stems in order of how many lists have them, then of how early in them they stand; each list has the nearest first.
pub fn ranked<'s, S: AsRef<str> + 's>(lists: impl Iterator<Item = &'s [S]>) -> Vec<&'s str> {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for list in lists {
        for (place, stem) in list.iter().enumerate() {
            let c = counts.entry(stem.as_ref()).or_default();
            *c = (c.0 + 1, c.1 + place);
        }
    }
    let mut stems: Vec<(&str, (usize, usize))> = counts.into_iter().collect();
    stems.sort_by(|a, b| b.1.0.cmp(&a.1.0).then(a.1.1.cmp(&b.1.1)).then(a.0.cmp(b.0)));
    stems.into_iter().map(|s| s.0).collect()
}

/// Of some members, each with what its text says happened ("Kushner met Putin"), the words of the sentence that tell it, where that has the
/// most of these stems and is shortest; a single word tells too little.
pub fn told<'e>(story: &Story, events: impl Iterator<Item = (usize, &'e str)>, stems: &[&str]) -> Option<String> {
    let wanted = &stems[..stems.len().min(WORDS)];
    let hits = |event: &str| event.split(' ').filter(|w| wanted.contains(&&*stem(&w.to_lowercase()))).count();
    let long = events.filter(|(_, e)| e.contains(' '));
    let (member, event) = long.max_by_key(|(_, e)| (hits(e), std::cmp::Reverse(e.len())))?;
    let words: Vec<String> = event.split(' ').map(|w| stem(&w.to_lowercase()).to_string()).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    Some(piece_of(story, member, &words).1)
}

/// The piece of a sentence that tells best what happened: it has the most of these stems (the most telling first), is short, and does not
/// cut a name. The words of the member itself, a date or a place, are left out of it.
pub fn phrase(story: &Story, members: &[usize], stems: &[&str]) -> String {
    let wanted = &stems[..stems.len().min(WORDS)];
    let found = members.iter().map(|m| piece_of(story, *m, wanted));
    found.max_by_key(|(hits, text)| (*hits, std::cmp::Reverse(text.len()))).map(|(_, text)| text).unwrap_or_default()
}

fn piece_of(story: &Story, member: usize, stems: &[&str]) -> (usize, String) {
    let claim = story.claims[member].claim;
    let start = story.sentence_start(member);
    piece(story.sentence(member), (claim.start.saturating_sub(start) as usize, claim.end.saturating_sub(start) as usize), stems)
}

/// A word of a sentence without the marks around it.
struct Word<'s> {
    text: &'s str,
    /// It belongs to the claim.
    own: bool,
    /// Which of the stems it has.
    stem: Option<usize>,
}

/// Words of a piece, before it is made longer so that no name is cut.
const LONGEST: usize = 8;
/// Words of a name that a piece is made longer by.
const NAME: usize = 3;

/// How many of the stems the best piece has, and the piece.
fn piece(sentence: &str, own: (usize, usize), stems: &[&str]) -> (usize, String) {
    let words = words(sentence, own, stems);
    let Some((first, last, hits)) = best(&words) else { return (0, beside(&words)) };
    if first == last
        && let Some((a, b)) = far_apart(&words)
    {
        return (2, format!("{} … {}", words[a].text, words[b].text));
    }
    let joins = |a: usize, b: usize| !words[a].own && !words[b].own && is_capital(words[a].text) && is_capital(words[b].text);
    let first = (first.saturating_sub(NAME)..first).rev().take_while(|i| joins(*i, i + 1)).last().unwrap_or(first);
    let last = (last + 1..words.len().min(last + 1 + NAME)).take_while(|i| joins(i - 1, *i)).last().unwrap_or(last);
    (hits, joined(&words[first..=last]))
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// The words of a sentence, but for relative pronouns, which mean nothing out of it; `own` is where the claim stands, in code points.
fn words<'s>(sentence: &'s str, own: (usize, usize), stems: &[&str]) -> Vec<Word<'s>> {
    let mut at = 0;
    let pieces = sentence.split_inclusive(char::is_whitespace).map(|piece| {
        let start = at;
        at += piece.chars().count();
        let text = piece.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '$' | '€' | '£' | '%'));
        let lower = text.to_lowercase();
        let plain = lower.split(['\'', '’']).next().unwrap_or_default();
        let known = stem(plain).to_string();
        Word { text, own: start < own.1 && own.0 < at, stem: stems.iter().position(|s| *s == known) }
    });
    pieces.filter(|w| !w.text.is_empty() && !matches!(w.text, "which" | "who" | "whom")).collect()
}

/// The shortest run of at most so many words, beginning and ending with a stem, that has the most stems and is no mere name; the first among
/// equals.
fn best(words: &[Word]) -> Option<(usize, usize, usize)> {
    let hits: Vec<usize> = (0..words.len()).filter(|i| words[*i].stem.is_some() && !words[*i].own).collect();
    let runs = hits.iter().enumerate().flat_map(|(n, &a)| hits[n..].iter().take_while(move |b| **b < a + LONGEST).map(move |b| (a, *b)));
    let distinct = |a: usize, b: usize| {
        let mut found: Vec<usize> = words[a..=b].iter().filter(|w| !w.own).filter_map(|w| w.stem).collect();
        found.sort_unstable();
        found.dedup();
        found.len()
    };
    let runs = runs.map(|(a, b)| (a, b, distinct(a, b)));
    // who it was says less than what was done
    let named = |a: usize, b: usize| words[a..=b].iter().all(|w| w.own || is_capital(w.text));
    runs.min_by_key(|(a, b, hits)| (std::cmp::Reverse(*hits), named(*a, *b), b - a, *a))
}

/// Of two stems that no piece holds together the words that stand nearest to each other: "museum … closed".
fn far_apart(words: &[Word]) -> Option<(usize, usize)> {
    let hits: Vec<usize> = (0..words.len()).filter(|i| words[*i].stem.is_some() && !words[*i].own).collect();
    let pairs = hits.windows(2).map(|w| (w[0], w[1])).filter(|(a, b)| words[*a].stem != words[*b].stem);
    pairs.min_by_key(|(a, b)| b - a)
}

/// What stands behind the claim, or before it where it ends the sentence: for claims without a telling word.
fn beside(words: &[Word]) -> String {
    const SOME: usize = 5;
    let end = words.iter().rposition(|w| w.own).map_or(0, |i| i + 1);
    let start = words.iter().position(|w| w.own).unwrap_or_default();
    let behind = &words[end..words.len().min(end + SOME)];
    if behind.is_empty() { joined(&words[start.saturating_sub(SOME)..start]) } else { joined(behind) }
}

/// The words with a space between them; where the claim stood there is a gap.
fn joined(words: &[Word]) -> String {
    let mut out: Vec<&str> = words.iter().map(|w| if w.own { "…" } else { w.text }).collect();
    out.dedup_by(|a, b| *a == "…" && *b == "…");
    out.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The piece of a sentence whose own words stand in brackets.
    fn piece_of(marked: &str, stems: &[&str]) -> String {
        let chars: Vec<char> = marked.chars().collect();
        let at = |bracket: char| chars.iter().position(|c| *c == bracket).unwrap();
        let sentence: String = chars.iter().filter(|c| !matches!(c, '[' | ']')).collect();
        piece(&sentence, (at('['), at(']') - 1), stems).1
    }

    #[test]
    fn a_piece_is_as_written_and_short() {
        assert_eq!(piece_of("The ferry caught fire at sea [on Monday], and the fire spread.", &["catch", "fire"]), "caught fire");
        assert_eq!(
            piece_of("[On Monday], the envoy Orla Keene met Prime Minister Pavle Ilic.", &["meet", "envoy"]),
            "envoy Orla Keene met"
        );
        assert_eq!(piece_of("The Drina rose [on Monday] above its dam.", &["rise", "dam"]), "rose … above its dam");
        let hall = "The hall, which has room for ninety people in its upper rows, will stay closed [until Friday].";
        assert_eq!(piece_of(hall, &["hall", "close"]), "hall … closed");
    }

    #[test]
    fn a_piece_does_not_cut_a_name() {
        assert_eq!(
            piece_of("Talks with Prime Minister Pavle Ilic end [today].", &["talk", "prime"]),
            "Talks with Prime Minister Pavle Ilic"
        );
    }

    #[test]
    fn a_claim_without_telling_words_is_told_by_its_neighbours() {
        assert_eq!(piece_of("[Today] we are all here, and more.", &[]), "we are all here and");
        assert_eq!(piece_of("It has been so since [1994].", &[]), "It has been so since");
        assert_eq!(piece_of("[Today].", &[]), "");
    }
}
