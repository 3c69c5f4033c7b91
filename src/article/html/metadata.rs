//! What a page says of its article: JSON-LD, meta tags, `<time>`, the title on the page.

use dom_query::Document;
use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};
use serde_json::Value;

use super::super::{DateCandidate, Meta, json};
use crate::claim::PublishedBy;
use crate::lexicon::{class, lexicon};
use crate::text::scan;

/// Fills in title, outlet, authors, date and language.
pub fn read(doc: &Document, meta: &mut Meta) {
    let (article, named) = json_ld(doc);
    let page = Page { doc, article, named };
    meta.title = page.title().or(meta.title.take());
    meta.outlet = page.outlet().or_else(|| page.site_behind(meta.title.as_deref()?)).or(meta.outlet.take());
    meta.authors = page.authors();
    meta.dates = page.dates().into_iter().map(|date| DateCandidate { date, by: PublishedBy::Metadata, span: None }).collect();
    meta.language = page.language().map(Into::into);
}

/// How many elements of a kind are looked at.
pub(super) const MOST_TEXTS: usize = 8;
/// An article has no more authors.
const MOST_AUTHORS: usize = 64;

pub(super) struct Page<'a> {
    pub(super) doc: &'a Document,
    /// The article among the objects of JSON-LD.
    article: Option<Value>,
    /// The names of all objects of JSON-LD that have an id.
    named: FxHashMap<String, String>,
}

