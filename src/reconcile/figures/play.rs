//! What players collect in a match or a season (points, rebounds, goals): each player has a number of their own for each match.

use super::item::Item;
use super::owners::are_of_two_people;
use super::words::Words;
use crate::claim::entity;
use crate::reconcile::similarity::shared;
use crate::value::{Amount, Dimension};

/// They are what two people have collected in a match or season.
pub fn are_of_two_players(x: &Item, y: &Item) -> bool {
    x.is_piled_up() && y.is_piled_up() && are_of_two_people(x, y)
}

/// They may be of two players or teams: the sentences do not name the same one, are not much alike, and the number is one that may agree by
/// chance. A plan has points as well.
pub fn may_be_of_two_players(x: &Item, y: &Item, words: &Words) -> bool {
    // set by hand on reports of games in news stories; three digits do not agree by chance
    const ALIKE: f32 = 0.6;
    const TELLING: u32 = 3;
    let open = |i: &Item| i.head.is_none() && i.figure.dimension == Dimension::Count;
    let piled = x.is_piled_up() && (y.is_piled_up() || open(y)) || y.is_piled_up() && open(x);
    // those of an index go up and down
    let moves = x.figure.direction.is_some() && y.figure.direction.is_some();
    let led = is_lead(x) && is_lead(y);
    let played = if is_points(x) || is_points(y) { !moves && (led || is_of_a_person(x) || is_of_a_person(y)) } else { true };
    let one = x.subject.is_some() && x.subject == y.subject;
    let telling = x.nature.digits.min(y.nature.digits) >= TELLING;
    x.article != y.article && piled && played && !one && !telling && words.alike() < ALIKE
}

/// They are what players have so far as of two days, or in two contests: "21 goals in all competitions", "14 in the league". A season's
/// sum is no match's.
pub fn are_of_two_seasons(x: &Item, y: &Item) -> bool {
    const CONTESTS: [&str; 8] = ["career", "competit", "cup", "domest", "european", "intern", "leagu", "top-flight"];
    let contests = |i: &Item| CONTESTS.map(|c| i.key.terms.iter().any(|t| t == c));
    let (a, b) = (x.is_of_this_season(), y.is_of_this_season());
    (a || b) && (a != b || x.published != y.published || contests(x) != contests(y))
}

/// It is of a record, which is often broken by one: the old and the new one differ in their last digit.
pub fn is_of_a_record(i: &Item) -> bool {
    const RECORD: [&str; 9] = ["break", "broke", "eclips", "leader", "overtak", "pass", "previous", "record", "surpass"];
    i.key.terms.iter().any(|t| RECORD.contains(&t.as_str()))
}

/// What the clock of a game still showed.
pub fn is_time_left(i: &Item) -> bool {
    i.figure.unit.as_deref() == Some("second left")
}

/// Two times on the clock of a game that differ by little more than an error of reading.
pub fn are_near_on_the_clock(x: &Item, y: &Item) -> bool {
    const SECONDS: i64 = 2;
    let apart = |(a, b): (Amount, Amount)| a.max(b).minus(a.min(b));
    let near = x.reading.amount.zip(y.reading.amount).and_then(apart).is_some_and(|apart| apart <= Amount::from(SECONDS));
    is_time_left(x) && is_time_left(y) && near
}

/// The same of one deed. A game has a hundred moments, and words alone do not tell them apart.
pub fn are_one_moment(x: &Item, y: &Item, words: &Words) -> bool {
    const OF_THE_CLOCK: [&str; 14] =
        ["clock", "first", "fourth", "game", "half", "leav", "left", "minut", "overtim", "period", "quarter", "remain", "second", "third"];
    let deeds = x.key.terms.iter().filter(|t| y.key.terms.contains(t) && !OF_THE_CLOCK.contains(&t.as_str())).count();
    let named = shared(&x.entities, &y.entities).next().is_some();
    are_near_on_the_clock(x, y) && deeds > usize::from(!named) && !words.excludes()
}

/// One is an average, the other the number of one game: "8.6 rebounds", "eight rebounds". Not for an index, which falls by 107.46 points,
/// or 107.
pub fn are_average_and_sum(x: &Item, y: &Item) -> bool {
    let average = |i: &Item| i.figure.amount.is_some_and(|a| !a.is_whole());
    let played = |i: &Item| i.is_piled_up() && (!is_points(i) || is_of_a_person(i) && i.figure.direction.is_none());
    played(x) && played(y) && average(x) != average(y)
}

/// A number of wins or losses in a row, and a number that no word makes one of games.
pub fn are_row_and_number(row: &Item, number: &Item) -> bool {
    const OF_GAMES: [&str; 14] =
        ["beat", "consecut", "defeat", "fell", "game", "lose", "loss", "lost", "match", "row", "straight", "streak", "victori", "win"];
    let of_games = |t: &str| OF_GAMES.contains(&t);
    let told = |i: &Item| i.key.terms.iter().any(|t| of_games(t)) || i.key.head.as_deref().is_some_and(of_games);
    row.is_of_a_streak() && !number.is_of_a_streak() && !told(number)
}

/// It is a lead; a game has many.
fn is_lead(i: &Item) -> bool {
    const AHEAD: [&str; 6] = ["advantag", "deficit", "lead", "led", "margin", "trail"];
    is_points(i) && i.key.terms.iter().any(|t| AHEAD.contains(&t.as_str()))
}

fn is_of_a_person(i: &Item) -> bool {
    i.key.subject.as_deref().is_some_and(entity::is_person)
}

fn is_points(i: &Item) -> bool {
    i.key.head.as_deref() == Some("point")
}

/// They count two nouns, of which neither qualifies the other as in "six blocks", "six blocked shots".
pub fn are_two_counts_of_play(x: &Item, y: &Item) -> bool {
    let qualifies = |a: &Item, b: &Item| a.key.head.as_ref().is_some_and(|head| b.key.modifiers.contains(head));
    x.is_piled_up() && y.is_piled_up() && !qualifies(x, y) && !qualifies(y, x)
}
