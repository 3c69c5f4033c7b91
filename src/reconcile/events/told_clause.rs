//! What happened on a date or at a place, as the clause around it tells: who did what, or the noun that it stands beside.

use compact_str::CompactString;

use super::clause::{Clause, Part};
use crate::lexicon::{class, lexicon, stem_of};

/// The most tokens of a piece, if it can end before.
const LONGEST: usize = 11;
/// Tokens between a subject and its verb.
const REACH: usize = 24;
/// How many noun phrases may depend on one another: "tremors from a quake in the south of the island".
const NESTED: usize = 4;

/// A piece of a clause.
#[derive(Debug)]
pub struct Piece {
    pub text: String,
    /// The tokens of the clause that it is made of, and how many of them are who did it.
    pub kept: Vec<usize>,
    pub subject: usize,
    /// Stems of its words that carry meaning.
    pub stems: Vec<CompactString>,
    /// How much it tells, from 0 to 1.
    pub worth: f32,
}

/// The piece of the clause that tells of the claim. `event` is what is known of it: "Lee shot guard".
pub fn piece(clause: &Clause, event: Option<&str>) -> Option<Piece> {
    let words: Vec<&str> = event.into_iter().flat_map(|e| e.split(' ')).collect();
    let of_event = match verb_of(clause, &words) {
        _ if clause.is_attributive() => described(clause),
        Some((verb, _)) if gerund(clause, verb).is_some() => gerund(clause, verb).map(|gerund| by_gerund(clause, gerund)),
        Some((verb, _)) if joined_verb(clause, verb).is_some() => joined_verb(clause, verb)?.map(|verb| told_by_verb(clause, verb, None)),
        Some((verb, n)) => Some(told_by_verb(clause, verb, words[..n].last().copied())),
        None if !words.is_empty() => noun_of(clause, &words).map(|noun| told_by_noun(clause, noun)),
        None => None,
    };
    of_event.or_else(|| by_neighbour(clause)).or_else(|| by_verb_before(clause)).filter(|p| !p.text.is_empty())
}

/// The token of the verb among the words of an event, the nearest to the claim, and which of the words it is.
fn verb_of(clause: &Clause, words: &[&str]) -> Option<(usize, usize)> {
    words.iter().enumerate().filter(|(_, w)| w.starts_with(char::is_lowercase)).find_map(|(n, w)| {
        let at = nearest(clause, w, |i| clause.is(i, Part::Verb) && is_of_claim(clause, i))?;
        Some((at, n))
    })
}

/// What is done or told to be done stands between a verb and the claim: "charged with | robbing | the dairy in May".
fn gerund(clause: &Clause, verb: usize) -> Option<usize> {
    let object = |i: usize| clause.is(i, Part::Article) || clause.is(i, Part::Own) || clause.is_capital(i);
    let led = |i: &usize| clause.is(*i, Part::Participle) && clause.is(*i - 1, Part::Preposition) && object(*i + 1);
    (verb + 2..clause.own.start).rev().find(led).filter(|g| !(*g..clause.own.start).any(|i| clause.is(i, Part::Comma)))
}

fn by_gerund(clause: &Clause, gerund: usize) -> Piece {
    let mut told = Told { clause, kept: Vec::new(), ends: Vec::new(), objects: 0 };
    told.predicate(gerund, 0);
    let whole = told.end();
    told.kept.truncate(whole);
    let worth = if told.objects > 0 { 0.5 } else { 0.0 };
    finished(clause, told.kept, worth)
}

/// Between a verb and the claim behind it begins another predicate: "left the harbour and | was due at midnight"; its verb, if it has one.
fn joined_verb(clause: &Clause, verb: usize) -> Option<Option<usize>> {
    const GROUP: usize = 4;
    let carries = |i: usize| matches!(clause.part(i), Some(Part::Auxiliary | Part::Verb));
    let joint = (verb + 1..clause.own.start)
        .rev()
        .find(|i| clause.is(*i, Part::Joint) && carries(i + 1 + usize::from(clause.is(i + 1, Part::Adverb))))?;
    let group = (joint + 1..(joint + 1 + GROUP).min(clause.own.start)).take_while(|i| carries(*i) || clause.is(*i, Part::Adverb)).last();
    Some(group.filter(|v| clause.is(*v, Part::Verb)))
}

/// The noun that the claim describes, as far as its owner.
fn described(clause: &Clause) -> Option<Piece> {
    let noun = clause.own.end + usize::from(clause.is(clause.own.end, Part::Owning));
    if !clause.is(noun, Part::Noun) {
        return None;
    }
    let end = clause.words_end(noun);
    let owner = (noun..end).find(|i| clause.is(*i, Part::Owning));
    match owner {
        Some(owner) => Some(of_noun(clause, (noun..owner).filter(|i| clause.is_told(*i)).collect())),
        None => Some(told_by_noun(clause, end - 1)),
    }
}

