//! How one version of a quotation may stand to another.

/// How one version stands to another, the mildest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    Identical,
    Excerpt,
    Minor,
    Bracketed,
    Elided,
    /// The content is shared, the wording hardly, as in translations.
    Reworded,
    /// Most words align, but content words differ.
    Wording,
    /// A negation, number, pronoun or modal differs.
    Critical,
}

/// Longer quotations are compared by their beginning.
pub const LONGEST: usize = 160;
