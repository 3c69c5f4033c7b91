//! What the other articles say to each claim of one.

use anstyle::{AnsiColor, Style};
use rustc_hash::{FxHashMap, FxHashSet};

use super::super::against::{self, Against, Answer, Check};
use super::super::index::Version;
use super::super::labels;
use super::super::layout::{counted, printable, shorten};
use super::Page;
use crate::claim::Claim;
use crate::reconcile::group::{Group, GroupKind};

fn color(answer: Answer) -> AnsiColor {
    match answer {
        Answer::Contradicted => AnsiColor::Red,
        Answer::Older | Answer::Newer => AnsiColor::Magenta,
        Answer::SpelledDifferently => AnsiColor::Cyan,
        Answer::QuotedDifferently | Answer::Unresolved => AnsiColor::Yellow,
        Answer::Supported => AnsiColor::Green,
        Answer::InNoSource => AnsiColor::White,
    }
}

impl<'a> Page<'a> {
    pub(super) fn against(&mut self, against: &'a Against) {
        let others = counted(self.index.report.sources.len().saturating_sub(1), "other");
        let text = format!("{} held against the {others}: {}.", printable(&against.base), labels::answers(self.index, against));
        self.line("");
        self.hanging("", &text);
        for answer in labels::ANSWERS {
            let (others, names) = labels::with_answer(self.index, against, answer);
            if others.is_empty() && names.is_empty() {
                continue;
            }
            let title = format!("{}  {}", labels::answer(answer).to_uppercase(), labels::counted_checks(others.len(), names.len()));
            self.heading(Style::new().bold().fg_color(Some(color(answer).into())), &title);
            if answer < Answer::Supported {
                by_group(&others).iter().for_each(|checks| self.long(checks, &against.base));
            } else {
                others.iter().for_each(|check| self.short(check));
            }
            self.names(&names);
        }
    }

    /// Names, which are many, in one paragraph, each with its line.
    fn names(&mut self, checks: &[&'a Check]) {
        let claims = checks.iter().filter_map(|c| self.index.claim(c.claims.first()?));
        let line = |c| self.index.line(c).map_or(String::new(), |line| format!(" ({line})"));
        let names: Vec<String> = claims.map(|c| printable(&c.text) + &line(c)).collect();
        if !names.is_empty() {
            self.line("  Names, with their lines in the draft");
            self.hanging("    ", &names.join(", "));
        }
    }

    /// Line, words, what they are about, who has it.
    fn short(&mut self, check: &'a Check) {
        let Some(group) = self.index.group(&check.group) else { return };
        let Some(claim) = check.claims.first().and_then(|c| self.index.claim(c)) else { return };
        let names: Vec<&str> = check.sources.iter().map(String::as_str).collect();
        let others: Vec<&str> = self.index.elsewhere(check).iter().map(|c| c.source.as_str()).collect();
        let by = match (&names[..], &others[..]) {
            ([], []) => String::new(),
            ([], others) => {
                format!("  — {} in {}", labels::aside(check, claim).unwrap_or_default(), printable(&self.index.names(others)))
            }
            (names, _) => format!("  — {}", printable(&self.index.names(names))),
        };
        let new = labels::news(group).map_or(String::new(), |n| format!(", {n}"));
        let words = shorten(&printable(&claim.text), self.view.width / 2);
        let words = if group.kind == GroupKind::Quote { format!("“{}”", words.trim_end_matches([',', '.'])) } else { words };
        let line = self.index.line(claim).map_or(String::new(), |line| line.to_string());
        let about = format!("{}{new}", printable(&about(group, &claim.text)));
        let about = about.trim_start_matches(", ");
        let about = if about.is_empty() { String::new() } else { format!("  ({about})") };
        let row = format!("  {line:>4}  {words}{about}{by}");
        let row = shorten(&row, self.view.width);
        self.line(&row);
    }

    /// The claims of one group in their sentences, then what the others have, last those that have the same.
    fn long(&mut self, checks: &[&'a Check], base: &str) {
        let Some((check, group)) = checks.first().and_then(|c| Some((*c, self.index.group(&c.group)?))) else { return };
        let new = labels::news(group).map_or(String::new(), |n| format!("({n}) "));
        let why = against::why(self.index, check, group);
        self.hanging("  • ", &format!("{new}{}: {}  [{}]", printable(&group.label), printable(&why), check.group));
        // The versions of a quotation, that of the draft among them, stand whole below one another.
        if group.kind == GroupKind::Quote && check.elsewhere.is_empty() {
            return self.quotes(group, "    ");
        }
        for claim in checks.iter().filter_map(|c| self.index.claim(c.claims.first()?)) {
            self.evidence(claim);
        }
        let (own, unlike): (Vec<Version>, Vec<Version>) =
            self.index.answers(check, group).into_iter().partition(|v| checks.iter().any(|c| v.has(c)));
        let others = |versions: &[Version<'a>]| -> Vec<&'a Claim> {
            versions.iter().flat_map(Version::by_source).filter(|c| c.source != base).collect()
        };
        // a name has many forms, of which one shows how an article spells it
        let spelled = check.answer == Answer::SpelledDifferently;
        let mut seen = FxHashSet::default();
        for other in others(&unlike) {
            if seen.insert(other.source.as_str()) || !spelled {
                self.evidence(other);
            }
        }
        let alike = others(&own);
        if !alike.is_empty() {
            self.placed("      as in the draft: ", &alike);
        }
    }
}

/// Checks of one group together, in order of the first of each.
fn by_group<'a>(checks: &[&'a Check]) -> Vec<Vec<&'a Check>> {
    let mut place: FxHashMap<&str, usize> = FxHashMap::default();
    let mut out: Vec<Vec<&Check>> = Vec::new();
    for check in checks {
        let at = *place.entry(&check.group).or_insert(out.len());
        match out.get_mut(at) {
            Some(own) => own.push(check),
            None => out.push(vec![check]),
        }
    }
    out
}

/// What a claim is about, where its words do not say so: a quotation does, and a date without a clause around it.
fn about(group: &Group, words: &str) -> String {
    match group.kind {
        GroupKind::Quote => group.label.split(": ").next().unwrap_or_default().to_owned(),
        _ if labels::bare(&group.label).eq_ignore_ascii_case(words) => String::new(),
        _ => group.label.clone(),
    }
}
