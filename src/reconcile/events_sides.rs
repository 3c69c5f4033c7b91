//! Matters that have two sides, one told by one article and one by another: job cuts and new jobs, an act that was done and was not.
//!
//! What tells a side is compared with nothing but the other side of the same matter, so that agreement of these claims is no finding; those
//! without a counterpart take no part and are not shown.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::called::Names;
use super::events::is_long_before;
use super::events_verdict::words_behind;
use super::group::{Draft, GroupKind, Reason, Status, Verdict};
use super::nearness::{Nearness, nearness};
use super::story::Story;
use crate::claim::{Modality, Part};
use crate::lexicon::events::EventConcept;
use crate::lexicon::{lexicon, stem, synonyms};
use crate::value::Interval;
use crate::value::time::Relation;

#[derive(Clone, Copy, PartialEq)]
enum Tense {
    Past,
    /// What has been done, or not, by the time of the report.
    Perfect,
    Now,
    Ahead,
}

/// A claim that tells one side.
struct Side<'a> {
    member: usize,
    line: usize,
    concept: &'static EventConcept,
    verb: &'a str,
    yes: bool,
    /// Who does it, by name.
    who: Vec<&'a str>,
    /// By a noun.
    subject: Option<&'a str>,
    whom: Vec<&'a str>,
    head: Option<&'a str>,
    number: Option<&'a str>,
    of: Option<&'a str>,
    tense: Tense,
    days: Option<Interval>,
    day: Option<&'a str>,
    place: Option<&'a str>,
    claimer: Option<&'a str>,
    published: Option<Date>,
    denied: bool,
    /// It is told of nobody: `no one was hurt`.
    nobody: bool,
}

/// The groups of matters of which two articles tell the two sides, but for what `found` has as opposed already.
pub fn groups(story: &Story, names: &Names, found: &[Draft]) -> Vec<Draft> {
    let mut matters: BTreeMap<(&str, &str), Vec<Side>> = BTreeMap::new();
    for side in (0..story.claims.len()).filter_map(|m| side(story, m)) {
        let verb = if side.concept.name == "act" { side.verb } else { "" };
        matters.entry((side.concept.name, verb)).or_default().push(side);
    }
    // what has a name of its own before what is told by any verb
    let open = |sides: &[Side]| sides.iter().any(|s| ["act", "custody"].contains(&s.concept.name));
    let (open, named): (Vec<&Vec<Side>>, Vec<&Vec<Side>>) = matters.values().partition(|sides| open(sides));
    let mut drafts: Vec<Draft> = Vec::new();
    for group in named.into_iter().chain(open).flat_map(|sides| opposed(story, sides)) {
        if !is_known(story, &group, found.iter().chain(&drafts)) {
            drafts.push(draft(story, names, group));
        }
    }
    drafts
}

/// Two sides of one matter, with what is to be said of them.
struct Opposed<'a> {
    yes: Vec<&'a Side<'a>>,
    no: Vec<&'a Side<'a>>,
    verdict: Verdict,
}

fn side<'a>(story: &'a Story, member: usize) -> Option<Side<'a>> {
    let m = &story.claims[member];
    let event = m.claim.event.as_deref()?;
    let concept = lexicon().events.named(&event.concept).filter(|c| c.sided)?;
    let with = |parts: &[Part]| -> Vec<&str> {
        event.participants.iter().filter(|p| parts.contains(&p.role)).map(|p| story.entities.id(m.line, &p.entity)).collect()
    };
    let days = event.edtf.as_deref().and_then(Interval::parse);
    let published = story.published(member);
    if days.zip(published).is_some_and(|(d, report)| is_long_before(d.after, report)) {
        return None;
    }
    let tense = match m.key.terms.first().map(|t| t.as_str()) {
        Some("ahead") => Tense::Ahead,
        Some("now") => Tense::Now,
        Some("perfect") => Tense::Perfect,
        _ => Tense::Past,
    };
    Some(Side {
        member,
        line: m.line,
        concept,
        verb: m.key.verb.as_deref()?,
        yes: event.modality == Modality::Done,
        who: with(&[Part::Agent, Part::Partner]),
        subject: m.key.subject.as_deref(),
        whom: with(&[Part::Object, Part::Beneficiary]),
        head: m.key.head.as_deref(),
        number: m.key.modifiers.first().map(|n| n.as_str()).filter(|n| !n.is_empty()),
        of: m.key.modifiers.get(1).map(|n| n.as_str()).filter(|n| !n.is_empty()),
        tense,
        days,
        day: event.day.as_deref(),
        place: event.place.as_deref(),
        claimer: m.claim.claimer.as_deref(),
        published,
        denied: event.modality == Modality::Denied,
        nobody: m.key.base.is_some(),
    })
}

