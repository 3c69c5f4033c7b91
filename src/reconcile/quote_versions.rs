//! How two versions of a quotation relate, word by word.

use std::collections::BTreeSet;
use std::ops::Range;

use super::quote_words::{DOERS, MASK, MODALS, Mark, NEGATIONS, PIVOTS, Words, is_content};
use super::subsequence::common;
use crate::lexicon::{class, lexicon, stem};

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

/// The longest common subsequence of two lists of words, as pairs of indexes. Lists are cut at [`LONGEST`].
pub fn align<T: PartialEq>(a: &[T], b: &[T]) -> Vec<(usize, usize)> {
    common(&a[..a.len().min(LONGEST)], &b[..b.len().min(LONGEST)])
}

/// Longer quotations are compared by their beginning.
pub const LONGEST: usize = 160;
/// Pronouns that name somebody as who does something.
const SUBJECTS: [&str; 6] = ["he", "i", "she", "they", "we", "you"];
/// In shorter versions a word more or less says nothing.
const FRAGMENT: usize = 6;
/// From this share of aligned words on (of the shorter version) two versions are one wording with differences: of what may be translated,
/// and of what was said in the language of the article.
const ALIGNED: f32 = 0.8;
const ALIGNED_IN_ENGLISH: f32 = 0.7;
/// From so many words on, the latter.
const LONG: usize = 10;

/// How `a` and `b` relate, two versions of one utterance, as wholes or by the sentences that both have; `foreign`: what is quoted may be
/// a translation.
pub fn relate(a: &Words, b: &Words, foreign: bool) -> Version {
    match wholes(a, b, foreign) {
        Version::Reworded => by_sentences(a, b).unwrap_or(Version::Reworded),
        version => version,
    }
}

/// How the sentences relate that each of two versions has in its way; none where they share no sentence.
fn by_sentences(a: &Words, b: &Words) -> Option<Version> {
    let one = |s: &[String], t: &[String]| s == t && is_telling(s) || is_near(s, t) || is_swapped(s, t);
    let pairs = a.ranges().flat_map(|s| b.ranges().map(move |t| (s.clone(), t)));
    let shared = pairs.filter(|(s, t)| one(&a.words[s.clone()], &b.words[t.clone()]));
    shared.map(|(s, t)| wholes(&a.part(s), &b.part(t), true).max(Version::Excerpt)).max()
}

/// Nobody says a sentence of so many words twice by chance, so many of them with meaning.
fn is_telling(sentence: &[String]) -> bool {
    const WORDS: usize = 5;
    const CONTENT: usize = 2;
    sentence.len() >= WORDS && sentence.iter().filter(|w| is_content(w)).nth(CONTENT - 1).is_some()
}

/// Two sentences are one in two wordings: so many words align, and nearly all of the longer one.
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

/// `Why would he not say it?` and `… say that?`: one light word stands for another, or one is more.
fn is_swapped(s: &[String], t: &[String]) -> bool {
    const WORDS: usize = 5;
    if s.len().min(t.len()) < WORDS || s.len().abs_diff(t.len()) > 1 || !s.iter().any(|w| is_content(w)) {
        return false;
    }
    let light = |w: &String| !is_content(w) && !PIVOTS.contains(&w.as_str()) && !NEGATIONS.contains(&w.as_str());
    let before = s.iter().zip(t).take_while(|(v, w)| v == w).count();
    let (s, t) = (&s[before..], &t[before..]);
    let behind = s.iter().rev().zip(t.iter().rev()).take_while(|(v, w)| v == w).count();
    let differs = |rest: &[String]| rest.len() < 2 && rest.iter().all(light);
    differs(&s[..s.len() - behind]) && differs(&t[..t.len() - behind])
}

/// Whether a sentence of one quotation stands in another, but for a light word.
pub fn share_a_swapped_sentence(a: &Words, b: &Words) -> bool {
    a.sentences().any(|s| b.sentences().any(|t| is_swapped(s, t)))
}

/// Whether two quotations have one sentence in full, but for a light word.
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
    let printed = (unmasked(&short.words, &long.words), unmasked(&long.words, &short.words));
    if printed.0 == printed.1 {
        return Version::Minor;
    }
    let pairs = compact(&printed.0, &printed.1);
    let least = if foreign || short.words.len() < LONG { ALIGNED } else { ALIGNED_IN_ENGLISH };
    let aligned = pairs.len() as f32 >= least * short.words.len() as f32;
    if !aligned || short.words.len() < FRAGMENT || is_scattered(short, &pairs) {
        return Version::Reworded;
    }
    differences(short, long, &pairs)
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

