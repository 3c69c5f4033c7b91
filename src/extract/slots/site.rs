//! What was at a place, and to whom it happened: "Ana Lee was arrested in |", "a concert at the |", "|, where Ana Lee was rushed".
//!
//! The words of an act are those of the table `sites.tsv`. A place is that of the nearest act before it in its clause, if nothing else that
//! the clause tells stands between; or of the first in a clause that `where` opens behind it.

use std::ops::Range;

use crate::claim::Modality;
use crate::claim::entity;
use crate::claim::{Short, Site};
use crate::extract::dates::governor::{ends_clause, is_verb};
use crate::extract::events::mood;
use crate::extract::events::scene::Scene;
use crate::extract::events::subject::Subjects;
use crate::extract::mention::NameKind;
use crate::lexicon::sites::{self, Sort, Stand, Telling};
use crate::lexicon::venues::kind_of_venue;
use crate::lexicon::{class, word_sets};

word_sets! {
    /// Prepositions before a place that is not itself where it was.
    BESIDE = 0: "site_beside";
    /// Between a preposition and a place: `the village of`, `northern`.
    KIND = 1: "site_kind";
    /// Opens what was at another time, or why: `after`.
    TURN = 2: "site_turn";
    /// Sides of the compass, which `of` makes a distance: `south of`.
    SIDE = 3: "site_side";
    /// Says that there was more than one place: `transferred`.
    MOVED = 4: "site_moved";
    /// Behind `to`, where something ends: `stabbed to death`.
    GOAL = 5: "site_goal";
    /// Before `for` and where somebody goes: `left`.
    LEAVING = 6: "site_leaving";
    /// Words that many courts have in their names: `crown`.
    MODIFIER = 7: "venue_modifier";
}

/// How far from a place its act may stand.
const REACH: usize = 16;

/// How a place is led up to.
struct Placed {
    /// The token at which the phrase of the place begins.
    at: usize,
    stand: Stand,
    near: bool,
}

/// The act that a name of a place (or of a hospital or court) at these tokens locates.
pub fn read(s: &Scene, name: &Range<usize>) -> Option<Site> {
    let text = s.cx.tokens.words(name.clone()).to_lowercase();
    let kind = kind_of_venue(&text);
    let near = name.start.saturating_sub(2 * REACH)..name.end + 2 * REACH;
    let moved = near.into_iter().any(|i| s.is_in(i, &SETS, MOVED));
    // "a Bergen barber shop"
    let attribute = s.describes(name.end) && !is_verb(s, name.end) && kind.is_none() && !s.is(name.end, &["airport", "airfield"]);
    if moved || attribute {
        return None;
    }
    if kind == Some("court") {
        return court(&text).filter(|_| is_hearing(s, name)).map(|act| Site { act: act.into(), who: None, near: false });
    }
    if let Some(act) = suffix(s, name.end) {
        let named = (name.end + 2..(name.end + REACH).min(s.tokens.end)).find_map(|i| s.name_starting(i));
        let who = named.filter(|n| n.kind == NameKind::Person).map(|n| s.entity(n));
        return Some(Site { act: act.into(), who, near: false });
    }
    let placed = placed(s, name.start);
    let told = |p: &Placed| told_before(s, p, kind).or_else(|| told_behind_opening(s, p, name, kind));
    let before = placed.as_ref().and_then(|p| Some((told(p)?, p.near)));
    let found = before.or_else(|| Some((told_behind(s, name.end, kind)?, false)));
    let Some((found, near)) = found else {
        let patient =
            kind == Some("hospital") && placed.is_some_and(|p| matches!(p.stand, Stand::At | Stand::To) && !follows_staff(s, p.at));
        return patient.then(|| Site { act: "hospital".into(), who: None, near: false });
    };
    let who = who(s, &found, name);
    // who recovers in a town may be anywhere in it
    let unsure = found.telling.act == "hospital" && kind != Some("hospital") && who.is_none();
    (!unsure).then(|| Site { act: found.telling.act.into(), who, near })
}

/// `-born` behind a place.
fn suffix(s: &Scene, end: usize) -> Option<&'static str> {
    let hyphen = s.is_punct(end, &['-']) && s.token(end).is_some_and(|t| t.glued());
    match s.word(end + 1) {
        "born" if hyphen => Some("birth"),
        "raised" if hyphen => Some("raising"),
        _ => None,
    }
}

/// A case is heard at one court of a level: `court crown` for any crown court. None for a court that no other is like, as the highest.
fn court(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).filter(|w| w.len() > 1).collect();
    let (level, own): (Vec<&str>, Vec<&str>) = words.into_iter().partition(|w| SETS.holds(w, MODIFIER));
    let (last, own) = own.split_last()?;
    (!own.is_empty()).then(|| level.into_iter().fold((*last).to_owned(), |act, word| act + " " + word))
}

