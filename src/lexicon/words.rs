//! The words of all tables, numbered, with their classes.

use rustc_hash::FxHashMap;

use super::{class, lines};
use crate::text::{Classes, Kind, WordId, Words, scan};

/// Every word that any table has: number and classes. Numbers count from 1; 0 is "not in the lexicon".
#[derive(Default)]
pub struct WordTable {
    ids: FxHashMap<&'static str, WordId>,
    classes: Vec<Classes>,
}

impl WordTable {
    /// Room for so many words.
    pub fn with_capacity(words: usize) -> Self {
        WordTable { ids: FxHashMap::with_capacity_and_hasher(words, Default::default()), classes: Vec::with_capacity(words) }
    }

    /// The number of a lower-case word, given one if it is new.
    pub fn intern(&mut self, lower: &'static str) -> WordId {
        let next = self.classes.len() as WordId + 1;
        let id = *self.ids.entry(lower).or_insert(next);
        if id == next {
            self.classes.push(Classes::NONE);
        }
        id
    }

    /// Adds a class to a lower-case word.
    pub fn mark(&mut self, lower: &'static str, class: Classes) -> WordId {
        let id = self.intern(lower);
        let c = &mut self.classes[id as usize - 1];
        *c = *c | class;
        id
    }

    /// Adds a class to a word by number.
    pub fn mark_id(&mut self, id: WordId, class: Classes) {
        if let Some(c) = (id as usize).checked_sub(1).and_then(|i| self.classes.get_mut(i)) {
            *c = *c | class;
        }
    }

    /// Reads a table of lines `class<TAB>word word …`.
    pub fn mark_list(&mut self, table: &'static str) {
        for line in lines(table) {
            let (name, words) = line.split_once('\t').unwrap_or((line, ""));
            let Some(class) = class::named(name) else { panic!("a table names no class: {line}") };
            for word in words.split(' ') {
                self.mark(word, class);
            }
        }
    }

    /// The word numbers (and mark numbers) of a phrase in lower case, as the scan would give them for it.
    pub fn phrase(&mut self, phrase: &'static str) -> Box<[WordId]> {
        if phrase.bytes().all(|b| b.is_ascii_lowercase()) {
            return Box::new([self.intern(phrase)]);
        }
        struct Nothing;
        impl Words for Nothing {
            fn look_up(&self, _: &str) -> (WordId, Classes) {
                (0, Classes::NONE)
            }
        }
        let tokens = scan(phrase, &Nothing);
        tokens.iter().map(|t| if t.kind == Kind::Word { self.intern(t.text(phrase)) } else { t.word }).collect()
    }

    /// The number of a lower-case word; 0 when no table has it.
    pub fn id(&self, lower: &str) -> WordId {
        self.ids.get(lower).copied().unwrap_or(0)
    }

    pub fn classes(&self, id: WordId) -> Classes {
        (id as usize).checked_sub(1).and_then(|i| self.classes.get(i)).copied().unwrap_or_default()
    }
}

impl Words for WordTable {
    fn look_up(&self, lower: &str) -> (WordId, Classes) {
        match self.ids.get(lower) {
            Some(&id) => (id, self.classes[id as usize - 1]),
            None => (0, Classes::NONE),
        }
    }

    fn ends_before_digits(&self, lower: &str) -> bool {
        self.look_up(lower).1.any(class::CURRENCY)
    }
}
