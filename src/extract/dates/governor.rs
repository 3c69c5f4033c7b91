//! What a date goes with: the verb of its clause, or the noun that it stands beside.
//!
//! There is no parse tree. The verb is the nearest before the date that its clause holds, participles that only describe passed over ("a
//! man suspected of killing her on Monday" is what was said of the man); behind a bare auxiliary, or at the head of a sentence, it is the
//! first behind. A noun governs where the date stands in its phrase: "Tuesday's talks", "a November release date", "the shooting of two
//! people on Saturday sparked riots".

use std::ops::Range;

use crate::extract::events::scene::Scene;
use crate::lexicon::stem::is_irregular_form;
use crate::lexicon::tense::TenseWord;
use crate::lexicon::{class, word_sets};
use crate::text::{Token, Tokens, form};

word_sets! {
    OPENING_ASIDE = 0: "opening_aside";
    OPENING_RELATIVE = 1: "opening_relative";
    /// Participles that only say who or what is meant.
    TOLD_OF = 2: "told_of";
    /// Words before the base form of a verb, as `to` and `not` are.
    MODAL = 3: "modal";
    /// Auxiliaries before a participle.
    CARRYING = 4: "carrying_participle";
}

/// How far from its date a verb may stand.
const VERB_REACH: usize = 16;

/// What governs a date, as tokens.
#[derive(Debug, Clone)]
pub enum Governor {
    /// A noun with the year before it that is part of its name: `2016 election`.
    Numbered(Range<usize>),
    /// The noun phrase of which the date is an attribute.
    Noun(Range<usize>),
    Verb(usize),
}

impl Governor {
    /// The governor of the date at these tokens; `None` where the sentence has no verb or noun near it.
    pub fn of(scene: &Scene, at: &Range<usize>) -> Option<Governor> {
        numbered_noun(scene, at)
            .or_else(|| owned_noun(scene, at))
            .or_else(|| noun_before(scene, at))
            .or_else(|| what_there_was(scene, at))
            .or_else(|| verb(scene, at).map(Governor::Verb))
    }
}

/// `the 2016 election`, `a 2008 Bentley`: a year that belongs to the noun behind it dates nothing else.
fn numbered_noun(scene: &Scene, date: &Range<usize>) -> Option<Governor> {
    const REACH: usize = 4;
    let (year, next) = (date.end - 1, date.end);
    let alone = scene.token(year).is_some_and(Token::is_number) && scene.word(year).len() == 4 && date.len() <= 2;
    let before = date.start.wrapping_sub(1);
    let determined = scene.has(before, class::ARTICLE | class::DETERMINER | class::PRONOUN) || scene.is_clitic(before) || date.len() == 2;
    let noun = phrase(scene, next, next + REACH).filter(|_| alone && !is_verb(scene, next))?;
    let lower = scene.is_lower(next) && !scene.has(noun.end, class::AUXILIARY);
    let named = determined && scene.token(next).is_some_and(Token::is_capital);
    (lower || named).then_some(Governor::Numbered(year..noun.end))
}

/// `Tuesday's talks`, `the Nov. 5 attack`, `a November release date`: the phrase behind the date.
fn owned_noun(scene: &Scene, date: &Range<usize>) -> Option<Governor> {
    const REACH: usize = 5;
    let owned = scene.is_clitic(date.end);
    let start = date.end + usize::from(owned || is_full_attribute(scene, date));
    let told = |i: usize| scene.has(i, class::EVENT) && scene.is_lower(i) || scene.is(i, &["date"]);
    // "attacks" is a verb of speech as well
    // "swearing-in", "break-in"
    let joined = |i: usize| i > start && (scene.is_punct(i, &['-']) || scene.is_punct(i - 1, &['-']));
    let belongs = |i: &usize| is_noun(scene, *i) && (*i == start || !is_verb(scene, *i)) || told(*i) || joined(*i);
    let last = (start..(start + REACH).min(scene.tokens.end)).take_while(belongs).last()?;
    let noun = start..last + 1;
    let attribute = is_attribute(scene, date);
    let verb = is_verb(scene, start) && !(attribute && told(start));
    // "the Nov. 8 elections", "the June 20 plea deal"
    let named = scene.has(date.start.wrapping_sub(1), class::ARTICLE) || scene.has(date.start, class::ARTICLE);
    let named = named && date.clone().any(|i| scene.has(i, class::MONTH | class::WEEKDAY)) && is_noun(scene, start);
    let lower = scene.is_lower(start) && !verb && (named || told(start) || noun.len() > 1 && told(last));
    let free = attribute || scene.is(last, &["date"]) || !scene.has(noun.end, class::AUXILIARY);
    (owned || lower && free).then_some(Governor::Noun(noun))
}

