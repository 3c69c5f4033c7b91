//! The report in Markdown, for a pull request, an issue or a note: GitHub's dialect, which others render as well.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use super::against::{Against, Answer, Check};
use super::collate::{Word, marked, plain};
use super::dismissal::Dismissed;
use super::index::{Index, Version};
use super::labels;
use super::layout::{counted, printable, sentence};
use super::{series, timeline};
use crate::claim::Claim;
use crate::reconcile::group::{Group, GroupKind, Reason, Status};

const FOUND: [Status; 3] = [Status::Conflict, Status::Changed, Status::Unresolved];
/// Characters of a sentence in a cell.
const CELL: usize = 240;
/// A quotation of a draft is shown whole, since a word at its end may be the one that differs.
const QUOTATION: usize = 1200;
/// The line that says how many parts are left out has no more bytes.
const LEFT_OUT: usize = 200;

/// Writes the report. Findings that would make it longer than `most` bytes are counted instead of shown.
pub fn write(index: &Index, most: usize, out: &mut impl Write) -> io::Result<()> {
    let tail = tail(index);
    let mut page = head(index);
    let parts = match &index.report.against {
        Some(against) => labels::ANSWERS.iter().map(|a| answered(index, against, *a)).filter(|p| !p.is_empty()).collect(),
        None => stories(index),
    };
    for (n, part) in parts.iter().enumerate() {
        if page.len() + part.len() + tail.len() + LEFT_OUT > most {
            page += &format!("\n{} not shown, for want of room.\n", counted(parts.len() - n, "more part"));
            break;
        }
        page += part;
    }
    if page.len() + tail.len() <= most {
        page += &tail;
    }
    out.write_all(page.as_bytes())
}

/// The parts of each story, which has a heading where there are several.
fn stories(index: &Index) -> Vec<String> {
    let all = index.stories();
    let mut parts = Vec::new();
    for (n, story) in all.iter().filter(|s| all.len() == 1 || s.sources.len() > 1).enumerate() {
        if all.len() > 1 {
            let title = format!("\n## Story {}: {}\n\n", n + 1, escaped(&story.title()));
            parts.push(format!("{title}{}\n", escaped(&index.names(&story.sources.iter().map(|s| s.id.as_str()).collect::<Vec<_>>()))));
        }
        parts.extend(story_parts(index, story.name));
    }
    parts
}

/// The findings of a story, strongest first, then what fits in tables.
fn story_parts(index: &Index, story: &str) -> Vec<String> {
    let shown: Vec<Status> = FOUND.into_iter().chain([Status::Compatible]).collect();
    let mut groups = index.groups(&shown);
    groups.retain(|g| g.story == story);
    let (open, groups): (Vec<&Group>, Vec<&Group>) = groups.into_iter().partition(|g| labels::is_open_date(g));
    let is_name = |g: &&Group| g.status == Status::Compatible && matches!(g.kind, GroupKind::Name | GroupKind::Role);
    let (names, whole): (Vec<&Group>, Vec<&Group>) = groups.into_iter().partition(is_name);
    let quiet = !whole.iter().chain(&open).any(|g| FOUND.contains(&g.status));
    let mut parts: Vec<String> = Vec::new();
    if quiet {
        parts.push("\nNo conflict, no change, nothing unresolved.\n".to_owned());
    }
    parts.extend(whole.into_iter().map(|g| finding(index, g)));
    parts.extend(names_and_roles(index, &names));
    parts.extend(open_dates(index, &open));
    parts.extend(happened(index, story));
    parts
}

/// Names and roles that are only worded differently.
fn names_and_roles<'a>(index: &Index<'a>, groups: &[&'a Group]) -> Option<String> {
    let rows = groups.iter().flat_map(|g| {
        let name = |n| if n == 0 { escaped(&g.label) } else { "″".to_owned() };
        let row = move |(n, v): (usize, Version<'a>)| format!("| {} | {} | {} |\n", name(n), wordings(&v), places(index, &v.by_source()));
        index.versions(g).into_iter().enumerate().map(row)
    });
    let rows: String = rows.collect();
    (!rows.is_empty())
        .then(|| format!("\n### ≈ Names and roles in more than one wording\n\n| who | as written | where |\n|---|---|---|\n{rows}"))
}

/// Dates that wait for the day of their article.
fn open_dates<'a>(index: &Index<'a>, groups: &[&'a Group]) -> Option<String> {
    let version = |v: &Version<'a>| format!("{} ({})", wordings(v), places(index, &v.by_source()));
    let row = |g: &&'a Group| {
        let said: Vec<String> = index.versions(g).iter().map(version).collect();
        format!("* {}: {}\n", escaped(labels::bare(&g.label)), said.join(", "))
    };
    let rows: String = groups.iter().map(row).collect();
    (!rows.is_empty()).then(|| format!("\n### ? Dates whose day no article's own date fixes\n\n{rows}"))
}

