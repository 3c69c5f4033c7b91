//! When two spellings are so near that they may be of one name, for words in folded letters.
//!
//! No single measure serves all callers: what is known of the two names beforehand says how far apart they may be. Where they are of one
//! person, half of the letters make a spelling; where nothing is known, a letter or two must do, and the names must begin alike.
//!
//! | notion | known beforehand | how near |
//! |---|---|---|
//! | [`are_parts_alike`] | another part of the two names is the same | a letter in five |
//! | [`are_spellings_of_one`] | both are names of one person or place | half of the letters |
//! | [`is_no_short_form`] | the same | two thirds, and neither begins the other |
//! | [`is_misspelled`] | all other words of the two names are the same | two thirds, and not two names by their ends |
//! | [`are_speakers_alike`] | both are quoted with the same words | 0.7 of the letters |
//! | [`may_be_one_name`] | two articles give them one part in a story | Jaro and Winkler's 0.8, which counts the beginnings twice |
//! | [`are_of_one_skeleton`] | two articles speak of them, none of both | a letter or two, vowels or doubled ones |
//! | [`are_streets_alike`] | the same happened there | two letters, behind the first four |
//!
//! The thresholds are set by hand: each stands between the pairs that its tests tell apart, and is no finer than these.

use strsim::{damerau_levenshtein, jaro_winkler, normalized_damerau_levenshtein, osa_distance};

/// About two thirds of the letters.
const TWO_THIRDS: f64 = 0.65;

/// A slip in a part of a name: `Winkler` and `Whinkler`. One letter in five differs at most, and the first letters agree.
pub fn are_parts_alike(a: &str, b: &str) -> bool {
    if !begin_alike(a, b, 1) {
        return false;
    }
    let longest = a.chars().count().max(b.chars().count());
    longest >= 4 && damerau_levenshtein(a, b) * 5 <= longest.max(5)
}

/// Two names of one person or place differ only in spelling: `Kyiv` and `Kiev`; but `US` and `United States` are two names for it.
pub fn are_spellings_of_one(a: &str, b: &str) -> bool {
    const HALF: f64 = 0.5;
    a.len() > 3 && b.len() > 3 && normalized_damerau_levenshtein(a, b) >= HALF
}

/// Two given names of one person differ in spelling, and neither is short for the other: `Catherine` and `Katherine`; but `Jeff` is a short
/// form of `Jeffrey`, and `Dave` of `David`.
pub fn is_no_short_form(a: &str, b: &str) -> bool {
    !a.starts_with(b) && !b.starts_with(a) && normalized_damerau_levenshtein(a, b) >= TWO_THIRDS
}

/// A name in a draft may be a slip for the other: `David` and `Davit`; but `Maria` and `Marie`, `Martin` and `Martina` are two.
pub fn is_misspelled(a: &str, b: &str) -> bool {
    let end = |w: &str| w.chars().next_back().is_some_and(|c| "aeiou".contains(c));
    let stem = |w: &str| w.trim_end_matches(|c| "aeiou".contains(c)).to_owned();
    let two = end(a) && end(b) && stem(a) == stem(b);
    !two && begin_alike(a, b, 1) && a.len().min(b.len()) > 3 && is_no_short_form(a, b)
}

/// Surnames, or given names, of two who are quoted: `Lindquist` and `Lindqvist`.
pub fn are_speakers_alike(a: &str, b: &str) -> bool {
    const ALIKE: f64 = 0.7;
    normalized_damerau_levenshtein(a, b) >= ALIKE
}

/// Two names that an article may have taken for each other: `Anna Holm` and `Anne Holm`, `Holm` and `Holms`. Names that begin alike count
/// as nearer than those that end alike.
pub fn may_be_one_name(a: &str, b: &str) -> bool {
    const ALIKE: f64 = 0.8;
    jaro_winkler(a, b) > ALIKE
}

/// Two places, or given names of relatives, that differ in a letter or two but in no consonant: `Dargahan` and `Dargehan`.
pub fn are_of_one_skeleton(a: &str, b: &str) -> bool {
    a.len().min(b.len()) >= SHORTEST && skeleton(a) == skeleton(b) && differ_in_a_letter_or_two(a, b)
}

