//! Currencies by word, code and sign.

use rustc_hash::FxHashMap;

use super::units::list;
use super::{Phrases, WordTable, class, columns, rows};
use crate::text::Tokens;

/// All currencies. A currency is known by its unit name: `US dollar`; `dollar` is one of several.
#[derive(Default)]
pub struct Currencies {
    words: Phrases<&'static str>,
    signs: FxHashMap<&'static str, &'static str>,
}

impl Currencies {
    pub fn load(words: &mut WordTable) -> Self {
        let mut all = Currencies::default();
        for row in rows(include_str!("currencies.tsv")) {
            let [name, code, forms, signs] = columns("currencies.tsv", &row);
            for form in list(forms) {
                let phrase = words.phrase(form);
                phrase.first().into_iter().for_each(|&first| words.mark_id(first, class::CURRENCY));
                all.words.insert(phrase, name);
            }
            all.signs.extend(list(signs).chain(list(code)).map(|s| (s, name)));
        }
        all
    }

    /// The currency whose words (`Canadian dollars`) stand at token `at`, and how many tokens they are.
    pub fn by_words(&self, tokens: Tokens, at: usize) -> Option<(usize, &'static str)> {
        tokens.get(at).filter(|t| t.is(class::CURRENCY))?;
        self.words.longest(tokens.all, at).map(|(n, &name)| (n, name))
    }

    /// The currency with exactly this sign or code: `$`, `US$`, `EUR`.
    pub fn by_sign(&self, sign: &str) -> Option<&'static str> {
        self.signs.get(sign).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_and_no_form_has_two_meanings() {
        let table: Vec<Vec<&str>> = rows(include_str!("currencies.tsv")).collect();
        assert!(table.windows(2).all(|pair| pair[0][0] < pair[1][0]));
        for column in [2, 3] {
            let mut forms: Vec<&str> = table.iter().flat_map(|row| list(row[column])).collect();
            forms.sort_unstable();
            let twice: Vec<&[&str]> = forms.windows(2).filter(|pair| pair[0] == pair[1]).collect();
            assert!(twice.is_empty(), "{twice:?}");
        }
    }
}
