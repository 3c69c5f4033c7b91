//! Countries, regions, towns, buildings and waters: which spellings name which place.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use super::{Phrases, WordTable, cells, class, cut, lines, more};
use crate::text::{PUNCT, Token, WordId, form};

/// What kind of place it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceType {
    Country,
    Region,
    City,
    Building,
    Water,
    Other,
}

/// The table of places. Spellings of one word are found by word number, longer ones by longest match.
#[derive(Default)]
pub struct Places {
    rows: Vec<Place>,
    /// By word number: the number of the place that the word alone spells, from 1; 0 for none.
    by_word: Vec<u32>,
    /// Words that are initials of a longer name (`act`, `nsw`): they spell the place in capitals only.
    initials: FxHashSet<WordId>,
    phrases: Phrases<u32>,
    by_spelling: std::sync::OnceLock<FxHashMap<&'static str, u32>>,
    /// Countries by code.
    by_code: std::sync::OnceLock<FxHashMap<&'static str, u32>>,
}

/// One place. What is rarely needed is read from the row on demand.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    spellings: &'static str,
    rest: &'static str,
    /// What kind of place it is.
    pub place_type: PlaceType,
    /// Digits of the population; 0 when unknown.
    pub size: u8,
    /// Also an ordinary word: `bath`, `reading`.
    pub is_word: bool,
    /// Also a personal name: `paris`, `jordan`.
    pub is_name: bool,
}

impl Places {
    /// Reads the table and gives its words their numbers and classes.
    pub fn load(table: &'static str, words: &mut WordTable) -> Self {
        let mut places = Places::default();
        for line in lines(table) {
            let row = Place::parse(line);
            let index = places.rows.len() as u32;
            places.rows.push(row);
            for spelling in cells(row.spellings, b'|') {
                places.add(spelling, index, words);
                if are_initials(spelling, row.spelling()) {
                    places.initials.extend(words.phrase(spelling));
                }
            }
        }
        places.alias(words);
        places
    }

    /// Gives places the further spellings of the configuration.
    fn alias(&mut self, words: &mut WordTable) {
        let Some(more) = more::more() else { return };
        let names: Vec<String> = more.aliases.iter().map(|(_, name)| name.to_lowercase()).collect();
        let mut found: FxHashMap<&str, Option<u32>> = names.iter().map(|name| (&**name, None)).collect();
        for (index, spelling) in self.rows.iter().enumerate().flat_map(|(i, row)| row.spellings().map(move |s| (i as u32, s))) {
            found.entry(spelling).and_modify(|place| *place = place.or(Some(index)));
        }
        let aliases = more.aliases.iter().zip(&names).filter_map(|((alias, _), name)| Some((alias, found[&**name]?)));
        for (alias, index) in aliases.collect::<Vec<_>>() {
            self.add(alias.to_lowercase().leak(), index, words);
        }
    }

    fn add(&mut self, spelling: &'static str, index: u32, words: &mut WordTable) {
        let phrase = words.phrase(spelling);
        let Some(&first) = phrase.first() else { return };
        words.mark_id(first, class::PLACE);
        if phrase.len() > 1 || first >= PUNCT {
            return self.phrases.insert(phrase, index);
        }
        let word = first as usize;
        self.by_word.resize(self.by_word.len().max(word + 1), 0);
        self.by_word[word] = index + 1;
    }

    /// The longest spelling that begins at token `at`: its length in tokens, and the number of the place.
    pub fn longest(&self, tokens: &[Token], at: usize) -> Option<(usize, u32)> {
        let first = tokens.get(at).filter(|t| t.is(class::PLACE))?;
        let long = self.phrases.longest(tokens, at).map(|(n, p)| (n, *p));
        long.or_else(|| self.of_word(first).map(|p| (1, p)))
    }

    fn of_word(&self, token: &Token) -> Option<u32> {
        let number = self.by_word.get(token.word as usize)?.checked_sub(1)?;
        (token.has(form::ALL_CAPS) || !self.initials.contains(&token.word)).then_some(number)
    }

    /// The place that these tokens, all of them, spell.
    pub fn exactly(&self, tokens: &[Token]) -> Option<&Place> {
        self.spelt(tokens).map(|p| self.get(p))
    }

    /// The number of the place that these tokens, all of them, spell.
    pub fn spelt(&self, tokens: &[Token]) -> Option<u32> {
        match tokens {
            [word] => self.of_word(word),
            _ => self.phrases.longest(tokens, 0).filter(|(n, _)| *n == tokens.len()).map(|(_, p)| *p),
        }
    }

    /// The place with this number.
    pub fn get(&self, index: u32) -> &Place {
        &self.rows[index as usize]
    }

    /// The place of this lower-case spelling.
    pub fn named(&self, lower: &str) -> Option<&Place> {
        self.number(lower).map(|i| self.get(i))
    }

    /// The number of the place of this lower-case spelling.
    pub fn number(&self, lower: &str) -> Option<u32> {
        self.by_spelling.get_or_init(|| self.index()).get(lower).copied()
    }

