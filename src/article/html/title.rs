//! The title of an article, of all those that a page has.

use dom_query::Selection;
use rustc_hash::FxHashSet;

use super::metadata::{MOST_TEXTS, Page, letters, tidy};

/// What stands between the title of an article and the name of its site.
const SEPARATORS: [&str; 6] = [" | ", " - ", " – ", " — ", " » ", " · "];
/// A title has no more bytes.
const LONGEST: usize = 1000;

impl Page<'_> {
    /// The title that stands on the page, if the page's other titles know it; else theirs.
    pub fn title(&self) -> Option<String> {
        let of_length = |title: &String| title.len() <= LONGEST;
        let head = self.text("head title, title").into_iter().next().filter(of_length);
        let og = self.meta(&["og:title", "twitter:title", "dc.title", "title"]).filter(of_length);
        let ld = self.ld_text("headline").filter(of_length);
        let shown = self.shown_title([&og, &ld, &head]);
        let begins_head = |t: &String| head.as_ref().is_some_and(|h| letters(h).starts_with(&letters(t)));
        match (shown, ld) {
            (Some(h1), Some(ld)) if Some(&h1) == og.as_ref() && begins_head(&ld) => Some(ld),
            (Some(h1), _) => og.filter(|og| self.goes_on(og, &h1)).or(Some(h1)),
            (None, ld) => og.or(ld).or_else(|| head.map(|h| without_site(&h))),
        }
    }

    /// The name of the site behind the title that the page shows: `The dam breaks - Valley News`.
    pub fn site_behind(&self, title: &str) -> Option<String> {
        const MOST_WORDS: usize = 5;
        let head = self.text("head title, title").into_iter().next()?;
        let rest = head.strip_prefix(title)?;
        let site = SEPARATORS.iter().find_map(|s| rest.strip_prefix(s)).and_then(tidy)?;
        let one_part = !SEPARATORS.iter().any(|s| site.contains(s));
        let named = site.starts_with(char::is_uppercase) && site.split(' ').count() <= MOST_WORDS;
        (one_part && named).then_some(site)
    }

    /// The page states the title that it shows with another part behind it that is not the name of the site: a chapter and its book.
    fn goes_on(&self, stated: &str, shown: &str) -> bool {
        let rest = stated.strip_prefix(shown).and_then(|rest| SEPARATORS.iter().find_map(|s| rest.strip_prefix(s)));
        let outlets: Vec<String> = self.outlets().iter().map(|o| letters(o)).collect();
        let is_site = |part: &str| {
            let (address, part) = (part.contains('.') && !part.contains(' '), letters(part));
            address || outlets.iter().any(|o| o.contains(&part) || part.contains(o))
        };
        rest.is_some_and(|part| !outlets.is_empty() && !is_site(part))
    }

    /// The `<h1>` that shares most of its words with one of the other titles. One that leads to the front page is the name of the site.
    fn shown_title(&self, others: [&Option<String>; 3]) -> Option<String> {
        let known: FxHashSet<String> = others.into_iter().flatten().flat_map(|o| o.split_whitespace().map(letters)).collect();
        let is_logo = |h1: &Selection| !h1.select("a[href='/'], a[rel='home']").is_empty();
        let h1s: Vec<String> = self
            .doc
            .select("h1")
            .iter()
            .take(MOST_TEXTS)
            .filter(|h1| !is_logo(h1))
            .filter_map(|h1| tidy(&h1.text()))
            .filter(|h1| h1.len() <= LONGEST)
            .collect();
        let share = |t: &String| {
            let words: Vec<String> = t.split_whitespace().map(letters).filter(|w| w.len() > 2).collect();
            words.iter().filter(|w| known.contains(*w)).count() * 100 / words.len().max(1)
        };
        let alone = h1s.len() == 1 && h1s[0].split_whitespace().count() >= 6;
        h1s.iter()
            .find(|t| share(t) >= 50)
            .or_else(|| h1s.iter().find(|t| alone || (share(t) >= 20 && t.split_whitespace().count() >= 4)))
            .cloned()
    }
}

/// A page's title without the name of the site, which is its last part, or the first when little stands before the last.
fn without_site(title: &str) -> String {
    const LEAST_WORDS: usize = 4;
    let whole = title.trim();
    let long = |part: &&str| part.split_whitespace().count() >= LEAST_WORDS;
    let without_last = whole.rsplit_once(" | ").map(|(kept, _)| kept.trim()).filter(long);
    let without_first = || whole.split_once(" | ").map(|(_, kept)| kept.trim()).filter(long);
    without_last.or_else(without_first).unwrap_or(whole).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_site_is_the_last_part_or_the_first() {
        assert_eq!(without_site("The dam at Ostra | Valley News"), "The dam at Ostra");
        assert_eq!(without_site("Valley News | The dam at Ostra"), "The dam at Ostra");
        assert_eq!(without_site("The dam at Ostra | A river rises | Valley News"), "The dam at Ostra | A river rises");
        assert_eq!(without_site("Ostra | Valley News"), "Ostra | Valley News");
    }
}
