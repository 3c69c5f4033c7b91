//! What the other articles say to each claim of one.

use anstyle::{AnsiColor, Style};

use super::super::against::{Against, Answer, Check};
use super::super::labels;
use super::super::layout::{counted, printable, shorten};
use super::Page;
use crate::claim::Claim;
use crate::reconcile::group::{Group, GroupKind};

fn color(answer: Answer) -> AnsiColor {
    match answer {
        Answer::Contradicted | Answer::QuotedDifferently => AnsiColor::Red,
        Answer::Older | Answer::Newer => AnsiColor::Magenta,
        Answer::SpelledDifferently => AnsiColor::Cyan,
        Answer::Unresolved => AnsiColor::Yellow,
        Answer::Supported => AnsiColor::Green,
        Answer::InNoSource => AnsiColor::White,
    }
}

impl<'a> Page<'a> {
    pub(super) fn against(&mut self, against: &'a Against) {
        for answer in labels::ANSWERS {
            let checks: Vec<&Check> = against.checks.iter().filter(|c| c.answer == answer).collect();
            if checks.is_empty() {
                continue;
            }
            let title = format!("{}  {}", labels::answer(answer).to_uppercase(), counted(checks.len(), "claim"));
            self.heading(Style::new().bold().fg_color(Some(color(answer).into())), &title);
            for check in checks {
                self.check(check, &against.base);
            }
        }
    }

    fn check(&mut self, check: &'a Check, base: &str) {
        let Some(group) = self.index.report.groups.iter().find(|g| g.id == check.group) else { return };
        let Some(claim) = check.claims.first().and_then(|c| self.index.claim(c)) else { return };
        match check.answer {
            Answer::Supported | Answer::InNoSource => self.short(check, group, claim),
            _ => self.long(check, group, claim, base),
        }
    }

    /// Line, words, what they are about, who has it.
    fn short(&mut self, check: &'a Check, group: &Group, claim: &Claim) {
        let names: Vec<&str> = check.sources.iter().map(String::as_str).collect();
        let by = if names.is_empty() { String::new() } else { format!("  — {}", printable(&self.index.names(&names))) };
        let words = shorten(&printable(&claim.text), self.view.width / 2);
        let row = format!("  {:>4}  {words}  ({}){by}", claim.line, printable(&group.label));
        let row = shorten(&row, self.view.width);
        self.line(&row);
    }

    /// The claim in its sentence, then what the others have.
    fn long(&mut self, check: &Check, group: &'a Group, claim: &Claim, base: &str) {
        self.hanging("  • ", &format!("{}: {}  [{}]", printable(&group.label), printable(&self.index.explanation(group)), check.group));
        self.evidence(claim);
        if group.kind == GroupKind::Quote {
            return self.quotes(group);
        }
        for version in self.index.versions(group) {
            for other in version.by_source().into_iter().filter(|c| c.source != base) {
                self.evidence(other);
            }
        }
    }
}