/// No other clause stands between a verb and the claim behind it: "said | that the debate of …".
fn is_of_claim(clause: &Clause, verb: usize) -> bool {
    let between = if verb < clause.own.start { verb..clause.own.start } else { clause.own.end..verb };
    // "a plan [today] that | bans", "was held since his arrest in [May]"
    let stressed = clause.word(0) == "It";
    let behind = verb > clause.own.start && !stressed && matches!(clause.word(clause.own.end), "that" | "which" | "who");
    let since = |i: usize| clause.word(i) == "since" && (i + 1..clause.own.start).any(|i| clause.is(i, Part::Noun));
    let related = |i: usize| verb < clause.own.start && (clause.word(i) == "that" || since(i));
    !behind && !between.clone().any(|i| clause.is(i, Part::Stop) || related(i))
}

/// The token nearest to the claim that is a word, in whatever case.
fn nearest(clause: &Clause, word: &str, fits: impl Fn(usize) -> bool) -> Option<usize> {
    let away = |i: usize| i.abs_diff(clause.own.start);
    (0..clause.len()).filter(|i| clause.word(*i).eq_ignore_ascii_case(word) && fits(*i)).min_by_key(|i| away(*i))
}

/// The last word of a noun phrase that an event is.
fn noun_of(clause: &Clause, words: &[&str]) -> Option<usize> {
    nearest(clause, words.last()?, |i| clause.is(i, Part::Noun))
}

/// A noun by its last word, with its `of` phrases and what depends on it.
fn told_by_noun(clause: &Clause, head: usize) -> Piece {
    let mut start = clause.phrase_start(head);
    let before = articles_before(clause, start);
    if before > 1 && clause.word(before - 1) == "of" && clause.is(before - 2, Part::Noun) && clause.word(before - 2) != "ahead" {
        start = clause.phrase_start(before - 2);
    }
    let mut kept: Vec<usize> = phrase(clause, start);
    complement(clause, clause.phrase_end(start), &mut kept);
    of_noun(clause, kept)
}

/// A piece that is a noun phrase.
fn of_noun(clause: &Clause, kept: Vec<usize>) -> Piece {
    let event = kept.iter().any(|i| clause.token(*i).is_some_and(|t| t.is(class::EVENT)));
    let words = kept.iter().filter(|i| clause.token(**i).is_some_and(|t| t.is_word())).count();
    finished(clause, kept, if event { 0.6 } else { 0.2 } + if words > 1 { 0.1 } else { 0.0 })
}

/// Where the articles before a noun phrase begin.
fn articles_before(clause: &Clause, start: usize) -> usize {
    const MOST: usize = 4;
    let leads = |i: &usize| matches!(clause.part(*i), Some(Part::Article | Part::Own | Part::Owning));
    (start.saturating_sub(MOST)..start).rev().take_while(leads).last().unwrap_or(start)
}

/// The tokens of a noun phrase except those of the claim.
fn phrase(clause: &Clause, start: usize) -> Vec<usize> {
    (start..clause.phrase_end(start)).filter(|i| clause.is_told(*i)).collect()
}

/// A preposition and its noun behind a phrase: `vigil | in the harbour`.
fn complement(clause: &Clause, at: usize, kept: &mut Vec<usize>) {
    if kept.len() >= LONGEST - 4 || clause.behind_time(at) != at || !clause.is(at, Part::Preposition) {
        return;
    }
    let noun = clause.behind_articles(at + 1);
    let end = clause.phrase_end(noun);
    let told = phrase(clause, noun);
    let tells = !told.is_empty() && !is_bare_number(clause, noun, end) && !clause.is_place_of_few(at, noun..end);
    if clause.is(noun, Part::Noun) && tells && clause.word(noun) != "order" {
        kept.extend((at..noun).filter(|i| clause.is_told(*i)));
        kept.extend(told);
    }
}

/// A number alone, or an hour: "about | 9.40 | a.m.".
fn is_bare_number(clause: &Clause, start: usize, end: usize) -> bool {
    let hour = |i: usize| clause.token(i).is_some_and(|t| t.is(class::CLOCK));
    clause.token(start).is_some_and(|t| t.is_number()) && (end == start + 1 || (start..end).any(hour))
}

