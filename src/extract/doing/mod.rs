//! What was or will be done on the day of a date, told in whatever words, by which reconcile tells whether two dates are of one act.

mod act;
mod course;

use super::Context;
use super::dates::tense;
use super::mention::DateMention;
use super::written::Around;
use crate::claim::{Doing, Grain, Short};

/// Words looked at on either side.
const REACH: usize = 20;

/// Reads what stands around a date; `None` where nothing tells of its day. `event` is what is told of it, first who or what does it; where
/// a place is, much happens.
pub fn read(cx: &Context, d: &DateMention, event: Option<&str>, places: &[Short]) -> Option<Box<Doing>> {
    let sentence = tense::sentence(cx, d.tokens.start);
    let around = Around::of(cx.tokens, &sentence, &d.tokens, REACH);
    let hour = matches!(d.date.grain, Grain::Hour | Grain::Minute);
    let doing = Doing {
        lead: course::lead(&around, d.date.grain),
        goes_on: course::goes_on(&around),
        state: course::is_of_a_state(&around),
        won: course::won(&around),
        promised: hour && course::is_promised(cx.tokens, sentence),
        ..act::read(cx, &around, event, places)
    };
    (doing != Doing::default()).then(|| Box::new(doing))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::{Key, Lead, Phase};
    use crate::{article, extract};

    /// What is told of the only date of a text.
    fn of(text: &str) -> Doing {
        let read = article::read(format!("9 March 2026\n\n{text}").into_bytes(), "a.txt", "a.txt").remove(0).unwrap();
        let claims = extract::extract(&read, None).claims;
        let key: Option<Key> = claims.into_iter().rfind(|c| c.date.is_some()).and_then(|c| c.key).map(|k| *k);
        key.and_then(|k| k.doing).map_or_else(Doing::default, |d| *d)
    }

    #[test]
    fn the_act_of_a_day_and_which_of_its_kind() {
        let held = of("The driving test will be held again on 12 March.");
        assert_eq!(held.acts, ["repeat"]);
        assert_eq!(held.kinds, [("drive".into(), "test".into())]);
        assert_eq!(of("The second leg will be played on 12 March.").which, ["second"]);
        let blast = of("A bomb exploded in a market in Lund on 5 March.");
        assert_eq!((blast.acts, blast.grounds), (vec!["explode".into()], vec!["market".into()]));
        assert!(of("The visitors ate in a market on 5 March.").grounds.is_empty(), "no act is told");
    }

    #[test]
    fn how_it_went_that_day() {
        assert_eq!(of("The mill opened on 5 March.").phase, Some(Phase::Began));
        assert_eq!(of("The mill closed on 5 March.").phase, Some(Phase::Ended));
        assert_eq!(of("The bridge will be closed until 12 March.").lead, Some(Lead::Until));
        assert_eq!(of("Nothing has been seen of him since 5 March.").lead, Some(Lead::Since));
        assert!(of("Crews were still fighting the fire on 5 March.").goes_on && !of("Crews fought the fire on 5 March.").goes_on);
        assert!(of("The town was calm on 5 March.").state);
        assert_eq!(of("The Rovers beat the Wanderers on 5 March.").won, Some(true));
        assert_eq!(of("The Rovers were beaten on 5 March.").won, Some(false));
    }
}
