//! One finding: what it is about, why it has its status, its values with the words behind them.

use anstyle::Style;
use rustc_hash::FxHashSet;

use super::super::index::Version;
use super::super::layout::{columns, counted, printable, shorten};
use super::super::{labels, series};
use super::{Page, status_name, status_style};
use crate::claim::Claim;
use crate::reconcile::group::{Group, GroupKind, Status};
use crate::text::fold::fold;

impl<'a> Page<'a> {
    pub(super) fn finding(&mut self, g: &'a Group) {
        self.title(g);
        let why = printable(&self.index.explanation(g));
        match series::line(self.index, g) {
            Some(line) => {
                self.hanging("  ", &format!("{}:", series::cause(&why)));
                self.hanging("  ", &line);
            }
            None => self.hanging("  ", &why),
        }
        if g.kind == GroupKind::Quote {
            return self.quotes(g, "  ");
        }
        for v in &series::versions(self.index, g) {
            match g.status {
                _ if labels::is_disputed(g) => self.sentences(v),
                Status::Conflict | Status::Changed | Status::Unresolved => self.sentences(v),
                _ => self.example(v),
            }
        }
    }

    /// Sign, status, label; then kind, number of sources and id, on the same line if there is room.
    fn title(&mut self, g: &Group) {
        let new = labels::news(g).map_or(String::new(), |n| format!(" ({n})"));
        let status = format!("{}{new}", status_name(g));
        let about = format!("[{}, {}, {}]", labels::kind(g.kind), labels::sources(g), g.id);
        let room = self.view.width.saturating_sub(columns(&about) + 2);
        let whole = format!("{status}  {}", printable(&g.label));
        if columns(&whole) <= room {
            let row = format!("{}  {about}", self.styled(status_style(g.status), &whole));
            self.line("");
            self.line(&row);
        } else {
            self.heading(status_style(g.status), &shorten(&whole, self.view.width));
            self.line(&format!("  {about}"));
        }
    }

    /// A value in its wordings, who has it, and how many origins that are.
    fn version(&mut self, v: &Version<'a>) {
        let wordings: Vec<String> = v.wordings.iter().map(|w| wording(&printable(w), self.view.width / 2)).collect();
        let row = format!("{}  — {}{}", wordings.join(" · "), printable(&self.index.names(&v.sources)), origins(v));
        self.hanging("  • ", &row);
    }

    /// A value with the sentence of each source.
    fn sentences(&mut self, v: &Version<'a>) {
        self.version(v);
        let first = v.by_source();
        for claim in &first {
            self.evidence(claim);
        }
        self.also(v.claims.iter().copied().filter(|c| !first.iter().any(|shown| shown.id == c.id)).collect());
    }

    /// Where a value stands as well; of very many mentions only the number is told.
    fn also(&mut self, mut more: Vec<&'a Claim>) {
        const LISTED: usize = 8;
        more.sort_by_key(|c| (c.source.as_str(), c.start));
        more.dedup_by_key(|c| (c.source.as_str(), c.line));
        if !more.is_empty() && more.len() <= LISTED {
            self.placed("      also ", &more);
        } else if !more.is_empty() {
            self.line(&format!("      and {}", counted(more.len(), "more mention")));
        }
    }

    /// A value where nothing is in doubt: one sentence for each way to write it is enough, and where the other sources have it.
    fn example(&mut self, v: &Version<'a>) {
        const MOST: usize = 3;
        self.version(v);
        let mut seen = FxHashSet::default();
        let mut claims: Vec<&'a Claim> = v.by_source();
        claims.extend(&v.claims);
        claims.retain(|c| seen.insert(fold(&c.text)));
        // what stands inside another mention has been shown with it
        let inside =
            |c: &Claim, of: &Claim| of.end - of.start > c.end - c.start && c.source == of.source && of.start <= c.start && c.end <= of.end;
        let shown = claims.clone();
        claims.retain(|c| !shown.iter().any(|of| inside(c, of)));
        claims.truncate(MOST);
        claims.iter().for_each(|c| self.evidence(c));
        self.also(v.by_source().into_iter().filter(|c| !claims.iter().any(|shown| shown.source == c.source)).collect());
    }

    /// The words of a claim in their sentence, marked, led by file and line.
    pub(super) fn evidence(&mut self, claim: &Claim) {
        let Some(source) = self.index.source(&claim.source) else { return };
        let room = self.view.width.saturating_sub(6).max(30);
        let Some(e) = self.index.excerpt(claim, room) else { return };
        self.line(&format!("      {}", self.place(source, claim)));
        let marked = self.styled(Style::new().underline().bold(), &e.marked);
        self.line(&format!("      {}{marked}{}", e.before, e.after));
        if !self.view.color {
            self.line(&format!("      {}{}", " ".repeat(columns(&e.before)), "^".repeat(columns(&e.marked).max(1))));
        }
    }
}

/// A value cut to the columns given. Its words and the meaning in brackets behind them are cut each by itself.
fn wording(value: &str, width: usize) -> String {
    match value.strip_suffix(')').and_then(|v| v.rsplit_once(" (")) {
        Some((words, meaning)) if columns(value) > width => format!("{} ({})", shorten(words, width), shorten(meaning, width)),
        _ => shorten(value, width),
    }
}

/// The number of origins, where sources copy one another.
fn origins(v: &Version) -> String {
    let n = v.origins();
    if n < v.sources.len() { format!(" ({})", counted(n, "origin")) } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_meaning_of_a_value_is_not_cut_with_its_words() {
        assert_eq!(wording("noon (12:00)", 20), "noon (12:00)");
        assert_eq!(wording("about a quarter to noon (2026-03-09 11:45)", 16), "about a quarter… (2026-03-09 11:45)");
        assert_eq!(wording("a sentence that is too long", 16), "a sentence that…");
    }
}
