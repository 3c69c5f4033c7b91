//! The line of `extract`, written straight into a buffer.
//!
//! A line is nine times as long as its article, most of it names of fields and short strings, so that serde's steps for each of them
//! would take longer than finding the claims. The bytes are the same as serde's; a test holds that. Enums and amounts are left to serde.

use serde::Serialize;

use crate::claim::*;
use crate::value::Amount;

/// A line with its line break. Fails only where serde would.
pub fn line(line: &Line) -> serde_json::Result<Vec<u8>> {
    const PER_CLAIM: usize = 700;
    let text: usize = line.source.sentences.iter().map(|s| s.text.len() + 96).sum();
    let mut w = Writer { out: Vec::with_capacity(text + line.claims.len() * PER_CLAIM + 1024) };
    w.text("{\"schema_version\":", &line.schema_version);
    w.raw(",\"source\":");
    w.source(&line.source)?;
    w.raw(",\"claims\":");
    w.list(&line.claims, Writer::claim)?;
    if let Some(text) = &line.text {
        w.raw(",\"text\":");
        w.string(text);
    }
    w.raw("}\n");
    Ok(w.out)
}

/// The line for a file that was not read: its path, and why.
pub fn skipped(line: &Line) -> serde_json::Result<Vec<u8>> {
    let Line { schema_version, source: Source { path, skipped, .. }, .. } = line;
    let mut w = Writer { out: Vec::new() };
    w.text("{\"schema_version\":", schema_version);
    w.text(",\"source\":{\"path\":", path);
    w.field(",\"skipped\":", skipped)?;
    w.raw("},\"claims\":[]}\n");
    Ok(w.out)
}

/// JSON under way. The names of fields come with the marks around them.
struct Writer {
    out: Vec<u8>,
}

type Written = serde_json::Result<()>;

impl Writer {
    fn source(&mut self, s: &Source) -> Written {
        let Source {
            id,
            path,
            offsets,
            origin,
            story,
            title,
            outlet,
            credits,
            authors,
            published,
            published_by,
            language,
            words,
            blocks,
            sentences,
            notes,
            prints,
            skipped,
        } = s;
        self.text("{\"id\":", id);
        self.text(",\"path\":", path);
        self.field(",\"offsets\":", offsets)?;
        if !origin.is_empty() {
            self.text(",\"origin\":", origin);
        }
        if !story.is_empty() {
            self.text(",\"story\":", story);
        }
        self.field(",\"title\":", title)?;
        self.field(",\"outlet\":", outlet)?;
        self.field(",\"credits\":", credits)?;
        self.field(",\"authors\":", authors)?;
        self.field(",\"published\":", published)?;
        self.field(",\"published_by\":", published_by)?;
        self.field(",\"language\":", language)?;
        self.number(",\"words\":", *words);
        self.raw(",\"blocks\":");
        self.list(blocks, Writer::block)?;
        self.raw(",\"sentences\":");
        self.list(sentences, Writer::sentence)?;
        self.field(",\"notes\":", notes)?;
        if let Some(prints) = prints {
            self.raw(",\"prints\":");
            self.prints(prints)?;
        }
        if let Some(reason) = skipped {
            self.text(",\"skipped\":", reason);
        }
        self.raw("}");
        Ok(())
    }

    fn block(&mut self, b: &SourceBlock) -> Written {
        let SourceBlock { role, start, end } = b;
        self.word("{\"role\":", role.name());
        self.number(",\"start\":", *start);
        self.number(",\"end\":", *end);
        self.raw("}");
        Ok(())
    }

    fn sentence(&mut self, s: &SourceSentence) -> Written {
        let SourceSentence { start, end, byte_start, line, column, block, text } = s;
        self.number("{\"start\":", *start);
        self.number(",\"end\":", *end);
        self.number(",\"byte_start\":", *byte_start);
        self.number(",\"line\":", *line);
        self.number(",\"column\":", *column);
        self.word(",\"block\":", block.name());
        self.text(",\"text\":", text);
        self.raw("}");
        Ok(())
    }