/// A clause by its verb, whose subject ends in this word, if that is known.
fn told_by_verb(clause: &Clause, verb: usize, subject: Option<&str>) -> Piece {
    let group = group_start(clause, verb);
    let mut kept = subject_of(clause, group, verb, subject).unwrap_or_default();
    let named = !kept.is_empty();
    let subject = kept.len();
    let meant = |i: &usize| clause.is(*i, Part::Verb) || clause.is_told(*i) && !is_led(clause, *i);
    let begins = |i: &usize| clause.is(*i, Part::Verb) || clause.is_negation(*i) || clause.is_modal(*i);
    let group = if named { group } else { (group..verb).find(begins).unwrap_or(verb) };
    kept.extend((group..verb).filter(meant));
    let mut told = Told { clause, kept, ends: Vec::new(), objects: 0 };
    told.predicate(verb, 0);
    let whole = told.end();
    told.kept.truncate(whole);
    if told.objects == 0 && clause.is_cue(verb) {
        told.said_before();
    }
    let worth = match (named, told.objects > 0, clause.is_cue(verb)) {
        (true, true, _) => 1.0,
        (true, false, true) => 0.2,
        (true, false, false) => 0.5,
        (false, true, _) => 0.4,
        (false, false, _) => 0.0,
    };
    Piece { subject, ..finished(clause, told.kept, worth) }
}

/// A preposition or article that leads to the claim inside a verb group: `will | on | Monday meet`.
fn is_led(clause: &Clause, i: usize) -> bool {
    matches!(clause.part(i), Some(Part::Preposition | Part::Article | Part::Comma | Part::Turn))
}

/// Where the verb group begins whose last verb this is: `is expected to | open`.
fn group_start(clause: &Clause, verb: usize) -> usize {
    const MOST: usize = 8;
    let mut at = verb;
    for _ in 0..MOST {
        let Some(before) = at.checked_sub(1) else { break };
        match clause.part(before) {
            Some(Part::Auxiliary | Part::Adverb) => at = before,
            Some(Part::To)
                if before > 0
                    && (matches!(clause.part(before - 1), Some(Part::Verb | Part::Auxiliary)) || is_promise(clause, before - 1)) =>
            {
                at = before - 1
            }
            Some(Part::To) => return before,
            Some(Part::Own) => {
                let time = clause.before_time(at);
                let carried = time.checked_sub(1).is_some_and(|i| clause.is(i, Part::Auxiliary));
                if !carried {
                    break;
                }
                at = time;
            }
            _ => break,
        }
    }
    at
}

/// `due`, `set` before `to`.
fn is_promise(clause: &Clause, i: usize) -> bool {
    clause.token(i).is_some_and(|t| lexicon().tense.get(t).is_some()) && !clause.is(i, Part::Auxiliary)
}

/// The noun phrase that is the subject of a verb group.
fn subject_of(clause: &Clause, group: usize, verb: usize, word: Option<&str>) -> Option<Vec<usize>> {
    let from = group.saturating_sub(REACH);
    let known = word.and_then(|w| (from..group).rev().find(|i| clause.word(*i).eq_ignore_ascii_case(w) && clause.is(*i, Part::Noun)));
    let beside = beside(clause, group);
    let Some(head) = beside.or(known) else { return of_joined(clause, group) };
    if clause.is(group, Part::To) && beside != Some(head) {
        return None;
    }
    let start = outermost(clause, clause.phrase_start(without_aside(clause, head)), group)?;
    let kept: Vec<usize> = phrase(clause, start).into_iter().filter(|i| *i < group).collect();
    let opener = kept.len() == 1 && start == 0 && clause.token(0).is_some_and(|t| t.is(class::STARTER));
    (!opener && !kept.is_empty() && !is_other_number(clause, group..verb, start)).then_some(kept)
}

/// The subject of the verb before a joint: "| the mill | was sold and reopened".
fn of_joined(clause: &Clause, group: usize) -> Option<Vec<usize>> {
    let joint = group.checked_sub(1).filter(|i| clause.is(*i, Part::Joint))?;
    let open = |i: &usize| !matches!(clause.part(*i), Some(Part::Stop | Part::Turn | Part::Relative | Part::Joint | Part::To));
    let first = (joint.saturating_sub(REACH)..joint).rev().take_while(open).find(|i| clause.is(*i, Part::Verb))?;
    let begin = group_start(clause, first);
    beside(clause, begin)?;
    subject_of(clause, begin, first, None)
}

/// A plural verb behind one name, which is then not the whole subject ("Lee and his wife, Ann Lee, | were charged"), or that of one behind
/// several ("taxes and fees on wine, which | has been sold").
fn is_other_number(clause: &Clause, group: std::ops::Range<usize>, start: usize) -> bool {
    let carries = |words: &[&str]| group.clone().any(|i| words.contains(&clause.word(i)));
    let end = clause.words_end(start);
    let (last, joined) = (end - 1, (start..end).any(|i| clause.is(i, Part::Joint)));
    let plural = clause.word(last).ends_with('s') && !["ss", "us", "is"].iter().any(|e| clause.word(last).ends_with(e));
    let counted = (start..end).any(|i| clause.token(i).is_some_and(|t| t.is_number()));
    let capital = clause.is_capital(last);
    let second = articles_before(clause, start).checked_sub(1).is_some_and(|i| clause.is(i, Part::Joint));
    carries(&["were", "are", "have"]) && !plural && (second || capital && last > 0 && !joined && !counted)
        || carries(&["was", "is", "has"]) && plural && !capital
}

