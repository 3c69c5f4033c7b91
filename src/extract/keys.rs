//! The claim key: what a figure or a date is about, read off the words around it.
//!
//! There is no parse tree. Nearness stands in for it: the distance of two tokens is the number of tokens between them plus a price
//! for each boundary (comma, dash, conjunction, relative word) that lies between. The nearest word that shows a fitting measured
//! concept names the concept; the nearest names and dates are its subject, places and time.

use std::ops::Range;

use compact_str::format_compact;

use super::Context;
use super::mention::{DateMention, Mentions, NameKind, NameMention};
use crate::claim::{Key, Short};
use crate::lexicon::{class, stem};
use crate::text::{Kind, Token, form};
use crate::value::{Amount, Dimension};

/// Beyond this distance a concept word says nothing about a figure.
const CONCEPT_REACH: u32 = 28;
/// Concepts that say who is counted, and those that say what befell them when a word within reach shows it.
const WHO: [&str; 5] = ["aboard", "attended", "employees", "population", "strength"];
const FATES: [&str; 10] =
    ["arrested", "casualties", "dead", "displaced", "evacuated", "hospitalized", "injured", "missing", "rescued", "withdrawn"];
/// Words that show a concept only beside a noun that it counts: a team has lost games, not buildings.
const WEAK: [&str; 10] = ["claimed", "consumed", "counts", "lost", "pulled", "saved", "signed", "survived", "voters", "won"];
const FATE_REACH: u32 = 4;
/// Nobody is hurt by what stands farther away than this.
const FATE_FAR: u32 = 14;
/// How far behind "three-year" the noun may stand.
const ATTRIBUTIVE_REACH: u32 = 3;
/// Up to this distance a word belongs to the figure whatever is counted.
const BESIDE: u32 = 1;
/// Beyond this distance a date does not date a figure, nor a place locate it.
const SCOPE_REACH: u32 = 40;
/// Beyond this distance a date does not date a figure.
const TIME_REACH: u32 = 33;
/// Words and names farther away are not looked at.
const WORD_REACH: u32 = 60;
/// Content words kept per key, the nearest first.
const TERMS: usize = 12;
/// Names kept per key, the nearest first.
const ENTITIES: usize = 6;

/// One sentence with what the keys of its claims are read from.
pub struct Clause<'a> {
    cx: &'a Context<'a>,
    found: &'a Mentions,
    tokens: Range<usize>,
    /// Price of all boundaries before each token of the sentence.
    price: Vec<u32>,
    /// The content words that are in no name, date or figure.
    content: Vec<Content>,
}

/// A word that may carry meaning.
struct Content {
    token: usize,
    stem: Short,
    /// The first letters of the stem, by which most of those that are unlike are told apart.
    head: u64,
}

impl Content {
    fn new(token: usize, stem: Short) -> Content {
        let head = match stem.as_bytes().first_chunk::<8>() {
            Some(head) => u64::from_le_bytes(*head),
            None => stem.bytes().fold(0, |n, b| n << 8 | b as u64),
        };
        Content { token, stem, head }
    }

    fn is_like(&self, other: &Content) -> bool {
        self.head == other.head && self.stem == other.stem
    }
}

/// The names, dates or figures that lie in a range of tokens, as a range of indexes.
fn inside<T>(list: &[T], tokens: &Range<usize>, at: impl Fn(&T) -> &Range<usize>) -> Range<usize> {
    let from = list.partition_point(|m| at(m).start < tokens.start);
    from..list.partition_point(|m| at(m).start < tokens.end)
}

impl<'a> Clause<'a> {
    pub fn new(cx: &'a Context<'a>, found: &'a Mentions, sentence: usize) -> Self {
        let tokens = cx.article.sentences.get(sentence).map_or(0..0, |s| s.tokens.clone());
        let names = inside(&found.names, &tokens, |n| &n.tokens);
        let dates = inside(&found.dates, &tokens, |d| &d.tokens);
        let figures = inside(&found.figures, &tokens, |f| &f.tokens);
        let mut taken: Vec<Range<usize>> = found.names[names.clone()].iter().map(|n| n.tokens.clone()).collect();
        taken.extend(found.dates[dates.clone()].iter().map(|d| d.tokens.clone()));
        taken.extend(
            found.figures[figures].iter().map(|f| f.tokens.start..f.head.as_ref().map_or(f.tokens.end, |h| h.start.max(f.tokens.start))),
        );
        taken.sort_by_key(|r| r.start);
        let content = content(cx, &tokens, &taken);
        let price = price(cx, &tokens);
        Clause { cx, found, tokens, price, content }
    }

