//! What stands around an article: lines of web sites, agencies that are credited.

use super::{Phrases, WordTable, class, columns, more, rows, unknown};
use crate::text::{Tokens, WordId};

/// What a line with one of the table's phrases is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    Boilerplate,
    /// Boilerplate that heads a list of other articles.
    Links,
    Byline,
    Caption,
    Comment,
}

/// How a phrase has to stand in its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stands {
    /// At its head, with at most this many words behind it.
    Head(usize),
    /// At its end, with at most this many words before it.
    Tail(usize),
    Within,
}

/// The phrases of web sites, and the agencies.
pub struct Furniture {
    phrases: Phrases<(LineKind, Stands)>,
    agencies: Phrases<&'static str>,
}

/// The longest line, in tokens, that is looked through for phrases of a site.
const LONGEST: usize = 90;

impl Furniture {
    pub fn load(words: &mut WordTable) -> Furniture {
        let mut f = Furniture { phrases: Phrases::default(), agencies: Phrases::default() };
        for row in rows(include_str!("furniture.tsv")) {
            let [kind, stands, phrase] = columns("furniture.tsv", &row);
            let phrase = words.phrase(phrase);
            mark_first(words, &phrase);
            f.phrases.insert(phrase, (kind_of(kind, &row), stands_of(stands, &row)));
        }
        for row in more::rows(|m| &m.agencies, include_str!("agencies.tsv")) {
            let [form, name] = columns("agencies.tsv", &row);
            let phrase = words.phrase(form);
            mark_first(words, &phrase);
            f.agencies.insert(phrase, name);
        }
        f
    }

    /// What a line is by the phrases of sites in it, if it is something.
    pub fn line(&self, t: Tokens<'_>, line: std::ops::Range<usize>) -> Option<LineKind> {
        if line.len() > LONGEST {
            return None;
        }
        line.clone().find_map(|i| {
            let marks_begin_it = i == line.start && !t.all[i].is_word();
            if !marks_begin_it && !t.all[i].is(class::FURNITURE) {
                return None;
            }
            let (width, (kind, stands)) = self.phrases.longest(t.all, i)?;
            let words = |range: std::ops::Range<usize>| t.all[range].iter().filter(|t| t.is_word()).count();
            let (before, after) = (line.start..i, i + width..line.end);
            let fits = match stands {
                Stands::Within => true,
                Stands::Head(most) => before.is_empty() && words(after) <= *most,
                Stands::Tail(most) => words(after) == 0 && words(before) <= *most,
            };
            fits.then_some(*kind)
        })
    }

    /// The agency whose name begins at token `i`: how many tokens, and its usual name.
    pub fn agency(&self, t: Tokens<'_>, i: usize) -> Option<(usize, &'static str)> {
        let token = t.get(i)?;
        if !token.is(class::FURNITURE) || !token.is_capital() {
            return None;
        }
        self.agencies.longest(t.all, i).map(|(n, name)| (n, *name))
    }
}

fn mark_first(words: &mut WordTable, phrase: &[WordId]) {
    if let Some(first) = phrase.first() {
        words.mark_id(*first, class::FURNITURE);
    }
}

fn kind_of(name: &str, row: &[&str]) -> LineKind {
    match name {
        "boilerplate" => LineKind::Boilerplate,
        "links" => LineKind::Links,
        "byline" => LineKind::Byline,
        "caption" => LineKind::Caption,
        "comment" => LineKind::Comment,
        _ => unknown("furniture.tsv", row, name),
    }
}

fn stands_of(text: &str, row: &[&str]) -> Stands {
    let stands = match text.strip_prefix('-') {
        Some(before) => before.parse().map(Stands::Tail),
        None if text == "within" => Ok(Stands::Within),
        None => text.parse().map(Stands::Head),
    };
    stands.unwrap_or_else(|_| unknown("furniture.tsv", row, text))
}
