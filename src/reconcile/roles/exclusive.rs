//! Titles that exclude each other: cousin and sister of one person, colonel and major, foreign minister and minister of justice.

use std::collections::{BTreeMap, BTreeSet};

use super::rank::BELOW;
use crate::claim::entity;
use crate::claim::{Role, RoleStatus};
use crate::lexicon::{lexicon, word_sets};
use crate::reconcile::group::{Reason, Status, Verdict};
use crate::reconcile::story::Story;

word_sets! {
    PARENT = 0: "kin_parent";
    CHILD = 1: "kin_child";
    SIBLING = 2: "kin_sibling";
    SPOUSE = 3: "kin_spouse";
    AUNT = 4: "kin_aunt";
    NEPHEW = 5: "kin_nephew";
    COUSIN = 6: "kin_cousin";
    GRANDPARENT = 7: "kin_grandparent";
    GRANDCHILD = 8: "kin_grandchild";
    /// Ranks of a ladder that is climbed rung by rung.
    LADDER = 9: "military_rank";
    /// What a minister is of.
    DEPARTMENT = 10: "department";
    SPOKESPERSON = 11: "spokesperson";
    /// Titles of who leads a body.
    LEADS = 12: "leads_body";
}

/// All kinds of kin.
const KIN: u32 = (1 << 9) - 1;

/// In what respect two titles exclude each other.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Axis {
    /// What somebody is to a person (an entity id).
    Kin(String),
    Rank,
    /// A cabinet has ministers with two departments, but few.
    Cabinet,
    /// Head coach or assistant coach, by the plain title.
    Level(String),
    /// Who leads a body seldom speaks for it in the press.
    Body(String),
}

/// Two offices of one person, by the names under which their claims meet.
pub struct Pair {
    pub offices: [String; 2],
    pub verdict: Verdict,
}

/// The two offices of a person that exclude each other, where no article gives both; `offices` with the claims of each.
pub fn pair<'a>(story: &Story, offices: impl Iterator<Item = (&'a str, &'a [usize])>) -> Option<Pair> {
    let mut by_axis: BTreeMap<Axis, BTreeMap<String, BTreeSet<&str>>> = BTreeMap::new();
    let mut by_office: BTreeMap<&str, &[usize]> = BTreeMap::new();
    let mut by_pronoun: BTreeSet<&str> = BTreeSet::new();
    for (office, members) in offices {
        by_office.insert(office, members);
        for m in members {
            if is_led_by_pronoun(story, *m) {
                by_pronoun.insert(office);
            }
            if let Some((axis, value)) = axis(story, *m) {
                by_axis.entry(axis).or_default().entry(value).or_default().insert(office);
            }
        }
    }
    let lines = |office: &str| by_office[office].iter().map(|m| story.claims[*m].article).collect::<BTreeSet<usize>>();
    let apart = |a: &str, b: &str| lines(a).is_disjoint(&lines(b));
    // in more time somebody may have risen
    let in_time = |a: &str, b: &str| story.are_of_one_month(by_office[a].iter().chain(by_office[b]).copied());
    by_axis.into_iter().find_map(|(axis, values)| {
        let mut named = values.values();
        let (Some(one), Some(other), None) = (named.next(), named.next(), named.next()) else { return None };
        let (a, b) = (one.first()?, other.first()?);
        (one.len() == 1 && other.len() == 1 && apart(a, b) && (axis != Axis::Rank || in_time(a, b))).then(|| Pair {
            offices: [a.to_string(), b.to_string()],
            verdict: verdict(&axis, [a, b].iter().all(|office| !by_pronoun.contains(*office))),
        })
    })
}

/// `named`: no pronoun stands for the relative.
fn verdict(axis: &Axis, named: bool) -> Verdict {
    match axis {
        Axis::Kin(_) if !named => Verdict::new(Status::Unresolved, Reason::Disjoint, "two ways to be related, perhaps to two people"),
        Axis::Kin(_) => Verdict::new(Status::Conflict, Reason::Disjoint, "two ways to be related to one person"),
        Axis::Rank => Verdict::new(Status::Conflict, Reason::Disjoint, "two ranks of one ladder"),
        Axis::Level(_) => Verdict::new(Status::Unresolved, Reason::RoleStatus, "head of the kind, and an assistant"),
        Axis::Body(_) => Verdict::new(Status::Unresolved, Reason::Identity, "head of the body, and who speaks for it"),
        Axis::Cabinet => Verdict::new(Status::Unresolved, Reason::Identity, "two departments of a cabinet, which one may have both"),
    }
}

/// `his | son`: whose son he is, is not sure.
fn is_led_by_pronoun(story: &Story, member: usize) -> bool {
    let text = story.claims[member].claim.text.as_str();
    let first = || text.split_whitespace().next();
    [story.before(member).split_whitespace().next_back(), first()].into_iter().flatten().any(|w| matches!(w, "his" | "her" | "His" | "Her"))
}

