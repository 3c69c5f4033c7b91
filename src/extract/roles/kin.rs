//! Whose relative somebody is where the phrase of the role does not say it: `his | son`, `the nephew | of founder Ann Lee`.

use std::ops::Range;

use crate::extract::Context;
use crate::extract::events::scene::Scene;
use crate::extract::mention::{Mentions, NameKind, RoleMention};
use crate::extract::quotes::referents::Referents;
use crate::lexicon::class;

/// The person (an entity id) of whom each role of kinship is, by its place in `found.roles`.
pub fn owners(cx: &Context, found: &Mentions) -> Vec<(usize, String)> {
    let open = |r: &RoleMention| r.of.is_none() && r.tokens.end.checked_sub(1).is_some_and(|last| cx.tokens.all[last].is(class::KINSHIP));
    let kin: Vec<usize> = (0..found.roles.len()).filter(|i| open(&found.roles[*i])).collect();
    if kin.is_empty() {
        return Vec::new();
    }
    let referents = Referents::new(cx, found);
    let owner = |i: usize| {
        let r = &found.roles[i];
        let sentences = &cx.article.sentences;
        let sentence = sentences.get(sentences.partition_point(|s| s.tokens.end <= r.tokens.start))?;
        let scene = Scene { referents: Some(&referents), ..Scene::new(cx, found, sentence.tokens.clone()) };
        let of = before(&scene, &r.tokens).or_else(|| behind(&scene, r.tokens.end))?;
        (of != found.entities[r.entity].id).then_some((i, of))
    };
    kin.into_iter().filter_map(owner).collect()
}

/// `his | son`
fn before(s: &Scene, role: &Range<usize>) -> Option<String> {
    let pronoun = [role.start, role.start.wrapping_sub(1)].into_iter().find(|i| s.is(*i, &["his", "her"]))?;
    s.owner(pronoun).map(|id| id.to_string())
}

/// `nephew | of the founder Ann Lee`: nothing but titles and adjectives before the name.
fn behind(s: &Scene, end: usize) -> Option<String> {
    const TITLES: usize = 4;
    let of = s.is(end, &["of"]).then_some(end + 1)?;
    let at = (of..of + TITLES + 1).take_while(|i| s.token(*i).is_some_and(|t| t.is_word())).find(|i| s.name_starting(*i).is_some())?;
    let plain = (of..at).all(|i| !s.has(i, class::PREPOSITION | class::CONJUNCTION | class::RELATIVE | class::KINSHIP | class::AUXILIARY));
    let name = s.name_starting(at).filter(|n| n.kind == NameKind::Person && plain && !s.is_clitic(n.tokens.end))?;
    Some(s.entity(name).to_string())
}
