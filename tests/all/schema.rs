//! The JSON Schema fits what is written, and speaks of the same words as the types.

use std::fmt;

use boon::{Compiler, SchemaIndex, Schemas};
use claimdiff::report::schema::SCHEMA;
use serde::de::{Deserialize, Deserializer, Visitor};
use serde_json::Value;

use crate::program::{run, stdout, stories};

/// A definition of the schema, ready to validate with.
struct Definition {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Definition {
    fn new(name: &str) -> Self {
        let mut schemas = Schemas::new();
        let mut compiler = Compiler::new();
        compiler.add_resource("claimdiff.json", schema()).unwrap();
        let index = compiler.compile(&format!("claimdiff.json#/$defs/{name}"), &mut schemas).unwrap();
        Definition { schemas, index }
    }

    #[track_caller]
    fn accepts(&self, value: &Value) {
        if let Err(e) = self.schemas.validate(value, self.index) {
            panic!("{e:#}");
        }
    }

    fn refuses(&self, value: &Value) -> bool {
        self.schemas.validate(value, self.index).is_err()
    }
}

fn schema() -> Value {
    serde_json::from_str(SCHEMA).unwrap()
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|l| serde_json::from_str(l).unwrap()).collect()
}

#[test]
fn the_program_prints_the_schema() {
    assert_eq!(stdout(&["schema"]), SCHEMA);
}

#[test]
fn reports_of_all_stories_are_valid() {
    let report = Definition::new("report");
    for story in stories() {
        report.accepts(&serde_json::from_str(&stdout(&["--format", "json", &story])).unwrap());
    }
}

#[test]
fn typed_lines_of_all_stories_are_valid() {
    let line = Definition::new("report_line");
    for story in stories() {
        for value in lines(&stdout(&["--format", "jsonl", &story])) {
            line.accepts(&value);
        }
    }
}

#[test]
fn extract_lines_of_all_stories_are_valid() {
    let line = Definition::new("extract_line");
    for story in stories() {
        for value in lines(&stdout(&["extract", "--with", "text", &story])) {
            line.accepts(&value);
        }
    }
}

#[test]
fn a_skipped_file_is_a_valid_line() {
    let output = run(&["extract", "stories/ferry-fire", "no-such-file"]);
    let values = lines(std::str::from_utf8(&output.stdout).unwrap());
    let skipped = values.iter().find(|v| v["source"]["path"] == "no-such-file").unwrap();
    Definition::new("skipped_line").accepts(skipped);
}

#[test]
fn what_is_not_in_the_contract_is_refused() {
    let report = Definition::new("report");
    let good: Value = serde_json::from_str(&stdout(&["--format", "json", "stories/ferry-fire"])).unwrap();
    let spoilt = |pointer: &str, value: Value| {
        let mut bad = good.clone();
        *bad.pointer_mut(pointer).unwrap() = value;
        bad
    };
    assert!(report.refuses(&spoilt("/groups/0/status", "true".into())));
    assert!(report.refuses(&spoilt("/claims/0/kind", "number".into())));
    assert!(report.refuses(&spoilt("/claims/0/line", 0.into())));
    let mut more = good.clone();
    more["claims"][0]["likely"] = 0.9.into();
    assert!(report.refuses(&more));
    let mut less = good.clone();
    less["claims"][0].as_object_mut().unwrap().remove("origin");
    assert!(report.refuses(&less));
}

/// The names that a type has for serde: the variants of an enum, the fields of a struct.
fn names<'de, T: Deserialize<'de>>() -> Vec<&'static str> {
    let mut found = Vec::new();
    // Nothing is read, so this always ends in an error.
    let _ = T::deserialize(Names(&mut found));
    found
}

struct Names<'a>(&'a mut Vec<&'static str>);

/// Ends the reading once the names are known.
#[derive(Debug)]
struct Stop;

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("stop")
    }
}

impl std::error::Error for Stop {}

impl serde::de::Error for Stop {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Stop
    }
}

impl<'de> Deserializer<'de> for Names<'_> {
    type Error = Stop;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Stop> {
        Err(Stop)
    }

    fn deserialize_enum<V: Visitor<'de>>(self, _: &'static str, variants: &'static [&'static str], _: V) -> Result<V::Value, Stop> {
        self.0.extend(variants);
        Err(Stop)
    }

    fn deserialize_struct<V: Visitor<'de>>(self, _: &'static str, fields: &'static [&'static str], _: V) -> Result<V::Value, Stop> {
        self.0.extend(fields);
        Err(Stop)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct newtype_struct
        seq tuple tuple_struct map identifier ignored_any
    }
}

/// The words of a closed vocabulary of the schema.
fn words(definition: &str) -> Vec<String> {
    let list = schema()["$defs"][definition]["enum"].as_array().unwrap().clone();
    list.iter().map(|w| w.as_str().unwrap().to_owned()).collect()
}

