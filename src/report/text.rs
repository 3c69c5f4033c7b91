//! The report as an editor reads it in a terminal: what was read, the findings with the strongest first and the words behind them,
//! then what agrees, then what only one source has, last what was not compared. Colour repeats what words say already.

use std::fmt::Write as _;
use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use rustc_hash::FxHashMap;
use unicode_segmentation::UnicodeSegmentation;

use super::json::Report;
use super::timeline;
use crate::claim::{Claim, Source};
use crate::reconcile::group::{Group, GroupKind, GroupValue, Status};

/// How the report is to look.
pub struct View {
    pub color: bool,
    /// Columns to write for.
    pub width: usize,
    /// Statuses whose groups are shown in full; empty for the usual choice.
    pub shown: Vec<Status>,
}

/// What every part of the report draws from.
struct Page<'a> {
    report: &'a Report,
    view: &'a View,
    claims: FxHashMap<&'a str, &'a Claim>,
    sources: FxHashMap<&'a str, &'a Source>,
    out: String,
}

/// Writes the whole report.
pub fn write(report: &Report, view: &View, out: &mut impl Write) -> io::Result<()> {
    let claims = report.claims.iter().map(|c| (c.id.as_str(), c)).collect();
    let sources = report.sources.iter().map(|s| (s.id.as_str(), s)).collect();
    let mut page = Page { report, view, claims, sources, out: String::new() };
    page.head();
    page.findings();
    page.happened();
    page.agreements();
    page.alone();
    page.foot();
    out.write_all(page.out.as_bytes())
}

/// The text with control characters made visible, so that no article can steer the terminal.
pub fn printable(text: &str) -> String {
    let hidden =
        |c: char| c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    text.chars()
        .map(|c| {
            if c == '\n' || c == '\t' || c == '\r' {
                ' '
            } else if hidden(c) {
                '\u{fffd}'
            } else {
                c
            }
        })
        .collect()
}

/// `1 article`, `5 articles`.
fn counted(n: usize, noun: &str) -> String {
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}

fn kind_name(kind: GroupKind) -> &'static str {
    match kind {
        GroupKind::Figure => "figure",
        GroupKind::Date => "date",
        GroupKind::Name => "name",
        GroupKind::Role => "role",
        GroupKind::Place => "place",
        GroupKind::Quote => "quote",
        GroupKind::Event => "event",
    }
}

/// The sign and the word of a status; neither needs colour.
fn status_name(status: Status) -> (&'static str, &'static str) {
    match status {
        Status::Conflict => ("✗", "CONFLICT"),
        Status::Changed => ("→", "CHANGED"),
        Status::Unresolved => ("?", "UNRESOLVED"),
        Status::Compatible => ("≈", "COMPATIBLE"),
        Status::Agree => ("=", "AGREE"),
        Status::SingleSource => ("·", "ONE SOURCE"),
    }
}

fn status_style(status: Status) -> Style {
    let color = match status {
        Status::Conflict => AnsiColor::Red,
        Status::Changed => AnsiColor::Magenta,
        Status::Unresolved => AnsiColor::Yellow,
        Status::Compatible => AnsiColor::Cyan,
        Status::Agree => AnsiColor::Green,
        Status::SingleSource => AnsiColor::White,
    };
    Style::new().bold().fg_color(Some(color.into()))
}

