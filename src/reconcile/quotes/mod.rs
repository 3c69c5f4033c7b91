//! Versions of one utterance over all sources.

mod bridges;
mod days;
mod departures;
mod foreigners;
mod fragments;
mod gaps;
mod item;
mod label;
mod loose;
mod names;
mod parted;
mod spelling;
mod turns;
pub(super) mod unmarked;
mod utterances;
mod verdict;
pub mod version;
pub mod versions;
mod words;

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::claim::{BlockRole, QuoteForm, Short};
use crate::lexicon::word_sets;
use crate::reconcile::cluster::{Link, candidates, cluster, links};
use crate::reconcile::group::{Draft, GroupKind, Status};
use crate::reconcile::similarity::{Bag, Sort, Symbol, Symbols};
use crate::reconcile::story::Story;
use crate::reconcile::subsequence::longest_run;
use bridges::unbridged;
use days::{apart, days};
use foreigners::foreigners;
use fragments::{Tie, tie};
use item::{FRAGMENT, Item, length, names_differ, of_each_text, speaker_key};
use label::label;
use loose::{are_one, is_loose};
use names::{Name, Surnames, is_unresolved, person_of, surnames};
use parted::Parted;
use utterances::{Common, Utterances, hash};
use verdict::{Pair, UNMARKED, verdict};
use version::{LONGEST, Version};
use versions::{contains, is_sentence_of, relate, share_a_filled_sentence, share_a_sentence, share_a_swapped_sentence};
use words::Words;

word_sets! {
    /// Who says things together.
    CROWD = 0: "crowd";
}

/// The most words of a quotation that may stand in two others without making these one.
const FEW: usize = 5;
/// How many content words two speakers must share for an attribution to be wrong.
const SHARED_BY_TWO: usize = 6;
/// This many words in a row, with [`CONTENT_OF_A_PIECE`] of meaning among them, are not equal by chance.
const ONE_PIECE: usize = 6;
const CONTENT_OF_A_PIECE: usize = 3;
/// The same for two whole quotations.
const WHOLE: usize = 5;
/// The same for a whole sentence of light words.
const FEW_LIGHT: usize = 4;
/// How sure a few words are that stand in a longer quotation, if the words around them are not shared.
const WORDS_ALONE: f32 = 0.9;
/// Into how many pieces an article may break one utterance.
const PIECES: usize = 6;
/// The factor by which the likeness of two clauses counts less than that of whole quotations.
const SEGMENT: f32 = 0.72;
/// How many clauses of a quotation are looked at.
const SEGMENTS: usize = 12;
/// The least likeness of content of two wordings of one utterance by one speaker: if the speaker's words are translated, and if not.
const ONE_UTTERANCE: f32 = 0.45;
const ONE_UTTERANCE_IN_ENGLISH: f32 = 0.6;
const HALF: f32 = 0.5;
/// How sure two quotations of one speaker are that share a sentence.
const SENTENCE: f32 = 0.75;
/// The same where one has a sentence of the other with words put in.
const FILLED: f32 = 0.4;

/// The quotations of a story, ready to be compared.
struct Quotes<'a> {
    items: Vec<Item<'a>>,
    symbols: Symbols,
    utterances: Utterances<'a>,
}

/// Groups of quotations, those of a single member too.
pub fn groups(story: &Story) -> Vec<Draft> {
    let quotes = Quotes::of(story);
    let items = &quotes.items;
    let features: Vec<Vec<u64>> = items.iter().map(features).collect();
    let pairs = candidates(&features, |i| (items[i].said.words.words.len(), i));
    let links = links(pairs, |a, b| quotes.sureness(&items[a], &items[b]));
    let few = |i: usize| (length(&items[i]) <= FEW).then(|| (items[i].said.number, items[i].speaker.as_deref()));
    let own = |a: usize, b: usize| items[a].article == items[b].article;
    let mut links = unbridged(links, few, |i| items[i].said.number, own);
    let mut pieces = pieces(items, &links);
    let parted = Parted::of(&links, |i| items[i].article);
    for (link, pair) in taken_up(items, &links) {
        links.push(link);
        pieces.insert(pair);
    }
    pieces.retain(|(a, b)| !(begins(&items[*a]) && begins(&items[*b]) && parted.has(*a, *b)));
    let runs = runs(items, &links);
    let clusters = cluster(items.len(), links, |a, b| pieces.contains(&(a.min(b), a.max(b))) || quotes.fit(&items[a], &items[b]));
    let groups = with_runs(items, clusters, &runs).into_iter().map(|c| c.into_iter().map(|i| &items[i]).collect::<Vec<_>>());
    groups.filter(|g| g.iter().any(|i| !i.quote.unmarked && !is_loose(i))).map(|g| draft(story, &g)).collect()
}

