//! Spans and tokens, on which every later stage works.

use std::borrow::Cow;
use std::ops::Range;

/// A half-open range of UTF-8 bytes in the text it belongs to; both ends lie on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte behind the last one.
    pub end: u32,
}

impl Span {
    /// `start` must not lie behind `end`.
    pub fn new(start: u32, end: u32) -> Self {
        debug_assert!(start <= end);
        Span { start, end }
    }
    /// The part of `text` that it covers; panics for a span of another text that is longer.
    pub fn of(self, text: &str) -> &str {
        &text[self.start as usize..self.end as usize]
    }
    /// In bytes.
    pub fn len(self) -> u32 {
        self.end - self.start
    }
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }
    /// `other` lies inside it or is equal.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }
    /// They share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
    /// The smallest span that holds both.
    pub fn to(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }
}

/// The number of a word in the lexicon that the scan was given; see [`Token::word`].
pub type WordId = u32;

/// Class bits of a word, 64 of them; their meaning is the lexicon's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Classes(pub u64);

impl Classes {
    /// No bit set: a word of no class.
    pub const NONE: Classes = Classes(0);
    /// All bits of both; unlike `|` also for constants.
    pub const fn and(self, more: Classes) -> Classes {
        Classes(self.0 | more.0)
    }
    /// At least one bit of `mask` is set.
    pub const fn any(self, mask: Classes) -> bool {
        self.0 & mask.0 != 0
    }
}

impl std::ops::BitOr for Classes {
    type Output = Classes;
    fn bitor(self, other: Classes) -> Classes {
        Classes(self.0 | other.0)
    }
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Letters, then letters, digits, inner apostrophes: `Moscow`, `don't`, `O'Brien`, `A320`, `U.S.`, `p.m.`, `AT&T`.
    Word,
    /// ASCII digits with their inner separators: `640`, `5,660`, `18.6`, `1.234`. A date such as `3.12.2025` is three numbers and two
    /// stops.
    Number,
    /// The `'s` (or `’s`) after a word, a token of its own.
    Clitic,
    /// An address (`https://…`, `www.…`, `a@b.org`, `sonar21.com`, `@handle`), which no extractor reads.
    Address,
    /// One character that is none of these; a run of stops (`...`) or hyphens (`--`) is one token, which [`Token::punct`] gives as `…` or
    /// `—`.
    Punct,
}

/// Flags of a token's form.
pub mod form {
    /// White space (not a line break alone) or the start of the text stands before it.
    pub const SPACE: u8 = 1;
    /// A line break stands before it (also set at the start of the text).
    pub const LINE: u8 = 2;
    /// The first letter is an upper-case one.
    pub const CAPITAL: u8 = 4;
    /// At least two letters and all of them upper-case.
    pub const ALL_CAPS: u8 = 8;
    /// A word with inner or final stops: `U.S.`, `p.m.`, `J.K.`
    pub const DOTTED: u8 = 16;
    /// A word with a digit in it.
    pub const DIGIT: u8 = 32;
    /// An empty line stands before it (also set at the start of the text).
    pub const PARAGRAPH: u8 = 64;
}

/// A word, number or mark of a text, as the scan found it; it holds no text of its own.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Where it begins, in bytes.
    pub start: u32,
    /// Where it ends, exclusive, in bytes.
    pub end: u32,
    /// A word: its lexicon number, 0 when the lexicon does not have it. A mark: [`PUNCT`] plus its code point. Else 0.
    pub word: WordId,
    /// What it is.
    pub kind: Kind,
    /// The flags of [`form`].
    pub form: u8,
    /// The class bits of a word; none for other tokens.
    pub class: Classes,
}

/// Added to the code point of a mark to make its `word`, so that phrases can hold marks.
pub const PUNCT: WordId = 0x4000_0000;

