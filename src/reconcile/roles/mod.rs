//! What one person is, according to each source.

mod bodies;
mod exclusive;
mod holders;
pub mod leaders;
mod postings;
mod posts;
mod rank;
mod remit;
mod two_bodies;

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::claim::entity;
use crate::claim::{Claim, Role, RoleStatus};
use crate::lexicon::lexicon;
use crate::lexicon::role_synonyms::office;
use crate::lexicon::roles::RoleKind;
use crate::lexicon::word_sets;
use crate::reconcile::group::{Draft, GroupKind, Reason, Status, Verdict};
use crate::reconcile::names::called::Names;
use crate::reconcile::story::Story;
use crate::reconcile::twins::Twins;
use crate::text::fold::{fold, is_dotted};
use bodies::are_apart;
use postings::{Posting, two_postings};
use rank::{Ranks, two_ranks};
use remit::two_charges;
use two_bodies::two_bodies;

word_sets! {
    /// Words before a title that make another office of it.
    OTHER_RANK = 0: "rank_beside_office";
    /// Words for who no longer holds an office.
    LEAVING = 1: "left_office";
    /// What makes one office with the word behind it: `attorney general`.
    MAKING = 2: "makes_office";
}

/// One group for each office of each person.
pub fn groups(story: &Story, names: &Names) -> Vec<Draft> {
    let mut by_office = Offices::new();
    for (i, m) in story.claims.iter().enumerate() {
        if let Some(r) = &m.claim.role {
            let person = story.entities.id(m.article, &r.entity).to_owned();
            by_office.entry((person, office(&r.title).to_owned())).or_default().push(i);
        }
    }
    join_general(story, &mut by_office);
    let exclusive = exclusive(story, names, &mut by_office);
    let twins = Twins::of(story, |c| c.role.is_some());
    let parts = |office: &str, members| by_body(story, members).into_iter().flat_map(|m| left_apart(story, m, office)).collect::<Vec<_>>();
    let parted = by_office.into_iter().flat_map(|(key, members)| parts(&key.1, members).into_iter().map(move |part| (key.clone(), part)));
    let drafts = parted.map(|((person, office), members)| draft(story, &twins, names, &person, &office, &members));
    let two = leaders::groups(story, names).into_iter().chain(posts::groups(story, names)).chain(holders::groups(story, names));
    exclusive.into_iter().chain(drafts).chain(two).collect()
}

/// Takes out the offices that exclude each other for one person, and judges them together.
fn exclusive(story: &Story, names: &Names, offices: &mut Offices) -> Vec<Draft> {
    let keys: Vec<(String, String)> = offices.keys().cloned().collect();
    let mut drafts = Vec::new();
    for held in keys.chunk_by(|a, b| a.0 == b.0).filter(|held| held.len() > 1) {
        let person = &held[0].0;
        let Some(pair) = exclusive::pair(story, held.iter().map(|key| (key.1.as_str(), &offices[key][..]))) else { continue };
        let members = pair.offices.iter().filter_map(|office| offices.remove(&(person.clone(), office.clone())));
        let mut members: Vec<usize> = members.flatten().collect();
        members.sort_unstable();
        let both = pair.offices.join(" / ");
        let (identity, label) = (format!("{person}|{both}"), format!("{}: {both}", names.name(person, "")));
        drafts.push(Draft { kind: GroupKind::Role, identity, label, verdict: pair.verdict, values: told_apart(forms(story, &members)) });
    }
    drafts
}

/// The members of an office by the body that they name, where one article names two, since one may chair a board and a council. Those that
/// name none go with the largest group.
fn by_body(story: &Story, members: Vec<usize>) -> Vec<Vec<usize>> {
    let body = |m: &usize| story.claims[*m].key.base.as_deref().filter(|b| entity::is_body(b));
    let mut parts: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    members.iter().filter_map(|m| Some((body(m)?, *m))).for_each(|(b, m)| parts.entry(b).or_default().push(m));
    let mut bodies: FxHashMap<usize, &str> = FxHashMap::default();
    let two = members.iter().any(|m| body(m).is_some_and(|b| *bodies.entry(story.claims[*m].article).or_insert(b) != b));
    if !two {
        return vec![members];
    }
    let mut parts: Vec<Vec<usize>> = parts.into_values().collect();
    if let Some(most) = parts.iter_mut().rev().max_by_key(|p| p.len()) {
        most.extend(members.iter().copied().filter(|m| body(m).is_none()));
        most.sort_unstable();
    }
    parts
}

