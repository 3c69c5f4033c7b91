//! A report as its formats walk it: claims and sources by id, the wordings of one value together.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use super::answer::Check;
use super::dismissal::Dismissed;
use super::json::Report;
use super::layout::{Excerpt, excerpt, printable, sentence};
use super::versions::{self, Extent};
use super::{markup, meaning};
use crate::claim::{BlockRole, Claim, Offsets, Source};
use crate::reconcile::group::{Group, GroupKind, GroupValue, Since, Status};

/// What a format shows besides the report itself.
#[derive(Default)]
pub struct Setting {
    /// From the path of a source to the path as the user typed it, for readers who open the file.
    pub files: FxHashMap<String, String>,
    /// Only some kinds of claims were to be compared.
    pub some_kinds: bool,
}

/// A report and its parts by id.
pub struct Index<'a> {
    pub report: &'a Report,
    pub setting: &'a Setting,
    claims: FxHashMap<&'a str, &'a Claim>,
    groups: FxHashMap<&'a str, &'a Group>,
    sources: FxHashMap<&'a str, &'a Source>,
    names: FxHashMap<&'a str, &'a str>,
    /// The folder that all sources lie in, with its last slash; empty where there is none.
    folder: &'a str,
    /// Paths of files that hold several sources.
    shared: FxHashSet<&'a str>,
}

/// Articles that tell of one thing.
pub struct Story<'a> {
    /// The id of its first article.
    pub name: &'a str,
    /// Its articles, in order of their ids.
    pub sources: Vec<&'a Source>,
}

impl<'a> Story<'a> {
    /// What it is called: the first headline of its articles, else how the first begins.
    pub fn title(&self) -> Cow<'a, str> {
        let headline = self.sources.iter().find_map(|s| s.title.as_deref());
        headline.map(Cow::from).or_else(|| self.sources.first().map(|s| title(s))).unwrap_or(self.name.into())
    }
}

/// What an article is called: its headline, else its first sentence, else its outlet.
pub fn title(source: &Source) -> Cow<'_, str> {
    let plain = |text| if markup::is_markdown(&source.path) { markup::without(text, (0, 0)).0.into() } else { Cow::from(text) };
    let first = || source.sentences.iter().find(|s| s.block == BlockRole::Body).map(|s| plain(s.text.as_str()));
    let headline = source.title.as_deref().map(Cow::from);
    headline.or_else(first).or(source.outlet.as_deref().map(Cow::from)).unwrap_or("no title".into())
}

/// One value of a group in all its wordings.
pub struct Version<'a> {
    /// As written, the most frequent first.
    pub wordings: Vec<&'a str>,
    /// The claims that have it.
    pub claims: Vec<&'a Claim>,
    /// Ids of the articles that have it.
    pub sources: Vec<&'a str>,
}

impl<'a> Index<'a> {
    pub fn new(report: &'a Report, setting: &'a Setting) -> Self {
        Index {
            report,
            setting,
            claims: report.claims.iter().map(|c| (c.id.as_str(), c)).collect(),
            groups: report.groups.iter().map(|g| (g.id.as_str(), g)).collect(),
            sources: report.sources.iter().map(|s| (s.id.as_str(), s)).collect(),
            names: short_names(&report.sources),
            folder: common_folder(&report.sources),
            shared: shared_files(&report.sources),
        }
    }

