//! What `--cache` keeps changes how long a run takes and nothing of what it says.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use serde_json::Value;
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::program::{fixtures, program, run_with, stdout};

/// A folder for the articles of a test and one for the cache, beside each other.
struct Place {
    folder: TempDir,
}

impl Place {
    /// With two stories, files of all sorts, and a list with lines that are no article, double ids and ids that are left out.
    fn new() -> Place {
        let place = Place { folder: tempfile::tempdir().unwrap() };
        for story in ["ferry-fire", "museum-theft"] {
            copy(&fixtures().join("stories").join(story), &place.articles().join(story));
        }
        copy(&fixtures().join("cli/input"), &place.articles().join("input"));
        fs::write(place.articles().join("list.jsonl"), LIST).unwrap();
        place
    }

    fn articles(&self) -> PathBuf {
        self.folder.path().join("articles")
    }

    fn cache(&self) -> PathBuf {
        self.folder.path().join("cache")
    }

    /// All entries, in order.
    fn entries(&self) -> Vec<PathBuf> {
        let folders = fs::read_dir(self.cache()).unwrap().map(|f| f.unwrap().path());
        let mut entries: Vec<PathBuf> = folders.flat_map(|f| fs::read_dir(f).unwrap().map(|e| e.unwrap().path())).collect();
        entries.sort();
        entries
    }

    fn run(&self, arguments: &[&str], cached: bool) -> Output {
        let mut command = program();
        command.current_dir(self.folder.path()).args(arguments);
        if cached {
            command.args(["--cache", "cache"]);
        }
        command.arg("articles").output().unwrap()
    }

    /// Runs with and without the cache, which must make no difference but what is said of the cache itself. Gives that back.
    fn same(&self, arguments: &[&str]) -> Vec<String> {
        let (plain, cached) = (self.run(arguments, false), self.run(arguments, true));
        assert_eq!(cached.status, plain.status, "{arguments:?}");
        assert!(cached.stdout == plain.stdout, "{arguments:?}: another report with the cache");
        let (of_cache, others): (Vec<String>, Vec<String>) = lines(&cached.stderr).into_iter().partition(|l| l.contains("cache"));
        assert_eq!(others, lines(&plain.stderr), "{arguments:?}");
        of_cache
    }
}

const LIST: &str = r#"{"id": "a", "text": "At least 12 people died in the Varna flood on March 9, 2026."}
{"id": "a", "text": "At least 14 people died in the Varna flood on March 9, 2026."}
{"text": "Fifteen people died in the Varna flood, the mayor Ivan Portnih said on Tuesday.", "date": "2026-03-10"}
{"text": "cut off
{"id": 7, "text": ""}
{"id": 8, "text": "The flood in Varna killed 12, the mayor, Ivan Portnikh, said.", "sitename": "Gazette"}
"#;

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        match entry.file_type().unwrap().is_dir() {
            true => copy(&entry.path(), &target),
            false => drop(fs::copy(entry.path(), target).unwrap()),
        }
    }
}

fn lines(bytes: &[u8]) -> Vec<String> {
    String::from_utf8_lossy(bytes).lines().map(str::to_owned).collect()
}

/// What the program is asked for in these tests.
const QUESTIONS: [&[&str]; 11] = [
    &["--format", "json"],
    &["--format", "text"],
    &["--format", "html"],
    &["--format", "markdown"],
    &["--format", "sarif"],
    &["--format", "jsonl", "--only", "figure,role"],
    &["--format", "json", "--story", "one"],
    &["--format", "json", "--date", "2026-03-12", "--fail-on", "conflict"],
    &["extract"],
    &["extract", "--only", "quote"],
    &["extract", "--with", "text", "--date", "2026-03-12"],
];

#[test]
fn a_cold_and_a_warm_cache_give_the_report_that_none_gives() {
    let place = Place::new();
    for question in QUESTIONS {
        for _ in 0..2 {
            assert_eq!(place.same(question), [""; 0]);
        }
    }
    let kept = place.entries();
    place.same(QUESTIONS[0]);
    assert_eq!(place.entries(), kept, "nothing new is found in what has been read");
}

