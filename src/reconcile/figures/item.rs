//! A figure of a story with its key as numbers, ready to be compared.

use jiff::{ToSpan, civil};

use crate::claim::{Beside, Figure, Key};
use crate::lexicon::concepts::Traits;
use crate::reconcile::similarity::{Bag, Symbol};
use crate::value::quantity::is_stretch_of_time;
use crate::value::{Amount, Dimension, Interval, Measured, Reading};

/// A figure with its key as numbers.
pub struct Item<'a> {
    /// Index into the story's claims.
    pub member: usize,
    pub figure: &'a Figure,
    pub key: &'a Key,
    pub article: usize,
    /// The publication day of its article.
    pub published: Option<civil::Date>,
    pub place: Place,
    /// The number of its sentence, counted from the first of the text; none before that, as in a headline.
    pub told_at: Option<u32>,
    /// Where it stands in its article, in code points.
    pub start: u32,
    /// What it was before, when the text says that it changed.
    pub before: Option<Measured<'a>>,
    pub reading: Reading<'a>,
    /// The reading, ready to be related to others.
    pub measured: Measured<'a>,
    pub concept: Option<Symbol>,
    /// What the table says of the concept.
    pub traits: Traits,
    pub head: Option<Symbol>,
    /// The noun as a term, which may stand beside another figure.
    pub head_term: Option<Symbol>,
    /// The family of its head noun.
    pub family: Option<&'static str>,
    /// What else its key and value say of it.
    pub nature: Nature,
    /// The sentence it stands in.
    pub sentence: u64,
    pub base: Option<Symbol>,
    pub subject: Option<Symbol>,
    pub entities: Bag,
    /// The same without those who only told it; none where nobody did.
    pub parties: Option<Bag>,
    pub terms: Bag,
    /// The nearest of `terms`.
    pub near: Bag,
    pub time: Option<Interval>,
    /// The only quarter or half of a year that its article names beside a figure.
    pub period: Option<Interval>,
    /// Its time, if it has one, lies in the days of the story.
    pub current: bool,
    /// It counts the rest beside others, or some of them: "three other women", "another 250 homes", "the 12 worst-hit villages".
    pub rest: bool,
    /// It stands before the thing that it says something of: "a one-year contract".
    pub hyphenated: bool,
    /// It counts some of those that are known: "nine of the dead", "two of them".
    pub partitive: bool,
    /// What its sentence says of it right before and behind.
    pub beside: &'a Beside,
    /// The size that tells its model of a product from others.
    pub variant: Option<Amount>,
    /// What its sentence says of which happening it is.
    pub happening: Happening,
    /// Its article tells that a part of a prison term was suspended.
    pub is_partly_suspended: bool,
    /// It stands in a quotation, whose wording is compared for itself.
    pub quoted: bool,
    /// Its article names a country whose own dollar a bare one may be.
    pub other_dollar: bool,
    /// It is one of many in its sentence, as in a list of a product's features, so that it is not clear what it is of.
    pub listed: bool,
    /// The same figure in another unit ("90 square kilometers (35 square miles)"), which is no item of its own.
    pub again: Vec<Again>,
}

/// A figure said again in another unit.
#[derive(Clone, Copy)]
pub struct Again {
    /// Index into the story's claims.
    pub member: usize,
    /// The conversion is right to one unit of its last place.
    pub right: bool,
}

/// Where in an article a figure stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the headline or the first sentence, which have room only for the figure that the story is about.
    Top,
    /// In the first paragraphs, which tell the story in short.
    Opening,
    Below,
}

/// Ages in articles that lie farther apart are not compared.
pub const DAYS_OF_AN_AGE: i32 = 180;

/// The days of birth that fit all ages of one person, each as of the publication of its article; `None` where there are none, or no day.
pub fn born(ages: &[&Item]) -> Option<(civil::Date, civil::Date)> {
    let one = |i: &&Item| {
        let (day, years) = (i.published?, i16::try_from(i.figure.amount?.decimal()).ok()?);
        let years_before = |years: i16| day.checked_sub(i32::from(years).years()).ok();
        Some((years_before(years + 1)?.tomorrow().ok()?, years_before(years)?))
    };
    let spans: Vec<(civil::Date, civil::Date)> = ages.iter().map(one).collect::<Option<_>>()?;
    let all = spans.into_iter().reduce(|a, b| (a.0.max(b.0), a.1.min(b.1)))?;
    (all.0 <= all.1).then_some(all)
}

