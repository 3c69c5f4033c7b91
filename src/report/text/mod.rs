//! The report as an editor reads it in a terminal: what was read, the findings with the strongest first and the words behind them, then
//! names and roles, dates that stay open, what happened, what agrees, what only one source has, last what was not compared. Colour repeats
//! what words and signs say.

mod against;
mod finding;
mod lists;
mod places;
mod quotes;

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use rustc_hash::FxHashMap;

use super::index::{Index, Story, title};
use super::labels;
use super::layout::{columns, counted, padded, printable, shorten, shorten_path, wrap};
use crate::claim::Source;
use crate::reconcile::group::{Group, GroupKind, Status};

/// How the report is to look.
#[derive(Default)]
pub struct View {
    pub color: bool,
    /// Columns to write for.
    pub width: usize,
    /// Statuses whose groups are shown in full; empty for the usual choice.
    pub shown: Vec<Status>,
    /// From the path of a source to its address, where the terminal has hyperlinks.
    pub links: FxHashMap<String, String>,
}

/// What every part of the report draws from.
struct Page<'a> {
    index: &'a Index<'a>,
    view: &'a View,
    /// The story that is being reported, where there are several.
    story: Option<&'a str>,
    out: String,
}

/// Writes the whole report.
pub fn write(index: &Index, view: &View, out: &mut impl Write) -> io::Result<()> {
    let mut page = Page { index, view, story: None, out: String::new() };
    page.head();
    match &index.report.against {
        Some(against) => page.against(against),
        None => page.stories(),
    }
    page.dismissed();
    page.foot();
    out.write_all(page.out.as_bytes())
}

fn status_style(status: Status) -> Style {
    let color = match status {
        Status::Conflict => AnsiColor::Red,
        Status::Changed => AnsiColor::Magenta,
        Status::Unresolved => AnsiColor::Yellow,
        Status::Compatible => AnsiColor::Cyan,
        Status::Agree => AnsiColor::Green,
        Status::SingleSource => AnsiColor::White,
    };
    Style::new().bold().fg_color(Some(color.into()))
}

