//! What happened, in order of days: a row for each event that more than one source tells of.

use crate::claim::Claim;
use crate::reconcile::group::{Group, GroupKind, Status};

/// One event of the timeline.
pub struct Row<'a> {
    /// The closest day that a source gives, EDTF, or the day as one names it.
    pub day: Option<&'a str>,
    pub group: &'a Group,
}

impl Row<'_> {
    /// The day without its hour, which stands with what the sources say.
    pub fn date(&self) -> Option<&str> {
        self.day.map(|d| d.split('T').next().unwrap_or(d))
    }
}

/// The events that several sources tell of, by day; those without a day last. `claim` finds a claim by its id.
pub fn rows<'a>(groups: &'a [Group], claim: impl Fn(&str) -> Option<&'a Claim>) -> Vec<Row<'a>> {
    let told = groups.iter().filter(|g| g.kind == GroupKind::Event && g.status != Status::SingleSource);
    let mut rows: Vec<Row> = told.map(|group| Row { day: day(group, &claim), group }).collect();
    rows.sort_by(|a, b| (a.day.is_none(), a.day).cmp(&(b.day.is_none(), b.day)));
    rows
}

/// The longest of the dates that the mentions give: `2025-12-02` says more than `2025-12`.
fn day<'a>(group: &'a Group, claim: &impl Fn(&str) -> Option<&'a Claim>) -> Option<&'a str> {
    let claims = group.values.iter().flat_map(|v| &v.claims);
    let days = claims.filter_map(|id| claim(id)?.event.as_deref()?.edtf.as_deref()).filter(|d| !d.contains('/'));
    let named = |id: &String| claim(id)?.event.as_deref()?.day.as_deref();
    let by_name = || group.values.iter().flat_map(|v| &v.claims).find_map(named);
    days.max_by(|a, b| a.len().cmp(&b.len()).then(b.cmp(a))).or_else(by_name)
}

/// What the sources say of an event, in one line, without the day of the row: `done`, `claimed by Moscow / fighting by Kyiv (disputed)`.
pub fn said(row: &Row) -> String {
    let day = row.day.map_or(String::new(), |d| format!(", {d}"));
    let value = |display: &str| display.strip_suffix(&day).map_or_else(|| display.replace(&format!("{day}, "), ", "), str::to_owned);
    let values: Vec<String> = row.group.values.iter().map(|v| if day.is_empty() { v.display.clone() } else { value(&v.display) }).collect();
    let disputed = if row.group.disputed_by_parties { " (disputed)" } else { "" };
    format!("{}{disputed}", values.join(" / "))
}
