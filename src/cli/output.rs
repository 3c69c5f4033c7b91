//! Where results go: standard output, a file that appears whole or not at all, or a device or pipe.

use std::fs::{self, File, Metadata};
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

/// Small enough to stay in the processor's cache; longer pieces are written at once.
const BUFFER: usize = 1 << 15;
const STDOUT: &str = "standard output";
/// What shells call the end of a program that was interrupted.
const INTERRUPTED: i32 = 130;

/// An error where the output would replace a file that an argument names to be read.
pub fn spare<'p>(output: Option<&Path>, mut read: impl Iterator<Item = &'p Path>) -> Result<()> {
    let real = |p: &Path| fs::canonicalize(p).ok().filter(|p| p.is_file());
    let Some((name, file)) = output.and_then(|name| Some((name, real(name)?))) else { return Ok(()) };
    if read.any(|p| real(p).as_ref() == Some(&file)) {
        bail!("{}: is read and would be overwritten", name.display());
    }
    Ok(())
}

impl Output {
    /// Standard output (for `-` too), or `file` (which is replaced at the end; links to it stay).
    pub fn open(file: Option<&Path>) -> Result<Output> {
        let stdout = || Output::Stdout(BufWriter::with_capacity(BUFFER, io::stdout().lock()));
        let Some(name) = file.filter(|name| name.as_os_str() != "-") else { return Ok(stdout()) };
        let old = fs::metadata(name).ok();
        if old.as_ref().is_some_and(|old| opened_as(old, &io::stdout()).is_some()) {
            return Ok(stdout());
        }
        let opened = match (old.as_ref().and_then(|old| opened_as(old, &io::stderr())), old) {
            (Some(stderr), _) => Ok(Output::stream(name, stderr)),
            (None, Some(old)) if !old.is_file() && !old.is_dir() => {
                File::options().write(true).open(name).map(|to| Output::stream(name, to))
            }
            (None, old) => Output::file(name, old),
        };
        opened.map_err(|e| unwritten(name, &e))
    }

    fn stream(name: &Path, to: File) -> Output {
        Output::Stream { to: BufWriter::with_capacity(BUFFER, to), name: name.to_owned() }
    }

    /// A file that takes the place of `old` at the end.
    fn file(name: &Path, old: Option<Metadata>) -> io::Result<Output> {
        let name = behind_links(name)?;
        if old.is_some() {
            // What may not be written may not be replaced either.
            File::options().write(true).open(&name)?;
        }
        remove_when_interrupted();
        let mut unfinished = UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner);
        let temporary = temporary(folder(&name), old.as_ref())?;
        *unfinished = Some(temporary.path().to_owned());
        Ok(Output::File { to: BufWriter::with_capacity(BUFFER, temporary), name })
    }

    /// Writes out what is buffered and gives the file its name.
    pub fn finish(self) -> Result<()> {
        match self {
            Output::Stdout(mut w) => w.flush().map_err(|e| unwritten(Path::new(STDOUT), &e)),
            Output::Stream { mut to, name } => to.flush().map_err(|e| unwritten(&name, &e)),
            Output::File { to, name } => {
                let temporary = to.into_inner().map_err(|e| unwritten(&name, e.error()))?;
                temporary.persist(&name).map_err(|e| unwritten(&name, &e.error))?;
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

/// Removes the unfinished file when the program is interrupted or told to end.
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

/// The file that a name stands for, through all links; it need not be there yet.
fn behind_links(name: &Path) -> io::Result<PathBuf> {
    match fs::canonicalize(name) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => match fs::read_link(name) {
            // A ring of links is another error, so that this comes to an end.
            Ok(to) => behind_links(&folder(name).join(to)),
            Err(_) => Ok(name.to_owned()),
        },
        found => found,
    }
}

fn folder(name: &Path) -> &Path {
    name.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The file as a shell has opened it for one of the standard streams: it may have more before and behind what is written now, so that it is
/// written into and not replaced.
#[cfg(unix)]
fn opened_as(file: &Metadata, stream: &impl std::os::fd::AsFd) -> Option<File> {
    use std::os::unix::fs::MetadataExt;
    let opened = File::from(stream.as_fd().try_clone_to_owned().ok()?);
    let place = |m: &Metadata| (m.dev(), m.ino());
    (place(&opened.metadata().ok()?) == place(file)).then_some(opened)
}

#[cfg(not(unix))]
fn opened_as<S>(_: &Metadata, _: &S) -> Option<File> {
    None
}

/// A file under a name of its own, with the permissions of the one that it is to replace, or those that any new file gets.
#[cfg(unix)]
fn temporary(folder: &Path, old: Option<&Metadata>) -> io::Result<NamedTempFile> {
    use std::os::unix::fs::PermissionsExt;
    const RIGHTS: u32 = 0o777;
    const OF_NEW_FILES: u32 = 0o666;
    let rights = |mode| fs::Permissions::from_mode(mode);
    let old = old.map(|old| rights(old.permissions().mode() & RIGHTS));
    // The system takes away what the user's mask has; that of an old file is given back.
    let created = old.clone().unwrap_or_else(|| rights(OF_NEW_FILES));
    let temporary = tempfile::Builder::new().permissions(created).tempfile_in(folder)?;
    if let Some(old) = old {
        // A file system without permissions is no reason to fail.
        let _ = temporary.as_file().set_permissions(old);
    }
    Ok(temporary)
}

#[cfg(not(unix))]
fn temporary(folder: &Path, _: Option<&Metadata>) -> io::Result<NamedTempFile> {
    NamedTempFile::new_in(folder)
}

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
