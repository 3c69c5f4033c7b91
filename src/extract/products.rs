//! Which product or model the text names where a figure stands: the `Marlin Air` of `The Marlin Air weighs 2 pounds. It costs $999.`
//!
//! There is no table of products. Capital words that stand together and name no person, place or body are taken for one; a price or measure
//! is of the last one named before it, unless one follows with `for` or two were named together.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Context;
use super::mention::{Mentions, NameMention};
use crate::claim::{BlockRole, Short};
use crate::lexicon::class;
use crate::text::{Token, form};
use crate::value::Dimension;

/// The most and the fewest words of a name.
const LONGEST: usize = 5;
const SHORTEST: usize = 2;
/// A shorter name ends in an `s` of its own.
const LETTERS: usize = 6;
/// Tokens of the head of a sentence.
const OPENING: usize = 5;
/// Tokens from a figure to the product that follows it with `for`.
const FOLLOWS: usize = 6;

/// The products of an article, in order of the text.
pub struct Products {
    named: Vec<Named>,
}

struct Named {
    tokens: Range<usize>,
    /// `None` where two are named together.
    name: Option<Short>,
}

impl Products {
    /// All that the article names; nothing where it has no figures.
    pub fn of(cx: &Context, found: &Mentions) -> Products {
        let mut out = Products { named: Vec::new() };
        if !found.figures.iter().any(|f| is_of_products(f.quantity.dimension)) {
            return out;
        }
        let finder = Finder { cx, names: &found.names };
        let runs = finder.runs();
        if !runs.iter().any(|run| run.leads) {
            return out;
        }
        let singles = finder.singles();
        let known = finder.known(&runs, &singles);
        for run in runs.into_iter().filter(|run| !finder.is_compared(run.tokens.start)) {
            let name = finder.name(&run.tokens);
            if known.contains(&name) {
                out.add(&finder, run.tokens, name);
            }
        }
        out.named.extend(finder.alone(&singles, &by_last_word(&known)));
        out.named.sort_by_key(|n| n.tokens.start);
        out
    }

    fn add(&mut self, finder: &Finder, tokens: Range<usize>, name: Short) {
        let last = self.named.last_mut().filter(|last| finder.are_named_together(last.tokens.end..tokens.start));
        let together = last.is_some_and(|last| {
            last.name = last.name.take().filter(|first| *first == name);
            last.name.is_none()
        });
        self.named.push(Named { tokens, name: Some(name).filter(|_| !together) });
    }

    /// The product that a figure of this dimension is of.
    pub fn at(&self, cx: &Context, figure: &Range<usize>, dimension: Dimension) -> Option<Short> {
        if !is_of_products(dimension) {
            return None;
        }
        let next = self.named.partition_point(|n| n.tokens.start < figure.end);
        let follows = self.named.get(next).filter(|n| {
            let between = figure.end..n.tokens.start;
            let open = |i: usize| cx.tokens.all[i].punct().is_some_and(|c| c != '-');
            between.len() <= FOLLOWS && between.clone().any(|i| cx.tokens.is(i, "for")) && !between.clone().any(open)
        });
        let inside = next.checked_sub(1).map(|i| &self.named[i]);
        follows.or(inside)?.name.clone()
    }
}

/// What products have: a price, a size, a capacity.
fn is_of_products(dimension: Dimension) -> bool {
    use Dimension::*;
    matches!(dimension, Money | Length | Area | Volume | Mass | Speed | Duration | Energy | Power | Pressure | Data | Rate | Other | Count)
}

/// The names by their last word; `None` for a word in which several end.
fn by_last_word(known: &FxHashSet<Short>) -> FxHashMap<Short, Option<Short>> {
    let mut out: FxHashMap<Short, Option<Short>> = FxHashMap::default();
    for name in known {
        let last = name.rsplit(' ').next().unwrap_or(name);
        out.entry(last.into()).and_modify(|one| *one = None).or_insert_with(|| Some(name.clone()));
    }
    out
}

/// Capital words that stand together.
struct Run {
    tokens: Range<usize>,
    /// In a sentence that sets all words in capitals.
    shouted: bool,
    /// In the headline or near the head of a sentence, where its topic stands.
    leads: bool,
}

