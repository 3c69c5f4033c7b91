//! Arguments as typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::reconcile::group::Status;

/// What the status of the program says.
pub const STATUS: &str = "0 nothing at or above --fail-on, 1 found, 2 trouble.";

/// Commands to begin with, each with what it does.
pub const EXAMPLES: &str = "  claimdiff articles/
      What the articles of a folder agree on and where they differ.
  claimdiff --show conflict,changed articles/
      Only contradictions and changes over time in full.
  claimdiff --against draft.md articles/
      What the articles say to each claim of a draft.
  claimdiff --date 2026-03-09 a.txt b.txt
      Articles without a date of their own: \"on Tuesday\" is reckoned from this day.
  claimdiff --format json articles/ | jq .summary
      For scripts; claimdiff schema prints the contract.
  claimdiff --format github --fail-on conflict --baseline old.json articles/
      In a GitHub workflow: annotations, and a failing job when there is a new conflict.
  claimdiff extract articles/ | claimdiff reconcile
      The same in two steps, of which the first works on each article by itself.";

fn after() -> String {
    format!("Exit status: {STATUS}\nMore with --help; the options of a command with 'claimdiff COMMAND --help'.")
}

fn after_long() -> String {
    format!("Examples:\n{EXAMPLES}\n\nExit status: {STATUS}\nRun 'claimdiff COMMAND --help' for the options of a command.")
}

/// diff for facts: what articles about one event agree on, and where they differ
///
/// Reads articles (plain text, Markdown, HTML, JSON), takes the figures, dates, names, roles, places, quotes and events out of each, lines them up
/// across the articles, and judges each group: a conflict, a change over time, two ways to say one thing, or the same everywhere. The
/// words that show it stand beside each finding, with file and line. Nothing is looked up and no model is asked; the same articles
/// always give the same report.
#[derive(Parser)]
#[command(
    name = "claimdiff",
    version,
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    arg_required_else_help = true
)]
#[command(after_help = after(), after_long_help = after_long())]
pub struct Cli {
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Aliases, units, outlets, dismissed findings
    ///
    /// Without it the nearest .claimdiff.toml upward from the working directory.
    #[arg(long, value_name = "FILE", global = true)]
    pub config: Option<PathBuf>,
    #[command(flatten)]
    pub compare: CompareArgs,
}

#[derive(Subcommand)]
pub enum Command {
    /// Write the claims of each article as one line of JSON
    Extract(ExtractArgs),
    /// Compare from such lines instead of articles
    Reconcile(ReconcileArgs),
    /// Say which articles of such lines tell one story
    Stories(StoriesArgs),
    /// Say why claims stand in one group and why it has its status
    Explain(ExplainArgs),
    /// Print the JSON Schema of the report and of an extract line
    Schema,
    /// Print the completions of a shell
    Completions(CompletionsArgs),
    /// Print the manual page
    Man,
}

#[derive(Args)]
pub struct CompletionsArgs {
    /// The shell: bash, elvish, fish, powershell, zsh
    #[arg(hide_possible_values = true)]
    pub shell: clap_complete::Shell,
}

#[derive(Args)]
pub struct CompareArgs {
    /// Files and folders of articles; - is standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Check one article against the others
    ///
    /// Says of each of its claims whether the others contradict, date, spell or quote it differently, support it, or do not mention it.
    /// --fail-on then counts what the draft takes part in.
    #[arg(long, value_name = "DRAFT")]
    pub against: Option<PathBuf>,
    #[command(flatten)]
    pub reading: ReadingArgs,
    #[command(flatten)]
    pub cache: CacheArgs,
    #[command(flatten)]
    pub report: ReportArgs,
}

