//! How two versions of a quotation relate, word by word.

use crate::text::fold::fold;

/// The words of a quotation, folded, with where the text says that something was left out or put in.
#[derive(Clone, Debug)]
pub struct Words {
    pub words: Vec<String>,
    pub elided: bool,
    pub bracketed: bool,
}

/// How one version stands to another, the mildest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    Identical,
    Excerpt,
    Minor,
    Bracketed,
    Elided,
    /// Content shared, wording hardly: what translations do.
    Reworded,
    /// Most words align, but content words differ.
    Wording,
    /// A negation, number, pronoun or modal differs.
    Critical,
}

/// Words whose loss or change turns what was said.
const CRITICAL: [&str; 26] = [
    "not", "no", "never", "nobody", "nothing", "none", "cannot", "must", "should", "could", "might", "may", "would", "will", "can", "i",
    "we", "he", "she", "they", "you", "all", "only", "more", "less", "every",
];
/// Words that come and go between transcripts.
const LIGHT: [&str; 31] = [
    "a", "an", "the", "that", "and", "but", "so", "well", "of", "to", "in", "is", "are", "was", "were", "be", "been", "it", "this", "as",
    "at", "on", "for", "with", "very", "really", "just", "also", "um", "uh", "have",
];

impl Words {
    pub fn of(text: &str) -> Words {
        let folded = fold(text);
        let elided = folded.contains("...");
        let bracketed = folded.contains(['[', '(']);
        let words = folded.split(|c: char| !c.is_alphanumeric() && c != '\'').flat_map(uncontracted).filter(|w| !w.is_empty()).collect();
        Words { words, elided, bracketed }
    }

    pub fn content(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str).filter(|w| is_content(w))
    }
}

/// A word with meaning of its own.
pub fn is_content(word: &str) -> bool {
    !LIGHT.contains(&word) && !CRITICAL.contains(&word)
}

/// `don't` as `do not`, `we're` as `we are`; other words as they are, without marks of quotation.
fn uncontracted(word: &str) -> Vec<String> {
    let word = word.trim_matches('\'');
    const ENDINGS: [(&str, &str); 6] = [("n't", "not"), ("'re", "are"), ("'ll", "will"), ("'ve", "have"), ("'m", "am"), ("'s", "")];
    for (ending, full) in ENDINGS {
        if let Some(stem) = word.strip_suffix(ending).filter(|s| !s.is_empty()) {
            let stem = if word == "won't" {
                "will"
            } else if word == "can't" {
                "can"
            } else {
                stem
            };
            return vec![stem.to_owned(), full.to_owned()];
        }
    }
    vec![word.to_owned()]
}

/// The longest common subsequence of two lists of words, as pairs of indexes (Wagner & Fischer 1974). Lists are cut at [`LONGEST`].
pub fn align(a: &[String], b: &[String]) -> Vec<(usize, usize)> {
    let (a, b) = (&a[..a.len().min(LONGEST)], &b[..b.len().min(LONGEST)]);
    let width = b.len() + 1;
    let mut best = vec![0u16; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            best[i * width + j] =
                if a[i] == b[j] { best[(i + 1) * width + j + 1] + 1 } else { best[(i + 1) * width + j].max(best[i * width + j + 1]) };
        }
    }
    let (mut i, mut j, mut out) = (0, 0, Vec::new());
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            out.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if best[(i + 1) * width + j] >= best[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    out
}

/// Longer quotations are compared by their beginning.
const LONGEST: usize = 160;
/// From this share of aligned words on (of the shorter version) two versions are one wording with differences.
const ALIGNED: f32 = 0.8;

/// How `a` and `b` relate, two versions of one utterance.
pub fn relate(a: &Words, b: &Words) -> Version {
    if a.words == b.words {
        return Version::Identical;
    }
    let (short, long) = if a.words.len() <= b.words.len() { (a, b) } else { (b, a) };
    let pairs = align(&short.words, &long.words);
    if contiguous(&pairs, short.words.len()) {
        return Version::Excerpt;
    }
    if (pairs.len() as f32) < ALIGNED * short.words.len() as f32 {
        return Version::Reworded;
    }
    let (from, to) = (pairs.first().map_or(0, |p| p.1), pairs.last().map_or(0, |p| p.1));
    let lost: Vec<&str> = unpaired(&short.words, pairs.iter().map(|p| p.0), 0, short.words.len());
    let added: Vec<&str> = unpaired(&long.words, pairs.iter().map(|p| p.1), from, to + 1);
    differences(short, long, &lost, &added)
}

fn differences(short: &Words, long: &Words, lost: &[&str], added: &[&str]) -> Version {
    let critical = |w: &&str| CRITICAL.contains(w) || w.starts_with(|c: char| c.is_ascii_digit());
    let content = |list: &[&str]| list.iter().any(|w| is_content(w));
    let marked_cut = short.elided || long.elided;
    let marked_insert = short.bracketed || long.bracketed;
    if lost.iter().any(|w| critical(w)) != added.iter().any(|w| critical(w)) && !marked_cut && !marked_insert {
        return Version::Critical;
    }
    match (content(lost), content(added)) {
        (false, false) => Version::Minor,
        _ if marked_insert => Version::Bracketed,
        (true, true) => Version::Wording,
        _ => Version::Elided,
    }
}

/// All words of the shorter are paired, and one after another in the longer.
fn contiguous(pairs: &[(usize, usize)], length: usize) -> bool {
    pairs.len() == length && pairs.windows(2).all(|w| w[1].1 == w[0].1 + 1)
}

fn unpaired(words: &[String], paired: impl Iterator<Item = usize>, from: usize, to: usize) -> Vec<&str> {
    let paired: rustc_hash::FxHashSet<usize> = paired.collect();
    (from..to.min(words.len())).filter(|i| !paired.contains(i)).map(|i| words[i].as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(a: &str, b: &str) -> Version {
        relate(&Words::of(a), &Words::of(b))
    }

    #[test]
    fn versions_by_what_differs() {
        use Version::*;
        let full = "We will not leave the harbour before the last ship has gone";
        for (other, want) in [
            ("we will not leave the harbour before the last ship has gone.", Identical),
            ("leave the harbour before the last ship", Excerpt),
            ("We won't leave the harbour before a last ship has gone", Minor),
            ("We will not leave ... before the last ship has gone", Elided),
            ("We will not leave [the port] before the last ship has gone", Bracketed),
            ("We will leave the harbour before the last ship has gone", Critical),
            ("We will not leave the harbour before the last train has gone", Wording),
            ("Nobody abandons this port until all vessels are away", Reworded),
        ] {
            assert_eq!(version(full, other), want, "{other}");
        }
    }
}
