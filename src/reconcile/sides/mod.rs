//! Matters that have two sides, one told by one article and one by another: job cuts and new jobs, an act that was done and was not.
//!
//! What tells a side is compared with nothing but the other side of the same matter, so that agreement of these claims is no finding; those
//! without a counterpart take no part and are not shown.

mod cast;
mod occasion;
mod verdict;

use std::collections::BTreeMap;

use jiff::civil::Date;

use self::cast::Cast;
use self::occasion::{are_told_of_two, is_of_one_time};
use self::verdict::verdict;
use super::called::Names;
use super::events::is_long_before;
use super::group::{Draft, GroupKind, Status, Verdict};
use super::story::Story;
use crate::claim::{Modality, Part};
use crate::lexicon::events::EventConcept;
use crate::lexicon::lexicon;
use crate::value::Interval;

#[derive(Clone, Copy, PartialEq)]
enum Tense {
    Past,
    /// What has been done, or not, by the time of the report.
    Perfect,
    Now,
    Ahead,
}

/// A claim that tells one side.
struct Side<'a> {
    member: usize,
    line: usize,
    concept: &'static EventConcept,
    verb: &'a str,
    yes: bool,
    /// Who does it, by name.
    who: Vec<&'a str>,
    /// By a noun.
    subject: Option<&'a str>,
    whom: Vec<&'a str>,
    head: Option<&'a str>,
    number: Option<&'a str>,
    of: Option<&'a str>,
    tense: Tense,
    days: Option<Interval>,
    day: Option<&'a str>,
    place: Option<&'a str>,
    claimer: Option<&'a str>,
    published: Option<Date>,
    denied: bool,
    /// It is told of nobody: `no one was hurt`.
    nobody: bool,
}

/// The groups of matters of which two articles tell the two sides, but for what `found` has as opposed already.
pub fn groups(story: &Story, names: &Names, found: &[Draft]) -> Vec<Draft> {
    let mut matters: BTreeMap<(&str, &str), Vec<Side>> = BTreeMap::new();
    for side in (0..story.claims.len()).filter_map(|m| side(story, m)) {
        let verb = if side.concept.name == "act" { side.verb } else { "" };
        matters.entry((side.concept.name, verb)).or_default().push(side);
    }
    // what has a name of its own before what is told by any verb
    let open = |sides: &[Side]| sides.iter().any(|s| ["act", "custody"].contains(&s.concept.name));
    let (open, named): (Vec<&Vec<Side>>, Vec<&Vec<Side>>) = matters.values().partition(|sides| open(sides));
    let mut drafts: Vec<Draft> = Vec::new();
    for group in named.into_iter().chain(open).flat_map(|sides| opposed(story, sides)) {
        if !is_known(story, &group, found.iter().chain(&drafts)) {
            drafts.push(draft(story, names, group));
        }
    }
    drafts
}

/// Two sides of one matter, with what is to be said of them.
struct Opposed<'a> {
    yes: Vec<&'a Side<'a>>,
    no: Vec<&'a Side<'a>>,
    verdict: Verdict,
}

fn side<'a>(story: &'a Story, member: usize) -> Option<Side<'a>> {
    let m = &story.claims[member];
    let event = m.claim.event.as_deref()?;
    let concept = lexicon().events.named(&event.concept).filter(|c| c.sided)?;
    let with = |parts: &[Part]| -> Vec<&str> {
        event.participants.iter().filter(|p| parts.contains(&p.role)).map(|p| story.entities.id(m.line, &p.entity)).collect()
    };
    let days = event.edtf.as_deref().and_then(Interval::parse);
    let published = story.published(member);
    if days.zip(published).is_some_and(|(d, report)| is_long_before(d.after, report)) {
        return None;
    }
    let tense = match m.key.terms.first().map(|t| t.as_str()) {
        Some("ahead") => Tense::Ahead,
        Some("now") => Tense::Now,
        Some("perfect") => Tense::Perfect,
        _ => Tense::Past,
    };
    Some(Side {
        member,
        line: m.line,
        concept,
        verb: m.key.verb.as_deref()?,
        yes: event.modality == Modality::Done,
        who: with(&[Part::Agent, Part::Partner]),
        subject: m.key.subject.as_deref(),
        whom: with(&[Part::Object, Part::Beneficiary]),
        head: m.key.head.as_deref(),
        number: m.key.modifiers.first().map(|n| n.as_str()).filter(|n| !n.is_empty()),
        of: m.key.modifiers.get(1).map(|n| n.as_str()).filter(|n| !n.is_empty()),
        tense,
        days,
        day: event.day.as_deref(),
        place: event.place.as_deref(),
        claimer: m.claim.claimer.as_deref(),
        published,
        denied: event.modality == Modality::Denied,
        nobody: m.key.base.is_some(),
    })
}

