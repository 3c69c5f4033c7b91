//! The command line: arguments as typed, the inputs behind them, what is written where.
//!
//! Exit status: 0 nothing at or above `--fail-on`; 1 found; 2 trouble (wrong arguments, nothing could be read, output not written).

pub mod args;
pub mod baseline;
pub mod cache;
pub mod config;
pub mod extracted;
mod generated;
pub mod input;
pub mod item;
mod kept;
pub mod lines;
pub mod output;
mod progress;
pub mod raw;
mod report;
mod surroundings;
mod trouble;

use std::io::{self, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc;
use std::thread;

use anyhow::{Context, Result, bail};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, Parser};
use rustc_hash::FxHashMap;

use crate::claim::{ClaimKind, Line};
use crate::error::about;
use crate::reconcile::group::{Group, GroupKind};
use crate::reconcile::origin::without_copies;
use crate::reconcile::stories::{self, Telling};
use crate::reconcile::trace::trace;
use crate::reconcile::{reconcile, reconcile_stories, reconcile_watched};
use crate::report::dismissal::Dismissal;
use crate::report::harmless::{Harmless, Style};
use crate::report::{explain, schema, wire};
use args::{
    CacheArgs, Cli, Command, CompareArgs, ExplainArgs, ExtractArgs, Kind, ReadingArgs, ReconcileArgs, StoriesArgs, StoryChoice, With,
};
use cache::Cache;
use input::Inputs;
use item::Item;
use kept::{How, Told};
use output::{Output, spare};
use progress::{Progress, while_comparing};
use report::Ready;
use trouble::{complain, is_closed_pipe};

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

/// Commands that print a text of the program itself do not read the configuration, so that a wrong one does not stop them.
fn dispatch(cli: Cli) -> Result<ExitCode> {
    let configured = || config::load(cli.config.as_deref());
    match cli.command {
        Some(Command::Extract(a)) => configured().and_then(|_| run_extract(&a)),
        Some(Command::Reconcile(a)) => run_reconcile(&a, configured()?),
        Some(Command::Stories(a)) => configured().and_then(|_| run_stories(&a)),
        Some(Command::Explain(a)) => configured().and_then(|_| run_explain(&a)),
        Some(Command::Schema) => run_schema(),
        Some(Command::Completions(a)) => generated::completions(a.shell).map(|()| ExitCode::SUCCESS),
        Some(Command::Man) => generated::man().map(|()| ExitCode::SUCCESS),
        None => run_compare(&cli.compare, configured()?),
    }
}

/// What is wrong with the arguments; of the hints that clap adds below it, only the option that may have been meant.
fn in_one_line(e: &clap::Error) -> String {
    let text = e.to_string();
    let lines: Vec<&str> = text.lines().take_while(|l| !l.is_empty()).map(str::trim).collect();
    let near = match e.get(ContextKind::SuggestedArg) {
        Some(ContextValue::String(option)) => format!("; the nearest known one is '{option}'"),
        _ => String::new(),
    };
    lines.join(" ").trim_start_matches("error: ").to_owned() + &near
}

/// `claimdiff extrct folder`: a first argument that is no path and nearly a command is an error, unlike a missing file.
fn refuse_mistyped_command(paths: &[PathBuf]) -> Result<()> {
    const NEAR: usize = 2;
    let Some(word) = paths.first().filter(|p| !p.exists()).and_then(|p| p.to_str()) else { return Ok(()) };
    let commands = Cli::command();
    let near = commands.get_subcommands().map(clap::Command::get_name).find(|c| strsim::damerau_levenshtein(c, word) <= NEAR);
    match near {
        None => Ok(()),
        Some(command) if command == word => {
            bail!("{word}: no such file or folder; a command stands before its options: claimdiff {command} --help")
        }
        Some(command) => bail!("{word}: no such file or folder; the command is \"{command}\""),
    }
}

