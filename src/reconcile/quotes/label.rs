//! What a group of quotations is called: who speaks, and the words that all have.

use rustc_hash::FxHashMap;

use super::item::{Item, length, longest, of_each_text};
use super::versions::contains;
use crate::claim::entity;
use crate::lexicon::{class, lexicon};
use crate::reconcile::story::Story;

/// The label of a group; `decided`: the one of the two versions that decided its verdict, where they differ.
pub fn label(story: &Story, items: &[&Item], decided: Option<&Item>) -> String {
    let shown = decided.or_else(|| shared(items)).or_else(|| longest(items));
    let opening = shown.map_or(String::new(), |i| opening(&story.claims[i.member].claim.text));
    let who = speaker(story, items).map(|who| format!("{who}{}", another(items, who)));
    format!("{}: {opening}", who.as_deref().unwrap_or("no speaker named"))
}

/// ` or Maria Ferro`, where some give the words to somebody else: a label that named one of two would take a side.
fn another(items: &[&Item], who: &str) -> String {
    let names = || items.iter().filter_map(|i| i.name.as_ref().or(i.reckoned.as_ref()));
    let first = names().find(|n| who.contains(&n.written) || n.written.contains(who));
    first.and_then(|n| names().find(|o| !o.is_like(n))).map_or(String::new(), |o| format!(" or {}", o.written))
}

/// The speaker: a person before a body, and both before one without a name; of several the one whom most mentions name, then the one with a
/// full name.
fn speaker<'a>(story: &Story<'a>, items: &[&Item]) -> Option<&'a str> {
    let named = |i: &Item| match i.quote.entity.as_deref() {
        Some(e) if entity::is_person(e) => 2,
        Some(e) if !entity::is_place(e) => 1,
        _ => 0,
    };
    let id = |i: &Item| i.quote.entity.as_deref().map(|e| story.entities.id(story.claims[i.member].article, e).to_owned());
    let said_by = items.iter().filter_map(|i| Some((named(i), id(i), story.claims[i.member].claim.claimer.as_deref()?)));
    let said_by: Vec<(i32, Option<String>, &str)> = said_by.filter(|(_, _, who)| is_somebody(who)).collect();
    let mut times: FxHashMap<&Option<String>, usize> = FxHashMap::default();
    for (_, id, _) in &said_by {
        *times.entry(id).or_default() += 1;
    }
    said_by.iter().max_by_key(|(named, id, who)| (*named, times[id], who.len())).map(|(_, _, who)| *who)
}

/// `One`, `the original`, `Some`: a word that stands for somebody without telling who.
fn is_somebody(who: &str) -> bool {
    let lower = who.to_lowercase();
    let words = lower.strip_prefix("the ").unwrap_or(&lower);
    let l = lexicon();
    let classes = l.words.classes(l.words.id(words));
    !(classes.any(class::NUMBER.and(class::DETERMINER)) || matches!(words, "original" | "latter" | "former"))
}

/// The version whose words all others have in one piece.
fn shared<'i, 'a>(items: &[&'i Item<'a>]) -> Option<&'i Item<'a>> {
    let texts = of_each_text(items);
    let shortest = texts.iter().copied().min_by_key(|i| (length(i), i.member))?;
    texts.iter().all(|i| contains(&i.said.words, &shortest.said.words)).then_some(shortest)
}

/// The first words of a quotation.
fn opening(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() > 9 {
        return format!("{} …", words[..8].join(" "));
    }
    // a comma or full stop before the closing mark is the sentence's around it
    let whole = words.join(" ");
    whole.strip_suffix([',', '.']).filter(|w| !w.ends_with('.')).map_or_else(|| whole.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_ends_without_the_mark_of_its_sentence() {
        assert_eq!(opening("useful,"), "useful");
        assert_eq!(opening("We will see."), "We will see");
        assert_eq!(opening("We will see ..."), "We will see ...");
        assert_eq!(opening("Will we see?"), "Will we see?");
    }

    #[test]
    fn who_has_no_name_is_no_speaker() {
        assert!(!is_somebody("One") && !is_somebody("the original"));
        assert!(is_somebody("Orla Keene") && is_somebody("the inspector general"));
    }
}