#[test]
fn what_has_changed_since_is_found_anew() {
    let place = Place::new();
    place.same(&["--format", "json"]);
    let file = |name: &str| place.articles().join(name);
    let edited = fs::read_to_string(file("ferry-fire/1-meridian.txt")).unwrap().replace("11", "19");
    let changes: [&dyn Fn(); 7] = [
        &|| fs::write(file("ferry-fire/1-meridian.txt"), &edited).unwrap(),
        &|| fs::rename(file("ferry-fire/1-meridian.txt"), file("ferry-fire/renamed.txt")).unwrap(),
        &|| fs::rename(file("museum-theft"), file("theft")).unwrap(),
        &|| fs::remove_file(file("ferry-fire/2-harbour-gazette.txt")).unwrap(),
        // The lines of a list move, and one that was the second of its id is the only one.
        &|| fs::write(file("list.jsonl"), LIST.split_once('\n').unwrap().1).unwrap(),
        &|| fs::write(file("list.jsonl"), format!("\u{feff}{LIST}")).unwrap(),
        &|| fs::write(place.folder.path().join(".claimdiff.toml"), "[aliases]\n\"Portnih\" = \"Portnikh\"\n").unwrap(),
    ];
    for change in changes {
        change();
        assert_eq!(place.same(&["--format", "json"]), [""; 0]);
    }
}

/// Every entry damaged in some way: each is passed over, said of once, and written anew.
#[test]
fn damaged_entries_are_named_and_written_anew() {
    let place = Place::new();
    place.same(&["--format", "json"]);
    let whole: Vec<Vec<u8>> = place.entries().iter().map(|e| fs::read(e).unwrap()).collect();
    let damages: [&dyn Fn(usize) -> Vec<u8>; 6] = [
        &|_| Vec::new(),
        &|n| whole[n][..whole[n].len() / 2].to_vec(),
        &|n| [&whole[n][..], b"\n"].concat(),
        &|n| String::from_utf8_lossy(&whole[n]).replace("12", "13").into_bytes(),
        // That of another article or story.
        &|n| whole[(n + 1) % whole.len()].clone(),
        &|_| vec![0xff; 5000],
    ];
    for damage in damages {
        let mut damaged = 0;
        for (n, entry) in place.entries().iter().enumerate() {
            let bytes = damage(n);
            damaged += usize::from(bytes != whole[n]);
            fs::write(entry, bytes).unwrap();
        }
        let said = place.same(&["--format", "json"]);
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].contains(&format!("a broken entry of the cache, written anew ({damaged} in all)")), "{said:?}");
        let mended: Vec<Vec<u8>> = place.entries().iter().map(|e| fs::read(e).unwrap()).collect();
        assert!(mended == whole);
    }
}

/// An entry that is whole but holds what the program never wrote is none either.
#[test]
fn whole_entries_without_sense_are_passed_over() {
    for body in ["", "\n", "{}\n{}\n", "[]", "{\"sources\":[],\"claims\":[]}"] {
        let place = Place::new();
        place.same(&["--format", "json"]);
        for entry in place.entries() {
            let name = entry.file_name().unwrap().to_str().unwrap();
            let key = format!("{}{name}", entry.parent().unwrap().file_name().unwrap().to_str().unwrap());
            fs::write(&entry, format!("claimdiff cache 1 {key} {}\n{body}", hash(body))).unwrap();
        }
        let said = place.same(&["--format", "json"]);
        assert_eq!(said.len(), 1, "{body}: {said:?}");
    }
}

/// The hash of an entry's body, as entries state it.
fn hash(body: &str) -> String {
    let mut sha = Sha256::new();
    sha.update((body.len() as u64).to_le_bytes());
    sha.update(body);
    sha.finalize().iter().map(|b| format!("{b:02x}")).collect()
}

