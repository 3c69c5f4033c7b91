//! What can go wrong outside of text: arguments, configuration, reading and writing. Such an error ends the run with status 2.

use std::io;
use std::path::Path;

use anyhow::{Error, anyhow};

/// An error about a file: what could not be done with it, and why.
pub fn about(path: &Path, what: &str, e: &io::Error) -> Error {
    anyhow!("{}: {what}: {}", path.display(), reason(e))
}

/// Why something could not be read or written, in words, without the number of the error.
pub fn reason(e: &io::Error) -> String {
    match e.kind() {
        io::ErrorKind::NotFound => "no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "no permission".to_owned(),
        _ => e.to_string().split(" (os error").next().unwrap_or_default().to_lowercase(),
    }
}

/// Why a line is not the JSON that is wanted. For serde its text begins with line 1, whatever its number is in the file.
pub fn of_line(e: &serde_json::Error) -> String {
    let place = format!(" at line {} column {}", e.line(), e.column());
    let text = e.to_string();
    text.strip_suffix(&place).map_or(text.clone(), |what| format!("{what} at column {}", e.column()))
}
