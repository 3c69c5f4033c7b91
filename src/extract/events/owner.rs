//! Whose relative or aide somebody without a name is: `Ada Lind's bodyguard`, `the son of the mayor`.

use super::mood;
use super::party::Party;
use super::scene::Scene;
use super::subject::Subjects;
use crate::claim::Short;
use crate::extract::mention::NameKind;
use crate::lexicon::class;

/// The person whose relative or aide the subject of the verb at a token is: what is told of the aide is not told of that person.
pub fn owner_of_subject(scene: &Scene, verb: usize) -> Option<Short> {
    let subject = Subjects { scene, of_people: true }.of(mood::group(scene, verb).start, false);
    if subject.iter().any(|p| p.entity.is_some()) {
        return None;
    }
    subject.iter().find_map(|p| scene.owner_of(p, verb))
}

impl Scene<'_> {
    /// The person to whom a party without a name belongs, or whom else its phrase names (`a man accused of robbing Ada Lind`), as an
    /// entity id; `noun:mayor` where the article names none. `verb`: the token of the verb of which it takes part.
    pub fn owner_of(&self, party: &Party, verb: usize) -> Option<Short> {
        let nameless = party.entity.as_deref().is_none_or(|e| e.starts_with("noun:"));
        if !nameless || !self.is_person_noun(party.head) {
            return None;
        }
        if let Some(clitic) = (party.start..party.head).rev().find(|i| self.is_clitic(*i)) {
            return self.person_ending(clitic);
        }
        let pronoun = [party.start, party.start.wrapping_sub(1)].into_iter().find(|i| self.is(*i, &["his", "her"]));
        if let Some(pronoun) = pronoun {
            return self.owner(pronoun);
        }
        let next = party.head + 1;
        let of_noun = || self.party_after(next + 1).filter(|_| self.is(next, &["of", "to"])).and_then(|(p, _)| self.noun_of_person(p.head));
        self.named_behind(next, if next <= verb { verb } else { self.tokens.end }).or_else(of_noun)
    }

    /// The first person named from token `from` on, up to token `end` or the end of the clause; not one who is said to be it.
    fn named_behind(&self, from: usize, end: usize) -> Option<Short> {
        const SAME: [&str; 7] = ["as", "be", "being", "called", "is", "named", "was"];
        let goes_on = |i: &usize| self.token(*i).is_some_and(|t| t.punct().is_none()) && !self.has(*i, class::CONJUNCTION);
        let name = (from..end).take_while(goes_on).find_map(|i| self.name_starting(i)).filter(|n| n.kind == NameKind::Person)?;
        let said = (from..name.tokens.start).any(|i| self.is(i, &SAME));
        (!said).then(|| self.entity(name))
    }

    fn person_ending(&self, end: usize) -> Option<Short> {
        match self.name_ending(end) {
            Some(name) => Some(name).filter(|n| n.kind == NameKind::Person).map(|n| self.entity(n)),
            None => self.noun_of_person(end.wrapping_sub(1)),
        }
    }

    /// Whom the noun at a token stands for: the only person of the article with that title, or somebody without a name.
    fn noun_of_person(&self, noun: usize) -> Option<Short> {
        if !self.is_person_noun(noun) {
            return None;
        }
        let word = self.word(noun).to_lowercase();
        let mut titled = self.found.roles.iter().filter(|r| r.title.rsplit(' ').next() == Some(&word)).map(|r| r.entity);
        let first = titled.next().filter(|first| titled.all(|e| e == *first));
        Some(first.map_or_else(|| Short::from(format!("noun:{word}")), |e| Short::from(&self.found.entities[e].id)))
    }
}
