//! Expressions that count from today or from the last date told: weekdays, `today`, `last year`, `the next day`.

use super::Reader;
use super::edges::part_of_month;
use crate::lexicon::class;
use crate::lexicon::temporal::{DayPart, Side, TimeWord, Unit};
use crate::text::{Classes, form};
use crate::value::time::expr::{Base, Cell, Clock, Expr, Found, Inner, MonthRef, WeekRef, YearRef};
use jiff::civil::Weekday;

impl Reader<'_> {
    /// `Tuesday`, `Tuesday, Dec. 2`, `Friday last week`, `Monday of next week`, `Thursday the 21st`.
    pub(super) fn weekday(&self, at: usize) -> Option<Found> {
        let (weekday, end) = self.weekday_name(at).filter(|_| at == 0 || !self.is_any(at - 1, &["every", "each"]))?;
        if let Some(mut dated) = self.dated_weekday(end) {
            dated.tokens.start = at;
            dated.weekday = Some(weekday);
            return Some(dated);
        }
        let week_at = self.skip(end, &["of", "the"]);
        if let Some((base, by, end)) = self.sided_unit(self.skip(week_at, &["the"]), Unit::Week) {
            return Some(Found::new(Expr::Weekday(weekday, WeekRef::Moved(base, by)), at..end));
        }
        if self.has_suffix(end + 1)
            && let Some((n, end)) = self.ordinal(end)
        {
            return Some(Found::new(Expr::Weekday(weekday, WeekRef::Numbered(n)), at..end));
        }
        if self.is(end, "the")
            && let Some((n, end)) = self.ordinal(end + 1)
        {
            return Some(Found::new(Expr::Weekday(weekday, WeekRef::Numbered(n)), at..end));
        }
        Some(Found::new(Expr::Weekday(weekday, WeekRef::Open), at..end))
    }

    /// `last week`, where this unit is asked for.
    fn sided_unit(&self, at: usize, wanted: Unit) -> Option<(Base, i32, usize)> {
        let TimeWord::Side(side) = self.word(at)? else { return None };
        let (unit, end) = self.unit(at + 1)?;
        let (base, by) = step(side, self.follows_the(at), unit);
        (unit == wanted && !self.is_plural(at + 1)).then_some((base, by, end))
    }

    /// `next month`; `the month` is the one we are in.
    fn some_month(&self, at: usize) -> Option<(Base, i32, usize)> {
        let this = self.is(at, "month") && self.follows_the(at);
        if this { Some((Base::Published, 0, at + 1)) } else { self.sided_unit(at, Unit::Month) }
    }

    fn follows_the(&self, at: usize) -> bool {
        at > 0 && self.is(at - 1, "the")
    }

    /// `today`, `yesterday`, `tomorrow`.
    pub(super) fn today(&self, at: usize, days: i8) -> Option<Found> {
        Some(Found::new(Expr::Moved(Base::Published, i32::from(days), Unit::Day), at..at + 1))
    }

    pub(super) fn tonight(&self, at: usize) -> Option<Found> {
        let mut found = self.today(at, 0)?;
        found.clock = Some(Clock::Part(DayPart::Night));
        Some(found)
    }

    /// What stands behind `last`, `this`, `next`, `the following`, `that same` …
    pub(super) fn sided(&self, at: usize, side: Side) -> Option<Found> {
        let the = self.follows_the(at);
        if self.is(at, "that") && self.is_any(at + 1, &["day", "night"]) && self.is(at + 2, "that") {
            return None;
        }
        let (side, next) = self.second_side(at, side);
        // "is expected to last five weeks"
        if self.is(at, "last") && self.is_number(next) && at > 0 && self.is_any(at - 1, &["to", "will", "would", "could", "may", "might"]) {
            return None;
        }
        let expr = match self.word(next) {
            Some(TimeWord::Unit(_) | TimeWord::Number(_)) => return self.sided_units(at, next, side, the),
            None if self.is_number(next) || self.is_any(next, &["fiscal", "financial", "calendar", "few"]) => {
                return self.sided_units(at, next, side, the);
            }
            Some(TimeWord::Weekday { .. }) => {
                let (weekday, end) = self.weekday_name(next)?;
                // "following Tuesday's vote" is after it
                if self.is(at, "following") && !the && self.is_owner(end) {
                    return None;
                }
                return self
                    .last_weekday_of(at, side, weekday, end)
                    .or_else(|| self.sided_dated_weekday(at, weekday, end))
                    .or_else(|| Some(Found::new(Expr::Weekday(weekday, WeekRef::Side(side)), at..end)));
            }
            Some(TimeWord::Month { .. }) => return self.sided_month(at, next, side),
            Some(TimeWord::Season(n)) => sided_cell(Cell::Season(n), side),
            Some(TimeWord::Part(part)) => return self.sided_part(at, next, side, part, the),
            _ => {
                let (feast, end) = self.feast_name(next)?;
                return Some(Found::new(sided_cell(Cell::Feast(feast), side), at..end));
            }
        };
        Some(Found::new(expr, at..next + 1))
    }

    /// `last March`, `this August 2nd`; a year behind says more than the side.
    fn sided_month(&self, at: usize, next: usize, side: Side) -> Option<Found> {
        let (month, month_end) = self.month_name(next)?;
        let counts = |cell, end| matches!(cell, Cell::Day { .. }) && self.counts(end);
        let (expr, end) = match self.month_first(next) {
            Some((Expr::InYear(cell, YearRef::Open), end)) if !counts(cell, end) => (sided_cell(cell, side), end),
            Some((expr @ (Expr::Fixed(_) | Expr::InYear(_, YearRef::Given(_))), end)) => (expr, end),
            _ => (sided_cell(Cell::Month(month), side), month_end),
        };
        Some(Found::new(expr, at..end))
    }

    /// `this Friday, August 2nd`
    fn sided_dated_weekday(&self, at: usize, weekday: Weekday, end: usize) -> Option<Found> {
        let mut dated = self.dated_weekday(end).filter(|d| !self.counts(d.tokens.end))?;
        dated.tokens.start = at;
        dated.weekday = Some(weekday);
        Some(dated)
    }

    /// `the last Friday in November`
    fn last_weekday_of(&self, at: usize, side: Side, weekday: Weekday, end: usize) -> Option<Found> {
        let of = side == Side::Last && self.follows_the(at) && self.is_any(end, &["of", "in"]);
        let month = self.date(if of { end + 1 } else { return None })?;
        let expr = part_of_month(Inner::Weekday(-1, weekday), month.expr)?;
        Some(Found::new(expr, at..month.tokens.end))
    }

    /// `now`, `nowadays`; not `now that`, `Now,` at the head of a remark, nor a part of a compound or a name.
    pub(super) fn now(&self, at: usize) -> Option<Found> {
        let named = self.is_capital(at) && at > 0 && self.tokens.get(at - 1).is_some_and(|t| t.is_word());
        let joined = self.is_dash(at + 1) && self.is_glued(at + 1);
        let remark = self.is_capital(at) && self.is_punct(at + 1, ',');
        let ahead = at > 1 && self.is(at - 1, "from") && self.unit(at - 2).is_some();
        (!named && !joined && !remark && !ahead && !self.is(at + 1, "that")).then(|| Found::new(Expr::Now, at..at + 1))
    }

    /// `recent weeks`, `recent years`: a stretch of unknown length.
    pub(super) fn recent(&self, at: usize) -> Option<Found> {
        let (unit, end) = self.unit(at + 1).filter(|_| self.is_plural(at + 1))?;
        Some(Found::new(Expr::Stretch(Base::Published, 0, unit), at..end))
    }

    /// `prior to the visit`: a time that the event fixes, wherever that is told; none before a date (`prior to the Nov. 8 vote`).
    pub(super) fn prior_to(&self, at: usize) -> Option<Found> {
        const OUTSIDE: Classes =
            Classes(class::PREPOSITION.0 | class::AUXILIARY.0 | class::CONJUNCTION.0 | class::RELATIVE.0 | class::CUE.0 | class::VERB.0);
        let led = self.is(at + 1, "to") && self.is_any(at + 2, &["the", "his", "her", "its", "their", "this"]);
        let noun = |i: &usize| self.tokens.get(*i).is_some_and(|t| t.is_word() && (t.has(form::ALL_CAPS) || !t.is(OUTSIDE)));
        let last = (at + 3..at + 7).take_while(noun).last().filter(|_| led && self.date(at + 3).is_none())?;
        Some(Found::new(Expr::Beside, at..last + 1))
    }

    /// `fiscal 2013`, `fiscal year 2014`, `the fiscal third quarter`.
    pub(super) fn fiscal(&self, at: usize) -> Option<Found> {
        let year_at = self.skip(at + 1, &["year"]);
        let mut found = self.date(year_at)?;
        let whole = matches!(found.expr, Expr::InYear(Cell::Whole | Cell::Quarter(_) | Cell::Half(_), _));
        found.tokens.start = at;
        whole.then_some(found)
    }

    /// `that same`, `this past`, `this coming`, `the very next`: the second word decides, `same` adds nothing.
    fn second_side(&self, at: usize, side: Side) -> (Side, usize) {
        match self.word(at + 1) {
            Some(TimeWord::Side(Side::Same)) => (side, at + 2),
            Some(TimeWord::Side(second)) if side == Side::This => (second, at + 2),
            _ => (side, at + 1),
        }
    }

    /// `last night`, `this morning`, `the next evening`.
    fn sided_part(&self, at: usize, next: usize, side: Side, part: DayPart, the: bool) -> Option<Found> {
        let (base, by) = step(side, the, Unit::Day);
        let mut found = Found::new(Expr::Moved(base, by, Unit::Day), at..next + 1);
        found.clock = Some(Clock::Part(part));
        Some(found)
    }

    /// `last year`, `this week`, `the next day`, `the past five years`, `the last week of July`.
    fn sided_units(&self, at: usize, next: usize, side: Side, the: bool) -> Option<Found> {
        let (n, unit_at) = match self.word(next) {
            Some(TimeWord::Unit(_)) => (None, next),
            _ if self.is_any(next, &["fiscal", "financial", "calendar"]) => (None, next + 1),
            _ => self.cardinal(next).map(|(n, end)| (Some(n), end))?,
        };
        let (unit, end) = self.unit(self.skip_hyphen(unit_at))?;
        if matches!(unit, Unit::Hour | Unit::Minute) {
            return None;
        }
        if self.is(end, "of")
            && let Some(found) = self.last_of(at, side, unit, end + 1)
        {
            return Some(found);
        }
        if let Some(found) = self.same_of_last_year(at, side, unit, end) {
            return Some(found);
        }
        let (base, by) = step(side, the, unit);
        if n.is_none()
            && by != 0
            && let Some((n, unit, end)) = self.unit_and_a_half(unit, end)
        {
            return Some(Found::new(Expr::Stretch(base, by * n, unit), at..end));
        }
        let the_last = the && side == Side::Last && matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Weekend);
        if the_last && n.is_none() && (self.is(end, "of") || matches!(unit, Unit::Day | Unit::Weekend)) || self.is_title(at, unit_at) {
            return None;
        }
        let lasting = n.is_some() || self.is_plural(unit_at) || self.is(at, "past") || the_last;
        if lasting {
            return (by != 0)
                .then(|| Found::new(Expr::Stretch(base, by * n.unwrap_or(i32::from(!self.is_plural(unit_at))), unit), at..end));
        }
        self.weekday_in_week(at, base, by, unit, end).or_else(|| Some(Found::new(Expr::Moved(base, by, unit), at..end)))
    }

    /// `the same month last year`, `the same quarter a year earlier`.
    fn same_of_last_year(&self, at: usize, side: Side, unit: Unit, end: usize) -> Option<Found> {
        let back = match unit {
            Unit::Month => (-12, Unit::Month),
            Unit::Quarter => (-4, Unit::Quarter),
            _ => return None,
        };
        let at_year = self.skip(end, &["of"]);
        let last = self.is(at_year, "last") && self.is(at_year + 1, "year");
        let ago = self.is(end, "a") && self.is(end + 1, "year") && self.is_any(end + 2, &["ago", "earlier", "before"]);
        let behind = if last { at_year + 2 } else { end + 3 };
        let mut found = (side == Side::Same && (last || ago)).then(|| Found::new(Expr::Moved(Base::Text, 0, unit), at..behind))?;
        found.shift = Some(back);
        Some(found)
    }

    /// `"This Week"`, the name of a programme.
    fn is_title(&self, at: usize, unit_at: usize) -> bool {
        at > 0 && self.is_quote(at - 1) && self.is_capital(at) && self.is_capital(unit_at)
    }

    /// `last week on Friday`, `next week Sunday`.
    fn weekday_in_week(&self, at: usize, base: Base, by: i32, unit: Unit, end: usize) -> Option<Found> {
        let (weekday, end) = self.weekday_name(self.skip(end, &["on"])).filter(|_| unit == Unit::Week)?;
        Some(Found::new(Expr::Weekday(weekday, WeekRef::Moved(base, by)), at..end))
    }

    /// `the last week of July`, `the last days of 1943`, `the last quarter of 2012`.
    fn last_of(&self, at: usize, side: Side, unit: Unit, whole_at: usize) -> Option<Found> {
        if side != Side::Last {
            return None;
        }
        let whole = self.date(whole_at)?;
        let expr = match (unit, whole.expr) {
            (Unit::Week, other) => part_of_month(Inner::Week(-1), other).unwrap_or(other),
            (Unit::Quarter, Expr::InYear(Cell::Whole, year)) => Expr::InYear(Cell::Quarter(4), year),
            (_, other) => other,
        };
        Some(Found::new(expr, at..whole.tokens.end))
    }

    /// `the 20th of next month`, `the 15th day of this month`, `the 18th`.
    pub(super) fn numbered_day(&self, at: usize) -> Option<Found> {
        let (n, end) = self.ordinal(at).filter(|(n, _)| (1..=31).contains(n))?;
        let of = if self.is(end, "day") { end + 1 } else { end };
        let month_at = self.skip(of + 1, &["the"]);
        if self.is(of, "of")
            && let Some((base, by, end)) = self.some_month(month_at)
        {
            return Some(Found::new(Expr::InMonth(Inner::Day(n), MonthRef::Moved(base, by)), at..end));
        }
        let led = at > 1
            && self.is(at - 1, "the")
            && (self.is(at - 2, "of") && at > 2 && self.is(at - 3, "week")
                || self.is_any(at - 2, &["on", "until", "till", "since", "by", "from", "to", "before", "after", "for"]));
        let alone = self.tokens.get(end).is_none_or(|t| !t.is_word() || t.is(class::AUXILIARY | class::CONJUNCTION));
        (led && alone && self.is_number(at)).then(|| Found::new(Expr::InMonth(Inner::Day(n), MonthRef::Open), at..end))
    }
}

/// From which day a side counts, and how many units away it is. `the next day` follows what was told, `next week` today.
pub(super) fn step(side: Side, the: bool, unit: Unit) -> (Base, i32) {
    match side {
        Side::Last => (Base::Published, -1),
        Side::Previous => (Base::Text, -1),
        Side::This => (Base::Published, 0),
        Side::Next if the || unit == Unit::Day => (Base::Text, 1),
        Side::Next | Side::Coming => (Base::Published, 1),
        Side::Following => (Base::Text, 1),
        Side::Same => (Base::Text, 0),
    }
}

fn sided_cell(cell: Cell, side: Side) -> Expr {
    match side {
        Side::This => Expr::InYear(cell, YearRef::Moved(Base::Published, 0)),
        Side::Same => Expr::InYear(cell, YearRef::Moved(Base::Text, 0)),
        _ => Expr::Nearest(cell, side),
    }
}