/// The members that have left an office, apart from the others, if those hold one of that name in another body.
fn left_apart(story: &Story, members: Vec<usize>, office: &str) -> Vec<Vec<usize>> {
    let has_left = |m: &usize| role(story.claims[*m].claim).is_some_and(|r| r.status == RoleStatus::Former);
    let (left, held): (Vec<usize>, Vec<usize>) = members.iter().partition(|m| has_left(m));
    if excludes(story, &members, office).is_some() && are_apart(story, &left, &held, office) { vec![left, held] } else { vec![members] }
}

/// Claims by person and office.
type Offices = BTreeMap<(String, String), Vec<usize>>;

/// Joins a general title with the specific one of another article ("commissioner", "police commissioner"), if the person has no other of
/// that kind. Not for offices that were left, since the person may hold another of that kind.
fn join_general(story: &Story, offices: &mut Offices) {
    let is_former = |m: &usize| role(story.claims[*m].claim).is_some_and(|r| r.status == RoleStatus::Former);
    let left: BTreeSet<(String, String)> = offices.iter().filter(|(_, m)| m.iter().any(is_former)).map(|(key, _)| key.clone()).collect();
    let keys: Vec<(String, String)> = offices.keys().filter(|key| !left.contains(*key)).cloned().collect();
    for key in &keys {
        let specific = |other: &&(String, String)| is_kind_of(&other.1, &key.1);
        let mut found = keys[keys.partition_point(|k| k.0 < key.0)..].iter().take_while(|k| k.0 == key.0).filter(specific);
        if let (Some(one), None) = (found.next(), found.next())
            && let Some(members) = offices.remove(key)
        {
            offices.entry(one.clone()).or_default().extend(members);
        }
    }
    offices.values_mut().for_each(|members| members.sort_unstable());
}

/// "police commissioner" is a kind of "commissioner"; a vice president is no president.
fn is_kind_of(specific: &str, general: &str) -> bool {
    let before = specific.strip_suffix(general).and_then(|rest| rest.strip_suffix(' '));
    before.is_some_and(|before| before.split([' ', '-']).all(|w| !SETS.holds(w, OTHER_RANK)))
}

fn role(claim: &Claim) -> Option<&Role> {
    claim.role.as_deref()
}

fn draft(story: &Story, twins: &Twins, names: &Names, person: &str, office: &str, members: &[usize]) -> Draft {
    let forms = forms(story, members);
    let verdict = verdict(story, twins, members, office, forms.len());
    let values = told_apart(forms);
    let deputy = members.iter().all(|m| role(story.claims[*m].claim).is_some_and(|r| r.status == RoleStatus::Deputy));
    let rank = if deputy { "deputy " } else { "" };
    Draft {
        kind: GroupKind::Role,
        identity: format!("{person}|{office}"),
        label: format!("{}: {rank}{}", names.name(person, ""), with_its_capital(as_written(office, &values), &values)),
        verdict,
        values,
    }
}

fn forms(story: &Story, members: &[usize]) -> Forms {
    let mut forms = Forms::new();
    for &m in members {
        let c = story.claims[m].claim;
        forms.entry((role(c).map(|r| r.status), unstyled(&fold(&c.text)))).or_insert_with(|| (c.text.to_string(), Vec::new())).1.push(m);
    }
    forms
}

/// A folded title without the style of an outlet: `sen.` is `senator`, `f.b.i.` is `fbi`, `d-nev.` is `d-nev`, since a stop may also end
/// the sentence.
fn unstyled(folded: &str) -> String {
    let l = lexicon();
    if let Some(tag) = folded.strip_suffix('.').filter(|t| is_party_tag(t)) {
        return tag.to_owned();
    }
    let full = |w: &str| l.titles.get(l.words.id(w.strip_suffix('.')?))?.office;
    let plain = |w: &str| full(w).map_or_else(|| if is_dotted(w) { w.replace('.', "") } else { w.to_owned() }, str::to_owned);
    folded.split(' ').map(plain).collect::<Vec<_>>().join(" ")
}

/// The letter of a party and a place: `d-nev`.
fn is_party_tag(folded: &str) -> bool {
    folded.split_once('-').is_some_and(|(party, place)| party.len() == 1 && !place.is_empty() && !place.contains(' '))
}

