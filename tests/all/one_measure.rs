//! Which figures of two articles measure one thing, whatever each calls it, and which only look so.

use claimdiff::reconcile::group::{GroupKind, Status};

use crate::alignment::article;
use crate::library::groups;

/// The statuses of the groups of figures that two articles, of a sentence or two each, have in common.
fn of_two(one: &str, other: &str) -> Vec<Status> {
    let all = groups(&[article(14, "a", one), article(14, "b", other)]).into_iter();
    all.filter(|g| g.kind == GroupKind::Figure && g.sources.len() > 1).map(|g| g.status).collect()
}

#[test]
fn of_what_a_length_is_stands_behind_it_or_before() {
    let ahead = "The nearly two-year-long inquiry into the harbour did not find who had paid the guards.";
    let behind = "After nearly two years of inquiry into the harbour, nobody was charged, the prosecutor said.";
    assert_eq!(of_two(ahead, behind), [Status::Agree]);
    let standby = "The Vela has a new battery and lasts up to 30 days of standby time.";
    let short = "The Vela plays for eight hours and keeps 30 days of standby.";
    assert_eq!(of_two(standby, short), [Status::Compatible]);
    let strike = "The port saw five days of strikes before the owners met the union.";
    let frost = "The port saw five days of frost before the ferries ran again.";
    assert!(of_two(strike, frost).is_empty());
}

#[test]
fn they_are_of_those_who_were_named_before() {
    let them = "The sheriff has a list of the tenants who were fined, and 90 percent of them “are from the valley,” he said.";
    let tenants = "The sheriff said 90 percent of the tenants who were fined and are on his list came from the valley.";
    assert_eq!(of_two(them, tenants), [Status::Agree]);
}

#[test]
fn one_score_may_stand_anywhere() {
    let filler = "The council met. Nobody spoke. It was late. The doors were shut. A bell rang. The clerk read. Rain fell. People left. ";
    let (vote, tally) = ("The 83-4 vote came late in the evening.", "At last the tally was 83-4, and nobody wondered.");
    assert_eq!(of_two(&format!("{filler}{vote}"), &format!("{filler}{tally}")), [Status::Agree]);
    let spelled = "The council passed the plan by a vote of 83 to 4 late in the evening.";
    assert_eq!(of_two(vote, spelled), [Status::Agree]);
}

#[test]
fn two_scores_of_one_vote_or_match_are_versions_of_one() {
    let vote = |result: &str, what: &str| format!("The council voted {result} on Monday to {what}.");
    let pool = vote("7-2", "close the Lune Street pool");
    assert_eq!(of_two(&pool, "The council voted 7-1 on Monday to close the pool."), [Status::Conflict]);
    assert!(of_two(&pool, "The finance committee of the council voted 7-1 on Monday to close the pool.").is_empty());
    assert!(of_two(&pool, "The council voted 7-1 on Monday to reject a change in the plan for the pool.").is_empty());
    assert!(of_two(&pool, &vote("6-3", "raise the water fee")).is_empty());
    assert!(of_two(&pool, &vote("31-12", "close the Lune Street pool")).is_empty());
    let home = "Norwick beat Merrow 3-1 at home on Saturday.";
    assert_eq!(of_two(home, "On Saturday Merrow lost 3-2 at Norwick."), [Status::Conflict]);
    let others = [
        "The Norwick women beat Merrow 3-2 on Saturday.",
        "Norwick beat Merrow 3-2 on Tuesday.",
        "Norwick led Merrow 2-1 on Saturday.",
        "Merrow beat Tarn 3-2 on Saturday.",
    ];
    assert_eq!(others.map(|other| of_two(home, other).len()), [0; 4]);
}

#[test]
fn an_equal_value_and_a_name_beside_it_are_enough_where_nothing_else_fits() {
    let prize = "The writer, Ana Lee, takes home 60,000 euros.";
    let spent = "Ana Lee, 44, means to put €60,000 into a boat.";
    assert_eq!(of_two(prize, spent), [Status::Agree]);
    let lamps = "The mayor wants €60,000 for new lamps along the canal.";
    assert!(of_two(prize, lamps).is_empty());
    let far = "\n\nThe town was quiet.\n\nShops had shut early, and the ferries lay at the quay.\n\nNobody spoke of it much.\n\n";
    let staff = format!("Norvik will be sold.{far}It has 14,200 employees.");
    let people = format!("Norvik has a new owner.{far}The fate of its 14,200 men and women is open.");
    assert_eq!(of_two(&staff, &people), [Status::Agree]);
}