    fn prints(&mut self, p: &Prints) -> Written {
        let Prints { lengths, runs } = p;
        self.raw("{\"lengths\":");
        self.list(lengths, |w, n| {
            w.number("", *n);
            Ok(())
        })?;
        self.raw(",\"runs\":");
        self.list(runs, |w, (at, hash)| {
            w.number("[", *at);
            w.number(",", *hash);
            w.raw("]");
            Ok(())
        })?;
        self.raw("}");
        Ok(())
    }

    fn claim(&mut self, c: &Claim) -> Written {
        let Claim {
            id,
            source,
            origin,
            kind,
            text,
            byte_start,
            byte_end,
            start,
            end,
            line,
            column,
            block,
            duplicate_of,
            sentence,
            claimer,
            selector,
            figure,
            date,
            person,
            place,
            role,
            quote,
            event,
            key,
        } = c;
        self.text("{\"id\":", id);
        self.text(",\"source\":", source);
        if !origin.is_empty() {
            self.text(",\"origin\":", origin);
        }
        self.word(",\"kind\":", kind.name());
        self.text(",\"text\":", text);
        self.number(",\"byte_start\":", *byte_start);
        self.number(",\"byte_end\":", *byte_end);
        self.number(",\"start\":", *start);
        self.number(",\"end\":", *end);
        self.number(",\"line\":", *line);
        self.number(",\"column\":", *column);
        self.word(",\"block\":", block.name());
        self.text_or_null(",\"duplicate_of\":", duplicate_of);
        self.number(",\"sentence\":", *sentence);
        self.text_or_null(",\"claimer\":", claimer);
        if let Some(selector) = selector {
            self.field(",\"selector\":", selector)?;
        }
        self.optional(figure, Writer::figure)?;
        self.optional(date, Writer::date)?;
        self.optional(person, Writer::person)?;
        self.optional(place, Writer::place)?;
        self.optional(role, Writer::role)?;
        self.optional(quote, Writer::quote)?;
        self.optional(event, Writer::event)?;
        self.optional(key, Writer::key)?;
        self.raw("}");
        Ok(())
    }

    fn figure(&mut self, f: &Figure) -> Written {
        let Figure { amount, low, high, unit, dimension, hedge, direction, measure, as_of, ordinal } = f;
        self.amount(",\"figure\":{\"amount\":", amount)?;
        self.amount(",\"low\":", low)?;
        self.amount(",\"high\":", high)?;
        self.text_or_null(",\"unit\":", unit);
        self.word(",\"dimension\":", dimension.name());
        self.field(",\"hedge\":", hedge)?;
        self.field(",\"direction\":", direction)?;
        self.text_or_null(",\"measure\":", measure);
        self.text_or_null(",\"as_of\":", as_of);
        self.truth(",\"ordinal\":", *ordinal);
        self.raw("}");
        Ok(())
    }

    fn date(&mut self, d: &Date) -> Written {
        let Date { edtf, grain, relative, event } = d;
        self.text_or_null(",\"date\":{\"edtf\":", edtf);
        self.field(",\"grain\":", grain)?;
        self.truth(",\"relative\":", *relative);
        self.text_or_null(",\"event\":", event);
        self.raw("}");
        Ok(())
    }

    fn person(&mut self, p: &Person) -> Written {
        let Person { name, entity } = p;
        self.text(",\"person\":{\"name\":", name);
        self.text(",\"entity\":", entity);
        self.raw("}");
        Ok(())
    }

    fn place(&mut self, p: &Place) -> Written {
        let Place { name, entity, place_type, metonym } = p;
        self.text(",\"place\":{\"name\":", name);
        self.text(",\"entity\":", entity);
        self.field(",\"type\":", place_type)?;
        self.truth(",\"metonym\":", *metonym);
        self.raw("}");
        Ok(())
    }

    fn role(&mut self, r: &Role) -> Written {
        let Role { person, entity, title, status } = r;
        self.text(",\"role\":{\"person\":", person);
        self.text(",\"entity\":", entity);
        self.text(",\"title\":", title);
        self.field(",\"status\":", status)?;
        self.raw("}");
        Ok(())
    }

