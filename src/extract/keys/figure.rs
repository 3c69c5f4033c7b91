//! The key of a figure: what it counts or measures, of what, and whether it was given up.

use std::ops::Range;

use compact_str::format_compact;

use super::{Clause, SCOPE_REACH, inside, is_content, words};
use crate::claim::entity;
use crate::claim::{Key, Short};
use crate::extract::mention::FigureMention;
use crate::extract::mention::{NameKind, NameMention};
use crate::lexicon::tense::TenseWord;
use crate::lexicon::{class, stem, word_sets};
use crate::text::Kind;
use crate::value::{Amount, Dimension};

word_sets! {
    /// Verbs of who is at the beginning of a year.
    ENTERING = 0: "entering";
}

impl Clause<'_> {
    /// The key of a figure of this sentence.
    pub fn figure_key(&self, figure: usize) -> Key {
        let f = &self.found.figures[figure];
        let q = &f.quantity;
        let mut key =
            Key { concept: self.refined(figure, self.concept_of(f)).map(Into::into), step: Some(q.step), ..self.scope(&f.tokens) };
        self.tell_counted(f, &mut key);
        // who is pulled out dead is not rescued
        if key.counts_bodies() && key.concept.as_deref() == Some("rescued") {
            key.concept = None;
        }
        key.base = if q.dimension == Dimension::Length { self.reference(f.tokens.end) } else { self.base(f.tokens.end) };
        self.tell_who(figure, &mut key);
        self.tell_deed(&f.tokens, q.unit.as_deref(), &mut key);
        self.tell_owner(f, &mut key);
        // "initially reported ten seconds; five seconds later" gives nothing up
        key.superseded = !self.lies_between(&f.tokens) && self.is_superseded(&f.tokens);
        if q.dimension == Dimension::Ratio && self.is_record(&f.tokens) {
            key.time = None;
            return key;
        }
        self.go_on(&mut key);
        if q.dimension == Dimension::Age && key.subject.is_some() {
            // an age is the same everywhere
            key.places.clear();
            key.entities.retain(|e| !entity::is_place(e));
        }
        key.heard = self.is_heard();
        key.told_then = self.nearest_date(&f.tokens).is_some_and(|d| self.is_day_of_telling(&d.tokens));
        key.dated_aside = self.is_dated_aside(f);
        key.undated = key.time.is_none() && self.nearest_date(&f.tokens).is_some_and(|d| self.names_a_month(&d.tokens));
        key
    }

    /// What is measured.
    fn concept_of(&self, f: &FigureMention) -> Option<&'static str> {
        if self.counts_children(&f.tokens) {
            return Some("children");
        }
        let dimension = if f.quantity.is_ordinal_duration() { Dimension::Duration } else { f.quantity.dimension };
        self.concept(&f.tokens, f.head.as_ref(), dimension.name())
    }

    /// Adds what is counted, and what tells it from others of its kind.
    fn tell_counted(&self, f: &FigureMention, key: &mut Key) {
        let q = &f.quantity;
        if self.counts_children(&f.tokens) {
            key.head = Some(stem("children"));
        } else if let Some(head) = &f.head {
            key.head = self.lemma(head.end - 1);
            key.modifiers =
                head.clone().take(head.len() - 1).filter(|i| is_content(self.token(*i))).filter_map(|i| self.lemma(i)).collect();
        }
        if key.head.is_none() && matches!(q.dimension, Dimension::Count | Dimension::Other) {
            key.head = q.unit.as_deref().and_then(|u| u.rsplit(' ').next()).map(stem);
        }
        if let Some(head) = self.counted_of_all(f.tokens.end).filter(|_| key.head.is_none() && q.dimension == Dimension::Count) {
            key.head = Some(head);
        }
        if key.head.is_none() && q.dimension == Dimension::Count && !q.ordinal {
            key.head = self.counted_before(&f.tokens);
        }
        if q.dimension.is_of_things() {
            self.tell_streak(&f.tokens, f.head.as_ref(), key);
        }
        if key.head.is_none()
            && !matches!(q.dimension, Dimension::Count | Dimension::Other | Dimension::Age | Dimension::Rank | Dimension::Ratio)
        {
            key.modifiers = self.topic(&f.tokens, q.dimension == Dimension::Duration);
        }
    }

    /// Adds whose age or whose points they are.
    fn tell_owner(&self, f: &FigureMention, key: &mut Key) {
        if f.quantity.dimension == Dimension::Age {
            key.subject = self.whose_age(&f.tokens);
            key.head = if key.subject.is_none() { self.aged_noun(&f.tokens) } else { None };
            // "He was 84" or "The 84-year-old left" right behind his name is said of him as "Lee, 84," is
            let told = self.is_told_right_behind(&f.tokens) || self.stands_right_behind(&f.tokens);
            let bearer = key.subject.clone().filter(|s| told && !key.entities.contains(s));
            key.entities.extend(bearer);
        } else if let Some(player) = self.whose_points(key.head.as_deref(), f.head.as_ref().map_or(f.tokens.end, |h| h.end)) {
            key.subject = Some(player);
        }
    }

    /// What a team has won and lost so far, in brackets behind its name ("the Otters (11-5) play on Saturday"), and no result of what is
    /// told before ("beat the Otters (3-1) on Saturday").
    fn is_record(&self, at: &Range<usize>) -> bool {
        const REACH: usize = 24;
        let done = |i: usize| {
            let past = self.cx.lexicon.tense.get(self.token(i)) == Some(TenseWord::Past) || self.cx.tokens.str(i).ends_with("ed");
            past && !self.token(i).is_capital()
        };
        if (at.start.saturating_sub(REACH).max(self.tokens.start)..at.start).any(done) {
            return false;
        }
        let open = at.start.checked_sub(1).filter(|i| *i > self.tokens.start && self.token(*i).is_punct('('));
        let closed = at.end < self.tokens.end && self.token(at.end).is_punct(')');
        closed && open.is_some_and(|i| self.token(i - 1).is_capital())
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
        const OF_A_TIME: [&str; 6] = ["this", "that", "in", "on", "than", "today"];
        words::SETS.has(self.token(i), words::EARLIER)
            && !self.cx.tokens.is_any(i + 1, &OF_A_TIME)
            && !self.cx.tokens.get(i + 1).is_some_and(|t| t.is(class::WEEKDAY | class::MONTH))
    }

    fn is_report(&self, i: usize) -> bool {
        words::SETS.has(self.token(i), words::REPORT)
    }

    fn names_a_month(&self, date: &Range<usize>) -> bool {
        date.clone().any(|i| self.token(i).is(class::MONTH))
    }

    /// The stretch that an ordinal year stands for: the fourth year is from three to four years; somebody just entering it is at its
    /// beginning.
    pub fn ordinal_stretch(&self, figure: usize) -> Option<(Amount, Amount)> {
        let f = &self.found.figures[figure];
        let n = f.quantity.amount.filter(|_| f.quantity.is_ordinal_duration())?;
        let before = f.tokens.start.saturating_sub(3).max(self.tokens.start)..f.tokens.start;
        let entering = before.into_iter().any(|i| self.cx.tokens.is_in(i, &SETS, ENTERING));
        let elapsed = n.minus(Amount::ONE)?;
        let quarter = Amount::ONE.half().half();
        Some((elapsed, if entering { elapsed.plus(quarter)? } else { n }))
    }

    /// What a figure measures, in words: its concept, or the counted noun phrase; and what it is a part of.
    pub fn measure(&self, figure: usize, key: &Key) -> Option<Short> {
        let concept = key.concept.as_deref().and_then(|c| self.cx.lexicon.concepts.named(c)).map(|c| Short::from(c.label));
        let head = || self.found.figures[figure].head.clone().filter(|h| !h.is_empty()).map(|h| Short::from(self.cx.tokens.words(h)));
        let what = concept.or_else(head)?;
        let base = key.base.as_deref().filter(|b| *b != Key::STANDING_FOR).and_then(|b| self.written_base(figure, b));
        Some(base.filter(|b| !what.contains(b.as_str())).map_or(what.clone(), |b| format_compact!("{what} of {b}")))
    }

    /// The base of a share or part as the text has it: the name of an entity, or the word behind the figure that is this stem.
    fn written_base(&self, figure: usize, base: &str) -> Option<String> {
        const REACH: usize = 12;
        if let Some(e) = self.found.entities.iter().find(|e| e.id == base) {
            return Some(e.name.clone());
        }
        let end = self.found.figures[figure].tokens.end;
        let behind = (end..(end + REACH).min(self.tokens.end)).chain((self.tokens.start..end).rev());
        let stem = entity::name(base);
        let is = |i: usize, stem: &str| self.lemma(i).is_some_and(|l| l == stem);
        let word = behind.into_iter().find(|i| is(*i, stem) || stem.strip_prefix('e').is_some_and(|s| is(*i, s)))?;
        let text = if is(word, stem) { self.cx.tokens.str(word).to_owned() } else { format!("e-{}", self.cx.tokens.str(word)) };
        Some(if self.token(word).is_capital() { text } else { text.to_lowercase() })
    }

    /// "a mother of 12", "a mother-of-two", "a father to two boys".
    pub(super) fn counts_children(&self, at: &Range<usize>) -> bool {
        let joined = usize::from(at.start > self.tokens.start && self.token(at.start - 1).is_punct('-'));
        let of = at.start.checked_sub(1 + joined).filter(|i| *i > self.tokens.start && self.cx.tokens.is_any(*i, &["of", "to"]));
        let parent = of.and_then(|i| i.checked_sub(1 + joined)).filter(|i| *i >= self.tokens.start);
        parent.is_some_and(|i| words::SETS.has(self.token(i), words::PARENT))
    }

    /// What follows "of" behind a share or part: an entity that heads the phrase, or else the head: "five days of rioting in Athens" are of
    /// rioting, "5 percent of the film's profits" of profits.
    fn base(&self, end: usize) -> Option<Short> {
        const REACH: usize = 6;
        if !self.cx.tokens.is(end, "of") {
            return None;
        }
        // "90 percent of them are from the valley" is of no valley
        if self.cx.tokens.is_any(end + 1, &["them", "us", "whom", "which", "it", "you"]) {
            return Some(Key::STANDING_FOR.into());
        }
        let reach = end + 1..(end + REACH).min(self.tokens.end);
        let owned = reach.clone().rev().find(|i| self.token(*i).kind == Kind::Clitic);
        let reach = owned.map_or(reach.start, |i| i + 1)..reach.end;
        let named = self.names_near(&(end..end), SCOPE_REACH).iter().find(|n| reach.contains(&n.tokens.start));
        let heads = |n: &&NameMention| (reach.start..n.tokens.start).all(|i| !self.ends_base(i));
        if let Some(n) = named.filter(heads) {
            return Some(self.found.entities[n.entity].id.as_str().into());
        }
        self.head_of(reach)
    }

    /// The noun for the whole of which a number counts a part: the games of "10 of the Rangers' 16 games", the suspects of "three of the
    /// five suspects".
    fn counted_of_all(&self, end: usize) -> Option<Short> {
        const REACH: usize = 6;
        if !self.cx.tokens.is(end, "of") {
            return None;
        }
        let number = |i: &usize| self.token(*i).is_number() || self.token(*i).is(class::NUMBER);
        let owned = |i: usize| matches!(self.token(i).punct(), Some('\'' | '’')) && self.token(i).glued();
        let together = |i: &usize| self.token(*i).kind == Kind::Clitic || owned(*i) || self.token(*i).punct().is_none();
        let all = (end + 1..(end + REACH).min(self.tokens.end)).take_while(together).find(number)?;
        let noun = self.found.figures[inside(&self.found.figures, &(all..all + 1), |f| &f.tokens)].first()?.head.clone()?;
        self.lemma(noun.end - 1)
    }

    /// A word behind which a name is no part of the phrase: a plural, "rioting", a preposition, a verb.
    fn ends_base(&self, i: usize) -> bool {
        let t = self.token(i);
        let word = self.cx.tokens.str(i).to_lowercase();
        t.is(class::PREPOSITION | class::RELATIVE | class::AUXILIARY | class::CONJUNCTION)
            || !t.is_capital() && (word.ends_with("ing") || self.cx.lexicon.plurals.is_plural(&word))
    }

    /// The head of the noun phrase in a range of tokens: the first plural, else the last of the words that stand together.
    pub(super) fn head_of(&self, phrase: Range<usize>) -> Option<Short> {
        // "the 100 pages of emails": behind "of" no verb stands
        let noun = |i: &usize| {
            is_content(self.token(*i)) || *i == phrase.start && self.token(*i).is(class::CUE) && !self.token(*i).is(class::FUNCTION)
        };
        let first = phrase.clone().find(noun)?;
        let verb = |i: usize| {
            let word = self.cx.tokens.str(i);
            let told = self.token(i).is(class::AUXILIARY | class::VERB | class::CUE | class::TENSE);
            told || word.ends_with("ed") || stem::is_irregular_form(word)
        };
        let timed = |i: usize| self.token(i).is(class::WEEKDAY | class::MONTH | class::TEMPORAL);
        let ends = |i: usize| self.token(i).punct().is_some_and(|c| c != '-') || verb(i) || timed(i);
        let together =
            (first..phrase.end).take_while(|i| *i == first || !ends(*i) && (is_content(self.token(*i)) || self.token(*i).is_punct('-')));
        let words: Vec<usize> = together.filter(|i| *i == first || is_content(self.token(*i))).collect();
        let plural = |i: &usize| self.cx.lexicon.plurals.is_plural(&self.cx.tokens.str(*i).to_lowercase());
        let head = words.iter().copied().find(plural).or(words.last().copied())?;
        let electronic = head > phrase.start + 1 && self.token(head - 1).is_punct('-') && self.cx.tokens.is(head - 2, "e");
        let lemma = self.lemma(head)?;
        Some(if electronic { format_compact!("e{lemma}") } else { lemma })
    }

    /// From what a length is measured: the place of "20 miles north of Lowick", or else the head of the phrase, as "home" in "five
    /// miles from her home".
    fn reference(&self, end: usize) -> Option<Short> {
        const REACH: usize = 6;
        let reach = end..(end + REACH).min(self.tokens.end);
        let stop = reach.clone().find(|i| self.begins_another_measure(end, *i)).unwrap_or(reach.end);
        let from = (end..stop).find(|i| self.cx.tokens.is(*i, "of") || self.cx.tokens.is(*i, "from"))?;
        let near = from + 1..from + 4;
        if let Some(name) = self.names_near(&(end..end), SCOPE_REACH).iter().find(|n| near.contains(&n.tokens.start)) {
            return Some(self.found.entities[name.entity].id.as_str().into());
        }
        // "five miles of road" are measured from nowhere
        let away = self.cx.tokens.is(from, "from") || from > end;
        away.then(|| self.head_of(from + 1..(from + REACH).min(self.tokens.end))).flatten()
    }

    /// Another figure begins at token `i`, behind a figure that ends before token `end`, and does not say that one again: in "1,900 metres,
    /// about 60 km from Ribe" only the second is from Ribe, in "20 km (12 miles) from Ribe" both are.
    fn begins_another_measure(&self, end: usize, i: usize) -> bool {
        let figures = &self.found.figures;
        let begins = figures.get(figures.partition_point(|f| f.tokens.start < i)).is_some_and(|f| f.tokens.start == i);
        begins && !(end..i).any(|k| self.token(k).is_punct('(') || self.token(k).is_punct('[') || self.cx.tokens.is(k, "or"))
    }

    /// The person behind what players pile up, which ends before token `end`: "13 points from Seth Webb", "23 points by Webb".
    fn whose_points(&self, head: Option<&str>, end: usize) -> Option<Short> {
        let played = head.and_then(|head| self.cx.lexicon.kin.family(head)) == Some("play");
        let named = || self.names_near(&(end..end + 1), SCOPE_REACH).iter().find(|n| n.tokens.start == end + 1);
        let player = played.then(named)?.filter(|n| n.kind == NameKind::Person && self.cx.tokens.is_any(end, &["from", "by"]))?;
        Some(self.found.entities[player.entity].id.as_str().into())
    }
}
