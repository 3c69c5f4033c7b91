//! Which quotations of two articles are taken for one utterance, and what is said of them.

use claimdiff::reconcile::group::{Group, GroupKind, Status};

use crate::library::{File, groups};

/// The groups of quotations that two articles have in common, each article with a text and the day of May 2026.
fn shared(texts: [&str; 2]) -> Vec<Group> {
    let file = |(name, text): (&str, &str)| File::new(&format!("{name}.md"), format!("---\ndate: 2026-05-14\n---\n\n{text}\n"));
    let files: Vec<File> = ["a", "b"].into_iter().zip(texts).map(file).collect();
    groups(&files).into_iter().filter(|g| g.kind == GroupKind::Quote && g.sources.len() > 1).collect()
}

/// The status and the explanation of the only group of two articles.
fn judged(texts: [&str; 2]) -> (Status, String) {
    let mut found = shared(texts);
    assert_eq!(found.len(), 1, "{texts:?}");
    let group = found.remove(0);
    (group.status, group.explanation)
}

/// What is made of two versions of what one says.
fn versions(one: &str, other: &str) -> (Status, String) {
    let says = |quote: &str| format!("“{quote}” Ana Petrova said.");
    judged([&says(one), &says(other)])
}

#[test]
fn what_differs_is_said_as_it_is() {
    let full = "The harbour runs like any other harbour of this coast, and it never closes at night";
    for (other, why) in [
        ("The harbour runs like any harbour of this coast, and it never closes at night", "one leaves words out"),
        ("The harbour is running like any other harbour of this coast, and it never closes at night", "they differ in the form of a word"),
        ("The harbour runs like every other harbour of the coast, and it never closes at night", "they differ in light words only"),
        ("Just like any other harbour of this coast, and it never closes at night", "they differ in light words only"),
        ("The harbour runs like any other h***** of this coast, and it never closes at night", "one does not print all letters"),
        (
            "This old harbour runs like any other harbour, and it never closes at night",
            "a few words differ that hardly change what was said",
        ),
    ] {
        assert_eq!(versions(full, other), (Status::Compatible, why.to_owned()), "{other}");
    }
}

#[test]
fn a_short_sentence_and_its_opposite_contradict_each_other() {
    for (one, other) in [
        ("The ferries will not sail,", "The ferries will sail until the weekend,"),
        ("The horses bolted toward the barn,", "The horses bolted away from the barn,"),
    ] {
        assert_eq!(versions(one, other).0, Status::Conflict, "{one} {other}");
    }
    let (whole, all) = ("We have farmed this my whole life for nobody else", "We have farmed this all my life for nobody else");
    assert_eq!(versions(whole, all), (Status::Compatible, "a few words differ that hardly change what was said".to_owned()));
}

#[test]
fn any_and_anything_say_the_same_and_somebody_is_not_something() {
    let (any, anything) = ("I do not think it is any worse than the old bridge", "I do not think it is anything worse than the old bridge");
    assert_eq!(versions(any, anything).0, Status::Compatible);
    let (body, thing) =
        ("Mother, somebody pushed the boat over the wall at night", "Mother, something pushed the boat over the wall at night");
    assert_eq!(versions(body, thing).0, Status::Conflict);
    let (some, all) = ("I think that some farmers of this valley lied to us", "I think that all farmers of this valley lied to us");
    assert_eq!(versions(some, all).0, Status::Conflict);
}

#[test]
fn like_sentences_of_two_days_are_two() {
    let one = "On Saturday Ana Petrova told the fishermen that they “have a council that, however slowly, tried to sell the harbour to a \
               foreign bank to cover its own debts.”";
    let other = "Ana Petrova spoke in Orsa on Friday night.\n\nPetrova said that the mayor “at least tried to sell the harbour to a bank \
                 of the town.”";
    assert_eq!(shared([one, other]).len(), 0);
    let same = "On Friday Ana Petrova told the fishermen that they “tried to sell the harbour to a foreign bank.”";
    let again = "On Monday Ana Petrova said that they “tried to sell the harbour to a foreign bank.”";
    assert_eq!(shared([same, again]).len(), 1);
}

#[test]
fn words_here_and_there_make_no_utterance_of_two() {
    let one = "“The council did not ask for a summary, Mayor Lund. Its members voted to open the plans. The town deserves to see the whole \
               plan of the harbour,” Ana Petrova wrote.";
    let other = "Ana Petrova wrote: “Mayor Lund, open the plan of the harbour to the town. Now.”";
    assert_eq!(shared([one, other]).len(), 0);
}

