//! Writes a story: facts get values, articles state them in sentences of the scene.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::background;
use super::cast::Cast;
use super::novel::is_novel;
use super::rng::Rng;
use super::scene::{Kind, Scene, Slot};
use super::truth::{Fact, Form, Mention, Story};
use super::value::{Measure, day_contrary, day_exact, day_loose, weekday};

/// What is done with a fact over the articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Plan {
    Same,
    Loose,
    Contrary,
    /// Raised by later reports.
    Rising,
}

/// A value as one article puts it. Holes in it are still open.
struct Stated {
    text: String,
    state: i64,
    form: Form,
    /// Another speaker than the scene has.
    speaker: Option<String>,
}

impl Stated {
    fn new(text: impl Into<String>, state: i64, form: Form) -> Self {
        Stated { text: text.into(), state, form, speaker: None }
    }
}

/// A fact with its plan: which articles state it, and which of them differs.
struct Planned {
    plan: Plan,
    articles: Vec<usize>,
    odd: usize,
    truth: i64,
    other: i64,
    day: Date,
    other_day: Date,
    sentence: usize,
    same: usize,
}

/// The story of a seed, in two to five articles.
pub fn write(scenes: &[Scene], seed: u64) -> Story {
    let mut rng = Rng::new(seed);
    let scene = &scenes[rng.below(scenes.len())];
    let event = date(2025, 1, 6) + rng.between(0, 500).days();
    let count = rng.between(2, 5) as usize;
    tell(&mut rng, scene, event, count, false)
}

/// The story of a seed in so many articles of the length of news, as an archive has it.
pub fn write_articles(scenes: &[Scene], seed: u64, count: usize) -> Story {
    let mut rng = Rng::new(seed);
    let scene = &scenes[rng.below(scenes.len())];
    let event = date(2025, 1, 6) + rng.between(0, 500).days();
    tell(&mut rng, scene, event, count, true)
}

fn tell(rng: &mut Rng, scene: &Scene, event: Date, count: usize, at_length: bool) -> Story {
    let spread = rng.chance(50);
    let published: Vec<Date> = (0..count).map(|i| event + (2 + if spread { i as i64 % 30 } else { 0 }).days()).collect();
    let cast = Cast::draw(rng, scene, count);
    let plans: Vec<Planned> = scene.slots.iter().map(|s| plan(rng, s, event, count, spread)).collect();
    let facts = scene.slots.iter().map(|s| Fact {
        kind: s.kind,
        name: format!("{} {}", scene.name, s.name),
        grows: matches!(s.measure, Some((Measure::Toll, ..))),
        novel: is_novel(s),
    });
    let mut story = Story { files: Vec::new(), published, facts: facts.collect(), mentions: Vec::new() };
    story.facts.extend(cast.facts(&scene.name));
    let background = if at_length { background::draw(rng, &cast) } else { Vec::new() };
    for article in 0..count {
        let mut writer = Writer { rng: &mut *rng, scene, cast: &cast, article, text: String::new(), mentions: Vec::new(), met: Vec::new() };
        writer.write(&plans, story.published[article]);
        writer.add(&background);
        story.files.push((format!("{}-{}.txt", article + 1, scene.name), writer.text));
        story.mentions.append(&mut writer.mentions);
    }
    story
}

fn plan(rng: &mut Rng, slot: &Slot, event: Date, count: usize, spread: bool) -> Planned {
    let mut articles: Vec<usize> = (0..count).filter(|_| rng.chance(75)).collect();
    if articles.len() < 2 {
        articles = vec![0, 1];
    }
    let grows = matches!(slot.measure, Some((Measure::Toll, ..)));
    let plan = match rng.below(100) {
        0..50 if grows && spread => Plan::Rising,
        0..42 => Plan::Same,
        42..70 => Plan::Loose,
        _ => Plan::Contrary,
    };
    let (truth, other) = slot.measure.map_or((0, 1), |(m, low, high)| {
        let truth = m.draw(rng, low, high);
        (truth, m.contrary(rng, truth))
    });
    let odd = *rng.pick(&articles);
    let other_day = day_contrary(rng, event);
    Planned { plan, articles, odd, truth, other, day: event, other_day, sentence: rng.below(slot.sentences.len()), same: rng.below(8) }
}

