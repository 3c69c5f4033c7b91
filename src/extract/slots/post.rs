//! What post a person is given: "| was elected chairwoman of the finance committee", "| will succeed Ben Ode as coach of Norvik".

use super::written::Written;
use crate::claim::Short;
use crate::lexicon::role_synonyms::{before_office, office};
use crate::lexicon::{class, word_sets};

word_sets! {
    /// Participles of being given a post: `elected`.
    CHOSEN = 0: "chosen_for_post";
    /// Before such a participle: `was`, `has been`.
    AHEAD = 1: "chosen_ahead";
    /// Words before a verb that is still to come.
    LATER = 2: "lead_ahead";
    SUCCEEDS = 3: "succeeds";
    BECOMES = 4: "becomes";
    /// Before the contest for a post: `won`.
    WINS = 5: "wins_post";
    /// For a post: `contest`.
    CONTEST = 6: "contest_for_post";
    /// Before a title, and no part of it.
    PLAIN = 7: "plain_before_post";
    /// Ends the title of a post that one person holds at a time.
    ONE = 8: "office_of_one";
    /// In a title that several people have at a time: `assistant coach`.
    MANY = 9: "office_of_many";
    /// In a sentence about what was, or may be.
    OTHER_TIME = 10: "post_of_other_time";
}

/// The post that a person is given in the words on both sides of the name, as its title and whose it is.
pub fn given(before: &[Written], behind: &[Written]) -> Option<Short> {
    if before.iter().chain(behind).any(is_of_other_time) {
        return None;
    }
    let behind = past_apposition(behind);
    passive(behind).or_else(|| active(before, behind)).or_else(|| taken(behind)).or_else(|| won(behind)).or_else(|| succession(behind))
}

/// A year, `ago`, `if`.
fn is_of_other_time(w: &Written) -> bool {
    let year = w.plain();
    w.has(&SETS, OTHER_TIME) || year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit())
}

/// What goes on behind an apposition: `|, a farmer from Bergen, was`.
fn past_apposition<'a, 'w>(words: &'a [Written<'w>]) -> &'a [Written<'w>] {
    const LONGEST: usize = 12;
    let opens = words.first().is_some_and(|w| w.plain().is_empty() && w.ends_with(&[',']));
    let close = (1..words.len().min(LONGEST)).find(|i| words[*i].ends_with(&[',']));
    close.filter(|_| opens).map_or(words, |i| &words[i + 1..])
}

/// `| was elected chairwoman of`
fn passive(behind: &[Written]) -> Option<Short> {
    let verb = behind.iter().position(|w| !w.has(&SETS, AHEAD)).filter(|i| *i > 0)?;
    behind[verb].has(&SETS, CHOSEN).then(|| post(&behind[verb + 1..])).flatten()
}

/// `members elected | chairwoman of`
fn active(before: &[Written], behind: &[Written]) -> Option<Short> {
    let (verb, subject) = before.split_last()?;
    let told = verb.has(&SETS, CHOSEN) && subject.last().is_some_and(|w| !w.has(&SETS, AHEAD) && w.token().is_some());
    told.then(|| post(behind)).flatten()
}

/// `| will become chairwoman of`, `| defeated Ben Ode to become chairwoman of`
fn taken(behind: &[Written]) -> Option<Short> {
    let verb = behind.iter().position(|w| w.has(&SETS, BECOMES))?;
    let next = behind[..verb].iter().all(|w| w.has(&SETS, LATER));
    let end = verb.checked_sub(1).filter(|i| behind[*i].is(&["to"]));
    let beats = end.is_some_and(|end| behind[..end].iter().any(|w| w.is(&["beat", "defeated", "defeating"])));
    (next || beats).then(|| post(&behind[verb + 1..])).flatten()
}

/// `| won the contest for chairwoman of`
fn won(behind: &[Written]) -> Option<Short> {
    let [verb, article, contest, link, rest @ ..] = behind else { return None };
    let told = verb.has(&SETS, WINS) && article.is(&["the"]) && contest.has(&SETS, CONTEST) && link.is(&["for", "to"]);
    told.then(|| post(rest)).flatten()
}

