//! Findings that somebody has looked at and dismissed: silent until they change.

use serde::{Deserialize, Serialize};

use crate::reconcile::group::Status;

/// What the configuration says of one group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dismissal {
    /// Id of the group.
    pub id: String,
    /// The status that was dismissed; with another one the dismissal lapses.
    pub status: Status,
    /// As the report displayed them.
    pub values: Vec<String>,
    /// Why, in the user's words.
    pub reason: String,
    /// When it was dismissed: "2026-03-10"; absent where the configuration does not say.
    pub date: Option<String>,
}

/// Whether a dismissal still fits the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// The group is as it was, and stays silent.
    Holds,
    /// The group has another status or a further value.
    Lapsed,
    /// There is no such group.
    Absent,
    /// There is no such group among the kinds that were compared.
    NotSought,
}

/// A dismissal as reports list it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dismissed {
    /// Id of the group.
    pub id: String,
    /// What the group is about, if it is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// The status that was dismissed.
    pub status: Status,
    /// The values that were dismissed, as displayed.
    pub values: Vec<String>,
    /// Why, in the user's words.
    pub reason: String,
    /// When it was dismissed; absent where the configuration does not say.
    pub date: Option<String>,
    /// Whether it still fits.
    pub state: State,
}