/// A court is where a case is heard: `at the |`, `| heard`.
fn is_hearing(s: &Scene, name: &Range<usize>) -> bool {
    let before = name.start.wrapping_sub(1);
    let before = if s.has(before, class::ARTICLE) { before.wrapping_sub(1) } else { before };
    s.is(before, &["at", "before", "in"]) || s.is(name.end, &["heard"]) || s.is(name.end, &["was"]) && s.is(name.end + 1, &["told"])
}

/// `a nurse at`: who works there is no patient.
fn follows_staff(s: &Scene, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    s.has(before, class::ROLE) || s.is_person_noun(before)
}

/// Reads the words before a place: its preposition, and whether it only lies beside.
fn placed(s: &Scene, start: usize) -> Option<Placed> {
    const PHRASE: usize = 8;
    let (mut at, mut near) = (start, false);
    for _ in 0..PHRASE {
        let i = at.checked_sub(1).filter(|i| *i >= s.tokens.start)?;
        let beside = |at: usize| Some(Placed { at, stand: Stand::At, near: true });
        let found = |stand: Stand| Some(Placed { at: i, stand, near });
        match s.word(i).to_lowercase().as_str() {
            "in" | "at" | "inside" | "within" | "on" | "before" => return found(Stand::At),
            // "close to"
            "to" if s.is_in(i.wrapping_sub(1), &SETS, BESIDE) => return beside(i - 1),
            "to" | "into" => return found(Stand::To),
            "for" if s.is_in(i.wrapping_sub(1), &SETS, LEAVING) => return found(Stand::To),
            "through" | "across" => return found(Stand::Through),
            "of" if s.is_in(i.wrapping_sub(1), &SETS, SIDE) => near = true,
            "of" if s.is_in(i.wrapping_sub(1), &SETS, KIND) => {}
            "of" if s.is_in(i.wrapping_sub(1), &SETS, BESIDE) => return beside(i - 1),
            _ if s.is_in(i, &SETS, BESIDE) => return beside(i),
            _ if s.has(i, class::ARTICLE) || s.is_lower(i) && s.is_in(i, &SETS, KIND | SIDE) => {}
            _ if near => return beside(at),
            _ if is_verb(s, i) => return Some(Placed { at, stand: Stand::Through, near }),
            _ => return None,
        }
        at = i;
    }
    None
}

/// An act and the token of its first word.
struct Found {
    telling: &'static Telling,
    at: usize,
    verb: bool,
}

/// The act that is told before a place, the nearest.
fn told_before(s: &Scene, placed: &Placed, kind: Option<&str>) -> Option<Found> {
    let end = placed.at;
    let from = end.saturating_sub(REACH).max(s.tokens.start);
    let noun = behind_date(s, end).checked_sub(1).filter(|i| *i >= from);
    let fits = |t: &Telling, at: usize| t.may_stand(placed.stand) && sort_fits(s, t, kind, at..end);
    // "the epicentre was near"
    let noun = noun.map(|i| if s.has(i, class::AUXILIARY) { i.wrapping_sub(1) } else { i });
    if let Some(found) = noun.and_then(|i| noun_at(s, i, &|t| fits(t, i))) {
        return Some(found);
    }
    let mut turned = false;
    let mut i = end;
    while i > from {
        i -= 1;
        if ends_clause(s, i) && s.date_at(i).is_none() || s.has(i, class::RELATIVE) {
            return None;
        }
        let place = s.name_ending(i + 1).filter(|n| n.kind == NameKind::Place);
        if let Some(place) = place {
            // "flew from Oslo to Bergen"
            i = place.tokens.start.checked_sub(1).filter(|from| s.is(*from, &["from"]))?;
            continue;
        }
        if let Some(name) = s.name_ending(i + 1) {
            i = name.tokens.start;
            continue;
        }
        if let Some(found) = verb_at(s, i, end, &|t| fits(t, i)) {
            let sure = found.telling.sort == Sort::Hospital || kind == Some("hospital");
            return (!turned || sure).then_some(found);
        }
        // "the stabbing of a man in"
        let of = s.is(i + 1, &["of"]) || leads_matter(s, i + 1, end);
        if let Some(found) = Some(i).filter(|_| of && !turned).and_then(|i| noun_at(s, i, &|t| fits(t, i))) {
            return Some(found);
        }
        // "the attack took place in", "the blast tore through a mill in"
        if is_verb(s, i) || s.is(i + 1, &["place"]) && s.stem(i) == "take" {
            return if turned { None } else { subject_noun(s, mood::group(s, i).start, &fits) };
        }
        if is_gerund(s, i) {
            return None;
        }
        turned |= s.is_in(i, &SETS, TURN) || is_infinitive(s, i, end) || s.is_punct(i, &[',']) && !is_beside_number(s, i);
    }
    None
}