/// The pairs of quotations of one article that another article has in one piece: `"We ran," she said. "Nobody came."` A quotation that is
/// only like a sentence of it may stand beside one that is part of it.
fn pieces(items: &[Item], links: &[Link]) -> FxHashSet<(usize, usize)> {
    let length = |i: usize| items[i].said.words.words.len();
    let mut parts: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    let mut filled = FxHashSet::default();
    for link in links {
        let (part, whole) = if length(link.a) < length(link.b) { (link.a, link.b) } else { (link.b, link.a) };
        parts.entry(whole).or_default().push(part);
        filled.extend((link.score <= FILLED).then_some((part, whole)));
    }
    let mut out = FxHashSet::default();
    for (whole, parts) in &mut parts {
        let shown = |part: &usize| is_piece(&items[*part], &items[*whole]) || meet_in_a_sentence(&items[*part], &items[*whole]);
        // parts that together are half as long again as the whole go on beyond it
        let hold = |of_article: &[usize]| 2 * of_article.iter().map(|p| length(*p)).sum::<usize>() <= 3 * length(*whole);
        parts.sort_unstable();
        let firm: Vec<usize> = parts.iter().copied().filter(|p| !filled.contains(&(*p, *whole))).collect();
        parts.retain(|p| firm.iter().any(|f| f.abs_diff(*p) < 2));
        let articles = parts.chunk_by(|a, b| items[*a].article == items[*b].article).filter(|p| (2..=PIECES).contains(&p.len()));
        for of_article in articles.filter(|p| hold(p) && p.iter().any(shown)) {
            out.extend(of_article.iter().enumerate().flat_map(|(n, a)| of_article[n + 1..].iter().map(move |b| (*a, *b))));
        }
    }
    out
}

/// The pairs in which the second has the first in one piece, or as a sentence in its own wording, and more besides.
fn runs(items: &[Item], links: &[Link]) -> Vec<(usize, usize)> {
    let length = |i: usize| items[i].said.words.words.len();
    let longer = |l: &Link| if length(l.a) < length(l.b) { (l.a, l.b) } else { (l.b, l.a) };
    let holds = |&(part, whole): &(usize, usize)| {
        let (x, y) = (&items[part], &items[whole]);
        FRAGMENT < length(part)
            && length(part) < length(whole)
            && x.article != y.article
            && (is_piece(x, y) || is_sentence_of(&x.said.words, &y.said.words))
    };
    links.iter().map(longer).filter(holds).collect()
}

/// A quotation that one article prints in one piece and others in parts belongs to each of these utterances: it is added to every cluster
/// of which it has a part and where its article has nothing else, up to a limit.
fn with_runs(items: &[Item], mut clusters: Vec<Vec<usize>>, runs: &[(usize, usize)]) -> Vec<Vec<usize>> {
    let mut cluster_of = vec![0; items.len()];
    for (n, members) in clusters.iter().enumerate() {
        members.iter().for_each(|m| cluster_of[*m] = n);
    }
    const MOST: usize = 24;
    let mut more: FxHashMap<usize, usize> = FxHashMap::default();
    for (part, whole) in runs {
        let (members, count) = (&mut clusters[cluster_of[*part]], more.entry(*whole).or_default());
        if *count < MOST && members.iter().all(|m| items[*m].article != items[*whole].article) {
            members.push(*whole);
            *count += 1;
        }
    }
    clusters.iter_mut().for_each(|members| members.sort_unstable());
    clusters
}

