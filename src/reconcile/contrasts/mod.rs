//! Two articles tell the same except for one word: found by the victim's brother, found by her father; a fire of a candle, of a heater.
//!
//! No claim of an article holds such a word, since it matters only beside another article's. So the sentences that have a word of a family
//! of contrasts are held against each other by the words around it, and those that tell of one thing with two words of the family give a
//! claim each. Whether both can be true is left to the reader. So is what somebody denies in one article and the other tells as a fact.

mod denials;
mod negations;
mod outcomes;
mod pairs;
mod passage;
mod strangers;
mod turned;

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{BuildHasher, Hasher};

use rustc_hash::{FxBuildHasher, FxHashMap};

use self::pairs::{Articles, DENIAL, NEGATION, Place, STRANGER, TURNED, What, are_of_one, is_told_there};
use self::passage::Passage;
use super::cluster::candidates;
use super::group::{Draft, GroupKind, Reason, Status, Verdict};
use super::sides::known::Known;
use super::story::Story;
use crate::claim::{BlockRole, Claim, ClaimKind, Event, Line, Modality, Side};
use crate::lexicon::outcomes::is_matter;
use crate::lexicon::{class, contrasts, lexicon};

/// The concept of these claims.
const CONCEPT: &str = "contrast";
/// The most words of one family in one article that are looked at.
const MOST: usize = 48;

/// Adds to each line the words by which it contrasts with another.
pub fn add(lines: &mut [Line]) {
    if lines.len() < 2 {
        return;
    }
    let passages = Passage::all(lines);
    let articles = Articles::of(&passages, lines);
    let mut changed = vec![false; lines.len()];
    for (number, group) in found(&passages, &articles, &places(&passages)).into_iter().enumerate() {
        for place in group {
            let p = &passages[place.passage];
            let line = &mut lines[p.article];
            if let Some(claim) = claim(line, p, &place, number) {
                line.claims.push(claim);
                changed[p.article] = true;
            }
        }
    }
    for (line, _) in lines.iter_mut().zip(changed).filter(|(_, changed)| *changed) {
        line.claims.sort_by_key(|c| (c.byte_start, c.byte_end, c.kind));
    }
}

/// The words of all families and the names in all passages, at most [`MOST`] per family and article.
fn places(passages: &[Passage]) -> Vec<Place> {
    let mut counts: FxHashMap<(usize, u16), usize> = FxHashMap::default();
    let mut all = Vec::new();
    for (passage, p) in passages.iter().enumerate() {
        let words = p.words.iter().enumerate().flat_map(|(i, w)| contrasts::of(&w.lower).iter().map(move |c| (i..i + 1, What::Word(*c))));
        for (words, what) in words.chain(p.names().into_iter().map(|name| (name, What::Name))) {
            let place = Place { passage, words, what };
            let count = counts.entry((p.article, place.family())).or_default();
            *count += 1;
            if *count <= MOST {
                all.push(place);
            }
        }
    }
    all
}

/// Places that contrast with each other; pairs that share a place are one group.
fn found(passages: &[Passage], articles: &Articles, places: &[Place]) -> Vec<Vec<Place>> {
    let mut by_article: BTreeMap<(usize, u16), Vec<&Place>> = BTreeMap::new();
    for place in places {
        by_article.entry((passages[place.passage].article, place.family())).or_default().push(place);
    }
    let there = |article: usize, family: u16| by_article.get(&(article, family)).into_iter().flatten().copied();
    let features: Vec<Vec<u64>> = places.iter().map(|p| features(&passages[p.passage], p)).collect();
    let mut pairs: Vec<(Place, Place)> = Vec::new();
    for (i, j) in candidates(&features, |i| places[i].passage) {
        let (a, b) = (&places[i], &places[j]);
        let (x, y) = (passages[a.passage].article, passages[b.passage].article);
        let told = || is_told_there(passages, a, there(y, a.family())) || is_told_there(passages, b, there(x, b.family()));
        if x == y || !are_of_one(passages, articles, a, b) || told() {
            continue;
        }
        pairs.push((a.clone(), b.clone()));
    }
    let others = denials::pairs(passages)
        .into_iter()
        .chain(negations::pairs(passages))
        .chain(turned::pairs(passages))
        .chain(outcomes::pairs(passages));
    let others = others.chain(strangers::pairs(passages, articles));
    let of_one_time = others.filter(|(a, b)| articles.are_of_one_time(passages, a, b));
    let mut groups: Vec<Vec<Place>> = Vec::new();
    of_one_word(&pairs).into_iter().chain(of_one_time).for_each(|(a, b)| add_pair(&mut groups, &a, &b));
    groups
}

