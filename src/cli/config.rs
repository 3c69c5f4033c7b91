//! The configuration: `.claimdiff.toml`, found upward from the working directory or named by `--config`.
//!
//! ```toml
//! [aliases]
//! "Kiev" = "Kyiv"
//!
//! [outlets]
//! "Gazette" = "Harbour Gazette"
//!
//! [[units]]
//! name = "dunam"
//! dimension = "area"
//! base = "square meter"
//! factor = "1000"
//! words = ["dunam", "dunams"]
//!
//! [[concepts]]
//! name = "meals_served"
//! label = "meals served"
//! dimensions = ["count"]
//! words = ["meals served", "served meals"]
//!
//! [[dismiss]]
//! id = "f0f053e4"
//! status = "conflict"
//! values = ["11 people", "14 lives"]
//! reason = "The later figure counts those who died in hospital."
//! date = 2026-03-10
//! ```

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use rust_decimal::Decimal;
use serde::Deserialize;
use toml::{Table, Value};

use super::args::day;
use super::input;
use crate::lexicon::{More, lexicon, more, slug};
use crate::reconcile::group::Status;
use crate::report::dismissal::Dismissal;
use crate::report::labels;
use crate::value::Dimension;

const NAME: &str = ".claimdiff.toml";
/// A larger file was not written by hand.
const LARGEST: u64 = 1 << 24;

/// The keys of the file, and of the tables that are listed under them; tables of names have keys of their own.
const KEYS: [(&str, &[&str]); 5] = [
    ("aliases", &[]),
    ("concepts", &["dimensions", "family", "label", "name", "words"]),
    ("dismiss", &["date", "id", "reason", "status", "values"]),
    ("outlets", &[]),
    ("units", &["base", "dimension", "factor", "name", "symbols", "words"]),
];

/// The keys whose values are lists of texts, and those with a check of their own below; all others have texts.
const LISTS: [&str; 4] = ["dimensions", "symbols", "values", "words"];
const OTHERS: [&str; 2] = ["date", "factor"];

struct File {
    aliases: BTreeMap<String, String>,
    outlets: BTreeMap<String, String>,
    units: Vec<Unit>,
    concepts: Vec<Concept>,
    dismiss: Vec<Dismiss>,
}

#[derive(Deserialize)]
struct Unit {
    name: String,
    dimension: String,
    base: String,
    factor: Value,
    words: Vec<String>,
    #[serde(default)]
    symbols: Vec<String>,
}

#[derive(Deserialize)]
struct Concept {
    name: String,
    label: String,
    dimensions: Vec<String>,
    family: Option<String>,
    words: Vec<String>,
}

#[derive(Deserialize)]
struct Dismiss {
    id: String,
    status: String,
    values: Vec<String>,
    reason: String,
    date: Option<Value>,
}

/// Reads the configuration and adds its rows to the lexicon, which nothing may have used yet. Gives back what is dismissed.
pub fn load(named: Option<&Path>) -> Result<Vec<Dismissal>> {
    let Some(path) = named.map(Path::to_owned).or_else(find) else { return Ok(Vec::new()) };
    read(&input::text(&path, LARGEST)?).with_context(|| path.display().to_string())
}

/// The nearest file on the way from the working directory up.
fn find() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    here.ancestors().map(|folder| folder.join(NAME)).find(|file| file.is_file())
}

fn read(text: &str) -> Result<Vec<Dismissal>> {
    let Configuration { more, dismissed, bases } = parse(text)?;
    if !more.is_empty() {
        more::add(more);
        known_bases(&bases)?;
    }
    Ok(dismissed)
}

/// What a configuration says.
#[derive(Debug, PartialEq)]
pub struct Configuration {
    /// Rows for the tables, each in the format of its table.
    pub more: More,
    /// The findings that are dismissed.
    pub dismissed: Vec<Dismissal>,
    /// The names of units, each with the name of its base unit, which may be one of the tables.
    bases: Vec<(String, String)>,
}

/// Reads the text of a configuration; the error says what is wrong, in one line.
pub fn parse(text: &str) -> Result<Configuration> {
    let table: Table = text.parse().map_err(|e| parse_error(text, &e))?;
    known_keys(&table)?;
    let file = File {
        aliases: names(&table, "aliases")?,
        outlets: names(&table, "outlets")?,
        units: rows(&table, "units")?,
        concepts: rows(&table, "concepts")?,
        dismiss: rows(&table, "dismiss")?,
    };
    no_circle(&file.aliases)?;
    let number = |(n, d): (usize, &Dismiss)| dismissal(d).with_context(|| numbered("dismiss", n));
    let dismissed = file.dismiss.iter().enumerate().map(number).collect::<Result<_>>()?;
    let bases = file.units.iter().map(|u| (u.name.clone(), u.base.clone())).collect();
    Ok(Configuration { more: additions(&file)?, dismissed, bases })
}

