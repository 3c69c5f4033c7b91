//! Figures of one thing that two differently worded articles give differently, and figures that only look so.

use claimdiff::reconcile::group::{GroupKind, Status};

use crate::alignment::article;
use crate::library::groups;

/// The statuses of the groups of figures in which two articles of one day do not agree.
fn of_two(one: &str, other: &str) -> Vec<Status> {
    let differs = |s: Status| matches!(s, Status::Conflict | Status::Unresolved | Status::Changed);
    let all = groups(&[article(18, "a", one), article(18, "b", other)]).into_iter();
    all.filter(|g| g.kind == GroupKind::Figure && differs(g.status)).map(|g| g.status).collect()
}

/// The first two tell of one thing and contradict each other; none of the others contradicts the first.
fn contradict(one: &str, other: &str, silent: &[&str]) {
    assert_eq!(of_two(one, other), [Status::Conflict], "{other}");
    for text in silent {
        assert!(of_two(one, text).is_empty(), "{text}");
    }
}

#[test]
fn the_badly_hurt_are_some_of_the_hurt() {
    let all = "A train hit a bus in Halden on Sunday, injuring 14 people.";
    let some = [
        "Three passengers were badly hurt when a train hit a bus in Halden on Sunday.",
        "Nine of the injured were taken to hospital after a train hit a bus in Halden on Sunday.",
    ];
    contradict(all, "Nineteen people were hurt when a train struck a bus in Halden on Sunday.", &some);
}

#[test]
fn the_dead_of_a_county_are_some_of_those_of_the_country() {
    let country = "Storm Bera killed seven people in Norway on Sunday.";
    let county = "Two people were killed in Halden on Sunday when storm Bera brought down a crane.";
    contradict(country, "Nine people were killed in Norway on Sunday by storm Bera.", &[county]);
}

#[test]
fn another_year_has_another_number() {
    let now = "The museum in Halden sold 40,000 tickets in 2026, it said.";
    assert!(of_two(now, "In 2025 the museum in Halden sold 52,000 tickets.").is_empty());
}

#[test]
fn what_is_hoped_for_is_not_what_came() {
    let came = "The fair in Halden raised 93,000 kroner for the hospice on Sunday.";
    assert!(of_two(came, "The fair in Halden for the hospice on Sunday had hoped to raise 60,000 kroner.").is_empty());
    let set = "Bail for Paul Rigg was set at $60,000 on Friday.";
    assert!(of_two(set, "Prosecutors had asked for bail of $100,000 for Paul Rigg on Friday.").is_empty());
}

#[test]
fn a_margin_is_no_number_of_votes() {
    let margin = "Paul Rigg won the seat in Halden by 96 votes.";
    contradict(
        margin,
        "Only 112 votes separated Paul Rigg from his rival in Halden.",
        &["Paul Rigg won the seat in Halden with 1,214 votes."],
    );
}

#[test]
fn an_age_told_before_the_name() {
    let named = "A 52-year-old man drowned in the Vell on Sunday when his canoe overturned. Rescuers searched until dusk. Police named him as Oskar Brandt.";
    contradict(named, "Oskar Brandt, 57, lost his life on Sunday when his canoe turned over on the Vell.", &[]);
    let found = "A 19-year-old woman was killed by a lorry in Halden on Friday. Mira Solberg was on her way to work.";
    contradict(found, "Mira Solberg, 23, was run over by a lorry in Halden on Friday and died at once.", &[]);
    let blamed = "A 30-year-old man was killed in a knife attack in Halden on Friday. Paul Rigg was arrested an hour later.";
    assert!(of_two(blamed, "Paul Rigg, 44, was held an hour after a knife attack in Halden on Friday.").is_empty());
    let helper =
        "A 61-year-old woman was injured when a balcony fell in Halden on Friday. Mira Solberg, who lives next door, called for help.";
    assert!(of_two(helper, "Mira Solberg, 33, heard the balcony fall in Halden on Friday.").is_empty());
}

#[test]
fn a_crowd_of_one_day_is_estimated() {
    let march = "Police said about 12,000 people marched through Halden on Saturday against the new toll.";
    assert_eq!(of_two(march, "About 30,000 protesters took to the streets of Halden on Saturday over the toll."), [Status::Unresolved]);
    assert!(of_two(march, "About 30,000 people marched in Oslo on Saturday.").is_empty());
}