fn run_compare(args: &CompareArgs, dismissals: Vec<Dismissal>) -> Result<ExitCode> {
    refuse_mistyped_command(&args.paths)?;
    spare(args.report.output.as_deref(), args.paths.iter().chain(&args.against).map(PathBuf::as_path))?;
    let cache = open_cache(&args.cache, &args.reading, false);
    let how = How { date: args.reading.date, text: false, cache: cache.as_ref() };
    let mut inputs = find(&args.paths, how.cache)?;
    let draft = args.against.as_deref();
    let base = draft.map(|d| inputs.add(d).with_context(|| format!("{}: no file to check", d.display()))).transpose()?;
    let files = surroundings::files(args.paths.iter().chain(&args.against).map(PathBuf::as_path), &inputs);
    let ready = Ready { base: base.clone(), ..Ready::new(&args.report, dismissals, files)? };
    let mut told = Vec::new();
    read_lines(&inputs, args.reading.threads, how, &|t| t, &mut |heap| {
        told.extend(heap);
        Ok(())
    })?;
    let compare = |one: bool, kinds: &[GroupKind]| {
        while_comparing(told.len(), |done| match base {
            Some(id) => reconcile(without_copies(told.into_iter().map(|t| t.line(how)).collect(), &id), kinds),
            None => kept::compare(told, one, kinds, how, done),
        })
    };
    let code = report::write(compare, &args.report, ready)?;
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
    spare(args.output.as_deref(), args.paths.iter().map(PathBuf::as_path))?;
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
    spare(args.report.output.as_deref(), args.file.as_deref().into_iter())?;
    use_threads(None)?;
    let ready = Ready::new(&args.report, dismissals, FxHashMap::default())?;
    let mut lines = Vec::new();
    extracted::read(args.file.as_deref(), |line| lines.push(line))?;
    if lines.iter().all(|l: &Line| l.source.skipped.is_some()) {
        bail!("no readable article");
    }
    let compare = |one: bool, kinds: &[GroupKind]| {
        while_comparing(lines.len(), |done| if one { reconcile(lines, kinds) } else { reconcile_watched(lines, kinds, done) })
    };
    report::write(compare, &args.report, ready)
}

/// Keeps of each line only what dividing into stories needs, not the claims.
fn run_stories(args: &StoriesArgs) -> Result<ExitCode> {
    spare(args.output.as_deref(), args.file.as_deref().into_iter())?;
    use_threads(None)?;
    let mut out = Output::open(args.output.as_deref())?;
    let (mut articles, mut ids) = (Vec::new(), Vec::new());
    extracted::read(args.file.as_deref(), |line: Line| {
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
    spare(args.output.as_deref(), args.paths.iter().map(PathBuf::as_path))?;
    let mut out = Output::open(args.output.as_deref())?;
    let how = How { date: args.reading.date, text: false, cache: None };
    let mut lines = Vec::new();
    read_lines(&find(&args.paths, None)?, args.reading.threads, how, &|told| told.line(how), &mut |heap| {
        lines.extend(heap);
        Ok(())
    })?;
    let one = args.story == StoryChoice::One;
    let outcome = if one { reconcile(lines.clone(), &[]) } else { reconcile_stories(lines.clone(), &[]) };
    let group = group_called(&args.id, &outcome.groups)?;
    let told: Vec<&str> = outcome.sources.iter().filter(|s| s.story == group.story).map(|s| s.id.as_str()).collect();
    lines.retain(|l| told.contains(&l.source.id.as_str()));
    explain::write(group, &trace(lines, group), &outcome.sources, &mut out)?;
    out.finish()?;
    Ok(ExitCode::SUCCESS)
}

/// The group with an id, or the one whose id begins so.
fn group_called<'a>(id: &str, groups: &'a [Group]) -> Result<&'a Group> {
    let begin: Vec<&Group> = groups.iter().filter(|g| !id.is_empty() && g.id.starts_with(id)).collect();
    match (begin.iter().find(|g| g.id == id), &begin[..]) {
        (Some(whole), _) => Ok(whole),
        (None, [one]) => Ok(one),
        (None, []) => bail!("{id}: no group of these articles has this id"),
        (None, several) => bail!("{id}: {} groups of these articles have an id that begins so", several.len()),
    }
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

/// So many threads, or as many as there are processors, or fewer where the variable of rayon says so.
fn use_threads(threads: Option<u16>) -> Result<()> {
    let all = std::thread::available_parallelism().map_or(1, NonZero::get);
    let count = threads.map_or_else(|| at_most(all, std::env::var("RAYON_NUM_THREADS").ok().as_deref()), usize::from);
    rayon::ThreadPoolBuilder::new().num_threads(count).build_global().context("threads")
}

/// What a variable of the environment asks for, and never more than there are processors.
fn at_most(processors: usize, asked: Option<&str>) -> usize {
    let asked = asked.and_then(|n| n.parse().ok()).filter(|n: &usize| *n > 0);
    asked.map_or(processors, |n| n.min(processors))
}

/// Reads and extracts all files; `make` makes something of each article, in parallel; `sink` gets that batch by batch, in order.
fn read_lines<'a, T: Send>(
    inputs: &'a Inputs,
    threads: Option<u16>,
    how: How,
    make: &(impl Fn(Told<'a>) -> T + Sync),
    sink: &mut impl FnMut(Vec<T>) -> Result<()>,
) -> Result<()> {
    use_threads(threads)?;
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
        Item::Skipped { path, reason } => complain(&format!("{}: skipped: {reason}", input::said(path))),
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
    Ok(if line.source.skipped.is_some() { wire::skipped(&line)? } else { wire::line(&line)? })
}

#[cfg(test)]
mod tests {
    use super::at_most;

    #[test]
    fn the_environment_starts_no_more_threads_than_there_are_processors() {
        let counts = [None, Some("1"), Some("100000"), Some("0"), Some("many")].map(|asked| at_most(4, asked));
        assert_eq!(counts, [4, 1, 4, 4, 4]);
    }
}
