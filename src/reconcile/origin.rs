//! Origins: articles that are copies of one text count once.

use crate::claim::Line;

/// Numbers the origins `o1`, `o2` … in order of the lines, on sources and claims.
pub fn assign(lines: &mut [Line]) {
    for (i, line) in lines.iter_mut().enumerate() {
        let origin = format!("o{}", i + 1);
        for c in &mut line.claims {
            c.origin = origin.clone();
        }
        line.source.origin = origin;
    }
}
