//! What kinds and statuses are called in reports.

use super::against::Answer;
use super::dismissal::State;
use crate::reconcile::group::{GroupKind, Status};

pub fn kind(kind: GroupKind) -> &'static str {
    match kind {
        GroupKind::Figure => "figure",
        GroupKind::Date => "date",
        GroupKind::Name => "name",
        GroupKind::Role => "role",
        GroupKind::Place => "place",
        GroupKind::Quote => "quote",
        GroupKind::Event => "event",
    }
}

/// As JSON writes it.
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Conflict => "conflict",
        Status::Changed => "changed",
        Status::Unresolved => "unresolved",
        Status::Compatible => "compatible",
        Status::Agree => "agree",
        Status::SingleSource => "single_source",
    }
}

/// A sign that tells statuses apart without colour.
pub fn sign(status: Status) -> &'static str {
    match status {
        Status::Conflict => "✗",
        Status::Changed => "→",
        Status::Unresolved => "?",
        Status::Compatible => "≈",
        Status::Agree => "=",
        Status::SingleSource => "·",
    }
}

/// A status as a heading.
pub fn heading(status: Status) -> &'static str {
    match status {
        Status::Conflict => "Conflict",
        Status::Changed => "Changed",
        Status::Unresolved => "Unresolved",
        Status::Compatible => "Compatible",
        Status::Agree => "Agree",
        Status::SingleSource => "One source only",
    }
}

/// The answers to the claims of a draft, in order.
pub const ANSWERS: [Answer; 8] = [
    Answer::Contradicted,
    Answer::QuotedDifferently,
    Answer::Older,
    Answer::Newer,
    Answer::SpelledDifferently,
    Answer::Unresolved,
    Answer::Supported,
    Answer::InNoSource,
];

/// An answer as a heading, led by its sign.
pub fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Contradicted => "✗ Contradicted",
        Answer::QuotedDifferently => "✗ Quoted differently",
        Answer::Older => "→ Older than in the sources",
        Answer::Newer => "→ Newer than in the sources",
        Answer::SpelledDifferently => "≈ Spelled differently",
        Answer::Unresolved => "? Unresolved",
        Answer::Supported => "= Supported",
        Answer::InNoSource => "· In no source",
    }
}

/// What is said of a dismissal that silences nothing, to stand before its reason.
pub fn state(state: State) -> &'static str {
    match state {
        State::Holds => "",
        State::Lapsed => "lapsed, for it has changed: ",
        State::Absent => "no longer found: ",
    }
}