/// The noun before what two commas enclose, where this one ends that: "the fire near Holm, | Norland, | killed".
fn without_aside(clause: &Clause, head: usize) -> usize {
    let start = clause.phrase_start(head);
    let enclosed = clause.is_capital(start) && clause.is(head + 1, Part::Comma) && start > 1 && clause.is(start - 1, Part::Comma);
    if enclosed && clause.is(start - 2, Part::Noun) { start - 2 } else { head }
}

/// Where the noun phrase begins on which the others depend: "| tremors from a quake in the south".
fn outermost(clause: &Clause, from: usize, group: usize) -> Option<usize> {
    let mut start = from;
    for _ in 0..NESTED {
        let at = articles_before(clause, start);
        let Some(before) = at.checked_sub(1) else { return Some(start) };
        let outer = before.checked_sub(1).filter(|i| clause.is(*i, Part::Noun));
        match clause.part(before) {
            Some(Part::Preposition | Part::To | Part::Participle) if outer.is_some() => start = clause.phrase_start(outer?),
            Some(Part::Preposition) if is_finite(clause, group) && outer_verb(clause, before) => {
                start = clause.phrase_start(before - 2);
            }
            Some(Part::Preposition | Part::To) => return None,
            // "told the paper in an article | published": what was done to the noun beside it
            Some(Part::Verb | Part::Auxiliary) if !is_subject_behind(clause, start, group) => {
                let noun = !clause.is_capital(from) && !matches!(clause.part(group), Some(Part::Auxiliary | Part::To));
                return noun.then_some(from);
            }
            _ => return Some(start),
        }
    }
    None
}

/// A verb before the preposition says what was done to the noun before it: "people | killed | in".
fn outer_verb(clause: &Clause, preposition: usize) -> bool {
    preposition > 1
        && clause.is(preposition - 1, Part::Verb)
        && clause.is(preposition - 2, Part::Noun)
        && !clause.is_capital(preposition - 2)
}

/// The verb group cannot describe the noun before it: "was sold", "rose".
fn is_finite(clause: &Clause, group: usize) -> bool {
    clause.is(group, Part::Auxiliary) || clause.token(group).is_some_and(|t| t.is(class::CHANGE)) && clause.is(group, Part::Verb)
}

/// Right behind a verb of speech may stand who did what: "police said | the man fled".
fn is_subject_behind(clause: &Clause, start: usize, group: usize) -> bool {
    let cue = (start.saturating_sub(3)..start).any(|i| clause.is_cue(i));
    cue && clause.phrase_end(start) >= group.saturating_sub(1)
}

/// The noun right before a verb group, where only the claim, adverbs or what commas enclose stand between.
fn beside(clause: &Clause, group: usize) -> Option<usize> {
    const STEPS: usize = 4;
    let mut at = group;
    for _ in 0..STEPS {
        let before = at.checked_sub(1)?;
        match clause.part(before)? {
            Part::Noun if before > 0 && clause.is(before - 1, Part::Comma) && is_bare_number(clause, before, before + 1) => at = before - 1,
            Part::Noun => return Some(before),
            Part::Adverb => at = before,
            Part::To if at == group => at = before,
            Part::Relative if before > 0 && clause.is(before - 1, Part::Comma) => at = before - 1,
            Part::Relative => at = before,
            Part::Own | Part::Time => at = clause.before_time(at),
            Part::Comma => at = (before.saturating_sub(REACH)..before).rev().find(|i| clause.is(*i, Part::Comma))?,
            _ => return None,
        }
    }
    None
}

/// A piece as it grows, and where it may end.
struct Told<'c, 't> {
    clause: &'c Clause<'t>,
    kept: Vec<usize>,
    /// Lengths at which it may end, and whether it would then want an object.
    ends: Vec<(usize, bool)>,
    objects: usize,
}

impl Told<'_, '_> {
    /// The length at which it ends best.
    fn end(&self) -> usize {
        const FAR: usize = 16;
        let full = |most: usize| self.ends.iter().rev().find(|(end, wants)| *end <= most && !wants);
        let first = self.ends.iter().find(|(end, wants)| *end <= FAR && !wants);
        let last = self.ends.iter().rev().find(|(end, _)| *end <= LONGEST);
        full(LONGEST).or(first).or(last).or(self.ends.first()).map_or(self.kept.len(), |e| e.0)
    }