#[test]
fn half_of_an_excerpt_in_one_piece_is_of_the_same_utterance() {
    let one = "“The law is a shelter for careless harbour pilots, out of step with every coast, and has to go,” Ana Petrova said.";
    let other = "Ana Petrova said it was a “shelter for careless harbour pilots in our days.”";
    assert_eq!(judged([one, other]).0, Status::Compatible);
    let other = "Ana Petrova said the port was “no place that careless harbour owners who never sailed would want to come back to.”";
    assert_eq!(shared([one, other]).len(), 0);
}

#[test]
fn light_words_that_are_a_whole_sentence_are_one_utterance() {
    let one = "“Well, which is it?” Ana Petrova asked.";
    let other = "Ana Petrova said: “First you call it a mill, and then a shop. Well, which is it?”";
    assert_eq!(judged([one, other]).0, Status::Agree);
    assert_eq!(shared(["“Well, that is it,” Ana Petrova said.", other]).len(), 0);
}

#[test]
fn nearly_all_words_of_nobody_are_those_of_another_article() {
    let one = "There is a group of pilots who “are believed to be both owners and victims of the strike.”";
    let other = "Ana Petrova said that “this port has forty pilots who are believed to be owners and victims of the strike.”";
    assert_eq!(judged([one, other]).0, Status::Compatible);
}

#[test]
fn parts_of_one_utterance_are_held_against_the_whole_together() {
    let one = "“We will not pay a single crown for such a mill! And it is going to be useless to all of us,” Ana Petrova said.";
    let other = "“We will not pay a single crown for such a mill,” Ana Petrova said. “And it is going to be useless to all of us. Whoever \
                 believes that a mill brings work to the valley should look at the last one.”";
    assert_eq!(judged([one, other]), (Status::Agree, "one quotes a part of the other".to_owned()));
}

#[test]
fn what_a_phrase_is_about_is_no_excerpt() {
    let one = "“If you count empty boats, there is no harbour with as many empty boats as this one,” Ana Petrova said.";
    let other = "Ana Petrova went on about “empty boats” and the harbour.";
    assert_eq!(shared([one, other]).len(), 0);
}

#[test]
fn a_group_is_called_by_the_words_that_all_have() {
    let one = "“We will always say what we think of the dam, whoever owns it,” the new councillor said.";
    let other = "Ana Petrova said she would “always say what we think of the dam.”";
    assert_eq!(shared([one, other])[0].label, "Ana Petrova: always say what we think of the dam");
}

#[test]
fn a_number_in_place_of_a_negation_turns_what_was_said() {
    let (none, half) =
        ("They came back to us in spring and none of the mill was open", "They came back to us in spring and half of the mill was open");
    assert_eq!(versions(none, half).0, Status::Conflict);
}

#[test]
fn a_headline_in_capitals_quotes_what_somebody_says() {
    let one = "# Mayor Wants ‘A Harbour For Everybody’\n\nThe council met in Orsa.";
    let other = "“We need a harbour for everybody in this town,” Ana Petrova said.";
    assert_eq!(judged([one, other]).0, Status::Agree);
    assert_eq!(shared([one, "“We need a harbour for sailors and for everybody,” Ana Petrova said."]).len(), 0);
}

#[test]
fn two_places_of_one_utterance_contradict_nothing() {
    let (no, yes) =
        ("not putting people back on the road", "but the town wants to see us help ourselves by putting people back on the road");
    let one = format!("The vote is “{no},” Ana Petrova said.");
    let other = format!("“I trust in luck,” Ana Petrova said, “{yes}!”");
    assert_eq!(judged([&one, &other]).0, Status::Compatible);
    let whole = format!("“You voted on a coin. That is {no}. I trust in luck, {yes},” Ana Petrova said.");
    let file = |name: &str, text: &str| File::new(name, format!("---\ndate: 2026-05-14\n---\n\n{text}\n"));
    let all = groups(&[file("a.md", &one), file("b.md", &other), file("c.md", &whole)]);
    assert!(all.iter().filter(|g| g.kind == GroupKind::Quote).all(|g| g.status != Status::Conflict));
    // what only one of them has as a whole is turned by a "not"
    let keeps = ("We will keep the old bridge open at night", "We will not keep the old bridge open at night");
    assert_eq!(versions(keeps.0, keeps.1).0, Status::Conflict);
}

#[test]
fn a_motto_in_marks_is_no_headline_of_what_is_said_of_it() {
    let headline = "# “A Bright Light For All” Vote Feeds Nobody\n\nThe vote on the motto was long.";
    assert!(shared([headline, "“You voted that ‘A Bright Light For All’ is our motto,” Ana Petrova said."]).is_empty());
    assert_eq!(judged([headline, "“We want a bright light for all,” Ana Petrova said."]).0, Status::Agree);
}

