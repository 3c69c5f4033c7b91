//! The report of a run: what it needs beside the groups, its format, and the exit status.

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use anyhow::{Result, bail};
use rustc_hash::FxHashMap;

use super::args::{Format, Kind, ReportArgs, StoryChoice};
use super::baseline::Baseline;
use super::output::Output;
use super::surroundings;
use super::trouble::{complain, is_closed_pipe};
use crate::reconcile::Outcome;
use crate::reconcile::group::{Group, GroupKind};
use crate::report::against::{self, Against, Answer};
use crate::report::dismiss;
use crate::report::dismissal::Dismissal;
use crate::report::harmless::{Harmless, Style};
use crate::report::index::{Index, Setting};
use crate::report::json::Report;
use crate::report::{github, html, json, markdown, markup, sarif, text};

/// What a report needs from outside; opened before the work, so that an error comes at once.
pub struct Ready {
    pub baseline: Option<Baseline>,
    pub dismissals: Vec<Dismissal>,
    /// From the path of each source to the path as typed.
    pub files: FxHashMap<String, String>,
    /// The id of the article to hold against the others.
    pub base: Option<String>,
    pub out: Output,
}

impl Ready {
    pub fn new(args: &ReportArgs, dismissals: Vec<Dismissal>, files: FxHashMap<String, String>) -> Result<Ready> {
        let baseline = args.baseline.as_deref().map(Baseline::read).transpose()?;
        Ok(Ready { baseline, dismissals, files, base: None, out: Output::open(args.output.as_deref())? })
    }
}

/// Reports what `compare` finds, which is told whether all articles tell one story, and the kinds that are asked for.
pub fn write(compare: impl FnOnce(bool, &[GroupKind]) -> Outcome, args: &ReportArgs, mut ready: Ready) -> Result<ExitCode> {
    let kinds: Vec<GroupKind> = args.only.iter().map(|k| group_kind(*k)).collect();
    // A draft tells the story of the articles that it is held against.
    let one = ready.base.is_some() || args.story == StoryChoice::One;
    let mut report = Report::new(compare(one, &kinds));
    if matches!(args.format, Format::Json | Format::Jsonl) {
        report.add_selectors();
    }
    dismiss::apply(&mut report, &ready.dismissals, kinds.is_empty());
    if let Some(baseline) = &ready.baseline {
        baseline.mark(&mut report);
    }
    if ready.baseline.as_ref().is_some_and(|b| b.is_of_others(&report)) {
        complain("the earlier report has hardly any of the groups of this one; was it made of other articles?");
    }
    let setting = Setting { files: ready.files, some_kinds: !kinds.is_empty() };
    report.against = ready.base.map(|id| check_draft(&report, &setting, &id)).transpose()?;
    if !matches!(args.format, Format::Json | Format::Jsonl | Format::Sarif) {
        markup::remove(&mut report);
    }
    let index = Index::new(&report, &setting);
    let code = if fails(&index, args) { ExitCode::from(1) } else { ExitCode::SUCCESS };
    match in_format(&index, args, &mut ready.out).and_then(|()| ready.out.finish()) {
        // Whoever has read enough still learns by the status what was found.
        Err(e) if !is_closed_pipe(&e) => Err(e),
        _ => Ok(code),
    }
}

fn check_draft(report: &Report, setting: &Setting, id: &str) -> Result<Against> {
    match (report.sources.iter().any(|s| s.id == id), report.sources.len()) {
        (false, _) => bail!("{id}: no readable article"),
        (true, 1) => bail!("{id}: {}", lonely(report)),
        (true, _) => Ok(against::check(&Index::new(report, setting), id)),
    }
}

/// Why a draft has nothing to be held against.
fn lonely(report: &Report) -> String {
    let skipped: Vec<String> = report.coverage.files_skipped.iter().map(|s| format!("; {} was skipped: {}", s.path, s.reason)).collect();
    format!("no other article to hold it against{}", skipped.concat())
}

fn in_format(index: &Index, args: &ReportArgs, out: &mut Output) -> Result<()> {
    match args.format {
        Format::Json => sieved(Style::Json, out, |sieve| json::write(index.report, sieve))?,
        Format::Jsonl => sieved(Style::Json, out, |sieve| json::write_lines(index.report, sieve))?,
        Format::Html => sieved(Style::Page, out, |sieve| html::write(index, sieve))?,
        Format::Markdown => markdown::write(index, usize::MAX, out)?,
        Format::Sarif => sieved(Style::Json, out, |sieve| sarif::write(index, sieve))?,
        Format::Github => {
            github::write(index, out)?;
            surroundings::add_job_summary(index)?;
        }
        Format::Text => text::write(index, &surroundings::view(args, index), out)?,
    }
    Ok(())
}

/// Writes through a filter that lets no raw control character pass, and through a buffer, since pieces are many and small.
fn sieved<W: Write>(style: Style, out: &mut W, write: impl FnOnce(&mut BufWriter<Harmless<W>>) -> io::Result<()>) -> io::Result<()> {
    const TOGETHER: usize = 1 << 16;
    let mut sieve = BufWriter::with_capacity(TOGETHER, Harmless::new(style, out));
    write(&mut sieve)?;
    sieve.flush()
}

/// Whether some group that is new and not dismissed has the status of `--fail-on` or a worse one; of a draft, one in which the others do
/// not bear it out.
fn fails(index: &Index, args: &ReportArgs) -> bool {
    let Some(mildest) = args.fail_on.status() else { return false };
    let is_of_draft = |g: &Group| match &index.report.against {
        Some(against) => against.checks.iter().any(|c| c.group == g.id && c.answer < Answer::Supported),
        None => true,
    };
    index.report.groups.iter().any(|g| g.status <= mildest && index.is_news(g) && index.dismissal(g).is_none() && is_of_draft(g))
}

fn group_kind(kind: Kind) -> GroupKind {
    match kind {
        Kind::Figure => GroupKind::Figure,
        Kind::Date => GroupKind::Date,
        Kind::Name => GroupKind::Name,
        Kind::Role => GroupKind::Role,
        Kind::Place => GroupKind::Place,
        Kind::Quote => GroupKind::Quote,
        Kind::Event => GroupKind::Event,
    }
}
