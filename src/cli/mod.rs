//! The command line: arguments as typed, the walk over the inputs, what is written where.

pub mod args;
pub mod input;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;
use serde::Serialize;

use crate::claim::{Claim, Source};
use crate::extract::extract;
use args::{Cli, Command};

/// Runs the program; the exit status says what was found.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    match dispatch(cli) {
        Ok(code) => code,
        Err(e) if is_closed_pipe(&e) => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("claimdiff: {e:#}");
            ExitCode::from(2)
        }
    }
}

fn is_closed_pipe(e: &anyhow::Error) -> bool {
    e.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe)
}

fn dispatch(cli: Cli) -> Result<ExitCode> {
    match cli.command {
        Some(Command::Extract(args)) => run_extract(&args),
        None => anyhow::bail!("compare is not built yet"),
    }
}

#[derive(Serialize)]
struct Line<'a> {
    source: &'a Source,
    claims: &'a [Claim],
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
}

fn run_extract(args: &args::ExtractArgs) -> Result<ExitCode> {
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    for article in input::articles(&args.paths)? {
        let e = extract(&article, args.date);
        let text = (args.with.as_deref() == Some("text")).then_some(article.text.as_str());
        serde_json::to_writer(&mut out, &Line { source: &e.source, claims: &e.claims, text }).map_err(io::Error::from)?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