/// A quotation begins with a sentence.
fn begins(i: &Item) -> bool {
    i.quote.form == QuoteForm::Direct && i.text.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase)
}

/// Where a quotation is part of a longer one, its neighbour of the same speaker is linked with the longer one too, if it is a sentence of
/// it or has one of it except for a light word: `"Today I ran," she said. "Nobody came."` and `"Yesterday I ran. Nobody came."` With each
/// link comes the pair of one article that it joins.
fn taken_up(items: &[Item], links: &[Link]) -> Vec<(Link, (usize, usize))> {
    let beside = |part: usize, other: usize, whole: usize| {
        let (one, next) = (items.get(part)?, items.get(other)?);
        let goes_on =
            one.article == next.article && one.speaker.is_some() && one.speaker == next.speaker && next.article != items[whole].article;
        let (of_part, of_next, of_whole) = (&one.said.words, &next.said.words, &items[whole].said.words);
        // two that together are half as long again as the whole are no parts of it
        let held = 2 * (of_part.words.len() + of_next.words.len()) <= 3 * of_whole.words.len();
        let taken_up = || other > part && share_a_swapped_sentence(of_next, of_whole);
        let shared = goes_on && (held && is_sentence_of(of_next, of_whole) || taken_up());
        let pair = (part.min(other), part.max(other));
        shared.then(|| (Link { a: whole.min(other), b: whole.max(other), score: SENTENCE }, pair))
    };
    let both = |part: usize, whole: usize| [beside(part, part.wrapping_sub(1), whole), beside(part, part + 1, whole)];
    links.iter().flat_map(|l| both(l.a, l.b).into_iter().chain(both(l.b, l.a))).flatten().collect()
}

impl<'a> Quotes<'a> {
    fn of(story: &'a Story) -> Self {
        let mut quotes = Quotes { items: Vec::new(), symbols: Symbols::default(), utterances: Utterances::default() };
        let foreign = foreigners(story);
        let surnames = surnames(story);
        for member in 0..story.claims.len() {
            let item = quotes.item(story, member, &foreign, &surnames);
            quotes.items.extend(item);
        }
        let Quotes { items, symbols, .. } = &mut quotes;
        for i in items {
            i.segments.iter_mut().chain([&mut i.stems]).for_each(|bag| symbols.count(bag, i.article));
        }
        quotes
    }

