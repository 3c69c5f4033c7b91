//! From a noun phrase to the speaker it names.

use super::super::mention::{NameKind, NameMention, Speaker};
use super::frame::Frame;
use super::holders::Wanted;
use super::memory::{Memory, Voice};
use super::phrase::{Phrase, is_pronoun};
use super::referents::{Referents, gender_of_pronoun};
use super::words;
use crate::lexicon::roles::{RoleKind, RoleWord};
use crate::lexicon::tense::TenseWord;
use crate::lexicon::{Gender, class, word_sets};
use crate::text::{Kind, Token};

word_sets! {
    /// What somebody gives and others quote from, besides utterances.
    PAPER = 0: "paper";
}

/// Finds who is meant by the phrases of one frame.
pub struct Namer<'a> {
    pub f: &'a Frame<'a>,
    pub referents: &'a Referents<'a>,
    pub memory: &'a Memory,
    /// The person whom the quoted words address by name.
    pub addressed: Option<usize>,
    pub entities: &'a [super::super::mention::Entity],
}

impl Namer<'_> {
    /// The speaker that a phrase names: an entity, else its words; none for a phrase that names nobody.
    pub fn speaker(&self, phrase: &Phrase) -> Option<Speaker> {
        let phrase = &before_its_verb(self.f, phrase);
        if let Some(name) = self.named(phrase).or_else(|| self.apposed(phrase)).or_else(|| self.described(phrase)) {
            return Some(self.entity(name.entity, None));
        }
        let written = self.words(phrase)?;
        if let Some(speaker) = self.author(phrase).or_else(|| self.of_age(phrase)) {
            return Some(Speaker { pronoun: Some(written), ..speaker });
        }
        if is_pronominal(self.f, phrase) || phrase.all.len() == 1 && gender_of_pronoun(&written).is_some() {
            return self.pronoun(phrase.core.start, written);
        }
        match self.nominal(phrase) {
            Some(speaker) => Some(Speaker { pronoun: Some(written), ..speaker }),
            None => self.may_speak(phrase).then_some(Speaker { name: written, entity: None, pronoun: None }),
        }
    }

    /// The owner of a statement or speech: `Mr. Lee's apology`, `his statement`, `excerpts from her speech`.
    fn author(&self, phrase: &Phrase) -> Option<Speaker> {
        let f = self.f;
        let paper = |end: usize| end.checked_sub(1).is_some_and(|i| f.is(i, words::UTTERANCE) || SETS.holds(f.word(i), PAPER));
        let (core, all) = (&phrase.core, &phrase.all);
        let whose = if paper(core.end) && core.len() > 1 {
            core.clone()
        } else {
            (paper(core.end) && paper(all.end) && core.end < all.end).then(|| core.end + 1..all.end)?
        };
        let is_clitic = |i: usize| f.token(i).is_some_and(|t| t.kind == Kind::Clitic);
        if let Some(clitic) = whose.clone().find(|i| is_clitic(*i)) {
            // "Lee's lawyer's letter" is the lawyer's
            let anothers = (clitic + 1..whose.end).any(|i| is_clitic(i) || f.has(i, class::ROLE | class::KINSHIP));
            let name = f.person_ending(whose.start, clitic).filter(|_| !anothers);
            return name.map(|name| self.entity(name.entity, None));
        }
        let of_one = ["his", "her", "His", "Her"].contains(&f.word(whose.start));
        let speaker = of_one.then(|| self.pronoun(whose.start, f.word(whose.start).to_owned())).flatten();
        speaker.filter(|s| s.entity.is_some())
    }

    /// `the 43-year-old`: whoever was heard last, if the article has told that age of him and of nobody else.
    fn of_age(&self, phrase: &Phrase) -> Option<Speaker> {
        const LOOK: usize = 400;
        let (f, core) = (self.f, &phrase.core);
        let aged = f.is(core.start, words::THE) && f.word(core.end - 1) == "old" && phrase.all.end == core.end;
        let age = f.index(core.start + 1).filter(|_| aged)?;
        let tokens = &f.cx.tokens;
        let number = tokens.all[age].text(tokens.text);
        let voice = &self.memory.voice()?.speaker;
        let names = &self.f.names[..self.f.names.partition_point(|n| n.tokens.start < age)];
        let mut bearers = names.iter().rev().take(LOOK).filter(|n| self.has_age(n, number)).peekable();
        bearers.peek()?;
        bearers.all(|n| Some(n.entity) == voice.entity).then(|| voice.clone())
    }

    /// `Ann Lee, 43`, `43-year-old Ann Lee`.
    fn has_age(&self, name: &NameMention, number: &str) -> bool {
        let tokens = &self.f.cx.tokens;
        let (start, end) = (name.tokens.start, name.tokens.end);
        let before = start.checked_sub(5).is_some_and(|i| tokens.is(start - 1, "old") && tokens.str(i) == number);
        before || tokens.is(end, ",") && tokens.all.get(end + 1).is_some_and(|t| t.text(tokens.text) == number)
    }

    /// Words that are nobody: a number, an adverb, a time, a verb (`31`, `Moments`, `this morning`, `throwing bottles`).
    fn may_speak(&self, phrase: &Phrase) -> bool {
        let f = self.f;
        let (first, last) = (phrase.core.start, phrase.core.end.saturating_sub(1));
        let of = phrase.all.end > phrase.core.end;
        let count = !of
            && (f.token(last).is_none_or(Token::is_number)
                || f.has(last, class::NUMBER) && !f.has(last, class::ROLE) && !f.word(last).ends_with('s'));
        let time = f.has(last, class::UNIT | class::WEEKDAY | class::MONTH) && !of || f.is(last, words::NOBODY);
        let lower = f.token(first).is_some_and(|t| t.is_word() && !t.is_capital());
        let alone = phrase.core.len() == 1;
        let closed = alone && f.has(first, class::ADVERB | class::ARTICLE | class::PREPOSITION | class::AUXILIARY | class::CONJUNCTION);
        let verb = lower && (f.word(first).ends_with("ing") || alone && f.has(first, class::CUE) || f.is(first, words::BASE));
        let past = lower && f.word(first).ends_with("ed") && f.has(first + 1, class::ARTICLE | class::PREPOSITION | class::PRONOUN);
        !(count || time || closed || verb || past || alone && self.needs_article(first) || self.is_superlative(phrase))
    }

    /// One thing or quality, of which English speaks with an article: `Violent`, `Likewise`, unlike `Protesters`, `Police`, `Management`.
    fn needs_article(&self, i: usize) -> bool {
        let f = self.f;
        let several = f.word(i).ends_with('s') && !f.word(i).ends_with("ss") || f.is(i, words::SPEAKING | words::DOCUMENT | words::PRONOUN);
        f.has(i, class::COMMON) && !several && !f.has(i, class::ROLE | class::KINSHIP | class::ORGANISATION)
    }

    /// `the biggest`, `one of the biggest`: a quality of something.
    fn is_superlative(&self, phrase: &Phrase) -> bool {
        let (all, last) = (&phrase.all, phrase.all.end - 1);
        let led = all.len() == 2 || all.len() == 4 && self.f.word(all.start + 1) == "of";
        led && self.f.has(last - 1, class::ARTICLE) && self.f.word(last).ends_with("est")
    }

    fn entity(&self, entity: usize, pronoun: Option<String>) -> Speaker {
        Speaker { name: self.entities[entity].name.clone(), entity: Some(entity), pronoun }
    }

    /// The words of a phrase, its article in lower case; the article of a name is left out.
    fn words(&self, phrase: &Phrase) -> Option<String> {
        let (f, first) = (self.f, phrase.all.start);
        let last = phrase.core.end.checked_sub(1)?;
        let named = f.has(first, class::ARTICLE) && f.token(last).is_some_and(Token::is_capital) && !f.has(last, class::ROLE);
        let tokens = f.tokens(first + named as usize..phrase.all.end)?;
        let mut words = f.cx.tokens.words(tokens).into_owned();
        if f.has(first, class::ARTICLE | class::DETERMINER) && !named {
            words.get_mut(..1).map(str::make_ascii_lowercase);
        }
        Some(words)
    }

    /// The name that ends the core of the phrase and is its head.
    fn named(&self, phrase: &Phrase) -> Option<&NameMention> {
        let core = &phrase.core;
        // "master of ceremonies Ann Lee"
        if phrase.all.end > core.end && !self.f.has(core.start, class::ARTICLE | class::DETERMINER) && self.f.word(core.end) == "of" {
            let name = self.f.person_ending(core.end + 1, phrase.all.end);
            if let Some(name) = name.filter(|n| self.f.index(core.end + 1).is_some_and(|first| first < n.tokens.start)) {
                return Some(name);
            }
        }
        if core.clone().any(|i| self.f.is(i, words::AND)) {
            return None;
        }
        let name = self.f.name_ending(core.start, core.end)?;
        let first = core.clone().find(|i| !self.f.has(*i, class::ARTICLE))?;
        let alone = self.f.index(first)? == name.tokens.start;
        // "the Republican" is a person by party, not the party
        let by_role = self.f.has(core.end - 1, class::ROLE) && self.f.is(core.start, words::THE);
        (name.kind == NameKind::Person || alone && !by_role && phrase.all.end == core.end).then_some(name)
    }

    /// The name in apposition behind the phrase: `his lawyer, John Smith`.
    fn apposed(&self, phrase: &Phrase) -> Option<&NameMention> {
        let behind = phrase.all.end;
        let titled = |i: &usize| self.f.has(*i, class::TITLE) || self.f.is_punct(*i, &['.']);
        let first = (behind + 1..behind + 5).find(|i| self.f.name_starting(*i).is_some() || !titled(i))?;
        let name = self.f.is_punct(behind, &[',']).then(|| self.f.name_starting(first)).flatten()?;
        let last = phrase.core.end.checked_sub(1)?;
        let somebody = self.f.has(last, class::ROLE | class::KINSHIP) || self.may_be_a_trade(phrase) && self.closes(name, first);
        (name.kind == NameKind::Person && somebody).then_some(name)
    }

    /// Nothing follows the name (its first item given) but the end of the clause: "said the mural, Tom Webb explained" has another speaker.
    fn closes(&self, name: &NameMention, first: usize) -> bool {
        let f = self.f;
        let behind = (first + 1..f.len()).find(|i| f.token_at(*i) >= name.tokens.end).unwrap_or(f.len());
        behind == f.len() || f.is_punct(behind, &['.', ';', ')']) || f.is_comma(behind) && f.is(behind + 1, words::RELATIVE)
    }

    /// `the butcher`: one noun of the language that no table of trades has, and that names no body and nothing written.
    fn may_be_a_trade(&self, phrase: &Phrase) -> bool {
        let (f, last) = (self.f, phrase.core.end - 1);
        let noun = f.has(last, class::COMMON) && !f.has(last, class::ORGANISATION) && !f.is(last, words::DOCUMENT | words::SPEAKING);
        let alone = phrase.core.len() == 2 && phrase.all.end == phrase.core.end && f.is(phrase.core.start, words::THE);
        alone && noun && !f.word(last).ends_with('s')
    }

    /// The name that a phrase describes behind a comma or dash: `Ann Lee — a former aide`; not `in a letter to Ann Lee, a spokesman`.
    fn described(&self, phrase: &Phrase) -> Option<&NameMention> {
        let (f, start) = (self.f, phrase.all.start);
        let comma = start.checked_sub(1).filter(|i| f.is_comma(*i) && f.has(start, class::ARTICLE) && !f.is(start, words::THE))?;
        let name = f.person_ending(comma.saturating_sub(6), comma)?;
        let first = f.item_of(name, comma.saturating_sub(6)..comma)?;
        let titles = (first.saturating_sub(3)..first).rev().take_while(|i| f.has(*i, class::TITLE) || f.is_punct(*i, &['.'])).count();
        let led = (first - titles)
            .checked_sub(1)
            .is_some_and(|i| f.has(i, class::PREPOSITION | class::CUE | class::ATTITUDE) || f.is(i, words::TO | words::BY));
        let last = phrase.core.end.checked_sub(1)?;
        (!led && self.f.has(last, class::ROLE | class::KINSHIP)).then_some(name)
    }

    /// Whom a pronoun stands for; relative and vague pronouns name nobody.
    fn pronoun(&self, at: usize, written: String) -> Option<Speaker> {
        let voice = self.memory.voice();
        if let Some(gender) = gender_of_pronoun(&written) {
            let token = self.f.index(at)?;
            if let Some(name) = self.introduced(token, gender) {
                return Some(Speaker { name, entity: None, pronoun: Some(written) });
            }
            let antecedent = self.referents.antecedent_but(token, gender, self.addressed);
            let heard = voice
                .and_then(|v| Some((v.speaker.entity?, v.sentence.saturating_sub(1))))
                .filter(|(e, _)| self.addressed != Some(*e) && self.referents.is_person(*e) && self.referents.fits(*e, Some(gender)));
            let nearest = match (heard, antecedent) {
                (Some(h), Some(a)) => Some(if h.1 >= a.1 { h } else { a }),
                (h, a) => h.or(a),
            };
            if let Some(v) =
                voice.filter(|v| self.is_nominal_person(v, gender) && nearest.is_none_or(|n| v.sentence.saturating_sub(1) >= n.1))
            {
                return Some(Speaker { pronoun: Some(written), ..v.speaker.clone() });
            }
            return Some(match nearest {
                Some((entity, _)) => self.entity(entity, Some(written)),
                None => Speaker { name: written, entity: None, pronoun: None },
            });
        }
        if matches!(written.to_ascii_lowercase().as_str(), "they" | "it")
            && let Some(v) = voice.filter(|v| v.speaker.entity.is_none_or(|e| !self.referents.is_person(e)))
        {
            return Some(Speaker { pronoun: Some(written), ..v.speaker.clone() });
        }
        let vague = ["who", "this", "these", "which", "that"].iter().any(|w| written.eq_ignore_ascii_case(w));
        (!vague).then_some(Speaker { name: written, entity: None, pronoun: None })
    }

    /// The words for somebody without a name whom the last sentence before a pronoun introduces, with nobody else in either.
    fn introduced(&self, pronoun: usize, gender: Gender) -> Option<String> {
        let cx = self.f.cx;
        let here = cx.article.sentences.partition_point(|s| s.tokens.end <= pronoun);
        let last = here.checked_sub(1)?;
        let words = self.referents.introduced(last, gender)?;
        let first = cx.article.sentences[here].tokens.start;
        let named = self.f.names.iter().any(|n| n.kind == NameKind::Person && (first..pronoun).contains(&n.tokens.start));
        let heard = self.memory.voice().is_some_and(|v| v.sentence > last + 1);
        (!named && !heard).then(|| cx.tokens.words(words).into_owned())
    }

    /// `the president of Ukraine`: one person without a name was heard.
    fn is_nominal_person(&self, voice: &Voice, gender: Gender) -> bool {
        let mut words = voice.speaker.name.split(' ');
        let one = words.next().is_some_and(|w| matches!(w, "the" | "a" | "an"));
        let role = |w: &str| {
            self.f.cx.lexicon.roles.get(self.f.cx.lexicon.words.id(w)).is_some_and(|r| !r.plural && r.gender.is_none_or(|g| g == gender))
        };
        one && voice.speaker.entity.is_none() && words.take_while(|w| *w != "of" && *w != "for").any(role)
    }

    /// Whom `the senator`, `the official`, `the Republican` stands for.
    fn nominal(&self, phrase: &Phrase) -> Option<Speaker> {
        let f = self.f;
        let definite = f.is(phrase.core.start, words::DEFINITE) && phrase.all.end == phrase.core.end;
        let last = phrase.core.end.checked_sub(1)?;
        let role = f.cx.lexicon.roles.get(f.token(last)?.word).filter(|r| definite && !r.plural)?;
        let wanted = Wanted::new(f, phrase, role);
        let holder = self.referents.with_role(role.title, &wanted, f.index(last)?).filter(|h| self.referents.fits(h.0, role.gender));
        let nameless = self.memory.nameless(|name| wanted.was_introduced_as(without_complement(name)));
        if let Some((speaker, _)) = nameless.filter(|n| holder.is_none_or(|h| h.1 < n.1)) {
            return Some(speaker.clone());
        }
        if let Some((entity, _)) = holder {
            return Some(self.entity(entity, None));
        }
        let voice = &self.memory.voice()?.speaker;
        self.may_mean(role, &wanted, voice).then(|| voice.clone())
    }

    /// A person without office may be whoever was heard last; `the official` a source who was called one.
    fn may_mean(&self, role: RoleWord, wanted: &Wanted, voice: &Speaker) -> bool {
        // who is called a source is so because no name may be given
        let person = |e: usize| {
            role.kind == RoleKind::Person && role.title != "source" && self.referents.is_person(e) && self.referents.fits(e, role.gender)
        };
        match voice.entity {
            Some(e) => person(e) && self.referents.may_have(e, wanted),
            None => wanted.is_called(&voice.name),
        }
    }
}

