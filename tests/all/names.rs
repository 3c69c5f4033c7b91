//! People and places in sentences of our own: what is found, and what is left alone.

use claimdiff::article::json;
use claimdiff::claim::{Claim, ClaimKind};
use claimdiff::extract::extract;
use claimdiff::reconcile::group::GroupKind;

use crate::library::{File, groups};

fn claims(text: &str) -> Vec<Claim> {
    let object = serde_json::json!({ "text": text, "id": "a" }).to_string();
    let article = json::read(&object, "a", "a").unwrap();
    extract(&article, None).claims
}

fn found(text: &str, kind: ClaimKind) -> Vec<String> {
    claims(text).into_iter().filter(|c| c.kind == kind).map(|c| c.text.into()).collect()
}

/// The words over the carets of the line below.
fn marked(text: &str, carets: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut from = None;
    for (i, c) in carets.chars().chain([' ']).enumerate() {
        match (c, from) {
            ('^', None) => from = Some(i),
            (' ', Some(start)) => {
                out.push(text.chars().skip(start).take(i - start).collect());
                from = None;
            }
            _ => {}
        }
    }
    out
}

fn check(cases: &str, kind: ClaimKind) {
    let lines: Vec<&str> = cases.lines().filter(|l| !l.starts_with('#')).collect();
    for (i, text) in lines.iter().enumerate().filter(|(_, l)| !l.is_empty() && !l.trim_start().starts_with('^')) {
        let carets = lines.get(i + 1).filter(|l| l.contains('^')).copied().unwrap_or_default();
        assert_eq!(found(text, kind), marked(text, carets), "{text}");
    }
}

#[test]
fn people() {
    check(include_str!("../../fixtures/cases/people.txt"), ClaimKind::Person);
}

#[test]
fn places() {
    check(include_str!("../../fixtures/cases/places.txt"), ClaimKind::Place);
}

#[test]
fn names_of_one_article_are_resolved() {
    let text = "Elena Petrova spoke first. Mr. Orlov left. Petrova said the U.S. had agreed. Ivan Orlov and Pavel Orlov were there.";
    let entities: Vec<_> = claims(text)
        .into_iter()
        .filter_map(|c| Some((c.text.clone(), c.person.map(|p| p.entity).or(c.place.map(|p| p.entity))?)))
        .collect();
    let of = |text: &str| entities.iter().find(|(t, _)| t == text).map(|(_, e)| e.as_str());
    assert_eq!(of("Petrova"), Some("person:elena-petrova"));
    assert_eq!(of("Orlov"), Some("person:orlov"), "shared by two, so it stays open");
    assert_eq!(of("U.S."), Some("place:united-states"));
}

#[test]
fn a_surname_alone_is_that_of_whom_the_report_is_about() {
    let text = "Ivan Orlov fell off the roof on Monday. \"He was kind,\" said Orlov's father, Pavel Orlov. The rain stopped. Nobody came. \
                Orlov's body was found at noon.";
    let body = claims(text).into_iter().filter_map(|c| c.person).next_back();
    assert_eq!(body.map(|p| p.entity.to_string()).as_deref(), Some("person:ivan-orlov"));
    let text = "Laura Keller was last seen in Turku. Keller was found guilty of murdering his wife.";
    let convict = claims(text).into_iter().filter_map(|c| c.person).next_back();
    assert_eq!(convict.map(|p| p.entity.to_string()).as_deref(), Some("person:keller"));
}

#[test]
fn an_office_beside_a_surname_is_no_relatives() {
    let bearers = |text: &str| -> Vec<String> { claims(text).into_iter().filter_map(|c| Some(c.person?.entity.to_string())).collect() };
    let text = "An aide was sorry for a post about Ann and Jane Orlov. The girls joined President Orlov at noon.";
    assert_eq!(bearers(text), ["person:ann", "person:jane-orlov", "person:orlov"]);
    let text = "Insulting Orlov’s Girls\n\nAn aide was sorry for what she wrote of President Orlov. She had written to Ann and Jane Orlov.";
    assert_eq!(bearers(text), ["person:orlov", "person:orlov", "person:ann", "person:jane-orlov"]);
    let text = "Ivan and Senator Jane Orlov came to Turku. Senator Orlov spoke at noon.";
    assert_eq!(bearers(text), ["person:ivan", "person:jane-orlov", "person:jane-orlov"]);
}

