//! How far the reading and the comparing are, on standard error of a terminal, when they take long.

use std::io::{self, IsTerminal};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
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
        bar.with_style(style(template)).with_elapsed(self.begun.elapsed()).with_message(self.left())
    }

    /// Says something on standard error without the bar in between.
    pub fn aside(&self, say: impl FnOnce()) {
        match &self.bar {
            Some(bar) => bar.suspend(say),
            None => say(),
        }
    }
}

/// The templates are our own; a wrong one would leave the usual style.
fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}

/// Does work on so many articles, which says by the function that it is given how many of them are done.
pub fn while_comparing<T>(articles: usize, work: impl FnOnce(&(dyn Fn(usize) + Sync)) -> T) -> T {
    let done = &AtomicU64::new(0);
    let count = |n: usize| {
        done.fetch_add(n as u64, Ordering::Relaxed);
    };
    if !io::stderr().is_terminal() {
        return work(&count);
    }
    let (working, ended) = mpsc::channel();
    thread::scope(|scope| {
        scope.spawn(move || watch(articles as u64, done, &ended));
        // dropped when the work is done, in whatever way
        let _working: mpsc::Sender<()> = working;
        work(&count)
    })
}

/// Shows how many articles are done until the other end is dropped.
fn watch(total: u64, done: &AtomicU64, ended: &Receiver<()>) {
    const OFTEN: Duration = Duration::from_millis(200);
    if ended.recv_timeout(LONG) != Err(RecvTimeoutError::Timeout) {
        return;
    }
    let bar = ProgressBar::new(total).with_elapsed(LONG);
    bar.set_style(style("{bar:30} {pos} of {len} articles compared, {elapsed}"));
    while ended.recv_timeout(OFTEN) == Err(RecvTimeoutError::Timeout) {
        bar.set_position(done.load(Ordering::Relaxed));
        bar.tick();
    }
    bar.finish_and_clear();
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
    fn work_is_done_once_whoever_watches() {
        assert_eq!(while_comparing(3, |done| [1, 2].map(|n| (done(n), n).1)), [1, 2]);
        let (done, (working, ended)) = (AtomicU64::new(3), mpsc::channel());
        drop::<mpsc::Sender<()>>(working);
        watch(3, &done, &ended);
    }

    #[test]
    fn the_rest_goes_at_the_pace_of_what_is_done() {
        assert_eq!(left(Duration::from_secs(4), 100, 300), Duration::from_secs(12));
        assert_eq!(left(Duration::from_secs(4), 100, 0), Duration::ZERO);
    }
}
