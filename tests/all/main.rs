//! The integration tests, in one program.

mod cli;
mod layers;
mod program;
mod schema;
mod sentences;
mod stories;