/// The comma behind a year ends no phrase: "the Sept. 4, 2012, attack".
fn is_full_attribute(scene: &Scene, date: &Range<usize>) -> bool {
    let year = scene.token(date.end - 1).is_some_and(Token::is_number) && scene.word(date.end - 1).len() == 4;
    let comma = scene.is_punct(date.end, &[',']);
    let noun = (is_noun(scene, date.end + 1) || scene.has(date.end + 1, class::EVENT)) && scene.is_lower(date.end + 1);
    let article = scene.has(date.start, class::ARTICLE);
    // "the 12th of May, 2012," is a day by itself
    let month = scene.has(date.start + usize::from(article), class::MONTH);
    year && comma && noun && month && date.len() > 2 && (article || scene.has(date.start.wrapping_sub(1), class::ARTICLE))
}

/// The date stands where only an attribute can: behind an article, a possessor or an adjective.
fn is_attribute(scene: &Scene, date: &Range<usize>) -> bool {
    let before = date.start.wrapping_sub(1);
    let function = class::PREPOSITION | class::CONJUNCTION | class::AUXILIARY | class::CUE;
    let described = scene.is_lower(before) && !scene.has(before, function) && !is_verb(scene, before) && !scene.is_adverb(before);
    let determined = scene.has(before, class::ARTICLE | class::DETERMINER) || scene.is_clitic(before);
    determined || scene.has(date.start, class::ARTICLE) || described && before > scene.tokens.start
}

/// The noun of an event in whose phrase the date stands, where the verb of the sentence comes behind both: "the fatal shooting of two
/// people on Saturday sparked riots".
fn noun_before(scene: &Scene, date: &Range<usize>) -> Option<Governor> {
    let from = date.start.saturating_sub(VERB_REACH).max(scene.tokens.start);
    let open = (from..date.start).rev().take_while(|i| !ends_clause(scene, *i) && !is_verb(scene, *i) && !scene.has(*i, class::AUXILIARY));
    let noun = open.filter(|i| is_event_noun(scene, *i)).last()?;
    let follows = date.end + usize::from(scene.is_punct(date.end, &[',']));
    let governed = scene.has(follows, class::AUXILIARY) || is_verb(scene, follows);
    governed.then_some(Governor::Noun(noun..noun + 1))
}

/// What there was on a date: "there were six arrests on Wednesday", whoever says so.
fn what_there_was(scene: &Scene, date: &Range<usize>) -> Option<Governor> {
    let open = |i: &usize| (!is_verb(scene, *i) || scene.has(*i, class::EVENT)) && !scene.is_punct(*i, &[',']);
    let be = clause_before(scene, date.start, VERB_REACH).take_while(open).find(|i| scene.is(i.wrapping_sub(1), &["there", "been"]))?;
    let been = scene.is(be - 1, &["been"]);
    let told = if been { (be.saturating_sub(3)..be).any(|i| scene.is(i, &["there"])) } else { scene.has(be, class::AUXILIARY) };
    let behind = if been { be } else { be + 1 };
    let noun = (behind..date.start).filter(|i| (is_noun(scene, *i) || scene.has(*i, class::EVENT)) && scene.is_lower(*i));
    let noun = noun.clone().find(|i| scene.has(*i, class::EVENT)).or_else(|| noun.clone().next()).filter(|_| told)?;
    Some(Governor::Noun(noun..noun + 1))
}

/// A noun of what happened behind an article, or before "of": "the shooting", "police killing of".
fn is_event_noun(scene: &Scene, i: usize) -> bool {
    const DESCRIBED: usize = 3;
    let determined =
        || (1..=DESCRIBED).any(|n| scene.has(i.wrapping_sub(n), class::ARTICLE | class::DETERMINER) || scene.is_clitic(i.wrapping_sub(n)));
    scene.has(i, class::EVENT) && scene.is_lower(i) && (scene.is(i + 1, &["of"]) || determined())
}