#[test]
fn an_age_stands_for_whoever_was_named() {
    let bare = "Ann Lee and Paul Orr signed on Monday. The 39-year-old doctor will move to the coast.";
    let named = "Ann Lee, 39, has accepted the post of chief doctor, the ministry said.";
    assert_eq!(of_two(bare, named), [Status::Agree]);
    let does = "Doctor Ann Lee signed on Monday. The 39-year-old thanked the ministry for the post of chief doctor.";
    assert_eq!(of_two(does, named), [Status::Agree]);
    let thing = "Paul Orr signed on Monday. The 39-year-old rusted bridge near the port fell.";
    assert!(of_two(thing, named).is_empty());
    let anyone = "Ann Lee and Paul Orr signed on Monday. A 39-year-old nurse was hurt at the gate of the school.";
    assert!(of_two(anyone, named).is_empty());
}

#[test]
fn the_word_that_tells_what_befell_them_counts_once() {
    let headline = "20 Dead After a Storm at the Lake\n\nThe lake is known for its birds.";
    let parts = "Some 20 campers were killed at the lake when a storm brought down two pines. The mayor says 18 died there and two died later in hospital.";
    assert_eq!(of_two(headline, parts), [Status::Compatible]);
}

#[test]
fn a_crew_is_of_so_many_members_or_persons() {
    let member = "The storm sank the boat of the 12-member crew that works the reef off Aldo, and left the village in grief.";
    let person = "\u{201c}They are mostly a 12-person crew, and they dive for hours to mend the nets,\u{201d} the mayor said.";
    assert_eq!(of_two(member, person), [Status::Agree]);
    let other = "The court at Aldo has chosen a 12-person jury for the trial of a smuggler, which begins in May.";
    assert!(of_two(member, other).is_empty());
    let guards = "Ana Brun told of the storm at Aldo while a dozen soldiers in plain clothes stood watch by the door.";
    assert!(of_two(member, guards).is_empty());
    let members = "All 12 members of the crew that works the reef off Aldo were saved when the storm sank their boat.";
    assert_eq!(of_two(member, members), [Status::Agree]);
}

#[test]
fn a_bare_digit_is_of_the_noun_beside_it() {
    let bare = "Ana Brun said that she bought one boat because it was easier to keep one at the quay of Aldo instead of two.";
    let other = "Since it was told that Ana Brun bought a boat at the quay of Aldo, she has given the council two reasons why nobody knew.";
    assert!(of_two(bare, other).is_empty());
}

#[test]
fn each_team_has_leads_of_its_own() {
    let one = "The coach left the court though his Corvel side led by 18 points.";
    let other = "Aldo went off to a large 18-point halftime lead over Bergen.";
    assert!(of_two(one, other).is_empty());
    let same = "The coach of Corvel left the court when his side led by 18 points, a scout said.";
    assert_eq!(of_two(one, same), [Status::Agree]);
}

#[test]
fn what_is_counted_in_the_whole_country_is_more_than_in_a_town() {
    let town = "Police made 74 arrests during Saturday's marches in Oslo.";
    let all = "The marches went on, and police have made dozens of arrests across the country.";
    assert!(of_two(town, all).is_empty());
    let equal = "On Saturday police made 74 arrests in marches across the country.";
    assert_eq!(of_two(town, equal), [Status::Agree]);
}

#[test]
fn people_are_counted_under_many_names() {
    let people = "The flood at Aldo drove 3,200 townspeople from their homes on Friday.";
    let residents = "About 3,200 residents had to leave their houses when the flood hit Aldo.";
    assert_eq!(of_two(people, residents), [Status::Compatible]);
    let staff = "Corran Shipping has 14,000 employees.";
    let both_sexes = "Corran Shipping employs 14,000 men and women.";
    assert_eq!(of_two(staff, both_sexes), [Status::Agree]);
    let raiders = "Three raiders held up a bank in Leeds on Monday.";
    let robbers = "Four robbers held up the bank in Leeds, police said.";
    assert_eq!(of_two(raiders, robbers), [Status::Conflict]);
}

#[test]
fn of_two_sorts_or_of_a_part_and_all_nothing_is_told_twice() {
    for (one, other) in [
        ("Three women were on trial in Lund on Monday.", "In Lund, four men stood before the judge on Monday."),
        (
            "Four electricians were hurt when a boiler burst at the Fenn plant on Monday.",
            "A boiler explosion at the Fenn plant injured twelve workers, the mayor said.",
        ),
        ("Ten lorries burned out on the A9 near Lund.", "On the A9 near Lund, 19 vehicles went up in flames, the fire chief said."),
        ("Six teachers were held after a brawl at a school in Lund.", "After the brawl nine pupils of the school in Lund were held."),
    ] {
        assert!(of_two(one, other).iter().all(|status| *status != Status::Conflict), "{one} {other}");
    }
}

