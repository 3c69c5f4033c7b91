//! Who stands before a verb: its subject.

use super::mood;
use super::party::Party;
use super::scene::Scene;
use crate::claim::{Modality, entity};
use crate::extract::mention::{NameKind, NameMention};
use crate::lexicon::class;

/// Prepositions behind which the complement of a noun stands.
const COMPLEMENTS: [&str; 9] = ["of", "for", "from", "in", "at", "with", "near", "on", "to"];

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
            comma && !between.clone().any(|i| s.has(i, ends) || s.is_punct(i, &[';', ':', '“', '”']))
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
                let comma = s.is_punct(last.wrapping_sub(1), &[',']);
                end = last - comma as usize;
                near = true;
                // "the lawyer acting for the officer, who was charged": whoever stands right before the comma
                if let Some(person) = s.party_before(end).filter(|p| comma && s.is(last, &["who"]) && self.is_person(p)) {
                    return s.joined_before(&person).into_iter().chain([person]).collect();
                }
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

    /// Whom a participle behind token `end` describes; where that is said to be somebody with a name (`Holm became the fifth coach | fired`),
    /// who is named.
    pub fn of_participle(&self, end: usize) -> Vec<Party> {
        const COPULAS: [&str; 6] = ["became", "become", "becomes", "been", "is", "was"];
        let s = self.scene;
        let own = self.of(end, true);
        let [party] = &own[..] else { return own };
        let copula = party.start.checked_sub(1).filter(|i| s.tokens.contains(i) && s.is(*i, &COPULAS));
        let is_one = party.entity.is_none() && s.is_person_noun(party.head) && s.has(party.start, class::ARTICLE);
        let Some(copula) = copula.filter(|_| is_one) else { return own };
        let group = mood::group(s, copula);
        let named = self.of(group.start, false);
        let by_name = |p: &Party| !s.has(p.head, class::PRONOUN);
        let one = named.len() == 1 && by_name(&named[0]) && named[0].entity.as_deref().is_some_and(entity::is_person);
        if one && (group.modality == Modality::Done || group.would) { named } else { own }
    }

    fn is_person(&self, party: &Party) -> bool {
        party.entity.as_deref().is_some_and(entity::is_person) || self.scene.is_person_noun(party.head)
    }

    /// The noun phrase before token `end` with what is joined to it; the head of a phrase with a complement (`the head of Gazprom`).
    fn phrase_before(&self, end: usize, near: bool) -> Vec<Party> {
        let s = self.scene;
        let Some(party) = s.party_before(end) else { return Vec::new() };
        let start = self.opening(party.start);
        if let Some(outer) = self.governor_before(party.start).or_else(|| self.governor_before(start)) {
            return self.of(outer, true);
        }
        // "Jan Berg of Oslo, who": a place is no person.
        let place = party.entity.as_deref().is_some_and(entity::is_place) && self.of_people;
        let near = near && !place;
        if !near && start > s.tokens.start && s.is(start - 1, &COMPLEMENTS) {
            return self.complemented(start - 1, party);
        }
        if let Some(outer) = self.participle_before(start) {
            return self.of(outer, true);
        }
        let mut all = s.joined_before(&party);
        all.push(party);
        all
    }

    /// The phrase that has what stands behind the preposition at token `at` for its complement: in `the head of the union of nurses` the
    /// head.
    fn complemented(&self, at: usize, inner: Party) -> Vec<Party> {
        let s = self.scene;
        if let Some(outer) = self.participle_before(at + 1) {
            return self.of(outer, true);
        }
        let end = at - s.is_punct(at.wrapping_sub(1), &[',']) as usize;
        let Some(outer) = s.party_before(s.before_apposition(end)) else { return Vec::new() };
        let start = self.opening(outer.start);
        if let Some(further) = self.governor_before(start) {
            return self.of(further, true);
        }
        // "a photo of Jan Berg" that somebody carries, "the killing of Jan Berg" over which somebody is wanted
        let whole = match start.checked_sub(1).filter(|i| *i > s.tokens.start && s.is(*i, &COMPLEMENTS)) {
            Some(further) => self.complemented(further, outer.clone()),
            None => self.participle_before(start).map(|end| self.of(end, true)).unwrap_or_default(),
        };
        if whole.is_empty() { self.with_complement(outer, inner) } else { whole }
    }

    /// The token before which a phrase ends that a participle describes, where what begins at token `start` stands behind its preposition:
    /// `a man | wanted over`, `a nurse | employed by`. None for a finite verb.
    fn participle_before(&self, start: usize) -> Option<usize> {
        let s = self.scene;
        let verb = start.checked_sub(2).filter(|i| *i > s.tokens.start && s.is_lower(*i) && s.has(start - 1, class::PREPOSITION))?;
        // "a suspect identified as Jan Berg" is Jan Berg
        let form =
            (s.word(verb).ends_with("ed") || s.word(verb).ends_with("ing") || s.has(verb, class::EVENT)) && !s.is(start - 1, &["as"]);
        let group = mood::group(s, verb).start;
        let noun = |i: usize| s.is_person_noun(i) && !s.has(i, class::CUE);
        let relative = |i: usize| s.is(i, &["who", "which"]);
        group.checked_sub(1).filter(|i| form && (noun(*i) && group == verb || relative(*i))).map(|_| group)
    }

    /// The first token of the phrase whose name or noun begins at token `start`, with the titles and adjectives before it.
    fn opening(&self, mut start: usize) -> usize {
        while start > self.scene.tokens.start && self.is_modifier(start - 1) {
            start -= 1;
        }
        start
    }

    /// `the bullet that killed Jan Berg was fired`, `a man charged with killing Jan Berg was jailed`: where the phrase before the verb is
    /// the object of another one, the token behind what that belongs to.
    fn governor_before(&self, start: usize) -> Option<usize> {
        let s = self.scene;
        let before = start.checked_sub(1).filter(|i| *i > s.tokens.start && s.is_lower(*i))?;
        let function = class::PREPOSITION | class::ARTICLE | class::DETERMINER | class::PRONOUN | class::RELATIVE | class::CONJUNCTION;
        if s.has(before, function) {
            return None;
        }
        // "the campaign by Jan Berg to unseat Anna Holm had failed", "a man believed to have robbed Jan Berg was held"
        let group = mood::group(s, before);
        if let Some(to) = group.to.filter(|to| *to > s.tokens.start) {
            return Some(self.described(to));
        }
        if let Some(verb) = self.gerund_before(before, group.start) {
            return Some(verb);
        }
        let relative = group.start.checked_sub(1).filter(|i| *i > s.tokens.start)?;
        let verb = s.has(before, class::EVENT) || s.word(before).ends_with("ed");
        let noun = !s.has(relative - 1, class::CUE) && s.is(relative, &["that", "who", "which"]);
        (verb && noun).then(|| relative - s.is_punct(relative - 1, &[',']) as usize)
    }

    /// The token behind what the gerund or participle at token `verb`, whose verbal group begins at token `from`, belongs to: `a man | accused
    /// of killing`, `a man | suspected of having stabbed`, `a nurse | treating`.
    fn gerund_before(&self, verb: usize, from: usize) -> Option<usize> {
        let s = self.scene;
        let gerund = if s.is(from, &["having"]) { from } else { verb };
        if !s.word(gerund).ends_with("ing") {
            return None;
        }
        let before = gerund.checked_sub(1).filter(|i| *i > s.tokens.start)?;
        let participle = |i: usize| s.is_lower(i) && (s.has(i, class::EVENT) || s.word(i).ends_with("ed") || s.is(i, &["guilty"]));
        if s.is(before, &["of", "with", "for"]) {
            return participle(before - 1).then(|| self.described(before - s.is(before - 1, &["guilty"]) as usize));
        }
        self.is_described(gerund).then_some(gerund)
    }

    /// The gerund at a token goes on behind the noun of a person: `a nurse treating`.
    fn is_described(&self, gerund: usize) -> bool {
        let s = self.scene;
        let noun = gerund.checked_sub(1).filter(|i| s.tokens.contains(i));
        s.is_lower(gerund) && s.word(gerund).len() > 4 && s.word(gerund).ends_with("ing") && noun.is_some_and(|i| s.is_person_noun(i))
    }

    /// The token before which the phrase ends that a participle before token `at` describes: `a man | believed | to`; that token itself
    /// where none stands there.
    fn described(&self, at: usize) -> usize {
        let s = self.scene;
        let participle = at.checked_sub(1).filter(|i| *i > s.tokens.start && s.is_lower(*i));
        let participle = participle.filter(|i| s.has(*i, class::EVENT) || s.word(*i).ends_with("ed"));
        participle.map_or(at, |i| mood::group(s, i).start)
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
        // "federal judge Ann Lee": an office that is a verb's form too
        let office = s.is_lower(i) && s.has(i, class::ROLE) && s.name_starting(i + 1).is_some();
        word && (office || !s.has(i, stop)) && s.date_at(i).is_none() && !self.is_described(i)
    }

    /// The first name of the clause, where the verb is joined to an earlier one by `and`.
    fn of_clause(&self, end: usize) -> Vec<Party> {
        const LEAD: usize = 8;
        let s = self.scene;
        let start = (s.tokens.start..end).rev().find(|i| s.is_punct(*i, &[';', ':', '“', '”'])).map_or(s.tokens.start, |i| i + 1);
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
