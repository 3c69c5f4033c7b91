//! The command line: cases of `fixtures/cli`, and what needs more than a command to be shown.
//!
//! A case is a line `$ claimdiff ARGUMENTS`, then `> ` and `! ` before each line of standard output and standard error, then `= STATUS`;
//! `< FILE` gives standard input. A line `> ...` stands for any lines. Commands run in `fixtures/`.

use std::fmt;
use std::fs;
use std::io::{BufRead, BufReader};
#[cfg(unix)]
use std::os::unix::fs::symlink;
use std::path::Path;
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

/// The status says what was found to those who read only the beginning as well.
#[test]
fn a_reader_that_goes_away_does_not_change_the_status() {
    for (fail_on, status) in [("conflict", 1), ("never", 0)] {
        let arguments = ["--fail-on", fail_on, "--format", "json", "stories/ferry-fire"];
        let mut child = program().args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), error(&output)), (Some(status), ""), "{fail_on}");
    }
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

/// A folder with links to what the process has open, as `/dev` has them.
#[cfg(target_os = "linux")]
fn devices(folder: &Path) {
    for (name, number) in [("stdout", 1), ("stderr", 2)] {
        symlink(format!("/proc/self/fd/{number}"), folder.join(name)).unwrap();
    }
}

/// Runs `script` in a folder, where `$0` is the program and `$1` a story.
#[cfg(unix)]
fn shell(folder: &Path, script: &str) -> Output {
    let mut command = Command::new("sh");
    command.args(["-c", script, env!("CARGO_BIN_EXE_claimdiff")]).arg(fixtures().join("stories/ferry-fire"));
    command.current_dir(folder).output().unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn a_link_to_a_stream_is_written_into_and_stays() {
    let folder = tempfile::tempdir().unwrap();
    devices(folder.path());
    let report = stdout(&["--format", "json", "stories/ferry-fire"]);
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    let piped = shell(folder.path(), "\"$0\" --format json \"$1\" -o stdout | cat");
    assert_eq!((text(&piped.stdout), error(&piped)), (&*report, ""));
    shell(folder.path(), "{ echo before; \"$0\" --format json \"$1\" -o stdout; echo behind; } >told");
    assert_eq!(read("told"), format!("before\n{report}behind\n"));
    shell(folder.path(), "echo before >added; \"$0\" --format json \"$1\" -o stdout >>added");
    assert_eq!(read("added"), format!("before\n{report}"));
    shell(folder.path(), "{ \"$0\" --format json \"$1\" no-such-file -o stderr; echo behind >&2; } 2>said");
    assert_eq!(read("said"), format!("claimdiff: no-such-file: skipped: no such file or folder\n{}behind\n", missing_one()));
    for link in ["stdout", "stderr"] {
        assert!(folder.path().join(link).is_symlink());
    }
}

/// The report with a file that was not read.
#[cfg(target_os = "linux")]
fn missing_one() -> String {
    stdout(&["--format", "json", "stories/ferry-fire", "no-such-file"])
}

#[cfg(unix)]
#[test]
fn a_link_stays_and_its_file_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let write = |name: &str| run(&["--format", "json", "stories/ferry-fire", "-o", at(name).to_str().unwrap()]);
    let report = stdout(&["--format", "json", "stories/ferry-fire"]);
    fs::create_dir(at("inside")).unwrap();
    fs::write(at("inside/real"), "old").unwrap();
    for (to, link) in [("inside/real", "link"), ("link", "second"), ("inside/new", "dangling"), ("no-folder/new", "lost"), ("ring", "ring")]
    {
        symlink(to, at(link)).unwrap();
    }
    for (link, file) in [("second", "inside/real"), ("dangling", "inside/new")] {
        assert_eq!((write(link).status.code(), at(link).is_symlink()), (Some(0), true), "{link}");
        assert_eq!(fs::read_to_string(at(file)).unwrap(), report, "{link}");
    }
    for (link, reason) in [("lost", "no such file or folder"), ("ring", "too many levels of symbolic links"), ("inside", "is a directory")]
    {
        let output = write(link);
        assert!(
            error(&output).ends_with(&format!(": cannot be written: {reason}\n")) && output.status.code() == Some(2),
            "{}",
            error(&output)
        );
    }
    assert!(at("ring").is_symlink() && at("lost").is_symlink());
    let left = |folder: &str| fs::read_dir(at(folder)).unwrap().count();
    assert_eq!((left("."), left("inside")), (6, 2));
}

#[cfg(unix)]
#[test]
fn a_file_keeps_its_rights_and_a_new_one_heeds_the_mask() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    for (mask, old, wanted) in [("022", None, 0o644), ("077", None, 0o600), ("077", Some(0o664), 0o664), ("022", Some(0o600), 0o600)] {
        let file = folder.path().join("report");
        let _ = fs::remove_file(&file);
        if let Some(mode) = old {
            fs::write(&file, "old").unwrap();
            fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
        }
        shell(folder.path(), &format!("umask {mask}; \"$0\" \"$1\" -o report"));
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, wanted, "{mask} {old:?}");
        assert_ne!(fs::read_to_string(&file).unwrap(), "old");
    }
}

/// Who may write everything may write this file too.
#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_written_is_not_replaced() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report");
    fs::write(&file, "old").unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).unwrap();
    let may = fs::OpenOptions::new().write(true).open(&file).is_ok();
    let output = run(&["stories/ferry-fire", "-o", file.to_str().unwrap()]);
    let wanted = if may { String::new() } else { format!("claimdiff: {}: cannot be written: no permission\n", file.display()) };
    assert_eq!(error(&output), wanted);
    assert_eq!((fs::read_to_string(&file).unwrap() == "old", fs::metadata(&file).unwrap().permissions().mode() & 0o777), (!may, 0o444));
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
    for arguments in [&["extract", "stories"][..], &["--help"], &["--version"], &["extract", "--help"]] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = program().args(arguments).stdout(full).stderr(Stdio::piped()).output().unwrap();
        assert_eq!(error(&output), "claimdiff: standard output: cannot be written: no space left on device\n", "{arguments:?}");
        assert_eq!(output.status.code(), Some(2));
    }
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
    assert_eq!((error(&output), output.status.code()), ("claimdiff: .: cannot be written: is a directory\n", Some(2)));
}

#[test]
fn an_output_that_is_read_is_refused_and_a_dash_is_standard_output() {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("a.txt");
    fs::copy(fixtures().join("stories/ferry-fire/1-meridian.txt"), &copy).unwrap();
    let name = copy.to_str().unwrap();
    let before = fs::read(&copy).unwrap();
    let more = "stories/ferry-fire/2-harbour-gazette.txt";
    for arguments in [&[name, more, "-o", name][..], &["extract", name, "-o", name], &[more, "--against", name, "-o", name]] {
        let output = run(arguments);
        assert_eq!(error(&output), format!("claimdiff: {name}: is read and would be overwritten\n"), "{arguments:?}");
        assert_eq!((output.status.code(), fs::read(&copy).unwrap()), (Some(2), before.clone()));
    }
    assert_eq!(stdout(&["stories/ferry-fire", "-o", "-"]), stdout(&["stories/ferry-fire"]));
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
