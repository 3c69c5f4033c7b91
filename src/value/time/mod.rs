//! Times: stretches of the calendar with a grain, their EDTF form, and how two of them relate.

pub mod edtf;
pub mod interval;
pub mod point;

pub use interval::{Interval, Relation};
pub use point::{DayPart, Grain, Point, Time};
