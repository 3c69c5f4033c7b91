//! Sayings: each verb of speech or thought in a frame, with the noun phrase that is its subject.

use super::clause::{main_subject, opening_subject};
use super::frame::Frame;
use super::phrase::{Phrase, can_speak, is_pronoun, phrase_after, phrase_before};
use super::referents::gender_of_pronoun;
use super::subject::subject_before;
use super::words;
use crate::lexicon::cues::{Cue, CueKind, Tense};
use crate::lexicon::{class, word_sets};
use crate::text::{Kind, Token};

word_sets! {
    /// Verbs whose third person is a frequent noun in the plural.
    NOUN = 0: "verb_like_noun";
    /// Pronouns that are subjects.
    SUBJECT = 1: "subject_pronoun";
    /// Verbs by which a recording makes somebody speak.
    SHOWING = 2: "showing";
    /// Verbs by which one makes another speak.
    CITING = 3: "citing";
    /// Verbs of seeing and hearing what another one does.
    PERCEIVING = 4: "perceiving";
}

/// A verb of saying with its subject: `Smith said`.
#[derive(Clone, Debug)]
pub struct Saying {
    /// Item of the verb.
    pub at: usize,
    pub cue: Cue,
    pub subject: Phrase,
    /// The subject stands behind the verb: `said Trump`.
    pub inverted: bool,
}

impl Saying {
    /// The first item of verb and subject.
    pub fn start(&self) -> usize {
        self.at.min(self.subject.all.start)
    }

    /// The item behind the last one of verb and subject.
    pub fn end(&self) -> usize {
        if self.inverted { self.subject.all.end } else { self.at + 1 }
    }
}

/// All sayings of a frame whose subject is known, in order of their verbs.
pub fn sayings(f: &Frame) -> Vec<Saying> {
    let mut out: Vec<Saying> = Vec::new();
    for at in f.cues.iter().copied() {
        let Some(token) = f.token(at) else { continue };
        let Some(cue) = f.cx.lexicon.cues.get(token.word).map(|cue| with_particle(f, at, cue)) else { continue };
        if is_verb(f, at, cue)
            && let Some((subject, inverted)) = subject(f, at, cue, &out)
        {
            out.push(Saying { at, cue, subject, inverted });
        }
    }
    out
}

/// `pointed out`: with its particle the verb is one of speech.
fn with_particle(f: &Frame, at: usize, cue: Cue) -> Cue {
    if cue.lemma == "point" && f.word(at + 1) == "out" { Cue { kind: CueKind::Say, ..cue } } else { cue }
}

/// Many of these forms are nouns as well: `the report`, `his claims`.
fn is_verb(f: &Frame, at: usize, cue: Cue) -> bool {
    let first = at == 0 || f.quote(at - 1).is_some();
    if f.token(at).is_some_and(Token::is_capital) && !first {
        return false;
    }
    if cue.kind == CueKind::Source {
        return true;
    }
    let before = at.checked_sub(1);
    let is_before = |class| before.is_some_and(|b| f.has(b, class));
    let possessed = is_before(class::ARTICLE) || before.is_some_and(|b| f.token(b).is_some_and(|t| t.kind == Kind::Clitic));
    // "he shot back", unlike who shoots somebody
    let other = cue.lemma == "shoot" && f.word(at + 1) != "back";
    if other || is_accusation(f, at, cue) || is_verdict(f, at, cue) {
        return false;
    }
    // "the amendment, which states that"
    let relative = before.is_some_and(|b| f.is(b, words::RELATIVE) && f.is_comma(b.wrapping_sub(1)));
    let determined = is_before(class::DETERMINER) && !relative && !before.is_some_and(|b| f.is(b, words::DEMONSTRATIVE));
    match cue.tense {
        Tense::Base => is_verbal_base(f, at) && !is_purpose(f, at, cue),
        Tense::Third if is_thing_sent(f, at, cue) => false,
        Tense::Third => {
            !possessed && !determined && !is_before(class::PREPOSITION) && (!SETS.holds(cue.lemma, NOUN) || behind_subject(f, at))
        }
        Tense::Gerund => !possessed && !determined,
        Tense::Past | Tense::Participle => !possessed && !determined,
    }
}

