//! What the first pass found in the article, as evidence for the second.

use rustc_hash::FxHashMap;

use super::Segment;
use super::feature::{Props, props, recall};
use super::firms::{acts_as_firm, is_at, is_of_league};
use super::unit::Unit;
use super::weights::Label;
use super::words::{follows_ship, leads_thing};
use crate::extract::Context;
use crate::lexicon::{PlaceType, class};
use crate::text::Token;

/// By the key of some words: what they were taken for, and what they are part of.
#[derive(Default)]
pub struct Memory(FxHashMap<u64, Known>);

#[derive(Clone, Copy, Default)]
struct Known {
    by_label: [i32; 6],
    mentions: u32,
    part: Props,
    /// A storm or a ship is called so.
    thing: bool,
    /// A part of a league is called so.
    league: bool,
    /// A firm is called so.
    firm: bool,
    /// It stands behind a given name.
    family: bool,
    /// Something is in it, comes from it or goes to it.
    located: bool,
}

impl Memory {
    pub fn of(cx: &Context, segments: &[Segment]) -> Self {
        let mut memory = Memory::default();
        memory.0.reserve(segments.len());
        for s in segments {
            memory.learn(cx, s);
        }
        memory
    }

    fn learn(&mut self, cx: &Context, s: &Segment) {
        let known = self.0.entry(s.key).or_default();
        known.by_label[s.label as usize] += s.margin.clamp(1, 300);
        known.mentions += 1;
        self.called(cx, s);
        let first = &cx.tokens.all[s.tokens.start];
        if s.tokens.len() > 1 && is_of_league(cx, first, s.tokens.end) {
            self.0.entry(token_key(cx, first)).or_default().league = true;
        }
        if (s.label != Label::Person || s.tokens.len() == 1) && acts_as_firm(cx, s) {
            self.0.entry(token_key(cx, first)).or_default().firm = true;
        }
        if s.tokens.start.checked_sub(1).is_some_and(|i| cx.tokens.is_any(i, &["from", "in", "into", "to"])) {
            self.0.entry(s.key).or_default().located = true;
        }
        let mut words = cx.tokens.all[s.tokens.clone()].iter().filter(|t| t.is_capital());
        let (Some(first), Some(last)) = (words.next(), words.next_back()) else { return };
        match s.label {
            Label::Person => {
                self.part(cx, first, recall::FIRST_OF_PERSON);
                self.part(cx, last, recall::LAST_OF_PERSON);
                self.0.entry(token_key(cx, last)).or_default().family |= first.is(class::GIVEN_NAME);
            }
            Label::Organisation => {
                self.parts(cx, s, recall::PART_OF_ORGANISATION);
                self.initials(cx, s);
            }
            Label::Place => self.parts(cx, s, recall::PART_OF_PLACE),
            _ => {}
        }
    }

    /// `Hurricane Marla` will be meant by `Marla`, and `the ferry Marla` too.
    fn called(&mut self, cx: &Context, s: &Segment) {
        let last = s.tokens.end - 1;
        if s.label != Label::Other {
        } else if cx.tokens.all[s.tokens.start..last].last().is_some_and(leads_thing) {
            self.0.entry(token_key(cx, &cx.tokens.all[last])).or_default().thing = true;
        } else if follows_ship(cx, s.tokens.start) {
            self.0.entry(s.key).or_default().thing = true;
        }
    }

    /// These units, whose key it is, are the name of a storm or a ship, and no surname.
    pub fn is_thing(&self, key: u64) -> bool {
        self.0.get(&key).is_some_and(|known| known.thing && !known.part.any(recall::LAST_OF_PERSON))
    }

    /// `last in the Atlantic`: where the article has `the Atlantic Division`.
    pub fn is_of_league(&self, cx: &Context, key: u64, unit: &Unit) -> bool {
        let article = unit.tokens.start.checked_sub(1).is_some_and(|i| cx.tokens.is(i, "the"));
        article && self.0.get(&key).is_some_and(|known| known.league)
    }

    fn part(&mut self, cx: &Context, token: &Token, bit: u8) {
        self.0.entry(token_key(cx, token)).or_default().part.set(bit, true);
    }

    fn parts(&mut self, cx: &Context, s: &Segment, bit: u8) {
        cx.tokens.all[s.tokens.clone()].iter().filter(|t| t.is_capital()).for_each(|t| self.part(cx, t, bit));
    }

