//! What is shown of an outcome: one file a format.

pub mod explain;
pub mod html;
pub mod json;
pub mod schema;
pub mod text;
mod timeline;
pub mod wire;
