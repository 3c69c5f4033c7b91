//! Who stands before a verb: its subject.

use super::mood;
use super::party::Party;
use super::scene::Scene;
use crate::claim::entity;
use crate::extract::mention::{NameKind, NameMention};
use crate::lexicon::class;

/// Finds the subjects of a verb.
pub struct Subjects<'a> {
    pub scene: &'a Scene<'a>,
    /// What the verb tells happens to people.
    pub of_people: bool,
}

impl Subjects<'_> {
    /// The subject, or the name at the head of the clause where insertions stand between: `Anna Holm, 56, of Oslo was arrested`.
    pub fn named(&self, end: usize) -> Vec<Party> {
        let s = self.scene;
        let near = self.of(end, false);
        if near.iter().any(|p| p.entity.is_some() || p.nobody) {
            return near;
        }
        let first = self.of_clause(end);
        let follows = |p: &Party| {
            let between = p.head + 1..end;
            let comma = s.is_punct(between.start, &[',']);
            let ends = class::AUXILIARY | class::RELATIVE | class::EVENT | class::CUE;
            comma && !between.clone().any(|i| s.has(i, ends) || s.is_punct(i, &[';', ':', '"', '“', '”']))
        };
        if first.iter().all(follows) && !first.is_empty() { first } else { near }
    }

    /// Who the clause is about: the noun phrase before token `end`, insertions and relative words passed over.
    /// `near`: what stands right before it is meant, not what that belongs to, as before a participle or behind a relative word.
    pub fn of(&self, mut end: usize, mut near: bool) -> Vec<Party> {
        const STEPS: usize = 5;
        let s = self.scene;
        for _ in 0..STEPS {
            while end > s.tokens.start && (s.is_adverb(end - 1) || s.date_ending(end).is_some()) {
                end = s.date_ending(end).map_or(end - 1, |d| d.tokens.start);
            }
            let Some(last) = end.checked_sub(1).filter(|i| *i >= s.tokens.start) else { return Vec::new() };
            if s.is(last, &["who", "which", "that", "on"]) {
                end = last - s.is_punct(last.wrapping_sub(1), &[',']) as usize;
                near = true;
            } else if s.is_punct(last, &[',', '—', '–', ')']) {
                // "and Jan Berg, arrested on Monday,": the participle belongs to what stands before the comma.
                if near && s.name_ending(last).is_some_and(|n| n.kind == NameKind::Person) && s.is_punct(last, &[',']) {
                    return s.name_ending(last).and_then(|n| s.party_before(n.tokens.end)).into_iter().collect();
                }
                match s.insertion_start(last) {
                    // "her son, Jan Berg, was killed"
                    Some(open) if s.name_ending(last).is_some_and(|n| n.tokens.start == open + 1 && n.kind == NameKind::Person) => {
                        return self.phrase_before(last, true);
                    }
                    Some(open) => end = open,
                    None => return Vec::new(),
                }
            } else if s.is(last, &["and", "but", "then"]) {
                return self.of_clause(last);
            } else {
                return self.phrase_before(end, near);
            }
        }
        Vec::new()
    }

    /// The noun phrase before token `end` with what is joined to it; the head of a phrase with a complement (`the head of Gazprom`).
    fn phrase_before(&self, end: usize, near: bool) -> Vec<Party> {
        let s = self.scene;
        let Some(party) = s.party_before(end) else { return Vec::new() };
        if let Some(outer) = self.governor_before(party.start) {
            return self.phrase_before(outer, true);
        }
        let mut start = party.start;
        while start > s.tokens.start && self.is_modifier(start - 1) {
            start -= 1;
        }
        // "Jan Berg of Oslo, who": a place is no person.
        let place = party.entity.as_deref().is_some_and(entity::is_place) && self.of_people;
        let near = near && !place;
        if !near && start > s.tokens.start && s.is(start - 1, &["of", "for", "from", "in", "at", "with", "near", "on", "to"]) {
            let end = start - 1 - s.is_punct(start.wrapping_sub(2), &[',']) as usize;
            return s.party_before(s.before_apposition(end)).map(|outer| self.with_complement(outer, party)).unwrap_or_default();
        }
        let mut all = s.joined_before(&party);
        all.push(party);
        all
    }

    /// `the bullet that killed Jan Berg was fired`, `a man charged with killing Jan Berg was jailed`: where the phrase before the verb is
    /// the object of another one, the token behind what that belongs to.
    fn governor_before(&self, start: usize) -> Option<usize> {
        let s = self.scene;
        let before = start.checked_sub(1).filter(|i| *i > s.tokens.start && s.is_lower(*i))?;
        // "the campaign by Jan Berg to unseat Anna Holm had failed"
        if s.is(before - 1, &["to"])
            && before > s.tokens.start + 1
            && !s.has(before, class::PREPOSITION | class::ARTICLE | class::DETERMINER)
        {
            return Some(before - 1);
        }
        let verb = Some(before).filter(|i| s.has(*i, class::EVENT))?;
        let participle = |i: usize| s.is_lower(i) && (s.has(i, class::EVENT) || s.word(i).ends_with("ed"));
        if s.word(verb).ends_with("ing") && s.is(verb - 1, &["of", "with", "for"]) && participle(verb.wrapping_sub(2)) {
            return Some(verb - 2);
        }
        let relative = mood::group(s, verb).start.checked_sub(1).filter(|i| *i > s.tokens.start)?;
        s.is(relative, &["that", "who", "which"]).then(|| relative - s.is_punct(relative - 1, &[',']) as usize)
    }

    /// `officials from Ukraine` are Ukraine's; `the head of Gazprom` stays without a name.
    fn with_complement(&self, outer: Party, inner: Party) -> Vec<Party> {
        let group = self
            .scene
            .is(outer.head, &["officials", "delegation", "troops", "forces", "negotiators", "soldiers", "government", "delegates"]);
        let entity = outer.entity.clone().or(inner.entity.filter(|_| group));
        vec![Party { entity, ..outer }]
    }

    fn is_modifier(&self, i: usize) -> bool {
        let s = self.scene;
        let word = s.token(i).is_some_and(|t| t.is_word());
        let stop =
            class::PREPOSITION | class::AUXILIARY | class::CONJUNCTION | class::RELATIVE | class::PRONOUN | class::CUE | class::EVENT;
        word && !s.has(i, stop) && s.date_at(i).is_none()
    }

    /// The first name of the clause, where the verb is joined to an earlier one by `and`.
    pub fn of_clause(&self, end: usize) -> Vec<Party> {
        const LEAD: usize = 8;
        let s = self.scene;
        let start = (s.tokens.start..end).rev().find(|i| s.is_punct(*i, &[';', ':', '"', '“', '”'])).map_or(s.tokens.start, |i| i + 1);
        let first = s.names.iter().find(|n| n.tokens.start >= start && n.tokens.end <= end);
        let fits = |n: &&NameMention| {
            let verbs = class::PREPOSITION | class::AUXILIARY | class::CUE | class::EVENT | class::PRONOUN;
            let within = (start..n.tokens.start).all(|i| !s.has(i, verbs));
            let acts = n.kind != NameKind::Place || s.is_country(&s.found.entities[n.entity].id);
            within && n.tokens.start < start + LEAD && !s.is_clitic(n.tokens.end) && acts
        };
        let Some(first) = first.filter(fits) else { return Vec::new() };
        // "Sweden and Norway initialled but did not sign"
        let second = s.name_starting(first.tokens.end + 1).filter(|n| s.is(first.tokens.end, &["and"]) && n.kind == first.kind);
        [Some(first), second].into_iter().flatten().filter_map(|n| s.party_before(n.tokens.end)).collect()
    }
}