/// All pairs that contradict each other, those that share a claim in one group.
fn opposed<'a>(story: &Story, sides: &'a [Side<'a>]) -> Vec<Opposed<'a>> {
    const MOST: usize = 24;
    let (yes, no): (Vec<&Side>, Vec<&Side>) = sides.iter().partition(|s| s.yes);
    let (yes, no) = (&yes[..yes.len().min(MOST)], &no[..no.len().min(MOST)]);
    let one = Cast::of(sides);
    let mut out: Vec<Opposed> = Vec::new();
    for a in yes {
        for b in no {
            // who tells both sides tells of two matters, or of a turn
            let both =
                yes.iter().any(|y| y.line == b.line && one.is_of_one(y, b)) || no.iter().any(|n| n.line == a.line && one.is_of_one(a, n));
            if a.line == b.line || both || !one.is_of_one(a, b) || !is_of_one_time(a, b) || are_told_of_two(story, a, b) {
                continue;
            }
            let Some(verdict) = verdict(a, b) else { continue };
            match out.iter_mut().find(|g| g.yes.iter().chain(&g.no).any(|s| s.member == a.member || s.member == b.member)) {
                Some(group) => {
                    [(&mut group.yes, *a), (&mut group.no, *b)]
                        .into_iter()
                        .filter(|(list, s)| list.iter().all(|o| o.member != s.member))
                        .for_each(|(list, s)| list.push(s));
                    if verdict.status < group.verdict.status {
                        group.verdict = verdict;
                    }
                }
                None => out.push(Opposed { yes: vec![a], no: vec![b], verdict }),
            }
        }
    }
    out
}

/// Another group has two claims of the sentences of both sides as opposed.
fn is_known<'d>(story: &Story, group: &Opposed, mut found: impl Iterator<Item = &'d Draft>) -> bool {
    let sentence = |m: usize| story.sentence_number(m);
    let told = |draft: &Draft, sides: &[&Side]| {
        draft.values.iter().flat_map(|v| &v.1).any(|m| sides.iter().any(|s| sentence(s.member) == sentence(*m)))
    };
    let open = |d: &Draft| matches!(d.verdict.status, Status::Conflict | Status::Changed | Status::Unresolved);
    found.any(|d| open(d) && told(d, &group.yes) && told(d, &group.no))
}

fn draft(story: &Story, names: &Names, group: Opposed) -> Draft {
    let first = group.no[0];
    let mut who: Vec<&str> = Vec::new();
    for e in group.yes.iter().chain(&group.no).flat_map(|s| s.who.iter().chain(&s.whom)) {
        if !who.contains(e) && who.len() < 3 {
            who.push(e);
        }
    }
    let called: Vec<String> = who.iter().map(|e| names.name(e, story.sentence(first.member))).collect();
    let what = if first.concept.name == "act" { first.verb } else { first.concept.label };
    let value =
        |sides: &[&Side]| (story.claims[sides[0].member].claim.text.to_string(), sides.iter().map(|s| s.member).collect::<Vec<_>>());
    Draft {
        kind: GroupKind::Event,
        identity: format!("{}|{}|{}", first.concept.name, what, who.join("|")),
        label: if called.is_empty() { what.to_owned() } else { format!("{what}: {}", called.join(", ")) },
        values: vec![value(&group.yes), value(&group.no)],
        verdict: group.verdict,
    }
}

/// Whether a claim tells a side, and so is shown only in a group.
pub fn is_of_a_side(claim: &crate::claim::Claim) -> bool {
    claim.event.as_deref().is_some_and(|e| lexicon().events.named(&e.concept).is_some_and(|c| c.sided))
}