/// A table of names that stand for others.
fn names(table: &Table, key: &str) -> Result<BTreeMap<String, String>> {
    let rows = match table.get(key) {
        None => return Ok(BTreeMap::new()),
        Some(Value::Table(rows)) => rows,
        Some(_) => bail!("{key}: no table; write [{key}]"),
    };
    let name = |(name, value): (&String, &Value)| match value.as_str() {
        Some(text) if is_empty(name) || is_empty(text) => bail!("[{key}] \"{name}\": one of the two names is empty"),
        Some(text) => Ok((name.clone(), text.to_owned())),
        None => bail!("[{key}] \"{name}\": what it stands for is no text in quotation marks"),
    };
    rows.iter().map(name).collect()
}

fn is_empty_text(value: &Value) -> bool {
    value.as_str().is_some_and(is_empty)
}

fn is_empty(text: &str) -> bool {
    text.trim().is_empty()
}

/// The tables that are listed under a key.
fn rows<T: serde::de::DeserializeOwned>(table: &Table, key: &str) -> Result<Vec<T>> {
    let rows = match table.get(key) {
        None => return Ok(Vec::new()),
        Some(Value::Array(rows)) => rows,
        Some(_) => bail!("{key}: no list of tables; write [[{key}]]"),
    };
    let row = |(n, row): (usize, &Value)| {
        row.clone().try_into().map_err(|e: toml::de::Error| anyhow!("{}: {}", numbered(key, n), e.message().trim_end().replace('\n', " ")))
    };
    rows.iter().enumerate().map(row).collect()
}

fn numbered(key: &str, n: usize) -> String {
    format!("[[{key}]] number {}", n + 1)
}

/// Refuses an alias that stands, by way of others, for itself; longer circles than [`LONGEST`] are hardly slips. Names that differ only in
/// case or accents are the same, as where they are looked up.
fn no_circle(aliases: &BTreeMap<String, String>) -> Result<()> {
    const LONGEST: usize = 16;
    let is_more = |(alias, name): &(&String, &String)| alias == name || slug(alias) != slug(name);
    let folded: BTreeMap<String, String> = aliases.iter().filter(is_more).map(|(alias, name)| (slug(alias), slug(name))).collect();
    for alias in aliases.keys() {
        let start = slug(alias);
        let mut name = &start;
        for _ in 0..folded.len().min(LONGEST) {
            let Some(next) = folded.get(name) else { break };
            if *next == start {
                bail!("[aliases] \"{alias}\": stands for itself");
            }
            name = next;
        }
    }
    Ok(())
}

/// The error for what is no TOML, with its line.
fn parse_error(text: &str, e: &toml::de::Error) -> anyhow::Error {
    let before = e.span().and_then(|s| text.get(..s.start)).unwrap_or_default();
    anyhow!("line {}: {}", before.matches('\n').count() + 1, e.message())
}

fn known_keys(table: &Table) -> Result<()> {
    let top = KEYS.map(|(key, _)| key);
    for (key, value) in table {
        let Some((_, keys)) = KEYS.iter().find(|(k, _)| k == key) else { return Err(unknown("key", key, &top)) };
        let Value::Array(list) = value else { continue };
        for (n, row) in list.iter().enumerate() {
            known_row(row, keys).with_context(|| numbered(key, n))?;
        }
    }
    Ok(())
}

/// A table with known keys and values of their types.
fn known_row(row: &Value, keys: &[&str]) -> Result<()> {
    let row = row.as_table().context("no table")?;
    for (key, value) in row {
        let key = key.as_str();
        let is_list = || value.as_array().is_some_and(|list| list.iter().all(Value::is_str));
        match () {
            () if !keys.contains(&key) => return Err(unknown("key", key, keys)),
            () if OTHERS.contains(&key) => {}
            () if LISTS.contains(&key) && !is_list() => bail!("\"{key}\" is no list of texts in quotation marks"),
            () if !LISTS.contains(&key) && !value.is_str() => bail!("\"{key}\" is no text in quotation marks"),
            () if matches!(key, "words" | "symbols") && value.as_array().into_iter().flatten().any(is_empty_text) => {
                bail!("one of its {key} is empty")
            }
            () if matches!(key, "name" | "label") && is_empty_text(value) => bail!("the {key} is empty"),
            () => {}
        }
    }
    Ok(())
}

/// An error that names the unknown word and the nearest known one, or all where none is near.
fn unknown(what: &str, word: &str, known: &[&str]) -> anyhow::Error {
    match nearest(word, known.iter().copied()) {
        Some(near) => anyhow!("unknown {what} \"{word}\"; the nearest known one is \"{near}\""),
        None => anyhow!("unknown {what} \"{word}\"; known are {}", known.join(", ")),
    }
}

