//! What a place or person is to something of which it has one only: the seat of an organisation, the destination of a vehicle, who leads.
//!
//! Such a phrase has a word that shows it. A sentence without one is passed over; in one that has one the few words on both sides of each
//! name are read.

mod course;
mod leader;
mod owner;
mod seat;
mod written;

use super::Context;
use super::mention::{Mentions, NameKind, NameMention};
use crate::article::Sentence;
use crate::claim::{Short, Slot, SlotKind};
use crate::lexicon::word_sets;

word_sets! {
    SEAT = 0: "seat_cue";
    LEADER = 1: "leader_cue";
    AIR = 2: "craft_of_air";
    WATER = 3: "craft_of_water";
    ROAD = 4: "craft_of_road";
    RAIL = 5: "craft_of_rail";
}

const CRAFT: u32 = AIR | WATER | ROAD | RAIL;
/// Words looked at on either side.
const REACH: usize = 24;

/// Tells of places and people what slot they fill.
pub fn find(cx: &Context, found: &mut Mentions) {
    fill(cx, &mut found.names);
    fill(cx, &mut found.places_inside);
}

/// The names are in order of the text, so that each sentence is asked once for what it shows.
fn fill(cx: &Context, names: &mut [NameMention]) {
    let sentences = &cx.article.sentences;
    let mut shown = (usize::MAX, 0);
    for name in names {
        let at = sentences.partition_point(|s| s.span.end <= name.span.start);
        let Some(sentence) = sentences.get(at) else { return };
        if shown.0 != at {
            shown = (at, cues(cx, sentence));
        }
        name.slot = slot(cx, sentence, name, shown.1).map(Box::new);
    }
}

/// What the words of a sentence may show.
fn cues(cx: &Context, sentence: &Sentence) -> u32 {
    cx.tokens.all[sentence.tokens.clone()].iter().fold(0, |cues, t| cues | SETS.get(t.word))
}

/// The slot that a name fills in a sentence with such words.
fn slot(cx: &Context, sentence: &Sentence, name: &NameMention, cues: u32) -> Option<Slot> {
    let asked = match name.kind {
        NameKind::Place if !name.metonym => cues & (SEAT | CRAFT),
        NameKind::Person => cues & LEADER,
        _ => 0,
    };
    if asked == 0 {
        return None;
    }
    let before = written::before(cx.tokens, sentence.tokens.start, name.tokens.start, REACH);
    let behind = written::behind(cx.tokens, name.tokens.end, sentence.tokens.end, REACH);
    let of = |kind, of: Short| Slot { kind, of };
    let seat = || (asked & SEAT != 0).then(|| seat::owner(&before, &behind)).flatten().map(|o| of(SlotKind::Seat, o));
    let course = || (asked & CRAFT != 0).then(|| course::craft(&before, &behind)).flatten().map(|c| of(SlotKind::Course, c.into()));
    let leader = || (asked & LEADER != 0).then(|| leader::led(&before, &behind)).flatten().map(|o| of(SlotKind::Leader, o));
    seat().or_else(course).or_else(leader)
}

#[cfg(test)]
mod tests {
    use super::written::{self, Written};
    use super::*;
    use crate::lexicon::lexicon;
    use crate::text::{Token, Tokens, scan};

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
