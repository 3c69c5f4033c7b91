//! The days that the lines of an article state, as candidates for its date, and the agency that opens a wire story.

use std::ops::Range;

use super::dateline::{self, Stated};
use super::{ArticleNote, Block, DateCandidate, Meta, byline, correction, credit};
use crate::claim::{BlockRole, PublishedBy};
use crate::lexicon::lexicon;
use crate::text::{Span, Tokens};

/// Adds the days of date lines, each with the span of its line, in the order given; notes what is doubtful in them.
pub fn add_dates(meta: &mut Meta, notes: &mut Vec<ArticleNote>, found: impl IntoIterator<Item = (Stated, Span)>) {
    for (stated, line) in found {
        add_date(meta, stated.date, stated.span);
        if stated.doubtful {
            add_date(meta, dateline::swapped(stated.date), stated.span);
            notes.push(note("day_or_month", "the day and the month of this date may be the other way round", Some(line)));
        }
    }
    if let [_, second, ..] = &meta.dates[..] {
        notes.push(note("two_dates", "the article states more than one date", second.span));
    }
}

/// The parts of the paragraphs of a wire story: before the first one its opening, behind the last one its credit.
#[derive(Default)]
pub struct Wire<'t> {
    looked_at: usize,
    /// The opening that was found; a later printing of its paragraph has it again.
    opening: Option<&'t str>,
}

/// A paragraph without its opening and its credit, which may be empty.
pub struct Parts {
    /// The opening of a wire story: place and agency.
    pub opening: Range<usize>,
    /// The text itself.
    pub body: Range<usize>,
    /// The credit at its end.
    pub credit: Range<usize>,
}

impl Parts {
    /// Those parts that are there.
    pub fn blocks(self, t: Tokens<'_>) -> impl Iterator<Item = Block> {
        let parts = [(BlockRole::Dateline, self.opening), (BlockRole::Body, self.body), (BlockRole::Byline, self.credit)];
        parts.into_iter().filter(|(_, part)| !part.is_empty()).map(move |(role, part)| Block::new(t, role, part))
    }
}

impl<'t> Wire<'t> {
    /// Takes a paragraph of the body apart. Its agencies are credited, and the day of its opening dates an article that states no other.
    pub fn take(&mut self, t: Tokens<'t>, paragraph: Range<usize>, meta: &mut Meta) -> Parts {
        let body = paragraph.start + self.opening_of(t, paragraph.clone(), meta)..paragraph.end;
        let credit = credit::behind(t, body.clone(), &lexicon().furniture).unwrap_or(body.end);
        credit_agency(t, credit..body.end, meta);
        Parts { opening: paragraph.start..body.start, body: body.start..credit, credit: credit..body.end }
    }

    /// How many tokens the opening has.
    fn opening_of(&mut self, t: Tokens<'t>, paragraph: Range<usize>, meta: &mut Meta) -> usize {
        const LOOKED_AT: usize = 3;
        self.looked_at += 1;
        if self.opening.is_none() && self.looked_at > LOOKED_AT || correction::is_headed(t, paragraph.clone()) {
            return 0;
        }
        let Some((width, agency)) = dateline::opening(t, paragraph.clone()) else { return 0 };
        let opening = paragraph.start..paragraph.start + width;
        let text = t.span(opening.clone()).of(t.text);
        if *self.opening.get_or_insert(text) != text {
            return 0;
        }
        credit_agency(t, agency, meta);
        if meta.dates.is_empty() {
            let found = dateline::read(t, opening).unwrap_or_default();
            found.dates.iter().for_each(|d| add_date(meta, d.date, d.span));
        }
        width
    }
}

fn credit_agency(t: Tokens<'_>, range: Range<usize>, meta: &mut Meta) {
    let agency = byline::agency_in(t, range, &lexicon().furniture).filter(|a| !meta.credits.contains(a));
    meta.credits.extend(agency);
}

fn add_date(meta: &mut Meta, date: jiff::civil::Date, span: Span) {
    if meta.dates.iter().all(|c| c.date != date) {
        meta.dates.push(DateCandidate { date, by: PublishedBy::Stated, span: Some(span) });
    }
}

fn note(code: &'static str, message: &str, span: Option<Span>) -> ArticleNote {
    ArticleNote { code: code.into(), message: message.to_owned(), span }
}