#[test]
fn a_name_begins_behind_what_an_office_is_of() {
    let text = "A letter went to former Director of National Intelligence James Holt. Archbishop of Bergen Carl Nyman and Mayor of San Jose \
                Sam Dorn wrote another. Mayor of London Ann Lee did not.";
    let people: Vec<_> = claims(text).into_iter().filter(|c| c.kind == ClaimKind::Person).map(|c| c.text).collect();
    assert_eq!(people, ["James Holt", "Carl Nyman", "Sam Dorn", "Ann Lee"]);
}

#[test]
fn a_street_is_told_by_what_stands_around_it() {
    let places = |text: &str| -> Vec<String> { claims(text).into_iter().filter_map(|c| Some(c.place?.name.to_string())).collect() };
    assert_eq!(places("Police found him in a room on Filip Street."), ["Filip Street"]);
    assert_eq!(places("They lived at 24 Harbour Street in Turku."), ["Harbour Street", "Turku"]);
    assert_eq!(places("Two were found inside an Oak Street apartment."), ["Oak Street"]);
    assert_eq!(places("He was stopped on state Route 94, and she on highway 12."), ["Route 94", "highway 12"]);
    assert!(places("The bus takes highway 5 times a day.").is_empty());
    assert_eq!(places("The boy was rushed to Velm County Hospital."), ["Velm County Hospital"]);
    assert!(places("Velm Hospital denied it.").is_empty());
}

#[test]
fn a_queen_with_her_number_is_nobody_with_a_surname() {
    let people = claims("Elizabeth Lane wrote to Queen Elizabeth II. Then Elizabeth left.");
    let entities: Vec<_> = people.into_iter().filter_map(|c| Some(c.person?.entity.to_string())).collect();
    assert_eq!(entities[..2], ["person:elizabeth-lane", "person:elizabeth-ii"]);
    let people = claims("Henry Lane wrote of King Henry VIII.");
    let entities: Vec<_> = people.into_iter().filter_map(|c| Some(c.person?.entity.to_string())).collect();
    assert_eq!(entities, ["person:henry-lane", "person:henry-viii"]);
}

#[test]
fn places_of_a_list_share_their_kind() {
    let places = claims("The quake shook Sonoma and Lake counties on Monday, and Lake County most of all.");
    let entities: Vec<_> = places.into_iter().filter_map(|c| Some(c.place?.entity.to_string())).collect();
    assert_eq!(entities, ["place:sonoma-county", "place:lake-county", "place:lake-county"]);
}

#[test]
fn a_seat_of_government_that_speaks_is_a_metonym() {
    let places = claims("The Kremlin said no. Walls around the Kremlin were painted.");
    let metonyms: Vec<bool> = places.into_iter().filter_map(|c| Some(c.place?.metonym)).collect();
    assert_eq!(metonyms, [true, false]);
}

/// Where every word has a capital, a name ends where it ends elsewhere in the article.
#[test]
fn a_headline_in_capitals_makes_no_name_longer() {
    let text =
        "Elena Petrova Hears From The People Of Dravik Face To Face\n\nElena Petrova came on Monday. Petrova met residents of Dravik.";
    let people: Vec<_> = claims(text).into_iter().filter(|c| c.kind == ClaimKind::Person).map(|c| c.text).collect();
    assert_eq!(people, ["Elena Petrova", "Elena Petrova", "Petrova"]);
    let text = "Governor Nominates Elena Petrova For The Court\n\nElena Petrova came on Monday.";
    let people: Vec<_> = claims(text).into_iter().filter(|c| c.kind == ClaimKind::Person).map(|c| c.text).collect();
    assert_eq!(people, ["Elena Petrova", "Elena Petrova"]);
}

#[test]
fn ordinary_words_around_a_surname_in_a_headline_are_no_part_of_it() {
    let names = |text: &str| found(text, ClaimKind::Person);
    let text = "Petrov Willing to Use Force to Block Orlov\n\nPresident Petrov said so. Petrov has met Judge Ann Orlov.";
    assert_eq!(names(text), ["Petrov", "Orlov", "Petrov", "Petrov", "Ann Orlov"]);
    let text = "Representative Apologizes for Criticizing the Bridge\n\nBen Harlow, a representative, did so.";
    assert_eq!(names(text), ["Ben Harlow"]);
    // where the article has the two words elsewhere as well, they are a name
    let text = "Orla Willing Goes Home\n\nOrla Willing left. Ms. Willing was glad. Orla Willing is 30.";
    assert_eq!(names(text)[0], "Orla Willing");
}

