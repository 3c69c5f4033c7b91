//! What somebody asks for, what is given and what is needed: a prison term, damages, a rise in pay, votes.

use crate::claim::Demand;
use crate::extract::written::{Around, Written};
use crate::lexicon::{class, word_sets};
use crate::text::Kind;

word_sets! {
    ASKED = 0: "asked_for";
    GIVEN = 1: "given_out";
    PROSECUTION = 2: "prosecution";
    DEFENCE = 3: "defence";
    /// Words that say that something is needed.
    NEEDING = 4: "needing";
    /// Verbs that say that something was reached.
    HAVING = 5: "having_reached";
    /// Words of hope and of aims.
    WISHING = 6: "hoped_for";
}

/// Whether it is asked for or given, by the nearest such word before the figure.
pub fn demand(around: &Around) -> Option<Demand> {
    const REACH: usize = 14;
    let mut words = around.back().flat_map(|w| w.tokens().rev().filter(|t| t.kind != Kind::Punct)).take(REACH).map(|t| SETS.get(t.word));
    let nearest = words.find(|sets| sets & (ASKED | GIVEN) != 0)?;
    if nearest & GIVEN != 0 {
        return Some(Demand::Given);
    }
    let who = std::iter::once(nearest).chain(words).find(|sets| sets & (PROSECUTION | DEFENCE) != 0);
    Some(match who {
        None => Demand::Asked,
        Some(sets) if sets & DEFENCE != 0 => Demand::AskedByDefence,
        Some(_) => Demand::AskedByProsecution,
    })
}

/// Whether so many votes or seats are needed: "a majority of 51 votes", "60 votes needed to end the debate"; but who "got the required 60
/// votes" has them.
pub fn is_needed(around: &Around) -> bool {
    const NEAR: usize = 3;
    const CLAUSE: usize = 7;
    let majority = || matches!(&around.before[..], [.., majority, of] if majority.text().ends_with("majority") && of.text() == "of");
    let mut near = around.back().take(NEAR).chain(around.behind.iter().take(NEAR));
    let needed = majority() || near.any(|w| w.has(&SETS, NEEDING));
    needed && !around.back().take(CLAUSE).any(|w| w.has(&SETS, HAVING))
}

/// It was only hoped for: "had hoped to raise £60,000", "its target of 900 seats", "the 900-seat target". Between the hope and the figure no
/// more than one verb stands: who hopes to end a four-year war does not hope for the four years.
pub fn is_wished(around: &Around) -> bool {
    const NEAR: usize = 5;
    let light = |w: &&Written| !w.class().any(class::FUNCTION | class::HEDGE);
    let near = around.back().take(NEAR).take_while(|w| !w.ends_with(&[',', ';', ':']));
    let before: Vec<&Written> = near.collect();
    let hope = before.iter().position(|w| w.has(&SETS, WISHING));
    let leads = hope.is_some_and(|at| before[..at].iter().copied().filter(light).count() < 2);
    leads || around.next().is_some_and(|w| w.is(&["goal", "target"]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::beside::tests::ask;

    #[test]
    fn what_is_hoped_for_may_not_come() {
        let wished = [
            "The club had hoped to raise |£60,000|",
            "It beat its target of |900 seats|",
            "They aim to plant |400 trees|",
            "The |£60,000| target",
        ];
        assert!(wished.iter().all(|text| ask(text, is_wished)));
        assert!(!ask("Beating all hopes, the club raised |£93,000|", is_wished) && !ask("It raised |£93,000|", is_wished));
    }

    #[test]
    fn what_is_asked_for_is_not_given() {
        assert_eq!(ask("Prosecutors had sought |two years|", demand), Some(Demand::AskedByProsecution));
        assert_eq!(ask("The lawyer of Karl Roth asked for |two years|", demand), Some(Demand::AskedByDefence));
        assert_eq!(ask("The crew asked for |3%|", demand), Some(Demand::Asked));
        assert_eq!(ask("He was sentenced to |two years|", demand), Some(Demand::Given));
        assert_eq!(ask("The bridge is |two years| old", demand), None);
    }

    #[test]
    fn what_is_needed_is_not_there_yet() {
        let needed = ["a majority of |51 votes|", "The |60 votes| needed to end it", "the required |60 votes|"];
        assert!(needed.iter().all(|text| ask(text, is_needed)));
        let others = ["She got the required |60 votes|", "The party has |51 seats|"];
        assert!(!others.iter().any(|text| ask(text, is_needed)));
    }
}
