//! Names of people and places, and how two of them from two articles relate.
//!
//! Two names are compared part by part. Parts are equal when folded alike, or when romanised alike (`Zelensky`, `Zelenskyy`), or one is
//! the initial or a short form of the other. Likeness alone joins nothing: it takes one equal part beside it, and no two entries of the
//! tables of names (`Johnson` and `Johnston` are two).

pub mod nearness;
mod romanised;

use std::borrow::Cow;
use std::sync::LazyLock;

use self::romanised::sound;
use crate::lexicon::{Gender, ShortNames, class, lexicon, word_sets};
use crate::text::WordId;
use crate::text::fold::fold;

word_sets! {
    /// Given names that are ranks as well: `Dean Smith`.
    RANK = 0: "rank";
    /// Frequent family names of Korea, China, Vietnam that stand before the given name (any list of surnames of these countries).
    EAST_ASIAN = 1: "east_asian_surname";
}

/// A personal name taken apart. Titles, roles and honours are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameForm {
    /// Folded, in the order given name first; particles are joined to what they belong to by nothing (`al-Assad` → `assad`).
    parts: Vec<Part>,
    /// A nickname in quotation marks or parentheses.
    nickname: Option<Part>,
    /// `jr`, `ii`: what tells father and son apart.
    suffix: Option<String>,
    /// Written with a courtesy title or an office before it, so the bare name behind it is a surname.
    titled: bool,
    /// What its courtesy title says: `Mr`, `Miss`.
    gender: Option<Gender>,
    /// The sound of all parts in one word, of particles too: `Del Giudice` is written `DelGiudice` as well.
    joined: u64,
    /// The particle before the surname, which is left out of the parts: `Ben` of `Omar Ben Royce`.
    particle: Option<Part>,
}

/// A word of a name, with what it is often asked for.
#[derive(Clone, Debug)]
struct Part {
    text: String,
    /// Its number in the lexicon.
    word: WordId,
    /// See [`sound`].
    sound: u64,
}

impl PartialEq for Part {
    fn eq(&self, other: &Part) -> bool {
        self.text == other.text
    }
}

impl Eq for Part {}

impl Part {
    fn new(text: &str) -> Part {
        let word = lexicon().words.id(text);
        Part { text: text.to_owned(), word, sound: lexicon().sound(word, || sound(text)) }
    }

    /// A letter.
    fn is_initial(&self) -> bool {
        let mut chars = self.text.chars();
        chars.next().is_some() && chars.next().is_none()
    }

    fn first(&self) -> Option<char> {
        self.text.chars().next()
    }
}

/// How two names of people relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameRelation {
    /// The same words.
    Same,
    /// One person, otherwise written.
    Variant { reason: NameReason },
    /// Two people.
    Different,
    /// The names alone do not tell.
    Open,
}

impl NameRelation {
    /// The names say that it is one person.
    pub fn joins(self) -> bool {
        matches!(self, NameRelation::Same | NameRelation::Variant { .. })
    }
}

/// Why two names are those of one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameReason {
    /// Another romanisation or a slip: `name_variant` in a report.
    Spelling,
    /// More or fewer of the parts, an initial, a short form: `name_form` in a report.
    Form,
}

/// How two parts of a name relate, the closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    Equal,
    Romanised,
    Short,
    Initial,
    Close,
    None,
}

/// "PJ Hill" begins with two initials without their stops, "MP Hill" with an office.
fn is_initials(name: &str) -> bool {
    let Some((first, rest)) = name.split_once(' ') else { return false };
    let capitals = first.len() == 2 && first.bytes().all(|b| b.is_ascii_uppercase());
    let mixed = rest.bytes().any(|b| b.is_ascii_lowercase());
    let words = &lexicon().words;
    let title = || words.classes(words.id(&first.to_ascii_lowercase())).any(class::TITLE | class::ROLE | class::PARTICLE | class::DEMONYM);
    capitals && mixed && !title()
}

