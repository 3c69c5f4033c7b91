//! Tables of facts about English and the world, beside their typed loaders (`*.tsv`; a line beginning with `#` is a comment that
//! names the source). A table is tested data: sorted (by letters; ordinary words by frequency), unique, normalised, without contradictions.
//!
//! # Where a new word goes
//!
//! * It has values of its own (a unit its factor, a place its country, a verb its concept): a row of the table of its kind. The first line
//!   of each table says what its columns are.
//! * It belongs to a set that one rule asks for: a line of `word_sets.tsv`, and the name of the set in the `word_sets!` of that module; see
//!   [`word_sets`]. This is the usual case: no lists of words in code.
//! * It tells whether an event happens and to whom: a line of `event_words.tsv`, and for a new set a constant in [`event_words`]. These
//!   sets can be named in the tables of events, too (`in:jobs`).
//! * It belongs to a class of words that rules all over the program ask for (articles, months, verbs of speech), or that decides whether a
//!   table must be asked at all: a bit of [`class`], which every token carries, and its words in `function_words.tsv`, `abbreviations.tsv`
//!   or the table that sets the bit. There are 64 bits, so take a set unless the class is asked for nearly every token.

pub mod acts;
pub mod by_word;
pub mod changes;
pub mod class;
pub mod concepts;
pub mod contrasts;
pub mod cues;
pub mod currencies;
pub mod demonyms;
pub mod event_words;
pub mod events;
pub mod furniture;
pub mod gender;
pub mod heads;
pub mod hedges;
pub mod holidays;
pub mod kin;
pub mod kinship;
pub mod labels;
pub mod memo;
pub mod more;
pub mod names;
pub mod numbers;
pub mod opposites;
pub mod organisations;
pub mod outcomes;
pub mod phrases;
pub mod places;
pub mod plurals;
pub mod role_synonyms;
pub mod roles;
pub mod short_names;
pub mod sites;
pub mod spellings;
pub mod spoken;
pub mod status;
pub mod stem;
pub mod streets;
pub mod synonyms;
pub mod temporal;
pub mod tense;
pub mod titles;
pub mod topics;
pub mod units;
pub mod venues;
pub mod word_sets;
pub mod words;

use std::sync::LazyLock;

use crate::text::fold::fold;
pub use by_word::ByWord;
pub use changes::Changes;
pub use concepts::Concepts;
pub use cues::Cues;
pub use currencies::Currencies;
pub use demonyms::Demonyms;
pub use events::Events;
pub use furniture::Furniture;
pub use gender::Gender;
pub use hedges::Hedges;
pub use kin::Kin;
pub use kinship::Kinship;
pub use memo::Memo;
pub use more::{Aliases, More};
pub use names::Names;
pub use numbers::Numbers;
pub use opposites::are_opposites;
pub use organisations::{KnownName, Organisations};
pub use phrases::Phrases;
pub use places::{PlaceType, Places};
pub use plurals::Plurals;
pub use roles::Roles;
pub use short_names::ShortNames;
pub use spellings::one_spelling;
pub use spoken::spoken;
pub use status::StatusWords;
pub use stem::{stem, stem_of};
pub use temporal::TimeWords;
pub use tense::TenseWords;
pub use titles::Titles;
pub use units::{Unit, Units};
pub use word_sets::WordSets;
pub(crate) use word_sets::word_sets;
pub use words::WordTable;

/// All tables. Built once, on first use, from the text of the tables inside the program.
pub struct Lexicon {
    pub aliases: Aliases,
    pub numbers: Numbers,
    pub units: Units,
    pub currencies: Currencies,
    pub hedges: Hedges,
    pub changes: Changes,
    pub plurals: Plurals,
    pub furniture: Furniture,
    pub titles: Titles,
    pub roles: Roles,
    pub kinship: Kinship,
    pub status: StatusWords,
    pub cues: Cues,
    pub concepts: Concepts,
    pub kin: Kin,
    pub demonyms: Demonyms,
    pub events: Events,
    pub names: Names,
    pub organisations: Organisations,
    pub places: Places,
    pub time: TimeWords,
    pub tense: TenseWords,
    pub memo: Memo,
    pub words: WordTable,
}

