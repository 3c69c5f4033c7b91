//! Results: how a vote or a match ended, as the numbers of its two sides.

use std::collections::BTreeSet;

use compact_str::CompactString;

use super::item::Item;
use crate::claim::Figure;
use crate::claim::entity;
use crate::lexicon::stem::stem;
use crate::lexicon::word_sets;
use crate::value::{Amount, Dimension};

word_sets! {
    /// Stems of words that tell of a vote.
    VOTED = 0: "stem_of_a_vote";
    /// Stems of words that tell of what stands for a while: `a record of 11-5`, `led 9-2 in the first half`.
    STANDING = 1: "stem_of_a_standing";
    /// Stems that stand with any result: that somebody voted, played or won.
    ANY = 2: "stem_of_any_result";
    /// Stems that tell one match of two teams, or one vote of a jury, from another.
    ANOTHER = 3: "stem_of_another_result";
    /// Stems of things of which a day may have several, each with a word for which it is: `the second match`.
    OF_SEVERAL = 4: "stem_of_several_results";
    WHICH = 5: "which_of_several_results";
    /// Stems of who votes.
    BODY = 6: "stem_of_voting_body";
    /// Stems of parts of a match, and of what follows it.
    PART_OF_MATCH = 7: "stem_of_part_of_match";
}

/// What the second side of a result has: 17 of "24-17".
pub fn other_side(f: &Figure) -> Option<&str> {
    f.unit.as_deref().and_then(|u| u.strip_prefix("to ")).filter(|_| f.dimension == Dimension::Ratio)
}

/// The number of at least one side differs.
pub fn differ(x: &Item, y: &Item) -> bool {
    sides(x).zip(sides(y)).is_some_and(|(a, b)| a != b)
}

/// They are results of one vote or one match of one day. Not records or leads in play, for which the words beside them are not enough.
pub fn are_of_one(x: &Item, y: &Item) -> bool {
    let of_a_vote = is_of_a_vote(x);
    let one_day = x.time.is_some() && x.time == y.time;
    let stands = |i: &Item| i.key.terms.iter().take(2).any(|t| SETS.holds(t, STANDING));
    // a jury votes on each charge
    let ends = |i: &Item| sides(i).is_some() && !stands(i) && !i.listed && !i.beside.goes_on && !i.key.terms.iter().any(|t| t == "juri");
    let one_kind = of_a_vote == is_of_a_vote(y) && tells(x, ANOTHER) == tells(y, ANOTHER) && which(x) == which(y);
    x.article != y.article && one_day && one_kind && ends(x) && ends(y) && share_the_matter(x, y, of_a_vote)
}

/// Two results of one vote or match that differ, so that one is wrong.
pub fn may_be_versions(x: &Item, y: &Item) -> bool {
    let Some((a, b)) = sides(x).zip(sides(y)) else { return false };
    let turned = (a.1, a.0) == b;
    let one = are_of_one(x, y) && tell_nothing_apart(x, y) || are_of_one_match(x, y);
    !turned && are_of_one_house(a, b) && one && is_of_part(x) == is_of_part(y)
}

/// It is of a part of a match, or of what follows it: "1-0 at half-time", "4-3 on penalties".
fn is_of_part(i: &Item) -> bool {
    const NEAR: usize = 3;
    i.key.terms.iter().take(NEAR).any(|t| SETS.holds(t, PART_OF_MATCH))
}

/// Two teams meet once a day: the sentences of both results name both, and say right beside who won. Not of a part of the match, nor of
/// other teams of the clubs.
fn are_of_one_match(x: &Item, y: &Item) -> bool {
    const NEAR: usize = 3;
    const CONTESTS: [&str; 4] = ["cup", "game", "leagu", "playoff"];
    // a team may be a mere word elsewhere
    let named = |a: &Item, b: &Item| {
        let beside = words_of_all(b);
        let teams: BTreeSet<&str> = a.key.entities.iter().filter(|e| !entity::is_person(e)).map(|e| entity::name(e)).collect();
        teams.iter().filter(|team| team.split('-').all(|w| beside.contains(&stem(w)))).count() > 1
    };
    let one_day = x.time.is_some_and(|t| t.days() <= 1) && x.time == y.time;
    let near = |i: &Item, set: u32| i.key.terms.iter().take(NEAR).any(|t| SETS.holds(t, set));
    let another = |i: &Item| i.key.terms.iter().any(|t| SETS.holds(t, ANOTHER) && !CONTESTS.contains(&t.as_str()));
    let ends = |i: &Item| {
        near(i, ANY) && !near(i, STANDING) && !another(i) && !is_of_part(i) && !i.listed && !i.beside.goes_on && !is_of_a_vote(i)
    };
    x.article != y.article && one_day && ends(x) && ends(y) && (named(x, y) || named(y, x))
}

