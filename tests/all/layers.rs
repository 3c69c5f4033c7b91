//! The order of the layers: a module imports only from those before it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// In the order of the data. `error` is open to all.
const LAYERS: [&str; 9] = ["text", "lexicon", "value", "claim", "article", "extract", "reconcile", "report", "cli"];

#[test]
fn modules_import_only_from_their_left() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    for (rank, layer) in LAYERS.iter().enumerate() {
        for file in rust_files(&src, layer) {
            let code = fs::read_to_string(&file).unwrap();
            for (later_rank, later) in LAYERS.iter().enumerate() {
                if later_rank > rank && imports(&code, later) {
                    wrong.push(format!("{} imports {later}", file.strip_prefix(&src).unwrap().display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn imports(code: &str, module: &str) -> bool {
    ["crate::", "claimdiff::"].iter().any(|root| uses(code, root, module))
}

/// Whether the code names a module of a parent: `super::item::Item`, `use super::{item, pairs::Pair}`.
fn uses(code: &str, parent: &str, module: &str) -> bool {
    let whole = |at: &usize| !code[..*at].ends_with(|c: char| c == ':' || is_of_a_name(c));
    code.match_indices(parent).map(|(at, _)| at).filter(whole).any(|at| {
        let behind = &code[at + parent.len()..];
        behind.strip_prefix('{').map_or_else(|| first_name(behind) == module, |group| names_of(group).contains(&module))
    })
}

/// The names that the parts of a group of imports begin with.
fn names_of(group: &str) -> Vec<&str> {
    let (mut depth, mut begins, mut names) = (0, true, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '}' if depth == 0 => break,
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => begins = true,
            c if begins && is_of_a_name(c) => {
                names.push(first_name(&group[at..]));
                begins = false;
            }
            _ => {}
        }
    }
    names
}

fn first_name(code: &str) -> &str {
    &code[..code.find(|c| !is_of_a_name(c)).unwrap_or(code.len())]
}

fn is_of_a_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[test]
fn imports_are_seen_in_every_form() {
    for code in [
        "use crate::report::json;",
        "use crate::{claim::Claim, report};",
        "use crate::{claim::{Claim, Line}, report::{json, sarif}};",
        "fn f() { crate::report::f() }",
    ] {
        assert!(imports(code, "report"), "{code}");
    }
    for code in
        ["use crate::reports::json;", "use crate::claim::{report};", "use super::report::json;", "use crate::{claim::report, value};"]
    {
        assert!(!imports(code, "report"), "{code}");
    }
}

#[test]
fn no_two_modules_of_one_folder_need_each_other() {
    let mut found = Vec::new();
    needing_each_other(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "crate::", &mut found);
    assert!(found.is_empty(), "{found:#?}");
}

/// The pairs of modules of a folder that need each other (`path` and their names), and of the folders below.
fn needing_each_other(folder: &Path, path: &str, found: &mut Vec<String>) {
    let modules = modules(folder);
    let needs = |a: &Module, b: &Module| {
        a.files.iter().any(|(depth, code)| uses(code, &"super::".repeat(*depth), &b.name) || uses(code, path, &b.name))
    };
    for (n, a) in modules.iter().enumerate() {
        let both = modules[n + 1..].iter().filter(|b| needs(a, b) && needs(b, a));
        found.extend(both.map(|b| format!("{path}{{{}, {}}}", a.name, b.name)));
        let below = folder.join(&a.name);
        if below.is_dir() {
            needing_each_other(&below, &format!("{path}{}::", a.name), found);
        }
    }
}

/// A file of a folder, or a folder in it.
struct Module {
    name: String,
    /// The code of its files without tests and comments, and how many times `super` leads from each to the modules beside this one.
    files: Vec<(usize, String)>,
}

/// The modules of a folder, by name.
fn modules(folder: &Path) -> Vec<Module> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let stem = |path: PathBuf| path.file_stem().unwrap().to_str().unwrap().to_owned();
    let names: BTreeSet<String> = names.map(stem).filter(|name| !["lib", "main", "mod"].contains(&name.as_str())).collect();
    let module = |name: String| {
        let files = rust_files(folder, &name).into_iter().map(|file| {
            let below = file.strip_prefix(folder).unwrap().components().count();
            let code = fs::read_to_string(&file).unwrap();
            let code = code.split("#[cfg(test)]\nmod tests").next().unwrap();
            let lines: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            (below - usize::from(file.ends_with("mod.rs")), lines.join("\n"))
        });
        Module { files: files.collect(), name }
    };
    names.into_iter().map(module).collect()
}

fn rust_files(src: &Path, layer: &str) -> Vec<PathBuf> {
    let file = src.join(format!("{layer}.rs"));
    let mut found: Vec<PathBuf> = file.is_file().then_some(file).into_iter().collect();
    collect(&src.join(layer), &mut found);
    found
}

/// All code of the program.
pub fn code() -> String {
    let mut files = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    files.iter().map(|f| fs::read_to_string(f).unwrap()).collect()
}

fn collect(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found)
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path)
        }
    }
}
