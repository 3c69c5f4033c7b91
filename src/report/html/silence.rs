//! What a source says of a row in which it has no claim: whoever reads "not mentioned" must be able to rely on it.

use rustc_hash::FxHashMap;

use super::lookup::Index;
use crate::claim::{BlockRole, Claim, Event, Source};
use crate::reconcile::group::{Group, GroupKind, GroupValue, Status};
use crate::report::elsewhere;

/// Where a source has what a row is about.
pub enum Elsewhere<'a> {
    /// In another row, and how near that is to this one.
    Row(&'a Group, &'static str),
    /// On this line, in words of which no claim was made.
    Text(u32),
}

/// What all sources say, by what a row may lack of it.
pub struct Told<'a> {
    claims: elsewhere::Elsewhere<'a>,
    /// Lines with a capitalised word of which no claim was made, by source and word.
    names: FxHashMap<(&'a str, &'a str), Vec<u32>>,
    /// The events of each source.
    events: FxHashMap<&'a str, Vec<&'a Claim>>,
}

/// What other sources have of one group.
pub struct Found<'a, 't> {
    told: &'t Told<'a>,
    by_source: FxHashMap<&'a str, &'a Claim>,
}

impl<'a> Told<'a> {
    pub fn new(index: &Index<'a>) -> Self {
        let mut events: FxHashMap<&str, Vec<&Claim>> = FxHashMap::default();
        index.report.claims.iter().filter(|c| c.event.is_some()).for_each(|c| events.entry(c.source.as_str()).or_default().push(c));
        let mut names: FxHashMap<(&str, &str), Vec<u32>> = FxHashMap::default();
        for (number, source) in index.report.sources.iter().enumerate() {
            let claimed: Vec<&Claim> =
                index.claims_of(number).map(|(_, c)| c).filter(|c| c.person.is_some() || c.place.is_some()).collect();
            unclaimed(source, &claimed).for_each(|(word, line)| names.entry((source.id.as_str(), word)).or_default().push(line));
        }
        Told { claims: elsewhere::Elsewhere::new(&index.report.claims, ""), names, events }
    }

    /// What is said of a group outside of it: names, numbers of some digits and quotations, wherever they stand.
    pub fn elsewhere(&self, index: &Index<'a>, group: &'a Group) -> Found<'a, '_> {
        let mut by_source = FxHashMap::default();
        let told = group.values.iter().filter(|v| is_telling(group, &v.display));
        for claim in told.filter_map(|v| index.common.claim(v.claims.first()?)) {
            for other in self.claims.answer(claim).1 {
                by_source.entry(other.source.as_str()).or_insert(other);
            }
        }
        Found { told: self, by_source }
    }
}

/// Whether the words of a value say what the group is about wherever they stand: a name does that whole, since two may share a part of it.
fn is_telling(group: &Group, display: &str) -> bool {
    match group.kind {
        GroupKind::Name => display.contains(' ') || display == group.label,
        GroupKind::Figure | GroupKind::Quote => true,
        GroupKind::Date | GroupKind::Role | GroupKind::Place | GroupKind::Event => false,
    }
}

/// Capitalised words of the text that stand in no name, with their lines.
fn unclaimed<'a>(source: &'a Source, claimed: &[&Claim]) -> impl Iterator<Item = (&'a str, u32)> {
    let spans: Vec<(u32, u32)> = claimed.iter().map(|c| (c.start, c.end)).collect();
    let read = |block: BlockRole| matches!(block, BlockRole::Headline | BlockRole::Crosshead | BlockRole::Body | BlockRole::Caption);
    source.sentences.iter().filter(move |s| read(s.block)).flat_map(move |s| {
        let spans = spans.clone();
        words(&s.text).filter(move |(at, _)| !spans.iter().any(|(a, b)| (*a..*b).contains(&(s.start + at)))).map(|(_, word)| (word, s.line))
    })
}

/// The capitalised words of a text, each with its place in code points.
fn words(text: &str) -> impl Iterator<Item = (u32, &str)> {
    let mut at = 0;
    text.split_inclusive(|c: char| !c.is_alphanumeric()).filter_map(move |piece| {
        let start = at;
        at += piece.chars().count() as u32;
        let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
        word.starts_with(char::is_uppercase).then_some((start, word))
    })
}

impl<'a> Found<'a, '_> {
    /// Where a source without a claim in a group has what it is about; nothing where it does not mention it.
    pub fn at(&self, index: &Index<'a>, group: &'a Group, source: usize) -> Option<Elsewhere<'a>> {
        let id = index.report.sources[source].id.as_str();
        if group.sources.iter().any(|s| s == id) {
            return None;
        }
        if let Some(other) = index.namesake(group, source) {
            return Some(Elsewhere::Row(other, "in another row"));
        }
        let row = |claim: &Claim| index.claim_number(&claim.id).and_then(|n| index.group_of(n)).filter(|g| g.id != group.id);
        if let Some((claim, other)) = self.by_source.get(id).and_then(|c| Some((c, row(c)?))) {
            return Some(Elsewhere::Row(other, if claim.figure.is_some() { "same number in another row" } else { "in another row" }));
        }
        match group.kind {
            GroupKind::Event => self.like_event(index, group, id).and_then(row).map(|g| Elsewhere::Row(g, "similar in another row")),
            GroupKind::Name if group.status != Status::SingleSource => self.in_text(index, group, id).map(Elsewhere::Text),
            _ => None,
        }
    }

    /// An act of the same kind in which the same take part, or some of them and nobody else.
    fn like_event(&self, index: &Index<'a>, group: &'a Group, source: &str) -> Option<&'a Claim> {
        let own: Vec<&Claim> = group.values.iter().filter_map(|v| index.common.claim(v.claims.first()?)).collect();
        let others = self.told.events.get(source)?;
        others.iter().copied().find(|c| own.iter().any(|o| are_alike(o, c)))
    }

    /// The line of a name of which no claim was made: the surname of a person, all words of a place.
    fn in_text(&self, index: &Index<'a>, group: &'a Group, source: &'a str) -> Option<u32> {
        let is_person = |v: &GroupValue| v.claims.first().and_then(|c| index.common.claim(c)).is_some_and(|c| c.person.is_some());
        let lines = |word| self.told.names.get(&(source, word)).map(Vec::as_slice).unwrap_or_default();
        group.values.iter().find_map(|v| {
            let mut words: Vec<&str> = words(&v.display).map(|(_, word)| word).collect();
            let last = words.pop()?;
            words.retain(|_| !is_person(v));
            lines(last).iter().copied().find(|line| words.iter().all(|w| lines(w).contains(line)))
        })
    }
}

fn are_alike(a: &Claim, b: &Claim) -> bool {
    let (Some(a), Some(b)) = (&a.event, &b.event) else { return false };
    let within = |few: &Event, many: &Event| few.participants.iter().all(|p| many.participants.iter().any(|q| p.entity == q.entity));
    let named = !a.participants.is_empty() && !b.participants.is_empty();
    named && a.concept == b.concept && (within(a, b) || within(b, a))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_count_code_points() {
        let got: Vec<(u32, &str)> = words("Für Zoë, the O'Neil-Rae").collect();
        assert_eq!(got, [(0, "Für"), (4, "Zoë"), (13, "O"), (15, "Neil"), (20, "Rae")]);
    }
}
