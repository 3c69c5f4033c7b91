//! Two dates that share a part: stretches with two ends, and lists.

use jiff::civil::Date;

use super::{Read, Reader};
use crate::text::form;
use crate::value::time::Point;
use crate::value::time::expr::{Cell, Expr, Found, YearRef};

impl Reader<'_> {
    /// The index behind `–`, `to`, `and` … when one stands here, and what it joins does not begin a paragraph.
    pub(super) fn connector(&self, at: usize) -> Option<usize> {
        let joins = self.is_dash(at) || self.is_any(at, &["to", "and", "or", "until", "through", "till", "&"]);
        let within = self.tokens.get(at + 1).is_some_and(|t| !t.has(form::PARAGRAPH));
        (joins && within).then_some(at + 1)
    }

    /// The second end behind a dash or, for days, `to`: `April–June 2026`, `Dec. 2–4, 2025`, `July 4 to 9`; the year behind it belongs to
    /// both.
    pub(super) fn join_other_end(&self, found: &mut Found) {
        let end = found.tokens.end;
        if let Some((second, end)) = self.up_to_year(found.expr, end) {
            (found.to, found.tokens.end) = (Some(second), end);
            return;
        }
        let dash = self.is_dash(end);
        let to_day = dash || self.is_any(end, &["to", "through", "until", "till"]);
        let joined = match found.expr {
            Expr::InYear(Cell::Month(a), YearRef::Open) if dash => self.month_end(a, end + 1),
            Expr::InYear(Cell::Day { month, day }, YearRef::Open) if to_day => self.day_end(month, day, end + 1),
            _ => None,
        };
        if let Some((expr, end)) = joined {
            found.expr = expr;
            found.tokens.end = end;
        }
    }

    /// `-13` behind the first year of `the 2012-13 season`, `–1990` behind `1979`: one stretch.
    pub(super) fn up_to_year(&self, first: Expr, mark: usize) -> Read<Expr> {
        let Expr::InYear(Cell::Whole, YearRef::Given(year)) = first else { return None };
        let short = self.digit_count(mark + 1) == 2;
        self.second_year(year, mark).filter(|(_, end)| short || self.is_season_of_play(*end))
    }

    /// The same for what begins in one year and ends in the next, whose halves are not those of the calendar.
    pub(super) fn is_season_over_new_year(&self, first: Expr, mark: usize) -> bool {
        self.up_to_year(first, mark).is_some_and(|(_, end)| self.is_season_of_play(end))
    }

    /// `season`, `school year`: what begins in one year and ends in the next.
    pub(super) fn is_season_of_play(&self, at: usize) -> bool {
        self.is_any(at, &["season", "seasons", "campaign"])
            || self.is_any(at, &["school", "academic", "league"]) && self.is_any(at + 1, &["year", "season"])
    }

    fn month_end(&self, first: i8, at: usize) -> Option<(Expr, usize)> {
        let (Expr::InYear(Cell::Month(last), year), end) = self.month_first(at)? else { return None };
        (first < last).then_some((Expr::InYear(Cell::Months { first, last }, year), end))
    }

    fn day_end(&self, month: i8, first: i8, at: usize) -> Option<(Expr, usize)> {
        let at = self.skip(at, &["the"]);
        let (last, end) = self.day_number(at).filter(|(n, e)| first < *n && !self.counts(*e) && self.month_name(*e).is_none())?;
        let (year, end) = self.year_behind(end).unwrap_or((YearRef::Open, end));
        Some((Expr::InYear(Cell::Days { month, first, last }, year), end))
    }

    /// The end of a stretch that `from` or `between` opens: `from March to May`, `between Jan. 22 and today`. Two days that are complete
    /// without each other stay two; two years are a stretch.
    pub(super) fn add_end(&self, found: &mut Found) {
        let start = found.tokens.start;
        let opened = |word: &str| start > 0 && self.is(start - 1, word);
        let closed = |at: usize| match (opened("from"), opened("between")) {
            (true, _) => self.is_any(at, &["to", "until", "till", "through"]) || self.is_dash(at),
            (_, between) => between && (self.is(at, "and") || self.is_dash(at)),
        };
        let end = found.tokens.end;
        if found.to.is_some() || found.clock.is_some() || found.shift.is_some() {
            return;
        }
        let years = |f: &Found| matches!(f.expr, Expr::InYear(Cell::Whole, YearRef::Given(_)));
        let told = self.told_end(start, end);
        let Some(second) = closed(end).then_some(end + 1).or(told) else { return };
        let Some(last) = self.date(second).filter(|l| l.shift.is_none() && l.clock.is_none()) else { return };
        if told.is_some() && !(years(found) && years(&last)) {
            return;
        }
        let joined = found.is_relative() || last.is_relative() || years(found) && years(&last);
        if !joined {
            return;
        }
        if let (Expr::InYear(cell, YearRef::Open), Some(year)) = (found.expr, self.year_of_next(second)) {
            let turned = matches!((cell, last.expr), (Cell::Month(a), Expr::InYear(Cell::Month(b), _)) if a > b);
            let year = match year {
                YearRef::Given(y) if turned => YearRef::Given(y - 1),
                other => other,
            };
            found.expr = in_year(cell, year).unwrap_or(found.expr);
        }
        found.to = Some(last.expr);
        found.tokens.end = last.tokens.end;
    }

    /// The index of the second year where the first, which ends before token `end`, is told as a beginning: "beginning in 2009 and
    /// continuing through 2016", "starting in 2011 and ending in 2014".
    fn told_end(&self, start: usize, end: usize) -> Option<usize> {
        let begun = start > 1 && self.is(start - 1, "in") && self.is_any(start - 2, &["beginning", "starting"]);
        let and = end + usize::from(self.is_punct(end, ','));
        let last = begun
            && self.is(and, "and")
            && self.is_any(and + 1, &["continuing", "ending", "lasting", "running"])
            && (self.is_any(and + 2, &["until", "till", "through", "to", "into"]) || self.is(and + 1, "ending") && self.is(and + 2, "in"));
        last.then_some(and + 3)
    }

    /// A date without a year takes that of the next, when the two stand side by side: `July 1 to July 3, 1863`, `May 4 and 5, 1865`,
    /// `summer and autumn 1918`.
    pub(super) fn inherit_year(&self, found: &mut Found) {
        let (Expr::InYear(cell, YearRef::Open), None) = (found.expr, found.to) else { return };
        let Some(next_at) = self.connector(found.tokens.end) else { return };
        let year = self.year_of_day(cell, next_at).or_else(|| self.year_of_next(next_at));
        if let Some(expr) = year.and_then(|year| in_year(cell, year)) {
            found.expr = expr;
        }
    }

    /// The year behind a bare day number: `5, 1865`.
    fn year_of_day(&self, cell: Cell, at: usize) -> Option<YearRef> {
        let (_, end) = self.day_number(at).filter(|_| matches!(cell, Cell::Day { .. }))?;
        self.year_behind(end).map(|(year, _)| year)
    }

    fn year_of_next(&self, at: usize) -> Option<YearRef> {
        match self.date(at)?.expr {
            Expr::InYear(Cell::Whole, _) => None,
            Expr::InYear(_, year) => Some(year),
            Expr::Fixed(Point::Day(d)) => Some(YearRef::Given(d.year())),
            _ => None,
        }
    }

    /// Pushes a date and the short ones that follow it: `May 4 and 5`. Gives the index behind the last.
    pub(super) fn with_followers(&self, found: Found, out: &mut Vec<Found>) -> usize {
        let mut last = found;
        while let Some(next) = self.follower(&last) {
            out.push(std::mem::replace(&mut last, next));
        }
        let end = last.tokens.end;
        out.push(last);
        end
    }

    fn follower(&self, last: &Found) -> Option<Found> {
        let at = self.connector(last.tokens.end)?;
        let (month, year) = match last.expr {
            Expr::InYear(Cell::Day { month, .. }, year) => (month, year),
            Expr::Fixed(Point::Day(d)) => (d.month(), YearRef::Given(d.year())),
            _ => return None,
        };
        let number_at = self.skip(at, &["the"]);
        let (day, end) =
            self.day_number(number_at).filter(|(_, e)| !self.counts(*e) && !self.is_punct(*e, ':') && self.month_name(*e).is_none())?;
        if self.skip_hyphen(end) > end {
            // "May 4 and 5-year plans"
            return None;
        }
        let (year, end) = self.year_behind(end).unwrap_or((year, end));
        Some(Found::new(in_year(Cell::Day { month, day }, year)?, number_at..end))
    }

    /// `1995–96`, `2011/12`, `2009-2010`
    fn second_year(&self, first: i16, mark: usize) -> Read<Expr> {
        let at = mark + 1;
        let joined = (self.is_dash(mark) || self.is_punct(mark, '/')) && self.is_glued(mark) && self.is_glued(at);
        let n = self.digits(at).filter(|_| joined)?;
        let second = match self.digit_count(at) {
            2 => first - first.rem_euclid(100) + n,
            4 if n < 2200 => n,
            _ => return None,
        };
        let inside_word = self.is_glued(at + 1) && self.tokens.get(at + 1).is_some_and(|t| t.is_word());
        (second > first && !inside_word).then_some((Expr::InYear(Cell::Whole, YearRef::Given(second)), at + 1))
    }

    /// The token behind a number shows that it counts something.
    pub(super) fn counts(&self, at: usize) -> bool {
        use crate::lexicon::class;
        let plural =
            self.tokens.get(at).is_some_and(|t| t.is_word() && !t.is_capital() && !t.is(class::AUXILIARY) && !t.is(class::PREPOSITION))
                && self.is_plural(at);
        plural
            || self.has_class(at, class::UNIT)
            || self.is_any(at, &["percent", "people", "million", "billion", "men", "women", "children"])
            || self.is_punct(at, '%')
    }
}

/// A cell with its year; a day of a given year is a fixed one.
pub(super) fn in_year(cell: Cell, year: YearRef) -> Option<Expr> {
    match (cell, year) {
        (Cell::Day { month, day }, YearRef::Given(y)) => Date::new(y, month, day).ok().map(|d| Expr::Fixed(Point::Day(d))),
        _ => Some(Expr::InYear(cell, year)),
    }
}
