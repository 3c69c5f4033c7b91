//! Who leads an organisation, according to each source: "the merged group will be led by Ana Lee", "Ben Ode will run the merged group".

use std::collections::{BTreeMap, BTreeSet};

use super::called::Names;
use super::entities::bare;
use super::group::{Draft, GroupKind, Reason, Status, Verdict};
use super::owners::{CROWD, NEW, last_words, merged_in, object, plain, subject};
use super::story::Story;
use crate::lexicon::role_synonyms::{before_office, office};

/// A person with the organisation that he or she leads.
struct Item<'a> {
    member: usize,
    line: usize,
    person: &'a str,
}

/// A group for each organisation of which articles each name one leader.
pub fn groups(story: &Story, names: &Names) -> Vec<Draft> {
    let mut led: BTreeMap<String, Vec<Item>> = BTreeMap::new();
    for (member, m) in story.claims.iter().enumerate() {
        let Some(person) = m.claim.person.as_ref().filter(|p| p.name.contains(' ')) else { continue };
        let person = story.entities.id(m.line, &person.entity);
        if let Some(owner) = led_by(story.before(member)).or_else(|| leads(story.behind(member))) {
            led.entry(owner).or_default().push(Item { member, line: m.line, person });
        }
    }
    led.into_iter().filter_map(|(owner, items)| draft(story, names, &owner, &items)).collect()
}

/// Whom the words before a name have led by that person: `the merged group will be run by`, a title between or none.
fn led_by(before: &str) -> Option<String> {
    const TITLE: usize = 9;
    const LED: [&str; 6] = ["led", "run", "headed", "managed", "steered", "helmed"];
    const ENDS: [&str; 8] = ["and", "as", "for", "from", "in", "or", "to", "with"];
    let words = last_words(before);
    let by = (1..words.len()).rev().take(TITLE).find(|i| plain(words[*i]) == "by")?;
    let told = LED.contains(&plain(words[by - 1]).as_str()) && !words[by + 1..].iter().any(|w| ENDS.contains(&plain(w).as_str()));
    let of = &words[..by - 1];
    told.then(|| subject(of).or_else(|| merged_in(of))).flatten()
}

/// What the words behind a name have that person lead: `will run the merged group`, `is to be chief executive of the merged group`.
fn leads(behind: &str) -> Option<String> {
    const LONGEST: usize = 16;
    const VERBS: [&str; 6] = ["head", "lead", "manage", "run", "steer", "helm"];
    const BEFORE: [&str; 7] = ["will", "is", "are", "to", "would", "set", "due"];
    let words: Vec<&str> = behind.split_whitespace().take(LONGEST).collect();
    let from = words.iter().position(|w| !BEFORE.contains(&plain(w).as_str())).filter(|i| *i > 0)?;
    if VERBS.contains(&plain(words[from]).as_str()) {
        return object(&words[from + 1..]);
    }
    let be = ["be", "become", "serve"].contains(&plain(words[from]).as_str());
    let of = words.iter().position(|w| plain(w) == "of").filter(|i| be && *i > from + 1)?;
    let title: Vec<String> =
        words[from + 1..of].iter().map(|w| plain(w)).filter(|w| !matches!(w.as_str(), "the" | "its" | "as" | "new")).collect();
    is_head(&title.join(" ")).then(|| object(&words[of..])).flatten()
}

/// A title of who leads an organisation alone.
fn is_head(title: &str) -> bool {
    let one_of_many = title == "director" || !before_office(title).is_empty();
    !one_of_many && matches!(office(title), "chief executive" | "chief")
}

/// The leaders of an organisation, if each article gives one and none names another's.
fn draft(story: &Story, names: &Names, owner: &str, items: &[Item]) -> Option<Draft> {
    let pairs = || items.iter().enumerate().flat_map(|(n, a)| items[n + 1..].iter().map(move |b| (a, b)));
    let people: BTreeSet<&str> = items.iter().map(|i| i.person).collect();
    let lines: BTreeSet<usize> = items.iter().map(|i| i.line).collect();
    if lines.len() < 2
        || items.len() > CROWD
        || !story.are_of_one_month(items.iter().map(|i| i.member))
        || pairs().any(|(a, b)| a.line == b.line && a.person != b.person)
    {
        return None;
    }
    let apart = pairs().find(|(a, b)| a.person != b.person);
    if apart.is_some_and(|(a, b)| people.len() > 2 || are_spelled_alike(a.person, b.person)) {
        return None;
    }
    let called = if owner == NEW { "merged company" } else { owner };
    let verdict = match apart {
        Some((a, b)) => {
            let why = format!("led by {} and by {}", names.name(a.person, ""), names.name(b.person, ""));
            Verdict::new(Status::Conflict, Reason::Disjoint, why)
        }
        None => Verdict::new(Status::Agree, Reason::Same, "the same person everywhere"),
    };
    let mut values: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    items.iter().for_each(|i| values.entry(i.person).or_default().push(i.member));
    let values = values.into_values().map(|m| (story.claims[m[0]].claim.text.to_string(), m)).collect();
    Some(Draft { kind: GroupKind::Role, identity: format!("head {owner}"), label: format!("who leads: {called}"), verdict, values })
}

/// Two names that may be one person's.
fn are_spelled_alike(a: &str, b: &str) -> bool {
    const ALIKE: f64 = 0.8;
    let surname = |p: &str| bare(p).rsplit('-').next().unwrap_or_default().to_owned();
    strsim::jaro_winkler(bare(a), bare(b)) > ALIKE || strsim::jaro_winkler(&surname(a), &surname(b)) > ALIKE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whom_somebody_leads() {
        for text in ["The merged group will be led by ", "The combined company is to be run by its chief executive, "] {
            assert_eq!(led_by(text).as_deref(), Some(NEW), "{text}");
        }
        assert_eq!(led_by("The combined company will be based in Oslo and led by Norvik's boss, ").as_deref(), Some(NEW));
        assert_eq!(led_by("Norvik Shipping, which is run by ").as_deref(), Some("norvik shipping"));
        let none = ["A search party led by ", "The merged group was praised by ", "The merged group is led by a team with "];
        assert!(none.iter().all(|text| led_by(text).is_none()));
        for text in
            [" will run the merged group.", " is to be chief executive of the combined company,", " will become head of the new group"]
        {
            assert_eq!(leads(text).as_deref(), Some(NEW), "{text}");
        }
        let none = [" will be deputy head of the merged group", " will leave the merged group", " will run in the election"];
        assert!(none.iter().all(|text| leads(text).is_none()));
    }
}
