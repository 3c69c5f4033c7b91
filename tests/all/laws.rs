//! What holds for any input, one function for each fuzz target. `tests/all/fuzz.rs` replays small corpora through them.

use claimdiff::article::{self, Article};
use claimdiff::claim::{Claim, Line};
use claimdiff::cli::config;
use claimdiff::extract::extract;
use claimdiff::reconcile::{Outcome, reconcile, reconcile_stories};
use claimdiff::report::harmless::{Harmless, Style};
use claimdiff::report::index::{Index, Setting};
use claimdiff::report::json::Report;
use claimdiff::report::{against, github, html, json, markdown, sarif, text, wire};
use claimdiff::text::Span;

/// The names by which a file may be called; the first byte of an input chooses one.
const NAMES: [&str; 6] = ["a.txt", "a.md", "a.html", "a.json", "a.jsonl", "a"];

/// A file: what it is called, and what is in it.
fn file(data: &[u8]) -> (&'static str, &[u8]) {
    match data.split_first() {
        Some((first, rest)) => (NAMES[*first as usize % NAMES.len()], rest),
        None => (NAMES[0], data),
    }
}

fn articles(name: &str, bytes: &[u8]) -> Vec<Article> {
    article::read(bytes.to_vec(), name, name).into_iter().flatten().collect()
}

/// Any bytes are articles whose parts lie in order inside the text, or are refused; twice the same.
pub fn read_any(data: &[u8]) {
    let (name, bytes) = file(data);
    let read = articles(name, bytes);
    read.iter().for_each(parts_lie_inside);
    assert_eq!(format!("{read:?}"), format!("{:?}", articles(name, bytes)));
}

fn parts_lie_inside(a: &Article) {
    let inside = |s: &Span| assert!(a.text.get(s.start as usize..s.end as usize).is_some(), "{s:?}");
    let in_order = |spans: &[Span]| assert!(spans.windows(2).all(|w| w[0].end <= w[1].start), "{spans:?}");
    let tokens: Vec<Span> = a.tokens.iter().map(|t| Span::new(t.start, t.end)).collect();
    let blocks: Vec<Span> = a.blocks.iter().map(|b| b.span).collect();
    let sentences: Vec<Span> = a.sentences.iter().map(|s| s.span).collect();
    for spans in [&tokens, &blocks, &sentences] {
        spans.iter().for_each(inside);
        in_order(spans);
    }
    a.quotations.iter().for_each(|q| inside(&q.span));
    a.notes.iter().filter_map(|n| n.span.as_ref()).for_each(inside);
    assert!(a.sentences.iter().all(|s| a.blocks[s.block].span.contains(s.span)));
    assert_eq!(a.blocks.iter().map(|b| b.tokens.len()).sum::<usize>(), a.tokens.len(), "each token stands in one block");
}

/// The claims of any text point back into it, are found with work that grows as the text, and survive being written and read.
pub fn extract_any(data: &[u8]) {
    let (name, bytes) = file(data);
    let text = String::from_utf8_lossy(bytes);
    for a in articles(name, text.as_bytes()) {
        let line = bounded(&a);
        every_span_holds(&line);
        let written = wire::line(&line).unwrap();
        assert_eq!(String::from_utf8_lossy(&written).trim_end(), serde_json::to_string(&line).unwrap());
        assert_eq!(written, wire::line(&line_of(&a)).unwrap());
        assert_eq!(serde_json::from_slice::<Line>(&written).unwrap(), line);
    }
}

fn line_of(a: &Article) -> Line {
    let e = extract(a, None);
    Line { source: e.source, claims: e.claims, text: Some(a.written_text().to_owned()), ..Line::default() }
}

/// The line of an article, with a bound on how often its tokens are looked at where that is counted.
#[cfg(fuzzing)]
fn bounded(a: &Article) -> Line {
    const LOOKS_AT_A_TOKEN: usize = 1000;
    let mut line = None;
    let looks = claimdiff::text::token::reads::of(|| line = Some(line_of(a)));
    assert!(looks <= LOOKS_AT_A_TOKEN * (a.tokens.len() + 20), "{looks} looks at {} tokens", a.tokens.len());
    line.unwrap()
}

#[cfg(not(fuzzing))]
fn bounded(a: &Article) -> Line {
    line_of(a)
}

/// Offsets are in bounds and on characters, code points and bytes agree, and the text is what stands there.
fn points_back(claim: &Claim, text: &str) {
    let there = text.get(claim.byte_start as usize..claim.byte_end as usize);
    assert_eq!(there, Some(claim.text.as_str()), "{}", claim.id);
    assert_eq!(text[..claim.byte_start as usize].chars().count(), claim.start as usize, "{}", claim.id);
    assert_eq!(claim.start as usize + claim.text.chars().count(), claim.end as usize, "{}", claim.id);
}

