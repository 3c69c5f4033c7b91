//! Who spoke last: quotes without a saying of their own go on with the speaker before them.

use std::ops::Range;

use super::super::mention::Speaker;
use super::frame::Frame;

/// The last voice that was heard, and where.
pub struct Voice {
    pub speaker: Speaker,
    block: usize,
    /// The sentence behind the one in which it was heard.
    pub sentence: usize,
}

/// What the frames so far say about who speaks.
#[derive(Default)]
pub struct Memory {
    /// The speaker of the last frame that names one, with or without a quote.
    heard: Option<Voice>,
    /// The last frame ends with a colon.
    colon: bool,
    /// Whom the last frame asks something, and the sentence behind it.
    asked: Option<(Speaker, usize)>,
    /// Those without a name who were introduced as speakers, and the sentences behind these.
    nameless: Vec<(Speaker, usize)>,
}

/// The determiners of somebody who is introduced.
const INTRODUCING: [&str; 4] = ["a", "an", "another", "one"];

impl Memory {
    /// A frame of the sentences `range` in which `speaker` speaks and asks `asked`.
    pub fn hear(&mut self, f: &Frame, range: &Range<usize>, speaker: Option<Speaker>, asked: Option<Speaker>) {
        self.asked = asked.map(|who| (who, range.end));
        let block = f.cx.article.sentences[range.start].block;
        if let Some(speaker) = speaker {
            let first = speaker.name.split(' ').next().unwrap_or_default();
            if speaker.entity.is_none() && speaker.pronoun.is_none() && INTRODUCING.iter().any(|w| first.eq_ignore_ascii_case(w)) {
                self.nameless.push((speaker.clone(), range.end));
            }
            self.heard = Some(Voice { speaker, block, sentence: range.end });
        }
        self.colon = f.len() > 0 && f.is_punct(f.len() - 1, &[':']);
    }

    /// The voice that a quote of its own goes on with, in the frame of the sentences `range`.
    pub fn goes_on(&self, f: &Frame, range: &Range<usize>) -> Option<&Speaker> {
        let heard = self.heard.as_ref()?;
        let block = f.cx.article.sentences[range.start].block;
        let near = heard.block == block && range.start <= heard.sentence + 2;
        let next_paragraph = heard.block + 1 == block && (self.colon || range.start <= heard.sentence);
        (near || next_paragraph).then_some(&heard.speaker)
    }

    /// The last one without a name who was introduced as a speaker with fitting words, and the sentence behind it.
    pub fn nameless(&self, fits: impl Fn(&str) -> bool) -> Option<&(Speaker, usize)> {
        const LOOK: usize = 12;
        self.nameless.iter().rev().take(LOOK).find(|(speaker, _)| fits(&speaker.name))
    }

    /// Whom the sentence before those of `range` asks something.
    pub fn asked(&self, range: &Range<usize>) -> Option<&Speaker> {
        self.asked.as_ref().filter(|(_, behind)| *behind == range.start).map(|(who, _)| who)
    }

    /// The paragraph of the frame of the sentences `range` has a voice already.
    pub fn is_heard_in(&self, f: &Frame, range: &Range<usize>) -> bool {
        self.heard.as_ref().is_some_and(|v| v.block == f.cx.article.sentences[range.start].block)
    }

    /// The voice that was heard last.
    pub fn voice(&self) -> Option<&Voice> {
        self.heard.as_ref()
    }
}