#[test]
fn jobs_that_are_lost_are_not_those_that_are_made() {
    let cut = "Fenn Motors will cut 600 jobs in Lund.";
    assert_eq!(of_two(cut, "Fenn Motors is to lay off 600 workers in Lund."), [Status::Agree]);
    assert_eq!(of_two(cut, "Fenn Motors is to lay off 800 workers in Lund."), [Status::Conflict]);
    assert_eq!(of_two(cut, "Fenn Motors announced the loss of 800 jobs in Lund."), [Status::Conflict]);
    assert!(of_two("Fenn Motors is to shed 600 positions in Lund.", "Fenn Motors will hire 600 people in Lund.").is_empty());
}

#[test]
fn who_is_freed_is_held_no_more() {
    let held = "Nine nurses were arrested in Aldo over the theft of drugs.";
    let freed = "Six nurses are in custody in Aldo over the theft of drugs, three having been freed on bail.";
    let all = groups(&[article(14, "a", held), article(16, "b", freed)]).into_iter();
    let statuses: Vec<Status> = all.filter(|g| g.kind == GroupKind::Figure && g.sources.len() > 1).map(|g| g.status).collect();
    assert_eq!(statuses, [Status::Changed]);
}

#[test]
fn units_of_which_the_kind_is_left_open() {
    let crowns = "Sales at the brewery rose to 12.6 billion crowns.";
    assert_eq!(of_two(crowns, "The brewery had sales of 12.6 billion kronor."), [Status::Compatible]);
    assert!(of_two(crowns, "The brewery had sales of 14.6 billion kronor.").is_empty());
    let miles = "The trawler sank 40 miles south of Malta.";
    assert!(of_two(miles, "The trawler sank some 75 kilometres south of Malta.").is_empty());
    assert_eq!(of_two("He was fined 61,500 pounds for the crash.", "He has to pay a fine of £61,500 for the crash."), [Status::Agree]);
    assert!(of_two("The lorry weighed 61,500 pounds.", "The lorry cost £61,500.").is_empty());
}

#[test]
fn what_shareholders_get_for_a_share() {
    let a_share = "Corran offers 44 dollars a share for Dell Mills, and shareholders vote in May.";
    let each = "Shareholders of Dell Mills are offered $41 for each share by Corran.";
    assert_eq!(of_two(a_share, each), [Status::Conflict]);
}

#[test]
fn how_high_something_flies() {
    let feet = "The jet was flying at 30,000 feet when a window burst.";
    assert_eq!(of_two(feet, "A window burst when the jet was at a height of 3,100 metres."), [Status::Conflict]);
    assert_eq!(of_two(feet, "A window burst when the jet was at a height of 9,144 metres."), [Status::Compatible]);
}

#[test]
fn nouns_of_one_meaning_count_the_same() {
    for (one, other) in [
        ("The leader named three principles of his plan for the port.", "His plan for the port has three pillars, the leader said."),
        ("Two packages were found at the depot, one addressed to Ann Lee.", "Two devices were found at the depot, one sent to Ann Lee."),
        ("At least 30 other countries have such a law on citizenship.", "More than 30 nations have such a law on citizenship."),
    ] {
        assert_eq!(of_two(one, other).len(), 1, "{one} {other}");
    }
    let boats = "The police met at noon. Two boats were found at the depot on Monday, one of them burnt.";
    assert!(of_two(boats, "Nobody was hurt. A guard saw two devices at the depot.").is_empty());
}

#[test]
fn a_dozen_that_is_nearly_full_holds_a_few_less() {
    let exact = "The minister announced 22 measures against the flood on Monday.";
    let nearly = "The minister announced nearly two dozen measures against the flood.";
    assert_eq!(of_two(exact, nearly), [Status::Compatible]);
    let fewer = "The minister announced 15 measures against the flood on Monday.";
    assert_eq!(of_two(fewer, nearly), [Status::Conflict]);
}

#[test]
fn lengths_in_two_units_may_bound_each_other() {
    let days = "The driver was arrested 12 days after the crash at the bridge, the police said.";
    let weeks = "Less than two weeks later, the driver was arrested for the crash at the bridge, the police said.";
    assert_eq!(of_two(days, weeks), [Status::Compatible]);
    let ago = "The seat fell free with the death of the judge Ann Lee more than a year ago.";
    let before = "The judge was named for the seat of Ann Lee just a year before the vote began.";
    assert!(of_two(ago, before).is_empty());
}

