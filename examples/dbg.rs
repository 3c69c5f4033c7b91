use claimdiff::claim::Line;
use claimdiff::reconcile::{figure_pairs::Figures, origin, story::Story};
fn main() {
    let pats: Vec<String> = std::env::args().skip(1).collect();
    let mut lines: Vec<Line> = std::io::stdin().lines().map(|l| serde_json::from_str(&l.unwrap()).unwrap()).collect();
    lines.sort_by(|a, b| a.source.id.cmp(&b.source.id));
    origin::assign(&mut lines);
    let story = Story::new(&lines);
    let f = Figures::new(&story);
    let sel: Vec<usize> = (0..f.items.len())
        .filter(|&i| {
            let c = story.claims[f.items[i].member].claim;
            pats.iter().any(|p| format!("{}:{}", c.source.chars().take(6).collect::<String>(), c.text).contains(p.as_str()))
        })
        .collect();
    for (n, &a) in sel.iter().enumerate() {
        for &b in &sel[n + 1..] {
            let (x, y) = (story.claims[f.items[a].member].claim, story.claims[f.items[b].member].claim);
            println!(
                "{}:{}:{:?} | {}:{}:{:?}\n    sure {:?} {:?}",
                &x.source[..3.min(x.source.len())],
                x.start,
                x.text,
                &y.source[..3.min(y.source.len())],
                y.start,
                y.text,
                f.sureness(a, b, false),
                f.words(&f.items[a], &f.items[b])
            );
        }
    }
}
