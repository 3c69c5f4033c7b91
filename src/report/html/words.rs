//! Names and signs by which the page calls things. A status has a sign and a word, so that colour is never needed.

use crate::claim::BlockRole;
use crate::reconcile::group::{Reason, Status};
use crate::report::labels;
pub use crate::report::labels::{kind, status as status_class};

/// The sign and the name of a status, and what it means.
pub struct StatusWords {
    /// A sign that tells it apart without colour.
    pub sign: &'static str,
    /// Its name for a reader.
    pub name: &'static str,
    /// What it means, in a sentence.
    pub meaning: &'static str,
}

pub fn status(status: Status) -> StatusWords {
    let (name, meaning) = match status {
        Status::Conflict => ("conflict", "no state of the world makes all of it true as written"),
        Status::Changed => ("changed", "the values belong to different times, and the texts or their dates say so"),
        Status::Unresolved => ("unresolved", "about one thing, but time, scope, unit or identity could not be settled"),
        Status::Compatible => ("compatible", "worded, rounded or dated differently; all of it can be true"),
        Status::Agree => ("agree", "the same value everywhere"),
        Status::SingleSource => ("single source", "from one origin only"),
    };
    StatusWords { sign: labels::sign(status), name, meaning }
}

/// The class of a block in the style, and its name where a reader needs one.
pub fn block(role: BlockRole) -> (&'static str, Option<&'static str>) {
    match role {
        BlockRole::Headline => ("headline", None),
        BlockRole::Crosshead => ("crosshead", None),
        BlockRole::Byline => ("byline", None),
        BlockRole::Dateline => ("dateline", None),
        BlockRole::Body => ("body", None),
        BlockRole::Caption => ("caption", Some("caption")),
        BlockRole::PullQuote => ("pull", Some("pull quote: repeats the text")),
        BlockRole::Boilerplate => ("aside", Some("not part of the article, not compared")),
        BlockRole::Comment => ("aside", Some("comment, not compared")),
        BlockRole::Duplicate => ("aside", Some("repeats an earlier passage, not counted again")),
    }
}

/// A reason as the JSON report spells it, with spaces.
pub fn reason(reason: Reason) -> String {
    let name = serde_json::to_value(reason).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default();
    name.replace('_', " ")
}

/// `1 article`, `5 articles`.
pub fn counted(n: usize, noun: &str) -> String {
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}
