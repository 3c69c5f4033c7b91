//! What the program says about itself for shells and for `man`.

use anyhow::Result;
use clap::CommandFactory;
use clap_complete::Shell;

use super::args::Cli;
use super::output::Output;

pub fn completions(shell: Shell) -> Result<()> {
    // The generator writes to memory first, since it panics where writing fails.
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "claimdiff", &mut text);
    print(&text)
}

pub fn man() -> Result<()> {
    let mut text = Vec::new();
    clap_mangen::Man::new(Cli::command()).render(&mut text)?;
    print(&text)
}

fn print(text: &[u8]) -> Result<()> {
    let mut out = Output::open(None)?;
    std::io::Write::write_all(&mut out, text)?;
    out.finish()
}