/// A preposition of what an act is about or with whom: `a summit | on water in`, `talks | between the two in`. A thing with an article may
/// itself be at the place: `talks on the siege in`.
fn leads_matter(s: &Scene, at: usize, end: usize) -> bool {
    let plain = || at + 1 < end && !s.has(at + 1, class::ARTICLE | class::DETERMINER) && !(at + 1..end).any(|i| s.has(i, class::EVENT));
    s.is(at, &["between", "with"]) || s.is(at, &["about", "on"]) && plain()
}

/// The noun of an act that is the subject of a verb, with what belongs to it or without: `the attack on a cyclist |`.
fn subject_noun(s: &Scene, end: usize, fits: &dyn Fn(&Telling, usize) -> bool) -> Option<Found> {
    const PHRASE: usize = 10;
    let from = end.saturating_sub(PHRASE).max(s.tokens.start);
    let open = (from..end).rev().take_while(|i| !ends_clause(s, *i) && !is_verb(s, *i) && !s.has(*i, class::RELATIVE | class::AUXILIARY));
    let heads = open.filter(|i| i + 1 == end || s.is(i + 1, &["against", "at", "between", "by", "in", "of", "on"]));
    heads.filter_map(|i| noun_at(s, i, &|t| fits(t, i))).last()
}

/// The act of the clause behind a place that opens the sentence: `In Cobden Street on Friday, a man was stabbed`.
fn told_behind_opening(s: &Scene, placed: &Placed, name: &Range<usize>, kind: Option<&str>) -> Option<Found> {
    let end = (name.end + REACH).min(s.tokens.end);
    let opens = placed.at == s.tokens.start && placed.stand == Stand::At;
    let verb = (name.end..end).take_while(|i| opens && !ends_clause(s, *i) && !s.has(*i, class::RELATIVE)).find(|i| is_verb(s, *i))?;
    verb_at(s, verb, end, &|t| t.may_stand(Stand::At) && sort_fits(s, t, kind, verb..verb))
}

/// The act of a clause that `where` opens behind a place, which may have where it lies behind it.
fn told_behind(s: &Scene, end: usize, kind: Option<&str>) -> Option<Found> {
    const OUTER: usize = 4;
    let comma = |i: usize| s.is_punct(i, &[',']);
    let opens = |i: &usize| s.is(*i, &["where"]) && (comma(i - 1) || *i == end);
    let inside = |i: &usize| comma(*i) || s.token(*i).is_some_and(|t| t.is_capital()) || s.is(*i, &["where"]);
    let at = (end..end + OUTER).take_while(inside).find(opens)?;
    for i in at + 1..(at + REACH).min(s.tokens.end) {
        if ends_clause(s, i) || s.has(i, class::RELATIVE) {
            return None;
        }
        let clause = (at + REACH).min(s.tokens.end);
        let fits =
            |t: &Telling| t.may_stand(Stand::At) && sort_fits(s, t, kind, i..i) || t.may_stand(Stand::To) && kind == Some("hospital");
        if let Some(found) = verb_at(s, i, clause, &fits) {
            return Some(found);
        }
        if is_verb(s, i) {
            return None;
        }
    }
    None
}

/// The act that a verb at a token tells, up to the token `end`.
fn verb_at(s: &Scene, i: usize, end: usize, fits: &dyn Fn(&Telling) -> bool) -> Option<Found> {
    let word = s.token(i).filter(|t| t.is_word() && (!t.is_capital() || i == s.tokens.start))?;
    let before = i.wrapping_sub(1);
    let attribute = s.has(before, class::ARTICLE | class::DETERMINER) && !s.has(before, class::RELATIVE) || s.is_clitic(before);
    if attribute || s.is_punct(i + 1, &['-']) || word.is(class::AUXILIARY) {
        return None;
    }
    let telling = sites::of_verb(&s.stem(i)).iter().find(|t| fits(t) && is_said(s, i, end, t))?;
    let happened = matches!(mood::group(s, i).modality, Modality::Done | Modality::Claimed | Modality::Planned);
    happened.then_some(Found { telling, at: i, verb: true })
}

/// The other words of a phrase stand behind, and a word that it needs before.
fn is_said(s: &Scene, i: usize, end: usize, telling: &Telling) -> bool {
    let mut at = i + 1;
    let rest = telling.rest.iter().all(|word| {
        let found = (at..end.min(at + REACH)).find(|k| s.stem(*k) == *word);
        found.inspect(|k| at = k + 1).is_some()
    });
    // "found the body of"
    rest && telling.may_follow(before(s, end))
}