    /// What is said stands before: "| the bridge was closed |, officials said".
    fn said_before(&mut self) {
        const MOST: usize = 4;
        let c = self.clause;
        let Some(comma) = self.kept.first().and_then(|i| articles_before(c, *i).checked_sub(1)).filter(|i| c.is(*i, Part::Comma)) else {
            return;
        };
        let noun = c.behind_articles(0);
        let end = c.phrase_end(noun);
        let verb =
            (end..(end + MOST).min(comma)).take_while(|i| matches!(c.part(*i), Some(Part::Auxiliary | Part::Adverb | Part::Verb))).last();
        if let Some(verb) = verb.filter(|v| c.is(noun, Part::Noun) && c.is(*v, Part::Verb)) {
            let from = self.kept.len();
            self.kept.extend((noun..verb).filter(|i| c.is_told(*i)));
            self.ends.clear();
            self.objects += 1;
            self.predicate(verb, 1);
            let whole = self.ends.iter().rev().find(|e| e.0 <= from + LONGEST).map_or(self.kept.len(), |e| e.0);
            self.kept.truncate(whole);
        }
    }

    fn may_end(&mut self, wants: bool) {
        self.ends.push((self.kept.len(), wants));
    }

    /// The verb and what belongs to it: particle, object, what it is done with or to.
    fn predicate(&mut self, verb: usize, depth: usize) {
        const STEPS: usize = 8;
        let c = self.clause;
        self.kept.push(verb);
        self.may_end(true);
        let mut at = verb + 1;
        if self.is_particle(at) {
            self.kept.push(at);
            self.may_end(true);
            at += 1;
        }
        let (mut object, mut links) = (false, 0);
        for _ in 0..STEPS {
            at = c.behind_time(at);
            match c.part(at) {
                Some(Part::Adverb) => at += 1,
                // "voted | to pass": another may tell of a vote against it
                Some(Part::To) if c.word(verb).starts_with("vote") && !c.is_common(at + 1) => return,
                Some(Part::To) if matches!(c.part(at + 1), Some(Part::Verb | Part::Auxiliary)) => {
                    self.kept.extend([at, at + 1]);
                    at += 2;
                    while c.is(at, Part::Verb) {
                        self.kept.push(at);
                        at += 1;
                    }
                    if c.is(at - 1, Part::Verb) {
                        self.may_end(true);
                    }
                    (object, links) = (false, 0);
                }
                Some(Part::Pronoun) if !object && links == 0 && matches!(c.word(at), "him" | "her" | "them" | "it") => {
                    self.kept.push(at);
                    self.objects += 1;
                    self.may_end(false);
                    (object, at) = (true, at + 1);
                }
                Some(Part::Article | Part::Noun | Part::Own) if !object && links == 0 => {
                    let noun = c.behind_articles(at);
                    if !c.is(noun, Part::Noun) && c.word(at) == "her" {
                        self.kept.push(at);
                        self.may_end(false);
                        (object, at) = (true, at + 1);
                        continue;
                    }
                    if !c.is(noun, Part::Noun) {
                        return;
                    }
                    let end = c.phrase_end(noun);
                    let goes_on = matches!(c.part(end), Some(Part::Verb | Part::Auxiliary));
                    if depth == 0 && self.subclause(at, noun, end) || c.is_cue(verb) && goes_on {
                        return;
                    }
                    if !self.take(at..noun, noun..end) {
                        return;
                    }
                    (object, at) = (true, end);
                }
                Some(Part::Relative) if depth == 0 && c.word(at) == "that" => {
                    let noun = c.behind_articles(at + 1);
                    if c.is(noun, Part::Noun) {
                        self.subclause(at + 1, noun, c.phrase_end(noun));
                    }
                    return;
                }
                Some(Part::Preposition) if c.is(at + 1, Part::Participle) && links < 2 => {
                    self.kept.extend([at, at + 1]);
                    (at, object, links) = (at + 2, false, 0);
                }
                Some(Part::Preposition | Part::To | Part::Turn) if links < 2 && c.is_preposition(at) => {
                    let noun = c.behind_articles(at + 1);
                    let end = c.phrase_end(noun);
                    // "rose to nine as | divers | found two"
                    let clause = c.opens_clause(at) && matches!(c.part(end), Some(Part::Verb | Part::Auxiliary));
                    if !clause && c.is(noun, Part::Noun) && c.is_place_of_few(at, noun..end) {
                        if c.is_capital(c.behind_articles(end + 1)) {
                            return;
                        }
                        at = end;
                        continue;
                    }
                    if clause || !c.is(noun, Part::Noun) || is_bare_number(c, noun, end) || !self.take(at..noun, noun..end) {
                        return;
                    }
                    (links, at) = (links + 1, end);
                }
                _ => return,
            }
        }
    }

