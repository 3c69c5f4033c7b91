//! Lines of web sites that hold a number or an address, so that no table of phrases has them.

use std::ops::Range;

use crate::text::{Kind, Tokens};

/// Whether a line belongs to the page, not to the article: `3 min read`, `Follow @desk on X`.
pub fn is_of_page(t: Tokens<'_>, line: Range<usize>) -> bool {
    is_reading_time(t, line.clone()) || is_handle(t, line)
}

/// `3 min read`, `4-minute read`
fn is_reading_time(t: Tokens<'_>, line: Range<usize>) -> bool {
    const LONGEST: usize = 5;
    let minutes = |i: usize| ["min", "mins", "minute", "minutes"].iter().any(|w| t.is(i, w));
    let fits = line.len() <= LONGEST && t.all[line.start].is_number() && t.is(line.end - 1, "read");
    fits && line.clone().any(minutes)
}

/// `Follow @desk on X`, `@desk`
fn is_handle(t: Tokens<'_>, line: Range<usize>) -> bool {
    const LONGEST: usize = 12;
    let handle = |i: usize| t.all[i].kind == Kind::Address && t.str(i).starts_with('@');
    let asks = t.is(line.start, "follow") && (line.start + 1..line.end).take(2).any(handle);
    line.len() <= LONGEST && (asks || line.len() == 1 && handle(line.start))
}
