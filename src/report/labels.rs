//! What kinds and statuses are called in reports.

use rustc_hash::FxHashSet;

use super::against::{Against, Answer, Check};
use super::dismissal::{Dismissed, State};
use super::index::Index;
use super::layout::{counted, printable};
use super::versions;
use crate::claim::Claim;
use crate::reconcile::group::{Group, GroupKind, Reason, Since, Status};

pub fn kind(kind: GroupKind) -> &'static str {
    match kind {
        GroupKind::Figure => "figure",
        GroupKind::Date => "date",
        GroupKind::Name => "name",
        GroupKind::Role => "role",
        GroupKind::Place => "place",
        GroupKind::Quote => "quote",
        GroupKind::Event => "event",
    }
}

/// Several of a kind, as a heading.
pub fn kinds(kind: GroupKind) -> &'static str {
    match kind {
        GroupKind::Figure => "Figures",
        GroupKind::Date => "Dates",
        GroupKind::Name => "Names",
        GroupKind::Role => "Roles",
        GroupKind::Place => "Places",
        GroupKind::Quote => "Quotations",
        GroupKind::Event => "Events",
    }
}

/// As JSON writes it.
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Conflict => "conflict",
        Status::Changed => "changed",
        Status::Unresolved => "unresolved",
        Status::Compatible => "compatible",
        Status::Agree => "agree",
        Status::SingleSource => "single_source",
    }
}

/// A sign that tells statuses apart without colour.
pub fn sign(status: Status) -> &'static str {
    match status {
        Status::Conflict => "✗",
        Status::Changed => "→",
        Status::Unresolved => "?",
        Status::Compatible => "≈",
        Status::Agree => "=",
        Status::SingleSource => "·",
    }
}

/// How many sources a group has, and how many origins where that is fewer: `3 sources, 2 origins`.
pub fn sources(g: &Group) -> String {
    let copied = (g.origins as usize) < g.sources.len();
    let origins = if copied { format!(", {}", counted(g.origins as usize, "origin")) } else { String::new() };
    counted(g.sources.len(), "source") + &origins
}

/// What has become of a group since an earlier report, where that is news.
pub fn news(g: &Group) -> Option<&'static str> {
    match g.baseline? {
        Since::New => Some("new"),
        Since::Worse => Some("worse than before"),
        Since::NewValue => Some("new value"),
        Since::Known => None,
    }
}

/// A status as a heading.
pub fn heading(status: Status) -> &'static str {
    match status {
        Status::Conflict => "Conflict",
        Status::Changed => "Changed",
        Status::Unresolved => "Unresolved",
        Status::Compatible => "Compatible",
        Status::Agree => "Agree",
        Status::SingleSource => "One source only",
    }
}

/// The events that agree, which are listed by day: ` and 1 event, above`.
pub fn and_events(n: usize) -> String {
    if n == 0 { String::new() } else { format!(" and {}, above", counted(n, "event")) }
}

/// The status of a group as a heading.
pub fn group_heading(g: &Group) -> &'static str {
    if is_disputed(g) { "Disputed by parties" } else { heading(g.status) }
}

/// What sources report alike, and parties dispute, is neither agreed nor a conflict of sources.
pub fn is_disputed(g: &Group) -> bool {
    g.disputed_by_parties && matches!(g.status, Status::Agree | Status::Compatible)
}

/// The answers to the claims of a draft, in order.
pub const ANSWERS: [Answer; 8] = [
    Answer::Contradicted,
    Answer::QuotedDifferently,
    Answer::Older,
    Answer::Newer,
    Answer::SpelledDifferently,
    Answer::Unresolved,
    Answer::Supported,
    Answer::InNoSource,
];

/// An answer as a heading, led by its sign.
pub fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Contradicted => "✗ Contradicted",
        Answer::QuotedDifferently => "≠ Quoted differently",
        Answer::Older => "→ Older than in the sources",
        Answer::Newer => "→ Newer than in the sources",
        Answer::SpelledDifferently => "≈ Spelled differently",
        Answer::Unresolved => "? Unresolved",
        Answer::Supported => "= Supported",
        Answer::InNoSource => "· In no source",
    }
}

/// What a group is about and its first value, without saying anything twice: a name is its value, a quotation is its speaker's, an office
/// is in the title, what is told happened. Of a quotation that is the version that all have, if one is.
pub fn told(group: &Group) -> (String, String) {
    let value = printable(versions::told(group).map_or("", |v| v.display.as_str()));
    let label = printable(&group.label);
    let who = || label.split(": ").next().unwrap_or_default().to_owned();
    match group.kind {
        GroupKind::Name => (String::new(), value),
        GroupKind::Quote => (who(), format!("“{}”", versions::said(&value))),
        GroupKind::Role => (who(), value),
        GroupKind::Date | GroupKind::Place if is_in(bare(&label), &value) => (String::new(), value),
        GroupKind::Date | GroupKind::Place => (bare(&label).to_owned(), value),
        GroupKind::Event => (String::new(), format!("{label}, {value}").replace(&format!(", {HAPPENED}"), "")),
        GroupKind::Figure => (label, value),
    }
}

/// The same in one line: `length: 132 meters`, `five boats (Lowick)`.
pub fn told_in_one(group: &Group) -> String {
    let (what, value) = told(group);
    let counted = || with_noun(&what, &value).filter(|_| group.kind == GroupKind::Figure);
    if what.is_empty() { value } else { counted().unwrap_or_else(|| format!("{what}: {value}")) }
}