/// Wordings by status and folded text: the first one as written, and its claims.
type Forms = BTreeMap<(Option<RoleStatus>, String), (String, Vec<usize>)>;

/// The wordings with their claims; where only the status differs, it is added: `host`, `host (to be)`.
fn told_apart(forms: Forms) -> Vec<(String, Vec<usize>)> {
    let mut uses: FxHashMap<String, usize> = FxHashMap::default();
    forms.keys().for_each(|(_, text)| *uses.entry(text.clone()).or_default() += 1);
    let value = |((status, folded), (text, members)): ((Option<RoleStatus>, String), (String, Vec<usize>))| {
        let told = status.filter(|s| *s != RoleStatus::Current && uses[&folded] > 1).map(status_word);
        (told.map_or(text.clone(), |word| format!("{text} ({word})")), members)
    };
    forms.into_iter().map(value).collect()
}

fn status_word(status: RoleStatus) -> &'static str {
    if status == RoleStatus::Elect { "to be" } else { status.prefix().trim_end() }
}

/// The name of an office as the texts write it: if none says "chief", the head of what most say ("director").
fn as_written(office: &str, values: &[(String, Vec<usize>)]) -> String {
    let folded: Vec<String> = values.iter().map(|(text, _)| fold(text)).collect();
    if office.starts_with("first ") || folded.iter().any(|text| text.contains(office)) {
        return office.to_owned();
    }
    let heads = values.iter().zip(&folded).map(|((_, members), text)| (members.len(), text));
    let whole = heads.filter(|(_, text)| is_whole(head(text)));
    let most = whole.max_by_key(|(members, text)| (*members, std::cmp::Reverse(text.as_str())));
    most.map_or_else(|| in_full(&folded).unwrap_or(office).to_owned(), |(_, text)| head(text).to_owned())
}

/// The name of a party's member has a capital wherever it stands, unlike that of an office: `Republican`.
fn with_its_capital(office: String, values: &[(String, Vec<usize>)]) -> String {
    let l = lexicon();
    let capital: String = office.chars().take(1).flat_map(char::to_uppercase).chain(office.chars().skip(1)).collect();
    let is_person = l.roles.get(l.words.id(&office)).is_some_and(|r| r.kind == RoleKind::Person);
    if is_person && values.iter().any(|(text, _)| text.contains(&capital)) { capital } else { office }
}

/// The full form of an abbreviation that the texts use: `Rep.`
fn in_full(folded: &[String]) -> Option<&'static str> {
    let l = lexicon();
    folded.iter().find_map(|text| l.titles.get(l.words.id(head(text).trim_end_matches('.')))?.office)
}

/// The head of a title: its last word with what makes the office ("press secretary", "district attorney"), or the word before "of" with
/// what follows ("secretary of state").
fn head(text: &str) -> &str {
    let end = text.find(" of ").unwrap_or(text.len());
    let start = |end: usize| text[..end].rfind(' ').map_or(0, |i| i + 1);
    let last = start(end);
    let before = start(last.saturating_sub(1));
    if SETS.holds(text[before..last].trim_end(), MAKING) { &text[before..] } else { &text[last..] }
}

/// Not an abbreviation. Words of three letters are (`Sen`), and those of four that stand for an office (`Capt`).
fn is_whole(head: &str) -> bool {
    const SHORT: usize = 4;
    let l = lexicon();
    let stands_for = || l.titles.get(l.words.id(head)).is_some_and(|t| t.office.is_some());
    !head.ends_with('.') && (head.len() > SHORT || head.len() == SHORT && !stands_for())
}

/// Offices with one holder at a time, so that a former holder is not a current one. An adviser or an official may have been one and be one
/// again.
const HELD_BY_ONE: [&str; 22] = [
    "president",
    "prime minister",
    "minister",
    "foreign minister",
    "defense minister",
    "defence minister",
    "finance minister",
    "chancellor",
    "chief executive",
    "chairman",
    "chief",
    "governor",
    "mayor",
    "secretary",
    "director",
    "king",
    "queen",
    "pope",
    "speaker",
    "premier",
    "attorney general",
    "chief justice",
];

