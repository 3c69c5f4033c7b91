//! Who wrote an article, and whom it credits.

use std::ops::Range;

use super::{credit, dateline};
use crate::lexicon::tense::TenseWord;
use crate::lexicon::{Furniture, class, lexicon, word_sets};
use crate::text::{Kind, Token, Tokens, form};

word_sets! {
    /// What a credit is of.
    PICTURE = 0: "picture";
}

/// What a line says of authors and sources.
#[derive(Debug, Default, PartialEq)]
pub struct Byline {
    /// Names of people.
    pub authors: Vec<String>,
    /// Names of agencies and outlets.
    pub credits: Vec<String>,
}

/// The most tokens that a line of this kind has.
const LONGEST: usize = 40;

/// Reads a line that names authors or a source; `None` if it is no such line.
pub fn read(t: Tokens<'_>, line: Range<usize>, furniture: &Furniture) -> Option<Byline> {
    if line.len() > LONGEST || line.is_empty() {
        return None;
    }
    by(t, line.clone(), furniture)
        .or_else(|| report_in(t, line.clone(), furniture))
        .or_else(|| with_agencies(t, line.clone()))
        .or_else(|| labelled(t, line, furniture))
}

/// `By Ann Lee and JO ROE`, `By Ann Lee, Reuters`.
fn by(t: Tokens<'_>, line: Range<usize>, furniture: &Furniture) -> Option<Byline> {
    let from = line.start + 1 + t.get(line.start + 1).is_some_and(|c| c.is_punct(':')) as usize;
    if !(t.is(line.start, "by") || t.is(line.start, "written") && t.is(line.start + 1, "by")) || from >= line.end || line.len() > 24 {
        return None;
    }
    let from = if t.is(from, "by") { from + 1 } else { from };
    let names = |i: &usize| {
        t.all[*i].kind != Kind::Word || t.all[*i].is_capital() || is_joint(t, *i) || t.all[*i].is(class::PARTICLE | class::PREPOSITION)
    };
    let ends_as_sentence = t.all[line.end - 1].is_punct('.') && line.len() > 8;
    let first_is_name = t.get(from).is_some_and(Token::is_capital) && from < line.end;
    (first_is_name && (from..line.end).all(|i| names(&i)) && !ends_as_sentence).then(|| people_and_credits(t, from..line.end, furniture))
}

/// `Ann Lee in Oslo and agencies`, `Ann Lee and Jo Roe with agencies`
fn with_agencies(t: Tokens<'_>, line: Range<usize>) -> Option<Byline> {
    let end = line.end.checked_sub(2).filter(|end| *end > line.start + 1 && !t.all[line.start].is(class::ARTICLE))?;
    let agencies = is_joint(t, end) && (t.is(end + 1, "agencies") || t.is(end + 1, "agency"));
    let mut authors = Vec::new();
    let mut rest = line.start..end;
    while agencies && !rest.is_empty() {
        let part = rest.start..rest.clone().find(|i| is_joint(t, *i) || is_separator(&t.all[*i])).unwrap_or(end);
        let name = part.start..part.clone().find(|i| t.is(*i, "in")).unwrap_or(part.end);
        let names = |i: usize| t.all[i].is_capital() || t.all[i].is_punct('.') || t.all[i].is(class::PARTICLE) || t.is(i, "in");
        if name.len() < 2 || !part.clone().all(names) || !is_person(t, name.clone()) {
            return None;
        }
        authors.push(t.span(name).of(t.text).to_owned());
        rest = part.end + 1..end;
    }
    (!authors.is_empty()).then_some(Byline { authors, credits: Vec::new() })
}

/// The name that stands before an office of a paper on a line above the body: `Ann Lee, economics editor`.
pub fn with_office(t: Tokens<'_>, line: Range<usize>) -> Option<Byline> {
    const OFFICES: [&str; 6] = ["editor", "correspondent", "reporter", "columnist", "writer", "journalist"];
    const LONGEST: usize = 10;
    let comma = line.clone().take(6).find(|i| t.all[*i].is_punct(','))?;
    let office = OFFICES.iter().any(|o| t.is(line.end - 1, o));
    let name = line.start..comma;
    let named = (2..=5).contains(&name.len()) && name.clone().all(|i| t.all[i].is_capital() || t.all[i].is(class::PARTICLE));
    // "Ann Lee, journalist" stands below a picture as well
    let department = line.end - comma > 2;
    let fits = line.len() <= LONGEST && office && department && named && is_person(t, name.clone());
    fits.then(|| Byline { authors: vec![t.span(name).of(t.text).to_owned()], credits: Vec::new() })
}

/// `Ann Lee and Jo Roe report in the Daily News:`
fn report_in(t: Tokens<'_>, line: Range<usize>, furniture: &Furniture) -> Option<Byline> {
    const VERBS: [&str; 6] = ["report", "reports", "reported", "write", "writes", "reporting"];
    let verb = line.clone().find(|i| VERBS.iter().any(|v| t.is(*i, v)))?;
    let prepositions = ["in", "for", "at", "on"].iter().any(|p| t.is(verb + 1, p));
    let names = (line.start..verb).all(|i| t.all[i].is_capital() || !t.all[i].is_word() || is_joint(t, i));
    if !names || !prepositions || verb == line.start || !t.all[line.end - 1].is_punct(':') {
        return None;
    }
    let outlet = verb + 2 + t.is(verb + 2, "the") as usize..line.end - 1;
    let mut out = people_and_credits(t, line.start..verb, furniture);
    out.credits.extend(name(t, outlet, furniture));
    Some(out)
}

