//! Whether what is told happened: modality, as the words before a verb or noun give it.

use super::party::Party;
use super::scene::Scene;
use crate::claim::Modality;
use crate::lexicon::class;
use crate::lexicon::event_words as sets;

/// What an auxiliary or adverb says.
fn of_word(scene: &Scene, i: usize) -> Option<Modality> {
    let is = |list: &[&str]| scene.is(i, list);
    if scene.has(i, class::NEGATION) {
        // "not only killed": it did happen.
        return (!scene.is(i + 1, &["only", "just", "merely", "simply"])).then_some(Modality::Negated);
    }
    if is(&["will", "shall", "'ll", "he'll", "she'll", "they'll", "it'll"]) {
        return Some(Modality::Planned);
    }
    if is(&["would", "may", "might", "can", "could", "should", "must", "perhaps", "possibly", "ought", "nearly", "almost"]) {
        return Some(Modality::Possible);
    }
    is(&["reportedly", "allegedly", "apparently", "purportedly", "supposedly"]).then_some(Modality::Claimed)
}

/// What two words on one verb say together: that it did not happen weighs most.
pub fn stronger(a: Modality, b: Modality) -> Modality {
    let rank = |m: Modality| match m {
        Modality::Done => 0,
        Modality::Claimed => 1,
        Modality::Possible => 2,
        Modality::Planned => 3,
        Modality::Cancelled => 4,
        Modality::Denied => 5,
        Modality::Negated => 6,
    };
    if rank(a) >= rank(b) { a } else { b }
}

/// The words before a verb that belong to it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Group {
    /// Its first token.
    pub start: usize,
    pub be: bool,
    pub have: bool,
    /// `do`, a modal verb or `to`: what follows is a base form.
    pub bare: bool,
    /// The token of `to`.
    pub to: Option<usize>,
    /// `would`: in reported speech what was then to come.
    pub would: bool,
    pub modality: Modality,
}

/// Reads the auxiliaries and adverbs before the verb at token `at`.
pub fn group(scene: &Scene, at: usize) -> Group {
    const LONGEST: usize = 8;
    let mut g = Group { start: at, be: false, have: false, bare: false, to: None, would: false, modality: Modality::Done };
    while g.start > scene.tokens.start && at - g.start < LONGEST {
        let i = g.start - 1;
        if scene.is(i, &["to"]) {
            (g.to, g.start, g.bare) = (Some(i), i, true);
            break;
        }
        let auxiliary = scene.has(i, class::AUXILIARY);
        let noun_of_month = scene.is(i, &["may"]) && scene.token(i).is_some_and(|t| t.is_capital());
        if noun_of_month || !auxiliary && !scene.is_adverb(i) && !scene.is(i, &["not", "'ll"]) {
            break;
        }
        g.would |= scene.is(i, &["would"]);
        if let Some(said) = of_word(scene, i) {
            g.modality = stronger(g.modality, said);
        }
        if auxiliary {
            // The auxiliary nearest to the verb decides about its form.
            let first = !(g.be || g.have || g.bare);
            let be =
                ["is", "are", "was", "were", "be", "been", "being", "am", "isn't", "aren't", "wasn't", "weren't", "he's", "she's", "it's"];
            let have = ["has", "have", "had", "having", "hasn't", "haven't", "hadn't"];
            match () {
                _ if first && scene.is(i, &be) => g.be = true,
                _ if first && scene.is(i, &have) => g.have = true,
                _ if first => g.bare = true,
                _ => {}
            }
        }
        g.start = i;
    }
    g
}

/// What the words before `to` and a verb make of it.
pub struct Control {
    pub modality: Modality,
    /// The token before which its subject ends, if the words say who that is.
    pub subject_end: Option<usize>,
}

/// Reads the words before `to` (at token `to`), verbs that govern each other in turn: `plans to try to meet`.
pub fn governed(scene: &Scene, to: usize) -> Control {
    const DEEPEST: usize = 4;
    let mut all = Control { modality: Modality::Done, subject_end: Some(to) };
    let mut next = Some(to);
    for _ in 0..DEEPEST {
        let Some(to) = next else { break };
        let (control, further) = governor(scene, to);
        all = Control { modality: stronger(all.modality, control.modality), ..control };
        next = further;
    }
    all
}

