//! One number with its sign, its currency or unit: `$5m`, `-1.3%`, `90 square kilometers`, `34-point`.

use std::ops::Range;

use crate::claim::Name;
use crate::lexicon::numbers::NumberWord;
use crate::lexicon::{class, word_sets};
use crate::text::form;
use crate::value::number::Form;
use crate::value::quantity::convert;
use crate::value::{Amount, Dimension, Number, number};

use super::reader::Reader;

word_sets! {
    /// Words of money, near which pounds are sterling.
    PAID = 0: "paid";
    /// Words of weight and force, near which pounds are not money.
    WEIGHED = 1: "weighed";
    /// Nouns of what has a magnitude.
    QUAKE = 2: "quake";
    /// Words between a quake and its magnitude.
    LINKING = 3: "before_magnitude";
    /// What is counted in millions, which are written like metres.
    COUNTED = 4: "counted_by_the_million";
    /// Words beside a length.
    LENGTH = 5: "word_of_length";
}

/// A unit and what it measures.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// Singular name.
    pub unit: Name,
    /// What it measures.
    pub dimension: Dimension,
}

/// A number with its unit.
#[derive(Clone, Debug)]
pub struct Measured {
    /// With sign, currency and unit.
    pub tokens: Range<usize>,
    /// The digits or words alone.
    pub number: Number,
    /// None for a bare number.
    pub measure: Option<Measure>,
    /// Written `+2 %`.
    pub plus: bool,
    /// Joined to its unit or noun by a hyphen: `34-point`.
    pub hyphen: bool,
}

impl Measured {
    /// The value of the number.
    pub fn amount(&self) -> Amount {
        self.number.amount
    }
}

/// Units that are written as two numbers: the larger, the smaller, and the symbol that the smaller has only there.
const PARTS: [(&str, &str, &str); 11] = [
    ("foot", "inch", "in"),
    ("pound", "ounce", ""),
    ("stone", "pound", ""),
    ("year", "month", ""),
    ("week", "day", ""),
    ("day", "hour", ""),
    ("hour", "minute", ""),
    ("minute", "second", ""),
    ("dollar", "cent", ""),
    ("euro", "cent", ""),
    ("pound sterling", "penny", ""),
];

/// Digits below ten with one decimal.
fn is_tenth(number: &Number) -> bool {
    let decimal = number.form == Form::Digits && number.step == Amount::TENTH;
    decimal && number.amount < Amount::from(10)
}

fn money(unit: &'static str) -> Measure {
    Measure { unit: unit.into(), dimension: Dimension::Money }
}

