//! All claims of one story in one list, and what all modules ask about them.

use std::borrow::Cow;
use std::collections::BTreeSet;

use jiff::civil;
use rustc_hash::FxHashSet;

use super::entities::Entities;
use super::member::{Member, members};
use super::wordings::Wordings;
use crate::claim::Line;
use crate::lexicon::synonyms;
use crate::value::Interval;
use crate::value::time::MONTH;

/// Times that are farther apart are likely of two stories.
pub const DAYS_OF_ONE_STORY: i32 = 45;

/// The claims of one story, with what all kinds share.
pub struct Story<'a> {
    pub lines: &'a [Line],
    /// In order of source and text; a claim of a repeated block is left out.
    pub claims: Vec<Member<'a>>,
    /// Who is who over all articles.
    pub entities: Entities,
    /// The publication days of the dated articles, in order.
    published: Vec<civil::Date>,
    /// The words of sentences, read once.
    pub wordings: Wordings<'a>,
}

impl<'a> Story<'a> {
    /// `lines` are in the order in which they are compared, with origins assigned.
    pub fn new(lines: &'a [Line]) -> Self {
        let claims = members(lines);
        let mut published: Vec<civil::Date> = lines.iter().filter_map(|l| day(l.source.published.as_deref()?)).collect();
        published.sort_unstable();
        let entities = Entities::join(&claims);
        Story { lines, claims, entities, published, wordings: Wordings::default() }
    }

    /// The days in which it was reported. One dated article on something else changes nothing: most articles must be dated, and a day that
    /// lies far from all others does not count where these are several.
    pub fn days(&self) -> Option<Interval> {
        const SEVERAL: usize = 3;
        let all = &self.published[..];
        let together = |a: &civil::Date, b: &civil::Date| a.until(*b).is_ok_and(|s| s.get_days() <= DAYS_OF_ONE_STORY);
        let most = all.chunk_by(together).find(|days| days.len() >= SEVERAL && days.len() + 1 == all.len()).unwrap_or(all);
        let (first, last) = most.first().zip(most.last())?;
        if 2 * all.len() >= self.lines.len() { Interval::new(*first, last.tomorrow().ok()?) } else { None }
    }

    /// The publication day of the article of a claim.
    pub fn published(&self, member: usize) -> Option<civil::Date> {
        day(self.lines[self.claims[member].article].source.published.as_deref()?)
    }

    /// The articles that name a person, in whatever connection.
    pub fn articles_naming(&self, person: &str) -> BTreeSet<usize> {
        let is = |m: &&Member| m.claim.person.as_ref().is_some_and(|p| self.entities.id(m.article, &p.entity) == person);
        self.claims.iter().filter(is).map(|m| m.article).collect()
    }

    /// The articles of some claims are of one month, in which nobody is expected to change office or rank. One without a day is of any day
    /// of the story; true also where none is dated.
    pub fn are_of_one_month(&self, members: impl Iterator<Item = usize>) -> bool {
        let mut days: Vec<civil::Date> = Vec::new();
        for m in members {
            match self.published(m) {
                Some(day) => days.push(day),
                None => days.extend(self.published.first().into_iter().chain(self.published.last())),
            }
        }
        let ends = days.iter().min().zip(days.iter().max());
        ends.is_none_or(|(first, last)| first.until(*last).is_ok_and(|s| s.get_days() <= MONTH))
    }

    /// The text of the sentence that a claim stands in.
    pub fn sentence(&self, member: usize) -> &'a str {
        let m = &self.claims[member];
        self.lines[m.article].source.sentences.get(m.claim.sentence as usize).map_or("", |s| s.text.as_str())
    }

    /// What stands in that sentence behind the claim.
    pub fn behind(&self, member: usize) -> &str {
        let sentence = self.sentence(member);
        let end = self.claims[member].claim.end.saturating_sub(self.sentence_start(member)) as usize;
        sentence.char_indices().nth(end).map_or("", |(at, _)| &sentence[at..])
    }

    /// The words before it.
    pub fn before(&self, member: usize) -> &str {
        let sentence = self.sentence(member);
        let start = self.claims[member].claim.start.saturating_sub(self.sentence_start(member)) as usize;
        sentence.char_indices().nth(start).map_or("", |(at, _)| &sentence[..at])
    }

    /// The stems with which its clause goes on, each as the one that stands for all that mean the same.
    pub fn terms_behind(&self, member: usize) -> BTreeSet<&'a str> {
        self.claims[member].key.terms.iter().map(|t| synonyms::of(t)).collect()
    }

    /// The text of all sentences that a claim stands in.
    pub fn passage(&self, member: usize) -> Cow<'_, str> {
        let m = &self.claims[member];
        self.lines[m.article].source.around(m.claim).map_or(Cow::Borrowed(""), |(text, _)| text)
    }

    /// Where that sentence begins, in code points.
    pub fn sentence_start(&self, member: usize) -> u32 {
        let m = &self.claims[member];
        self.lines[m.article].source.sentences.get(m.claim.sentence as usize).map_or(0, |s| s.start)
    }

    /// A number for the sentence that a claim stands in, different for different sentences.
    pub fn sentence_number(&self, member: usize) -> u64 {
        let m = &self.claims[member];
        (m.article as u64) << 32 | m.claim.sentence as u64
    }

    /// The sources of some claims, each once, in order of their ids.
    pub fn source_ids(&self, members: &[usize]) -> Vec<String> {
        let mut lines: Vec<usize> = members.iter().map(|m| self.claims[*m].article).collect();
        lines.sort_unstable();
        lines.dedup();
        let mut ids: Vec<String> = lines.into_iter().map(|l| self.lines[l].source.id.clone()).collect();
        ids.sort_unstable();
        ids
    }

    /// How many origins some claims have.
    pub fn origins(&self, members: &[usize]) -> u32 {
        members.iter().map(|m| self.claims[*m].origin).collect::<FxHashSet<_>>().len() as u32
    }
}

/// The day of an EDTF date of day precision.
fn day(edtf: &str) -> Option<civil::Date> {
    edtf.parse().ok()
}