/// Where the clause begins that says what happened on a date which ends before token `end`: "in May, when | the ferry sank".
pub fn clause_behind(tokens: Tokens, end: usize) -> Option<usize> {
    let comma = tokens.get(end).is_some_and(|t| t.is_punct(','));
    let when = end + usize::from(comma);
    tokens.is(when, "when").then_some(when + 1)
}

fn verb(scene: &Scene, date: &Range<usize>) -> Option<usize> {
    if let Some(start) = clause_behind(scene.cx.tokens, date.end) {
        return (start..(start + VERB_REACH).min(scene.tokens.end)).take_while(|i| !ends_clause(scene, *i)).find(|i| is_verb(scene, *i));
    }
    let awaited = scene.has(head(scene, date.start).wrapping_sub(1), class::AUXILIARY) || opens_clause(scene, date.start);
    let behind = || verb_behind(scene, date);
    awaited.then(behind).flatten().or_else(|| verb_before(scene, date.start)).or_else(|| participle_before(scene, date)).or_else(behind)
}

/// What was done to a noun, of which the sentence goes on to tell behind the date, whatever names stand between: "a letter sent from Lee's
/// lawyer to the deputy head of the board on May 4 asking".
fn participle_before(scene: &Scene, date: &Range<usize>) -> Option<usize> {
    const FAR: usize = 2 * VERB_REACH;
    let goes_on = scene.word(date.end).ends_with("ing") && scene.is_lower(date.end);
    let verb = clause_before(scene, date.start, FAR).filter(|_| goes_on).find(|i| is_verb(scene, *i) && !describes(scene, *i))?;
    let noun = is_noun(scene, verb - 1) && scene.is_lower(verb - 1);
    (noun && scene.has(verb + 1, class::PREPOSITION)).then_some(verb)
}

/// The token at which the phrase of a date begins, its preposition among it.
pub fn head(scene: &Scene, start: usize) -> usize {
    start - usize::from(scene.has(start.wrapping_sub(1), class::PREPOSITION))
}

/// "met Lee and on Monday signed the deal", "but Monday, the judge ruled", "they say that on Monday the ferry sank": what comes behind is
/// dated.
fn opens_clause(scene: &Scene, start: usize) -> bool {
    let before = head(scene, start).wrapping_sub(1);
    let listed = scene.dates.iter().any(|d| d.tokens.end == before);
    let told = scene.is(before, &["that"]) && is_verb(scene, before.wrapping_sub(1));
    scene.has(before, class::CONJUNCTION) && !listed || told
}

/// The nearest verb before, or that of the sentence where the nearest only tells what somebody was doing meanwhile: "was shot as he walked
/// home on Monday".
pub fn verb_before(scene: &Scene, start: usize) -> Option<usize> {
    const NESTED: usize = 3;
    let nearest = |end: usize| clause_before(scene, end, VERB_REACH).find(|i| is_verb(scene, *i) && !describes(scene, *i));
    std::iter::successors(nearest(start), |verb| meanwhile(scene, *verb).and_then(nearest)).take(NESTED).last()
}

/// The tokens of the clause before one, the nearest first; what stands in brackets is passed over, and a relative clause between commas.
fn clause_before<'s>(scene: &'s Scene, end: usize, reach: usize) -> impl Iterator<Item = usize> + 's {
    let from = end.saturating_sub(reach).max(scene.tokens.start);
    let (mut bracketed, mut aside) = (false, usize::MAX);
    let outside = move |i: usize| {
        bracketed |= scene.is_punct(i, &[')']);
        if i < aside {
            aside = relative_clause_ending(scene, i).unwrap_or(aside);
        }
        let skipped = bracketed || i > aside;
        bracketed &= !scene.is_punct(i, &['(']);
        Some((i, skipped))
    };
    let tokens = (from..end).rev().map_while(outside).filter(|(_, skipped)| !skipped).map(|(i, _)| i);
    // 17:06 has a colon
    tokens.take_while(|i| !ends_clause(scene, *i) || scene.date_at(*i).is_some())
}

