//! One title of one person, which one article has of this body and another of that: head coach of two clubs, chief executive of two firms.

use std::collections::BTreeMap;

use crate::claim::RoleStatus;
use crate::claim::entity;
use crate::lexicon::{class, lexicon, word_sets};
use crate::reconcile::nearness::is_on_the_map;
use crate::reconcile::story::Story;
use crate::text::fold::fold;

word_sets! {
    /// Last words of offices that a person mostly has in one body only.
    OF_ONE_BODY = 0: "office_of_one_body";
}

/// A body as it is called, and the members that say so.
pub type Serving = (String, Vec<usize>);

/// The two bodies, where each is named by an article that does not name the other.
pub fn two_bodies(story: &Story, members: &[usize], office: &str) -> Option<[Serving; 2]> {
    let last = office.rsplit(' ').next().unwrap_or(office);
    let status = |m: &usize| story.claims[*m].claim.role.as_deref().map(|r| r.status);
    let held = |m: &usize| matches!(status(m), Some(RoleStatus::Current | RoleStatus::Elect));
    // "vice president of | Marketing" is no body
    let vice = office.split([' ', '-']).any(|w| w == "vice");
    if vice || !SETS.holds(last, OF_ONE_BODY) || !story.are_of_one_month(members.iter().copied()) || !members.iter().all(held) {
        return None;
    }
    let mut by_article: BTreeMap<usize, Vec<Body>> = BTreeMap::new();
    for body in members.iter().filter_map(|m| Body::of(story, *m)) {
        by_article.entry(story.claims[body.member].article).or_default().push(body);
    }
    if by_article.values().any(|said| said.iter().any(|body| are_two(&body.words, &said[0].words))) {
        return None;
    }
    let first = &by_article.values().next()?[0];
    let other = by_article.values().map(|said| &said[0]).find(|body| are_two(&body.words, &first.words))?;
    let of = |body: &Body| {
        let all = by_article.values().flatten();
        let members = all.filter(|b| !are_two(&b.words, &body.words)).map(|b| b.member).collect();
        (body.written.clone(), members)
    };
    Some([of(first), of(other)])
}

/// What the office of a member is of.
struct Body {
    member: usize,
    /// Its name, folded, without light words.
    words: Vec<String>,
    written: String,
}

impl Body {
    /// None where nothing with a name is told right before or behind the title. A place that is on no map may be a firm.
    fn of(story: &Story, member: usize) -> Option<Self> {
        let base = story.claims[member].key.base.as_deref().unwrap_or_default();
        if entity::is_place(base) && is_on_the_map(base) {
            return None;
        }
        let mut written = name_behind(story.behind(member))?;
        if written.is_empty() {
            written = name_before(story, member, base.split_once(':')?.1);
        }
        let words: Vec<String> = written.iter().map(|w| fold(w)).filter(|w| !is_light(w)).collect();
        // of a town it may be the team or the school
        if lexicon().places.named(&words.join(" ")).is_some() {
            return None;
        }
        // "DA", "NBA", "Democratic": an office, league or party of which there may be any body
        let party = matches!(&words[..], [word] if word.ends_with("ic") || word.ends_with("an"));
        let tells = !party && words.iter().any(|w| w.len() > ABBREVIATION);
        tells.then(|| Body { member, words, written: written.join(" ") })
    }
}

/// The words of a body right before a title or the first ones of the title: `Norvik Rail | chief executive`.
fn name_before(story: &Story, member: usize, slug: &str) -> Vec<String> {
    let before = story.before(member).split_whitespace().rev().take(LONGEST).collect::<Vec<_>>();
    let words = before.into_iter().rev().chain(story.claims[member].claim.text.split(' ')).map(|w| own(w).to_owned());
    let words: Vec<String> = words.collect();
    let of_body = |w: &String| slug.split('-').any(|s| s == fold(w));
    let Some(last) = words.iter().rposition(of_body) else { return Vec::new() };
    let near = words.len() - last <= story.claims[member].claim.text.split(' ').count() + 1;
    let first = words[..last].iter().rposition(|w| !of_body(w)).map_or(0, |i| i + 1);
    if near { words[first..=last].to_vec() } else { Vec::new() }
}

