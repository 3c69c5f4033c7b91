//! One spelling for all romanisations of a name.

use std::hash::Hasher;

use rustc_hash::FxHasher;

/// Letter groups that one sound of Slavic, Arabic, Persian, Hebrew or Korean names is romanised with, and one of them for all
/// (sources: the tables of BGN/PCGN, ISO 9, ALA-LC and the habits of newspapers). In order of their first letters; of those with one first
/// letter the first that fits counts.
const SOUNDS: [(&str, &str); 32] = [
    ("ai", "ay"),
    ("ck", "k"),
    ("dzh", "j"),
    ("dj", "j"),
    ("ee", "i"),
    ("ei", "ey"),
    ("gh", "g"),
    ("hn", "n"),
    ("iy", "y"),
    ("ij", "y"),
    ("iu", "yu"),
    ("ia", "ya"),
    ("ie", "y"),
    ("i", "y"),
    ("ju", "yu"),
    ("kh", "h"),
    ("ks", "x"),
    ("ou", "u"),
    ("oo", "u"),
    ("o", "u"),
    ("ph", "f"),
    ("q", "k"),
    ("shch", "sh"),
    ("sch", "sh"),
    ("tsch", "ch"),
    ("tch", "ch"),
    ("tz", "z"),
    ("ts", "z"),
    ("wh", "w"),
    ("w", "v"),
    ("yi", "y"),
    ("zh", "j"),
];

/// One of [`SOUNDS`] as numbers that are compared at once.
#[derive(Clone, Copy)]
struct Sound {
    /// The bytes of the group, the first one lowest, and as many set bits as they have.
    group: u32,
    mask: u32,
    len: u8,
    to: &'static [u8],
}

const NUMBERED: [Sound; SOUNDS.len()] = {
    let mut all = [Sound { group: 0, mask: 0, len: 0, to: &[] }; SOUNDS.len()];
    let mut i = 0;
    while i < SOUNDS.len() {
        let from = SOUNDS[i].0.as_bytes();
        let mut k = from.len();
        while k > 0 {
            k -= 1;
            all[i].group = all[i].group << 8 | from[k] as u32;
            all[i].mask = all[i].mask << 8 | 0xff;
        }
        all[i].len = from.len() as u8;
        all[i].to = SOUNDS[i].1.as_bytes();
        i += 1;
    }
    all
};

/// For each letter, which of [`SOUNDS`] begin with it.
const BY_LETTER: [(u8, u8); 26] = {
    let mut ranges = [(0, 0); 26];
    let mut i = 0;
    while i < SOUNDS.len() {
        let letter = (SOUNDS[i].0.as_bytes()[0] - b'a') as usize;
        if ranges[letter].1 == 0 {
            ranges[letter].0 = i as u8;
        }
        i += 1;
        ranges[letter].1 = i as u8;
    }
    ranges
};

/// A hash of the one spelling that stands for all romanisations of a (folded) name.
pub(super) fn sound(name: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(&romanised(name));
    hasher.finish()
}

/// One spelling for all romanisations of a (folded) name, no letter doubled.
fn romanised(name: &str) -> Vec<u8> {
    let bytes = name.as_bytes();
    let mut out = Vec::with_capacity(name.len() + 2);
    let mut at = 0;
    while let Some(b) = bytes.get(at) {
        if !b.is_ascii() {
            at += other_letter(&name[at..], &mut out);
            continue;
        }
        let (from, to) = if b.is_ascii_lowercase() { BY_LETTER[(b - b'a') as usize] } else { (0, 0) };
        let ahead = window(&bytes[at..]);
        match NUMBERED[from as usize..to as usize].iter().find(|s| ahead & s.mask == s.group) {
            Some(sound) => {
                sound.to.iter().for_each(|b| push(*b, &mut out));
                at += sound.len as usize;
            }
            None => {
                push(*b, &mut out);
                at += 1;
            }
        }
    }
    ending(&mut out);
    out
}

/// The next four bytes, the first one lowest.
fn window(bytes: &[u8]) -> u32 {
    match bytes {
        [a, b, c, d, ..] => u32::from_le_bytes([*a, *b, *c, *d]),
        _ => bytes.iter().rev().fold(0, |n, b| n << 8 | *b as u32),
    }
}

/// Appends a letter or digit that does not repeat the last one.
fn push(b: u8, out: &mut Vec<u8>) {
    if b.is_ascii_alphanumeric() && out.last() != Some(&b) {
        out.push(b);
    }
}

/// Appends the first character of a text, one that is not ASCII; its length.
fn other_letter(text: &str, out: &mut Vec<u8>) -> usize {
    let len = text.chars().next().map_or(1, char::len_utf8);
    let letter = &text.as_bytes()[..len];
    if text.starts_with(char::is_alphanumeric) && !out.ends_with(letter) {
        out.extend_from_slice(letter);
    }
    len
}

/// `-off` is `-ov`, `-ey` is `-y`; `abdul` is `abd`.
fn ending(name: &mut Vec<u8>) {
    const ENDINGS: [(&str, &str); 7] =
        [("uf", "uv"), ("ef", "ev"), ("ey", "y"), ("ye", "e"), ("abdul", "abd"), ("abdel", "abd"), ("abdal", "abd")];
    for (from, to) in ENDINGS {
        if name.len() > 4 && name.ends_with(from.as_bytes()) {
            name.truncate(name.len() - from.len());
            name.extend_from_slice(to.as_bytes());
        }
    }
}
