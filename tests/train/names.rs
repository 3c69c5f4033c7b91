//! Learns the weights of the model for names: a semi-Markov conditional random field over the lattices of the program itself, by
//! stochastic gradient steps (AdaGrad), with a Gaussian prior around the weights set by hand (prior.tsv).
//!
//!     corpora.py FOLDER > train.jsonl; cargo run --release --example train_names train.jsonl weights.tsv word_weights.tsv --epochs 5
//!
//! The same corpora give the same weights.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use claimdiff::article::{Article, json};
use claimdiff::extract::Context;
use claimdiff::extract::names::learn::{Candidate, Lattice, lattices};
use claimdiff::extract::names::weights::{GROUPS, LABELS, SLOTS, WIDTH, Weights};
use claimdiff::lexicon::{class, lexicon};
use claimdiff::text::PUNCT;
use serde::Deserialize;

const FEATURES: usize = GROUPS.len() * 64;
/// Weights are whole numbers, so many to one unit of log odds.
const SCALE: f64 = 100.0;

type Table = Vec<[f64; 6]>;

/// Numbers of the features of words, which come after the others.
#[derive(Default)]
struct WordFeatures {
    numbers: BTreeMap<(u8, u32), usize>,
}

/// A word must be seen so often in its slot.
const OFTEN: u32 = 4;

#[derive(Deserialize)]
struct Row {
    id: String,
    source: String,
    text: String,
    gold: Vec<Gold>,
}

#[derive(Deserialize)]
struct Gold {
    start: usize,
    end: usize,
    kind: String,
}

struct Document {
    article: Article,
    /// Tokens and label.
    gold: Vec<(std::ops::Range<usize>, usize)>,
    weight: f64,
}

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let get = |name: &str, default: f64| args.iter().position(|a| a == name).map_or(default, |i| args[i + 1].parse().unwrap());
    let (epochs, rate, prior) = (get("--epochs", 12.0) as usize, get("--rate", 0.1), get("--prior", 0.02));
    let text = std::fs::read_to_string(&args[1]).expect("the corpus");
    let documents: Vec<Document> = text.lines().filter_map(document).collect();
    let hand: Table = Weights::read(include_str!("prior.tsv"), "")
        .features
        .iter()
        .map(|row| std::array::from_fn(|l| row[l] as f64 * get("--hand", 0.25)))
        .collect();
    let words = WordFeatures::of(&documents);
    let mut hand = hand;
    hand.resize(FEATURES + words.numbers.len(), [0.0; 6]);
    let mut table = hand.clone();
    let mut squares = vec![[1e-8; 6]; table.len()];
    let mut order: Vec<usize> = (0..documents.len()).collect();
    let mut seed = 1u64;
    for epoch in 0..epochs {
        shuffle(&mut order, &mut seed);
        let fixed = quantised(&table, &words);
        let mut loss = 0.0;
        let mut skipped = 0;
        let mut seen = 0;
        for &d in &order {
            let doc = &documents[d];
            let cx = context(&doc.article);
            for (memory, share) in [(None, 0.5), (Some(&fixed), 1.0)] {
                for lattice in lattices(&cx, memory) {
                    let Some(path) = path(&lattice, &doc.gold) else {
                        skipped += 1;
                        continue;
                    };
                    seen += 1;
                    loss += step(&lattice, &path, doc.weight * share, &mut table, &mut squares, &hand, &words, rate, prior);
                }
            }
        }
        eprintln!("epoch {epoch}: loss {:.4} of {seen} runs, {skipped} skipped", loss / seen as f64);
    }
    let learned = quantised(&table, &words);
    std::fs::write(&args[2], written(&learned)).expect("writing the weights");
    std::fs::write(&args[3], written_words(&learned)).expect("writing the weights of words");
}

fn context(article: &Article) -> Context<'_> {
    Context { article, tokens: article.tokens(), lexicon: lexicon(), published: None }
}

