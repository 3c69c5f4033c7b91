//! Mutations of real articles: a partly reworded copy in which one figure, date, role or negation is changed, or an event undone. That
//! group must become a conflict, and nothing else may change.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::{Path, PathBuf};

use jiff::civil;

use claimdiff::claim::{BlockRole, Claim, ClaimKind, Modality, RoleStatus};
use claimdiff::reconcile::Outcome;
use claimdiff::reconcile::group::Status;

use super::judge::{compare_dated, percent};
use super::rng::Rng;

/// What was counted for one kind of mutation.
#[derive(Clone, Copy, Debug, Default)]
pub struct Count {
    pub made: u32,
    /// The group of the changed claim became a conflict.
    pub found: u32,
    /// Conflicts that the change brought about, and those of them that hold the changed claim.
    pub conflicts: u32,
    pub right: u32,
    /// Groups without the changed claim that have another status or other members.
    pub others: u32,
}

#[derive(Default)]
pub struct Mutations {
    pub counts: BTreeMap<&'static str, Count>,
    /// What was missed or went wrong, for reading.
    pub errors: Vec<String>,
}

/// A change to one place of a text.
struct Mutation {
    kind: &'static str,
    at: Range<usize>,
    put: String,
}

/// Mutates every article below the folders, so many times for each kind.
pub fn run(folders: &[&str], times: usize) -> Mutations {
    let mut all = Mutations::default();
    for (n, file) in folders.iter().flat_map(|f| texts(Path::new(f))).enumerate() {
        if let Ok(text) = std::fs::read_to_string(&file) {
            article(&mut all, &file.display().to_string(), &text, times, n as u64);
        }
    }
    all
}

fn texts(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|e| e.path()).collect();
    entries.sort();
    let nested = entries.into_iter().flat_map(|p| if p.is_dir() { texts(&p) } else { vec![p] });
    nested.filter(|p| p.extension().is_some_and(|e| e == "txt")).collect()
}

const ORIGINAL: &str = "a.txt";
const COPY: &str = "b.txt";

/// The day of articles that state none: without one, weekdays are never known.
const PUBLISHED: civil::Date = civil::date(2014, 5, 14);

fn two(original: &str, copy: &str) -> Outcome {
    compare_dated(&[(ORIGINAL.to_owned(), original.to_owned()), (COPY.to_owned(), copy.to_owned())], Some(PUBLISHED))
}

fn article(all: &mut Mutations, name: &str, text: &str, times: usize, seed: u64) {
    let copy = reworded(text);
    let before = two(text, &copy);
    let mut rng = Rng::new(seed);
    let mut by_kind: BTreeMap<&str, Vec<Mutation>> = BTreeMap::new();
    for m in before.claims.iter().filter(|c| c.source == COPY && has_twin(&before, c)).filter_map(|c| mutation(&mut rng, &copy, c)) {
        by_kind.entry(m.kind).or_default().push(m);
    }
    for mutations in by_kind.values_mut() {
        rng.shuffle(mutations);
        for m in mutations.iter().take(times) {
            let mut changed = copy.clone();
            changed.replace_range(m.at.clone(), &m.put);
            hold(all, name, m, &copy, &before, &two(text, &changed));
        }
    }
}

/// The claim shares a group with one of the original, at one with it.
fn has_twin(outcome: &Outcome, claim: &Claim) -> bool {
    let calm = |s: Status| matches!(s, Status::Agree | Status::Compatible | Status::SingleSource);
    outcome.groups.iter().any(|g| {
        let members = || g.values.iter().flat_map(|v| &v.claims);
        calm(g.status) && members().any(|c| claim.id == c.as_str()) && members().any(|c| c.starts_with(ORIGINAL))
    })
}

/// Other words for the same, and some sentences left out.
fn reworded(text: &str) -> String {
    const WORDS: [(&str, &str); 16] = [
        (" however ", " though "),
        (" also ", " likewise "),
        (" big ", " large "),
        (" began ", " started "),
        (" because ", " since "),
        (" many ", " numerous "),
        (" while ", " whereas "),
        (" got ", " received "),
        (" help ", " assist "),
        (" need ", " require "),
        (" show ", " demonstrate "),
        (" often ", " frequently "),
        (" enough ", " sufficient "),
        (" next to ", " beside "),
        (" near ", " close to "),
        (" called ", " named "),
    ];
    let text = WORDS.iter().fold(text.to_owned(), |t, (a, b)| t.replace(a, b));
    let kept = text.split_inclusive(". ").enumerate().filter(|(i, _)| i % 9 != 5);
    kept.map(|(_, s)| s).collect()
}

fn mutation(rng: &mut Rng, text: &str, claim: &Claim) -> Option<Mutation> {
    let span = claim.byte_start as usize..claim.byte_end as usize;
    let written = text.get(span.clone())?;
    let (kind, at, put) = match claim.kind {
        ClaimKind::Figure => {
            let f = claim.figure.as_ref()?;
            let exact = f.amount.is_some() && f.hedge.is_none() && !f.ordinal;
            let (at, put) = exact.then(|| other_number(written)).flatten()?;
            ("figure", at, put)
        }
        // Another date of publication moves every relative date of the article.
        ClaimKind::Date if claim.block != BlockRole::Dateline => {
            let (at, put) = other_day(rng, written)?;
            ("date", at, put)
        }
        ClaimKind::Role => {
            let role = claim.role.as_ref().filter(|r| r.status == RoleStatus::Current && r.title.contains(' '))?;
            let lower = written.starts_with(|c: char| c.is_ascii_lowercase()) && !role.title.is_empty();
            ("role", 0..0, lower.then(|| "former ".to_owned())?)
        }
        ClaimKind::Quote => {
            let long = written.split_whitespace().count() >= 8;
            let (at, put) = long.then(|| negated(written)).flatten()?;
            ("negation", at, put)
        }
        ClaimKind::Event => {
            let done = claim.claimer.is_none() && claim.event.as_ref()?.modality == Modality::Done;
            let auxiliary = [" was ", " were "].iter().any(|a| text[..span.start].ends_with(a));
            ("undone", 0..0, (done && auxiliary).then(|| "not ".to_owned())?)
        }
        _ => return None,
    };
    Some(Mutation { kind, at: span.start + at.start..span.start + at.end, put })
}

