//! The small corpora of the fuzz targets, replayed: every find that a fuzzer made is among them.

use std::fs;
use std::path::Path;

use crate::laws;

fn replay(target: &str, law: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/fuzz").join(target);
    let mut inputs: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    inputs.sort();
    assert!(!inputs.is_empty());
    for input in inputs {
        // A law that is broken says so by itself; the name of the input is what one wants to know then.
        eprintln!("{}", input.display());
        law(&fs::read(input).unwrap());
    }
}

#[test]
fn read_any() {
    replay("read_any", laws::read_any);
}

#[test]
fn extract_any() {
    replay("extract_any", laws::extract_any);
}

#[test]
fn reconcile_any() {
    replay("reconcile_any", laws::reconcile_any);
}

#[test]
fn config_any() {
    replay("config_any", laws::config_any);
}
