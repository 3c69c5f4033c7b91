//! How sure it is that two mentions tell of one event.

use super::only::{Count, Only, count, head, kind};
use super::{Item, did_not, happened, opposite};
use crate::claim::Modality;
use crate::claim::entity;
use crate::lexicon::{class, event_words, lexicon, word_sets};
use crate::reconcile::nearness::{Nearness, nearness};
use crate::value::time::Relation;

word_sets! {
    /// Words for who speaks for the police, and what stands before them.
    OFFICER = 0: "speaks_for_police";
}

/// From this sureness on two mentions are of one event. Set by hand on news stories; `tests/planted/main.rs` measures a change (`events 1
/// 100`).
const SAME: f32 = 2.0;

/// How sure; `None` where they are not of one event, or it is not sure enough.
pub fn sureness(a: &Item, b: &Item, only: &Only) -> Option<f32> {
    if a.concept.name != b.concept.name {
        if let Some((yes, no)) = opposites(a, b) {
            return (same_cast(&yes, &no) && no.told && yes.told).then(|| sureness(&yes, &no, only)).flatten();
        }
        return (contests(a, b) || is_alike(a, b)).then_some(SAME);
    }
    if of_nobody(a, b) {
        return Some(SAME);
    }
    // accused of a theft, and of a killing
    if a.of_killing != b.of_killing && !a.rest.is_empty() && !b.rest.is_empty() {
        return None;
    }
    let days = days(a, b)?;
    let places = places(a, b)?;
    let score = parties(a, b)? + objects(a, b)? + days + places + alone(a, b, only);
    let open = |i: &Item| matches!(i.modality, Modality::Possible | Modality::Planned | Modality::Cancelled);
    let placed = days > 0.0 || places > 0.0;
    let possible = a.modality == Modality::Possible || b.modality == Modality::Possible;
    // "was elected in 2010" is background beside an election without a date.
    let background =
        is_of_a_year(a) && b.days.is_none() && b.event.day.is_none() || is_of_a_year(b) && a.days.is_none() && a.event.day.is_none();
    if background && a.concept.single && !a.concept.once {
        return None;
    }
    let once = of_one_person(a, b) || of_one_body(a, b);
    let settled = open(a) == open(b) && !possible || placed || once;
    let denied = |i: &Item| i.modality == Modality::Negated;
    let met = same_company(a, b) && !is_coarse(a) && !is_coarse(b);
    let one = placed || once || met || stays(a, b) || only.holds(a.concept.name) || only.is_one_matter(a.concept.name) && of_one_time(a, b);
    let whole = denied(a) == denied(b) || (one || same_objects(a, b)) && same_cast(a, b);
    (settled && whole && score >= SAME).then_some(score)
}

/// Whether two mentions may stand in one group, though neither has led to the other.
pub fn may_share(a: &Item, b: &Item) -> bool {
    if a.concept.name != b.concept.name {
        return match opposites(a, b) {
            Some((yes, no)) => may_share(&yes, &no),
            None => contests(a, b) || is_alike(a, b) || may_be_alike(a, b),
        };
    }
    let settings = days(a, b).is_some() && places(a, b).is_some();
    of_nobody(a, b) || settings && parties(a, b).is_some() && objects(a, b).is_some()
}

/// One says that it happened to nobody, the other that it happened to some: `no one was injured`, `two were injured`.
fn of_nobody(a: &Item, b: &Item) -> bool {
    let nobody = |i: &Item| i.modality == Modality::Negated && i.objects.is_empty() && i.nameless == ["noun:people"];
    let some = |i: &Item| i.modality == Modality::Done && (!i.objects.is_empty() || !i.nameless.is_empty());
    let now = |i: &Item| i.told && !i.background && !is_coarse(i);
    let fits = nobody(a) && some(b) || nobody(b) && some(a);
    // on the same day or at the same place: anybody may be hurt elsewhere
    let day = a.days.is_some() && a.days == b.days && a.weekday.is_some();
    fits && a.concept.people && now(a) && now(b) && (day || same_place(a, b)) && days(a, b).is_some() && places(a, b).is_some()
}

/// Two mentions of opposites (approved, rejected) as mentions of one concept; none where one of them is still open.
fn opposites<'a>(a: &Item<'a>, b: &Item<'a>) -> Option<(Item<'a>, Item<'a>)> {
    let settled = |i: &Item| happened(i.modality) || did_not(i.modality);
    let (yes, no) = if b.concept.against == Some(a.concept.name) { (a, b) } else { (b, a) };
    (no.concept.against == Some(yes.concept.name) && settled(yes) && settled(no)).then(|| (yes.clone(), opposite(no)))
}

