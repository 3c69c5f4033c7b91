//! Events with a planted truth: some papers tell what happened to some people, in other words each; one of them may tell that it did not,
//! or give another day, or tell it of somebody else.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Range;

use claimdiff::claim::{Claim, ClaimKind};
use claimdiff::reconcile::Outcome;
use claimdiff::reconcile::group::{Group, Status};
use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::judge::{compare, percent};
use super::rng::Rng;
use super::value::weekday;

const TABLE: &str = include_str!("happen.txt");
const GIVEN: [&str; 12] = ["Anna", "Tomas", "Elena", "Viktor", "Marta", "Pavel", "Sofia", "Henrik", "Irena", "Stefan", "Clara", "Anton"];
const SURNAMES: [&str; 28] = [
    "Haddad",
    "Lindqvist",
    "Marchenko",
    "Orbelian",
    "Sukhanov",
    "Brennholm",
    "Tavarkil",
    "Osterveld",
    "Qashqari",
    "Jelvik",
    "Khalidov",
    "Dragunsky",
    "Ferrand",
    "Wiesner",
    "Gunnarsen",
    "Yusupov",
    "Aldemir",
    "Rostovan",
    "Castellan",
    "Nemirov",
    "Petrov",
    "Zelinsky",
    "Kovalenko",
    "Bergqvist",
    "Halloran",
    "Ibsen",
    "Tarnow",
    "Velasquez",
];
const TOWNS: [&str; 6] = ["Gdansk", "Bergen", "Izmir", "Porto", "Rosario", "Lahore"];
const FILLERS: [&str; 6] = [
    "Nobody answered the telephone at the office.",
    "Rain fell through the night.",
    "Neighbours spoke of a quiet street.",
    "The file runs to many pages.",
    "A spokesman gave no details.",
    "It was the talk of the market.",
];

/// What one paper may do with a fact that the others tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Plan {
    Same,
    /// Told as open beside what the others tell.
    Open,
    Undone,
    OtherDay,
    Somebody,
}

#[derive(Default)]
struct Fact {
    name: &'static str,
    told: Vec<&'static str>,
    undone: Vec<&'static str>,
    open: Vec<&'static str>,
}

fn facts() -> Vec<Fact> {
    let mut out: Vec<Fact> = Vec::new();
    for line in TABLE.lines().filter(|l| !l.starts_with('#')) {
        let (mark, rest) = line.split_once(' ').expect("a mark before each line");
        match (mark, out.last_mut()) {
            ("fact", _) => out.push(Fact { name: rest, ..Fact::default() }),
            ("-", Some(f)) => f.told.push(rest),
            ("!", Some(f)) => f.undone.push(rest),
            ("~", Some(f)) => f.open.push(rest),
            _ => panic!("happen.txt: {line}"),
        }
    }
    out
}

/// A fact in a story: what is done with it, by which article, and where each article states it.
struct Planted {
    name: &'static str,
    plan: Plan,
    odd: usize,
    spans: Vec<Range<usize>>,
}

struct Writer {
    rng: Rng,
    files: Vec<(String, String)>,
    names: Vec<String>,
    published: Date,
    town: &'static str,
}

const ARTICLES: usize = 3;

/// The articles of a seed, and what was planted in them.
fn write(seed: u64) -> (Vec<(String, String)>, Vec<Planted>) {
    let mut rng = Rng::new(seed);
    let mut surnames = SURNAMES;
    rng.shuffle(&mut surnames);
    let names = surnames.iter().map(|s| format!("{} {s}", rng.pick(&GIVEN))).collect();
    let published = date(2025, 1, 6) + rng.between(0, 500).days();
    let town = *rng.pick(&TOWNS);
    let mut w = Writer { rng, files: Vec::new(), names, published, town };
    for n in 0..ARTICLES {
        let day = format!("{}, {} {}", weekday(published), published.day(), published.strftime("%B %Y"));
        w.files.push((format!("{n}.txt"), format!("News from {town}\n\n{day}\n")));
    }
    let mut facts = facts();
    w.rng.shuffle(&mut facts);
    let planted = facts.iter().enumerate().map(|(n, f)| w.plant(n, f)).collect();
    (w.files, planted)
}

impl Writer {
    fn plant(&mut self, number: usize, fact: &Fact) -> Planted {
        let plans = [Plan::Same, Plan::Same, Plan::Open, Plan::Undone, Plan::Undone, Plan::OtherDay, Plan::Somebody];
        let (plan, odd, first) = (*self.rng.pick(&plans), self.rng.below(ARTICLES), self.rng.below(8));
        let day = self.published - self.rng.between(1, 6).days();
        let other = day - self.rng.between(2, 3).days();
        let spans = (0..ARTICLES).map(|article| {
            let differs = article == odd;
            let list = match plan {
                Plan::Undone if differs => &fact.undone,
                Plan::Open if differs => &fact.open,
                _ => &fact.told,
            };
            let who = 2 * number + if plan == Plan::Somebody && differs { 1 } else { 0 };
            let day = if plan == Plan::OtherDay && differs { other } else { day };
            let template = list[(first + article) % list.len()];
            let partner = self.names[(2 * number + 3) % self.names.len()].clone();
            let sentence = template
                .replace("{a}", &self.names[who % self.names.len()])
                .replace("{b}", &partner)
                .replace("{town}", self.town)
                .replace("{day}", &format!("on {}", weekday(day)));
            let filler = *self.rng.pick(&FILLERS);
            let text = &mut self.files[article].1;
            text.push('\n');
            let from = text.len();
            text.push_str(&sentence);
            let span = from..text.len();
            text.push_str(&format!(" {filler}\n"));
            span
        });
        let spans = spans.collect();
        Planted { name: fact.name, plan, odd, spans }
    }
}

