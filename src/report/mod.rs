//! What is shown of an outcome: one file a format.

pub mod against;
mod alignment;
pub mod collate;
pub mod coverage;
pub mod dismissal;
mod elsewhere;
pub mod explain;
pub mod github;
pub mod harmless;
pub mod html;
pub mod index;
pub mod json;
pub mod labels;
pub mod layout;
pub mod markdown;
pub mod markup;
pub mod meaning;
mod pieces;
pub mod region;
pub mod sarif;
pub mod schema;
pub mod selector;
pub mod series;
pub mod text;
mod timeline;
mod versions;
pub mod wire;