/// Fighting at the place that is said to be captured.
fn contests(a: &Item, b: &Item) -> bool {
    let at = |town: &Item, fight: &Item| {
        let there = |o: &&str| fight.place == Some(*o) || fight.parties.contains(o) || fight.objects.contains(o);
        town.concept.contested_by == Some(fight.concept.name) && town.objects.iter().any(there)
    };
    at(a, b) || at(b, a)
}

/// How much it adds that the story tells the thing only once, or of the same people and nobody else.
fn alone(a: &Item, b: &Item, only: &Only) -> f32 {
    // "A man was arrested in 2005" is another one.
    let fits = is_coarse(a) == is_coarse(b);
    // "One man was arrested" beside a named one is another.
    let counted = |i: &Item, j: &Item| !j.objects.is_empty() && i.nameless.iter().any(|n| count(n).is_some());
    let nameless = !a.nameless.is_empty() || !b.nameless.is_empty();
    let one = fits && only.fits(a) && only.fits(b) && nameless && !doers(a, b) && !counted(a, b) && !counted(b, a);
    let cast = !a.mutual && !b.mutual && a.objects.is_empty() && a.nameless.is_empty() && same_whole(a, b) && !a.parties.is_empty();
    if one {
        2.0
    } else if cast && fits {
        1.0
    } else {
        0.0
    }
}

/// Told of a year or several and nothing closer.
fn is_of_a_year(i: &Item) -> bool {
    const YEAR: i32 = 365;
    i.days.is_some_and(|d| d.days() >= YEAR)
}

/// Told of a month or year, not of a day.
fn is_coarse(i: &Item) -> bool {
    i.days.is_some() && i.weekday.is_none()
}

/// One tells of the doer, the other of the victim: "the gunman was killed" is another death.
fn doers(a: &Item, b: &Item) -> bool {
    let l = lexicon();
    let doer = |n: &&str| l.events.words.is(l.words.id(n.rsplit(['-', ':']).next().unwrap_or(n)), event_words::DOERS);
    a.concept.course == Some("harm") && a.nameless.iter().any(&doer) != b.nameless.iter().any(&doer)
}

/// Two words for what happened to one person: shot and died, dismissed and resigned.
fn is_alike(a: &Item, b: &Item) -> bool {
    let open = |i: &Item| matches!(i.modality, Modality::Possible | Modality::Planned);
    let told = |i: &Item| matches!(i.modality, Modality::Done | Modality::Claimed);
    let alike = told(a) && told(b) || open(a) && open(b);
    alike && are_words_for_one(a, b) && is_same_person(a, b)
}

/// The same, where others of their group have told it: one of them may leave the person without a name, or tell only where it was.
fn may_be_alike(a: &Item, b: &Item) -> bool {
    let nameless = |i: &Item| i.objects.is_empty() && i.nameless.len() == 1 && !i.nameless.iter().any(|n| count(n).is_some() || is_kin(n));
    let sited = |i: &Item| i.objects.is_empty() && i.nameless.is_empty() && i.place.is_some();
    let open = |i: &Item| nameless(i) || sited(i);
    let borne = |i: &Item| open(i) || i.objects.len() == 1;
    let fit = (open(a) || open(b)) && borne(a) && borne(b) && !doers(a, b) && parties(a, b).is_some() && objects(a, b).is_some();
    !did_not(a.modality) && !did_not(b.modality) && are_words_for_one(a, b) && (fit || is_same_person(a, b))
}

fn is_same_person(a: &Item, b: &Item) -> bool {
    let who = person(a);
    who.is_some() && who == person(b)
}

/// The words may tell the same of whomever they are told of.
fn are_words_for_one(a: &Item, b: &Item) -> bool {
    let name = |i: &Item| i.concept.like.unwrap_or(i.concept.name);
    name(a) == name(b) && days(a, b).is_some() && places(a, b).is_some()
}

/// `noun:brother`: somebody's relative.
fn is_kin(nameless: &str) -> bool {
    let words = &lexicon().words;
    words.classes(words.id(nameless.rsplit(['-', ':']).next().unwrap_or(nameless))).any(class::KINSHIP)
}

