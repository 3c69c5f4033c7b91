//! What was or will be done on the day of a date, told in whatever words, and what tells it from another of its kind.

use crate::claim::{Doing, Lead, Short};

/// Both tell one act, and not two acts of a kind.
pub fn is_one(a: &Doing, b: &Doing) -> bool {
    a.acts.iter().any(|act| b.acts.contains(act)) && !is_another(a, b)
}

/// Besides the act they share a word, or two places.
pub fn is_about_one(a: &Doing, b: &Doing) -> bool {
    let places = || a.places.iter().filter(|p| b.places.contains(p)).count() > 1;
    is_one(a, b) && (a.about.iter().any(|w| b.about.contains(w)) || places())
}

/// One day may have two blasts, and each clause tells where its own was: `in the market`, `near the school`.
pub fn may_be_two(a: &Doing, b: &Doing) -> bool {
    const OFTEN: [&str; 3] = ["explode", "fire", "shoot"];
    let often = a.acts.iter().filter(|act| b.acts.contains(act)).all(|act| OFTEN.contains(&act.as_ref()));
    let apart = !a.grounds.is_empty() && !b.grounds.is_empty() && !a.grounds.iter().any(|g| b.grounds.contains(g));
    often && apart
}

/// The second of something and the first, the driving test and the flying test.
pub fn is_another(a: &Doing, b: &Doing) -> bool {
    let later = |w: &&Short| w.as_str() != "first";
    let which = a.which.iter().filter(later).ne(b.which.iter().filter(later));
    let both = !a.which.is_empty() && !b.which.is_empty() && a.which != b.which;
    let kinds = a.kinds.iter().any(|x| b.kinds.iter().any(|y| x.1 == y.1 && x.0 != y.0));
    which || both || kinds || is_other_phase(a, b)
}

/// One is the start and the other the end of something, or one says how long it went on and the other when it happened.
fn is_other_phase(a: &Doing, b: &Doing) -> bool {
    let up_to = |d: &Doing| matches!(d.lead, Some(Lead::Until | Lead::Through));
    a.phase.zip(b.phase).is_some_and(|(x, y)| x != y) || up_to(a) != up_to(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn act(act: &'static str, about: &str) -> Doing {
        Doing { acts: vec![act.into()], about: vec![about.into()], ..Doing::default() }
    }

    #[test]
    fn one_act_in_other_words() {
        let held = act("repeat", "test");
        assert!(is_about_one(&held, &act("repeat", "test")) && !is_about_one(&held, &act("repeat", "match")));
        assert!(is_one(&held, &act("repeat", "match")) && !is_one(&held, &act("cancel", "test")));
        let of = |kind: &str| Doing { kinds: vec![(kind.into(), "test".into())], ..held.clone() };
        assert!(is_one(&of("drive"), &of("drive")) && !is_one(&of("drive"), &of("fly")));
    }

    #[test]
    fn two_of_a_kind() {
        let leg = |which: &[&str]| Doing { which: which.iter().map(|w| Short::from(*w)).collect(), ..act("play", "leg") };
        assert!(is_another(&leg(&["first"]), &leg(&["second"])) && is_another(&leg(&[]), &leg(&["another"])));
        assert!(!is_another(&leg(&["first"]), &leg(&[])));
        let blast = |ground: &[&str]| Doing { grounds: ground.iter().map(|g| Short::from(*g)).collect(), ..act("explode", "bomb") };
        assert!(may_be_two(&blast(&["market"]), &blast(&["school"])) && !may_be_two(&blast(&["market"]), &blast(&[])));
    }
}
