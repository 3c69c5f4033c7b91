//! One group explained: what its members share, what each says, by which rule it has its status, and what would give it another.

use std::io::{self, Write};

use crate::claim::{Offsets, RoleStatus, Source};
use crate::reconcile::figures::text::stands_for;
use crate::reconcile::group::{Group, GroupKind, Reason, Status};
use crate::reconcile::trace::{Fit, Part, PartName, Says, Stated, Trace};
use crate::report::layout::printable;

/// Values of one part that are listed.
const LISTED: usize = 6;

/// Writes the explanation of a group of these articles.
pub fn write(group: &Group, trace: &Trace, sources: &[Source], out: &mut impl Write) -> io::Result<()> {
    let status = word(group.status);
    let disputed = if group.disputed_by_parties { ", disputed by parties" } else { "" };
    writeln!(out, "{}  [{}, {status}{disputed}, {}]\n", printable(&group.label), word(group.kind), group.id)?;
    writeln!(out, "ALIGNED BY")?;
    for part in &trace.parts {
        writeln!(out, "  {}", printable(&part_line(part, trace.members.len())))?;
    }
    writeln!(out, "\nMEMBERS")?;
    for member in &trace.members {
        member_lines(member, sources, out)?;
    }
    let reasons: Vec<String> = group.reasons.iter().map(word).collect();
    writeln!(out, "\nRULE  {status} / {}", reasons.join(", "))?;
    for reason in &group.reasons {
        writeln!(out, "  {}", rule(*reason, group.kind))?;
    }
    writeln!(out, "  Here: {}", printable(&group.explanation))?;
    writeln!(out, "\nWHAT WOULD CHANGE IT\n  {}", printable(&turn(group, trace)))
}

/// The word of a closed vocabulary, as in the JSON report.
fn word(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

fn part_line(part: &Part, members: usize) -> String {
    let name = match part.name {
        PartName::Act => "what happened",
        PartName::Party => "who takes part",
        PartName::Entity => "entity",
        PartName::Office => "office",
        PartName::Speaker => "speaker",
        PartName::Concept => "concept",
        PartName::Head => "counted noun",
        PartName::Base => "of what",
        PartName::Subject => "subject",
        PartName::Time => "time",
        PartName::Places => "places",
        PartName::Names => "names around",
        PartName::Words => "words around",
        PartName::Claimer => "said by",
    };
    let fit = match part.fit {
        Fit::Matched => "matches",
        Fit::Partly => "matches where given",
        Fit::Differs => "differs",
    };
    let listed: Vec<String> = part.values.iter().take(LISTED).map(|(v, n)| format!("{v} ({n} of {members})")).collect();
    format!("{name:<14} {fit:<20} {}", listed.join(", "))
}

fn member_lines(member: &Stated, sources: &[Source], out: &mut impl Write) -> io::Result<()> {
    let place = match sources.iter().find(|s| s.id == member.source) {
        Some(s) if s.offsets == Offsets::File => format!("{}:{}", s.path, member.line),
        Some(s) => s.path.clone(),
        None => member.source.clone(),
    };
    writeln!(out, "  \"{}\" reads as {}  ({})", printable(&member.text), printable(&reading(&member.says)), printable(&place))?;
    writeln!(out, "      {}", printable(&member.sentence))
}

fn reading(says: &Says) -> String {
    match says {
        Says::Figure { low, high, unit, dimension } => stands_for(*low, *high, unit.as_deref(), *dimension),
        Says::Days(None) => "a day that cannot be tied to the calendar".to_owned(),
        Says::Days(Some((first, last))) if first == last => first.to_string(),
        Says::Days(Some((first, last))) => format!("{first} to {last}"),
        Says::Name(name) => name.clone(),
        Says::Office { title, status: RoleStatus::Current } => title.clone(),
        Says::Office { title, status } => format!("{} {title}", word(*status)),
        Says::Words(n) => format!("{n} words"),
    }
}

/// The rule that a reason stands for.
fn rule(reason: Reason, kind: GroupKind) -> &'static str {
    match reason {
        Reason::Attribution if kind != GroupKind::Quote => "One side says that it happened, and another denies or contests it.",
        Reason::Same => "The same value in the same form.",
        Reason::Format => "The same value, written in another way.",
        Reason::Rounding => "A number rounded to fewer places stands for all that round to it.",
        Reason::Truncation => "A number cut off at a coarser place may lie less than one unit of that place below.",
        Reason::Hedge => "A hedged number (about, nearly, some) stands for an interval around it.",
        Reason::Bound => "A bound (at least, more than, up to) is kept by every value on its side.",
        Reason::Range => "A range, or a vague word, is kept by every value inside it.",
        Reason::Unit => "Units are converted exactly before values are compared.",
        Reason::Granularity => "A coarser date holds every finer one inside it.",
        Reason::DayBoundary => "Neighbouring days near midnight, or in two time zones, can be one night.",
        Reason::OrdinalDuration => "The fourth year of something is from three to four years after its beginning.",
        Reason::ExplicitTransition => "A text says itself that the value went from one to the other.",
        Reason::LaterReport => "Counts of this kind move in one direction while a story is reported, and the later report has moved on.",
        Reason::Value => "No value satisfies all members at once.",
        Reason::Backwards => "A later report goes back behind an earlier one without saying that it was revised.",
        Reason::UnitBase => "The units, or what a share is of, cannot be brought together.",
        Reason::MissingScope => "One side does not say for which place or time it holds.",
        Reason::InheritedScope => "An article without a date takes the days of its story as its time.",
        Reason::DateAnchor => "A date, or the report of a count that grows, is not fixed by any article's own date.",
        Reason::Identity => "Whether both name the same is not settled.",
        Reason::NameVariant => "Spellings of one name: another romanisation, or a few letters apart beside an equal part.",
        Reason::MinoritySpelling => "One origin alone has its spelling against two or more.",
        Reason::NameForm => "A surname, a full name and a short form can be one name.",
        Reason::RoleVariant => "Titles of one office, more or less general.",
        Reason::RoleStatus => "A former holder of an office does not hold it at the same time, and neither does a deputy.",
        Reason::Containment => "One place lies inside the other.",
        Reason::Disjoint => "The two exclude each other: days apart, or places of one level that do not overlap.",
        Reason::Identical => "The same words, marks and case aside.",
        Reason::Excerpt => "One quotes an unbroken part of the other, or both have a part in common.",
        Reason::Elided => "One leaves words out.",
        Reason::Bracketed => "One puts words in brackets.",
        Reason::Minor => "They differ in little: light words, the form or the order of words, letters that are not printed.",
        Reason::LikelyTranslation => "The content is one and the wording differs, as translations of one utterance do.",
        Reason::Wording => "Most words are the same, but content words differ.",
        Reason::WordingCritical => "A negation, number, pronoun or modal differs.",
        Reason::Attribution => "The same six or more content words are given to two speakers.",
        Reason::ConversionOk => "The second unit fits the first.",
        Reason::ConversionSuspect => "The second unit does not fit the first.",
        Reason::Modality => "What one reports as done is planned, denied or only claimed in another.",
    }
}