#[test]
fn vocabularies_are_those_of_the_types() {
    use claimdiff::claim::{
        BlockRole, ClaimKind, Demand, Grain, Lead, Modality, Offsets, Part, Period, Phase, PlaceType, Pole, PublishedBy, QuoteForm,
        RoleStatus, SlotKind, Stage, Tense,
    };
    use claimdiff::reconcile::group::{GroupKind, Level, Reason, Severity, Status, Within};
    use claimdiff::value::{Dimension, Direction, Hedge};
    assert_eq!(words("block_role"), names::<BlockRole>());
    assert_eq!(words("claim_kind"), names::<ClaimKind>());
    assert_eq!(words("demand"), names::<Demand>());
    assert_eq!(words("lead"), names::<Lead>());
    assert_eq!(words("phase"), names::<Phase>());
    assert_eq!(words("stage"), names::<Stage>());
    assert_eq!(words("grain"), names::<Grain>());
    assert_eq!(words("modality"), names::<Modality>());
    assert_eq!(words("part"), names::<Part>());
    assert_eq!(words("offsets"), names::<Offsets>());
    assert_eq!(words("period"), names::<Period>());
    assert_eq!(words("place_type"), names::<PlaceType>());
    assert_eq!(words("pole"), names::<Pole>());
    assert_eq!(words("published_by"), names::<PublishedBy>());
    assert_eq!(words("quote_form"), names::<QuoteForm>());
    assert_eq!(words("role_status"), names::<RoleStatus>());
    assert_eq!(words("slot_kind"), names::<SlotKind>());
    assert_eq!(words("group_kind"), names::<GroupKind>());
    assert_eq!(words("level"), names::<Level>());
    assert_eq!(words("reason"), names::<Reason>());
    assert_eq!(words("severity"), names::<Severity>());
    assert_eq!(words("status"), names::<Status>());
    assert_eq!(words("since"), names::<claimdiff::reconcile::group::Since>());
    assert_eq!(words("within"), names::<Within>());
    assert_eq!(words("answer"), names::<claimdiff::report::against::Answer>());
    assert_eq!(words("tense"), names::<Tense>());
    assert_eq!(words("dimension"), names::<Dimension>());
    assert_eq!(words("direction"), names::<Direction>());
    assert_eq!(words("hedge"), names::<Hedge>());
}

/// The properties of a definition, and of others that belong to the same object, in alphabetical order.
fn properties(definitions: &[&str]) -> Vec<String> {
    let schema = schema();
    let objects = definitions.iter().map(|d| schema["$defs"][d]["properties"].as_object().unwrap());
    let mut found: Vec<String> = objects.flat_map(|o| o.keys().cloned()).collect();
    found.sort();
    found
}

fn fields<'de, T: Deserialize<'de>>() -> Vec<&'static str> {
    let mut found = names::<T>();
    found.sort();
    found
}

#[test]
fn objects_have_the_fields_of_the_types() {
    use claimdiff::claim::{
        Beside, Claim, Date, Doing, Event, Figure, Key, Line, Note, Participant, Person, Place, Prints, Quote, Role, Side, Site, Slot,
        SourceBlock, SourceSentence,
    };
    use claimdiff::reconcile::group::{Group, GroupValue};
    use claimdiff::report::against::{Against, Check};
    use claimdiff::report::dismissal::Dismissed;
    use claimdiff::report::json::{Coverage, Report, SkippedFile, Summary};
    assert_eq!(properties(&["claim_fields", "report_claim", "extract_claim"]), fields::<Claim>());
    assert_eq!(properties(&["figure"]), fields::<Figure>());
    assert_eq!(properties(&["date"]), fields::<Date>());
    assert_eq!(properties(&["person"]), fields::<Person>());
    assert_eq!(properties(&["place"]), fields::<Place>());
    assert_eq!(properties(&["role"]), fields::<Role>());
    assert_eq!(properties(&["quote"]), fields::<Quote>());
    assert_eq!(properties(&["event"]), fields::<Event>());
    assert_eq!(properties(&["side"]), fields::<Side>());
    assert_eq!(properties(&["participant"]), fields::<Participant>());
    assert_eq!(properties(&["key"]), fields::<Key>());
    assert_eq!(properties(&["beside"]), fields::<Beside>());
    assert_eq!(properties(&["doing"]), fields::<Doing>());
    assert_eq!(properties(&["slot"]), fields::<Slot>());
    assert_eq!(properties(&["site"]), fields::<Site>());
    assert_eq!(properties(&["article_line"]), fields::<Line>());
    assert_eq!(properties(&["block"]), fields::<SourceBlock>());
    assert_eq!(properties(&["sentence"]), fields::<SourceSentence>());
    assert_eq!(properties(&["note"]), fields::<Note>());
    assert_eq!(properties(&["prints"]), fields::<Prints>());
    assert_eq!(properties(&["group_fields"]), fields::<Group>());
    assert_eq!(properties(&["value"]), fields::<GroupValue>());
    assert_eq!(properties(&["report"]), fields::<Report>());
    assert_eq!(properties(&["coverage_fields"]), fields::<Coverage>());
    assert_eq!(properties(&["skipped_file"]), fields::<SkippedFile>());
    assert_eq!(properties(&["summary_fields"]), fields::<Summary>());
    assert_eq!(properties(&["dismissed_fields"]), fields::<Dismissed>());
    assert_eq!(properties(&["against"]), fields::<Against>());
    assert_eq!(properties(&["check_fields"]), fields::<Check>());
}
