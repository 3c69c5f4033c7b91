//! The sets of words that reading quotes asks for.

use std::sync::LazyLock;

use crate::lexicon::WordSets;

macro_rules! sets {
    ($($(#[$doc:meta])* $name:ident = $bit:literal: $words:expr;)*) => {
        $($(#[$doc])* pub const $name: u32 = 1 << $bit;)*

        pub static SETS: LazyLock<WordSets> = LazyLock::new(|| WordSets::of(LISTS));

        const LISTS: &[(u32, &[&str])] = &[$(($name, &$words)),*];
    };
}

sets! {
    /// Words that are passed over between a subject and its verb, and behind a verb, besides adverbs by class.
    PASSED_OVER = 0: [
        "also", "then", "later", "again", "still", "once", "twice", "even", "just", "now", "often", "never", "ever", "soon", "today",
        "yesterday", "tonight", "earlier", "further", "instead", "meanwhile", "however", "both", "quite", "rather", "first",
        "afterward", "afterwards", "too", "all", "himself", "herself", "themselves", "itself", "not",
    ];
    /// Pronouns that may be the whole subject of a verb of speech.
    PRONOUN = 1: [
        "he", "she", "they", "it", "we", "i", "you", "who", "this", "these", "those", "others", "some", "many", "one", "another",
        "both", "everyone", "nobody", "someone",
    ];
    /// Of them those that name nobody who could speak.
    VAGUE = 2: ["who", "this", "these", "some", "many", "both", "it"];
    /// Prepositions that join a complement to a noun.
    JOINING = 3: ["of", "for", "at", "from", "with", "in", "on", "to", "near", "within", "behind", "by"];
    /// Things that speak for somebody.
    DOCUMENT = 4: [
        "statement", "letter", "memo", "report", "email", "campaign", "allies", "lawyers", "office", "people", "source", "sources",
        "someone", "members", "group", "poll",
    ];
    /// People who speak, without a role.
    SPEAKING = 5: ["police", "critics", "management", "staff", "counsel", "government", "defense", "defence"];
    /// Prepositions whose phrase may stand between a subject and its verb: `Smith during a visit said`.
    ADVERBIAL = 6: ["during", "after", "before", "amid", "following"];
    /// Works that have titles, and the participles that introduce one.
    WORK = 7: [
        "film", "movie", "book", "novel", "memoir", "song", "album", "single", "show", "series", "play", "musical", "documentary",
        "poem", "essay", "program", "podcast", "episode", "spot", "commentary", "trailer", "column", "anthem", "slogan", "titled", "entitled", "named", "hit", "classic", "magazine", "opera",
        "sitcom",
    ];
    AND = 8: ["and"];
    TO = 9: ["to"];
    BY = 10: ["by"];
    WITH = 11: ["with"];
    /// What joins a verb to the subject of the verb before it.
    THEN = 12: ["and", "but", "then"];
    /// Relative pronouns for people and bodies.
    RELATIVE = 13: ["who", "which", "that"];
    /// What may lead a clause.
    CONJUNCTION = 14: ["and", "but", "so", "yet", "or"];
    /// What begins a clause that is an adverbial.
    OPENING = 15: ["when", "while", "if", "because", "although", "though", "where", "whereas", "once", "whether"];
    /// What a complement behind a noun may begin with.
    COMPLEMENT = 16: ["of", "for", "at", "with", "from"];
    /// Determiners that stand for a noun as well.
    DEMONSTRATIVE = 17: ["that", "this", "those", "some", "many", "all", "both", "another"];
    /// Pronouns and adverbs behind which a base form is a verb.
    PLURAL = 18: ["i", "we", "you", "they", "who", "some", "many", "others", "also", "both"];
    /// Forms of `be`.
    BE = 19: ["is", "are", "was", "were", "be", "been", "being", "am"];
    /// What may follow a subject that closes a clause.
    BEHIND = 20: ["in", "on", "at", "during", "after", "who", "as"];
    /// What may lead a day behind a verb of speech.
    DAY = 21: ["on", "late", "early"];
    /// Determiners of somebody who was mentioned.
    DEFINITE = 22: ["the", "this", "that"];
    /// What stands before words that are no quotation.
    NAMING = 23: ["called", "dubbed", "including", "like", "nickname", "nicknamed"];
    QUOTED = 24: ["quoted"];
    AS = 25: ["as"];
    /// What joins a clause to the one before it.
    JOINED = 26: ["and", "but", "who"];
    THE = 27: ["the"];
    THAT = 28: ["that"];
    /// Nouns of what somebody said.
    UTTERANCE = 29: [
        "accusation", "allegation", "allegations", "argument", "assertion", "assertions", "assessment", "claim", "claims", "comment", "comments",
        "conclusion", "contention", "declaration", "description", "insistence", "observation", "pledge", "prediction", "promise", "remark",
        "remarks", "opinion", "response", "statement", "suggestion", "view", "vow", "warning", "words",
    ];
    /// What is no speaker: times, places without people, things of thought.
    NOBODY = 30: [
        "afternoon", "day", "evening", "focus", "last", "moment", "moments", "morning", "night", "parliament", "right", "sound", "such", "that", "the",
        "times", "view",
    ];
    /// Verbs in their base form that begin no noun phrase.
    BASE = 31: ["let", "lose", "lost", "make", "made", "give", "gave"];
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::lexicon;

    #[test]
    fn the_lexicon_has_every_word() {
        let missing: Vec<&str> = LISTS.iter().flat_map(|(_, words)| words.iter().copied()).filter(|w| lexicon().words.id(w) == 0).collect();
        assert_eq!(missing, Vec::<&str>::new());
    }
}
