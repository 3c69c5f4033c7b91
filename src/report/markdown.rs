//! The report in Markdown, for a pull request, an issue or a note: GitHub's dialect, which others render as well.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::against::{Against, Answer, Check};
use super::dismissal::Dismissed;
use super::index::{Index, Version};
use super::labels;
use super::layout::{counted, printable};
use crate::claim::{Claim, Offsets};
use crate::reconcile::group::{Group, GroupKind, Status};

const FOUND: [Status; 3] = [Status::Conflict, Status::Changed, Status::Unresolved];
/// Characters of a sentence in a cell.
const CELL: usize = 240;

/// Writes the report. Findings that would make it longer than `most` bytes are counted instead of shown.
pub fn write(index: &Index, most: usize, out: &mut impl Write) -> io::Result<()> {
    let tail = tail(index);
    let mut page = head(index);
    if let Some(against) = &index.report.against {
        page += &labels::ANSWERS.iter().map(|a| answered(index, against, *a)).collect::<String>();
    }
    let shown: Vec<Status> = FOUND.into_iter().chain([Status::Compatible]).collect();
    let groups = if index.report.against.is_some() { Vec::new() } else { index.groups(&shown) };
    for (n, group) in groups.iter().enumerate() {
        let part = finding(index, group);
        if page.len() + part.len() + tail.len() + 200 > most {
            page += &format!("\n{} not shown, for want of room.\n", counted(groups.len() - n, "more finding"));
            break;
        }
        page += &part;
    }
    if page.len() + tail.len() <= most {
        page += &tail;
    }
    out.write_all(page.as_bytes())
}

fn head(index: &Index) -> String {
    let r = index.report;
    let s = &r.summary;
    let found = format!("{}, {} changed, {} unresolved", counted(s.conflict as usize, "conflict"), s.changed, s.unresolved);
    let mut out = format!("## claimdiff: {found}\n\n");
    let read = format!("{} with {}", counted(r.sources.len(), "article"), counted(r.coverage.claims as usize, "claim"));
    out +=
        &format!("Read {read}; {} compatible, {} agree, {} from one source{}.\n\n", s.compatible, s.agree, s.single_source, r.set_aside());
    out += "| source | file | date | title |\n|---|---|---|---|\n";
    for s in &r.sources {
        let title = s.title.as_deref().or(s.outlet.as_deref()).unwrap_or("–");
        let date = s.published.as_deref().unwrap_or("–");
        out += &format!("| {} | {} | {date} | {} |\n", escaped(index.name(&s.id)), code(index.file(s)), escaped(title));
    }
    out
}

fn finding<'a>(index: &Index<'a>, g: &'a Group) -> String {
    let new = if index.setting.known.is_some() && index.is_news(g) { "new: " } else { "" };
    let title = format!("{} {}: {new}{}", labels::sign(g.status), labels::heading(g.status), escaped(&g.label));
    let about = format!(
        "{}, {} of {}, `{}`",
        labels::kind(g.kind),
        counted(g.sources.len(), "source"),
        counted(g.origins as usize, "origin"),
        g.id
    );
    let mut out = format!("\n### {title}\n\n{} ({about})\n\n", escaped(&index.explanation(g)));
    let versions = index.versions(g);
    if g.status == Status::Compatible && g.kind != GroupKind::Quote {
        out += &versions.iter().map(|v| format!("* {}: {}\n", wordings(v), escaped(&index.names(&v.sources)))).collect::<String>();
        return out;
    }
    out += "| value | source | sentence |\n|---|---|---|\n";
    for version in &versions {
        for (n, claim) in version.by_source().into_iter().enumerate() {
            let value = if n == 0 { wordings(version) } else { "″".to_owned() };
            out += &format!("| {value} | {} | {} |\n", place(index, claim), evidence(index, claim));
        }
    }
    out
}

fn wordings(version: &Version) -> String {
    let list: Vec<String> = version.wordings.iter().map(|w| escaped(w)).collect();
    list.join(" · ")
}

fn place<'a>(index: &Index<'a>, claim: &'a Claim) -> String {
    let in_file = index.source(&claim.source).is_some_and(|s| s.offsets == Offsets::File);
    let line = if in_file { format!(", line {}", claim.line) } else { String::new() };
    format!("{}{line}", escaped(index.name(&claim.source)))
}

fn evidence(index: &Index, claim: &Claim) -> String {
    let Some(e) = index.excerpt(claim, CELL) else { return String::new() };
    let (a, b) = (e.marked.trim_start(), e.marked.trim_end());
    let (lead, trail) = (&e.marked[..e.marked.len() - a.len()], &e.marked[b.len()..]);
    format!("{}{lead}**{}**{trail}{}", escaped(&e.before), escaped(e.marked.trim()), escaped(&e.after))
}