/// The words before a token in lower case.
fn before<'s>(s: &'s Scene, i: usize) -> impl Iterator<Item = String> + 's {
    (i.saturating_sub(REACH).max(s.tokens.start)..i).map(|k| s.word(k).to_lowercase())
}

/// The act that a noun at a token tells.
fn noun_at(s: &Scene, i: usize, fits: &dyn Fn(&Telling) -> bool) -> Option<Found> {
    let before_noun = i.wrapping_sub(1);
    let verb =
        s.has(before_noun, class::AUXILIARY) || s.has(before_noun, class::PRONOUN) && !s.is(before_noun, &["her", "his", "its", "their"]);
    let noun = (s.is_lower(i) || i == s.tokens.start) && !verb && !s.is(before_noun, &["to"]);
    let telling = sites::of_noun(&s.word(i).to_lowercase()).iter().find(|t| fits(t) && t.may_follow(before(s, i)))?;
    noun.then_some(Found { telling, at: i, verb: false })
}

/// The place is of the sort that the act asks for; a hospital may stand between: `a hospital in`.
fn sort_fits(s: &Scene, telling: &Telling, kind: Option<&str>, between: Range<usize>) -> bool {
    match telling.sort {
        Sort::Any => true,
        Sort::Hospital => kind == Some("hospital") || between.into_iter().any(|i| s.is(i, &["hospital", "hospitals", "clinic"])),
        Sort::Stage => kind == Some("stage"),
    }
}

/// Where the words before a date end that ends before token `end`: `a concert on Friday |`.
fn behind_date(s: &Scene, end: usize) -> usize {
    let date = s.date_ending(end).map_or(end, |d| d.tokens.start);
    date - usize::from(date < end && s.is(date.wrapping_sub(1), &["on", "in", "at"]))
}

/// `while filming`, `after returning`: what somebody was doing there, unless it is a noun: `the building`.
fn is_gerund(s: &Scene, i: usize) -> bool {
    // "fishing rights"
    let attribute = s.is_lower(i + 1) && !s.has(i + 1, class::FUNCTION);
    let noun = attribute
        || s.has(i.wrapping_sub(1), class::ARTICLE | class::DETERMINER)
        || s.is_lower(i.wrapping_sub(1)) && !s.has(i.wrapping_sub(1), class::FUNCTION);
    s.is_lower(i) && s.word(i).len() > 4 && s.word(i).ends_with("ing") && !noun
}

/// `to discuss`: what somebody was to do there.
fn is_infinitive(s: &Scene, i: usize, end: usize) -> bool {
    let next = i + 1;
    s.is(i, &["to"])
        && next < end
        && s.is_lower(next)
        && !s.has(next, class::ARTICLE | class::DETERMINER | class::NUMBER)
        && !s.is_in(next, &SETS, GOAL)
}

/// `Ana Lee, 31, in`: the comma sets off an age.
fn is_beside_number(s: &Scene, i: usize) -> bool {
    [i.wrapping_sub(1), i + 1].into_iter().any(|k| s.token(k).is_some_and(|t| t.is_number()))
}

/// The person to whom it happened, or who did it: the object before the place, the subject, or the subject of what follows an opening
/// participle.
fn who(s: &Scene, found: &Found, name: &Range<usize>) -> Option<Short> {
    // who marries somebody may be named as either
    if !found.verb || matches!(found.telling.act, "meeting" | "wedding") {
        return None;
    }
    let person = |entity: Option<Short>| entity.filter(|e| entity::is_person(e));
    let done_by = |i: usize| s.is(i, &["by", "with", "from", "to", "against"]);
    let behind = s.names.partition_point(|n| n.tokens.start <= found.at);
    let mut objects = s.names[behind..].iter().take_while(|n| n.tokens.end <= name.start).filter(|n| n.kind == NameKind::Person);
    if let Some(object) = objects.next().filter(|n| !done_by(n.tokens.start.wrapping_sub(1))) {
        return person(Some(s.entity(object)));
    }
    let group = mood::group(s, found.at);
    if group.start == s.tokens.start {
        let comma = (name.end..name.end + REACH).find(|i| s.is_punct(*i, &[',']))?;
        let named = (comma + 1..(comma + 8).min(s.tokens.end)).find_map(|i| s.name_starting(i));
        let pronoun = || s.party_before(comma + 2).and_then(|p| p.entity);
        return person(named.filter(|n| n.kind == NameKind::Person).map(|n| s.entity(n)).or_else(pronoun));
    }
    let subjects = Subjects { scene: s, of_people: true }.named(group.start);
    match subjects.as_slice() {
        [one] => person(one.entity.clone()),
        _ => None,
    }
}
