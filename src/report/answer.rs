//! What the other articles say to one of them: the types of the report, for those who find the answers and those who show them.

use serde::{Deserialize, Serialize};

/// What the other articles say to a claim, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Another has what cannot be true as well.
    Contradicted,
    /// The words between quotation marks differ.
    QuotedDifferently,
    /// There is a later value.
    Older,
    /// The others have earlier values only.
    Newer,
    /// A name is spelt in another way.
    SpelledDifferently,
    /// It could not be settled whether they agree.
    Unresolved,
    /// Another says the same, or what can be true as well.
    Supported,
    /// No other article has it.
    InNoSource,
}

/// One value of the article, and the answer to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// What the others say to it.
    pub answer: Answer,
    /// Id of the group that the value belongs to.
    pub group: String,
    /// The claims of the article that have this value.
    pub claims: Vec<String>,
    /// The other articles that speak of it.
    pub sources: Vec<String>,
    /// Claims of the others that no group ties to these: the same name, the same words in a quotation, another spelling; beside
    /// [`Answer::InNoSource`] words that the others give to another speaker, or the number of another thing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub elsewhere: Vec<String>,
}

/// An article with the answers of the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Against {
    /// Id of the article.
    pub base: String,
    /// In order of answer and text.
    pub checks: Vec<Check>,
}
