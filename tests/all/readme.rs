//! The README tells no lies: its output is what the program prints, and its commands run.

use std::path::Path;
use std::process::{Command, Output};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(file: &str) -> String {
    std::fs::read_to_string(root().join(file)).unwrap()
}

/// What stands in the fenced blocks of a language.
fn blocks(language: &str) -> Vec<String> {
    let text = read("README.md");
    let fence = format!("```{language}\n");
    text.split(&fence).skip(1).map(|rest| rest.split("```").next().unwrap().to_owned()).collect()
}

/// Runs a command line in a folder of its own, where `fixtures` are and `claimdiff` is found.
fn shell(folder: &Path, command: &str) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_claimdiff")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    Command::new("sh").args(["-c", command]).current_dir(folder).env("PATH", path).env_remove("COLUMNS").output().unwrap()
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(root().join("fixtures"), folder.path().join("fixtures")).unwrap();
    folder
}

#[test]
fn the_output_in_the_readme_is_real() {
    let folder = folder();
    for block in blocks("console") {
        let (command, wanted) = block.strip_prefix("$ ").unwrap().split_once('\n').unwrap();
        let output = shell(folder.path(), command);
        assert_eq!(String::from_utf8_lossy(&output.stdout), wanted, "{command}");
    }
}

#[test]
fn the_configurations_in_the_readme_are_valid() {
    let folder = folder();
    for block in blocks("toml") {
        std::fs::write(folder.path().join(".claimdiff.toml"), &block).unwrap();
        let output = shell(folder.path(), "claimdiff fixtures/stories/ferry-fire");
        let text = String::from_utf8_lossy(&output.stdout);
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{block}");
        assert_eq!(text.contains("\nDISMISSED  1 finding\n  d5091736 conflict: people killed"), block.contains("[[dismiss]]"), "{text}");
    }
}

#[test]
fn the_commands_in_the_readme_run() {
    let folder = folder();
    let has_jq = Command::new("jq").arg("--version").output().is_ok();
    for command in blocks("sh").iter().flat_map(|b| b.lines()) {
        let command = command.replace("cargo run --release -- ", "claimdiff ");
        if command.starts_with("cargo ") {
            assert!(read(".ci/run").lines().any(|l| l == command), "{command} is not in .ci/run");
        } else if has_jq || !command.contains("| jq ") {
            let output = shell(folder.path(), &command);
            assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""), "{command}");
            let silent = command.contains(" -o ");
            assert_eq!(output.stdout.is_empty(), silent, "{command}");
        }
    }
}

/// The baseline is the report of the same articles, so that none of it is news.
#[test]
fn the_steps_of_the_workflow_in_the_readme_run() {
    let folder = folder();
    std::os::unix::fs::symlink(root().join("fixtures/stories/ferry-fire"), folder.path().join("articles")).unwrap();
    shell(folder.path(), "claimdiff --format json -o baseline.json articles");
    let workflow = blocks("yaml").concat();
    let steps: Vec<&str> =
        workflow.lines().filter_map(|l| l.trim().strip_prefix("- run: ")).filter(|l| l.starts_with("claimdiff ")).collect();
    assert_eq!(steps.len(), 2);
    for step in steps {
        let output = shell(folder.path(), step);
        assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""), "{step}");
    }
    shell(folder.path(), "mkdir drafts && cp articles/2-harbour-gazette.txt drafts/today.md");
    let draft = shell(folder.path(), "claimdiff --format github --fail-on conflict --against drafts/today.md articles");
    assert_eq!(draft.status.code(), Some(1), "the others contradict it");
}

#[test]
fn the_files_that_the_readme_names_exist() {
    let text = read("README.md");
    let paths = text.split('`').filter(|s| s.starts_with("src/") || s.starts_with("fixtures/") || s.starts_with(".ci/"));
    let missing: Vec<&str> = paths.filter(|p| !p.contains(char::is_whitespace) && !root().join(p).exists()).collect();
    assert_eq!(missing, [""; 0]);
}

#[test]
fn the_readme_lists_all_options() {
    let readme = read("README.md");
    for command in ["", "extract", "reconcile", "stories", "explain", "schema", "completions", "man"] {
        let arguments: Vec<&str> = [command, "--help"].into_iter().filter(|a| !a.is_empty()).collect();
        let help = crate::program::stdout(&arguments);
        let options =
            help.split_whitespace().filter(|w| w.starts_with("--") && w.len() > 2 && w.chars().all(|c| c == '-' || c.is_ascii_lowercase()));
        for option in options.filter(|o| !["--help", "--version"].contains(o)) {
            assert!(readme.contains(option), "{command} {option}");
        }
        assert!(readme.contains(&format!("claimdiff {command}")), "{command}");
    }
}
