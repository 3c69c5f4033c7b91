//! Words of number.

use rustc_hash::FxHashMap;

use super::{WordTable, class, columns, rows};
use crate::text::{Token, WordId};

/// What a word contributes to a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberWord {
    /// zero to nineteen
    Digit(i64),
    /// twenty, thirty … ninety
    Ten(i64),
    Hundred,
    /// thousand, million …: the power of ten
    Scale(u32),
    /// k, m, bn … behind digits: the power of ten
    Short(u32),
    /// dozen, score
    Group(i64),
    /// first, third, twentieth: also a part of one (`a third`)
    Ordinal(i64),
    /// half, quarter: a part of one, its denominator
    Part(i64),
    /// thirds, halves
    Parts(i64),
    /// dozens, hundreds: lowest and highest of what it is used for
    Vague(i64, i64),
    /// several, few: a small number, alone or before hundred and thousand
    Some(i64, i64),
}

/// The words of number.
#[derive(Default)]
pub struct Numbers {
    words: FxHashMap<WordId, NumberWord>,
}

impl Numbers {
    pub fn load(words: &mut WordTable) -> Self {
        let mut all = Numbers::default();
        for row in rows(include_str!("numbers.tsv")) {
            let [word, kind, value] = columns("numbers.tsv", &row);
            let meaning = meaning(kind, value).unwrap_or_else(|| panic!("not a kind of number: {row:?}"));
            let class = if kind == "ordinal" { class::ORDINAL | class::NUMBER } else { class::NUMBER };
            all.words.insert(words.mark(word, class), meaning);
        }
        all
    }

    /// What the word with this number is, if it is one of number.
    pub fn of_word(&self, word: WordId) -> Option<NumberWord> {
        self.words.get(&word).copied()
    }

    /// What a token is, if it is a word of number.
    pub fn get(&self, token: &Token) -> Option<NumberWord> {
        if token.is(class::NUMBER) { self.words.get(&token.word).copied() } else { None }
    }
}

fn meaning(kind: &str, value: &str) -> Option<NumberWord> {
    let mut values = value.split(' ').map(|v| v.parse::<i64>().unwrap_or_default());
    let (first, second) = (values.next()?, values.next().unwrap_or_default());
    Some(match kind {
        "digit" => NumberWord::Digit(first),
        "ten" => NumberWord::Ten(first),
        "hundred" => NumberWord::Hundred,
        "scale" => NumberWord::Scale(first as u32),
        "short" => NumberWord::Short(first as u32),
        "group" => NumberWord::Group(first),
        "ordinal" => NumberWord::Ordinal(first),
        "part" => NumberWord::Part(first),
        "parts" => NumberWord::Parts(first),
        "vague" => NumberWord::Vague(first, second),
        "some" => NumberWord::Some(first, second),
        _ => return None,
    })
}
