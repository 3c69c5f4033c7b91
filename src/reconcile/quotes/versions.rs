//! How two versions of a quotation relate, word by word.

use super::gaps::{Mild, differences, is_swapped_pair, mild};
use super::version::{LONGEST, Version};
use super::words::{MASK, Words, is_content, is_light};
use crate::reconcile::subsequence::common;

/// The longest common subsequence of two lists of words, as pairs of indexes. Lists are cut at [`LONGEST`].
pub fn align<T: PartialEq>(a: &[T], b: &[T]) -> Vec<(usize, usize)> {
    common(&a[..a.len().min(LONGEST)], &b[..b.len().min(LONGEST)])
}

/// In shorter versions a word more or less does not matter.
const FRAGMENT: usize = 6;
/// From this share of aligned words on (of the shorter version) two versions are one wording with differences: for words that may be
/// translated, and for others.
const ALIGNED: f32 = 0.8;
const ALIGNED_IN_ENGLISH: f32 = 0.7;
/// From how many words on the share for others is asked.
const LONG: usize = 10;

/// How `a` and `b` relate, two versions of one utterance, as wholes or by the sentences that both have; `foreign`: what is quoted may be
/// a translation.
pub fn relate(a: &Words, b: &Words, foreign: bool) -> Version {
    match wholes(a, b, foreign) {
        Version::Reworded => by_sentences(a, b).unwrap_or(Version::Reworded),
        version => version,
    }
}

/// How the sentences relate that both versions have, each in its own wording; none where they share no sentence.
fn by_sentences(a: &Words, b: &Words) -> Option<Version> {
    shared_sentences(a, b).map(|(s, t)| wholes(&s, &t, true).max(Version::Excerpt)).max()
}

/// The sentences that both have, each in its own wording.
fn shared_sentences(a: &Words, b: &Words) -> impl Iterator<Item = (Words, Words)> {
    let one =
        |s: &[String], t: &[String]| s == t && is_telling(s) || is_near(s, t) || is_swapped(s, t) || is_filled(s, t) || is_filled(t, s);
    let pairs = a.ranges().flat_map(|s| b.ranges().map(move |t| (s.clone(), t)));
    pairs.filter(move |(s, t)| one(&a.words[s.clone()], &b.words[t.clone()])).map(|(s, t)| (a.part(s), b.part(t)))
}

/// A sentence with so many words, enough of them with meaning, is not said twice by chance.
fn is_telling(sentence: &[String]) -> bool {
    const WORDS: usize = 5;
    const CONTENT: usize = 2;
    sentence.len() >= WORDS && sentence.iter().filter(|w| is_content(w)).nth(CONTENT - 1).is_some()
}

/// Two sentences are one in two wordings: enough words align, and nearly all of the longer one.
fn is_near(s: &[String], t: &[String]) -> bool {
    const WORDS: usize = 6;
    let (shorter, longer) = (s.len().min(t.len()), s.len().max(t.len()));
    if shorter < WORDS || 4 * shorter < 3 * longer {
        return false;
    }
    let pairs = align(s, t);
    let content = pairs.iter().filter(|p| is_content(&s[p.0])).count();
    pairs.len() >= WORDS && 4 * pairs.len() >= 3 * longer && content >= 2
}

/// The shorter sentence stands in the longer one from its first word to its last, with a few words put in: `It was a shame.`, `I think it
/// was, in many ways, a shame.`
fn is_filled(short: &[String], long: &[String]) -> bool {
    const WORDS: usize = 6;
    const CONTENT: usize = 2;
    let edges = short.first().zip(short.last());
    let held = edges.is_some_and(|(first, last)| long.contains(first) && long.contains(last));
    if short.len() < WORDS || short.len() > long.len() || !held {
        return false;
    }
    let pairs = compact(short, long);
    let Some((first, last)) = pairs.first().zip(pairs.last()) else { return false };
    let whole = first.0 == 0 && last.0 + 1 == short.len() && last.1 - first.1 < 2 * short.len();
    let content = pairs.iter().filter(|p| is_content(&short[p.0])).count();
    whole && 5 * pairs.len() >= 4 * short.len() && content >= CONTENT
}

/// Whether two quotations have one sentence, of which one says more.
pub fn share_a_filled_sentence(a: &Words, b: &Words) -> bool {
    const LOOK: usize = 16;
    a.sentences().take(LOOK).any(|s| b.sentences().take(LOOK).any(|t| is_filled(s, t) || is_filled(t, s)))
}

