//! Where sentences end. Works on tokens; what a word is (an abbreviation, a month) comes in as masks of class bits.

use std::ops::Range;

use super::token::{Classes, Kind, Token, Tokens, form};

/// The class bits that decide about a stop.
#[derive(Clone, Copy, Debug, Default)]
pub struct SentenceClasses {
    /// Never ends a sentence: Mr, Gen, vs.
    pub abbreviation: Classes,
    /// Ends one only before a word that begins sentences: Inc, etc, Calif.
    pub soft: Classes,
    /// Those of the two above that need a capital letter: Gen, Mass.
    pub capitalised: Classes,
    /// No end before a number: No, p, Sept.
    pub numbered: Classes,
    /// a.m., p.m. and the names of time zones.
    pub clock: Classes,
    /// Months and weekdays.
    pub calendar: Classes,
    /// Words that begin sentences rather than names: The, He, But.
    pub starter: Classes,
    /// Names of people and places.
    pub name: Classes,
    /// Verbs that report speech.
    pub cue: Classes,
    /// Names that end in an exclamation mark: Yahoo.
    pub exclaimed: Classes,
}

/// The most tokens of a sentence. What is longer is a list or a table; it is cut, so that work on each sentence stays bounded.
const LONGEST: usize = 400;

/// The most marks that end a sentence or begin the next one; of a longer run each mark is looked at so often at most.
const MARKS: usize = 40;

/// Calls `found` with the token range of each sentence of a block, in order; together they hold every token of it.
pub fn split(tokens: Tokens<'_>, block: Range<usize>, classes: &SentenceClasses, mut found: impl FnMut(Range<usize>)) {
    let mut s = Splitter { t: tokens, end: block.end, classes, from: block.start, quote_open: false, list: List::at(tokens, &block) };
    let mut i = block.start;
    while i < block.end {
        i += s.quiet(i);
        let next = s.boundary_after(i);
        let at = next.unwrap_or(i + 1);
        s.count_quotes(i..at);
        if at < block.end && (next.is_some() || s.item_begins(at) || at - s.from >= LONGEST) {
            found(s.from..at);
            s.from = at;
        }
        i = at;
    }
    if s.from < block.end {
        found(s.from..block.end);
    }
}

struct Splitter<'a> {
    t: Tokens<'a>,
    end: usize,
    classes: &'a SentenceClasses,
    /// The first token of the current sentence.
    from: usize,
    /// An odd number of straight double quotes stands before the cursor.
    quote_open: bool,
    list: Option<List>,
}