/// What the word before one `to` says, and the `to` before that word, if it has one.
fn governor(scene: &Scene, to: usize) -> (Control, Option<usize>) {
    // "refused to", "refused again to", "refused on Monday to"
    let mut i = behind_day(scene, to);
    while i > scene.tokens.start && (scene.is_adverb(i - 1) && !scene.is(i - 1, &["yet"])) {
        i -= 1;
    }
    let control = |modality, subject_end| Control { modality, subject_end };
    let Some(word) = i.checked_sub(1).filter(|g| *g >= scene.tokens.start) else { return (control(Modality::Possible, Some(to)), None) };
    if let Some(name) = scene.name_ending(i) {
        // "Norway to host summit"
        let titles = |j: usize| scene.has(j, class::ROLE | class::TITLE) || scene.is_punct(j, &['.']);
        if (scene.tokens.start..name.tokens.start).all(titles) {
            return (control(Modality::Planned, Some(i)), None);
        }
        let forced = scene.is(name.tokens.start.wrapping_sub(1), &["forced", "forcing"]);
        return (control(if forced { Modality::Done } else { Modality::Possible }, Some(i)), None);
    }
    // "was to visit"
    if scene.is(word, &["is", "are", "was", "were"]) {
        return (control(Modality::Planned, Some(group(scene, word).start)), None);
    }
    if let Some(noun) = noun_before(scene, word) {
        return (control(noun.modality, noun.subject_end), None);
    }
    let said = [(sets::PLANS, Modality::Planned), (sets::DID, Modality::Done), (sets::DID_NOT, Modality::Negated)];
    let modality = said.iter().find(|(set, _)| scene.among(word, *set)).map_or(Modality::Possible, |(_, m)| *m);
    let outer = group(scene, word);
    let modality = if outer.modality == Modality::Negated { denied(scene, word, &outer, modality) } else { modality };
    (control(modality, Some(outer.start)), outer.to)
}

/// What a negation of the verb at token `word` says of the act behind it. `said`: what the verb says of it without the negation. An act
/// that was not meant, wanted or planned may have been done all the same (`did not mean to shoot`); of what one does not plan it is told
/// that it will not be done.
fn denied(scene: &Scene, word: usize, group: &Group, said: Modality) -> Modality {
    // "did not manage to": of the verbs that say that it was done the table has the past forms
    let implies = scene.is(word, &["begin", "come", "continue", "go", "happen", "manage", "proceed", "start"]);
    let past = (group.start..word).any(|i| scene.is(i, &["did", "didn't", "had", "hadn't"]));
    match said {
        Modality::Done => Modality::Negated,
        _ if implies => Modality::Negated,
        Modality::Planned if !past => Modality::Negated,
        // "was not forced to", "was not allowed to"
        _ if group.be => Modality::Negated,
        _ => Modality::Possible,
    }
}

/// Where the words before a day end that stands right behind a verb and before token `at`.
fn behind_day(scene: &Scene, at: usize) -> usize {
    let Some(day) = scene.date_ending(at).filter(|d| d.tokens.start > scene.tokens.start) else { return at };
    let verb = day.tokens.start - scene.is(day.tokens.start - 1, &["on", "in"]) as usize;
    let known = sets::PLANS.and(sets::DID).and(sets::DID_NOT);
    if verb > scene.tokens.start && scene.among(verb - 1, known) { verb } else { at }
}

