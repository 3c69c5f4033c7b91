use super::group::Draft;
use super::story::Story;

pub fn groups(_story: &Story) -> Vec<Draft> {
    Vec::new()
}
