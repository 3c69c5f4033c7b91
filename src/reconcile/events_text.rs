//! What a group of events is called, and how its values read.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::events::Item;
use super::story::Story;
use crate::claim::Modality;
use crate::lexicon::events::EventConcept;

/// What the entities of a story are called.
pub struct Names<'a>(FxHashMap<&'a str, &'a str>);

impl<'a> Names<'a> {
    /// The longest name that a person or place bears in the articles.
    pub fn of(story: &'a Story) -> Self {
        let mut names: FxHashMap<&str, &str> = FxHashMap::default();
        for m in &story.claims {
            let person = m.claim.person.as_ref().map(|p| (p.entity.as_str(), p.name.as_str()));
            let place = m.claim.place.as_ref().map(|p| (p.entity.as_str(), p.name.as_str()));
            if let Some((entity, name)) = person.or(place) {
                let known = names.entry(story.entities.id(m.line, entity)).or_insert(name);
                if name.len() > known.len() {
                    *known = name;
                }
            }
        }
        Names(names)
    }

    pub fn name(&self, entity: &str) -> String {
        self.0.get(entity).map_or_else(|| plain(entity), |n| (*n).to_owned())
    }
}

/// Words for an entity id: `org:white-house` → `White House`.
pub fn plain(entity: &str) -> String {
    let slug = entity.split_once(':').map_or(entity, |(_, s)| s);
    const INITIALS: usize = 4;
    if entity.starts_with("org:") && slug.len() <= INITIALS {
        return slug.to_uppercase();
    }
    let capital = |w: &str| w.chars().next().map(|c| c.to_uppercase().chain(w.chars().skip(1)).collect::<String>()).unwrap_or_default();
    slug.split('-').map(capital).collect::<Vec<_>>().join(" ")
}

/// `meeting: Vladimir Putin, Steve Witkoff`.
pub fn label(names: &Names, concept: &EventConcept, who: &[&str]) -> String {
    let who: Vec<String> = who.iter().map(|e| names.name(e)).collect();
    if who.is_empty() { concept.label.to_owned() } else { format!("{}: {}", concept.label, who.join(", ")) }
}

/// Speakers whom nothing names.
const PRONOUNS: [&str; 7] = ["he", "she", "they", "I", "we", "it", "you"];

fn word(m: Modality) -> &'static str {
    match m {
        Modality::Done => "done",
        Modality::Planned => "planned",
        Modality::Possible => "possible",
        Modality::Cancelled => "cancelled",
        Modality::Denied => "denied",
        Modality::Claimed => "claimed",
        Modality::Negated => "not done",
    }
}

/// Each way in which it is told to have happened or not, and by whom where somebody says so, with its mentions.
pub fn values(names: &Names, items: &[&Item]) -> Vec<(String, Vec<usize>)> {
    let mixed = items.iter().any(|i| !i.concept.contests);
    let mut by_value: BTreeMap<(bool, Modality, Option<&str>), Vec<&Item>> = BTreeMap::new();
    for i in items {
        let says = matches!(i.event.modality, Modality::Claimed | Modality::Denied) || mixed && i.concept.contests;
        by_value.entry((mixed && i.concept.contests, i.event.modality, i.claimer.filter(|_| says))).or_default().push(i);
    }
    let shown = by_value.into_iter().map(|((contests, m, who), items)| {
        let what = if contests { items[0].concept.label } else { word(m) };
        let by = who.filter(|w| !PRONOUNS.contains(w)).map(|w| format!(" by {w}")).unwrap_or_default();
        (format!("{what}{by}{}", setting(names, &items)), items.iter().map(|i| i.member).collect())
    });
    shown.collect()
}

/// The closest day and the first place that the mentions give.
fn setting(names: &Names, items: &[&Item]) -> String {
    let day = items.iter().filter_map(|i| Some((i.days?.days(), i.event.edtf.as_deref()?))).min();
    let day = day.map(|(_, d)| format!(", {d}")).unwrap_or_default();
    let place = items.iter().find_map(|i| i.place).map(|p| format!(", {}", names.name(p))).unwrap_or_default();
    format!("{day}{place}")
}