/// What agrees, what only one source has, and what was not compared.
fn tail(index: &Index) -> String {
    if index.report.against.is_some() {
        return not_compared(index);
    }
    let mut out = dismissed(index);
    let agree = index.groups(&[Status::Agree]);
    if !agree.is_empty() {
        let rows = agree.iter().map(|g| {
            let value = g.values.first().map_or("", |v| v.display.as_str());
            format!("| {} | {} | {} |\n", escaped(&g.label), escaped(value), g.sources.len())
        });
        let table = format!("| what | as written | sources |\n|---|---|---|\n{}", rows.collect::<String>());
        out += &folded(&format!("= Agree: {}", counted(agree.len(), "thing")), &table);
    }
    let alone = index.groups(&[Status::SingleSource]);
    if !alone.is_empty() {
        out += &folded(&format!("· One source only: {}", counted(alone.len(), "thing")), &by_source(index, &alone));
    }
    out + &not_compared(index)
}

/// The claims of a draft with one answer.
fn answered(index: &Index, against: &Against, answer: Answer) -> String {
    let checks: Vec<&Check> = against.checks.iter().filter(|c| c.answer == answer).collect();
    if checks.is_empty() {
        return String::new();
    }
    let rows: String = checks.iter().filter_map(|c| check(index, c)).collect();
    let table = format!("| line | in the draft | about | in the sources |\n|---|---|---|---|\n{rows}");
    let title = format!("{}: {}", labels::answer(answer), counted(checks.len(), "claim"));
    if answer < Answer::Supported { format!("\n### {title}\n\n{table}") } else { folded(&title, &table) }
}

fn check<'a>(index: &Index<'a>, check: &'a Check) -> Option<String> {
    let group = index.report.groups.iter().find(|g| g.id == check.group)?;
    let claim = index.claim(check.claims.first()?)?;
    let others = index.versions(group).into_iter().filter(|v| v.sources.iter().any(|s| *s != claim.source)).map(|mut v| {
        v.sources.retain(|s| *s != claim.source);
        format!("{} ({})", wordings(&v), escaped(&index.names(&v.sources)))
    });
    let others: Vec<String> = others.collect();
    Some(format!("| {} | {} | {} | {} |\n", claim.line, evidence(index, claim), escaped(&group.label), others.join("; ")))
}

fn dismissed(index: &Index) -> String {
    let row = |d: &Dismissed| {
        let date = d.date.as_ref().map_or(String::new(), |d| format!(" ({d})"));
        format!(
            "* `{}` {}: {}{}\n",
            d.id.replace('`', "'"),
            labels::status(d.status),
            labels::state(d.state),
            escaped(&(d.reason.clone() + &date))
        )
    };
    let rows: String = index.report.dismissed.iter().map(row).collect();
    if rows.is_empty() { rows } else { format!("\n### Dismissed\n\n{rows}") }
}

fn by_source<'a>(index: &Index<'a>, alone: &[&'a Group]) -> String {
    let mut found: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for g in alone {
        let value = g.values.first().map_or("", |v| v.display.as_str());
        let row = format!("{}: {} ({})", escaped(&g.label), escaped(value), labels::kind(g.kind));
        found.entry(g.sources.first().map_or("", String::as_str)).or_default().push(row);
    }
    let part = |(source, rows): (&str, Vec<String>)| {
        format!("* {}\n{}", escaped(index.name(source)), rows.iter().map(|r| format!("  * {r}\n")).collect::<String>())
    };
    found.into_iter().map(part).collect()
}

fn folded(summary: &str, inside: &str) -> String {
    format!("\n<details><summary>{summary}</summary>\n\n{inside}\n</details>\n")
}

fn not_compared(index: &Index) -> String {
    let rows = super::coverage::rows(index.report);
    if rows.is_empty() {
        return String::new();
    }
    format!("\n### Not compared\n\n{}", rows.iter().map(|r| format!("* {}\n", escaped(r))).collect::<String>())
}

fn code(text: &str) -> String {
    format!("`{}`", printable(text).replace('`', "'").replace('|', "\\|"))
}

/// Text that Markdown takes literally: no mark-up, no table cells, nobody mentioned and no issue linked.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in printable(text).chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' => out.extend(['\\', c]),
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '&' => out += "&amp;",
            '@' | '#' => {
                out.push(c);
                out += "<!-- -->";
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_cannot_write_markdown() {
        assert_eq!(escaped("a|b *c* <i> [x](y)"), "a\\|b \\*c\\* &lt;i&gt; \\[x\\](y)");
        assert_eq!(escaped("@mayor, #12\n# x"), "@<!-- -->mayor, #<!-- -->12 #<!-- --> x");
    }
}
