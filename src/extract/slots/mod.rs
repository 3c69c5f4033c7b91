//! What a place or person is to something that has only one of the kind: the seat of an organisation, the destination of a vehicle, who
//! leads, who is given a post, who has written a text, the home of a person.
//!
//! All but the last have a word that shows them. A sentence without one is passed over; in one that has one the few words on both sides of
//! each name are read. A home is shown by the word before it or behind it.

mod author;
mod course;
mod home;
mod inhabitant;
mod leader;
mod owner;
mod post;
mod seat;
mod site;

use std::cell::OnceCell;

use super::events::scene::Scene;
use super::mention::{Mentions, NameKind, NameMention};
use super::quotes::referents::Referents;
use super::{Context, written};
use crate::article::Sentence;
use crate::claim::{Short, Site, Slot, SlotKind};
use crate::lexicon::venues::kind_of_venue;
use crate::lexicon::word_sets;
use crate::text::Token;

word_sets! {
    SEAT = 0: "seat_cue";
    LEADER = 1: "leader_cue";
    POST = 3: "post_cue";
    AUTHOR = 4: "written_by";
}

/// The bit of a sentence that names a vehicle, beside those of the sets.
const CRAFT: u32 = 1 << 2;
/// Words looked at on either side.
const REACH: usize = 24;

/// Tells of places and people what slot they fill.
pub fn find(cx: &Context, found: &mut Mentions) {
    let seen: &Mentions = found;
    let read = |names: &[NameMention]| Reader { cx, found: seen, shown: (usize::MAX, 0) }.read(names);
    let (names, inside) = (read(&seen.names), read(&seen.places_inside));
    let sites = sites(cx, seen);
    let all = found.names.iter_mut().zip(names).chain(found.places_inside.iter_mut().zip(inside));
    all.for_each(|(name, slot)| name.slot = slot.map(Box::new));
    found.names.iter_mut().zip(sites).for_each(|(name, site)| name.site = site.map(Box::new));
}

/// What was at the place of each name.
fn sites(cx: &Context, found: &Mentions) -> Vec<Option<Site>> {
    let referents = OnceCell::new();
    let site = |name: &NameMention| {
        let at = cx.article.sentences.partition_point(|s| s.span.end <= name.span.start);
        let sentence = cx.article.sentences.get(at).filter(|_| is_located(cx, name))?;
        let referents = Some(referents.get_or_init(|| Referents::new(cx, found)));
        site::read(&Scene { referents, ..Scene::new(cx, found, sentence.tokens.clone()) }, &name.tokens)
    };
    found.names.iter().map(site).collect()
}

/// It names a place, or a body that is one: a hospital, a court.
fn is_located(cx: &Context, name: &NameMention) -> bool {
    match name.kind {
        NameKind::Place => !name.metonym,
        NameKind::Organisation => {
            let kind = kind_of_venue(&cx.tokens.words(name.tokens.clone()).to_lowercase());
            matches!(kind, Some("court" | "hospital"))
        }
        NameKind::Person => false,
    }
}

struct Reader<'a> {
    cx: &'a Context<'a>,
    found: &'a Mentions,
    /// The number of the sentence that was asked last, and what its words may show.
    shown: (usize, u32),
}