    /// `National Rifle Association` will be meant by `NRA`.
    fn initials(&mut self, cx: &Context, s: &Segment) {
        let capitals = cx.tokens.all[s.tokens.clone()].iter().filter(|t| t.is_capital());
        let letters = capitals.filter_map(|t| cx.tokens.text.as_bytes().get(t.start as usize));
        self.0.entry(letters_key(letters)).or_default().part.set(recall::ABBREVIATES, true);
    }

    /// What is known from elsewhere of these units; `key` is theirs.
    pub fn recall(&self, cx: &Context, key: u64, units: &[Unit]) -> Props {
        let Some(known) = self.0.get(&key) else { return Props::default() };
        let mut p = Props::default();
        if let [unit] = units {
            p = known.part;
            p.set(recall::ABBREVIATES, false);
            p.set(recall::ABBREVIATES, known.part.any(recall::ABBREVIATES) && unit.props.any(props::ACRONYM));
            p.set(recall::NAMESAKE, p.any(recall::LAST_OF_PERSON) && unit.props.any(props::PLACE_FIRST) && is_small_town(cx, unit));
        }
        if known.mentions > 1 {
            let best = (0..6).max_by_key(|l| known.by_label[*l]).unwrap_or(0);
            p.set(SAME[best], true);
        }
        p
    }

    /// Two names with a hyphen between them, each known by itself: `Moss-Winkler talks`.
    pub fn are_two(&self, cx: &Context, units: &[Unit]) -> bool {
        let [first, hyphen, second] = units else { return false };
        hyphen.props.any(props::HYPHEN) && self.is_whole(cx, first) && self.is_whole(cx, second)
    }

    /// These words, whose key it is, are a person elsewhere.
    pub fn is_person(&self, key: u64) -> bool {
        self.0.get(&key).is_some_and(|known| known.by_label[Label::Person as usize] > 0)
    }

    /// `Jane Smith`, where the article goes on with `Smith`.
    pub fn ends_in_bearer(&self, cx: &Context, units: &[Unit]) -> bool {
        let [first, last] = units else { return false };
        let known = self.0.get(&begin(cx, last)).is_some_and(|k| k.mentions > 1 && k.by_label[Label::Person as usize] > 0);
        known && first.props.any(props::GIVEN)
    }

    /// This word ends the name of a person elsewhere.
    pub fn is_surname(&self, key: u64) -> bool {
        self.0.get(&key).is_some_and(|known| known.part.any(recall::LAST_OF_PERSON))
    }

    /// `a great night from Webb`, `nobody came near Webb`: a part of the name of a person elsewhere, and no place of any size; one `in`
    /// which something is, or which a state follows, may be a small town.
    pub fn is_namesake(&self, cx: &Context, key: u64, unit: &Unit) -> bool {
        let part = self.0.get(&key).is_some_and(|known| known.part.any(recall::LAST_OF_PERSON) || known.part.any(recall::FIRST_OF_PERSON));
        if !part {
            return false;
        }
        let before = unit.tokens.start.wrapping_sub(1);
        let located = || cx.tokens.is_any(before, &["in", "at"]) || cx.tokens.get(unit.tokens.end).is_some_and(|t| t.is_punct(','));
        match cx.lexicon.places.exactly(&cx.tokens.all[unit.tokens.clone()]) {
            None => !cx.tokens.is(before, "in"),
            // "Jordan was dismissed" beside "Eddie Jordan" is no country
            Some(p) if p.place_type == PlaceType::Country => {
                p.is_name && self.is_surname(key) && (is_subject(cx, unit) || self.is_nowhere(key))
            }
            Some(_) => is_small_town(cx, unit) && !located(),
        }
    }

    /// The surname behind a given name, which the article never has as the name of where something is.
    fn is_nowhere(&self, key: u64) -> bool {
        self.0.get(&key).is_some_and(|known| known.family && !known.located)
    }

    /// `Forbes said` beside `Gordon Forbes`: the surname of a person, and a well-known firm that the article does not show as one.
    pub fn is_founder(&self, cx: &Context, key: u64, unit: &Unit) -> bool {
        let known = self.0.get(&key).is_some_and(|known| known.family && !known.firm);
        let surname = cx.tokens.get(unit.tokens.start).is_some_and(|t| t.is(class::SURNAME));
        known && surname && cx.lexicon.organisations.exactly(&cx.tokens.all[unit.tokens.clone()]).is_some() && !is_at(cx, unit.tokens.start)
    }

