//! The JSON Schema of reports and extract lines.

/// As `claimdiff schema` prints it.
pub const SCHEMA: &str = include_str!("schema.json");
