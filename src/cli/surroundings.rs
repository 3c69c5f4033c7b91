//! What reports take from the terminal and the environment.

use std::ffi::OsStr;
use std::fs::{self, OpenOptions};
use std::io::{self, IsTerminal, Write};
use std::path::{Component, Path};

use anyhow::Result;
use rustc_hash::FxHashMap;

use super::args::{Color, ReportArgs};
use super::input::{Inputs, last_component};
use crate::error::about;
use crate::report::github::LARGEST_SUMMARY;
use crate::report::index::Index;
use crate::report::sarif::uri;
use crate::report::{markdown, text};

/// How the text report is to look.
pub fn view(args: &ReportArgs, index: &Index) -> text::View {
    let terminal = args.output.is_none() && io::stdout().is_terminal();
    let color = match args.color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => terminal && shows_color(),
    };
    let shown = args.show.iter().map(|s| (*s).into()).collect();
    let links = if terminal && supports_hyperlinks::supports_hyperlinks() { links(index) } else { FxHashMap::default() };
    text::View { color, width: width(terminal), shown, links }
}

/// Whether the terminal has colours and its user wants them.
fn shows_color() -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
    !refused && std::env::var_os("TERM").is_none_or(|t| t != "dumb")
}

/// From the path of each source to the address of its file.
fn links(index: &Index) -> FxHashMap<String, String> {
    let Ok(here) = std::env::current_dir() else { return FxHashMap::default() };
    let address = |file: &str| format!("file://{}", uri(&here.join(file).to_string_lossy()));
    index.setting.files.iter().map(|(path, file)| (path.clone(), address(file))).collect()
}

/// Columns to write for: as many as `COLUMNS` says, or the terminal has, else 100; never so many that lines are hard to read.
fn width(terminal: bool) -> usize {
    const PIPE: usize = 100;
    let stated = std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
    let seen = || terminal_size::terminal_size().filter(|_| terminal).map(|(w, _)| w.0 as usize);
    stated.or_else(seen).map_or(PIPE, |w: usize| w.clamp(40, 120))
}

/// Where an argument lies.
#[derive(PartialEq, Eq)]
enum Place {
    /// It is the working directory.
    Here,
    /// Below the working directory: what stands before its last component, with a slash behind.
    Below(String),
    Outside,
}

/// From the shown path of each file to the path as typed, from the working directory on. Left out are files outside of it, and those whose
/// shown path may come from unlike arguments.
pub fn files<'a>(arguments: impl Iterator<Item = &'a Path>, inputs: &Inputs) -> FxHashMap<String, String> {
    let mut by_name: FxHashMap<String, Vec<Place>> = FxHashMap::default();
    for argument in arguments {
        by_name.entry(last_component(argument)).or_default().push(place(argument));
    }
    by_name.values_mut().for_each(Vec::dedup);
    let typed = |shown: &str| match &by_name.get(shown.split('/').next()?)?[..] {
        [Place::Here] => Some(shown.split_once('/')?.1.to_owned()),
        [Place::Below(folder)] => Some(format!("{folder}{shown}")),
        _ => None,
    };
    inputs.files.iter().filter_map(|f| Some((f.shown.clone(), typed(&f.shown)?))).collect()
}

fn place(argument: &Path) -> Place {
    let Ok(here) = std::env::current_dir() else { return Place::Outside };
    let below = argument.strip_prefix(&here).unwrap_or(argument);
    let parts: Option<Vec<&OsStr>> = below
        .components()
        .filter(|c| *c != Component::CurDir)
        .map(|c| if let Component::Normal(part) = c { Some(part) } else { None })
        .collect();
    match parts.as_deref() {
        None => Place::Outside,
        Some([]) => Place::Here,
        Some([folders @ .., _]) => Place::Below(folders.iter().map(|f| f.to_string_lossy().into_owned() + "/").collect()),
    }
}

/// Adds the report to the summary of a GitHub job, when this is one.
pub fn add_job_summary(index: &Index) -> Result<()> {
    let Some(name) = std::env::var_os("GITHUB_STEP_SUMMARY").filter(|n| !n.is_empty()) else { return Ok(()) };
    let path = Path::new(&name);
    let there = fs::metadata(path).map_or(0, |m| m.len() as usize);
    let mut summary = Vec::new();
    markdown::write(index, LARGEST_SUMMARY.saturating_sub(there), &mut summary)?;
    let mut file = OpenOptions::new().append(true).create(true).open(path).map_err(|e| about(path, "cannot be written", &e))?;
    file.write_all(&summary).map_err(|e| about(path, "cannot be written", &e))
}