/// The one person whom it happens to or who does it alone; not who shoots.
fn person<'a>(i: &Item<'a>) -> Option<&'a str> {
    let alone = i.concept.course != Some("harm") && i.objects.is_empty() && i.nameless.is_empty() && !i.mutual;
    sole(if alone { &i.parties } else { &i.objects }).filter(|p| entity::is_person(p))
}

/// The only one of a list.
fn sole<'a>(list: &[&'a str]) -> Option<&'a str> {
    list.first().copied().filter(|_| list.len() == 1)
}

/// How the days fit: what happens to a person once may be dated twice; anything else on two days is two events.
fn days(a: &Item, b: &Item) -> Option<f32> {
    let planned = a.modality == Modality::Planned && b.modality == Modality::Planned;
    let dated_twice = || {
        let of_one = of_one_person(a, b) && (planned || is_near(a, b)) || same_company(a, b) && same_place(a, b) && is_near(a, b);
        is_of_one_person_once(a, b) || of_one
    };
    let (Some(x), Some(y)) = (a.days, b.days) else {
        if a.event.day.is_some() && a.event.day == b.event.day {
            return Some(1.0);
        }
        return match (a.weekday, b.weekday) {
            (Some(x), Some(y)) if x == y => Some(0.7),
            (Some(_), Some(_)) => dated_twice().then_some(0.0),
            _ => Some(0.0),
        };
    };
    match x.relate(y) {
        Relation::Equal if are_hours_apart(a, b) => dated_twice().then_some(0.0),
        Relation::Equal => Some(1.0),
        Relation::Adjacent | Relation::Disjoint => dated_twice().then_some(0.0),
        _ => Some(0.5),
    }
}

/// Two quakes of one day: their clock times differ, and not by whole hours, as two zones would explain.
fn are_hours_apart(a: &Item, b: &Item) -> bool {
    const APART: i32 = 30;
    const HOUR: i32 = 60;
    let minutes = |i: &Item| {
        let (hour, minute) = i.event.edtf.as_deref()?.split_once('T')?.1.trim_end_matches('~').split_once(':')?;
        Some(hour.parse::<i32>().ok()? * HOUR + minute.parse::<i32>().ok()?)
    };
    minutes(a).zip(minutes(b)).is_some_and(|(x, y)| (x - y).abs() > APART && (x - y) % HOUR != 0)
}

/// Two days of one week or so; where a date is not fixed, two days of the week.
fn is_near(a: &Item, b: &Item) -> bool {
    const DAYS: i32 = 4;
    let day = |i: &Item| i.event.edtf.as_deref().and_then(|e| e.get(..10)?.parse::<jiff::civil::Date>().ok());
    match (day(a), day(b)) {
        (Some(x), Some(y)) => x.until(y).is_ok_and(|s| s.get_days().abs() <= DAYS && s.get_months() == 0 && s.get_years() == 0),
        (None, None) => a.days.is_none() && b.days.is_none(),
        _ => a.days.is_none() || b.days.is_none(),
    }
}

/// The result lasts for the time of the story, and neither article dates it to a month or year; so whoever denies it denies this very
/// event.
fn stays(a: &Item, b: &Item) -> bool {
    let told = |i: &Item| i.told && !is_coarse(i) && !i.parties.is_empty() && !i.objects.is_empty();
    a.concept.lasting && told(a) && told(b)
}

fn same_place(a: &Item, b: &Item) -> bool {
    a.place.is_some() && a.place == b.place
}

/// Both tell of one person what happens to a person only once in a story.
pub fn of_one_person(a: &Item, b: &Item) -> bool {
    let who = person(a);
    a.concept.single && who.is_some() && who == person(b)
}

/// Both tell of one company or other body what happens to it only once in a story; their dates may differ.
fn of_one_body(a: &Item, b: &Item) -> bool {
    let body = |i: &Item| i.objects.first().is_some_and(|o| i.objects.len() == 1 && entity::is_body(o));
    a.concept.single && body(a) && a.objects == b.objects
}

/// A named person dies once, whatever the sources say of the day.
pub fn is_of_one_person_once(a: &Item, b: &Item) -> bool {
    a.concept.once && a.objects == b.objects && a.objects.len() == 1 && entity::is_person(a.objects[0])
}