/// `charged with murder`, `charged over`: what happens to somebody in court is not said by him.
fn is_accusation(f: &Frame, at: usize, cue: Cue) -> bool {
    let before_court = ["with", "over", "after", "in"].iter().any(|w| f.token(at + 1).is_some_and(Token::is_word) && f.word(at + 1) == *w);
    cue.lemma == "charge" && matches!(cue.tense, Tense::Past | Tense::Participle) && before_court
}

/// `Clerk found guilty of fraud`, `was found dead`: what somebody is found to be is not what he finds.
fn is_verdict(f: &Frame, at: usize, cue: Cue) -> bool {
    const FOUND: [&str; 8] = ["alive", "dead", "guilty", "innocent", "liable", "responsible", "safe", "unconscious"];
    let not = (f.word(at + 1) == "not") as usize;
    cue.lemma == "find" && FOUND.iter().any(|w| f.word(at + 1 + not).eq_ignore_ascii_case(w))
}

/// `State Department emails to her`, `Lee posts from May`: a preposition tells of a thing. "The club reports about 30 cases" says how many.
fn is_thing_sent(f: &Frame, at: usize, cue: Cue) -> bool {
    const SENT: [&str; 4] = ["comment", "email", "post", "tweet"];
    const LEADING: [&str; 4] = ["about", "from", "of", "to"];
    let counted = f.token(at + 2).is_some_and(|t| t.is_number() || t.is(class::NUMBER));
    SENT.contains(&cue.lemma) && LEADING.contains(&f.word(at + 1)) && !counted && !behind_quotation(f, at)
}

/// A name, pronoun, person or body stands before the verb, or an insertion ends there.
fn behind_subject(f: &Frame, at: usize) -> bool {
    let Some(before) = (0..at).rev().find(|i| !f.is_passed_over(*i)) else { return false };
    let noun = f.has(before, class::ROLE | class::KINSHIP | class::ORGANISATION | class::PRONOUN | class::RELATIVE);
    noun || f.is_comma(before) || f.token(before).is_some_and(Token::is_capital)
}

/// A base form is a verb behind `to`, an auxiliary, or a subject in the plural.
fn is_verbal_base(f: &Frame, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    // "from state to state"
    if at > 1 && f.token(at - 2).is_some_and(|t| f.token(at).is_some_and(|verb| t.word == verb.word)) {
        return false;
    }
    let plural_pronoun = f.is(before, words::PLURAL);
    let plural_noun = f.word(before).ends_with('s') && !f.word(before).ends_with("ss") && !f.has(before, class::DETERMINER);
    let person = f.name_ending(0, at).is_some();
    f.is(before, words::TO)
        || is_perceived(f, at)
        || f.has(before, class::AUXILIARY | class::NEGATION)
        || plural_pronoun
        || plural_noun && !person
        || f.quote(before).is_some()
}

/// `heard somebody say`, `saw a man shout`: the verb tells what another one does whom somebody perceives.
fn is_perceived(f: &Frame, at: usize) -> bool {
    let Some(who) = phrase_before(f, at).filter(|p| p.all.end == at) else { return false };
    who.all.start.checked_sub(1).is_some_and(|i| SETS.holds(f.word(i), PERCEIVING))
}

/// `to see if`, `to close`: what somebody means to do tells of no speech, unless the verb is one of speech.
fn is_purpose(f: &Frame, at: usize, cue: Cue) -> bool {
    matches!(cue.kind, CueKind::Weak | CueKind::Show | CueKind::Think) && f.is(at.wrapping_sub(1), words::TO)
}

/// The subject of the verb at item `at`, and whether it stands behind it.
fn subject(f: &Frame, at: usize, cue: Cue, before: &[Saying]) -> Option<(Phrase, bool)> {
    if cue.kind == CueKind::Source {
        return f.is(at + 1, words::TO).then(|| phrase_after(f, at + 2)).flatten().map(|p| (p, true));
    }
    if is_passive(f, at, cue) {
        return agent(f, at).map(|p| (p, true));
    }
    if cue.tense == Tense::Gerund && !f.is(at.wrapping_sub(1), words::BE) {
        return gerund_subject(f, at, before).map(|p| (p, false));
    }
    // "…, denied it"
    let object = ["it", "him", "them", "me", "us"].contains(&f.word(at + 1));
    if behind_quotation(f, at)
        && !object
        && !f.has(at + 1, class::RELATIVE)
        && !opens_clause(f, at + 1)
        && let Some(p) = phrase_after(f, at + 1)
    {
        return Some((p, true));
    }
    // "for promising to call it": one does what one promises
    if f.is(at.wrapping_sub(1), words::TO)
        && let Some(first) = before.last().filter(|s| s.at + 2 == at && s.cue.tense == Tense::Gerund)
    {
        return Some((first.subject.clone(), false));
    }
    if is_second_verb(f, at)
        && let Some(first) = before.last().filter(|s| is_main(f, s))
    {
        return Some((first.subject.clone(), false));
    }
    if cue.kind != CueKind::Tell
        && !object
        && behind_comma(f, at)
        && !opens_clause(f, at + 1)
        && let Some(p) = closing_subject(f, at)
    {
        return Some((p, true));
    }
    subject_before(f, at).map(|p| (p, false))
}

