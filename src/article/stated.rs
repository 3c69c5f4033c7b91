//! The days that the lines of an article state, as candidates for its date, and the agency that opens a wire story.

use std::ops::Range;

use super::dateline::{self, Stated};
use super::{ArticleNote, DateCandidate, Meta, byline};
use crate::claim::PublishedBy;
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

/// Reads the opening of a wire story at the head of a paragraph: how many tokens it has, if it is there. Its agency is credited, and its
/// day dates an article that states no other.
pub fn opening(t: Tokens<'_>, paragraph: Range<usize>, meta: &mut Meta) -> Option<usize> {
    let (width, agency) = dateline::opening(t, paragraph.clone())?;
    let agency = byline::agency_in(t, agency, &lexicon().furniture).filter(|a| !meta.credits.contains(a));
    meta.credits.extend(agency);
    if meta.dates.is_empty() {
        let found = dateline::read(t, paragraph.start..paragraph.start + width).unwrap_or_default();
        found.dates.iter().for_each(|d| add_date(meta, d.date, d.span));
    }
    Some(width)
}

fn add_date(meta: &mut Meta, date: jiff::civil::Date, span: Span) {
    if meta.dates.iter().all(|c| c.date != date) {
        meta.dates.push(DateCandidate { date, by: PublishedBy::Stated, span: Some(span) });
    }
}

fn note(code: &'static str, message: &str, span: Option<Span>) -> ArticleNote {
    ArticleNote { code: code.into(), message: message.to_owned(), span }
}
