//! Lines that say when (and where) an article was written, and the dates in them.

use std::ops::Range;

use jiff::civil::{Date, date};

use crate::lexicon::temporal::TimeWord;
use crate::lexicon::{class, lexicon, word_sets};
use crate::text::{Kind, Span, Token, Tokens, form};

word_sets! {
    /// What stands beside a date in the line that dates an article.
    LABEL = 0: "beside_date";
    ZONE = 1: "time_zone";
}

/// A day that a line states.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stated {
    /// The day.
    pub date: Date,
    /// Where it stands.
    pub span: Span,
    /// The day and month could be the other way round.
    pub doubtful: bool,
    /// The line says that it is the time of a revision.
    pub revised: bool,
}

/// What a line of dates holds.
#[derive(Debug, Default, PartialEq)]
pub struct DateLine {
    /// The days that it states, in order.
    pub dates: Vec<Stated>,
    /// The tokens of the words that stand beside the dates and times.
    pub rest: Vec<usize>,
}

impl DateLine {
    /// Little else than names stands beside the dates, and nothing beside a mere time of day.
    pub fn stands_alone(&self, t: Tokens<'_>) -> bool {
        let name = |i: &usize| t.all[*i].is_capital() || !t.all[*i].is_word() || t.is(*i, "by");
        self.rest.len() <= 8 && self.rest.iter().all(name) && (!self.dates.is_empty() || self.rest.is_empty())
    }
}

/// The most tokens that a date line has.
const LONGEST: usize = 32;

/// Reads a line of which dates and times of day are the point; `None` if it has neither.
pub fn read(t: Tokens<'_>, line: Range<usize>) -> Option<DateLine> {
    if line.len() > LONGEST {
        return None;
    }
    let mut out = DateLine::default();
    let (mut i, mut clock, mut revised) = (line.start, false, false);
    while i < line.end {
        revised |= t.is_any(i, &["updated", "modified", "revised", "corrected", "amended", "correction", "clarification"]);
        if let Some((day, doubtful, width)) = day_at(t, i..line.end) {
            out.dates.push(Stated { date: day, span: t.span(i..i + width), doubtful, revised: std::mem::take(&mut revised) });
            i += width;
        } else if let Some(width) = clock_at(t, i..line.end) {
            clock = true;
            i += width;
        } else {
            if t.all[i].kind != Kind::Punct && !is_label(t, i) {
                out.rest.push(i);
            }
            i += 1;
        }
    }
    (clock || !out.dates.is_empty()).then_some(out)
}

/// The day that a paragraph ends with, behind its last sentence: "… the envoy said. November 28, 2005".
pub fn closing(t: Tokens<'_>, line: Range<usize>) -> Option<Stated> {
    const WIDEST: usize = 7;
    let ends = |i: usize| t.get(i).and_then(Token::punct).is_some_and(|c| matches!(c, '.' | '"' | '”' | '!' | '?'));
    let end = line.end - usize::from(line.len() > 1 && ends(line.end - 1));
    let from = end.saturating_sub(WIDEST).max(line.start + 1);
    (from..end).filter(|i| ends(i - 1)).find_map(|i| {
        let (date, doubtful, _) = day_at(t, i..end).filter(|(_, _, width)| i + width == end)?;
        Some(Stated { date, span: t.span(i..end), doubtful, revised: false })
    })
}

/// Words that go with dates: days of the week, names of time zones, "published", "at".
fn is_label(t: Tokens<'_>, i: usize) -> bool {
    let token = &t.all[i];
    token.is(class::CLOCK | class::WEEKDAY)
        || t.is_in(i, &SETS, LABEL | ZONE)
        || ((token.is_number() || t.str(i).len() == 1) && token.glued())
}

/// The number of a month by its name or usual short form.
fn month(t: Tokens<'_>, i: usize) -> Option<i8> {
    match lexicon().time.of(t.get(i)?) {
        Some(TimeWord::Month { number, .. }) => Some(number),
        _ => misspelled_month(t.str(i)),
    }
}

/// The month of a word that has one letter too few, too many or wrong: "Novemer".
fn misspelled_month(word: &str) -> Option<i8> {
    const SHORTEST: usize = 6;
    const LONG: [(&str, i8); 7] =
        [("january", 1), ("february", 2), ("august", 8), ("september", 9), ("october", 10), ("november", 11), ("december", 12)];
    let lower = word.to_lowercase();
    let capital = word.starts_with(|c: char| c.is_ascii_uppercase()) && word.len() >= SHORTEST && lower.is_ascii();
    LONG.iter().find(|(name, _)| capital && is_one_slip(name.as_bytes(), lower.as_bytes())).map(|(_, n)| *n)
}