#[test]
fn votes_that_are_needed_are_not_those_that_somebody_has() {
    let needed = "A majority of 43 votes carries the plan in the Senate, the clerk said.";
    let held = "The party has only 43 votes in the Senate for the plan, the clerk said.";
    assert!(of_two(needed, held).is_empty());
    let threshold = "The plan must reach 43 votes in the Senate, the clerk said.";
    assert_eq!(of_two(needed, threshold), [Status::Agree]);
}

#[test]
fn cents_are_parts_of_a_dollar() {
    let cents = "The shop on the harbour will ask a price of 69 cents for an old song.";
    let dollars = "An old song has a price of $0.69 in the shop on the harbour.";
    assert_eq!(of_two(cents, dollars).len(), 1);
}

#[test]
fn what_may_be_of_two_things_contradicts_nothing() {
    for (one, other) in [
        ("Lee climbed 300 steps on Monday in Bergen.", "Lee signed 3 bills on Monday in Bergen."),
        ("Police seized five guns and two pistols at the house in Bergen.", "Police seized seven weapons at the house in Bergen."),
        ("About 20 percent of women and men in Bergen smoke.", "About 30 percent of men in Bergen smoke."),
        ("Five percent of them voted in Bergen.", "Ten percent of the women voted in Bergen."),
        ("The clerks met in Bergen. Five percent of them smoke.", "The cooks met in Bergen. Ten percent of them smoke."),
        ("Lee's farm lies 12 miles from Bergen.", "Orr's mill lies 40 miles from Bergen."),
        ("Lee's car was hit twice on the road in Bergen.", "Lee was shot three times on the road in Bergen."),
    ] {
        assert!(!of_two(one, other).contains(&Status::Conflict), "{one} {other}");
    }
}

#[test]
fn equal_values_of_two_things_agree_in_nothing() {
    for (one, other) in [
        ("The 40-year-old law was repealed on Monday.", "The 40-year-old senator spoke on Monday."),
        ("Bo Marsh was hurt. The 31-year-old suspect was held on Monday.", "Bo Marsh, 31, was killed on Monday."),
        ("He raised $2 million from donors.", "His house is worth $2 million."),
        ("Bo Marsh spoke. The two men have cost Bergen a lot.", "Rain fell. In a bar in Bergen two men spoke of the flood."),
        (
            "The Orl Otters lost 91-77 to the Aldo Kites on Monday.",
            "The coach's brother was there when Ribe State beat Vejle Tech 91-77 on Monday.",
        ),
    ] {
        assert!(of_two(one, other).is_empty(), "{one} {other}");
    }
}

#[test]
fn a_range_that_rises_is_no_score() {
    let term = "The verdict was 12 to 15 years in prison for the baker.";
    assert_eq!(of_two(term, "The baker was sent to prison for 14 years."), [Status::Compatible]);
    let majority = "The bill won a majority of 54 votes in the Senate.";
    assert_eq!(of_two(majority, "The bill won 54 votes in the Senate."), [Status::Agree], "who won a majority has it");
}

#[test]
fn who_only_tells_of_a_figure_does_not_own_it() {
    let named = "Tom Quill spoke on Monday. Tom Quill's valley is roughly 35 percent Lutheran. He has not decided how to vote.";
    let told = "Tom Quill met the farmers, and, as the Herald notes, his valley is 35 percent Lutheran.";
    assert_eq!(of_two(named, told), [Status::Compatible]);
    let other = "Ana Brun met the farmers, and, as the Herald notes, her valley is 35 percent Baptist.";
    assert!(of_two(named, &format!("Tom Quill came late. {other}")).is_empty(), "each has a valley");
}

#[test]
fn reporters_interview_people_and_talk_to_sources() {
    let people = "The Herald interviewed more than 40 people for its account of the fire.";
    let sources = "Herald reporters talked to more than 40 sources before they wrote about the sheriff.";
    assert_eq!(of_two(people, sources), [Status::Agree]);
    let more = "The Herald interviewed more than 90 people for its account of the fire.";
    assert!(!of_two(people, more).contains(&Status::Conflict), "both may be");
}

#[test]
fn what_is_estimated_is_bounded_by_the_nearest_round_number() {
    let bound = "The Herald estimated the tunnel plan as costing more than $3 million, which the mayor denied.";
    let sum = "According to Ann Lee of the Herald, $3.2 million is the estimated cost of the tunnel plan.";
    assert_eq!(of_two(bound, sum), [Status::Compatible]);
    assert!(of_two(bound, "A widow paid $3.2 million for a house by the sea.").is_empty());
}

