//! Head words of roles: `president`, `spokesman`, `ally`.

use rustc_hash::FxHashMap;

use super::{Gender, Phrases, WordTable, class, columns, rows, unknown};
use crate::text::{Token, WordId, form};

const TABLE: &str = include_str!("roles.tsv");
const MODIFIERS: &str = include_str!("role_modifiers.tsv");
const PHRASES: &str = include_str!("role_phrases.tsv");
const CODES: &str = include_str!("role_codes.tsv");

/// What a role is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleKind {
    /// An office or trade, which may stand before a name: `President Sandu`.
    Office,
    /// A role only together with what it is of: `an ally of the president`.
    Relation,
    /// A person without office: `a witness`.
    Person,
}

/// What the head word of a role says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RoleWord {
    /// Singular, in the usual spelling.
    pub title: &'static str,
    /// It is the plural.
    pub plural: bool,
    /// The sex of whoever has it: male for `chairman`; none for most.
    pub gender: Option<Gender>,
    /// What the role is.
    pub kind: RoleKind,
    /// A trade, learned and seldom left (`actuary`), unlike an office, a rank or a part.
    pub trade: bool,
}

/// A role of several words, or of one that is mostly something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RolePhrase {
    /// The role in its usual spelling: `center` for `centre`.
    pub title: &'static str,
    /// A role only behind an article, a possessor or a modifier: `the Hawks center`.
    pub weak: bool,
    pub plural: bool,
}

/// The role words, singular and plural, the phrases, and the words that stand before them.
#[derive(Default)]
pub struct Roles {
    by_word: FxHashMap<WordId, RoleWord>,
    phrases: Phrases<RolePhrase>,
    modifiers: FxHashMap<WordId, Modifier>,
    codes: FxHashMap<WordId, Code>,
}

/// An office in short: `QB`, `RBs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// The role in the singular: `quarterback`.
    pub title: &'static str,
    pub plural: bool,
}

/// What a word before the head does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modifier {
    /// Makes the office what it is: `foreign (minister)`.
    Office,
    /// Ranks or describes it: `senior (adviser)`.
    Grade,
}

impl Roles {
    /// Reads the table and marks its words.
    pub fn load(words: &mut WordTable) -> Self {
        let mut by_word = FxHashMap::default();
        for row in rows(TABLE) {
            let [singular, plural, gender, kind, usual] = columns("roles.tsv", &row);
            let title = if usual == "-" { singular } else { usual };
            let gender = Gender::from_column(gender, "roles.tsv", &row);
            let trade = kind == "w";
            let kind = match kind {
                "t" | "w" => RoleKind::Office,
                "r" => RoleKind::Relation,
                "p" => RoleKind::Person,
                _ => unknown("roles.tsv", &row, kind),
            };
            let mut class = class::ROLE;
            if kind == RoleKind::Office {
                class = class | class::TITLE;
            }
            by_word.insert(words.mark(singular, class), RoleWord { title, plural: false, gender, kind, trade });
            by_word.insert(words.mark(plural, class::ROLE), RoleWord { title, plural: true, gender, kind, trade });
        }
        let kind = |row: &[&str]| match row[1] {
            "office" => Modifier::Office,
            "grade" => Modifier::Grade,
            name => unknown("role_modifiers.tsv", row, name),
        };
        let modifiers = rows(MODIFIERS).map(|row| (words.intern(row[0]), kind(&row))).collect();
        Roles { by_word, phrases: phrases(words), modifiers, codes: codes(words) }
    }

    /// The office in short that the token at `at` is, in capitals where not all is in capitals.
    pub fn code(&self, tokens: &[Token], text: &str, at: usize) -> Option<Code> {
        let token = tokens.get(at).filter(|t| t.is_capital())?;
        let code = self.codes.get(&token.word).copied()?;
        let written = token.text(text);
        let letters = if code.plural { written.strip_suffix('s')? } else { written };
        let shouts = |t: &Token| t.has(form::ALL_CAPS) && !t.has(form::DOTTED) && t.end - t.start > 2;
        (letters.bytes().all(|b| b.is_ascii_uppercase()) && !tokens.get(at + 1).is_some_and(shouts)).then_some(code)
    }

    /// The phrase that begins at token `at`, and how many tokens it has.
    pub fn phrase(&self, tokens: &[Token], at: usize) -> Option<(usize, RolePhrase)> {
        self.phrases.longest(tokens, at).map(|(n, phrase)| (n, *phrase))
    }

    /// What a word says, if it is the head of a role.
    pub fn get(&self, word: WordId) -> Option<RoleWord> {
        self.by_word.get(&word).copied()
    }

    /// What a word does before the head of a role.
    pub fn modifier(&self, word: WordId) -> Option<Modifier> {
        self.modifiers.get(&word).copied()
    }
}

/// Reads the phrases, each with its plural if it has one, and marks their last words.
fn phrases(words: &mut WordTable) -> Phrases<RolePhrase> {
    let mut phrases = Phrases::default();
    for row in rows(PHRASES) {
        let [written, several, title, weak] = columns("role_phrases.tsv", &row);
        let title = if title == "-" { written } else { title };
        for (written, plural) in [(written, false), (several, true)].into_iter().filter(|(w, _)| *w != "-") {
            let ids: Box<[WordId]> = written.split(' ').map(|w| words.intern(w)).collect();
            words.mark(written.rsplit(' ').next().unwrap_or(written), class::ROLE_END);
            phrases.insert(ids, RolePhrase { title, weak: weak == "w", plural });
        }
    }
    phrases
}

/// Reads the codes, each with its plural.
fn codes(words: &mut WordTable) -> FxHashMap<WordId, Code> {
    let mut codes = FxHashMap::default();
    for row in rows(CODES) {
        let [code, several, title] = columns("role_codes.tsv", &row);
        codes.insert(words.intern(code), Code { title, plural: false });
        codes.insert(words.intern(several), Code { title, plural: true });
    }
    codes
}

#[cfg(test)]
mod tests {
    use crate::lexicon::lexicon;

    #[test]
    fn spellings_and_plurals_lead_to_one_title() {
        let l = lexicon();
        let title = |w: &str| l.roles.get(l.words.id(w)).map(|r| (r.title, r.plural));
        assert_eq!(title("advisors"), Some(("adviser", true)));
        assert_eq!(title("secretary"), Some(("secretary", false)));
        assert_eq!(title("table"), None);
    }
}