/// Of one plan: how many facts there were, how many conflicts of them were found, how many were put together over all articles.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Count {
    pub planted: u32,
    pub conflicts: u32,
    pub together: u32,
}

#[derive(Default)]
pub struct Happened {
    pub by_plan: BTreeMap<Plan, Count>,
    /// Conflicts told, and those of them that were planted.
    pub told: u32,
    pub right: u32,
    /// Groups of several facts.
    pub mixed: u32,
    pub errors: Vec<String>,
}

impl Happened {
    /// In percent; 100 where nothing was told.
    pub fn precision(&self) -> f64 {
        percent(self.right, self.told)
    }

    /// In percent of the facts of a plan.
    pub fn recall(&self, plan: Plan) -> f64 {
        self.by_plan.get(&plan).map_or(100.0, |c| percent(c.conflicts, c.planted))
    }
}

/// What the program finds in so many stories from a seed on.
pub fn measure(seed: u64, stories: u64) -> Happened {
    let mut all = Happened::default();
    for n in seed..seed + stories {
        let (files, planted) = write(n);
        judge(&mut all, &files, &planted, &compare(&files));
    }
    all
}

fn judge(all: &mut Happened, files: &[(String, String)], planted: &[Planted], outcome: &Outcome) {
    let claims: BTreeMap<&str, &Claim> = outcome.claims.iter().map(|c| (c.id.as_str(), c)).collect();
    let of = |c: &Claim| {
        let article = files.iter().position(|(name, _)| *name == c.source.as_str())?;
        let fact = planted.iter().position(|p| p.spans[article].contains(&(c.byte_start as usize)))?;
        Some((fact, article))
    };
    let events =
        |g: &&Group| g.values.iter().flat_map(|v| &v.claims).all(|id| claims.get(id.as_str()).is_some_and(|c| c.kind == ClaimKind::Event));
    let members = |g: &Group| -> BTreeSet<(usize, usize)> {
        g.values.iter().flat_map(|v| &v.claims).filter_map(|id| of(claims.get(id.as_str())?)).collect()
    };
    let groups: Vec<(Status, BTreeSet<(usize, usize)>)> = outcome.groups.iter().filter(events).map(|g| (g.status, members(g))).collect();
    for (status, members) in &groups {
        let facts: BTreeSet<usize> = members.iter().map(|(f, _)| *f).collect();
        let one = facts.first().filter(|_| facts.len() == 1).map(|f| &planted[*f]);
        all.mixed += (facts.len() > 1) as u32;
        if *status == Status::Conflict {
            let right = one.is_some_and(|p| !matches!(p.plan, Plan::Same | Plan::Open));
            all.told += 1;
            all.right += right as u32;
            if !right {
                all.errors.push(format!("wrong conflict: {}", shown(files, planted, members)));
            }
        }
    }
    for (n, p) in planted.iter().enumerate() {
        let with = |odd: bool| groups.iter().filter(move |(_, m)| m.iter().any(|(f, a)| *f == n && (*a == p.odd) == odd));
        let conflict = with(true).any(|(s, m)| *s == Status::Conflict && m.iter().any(|(f, a)| *f == n && *a != p.odd));
        let most = groups.iter().map(|(_, m)| m.iter().filter(|(f, _)| *f == n).count()).max().unwrap_or(0);
        let count = all.by_plan.entry(p.plan).or_default();
        count.planted += 1;
        count.conflicts += conflict as u32;
        count.together += (most == ARTICLES) as u32;
        let wanted = matches!(p.plan, Plan::Undone | Plan::OtherDay);
        if wanted && !conflict || p.plan == Plan::Same && most < ARTICLES {
            let all_of = (0..ARTICLES).map(|a| (n, a)).collect();
            all.errors.push(format!("{:?} {} missed: {}", p.plan, p.name, shown(files, planted, &all_of)));
        }
    }
}

fn shown(files: &[(String, String)], planted: &[Planted], members: &BTreeSet<(usize, usize)>) -> String {
    members.iter().map(|(f, a)| &files[*a].1[planted[*f].spans[*a].clone()]).collect::<Vec<_>>().join(" | ")
}

impl fmt::Display for Happened {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        writeln!(f, "conflict precision {:.1} of {}, groups of several facts {}", self.precision(), self.told, self.mixed)?;
        for (plan, c) in &self.by_plan {
            let (conflicts, together) = (self.recall(*plan), percent(c.together, c.planted));
            writeln!(f, "{:<9} of {:<4} conflict {conflicts:5.1} all in one group {together:5.1}", format!("{plan:?}"), c.planted)?;
        }
        Ok(())
    }
}
