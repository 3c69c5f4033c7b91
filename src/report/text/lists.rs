//! The short parts of the report: names and roles as a table, dates that stay open, what happened, what agrees, what only one source has,
//! what was dismissed.

use std::collections::BTreeMap;

use anstyle::Style;

use super::super::index::Version;
use super::super::labels;
use super::super::layout::{columns, counted, padded, printable, shorten};
use super::super::timeline;
use super::{Page, status_style};
use crate::claim::Claim;
use crate::reconcile::group::{Group, GroupKind, Status};

impl<'a> Page<'a> {
    /// Names and roles in more than one wording: what, as worded, where.
    pub(super) fn names_and_roles(&mut self) {
        let compatible = self.groups(&[Status::Compatible]);
        let groups: Vec<&Group> = compatible.into_iter().filter(|g| self.is_full(g.status) && self.is_tabled(g)).collect();
        if groups.is_empty() {
            return;
        }
        self.heading(status_style(Status::Compatible), &format!("≈ NAMES AND ROLES  {} in more than one wording", groups.len()));
        let most = self.view.width / 2;
        let wordings = groups.iter().flat_map(|g| &g.values).map(|v| columns(&printable(&v.display)));
        let widest = wordings.max().unwrap_or_default().min(most);
        for g in groups {
            self.hanging("  ", &printable(&g.label));
            for value in &g.values {
                let words = shorten(&printable(&value.display), widest);
                let mentions = self.index.version(value).by_source();
                self.placed(&format!("    {}  ", padded(&words, widest)), &mentions);
            }
        }
    }

    /// Dates that no article's own date fixes: what, as written, by whom, where.
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
            self.placed("      ", &self.index.mentions(g));
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
            let said = if said.is_empty() { said } else { format!(" — {said}") };
            self.hanging(&lead, &format!("{label}{said}  ({}{})", labels::sources(row.group), row.day_by()));
            self.placed(&" ".repeat(columns(&lead)), &self.index.mentions(row.group));
        }
    }

    /// What several sources have alike, by kind.
    pub(super) fn agreements(&mut self) {
        let agree = self.groups(&[Status::Agree]);
        let (events, groups): (Vec<&Group>, Vec<&Group>) = agree.into_iter().partition(|g| g.kind == GroupKind::Event);
        let mut groups = self.index.by_mention(groups);
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
        groups.retain(|g| g.kind == GroupKind::Name);
        let (places, people): (Vec<&Group>, Vec<&Group>) = groups.into_iter().partition(|g| self.index.is_of_place(g));
        self.agreed_names("People", &people);
        self.agreed_names("Places", &places);
    }

    /// Names that are many: a row each, with the number of its sources and its first mention.
    fn agreed_names(&mut self, what: &str, groups: &[&'a Group]) {
        if groups.is_empty() {
            return;
        }
        self.hanging("  ", &format!("{what}, with the number of sources and the first mention"));
        let most = self.view.width / 2;
        let widest = groups.iter().map(|g| columns(&printable(&g.label))).max().unwrap_or_default().min(most);
        for g in groups {
            let name = padded(&shorten(&printable(&g.label), widest), widest);
            let first: Vec<&Claim> = self.index.mentions(g).into_iter().take(1).collect();
            self.placed(&format!("    {name}  {:>2}  ", g.sources.len()), &first);
        }
    }

    /// What is said alike, by how many, and where.
    fn agreement(&mut self, g: &'a Group) {
        self.hanging("    ", &format!("{} — {}{}", labels::told_in_one(g), labels::sources(g), self.index.extent(g)));
        self.placed("      ", &self.index.mentions(g));
    }

    /// What only one source has, by source: how much of each kind, or, where that is asked for, each thing in order of the text.
    pub(super) fn alone(&mut self) {
        let mut by_source: BTreeMap<&str, Vec<&Group>> = BTreeMap::new();
        for g in self.groups(&[Status::SingleSource]) {
            if let Some(s) = g.sources.first() {
                by_source.entry(s.as_str()).or_default().push(g);
            }
        }
        if by_source.is_empty() {
            return;
        }
        let listed = self.is_full(Status::SingleSource);
        let how = if listed { "" } else { " (--show single_source lists them)" };
        let total = counted(by_source.values().map(Vec::len).sum(), "thing");
        self.heading(status_style(Status::SingleSource), &format!("· ONE SOURCE ONLY  {total}{how}"));
        for (source, groups) in by_source {
            let name = printable(self.index.name(source));
            if listed {
                self.line(&format!("  {name}"));
                self.told_alone(groups);
            } else {
                self.hanging(&format!("  {name}: "), &kinds(&groups));
            }
        }
    }

    /// What one source alone has, with its sentence.
    fn told_alone(&mut self, groups: Vec<&'a Group>) {
        let mut told: Vec<(&Group, Option<&Claim>)> = groups.into_iter().map(|g| (g, self.index.told_at(g))).collect();
        told.sort_by_key(|(_, first)| first.map(|c| c.start));
        for (g, first) in told {
            self.hanging("    ", &format!("{}  [{}, {}]", labels::told_in_one(g), labels::kind(g.kind), g.id));
            first.into_iter().for_each(|c| self.evidence(c));
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

/// `2 figures, 1 role`.
fn kinds(groups: &[&Group]) -> String {
    let mut numbers: BTreeMap<GroupKind, usize> = BTreeMap::new();
    groups.iter().for_each(|g| *numbers.entry(g.kind).or_default() += 1);
    numbers.iter().map(|(k, n)| counted(*n, labels::kind(*k))).collect::<Vec<_>>().join(", ")
}
