//! What was planted: facts with their mentions, and the status that any group of mentions deserves.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use claimdiff::reconcile::group::Status;
use jiff::civil::Date;

use super::scene::Kind;

/// How a mention puts its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The same value, however written.
    Exact,
    /// Another form of the same that may be seen as equal or as compatible: a shorter title.
    Near,
    /// Hedged, rounded, converted, coarser, shortened with a mark.
    Loose,
}

/// Where an article states a fact.
#[derive(Clone, Debug)]
pub struct Mention {
    pub fact: usize,
    pub article: usize,
    /// Bytes of the article.
    pub span: Range<usize>,
    pub text: String,
    /// 0 for the truth, another number for each other state of the world.
    pub state: i64,
    pub form: Form,
}

#[derive(Clone, Debug)]
pub struct Fact {
    pub kind: Kind,
    /// The scene and the name in it.
    pub name: String,
    /// A count that later reports may raise.
    pub grows: bool,
    /// No word of the sentences shows the program what it is about.
    pub novel: bool,
}

/// A story with its truth.
pub struct Story {
    pub files: Vec<(String, String)>,
    pub published: Vec<Date>,
    pub facts: Vec<Fact>,
    pub mentions: Vec<Mention>,
}

impl Story {
    /// The statuses that are right for a group of these mentions of one fact, the best first.
    pub fn deserved(&self, mentions: &[&Mention]) -> Vec<Status> {
        let states: BTreeSet<i64> = mentions.iter().map(|m| m.state).collect();
        if states.len() > 1 {
            let grows = mentions.first().is_some_and(|m| self.facts[m.fact].grows);
            return vec![if grows && self.rises(mentions) { Status::Changed } else { Status::Conflict }];
        }
        let letters =
            |text: &str| text.to_lowercase().chars().filter(|c| c.is_alphanumeric() || matches!(c, '.' | '\'')).collect::<String>();
        let texts: BTreeSet<String> = mentions.iter().map(|m| letters(&m.text)).collect();
        let any = |form| mentions.iter().any(|m| m.form == form);
        let role = mentions.first().is_some_and(|m| self.facts[m.fact].kind == Kind::Role);
        match texts.len() {
            // What of a title is put into a claim may differ though the text does not.
            1 if role => vec![Status::Agree, Status::Compatible],
            1 => vec![Status::Agree],
            _ if any(Form::Loose) => vec![Status::Compatible],
            _ if any(Form::Near) => vec![Status::Agree, Status::Compatible],
            _ => vec![Status::Agree],
        }
    }

    /// One value a day, and no later day has less. States of a growing count are numbered by their value.
    fn rises(&self, mentions: &[&Mention]) -> bool {
        let mut by_day: BTreeMap<Date, BTreeSet<i64>> = BTreeMap::new();
        for m in mentions {
            by_day.entry(self.published[m.article]).or_default().insert(m.state);
        }
        let series: Vec<i64> = by_day.values().filter_map(|s| s.first().copied()).collect();
        by_day.len() > 1 && by_day.values().all(|s| s.len() == 1) && series.is_sorted()
    }
}
