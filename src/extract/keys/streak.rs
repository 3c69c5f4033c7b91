//! How often in a row: "their ninth game in a row", "10 straight games", "a winning streak of ten".

use std::ops::Range;

use super::{Clause, words};
use crate::claim::{Key, Short};
use crate::lexicon::stem;

/// Tokens between a figure and the word that tells of a row.
const REACH: usize = 5;

impl Clause<'_> {
    /// Gives a figure of a row of wins or losses the concept and one of two nouns, whatever its text calls games.
    pub(super) fn tell_streak(&self, at: &Range<usize>, head: Option<&Range<usize>>, key: &mut Key) {
        let end = head.map_or(at.end, |h| h.end);
        let played = key.head.as_deref().is_none_or(|head| self.cx.lexicon.kin.family(head) == Some("play") || is_contest(head));
        if played && (self.is_in_a_row(at, end) || self.is_of_a_streak(at, end)) {
            let Some(outcome) = self.outcome(at, end).filter(|_| self.is_of_all(at, end)) else { return };
            key.concept = Some("streak".into());
            key.head = Some(outcome);
        }
    }

    /// "in a row" behind, or "straight" in the phrase.
    fn is_in_a_row(&self, at: &Range<usize>, end: usize) -> bool {
        let row = ["in", "a", "row"].iter().enumerate().all(|(n, word)| self.cx.tokens.is(end + n, word));
        let phrase = at.start..(end + 1).min(self.tokens.end);
        row || phrase.into_iter().any(|i| words::SETS.has(self.token(i), words::IN_A_ROW))
    }

    /// "a winning streak of 10 games", "their streak to ten", "a ten-game losing streak".
    fn is_of_a_streak(&self, at: &Range<usize>, end: usize) -> bool {
        let before = at.start.saturating_sub(REACH).max(self.tokens.start)..at.start;
        let streak = |i: usize| self.cx.tokens.is(i, "streak");
        let linked = at.start > self.tokens.start && self.cx.tokens.is_any(at.start - 1, &["of", "to", "at"]);
        let behind = (end..(end + 2).min(self.tokens.end)).any(streak);
        behind || linked && before.into_iter().any(streak)
    }

    /// A row of all games up to now: none of those at home, of the games of a set, or of a row that had come before or came next ("won two
    /// games before losing the next four straight").
    fn is_of_all(&self, at: &Range<usize>, end: usize) -> bool {
        let sentence = self.tokens.start.max(at.start.saturating_sub(4 * REACH))..(end + 4 * REACH).min(self.tokens.end);
        let part = sentence.into_iter().any(|i| self.cx.tokens.is_any(i, &["set", "sets"]));
        let own = (at.start..end).any(|i| self.cx.tokens.is_any(i, &["home", "away", "road"]));
        let before = (at.start.saturating_sub(REACH).max(self.tokens.start)..at.start).any(|i| self.cx.tokens.is(i, "had"));
        let next = at.start > self.tokens.start && self.cx.tokens.is_any(at.start - 1, &["first", "next", "other"]);
        !(part || own || before || next)
    }

    /// Won or lost, as the phrase or the nearest word of an outcome before says.
    fn outcome(&self, at: &Range<usize>, end: usize) -> Option<Short> {
        let before = (at.start.saturating_sub(REACH).max(self.tokens.start)..at.start).rev();
        let behind = at.start..(end + 2).min(self.tokens.end);
        let told = |i: usize| words::SETS.among(self.token(i), words::WON | words::LOST);
        let nearest = behind.chain(before).map(told).find(|sets| *sets != 0)?;
        Some(if nearest & words::LOST != 0 { stem("loss") } else { stem("win") })
    }
}

/// Nouns for a game won or lost that no player piles up.
fn is_contest(head: &str) -> bool {
    ["victori", "defeat", "loss", "match", "triumph"].contains(&head)
}