    fn item(&mut self, story: &'a Story, member: usize, foreign: &FxHashSet<&str>, surnames: &Surnames) -> Option<Item<'a>> {
        let m = &story.claims[member];
        let quote = m.claim.quote.as_ref()?;
        // a title names a work, but in a headline all words may have capitals
        if quote.form == QuoteForm::Title && m.claim.block != BlockRole::Headline {
            return None;
        }
        let entity = quote.entity.as_deref().map(|e| story.entities.id(m.article, e)).map(|e| person_of(e, surnames).to_owned());
        let speaker = entity.or_else(|| quote.speaker.as_deref().map(speaker_key).filter(|s| !is_unresolved(s)));
        let said = self.utterances.of(&m.claim.text);
        let place = story.sentence_number(member);
        let mut symbols =
            |stems: &Vec<Short>| Bag::from(stems.iter().map(|s| self.symbols.add(Sort::Term, s, place)).collect::<Vec<Symbol>>());
        let segments = said.segments.iter().map(&mut symbols).filter(|s| s.len() > 1).take(SEGMENTS).collect();
        let stems = symbols(&said.stems);
        let foreign = speaker.as_deref().is_some_and(|s| foreign.contains(s));
        let (name, reckoned, sentence) = (Name::of(quote), Name::reckoned(quote), story.sentence(member));
        let (sentences, at) = (&story.lines[m.article].source.sentences[..], m.claim.sentence as usize);
        let text = m.claim.text.as_str();
        let days = days(story, member);
        let around = if quote.form == QuoteForm::Scare { Words::of(sentence) } else { Words::default() };
        let headline = m.claim.block == BlockRole::Headline;
        Some(Item {
            member,
            article: m.article,
            quote,
            around,
            days,
            headline,
            foreign,
            speaker,
            name,
            reckoned,
            sentences,
            at,
            said,
            text,
            sentence,
            stems,
            segments,
        })
    }
}

/// Runs of three words, and each content word with its speaker; a few words as they are.
fn features(i: &Item) -> Vec<u64> {
    let mut out = i.said.runs.clone();
    let words: Vec<&str> = i.said.words.words.iter().map(String::as_str).collect();
    if words.len() <= FRAGMENT {
        out.push(hash(&words));
    }
    if let Some(s) = &i.speaker {
        out.extend(i.said.stems.iter().map(|w| hash(&[s, w])));
    }
    // a few words that nobody is said to have spoken meet what has the words beside them, too
    let beside = i.around.words.windows(3).filter(|w| i.words().words.iter().any(|few| w.contains(few)));
    out.extend(beside.map(|w| hash(&[&w[0], &w[1], &w[2]])));
    out.sort_unstable();
    out.dedup();
    out
}

impl Quotes<'_> {
    /// How sure it is that two quotations are one utterance; `None` if they are not.
    fn sureness(&self, a: &Item, b: &Item) -> Option<f32> {
        if is_loose(a) || is_loose(b) {
            return are_one(a, b).then_some(WORDS_ALONE);
        }
        let common = self.utterances.common(&a.said, &b.said);
        let Common { content, aligned, .. } = common;
        match (&a.speaker, &b.speaker) {
            (Some(x), Some(y)) if x != y && names_differ(a, b) => (content >= SHARED_BY_TWO && aligned >= 0.85).then_some(aligned),
            (Some(x), Some(y)) if x != y => by_words(a, b, SHARED_BY_TWO, content, aligned),
            (Some(_), Some(_)) => sureness_of_one_speaker(&self.symbols, a, b, &common),
            _ => by_words(a, b, SHARED_BY_TWO - 1, content, aligned).or_else(|| nearly_all(a, b, &common)),
        }
    }

    /// Two quotations of one article are one utterance only when one repeats the other.
    fn fit(&self, p: &Item, q: &Item) -> bool {
        p.article != q.article || relate(&p.said.words, &q.said.words, true) <= Version::Bracketed
    }
}

fn sureness_of_one_speaker(symbols: &Symbols, a: &Item, b: &Item, common: &Common) -> Option<f32> {
    let Common { shorter, content, aligned } = *common;
    let (x, y) = (&a.said.words.words, &b.said.words.words);
    if x == y && x.len() > FRAGMENT && a.article != b.article {
        return Some(1.0);
    }
    if is_chant(a) && is_chant(b) && relate(&a.said.words, &b.said.words, false) >= Version::Wording {
        return None;
    }
    if shorter <= FRAGMENT {
        let (part, whole) = if x.len() <= y.len() { (a, b) } else { (b, a) };
        return match tie(part.told(), whole.told()) {
            Tie::Apart => None,
            Tie::Words => Some(WORDS_ALONE * aligned.max(likeness(symbols, a, b))),
            Tie::Context => Some(1.0),
        };
    }
    if content < 2 {
        // "Well, which is it?" has no content word; it counts where another article has exactly it
        let whole = a.article != b.article && (shorter >= WHOLE && is_piece(a, b) || is_whole_sentence(a, b));
        return whole.then_some(aligned);
    }
    if share_a_sentence(&a.said.words, &b.said.words) {
        return Some(aligned.max(SENTENCE));
    }
    // nearly all words are equal: then one of the two has the wrong day
    let whole = is_piece(a, b) || 4.0 * aligned * shorter as f32 >= 3.0 * x.len().max(y.len()) as f32;
    if apart(&a.days, &b.days) && !whole {
        return None;
    }
    if share_a_run(a, b) {
        return Some(aligned.max(HALF));
    }
    let filled = || a.article != b.article && share_a_filled_sentence(&a.said.words, &b.said.words);
    sureness_of_content(symbols, a, b, common).or_else(|| filled().then_some(FILLED))
}

