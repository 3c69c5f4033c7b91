//! What the words of a date's event show: a measured concept, or a kind of event.

use crate::lexicon::{lexicon, word_sets};
use crate::text::scan;

word_sets! {
    /// The steps of a case, each of which has its own time.
    OUTBREAK = 0: "step_outbreak";
    ALARM = 1: "step_alarm";
    KILLING = 2: "step_killing";
    DISCOVERY = 3: "step_discovery";
    ARREST = 4: "step_arrest";
    COURT = 5: "step_court";
    /// Beside which a step may be what somebody is charged with.
    CHARGE = 6: "step_charge";
}

/// Of one kind of case.
const OF_A_FIRE: u32 = OUTBREAK | ALARM;
const OF_A_CRIME: u32 = KILLING | DISCOVERY | ARREST | COURT;

/// What the words show by the tables.
#[derive(Default)]
pub struct EventWords {
    concepts: Vec<&'static str>,
    kinds: Vec<&'static str>,
    /// The one step of a case that they tell.
    step: Option<u32>,
}

impl EventWords {
    /// Reads the words of an event: "Lee shot guard".
    pub fn read(words: &str) -> EventWords {
        let lexicon = lexicon();
        let all = scan(words, &lexicon.words);
        let events = &lexicon.events;
        // which of its concepts a verb tells shows its object ("released" people or papers) or a word beside it ("taken into custody")
        let beside = |particle: &str| particle.split(' ').any(|p| words.split(' ').any(|w| w == p));
        let verbs = |i: usize| -> Vec<_> {
            let all: Vec<_> = events.verbs(&all[i]).map(|(v, _)| v).collect();
            let fitting: Vec<_> = all.iter().copied().filter(|v| v.particle.is_empty() || beside(v.particle)).collect();
            let those = if fitting.is_empty() { all.into_iter().take(1).collect() } else { fitting };
            those.into_iter().map(|v| events.of_verb(v)).collect()
        };
        let nouns = |i: usize| events.noun(&all, i).map(|(_, n)| events.of_noun(n));
        let event = |i: usize| nouns(i).map_or_else(|| verbs(i), |noun| vec![noun]);
        EventWords {
            concepts: (0..all.len()).filter_map(|i| lexicon.concepts.at(&all, i)).flat_map(|(_, c)| c.map(|c| c.name)).collect(),
            step: step(words),
            kinds: (0..all.len()).flat_map(event).map(|c| c.like.or(c.against).unwrap_or(c.name)).collect(),
        }
    }

    /// Whether they show a concept themselves, and no other word nearby.
    pub fn show(&self, concept: &str) -> bool {
        self.concepts.contains(&concept)
    }

    /// Both tell what kind of event it was, and no kind is shared.
    pub fn differ(&self, other: &EventWords) -> bool {
        !self.kinds.is_empty() && !other.kinds.is_empty() && !self.kinds.iter().any(|k| other.kinds.contains(k))
    }

    /// Both tell one kind of event, by a verb or a noun; what is made known may be anything.
    pub fn tell_one_kind(&self, other: &EventWords) -> bool {
        self.acts().any(|k| other.kinds.contains(&k))
    }

    /// Each tells one step of a case, and they are two: who was arrested in the morning was in court in the afternoon.
    pub fn are_two_steps(&self, other: &EventWords) -> bool {
        let of_one = |x: u32, y: u32| [OF_A_FIRE, OF_A_CRIME].iter().any(|case| x & case != 0 && y & case != 0);
        self.step.zip(other.step).is_some_and(|(x, y)| x != y && of_one(x, y))
    }

    /// One of them tells an act that the other does not.
    pub fn tell_more(&self, other: &EventWords) -> bool {
        (self.acts().next().is_some() || other.acts().next().is_some()) && !self.tell_one_kind(other)
    }

    /// The kinds of act that the words tell.
    pub fn acts(&self) -> impl Iterator<Item = &'static str> {
        self.kinds.iter().copied().filter(|k| *k != "announce")
    }
}

/// The step that words tell; none if there are several.
fn step(words: &str) -> Option<u32> {
    let told = words.split(' ').filter(|w| w.starts_with(char::is_lowercase));
    let mut steps = told.map(|w| SETS.get(lexicon().words.id(w)) & (OF_A_FIRE | OF_A_CRIME | CHARGE)).filter(|s| *s != 0);
    let first = steps.next()?;
    (first.is_power_of_two() && first != CHARGE && steps.all(|s| s == first)).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_words_show() {
        let words = EventWords::read;
        assert!(words("Lee killed guard").show("dead") && !words("Lee entered shop").show("dead"));
        assert!(words("shooting").differ(&words("clashes")) && !words("Lee shot guard").differ(&words("shooting")));
        assert!(!words("shooting").differ(&words("Lee entered shop")), "nobody knows what that was");
        assert!(words("Lee taken custody").tell_one_kind(&words("police arrested Lee")));
        assert!(
            words("Lee arrested").are_two_steps(&words("Lee appeared court"))
                && words("murder taken place").are_two_steps(&words("body found"))
        );
        assert!(
            !words("Lee arrested").are_two_steps(&words("Lee taken custody"))
                && !words("Lee shot").are_two_steps(&words("body found dead"))
        );
        assert!(words("board released report").tell_one_kind(&words("report published")));
    }
}