    fn distance(&self, a: usize, b: usize) -> u32 {
        let (a, b) = (a.min(b), a.max(b));
        let price = |i: usize| self.price.get(i - self.tokens.start).or(self.price.last()).copied().unwrap_or(0);
        (b - a) as u32 + price(b) - price(a)
    }

    /// The distance between two ranges of tokens: 0 when they touch or overlap.
    fn apart(&self, a: &Range<usize>, b: &Range<usize>) -> u32 {
        if a.start < b.end && b.start < a.end {
            return 0;
        }
        if a.end <= b.start { self.distance(a.end - 1, b.start) } else { self.distance(b.end - 1, a.start) }
    }

    /// The key of a figure of this sentence.
    pub fn figure_key(&self, figure: usize) -> Key {
        let f = &self.found.figures[figure];
        let q = &f.quantity;
        let dimension = if q.is_ordinal_duration() { Dimension::Duration } else { q.dimension };
        let concept = self.concept(&f.tokens, f.head.as_ref(), dimension.name());
        let children = self.counts_children(&f.tokens);
        let concept = if children { Some("children") } else { concept };
        let concept = if concept == Some("aboard") && self.is_capacity(&f.tokens) { Some("capacity") } else { concept };
        let mut key = Key { concept: concept.map(Into::into), step: Some(q.step), ..self.scope(&f.tokens) };
        if children {
            key.head = Some(stem("children"));
        } else if let Some(head) = &f.head {
            key.head = self.lemma(head.end - 1);
            key.modifiers =
                head.clone().take(head.len() - 1).filter(|i| is_content(self.token(*i))).filter_map(|i| self.lemma(i)).collect();
        }
        if key.head.is_none() && matches!(q.dimension, Dimension::Count | Dimension::Other) {
            key.head = q.unit.as_deref().and_then(|u| u.rsplit(' ').next()).map(stem);
        }
        key.base = if q.dimension == Dimension::Length { self.reference(f.tokens.end) } else { self.base(f.tokens.end) };
        if q.dimension == Dimension::Age {
            key.subject = self.whose_age(&f.tokens);
        }
        key.superseded = self.is_superseded(&f.tokens);
        key.undated = key.time.is_none() && self.nearest_date(&f.tokens).is_some_and(|d| self.names_a_month(&d.tokens));
        key
    }

    /// How many there is room for, whoever is there: "takes up to 264 passengers", "can carry 90 passengers", "a 264-passenger tram".
    fn is_capacity(&self, at: &Range<usize>) -> bool {
        const ROOM: [&str; 9] = ["accommodate", "accommodates", "capacity", "carries", "holds", "room", "seats", "sleeps", "takes"];
        const HOLD: [&str; 4] = ["carry", "hold", "seat", "take"];
        const ABLE: [&str; 6] = ["can", "could", "designed", "licensed", "may", "to"];
        const REACH: usize = 3;
        let before = at.start.saturating_sub(REACH).max(self.tokens.start)..at.start;
        let able = |i: usize| i > self.tokens.start && self.cx.tokens.is_any(i - 1, &ABLE);
        let has_room = |i: usize| self.cx.tokens.is_any(i, &ROOM) || self.cx.tokens.is_any(i, &HOLD) && able(i);
        before.into_iter().any(has_room) || at.end < self.tokens.end && self.token(at.end).is_punct('-')
    }

