//! Which figures of a story measure one thing.

use super::comparable::Pair;
use super::pairs::Figures;
use super::versions::Versions;
use crate::reconcile::cluster::Link;
use crate::reconcile::twins;

impl Figures<'_> {
    /// All pairs that are sure enough, with how sure.
    pub fn links(&self) -> Vec<Link> {
        let pairs = self.comparable();
        let partners = self.partners(&pairs);
        let sole = |a: usize, b: usize| partners.get(&(a, self.items[b].article)).is_some_and(|p| self.is_sole(p));
        let agreeing = pairs.iter().filter(|p| !p.is_contrary());
        let sure = |p: &Pair| Some(Link { a: p.a, b: p.b, score: self.sureness(p, sole(p.a, p.b) && sole(p.b, p.a))? });
        let mut same: Vec<Link> = agreeing.filter_map(sure).collect();
        let versions = Versions::new(self, &pairs, &same).links();
        same.extend(versions);
        same.extend(self.twins());
        same.extend(self.headlines.iter().map(|(a, b)| Link { a: *a, b: *b, score: twins::sureness(false) }));
        same
    }
}
