//! Times: stretches of the calendar with a grain, their EDTF form, and how two of them relate; the grammar of English date expressions
//! and what an expression means for a given day.

pub mod edtf;
pub mod expr;
pub mod grammar;
pub mod interval;
pub mod point;
pub mod resolve;
pub mod spoken;

pub use expr::{Clock, Expr, Found};
pub use grammar::Reader;
pub use interval::{Interval, MONTH, Relation, is_long_before};
pub use point::{Grain, Point, Time};
pub use resolve::{Anchor, Tense};
