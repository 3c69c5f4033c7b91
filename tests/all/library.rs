//! The library's line from bytes to groups, for tests that need no program.

use claimdiff::article;
use claimdiff::claim::Line;
use claimdiff::extract::extract;
use claimdiff::reconcile::group::Group;
use claimdiff::reconcile::reconcile;

use crate::program::fixtures;

/// A file as a test makes it: what it is called, and what is in it.
#[derive(Clone, Debug)]
pub struct File {
    pub name: String,
    pub bytes: Vec<u8>,
}

impl File {
    pub fn new(name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        File { name: name.to_owned(), bytes: bytes.into() }
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).unwrap()
    }
}

/// The articles of a story of `fixtures/stories`, in order.
pub fn story(slug: &str) -> Vec<File> {
    let mut files: Vec<File> = std::fs::read_dir(fixtures().join("stories").join(slug))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| File::new(&path.file_name().unwrap().to_string_lossy(), std::fs::read(&path).unwrap()))
        .collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

/// The extract lines of a file, with the text; none for a part that was not read.
pub fn lines(file: &File) -> Vec<Line> {
    let articles = article::read(file.bytes.clone(), &file.name, &file.name);
    articles
        .into_iter()
        .flatten()
        .map(|a| {
            let e = extract(&a, None);
            Line { source: e.source, claims: e.claims, text: Some(a.into_written_text()), ..Line::default() }
        })
        .collect()
}

/// The groups of some files, compared as one story.
pub fn groups(files: &[File]) -> Vec<Group> {
    reconcile(files.iter().flat_map(lines).collect(), &[]).groups
}
