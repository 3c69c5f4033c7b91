//! What a group of quotations is called: who speaks, and the words that all have.

use super::quote_item::{Item, length, longest, of_each_text};
use super::quote_versions::contains;
use super::story::Story;

/// The label of a group; `decided`: the one of the two versions that decided its verdict, where they differ.
pub fn label(story: &Story, items: &[&Item], decided: Option<&Item>) -> String {
    let shown = decided.or_else(|| shared(items)).or_else(|| longest(items));
    let opening = shown.map_or(String::new(), |i| opening(&story.claims[i.member].claim.text));
    format!("{}: {opening}", speaker(story, items).unwrap_or("no speaker named"))
}

/// Who speaks: a person before a body, and both before whoever has no name; of several the one that is named in full.
fn speaker<'a>(story: &Story<'a>, items: &[&Item]) -> Option<&'a str> {
    let named = |i: &Item| match i.quote.entity.as_deref() {
        Some(e) if e.starts_with("person:") => 2,
        Some(e) if !e.starts_with("place:") => 1,
        _ => 0,
    };
    let said_by = items.iter().filter_map(|i| Some((named(i), story.claims[i.member].claim.claimer.as_deref()?)));
    said_by.max_by_key(|(named, who)| (*named, who.len())).map(|(_, who)| who)
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
    if words.len() <= 9 { words.join(" ") } else { format!("{} …", words[..8].join(" ")) }
}