impl NameForm {
    /// Takes a name apart: `Mr. Omar Ben Royce Jr.`
    pub fn new(name: &str) -> Self {
        let mut form = NameForm::default();
        let plain = name.bytes().all(|b| b.is_ascii_alphabetic() || b == b' ');
        let folded = if plain { name.to_ascii_lowercase() } else { fold(name) };
        let folded = if is_initials(name) { format!("{}.{}", &folded[..1], &folded[1..]) } else { folded };
        for word in in_order(&folded).split([' ', ',', ';']).filter(|w| !w.is_empty()) {
            form.word(word);
        }
        form.untitle();
        form.joined = form.in_one();
        form.leave_particles(name.starts_with(char::is_uppercase) && !name.contains('-'));
        form
    }

    fn word(&mut self, word: &str) {
        let inner = word.trim_matches(|c: char| !c.is_alphanumeric());
        if inner.is_empty() {
            return;
        }
        if word.len() > inner.len() + 1 && word.starts_with(['"', '(', '\'']) && !self.parts.is_empty() {
            self.nickname = Some(Part::new(inner));
        } else if let Some(kind) = suffix(inner).filter(|_| !self.parts.is_empty()) {
            self.suffix = self.suffix.take().or(kind.then(|| inner.to_owned()));
        } else {
            inner.split(['-', '.']).filter(|p| !p.is_empty()).for_each(|p| self.parts.push(Part::new(p)));
        }
    }

    /// Leaves out titles and roles before the name.
    fn untitle(&mut self) {
        let l = lexicon();
        let is = |p: &Part, c| l.words.classes(p.word).any(c);
        // what is read as a name has no rank before it
        let given = |p: &Part| SETS.get(p.word) & RANK != 0 && self.parts.len() == 2;
        let office = |p: &Part| {
            !given(p) && is(p, class::TITLE | class::ROLE | class::DEMONYM | class::STATUS) && l.names.as_given(p.word) < FREQUENT
        };
        // "Del." is a delegate before a name and a particle inside one
        let here = |n: &usize| office(&self.parts[*n]) && (*n == 0 || !is(&self.parts[*n], class::PARTICLE));
        // "Mr Guest" has a surname that is a role as well
        let courtesy = |n: &usize| here(n) && l.titles.get(self.parts[*n].word).is_some_and(|t| t.office.is_none());
        let last = self.parts.len().saturating_sub(1);
        let title = (0..self.parts.len()).rev().find(here);
        if let Some(n) = title.and_then(|n| if n < last { Some(n) } else { (0..last).rev().find(courtesy) }) {
            self.gender = self.parts[..=n].iter().find_map(|p| l.titles.get(p.word)?.gender);
            self.parts.drain(..=n);
            self.titled = true;
        }
    }

    /// Leaves out particles inside the name. The first of two parts, with a capital (`capital`), is a given name if it is a frequent one:
    /// `Ben Lee`.
    fn leave_particles(&mut self, capital: bool) {
        let l = lexicon();
        let is_particle = |p: &Part| p.text.len() > 1 && l.words.classes(p.word).any(class::PARTICLE);
        let given = capital && self.parts.len() == 2 && l.names.as_given(self.parts[0].word) >= FREQUENT;
        if !given && self.parts.iter().any(|p| !is_particle(p)) {
            self.particle = self.parts.len().checked_sub(2).map(|n| &self.parts[n]).filter(|p| is_particle(p)).cloned();
            self.parts.retain(|p| !is_particle(p));
        }
    }

    /// How many parts it has.
    pub fn words(&self) -> usize {
        self.parts.len()
    }