impl<'a> Page<'a> {
    fn styled(&self, style: Style, text: &str) -> String {
        if self.view.color { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }

    fn line(&mut self, text: &str) {
        self.out.push_str(text.trim_end());
        self.out.push('\n');
    }

    /// An empty line, then a heading.
    fn heading(&mut self, style: Style, text: &str) {
        self.line("");
        let rows = if columns(text) > self.view.width { wrap(text, self.view.width) } else { vec![text.to_owned()] };
        for row in rows {
            let row = self.styled(style, &row);
            self.line(&row);
        }
    }

    /// Text in lines that fit, the first after `lead`, the others below its end.
    fn hanging(&mut self, lead: &str, text: &str) {
        let indent = columns(lead);
        for (n, row) in wrap(text, self.view.width.saturating_sub(indent)).iter().enumerate() {
            let row = if n == 0 { format!("{lead}{row}") } else { format!("{}{row}", " ".repeat(indent)) };
            self.line(&row);
        }
    }

    fn head(&mut self) {
        let r = self.index.report;
        let origins: std::collections::BTreeSet<&str> = r.sources.iter().map(|s| s.origin.as_str()).collect();
        let copies = if origins.len() < r.sources.len() { format!(" ({})", counted(origins.len(), "origin")) } else { String::new() };
        let stories = self.index.stories().len();
        let told = if stories > 1 { format!(" on {stories} stories") } else { String::new() };
        let articles = counted(r.sources.len(), "article");
        let end = if stories > 1 { "." } else { ":" };
        let folder = self.index.folder().map(|f| format!(" in {}", printable(f))).unwrap_or_default();
        let text = format!("Read {articles}{told}{copies}{folder}, {}{end}", counted(r.coverage.claims as usize, "claim"));
        self.hanging("", &text);
        if stories < 2 {
            self.sources(&r.sources.iter().collect::<Vec<_>>());
        }
    }

    /// A line for each article: what the report calls it, its date, its headline, its file.
    fn sources(&mut self, sources: &[&'a Source]) {
        let most = self.view.width / 2;
        let places: Vec<String> = sources.iter().map(|s| printable(&self.index.place(s))).collect();
        let widest = places.iter().map(|p| columns(p)).max().unwrap_or_default().min(most);
        for (s, place) in sources.iter().zip(&places) {
            let date = s.published.as_deref().unwrap_or("no date");
            let title = title(s);
            let path = padded(&shorten_path(place, most), widest);
            let row = shorten(&format!("  {path}  {}  {}", padded(date, 10), printable(&title)), self.view.width);
            self.line(&row);
        }
    }

    /// The findings; where there are several stories, of each by itself, and last the articles that are alone with theirs.
    fn stories(&mut self) {
        let stories = self.index.stories();
        let (told, alone): (Vec<&Story>, Vec<&Story>) = stories.iter().partition(|s| s.sources.len() > 1 || stories.len() == 1);
        for (n, story) in told.iter().enumerate() {
            if stories.len() > 1 {
                self.story = Some(story.name);
                let title = format!("STORY {} of {}  {}", n + 1, told.len(), printable(&story.title()));
                let title = shorten(&title, self.view.width);
                self.line("");
                self.heading(Style::new().bold().underline(), &title);
                self.sources(&story.sources);
            }
            self.story_parts();
        }
        self.story = None;
        if !alone.is_empty() {
            self.heading(Style::new().bold(), &format!("ALONE  {} of which no other tells", counted(alone.len(), "story")));
            self.sources(&alone.iter().flat_map(|s| s.sources.iter().copied()).collect::<Vec<_>>());
        }
    }

    fn story_parts(&mut self) {
        self.findings();
        self.names_and_roles();
        self.open_dates();
        self.happened();
        self.agreements();
        self.alone();
    }

    /// The groups of the story with one of some statuses, strongest first, without those that are dismissed.
    fn groups(&self, statuses: &[Status]) -> Vec<&'a Group> {
        let mut groups = self.index.groups(statuses);
        groups.retain(|g| self.story.is_none_or(|s| g.story == s));
        groups
    }

    /// Whether the groups of a status are shown in full.
    fn is_full(&self, status: Status) -> bool {
        let usual = matches!(status, Status::Conflict | Status::Changed | Status::Unresolved | Status::Compatible);
        if self.view.shown.is_empty() { usual } else { self.view.shown.contains(&status) }
    }

    /// Names and roles that are only worded differently fit in a table.
    fn is_tabled(&self, g: &Group) -> bool {
        g.status == Status::Compatible && matches!(g.kind, GroupKind::Name | GroupKind::Role)
    }

    /// Dates that wait for the day of their article say one thing, and fit in a list.
    fn is_open_date(&self, g: &Group) -> bool {
        labels::is_open_date(g) && self.view.shown.is_empty()
    }

    /// Events that are only told more or less closely have their line among what happened.
    fn is_plain_event(&self, g: &Group) -> bool {
        g.kind == GroupKind::Event && g.status == Status::Compatible && !g.disputed_by_parties && self.view.shown.is_empty()
    }

    fn findings(&mut self) {
        let full: Vec<Status> = Status::ALL.into_iter().filter(|s| self.is_full(*s) && *s != Status::SingleSource).collect();
        let mut groups = self.groups(&full);
        groups.retain(|g| !self.is_tabled(g) && !self.is_open_date(g) && !self.is_plain_event(g));
        groups.sort_by_key(|g| (!self.index.is_news(g), g.status, g.severity));
        if self.groups(&[Status::Conflict, Status::Changed, Status::Unresolved]).is_empty() {
            self.line("");
            let but = if self.index.report.set_aside().is_empty() { "" } else { " but what is dismissed" };
            self.line(&format!("No conflict, no change, nothing unresolved{but}."));
        }
        for g in groups {
            self.finding(g);
        }
    }

    fn foot(&mut self) {
        let mut rows = super::coverage::rows(self.index);
        if rows.is_empty() {
            rows.push("nothing was left out".to_owned());
        }
        self.heading(Style::new().bold(), "NOT COMPARED");
        for row in rows {
            self.hanging("  ", &printable(&row));
        }
        let s = &self.index.report.summary;
        let total = format!(
            "{}, {} changed, {} unresolved{}, {} compatible, {} agree, {} from one source{}",
            counted(s.conflict as usize, "conflict"),
            s.changed,
            s.unresolved,
            self.index.report.news(),
            s.compatible,
            s.agree,
            s.single_source,
            self.index.report.set_aside()
        );
        let of = if self.index.report.against.is_some() { "All articles: " } else { "" };
        self.line("");
        self.hanging("", &format!("{of}{total}"));
    }
}

/// The sign and the word of a group's status.
fn status_name(g: &Group) -> String {
    format!("{} {}", labels::sign(g.status), labels::group_heading(g).to_uppercase())
}
