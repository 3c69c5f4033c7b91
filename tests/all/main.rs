//! The integration tests, in one program.

mod cli;
mod dates;
mod figures;
mod layers;
mod names;
mod people;
mod program;
mod reading;
mod schema;
mod sentences;
mod stories;
