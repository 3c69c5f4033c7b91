//! What is asked for is not what is given, and two parties ask for different things: a prison term, damages, a rise in pay.

use crate::claim::Demand;

/// Two values of these may both be right: what a party asks for is only that party's, whoever the other value is of.
pub fn are_of_two_parties(a: Option<Demand>, b: Option<Demand>) -> bool {
    match (a, b) {
        // it is not known who asks
        (Some(Demand::Asked), other) | (other, Some(Demand::Asked)) => other == Some(Demand::Given),
        (None, Some(Demand::Given)) | (Some(Demand::Given), None) => false,
        _ => a != b,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_is_not_given() {
        assert!(are_of_two_parties(Some(Demand::Given), Some(Demand::Asked)));
        assert!(are_of_two_parties(Some(Demand::AskedByProsecution), Some(Demand::AskedByDefence)));
        assert!(are_of_two_parties(Some(Demand::AskedByProsecution), None));
        assert!(!are_of_two_parties(Some(Demand::Asked), Some(Demand::AskedByDefence)));
        assert!(!are_of_two_parties(Some(Demand::Given), None) && !are_of_two_parties(None, None));
    }
}