#[test]
fn brackets_inside_a_name_do_not_part_it() {
    let named = |text: &str| people_of(text);
    assert_eq!(named("He served under [Gregor W.] Webb. Jo Webb left."), ["gregor-w-webb", "jo-webb"]);
    assert_eq!(named("“I met Ann [Orlov] there.”"), ["ann-orlov"]);
    assert_eq!(named("“Ann [and Bo] Orlov came.” Ann Orlov [Friday] left."), ["ann-orlov"; 2]);
    assert_eq!(named("“I told Bob [Carl Moss] to go.”"), ["bob", "carl-moss"]);
}

#[test]
fn a_rank_that_is_a_given_name_is_no_title() {
    let people = claims("Dean Warren spoke first. T.J. Warren left. Smith was late. Then Earl Smith came.");
    let entities: Vec<_> = people.into_iter().filter_map(|c| Some(c.person?.entity.to_string())).collect();
    assert_eq!(entities, ["person:dean-warren", "person:t-j-warren", "person:earl-smith", "person:earl-smith"]);
}

#[test]
fn a_son_who_is_named_in_the_end_is_not_his_father() {
    let lines = "Mr. Moss left early. It rained on the town. ".repeat(6);
    let of = |text: &str| -> Vec<String> {
        let all = claims(text).into_iter().filter_map(|c| Some(c.person?.entity.to_string()));
        all.collect::<std::collections::BTreeSet<_>>().into_iter().collect()
    };
    assert_eq!(of(&format!("{lines}His son Robert Moss Jr. stayed.")), ["person:moss", "person:robert-moss-jr"]);
    assert_eq!(of("Mr. Moss left early. Robert Moss Jr. is a baker."), ["person:robert-moss-jr"]);
    assert_eq!(of(&format!("Robert Moss was there. {lines}They call him Robert Moss Jr. here.")), ["person:robert-moss-jr"]);
}

#[test]
fn a_son_is_not_the_father_of_another_article() {
    let lines = "Mr. Moss left early. It rained on the town. ".repeat(6);
    let son = File::new("a.txt", format!("{lines}His son Robert Moss Jr. stayed."));
    let father = File::new("b.txt", "Robert Moss left early. Mr. Moss is a baker.");
    let names: Vec<String> =
        groups(&[son, father]).into_iter().filter(|g| g.kind == GroupKind::Name && g.sources.len() == 2).map(|g| g.label).collect();
    assert_eq!(names, ["Robert Moss"]);
    let one = File::new("a.txt", "Robert Moss Jr. left early.");
    let other = File::new("b.txt", "Robert Moss left early.");
    assert_eq!(groups(&[one, other]).iter().filter(|g| g.kind == GroupKind::Name && g.sources.len() == 2).count(), 1);
}

#[test]
fn a_name_is_that_of_whom_the_story_tells() {
    let a = "Robert D. Moss is a baker. Robert D. Moss left. Robert D. Moss came. Robert D. Moss spoke. Robert L. Moss was there.";
    let files = [File::new("a.txt", a), File::new("b.txt", "Robert Moss left early.")];
    let shared: Vec<String> =
        groups(&files).into_iter().filter(|g| g.kind == GroupKind::Name && g.sources.len() == 2).map(|g| g.label).collect();
    assert_eq!(shared, ["Robert D. Moss"]);
}

#[test]
fn a_surname_that_its_article_leaves_open_is_no_third_persons() {
    let open = File::new("a.txt", "Ivan Orlov and Pavel Orlov came. It rained. Orlov spoke.");
    let other = File::new("b.txt", "Anna Orlov spoke. Orlov left.");
    let shared: Vec<String> =
        groups(&[open, other]).into_iter().filter(|g| g.kind == GroupKind::Name && g.sources.len() == 2).map(|g| g.label).collect();
    assert!(shared.is_empty(), "{shared:?}");
}

#[test]
fn a_surname_alone_is_that_of_whom_its_article_does_not_name_besides() {
    let bare = File::new("a.txt", "Hoyer, 41, was convicted on Monday. His wife, Marit, wept.");
    let full = File::new("b.txt", "Knut Hoyer was convicted on Monday. His wife, Marit Hoyer, wept.");
    let shared: Vec<String> =
        groups(&[bare, full]).into_iter().filter(|g| g.kind == GroupKind::Name && g.sources.len() == 2).map(|g| g.label).collect();
    assert_eq!(shared.len(), 2, "{shared:?}");
}

