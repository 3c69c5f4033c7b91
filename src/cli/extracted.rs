//! Lines of `claimdiff extract`, read back.

use std::fs::File;
use std::hash::BuildHasher;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::lines::without_mark;
use crate::claim::{Line, check};
use crate::error::{about, of_line};

/// Reads lines of `claimdiff extract` from a file or standard input; a line that is none is an error that names it.
pub fn read(file: Option<&Path>, mut each: impl FnMut(Line)) -> Result<()> {
    let file = file.filter(|f| f.as_os_str() != "-");
    let name = file.map_or_else(|| "standard input".to_owned(), |f| f.display().to_string());
    if file.is_some_and(Path::is_dir) {
        bail!("{name}: is a folder; this command reads lines of claimdiff extract");
    }
    let mut from: Box<dyn BufRead> = match file {
        None => Box::new(io::stdin().lock()),
        Some(f) => Box::new(BufReader::new(File::open(f).map_err(|e| about(f, "cannot be read", &e))?)),
    };
    let mut seen = Seen::default();
    for number in 1usize.. {
        let mut json = Vec::new();
        let read = from.by_ref().take(LONGEST_LINE + 1).read_until(b'\n', &mut json);
        read.with_context(|| format!("{name}: line {number}"))?;
        if json.is_empty() {
            break;
        }
        let json = if number == 1 { without_mark(&json) } else { &json[..] }.trim_ascii();
        if json.is_empty() {
            continue;
        }
        let line = self::line(json).with_context(|| format!("{name}: line {number} is not a line of claimdiff extract"))?;
        if let Some(first) = seen.another(&line, number, json) {
            let id = &line.source.id;
            bail!("{name}: line {number}: the article of line {first} has the id {id:?} too; extract them together, or rename one");
        }
        each(line);
    }
    Ok(())
}

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
pub fn line(json: &[u8]) -> Result<Line> {
    if !json.trim_ascii_start().starts_with(b"{") {
        bail!("no object");
    }
    if json.trim_ascii() == b"{" {
        bail!("an object on several lines, such as a report");
    }
    let line: Line =
        serde_json::from_slice(json).map_err(|e| if is_report(json) { anyhow!("it is of a report") } else { anyhow!(of_line(&e)) })?;
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
