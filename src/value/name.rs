//! Names of people, and whether two of them can be the same person's.

use crate::text::fold::fold;

/// A person's name, split and folded.
#[derive(Clone, Debug)]
pub struct NameForm {
    parts: Vec<String>,
}

impl NameForm {
    pub fn new(name: &str) -> Self {
        NameForm { parts: fold(name).split([' ', '-', '.']).filter(|p| !p.is_empty()).map(str::to_owned).collect() }
    }

    pub fn words(&self) -> usize {
        self.parts.len()
    }

    /// Names that can be the same share one of these.
    pub fn keys(&self) -> Vec<String> {
        self.parts.last().map(|s| sound(s)).into_iter().collect()
    }
}

/// Whether the two names can be one person's.
pub fn same_person(a: &NameForm, b: &NameForm) -> bool {
    let (Some(x), Some(y)) = (a.parts.last(), b.parts.last()) else { return false };
    if sound(x) != sound(y) {
        return false;
    }
    a.parts.len() < 2 || b.parts.len() < 2 || sound(&a.parts[0]) == sound(&b.parts[0])
}

fn sound(s: &str) -> String {
    let s = s
        .replace("wh", "w")
        .replace("w", "v")
        .replace("yy", "i")
        .replace("iy", "i")
        .replace("ii", "i")
        .replace('y', "i")
        .replace("kh", "h");
    let mut out = String::new();
    for c in s.chars() {
        if !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}
