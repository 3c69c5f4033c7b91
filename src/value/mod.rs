//! Values, and how two of them relate: quantities as intervals, times on the calendar, names.

pub mod amount;
pub mod quantity;
pub mod time;

pub use amount::Amount;
pub use quantity::{Dimension, Direction, Hedge, Quantity};
pub use time::{Grain, Interval, Relation, Time};