/// `Source: Reuters`, `Original article: example.org`, `Originally published by The Daily News`.
fn labelled(t: Tokens<'_>, line: Range<usize>, furniture: &Furniture) -> Option<Byline> {
    const LABELS: [&[&str]; 9] = [
        &["source", ":"],
        &["sources", ":"],
        &["via", ":"],
        &["original", "article", ":"],
        &["original", "source", ":"],
        &["original", ":"],
        &["originally", "published", "by"],
        &["originally", "published", "in"],
        &["this", "article", "was", "originally", "published"],
    ];
    let label = LABELS.iter().find(|l| l.iter().enumerate().all(|(k, w)| t.is(line.start + k, w)))?;
    let from = (line.start + label.len()..line.end).find(|i| t.all[*i].is_capital() || t.all[*i].kind == Kind::Address)?;
    let to = (from..line.end).find(|i| t.all[*i].is_punct('.') && t.get(i + 1).is_none_or(|n| !n.glued())).unwrap_or(line.end);
    let credits: Vec<String> = name(t, from..to, furniture).into_iter().collect();
    (to - from <= 12 && !credits.is_empty()).then_some(Byline { authors: Vec::new(), credits })
}

/// Names between commas and "and"; an agency among them is a credit.
fn people_and_credits(t: Tokens<'_>, range: Range<usize>, furniture: &Furniture) -> Byline {
    let mut out = Byline::default();
    let mut from = range.start;
    for i in range.clone().chain([range.end]) {
        if i < range.end && !is_joint(t, i) && !is_separator(&t.all[i]) {
            continue;
        }
        if from < i {
            match agency_in(t, from..i, furniture) {
                Some(agency) => out.credits.push(agency),
                None if is_person(t, from..i) => out.authors.push(t.span(from..i).of(t.text).to_owned()),
                None => {}
            }
        }
        from = i + 1;
    }
    out
}

/// Up to five words, the first and last with a capital, none of which marks an organisation or an office.
fn is_person(t: Tokens<'_>, range: Range<usize>) -> bool {
    let words = &t.all[range.clone()];
    let office = words.iter().any(|w| w.is(class::ORGANISATION | class::ROLE));
    let capital = |w: Option<&Token>| w.is_some_and(|w| w.is_capital() || w.is_punct('.'));
    words.len() <= 6 && capital(words.first()) && capital(words.last()) && !(office && words.len() > 1)
}

fn is_joint(t: Tokens<'_>, i: usize) -> bool {
    t.is(i, "and") || t.is(i, "with") || t.all[i].is_punct('&')
}

fn is_separator(token: &Token) -> bool {
    token.punct().is_some_and(|c| matches!(c, ',' | '|' | ';' | '/' | '•' | '·' | '—' | '–' | '(' | ')'))
}

/// The agency that is named in a range, by its usual name.
pub fn agency_in(t: Tokens<'_>, range: Range<usize>, furniture: &Furniture) -> Option<String> {
    range.clone().find_map(|i| furniture.agency(t, i).filter(|(n, _)| i + n <= range.end)).map(|(_, name)| name.to_owned())
}

/// The name in a range: an agency's usual one, else as written.
fn name(t: Tokens<'_>, range: Range<usize>, furniture: &Furniture) -> Option<String> {
    let whole = furniture.agency(t, range.start).filter(|(n, _)| range.start + n == range.end);
    whole.map(|(_, name)| name.to_owned()).or_else(|| (!range.is_empty()).then(|| t.span(range).of(t.text).to_owned()))
}

/// The agency of a photo at the end of a caption: `(Ann Lee/Getty Images)`, `Credit: Ann Lee`; also a line that is nothing else.
pub fn is_photo_credit(t: Tokens<'_>, line: Range<usize>, furniture: &Furniture) -> bool {
    let inner = unbracketed(t, line.clone());
    if inner != line && is_credit_of_photo(t, inner, furniture) {
        return true;
    }
    let Some(last) = line.end.checked_sub(1).filter(|l| *l > line.start) else { return false };
    if is_file_photo(t, line.clone()) {
        return true;
    }
    if t.all[last].is_punct(')') {
        let open = (line.start.max(last.saturating_sub(16))..last).rev().find(|i| t.all[*i].is_punct('('));
        return open.is_some_and(|o| is_credit_of_photo(t, o + 1..last, furniture) && !is_report(t, line.start..o, o..line.end, furniture));
    }
    let credit =
        (last.saturating_sub(8).max(line.start)..last).any(|i| (t.is(i, "credit") || t.is(i, "photo")) && t.all[i + 1].is_punct(':'));
    // between the names of a photographer and an agency
    let slash = t.all[line.start..last].iter().any(|x| x.is_punct('/')) && !t.all[last].is_punct('/');
    if credit
        || ends_in_credit(t, line.clone())
        || ends_in_agency(t, line.clone(), furniture)
        || (line.len() <= 12 && slash && !t.all[last].is_punct('.') && agency_in(t, line.clone(), furniture).is_some())
    {
        return true;
    }
    let photo = ["photo", "image", "photograph", "picture"].iter().any(|w| t.is(line.start, w));
    line.len() <= 16 && (photo || t.all[line.start].is_punct('©')) && (slash || t.all[line.clone()].iter().any(|x| x.has(form::ALL_CAPS)))
}

