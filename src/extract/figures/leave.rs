//! Numbers that are no figures: years and days of months, clock times, scores, telephone numbers, model names, numbers of lists,
//! articles and houses. Everything here looks at a few tokens around the number.

use crate::extract::Context;
use crate::extract::dates::is_bare_hour;
use crate::lexicon::numbers::NumberWord;
use crate::lexicon::{class, word_sets};
use crate::text::{Kind, Token, form};
use crate::value::Dimension;
use crate::value::number::{leading_point, parse_digits};

use super::models::{self, NAMES_NOTHING};
use super::reader::Reader;
use super::{ranks, results};

word_sets! {
    /// Words of calls to a number.
    CALL = 0: "call";
    /// Kinds of streets behind a number and a name.
    STREET = 1: "kind_of_street";
    /// What is computed from numbers: behind `an average of` stands no year.
    STATISTIC = 2: "statistic";
    /// What stands behind degrees on a map.
    BEARING = 3: "bearing";
}

/// Tells whether the number at a token is no figure.
pub struct Leave<'a> {
    cx: &'a Context<'a>,
    reader: Reader<'a>,
    /// The sentence looked at last, and whether it is set in title case.
    sentence: usize,
    title_case: Option<bool>,
}

/// A sentence is in title case when at most this share of its longer words are small: 1 in 4.
const SMALL_WORDS: usize = 4;

impl<'a> Leave<'a> {
    pub fn new(cx: &'a Context<'a>) -> Self {
        Leave { cx, reader: Reader::new(cx), sentence: 0, title_case: None }
    }

    /// When the number at token `at` is no figure: the index behind it and what belongs to it.
    pub fn end_of_none(&mut self, at: usize) -> Option<usize> {
        let t = self.cx.tokens.get(at)?;
        if let Some(end) = self.by_another(at) {
            return Some(end);
        }
        if self.is_among_the_first(at) || self.is_marked_name(at) || ranks::worded(&self.reader, at).is_some() {
            return Some(at + 1);
        }
        if !t.is_number() {
            return self.is_named_word(at).then_some(at + 1);
        }
        let behind_opening = at == 0 || self.begins_sentence(at - 1);
        if let Some(end) = models::end_of_model(&self.reader, at, behind_opening) {
            return Some(end);
        }
        let text = t.text(self.cx.tokens.text);
        self.height_and_weight(at)
            .or_else(|| self.glued_name(at))
            .or_else(|| self.chain(at))
            .or_else(|| self.clock(at))
            .or_else(|| self.day_of_month(at))
            .or_else(|| is_bare_hour(self.cx, at).then_some(at + 1))
            .or_else(|| self.list_number(at).or_else(|| self.emergency(at, text)))
            .or_else(|| self.house(at).or_else(|| self.position(at)))
            .or_else(|| self.is_year_here(at, text).then_some(at + 1))
            .or_else(|| (self.is_label(at) || self.is_one_of_its_kind(at)).then_some(at + 1))
            .or_else(|| parse_digits(text).is_none().then_some(at + 1))
    }

