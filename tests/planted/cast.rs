//! The people, places and firms of a story, and how each article spells them.

use std::collections::BTreeSet;

use super::rng::Rng;
use super::scene::{Kind, Scene};
use super::truth::{Fact, Form};

/// Given names with another romanisation or spelling, if there is one.
const GIVEN: [&str; 24] = [
    "Anna", "Tomas", "Elena", "Viktor", "Marta", "Oskar", "Ingrid", "Pavel", "Leila", "Karim", "Sofia", "Henrik", "Nadia", "Lukas",
    "Irena", "Stefan", "Amira", "Jonas", "Petra", "Dmitri", "Clara", "Anton", "Yusuf", "Greta",
];
/// Surnames with another spelling of each.
const SURNAMES: [(&str, &str); 24] = [
    ("Kovalenko", "Kowalenko"),
    ("Zelinsky", "Zelinskyy"),
    ("Petrov", "Petroff"),
    ("Haddad", "Hadad"),
    ("Lindqvist", "Lindquist"),
    ("Marchenko", "Martchenko"),
    ("Orbelian", "Orbeliyan"),
    ("Sukhanov", "Suhanov"),
    ("Brennholm", "Brenholm"),
    ("Tavarkil", "Tavarkill"),
    ("Osterveld", "Osterfeld"),
    ("Qashqari", "Kashkari"),
    ("Miroslav", "Myroslav"),
    ("Jelvik", "Yelvik"),
    ("Khalidov", "Halidov"),
    ("Dragunsky", "Dragunskiy"),
    ("Ferrand", "Ferand"),
    ("Wiesner", "Viesner"),
    ("Gunnarsen", "Gunnarson"),
    ("Yusupov", "Iusupov"),
    ("Aldemir", "Aldemyr"),
    ("Rostovan", "Rostowan"),
    ("Castellan", "Castelan"),
    ("Nemirov", "Nemiroff"),
];
/// A town, another town of the same country, the country. Those behind the first are on no map, so that articles say where they lie.
const ON_THE_MAP: usize = 6;
const PLACES: [(&str, &str, &str); 12] = [
    ("Gdansk", "Lublin", "Poland"),
    ("Bergen", "Trondheim", "Norway"),
    ("Izmir", "Ankara", "Turkey"),
    ("Porto", "Lisbon", "Portugal"),
    ("Rosario", "Cordoba", "Argentina"),
    ("Lahore", "Karachi", "Pakistan"),
    ("Varsund", "Eikedal", "Norway"),
    ("Podolice", "Brzanow", "Poland"),
    ("Karasel", "Yeniburk", "Turkey"),
    ("Monteval", "Ribadouro", "Portugal"),
    ("Tarnovets", "Lisichev", "Ukraine"),
    ("Ostermoor", "Hallenbrück", "Germany"),
];
const FIRMS: [&str; 8] = [
    "Northgate Stone",
    "Halvard Lines",
    "Terrane Works",
    "Ostra Holding",
    "Meridian Freight",
    "Calder Group",
    "Solvik Energy",
    "Brightwater",
];

/// A name as it is to be written, and the fact that the mention belongs to.
pub struct Named {
    pub text: String,
    pub fact: Option<usize>,
    pub form: Form,
}

struct Person {
    hole: String,
    given: &'static str,
    surname: (&'static str, &'static str),
    /// The article that spells the surname in its own way.
    otherwise: Option<usize>,
}

pub struct Cast {
    people: Vec<Person>,
    place: usize,
    firm: &'static str,
}

const PLACE_HOLES: [&str; 3] = ["town", "other", "country"];

impl Cast {
    /// Everyone whom the scene names.
    pub fn draw(rng: &mut Rng, scene: &Scene, articles: usize) -> Cast {
        let (mut given, mut surnames) = (GIVEN, SURNAMES);
        rng.shuffle(&mut given);
        rng.shuffle(&mut surnames);
        let people = people(scene).into_iter().zip(given.into_iter().zip(surnames)).map(|(hole, (given, surname))| {
            let otherwise = rng.chance(35).then(|| rng.below(articles));
            Person { hole, given, surname, otherwise }
        });
        Cast { people: people.collect(), place: rng.below(PLACES.len()), firm: FIRMS[rng.below(FIRMS.len())] }
    }

    pub fn people(&self) -> impl Iterator<Item = &str> {
        self.people.iter().map(|p| p.hole.as_str())
    }

    /// Whether an article must say in which country this place lies.
    pub fn needs_country(&self, hole: &str) -> bool {
        self.place >= ON_THE_MAP && (hole == "town" || hole == "other")
    }

    /// A fact for each person and place: that they are named.
    pub fn facts(&self, scene: &str) -> Vec<Fact> {
        let names = self.people().chain(PLACE_HOLES).map(|hole| format!("{scene} {hole}"));
        names.map(|name| Fact { kind: Kind::Name, name, grows: false, novel: false }).collect()
    }

    /// The name in a hole; `again`: the article has named it before.
    pub fn written(&self, hole: &str, article: usize, again: bool) -> Option<Named> {
        let place = |text: &str, n: usize| Named { text: text.to_owned(), fact: Some(self.people.len() + n), form: Form::Exact };
        Some(match hole {
            "town" => place(PLACES[self.place].0, 0),
            "other" => place(PLACES[self.place].1, 1),
            "country" => place(PLACES[self.place].2, 2),
            "firm" => Named { text: self.firm.to_owned(), fact: None, form: Form::Exact },
            _ => {
                let n = self.people.iter().position(|p| p.hole == hole)?;
                let p = &self.people[n];
                let otherwise = p.otherwise == Some(article);
                let surname = if otherwise { p.surname.1 } else { p.surname.0 };
                let text = if again { surname.to_owned() } else { format!("{} {surname}", p.given) };
                Named { text, fact: Some(n), form: if otherwise { Form::Loose } else { Form::Exact } }
            }
        })
    }
}

/// The holes of a scene that are people, in order.
fn people(scene: &Scene) -> Vec<String> {
    let slots = scene.slots.iter().flat_map(|s| [&s.same, &s.compatible, &s.contrary, &s.sentences]).flatten();
    let all: BTreeSet<&str> = slots.chain(&scene.titles).chain(&scene.fillers).flat_map(|t| holes(t)).collect();
    all.into_iter().filter(|h| *h != "n" && *h != "firm" && !PLACE_HOLES.contains(h)).map(str::to_owned).collect()
}

fn holes(template: &str) -> impl Iterator<Item = &str> {
    template.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0))
}