/// Whether two words differ in one letter, or one has a letter more.
fn is_one_slip(a: &[u8], b: &[u8]) -> bool {
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let longest = a.len().max(b.len());
    a.len().abs_diff(b.len()) <= 1 && head + tail + 1 >= longest
}

fn number(t: Tokens<'_>, i: usize) -> Option<i16> {
    t.get(i).filter(|n| n.is_number())?.text(t.text).parse().ok()
}

fn year(t: Tokens<'_>, i: usize) -> Option<i16> {
    let token = t.get(i)?;
    number(t, i).filter(|y| token.end - token.start == 4 && (1600..2200).contains(y))
}

/// A day with its year at the head of the range: the day, whether day and month may be swapped, and its tokens.
fn day_at(t: Tokens<'_>, at: Range<usize>) -> Option<(Date, bool, usize)> {
    let token = &t.all[at.start];
    let (day, doubtful, width) = match token.kind {
        Kind::Word => month_first(t, at.start)?,
        Kind::Number => day_first(t, at.start).or_else(|| numeric(t, at.start))?,
        _ => return None,
    };
    (at.start + width <= at.end).then_some((day, doubtful, width))
}

/// `December 2, 2025`, `Dec. 2 2025`, `March 4th, 2013`.
fn month_first(t: Tokens<'_>, i: usize) -> Option<(Date, bool, usize)> {
    let month = month(t, i)?;
    let mut at = i + 1;
    at += is_mark(t, at, '.') as usize;
    let day = number(t, at)?;
    at += 1 + is_ordinal_ending(t, at + 1) as usize;
    at += (is_mark(t, at, ',') || is_mark(t, at, '-')) as usize;
    let day = new_date(year(t, at)?, month, day)?;
    Some((day, false, at + 1 - i))
}

/// `2 December 2025`, `29th February 2012`, `03-Dec-2025`.
fn day_first(t: Tokens<'_>, i: usize) -> Option<(Date, bool, usize)> {
    let day = number(t, i)?;
    let mut at = i + 1;
    at += is_ordinal_ending(t, at) as usize;
    at += t.is(at, "of") as usize + is_mark(t, at, '-') as usize;
    // as German writes it: 6. November 2024
    at += is_mark(t, at, '.') as usize;
    let month = month(t, at)?;
    at += 1;
    at += is_mark(t, at, '.') as usize + is_mark(t, at, ',') as usize + is_mark(t, at, '-') as usize;
    let day = new_date(year(t, at)?, month, day)?;
    Some((day, false, at + 1 - i))
}

/// `2025-12-03`, `3.12.2025`, `12/3/2025`, `02.29.12`. With slashes the month comes first where both could be months.
fn numeric(t: Tokens<'_>, i: usize) -> Option<(Date, bool, usize)> {
    let separator = ['-', '/', '.'].into_iter().find(|c| is_mark(t, i + 1, *c) && is_mark(t, i + 3, *c))?;
    let together = (i + 1..i + 5).all(|j| t.get(j).is_some_and(Token::glued));
    if !together {
        return None;
    }
    let (a, b, c) = (number(t, i)?, number(t, i + 2)?, number(t, i + 4)?);
    if year(t, i).is_some() {
        let stamp = if t.str(i + 5).starts_with('T') { glued_tokens(t, i + 5) } else { 0 };
        return Some((new_date(a, b as i8, c)?, false, 5 + stamp));
    }
    let year = match t.str(i + 4).len() {
        4 => year(t, i + 4)?,
        2 if separator != '-' => 2000 + c,
        _ => return None,
    };
    let (month_first, day_first) = (new_date(year, a as i8, b), new_date(year, b as i8, a));
    let dotted = separator == '.';
    let (first, second) = if dotted { (day_first, month_first) } else { (month_first, day_first) };
    Some((first.or(second)?, first.is_some() && second.is_some() && first != second, 5))
}

/// How many tokens from `i` on stand without a space: the time of an ISO stamp.
fn glued_tokens(t: Tokens<'_>, i: usize) -> usize {
    t.all[i..].iter().take_while(|x| x.glued()).take(12).count()
}

fn new_date(year: i16, month: i8, day: i16) -> Option<Date> {
    Date::new(year, month, i8::try_from(day).ok()?).ok()
}

fn is_mark(t: Tokens<'_>, i: usize, c: char) -> bool {
    t.get(i).is_some_and(|m| m.is_punct(c))
}

