//! What earlier runs found, kept in a folder: an entry for each article, and one for each story that was compared.
//!
//! An entry is named by a hash of all that it depends on: the program, the configuration, the options, and the bytes that were read. It
//! begins with a line that says so and ends with what was found; one that is cut, changed or of something else is ignored and written
//! again. Entries appear whole or not at all, so that runs may share a folder. What cannot be read or written costs time and nothing else.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Result, anyhow};
use sha2::{Digest, Sha256};
use tempfile::NamedTempFile;

use crate::error::reason;
use crate::lexicon::more;

/// The form of the entries: another number when their layout changes.
const FORM: &str = "claimdiff cache 1";
/// The most bytes of an entry.
const LARGEST: u64 = 1 << 30;

/// The name of an entry: 64 hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(String);

impl Key {
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// A folder of entries, as one run uses it.
pub struct Cache {
    folder: PathBuf,
    /// A hash of the program, the configuration and the options.
    basis: String,
    troubles: Mutex<Troubles>,
}

/// What went wrong: the first of each kind, and how often.
#[derive(Default)]
struct Troubles {
    broken: Option<(PathBuf, usize)>,
    unread: Option<String>,
    unwritten: Option<String>,
}

impl Cache {
    /// The cache in a folder, which need not be there. `options`: those that extraction depends on; the configuration must be read already.
    /// Fails where the program cannot be told from another.
    pub fn open(folder: &Path, options: &str) -> Result<Self> {
        let program =
            program().map_err(|e| anyhow!("{}: the cache is not used: this program cannot be read: {}", folder.display(), reason(&e)))?;
        let added = format!("{:?}", more::more());
        let parts = [FORM.as_bytes(), env!("CARGO_PKG_VERSION").as_bytes(), &program, added.as_bytes(), options.as_bytes()];
        Ok(Cache { folder: folder.to_owned(), basis: hash(&parts), troubles: Mutex::default() })
    }

    /// Where entries lie, as far as that is known.
    pub fn place(&self) -> Option<PathBuf> {
        fs::canonicalize(&self.folder).ok()
    }

    /// Whether a file below that place has the name of an entry.
    pub fn is_entry(place: &Path, file: &Path) -> bool {
        let hex = |s: &str, n: usize| s.len() == n && s.bytes().all(|b| b.is_ascii_hexdigit());
        let mut names = file.strip_prefix(place).into_iter().flat_map(Path::iter).map(|name| name.to_str().unwrap_or_default());
        names.next().is_some_and(|folder| hex(folder, 2)) && names.next().is_some_and(|name| hex(name, 62)) && names.next().is_none()
    }

    /// The key of what depends on these parts beside the program and its options.
    pub fn key(&self, parts: &[&[u8]]) -> Key {
        let basis: &[u8] = self.basis.as_bytes();
        Key(hash(&[&[basis], parts].concat()))
    }

    /// What is kept under a key, if it is whole.
    pub fn get(&self, key: &Key) -> Option<Vec<u8>> {
        let path = self.path(key);
        let entry = match read(&path, key) {
            Ok(entry) => entry,
            Err(e) if e.kind() == io::ErrorKind::NotFound => return None,
            Err(e) => {
                self.troubles().unread.get_or_insert_with(|| reason(&e));
                return None;
            }
        };
        let body = body(entry, key);
        if body.is_none() {
            self.troubles().broken.get_or_insert((path, 0)).1 += 1;
        }
        body
    }

    /// Keeps something under a key. After a failure nothing more is written.
    pub fn put(&self, key: &Key, body: &[u8]) {
        if self.troubles().unwritten.is_none()
            && let Err(e) = write(&self.path(key), key, body)
        {
            self.troubles().unwritten.get_or_insert_with(|| reason(&e));
        }
    }

    /// Notes that an entry, though whole, is not what this program writes.
    pub fn distrust(&self, key: &Key) {
        self.troubles().broken.get_or_insert((self.path(key), 0)).1 += 1;
    }

    /// Says what went wrong, in a line each.
    pub fn notes(&self) -> Vec<String> {
        let troubles = self.troubles();
        let folder = self.folder.display();
        let anew = if troubles.unwritten.is_none() { ", written anew" } else { "" };
        let broken =
            troubles.broken.as_ref().map(|(first, n)| format!("{}: a broken entry of the cache{anew} ({n} in all)", first.display()));
        let unread = troubles.unread.as_ref().map(|e| format!("{folder}: the cache cannot be read: {e}"));
        let unwritten = troubles.unwritten.as_ref().map(|e| format!("{folder}: the cache cannot be written: {e}"));
        [broken, unread, unwritten].into_iter().flatten().collect()
    }

