//! Hashes, sounds and stems of the words of the tables, computed on first use and kept: most words of a text are such words.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};

use compact_str::CompactString;

use super::Lexicon;
use super::stem_of;
use crate::text::fold::folded_hash;
use crate::text::{Token, WordId};

/// By word number.
pub struct Memo {
    /// 0 for those that are not known yet.
    hashes: Box<[AtomicU32]>,
    stems: Box<[OnceLock<CompactString>]>,
    /// 0 for those that are not known yet.
    sounds: Box<[AtomicU64]>,
}

impl Memo {
    /// Room for the words with numbers from 1 to `words`.
    pub fn of(words: usize) -> Self {
        Memo {
            hashes: (0..=words).map(|_| AtomicU32::new(0)).collect(),
            stems: (0..=words).map(|_| OnceLock::new()).collect(),
            sounds: (0..=words).map(|_| AtomicU64::new(0)).collect(),
        }
    }
}

impl Lexicon {
    /// The [`folded_hash`] of a token.
    pub fn hash(&self, token: &Token, text: &str) -> u32 {
        let known = if token.word > 0 { self.memo.hashes.get(token.word as usize) } else { None };
        match known.map(|k| (k, k.load(Ordering::Relaxed))) {
            Some((_, hash)) if hash > 0 => hash,
            found => {
                let hash = folded_hash(token.text(text));
                found.inspect(|(place, _)| place.store(hash, Ordering::Relaxed));
                hash
            }
        }
    }

    /// What `sound` makes of the word with this number; 0 is the number of a word that no table has.
    pub fn sound(&self, word: WordId, sound: impl FnOnce() -> u64) -> u64 {
        let Some(known) = self.memo.sounds.get(word as usize).filter(|_| word > 0) else { return sound() };
        match known.load(Ordering::Relaxed) {
            0 => {
                let sound = sound();
                known.store(sound, Ordering::Relaxed);
                sound
            }
            sound => sound,
        }
    }

    /// The stem of a token.
    pub fn stem(&self, token: &Token, text: &str) -> CompactString {
        let word = token.text(text);
        // words with unlike forms of the apostrophe share a number but not a stem
        let known = if token.word > 0 && word.is_ascii() { self.memo.stems.get(token.word as usize) } else { None };
        known.map_or_else(|| stem_of(word), |k| k.get_or_init(|| stem_of(word)).clone())
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::lexicon;
    use crate::lexicon::stem_of;
    use crate::text::fold::folded_hash;
    use crate::text::scan;

    #[test]
    fn a_sound_is_worked_out_once_for_a_word_of_the_tables() {
        let l = lexicon();
        let (known, unknown) = (l.words.id("zimbabwe"), l.words.id("zyxwvs"));
        assert_eq!([1, 2, 3].map(|n| l.sound(unknown, || n)), [1, 2, 3]);
        let first = l.sound(known, || 7);
        assert_eq!(l.sound(known, || first + 1), first);
    }

    #[test]
    fn what_is_kept_is_what_was_worked_out() {
        let text = "Houses HOUSES houses zyxwvs don't don’t Zürich 18.6 , said";
        for _ in 0..2 {
            for t in scan(text, &lexicon().words) {
                let word = t.text(text);
                assert_eq!((lexicon().hash(&t, text), lexicon().stem(&t, text)), (folded_hash(word), stem_of(word)), "{word}");
            }
        }
    }
}
