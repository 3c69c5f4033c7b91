//! How far the reading is, on standard error of a terminal, when it takes long.

use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use indicatif::{HumanDuration, ProgressBar, ProgressStyle};

use super::input::Inputs;

/// Work that is done sooner shows nothing.
const LONG: Duration = Duration::from_secs(2);

/// A bar on standard error.
pub struct Progress {
    begun: Instant,
    /// Number of articles, if each file is one.
    total: Option<u64>,
    done: u64,
    bar: Option<ProgressBar>,
    terminal: bool,
}

impl Progress {
    pub fn new(inputs: &Inputs) -> Self {
        let lines = |p: &std::path::PathBuf| p.extension().is_some_and(|e| e == "jsonl" || e == "ndjson");
        let known = inputs.files.iter().all(|f| f.path.as_ref().is_some_and(|p| !lines(p)));
        let total = known.then_some(inputs.files.len() as u64);
        Progress { begun: Instant::now(), total, done: 0, bar: None, terminal: io::stderr().is_terminal() }
    }

    /// Notes that more articles are read.
    pub fn add(&mut self, articles: usize) {
        self.done += articles as u64;
        if self.bar.is_none() && self.terminal && self.begun.elapsed() >= LONG {
            self.bar = Some(self.start());
        }
        if let Some(bar) = &self.bar {
            bar.set_position(self.done);
            bar.set_message(self.left());
        }
    }

    /// How long the rest takes at the pace of all that is done; the bar itself knows only what it has seen, which began late.
    fn left(&self) -> String {
        let rest = self.total.unwrap_or_default().saturating_sub(self.done);
        HumanDuration(left(self.begun.elapsed(), self.done, rest)).to_string()
    }

    fn start(&self) -> ProgressBar {
        let (bar, template) = match self.total {
            Some(n) => (ProgressBar::new(n), "{bar:30} {pos} of {len} articles, {msg} left"),
            None => (ProgressBar::new_spinner(), "{spinner} {pos} articles, {elapsed}"),
        };
        // The templates are our own; a wrong one would leave the usual style.
        bar.with_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()))
            .with_elapsed(self.begun.elapsed())
    }

    /// Says something on standard error without the bar in between.
    pub fn aside(&self, say: impl FnOnce()) {
        match &self.bar {
            Some(bar) => bar.suspend(say),
            None => say(),
        }
    }
}

fn left(elapsed: Duration, done: u64, rest: u64) -> Duration {
    elapsed.mul_f64(rest as f64 / done.max(1) as f64)
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_goes_at_the_pace_of_what_is_done() {
        assert_eq!(left(Duration::from_secs(4), 100, 300), Duration::from_secs(12));
        assert_eq!(left(Duration::from_secs(4), 100, 0), Duration::ZERO);
    }
}
