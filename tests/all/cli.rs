//! The command line: cases of `fixtures/cli`, and what needs more than a command to be shown.
//!
//! A case is a line `$ claimdiff ARGUMENTS`, then `> ` and `! ` before each line of standard output and standard error, then `= STATUS`;
//! `< FILE` gives standard input. A line `> ...` stands for any lines. Commands run in `fixtures/`.

use std::fmt;
use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Output, Stdio};

use crate::program::{fixtures, program, run, run_with, stdout, stories};

#[derive(Default)]
struct Case {
    arguments: Vec<String>,
    input: Option<String>,
    out: Vec<String>,
    err: Vec<String>,
    status: i32,
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "$ claimdiff {}", self.arguments.join(" "))?;
        self.input.iter().try_for_each(|i| writeln!(f, "< {i}"))?;
        let mut list = |sign, lines: &[String]| lines.iter().try_for_each(|l| writeln!(f, "{}", format!("{sign} {l}").trim_end()));
        list('>', &self.out)?;
        list('!', &self.err)?;
        writeln!(f, "= {}", self.status)
    }
}

/// The cases of a file. Lines that belong to none of them are comments.
fn cases(text: &str) -> Vec<Case> {
    let mut found: Vec<Case> = Vec::new();
    for line in text.lines() {
        let (sign, rest) = line.split_at(line.len().min(1));
        let rest = rest.strip_prefix(' ').unwrap_or(rest);
        match (sign, found.last_mut()) {
            ("$", _) => found.push(Case { arguments: rest.split_whitespace().skip(1).map(str::to_owned).collect(), ..Case::default() }),
            ("<", Some(case)) => case.input = Some(rest.to_owned()),
            (">", Some(case)) => case.out.push(rest.to_owned()),
            ("!", Some(case)) => case.err.push(rest.to_owned()),
            ("=", Some(case)) => case.status = rest.parse().unwrap(),
            _ => {}
        }
    }
    found
}

