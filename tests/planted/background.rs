//! What an archive's articles tell beside the facts of a scene: sentences of words that one story has and others mostly have not, so that
//! articles have the length of news and two elections are not one story.

use super::cast::Cast;
use super::rng::Rng;

/// The table of ordinary words, of which those with the ending of a thing or an idea are taken.
const WORDS: &str = include_str!("../../src/lexicon/common_words.tsv");
const ENDINGS: [&str; 9] = ["tion", "ment", "ness", "ance", "ship", "ture", "age", "ery", "ity"];

/// Sentences with two words of the story; `{who}` is one of its people.
const TEMPLATES: [&str; 12] = [
    "The {a} had been put off because nobody in {town} asked for the {b}.",
    "{who} called the {a} a matter of {b}.",
    "Without {a} there would be no {b}, people at {firm} say.",
    "Much was said of the {a}, and little of the {b} that goes with it.",
    "Those who came from {other} spoke of {a} and of {b}.",
    "\"We know what the {a} is worth to us, and we know that the {b} will not wait,\" said {who}.",
    "A report on the {a} lies in a drawer, and so does another on the {b}.",
    "In the view of {who} the {a} of {firm} was only a question of {b}.",
    "For years the {a} and the {b} had been left to others.",
    "{who} did not want to speak about the {a} before the {b} is settled.",
    "Between the {a} and the {b} there is not much room, neighbours say.",
    "The {b}, once the pride of {town}, has given way to {a}.",
];
/// How many words a story has of its own, and how many sentences it makes of them.
const OWN_WORDS: usize = 40;
const SENTENCES: usize = 48;

/// The sentences of one story, with holes for its names.
pub fn draw(rng: &mut Rng, cast: &Cast) -> Vec<String> {
    let nouns: Vec<&str> = WORDS.lines().filter(|w| w.len() > 6 && ENDINGS.iter().any(|e| w.ends_with(e))).collect();
    let own: Vec<&str> = (0..OWN_WORDS).map(|_| *rng.pick(&nouns)).collect();
    let people: Vec<&str> = cast.people().collect();
    let sentence = |n: usize| {
        let who = format!("{{{}}}", people[n % people.len().max(1)]);
        let (a, b) = (*rng.pick(&own), *rng.pick(&own));
        TEMPLATES[n % TEMPLATES.len()].replace("{who}", &who).replace("{a}", a).replace("{b}", b)
    };
    (0..SENTENCES).map(sentence).collect()
}