/// In what respect the role of a claim may exclude others, and its value there.
fn axis(story: &Story, member: usize) -> Option<(Axis, String)> {
    // two of one surname may be two people
    let role = story.claims[member].claim.role.as_deref().filter(|r| r.person.contains(' '))?;
    let sets = SETS.get(lexicon().words.id(&role.title));
    match () {
        () if sets & KIN != 0 => Some((Axis::Kin(relative(story, member)?), (sets & KIN).to_string())),
        () if role.status != RoleStatus::Current => None,
        () if sets & LADDER != 0 && is_rank(story, member) => Some((Axis::Rank, role.title.to_string())),
        () => department(role)
            .map(|department| (Axis::Cabinet, department))
            .or_else(|| level(role, &story.claims[member].claim.text))
            .or_else(|| Some((Axis::Body(body(story, member)?), part_in_body(&role.title)?.to_owned()))),
    }
}

/// `head coach`, `assistant coach`: the plain title, and which of the two it is.
fn level(role: &Role, text: &str) -> Option<(Axis, String)> {
    let title = role.title.as_str();
    if let Some((below, plain)) = title.split_once(' ').filter(|(first, _)| BELOW.contains(first)) {
        return Some((Axis::Level(plain.to_owned()), below.to_owned()));
    }
    let plain = title.strip_prefix("head ").unwrap_or(title);
    let head = text.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(|w| w == "head");
    head.then(|| (Axis::Level(plain.to_owned()), "head".to_owned()))
}

/// Whether a title is that of who leads a body, or of who speaks for it.
fn part_in_body(title: &str) -> Option<&'static str> {
    match () {
        () if SETS.holds(title, SPOKESPERSON) => Some("speaks"),
        () if SETS.holds(title, LEADS) => Some("leads"),
        () => None,
    }
}

/// The body whose title it is: by name, or by the noun of the owner (`the zoo's | director`) or behind it (`spokesman | for the zoo`).
fn body(story: &Story, member: usize) -> Option<String> {
    let m = &story.claims[member];
    if let Some(base) = m.key.base.as_deref().filter(|b| entity::is_body(b)) {
        return Some(story.entities.id(m.article, base).to_owned());
    }
    let text = m.claim.text.as_str();
    let owner = text.rsplit_once("'s ").or_else(|| text.rsplit_once("’s ")).map(|(owner, _)| owner);
    let of = || {
        let behind = story.behind(member);
        let rest = [" for the ", " of the ", " at the "].into_iter().find_map(|lead| behind.strip_prefix(lead))?;
        rest.split(|c: char| !c.is_alphanumeric()).next()
    };
    let noun = owner.map(|o| o.trim_start_matches("the ")).or_else(of)?;
    (noun.starts_with(char::is_lowercase) && !noun.contains(' ')).then(|| noun.to_owned())
}

/// Whose kin somebody is: a person by name or the holder of an office, but not of "the victim", who may be any.
fn relative(story: &Story, member: usize) -> Option<String> {
    let m = &story.claims[member];
    let base = m.key.base.as_deref().filter(|b| entity::is_person(b));
    base.map(|b| story.entities.id(m.article, b).to_owned()).or_else(|| in_office(story, member))
}

/// `the mayor's | sister`, `a sister | of the mayor`: the one who has it where the story is told.
fn in_office(story: &Story, member: usize) -> Option<String> {
    const OFFICES: [&str; 10] =
        ["chancellor", "emperor", "governor", "king", "mayor", "pope", "premier", "president", "prime minister", "queen"];
    let text = story.claims[member].claim.text.as_str();
    let before = text.rsplit_once("'s ").or_else(|| text.rsplit_once("’s ")).map(|(owner, _)| owner);
    let behind = story.behind(member).strip_prefix(" of the ").map(|rest| rest.split([',', '.', ';', ':']).next().unwrap_or(rest));
    let owner = before.or(behind)?.trim_start_matches("the ").trim();
    OFFICES.contains(&owner).then(|| owner.to_owned())
}

/// `Colonel | Lee`
fn is_rank(story: &Story, member: usize) -> bool {
    let before_name = story.behind(member).trim_start().starts_with(char::is_uppercase);
    before_name && story.claims[member].claim.text.starts_with(char::is_uppercase)
}

/// The department of a minister, one spelling for those of both sides of the ocean.
fn department(role: &Role) -> Option<String> {
    let department = role.title.strip_suffix(" minister").filter(|d| is_in_departments(d))?;
    Some(department.replace("ence", "ense").replace("our", "or"))
}

fn is_in_departments(word: &str) -> bool {
    SETS.holds(word, DEPARTMENT)
}
