//! Which names of an article name one person.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::value::{NameForm, NameRelation, same_person};

/// The people with a full name, and which of them each name stands for.
pub struct People {
    full: Vec<FullName>,
    by_key: Bearers,
    /// For each name the fullest form of the one person it stands for; the name itself when that is open.
    fullest: Vec<usize>,
    /// The bare names that several people bear, with the fullest forms of these.
    shared: FxHashMap<usize, Vec<usize>>,
}

/// How an article first has a name.
#[derive(Clone, Copy)]
pub struct Met {
    pub sentence: usize,
    /// `his son, Ann Lee`.
    pub beside_kin: bool,
    /// `Ann and | Bob Lee`: with others of the surname.
    pub joint: bool,
    /// `Senator | Lee`, there or later.
    pub in_office: bool,
}

struct FullName {
    /// Index into the names.
    name: usize,
    form: NameForm,
    /// The article has the full name without what tells father and son apart as well.
    plain: bool,
}

impl People {
    /// From the distinct names of an article, and how it has them first. Full names come first: bare surnames are resolved to
    /// them wherever they stand, except those of a father whose son the article names far below.
    pub fn of<S: AsRef<str>>(names: &[S], met: &[Met]) -> Self {
        let fullest = (0..names.len()).collect();
        let mut people = People { full: Vec::new(), by_key: Bearers::default(), fullest, shared: FxHashMap::default() };
        let text = |n: usize| names[n].as_ref();
        let mut order: Vec<usize> = (0..names.len()).collect();
        order.sort_unstable_by_key(|n| text(*n));
        let forms = order.into_iter().map(|n| (NameForm::new(text(n)), n));
        let (mut full, bare): (Vec<_>, Vec<_>) = forms.partition(|(form, _)| !form.is_bare());
        // the longest names first, so that shorter forms join them
        full.sort_by_key(|(form, n)| std::cmp::Reverse((form.words(), text(*n).chars().any(char::is_lowercase), text(*n).len())));
        full.into_iter().for_each(|(form, name)| people.add(form, name, met));
        let in_office: FxHashSet<u64> = bare.iter().filter(|(_, n)| met[*n].in_office).flat_map(|(form, _)| form.keys()).collect();
        for (form, name) in bare {
            let keys = form.keys();
            match people.bearers(&form, &keys)[..] {
                [] => {}
                [one] if people.is_son(one, name, met) => {}
                [one] if keys.iter().any(|k| in_office.contains(k)) && people.is_relative(one, met) => {}
                [one] => people.fullest[name] = people.full[one].name,
                ref several => {
                    let several = several.iter().map(|p| people.full[*p].name).collect();
                    people.shared.insert(name, several);
                }
            }
        }
        people
    }

    /// The only full name is a younger one's, and stands far behind the bare name: `Trump`, and in the end `Donald Trump Jr.`
    fn is_son(&self, person: usize, bare: usize, met: &[Met]) -> bool {
        // the person whom an article is about is named in full in its opening, right behind the headline at the latest
        const SENTENCES: usize = 8;
        let full = &self.full[person];
        !full.plain && met[full.name].sentence >= met[bare].sentence + SENTENCES
    }

    /// The only full name is that of a relative without an office, where the bare name has one: `Senator Lee`, and `his daughters, Ann and
    /// Jane Lee`.
    fn is_relative(&self, person: usize, met: &[Met]) -> bool {
        let full = &met[self.full[person].name];
        (full.joint || full.beside_kin) && !full.in_office
    }

    /// A full name: of somebody who is known already, or of somebody new.
    fn add(&mut self, form: NameForm, name: usize, met: &[Met]) {
        let keys = form.keys();
        let known = |p: &usize| !self.are_kin(*p, &form, name, met);
        if let Some(one) = self.bearers(&form, &keys).into_iter().find(known) {
            self.fullest[name] = self.full[one].name;
            self.full[one].plain |= !form.is_younger();
            return;
        }
        keys.into_iter().for_each(|key| self.by_key.add(key, self.full.len()));
        self.full.push(FullName { name, plain: !form.is_younger(), form });
    }

    /// `Mike Lee`, and later `his son, Michael Lee`: somebody introduced as a relative is not one of those whom the article has named
    /// already, unless both names are written alike.
    fn are_kin(&self, person: usize, form: &NameForm, name: usize, met: &[Met]) -> bool {
        let full = &self.full[person];
        let (one, other) = (met[full.name], met[name]);
        let later = if one.sentence > other.sentence { one } else { other };
        one.sentence != other.sentence
            && one.beside_kin != other.beside_kin
            && later.beside_kin
            && same_person(&full.form, form, true) != NameRelation::Same
    }

    /// The people who may be meant by a name with these keys.
    fn bearers(&self, form: &NameForm, keys: &[u64]) -> Vec<usize> {
        let mut near: Vec<usize> = keys.iter().flat_map(|k| self.by_key.of(*k)).collect();
        near.sort_unstable();
        near.dedup();
        near.retain(|p| same_person(&self.full[*p].form, form, true).joins());
        near
    }

    /// How many names there are.
    pub fn names(&self) -> usize {
        self.fullest.len()
    }

    /// The fullest form of the person whom a name stands for; both are numbers of names.
    pub fn fullest(&self, name: usize) -> usize {
        self.fullest[name]
    }

    /// For each of the people who share a bare name, by the number of the fullest form, all of these.
    pub fn rivals(&self) -> FxHashMap<usize, &[usize]> {
        self.shared.values().flat_map(|all| all.iter().map(|p| (*p, all.as_slice()))).collect()
    }

    /// The fullest forms of the people who share a bare name; none where it is that of one.
    pub fn sharing(&self, name: usize) -> &[usize] {
        self.shared.get(&name).map_or(&[], Vec::as_slice)
    }
}

/// From the keys of names to the people who may bear them, as chains in one list.
#[derive(Default)]
struct Bearers {
    /// The first and the last link of a key's chain.
    chains: FxHashMap<u64, (usize, usize)>,
    /// A person, and the next link; the last one leads to itself.
    links: Vec<(usize, usize)>,
}

/// How many people of one name are compared with each other.
const CROWD: usize = 24;

impl Bearers {
    fn add(&mut self, key: u64, person: usize) {
        let new = self.links.len();
        self.links.push((person, new));
        let chain = self.chains.entry(key).or_insert((new, new));
        self.links[chain.1].1 = new;
        chain.1 = new;
    }

    /// The first of those who may bear a name with this key.
    fn of(&self, key: u64) -> impl Iterator<Item = usize> {
        let first = self.chains.get(&key).map(|chain| chain.0);
        let links = std::iter::successors(first, |link| Some(self.links[*link].1).filter(|next| next != link));
        links.take(CROWD).map(|link| self.links[link].0)
    }
}
