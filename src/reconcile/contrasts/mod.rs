//! Two articles tell the same except for one word: found by the victim's brother, found by her father; a fire of a candle, of a heater.
//!
//! No claim of an article holds such a word, since it matters only beside another article's. So the sentences that have a word of a family
//! of contrasts are held against each other by the words around it, and those that tell of one thing with two words of the family give a
//! claim each. Whether both can be true is left to the reader.

mod pairs;
mod passage;

use std::collections::BTreeMap;
use std::hash::{BuildHasher, Hasher};

use rustc_hash::{FxBuildHasher, FxHashMap};

use self::pairs::{Articles, Place, are_of_one, is_told_there};
use self::passage::Passage;
use super::cluster::candidates;
use super::group::{Draft, GroupKind, Reason, Status, Verdict};
use super::sides::known::Known;
use super::story::Story;
use crate::claim::{Claim, ClaimKind, Event, Line, Modality, Side};
use crate::lexicon::contrasts;

/// The concept of these claims.
const CONCEPT: &str = "contrast";
/// The most words of one family in one article that are looked at.
const MOST: usize = 48;

/// Adds to each line the words by which it contrasts with another.
pub fn add(lines: &mut [Line]) {
    if lines.len() < 2 {
        return;
    }
    let passages = Passage::all(lines);
    let articles = Articles::of(&passages, lines.len());
    let mut changed = vec![false; lines.len()];
    for (number, group) in found(&passages, &articles, &places(&passages)).into_iter().enumerate() {
        for place in group {
            let p = &passages[place.passage];
            let line = &mut lines[p.line];
            if let Some(claim) = claim(line, p, &place, number) {
                line.claims.push(claim);
                changed[p.line] = true;
            }
        }
    }
    for (line, _) in lines.iter_mut().zip(changed).filter(|(_, changed)| *changed) {
        line.claims.sort_by_key(|c| (c.byte_start, c.byte_end, c.kind));
    }
}

/// The words of all families and the names in all passages, at most [`MOST`] per family and article.
fn places(passages: &[Passage]) -> Vec<Place> {
    let mut counts: FxHashMap<(usize, u16), usize> = FxHashMap::default();
    let mut all = Vec::new();
    for (passage, p) in passages.iter().enumerate() {
        let words = p.words.iter().enumerate().flat_map(|(i, w)| contrasts::of(&w.lower).iter().map(move |c| (i..i + 1, Some(*c))));
        for (words, cell) in words.chain(p.names().into_iter().map(|name| (name, None))) {
            let place = Place { passage, words, cell };
            let count = counts.entry((p.line, place.family())).or_default();
            *count += 1;
            if *count <= MOST {
                all.push(place);
            }
        }
    }
    all
}

/// Places that contrast with each other; pairs that share a place are one group.
fn found(passages: &[Passage], articles: &Articles, places: &[Place]) -> Vec<Vec<Place>> {
    let mut by_article: BTreeMap<(usize, u16), Vec<&Place>> = BTreeMap::new();
    for place in places {
        by_article.entry((passages[place.passage].line, place.family())).or_default().push(place);
    }
    let there = |line: usize, family: u16| by_article.get(&(line, family)).into_iter().flatten().copied();
    let features: Vec<Vec<u64>> = places.iter().map(|p| features(&passages[p.passage], p)).collect();
    let mut groups: Vec<Vec<Place>> = Vec::new();
    for (i, j) in candidates(&features, |i| places[i].passage) {
        let (a, b) = (&places[i], &places[j]);
        let (x, y) = (passages[a.passage].line, passages[b.passage].line);
        let told = || is_told_there(passages, a, there(y, a.family())) || is_told_there(passages, b, there(x, b.family()));
        if x == y || !are_of_one(passages, articles, a, b) || told() {
            continue;
        }
        add_pair(&mut groups, a, b);
    }
    groups
}