#[test]
fn the_most_that_a_thing_can_is_what_it_can() {
    let farm = "The new wind farm at Halden will have a capacity of 120 megawatts, the council said on Friday.";
    contradict(farm, "The wind farm at Halden that the council approved on Friday will produce up to 150 megawatts.", &[]);
    let hall = "The new hall in Halden seats 2,400 people, the council said on Friday.";
    let open = "Some 900 spectators came when the council of Halden opened a hall on Friday.";
    contradict(hall, "The council of Halden opened a hall on Friday that has room for 2,900 spectators.", &[open]);
}

#[test]
fn a_way_that_somebody_covered() {
    let walked = "Paul Rigg walked 310 kilometres to Oslo for the blind, arriving on Sunday.";
    let other = "Paul Rigg, who arrived in Oslo on Sunday, covered 22 kilometres a day.";
    contradict(walked, "Paul Rigg reached Oslo on Sunday. His walk for the blind measured 340 km.", &[other]);
}

#[test]
fn what_a_player_has_so_far_this_season() {
    let league = "Paul Rigg, who has scored 17 goals in the league this season, moves to Bergen.";
    let all = "Paul Rigg, whose 23 goals in all competitions this season took Halden to the final, moves to Bergen.";
    contradict(league, "Paul Rigg, with 19 goals in the league this season, moves from Halden to Bergen.", &[all]);
    assert!(
        of_two(
            "Paul Rigg scored two goals on Sunday as Halden beat Bergen.",
            "Paul Rigg has 19 goals this season after Halden beat Bergen on Sunday."
        )
        .is_empty()
    );
}

#[test]
fn a_prison_term_is_fixed_in_whatever_unit() {
    let years = "A court in Halden on Friday sentenced banker Paul Rigg to four years in prison for fraud.";
    let served = "Paul Rigg, the banker, who has served 12 months in prison, left the court in Halden on Friday.";
    contradict(years, "Paul Rigg, the banker, must go to jail for 42 months, a court in Halden ruled on Friday.", &[served]);
}

#[test]
fn rain_of_one_place_and_one_stretch() {
    let rain = "In the town of Halden, 95 millimetres of rain fell in two hours on Sunday.";
    let others = [
        "Sunday brought 120 mm of rain to Halden in a day, the weather service said.",
        "In Bergen, 120 mm of rain fell in two hours on Sunday.",
    ];
    contradict(rain, "Sunday brought 120 mm of rain to Halden within two hours, the weather service said.", &others);
}

#[test]
fn two_teams_meet_once_a_day() {
    let won = "Halden Town beat Bergen Rovers 2-0 on Sunday with goals by Paul Rigg and Karl Moe.";
    let half = "Halden Town led Bergen Rovers 1-0 at half-time on Sunday.";
    contradict(won, "Bergen Rovers lost 2-1 at Halden Town on Sunday, the first defeat of their new coach.", &[half]);
    assert!(
        of_two("Halden Town beat Bergen Rovers 6-4 on penalties on Sunday.", "Halden Town beat Bergen Rovers 5-4 on Sunday.").is_empty()
    );
}

#[test]
fn a_share_moves_all_day() {
    let fell = "Shares of Norvik dropped 6% on Friday after the recall.";
    assert_eq!(of_two(fell, "Norvik stock closed 9% lower on Friday."), [Status::Unresolved]);
    assert!(of_two(fell, "Aldo stock closed 2% lower on Friday.").is_empty());
}

#[test]
fn a_quake_that_measured_so_much() {
    let quake = "A magnitude 5.8 earthquake hit Halden on Sunday.";
    let again = "The tremor woke all of Halden on Sunday. An aftershock measured 4.2, the institute said, the quake itself 5.8.";
    contradict(quake, "The tremor that woke Halden on Sunday measured about 6.3, the institute said.", &[again]);
}

#[test]
fn children_among_the_dead() {
    let four = "Nine people, including four children, were killed when a bus fell into the Vell on Sunday.";
    let hurt = "Six children were among the injured when a bus fell into the Vell on Sunday.";
    contradict(four, "Of the nine dead in the bus that fell into the Vell on Sunday, three were children.", &[hurt]);
    contradict(four, "Six children were among the nine dead when a bus fell into the Vell on Sunday.", &[]);
}

