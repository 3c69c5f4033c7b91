//! The sets of words that reading roles asks for (`word_sets.tsv`).

use crate::lexicon::word_sets;

word_sets! {
    AS = 0: "as";
    /// Verbs whose object is given an office.
    APPOINTING = 1: "appointing";
    /// Verbs whose object loses one.
    DISMISSING = 2: "dismissing";
    /// Verbs whose subject has one, or leaves it.
    SERVING = 3: "serving";
    /// Nouns for the time or the work of who has one: `her tenure as`.
    TENURE = 4: "tenure";
    /// Nouns that an office may be the name of: `the post of`.
    POST = 5: "post";
    /// What is done with a post: `kept the post of`.
    HOLDING = 6: "holding";
    BECOMING = 7: "becoming";
    /// Forms of the passive.
    BEING = 8: "being";
    /// What says of an office that it is only wished for.
    WISHING = 9: "wishing";
    /// Who is to be given an office, or seeks one: `nominee for`.
    SEEKING = 10: "seeking";
    /// Nouns for such a person only with the office behind: `the president's pick for`.
    CHOICE = 11: "choice";
    /// Bodies of which somebody is a member, as they stand before `member`.
    MEMBERSHIP = 12: "membership";
    /// Behind the name of a doctor, a nurse, a lawyer: `MD`.
    DEGREE = 13: "degree";
    /// Leads a distinction: `the first woman on the council`.
    FIRST = 14: "first";
    /// Nouns for a body of people.
    BODY = 15: "body";
    TO = 16: "to";
    /// Whose object, or passive subject, gets the office behind `to`.
    ELEVATING = 17: "elevating";
    /// Verbs whose subject gets the office of the object: `replaces Lee as`.
    REPLACING = 18: "replacing";
    /// Before `over`: whose subject gets one.
    TAKING = 19: "taking";
    /// Before `for`: what is won to get an office.
    CONTEST = 20: "contest";
    /// Ranks and offices that are adjectives as well: `is private`.
    ADJECTIVE = 21: "office_adjective";
    /// Offices that many hold at a time.
    ONE_OF_MANY = 22: "one_of_many";
    /// Roles that are verbs as well: `to champion`.
    VERB = 23: "role_and_verb";
}
