//! Arguments as typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

#[derive(Parser)]
#[command(
    name = "claimdiff",
    version,
    about = "diff for facts: what news articles agree on and where they differ",
    args_conflicts_with_subcommands = true
)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Subcommand)]
pub enum Command {
    /// Write the claims of each article as JSON Lines
    Extract(ExtractArgs),
}

#[derive(Args)]
pub struct ExtractArgs {
    /// Files or folders; - is standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Add to each line: text
    #[arg(long, value_name = "WHAT", value_parser = ["text"])]
    pub with: Option<String>,
    /// Publication date of articles that state none
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<jiff::civil::Date>,
    /// Number of threads
    #[arg(long, value_name = "N")]
    pub threads: Option<usize>,
    /// Output format
    #[arg(long, value_name = "FORMAT", value_parser = ["jsonl"], default_value = "jsonl")]
    pub format: String,
}
