//! How a claim was read, in words.

use crate::claim::{Claim, Date, Figure, Quote, QuoteForm, Role, RoleStatus};
use crate::reconcile::figures::text::stands_for;
use crate::value::time::spoken::spoken;

/// The reading that was compared; `None` when it is no more than the words.
pub fn reading(claim: &Claim) -> Option<String> {
    let figure = claim.figure.as_deref().map(figure);
    let date = claim.date.as_deref().map(date);
    let role = claim.role.as_deref().map(role);
    let quote = claim.quote.as_deref().map(|q| quote(q, claim.claimer.as_deref()));
    let name = claim.person.as_ref().map(|p| &p.name).or_else(|| claim.place.as_ref().map(|p| &p.name));
    figure.or(date).or(role).or(quote).or_else(|| name.filter(|n| **n != claim.text).map(ToString::to_string))
}

fn figure(f: &Figure) -> String {
    let amount = stands_for(f.low, f.high, f.unit.as_deref(), f.dimension);
    // "2 piers (piers)", "48 pages (page)"
    let single = |s: &str| s.trim_end_matches('s').to_owned();
    let what = f.measure.as_deref().filter(|m| !single(&amount).ends_with(&single(m))).map_or(String::new(), |m| format!(" ({m})"));
    let when = f.as_of.as_deref().map_or(String::new(), |d| format!(", as of {}", spoken(d)));
    amount + &what + &when
}

fn date(d: &Date) -> String {
    match &d.edtf {
        Some(edtf) if d.relative => format!("{}, reckoned from the article's date", spoken(edtf)),
        Some(edtf) => spoken(edtf),
        None => "no calendar day".to_owned(),
    }
}

fn role(r: &Role) -> String {
    let status = if r.status == RoleStatus::Elect { "elected, not yet in office: " } else { r.status.prefix() };
    format!("{}: {status}{}", r.person, r.title)
}

/// `quoted: Ana Petrova (she)`: `who` is the one for whom the speaker as written stands.
fn quote(q: &Quote, who: Option<&str>) -> String {
    let written = q.speaker.as_deref().unwrap_or("nobody named");
    let who = who.filter(|w| *w != written).map_or(written.to_owned(), |w| format!("{w} ({written})"));
    let form = match q.form {
        _ if q.unmarked => return "the same words without quotation marks".to_owned(),
        QuoteForm::Direct => "quoted",
        QuoteForm::Fragment => "quoted in part",
        QuoteForm::Scare => "in quotation marks",
        QuoteForm::Title => "a title",
        QuoteForm::Pull => "pull quote",
    };
    let relay = q.relayed_by.as_deref().map_or(String::new(), |r| format!(", relayed by {r}"));
    format!("{form}: {who}{relay}")
}
