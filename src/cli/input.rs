//! The files behind the arguments: found, ordered, named, read in parallel, handed on in order.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use anyhow::Result;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::article::{self, Article, Skipped, json};
use crate::error::reason;

/// A file to read: where it is, how it is shown, and the id of the article in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct InputFile {
    /// What lies below the argument, led by the argument's last component.
    pub shown: String,
    pub id: String,
    /// None for standard input.
    pub path: Option<PathBuf>,
}

/// One article, or the reason why there is none.
pub enum Item {
    Article(Box<Article>),
    Skipped { path: String, reason: String },
}

/// What the arguments hold: files in order of their shown paths, and what could not be opened.
#[derive(Debug, Default)]
pub struct Inputs {
    pub files: Vec<InputFile>,
    pub skipped: Vec<(String, String)>,
}

/// Walks the arguments. Hidden files are left out and links not followed, but an argument itself may be either.
pub fn find(paths: &[PathBuf]) -> Inputs {
    let mut inputs = Inputs::default();
    for path in paths {
        if path.as_os_str() == "-" {
            inputs.files.push(InputFile { shown: "-".into(), id: "stdin".into(), path: None });
            continue;
        }
        let shown = last_component(path);
        match fs::metadata(path) {
            Ok(m) if m.is_dir() => walk(path, &shown, &mut inputs),
            Ok(_) => inputs.files.push(file(path.clone(), shown)),
            Err(e) => inputs.skipped.push((shown, reason(&e))),
        }
    }
    inputs.files.sort();
    inputs.files.dedup();
    inputs.skipped.sort();
    name_apart(&mut inputs.files);
    inputs
}

fn file(path: PathBuf, shown: String) -> InputFile {
    let id = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    InputFile { shown, id, path: Some(path) }
}

/// The last component of an argument, for `.` and the like that of the folder it means.
fn last_component(path: &Path) -> String {
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned());
    let meant = || fs::canonicalize(path).ok()?.file_name().map(|n| n.to_string_lossy().into_owned());
    name.or_else(meant).unwrap_or_else(|| path.display().to_string())
}

fn walk(folder: &Path, shown: &str, inputs: &mut Inputs) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(e) => return inputs.skipped.push((shown.to_owned(), reason(&e))),
    };
    for entry in entries {
        let entry = match entry {
            Ok(entry) => entry,
            Err(e) => return inputs.skipped.push((shown.to_owned(), reason(&e))),
        };
        let name = entry.file_name().to_string_lossy().into_owned();
        let below = format!("{shown}/{name}");
        match entry.file_type() {
            _ if name.starts_with('.') => {}
            Ok(t) if t.is_dir() => walk(&entry.path(), &below, inputs),
            Ok(t) if t.is_file() => inputs.files.push(file(entry.path(), below)),
            Ok(_) => {}
            Err(e) => inputs.skipped.push((below, reason(&e))),
        }
    }
}

/// Gives files with one stem their shown paths as ids, and numbers those that are still alike.
fn name_apart(files: &mut [InputFile]) {
    let mut stems: HashMap<String, u32> = HashMap::new();
    for f in files.iter() {
        *stems.entry(f.id.clone()).or_default() += 1;
    }
    for f in files.iter_mut().filter(|f| stems[&f.id] > 1) {
        f.id = f.shown.clone();
    }
    let mut seen = FxHashMap::default();
    for f in files.iter_mut() {
        f.id = unique(&mut seen, &f.id);
    }
}

/// `id`, or `id-2`, `id-3` … when it was given out before.
pub fn unique(seen: &mut FxHashMap<String, u32>, id: &str) -> String {
    let n = seen.entry(id.to_owned()).or_insert(0);
    *n += 1;
    match *n {
        1 => id.to_owned(),
        n => format!("{id}-{n}"),
    }
}

