//! Roles: the title or relation of a person, bound to the name beside it.

mod agent;
mod assumed;
mod counted;
mod first;
mod kin;
mod list;
mod modifiers;
mod nominal;
mod nominee;
mod office;
mod once;
mod party;
mod shared;
mod term;
mod trade;
mod words;

use super::Context;
use super::mention::{Mentions, NameKind, NameMention, RoleMention};
use crate::claim::RoleStatus;
use crate::lexicon::class;
use crate::lexicon::roles::RoleKind;
use crate::text::{Token, form};
use list::Standing;
use office::{Office, OfficeReader};
use trade::Trades;

/// Finds the roles of the people of an article.
pub fn find(cx: &Context, found: &mut Mentions) {
    let mut roles = Vec::new();
    let binder = Binder { cx, found, reader: OfficeReader { cx, found } };
    for name in found.names.iter().filter(|n| n.kind == NameKind::Person) {
        binder.person(name, &mut roles);
    }
    roles.extend(shared::find(cx, found));
    roles = ordered(cx, roles);
    once::leave_out(cx, found, &mut roles);
    found.roles = roles;
    let assumed = assumed::find(cx, found);
    // the bare name of an office does not mean a former holder
    let (held, past): (Vec<_>, Vec<_>) = assumed.into_iter().partition(|r| r.status == RoleStatus::Current);
    found.roles.extend(held);
    found.roles = ordered(cx, std::mem::take(&mut found.roles));
    let nominal = nominal::find(cx, found, &found.roles);
    found.roles.extend(past);
    found.roles.extend(nominal);
    found.roles = ordered(cx, std::mem::take(&mut found.roles));
    for (role, of) in kin::owners(cx, found) {
        found.roles[role].of = Some(of);
    }
}

/// In order of the text, those that stand beside a name before others at the same place; only a title in the plural is that of several.
fn ordered(cx: &Context, mut roles: Vec<RoleMention>) -> Vec<RoleMention> {
    let several = |r: &RoleMention| {
        let Some(last) = r.tokens.end.checked_sub(1) else { return false };
        let last = if cx.tokens.all[last].is_punct('.') { last.saturating_sub(1) } else { last };
        let word = cx.tokens.all[last].word;
        let noun = cx.lexicon.roles.get(word).is_some_and(|r| r.plural) || cx.lexicon.kinship.get(word).is_some_and(|k| k.plural);
        let code = || cx.lexicon.roles.code(cx.tokens.all, cx.tokens.text, last).is_some_and(|c| c.plural);
        noun || code() || counted::is_in_short(cx, last) || counted::several_in_words(cx, last).is_some()
    };
    roles.sort_by_key(|r| r.span.start);
    roles.dedup_by(|b, a| a.span.start == b.span.start && (a.entity == b.entity || !several(b)));
    roles
}

struct Binder<'a> {
    cx: &'a Context<'a>,
    found: &'a Mentions,
    reader: OfficeReader<'a>,
}