#[test]
fn a_record_is_that_of_the_team_whenever_it_plays() {
    let team = "The Otters (11-5) meet the Bergen Elks (7-9) in the old field on Saturday.";
    let city = "When the Otters (11-5) open the playoffs in Bergen (7-9), their best keeper will be there.";
    assert_eq!(of_two(team, city), [Status::Agree, Status::Agree]);
    let worse = city.replace("7-9", "8-8");
    assert_eq!(of_two(team, &worse), [Status::Agree]);
}

#[test]
fn ways_from_one_thing_are_compared() {
    let five = "The body of Ann Reed was found five miles from her home on Monday.";
    let eight = "Ann Reed's body was found eight miles from her house on Monday.";
    assert_eq!(of_two(five, eight), [Status::Conflict]);
    let near = "A fire was four miles from homes on Sunday evening.";
    assert!(of_two(near, "The fire was one mile from homes on Monday.").is_empty(), "it comes nearer");
    let gathered = "Protesters gathered 100 metres from the court on Friday.";
    let stopped = "Police stopped a bus 300 metres from the court on Friday and arrested its driver.";
    assert!(of_two(gathered, stopped).is_empty(), "two scenes near one court");
    let town = "A light aircraft crashed on Tuesday 12 miles from Bergen.";
    let city = "A light aircraft crashed 12 miles from the city on Tuesday.";
    assert_eq!(of_two(town, city), [Status::Agree]);
}

#[test]
fn ways_of_two_things_from_one_town_are_not_compared() {
    let victim = "The victim was last seen 5 miles from Bergen.";
    assert!(of_two(victim, "The suspect's home is 8 miles from Bergen.").is_empty());
    assert_eq!(of_two(victim, "The victim was last seen 9 miles from Bergen on Monday."), [Status::Conflict]);
}

#[test]
fn parts_of_a_toll_do_not_contradict_each_other() {
    let women = "Four women were killed in the fire in Bergen.";
    assert!(of_two(women, "Two men were killed in the fire in Bergen.").is_empty());
    assert_eq!(of_two(women, "Five women were killed in the fire in Bergen."), [Status::Conflict]);
    let three = "The crash killed 12 people in Bergen, three of them children.";
    assert!(of_two(three, "The crash killed 12 people in Bergen, five of them children.").contains(&Status::Conflict));
    let kids = "Eight kids were killed in the fire in Bergen.";
    assert_eq!(of_two(kids, "Six children were killed in the fire in Bergen."), [Status::Conflict]);
    let rescued = "Firemen pulled 14 people from the ruins in Bergen on Monday.";
    assert!(of_two(rescued, "Firemen pulled 9 bodies from the ruins in Bergen on Monday.").is_empty());
}

#[test]
fn opposites_are_two_measures() {
    let dark = "The storm cut power to 310,000 homes in Bergen.";
    assert!(of_two(dark, "Crews restored power to 85,000 homes in Bergen.").is_empty());
    assert_eq!(of_two(dark, "About 310,000 homes in Bergen lost power in the storm."), [Status::Compatible]);
    let launched = "The army launched 112 drones at Bergen overnight.";
    assert!(of_two(launched, "The guns shot down 97 drones over Bergen overnight.").is_empty());
    let downed = "Of 112 drones sent to Bergen overnight, 79 were downed.";
    assert_eq!(of_two(downed, "Overnight 97 drones were shot down over Bergen."), [Status::Conflict]);
}

#[test]
fn who_is_named_before_has_an_age_as_well() {
    let short = "Ann Reed, the painter, died on Monday at home in Bergen. She was 84.";
    let other = "Ann Reed, the painter, died on Monday in Bergen. She was 85.";
    assert_eq!(of_two(short, other), [Status::Conflict]);
    assert_eq!(of_two(short, "Ann Reed, 84, died on Monday in Bergen."), [Status::Agree]);
    let young = "Ann Reed, the painter, died on Monday in Bergen. She was 19 and a student when she left.";
    assert!(!of_two(short, young).contains(&Status::Conflict), "she was 19 once");
}

/// Pairs of sentences with the only status that their common groups of figures have; none for those that have nothing in common.
fn judged(cases: &[(&str, &str)], status: Option<Status>) {
    for (one, other) in cases {
        assert_eq!(of_two(one, other), status.into_iter().collect::<Vec<_>>(), "{one} {other}");
    }
}