    /// Two names that can be one person's have one of these in common.
    pub fn keys(&self) -> Vec<u64> {
        let mut keys: Vec<u64> = self.parts.iter().filter(|p| !p.is_initial()).map(|p| p.sound).collect();
        keys.push(self.joined);
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    /// The sound of all parts in one word, of particles too: `Del Giudice` is written `DelGiudice` as well.
    fn in_one(&self) -> u64 {
        match &self.parts[..] {
            [one] => one.sound,
            parts => sound(&parts.iter().map(|p| p.text.as_str()).collect::<String>()),
        }
    }

    /// Only a surname (or only a given name).
    pub fn is_bare(&self) -> bool {
        self.parts.len() < 2
    }

    /// The sound of the last part, by which people of one family are found.
    pub fn family(&self) -> Option<u64> {
        self.surname().map(|s| s.sound)
    }

    /// It tells its bearer from a father or grandfather of the same name.
    pub fn is_younger(&self) -> bool {
        self.suffix.as_deref().is_some_and(|s| s != "sr")
    }

    /// What the given name of a full name says.
    pub fn given_gender(&self) -> Option<Gender> {
        gender_of(self.parts.first().filter(|_| !self.is_bare())?)
    }

    fn surname(&self) -> Option<&Part> {
        self.parts.last()
    }
}

/// Whose given name a word is, where only men or only women bear it.
fn gender_of(given: &Part) -> Option<Gender> {
    let given = lexicon().words.classes(given.word);
    match (given.any(class::MALE_NAME), given.any(class::FEMALE_NAME)) {
        (true, false) => Some(Gender::Male),
        (false, true) => Some(Gender::Female),
        _ => None,
    }
}

/// `Obama, Barack` → `barack obama`; a comma before a suffix or a role stays.
fn in_order(folded: &str) -> Cow<'_, str> {
    match folded.split_once(',') {
        Some((last, rest)) if !last.contains(' ') && rest.split_whitespace().all(|w| suffix(w.trim_matches('.')).is_none()) => {
            Cow::Owned(format!("{} {last}", rest.trim()))
        }
        _ => Cow::Borrowed(folded),
    }
}

/// Whether a word is a suffix; if so, whether it tells people apart.
fn suffix(word: &str) -> Option<bool> {
    match word {
        "jr" | "sr" | "ii" | "iii" | "iv" | "vi" | "vii" | "viii" | "ix" | "xii" | "xiii" | "xiv" | "xv" | "xvi" => Some(true),
        "md" | "m.d" | "phd" | "ph.d" | "esq" | "mba" | "m.b.a" | "mp" | "mep" | "obe" | "cbe" | "mbe" | "qc" | "kc" | "cpa" | "dds"
        | "rn" => Some(false),
        _ => None,
    }
}

/// A word this frequent as given name is no title: `Earl`, `Dean`.
const FREQUENT: u8 = 7;

/// How two names of people relate. `same_context`: both articles say the same of them (role, quote, event), so that a bare surname may
/// be joined with a full name.
pub fn same_person(a: &NameForm, b: &NameForm, same_context: bool) -> NameRelation {
    use NameRelation::*;
    if a.parts.is_empty() || b.parts.is_empty() {
        return Open;
    }
    let differ = |a: bool, b: bool, equal: bool| a && b && !equal;
    if differ(a.suffix.is_some(), b.suffix.is_some(), a.suffix == b.suffix)
        || differ(a.gender.is_some(), b.gender.is_some(), a.gender == b.gender)
    {
        return Different;
    }
    if a.parts == b.parts {
        return Same;
    }
    let (short, long) = if a.parts.len() <= b.parts.len() { (a, b) } else { (b, a) };
    match (short.is_bare(), long.is_bare()) {
        (true, true) => bare(short, long),
        (true, false) => bare_and_full(short, long, same_context),
        _ => full(short, long),
    }
}

/// Two single names: likeness alone never joins them.
fn bare(a: &NameForm, b: &NameForm) -> NameRelation {
    let (Some(a), Some(b)) = (a.surname(), b.surname()) else { return NameRelation::Open };
    match likeness(a, b) {
        Likeness::Equal => NameRelation::Same,
        Likeness::Romanised => NameRelation::Variant { reason: NameReason::Spelling },
        Likeness::Short | Likeness::Initial => NameRelation::Open,
        Likeness::Close | Likeness::None => NameRelation::Different,
    }
}

