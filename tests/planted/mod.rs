//! Stories with a known truth: written from templates and a seed, and compared by the program.

pub mod background;
pub mod cast;
pub mod floors;
pub mod happen;
pub mod judge;
pub mod mutate;
pub mod novel;
pub mod rng;
pub mod scene;
pub mod story;
pub mod truth;
pub mod value;

use judge::Tally;
use scene::Scene;

/// What the program finds of the truth of so many stories from a seed on.
pub fn measure(seed: u64, stories: u64) -> Tally {
    let scenes = Scene::all();
    let mut tally = Tally::default();
    for n in seed..seed + stories {
        tally.add(judge::judge(&story::write(&scenes, n)));
    }
    tally
}