/// The number with another leading digit, by a third at least.
fn other_number(written: &str) -> Option<(Range<usize>, String)> {
    let at = written.find(|c: char| c.is_ascii_digit() && c != '0')?;
    let digit = written[at..].chars().next()?.to_digit(10)?;
    let other = if digit <= 5 { digit + 3 } else { digit - 4 };
    Some((at..at + 1, other.to_string()))
}

/// Another weekday, or another day of the month.
fn other_day(rng: &mut Rng, written: &str) -> Option<(Range<usize>, String)> {
    const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    if let Some((n, at)) = DAYS.iter().enumerate().find_map(|(n, d)| Some((n, written.find(d)?))) {
        let other = DAYS[(n + 2 + rng.below(3)) % 7];
        return Some((at..at + DAYS[n].len(), other.to_owned()));
    }
    let number = written.split(|c: char| !c.is_ascii_alphanumeric()).find(|w| w.parse::<u32>().is_ok_and(|n| (1..=31).contains(&n)))?;
    let at = written.find(number)?;
    let day: u32 = number.parse().ok()?;
    Some((at..at + number.len(), if day > 14 { day - 6 } else { day + 6 }.to_string()))
}

/// A negation taken away or put behind a verb.
fn negated(written: &str) -> Option<(Range<usize>, String)> {
    if let Some(at) = written.find(" not ") {
        return Some((at..at + 5, " ".to_owned()));
    }
    let verbs = [" is ", " are ", " was ", " were ", " will ", " can ", " should ", " would "];
    let (at, verb) = verbs.iter().filter_map(|v| Some((written.find(v)?, v))).min()?;
    Some((at..at + verb.len(), format!("{verb}not ")))
}

/// Counts what the mutation did.
fn hold(all: &mut Mutations, name: &str, m: &Mutation, copy: &str, before: &Outcome, after: &Outcome) {
    let grown = m.put.len() as i64 - m.at.len() as i64;
    let end = m.at.start + m.put.len();
    let unshifted = |c: &Claim| {
        let at = c.byte_start as i64;
        if c.source == COPY && at > m.at.start as i64 { at - grown } else { at }
    };
    let is_changed =
        |c: &Claim, end: usize| c.source == COPY && (c.byte_start as usize) <= end.max(m.at.start + 1) && c.byte_end as usize >= m.at.start;
    let old = groups(before, |c| c.byte_start as i64, |c| is_changed(c, m.at.end));
    let new = groups(after, unshifted, |c| is_changed(c, end));
    let conflicts: Vec<&Signed> = new.iter().filter(|g| g.status == Status::Conflict && !old.contains(g)).collect();
    let right = conflicts.iter().filter(|g| g.changed).count() as u32;
    let calm = |g: &&Signed| !g.changed && (g.members.len() > 1);
    let others = new.iter().filter(calm).filter(|g| !old.contains(g)).count() as u32;
    let count = all.counts.entry(m.kind).or_default();
    count.made += 1;
    count.found += (right > 0) as u32;
    count.conflicts += conflicts.len() as u32;
    count.right += right;
    count.others += others;
    if right == 0 || others > 0 {
        let line = copy[..m.at.start].rfind('\n').map_or(0, |i| i + 1);
        let line = copy[line..].split('\n').next().unwrap_or_default();
        let was = copy.get(m.at.clone()).unwrap_or_default();
        all.errors.push(format!("{} {name}: found {right}, others {others}: \"{was}\" -> \"{}\" in {line}", m.kind, m.put));
    }
}

/// A group as its members' places, without the changed claim, and its status.
#[derive(PartialEq)]
struct Signed {
    status: Status,
    changed: bool,
    members: BTreeSet<(ClaimKind, String, i64)>,
}

fn groups(outcome: &Outcome, place: impl Fn(&Claim) -> i64, is_changed: impl Fn(&Claim) -> bool) -> Vec<Signed> {
    let claims: BTreeMap<&str, &Claim> = outcome.claims.iter().map(|c| (c.id.as_str(), c)).collect();
    let sign = |g: &claimdiff::reconcile::group::Group| {
        let of: Vec<&Claim> = g.values.iter().flat_map(|v| &v.claims).filter_map(|id| claims.get(id.as_str()).copied()).collect();
        let changed = of.iter().any(|c| is_changed(c));
        let members = of.iter().filter(|c| !is_changed(c)).map(|c| (c.kind, c.source.to_string(), place(c))).collect();
        Signed { status: g.status, changed, members }
    };
    outcome.groups.iter().map(sign).collect()
}

impl std::fmt::Display for Mutations {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        for (kind, c) in &self.counts {
            let (recall, precision) = (percent(c.found, c.made), percent(c.right, c.conflicts));
            let others = c.others as f64 / c.made.max(1) as f64;
            writeln!(
                f,
                "{kind:<9} conflict precision {precision:5.1} of {:<5} recall {recall:5.1} of {:<5} other groups {others:.2}",
                c.conflicts, c.made
            )?;
        }
        Ok(())
    }
}
