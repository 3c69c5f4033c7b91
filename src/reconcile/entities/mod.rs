//! Who is who across sources: entities of single articles joined into entities of the story.

mod relatives;
mod spellings;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::claim::ClaimKind;
use crate::claim::entity;
use crate::lexicon::lexicon;
use crate::reconcile::member::Member;
use crate::value::name::{self, NameForm};

/// An entity of one article: its line and its id there.
type Local<'a> = (usize, &'a str);

/// The entities of a story.
#[derive(Default)]
pub struct Entities {
    /// By article, from its own entity ids to the story's.
    joined: Vec<FxHashMap<String, String>>,
    /// Ids whose name the configuration has as an alias, or that are another spelling of a place, and what they stand for.
    aliased: FxHashMap<String, String>,
}

/// A person of one article with the fullest form of the name.
struct LocalPerson<'a> {
    local: Local<'a>,
    form: NameForm,
    mentions: usize,
}

impl Entities {
    /// Joins the people of all articles, and the spellings of places that no table has; other places and organisations carry ids that hold
    /// across articles already.
    pub fn join(claims: &[Member]) -> Self {
        let people = people(claims);
        let home = join_people(&people);
        let articles = people.iter().map(|p| p.local.0 + 1).max().unwrap_or_default();
        let mut joined: Vec<FxHashMap<String, String>> = vec![FxHashMap::default(); articles];
        for (i, p) in people.iter().enumerate() {
            let id = people[home[i]].local.1.to_owned();
            joined[p.local.0].insert(p.local.1.to_owned(), id);
        }
        let renamed = relatives::of(claims, |article, id| joined.get(article).and_then(|own| own.get(id)).map(String::as_str));
        for id in joined.iter_mut().flat_map(FxHashMap::values_mut) {
            if let Some(other) = renamed.get(id) {
                id.clone_from(other);
            }
        }
        let mut aliased = aliased(claims);
        aliased.extend(spellings::of(claims));
        Entities { joined, aliased }
    }

    /// The story's id of an entity of an article.
    pub fn id<'a>(&'a self, article: usize, entity: &'a str) -> &'a str {
        if !entity::is_person(entity) {
            return self.aliased.get(entity).map_or(entity, String::as_str);
        }
        self.joined.get(article).and_then(|own| own.get(entity)).map_or(entity, String::as_str)
    }
}

/// The ids of the claims and their keys whose name is an alias.
fn aliased(claims: &[Member]) -> FxHashMap<String, String> {
    let aliases = &lexicon().aliases;
    if aliases.is_empty() {
        return FxHashMap::default();
    }
    let of_key = |m: &'_ Member| {
        m.key.entities.iter().chain(&m.key.places).chain(&m.key.subject).chain(&m.key.base).map(|e| e.to_string()).collect::<Vec<_>>()
    };
    let of_claim = |m: &Member| m.claim.place.as_ref().map(|p| p.entity.to_string());
    let named = claims.iter().flat_map(|m| of_key(m).into_iter().chain(of_claim(m)));
    named.filter_map(|e| aliases.entity(&e).map(|name| (e, name))).collect()
}

/// Each person of each article once, in order.
fn people<'a>(claims: &[Member<'a>]) -> Vec<LocalPerson<'a>> {
    let mut seen: FxHashMap<Local, usize> = FxHashMap::default();
    let mut out: Vec<LocalPerson> = Vec::new();
    for m in claims.iter().filter(|m| m.claim.kind == ClaimKind::Person) {
        let Some(p) = &m.claim.person else { continue };
        let local = (m.article, p.entity.as_str());
        let at = *seen.entry(local).or_insert_with(|| {
            let name = lexicon().aliases.name(&p.name);
            out.push(LocalPerson { local, form: NameForm::new(name.as_deref().unwrap_or(&p.name)), mentions: 0 });
            out.len() - 1
        });
        out[at].mentions += 1;
    }
    out
}

