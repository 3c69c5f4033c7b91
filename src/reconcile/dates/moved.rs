//! Days that a text says were given in place of others: "postponed from June 14 to September 20".

use super::item::Item;
use crate::reconcile::cluster::Link;
use crate::reconcile::story::Story;
use crate::reconcile::twins;
use crate::value::Interval;

/// The moves that the articles of a story tell, each as the new date and the old one.
pub struct Moves(Vec<(usize, usize)>);

impl Moves {
    pub fn of(story: &Story, items: &[Item]) -> Self {
        let start = |i: &Item| story.claims[i.member].claim.start;
        let old = |new: &Item| {
            let from = story.claims[new.member].key.changed_from?;
            items.iter().position(|i| i.article == new.article && start(i) == from)
        };
        Moves(items.iter().enumerate().filter_map(|(n, i)| Some((n, old(i)?))).collect())
    }

    pub fn links(&self) -> impl Iterator<Item = Link> + '_ {
        self.0.iter().map(|&(a, b)| Link { a, b, score: twins::sureness(false) })
    }

    /// One of the two is, or is as the old day of a move, the other as the new one.
    pub fn are(&self, items: &[Item], a: usize, b: usize) -> bool {
        let turned = |a: usize, b: usize| self.0.iter().any(|&(new, old)| stands_for(items, a, new, old) && stands_for(items, b, old, new));
        turned(a, b) || turned(b, a)
    }

    /// The old and the new days of the move of which a group has both.
    pub fn within(&self, items: &[Item], group: &[usize]) -> Option<(Interval, Interval)> {
        let (new, old) = self.0.iter().find(|(new, old)| group.contains(new) && group.contains(old))?;
        items[*old].days.zip(items[*new].days)
    }
}

/// It is a date of the move, or has the days of it and not those of the other.
fn stands_for(items: &[Item], n: usize, of: usize, other: usize) -> bool {
    let meets = |m: usize| items[n].days.zip(items[m].days).is_some_and(|(x, y)| x.overlaps(y));
    n == of || meets(of) && !meets(other)
}