impl Reader<'_> {
    /// The slot of each name. They are in order of the text, so that each sentence is asked once for what it shows.
    fn read(mut self, names: &[NameMention]) -> Vec<Option<Slot>> {
        let sentences = &self.cx.article.sentences;
        let number = |name: &NameMention| sentences.partition_point(|s| s.span.end <= name.span.start);
        names.iter().map(|name| self.slot(number(name), name)).collect()
    }

    /// What the words of a sentence may show.
    fn cues(&mut self, at: usize, sentence: &Sentence) -> u32 {
        if self.shown.0 != at {
            let tokens = &self.cx.tokens.all[sentence.tokens.clone()];
            let cue = |t: &Token| SETS.get(t.word) | if course::is_craft(t) { CRAFT } else { 0 } | if seat::is_body(t) { SEAT } else { 0 };
            self.shown = (at, tokens.iter().fold(0, |cues, t| cues | cue(t)));
        }
        self.shown.1
    }

    /// The slot that a name fills in its sentence, the one with number `at`.
    fn slot(&mut self, at: usize, name: &NameMention) -> Option<Slot> {
        let sentence = self.cx.article.sentences.get(at)?;
        match name.kind {
            NameKind::Place if !name.metonym => {
                let cues = self.cues(at, sentence) & (SEAT | CRAFT);
                self.cued(sentence, name, cues).or_else(|| self.home(at, sentence, name))
            }
            NameKind::Person => {
                let cues = self.cues(at, sentence) & (LEADER | POST | AUTHOR);
                self.cued(sentence, name, cues)
            }
            _ => None,
        }
    }

    /// A slot that one of these words shows.
    fn cued(&self, sentence: &Sentence, name: &NameMention, cues: u32) -> Option<Slot> {
        if cues == 0 {
            return None;
        }
        let before = written::before(self.cx.tokens, sentence.tokens.start, name.tokens.start, REACH);
        let behind = written::behind(self.cx.tokens, name.tokens.end, sentence.tokens.end, REACH);
        let (before, behind) = (&before[..], &behind[..]);
        let asked = |cue: u32, kind: SlotKind, read: &dyn Fn() -> Option<Short>| {
            let of = if cues & cue != 0 { read() } else { None };
            of.map(|of| Slot { kind, of })
        };
        asked(SEAT, SlotKind::Seat, &|| seat::owner(before, behind))
            .or_else(|| asked(CRAFT, SlotKind::Course, &|| course::craft(before, behind).map(Short::from)))
            .or_else(|| asked(LEADER, SlotKind::Leader, &|| leader::led(before, behind)))
            .or_else(|| asked(POST, SlotKind::Post, &|| post::given(before, behind)))
            .or_else(|| asked(AUTHOR, SlotKind::Author, &|| author::of(before, behind)))
    }

    /// The home of the last person before the place, or of one who is named later.
    fn home(&self, at: usize, sentence: &Sentence, place: &NameMention) -> Option<Slot> {
        let names = &self.found.names[..self.found.names.partition_point(|n| n.tokens.start < place.tokens.start)];
        let own = || {
            let mut inside = names.iter().rev().take_while(|n| n.tokens.start >= sentence.tokens.start);
            let person = inside.find(|n| n.kind == NameKind::Person)?;
            let between = person.tokens.end..place.tokens.start;
            (!between.is_empty() && home::leads(self.cx.tokens, between)).then_some(person)
        };
        let opened = place.tokens.start > 0 && home::opens(self.cx.tokens, place.tokens.start - 1);
        let person = opened.then(own).flatten().or_else(|| inhabitant::named_later(self.cx, self.found, at, place))?;
        Some(Slot { kind: SlotKind::Home, of: Short::from(&self.found.entities[person.entity].id) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::written::{self, Written};
    use crate::lexicon::lexicon;
    use crate::text::{Tokens, scan};

    /// A text with a name where `|` stands.
    pub struct Marked {
        text: String,
        tokens: Vec<Token>,
        name: usize,
    }

    impl Marked {
        pub fn new(marked: &str) -> Self {
            let start = marked.find('|').unwrap();
            let text = marked.replace('|', "Bergen");
            let tokens = scan(&text, &lexicon().words);
            let name = tokens.iter().position(|t| t.start as usize == start).unwrap();
            Marked { text, tokens, name }
        }
    }

    /// The words on both sides of the name.
    pub fn words(m: &Marked) -> (Vec<Written<'_>>, Vec<Written<'_>>) {
        let tokens = Tokens { text: &m.text, all: &m.tokens };
        (written::before(tokens, 0, m.name, REACH), written::behind(tokens, m.name + 1, tokens.len(), REACH))
    }
}