fn bare_and_full(short: &NameForm, long: &NameForm, same_context: bool) -> NameRelation {
    let (Some(name), Some(family)) = (short.surname(), family_name(long)) else { return NameRelation::Open };
    if short.gender.zip(long.given_gender()).is_some_and(|(courtesy, given)| courtesy != given) {
        return NameRelation::Different;
    }
    if short.joined == long.joined {
        return NameRelation::Variant { reason: NameReason::Spelling };
    }
    let joined = |reason| if same_context { NameRelation::Variant { reason } } else { NameRelation::Open };
    match likeness(name, family) {
        Likeness::Equal => return joined(NameReason::Form),
        Likeness::Romanised => return joined(NameReason::Spelling),
        _ => {}
    }
    let given = long.parts.iter().chain(&long.nickname).any(|p| likeness(name, p) <= Likeness::Romanised);
    // "Elizabeth II" is no Elizabeth with a surname
    if given && !short.titled && short.suffix.is_none() { joined(NameReason::Form) } else { NameRelation::Different }
}

/// The one word of a name is no surname of the other.
pub fn is_given_alone(short: &NameForm, long: &NameForm) -> bool {
    let family = short.surname().zip(family_name(long));
    short.is_bare() && !long.is_bare() && family.is_some_and(|(name, family)| likeness(name, family) > Likeness::Romanised)
}

/// A bare name is short for the given name of a full one: one that the table of short names has for it (`Max` for `Maximilian`), or one of
/// several letters that is the whole beginning of it (`Eliza` for `Elizabeth`). A man's name is never short for a woman's.
pub fn is_short_for_given(full: &NameForm, bare: &NameForm) -> bool {
    const LETTERS: usize = 5;
    let (Some(long), Some(short)) = (full.parts.first().filter(|_| !full.is_bare()), bare.parts.first().filter(|_| bare.is_bare())) else {
        return false;
    };
    let begun = long.text.len() > short.text.len() && long.text.starts_with(short.text.as_str()) && short.text.chars().count() >= LETTERS;
    let unlike = gender_of(short).zip(gender_of(long)).is_some_and(|(a, b)| a != b);
    !unlike && long.text != short.text && (begun || SHORT_NAMES.related(&long.text, &short.text))
}

/// The part by which a person is named alone: the last one, in the order of East Asia the first.
fn family_name(form: &NameForm) -> Option<&Part> {
    form.parts.first().filter(|first| form.parts.len() == 3 && SETS.holds(first.text.as_str(), EAST_ASIAN)).or(form.surname())
}

/// Two names of several parts: every part of the shorter one has its match in the longer one, in order; either may be turned (surname
/// first) or go by its nickname.
fn full(short: &NameForm, long: &NameForm) -> NameRelation {
    let nicknamed = |form: &NameForm| {
        let nickname = form.nickname.clone()?;
        Some([nickname].into_iter().chain(form.parts.iter().skip(1).cloned()).collect::<Vec<_>>())
    };
    let turned = |left: bool| {
        let mut parts = short.parts.clone();
        if left {
            parts.rotate_left(1)
        } else {
            parts.rotate_right(1)
        }
        parts
    };
    if are_two_middles(&short.parts, &long.parts) {
        return NameRelation::Different;
    }
    if are_other_initials(&short.parts, &long.parts) {
        return NameRelation::Open;
    }
    // "Ben Royce" may be the surname of "Omar Ben Royce"
    let surname = |form: &NameForm, of: &NameForm| form.parts.len() == 2 && of.particle.as_ref() == form.parts.first();
    if short.surname() == long.surname() && (surname(short, long) || surname(long, short)) {
        return NameRelation::Variant { reason: NameReason::Form };
    }
    let worst = (short.joined == long.joined)
        .then_some(Likeness::Romanised)
        .or_else(|| align(&short.parts, &long.parts))
        .or_else(|| align(&nicknamed(short)?, &long.parts))
        .or_else(|| align(&short.parts, &nicknamed(long)?))
        .or_else(|| align(&turned(true), &long.parts))
        .or_else(|| align(&turned(false), &long.parts));
    let reason = match worst {
        None => return NameRelation::Different,
        Some(Likeness::Equal | Likeness::Short | Likeness::Initial) => NameReason::Form,
        Some(_) => NameReason::Spelling,
    };
    NameRelation::Variant { reason }
}