/// The sentences of two equal results name two sides each, and none of them in common: two matches may end alike.
pub fn are_of_other_sides(x: &Item, y: &Item) -> bool {
    let sides = |i: &Item| i.key.entities.iter().filter(|e| !entity::is_person(e)).count();
    // a team may be a mere word elsewhere
    let apart = |a: &Item, b: &Item| names(a).all(|name| !words(b).contains(&name));
    // a row of points within a match, told of a team that is named for another match
    let run = |i: &Item| i.key.terms.iter().any(|t| t == "run");
    x.article != y.article && !(run(x) && run(y)) && !is_of_a_vote(x) && sides(x) > 1 && sides(y) > 1 && apart(x, y) && apart(y, x)
}

/// What was voted on, or both teams: one name or word at least, or two, beside those of any result.
fn share_the_matter(x: &Item, y: &Item, of_a_vote: bool) -> bool {
    let of_other = words(y);
    words(x).intersection(&of_other).filter(|w| !SETS.holds(w, BODY)).count() > usize::from(!of_a_vote)
}

/// At most one of them has words that the other lacks (not: an amendment, the bill), and votes are of the same bodies (not: the House, its
/// committee).
fn tell_nothing_apart(x: &Item, y: &Item) -> bool {
    let (a, b) = (words(x), words(y));
    let bodies = |words: &BTreeSet<CompactString>| words.iter().filter(|w| SETS.holds(w, BODY)).cloned().collect::<BTreeSet<_>>();
    (a.is_subset(&b) || b.is_subset(&a)) && (!is_of_a_vote(x) || bodies(&a) == bodies(&b))
}

/// The stems of the words and names beside a result: a team is a name here and a word there.
fn words(i: &Item) -> BTreeSet<CompactString> {
    i.key.terms.iter().cloned().chain(names(i)).filter(|t| !SETS.holds(t, ANY)).collect()
}

/// The same with those of any result: a team may be called after a side.
fn words_of_all(i: &Item) -> BTreeSet<CompactString> {
    i.key.terms.iter().cloned().chain(names(i)).collect()
}

/// The stems of the words of its names.
fn names<'i>(i: &'i Item) -> impl Iterator<Item = CompactString> + 'i {
    i.key.entities.iter().flat_map(|e| entity::name(e).split('-').map(stem))
}

/// Words of a vote stand with it.
pub fn is_of_a_vote(i: &Item) -> bool {
    tells(i, VOTED)
}

fn sides(i: &Item) -> Option<(Amount, Amount)> {
    let second: i64 = other_side(i.figure)?.parse().ok()?;
    Some((i.figure.amount?, Amount::from(second)))
}

/// About as many have voted or scored, within a fifth and two: if more differ, it is another chamber or another sport; of few goals one is
/// already half.
fn are_of_one_house(a: (Amount, Amount), b: (Amount, Amount)) -> bool {
    let sum = |(first, second): (Amount, Amount)| first.plus(second).map(|s| s.decimal()).unwrap_or_default();
    let (most, least) = (sum(a).max(sum(b)), sum(a).min(sum(b)));
    let slack = rust_decimal::Decimal::TWO;
    most <= least + least / rust_decimal::Decimal::from(5) + slack
}

/// The word that says which of several it is.
fn which<'a>(i: &Item<'a>) -> Option<&'a str> {
    let beside = |w: &&[CompactString]| w.iter().any(|t| SETS.holds(t, OF_SEVERAL));
    i.key.terms.windows(2).filter(beside).flatten().map(|t| t.as_str()).find(|t| SETS.holds(t, WHICH))
}

fn tells(i: &Item, set: u32) -> bool {
    i.key.terms.iter().any(|t| SETS.holds(t, set))
}