/// A noun before `to`: what somebody has set out to do (`signed an agreement to buy`, `his decision to leave`) belongs to the owner of the
/// noun or the subject of the verb before it; with other nouns the doer is not known (`the coalition to defeat`).
fn noun_before(scene: &Scene, noun: usize) -> Option<Control> {
    let start = scene.phrase_start(noun);
    let before = noun.checked_sub(1).filter(|i| *i >= scene.tokens.start)?;
    let owner = (start..noun).rev().find(|i| scene.is_clitic(*i));
    let determined = scene.has(start, class::ARTICLE | class::DETERMINER) || owner.is_some();
    let carried = |i: usize| scene.is_lower(i) && (scene.among(i, sets::SUPPORTS.and(sets::CLAIMS)) || scene.has(i, class::EVENT));
    let verb = [before, start.wrapping_sub(1)].into_iter().find(|i| carried(*i));
    let listed = scene.among(noun, sets::AIMS.and(sets::BALKS));
    // "the government plans to": a verb, whose form is a noun's too.
    let doubtful = scene.among(noun, sets::PLANS) && !(owner == Some(before) || scene.has(before, class::ARTICLE | class::DETERMINER));
    if listed && (!doubtful || verb == Some(before)) {
        let modality = if scene.among(noun, sets::BALKS) { Modality::Negated } else { Modality::Planned };
        let subject_end = owner.or_else(|| verb.map(|v| group(scene, v).start));
        return Some(Control { modality, subject_end });
    }
    let verbal = class::VERB | class::CUE | class::ATTITUDE | class::EVENT | class::TENSE;
    let word = scene.word(noun);
    let plain = !scene.has(noun, verbal) && !word.ends_with("ed") && !word.ends_with('s') && scene.is_lower(noun);
    let known = scene.among(noun, sets::PLANS.and(sets::DID).and(sets::DID_NOT));
    (determined && plain && !known && start < noun).then_some(Control { modality: Modality::Possible, subject_end: None })
}

/// Whether an `if`, `whether` or `unless` opens the clause that holds token `at`.
pub fn is_supposed(scene: &Scene, at: usize) -> bool {
    const REACH: usize = 14;
    let from = at.saturating_sub(REACH).max(scene.tokens.start);
    let clause = (from..at).rev().take_while(|i| !scene.is_punct(*i, &[',', ';', ':']));
    // "if he had seen how Anna Holm was killed": of the words that open clauses the nearest counts.
    let opens = |i: &usize| scene.is(*i, &["when", "because", "after", "how", "where", "although", "though"]);
    // "It was not until June that he was arrested": he was.
    let at_last = |i: usize| scene.is(i, &["until"]) && scene.has(i.wrapping_sub(1), class::NEGATION);
    clause.take_while(|i| !opens(i)).any(|i| scene.is(i, &["if", "whether", "unless", "until", "lest"]) && !at_last(i))
        || is_inverted(scene, from, at)
}

/// `Had the guard not pulled the lever, …`: a condition that an auxiliary opens, before its subject.
fn is_inverted(scene: &Scene, from: usize, at: usize) -> bool {
    let ends = |i: usize| scene.token(i).is_some_and(|t| t.punct().is_some()) || scene.has(i, class::CONJUNCTION);
    let Some(first) = (from..at).rev().find(|i| scene.is(*i, &["had", "were", "should"])) else { return false };
    let subject = scene.has(first + 1, class::ARTICLE | class::DETERMINER | class::PRONOUN) || scene.name_starting(first + 1).is_some();
    let noun = !scene.has(first + 1, class::AUXILIARY | class::NEGATION) && !scene.is_adverb(first + 1);
    let opens = first == scene.tokens.start || ends(first - 1) || scene.is(first - 1, &["that"]);
    // "would have hit the wall had the guard not pulled"
    let result = || (from..first).any(|i| scene.is(i, &["would", "could", "might"]));
    let one_clause = !(first + 1..at).any(|i| ends(i) && !scene.is_punct(i, &['’', '-']));
    one_clause && first + 1 < at && (opens && (subject || noun && first == scene.tokens.start) || subject && result())
}

/// A noun of what may be holds the clause whose verb begins at token `verb`, which so tells nothing: `a possibility that he would be
/// charged`, `the prospect of having a veto overridden`.
pub fn is_chance(scene: &Scene, verb: usize) -> bool {
    const REACH: usize = 12;
    let from = verb.saturating_sub(REACH).max(scene.tokens.start + 1);
    let quoted = |i: usize| scene.is_punct(i, &['”', '’']) as usize;
    let noun = |i: usize| scene.among((i - 1).saturating_sub(quoted(i - 1)), sets::CHANCES);
    // "the threat of a storm closed the road": a verb behind the phrase is not held by the noun
    let events = &scene.cx.lexicon.events;
    let acts = |k: usize| scene.has(k, class::EVENT) && events.noun(scene.cx.tokens.all, k).is_none();
    let free = |mut between: std::ops::Range<usize>| between.all(|k| !scene.is_verbal(k) && !scene.is_past(k) && !acts(k));
    let suffers = |i: usize| scene.is(i + 1, &["having"]) && free(i + 2..verb);
    let holds = |i: usize| scene.is(i, &["that"]) && free(i + 1..verb) || scene.is(i, &["of"]) && (i + 1 == verb || suffers(i));
    (from..verb).rev().take_while(|i| !scene.is_punct(*i, &[',', ';', ':'])).any(|i| noun(i) && holds(i))
}