/// The events that several sources tell of, by day.
fn happened<'a>(index: &Index<'a>, story: &str) -> Option<String> {
    let mut rows = timeline::rows(&index.report.groups, |id| index.claim(id));
    rows.retain(|r| r.group.story == story && index.dismissal(r.group).is_none());
    let row = |r: &timeline::Row<'a>| {
        let (sign, day) = (labels::sign(r.group.status), r.date().unwrap_or("–"));
        let said = timeline::said(r);
        let said = if said.is_empty() { labels::HAPPENED.to_owned() } else { escaped(&said) };
        format!("| {day} | {sign} {} | {said} | {}{} |\n", escaped(&r.group.label), all_places(index, r.group), r.day_by())
    };
    let rows: String = rows.iter().map(row).collect();
    (!rows.is_empty()).then(|| format!("\n### What happened\n\n| day | event | told as | where |\n|---|---|---|---|\n{rows}"))
}

fn head(index: &Index) -> String {
    let r = index.report;
    let s = &r.summary;
    let read = format!("{} with {}", counted(r.sources.len(), "article"), counted(r.coverage.claims as usize, "claim"));
    let mut out = match &r.against {
        Some(against) => {
            format!(
                "## claimdiff: {}\n\nRead {read}. {}.\n\n",
                escaped(index.name(&against.base)),
                sentence(&labels::answers(index, against))
            )
        }
        None => {
            let found =
                format!("{}, {} changed, {} unresolved{}", counted(s.conflict as usize, "conflict"), s.changed, s.unresolved, r.news());
            let rest = format!("{} compatible, {} agree, {} from one source{}", s.compatible, s.agree, s.single_source, r.set_aside());
            format!("## claimdiff: {found}\n\nRead {read}; {rest}.\n\n")
        }
    };
    out += "| source | file | date | title |\n|---|---|---|---|\n";
    for s in &r.sources {
        let title = s.title.as_deref().or(s.outlet.as_deref()).unwrap_or("–");
        let date = s.published.as_deref().unwrap_or("–");
        out += &format!("| {} | {} | {date} | {} |\n", escaped(index.name(&s.id)), code(index.file(s)), escaped(title));
    }
    out
}

fn finding<'a>(index: &Index<'a>, g: &'a Group) -> String {
    let new = labels::news(g).map_or(String::new(), |n| format!(" ({n})"));
    let title = format!("{} {}{new}: {}", labels::sign(g.status), labels::group_heading(g), escaped(&g.label));
    let about = format!("{}, {}, `{}`", labels::kind(g.kind), labels::sources(g), g.id);
    let why = index.explanation(g);
    let why = match series::line(index, g) {
        Some(line) => format!("{}: **{}**", escaped(series::cause(&why)), escaped(&line)),
        None => escaped(&why),
    };
    let mut out = format!("\n### {title}\n\n{why} ({about})\n\n");
    let versions = series::versions(index, g);
    if g.status == Status::Compatible && g.kind != GroupKind::Quote && !labels::is_disputed(g) {
        let example = |v: &Version<'a>| v.by_source().first().map_or(String::new(), |c| format!(" — {}", evidence(index, c)));
        let row = |v: &Version<'a>| format!("* {} ({}){}\n", wordings(v), places(index, &v.by_source()), example(v));
        out += &versions.iter().map(row).collect::<String>();
        return out;
    }
    if g.kind == GroupKind::Quote {
        return out + "| words | source | said by |\n|---|---|---|\n" + &quotations(index, g, versions);
    }
    out += "| value | source | sentence |\n|---|---|---|\n";
    for version in &versions {
        for (n, claim) in version.by_source().into_iter().enumerate() {
            let value = if n == 0 { wordings(version) } else { "″".to_owned() };
            let lines = more_lines(index, version, claim);
            out += &format!("| {value} | {}{lines} | {} |\n", place(index, claim), evidence(index, claim));
        }
    }
    out
}

/// The other lines of a file on which it has a value: ` (and 20, 31)`.
fn more_lines(index: &Index, version: &Version, first: &Claim) -> String {
    let own = version.claims.iter().filter(|c| c.source == first.source);
    let lines: BTreeSet<u32> = own.filter_map(|c| index.line(c)).filter(|line| *line != first.line).collect();
    let listed: Vec<String> = lines.iter().map(u32::to_string).collect();
    if listed.is_empty() { String::new() } else { format!(" (and {})", listed.join(", ")) }
}

