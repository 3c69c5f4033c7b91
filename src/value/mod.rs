//! Values, and how two of them relate: quantities as intervals, times on the calendar, names.

pub mod amount;
pub mod name;
pub mod number;
pub mod quantity;
pub mod relate;
pub mod time;

pub use amount::Amount;
pub use name::{NameForm, NameReason, NameRelation, same_person, same_place};
pub use number::{Number, number};
pub use quantity::{Dimension, Direction, Hedge, Quantity};
pub use relate::{Measured, Reading, common};
pub use time::{Grain, Interval, Relation, Time};
