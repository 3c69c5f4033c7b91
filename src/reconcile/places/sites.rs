//! Where one thing was, which has a place only: where somebody was born or arrested, where a jet came down or a treaty was signed.
//!
//! Places that agree are left to what compares words. Here two articles must each give one place for an act, of the same person where both
//! name one, and neither may name the place of the other: who is taken to one hospital and moved to another is told of both.

use std::collections::{BTreeMap, BTreeSet};

use super::slots::{self, CROWD, Filler};
use super::{Days, Relation, Stated, are_counted_apart, relation};
use crate::claim::{Grain, Place, PlaceType};
use crate::lexicon::venues::kind_of_venue;
use crate::lexicon::word_sets;
use crate::reconcile::events::label::{self, Teller};
use crate::reconcile::group::Draft;
use crate::reconcile::member::Member;
use crate::reconcile::nearness::{above, is_on_the_map};
use crate::reconcile::story::Story;

word_sets! {
    /// Words that many courts and hospitals have in their names: `royal`.
    MODIFIER = 0: "venue_modifier";
}

/// A place with what was there.
#[derive(Clone, Copy)]
struct Item<'a> {
    filler: Filler<'a>,
    /// The person, as the story knows them.
    who: Option<&'a str>,
    near: bool,
}

/// How sure it is that two places exclude each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Contrast {
    /// One may lie in the other.
    Open,
    Apart,
}

/// A group for each act of which articles tell that it was at different places.
pub fn groups(story: &Story, stated: &Stated, days: &Days) -> Vec<Draft> {
    let mut by_act: BTreeMap<&str, Vec<Item>> = BTreeMap::new();
    let coarse = coarsely_dated(story);
    for (member, m) in story.claims.iter().enumerate() {
        let Some((site, place)) = m.key.site.as_deref().zip(m.claim.place.as_deref()) else { continue };
        if m.key.negated || !is_of_a_life(&site.act) && coarse.contains(&story.sentence_number(member)) {
            continue;
        }
        let who = site.who.as_deref().map(|who| story.entities.id(m.article, who));
        let item = Item { filler: Filler { member, article: m.article, place }, who, near: site.near };
        by_act.entry(&site.act).or_default().push(item);
    }
    by_act.iter().flat_map(|(act, items)| Matter { story, stated, days, act }.drafts(items)).collect()
}

/// The sentences that name a month or year and no day: what they tell is background.
fn coarsely_dated(story: &Story) -> BTreeSet<u64> {
    let coarse =
        |g: Grain| matches!(g, Grain::Month | Grain::Season | Grain::Quarter | Grain::Half | Grain::Year | Grain::Decade | Grain::Century);
    let dated = |(m, member): (usize, &Member)| member.claim.date.as_ref().filter(|d| coarse(d.grain)).map(|_| story.sentence_number(m));
    story.claims.iter().enumerate().filter_map(dated).collect()
}

/// It happens to a person once, whatever else the story tells.
fn is_of_a_life(act: &str) -> bool {
    matches!(act, "birth" | "burial" | "death" | "raising")
}

/// An act, and the story that tells it.
struct Matter<'a, 's> {
    story: &'a Story<'s>,
    stated: &'a Stated,
    days: &'a Days,
    act: &'a str,
}

impl Matter<'_, '_> {
    fn drafts(&self, items: &[Item]) -> Vec<Draft> {
        let people: BTreeSet<&str> = items.iter().filter_map(|i| i.who).collect();
        let of = |who: Option<&str>| items.iter().filter(|i| i.who == who).copied().collect::<Vec<_>>();
        if people.len() < 2 {
            return self.draft(people.first().copied(), items).into_iter().collect();
        }
        people.iter().filter_map(|who| self.draft(Some(who), &of(Some(who)))).collect()
    }

