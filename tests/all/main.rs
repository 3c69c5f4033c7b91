//! The integration tests, in one program.

mod layers;
mod sentences;