struct Writer<'a> {
    rng: &'a mut Rng,
    scene: &'a Scene,
    cast: &'a Cast,
    article: usize,
    text: String,
    mentions: Vec<Mention>,
    /// People named already, who go by their surname now.
    met: Vec<String>,
}

impl Writer<'_> {
    fn write(&mut self, plans: &[Planned], published: Date) {
        let title = self.rng.pick(&self.scene.titles).clone();
        self.sentence(&title);
        let line = format!("\n\n{}, {} {}\n", weekday(published), published.day(), published.strftime("%B %Y"));
        self.text.push_str(&line);
        let mut order: Vec<usize> = (0..plans.len()).filter(|f| plans[*f].articles.contains(&self.article)).collect();
        self.rng.shuffle(&mut order);
        let mut fillers: Vec<&String> = self.scene.fillers.iter().collect();
        self.rng.shuffle(&mut fillers);
        for (n, fact) in order.into_iter().enumerate() {
            self.text.push_str(if n % 2 == 0 { "\n" } else { " " });
            self.state(fact, &plans[fact], published);
            if n % 2 == 1 {
                if let Some(f) = fillers.pop().filter(|_| n % 4 == 1) {
                    self.text.push(' ');
                    self.sentence(f);
                }
                self.text.push('\n');
            }
        }
        self.text.push('\n');
    }

    /// Half of the background, in paragraphs of three sentences.
    fn add(&mut self, background: &[String]) {
        let mut order: Vec<&String> = background.iter().collect();
        self.rng.shuffle(&mut order);
        for (n, sentence) in order[..background.len() / 2].iter().enumerate() {
            self.text.push_str(if n % 3 == 0 { "\n\n" } else { " " });
            self.sentence(sentence);
        }
    }

    /// Writes one of the sentences of a fact; articles take unlike ones, so far as there are enough.
    fn state(&mut self, fact: usize, planned: &Planned, published: Date) {
        let slot = &self.scene.slots[fact];
        let sentence = &slot.sentences[(planned.sentence + self.article) % slot.sentences.len()];
        let stated = match slot.kind {
            Kind::Figure => self.figure(slot, planned),
            Kind::Date => self.day(planned, published),
            _ => self.form(slot, planned),
        };
        let mut template = sentence.clone();
        if let Some(speaker) = &stated.speaker {
            template = template.replace(&format!("{{{}}}", slot.name), &format!("{{{speaker}}}"));
        }
        let start = self.text.len();
        let (before, after) = template.split_once("{n}").unwrap_or_else(|| panic!("{}: no value in {sentence}", self.scene.name));
        self.fill(before);
        self.value(fact, slot.kind, stated);
        self.fill(after);
        self.capital(start);
    }

    fn value(&mut self, fact: usize, kind: Kind, stated: Stated) {
        let from = self.text.len();
        self.fill(&stated.text);
        let mut span = from..self.text.len();
        if kind == Kind::Place {
            let named = self.mentions.iter().find(|m| m.article == self.article && m.span.start >= from);
            span = named.map_or(span, |m| m.span.clone());
        }
        let text = self.text[span.clone()].to_owned();
        self.mentions.push(Mention { fact, article: self.article, span, text, state: stated.state, form: stated.form });
    }

    fn figure(&mut self, slot: &Slot, p: &Planned) -> Stated {
        let (measure, ..) = slot.measure.expect("a figure has a measure");
        let differs = self.article == p.odd;
        let (value, state) = match p.plan {
            Plan::Contrary if differs => (p.other, p.other),
            Plan::Rising => {
                let risen = p.truth + p.truth / 40 * 10 * self.article as i64 + 10 * self.article as i64;
                (risen, risen)
            }
            _ => (p.truth, p.truth),
        };
        let loose = (p.plan == Plan::Loose && differs).then(|| measure.loose(self.rng, value)).flatten();
        match loose {
            Some(text) => Stated::new(text, state, Form::Loose),
            None => Stated::new(measure.exact(self.rng, value), state, Form::Exact),
        }
    }

    fn day(&mut self, p: &Planned, published: Date) -> Stated {
        match p.plan {
            Plan::Loose if self.article == p.odd && p.day.month() == published.month() => Stated::new(day_loose(p.day), 0, Form::Loose),
            Plan::Contrary if self.article == p.odd => Stated::new(day_exact(self.rng, p.other_day, published), 1, Form::Exact),
            _ => Stated::new(day_exact(self.rng, p.day, published), 0, Form::Exact),
        }
    }

    /// A role, a quotation or a place: one of the forms of the scene.
    fn form(&mut self, slot: &Slot, p: &Planned) -> Stated {
        let usual = &slot.same[p.same % slot.same.len()];
        let differs = self.article == p.odd;
        match p.plan {
            Plan::Contrary if differs => self.contrary(slot, usual),
            Plan::Loose if differs && slot.kind == Kind::Quote => self.version(slot, usual),
            Plan::Loose if differs && !slot.compatible.is_empty() => Stated::new(self.rng.pick(&slot.compatible).clone(), 0, Form::Loose),
            _ if slot.kind == Kind::Role && self.rng.chance(40) => Stated::new(self.rng.pick(&slot.same).clone(), 0, Form::Near),
            _ => Stated::new(usual.clone(), 0, if slot.kind == Kind::Role { Form::Near } else { Form::Exact }),
        }
    }

    fn contrary(&mut self, slot: &Slot, usual: &str) -> Stated {
        let others: Vec<String> = self.cast.people().filter(|p| *p != slot.name).map(str::to_owned).collect();
        if slot.kind == Kind::Quote && !others.is_empty() && self.rng.chance(30) {
            let speaker = Some(self.rng.pick(&others).clone());
            return Stated { speaker, ..Stated::new(usual, 2, Form::Exact) };
        }
        Stated::new(self.rng.pick(&slot.contrary).clone(), 1, Form::Exact)
    }

    /// A shorter version of a quotation: its first clause, or with the middle left out.
    fn version(&mut self, slot: &Slot, usual: &str) -> Stated {
        let words: Vec<&str> = usual.split(' ').collect();
        let n = words.len();
        match self.rng.below(3) {
            0 if !slot.compatible.is_empty() => Stated::new(self.rng.pick(&slot.compatible).clone(), 0, Form::Loose),
            1 => Stated::new(format!("{} ... {}", words[..n / 2 - 1].join(" "), words[n / 2 + 1..].join(" ")), 0, Form::Loose),
            _ => Stated::new(words[..2 * n / 3].join(" "), 0, Form::Exact),
        }
    }

    fn sentence(&mut self, template: &str) {
        let start = self.text.len();
        self.fill(template);
        self.capital(start);
    }

    fn capital(&mut self, start: usize) {
        let first = self.text[start..].char_indices().find(|(_, c)| c.is_alphanumeric());
        if let Some((at, c)) = first.filter(|(_, c)| c.is_ascii_lowercase()) {
            self.text.replace_range(start + at..start + at + 1, &c.to_ascii_uppercase().to_string());
        }
    }

    /// Writes a template, names in place of its holes.
    fn fill(&mut self, template: &str) {
        let mut rest = template;
        while let Some((before, hole)) = rest.split_once('{') {
            let (name, after) = hole.split_once('}').unwrap_or_else(|| panic!("{}: {template}", self.scene.name));
            self.text.push_str(before);
            self.name(name);
            rest = after;
        }
        self.text.push_str(rest);
    }

    fn name(&mut self, hole: &str) {
        let again = self.met.iter().any(|m| m == hole);
        let Some(named) = self.cast.written(hole, self.article, again) else { panic!("{}: {hole}", self.scene.name) };
        if !again {
            self.met.push(hole.to_owned());
        }
        let start = self.text.len();
        self.text.push_str(&named.text);
        if let Some(n) = named.fact {
            let (span, fact) = (start..self.text.len(), self.scene.slots.len() + n);
            self.mentions.push(Mention { fact, article: self.article, span, text: named.text, state: 0, form: named.form });
        }
        if !again && self.cast.needs_country(hole) {
            self.text.push_str(", ");
            self.name("country");
        }
    }
}