impl Token {
    /// Its bytes in the text.
    pub fn span(&self) -> Span {
        Span { start: self.start, end: self.end }
    }
    /// Its words, given the text that was scanned.
    pub fn text<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start as usize..self.end as usize]
    }
    /// At least one of these flags of [`form`] is set.
    pub fn has(&self, form: u8) -> bool {
        self.form & form != 0
    }
    /// It is of at least one of these classes.
    pub fn is(&self, class: Classes) -> bool {
        self.class.any(class)
    }
    pub fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }
    pub fn is_number(&self) -> bool {
        self.kind == Kind::Number
    }
    /// A word with a capital first letter.
    pub fn is_capital(&self) -> bool {
        self.kind == Kind::Word && self.has(form::CAPITAL)
    }
    /// The character of a mark; none for other tokens.
    pub fn punct(&self) -> Option<char> {
        if self.kind == Kind::Punct { char::from_u32(self.word.wrapping_sub(PUNCT)) } else { None }
    }
    /// It is this mark.
    pub fn is_punct(&self, c: char) -> bool {
        self.kind == Kind::Punct && self.word == PUNCT + c as u32
    }
    /// No white space between the token before and this one.
    pub fn glued(&self) -> bool {
        !self.has(form::SPACE | form::LINE)
    }
}

/// The tokens of one text together with it; what extractors walk.
#[derive(Clone, Copy)]
pub struct Tokens<'t> {
    /// The text that was scanned.
    pub text: &'t str,
    /// All its tokens in order.
    pub all: &'t [Token],
}

impl<'t> Tokens<'t> {
    /// How many tokens.
    pub fn len(&self) -> usize {
        self.all.len()
    }
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
    /// Token `i`; none past the end.
    pub fn get(&self, i: usize) -> Option<&'t Token> {
        #[cfg(any(test, fuzzing))]
        reads::count();
        self.all.get(i)
    }
    /// The text of token `i`; empty past the end.
    pub fn str(&self, i: usize) -> &'t str {
        self.all.get(i).map_or("", |t| t.text(self.text))
    }
    /// Whether token `i` is the word `lower` (ASCII letters compared without case, `’` as `'`). Asked very often, so the lengths are compared
    /// first.
    #[inline]
    pub fn is(&self, i: usize, lower: &str) -> bool {
        #[cfg(any(test, fuzzing))]
        reads::count();
        let Some(token) = self.all.get(i) else { return false };
        let longer = ((token.end - token.start) as usize).wrapping_sub(lower.len());
        let bytes = || self.text.as_bytes().get(token.start as usize..token.end as usize).unwrap_or_default();
        match longer {
            0 => bytes().eq_ignore_ascii_case(lower.as_bytes()),
            CURLY_IS_LONGER => is_with_apostrophe(bytes(), lower),
            _ => false,
        }
    }
    /// Whether token `i` is one of some words; see [`Tokens::is`].
    #[inline]
    pub fn is_any(&self, i: usize, lower: &[&str]) -> bool {
        #[cfg(test)]
        reads::count();
        let Some(all @ [first, rest @ ..]) = self.all.get(i).and_then(|t| self.text.as_bytes().get(t.start as usize..t.end as usize))
        else {
            return false;
        };
        // the first letters first: they are equal less often than the lengths, so that the processor predicts the branch
        let letter = first.to_ascii_lowercase();
        let is = |w: &&str| {
            let word = w.as_bytes();
            word.first() == Some(&letter) && word.len() == rest.len() + 1 && word[1..].eq_ignore_ascii_case(rest)
        };
        let is_curly = |w: &&str| all.len() == w.len() + CURLY_IS_LONGER && is_with_apostrophe(all, w);
        lower.iter().any(is) || !all.is_ascii() && lower.iter().any(is_curly)
    }
    /// The mark at token `i`; a straight quotation mark as the curly one that would stand there: before a word an opening one, else a
    /// closing one.
    pub fn curly(&self, i: usize) -> Option<char> {
        let (t, next) = (self.get(i)?, self.all.get(i + 1));
        let (open, close) = match t.punct()? {
            '"' => ('“', '”'),
            '\'' => ('‘', '’'),
            other => return Some(other),
        };
        let before = i.checked_sub(1).and_then(|b| self.all[b].punct());
        let apart = !t.glued() || i == 0 || before.is_some_and(|c| matches!(c, '(' | '[' | '—' | '–' | '-' | '/' | '“' | '‘' | '"' | '\''));
        let leads =
            next.is_some_and(|n| n.glued() && !n.punct().is_some_and(|c| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']')));
        Some(if apart && leads { open } else { close })
    }
    /// The bytes from the first to the last token of a non-empty range.
    pub fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.all[range.start].start, self.all[range.end - 1].end)
    }
    /// The text of a non-empty range with single spaces, whatever white space stands there.
    pub fn words(&self, range: Range<usize>) -> Cow<'t, str> {
        let text = self.span(range).of(self.text);
        let single = |pair: &[u8]| pair[1] > b' ' && pair[1].is_ascii() || pair[1] == b' ' && pair[0] != b' ';
        if text.as_bytes().windows(2).all(single) {
            Cow::Borrowed(text)
        } else {
            Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
        }
    }
    /// The index of the first token that starts at or after `byte`.
    pub fn at(&self, byte: u32) -> usize {
        self.all.partition_point(|t| t.start < byte)
    }
}

