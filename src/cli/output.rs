//! Where results go: standard output, a file that appears whole or not at all, or a device or pipe.

use std::fs::{self, File};
use std::io::{self, BufWriter, StdoutLock, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Result, bail};
use tempfile::NamedTempFile;

use crate::error::about;

/// A buffered destination. A file gets its name only in [`Output::finish`].
pub enum Output {
    Stdout(BufWriter<StdoutLock<'static>>),
    File {
        to: BufWriter<NamedTempFile>,
        name: PathBuf,
    },
    /// What is no file, such as `/dev/null`: written into as it is, never replaced.
    Stream {
        to: BufWriter<File>,
        name: PathBuf,
    },
}

/// Small enough to stay beside the processor: what is longer goes past it.
const BUFFER: usize = 1 << 15;
const STDOUT: &str = "standard output";
/// What shells call the end of a program that was interrupted.
const INTERRUPTED: i32 = 130;

impl Output {
    /// Standard output, or `file` (which is replaced at the end).
    pub fn open(file: Option<&Path>) -> Result<Output> {
        let Some(name) = file else { return Ok(Output::Stdout(BufWriter::with_capacity(BUFFER, io::stdout().lock()))) };
        if fs::metadata(name).is_ok_and(|m| !m.is_file() && !m.is_dir()) {
            let stream = File::options().write(true).open(name).map_err(|e| unwritten(name, &e))?;
            return Ok(Output::Stream { to: BufWriter::with_capacity(BUFFER, stream), name: name.to_owned() });
        }
        if name.is_dir() {
            bail!("{}: cannot be written: is a folder", name.display());
        }
        let folder = name.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        remove_when_interrupted();
        let mut unfinished = UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner);
        let temporary = NamedTempFile::new_in(folder).map_err(|e| unwritten(name, &e))?;
        *unfinished = Some(temporary.path().to_owned());
        Ok(Output::File { to: BufWriter::with_capacity(BUFFER, temporary), name: name.to_owned() })
    }

    /// Writes out what is buffered and gives the file its name.
    pub fn finish(self) -> Result<()> {
        match self {
            Output::Stdout(mut w) => w.flush().map_err(|e| unwritten(Path::new(STDOUT), &e)),
            Output::Stream { mut to, name } => to.flush().map_err(|e| unwritten(&name, &e)),
            Output::File { to, name } => {
                let temporary = to.into_inner().map_err(|e| unwritten(&name, e.error()))?;
                let file: File = temporary.persist(&name).map_err(|e| unwritten(&name, &e.error))?;
                readable_by_all(&file);
                Ok(())
            }
        }
    }
}

/// The error, with what could not be written. A reader that has gone away stays known by the kind of the error.
fn unwritten(name: &Path, e: &io::Error) -> anyhow::Error {
    io::Error::new(e.kind(), about(name, "cannot be written", e)).into()
}

/// The file that is being written, which has no name of its own yet.
static UNFINISHED: Mutex<Option<PathBuf>> = Mutex::new(None);

/// Nothing unfinished is left behind when the program is interrupted or told to end.
fn remove_when_interrupted() {
    let end = || {
        if let Some(file) = UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
            let _ = fs::remove_file(file);
        }
        std::process::exit(INTERRUPTED);
    };
    // Where no handler can be set, an interrupted run leaves a file with a name of its own behind, which harms nobody.
    let _ = ctrlc::set_handler(end);
}

/// A temporary file is private at first; the result should be as open as a file that a program creates usually is.
#[cfg(unix)]
fn readable_by_all(file: &File) {
    use std::os::unix::fs::PermissionsExt;
    // A file system without permissions is no reason to fail after all is written.
    let _ = file.set_permissions(std::fs::Permissions::from_mode(0o644));
}

#[cfg(not(unix))]
fn readable_by_all(_: &File) {}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Output::Stdout(w) => w.write(bytes),
            Output::File { to, .. } => to.write(bytes),
            Output::Stream { to, .. } => to.write(bytes),
        }
        .map_err(|e| self.named(&e))
    }
    fn flush(&mut self) -> io::Result<()> {
        match self {
            Output::Stdout(w) => w.flush(),
            Output::File { to, .. } => to.flush(),
            Output::Stream { to, .. } => to.flush(),
        }
        .map_err(|e| self.named(&e))
    }
}

impl Output {
    /// An error of writing that says what was written.
    fn named(&self, e: &io::Error) -> io::Error {
        let name = match self {
            Output::Stdout(_) => Path::new(STDOUT),
            Output::File { name, .. } | Output::Stream { name, .. } => name,
        };
        io::Error::new(e.kind(), about(name, "cannot be written", e))
    }
}