#[test]
fn a_given_name_that_is_short_for_one_of_its_article_is_nobody_elsewhere() {
    let coach = File::new("a.txt", "The coach, Max Odell, spoke. The dead boy, Maximilian Kerr, was 12.");
    let boy = |name: &str| File::new("b.txt", format!("Hundreds mourned {name} Kerr. “The death of Max was too much,” said one leaflet."));
    let shared = |other: File| -> Vec<String> {
        let all = groups(&[coach.clone(), other]).into_iter().filter(|g| g.kind == GroupKind::Name && g.sources.len() == 2);
        all.map(|g| g.label).collect()
    };
    assert_eq!(shared(boy("Maximilian")), ["Maximilian Kerr"]);
    let both = |woman: &str| [File::new("a.txt", format!("{woman} Olsen spoke. Mark smiled.")), File::new("b.txt", "Mark Lian spoke.")];
    let names = |files: &[File]| groups(files).into_iter().filter(|g| g.kind == GroupKind::Name && g.sources.len() == 2).count();
    assert_eq!(names(&both("Margaret")), 1);
}

#[test]
fn an_office_beside_a_surname_is_hers_whom_courtesies_have_meant() {
    let text = "The panel wrote to Ada Hoyer. Mrs. Hoyer wrote back. Mrs. Hoyer was ill, Mrs. Hoyer said.\n\nThe account had letters of her \
                husband, former Governor Knut Hoyer.\n\nA talk would protect Secretary Hoyer.";
    assert_eq!(people_of(text).last().map(String::as_str), Some("ada-hoyer"));
    let his = text.replace("Secretary", "Governor");
    assert_eq!(people_of(&his).last().map(String::as_str), Some("knut-hoyer"));
}

/// The entities of the people of a text, in order.
fn people_of(text: &str) -> Vec<String> {
    claims(text).into_iter().filter_map(|c| Some(c.person?.entity.strip_prefix("person:")?.to_owned())).collect()
}

#[test]
fn who_is_brought_in_beside_kin_is_nobody_told_of_before() {
    let text = "Tony Marden takes over. Marden is 50. Marden was a guard. His son, T.J. Marden, is one. Marden has no wife. Marden left.";
    let tony = "tony-marden";
    assert_eq!(people_of(text), [tony, tony, tony, "t-j-marden", tony, tony]);
    let text = "Tony Marden fell. Marden was 50. Marden died. \"A pity,\" said his son, T.J. Marden. Marden wept.";
    assert_eq!(people_of(text), [tony, tony, tony, "t-j-marden", "t-j-marden"]);
    let text = "Mike Marden won. The count took a night. His brother, Michael Marden, lost. It rained. Nobody came. Marden left.";
    assert_eq!(people_of(text), ["mike-marden", "michael-marden", "mike-marden"]);
    let text = "His wife, Ann Marden, won. The count took a night. Ann M. Marden is a baker.";
    assert_eq!(people_of(text), ["ann-m-marden", "ann-m-marden"]);
    let text = "Bob Marden won. The count took a night. Robert Marden is a baker.";
    assert_eq!(people_of(text), ["robert-marden", "robert-marden"]);
}

#[test]
fn a_namesake_in_a_list_takes_no_mentions_of_whom_the_article_is_about() {
    let lead = "Peter Marden is out. Marden hurt his ankle. Marden will miss a month.";
    let rest = |text: &str| people_of(&format!("{lead} {text}")).split_off(3);
    assert_eq!(
        rest("The club lost Jens Orlov and David Marden too. Then Marden said he was fine."),
        ["jens-orlov", "david-marden", "peter-marden"]
    );
    assert_eq!(rest("The trainer David Marden said Marden could play."), ["david-marden", "david-marden"]);
    // who is told of no more than another gives the surname to whoever was named last
    assert_eq!(people_of("Peter Marden is out. David Marden is in. Marden scored."), ["peter-marden", "david-marden", "david-marden"]);
}

#[test]
fn bodies_shops_and_leagues_are_no_places_or_people() {
    let names = |text: &str| [found(text, ClaimKind::Person), found(text, ClaimKind::Place)];
    let none: [Vec<String>; 2] = [vec![], vec![]];
    assert_eq!(names("He was at Turku Crown Court on Monday."), [vec![], vec!["Turku Crown Court".to_owned()]]);
    assert_eq!(names("A spokesman for Orlane said nobody was hurt."), none);
    assert_eq!(names("A spokesman for Putin said nobody was hurt.")[0], ["Putin"]);
    // a noun without an article is the name of who bears it
    assert_eq!(names("The club hired Ada Brand. Brand scored twice.")[0], ["Ada Brand", "Brand"]);
    assert_eq!(names("The club hired Ada Moss. Brand scored twice.")[0], ["Ada Moss"]);
    assert_eq!(names("Thieves broke into the Anna Moss jewellery store.")[0], none[0]);
    assert_eq!(names("The thieves and Anna Moss store grain.")[0], ["Anna Moss"]);
    assert_eq!(names("Fans of the Atlantic Division know that the Hawks are last in the Atlantic."), none);
    assert_eq!(names("A ship crossed the Atlantic on Monday.")[1], ["Atlantic"]);
}

