//! From segments to mentions and the entities that they name.

use std::borrow::Cow;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::Segment;
use super::bearers::{Bearers, Mention, follows_kin, follows_office, sentence_of};
use super::firms;
use super::people::{Met, People};
use super::place;
use super::weights::Label;
use super::words::{has, is_of_court, leads_thing, set};
use crate::extract::Context;
use crate::extract::mention::{Entity, Mentions, NameKind, NameMention};
use crate::lexicon::{Gender, PlaceType, append_slug, class};
use crate::text::fold::is_dotted;
use crate::text::form;
use crate::value::NameForm;

/// Adds the mentions of people, places and organisations, each with its entity, and which place is said to lie in which.
pub fn gather<'a>(cx: &'a Context<'a>, segments: &[Segment], found: &mut Mentions) {
    let numbered = Numbered::of(cx, segments);
    let people = People::of(&numbered.forms, &numbered.met);
    let bearers = Bearers::of(cx, segments, &numbered.persons, &people);
    let mut gatherer = Gatherer::new(cx, found, segments.len(), numbered.names.len(), bearers);
    let mut persons = numbered.persons.iter();
    for s in segments {
        match s.label {
            Label::Person => {
                let Some(name) = persons.next() else { continue };
                let name = gatherer.meant(*name, s, &people, &numbered.forms);
                let entity = gatherer.person(name, &numbered.names[name]);
                gatherer.mention(s, NameKind::Person, entity);
            }
            Label::Place => {
                let entity = gatherer.place(s);
                gatherer.mention(s, NameKind::Place, entity);
            }
            Label::Organisation => {
                let entity = gatherer.organisation(s);
                gatherer.mention(s, NameKind::Organisation, entity);
                gatherer.places_inside(s);
            }
            Label::Other if cx.tokens.all[s.tokens.clone()].iter().any(leads_thing) => {}
            Label::Other | Label::People => gatherer.places_inside(s),
            Label::None => {}
        }
    }
    place::containments(cx, found);
}

/// The words of a segment, with single spaces, and without the brackets that an editor set around some of them.
fn words<'a>(cx: &'a Context<'a>, s: &Segment) -> Cow<'a, str> {
    let words = cx.tokens.words(s.tokens.clone());
    if words.contains(['[', ']']) { Cow::Owned(words.replace(['[', ']'], "")) } else { words }
}

/// The name of a body without what the style of an outlet adds: `F.B.I.` is `FBI`, `The New York Times` begins with no article.
fn unstyled(name: &str) -> Cow<'_, str> {
    let name = name.strip_prefix("The ").or(name.strip_prefix("the ")).unwrap_or(name);
    if name.contains('.') {
        let plain = |word: &str| if is_dotted(word) { word.replace('.', "") } else { word.to_owned() };
        Cow::Owned(name.split(' ').map(plain).collect::<Vec<_>>().join(" "))
    } else {
        Cow::Borrowed(name)
    }
}

/// The word before a bare name that says that it is a surname, or a queen's: `Mrs`, `Queen`.
fn title_before<'a>(cx: &'a Context<'a>, s: &Segment) -> Option<&'a str> {
    let bare = s.tokens.len() == 1;
    let last = s.tokens.start.checked_sub(1).filter(|_| bare)?;
    let at = if cx.tokens.all[last].is_punct('.') { last.checked_sub(1)? } else { last };
    let token = &cx.tokens.all[at];
    (token.is(class::TITLE) && token.is_capital()).then(|| token.text(cx.tokens.text))
}

/// The distinct names of people in an article, and the number of each mention's name.
struct Numbered<'a> {
    names: Vec<Cow<'a, str>>,
    /// The same with the title before a bare name.
    forms: Vec<Cow<'a, str>>,
    /// How they are met first.
    met: Vec<Met>,
    persons: Vec<usize>,
}