/// Shorter names have another's skeleton too easily.
pub const SHORTEST: usize = 5;

/// One letter differs, two where the names are long.
pub fn differ_in_a_letter_or_two(a: &str, b: &str) -> bool {
    const LONG: usize = 8;
    let most = if a.len().min(b.len()) < LONG { 1 } else { 2 };
    osa_distance(a, b) <= most
}

/// The first letter and the consonants behind it, double ones once.
pub fn skeleton(name: &str) -> String {
    let mut out = String::new();
    for (i, c) in name.char_indices() {
        if (i == 0 || !"aeiouy".contains(c)) && !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}

/// Two streets, without their kinds, that one ear or one hand takes for each other: `harbour`, `harbor`. Streets with numbers lie side by
/// side.
pub fn are_streets_alike(a: &str, b: &str) -> bool {
    // shorter ones are alike by chance
    const SHORTEST: usize = 6;
    let plain = |name: &str| name.len() >= SHORTEST && !name.contains(|c: char| c.is_ascii_digit());
    plain(a) && plain(b) && begin_alike(a, b, STREET_BEGINS) && osa_distance(a, b) <= 2
}

/// How many first letters two like names of streets must share: `market` is no `basket`.
pub const STREET_BEGINS: usize = 4;

fn begin_alike(a: &str, b: &str, letters: usize) -> bool {
    a.chars().take(letters).eq(b.chars().take(letters))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pairs that a notion takes for near, and pairs that it tells apart.
    fn check(notion: fn(&str, &str) -> bool, near: &[(&str, &str)], apart: &[(&str, &str)]) {
        for (pairs, want) in [(near, true), (apart, false)] {
            for (a, b) in pairs {
                assert_eq!((notion(a, b), notion(b, a)), (want, want), "{a} {b}");
            }
        }
    }

    #[test]
    fn a_letter_in_five_makes_a_part_of_a_name_no_other() {
        check(
            are_parts_alike,
            &[("witkoff", "whitkoff"), ("brown", "browne")],
            &[("holm", "dolm"), ("lee", "lea"), ("martin", "marten-s")],
        );
    }

    #[test]
    fn names_of_one_bearer_are_spellings_from_half_of_their_letters_on() {
        check(
            are_spellings_of_one,
            &[("kyiv", "kiev"), ("catherine", "katherine")],
            &[("us", "united states"), ("lee", "lea"), ("bela", "olga")],
        );
    }

    #[test]
    fn short_forms_are_no_spellings() {
        check(is_no_short_form, &[("catherine", "katherine")], &[("jeff", "jeffrey"), ("dave", "david")]);
    }

    #[test]
    fn a_slip_leaves_the_beginning_and_is_no_other_name() {
        let apart = [("maria", "marie"), ("martin", "martina"), ("paul", "saul"), ("ann", "anm")];
        check(is_misspelled, &[("david", "davit"), ("sybika", "sybiga"), ("peter", "pieter")], &apart);
    }

    #[test]
    fn speakers_are_alike_by_most_of_their_letters() {
        check(are_speakers_alike, &[("lindquist", "lindqvist")], &[("bela", "berta"), ("holm", "holt-x")]);
    }

    #[test]
    fn names_that_begin_alike_may_be_one() {
        check(may_be_one_name, &[("anna-holm", "anne-holm"), ("holm", "holms")], &[("anna-holm", "rita-vega"), ("vega", "holm")]);
    }

    #[test]
    fn a_skeleton_is_of_consonants() {
        let apart = [("marina", "murano"), ("omsk", "omask"), ("teheran", "tehran-x")];
        check(are_of_one_skeleton, &[("dargahan", "dargehan"), ("marisela", "marisella")], &apart);
        assert_eq!([skeleton("dargahan"), skeleton("anna")], ["drghn", "an"]);
    }

    #[test]
    fn streets_differ_in_two_letters_at_their_ends() {
        check(
            are_streets_alike,
            &[("harbour", "harbor")],
            &[("125th", "126th"), ("oak", "oaks"), ("washington", "washburn"), ("market", "basket")],
        );
    }
}
