//! Sentences of Markdown articles as readers see them: the words without the marks.

use rustc_hash::{FxHashMap, FxHashSet};

use super::json::Report;

/// Characters between the brackets of a link, and in its address.
const LONGEST_LINK: usize = 300;

/// Whether a file of this path is read as Markdown.
pub fn is_markdown(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    ending.eq_ignore_ascii_case("md") || ending.eq_ignore_ascii_case("markdown")
}

/// Takes the marks out of what a report for people says in the words of Markdown articles; where claims stand is left as it is. To explain
/// a group is to say what was read, so that there marks are shown.
pub fn remove(report: &mut Report) {
    let marked: FxHashSet<String> = report.sources.iter().filter(|s| is_markdown(&s.path)).map(|s| s.id.to_string()).collect();
    if marked.is_empty() {
        return;
    }
    let words = |text: &str| without(text, (0, 0)).0;
    for source in report.sources.iter_mut().filter(|s| marked.contains(s.id.as_str())) {
        source.title = source.title.as_deref().map(words);
    }
    for claim in report.claims.iter_mut().filter(|c| marked.contains(c.source.as_str())) {
        claim.text = words(&claim.text).into();
    }
    let dismissed = |id: &str| report.groups.iter().any(|g| g.id == id && g.sources.iter().any(|s| marked.contains(s.as_str())));
    for entry in report.dismissed.iter_mut().filter(|d| dismissed(&d.id)) {
        entry.label = entry.label.as_deref().map(words);
    }
    for group in report.groups.iter_mut().filter(|g| g.sources.iter().any(|s| marked.contains(s.as_str()))) {
        group.label = words(&group.label);
        group.explanation = words(&group.explanation);
        for value in group.values.iter_mut().filter(|v| v.sources.iter().any(|s| marked.contains(s.as_str()))) {
            value.display = words(&value.display);
        }
    }
}

/// The text without its marks, and where the stretch `inside` (in code points) lies in it.
pub fn without(text: &str, inside: (usize, usize)) -> (String, (usize, usize)) {
    let chars: Vec<char> = text.chars().collect();
    let mut page = Page { out: vec![false; chars.len()], chars: &chars };
    page.line_starts();
    page.links();
    page.runs();
    let kept = |to: usize| page.out[..to.min(chars.len())].iter().filter(|out| !**out).count();
    let stretch = (kept(inside.0), kept(inside.1));
    (chars.iter().zip(&page.out).filter(|(_, out)| !**out).map(|(c, _)| *c).collect(), stretch)
}

struct Page<'c> {
    chars: &'c [char],
    /// Characters that are marks.
    out: Vec<bool>,
}

impl Page<'_> {
    fn at(&self, i: usize) -> Option<char> {
        self.chars.get(i).copied()
    }

    /// `> ` of a quotation and `# ` of a title.
    fn line_starts(&mut self) {
        for start in (0..self.chars.len()).filter(|i| *i == 0 || self.chars[i - 1] == '\n') {
            let marks = self.chars[start..].iter().take_while(|c| matches!(c, '>' | '#' | ' ')).count();
            if marks > 0 && self.chars[start + marks - 1] == ' ' {
                self.out[start..start + marks].fill(true);
            }
        }
    }

    /// `[words](address)`, `![words](address)` of a picture, and `[words][1]`; brackets behind brackets may be an editor's.
    fn links(&mut self) {
        for open in (0..self.chars.len()).filter(|i| self.chars[*i] == '[') {
            let Some(close) = self.find(open + 1, ']') else { continue };
            let end = match self.at(close + 1) {
                Some('(') => self.find(close + 2, ')'),
                Some('[') => self.find(close + 2, ']').filter(|end| self.chars[close + 2..*end].iter().all(char::is_ascii_digit)),
                _ => None,
            };
            if let Some(end) = end {
                let picture = open > 0 && self.chars[open - 1] == '!';
                self.out[open - usize::from(picture)..=open].fill(true);
                self.out[close..=end].fill(true);
            }
        }
    }

    fn find(&self, from: usize, what: char) -> Option<usize> {
        let stretch = self.chars.get(from..)?;
        stretch.iter().take(LONGEST_LINK).position(|c| *c == what).map(|n| from + n)
    }

    /// Runs of stars, underscores and backticks around words, and backslashes before marks.
    fn runs(&mut self) {
        let mut open: FxHashMap<(char, usize), usize> = FxHashMap::default();
        let mut i = 0;
        while let Some(c) = self.at(i) {
            if c == '\\' && self.at(i + 1).is_some_and(|c| c.is_ascii_punctuation()) {
                self.out[i] = true;
                i += 2;
                continue;
            }
            if self.out[i] || !matches!(c, '*' | '_' | '`') {
                i += 1;
                continue;
            }
            let run = self.chars[i..].iter().take_while(|d| **d == c).count();
            self.run(&mut open, c, i, run);
            i += run;
        }
        // A sentence may be a part of what is marked.
        for ((_, run), at) in open.into_iter().filter(|((c, run), _)| *c == '*' && *run > 1) {
            self.out[at..at + run].fill(true);
        }
    }

    fn run(&mut self, open: &mut FxHashMap<(char, usize), usize>, c: char, at: usize, run: usize) {
        let is = |side: Option<char>, what: fn(char) -> bool| side.is_some_and(what);
        let (before, after) = (at.checked_sub(1).and_then(|i| self.at(i)), self.at(at + run));
        let (word_before, word_after) = (is(before, char::is_alphanumeric), is(after, char::is_alphanumeric));
        if word_before && word_after && c != '`' {
            return;
        }
        let closes = before.is_some_and(|b| !b.is_whitespace());
        match open.remove(&(c, run)) {
            Some(opened) if closes => {
                self.out[opened..opened + run].fill(true);
                self.out[at..at + run].fill(true);
            }
            Some(_) | None if after.is_some_and(|a| !a.is_whitespace()) => {
                open.insert((c, run), at);
            }
            _ if closes && c == '*' && run > 1 => self.out[at..at + run].fill(true),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> String {
        without(text, (0, 0)).0
    }

    #[test]
    fn marks_go_and_words_stay() {
        assert_eq!(words("**Who pays?** The *Kestrel* sank, _he_ said."), "Who pays? The Kestrel sank, he said.");
        assert_eq!(words("> A [bridge](https://x.example/a_b) and [a dam][1] in `Zarno`."), "A bridge and a dam in Zarno.");
        assert_eq!(words("**cut in two."), "cut in two.");
        assert_eq!(words("cut in two.**"), "cut in two.");
    }

    #[test]
    fn what_is_no_mark_stays() {
        assert_eq!(words("![A dam](d.png) broke."), "A dam broke.");
        for text in ["“[He] [sic][ok] went”", "2 * 3 * 4", "snake_case_name", "a price* of 3", "see [1] and (2)", "5*6", "a < b > c | d"]
        {
            assert_eq!(words(text), text);
        }
        assert_eq!(words(r"a \*star\*"), "a *star*");
    }

    #[test]
    fn a_stretch_keeps_its_words() {
        let (text, (from, to)) = without("The **ferry** had [214](x) people.", (19, 33));
        assert_eq!((text.as_str(), &text[from..to]), ("The ferry had 214 people.", "214 people"));
    }
}
