//! What the versions of a quotation have in common: whoever cites one must know who has all of it.

use crate::reconcile::group::{Group, GroupKind, GroupValue};
use crate::text::fold::fold;

/// The version whose words all others have in one piece, the first of several.
pub fn shared(group: &Group) -> Option<&GroupValue> {
    let all: Vec<Vec<String>> = group.values.iter().map(|v| words(&v.display)).collect();
    let (at, shortest) = all.iter().enumerate().min_by_key(|(_, words)| words.len())?;
    all.iter().all(|words| has(words, shortest)).then(|| &group.values[at])
}

/// The value that stands for a group where one alone is shown: the first, or the version of a quotation that all have.
pub fn told(group: &Group) -> Option<&GroupValue> {
    let shared = || shared(group).filter(|_| group.kind == GroupKind::Quote);
    shared().or_else(|| group.values.first())
}

/// A quotation without the comma that its sentence sets before the closing mark; any other value as it is.
pub fn said(value: &str) -> &str {
    value.trim_end_matches([',', ' '])
}

/// Which sources have more or less of a quotation than is shown: the version that all have or, where there is none, the first one.
pub enum Extent<'a> {
    /// All have the same words.
    Whole,
    /// These have more.
    More(Vec<&'a str>),
    /// These have a part.
    Part(Vec<&'a str>),
}

/// How much of what is shown of a group each source has.
pub fn extent(group: &Group) -> Extent<'_> {
    let Some(shown) = shared(group).or(group.values.first()) else { return Extent::Whole };
    let own = words(&shown.display);
    let others = group.values.iter().filter(|v| words(&v.display) != own);
    let mut sources: Vec<&str> = others.flat_map(|v| v.sources.iter().map(String::as_str)).collect();
    sources.sort_unstable();
    sources.dedup();
    match shared(group) {
        _ if sources.is_empty() => Extent::Whole,
        Some(_) => Extent::More(sources),
        None => Extent::Part(sources.into_iter().filter(|s| !shown.sources.iter().any(|own| own == s)).collect()),
    }
}

/// The words of a text without marks and case.
fn words(text: &str) -> Vec<String> {
    let plain = |w: &str| fold(w).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    text.split_whitespace().map(plain).filter(|w| !w.is_empty()).collect()
}

/// The words stand in a row among others.
fn has(all: &[String], some: &[String]) -> bool {
    some.is_empty() || all.windows(some.len()).any(|w| w == some)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_a_row_stand_in_others_whatever_their_marks() {
        let has = |all, some| has(&words(all), &words(some));
        assert!(has("“We should pay, but later,” she said", "we should pay but"));
        assert!(!has("We should pay, but later", "we should later"));
        assert!(has("anything", "–"), "a mark is no word");
    }
}