/// The pairs of which two sentences have but one: where they differ in two words, they tell of two things ("the driver of the bus was badly
/// hurt", "the driver of the lorry was slightly hurt").
fn of_one_word(pairs: &[(Place, Place)]) -> Vec<(Place, Place)> {
    let ordered = |(a, b): &(Place, Place)| if a.passage < b.passage { (a.clone(), b.clone()) } else { (b.clone(), a.clone()) };
    let mut by_sentences: BTreeMap<(usize, usize), Vec<(Place, Place)>> = BTreeMap::new();
    for (a, b) in pairs.iter().map(ordered) {
        by_sentences.entry((a.passage, b.passage)).or_default().push((a, b));
    }
    let alone = |of: &Vec<(Place, Place)>| of.iter().all(|(a, b)| a.words == of[0].0.words && b.words == of[0].1.words);
    by_sentences.into_values().filter(alone).flatten().collect()
}

/// Adds two places that contrast. A place that contrasts in two families is reported for the first only.
fn add_pair(groups: &mut Vec<Vec<Place>>, a: &Place, b: &Place) {
    let is = |p: &Place, q: &Place| (p.passage, &p.words) == (q.passage, &q.words);
    let holds = |group: &[Place], place: &Place| group.iter().any(|p| is(p, place));
    match groups.iter_mut().find(|g| holds(g, a) || holds(g, b)) {
        Some(group) if group[0].family() == a.family() => {
            for place in [a, b] {
                if !holds(group, place) {
                    group.push(place.clone());
                }
            }
        }
        Some(_) => {}
        None => groups.push(vec![a.clone(), b.clone()]),
    }
}

/// A hash of the family with each of the nearest words.
fn features(p: &Passage, place: &Place) -> Vec<u64> {
    let number = |word: &str| {
        let mut h = FxBuildHasher.build_hasher();
        h.write_u16(place.family());
        h.write(word.as_bytes());
        h.finish()
    };
    p.near(&place.words).into_iter().map(|w| number(&w.means)).collect()
}

fn claim(line: &Line, p: &Passage, place: &Place, number: usize) -> Option<Claim> {
    let words = &p.words[place.words.clone()];
    let bytes = words.first()?.bytes.start..words.last()?.bytes.end;
    let side = Side { matter: format!("{} {number}", place.name()).into(), ..Side::default() };
    let event = Event {
        concept: CONCEPT.into(),
        participants: Vec::new(),
        modality: Modality::Done,
        place: None,
        edtf: None,
        day: None,
        side: Some(Box::new(side)),
    };
    Some(Claim { event: Some(Box::new(event)), ..line.source.claim_at(ClaimKind::Event, p.sentence, bytes)? })
}

/// Adds the groups of contrasts that `drafts` do not have already. Events that are told to have ended in unlike ways are no agreement.
pub fn add_groups(story: &Story, drafts: &mut Vec<Draft>) {
    for contrast in groups(story, drafts) {
        let of_outcome = contrast.identity.split('|').nth(1).is_some_and(|family| is_matter(family) || contrasts::is_of_verbs(family));
        match drafts.iter_mut().find(|d| of_outcome && is_of_both(story, d, &contrast)) {
            Some(event) => {
                event.verdict =
                    Verdict { explanation: format!("{}; {}", contrast.verdict.explanation, event.verdict.explanation), ..contrast.verdict }
            }
            None => drafts.push(contrast),
        }
    }
}