/// The first of the nearest that a slip may have made the word of.
fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    const NEAR: usize = 2;
    let near = known.map(|k| (strsim::damerau_levenshtein(k, word), k)).filter(|(distance, _)| *distance <= NEAR);
    near.min_by_key(|(distance, _)| *distance).map(|(_, k)| k)
}

fn dismissal(d: &Dismiss) -> Result<Dismissal> {
    let written = match &d.date {
        Some(Value::String(text)) => Some(text.clone()),
        Some(Value::Datetime(time)) => Some(time.to_string()),
        Some(_) => Some(String::new()),
        None => None,
    };
    if written.as_deref().is_some_and(|text| day(text).is_err()) {
        bail!("the date is no day as in 2026-03-10");
    }
    let status = Status::ALL.into_iter().find(|s| labels::status(*s) == d.status);
    let Some(status) = status else { return Err(unknown("status", &d.status, &Status::ALL.map(labels::status))) };
    if d.values.is_empty() {
        bail!("it names no values");
    }
    if d.values.iter().any(|v| is_empty(v)) {
        bail!("one of its values is empty");
    }
    if is_empty(&d.reason) {
        bail!("the reason is empty");
    }
    Ok(Dismissal { id: d.id.clone(), status, values: d.values.clone(), reason: d.reason.clone(), date: written })
}

fn additions(file: &File) -> Result<More> {
    Ok(More {
        units: file.units.iter().map(unit_row).collect::<Result<_>>()?,
        concepts: file.concepts.iter().map(concept_row).collect::<Result<_>>()?,
        agencies: file.outlets.iter().map(|(form, name)| row(&[&form.to_lowercase(), name])).collect::<Result<_>>()?,
        aliases: file.aliases.clone().into_iter().collect(),
    })
}

fn unit_row(u: &Unit) -> Result<String> {
    let factor = match &u.factor {
        Value::String(s) => s.clone(),
        Value::Integer(n) => n.to_string(),
        _ => bail!("unit \"{}\": the factor is no whole number and no text such as \"4046.86\"", u.name),
    };
    let number = factor.parse::<Decimal>().ok().filter(|f| *f > Decimal::ZERO);
    let Some(number) = number else { bail!("unit \"{}\": the factor {factor} is no number above zero", u.name) };
    if u.base == u.name && number != Decimal::ONE {
        bail!("unit \"{}\": the factor of its own base is 1", u.name);
    }
    dimension(&u.dimension).with_context(|| format!("unit \"{}\"", u.name))?;
    let lower: Vec<String> = u.words.iter().map(|w| w.to_lowercase()).collect();
    row(&[&u.name, &u.dimension, &u.base, &factor, &lower.join(", "), &u.symbols.join(", ")])
}

fn concept_row(c: &Concept) -> Result<String> {
    c.dimensions.iter().try_for_each(|d| dimension(d)).with_context(|| format!("concept \"{}\"", c.name))?;
    let words: Vec<String> = c.words.iter().map(|w| w.to_lowercase().split_whitespace().collect::<Vec<_>>().join("_")).collect();
    row(&[&c.name, &c.label, &c.dimensions.join(","), c.family.as_deref().unwrap_or("-"), "-", &words.join(" ")])
}

fn dimension(name: &str) -> Result<()> {
    let all: Vec<&str> = Dimension::ALL.iter().map(|d| d.name()).collect();
    if all.contains(&name) || name == "date" { Ok(()) } else { Err(unknown("dimension", name, &all)) }
}

/// A row as the tables have them.
fn row(columns: &[&str]) -> Result<String> {
    match columns.iter().find(|c| c.contains(['\t', '\n', '\r']) || c.starts_with('#')) {
        Some(c) => bail!("\"{}\" cannot stand in a table", c.escape_debug()),
        None => Ok(columns.join("\t") + "\n"),
    }
}