impl Binder<'_> {
    fn person(&self, name: &NameMention, roles: &mut Vec<RoleMention>) {
        let (from, to) = self.sentence(name);
        let known = roles.len();
        let acted_on = self.is_object(from, name);
        if !acted_on {
            self.before(from, name, roles);
        }
        self.behind(to, name, roles);
        if roles.len() == known && !acted_on {
            roles.extend(Trades { cx: self.cx, reader: self.reader }.of(name, from, to));
        }
        roles.extend(self.party(from, to, name));
    }

    /// The tokens of the sentence of a name.
    fn sentence(&self, name: &NameMention) -> (usize, usize) {
        let sentences = &self.cx.article.sentences;
        let at = sentences.partition_point(|s| s.tokens.end <= name.tokens.start);
        sentences.get(at).map_or((name.tokens.start, name.tokens.end), |s| (s.tokens.start, s.tokens.end))
    }

    fn is_punct(&self, i: usize, marks: &[char]) -> bool {
        self.cx.tokens.curly(i).is_some_and(|c| marks.contains(&c))
    }

    fn is(&self, i: usize, words: &[&str]) -> bool {
        words.iter().any(|w| self.cx.tokens.is(i, w))
    }

    /// `Russian President X`, `Putin's adviser, X,`, `bank chief and former Prime Minister X`.
    fn before(&self, from: usize, name: &NameMention, roles: &mut Vec<RoleMention>) {
        let start = self.courtesy_start(from, name.tokens.start);
        let comma = start > from && self.is_punct(start - 1, &[',']);
        let end = if comma { start - 1 } else { start };
        let complement = || Some(end).filter(|_| comma).and_then(|end| self.reader.ending_in_complement(from, end));
        let of_another = || Some(end).filter(|_| comma).and_then(|end| self.of_another(from, end));
        let once = || Some(end).filter(|_| comma).and_then(|end| self.held_then(from, end));
        let Some(office) = self.reader.ending(from, end).or_else(complement).or_else(once).or_else(of_another) else { return };
        let (office, first) = match self.parted(from, &office) {
            Some((first, title)) => (title, Some(first)),
            None => (office.clone(), self.joined_before(from, &office)),
        };
        let before = |o: &Office| (self.is_premodifier(o) || self.joins_kin(from, o, roles)) && !self.is_given_name(o, name);
        let binds = |o: &Office| if comma { self.is_apposition(o, name) } else { before(o) };
        let bound = binds(&office) || first.as_ref().is_some_and(binds);
        if bound {
            let above = if comma { None } else { self.above(from, &office, name) };
            let of = office.of.clone().or_else(|| self.home(name).filter(|_| !comma && office.kind == RoleKind::Office));
            self.push(name.entity, Office { of, ..office }, roles);
            first.into_iter().chain(above).for_each(|f| self.push(name.entity, f, roles));
        }
    }

    /// `the lawyer for Mrs. Webb |, Lee`.
    fn of_another(&self, from: usize, end: usize) -> Option<Office> {
        let names = &self.found.names;
        let client =
            names.get(names.partition_point(|n| n.tokens.end < end)).filter(|n| n.tokens.end == end && n.kind == NameKind::Person)?;
        let link =
            self.courtesy_start(from, client.tokens.start).checked_sub(1).filter(|i| *i > from && self.is(*i, &["for", "of", "to"]))?;
        let of = Some(self.found.entities[client.entity].id.clone());
        self.reader.ending(from, link).filter(|o| o.determined).map(|office| Office { of, ..office })
    }

    /// `the director at the time |, Lee`, `the mayor until 2019 |, Lee`.
    fn held_then(&self, from: usize, end: usize) -> Option<Office> {
        let (at, status) = self.reader.term_ending(from, end)?;
        let office = self.reader.ending(from, at).or_else(|| self.reader.ending_in_complement(from, at))?;
        Some(Office { status: if office.status == RoleStatus::Current { status } else { office.status }, ..office })
    }

    /// `the panel's chairman, | Representative Lee`: the office that the title before a name stands behind.
    fn above(&self, from: usize, title: &Office, name: &NameMention) -> Option<Office> {
        let comma = title.tokens.start.checked_sub(1).filter(|i| *i > from && self.is_punct(*i, &[',']))?;
        let bare = title.tokens.len() <= 2 && title.kind == RoleKind::Office;
        self.reader.ending(from, comma).filter(|o| bare && self.is_apposition(o, name))
    }

    /// `Panel Chairman | Rep. Lee`: an office, and behind it the courtesy of a legislator; `Attorney Gen.` is one office.
    fn parted(&self, from: usize, office: &Office) -> Option<(Office, Office)> {
        const COURTESIES: [&str; 4] = ["rep", "reps", "sen", "sens"];
        const DEGREES: [&str; 8] = ["assistant", "associate", "deputy", "lieutenant", "major", "senior", "surgeon", "vice"];
        let stop = office.tokens.end.checked_sub(1).filter(|i| self.is_punct(*i, &['.']))?;
        let title = stop.checked_sub(1).filter(|i| *i > office.tokens.start && self.is(*i, &COURTESIES))?;
        let degree = self.is(title - 1, &DEGREES);
        let head = !degree && self.cx.tokens.get(title - 1).is_some_and(|t| t.is_word() && t.is_capital() && t.is(class::ROLE));
        let first = self.reader.ending(from, title).filter(|o| head && o.kind == RoleKind::Office)?;
        let bare = self.reader.ending(title, office.tokens.end)?;
        Some((first, bare))
    }

    /// Where the courtesy before a name begins: `the mayor, | Dr. Lee`.
    fn courtesy_start(&self, from: usize, name: usize) -> usize {
        let stop = name > from && self.is_punct(name - 1, &['.']);
        let Some(word) = name.checked_sub(1 + stop as usize).filter(|i| *i >= from) else { return name };
        let courtesy = |t: &Token| {
            let l = self.cx.lexicon;
            t.is_capital() && l.titles.get(t.word).is_some_and(|t| t.office.is_none()) && l.roles.get(t.word).is_none()
        };
        if self.cx.tokens.get(word).is_some_and(courtesy) { word } else { name }
    }

    /// The role that `and` joins to the front of this one.
    fn joined_before(&self, from: usize, office: &Office) -> Option<Office> {
        let and = office.tokens.start.checked_sub(1).filter(|i| *i > from && self.is(*i, &["and"]))?;
        self.reader.ending(from, and)
    }

    /// `rushed to champion Mr. Lee`, `could not coach Lee`: a verb in its base form has the name as its object; not `according to coach Lee`.
    fn is_object(&self, from: usize, name: &NameMention) -> bool {
        const LEADING: [&str; 12] = ["can", "could", "help", "helped", "may", "might", "must", "not", "should", "to", "will", "would"];
        const HEARING: [&str; 7] = ["according", "listened", "said", "speaking", "spoke", "talked", "talking"];
        let Some(verb) = self.courtesy_start(from, name.tokens.start).checked_sub(1) else { return false };
        let led = || verb > 0 && self.is(verb - 1, &LEADING) && !(verb > 1 && self.is(verb - 2, &HEARING));
        let token = &self.cx.tokens.all[verb];
        words::SETS.has(token, words::VERB) && !token.is_capital() && led()
    }

    /// `Earl Clark`: a given name, not an earl.
    fn is_given_name(&self, office: &Office, name: &NameMention) -> bool {
        const GIVEN: [&str; 4] = ["dean", "del", "duke", "earl"];
        office.tokens.len() == 1 && name.tokens.len() == 1 && self.is(office.tokens.start, &GIVEN)
    }

    fn is_premodifier(&self, office: &Office) -> bool {
        match office.kind {
            RoleKind::Office => true,
            RoleKind::Relation => office.possessed || office.of.is_some(),
            RoleKind::Person => false,
        }
    }

    /// `his mother Ann, 58, and | sister`: both are relatives of the same person.
    fn joins_kin(&self, from: usize, office: &Office, roles: &[RoleMention]) -> bool {
        const NEAR: usize = 9;
        let start = office.tokens.start;
        let kin = |i: usize| self.cx.tokens.get(i).is_some_and(|t| t.is(class::KINSHIP));
        let joined = start > from && (self.is(start - 1, &["and"]) || self.is_punct(start - 1, &[',']));
        let last = roles.last().filter(|r| joined && r.tokens.start >= from && r.tokens.end + NEAR > start);
        last.is_some_and(|r| kin(r.tokens.end - 1) && kin(office.tokens.end - 1))
    }

    /// `the minister, X,`, `the minister, X of Velm,`: closed by a comma, unless a possessor makes it sure, or the sentence begins with it.
    fn is_apposition(&self, office: &Office, name: &NameMention) -> bool {
        let (from, to) = self.sentence(name);
        let end = self.particulars_end(self.reader.behind_name(name), to);
        let closed = self.is_punct(end, &[',', '.', ';', ')', '—', '–', ':']) || end >= self.cx.tokens.len();
        let stands = office.determined && (closed || self.is_fronted(from, office, end));
        // "The death of her mother, X said, was" tells of nobody's role
        let aside = self.cx.tokens.get(end).is_some_and(|t| t.is(class::CUE) && !t.is_capital()) && self.is_punct(end + 1, &[',']);
        office.possessed && !aside
            || office.kind == RoleKind::Office && stands
            || office.kind == RoleKind::Relation && self.is_fronted(from, office, end)
    }

    /// `The son of farmers, X has …`: the sentence begins with the role, and its verb stands behind the name, which ends before token
    /// `end`. "The mayor, X said, was ill", "The mother of two, X has said, left" are about another.
    fn is_fronted(&self, from: usize, office: &Office, end: usize) -> bool {
        const VERBS: usize = 4;
        let verb = |i: usize| {
            let t = self.cx.tokens.get(i)?;
            (!t.is_capital() && (t.is(class::AUXILIARY | class::VERB | class::CUE | class::ATTITUDE) || self.reader.is_past(i)))
                .then_some(i)
        };
        let last = (end..end + VERBS).map_while(verb).last();
        let said = self.cx.tokens.get(end).is_some_and(|t| t.is(class::CUE));
        office.tokens.start <= from + 1 && !said && last.is_some_and(|i| !self.is_punct(i + 1, &[',']))
    }

    /// `X, an analyst with …`, `X, who serves as …`, `X is the president`.
    fn behind(&self, to: usize, name: &NameMention, roles: &mut Vec<RoleMention>) {
        let end = self.particulars_end(self.reader.behind_name(name), to);
        let (start, status) = if self.is_punct(end, &[',']) {
            match self.verb_of_being(end + 1) {
                Some(v) => v,
                None => return self.apposition(end + 1, to, name, roles),
            }
        } else {
            match self.verb_of_being(end) {
                Some(v) => v,
                None => return,
            }
        };
        if let Some(mut office) = self.reader.starting(start, to).filter(|o| self.is_stated(start, o, status)) {
            if office.status == RoleStatus::Current {
                office.status = status;
            }
            self.push_all(name.entity, office, to, Standing::Predicate, roles);
        }
    }

    /// The office behind a verb of being is what somebody is: `is also the mayor`, unlike `was visiting her mother`, `was the second
    /// officer to`.
    fn is_stated(&self, start: usize, office: &Office, status: RoleStatus) -> bool {
        let kind = office.kind == RoleKind::Office || office.kind == RoleKind::Relation && status != RoleStatus::Then;
        let other = |i: usize| self.cx.tokens.get(i).is_some_and(|t| t.is(class::PRONOUN)) || self.cx.tokens.str(i).ends_with("ing");
        // "The meeting with Smith was private" names no rank
        let alone = office.tokens.len() == 1 && !office.determined && !self.is(office.tokens.end, &["of"]);
        let is = office.tokens.start > 0 && self.cx.tokens.all[office.tokens.start - 1].is(class::AUXILIARY);
        // the campaign "Ott Is Boss" has a title with capitals
        let in_title = is && alone && self.cx.tokens.all[office.tokens.start - 1].is_capital();
        let adjective = alone && is && words::SETS.has(&self.cx.tokens.all[office.tokens.start], words::ADJECTIVE);
        let counted = self.is(office.tokens.end, &["to"]) && (start..office.tokens.end).any(|i| self.cx.tokens.all[i].is(class::ORDINAL));
        kind && !(start..office.tokens.start).any(other)
            && !counted
            && !adjective
            && !in_title
            && !self.names_next(office)
            && !self.reader.holds_person(&office.tokens)
    }

    /// Behind the age, party and home of a person: `Ann Lee | , 34`, `Lee | of Maryland`, `Lee | (D-Calif.)`.
    fn particulars_end(&self, mut i: usize, to: usize) -> usize {
        const BRACKETED: usize = 10;
        for _ in 0..5 {
            let closing = || (i..to.min(i + BRACKETED)).find(|k| self.is_punct(*k, &[')']));
            if self.is_punct(i, &['(']) {
                let Some(close) = closing() else { return i };
                i = close + 1;
            } else if self.is(i, &["of", "from"]) || self.is_punct(i, &[',']) && self.is(i + 1, &["of", "from"]) {
                let Some(place) = self.place_at(i + 1 + self.is_punct(i, &[',']) as usize) else { return i };
                i = place;
            } else if self.is_punct(i, &[',']) && self.is_punct(i + 2, &[',']) && self.cx.tokens.get(i + 1).is_some_and(|t| t.is_number()) {
                i += 2;
            } else if let Some(degree) = self.degree(i) {
                i = degree;
            } else {
                return i;
            }
        }
        i
    }

    /// Behind a degree that commas set off: `Lee | , M.D. |, is`.
    fn degree(&self, comma: usize) -> Option<usize> {
        const TOKENS: usize = 4;
        let first = self.cx.tokens.get(comma + 1).filter(|t| t.is_capital() && !t.is(class::PLACE))?;
        let known = first.has(form::DOTTED) || words::SETS.has(first, words::DEGREE) || self.is(comma + 1, &["ph"]);
        let end = (comma + 2..=comma + 1 + TOKENS).find(|i| self.is_punct(*i, &[',']))?;
        let spelled = (comma + 2..end).all(|i| self.cx.tokens.get(i).is_some_and(|t| t.glued()));
        (self.is_punct(comma, &[',']) && known && spelled).then_some(end)
    }

    /// The place that a title before a name is of: `Governor Lee | of Velm`.
    fn home(&self, name: &NameMention) -> Option<String> {
        let of = self.reader.behind_name(name);
        let names = &self.found.names;
        let place = names.get(names.partition_point(|n| n.tokens.start <= of)).filter(|n| n.tokens.start == of + 1)?;
        (self.is(of, &["of"]) && place.kind == NameKind::Place).then(|| self.found.entities[place.entity].id.clone())
    }

    /// Behind the place that is named from token `at` on.
    fn place_at(&self, at: usize) -> Option<usize> {
        let names = &self.found.names;
        let name = names.get(names.partition_point(|n| n.tokens.start < at))?;
        (name.tokens.start == at && name.kind == NameKind::Place).then_some(name.tokens.end)
    }

    /// `who serves as`, `was elected`, `is`: the token behind, and whether the office is held.
    fn verb_of_being(&self, mut i: usize) -> Option<(usize, RoleStatus)> {
        if self.is(i, &["who", "has", "had"]) {
            i += 1;
        }
        if self.is(i, &["will"]) && self.is(i + 1, &["be", "become"]) {
            return Some((i + 2, RoleStatus::Elect));
        }
        let past = self.is(i, &["previously", "formerly", "once"]);
        i += (past || self.is(i, &["also", "currently", "now"])) as usize;
        if self.is(i, &["served", "worked"]) && self.is(i + 1, &["as"]) {
            return Some((i + 2, RoleStatus::Former));
        }
        if self.is(i, &["serves", "acts", "works"]) && self.is(i + 1, &["as"]) {
            return Some((i + 2, RoleStatus::Current));
        }
        if let Some(chosen) = self.chosen(i) {
            return Some((chosen, RoleStatus::Current));
        }
        let denied = self.is(i + 1, &["not", "never", "no", "neither", "hardly", "n't"]);
        let status = if past || self.is(i, &["was"]) { RoleStatus::Then } else { RoleStatus::Current };
        (!denied && self.is(i, &["is", "was", "became", "remains"])).then_some((i + 1, status))
    }

    /// Behind `was named`, `is re-elected as`; in a headline behind the participle alone (`Lee Named`).
    fn chosen(&self, mut i: usize) -> Option<usize> {
        const PARTICIPLES: [&str; 5] = ["appointed", "elected", "hired", "named", "nominated"];
        let passive = self.is(i, &["was", "been", "is"]);
        i += passive as usize;
        i += self.cx.tokens.get(i).is_some_and(|t| t.is(class::ADVERB)) as usize;
        if self.is(i, &["re"]) && self.is_punct(i + 1, &['-']) {
            i += 2;
        }
        // "Trump named a lawyer" names another
        let active = |i: usize| !passive && self.cx.tokens.get(i).is_some_and(|t| t.is(class::ARTICLE | class::DETERMINER));
        let behind = if self.is(i + 1, &["as"]) { i + 2 } else { i + 1 };
        (self.is(i, &PARTICIPLES) && !active(behind)).then_some(behind)
    }

    fn apposition(&self, start: usize, to: usize, name: &NameMention, roles: &mut Vec<RoleMention>) {
        let Some(office) = self.reader.starting(start, to) else { return };
        // "The actor, Ann Lee, sued the director" of another
        let acts = |i: usize| self.cx.tokens.get(i).is_some_and(|t| !t.is_capital() && (t.is(class::VERB) || self.reader.is_past(i)));
        let whole = office.tokens.start <= start + 1 || office.determined && !(start..office.tokens.start).any(acts);
        let closes = self.reader.closes(office.tokens.end, to)
            || self.is(start, &["a", "an", "the"]) && self.reader.is_participle(office.tokens.end);
        if closes && whole && office.kind != RoleKind::Person && !self.names_next(&office) && !self.leads_next(&office, to) {
            self.push_all(name.entity, office, to, Standing::Apposition, roles);
        }
    }

    /// The office and those that are joined to it.
    fn push_all(&self, entity: usize, office: Office, to: usize, standing: Standing, roles: &mut Vec<RoleMention>) {
        let others = self.reader.joined(&office, to, standing);
        for mut office in std::iter::once(office).chain(others) {
            office.of = office.of.take().or_else(|| self.reader.place_of(&office)).or_else(|| self.reader.body(&office, to));
            if standing == Standing::Apposition && office.status == RoleStatus::Current {
                office.status = self.reader.by_term(office.tokens.end, to).unwrap_or(RoleStatus::Current);
            }
            self.push(entity, office, roles);
        }
    }

    /// A person stands right behind the role, whose it then is.
    fn names_next(&self, office: &Office) -> bool {
        let names = &self.found.names;
        let at = names.partition_point(|n| n.tokens.start < office.tokens.end);
        names.get(at).is_some_and(|n| n.tokens.start == office.tokens.end && n.kind == NameKind::Person)
    }

    /// `X, the leader, | Y of Velm, went`: another person and her home stand behind the role and its comma, and then that one's verb.
    fn leads_next(&self, office: &Office, to: usize) -> bool {
        let comma = office.tokens.end;
        let names = &self.found.names;
        let next = names.get(names.partition_point(|n| n.tokens.start <= comma)).filter(|n| n.tokens.start == comma + 1);
        let Some(next) = next.filter(|n| n.kind == NameKind::Person && self.is_punct(comma, &[','])) else { return false };
        let end = self.particulars_end(self.reader.behind_name(next), to);
        let home = end > self.reader.behind_name(next) && self.is_punct(end, &[',']);
        let behind = end + 1;
        let verb = |t: &Token| !t.is_capital() && (t.is(class::AUXILIARY | class::CUE | class::VERB) || self.reader.is_past(behind));
        office.determined && home && self.cx.tokens.get(behind).is_some_and(verb)
    }

    fn push(&self, entity: usize, office: Office, roles: &mut Vec<RoleMention>) {
        let Office { tokens, title, status, of, .. } = office;
        let span = self.cx.tokens.span(tokens.clone());
        roles.push(RoleMention { span, tokens, entity, title, status, of });
    }
}
