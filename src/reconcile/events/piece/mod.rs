//! What happened on a date or at a place, as the clause around it tells: who did what, or the noun that it stands beside.

mod made;
mod neighbour;
mod noun;
mod predicate;
mod subject;
mod verb;

use super::clause::{Clause, Part};
pub use made::Piece;
use neighbour::{by_neighbour, by_verb_before};
use noun::{described, told_by_noun};
use verb::{by_gerund, gerund, joined_verb, told_by_verb};

/// The most tokens of a piece, if it can end before.
const LONGEST: usize = 11;
/// Tokens between a subject and its verb.
const REACH: usize = 24;
/// How many noun phrases may depend on one another: "tremors from a quake in the south of the island".
const NESTED: usize = 4;

/// The piece of the clause that tells of the claim. `event` is what is known of it: "Lee shot guard".
pub fn piece(clause: &Clause, event: Option<&str>) -> Option<Piece> {
    let words: Vec<&str> = event.into_iter().flat_map(|e| e.split(' ')).collect();
    let of_event = match verb_of(clause, &words) {
        _ if clause.is_attributive() => described(clause),
        Some((verb, _)) if gerund(clause, verb).is_some() => gerund(clause, verb).map(|gerund| by_gerund(clause, gerund)),
        Some((verb, _)) if joined_verb(clause, verb).is_some() => joined_verb(clause, verb)?.map(|verb| told_by_verb(clause, verb, None)),
        Some((verb, n)) => Some(told_by_verb(clause, verb, words[..n].last().copied())),
        None if !words.is_empty() => noun_of(clause, &words).map(|noun| told_by_noun(clause, noun)),
        None => None,
    };
    of_event.or_else(|| by_neighbour(clause)).or_else(|| by_verb_before(clause)).filter(|p| !p.text.is_empty())
}

/// The token of the verb among the words of an event, the nearest to the claim, and which of the words it is.
fn verb_of(clause: &Clause, words: &[&str]) -> Option<(usize, usize)> {
    words.iter().enumerate().filter(|(_, w)| w.starts_with(char::is_lowercase)).find_map(|(n, w)| {
        let at = nearest(clause, w, |i| clause.is(i, Part::Verb) && is_of_claim(clause, i))?;
        Some((at, n))
    })
}

/// No other clause stands between a verb and the claim behind it: "said | that the debate of …".
fn is_of_claim(clause: &Clause, verb: usize) -> bool {
    let between = if verb < clause.own.start { verb..clause.own.start } else { clause.own.end..verb };
    // "a plan [today] that | bans", "was held since his arrest in [May]"
    let stressed = clause.word(0) == "It";
    let behind = verb > clause.own.start && !stressed && matches!(clause.word(clause.own.end), "that" | "which" | "who");
    let since = |i: usize| clause.word(i) == "since" && (i + 1..clause.own.start).any(|i| clause.is(i, Part::Noun));
    let related = |i: usize| verb < clause.own.start && (clause.word(i) == "that" || since(i));
    !behind && !between.clone().any(|i| clause.is(i, Part::Stop) || related(i))
}

/// The token nearest to the claim that is a word, in whatever case.
fn nearest(clause: &Clause, word: &str, fits: impl Fn(usize) -> bool) -> Option<usize> {
    let away = |i: usize| i.abs_diff(clause.own.start);
    (0..clause.len()).filter(|i| clause.word(*i).eq_ignore_ascii_case(word) && fits(*i)).min_by_key(|i| away(*i))
}

