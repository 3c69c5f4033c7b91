//! What the parts of a key and the values of two figures weigh. Set by hand: raised or lowered until pairs of figures in news stories that a
//! reader had joined or kept apart came out right, so that one agreeing part is no alignment and two strong ones are. The first command
//! measures a change on stories with a known truth, the second names what has fallen below `fixtures/floors.json` and raises that file (see
//! `tests/planted/main.rs`):
//!
//! ```text
//! cargo run --release --example planted -- stories 1 400 figure
//! cargo run --release --example planted -- floors
//! ```

/// Both have one concept, of measured things.
pub const CONCEPT: f32 = 1.2;
/// They have two concepts.
pub const OTHER_CONCEPT: f32 = -1.5;
/// Both are of something that a story has only one of.
pub const ONE_OF_A_KIND: f32 = 1.2;
/// Both count the same people: the story's own toll, or the inhabitants of one place.
pub const TOLL: f32 = 0.6;
/// Both count one noun.
pub const HEAD: f32 = 1.2;
/// They count two nouns of one family.
pub const KIN: f32 = 0.4;
/// They count two nouns.
pub const OTHER_HEAD: f32 = -2.5;
/// Both are of one base: percent of what.
pub const BASE: f32 = 1.0;
/// They are of two bases.
pub const OTHER_BASE: f32 = -2.5;
/// The base of one stands as a word beside the other: "two years of inquiry", "the two-year inquiry".
pub const BASE_BESIDE: f32 = 0.7;
/// Both are of one model of a product.
pub const VARIANT: f32 = 0.8;
/// Both have one subject.
pub const SUBJECT: f32 = 0.5;
/// They have two subjects.
pub const OTHER_SUBJECT: f32 = -0.1;
/// By this the likeness (0 to 1) of the words around counts.
pub const TERMS: f32 = 4.0;
/// By this the likeness (0 to 1) of the names around counts.
pub const ENTITIES: f32 = 1.5;
/// Both hold for one time.
pub const TIME: f32 = 0.5;
/// They hold for two times.
pub const OTHER_TIME: f32 = -0.7;
/// One holds for a time outside the story.
pub const BACKGROUND: f32 = -2.5;

/// The digits agree and the concepts differ: makes good for the concept.
pub const OTHER_NAME: f32 = 1.1;
/// By significant digits of the coarser one: 1, 2, 3, more.
pub const EQUAL_DIGITS: [f32; 4] = [0.6, 1.1, 1.6, 2.0];
/// The same where one is a rounding or otherwise less exact.
pub const ROUNDED_DIGITS: [f32; 4] = [0.3, 0.7, 1.2, 1.6];
/// No other figure of the two articles shares a value with one of them.
pub const ONLY_PARTNER: f32 = 0.6;
/// A headline's figure with its partner in the opening of another article.
pub const TOP: f32 = 0.8;
/// The same further down.
pub const TOP_AND_BELOW: f32 = 0.4;
/// A sum of money that an article has twice.
pub const SUM_AGAIN: f32 = 1.0;
/// The only sum of so many millions in both articles, wherever it stands.
pub const ONLY_SUM: f32 = 0.8;
/// The only such age in both articles, where one stands for somebody whom its text has named.
pub const ONE_AGE: f32 = 0.5;
/// Any other common value.
pub const NEAR_VALUE: f32 = 0.3;
/// Whoever says "more than 30" of what is 32 has taken the nearest round number.
pub const CLOSE_BOUND: f32 = 0.5;
/// A bound that is more than twice or less than half the value.
pub const FAR_FROM_BOUND: f32 = -1.2;
/// "hundreds" allows most numbers that a story has.
pub const VAGUE: f32 = -1.2;