impl Page<'_> {
    fn styled(&self, style: Style, text: &str) -> String {
        if self.view.color { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }

    fn line(&mut self, text: &str) {
        self.out.push_str(text.trim_end());
        self.out.push('\n');
    }

    fn head(&mut self) {
        let r = self.report;
        let origins: std::collections::BTreeSet<&str> = r.sources.iter().map(|s| s.origin.as_str()).collect();
        let copies = if origins.len() < r.sources.len() { format!(" ({})", counted(origins.len(), "origin")) } else { String::new() };
        let stories: std::collections::BTreeSet<&str> = r.sources.iter().map(|s| s.story.as_str()).collect();
        let told = if stories.len() > 1 { format!(" on {} stories", stories.len()) } else { String::new() };
        let articles = counted(r.sources.len(), "article");
        let text = format!("Read {articles}{told}{copies}, {}:", counted(r.coverage.claims as usize, "claim"));
        self.line(&text);
        for s in &r.sources {
            let date = s.published.as_deref().unwrap_or("no date   ");
            let title = s.title.as_deref().or(s.outlet.as_deref()).unwrap_or("no title");
            let row = format!("  {}  {date}  {}", printable(&s.path), printable(title));
            let row = shorten(&row, self.view.width);
            self.line(&row);
        }
    }

    fn is_full(&self, status: Status) -> bool {
        let usual = matches!(status, Status::Conflict | Status::Changed | Status::Unresolved | Status::Compatible);
        if self.view.shown.is_empty() { usual } else { self.view.shown.contains(&status) }
    }

    fn findings(&mut self) {
        let groups: Vec<&Group> = self.report.groups.iter().filter(|g| self.is_full(g.status)).collect();
        for g in &groups {
            self.finding(g);
        }
        if !groups.iter().any(|g| g.status <= Status::Unresolved) {
            self.line("");
            self.line("No conflict, no change, nothing unresolved.");
        }
    }

    fn finding(&mut self, g: &Group) {
        let (sign, word) = status_name(g.status);
        let title = format!("{sign} {word}  {}", printable(&g.label));
        let about = format!("[{}, {}, {}]", kind_name(g.kind), counted(g.sources.len(), "source"), g.id);
        self.line("");
        let head = format!(
            "{}  {about}",
            self.styled(status_style(g.status), &shorten(&title, self.view.width.saturating_sub(about.len() + 2).max(30)))
        );
        self.line(&head);
        let why = wrap(&printable(&g.explanation), self.view.width.saturating_sub(2));
        for row in why {
            let row = format!("  {row}");
            self.line(&row);
        }
        for v in &g.values {
            self.value(v, g.status != Status::Compatible && g.status != Status::Agree);
        }
    }

    fn value(&mut self, v: &GroupValue, with_evidence: bool) {
        let row = format!("  • {}  — {}", shorten(&printable(&v.display), self.view.width / 2), printable(&v.sources.join(", ")));
        let row = shorten(&row, self.view.width);
        self.line(&row);
        if !with_evidence {
            return;
        }
        let mut shown: Vec<&str> = Vec::new();
        let mut more = 0;
        for id in &v.claims {
            let Some(claim) = self.claims.get(id.as_str()).copied() else { continue };
            if shown.contains(&claim.source.as_str()) {
                more += 1;
            } else {
                shown.push(&claim.source);
                self.evidence(claim);
            }
        }
        if more > 0 {
            let row = format!("      and {}", counted(more, "more mention"));
            self.line(&row);
        }
    }

    /// The words of a claim in their sentence, marked, led by file and line.
    fn evidence(&mut self, claim: &Claim) {
        let Some(source) = self.sources.get(claim.source.as_str()) else { return };
        let Some(sentence) = source.sentences.get(claim.sentence as usize) else { return };
        let place = format!("      {}:{}", printable(&source.path), claim.line);
        let room = self.view.width.saturating_sub(6).max(30);
        let inside = (claim.start.saturating_sub(sentence.start) as usize, claim.end.saturating_sub(sentence.start) as usize);
        let (text, mark) = excerpt(&sentence.text, inside, room);
        self.line(&place);
        let shown = if self.view.color {
            let underline = Style::new().underline().bold();
            let (a, rest) = text.split_at(mark.0);
            let (b, c) = rest.split_at(mark.1 - mark.0);
            format!("      {a}{}{c}", self.styled(underline, b))
        } else {
            format!("      {text}")
        };
        self.line(&shown);
        if !self.view.color {
            let column = |bytes: usize| text[..bytes].chars().count();
            let row = format!("      {}{}", " ".repeat(column(mark.0)), "^".repeat((column(mark.1) - column(mark.0)).max(1)));
            self.line(&row);
        }
    }

    /// The events that several sources tell of, by day.
    fn happened(&mut self) {
        let report = self.report;
        let rows = timeline::rows(&report.groups, |id| self.claims.get(id).copied());
        if rows.is_empty() {
            return;
        }
        self.line("");
        let title = format!("WHAT HAPPENED  {} by day", counted(rows.len(), "event"));
        let title = self.styled(Style::new().bold(), &title);
        self.line(&title);
        for row in rows {
            let (sign, _) = status_name(row.group.status);
            let day = row.day.unwrap_or("no day");
            let text = format!(
                "  {sign} {day:<10}  {}: {}  — {}",
                printable(&row.group.label),
                printable(&timeline::said(row.group)),
                counted(row.group.sources.len(), "source")
            );
            let text = shorten(&text, self.view.width);
            self.line(&text);
        }
    }

    fn agreements(&mut self) {
        let groups: Vec<&Group> = self
            .report
            .groups
            .iter()
            .filter(|g| g.status == Status::Agree && g.kind != GroupKind::Event && !self.is_full(g.status))
            .collect();
        if groups.is_empty() {
            return;
        }
        let title = format!("= AGREE  {}", counted(groups.len(), "thing"));
        self.line("");
        let title = self.styled(status_style(Status::Agree), &title);
        self.line(&title);
        for g in groups {
            let value = g.values.first().map_or("", |v| v.display.as_str());
            let row = format!("  {}: {}  — {}", printable(&g.label), printable(value), counted(g.sources.len(), "source"));
            let row = shorten(&row, self.view.width);
            self.line(&row);
        }
    }

    /// How much only one source has, by source and kind.
    fn alone(&mut self) {
        if self.is_full(Status::SingleSource) {
            return;
        }
        let mut by_source: std::collections::BTreeMap<&str, std::collections::BTreeMap<GroupKind, usize>> = Default::default();
        for g in self.report.groups.iter().filter(|g| g.status == Status::SingleSource) {
            if let Some(s) = g.sources.first() {
                *by_source.entry(s.as_str()).or_default().entry(g.kind).or_default() += 1;
            }
        }
        if by_source.is_empty() {
            return;
        }
        let total: usize = by_source.values().flat_map(|k| k.values()).sum();
        self.line("");
        let title =
            self.styled(Style::new().bold(), &format!("· ONE SOURCE ONLY  {} (--show single_source lists them)", counted(total, "thing")));
        self.line(&title);
        for (source, kinds) in by_source {
            let list: Vec<String> = kinds.iter().map(|(k, n)| counted(*n, kind_name(*k))).collect();
            let row = format!("  {}: {}", printable(source), list.join(", "));
            self.line(&row);
        }
    }

    fn foot(&mut self) {
        let c = &self.report.coverage;
        let mut rows = Vec::new();
        for s in &c.files_skipped {
            rows.push(format!("  {} was skipped: {}", printable(&s.path), printable(&s.reason)));
        }
        if c.dates_unresolved > 0 {
            let undated = self.report.sources.iter().any(|s| s.published.is_none());
            let remedy = if undated { " (--date gives the day of articles that state none)" } else { "" };
            rows.push(format!("  {} without a day that the text fixes{remedy}", counted(c.dates_unresolved as usize, "date")));
        }
        for s in &self.report.sources {
            for n in &s.notes {
                rows.push(format!("  {}: {}", printable(&s.path), printable(&n.message)));
            }
        }
        if rows.is_empty() {
            rows.push("  nothing was left out".to_owned());
        }
        self.line("");
        let title = self.styled(Style::new().bold(), "NOT COMPARED");
        self.line(&title);
        for row in rows {
            for (i, part) in wrap(&row, self.view.width).into_iter().enumerate() {
                let part = if i == 0 { format!("  {part}") } else { format!("    {part}") };
                self.line(&part);
            }
        }
        let s = &self.report.summary;
        let mut total = String::new();
        let _ = write!(
            total,
            "{}, {} changed, {} unresolved, {} compatible, {} agree, {} from one source",
            counted(s.conflict as usize, "conflict"),
            s.changed,
            s.unresolved,
            s.compatible,
            s.agree,
            s.single_source
        );
        self.line("");
        self.line(&total);
    }
}

