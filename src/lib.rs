//! claimdiff: diff for facts.
//!
//! Data moves one way: bytes → [`article`] → [`extract`] → claims → groups → report, on [`text`], [`lexicon`] and [`value`]. A module
//! imports only from those before it in this order.

pub mod text;

pub mod lexicon;

pub mod value;

pub mod claim;

pub mod article;

pub mod extract;

pub mod reconcile;

pub mod report;

pub mod error;

pub mod cli;
