//! Verbs that report speech or thought, in all their forms: `said`, `tells`, `calling`.

use super::{ByWord, WordTable, class, rows};

const TABLE: &str = include_str!("cues.tsv");

/// What a cue verb does, and what it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CueKind {
    /// Takes what is said: `said`, `argued`.
    Say,
    /// Takes the hearer, then what is said: `told`, `assured`.
    Tell,
    /// Gives its object a name: `called`, `described`.
    Name,
    /// Does something by speaking: `accused`, `threatened`.
    Act,
    /// Holds something to be so: `thinks`, `believed`.
    Think,
    /// Said of documents and studies: `found`, `showed`.
    Show,
    /// Reports speech only beside a quotation: `laughed`, `went (on)`.
    Weak,
    /// `according (to)`.
    Source,
}

/// The form of a cue verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    Base,
    Third,
    Past,
    Participle,
    Gerund,
}

/// What a form of a cue verb says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Base form.
    pub lemma: &'static str,
    /// What it does.
    pub kind: CueKind,
    /// The past where several forms are spelt alike.
    pub tense: Tense,
}

/// The cue verbs by form.
pub type Cues = ByWord<Cue>;

/// Reads the table and marks its words.
pub fn load(words: &mut WordTable) -> Cues {
    use Tense::*;
    let mut forms = Vec::new();
    for row in rows(TABLE) {
        let [lemma, .., kind] = row[..] else { panic!("cues.tsv: {row:?}") };
        let kind = named(kind);
        let speaks = !matches!(kind, CueKind::Think | CueKind::Show | CueKind::Weak);
        let class = if speaks { class::CUE } else { class::ATTITUDE };
        for (column, tense) in [(0, Base), (1, Third), (4, Gerund), (3, Participle), (2, Past)] {
            for form in row[column].split(',').filter(|f| *f != "-") {
                forms.push((words.mark(form, class), Cue { lemma, kind, tense }));
            }
        }
    }
    forms.into_iter().collect()
}

fn named(kind: &str) -> CueKind {
    match kind {
        "say" => CueKind::Say,
        "tell" => CueKind::Tell,
        "name" => CueKind::Name,
        "act" => CueKind::Act,
        "think" => CueKind::Think,
        "show" => CueKind::Show,
        "weak" => CueKind::Weak,
        "source" => CueKind::Source,
        _ => panic!("cues.tsv: no kind {kind}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::lexicon;

    #[test]
    fn all_forms_lead_to_the_verb() {
        let l = lexicon();
        let cue = |w: &str| l.cues.get(l.words.id(w)).map(|c| (c.lemma, c.tense));
        assert_eq!(cue("said"), Some(("say", Tense::Past)));
        assert_eq!(cue("denies"), Some(("deny", Tense::Third)));
        assert_eq!(cue("labelling"), Some(("label", Tense::Gerund)));
        assert_eq!(cue("known"), Some(("know", Tense::Participle)));
        assert_eq!(cue("walked"), None);
    }
}
