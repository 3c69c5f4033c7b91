//! Full names behind what their bearers are: `Senators Ann Lee`, `Democrat Ann Lee`, `the novelist Ann Lee`.

use std::ops::Range;

use super::feature::{NO_NAME, Props, props};
use super::shape::Segmented;
use super::unit::Unit;
use crate::extract::Context;
use crate::lexicon::roles::{RoleKind, RoleWord};
use crate::text::Token;

mod set {
    use crate::lexicon::word_sets::word_sets;

    word_sets! {
        /// Roles that firms and teams have as well: `owner`, `champion`.
        SHARED = 0: "shared_role";
    }
}

/// Whether a name is set off with commas behind a trade: `his favourite novelist, Ann Lee, wrote`.
pub fn is_set_off(cx: &Context, name: Range<usize>) -> bool {
    let comma = |i: Option<usize>| i.and_then(|i| cx.tokens.get(i)).is_some_and(|t| t.is_punct(','));
    let before = name.start.checked_sub(1);
    comma(before)
        && comma(Some(name.end))
        && before.is_some_and(|i| !cx.tokens.all[i - (i > 0) as usize].is_capital() && is_behind_role(cx, i))
}

/// Whether the token before `start` says what the bearer of the name at `start` is: with a capital the plural of an office or a party, in
/// small letters a trade that no firm has.
pub fn is_behind_role(cx: &Context, start: usize) -> bool {
    let Some(t) = start.checked_sub(1).and_then(|i| cx.tokens.get(i)) else { return false };
    let Some(role) = cx.lexicon.roles.get(t.word) else { return false };
    let office = role.kind == RoleKind::Office;
    if t.is_capital() { office && role.plural || is_party(role) } else { office && !role.plural && !is_shared(t) }
}

/// A given name or a word that is in no table of other things, then a surname, with initials between: neither a place nor a body, as far as
/// its words tell.
pub fn is_full_name(segment: &Segmented) -> bool {
    const OTHER: u64 = 1 << props::ACRONYM | 1 << props::CALENDAR | 1 << props::CAMEL | 1 << props::CLITIC | 1 << props::AMPERSAND;
    let (first, last) = (segment.first, segment.last);
    let strange = |word: Props| word.0 & (NO_NAME | 1 << props::COMMON) == 0;
    let begins = first.any(props::GIVEN) || strange(first) && last.any(props::SURNAME);
    let ends = last.any(props::SURNAME) || strange(last);
    let inner = |word: Props| word.0 & !(1 << props::CONNECTOR | 1 << props::PLACE_WORD) & NO_NAME == 0;
    (2..=5).contains(&segment.len) && begins && ends && segment.any.0 & OTHER == 0 && inner(segment.any)
}

/// A given name and a surname, or a word of no table in its place.
pub fn begins_name(units: &[Unit]) -> bool {
    let [first, second, ..] = units else { return false };
    let given = first.props.any(props::GIVEN) && first.props.0 & NO_NAME == 0;
    const NAMING: u64 = 1 << props::SURNAME | 1 << props::GIVEN | 1 << props::UNKNOWN | 1 << props::INITIAL;
    given && second.props.0 & NAMING != 0 && second.props.0 & NO_NAME == 0
}

/// Whether a full name that no table knows is the second of two whose office in the plural stands before them: `the officers Ovan Tarn and
/// | Jorik Velm`.
pub fn is_second_of_holders(cx: &Context, name: Range<usize>) -> bool {
    const NAME: usize = 4;
    let Some(and) = name.start.checked_sub(1).filter(|i| cx.tokens.is(*i, "and")) else { return false };
    let part = |i: &usize| cx.tokens.all[*i].is_capital() || cx.tokens.all[*i].is_punct('.');
    let first = (and.saturating_sub(NAME)..and).rev().take_while(|i| part(i) && !is_plural_role(cx, *i)).last();
    let words = name.len() == 2 && name.clone().all(|i| cx.tokens.all[i].is_word() && cx.tokens.all[i].is_capital());
    words && first.filter(|i| and - i >= 2).and_then(|i| i.checked_sub(1)).is_some_and(|i| is_plural_role(cx, i))
}

fn is_plural_role(cx: &Context, i: usize) -> bool {
    cx.lexicon.roles.get(cx.tokens.all[i].word).is_some_and(|role| role.plural)
}

fn is_party(role: RoleWord) -> bool {
    role.kind == RoleKind::Person && !role.plural && matches!(role.title, "democrat" | "republican" | "socialist" | "tory")
}

fn is_shared(t: &Token) -> bool {
    set::SETS.has(t, set::SHARED)
}
