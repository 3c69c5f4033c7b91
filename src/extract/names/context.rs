//! What stands to the left and to the right of a segment.

use std::sync::LazyLock;

use super::feature::{ByClass, Props};
use super::words::{self, FUNCTION, is_hyphen};
use crate::extract::Context;
use crate::lexicon::{WordSets, class};
use crate::text::{Kind, Token, form};

super::feature::features! { left, LEFTS:
    START = "start";
    TITLE = "title";
    ROLE = "role";
    KINSHIP = "kinship";
    IN = "in";
    AT = "at";
    FROM = "from";
    TO = "to";
    OF = "of";
    BY = "by";
    WITH = "with";
    /// near, across, outside, around …
    NEAR = "near";
    PREPOSITION = "preposition";
    THE = "the";
    AN = "a";
    POSSESSIVE = "possessive";
    DEMONYM = "demonym";
    COMMA = "comma";
    PARENTHESIS = "parenthesis";
    QUOTE = "quote";
    AND = "and";
    CUE = "cue";
    /// city of, province of
    PLACE_OF = "place_of";
    PLACE_WORD = "place_word";
    ORGANISATION = "organisation";
    CAPITAL = "capital";
    CLITIC = "clitic";
    HYPHEN = "hyphen";
    NUMBER = "number";
    AUXILIARY = "auxiliary";
    COMMON = "common";
    NAMED = "named";
    COLON = "colon";
    SLASH = "slash";
    /// a place of the table and a comma
    PLACE_COMMA = "place_comma";
    RELATIVE = "relative";
}

super::feature::features! { right, RIGHTS:
    END = "end";
    CLITIC = "clitic";
    CUE = "cue";
    AUXILIARY = "auxiliary";
    COMMA = "comma";
    /// a comma and a place of the table
    COMMA_PLACE = "comma_place";
    /// a comma and: a, the, who, an age, a role
    COMMA_APPOSITION = "comma_apposition";
    COMMA_AGE = "comma_age";
    PARENTHESIS = "parenthesis";
    PARENTHESIS_ACRONYM = "parenthesis_acronym";
    PARENTHESIS_NUMBER = "parenthesis_number";
    RELATIVE = "relative";
    ROLE = "role";
    ORGANISATION = "organisation";
    PLACE_WORD = "place_word";
    HYPHEN = "hyphen";
    HYPHEN_BASED = "hyphen_based";
    NUMBER = "number";
    PREPOSITION = "preposition";
    AND = "and";
    CAPITAL = "capital";
    CAPITAL_ORGANISATION = "capital_organisation";
    COMMON = "common";
    STOP = "stop";
    DASH = "dash";
    QUOTE = "quote";
    SLASH = "slash";
    APOSTROPHE = "apostrophe";
    /// A verb of what only people do.
    PERSONAL = "personal";
}

fn sentence_token<'a>(cx: &Context<'a>, i: usize, from: usize, to: usize) -> Option<&'a Token> {
    if i >= from && i < to { cx.tokens.get(i) } else { None }
}

/// What single words say on the left, as features.
static LEFT_WORDS: LazyLock<WordSets> = LazyLock::new(|| {
    WordSets::named(&[
        ("and_or", 1 << left::AND),
        ("the", 1 << left::THE),
        ("indefinite_article", 1 << left::AN),
        ("possessive", 1 << left::POSSESSIVE),
        ("naming_participle", 1 << left::NAMED),
        ("in", 1 << left::IN),
        ("at", 1 << left::AT),
        ("from", 1 << left::FROM),
        ("to", 1 << left::TO),
        ("of", 1 << left::OF),
        ("by", 1 << left::BY),
        ("with", 1 << left::WITH),
        ("leading_whereabouts", 1 << left::NEAR),
    ])
});

/// What the classes say of a word on the left.
static LEFT_CLASSES: ByClass = ByClass::of(&[
    (left::ROLE, class::ROLE),
    (left::KINSHIP, class::KINSHIP),
    (left::DEMONYM, class::DEMONYM),
    (left::PLACE_WORD, class::PLACE_WORD),
    (left::ORGANISATION, class::ORGANISATION),
    (left::CUE, class::CUE),
    (left::AUXILIARY, class::AUXILIARY),
    (left::RELATIVE, class::RELATIVE),
    (left::PREPOSITION, class::PREPOSITION),
]);

/// The context before token `at` in the sentence that begins at token `from`.
pub fn before(cx: &Context, at: usize, from: usize) -> Props {
    let back = |n: usize| at.checked_sub(n).and_then(|i| sentence_token(cx, i, from, at));
    let Some(mut t) = back(1) else { return Props::from(left::START) };
    let mut i = at - 1;
    if t.is_punct('.') && t.glued() && back(2).is_some_and(|b| b.is(class::TITLE | class::ABBREVIATION)) {
        i -= 1;
        t = &cx.tokens.all[i];
    }
    match t.kind {
        Kind::Word => word_before(cx, i, t),
        Kind::Number => Props::from(left::NUMBER),
        Kind::Clitic => Props::from(left::CLITIC),
        _ => match cx.tokens.curly(i).unwrap_or(' ') {
            ',' => {
                let mut p = Props::from(left::COMMA);
                p.set(left::PLACE_COMMA, back(2).is_some_and(|b| b.is_capital() && b.is(class::PLACE)));
                p
            }
            '(' | '[' => Props::from(left::PARENTHESIS),
            ':' | ';' | '—' | '–' => Props::from(left::COLON),
            '/' => Props::from(left::SLASH),
            '-' => Props::from(left::HYPHEN),
            '“' | '‘' | '«' | '”' => Props::from(left::QUOTE),
            '&' => Props::from(left::AND),
            _ => Props::default(),
        },
    }
}

