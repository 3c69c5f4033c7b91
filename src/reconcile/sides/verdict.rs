//! How two sides of one matter relate.

use super::Side;
use crate::claim::Tense;
use crate::lexicon::word_sets;
use crate::reconcile::group::{Reason, Status, Verdict};

word_sets! {
    /// `police`, `court`
    AUTHORITY = 0: "authority";
    /// `court | records`
    SPEAKS = 1: "speaks_for_authority";
}

/// The verdict on the two; none where both can be true.
pub fn verdict(yes: &Side, no: &Side) -> Option<Verdict> {
    let c = yes.concept;
    let order = yes.published.zip(no.published).map(|(a, b)| a.cmp(&b));
    let planned = yes.told.tense == Tense::Future && no.is_past();
    // one approves it and another does not: no contradiction unless it comes later
    if c.name == "takeover" && !is_same_doer(yes, no) && !planned && order.is_none_or(|o| o.is_ge()) {
        return None;
    }
    let plans = c.name == "act" && yes.told.tense == Tense::Future && no.told.tense == Tense::Future;
    let later = order.is_some_and(|o| o.is_ne());
    if (c.turns || plans) && (later || planned) {
        let (reason, text) = if later {
            (Reason::LaterReport, "told otherwise in a later report")
        } else {
            (Reason::ExplicitTransition, "planned and then stopped")
        };
        return Some(Verdict::new(Status::Changed, reason, text));
    }
    let ahead = !yes.is_past() && !no.is_past() || c.state || c.name == "unanimity";
    let own = |s: &Side| (s.claimer.is_none() || ahead || is_authority(s.claimer)) && !s.denied;
    if !own(yes) || !own(no) {
        return said_by_somebody(yes, no, own(yes) || own(no));
    }
    let found_later = order.is_some_and(|o| o.is_gt()) && is_open(no) && !c.state && !ahead;
    if found_later && yes.days.is_none_or(|d| no.published.is_some_and(|p| d.first >= p)) {
        return Some(Verdict::new(Status::Changed, Reason::LaterReport, "not so in an earlier report, but in a later one"));
    }
    // somebody may be freed and held, found alive and die, be convicted and acquitted on appeal, and articles seldom tell what came first
    if c.named {
        return Some(Verdict::new(
            Status::Unresolved,
            Reason::Modality,
            "two articles tell the opposite of one person, perhaps of two moments",
        ));
    }
    Some(Verdict::new(Status::Conflict, Reason::Modality, "two articles tell the opposite"))
}

/// The verdict where at least one side is only cited; `told`: an article tells the other itself.
fn said_by_somebody(yes: &Side, no: &Side, told: bool) -> Option<Verdict> {
    let of_two = !told && yes.claimer != no.claimer;
    // "no shots were fired", and somebody is said to have fired some, perhaps at another time
    let by_nobody = yes.concept.name == "act" && !no.has_a_doer();
    let verdict = || Verdict::new(Status::Unresolved, Reason::Attribution, "told by one article, and by another as what somebody says");
    (!of_two && !by_nobody).then(verdict)
}

/// It may still happen: `has not been found`, unlike what did not happen on an occasion.
fn is_open(no: &Side) -> bool {
    matches!(no.told.tense, Tense::Perfect | Tense::Present) || matches!(no.concept.name, "custody" | "survival")
}

/// The doer is the same by name, or by the same word.
fn is_same_doer(yes: &Side, no: &Side) -> bool {
    let word = |s: &Side| (s.subject().map(str::to_owned), s.told.pronoun);
    !yes.who.is_empty() && yes.who == no.who || word(yes) != (None, false) && word(yes) == word(no)
}

/// Police and the like, whose word articles take for a fact: `police`, `a court official`, but not `a tennis court owner`.
fn is_authority(claimer: Option<&str>) -> bool {
    const OF: [&str; 4] = ["at", "for", "in", "of"];
    let is_of = |word: &str, set: u32| SETS.holds(&word.to_lowercase(), set);
    let Some(claimer) = claimer else { return false };
    let words: Vec<&str> = claimer.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let Some(at) = words.iter().rposition(|w| is_of(w, AUTHORITY)) else { return false };
    let behind = words[at + 1..].iter().take_while(|w| !OF.contains(w));
    behind.into_iter().all(|w| is_of(w, SPEAKS) || w.starts_with(char::is_uppercase))
}