/// The versions of a quotation, the longest first, in bold the words that differ.
fn quotations<'a>(index: &Index<'a>, g: &Group, mut versions: Vec<Version<'a>>) -> String {
    versions.sort_by_key(|v| std::cmp::Reverse(v.wordings.first().map_or(0, |w| w.len())));
    let texts: Vec<&str> = versions.iter().filter_map(|v| v.wordings.first().copied()).collect();
    let translated = g.reasons.contains(&Reason::LikelyTranslation);
    let words = if translated { texts.iter().map(|t| plain(t)).collect() } else { marked(&texts) };
    let row = |(version, words): (&Version<'a>, Vec<Word>)| {
        let said = words.iter().map(|w| if w.differs { format!("**{}**", escaped(&w.text)) } else { escaped(&w.text) });
        let said = said.collect::<Vec<_>>().join(" ");
        let claims = version.by_source().into_iter().map(|claim| place(index, claim)).collect::<Vec<_>>().join("; ");
        let mut who: Vec<&str> = version.by_source().into_iter().filter_map(speaker).collect();
        who.dedup();
        format!("| {said} | {claims} | {} |\n", escaped(&who.join("; ")))
    };
    versions.iter().zip(words).map(row).collect()
}

fn speaker(claim: &Claim) -> Option<&str> {
    claim.claimer.as_deref().or_else(|| claim.quote.as_ref()?.speaker.as_deref())
}

fn wordings(version: &Version) -> String {
    let list: Vec<String> = version.wordings.iter().map(|w| escaped(w)).collect();
    list.join(" · ")
}

fn place<'a>(index: &Index<'a>, claim: &'a Claim) -> String {
    place_before(index, claim, ", line ")
}

/// The source of a claim, and behind `before` its line, where it has one in the file.
fn place_before<'a>(index: &Index<'a>, claim: &'a Claim, before: &str) -> String {
    let line = index.line(claim).map_or(String::new(), |line| format!("{before}{line}"));
    format!("{}{line}", escaped(index.name(&claim.source)))
}

/// Where claims stand, as short as it goes: `1-meridian:7, 3-courier:12`. The table at the head gives the files.
fn places<'a>(index: &Index<'a>, claims: &[&'a Claim]) -> String {
    claims.iter().map(|claim| place_before(index, claim, ":")).collect::<Vec<_>>().join(", ")
}

/// One mention in each source; `(2 origins)` behind them where sources copy one another.
fn all_places<'a>(index: &Index<'a>, g: &'a Group) -> String {
    let origins = g.origins as usize;
    let copied = if origins < g.sources.len() { format!(" ({})", counted(origins, "origin")) } else { String::new() };
    places(index, &index.mentions(g)) + &copied
}

fn evidence(index: &Index, claim: &Claim) -> String {
    let room = if claim.quote.is_some() { QUOTATION } else { CELL };
    let Some(e) = index.excerpt(claim, room) else { return String::new() };
    let (a, b) = (e.marked.trim_start(), e.marked.trim_end());
    let (lead, trail) = (&e.marked[..e.marked.len() - a.len()], &e.marked[b.len()..]);
    format!("{}{lead}**{}**{trail}{}", escaped(&e.before), escaped(e.marked.trim()), escaped(&e.after))
}

/// What agrees, what only one source has, and what was not compared.
fn tail<'a>(index: &Index<'a>) -> String {
    if index.report.against.is_some() {
        return not_compared(index);
    }
    let mut out = dismissed(index);
    let (events, agree): (Vec<&'a Group>, Vec<&'a Group>) =
        index.groups(&[Status::Agree]).into_iter().partition(|g| g.kind == GroupKind::Event);
    if !agree.is_empty() {
        out +=
            &folded(&format!("= Agree: {}{}", counted(agree.len(), "thing"), labels::and_events(events.len())), &agreements(index, &agree));
    }
    let alone = index.groups(&[Status::SingleSource]);
    if !alone.is_empty() {
        out += &folded(&format!("· One source only: {}", counted(alone.len(), "thing")), &by_source(index, &alone));
    }
    out + &not_compared(index)
}

