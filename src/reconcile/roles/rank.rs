//! One article gives a person an office and another only the rank of an assistant or deputy, and somebody else holds the office.

use rustc_hash::FxHashSet;

use crate::claim::{Claim, RoleStatus};
use crate::reconcile::story::Story;

/// Ranks below the office that they stand before.
pub const BELOW: [&str; 3] = ["assistant", "associate", "deputy"];

/// The claims of one person's office with a lower rank before it, and those without.
pub struct Ranks<'a> {
    /// The office without the rank.
    pub office: &'a str,
    pub ranked: Vec<usize>,
    pub plain: Vec<usize>,
    /// Somebody else is told to hold that very office.
    pub held_by_another: bool,
}

/// The claims with a rank and those without, if no article has both.
pub fn two_ranks<'a>(story: &'a Story, members: &[usize]) -> Option<Ranks<'a>> {
    let claim = |m: &usize| story.claims[*m].claim;
    let current = members.iter().copied().filter(|m| !matches!(status(claim(m)), None | Some(RoleStatus::Former)));
    let (ranked, plain): (Vec<usize>, Vec<usize>) = current.partition(|m| is_below(claim(m)));
    let lines = |list: &[usize]| list.iter().map(|m| story.claims[*m].article).collect::<FxHashSet<usize>>();
    let apart = lines(&ranked).is_disjoint(&lines(&plain));
    let office = ranked.first().map(|m| plain_title(claim(m)))?;
    let one = ranked.iter().chain(&plain).all(|m| plain_title(claim(m)) == office);
    let held_by_another = held_by_another(story, members[0], office);
    (!plain.is_empty() && apart && one).then_some(Ranks { office, ranked, plain, held_by_another })
}

fn status(claim: &Claim) -> Option<RoleStatus> {
    claim.role.as_ref().map(|r| r.status)
}

fn is_below(claim: &Claim) -> bool {
    let first = claim.role.as_ref().and_then(|r| r.title.split(' ').next());
    status(claim) == Some(RoleStatus::Deputy) || first.is_some_and(|word| BELOW.contains(&word))
}

/// The title without its rank.
fn plain_title(claim: &Claim) -> &str {
    let title = claim.role.as_ref().map_or("", |r| r.title.as_str());
    title.split_once(' ').filter(|(first, _)| BELOW.contains(first)).map_or(title, |(_, rest)| rest)
}

/// Somebody else is said to hold the office now, without a rank before it.
fn held_by_another(story: &Story, member: usize, office: &str) -> bool {
    let person = |m: usize| story.claims[m].claim.role.as_ref().map(|r| story.entities.id(story.claims[m].article, &r.entity));
    let holds = |m: &usize| {
        let claim = story.claims[*m].claim;
        status(claim) == Some(RoleStatus::Current) && !is_below(claim) && plain_title(claim) == office
    };
    (0..story.claims.len()).filter(holds).any(|m| person(m) != person(member))
}