fn is_ordinal_ending(t: Tokens<'_>, i: usize) -> bool {
    t.get(i).is_some_and(Token::glued) && ["st", "nd", "rd", "th"].iter().any(|e| t.is(i, e))
}

/// A time of day at the head of the range (`06:17:45`, `4:15 PM`, `9 a.m.`), in tokens.
fn clock_at(t: Tokens<'_>, at: Range<usize>) -> Option<usize> {
    let i = at.start;
    number(t, i).filter(|h| *h < 25)?;
    let mut end = i + 1;
    while end + 1 < at.end && (is_mark(t, end, ':') || (is_mark(t, end, '.') && t.str(end + 1).len() == 2)) && number(t, end + 1).is_some()
    {
        end += 2;
    }
    let half = end < at.end && ["am", "pm", "a.m.", "p.m.", "a.m", "p.m"].iter().any(|w| t.is(end, w));
    let spaced_half = end + 3 < at.end && (t.is(end, "a") || t.is(end, "p")) && is_mark(t, end + 1, '.') && t.is(end + 2, "m");
    let width = end - i
        + if half {
            1
        } else if spaced_half {
            4
        } else {
            0
        };
    (width > 1).then_some(width)
}

/// No opening of a wire story has more tokens.
const LONGEST_OPENING: usize = 22;

/// The place, agency and dash that open a wire story (`BRUSSELS (AP) —`, `Oslo, March 6:`, `MOSCOW, May 2. /TASS/.`): its tokens and those
/// of the agency.
pub fn opening(t: Tokens<'_>, line: Range<usize>) -> Option<(usize, Range<usize>)> {
    let reach = line.start + 1..line.end.min(line.start + LONGEST_OPENING);
    let dash = reach.clone().find(|i| is_dash(t, *i)).and_then(|at| with_dash(t, line.start, at));
    let colon = || reach.clone().find(|i| is_mark(t, *i, ':')).and_then(|at| with_colon(t, line.start, at));
    let (width, agency) = dash.or_else(colon).or_else(|| with_strokes(t, reach.clone()))?;
    let goes_on = t.get(line.start + width).is_some_and(|n| n.is_capital() || !n.is_word());
    (goes_on && line.start + width < line.end).then_some((width, agency))
}

fn with_dash(t: Tokens<'_>, start: usize, dash: usize) -> Option<(usize, Range<usize>)> {
    let head = Head::read(t, start..dash);
    let shouted = head.place.is_empty() || (is_shouted_place(&t.all[head.place.start]) && head.fits);
    let stated = head.named || !head.place.is_empty();
    (shouted && stated || head.fits && (head.named || head.dated)).then_some((dash + 1 - start, head.agency))
}

/// With a colon a place needs its day or agency, or to be known.
fn with_colon(t: Tokens<'_>, start: usize, colon: usize) -> Option<(usize, Range<usize>)> {
    let head = Head::read(t, start..colon);
    let all_caps = |i: usize| !t.all[i].is_word() || t.all[i].has(form::ALL_CAPS);
    let first = t.get(head.place.start).filter(|_| !head.place.is_empty())?;
    let known = first.is(class::PLACE) && !head.place.clone().any(|i| t.all[i].is_number()) && head.place.clone().all(all_caps);
    let spaced = t.get(colon + 1).is_some_and(|n| !n.glued());
    // "Oslo, May 4, 2022: The bridge fell" is a line of a chronicle
    let of_a_year = |i: usize| t.all[i].is_number() && t.all[i].end - t.all[i].start == 4;
    if !head.named && (start..colon).any(of_a_year) {
        return None;
    }
    (spaced && head.fits && (known || head.dated || head.named)).then_some((colon + 1 - start, head.agency))
}

/// `MOSCOW, May 2. /TASS/.`: the agency is set between strokes and a stop ends the opening.
fn with_strokes(t: Tokens<'_>, reach: Range<usize>) -> Option<(usize, Range<usize>)> {
    let start = reach.start - 1;
    let stop = reach.clone().skip(2).find(|i| is_mark(t, *i, '.') && is_mark(t, i - 1, '/'))?;
    let head = Head::read(t, start..stop);
    (head.named && head.fits && !head.place.is_empty()).then_some((stop + 1 - start, head.agency))
}

/// What stands before the mark that ends an opening.
struct Head {
    /// The place and perhaps the day.
    place: Range<usize>,
    agency: Range<usize>,
    /// All words of the place have capitals.
    fits: bool,
    /// The agency is there.
    named: bool,
    /// Behind the place stands a day: `Oslo, March 6`.
    dated: bool,
}