impl Splitter<'_> {
    fn get(&self, i: usize) -> Option<&Token> {
        if i < self.end { self.t.get(i) } else { None }
    }

    fn count_quotes(&mut self, range: Range<usize>) {
        self.quote_open ^= self.t.all[range].iter().filter(|t| t.is_punct('"')).count() % 2 == 1;
    }

    /// How many tokens from `i` on can be skipped, since no sentence ends or begins there: words without stops that stand before others.
    fn quiet(&self, i: usize) -> usize {
        if self.list.is_some() {
            return 0;
        }
        let end = self.end.min(self.from + LONGEST).max(i);
        let loud = |t: &Token| t.kind == Kind::Punct || t.has(form::DOTTED);
        let quiet = self.t.all[i..end].iter().position(loud).unwrap_or(end - i);
        quiet.saturating_sub(1)
    }

    /// When token `i` ends a sentence: the index of the next one's first token.
    fn boundary_after(&self, i: usize) -> Option<usize> {
        let t = &self.t.all[i];
        let stop = match t.kind {
            Kind::Word if t.has(form::DOTTED) => '.',
            Kind::Punct => t.punct().filter(|c| matches!(c, '.' | '!' | '?' | '…' | '‽' | '。' | '！' | '？'))?,
            _ => return None,
        };
        if stop == '.' && t.kind == Kind::Punct && (self.spaced_stop(i + 1) || (self.spaced_stop(i) && self.is_stop(i.wrapping_sub(1)))) {
            return self.spaced_ellipsis(i);
        }
        let after = self.closers(i + 1);
        let next = self.get(after)?;
        let ends = if next.glued() && after == i + 1 { self.glued_start(i, after) } else { self.ends(stop, i, after) };
        ends.then_some(after)
    }

    fn is_stop(&self, i: usize) -> bool {
        self.get(i).is_some_and(|t| t.is_punct('.')) && i >= self.from
    }

    fn spaced_stop(&self, i: usize) -> bool {
        self.is_stop(i) && !self.t.all[i].glued()
    }

    /// Stops with spaces between them (`. . .`), the cursor on one of them. Of four, the first ends the sentence when it is glued to its
    /// word, else the last does; three are an omission inside a sentence.
    fn spaced_ellipsis(&self, i: usize) -> Option<usize> {
        if i > self.from && self.is_stop(i - 1) {
            return None;
        }
        let run = (i..self.end).take_while(|j| *j == i || self.spaced_stop(*j)).count();
        let after = self.closers(i + run);
        let begins = self.get(after).is_some_and(|t| t.is_capital() || t.is_number());
        match (run, self.t.all[i].glued()) {
            (4.., true) if begins => Some(i + 1),
            (4.., false) if begins => Some(after),
            (2, _) if begins => Some(after),
            _ => None,
        }
    }

    /// Past the marks that belong to the sentence that ends: more stops, closing quotes and brackets, `[12]`.
    fn closers(&self, first: usize) -> usize {
        let mut i = first;
        while let Some(t) = self.get(i).filter(|_| i < first + MARKS) {
            let Some(c) = t.punct() else { break };
            let closes = match c {
                '!' | '?' | '.' | '…' => t.glued(),
                ')' | ']' | '}' | '”' | '»' | '›' => true,
                '’' | '\'' => t.glued() && !self.get(i + 1).is_some_and(|n| n.glued() && n.kind != Kind::Punct),
                '"' => self.closing_straight(i),
                '[' => t.glued() && self.get(i + 1).is_some_and(Token::is_number) && self.get(i + 2).is_some_and(|t| t.is_punct(']')),
                _ => false,
            };
            if !closes {
                break;
            }
            i += if c == '[' { 3 } else { 1 };
        }
        i
    }

    /// A straight quote closes when it is glued to what stands before it; when glued on both sides, the number of quotes before it decides.
    fn closing_straight(&self, i: usize) -> bool {
        let before = self.t.all[i].glued();
        let after = self.get(i + 1).is_some_and(|n| n.glued() && n.kind != Kind::Punct);
        if before != after { before } else { self.quote_open }
    }

    /// A sentence that begins without a space: `news.Many`, `diplomatically.“So far`.
    fn glued_start(&self, i: usize, after: usize) -> bool {
        let Some(before) = i.checked_sub(1).filter(|b| *b >= self.from).map(|b| &self.t.all[b]) else { return false };
        if self.t.all[i].kind != Kind::Punct || !self.t.all[i].glued() {
            return false;
        }
        let plain = before.is_number() || (before.is_word() && !before.has(form::CAPITAL) && before.end - before.start >= 3);
        let next = &self.t.all[after];
        let opens = next.punct().is_some_and(|c| matches!(c, '“' | '«' | '"' | '‘' | '('));
        let word = if opens { self.get(after + 1) } else { Some(next) };
        plain && word.is_some_and(|w| w.is_capital() && (opens || w.end - w.start >= 2))
    }

    /// Whether the stop at `i` ends a sentence, given that the next text begins at `after` behind a space.
    fn ends(&self, stop: char, i: usize, after: usize) -> bool {
        let first = self.first_word(after);
        let Some(next) = self.get(first) else { return true };
        let opened = first > after;
        match stop {
            '…' => self.ends_at_ellipsis(i, next),
            '.' => self.ends_at_stop(i, after, next, opened),
            _ => self.ends_at_cry(i, after, next),
        }
    }

    /// Past opening quotes, brackets, dashes and bullets.
    fn first_word(&self, first: usize) -> usize {
        let passed = |i: &usize| self.get(*i).and_then(Token::punct).is_some_and(|c| !matches!(c, '$' | '€' | '£' | '#' | '%' | '&'));
        first + (first..first + MARKS).take_while(passed).count()
    }

    fn begins(&self, next: &Token) -> bool {
        !(next.is_word() && !next.has(form::CAPITAL) && !mixed_case(next.text(self.t.text)))
    }

    fn starts(&self, next: &Token) -> bool {
        next.is_capital() && !next.has(form::ALL_CAPS) && next.is(self.classes.starter)
    }

    fn ends_at_ellipsis(&self, i: usize, next: &Token) -> bool {
        let t = &self.t.all[i];
        let bracketed = i > self.from && self.t.all[i - 1].punct().is_some_and(|c| matches!(c, '(' | '['));
        let glued = t.glued() || t.end - t.start == 4;
        let i_word = self.t.text[next.start as usize..next.end as usize].eq("I");
        next.is_capital() && !bracketed && i > self.from && !i_word && (glued || !next.is(self.classes.name))
    }

    /// After `!` or `?`: not before a lower-case word, nor before the name and verb that attribute a quotation that closes here.
    fn ends_at_cry(&self, i: usize, after: usize, next: &Token) -> bool {
        let before = i.checked_sub(1).map(|b| &self.t.all[b]);
        if before.is_some_and(|b| b.is(self.classes.exclaimed)) && self.t.all[i].is_punct('!') {
            return self.starts(next);
        }
        let quoted = self.t.all[i + 1..after].iter().any(|t| t.punct().is_some_and(|c| matches!(c, '"' | '”' | '»' | '’' | '\'')));
        self.begins(next) && !(quoted && self.attributes(after))
    }

    /// A name of up to four capital words and a verb of speech.
    fn attributes(&self, at: usize) -> bool {
        let name = (at..self.end).take_while(|j| self.t.all[*j].is_capital() && !self.t.all[*j].is(self.classes.starter)).take(4).count();
        name > 0 && self.get(at + name).is_some_and(|t| t.is(self.classes.cue) && !t.has(form::CAPITAL))
    }

    fn ends_at_stop(&self, i: usize, after: usize, next: &Token, opened: bool) -> bool {
        let quotation = opened && self.t.all[after].punct().is_some_and(|c| matches!(c, '“' | '"'));
        if !quotation && !self.begins(next) {
            return false;
        }
        if self.t.all[i].kind == Kind::Word {
            return self.ends_at_acronym(i, after, next, opened);
        }
        let Some(before) = self.word_before(i) else { return false };
        if self.is_marker(i) || self.is_abbreviation(before) {
            return false;
        }
        if before.is_number() && next.is(self.classes.calendar) && self.is_dotted_day(i) {
            return false;
        }
        let initial = before.is_word() && before.end - before.start == 1;
        // "[George W.] Webb" goes on
        let bracketed = initial && after == i + 2 && self.t.all[i + 1].is_punct(']');
        if after > i + 1 && !bracketed {
            return true;
        }
        if before.is(self.classes.numbered) && next.is_number() {
            return false;
        }
        if initial || (before.is(self.classes.soft) && self.written_so(before)) {
            opened || self.starts(next) || self.ends_at_state(i, after)
        } else {
            true
        }
    }

    /// `in Fort Adams, Ark. Prosecutors say`: inside a sentence a comma would follow the state of a place, and the next word has its
    /// capital only because it begins a sentence.
    fn ends_at_state(&self, stop: usize, after: usize) -> bool {
        let place = stop >= self.from + 3 && self.t.all[stop - 2].is_punct(',') && self.t.all[stop - 3].is_capital();
        let plain = |t: &Token| t.is_word() && !t.is_capital();
        let state = self.t.all[stop - 1].is(self.classes.capitalised) && self.t.all[stop - 1].is_capital();
        place && state && after == stop + 1 && self.get(after + 1).is_some_and(plain)
    }

    /// The stop of an ordinal before its month, as other languages write it: `on 6. November`.
    fn is_dotted_day(&self, stop: usize) -> bool {
        stop > self.from + 1 && self.t.is_any(stop - 2, &["on", "since", "the", "until"])
    }

    /// The token that a stop stands behind, past the ring of `N°.`
    fn word_before(&self, i: usize) -> Option<&Token> {
        let ring = |b: &usize| self.t.all[*b].punct().is_some_and(|c| matches!(c, '°' | 'º'));
        let before = i.checked_sub(1).map(|b| if ring(&b) { b.saturating_sub(1) } else { b })?;
        if before >= self.from { self.get(before) } else { None }
    }

    fn is_abbreviation(&self, t: &Token) -> bool {
        t.is(self.classes.abbreviation) && self.written_so(t)
    }

    fn written_so(&self, t: &Token) -> bool {
        t.has(form::CAPITAL) || !t.is(self.classes.capitalised)
    }

    /// A word with inner stops (`U.S.`, `p.m.`), whose last stop may end the sentence as well.
    fn ends_at_acronym(&self, i: usize, after: usize, next: &Token, opened: bool) -> bool {
        let (t, c) = (&self.t.all[i], self.classes);
        if !t.text(self.t.text).ends_with('.') || t.is(c.abbreviation) {
            return false;
        }
        if after > i + 1 {
            return true;
        }
        if t.is(c.clock) {
            let same_time = next.has(form::ALL_CAPS) || next.is(c.calendar) || next.is(c.clock);
            // "4:30 a.m. (11:30 p.m. GMT)" goes on
            return self.starts(next) || opened && !next.is_number() || (next.is_capital() && !same_time && i - self.from >= 5);
        }
        self.starts(next) || (opened && next.is_capital() && self.t.all[after].punct().is_some_and(|c| matches!(c, '“' | '"')))
    }

    /// The stop belongs to the number or letter that begins this item of a list: `1. The first`.
    fn is_marker(&self, i: usize) -> bool {
        let mut from = self.from;
        while from < i && self.t.all[from].kind == Kind::Punct {
            from += 1;
        }
        let first = &self.t.all[from];
        let short = first.end - first.start;
        from + 1 == i && ((first.is_number() && short <= 3) || (first.is_word() && short == 1 && first.text(self.t.text) != "I"))
    }

    /// Another item of a list that runs on in one line begins at token `at`.
    fn item_begins(&mut self, at: usize) -> bool {
        let bullet = self.t.all[at].punct().is_some_and(is_bullet);
        let spaced = !self.t.all[at].glued();
        if let Some(list) = &mut self.list
            && spaced
            && list.continues(self.t, at..self.end, bullet)
        {
            return true;
        }
        bullet && spaced && at > self.from
    }
}

fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '⁃' | '‣' | '▪' | '●' | '◦')
}

/// `iPhone`: begins in lower case, with a capital inside.
fn mixed_case(word: &str) -> bool {
    word.chars().skip(1).any(char::is_uppercase)
}

/// A numbered list whose items follow each other in one line; known by the marker that begins the block.
struct List {
    /// The number (or letter, from 1) of the item that comes next.
    next: u32,
    letters: bool,
    stop: bool,
    bracket: bool,
}

impl List {
    fn at(t: Tokens<'_>, block: &Range<usize>) -> Option<List> {
        let bullet = t.get(block.start)?.punct().is_some_and(is_bullet);
        let (number, letters, stop, bracket) = marker(t, block.start + bullet as usize..block.end)?;
        Some(List { next: number + 1, letters, stop, bracket })
    }

    /// Whether the next item begins here; if so, the one after it becomes the next.
    fn continues(&mut self, t: Tokens<'_>, at: Range<usize>, bullet: bool) -> bool {
        let found = marker(t, at.start + bullet as usize..at.end);
        let is_next = found == Some((self.next, self.letters, self.stop, self.bracket));
        self.next += is_next as u32;
        is_next
    }
}

/// The marker of a list item before a capital word: its number, whether it is a letter, and whether a stop and a bracket follow.
fn marker(t: Tokens<'_>, at: Range<usize>) -> Option<(u32, bool, bool, bool)> {
    let first = t.get(at.start)?;
    let text = first.text(t.text);
    let (number, letter) = match first.kind {
        Kind::Number => (text.parse().ok().filter(|n| *n < 1000)?, false),
        Kind::Word if text.len() == 1 && text.as_bytes()[0].is_ascii_lowercase() => ((text.as_bytes()[0] - b'a') as u32 + 1, true),
        _ => return None,
    };
    let mut i = at.start + 1;
    let mut take = |c: char| {
        let there = i < at.end && t.all[i].is_punct(c) && t.all[i].glued();
        i += there as usize;
        there
    };
    let (stop, bracket) = (take('.'), take(')'));
    let capital = i < at.end && t.all[i].is_capital() && !t.all[i].glued();
    ((stop || bracket) && capital).then_some((number, letter, stop, bracket))
}