/// `FILE - Mayor Lee speaks at the bridge on May 2.`
fn is_file_photo(t: Tokens<'_>, line: Range<usize>) -> bool {
    let dash = t.all[line.start + 1].punct().is_some_and(|c| matches!(c, '-' | '–' | '—')) && !t.all[line.start + 1].glued();
    dash && t.is(line.start, "file") && t.all[line.start].is_capital()
}

/// A paragraph that credits the agency of the report, not of a picture: `… the mayor said. (Reuters)`.
fn is_report(t: Tokens<'_>, text: Range<usize>, credit: Range<usize>, furniture: &Furniture) -> bool {
    let past = |token: &Token| matches!(lexicon().tense.get(token), Some(TenseWord::Past | TenseWord::Future));
    let tells = |token: &Token| token.is(class::CUE) || past(token);
    let wire = dateline::opening(t, text.clone()).is_some();
    !text.is_empty() && credit::alone(t, credit, furniture).is_some() && (wire || !credit::may_be_caption(t, text, tells))
}

/// `[Photo/Agencies]` without its brackets.
pub fn unbracketed(t: Tokens<'_>, line: Range<usize>) -> Range<usize> {
    let closing = match t.all[line.start].punct() {
        Some('[') => ']',
        Some('(') => ')',
        _ => return line,
    };
    let inner = line.start + 1..line.end - 1;
    let whole = inner.start < inner.end && t.all[inner.end].is_punct(closing);
    if whole && !inner.clone().any(|i| t.all[i].is_punct(closing)) { inner } else { line }
}

/// The last words are names around a stroke, one of them an agency: `… in the hills. REUTERS/Ann Lee`, `… in the hills. Ann Lee/AP`.
fn ends_in_agency(t: Tokens<'_>, line: Range<usize>, furniture: &Furniture) -> bool {
    const LONGEST_CREDIT: usize = 12;
    let from = line.end.saturating_sub(LONGEST_CREDIT).max(line.start);
    let begins = |i: usize| i == line.start || t.all[i - 1].punct().is_some_and(|c| matches!(c, '.' | '!' | '?' | '”' | '"' | ')' | '|'));
    let names = |tail: Range<usize>| {
        let stroke = tail.clone().any(|i| t.all[i].is_punct('/'));
        stroke && tail.clone().all(|i| if t.all[i].is_word() { t.all[i].is_capital() || is_joint(t, i) } else { !t.all[i].is_number() })
    };
    let agency = |tail: Range<usize>| agency_in(t, tail, furniture).is_some();
    t.all[line.end - 1].is_word() && (from..line.end).any(|i| begins(i) && names(i..line.end) && agency(i..line.end))
}

/// The last sentence says whose the picture is: `… Photograph courtesy of Ann Lee.`, `… Image: Ann Lee/Valley Press`
fn ends_in_credit(t: Tokens<'_>, line: Range<usize>) -> bool {
    const LONGEST_CREDIT: usize = 14;
    const SHORT_CREDIT: usize = 8;
    let begins = |i: usize| i == line.start || t.all[i - 1].punct().is_some_and(|c| matches!(c, '.' | '!' | '?' | '”' | '|'));
    let label = |i: usize| t.all[i].is_capital() && t.is_in(i, &SETS, PICTURE);
    let joint = |i: usize| t.all[i].is(class::PREPOSITION | class::ARTICLE) || t.is(i, "courtesy") || is_joint(t, i);
    let names = |range: Range<usize>| range.clone().all(|i| !t.all[i].is_word() || t.all[i].is_capital() || joint(i));
    (line.end.saturating_sub(LONGEST_CREDIT).max(line.start)..line.end.saturating_sub(2)).any(|i| {
        let says = t.all[i + 1].is_punct(':') || ["by", "courtesy", "via"].iter().any(|w| t.is(i + 1, w));
        let whose = (t.is(i + 1, "courtesy") && line.end - i <= SHORT_CREDIT) || names(i + 2..line.end);
        begins(i) && label(i) && says && whose
    })
}

fn is_credit_of_photo(t: Tokens<'_>, inside: Range<usize>, furniture: &Furniture) -> bool {
    let slash = t.all[inside.clone()].iter().any(|x| x.is_punct('/'));
    let word = ["photo", "photos", "photograph", "courtesy", "image", "file"].iter().any(|w| inside.clone().any(|i| t.is(i, w)));
    (slash && t.all[inside.start].is_capital()) || word || agency_in(t, inside, furniture).is_some()
}