/// A word without the clitic of a possessor and marks.
fn own(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').trim_end_matches("'s").trim_end_matches("’s")
}

/// The words of the name that follows a title, without the clitic of a possessor: `for | the Norvik Rovers`. None where it may go on behind
/// its comma: `of the Bureau of Wine, Tobacco`.
fn name_behind(behind: &str) -> Option<Vec<String>> {
    let behind = behind.trim_start();
    let Some(rest) = ["of ", "for ", "at ", "with "].iter().find_map(|lead| behind.strip_prefix(lead)) else { return Some(Vec::new()) };
    let rest = rest.strip_prefix("the ").unwrap_or(rest);
    let (phrase, mark) = rest.split_at(rest.find(MARKS).unwrap_or(rest.len()));
    let is_part = |w: &str| w.starts_with(char::is_uppercase) || matches!(w, "of" | "and" | "the");
    let whole = phrase.split_whitespace().all(is_part);
    if whole && mark.strip_prefix(", ").is_some_and(|next| next.starts_with(char::is_uppercase)) {
        return None;
    }
    let name = phrase.split_whitespace().take(LONGEST).take_while(|w| is_part(w));
    let mut name: Vec<String> = name.map(|w| own(w).to_owned()).collect();
    while name.last().is_some_and(|w| is_light(w)) {
        name.pop();
    }
    Some(name)
}

/// The most letters of a word that may be an abbreviation.
const ABBREVIATION: usize = 3;
/// Marks that end a name.
const MARKS: [char; 8] = [',', '.', ';', ':', '—', '(', '"', '”'];
/// The most words of a name.
const LONGEST: usize = 10;

/// `of`, `the`
fn is_light(word: &str) -> bool {
    let words = &lexicon().words;
    words.classes(words.id(word)).any(class::ARTICLE | class::PREPOSITION | class::CONJUNCTION)
}

/// Each name has a word that the other has not, nor an abbreviation of it or another form.
fn are_two(a: &[String], b: &[String]) -> bool {
    let rest = |x: &[String], y: &[String]| -> Vec<String> { x.iter().filter(|w| !y.contains(w)).cloned().collect() };
    let (x, y) = (rest(a, b), rest(b, a));
    let initials = |words: &[String]| words.iter().filter_map(|w| w.chars().next()).collect::<String>();
    let short = |of: &[String], long: &[String]| of.iter().any(|w| initials(long).contains(&w.replace('.', "")));
    let alike = |x: &String, y: &String| x.chars().zip(y.chars()).take_while(|(c, d)| c == d).count() >= ALIKE;
    let forms = x.iter().any(|v| y.iter().any(|w| alike(v, w)));
    let joined = a.concat() == b.concat();
    !x.is_empty() && !y.is_empty() && !forms && !joined && !short(&x, b) && !short(&y, a)
}

/// Words that begin with so many equal letters may be forms of one: `Norway`, `Norwegian`.
const ALIKE: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn two_names_are_of_two_bodies_where_neither_is_a_form_of_the_other() {
        let two = |a: &str, b: &str| are_two(&words(a), &words(b));
        assert!(two("dray university", "orl university") && two("norvik steel", "halden bank"));
        assert!(
            !two("norvik", "norvik steel")
                && !two("nsc", "norvik steel company")
                && !two("lund steel", "lundsteel")
                && !two("norwegian bank", "bank norway")
        );
    }

    #[test]
    fn the_name_behind_a_title() {
        let name = |behind: &str| name_behind(behind).map(|words| words.join(" "));
        assert_eq!(name(" for the Norvik Rovers, said").as_deref(), Some("Norvik Rovers"));
        assert_eq!(name(" at Orl University in Lund").as_deref(), Some("Orl University"));
        assert_eq!(name(" of Norvik Rail's board").as_deref(), Some("Norvik Rail"));
        assert_eq!(name(" of the Guild of Pilots of Orl").as_deref(), Some("Guild of Pilots of Orl"));
        assert_eq!((name(" of a club in Lund").as_deref(), name(", said").as_deref()), (Some(""), Some("")));
        assert_eq!(name(" of the Bureau of Wine, Tobacco and Salt"), None);
    }
}
