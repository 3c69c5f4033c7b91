//! Which names of an article name one person.

use rustc_hash::FxHashMap;

use super::Segment;
use super::entity::words;
use super::weights::Label;
use crate::extract::Context;
use crate::value::{NameForm, same_person};

/// The people with a full name, and which of them each name stands for.
pub struct People {
    full: Vec<FullName>,
    /// From the keys of names to the people (indices into `full`) who may bear them.
    by_key: FxHashMap<String, Vec<usize>>,
    /// From a name as written to the fullest form of the one person it stands for.
    known: FxHashMap<String, String>,
}

struct FullName {
    name: String,
    form: NameForm,
}

/// No more people of one name are compared with each other.
const CROWD: usize = 24;

impl People {
    /// Full names come first: bare surnames are resolved to them wherever they stand.
    pub fn of(cx: &Context, segments: &[Segment]) -> Self {
        let mut people = People { full: Vec::new(), by_key: FxHashMap::default(), known: FxHashMap::default() };
        let mut names: Vec<String> = segments.iter().filter(|s| s.label == Label::Person).map(|s| words(cx, s)).collect();
        names.sort_unstable();
        names.dedup();
        let (full, bare): (Vec<_>, Vec<_>) = names.into_iter().map(|n| (NameForm::new(&n), n)).partition(|(form, _)| !form.is_bare());
        people.add_all(full);
        for (form, name) in bare {
            if let [one] = people.bearers(&form, &form.keys())[..] {
                let fullest = people.full[one].name.clone();
                people.known.insert(name, fullest);
            }
        }
        people
    }

    /// The longest names first, so that shorter forms join them.
    fn add_all(&mut self, mut names: Vec<(NameForm, String)>) {
        names.sort_by_key(|(form, name)| std::cmp::Reverse((form.words(), name.chars().any(char::is_lowercase), name.len())));
        for (form, name) in names {
            let keys = form.keys();
            match self.bearers(&form, &keys)[..] {
                [one, ..] => {
                    let fullest = self.full[one].name.clone();
                    self.known.insert(name, fullest);
                }
                [] => self.add(form, name, keys),
            }
        }
    }

    fn add(&mut self, form: NameForm, name: String, keys: Vec<String>) {
        for key in keys {
            self.by_key.entry(key).or_default().push(self.full.len());
        }
        self.full.push(FullName { name, form });
    }

    /// The people who may be meant by a name with these keys.
    fn bearers(&self, form: &NameForm, keys: &[String]) -> Vec<usize> {
        let mut near: Vec<usize> = keys.iter().flat_map(|k| self.by_key.get(k).into_iter().flatten().take(CROWD).copied()).collect();
        near.sort_unstable();
        near.dedup();
        near.retain(|p| same_person(&self.full[*p].form, form, true).joins());
        near
    }

    /// The fullest form of the person whom a name stands for; the name itself when that is open.
    pub fn fullest<'a>(&'a self, name: &'a str) -> &'a str {
        self.known.get(name).map_or(name, String::as_str)
    }
}