/// What an article would have to say for another status.
fn turn(group: &Group, trace: &Trace) -> String {
    match (group.status, group.kind) {
        (Status::SingleSource, _) => "Another article, copied from none of these, that states it.".to_owned(),
        (Status::Agree | Status::Compatible, GroupKind::Figure) => match common(trace) {
            Some(range) => format!("A plain figure outside {range} would be a conflict, or a change where a text or later dates say so."),
            None => "A plain figure that no member allows would be a conflict.".to_owned(),
        },
        (Status::Agree | Status::Compatible, GroupKind::Date) => "A day outside those named would be a conflict.".to_owned(),
        (Status::Agree | Status::Compatible, GroupKind::Role) => {
            "An article in which the office is former where others have it held, or the other way round, would be a conflict.".to_owned()
        }
        (Status::Agree | Status::Compatible, GroupKind::Quote) => {
            "A version with another negation, number, pronoun, modal or content word, or another speaker, would be a conflict.".to_owned()
        }
        (Status::Agree | Status::Compatible, GroupKind::Place) => {
            "A place that holds none of these and lies in none would be a conflict.".to_owned()
        }
        (Status::Agree | Status::Compatible, GroupKind::Event) => {
            "Another day, place or person for the same act, or an article that says that it did not happen, would be a conflict.".to_owned()
        }
        (Status::Agree | Status::Compatible, GroupKind::Name) => {
            "Nothing that one more article could say makes spellings contradict each other.".to_owned()
        }
        (Status::Conflict, GroupKind::Figure) => {
            "A hedge or bound that lets a common value in would make it compatible; a stated revision, or a count that moves on with later \
             reports, would make it a change."
                .to_owned()
        }
        (Status::Conflict, GroupKind::Role) => "The word \"former\" on both sides or on neither would make it compatible.".to_owned(),
        (Status::Conflict, _) => "One common value among the members would make it compatible.".to_owned(),
        (Status::Changed, _) => "The same dates on all reports, or a series that turns back, would make it a conflict.".to_owned(),
        (Status::Unresolved, _) => group.reasons.first().map_or("", |reason| what_settles(*reason)).to_owned(),
    }
}

/// What would settle a group that is unresolved.
fn what_settles(reason: Reason) -> &'static str {
    match reason {
        Reason::DateAnchor => "A publication date for each article (see --date) would settle it.",
        Reason::MissingScope => "Words in each article that say for which place or time it holds would settle it.",
        Reason::Identity => "Words by which an article says whether both are one, or are two, would settle it.",
        Reason::UnitBase => "The unit, or what the share is of, in both articles would settle it.",
        Reason::Attribution => "A source that says it as a fact, or takes it back, would settle it.",
        Reason::Modality => "The day of each would settle it: both may be true of two days.",
        _ => "Words that tell one act from the other, or that say that there was only one, would settle it.",
    }
}

/// What all figures allow, when they are in one unit: from the highest low end to the lowest high end.
fn common(trace: &Trace) -> Option<String> {
    let figures: Vec<_> = trace
        .members
        .iter()
        .filter_map(|m| if let Says::Figure { low, high, unit, dimension } = &m.says { Some((low, high, (unit, dimension))) } else { None })
        .collect();
    let (unit, dimension) = figures.first()?.2;
    if figures.iter().any(|f| f.2 != (unit, dimension)) {
        return None;
    }
    let low = figures.iter().filter_map(|f| *f.0).max();
    let high = figures.iter().filter_map(|f| *f.1).min();
    if low.zip(high).is_some_and(|(a, b)| a > b) {
        return None;
    }
    Some(reading(&Says::Figure { low, high, unit: unit.clone(), dimension: *dimension }))
}