/// `Why would he not say it?` and `… say that?`: one light word stands for another, or one is more.
fn is_swapped(s: &[String], t: &[String]) -> bool {
    const WORDS: usize = 5;
    if s.len().min(t.len()) < WORDS || s.len().abs_diff(t.len()) > 1 || !s.iter().any(|w| is_content(w)) {
        return false;
    }
    let before = s.iter().zip(t).take_while(|(v, w)| v == w).count();
    let (s, t) = (&s[before..], &t[before..]);
    let behind = s.iter().rev().zip(t.iter().rev()).take_while(|(v, w)| v == w).count();
    let differs = |rest: &[String]| rest.len() < 2 && rest.iter().all(|w| is_light(w));
    differs(&s[..s.len() - behind]) && differs(&t[..t.len() - behind])
}

/// Whether a sentence of one quotation stands in another, except for a light word.
pub fn share_a_swapped_sentence(a: &Words, b: &Words) -> bool {
    a.sentences().any(|s| b.sentences().any(|t| is_swapped(s, t)))
}

/// Whether two quotations have one sentence in full, except for a light word.
pub fn share_a_sentence(a: &Words, b: &Words) -> bool {
    a.sentences().filter(|s| is_telling(s)).any(|s| b.sentences().any(|t| s == t || is_swapped(s, t)))
}

/// Whether a quotation of one sentence stands in another in its own wording.
pub fn is_sentence_of(part: &Words, whole: &Words) -> bool {
    part.sentences().count() == 1 && whole.sentences().any(|t| is_near(&part.words, t))
}

/// How `a` and `b` relate word by word from their beginnings to their ends.
fn wholes(a: &Words, b: &Words, foreign: bool) -> Version {
    if a.words == b.words {
        return Version::Identical;
    }
    let (short, long) = if a.words.len() <= b.words.len() { (a, b) } else { (b, a) };
    if contains(long, short) {
        return Version::Excerpt;
    }
    let printed = printed(short, long);
    if printed.0 == printed.1 {
        return Version::Minor;
    }
    if is_swapped_pair(short, long) {
        return Version::Minor;
    }
    let pairs = compact(&printed.0, &printed.1);
    let least = if foreign || short.words.len() < LONG { ALIGNED } else { ALIGNED_IN_ENGLISH };
    let aligned = pairs.len() as f32 >= least * short.words.len() as f32;
    if !aligned || short.words.len() < FRAGMENT || is_scattered(short, long, &pairs) {
        return Version::Reworded;
    }
    differences(short, long, &pairs)
}

/// What the mild difference between two versions is, or between the sentences that both have.
pub fn mildly(a: &Words, b: &Words) -> Mild {
    let sentences = if wholes(a, b, true) == Version::Reworded { shared_sentences(a, b).collect() } else { Vec::new() };
    let worst = sentences.iter().max_by_key(|(s, t)| wholes(s, t, true));
    worst.map_or_else(|| mildly_as_wholes(a, b), |(s, t)| mildly_as_wholes(s, t))
}

fn mildly_as_wholes(a: &Words, b: &Words) -> Mild {
    let (short, long) = if a.words.len() <= b.words.len() { (a, b) } else { (b, a) };
    let printed = printed(short, long);
    let masked = printed.0 != short.words || printed.1 != long.words;
    mild(short, long, &compact(&printed.0, &printed.1), masked)
}

/// The words of two versions with the letters that the other one prints.
fn printed(short: &Words, long: &Words) -> (Vec<String>, Vec<String>) {
    (unmasked(&short.words, &long.words), unmasked(&long.words, &short.words))
}

/// Words whose letters are not all printed as the other version prints them: `f**k` with its first and last letters.
fn unmasked(words: &[String], other: &[String]) -> Vec<String> {
    let printed = |word: &String| {
        let (first, last) = word.split_once(MASK)?;
        let last = last.trim_start_matches(MASK);
        other.iter().find(|w| !first.is_empty() && !w.contains(MASK) && w.starts_with(first) && w.ends_with(last))
    };
    words.iter().map(|w| if w.contains(MASK) { printed(w).unwrap_or(w).clone() } else { w.clone() }).collect()
}

/// Whether a version has the words of another in one piece.
pub fn contains(long: &Words, short: &Words) -> bool {
    long.words.windows(short.words.len().max(1)).any(|w| w == short.words)
}

