//! Passages that a file prints twice: a body repeated, a lede made of sentences of the body, a sentence set apart as a pull quote.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::words::{WordList, winnow};
use super::{ArticleNote, Block, Sentence, bears_claims};
use crate::claim::BlockRole;
use crate::lexicon::class;
use crate::text::{Span, Tokens};

/// A passage of this many words is sure to be seen when it comes again.
const LEAST: usize = 8;
const WINDOW: usize = LEAST + 1 - super::words::RUN;
/// How many percent of its words must be repeated for a block to be a repetition.
const SHARE: usize = 80;
/// The longest pull quote, in words.
const PULL_WORDS: usize = 70;

/// Gives blocks that repeat others their role and the byte where the text that they repeat begins; whether blocks were split for that.
pub fn mark(t: Tokens<'_>, words: &WordList, blocks: &mut Vec<Block>, sentences: &[Sentence], notes: &mut Vec<ArticleNote>) -> bool {
    if blocks.iter().filter(|b| bears_claims(b.role)).count() < 2 {
        return false;
    }
    let mut m = Marker::new(t, words, blocks);
    m.find_copies();
    m.find_equal_blocks();
    if m.copies.is_empty() {
        return false;
    }
    m.summaries();
    m.repetitions();
    let Marker { verdicts, .. } = m;
    apply(t, words, blocks, sentences, verdicts, notes)
}

/// Words `at..at + len` are also the words `of..of + len`.
#[derive(Clone, Copy, Debug)]
struct Copy {
    at: usize,
    of: usize,
    len: usize,
}

/// What a block is found to repeat: its role, and from which copy each of its words was taken.
struct Verdict {
    block: usize,
    role: BlockRole,
    copies: Vec<Copy>,
}

struct Marker<'a> {
    t: Tokens<'a>,
    words: &'a WordList,
    blocks: &'a [Block],
    /// The words of each block.
    ranges: Vec<Range<usize>>,
    /// Later passage and earlier passage, in order of the later one.
    copies: Vec<Copy>,
    verdicts: Vec<Verdict>,
}

impl<'a> Marker<'a> {
    fn new(t: Tokens<'a>, words: &'a WordList, blocks: &'a [Block]) -> Self {
        let ranges = blocks.iter().map(|b| words.of(b.tokens.clone())).collect();
        Marker { t, words, blocks, ranges, copies: Vec::new(), verdicts: Vec::new() }
    }

    fn block_of(&self, word: usize) -> usize {
        self.ranges.partition_point(|r| r.end <= word)
    }

    /// All passages that come again in a later block, by sampled runs that are widened to both sides.
    fn find_copies(&mut self) {
        let mut first: FxHashMap<u32, u32> = FxHashMap::with_capacity_and_hasher(self.words.hashes.len() / 2, Default::default());
        let mut copies = Vec::new();
        for (index, range) in self.ranges.iter().enumerate().filter(|(i, _)| bears_claims(self.blocks[*i].role)) {
            let mut done = range.start;
            winnow::<WINDOW>(self.words.runs(range.clone()), |k, hash| {
                let at = range.start + k;
                let first_told = |of: &u32| !self.is_caption(self.block_of(*of as usize)) || self.is_caption(index);
                match first.get(&hash).filter(|of| first_told(of)) {
                    Some(&of) if at >= done && self.block_of(of as usize) != index => {
                        let copy = self.widen(of as usize, at, done, range.end);
                        if copy.len >= LEAST {
                            done = copy.at + copy.len;
                            copies.push(copy);
                        }
                    }
                    Some(_) => {}
                    None => {
                        first.insert(hash, at as u32);
                    }
                }
            });
        }
        self.copies = copies;
    }

    /// A caption may repeat a paragraph, but no paragraph repeats a caption, wherever the picture stands.
    fn is_caption(&self, block: usize) -> bool {
        self.blocks[block].role == BlockRole::Caption
    }

    /// The whole passage around the word `at` that equals that around `of`, inside both blocks and between `low` and `high`.
    fn widen(&self, of: usize, at: usize, low: usize, high: usize) -> Copy {
        let h = &self.words.hashes;
        let source = &self.ranges[self.block_of(of)];
        let before = (1..=(at - low).min(of - source.start)).take_while(|k| h[at - k] == h[of - k]).count();
        let after = (0..(high - at).min(source.end - of)).take_while(|k| h[at + k] == h[of + k]).count();
        Copy { at: at - before, of: of - before, len: before + after }
    }

