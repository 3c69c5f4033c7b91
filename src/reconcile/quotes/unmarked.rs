//! Words that one article quotes and another prints without quotation marks: in transcripts, letters and statements printed whole.
//!
//! Every quotation of some length is looked for in the sentences of the other articles by runs of three words, so that the work grows with
//! the text. Light words may differ as between two versions of one quotation. What is found becomes a quote claim of its own.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::words::{Placed, is_content, placed};
use crate::claim::{BlockRole, Claim, ClaimKind, Line, Quote, QuoteForm, SourceSentence};
use crate::lexicon::word_sets::words_of;

/// This many words, with [`CONTENT`] of meaning among them, do not stand in another article by chance.
const WORDS: usize = 6;
const CONTENT: usize = 3;
/// A shorter quotation inside the sentence of another article is taken as part of the unmarked words.
const OWN: usize = 4;
/// Longer quotations are searched only by their sentences.
const LONGEST: usize = 400;
/// The most passages that share a run of three words; a run that more have is ignored.
const HOLDERS: usize = 12;

/// Adds to each line the quotations of the others that its sentences have without marks.
pub fn add(lines: &mut [Line]) {
    let sought = Sought::of(lines);
    if sought.passages.is_empty() {
        return;
    }
    let found: Vec<Vec<Claim>> = lines.iter().enumerate().map(|(l, line)| sought.claims(l, line)).collect();
    for (line, claims) in lines.iter_mut().zip(found).filter(|(_, claims)| !claims.is_empty()) {
        line.claims.extend(claims);
        line.claims.sort_by_key(|c| (c.byte_start, c.byte_end, c.kind));
    }
}

/// Words that are searched for, by their numbers.
struct Passage {
    words: Vec<u32>,
    /// The line that quotes it; none if several do.
    article: Option<usize>,
}

#[derive(Default)]
struct Sought {
    numbers: FxHashMap<String, u32>,
    passages: Vec<Passage>,
    /// For each three words in a row, the passages that have them, and where.
    runs: FxHashMap<[u32; 3], Vec<(usize, usize)>>,
}

/// The words of all sentences of an article in one list.
struct Row {
    numbers: Vec<u32>,
    places: Vec<Range<usize>>,
    /// The sentence of each.
    sentence: Vec<u32>,
    /// The word stands in a quotation.
    quoted: Vec<bool>,
}

impl Sought {
    fn of(lines: &[Line]) -> Sought {
        let mut out = Sought::default();
        for light in LIGHT.iter() {
            out.number(light);
        }
        let mut known: FxHashMap<Vec<u32>, usize> = FxHashMap::default();
        for (l, line) in lines.iter().enumerate() {
            for claim in line.claims.iter().filter(|c| is_sought(c)) {
                let mut passages = passages(&claim.text);
                passages.retain(|words| is_telling(words));
                for words in passages {
                    let numbers: Vec<u32> = words.iter().map(|w| out.number(w)).collect();
                    let at = *known.entry(numbers).or_insert_with_key(|numbers| {
                        out.passages.push(Passage { words: numbers.clone(), article: Some(l) });
                        out.passages.len() - 1
                    });
                    let passage = &mut out.passages[at];
                    passage.article = passage.article.filter(|of| *of == l);
                }
            }
        }
        out.index();
        out
    }

    fn number(&mut self, word: &str) -> u32 {
        let next = self.numbers.len() as u32 + 1;
        match self.numbers.get(word) {
            Some(number) => *number,
            None => *self.numbers.entry(word.to_owned()).or_insert(next),
        }
    }

    fn index(&mut self) {
        for (p, passage) in self.passages.iter().enumerate() {
            for (at, run) in passage.words.windows(3).enumerate() {
                let Ok(run) = <[u32; 3]>::try_from(run) else { continue };
                if !run.iter().all(|w| is_light(*w)) {
                    self.runs.entry(run).or_default().push((p, at));
                }
            }
        }
        self.runs.retain(|_, holders| holders.len() <= HOLDERS);
    }

    /// What the sentences of a line have of the passages that others quote.
    fn claims(&self, l: usize, line: &Line) -> Vec<Claim> {
        let row = self.row(line);
        let mut found: Vec<Range<usize>> = self.matches(l, &row).into_iter().flat_map(|m| by_sentence(&row, m)).collect();
        found.sort_by_key(|r| (r.start, r.end));
        found.dedup_by(|next, before| {
            let overlap = next.start < before.end;
            before.end = if overlap { before.end.max(next.end) } else { before.end };
            overlap
        });
        found.into_iter().filter(|r| r.len() >= OWN).filter_map(|r| claim(line, &row, r)).collect()
    }

