//! How fast the stages are, over the fixtures repeated: `cargo bench`. Prints and never judges; each measured result is checked against
//! what it must be, so that nothing fast and wrong is measured.
//!
//! Where the time of `extract` goes on running news (callgrind, instructions for each byte read; 14 MB in 8,273 articles, 9.4 bytes
//! written for each byte read, a claim for every 61): 550 in all, of which
//!
//! * 108 reading: tokens with their look-up 45, passages printed twice 12, sentences 11, hashes of words and of their runs 11, prints of
//!   passages 7, the JSON around the text 6, pairs of quotation marks 5;
//! * 136 names: scores of candidates 58, entities and people 38, runs of capitals 23, the second pass 13;
//! * 135 the other kinds: figures 40, quotes 34, dates 28, events 22, roles 11;
//! * 92 claims: keys 50, of which 12 are stems, places in the text 20;
//! * 66 writing JSON and freeing what was written, 8 copying it to where it goes; the tables, once, 6.
//!
//! Allocation, which is in all of these, is about 35. The profile is flat: no function of ours has more than 4 of 100. One pass over the
//! bytes that finds words, and nothing else, takes 45, so the bound is twelve times as fast.

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use claimdiff::article::{self, Article};
use claimdiff::claim::Line;
use claimdiff::extract::mention::Mentions;
use claimdiff::extract::{Context, dates, extract, figures};
use claimdiff::lexicon::{Lexicon, lexicon};
use claimdiff::reconcile::reconcile;
use claimdiff::reconcile::stories::{self, Telling};

/// How many copies of the stories make one text to read, and one story to reconcile.
const COPIES: usize = 40;

fn main() {
    // `cargo test --benches` and the like only ask whether it runs.
    let rounds = if std::env::args().any(|a| a == "--bench") { 9 } else { 1 };
    let files = files();
    let bytes: usize = files.iter().map(|(_, b)| b.len() * COPIES).sum();
    let articles: Vec<Article> = files.iter().flat_map(|(path, bytes)| read(path, bytes)).collect();
    let text: usize = articles.iter().map(|a| a.text.len() * COPIES).sum();
    let wanted: usize = articles.iter().map(|a| extract(a, None).claims.len()).sum();

    let took = best(rounds, || repeat(|| files.iter().map(|(path, bytes)| read(path, bytes).len()).sum()), articles.len() * COPIES);
    show("read", bytes as f64 / 1e6, "MB", took);

    let took = best(rounds, || repeat(|| articles.iter().map(|a| extract(a, None).claims.len()).sum()), wanted * COPIES);
    show("extract, one thread", text as f64 / 1e6, "MB", took);

    let found = |a: &Article| numbers(a, lexicon());
    let numbers: usize = articles.iter().map(found).sum();
    let took = best(rounds, || repeat(|| articles.iter().map(found).sum()), numbers * COPIES);
    show("dates and figures", text as f64 / 1e6, "MB", took);

    let story = story(&articles);
    let claims: usize = story.iter().map(|l| l.claims.len()).sum();
    let groups = reconcile(story.clone(), &[]).groups.len();
    let took = best(rounds, || reconcile(story.clone(), &[]).groups.len(), groups);
    show("reconcile one story", claims as f64 / 1e3, "thousand claims", took);

    let archive: Vec<Telling> = story.iter().map(|l| Telling::new(&l.source)).collect();
    let found = stories::divide(&archive).len();
    let took = best(rounds, || stories::divide(&archive).len(), found);
    show("divide into stories", archive.len() as f64 / 1e3, "thousand articles", took);

    let took = best(rounds * 3, start, 2);
    println!("{:<22} {:>9.2} ms", "start on an empty folder", took.as_secs_f64() * 1e3);
}

/// The articles of all stories, in order of their paths.
fn files() -> Vec<(String, Vec<u8>)> {
    let stories = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/stories");
    let folders = fs::read_dir(stories).unwrap().map(|e| e.unwrap().path());
    let mut paths: Vec<PathBuf> = folders.flat_map(|f| fs::read_dir(f).unwrap().map(|e| e.unwrap().path())).collect();
    paths.sort();
    paths.into_iter().map(|p| (p.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&p).unwrap())).collect()
}

/// Dates and figures of an article that has been tokenised.
fn numbers(article: &Article, lexicon: &'static Lexicon) -> usize {
    let cx = Context { article, tokens: article.tokens(), lexicon, published: None };
    let mut found = Mentions::default();
    dates::find(&cx, &mut found);
    figures::find(&cx, &mut found);
    found.dates.len() + found.figures.len()
}

fn read(path: &str, bytes: &[u8]) -> Vec<Article> {
    article::read(bytes.to_vec(), path, path).into_iter().flatten().collect()
}

/// One story of many sources: each article under many ids, its words spoilt in the prints so that the copies are no copies.
fn story(articles: &[Article]) -> Vec<Line> {
    let lines = articles.iter().map(|a| {
        let e = extract(a, None);
        Line { source: e.source, claims: e.claims, ..Line::default() }
    });
    let lines: Vec<Line> = lines.collect();
    (0..COPIES).flat_map(|copy| lines.iter().map(move |line| renamed(line, copy))).collect()
}

fn renamed(line: &Line, copy: usize) -> Line {
    let mut line = line.clone();
    line.source.id = format!("{copy}-{}", line.source.id);
    line.source.prints = None;
    for c in &mut line.claims {
        c.source = line.source.id.as_str().into();
        c.id = format!("{copy}-{}", c.id).into();
        c.duplicate_of = c.duplicate_of.take().map(|id| format!("{copy}-{id}").into());
    }
    line
}

fn repeat(mut work: impl FnMut() -> usize) -> usize {
    (0..COPIES).map(|_| work()).sum()
}

/// The shortest of some runs, each of which must give the wanted answer.
fn best(rounds: usize, mut work: impl FnMut() -> usize, wanted: usize) -> Duration {
    let run = |_| {
        let begin = Instant::now();
        let answer = black_box(work());
        let took = begin.elapsed();
        assert_eq!(answer, wanted);
        took
    };
    (0..rounds).map(run).min().unwrap()
}

fn show(what: &str, amount: f64, unit: &str, took: Duration) {
    println!("{what:<22} {:>9.1} {unit}/s", amount / took.as_secs_f64());
}

/// Runs the program on an empty folder; its exit status.
fn start() -> usize {
    let folder = tempfile::tempdir().unwrap();
    let status = Command::new(env!("CARGO_BIN_EXE_claimdiff")).arg(folder.path()).stderr(Stdio::null()).status().unwrap();
    status.code().unwrap() as usize
}
