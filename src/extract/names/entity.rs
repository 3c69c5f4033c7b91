//! From segments to mentions and the entities that they name.

use rustc_hash::FxHashMap;

use super::Segment;
use super::people::People;
use super::place;
use super::weights::Label;
use crate::extract::Context;
use crate::extract::mention::{Entity, Mentions, NameKind, NameMention};
use crate::lexicon::{PlaceType, slug};
use crate::text::form;

/// Adds the mentions of people, places and organisations, each with its entity, and which place is said to lie in which.
pub fn gather(cx: &Context, segments: &[Segment], found: &mut Mentions) {
    let mut gatherer = Gatherer { cx, people: People::of(cx, segments), by_id: FxHashMap::default(), found };
    for s in segments {
        gatherer.mention(s);
    }
    place::containments(cx, found);
}

/// The words of a segment, with single spaces.
pub fn words(cx: &Context, s: &Segment) -> String {
    let span = cx.tokens.span(s.tokens.clone());
    span.of(cx.tokens.text).split_whitespace().collect::<Vec<_>>().join(" ")
}

struct Gatherer<'a> {
    cx: &'a Context<'a>,
    people: People,
    by_id: FxHashMap<String, usize>,
    found: &'a mut Mentions,
}

impl Gatherer<'_> {
    fn mention(&mut self, s: &Segment) {
        let (kind, entity) = match s.label {
            Label::Person => (NameKind::Person, self.person(s)),
            Label::Place => (NameKind::Place, self.place(s)),
            Label::Organisation => (NameKind::Organisation, self.organisation(s)),
            _ => return,
        };
        let span = self.cx.tokens.span(s.tokens.clone());
        let metonym = kind == NameKind::Place && place::acts(self.cx, &s.tokens, &self.found.entities[entity]);
        self.found.names.push(NameMention { span, tokens: s.tokens.clone(), kind, entity, metonym });
    }

    fn person(&mut self, s: &Segment) -> usize {
        let name = words(self.cx, s);
        let name = self.people.fullest(&name).to_owned();
        self.entity(NameKind::Person, format!("person:{}", slug(&name)), name, PlaceType::Other)
    }

    fn place(&mut self, s: &Segment) -> usize {
        let named = place::describe(self.cx, &s.tokens, words(self.cx, s));
        self.entity(NameKind::Place, named.id, named.name, named.place_type)
    }

    /// `National Rifle Association` is met again as `NRA`.
    fn organisation(&mut self, s: &Segment) -> usize {
        let name = words(self.cx, s);
        let id = format!("org:{}", slug(&name));
        let entity = self.entity(NameKind::Organisation, id, name, PlaceType::Other);
        let initials: String = self.cx.tokens.all[s.tokens.clone()]
            .iter()
            .filter(|t| t.is_capital() && !t.has(form::ALL_CAPS))
            .filter_map(|t| t.text(self.cx.tokens.text).chars().next())
            .collect();
        if initials.chars().count() > 1 {
            self.by_id.entry(format!("org:{}", slug(&initials))).or_insert(entity);
        }
        entity
    }

    /// The entity with this id, made if it is new.
    fn entity(&mut self, kind: NameKind, id: String, name: String, place_type: PlaceType) -> usize {
        if let Some(known) = self.by_id.get(&id) {
            return *known;
        }
        self.found.entities.push(Entity { kind, name, id: id.clone(), place_type });
        self.by_id.insert(id, self.found.entities.len() - 1);
        self.found.entities.len() - 1
    }
}
