//! The short parts of the report: names and roles as a table, dates that stay open, what happened, what agrees, what only one source has, what was dismissed.

use std::collections::BTreeMap;

use anstyle::Style;

use super::super::index::Version;
use super::super::labels;
use super::super::layout::{columns, counted, padded, printable, shorten};
use super::super::timeline;
use super::{Page, status_style};
use crate::reconcile::group::{Group, GroupKind, Status};

impl<'a> Page<'a> {
    /// Names and roles in more than one wording: what, as worded, by whom.
    pub(super) fn names_and_roles(&mut self) {
        let compatible = self.groups(&[Status::Compatible]);
        let groups: Vec<&Group> = compatible.into_iter().filter(|g| self.is_full(g.status) && self.is_tabled(g)).collect();
        if groups.is_empty() {
            return;
        }
        self.heading(status_style(Status::Compatible), &format!("≈ NAMES AND ROLES  {} in more than one wording", groups.len()));
        let most = self.view.width.saturating_sub(4) * 2 / 5;
        let widest = groups.iter().map(|g| columns(&printable(&g.label))).max().unwrap_or_default().min(most);
        let rows: Vec<(String, String, String)> = groups.iter().flat_map(|g| self.rows(g, widest)).collect();
        let wording = rows.iter().map(|r| columns(&r.1)).max().unwrap_or_default().min(most);
        for (label, words, sources) in rows {
            self.hanging(&format!("  {}  {}  ", padded(&label, widest), padded(&shorten(&words, wording), wording)), &sources);
        }
    }

    /// A row for each value of a group, the first with its label.
    fn rows(&self, g: &'a Group, widest: usize) -> Vec<(String, String, String)> {
        let label = |n| if n == 0 { shorten(&printable(&g.label), widest) } else { String::new() };
        let names = |sources: &'a [String]| printable(&self.index.names(&sources.iter().map(String::as_str).collect::<Vec<_>>()));
        g.values.iter().enumerate().map(|(n, v)| (label(n), printable(&v.display), names(&v.sources))).collect()
    }

    /// Dates that no article's own date fixes: what, as written, by whom.
    pub(super) fn open_dates(&mut self) {
        let mut groups = self.groups(&[Status::Unresolved]);
        groups.retain(|g| self.is_open_date(g));
        if groups.is_empty() {
            return;
        }
        let undated = self.index.report.sources.iter().any(|s| s.published.is_none());
        let how = if undated { " (see --date)" } else { "" };
        let title = format!("? OPEN DATES  {} whose day no article's own date fixes{how}", groups.len());
        self.heading(status_style(Status::Unresolved), &title);
        for g in groups {
            let version = |v: &Version<'a>| {
                format!("{} ({})", printable(v.wordings.first().unwrap_or(&"")), printable(&self.index.names(&v.sources)))
            };
            let said: Vec<String> = self.index.versions(g).iter().map(version).collect();
            self.hanging("  ", &format!("{}: {}", printable(labels::bare(&g.label)), said.join(", ")));
        }
    }

    /// The events that several sources tell of, by day.
    pub(super) fn happened(&mut self) {
        let mut rows = timeline::rows(&self.index.report.groups, |id| self.index.claim(id));
        rows.retain(|r| self.index.dismissal(r.group).is_none() && self.story.is_none_or(|s| r.group.story == s));
        if rows.is_empty() {
            return;
        }
        self.heading(Style::new().bold(), &format!("WHAT HAPPENED  {} by day", counted(rows.len(), "event")));
        for row in rows {
            let lead = format!("  {} {}  ", labels::sign(row.group.status), padded(row.date().unwrap_or("no day"), 10));
            let (label, said) = (printable(&row.group.label), printable(&timeline::said(&row)));
            self.hanging(&lead, &format!("{label} — {said}  ({}{})", labels::sources(row.group), row.day_by()));
        }
    }

    /// What several sources have alike, by kind; names, which are many, in one paragraph.
    pub(super) fn agreements(&mut self) {
        let agree = self.groups(&[Status::Agree]);
        let (events, mut groups): (Vec<&Group>, Vec<&Group>) = agree.into_iter().partition(|g| g.kind == GroupKind::Event);
        groups.retain(|g| !self.is_full(g.status));
        if groups.is_empty() {
            return;
        }
        self.heading(
            status_style(Status::Agree),
            &format!("= AGREE  {}{}", counted(groups.len(), "thing"), labels::and_events(events.len())),
        );
        for kind in [GroupKind::Figure, GroupKind::Date, GroupKind::Place, GroupKind::Quote, GroupKind::Role] {
            let own: Vec<&Group> = groups.iter().copied().filter(|g| g.kind == kind).collect();
            if !own.is_empty() {
                self.line(&format!("  {}", labels::kinds(kind)));
            }
            for g in own {
                self.agreement(g);
            }
        }
        let names: Vec<String> =
            groups.iter().filter(|g| g.kind == GroupKind::Name).map(|g| format!("{} ({})", printable(&g.label), g.sources.len())).collect();
        if !names.is_empty() {
            self.line("  Names, with the number of sources");
            self.hanging("    ", &names.join(", "));
        }
    }

    fn agreement(&mut self, g: &Group) {
        let (what, value) = labels::told(g);
        let said = format!("{what}: {value}");
        let sources = format!("  — {}", labels::sources(g));
        let row = format!("    {said}{sources}");
        if columns(&row) > self.view.width { self.hanging("    ", row.trim_start()) } else { self.line(&row) }
    }

    /// How much only one source has, by source and kind.
    pub(super) fn alone(&mut self) {
        if self.is_full(Status::SingleSource) {
            return;
        }
        let mut by_source: BTreeMap<&str, BTreeMap<GroupKind, usize>> = BTreeMap::new();
        for g in self.groups(&[Status::SingleSource]) {
            if let Some(s) = g.sources.first() {
                *by_source.entry(s.as_str()).or_default().entry(g.kind).or_default() += 1;
            }
        }
        if by_source.is_empty() {
            return;
        }
        let total: usize = by_source.values().flat_map(|k| k.values()).sum();
        self.heading(Style::new().bold(), &format!("· ONE SOURCE ONLY  {} (--show single_source lists them)", counted(total, "thing")));
        for (source, kinds) in by_source {
            let list: Vec<String> = kinds.iter().map(|(k, n)| counted(*n, labels::kind(*k))).collect();
            let name = printable(self.index.name(source));
            self.hanging(&format!("  {name}: "), &list.join(", "));
        }
    }

    pub(super) fn dismissed(&mut self) {
        let list = &self.index.report.dismissed;
        if list.is_empty() {
            return;
        }
        self.heading(Style::new().bold(), &format!("DISMISSED  {}", labels::counted_dismissals(list)));
        for d in list {
            let state = labels::state(d.state);
            let date = d.date.as_ref().map_or(String::new(), |d| format!(" ({d})"));
            self.hanging("  ", &printable(&format!("{} {}: {}", d.id, labels::status(d.status), labels::dismissed(d))));
            self.hanging("      ", &printable(&format!("{state}{}{date}", d.reason)));
        }
    }
}