    fn row(&self, line: &Line) -> Row {
        let mut row = Row { numbers: Vec::new(), places: Vec::new(), sentence: Vec::new(), quoted: Vec::new() };
        let mut quotes: Vec<Range<u32>> = line.claims.iter().filter(|c| is_quotation(c)).map(|c| c.byte_start..c.byte_end).collect();
        quotes.sort_by_key(|q| (q.start, q.end));
        let mut quotes = quotes.into_iter().peekable();
        for (i, s) in line.source.sentences.iter().enumerate().filter(|(_, s)| tells(s)) {
            for Placed { word, at } in placed(&s.text) {
                let byte = s.byte_start + at.start as u32;
                while quotes.next_if(|q| q.end <= byte).is_some() {}
                row.quoted.push(quotes.peek().is_some_and(|q| q.start <= byte));
                row.numbers.push(self.numbers.get(&word).copied().unwrap_or(0));
                row.places.push(at);
                row.sentence.push(i as u32);
            }
        }
        row
    }

    /// The stretches of a row that have the words of a passage, outside quotations.
    fn matches(&self, l: usize, row: &Row) -> Vec<Range<usize>> {
        let mut out: Vec<Range<usize>> = Vec::new();
        // behind what was found of a passage
        let mut done: FxHashMap<usize, usize> = FxHashMap::default();
        for (at, run) in row.numbers.windows(3).enumerate() {
            let holders = <[u32; 3]>::try_from(run).ok().and_then(|run| self.runs.get(&run));
            for (p, offset) in holders.into_iter().flatten().filter(|(p, _)| self.passages[*p].article != Some(l)) {
                if done.get(p).is_some_and(|end| at < *end) {
                    continue;
                }
                if let Some(found) = around(&self.passages[*p].words, *offset, &row.numbers, at)
                    && !row.quoted[found.clone()].iter().any(|q| *q)
                {
                    done.insert(*p, found.end);
                    out.push(found);
                }
            }
        }
        out
    }
}

fn is_sought(c: &Claim) -> bool {
    c.duplicate_of.is_none() && is_quotation(c)
}

/// A quotation of more than a few words.
fn is_quotation(c: &Claim) -> bool {
    let form = c.quote.as_ref().map(|q| q.form);
    matches!(form, Some(QuoteForm::Direct | QuoteForm::Fragment | QuoteForm::Pull)) && c.text.split_whitespace().nth(OWN - 1).is_some()
}

/// The words of a quotation, and of each of its sentences where it has several.
fn passages(text: &str) -> Vec<Vec<String>> {
    let whole: Vec<String> = placed(text).into_iter().map(|p| p.word).collect();
    let sentences = text.split_inclusive(['.', '?', '!', '…', ':', ';']).filter(|s| s.len() < text.len());
    let mut out: Vec<Vec<String>> = sentences.map(|s| placed(s).into_iter().map(|p| p.word).collect()).collect();
    out.extend(Some(whole).filter(|w| w.len() <= LONGEST));
    out
}

fn is_telling(words: &[String]) -> bool {
    words.len() >= WORDS && words.iter().filter(|w| is_content(w)).nth(CONTENT - 1).is_some()
}

/// Words that come and go between transcripts.
static LIGHT: LazyLock<Vec<&str>> = LazyLock::new(|| words_of("light_in_speech").collect());

/// Light words have the first numbers.
fn is_light(number: u32) -> bool {
    (1..=LIGHT.len() as u32).contains(&number)
}

/// A sentence of the article's own.
fn tells(s: &SourceSentence) -> bool {
    s.column > 0 && matches!(s.block, BlockRole::Headline | BlockRole::Crosshead | BlockRole::Body | BlockRole::Caption)
}

/// The stretch of a row that has all words of a passage, whose word `offset` and two more stand at `at` of the row.
fn around(passage: &[u32], offset: usize, row: &[u32], at: usize) -> Option<Range<usize>> {
    let most = 1 + passage.len() / 10;
    let (behind, lost) = follow(passage[offset..].iter(), row[at..].iter(), most)?;
    let (before, also) = follow(passage[..offset].iter().rev(), row[..at].iter().rev(), most)?;
    (lost + also <= most).then(|| at - before..at + behind)
}

