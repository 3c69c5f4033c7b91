//! A figure that is being read, and the mention that it makes.

use std::ops::Range as Tokens;

use rust_decimal::Decimal;

use super::measure::{Measure, Measured};
use super::reader::Reader;
use crate::extract::mention::FigureMention;
use crate::value::quantity::interval;
use crate::value::{Amount, Dimension, Direction, Hedge, Quantity};

/// A figure that is being read.
#[derive(Debug)]
pub struct Draft {
    /// All that belongs to it.
    pub tokens: Tokens<usize>,
    pub value: Value,
    /// One unit of the last place written.
    pub step: Amount,
    /// None for a bare number or a count.
    pub measure: Option<Measure>,
    pub hedge: Option<Hedge>,
    pub direction: Option<Direction>,
    /// The tokens of the counted noun phrase.
    pub head: Option<Tokens<usize>>,
}

/// The number of a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    One(Amount),
    /// One that may mean the other, too: 1.234.
    Either(Amount, Amount),
    Between(Amount, Amount),
}

impl Draft {
    pub fn of(m: &Measured) -> Self {
        let value = match m.number.other.filter(|_| may_be_thousands(m)) {
            Some(other) => Value::Either(m.amount(), other),
            None => Value::One(m.amount()),
        };
        let (tokens, step, measure) = (m.tokens.clone(), m.number.step, m.measure.clone());
        Draft { tokens, value, step, measure, hedge: None, direction: None, head: None }
    }

    /// Written with a minus sign: `-1.3%`.
    pub fn is_dashed(&self, reader: &Reader) -> bool {
        let dash = reader.tokens.get(self.tokens.start).and_then(|t| t.punct());
        matches!(self.value, Value::One(a) if a < Amount::ZERO) && matches!(dash, Some('-' | '−' | '–'))
    }

    /// The mention that it makes.
    pub fn finish(self) -> FigureMention {
        let dimension = self.measure.as_ref().map_or(Dimension::Count, |m| m.dimension);
        let counted = dimension.is_exact_as_written() || dimension == Dimension::Age;
        let (amount, (low, high)) = match self.value {
            Value::One(a) => (Some(a), interval(a, self.step, counted, self.hedge)),
            Value::Either(a, b) => (Some(a), (Some(a), Some(b))),
            Value::Between(a, b) => (None, (Some(a), Some(b))),
        };
        let unit = self.measure.map(|m| m.unit).filter(|u| !u.is_empty());
        let quantity =
            Quantity { amount, low, high, step: self.step, unit, dimension, hedge: self.hedge, direction: self.direction, ordinal: false };
        FigureMention::new(self.tokens, quantity, self.head)
    }
}

/// Whether the stop of `1.234` may part thousands: not in a measure, unless it is money with decimals that nobody writes: `2.500 euros`.
fn may_be_thousands(m: &Measured) -> bool {
    let hundred = Amount::new(Decimal::ONE_HUNDRED);
    let idle_zero = || m.amount().times(hundred).is_some_and(Amount::is_whole);
    m.measure.as_ref().is_none_or(|measure| measure.dimension == Dimension::Money && idle_zero())
}
