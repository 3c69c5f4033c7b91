//! The command line: arguments as typed, the inputs behind them, what is written where.
//!
//! Exit status: 0 nothing at or above `--fail-on`; 1 found; 2 trouble (wrong arguments, nothing could be read, output not written).

pub mod args;
pub mod baseline;
pub mod cache;
pub mod config;
mod generated;
pub mod input;
pub mod kept;
pub mod lines;
pub mod output;
mod progress;
pub mod raw;
mod surroundings;

use std::fs::File;
use std::hash::BuildHasher;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc;
use std::thread;

use anyhow::{Context, Result, anyhow, bail};
use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};
use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::claim::{ClaimKind, Line, check};
use crate::error::about;
use crate::reconcile::group::{Group, GroupKind};
use crate::reconcile::origin::without_copies;
use crate::reconcile::stories::{self, Telling};
use crate::reconcile::trace::trace;
use crate::reconcile::{Outcome, reconcile, reconcile_stories};
use crate::report::against::{self, Against, Answer};
use crate::report::dismissal::{self, Dismissal};
use crate::report::harmless::{Harmless, Style};
use crate::report::index::{Index, Setting};
use crate::report::json::Report;
use crate::report::layout::printable;
use crate::report::{explain, github, html, json, markdown, markup, sarif, schema, text, wire};
use args::{
    CacheArgs, Cli, Command, CompareArgs, ExplainArgs, ExtractArgs, Format, Kind, ReadingArgs, ReconcileArgs, ReportArgs, StoriesArgs,
    StoryChoice, With,
};
use baseline::Baseline;
use cache::Cache;
use input::{Inputs, Item};
use kept::{How, Told};
use output::Output;
use progress::Progress;

/// Runs the program on the arguments of the process.
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(e) if e.use_stderr() && e.kind() != ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            complain(&in_one_line(&e));
            return ExitCode::from(2);
        }
        Err(e) => return help(&e),
    };
    match dispatch(cli) {
        Ok(code) => code,
        Err(e) if is_closed_pipe(&e) => ExitCode::SUCCESS,
        Err(e) => {
            complain(&format!("{e:#}"));
            ExitCode::from(2)
        }
    }
}

/// Help or the version that was asked for; the status says whether it could be written.
fn help(asked: &clap::Error) -> ExitCode {
    match asked.print().and_then(|()| io::stdout().flush()) {
        Err(e) if e.kind() != io::ErrorKind::BrokenPipe => {
            complain(&about(Path::new("standard output"), "cannot be written", &e).to_string());
            ExitCode::from(2)
        }
        _ => ExitCode::from(u8::try_from(asked.exit_code()).unwrap_or(2)),
    }
}

fn dispatch(cli: Cli) -> Result<ExitCode> {
    let dismissals = config::load(cli.config.as_deref())?;
    match cli.command {
        Some(Command::Extract(a)) => run_extract(&a),
        Some(Command::Reconcile(a)) => run_reconcile(&a, dismissals),
        Some(Command::Stories(a)) => run_stories(&a),
        Some(Command::Explain(a)) => run_explain(&a),
        Some(Command::Schema) => run_schema(),
        Some(Command::Completions(a)) => generated::completions(a.shell).map(|()| ExitCode::SUCCESS),
        Some(Command::Man) => generated::man().map(|()| ExitCode::SUCCESS),
        None => run_compare(&cli.compare, dismissals),
    }
}

/// What is wrong with the arguments, without the hints that clap adds below.
fn in_one_line(e: &clap::Error) -> String {
    let text = e.to_string();
    let lines: Vec<&str> = text.lines().take_while(|l| !l.is_empty()).map(str::trim).collect();
    lines.join(" ").trim_start_matches("error: ").to_owned()
}

/// A reader that has gone away is no error.
fn is_closed_pipe(e: &anyhow::Error) -> bool {
    e.chain().any(|c| {
        let io = c
            .downcast_ref::<io::Error>()
            .map(io::Error::kind)
            .or_else(|| c.downcast_ref::<serde_json::Error>().and_then(|e| e.io_error_kind()));
        io == Some(io::ErrorKind::BrokenPipe)
    })
}

/// One line on standard error; nothing can be done when even that fails.
fn complain(message: &str) {
    let _ = writeln!(io::stderr(), "claimdiff: {}", printable(message));
}

/// `claimdiff extrct folder`: a first argument that is no path and nearly a command is an error, unlike a missing file.
fn refuse_mistyped_command(paths: &[PathBuf]) -> Result<()> {
    const NEAR: usize = 2;
    let Some(word) = paths.first().filter(|p| !p.exists()).and_then(|p| p.to_str()) else { return Ok(()) };
    let commands = Cli::command();
    let near = commands.get_subcommands().map(clap::Command::get_name).find(|c| strsim::damerau_levenshtein(c, word) <= NEAR);
    near.map_or(Ok(()), |command| bail!("{word}: no such file or folder; the command is \"{command}\""))
}