/// One piece of work: a whole file, or a line of a JSON Lines file.
enum Unit<'a> {
    File(&'a InputFile),
    Line { file: &'a InputFile, number: usize, text: String },
    Failed { file: &'a InputFile, reason: String },
}

/// Work is handed out in heaps of about this many bytes for each thread, so that memory stays bounded whatever the size of the input, and
/// what is made of a heap is written while it is still near.
const SHARE: u64 = 1 << 17;
/// A file that is larger is not an article.
const LARGEST: u64 = 1 << 30;

/// Reads all files in order. `work` runs in parallel, on each article or skipped file; `sink` gets the results of each heap in order.
pub fn for_each<T: Send>(inputs: &Inputs, work: impl Fn(Item) -> T + Sync, mut sink: impl FnMut(Vec<T>) -> Result<()>) -> Result<()> {
    sink(inputs.skipped.iter().map(|(path, reason)| work(Item::Skipped { path: path.clone(), reason: reason.clone() })).collect())?;
    let full = SHARE * rayon::current_num_threads() as u64;
    let mut heap: Vec<Unit> = Vec::new();
    let mut size = 0;
    let mut flush =
        |heap: &mut Vec<Unit>| sink(std::mem::take(heap).into_par_iter().flat_map_iter(|unit| items(unit).map(&work)).collect());
    for file in &inputs.files {
        match lines_of(file) {
            None => {
                size += file.path.as_ref().and_then(|p| fs::metadata(p).ok()).map_or(full, |m| m.len());
                heap.push(Unit::File(file));
            }
            Some(lines) => {
                for (i, line) in lines.enumerate() {
                    let unit = match line {
                        Ok(text) if text.trim().is_empty() => continue,
                        Ok(text) => Unit::Line { file, number: i + 1, text },
                        Err(e) => Unit::Failed { file, reason: reason(&e) },
                    };
                    size += if let Unit::Line { text, .. } = &unit { text.len() as u64 } else { 0 };
                    heap.push(unit);
                    if size >= full {
                        flush(&mut heap)?;
                        size = 0;
                    }
                }
            }
        }
        if size >= full {
            flush(&mut heap)?;
            size = 0;
        }
    }
    flush(&mut heap)
}

/// The lines of a JSON Lines file, read as they are needed; none for any other file.
fn lines_of(file: &InputFile) -> Option<io::Lines<BufReader<File>>> {
    let path = file.path.as_ref().filter(|p| p.extension().is_some_and(|e| e == "jsonl" || e == "ndjson"))?;
    Some(BufReader::with_capacity(1 << 16, File::open(path).ok()?).lines())
}

fn items(unit: Unit) -> impl Iterator<Item = Item> {
    let skipped = |path: String, reason: String| Item::Skipped { path, reason };
    let found = match unit {
        Unit::Failed { file, reason } => vec![skipped(file.shown.clone(), reason)],
        Unit::Line { file, number, text } => vec![match json::read(&text, &file.shown, &format!("{}:{number}", file.id)) {
            Ok(article) => Item::Article(Box::new(article)),
            Err(reason) => skipped(format!("{}:{number}", file.shown), reason),
        }],
        Unit::File(file) => match read(file) {
            Ok(bytes) => article::read(bytes, &file.shown, &file.id).into_iter().map(|r| item(file, r)).collect(),
            Err(reason) => vec![skipped(file.shown.clone(), reason)],
        },
    };
    found.into_iter()
}

fn item(file: &InputFile, read: Result<Article, Skipped>) -> Item {
    match read {
        Ok(article) => Item::Article(Box::new(article)),
        Err(Skipped { part: None, reason }) => Item::Skipped { path: file.shown.clone(), reason },
        Err(Skipped { part: Some(n), reason }) => Item::Skipped { path: format!("{}:{n}", file.shown), reason },
    }
}

fn read(file: &InputFile) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    match &file.path {
        None => io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes),
        Some(p) => File::open(p).and_then(|f| f.take(LARGEST + 1).read_to_end(&mut bytes)),
    }
    .map_err(|e| reason(&e))?;
    if bytes.len() as u64 > LARGEST {
        return Err("larger than 1 GiB".into());
    }
    Ok(bytes)
}