/// A unit converts only into one that is known.
fn known_bases(bases: &[(String, String)]) -> Result<()> {
    let units = &lexicon().units;
    let Some((name, base)) = bases.iter().find(|(_, base)| units.named(base).is_none()) else { return Ok(()) };
    // All that are known are too many for an error.
    let mut known: Vec<&str> = units.names().collect();
    known.sort_unstable();
    let near = nearest(base, known.into_iter()).map_or(String::new(), |near| format!("; the nearest known one is \"{near}\""));
    bail!("unit \"{name}\": unknown base \"{base}\"{near}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(text: &str) -> String {
        format!("{:#}", read(text).unwrap_err())
    }

    #[test]
    fn unknown_keys_are_named_with_the_nearest() {
        assert_eq!(error("foo = 1"), "unknown key \"foo\"; known are aliases, concepts, dismiss, outlets, units");
        assert_eq!(error("alises = {}"), "unknown key \"alises\"; the nearest known one is \"aliases\"");
        assert_eq!(error("[[dismiss]]\nids = \"x\""), "[[dismiss]] number 1: unknown key \"ids\"; the nearest known one is \"id\"");
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        assert_eq!(error("[aliases]\nKiev = \n"), "line 2: string values must be quoted, expected literal string");
        assert_eq!(error("[[dismiss]]\nid = \"x\""), "[[dismiss]] number 1: missing field `status`");
        assert_eq!(error("[aliases]\nKiev = 7"), "[aliases] \"Kiev\": what it stands for is no text in quotation marks");
        assert_eq!(error("[[dismiss]]\nid = 5"), "[[dismiss]] number 1: \"id\" is no text in quotation marks");
        assert_eq!(error("[[units]]\nwords = 'dunam'"), "[[units]] number 1: \"words\" is no list of texts in quotation marks");
        assert_eq!(error("[[units]]\nwords = ['dunam', 5]"), "[[units]] number 1: \"words\" is no list of texts in quotation marks");
        assert_eq!(error("units = [5]"), "[[units]] number 1: no table");
        assert_eq!(error("aliases = 7"), "aliases: no table; write [aliases]");
        assert_eq!(error("[dismiss]\nid = 'x'"), "dismiss: no list of tables; write [[dismiss]]");
        let unit = "[[units]]\nname='dunam'\ndimension='are'\nbase='square meter'\nfactor='1000'\nwords=['dunam']";
        assert_eq!(error(unit), "unit \"dunam\": unknown dimension \"are\"; the nearest known one is \"area\"");
        assert_eq!(error(&unit.replace("1000", "0")), "unit \"dunam\": the factor 0 is no number above zero");
        let own = unit.replace("='are'", "='area'").replace("square meter", "dunam");
        assert_eq!(error(&own), "unit \"dunam\": the factor of its own base is 1");
    }

    #[test]
    fn nothing_is_no_name() {
        assert_eq!(error("[aliases]\n'' = 'Holm'"), "[aliases] \"\": one of the two names is empty");
        assert_eq!(error("[outlets]\nHolm = ' '"), "[outlets] \"Holm\": one of the two names is empty");
        let concept = "[[concepts]]\nname='meals'\nlabel='meals'\ndimensions=['count']\nwords=['meals', '']";
        assert_eq!(error(concept), "[[concepts]] number 1: one of its words is empty");
        assert_eq!(error(&concept.replace("label='meals'", "label=''")), "[[concepts]] number 1: the label is empty");
    }

    #[test]
    fn a_dismissal_without_sense_is_refused() {
        let good = "[[dismiss]]\nid = 'f0'\nstatus = 'conflict'\nvalues = ['11']\nreason = 'known'\ndate = '2026-03-10'";
        let wrong = |from: &str, to: &str| error(&format!("{good}\n{}", good.replace(from, to)));
        let second = |what: &str| format!("[[dismiss]] number 2: {what}");
        assert!(read(good).is_ok());
        assert_eq!(wrong("conflict", "confict"), second("unknown status \"confict\"; the nearest known one is \"conflict\""));
        assert_eq!(wrong("2026-03-10", "heute"), second("the date is no day as in 2026-03-10"));
        assert_eq!(wrong("known", " "), second("the reason is empty"));
        assert_eq!(wrong("'11'", ""), second("it names no values"));
        assert_eq!(wrong("'11'", "'11', ' '"), second("one of its values is empty"));
        assert_eq!(wrong("'2026-03-10'", "2026-03-10T08:00:00"), second("the date is no day as in 2026-03-10"));
        assert_eq!(wrong("2026-03-10", "2026-03-10T08:00"), second("the date is no day as in 2026-03-10"));
    }

    #[test]
    fn aliases_in_a_circle_are_refused() {
        assert_eq!(error("[aliases]\nA = 'B'\nB = 'C'\nC = 'A'"), "[aliases] \"A\": stands for itself");
        assert!(parse("[aliases]\nA = 'B'\nB = 'C'").is_ok());
        assert!(parse("[aliases]\n'Łódź' = 'Lodz'").is_ok(), "it says nothing new, and harms nobody");
        assert_eq!(error("[aliases]\n'Łódź' = 'Lodsch'\nLODSCH = 'łódź'"), "[aliases] \"LODSCH\": stands for itself");
    }

    #[test]
    fn a_dismissal_has_all_that_was_written() {
        let text = "[[dismiss]]\nid = 'f0'\nstatus = 'conflict'\nvalues = ['11', '14']\nreason = 'known'\ndate = 2026-03-10";
        let wanted = Dismissal {
            id: "f0".into(),
            status: Status::Conflict,
            values: vec!["11".into(), "14".into()],
            reason: "known".into(),
            date: Some("2026-03-10".into()),
        };
        assert_eq!(read(text).unwrap(), [wanted]);
    }
}