    /// The text says that it was reported before: "an earlier estimate of 250", "initially reported 12 dead", "12 reported earlier".
    fn is_superseded(&self, at: &Range<usize>) -> bool {
        const BEFORE: usize = 10;
        const REPORTED: usize = 4;
        let figure = |i: usize| self.token(i).is(class::NUMBER) || self.token(i).is_number();
        let before = at.start.saturating_sub(BEFORE).max(self.tokens.start)..at.start;
        let from = before.clone().rev().find(|i| figure(*i)).map_or(before.start, |i| i + 1);
        let near = |i: usize| i.saturating_sub(REPORTED).max(self.tokens.start)..(i + REPORTED).min(at.start);
        let reported_before = (from..at.start).any(|i| self.says_earlier(i) && near(i).any(|j| self.is_report(j)));
        let behind = at.end..(at.end + 3).min(self.tokens.end);
        reported_before || behind.len() > 1 && self.is_report(at.end) && behind.skip(1).any(|i| self.says_earlier(i))
    }

    /// "earlier", "initial", but not "earlier this week" or "earlier than".
    fn says_earlier(&self, i: usize) -> bool {
        const EARLIER: [&str; 7] = ["earlier", "initial", "initially", "original", "originally", "previous", "previously"];
        const OF_A_TIME: [&str; 6] = ["this", "that", "in", "on", "than", "today"];
        let word = |i: usize, list: &[&str]| self.cx.tokens.is_any(i, list);
        word(i, &EARLIER) && !word(i + 1, &OF_A_TIME) && !self.cx.tokens.get(i + 1).is_some_and(|t| t.is(class::WEEKDAY | class::MONTH))
    }

    fn is_report(&self, i: usize) -> bool {
        const REPORT: [&str; 30] = [
            "announced",
            "believed",
            "count",
            "counted",
            "estimate",
            "estimated",
            "estimates",
            "feared",
            "figure",
            "figures",
            "forecast",
            "projection",
            "given",
            "listed",
            "measured",
            "put",
            "rated",
            "recorded",
            "registered",
            "report",
            "reported",
            "set",
            "stated",
            "reports",
            "said",
            "tally",
            "thought",
            "told",
            "toll",
            "tolls",
        ];
        self.cx.tokens.is_any(i, &REPORT)
    }

    fn names_a_month(&self, date: &Range<usize>) -> bool {
        date.clone().any(|i| self.token(i).is(class::MONTH))
    }

    /// The stretch that an ordinal year stands for: the fourth year is from three to four years; who is only entering it is at its beginning.
    pub fn ordinal_stretch(&self, figure: usize) -> Option<(Amount, Amount)> {
        const ENTERING: [&str; 8] = ["entering", "enters", "entered", "begins", "beginning", "began", "starts", "starting"];
        let f = &self.found.figures[figure];
        let n = f.quantity.amount.filter(|_| f.quantity.is_ordinal_duration())?;
        let before = f.tokens.start.saturating_sub(3).max(self.tokens.start)..f.tokens.start;
        let entering = before.into_iter().any(|i| self.cx.tokens.is_any(i, &ENTERING));
        let elapsed = n.minus(Amount::ONE)?;
        let quarter = Amount::ONE.half().half();
        Some((elapsed, if entering { elapsed.plus(quarter)? } else { n }))
    }

    /// What a figure measures, in words: its concept, or the counted noun phrase; and what it is a part of.
    pub fn measure(&self, figure: usize, key: &Key) -> Option<Short> {
        let concept = key.concept.as_deref().and_then(|c| self.cx.lexicon.concepts.named(c)).map(|c| Short::from(c.label));
        let head = || {
            self.found.figures[figure]
                .head
                .clone()
                .filter(|h| !h.is_empty())
                .map(|h| Short::from(self.cx.tokens.span(h).of(self.cx.tokens.text)))
        };
        let what = concept.or_else(head)?;
        let base = key.base.as_deref().map(|b| b.split_once(':').map_or(b, |(_, name)| name).replace('-', " "));
        Some(base.filter(|b| !what.contains(b.as_str())).map_or(what.clone(), |b| format_compact!("{what} of {b}")))
    }

    /// The key of a date of this sentence.
    pub fn date_key(&self, date: usize) -> Key {
        let d = &self.found.dates[date];
        let spoken = self.beside(&d.tokens).any(|t| t.is(class::CUE)) || self.is_of_a_statement(d.tokens.start);
        let concept = if spoken { Some("said") } else { self.concept(&d.tokens, None, "date") };
        Key { time: None, concept: concept.map(Into::into), ..self.scope(&d.tokens) }
    }