    fn get(&self, at: usize) -> Option<&'a Token> {
        self.cx.tokens.get(at)
    }

    fn before(&self, at: usize) -> Option<&'a Token> {
        at.checked_sub(1).and_then(|i| self.cx.tokens.get(i))
    }

    fn is_mark(&self, at: usize, marks: &[char]) -> bool {
        self.get(at).is_some_and(|t| t.glued() && t.punct().is_some_and(|c| marks.contains(&c)))
    }

    /// Letters glued to the number that make it a name: `F-16`, `ID.3`, `#4`, `7-Eleven`, `24703L202`, `1990s`.
    fn glued_name(&self, at: usize) -> Option<usize> {
        let t = self.get(at)?;
        if t.glued() && at > 0 && self.is_name_before(at) {
            return Some(at + 1);
        }
        if self.is_mark(at + 1, &['-']) && self.get(at + 2).is_some_and(|n| n.glued() && n.is_capital() && n.is(class::NUMBER)) {
            return self.is_cardinal(at + 2).then_some(at + 3);
        }
        if let Some(end) = self.dialled_in_letters(at) {
            return Some(end);
        }
        let behind = self.get(at + 1).filter(|n| n.glued() && n.is_word())?;
        let text = behind.text(self.cx.tokens.text);
        if text.eq_ignore_ascii_case("s") && !self.cx.tokens.str(at).contains('.') {
            return Some(at + 2);
        }
        let measured = self.reader.measured(at).is_some_and(|m| m.number.tokens.end > at + 1 || m.measure.is_some());
        let ordinal = ["st", "nd", "rd", "th"].iter().any(|e| text.eq_ignore_ascii_case(e));
        (!measured && !ordinal && !text.eq_ignore_ascii_case("m")).then_some(at + 2)
    }

    /// `26.94 degrees latitude`, `55 degrees east`: a position on the globe.
    fn position(&self, at: usize) -> Option<usize> {
        let degrees = self.cx.tokens.is_any(at + 1, &["degrees", "degree"]);
        (degrees && self.cx.tokens.is_in(at + 2, &SETS, BEARING)).then_some(at + 3)
    }

    /// `877-HELP-24-7`, `800-FLOWERS`: a telephone number with letters for digits, and all that is joined to it.
    fn dialled_in_letters(&self, at: usize) -> Option<usize> {
        const AREA: usize = 3;
        const LETTERS: u32 = 4;
        let shouted = |i: usize| self.get(i).is_some_and(|t| t.is_word() && t.has(form::ALL_CAPS) && t.end - t.start > 1);
        let letters = self.get(at + 2).is_some_and(|t| t.glued() && shouted(at + 2) && t.end - t.start >= LETTERS);
        if self.cx.tokens.str(at).len() != AREA || !self.is_mark(at + 1, &['-']) || !letters {
            return None;
        }
        let joined = |i: &usize| self.is_mark(*i, &['-']) && self.get(i + 1).is_some_and(Token::glued);
        let end = at + 3 + 2 * (at + 3..).step_by(2).take_while(joined).count();
        // in "A 600-ROOM HOTEL" all letters are capitals
        (!shouted(end) && !at.checked_sub(1).is_some_and(shouted)).then_some(end)
    }

    /// A word for a number below a hundred: digits are joined to one in a name only (`7-Eleven`).
    fn is_cardinal(&self, at: usize) -> bool {
        let word = self.get(at).and_then(|t| self.cx.lexicon.numbers.get(t));
        matches!(word, Some(NumberWord::Digit(_) | NumberWord::Ten(_)))
    }

    fn is_name_before(&self, at: usize) -> bool {
        let Some(before) = self.before(at).filter(|_| self.reader.currency_before(at).is_none()) else { return false };
        match before.punct() {
            // "**214 passengers**" is set in bold
            Some('*' | '_') => self.follows_word_and_marks(at),
            Some('#' | '/' | '@' | '^' | '\\') => true,
            Some('.') => before.glued() && !leading_point(self.cx.tokens, at),
            Some(':' | '\'' | '’') => before.glued(),
            Some('-') => {
                let sign = ["minus", "negative", "sub", "to", "or"].iter().any(|w| at > 1 && self.cx.tokens.is(at - 2, w));
                let measured =
                    self.reader.measured(at).is_some_and(|m| m.hyphen || m.measure.is_some_and(|m| m.dimension == Dimension::Magnitude));
                let then = at > 1 && !self.cx.tokens.all[at - 2].is_capital() && measured;
                before.glued() && at > 1 && self.cx.tokens.all[at - 2].is_word() && !sign && !then
            }
            None => before.is_word() && !self.is_money_word(before),
            _ => false,
        }
    }

    /// `a*5`, `3*4`, `x_1`: marks stand between a word or number and token `at`, without a space.
    fn follows_word_and_marks(&self, at: usize) -> bool {
        const MARKS: usize = 3;
        let mark = |i: &usize| self.is_mark(*i, &['*', '_']);
        let first = (at.saturating_sub(MARKS)..at).rev().take_while(mark).last().unwrap_or(at);
        self.get(first).is_some_and(Token::glued)
            && first.checked_sub(1).is_some_and(|i| self.get(i).is_some_and(|t| t.is_word() || t.is_number()))
    }

    /// `four-by-four`, `2-by-4`, `4×4`, `4x4`, `three-on-two`: a kind of car, beam or break, where no unit says how large.
    fn by_another(&self, at: usize) -> Option<usize> {
        const LENGTH: usize = 5;
        if self.is_mark(at + 1, &['×']) && !self.cx.tokens.is(at + 2, "10") && self.get(at + 2).is_some_and(|t| t.glued() && t.is_number())
        {
            return self.reader.measured(at + 2).filter(|m| m.measure.is_none()).map(|m| m.tokens.end);
        }
        let joined = self.is_mark(at + 1, &['-']) && self.cx.tokens.is_any(at + 2, &["by", "on"]) && self.is_mark(at + 3, &['-']);
        let second = joined.then(|| self.reader.measured(at + 4))??;
        (second.measure.is_none() && second.tokens.end == at + LENGTH).then_some(at + LENGTH)
    }

    /// `a top-five pick`: one of that number.
    fn is_among_the_first(&self, at: usize) -> bool {
        at > 1 && self.is_mark(at - 1, &['-']) && self.get(at).is_some_and(Token::glued) && self.cx.tokens.is(at - 2, "top")
    }

    /// `wanted it on a 3`, `given a 10`: an article makes a thing of a number that counts nothing behind it.
    fn is_one_of_its_kind(&self, at: usize) -> bool {
        let article = self.before(at).is_some_and(|t| t.is(class::ARTICLE)) && self.cx.tokens.is_any(at.saturating_sub(1), &["a", "an"]);
        let goes_on = self.cx.tokens.is_any(at + 1, &["against", "at", "from", "in", "on", "with"]);
        let stops = |t: &Token| t.has(form::PARAGRAPH) || goes_on || matches!(t.punct(), Some('.' | ',' | ';' | '?' | '!'));
        let ends = self.get(at + 1).is_none_or(stops) && !self.get(at + 2).is_some_and(|t| t.is_number());
        article && ends && self.cx.tokens.str(at).len() < 3
    }

    /// `“Person 2”`, `“Organization 1.”`: a word with a number is all that stands between two quotation marks.
    fn is_marked_name(&self, at: usize) -> bool {
        let quote = |i: usize| self.get(i).is_some_and(|t| matches!(t.punct(), Some('"' | '“' | '”' | '‘' | '’' | '«' | '»')));
        let closed = quote(at + 1) || self.get(at + 1).is_some_and(|t| matches!(t.punct(), Some('.' | ','))) && quote(at + 2);
        at > 1 && closed && quote(at - 2) && self.cx.tokens.all[at - 1].is_capital() && self.get(at).is_some_and(Token::is_number)
    }

    /// `6-foot-8,225-pound`: height and weight in one number; the index behind it.
    fn height_and_weight(&self, at: usize) -> Option<usize> {
        let inches = self.cx.tokens.str(at).split_once(',')?.0.parse::<u8>().ok().filter(|i| *i < 12)?;
        let foot = at > 1 && self.is_mark(at - 1, &['-']) && self.cx.tokens.is_any(at - 2, &["foot", "feet", "ft"]);
        (foot && inches > 0).then(|| self.reader.measured(at).map_or(at + 1, |m| m.tokens.end))
    }

    fn is_money_word(&self, t: &Token) -> bool {
        self.cx.lexicon.currencies.by_sign(t.text(self.cx.tokens.text)).is_some()
    }

    /// Numbers joined by marks: telephone numbers, dates in figures, scores, `9/11`, `24/7`. A rising pair with a unit is a range.
    fn chain(&self, at: usize) -> Option<usize> {
        let joins = ['-', '–', '/', '.', ':'];
        let mut end = at + 1;
        while self.is_mark(end, &joins) && self.get(end + 1).is_some_and(|t| t.glued() && t.is_number()) {
            end += 2;
        }
        if end == at + 1 {
            return self.dialled(at);
        }
        let colon = self.is_mark(at + 1, &[':']);
        let mixed = end == at + 5 && self.is_mark(at + 3, &['/']) && self.reader.number_end(at) == end;
        if (end > at + 3 || colon) && !mixed {
            return Some(end);
        }
        if results::is_result(&self.reader, at) {
            return Some(end);
        }
        let measured = self.reader.measured(at)?;
        let fraction = measured.number.tokens.end > at + 1;
        let even = self.cx.tokens.str(at).len() == self.cx.tokens.str(at + 2).len();
        let range = self.reader.range(&measured).is_some_and(|r| {
            let counted = self.reader.counted(r.last.tokens.end).is_some() || r.last.hyphen;
            r.last.measure.is_some() || counted || r.low >= crate::value::Amount::from(100) && even && !self.is_span_of_years(at)
        });
        (!fraction && !range && measured.measure.is_none()).then_some(end)
    }

    /// `+44 20 7946 0018`: a plus and groups of digits.
    fn dialled(&self, at: usize) -> Option<usize> {
        let text = self.cx.tokens.str(at);
        let area_code = text.starts_with('0') && text.len() > 2 && text.bytes().all(|b| b.is_ascii_digit());
        let plus = self.get(at)?.glued() && self.before(at).is_some_and(|t| t.is_punct('+')) || area_code;
        let end = (at + 1..at + 8).find(|&i| !self.get(i).is_some_and(|t| t.is_number()))?;
        (plus && end > at + 1).then_some(end)
    }

    /// `2:15am`, `11 a.m.`, `10.45pm`, `0401 GMT`, `7 o'clock`.
    fn clock(&self, at: usize) -> Option<usize> {
        let next = self.get(at + 1)?;
        let text = next.text(self.cx.tokens.text);
        let part =
            next.is(class::CLOCK) || ["am", "pm", "a.m.", "p.m.", "o'clock", "o’clock", "gmt"].iter().any(|w| text.eq_ignore_ascii_case(w));
        part.then_some(at + 2)
    }

    /// `June 12`, `12 June`; `19 Sept. 11 hijackers` are nineteen.
    fn day_of_month(&self, at: usize) -> Option<usize> {
        let is_day = |i: usize| self.get(i).is_some() && self.cx.tokens.str(i).parse::<u32>().is_ok_and(|d| (1..=31).contains(&d));
        let day = is_day(at);
        let month = |t: &Token| t.is(class::MONTH) && t.is_capital();
        let stop = usize::from(at > 1 && self.cx.tokens.all[at - 1].is_punct('.'));
        let before = day && at > stop && month(&self.cx.tokens.all[at - 1 - stop]);
        let short = self.get(at + 1).is_some_and(|t| t.end - t.start <= 4);
        let dated = is_day(at + 2) || short && self.get(at + 2).is_some_and(|t| t.is_punct('.')) && is_day(at + 3);
        let behind = day && !dated && self.get(at + 1).is_some_and(month);
        (before || behind).then_some(at + 1 + usize::from(behind))
    }

    /// `called 911`, `a 999 call`.
    fn emergency(&self, at: usize, text: &str) -> Option<usize> {
        let calls = |i: usize| self.cx.tokens.is_in(i, &SETS, CALL);
        (matches!(text, "911" | "999" | "112") && (at > 0 && calls(at - 1) || calls(at + 1))).then_some(at + 1)
    }

    /// `1.`, `2)` at the start of a line; `(3)`.
    fn list_number(&self, at: usize) -> Option<usize> {
        let short = self.cx.tokens.str(at).len() <= 2;
        let line = self.get(at)?.has(form::LINE);
        let closed = self.is_mark(at + 1, &['.', ')']) && self.get(at + 2).is_none_or(|t| !t.glued());
        let brackets = self.before(at).is_some_and(|t| t.is_punct('(')) && self.is_mark(at + 1, &[')']);
        let ends = self.get(at + 2).is_none_or(|t| t.has(form::LINE | form::PARAGRAPH));
        (short && (line && closed && !ends || brackets)).then_some(at + 2)
    }

    /// `358 El Brillo Way`: capital words behind it that end in a word of streets.
    fn house(&mut self, at: usize) -> Option<usize> {
        let hyphen = self.is_mark(at + 1, &['-']) as usize;
        if self.cx.tokens.is(at + 1 + hyphen, "block") && self.cx.tokens.is(at + 2 + hyphen, "of") {
            return Some(at + 2 + hyphen);
        }
        let text = self.cx.tokens.str(at);
        let plain = text.len() <= 5 && text.bytes().all(|b| b.is_ascii_digit()) && !self.get(at + 1)?.glued();
        if !plain {
            return None;
        }
        let named = |i: &usize| {
            self.get(*i)
                .is_some_and(|t| (t.is_capital() || t.is_number() && *i > at + 1 || self.reader.tokens.is(*i, "st")) && !t.has(form::LINE))
        };
        let french = self.cx.tokens.is(at + 1, "ave") || self.cx.tokens.is(at + 1, "rue");
        let street = |i: &usize| *i > at + 1 && self.cx.tokens.is_in(*i, &SETS, STREET);
        let name = (at + 1..at + 6).take_while(named);
        let last = if french { name.last().filter(|i| *i > at + 1) } else { name.filter(street).last() }?;
        let listed = self.get(last + 1).is_some_and(|t| t.is_punct(','));
        (listed || !self.is_title_case(at)).then_some(last + 1)
    }

    /// `2014-15`, `1939–1945`.
    fn is_span_of_years(&self, at: usize) -> bool {
        let text = self.cx.tokens.str(at);
        let modern = self.is_year_text(text) && ("1700".."2200").contains(&text);
        modern
            && (self.cx.tokens.str(at + 2).len() == 2
                || self.is_year_text(self.cx.tokens.str(at + 2)) && self.cx.tokens.str(at + 2) < "2200")
    }

    fn is_year_text(&self, text: &str) -> bool {
        text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()) && matches!(text.as_bytes()[0], b'1' | b'2')
    }

    /// A bare number of four digits that no unit, sign or bound claims.
    fn is_year_here(&self, at: usize, text: &str) -> bool {
        if !self.is_year_text(text) {
            return false;
        }
        let modern = text.starts_with("19") || text.starts_with("20");
        let of = at > 1 && self.cx.tokens.is(at - 1, "of");
        if of && self.cx.tokens.is_in(at - 2, &SETS, STATISTIC) {
            return false;
        }
        let Some(m) = self.reader.measured(at) else { return false };
        if m.measure.is_some() || m.number.tokens.len() > 1 || m.tokens.start < at {
            return false;
        }
        let preposition = ["in", "since", "until", "before", "after", "early", "late", "between"];
        let placed = at > 0 && preposition.iter().any(|w| self.cx.tokens.is(at - 1, w));
        let bound = self.reader.hedge_before(at).is_some_and(|(start, _)| start < at && !self.cx.tokens.is(start, "by"));
        let counted = self.reader.counted(at + 1);
        if !modern {
            return placed && !bound && counted.is_none();
        }
        // dates have been found before, so "2000 people" is no date
        let noun = |end: usize| end == at + 2 && !self.cx.tokens.all[at + 1].is_capital();
        !counted.is_some_and(|c| bound || text.ends_with("00") && noun(c.head.end))
    }

    /// A name: behind a word that numbers (`Article 5`), or behind a capital word with nothing counted (`iPhone 14`, `Big 12`).
    fn is_label(&mut self, at: usize) -> bool {
        if at > 1
            && self.cx.tokens.all[at - 1].is_punct('.')
            && self.cx.tokens.all[at - 2].is(class::NUMBERED)
            && self.cx.tokens.all[at - 1].glued()
        {
            return true;
        }
        let Some(before) = self.before(at).filter(|t| t.is_word() && !self.cx.tokens.all[at].has(form::LINE)) else { return false };
        let capital = |t: &Token| has_capital(t.text(self.cx.tokens.text));
        if !before.is(class::LABEL) && !capital(before) && !self.get(at + 1).is_some_and(Token::is_capital) {
            return false;
        }
        let Some(m) = self.reader.measured(at).filter(|_| !["age", "aged"].iter().any(|w| self.cx.tokens.is(at - 1, w))) else {
            return false;
        };
        if m.measure.as_ref().is_some_and(|m| m.dimension != Dimension::Duration) || m.number.scaled {
            return false;
        }
        if before.is(class::LABEL) && (before.is_capital() || m.measure.is_none()) && !self.cx.tokens.is(at - 1, "no") {
            return m.measure.is_none() && !m.hyphen || before.is_capital();
        }
        let zip = before.has(form::ALL_CAPS) && before.end - before.start == 2 && self.cx.tokens.str(at).len() == 5 && m.measure.is_none();
        if zip || self.is_model_name(at, m.tokens.end) {
            return true;
        }
        let named = has_capital(before.text(self.cx.tokens.text)) && !before.is(NAMES_NOTHING) && m.measure.is_none() && !m.hyphen;
        named && !self.begins_sentence(at - 1) && self.reader.counted(m.tokens.end).is_none() && !self.is_title_case(at)
    }

    /// A number with a capital word behind and nothing counted: `787 Dreamliner`, `11 Pro`.
    fn is_model_name(&mut self, at: usize, end: usize) -> bool {
        let t = self.get(end);
        let capital = t.is_some_and(|t| t.is_capital() && !t.is(class::DEMONYM | class::PLACE | class::MONTH) && !t.has(form::LINE));
        let hedged = self.reader.hedge_before(at).is_some();
        capital && !hedged && end == at + 1 && self.reader.counted(end).is_none() && !self.is_title_case(at) && !self.begins_sentence(at)
    }

    /// A number word with a capital inside a sentence: with nothing counted behind (`Channel Four`, `the Group of Seven`), or with capitals
    /// on both sides (`Johnny Two Thumbs`).
    fn is_named_word(&mut self, at: usize) -> bool {
        let Some(t) = self.get(at) else { return false };
        if self.before(at).is_some_and(|b| b.is(class::LABEL) && b.is_capital()) && t.is_capital() && t.is(class::NUMBER) {
            return true;
        }
        // "The Six Nations", "at the Twelve Apostles"
        let led = at > 0 && self.cx.tokens.is(at - 1, "the") && self.get(at + 1).is_some_and(|n| n.is_word() && n.is_capital());
        if led && t.is_capital() && t.is(class::NUMBER) && !t.is(class::UNIT) && !t.has(form::ALL_CAPS) && !self.is_title_case(at) {
            return true;
        }
        let between = at > 1
            && !self.begins_sentence(at - 1)
            && [at - 1, at + 1].into_iter().all(|i| self.get(i).is_some_and(|t| t.is_capital() && !t.is(class::MONTH)));
        if between && t.is_capital() && t.is(class::NUMBER) && !self.is_title_case(at) {
            return true;
        }
        if self.ends_product(at) {
            return true;
        }
        let proper = |t: &Token| t.is_capital() || t.is(class::ARTICLE) || self.reader.tokens.is(at - 1, "of");
        let capital = t.is_capital() && t.is(class::NUMBER) && self.before(at).is_some_and(proper) && !self.begins_sentence(at);
        capital
            && !self.is_title_case(at)
            && self.reader.measured(at).is_some_and(|m| m.measure.is_none())
            && self.reader.counted(at + 1).is_none()
    }

    /// `the Volta One costs $300`: a number word with a capital behind another one, where what follows is a verb with its object.
    fn ends_product(&mut self, at: usize) -> bool {
        let number = |t: &Token| t.is_capital() && t.is(class::NUMBER) && !t.is(class::UNIT) && !t.has(form::ALL_CAPS);
        let name = |t: &Token| t.is_capital() && !t.is(class::NUMBER) && !t.is(NAMES_NOTHING) && !t.has(form::ALL_CAPS);
        let named = at > 0 && self.get(at).is_some_and(number) && self.before(at).is_some_and(name);
        let verb = self.get(at + 1).is_some_and(|t| !t.is_capital()) && self.cx.tokens.str(at + 1).ends_with('s');
        let object = |t: &Token| {
            t.is_number() || t.is(class::NUMBER | class::ARTICLE | class::DETERMINER | class::CURRENCY | class::HEDGE) || t.is_punct('$')
        };
        named && verb && self.get(at + 2).is_some_and(object) && !self.begins_sentence(at) && !self.is_title_case(at)
    }

    /// Token `at` begins a sentence, a quotation or a part behind a colon.
    fn begins_sentence(&mut self, at: usize) -> bool {
        self.go_to(at);
        let start = self.cx.article.sentences.get(self.sentence).map_or(0, |s| s.tokens.start);
        at <= start || matches!(self.cx.tokens.curly(at - 1), Some('“' | '‘' | '(' | ':' | '•' | '—' | '–' | '.'))
    }

    /// Moves on to the sentence of token `at`; tokens come in order.
    fn go_to(&mut self, at: usize) {
        while self.cx.article.sentences.get(self.sentence).is_some_and(|s| s.tokens.end <= at) {
            self.sentence += 1;
            self.title_case = None;
        }
    }

    /// Whether the sentence of token `at` is a headline in title case; told once a sentence.
    pub fn is_title_case(&mut self, at: usize) -> bool {
        self.go_to(at);
        let Some(sentence) = self.cx.article.sentences.get(self.sentence) else { return false };
        let tokens = &self.cx.tokens.all[sentence.tokens.clone()];
        *self.title_case.get_or_insert_with(|| {
            let long = |t: &&Token| t.kind == Kind::Word && t.end - t.start > 3;
            let (words, capitals) = (tokens.iter().filter(long).count(), tokens.iter().filter(long).filter(|t| t.is_capital()).count());
            words > 1 && words == capitals || words > 3 && (words - capitals) * SMALL_WORDS <= words
        })
    }
}

fn has_capital(text: &str) -> bool {
    text.bytes().any(|b| b.is_ascii_uppercase())
}

impl Reader<'_> {
    /// Token `at` may be a year.
    pub fn is_year(&self, at: usize) -> bool {
        let text = self.tokens.str(at);
        text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())
    }
}
