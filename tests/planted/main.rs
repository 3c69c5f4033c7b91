//! Measures the reconciler on stories with a planted truth.
//!
//!     cargo run --release --example planted -- stories 1 400          seeds 1 to 400: precision and recall by kind and status
//!     cargo run --release --example planted -- stories 1 400 figure   and the errors of a kind, the most frequent class first
//!     cargo run --release --example planted -- floors                 raises fixtures/floors.json to what is reached
//!     cargo run --release --example planted -- mutate 2 FOLDER…       two mutations of each kind in every article below the folders
//!     cargo run --release --example planted -- events 1 100           the same of events, with their errors
//!     cargo run --release --example planted -- write 7 FOLDER         the articles of seed 7
//!     cargo run --release --example planted -- archive 1 1000 100     a thousand stories of a hundred articles, as JSON Lines

#[path = "mod.rs"]
mod planted;

use std::collections::BTreeMap;
use std::io::{BufWriter, Write};

use serde_json::json;

use planted::floors::Floors;
use planted::judge::Tally;
use planted::scene::Scene;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args[..] {
        ["stories", seed, count] => print!("{}", planted::measure(number(seed), number(count))),
        ["stories", seed, count, kind] => {
            let tally = planted::measure(number(seed), number(count));
            errors(&tally, kind);
            print!("{tally}");
        }
        ["events", seed, count] => {
            let happened = planted::happen::measure(number(seed), number(count));
            happened.errors.iter().for_each(|e| println!("{e}"));
            print!("{happened}");
        }
        ["floors"] => {
            let floors = Floors::read();
            let tally = planted::measure(floors.seed, floors.stories);
            floors.fallen(&tally).iter().for_each(|f| eprintln!("fallen: {f}"));
            floors.raise(&tally);
        }
        ["write", seed, folder] => {
            for (name, text) in planted::story::write(&Scene::all(), number(seed)).files {
                std::fs::write(std::path::Path::new(folder).join(name), text).expect("the folder");
            }
        }
        ["archive", seed, stories, articles] => archive(number(seed), number(stories), number(articles) as usize),
        ["mutate", times, ref folders @ ..] => {
            let mutations = planted::mutate::run(folders, number(times) as usize);
            mutations.errors.iter().for_each(|e| println!("{e}"));
            print!("{mutations}");
        }
        _ => eprintln!(
            "planted stories SEED COUNT [KIND] | planted events SEED COUNT | planted floors | planted mutate TIMES FOLDER… | planted write SEED FOLDER | planted archive SEED STORIES ARTICLES"
        ),
    }
}

/// Stories of consecutive seeds on standard output, an article a line.
fn archive(seed: u64, stories: u64, articles: usize) {
    let scenes = Scene::all();
    let mut out = BufWriter::new(std::io::stdout().lock());
    for seed in seed..seed + stories {
        let story = planted::story::write_articles(&scenes, seed, articles);
        for ((name, text), day) in story.files.iter().zip(&story.published) {
            let line = json!({"id": format!("{seed:05}/{name}"), "date": day.to_string(), "text": text});
            writeln!(out, "{line}").expect("standard output");
        }
    }
}

fn number(text: &str) -> u64 {
    text.parse().expect("a whole number")
}

/// Two examples of each class of errors of a kind.
fn errors(tally: &Tally, kind: &str) {
    let mut classes: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for e in tally.errors.iter().filter(|e| format!("{:?}", e.kind).eq_ignore_ascii_case(kind)) {
        classes.entry(&e.class).or_default().push(&e.example);
    }
    let mut classes: Vec<_> = classes.into_iter().collect();
    classes.sort_by_key(|(class, examples)| (std::cmp::Reverse(examples.len()), *class));
    for (class, examples) in classes {
        println!("{:4}  {class}", examples.len());
        examples.iter().take(2).for_each(|e| println!("      {e}\n"));
    }
}
