//! The words by which one side of a matter is read.

use crate::extract::events::scene::Scene;
use crate::lexicon::word_sets;

word_sets! {
    /// Beside a verb: whether it was done is left open.
    MODAL = 0: "leaving_open";
    /// What follows is not told as a fact: `assuming that`.
    SUPPOSING = 1: "supposing";
    /// Behind a negation: it may be done otherwise, later or in part.
    LIMITING = 2: "limiting_denial";
    /// Before `to` and a verb, beside a negation: it may still be done.
    NOT_YET = 3: "not_yet";
    /// Stands for all there are.
    EVERYBODY = 4: "everybody";
    /// Ends what goes with a verb and may stand behind its object: `set the alarm | off`, `found him not | guilty`.
    ADVERBIAL = 5: "end_of_side_verb";
    /// Stands for a single body that has a name: `the company`.
    BODY = 6: "noun_of_body";
    /// Which of several it is.
    WHICH = 7: "which_of_several";
    /// Words for another event than the one told: `an earlier`.
    ANOTHER = 8: "which_other";
    /// Begins what tells which of them are meant: `passengers | who`.
    RESTRICTING = 9: "restricting";
    /// Not all of them: `most`.
    SOME = 10: "some_of_them";
    MORNING = 11: "period_morning";
    NOON = 12: "period_noon";
    AFTERNOON = 13: "period_afternoon";
    CLOSE = 14: "period_close";
    AFTER_HOURS = 15: "period_after_hours";
    EVENING = 16: "period_evening";
    NIGHT = 17: "period_night";
    MONTH = 18: "period_month";
    YEAR = 19: "period_year";
}

/// Token `i` of the sentence is a word of one of these sets.
pub fn is_of(scene: &Scene, i: usize, sets: u32) -> bool {
    scene.token(i).is_some_and(|t| SETS.has(t, sets))
}