    fn index(&self) -> FxHashMap<&'static str, u32> {
        let numbered = self.rows.iter().enumerate();
        numbered.flat_map(|(i, row)| row.spellings().map(move |s| (s, i as u32))).collect()
    }

    /// The place that holds another: the one that its row names, its country where the table has no row for that.
    pub fn holder(&self, place: &Place) -> Option<&Place> {
        let stated = self.named(&place.parent().replace('-', " "));
        stated.or_else(|| self.country(place.country())).filter(|holder| holder.spellings != place.spellings)
    }

    /// The country of two letters of ISO 3166.
    fn country(&self, code: &str) -> Option<&Place> {
        let countries = || self.rows.iter().enumerate().filter(|(_, row)| row.place_type == PlaceType::Country);
        let index = self.by_code.get_or_init(|| countries().map(|(i, row)| (row.country(), i as u32)).collect());
        index.get(code).map(|i| self.get(*i))
    }

    /// All places, in order of the table.
    pub fn rows(&self) -> &[Place] {
        &self.rows
    }
}

impl Place {
    fn parse(line: &'static str) -> Self {
        let (spellings, rest) = cut(line, b'\t');
        let (code, rest) = cut(rest.unwrap_or(""), b'\t');
        let (code, rest) = (code.as_bytes(), rest.unwrap_or(""));
        let place_type = match code.first() {
            Some(b'c') => PlaceType::Country,
            Some(b'r') => PlaceType::Region,
            Some(b't') => PlaceType::City,
            Some(b'b') => PlaceType::Building,
            Some(b'w') => PlaceType::Water,
            _ => PlaceType::Other,
        };
        let size = code.get(1).map_or(0, |d| d.wrapping_sub(b'0'));
        let flags = code.get(2..).unwrap_or(&[]);
        Place { spellings, rest, place_type, size, is_word: flags.contains(&b'w'), is_name: flags.contains(&b'n') }
    }

    fn field(&self, n: usize) -> &'static str {
        cells(self.rest, b'\t').nth(n).unwrap_or("")
    }

    /// Two letters of ISO 3166, or nothing.
    pub fn country(&self) -> &'static str {
        self.field(0)
    }

    /// The entity (without `place:`) of the place that holds this one, or nothing.
    pub fn parent(&self) -> &'static str {
        self.field(1)
    }

    /// Its name in English: `Kyiv`.
    pub fn name(&self) -> String {
        match self.field(2) {
            "" => capitalised(self.spelling()),
            name => name.to_owned(),
        }
    }

    /// `kyiv`: what stands behind `place:` in the entity's id.
    pub fn entity(&self) -> String {
        match (self.field(3), self.field(2)) {
            ("", "") => super::slug(self.spelling()),
            ("", name) => super::slug(name),
            (entity, _) => entity.to_owned(),
        }
    }

    fn spelling(&self) -> &'static str {
        self.spellings.split('|').next().unwrap_or(self.spellings)
    }

    /// All its spellings, in lower case.
    pub fn spellings(&self) -> impl Iterator<Item = &'static str> {
        cells(self.spellings, b'|')
    }
}

/// `act` of the Australian Capital Territory.
fn are_initials(spelling: &str, name: &str) -> bool {
    name.contains(' ') && spelling.chars().eq(name.split(' ').filter_map(|w| w.chars().next()))
}

/// Small words inside a name that keep their lower case.
const SMALL: [&str; 18] =
    ["of", "the", "and", "de", "del", "da", "do", "dos", "das", "di", "du", "la", "le", "el", "al", "on", "upon", "in"];

/// `new york` → `New York`, `rio de janeiro` → `Rio de Janeiro`.
fn capitalised(lower: &str) -> String {
    let mut out = String::with_capacity(lower.len());
    for (i, word) in lower.split(' ').enumerate() {
        if i > 0 {
            out.push(' ');
        }
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if i == 0 || !SMALL.contains(&word) => out.extend(first.to_uppercase()),
            Some(first) => out.push(first),
            None => {}
        }
        out.push_str(letters.as_str());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::lexicon;

    #[test]
    fn a_place_has_one_name_and_one_entity() {
        let places = &lexicon().places;
        for (spelling, name, entity, kind) in [
            ("kiev", "Kyiv", "kyiv", PlaceType::City),
            ("u.s.", "United States", "united-states", PlaceType::Country),
            ("rio de janeiro", "Rio de Janeiro", "rio-de-janeiro", PlaceType::City),
        ] {
            let place = places.named(spelling).unwrap();
            assert_eq!((place.name().as_str(), place.entity().as_str(), place.place_type), (name, entity, kind));
        }
        assert_eq!(places.named("kyiv").unwrap().parent(), "ukraine");
    }

    #[test]
    fn every_spelling_stands_once_in_lower_case_and_the_rows_are_sorted() {
        let mut seen = std::collections::HashSet::new();
        let rows = lexicon().places.rows();
        for row in rows {
            for s in row.spellings() {
                assert!(seen.insert(s), "{s} twice");
                assert_eq!(s, s.to_lowercase());
            }
        }
        assert!(lines(include_str!("places.tsv")).is_sorted());
    }
}
