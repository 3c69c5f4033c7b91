//! Runs the program as a user would, in `fixtures/`.

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The folder of fixtures.
pub fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

/// The program, without arguments, in `fixtures/`, in surroundings that do not depend on who runs it.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_claimdiff"));
    command.current_dir(fixtures()).env_remove("NO_COLOR").env_remove("COLUMNS").env_remove("GITHUB_STEP_SUMMARY").env("LC_ALL", "C");
    command
}

/// What the program answers to some arguments.
pub fn run<S: AsRef<OsStr>>(args: &[S]) -> Output {
    program().args(args).output().unwrap()
}

/// What the program answers to some arguments and standard input.
pub fn run_with<S: AsRef<OsStr>>(args: &[S], input: &[u8]) -> Output {
    let mut child = program().args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // The program may stop reading before the end, so the outcome of writing does not matter.
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    let _ = writer.join();
    output
}

/// Standard output of a run that must succeed.
pub fn stdout<S: AsRef<OsStr>>(args: &[S]) -> String {
    let output = run(args);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The folders of the stories, as arguments, in order.
pub fn stories() -> Vec<String> {
    let mut found: Vec<String> = std::fs::read_dir(fixtures().join("stories"))
        .unwrap()
        .map(|entry| format!("stories/{}", entry.unwrap().file_name().to_string_lossy()))
        .collect();
    found.sort();
    found
}