/// All that a line with its text says of places in it is true.
pub fn every_span_holds(line: &Line) {
    let text = line.text.as_deref().unwrap();
    let chars: Vec<char> = text.chars().collect();
    for claim in &line.claims {
        points_back(claim, text);
        let sentence = &line.source.sentences[claim.sentence as usize];
        assert!(sentence.start <= claim.start && claim.start < sentence.end, "{}", claim.id);
    }
    for s in &line.source.sentences {
        assert_eq!(chars[s.start as usize..s.end as usize].iter().collect::<String>(), s.text);
    }
    assert!(line.source.blocks.iter().all(|b| b.start <= b.end && b.end as usize <= chars.len()));
}

/// Any lines that are taken for claims are compared, in any order with the same result, and shown in every format without a character that
/// steers a terminal. Where the input is no JSON it is articles with a zero byte between them, which are extracted first.
pub fn reconcile_any(data: &[u8]) {
    let lines: Vec<Line> = match data.first() {
        Some(b'{') => data.split(|b| *b == b'\n').filter_map(|l| claimdiff::cli::extracted::line(l).ok()).collect(),
        _ => in_two_steps(data),
    };
    let one = Report::new(reconcile(lines.clone(), &[]));
    let report = Report::new(reconcile_stories(lines.clone(), &[]));
    let mut turned = lines;
    turned.reverse();
    if ids_are_unlike(&turned) {
        assert_eq!(Report::new(reconcile_stories(turned, &[])), report);
    }
    every_format_is_harmless(&one);
    every_format_is_harmless(&report);
}

fn ids_are_unlike(lines: &[Line]) -> bool {
    let mut ids: Vec<&str> = lines.iter().map(|l| l.source.id.as_str()).collect();
    ids.sort_unstable();
    ids.windows(2).all(|w| w[0] != w[1])
}

/// The lines of some articles. Comparing them after they were written and read is comparing the articles themselves.
fn in_two_steps(data: &[u8]) -> Vec<Line> {
    const MOST: usize = 6;
    let texts = data.split(|b| *b == 0).filter(|t| !t.is_empty()).take(MOST);
    let lines: Vec<Line> = texts
        .enumerate()
        .flat_map(|(i, t)| article::read(t.to_vec(), &format!("{i}.txt"), &i.to_string()))
        .flatten()
        .enumerate()
        .map(|(i, a)| Line { source: claimdiff::claim::Source { id: format!("{i}"), ..line_of(&a).source }, ..line_of(&a) })
        .collect();
    let read: Vec<Line> = lines.iter().map(|l| serde_json::from_slice(&wire::line(l).unwrap()).unwrap()).collect();
    assert_eq!(groups(&reconcile(read, &[])), groups(&reconcile(lines.clone(), &[])));
    lines
}

fn groups(outcome: &Outcome) -> String {
    serde_json::to_string(&outcome.groups).unwrap()
}

fn every_format_is_harmless(report: &Report) {
    let setting = Setting::default();
    let index = Index::new(report, &setting);
    let show = |write: &dyn Fn(&mut Vec<u8>)| {
        let mut out = Vec::new();
        write(&mut out);
        no_controls(std::str::from_utf8(&out).expect("reports are UTF-8"));
    };
    let view = text::View { width: 60, ..Default::default() };
    show(&|out| text::write(&index, &view, out).unwrap());
    show(&|out| markdown::write(&index, usize::MAX, out).unwrap());
    show(&|out| github::write(&index, out).unwrap());
    show(&|out| sarif::write(&index, &mut Harmless::new(Style::Json, out)).unwrap());
    show(&|out| json::write(report, &mut Harmless::new(Style::Json, out)).unwrap());
    show(&|out| json::write_lines(report, &mut Harmless::new(Style::Json, out)).unwrap());
    show(&|out| html::write(&index, &mut Harmless::new(Style::Page, out)).unwrap());
    if let Some(base) = report.sources.first() {
        let checked = Report { against: Some(against::check(&index, &base.id)), ..report.clone() };
        show(&|out| text::write(&Index::new(&checked, &setting), &view, out).unwrap());
    }
}

/// Nothing in a report steers a terminal.
pub fn no_controls(shown: &str) {
    let control = shown.char_indices().find(|(_, c)| c.is_control() && !matches!(c, '\n' | '\t'));
    if let Some((at, c)) = control {
        let around: String = shown[..at].chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect();
        panic!("{c:?} behind {around:?}");
    }
}

/// Any text is a configuration or is refused in one line; its rows fit their tables; twice the same.
pub fn config_any(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (once, twice) = (config::parse(&text), config::parse(&text));
    match (once, twice) {
        (Ok(a), Ok(b)) => {
            assert_eq!(a, b);
            rows_have_columns(&a.more.units, 6);
            rows_have_columns(&a.more.concepts, 6);
            rows_have_columns(&a.more.agencies, 2);
        }
        (Err(a), Err(b)) => {
            assert_eq!(format!("{a:#}"), format!("{b:#}"));
            assert!(!format!("{a:#}").is_empty());
        }
        _ => panic!("refused once, taken once"),
    }
}

fn rows_have_columns(rows: &str, columns: usize) {
    for row in rows.lines().filter(|r| !r.is_empty()) {
        assert!(!row.starts_with('#') && row.split('\t').count() == columns, "{row:?}");
    }
}