/// The token before the relative clause which the comma at token `close` ends: "followed the man, whom he knew, to a yard on Monday".
fn relative_clause_ending(scene: &Scene, close: usize) -> Option<usize> {
    const LONGEST: usize = 14;
    let comma = |i: usize| scene.is_punct(i, &[',']);
    let from = close.saturating_sub(LONGEST).max(scene.tokens.start);
    let inside = (from + 1..close).rev().filter(|_| comma(close)).take_while(|i| !ends_clause(scene, *i) && !comma(*i));
    inside.filter(|i| scene.is(*i, &["who", "whom", "whose", "which", "where"])).map(|i| i - 1).last()
}

/// The `as` or `while` that opens the clause of a verb: "as he walked", "while jogging", "while on the way to see".
fn meanwhile(scene: &Scene, verb: usize) -> Option<usize> {
    const REACH: usize = 8;
    let own = |i: &usize| !scene.is_punct(*i, &[',']) && (*i == verb || !is_verb(scene, *i));
    let opens = |i: &usize| {
        let who = scene.is(i + 1, &["he", "she", "they", "it", "we"]);
        scene.is(*i, &["while"]) && (who || scene.is(i + 1, &["on"]) || scene.word(i + 1).ends_with("ing")) || scene.is(*i, &["as"]) && who
    };
    let opener = clause_before(scene, verb, REACH).take_while(own).find(opens)?;
    (!scene.is_punct(opener.wrapping_sub(1), &[','])).then_some(opener)
}

/// The first verb behind; a date that does not open its sentence has none behind a comma.
fn verb_behind(scene: &Scene, date: &Range<usize>) -> Option<usize> {
    const OPENING: usize = 3;
    if date.start < scene.tokens.start + OPENING || opens_clause(scene, date.start) {
        return opened(scene, date).map(|o| o.verb);
    }
    // "has been a refuge since 1987 and often takes children": the second verb is of another time
    let joins = |i: usize| scene.is(i, &["and", "but"]) && scene.date_at(i + 1).is_none();
    let comma = |i: usize| scene.is_punct(i, &[',']);
    let ends = |i: &usize| ends_clause(scene, *i) || comma(*i) || joins(*i);
    let enclosed = comma(head(scene, date.start).wrapping_sub(1)) && comma(date.end);
    (date.end + usize::from(enclosed)..(date.end + VERB_REACH).min(scene.tokens.end)).take_while(|i| !ends(i)).find(|i| is_verb(scene, *i))
}

/// The clause behind a date that opens its sentence.
pub struct Opened {
    /// Where its subject stands, with its appositions.
    pub subject: Range<usize>,
    pub verb: usize,
    /// Something is told in between that the date does not date.
    pub aside: bool,
}

/// The subject and the verb behind a date that opens a sentence or clause. What commas enclose is passed over: "On Monday, after the talks
/// failed, the mayor, Ann Lee, who has led the town for years, resigned".
pub fn opened(scene: &Scene, date: &Range<usize>) -> Option<Opened> {
    const LONGEST: usize = 64;
    let comma = |i: usize| scene.is_punct(i, &[',']);
    let to = (date.end + LONGEST).min(scene.tokens.end);
    let closing = |from: usize| (from..to).take_while(|i| !ends_clause(scene, *i)).find(|i| comma(*i));
    let mut at = date.end + usize::from(comma(date.end));
    if opens_aside(scene, at) {
        at = closing(at).map_or(at, |close| close + 1);
    }
    let (start, mut told, mut subject) = (at, 0, None);
    while at < to && told < VERB_REACH && !ends_clause(scene, at) {
        let clause = comma(at) && opens_relative(scene, at + 1);
        if let Some(close) = closing(at + 1).filter(|_| clause) {
            subject.get_or_insert(at);
            at = close;
        }
        if is_verb(scene, at) {
            return Some(Opened { subject: start..subject.unwrap_or(at), verb: at, aside: subject.is_some() || start > date.end + 1 });
        }
        (at, told) = (at + 1, told + 1);
    }
    None
}