/// Behind one given name stand two initials: `George W. Bush`, `George H.W. Bush`.
fn are_two_middles(a: &[Part], b: &[Part]) -> bool {
    let middle = |parts: &[Part]| parts.get(1).filter(|m| parts.len() > 2 && m.is_initial() && !parts[0].is_initial()).cloned();
    middle(a).zip(middle(b)).is_some_and(|(x, y)| a[0] == b[0] && x != y)
}

/// Two initials against one given name: `T.J. Marsh` may be any of `Tony Marsh` and his sons.
fn are_other_initials(short: &[Part], long: &[Part]) -> bool {
    let initials = long.len() > 2 && long[..long.len() - 1].iter().all(Part::is_initial);
    initials && short.len() == 2 && !short[0].is_initial()
}

/// The loosest match of the parts, when each part of `short` matches one of `long` in order, and the last the last; none when they do
/// not. The first part may skip some (a person who goes by the middle name).
fn align(short: &[Part], long: &[Part]) -> Option<Likeness> {
    let (last, rest) = short.split_last()?;
    let mut matches = vec![given_likeness(last, long.last()?)];
    let mut from = 0;
    for part in rest {
        let others = long.get(from..long.len() - 1).unwrap_or(&[]);
        let (likeness, at) = others.iter().enumerate().map(|(at, p)| (given_likeness(part, p), at)).min()?;
        matches.push(likeness);
        from += at + 1;
    }
    let loose = matches.iter().filter(|l| **l == Likeness::Close).count();
    let tight = matches.iter().filter(|l| **l <= Likeness::Romanised).count();
    let worst = matches.into_iter().max()?;
    (worst != Likeness::None && loose <= 1 && tight >= 1).then_some(worst)
}

static SHORT_NAMES: LazyLock<ShortNames> = LazyLock::new(ShortNames::load);

fn given_likeness(a: &Part, b: &Part) -> Likeness {
    let found = likeness(a, b);
    if found > Likeness::Romanised && SHORT_NAMES.related(&a.text, &b.text) { Likeness::Short } else { found }
}

fn likeness(a: &Part, b: &Part) -> Likeness {
    if a == b {
        Likeness::Equal
    } else if a.is_initial() || b.is_initial() {
        if a.first() == b.first() { Likeness::Initial } else { Likeness::None }
    } else if a.sound == b.sound {
        Likeness::Romanised
    } else if nearness::are_parts_alike(&a.text, &b.text) && !both_known(a, b) {
        Likeness::Close
    } else {
        Likeness::None
    }
}

/// Two entries of the tables are two names, however alike.
fn both_known(a: &Part, b: &Part) -> bool {
    let names = &lexicon().names;
    let both = |frequency: fn(&crate::lexicon::Names, WordId) -> u8| frequency(names, a.word) > 0 && frequency(names, b.word) > 0;
    both(crate::lexicon::Names::as_given) || both(crate::lexicon::Names::as_surname)
}

