//! The files behind the arguments.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::article::{Article, Meta, json, txt};
use crate::claim::Offsets;

/// Reads every article below the paths, in order of their names.
pub fn articles(paths: &[PathBuf]) -> Result<Vec<Article>> {
    let mut files = Vec::new();
    for p in paths {
        walk(p, &mut files).with_context(|| p.display().to_string())?;
    }
    let mut out = Vec::new();
    for f in files {
        read(&f, &mut out).with_context(|| f.display().to_string())?;
    }
    Ok(out)
}

fn walk(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if !path.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    let mut entries: Vec<PathBuf> = fs::read_dir(path)?.map(|e| e.map(|e| e.path())).collect::<Result<_, _>>()?;
    entries.sort();
    for e in entries {
        walk(&e, files)?;
    }
    Ok(())
}

fn read(file: &Path, out: &mut Vec<Article>) -> Result<()> {
    let text = String::from_utf8(fs::read(file)?)?;
    let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let path = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if file.extension().is_some_and(|e| e == "jsonl") {
        for line in text.lines() {
            out.extend(json::read(line, &path, &stem).ok());
        }
    } else {
        let meta = Meta {
            id: stem,
            path,
            offsets: Offsets::File,
            title: None,
            outlet: None,
            credits: vec![],
            authors: vec![],
            dates: vec![],
            language: None,
        };
        out.push(txt::read(text, meta, false));
    }
    Ok(())
}