/// The bytes that `’` has more than `'`.
const CURLY_IS_LONGER: usize = '’'.len_utf8() - '\''.len_utf8();

/// Whether some text is the word `lower` with `’` for its apostrophe.
#[cold]
fn is_with_apostrophe(text: &[u8], lower: &str) -> bool {
    let Some((front, end)) = lower.split_once('\'') else { return false };
    let is = |part: Option<&[u8]>, word: &str| part.is_some_and(|p| p.eq_ignore_ascii_case(word.as_bytes()));
    let curly = front.len()..front.len() + '’'.len_utf8();
    is(text.get(..curly.start), front) && is(text.get(curly.clone()), "’") && is(text.get(curly.end..), end)
}

/// A word of up to 15 ASCII letters in lower case, padded with zeros; its length stands in the last byte.
#[derive(Clone, Copy, Default)]
pub struct ShortWord(pub [u8; 16]);

impl ShortWord {
    /// The most letters of such a word.
    pub const LONGEST: usize = 15;

    /// The word of `len` letters, the first one in the lowest byte.
    pub fn new(letters: u128, len: usize) -> Self {
        ShortWord((letters | (len as u128) << (8 * Self::LONGEST)).to_le_bytes())
    }

    /// Sets the number of letters.
    pub fn set_len(&mut self, len: usize) {
        self.0[Self::LONGEST] = len as u8;
    }
    /// The letters; empty when there is anything but ASCII in them.
    pub fn as_str(&self) -> &str {
        let len = (self.0[Self::LONGEST] as usize).min(Self::LONGEST);
        std::str::from_utf8(&self.0[..len]).unwrap_or_default()
    }
}

/// What the scan asks for each word: its number and classes. `lower` is the word in lower case with `’` as `'`.
pub trait Words {
    /// Number and classes of a word; 0 and none for an unknown one.
    fn look_up(&self, lower: &str) -> (WordId, Classes);
    /// The same for a short word.
    fn look_up_short(&self, word: &ShortWord) -> (WordId, Classes) {
        self.look_up(word.as_str())
    }
    /// Whether digits glued to this word begin a number of their own: `EUR` in `EUR50m`.
    fn ends_before_digits(&self, _lower: &str) -> bool {
        false
    }
}

/// Counts how often tokens are looked at, so that tests and fuzzers see that work grows no faster than the text.
#[cfg(any(test, fuzzing))]
pub mod reads {
    use std::cell::Cell;

    thread_local!(static READS: Cell<usize> = const { Cell::new(0) });

    /// One more look.
    pub fn count() {
        READS.set(READS.get() + 1);
    }

    /// The looks that `work` takes.
    pub fn of(work: impl FnOnce()) -> usize {
        let before = READS.get();
        work();
        READS.get() - before
    }
}