/// What follows from the key and the value of a figure alone: computed once, not again for each figure that it meets.
#[derive(Clone, Copy, Default)]
pub struct Nature {
    /// The significant digits; 1 for a vague word. Nobody rounds an age.
    pub digits: u32,
    /// Another value may contradict it.
    pub may_contradict: bool,
    /// It could contradict another if it were not one of many in its sentence, or if its sentence said whose it is; it may join a figure of
    /// its value that another contradicts.
    pub may_go_along: bool,
    /// It counts people of one sex or age, or some of those that are known, who may be a part of those that another article counts.
    pub counts_a_part: bool,
    /// It counts the people or things that the story's event harmed.
    pub is_own_toll: bool,
    /// It counts inhabitants, of which a place has one number.
    pub is_population: bool,
    /// It is of something that a story has only one of: its war.
    pub is_one_of_a_kind: bool,
    /// The sort of people that it counts, as a number.
    pub people: Option<usize>,
    /// Whose figure it is: "300 residents of Halden" are of the place behind, else of the name before.
    pub owner: Option<Symbol>,
}

/// What tells one from others of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    First,
    /// The second, the third.
    Nth(usize),
    /// "another", "a new".
    Other,
}

/// What the sentence of a figure says of the happening that it tells of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Happening {
    pub which: Option<Which>,
    /// The weekday whose it is: "Sunday's blast".
    pub day: Option<usize>,
    /// Its article tells of another one of the kind somewhere.
    pub one_of_several: bool,
}

impl Item<'_> {
    /// Equal for figures that say the same in the same way, however written.
    pub fn value_key(&self) -> String {
        let f = self.figure;
        format!("{:?} {:?} {:?} {:?} {:?}", f.amount, f.low, f.high, f.hedge, f.unit)
    }

    /// It counts what players collect in a match or season: points, rebounds, goals.
    pub fn is_piled_up(&self) -> bool {
        self.family == Some("play") && !self.is_of_a_streak()
    }

    /// It counts what a player has collected so far in the season: "21 goals this season".
    pub fn is_of_this_season(&self) -> bool {
        let player = self.key.subject.as_deref().is_some_and(|s| s.starts_with("person:"));
        self.is_piled_up() && player && self.beside.stands_now && self.key.terms.iter().any(|t| t == "season")
    }

    /// It stands in the headline or the first sentence of the text.
    pub fn is_at_the_top(&self) -> bool {
        self.told_at.is_none_or(|n| n == 0)
    }

    /// It stands in the headline or the first few sentences, which tell what the report is about.
    pub fn is_in_the_lead(&self) -> bool {
        const LEAD: u32 = 3;
        self.told_at.is_none_or(|n| n < LEAD)
    }

    /// How much power a plant has.
    pub fn is_output(&self) -> bool {
        self.figure.dimension == Dimension::Power && self.key.concept.as_deref() == Some("power")
    }

    /// It is of a streak, as a count or as a place in it: the tenth win in a row makes ten.
    pub fn is_of_a_streak(&self) -> bool {
        self.key.is_of_a_streak()
    }

    /// A length measured from something without a name: "home", "the road".
    pub fn is_from_a_noun(&self) -> bool {
        self.figure.dimension == Dimension::Length && self.key.base.as_deref().is_some_and(|b| !b.contains(':'))
    }

    /// It is of an earlier year, whose counts no longer change.
    pub fn is_of_the_past(&self) -> bool {
        const DAYS: i32 = 300;
        !self.current && self.time.is_some_and(|t| t.days() > DAYS)
    }
}

/// "its fourth year": an ordinal that counts a stretch of time.
pub fn is_ordinal_duration(f: &Figure) -> bool {
    f.ordinal && f.unit.as_deref().is_some_and(is_stretch_of_time)
}