#[test]
fn a_cache_that_cannot_be_had_costs_nothing_but_time() {
    let place = Place::new();
    fs::write(place.cache(), "a file").unwrap();
    let said = place.same(&["--format", "json"]);
    let named = |e: &str| format!("claimdiff: cache: the cache cannot be {e}");
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].starts_with(&named("read: ")) && said[1].starts_with(&named("written: ")), "{said:?}");
}

/// What somebody has put in the place of an entry is neither waited for nor read to its end.
#[cfg(unix)]
#[test]
fn what_is_no_entry_costs_nothing() {
    let place = Place::new();
    place.same(&["--format", "json"]);
    let entries = place.entries();
    for entry in &entries[..4] {
        fs::remove_file(entry).unwrap();
    }
    assert!(std::process::Command::new("mkfifo").arg(&entries[0]).status().unwrap().success());
    std::os::unix::fs::symlink("/dev/zero", &entries[1]).unwrap();
    for (entry, size) in [(&entries[2], 2 << 30), (&entries[3], 1 << 29)] {
        fs::File::create(entry).unwrap().set_len(size).unwrap();
    }
    let said = place.same(&["--format", "json"]);
    assert!(said.len() == 1 && said[0].ends_with(": a broken entry of the cache, written anew (4 in all)"), "{said:?}");
    assert_eq!(place.same(&["--format", "json"]), [""; 0]);
}

/// A folder cannot be replaced, so that nothing is said to be written anew.
#[test]
fn a_folder_in_the_place_of_an_entry_is_said_to_be_in_the_way() {
    let place = Place::new();
    place.same(&["--format", "json"]);
    let entry = &place.entries()[0];
    fs::remove_file(entry).unwrap();
    fs::create_dir(entry).unwrap();
    let said = place.same(&["--format", "json"]);
    assert!(said.len() == 2 && said[0].ends_with(": a broken entry of the cache (1 in all)"), "{said:?}");
    assert_eq!(said[1], "claimdiff: cache: the cache cannot be written: is a directory");
}

/// A cache that lies among the articles is not read as some.
#[test]
fn the_cache_may_lie_among_the_articles() {
    let place = Place::new();
    let inside = ["--format", "json", "--cache", "articles/cache"];
    let plain = place.run(&inside[..2], false);
    for _ in 0..2 {
        let cached = place.run(&inside, false);
        assert!(cached.stdout == plain.stdout && cached.stderr == plain.stderr);
    }
}

#[test]
fn standard_input_is_kept_as_well() {
    let cache = tempfile::tempdir().unwrap();
    let folder = cache.path().to_str().unwrap();
    let plain = run_with(&["extract", "-"], LIST.as_bytes());
    for _ in 0..2 {
        let cached = run_with(&["extract", "--cache", folder, "-"], LIST.as_bytes());
        assert!(cached.stdout == plain.stdout && cached.stderr == plain.stderr);
    }
}

/// Another article costs its own extraction and the story it tells: all other entries are those that were there.
#[test]
fn one_article_more_costs_one_entry_and_that_of_its_story() {
    let place = Place::new();
    place.same(&["--format", "json"]);
    let before = place.entries();
    let article = "Naxos, March 10, 2026\n\nThe ferry Kallisti burned off Naxos on Monday. Twelve people died in the fire on the ferry, the coast guard said.\n";
    fs::write(place.articles().join("ferry-fire/9-late.txt"), article).unwrap();
    place.same(&["--format", "json"]);
    let after = place.entries();
    assert_eq!(after.len() - before.len(), 2);
    let report: Value = serde_json::from_str(&stdout(&[
        "--format",
        "json",
        "--cache",
        place.cache().to_str().unwrap(),
        place.articles().to_str().unwrap(),
    ]))
    .unwrap();
    assert!(report["sources"].as_array().unwrap().iter().any(|s| s["path"] == "articles/ferry-fire/9-late.txt"));
}