    /// "said in a statement Friday", "told reporters at a news conference on Monday".
    fn is_of_a_statement(&self, date: usize) -> bool {
        const STATEMENTS: [&str; 14] = [
            "briefing",
            "conference",
            "email",
            "interview",
            "letter",
            "news",
            "post",
            "press",
            "release",
            "remarks",
            "reporters",
            "speech",
            "statement",
            "tweet",
        ];
        const REACH: usize = 7;
        let from = date.saturating_sub(REACH).max(self.tokens.start);
        let mut stated = false;
        for i in (from..date).rev() {
            let t = self.token(i);
            if self.cx.tokens.is_any(i, &STATEMENTS) {
                stated = true;
            } else if t.is(class::CUE) {
                return stated;
            } else if !t.is(class::PREPOSITION | class::ARTICLE | class::DETERMINER) {
                return false;
            }
        }
        false
    }

    /// The tokens right before and right behind, a preposition between passed over.
    fn beside(&self, at: &Range<usize>) -> impl Iterator<Item = &Token> {
        let step_over = |i: usize| self.tokens.contains(&i) && self.token(i).is(class::PREPOSITION);
        let before = at.start.checked_sub(1).map(|i| if step_over(i) { i.saturating_sub(1) } else { i });
        [before, Some(at.end)].into_iter().flatten().filter(|i| self.tokens.contains(i)).map(|i| self.token(i))
    }

    /// Subject, names, places, time and content words around a range of tokens.
    fn scope(&self, at: &Range<usize>) -> Key {
        let mut key = Key { subject: self.subject(at), time: self.time(at), terms: self.terms(at), ..Key::default() };
        let mut names: Vec<(u32, &NameMention)> = self.names_near(at, WORD_REACH).iter().map(|n| (self.apart(at, &n.tokens), n)).collect();
        names.sort_by_key(|(distance, n)| (*distance, n.tokens.start));
        key.entities.reserve_exact(names.len().min(ENTITIES));
        for (distance, n) in names {
            let id = self.found.entities[n.entity].id.as_str();
            if key.entities.len() == ENTITIES {
                break;
            }
            if n.kind == NameKind::Place && !n.metonym && distance <= SCOPE_REACH && !key.places.iter().any(|p| p == id) {
                key.places.push(id.into());
            }
            if !key.entities.iter().any(|e| e == id) {
                key.entities.push(id.into());
            }
        }
        key
    }

    /// The tokens of the sentence up to `reach` before and behind. A distance is never less than the tokens between, so that nothing
    /// within reach lies outside, and the work for a figure does not grow with the sentence.
    fn near(&self, at: &Range<usize>, reach: u32) -> Range<usize> {
        at.start.saturating_sub(reach as usize + 1).max(self.tokens.start)..(at.end + reach as usize + 1).min(self.tokens.end)
    }

    /// The names that begin near.
    fn names_near(&self, at: &Range<usize>, reach: u32) -> &[NameMention] {
        &self.found.names[inside(&self.found.names, &self.near(at, reach), |n| &n.tokens)]
    }

    fn token(&self, i: usize) -> &Token {
        &self.cx.tokens.all[i]
    }

    /// The stem of a word token in lower case; for an abbreviation or number the text itself.
    fn lemma(&self, i: usize) -> Option<Short> {
        Some(self.cx.lexicon.stem(self.cx.tokens.get(i)?, self.cx.tokens.text))
    }