impl Head {
    fn read(t: Tokens<'_>, head: Range<usize>) -> Head {
        let head = without_emphasis(t, head);
        if let Some(head) = Head::with_day_last(t, &head) {
            return head;
        }
        let opening = match head.clone().next_back().and_then(|i| t.all[i].punct()) {
            Some(')') => Some('('),
            Some('/') => Some('/'),
            _ => None,
        };
        let bracket = opening.and_then(|c| (head.start..head.end - 1).find(|i| is_mark(t, *i, c)));
        let agency = bracket.map_or(head.end..head.end, |b| b + 1..head.end - 1);
        let place = without_emphasis(t, head.start..bracket.unwrap_or(head.end));
        let named = !agency.is_empty() && agency.len() <= 4 && agency.clone().all(|i| !t.all[i].is_word() || t.all[i].is_capital());
        let fits = place.clone().all(|i| fits_place(&t.all[i]));
        let dated = is_dated_place(t, place.clone());
        Head { place, agency, fits, named, dated }
    }
}

impl Head {
    /// `OSLO (NTB), March 6, 2025`: the day behind the agency.
    fn with_day_last(t: Tokens<'_>, head: &Range<usize>) -> Option<Head> {
        let open = head.clone().find(|i| is_mark(t, *i, '('))?;
        let close = (open + 1..head.end).find(|i| is_mark(t, *i, ')'))?;
        let day = close + 2..head.end;
        let dated = is_mark(t, close + 1, ',') && month_in(t, day.clone()) && day.clone().any(|i| t.all[i].is_number());
        let (place, agency) = (head.start..open, open + 1..close);
        let named = !agency.is_empty() && agency.len() <= 4 && agency.clone().all(|i| !t.all[i].is_word() || t.all[i].is_capital());
        let fits = !place.is_empty() && place.clone().all(|i| fits_place(&t.all[i]));
        (dated && named && fits).then_some(Head { place, agency, fits, named, dated })
    }
}

/// A range without the stars and underscores that Markdown sets around words.
fn without_emphasis(t: Tokens<'_>, range: Range<usize>) -> Range<usize> {
    let mark = |i: &usize| t.all[*i].punct().is_some_and(|c| matches!(c, '*' | '_'));
    let start = range.start + range.clone().take_while(mark).count();
    start..range.end - (start..range.end).rev().take_while(mark).count()
}

/// `Oslo, March 6`, `Oslo, 6 March 2025`: a name that may be a place, a comma, the day and nothing else.
fn is_dated_place(t: Tokens<'_>, place: Range<usize>) -> bool {
    let Some(comma) = place.clone().rev().take(6).filter(|i| is_mark(t, *i, ',')).find(|i| month_in(t, i + 1..place.end)) else {
        return false;
    };
    let first = &t.all[place.start];
    let other = class::PREPOSITION.and(class::ARTICLE).and(class::DETERMINER).and(class::PRONOUN).and(class::MONTH).and(class::WEEKDAY);
    let numbered = (place.start..comma).any(|i| t.all[i].is_number());
    let name = first.is_capital() && !first.is(other) && !numbered && (first.is(class::PLACE) || first.has(form::ALL_CAPS));
    let day = (comma + 1..place.end).any(|i| t.all[i].is_number());
    name && comma > place.start && day
}

/// The name of a month at the head of a range, or behind a number.
fn month_in(t: Tokens<'_>, range: Range<usize>) -> bool {
    range.clone().take(3).any(|i| !t.all[i].is_number() && month(t, i).is_some()) && range.len() <= 6
}

/// `BRUSSELS`, but not `NATO`.
fn is_shouted_place(token: &Token) -> bool {
    token.has(form::ALL_CAPS) && (token.end - token.start >= 5 || token.is(class::PLACE))
}

/// A dash with a space on at least one side.
fn is_dash(t: Tokens<'_>, i: usize) -> bool {
    let dash = t.all[i].punct().is_some_and(|c| matches!(c, '—' | '–' | '-' | '―'));
    dash && (!t.all[i].glued() || t.get(i + 1).is_some_and(|n| !n.glued() && t.all[i].punct() != Some('-')))
}

fn fits_place(token: &Token) -> bool {
    match token.kind {
        Kind::Word => token.is_capital(),
        Kind::Punct => token.punct().is_some_and(|c| matches!(c, ',' | '.' | '/' | '-' | '\'' | '’')),
        Kind::Number => true,
        _ => false,
    }
}

