//! How a claim was read, in words.

use super::calendar::spoken;
use crate::claim::{Claim, Date, Figure, Quote, QuoteForm, Role, RoleStatus};
use crate::value::{Amount, Dimension};

/// The reading that was compared; `None` when it is no more than the words.
pub fn reading(claim: &Claim) -> Option<String> {
    let figure = claim.figure.as_deref().map(figure);
    let date = claim.date.as_deref().map(date);
    let role = claim.role.as_deref().map(role);
    let quote = claim.quote.as_deref().map(quote);
    let name = claim.person.as_ref().map(|p| &p.name).or_else(|| claim.place.as_ref().map(|p| &p.name));
    figure.or(date).or(role).or(quote).or_else(|| name.filter(|n| **n != claim.text).map(ToString::to_string))
}

fn figure(f: &Figure) -> String {
    let unit = if f.dimension == Dimension::Share { "%" } else { f.unit.as_deref().unwrap_or("") };
    let what = f.measure.as_deref().map_or(String::new(), |m| format!(" ({m})"));
    let when = f.as_of.as_deref().map_or(String::new(), |d| format!(", as of {}", spoken(d)));
    format!("{} {unit}", interval(f.low, f.high)).trim_end().to_owned() + &what + &when
}

/// An interval of amounts.
fn interval(low: Option<Amount>, high: Option<Amount>) -> String {
    match (low, high) {
        (Some(a), Some(b)) if a == b => grouped(a),
        (Some(a), Some(b)) => format!("{} to {}", grouped(a), grouped(b)),
        (Some(a), None) => format!("{} or more", grouped(a)),
        (None, Some(b)) => format!("{} or less", grouped(b)),
        (None, None) => "no amount".to_owned(),
    }
}

/// An amount with a comma after each three digits before the point.
pub fn grouped(amount: Amount) -> String {
    let text = amount.to_string();
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |d| ("-", d));
    let mut out = String::from(sign);
    for (i, c) in digits.char_indices() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out + rest
}

fn date(d: &Date) -> String {
    match &d.edtf {
        Some(edtf) if d.relative => format!("{}, reckoned from the article's date", spoken(edtf)),
        Some(edtf) => spoken(edtf),
        None => "no day that the text fixes".to_owned(),
    }
}

fn role(r: &Role) -> String {
    let status = match r.status {
        RoleStatus::Current => "",
        RoleStatus::Former => "former ",
        RoleStatus::Acting => "acting ",
        RoleStatus::Interim => "interim ",
        RoleStatus::Deputy => "deputy ",
        RoleStatus::Elect => "elected, not yet in office: ",
        RoleStatus::Then => "then ",
    };
    format!("{}: {status}{}", r.person, r.title)
}

fn quote(q: &Quote) -> String {
    let who = q.speaker.as_deref().unwrap_or("nobody named");
    let form = match q.form {
        QuoteForm::Direct => "quoted",
        QuoteForm::Fragment => "quoted in part",
        QuoteForm::Scare => "in quotation marks",
        QuoteForm::Title => "a title",
        QuoteForm::Pull => "pull quote",
    };
    let relay = q.relayed_by.as_deref().map_or(String::new(), |r| format!(", relayed by {r}"));
    format!("{form}: {who}{relay}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_grouped_by_three() {
        let grouped = |s: &str| grouped(s.parse().unwrap());
        assert_eq!(grouped("701"), "701");
        assert_eq!(grouped("5660"), "5,660");
        assert_eq!(grouped("-1234567.25"), "-1,234,567.25");
    }

    #[test]
    fn intervals_say_which_end_is_open() {
        let n = |s: &str| s.parse::<Amount>().ok();
        assert_eq!(interval(n("18.5"), n("19.5")), "18.5 to 19.5");
        assert_eq!(interval(n("12"), n("12")), "12");
        assert_eq!(interval(n("12"), None), "12 or more");
        assert_eq!(interval(None, n("12")), "12 or less");
    }
}
