//! Which body, place or department the offices of one person are of: the president of a country is not that of a football federation.

use std::collections::BTreeSet;

use super::remit::{ends, words_of};
use crate::lexicon::role_synonyms::before_office;
use crate::lexicon::roles::Modifier;
use crate::lexicon::{class, lexicon, stem, word_sets};
use crate::reconcile::story::Story;
use crate::text::Classes;
use crate::text::fold::fold;

word_sets! {
    /// Offices of states: a bare title means that of a state.
    OF_STATE = 0: "office_of_state";
    /// Offices that only places have.
    OF_PLACE = 1: "office_of_place";
    /// Words before a title that rank it.
    RANK = 2: "office_rank";
    /// Words for any body.
    IN_GENERAL = 3: "body_in_general";
    /// Offices of one country.
    OF_COUNTRY = 4: "office_of_country";
}

/// What one mention of an office says about the body that has it.
#[derive(Debug, Default)]
struct Body {
    /// Stems of the words that tell it from others.
    words: BTreeSet<String>,
    /// A body is named, or something stands behind the title.
    named: bool,
    /// Stems of the names of places and people that it is of.
    owner: BTreeSet<String>,
}

/// The offices that some have left and those that are held are surely or probably of different bodies.
pub fn are_apart(story: &Story, left: &[usize], held: &[usize], office: &str) -> bool {
    let of = |members: &[usize]| members.iter().map(|m| Body::of(story, *m)).reduce(Body::with).unwrap_or_default();
    let (mut left_body, mut held_body) = (of(left), of(held));
    let owners: BTreeSet<String> = left_body.owner.union(&held_body.owner).cloned().collect();
    [&mut left_body, &mut held_body].into_iter().for_each(|b| b.words.retain(|w| !owners.contains(w)));
    match (left_body.words.is_empty(), held_body.words.is_empty()) {
        (true, true) => false,
        (false, false) => left_body.words.is_disjoint(&held_body.words),
        (true, false) => is_another(story, &held_body, &left_body, left, office),
        (false, true) => is_another(story, &left_body, &held_body, held, office),
    }
}

/// The bare title of one side is not of the body that the other names: it is that of a state, or in an article that does not name the body.
fn is_another(story: &Story, named: &Body, bare: &Body, members: &[usize], office: &str) -> bool {
    let last = office.rsplit(' ').next().unwrap_or(office);
    let of_state = is_in(last, OF_STATE) || !bare.owner.is_empty();
    named.named && !is_in(last, OF_PLACE) && (of_state || !members.iter().any(|m| tells_of(story, *m, named)))
}

/// The article of a member has one of the words of a body.
fn tells_of(story: &Story, member: usize, body: &Body) -> bool {
    let sentences = &story.lines[story.claims[member].article].source.sentences;
    sentences.iter().any(|s| s.text.split(|c: char| !c.is_alphanumeric()).any(|w| body.words.contains(&*stem(&fold(w)))))
}

impl Body {
    fn of(story: &Story, member: usize) -> Body {
        let base = story.claims[member].key.base.as_deref().and_then(|b| b.split_once(':'));
        let (kind, id) = base.unwrap_or_default();
        let base_words = || id.split('-').filter(|w| !is(w, class::ARTICLE | class::PREPOSITION)).map(|w| stem(w).to_string());
        let mut body = Body::default();
        if kind == "org" {
            body.named = true;
            body.words.extend(base_words());
        } else {
            body.owner.extend(base_words());
        }
        let behind = words_behind(story, member);
        body.named |= behind.iter().any(|w| !body.owner.contains(w));
        body.words.extend(words_before(story, member, kind == "place"));
        body.words.extend(behind);
        body
    }

    fn with(mut self, other: Body) -> Body {
        self.words.extend(other.words);
        self.owner.extend(other.owner);
        Body { named: self.named || other.named, ..self }
    }
}

/// The words before the head that tell the body: `party` chairman, `school` director.
fn words_before(story: &Story, member: usize, of_place: bool) -> Vec<String> {
    let claim = story.claims[member].claim;
    let Some(role) = claim.role.as_deref() else { return Vec::new() };
    let before = before_office(&role.title);
    let head = role.title[before.len()..].trim_start();
    let phrase = claim.text.split(" of ").next().unwrap_or_default();
    let telling = |w: &&str| {
        let word = own(w);
        let place = of_place && w.starts_with(char::is_uppercase) && !before.split(' ').any(|b| b == word);
        !place && !head.split([' ', '-']).any(|h| h == word) && tells(&word) && !is_title(&word)
    };
    phrase.split([' ', '-']).filter(telling).map(|w| stem(&own(w)).to_string()).collect()
}

/// The words behind the title, or at its end: `of the | football federation`, `with | Nordbank`.
fn words_behind(story: &Story, member: usize) -> Vec<String> {
    let claim = story.claims[member].claim;
    let title = claim.role.as_deref().map_or("", |r| r.title.as_str());
    let behind = story.behind(member).trim_start();
    let led = ["of ", "for ", "at ", "with "].iter().find_map(|lead| behind.strip_prefix(lead));
    let inside = claim.text.split_once(" of ").map(|(_, rest)| rest);
    let words = led.into_iter().chain(inside).flat_map(|rest| words_of(rest).take_while(|w| !ends(w)));
    let telling = words.map(own).filter(|w| tells(w) && !title.split([' ', '-']).any(|t| t == w));
    telling.map(|w| stem(&w).to_string()).collect()
}

/// A folded word without the clitic of a possessor.
fn own(word: &str) -> String {
    fold(word).trim_end_matches("'s").trim_end_matches("’s").to_owned()
}

/// A word that tells bodies apart: no rank, status or age.
fn tells(word: &str) -> bool {
    let l = lexicon();
    let closed =
        class::ARTICLE | class::DETERMINER | class::STATUS | class::DEMONYM | class::PRONOUN | class::TEMPORAL | class::CONJUNCTION;
    let grade = l.roles.modifier(l.words.id(word)) == Some(Modifier::Grade);
    // no body: "popular", "informal"
    let adjective = ["al", "ar", "ful", "ic", "ish", "ive", "less", "ous"].iter().any(|end| word.ends_with(end));
    let letters = word.chars().all(|c| c.is_alphanumeric()) && !word.starts_with(|c: char| c.is_ascii_digit()) && word.len() > 1;
    letters && !adjective && !grade && !is(word, closed) && !is_in(word, RANK | IN_GENERAL)
}

/// `Gov.`, `Sen.`
fn is_title(word: &str) -> bool {
    let l = lexicon();
    l.titles.get(l.words.id(word.trim_end_matches('.'))).is_some()
}

fn is(word: &str, classes: Classes) -> bool {
    let words = &lexicon().words;
    words.classes(words.id(word)).any(classes)
}

/// A word is in one of these sets.
pub fn is_in(word: &str, sets: u32) -> bool {
    SETS.holds(word, sets)
}
