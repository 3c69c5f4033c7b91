//! What a release needs: licences that may be used together, a contract that changes only with its version, a package with all its parts.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use claimdiff::claim::SCHEMA_VERSION;
use claimdiff::report::schema::SCHEMA;
use serde_json::Value;
use sha2::{Digest, Sha256};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What cargo answers; the network is asked only for crates that this machine does not have, those of other systems.
fn cargo(arguments: &[&str]) -> Vec<u8> {
    let ask = |also: &[&str]| Command::new(env!("CARGO")).args(arguments).args(also).current_dir(root()).output().unwrap();
    let output = Some(ask(&["--offline"])).filter(|o| o.status.success()).unwrap_or_else(|| ask(&[]));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// Licences that ask for no more than their text and the names of the authors.
const ALLOWED: [&str; 12] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Weak copyleft by file, allowed for crates that are used unchanged.
const ALLOWED_UNCHANGED: [&str; 1] = ["MPL-2.0"];

/// Whether an expression of SPDX can be fulfilled with allowed licences.
fn is_allowed(expression: &str) -> bool {
    let plain = expression.replace(['(', ')'], " ").replace('/', " OR ");
    let fits = |licence: &str| ALLOWED.contains(&licence) || ALLOWED_UNCHANGED.contains(&licence);
    // OR binds weaker than AND; a bracketed OR inside of an AND is judged more strictly so, never more mildly, when all its parts must fit.
    let all = |part: &str| part.split(" AND ").all(|l| fits(l.split_whitespace().collect::<Vec<_>>().join(" ").as_str()));
    if expression.contains('(') { plain.split(" OR ").all(all) } else { plain.split(" OR ").any(all) }
}

#[test]
fn licences_of_all_crates_are_allowed() {
    let metadata: Value = serde_json::from_slice(&cargo(&["metadata", "--format-version", "1", "--locked"])).unwrap();
    let mut wrong = BTreeSet::new();
    for package in metadata["packages"].as_array().unwrap() {
        let licence = package["license"].as_str().unwrap_or("none stated");
        if !is_allowed(licence) {
            wrong.insert(format!("{} {}: {licence}", package["name"], package["version"]));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn expressions_of_licences_are_judged() {
    for good in ["MIT", "MIT OR GPL-3.0", "MIT/Apache-2.0", "(MIT OR Apache-2.0) AND Unicode-3.0", "Apache-2.0 WITH LLVM-exception"] {
        assert!(is_allowed(good), "{good}");
    }
    for bad in ["GPL-3.0", "MIT AND AGPL-3.0", "none stated", ""] {
        assert!(!is_allowed(bad), "{bad}");
    }
}

/// `fixtures/schema.tsv` has the versions of the contract and the hash of its schema (`sha256sum src/report/schema.json`). When this fails,
/// somebody changed the schema: raise the version (its first number, when something is gone or means something else), in `SCHEMA_VERSION`
/// and in the schema, and add a line; before its first release version 1.0 may have another hash.
#[test]
fn the_contract_changes_only_with_its_version() {
    let hash: String = Sha256::digest(SCHEMA).iter().map(|byte| format!("{byte:02x}")).collect();
    let line = format!("{SCHEMA_VERSION}\t{hash}");
    let table = fs::read_to_string(root().join("fixtures/schema.tsv")).unwrap();
    assert_eq!(table.lines().last(), Some(&*line), "the schema is another one than at its version");
    let versions: Vec<&str> = table.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split('\t').next()).collect();
    assert!(versions.windows(2).all(|w| w[0] != w[1]), "one line a version");
}

/// Every file that the program, the README and the tests need is in the package.
#[test]
fn the_package_has_all_its_parts() {
    let listed = String::from_utf8(cargo(&["package", "--list", "--allow-dirty"])).unwrap();
    let listed: BTreeSet<&str> = listed.lines().collect();
    for needed in [
        "LICENSE",
        "README.md",
        "src/main.rs",
        "src/lexicon/places.tsv",
        "tests/all/main.rs",
        "tests/bench/speed.rs",
        "tests/train/names.rs",
    ] {
        assert!(listed.contains(needed), "{needed}");
    }
    for story in fs::read_dir(root().join("fixtures/stories/ferry-fire")).unwrap() {
        let path = format!("fixtures/stories/ferry-fire/{}", story.unwrap().file_name().display());
        assert!(listed.contains(&*path), "{path}");
    }
    let strange: Vec<&&str> =
        listed.iter().filter(|p| p.starts_with("target") || p.contains("node_modules") || p.starts_with("tests/fuzz/target")).collect();
    assert!(strange.is_empty(), "{strange:?}");
}

/// The rows of `fixtures/tricky.md` name a file and words that stand in it.
#[test]
fn tricky_cases_have_their_tests() {
    let folder = root().join("fixtures");
    let page = fs::read_to_string(folder.join("tricky.md")).unwrap();
    let rows: Vec<&str> = page.lines().filter_map(|l| l.strip_suffix("` |")).collect();
    assert_eq!(rows.len(), page.matches("](").count());
    for row in rows {
        let (head, words) = row.rsplit_once(": `").unwrap_or_else(|| panic!("{row}"));
        let path = head.rsplit_once("](").and_then(|(_, p)| p.strip_suffix(')')).unwrap_or_else(|| panic!("{row}"));
        assert!(fs::read_to_string(folder.join(path)).unwrap().contains(words), "{path} has no {words}");
    }
}

/// A crate that the program no longer needs is not carried along.
#[test]
fn every_dependency_is_used() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let section = manifest.split("[dependencies]\n").nth(1).and_then(|rest| rest.split("\n[").next()).unwrap();
    let code = crate::layers::code();
    let names = section.lines().filter_map(|l| l.split(" =").next()).filter(|n| !n.is_empty()).map(|n| n.replace('-', "_"));
    let unused: Vec<String> = names.filter(|n| !code.contains(&format!("{n}::")) && !code.contains(&format!("{n}!"))).collect();
    assert_eq!(unused, [""; 0]);
}
