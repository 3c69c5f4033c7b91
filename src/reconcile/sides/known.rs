//! Which sentences already stand in a group as opposed.

use rustc_hash::FxHashMap;

use super::{Opposed, Side};
use crate::reconcile::group::{Draft, Status};
use crate::reconcile::story::Story;

/// The groups with contradicting claims, by the sentences of these.
#[derive(Default)]
pub struct Known {
    /// Numbers of groups, in order.
    groups: FxHashMap<u64, Vec<usize>>,
    count: usize,
}

impl Known {
    pub fn of<'d>(story: &Story, found: impl IntoIterator<Item = &'d Draft>) -> Self {
        let mut known = Known::default();
        found.into_iter().for_each(|draft| known.add(story, draft));
        known
    }

    pub fn add(&mut self, story: &Story, draft: &Draft) {
        if !matches!(draft.verdict.status, Status::Conflict | Status::Changed | Status::Unresolved) {
            return;
        }
        for member in draft.values.iter().flat_map(|(_, members)| members) {
            let of = self.groups.entry(story.sentence_number(*member)).or_default();
            if of.last() != Some(&self.count) {
                of.push(self.count);
            }
        }
        self.count += 1;
    }

    /// A group has claims of the sentences of both sides.
    pub(super) fn holds(&self, story: &Story, group: &Opposed) -> bool {
        let no = self.told(story, &group.no);
        !no.is_empty() && self.told(story, &group.yes).iter().any(|g| no.binary_search(g).is_ok())
    }

    /// One group has claims in the sentences of members from two articles.
    pub fn holds_two(&self, story: &Story, members: &[usize]) -> bool {
        let groups = members.iter().map(|m| (story.claims[*m].article, self.groups.get(&story.sentence_number(*m))));
        let all: Vec<(usize, usize)> = groups.flat_map(|(article, of)| of.into_iter().flatten().map(move |g| (*g, article))).collect();
        all.iter().any(|(g, article)| all.iter().any(|(h, other)| g == h && article != other))
    }

    /// The groups that have claims of the sentences of these sides.
    fn told(&self, story: &Story, sides: &[&Side]) -> Vec<usize> {
        let of = |s: &&Side| self.groups.get(&story.sentence_number(s.member));
        let mut groups: Vec<usize> = sides.iter().filter_map(of).flatten().copied().collect();
        groups.sort_unstable();
        groups
    }
}
