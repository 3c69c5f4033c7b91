//! Distances: `two weeks ago`, `three days later`, `a year before the war`, `two days after Jan. 12`.

use super::Reader;
use super::sided::step;
use crate::lexicon::temporal::{TimeWord, Unit};
use crate::value::time::expr::{Base, Expr, Found, WeekRef};

impl Reader<'_> {
    /// A number of units and the word that says in which direction they are counted. Without such a word it is a duration and no date.
    pub(super) fn counted(&self, at: usize) -> Option<Found> {
        if let Some(found) = self.and_a_half(at) {
            return Some(found);
        }
        let Some((n, unit, end)) = self.amount(at) else { return self.counted_side(at) };
        if let Some((m, smaller, end)) = self.second_amount(end) {
            let mut found = self.told_distance(at, m, smaller, end)?;
            let sign = if matches!(found.expr, Expr::Distant(_, m, _) if m < 0) { -1 } else { 1 };
            found.shift = Some((sign * n, unit));
            return Some(found);
        }
        self.told_distance(at, n, unit, end).or_else(|| self.ahead(at, n, unit, end))
    }

    /// `two weeks`, `a year`.
    fn amount(&self, at: usize) -> Option<(i32, Unit, usize)> {
        let (n, unit_at) = self.cardinal(at)?;
        let (unit, end) = self.unit(self.skip_hyphen(unit_at)).filter(|(u, _)| !matches!(u, Unit::Hour | Unit::Minute))?;
        Some((n, unit, end))
    }

    /// `and 21 days` behind `1 month`.
    fn second_amount(&self, at: usize) -> Option<(i32, Unit, usize)> {
        self.amount(self.skip(self.skip_punct(at, ','), &["and"])).filter(|_| !self.is_any(at, &["a", "an"]))
    }

    /// `five upcoming years`, `three past weeks`.
    fn counted_side(&self, at: usize) -> Option<Found> {
        let (n, side_at) = self.cardinal(at)?;
        let TimeWord::Side(side) = self.word(side_at)? else { return None };
        let (unit, end) = self.unit(side_at + 1).filter(|_| self.is_plural(side_at + 1))?;
        let (base, by) = step(side, false, unit);
        (by != 0).then(|| Found::new(Expr::Stretch(base, by * n, unit), at..end))
    }

    fn told_distance(&self, at: usize, n: i32, unit: Unit, end: usize) -> Option<Found> {
        let found = |base: Base, sign: i32, end: usize| Some(Found::new(Expr::Distant(base, sign * n, unit), at..end));
        match self.word(end) {
            Some(TimeWord::Ago(sign)) => {
                let far = i32::from(sign) * n;
                return self.day_of_ago(at, far, unit, end + 1).or_else(|| found(Base::Published, i32::from(sign), end + 1));
            }
            Some(TimeWord::Later(sign)) => return found(Base::Text, i32::from(sign), end + 1),
            _ => {}
        }
        let sign = self.direction(end)?;
        if self.is(end, "from") && self.is(end + 1, "now") {
            return found(Base::Published, 1, end + 2);
        }
        if let Some(found) = self.distance_from(at, sign * n, unit, end + 1) {
            return Some(found);
        }
        let alone = self.tokens.get(end + 1).is_none_or(|t| t.punct().is_some_and(|c| matches!(c, '.' | ',' | ';' | ')')));
        if alone && !self.is(end, "from") { found(Base::Text, sign, end + 1) } else { None }
    }

    /// `in two weeks`, where the sentence turns out to speak of the future.
    fn ahead(&self, at: usize, n: i32, unit: Unit, end: usize) -> Option<Found> {
        let told = at > 0 && self.is(at - 1, "in") && !self.is_any(end, &["of", "'"]) && n > 0;
        let mut found = told.then(|| Found::new(Expr::Distant(Base::Published, n, unit), at..end))?;
        found.only_future = true;
        Some(found)
    }

    fn direction(&self, at: usize) -> Option<i32> {
        if self.is(at, "before") {
            return Some(-1);
        }
        self.is_any(at, &["after", "from", "following"]).then_some(1)
    }

    /// The day behind `ago`: `a year ago today`, `a week ago yesterday`, `two weeks ago Monday`.
    fn day_of_ago(&self, at: usize, far: i32, unit: Unit, end: usize) -> Option<Found> {
        if let Some(TimeWord::Day(days)) = self.word(end) {
            let mut found = Found::new(Expr::Moved(Base::Published, i32::from(days), Unit::Day), at..end + 1);
            found.shift = Some((far, unit));
            return Some(found);
        }
        let day_at = self.skip(end, &["on"]);
        let (weekday, end) = self.weekday_name(day_at).filter(|_| unit == Unit::Week && far != 0)?;
        Some(Found::new(Expr::Weekday(weekday, WeekRef::Moved(Base::Published, far)), at..end))
    }

    /// `half a century ago`; halves of other units are not read.
    pub(super) fn half_unit(&self, at: usize) -> Option<Found> {
        let (unit, end) = self.unit(self.skip(at + 1, &["a", "an"])).filter(|_| self.is_any(at + 1, &["a", "an"]))?;
        let (n, smaller) = halved(0, unit)?;
        self.told_distance(at, n, smaller, end)
    }

    /// `two and a half years ago`, `a decade and a half later`.
    fn and_a_half(&self, at: usize) -> Option<Found> {
        let half = |i: usize| self.is(i, "and") && self.is(i + 1, "a") && self.is(i + 2, "half");
        let (n, next) = self.cardinal(at)?;
        let (unit, end) =
            if half(next) { self.unit(next + 3)? } else { self.unit(next).filter(|(_, end)| half(*end)).map(|(u, e)| (u, e + 3))? };
        let (n, smaller) = halved(n, unit)?;
        let mut found = self.told_distance(at, n, smaller, end)?;
        found.about = true;
        Some(found)
    }

    /// `and a half` behind one unit, in smaller ones: of `the next decade and a half`.
    pub(super) fn unit_and_a_half(&self, unit: Unit, end: usize) -> Option<(i32, Unit, usize)> {
        let (n, smaller) = halved(1, unit).filter(|_| self.is(end, "and") && self.is(end + 1, "a") && self.is(end + 2, "half"))?;
        Some((n, smaller, end + 3))
    }

    /// `n` units from an explicit date. Two relative ones (`the day before yesterday`) are days from today.
    fn distance_from(&self, at: usize, n: i32, unit: Unit, date_at: usize) -> Option<Found> {
        let mut found = self.date(date_at).filter(|f| f.shift.is_none() && f.clock.is_none())?;
        if self.is(date_at - 1, "from") && !found.is_relative() {
            return None;
        }
        found.tokens.start = at;
        found.shift = Some((n, unit));
        Some(found)
    }

    /// A unit that begins an expression: `the day before`, `the week of May 3`, `the week before last`, `the year 2016`.
    pub(super) fn unit_first(&self, at: usize) -> Option<Found> {
        let (unit, end) = self.unit(at)?;
        if self.is_plural(at) {
            return self.some_units(at, unit, end);
        }
        if let Some(end) = self.behind_to_date(end) {
            return Some(Found::new(Expr::Moved(Base::Published, 0, unit), at..end));
        }
        if let Some(found) = self.joined_unit(at, unit, end) {
            return Some(found);
        }
        if unit == Unit::Year
            && let Some((year, end)) = self.bare_year(end)
        {
            return Some(Found::new(year, at..end));
        }
        if unit == Unit::Week && (self.is(end, "of") || self.is_any(end, &["starting", "beginning", "commencing", "ending"])) {
            let date_at = self.skip(end + 1, &["on"]);
            return self.distance_from(at, 0, Unit::Week, date_at);
        }
        let sign = self.direction(end).filter(|_| !self.is(end, "from"))?;
        match self.skip_the(end + 1) {
            i if sign < 0 && self.is(i, "last") => Some(Found::new(Expr::Moved(Base::Published, -2, unit), at..i + 1)),
            i if sign > 0 && self.is(i, "next") => Some(Found::new(Expr::Moved(Base::Published, 2, unit), at..i + 1)),
            _ => self.next_to_date(at, sign, unit, end),
        }
    }

    /// `to date` behind a unit, the part of it that is over: `the year to date`, `year-to-date`; the index behind.
    fn behind_to_date(&self, at: usize) -> Option<usize> {
        let to = self.skip_hyphen(at);
        let date = self.skip_hyphen(to + 1);
        (self.is(to, "to") && self.is(date, "date")).then_some(date + 1)
    }

    /// `years ago`, `days later`, without their number; hours and minutes say nothing of a day.
    fn some_units(&self, at: usize, unit: Unit, end: usize) -> Option<Found> {
        let long = !matches!(unit, Unit::Hour | Unit::Minute);
        let base = match self.word(end).filter(|_| long)? {
            TimeWord::Ago(_) => Base::Published,
            TimeWord::Later(_) => Base::Text,
            _ => return None,
        };
        Some(Found::new(Expr::Distant(base, 0, unit), at..end + 1))
    }

    /// `the weekend`, `year-end`, `the month's end`, `year-ago`, `year-earlier`.
    fn joined_unit(&self, at: usize, unit: Unit, end: usize) -> Option<Found> {
        if unit == Unit::Weekend && at > 0 && self.is(at - 1, "the") {
            return Some(Found::new(Expr::Weekend, at..end));
        }
        let next = match self.skip_hyphen(end) {
            next if next > end => next,
            _ if self.is_owner(end) => end + 1,
            next => {
                return (unit == Unit::Year && self.is(next, "end"))
                    .then(|| Found::new(Expr::Moved(Base::Published, 0, unit), at..next + 1));
            }
        };
        match self.word(next) {
            Some(TimeWord::EdgeOf) if self.is(next, "end") => Some(Found::new(Expr::Moved(Base::Published, 0, unit), at..next + 1)),
            Some(TimeWord::Ago(sign) | TimeWord::Later(sign)) => {
                Some(Found::new(Expr::Distant(Base::Published, i32::from(sign), unit), at..next + 1))
            }
            _ => None,
        }
    }

    fn skip_the(&self, at: usize) -> usize {
        self.skip(at, &["the"])
    }

    /// `the day after Jan. 12`; `the day before` alone counts from what was told.
    fn next_to_date(&self, at: usize, sign: i32, unit: Unit, end: usize) -> Option<Found> {
        if let Some(found) = self.distance_from(at, sign, unit, end + 1) {
            return Some(found);
        }
        let alone = self.tokens.get(end + 1).is_none_or(|t| !t.is_word());
        (alone || self.is(end, "following")).then(|| Found::new(Expr::Moved(Base::Text, sign, unit), at..end + 1))
    }
}

/// `n` and a half of a unit, in whole smaller ones: two and a half years are thirty months.
fn halved(n: i32, unit: Unit) -> Option<(i32, Unit)> {
    match unit {
        Unit::Year => Some((n.checked_mul(12)? + 6, Unit::Month)),
        Unit::Decade => Some((n.checked_mul(10)? + 5, Unit::Year)),
        Unit::Century => Some((n.checked_mul(100)? + 50, Unit::Year)),
        _ => None,
    }
}
