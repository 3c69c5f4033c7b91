//! Nominal mentions of people by their role: `Russia's leader`, `the Ukrainian president`, resolved where the article leaves no choice.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::super::Context;
use super::super::mention::{Mentions, NameKind, RoleMention};
use super::office::{Office, OfficeReader};
use super::words;
use crate::claim::RoleStatus;
use crate::lexicon::{class, word_sets};
use crate::text::Kind;

word_sets! {
    /// Words for somebody who was not mentioned before.
    NEW = 0: "somebody_else";
    POSSESSIVE = 1: "possessive";
    /// What somebody may have who has an office.
    OFFICE = 2: "post_to_hold";
    /// What somebody is called who is to get an office.
    SEEKING = 3: "seeks_office";
}

/// Titles of heads of a country or government, any of which `leader` may mean.
const LEADERS: [&str; 8] = ["president", "prime minister", "chancellor", "premier", "king", "queen", "leader", "ruler"];

/// A title, its body or place, and whether a deputy has it.
type Held<'a> = (&'a str, Option<&'a str>, bool);

/// The people of an article by the offices that they hold, where only one holds it.
struct Holders<'a> {
    /// From an office to its holder; none when there are several.
    by_office: FxHashMap<Held<'a>, Option<usize>>,
    /// Those who seek an office, by the last word of the title and the party, likewise: `Republican presidential nominee` is the
    /// `Republican nominee`. With each the whole title.
    by_party: FxHashMap<(&'a str, Party), Option<(usize, &'a str)>>,
    /// The party that a role names for a person.
    parties: FxHashMap<usize, Party>,
}

/// Parties whose adjective may stand before an office.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Party {
    Democratic,
    Republican,
}

/// The party that a phrase names: `the Republican nominee`.
fn party(cx: &Context, phrase: &Range<usize>) -> Option<Party> {
    phrase.clone().find_map(|i| match () {
        () if cx.tokens.is_any(i, &["democrat", "democratic"]) => Some(Party::Democratic),
        () if cx.tokens.is_any(i, &["gop", "republican"]) => Some(Party::Republican),
        () => None,
    })
}

fn last_word(title: &str) -> &str {
    title.rsplit(' ').next().unwrap_or(title)
}

impl<'a> Holders<'a> {
    fn new(cx: &Context, roles: &'a [RoleMention]) -> Self {
        let mut holders = Holders { by_office: FxHashMap::default(), by_party: FxHashMap::default(), parties: FxHashMap::default() };
        for r in roles {
            if let Some(party) = party(cx, &r.tokens) {
                holders.parties.entry(r.entity).or_insert(party);
                if SETS.holds(last_word(&r.title), SEEKING) {
                    let held = holders.by_party.entry((last_word(&r.title), party)).or_insert(Some((r.entity, &r.title)));
                    *held = held.filter(|(e, _)| *e == r.entity);
                }
            }
            let title = if LEADERS.contains(&r.title.as_str()) { "leader" } else { r.title.as_str() };
            let deputy = r.status == RoleStatus::Deputy;
            for key in [(r.title.as_str(), r.of.as_deref(), deputy), (title, r.of.as_deref(), deputy), (r.title.as_str(), None, deputy)] {
                let held = holders.by_office.entry(key).or_insert(Some(r.entity));
                *held = held.filter(|e| *e == r.entity);
            }
        }
        holders
    }

    /// Who holds an office that a phrase names with this party; nobody of another party, and not the deputy where the holder is meant.
    fn find(&self, (title, of, deputy): Held, party: Option<Party>) -> Option<usize> {
        let sought = party.and_then(|party| self.by_party.get(&(last_word(title), party)).copied().flatten());
        let fits = |whole: &str| whole == title || whole == last_word(title) || title == last_word(whole);
        let of_party = sought.filter(|(_, whole)| of.is_none() && fits(whole)).map(|(e, _)| e);
        let other = |e: &usize| party.is_some_and(|party| self.parties.get(e).is_some_and(|own| *own != party));
        of_party.or_else(|| self.by_office.get(&(title, of, deputy)).copied().flatten().filter(|e| !other(e)))
    }
}