/// Light words are found in any longer text: what aligns must be content too, and stand together.
fn is_scattered(short: &Words, pairs: &[(usize, usize)]) -> bool {
    let shared = pairs.iter().filter(|p| is_content(&short.words[p.0])).count();
    let extent = pairs.last().zip(pairs.first()).map_or(0, |(l, f)| l.1 - f.1);
    2 * shared < short.content().count() || extent > 3 * short.words.len()
}

/// So many words align that it is one wording, not two translations of one utterance.
pub fn is_one_wording(a: &Words, b: &Words) -> bool {
    const SHARE: usize = 85;
    const LEAST: usize = 10;
    let longest = a.words.len().max(b.words.len());
    longest >= LEAST && align(&a.words, &b.words).len() * 100 >= SHARE * longest
}

/// The alignment whose words stand closest together in `long`: the one that takes words as early or the one that takes them as late as
/// possible.
fn compact(short: &[String], long: &[String]) -> Vec<(usize, usize)> {
    let reversed = |w: &[String]| w.iter().rev().cloned().collect::<Vec<_>>();
    let early = align(short, long);
    let mut late: Vec<(usize, usize)> =
        align(&reversed(short), &reversed(long)).into_iter().map(|(i, j)| (short.len() - 1 - i, long.len() - 1 - j)).collect();
    late.reverse();
    let extent = |p: &[(usize, usize)]| p.last().map_or(0, |l| l.1) - p.first().map_or(0, |f| f.1);
    if late.len() >= early.len() && extent(&late) < extent(&early) { late } else { early }
}

/// What stands between two aligned words on either side.
struct Gap<'w> {
    lost: &'w [String],
    added: &'w [String],
    /// The word behind it, which both have.
    next: Option<&'w str>,
    /// Where it begins in the shorter version.
    at: usize,
    /// What a mark in it says of it, in either version.
    mark: Option<Mark>,
}

impl Gap<'_> {
    /// `want us to go` and `want to go`.
    fn is_done_by_another(&self) -> bool {
        let doer = |w: &[String]| matches!(w, [one] if DOERS.contains(&one.as_str()));
        let alone = self.lost.is_empty() && doer(self.added) || self.added.is_empty() && doer(self.lost);
        alone && self.next == Some("to")
    }

    /// `they sold it` and `it sold it`: another is said to have done it.
    fn has_another_subject(&self) -> bool {
        let thing = |w: &[String]| matches!(w, [one] if one == "it");
        let somebody = |w: &[String]| matches!(w, [one] if SUBJECTS.contains(&one.as_str()));
        let swapped = thing(self.lost) && somebody(self.added) || somebody(self.lost) && thing(self.added);
        swapped && self.next.is_some()
    }

    /// The words of a kind on one side only; `negated`: negations count.
    fn turns(&self, negated: bool) -> bool {
        let alone = |w: &String| negated && NEGATIONS.contains(&w.as_str()) || is_number(w);
        let pivot = |w: &String| PIVOTS.contains(&w.as_str()) || DOERS.contains(&w.as_str());
        let differ = |test: &dyn Fn(&String) -> bool| self.lost.iter().any(test) != self.added.iter().any(test);
        let replaced = !self.lost.is_empty() && !self.added.is_empty();
        // "will you" is not "did you", nor "would we" "do we"
        let holds = |list: &[String], words: &[&str]| list.iter().any(|w| words.contains(&w.as_str()));
        let happened = |a: &[String], b: &[String]| holds(a, &["do", "does", "did"]) && holds(b, &MODALS) && !holds(a, &MODALS);
        let done = happened(self.lost, self.added) || happened(self.added, self.lost);
        differ(&alone)
            || self.is_done_by_another()
            || self.has_another_subject()
            || replaced && done
            || replaced && self.lost.iter().any(pivot) && self.added.iter().any(|w| pivot(w) && !self.lost.contains(w))
    }

    /// Stems of the content words on either side, so that other forms ("calling", "to call") are no difference.
    fn content(&self) -> [BTreeSet<String>; 2] {
        let masked = self.lost.iter().chain(self.added).any(|w| w.contains(MASK));
        if masked && self.lost.len() == self.added.len() {
            return [BTreeSet::new(), BTreeSet::new()];
        }
        [self.lost, self.added].map(|list| list.iter().filter(|w| is_content(w)).map(|w| stem(w).to_string()).collect())
    }

    /// Either side has a word with meaning that the other lacks. Where only one has, a clause is shortened: `coming in May` for
    /// `that will come here in May`.
    fn replaces(&self) -> bool {
        let [lost, added] = self.content();
        !lost.is_subset(&added) && !added.is_subset(&lost)
    }
}