fn places(a: &Item, b: &Item) -> Option<f32> {
    let (Some(x), Some(y)) = (a.place, b.place) else { return Some(0.0) };
    match nearness(x, y) {
        Nearness::Same => Some(1.0),
        Nearness::Inside => Some(0.7),
        Nearness::Open => Some(0.0),
        Nearness::Apart => {
            (is_of_one_person_once(a, b) || of_one_person(a, b) || same_company(a, b) && a.days.is_some() && a.days == b.days)
                .then_some(0.0)
        }
    }
}

/// The same two or more do something together.
pub fn same_company(a: &Item, b: &Item) -> bool {
    a.mutual && b.mutual && a.parties.len() > 1 && a.parties == b.parties
}

fn shared(a: &[&str], b: &[&str]) -> usize {
    a.iter().filter(|x| b.contains(x)).count()
}

fn parties(a: &Item, b: &Item) -> Option<f32> {
    let common = shared(&a.parties, &b.parties);
    if a.parties.is_empty() || b.parties.is_empty() {
        return Some(0.0);
    }
    if a.mutual || b.mutual {
        return match common {
            0 => None,
            1 => Some(1.0),
            _ => Some(2.5),
        };
    }
    // "Other staffers accused him" are not who is named elsewhere.
    let others = |i: &Item| i.parties.iter().any(|p| p.starts_with("noun:other"));
    if common == 0 && (others(a) || others(b)) {
        return None;
    }
    let kind = |e: &&str| e.split(':').next().map(str::to_owned);
    let unlike = common == 0 && a.parties.iter().any(|x| b.parties.iter().any(|y| kind(x) == kind(y)));
    if unlike { None } else { Some(common.min(1) as f32) }
}

fn objects(a: &Item, b: &Item) -> Option<f32> {
    let common = shared(&a.objects, &b.objects);
    if common > 0 {
        return Some(2.0);
    }
    if belongs_to(a, b) || belongs_to(b, a) {
        return None;
    }
    match (a.objects.is_empty(), b.objects.is_empty()) {
        (false, false) => None,
        _ if !a.nameless.is_empty() || !b.nameless.is_empty() => nameless(a, b),
        (true, true) => match (a.head, b.head) {
            (Some(x), Some(y)) if x == y => Some(1.0),
            (Some(_), Some(_)) => None,
            _ => Some(0.0),
        },
        _ => Some(0.0),
    }
}

/// What happens to the son of somebody does not happen to that somebody, nor to the son of another; and where nobody says whose son he
/// is, he is nobody who is named.
fn belongs_to(son: &Item, other: &Item) -> bool {
    son.owner.is_some_and(|owner| {
        let another = other.owner.is_some_and(|o| o != owner && o.starts_with("person:") && owner.starts_with("person:"));
        other.objects.contains(&owner) || another || owner.starts_with("noun:") && !other.objects.is_empty()
    })
}

/// How people or things without a name fit: the same noun says much, another noun of its family nothing.
fn nameless(a: &Item, b: &Item) -> Option<f32> {
    let any = |f: &dyn Fn(&str, &str) -> bool| a.nameless.iter().any(|x| b.nameless.iter().any(|y| f(x, y)));
    if a.nameless.is_empty() || b.nameless.is_empty() {
        return Some(0.0);
    }
    // Another number is another event, or another count on the same day.
    let counts = |x: &str, y: &str| count(x).zip(count(y)).is_some_and(|(m, n)| m != n);
    if any(&counts) && !(a.days.is_some() && a.days == b.days || a.event.day.is_some() && a.event.day == b.event.day) {
        return None;
    }
    if any(&|x, y| head(x) == head(y)) {
        let one = of_one_time(a, b) && (any(&same_number) || tell_the_same(a, b));
        return Some(if one { 2.0 } else { 1.0 });
    }
    // the father of one and the brother of another
    let relatives = any(&|x, y| is_kin(x) && is_kin(y));
    any(&|x, y| kind(x) == kind(y)).then_some(0.0).filter(|_| !relatives)
}

/// `400 protesters` in both; one is no number.
fn same_number(x: &str, y: &str) -> bool {
    head(x) == head(y) && count(x) == count(y) && matches!(count(x), Some(Count::Number(n)) if n > 1)
}

/// What follows in the one follows in the other too: `charged with killing Anna Holm`.
fn tell_the_same(a: &Item, b: &Item) -> bool {
    let (few, many) = if a.rest.len() < b.rest.len() { (a, b) } else { (b, a) };
    let counted = |i: &Item| i.nameless.iter().any(|n| count(n).is_some());
    !few.rest.is_empty() && few.rest.iter().all(|w| many.rest.contains(w)) && !counted(a) && !counted(b)
}

