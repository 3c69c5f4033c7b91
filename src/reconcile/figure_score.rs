//! Results of matches: which two are of one, and whether they are one result.

use super::figure_item::Item;
use crate::value::{Amount, Dimension};

/// Stems of what tells who won, drew or lost.
const TOLD: [&str; 14] =
    ["beat", "beaten", "defeat", "down", "draw", "drew", "edg", "lose", "lost", "loss", "thrash", "victori", "win", "won"];
/// Stems of several matches of one tie.
const SEVERAL: [&str; 4] = ["aggreg", "doublehead", "leg", "seri"];

/// The results of one match: both name its two sides, the day, and as what stands nearest that somebody won or lost.
pub fn are_of_one_match(x: &Item, y: &Item) -> bool {
    let sides = x.key.entities.iter().filter(|e| !e.starts_with("person:") && y.key.entities.contains(e)).count();
    x.line != y.line && is_result(x) && is_result(y) && x.time == y.time && sides > 1
}

/// Another result stands right behind, as that of the next set or match: "6-4, 6-3", "5-3 and 4-2".
pub fn goes_on(behind: &str) -> bool {
    let next = behind.trim_start_matches([',', ' ']);
    next.strip_prefix("and ").unwrap_or(next).starts_with(|c: char| c.is_ascii_digit())
}

/// The same goals or points on either side, whoever is named first.
pub fn are_turned(x: &Item, y: &Item) -> bool {
    x.figure.amount == conceded(y) && y.figure.amount == conceded(x)
}

/// The numbers of a side that the unit of a result has.
fn conceded(i: &Item) -> Option<Amount> {
    let goals: i64 = i.figure.unit.as_deref()?.strip_prefix("to ")?.parse().ok()?;
    Some(Amount::from(goals))
}

/// The score at the end of a match of a day.
fn is_result(i: &Item) -> bool {
    const DAY: i32 = 1;
    let terms = || i.key.terms.iter().map(|t| t.as_str());
    let told = terms().next().is_some_and(|t| TOLD.contains(&t));
    let one = !i.one_of_results && !terms().any(|t| SEVERAL.contains(&t));
    i.figure.dimension == Dimension::Ratio && conceded(i).is_some() && told && one && i.time.is_some_and(|t| t.days() <= DAY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_may_be_one_of_several() {
        assert!(goes_on(", 6-3 in Basel") && goes_on(" 6-3") && goes_on(" and 4-2 on Sunday"));
        assert!(!goes_on(" on Sunday") && !goes_on(", and the crowd left") && !goes_on(""));
    }
}