/// All pairs that contradict each other, those that share a claim in one group.
fn opposed<'a>(story: &Story, sides: &'a [Side<'a>]) -> Vec<Opposed<'a>> {
    const MOST: usize = 24;
    let (yes, no): (Vec<&Side>, Vec<&Side>) = sides.iter().partition(|s| s.yes);
    let (yes, no) = (&yes[..yes.len().min(MOST)], &no[..no.len().min(MOST)]);
    let one = Cast::of(sides);
    let mut out: Vec<Opposed> = Vec::new();
    for a in yes {
        for b in no {
            // who tells both sides tells of two matters, or of a turn
            let both =
                yes.iter().any(|y| y.line == b.line && one.is_of_one(y, b)) || no.iter().any(|n| n.line == a.line && one.is_of_one(a, n));
            if a.line == b.line || both || !one.is_of_one(a, b) || !is_of_one_time(a, b) || are_told_of_two(story, a, b) {
                continue;
            }
            let Some(verdict) = verdict(a, b) else { continue };
            match out.iter_mut().find(|g| g.yes.iter().chain(&g.no).any(|s| s.member == a.member || s.member == b.member)) {
                Some(group) => {
                    [(&mut group.yes, *a), (&mut group.no, *b)]
                        .into_iter()
                        .filter(|(list, s)| list.iter().all(|o| o.member != s.member))
                        .for_each(|(list, s)| list.push(s));
                    if verdict.status < group.verdict.status {
                        group.verdict = verdict;
                    }
                }
                None => out.push(Opposed { yes: vec![a], no: vec![b], verdict }),
            }
        }
    }
    out
}

/// Whom the claims on one matter name.
struct Cast<'a> {
    /// The only one who does it by name.
    who: Option<&'a str>,
    whom: Option<&'a str>,
    /// How many companies they name.
    companies: usize,
    /// How many kinds of bodies that vote.
    bodies: usize,
}

