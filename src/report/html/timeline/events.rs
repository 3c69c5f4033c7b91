//! Dated events down a line of time: the dates in order, what each source says happened then, and a longer gap shown as one.

use jiff::civil::Date;
use maud::{Markup, html};

use crate::claim::Claim;
use crate::reconcile::group::{Group, Status};
use crate::report::html::lookup::Index;
use crate::report::html::sources::named;
use crate::report::html::words;
use crate::report::layout::{excerpt, printable, wrap};
use crate::value::Interval;
use crate::value::time::spoken::spoken;

const WIDTH: usize = 360;
const LINE: usize = 16;
/// Characters of a line of text, and of the words around a date.
const COLUMNS: usize = 50;
const ROOM: usize = 120;

/// One value of a date group, ready to draw.
struct Event<'a> {
    days: Interval,
    edtf: &'a str,
    group: &'a Group,
    sources: Vec<usize>,
    lines: Vec<String>,
}

/// The drawing; `None` when no group has a date that the texts fix.
pub fn chart(index: &Index, groups: &[&Group], name: &str) -> Option<Markup> {
    let mut events: Vec<Event> = groups.iter().flat_map(|g| events(index, g)).collect();
    if events.is_empty() {
        return None;
    }
    events.sort_by(|a, b| (a.days, &a.group.id).cmp(&(b.days, &b.group.id)));
    let (drawn, height) = draw(&events);
    Some(html! {
        svg.events viewBox={ "0 0 " (WIDTH) " " (height) } role="group" aria-label=(name) {
            path.line d={ "M10 8V" (height) } {}
            (drawn)
        }
    })
}

fn draw(events: &[Event]) -> (Markup, usize) {
    let mut y = LINE;
    let mut parts = Vec::new();
    let mut last: Option<Interval> = None;
    for run in events.chunk_by(|a, b| a.days == b.days) {
        let Some(first) = run.first() else { continue };
        if let Some(gap) = last.and_then(|l| gap(l, first.days)) {
            parts.push(html! { text.gap x="24" y=(y) { (gap) } });
            y += LINE + 6;
        }
        parts.push(html! { circle.dot cx="10" cy=(y - 4) r="4" {} text.when x="24" y=(y) { (spoken(first.edtf)) } });
        y += LINE + 2;
        for e in run {
            parts.push(event(e, y));
            y += LINE * e.lines.len() + 6;
        }
        y += 6;
        last = Some(first.days);
    }
    (html! { @for p in &parts { (p) } }, y)
}

fn event(e: &Event, y: usize) -> Markup {
    html! {
        a.date.(words::status_class(e.group.status)) href={ "#f-" (e.group.id) } data-g=(e.group.id) {
            text x="24" y=(y) {
                @for (i, line) in e.lines.iter().enumerate() { tspan x="24" y=(y + i * LINE) { (line) } }
            }
        }
    }
}

/// What a group says of when: one event for each value with a date.
fn events<'a>(index: &Index<'a>, g: &'a Group) -> Vec<Event<'a>> {
    let found = g.values.iter().filter_map(|v| {
        let claims = index.members(v);
        let (claim, edtf) = claims.iter().find_map(|c| Some((*c, c.date.as_ref()?.edtf.as_deref()?)))?;
        let mut sources: Vec<usize> = claims.iter().filter_map(|c| index.source_number(&c.source)).collect();
        sources.dedup();
        let lines = lines(index, g, claim, &sources);
        Some(Event { days: Interval::parse(edtf)?, edtf, group: g, sources, lines })
    });
    let mut out: Vec<Event> = Vec::new();
    for e in found {
        match out.iter_mut().find(|o| o.days == e.days) {
            Some(o) => o.sources.extend(e.sources),
            None => out.push(e),
        }
    }
    out
}

/// The words around a date, led by the sign of its status and the numbers of its sources.
fn lines(index: &Index, g: &Group, claim: &Claim, sources: &[usize]) -> Vec<String> {
    let sign = if g.status == Status::SingleSource { "" } else { words::status(g.status).sign };
    let around = match index.sentence(claim) {
        Some(s) => {
            excerpt(&s.text, (claim.start.saturating_sub(s.start) as usize, claim.end.saturating_sub(s.start) as usize), ROOM).text()
        }
        None => printable(&claim.text),
    };
    wrap(format!("{sign} {}: {around}", named(sources)).trim(), COLUMNS)
}

/// The time between two dates when it is long enough to be said.
fn gap(before: Interval, after: Interval) -> Option<String> {
    let days = days_between(before.first, after.first)?;
    match days {
        ..62 => None,
        62..730 => Some(format!("⋮ {} months", days / 30)),
        _ => Some(format!("⋮ {} years", days / 365)),
    }
}

fn days_between(a: Date, b: Date) -> Option<i32> {
    a.until(b).ok().map(|s| s.get_days())
}