/// `he will`, `he'll`: a pronoun with a verb of its own is what is said, and not who says it.
fn opens_clause(f: &Frame, i: usize) -> bool {
    let contracted = f.word(i).split_once(['\'', '’']).is_some_and(|(subject, _)| SETS.holds(subject, SUBJECT));
    contracted || is_pronoun(f, i) && (f.has(i + 1, class::AUXILIARY) || f.token(i + 1).is_some_and(|t| t.kind == Kind::Clitic))
}

/// `…, but said that`, `“…” and added`: the verb stands right behind the word that joins it to another one, with a quotation between the
/// two, so that it has the subject of that one.
fn is_second_verb(f: &Frame, at: usize) -> bool {
    let Some(joint) = (0..at).rev().find(|i| !f.is_passed_over(*i)).filter(|i| f.is(*i, words::THEN)) else { return false };
    const REACH: usize = 40;
    // "…, but Lee rose and said": of somebody else
    let another = |q: usize| (q + 1..joint).any(|i| is_pronoun(f, i) || f.name_starting(i).is_some());
    f.quote_before(joint).is_some_and(|q| joint - q < REACH && !another(q))
}

/// The verb of a clause that no relative pronoun begins.
fn is_main(f: &Frame, saying: &Saying) -> bool {
    let from = saying.start().saturating_sub(1);
    saying.cue.tense != Tense::Gerund && saying.cue.kind != CueKind::Source && !(from..=saying.at).any(|i| f.has(i, class::RELATIVE))
}

/// `was described (as …)`, but not `was saying`, nor `has said`.
fn is_passive(f: &Frame, at: usize, cue: Cue) -> bool {
    if cue.tense == Tense::Gerund || cue.tense == Tense::Base || f.is(at, words::QUOTED) {
        return false;
    }
    let mut i = at;
    while i > 0 && f.is_passed_over(i - 1) && !f.has(i - 1, class::AUXILIARY) {
        i -= 1;
    }
    i > 0 && f.is(i - 1, words::BE)
}

/// The phrase behind `by` that follows a passive verb at once or after a few words.
fn agent(f: &Frame, at: usize) -> Option<Phrase> {
    let by = (at + 1..f.len().min(at + 6)).take_while(|i| !f.is_comma(*i)).find(|i| f.is(*i, words::BY))?;
    phrase_after(f, by + 1)
}

/// Who does what a gerund says: `with Smith saying`, else whoever the clause before is about.
fn gerund_subject(f: &Frame, at: usize, before: &[Saying]) -> Option<Phrase> {
    if let Some(p) = at.checked_sub(1).and_then(|_| phrase_before(f, at))
        && let Some(led) = p.all.start.checked_sub(1)
        && (f.is(led, words::WITH) || can_speak(f, &p) && shows(f, led))
    {
        return Some(p);
    }
    if let Some(p) = quoted_as(f, at).or_else(|| blamed(f, at)) {
        return Some(p);
    }
    // "Asked whether he was suggesting it, Lee left, saying": what stands in an opening adverbial is not what the verb goes on with
    let opened = opening_end(f, at);
    let before = &before[before.partition_point(|s| s.at < opened)..];
    let blames = |s: &Saying| s.cue.tense == Tense::Gerund && f.word(s.at.wrapping_sub(1)) == "for";
    let last = before.iter().rev().find(|s| !tells_of_one(f, s) && !blames(s));
    last.map(|s| s.subject.clone()).or_else(|| main_subject(f, at)).or_else(|| opening_subject(f, at))
}

/// `the video showed Lee telling`: somebody is seen or heard as he speaks.
fn shows(f: &Frame, verb: usize) -> bool {
    SETS.holds(f.word(verb), SHOWING)
}