    /// Short blocks that equal an earlier one as a whole: titles, and paragraphs in a row of which another is repeated too.
    fn find_equal_blocks(&mut self) {
        let mut first: FxHashMap<&[u32], usize> = FxHashMap::default();
        for (index, range) in self.ranges.iter().enumerate() {
            if !(3..LEAST).contains(&range.len()) || !bears_claims(self.blocks[index].role) {
                continue;
            }
            let earlier = *first.entry(&self.words.hashes[range.clone()]).or_insert(index);
            if earlier < index && (self.blocks[index].role != BlockRole::Body || self.equal_beside(earlier, index)) {
                self.copies.push(Copy { at: range.start, of: self.ranges[earlier].start, len: range.len() });
            }
        }
        self.copies.sort_by_key(|c| c.at);
    }

    /// The blocks before or behind two equal ones are equal as well.
    fn equal_beside(&self, a: usize, b: usize) -> bool {
        let words = |block: usize| self.ranges.get(block).map(|r| &self.words.hashes[r.clone()]).filter(|w| !w.is_empty());
        let same = |a: usize, b: usize| words(a).is_some() && words(a) == words(b);
        (a > 0 && same(a - 1, b - 1)) || same(a + 1, b + 1)
    }

    /// Blocks whose words come again in two or more later blocks: a lede put together from the body.
    fn summaries(&mut self) {
        let mut by_source: FxHashMap<usize, Vec<Copy>> = FxHashMap::default();
        for c in &self.copies {
            by_source.entry(self.block_of(c.of)).or_default().push(Copy { at: c.of, of: c.at, len: c.len });
        }
        let mut found: Vec<Verdict> = Vec::new();
        for (block, copies) in by_source {
            let by_target = copies.chunk_by(|a, b| self.block_of(a.of) == self.block_of(b.of));
            let targets: Vec<&[Copy]> = by_target.filter(|c| !self.is_caption(self.block_of(c[0].of))).collect();
            // what comes again as a whole is the first of several copies
            let put_together = !targets.iter().any(|from_one| self.covers(block, from_one));
            if targets.len() >= 2 && put_together && self.covers(block, &copies) {
                found.push(Verdict { block, role: BlockRole::Duplicate, copies });
            }
        }
        found.sort_by_key(|v| v.block);
        let sources: Vec<usize> = found.iter().map(|v| v.block).collect();
        let kept: Vec<Copy> = self.copies.iter().copied().filter(|c| sources.binary_search(&self.block_of(c.of)).is_err()).collect();
        self.copies = kept;
        self.verdicts = found;
    }

    /// Most words of the block are in one of the passages.
    fn covers(&self, block: usize, copies: &[Copy]) -> bool {
        let mut spans: Vec<Range<usize>> = copies.iter().map(|c| c.at..c.at + c.len).collect();
        spans.sort_by_key(|s| s.start);
        let (mut covered, mut end) = (0, 0);
        for s in spans {
            covered += s.end.saturating_sub(s.start.max(end));
            end = end.max(s.end);
        }
        covered * 100 >= self.ranges[block].len() * SHARE
    }

    /// A word outside of the passages is a number or a name that their sources do not have: a like sentence about another thing.
    fn tells_more(&self, block: usize, copies: &[Copy]) -> bool {
        let copied = |word: usize| copies.iter().any(|c| (c.at..c.at + c.len).contains(&word));
        let known = |word: usize| {
            let hash = self.words.hashes[word];
            copies.iter().any(|c| self.words.hashes[self.ranges[self.block_of(c.of)].clone()].contains(&hash))
        };
        self.ranges[block].clone().any(|word| self.is_specific(word) && !copied(word) && !known(word))
    }

    /// A number, or a word with a capital that it does not have for beginning a sentence.
    fn is_specific(&self, word: usize) -> bool {
        let at = self.words.tokens[word] as usize;
        let (token, inside) = (&self.t.all[at], at.checked_sub(1).is_some_and(|b| self.t.all[b].is_word()));
        token.is_number() || (token.is_capital() && (inside || !token.is(class::COMMON)))
    }