fn verdict(story: &Story, twins: &Twins, members: &[usize], office: &str, forms: usize) -> Verdict {
    if let Some((former, current)) = in_one_sentence(story, twins, members).or_else(|| excludes(story, members, office)) {
        let explanation =
            format!("former in {}, current in {}", story.source_ids(&former).join(", "), story.source_ids(&current).join(", "));
        return Verdict::new(Status::Conflict, Reason::RoleStatus, explanation);
    }
    if let Some((one, other)) = two_charges(story, members, office) {
        return Verdict::new(Status::Conflict, Reason::Disjoint, format!("in charge of {one}, and of {other}"));
    }
    if let Some(verdict) = two_ranks(story, members).and_then(|ranks| of_ranks(story, &ranks, office)) {
        return verdict;
    }
    if let Some(verdict) = in_two_places(story, members, office) {
        return verdict;
    }
    if let Some([(one, first), (other, second)]) = two_bodies(story, members, office) {
        let sources = |members: &[usize]| story.source_ids(members).join(", ");
        let explanation = format!("of {one} in {}, of {other} in {}", sources(&first), sources(&second));
        return Verdict::new(Status::Unresolved, Reason::Identity, explanation);
    }
    match forms {
        1 => Verdict::new(Status::Agree, Reason::Same, "the same title everywhere"),
        _ => Verdict::new(Status::Compatible, Reason::RoleVariant, "wordings of one office"),
    }
}

/// The verdict on a deputy who is also told to hold the office: a conflict where somebody else holds it, and open where the office has one
/// holder, or a name of its own (`district attorney`), and the articles state it in full.
fn of_ranks(story: &Story, ranks: &Ranks, office: &str) -> Option<Verdict> {
    let sources = |members: &[usize]| story.source_ids(members).join(", ");
    let explanation = || format!("assistant or deputy in {}, not so in {}", sources(&ranks.ranked), sources(&ranks.plain));
    if ranks.held_by_another {
        return Some(Verdict::new(Status::Conflict, Reason::RoleStatus, explanation()));
    }
    let bases = |of: &[usize]| of.iter().filter_map(|m| story.claims[*m].key.base.as_deref()).collect::<BTreeSet<&str>>();
    let (x, y) = (bases(&ranks.ranked), bases(&ranks.plain));
    let one_body = x.is_empty() || y.is_empty() || !x.is_disjoint(&y);
    let stated = ranks.plain.iter().all(|m| is_stated(story, *m));
    let one = HELD_BY_ONE.iter().any(|o| office.ends_with(o)) || ranks.office.contains(' ');
    let of_one_time = || story.are_of_one_month(ranks.ranked.iter().chain(&ranks.plain).copied());
    (one && of_one_time() && stated && one_body).then(|| Verdict::new(Status::Unresolved, Reason::RoleStatus, explanation()))
}

/// The verdict on an office that two articles give to two places.
fn in_two_places(story: &Story, members: &[usize], office: &str) -> Option<Verdict> {
    let (how, [(one, first), (other, second)]) = two_postings(story, members, office)?;
    let (status, reason) = match how {
        Posting::Apart => (Status::Conflict, Reason::Disjoint),
        Posting::Unknown => (Status::Unresolved, Reason::Identity),
    };
    let sources = |members: &[usize]| story.source_ids(members).join(", ");
    Some(Verdict::new(status, reason, format!("of {one} in {}, of {other} in {}", sources(&first), sources(&second))))
}

/// The members that say "former" and those that say that the office is held, if these exclude each other.
fn excludes(story: &Story, members: &[usize], office: &str) -> Option<(Vec<usize>, Vec<usize>)> {
    let held_by_one = HELD_BY_ONE.iter().any(|o| office.ends_with(o));
    let (former, current) = left_and_holds(story, members)?;
    let one = held_by_one || is_one_office(story, &former, &current) || is_trade(office) && are_stated(story, &former, &current);
    one.then_some((former, current))
}

/// A member that says "former" and one that does not, in two nearly equal sentences.
fn in_one_sentence(story: &Story, twins: &Twins, members: &[usize]) -> Option<(Vec<usize>, Vec<usize>)> {
    let of = |status: RoleStatus| members.iter().copied().filter(move |m| role(story.claims[*m].claim).is_some_and(|r| r.status == status));
    let left = || of(RoleStatus::Former).filter(|m| !tells_of_leaving(story, *m));
    left().find_map(|f| of(RoleStatus::Current).find(|c| twins.are(f, *c)).map(|c| (vec![f], vec![c])))
}

