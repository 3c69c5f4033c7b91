//! What the words of two keys say about whether the figures measure the same, part by part.

use super::item::Item;
use super::weight;

/// What the words of two keys say, part by part.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    pub head: f32,
    pub concept: f32,
    pub base: f32,
    pub subject: f32,
    pub time: f32,
    pub terms: f32,
    pub entities: f32,
    /// The thing measured is the only one of its kind in a story: its war.
    pub one_of_a_kind: bool,
    /// One key names that thing, the other names none.
    pub may_be_of_a_kind: bool,
    /// Both count the same people: the story's own dead or injured, or those who live in one place.
    pub toll: bool,
    /// Both are dated, and not alike.
    pub other_time: bool,
    /// They count people of two sorts (officers, protesters), or a part and the whole (electricians, workers).
    pub two_sorts: bool,
}

impl Words {
    /// All parts together.
    pub fn score(&self) -> f32 {
        let whole = if self.one_of_a_kind { weight::ONE_OF_A_KIND } else { 0.0 };
        let toll = if self.toll { weight::TOLL } else { 0.0 };
        whole + toll + self.head + self.concept + self.base + self.subject + self.time + self.terms + self.entities
    }

    /// Whether two may be members of one group beside the pair that a contradiction rests on: they share what is measured and something
    /// around it.
    pub fn goes_along(&self) -> bool {
        const ALONG: f32 = 0.8;
        let shared = !self.excludes() && self.score() >= ALONG;
        shared || self.one_of_a_kind || self.may_be_of_a_kind || self.toll
    }

    /// A part of what is measured surely differs.
    pub fn excludes(&self) -> bool {
        self.head < 0.0 || self.concept < 0.0 || self.base < 0.0 || self.two_sorts || self.other_time && !self.toll
    }

    /// The measured thing itself is shared.
    pub fn measured(&self) -> bool {
        self.head > 0.0 || self.concept > 0.0 || self.base > 0.0
    }

    /// How alike the words and names around are, from 0 to 2.
    pub fn alike(&self) -> f32 {
        self.terms / weight::TERMS + self.entities / weight::ENTITIES
    }

    /// They share the owner of the figure, or most of the sentence; without that, two figures of one kind are two things.
    pub fn same_scene(&self) -> bool {
        let needed = match self.subject {
            _ if self.one_of_a_kind => 0.0,
            s if self.toll && s >= 0.0 => 0.2,
            s if s > 0.0 => 0.25,
            s if s < 0.0 => 0.9,
            _ => 0.4,
        };
        self.alike() >= needed
    }

    /// Something of what is measured is shared.
    pub fn anchored(&self) -> bool {
        self.measured() || self.terms > 0.0
    }
}

/// The least likeness of nearly equal sentences.
pub const NEARLY_ONE_SENTENCE: f32 = 1.5;

/// It counts people for nothing in particular, who may be any people.
pub fn is_anybody(i: &Item) -> bool {
    i.family == Some("people")
}

/// People counted for nothing in particular, in two sentences that are not nearly equal.
pub fn are_anybody(x: &Item, y: &Item, words: &Words) -> bool {
    is_anybody(x) && is_anybody(y) && words.concept <= 0.0 && words.alike() < NEARLY_ONE_SENTENCE
}