    /// A word that belongs to the verb before it, and leads to no time: `broke | out | on Friday`.
    fn is_particle(&self, at: usize) -> bool {
        const LEADING: [&str; 2] = ["on", "over"];
        let leads = self.clause.behind_time(at) > at && LEADING.contains(&self.clause.word(at));
        let weekday = |i: usize| self.clause.token(i).is_some_and(|t| t.is(class::WEEKDAY));
        let into = self.clause.word(at) == "in" && weekday(at + 1);
        into || self.clause.is_particle(at) && !leads && !matches!(self.clause.word(at), "on" if self.clause.is(at + 1, Part::Own))
    }

    /// Takes what leads to a noun phrase, and the phrase; not one that a comma cuts: "a Holm, Norland man".
    fn take(&mut self, leading: std::ops::Range<usize>, phrase: std::ops::Range<usize>) -> bool {
        let c = self.clause;
        let indefinite = leading.clone().any(|i| matches!(c.word(i), "a" | "an"));
        if indefinite && c.is_capital(phrase.end - 1) && c.is(phrase.end, Part::Comma) && c.is_capital(phrase.end + 1) {
            return false;
        }
        // "five buildings | away"
        let away = (phrase.start..=phrase.end).any(|i| matches!(c.word(i), "away" | "ago" | "later"));
        let apart = away && c.counts(phrase.clone());
        if apart || !phrase.clone().any(|i| c.is_told(i)) {
            return false;
        }
        self.kept.extend(leading.chain(phrase).filter(|i| c.is_told(*i)));
        self.objects += 1;
        self.may_end(false);
        true
    }

    /// What is said: "said | the bridge was closed"; true if there is such a clause.
    fn subclause(&mut self, from: usize, noun: usize, end: usize) -> bool {
        const MOST: usize = 4;
        let c = self.clause;
        let group = c.behind_time(end);
        let verb = (group..group + MOST).take_while(|i| matches!(c.part(*i), Some(Part::Auxiliary | Part::Adverb | Part::Verb))).last();
        let Some(verb) = verb.filter(|v| c.is(*v, Part::Verb) || c.is(*v, Part::Auxiliary)) else { return false };
        self.kept.extend((from..noun).chain(noun..end).chain(group..verb).filter(|i| c.is_told(*i)));
        self.objects += 1;
        self.predicate(verb, 1);
        true
    }
}

/// Where nothing is known of the event: the verb or noun that the claim's phrase depends on.
fn by_neighbour(clause: &Clause) -> Option<Piece> {
    let at = lead(clause);
    let end = clause.own.end;
    let noun = clause.is(end, Part::Noun) && at > 0 && !clause.token(end).is_some_and(|t| t.is_number());
    if let Some(piece) = described(clause).filter(|_| noun || clause.is(end, Part::Owning)) {
        return Some(piece);
    }
    let Some(before) = at.checked_sub(1) else { return behind(clause) };
    match clause.part(before)? {
        Part::Verb => Some(told_by_verb(clause, before, None)),
        Part::Noun => hung_on(clause, before),
        Part::Auxiliary if before > 0 && clause.is(before - 1, Part::Noun) => Some(told_by_noun(clause, before - 1)),
        Part::Stop | Part::Turn | Part::Joint | Part::Relative => behind(clause),
        _ => None,
    }
}

/// Where what leads to the claim begins: `in the |`.
fn lead(clause: &Clause) -> usize {
    const LEADING: usize = 4;
    let leads = |i: &usize| matches!(clause.part(*i), Some(Part::Preposition | Part::Article | Part::To | Part::Adverb | Part::Time));
    let start = clause.own.start;
    (start.saturating_sub(LEADING)..start).rev().take_while(leads).last().unwrap_or(start)
}

/// The nearest verb before the claim in its clause, else what else tells of it.
fn by_verb_before(clause: &Clause) -> Option<Piece> {
    let start = clause.own.start;
    let open = |i: &usize| !matches!(clause.part(*i), Some(Part::Stop | Part::Turn | Part::Relative));
    let verb = (start.saturating_sub(REACH)..start).rev().take_while(open).find(|i| clause.is(*i, Part::Verb));
    verb.map(|verb| told_by_verb(clause, verb, None)).or_else(|| behind(clause))
}