/// Collapsed white space; none for an empty text.
pub(super) fn tidy(s: &str) -> Option<String> {
    let words: Vec<&str> = s.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Lower-case letters and digits only, for comparison.
pub(super) fn letters(s: &str) -> String {
    s.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

impl Page<'_> {
    /// The content of the first meta tag with one of the names.
    pub(super) fn meta(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|n| {
            let selector = format!("meta[property='{n}'], meta[name='{n}'], meta[itemprop='{n}']");
            self.doc.select(&selector).iter().find_map(|m| m.attr("content").and_then(|c| tidy(&c)))
        })
    }

    pub(super) fn text(&self, selector: &str) -> Vec<String> {
        self.doc.select(selector).iter().take(MOST_TEXTS).filter_map(|n| tidy(&n.text())).collect()
    }

    fn ld(&self, name: &str) -> Option<&Value> {
        self.article.as_ref()?.get(name)
    }

    pub(super) fn ld_text(&self, name: &str) -> Option<String> {
        self.ld(name).and_then(Value::as_str).and_then(|s| tidy(&unescape(s)))
    }

    /// The names that the page gives its site and publisher.
    pub(super) fn outlets(&self) -> Vec<String> {
        let publisher = self.ld("publisher").and_then(|p| p.get("name").and_then(Value::as_str).or(p.as_str()).and_then(tidy));
        self.meta(&["og:site_name", "application-name"]).into_iter().chain(publisher).collect()
    }

    fn outlet(&self) -> Option<String> {
        self.outlets().into_iter().next()
    }

    fn language(&self) -> Option<String> {
        let lang = self.doc.select("html[lang]").iter().next().and_then(|n| n.attr("lang"))?;
        Some(lang.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase()).filter(|l| !l.is_empty())
    }

    /// The day of publication by the tags that name it, the most exact first, and the day that the page shows, if that is another.
    fn dates(&self) -> Vec<Date> {
        const NAMES: [&str; 16] = [
            "article:published_time",
            "og:article:published_time",
            "og:published_time",
            "datePublished",
            "parsely-pub-date",
            "sailthru.date",
            "cXenseParse:recs:publishtime",
            "article.published",
            "pubdate",
            "publish-date",
            "publishdate",
            "publication_date",
            "dc.date",
            "dc.date.issued",
            "DC.date.issued",
            "date",
        ];
        let stamp = self.ld_text("datePublished").filter(|d| json::date(d).is_some()).or_else(|| self.meta(&NAMES));
        let named = stamp.as_deref().and_then(json::date);
        let shown = self.date_in_body();
        let (Some(named), Some(shown)) = (named, shown) else {
            return named.or(shown).into_iter().flat_map(|day| self.revised(day).into_iter().chain([day])).collect();
        };
        let universal = stamp.is_some_and(|s| s.ends_with('Z') || s.ends_with("+00:00") || s.ends_with("+0000"));
        let next_day = (shown.until(named).map_or(0, |s| s.get_days())).abs() == 1;
        match (shown == named, universal && next_day) {
            (true, _) => vec![named],
            (_, true) => vec![shown],
            _ => self.revised(named).into_iter().chain([named, shown]).collect(),
        }
    }

    /// The day of the last revision, if that is the one which the page shows its readers, and not the day of the first version.
    fn revised(&self, published: Date) -> Option<Date> {
        let stamp = self.ld_text("dateModified").or_else(|| self.meta(&["article:modified_time", "og:updated_time", "dateModified"]))?;
        let revised = json::date(&stamp).filter(|d| *d != published)?;
        let shown = self.shown_dates();
        (shown.contains(&revised) && !shown.contains(&published)).then_some(revised)
    }

    /// The days in the short texts of the page's head and body, as dates below a title are.
    fn shown_dates(&self) -> Vec<Date> {
        const LOOKED_AT: usize = 4000;
        const LONGEST: usize = 60;
        let texts = self.doc.select("time, p, span, h4, h5, h6, div, li").iter().take(LOOKED_AT).filter(|n| n.children().is_empty());
        texts.map(|n| n.text()).filter(|t| t.len() <= LONGEST).filter_map(|t| json::date(&t)).collect()
    }

    fn date_in_body(&self) -> Option<Date> {
        const PLACES: [&str; 4] = ["[itemprop='datePublished']", "time[pubdate]", "article time, main time, header time", "time"];
        PLACES
            .iter()
            .find_map(|selector| {
                self.doc.select(selector).iter().take(4).find_map(|n| {
                    let written = n.attr("datetime").or_else(|| n.attr("content")).and_then(|d| json::date(&d));
                    written.or_else(|| json::date(&n.text()))
                })
            })
            .or_else(|| self.date_in_address())
    }

    /// `…/2023/12/21/…`
    fn date_in_address(&self) -> Option<Date> {
        let canonical = self.doc.select("link[rel='canonical']").iter().next().and_then(|n| n.attr("href")).map(|h| h.to_string());
        let url = canonical.or_else(|| self.meta(&["og:url"]))?;
        let parts: Vec<&str> = url.split(['/', '-', '.']).collect();
        parts.windows(3).find_map(|w| {
            let year: i16 = w[0].parse().ok().filter(|y| w[0].len() == 4 && (1990..2100).contains(y))?;
            Date::new(year, w[1].parse().ok()?, w[2].parse().ok()?).ok()
        })
    }

    /// The names in an `author` of JSON-LD: text, an object, a list of them, or the id of an object elsewhere.
    fn names_of(&self, author: &Value) -> Vec<String> {
        match author {
            Value::String(s) => vec![unescape(s)],
            Value::Array(list) => list.iter().flat_map(|a| self.names_of(a)).collect(),
            Value::Object(o) => match (o.get("name"), o.get("@id")) {
                (Some(name), _) => self.names_of(name),
                (None, Some(id)) => id.as_str().and_then(|id| self.named.get(id)).cloned().into_iter().collect(),
                _ => Vec::new(),
            },
            _ => Vec::new(),
        }
    }

    fn authors(&self) -> Vec<String> {
        const NAMES: [&str; 9] = [
            "author",
            "article:author",
            "parsely-author",
            "sailthru.author",
            "dc.creator",
            "DC.creator",
            "byl",
            "article.author",
            "creator",
        ];
        let mut out: Vec<String> = self.ld("author").map(|a| self.names_of(a)).unwrap_or_default().iter().flat_map(|n| people(n)).collect();
        if out.is_empty() {
            out = NAMES.iter().map(|n| self.meta(&[n]).map(|m| people(&m)).unwrap_or_default()).find(|p| !p.is_empty()).unwrap_or_default();
        }
        let mut seen: FxHashSet<String> = self.outlets().iter().map(|o| letters(o)).collect();
        out.retain(|n| seen.insert(letters(n)));
        out.truncate(MOST_AUTHORS);
        out
    }
}

