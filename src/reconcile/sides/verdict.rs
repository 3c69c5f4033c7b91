//! What two sides of one matter are to each other.

use super::{Side, Tense};
use crate::reconcile::group::{Reason, Status, Verdict};

/// What the two are to each other; none where both can be.
pub fn verdict(yes: &Side, no: &Side) -> Option<Verdict> {
    let c = yes.concept;
    let order = yes.published.zip(no.published).map(|(a, b)| a.cmp(&b));
    let later = order.is_some_and(|o| o.is_ne());
    let past = |s: &Side| matches!(s.tense, Tense::Past | Tense::Perfect);
    let planned = yes.tense == Tense::Ahead && past(no);
    if c.name == "takeover" {
        // one approves it and another does not: no contradiction but where it comes later
        let same = !yes.who.is_empty() && yes.who == no.who || yes.subject.is_some() && yes.subject == no.subject;
        if !same && !planned && order.is_none_or(|o| o.is_ge()) {
            return None;
        }
    }
    let plans = c.name == "act" && yes.tense == Tense::Ahead && no.tense == Tense::Ahead;
    if (c.turns || plans) && (later || planned) {
        let (reason, text) = if later {
            (Reason::LaterReport, "told otherwise in a later report")
        } else {
            (Reason::ExplicitTransition, "planned and then stopped")
        };
        return Some(Verdict::new(Status::Changed, reason, text));
    }
    let ahead = !past(yes) && !past(no) || c.state || c.name == "unanimity";
    let own = |s: &Side| (s.claimer.is_none() || ahead || is_authority(s.claimer)) && !s.denied;
    if !own(yes) && !own(no) && yes.claimer != no.claimer {
        return None;
    }
    if !own(yes) || !own(no) {
        // "no shots were fired", and somebody is said to have fired some: at another time perhaps
        if c.name == "act" && no.who.is_empty() && no.subject.is_none() {
            return None;
        }
        return Some(Verdict::new(Status::Unresolved, Reason::Attribution, "told by one article, and by another as what somebody says"));
    }
    // "has not been found", and is found later; what did not happen on an occasion has not happened
    let open = no.tense == Tense::Perfect || no.tense == Tense::Now || c.name == "custody";
    if order.is_some_and(|o| o.is_gt()) && open && !c.state && !ahead && yes.days.is_none_or(|d| no.published.is_some_and(|p| d.first >= p))
    {
        return Some(Verdict::new(Status::Changed, Reason::LaterReport, "not so in an earlier report, but in a later one"));
    }
    Some(Verdict::new(Status::Conflict, Reason::Modality, "two articles tell the opposite"))
}

/// Police and the like, whose word articles take for a fact: `police`, `a court official`, but not `a tennis court owner`.
fn is_authority(claimer: Option<&str>) -> bool {
    const AUTHORITIES: [&str; 14] = [
        "authorities",
        "commission",
        "council",
        "court",
        "department",
        "investigators",
        "judge",
        "ministry",
        "officials",
        "police",
        "prosecutor",
        "prosecutors",
        "office",
        "rescuers",
    ];
    const SPEAKERS: [&str; 15] = [
        "chief",
        "clerk",
        "commissioner",
        "detective",
        "documents",
        "officer",
        "officers",
        "official",
        "records",
        "report",
        "s",
        "spokesman",
        "spokesperson",
        "spokeswoman",
        "statement",
    ];
    const OF: [&str; 4] = ["at", "for", "in", "of"];
    let Some(claimer) = claimer else { return false };
    let words: Vec<&str> = claimer.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let Some(at) = words.iter().rposition(|w| AUTHORITIES.contains(&w.to_lowercase().as_str())) else { return false };
    let behind = words[at + 1..].iter().take_while(|w| !OF.contains(w));
    behind.into_iter().all(|w| SPEAKERS.contains(&w.to_lowercase().as_str()) || w.starts_with(char::is_uppercase))
}
