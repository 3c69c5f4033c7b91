//! The unit of a list stands behind its last number: `5 and 7 hours`, `2, 4 or 8 GB`, `either 2.3 or 2.6 GHz`.

use crate::lexicon::word_sets;
use crate::text::form;
use crate::value::Dimension;

use super::measure::{Measure, Measured};
use super::reader::Reader;

word_sets! {
    /// What may stand behind a distance in time or space.
    MEASURING = 0: "behind_stretch";
}

/// Numbers of one list that are looked at.
const LIST: usize = 6;

impl Reader<'_> {
    /// The unit that a bare number shares with the last one of its list; `None` where it has none, or where the list ends in a point of
    /// time or space (`killed 12 and two days later`).
    pub fn unit_of_list(&self, first: &Measured) -> Option<Measure> {
        if first.measure.is_some() || first.number.scaled || first.tokens.end != first.number.tokens.end {
            return None;
        }
        let mut end = first.tokens.end;
        for _ in 0..LIST {
            let (next, last) = self.next_of_list(end)?;
            let m = self.measured(next).filter(|m| m.tokens.start == next && !m.number.scaled)?;
            match m.measure {
                Some(measure) if last && m.tokens.end > m.number.tokens.end => {
                    let age = measure.dimension == Dimension::Duration && self.old(m.tokens.end).is_some();
                    let dimension = if age { Dimension::Age } else { measure.dimension };
                    let fits = !matches!(dimension, Dimension::Magnitude | Dimension::Rate);
                    return (fits && !self.tokens.is_in(m.tokens.end, &SETS, MEASURING)).then_some(Measure { dimension, ..measure });
                }
                None if !last => end = m.tokens.end,
                _ => return None,
            }
        }
        None
    }

    /// The number behind the comma, `and` or `or` at token `at`, and whether it is the last of its list.
    fn next_of_list(&self, at: usize) -> Option<(usize, bool)> {
        let t = self.tokens.get(at).filter(|t| !t.has(form::PARAGRAPH))?;
        let comma = t.is_punct(',');
        let link = at + usize::from(comma);
        let last = self.tokens.is(link, "and") || self.tokens.is(link, "or");
        let next = link + usize::from(last);
        let number = self.tokens.get(next).is_some_and(|t| t.is_number() && !t.glued());
        ((comma || last) && number).then_some((next, last))
    }
}