    fn quote(&mut self, q: &Quote) -> Written {
        let Quote { speaker, entity, form, cue, relayed_by, unmarked } = q;
        self.text_or_null(",\"quote\":{\"speaker\":", speaker);
        self.text_or_null(",\"entity\":", entity);
        self.field(",\"form\":", form)?;
        self.text_or_null(",\"cue\":", cue);
        self.text_or_null(",\"relayed_by\":", relayed_by);
        self.raw(if *unmarked { ",\"unmarked\":true}" } else { "}" });
        Ok(())
    }

    fn event(&mut self, e: &Event) -> Written {
        let Event { concept, participants, modality, place, edtf, day, side } = e;
        self.text(",\"event\":{\"concept\":", concept);
        self.raw(",\"participants\":");
        self.list(participants, |w, p| {
            w.field("{\"role\":", &p.role)?;
            w.text(",\"entity\":", &p.entity);
            w.raw("}");
            Ok(())
        })?;
        self.field(",\"modality\":", modality)?;
        self.text_or_null(",\"place\":", place);
        self.text_or_null(",\"edtf\":", edtf);
        if let Some(day) = day {
            self.text(",\"day\":", day);
        }
        if let Some(side) = side {
            self.field(",\"side\":", side)?;
        }
        self.raw("}");
        Ok(())
    }

    /// A key leaves out what it does not have.
    fn key(&mut self, k: &Key) -> Written {
        let Key { concept, head, modifiers, base, product, verb, subject, entities, tellers, places, time, terms, slot, site, .. } = k;
        let Key { step, changed_from, restates, superseded, undated, told_then, dated_aside, heard, beside, doing, negated, .. } = k;
        self.raw(",\"key\":{");
        let from = self.out.len();
        self.text_if_any(",\"concept\":", concept);
        self.text_if_any(",\"head\":", head);
        self.texts_if_any(",\"modifiers\":", modifiers)?;
        self.text_if_any(",\"base\":", base);
        self.text_if_any(",\"product\":", product);
        self.text_if_any(",\"verb\":", verb);
        self.text_if_any(",\"subject\":", subject);
        self.texts_if_any(",\"entities\":", entities)?;
        self.texts_if_any(",\"tellers\":", tellers)?;
        self.texts_if_any(",\"places\":", places)?;
        self.text_if_any(",\"time\":", time);
        self.texts_if_any(",\"terms\":", terms)?;
        if step.is_some() {
            self.amount(",\"step\":", step)?;
        }
        if let Some(at) = changed_from {
            self.number(",\"changed_from\":", *at);
        }
        if let Some(at) = restates {
            self.number(",\"restates\":", *at);
        }
        self.truth_if_so(",\"superseded\":", *superseded);
        self.truth_if_so(",\"undated\":", *undated);
        self.truth_if_so(",\"told_then\":", *told_then);
        self.truth_if_so(",\"dated_aside\":", *dated_aside);
        self.truth_if_so(",\"heard\":", *heard);
        if let Some(slot) = slot {
            self.field(",\"slot\":{\"kind\":", &slot.kind)?;
            self.text(",\"of\":", &slot.of);
            self.raw("}");
        }
        if let Some(site) = site {
            self.field(",\"site\":", site)?;
        }
        if let Some(beside) = beside {
            self.field(",\"beside\":", beside)?;
        }
        if let Some(doing) = doing {
            self.field(",\"doing\":", doing)?;
        }
        self.truth_if_so(",\"negated\":", *negated);
        if self.out.len() > from {
            self.out.remove(from);
        }
        self.raw("}");
        Ok(())
    }

    #[inline(always)]
    fn raw(&mut self, json: &str) {
        self.out.extend_from_slice(json.as_bytes());
    }

    #[inline(always)]
    fn text(&mut self, name: &str, value: &str) {
        self.raw(name);
        self.string(value);
    }