/// Both say whose office it is, or name it in full ("special envoy"), so that they mean the same office.
fn is_one_office(story: &Story, former: &[usize], current: &[usize]) -> bool {
    let named = |m: &usize| {
        let (claim, of) = (story.claims[*m].claim, story.claims[*m].key.base.as_deref());
        let title = role(claim)?.title.as_str();
        let full = is_stated(story, *m) && title.contains(' ');
        (full || of.is_some()).then_some((title, of.filter(|_| !full)))
    };
    let offices = |list: &[usize]| list.iter().filter_map(named).collect::<BTreeSet<_>>();
    !offices(former).is_disjoint(&offices(current))
}

/// A trade, which is learned and seldom left: one that the table marks so, or a title that it lacks. The others are offices, ranks and
/// parts that change hands or are kept by courtesy.
fn is_trade(office: &str) -> bool {
    let l = lexicon();
    l.roles.get(l.words.id(office)).is_none_or(|r| r.trade)
}

/// Both state what the person is ("Ann Lee, a former beekeeper").
fn are_stated(story: &Story, former: &[usize], current: &[usize]) -> bool {
    let stated = |list: &[usize]| list.iter().any(|m| is_stated(story, *m));
    stated(former) && stated(current)
}

/// A title that the text states ("the interior minister, Ann Lee", "Minister of Fisheries Lee") and does not only put before a name
/// ("Minister Lee", "Secretary of State Lee").
fn is_stated(story: &Story, member: usize) -> bool {
    let claim = story.claims[member].claim;
    let head = claim.text.rsplit(' ').next().unwrap_or_default();
    let before_name = || story.behind(member).trim_start().starts_with(char::is_uppercase);
    let is_of_all = || role(claim).is_some_and(|r| r.title.contains(" of "));
    head.starts_with(char::is_lowercase) || claim.text.contains(" of ") && !(is_of_all() && before_name())
}

/// "fired president Ann Lee" says neither that the office is held nor that it was left long ago.
fn tells_of_leaving(story: &Story, member: usize) -> bool {
    let before = story.before(member).split_whitespace().next_back();
    story.claims[member].claim.text.split(' ').chain(before).any(|w| SETS.holds(w, LEAVING))
}

/// The members that say "former" and those that say that the office is held, when they exclude each other. A title is kept by courtesy
/// ("President Obama" of years past), so one article's bare title is not enough, nor are those of articles that may be of other years; and an
/// article that says both does so on purpose.
fn left_and_holds(story: &Story, members: &[usize]) -> Option<(Vec<usize>, Vec<usize>)> {
    let status = |m: &usize| role(story.claims[*m].claim).map(|r| r.status).filter(|_| !tells_of_leaving(story, *m));
    let article = |m: &usize| story.claims[*m].article;
    let (former, current): (Vec<usize>, Vec<usize>) = members
        .iter()
        .copied()
        .filter(|m| matches!(status(m), Some(RoleStatus::Former | RoleStatus::Current)))
        .partition(|m| status(m) == Some(RoleStatus::Former));
    let lines = |list: &[usize]| list.iter().map(article).collect::<FxHashSet<usize>>();
    let stated: Vec<usize> = current.iter().copied().filter(|m| is_stated(story, *m)).collect();
    let both: FxHashSet<usize> = lines(&former).intersection(&lines(&stated)).copied().collect();
    let one_sided = |list: &[usize]| list.iter().copied().filter(|m| !both.contains(&article(m))).collect::<Vec<usize>>();
    let (former, current) = (one_sided(&former), one_sided(&current));
    let base = |m: &usize| story.claims[*m].key.base.as_deref();
    let bases = |list: &[usize]| list.iter().filter_map(base).collect::<BTreeSet<&str>>();
    let (left, held) = (bases(&former), bases(&current));
    let other_body = !left.is_empty() && !held.is_empty() && (left != held || left.len() > 1);
    let full = current.iter().any(|c| base(c).is_some() || is_stated(story, *c));
    let dated = || former.iter().chain(&current).all(|m| story.published(*m).is_some());
    let bare = || story.origins(&current) > 1 && dated() && story.are_of_one_month(former.iter().chain(&current).copied());
    let holds = full || bare();
    (!former.is_empty() && !current.is_empty() && !other_body && holds).then_some((former, current))
}