#[test]
fn squares_hotels_and_streets_are_places() {
    assert_eq!(found("It was near the upscale Place Orlane.", ClaimKind::Place), ["Place Orlane"]);
    assert_eq!(found("They met at the Orlane Royal Hotel.", ClaimKind::Place), ["Orlane Royal Hotel"]);
    assert_eq!(found("The firemen left Turku's High Street.", ClaimKind::Place), ["Turku", "High Street"]);
    let hotels =
        claims("It was at the Orlane hotel. The Orlane Hotel closed.").into_iter().filter_map(|c| Some(c.place?.entity.to_string()));
    assert_eq!(hotels.collect::<Vec<_>>(), ["place:orlane-hotel", "place:orlane-hotel"]);
}

#[test]
fn a_country_that_somebody_is_called_after_is_no_country_where_it_acts() {
    let text = "Ed Jordan was hired. Jordan was fired on Monday. He had been in Jordan.";
    assert_eq!(people_of(text), ["ed-jordan", "ed-jordan"]);
    assert_eq!(found(text, ClaimKind::Place), ["Jordan"]);
    assert_eq!(found("Ann Moss was hired. Jordan was hit by a quake.", ClaimKind::Place), ["Jordan"]);
}

#[test]
fn a_name_ends_in_a_headline_where_it_ends_below() {
    let headline = "Ruth Anna Dell Cross The Line With Her Donald Webb Comments";
    let found = people_of(&format!("{headline}\n\nRuth Anna Dell spoke. Donald Webb was angry. Dell left."));
    assert_eq!(found[..2], ["ruth-anna-dell", "donald-webb"], "{found:?}");
    let found = people_of("Anthony Weaver Website Photo Scandal Grows\n\nWeaver denied it. Weaver, 46, said no. Weaver is a lawmaker.");
    assert!(found.iter().all(|p| p == "anthony-weaver"), "{found:?}");
}

#[test]
fn a_surname_alone_is_not_that_of_the_victim() {
    let found = people_of("Ada Dunn vanished in May. Dunn was convicted of murder for the death of Ada Dunn.");
    assert_eq!(found, ["ada-dunn", "dunn", "ada-dunn"]);
    let found = people_of("Carl Dunn was held. Dunn was convicted of the murder of his pregnant wife, Ada Dunn. Dunn will appeal.");
    assert_eq!(found, ["carl-dunn", "carl-dunn", "ada-dunn", "carl-dunn"]);
    assert_eq!(people_of("Keller's plan failed, Mayor Ann Keller said."), ["ann-keller"; 2]);
}

#[test]
fn a_person_of_a_town_has_no_town_in_the_name() {
    let text = "Prosecutors charged Jo'lene Webb of Port Velm, Ark., on Monday.";
    assert_eq!((found(text, ClaimKind::Person), found(text, ClaimKind::Place)), (vec!["Jo'lene Webb".into()], vec!["Port Velm".into()]));
    let text = "They spoke of Jo'lene Marie Webb of Port Velm, Ark., on Monday.";
    assert_eq!(found(text, ClaimKind::Person), ["Jo'lene Marie Webb"]);
    assert_eq!(found("Jury Convicts Harlow Man In Death Of Girlfriend", ClaimKind::Person), Vec::<String>::new());
}

#[test]
fn a_sister_is_one_however_her_name_is_spelt() {
    let shared = |name: &str| {
        let one = "Otto Brun, 16, was shot in Foča on Saturday. Brun's sister Marisela Brun wept. Brun's sister Marisela was held.";
        let two = format!("Police shot Otto Brun, 16, in Foča. Brun's sister {name} was among those held.");
        let files = [File::new("a.txt", format!("{one}\n")), File::new("b.txt", format!("{two}\n"))];
        let names = groups(&files).into_iter().filter(|g| g.kind == GroupKind::Name && g.sources.len() > 1);
        names.filter(|g| g.label.starts_with("Mari")).count()
    };
    assert_eq!((shared("Marisella"), shared("Katinka")), (1, 0));
}
