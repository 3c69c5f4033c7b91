//! What a value says whatever its wording, so that "11" and "eleven people" are shown, and remembered, as one.

use crate::claim::{Claim, Figure, Role};
use crate::text::fold::fold;

/// The same text for wordings of one value. `claim` is a member that has it; without one only the wording speaks.
pub fn of(claim: Option<&Claim>, wording: &str) -> String {
    let said = claim.and_then(|c| {
        let figure = c.figure.as_deref().and_then(figure);
        figure.or_else(|| c.date.as_ref()?.edtf.as_ref().map(ToString::to_string)).or_else(|| c.role.as_deref().map(role))
    });
    said.unwrap_or_else(|| fold(wording))
}

/// The interval, with the unit where it measures; what is counted is called differently from article to article.
fn figure(f: &Figure) -> Option<String> {
    let end = |a: &Option<crate::value::Amount>| a.map(|a| a.to_string()).unwrap_or_default();
    let unit = if f.dimension.is_of_things() { "" } else { f.unit.as_deref().unwrap_or_default() };
    (f.low.is_some() || f.high.is_some()).then(|| format!("{}..{} {unit}", end(&f.low), end(&f.high)))
}

fn role(r: &Role) -> String {
    format!("{}{}", r.status.prefix(), r.title)
}
