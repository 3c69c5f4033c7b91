//! TODO

use super::Context;
use super::mention::Mentions;

pub fn find(cx: &Context, found: &mut Mentions) {
    let _ = (cx, found);
}
