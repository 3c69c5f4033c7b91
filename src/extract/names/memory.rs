//! What the first pass found in the article, as evidence for the second.

use std::hash::Hasher;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHasher};

use super::Segment;
use super::feature::{Props, props, recall};
use super::unit::Unit;
use super::weights::Label;
use crate::extract::Context;
use crate::text::Kind;

/// By a hash of the words (in lower case): what they were taken for.
#[derive(Default)]
pub struct Memory {
    whole: FxHashMap<u64, Votes>,
    parts: FxHashMap<u64, Props>,
}

#[derive(Clone, Copy, Default)]
struct Votes {
    by_label: [i32; 6],
    mentions: u32,
}

impl Memory {
    pub fn of(cx: &Context, segments: &[Segment]) -> Self {
        let mut memory = Memory::default();
        for s in segments {
            memory.learn(cx, s);
        }
        memory
    }

    fn learn(&mut self, cx: &Context, s: &Segment) {
        let votes = self.whole.entry(hash(cx, s.tokens.clone())).or_default();
        votes.by_label[s.label as usize] += s.margin.clamp(1, 300);
        votes.mentions += 1;
        let words = || s.tokens.clone().filter(|i| cx.tokens.all[*i].is_capital());
        if words().nth(1).is_none() {
            return;
        }
        let (first, last) = (words().next().unwrap_or(0), words().next_back().unwrap_or(0));
        match s.label {
            Label::Person => {
                self.part(cx, first, recall::FIRST_OF_PERSON);
                self.part(cx, last, recall::LAST_OF_PERSON);
            }
            Label::Organisation => {
                words().for_each(|w| self.part(cx, w, recall::PART_OF_ORGANISATION));
                self.initials(cx, s);
            }
            Label::Place => words().for_each(|w| self.part(cx, w, recall::PART_OF_PLACE)),
            _ => {}
        }
    }

    fn part(&mut self, cx: &Context, token: usize, bit: u8) {
        let p = self.parts.entry(hash(cx, token..token + 1)).or_default();
        p.set(bit, true);
    }

    /// `National Rifle Association` will be meant by `NRA`.
    fn initials(&mut self, cx: &Context, s: &Segment) {
        let mut hasher = FxHasher::default();
        for t in cx.tokens.all[s.tokens.clone()].iter().filter(|t| t.is_capital()) {
            if let Some(b) = cx.tokens.text.as_bytes().get(t.start as usize) {
                hasher.write_u8(b.to_ascii_lowercase());
            }
        }
        self.parts.entry(hasher.finish()).or_default().set(recall::ABBREVIATES, true);
    }

    /// What is known of these units from elsewhere.
    pub fn recall(&self, cx: &Context, units: &[Unit]) -> Props {
        if self.whole.is_empty() {
            return Props::default();
        }
        let tokens = units[0].tokens.start..units[units.len() - 1].tokens.end;
        let key = hash(cx, tokens);
        let mut p = Props::default();
        if units.len() == 1 {
            p = self.parts.get(&key).copied().unwrap_or_default();
            p.set(recall::ABBREVIATES, p.any(recall::ABBREVIATES) && units[0].props.any(props::ACRONYM));
        }
        if let Some(votes) = self.whole.get(&key).filter(|v| v.mentions > 1) {
            let best = (0..6).max_by_key(|l| votes.by_label[*l]).unwrap_or(0);
            p.set(SAME[best], true);
        }
        p
    }
}

impl Memory {
    /// Two names with a hyphen between them, each known by itself: `Putin-Witkoff talks`.
    pub fn are_two(&self, cx: &Context, units: &[Unit]) -> bool {
        let [first, hyphen, second] = units else { return false };
        hyphen.props.any(props::HYPHEN) && self.is_whole(cx, first) && self.is_whole(cx, second)
    }

    fn is_whole(&self, cx: &Context, unit: &Unit) -> bool {
        let key = hash(cx, unit.tokens.clone());
        let last_of_person = self.parts.get(&key).is_some_and(|p| p.any(recall::LAST_OF_PERSON));
        last_of_person || self.whole.get(&key).is_some_and(|v| v.by_label[Label::Person as usize] + v.by_label[Label::Place as usize] > 0)
    }
}

const SAME: [u8; 6] =
    [recall::SAME_NONE, recall::SAME_PERSON, recall::SAME_PLACE, recall::SAME_ORGANISATION, recall::SAME_PEOPLE, recall::SAME_OTHER];

/// A hash of the words in lower case; of one word the same as of its letters.
fn hash(cx: &Context, tokens: Range<usize>) -> u64 {
    let mut hasher = FxHasher::default();
    for (n, i) in tokens.enumerate() {
        let t = &cx.tokens.all[i];
        if n > 0 && t.kind == Kind::Word {
            hasher.write_u8(b' ');
        }
        t.text(cx.tokens.text).bytes().filter(|b| *b != b'.').for_each(|b| hasher.write_u8(b.to_ascii_lowercase()));
    }
    hasher.finish()
}