impl<'a> Numbered<'a> {
    fn of(cx: &'a Context<'a>, segments: &[Segment]) -> Self {
        let mut numbers: FxHashMap<Cow<str>, usize> = FxHashMap::default();
        let mut numbered = Numbered { names: Vec::new(), forms: Vec::new(), met: Vec::new(), persons: Vec::new() };
        // where the one word ends by which somebody was named just before
        let mut given: Option<usize> = None;
        for s in segments.iter().filter(|s| s.label == Label::Person) {
            let joint =
                given.is_some_and(|end| end + 1 == s.tokens.start && cx.tokens.all[end].is(class::CONJUNCTION)) && s.tokens.len() > 1;
            given = (s.tokens.len() == 1).then_some(s.tokens.end);
            let in_office = follows_office(cx, s);
            let name = words(cx, s);
            let form = title_before(cx, s).map_or_else(|| name.clone(), |title| Cow::Owned(format!("{title} {name}")));
            let number = *numbers.entry(form).or_insert_with_key(|form| {
                numbered.names.push(name);
                numbered.forms.push(form.clone());
                numbered.met.push(Met { sentence: sentence_of(cx, s), beside_kin: follows_kin(cx, s), joint, in_office });
                numbered.names.len() - 1
            });
            numbered.met[number].in_office |= in_office;
            numbered.persons.push(number);
        }
        numbered
    }
}

struct Gatherer<'a> {
    cx: &'a Context<'a>,
    found: &'a mut Mentions,
    by_id: FxHashMap<String, usize>,
    /// The entities by what leads to them without making an id: the number of a name, of a place of the table, or the words of a mention.
    people: Vec<Option<usize>>,
    places: FxHashMap<u32, usize>,
    other_places: FxHashMap<Cow<'a, str>, usize>,
    organisations: FxHashMap<Cow<'a, str>, usize>,
    /// The sentence of a bearer's last mention, by the number of the fullest form of the name.
    latest: Vec<Option<usize>>,
    bearers: Bearers,
    /// Whether an entity is a capital or seat that may stand for a government.
    seats: Vec<bool>,
}

impl<'a> Gatherer<'a> {
    /// `mentions` and `names` (of people) say for about how many to make room.
    fn new(cx: &'a Context<'a>, found: &'a mut Mentions, mentions: usize, names: usize, bearers: Bearers) -> Self {
        found.names.reserve(mentions);
        Gatherer {
            cx,
            found,
            by_id: FxHashMap::with_capacity_and_hasher(mentions / 2, FxBuildHasher),
            people: vec![None; names],
            places: FxHashMap::default(),
            other_places: FxHashMap::default(),
            organisations: FxHashMap::default(),
            latest: vec![None; names],
            bearers,
            seats: Vec::new(),
        }
    }

    fn mention(&mut self, s: &Segment, kind: NameKind, entity: usize) {
        let span = self.cx.tokens.span(s.tokens.clone());
        let metonym = self.seats[entity] && place::acts(self.cx, &s.tokens);
        self.found.names.push(NameMention { span, tokens: s.tokens.clone(), kind, entity, metonym, slot: None, site: None });
    }

    /// The number of the fullest form of a person's name. A surname alone is that of the one whom [`Bearers`] tells, else of the one of
    /// several who was named in full at most two sentences before; else it stays by itself.
    fn meant(&mut self, name: usize, s: &Segment, people: &People, forms: &[Cow<str>]) -> usize {
        const NEAR: usize = 2;
        let sentence = sentence_of(self.cx, s);
        let full = people.fullest(name);
        let by_surname = |full: usize| forms[full].rsplit(' ').next().is_some_and(|last| last.eq_ignore_ascii_case(&forms[name]));
        let bare = s.tokens.len() == 1 && title_before(self.cx, s).is_none();
        if people.sharing(name).is_empty() && (!bare || !by_surname(full)) {
            self.bearers.name(full, sentence);
            self.latest[full] = Some(sentence);
            return full;
        }
        let is_she = |full: usize| NameForm::new(&forms[full]).given_gender().map(|g| g == Gender::Female);
        let told = self.bearers.meant(self.cx, &Mention { name, sentence, segment: s }, people, is_she);
        let fitting = people.sharing(name).iter().filter(|p| self.bearers.may_be(**p, sentence));
        let last = || fitting.filter_map(|p| Some((self.latest[*p]?, *p))).max();
        let meant = told.or_else(|| last().filter(|(last, _)| last + NEAR >= sentence).map(|(_, p)| p)).unwrap_or(name);
        if told == Some(meant) {
            self.bearers.go_on(meant, sentence);
        }
        self.latest[meant] = Some(sentence);
        meant
    }

    /// The person of the name with this number.
    fn person(&mut self, number: usize, name: &str) -> usize {
        if let Some(known) = self.people[number] {
            return known;
        }
        let entity = self.entity(NameKind::Person, id("person:", name), || name.to_owned(), PlaceType::Other);
        self.people[number] = Some(entity);
        entity
    }

