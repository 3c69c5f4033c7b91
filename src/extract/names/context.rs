//! What stands to the left and to the right of a segment.

use super::feature::Props;
use super::unit::is_hyphen;
use crate::extract::Context;
use crate::lexicon::class;
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
}

fn sentence_token<'a>(cx: &Context<'a>, i: usize, from: usize, to: usize) -> Option<&'a Token> {
    if i >= from && i < to { cx.tokens.get(i) } else { None }
}

/// The context before token `at` in the sentence that begins at token `from`.
pub fn before(cx: &Context, at: usize, from: usize) -> Props {
    let mut p = Props::default();
    let back = |n: usize| at.checked_sub(n).and_then(|i| sentence_token(cx, i, from, at));
    let Some(mut t) = back(1) else { return Props::from(left::START) };
    let mut i = at - 1;
    if t.is_punct('.') && t.glued() && back(2).is_some_and(|b| b.is(class::TITLE | class::ABBREVIATION)) {
        i -= 1;
        t = &cx.tokens.all[i];
    }
    let is = |w: &str| cx.tokens.is(i, w);
    match t.kind {
        Kind::Word => {
            p.set(left::TITLE, t.is(class::TITLE) && (t.is_capital() || !t.is(class::ROLE)));
            p.set(left::ROLE, t.is(class::ROLE));
            p.set(left::KINSHIP, t.is(class::KINSHIP));
            p.set(left::DEMONYM, t.is(class::DEMONYM));
            p.set(left::PLACE_WORD, t.is(class::PLACE_WORD));
            p.set(left::ORGANISATION, t.is(class::ORGANISATION));
            p.set(left::CUE, t.is(class::CUE));
            p.set(left::CAPITAL, t.is_capital());
            p.set(left::AUXILIARY, t.is(class::AUXILIARY));
            p.set(left::RELATIVE, t.is(class::RELATIVE));
            p.set(left::AND, is("and") || is("or"));
            p.set(left::THE, is("the"));
            p.set(left::AN, is("a") || is("an"));
            p.set(left::POSSESSIVE, ["his", "her", "their", "its", "my", "our"].iter().any(|w| is(w)));
            p.set(left::NAMED, is("named") || is("called") || is("dubbed"));
            p.set(left::COMMON, t.is(class::COMMON) && !t.is(super::unit::FUNCTION) && !t.is_capital());
            preposition(cx, i, t, &mut p);
        }
        Kind::Number => p.set(left::NUMBER, true),
        Kind::Clitic => p.set(left::CLITIC, true),
        _ => match t.punct().unwrap_or(' ') {
            ',' => {
                p.set(left::COMMA, true);
                p.set(left::PLACE_COMMA, back(2).is_some_and(|b| b.is_capital() && b.is(class::PLACE)));
            }
            '(' | '[' => p.set(left::PARENTHESIS, true),
            ':' | ';' | '—' | '–' => p.set(left::COLON, true),
            '/' => p.set(left::SLASH, true),
            '-' => p.set(left::HYPHEN, true),
            '"' | '“' | '‘' | '\'' | '«' | '”' => p.set(left::QUOTE, true),
            '&' => p.set(left::AND, true),
            _ => {}
        },
    }
    p
}

fn preposition(cx: &Context, i: usize, t: &Token, p: &mut Props) {
    if !t.is(class::PREPOSITION) {
        return;
    }
    p.set(left::PREPOSITION, true);
    let is = |w: &str| cx.tokens.is(i, w);
    for (bit, word) in [
        (left::IN, "in"),
        (left::AT, "at"),
        (left::FROM, "from"),
        (left::TO, "to"),
        (left::OF, "of"),
        (left::BY, "by"),
        (left::WITH, "with"),
    ] {
        p.set(bit, is(word));
    }
    p.set(
        left::NEAR,
        ["near", "across", "outside", "around", "inside", "into", "throughout", "via", "toward", "towards"].iter().any(|w| is(w)),
    );
    p.set(left::PLACE_OF, is("of") && i.checked_sub(1).is_some_and(|b| cx.tokens.all[b].is(class::PLACE_WORD)));
}

/// The context behind a segment that ends before token `at`, in the sentence that ends before token `to`.
pub fn behind(cx: &Context, at: usize, to: usize) -> Props {
    let mut p = Props::default();
    let ahead = |n: usize| sentence_token(cx, at + n, at, to);
    let Some(t) = ahead(0) else { return Props::from(right::END) };
    match t.kind {
        Kind::Word => {
            p.set(right::CUE, t.is(class::CUE));
            p.set(right::AUXILIARY, t.is(class::AUXILIARY));
            p.set(right::RELATIVE, t.is(class::RELATIVE));
            p.set(right::ROLE, t.is(class::ROLE));
            p.set(right::ORGANISATION, t.is(class::ORGANISATION) && !t.is_capital());
            p.set(right::CAPITAL_ORGANISATION, t.is(class::ORGANISATION) && t.is_capital());
            p.set(right::PLACE_WORD, t.is(class::PLACE_WORD) && !t.is_capital());
            p.set(right::PREPOSITION, t.is(class::PREPOSITION));
            p.set(right::AND, cx.tokens.is(at, "and") || cx.tokens.is(at, "or"));
            p.set(right::CAPITAL, t.is_capital());
            p.set(right::COMMON, t.is(class::COMMON) && !t.is(super::unit::FUNCTION) && !t.is_capital());
        }
        Kind::Number => p.set(right::NUMBER, true),
        Kind::Clitic => p.set(right::CLITIC, true),
        _ => mark(cx, at, t, &ahead, &mut p),
    }
    p
}

fn mark<'a>(cx: &Context<'a>, at: usize, t: &Token, ahead: &dyn Fn(usize) -> Option<&'a Token>, p: &mut Props) {
    let next = ahead(1);
    match t.punct().unwrap_or(' ') {
        ',' => {
            p.set(right::COMMA, true);
            p.set(right::COMMA_PLACE, next.is_some_and(|n| n.is_capital() && n.is(class::PLACE)));
            let apposition = |n: &Token| {
                !n.is_capital() && n.is(class::ARTICLE | class::ROLE | class::STATUS | class::KINSHIP) || cx.tokens.is(at + 1, "who")
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
        '"' | '”' | '“' | '»' => p.set(right::QUOTE, true),
        '’' | '\'' => p.set(right::APOSTROPHE, true),
        '/' => p.set(right::SLASH, true),
        _ if is_hyphen(t) && t.glued() => {
            p.set(right::HYPHEN, true);
            p.set(right::HYPHEN_BASED, ["based", "born", "controlled", "held", "occupied", "area"].iter().any(|w| cx.tokens.is(at + 1, w)));
        }
        _ => p.set(right::DASH, true),
    }
}