    /// The article has these words as one name more than once.
    pub fn is_repeated(&self, key: u64) -> bool {
        self.0.get(&key).is_some_and(|known| known.mentions > 1)
    }

    /// `Acquire Smith`, where every word has a capital: behind an ordinary word there stands a name that the article mostly has without it.
    pub fn is_led(&self, cx: &Context, key: u64, units: &[Unit]) -> bool {
        let [first, second, rest @ ..] = units else { return false };
        // "Bill Clinton" is led by nothing, "Will Clinton" may be
        let given = first.props.any(props::GIVEN) && !first.props.any(props::FUNCTION);
        if !first.props.any(props::START_COMMON) || given || !second.is_name() {
            return false;
        }
        let own = rest.iter().fold(begin(cx, second), |key, unit| extend(cx, key, unit));
        let mentions = |key: u64| self.0.get(&key).map_or(0, |known| known.mentions);
        let (own, whole) = (mentions(own) + 2 * self.is_family(own) as u32, mentions(key));
        own >= 2 && whole * 2 <= own
    }

    /// `Smith Willing`, where every word has a capital: behind a surname that the article has elsewhere there stands an ordinary word,
    /// which is nobody's surname there.
    pub fn is_trailed(&self, cx: &Context, key: u64, units: &[Unit]) -> bool {
        let [first, last] = units else { return false };
        if !last.props.any(props::START_COMMON) || !first.is_name() || self.is_repeated(key) || self.is_family(begin(cx, last)) {
            return false;
        }
        let own = begin(cx, first);
        let alone = self.0.get(&own).is_some_and(|k| k.mentions > 1 && k.by_label[Label::Person as usize] > 0);
        self.is_family(own) || alone && !first.props.any(props::GIVEN)
    }

    /// The word with this key stands behind a given name.
    fn is_family(&self, key: u64) -> bool {
        self.0.get(&key).is_some_and(|known| known.family)
    }

    fn is_whole(&self, cx: &Context, unit: &Unit) -> bool {
        self.0.get(&begin(cx, unit)).is_some_and(|known| {
            let taken = known.by_label[Label::Person as usize] + known.by_label[Label::Place as usize];
            known.part.any(recall::LAST_OF_PERSON) || taken > 0
        })
    }
}

/// A verb stands behind it and no preposition before it.
fn is_subject(cx: &Context, unit: &Unit) -> bool {
    let before = unit.tokens.start.checked_sub(1).is_some_and(|i| cx.tokens.all[i].is(class::PREPOSITION));
    let behind = cx.tokens.get(unit.tokens.end).is_some_and(|t| !t.is_capital() && t.is(class::CUE | class::AUXILIARY));
    behind && !before
}

fn is_small_town(cx: &Context, unit: &Unit) -> bool {
    let place = cx.lexicon.places.exactly(&cx.tokens.all[unit.tokens.clone()]);
    place.is_some_and(|p| p.place_type == PlaceType::City && p.size < 6)
}

const SAME: [u8; 6] =
    [recall::SAME_NONE, recall::SAME_PERSON, recall::SAME_PLACE, recall::SAME_ORGANISATION, recall::SAME_PEOPLE, recall::SAME_OTHER];

/// The key of a token: its letters in lower case, without stops.
pub fn token_key(cx: &Context, token: &Token) -> u64 {
    letters_key(token.text(cx.tokens.text).as_bytes().iter())
}

fn letters_key<'b>(bytes: impl Iterator<Item = &'b u8>) -> u64 {
    bytes.filter(|b| **b != b'.').fold(0, |key, b| mix(key, b.to_ascii_lowercase() as u64))
}

/// One step of FxHash.
fn mix(key: u64, with: u64) -> u64 {
    (key.rotate_left(5) ^ with).wrapping_mul(0x517c_c1b7_2722_0a95)
}

/// The key of a unit's words; for one word, the key of its token.
pub fn begin(cx: &Context, unit: &Unit) -> u64 {
    behind_first(cx, unit.key, unit)
}

/// The key of some words and those of the unit behind them.
pub fn extend(cx: &Context, key: u64, unit: &Unit) -> u64 {
    behind_first(cx, mix(key, unit.key), unit)
}

/// Adds the tokens of a unit behind its first one.
fn behind_first(cx: &Context, key: u64, unit: &Unit) -> u64 {
    let rest = &cx.tokens.all[unit.tokens.start + 1..unit.tokens.end];
    rest.iter().filter(|t| !t.is_punct('.')).fold(key, |key, t| mix(key, token_key(cx, t)))
}
