//! A text cut into stretches by the claims that it holds. Claims may lie inside one another or overlap; each stretch belongs to the
//! shortest claim over it, so that a figure inside a quotation can be clicked and the rest of the quotation too.

/// Where a claim stands, in code points, and its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub start: u32,
    pub end: u32,
    pub claim: usize,
    /// Whether it is visible; others only serve as targets of links.
    pub marked: bool,
}

/// A stretch of text under the same claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    pub start: u32,
    pub end: u32,
    /// The claim it is marked as.
    pub claim: Option<usize>,
    /// Claims that begin here, marked or not.
    pub begins: Vec<usize>,
}

/// The stretches from `start` to `end`, in order, without a gap. `spans` are sorted by their start.
pub fn stretches(start: u32, end: u32, spans: &[Span]) -> Vec<Stretch> {
    let inside: Vec<&Span> = spans.iter().filter(|s| s.start < end && s.end > start).collect();
    let mut cuts: Vec<u32> = inside.iter().flat_map(|s| [s.start.max(start), s.end.min(end)]).chain([start, end]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut out = Vec::new();
    let (mut next, mut open): (usize, Vec<&Span>) = (0, Vec::new());
    for pair in cuts.windows(2) {
        open.retain(|s| s.end > pair[0]);
        let first = next;
        while next < inside.len() && inside[next].start <= pair[0] {
            open.push(inside[next]);
            next += 1;
        }
        let begins = inside[first..next].iter().filter(|s| s.start == pair[0]).map(|s| s.claim).collect();
        let top = open.iter().filter(|s| s.marked).min_by_key(|s| (s.end - s.start, s.claim));
        out.push(Stretch { start: pair[0], end: pair[1], claim: top.map(|s| s.claim), begins });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start: u32, end: u32, claim: usize) -> Span {
        Span { start, end, claim, marked: true }
    }

    fn cut(spans: &[Span]) -> Vec<(u32, u32, Option<usize>, Vec<usize>)> {
        stretches(10, 30, spans).into_iter().map(|s| (s.start, s.end, s.claim, s.begins)).collect()
    }

    #[test]
    fn a_claim_inside_another_cuts_it() {
        let got = cut(&[span(12, 28, 0), span(15, 20, 1)]);
        let wanted = [
            (10, 12, None, vec![]),
            (12, 15, Some(0), vec![0]),
            (15, 20, Some(1), vec![1]),
            (20, 28, Some(0), vec![]),
            (28, 30, None, vec![]),
        ];
        assert_eq!(got, wanted);
    }

    #[test]
    fn claims_reach_over_the_ends_and_may_share_a_span() {
        let got = cut(&[span(5, 12, 0), span(28, 40, 1), span(28, 40, 2)]);
        assert_eq!(got, [(10, 12, Some(0), vec![]), (12, 28, None, vec![]), (28, 30, Some(1), vec![1, 2])]);
    }

    #[test]
    fn what_is_not_marked_is_still_a_place() {
        let hidden = Span { marked: false, ..span(12, 14, 7) };
        assert_eq!(cut(&[hidden]), [(10, 12, None, vec![]), (12, 14, None, vec![7]), (14, 30, None, vec![])]);
    }
}
