//! What happened, in order of days: a row for each event that more than one source tells of.

use std::collections::BTreeSet;

use super::labels;
use crate::claim::Claim;
use crate::reconcile::group::{Group, GroupKind, Status};

/// One event of the timeline.
pub struct Row<'a> {
    /// The closest day that a source gives, EDTF, or the day as one names it.
    pub day: Option<&'a str>,
    /// How many sources give a day.
    pub dated: usize,
    /// The group of the event.
    pub group: &'a Group,
}

impl Row<'_> {
    /// `, 1 gives the day` where not all of its sources do.
    pub fn day_by(&self) -> String {
        let some = self.day.is_some() && self.dated < self.group.sources.len();
        let give = if self.dated == 1 { "gives" } else { "give" };
        if some { format!(", {} {give} the day", self.dated) } else { String::new() }
    }

    /// The day without its hour, which stands with what the sources say.
    pub fn date(&self) -> Option<&str> {
        self.day.map(without_hour)
    }
}

fn without_hour(day: &str) -> &str {
    let fixed = day.starts_with(|c: char| c.is_ascii_digit());
    day.split('T').next().filter(|_| fixed).unwrap_or(day)
}

/// The events that several sources tell of, by day; those without a day last. `claim` finds a claim by its id.
pub fn rows<'a>(groups: &'a [Group], claim: impl Fn(&str) -> Option<&'a Claim>) -> Vec<Row<'a>> {
    let told = groups.iter().filter(|g| g.kind == GroupKind::Event && g.status != Status::SingleSource);
    let mut rows: Vec<Row> = told.map(|group| Row { day: day(group, &claim), dated: dated(group, &claim), group }).collect();
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

fn dated<'a>(group: &'a Group, claim: &impl Fn(&str) -> Option<&'a Claim>) -> usize {
    let claims = group.values.iter().flat_map(|v| &v.claims).filter_map(|id| claim(id));
    let has_day = |c: &&Claim| c.event.as_deref().is_some_and(|e| e.edtf.is_some() || e.day.is_some());
    claims.filter(has_day).map(|c| c.source.as_str()).collect::<BTreeSet<&str>>().len()
}

/// What the sources say of an event, in one line, without the day of the row: `claimed by Moscow / fighting reported by Kyiv (disputed)`;
/// where all tell that it happened, only where: `Oslo`. Nothing where they tell no more than that.
pub fn said(row: &Row) -> String {
    let mut values: Vec<String> = row.group.values.iter().map(|v| value(row, &v.display)).collect();
    let mut seen = BTreeSet::new();
    values.retain(|v| seen.insert(v.clone()));
    let setting = |v: &String| v.strip_prefix(labels::HAPPENED).map(|rest| rest.trim_start_matches([',', ' ']).to_owned());
    let settings: Vec<String> = values.iter().filter_map(setting).collect();
    // a place that only some give is not shown as given by all
    if settings.len() == values.len() && (settings.len() == 1 || settings.iter().all(|s| !s.is_empty())) {
        values = settings;
    }
    let disputed = if row.group.disputed_by_parties { " (disputed)" } else { "" };
    format!("{}{disputed}", values.join(" / "))
}

/// One way to tell of an event, without the day of the row. One source may give the hour as well, and another the day alone.
pub fn value(row: &Row, display: &str) -> String {
    let day = row.date().map_or(String::new(), |d| format!(", {d}"));
    match display.find(&day).map(|at| display.split_at(at)) {
        Some((said, rest)) if !day.is_empty() && ends_day(&rest[day.len()..]) => format!("{said}{}", &rest[day.len()..]),
        _ => display.to_owned(),
    }
}

/// What stands behind a day is neither an hour (`, 09:35`) nor the end of a stretch.
fn ends_day(behind: &str) -> bool {
    behind.is_empty() || behind.strip_prefix(", ").is_some_and(|h| !h.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Meta, txt};
    use crate::claim::Line;
    use crate::extract::extract;
    use crate::reconcile::reconcile;

    #[test]
    fn a_row_says_how_many_give_the_day() {
        let of = |texts: [&str; 2]| {
            let line = |(i, text): (usize, &str)| {
                let article = txt::read(text.to_owned(), Meta::of_file(&format!("{i}.txt")), true);
                let extracted = extract(&article, Some("2026-03-12".parse().unwrap()));
                Line { source: extracted.source, claims: extracted.claims, ..Line::default() }
            };
            let lines: Vec<Line> = texts.into_iter().enumerate().map(line).collect();
            let claims: Vec<Claim> = lines.iter().flat_map(|l| l.claims.clone()).collect();
            let groups = reconcile(lines, &[GroupKind::Event]).groups;
            let all = rows(&groups, |id| claims.iter().find(|c| c.id == id));
            all.iter().map(|r| (r.date().unwrap_or_default().to_owned(), r.day_by())).collect::<Vec<_>>()
        };
        let (day, none) = ("The painter Anna Holm died on March 3, 2026.", "Anna Holm, the painter, died in Oslo.");
        assert_eq!(of([day, none]), [("2026-03-03".to_owned(), ", 1 gives the day".to_owned())]);
        assert_eq!(of([day, day]), [("2026-03-03".to_owned(), String::new())]);
        assert_eq!(of([none, none]), [(String::new(), String::new())]);
    }

    #[test]
    fn a_day_has_no_hour_and_keeps_its_name() {
        assert_eq!(without_hour("2026-03-11T10:30"), "2026-03-11");
        assert_eq!(without_hour("Thursday"), "Thursday");
    }
}
