//! What a page says of its article: JSON-LD, meta tags, `<time>`, the title on the page.

use dom_query::{Document, Selection};
use jiff::civil::Date;
use serde_json::Value;

use super::super::{DateCandidate, Meta, json};
use crate::claim::PublishedBy;

/// Fills in title, outlet, authors, date and language.
pub fn read(doc: &Document, meta: &mut Meta) {
    let (article, named) = json_ld(doc);
    let page = Page { doc, article, named };
    meta.title = page.title().or(meta.title.take());
    meta.outlet = page.outlet().or(meta.outlet.take());
    meta.authors = page.authors();
    meta.dates = page.dates().into_iter().map(|date| DateCandidate { date, by: PublishedBy::Metadata, span: None }).collect();
    meta.language = page.language().map(Into::into);
}

/// So many elements of a kind are looked at.
const MOST_TEXTS: usize = 8;

struct Page<'a> {
    doc: &'a Document,
    /// The article among the objects of JSON-LD.
    article: Option<Value>,
    /// Ids and names of all objects of JSON-LD.
    named: Vec<(String, String)>,
}

/// Collapsed white space; none for an empty text.
fn tidy(s: &str) -> Option<String> {
    let words: Vec<&str> = s.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Lower-case letters and digits only, for comparison.
fn letters(s: &str) -> String {
    s.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

impl Page<'_> {
    /// The content of the first meta tag with one of the names.
    fn meta(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|n| {
            let selector = format!("meta[property='{n}'], meta[name='{n}'], meta[itemprop='{n}']");
            self.doc.select(&selector).iter().find_map(|m| m.attr("content").and_then(|c| tidy(&c)))
        })
    }

    fn text(&self, selector: &str) -> Vec<String> {
        self.doc.select(selector).iter().take(MOST_TEXTS).filter_map(|n| tidy(&n.text())).collect()
    }

    fn ld(&self, name: &str) -> Option<&Value> {
        self.article.as_ref()?.get(name)
    }

    fn ld_text(&self, name: &str) -> Option<String> {
        self.ld(name).and_then(Value::as_str).and_then(|s| tidy(&unescape(s)))
    }

    /// The title that stands on the page, if the page's other titles know it; else theirs.
    fn title(&self) -> Option<String> {
        let head = self.text("head title, title").into_iter().next();
        let og = self.meta(&["og:title", "twitter:title", "dc.title", "title"]);
        let ld = self.ld_text("headline");
        let shown = self.shown_title([&og, &ld, &head]);
        let begins_head = |t: &String| head.as_ref().is_some_and(|h| letters(h).starts_with(&letters(t)));
        match (shown, ld) {
            (Some(h1), Some(ld)) if Some(&h1) == og.as_ref() && begins_head(&ld) => Some(ld),
            (Some(h1), _) => Some(h1),
            (None, ld) => og.or(ld).or_else(|| head.map(|h| without_site(&h))),
        }
    }

    /// The `<h1>` that shares most of its words with one of the other titles. One that leads to the front page is the name of the site.
    fn shown_title(&self, others: [&Option<String>; 3]) -> Option<String> {
        let known: Vec<String> =
            others.iter().filter_map(|o| o.as_ref()).flat_map(|o| o.split_whitespace().map(letters).collect::<Vec<_>>()).collect();
        let is_logo = |h1: &Selection| !h1.select("a[href='/'], a[rel='home']").is_empty();
        let h1s: Vec<String> =
            self.doc.select("h1").iter().take(MOST_TEXTS).filter(|h1| !is_logo(h1)).filter_map(|h1| tidy(&h1.text())).collect();
        let share = |t: &String| {
            let words: Vec<String> = t.split_whitespace().map(letters).filter(|w| w.len() > 2).collect();
            words.iter().filter(|w| known.contains(w)).count() * 100 / words.len().max(1)
        };
        let alone = h1s.len() == 1 && h1s[0].split_whitespace().count() >= 6;
        h1s.iter()
            .find(|t| share(t) >= 50)
            .or_else(|| h1s.iter().find(|t| alone || (share(t) >= 20 && t.split_whitespace().count() >= 4)))
            .cloned()
    }

    /// The names that the page gives its site and publisher.
    fn outlets(&self) -> Vec<String> {
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
                (None, Some(id)) => {
                    self.named.iter().find(|(i, _)| Some(i.as_str()) == id.as_str()).map(|(_, n)| n.clone()).into_iter().collect()
                }
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
        let outlets: Vec<String> = self.outlets().iter().map(|o| letters(o)).collect();
        let mut seen: Vec<String> = outlets;
        out.retain(|n| {
            !seen.contains(&letters(n)) && {
                seen.push(letters(n));
                true
            }
        });
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
        .filter(|n| n.chars().any(char::is_alphabetic) && !degree(n) && n.split(' ').count() <= 5 && !n.chars().any(|c| c.is_ascii_digit()))
        .collect()
}

/// The part of a page's title before or behind the name of the site.
fn without_site(title: &str) -> String {
    let parts: Vec<&str> = title.split([" | ", " - ", " – ", " — ", " » "].as_slice().first().copied().unwrap_or(" | ")).collect();
    let longest = parts.iter().max_by_key(|p| p.split_whitespace().count()).copied().unwrap_or(title);
    if longest.split_whitespace().count() >= 4 { longest.trim().to_owned() } else { title.trim().to_owned() }
}

/// The entities that are left in the strings of JSON-LD.
fn unescape(s: &str) -> String {
    if !s.contains('&') {
        return s.to_owned();
    }
    Document::fragment(s).text().to_string()
}

/// The first object of JSON-LD whose type is an article (else a page), and the names of all objects that have an id.
fn json_ld(doc: &Document) -> (Option<Value>, Vec<(String, String)>) {
    let (mut article, mut page, mut named) = (None, None, Vec::new());
    for script in doc.select("script[type='application/ld+json']").iter().take(32) {
        let mut todo: Vec<Value> = parse(&script.text()).into_iter().collect();
        while let Some(v) = todo.pop() {
            match v {
                Value::Array(list) => todo.extend(list.into_iter().rev()),
                Value::Object(ref o) => {
                    let text = |k: &str| o.get(k).and_then(Value::as_str).map(unescape);
                    named.extend(text("@id").zip(text("name")));
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
