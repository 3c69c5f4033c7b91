//! Units of measure with their names, symbols and exact factors.

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::{Phrases, WordTable, class, columns, more};
use crate::text::Tokens;

/// How a unit stands to the base unit of its kind: `base = value * factor + offset`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The name of the base unit: `square meter`.
    pub base: &'static str,
    /// How many base units one of it is.
    pub factor: Decimal,
    /// Added behind the factor; 0 except for temperatures.
    pub offset: Decimal,
}

impl Scale {
    /// A number without a unit that converts.
    pub const PLAIN: Scale = Scale { base: "", factor: Decimal::ONE, offset: Decimal::ZERO };
    /// A part of one, on the scale of percent.
    pub const WHOLE: Scale = Scale { base: "%", factor: Decimal::ONE_HUNDRED, offset: Decimal::ZERO };

    /// A value of this unit in the base unit.
    pub fn to_base(&self, value: Decimal) -> Option<Decimal> {
        value.checked_mul(self.factor)?.checked_add(self.offset)
    }
    /// A value of the base unit in this unit.
    pub fn from_base(&self, value: Decimal) -> Option<Decimal> {
        value.checked_sub(self.offset)?.checked_div(self.factor)
    }
    /// A difference of two values in the base unit.
    pub fn length(&self, difference: Decimal) -> Decimal {
        difference.checked_mul(self.factor).unwrap_or(difference)
    }
    /// A difference in the base unit, in this unit.
    pub fn from_length(&self, difference: Decimal) -> Decimal {
        difference.checked_div(self.factor).unwrap_or(difference)
    }
}

/// One unit: a row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Unit {
    /// Singular: `square kilometer`.
    pub name: &'static str,
    /// A name of `value::Dimension`: `area`.
    pub dimension: &'static str,
    /// How it converts.
    pub scale: Scale,
}

/// All units, found by name, by word or by symbol.
#[derive(Default)]
pub struct Units {
    units: Vec<Unit>,
    words: Phrases<usize>,
    symbols: FxHashMap<&'static str, usize>,
    names: FxHashMap<&'static str, usize>,
}

impl Units {
    pub fn load(words: &mut WordTable) -> Self {
        let mut units = Units::default();
        for row in more::rows(|m| &m.units, include_str!("units.tsv")) {
            let [name, dimension, base, factor, forms, symbols] = columns("units.tsv", &row);
            units.add(name, dimension, scale(base, factor));
            for form in list(forms) {
                units.add_words(words, form);
            }
            for symbol in list(symbols) {
                units.symbols.entry(symbol).or_insert(units.units.len() - 1);
            }
        }
        units
    }

    fn add(&mut self, name: &'static str, dimension: &'static str, scale: Scale) {
        self.names.entry(name).or_insert(self.units.len());
        self.units.push(Unit { name, dimension, scale });
    }

    fn add_words(&mut self, words: &mut WordTable, form: &'static str) {
        let phrase = words.phrase(form);
        if let Some(&first) = phrase.first() {
            words.mark_id(first, class::UNIT);
        }
        self.words.insert(phrase, self.units.len() - 1);
    }

    /// The scale of a unit by name; `None` for no unit or one that no table has.
    pub fn scale(&self, name: Option<&str>) -> Option<Scale> {
        self.named(name?).map(|u| u.scale)
    }

    /// The unit of this name.
    pub fn named(&self, name: &str) -> Option<&Unit> {
        self.names.get(name).map(|&i| &self.units[i])
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(|name| &**name)
    }

    /// The unit whose words stand at token `at`, and how many tokens they are.
    pub fn by_words(&self, tokens: Tokens, at: usize) -> Option<(usize, &Unit)> {
        tokens.get(at).filter(|t| t.is(class::UNIT))?;
        self.words.longest(tokens.all, at).map(|(n, &i)| (n, &self.units[i]))
    }

    /// The unit whose symbol, in one piece, stands at token `at`, and how many tokens it is: `km`, `°C`, `km/h`.
    pub fn by_symbol(&self, tokens: Tokens, at: usize) -> Option<(usize, &Unit)> {
        (1..=3).rev().find_map(|n| {
            let piece = tokens.all.get(at..at + n)?;
            let whole = piece[1..].iter().all(|t| t.glued());
            let ends = n == 1 || !tokens.get(at + n).is_some_and(|t| t.glued() && t.is_word());
            let unit = self.symbols.get(tokens.span(at..at + n).of(tokens.text)).filter(|_| whole && ends)?;
            Some((n, &self.units[*unit]))
        })
    }
}

fn scale(base: &'static str, factor: &'static str) -> Scale {
    let mut numbers = factor.split(' ').map(|n| n.parse().unwrap_or_default());
    let mut next = || numbers.next().unwrap_or_default();
    Scale { base, factor: next(), offset: next() }
}

/// The entries of a column, parted by comma and space.
pub(super) fn list(column: &'static str) -> impl Iterator<Item = &'static str> {
    column.split(", ").filter(|s| !s.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::rows;

    #[test]
    fn names_are_sorted_and_no_form_has_two_meanings() {
        let table: Vec<Vec<&str>> = rows(include_str!("units.tsv")).collect();
        assert!(table.windows(2).all(|pair| pair[0][0] < pair[1][0]));
        for column in [4, 5] {
            let mut forms: Vec<&str> = table.iter().flat_map(|row| list(row[column])).collect();
            forms.sort_unstable();
            let twice: Vec<&[&str]> = forms.windows(2).filter(|pair| pair[0] == pair[1]).collect();
            assert!(twice.is_empty(), "{twice:?}");
        }
    }
}
