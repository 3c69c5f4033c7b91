//! What the program says about itself for shells and for `man`.

use anyhow::Result;
use clap::{Command, CommandFactory};
use clap_complete::Shell;
use clap_mangen::Man;

use super::args::{Cli, EXAMPLES, STATUS};
use super::output::Output;

pub fn completions(shell: Shell) -> Result<()> {
    // The generator writes to memory first, since it panics where writing fails.
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "claimdiff", &mut text);
    print(&text)
}

pub fn man() -> Result<()> {
    let mut command = Cli::command();
    command.build();
    let page = Man::new(command.clone());
    let mut text = Vec::new();
    page.render_title(&mut text)?;
    page.render_name_section(&mut text)?;
    text.extend(synopsis(&mut command).into_bytes());
    page.render_description_section(&mut text)?;
    page.render_options_section(&mut text)?;
    text.extend(commands(&mut command).into_bytes());
    // Their lines are as they are to be read, while the rest is filled.
    text.extend(format!(".SH EXAMPLES\n.nf\n{}\n.fi\n.SH EXIT STATUS\n{}\n", roff(EXAMPLES), roff(STATUS)).into_bytes());
    page.render_version_section(&mut text)?;
    print(&text)
}

/// How the program is called, as its help says it.
fn synopsis(of: &mut Command) -> String {
    let usage = of.render_usage().to_string();
    let lines: Vec<String> = usage.trim_start_matches("Usage: ").lines().map(|l| roff(l.trim())).collect();
    format!(".SH SYNOPSIS\n.nf\n{}\n.fi\n", lines.join("\n"))
}

/// The commands with what they take; their options are said by their own help, since there is one page for all.
fn commands(of: &mut Command) -> String {
    let mut text = ".SH COMMANDS\n".to_owned();
    for command in of.get_subcommands_mut().filter(|c| c.get_name() != "help") {
        let usage = command.render_usage().to_string();
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        text += &format!(".TP\n\\fB{}\\fR\n{}\n", roff(usage.trim_start_matches("Usage: ")), roff(&about));
    }
    text + ".PP\nThe options of a command are listed by \\fBclaimdiff COMMAND \\-\\-help\\fR.\n"
}

/// Text in which nothing is a request or an escape.
fn roff(text: &str) -> String {
    let line = |l: &str| {
        let plain = l.replace('\\', "\\\\").replace('-', "\\-");
        if plain.starts_with(['.', '\'']) { format!("\\&{plain}") } else { plain }
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

fn print(text: &[u8]) -> Result<()> {
    let mut out = Output::open(None)?;
    std::io::Write::write_all(&mut out, text)?;
    out.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_no_request() {
        assert_eq!(roff(".TH\n'x --help \\fB"), "\\&.TH\n\\&'x \\-\\-help \\\\fB");
    }
}