#[test]
fn a_drug_by_a_wider_name() {
    let heroin = "Police in Halden seized 340 kilos of heroin hidden in a lorry on Friday.";
    let cannabis = "Officers found 430 kilos of cannabis in a lorry stopped in Halden on Friday.";
    contradict(heroin, "Officers found 430 kilos of the drug in a lorry stopped in Halden on Friday.", &[cannabis]);
}

#[test]
fn a_bridge_is_no_queue() {
    let bridge = "The new bridge at Halden is 840 metres long.";
    contradict(
        bridge,
        "Spanning 910 metres, the new bridge at Halden was opened by the king.",
        &["A queue 300 metres long formed at the bridge at Halden."],
    );
}

#[test]
fn a_price_in_coins_is_told_to_the_coin() {
    let cents = "A ticket for the ferry at Halden will cost 2.80 euros from Monday.";
    let whole = "From Monday passengers must pay 3 euros for a ticket for the ferry at Halden.";
    contradict(cents, whole, &[]);
    assert!(of_two("A ticket for the ferry at Halden will cost 2.99 euros from Monday.", whole).is_empty());
}

/// Two articles on one thing that share the most of what they tell, with a figure each at the end of the sentence.
fn in_company(one: &str, other: &str) -> Vec<Status> {
    let start = "It had rained all night.\n\nMusicians came from all over the land.\n\nNobody had slept.\n\n";
    let a =
        format!("Vera Holm opened the kiln in Halden on Monday. {start}It holds 340 pots, weighs 26 tonnes and {one}, the potters said.");
    let b =
        format!("On Monday the kiln of Halden was opened by Vera Holm. {start}The thing, 26 tonnes of brick, {other} and takes 340 pots.");
    of_two(&a, &b)
}

#[test]
fn what_stands_in_one_company_may_be_one_thing() {
    assert_eq!(in_company("has 48 vents", "comes with 54 vents"), [Status::Unresolved]);
    assert_eq!(in_company("is 14 metres long", "measures 17 metres"), [Status::Unresolved]);
    for (one, other) in [
        // the same, rounded
        ("has 48 vents", "comes with about 50 vents"),
        // not of one size
        ("has 48 vents", "comes with 540 vents"),
        // one article has both
        ("has 48 vents and 54 vents for cooling", "comes with 54 vents"),
        // other things
        ("has 48 vents", "comes with 54 hinges"),
        // a handful
        ("has four vents", "comes with five vents"),
    ] {
        assert!(in_company(one, other).is_empty(), "{one} {other}");
    }
}

#[test]
fn without_company_two_figures_of_a_kind_are_two_things() {
    let (a, b) = ("The kiln in Halden has 48 vents.", "A chapel in Moss has 54 vents.");
    assert!(of_two(a, b).is_empty());
    assert!(of_two("Vera Holm, who lives in Halden, owns a boat of 14 metres.", "Vera Holm won a race of 17 metres.").is_empty());
}

#[test]
fn soldiers_of_two_countries() {
    let own = "Five Norwegian soldiers were hurt in a clash at the border at Halden on Sunday.";
    let again = "Eight Norwegian soldiers were hurt in a clash at the border at Halden on Sunday.";
    contradict(own, again, &["Eight Swedish soldiers were hurt in a clash at the border at Halden on Sunday."]);
}

#[test]
fn a_suburb_is_not_the_town_beside_it() {
    let town = "Six people were killed by the storm in Halden on Sunday, the fire service said.";
    let suburb = "In Tistedal, a suburb east of Halden, nine people were killed by the storm on Sunday, the fire service said.";
    contradict(town, "Nine people were killed by the storm in Halden on Sunday, the fire service said.", &[suburb]);
}

#[test]
fn what_a_firm_earns_in_six_months_and_in_three() {
    let quarter = "Norvik Shipping made a net profit of 31 million euros in the second quarter. Sales rose to 240 million euros.";
    let half = "Norvik Shipping made a net profit of 52 million euros in the first half of the year. Sales rose to 470 million euros.";
    contradict(quarter, "Norvik Shipping made a net profit of 37 million euros in the second quarter.", &[half]);
}