    /// Blocks that repeat an earlier one.
    fn repetitions(&mut self) {
        let mut i = 0;
        while i < self.copies.len() {
            let block = self.block_of(self.copies[i].at);
            let count = self.copies[i..].iter().take_while(|c| self.block_of(c.at) == block).count();
            let copies = self.copies[i..i + count].to_vec();
            i += count;
            if self.covers(block, &copies) && !self.tells_more(block, &copies) {
                self.verdicts.push(Verdict { block, role: self.role_of_repetition(block, &copies), copies });
            }
        }
        self.verdicts.sort_by_key(|v| v.block);
    }

    /// A short passage out of a longer paragraph is a pull quote; a paragraph printed again is a duplicate.
    fn role_of_repetition(&self, block: usize, copies: &[Copy]) -> BlockRole {
        let own = self.ranges[block].len();
        let source = self.ranges[self.block_of(copies[0].of)].len();
        let quoted = self.t.all[self.blocks[block].tokens.start].punct().is_some_and(|c| matches!(c, '"' | '“' | '«' | '‘'));
        let pull = own <= PULL_WORDS && source > own + own / 4 && (quoted || source > own * 2);
        if pull { BlockRole::PullQuote } else { BlockRole::Duplicate }
    }
}

/// Writes the verdicts into the blocks. A duplicate whose sentences come from several places is split into one block a sentence.
fn apply(
    t: Tokens<'_>,
    words: &WordList,
    blocks: &mut Vec<Block>,
    sentences: &[Sentence],
    verdicts: Vec<Verdict>,
    notes: &mut Vec<ArticleNote>,
) -> bool {
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut verdicts = verdicts.into_iter().peekable();
    let (mut split, mut noted): (bool, Option<Span>) = (false, None);
    let mut pulled_from = None;
    for (i, mut block) in std::mem::take(blocks).into_iter().enumerate() {
        let Some(v) = verdicts.next_if(|v| v.block == i) else {
            if pulled_from == Some(i.wrapping_sub(1)) && is_name(t, &block) {
                block.role = BlockRole::PullQuote;
            }
            out.push(block);
            continue;
        };
        if v.role == BlockRole::PullQuote {
            pulled_from = Some(i);
        } else {
            noted = Some(noted.map_or(block.span, |n| n.to(block.span)));
        }
        block.role = v.role;
        let own = sentences.partition_point(|s| s.block < i)..sentences.partition_point(|s| s.block <= i);
        let pieces = pieces(t, words, &block, &sentences[own], &v.copies);
        split |= pieces.len() > 1;
        out.extend(pieces);
    }
    *blocks = out;
    notes.extend(noted.map(|span| ArticleNote {
        code: "duplicated_block".into(),
        message: "the file prints a passage twice; the repetition is not counted".to_owned(),
        span: Some(span),
    }));
    split
}

/// The block, split at sentences that repeat another place than the one before.
fn pieces(t: Tokens<'_>, words: &WordList, block: &Block, sentences: &[Sentence], copies: &[Copy]) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    let mut distance = None;
    for s in sentences {
        let range = words.of(s.tokens.clone());
        let copy = copies
            .iter()
            .filter(|c| c.at < range.end && range.start < c.at + c.len)
            .max_by_key(|c| (c.at + c.len).min(range.end) - c.at.max(range.start));
        let new = copy.map(|c| c.of as i64 - c.at as i64);
        match out.last_mut() {
            Some(last) if new == distance || new.is_none() => {
                last.tokens.end = s.tokens.end;
                last.span.end = s.span.end;
            }
            _ => {
                let first = copy.map(|c| first_copied(t, words, c, range.start));
                out.push(Block { role: block.role, span: s.span, tokens: s.tokens.clone(), repeats: first });
            }
        }
        distance = new.or(distance);
    }
    if out.is_empty() { vec![block.clone()] } else { out }
}

/// The byte of the word that the word `at` (or the first copied one behind it) repeats.
fn first_copied(t: Tokens<'_>, words: &WordList, copy: &Copy, at: usize) -> u32 {
    let word = copy.of + at.saturating_sub(copy.at);
    words.tokens.get(word).and_then(|i| t.get(*i as usize)).map_or(0, |t| t.start)
}

/// The name that stands below a pull quote.
fn is_name(t: Tokens<'_>, block: &Block) -> bool {
    let tokens = &t.all[block.tokens.clone()];
    tokens.len() <= 5 && tokens.iter().all(|t| t.is_capital() || !t.is_word())
}