fn run_compare(args: &CompareArgs, dismissals: Vec<Dismissal>) -> Result<ExitCode> {
    refuse_mistyped_command(&args.paths)?;
    let cache = open_cache(&args.cache, &args.reading, false);
    let how = How { date: args.reading.date, text: false, cache: cache.as_ref() };
    let mut inputs = find(&args.paths, how.cache)?;
    let draft = args.against.as_deref();
    let base = draft.map(|d| inputs.add(d).with_context(|| format!("{}: no file to check", d.display()))).transpose()?;
    let ready = Ready {
        base: base.clone(),
        ..Ready::new(&args.report, dismissals, surroundings::files(args.paths.iter().chain(&args.against).map(PathBuf::as_path), &inputs))?
    };
    let mut told = Vec::new();
    read_lines(&inputs, args.reading.threads, how, &|t| t, &mut |heap| {
        told.extend(heap);
        Ok(())
    })?;
    let compare = |one: bool, kinds: &[GroupKind]| match base {
        Some(id) => reconcile(without_copies(told.into_iter().map(|t| t.line(how)).collect(), &id), kinds),
        None => kept::compare(told, one, kinds, how),
    };
    let code = report(compare, &args.report, ready)?;
    complain_of(cache.as_ref());
    Ok(code)
}

/// The cache that was asked for; without one that can be used, the work is done without.
fn open_cache(args: &CacheArgs, reading: &ReadingArgs, text: bool) -> Option<Cache> {
    let options = format!("date {:?}, text {text}", reading.date);
    let opened = Cache::open(args.cache.as_deref()?, &options);
    opened.inspect_err(|e| complain(&e.to_string())).ok()
}

/// Says what went wrong with the cache.
fn complain_of(cache: Option<&Cache>) {
    cache.iter().flat_map(|c| c.notes()).for_each(|note| complain(&note));
}

fn run_extract(args: &ExtractArgs) -> Result<ExitCode> {
    let mut out = Output::open(args.output.as_deref())?;
    let text = args.with == Some(With::Text);
    let cache = open_cache(&args.cache, &args.reading, text);
    let how = How { date: args.reading.date, text, cache: cache.as_ref() };
    let inputs = find(&args.paths, how.cache)?;
    // One batch is written while the next is read.
    let (send, receive) = mpsc::sync_channel::<Vec<Result<Vec<u8>>>>(1);
    thread::scope(|scope| {
        let reader = scope.spawn(move || {
            let write = |told| json_line(told, &args.only, how);
            read_lines(&inputs, args.reading.threads, how, &write, &mut |heap| send.send(heap).context("nobody writes any more"))
        });
        let mut harmless = Harmless::new(Style::Json, &mut out);
        for line in receive.into_iter().flatten() {
            harmless.write_all(&line?)?;
        }
        reader.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })?;
    out.finish()?;
    complain_of(cache.as_ref());
    Ok(ExitCode::SUCCESS)
}

fn run_reconcile(args: &ReconcileArgs, dismissals: Vec<Dismissal>) -> Result<ExitCode> {
    let ready = Ready::new(&args.report, dismissals, FxHashMap::default())?;
    let mut lines = Vec::new();
    claim_lines(args.file.as_deref(), |line| lines.push(line))?;
    if lines.iter().all(|l: &Line| l.source.skipped.is_some()) {
        bail!("no readable article");
    }
    report(|one, kinds| if one { reconcile(lines, kinds) } else { reconcile_stories(lines, kinds) }, &args.report, ready)
}

/// Keeps of each line only what dividing into stories needs, not the claims.
fn run_stories(args: &StoriesArgs) -> Result<ExitCode> {
    let mut out = Output::open(args.output.as_deref())?;
    let (mut articles, mut ids) = (Vec::new(), Vec::new());
    claim_lines(args.file.as_deref(), |line: Line| {
        if line.source.skipped.is_none() {
            articles.push(Telling::new(&line.source));
            ids.push(line.source.id);
        }
    })?;
    for (id, story) in ids.iter().zip(stories::names(&articles)) {
        serde_json::to_writer(&mut out, &serde_json::json!({"id": id, "story": story}))?;
        out.write_all(b"\n")?;
    }
    out.finish()?;
    Ok(ExitCode::SUCCESS)
}

