//! The order of the layers: a module imports only from those before it.

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
    ["crate::", "claimdiff::"].iter().any(|root| code.contains(&format!("{root}{module}::")) || code.contains(&format!("{root}{module};")))
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