/// Whether two names are those of one place: one entry of the table, or the same words folded.
pub fn same_place(a: &str, b: &str) -> bool {
    let places = &lexicon().places;
    let known = |name: &str| places.named(&name.to_lowercase()).map(|p| p.entity());
    match (known(a), known(b)) {
        (Some(a), Some(b)) => a == b,
        _ => fold(a) == fold(b),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use NameRelation::{Different, Open, Same};

    const SPELLING: NameRelation = NameRelation::Variant { reason: NameReason::Spelling };
    const FORM: NameRelation = NameRelation::Variant { reason: NameReason::Form };

    fn relation(a: &str, b: &str) -> NameRelation {
        let (a, b) = (NameForm::new(a), NameForm::new(b));
        let there = same_person(&a, &b, true);
        assert_eq!(there, same_person(&b, &a, true), "both ways");
        there
    }

    #[test]
    fn one_person_otherwise_written() {
        for (a, b, want) in [
            ("Volodymyr Zelensky", "Volodymyr Zelenskyy", SPELLING),
            ("Olaf Winkler", "Olaf Whinkler", SPELLING),
            ("Zelensky", "Zelenskyy", SPELLING),
            ("Sergei Lavrov", "Sergey Lavrov", SPELLING),
            ("P.J. Marsh", "PJ Marsh", Same),
            ("Bashar al-Assad", "Bashar Al Assad", Same),
            ("Bashar al-Assad", "Bashar el-Assad", Same),
            ("Mohammed Morsi", "Muhammad Morsi", FORM),
            ("Abdulaziz Karim", "Abdul Aziz Karim", SPELLING),
            ("Ramikarim", "Rami Karim", SPELLING),
            ("Ann Del Giudice", "Ann DelGiudice", SPELLING),
            ("Bob Woodward", "Robert Woodward", FORM),
            ("George W. Bush", "George Bush", FORM),
            ("G. Bush", "George Bush", FORM),
            ("Mr Putin", "Vladimir Putin", FORM),
            ("President Vladimir V. Putin", "Russian President Vladimir Putin", FORM),
            ("Mr. Kim", "Kim Jong Un", FORM),
            ("Mr Guest", "Peter Guest", FORM),
            ("Ms. King", "Anna King", FORM),
            ("Kim Jong-un", "Kim Jong Un", Same),
            ("Obama, Barack", "Barack Obama", Same),
            ("José Muñoz", "Jose Munoz", Same),
            ("Luis \"Jerry\" Ortiz", "Jerry Ortiz", FORM),
            ("Ben Royce", "Mr Royce", FORM),
            ("Al Royce", "Royce", FORM),
            ("Ben Royce", "Benjamin Royce", FORM),
            ("Zine Ben Royce", "Ben Royce", FORM),
            ("Omar Al Royce", "Al-Royce", FORM),
        ] {
            assert_eq!(relation(a, b), want, "{a} / {b}");
        }
    }

    #[test]
    fn two_people() {
        for (a, b) in [
            ("Jim Jordan", "Michael Jordan"),
            ("Boris Johnson", "Boris Johnston"),
            ("Brown", "Browne"),
            ("George Bush Jr", "George Bush Sr"),
            ("George W. Bush", "George H.W. Bush"),
            ("Maria Lopez", "Mario Lopez"),
            ("Mr. Jordan", "Jordan Peterson"),
            ("Ben Royce", "Al Royce"),
            ("Ben Royce", "Jim Royce"),
            ("Mr Jenkins", "Miss Jenkins"),
            ("Mr Guest", "Anna King"),
            ("Salman bin Mohammed Karim", "Mohammed bin Salman Karim"),
        ] {
            assert_eq!(relation(a, b), Different, "{a} / {b}");
        }
    }

    #[test]
    fn initials_of_two_given_names_say_little_of_one() {
        assert_eq!(relation("T.J. Marsh", "Tony Marsh"), Open);
        assert_eq!(relation("PJ Marsh", "Joanna Marsh"), Open);
        assert_eq!(relation("T. Marsh", "Tony Marsh"), FORM);
        assert_eq!(relation("T.J. Marsh", "T. Marsh"), FORM);
        assert_eq!(relation("T.J. Marsh", "Tony J. Marsh"), FORM);
    }

    #[test]
    fn a_bare_surname_waits_for_its_context() {
        let (bare, full) = (NameForm::new("Trump"), NameForm::new("Donald Trump"));
        assert_eq!(same_person(&bare, &full, false), Open);
        assert_eq!(same_person(&bare, &full, true), FORM);
    }

    #[test]
    fn places_are_the_same_by_the_table() {
        assert!(same_place("Kyiv", "Kiev") && same_place("US", "United States") && same_place("Zarvanytsia", "zarvanytsia"));
        assert!(!same_place("Niger", "Nigeria"));
    }
}