/// `| will succeed Ben Ode as coach of`, or whom the person succeeds where no post is told.
fn succession(behind: &[Written]) -> Option<Short> {
    const LONGEST: usize = 9;
    let verb = behind.iter().position(|w| !w.has(&SETS, LATER)).filter(|i| behind[*i].has(&SETS, SUCCEEDS))?;
    let rest = &behind[verb + 1..];
    let clause = &rest[..rest.len().min(LONGEST)];
    let clause = &clause[..clause.iter().position(|w| w.ends_with(&[',', ';', ':'])).map_or(clause.len(), |i| i + 1)];
    if let Some(link) = clause.iter().position(|w| w.is(&["as"])) {
        return post(&rest[link + 1..]);
    }
    let name = clause.iter().take_while(|w| w.is_capital() && !w.is_possessive()).count();
    let last = name.checked_sub(1).filter(|i| *i > 0)?;
    let ends = rest.len() == name || rest[last].ends_with(&[',', '.']);
    ends.then(|| Short::from(format!("successor|{}", joined(&clause[..name]))))
}

/// A title of which there is one and whose it is, at the head of these words: `as chairwoman of the finance committee`.
fn post(words: &[Written]) -> Option<Short> {
    const LONGEST: usize = 5;
    let from = words.iter().position(|w| !w.has(&SETS, PLAIN))?;
    let words = &words[from..];
    let link = words.iter().take(LONGEST + 1).position(|w| w.is(&["of", "at", "for"]))?;
    let (title, body) = (&words[..link], body(&words[link + 1..]));
    let (last, rest) = title.split_last()?;
    let plain = title.iter().all(|w| w.token().is_some_and(|t| !t.is(class::FUNCTION | class::CUE)) && !w.ends_with(&[',', ';', ':']));
    let vice = rest.iter().any(|w| w.is(&["vice"])) && last.is(&["president"]);
    let one = last.has(&SETS, ONE) && !title.iter().any(|w| w.has(&SETS, MANY)) && !vice;
    let title = joined(title);
    let title = [before_office(&title), office(&title)].into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
    (plain && one && !body.is_empty()).then(|| Short::from(format!("{title}|{body}")))
}

/// Whose post it is: the words up to a mark or the next phrase, without an article.
fn body(words: &[Written]) -> String {
    const LONGEST: usize = 8;
    let other = class::FUNCTION | class::WEEKDAY | class::MONTH | class::TEMPORAL | class::CUE | class::NUMBER;
    let article = words.first().is_some_and(|w| w.is(&["the", "its", "their"])) as usize;
    let words = &words[article..words.len().min(LONGEST)];
    let inner = |w: &&Written| w.is(&["of"]) || !w.noun().is_some_and(|t| t.is(other));
    let open = words.iter().take_while(inner).count();
    let closed = words.iter().position(|w| w.ends_with(&[',', '.', ';', ':'])).map_or(open, |i| open.min(i + 1));
    if words[..closed].last().is_some_and(|w| w.is(&["of"])) { String::new() } else { joined(&words[..closed]) }
}

fn joined(words: &[Written]) -> String {
    words.iter().map(Written::plain).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::slots::tests::{Marked, words};

    fn of(text: &str) -> Option<Short> {
        let marked = Marked::new(text);
        let (before, behind) = words(&marked);
        given(&before, &behind)
    }

    #[test]
    fn what_post_somebody_is_given() {
        let posts = [
            "| was elected chairwoman of the finance committee on Tuesday.",
            "|, a farmer from Alton, has been named chair of the finance committee.",
            "Members elected | as the new chairman of the finance committee.",
            "| won the contest for chairman of the finance committee, defeating Joan Pike.",
            "| narrowly defeated Joan Pike to become chairwoman of the finance committee.",
            "| will succeed Joan Pike as chairman of the finance committee.",
        ];
        for text in posts {
            assert_eq!(of(text).as_deref(), Some("chairman|finance committee"), "{text}");
        }
        assert_eq!(of("| was named interim coach of the Norvik Rovers on").as_deref(), Some("interim coach|norvik rovers"));
        assert_eq!(of("| will replace Ben Ode.").as_deref(), Some("successor|ben ode"));
        let none = [
            "| was elected chairwoman of the finance committee in 2010.",
            "| was elected councillor for Alton.",
            "| was named assistant coach of the Rovers.",
            "| was named vice president of Norvik.",
            "| was a coach of the Rovers.",
            "If | is elected chairwoman of the committee,",
            "| was not elected chairwoman of the committee.",
            "| was elected mayor on Tuesday.",
            "| will replace the mayor.",
            "| could become chairwoman of the committee.",
        ];
        assert!(none.iter().all(|text| of(text).is_none()), "{:?}", none.iter().map(|t| of(t)).collect::<Vec<_>>());
    }
}
