//! How fast the stages are, over the fixtures repeated: `cargo bench`. Prints and never judges; each measured result is checked against
//! what it must be, so that nothing fast and wrong is measured.
//!
//! Where the time of `extract` goes on running news (callgrind, instructions for each byte read, built without optimisation at link time,
//! which takes a tenth of them away; every tenth of 8,273 articles of 1.6 KB, 9.9 bytes written for each byte read, a claim for every 59):
//! about 640 in all, of which
//!
//! * 105 reading: tokens with their look-up 51, sentences 12, hashes of words and of their runs 13, passages that come again 12 and prints
//!   of passages 7, pairs of quotation marks 5;
//! * 154 names: scores of candidates 63 and their choice 12, runs of capitals 25, who is who 41, of which names that are one person 14;
//! * 180 the other kinds: figures 58, quotes 36, dates 30, roles 29, events 27;
//! * 120 claims: sentences opened for keys 45, most of it stems of words met for the first time, figures and their keys 18, dates and what
//!   they date 21;
//! * 62 writing JSON, 5 freeing what was written, 12 handing it on. The tables are about 110 million instructions, once for a run.
//!
//! In a model of a core with 32 KB beside it and 512 KB behind (its prices are guesses), instructions are about 44 of 100 cycles, data that
//! are not near 27, wrong guesses at branches 21, code that is not near 8. The last was 10 while a dozen articles went through each kind
//! together; with 64 of them half as much code comes from behind the 512 KB, and the whole takes eight hundredths less time.
//!
//! The profile is flat: no function of the program has more than three of a hundred, and what is left are single questions to single words.
//! One pass over the bytes that finds words, and nothing else, took 45 instructions when it was measured, so the bound is about fourteen
//! times as fast. To come nearer, fewer candidates of names would have to be scored (three for every two words of a run of capitals), and
//! each claim would have to be written from its finding, not put together first: a byte read becomes ten written.

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