#[test]
fn words_before_a_noun_tell_two_measures_apart() {
    let apart = [
        ("Diesel costs at Skylane rose 5% last year.", "Wage costs at Skylane rose 9% last year."),
        ("Underlying inflation was 3.1% in February.", "Inflation was 2.4% in February."),
        ("Online sales at Kellow grew 12% in the first quarter.", "Sales at Kellow rose 4% in the first quarter."),
        ("Youth unemployment reached 17% in Sarand.", "Unemployment reached 9% in Sarand."),
        ("Net profit at Kellow was $12 million.", "Operating profit at Kellow was $18 million."),
        ("Kellow reported a 6% rise in domestic bookings in May.", "Kellow reported an 11% rise in foreign bookings in May."),
        ("Kellow profit jumps 18% in first quarter, the firm said.", "Kellow's sales rose 18% in the first quarter, the firm said."),
        ("The truck was going at 120 km/h near Ostby.", "The speed limit near Ostby is 70 km/h for the truck."),
        ("The bridge in Orl is 40 metres wide.", "The quay in Orl is 90 metres wide."),
        ("Underlying inflation, which leaves out fuel, was 3.1% in February.", "Inflation was 2.4% in February."),
        ("The mill's tower, 120 metres high, fell in Orl.", "The mill's chimney, 80 metres high, fell in Orl."),
    ];
    judged(&apart, None);
    let one = [
        ("Skylane's fuel costs rose 5% last year.", "The cost of fuel at Skylane rose 9% last year."),
        ("Core inflation was 3.1% in February.", "Core inflation was 2.9% in February."),
        ("Inflation was 3.1% in February.", "Annual inflation was 2.9% in February."),
        ("Inflation, which hurts most families, was 3.1% in February.", "Inflation was 2.4% in February."),
        ("The mill's tower, 120 metres high, fell in Orl.", "The mill's tower, 80 metres high, fell in Orl."),
        ("Net profit at Kellow was $12 million.", "Kellow's net profit was $18 million."),
        ("The unemployment rate in Sarand rose to 7.2% in May.", "Unemployment in Sarand rose to 7.9% in May."),
        ("Revenue at Kellow rose 7% in the first quarter.", "Kellow's sales rose 9% in the first quarter."),
        ("The 120-metre tower in Orl fell on Monday.", "The tower in Orl, 80 metres high, fell on Monday."),
        ("The ship is 140 metres long and lies off Orl.", "The vessel, which lies off Orl, is 170 metres long."),
    ];
    judged(&one, Some(Status::Conflict));
}

#[test]
fn what_stands_beside_tells_a_part_or_another_owner() {
    let apart = [
        ("Kellow borrowed $2 billion to buy Kestler.", "Kellow agreed to buy Kestler for $5 billion."),
        ("The union expects inflation of 2.6% in 2027.", "The ministry forecasts inflation of 2.1% in 2027."),
        ("Some 4,000 people signed the petition in Orl.", "About 700 people signed up for the race in Orl."),
        (
            "Twelve people were taken to hospital after the Orl crash.",
            "Five people were taken to hospital from the Orl crash by helicopter.",
        ),
        ("The Reds won 14 seats and the Blues 22 in Sunday's vote.", "Sunday's vote gave the Blues 22 seats and the Reds 14."),
        ("The airline will launch 12 routes from Porto in 2026.", "The army launched 12 missiles from Porto in 2026."),
    ];
    judged(&apart, None);
    let one = [
        ("The bank expects growth of 1.6% in 2027.", "The bank expects growth of 1.4% in 2027."),
        ("Twelve people were taken to hospital after the Orl crash.", "Nine people were taken to hospital after the Orl crash."),
        ("The Greens won 14 seats in Sunday's vote in Orl.", "The Greens won 22 seats in Sunday's vote in Orl."),
        (
            "The ferry carrying 152 passengers sank off Palo Island. It was licensed to carry 140 passengers.",
            "The ferry sank off Palo Island. It was certified for 150 passengers.",
        ),
    ];
    judged(&one, Some(Status::Conflict));
}

#[test]
fn small_whole_numbers_are_no_roundings_of_one_another() {
    let apart = [
        ("The flight to Orl was delayed for nine hours.", "The flight to Orl was delayed for 10 hours."),
        ("Kellow's sales rose 9% in May.", "Kellow's sales rose 10% in May."),
    ];
    judged(&apart, Some(Status::Conflict));
    let one = [
        ("The flight to Orl was delayed for about nine hours.", "The flight to Orl was delayed for 10 hours."),
        ("Kellow's sales rose 9.6% in May.", "Kellow's sales rose 10% in May."),
        ("The road to Orl is 98 km long.", "The road to Orl is 100 km long."),
        ("The law provides for up to 30 years in prison for smuggling.", "The smuggler got 25 years in prison."),
        ("Gusts of up to 120 km/h hit Galway on Monday.", "Gusts of up to 75 mph hit Galway on Monday."),
    ];
    judged(&one, Some(Status::Compatible));
}

