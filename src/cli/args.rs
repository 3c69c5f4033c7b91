//! Arguments as typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::reconcile::group::Status;

/// diff for facts: what news articles about one event agree on, where they differ, and the words that show it
#[derive(Parser)]
#[command(
    name = "claimdiff",
    version,
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    arg_required_else_help = true
)]
#[command(
    after_help = "Exit status: 0 nothing at or above --fail-on, 1 found, 2 trouble.\nRun 'claimdiff COMMAND --help' for the options of a command."
)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    pub compare: CompareArgs,
}

#[derive(Subcommand)]
pub enum Command {
    /// Write the claims of each article as JSON Lines, one line an article
    Extract(ExtractArgs),
    /// Compare from such lines instead of articles
    Reconcile(ReconcileArgs),
    /// Say which articles of such lines tell one story, one line an article
    Stories(StoriesArgs),
    /// Say why the claims of one group stand together and have their status
    Explain(ExplainArgs),
    /// Print the JSON Schema of the report and of an extract line
    Schema,
}

#[derive(Args)]
pub struct CompareArgs {
    /// Files and folders of articles; - is standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub reading: ReadingArgs,
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
    /// Kinds of claims to write: figure, date, name (person and place), role, quote, event
    #[arg(long, value_name = "KINDS", value_delimiter = ',')]
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
    /// The group, as a report names it
    #[arg(value_name = "ID")]
    pub id: String,
    /// The files and folders that were compared
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub reading: ReadingArgs,
    /// Which articles were compared: those that tell one story, or all as one
    #[arg(long, value_name = "WHICH", default_value = "each")]
    pub story: StoryChoice,
}

#[derive(Args)]
pub struct ReadingArgs {
    /// Publication date of articles that state none
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub date: Option<jiff::civil::Date>,
    /// Number of threads (default: one for each processor)
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
}

fn day(text: &str) -> Result<jiff::civil::Date, &'static str> {
    text.parse().map_err(|_| "not a day of the calendar as in 2026-03-09")
}

#[derive(Args)]
pub struct ReportArgs {
    /// Format of the report
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: Format,
    /// Write to a file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Kinds of groups to compare: figure, date, name, role, place, quote, event
    #[arg(long, value_name = "KINDS", value_delimiter = ',')]
    pub only: Vec<Kind>,
    /// Which articles are compared: those that tell one story, or all as one
    #[arg(long, value_name = "WHICH", default_value = "each")]
    pub story: StoryChoice,
    /// Groups that the text report shows in full, by status
    #[arg(long, value_name = "STATUSES", value_delimiter = ',')]
    pub show: Vec<ShownStatus>,
    /// Exit with status 1 when a group has this status or a worse one
    #[arg(long, value_name = "STATUS", default_value = "never")]
    pub fail_on: FailOn,
    /// An earlier JSON report: only groups that are new, worse or hold a new value count for --fail-on
    #[arg(long, value_name = "OLD.json")]
    pub baseline: Option<PathBuf>,
    /// Colours of the text report
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub color: Color,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Text,
    Json,
    Jsonl,
    Html,
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