    /// The places of one act, those of articles that give one.
    fn draft(&self, who: Option<&str>, items: &[Item]) -> Option<Draft> {
        if items.len() > CROWD || items.len() < 2 {
            return None;
        }
        let items: Vec<Item> = items.iter().filter(|i| self.is_only(i, items)).copied().collect();
        let all = items.iter().enumerate().flat_map(|(n, a)| items[n + 1..].iter().map(move |b| (a, b)));
        let across = all.filter(|(a, b)| a.filler.article != b.filler.article);
        let weighed = across.filter_map(|(a, b)| self.weigh(a, b, who).map(|(contrast, evidence)| (contrast, evidence, a, b)));
        let (contrast, _, a, b) = weighed.max_by_key(|(contrast, evidence, ..)| (*contrast, *evidence))?;
        let verdict = match contrast {
            Contrast::Apart => super::apart(a.filler.place, b.filler.place),
            Contrast::Open => super::open(a.filler.place, b.filler.place),
        };
        let is_one = |f: &Filler| [a, b].iter().any(|x| matches!(self.relate(&x.filler, f), Relation::Same | Relation::Inside));
        let members: Vec<Filler> = items.iter().map(|i| i.filler).filter(is_one).collect();
        let label = format!("where: {}", self.label(&members));
        Some(slots::draft(self.story, &members, format!("site {} {}", self.act, who.unwrap_or_default()), label, verdict))
    }

    fn relate(&self, a: &Filler, b: &Filler) -> Relation {
        relation(self.stated, a.place, b.place)
    }

    /// The article of the place gives no other for the act; a street beside its town is none.
    fn is_only(&self, item: &Item, items: &[Item]) -> bool {
        let mut own = items.iter().filter(|i| i.filler.article == item.filler.article);
        own.all(|i| self.contrast(i.filler.place, item.filler.place, false).is_none())
    }

    /// Whether two places exclude each other; none where they do not, or where the table and their names cannot say.
    fn contrast(&self, a: &Place, b: &Place, near: bool) -> Option<Contrast> {
        if relation(self.stated, a, b) == Relation::Same || relation(self.stated, a, b) == Relation::Inside {
            return None;
        }
        let on_the_map = [a, b].map(|p| is_on_the_map(&p.entity));
        let kinds = [a, b].map(|p| kind_of_venue(&p.name.to_lowercase()));
        match (kinds, on_the_map) {
            ([Some(x), Some(y)], _) if x == y => {
                (!share_a_word(a, b)).then_some(if x == "street" { Contrast::Open } else { Contrast::Apart })
            }
            ([Some(_), Some(_)], _) => None,
            ([None, None], [true, true]) => of_towns(a, b, near),
            // a town in a county, a village near another
            (_, [false, false]) if near || is_wide(a) != is_wide(b) => None,
            (_, [false, false]) => (!share_a_word(a, b)).then_some(Contrast::Open),
            _ => None,
        }
    }

    /// How two places exclude each other, and how much says that they are told of one act.
    fn weigh(&self, a: &Item, b: &Item, who: Option<&str>) -> Option<(Contrast, usize)> {
        let contrast = self.contrast(a.filler.place, b.filler.place, a.near || b.near)?;
        let evidence = self.evidence(a, b, who)?;
        // who is moved to another hospital was in two, a journey may have two stops on a day, and a tornado crosses counties
        let once = !matches!(self.act, "hospital" | "going" | "meeting" | "tornado");
        let once = once && !are_counted_apart(self.story, &[a.filler.member], &[b.filler.member]);
        Some((contrast.min(if once && evidence > 1 { Contrast::Apart } else { Contrast::Open }), evidence))
    }