fn document(line: &str) -> Option<Document> {
    let row: Row = serde_json::from_str(line).ok()?;
    let weight = match row.source.as_str() {
        "docred_dev" | "docred_test" | "wikigold" | "btc_g" => 1.0,
        "crossner_politics" | "btc_e" | "btc_f" => 0.5,
        _ => return None,
    };
    let object = serde_json::json!({"text": row.text, "id": row.id}).to_string();
    let article = json::read(&object, "", "").ok()?;
    let bytes: Vec<usize> = row.text.char_indices().map(|(i, _)| i).chain([row.text.len()]).collect();
    let tokens = article.tokens();
    let mut gold = Vec::new();
    for g in &row.gold {
        let label = ["none", "person", "place", "org", "people", "other"].iter().position(|k| *k == g.kind)?;
        let (start, end) = (bytes[g.start] as u32, bytes[g.end] as u32);
        let mut range = tokens.at(start)..tokens.at(end);
        while range.len() > 1 && !tokens.all[range.start].is_capital() && !tokens.all[range.start].is(class::PARTICLE) {
            range.start += 1;
        }
        while label == 1 && range.len() > 1 && tokens.all[range.start].is(class::TITLE) {
            range.start += 1 + tokens.all[range.start + 1].is_punct('.') as usize;
        }
        if !range.is_empty() {
            gold.push((range, label));
        }
    }
    Some(Document { article, gold, weight })
}

/// The candidates (with labels) that the gold standard chooses; none where its ends are not those of units.
fn path(lattice: &Lattice, gold: &[(std::ops::Range<usize>, usize)]) -> Option<Vec<(usize, usize)>> {
    let (from, to) = (lattice.units.first()?.start, lattice.units.last()?.end);
    let inside: Vec<_> = gold.iter().filter(|(r, _)| r.start < to && r.end > from).collect();
    let find = |start: usize, end: usize| lattice.candidates.iter().position(|c| c.start == start && c.end == end);
    let mut out = Vec::new();
    let mut unit = 0;
    while unit < lattice.units.len() {
        let at = lattice.units[unit].start;
        if let Some((range, label)) = inside.iter().find(|(r, _)| r.start == at) {
            let end = lattice.units.iter().position(|u| u.end == range.end)? + 1;
            let candidate = find(unit, end)?;
            if !lattice.candidates[candidate].allowed[*label] {
                return None;
            }
            out.push((candidate, *label));
            unit = end;
        } else {
            if inside.iter().any(|(r, _)| r.start < lattice.units[unit].end && r.end > at) {
                return None;
            }
            if lattice.names[unit] {
                out.push((find(unit, unit + 1)?, 0));
            }
            unit += 1;
        }
    }
    Some(out)
}

fn for_features(c: &Candidate, words: &WordFeatures, mut f: impl FnMut(usize)) {
    for (slot, word) in c.features.words.iter().enumerate() {
        if let Some(n) = words.numbers.get(&(slot as u8, *word)) {
            f(*n);
        }
    }
    for (group, set) in c.features.sets.iter().enumerate() {
        let mut bits = set.0;
        while bits != 0 {
            f(group * 64 + bits.trailing_zeros() as usize);
            bits &= bits - 1;
        }
    }
}

fn scores(c: &Candidate, words: &WordFeatures, table: &Table) -> [f64; 6] {
    let mut s = [0.0; 6];
    for_features(c, words, |i| (0..6).for_each(|l| s[l] += table[i][l]));
    (0..6).filter(|l| !c.allowed[*l]).for_each(|l| s[l] = f64::NEG_INFINITY);
    s
}

fn log_add(a: f64, b: f64) -> f64 {
    let (hi, lo) = if a > b { (a, b) } else { (b, a) };
    if lo == f64::NEG_INFINITY { hi } else { hi + (lo - hi).exp().ln_1p() }
}