/// The verb whose object the noun is, followed through the nouns that it depends on, or else the first of those.
fn hung_on(clause: &Clause, noun: usize) -> Option<Piece> {
    let mut start = clause.phrase_start(noun);
    for _ in 0..NESTED {
        let Some(before) = articles_before(clause, start).checked_sub(1) else { break };
        let outer = before.checked_sub(1);
        let outer_is =
            |part: Part| outer.is_some_and(|i| clause.is(i, part) && !clause.token(i).is_some_and(|t| t.is_number() || t.is(class::CLOCK)));
        match clause.part(before) {
            Some(Part::Verb) => return Some(told_by_verb(clause, before, None)),
            Some(Part::Preposition | Part::To | Part::Participle | Part::Joint) if outer_is(Part::Noun) => {
                start = clause.phrase_start(outer?)
            }
            Some(Part::Turn) if clause.word(before) == "before" && outer_is(Part::Verb) => {
                return Some(told_by_verb(clause, outer?, None));
            }
            Some(Part::Preposition | Part::To | Part::Participle) if outer_is(Part::Verb) => {
                return Some(told_by_verb(clause, outer?, None));
            }
            Some(Part::Participle) if outer_is(Part::Preposition) && before > 1 => match clause.part(before - 2) {
                Some(Part::Verb) => return Some(told_by_verb(clause, before - 2, None)),
                Some(Part::Noun) => start = clause.phrase_start(before - 2),
                _ => break,
            },
            _ => break,
        }
    }
    let next = clause.own.end;
    let verb =
        (next..next + 5).take_while(|i| matches!(clause.part(*i), Some(Part::Auxiliary | Part::Adverb | Part::Verb | Part::To))).last();
    match verb.filter(|v| clause.is(*v, Part::Verb)) {
        Some(verb) => Some(told_by_verb(clause, verb, Some(clause.word(noun)))),
        None => Some(told_by_noun(clause, clause.words_end(start).min(clause.own.start).checked_sub(1)?)),
    }
}

/// The clause behind a claim that opens its sentence.
fn behind(clause: &Clause) -> Option<Piece> {
    let start = clause.own.end;
    let open = |i: &usize| !matches!(clause.part(*i), Some(Part::Stop | Part::Turn | Part::Relative));
    let verb = (start..(start + REACH).min(clause.len())).take_while(open).find(|i| clause.is(*i, Part::Verb))?;
    Some(told_by_verb(clause, verb, None))
}

