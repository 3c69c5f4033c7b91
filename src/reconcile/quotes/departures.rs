//! Words that one version of a sentence has and another leaves out without a mark. An ellipsis may stand for left-out words; a version
//! without one claims to have all.

use super::gaps::{Gap, gaps};
use super::versions::compact;
use super::words::{MASK, Words, is_content, is_light};
use crate::lexicon::{class, lexicon, word_sets};

word_sets! {
    /// Words that fill speech or only shade what is said.
    FILLING = 0: "filling";
}

/// How many sentences of each version are looked at.
const LOOK: usize = 12;

/// Whether two versions have one sentence of which one lacks words with meaning, or tells of another time, and no mark shows it.
pub fn departs(a: &Words, b: &Words) -> bool {
    let sentences = |w: &Words| w.ranges().take(LOOK).map(|r| w.part(r)).collect::<Vec<_>>();
    let (ours, theirs) = (sentences(a), sentences(b));
    ours.iter().any(|s| theirs.iter().any(|t| if s.words.len() <= t.words.len() { differ(s, t) } else { differ(t, s) }))
}

/// The sentences are the same word by word except for something left out or a tense; they are so nearly equal that neither is a
/// translation. What stands before and behind is cut.
fn differ(short: &Words, long: &Words) -> bool {
    const WORDS: usize = 8;
    const CONTENT: usize = 3;
    const SHARE: usize = 85;
    if short.words.len() < WORDS || short.words == long.words {
        return false;
    }
    let pairs = compact(&short.words, &long.words);
    let Some((first, last)) = pairs.first().zip(pairs.last()) else { return false };
    let extent = (last.0 - first.0).max(last.1 - first.1) + 1;
    let content = pairs.iter().filter(|p| is_content(&short.words[p.0])).count();
    let one = pairs.len() >= WORDS && content >= CONTENT && pairs.len() * 100 >= SHARE * extent;
    let (from, to) = (first.0, last.0);
    one && gaps(short, long, &pairs)
        .iter()
        .any(|g| g.at > from && g.at <= to && g.mark.is_none() && (lacks(g, short, long) || is_of_another_time(g)))
}

/// A few words with meaning stand on one side, and none on the other.
fn lacks(gap: &Gap, short: &Words, long: &Words) -> bool {
    /// More words are a clause that somebody cut.
    const FEW: usize = 3;
    // what stands in the place of another word is judged as that: "saw nothing", "did not see anything"
    let [lost, added] = gap.content();
    let passed_over = |w: &[String]| w.iter().all(|w| is_light(w));
    let (words, within) = match (lost.is_empty(), added.is_empty()) {
        (false, true) if passed_over(gap.added) => (gap.lost, short),
        (true, false) if passed_over(gap.lost) => (gap.added, long),
        _ => return false,
    };
    words.len() <= FEW && words.iter().any(|w| tells(w) && !is_said_twice(w, within))
}

/// A word with meaning: no filler or shade (`you know`, `completely`), no title, and no currency that others write as a sign.
fn tells(word: &str) -> bool {
    let l = lexicon();
    let shades = class::ADVERB.and(class::FUNCTION).and(class::NUMBER).and(class::CURRENCY);
    let shade = l.words.classes(l.words.id(word)).any(shades);
    let plain = word.len() > 2 && word.chars().all(char::is_alphabetic) && !word.contains(MASK);
    plain && is_content(word) && !shade && !word.ends_with("ly") && SETS.get(l.words.id(word)) & FILLING == 0
}

/// The word is repeated by the speaker, and the other transcript has it once.
fn is_said_twice(word: &str, within: &Words) -> bool {
    within.words.iter().filter(|w| *w == word).nth(1).is_some()
}

/// `who have lost it` and `who had lost it`.
fn is_of_another_time(gap: &Gap) -> bool {
    const TIMES: [(&str, &str); 6] = [("are", "were"), ("do", "did"), ("does", "did"), ("has", "had"), ("have", "had"), ("is", "was")];
    let ([lost], [added]) = (gap.lost, gap.added) else { return false };
    let is = |now: &str, then: &str| lost == now && added == then || lost == then && added == now;
    TIMES.iter().any(|(now, then)| is(now, then))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn depart(a: &str, b: &str) -> bool {
        departs(&Words::of(a), &Words::of(b))
    }

    #[test]
    fn words_left_out_without_a_mark_are_another_wording() {
        let full = "We thank the bakers, the smiths and all the farmers of this valley for their help.";
        assert!(depart(full, "We thank the bakers and all the farmers of this valley for their help."));
        assert!(depart("First of all, we thank the bakers and all the farmers of this valley for their help.", full));
        assert!(depart(
            "It rained. The farmers who have lost their land deserve an answer.",
            "The farmers who had lost their land deserve an answer."
        ));
        assert!(depart(
            "I ask for the resignation of Treasurer Cole by the end of May.",
            "I ask for the resignation of Cole by the end of May."
        ));
    }

    #[test]
    fn what_a_mark_shows_or_a_transcript_drops_is_none() {
        let full = "We thank the bakers, the smiths and all the farmers of this valley for their help.";
        for other in [
            "We thank the bakers … and all the farmers of this valley for their help.",
            "We thank the bakers, the smiths and all the farmers of this [lovely] valley for their help.",
            "We thank the bakers, the smiths and, you know, all the farmers of this valley for their help.",
            "We really thank the bakers, the smiths and absolutely all the farmers of this valley for their help.",
            "We thank the bakers, the smiths and all the farmers of this valley.",
            "We thank the bakers, the smiths and all the farmers, the farmers of this valley for their help.",
            "We thank the bakers, the smiths and all the farmers who came down from the hills of this valley for their help.",
        ] {
            assert!(!depart(full, other), "{other}");
        }
        assert!(!depart(
            "They promised us the same thing for the mill and the farm.",
            "They promised us the same for the mill and the farm."
        ));
        assert!(!depart(
            "We looked into the mill and then we saw nothing at all.",
            "We looked into the mill and then we did not see anything at all."
        ));
        assert!(!depart("I'd like to see the mill at work before the winter.", "I would like to see the mill at work before the winter."));
    }
}