/// The names of people in a line: no addresses, no "By", no offices behind a comma that are written in lower case.
pub fn people(line: &str) -> Vec<String> {
    let line = line.trim();
    if line.contains("://") || line.contains('@') || line.len() > 160 {
        return Vec::new();
    }
    let without_by = ["By ", "by ", "BY ", "Written by ", "Posted by "].iter().find_map(|b| line.strip_prefix(b)).unwrap_or(line);
    let names = without_by.split([',', ';', '|', '&', '/']).flat_map(|p| p.split(" and ")).filter_map(tidy);
    let degree = |n: &str| n.len() <= 4 && n.chars().filter(|c| c.is_uppercase()).count() >= 2 && !n.contains(' ');
    names
        .filter(|n| {
            n.chars().any(char::is_alphabetic)
                && !degree(n)
                && !is_day(n)
                && n.split(' ').count() <= 5
                && !n.chars().any(|c| c.is_ascii_digit())
        })
        .collect()
}

/// The name of a day or month alone.
fn is_day(name: &str) -> bool {
    matches!(&scan(name, &lexicon().words)[..], [t] if t.is(class::WEEKDAY | class::MONTH))
}

/// The entities that are left in the strings of JSON-LD.
fn unescape(s: &str) -> String {
    if !s.contains('&') {
        return s.to_owned();
    }
    Document::fragment(s).text().to_string()
}

/// The first object of JSON-LD whose type is an article (else a page), and the names of all objects that have an id.
fn json_ld(doc: &Document) -> (Option<Value>, FxHashMap<String, String>) {
    let (mut article, mut page, mut named) = (None, None, FxHashMap::default());
    for script in doc.select("script[type='application/ld+json']").iter().take(32) {
        let mut todo: Vec<Value> = parse(&script.text()).into_iter().collect();
        while let Some(v) = todo.pop() {
            match v {
                Value::Array(list) => todo.extend(list.into_iter().rev()),
                Value::Object(ref o) => {
                    let text = |k: &str| o.get(k).and_then(Value::as_str).map(unescape);
                    if let Some((id, name)) = text("@id").zip(text("name")) {
                        named.entry(id).or_insert(name);
                    }
                    todo.extend(["@graph", "mainEntity", "mainEntityOfPage", "author"].iter().filter_map(|k| o.get(*k)).cloned());
                    match type_of(&v) {
                        Type::Article if article.is_none() => article = Some(v),
                        Type::Page if page.is_none() => page = Some(v),
                        _ => {}
                    }
                }
                _ => {}
            }
        }
    }
    (article.or(page), named)
}

enum Type {
    Article,
    Page,
    Other,
}

fn type_of(v: &Value) -> Type {
    let is = |name: &str| match v.get("@type") {
        Some(Value::String(s)) => s.ends_with(name),
        Some(Value::Array(a)) => a.iter().any(|t| t.as_str().is_some_and(|s| s.ends_with(name))),
        _ => false,
    };
    if ["Article", "BlogPosting", "LiveBlogPosting", "Report", "Review"].iter().any(|n| is(n)) {
        Type::Article
    } else if is("WebPage") {
        Type::Page
    } else {
        Type::Other
    }
}

/// Reads a script of JSON-LD, out of the marks by which pages hide it.
fn parse(script: &str) -> Option<Value> {
    let bare = script.trim().trim_start_matches("<!--").trim_start_matches("<![CDATA[").trim_start_matches("//<![CDATA[");
    let bare = bare.trim_end_matches("-->").trim_end_matches("]]>").trim_end_matches("//").trim().trim_end_matches(';');
    serde_json::from_str(bare).or_else(|_| serde_json::from_str(&plain_spaces(bare))).ok()
}

/// Line breaks and tabs inside strings are not allowed in JSON, but written.
fn plain_spaces(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
