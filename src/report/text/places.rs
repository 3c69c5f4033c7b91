//! Where the mentions of a row stand: one for each source, in as few columns as a reader can follow.

use super::super::layout::{columns, printable};
use super::Page;
use crate::claim::{Claim, Source};

/// A place as it is written, and the columns that it takes, which a hyperlink adds nothing to.
struct Place {
    shown: String,
    width: usize,
}

impl Place {
    /// With more text behind it.
    fn before(self, text: &str) -> Self {
        Place { shown: self.shown + text, width: self.width + columns(text) }
    }
}

impl<'a> Page<'a> {
    /// Where a claim stands, as terminals and editors follow it; without a line where positions refer to a text taken out of the file.
    pub(super) fn place(&self, source: &'a Source, claim: &Claim) -> String {
        self.place_in(source, claim, &self.index.place(source)).shown
    }

    /// A place in a source that is called by this name.
    fn place_in(&self, source: &Source, claim: &Claim, name: &str) -> Place {
        let line = self.index.line(claim).map_or(String::new(), |line| format!(":{line}"));
        let text = format!("{}{line}", printable(name));
        let width = columns(&text);
        match self.view.links.get(&source.path) {
            Some(url) => Place { shown: format!("\u{1b}]8;;{url}\u{1b}\\{text}\u{1b}]8;;\u{1b}\\"), width },
            None => Place { shown: text, width },
        }
    }

    /// Where claims stand: each with its file if that fits in one line, else the first with its file and the others as their sources are
    /// called.
    fn places(&self, claims: &[&'a Claim], room: usize) -> Vec<Place> {
        let sourced: Vec<(&'a Source, &Claim)> = claims.iter().filter_map(|c| Some((self.index.source(&c.source)?, *c))).collect();
        let whole = |(source, claim): &(&'a Source, &Claim)| self.place_in(source, claim, &self.index.place(source));
        let short = |(source, claim): &(&'a Source, &Claim)| self.place_in(source, claim, self.index.name(&source.id));
        let all: Vec<Place> = sourced.iter().map(whole).collect();
        if all.iter().map(|p| p.width + 2).sum::<usize>() <= room + 2 {
            return all;
        }
        sourced.iter().enumerate().map(|(n, s)| if n == 0 { whole(s) } else { short(s) }).collect()
    }

    /// Places behind `lead`, or below it where the first does not fit; further lines stand below the first place.
    pub(super) fn placed(&mut self, lead: &str, claims: &[&'a Claim]) {
        const BELOW: usize = 6;
        let behind = self.places(claims, self.view.width.saturating_sub(columns(lead)));
        let fits = behind.first().is_some_and(|p| columns(lead) + p.width < self.view.width);
        if fits || columns(lead) <= BELOW {
            return self.places_behind(lead.to_owned(), columns(lead), behind);
        }
        self.line(lead);
        let below = self.places(claims, self.view.width.saturating_sub(BELOW));
        self.places_behind(" ".repeat(BELOW), BELOW, below);
    }

    fn places_behind(&mut self, lead: String, indent: usize, places: Vec<Place>) {
        let last = places.len().saturating_sub(1);
        let (mut row, mut used) = (lead, indent);
        for (n, place) in places.into_iter().enumerate() {
            let place = if n < last { place.before(",") } else { place };
            if used > indent && used + 1 + place.width > self.view.width {
                self.line(&row);
                (row, used) = (" ".repeat(indent), indent);
            }
            let space = usize::from(used > indent);
            row += &" ".repeat(space);
            row += &place.shown;
            used += space + place.width;
        }
        self.line(&row);
    }
}
