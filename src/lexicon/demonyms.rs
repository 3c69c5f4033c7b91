//! Demonyms: `russian`, `briton`, `south korean`, with the place that they belong to.

use rustc_hash::FxHashMap;

use super::{Phrases, WordTable, class, lines};
use crate::text::{Token, WordId};

const TABLE: &str = include_str!("demonyms.tsv");

/// The table of demonyms.
#[derive(Default)]
pub struct Demonyms {
    by_word: FxHashMap<WordId, &'static str>,
    phrases: Phrases<&'static str>,
}

impl Demonyms {
    /// Reads the table and marks its words; of a demonym of several words only the last is marked.
    pub fn load(words: &mut WordTable) -> Self {
        let mut demonyms = Demonyms::default();
        for line in lines(TABLE) {
            let (spelling, entity) = line.split_once('\t').unwrap_or((line, ""));
            let phrase = words.phrase(spelling);
            match phrase[..] {
                [word] => {
                    words.mark_id(word, class::DEMONYM);
                    demonyms.by_word.insert(word, entity);
                }
                _ => demonyms.phrases.insert(phrase, entity),
            }
        }
        demonyms
    }

    /// The demonym that begins at token `at`: its length in tokens, and the entity of its place (without `place:`).
    pub fn longest(&self, tokens: &[Token], at: usize) -> Option<(usize, &'static str)> {
        let long = self.phrases.longest(tokens, at).map(|(n, e)| (n, *e));
        long.or_else(|| self.by_word.get(&tokens.get(at).filter(|t| t.is(class::DEMONYM))?.word).map(|e| (1, *e)))
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::lexicon;
    use crate::text::scan;

    #[test]
    fn the_longest_demonym_wins() {
        let l = lexicon();
        let tokens = scan("South Korean and Russian", &l.words);
        assert_eq!(l.demonyms.longest(&tokens, 0), Some((2, "south-korea")));
        assert_eq!(l.demonyms.longest(&tokens, 3), Some((1, "russia")));
    }
}