    /// A word of the program, in which JSON escapes nothing.
    #[inline(always)]
    fn word(&mut self, name: &str, value: &str) {
        self.raw(name);
        self.raw("\"");
        self.raw(value);
        self.raw("\"");
    }

    #[inline(always)]
    fn text_or_null(&mut self, name: &str, value: &Option<impl AsRef<str>>) {
        self.raw(name);
        match value {
            Some(text) => self.string(text.as_ref()),
            None => self.raw("null"),
        }
    }

    #[inline(always)]
    fn text_if_any(&mut self, name: &str, value: &Option<impl AsRef<str>>) {
        if let Some(text) = value {
            self.text(name, text.as_ref());
        }
    }

    fn texts_if_any(&mut self, name: &str, values: &[Short]) -> Written {
        if values.is_empty() {
            return Ok(());
        }
        self.raw(name);
        self.list(values, |w, v| {
            w.string(v);
            Ok(())
        })
    }

    #[inline(always)]
    fn number(&mut self, name: &str, value: u32) {
        self.raw(name);
        self.raw(itoa::Buffer::new().format(value));
    }

    /// Fractions are left to serde.
    fn amount(&mut self, name: &str, value: &Option<Amount>) -> Written {
        match value.and_then(Amount::as_i64) {
            Some(whole) => {
                self.raw(name);
                self.raw(itoa::Buffer::new().format(whole));
                Ok(())
            }
            None => self.field(name, value),
        }
    }

    fn truth_if_so(&mut self, name: &str, value: bool) {
        if value {
            self.truth(name, value);
        }
    }

    #[inline(always)]
    fn truth(&mut self, name: &str, value: bool) {
        self.raw(name);
        self.raw(if value { "true" } else { "false" });
    }

    /// What is rare or no string goes through serde.
    fn field(&mut self, name: &str, value: &impl Serialize) -> Written {
        self.raw(name);
        serde_json::to_writer(&mut self.out, value)
    }

    fn optional<T>(&mut self, value: &Option<Box<T>>, write: impl Fn(&mut Self, &T) -> Written) -> Written {
        value.as_ref().map_or(Ok(()), |v| write(self, v))
    }

    fn list<T>(&mut self, values: &[T], write: impl Fn(&mut Self, &T) -> Written) -> Written {
        self.raw("[");
        for (i, v) in values.iter().enumerate() {
            if i > 0 {
                self.raw(",");
            }
            write(self, v)?;
        }
        self.raw("]");
        Ok(())
    }

    /// A string without the characters that JSON escapes is copied whole; the others are serde's.
    fn string(&mut self, text: &str) {
        if has_escaped(text.as_bytes()) {
            // writing a string into memory cannot fail
            let _ = serde_json::to_writer(&mut self.out, text);
            return;
        }
        self.out.reserve(text.len() + 2);
        self.out.push(b'"');
        self.out.extend_from_slice(text.as_bytes());
        self.out.push(b'"');
    }
}

/// Whether JSON escapes one of these bytes: a control character, `"` or `\`. Sixteen are looked at together, the last ones twice if need
/// be.
fn has_escaped(bytes: &[u8]) -> bool {
    let sixteen = |b: &[u8; 16]| b.iter().fold(false, |any, b| any | is_escaped(*b));
    if let Some(last) = bytes.last_chunk::<16>() {
        return sixteen(last) || bytes.as_chunks::<16>().0.iter().any(sixteen);
    }
    match (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        (Some(first), Some(last)) => (escaped(u64::from_le_bytes(*first)) | escaped(u64::from_le_bytes(*last))) != 0,
        _ => bytes.iter().any(|b| is_escaped(*b)),
    }
}

fn is_escaped(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

/// Not 0 when one of eight bytes is less than a space, `"` or `\` (the tests for zero and for less of "Bit Twiddling Hacks", S. E.
/// Anderson).
fn escaped(bytes: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let below = |word: u64, least: u64| word.wrapping_sub(EACH * least) & !word;
    let is = |byte: u8| below(bytes ^ (EACH * byte as u64), 1);
    (below(bytes, 0x20) | is(b'"') | is(b'\\')) & (EACH * 0x80)
}
