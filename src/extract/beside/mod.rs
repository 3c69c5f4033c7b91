//! What the words right before and behind a figure say of it, by which reconcile tells figures of two things apart.

mod age;
mod demand;
mod fate;
mod kind;
mod part;
mod reach;
mod stage;
mod who;

use super::Context;
use super::dates::tense;
use super::mention::FigureMention;
use super::written::Around;
use crate::claim::{Beside, Key};
use crate::value::Dimension;

/// Words looked at on either side.
const REACH: usize = 24;

/// Reads what stands around a figure; `None` where nothing tells more of it.
pub fn read(cx: &Context, f: &FigureMention, key: &Key) -> Option<Box<Beside>> {
    let sentence = tense::sentence(cx, f.tokens.start);
    let around = Around::of(cx.tokens, &sentence, &f.tokens, REACH);
    let beside = beside(f.span.of(cx.tokens.text), &around, f.quantity.dimension, key);
    (beside != Beside::default()).then(|| Box::new(beside))
}

/// From the text of a figure and the words around it.
fn beside(text: &str, around: &Around, dimension: Dimension, key: &Key) -> Beside {
    let count = dimension == Dimension::Count;
    let head = key.head.as_deref();
    let people = count && head.is_none_or(kind::counts_people);
    let verb = if people { who::verb(around) } else { None };
    Beside {
        rest: part::is_rest(text, around) && !fate::is_first_of_its_fate(around, key),
        selection: part::is_selection(text),
        whole: part::is_whole(around),
        changes: count && part::is_change(around),
        joined: part::joins_two(text),
        restricted: people && part::is_restricted(text, around),
        sums_up: count && reach::sums_up(around),
        everywhere: count && reach::is_everywhere(around),
        wished: (count || dimension == Dimension::Money) && demand::is_wished(around),
        between: dimension == Dimension::Duration && reach::is_between(around),
        term: dimension == Dimension::Duration && reach::leads_term(around),
        among: reach::among(around),
        needed: head.is_some_and(who::is_cast) && demand::is_needed(around),
        stands_now: who::stands_now(around),
        goes_on: dimension == Dimension::Ratio && part::goes_on(around),
        demand: demand::demand(around),
        stage: stage::stage(around),
        kind: if count { kind::kind(text, head) } else { None },
        nation: if count { kind::nation(text) } else { None },
        forecaster: who::forecaster(around),
        holder: if who::is_held(key) { who::holder(around) } else { None },
        phrasal: verb.as_ref().is_some_and(|(_, phrasal)| *phrasal),
        verb: verb.map(|(verb, _)| verb),
        stands_for_one: dimension == Dimension::Age && key.subject.is_none() && age::stands_for_one(around),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::lexicon;
    use crate::text::{Tokens, scan};

    /// Asks for the words around the figure that stands between bars: `He saw | three | ships`.
    pub fn ask<T>(marked: &str, what: impl FnOnce(&Around) -> T) -> T {
        let (before, rest) = marked.split_once('|').unwrap();
        let figure = rest.split_once('|').unwrap().0;
        let text = marked.replace('|', "");
        let all = scan(&text, &lexicon().words);
        let tokens = Tokens { text: &text, all: &all };
        let at = tokens.at(before.len() as u32)..tokens.at((before.len() + figure.len()) as u32);
        what(&Around::of(tokens, &(0..tokens.len()), &at, REACH))
    }
}