/// At most `width` characters, the cut shown by an ellipsis.
pub fn shorten(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
    }
    let mut out: String = text.graphemes(true).take(width.saturating_sub(1)).collect();
    out.push('…');
    out
}

/// Lines of at most `width` characters, broken between words.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > width {
            lines.push(String::new());
            used = 0;
        }
        if let Some(last) = lines.last_mut() {
            if used > 0 {
                last.push(' ');
                used += 1;
            }
            last.push_str(word);
            used += length;
        }
    }
    lines
}

/// A part of a sentence of at most `room` characters around the marked ones (given in code points), and the mark in its bytes.
/// The part begins and ends with whole words, the cut shown by an ellipsis.
pub fn excerpt(sentence: &str, mark: (usize, usize), room: usize) -> (String, (usize, usize)) {
    let chars: Vec<char> = printable(sentence).chars().collect();
    let to = mark.1.min(chars.len());
    let from = mark.0.min(to);
    let (first, last) = window(&chars, from, to, room);
    let take = |a: usize, b: usize| chars[a..b].iter().collect::<String>();
    let before = format!("{}{}", if first > 0 { "…" } else { "" }, take(first, from));
    let marked = take(from, to);
    let after = format!("{}{}", take(to, last), if last < chars.len() { "…" } else { "" });
    let start = before.len();
    let end = start + marked.len();
    (before + &marked + &after, (start, end))
}

/// The characters to show: all, or a stretch around `from..to` that lies on word boundaries.
fn window(chars: &[char], from: usize, to: usize, room: usize) -> (usize, usize) {
    if chars.len() <= room {
        return (0, chars.len());
    }
    let spare = room.saturating_sub(to - from + 2);
    let behind = (chars.len() - to).min(spare - (spare / 2).min(from));
    let before = from.min(spare - behind);
    let first = (from - before..from).find(|&i| i == 0 || chars[i - 1] == ' ').unwrap_or(from);
    let last = (to..to + behind + 1).rev().find(|&i| i == chars.len() || chars[i] == ' ').unwrap_or(to);
    (first, last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_keeps_the_mark() {
        let text = "one two three four five six seven eight nine ten";
        let start = text.find("five").unwrap();
        let (got, mark) = excerpt(text, (start, start + 4), 24);
        assert_eq!(&got[mark.0..mark.1], "five");
        assert_eq!(got, "…four five six…");
        let (got, mark) = excerpt(text, (0, 3), 200);
        assert_eq!((got.as_str(), mark), (text, (0, 3)));
    }

    #[test]
    fn nothing_in_an_article_steers_the_terminal() {
        assert_eq!(printable("a\u{1b}[31mb\u{202e}c\nd"), "a\u{fffd}[31mb\u{fffd}c d");
    }

    #[test]
    fn lines_break_between_words() {
        assert_eq!(wrap("aa bb cc dd", 5), ["aa bb", "cc dd"]);
    }
}
