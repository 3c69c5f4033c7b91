//! The files behind the arguments: found, ordered, named, read in parallel, handed on in order.

use std::collections::HashMap;
use std::fs::{self, File};
use std::hash::BuildHasher;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};
use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::cache::Cache;
use super::item::{Item, Kept};
use super::lines::{Lines, Numbered};
use super::raw::{InputFile, Raw, is_object};
use crate::error::{about, reason};

/// The argument that is standard input.
const STDIN: &str = "-";

/// What the arguments hold: files in order of their shown paths, and what could not be opened.
#[derive(Debug, Default)]
pub struct Inputs {
    /// The files, each once.
    pub files: Vec<InputFile>,
    /// Paths that could not be opened, with the reason.
    pub skipped: Vec<(String, String)>,
}

/// Walks the arguments. Hidden files are left out and links not followed, but an argument itself may be either.
pub fn find(paths: &[PathBuf]) -> Inputs {
    let mut inputs = Inputs::default();
    for path in paths {
        if path.as_os_str() == STDIN {
            inputs.files.push(InputFile { shown: STDIN.into(), id: "stdin".into(), path: None });
            continue;
        }
        let shown = last_component(path);
        match fs::metadata(path).map(|m| m.is_dir()) {
            Ok(true) => walk(&real(path), &shown, &mut inputs),
            Ok(false) => inputs.files.push(file(real(path), shown)),
            Err(e) => inputs.skipped.push((shown, reason(&e))),
        }
    }
    once(&mut inputs.files);
    inputs.skipped.sort();
    name_apart(&mut inputs.files);
    inputs
}

/// The name in messages for what reports show as `-`, or as `-:2` for a line of it.
pub fn said(shown: &str) -> String {
    match shown.strip_prefix(STDIN) {
        Some(line) if line.is_empty() || line.starts_with(':') => format!("standard input{line}"),
        _ => shown.to_owned(),
    }
}

/// The path without links, so that a file named by two arguments is known to be one. A pipe of the shell (`/dev/fd/63`) has none.
fn real(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// Each file once, in order of the shown paths; of several shown paths the longest, which says most of where it lies.
fn once(files: &mut Vec<InputFile>) {
    files.sort_by(|a, b| a.path.cmp(&b.path).then(b.shown.len().cmp(&a.shown.len())).then_with(|| a.shown.cmp(&b.shown)));
    files.dedup_by(|a, b| a.path == b.path);
    files.sort();
}

impl Inputs {
    /// Adds a file that other inputs may hold already, and gives back the id of the article in it.
    pub fn add(&mut self, path: &Path) -> Option<String> {
        let found = find(&[path.to_owned()]);
        let [added] = &found.files[..] else { return None };
        self.files.extend(found.files.clone());
        once(&mut self.files);
        name_apart(&mut self.files);
        self.files.iter().find(|f| f.path == added.path).map(|f| f.id.clone())
    }
}

fn file(path: PathBuf, shown: String) -> InputFile {
    let id = Path::new(&shown).file_stem().unwrap_or_default().to_string_lossy().into_owned();
    InputFile { shown, id, path: Some(path) }
}

/// The last component of an argument, for `.` and the like that of the folder it means.
pub fn last_component(path: &Path) -> String {
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

/// `id`, or `id-2`, `id-3` … when it was given out before. What was given out is kept as hashes: of an archive there may be millions.
pub fn unique(seen: &mut FxHashMap<u64, u32>, id: &str) -> String {
    let hash = |id: &str| FxBuildHasher.hash_one(id);
    let asked = seen.entry(hash(id)).or_insert(0);
    *asked += 1;
    if *asked == 1 {
        return id.to_owned();
    }
    let mut number = *asked;
    while seen.contains_key(&hash(&format!("{id}-{number}"))) {
        number += 1;
    }
    let fresh = format!("{id}-{number}");
    seen.extend([(hash(id), number), (hash(&fresh), 1)]);
    fresh
}

/// One piece of work: a whole file, or a line of a JSON Lines file.
enum Unit<'a> {
    File(&'a InputFile, &'a Path),
    /// With the bytes that were read before it proved not to be JSON Lines.
    Whole(&'a InputFile, Vec<u8>),
    Line(&'a InputFile, Numbered),
}

impl Unit<'_> {
    /// How many bytes there are to work on.
    fn size(&self) -> u64 {
        match self {
            Unit::File(_, path) => fs::metadata(path).map_or(0, |m| m.len()),
            Unit::Whole(_, bytes) => bytes.len() as u64,
            Unit::Line(_, (_, line)) => line.as_ref().map_or(0, Vec::len) as u64,
        }
    }
}

/// Work is handed out in batches of about this many bytes for each thread, so that memory stays bounded whatever the size of the input, and
/// results are written while they are still in the processor's cache.
const SHARE: u64 = 1 << 18;
/// The most articles that are worked on together; fewer, if there are not enough for all threads. With a dozen, loading the code of each
/// kind again takes a tenth more time; with more than this nothing is gained.
const TOGETHER: usize = 64;
/// A file that is larger is no list of articles.
const LARGEST: u64 = 1 << 30;
/// A file that is larger and does not say by its name that it is such a list is not read. A page of 24 MiB, the longest that is read, may
/// take twice as many bytes in another encoding.
const LARGEST_ARTICLE: u64 = 1 << 26;

/// Reads all files in order. `meet` is given each article or skipped file in order; `work` runs in parallel on some of them at a time;
/// `sink` gets the results of each batch in order.
pub fn for_each<'a, T: Send>(
    inputs: &'a Inputs,
    cache: Option<&Cache>,
    mut meet: impl FnMut(Item<'a>) -> Item<'a>,
    work: impl Fn(Vec<Item<'a>>) -> Vec<T> + Sync,
    mut sink: impl FnMut(Vec<T>) -> Result<()>,
) -> Result<()> {
    let mut work_off = |items: Vec<Item<'a>>| {
        let items: Vec<Item> = items.into_iter().map(&mut meet).collect();
        let few = items.len().div_ceil(2 * rayon::current_num_threads()).clamp(1, TOGETHER);
        sink(items.into_par_iter().chunks(few).flat_map_iter(&work).collect())
    };
    let skipped = inputs.skipped.iter();
    work_off(skipped.map(|(path, reason)| Item::Skipped { path: path.clone(), reason: reason.clone() }).collect())?;
    let full = SHARE * rayon::current_num_threads() as u64;
    let mut heap: Vec<Unit> = Vec::new();
    let mut size = 0u64;
    for unit in inputs.files.iter().flat_map(units) {
        size = size.saturating_add(unit.size());
        heap.push(unit);
        if size >= full {
            work_off(read_all(std::mem::take(&mut heap), cache))?;
            size = 0;
        }
    }
    work_off(read_all(heap, cache))
}

fn read_all<'a>(heap: Vec<Unit<'a>>, cache: Option<&Cache>) -> Vec<Item<'a>> {
    heap.into_par_iter().flat_map_iter(|unit| items(unit, cache)).collect()
}