    fn place(&mut self, s: &Segment) -> usize {
        let shared = place::shared_kind(self.cx, &s.tokens);
        let hotel = firms::is_before_hotel(self.cx, &s.tokens);
        if let (None, false, Some(number)) = (shared, hotel, place::number(self.cx, &s.tokens)) {
            return self.known_place(number);
        }
        let mut words = words(self.cx, s);
        if let Some((kind, _)) = shared {
            words = Cow::Owned(format!("{words} {kind}"));
        } else if hotel {
            words = Cow::Owned(format!("{words} Hotel"));
        }
        if let Some(known) = self.other_places.get(&words) {
            return *known;
        }
        let entity = match self.cx.lexicon.places.number(&words.to_lowercase()) {
            Some(number) => self.known_place(number),
            None => {
                let kind = shared.map_or_else(|| place::kind_of(self.cx, &s.tokens), |(_, kind)| kind);
                // "The Narrows" and "the Narrows" are one
                let bare = words.strip_prefix("The ").unwrap_or(&words);
                self.entity(NameKind::Place, id("place:", bare), || words.clone().into_owned(), kind)
            }
        };
        self.other_places.insert(words, entity);
        entity
    }

    /// `Bank of Uganda`: places in a longer name that say where a body is at home. Well-known names are left whole: `Lok Sabha`.
    fn places_inside(&mut self, s: &Segment) {
        let tokens = self.cx.tokens;
        if self.cx.lexicon.organisations.exactly(&tokens.all[s.tokens.clone()]).is_some() {
            return;
        }
        let local = firms::is_local_body(self.cx, s.tokens.end);
        let mut at = s.tokens.start;
        while at < s.tokens.end {
            let found = place::inside(self.cx, at, s.tokens.end).filter(|(n, _)| *n < s.tokens.len());
            // "the University of South Florida" is in no other part of it
            let part = at > s.tokens.start && has(&tokens.all[at - 1], set::QUARTER);
            let country = |number: u32| self.cx.lexicon.places.get(number).place_type == PlaceType::Country;
            let home = |number: u32| !local || country(number);
            if let Some((n, number)) = found.filter(|(n, number)| !part && home(*number) && !is_of_court(self.cx, at + n)) {
                let inner = at..at + n;
                let entity = self.known_place(number);
                let span = tokens.span(inner.clone());
                self.found.places_inside.push(NameMention {
                    span,
                    tokens: inner,
                    kind: NameKind::Place,
                    entity,
                    metonym: false,
                    slot: None,
                    site: None,
                });
            }
            at += found.map_or(1, |(n, _)| n);
        }
    }

    /// A place of the table by its number.
    fn known_place(&mut self, number: u32) -> usize {
        if let Some(known) = self.places.get(&number) {
            return *known;
        }
        let place = self.cx.lexicon.places.get(number);
        let entity = self.entity(NameKind::Place, "place:".to_owned() + &place.entity(), || place.name(), place.place_type);
        self.places.insert(number, entity);
        entity
    }

    /// `National Rifle Association` is met again as `NRA`.
    fn organisation(&mut self, s: &Segment) -> usize {
        let words = words(self.cx, s);
        if let Some(known) = self.organisations.get(&words) {
            return *known;
        }
        let entity = self.entity(NameKind::Organisation, id("org:", &unstyled(&words)), || words.clone().into_owned(), PlaceType::Other);
        let initials: String = self.cx.tokens.all[s.tokens.clone()]
            .iter()
            .filter(|t| t.is_capital() && !t.has(form::ALL_CAPS))
            .filter_map(|t| t.text(self.cx.tokens.text).chars().next())
            .collect();
        if initials.chars().count() > 1 {
            self.by_id.entry(id("org:", &initials)).or_insert(entity);
        }
        self.organisations.insert(words, entity);
        entity
    }

    /// The entity with this id, made if it is new.
    fn entity(&mut self, kind: NameKind, id: String, name: impl FnOnce() -> String, place_type: PlaceType) -> usize {
        if let Some(known) = self.by_id.get(&id) {
            return *known;
        }
        let new = self.found.entities.len();
        self.seats.push(kind == NameKind::Place && place::is_seat(&id));
        self.found.entities.push(Entity { kind, name: name(), id: id.clone(), place_type });
        self.by_id.insert(id, new);
        new
    }
}

/// A prefix and the slug of a name.
fn id(prefix: &str, name: &str) -> String {
    let mut id = String::with_capacity(prefix.len() + name.len());
    id.push_str(prefix);
    append_slug(name, &mut id);
    id
}