/// The same by their content, whatever the words.
fn sureness_of_content(symbols: &Symbols, a: &Item, b: &Item, &Common { shorter, content, aligned }: &Common) -> Option<f32> {
    let of_content = |i: &Item| i.said.content.iter().filter(|c| **c).count();
    let close = aligned >= 0.75 && 2 * content >= of_content(a).min(of_content(b));
    // without a translation the order of the words must agree as well
    let foreign = a.foreign || b.foreign;
    if !close && !foreign && aligned < HALF {
        return None;
    }
    // words scattered over what somebody said are no version of it
    if !foreign && shorter >= ONE_PIECE && relate(&a.said.words, &b.said.words, false) == Version::Reworded {
        return None;
    }
    let likeness = likeness(symbols, a, b);
    let alike = likeness >= if foreign { ONE_UTTERANCE } else { ONE_UTTERANCE_IN_ENGLISH } && (foreign || aligned >= HALF);
    (close || alike).then_some(aligned.max(likeness))
}

/// What a crowd cries, which is something else each time.
fn is_chant(i: &Item) -> bool {
    let crowd = i.speaker.as_deref().and_then(|s| s.rsplit(' ').next()).is_some_and(|s| SETS.holds(s, CROWD));
    crowd || i.quote.cue.as_deref().is_some_and(|cue| cue.starts_with("chant"))
}

/// How alike their content is, as wholes or in a clause of each.
fn likeness(symbols: &Symbols, a: &Item, b: &Item) -> f32 {
    let articles = (a.article, b.article);
    let clauses = a.segments.iter().flat_map(|s| b.segments.iter().map(move |t| symbols.likeness(s, t, articles)));
    symbols.likeness(&a.stems, &b.stems, articles).max(clauses.fold(0.0, f32::max) * SEGMENT)
}

/// Whether the words alone make one utterance of two, where at most one article names the speaker: at least `least` are shared, or all of
/// the shorter in one piece, and `content` of them say something.
fn by_words(a: &Item, b: &Item, least: usize, content: usize, aligned: f32) -> Option<f32> {
    let (x, y) = (&a.said.words.words, &b.said.words.words);
    let long = a.article != b.article && x.len().min(y.len()) >= ONE_PIECE;
    let whole = || a.article != b.article && content > 0 && x.len() >= WHOLE && x == y;
    let one = content >= least && aligned >= 0.85
        || content >= CONTENT_OF_A_PIECE && long && (is_piece(a, b) || meet_in_a_sentence(a, b))
        || whole();
    one.then_some(aligned * 0.9)
}

/// One has no speaker, and nearly all of its words, which are many enough, are in the other in the same order.
fn nearly_all(a: &Item, b: &Item, &Common { shorter, content, aligned }: &Common) -> Option<f32> {
    const WORDS: f32 = 7.0;
    let told = a.article != b.article && aligned * shorter as f32 >= WORDS && aligned >= 0.85 && content >= CONTENT_OF_A_PIECE;
    let shown = told && relate(&a.said.words, &b.said.words, false) < Version::Reworded;
    shown.then_some(aligned * 0.9)
}

/// Half of the shorter one, with enough words and meaning, stands in the other in one piece. Only their beginnings are looked at, as in
/// aligning.
fn share_a_run(a: &Item, b: &Item) -> bool {
    const WORDS: usize = 4;
    const CONTENT: usize = 3;
    let start = |i: &Item| ..i.said.numbers.len().min(LONGEST);
    let met = a.article != b.article && a.said.runs.iter().take(LONGEST).any(|r| b.said.runs.iter().take(LONGEST).any(|s| r == s));
    let run = || longest_run(&a.said.numbers[start(a)], &b.said.numbers[start(b)]);
    let tells = |run: Range<usize>| {
        let content = a.said.content[run.clone()].iter().filter(|c| **c).count();
        run.len() >= WORDS && content >= CONTENT && 2 * run.len() >= length(a).min(length(b))
    };
    met && tells(run())
}