/// The last word of a noun phrase that an event is.
fn noun_of(clause: &Clause, words: &[&str]) -> Option<usize> {
    nearest(clause, words.last()?, |i| clause.is(i, Part::Noun))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The piece of a sentence in which the claim stands in brackets.
    fn told(marked: &str, event: &str) -> String {
        let (before, rest) = marked.split_once('[').unwrap();
        let (own, after) = rest.split_once(']').unwrap();
        let sentence = [before, own, after].concat();
        let clause = Clause::around(&sentence, before.len()..before.len() + own.len());
        piece(&clause, Some(event).filter(|e| !e.is_empty())).map(|p| p.text).unwrap_or_default()
    }

    #[test]
    fn a_verb_with_its_whole_subject_and_object() {
        let mill = "A paper mill in Lowick was flooded [on Sunday night], the council said.";
        assert_eq!(told(mill, "mill flooded"), "paper mill was flooded");
        assert_eq!(
            told("The Marlow Rowing Union called [Tuesday] for shorter races.", "Marlow Rowing Union called"),
            "Marlow Rowing Union called for shorter races"
        );
        assert_eq!(
            told("The medals will be handed out [on Friday] by the mayor.", "medals handed"),
            "medals will be handed out by the mayor"
        );
        assert_eq!(told("Orla Keene, 41, was fined [in May].", "Orla Keene fined"), "Orla Keene was fined");
        assert_eq!(told("The bakery near Lowick, Norland, burned down [in 1994].", "Norland burned"), "bakery burned down");
        assert_eq!(
            told("[On Monday], the envoy Orla Keene met Prime Minister Pavle Ilic.", "Orla Keene met Pavle Ilic"),
            "envoy Orla Keene met Prime Minister Pavle Ilic"
        );
        assert_eq!(told("Tremors from a slide in the north of Lowick were felt [today].", "Lowick felt"), "Tremors were felt");
        assert_eq!(
            told("The club is expected to open its second hall [in June].", "club open hall"),
            "club is expected to open its second hall"
        );
    }

    #[test]
    fn what_is_not_done_or_to_come_stays_so() {
        assert_eq!(told("The miller is to appear before a judge [on Friday].", "miller appear"), "miller is to appear before a judge");
        assert_eq!(told("It will not open before [Friday].", "open"), "will not open");
        assert_eq!(told("No guard was fined in [Lowick].", "guard fined"), "No guard was fined");
        assert_eq!(told("The cost climbed to nine crowns as divers found a barge [today].", "cost climbed"), "cost climbed to nine crowns");
    }

    #[test]
    fn what_hangs_on_the_claim_and_not_on_the_verb() {
        assert_eq!(told("The barge had left Lowick at noon and was due in Marlow at [midnight].", "barge left Lowick"), "due in Marlow");
        assert_eq!(told("Orla Keene was charged with robbing the dairy in [May].", "Orla Keene charged"), "robbing the dairy");
        assert_eq!(told("Keene has been held since her arrest on [May 3].", "Keene held"), "arrest");
        assert_eq!(told("Relatives of those lost in the [May 4] attacks may sue.", "attacks"), "attacks");
        assert_eq!(told("The dairy hopes to open its shop again on [Friday].", "hopes open shop"), "dairy hopes to open its shop");
        assert_eq!(told("A guard in [Lowick] is to question him.", ""), "guard is to question him");
        assert_eq!(
            told("Floods have ruined a dairy, officials said [on Monday].", "officials said"),
            "officials said Floods have ruined a dairy"
        );
    }

    #[test]
    fn counts_and_places_that_only_one_tells_are_left_out() {
        let sentence = "Nine men with 214 crates left the first pier at Lowick on Monday.";
        let at = sentence.find("Monday").unwrap();
        let mut clause = Clause::around(sentence, at..at + "Monday".len());
        let others = Clause::around("The men left the pier on Monday.", 25..31);
        clause.share(&clause.words().intersection(&others.words()).cloned().collect());
        assert_eq!(piece(&clause, Some("men left pier")).unwrap().text, "men left the first pier");
        let sentence = "Orla Keene has flown less since the 9/11 attacks on [Monday].".replace(['[', ']'], "");
        let at = sentence.find("Monday").unwrap();
        let mut clause = Clause::around(&sentence, at..at + "Monday".len());
        clause.share(&["attacks".into()].into_iter().collect());
        let told = piece(&clause, Some("attacks")).map_or(String::new(), |p| p.text);
        assert!(!told.starts_with('/') && !told.contains(" /"), "{told}");
    }

    #[test]
    fn a_subject_of_another_number_is_part_of_one() {
        assert_eq!(told("Ilic and his partner, Orla Keene, were fined [on Monday].", "Orla Keene fined"), "fined");
        let wine = "The taxes, tolls and fees on wine, which has been sold here [since May].";
        assert_eq!(told(wine, "fees sold"), "sold");
    }

    #[test]
    fn a_noun_with_what_it_is_of() {
        assert_eq!(told("He spoke of the [2012] arson attacks on a dairy.", "arson attacks"), "arson attacks on a dairy");
        assert_eq!(told("It was paid after the [May 3] blaze.", "blaze"), "blaze");
        assert_eq!(told("She joined as director of bridge works [in 2003].", "director of bridge works"), "director of bridge works");
    }

    #[test]
    fn what_is_known_of_the_event_may_be_of_another_clause() {
        let debate = "Pavle Ilic announced [|] that he is leaving his own [May 4] debate.".replace("[|] ", "");
        assert_eq!(told(&debate, "Pavle Ilic announced"), "debate");
    }

    #[test]
    fn what_hangs_on_nothing_known_is_told_by_its_neighbour() {
        assert_eq!(told("Two men have wrecked a dairy in [Lowick].", ""), "Two men have wrecked a dairy");
        assert_eq!(told("A vigil in the old harbour of [Lowick] drew hundreds.", ""), "vigil drew hundreds");
        assert_eq!(told("In [Lowick], divers searched the canal.", ""), "divers searched the canal");
        assert_eq!(told("The storm took its toll on the fragile [Lowick] dikes.", ""), "dikes");
        assert_eq!(told("[Today].", ""), "");
    }

    #[test]
    fn a_sentence_without_an_end_is_read_around_the_claim_only() {
        let far = "and the barge sank ".repeat(40_000);
        let clause = Clause::around(&far, 400_000..400_004);
        assert!(clause.len() < 400);
    }
}
