//! Scenes: what a story can be about, as lists of facts with the sentences that may state them. One file a scene, in `scenes/`:
//!
//! ```text
//! title Wall of a quarry near {town} gives way      a headline; several lines, one is taken
//! fill Nobody answered at the office of {firm}.     a sentence without a fact
//! figure dead toll 4 30                             a figure: name, measure, bounds of its true value
//! date when · role mayor · quote chief · place where
//! = mayor of {town}                                 a true form (roles, quotes, places)
//! ~ head of the council                             another form that is compatible
//! ! former mayor of {town}                          a form that contradicts
//! - {mayor}, the {n}, went to the quarry.           a sentence of the fact, its value at {n}
//! ```
//!
//! `{town}`, `{other}`, `{country}`, `{firm}` are names of the story; any other name in braces is a person.

use std::path::Path;

use super::value::Measure;

/// What kind of claim a fact is planted as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    Figure,
    Date,
    Name,
    Role,
    Place,
    Quote,
}

/// A fact of a scene, before it has a value.
#[derive(Debug)]
pub struct Slot {
    pub kind: Kind,
    pub name: String,
    /// Of a figure, with the bounds of its value.
    pub measure: Option<(Measure, i64, i64)>,
    pub same: Vec<String>,
    pub compatible: Vec<String>,
    pub contrary: Vec<String>,
    pub sentences: Vec<String>,
}

#[derive(Debug)]
pub struct Scene {
    pub name: String,
    pub titles: Vec<String>,
    pub fillers: Vec<String>,
    pub slots: Vec<Slot>,
}

impl Scene {
    /// All scenes, in order of their names.
    pub fn all() -> Vec<Scene> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/planted/scenes");
        let mut files: Vec<_> = std::fs::read_dir(folder).expect("the scenes").map(|e| e.expect("a scene").path()).collect();
        files.sort();
        files
            .iter()
            .map(|f| Scene::parse(&f.file_stem().unwrap_or_default().to_string_lossy(), &std::fs::read_to_string(f).unwrap()))
            .collect()
    }

    fn parse(name: &str, text: &str) -> Scene {
        let mut scene = Scene { name: name.to_owned(), titles: Vec::new(), fillers: Vec::new(), slots: Vec::new() };
        for line in text.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
            scene.line(line);
        }
        scene
    }

    fn line(&mut self, line: &str) {
        let (word, rest) = line.split_once(' ').unwrap_or_else(|| panic!("{}: {line}", self.name));
        let rest = rest.trim().to_owned();
        match word {
            "title" => self.titles.push(rest),
            "fill" => self.fillers.push(rest),
            "=" => self.slot().same.push(rest),
            "~" => self.slot().compatible.push(rest),
            "!" => self.slot().contrary.push(rest),
            "-" => self.slot().sentences.push(rest),
            _ => {
                let slot = Slot::named(word, &rest).unwrap_or_else(|| panic!("{}: {line}", self.name));
                self.slots.push(slot);
            }
        }
    }

    fn slot(&mut self) -> &mut Slot {
        self.slots.last_mut().expect("a fact before its sentences")
    }
}

impl Slot {
    fn named(kind: &str, rest: &str) -> Option<Slot> {
        let words: Vec<&str> = rest.split(' ').collect();
        let kind = match kind {
            "figure" => Kind::Figure,
            "date" => Kind::Date,
            "role" => Kind::Role,
            "place" => Kind::Place,
            "quote" => Kind::Quote,
            _ => return None,
        };
        let measure = match words[1..] {
            [measure, low, high] => Some((Measure::named(measure)?, low.parse().ok()?, high.parse().ok()?)),
            _ => None,
        };
        let empty = Vec::new;
        Some(Slot { kind, name: words[0].to_owned(), measure, same: empty(), compatible: empty(), contrary: empty(), sentences: empty() })
    }
}
