//! Who is brought in as `a former aide` is no aide where the article goes on with `the aide, Ann Webb`.

use rustc_hash::FxHashMap;

use super::super::Context;
use super::super::mention::{Mentions, RoleMention};
use super::office::OfficeReader;
use super::words;
use crate::claim::RoleStatus;
use crate::lexicon::class;

/// Gives the status of an earlier mention without a name to each role of `roles` (in order of the text) that is nothing but `the`, its head and
/// a comma.
pub fn mend(cx: &Context, found: &Mentions, roles: &mut [RoleMention]) {
    let bare = |r: &RoleMention| is_bare(cx, r) && r.status == RoleStatus::Current;
    if !roles.iter().any(bare) {
        return;
    }
    let former = Former::of(cx, found, roles);
    for r in roles.iter_mut().filter(|r| is_bare(cx, r) && r.status == RoleStatus::Current) {
        if former.is_before(&r.title, r.tokens.start) {
            r.status = RoleStatus::Former;
        }
    }
}

/// `the aide,`: a head alone, of which the article says nothing more, and no office that one holds at a time: `the mayor,` is not who was it.
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
            for at in sentence.tokens.clone().filter(|i| cx.tokens.all[*i].is(class::ROLE)) {
                let Some(office) = reader.ending(sentence.tokens.start, at + 1) else { continue };
                let named = roles.partition_point(|r| r.tokens.end <= office.tokens.start);
                if roles.get(named).is_some_and(|r| r.tokens.start < office.tokens.end) {
                    continue;
                }
                match office.status {
                    RoleStatus::Former => former.0.entry(office.title).or_insert(Some(at)),
                    _ if office.tokens.len() > 2 => former.0.entry(office.title).and_modify(|at| *at = None).or_insert(None),
                    _ => continue,
                };
            }
        }
        former
    }

    fn is_before(&self, title: &str, token: usize) -> bool {
        self.0.get(title).copied().flatten().is_some_and(|at| at < token)
    }
}
