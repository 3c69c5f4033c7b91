//! Where on a street it was, according to each source: "in the 1200 block of Elm Street", "at 1250 Elm St."

use std::collections::{BTreeMap, BTreeSet};

use crate::lexicon::streets::{kind_of_street, side_of_town};
use crate::reconcile::cluster::{candidates, cluster, links};
use crate::reconcile::group::{Draft, GroupKind, Reason, Status, Verdict};
use crate::reconcile::story::Story;

/// A number on a street.
struct Item {
    member: usize,
    article: usize,
    number: Number,
    /// Stems of the content words around, which tell what happened there.
    stems: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Number {
    house: u32,
    /// It names a hundred of numbers.
    block: bool,
}

/// Groups of the numbers that several mentions give on one street.
pub fn groups(story: &Story) -> Vec<Draft> {
    streets(story).into_iter().flat_map(|(street, items)| on_street(story, &street, &items)).collect()
}

/// The items by the name of their street. Where a name is used with two sides of a town, each is a street of its own.
fn streets(story: &Story) -> BTreeMap<String, Vec<Item>> {
    let mut found: BTreeMap<String, Vec<(Option<&'static str>, Item)>> = BTreeMap::new();
    for (member, m) in story.claims.iter().enumerate() {
        let street = m.claim.place.as_deref().filter(|p| !p.metonym).and_then(|_| street(&m.claim.text));
        let numbered = street.and_then(|street| Some((street, number_before(story.before(member))?)));
        let Some(((side, name), number)) = numbered else { continue };
        let stems = super::words_around(story.before(member), story.behind(member));
        found.entry(name).or_default().push((side, Item { member, article: m.article, number, stems }));
    }
    let mut out: BTreeMap<String, Vec<Item>> = BTreeMap::new();
    for (name, items) in found {
        let first = items.iter().find_map(|(side, _)| *side);
        let one = items.iter().all(|(side, _)| side.is_none() || *side == first);
        for (side, item) in items {
            let street = if one { name.clone() } else { format!("{} {name}", side.unwrap_or_default()) };
            out.entry(street).or_default().push(item);
        }
    }
    out
}

/// The side of the town and the name of a street, abbreviations written out; `None` for other places.
pub fn street(place: &str) -> Option<(Option<&'static str>, String)> {
    // "E. 5th St." and "N.W. 5th St"
    let lower = place.to_lowercase().replace('.', "");
    let mut words: Vec<&str> = lower.split_whitespace().collect();
    let kind = kind_of_street(words.pop()?)?;
    let side = words.first().filter(|_| words.len() > 1).and_then(|w| side_of_town(w));
    let name = &words[side.is_some() as usize..];
    (!name.is_empty()).then(|| (side, format!("{} {kind}", name.join(" "))))
}

/// The number that ends the words before a street, or the block: "in the 1200 block of", "at 1250".
fn number_before(words: &str) -> Option<Number> {
    let words = words.trim_end();
    let block = words.strip_suffix("block of").or_else(|| words.strip_suffix("blocks of"));
    let number = block.unwrap_or(words).trim_end_matches([' ', '-']).rsplit([' ', '-', '(']).next()?;
    let digits = number.len() < 6 && !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    number.parse().ok().filter(|_| digits).map(|house| Number { house, block: block.is_some() })
}

fn on_street(story: &Story, street: &str, items: &[Item]) -> Vec<Draft> {
    let only = |article: usize| {
        let mut of_article = items.iter().filter(|i| i.article == article).map(|i| i.number.house);
        of_article.next().is_some_and(|first| of_article.all(|other| other == first))
    };
    let may_meet = |a: usize, b: usize| {
        let (x, y) = (&items[a], &items[b]);
        x.number.fits(y.number) || x.article != y.article && only(x.article) && only(y.article)
    };
    let sureness = |a: usize, b: usize| may_meet(a, b).then(|| if items[a].number.fits(items[b].number) { 1.0 } else { 0.0 });
    let links = links(candidates(&vec![vec![0]; items.len()], |i| items[i].number), sureness);
    let clusters = cluster(items.len(), links, may_meet).into_iter().filter(|c| c.len() > 1);
    clusters.map(|c| draft(story, street, &c.into_iter().map(|i| &items[i]).collect::<Vec<_>>())).collect()
}

impl Number {
    /// The same number, or one of the block.
    fn fits(self, other: Number) -> bool {
        self.house == other.house || (self.block || other.block) && self.house / 100 == other.house / 100
    }

    fn in_words(self) -> String {
        if self.block { format!("{} block", self.house) } else { self.house.to_string() }
    }
}

fn draft(story: &Story, street: &str, items: &[&Item]) -> Draft {
    let mut by_number: BTreeMap<Number, Vec<usize>> = BTreeMap::new();
    items.iter().for_each(|i| by_number.entry(i.number).or_default().push(i.member));
    let verdict = verdict(items);
    let values = by_number.into_iter().map(|(n, members)| (n.in_words(), members)).collect();
    let label = format!("where on {}", story.claims[items[0].member].claim.text);
    Draft { kind: GroupKind::Place, identity: format!("address {street}"), label, verdict, values }
}

/// The verdict over all numbers of a group. Two that do not fit are a conflict only where the words around tell of one matter, since a long
/// street may have two.
fn verdict(items: &[&Item]) -> Verdict {
    let pairs = || items.iter().enumerate().flat_map(|(n, a)| items[n + 1..].iter().map(move |b| (*a, *b)));
    let all = || items.iter().map(|i| i.number).collect::<BTreeSet<_>>().into_iter().map(Number::in_words).collect::<Vec<_>>().join(", ");
    let one_matter = |(a, b): (&Item, &Item)| a.stems.iter().any(|s| s != "block" && b.stems.contains(s));
    let mut apart = pairs().filter(|(a, b)| !a.number.fits(b.number)).peekable();
    if apart.peek().is_none() {
        return match items.iter().all(|i| i.number == items[0].number) {
            true => Verdict::new(Status::Agree, Reason::Same, "the same number everywhere"),
            false => Verdict::new(Status::Compatible, Reason::Containment, "the number lies in the block"),
        };
    }
    match apart.any(one_matter) {
        true => Verdict::new(Status::Conflict, Reason::Disjoint, format!("{}: not one place on the street", all())),
        false => Verdict::new(Status::Unresolved, Reason::MissingScope, format!("{}: it may be two matters on one street", all())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_before_a_street() {
        let of = |words| number_before(words).map(|n| (n.house, n.block));
        assert_eq!(of("was shot in the 1200 block of "), Some((1200, true)));
        assert_eq!(of("fire in the 900-block of "), Some((900, true)));
        assert_eq!(of("a house at 17 "), Some((17, false)));
        assert_eq!((of("on "), of("in the block of "), of("")), (None, None, None));
    }

    #[test]
    fn streets_however_abbreviated() {
        assert_eq!(street("E. 5th St"), Some((Some("east"), "5th street".to_owned())));
        assert_eq!(street("N.W. 5th St."), Some((Some("northwest"), "5th street".to_owned())));
        assert_eq!(street("North Oak Lane"), Some((Some("north"), "oak lane".to_owned())));
        assert_eq!(street("North Street"), Some((None, "north street".to_owned())));
        assert_eq!((street("Oak Hill"), street("Street")), (None, None));
    }

    #[test]
    fn a_house_lies_in_its_block_and_two_matters_have_two() {
        let at = |house, block, word: &str| Item { member: 0, article: 0, number: Number { house, block }, stems: vec![word.to_owned()] };
        let status = |a: Item, b: Item| verdict(&[&a, &b]).status;
        assert_eq!(status(at(1200, true, "shot"), at(1200, true, "fire")), Status::Agree);
        assert_eq!(status(at(1200, true, "shot"), at(1213, false, "fire")), Status::Compatible);
        assert_eq!(status(at(1200, true, "shot"), at(1300, true, "shot")), Status::Conflict);
        assert_eq!(status(at(1200, true, "shot"), at(1300, true, "fire")), Status::Unresolved);
    }
}
