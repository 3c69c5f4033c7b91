//! Somebody introduced as `a former aide` may or may not be the one whom the article then calls `the aide, Ann Webb`; so that role is left
//! out.

use rustc_hash::FxHashMap;

use super::super::Context;
use super::super::mention::{Mentions, RoleMention};
use super::office::OfficeReader;
use super::words;
use crate::claim::RoleStatus;

/// Leaves out each role of `roles` (in order of the text) that is nothing but `the`, its head and a comma, where the article has told
/// before of somebody without a name who once was it, and of nobody else who is.
pub fn leave_out(cx: &Context, found: &Mentions, roles: &mut Vec<RoleMention>) {
    let bare = |r: &RoleMention| r.status == RoleStatus::Current && is_bare(cx, r);
    if roles.iter().any(bare) {
        let former = Former::of(cx, found, roles);
        roles.retain(|r| !(bare(r) && former.is_before(&r.title, r.tokens.start)));
    }
}

/// `the aide,`: a head alone, of which the article says nothing more, and no office that one holds at a time.
fn is_bare(cx: &Context, r: &RoleMention) -> bool {
    let article = usize::from(cx.tokens.is(r.tokens.start, "the"));
    let led = article == 1 || r.tokens.start.checked_sub(1).is_some_and(|i| cx.tokens.is(i, "the"));
    let one_of_many = words::SETS.has(&cx.tokens.all[r.tokens.end - 1], words::ONE_OF_MANY);
    led && one_of_many && r.tokens.len() == 1 + article && r.of.is_none() && cx.tokens.get(r.tokens.end).is_some_and(|t| t.is_punct(','))
}

/// The titles that somebody without a name once had, each with the token where the article first says so; none that it gives to somebody
/// without a name as held as well.
struct Former(FxHashMap<String, Option<usize>>);

impl Former {
    fn of(cx: &Context, found: &Mentions, roles: &[RoleMention]) -> Self {
        let reader = OfficeReader { cx, found };
        let mut former = Former(FxHashMap::default());
        for sentence in &cx.article.sentences {
            for at in sentence.tokens.clone().filter(|i| words::SETS.has(&cx.tokens.all[*i], words::ONE_OF_MANY)) {
                let Some(office) = reader.ending(sentence.tokens.start, at + 1) else { continue };
                let named = roles.partition_point(|r| r.tokens.end <= office.tokens.start);
                if roles.get(named).is_some_and(|r| r.tokens.start < office.tokens.end) {
                    continue;
                }
                let first = office.tokens.start;
                // "the aide" is whoever it was before
                let known = cx.tokens.is(first, "the") || first > 0 && cx.tokens.is(first - 1, "the");
                match office.status {
                    RoleStatus::Former => former.0.entry(office.title).or_insert(Some(at)),
                    _ if known => continue,
                    _ => former.0.entry(office.title).and_modify(|at| *at = None).or_insert(None),
                };
            }
        }
        former
    }

    fn is_before(&self, title: &str, token: usize) -> bool {
        self.0.get(title).copied().flatten().is_some_and(|at| at < token)
    }
}