    /// The concept that the nearest words show. Who is counted says less than what befell them: "22 workers were killed"; but "all 700 residents"
    /// and "700 residents of Bam" are those who live there.
    fn concept(&self, at: &Range<usize>, head: Option<&Range<usize>>, dimension: &str) -> Option<&'static str> {
        if let Some(name) = self.made_of(at, dimension) {
            return Some(name);
        }
        let mut nearest: Option<(u32, &str)> = None;
        let mut fate = None;
        self.concepts(at, head, dimension, |distance, name| {
            let is_nearer = |best: Option<(u32, &str)>| best.is_none_or(|(d, _)| distance < d);
            if is_nearer(nearest) {
                nearest = Some((distance, name));
            }
            if distance <= FATE_REACH && FATES.contains(&name) && is_nearer(fate) {
                fate = Some((distance, name));
            }
        });
        let (_, name) = nearest?;
        let everybody = at.start > self.tokens.start && self.cx.tokens.is(at.start - 1, "all") || self.cx.tokens.is(at.end, "of");
        Some(fate.filter(|_| WHO.contains(&name) && !everybody).map_or(name, |(_, fate)| fate))
    }

    /// What an amount of money is in or of, whatever was done with it: "paid $13 million in federal and local taxes" is tax.
    fn made_of(&self, at: &Range<usize>, dimension: &str) -> Option<&'static str> {
        const REACH: usize = 6;
        if dimension != "money" || !self.cx.tokens.is_any(at.end, &["in", "of"]) {
            return None;
        }
        let ends = class::PREPOSITION | class::AUXILIARY | class::RELATIVE | class::TEMPORAL;
        let phrase =
            (at.end + 1..(at.end + REACH).min(self.tokens.end)).take_while(|i| self.token(*i).is_word() && !self.token(*i).is(ends));
        let fitting = |i: usize| {
            let (_, mut all) = self.cx.lexicon.concepts.at(self.cx.tokens.all, i)?;
            all.find(|c| c.dimensions.contains(&dimension)).map(|c| c.name)
        };
        phrase.filter(|i| self.token(*i).is(class::CONCEPT) && !self.is_named(*i)).filter_map(fitting).last()
    }

    /// Calls `found` for each concept that a word shows, with how far away it stands.
    fn concepts(&self, at: &Range<usize>, head: Option<&Range<usize>>, dimension: &str, mut found: impl FnMut(u32, &'static str)) {
        if self.counts_children(at) || dimension == "duration" && self.lies_between(at) {
            return;
        }
        let calibre = self.cx.tokens.str(at.start).starts_with('.');
        let counted = head.and_then(|h| self.lemma(h.end - 1)).map(|l| self.cx.lexicon.kin.family(&l));
        let attributive = dimension == "duration"
            && at.clone().any(|i| self.token(i).is_punct('-'))
            && at.end < self.tokens.end
            && self.token(at.end).is_word();
        for i in self.near(at, CONCEPT_REACH) {
            if !self.token(i).is(class::CONCEPT) {
                continue;
            }
            let Some((length, concepts)) = self.cx.lexicon.concepts.at(self.cx.tokens.all, i) else { continue };
            let trigger = i..i + length;
            let in_head = head.is_some_and(|h| h.contains(&i));
            let distance = if in_head { 0 } else { self.apart(at, &trigger) };
            // "a three-year budget": what it measures is the noun behind it.
            if attributive && !in_head && !(trigger.start >= at.end && distance <= ATTRIBUTIVE_REACH) {
                continue;
            }
            if at.contains(&i) && !in_head || distance > CONCEPT_REACH {
                continue;
            }
            let weak = length == 1 && self.cx.tokens.is_any(i, &WEAK);
            // A concept that counts people is not shown by a word beside a figure of something else, nor far from one of nobody knows what.
            let counts = |family: &str| {
                in_head
                    || match counted {
                        None => !weak && !calibre,
                        Some(Some(own)) => own == family,
                        Some(None) => distance <= BESIDE && !weak,
                    }
            };
            // "Steve Jobs" has no jobs
            if !in_head && (self.is_in_name(i) || self.is_named(i)) {
                continue;
            }
            if !in_head && (self.is_done_by(at, i) || self.misses(at, i) || self.gets_away(i)) {
                continue;
            }
            let fitting = concepts.filter(|c| c.dimensions.contains(&dimension) && c.family.is_none_or(counts)).map(|c| c.name).next();
            // who had to do with a fire is not who was hurt in it
            let near = |name: &&str| in_head || distance <= FATE_FAR || dimension == "date" || !FATES.contains(name);
            // nobody is jailed for minutes
            let long = |name: &&str| *name != "jail" || !self.cx.tokens.is_any(at.end - 1, &["hour", "hours", "minute", "minutes"]);
            if let Some(name) = fitting.filter(near).filter(long) {
                found(distance, name);
            }
        }
    }

    /// A capital in the middle of a sentence: `Jobs`, who is not known by more.
    fn is_named(&self, i: usize) -> bool {
        let t = self.token(i);
        t.is_capital() && !t.has(form::ALL_CAPS) && i > self.tokens.start && {
            let before = self.token(i - 1);
            before.is_word() && !before.is_capital()
        }
    }

    /// A verb with the figure for its object: "missing 10 games", but "the missing 10".
    fn misses(&self, at: &Range<usize>, trigger: usize) -> bool {
        let before = trigger.checked_sub(1).filter(|b| self.tokens.contains(b));
        trigger + 1 == at.start && self.cx.tokens.is(trigger, "missing") && !before.is_some_and(|b| self.token(b).is(class::ARTICLE))
    }

    /// Who fled on foot, with the loot or in a car was in no danger.
    fn gets_away(&self, trigger: usize) -> bool {
        let next = trigger + 1;
        self.cx.tokens.is_any(trigger, &["fled", "flee", "fleeing"])
            && self.tokens.contains(&next)
            && (self.cx.tokens.is_any(next, &["on", "with", "by"])
                || self.cx.tokens.is(next, "in") && self.cx.tokens.get(next + 1).is_some_and(|t| t.is(class::ARTICLE)))
    }

    /// Those who are counted did it to others: "two men accused of killing her", "four men who shot a guard", "two men killed a mother".
    fn is_done_by(&self, at: &Range<usize>, trigger: usize) -> bool {
        const DEEDS: [&str; 14] = [
            "death",
            "injuring",
            "kidnapped",
            "kidnapping",
            "kill",
            "killed",
            "killing",
            "killings",
            "murder",
            "murdered",
            "murdering",
            "shooting",
            "slaying",
            "wounding",
        ];
        const BLAMED: [&str; 16] = [
            "accused",
            "admitted",
            "arrested",
            "blamed",
            "charged",
            "convicted",
            "face",
            "faces",
            "facing",
            "guilty",
            "indicted",
            "jailed",
            "plotting",
            "sought",
            "suspected",
            "wanted",
        ];
        const NEXT: usize = 3;
        if !self.cx.tokens.is_any(trigger, &DEEDS) {
            return false;
        }
        let blamed = |mut tokens: Range<usize>| tokens.any(|i| self.cx.tokens.is_any(i, &BLAMED));
        if blamed(at.end..(at.end + NEXT).min(self.tokens.end)) {
            return true;
        }
        if trigger < at.end {
            return false;
        }
        let article = self.token(trigger - 1).is(class::ARTICLE | class::PRONOUN);
        let link = trigger.checked_sub(1 + usize::from(article));
        let linked = link.is_some_and(|i| self.cx.tokens.is_any(i, &["of", "for", "with", "in", "to"]));
        let passive = (at.end..trigger).any(|i| self.token(i).is(class::AUXILIARY));
        let object = self.tokens.contains(&(trigger + 1)) && {
            let t = self.token(trigger + 1);
            let day = t.is(class::WEEKDAY | class::MONTH);
            let function = t.is(class::PREPOSITION | class::CONJUNCTION | class::ADVERB | class::AUXILIARY);
            t.is(class::ARTICLE | class::PRONOUN) || t.is_word() && t.is_capital() && !day && !function
        };
        linked && blamed(at.end..trigger) || !passive && object
    }

    /// The token belongs to a name.
    fn is_in_name(&self, i: usize) -> bool {
        let names = &self.found.names;
        names.get(names.partition_point(|n| n.tokens.end <= i)).is_some_and(|n| n.tokens.start <= i)
    }

    /// "two weeks after", "within ten days": how far two things lie apart, not how long one takes.
    fn lies_between(&self, at: &Range<usize>) -> bool {
        const BEHIND: [&str; 7] = ["after", "ago", "apart", "before", "earlier", "later", "prior"];
        self.cx.tokens.is_any(at.end, &BEHIND) || at.start > self.tokens.start && self.cx.tokens.is(at.start - 1, "within")
    }

    /// "a mother of 12".
    fn counts_children(&self, at: &Range<usize>) -> bool {
        const PARENTS: [&str; 8] = ["mother", "father", "mom", "mum", "dad", "parent", "parents", "grandmother"];
        at.start > self.tokens.start + 1 && self.cx.tokens.is(at.start - 1, "of") && self.cx.tokens.is_any(at.start - 2, &PARENTS)
    }

    /// What follows "of" behind a share or part: an entity, or the first content word of the phrase.
    fn base(&self, end: usize) -> Option<Short> {
        if !self.cx.tokens.is(end, "of") {
            return None;
        }
        let reach = end + 1..(end + 6).min(self.tokens.end);
        let named = self.names_near(&(end..end), SCOPE_REACH).iter().find(|n| reach.contains(&n.tokens.start));
        if let Some(n) = named {
            return Some(self.found.entities[n.entity].id.as_str().into());
        }
        reach.filter(|i| is_content(self.token(*i))).find_map(|i| self.lemma(i))
    }

    /// The place from which a length is measured: "20 miles north of Santa Rosa".
    fn reference(&self, end: usize) -> Option<Short> {
        const REACH: usize = 6;
        let stop = (end + REACH).min(self.tokens.end);
        let from = (end..stop).find(|i| self.cx.tokens.is(*i, "of") || self.cx.tokens.is(*i, "from"))?;
        let near = from + 1..from + 4;
        let name = self.names_near(&(end..end), SCOPE_REACH).iter().find(|n| near.contains(&n.tokens.start))?;
        Some(self.found.entities[name.entity].id.as_str().into())
    }

    /// The person whose age it is: "Ann Lee, 31,", "Ann Lee, a 31-year-old nurse", "31-year-old Ann Lee".
    fn whose_age(&self, at: &Range<usize>) -> Option<Short> {
        const LINKS: [&str; 17] =
            [",", "(", "a", "an", "the", "is", "was", "who", "aged", "age", "of", "at", "dead", "dies", "died", "turns", "turned"];
        let links = |gap: Range<usize>| gap.len() < 5 && gap.clone().all(|i| self.cx.tokens.is_any(i, &LINKS));
        let people = || self.names_near(at, SCOPE_REACH).iter().filter(|n| n.kind == NameKind::Person);
        let before = people().rev().find(|n| n.tokens.end <= at.start && links(n.tokens.end..at.start));
        let comma = at.end < self.tokens.end && self.token(at.end).is_punct(',');
        // "two sons, ages 16 and 6, Waldie said"
        let speaks = |n: &NameMention| comma && n.tokens.end < self.tokens.end && self.token(n.tokens.end).is(class::CUE);
        let behind = || people().find(|n| n.tokens.start >= at.end && n.tokens.start - at.end < 3 && !speaks(n));
        before.or_else(behind).map(|n| self.found.entities[n.entity].id.as_str().into())
    }

    /// The nearest name before, within reach.
    fn subject(&self, at: &Range<usize>) -> Option<Short> {
        let before = self.names_near(at, SCOPE_REACH).iter().rev().find(|n| n.tokens.end <= at.start)?;
        let own = self.apart(at, &before.tokens) <= SCOPE_REACH && !self.begins_anew(before.tokens.end..at.start);
        own.then(|| self.found.entities[before.entity].id.as_str().into())
    }

    /// A second verb of the sentence's subject, which the name before is not: "lies off the city of Bam and is home to 200 people".
    fn begins_anew(&self, between: Range<usize>) -> bool {
        between
            .clone()
            .any(|i| self.token(i).is(class::CONJUNCTION) && between.contains(&(i + 1)) && self.token(i + 1).is(class::AUXILIARY))
    }

    fn time(&self, at: &Range<usize>) -> Option<Short> {
        self.nearest_date(at)?.date.edtf.clone()
    }

    /// The date that says when a figure or another date holds.
    fn nearest_date(&self, at: &Range<usize>) -> Option<&DateMention> {
        let near = inside(&self.found.dates, &self.near(at, SCOPE_REACH), |d| &d.tokens);
        let dates = self.found.dates[near].iter().filter(|d| d.tokens != *at);
        let near = dates
            .map(|d| (self.apart(at, &d.tokens) + self.beyond(at, &d.tokens), d))
            // a date that opens its sentence is that of all of it
            .filter(|(distance, d)| *distance <= if d.tokens.start <= self.tokens.start + 2 { SCOPE_REACH } else { TIME_REACH })
            .min_by_key(|(d, _)| *d)?;
        Some(near.1)
    }

    /// A price for a date behind the figure that only begins or ends a stretch: "the most since 2019".
    fn beyond(&self, at: &Range<usize>, date: &Range<usize>) -> u32 {
        let word = |i: usize| self.tokens.contains(&i) && self.cx.tokens.is_any(i, &["since", "until", "before", "after", "than"]);
        let introduced = word(date.start) || date.start.checked_sub(1).is_some_and(word);
        if at.end <= date.start && introduced { SCOPE_REACH } else { 0 }
    }

    fn terms(&self, at: &Range<usize>) -> Vec<Short> {
        let window = self.near(at, WORD_REACH);
        let place = |token: usize| self.content.partition_point(|c| c.token < token);
        let near = &self.content[place(window.start)..place(window.end)];
        let mut out: Vec<&Content> = Vec::with_capacity(near.len().min(TERMS));
        let mut outward = self.outward(near, at);
        while out.len() < TERMS
            && let Some(word) = outward.next()
        {
            if !out.iter().any(|o| o.is_like(word)) {
                out.push(word);
            }
        }
        out.into_iter().map(|c| c.stem.clone()).collect()
    }

    /// The words of a list (which is in order of the text) from `at` outward: the nearest first, of two that are equally near the one before.
    fn outward<'s>(&self, words: &'s [Content], at: &Range<usize>) -> impl Iterator<Item = &'s Content> {
        let (before, rest) = words.split_at(words.partition_point(|c| c.token < at.start));
        let (inside, behind) = rest.split_at(rest.partition_point(|c| c.token < at.end));
        let far = |c: &'s Content| (self.apart(at, &(c.token..c.token + 1)), c);
        let mut before = before.iter().rev().map(far).peekable();
        let mut behind = behind.iter().map(far).peekable();
        let around = std::iter::from_fn(move || match (before.peek(), behind.peek()) {
            (Some(left), Some(right)) if right.0 < left.0 => behind.next(),
            (Some(_), _) => before.next(),
            _ => behind.next(),
        });
        inside.iter().chain(around.map(|(_, word)| word))
    }
}