#[test]
fn a_sentence_with_words_put_in_is_of_one_utterance() {
    let one = "The vote “has been a race to the bottom. We have seen spite and greed,” Ana Petrova said.";
    assert_eq!(judged([one, "“I think the vote has been, in many cases, a race to the bottom,” Ana Petrova said."]).0, Status::Compatible);
    let asks = "“What have you folks been painting, Carl? You have been painting a fence for the club?” Ana Petrova said.";
    let doing = "“In the town hall of Elm, what have you folks been doing, Carl?” Ana Petrova asked.";
    assert_eq!(judged([asks, doing]).0, Status::Conflict);
    assert!(shared([one, "“It has been a long road from the mill to the top of the bottom field,” Ana Petrova said."]).is_empty());
}

#[test]
fn three_words_behind_a_preposition_are_an_excerpt_and_two_a_topic() {
    let whole = "“Debate the bridge, but do not question each other's honour and name,” Ana Petrova said.";
    assert_eq!(judged(["Ana Petrova dismissed such attacks on “honour and name.”", whole]).0, Status::Agree);
    assert!(shared(["Ana Petrova dismissed such attacks on “honour.”", whole]).is_empty());
    let and = "“Must the board act? Also on Webb & others,” Ana Petrova wrote.";
    assert_eq!(judged(["Ana Petrova said in a note that they must act on “Webb and others.”", and]).0, Status::Agree);
}

#[test]
fn words_in_marks_are_of_whom_their_sentence_names() {
    let whole = "“So my first task will be to fully staff our hospital,” Ana Petrova said.";
    assert_eq!(judged(["Ms. Petrova's first task will be to “fully staff” the hospital.", whole]).0, Status::Agree);
    assert!(shared(["The board's first task will be to “fully staff” the hospital.", whole]).is_empty());
    assert!(shared(["Ms. Petrova saw the “fully staff” plan of the board.", whole]).is_empty());
    let spite = "“We have seen spite, laziness, greed, twisted facts,” Ana Petrova said.";
    assert_eq!(judged(["Ms. Petrova spoke of “spite, laziness, greed” in the town.", spite]).0, Status::Agree);
}

#[test]
fn a_few_words_are_first_those_of_another_article() {
    let own = "“If you say that, you say things that are well over the line,” she added.";
    let one = format!("Ana Petrova called his words “well over the line.”\n\n{own}");
    let (status, _) = judged([&one, "“I think that those words are well over the line. It is wrong,” Ana Petrova said."]);
    assert_eq!(status, Status::Agree);
}

#[test]
fn two_spellings_of_one_word_are_no_other_wording() {
    let ours = "We will organise a health-care centre in honour of our neighbours";
    for (other, status) in [
        ("We will organize a health-care center in honor of our neighbors", Status::Agree),
        ("We will organise a healthcare centre in honour of our neighbours", Status::Compatible),
        ("We will organise a health-care theatre in honour of our neighbours", Status::Conflict),
    ] {
        assert_eq!(versions(ours, other).0, status, "{other}");
    }
    let slip = |word: &str| format!("The {word} never asked a fisherman of this harbour what he needs");
    assert_eq!(versions(&slip("goverment"), &slip("government")).0, Status::Compatible);
    assert_eq!(versions(&slip("contrast"), &slip("contract")).0, Status::Conflict);
}

#[test]
fn words_left_out_without_a_mark_are_another_wording() {
    let full = "I thank the pilots, the divers and all the nurses of this island who have come at night";
    let why = "words are left out, or the tense differs, and no mark shows it";
    for other in [
        "I thank the pilots and all the nurses of this island who have come at night",
        "I thank the pilots, the divers and all the nurses of this island who had come at night",
    ] {
        assert_eq!(versions(full, other), (Status::Conflict, why.to_owned()), "{other}");
    }
    for other in [
        "I thank the pilots … and all the nurses of this island who have come at night",
        "I thank the pilots, the divers and, you know, all the nurses of this island who have come at night",
        "I thank the pilots, the divers and all the nurses of this island",
    ] {
        assert_ne!(versions(full, other).0, Status::Conflict, "{other}");
    }
    // in the words of the article a part of a sentence takes its time
    let told = "Ana Petrova said she “was the last of the pilots of this island to leave the harbour.”";
    let said = "“I am told that she is the last of the pilots of this island to leave the harbour,” Ana Petrova said.";
    assert!(shared([told, said]).iter().all(|g| g.status != Status::Conflict));
}

#[test]
fn what_two_articles_part_is_no_one_utterance() {
    let (one, two) = ("It is hard to hear what happened to our old ferry.", "We will look at every plank of it before spring.");
    let parted = format!("“{one}” Ana Petrova said.\n\n“{two}” she added.");
    let whole = format!("“{one} {two}” Ana Petrova said.");
    let file = |(name, text): (&str, &str)| File::new(&format!("{name}.md"), format!("---\ndate: 2026-05-14\n---\n\n{text}\n"));
    let sizes = |texts: &[&str]| {
        let files: Vec<File> = ["a", "b", "c"].into_iter().zip(texts.iter().copied()).map(file).collect();
        let found = groups(&files).into_iter().filter(|g| g.kind == GroupKind::Quote);
        let mut sizes: Vec<usize> = found.map(|g| g.values.iter().map(|v| v.claims.len()).sum()).collect();
        sizes.sort_unstable();
        sizes
    };
    assert_eq!(sizes(&[&parted, &whole]), [3]);
    assert_eq!(sizes(&[&parted, &parted.replace("old ferry", "ferry"), &whole]), [3, 3], "the whole is of both");
}