    /// How much says that two places are told of one act; none where something says that they are not.
    fn evidence(&self, a: &Item, b: &Item, who: Option<&str>) -> Option<usize> {
        let (x, y) = (&a.filler, &b.filler);
        if slots::are_of_two_days(self.story, self.days, x, y) || self.mentions(x, y) || self.mentions(y, x) {
            return None;
        }
        let of_one_person = a.who.is_some() && b.who.is_some();
        let of_one_day = self.are_of_one_day(x, y);
        let alike = slots::are_told_alike(self.story, x, y);
        let evidence = [of_one_person, of_one_day, alike].into_iter().filter(|e| *e).count();
        let both_name = || who.is_some_and(|who| [x, y].iter().all(|f| self.story.articles_naming(who).contains(&f.article)));
        match self.act {
            // a journey has several stops, and a conference several rounds
            "going" | "meeting" => (of_one_day && (of_one_person || alike)).then_some(evidence),
            // courts are named for much else
            act if act.starts_with("court") => (of_one_day || alike).then_some(evidence),
            "birth" | "raising" => both_name().then_some(1 + usize::from(of_one_person)),
            // "a man was arrested" may be another than the one whom an article names
            _ => (evidence > 0 || a.who.is_some() == b.who.is_some() && self.is_lead(x) && self.is_lead(y)).then_some(evidence),
        }
    }

    /// It stands in the headline or the first sentences, which tell what the story is about.
    fn is_lead(&self, f: &Filler) -> bool {
        const LEAD: u32 = 5;
        self.story.claims[f.member].claim.sentence < LEAD
    }

    fn are_of_one_day(&self, a: &Filler, b: &Filler) -> bool {
        let days = |i: &Filler| self.days.get(&self.story.sentence_number(i.member)).map_or(&[][..], Vec::as_slice);
        days(a).iter().any(|d| days(b).iter().any(|e| d.overlaps(*e)))
    }

    /// The article of one has the name of the other's place in its text.
    fn mentions(&self, a: &Filler, b: &Filler) -> bool {
        let written = self.story.claims[b.member].claim.text.as_str();
        let name = match kind_of_venue(&written.to_lowercase()) {
            Some(_) => written.rsplit_once(' ').map_or(written, |(name, _)| name),
            None => written,
        };
        let sentences = &self.story.lines[a.article].source.sentences;
        slots::names_other(self.story, self.stated, a, b) || sentences.iter().any(|s| s.text.contains(name))
    }

    fn label(&self, items: &[Filler]) -> String {
        let words = |i: &Filler| super::words_around(self.story.before(i.member), self.story.behind(i.member));
        let told: Vec<(usize, Vec<String>)> = items.iter().map(|i| (i.member, words(i))).collect();
        let mut tellers: Vec<Teller> = Vec::new();
        for (member, stems) in &told {
            tellers.push(Teller { member: *member, event: None, stems: stems.iter().map(String::as_str).collect() });
        }
        label::told(self.story, &tellers).unwrap_or_else(|| items[0].place.name.to_string())
    }
}

/// It has towns in it.
fn is_wide(p: &Place) -> bool {
    matches!(p.place_type, PlaceType::Country | PlaceType::Region)
}

/// Two places of the table. Two towns of one region may be a town and its suburb, and what is near one may be near the other.
fn of_towns(a: &Place, b: &Place, near: bool) -> Option<Contrast> {
    let town = |p: &Place| p.place_type == PlaceType::City;
    let (x, y) = (above(&a.entity), above(&b.entity));
    let one_region = x.len() > 1 && y.len() > 1 && x.first() == y.first();
    match (town(a) && town(b), near, one_region) {
        (true, true, true) => None,
        (true, false, false) => Some(Contrast::Apart),
        (true, ..) => Some(Contrast::Open),
        (false, ..) => None,
    }
}

/// Names of one street or hospital may be longer and shorter, or say no more than what it is: "Velm Royal Hospital", "the Royal Hospital".
fn share_a_word(a: &Place, b: &Place) -> bool {
    let own = |p: &Place| {
        let name = p.name.to_lowercase().to_string();
        let end = kind_of_venue(&name).and_then(|_| name.rfind(' ')).unwrap_or(name.len());
        let words = name[..end].split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty() && !SETS.holds(w, MODIFIER));
        words.map(str::to_owned).collect::<BTreeSet<_>>()
    };
    let (x, y) = (own(a), own(b));
    x.is_empty() || y.is_empty() || !x.is_disjoint(&y)
}
