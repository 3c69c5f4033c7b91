//! Whose act a place locates: "Ada Lind was arrested in Riga" and "Jan Berg was arrested in Vilnius" are two acts.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use crate::claim::{Event, Part};
use crate::lexicon::{class, lexicon, stem, synonyms};
use crate::reconcile::events::only::{count, head};
use crate::reconcile::member::Member;
use crate::reconcile::story::Story;

/// The events that each sentence tells, by its number in the story.
pub type Events = FxHashMap<u64, Vec<usize>>;

/// The events of all sentences, as indices into the story's claims.
pub fn events_by_sentence(story: &Story) -> Events {
    let mut out = Events::default();
    let told = story.claims.iter().enumerate().filter(|(_, m)| m.claim.event.is_some());
    told.for_each(|(m, _)| out.entry(story.sentence_number(m)).or_default().push(m));
    out
}

/// How the acts that two places locate stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Acts {
    /// Of the same, so far as the sentences tell.
    One,
    /// Somebody or something without a name may be what the other sentence tells of, or another.
    Open,
    /// Of two people or bodies, or of two numbers of people.
    Two,
}

/// Who and what takes part in what a place locates.
#[derive(Debug, Default)]
pub struct Actors<'a> {
    /// Entities that the sentence names before the place, and those that its events name.
    named: BTreeSet<&'a str>,
    /// Whose relatives or aides take part: they themselves do not.
    owners: BTreeSet<&'a str>,
    /// Participants without a name: `noun:man`.
    nouns: BTreeSet<&'a str>,
    /// Stems of nouns that are no people: `bus`, `school` of "a school in Lund".
    things: BTreeSet<String>,
    /// By concept who does it and to whom it is done.
    casts: Vec<Cast<'a>>,
}

#[derive(Debug)]
struct Cast<'a> {
    concept: &'a str,
    doers: BTreeSet<&'a str>,
    objects: BTreeSet<&'a str>,
}

impl<'a> Actors<'a> {
    /// Those of the sentence of a place; `before`: its words up to the place.
    pub fn of(story: &'a Story, place: usize, before: &str, events: &Events) -> Self {
        let mut actors = Actors { things: located(before).into_iter().collect(), ..Actors::default() };
        for event in events.get(&story.sentence_number(place)).into_iter().flatten() {
            actors.take(story, *event);
        }
        let m = &story.claims[place];
        let claimer = m.claim.claimer.as_deref().unwrap_or_default();
        let same = |other: &&Member| {
            other.article == m.article && other.claim.sentence == m.claim.sentence && other.claim.byte_start < m.claim.byte_start
        };
        let persons = story.claims[..place].iter().rev().take_while(|o| o.article == m.article && o.claim.sentence == m.claim.sentence);
        for other in persons.filter(same) {
            if let Some(person) = other.claim.person.as_deref().filter(|p| claimer.is_empty() || !claimer.contains(&*p.name)) {
                actors.named.insert(story.entities.id(other.article, &person.entity));
            }
        }
        actors.named.retain(|n| !actors.owners.contains(n));
        actors
    }

