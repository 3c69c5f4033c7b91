//! The longest common subsequence of two lists.

use std::ops::Range;

/// A longest common subsequence, as pairs of places in both, in order (Wagner & Fischer 1974); of several the one that takes words early.
/// Time and memory grow with the product of the lengths, which may not reach 65,536 each.
pub fn common<T: PartialEq>(a: &[T], b: &[T]) -> Vec<(usize, usize)> {
    // a common beginning belongs to it, so that only the rest costs the product of the lengths
    let start = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let rest = between(&a[start..], &b[start..]);
    (0..start).map(|i| (i, i)).chain(rest.into_iter().map(|(i, j)| (start + i, start + j))).collect()
}

/// The longest run of items that both lists have, as its place in the first; of several the first. Time grows with the product of the
/// lengths.
pub fn longest_run<T: PartialEq>(a: &[T], b: &[T]) -> Range<usize> {
    let mut best = 0..0;
    // by place in `b`: how long the run is that ends there and at the current place in `a`
    let mut runs = vec![0usize; b.len() + 1];
    for (i, item) in a.iter().enumerate() {
        for j in (0..b.len()).rev() {
            runs[j + 1] = if *item == b[j] { runs[j] + 1 } else { 0 };
            if runs[j + 1] > best.len() {
                best = i + 1 - runs[j + 1]..i + 1;
            }
        }
    }
    best
}

fn between<T: PartialEq>(a: &[T], b: &[T]) -> Vec<(usize, usize)> {
    if a.is_empty() || b.is_empty() {
        return Vec::new();
    }
    let width = b.len() + 1;
    // by place in both: the length of the longest common subsequence of what follows
    let mut best = vec![0u16; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            best[i * width + j] =
                if a[i] == b[j] { best[(i + 1) * width + j + 1] + 1 } else { best[(i + 1) * width + j].max(best[i * width + j + 1]) };
        }
    }
    let (mut i, mut j, mut out) = (0, 0, Vec::new());
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            out.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if best[(i + 1) * width + j] >= best[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_two_rows_share_in_order() {
        assert_eq!(common(&["a", "b", "c", "d", "e"], &["b", "x", "c", "e", "f"]), [(1, 0), (2, 2), (4, 3)]);
        assert_eq!(common(&[1, 2], &[2, 1]).len(), 1);
        assert_eq!(common(&["a", "b", "x", "d"], &["a", "c", "b", "d"]), [(0, 0), (1, 2), (3, 3)]);
        assert_eq!(common(&[1], &[]), []);
    }

    #[test]
    fn the_longest_run_of_two_rows() {
        assert_eq!(longest_run(&["a", "b", "c", "x", "d"], &["z", "b", "c", "d", "a"]), 1..3);
        assert_eq!(longest_run(&[1, 2], &[3]), 0..0);
        assert_eq!(longest_run(&[7, 7, 7], &[7, 7]), 0..2);
    }
}
