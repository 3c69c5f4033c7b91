//! Which of several candidate days is the publication date: the one that the dates of the body fit best.

use jiff::civil::Date;

use crate::article::{Article, Block};
use crate::claim::BlockRole;
use crate::lexicon::lexicon;
use crate::value::time::expr::{Cell, WeekRef, YearRef};
use crate::value::time::point::nearest;
use crate::value::time::{Expr, Found, Point, Reader, Tense};

use super::{Context, dates};

/// The likeliest day of publication; `stated_elsewhere` for an article without any.
pub fn choose(article: &Article, stated_elsewhere: Option<Date>) -> Option<Date> {
    let candidates = &article.meta.dates;
    if candidates.len() < 2 {
        return candidates.first().map(|c| c.date).or(stated_elsewhere);
    }
    let reader = Reader::new(article.tokens(), &lexicon().time);
    let bodies = article.blocks.iter().filter(|b: &&Block| b.role == BlockRole::Body);
    let read = bodies.flat_map(|b| reader.read_all(b.tokens.start, b.tokens.end));
    let cx = Context { article, tokens: article.tokens(), lexicon: lexicon(), published: None };
    let is_ahead = |f: &Found| dates::tense_of(&cx, f).0 == Tense::Future;
    let read: Vec<(bool, Found)> = read.map(|f| (is_ahead(&f), f)).collect();
    let score = |day: Date| read.iter().map(|(ahead, f)| fit(f, *ahead, day)).sum::<i32>();
    let (first, best) = (candidates.first()?.date, candidates.iter().map(|c| c.date).rev().max_by_key(|d| score(*d))?);
    Some(if score(best) >= score(first) + MARGIN { best } else { first })
}

/// How much better another day must fit than the one that the reading of the article holds for the likeliest.
const MARGIN: i32 = 3;

/// How well one expression fits a day of publication. A bare weekday in news is mostly that day or the one before, one to come (`ahead`)
/// that day or the next.
fn fit(found: &Found, ahead: bool, day: Date) -> i32 {
    match found.expr {
        Expr::Weekday(weekday, WeekRef::Open) => match days_before(nearest(day, weekday, if ahead { 1 } else { -1 }), day).abs() {
            0 | 1 => 3,
            2 => 2,
            3 => 1,
            _ => 0,
        },
        Expr::InYear(Cell::Day { month, day: n }, YearRef::Open) => {
            let same = |weekday| Date::new(day.year(), month, n).is_ok_and(|d| d.weekday() == weekday);
            found.weekday.map_or(0, |w| if same(w) { 3 } else { -3 })
        }
        Expr::Fixed(Point::Day(told)) => match days_before(told, day) {
            0..=7 => 1,
            i32::MIN..=-1 => -1,
            _ => 0,
        },
        _ => 0,
    }
}

fn days_before(earlier: Date, day: Date) -> i32 {
    earlier.until(day).map_or(i32::MAX, |s| s.get_days())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{DateCandidate, json};
    use crate::claim::PublishedBy;
    use jiff::civil::date;

    fn chosen(text: &str, days: &[Date]) -> Option<Date> {
        let object = serde_json::json!({ "text": text }).to_string();
        let mut article = json::read(&object, "a.json", "a").unwrap();
        article.meta.dates = days.iter().map(|d| DateCandidate { date: *d, by: PublishedBy::Stated, span: None }).collect();
        choose(&article, None)
    }

    #[test]
    fn the_day_that_the_weekdays_of_the_body_fit() {
        let (wednesday, monday) = (date(2025, 12, 3), date(2025, 12, 8));
        assert_eq!(chosen("He said on Tuesday that talks will go on.", &[monday, wednesday]), Some(wednesday));
        assert_eq!(chosen("He said on Sunday that talks will go on, and left on Sunday night.", &[wednesday, monday]), Some(monday));
        assert_eq!(
            chosen("The club won on Friday and advances to play Saturday.", &[date(2013, 3, 8), date(2013, 8, 3)]),
            Some(date(2013, 3, 8))
        );
        assert_eq!(chosen("On Tuesday, Dec. 2, the bridge fell.", &[date(2024, 12, 3), wednesday]), Some(wednesday));
    }

    #[test]
    fn the_first_where_the_body_says_nothing() {
        assert_eq!(chosen("The bridge fell.", &[date(2025, 12, 3), date(2025, 12, 8)]), Some(date(2025, 12, 3)));
    }
}