/// `a source | with knowledge of the matter`
fn without_complement(name: &str) -> &str {
    const OPENING: [&str; 9] = [" at ", " close ", " familiar ", " for ", " from ", " in ", " of ", " who ", " with "];
    let end = OPENING.iter().filter_map(|w| name.find(w)).min();
    &name[..end.unwrap_or(name.len())]
}

/// Without a verb that was taken along: `the coalition | issued its own resolution`, `demonstrators | marched`.
pub fn before_its_verb(f: &Frame, phrase: &Phrase) -> Phrase {
    let past = |i: usize| {
        let t = f.token(i).filter(|t| t.is_word() && !t.is_capital());
        t.is_some_and(|t| f.word(i).ends_with("ed") && t.end - t.start > 4 || f.cx.lexicon.tense.get(t) == Some(TenseWord::Past))
    };
    let closes = |i: usize| {
        // "a memo obtained by an agency" is all of it
        let agent = f.is(i, words::BY | words::WITH);
        i >= phrase.all.end || f.has(i, class::ARTICLE | class::DETERMINER | class::PREPOSITION | class::PRONOUN) && !agent
    };
    let noun = |i: usize| !f.has(i, class::ARTICLE | class::DETERMINER | class::ADVERB | class::PREPOSITION);
    // "the nominee also outlined his plan"
    let subject_end = |verb: usize| (phrase.all.start + 1..=verb).rev().find(|end| !f.is_passed_over(end - 1));
    let mut verbs = (phrase.all.start + 1..phrase.all.end).filter(|i| past(*i) && closes(i + 1));
    let end = verbs.find_map(|i| subject_end(i).filter(|end| noun(end - 1)));
    end.map_or_else(|| phrase.clone(), |i| Phrase { core: phrase.core.start..phrase.core.end.min(i), all: phrase.all.start..i })
}

fn is_pronominal(f: &Frame, phrase: &Phrase) -> bool {
    phrase.core.len() == 1 && is_pronoun(f, phrase.core.start)
}