/// `five boats (Lowick)` for `boats (Lowick)` and `five boats`: a value that has the noun needs none before it.
fn with_noun(label: &str, value: &str) -> Option<String> {
    let words = |text: &str| -> Vec<String> {
        let each = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
        each.map(|w| w.to_lowercase().trim_end_matches('s').to_owned()).collect()
    };
    let (what, near) = label.split_once(" (").map_or((label, ""), |(what, near)| (what, near));
    let (noun, told) = (words(what), words(value));
    let has = !noun.is_empty() && told.windows(noun.len()).any(|w| w == noun);
    has.then(|| if near.is_empty() { value.to_owned() } else { format!("{value} ({near}") })
}

/// How an event is told that its article has as a fact: of what one article tells, or all tell alike, it goes without saying.
pub const HAPPENED: &str = "happened";

/// The label of a date without a clause around it is the date.
fn is_in(label: &str, value: &str) -> bool {
    let words = value.split(" (").next().unwrap_or(value);
    label.eq_ignore_ascii_case(words)
}

/// Whether the label of a quotation says already that it is this speaker's, by the full name or the surname; of no speaker there is nothing
/// to say.
pub fn names_speaker(g: &Group, speaker: &str) -> bool {
    let who = g.label.split(": ").next().unwrap_or_default();
    speaker.is_empty() || who == speaker || who.strip_suffix(speaker).is_some_and(|first| first.ends_with(' ') && !first.ends_with(" or "))
}

/// Whether a group waits for nothing but the day of an article that states none; of these there are many, and all say the same.
pub fn is_open_date(g: &Group) -> bool {
    g.kind == GroupKind::Date && g.status == Status::Unresolved && g.reasons == [Reason::DateAnchor]
}

/// The label of a date or place without the word that says which.
pub fn bare(label: &str) -> &str {
    label.strip_prefix("when: ").or_else(|| label.strip_prefix("where: ")).unwrap_or(label)
}

/// A note on a claim that no article bears out, though others have its number or words.
pub fn aside(check: &Check, claim: &Claim) -> Option<&'static str> {
    let what = if claim.figure.is_some() { "the same number" } else { "said by others" };
    (check.answer == Answer::InNoSource && !check.elsewhere.is_empty()).then_some(what)
}

/// An answer without its sign.
pub fn answer_words(of: Answer) -> &'static str {
    answer(of).split_once(' ').map_or("", |(_, words)| words)
}

/// How many claims of a draft have each answer, names apart: `1 contradicted, 4 supported (and 8 names)`; then, where there is an earlier
/// report, how many of those that the others do not bear out are new or changed.
pub fn answers(index: &Index, against: &Against) -> String {
    let part = |answer: &Answer| {
        let (claims, names) = with_answer(index, against, *answer);
        let names = if names.is_empty() { String::new() } else { format!(" (and {})", counted(names.len(), "name")) };
        let any = !claims.is_empty() || !names.is_empty();
        any.then(|| format!("{} {}{names}", claims.len(), answer_words(*answer).to_lowercase()))
    };
    let found: Vec<String> = ANSWERS.iter().filter_map(part).collect();
    if found.is_empty() { "no claims".to_owned() } else { found.join(", ") + &fresh(index, against) }
}

/// The claims of a draft with one answer, names apart, each name once however it is written.
pub fn with_answer<'a>(index: &Index, against: &'a Against, answer: Answer) -> (Vec<&'a Check>, Vec<&'a Check>) {
    let checks = against.checks.iter().filter(|c| c.answer == answer);
    let (mut names, claims): (Vec<&Check>, Vec<&Check>) = checks.partition(|c| is_plain_name(index, c));
    let mut seen = FxHashSet::default();
    names.retain(|c| seen.insert(c.group.as_str()));
    (claims, names)
}

/// `; nothing new since the earlier report`, or how many claims of a draft that are not supported were not so then.
fn fresh(index: &Index, against: &Against) -> String {
    if index.report.summary.new.is_none() {
        return String::new();
    }
    let is_found = |c: &&Check| c.answer != Answer::Supported && !is_plain_name(index, c);
    let is_new = |c: &&Check| index.group(&c.group).is_some_and(|g| index.is_news(g));
    match against.checks.iter().filter(is_found).filter(is_new).count() {
        0 => "; nothing new since the earlier report".to_owned(),
        n => format!("; {n} of those not supported new since the earlier report"),
    }
}

/// Some checks of one answer, names apart: `4 claims and 8 names`.
pub fn counted_checks(claims: usize, names: usize) -> String {
    match (claims, names) {
        (0, n) if n > 0 => counted(n, "name"),
        (n, 0) => counted(n, "claim"),
        (n, m) => format!("{} and {}", counted(n, "claim"), counted(m, "name")),
    }
}

/// A name that another article has or has not: no statement that could be supported.
pub fn is_plain_name(index: &Index, check: &Check) -> bool {
    check.answer >= Answer::Supported && index.group(&check.group).is_some_and(|g| g.kind == GroupKind::Name)
}

/// What a dismissal silences: `people killed: "11"; "14 lives"`.
pub fn dismissed(d: &Dismissed) -> String {
    let values: Vec<String> = d.values.iter().map(|v| format!("\"{v}\"")).collect();
    let label = d.label.as_ref().map_or(String::new(), |l| format!("{l}: "));
    printable(&format!("{label}{}", values.join("; ")))
}

/// How many dismissals there are, and how many of them silence a finding.
pub fn counted_dismissals(list: &[Dismissed]) -> String {
    let silent = list.iter().filter(|d| d.state == State::Holds).count();
    let of = if silent < list.len() { format!(", {silent} of them silent") } else { String::new() };
    counted(list.len(), "finding") + &of
}

/// What is said of a dismissal that silences nothing, to stand before its reason.
pub fn state(state: State) -> &'static str {
    match state {
        State::Holds => "",
        State::Lapsed => "lapsed, for it has changed: ",
        State::Absent => "no longer found: ",
        State::NotSought => "not looked for: ",
    }
}