/// The day `d` with day and month swapped.
pub fn swapped(d: Date) -> Date {
    if (1..=12).contains(&d.day()) { date(d.year(), d.day(), d.month()) } else { d }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::scan;

    fn read_line(text: &str) -> Option<(Vec<String>, usize)> {
        let all = scan(text, &lexicon().words);
        let line = read(Tokens { text, all: &all }, 0..all.len())?;
        Some((line.dates.iter().map(|d| d.date.to_string()).collect(), line.rest.len()))
    }

    #[test]
    fn days_in_all_their_forms() {
        for line in [
            "Tuesday, December 2, 2025",
            "Dec. 2nd 2025",
            "2 December 2025",
            "2nd of Dec, 2025",
            "2025-12-02",
            "2025-12-02T06:17:45Z",
            "12/2/2025 @ 10:05AM",
            "2.12.2025",
            "on December 2, 2025 at 8:12 am",
            "Posted: 2 Dec 2025 11:25 GMT+02:00",
            "December 2, 2025, 7:32 p. m. ET",
            "Last updated 02-Dec-2025 06:17 PM EST",
            "Tuesday, December 2-2025 at 16:12",
            "Decemer 2, 2025",
        ] {
            assert_eq!(read_line(line), Some((vec!["2025-12-02".to_owned()], 0)), "{line}");
        }
        assert_eq!(read_line("02.29.12 4:15 PM"), Some((vec!["2012-02-29".to_owned()], 0)));
        assert_eq!(read_line("06:17:45"), Some((vec![], 0)));
        for line in ["December 2", "the 2 of them", "Room 12-3-45", "31 November 2025", "1.234"] {
            assert_eq!(read_line(line), None, "{line}");
        }
    }

    #[test]
    fn a_day_behind_the_last_sentence() {
        let day = |text: &str| {
            let all = scan(text, &lexicon().words);
            closing(Tokens { text, all: &all }, 0..all.len()).map(|d| d.date)
        };
        assert_eq!(day("The envoys met, a clerk said. November 28, 2005"), Some(date(2005, 11, 28)));
        assert_eq!(day("The envoys met on November 28, 2005."), None);
        assert_eq!(day("The envoys met. November was cold."), None);
    }

    #[test]
    fn openings_of_wire_stories() {
        let opening_of = |text: &str| {
            let all = scan(text, &lexicon().words);
            let t = Tokens { text, all: &all };
            opening(t, 0..all.len())
                .map(|(n, a)| (t.span(0..n).of(text).to_owned(), a.map(|i| t.str(i).to_owned()).collect::<Vec<_>>().join(" ")))
        };
        let some = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
        assert_eq!(opening_of("BRUSSELS (AP) — The talks went on."), some("BRUSSELS (AP) —", "AP"));
        assert_eq!(opening_of("PLANO, Tex. -- The mayor left."), some("PLANO, Tex. --", ""));
        assert_eq!(opening_of("Oslo, Dec 3 (Reuters) - The mayor left."), some("Oslo, Dec 3 (Reuters) -", "Reuters"));
        assert_eq!(opening_of("(Reuters) - The mayor left."), some("(Reuters) -", "Reuters"));
        assert_eq!(opening_of("MOSCOW, May 2. /TASS/. The mayor left."), some("MOSCOW, May 2. /TASS/.", "TASS"));
        assert_eq!(opening_of("KYIV, May 2, 2025 /Ukrinform/ - The mayor left."), some("KYIV, May 2, 2025 /Ukrinform/ -", "Ukrinform"));
        assert_eq!(opening_of("Oslo, March 6: The mayor left."), some("Oslo, March 6:", ""));
        assert_eq!(opening_of("New Delhi, Mar 6 (PTI): The mayor left."), some("New Delhi, Mar 6 (PTI):", "PTI"));
        assert_eq!(opening_of("Berlin, 6. November 2024 – Mehr folgt."), some("Berlin, 6. November 2024 –", ""));
        assert_eq!(opening_of("NAIROBI: The mayor left."), some("NAIROBI:", ""));
        assert_eq!(opening_of("**MADRID** — The mayor left."), some("**MADRID** —", ""));
        for body in [
            "Tuesday, March 6: The mayor left.",
            "March 6, 2025: The mayor left.",
            "On Sunday, March 6: The mayor left.",
            "Update, March 6: The mayor left.",
            "Lee on Monday: The mayor left.",
            "WATCH: The mayor left.",
            "Lee left on May 2. /The end/. Nobody came.",
        ] {
            assert_eq!(opening_of(body), None, "{body}");
        }
        assert_eq!(opening_of("The mayor - a baker - left."), None);
        assert_eq!(opening_of("NATO said - again - no."), None);
        assert_eq!(opening_of("A well-known man left — at last."), None);
    }
}
