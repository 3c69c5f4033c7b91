//! The sets of words that reading keys asks for (`word_sets.tsv`).

use crate::lexicon::word_sets;

word_sets! {
    /// Words that show a concept only beside a noun that it counts: a team has lost games, not buildings.
    WEAK = 0: "weak";
    /// Violence, which the people counted may have suffered or done: `two men accused of killing her`.
    DEED = 1: "deed";
    /// Words for those blamed for it: `accused`.
    BLAMED = 2: "blamed";
    FLEEING = 3: "fleeing";
    /// What an utterance is made in: `said in a statement Friday`.
    STATEMENT = 4: "statement";
    /// Words for an earlier figure, and for reports of figures.
    EARLIER = 5: "earlier";
    REPORT = 6: "report";
    /// What there is room for, and verbs that say so behind `can`.
    ROOM = 7: "room";
    CONTAINING = 8: "containing";
    /// Verbs before `for` and the number that there is room for: `licensed`.
    RATED = 15: "rated";
    /// Words of a row of games, and of how one ended.
    IN_A_ROW = 16: "in_a_row";
    WON = 17: "won";
    LOST = 18: "lost";
    PARENT = 9: "parent";
    /// Who deals with what the word before tells: `homicide detectives`, `the murder squad`.
    SQUAD = 10: "squad";
    /// Forms of a verb that has other subjects than those who attack, what they are, and what is struck without a blow.
    STRIKING = 11: "striking";
    MINDLESS = 12: "mindless";
    BARGAIN = 13: "bargain";
    /// What is struck down, and who does that.
    LAW = 14: "law";
}