fn word_before(cx: &Context, i: usize, t: &Token) -> Props {
    let mut p = LEFT_CLASSES.get(t.class).or(Props(LEFT_WORDS.get(t.word) as u64));
    p.set(left::TITLE, t.is(class::TITLE) && (t.is_capital() || !t.is(class::ROLE)));
    p.set(left::CAPITAL, t.is_capital());
    p.set(left::COMMON, t.is(class::COMMON) && !t.is(FUNCTION) && !t.is_capital());
    if p.any(left::OF) {
        p.set(left::PLACE_OF, i.checked_sub(1).is_some_and(|b| cx.tokens.all[b].is(class::PLACE_WORD)));
    }
    p
}

/// What the classes say of a word on the right.
static RIGHT_CLASSES: ByClass = ByClass::of(&[
    (right::CUE, class::CUE),
    (right::AUXILIARY, class::AUXILIARY),
    (right::RELATIVE, class::RELATIVE),
    (right::ROLE, class::ROLE),
    (right::PREPOSITION, class::PREPOSITION),
]);

/// Sets of words on the right.
mod set {
    use crate::lexicon::word_sets;

    word_sets! {
        AND = 0: "and_or";
        WHO = 1: "who";
        /// What a hyphen joins to a place: `Paris-based`.
        BASED = 2: "joined_to_place";
    }
}

/// Whether a word is a verb of what only people do.
pub fn is_personal_verb(t: &Token) -> bool {
    words::has(t, words::set::PERSONAL)
}

/// The context behind a segment that ends before token `at`, in the sentence that ends before token `to`.
pub fn behind(cx: &Context, at: usize, to: usize) -> Props {
    let mut p = Props::default();
    let ahead = |n: usize| sentence_token(cx, at + n, at, to);
    let Some(t) = ahead(0) else { return Props::from(right::END) };
    match t.kind {
        Kind::Word => {
            p = RIGHT_CLASSES.get(t.class);
            p.set(right::ORGANISATION, t.is(class::ORGANISATION) && !t.is_capital());
            p.set(right::CAPITAL_ORGANISATION, t.is(class::ORGANISATION) && t.is_capital());
            p.set(right::PLACE_WORD, t.is(class::PLACE_WORD) && !t.is_capital());
            p.set(right::AND, set::SETS.has(t, set::AND));
            p.set(right::PERSONAL, is_personal_verb(t));
            p.set(right::CAPITAL, t.is_capital());
            p.set(right::COMMON, t.is(class::COMMON) && !t.is(FUNCTION) && !t.is_capital());
        }
        Kind::Number => p.set(right::NUMBER, true),
        Kind::Clitic => p.set(right::CLITIC, true),
        _ => mark(cx, at, ahead, &mut p),
    }
    p
}

fn mark<'a>(cx: &Context, at: usize, ahead: impl Fn(usize) -> Option<&'a Token>, p: &mut Props) {
    let (t, next) = (&cx.tokens.all[at], ahead(1));
    match cx.tokens.curly(at).unwrap_or(' ') {
        ',' => {
            p.set(right::COMMA, true);
            p.set(right::COMMA_PLACE, next.is_some_and(|n| n.is_capital() && n.is(class::PLACE)));
            let apposition = |n: &Token| {
                !n.is_capital() && n.is(class::ARTICLE | class::ROLE | class::STATUS | class::KINSHIP) || set::SETS.has(n, set::WHO)
            };
            p.set(right::COMMA_APPOSITION, next.is_some_and(apposition));
            p.set(
                right::COMMA_AGE,
                next.is_some_and(|n| n.is_number() && n.end - n.start == 2) && ahead(2).is_some_and(|n| n.is_punct(',') || n.is_punct('.')),
            );
        }
        '(' => {
            p.set(right::PARENTHESIS, true);
            p.set(right::PARENTHESIS_ACRONYM, next.is_some_and(|n| n.has(form::ALL_CAPS)) && ahead(2).is_some_and(|n| n.is_punct(')')));
            p.set(right::PARENTHESIS_NUMBER, next.is_some_and(Token::is_number));
        }
        '.' | '!' | '?' | ';' | ':' | '…' => p.set(right::STOP, true),
        '”' | '“' | '»' => p.set(right::QUOTE, true),
        '’' => p.set(right::APOSTROPHE, true),
        '/' => p.set(right::SLASH, true),
        _ if is_hyphen(t) && t.glued() => {
            p.set(right::HYPHEN, true);
            p.set(right::HYPHEN_BASED, next.is_some_and(|n| set::SETS.has(n, set::BASED)));
        }
        _ => p.set(right::DASH, true),
    }
}