    pub fn source(&self, id: &str) -> Option<&'a Source> {
        self.sources.get(id).copied()
    }

    /// The folder of all sources, without its last slash.
    pub fn folder(&self) -> Option<&'a str> {
        self.folder.strip_suffix('/')
    }

    /// A path from the folder of all on, if it lies there.
    pub fn within<'p>(&self, path: &'p str) -> &'p str {
        path.strip_prefix(self.folder).unwrap_or(path)
    }

    /// Where a source is within the folder of all: its file, and its id where the file holds several.
    pub fn place(&self, source: &'a Source) -> Cow<'a, str> {
        let path = self.within(&source.path);
        if self.shared.contains(source.path.as_str()) { format!("{path}#{}", source.id).into() } else { path.into() }
    }

    /// For a quotation: who has more of it than is shown, or a part of that: `, more in a`.
    pub fn extent(&self, group: &'a Group) -> String {
        let told = match versions::extent(group) {
            Extent::More(ids) if group.kind == GroupKind::Quote => format!(", more in {}", self.names(&ids)),
            Extent::Part(ids) if group.kind == GroupKind::Quote && !ids.is_empty() => format!(", a part in {}", self.names(&ids)),
            _ => String::new(),
        };
        printable(&told)
    }

    /// What a source is called in sentences: its id, or as much of a long one as tells it from the others.
    pub fn name(&self, id: &'a str) -> &'a str {
        self.names.get(id).copied().unwrap_or(id)
    }

    /// The names of some sources, parted by commas.
    pub fn names(&self, ids: &[&'a str]) -> String {
        ids.iter().map(|id| self.name(id)).collect::<Vec<_>>().join(", ")
    }

    /// Why a group has its status, as a sentence, with the sources as they are called.
    pub fn explanation(&self, group: &Group) -> String {
        let mut text = group.explanation.clone();
        for (id, name) in group.sources.iter().filter_map(|s| self.names.get_key_value(s.as_str())).filter(|(id, name)| id != name) {
            text = text.replace(id, name);
        }
        sentence(&text)
    }

    pub fn claim(&self, id: &str) -> Option<&'a Claim> {
        self.claims.get(id).copied()
    }

    /// The line of its file on which a claim stands; none where positions refer to a text taken out of the file.
    pub fn line(&self, claim: &Claim) -> Option<u32> {
        self.source(&claim.source).filter(|s| s.offsets == Offsets::File).map(|_| claim.line)
    }

    pub fn group(&self, id: &str) -> Option<&'a Group> {
        self.groups.get(id).copied()
    }

    /// The groups with one of some statuses, news first, then the strongest, without those that are dismissed.
    pub fn groups(&self, statuses: &[Status]) -> Vec<&'a Group> {
        let is_asked = |g: &&Group| statuses.contains(&g.status) && self.dismissal(g).is_none();
        let mut groups: Vec<&Group> = self.report.groups.iter().filter(is_asked).collect();
        groups.sort_by_key(|g| !self.is_news(g));
        groups
    }

    /// Groups as a reader looks through them: what most origins have first, then in order of the text.
    pub fn by_mention(&self, mut groups: Vec<&'a Group>) -> Vec<&'a Group> {
        let first = |g: &&'a Group| self.mentions(g).first().map(|c| (c.source.as_str(), c.start));
        groups.sort_by_cached_key(|g| (std::cmp::Reverse(g.origins), first(g)));
        groups
    }

    /// Whether a group is of the name of a place, not of a person.
    pub fn is_of_place(&self, group: &'a Group) -> bool {
        self.mentions(group).first().is_some_and(|c| c.place.is_some())
    }

    /// The stories, those with the strongest findings first, each with its sources.
    pub fn stories(&self) -> Vec<Story<'a>> {
        let mut stories: Vec<Story> = Vec::new();
        let mut place: FxHashMap<&str, usize> = FxHashMap::default();
        let names = self.report.groups.iter().map(|g| g.story.as_str()).chain(self.report.sources.iter().map(|s| s.story.as_str()));
        for name in names {
            place.entry(name).or_insert_with(|| {
                stories.push(Story { name, sources: Vec::new() });
                stories.len() - 1
            });
        }
        for source in &self.report.sources {
            stories[place[source.story.as_str()]].sources.push(source);
        }
        stories.sort_by_key(|s| s.sources.len() < 2);
        stories
    }

    /// Whether a group is new, worse or has a new value since the earlier report; all are when there is none.
    pub fn is_news(&self, group: &Group) -> bool {
        group.baseline != Some(Since::Known)
    }

    /// The dismissal that silences a group.
    pub fn dismissal(&self, group: &Group) -> Option<&'a Dismissed> {
        self.report.dismissal(group)
    }

    /// The path by which the user finds a source.
    pub fn file(&self, source: &'a Source) -> &'a str {
        self.setting.files.get(&source.path).map_or(source.path.as_str(), String::as_str)
    }

    /// The values of a group, each once however it is worded.
    pub fn versions(&self, group: &'a Group) -> Vec<Version<'a>> {
        let by_meaning = self.told_as(group, meaning::of);
        // what contradicts itself within one day, as an afternoon does an evening, differs in its words alone
        let contrary = matches!(group.status, Status::Conflict | Status::Unresolved) && by_meaning.len() == 1;
        if contrary { self.told_as(group, |_, wording| meaning::of(None, wording)) } else { by_meaning }
    }

    /// The values of a group, those of one `meaning` as one version.
    fn told_as(&self, group: &'a Group, meaning: impl Fn(Option<&Claim>, &str) -> String) -> Vec<Version<'a>> {
        let mut out: Vec<(String, Version)> = Vec::new();
        for value in &group.values {
            let written = self.version(value);
            let meaning = meaning(written.claims.first().copied(), &value.display);
            match out.iter_mut().find(|(m, _)| *m == meaning) {
                Some((_, version)) => version.join(written),
                None => out.push((meaning, written)),
            }
        }
        out.into_iter().map(|(_, version)| version).collect()
    }

    /// A value in one wording.
    pub fn version(&self, value: &'a GroupValue) -> Version<'a> {
        Version {
            wordings: vec![versions::said(&value.display)],
            claims: value.claims.iter().filter_map(|c| self.claim(c)).collect(),
            sources: value.sources.iter().map(String::as_str).collect(),
        }
    }

    /// The first mention of a group in each of its sources.
    pub fn mentions(&self, group: &'a Group) -> Vec<&'a Claim> {
        let claims = group.values.iter().flat_map(|v| &v.claims).filter_map(|c| self.claim(c)).collect();
        Version { wordings: Vec::new(), claims, sources: group.sources.iter().map(String::as_str).collect() }.by_source()
    }

    /// Where what `labels::told` says of a group stands first.
    pub fn told_at(&self, group: &'a Group) -> Option<&'a Claim> {
        versions::told(group).and_then(|v| self.version(v).by_source().first().copied())
    }

    /// The values that answer a claim of a draft: those of its group, and what the others have elsewhere; last the one that it has itself.
    pub fn answers(&self, check: &'a Check, group: &'a Group) -> Vec<Version<'a>> {
        let elsewhere = self.elsewhere(check).into_iter();
        let version = |c: &'a Claim| Version { wordings: vec![&c.text], claims: vec![c], sources: vec![&c.source] };
        let mut all: Vec<Version> = self.versions(group).into_iter().chain(elsewhere.map(version)).collect();
        all.sort_by_key(|v| v.has(check));
        all
    }

    /// Claims of the others that no group ties to those of a check.
    pub fn elsewhere(&self, check: &Check) -> Vec<&'a Claim> {
        check.elsewhere.iter().filter_map(|c| self.claim(c)).collect()
    }

    /// The words of a claim in their sentence, in about so many characters.
    pub fn excerpt(&self, claim: &Claim, room: usize) -> Option<Excerpt> {
        let (text, inside) = self.passage(claim)?;
        Some(excerpt(&text, inside, room))
    }

    /// The sentences of a claim as a reader sees them, and where in them, in code points, its words stand.
    pub fn passage(&self, claim: &Claim) -> Option<(Cow<'a, str>, (usize, usize))> {
        let source = self.source(&claim.source)?;
        let (text, start) = source.around(claim)?;
        let inside = (claim.start.saturating_sub(start) as usize, claim.end.saturating_sub(start) as usize);
        if !markup::is_markdown(&source.path) {
            return Some((text, inside));
        }
        let (text, inside) = markup::without(&text, inside);
        Some((text.into(), inside))
    }
}

fn common_folder(sources: &[Source]) -> &str {
    let [first, rest @ ..] = sources else { return "" };
    let shared = rest.iter().fold(first.path.as_str(), |shared, s| {
        let same = shared.bytes().zip(s.path.bytes()).take_while(|(a, b)| a == b).count();
        &shared[..(0..=same).rev().find(|n| shared.is_char_boundary(*n)).unwrap_or(0)]
    });
    if rest.is_empty() { "" } else { shared.rfind('/').map_or("", |slash| &shared[..=slash]) }
}

fn shared_files(sources: &[Source]) -> FxHashSet<&str> {
    let mut seen = FxHashSet::default();
    sources.iter().map(|s| s.path.as_str()).filter(|path| !seen.insert(*path)).collect()
}

/// An id of at most so many characters is not cut.
const SHORT: usize = 20;

/// Ids, or where they are long the shortest beginning that ends with a word, has three characters, and begins no other id.
fn short_names(sources: &[Source]) -> FxHashMap<&str, &str> {
    let ids: Vec<&str> = sources.iter().map(|s| s.id.as_str()).collect();
    let short = |id: &&'_ str| id.chars().count() < SHORT;
    if ids.iter().all(short) {
        return ids.iter().map(|id| (*id, *id)).collect();
    }
    // In order, so that only neighbours can share a beginning.
    let mut sorted = ids.clone();
    sorted.sort_unstable();
    let shared = |a: Option<&&str>, b: &str| a.map_or(0, |a| a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count());
    let name = |(i, id): (usize, &&'_ str)| {
        let least = shared(i.checked_sub(1).and_then(|j| sorted.get(j)), id).max(shared(sorted.get(i + 1), id)).max(2) + 1;
        id.char_indices().find(|(at, c)| *at >= least && !c.is_alphanumeric()).map_or(id.len(), |(at, _)| at)
    };
    let ends: Vec<usize> = sorted.iter().enumerate().map(name).collect();
    sorted.into_iter().zip(ends).map(|(id, end)| (id, &id[..end])).collect()
}

impl<'a> Version<'a> {
    /// Adds another wording of the same value.
    pub fn join(&mut self, other: Version<'a>) {
        self.wordings.extend(other.wordings);
        self.claims.extend(other.claims);
        self.sources.extend(other.sources);
        self.sources.sort_unstable();
        self.sources.dedup();
    }

    /// Whether it is the value that a check is about.
    pub fn has(&self, check: &Check) -> bool {
        self.claims.iter().any(|c| check.claims.iter().any(|own| c.id == *own))
    }

    /// How many origins have this value.
    pub fn origins(&self) -> usize {
        self.claims.iter().map(|c| c.origin.as_str()).collect::<FxHashSet<_>>().len()
    }

    /// Its first claim in each source, in order of the sources.
    pub fn by_source(&self) -> Vec<&'a Claim> {
        let mut first: FxHashMap<&str, &Claim> = FxHashMap::default();
        for claim in &self.claims {
            let kept = first.entry(claim.source.as_str()).or_insert(claim);
            if claim.start < kept.start {
                *kept = claim;
            }
        }
        self.sources.iter().filter_map(|s| first.get(s).copied()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(ids: &[&str]) -> Vec<String> {
        let sources: Vec<Source> = ids.iter().map(|id| Source { id: (*id).to_owned(), ..Source::default() }).collect();
        let names = short_names(&sources);
        ids.iter().map(|id| names[id].to_owned()).collect()
    }

    #[test]
    fn long_ids_are_called_by_their_beginning() {
        assert_eq!(names(&["001_8486256e7e29eb59", "002_549929fe5eb0465e"]), ["001", "002"]);
        assert_eq!(names(&["1-meridian", "2-harbour-gazette"]), ["1-meridian", "2-harbour-gazette"]);
        assert_eq!(
            names(&["report-of-the-first-day", "report-of-the-second-day", "report"]),
            ["report-of-the-first", "report-of-the-second", "report"]
        );
    }
}