impl Reader<'_> {
    /// The number at token `at` with what belongs to it; ordinals are none.
    pub fn measured(&self, at: usize) -> Option<Measured> {
        let mut number = number(self.tokens, &self.lexicon.numbers, at).filter(|n| n.form != Form::Ordinal)?;
        let sign = self.currency_before(number.tokens.start);
        let from = sign.map_or(number.tokens.start, |(start, _)| start);
        self.small_letter(&mut number, sign.is_some());
        let end = number.tokens.end;
        let inner = sign.filter(|(s, _)| *s + 1 < number.tokens.start && self.tokens.all[number.tokens.start - 1].is_punct('-'));
        if inner.is_some() {
            number.amount = Amount::ZERO.minus(number.amount).unwrap_or(number.amount);
        }
        let (start, plus) = if inner.is_some() { (from, false) } else { self.sign(from, &mut number) };
        let behind = self.unit_behind(end, &number);
        let mut out = Measured { tokens: start..end, number, measure: None, plus, hyphen: false };
        match (sign, behind) {
            (Some((_, name)), Some((end, m))) if m.dimension == Dimension::Money && m.unit.ends_with(name) => {
                out.tokens.end = end;
                out.measure = Some(m);
            }
            (Some((_, name)), _) => out.measure = Some(money(name)),
            (None, Some((end, m))) => {
                let degrees = m.unit == "degree";
                out.tokens.end = end;
                out.measure = Some(m);
                if degrees {
                    self.degrees_of_quake(&mut out);
                }
            }
            (None, None) => self.magnitude(&mut out),
        }
        self.scale_behind_mark(&mut out);
        self.scaled_code(&mut out);
        self.millions_in_code(&mut out);
        self.feet_in_marks(&mut out);
        self.inches_in_mark(&mut out);
        self.parts_of_caliber(&mut out);
        self.second_part(&mut out);
        out.hyphen = self.joint(out.number.tokens.end).is_some_and(|next| next > out.number.tokens.end);
        Some(out)
    }

    /// `magnitude 8.8`, `magnitude-8.8`, `a magnitude of 8.8`, `7.2-magnitude`.
    fn magnitude(&self, m: &mut Measured) {
        let (start, end) = (m.tokens.start, m.number.tokens.end);
        if self.is_of_quake(m) {
            m.measure = Some(Measure { unit: "magnitude".into(), dimension: Dimension::Magnitude });
            return;
        }
        if self.is_rated(m) {
            m.measure = Some(Measure { unit: "magnitude".into(), dimension: Dimension::Magnitude });
            return;
        }
        let before = |n: usize| start >= n && self.tokens.is(start - n, "magnitude");
        let linked = start > 1 && (self.tokens.all[start - 1].is_punct('-') || self.tokens.is(start - 1, "of"));
        let behind = self
            .joint(end)
            .filter(|&next| {
                self.tokens.is_any(next, &["magnitude", "strength"]) && is_tenth(&m.number) || self.tokens.is(next, "magnitude")
            })
            .map(|next| next + 1);
        let richter = ["on", "the", "richter", "scale"].iter().enumerate().all(|(i, w)| self.tokens.is(end + i, w)).then_some(end + 4);
        if before(1) || linked && before(2) || behind.or(richter).is_some() {
            m.tokens.end = behind.or(richter).unwrap_or(m.tokens.end);
            m.measure = Some(Measure { unit: "magnitude".into(), dimension: Dimension::Magnitude });
        }
    }

    /// `rated the quake as 4.4`, `put its magnitude at 6.1`, `aftershocks of around 4.9`, `with magnitudes ranging from 3.6 to 4.3`.
    fn is_rated(&self, m: &Measured) -> bool {
        const REACH: usize = 4;
        if !is_tenth(&m.number) {
            return false;
        }
        let start = self.hedge_before(m.tokens.start).map_or(m.tokens.start, |(start, _)| start);
        let linked = start > 1 && self.tokens.is_in(start - 1, &SETS, LINKING);
        let ranging = || !self.tokens.is(start - 1, "from") || self.tokens.is_any(start - 2, &["ranging", "ranged", "range", "varying"]);
        let quake = |i| self.tokens.is_in(i, &SETS, QUAKE) || self.tokens.is_any(i, &["magnitude", "magnitudes"]);
        linked && ranging() && (start.saturating_sub(REACH)..start).any(quake)
    }

    /// `6.7 degrees on the Richter scale`, `a 6.7 degree quake`: no temperature.
    fn degrees_of_quake(&self, m: &mut Measured) {
        let end = m.tokens.end;
        let richter = ["on", "the", "richter", "scale"].iter().enumerate().all(|(i, w)| self.tokens.is(end + i, w));
        if richter || self.tokens.is_in(end, &SETS, QUAKE) {
            m.tokens.end = if richter { end + 4 } else { end };
            m.measure = Some(Measure { unit: "magnitude".into(), dimension: Dimension::Magnitude });
        }
    }

    /// `$5.6” billion`: the scale behind a closing mark of quotation.
    fn scale_behind_mark(&self, m: &mut Measured) {
        let end = m.tokens.end;
        let money = m.measure.as_ref().is_some_and(|m| m.dimension == Dimension::Money) && end == m.number.tokens.end && !m.number.scaled;
        let mark = self.tokens.get(end).is_some_and(|t| t.glued() && matches!(t.punct(), Some('"' | '”')));
        let scale = self.tokens.get(end + 1).and_then(|t| self.lexicon.numbers.get(t));
        if let (true, true, Some(NumberWord::Scale(exponent))) = (money, mark, scale) {
            m.number.grow(exponent);
            m.tokens.end = end + 2;
        }
    }

    /// `6.0 quake`, `a 5.2 aftershock`: one decimal right before it is its magnitude.
    fn is_of_quake(&self, m: &Measured) -> bool {
        is_tenth(&m.number) && self.tokens.is_in(m.number.tokens.end, &SETS, QUAKE)
    }

    /// `75 USD million`: a scale behind the code.
    fn scaled_code(&self, m: &mut Measured) {
        let end = m.tokens.end;
        let money = m.measure.as_ref().is_some_and(|m| m.dimension == Dimension::Money) && end > m.number.tokens.end && !m.number.scaled;
        let scale = self.tokens.get(end).and_then(|t| self.lexicon.numbers.get(t));
        if let (true, Some(NumberWord::Scale(exponent))) = (money, scale) {
            m.number.grow(exponent);
            m.tokens.end = end + 1;
        }
    }

    /// `30 MUSD`, `120 MEUR`: the million is the first letter of the code, as Nordic companies write.
    fn millions_in_code(&self, m: &mut Measured) {
        let end = m.tokens.end;
        let Some(t) = self.tokens.get(end).filter(|t| m.measure.is_none() && t.has(form::ALL_CAPS) && t.end - t.start == 4) else { return };
        let code = t.text(self.tokens.text).strip_prefix('M').and_then(|code| self.lexicon.currencies.by_sign(code));
        if let Some(name) = code {
            m.number.grow(6);
            (m.measure, m.tokens.end) = (Some(money(name)), end + 1);
        }
    }

    /// The smaller unit right behind a larger one: `5 feet 2 inches`, `two hours and 15 minutes`, `3 hours, 20 minutes`, `12 ft 2 in`,
    /// `3min 31sec`. Not the ends of a stretch (`between a week and ten days`), where the second is no part of the first, nor a point of
    /// time (`jailed for two years and six months later freed`).
    pub fn second_part(&self, m: &mut Measured) {
        let Some(unit) = m.measure.as_ref().map(|m| m.unit.clone()) else { return };
        let Some(&(_, small, symbol)) = PARTS.iter().find(|(large, ..)| *large == unit) else { return };
        let end = m.tokens.end;
        if small == "inch" && (self.joined_inches(m) || self.spoken_inches(m)) {
            return;
        }
        let comma = self.tokens.get(end).is_some_and(|t| t.is_punct(','));
        let at = end + usize::from(comma);
        let at = at + usize::from(self.tokens.is(at, "and"));
        let Some(part) = number(self.tokens, &self.lexicon.numbers, at).filter(|n| n.form != Form::Ordinal) else { return };
        let behind = part.tokens.end;
        let word = self.lexicon.units.by_words(self.tokens, behind).filter(|(_, u)| u.name == small).map(|(n, _)| behind + n);
        let cents = self.lexicon.currencies.by_words(self.tokens, behind).filter(|(_, name)| *name == small).map(|(n, _)| behind + n);
        let symbol = (!symbol.is_empty() && self.tokens.is(behind, symbol)).then_some(behind + 1);
        let short = self.lexicon.units.by_symbol(self.tokens, behind).filter(|(_, u)| u.name == small).map(|(n, _)| behind + n);
        let later = |end: &usize| small != "month" || !self.tokens.is_any(*end, &["later", "ago", "earlier", "before", "after"]);
        let word = word.filter(later).filter(|end| !comma || !self.is_list(m.number.tokens.start, *end));
        if comma && word.is_none() {
            return;
        }
        let Some(end) = word.or(cents).or(symbol).or(short).or_else(|| self.spoken_cents(m, at, behind)) else { return };
        let size = if small == "cent" || small == "penny" { "0.01".parse().ok() } else { convert(Amount::ONE, small, &unit) };
        let Some(size) = size.filter(|s| part.amount.times(*s).is_some_and(|a| a < Amount::ONE)) else { return };
        let sum = part.amount.times(size).and_then(|p| m.number.amount.plus(p));
        if let (Some(sum), Some(step)) = (sum, part.step.times(size)) {
            (m.number.amount, m.number.step, m.tokens.end) = (sum, step, end);
        }
    }

    /// The inches of `6-foot-2`, added to the feet.
    fn joined_inches(&self, m: &mut Measured) -> bool {
        let end = m.tokens.end;
        let hyphen = self.tokens.get(end).is_some_and(|t| t.glued() && t.is_punct('-'));
        let glued = self.tokens.get(end + 1).is_some_and(|t| t.glued() && t.is_number() && hyphen);
        let Some(inches) = number(self.tokens, &self.lexicon.numbers, end + 1).filter(|n| glued && n.amount < Amount::from(12)) else {
            return false;
        };
        self.add_inches(m, &inches);
        true
    }

    /// `six foot three` as somebody's height: nothing counted follows.
    fn spoken_inches(&self, m: &mut Measured) -> bool {
        let end = m.tokens.end;
        let inches = number(self.tokens, &self.lexicon.numbers, end).filter(|n| n.form != Form::Ordinal && n.amount < Amount::from(12));
        let said = self.tokens.is(end - 1, "foot") && self.tokens.get(end).is_some_and(|t| !t.has(form::PARAGRAPH));
        // "a 12 foot two-storey hut"
        let joined = |n: &Number| self.tokens.get(n.tokens.end).is_some_and(|t| t.glued() && t.is_punct('-'));
        let ends = |n: &Number| !joined(n) && self.tokens.get(n.tokens.end).is_none_or(|t| !t.is_word() || t.is(class::FUNCTION));
        let Some(inches) = inches.filter(|n| said && n.step == Amount::ONE && ends(n)) else { return false };
        self.add_inches(m, &inches);
        true
    }

    pub fn add_inches(&self, m: &mut Measured, inches: &Number) {
        let Some(inch) = convert(Amount::ONE, "inch", "foot") else { return };
        if let Some(sum) = inches.amount.times(inch).and_then(|feet| m.number.amount.plus(feet)) {
            (m.number.amount, m.number.step, m.tokens.end) = (sum, inch, inches.tokens.end);
        }
    }

    /// Whether a quantity has others before or behind it in a row: `3 years, 2 months, 14 days`.
    fn is_list(&self, begin: usize, end: usize) -> bool {
        let comma = |at: usize| self.tokens.get(at).is_some_and(|t| t.is_punct(','));
        let before = begin > 0 && (comma(begin - 1) || self.tokens.is(begin - 1, "and"));
        before || comma(end) && self.tokens.get(end + 1).is_some_and(|t| t.is_number())
    }

    /// `15 dollars 50`: two digits behind whole dollars, with nothing that they could count.
    fn spoken_cents(&self, m: &Measured, at: usize, behind: usize) -> Option<usize> {
        let whole = m.number.amount.is_whole() && !m.number.scaled && m.measure.as_ref()?.dimension == Dimension::Money;
        let two =
            behind == at + 1 && self.tokens.str(at).len() == 2 && self.tokens.all[at].is_number() && m.tokens.end > m.number.tokens.end;
        let ends = self
            .tokens
            .get(behind)
            .is_none_or(|t| t.punct().is_some() && !t.glued() || t.is_punct('.') || t.is_punct(',') || t.has(form::PARAGRAPH));
        (whole && two && ends).then_some(behind)
    }

    /// A `-`, `−`, `+`, `minus` or `negative` before token `at`: where the number then begins, and whether it is a plus. `Plus or minus`
    /// is none.
    fn sign(&self, at: usize, number: &mut Number) -> (usize, bool) {
        let Some(before) = at.checked_sub(1).and_then(|i| self.tokens.get(i)) else { return (at, false) };
        let glued = self.tokens.get(at).is_some_and(|t| t.glued());
        let apart = !before.glued() || at < 2 || self.tokens.get(at - 2).is_some_and(|t| t.is_punct('(') || t.is_punct('$'));
        if glued && apart && before.is_punct('+') {
            return (at - 1, true);
        }
        let dash = glued && (before.is_punct('-') || before.is_punct('−') || before.is_punct('–'));
        let either = |i: usize| i > 1 && self.tokens.is(i - 1, "or") && self.tokens.is(i - 2, "plus");
        let word = |i: usize| self.tokens.is(i, "minus") && !either(i) || self.tokens.is(i, "negative");
        let start = if dash && at > 1 && word(at - 2) {
            at - 2
        } else if word(at - 1) || dash && apart {
            at - 1
        } else {
            return (at, false);
        };
        number.amount = Amount::ZERO.minus(number.amount).unwrap_or(number.amount);
        (start, false)
    }

    /// The currency sign or code that ends right before token `at`: where it begins, and the unit.
    pub fn currency_before(&self, at: usize) -> Option<(usize, &'static str)> {
        let minus = at.checked_sub(1).filter(|&i| self.tokens.get(i).is_some_and(|t| t.is_punct('-')));
        let last = self.tokens.get(minus.unwrap_or(at).checked_sub(1)?)?;
        if !(last.is_word() && (last.has(form::CAPITAL) || last.is(class::CURRENCY)) || last.punct().is_some())
            || self.tokens.get(at)?.has(form::PARAGRAPH)
        {
            return None;
        }
        let end = minus.unwrap_or(at);
        let sign = (1..=3.min(end)).rev().find_map(|n| {
            let piece = &self.tokens.all[end - n..end];
            let whole = piece[1..].iter().all(|t| t.glued() || last.has(form::SPACE) && last.is_punct('$'));
            let text = self.tokens.span(end - n..end).of(self.tokens.text);
            let dollars = n > 1 && last.is_punct('$') && text.len() < 8;
            let name = if dollars { self.country_dollar(text) } else { self.lexicon.currencies.by_sign(text) };
            Some((end - n, name.filter(|_| whole)?))
        });
        sign.or_else(|| self.currency_word_before(end))
    }

    /// `mxn$`, `US $`: letters of a country before the sign, whatever their case.
    fn country_dollar(&self, text: &str) -> Option<&'static str> {
        if text.starts_with(['a', 'A', 's']) && text.contains(char::is_whitespace) {
            return None;
        }
        let plain: String = text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect();
        self.lexicon.currencies.by_sign(text).or_else(|| self.lexicon.currencies.by_sign(&plain))
    }

    /// A currency in the singular before its amount: `USD 20`, `rmb 10`, `yen 100`.
    fn currency_word_before(&self, end: usize) -> Option<(usize, &'static str)> {
        let at = end.checked_sub(1)?;
        let (n, name) = self.lexicon.currencies.by_words(self.tokens, at)?;
        let singular = !self.lexicon.plurals.is_plural(&self.lower(self.tokens.get(at)?));
        let before = at.checked_sub(1).map(|i| &self.tokens.all[i]);
        let article = before.is_some_and(|t| t.is(class::ARTICLE | class::NUMBER) || t.is_number());
        // what is another word as well is money only where it stands behind its number: "won 44 percent"
        let doubtful = self.tokens.is_any(at, &["won", "real", "rand", "quid", "buck", "mark"]);
        (n == 1 && singular && !article && !doubtful).then_some((at, name))
    }

    /// A small `m` or `t` glued to digits: million or trillion with a currency or before what is counted, else left for the unit.
    fn small_letter(&self, number: &mut Number, currency: bool) {
        let at = number.tokens.end;
        let Some(t) = self.tokens.get(at).filter(|t| t.glued() && t.is_word()) else { return };
        let exponent = match t.text(self.tokens.text) {
            "m" => 6,
            "t" => 12,
            _ => return,
        };
        if currency
            || self.lexicon.currencies.by_words(self.tokens, at + 1).is_some()
            || exponent == 6 && (self.counts_behind(at + 1) || self.are_millions(number.tokens.start, at + 1))
        {
            number.grow(exponent);
            number.tokens.end = at + 1;
        }
    }

    /// What is counted stands before, and changes or comes to so much: `passenger numbers climbed 7% to 9.4m`. How high or far something is
    /// says another word.
    fn are_millions(&self, at: usize, end: usize) -> bool {
        const REACH: usize = 12;
        let before = at.saturating_sub(REACH)..at;
        let sentence = before.clone().rev().take_while(|i| !self.tokens.all[*i].is_punct('.')).last().unwrap_or(at)..at;
        let linked = at > 0 && (self.tokens.is_any(at - 1, &["at", "hit", "of", "reached", "to", "was", "were"]));
        let counted = sentence.clone().any(|i| self.tokens.is_in(i, &SETS, COUNTED));
        let length = sentence.chain(end..end + 2).any(|i| self.tokens.is_in(i, &SETS, LENGTH));
        linked && counted && !length
    }

    /// A unit of mass or area or a plural noun follows: `12.3m tonnes`, `5m people`.
    fn counts_behind(&self, at: usize) -> bool {
        self.lexicon.units.by_words(self.tokens, at).is_some() || self.counted(at).is_some_and(|c| c.plural)
    }

    /// The unit that follows a number at token `at`, and the index behind it.
    pub fn unit_behind(&self, at: usize, number: &Number) -> Option<(usize, Measure)> {
        if number.form == Form::Fraction
            && let Some(found) = self.unit_of_part(at)
        {
            return Some(found);
        }
        let next = self.joint(at).map(|next| self.past_country(self.past_addition(self.past_loose_hyphen(next))))?;
        if let Some((n, name)) = self.lexicon.currencies.by_words(self.tokens, next) {
            return self.sense_of_pence(at, next, n).then(|| (next + n, money(name)));
        }
        if let Some(name) = self.code_behind(next) {
            return Some((next + 1, money(name)));
        }
        if let Some((n, unit)) = self.lexicon.units.by_words(self.tokens, next).filter(|(n, _)| self.is_unit_here(next, *n, number)) {
            return Some((next + n, self.sterling(unit.name, next + n, number).unwrap_or_else(|| measure(unit))));
        }
        if let Some((n, unit)) = self.lexicon.units.by_symbol(self.tokens, next).filter(|(n, _)| self.is_symbol_here(next, *n)) {
            return Some((next + n, measure(unit)));
        }
        let inch = || Some((self.inch_said_again(next)?, Measure { unit: "inch".into(), dimension: Dimension::Length }));
        inch().or_else(|| self.bracketed(at)).or_else(|| self.times(at))
    }

    /// `4x more`, `10X`: so many times.
    fn times(&self, at: usize) -> Option<(usize, Measure)> {
        let x = self.tokens.get(at).is_some_and(|t| t.glued() && self.tokens.is(at, "x")) && self.tokens.all[at - 1].is_number();
        let alone = self.tokens.get(at + 1).is_none_or(|t| !t.glued() || t.punct().is_some_and(|c| c != '-'));
        (x && alone).then(|| (at + 1, Measure { unit: "time".into(), dimension: Dimension::Count }))
    }

    /// `20 (kg)`.
    fn bracketed(&self, at: usize) -> Option<(usize, Measure)> {
        self.tokens.get(at).filter(|t| matches!(t.punct(), Some('(' | '[' | '{' | '<')))?;
        let (n, unit) = self.lexicon.units.by_symbol(self.tokens, at + 1)?;
        let closes = self.tokens.get(at + 1 + n).is_some_and(|t| matches!(t.punct(), Some(')' | ']' | '}' | '>')));
        closes.then(|| (at + n + 2, measure(unit)))
    }

    /// `half an hour`, `a quarter of a mile`, `1/16 of a US pint`.
    fn unit_of_part(&self, at: usize) -> Option<(usize, Measure)> {
        let of = at + usize::from(self.tokens.is(at, "of"));
        let article = self.tokens.is_any(of, &["a", "an"]);
        let at = of + usize::from(article);
        let at = at + usize::from(article && self.tokens.is(at, "us"));
        let (n, unit) = self.lexicon.units.by_words(self.tokens, at).filter(|_| article)?;
        Some((at + n, measure(unit)))
    }

    /// Past a hyphen with spaces on both sides before the unit of an adjective, as in tokenised text: `30 - year bonds`.
    fn past_loose_hyphen(&self, at: usize) -> usize {
        let loose = self.tokens.get(at).is_some_and(|t| t.is_punct('-') && t.has(form::SPACE));
        let unit = loose && self.lexicon.units.by_words(self.tokens, at + 1).is_some();
        if unit && !self.lexicon.plurals.is_plural(&self.lower(&self.tokens.all[at + 1])) { at + 1 } else { at }
    }

    /// Past a word that only says that they are added: `12 more pounds`, `two additional hours`.
    fn past_addition(&self, at: usize) -> usize {
        let added = self.tokens.is_any(at, &["more", "additional", "extra", "further", "total"]);
        let unit = added && self.lexicon.units.by_words(self.tokens, at + 1).is_some();
        if unit && self.tokens.get(at + 1).is_some_and(|t| !t.glued() && t.is_word()) { at + 1 } else { at }
    }

    /// Past the word that tells whose unit it is: `3 US gallons`, `two imperial pints`.
    fn past_country(&self, at: usize) -> usize {
        let named = self.tokens.is_any(at, &["us", "imperial"]) && !self.tokens.get(at + 1).is_some_and(|t| t.has(form::PARAGRAPH));
        if named && self.lexicon.units.by_words(self.tokens, at + 1).is_some() { at + 1 } else { at }
    }

    /// `p` is pence only when glued to digits.
    fn sense_of_pence(&self, at: usize, next: usize, n: usize) -> bool {
        let t = &self.tokens.all[next];
        n > 1 || t.end - t.start > 1 || next == at && t.glued() && !self.tokens.get(next + 1).is_some_and(|t| t.is_punct('.') && t.glued())
    }

    /// A currency code or sign behind a number: `50 EUR`, `1,200€`.
    fn code_behind(&self, at: usize) -> Option<&'static str> {
        let t = self.tokens.get(at)?;
        let number_behind = self.tokens.get(at + 1).is_some_and(|t| t.is_number());
        let sign = t.punct().is_some_and(|c| !c.is_ascii() || c == '$') && (t.glued() || !number_behind);
        let code = t.is_word() && t.has(form::ALL_CAPS) && t.end - t.start == 3;
        if sign || code { self.lexicon.currencies.by_sign(t.text(self.tokens.text)) } else { None }
    }

    /// A word of a unit that is one here: not `second-half`, not `quarters` as places.
    fn is_unit_here(&self, at: usize, n: usize, number: &Number) -> bool {
        let first = &self.tokens.all[at];
        let year = number.tokens.len() == 1 && self.is_year(number.tokens.start);
        if first.is_capital() && !first.has(form::ALL_CAPS) && year {
            return false;
        }
        let behind = self.tokens.get(at + n);
        let compound = behind.is_some_and(|t| t.is_punct('-') && t.glued()) && self.tokens.get(at + n + 1).is_some_and(|t| t.glued());
        // "the 2006 second-overall pick"
        if self.tokens.is(at, "second") && (year || compound && !self.tokens.is(at + n + 1, "long")) {
            return false;
        }
        let half = compound && self.tokens.is_any(at + n + 1, &["half", "place", "hand", "round", "leg", "string", "division", "guess"]);
        !half
    }

    /// A symbol of one letter is a unit only where nothing else is likelier: glued to digits or standing before no capital word.
    fn is_symbol_here(&self, at: usize, n: usize) -> bool {
        let t = &self.tokens.all[at];
        if !t.is_word() || n > 1 || t.end - t.start > 1 {
            return true;
        }
        let text = t.text(self.tokens.text);
        if matches!(text, "C" | "F") {
            let named =
                self.tokens.get(at + 1).is_some_and(|t| t.is_capital() || t.is_punct('.') && t.glued() && !self.ends_sentence(at + 1));
            return if t.glued() { self.is_temperature(at - 1) } else { !named };
        }
        let decimal = self.tokens.str(at - 1).contains('.');
        match text {
            "s" => t.glued() && decimal,
            "N" | "J" => false,
            "W" | "V" => true,
            _ if self.tokens.get(at + 1).is_some_and(|t| t.is_punct('-') && t.glued()) && !t.glued() => false,
            _ => t.glued() || !self.tokens.get(at + 1).is_some_and(|t| t.is_word() && t.has(form::CAPITAL) || t.is_punct('.') && t.glued()),
        }
    }

    /// The number before a glued `C` or `F` tells a temperature (`to -8C`, `a 1.5C rise`) and no seat, flat or model (`5C`).
    fn is_temperature(&self, number: usize) -> bool {
        let leads = class::PREPOSITION | class::CONJUNCTION | class::HEDGE | class::CHANGE | class::AUXILIARY | class::ARTICLE;
        let before = number.checked_sub(1).and_then(|at| self.tokens.get(at));
        let led = before.is_some_and(|t| t.is(leads) && !t.is_capital() || matches!(t.punct(), Some('-' | '−' | '–' | '~')));
        self.tokens.str(number).contains('.') || led && !self.tokens.is(number - 1, "in")
    }

    /// A stop with a space or nothing behind it.
    fn ends_sentence(&self, at: usize) -> bool {
        self.tokens.get(at + 1).is_none_or(|t| !t.glued())
    }

    /// Pounds by the million are money unless they are pounds of something, and so are those that a word of money stands before.
    fn sterling(&self, unit: &str, end: usize, number: &Number) -> Option<Measure> {
        let money_of = unit == "pound" && !self.tokens.is(end, "of") && (number.scaled || self.is_paid(number.tokens.start, end));
        money_of.then(|| money("pound sterling"))
    }

    /// A word of money stands shortly before token `start` or right behind `end`, and none of weight.
    fn is_paid(&self, start: usize, end: usize) -> bool {
        const REACH: usize = 6;
        let within = |i: &usize| !matches!(self.tokens.all[*i].punct(), Some('.' | ';' | '?' | '!'));
        let has = |mut near: std::ops::Range<usize>, set| near.any(|i| self.tokens.get(i).is_some_and(|t| SETS.has(t, set)));
        let from = (start.saturating_sub(REACH)..start).rev().take_while(within).last().unwrap_or(start);
        let weighed = has(from..start, WEIGHED) || has(end..end + 2, WEIGHED);
        !weighed && (has(from..start, PAID) || has(end..end + 2, PAID))
    }

    /// Like a space: the index behind a hyphen at `at` glued on both sides; `at` where no hyphen stands. `None` at a paragraph's end.
    pub fn joint(&self, at: usize) -> Option<usize> {
        let t = self.tokens.get(at)?;
        let hyphen = t.glued() && t.is_punct('-');
        if hyphen {
            return self.tokens.get(at + 1).filter(|n| n.glued() && n.is_word()).map(|_| at + 1);
        }
        (!t.has(form::PARAGRAPH)).then_some(at)
    }

    /// A token that belongs to no noun phrase.
    pub fn is_function(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|t| t.is(class::FUNCTION))
    }
}

fn measure(unit: &crate::lexicon::Unit) -> Measure {
    Measure { unit: unit.name.into(), dimension: Dimension::named(unit.dimension) }
}
