//! Noun phrases that take part in an event, found from a verb or preposition outwards without a parse of the sentence.

use super::scene::{Scene, inside};
use crate::claim::Short;
use crate::claim::entity;
use crate::extract::mention::{NameKind, NameMention, Speaker};
use crate::extract::quotes::referents::{Referents, gender_of_pronoun};
use crate::lexicon::class;
use crate::lexicon::event_words as sets;
use crate::lexicon::gender::Gender;
use crate::text::Classes;

/// Somebody or something that takes part.
#[derive(Clone, Debug, PartialEq)]
pub struct Party {
    /// Entity id; none for a noun phrase that names nobody.
    pub entity: Option<Short>,
    /// The noun that heads the phrase, or the last word of the name.
    pub head: usize,
    /// The first token that is known to belong to it.
    pub start: usize,
    /// A phrase such as `no one` or `neither side`.
    pub nobody: bool,
}

/// The longest noun phrase that is walked through.
const PHRASE: usize = 10;

/// Words that end a noun phrase.
const STOPS: Classes = Classes(class::PREPOSITION.0 | class::AUXILIARY.0 | class::RELATIVE.0 | class::CONJUNCTION.0 | class::PRONOUN.0);

impl Scene<'_> {
    fn party(&self, name: &NameMention) -> Party {
        Party { entity: Some(self.entity(name)), head: name.tokens.end - 1, start: name.tokens.start, nobody: false }
    }

    /// What a party is called in the text, or its full name.
    pub fn called(&self, party: &Party) -> Short {
        let name = self.name_ending(party.head + 1).map(|n| Short::from(&self.found.entities[n.entity].name));
        name.unwrap_or_else(|| Short::from(self.cx.tokens.words(party.start..party.head + 1)))
    }

    /// The same of the first that is named among a party and those joined to it.
    pub fn called_first(&self, party: &Party) -> Short {
        let named = self.joined_before(party).into_iter().find(|p| p.entity.is_some());
        self.called(named.as_ref().filter(|_| party.entity.is_none()).unwrap_or(party))
    }

    pub(super) fn is_group(&self, i: usize) -> bool {
        self.among(i, sets::GROUPS)
    }

    /// The noun phrase that ends before token `end`.
    pub fn party_before(&self, end: usize) -> Option<Party> {
        if let Some(name) = self.name_ending(end) {
            return Some(self.party(name));
        }
        let head = end.checked_sub(1).filter(|i| self.token(*i).is_some_and(|t| t.is_word()))?;
        if self.has(head, STOPS) && !self.has(head, class::PRONOUN) {
            return None;
        }
        let start = self.phrase_start(head);
        let entity = self.stands_for(start, head).or_else(|| self.speaker_meant(head)).or_else(|| self.client(head));
        Some(Party { entity, head, start, nobody: self.is_nobody(start, head) })
    }

    /// The first token of the noun phrase with this head.
    pub(super) fn phrase_start(&self, head: usize) -> usize {
        let mut start = head;
        while start > self.tokens.start && head - start < PHRASE {
            let before = start - 1;
            let inner =
                self.token(before).is_some_and(|t| t.is_word() || t.is_number()) && !self.has(before, STOPS) && !self.is_verbal(before);
            if !(inner || self.is_clitic(before)) || self.has(start, class::ARTICLE) {
                break;
            }
            start = before;
        }
        start
    }

    /// The country or body before a noun that stands for it.
    fn stands_for(&self, start: usize, head: usize) -> Option<Short> {
        if !self.is_group(head) {
            return None;
        }
        (start..head).rev().find_map(|i| {
            let name = self.name_ending(i + 1).filter(|n| n.kind != NameKind::Person).map(|n| self.entity(n));
            name.or_else(|| self.demonym(i).map(|(_, place)| place))
        })
    }

    /// `Lee's lawyer, Ott, said his client`: Lee.
    fn client(&self, head: usize) -> Option<Short> {
        const LAWYERS: [&str; 6] = ["attorney", "barrister", "counsel", "defense attorney", "lawyer", "solicitor"];
        let own = self.is(head, &["client"]) && self.is(head.wrapping_sub(1), &["her", "his"]);
        let speaker = super::saying::reported(self, head).filter(|_| own)?.speaker.entity?;
        let near = inside(&self.found.roles, &self.tokens, |r| r.tokens.start);
        let role = near.iter().find(|r| r.entity == speaker && LAWYERS.contains(&r.title.as_str()))?;
        role.of.as_deref().filter(|of| entity::is_person(of)).map(Short::from)
    }

    fn is_nobody(&self, start: usize, head: usize) -> bool {
        self.has(head, class::NEGATION) || (start..head).any(|i| self.is(i, &["no", "neither", "none"]))
    }

    /// Who `he` or `she` is: the last person of fitting gender that the reported speech names before it, else whoever says it; in the
    /// article's own words the person whom a sentence nearby is about.
    fn person_meant(&self, at: usize) -> Option<Short> {
        let (gender, referents) = (gender_of_pronoun(self.word(at))?, self.referents?);
        let id = |e: usize| Short::from(&self.found.entities[e].id);
        if let Some(said) = super::saying::reported(self, at) {
            let inside = self.names.iter().rev().filter(|n| n.tokens.start >= said.content.start && n.tokens.end <= at);
            // "told Anna Holm that he": who is spoken to is not meant.
            let addressed = |n: &&NameMention| n.tokens.end == at || n.tokens.end + 1 == at && self.is(at - 1, &["that"]);
            let inside = inside.filter(|n| !addressed(n));
            let mut named = inside.filter(|n| n.kind == NameKind::Person && !self.is_clitic(n.tokens.end)).map(|n| n.entity);
            // "Anna Holm said that he should resign": nobody gives advice to himself as to another
            let speaker = said.speaker.entity.filter(|e| referents.is_person(*e) && !self.is_advised(at));
            // "He shot the guard, Anna Holm said": who speaks is named only behind, and so is not yet meant
            let before = |e: usize| self.names.iter().any(|n| n.entity == e && n.tokens.end <= said.content.start);
            let speaker = match speaker.filter(|e| !before(*e) && said.speaker.pronoun.is_none() && said.content.start <= at) {
                Some(behind) => speaker.filter(|_| self.antecedent(at, gender, referents) == Some(behind)),
                None => speaker,
            };
            if let Some(meant) = named.find(|e| referents.fits(*e, Some(gender))).or(speaker) {
                return (referents.is_person(meant) && referents.fits(meant, Some(gender))).then(|| id(meant));
            }
            // "Police said he had been arrested": whom the article has been about.
            if !self.is_body(&said.speaker) {
                return None;
            }
        }
        if super::saying::quoted(self, at).is_some() {
            return None;
        }
        self.antecedent(at, gender, referents).map(id)
    }

    /// The person of this gender whom the article has been about before token `at`, if that is near.
    fn antecedent(&self, at: usize, gender: Gender, referents: &Referents) -> Option<usize> {
        const REACH: usize = 2;
        let sentence = |token: usize| self.cx.article.sentences.partition_point(|s| s.tokens.end <= token);
        referents.antecedent(at, gender).filter(|(_, s)| s + REACH >= sentence(at)).map(|(e, _)| e)
    }

    /// The pronoun at a token is the subject of what ought to be done: `he | should`.
    fn is_advised(&self, at: usize) -> bool {
        let verb = at + 1 + self.is_adverb(at + 1) as usize;
        let needs = self.is(verb, &["had", "has", "needed", "needs"]) && self.is(verb + 1, &["to"]);
        needs || self.is(verb, &["must", "ought", "should", "shouldn't"])
    }

    /// Whether those who speak are no single person: a body, or `police`.
    fn is_body(&self, speaker: &Speaker) -> bool {
        let lexicon = self.cx.lexicon;
        let group = || {
            let head = speaker.name.rsplit(' ').next().unwrap_or("").to_lowercase();
            lexicon.events.words.is(lexicon.words.id(&head), sets::GROUPS)
        };
        speaker.entity.map_or_else(group, |e| self.found.entities[e].kind != NameKind::Person)
    }

    /// Whose it is where `his` or `her` stands at token `at` in the article's own words: the only person of fitting gender whom its
    /// sentence has named by then.
    pub fn owner(&self, at: usize) -> Option<Short> {
        const REACH: usize = 8;
        let (gender, referents) = (gender_of_pronoun(self.word(at))?, self.referents?);
        if super::saying::reported(self, at).is_some() || super::saying::quoted(self, at).is_some() {
            return None;
        }
        let behind = self.names.partition_point(|n| n.tokens.end <= at);
        let mut fitting = self.names[behind.saturating_sub(REACH)..behind]
            .iter()
            .filter(|n| n.kind == NameKind::Person && referents.fits(n.entity, Some(gender)))
            .map(|n| n.entity);
        let first = fitting.next()?;
        fitting.all(|e| e == first).then(|| Short::from(&self.found.entities[first].id))
    }

    /// Whom a pronoun stands for: `it`, `they` or `I` in reported speech for whoever says it.
    fn speaker_meant(&self, at: usize) -> Option<Short> {
        if let Some(person) = self.person_meant(at) {
            return Some(person);
        }
        let (body, person) = (self.is(at, &["it", "they", "we"]), self.is(at, &["i"]));
        if !body && !person {
            return None;
        }
        let said = super::saying::reported(self, at)?;
        let entity = &self.found.entities[said.speaker.entity?];
        ((entity.kind == NameKind::Person) == person).then(|| match entity.kind {
            NameKind::Place => self.country(&entity.id),
            _ => Short::from(&entity.id),
        })
    }

    /// The noun phrase that begins at token `from`, and the token behind it. A possessor or a country inside is passed over for the name
    /// that heads the phrase (`Russian President Vladimir Putin`, `Lee's son-in-law Paul Moss`).
    pub fn party_after(&self, from: usize) -> Option<(Party, usize)> {
        let mut inner: Option<Short> = None;
        let mut head = None;
        let mut i = from;
        // "for hacking", "for allegedly hacking"
        let first = from + self.is_adverb(from) as usize;
        if self.is_lower(first) && self.word(first).ends_with("ing") {
            return None;
        }
        while i < self.tokens.end && i < from + PHRASE + 4 {
            if let Some(name) = self.name_starting(i) {
                let next = name.tokens.end;
                // "SeaMicro-branded servers"
                if self.is_punct(next, &['-']) && self.is_lower(next + 1) {
                    (head, i) = (Some(next + 1), next + 2);
                    continue;
                }
                if head.is_some() && inner.is_none() && self.acts(next) {
                    break;
                }
                // "the Keller investigation"
                let named_for = name.kind == NameKind::Person && name.tokens.len() == 1 && self.is(i.wrapping_sub(1), &["the", "a", "an"]);
                if named_for && i == from + 1 && self.describes(next) {
                    (head, i) = (Some(next), next + 1);
                    continue;
                }
                let mother = self.is_lower(next) && name.tokens.len() == 1 && self.is_person_noun(next);
                if !self.goes_on(next) && (name.kind == NameKind::Person && !mother || !self.describes(next)) {
                    return Some((Party { start: from, ..self.party(name) }, next));
                }
                inner = Some(name).filter(|n| n.kind != NameKind::Person || self.is_clitic(next)).map(|n| self.entity(n)).or(inner);
                i = next + self.is_clitic(next) as usize;
                continue;
            }
            // "Secretary of State Rex Tillerson": the office holds an "of" that ends no phrase.
            if let Some(office) = self.role_starting(i).filter(|r| r.tokens.len() > 1 && self.name_starting(r.tokens.end).is_some()) {
                i = office.tokens.end;
                continue;
            }
            if let Some(named) = self.behind_title(i) {
                i = named;
                continue;
            }
            if let Some((length, place)) = self.demonym(i) {
                (inner, head) = (Some(place), Some(i));
                i += length;
                continue;
            }
            if self.date_at(i).is_some() || !self.is_phrase_word(i, from) || head.is_some() && self.is_verb_behind(i) {
                break;
            }
            if self.token(i).is_some_and(|t| t.is_word()) && !self.has(i, class::ARTICLE) {
                head = Some(i);
            }
            i += 1;
        }
        let head = head?;
        let entity = inner.filter(|_| self.is_group(head));
        let nobody = (from..head).any(|i| self.is(i, &["no"])) || self.has(head, class::NEGATION);
        Some((Party { entity, head, start: from, nobody }, i))
    }

    /// A verb or participle behind the noun of a phrase.
    fn is_verb_behind(&self, i: usize) -> bool {
        self.is_past(i) || self.is_participle(i) || self.is_suffered(i)
    }

    /// What a noun of several does: `returns going back to`, `reports detailing`.
    fn is_participle(&self, i: usize) -> bool {
        const SHORTEST: usize = 5;
        let word = self.word(i);
        word.len() >= SHORTEST && word.ends_with("ing") && self.cx.lexicon.plurals.is_plural(&self.word(i - 1).to_lowercase())
    }

    /// The name behind a title that is written with a stop: `Mrs. Holm`.
    fn behind_title(&self, i: usize) -> Option<usize> {
        let title = self.has(i, class::TITLE | class::ABBREVIATION) && self.is_punct(i + 1, &['.']);
        (title && self.name_starting(i + 2).is_some()).then_some(i + 2)
    }

    /// Whether a phrase goes on behind a name: a possessor, or a name before a group, a role or another name.
    fn goes_on(&self, next: usize) -> bool {
        let next = next + self.is_punct(next, &['“', '‘']) as usize;
        let title = self.has(next, class::ROLE | class::TITLE | class::KINSHIP) && self.token(next).is_some_and(|t| t.is_capital());
        self.is_clitic(next) || self.is_group(next) || title || self.is_lower(next) && self.has(next, class::ROLE | class::STATUS)
    }

    /// A noun stands behind the name of a place or body, which only describes it: `a Brownsville mother`.
    pub fn describes(&self, next: usize) -> bool {
        let ends = STOPS | class::NUMBER | class::TEMPORAL | class::WEEKDAY | class::DAY_PART | class::ARTICLE | class::DETERMINER;
        let noun = self.is_lower(next) && !self.has(next, ends) && !self.is_adverb(next) && !self.is_verbal(next) && !self.acts(next);
        noun && self.date_at(next).is_none() && !self.is(next, &["overnight", "last", "alone", "again", "later", "earlier", "today"])
    }

    fn is_phrase_word(&self, i: usize, from: usize) -> bool {
        let Some(t) = self.token(i) else { return false };
        if !t.is_word() {
            return t.is_number() || self.is_punct(i, &['-', '“', '‘', '’', '$']) || self.is_clitic(i);
        }
        let of_kind = self.is(i, &["of"])
            && i > from
            && self.is(i - 1, &["city", "town", "village", "port", "region", "state", "province", "settlement"]);
        // "released her papers", "gems worth millions"
        let owner = i == from && self.is(i, &["her"]) && self.is_lower(i + 1) && !self.has(i + 1, STOPS | class::ARTICLE | class::TEMPORAL);
        if self.is(i, &["worth"]) {
            return false;
        }
        let adverb = i > from && self.is_adverb(i);
        // "signed the order", "released her emails": a verb's form that is a noun behind an article, an adjective or an owner.
        let named = self.among(i, sets::SPEECH_NOUNS.and(sets::PAPERS)) && (!self.has(i - 1, STOPS) || self.is(i - 1, &["her"]));
        let noun = i > from && (self.has(i - 1, class::ARTICLE) || named && !self.cx.lexicon.plurals.is_plural(self.word(i - 1)));
        let cue = i > from && t.is(class::CUE) && !t.is_capital() && !noun;
        // "a 39-year-old driver"
        let number = |i: usize| self.token(i).is_some_and(|t| t.is_number());
        let age = self.is_punct(i + 1, &['-']) && self.is_punct(i.wrapping_sub(1), &['-'])
            || number(i.wrapping_sub(1)) && self.is(i + 1, &["old"]);
        of_kind || owner || !(adverb || cue || t.is(STOPS) || t.is(class::TEMPORAL | class::WEEKDAY) && !age)
    }

    /// A party and those joined to it by commas and `and`; the token behind the last.
    pub fn parties_after(&self, from: usize) -> (Vec<Party>, usize) {
        // "A meeting of Anna Holm and Jan Berg was planned"
        let of_event = self.is(from.wrapping_sub(1), &["of"]) && self.has(from.wrapping_sub(2), class::EVENT);
        let pair = of_event || self.is(from.wrapping_sub(1), &["between"]);
        let Some((first, mut end)) = self.party_after(from) else { return (Vec::new(), from) };
        if let Some((name, behind)) = self.apposed(end).filter(|_| first.entity.is_none()) {
            return (vec![Party { start: first.start, ..name }], behind);
        }
        let mut out = vec![first];
        while let Some((next, behind)) = self.joined(end, pair).filter(|_| out.len() < 6) {
            out.push(next);
            end = behind;
        }
        (out, end)
    }

    /// The person whose name stands in apposition behind the comma at token `at`: `her challenger, Rep. Tim Ryan`.
    fn apposed(&self, at: usize) -> Option<(Party, usize)> {
        let mut i = at + 1;
        while self.is_punct(at, &[',']) && i < at + 4 && self.has(i, class::TITLE | class::ROLE) || self.is_punct(i, &['.']) && i > at + 1 {
            i += 1;
        }
        let name = self.name_starting(i).filter(|n| n.kind == NameKind::Person && self.is_punct(at, &[',']))?;
        let behind = name.tokens.end;
        let person = self.is_person_noun(at.wrapping_sub(1));
        let closes = self.token(behind).is_none_or(|t| t.punct().is_some()) || self.has(behind, class::PREPOSITION);
        (person && closes && !self.is_clitic(behind)).then(|| (self.party(name), behind))
    }

    /// The named party that a comma or `and` joins to what ends before token `at`. A verb behind it makes it the subject of another
    /// clause, unless the preposition asks for two (`pair`).
    fn joined(&self, at: usize, pair: bool) -> Option<(Party, usize)> {
        let comma = self.is_punct(at, &[',']);
        let and = at + comma as usize;
        // "… the prize," producer Anna Holm said: behind the quotation somebody else begins.
        if self.is_punct(and, &['”', '’']) {
            return None;
        }
        let conjunction = self.is(and, &["and"]) as usize;
        if !comma && conjunction == 0 {
            return None;
        }
        let (party, end) = self.party_after(and + conjunction).filter(|(p, _)| p.entity.is_some())?;
        let alone = conjunction == 1 || self.is_punct(end, &[',']) && self.list_ends(end) || self.is(end, &["and"]);
        (alone && (pair || !self.acts(end))).then_some((party, end))
    }

    /// A list goes on behind the comma at `at` up to an `and`.
    fn list_ends(&self, at: usize) -> bool {
        let near = at + 1..(at + 8).min(self.tokens.end);
        near.take_while(|i| !self.is_verbal(*i)).any(|i| self.is(i, &["and"]))
    }

    /// A verb stands at token `at`, so that the name before it is its subject.
    fn acts(&self, at: usize) -> bool {
        let past = self.is_lower(at) && (self.word(at).ends_with("ed") || self.has(at, class::EVENT | class::CUE | class::ATTITUDE));
        self.has(at, class::AUXILIARY) || past
    }

    /// The named parties that `and` joins to the one behind it: `Olaf Winkler and Lee's son-in-law, Paul Moss`.
    pub fn joined_before(&self, last: &Party) -> Vec<Party> {
        const REACH: usize = 10;
        let stop = last.start.saturating_sub(REACH).max(self.tokens.start + 1);
        let mut at = last.start;
        while at > stop && !self.is(at - 1, &["and"]) && self.is_inner(at - 1) {
            at -= 1;
        }
        let mut out = Vec::new();
        if at <= self.tokens.start || !self.is(at - 1, &["and"]) {
            return out;
        }
        at = self.before_brackets(at - 1 - self.is_punct(at.wrapping_sub(2), &[',']) as usize);
        at = self.before_apposition(at);
        let kind = |p: &Party| p.entity.as_deref().and_then(|e| e.split(':').next()).map(str::to_owned);
        let wanted = kind(last).unwrap_or_else(|| "person".to_owned());
        while let Some(name) = self.name_ending(at) {
            let party = self.party(name);
            // "near Paros and 81 people died": a name behind a preposition is no subject.
            if kind(&party).as_deref() != Some(wanted.as_str()) || self.has(party.start.wrapping_sub(1), class::PREPOSITION) {
                break;
            }
            out.push(party);
            at = name.tokens.start.wrapping_sub(1);
            if !self.is_punct(at, &[',']) {
                break;
            }
            at = self.before_apposition(at);
        }
        out
    }

    /// The end of the name before an age or other apposition that ends before token `at`: `Anna Holm, 20, and`.
    pub(super) fn before_apposition(&self, at: usize) -> usize {
        const LONGEST: usize = 8;
        let name = self.name_ending(at);
        let inner = name.is_some_and(|n| n.kind == NameKind::Place && self.has(n.tokens.start.wrapping_sub(1), class::PREPOSITION));
        if name.is_some() && !inner {
            return at;
        }
        let from = at.saturating_sub(LONGEST).max(self.tokens.start);
        let open = (from..at).rev().take_while(|i| !self.is_verbal(*i) && !self.has(*i, class::EVENT)).find(|i| self.is_punct(*i, &[',']));
        open.filter(|i| self.name_ending(*i).is_some()).unwrap_or(at)
    }

    /// The token before which what stands before brackets ends: `Anna Holm (D-Ore.) and`.
    fn before_brackets(&self, at: usize) -> usize {
        let close = at.wrapping_sub(1);
        let open = self.is_punct(close, &[')']).then(|| self.insertion_start(close)).flatten();
        open.unwrap_or(at)
    }

    /// A token that may stand before the name in its phrase.
    fn is_inner(&self, i: usize) -> bool {
        let hyphen = |i: usize| self.is_punct(i, &['-']);
        let word = self.token(i).is_some_and(|t| t.is_word()) && !self.has(i, STOPS) && !self.is_verbal(i) && !self.has(i, class::EVENT);
        let part = hyphen(i + 1) && hyphen(i.wrapping_sub(1));
        let apposed = self.is_punct(i, &[',']) && self.name_ending(i).is_none();
        word || part || apposed || hyphen(i) || self.is_clitic(i)
    }

    /// The tokens of the phrase before which an insertion closes at token `close`: the opening comma, dash or bracket.
    pub fn insertion_start(&self, close: usize) -> Option<usize> {
        const LONGEST: usize = 30;
        let from = close.saturating_sub(LONGEST).max(self.tokens.start);
        let opens: &[char] = if self.is_punct(close, &[')']) { &['('] } else { &[',', '—', '–'] };
        (from..close).rev().take_while(|i| !self.is_punct(*i, &[';', ':'])).find(|i| self.is_punct(*i, opens))
    }
}