/// A clause or phrase that says when, why or how: "after the talks failed", "hours before the vote".
fn opens_aside(scene: &Scene, at: usize) -> bool {
    const MEASURED: usize = 3;
    let measured = (at..at + MEASURED).take_while(|i| scene.has(*i, class::NUMBER | class::ARTICLE | class::TEMPORAL)).count();
    scene.is_in(at + measured, &SETS, OPENING_ASIDE)
}

/// A clause that says more of the subject, or who else is meant.
fn opens_relative(scene: &Scene, at: usize) -> bool {
    scene.is_in(at, &SETS, OPENING_RELATIVE)
}

/// A participle behind its noun that only says who or what is meant: "a man accused of", "Lee, identified as".
fn describes(scene: &Scene, i: usize) -> bool {
    const LINKS: [&str; 6] = ["of", "with", "as", "for", "in", "to"];
    let carried = (1..=2).any(|n| scene.has(i.wrapping_sub(n), class::AUXILIARY));
    scene.is_in(i, &SETS, TOLD_OF) && scene.is(i + 1, &LINKS) && !carried
}

/// Where a clause ends for certain.
pub fn ends_clause(scene: &Scene, i: usize) -> bool {
    scene.is_punct(i, &[';', ':', '"', '“', '”', '(', ')', '—', '–'])
}

/// The base form behind a modal verb or `to`: `will appear`, `is due to open`.
fn is_base_form(scene: &Scene, i: usize) -> bool {
    let on_the_way = scene.is(i.wrapping_sub(1), &["to"]) && scene.is(i.wrapping_sub(2), &["way"]);
    let plural = scene.word(i).ends_with('s') && !scene.word(i).ends_with("ss");
    let before = i.wrapping_sub(1);
    let led = scene.is_in(before, &SETS, MODAL) || scene.is(before, &["to", "not"]);
    is_noun(scene, i) && led && !on_the_way && !plural && !scene.is(i, &["be", "have"])
}

/// A verb in the past or of the tables, and no participle before a noun that it describes.
pub fn is_verb(scene: &Scene, i: usize) -> bool {
    let Some(t) = scene.token(i).filter(|t| t.is_word() && !t.is_capital() && !t.is(class::AUXILIARY)) else { return false };
    let told = scene.cx.lexicon.tense.get(t);
    let past = matches!(told, Some(TenseWord::Past | TenseWord::Bare)) && !scene.is(i, &["ago", "since"]);
    let set = scene.is(i, &["set"]) && scene.has(i.wrapping_sub(1), class::AUXILIARY);
    let formed = t.end - t.start > 4 && scene.word(i).ends_with("ed") && !t.is(class::NUMBER);
    // "what", "which" and "that" are determiners too, but before a verb they are its subject
    let before = i.wrapping_sub(1);
    let determined = scene.has(before, class::ARTICLE | class::DETERMINER) && !scene.is(before, &["what", "which", "that"]);
    let described = determined || scene.is_punct(i + 1, &['-']);
    (past
        || set
        || formed
        || is_irregular_participle(scene, i)
        || is_base_form(scene, i)
        || t.is(class::CUE) && !scene.is(i, &["according"]))
        && !described
}

/// "was chosen", "has been driven": a participle that no rule of spelling gives, behind its auxiliary.
fn is_irregular_participle(scene: &Scene, i: usize) -> bool {
    let before = if scene.is_adverb(i.wrapping_sub(1)) { i.wrapping_sub(2) } else { i.wrapping_sub(1) };
    scene.is_in(before, &SETS, CARRYING) && is_irregular_form(scene.word(i))
}

pub fn is_noun(scene: &Scene, i: usize) -> bool {
    let function = class::FUNCTION | class::NEGATION | class::NUMBER | class::ADVERB | class::CUE;
    scene.token(i).is_some_and(|t: &Token| t.is_word() && !t.is(function) && !t.has(form::DIGIT)) && !scene.is_adverb(i)
}

/// The words from `start` to before `end` that belong to one phrase, hyphens among them.
pub fn phrase(scene: &Scene, start: usize, end: usize) -> Option<Range<usize>> {
    let belongs = |i: &usize| is_noun(scene, *i) && (*i == start || !is_verb(scene, *i)) || scene.is_punct(*i, &['-']) && *i > start;
    let last = (start..end.min(scene.tokens.end)).take_while(belongs).last()?;
    Some(start..last + 1)
}