#[test]
fn games_in_a_row_are_one_measure_whatever_they_are_called() {
    let one = [
        ("The Kestrels won their ninth game in a row on Sunday.", "The Kestrels won their 10th straight game on Sunday."),
        (
            "The Kestrels stretched their winning streak to nine games on Sunday.",
            "Sunday's victory gave the Kestrels a winning streak of 10 games.",
        ),
        ("The Otters lost their sixth match in a row on Monday.", "The Otters have a seven-game losing streak after Monday's match."),
    ];
    judged(&one, Some(Status::Conflict));
    judged(
        &[("The Otters won their 10th straight game on Sunday.", "The Otters have now won 10 in a row after Sunday's game.")],
        Some(Status::Agree),
    );
    let apart = [
        ("The Kestrels won their ninth game in a row on Sunday.", "The Otters won their 12th straight game on Sunday."),
        ("The Otters won their ninth game in a row on Sunday.", "The Otters lost their 10th straight game on Sunday."),
    ];
    judged(&apart, None);
}

#[test]
fn a_row_of_games_is_no_other_number() {
    judged(
        &[
            ("The Otters won their 12th game in a row.", "Ana Brun of the Otters has spent 12 years in Orl."),
            ("The Otters have a three-game losing streak.", "The Otters won two games in May and then lost the next four straight."),
        ],
        None,
    );
}

#[test]
fn a_bound_far_off_is_of_another_thing_unless_told_alike() {
    judged(
        &[("Bo Marsh won 40 titles in three-plus seasons as coach with the Otters.", "Bo Marsh played 15 seasons and left in 1993.")],
        None,
    );
    let gift = "Mayor Bo Marsh paid tax at a rate of 33.4 percent and gave over 12 percent of his income away.";
    let taxes = "Mayor Bo Marsh paid tax at a rate of 33.4 percent, and at a combined rate of 42.6 percent with that of the city.";
    assert_eq!(of_two(gift, taxes), [Status::Agree]);
    judged(
        &[("More than 20 bands played at the Orl festival in May.", "At the Orl festival in May, 48 bands played.")],
        Some(Status::Compatible),
    );
}

#[test]
fn what_the_first_and_the_second_of_a_kind_did_is_of_two() {
    let blast = "A gas blast at the Orl brewery injured five people on Sunday, the fire chief said.";
    for (one, other) in [
        ("The first blast at the Orl brewery injured five people.", "The second blast at the Orl brewery injured three people."),
        (blast, "A second blast at the Orl brewery on Monday injured three people, the fire chief said."),
        (
            blast,
            "A gas blast at the Orl brewery injured three people on Monday, the fire chief said. It was another gas blast after Sunday's.",
        ),
        ("Sunday's fire at the Orl brewery injured five people.", "Monday's fire at the Orl brewery injured three people."),
    ] {
        assert!(of_two(one, other).is_empty(), "{one} {other}");
    }
    judged(&[(blast, "A gas blast at the Orl brewery injured three people on Sunday, the fire chief said.")], Some(Status::Conflict));
    let second = "The second blast at the Orl brewery on Sunday injured five people.";
    assert!(of_two(second, "The second blast at the Orl brewery on Sunday injured six people.").contains(&Status::Conflict));
}

#[test]
fn of_one_large_sum_not_all_tell_the_years() {
    let nearly = "Nobody was surprised. Rain fell. The miller Bo Marsh gave nearly $52 million of federal taxes from 2017 to 2024.";
    let exact = "Nobody was surprised. Snow fell. The returns show $51.9 million of federal taxes that Bo Marsh gave.";
    assert_eq!(of_two(nearly, exact), [Status::Compatible]);
}

#[test]
fn what_a_player_had_in_one_match_is_one_number() {
    let had = "Marcus Toll scored 31 points as the Kestrels beat the Harbor Kings on Sunday.";
    judged(&[(had, "Marcus Toll had 33 points in the Kestrels' win over the Harbor Kings on Sunday.")], Some(Status::Conflict));
    let others = [
        "Marcus Toll had 12 points in the second half of the Kestrels' win over the Harbor Kings on Sunday.",
        "Lee Orr had 22 points in the Kestrels' win over the Harbor Kings on Sunday.",
        "Marcus Toll, who averages 24 points, led the Kestrels over the Harbor Kings on Sunday.",
    ];
    judged(&others.map(|other| (had, other)), None);
}