/// About as many words as the tables hold, so that reading them never rehashes.
const WORDS: usize = 110_000;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut words = WordTable::with_capacity(WORDS);
    names::mark_common(&mut words);
    words.mark_list(include_str!("function_words.tsv"));
    words.mark_list(include_str!("abbreviations.tsv"));
    words.mark_list(include_str!("given_genders.tsv"));
    labels::mark(&mut words);
    word_sets::intern(&mut words);
    Lexicon {
        aliases: Aliases::load(),
        numbers: Numbers::load(&mut words),
        units: Units::load(&mut words),
        currencies: Currencies::load(&mut words),
        hedges: Hedges::load(&mut words),
        changes: Changes::load(&mut words),
        plurals: Plurals::load(),
        furniture: Furniture::load(&mut words),
        titles: titles::load(&mut words),
        roles: Roles::load(&mut words),
        kinship: kinship::load(&mut words),
        status: status::load(&mut words),
        cues: cues::load(&mut words),
        concepts: Concepts::load(&mut words),
        kin: Kin::load(),
        demonyms: Demonyms::load(&mut words),
        events: Events::load(&mut words),
        names: Names::load(&mut words),
        organisations: Organisations::load(&mut words),
        places: Places::load(include_str!("places.tsv"), &mut words),
        time: TimeWords::load(&mut words),
        tense: TenseWords::load(&mut words),
        memo: Memo::of(words.len()),
        words,
    }
});

/// The program's lexicon.
pub fn lexicon() -> &'static Lexicon {
    &LEXICON
}

/// The rows of a table: lines that are neither empty nor comments, split at tabs.
pub fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    lines(table).map(|line| cells(line, b'\t').collect())
}

/// The columns of a row of a table.
fn columns<const N: usize>(table: &str, row: &[&'static str]) -> [&'static str; N] {
    row.try_into().unwrap_or_else(|_| panic!("{table}: {N} columns are wanted, and there is {row:?}"))
}

/// Stops at a word of a table that its loader does not know. Tables are parts of the program: a slip in one must not pass as the default.
fn unknown(table: &str, row: &[&str], word: &str) -> ! {
    panic!("{table}: {word:?} means nothing in {row:?}")
}

/// The parts of a line between marks. Not `str::split`, whose overhead is larger than the work on cells of a few letters.
pub fn cells(line: &'static str, mark: u8) -> impl Iterator<Item = &'static str> {
    let mut rest = Some(line);
    std::iter::from_fn(move || {
        let (cell, behind) = cut(rest?, mark);
        rest = behind;
        Some(cell)
    })
}

/// What stands before the first mark of a line, and behind it, if it has one.
pub fn cut(line: &'static str, mark: u8) -> (&'static str, Option<&'static str>) {
    match line.bytes().position(|b| b == mark) {
        Some(at) => (&line[..at], Some(&line[at + 1..])),
        None => (line, None),
    }
}

/// The lines of a table that are neither empty nor comments. There are a hundred thousand of them at each start of the program.
pub fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    let mut rest = table;
    let every = std::iter::from_fn(move || {
        let end = memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        let line = (!rest.is_empty()).then(|| &rest[..end]);
        rest = rest.get(end + 1..).unwrap_or("");
        line
    });
    every.filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Lower-case ASCII letters and digits of a name, with hyphens between its words: `Olaf Winkler` → `olaf-winkler`.
pub fn slug(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    append_slug(name, &mut out);
    out
}

/// Appends the [`slug`] of a name.
pub fn append_slug(name: &str, out: &mut String) {
    let start = out.len();
    let mut letter = |c: char| {
        if c.is_alphanumeric() {
            out.push(c);
        } else if c != '\'' && out.len() > start && !out.ends_with('-') {
            out.push('-');
        }
    };
    if name.is_ascii() {
        name.bytes().filter(|b| *b != b'`').for_each(|b| letter(b.to_ascii_lowercase() as char));
    } else {
        fold(name).chars().for_each(letter);
    }
    out.truncate(start + out[start..].trim_end_matches('-').len());
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    /// Tables in another order, of which their modules tell.
    const OTHERWISE: [&str; 16] = [
        "abbreviations.tsv",
        "agencies.tsv",
        "common_words.tsv",
        "contrasts.tsv",
        "currencies.tsv",
        "events_sides.tsv",
        "events_verbs.tsv",
        "function_words.tsv",
        "furniture.tsv",
        "heads.tsv",
        "kin.tsv",
        "name_words.tsv",
        "opposites.tsv",
        "outcomes.tsv",
        "sites.tsv",
        "topics.tsv",
    ];

    #[test]
    fn the_first_column_of_a_table_is_sorted_unique_and_in_lower_case() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon");
        let files = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path());
        for path in files.filter(|p| p.extension().is_some_and(|e| e == "tsv")) {
            let name = path.file_name().unwrap().to_str().unwrap();
            let table = std::fs::read_to_string(&path).unwrap();
            let lines = table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
            let words: Vec<&str> = lines.map(|l| l.split('\t').next().unwrap_or(l)).collect();
            let sorted = words.windows(2).all(|pair| pair[0] < pair[1]) && words.iter().all(|w| **w == w.to_lowercase());
            assert_eq!(sorted, !OTHERWISE.contains(&name), "{name}");
        }
    }
}
