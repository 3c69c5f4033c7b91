//! The words of all tables, numbered, with their classes.

use super::{class, lines};
use crate::text::{Classes, Kind, ShortWord, WordId, Words, scan};

/// Every word that any table has: number and classes. Numbers count from 1; 0 is "not in the lexicon".
///
/// A hash table of our own (open addressing, linear steps), since a hundred thousand words are entered at each start of the program and
/// every word of a text is looked up: a slot holds the number of a word and a few bits of its hash, so that a miss rarely looks at a word,
/// and a hit compares the few bytes that stand beside the classes.
#[derive(Default)]
pub struct WordTable {
    slots: Vec<u32>,
    entries: Vec<Entry>,
    words: Vec<&'static str>,
}

struct Entry {
    head: Head,
    classes: Classes,
}

/// The first bytes of a word, and in the last byte its length: the whole of a short word.
type Head = [u64; 2];

/// Words up to this length are told apart by their heads alone.
const SHORT: usize = ShortWord::LONGEST;

fn head(word: &str) -> Head {
    let mut short = ShortWord::default();
    let len = word.len().min(SHORT);
    short.0[..len].copy_from_slice(&word.as_bytes()[..len]);
    short.set_len(word.len().min(255));
    head_of(&short)
}

fn head_of(word: &ShortWord) -> Head {
    let n = u128::from_le_bytes(word.0);
    [n as u64, (n >> 64) as u64]
}

/// Folds the high half of a product into the low one.
fn mix(a: u64, b: u64) -> u64 {
    let product = a as u128 * b as u128;
    (product >> 64) as u64 ^ product as u64
}

/// Spreads a head over 64 bits.
fn hash_of(head: Head) -> u64 {
    mix(head[0] ^ 0x9e37_79b9_7f4a_7c15, head[1] ^ 0xd1b5_4a32_d192_ed03)
}

/// Spreads a word over 64 bits.
fn hash(word: &str, head: Head) -> u64 {
    let mut hash = hash_of(head);
    for rest in word.as_bytes().get(SHORT..).unwrap_or(&[]).chunks(8) {
        hash = mix(hash ^ rest.iter().fold(0, |n, b| n << 8 | *b as u64), 0x9e37_79b9_7f4a_7c15);
    }
    hash
}

/// The low bits of a slot are the number of its word, the others a part of its hash; 0 is an empty slot.
const NUMBER_BITS: u32 = 20;
const NUMBER: u32 = (1 << NUMBER_BITS) - 1;

impl WordTable {
    /// An empty table with room for `words`.
    pub fn with_capacity(words: usize) -> Self {
        let slots = vec![0; (words * 2).next_power_of_two()];
        WordTable { slots, entries: Vec::with_capacity(words), words: Vec::with_capacity(words) }
    }

    /// The number of a lower-case word, given one if it is new.
    pub fn intern(&mut self, lower: &'static str) -> WordId {
        if self.words.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let head = head(lower);
        let (slot, tag) = self.find(lower, head);
        if self.slots[slot] == 0 {
            self.words.push(lower);
            self.entries.push(Entry { head, classes: Classes::NONE });
            self.slots[slot] = tag | self.words.len() as u32;
        }
        self.slots[slot] & NUMBER
    }

    /// The slot where the word is, or would be, and the bits of its hash.
    fn find(&self, lower: &str, head: Head) -> (usize, u32) {
        self.probe(hash(lower, head), |index| self.is(index, lower, head))
    }

    /// Walks the slots of a hash to the one whose word `is` the one that is looked for, or to an empty one.
    fn probe(&self, hash: u64, is: impl Fn(usize) -> bool) -> (usize, u32) {
        let tag = (hash >> 32) as u32 & !NUMBER;
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        loop {
            let found = self.slots[slot];
            if found == 0 || (found & !NUMBER == tag && is((found & NUMBER) as usize - 1)) {
                return (slot, tag);
            }
            slot = (slot + 1) & mask;
        }
    }

    fn is(&self, index: usize, lower: &str, head: Head) -> bool {
        self.entries[index].head == head && (lower.len() <= SHORT || self.words[index] == lower)
    }

    fn grow(&mut self) {
        self.slots = vec![0; (self.slots.len() * 2).max(1024)];
        for number in 1..=self.words.len() {
            let (slot, tag) = self.find(self.words[number - 1], self.entries[number - 1].head);
            self.slots[slot] = tag | number as u32;
        }
    }

    /// How many words there are; their numbers begin at 1.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The word with this number.
    pub fn word(&self, id: WordId) -> Option<&'static str> {
        self.words.get((id as usize).checked_sub(1)?).copied()
    }

    /// Adds a class to a lower-case word.
    pub fn mark(&mut self, lower: &'static str, class: Classes) -> WordId {
        let id = self.intern(lower);
        self.mark_id(id, class);
        id
    }

    /// Adds a class to a word by number.
    pub fn mark_id(&mut self, id: WordId, class: Classes) {
        if let Some(e) = (id as usize).checked_sub(1).and_then(|i| self.entries.get_mut(i)) {
            e.classes = e.classes | class;
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
        if self.slots.is_empty() { 0 } else { self.slots[self.find(lower, head(lower)).0] & NUMBER }
    }

    /// The classes of a word by number.
    pub fn classes(&self, id: WordId) -> Classes {
        (id as usize).checked_sub(1).and_then(|i| self.entries.get(i)).map_or(Classes::NONE, |e| e.classes)
    }
}

impl Words for WordTable {
    fn look_up(&self, lower: &str) -> (WordId, Classes) {
        let id = self.id(lower);
        (id, self.classes(id))
    }

    fn look_up_short(&self, word: &ShortWord) -> (WordId, Classes) {
        if self.slots.is_empty() {
            return (0, Classes::NONE);
        }
        let head = head_of(word);
        let (slot, _) = self.probe(hash_of(head), |index| self.entries[index].head == head);
        match self.slots[slot] & NUMBER {
            0 => (0, Classes::NONE),
            id => (id, self.entries[id as usize - 1].classes),
        }
    }

    fn ends_before_digits(&self, lower: &str) -> bool {
        self.look_up(lower).1.any(class::CURRENCY)
    }
}