/// "12", and the numbers that speech has in words; "one" is too often none ("which one"), and a letter stands for many things.
fn is_number(word: &str) -> bool {
    let l = lexicon();
    let letter = word.len() == 1;
    word.starts_with(|c: char| c.is_ascii_digit()) || !letter && l.words.classes(l.words.id(word)).any(class::NUMBER) && word != "one"
}

fn differences(short: &Words, long: &Words, pairs: &[(usize, usize)]) -> Version {
    let gaps = gaps(short, long, pairs);
    let differs = |g: &&Gap| {
        let [lost, added] = g.content();
        lost != added
    };
    if is_negated_elsewhere(&gaps, short) {
        return Version::Wording;
    }
    if reordered(&gaps) {
        return Version::Minor;
    }
    // "could not see anything" is "could see nothing": what counts is whether there are as many negations.
    let open: Vec<&Gap> = gaps.iter().filter(|g| g.mark.is_none()).collect();
    let count = |list: &[String]| list.iter().filter(|w| NEGATIONS.contains(&w.as_str())).count();
    let negated = open.iter().map(|g| count(g.lost)).sum::<usize>() != open.iter().map(|g| count(g.added)).sum::<usize>();
    let marked = |mark| gaps.iter().filter(|g| g.mark == Some(mark)).any(|g| differs(&g) || g.turns(true));
    if open.iter().any(|g| g.turns(negated)) {
        Version::Critical
    } else if open.iter().any(|g| g.replaces()) {
        Version::Wording
    } else if open.iter().any(differs) {
        Version::Elided
    } else if marked(Mark::Bracketed) {
        Version::Bracketed
    } else if marked(Mark::Elided) {
        Version::Elided
    } else {
        Version::Minor
    }
}

/// `do not think that he will go`, `think that he will not go`: a negation stands on the other side of a word with meaning.
fn is_negated_elsewhere(gaps: &[Gap], short: &Words) -> bool {
    let negates = |list: &[String], word: &String| list.contains(word);
    let lost = gaps.iter().flat_map(|g| g.lost.iter().map(move |w| (g, w))).filter(|(_, w)| NEGATIONS.contains(&w.as_str()));
    lost.into_iter().any(|(g, word)| {
        let elsewhere = gaps.iter().filter(|h| h.at != g.at && negates(h.added, word) && !negates(g.added, word));
        elsewhere.into_iter().any(|h| short.words[g.at.min(h.at)..g.at.max(h.at)].iter().any(|w| is_content(w)))
    })
}

/// The stretches between aligned words. What the longer version has before the first and behind the last is its own, unless the shorter one
/// has something there too.
fn gaps<'w>(short: &'w Words, long: &'w Words, pairs: &[(usize, usize)]) -> Vec<Gap<'w>> {
    let (Some(first), Some(last)) = (pairs.first(), pairs.last()) else { return Vec::new() };
    let gap = |lost: Range<usize>, added: Range<usize>| Gap {
        mark: short.mark(&lost).or_else(|| long.mark(&added)),
        next: short.words.get(lost.end).map(String::as_str),
        at: lost.start,
        lost: &short.words[lost],
        added: &long.words[added],
    };
    let before = (first.0 > 0).then(|| gap(0..first.0, first.1.saturating_sub(first.0)..first.1));
    let closing = short.words.len() - last.0 - 1;
    let end = (last.1 + 1 + closing).min(long.words.len());
    let behind = (closing > 0).then(|| gap(last.0 + 1..short.words.len(), last.1 + 1..end));
    let inner = pairs.windows(2).map(|w| gap(w[0].0 + 1..w[1].0, w[0].1 + 1..w[1].1));
    before.into_iter().chain(inner).chain(behind).filter(|g| !g.lost.is_empty() || !g.added.is_empty()).collect()
}

/// The same words in another order.
fn reordered(gaps: &[Gap]) -> bool {
    let sorted = |f: fn(&Gap) -> Vec<String>| {
        let mut all: Vec<String> = gaps.iter().flat_map(f).collect();
        all.sort();
        all
    };
    !gaps.is_empty() && sorted(|g| g.lost.to_vec()) == sorted(|g| g.added.to_vec())
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