/// The roles of `roles`' people that are mentioned without a name; `roles` is in order of the text.
pub fn find(cx: &Context, found: &Mentions, roles: &[RoleMention]) -> Vec<RoleMention> {
    if roles.is_empty() {
        return Vec::new();
    }
    let holders = Holders::new(cx, roles);
    let reader = OfficeReader { cx, found };
    let named = first_named(found);
    let mut out = Vec::new();
    for sentence in &cx.article.sentences {
        let heads = sentence.tokens.clone().filter(|i| cx.tokens.all[*i].is(class::ROLE | class::ROLE_END));
        for at in heads {
            let office = reader.determined(sentence.tokens.start, at).filter(|o| !is_new(cx, o) && !is_any(cx, o));
            let Some(office) = office.map(|o| reader.with_of(o)).filter(|o| !bound(found, roles, o)) else { continue };
            let known = |e: &usize| !is_one_of_many(cx, &office, at) || named[*e] < at;
            let held = (office.title.as_str(), office.of.as_deref(), office.status == RoleStatus::Deputy);
            if let Some(entity) = holders.find(held, party(cx, &office.tokens)).filter(known) {
                let Office { tokens, title, status, of, .. } = office;
                out.push(RoleMention { span: cx.tokens.span(tokens.clone()), tokens, entity, title, status, of });
            }
        }
    }
    out
}

/// By entity: the token at which the article names it first.
fn first_named(found: &Mentions) -> Vec<usize> {
    let mut named = vec![usize::MAX; found.entities.len()];
    for n in &found.names {
        named[n.entity] = named[n.entity].min(n.tokens.start);
    }
    named
}

/// An office that many hold or seek, so that its bare name means somebody who was named: `the candidate`, unlike `the director`.
fn is_one_of_many(cx: &Context, office: &Office, head: usize) -> bool {
    let seeks = SETS.holds(last_word(&office.title), SEEKING) || cx.tokens.is(head, "hopeful");
    office.of.is_none() && (seeks || words::SETS.has(&cx.tokens.all[head], words::ONE_OF_MANY))
}

/// "a lawyer", "picking the new director", "a second deputy" are not people whom the article has named, and neither is "his parole
/// officer".
fn is_new(cx: &Context, office: &Office) -> bool {
    let first = office.tokens.start;
    let before = (first.saturating_sub(2)..first).any(|i| cx.tokens.is_in(i, &SETS, NEW));
    let example = (first.saturating_sub(3)..first).any(|i| cx.tokens.is(i, "such") && cx.tokens.is(i + 1, "as"));
    before || example || cx.tokens.is_in(first, &SETS, NEW) || (first > 0 && cx.tokens.is_in(first - 1, &SETS, POSSESSIVE))
}

/// "the director of a first film" is any director, and "the director's chair" an office.
fn is_any(cx: &Context, office: &Office) -> bool {
    let end = office.tokens.end;
    let clitic = cx.tokens.get(end).is_some_and(|t| t.kind == Kind::Clitic);
    cx.tokens.is_any(end, &["of", "for"]) && cx.tokens.is_any(end + 1, &["a", "an", "any"])
        || clitic && cx.tokens.is_in(end + 1, &SETS, OFFICE)
}

/// A person's name stands beside the role, or it was bound to one.
fn bound(found: &Mentions, roles: &[RoleMention], office: &Office) -> bool {
    let at = roles.partition_point(|r| r.tokens.end <= office.tokens.start);
    let overlaps = roles.get(at).is_some_and(|r| r.tokens.start < office.tokens.end);
    let name = found.names.partition_point(|n| n.tokens.start < office.tokens.end);
    let next = found.names.get(name).filter(|n| n.kind == NameKind::Person);
    let beside = next.is_some_and(|n| n.tokens.start <= office.tokens.end + 1);
    // "the chairman, Representative | Lee"
    let titled = next.zip(roles.get(at)).is_some_and(|(n, r)| r.tokens.start == office.tokens.end + 1 && r.tokens.end == n.tokens.start);
    overlaps || beside || titled
}
