//! claimdiff: diff for facts.
//!
//! Reads news articles about one event and says what they agree on, where they differ, and which words show it.
//!
//! # From bytes to groups
//!
//! ```
//! use claimdiff::reconcile::group::{GroupKind, Status};
//! use claimdiff::{article, claim::Line, extract, reconcile};
//!
//! let line = |name: &str, text: &str| {
//!     let read = article::read(text.as_bytes().to_vec(), name, name).remove(0).expect("text is an article");
//!     let found = extract::extract(&read, None);
//!     Line { source: found.source, claims: found.claims, ..Line::default() }
//! };
//! let one = line("one.txt", "9 March 2026\n\nEleven people were killed when a ferry burned off Naxos on Monday.");
//! let two = line("two.txt", "9 March 2026\n\nFourteen people were killed when a ferry burned off Naxos on Monday.");
//!
//! let found = reconcile::reconcile(vec![one, two], &[GroupKind::Figure]);
//! assert_eq!(found.groups[0].status, Status::Conflict);
//! assert_eq!(found.groups[0].values.len(), 2);
//! ```
//!
//! # The map of the house
//!
//! Data moves one way, and a module imports only from those before it in this order, which a test holds:
//!
//! ```text
//! bytes ──article──▶ Article ──extract──▶ claims ──reconcile──▶ groups ──report──▶ text, JSON, HTML, …
//!         (blocks,      │     (figures, dates, names,  (who may meet whom, who belongs together,
//!         metadata)     │      roles, quotes, events)   what all of them can mean at once)
//!                       └── text (tokens) · lexicon (tables) · value (quantities, times, names)
//! ```
//!
//! | module | what goes in and out | begin reading at |
//! |---|---|---|
//! | [`text`] | a text is scanned once into tokens with spans and classes; sentences, lines, folding | [`text::scan()`] |
//! | [`lexicon`] | tables of facts about English and the world beside their loaders; built at first use | [`lexicon::Lexicon`] |
//! | [`value`] | what numbers, dates and names mean, and how two of them relate, exactly | [`value::relate`] |
//! | [`claim`] | the types that extract lines and reports are made of: the contract | [`claim::Claim`] |
//! | [`article`] | bytes of any format → metadata, blocks, sentences, quotations; never fails on text | [`article::read`] |
//! | [`extract`] | one article → its claims, each pointing back at its words, each with the key that aligns it | [`extract::extract`] |
//! | [`reconcile`] | the extract lines of a story → groups with a status and its reasons | [`reconcile::reconcile`] |
//! | [`report`] | an outcome → a file a format, all drawing from one index | [`report::index`] |
//! | [`cli`] | arguments, files, standard output: all that touches the world | [`cli::run`] |
//!
//! # What always holds
//!
//! Text never fails: from bytes on, every stage is a total function, and what is doubtful becomes a note. A claim's span cuts the very
//! words out of the file. Values are compared exactly, as intervals; a status is computed over all members of a group at once. Extracting
//! needs one article and nothing else, reconciling the extract lines of one story and nothing else: claims with their keys and the
//! sentences that hold them, never the files. So a rule that reads words belongs in `extract`. The same input gives the same bytes. Work
//! grows as the text. `tests/all/laws.rs` says the same in code.

pub mod text;

pub mod lexicon;

pub mod value;

pub mod claim;

pub mod article;

pub mod extract;

pub mod reconcile;

pub mod report;

pub mod error;

pub mod cli;
