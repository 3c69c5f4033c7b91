//! What the words around a figure make of the concept that the nearest of them shows: those aboard and those for whom there is room, votes and
//! a margin of votes, a stake and a move of the price.

use std::ops::Range;

use super::{Clause, words};
use crate::lexicon::class;
use crate::value::Dimension;

impl Clause<'_> {
    /// The concept of a figure, given the one that the nearest words show.
    pub(super) fn refined(&self, figure: usize, concept: Option<&'static str>) -> Option<&'static str> {
        let f = &self.found.figures[figure];
        let q = &f.quantity;
        match concept {
            Some("aboard") if self.is_capacity(&f.tokens) => Some("capacity"),
            None | Some("attended") if f.head.is_some() && self.has_seats(&f.tokens) => Some("capacity"),
            None if f.head.as_ref().is_some_and(|h| self.fills_a_place(h)) => Some("attended"),
            None if q.dimension == Dimension::Magnitude => Some("magnitude"),
            // "doing 155 km/h"
            None if q.dimension == Dimension::Speed => Some("speed"),
            // "thermometers at 41.2C"
            None if q.dimension == Dimension::Temperature => Some("temperature"),
            Some("jail") if self.has_passed(&f.tokens) => None,
            Some("votes") if self.is_margin(&f.tokens) => Some("majority"),
            // "shares in the group fell 8%" is no stake, "8% of the stock" no move
            Some("ownership") if q.direction.is_some() && self.moves_a_price(&f.tokens) => Some("share_move"),
            Some("share_move") if q.direction.is_none() => None,
            // nobody covers inches
            Some("course") if q.unit.as_deref().is_some_and(|u| matches!(u, "centimeter" | "inch" | "millimeter")) => None,
            // rain alone is measured so
            _ if q.unit.as_deref() == Some("liter per square meter") => Some("rain"),
            concept => concept,
        }
    }

    /// People with a verb behind them that says they were many: "80,000 protesters packed the square".
    fn fills_a_place(&self, head: &Range<usize>) -> bool {
        let people = self.lemma(head.end - 1).is_some_and(|noun| self.cx.lexicon.kin.family(&noun) == Some("people"));
        people && self.cx.tokens.is_any(head.end, &["filled", "jammed", "packed"])
    }

    /// How many there is room for, whoever is there: "takes up to 264 passengers", "can carry 90 passengers", "a 264-passenger tram".
    fn is_capacity(&self, at: &Range<usize>) -> bool {
        const ABLE: [&str; 6] = ["can", "could", "designed", "licensed", "may", "to"];
        const REACH: usize = 3;
        let before = at.start.saturating_sub(REACH).max(self.tokens.start)..at.start;
        let able = |i: usize| i > self.tokens.start && self.cx.tokens.is_any(i - 1, &ABLE);
        let has_room =
            |i: usize| words::SETS.has(self.token(i), words::ROOM) || words::SETS.has(self.token(i), words::CONTAINING) && able(i);
        // "certified for 150 passengers", "rated for up to 200 people"
        let is_hedge = |i: &usize| self.token(*i).is(class::HEDGE) || self.cx.tokens.is_any(*i, &["to", "a", "maximum", "of"]);
        let purpose = before.clone().rev().find(|i| !is_hedge(i)).filter(|i| *i > self.tokens.start && self.cx.tokens.is(*i, "for"));
        let rated = purpose.is_some_and(|i| words::SETS.has(self.token(i - 1), words::RATED));
        rated || before.into_iter().any(has_room) || at.end < self.tokens.end && self.token(at.end).is_punct('-')
    }

    /// "seats 2,400 people", "room for 2,900 spectators": unlike what a hall "holds" or "takes", it may be empty.
    fn has_seats(&self, at: &Range<usize>) -> bool {
        const REACH: usize = 2;
        let before = at.start.saturating_sub(REACH).max(self.tokens.start)..at.start;
        before.clone().any(|i| self.cx.tokens.is_any(i, &["accommodate", "accommodates", "seat", "seats"]))
            || self.cx.tokens.is(before.start, "room") && self.cx.tokens.is(before.start + 1, "for")
    }

    /// "has served 12 months", "spent a year": of a term so far, or in custody before it.
    fn has_passed(&self, at: &Range<usize>) -> bool {
        const REACH: usize = 3;
        let before = at.start.saturating_sub(REACH).max(self.tokens.start)..at.start;
        before.into_iter().any(|i| self.cx.tokens.is_any(i, &["served", "spent"]))
    }

    /// "won by 96 votes", "a margin of 96 votes", "the lead was 96 votes", "96 votes ahead", "with 96 votes separating the two": by how many,
    /// not how many.
    fn is_margin(&self, at: &Range<usize>) -> bool {
        const REACH: usize = 4;
        const CLAUSE: usize = 8;
        const BEHIND: usize = 3;
        let light = class::HEDGE | class::ADVERB | class::ARTICLE;
        let passed = |i: &usize| self.token(*i).is(light) || self.cx.tokens.is_any(*i, &["mere", "of", "than"]);
        let before = |reach: usize| at.start.saturating_sub(reach).max(self.tokens.start)..at.start;
        let governor = before(REACH).rev().find(|i| !passed(i));
        let is_lead = |i: usize| self.cx.tokens.is_any(i, &["lead", "margin"]);
        let told = governor.is_some_and(|i| self.cx.tokens.is(i, "by") || is_lead(i));
        let stated = governor.is_some_and(|i| self.token(i).is(class::AUXILIARY)) && before(CLAUSE).any(is_lead);
        let mut behind = at.end..(at.end + BEHIND).min(self.tokens.end);
        told || stated || behind.any(|i| self.cx.tokens.is_any(i, &["ahead", "apart", "behind", "separate", "separated", "separating"]))
    }

    /// Shares or the stock stand before a change, or right behind it.
    fn moves_a_price(&self, at: &Range<usize>) -> bool {
        const BEFORE: usize = 12;
        const BEHIND: usize = 4;
        let near = at.start.saturating_sub(BEFORE).max(self.tokens.start)..(at.end + BEHIND).min(self.tokens.end);
        near.into_iter().any(|i| self.cx.tokens.is_any(i, &["shares", "stock"]))
    }
}
