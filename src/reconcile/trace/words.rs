//! The parts of a key in the words of the articles: nobody has written `person:dimitris-vamvakas` or `peopl`.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::PartName;
use crate::lexicon::lexicon;
use crate::lexicon::stem::stem_of;
use crate::reconcile::names::called::Names;
use crate::reconcile::story::Story;

/// How the articles write what the keys of some claims hold.
pub struct Written<'a> {
    names: Names<'a>,
    /// All their sentences.
    text: String,
    /// From stems to the first word that has it.
    words: FxHashMap<String, String>,
}

impl<'a> Written<'a> {
    pub fn of(story: &'a Story, members: &[usize]) -> Self {
        let text = members.iter().map(|m| story.passage(*m)).collect::<Vec<_>>().join(" ");
        let mut words = FxHashMap::default();
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
            words.entry(stem_of(word).to_string()).or_insert_with(|| word.to_owned());
        }
        Written { names: Names::of(story), text, words }
    }

    /// The values of a part, each in words; two that are called alike are told apart by what they are taken for.
    pub fn values(&self, part: PartName, values: Vec<(String, usize)>) -> Vec<(String, usize)> {
        let called: Vec<String> = values.iter().map(|(value, _)| self.value(part, value)).collect();
        let mut times: BTreeMap<&str, usize> = BTreeMap::new();
        called.iter().for_each(|c| *times.entry(c).or_default() += 1);
        let name = |((value, n), called): ((String, usize), &String)| match taken_for(&value) {
            Some(kind) if times[called.as_str()] > 1 => (format!("{called} as {kind}"), n),
            _ => (called.clone(), n),
        };
        values.into_iter().zip(&called).map(name).collect()
    }

    fn value(&self, part: PartName, value: &str) -> String {
        match part {
            PartName::Concept => lexicon().concepts.named(value).map_or(value, |c| c.label).to_owned(),
            PartName::Act | PartName::Time | PartName::Office | PartName::Claimer => value.to_owned(),
            _ if value.contains(':') => self.names.name(value, &self.text),
            _ => self.words.get(value).map_or(value, String::as_str).to_owned(),
        }
    }
}

/// What the kind of an entity's id says.
fn taken_for(id: &str) -> Option<&'static str> {
    match id.split_once(':')?.0 {
        "person" => Some("a person"),
        "place" => Some("a place"),
        "org" => Some("an organisation"),
        _ => None,
    }
}
