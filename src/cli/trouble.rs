//! What is said on standard error.

use std::io::{self, Write};

use crate::report::layout::printable;

/// A reader that has gone away is no error.
pub fn is_closed_pipe(e: &anyhow::Error) -> bool {
    e.chain().any(|c| {
        let io = c
            .downcast_ref::<io::Error>()
            .map(io::Error::kind)
            .or_else(|| c.downcast_ref::<serde_json::Error>().and_then(|e| e.io_error_kind()));
        io == Some(io::ErrorKind::BrokenPipe)
    })
}

/// One line on standard error; nothing can be done when even that fails.
pub fn complain(message: &str) {
    let _ = writeln!(io::stderr(), "claimdiff: {}", printable(message));
}
