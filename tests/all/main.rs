//! The integration tests, in one program.

mod alignment;
mod archive;
mod cache;
mod cli;
mod configuration;
mod dates;
mod differences;
mod drafts;
mod events;
mod figures;
mod formats;
mod fuzz;
mod hostile;
mod kinds;
mod laws;
mod layers;
mod library;
mod names;
mod once;
mod one_measure;
mod package;
mod pages;
mod people;
mod planted;
mod program;
mod properties;
mod quotations;
mod reading;
mod readme;
mod reports;
mod schema;
mod selectors;
mod sentences;
mod stories;
mod story_days;
#[path = "../planted/mod.rs"]
#[expect(dead_code, reason = "the example raises floors and prints errors")]
mod truths;
mod unlike;
