//! What is asked for is not what is given, and two parties ask for different things: a prison term, damages, a rise in pay.

use crate::claim::Demand;

/// Two values of these may both be right.
pub fn are_of_two_parties(a: Demand, b: Demand) -> bool {
    match (a, b) {
        // it is not known who asks
        (Demand::Asked, other) | (other, Demand::Asked) => other == Demand::Given,
        _ => a != b,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_is_not_given() {
        assert!(are_of_two_parties(Demand::Given, Demand::Asked));
        assert!(are_of_two_parties(Demand::AskedByProsecution, Demand::AskedByDefence));
        assert!(!are_of_two_parties(Demand::Asked, Demand::AskedByDefence));
    }
}