/// One is a whole sentence of the other.
fn is_whole_sentence(a: &Item, b: &Item) -> bool {
    let is_of = |part: &Item, whole: &Item| whole.said.words.sentences().any(|s| s.len() >= FEW_LIGHT && s == part.said.words.words);
    is_of(a, b) || is_of(b, a)
}

/// One has the words of the other in one piece.
fn is_piece(a: &Item, b: &Item) -> bool {
    contains(&a.said.words, &b.said.words) || contains(&b.said.words, &a.said.words)
}

/// Two articles have a sentence in common, in full or as one that the other has in its own wording.
fn meet_in_a_sentence(a: &Item, b: &Item) -> bool {
    let (x, y) = (&a.said.words, &b.said.words);
    a.article != b.article && (share_a_sentence(x, y) || is_sentence_of(x, y) || is_sentence_of(y, x))
}

fn draft(story: &Story, items: &[&Item]) -> Draft {
    let (mut verdict, decided) = verdict(items);
    if items.iter().any(|i| i.quote.unmarked) {
        verdict.explanation.push_str(UNMARKED);
    }
    let decided = decided.filter(|_| verdict.status != Status::Agree);
    let contrary = verdict.status == Status::Conflict;
    let identity = format!("{}|{}", items.iter().find_map(|i| i.speaker.as_deref()).unwrap_or("-"), key_words(items));
    Draft {
        kind: GroupKind::Quote,
        identity,
        label: label(story, items, decided.map(|(longer, shorter)| if contrary && is_a_run(longer, shorter) { shorter } else { longer })),
        values: values(story, items, decided),
        verdict,
    }
}

/// The shorter one has less than two thirds of the longer one's words, and the longer one begins differently or goes on.
fn is_a_run(longer: &Item, shorter: &Item) -> bool {
    2 * longer.said.words.words.len() > 3 * shorter.said.words.words.len()
}

/// The three longest content words that all members share: they survive small changes of the text.
fn key_words(items: &[&Item]) -> String {
    let texts = of_each_text(items);
    let Some(shortest) = texts.iter().copied().min_by_key(|i| (length(i), i.member)) else { return String::new() };
    let mut words: Vec<&str> =
        shortest.said.words.content().filter(|w| texts.iter().all(|i| i.said.words.words.iter().any(|v| v == w))).collect();
    words.sort_by_key(|w| (std::cmp::Reverse(w.len()), *w));
    words.dedup();
    words.into_iter().take(3).collect::<Vec<_>>().join(" ")
}

/// The versions in order: first the two that decided the verdict, if they differ, since all are compared with the first; a few words come
/// last.
fn values(story: &Story, items: &[&Item], decided: Option<Pair>) -> Vec<(String, Vec<usize>)> {
    let mut by_words: BTreeMap<&[String], Vec<usize>> = BTreeMap::new();
    for i in items {
        by_words.entry(&i.said.words.words).or_default().push(i.member);
    }
    let place = |words: &[String]| match decided {
        Some((a, _)) if a.said.words.words == words => 0,
        Some((_, b)) if b.said.words.words == words => 1,
        _ => 2 + usize::from(words.len() <= FRAGMENT),
    };
    let text = |members: &[usize]| story.claims[members[0]].claim.text.to_string();
    let mut out: Vec<(usize, String, Vec<usize>)> = by_words.into_iter().map(|(w, m)| (place(w), text(&m), m)).collect();
    out.sort_by(|a, b| a.0.cmp(&b.0).then(b.2.len().cmp(&a.2.len())).then(b.1.len().cmp(&a.1.len())).then_with(|| a.1.cmp(&b.1)));
    out.into_iter().map(|(_, text, members)| (text, members)).collect()
}
