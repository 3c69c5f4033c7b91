//! From segments to mentions and the entities that they name.

use rustc_hash::FxHashMap;

use super::Segment;
use super::weights::Label;
use crate::extract::Context;
use crate::extract::mention::{Entity, Mentions, NameKind, NameMention};
use crate::lexicon::{PlaceType, slug};
use crate::text::fold::fold;

/// Adds the mentions of people, places and organisations, each with its entity.
pub fn gather(cx: &Context, segments: &[Segment], found: &mut Mentions) {
    let mut gatherer = Gatherer { cx, found, by_name: FxHashMap::default(), surnames: FxHashMap::default() };
    gatherer.full_names(segments);
    for s in segments {
        gatherer.mention(s);
    }
}

struct Gatherer<'a> {
    cx: &'a Context<'a>,
    found: &'a mut Mentions,
    /// Kind and folded name → entity.
    by_name: FxHashMap<(NameKind, String), usize>,
    /// Folded surname → the only person of several names with it; none when there are two.
    surnames: FxHashMap<String, Option<usize>>,
}

impl Gatherer<'_> {
    /// People of more than one name come first: bare surnames are resolved to them wherever they stand.
    fn full_names(&mut self, segments: &[Segment]) {
        for s in segments.iter().filter(|s| s.label == Label::Person) {
            let name = self.words(s);
            let Some((_, last)) = name.rsplit_once(' ') else { continue };
            let last = fold(last);
            let entity = self.entity(NameKind::Person, &name);
            let slot = self.surnames.entry(last).or_insert(Some(entity));
            if *slot != Some(entity) {
                *slot = None;
            }
        }
    }

    fn mention(&mut self, s: &Segment) {
        let kind = match s.label {
            Label::Person => NameKind::Person,
            Label::Place => NameKind::Place,
            Label::Organisation => NameKind::Organisation,
            _ => return,
        };
        let name = self.words(s);
        let known = if kind == NameKind::Person { self.surnames.get(&fold(&name)).copied().flatten() } else { None };
        let entity = known.unwrap_or_else(|| self.entity(kind, &name));
        let span = self.cx.tokens.span(s.tokens.clone());
        self.found.names.push(NameMention { span, tokens: s.tokens.clone(), kind, entity, metonym: false });
    }

    fn words(&self, s: &Segment) -> String {
        let span = self.cx.tokens.span(s.tokens.clone());
        span.of(self.cx.tokens.text).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn entity(&mut self, kind: NameKind, name: &str) -> usize {
        let (name, id, place_type) = describe(self.cx, kind, name);
        let key = (kind, id.clone());
        *self.by_name.entry(key).or_insert_with(|| {
            self.found.entities.push(Entity { kind, name, id, place_type });
            self.found.entities.len() - 1
        })
    }
}

/// The name, id and type of a new entity.
fn describe(cx: &Context, kind: NameKind, name: &str) -> (String, String, PlaceType) {
    let prefix = match kind {
        NameKind::Person => "person",
        NameKind::Place => "place",
        NameKind::Organisation => "org",
    };
    if kind == NameKind::Place
        && let Some(place) = cx.lexicon.places.named(&name.to_lowercase())
    {
        return (place.name(), format!("place:{}", place.entity()), place.place_type);
    }
    (name.to_owned(), format!("{prefix}:{}", slug(name)), PlaceType::Other)
}