/// What several sources have alike, by kind; names, which are many, in one line.
fn agreements<'a>(index: &Index<'a>, groups: &[&'a Group]) -> String {
    let groups = index.by_mention(groups.to_vec());
    let of = |kind| groups.iter().copied().filter(move |g| g.kind == kind);
    let row = |g: &'a Group| {
        let (what, value) = labels::told(g);
        format!("| {} | {}{} | {} |\n", escaped(&what), escaped(&value), escaped(&index.extent(g)), all_places(index, g))
    };
    let kinds = [GroupKind::Figure, GroupKind::Date, GroupKind::Place, GroupKind::Quote, GroupKind::Role];
    let rows: String = kinds.into_iter().flat_map(of).map(row).collect();
    let table = if rows.is_empty() { rows } else { format!("| what | as written | where |\n|---|---|---|\n{rows}") };
    let name = |g: &'a Group| {
        let first: Vec<&Claim> = index.mentions(g).into_iter().take(1).collect();
        format!("{} ({}; {})", escaped(&g.label), g.sources.len(), places(index, &first))
    };
    let (places, people): (Vec<&'a Group>, Vec<&'a Group>) = of(GroupKind::Name).partition(|g| index.is_of_place(g));
    let names = |what: &str, groups: Vec<&'a Group>| match groups.is_empty() {
        true => String::new(),
        false => {
            let listed = groups.into_iter().map(name).collect::<Vec<_>>().join(", ");
            format!("\n{what}, with the number of sources and the first mention: {listed}\n")
        }
    };
    table + &names("People", people) + &names("Places", places)
}

/// The claims of a draft with one answer.
fn answered<'a>(index: &Index<'a>, against: &'a Against, answer: Answer) -> String {
    let (claims, plain) = labels::with_answer(index, against, answer);
    if claims.is_empty() && plain.is_empty() {
        return String::new();
    }
    let rows: String = claims.iter().filter_map(|c| check(index, c)).collect();
    let names: Vec<String> = plain.iter().filter_map(|c| name_with_line(index, c)).collect();
    let mut table =
        if rows.is_empty() { rows } else { format!("| line | in the draft | about | in the sources |\n|---|---|---|---|\n{rows}") };
    if !names.is_empty() {
        table += &format!("\nNames, with their lines in the draft: {}\n", names.join(", "));
    }
    let title = format!("{}: {}", labels::answer(answer), labels::counted_checks(claims.len(), plain.len()));
    if answer < Answer::Supported { format!("\n### {title}\n\n{table}") } else { folded(&title, &table) }
}

fn name_with_line(index: &Index, check: &Check) -> Option<String> {
    let claim = index.claim(check.claims.first()?)?;
    let line = index.line(claim).map_or(String::new(), |line| format!(" ({line})"));
    Some(escaped(&claim.text) + &line)
}

fn check<'a>(index: &Index<'a>, check: &'a Check) -> Option<String> {
    let group = index.group(&check.group)?;
    let claim = index.claim(check.claims.first()?)?;
    let others = index.answers(check, group).into_iter().filter_map(|v| {
        let told: Vec<&Claim> = v.by_source().into_iter().filter(|c| c.source != claim.source).collect();
        (!told.is_empty()).then(|| format!("{} ({})", wordings(&v), places(index, &told)))
    });
    let others = others.collect::<Vec<String>>().join("; ");
    let new = labels::news(group).map_or(String::new(), |n| format!("{n}: "));
    let aside = labels::aside(check, claim).map_or(String::new(), |what| format!("{what}: "));
    let line = index.line(claim).map_or("–".to_owned(), |line| line.to_string());
    Some(format!("| {line} | {} | {new}{} | {aside}{others} |\n", evidence(index, claim), escaped(&group.label)))
}

fn dismissed(index: &Index) -> String {
    let row = |d: &Dismissed| {
        let date = d.date.as_ref().map_or(String::new(), |d| format!(" ({d})"));
        format!(
            "* `{}` {}: {} — {}{}\n",
            d.id.replace('`', "'"),
            labels::status(d.status),
            escaped(&labels::dismissed(d)),
            labels::state(d.state),
            escaped(&(d.reason.clone() + &date))
        )
    };
    let rows: String = index.report.dismissed.iter().map(row).collect();
    if rows.is_empty() { rows } else { format!("\n### Dismissed: {}\n\n{rows}", labels::counted_dismissals(&index.report.dismissed)) }
}

fn by_source<'a>(index: &Index<'a>, alone: &[&'a Group]) -> String {
    let mut found: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut alone: Vec<(&Group, Option<&Claim>)> = alone.iter().map(|g| (*g, index.told_at(g))).collect();
    alone.sort_by_key(|(_, first)| first.map(|c| c.start));
    for (g, first) in alone {
        let line = first.and_then(|c| index.line(c)).map_or(String::new(), |line| format!(", line {line}"));
        let row = format!("{} ({}{line})", escaped(&labels::told_in_one(g)), labels::kind(g.kind));
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
    let rows = super::coverage::rows(index);
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