/// The units of work in a file: one, or one for each line of JSON Lines.
fn units(file: &InputFile) -> Box<dyn Iterator<Item = Unit<'_>> + '_> {
    let Some(path) = &file.path else { return stdin_units(file, BufReader::with_capacity(BUFFER, io::stdin())) };
    let by_lines = path.extension().is_some_and(|e| e == "jsonl" || e == "ndjson");
    match by_lines.then(|| File::open(path)) {
        Some(Ok(f)) => Box::new(Lines::new(BufReader::with_capacity(BUFFER, f)).map(move |line| Unit::Line(file, line))),
        // A file that cannot be opened says so when it is read.
        _ => Box::new([Unit::File(file, path)].into_iter()),
    }
}

const BUFFER: usize = 1 << 16;

/// Standard input has no name to go by: it is taken line by line when its first line is a JSON object and there is more behind it.
fn stdin_units<'a>(file: &'a InputFile, mut from: impl BufRead + 'a) -> Box<dyn Iterator<Item = Unit<'a>> + 'a> {
    let mut first = Vec::new();
    let read = from.by_ref().take(LARGEST).read_until(b'\n', &mut first).and_then(|_| Ok(!from.fill_buf()?.is_empty()));
    match read {
        Ok(true) if is_object(&first) => {
            let from = io::Cursor::new(first).chain(from);
            Box::new(Lines::new(from).map(move |line| Unit::Line(file, line)))
        }
        Ok(_) => match rest(first, from, LARGEST) {
            Ok(bytes) => Box::new([Unit::Whole(file, bytes)].into_iter()),
            Err(reason) => Box::new([Unit::Line(file, (1, Err(reason)))].into_iter()),
        },
        Err(e) => Box::new([Unit::Line(file, (1, Err(reason(&e))))].into_iter()),
    }
}

fn items<'a>(unit: Unit<'a>, cache: Option<&Cache>) -> Vec<Item<'a>> {
    let (file, line, bytes) = match unit {
        Unit::Line(file, (number, line)) => (file, Some(number), line),
        Unit::Whole(file, bytes) => (file, None, Ok(bytes)),
        Unit::File(file, path) => (file, None, read(path)),
    };
    match bytes {
        Ok(bytes) => Kept::or_read(Raw { file, line, bytes }, cache),
        Err(reason) => vec![Item::Skipped { path: line.map_or(file.shown.clone(), |n| format!("{}:{n}", file.shown)), reason }],
    }
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    let file = File::open(path).map_err(|e| reason(&e))?;
    let is_list = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("json"));
    let most = if is_list { LARGEST } else { LARGEST_ARTICLE };
    if file.metadata().is_ok_and(|m| m.len() > most) {
        return Err(larger_than(most));
    }
    rest(Vec::new(), file, most)
}

/// What is read already and all that follows, if that is not too much.
fn rest(mut bytes: Vec<u8>, from: impl Read, most: u64) -> Result<Vec<u8>, String> {
    from.take(most + 1).read_to_end(&mut bytes).map_err(|e| reason(&e))?;
    if bytes.len() as u64 > most { Err(larger_than(most)) } else { Ok(bytes) }
}

pub fn larger_than(most: u64) -> String {
    format!("larger than {} MiB", most >> 20)
}

/// The text of a file that is no article; at most so many bytes, since a device has no end.
pub fn text(path: &Path, most: u64) -> Result<String> {
    let read = || {
        let mut text = String::new();
        File::open(path)?.take(most + 1).read_to_string(&mut text)?;
        Ok(text)
    };
    let text = read().map_err(|e| about(path, "cannot be read", &e))?;
    if text.len() as u64 > most { Err(anyhow!("{}: {}", path.display(), larger_than(most))) } else { Ok(text) }
}