    fn take(&mut self, story: &'a Story, member: usize) {
        let m = &story.claims[member];
        let Some(event) = m.claim.event.as_deref() else { return };
        let with = |parts: &[Part]| -> BTreeSet<&'a str> {
            let taking = event.participants.iter().filter(|p| parts.contains(&p.role));
            taking.map(|p| story.entities.id(m.article, &p.entity)).collect()
        };
        let cast = Cast { concept: concept(event), doers: with(&[Part::Agent, Part::Partner]), objects: with(&[Part::Object]) };
        let (nouns, named): (BTreeSet<&str>, BTreeSet<&str>) =
            cast.doers.union(&cast.objects).copied().partition(|e| e.starts_with("noun:"));
        if named.is_empty() && nouns.is_empty() {
            self.things.extend(m.key.head.as_deref().map(|h| synonyms::of(h).to_owned()));
        }
        self.named.extend(named.into_iter().filter(|e| !e.starts_with("place:")));
        self.nouns.extend(nouns);
        self.owners.extend(m.key.base.as_deref().map(|o| story.entities.id(m.article, o)));
        self.casts.push(cast);
    }

    /// How they stand to those of another place.
    pub fn acts(&self, other: &Actors) -> Acts {
        let apart = |x: &BTreeSet<&str>, y: &BTreeSet<&str>| !x.is_empty() && !y.is_empty() && x.is_disjoint(y);
        let belongs = |x: &Actors, y: &Actors| x.owners.iter().any(|o| y.named.contains(o)) && x.named.is_disjoint(&y.named);
        if apart(&self.named, &other.named) || self.are_cast_apart(other) || belongs(self, other) || belongs(other, self) {
            return Acts::Two;
        }
        if !self.named.is_disjoint(&other.named) {
            return Acts::One;
        }
        if self.are_counted_apart(other) {
            return Acts::Two;
        }
        let described = !self.nouns.is_empty() || !other.nouns.is_empty();
        let heads = |a: &Actors| a.nouns.iter().map(|n| head(n)).collect::<BTreeSet<_>>();
        let named = !self.named.is_empty() || !other.named.is_empty();
        let unlike =
            if named { described } else { !self.nouns.is_empty() && !other.nouns.is_empty() && heads(self).is_disjoint(&heads(other)) };
        let things = !self.things.is_empty() && !other.things.is_empty() && self.things.is_disjoint(&other.things);
        if unlike || things { Acts::Open } else { Acts::One }
    }

    /// The same is told of other people: "met Ada Lind", "met Jan Berg".
    fn are_cast_apart(&self, other: &Actors) -> bool {
        let named = |set: &BTreeSet<&str>| set.iter().filter(|e| !e.starts_with("noun:")).map(|e| (*e).to_owned()).collect::<BTreeSet<_>>();
        let unlike = |x: &BTreeSet<&str>, y: &BTreeSet<&str>| {
            let (x, y) = (named(x), named(y));
            !x.is_empty() && !y.is_empty() && !x.is_subset(&y) && !y.is_subset(&x)
        };
        let pairs = self.casts.iter().flat_map(|a| other.casts.iter().map(move |b| (a, b))).filter(|(a, b)| a.concept == b.concept);
        pairs.into_iter().any(|(a, b)| unlike(&a.doers, &b.doers) || unlike(&a.objects, &b.objects))
    }

    /// The same noun, and another number of them: 12 protesters, 40 protesters.
    fn are_counted_apart(&self, other: &Actors) -> bool {
        let unlike = |x: &str, y: &str| head(x) == head(y) && count(x).zip(count(y)).is_some_and(|(m, n)| m != n);
        self.nouns.iter().any(|x| other.nouns.iter().any(|y| unlike(x, y)))
    }
}

/// What a sided claim tells is its matter.
fn concept(event: &Event) -> &str {
    event.side.as_ref().map_or(&event.concept, |side| &side.matter)
}

/// The stem of the noun that a preposition ties to a place: `school` of "at a school in". `before`: the words up to the place.
fn located(before: &str) -> Option<String> {
    const PHRASE: usize = 3;
    let mut words = before.split_whitespace().rev().skip_while(|w| w.eq_ignore_ascii_case("the")).skip(1);
    let noun = words.next()?.to_lowercase();
    let l = lexicon();
    let classes = |w: &str| l.words.classes(l.words.id(&w.to_lowercase()));
    let verb = noun.ends_with("ed") || classes(&noun).any(class::EVENT | class::FUNCTION | class::CUE | class::TEMPORAL);
    let article = words.take(PHRASE).find(|w| classes(w).any(class::ARTICLE | class::PREPOSITION | class::AUXILIARY));
    let phrase = article.is_some_and(|w| classes(w).any(class::ARTICLE));
    (phrase && !verb && noun.chars().all(char::is_alphabetic)).then(|| synonyms::of(&stem(&noun)).to_owned())
}