#[test]
fn what_fights_a_fire_comes_and_goes_from_day_to_day() {
    let changed = [
        ("Nine helicopters were fighting the fire near Orl on Sunday.", "Six helicopters were fighting the fire near Orl on Monday."),
        ("The fire near Orl was 10 per cent contained on Sunday.", "The fire near Orl was five per cent contained on Monday."),
    ];
    judged(&changed, Some(Status::Changed));
    judged(&[("Six helicopters crashed near Orl on Sunday.", "Nine helicopters crashed near Orl on Sunday.")], Some(Status::Conflict));
}

#[test]
fn each_end_of_a_change_is_of_its_own_month() {
    let slowed = "Inflation slowed to 2.4% in February from 2.7% in January.";
    let fell = "Inflation fell to 2.4 percent in February from 2.9 percent in January.";
    assert_eq!(of_two(slowed, fell), [Status::Conflict, Status::Agree]);
}

#[test]
fn a_number_is_read_as_it_is_meant() {
    let apart = [
        ("The site in Orl sold for half a million dollars.", "The site in Orl sold for $300,000."),
        ("Passenger numbers at Skylane climbed to 9.4m in May.", "Passenger numbers at Skylane climbed to 8.1 million in May."),
        (
            "Kellow Motors plans to cut 1,500 jobs by the end of June.",
            "Kellow Motors said it would eliminate 1,800 positions by the end of June.",
        ),
    ];
    judged(&apart, Some(Status::Conflict));
    judged(&[("The site in Orl sold for half a million dollars.", "The site in Orl sold for $480,000.")], Some(Status::Compatible));
    let named = "The Six Nations begin in Orl in May.";
    judged(&[(named, "Six nations begin to meet in Orl in May."), (named, "The six nations begin to meet in Orl.")], None);
    let year = "Skylane carried 7% more people than a year earlier, or 9% more than a year earlier by its own count.";
    assert!(of_two(year, "Skylane was sold more than a year earlier.").is_empty());
}

#[test]
fn the_days_and_hours_of_start_and_end_are_two() {
    for (one, other) in [
        ("The ferry from Aldo sailed and left port at 14:20 on Monday.", "The ferry from Aldo arrived in port at 16:05 on Monday."),
        ("The museum in Aldo opened at 9 a.m. on Monday.", "The museum in Aldo closed at 6 p.m. on Monday."),
        ("The barge sank off Aldo on Monday.", "Two bodies were retrieved on Tuesday from the barge that sank off Aldo."),
    ] {
        let all = groups(&[article(14, "a", one), article(14, "b", other)]);
        assert!(all.iter().all(|g| g.status != Status::Conflict), "{one} {other}");
    }
}

#[test]
fn of_two_places_stages_or_sets_of_people_nothing_contradicts() {
    for (one, other) in [
        ("The storm Anja brought gusts of 120 km/h to Leeds on Monday.", "In York, the storm Anja's gusts reached 145 km/h on Monday."),
        ("Prices in Lyon rose 2.1 percent in 2025, the bank said.", "Across France, prices rose 3.4 percent in 2025, the bank said."),
        (
            "The raid on Lviv overnight killed five people, the mayor said.",
            "Overnight raids on Sumy left eight people dead, the mayor said.",
        ),
        ("India said its army had shot down 12 drones overnight.", "Pakistan's army said it had shot down 31 of the drones overnight."),
        ("All 41 pupils and teachers on the bus escaped the fire in Aldo.", "The bus that burned in Aldo had 38 pupils on board."),
        ("The mint printed 600,000 posters for the Aldo fair.", "The Aldo fair sold 70,000 posters on its first day."),
        (
            "Rings worth 3 million euros were stolen from a shop in Lyon.",
            "Police in Lyon recovered rings worth 400,000 euros from the raid on the shop.",
        ),
        (
            "In the poll, 42 percent of men in Peru would vote for Ana Brun.",
            "Among farmers in Peru, 67 percent would vote for Ana Brun, the poll found.",
        ),
        ("Two of the 31 tenants died in the fire in Aldo.", "Two tenants died in the fire in Aldo, where 30 people lived."),
    ] {
        assert!(of_two(one, other).iter().all(|status| *status != Status::Conflict), "{one} {other}");
    }
}

#[test]
fn who_is_missing_is_found_from_day_to_day() {
    let missing = "Eleven miners are missing in the Aldo pit, rescuers said on Thursday.";
    let fewer = "With three more pulled out on Friday evening, eight miners are still missing in the Aldo pit, rescuers said.";
    let all = groups(&[article(13, "a", missing), article(14, "b", fewer)]).into_iter();
    let statuses: Vec<Status> = all.filter(|g| g.kind == GroupKind::Figure && g.sources.len() > 1).map(|g| g.status).collect();
    assert!(!statuses.contains(&Status::Conflict), "{statuses:?}");
}