/// `angry at Lee for calling`, `praised her for saying`: it is said by whom it is held against, and not by whom another preposition joins
/// (`apologized to Lee for calling`).
fn blamed(f: &Frame, at: usize) -> Option<Phrase> {
    let led = at.checked_sub(1).filter(|i| f.word(*i) == "for")?;
    let whom = phrase_before(f, led)?;
    let object = led.checked_sub(1).filter(|i| ["him", "her", "them"].contains(&f.word(*i))).map(|i| i..i + 1);
    let person = || {
        let name = f.person_ending(whom.core.start, whom.core.end)?;
        let first = f.item_of(name, whom.all.clone())?;
        let titled = |i: &usize| f.has(*i, class::TITLE | class::ROLE) || f.is_punct(*i, &['.']);
        let before = (0..first).rev().find(|i| !titled(i));
        let joined = |i: usize| f.has(i, class::PREPOSITION) || f.is(i, words::TO);
        before.is_none_or(|i| !joined(i) || f.word(i) == "at").then(|| whom.clone())
    };
    object.map(|core| Phrase { core: core.clone(), all: core }).or_else(person)
}

/// The item behind the comma that closes what somebody was asked at the head of the frame, before item `at`; 0 without it.
fn opening_end(f: &Frame, at: usize) -> usize {
    const REACH: usize = 40;
    let opens = ["Asked", "Pressed", "Questioned"].contains(&f.word(0));
    let comma = || (1..at.min(REACH)).find(|i| f.is_punct(*i, &[',']));
    if opens { comma().map_or(0, |i| i + 1) } else { 0 }
}

/// A verb by which one makes another speak.
pub fn is_citing(f: &Frame, verb: usize) -> bool {
    SETS.holds(f.word(verb), CITING)
}

/// The person of whom others report words: `quoted him as saying`, `was quoted as saying`.
fn quoted_as(f: &Frame, at: usize) -> Option<Phrase> {
    const REACH: usize = 10;
    let r#as = at.checked_sub(1).filter(|i| f.is(*i, words::AS))?;
    let cited = (r#as.saturating_sub(REACH)..r#as).rev().find(|i| is_citing(f, *i))?;
    if f.is(cited.wrapping_sub(1), words::BE) {
        return subject_before(f, cited);
    }
    let whom = phrase_after(f, cited + 1).filter(|p| p.all.end <= r#as);
    let him = |p: &Phrase| p.core.len() == 1 && gender_of_pronoun(f.word(p.core.start)).is_some();
    whom.filter(|p| can_speak(f, p) || him(p)).or_else(|| {
        let object = cited + 1..cited + 2;
        gender_of_pronoun(f.word(cited + 1)).map(|_| Phrase { core: object.clone(), all: object })
    })
}

/// `was the one who wrote the note`: a clause on somebody whom the sentence has as its subject already.
fn tells_of_one(f: &Frame, saying: &Saying) -> bool {
    f.is(saying.at.wrapping_sub(1), words::RELATIVE) && ["one", "ones", "those"].contains(&f.word(saying.subject.core.start))
}

/// Only adverbs, commas or a dash stand between a quotation and the verb.
fn behind_quotation(f: &Frame, at: usize) -> bool {
    let mut i = at;
    while i > 0 && (f.is_comma(i - 1) || f.is_passed_over(i - 1)) {
        i -= 1;
    }
    i > 0 && f.quote(i - 1).is_some()
}

/// `…, said Trump`: the verb stands right behind a comma.
fn behind_comma(f: &Frame, at: usize) -> bool {
    at > 0 && f.is_punct(at - 1, &[','])
}

/// The phrase behind the verb, when the sentence or clause ends with it.
fn closing_subject(f: &Frame, at: usize) -> Option<Phrase> {
    if f.has(at + 1, class::PREPOSITION | class::RELATIVE) {
        return None;
    }
    let p = phrase_after(f, at + 1)?;
    let end = p.all.end;
    // "…, criticized the study as “…”"
    if f.is(end, words::AS) && (f.quote(end + 1).is_some() || f.quote(end + 2).is_some()) {
        return None;
    }
    let ends = end >= f.len() || f.is_punct(end, &['.', ',', ';', '?', '!', '—', '–', '(']) || f.is(end, words::BEHIND);
    (ends && f.token(p.core.start).is_some_and(|t| t.is_capital() || t.is(class::ARTICLE | class::PRONOUN))).then_some(p)
}