#[derive(Args)]
pub struct ExtractArgs {
    /// Files and folders of articles; - is standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub reading: ReadingArgs,
    #[command(flatten)]
    pub cache: CacheArgs,
    /// Only figure, date, name (person and place), role, quote, event
    #[arg(long, value_name = "KINDS", value_delimiter = ',', hide_possible_values = true)]
    pub only: Vec<Kind>,
    /// What to add to each line
    #[arg(long, value_name = "WHAT")]
    pub with: Option<With>,
    /// Format of the lines
    #[arg(long, value_name = "FORMAT", default_value = "jsonl")]
    pub format: LineFormat,
    /// Write to a file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Args)]
pub struct ReconcileArgs {
    /// Lines of claimdiff extract; standard input if none is named
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    #[command(flatten)]
    pub report: ReportArgs,
}

#[derive(Args)]
pub struct StoriesArgs {
    /// Lines of claimdiff extract; standard input if none is named
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Write to a file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Args)]
pub struct ExplainArgs {
    /// The group, as a report names it; the beginning of its id is enough where no other begins so
    #[arg(value_name = "ID")]
    pub id: String,
    /// The files and folders that were compared; articles, not lines of claimdiff extract
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub reading: ReadingArgs,
    /// Which articles were compared: those that tell one story, or all as one
    #[arg(long, value_name = "WHICH", default_value = "each")]
    pub story: StoryChoice,
    /// Write to a file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Args)]
pub struct ReadingArgs {
    /// Publication date of articles that state none
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub date: Option<jiff::civil::Date>,
    /// Threads; one for each processor if not given
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
}

#[derive(Args)]
pub struct CacheArgs {
    /// Keep what was found in a folder for the next run
    ///
    /// Articles that an earlier run of this program has read are not extracted again, and stories of which nothing has changed are not
    /// compared again; the result is the same. The folder may be removed at any time.
    #[arg(long, value_name = "DIR")]
    pub cache: Option<PathBuf>,
}

/// A day as `2026-03-09`.
pub(super) fn day(text: &str) -> Result<jiff::civil::Date, &'static str> {
    let parsed = text.parse().ok();
    // Years have four digits from 0001 on, and no time of day stands behind the day.
    let is_day = |day: &jiff::civil::Date| day.year() > 0 && day.to_string() == text;
    parsed.filter(is_day).ok_or("not a day of the calendar as in 2026-03-09")
}

#[derive(Args)]
pub struct ReportArgs {
    /// text, html, markdown, json, jsonl, sarif, github
    ///
    /// text, if none is given, for a terminal, html for the browser, markdown for a pull request or a note, json for scripts, jsonl the
    /// same in lines with a type each, sarif (2.1.0) for code scanning, github for annotations and a summary in a workflow of GitHub.
    #[arg(long, value_name = "FORMAT", default_value = "text", hide_default_value = true, hide_possible_values = true)]
    pub format: Format,
    /// Write to a file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Only figure, date, name, role, place, quote, event
    #[arg(long, value_name = "KINDS", value_delimiter = ',', hide_possible_values = true)]
    pub only: Vec<Kind>,
    /// Each story by itself, or all as one
    ///
    /// each: the articles are divided into stories, and those of one story are compared; one: all tell one story.
    #[arg(long, value_name = "WHICH", default_value = "each", hide_possible_values = true)]
    pub story: StoryChoice,
    /// What the text report shows in full, by status
    ///
    /// Of conflict, changed, unresolved, compatible, agree, single_source; the first four if not given.
    #[arg(long, value_name = "STATUSES", value_delimiter = ',', hide_possible_values = true)]
    pub show: Vec<ShownStatus>,
    /// Exit with status 1 at conflict, changed, unresolved
    ///
    /// A group counts when it has this status or a worse one, is not dismissed, and is new where there is a --baseline.
    /// Without this option, or with never, the status is 0.
    #[arg(long, value_name = "STATUS", default_value = "never", hide_default_value = true, hide_possible_values = true)]
    pub fail_on: FailOn,
    /// Only what is new since this JSON report counts
    ///
    /// Groups are new that the earlier report had not, or with a milder status, or, as conflicts and changes, without one of the values.
    #[arg(long, value_name = "OLD.json")]
    pub baseline: Option<PathBuf>,
    /// Colours: auto, always, never
    ///
    /// auto: on a terminal that has them, unless NO_COLOR is set.
    #[arg(long, value_name = "WHEN", default_value = "auto", hide_possible_values = true)]
    pub color: Color,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Text,
    Json,
    Jsonl,
    Html,
    Markdown,
    Sarif,
    Github,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LineFormat {
    Jsonl,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum With {
    Text,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    Figure,
    Date,
    Name,
    Role,
    Place,
    Quote,
    Event,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum StoryChoice {
    Each,
    One,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum ShownStatus {
    Conflict,
    Changed,
    Unresolved,
    Compatible,
    Agree,
    SingleSource,
}

impl From<ShownStatus> for Status {
    fn from(s: ShownStatus) -> Status {
        match s {
            ShownStatus::Conflict => Status::Conflict,
            ShownStatus::Changed => Status::Changed,
            ShownStatus::Unresolved => Status::Unresolved,
            ShownStatus::Compatible => Status::Compatible,
            ShownStatus::Agree => Status::Agree,
            ShownStatus::SingleSource => Status::SingleSource,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    Conflict,
    Changed,
    Unresolved,
    Never,
}

impl FailOn {
    /// The mildest status that fails; none for `never`.
    pub fn status(self) -> Option<Status> {
        match self {
            FailOn::Conflict => Some(Status::Conflict),
            FailOn::Changed => Some(Status::Changed),
            FailOn::Unresolved => Some(Status::Unresolved),
            FailOn::Never => None,
        }
    }
}