fn run_explain(args: &ExplainArgs) -> Result<ExitCode> {
    let how = How { date: args.reading.date, text: false, cache: None };
    let mut lines = Vec::new();
    read_lines(&find(&args.paths, None)?, args.reading.threads, how, &|told| told.line(how), &mut |heap| {
        lines.extend(heap);
        Ok(())
    })?;
    let one = args.story == StoryChoice::One;
    let outcome = if one { reconcile(lines.clone(), &[]) } else { reconcile_stories(lines.clone(), &[]) };
    let Some(group) = outcome.groups.iter().find(|g| g.id == args.id) else { bail!("{}: no group of these articles has this id", args.id) };
    let told: Vec<&str> = outcome.sources.iter().filter(|s| s.story == group.story).map(|s| s.id.as_str()).collect();
    lines.retain(|l| told.contains(&l.source.id.as_str()));
    let mut out = Output::open(None)?;
    explain::write(group, &trace(lines, group), &mut out)?;
    out.finish()?;
    Ok(ExitCode::SUCCESS)
}

fn run_schema() -> Result<ExitCode> {
    let mut out = Output::open(None)?;
    out.write_all(schema::SCHEMA.as_bytes())?;
    out.finish()?;
    Ok(ExitCode::SUCCESS)
}

fn is_of_kind(claim: ClaimKind, kind: Kind) -> bool {
    match kind {
        Kind::Figure => claim == ClaimKind::Figure,
        Kind::Date => claim == ClaimKind::Date,
        Kind::Name => matches!(claim, ClaimKind::Person | ClaimKind::Place),
        Kind::Role => claim == ClaimKind::Role,
        Kind::Place => claim == ClaimKind::Place,
        Kind::Quote => claim == ClaimKind::Quote,
        Kind::Event => claim == ClaimKind::Event,
    }
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

/// The files behind the paths, without those of the cache.
fn find(paths: &[PathBuf], cache: Option<&Cache>) -> Result<Inputs> {
    let mut inputs = input::find(paths);
    if let Some(place) = cache.and_then(Cache::place) {
        inputs.files.retain(|f| !f.path.as_deref().is_some_and(|p| Cache::is_entry(&place, p)));
    }
    if inputs.files.is_empty() && inputs.skipped.is_empty() {
        bail!("{}: no files in it", paths.iter().map(|p| p.display().to_string()).collect::<Vec<_>>().join(", "));
    }
    Ok(inputs)
}

/// Reads and extracts all files; `make` makes something of each article, in parallel; `sink` gets that batch by batch, in order.
fn read_lines<'a, T: Send>(
    inputs: &'a Inputs,
    threads: Option<u16>,
    how: How,
    make: &(impl Fn(Told<'a>) -> T + Sync),
    sink: &mut impl FnMut(Vec<T>) -> Result<()>,
) -> Result<()> {
    if let Some(n) = threads {
        rayon::ThreadPoolBuilder::new().num_threads(n as usize).build_global().context("threads")?;
    }
    let mut ids = FxHashMap::default();
    let mut read = 0usize;
    let mut progress = Progress::new(inputs);
    let meet = |item: Item<'a>| {
        progress.add(1);
        progress.aside(|| report_trouble(&item));
        let Some(id) = item.id() else { return item };
        read += 1;
        let unique = input::unique(&mut ids, id);
        if unique == id { item } else { item.rename(unique) }
    };
    input::for_each(inputs, how.cache, meet, |items| kept::lines(items, how).map(make).collect(), sink)?;
    if read == 0 {
        bail!("no readable article");
    }
    Ok(())
}

/// Says that a file was not read, or only by guessing its encoding.
fn report_trouble(item: &Item) {
    match item {
        Item::Skipped { path, reason } => complain(&format!("{path}: skipped: {reason}")),
        Item::Article(article, _) => kept::troubles(article).iter().for_each(|t| complain(t)),
        Item::Kept(kept) => kept.troubles().iter().for_each(|t| complain(t)),
    }
}

/// The line as it is written.
fn json_line(told: Told, only: &[Kind], how: How) -> Result<Vec<u8>> {
    let told = match only {
        [] => match told.written() {
            Ok(line) => return Ok(line),
            Err(told) => told,
        },
        _ => told,
    };
    let mut line = told.line(how);
    if !only.is_empty() {
        line.claims.retain(|c| only.iter().any(|k| is_of_kind(c.kind, *k)));
    }
    let Some(reason) = &line.source.skipped else { return Ok(wire::line(&line)?) };
    let source =
        serde_json::json!({"schema_version": line.schema_version, "source": {"path": line.source.path, "skipped": reason}, "claims": []});
    Ok(format!("{source}\n").into_bytes())
}

/// Reads lines of `claimdiff extract` from a file or standard input; a line that is none is an error that names it.
fn claim_lines(file: Option<&Path>, mut each: impl FnMut(Line)) -> Result<()> {
    let file = file.filter(|f| f.as_os_str() != "-");
    let name = file.map_or_else(|| "standard input".to_owned(), |f| f.display().to_string());
    if file.is_some_and(Path::is_dir) {
        bail!("{name}: is a folder; this command reads lines of claimdiff extract");
    }
    let from: Box<dyn BufRead> = match file {
        None => Box::new(io::stdin().lock()),
        Some(f) => Box::new(BufReader::new(File::open(f).map_err(|e| about(f, "cannot be read", &e))?)),
    };
    let mut from = from;
    let mut seen = Seen::default();
    for number in 1usize.. {
        let mut json = Vec::new();
        let read = io::Read::take(&mut from, LONGEST_LINE + 1).read_until(b'\n', &mut json);
        read.with_context(|| format!("{name}: line {number}"))?;
        if json.is_empty() {
            break;
        }
        let json = json.strip_prefix(BYTE_ORDER_MARK).filter(|_| number == 1).unwrap_or(&json).trim_ascii();
        if json.is_empty() {
            continue;
        }
        let line = claim_line(json).with_context(|| format!("{name}: line {number} is not a line of claimdiff extract"))?;
        if let Some(first) = seen.another(&line, number, json) {
            let id = &line.source.id;
            bail!("{name}: line {number}: the article of line {first} has the id {id:?} too; extract them together, or rename one");
        }
        each(line);
    }
    Ok(())
}

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The articles of the lines read so far: hashes of ids, with the number of the line and a hash of it.
#[derive(Default)]
struct Seen(FxHashMap<u64, (usize, u64)>);

impl Seen {
    /// The line before this one that has another article of the same id. One that is given twice is one article.
    fn another(&mut self, line: &Line, number: usize, json: &[u8]) -> Option<usize> {
        if line.source.skipped.is_some() {
            return None;
        }
        let (id, this) = (FxBuildHasher.hash_one(&line.source.id), FxBuildHasher.hash_one(json));
        let (first, hash) = *self.0.entry(id).or_insert((number, this));
        (hash != this).then_some(first)
    }
}

/// The line of the longest article is a good deal shorter.
const LONGEST_LINE: u64 = 1 << 30;

/// Reads a line of `claimdiff extract`; the error says why it is none.
pub fn claim_line(json: &[u8]) -> Result<Line> {
    if !json.trim_ascii_start().starts_with(b"{") {
        bail!("no object");
    }
    if json.trim_ascii() == b"{" {
        bail!("an object on several lines, such as a report");
    }
    let line: Line = serde_json::from_slice(json).map_err(|e| if is_report(json) { anyhow!("it is of a report") } else { e.into() })?;
    check::line(&line).map_err(anyhow::Error::msg)?;
    Ok(line)
}

/// Whether this begins a JSON report, on one line or on one for each of its parts.
fn is_report(json: &[u8]) -> bool {
    #[derive(serde::Deserialize)]
    struct Head {
        #[serde(rename = "generator")]
        _generator: serde::de::IgnoredAny,
    }
    serde_json::from_slice::<Head>(json).is_ok()
}

/// What a report needs from outside; opened before the work, so that an error comes at once.
struct Ready {
    baseline: Option<Baseline>,
    dismissals: Vec<Dismissal>,
    files: FxHashMap<String, String>,
    /// The id of the article to hold against the others.
    base: Option<String>,
    out: Output,
}

impl Ready {
    fn new(args: &ReportArgs, dismissals: Vec<Dismissal>, files: FxHashMap<String, String>) -> Result<Ready> {
        let baseline = args.baseline.as_deref().map(Baseline::read).transpose()?;
        Ok(Ready { baseline, dismissals, files, base: None, out: Output::open(args.output.as_deref())? })
    }
}

/// Reports what `compare` finds, which is told whether all articles tell one story, and the kinds that are asked for.
fn report(compare: impl FnOnce(bool, &[GroupKind]) -> Outcome, args: &ReportArgs, mut ready: Ready) -> Result<ExitCode> {
    let kinds: Vec<GroupKind> = args.only.iter().map(|k| group_kind(*k)).collect();
    // A draft tells the story of the articles that it is held against.
    let one = ready.base.is_some() || args.story == StoryChoice::One;
    let mut report = Report::new(compare(one, &kinds));
    if matches!(args.format, Format::Json | Format::Jsonl) {
        report.add_selectors();
    }
    dismissal::apply(&mut report, &ready.dismissals, kinds.is_empty());
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
    match write(&index, args, &mut ready.out).and_then(|()| ready.out.finish()) {
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

fn write(index: &Index, args: &ReportArgs, out: &mut Output) -> Result<()> {
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
