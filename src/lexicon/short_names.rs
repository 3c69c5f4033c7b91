//! Short forms and sister forms of given names: `bob` is `robert`, `serhiy` is `sergei`.

use rustc_hash::FxHashMap;

use super::rows;

const TABLE: &str = include_str!("short_names.tsv");

/// By form: the rows it stands in. Read on first use, since few programs compare names.
pub struct ShortNames(FxHashMap<&'static str, Vec<u16>>);

impl ShortNames {
    pub fn load() -> Self {
        let mut by_form: FxHashMap<&'static str, Vec<u16>> = FxHashMap::default();
        for (number, row) in rows(TABLE).enumerate() {
            for form in row.iter().flat_map(|column| column.split(' ')) {
                by_form.entry(form).or_default().push(number as u16);
            }
        }
        ShortNames(by_form)
    }

    /// Whether one person may bear both given names (in folded form).
    pub fn related(&self, a: &str, b: &str) -> bool {
        let (Some(a), Some(b)) = (self.0.get(a), self.0.get(b)) else { return false };
        a.iter().any(|row| b.contains(row))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_name_are_related() {
        let names = ShortNames::load();
        for (a, b, related) in [("bob", "robert", true), ("serhiy", "sergey", true), ("bob", "bill", false), ("sam", "samantha", true)] {
            assert_eq!(names.related(a, b), related, "{a} {b}");
        }
    }
}
