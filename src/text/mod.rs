//! Text as such: byte spans, lines, tokens, sentences, folding. Knows nothing of news and holds no table.

pub mod fnv;
pub mod fold;
pub mod joined;
pub mod lines;
pub mod scan;
pub mod sentence;
pub mod token;

pub use lines::LineIndex;
pub use scan::scan;
pub use sentence::SentenceClasses;
pub use token::{Classes, Kind, PUNCT, ShortWord, Span, Token, Tokens, WordId, Words, form};
