//! Agencies that a line names and nothing else, and what a paragraph credits behind its last sentence.

use std::ops::Range;

use crate::lexicon::Furniture;
use crate::lexicon::furniture::LineKind;
use crate::text::{Token, Tokens};

/// Agencies whose name alone says whose the picture is, not whose the report.
const OF_PICTURES: [&str; 5] = ["Alamy", "EPA", "Getty Images", "Landov", "Shutterstock"];

/// The agency of a line that has nothing but its name: `(Reuters)`, `-- AFP`, `PTI`.
pub fn alone(t: Tokens<'_>, line: Range<usize>, furniture: &Furniture) -> Option<&'static str> {
    const MOST_MARKS: usize = 3;
    let marks = |i: &usize| t.all[*i].kind == crate::text::Kind::Punct;
    let start = line.start + line.clone().take_while(marks).take(MOST_MARKS).count();
    let (width, name) = furniture.agency(t, start).filter(|(width, _)| start + width <= line.end)?;
    let rest = start + width..line.end;
    (rest.len() <= MOST_MARKS && rest.clone().all(|i| marks(&i)) && !OF_PICTURES.contains(&name)).then_some(name)
}

/// The first token of the credit behind the last sentence of a paragraph: `… said. (Reuters)`, `… said. -- AFP`,
/// `… said. (Reporting by Ann Lee; Editing by Jo Roe)`.
pub fn behind(t: Tokens<'_>, paragraph: Range<usize>, furniture: &Furniture) -> Option<usize> {
    const LONGEST: usize = 40;
    let from = paragraph.end.saturating_sub(LONGEST).max(paragraph.start + 2);
    let ended = |i: usize| t.all[i - 1].punct().is_some_and(ends_sentence) && (!t.all[i].glued() || t.all[i].is_punct('('));
    (from..paragraph.end).filter(|i| ended(*i)).find(|i| is_credit(t, *i..paragraph.end, furniture))
}

fn ends_sentence(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '"' | '”' | '’' | '»')
}

/// An agency between brackets or strokes or behind a dash, or a line about reporters and editors between brackets.
fn is_credit(t: Tokens<'_>, range: Range<usize>, furniture: &Furniture) -> bool {
    let (first, last) = (t.all[range.start].punct(), range.end - 1);
    let marked = first.is_some_and(|c| matches!(c, '(' | '[' | '/' | '-' | '–' | '—'));
    let bracketed = first == Some('(') && t.all[last].is_punct(')');
    let reporters = || bracketed && furniture.line(t, range.start + 1..last) == Some(LineKind::Byline);
    marked && (alone(t, range.clone(), furniture).is_some() || reporters())
}

/// Whether the words before an agency in brackets may stand below a picture: one short sentence in the present tense in which nobody says
/// anything. All else is a paragraph.
pub fn may_be_caption(t: Tokens<'_>, text: Range<usize>, tells: impl Fn(&Token) -> bool) -> bool {
    const LONGEST: usize = 34;
    let words = t.all[text.clone()].iter().filter(|t| t.is_word()).count();
    let sentences = t.all[text.clone()].windows(2).filter(|w| w[0].punct().is_some_and(ends_sentence) && w[1].is_capital()).count();
    let label = !t.all[text.end - 1].punct().is_some_and(ends_sentence);
    let told = || asserts(t, text.clone()) || t.all[text.clone()].iter().any(&tells);
    words <= LONGEST && (label || sentences == 0 && !told())
}

/// `14 people are dead`, unless the words show what is in the picture: `The mayor is seen in Oslo`.
fn asserts(t: Tokens<'_>, text: Range<usize>) -> bool {
    let is = |words: &[&str]| text.clone().any(|i| t.is_any(i, words));
    is(&["is", "are", "has", "have", "remain", "remains", "stand", "stands"])
        && !is(&["seen", "shown", "pictured", "left", "right", "center", "background"])
}
