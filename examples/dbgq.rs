use claimdiff::reconcile::quote_versions::{Words, relate};
fn main() {
    let r: serde_json::Value = serde_json::from_reader(std::io::stdin()).unwrap();
    for g in r["groups"].as_array().unwrap() {
        if g["kind"] == "quote" && g["status"] == "conflict" {
            println!("## {}", g["label"]);
            let vs: Vec<&str> = g["values"].as_array().unwrap().iter().map(|v| v["display"].as_str().unwrap()).collect();
            for (n, a) in vs.iter().enumerate() {
                for b in &vs[n + 1..] {
                    println!("  {:?}\n    {a}\n    {b}", relate(&Words::of(a), &Words::of(b)));
                }
            }
        }
    }
}