#[test]
fn what_is_said_in_one_piece_is_of_each_utterance_that_others_part() {
    let parted = |first: &str| {
        format!(
            "“{first} I was halted by a guard,” Ana Petrova said in the statement. “I do not think any fines will follow from the check.”"
        )
    };
    let run = "Ana Petrova wrote to the club. “Yesterday I was halted by a guard. I do not think any fines will follow from the check.”";
    let (this, then) = (parted("This morning"), parted("Yesterday"));
    let found = |texts: &[&str]| {
        let file = |(n, text): (usize, &&str)| File::new(&format!("{n}.md"), format!("---\ndate: 2026-05-14\n---\n\n{text}\n"));
        let files: Vec<File> = texts.iter().enumerate().map(file).collect();
        let all = groups(&files).into_iter().filter(|g| g.kind == GroupKind::Quote && g.sources.len() > 1);
        all.map(|g| (g.status, g.sources.len())).collect::<Vec<_>>()
    };
    assert_eq!(found(&[&this, run]), [(Status::Conflict, 2)], "the day differs, however the statement is parted");
    assert_eq!(found(&[&then, &then.replace("the club", "us"), run]), [(Status::Agree, 3), (Status::Agree, 3)]);
}

#[test]
fn who_is_named_beside_the_speaker_did_not_speak_too() {
    let said = "“The budget of this year will hurt every family in the whole province,” ";
    let one = format!("{said}Ana Rios told Leo Cruz on Monday.");
    let other = format!("{said}Leo Cruz told Ana Rios on Monday.");
    assert_eq!(judged([&one, &other]).0, Status::Conflict);
    for relayed in ["Ana Rios said, quoting Leo Cruz.", "Ana Rios, a lawyer for Leo Cruz, said.", "Ana Rios—aide of Cruz—said."] {
        let other = format!("{said}Leo Cruz said on Monday.");
        assert_ne!(judged([&format!("{said}{relayed}"), &other]).0, Status::Conflict, "{relayed}");
    }
    let both = format!("{said}Leo Cruz and his deputy Ana Rios said on Monday.");
    assert_ne!(judged([&one, &both]).0, Status::Conflict);
}

/// Words enough to be nobody else's.
const DIKE: &str = "“The dike will not hold another winter of storms like this one,”";

#[test]
fn who_stands_behind_a_pronoun_or_an_office_is_a_speaker() {
    let named = format!("{DIKE} Ann Moss said on Monday.");
    for other in [
        format!("Bo Orlo, the reeve, looked at the dike on Monday. {DIKE} he said."),
        format!("Bo Orlo, the water minister, came on Monday. {DIKE} the minister said."),
    ] {
        let (status, why) = judged([&named, &other]);
        assert_eq!(status, Status::Conflict, "{other}");
        assert!(why.starts_with("the same words, said by Ann Moss and by Bo Orlo ("), "{why}");
        let label = shared([&named, &other]).remove(0).label;
        assert!(["Ann Moss or Bo Orlo: ", "Bo Orlo or Ann Moss: "].iter().any(|both| label.starts_with(both)), "{label}");
    }
    let label = shared([&named, &named.replace("Ann Moss", "Moss")]).remove(0).label;
    assert!(label.starts_with("Ann Moss: "), "{label}");
    for other in [
        format!("Bo Orlo, the reeve, met the farmer Ann Moss on Monday. {DIKE} he said."),
        format!("{DIKE} a farmer said on Monday."),
        format!("Bo Orlo, the reeve, looked at the dike on Monday. Rain fell. Wind blew. {DIKE} he said."),
    ] {
        assert_ne!(judged([&named, &other]).0, Status::Conflict, "{other}");
    }
}

#[test]
fn two_given_names_are_two_speakers() {
    let says = |name: &str| format!("{DIKE} {name} said on Monday.");
    let status = |a: &str, b: &str| judged([&says(a), &says(b)]).0;
    assert_eq!(status("Bela Moss", "Carla Moss"), Status::Conflict);
    for (a, b) in [("Bob Moss", "Robert Moss"), ("Christian Moss", "Kristian Moss"), ("B. Moss", "Bela Moss"), ("Moss", "Bela Moss")] {
        assert_eq!(status(a, b), Status::Agree, "{a} {b}");
    }
}