/// What the program does on the command of a case.
fn actual(case: &Case) -> Case {
    let output = match &case.input {
        Some(file) => run_with(&case.arguments, &fs::read(fixtures().join(file)).unwrap()),
        None => run(&case.arguments),
    };
    Case {
        arguments: case.arguments.clone(),
        input: case.input.clone(),
        out: text(&output.stdout).lines().map(|l| l.trim_end().to_owned()).collect(),
        err: text(&output.stderr).lines().map(|l| l.trim_end().to_owned()).collect(),
        status: output.status.code().unwrap(),
    }
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// Whether lines are as wanted, where `...` is wanted for any lines.
fn fits(wanted: &[String], lines: &[String]) -> bool {
    match wanted.split_first() {
        None => lines.is_empty(),
        Some((first, rest)) if first == "..." => (0..=lines.len()).any(|n| fits(rest, &lines[n..])),
        Some((first, rest)) => lines.split_first().is_some_and(|(line, more)| line == first && fits(rest, more)),
    }
}

#[test]
fn commands_do_as_their_cases_say() {
    let mut wrong = String::new();
    for entry in fs::read_dir(fixtures().join("cli")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|e| e != "txt") {
            continue;
        }
        for wanted in cases(&fs::read_to_string(&path).unwrap()) {
            let got = actual(&wanted);
            if !fits(&wanted.out, &got.out) || got.err != wanted.err || got.status != wanted.status {
                wrong += &format!("--- {}, wanted\n{wanted}--- got\n{got}\n", path.file_name().unwrap().display());
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

fn error(output: &Output) -> &str {
    text(&output.stderr)
}

#[test]
fn an_empty_folder_is_trouble() {
    let folder = tempfile::tempdir().unwrap();
    let empty = folder.path().join("empty");
    fs::create_dir(&empty).unwrap();
    let output = run(&[&empty]);
    assert_eq!(error(&output), format!("claimdiff: {}: no files in it\n", empty.display()));
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let mut child = program().args(["extract", "stories"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    // The reader is dropped after one line, long before the end of the output.
    BufReader::with_capacity(16, child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(line.starts_with("{\"schema_version\":\"1.0\",\"source\":"), "{line}");
    assert_eq!((output.status.code(), error(&output)), (Some(0), ""));
}

#[test]
fn a_file_gets_what_standard_output_would() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.json");
    let output = run(&["--format", "json", "stories/ferry-fire", "-o", file.to_str().unwrap()]);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(0), ""));
    assert_eq!(fs::read_to_string(&file).unwrap(), stdout(&["--format", "json", "stories/ferry-fire"]));
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
}

#[cfg(target_os = "linux")]
#[test]
fn a_pipe_as_output_is_written_into_and_stays() {
    let told = ["--format", "json", "stories/ferry-fire"];
    assert_eq!(stdout(&[&told[..], &["-o", "/dev/stdout"]].concat()), stdout(&told));
    assert!(fs::symlink_metadata("/dev/stdout").unwrap().is_symlink());
}

#[test]
fn a_run_that_fails_leaves_the_old_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.txt");
    fs::write(&file, "old").unwrap();
    let output = run(&["no-such-file", "-o", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(fs::read_to_string(&file).unwrap(), "old");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
}

#[test]
fn a_run_that_is_interrupted_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.txt");
    fs::write(&file, "old").unwrap();
    let arguments = ["reconcile", "-o", file.to_str().unwrap()];
    let mut child = program().args(arguments).stdin(Stdio::piped()).spawn().unwrap();
    // It waits for its input as long as this end is open, with the file begun under another name.
    let _open = child.stdin.take();
    while fs::read_dir(&folder).unwrap().count() < 2 {
        std::thread::yield_now();
    }
    let interrupt = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(interrupt.success());
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert_eq!(fs::read_to_string(&file).unwrap(), "old");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
}

#[test]
fn a_full_disk_is_said() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = program().args(["extract", "stories"]).stdout(full).stderr(Stdio::piped()).output().unwrap();
    assert_eq!(error(&output), "claimdiff: standard output: cannot be written: no space left on device\n");
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_file_that_cannot_be_written_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("no-such-folder/report.txt");
    let output = run(&["stories/ferry-fire", "-o", file.to_str().unwrap()]);
    assert_eq!(error(&output), format!("claimdiff: {}: cannot be written: no such file or folder\n", file.display()));
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_folder_is_no_output() {
    let output = run(&["stories/ferry-fire", "-o", "."]);
    assert_eq!((error(&output), output.status.code()), ("claimdiff: .: cannot be written: is a folder\n", Some(2)));
}

#[test]
fn threads_and_the_order_of_arguments_change_nothing() {
    let mut arguments = stories();
    let wanted = stdout(&[&["--format".to_owned(), "json".to_owned(), "--threads=1".to_owned()], &arguments[..]].concat());
    arguments.reverse();
    let got = stdout(&[&["--format".to_owned(), "json".to_owned(), "--threads=8".to_owned()], &arguments[..]].concat());
    assert_eq!(got, wanted);
}

/// `claimdiff extract PATHS | claimdiff reconcile OPTIONS` against `claimdiff OPTIONS PATHS`.
#[track_caller]
fn in_two_steps(options: &[&str], paths: &[&str]) {
    let lines = run(&[&["extract"], paths].concat()).stdout;
    let got = run_with(&[&["reconcile"], options].concat(), &lines);
    let wanted = run(&[options, paths].concat());
    assert_eq!(text(&got.stdout), text(&wanted.stdout));
    assert_eq!(got.status, wanted.status);
}

#[test]
fn extract_and_reconcile_do_what_compare_does() {
    for story in stories() {
        in_two_steps(&["--format", "json"], &[&story]);
        in_two_steps(&["--format", "json", "--only", "figure,quote"], &[&story]);
        in_two_steps(&["--format", "html"], &[&story]);
        in_two_steps(&["--fail-on", "conflict"], &[&story]);
    }
    in_two_steps(&["--format", "json"], &["stories/ferry-fire", "no-such-file", "cli/input"]);
    in_two_steps(&["--format", "jsonl"], &["cli/input/articles.jsonl"]);
}

#[test]
fn colour_is_for_those_who_ask() {
    let plain = stdout(&["cli/input/one", "cli/input/two"]);
    assert!(!plain.contains('\u{1b}'), "{plain}");
    let colored = stdout(&["--color", "always", "cli/input/one", "cli/input/two"]);
    assert!(colored.contains("\u{1b}[1m"), "{colored}");
}