/// Characters between the word of an outcome and the noun of what it is done to: `the`.
const NEXT: u32 = 6;

fn is_headline(story: &Story, member: usize) -> bool {
    story.claims[member].claim.block == BlockRole::Headline
}

/// The group takes claims of two articles that contrast for one event.
fn is_of_both(story: &Story, event: &Draft, contrast: &Draft) -> bool {
    let at_one = event.kind == GroupKind::Event && matches!(event.verdict.status, Status::Agree | Status::Compatible);
    let members = |d: &Draft| d.values.iter().flat_map(|(_, members)| members).copied().collect::<Vec<usize>>();
    // the words of an outcome, or the act whose outcome it is: "overturned the conviction"
    let of_act = event.values.iter().flat_map(|(_, of)| of).all(|m| story.claims[*m].key.verb.is_none() || is_headline(story, *m));
    let gap = if of_act { NEXT } else { 0 };
    let meet = |a: usize, b: usize| {
        let (x, y) = (story.claims[a].claim, story.claims[b].claim);
        story.sentence_number(a) == story.sentence_number(b) && x.start < y.end + gap && y.start < x.end
    };
    let told = || members(event).into_iter();
    let sides = contrast.values.iter().filter(|(_, of)| of.iter().any(|m| told().any(|e| meet(e, *m))));
    let lines: BTreeSet<usize> = sides.flat_map(|(_, of)| of.iter().map(|m| story.claims[*m].article)).collect();
    at_one && lines.len() > 1
}

/// The groups of contrasts that `found` does not have already.
fn groups(story: &Story, found: &[Draft]) -> Vec<Draft> {
    let mut of: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (m, member) in story.claims.iter().enumerate() {
        let event = member.claim.event.as_deref().filter(|e| e.concept == CONCEPT);
        if let Some(side) = event.and_then(|e| e.side.as_deref()) {
            of.entry(&side.matter).or_default().push(m);
        }
    }
    // a figure or a day of the same sentences is another fact
    let known = Known::of(story, found.iter().filter(|d| !matches!(d.kind, GroupKind::Figure | GroupKind::Date)));
    of.into_iter()
        .filter(|(_, members)| !known.holds_two(story, members))
        .filter_map(|(matter, members)| draft(story, matter, members))
        .collect()
}

fn draft(story: &Story, matter: &str, members: Vec<usize>) -> Option<Draft> {
    let family = matter.rsplit_once(' ').map_or(matter, |(family, _)| family);
    let claim = |m: usize| story.claims[m].claim;
    // one verb may stand in both, and is then two values by the article
    let word = |m: usize| if family == TURNED { around(story, m, claim(m).text.as_str()) } else { claim(m).text.to_string() };
    let mut values: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for m in &members {
        values.entry(word(*m)).or_default().push(*m);
    }
    let first = *members.first()?;
    let list = values.keys().map(|w| format!("\"{w}\"")).collect::<Vec<_>>().join(", ");
    Some(Draft {
        kind: GroupKind::Event,
        identity: format!("{CONCEPT}|{family}|{}", values.keys().cloned().collect::<Vec<_>>().join("|")),
        label: if is_matter(family) || family == NEGATION {
            label_of(story, family, &members)
        } else {
            format!("{family}: {}", shared(story, first, &members))
        },
        verdict: if family == DENIAL {
            Verdict::new(Status::Unresolved, Reason::Attribution, "told by one article, and denied by somebody in another")
        } else if family == NEGATION {
            Verdict::new(Status::Unresolved, Reason::Modality, "told as done and as not done")
        } else if family == TURNED {
            Verdict::new(Status::Unresolved, Reason::Disjoint, "who did it to whom is told the other way round")
        } else if family == STRANGER {
            Verdict::new(Status::Unresolved, Reason::Identity, format!("two names among the same facts, if both are of one: {list}"))
        } else if is_matter(family) {
            Verdict::new(Status::Unresolved, Reason::Modality, format!("told to have ended in unlike ways: {list}"))
        } else {
            Verdict::new(Status::Unresolved, Reason::Identity, format!("told in like words but for one: {list}"))
        },
        values: values.into_iter().collect(),
    })
}