/// Which of several heads a name means: the only one, or, with a given name, the one that the story mentions far more often than the others
/// (as where a father has another middle initial), or, of a surname, the one of most articles where the others are named beside him only
/// (as his son is). `articles` has those of each head.
fn meant(people: &[LocalPerson], heads: &[usize], articles: &[Vec<usize>], near: &[usize], form: &NameForm) -> Option<usize> {
    const FAR_MORE: usize = 4;
    let mentions = |h: usize| people[heads[h]].mentions;
    if let [only] = near {
        return Some(*only);
    }
    if form.is_bare() {
        let most = near.iter().copied().max_by_key(|h| articles[*h].len())?;
        let others = || near.iter().filter(|h| **h != most).flat_map(|h| &articles[*h]);
        let beside = others().all(|article| articles[most].contains(article));
        return (beside && articles[most].len() >= FAR_MORE * others().count()).then_some(most);
    }
    let most = near.iter().copied().max_by_key(|h| mentions(*h))?;
    let others: usize = near.iter().filter(|h| **h != most).map(|h| mentions(*h)).sum();
    (mentions(most) >= FAR_MORE * others).then_some(most)
}

/// The people whose name tells them from a father whom their article names as well.
fn sons(people: &[LocalPerson]) -> FxHashSet<usize> {
    let elders: FxHashSet<(usize, u64)> =
        people.iter().filter(|p| !p.form.is_younger()).filter_map(|p| Some((p.local.0, p.form.family()?))).collect();
    let named = |p: &LocalPerson| p.form.family().is_some_and(|family| elders.contains(&(p.local.0, family)));
    (0..people.len()).filter(|i| people[*i].form.is_younger() && named(&people[*i])).collect()
}

/// `Max`, where the article has a Maximilian: his short name, and no other Max.
fn is_short_of_another(people: &[LocalPerson], bare: usize) -> bool {
    const CLOSE: usize = 64;
    let own = |p: &&LocalPerson| p.local.0 == people[bare].local.0;
    // the people of one article stand together
    let before = people[..bare].iter().rev().take_while(own).take(CLOSE);
    let behind = people[bare + 1..].iter().take_while(own).take(CLOSE);
    before.chain(behind).any(|p| name::is_short_for_given(&p.form, &people[bare].form))
}

/// How many people of one name are compared with each other; in a larger crowd two spellings of one person may stay apart.
const CROWD: usize = 64;

/// For each person the index of the one that stands for all who are the same: full names first, so that a bare surname joins a full
/// name that is already there, and stays open where two people of the story share it.
fn join_people(people: &[LocalPerson]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..people.len()).collect();
    order.sort_by_key(|&i| (std::cmp::Reverse(people[i].form.words()), i));
    let mut home: Vec<usize> = (0..people.len()).collect();
    // Who stands for each person of the story, and which articles have one of them already.
    let mut heads: Vec<usize> = Vec::new();
    let mut taken: FxHashSet<(usize, usize)> = FxHashSet::default();
    let mut articles: Vec<Vec<usize>> = Vec::new();
    let mut by_key: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    let sons = sons(people);
    // "Donald Trump Jr." beside a "Trump" in one article is not the "Donald Trump" of another
    let father_and_son = |a: usize, b: usize| sons.contains(&a) && !people[b].form.is_younger();
    // A bare name that several of the story bear waits until its article has its others: the one left is meant.
    let (mut order, mut waiting) = (std::collections::VecDeque::from(order), vec![true; people.len()]);
    while let Some(i) = order.pop_front() {
        let keys = people[i].form.keys();
        let mut near: Vec<usize> = keys.iter().flat_map(|k| by_key.get(k).into_iter().flatten().copied().take(CROWD)).collect();
        near.sort_unstable();
        near.dedup();
        let article = people[i].local.0;
        near.retain(|&h| name::same_person(&people[heads[h]].form, &people[i].form, true).joins());
        // a name that its own article leaves open between two is not a third one's
        let full = |h: &usize| !people[heads[*h]].form.is_bare();
        let open = people[i].form.is_bare() && near.iter().filter(|h| full(h) && taken.contains(&(**h, article))).count() > 1;
        let free = |h: &usize| !taken.contains(&(*h, article)) && !father_and_son(heads[*h], i) && !father_and_son(i, heads[*h]);
        near.retain(|h| free(h) && !(open && full(h)));
        near.retain(|h| !(name::is_given_alone(&people[i].form, &people[heads[*h]].form) && is_short_of_another(people, i)));
        if people[i].form.is_bare() && near.len() > 1 && std::mem::take(&mut waiting[i]) {
            order.push_back(i);
            continue;
        }
        if let Some(one) = meant(people, &heads, &articles, &near, &people[i].form) {
            home[i] = heads[one];
            taken.insert((one, article));
            articles[one].push(article);
        } else {
            for k in keys {
                by_key.entry(k).or_default().push(heads.len());
            }
            taken.insert((heads.len(), article));
            articles.push(vec![article]);
            heads.push(i);
        }
    }
    home
}