impl<'a> Cast<'a> {
    fn of(sides: &[Side<'a>]) -> Self {
        let only = |list: &dyn Fn(&Side<'a>) -> Vec<&'a str>| {
            let mut all = sides.iter().flat_map(list).filter(|e| !e.starts_with("place:"));
            let first = all.next()?;
            all.all(|e| e == first).then_some(first)
        };
        let mut named: Vec<String> = Vec::new();
        for c in sides.iter().filter_map(company) {
            if !named.iter().any(|n| is_one_company(n, &c)) {
                named.push(c);
            }
        }
        let companies = named.len();
        let bodies = sides.iter().filter_map(|s| body(s.subject?)).collect::<BTreeSet<_>>().len();
        Cast { who: only(&|s| s.who.clone()), whom: only(&|s| s.whom.clone()), companies, bodies }
    }

    fn is_of_one(&self, a: &Side, b: &Side) -> bool {
        let c = a.concept;
        let number = a.number.zip(b.number);
        let counted = if c.counted {
            number.is_some_and(|(x, y)| figure(x) == figure(y))
        } else {
            number.is_none_or(|(x, y)| figure(x) == figure(y))
        };
        // sirens in one port leave it open whether there were any in another, on a map or not
        let places = a.place.zip(b.place).is_none_or(|(x, y)| matches!(nearness(x, y), Nearness::Same | Nearness::Inside));
        if c.name == "hurt" {
            return places && are_hurt(a, b);
        }
        if c.name == "unanimity" {
            let bodies = a.subject.and_then(body).zip(b.subject.and_then(body));
            return bodies.map_or(self.bodies < 2, |(x, y)| x == y);
        }
        // "the army did not arrest him" leaves it open whether the police did
        const CLEARS: [&str; 5] = ["absolve", "clear", "exonerate", "rule out as", "vindicate"];
        let denies = matches!(c.name, "suspicion" | "custody") && !CLEARS.contains(&b.verb);
        if denies && !(b.who.is_empty() && b.subject.is_none()) && !self.is_same_doer(a, b) {
            return false;
        }
        counted && places && (!c.who || self.is_same_doer(a, b)) && (!c.whom || self.is_same_object(a, b))
    }

    fn is_same_doer(&self, a: &Side, b: &Side) -> bool {
        // "its shares" are those of the only company whose shares the story tells of
        if a.concept.name == "shares" {
            return match (company(a), company(b)) {
                (Some(x), Some(y)) => is_one_company(&x, &y),
                _ => self.companies < 2,
            };
        }
        let unknown = |s: &Side| s.who.is_empty() && s.subject.is_none_or(|h| h == "?");
        if !a.who.is_empty() && !b.who.is_empty() {
            return share(&a.who, &b.who);
        }
        if let Some((x, y)) = a.subject.zip(b.subject).filter(|(x, y)| *x != "?" && *y != "?") {
            return means(x) == means(y);
        }
        // "the company" beside the only one that has a name
        let stands_for = |noun: &Side, named: &Side| {
            let head = noun.subject.filter(|_| noun.who.is_empty());
            self.who.is_some_and(|w| named.who.contains(&w) && head.is_some_and(|h| is_noun_of(h, w)))
        };
        if stands_for(a, b) || stands_for(b, a) {
            return true;
        }
        // who speaks of it for both, or what nobody did
        let speaker = a.claimer.is_some() && a.claimer == b.claimer;
        (unknown(a) || unknown(b)) && speaker || a.concept.name == "act" && b.who.is_empty() && b.subject.is_none()
    }

    fn is_same_object(&self, a: &Side, b: &Side) -> bool {
        let heads = a.head.zip(b.head).map(|(x, y)| means(x) == means(y));
        if !a.whom.is_empty() && !b.whom.is_empty() {
            return share(&a.whom, &b.whom) && (a.concept.name != "act" || heads != Some(false));
        }
        if a.of.zip(b.of).is_some_and(|(x, y)| means(x) != means(y)) {
            return false;
        }
        let any = a.whom.is_empty() && b.whom.is_empty();
        if a.concept.name == "act" && any && a.head.is_none() && b.head.is_none() {
            return true;
        }
        let one = a.concept.name == "takeover" && self.whom.is_some();
        any && heads == Some(true) || one && (a.head.is_some() || b.head.is_some())
    }
}

/// Two entities are one, of whatever kind a heading has taken it for.
fn share(a: &[&str], b: &[&str]) -> bool {
    let slug = |e: &str| e.split_once(':').map_or(e.to_owned(), |(_, s)| s.to_owned());
    a.iter().any(|x| b.iter().any(|y| slug(x) == slug(y)))
}

/// The company that a side names, by the words of its id or by its name as it is written.
fn company(s: &Side) -> Option<String> {
    let id = s.who.first().map(|e| e.split_once(':').map_or(*e, |(_, slug)| slug).to_owned());
    id.or_else(|| s.subject.filter(|n| *n != "?").map(str::to_owned))
}

/// One is written in full, the other by its first word, perhaps as a stem.
fn is_one_company(x: &str, y: &str) -> bool {
    x.starts_with(y) || y.starts_with(x)
}

/// Nobody is hurt, or somebody is; or the same person.
fn are_hurt(yes: &Side, no: &Side) -> bool {
    let nobody = no.nobody && no.whom.is_empty() && no.who.is_empty();
    let person = |s: &Side| -> Vec<String> { s.whom.iter().chain(&s.who).map(|e| (*e).to_owned()).collect() };
    nobody || !person(no).is_empty() && person(no) == person(yes)
}

/// The body that a noun of those who vote stands for; none for a member of anything.
fn body(noun: &str) -> Option<&str> {
    const BODIES: [(&str, &str); 12] = [
        ("deputi", "parliament"),
        ("director", "board"),
        ("judg", "court"),
        ("juri", "court"),
        ("juror", "court"),
        ("justic", "court"),
        ("lawmak", "parliament"),
        ("magistr", "court"),
        ("minist", "cabinet"),
        ("panel", "court"),
        ("senat", "parliament"),
        ("tribun", "court"),
    ];
    (noun != "member").then(|| BODIES.iter().find(|(n, _)| *n == noun).map_or(noun, |(_, body)| *body))
}

/// A figure of a number in words, where it is a small one.
fn figure(number: &str) -> String {
    super::events_only::count(&format!("noun:{number}-x")).unwrap_or(number).to_owned()
}

fn means(head: &str) -> String {
    synonyms::of(&stem(head)).to_owned()
}

/// A noun such as `company`, for a body; `man` or an office for nobody but who bears it.
fn is_noun_of(head: &str, entity: &str) -> bool {
    const BODIES: [&str; 30] = [
        "airlin",
        "author",
        "bank",
        "board",
        "brewer",
        "broadcast",
        "builder",
        "carmak",
        "carrier",
        "chain",
        "club",
        "council",
        "compani",
        "develop",
        "firm",
        "giant",
        "group",
        "hospit",
        "insur",
        "manufactur",
        "maker",
        "museum",
        "oper",
        "owner",
        "produc",
        "retail",
        "stock",
        "team",
        "union",
        "univers",
    ];
    entity.starts_with("org:") && BODIES.contains(&head)
}

/// The days go together; what is told of the past goes with what was to come only where plans may turn.
fn is_of_one_time(yes: &Side, no: &Side) -> bool {
    let c = yes.concept;
    let apart = yes.days.zip(no.days).is_some_and(|(x, y)| matches!(x.relate(y), Relation::Disjoint | Relation::Adjacent));
    let named = yes.day.zip(no.day).is_some_and(|(x, y)| x != y);
    let day = |s: &Side| s.days.map(|d| d.first).or(s.published);
    let daily = !c.daily || day(yes).is_some() && day(yes) == day(no);
    // "did not come on Monday" leaves the other days open
    let open = !c.state && !c.turns && (no.days.is_some() || no.day.is_some()) && yes.days.is_none() && yes.day.is_none();
    let tenses = match (yes.tense, no.tense) {
        // "missed the match", "will play the next"
        (Tense::Past, _) | (_, Tense::Past) if c.name == "fitness" => false,
        (x, y) if x == y || c.state => true,
        (Tense::Ahead, _) => c.turns || no.tense == Tense::Now,
        (_, Tense::Ahead) => yes.tense == Tense::Now,
        _ => true,
    };
    !apart && !named && daily && tenses && !open
}

/// What stands behind a negation restricts it where the other does not have it: `did not pay in cash`.
fn are_told_of_two(story: &Story, yes: &Side, no: &Side) -> bool {
    if occasion(story, yes) != occasion(story, no) || are_hours_apart(story, yes, no) {
        return true;
    }
    let words = story.sentence(yes.member).split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let told: Vec<String> = words.map(|w| means(&w.to_lowercase())).collect();
    // "did not refund passengers who had booked through agents"
    let tells_more = || words_behind(story, no.member).iter().any(|w| !told.contains(w));
    let behind = story.behind(no.member).trim_start();
    let some = ["who ", "whose ", "whom ", "that ", "which ", "with ", "without "].iter().any(|w| behind.starts_with(w));
    if some && tells_more() {
        return true;
    }
    if ["takeover", "tenure", "race", "fitness", "suspicion"].contains(&yes.concept.name) {
        const OF_ANY: [&str; 5] = ["accus", "charg", "involv", "suspicion", "wrongdo"];
        let words = |s: &Side| words_behind(story, s.member).into_iter().filter(|w| !OF_ANY.contains(&w.as_str())).collect::<BTreeSet<_>>();
        let (x, y) = (words(yes), words(no));
        return !x.is_subset(&y) && !y.is_subset(&x);
    }
    if !["act", "hurt"].contains(&yes.concept.name) {
        return false;
    }
    tells_more()
}

/// The words that tell one of several occasions: `the second explosion`.
fn occasion(story: &Story, s: &Side) -> Vec<String> {
    const WORDS: [&str; 12] =
        ["another", "earlier", "first", "fourth", "last", "next", "other", "previous", "second", "separate", "similar", "third"];
    let text = &story.claims[s.member].claim.text;
    let behind = story.behind(s.member).split([',', ';', ':', '.']).next().unwrap_or_default();
    let before = story.before(s.member).rsplit([',', ';', ':', '.']).next().unwrap_or_default();
    let words = before.split_whitespace().chain(text.split_whitespace()).chain(behind.split_whitespace()).map(str::to_lowercase);
    words.filter(|w| WORDS.contains(&w.as_str())).collect()
}

/// One is told of another part of the day: `up at noon`, `closed down`.
fn are_hours_apart(story: &Story, yes: &Side, no: &Side) -> bool {
    const PARTS: [(&str, &str); 16] = [
        ("afternoon", "afternoon"),
        ("bell", "close"),
        ("close", "close"),
        ("closed", "close"),
        ("closing", "close"),
        ("dawn", "morning"),
        ("early", "morning"),
        ("evening", "evening"),
        ("midday", "noon"),
        ("midnight", "night"),
        ("morning", "morning"),
        ("night", "night"),
        ("noon", "noon"),
        ("opened", "morning"),
        ("opening", "morning"),
        ("premarket", "morning"),
    ];
    let parts = |s: &Side| -> BTreeSet<&str> {
        let behind = story.behind(s.member).split([',', ';', ':', '.']).next().unwrap_or_default();
        let text = [story.before(s.member), &story.claims[s.member].claim.text, behind].join(" ").to_lowercase();
        let words = text.split(|c: char| !c.is_alphanumeric());
        words.filter_map(|w| PARTS.iter().find(|(word, _)| *word == w).map(|(_, part)| *part)).collect()
    };
    let (x, y) = (parts(yes), parts(no));
    if yes.concept.name == "shares" {
        // what is told without an hour is told of the close
        let close = |p: &BTreeSet<&str>| p.is_empty() || p.contains("close");
        return !(close(&x) && close(&y)) && x.is_disjoint(&y);
    }
    !x.is_empty() && !y.is_empty() && x.is_disjoint(&y)
}

/// What the two are to each other; none where both can be.
fn verdict(yes: &Side, no: &Side) -> Option<Verdict> {
    let c = yes.concept;
    let order = yes.published.zip(no.published).map(|(a, b)| a.cmp(&b));
    let later = order.is_some_and(|o| o.is_ne());
    let past = |s: &Side| matches!(s.tense, Tense::Past | Tense::Perfect);
    let planned = yes.tense == Tense::Ahead && past(no);
    if c.name == "takeover" {
        // one approves it and another does not: no contradiction but where it comes later
        let same = !yes.who.is_empty() && yes.who == no.who || yes.subject.is_some() && yes.subject == no.subject;
        if !same && !planned && order.is_none_or(|o| o.is_ge()) {
            return None;
        }
    }
    let plans = c.name == "act" && yes.tense == Tense::Ahead && no.tense == Tense::Ahead;
    if (c.turns || plans) && (later || planned) {
        let (reason, text) = if later {
            (Reason::LaterReport, "told otherwise in a later report")
        } else {
            (Reason::ExplicitTransition, "planned and then stopped")
        };
        return Some(Verdict::new(Status::Changed, reason, text));
    }
    let ahead = !past(yes) && !past(no) || c.state || c.name == "unanimity";
    let own = |s: &Side| (s.claimer.is_none() || ahead || is_authority(s.claimer)) && !s.denied;
    if !own(yes) && !own(no) && yes.claimer != no.claimer {
        return None;
    }
    if !own(yes) || !own(no) {
        // "no shots were fired", and somebody is said to have fired some: at another time perhaps
        if c.name == "act" && no.who.is_empty() && no.subject.is_none() {
            return None;
        }
        return Some(Verdict::new(Status::Unresolved, Reason::Attribution, "told by one article, and by another as what somebody says"));
    }
    // "has not been found", and is found later; what did not happen on an occasion has not happened
    let open = no.tense == Tense::Perfect || no.tense == Tense::Now || c.name == "custody";
    if order.is_some_and(|o| o.is_gt()) && open && !c.state && !ahead && yes.days.is_none_or(|d| no.published.is_some_and(|p| d.first >= p))
    {
        return Some(Verdict::new(Status::Changed, Reason::LaterReport, "not so in an earlier report, but in a later one"));
    }
    Some(Verdict::new(Status::Conflict, Reason::Modality, "two articles tell the opposite"))
}

/// Police and the like, whose word articles take for a fact: `police`, `a court official`, but not `a tennis court owner`.
fn is_authority(claimer: Option<&str>) -> bool {
    const AUTHORITIES: [&str; 14] = [
        "authorities",
        "commission",
        "council",
        "court",
        "department",
        "investigators",
        "judge",
        "ministry",
        "officials",
        "police",
        "prosecutor",
        "prosecutors",
        "office",
        "rescuers",
    ];
    const SPEAKERS: [&str; 15] = [
        "chief",
        "clerk",
        "commissioner",
        "detective",
        "documents",
        "officer",
        "officers",
        "official",
        "records",
        "report",
        "s",
        "spokesman",
        "spokesperson",
        "spokeswoman",
        "statement",
    ];
    const OF: [&str; 4] = ["at", "for", "in", "of"];
    let Some(claimer) = claimer else { return false };
    let words: Vec<&str> = claimer.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let Some(at) = words.iter().rposition(|w| AUTHORITIES.contains(&w.to_lowercase().as_str())) else { return false };
    let behind = words[at + 1..].iter().take_while(|w| !OF.contains(w));
    behind.into_iter().all(|w| SPEAKERS.contains(&w.to_lowercase().as_str()) || w.starts_with(char::is_uppercase))
}

/// Another group has two claims of the sentences of both sides as opposed.
fn is_known<'d>(story: &Story, group: &Opposed, mut found: impl Iterator<Item = &'d Draft>) -> bool {
    let sentence = |m: usize| story.sentence_number(m);
    let told = |draft: &Draft, sides: &[&Side]| {
        draft.values.iter().flat_map(|v| &v.1).any(|m| sides.iter().any(|s| sentence(s.member) == sentence(*m)))
    };
    let open = |d: &Draft| matches!(d.verdict.status, Status::Conflict | Status::Changed | Status::Unresolved);
    found.any(|d| open(d) && told(d, &group.yes) && told(d, &group.no))
}

fn draft(story: &Story, names: &Names, group: Opposed) -> Draft {
    let first = group.no[0];
    let mut who: Vec<&str> = Vec::new();
    for e in group.yes.iter().chain(&group.no).flat_map(|s| s.who.iter().chain(&s.whom)) {
        if !who.contains(e) && who.len() < 3 {
            who.push(e);
        }
    }
    let called: Vec<String> = who.iter().map(|e| names.name(e, story.sentence(first.member))).collect();
    let what = if first.concept.name == "act" { first.verb } else { first.concept.label };
    let value =
        |sides: &[&Side]| (story.claims[sides[0].member].claim.text.to_string(), sides.iter().map(|s| s.member).collect::<Vec<_>>());
    Draft {
        kind: GroupKind::Event,
        identity: format!("{}|{}|{}", first.concept.name, what, who.join("|")),
        label: if called.is_empty() { what.to_owned() } else { format!("{what}: {}", called.join(", ")) },
        values: vec![value(&group.yes), value(&group.no)],
        verdict: group.verdict,
    }
}

/// Whether a claim tells a side, and so is shown only in a group.
pub fn is_of_a_side(claim: &crate::claim::Claim) -> bool {
    claim.event.as_deref().is_some_and(|e| lexicon().events.named(&e.concept).is_some_and(|c| c.sided))
}