/// The words next to a claim that all members have, with a gap for the claim.
fn shared(story: &Story, member: usize, members: &[usize]) -> String {
    const WORDS: usize = 5;
    let bare = |w: &str| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let told = |m: &usize| story.sentence(*m).split_whitespace().map(bare).collect::<BTreeSet<_>>();
    let told: Vec<BTreeSet<String>> = members.iter().map(told).collect();
    let in_all = |w: &&str| told.iter().all(|words| words.contains(&bare(w)));
    let light = |w: &str| bare(w).len() < 3 || bare(w) == "the";
    let mut before: Vec<&str> = story.before(member).split_whitespace().rev().take(WORDS).take_while(in_all).collect();
    let mut behind: Vec<&str> = story.behind(member).split_whitespace().take(WORDS).take_while(in_all).collect();
    while before.last().is_some_and(|w| light(w)) {
        before.pop();
    }
    while behind.last().is_some_and(|w| light(w)) {
        behind.pop();
    }
    let words = before.into_iter().rev().chain(["…"]).chain(behind).map(|w| w.trim_end_matches([',', ';', ':', '.', '"', '”']));
    words.filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A matter with the words that all sentences of its claims have: `verdict: Ann Lee`, `holding: marathon`.
fn label_of(story: &Story, matter: &str, members: &[usize]) -> String {
    const MOST: usize = 3;
    const SHORTEST: usize = 4;
    let bare = |w: &str| w.trim_matches(|c: char| !c.is_alphanumeric()).trim_end_matches("'s").trim_end_matches("’s").to_owned();
    let words = |m: usize| story.sentence(m).split_whitespace().map(bare).collect::<Vec<_>>();
    let sentences: Vec<BTreeSet<String>> = members.iter().map(|m| words(*m).into_iter().collect()).collect();
    let light = class::FUNCTION | class::WEEKDAY | class::MONTH | class::CUE | class::TEMPORAL;
    let tells = |w: &String| w.len() >= SHORTEST && !lexicon().words.classes(lexicon().words.id(&w.to_lowercase())).any(light);
    let mut told: Vec<String> = words(members[0]).into_iter().filter(|w| tells(w) && sentences.iter().all(|s| s.contains(w))).collect();
    told.dedup();
    told.truncate(MOST);
    if told.is_empty() { matter.to_owned() } else { format!("{matter}: {}", told.join(" ")) }
}

/// A few words on both sides of a claim, with what stands for it.
fn around(story: &Story, member: usize, claim: &str) -> String {
    const WORDS: usize = 5;
    let ends = |w: &str| w.ends_with([',', ';', ':', '.', '"', '”']);
    let before: Vec<&str> = story.before(member).split_whitespace().rev().take(WORDS).take_while(|w| !ends(w)).collect();
    let mut behind: Vec<&str> = Vec::new();
    for word in story.behind(member).split_whitespace().take(WORDS) {
        behind.push(word.trim_end_matches([',', ';', ':', '.', '"', '”']));
        if ends(word) {
            break;
        }
    }
    let words = before.into_iter().rev().chain([claim]).chain(behind).filter(|w| !w.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{article, extract, reconcile};

    /// The values of the contrasts of two articles.
    fn contrasts(a: &str, b: &str) -> Vec<Vec<String>> {
        let line = |name: &str, text: &str| {
            let text = format!("News of the day\n\nMarch 10, 2026\n\n{text}");
            let read = article::read(text.clone().into_bytes(), name, name).remove(0).expect("text is an article");
            let found = extract::extract(&read, None);
            (text, Line { source: found.source, claims: found.claims, ..Line::default() })
        };
        let (a, b) = (line("one.txt", a), line("two.txt", b));
        let outcome = reconcile::reconcile(vec![a.1, b.1], &[]);
        let is = |c: &&Claim| c.event.as_ref().is_some_and(|e| e.concept == CONCEPT);
        for c in outcome.claims.iter().filter(is) {
            let text = if c.source == "one.txt" { &a.0 } else { &b.0 };
            assert_eq!(text.get(c.byte_start as usize..c.byte_end as usize), Some(&*c.text));
        }
        let shown: Vec<&str> = outcome.claims.iter().filter(is).map(|c| c.id.as_str()).collect();
        let of = outcome.groups.iter().filter(|g| g.values.iter().flat_map(|v| &v.claims).any(|c| shown.contains(&c.as_str())));
        of.filter(|g| g.values.len() > 1).map(|g| g.values.iter().map(|v| v.display.clone()).collect()).collect()
    }

    #[test]
    fn one_word_of_a_family_for_another() {
        for (a, b, values) in [
            (
                "The barn fire was started by a lamp, the sheriff said.",
                "A heater started the barn fire, the sheriff said.",
                ["heater", "lamp"],
            ),
            ("Olsen was hit in the harbor bar with a bottle.", "Olsen was hit with a hammer in the harbor bar.", ["bottle", "hammer"]),
            ("The parish rejected the new hymn book.", "The parish approved the new hymn book.", ["approved", "rejected"]),
            ("He broke his left wrist in the final.", "In the final he broke his right wrist.", ["left", "right"]),
            ("She was seen at the fair before the storm.", "She was seen at the fair after the storm.", ["after", "before"]),
        ] {
            assert_eq!(contrasts(a, b), [values], "{a}");
        }
    }

    #[test]
    fn one_name_for_another() {
        let (a, b) =
            ("The ceremony was led by bishop Anna Weber in the old chapel.", "Bishop Peter Lund led the ceremony in the old chapel.");
        assert_eq!(contrasts(a, b), [["Anna Weber", "Peter Lund"]]);
        let (a, b) = ("A Danish sailor was pulled from the harbor basin.", "A Polish sailor was pulled from the harbor basin.");
        assert_eq!(contrasts(a, b), [["Danish", "Polish"]]);
    }

    #[test]
    fn what_somebody_denies_and_what_two_did_to_each_other() {
        let told = "In May the minister copied the list of tenants for a friend.";
        let denied = "Minister Anna Weber denied that she copied the list of tenants.";
        assert_eq!(contrasts(told, denied), [["copied the list of tenants", "denied that she copied the list of tenants"]]);
        assert!(contrasts("She was accused of having copied the list of tenants.", denied).is_empty());
        let turned = contrasts("In the final Weber beat Lund in two sets.", "Lund beat Weber in the final in two sets.");
        assert_eq!(turned, [["In the final Weber beat Lund in two sets", "Lund beat Weber in the final in"]]);
        assert!(contrasts("In the final Weber beat Lund.", "In the final Lund was beaten by Weber.").is_empty());
    }

    #[test]
    fn who_did_it_by_names_of_several_words_and_in_the_passive() {
        for (a, b) in [
            ("Corvel Rovers beat Moss 3-1 in the final.", "Moss beat Corvel Rovers 3-1 in the final."),
            ("Corvel Mills is buying Lund Foods for 30 million euros.", "Corvel Mills was bought by Lund Foods for 30 million euros."),
            ("Moss were beaten by Corvel Rovers in the final.", "In the final Corvel Rovers were beaten by Moss."),
            ("Corvel Rovers beat Moss 3-1 in the final.", "In the final Corvel Rovers were beaten 3-1 by Moss."),
        ] {
            assert_eq!(contrasts(a, b).len(), 1, "{a}");
        }
        for (a, b) in [
            ("Corvel Rovers beat Moss 3-1 in the final.", "Moss were beaten 3-1 by Corvel Rovers in the final."),
            // two games, by their results or days
            ("Corvel Rovers beat Moss 3-1 on Sunday.", "Moss beat Corvel Rovers 2-0 on Sunday."),
            ("Corvel Rovers beat Moss on Sunday.", "Moss beat Corvel Rovers on Monday."),
            // one article tells both
            ("Corvel Rovers beat Moss.", "Moss beat Corvel Rovers in May. Corvel Rovers beat Moss on Sunday."),
        ] {
            assert!(contrasts(a, b).is_empty(), "{a} {b}");
        }
    }

    #[test]
    fn what_was_done_and_what_was_not() {
        let done = "The salt museum in Orl reopened to visitors on Sunday.";
        for not in [
            "The salt museum in Orl did not reopen to visitors on Sunday.",
            "The salt museum in Orl failed to reopen to visitors.",
            "The salt museum in Orl hasn't reopened to visitors.",
            "The salt museum in Orl was never reopened to visitors.",
        ] {
            assert_eq!(contrasts(done, not).len(), 1, "{not}");
        }
        for other in [
            // another day, another thing, or a limit
            "The salt museum in Orl did not reopen to visitors on Saturday.",
            "The chapel in Orl did not reopen to visitors.",
            "The salt museum in Orl did not reopen until noon.",
            // to come, or open
            "The salt museum in Orl will not reopen to visitors.",
            "If the salt museum in Orl did not reopen to visitors, the town would suffer.",
            // one article has both
            "The salt museum in Orl did not reopen to visitors at ten. The salt museum in Orl reopened to visitors at noon.",
        ] {
            assert!(contrasts(done, other).is_empty(), "{other}");
        }
        // what people do in any report
        assert!(
            contrasts("Anna Weber responded to the letter of the guild.", "Anna Weber did not respond to the letter of the guild.")
                .is_empty()
        );
    }

    #[test]
    fn one_outcome_for_another() {
        for (a, b, values) in [
            (
                "Anna Weber, the mayor of Orl, resigned on Sunday.",
                "The council of Orl dismissed Mayor Anna Weber.",
                ["dismissal", "resignation, 2026-03-08"],
            ),
            (
                "Peter Lund went on trial in Orl. A jury found the 44-year-old guilty.",
                "Peter Lund was cleared by a jury.",
                ["found the 44-year-old guilty", "was cleared"],
            ),
            ("Peter Lund survived the avalanche.", "Rescuers found skier Peter Lund dead.", ["found skier Peter Lund dead", "survived"]),
            (
                "Anna Weber attended the burial in Orl.",
                "Anna Weber refused to attend the burial.",
                ["attended the burial", "refused to attend the burial"],
            ),
            (
                "Orl council approved the quarry by six votes to five.",
                "By five votes, the quarry was rejected by the council of Orl.",
                ["approved", "was rejected"],
            ),
            (
                "The Orl harbour race has been called off.",
                "The harbour race in Orl was put off to May.",
                ["has been called off", "was put off"],
            ),
        ] {
            assert_eq!(contrasts(a, b), [values], "{a}");
        }
    }

    #[test]
    fn outcomes_of_two_people_things_or_times_are_no_contrast() {
        for (a, b) in [
            // a course of things, of which one article has both
            ("Anna Weber was arrested and later released.", "Anna Weber stayed in custody."),
            ("Anna Weber was forced to resign.", "The council of Orl dismissed Anna Weber. She resigned in the evening."),
            // what is only called for
            ("The council called on Anna Weber to resign.", "The council of Orl dismissed Anna Weber."),
            // two people
            ("Anna Weber's deputy resigned on Sunday.", "The council dismissed Anna Weber on Sunday."),
            ("Peter Lund survived the avalanche.", "Two others died in the avalanche. Anna Weber was killed, too."),
            // two days
            ("Peter Lund was acquitted on Monday.", "Peter Lund was convicted on Friday."),
            // two things, or two who decide
            ("The Orl council approved the budget.", "The Orl council rejected the plan for a tunnel."),
            ("The Senate passed the bill on fishing quotas.", "President Anna Weber vetoed the bill on fishing quotas."),
        ] {
            assert_eq!(contrasts(a, b), [[""; 0]; 0], "{a} {b}");
        }
    }

    #[test]
    fn what_may_be_of_two_things_is_left_alone() {
        for (a, b) in [
            // both are told by one of the two
            ("A lamp and a heater were found in the burnt barn.", "A lamp was found in the burnt barn."),
            ("The lamp in the burnt barn was new. The heater in the burnt barn was old.", "The heater in the burnt barn was new."),
            // of two people
            ("Lund's brother ran the ferry to the island.", "Moen's sister ran the ferry to the island."),
            // of two days
            ("The harbor pool closed on Sunday for repairs.", "The harbor pool opened on Monday after repairs."),
            // one word may be the other's
            ("Olsen was shot with a rifle in the harbor bar.", "Olsen was shot with a gun in the harbor bar."),
            // the other name stands there as well
            ("Peter Lund led the service in the old chapel.", "Anna Weber led the service in the old chapel. Peter Lund sang."),
            // who speaks
            ("The ferry was late, said Peter Lund, a passenger.", "The ferry was late, said Anna Weber, a passenger."),
            ("Her brother-in-law ran the ferry to the island.", "Her sister-in-law ran the ferry to the island."),
        ] {
            assert_eq!(contrasts(a, b), Vec::<Vec<String>>::new(), "{a}");
        }
    }

    #[test]
    fn two_facts_are_no_contrast() {
        let pairs = [
            // two other words as well, or another thing behind
            ("The driver of the bus was badly hurt in Orl.", "The driver of the lorry was slightly hurt in Orl."),
            ("Dray Foods cut its forecast for profit on Tuesday.", "Dray Foods raised its forecast for sales on Tuesday."),
            // two who speak, and what stands for something else
            ("Her brother said the family was in despair.", "Her mother said the family was in despair."),
            ("Lunde accepted the resignation on Tuesday.", "Lunde rejected that on Tuesday."),
            // of many that there may be
            ("Police searched a garage in Orl on Tuesday.", "Police searched a church in Orl on Tuesday."),
            // the article denies it
            ("A candle caused the fire in the mill, but not alone.", "A heater caused the fire in the mill."),
        ];
        pairs.into_iter().for_each(|(a, b)| assert_eq!(contrasts(a, b), [[""; 0]; 0], "{a} {b}"));
        assert_eq!(contrasts("A candle caused the fire in the mill.", "A heater caused the fire in the mill."), [["candle", "heater"]]);
    }

    #[test]
    fn two_people_among_the_same_facts_may_be_one() {
        let told = "Nora Quist led the match of Corvel and Moss. Karl Roth scored for Corvel.";
        let sent_off = format!("{told} Captain Paul Berg was sent off in the 61st minute for a foul on Ivo Lund.");
        let brought_down = |who: &str| format!("{told} Defender {who} saw the red card in the 61st minute when he brought down Ivo Lund.");
        assert_eq!(contrasts(&sent_off, &brought_down("Owen Weir")), [["Owen Weir", "Paul Berg"]]);
        assert!(contrasts(&sent_off, &brought_down("Paul Berg")).is_empty());
        let both = format!("{} Paul Berg was calm.", brought_down("Owen Weir"));
        assert!(contrasts(&sent_off, &both).is_empty(), "one article has both");
        let later = brought_down("Owen Weir").replace("61st", "83rd");
        assert!(contrasts(&sent_off, &later).is_empty(), "another minute");
        let elsewhere = "Ribe met Halden. Owen Weir saw the red card in the 61st minute when he brought down Ivo Lund.";
        assert!(contrasts(&sent_off, elsewhere).is_empty(), "articles with other names");
    }
}