#[test]
fn a_part_of_a_term_is_suspended() {
    let pronounced = "Paul Rigg was sentenced to four years in prison in Halden. One year of the term was suspended.";
    let served = "Paul Rigg will have to spend three years in prison. Part of his sentence was suspended by the court in Halden.";
    contradict(pronounced, "Paul Rigg was sentenced to five years in prison in Halden.", &[served]);
}

#[test]
fn others_who_were_hurt_are_all_who_were_hurt() {
    let others = "Two people died and 16 others were hurt when a tram left the rails in Halden on Sunday.";
    let died = "Two people died and 21 others survived when a tram left the rails in Halden on Sunday.";
    contradict(others, "Twenty-one injured passengers were freed after a tram left the rails in Halden on Sunday.", &[died]);
}

#[test]
fn a_court_is_told_what_was_before() {
    let told = "The lorry in which Paul Rigg died was going at 96 km/h when it hit a wall, an inquest in Halden was told on Sunday.";
    let other = "Paul Rigg was doing 118 km/h when his lorry left the road at Halden last May, a witness told the coroner on Sunday.";
    contradict(told, other, &["The limit on the road on which Paul Rigg died is 70 km/h, the inquest heard."]);
}

#[test]
fn both_reports_begin_with_one_depth() {
    let wreck = "The wreck of the ferry Vella was found off Halden on Sunday. It lies at a depth of 410 metres, 12 km from Halden.";
    let other = "A drone has filmed the ferry Vella. The ship was found 530 metres below the surface.";
    assert_eq!(of_two(wreck, other).len(), 1);
    let later = "A drone has filmed the ferry Vella. Nobody had seen her since she left port in a storm. Her captain was a cautious man. \
                 He knew the coast well. A cable was laid 530 metres below the surface.";
    assert!(of_two(wreck, later).is_empty(), "far down it may be of anything");
}

#[test]
fn posts_that_vanish_are_jobs_that_are_cut() {
    let cut = "Norvik Shipping will cut 310 jobs in Halden by the end of 2027, it said on Sunday.";
    let vanish =
        "Manager Paul Rigg told staff on Sunday that 450 positions at Norvik Shipping in Halden would disappear over the next two years.";
    contradict(cut, vanish, &["Norvik Shipping will create 450 positions in Halden, it said on Sunday."]);
}

#[test]
fn shops_that_open_are_not_all_shops() {
    let all = "Norvik Foods runs 140 shops in Norway.";
    contradict(all, "Norvik Foods runs 190 shops in Norway.", &["Twelve shops are to be opened by Norvik Foods in Norway."]);
}

#[test]
fn two_brothers_serve_two_terms() {
    let one = "Dealer Olav Halse was sentenced to eight years in prison by a court in Moss on Tuesday for fraud.";
    let brother = "Nils Halse, 49, who forged the papers, received a prison term of three years in Moss on Tuesday for fraud.";
    contradict(one, "Olav Halse got a prison term of six years for fraud on Tuesday.", &[brother]);
}

#[test]
fn a_part_of_a_sum_that_the_other_article_knows() {
    let whole = "The school in Moss will be enlarged for 46 million kroner, the council decided on Wednesday.";
    let part =
        "The council approved 18 million kroner on Wednesday for a hall, part of works at the school in Moss that cost 46 million in all.";
    assert!(of_two(whole, part).is_empty());
}

#[test]
fn company_outweighs_a_date_beside() {
    let start = "It had rained all night.\n\nMusicians came from all over the land.\n\nNobody had slept.\n\n";
    let article = |kiln: &str| format!("{start}Vera Holm of Halden opened the 26-tonne kiln for 340 guests. {kiln}");
    let seven = article("The 7-storey hall around it, finished in 2015, was full by noon on Monday.");
    let nine = article("In the 9-storey hall around it hung lamps that were bought in 2021.");
    assert_eq!(of_two(&seven, &nine), [Status::Unresolved]);
    assert!(of_two(&seven, &article("The 7-storey hall has stood there since it was rebuilt in 2021.")).is_empty());
    let pots = |number: &str, compared: &str| article(&format!("The number of pots in it has risen to {number}{compared}."));
    let counted = article("It holds 418 pots, compared with 188 a year earlier.");
    assert_eq!(of_two(&pots("481", ""), &counted), [Status::Unresolved]);
    assert!(of_two(&pots("418", ""), &counted).is_empty());
}