struct Finder<'a> {
    cx: &'a Context<'a>,
    names: &'a [NameMention],
}

impl Finder<'_> {
    fn runs(&self) -> Vec<Run> {
        let mut out = Vec::new();
        for sentence in &self.cx.article.sentences {
            let shouted = self.is_title_case(&sentence.tokens);
            let headline = self.cx.article.blocks.get(sentence.block).is_some_and(|b| b.role == BlockRole::Headline);
            let mut at = sentence.tokens.start;
            while at < sentence.tokens.end {
                let end = self.run_end(at, sentence.tokens.end);
                if end > at {
                    let start = at + usize::from(at == sentence.tokens.start && self.is_ordinary(at));
                    let tokens = start..end;
                    if self.is_product(&tokens) {
                        out.push(Run { leads: headline || self.opens(sentence.tokens.start..start), tokens, shouted });
                    }
                }
                at = end.max(at + 1);
            }
        }
        out
    }

    /// Only what may describe it stands before it in its sentence: `The new`, `Marlin's cheaper`; no verb and no number.
    fn opens(&self, before: Range<usize>) -> bool {
        let ends = class::VERB | class::AUXILIARY | class::CUE | class::TENSE | class::NUMBER | class::CONJUNCTION | class::RELATIVE;
        let passed =
            |i: usize| !self.cx.tokens.all[i].is(ends) && self.cx.tokens.all[i].punct().is_none_or(|c| matches!(c, '"' | '“' | '-'));
        before.len() < OPENING && before.into_iter().all(passed)
    }

    /// Behind the capital words and numbers that begin with the word at token `at`.
    fn run_end(&self, at: usize, limit: usize) -> usize {
        let mut end = at;
        while end < limit {
            let t = &self.cx.tokens.all[end];
            let hyphen = end > at
                && t.glued()
                && t.is_punct('-')
                && self.cx.tokens.get(end + 1).is_some_and(|n| n.glued() && (n.is_number() || self.has_capital(end + 1)));
            let number = end > at && t.is_number() && !self.cx.tokens.str(end).contains([',', '.']);
            if !(hyphen || number || self.is_capital(end)) || end > at && t.has(form::LINE) {
                break;
            }
            end += 1;
        }
        end
    }

    fn has_capital(&self, at: usize) -> bool {
        self.cx.tokens.str(at).bytes().any(|b| b.is_ascii_uppercase())
    }

    /// A word with a capital that may stand in the name of a product.
    fn is_capital(&self, at: usize) -> bool {
        let outside = class::MONTH | class::WEEKDAY | class::FUNCTION | class::NUMBER | class::DEMONYM | class::CURRENCY;
        let t = &self.cx.tokens.all[at];
        t.is_word() && !t.is(outside) && self.has_capital(at)
    }

    /// At the head of a sentence a word has its capital from there.
    fn is_ordinary(&self, at: usize) -> bool {
        let t = &self.cx.tokens.all[at];
        t.is(class::COMMON) && !self.cx.tokens.str(at).bytes().skip(1).any(|b| b.is_ascii_uppercase())
    }

    /// Long enough, and no person, place or body.
    fn is_product(&self, tokens: &Range<usize>) -> bool {
        let words = tokens.clone().filter(|i| !self.cx.tokens.all[*i].is_punct('-')).count();
        let from = self.names.partition_point(|n| n.tokens.end <= tokens.start);
        let named = self.names.get(from).is_some_and(|n| n.tokens.start < tokens.end && n.tokens.end == tokens.end);
        (SHORTEST..=LONGEST).contains(&words) && !named && self.has_capital(tokens.start)
    }

    fn name(&self, tokens: &Range<usize>) -> Short {
        let words: Vec<String> =
            tokens.clone().filter(|i| !self.cx.tokens.all[*i].is_punct('-')).map(|i| self.cx.tokens.str(i).to_lowercase()).collect();
        let all = words.join(" ");
        // "the Novabook Pros"
        match all.strip_suffix('s') {
            Some(one) if all.len() > LETTERS && !one.ends_with(['s', 'u', 'i']) => one.into(),
            _ => all.into(),
        }
    }

    /// The names that the article has more than once, or that look like one (`Novabook Air`, `Model 3`), and that it says something of: no
    /// part in a list. What only a headline has may be anything.
    fn known(&self, runs: &[Run], singles: &[usize]) -> FxHashSet<Short> {
        let plain: FxHashSet<Short> = runs.iter().filter(|run| !run.shouted).map(|run| self.name(&run.tokens)).collect();
        let mut times: FxHashMap<Short, u32> = FxHashMap::default();
        let short = self.alone(singles, &by_last_word(&plain)).into_iter().filter_map(|n| n.name);
        short.chain(runs.iter().map(|run| self.name(&run.tokens))).for_each(|name| *times.entry(name).or_default() += 1);
        let telling = |run: &Run| !run.shouted && run.tokens.clone().any(|i| self.is_telling(i));
        let leading = runs.iter().filter(|run| run.leads).map(|run| self.name(&run.tokens));
        let telling: FxHashSet<Short> = runs.iter().filter(|run| telling(run)).map(|run| self.name(&run.tokens)).collect();
        leading.filter(|name| plain.contains(name) && (times[name] > 1 || telling.contains(name))).collect()
    }

    /// A number, a letter or a capital inside a word: no other name looks like it.
    fn is_telling(&self, at: usize) -> bool {
        let text = self.cx.tokens.str(at);
        let small = text.bytes().any(|b| b.is_ascii_lowercase());
        let letter = text.len() == 1 && at > 0 && !self.cx.tokens.all[at].glued();
        self.cx.tokens.all[at].is_number() || letter || small && text.bytes().skip(1).any(|b| b.is_ascii_uppercase())
    }

    /// Single words with a capital that an article or the like leads: `The Air starts at`, `the new Pro`.
    fn singles(&self) -> Vec<usize> {
        let tokens = self.cx.tokens;
        let led = |i: usize| {
            i > 0 && (tokens.all[i - 1].is(class::FUNCTION) || tokens.is_any(i - 1, &["new", "latest", "cheaper", "larger", "smaller"]))
        };
        let ends = |i: usize| !tokens.get(i + 1).is_some_and(|t| t.is_capital() || t.is_number());
        (0..tokens.len()).filter(|i| self.is_capital(*i) && led(*i) && ends(*i) && !tokens.all[*i].has(form::LINE)).collect()
    }

    /// Those of the single words that are the last ones of names.
    fn alone(&self, singles: &[usize], last: &FxHashMap<Short, Option<Short>>) -> Vec<Named> {
        let name = |i: usize| last.get(self.cx.tokens.str(i).to_lowercase().as_str()).cloned();
        singles.iter().filter_map(|&i| Some(Named { tokens: i..i + 1, name: name(i)? })).collect()
    }

    /// Another product is compared with it: `thinner than the last Novabook Pro`, `as thin as a Novabook Air`.
    fn is_compared(&self, at: usize) -> bool {
        const REACH: usize = 4;
        let near = (at.saturating_sub(REACH)..at).rev();
        let mut near = near.take_while(|i| self.cx.tokens.all[*i].is_word() && !self.cx.tokens.all[*i].is(class::VERB | class::AUXILIARY));
        near.any(|i| self.cx.tokens.is_any(i, &["as", "like", "than", "unlike", "replaces", "versus"]))
    }

    /// Nothing but `and`, `or`, a comma and articles stands between two.
    fn are_named_together(&self, gap: Range<usize>) -> bool {
        let joins =
            |i: usize| self.cx.tokens.is_any(i, &["and", "or", "the", "a", "new", "its", "both"]) || self.cx.tokens.all[i].is_punct(',');
        !gap.is_empty() && gap.len() <= SHORTEST + 1 && gap.into_iter().all(joins)
    }

    fn is_title_case(&self, sentence: &Range<usize>) -> bool {
        const SMALL_WORDS: usize = 4;
        let long = |t: &&Token| t.is_word() && t.end - t.start > 3;
        let words = self.cx.tokens.all[sentence.clone()].iter().filter(long);
        let (all, capital) = words.fold((0, 0), |(all, capital), t| (all + 1, capital + usize::from(t.is_capital())));
        all > 1 && all == capital || all > 3 && (all - capital) * SMALL_WORDS <= all
    }
}