fn finished(clause: &Clause, mut kept: Vec<usize>, worth: f32) -> Piece {
    let hangs = |i: usize| matches!(clause.part(i), Some(Part::Preposition | Part::To | Part::Article | Part::Joint));
    let particle = |kept: &[usize], i: usize| kept.len() > 1 && clause.is_particle(i) && clause.is(kept[kept.len() - 2], Part::Verb);
    while kept.last().is_some_and(|i| hangs(*i) && !particle(&kept, *i)) {
        kept.pop();
    }
    let carries = |i: &&usize| clause.token(**i).is_some_and(|t| t.is_word() && !t.is(class::FUNCTION | class::NEGATION | class::TEMPORAL));
    let mut stems: Vec<CompactString> = kept.iter().filter(carries).map(|i| stem_of(clause.word(*i))).collect();
    stems.sort_unstable();
    stems.dedup();
    let text = if stems.is_empty() { String::new() } else { clause.joined(&kept) };
    Piece { text, kept, subject: 0, stems, worth }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The piece of a sentence in which the claim stands in brackets.
    fn told(marked: &str, event: &str) -> String {
        let (before, rest) = marked.split_once('[').unwrap();
        let (own, after) = rest.split_once(']').unwrap();
        let sentence = [before, own, after].concat();
        let clause = Clause::around(&sentence, before.len()..before.len() + own.len());
        piece(&clause, Some(event).filter(|e| !e.is_empty())).map(|p| p.text).unwrap_or_default()
    }

    #[test]
    fn a_verb_with_its_whole_subject_and_object() {
        let mill = "A paper mill in Lowick was flooded [on Sunday night], the council said.";
        assert_eq!(told(mill, "mill flooded"), "paper mill was flooded");
        assert_eq!(
            told("The Marlow Rowing Union called [Tuesday] for shorter races.", "Marlow Rowing Union called"),
            "Marlow Rowing Union called for shorter races"
        );
        assert_eq!(
            told("The medals will be handed out [on Friday] by the mayor.", "medals handed"),
            "medals will be handed out by the mayor"
        );
        assert_eq!(told("Orla Keene, 41, was fined [in May].", "Orla Keene fined"), "Orla Keene was fined");
        assert_eq!(told("The bakery near Lowick, Norland, burned down [in 1994].", "Norland burned"), "bakery burned down");
        assert_eq!(
            told("[On Monday], the envoy Orla Keene met Prime Minister Pavle Ilic.", "Orla Keene met Pavle Ilic"),
            "envoy Orla Keene met Prime Minister Pavle Ilic"
        );
        assert_eq!(told("Tremors from a slide in the north of Lowick were felt [today].", "Lowick felt"), "Tremors were felt");
        assert_eq!(
            told("The club is expected to open its second hall [in June].", "club open hall"),
            "club is expected to open its second hall"
        );
    }

    #[test]
    fn what_is_not_done_or_to_come_stays_so() {
        assert_eq!(told("The miller is to appear before a judge [on Friday].", "miller appear"), "miller is to appear before a judge");
        assert_eq!(told("It will not open before [Friday].", "open"), "will not open");
        assert_eq!(told("The cost climbed to nine crowns as divers found a barge [today].", "cost climbed"), "cost climbed to nine crowns");
    }

    #[test]
    fn what_hangs_on_the_claim_and_not_on_the_verb() {
        assert_eq!(told("The barge had left Lowick at noon and was due in Marlow at [midnight].", "barge left Lowick"), "due in Marlow");
        assert_eq!(told("Orla Keene was charged with robbing the dairy in [May].", "Orla Keene charged"), "robbing the dairy");
        assert_eq!(told("Keene has been held since her arrest on [May 3].", "Keene held"), "arrest");
        assert_eq!(told("Relatives of those lost in the [May 4] attacks may sue.", "attacks"), "attacks");
        assert_eq!(told("The dairy hopes to open its shop again on [Friday].", "hopes open shop"), "dairy hopes to open its shop");
        assert_eq!(told("A guard in [Lowick] is to question him.", ""), "guard is to question him");
        assert_eq!(
            told("Floods have ruined a dairy, officials said [on Monday].", "officials said"),
            "officials said Floods have ruined a dairy"
        );
    }

    #[test]
    fn counts_and_places_that_only_one_tells_are_left_out() {
        let sentence = "Nine men with 214 crates left the first pier at Lowick on Monday.";
        let at = sentence.find("Monday").unwrap();
        let mut clause = Clause::around(sentence, at..at + "Monday".len());
        let others = Clause::around("The men left the pier on Monday.", 25..31);
        clause.share(&clause.words().intersection(&others.words()).cloned().collect());
        assert_eq!(piece(&clause, Some("men left pier")).unwrap().text, "men left the first pier");
        let sentence = "Orla Keene has flown less since the 9/11 attacks on [Monday].".replace(['[', ']'], "");
        let at = sentence.find("Monday").unwrap();
        let mut clause = Clause::around(&sentence, at..at + "Monday".len());
        clause.share(&["attacks".into()].into_iter().collect());
        let told = piece(&clause, Some("attacks")).map_or(String::new(), |p| p.text);
        assert!(!told.starts_with('/') && !told.contains(" /"), "{told}");
    }

    #[test]
    fn a_subject_of_another_number_is_part_of_one() {
        assert_eq!(told("Ilic and his partner, Orla Keene, were fined [on Monday].", "Orla Keene fined"), "fined");
        let wine = "The taxes, tolls and fees on wine, which has been sold here [since May].";
        assert_eq!(told(wine, "fees sold"), "sold");
    }

    #[test]
    fn a_noun_with_what_it_is_of() {
        assert_eq!(told("He spoke of the [2012] arson attacks on a dairy.", "arson attacks"), "arson attacks on a dairy");
        assert_eq!(told("It was paid after the [May 3] blaze.", "blaze"), "blaze");
        assert_eq!(told("She joined as director of bridge works [in 2003].", "director of bridge works"), "director of bridge works");
    }

    #[test]
    fn what_is_known_of_the_event_may_be_of_another_clause() {
        let debate = "Pavle Ilic announced [|] that he is leaving his own [May 4] debate.".replace("[|] ", "");
        assert_eq!(told(&debate, "Pavle Ilic announced"), "debate");
    }

    #[test]
    fn what_hangs_on_nothing_known_is_told_by_its_neighbour() {
        assert_eq!(told("Two men have wrecked a dairy in [Lowick].", ""), "Two men have wrecked a dairy");
        assert_eq!(told("A vigil in the old harbour of [Lowick] drew hundreds.", ""), "vigil drew hundreds");
        assert_eq!(told("In [Lowick], divers searched the canal.", ""), "divers searched the canal");
        assert_eq!(told("The storm took its toll on the fragile [Lowick] dikes.", ""), "dikes");
        assert_eq!(told("[Today].", ""), "");
    }

    #[test]
    fn a_sentence_without_an_end_is_read_around_the_claim_only() {
        let far = "and the barge sank ".repeat(40_000);
        let clause = Clause::around(&far, 400_000..400_004);
        assert!(clause.len() < 400);
    }
}
