//! What can go wrong outside of text: arguments, configuration, reading and writing.

use std::fmt;

/// An error that ends the run with status 2; its text names the thing and the reason.
#[derive(Debug)]
pub struct Trouble(pub String);

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Trouble {}
