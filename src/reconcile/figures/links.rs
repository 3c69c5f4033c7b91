//! Which figures of a story measure one thing.

use rustc_hash::FxHashSet;

use super::comparable::Pair;
use super::pairs::Figures;
use super::versions::Versions;
use crate::reconcile::cluster::Link;
use crate::reconcile::twins;

/// The pairs of figures that measure one thing.
pub struct Links {
    /// All that are sure enough, with how sure.
    pub all: Vec<Link>,
    /// Those whose values exclude each other and that nothing shows to be of one thing but that both articles lead with them, or of which
    /// only one is said to be asked for.
    pub loose: FxHashSet<(usize, usize)>,
}

impl Figures<'_> {
    pub fn links(&self) -> Links {
        let pairs = self.comparable();
        let partners = self.partners(&pairs);
        let sole = |a: usize, b: usize| partners.get(&(a, self.items[b].article)).is_some_and(|p| self.is_sole(p));
        let agreeing = pairs.iter().filter(|p| !p.is_contrary());
        let sure = |p: &Pair| Some(Link { a: p.a, b: p.b, score: self.sureness(p, sole(p.a, p.b) && sole(p.b, p.a))? });
        let mut same: Vec<Link> = agreeing.filter_map(sure).collect();
        let (versions, loose) = Versions::new(self, &pairs, &same).links();
        same.extend(versions);
        same.extend(self.twins());
        same.extend(self.headlines.iter().map(|(a, b)| Link { a: *a, b: *b, score: twins::sureness(false) }));
        Links { all: same, loose }
    }
}