    fn troubles(&self) -> std::sync::MutexGuard<'_, Troubles> {
        self.troubles.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// One of 256 folders, so that none has too many files.
    fn path(&self, key: &Key) -> PathBuf {
        let (folder, name) = key.0.split_at(2);
        self.folder.join(folder).join(name)
    }
}

/// What tells this program with its tables from another of the same version: a hash of its bytes.
fn program() -> io::Result<Vec<u8>> {
    let bytes = fs::read(std::env::current_exe()?)?;
    Ok(Sha256::digest(bytes).to_vec())
}

/// A hash of parts, each with its length before it, so that no two lists have one.
fn hash(parts: &[&[u8]]) -> String {
    let mut sha = Sha256::new();
    for part in parts {
        sha.update((part.len() as u64).to_le_bytes());
        sha.update(part);
    }
    sha.finalize().iter().map(|b| format!("{b:02x}")).collect()
}

/// How all entries of a key begin.
fn beginning(key: &Key) -> String {
    format!("{FORM} {} ", key.0)
}

/// The first line of an entry.
fn heading(key: &Key, body: &[u8]) -> String {
    format!("{}{}\n", beginning(key), hash(&[body]))
}

/// The bytes of an entry. Anything else under its name is not read, since it may have no end or never begin: a pipe, a device, a file of
/// another key.
fn read(path: &Path, key: &Key) -> io::Result<Vec<u8>> {
    // asked before it is opened, for whoever opens a pipe waits for its other end
    let meta = fs::metadata(path)?;
    if !meta.is_file() || meta.len() > LARGEST {
        return Ok(Vec::new());
    }
    let mut file = fs::File::open(path)?;
    let begin = beginning(key);
    let mut entry = Vec::with_capacity(begin.len());
    io::Read::read_to_end(&mut io::Read::take(&mut file, begin.len() as u64), &mut entry)?;
    if entry == begin.as_bytes() {
        entry.reserve_exact((meta.len() as usize).saturating_sub(entry.len()));
        io::Read::read_to_end(&mut io::Read::take(file, LARGEST), &mut entry)?;
    }
    Ok(entry)
}

/// What stands below the first line, if that is the one that belongs there.
fn body(mut entry: Vec<u8>, key: &Key) -> Option<Vec<u8>> {
    let end = entry.iter().take(256).position(|b| *b == b'\n')? + 1;
    let right = entry[..end] == *heading(key, &entry[end..]).as_bytes();
    right.then(|| {
        entry.drain(..end);
        entry
    })
}

/// Under a name of its own until it is whole.
fn write(path: &Path, key: &Key, body: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut temporary = NamedTempFile::new_in(folder)?;
    temporary.write_all(heading(key, body).as_bytes())?;
    temporary.write_all(body)?;
    temporary.persist(path)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_comes_back_until_it_is_touched() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::open(folder.path(), "").unwrap();
        let key = cache.key(&[b"one", b"two"]);
        assert_eq!(cache.get(&key), None);
        cache.put(&key, b"found\nthis");
        assert_eq!(cache.get(&key), Some(b"found\nthis".to_vec()));
        assert_eq!(cache.notes(), [""; 0]);
        let path = cache.path(&key);
        let whole = fs::read(&path).unwrap();
        for damaged in [&whole[..whole.len() - 1], &whole[..9], b"", &whole.to_ascii_uppercase()] {
            fs::write(&path, damaged).unwrap();
            assert_eq!(cache.get(&key), None);
        }
        assert_eq!(cache.notes(), [format!("{}: a broken entry of the cache, written anew (4 in all)", path.display())]);
        cache.put(&key, b"anew");
        assert_eq!(cache.get(&key), Some(b"anew".to_vec()));
    }

    #[test]
    fn keys_are_of_all_parts_and_options() {
        let folder = Path::new("nowhere");
        let [cache, dated] = ["", "dated"].map(|options| Cache::open(folder, options).unwrap());
        assert_ne!(cache.key(&[b"ab", b"c"]), cache.key(&[b"a", b"bc"]));
        assert_ne!(cache.key(&[b"ab"]), dated.key(&[b"ab"]));
    }
}
