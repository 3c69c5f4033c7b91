//! Matters that have two sides, one told by one article and one by another: job cuts and new jobs, an act that was done and was not.
//!
//! A claim of a side is compared only with the other side of its matter. Agreement of such claims is no finding, and those without a
//! counterpart are not shown.

mod cast;
pub mod known;
mod occasion;
mod verdict;

use std::collections::BTreeMap;

use jiff::civil::Date;

use self::cast::Cast;
use self::known::Known;
use self::occasion::{are_told_of_two, is_of_one_time};
use self::verdict::verdict;
use super::group::{Draft, GroupKind, Verdict};
use super::names::called::Names;
use super::story::Story;
use crate::claim::{self, Modality, Part, Pole, Tense};
use crate::lexicon::events::EventConcept;
use crate::lexicon::lexicon;
use crate::value::Interval;
use crate::value::time::is_long_before;

/// A claim that tells one side.
struct Side<'a> {
    member: usize,
    article: usize,
    concept: &'static EventConcept,
    /// What its article says of it.
    told: &'a claim::Side,
    /// Who does it, by name.
    who: Vec<&'a str>,
    whom: Vec<&'a str>,
    days: Option<Interval>,
    day: Option<&'a str>,
    place: Option<&'a str>,
    claimer: Option<&'a str>,
    published: Option<Date>,
    denied: bool,
}

impl<'a> Side<'a> {
    fn of(story: &'a Story, member: usize) -> Option<Self> {
        let m = &story.claims[member];
        let event = m.claim.event.as_deref()?;
        let told = event.side.as_deref()?;
        let concept = lexicon().events.named(&event.concept).filter(|c| c.sided)?;
        let with = |parts: &[Part]| -> Vec<&str> {
            event.participants.iter().filter(|p| parts.contains(&p.role)).map(|p| story.entities.id(m.article, &p.entity)).collect()
        };
        let days = event.edtf.as_deref().and_then(Interval::parse);
        let published = story.published(member);
        if days.zip(published).is_some_and(|(d, report)| is_long_before(d.after, report)) {
            return None;
        }
        Some(Side {
            member,
            article: m.article,
            concept,
            told,
            who: with(&[Part::Agent, Part::Partner]),
            whom: with(&[Part::Object, Part::Beneficiary]),
            days,
            day: event.day.as_deref(),
            place: event.place.as_deref(),
            claimer: m.claim.claimer.as_deref(),
            published,
            denied: event.modality == Modality::Denied,
        })
    }

    fn subject(&self) -> Option<&'a str> {
        self.told.subject.as_deref()
    }

    /// It has a subject, known or not.
    fn has_a_doer(&self) -> bool {
        !self.who.is_empty() || self.told.subject.is_some() || self.told.pronoun
    }

    fn is_past(&self) -> bool {
        matches!(self.told.tense, Tense::Past | Tense::Perfect)
    }
}

/// A group for each matter whose two sides are told by two articles, except what `found` has as opposed already.
pub fn groups(story: &Story, names: &Names, found: &[Draft]) -> Vec<Draft> {
    let mut matters: BTreeMap<(&str, &str), Vec<Side>> = BTreeMap::new();
    for side in (0..story.claims.len()).filter_map(|m| Side::of(story, m)) {
        matters.entry((side.concept.name, &side.told.matter)).or_default().push(side);
    }
    // matters with a name of their own before acts that any verb tells
    let open = |sides: &[Side]| sides.iter().any(|s| ["act", "custody"].contains(&s.concept.name));
    let (open, named): (Vec<&Vec<Side>>, Vec<&Vec<Side>>) = matters.values().partition(|sides| open(sides));
    let mut known = Known::of(story, found);
    let mut drafts: Vec<Draft> = Vec::new();
    for group in named.into_iter().chain(open).flat_map(|sides| opposed(story, sides)) {
        if !known.holds(story, &group) {
            let draft = draft(story, names, group);
            known.add(story, &draft);
            drafts.push(draft);
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

impl<'a> Opposed<'a> {
    fn sides(&self) -> impl Iterator<Item = &&'a Side<'a>> {
        self.yes.iter().chain(&self.no)
    }

    /// Adds two sides of which it has at least one; the most severe verdict counts.
    fn add(&mut self, yes: &'a Side<'a>, no: &'a Side<'a>, verdict: Verdict) {
        for (list, side) in [(&mut self.yes, yes), (&mut self.no, no)] {
            if list.iter().all(|s| s.member != side.member) {
                list.push(side);
            }
        }
        if verdict.status < self.verdict.status {
            self.verdict = verdict;
        }
    }
}

/// All pairs that contradict each other, those that share a claim in one group.
fn opposed<'a>(story: &Story, sides: &'a [Side<'a>]) -> Vec<Opposed<'a>> {
    const MOST: usize = 24;
    let (yes, no): (Vec<&Side>, Vec<&Side>) = sides.iter().partition(|s| s.told.pole == Pole::Yes);
    let (yes, no) = (&yes[..yes.len().min(MOST)], &no[..no.len().min(MOST)]);
    let cast = Cast::of(sides);
    // an article that tells both sides tells of two matters, or of a change
    let both = |a: &Side, b: &Side| a.article == b.article && cast.is_of_one(a, b);
    let yes_alone: Vec<&Side> = yes.iter().copied().filter(|a| !no.iter().any(|b| both(a, b))).collect();
    let no_alone: Vec<&Side> = no.iter().copied().filter(|b| !yes.iter().any(|a| both(a, b))).collect();
    let mut out: Vec<Opposed> = Vec::new();
    for a in yes_alone {
        for b in &no_alone {
            if a.article == b.article || !cast.is_of_one(a, b) || !is_of_one_time(a, b) || are_told_of_two(story, a, b) {
                continue;
            }
            let Some(verdict) = verdict(a, b) else { continue };
            match out.iter_mut().find(|g| g.sides().any(|s| s.member == a.member || s.member == b.member)) {
                Some(group) => group.add(a, b, verdict),
                None => out.push(Opposed { yes: vec![a], no: vec![b], verdict }),
            }
        }
    }
    out
}

fn draft(story: &Story, names: &Names, group: Opposed) -> Draft {
    let first = group.no[0];
    let mut who: Vec<&str> = Vec::new();
    for e in group.sides().flat_map(|s| s.who.iter().chain(&s.whom)) {
        if !who.contains(e) && who.len() < 3 {
            who.push(e);
        }
    }
    let called: Vec<String> = who.iter().map(|e| names.name(e, story.sentence(first.member))).collect();
    let what = if first.concept.name == "act" { &first.told.matter } else { first.concept.label };
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
pub fn is_of_a_side(claim: &claim::Claim) -> bool {
    claim.event.as_deref().is_some_and(|e| lexicon().events.named(&e.concept).is_some_and(|c| c.sided))
}