/// The aligned words are scattered. Light words are in any longer text: content must align, too, and stand together. Two that begin and end
/// differently, with less than half of the longer one in common, are two sentences.
fn is_scattered(short: &Words, long: &Words, pairs: &[(usize, usize)]) -> bool {
    const DENIED: usize = 7;
    let shared = pairs.iter().filter(|p| is_content(&short.words[p.0])).count();
    let Some((first, last)) = pairs.first().zip(pairs.last()) else { return true };
    let apart = first.0 > 0 && last.0 + 1 < short.words.len() && 2 * pairs.len() < long.words.len();
    // `is “not selling ships”` of "we live by selling ships, and …": the marks begin in the middle of the sentence; but seven words in
    // one piece are the statement that is denied
    let piece = || short.words.len() > DENIED && long.words.windows(short.words.len() - 1).any(|w| w == &short.words[1..]);
    let cut = first.0 == 1 && !is_light(&short.words[0]) && first.1 > 0 && 2 * pairs.len() < long.words.len() && !piece();
    2 * shared < short.content().count() || last.1 - first.1 > 3 * short.words.len() || apart || cut
}

/// Enough words align for one wording rather than two translations.
pub fn is_one_wording(a: &Words, b: &Words) -> bool {
    const SHARE: usize = 85;
    const LEAST: usize = 10;
    let longest = a.words.len().max(b.words.len());
    longest >= LEAST && align(&a.words, &b.words).len() * 100 >= SHARE * longest
}