/// One gradient step for one run; its negative log likelihood.
#[allow(clippy::too_many_arguments)]
fn step(
    lattice: &Lattice,
    gold: &[(usize, usize)],
    weight: f64,
    table: &mut Table,
    squares: &mut Table,
    hand: &Table,
    words: &WordFeatures,
    rate: f64,
    prior: f64,
) -> f64 {
    let n = lattice.units.len();
    let all: Vec<[f64; 6]> = lattice.candidates.iter().map(|c| scores(c, words, table)).collect();
    let total: Vec<f64> = all.iter().map(|s| s.iter().fold(f64::NEG_INFINITY, |a, b| log_add(a, *b))).collect();
    let skip = |u: usize| !lattice.names[u];
    let mut forward = vec![f64::NEG_INFINITY; n + 1];
    forward[0] = 0.0;
    let mut by_start: Vec<Vec<usize>> = vec![Vec::new(); n];
    lattice.candidates.iter().enumerate().for_each(|(i, c)| by_start[c.start].push(i));
    for u in 0..n {
        if skip(u) {
            forward[u + 1] = log_add(forward[u + 1], forward[u]);
        }
        for &i in &by_start[u] {
            let end = lattice.candidates[i].end;
            forward[end] = log_add(forward[end], forward[u] + total[i]);
        }
    }
    let mut backward = vec![f64::NEG_INFINITY; n + 1];
    backward[n] = 0.0;
    for u in (0..n).rev() {
        if skip(u) {
            backward[u] = log_add(backward[u], backward[u + 1]);
        }
        for &i in &by_start[u] {
            backward[u] = log_add(backward[u], total[i] + backward[lattice.candidates[i].end]);
        }
    }
    let z = forward[n];
    let mut gradient: BTreeMap<usize, [f64; 6]> = BTreeMap::new();
    for (i, c) in lattice.candidates.iter().enumerate() {
        let outside = forward[c.start] + backward[c.end] - z;
        let mut p: [f64; 6] = std::array::from_fn(|l| (outside + all[i][l]).exp());
        for (g, label) in gold {
            if *g == i {
                p[*label] -= 1.0;
            }
        }
        if p.iter().all(|x| x.abs() < 1e-6) {
            continue;
        }
        for_features(c, words, |f| {
            let row = gradient.entry(f).or_default();
            (0..6).for_each(|l| row[l] += p[l] * weight);
        });
    }
    for (f, row) in gradient {
        for l in 0..6 {
            let strength = if f < FEATURES { prior } else { prior * 10.0 };
            let g = row[l] + strength * 0.01 * (table[f][l] - hand[f][l]);
            squares[f][l] += g * g;
            table[f][l] -= rate * g / squares[f][l].sqrt();
        }
    }
    z - gold.iter().map(|(i, l)| all[*i][*l]).sum::<f64>()
}

fn quantised(table: &Table, words: &WordFeatures) -> Weights {
    let row = |from: &[f64; 6]| std::array::from_fn(|l| if l < 6 { (from[l] * SCALE).round() as i16 } else { 0 });
    let mut w = Weights { features: [[0; WIDTH]; FEATURES], words: Default::default() };
    w.features.iter_mut().zip(table).for_each(|(to, from)| *to = row(from));
    for (key, n) in &words.numbers {
        let scores: [i16; WIDTH] = row(&table[*n]);
        if scores.iter().any(|s| s.abs() >= WORTH) {
            w.words.insert(key.0 as usize, key.1, scores);
        }
    }
    w
}

/// Words whose weights are all below this are left out.
const WORTH: i16 = 20;

impl WordFeatures {
    /// Every word that is often enough in a slot of the documents.
    fn of(documents: &[Document]) -> Self {
        let mut counts: BTreeMap<(u8, u32), u32> = BTreeMap::new();
        for doc in documents.iter().filter(|d| d.weight > 0.3) {
            for lattice in lattices(&context(&doc.article), None) {
                let Some(path) = path(&lattice, &doc.gold) else { continue };
                for (candidate, _) in path {
                    for (slot, word) in lattice.candidates[candidate].features.words.iter().enumerate().filter(|(_, w)| **w != 0) {
                        *counts.entry((slot as u8, *word)).or_default() += 1;
                    }
                }
            }
        }
        let often = counts.into_iter().filter(|(_, n)| *n >= OFTEN).map(|(key, _)| key);
        WordFeatures { numbers: often.enumerate().map(|(n, key)| (key, FEATURES + n)).collect() }
    }
}

fn cells(row: &[i16; WIDTH]) -> String {
    row[..LABELS.len()].iter().map(i16::to_string).collect::<Vec<_>>().join("\t")
}

fn written(w: &Weights) -> String {
    let mut out = String::new();
    for (g, (group, names)) in GROUPS.iter().enumerate() {
        for (b, name) in names.iter().enumerate() {
            let row = &w.features[g * 64 + b];
            if row.iter().any(|x| *x != 0) {
                writeln!(out, "{group}.{name}\t{}", cells(row)).expect("writing to a string");
            }
        }
    }
    out
}

fn written_words(w: &Weights) -> String {
    let text = |id: u32| match id.checked_sub(PUNCT).and_then(char::from_u32) {
        Some(mark) => Some(mark.to_string()),
        None => lexicon().words.word(id).map(str::to_owned),
    };
    let lines: BTreeMap<(usize, String), String> =
        w.words.iter().filter_map(|(slot, id, row)| Some(((slot, text(id)?), cells(row)))).collect();
    lines.into_iter().map(|((slot, word), row)| format!("{}\t{word}\t{row}\n", SLOTS[slot])).collect()
}

/// Fisher and Yates, with Knuth's multiplier.
fn shuffle(order: &mut [usize], seed: &mut u64) {
    for i in (1..order.len()).rev() {
        *seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        order.swap(i, (*seed >> 33) as usize % (i + 1));
    }
}