/// Adds two places that contrast. A place that contrasts in two families is reported for the first only.
fn add_pair(groups: &mut Vec<Vec<Place>>, a: &Place, b: &Place) {
    let is = |p: &Place, q: &Place| (p.passage, &p.words) == (q.passage, &q.words);
    let holds = |group: &[Place], place: &Place| group.iter().any(|p| is(p, place));
    match groups.iter_mut().find(|g| holds(g, a) || holds(g, b)) {
        Some(group) if group[0].family() == a.family() => {
            for place in [a, b] {
                if !holds(group, place) {
                    group.push(place.clone());
                }
            }
        }
        Some(_) => {}
        None => groups.push(vec![a.clone(), b.clone()]),
    }
}

/// A hash of the family with each of the nearest words.
fn features(p: &Passage, place: &Place) -> Vec<u64> {
    let number = |word: &str| {
        let mut h = FxBuildHasher.build_hasher();
        h.write_u16(place.family());
        h.write(word.as_bytes());
        h.finish()
    };
    p.near(&place.words).into_iter().map(|w| number(&w.means)).collect()
}

fn claim(line: &Line, p: &Passage, place: &Place, number: usize) -> Option<Claim> {
    let family = place.cell.map_or("name", |c| contrasts::family(c).name);
    let words = &p.words[place.words.clone()];
    let bytes = words.first()?.bytes.start..words.last()?.bytes.end;
    let side = Side { matter: format!("{family} {number}").into(), ..Side::default() };
    let event = Event {
        concept: CONCEPT.into(),
        participants: Vec::new(),
        modality: Modality::Done,
        place: None,
        edtf: None,
        day: None,
        side: Some(Box::new(side)),
    };
    Some(Claim { event: Some(Box::new(event)), ..line.source.claim_at(ClaimKind::Event, p.sentence, bytes)? })
}

/// The groups of contrasts that `found` does not have already.
pub fn groups(story: &Story, found: &[Draft]) -> Vec<Draft> {
    let mut of: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (m, member) in story.claims.iter().enumerate() {
        let event = member.claim.event.as_deref().filter(|e| e.concept == CONCEPT);
        if let Some(side) = event.and_then(|e| e.side.as_deref()) {
            of.entry(&side.matter).or_default().push(m);
        }
    }
    // a figure or a day of the same sentences is another fact
    let known = Known::of(story, found.iter().filter(|d| !matches!(d.kind, GroupKind::Figure | GroupKind::Date)));
    of.into_iter()
        .filter(|(_, members)| !known.holds_two(story, members))
        .filter_map(|(matter, members)| draft(story, matter, members))
        .collect()
}

fn draft(story: &Story, matter: &str, members: Vec<usize>) -> Option<Draft> {
    let family = matter.rsplit_once(' ').map_or(matter, |(family, _)| family);
    let word = |m: usize| story.claims[m].claim.text.as_str();
    let mut values: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for m in &members {
        values.entry(word(*m).to_owned()).or_default().push(*m);
    }
    let first = *members.first()?;
    let list = values.keys().map(|w| format!("\"{w}\"")).collect::<Vec<_>>().join(", ");
    Some(Draft {
        kind: GroupKind::Event,
        identity: format!("{CONCEPT}|{family}|{}", values.keys().cloned().collect::<Vec<_>>().join("|")),
        label: format!("{family}: {}", around(story, first)),
        verdict: Verdict::new(Status::Unresolved, Reason::Identity, format!("told in like words but for one: {list}")),
        values: values.into_iter().collect(),
    })
}

/// A few words on both sides of a claim, which a gap stands for.
fn around(story: &Story, member: usize) -> String {
    const WORDS: usize = 5;
    let ends = |w: &str| w.ends_with([',', ';', ':', '.', '"', '”']);
    let before: Vec<&str> = story.before(member).split_whitespace().rev().take(WORDS).take_while(|w| !ends(w)).collect();
    let mut behind: Vec<&str> = Vec::new();
    for word in story.behind(member).split_whitespace().take(WORDS) {
        behind.push(word.trim_end_matches([',', ';', ':', '.', '"', '”']));
        if ends(word) {
            break;
        }
    }
    let words = before.into_iter().rev().chain(["…"]).chain(behind).filter(|w| !w.is_empty());
    words.collect::<Vec<_>>().join(" ")
}