/// The alignment whose words stand closest together in `long`: the one that takes words as early or the one that takes them as late as
/// possible.
pub fn compact(short: &[String], long: &[String]) -> Vec<(usize, usize)> {
    let reversed = |w: &[String]| w.iter().rev().cloned().collect::<Vec<_>>();
    let early = align(short, long);
    let mut late: Vec<(usize, usize)> =
        align(&reversed(short), &reversed(long)).into_iter().map(|(i, j)| (short.len() - 1 - i, long.len() - 1 - j)).collect();
    late.reverse();
    let extent = |p: &[(usize, usize)]| p.last().map_or(0, |l| l.1) - p.first().map_or(0, |f| f.1);
    if late.len() >= early.len() && extent(&late) < extent(&early) { late } else { early }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(a: &str, b: &str) -> Version {
        relate(&Words::of(a), &Words::of(b), true)
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
            ("We will not ever leave either the harbour before the last ship has gone", Elided),
            ("Nobody abandons this port until all vessels are away", Reworded),
            ("They will not leave the harbour before the last ship has gone", Critical),
            ("We did not leave the harbour before the last ship has gone", Critical),
            ("We will not leave the harbour before the last ship has sunk", Wording),
            ("We will not leave the harbours before the last ship has gone", Minor),
            ("We will not leave the harbour before the last s*** has gone", Minor),
            ("We will not leave the harbour before the l--t s--- has gone", Minor),
            ("[The crews] will not leave the harbour before the last train has gone", Wording),
            ("We will not leave the harbour ... before the last ferry has gone", Wording),
            ("We will not leave the harbour before the last (ferry) has gone", Bracketed),
        ] {
            assert_eq!(version(full, other), want, "{other}");
        }
    }

    #[test]
    fn who_does_what_to_whom_is_no_order_of_words() {
        let beaten = "Carl beat Ana in the race for the board of the harbour";
        assert_eq!(version(beaten, "Ana beat Carl in the race for the board of the harbour"), Version::Reworded);
        assert_eq!(version("the lightest and thinnest of all ships", "the thinnest and lightest of all ships"), Version::Minor);
        assert_eq!(version("It is our harbour and nobody will sell it", "It is their harbour and nobody will sell it"), Version::Critical);
    }

    #[test]
    fn a_light_word_more_is_no_other_sentence() {
        let one = "I see more clearly how hurtful it was. We had no lunch that day.";
        let share = |other: &str| share_a_sentence(&Words::of(one), &Words::of(other));
        assert!(share("He wrote to us. I see more clearly just how hurtful it was."));
        assert!(!share("I see more clearly how useful it was.") && !share("I never see more clearly how hurtful it was."));
        assert_eq!(version("He was a lazy old f--k", "he was a lazy old fork"), Version::Minor);
        assert_eq!(version("a lazy f--k", "a lazy cook"), Version::Reworded);
    }

    #[test]
    fn a_shortened_clause_replaces_nothing() {
        let full = "I want the people that will move into our mill in May to be heard";
        assert_eq!(version(full, "I want the people moving in May to be heard"), Version::Elided);
        assert_eq!(version(full, "I want the people dancing in May to be heard"), Version::Wording);
        assert_eq!(version("And we'll do it again in the spring", "We will do it again in the spring"), Version::Excerpt);
    }

    #[test]
    fn the_style_of_an_outlet_is_no_difference() {
        let one = |a: &str, b: &str| assert_eq!(version(a, b), Version::Identical, "{b}");
        one("He lied to the B.K.A. Nothing happened", "He lied to the BKA, nothing happened");
        one("It was a hard day for Gen. Hale and the U.S. fleet", "It was a hard day for General Hale and the US fleet");
        one("We sold 5 percent of it for 3,000 crowns", "We sold five per cent of it for 3000 crowns");
        one("It is O.K. for Dr. Park", "It is okay for Dr Park");
        assert_eq!(version("We told the B.B.C. that they must wait", "We told the B.B.C. that we must wait"), Version::Critical);
        assert_eq!(version("We lost 2.5 million crowns to the mill", "We lost 2.7 million crowns to the mill"), Version::Wording);
    }

    #[test]
    fn who_is_to_do_it_is_no_light_word() {
        assert_eq!(version("I never wanted us to sell the old mill", "I never wanted to sell the old mill"), Version::Critical);
        assert_eq!(version("They told him that the mill would stay", "They told us that the mill would stay"), Version::Critical);
        assert_eq!(version("They told us that the mill would stay open", "They told that the mill would stay open"), Version::Elided);
        assert_eq!(version("The town sold the mill and they ruined him", "The town sold the mill and it ruined him"), Version::Critical);
        assert_eq!(version("I think it is true that they sold the mill", "I think that they sold the mill"), Version::Elided);
        assert_eq!(version("It is for us to sell the old mill", "It is for us to sell the old mill now"), Version::Excerpt);
    }

    #[test]
    fn a_modal_or_a_negation_elsewhere_turns_what_was_said() {
        assert_eq!(version("so why would we sell the old mill now", "so why do we sell the old mill now"), Version::Critical);
        assert_eq!(version("so why do we sell the old mill now", "so why did we sell the old mill now"), Version::Minor);
        assert_eq!(version("I do not think that they will sell the mill", "I think that they will not sell the mill"), Version::Wording);
        assert_eq!(version("They really did not sell the old mill", "They did not really sell the old mill"), Version::Minor);
    }

    #[test]
    fn sentences_that_both_have_are_compared() {
        let (mill, road) = ("The mill was sold by the council in April.", "Nobody asked the farmers who work there.");
        let both = format!("{mill} {road}");
        let other = format!("{road} A road would be of more use to all of us than any shop.");
        assert_eq!(version(&both, &other), Version::Excerpt);
        assert!(share_a_sentence(&Words::of(&both), &Words::of(&other)));
        let june = "The mill was sold by the council in June, he said to us and to nobody else";
        assert_eq!(version(&both, "The mill was sold by the council in June."), Version::Wording);
        assert!(is_sentence_of(&Words::of("The mill was sold by the council in June."), &Words::of(&both)));
        assert!(!is_sentence_of(&Words::of(june), &Words::of(&both)));
        assert_eq!(version(mill, road), Version::Reworded);
        let why = |word: &str| format!("We ask them to open the mill. Why would they not do {word}?");
        assert_eq!(version(&why("that"), "They have been asked by us twice. Why would they not do it?"), Version::Minor);
        assert!(!share_a_swapped_sentence(&Words::of(&why("that")), &Words::of("Why would we not do that?")));
    }

    #[test]
    fn an_excerpt_of_a_long_quotation_is_found_where_it_stands() {
        let long =
            "This letter is old. The strategy of the mayor is to wait. This strategy is very clever but plain to see, and it will fail.";
        assert_eq!(version(long, "This strategy is very clever but plain to see"), Version::Excerpt);
        assert_eq!(version(long, "This strategy is so very clever and plain to see"), Version::Minor);
        assert_eq!(
            version(
                "No council would be a tougher judge, with either our builders or theirs",
                "No council would be a tougher judge, either with our builders or theirs"
            ),
            Version::Minor
        );
    }
}
