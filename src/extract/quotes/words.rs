//! The sets of words that reading quotes asks for (`word_sets.tsv`).

use crate::lexicon::word_sets;

word_sets! {
    /// Words that are passed over between a subject and its verb, and behind a verb, besides adverbs by class.
    PASSED_OVER = 0: "between_subject_and_verb";
    /// Pronouns that may be the whole subject of a verb of speech.
    PRONOUN = 1: "speaking_pronoun";
    /// Pronouns among them that name nobody who could speak.
    VAGUE = 2: "vague_pronoun";
    /// Prepositions that join a complement to a noun.
    JOINING = 3: "joining_complement";
    /// Things that speak for somebody.
    DOCUMENT = 4: "speaking_thing";
    /// People who speak, without a role.
    SPEAKING = 5: "speaking_people";
    /// Prepositions whose phrase may stand between a subject and its verb: `Smith during a visit said`.
    ADVERBIAL = 6: "leading_adverbial";
    /// Works that have titles, and the participles that introduce one.
    WORK = 7: "work";
    AND = 8: "and";
    TO = 9: "to";
    BY = 10: "by";
    WITH = 11: "with";
    /// What joins a verb to the subject of the verb before it.
    THEN = 12: "joining_verb";
    /// Relative pronouns for people and bodies.
    RELATIVE = 13: "relative";
    /// What may lead a clause.
    CONJUNCTION = 14: "conjunction";
    /// What begins a clause that is an adverbial.
    OPENING = 15: "opening_adverbial_clause";
    /// What a complement behind a noun may begin with.
    COMPLEMENT = 16: "leading_complement";
    /// Determiners that stand for a noun as well.
    DEMONSTRATIVE = 17: "demonstrative";
    /// Pronouns and adverbs behind which a base form is a verb.
    PLURAL = 18: "before_base_form";
    /// Forms of `be`.
    BE = 19: "form_of_be";
    /// What may follow a subject that closes a clause.
    BEHIND = 20: "behind_clause";
    /// What may lead a day behind a verb of speech.
    DAY = 21: "leading_day";
    /// Determiners of somebody who was mentioned.
    DEFINITE = 22: "definite";
    /// What stands before words that are no quotation.
    NAMING = 23: "naming";
    QUOTED = 24: "quoted";
    AS = 25: "as";
    /// What joins a clause to the one before it.
    JOINED = 26: "joining_clause";
    THE = 27: "the";
    THAT = 28: "that";
    /// Nouns of what somebody said.
    UTTERANCE = 29: "utterance";
    /// What is no speaker: times, places without people, things of thought.
    NOBODY = 30: "no_speaker";
    /// Verbs in their base form that begin no noun phrase.
    BASE = 31: "verb_in_base_form";
}