/// A word that may carry meaning: no function word, no word of reporting.
fn is_content(t: &Token) -> bool {
    let function = class::FUNCTION | class::CUE;
    t.kind == Kind::Word && !t.is(function) && !t.has(form::DIGIT)
}

fn content(cx: &Context, tokens: &Range<usize>, taken: &[Range<usize>]) -> Vec<Content> {
    let mut taken = taken.iter().peekable();
    let mut out = Vec::with_capacity(tokens.len() / 2);
    for i in tokens.clone() {
        while taken.peek().is_some_and(|r| r.end <= i) {
            taken.next();
        }
        let t = &cx.tokens.all[i];
        if taken.peek().is_some_and(|r| r.contains(&i)) || !is_content(t) || t.end - t.start < 3 {
            continue;
        }
        out.push(Content::new(i, cx.lexicon.stem(t, cx.tokens.text)));
    }
    out
}

fn price(cx: &Context, tokens: &Range<usize>) -> Vec<u32> {
    let mut sum = 0;
    tokens
        .clone()
        .map(|i| {
            let t = &cx.tokens.all[i];
            sum += match t.punct() {
                Some(',' | '"' | '“' | '”') => 4,
                Some(';' | ':' | '—' | '–' | '(' | ')') => 10,
                _ if t.is(class::RELATIVE) => 6,
                _ if t.is(class::CONJUNCTION) => 3,
                _ => 0,
            };
            sum
        })
        .collect()
}