/// How many words of a row match a passage from where both begin, and how many light words differ; none if other words differ, or more than
/// `most`.
fn follow<'w>(passage: impl Iterator<Item = &'w u32>, row: impl Iterator<Item = &'w u32>, most: usize) -> Option<(usize, usize)> {
    let (mut passage, mut row) = (passage.peekable(), row.peekable());
    let (mut end, mut differ) = (0, 0);
    while let Some(word) = passage.next() {
        if row.next_if_eq(&word).is_some() {
            end += 1;
            continue;
        }
        differ += 1;
        let (next, other) = (passage.peek().copied(), row.peek().copied().copied().filter(|o| is_light(*o)));
        if differ > most {
            return None;
        } else if is_light(*word) && (next.is_none() || row.peek() == next.as_ref()) {
            // one word more in the passage
        } else if other.is_some() {
            row.next();
            end += 1;
            if row.next_if_eq(&word).is_some() {
                end += 1;
            } else if !is_light(*word) || next.is_some() && row.peek() != next.as_ref() {
                return None;
            }
        } else {
            return None;
        }
    }
    Some((end, differ))
}

/// The parts of a stretch that lie in one sentence each.
fn by_sentence(row: &Row, stretch: Range<usize>) -> Vec<Range<usize>> {
    let mut start = stretch.start;
    let parts = row.sentence[stretch].chunk_by(|a, b| a == b);
    parts
        .map(|part| {
            start += part.len();
            start - part.len()..start
        })
        .collect()
}

/// The claim of some words of one sentence.
fn claim(line: &Line, row: &Row, words: Range<usize>) -> Option<Claim> {
    let number = *row.sentence.get(words.start)?;
    let s = line.source.sentences.get(number as usize)?;
    let whole = |edge: Option<usize>| edge.and_then(|i| row.sentence.get(i)) != Some(&number);
    let (opens, ends) = (whole(words.start.checked_sub(1)), whole(Some(words.end)));
    let start = row.places[words.start].start;
    let end = if ends { s.text.trim_end().len() } else { row.places[words.end - 1].end };
    let form = if opens && ends { QuoteForm::Direct } else { QuoteForm::Fragment };
    let quote = Quote { speaker: None, entity: None, form, cue: None, relayed_by: None, unmarked: true };
    Some(Claim { quote: Some(Box::new(quote)), ..line.source.claim_at(ClaimKind::Quote, number, start..end)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{article, extract};

    /// What is found in `other` of what `quoting` quotes; the places are checked on the way.
    fn found(quoting: &str, other: &str) -> Vec<String> {
        let line = |name: &str, text: &str| {
            let read = article::read(text.as_bytes().to_vec(), name, name).remove(0).expect("text is an article");
            let found = extract::extract(&read, None);
            Line { source: found.source, claims: found.claims, ..Line::default() }
        };
        let mut lines = [line("one.txt", quoting), line("two.txt", other)];
        add(&mut lines);
        let unmarked = lines[1].claims.iter().filter(|c| c.quote.as_ref().is_some_and(|q| q.unmarked));
        unmarked
            .map(|c| {
                assert_eq!(other.get(c.byte_start as usize..c.byte_end as usize), Some(&*c.text));
                let behind: String = other.chars().skip(c.start as usize).take((c.end - c.start) as usize).collect();
                let column = other.lines().nth(c.line as usize - 1).map(|l| l.chars().skip(c.column as usize - 1).collect::<String>());
                assert!(behind == *c.text && column.is_some_and(|l| l.starts_with(c.text.lines().next().unwrap_or_default())));
                c.text.to_string()
            })
            .collect()
    }

    #[test]
    fn words_without_marks_are_found_sentence_by_sentence() {
        let quoting =
            "Fire at the mill\n\n“We have never seen a blaze of this kind. The old mill was the heart of Ëlmsford,” the mayor said.";
        let statement =
            "The statement\n\nŸes. We have never seen a blaze of this kind. And the old mill was the heart of Ëlmsford. Thank you.";
        assert_eq!(found(quoting, statement), ["We have never seen a blaze of this kind.", "And the old mill was the heart of Ëlmsford."]);
        let told =
            "Mill burns\n\nThe mayor said they had never seen a blaze of this kind and that the old mill was the very heart of Ëlmsford.";
        assert_eq!(found(quoting, told), ["the old mill was the very heart of Ëlmsford."]);
    }

    #[test]
    fn other_words_and_quotations_are_left_alone() {
        let quoting = "Fire at the mill\n\n“The old mill was the heart of Elmsford,” the mayor said.";
        for other in [
            "Mill burns\n\nThe old mill was the pride of Elmsford.",
            "Mill burns\n\nThe old mill was never the heart of Elmsford.",
            "Mill burns\n\nShe said: “The old mill was the heart of Elmsford.”",
            "Mill burns\n\nThe old mill was the heart.",
        ] {
            assert_eq!(found(quoting, other), [""; 0], "{other}");
        }
        assert_eq!(found("A bell\n\n“It was the end of it all,” he said.", "Bells\n\nIt was the end of it all."), [""; 0]);
    }
}