/// The modality of what others have done to somebody, by the words before the verb at token `verb`: `never had a veto | overridden`.
pub fn suffered(scene: &Scene, verb: usize) -> Modality {
    let has =
        |party: &Party| party.start.checked_sub(1).filter(|i| *i >= scene.tokens.start && scene.is(*i, &["had", "has", "have", "having"]));
    let party = scene.party_before(verb);
    let wished = || party.as_ref().is_some_and(|p| (p.start.saturating_sub(1)..p.head).any(|i| is_wish(scene, i)));
    match party.as_ref().and_then(has) {
        Some(have) => group(scene, have).modality,
        // "they want police banned from carrying guns"
        None if wished() => Modality::Possible,
        None => Modality::Done,
    }
}

/// A verb of wishing at token `i`, and no noun.
fn is_wish(scene: &Scene, i: usize) -> bool {
    let noun = scene.has(i.wrapping_sub(1), class::ARTICLE | class::DETERMINER);
    scene.is_lower(i) && scene.among(i, sets::POSSIBLE.and(sets::THOUGHTS)) && !scene.is(i, &["any", "possible"]) && !noun
}

/// Somebody only thinks, hopes or fears what the verb tells whose verbal group begins at token `from`: `believes that Anna Holm | resigned`.
pub fn is_thought(scene: &Scene, from: usize) -> bool {
    const REACH: usize = 8;
    let stop = from.saturating_sub(REACH).max(scene.tokens.start);
    let inner = |i: &usize| !scene.is_verbal(*i) && !scene.has(*i, class::CONJUNCTION) && !scene.is_punct(*i, &[',', ';', ':', '“', '”']);
    let noun =
        |i: usize| scene.has(i.wrapping_sub(1), class::ARTICLE | class::DETERMINER | class::NUMBER) || scene.is_clitic(i.wrapping_sub(1));
    // "a man suspected of having stabbed Anna Holm was arrested" tells that he was
    let clause = |i: usize| i + 1 < from && !scene.has(i + 1, class::PREPOSITION) && !scene.is(i + 1, &["to"]);
    let thinks = |i: usize| scene.is_lower(i) && scene.among(i, sets::THOUGHTS) && clause(i) && !noun(i);
    // "expected more from a team that signed": another clause, whereas in "believed that a team signed" the word opens the thought
    let relative = |i: usize| scene.has(i, class::RELATIVE) || scene.is(i, &["that"]);
    let opens = |i: usize| scene.among(i.wrapping_sub(1), sets::THOUGHTS);
    (stop..from).rev().take_while(|i| inner(i) && (!relative(*i) || opens(*i))).any(thinks)
}

/// A question tells nothing: `Did Anna Holm resign?`
pub fn is_asked(scene: &Scene) -> bool {
    const MARKS: usize = 3;
    (scene.tokens.end.saturating_sub(MARKS)..scene.tokens.end).any(|i| scene.is_punct(i, &['?']))
}

/// `when he is sentenced`: a present passive behind a word of time is still to come; so is `that he be sentenced`.
pub fn is_awaited(scene: &Scene, group: &Group) -> bool {
    const REACH: usize = 6;
    let from = group.start.saturating_sub(REACH).max(scene.tokens.start);
    let present = scene.is(group.start, &["is", "are", "'s"]);
    let wished = group.be && scene.is(group.start, &["be"]);
    wished || group.be && present && (from..group.start).any(|i| scene.is(i, &["when", "once", "until"]))
}
