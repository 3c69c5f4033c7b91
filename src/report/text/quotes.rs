//! Versions of one utterance below one another, words that differ marked.

use anstyle::Style;

use super::super::collate::{Word, marked, plain};
use super::super::index::Version;
use super::super::labels;
use super::super::layout::{columns, counted, printable};
use super::Page;
use crate::claim::Claim;
use crate::reconcile::group::{Group, Reason};

/// Lines of one version; the file has the rest.
const LINES: usize = 6;

impl<'a> Page<'a> {
    /// The versions of a group, a bullet for each, so far from the left.
    pub(super) fn quotes(&mut self, g: &'a Group, indent: &str) {
        let mut versions = self.index.versions(g);
        versions.sort_by_key(|v| std::cmp::Reverse(v.wordings.first().map_or(0, |w| w.len())));
        let texts: Vec<String> = versions.iter().map(|v| printable(v.wordings.first().unwrap_or(&""))).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let translated = g.reasons.contains(&Reason::LikelyTranslation);
        let collated = if translated { texts.iter().map(|t| plain(t)).collect() } else { marked(&texts) };
        for (version, words) in versions.iter().zip(collated) {
            self.quoted_by(version, g, indent);
            self.words(&words, indent);
        }
    }

    /// Who has a version, and where it stands first: a line for each speaker that it is given to.
    fn quoted_by(&mut self, version: &Version<'a>, g: &Group, indent: &str) {
        let apart = g.reasons.contains(&Reason::Attribution);
        let mut lines: Vec<(&str, Vec<&Claim>)> = Vec::new();
        for claim in version.by_source() {
            let speaker = claim.claimer.as_deref().or_else(|| claim.quote.as_ref()?.speaker.as_deref()).unwrap_or_default();
            match lines.iter_mut().find(|(who, _)| !apart || *who == speaker) {
                Some((_, claims)) => claims.push(claim),
                None => lines.push((speaker, vec![claim])),
            }
        }
        for (speaker, claims) in lines {
            let Some(source) = self.index.source(&claims[0].source) else { continue };
            let sources: Vec<&str> = claims.iter().map(|c| c.source.as_str()).collect();
            let names = printable(&self.index.names(&sources));
            let speaker = if labels::names_speaker(g, speaker) { String::new() } else { format!(", {}", printable(speaker)) };
            self.line(&format!("{indent}• {names}{speaker}  {}", self.place(source, claims[0])));
        }
    }

    /// Words in lines that fit; below each line marks for those that differ, where no style can show them.
    fn words(&mut self, words: &[Word], indent: &str) {
        let indent = format!("{indent}    ");
        let room = self.view.width.saturating_sub(indent.len());
        let lines = lines(words, room);
        for line in lines.iter().take(LINES) {
            let style = Style::new().underline().bold();
            let shown: Vec<String> = line.iter().map(|w| if w.differs { self.styled(style, &w.text) } else { w.text.clone() }).collect();
            self.line(&format!("{indent}{}", shown.join(" ")));
            if !self.view.color && line.iter().any(|w| w.differs) {
                let mark = |w: &&Word| if w.differs { "^" } else { " " }.repeat(columns(&w.text));
                self.line(&format!("{indent}{}", line.iter().map(mark).collect::<Vec<_>>().join(" ")));
            }
        }
        if lines.len() > LINES {
            self.line(&format!("{indent}… and {}", counted(lines.len() - LINES, "more line")));
        }
    }
}

/// Words in lines of at most `room` columns.
fn lines(words: &[Word], room: usize) -> Vec<Vec<&Word>> {
    let mut lines: Vec<Vec<&Word>> = vec![Vec::new()];
    let mut used = 0;
    for word in words {
        let length = columns(&word.text);
        if used > 0 && used + 1 + length > room {
            lines.push(Vec::new());
            used = 0;
        }
        used += length + usize::from(used > 0);
        if let Some(line) = lines.last_mut() {
            line.push(word);
        }
    }
    lines
}