/// All participants are the same: what is denied of some is not denied of others.
fn same_whole(a: &Item, b: &Item) -> bool {
    let heads = |i: &Item| i.nameless.iter().map(|n| head(n)).collect::<Vec<_>>();
    let noun = !a.nameless.is_empty() && !b.nameless.is_empty() && heads(a) == heads(b);
    a.parties == b.parties && a.objects == b.objects && (a.head == b.head || noun)
}

/// The same, but the denial may leave out the doer if it has an object with a name. A denial that one did it does not say that nobody did.
fn same_cast(a: &Item, b: &Item) -> bool {
    let no = if did_not(a.modality) { a } else { b };
    same_whole(a, b) || same_objects(a, b) && no.parties.is_empty()
}

/// It happens to the same with a name, on no day of another time.
fn same_objects(a: &Item, b: &Item) -> bool {
    a.objects == b.objects && !a.objects.is_empty() && of_one_time(a, b)
}

/// Neither is background beside the other.
fn of_one_time(a: &Item, b: &Item) -> bool {
    is_coarse(a) == is_coarse(b) && a.background == b.background
}

/// The same parties do it, to the same thing where it is done to something.
fn same_matter(a: &Item, b: &Item) -> bool {
    a.parties == b.parties && !a.parties.is_empty() && a.head == b.head && of_one_time(a, b) && !is_coarse(a)
}

/// Two articles contradict each other about whether it happened: each in its own words, by a verb, of the same people and things.
pub fn contradicts(a: &Item, b: &Item) -> bool {
    let own = a.claimer.is_none() && b.claimer.is_none() || of_one_authority(a, b);
    own && are_opposed(a, b)
}

/// Both cite the police, or both prosecutors, whose word articles take for a fact: neither is a party with an interest of its own.
fn of_one_authority(a: &Item, b: &Item) -> bool {
    const AUTHORITIES: [&str; 2] = ["police", "prosecutors"];
    let authority = |i: &Item| {
        let claimer = i.claimer?.to_lowercase();
        let mut words = claimer.split_whitespace().filter(|w| !SETS.holds(w, OFFICER));
        let (first, None) = (words.next()?, words.next()) else { return None };
        AUTHORITIES.into_iter().find(|a| *a == first)
    };
    authority(a).is_some() && authority(a) == authority(b)
}

/// The same where the denying article cites somebody.
pub fn contradicts_what_is_said(a: &Item, b: &Item) -> bool {
    a.claimer.is_none() && b.claimer.is_some() && are_opposed(a, b)
}

/// The same where one article cites reports of it (`has reportedly left`), and the other says in its own words that it did not happen.
pub fn contradicts_what_is_reported(a: &Item, b: &Item) -> bool {
    let reported = a.modality == Modality::Claimed && a.claimer.is_none();
    reported && b.claimer.is_none() && are_opposed(&Item { modality: Modality::Done, ..a.clone() }, b)
}

/// One article tells it as done and another as not done, both in their own words, of the same people on one day, whether by a verb or by a
/// noun of what several do together: `the wedding did not take place`.
pub fn are_opposed_of_one_day(a: &Item, b: &Item) -> bool {
    let own = a.claimer.is_none() && b.claimer.is_none() && a.told && a.article != b.article;
    let day = a.days.is_some() && a.days == b.days && a.weekday.is_some();
    let told = b.told && same_cast(a, b) && !a.parties.is_empty() || same_company(a, b);
    own && day && told && a.modality == Modality::Done && b.modality == Modality::Negated
}

fn are_opposed(a: &Item, b: &Item) -> bool {
    let other_day = a.days.zip(b.days).is_some_and(|(x, y)| matches!(x.relate(y), Relation::Disjoint | Relation::Adjacent));
    let other_day = other_day || a.weekday.zip(b.weekday).is_some_and(|(x, y)| x != y);
    let opposed = a.modality == Modality::Done && did_not(b.modality) && !other_day;
    let whole = a.mutual && a.parties.len() > 1 || !a.parties.is_empty() && !a.objects.is_empty() || a.days.is_some() && a.days == b.days;
    let whole = whole || of_one_person(a, b) || same_objects(a, b) || same_matter(a, b);
    let one = same_cast(a, b) && whole || of_nobody(a, b);
    opposed && a.told && b.told && one && a.article != b.article
}
