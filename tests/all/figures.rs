//! Figures: every way to write one value, and sentences with carets under what must be found.

use std::fs;
use std::path::Path;

use claimdiff::article::{Meta, txt};
use claimdiff::claim::{Claim, ClaimKind, Figure};
use claimdiff::extract::figures::find;
use claimdiff::extract::mention::{FigureMention, Mentions};
use claimdiff::extract::{Context, extract};
use claimdiff::lexicon::lexicon;
use claimdiff::value::Dimension;

fn fixture(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name)).unwrap()
}

fn figures(text: &str) -> Vec<Claim> {
    let article = txt::read(text.to_owned(), Meta::of_file("a.txt"), true);
    extract(&article, None).claims.into_iter().filter(|c| c.kind == ClaimKind::Figure).collect()
}

/// `640 | square kilometer | area | about | up`: the value (a range as `low..high`), then unit, dimension, hedge and direction.
fn shown(f: &Figure) -> String {
    let value = match (f.amount, f.low, f.high) {
        (Some(a), ..) => a.to_string(),
        (None, Some(low), Some(high)) => format!("{low}..{high}"),
        _ => "?".to_owned(),
    };
    let name = |v: serde_json::Value| v.as_str().map(|s| format!(" | {s}")).unwrap_or_default();
    let unit = f.unit.as_deref().map(|u| format!(" | {u}")).unwrap_or_default();
    let hedge = f.hedge.map(|h| name(serde_json::to_value(h).unwrap())).unwrap_or_default();
    let direction = f.direction.map(|d| name(serde_json::to_value(d).unwrap())).unwrap_or_default();
    let ordinal = if f.ordinal { " | ordinal" } else { "" };
    format!("{value}{unit}{}{hedge}{direction}{ordinal}", name(serde_json::to_value(f.dimension).unwrap()))
}

/// Forms stand under their value (`= …`), each the whole text; what stands under `= none` is no figure.
#[test]
fn one_value_every_way_to_write_it() {
    let mut wrong = Vec::new();
    let mut value = String::new();
    for line in fixture("values/figures.txt").lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        if let Some(next) = line.strip_prefix("= ") {
            value = next.to_owned();
            continue;
        }
        let found: Vec<String> = figures(line)
            .iter()
            .map(|c| {
                if c.text == line {
                    shown(c.figure.as_ref().unwrap())
                } else {
                    format!("{} in «{}»", shown(c.figure.as_ref().unwrap()), c.text)
                }
            })
            .collect();
        let wanted: Vec<&str> = if value == "none" { Vec::new() } else { vec![&value] };
        if found != wanted {
            wrong.push(format!("{line}\n  wanted {wanted:?}\n  found  {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Under each sentence lines of carets mark what must be found, and nothing else may be; what lies inside another stands on a line of its
/// own.
#[test]
fn sentences_with_carets() {
    let mut wrong = Vec::new();
    let text = fixture("cases/figures.txt");
    let lines: Vec<&str> = text.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).collect();
    let mut at = 0;
    while let Some(&sentence) = lines.get(at) {
        let marks = lines[at + 1..].iter().take_while(|l| l.contains('^') && !l.contains(|c: char| c.is_alphanumeric()));
        let mut wanted: Vec<(usize, String)> = marks.clone().flat_map(|m| marked(sentence, m)).collect();
        at += 1 + marks.count();
        wanted.sort_by_key(|(start, _)| *start);
        let wanted: Vec<String> = wanted.into_iter().map(|(_, text)| text).collect();
        let found: Vec<String> = figures(sentence).into_iter().map(|c| c.text.into()).collect();
        if found != wanted {
            wrong.push(format!("{sentence}\n  wanted {wanted:?}\n  found  {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The parts of `sentence` above the runs of carets, with where they begin.
fn marked(sentence: &str, marks: &str) -> Vec<(usize, String)> {
    let mut out: Vec<(usize, String)> = Vec::new();
    let mut inside = false;
    for (i, (c, m)) in sentence.chars().zip(marks.chars().chain(std::iter::repeat(' '))).enumerate() {
        if m == '^' {
            if !inside {
                out.push((i, String::new()));
            }
            out.last_mut().unwrap().1.push(c);
        }
        inside = m == '^';
    }
    out
}

fn mentions(text: &str) -> Vec<FigureMention> {
    let article = txt::read(text.to_owned(), Meta::of_file("a.txt"), true);
    let cx = Context { article: &article, tokens: article.tokens(), lexicon: lexicon(), published: None };
    let mut found = Mentions::default();
    find(&cx, &mut found);
    found.figures
}

#[test]
fn restatements_and_changes_are_tied() {
    let ties = |text: &str| mentions(text).iter().map(|f| (f.restates, f.changed_from)).collect::<Vec<_>>();
    assert_eq!(ties("They burned 120 hectares (300 acres) of forest."), [(None, None), (Some(0), None)]);
    assert_eq!(ties("The list was cut from 40 to 22 names."), [(None, None), (None, Some(0))]);
    assert_eq!(ties("Turnout rose to 61% from 58%."), [(None, Some(1)), (None, None)]);
}

#[test]
fn any_text_is_read() {
    for text in [
        "1".repeat(20_000),
        "1 ".repeat(9_000),
        "one two ".repeat(5_000),
        "$½".repeat(5_000),
        "from 1 to ".repeat(3_000),
        "1-".repeat(9_000),
    ] {
        assert!(mentions(&text).iter().all(|f| f.span.end as usize <= text.len()));
    }
}

/// The person whom the only figure of a text belongs to, as the entity's id without its kind; empty for nobody.
fn owner(text: &str) -> String {
    let found = figures(text);
    let [figure] = &found[..] else { panic!("{text}: {} figures", found.len()) };
    let subject = figure.key.as_ref().and_then(|k| k.subject.as_deref()).unwrap_or_default();
    subject.trim_start_matches("person:").to_owned()
}

#[test]
fn whose_age_it_is() {
    for text in [
        "Paul Weston, 43, was found on Monday.",
        "Paul Weston of Boise, 43, was found on Monday.",
        "Paul Weston died in hospital on Monday at the age of 43.",
        "Paul Weston, who would have turned 43 on Monday, left a note.",
        "Paul Weston, then 43, left a note.",
        "Superintendent Paul Weston, the crew's 43-year-old chief, left a note.",
        "Police named the man as 43-year-old former nurse Paul Weston.",
        "A 43-year-old man, identified as Paul Weston, left a note.",
        "The victim, a 43-year-old from Boise named Paul Weston, left a note.",
        "Paul Weston led the crew. He was only 43.",
        "Paul Weston led the crew. The 43-year-old was found by the river.",
        "Paul Weston led the crew. The 43-year-old fell from a ridge.",
        "Paul Weston led the crew. It was a cold night. The 43-year-old was found by the river.",
    ] {
        assert_eq!(owner(text), "paul-weston", "{text}");
    }
    assert_eq!(owner("Friends mourned Paul Weston Jr., 43."), "paul-weston-jr");
    assert_eq!(owner("Paul Weston and his 12-year-old son left a note."), "noun:son");
    assert_eq!(owner("Paul Stams' 16 year-old best friend left a note."), "noun:friend");
    for text in [
        "Paul Weston's son, 12, was found on Monday.",
        "Paul Weston came to Boise when he was 12.",
        "Paul Weston was 12 when his father left.",
        "The 43-year-old son of Paul Weston left a note.",
        "Paul Weston met Grant Oakes. The 43-year-old was found by the river.",
        "A 43-year-old man told Paul Weston about it.",
        "The gunman, 43, shot Paul Weston.",
        "The cyclist, 43, overtook Paul Weston.",
        "A 43-year-old man met Paul Weston.",
        "Paul Weston left the house. The 43-year-old shot Paul Weston.",
    ] {
        assert_eq!(owner(text), "", "{text}");
    }
}

/// What the last figure of a text is of.
fn base(text: &str) -> String {
    let found = figures(text);
    found.last().and_then(|f| f.key.as_ref()?.base.clone()).unwrap_or_default().to_string()
}

#[test]
fn what_a_part_is_of() {
    assert_eq!(base("He took 19% of Ukraine."), "place:ukraine");
    assert_eq!(base("He took 19% of eastern Ukraine."), "place:ukraine");
    assert_eq!(base("It was burned in five days of rioting in Athens."), "riot");
    assert_eq!(base("It saw four days of the worst riots Greece has known."), "riot");
    assert_eq!(base("He gets 5 percent of the film's profits."), "profit");
}

/// The concept and the head of the first figure.
fn measured(text: &str) -> (String, String) {
    let key = figures(text)[0].key.clone().expect("a figure has a key");
    (key.concept.unwrap_or_default().to_string(), key.head.unwrap_or_default().to_string())
}

#[test]
fn the_noun_says_more_than_what_describes_it() {
    let is = |text: &str, concept: &str, head: &str| assert_eq!(measured(text), (concept.to_owned(), head.to_owned()), "{text}");
    is("She faces two first-degree murder charges.", "charges", "charg");
    is("He was convicted of two murder counts.", "charges", "count");
    is("Four villages had been destroyed.", "destroyed", "villag");
    is("The quake flattened seven villages.", "destroyed", "villag");
    is("The tunnel lies one mile below the surface.", "depth", "");
    is("She pledged to repay $84,000.", "", "");
    is("She pledged $84,000.", "donated", "");
    is("He missed 10 of the Rangers' 16 games.", "", "game");
    is("Police held three of the five suspects.", "", "suspect");
    is("Norling is accused of arson; his two brothers were held too.", "arrested", "brother");
    assert_eq!(base("The mayor released 100 pages of emails to show it."), "email");
    assert_eq!(base("The mayor released 100 pages of e-mails."), "email");
    assert_eq!(base("He faces two counts of murder Thursday evening."), "murder");
}

#[test]
fn parents_have_children_and_parts_have_heads() {
    let concept = |text: &str| figures(text)[0].key.as_ref().unwrap().concept.clone().unwrap_or_default().to_string();
    assert_eq!(concept("The killing of the divorced mother-of-two shocked the town."), "children");
    assert_eq!(concept("Two men were held over the killing of the baker."), "arrested");
    assert_eq!(concept("The robbery-homicide department isolated two members."), "");
    assert_eq!(concept("The fire killed two men who had been held in the jail."), "dead");
    assert_eq!(concept("The baker was killed in front of two girls."), "");
    assert_eq!(concept("The baker was arrested by four officers."), "");
    assert_eq!(concept("Two of them, in masks, stole the rings."), "");
    assert_eq!(concept("Robbers -- two dressed as nuns -- made off with the rings."), "");
    assert_eq!(concept("Two of the rings were stolen."), "stolen");
    assert_eq!(concept("The hail caused 40 million crowns of damage."), "damage");
    assert_eq!(concept("The cost of the damage in Velm is put at 40 million crowns."), "damage");
    assert_eq!(concept("The captors asked for a ransom of 40 million crowns."), "ransom");
    assert_eq!(concept("Three miners were still trapped on Monday."), "trapped");
    assert_eq!(concept("The snow left 300 drivers stranded."), "stranded");
    assert_eq!(concept("The gang spared two women, nearly killed."), "");
    assert_eq!(concept("The victims, two nearly killed, spoke."), "");
    assert_eq!(concept("The father to two boys died at once."), "children");
    assert_eq!(concept("No-one is believed to have been injured."), "injured");
    assert_eq!(concept("Nobody is thought to be hurt."), "injured");
    assert_eq!(concept("There might have been two people killed."), "");
    assert_eq!(concept("The baker was killed along with two girls."), "dead");
    assert_eq!(concept("The blast led to the death of two girls."), "dead");
    assert_eq!(concept("There were two girls at the gate who saw how the guard spoke with a clerk."), "");
    let unit = |text: &str| figures(text)[0].figure.as_ref().unwrap().unit.clone().unwrap_or_default().to_string();
    assert_eq!(unit("She was host of the 79th Academy Awards."), "award");
    assert_eq!(unit("Two more of the explosive devices were found."), "device");
}

#[test]
fn a_second_verb_has_the_subject_of_the_first_and_not_its_date() {
    let text = "Qarvik Corp. was founded in 2007 by Paul Weston and is backed with $60 million.";
    let found = figures(text);
    let [sum] = &found[..] else { panic!("{text}: {} figures", found.len()) };
    let key = sum.key.as_ref().expect("a figure has a key");
    assert_eq!((key.subject.as_deref(), key.time.as_deref()), (Some("org:qarvik-corp"), None), "{text}");
    let found = figures("In 2007 Paul Weston led the crew and was paid $60,000.");
    assert_eq!(found[0].key.as_ref().and_then(|k| k.time.as_deref()), Some("2007"));
}

#[test]
fn what_a_sentence_goes_on_to_tell_is_as_old_as_what_it_goes_on_about() {
    let time = |text: &str| {
        let article = txt::read(text.to_owned(), Meta::of_file("a.txt"), true);
        let claims = extract(&article, Some(jiff::civil::date(2026, 5, 14))).claims;
        let last = claims.into_iter().rfind(|c| c.kind == ClaimKind::Figure).expect("a figure");
        last.key.and_then(|k| k.time).map(|t| t.to_string())
    };
    let past = "A quake hit the town of Bam in December 2003.";
    assert_eq!(time(&format!("{past} It injured 300 people.")).as_deref(), Some("2003-12"));
    assert_eq!(time(&format!("{past} The quake injured 300 people. It was six miles deep.")).as_deref(), Some("2003-12"));
    assert_eq!(time(&format!("{past} The ministry counted 300 people.")), None);
    assert_eq!(time("A quake hit the town of Bam on Tuesday. It injured 300 people."), None, "the story's own");
}

#[test]
fn an_age_is_of_the_day_of_the_report() {
    let found = figures("Paul Weston, 27, will stand trial on June 17, 2013.");
    let age = found[0].figure.as_ref().expect("an age");
    assert_eq!((age.amount.map(|a| a.to_string()).as_deref(), age.as_of.as_deref()), (Some("27"), None));
}

#[test]
fn a_way_is_measured_from_a_place() {
    for (text, place) in [
        ("The quake struck two miles southeast of The Karsts on Monday.", "place:karsts"),
        ("He lives 20 miles from The Karsts.", "place:karsts"),
        ("It was felt four kilometres north-west of Dornham.", "place:dornham"),
    ] {
        assert_eq!(figures(text)[0].key.as_ref().and_then(|k| k.base.as_deref()), Some(place), "{text}");
    }
    let of_a_house = figures("The school is two miles from Webb's house.");
    assert_eq!(of_a_house[0].key.as_ref().and_then(|k| k.base.as_deref()), Some("person:webb"));
    let base = |text: &str| figures(text)[0].key.as_ref().and_then(|k| k.base.as_deref().map(str::to_owned));
    assert_eq!(base("The van was left five miles from her home.").as_deref(), Some("home"));
    assert_eq!(base("The lake lies 12 miles north of the border.").as_deref(), Some("border"));
    assert_eq!(base("They closed five miles of road."), None);
}

#[test]
fn a_man_of_71_is_no_toll() {
    for text in ["A man of 71 was found dead in Bergen.", "Police found the body of a woman of 71.", "A boy of 7, who fell, was killed."] {
        let found = figures(text);
        let age = found.iter().find_map(|f| f.figure.as_ref().filter(|f| f.dimension == Dimension::Age)).expect(text);
        assert!(["71", "7"].contains(&age.amount.map(|a| a.to_string()).as_deref().unwrap_or("")), "{text}");
        assert_eq!(found.len(), 1, "{text}");
    }
    let parts = figures("She was a woman of 12 talents and a mother of 9.");
    assert!(parts.iter().all(|f| f.figure.as_ref().is_some_and(|f| f.dimension == Dimension::Count)));
}

#[test]
fn a_toll_is_not_of_what_another_figure_has_behind_it() {
    let concepts = |text: &str| -> Vec<Option<String>> {
        let key = |c: &Claim| c.key.as_ref().and_then(|k| k.concept.as_deref().map(str::to_owned));
        figures(text).iter().map(key).collect()
    };
    let toll = "The death toll from a 6.8-magnitude earthquake in Bergen rose to 310 on Wednesday, with 1,400 injured.";
    assert_eq!(concepts(toll)[1..], [Some("dead".to_owned()), Some("injured".to_owned())]);
}

#[test]
fn a_word_shows_what_is_measured_only_of_the_figure_that_it_governs() {
    let concept = |text: &str, number: &str| {
        let found = figures(text).into_iter().find(|c| c.text.contains(number)).expect(text);
        found.key.and_then(|k| k.concept.map(|c| c.to_string())).unwrap_or_default()
    };
    for (text, number, wanted) in [
        ("The flood swept through Vejle, killing three farmers and forcing 4,100 people from their homes.", "4,100", "evacuated"),
        ("The flood killed three farmers and drove 4,100 villagers into the hills.", "4,100", ""),
        ("The bomb killed a guard and trapped 14 miners.", "14", "trapped"),
        ("The bomb killed a guard and startled 14 miners.", "14", ""),
        ("Police arrested and charged 14 miners.", "14", "arrested"),
        ("The bomb killed a guard and 14 miners.", "14", "dead"),
        ("None of the 164 passengers was hurt.", "164", "aboard"),
        ("The number of dead from Sunday's fire at a hall in Vejle climbed to 23 after three of the injured died.", "23", "dead"),
        ("The number of injured in the fire at a hall in Vejle rose to 23 as two of the dead were found.", "23", "injured"),
        ("The bomb killed three guards and wounded at least 14 miners.", "14", "injured"),
        ("Five hooded men made off with a painting.", "Five", ""),
        ("Thieves made off with goods worth 4,100 crowns and stole five paintings.", "five", "stolen"),
        ("The probe, as large as a van, has six cameras on board.", "six", ""),
        ("The ferry had 14 tourists on board.", "14", "aboard"),
        ("The mayor cut short a holiday and promised $4,100 to each of them.", "4,100", ""),
        ("The mayor cut the fee by $4,100.", "4,100", "cut"),
        ("It will raise $1.4 billion by selling new shares.", "1.4", ""),
        ("The shares closed at $14.", "14", "share_price"),
        ("Late on Monday the rain went on for the 14th day.", "14", ""),
        ("Youths burned cars late Saturday, the seventh straight day of riots.", "seventh", ""),
        ("The train was 14 hours late on Monday.", "14", "delay"),
        ("The train was 14 hours late.", "14", "delay"),
    ] {
        assert_eq!(concept(text, number), wanted, "{text}");
    }
}

#[test]
fn a_bare_number_takes_the_unit_of_the_clause_before() {
    let unit = |text: &str, number: &str| {
        let found = figures(text).into_iter().find(|c| c.text == number);
        found.and_then(|c| c.figure?.unit).unwrap_or_default()
    };
    assert_eq!(unit("Vejle has 12 schools, Ribe nine.", "nine"), "school");
    assert_eq!(unit("Orion Motors sold 3,100 lorries, and its rival sold 2,450.", "2,450"), "lorry");
    assert_eq!(unit("Ann Lee had 16 points. Mia Webb had 14.", "14"), "point");
    assert_eq!(unit("Ann Lee had 16 points and nine rebounds, while Mia Webb had 14.", "14"), "point");
    assert_eq!(unit("Mia Webb grabbed nine rebounds. Ann Lee had 11.", "11"), "");
    assert_eq!(unit("Ann Lee had 16 points. The Otters had 15 turnovers. Mia Webb had 8.", "8"), "", "players have points");
    assert_eq!(unit("Ann Lee spent 15 seasons in the league, the first 11 with Vejle.", "11"), "season");
    assert_eq!(unit("The Otters top the table after 12 games, Lions 3.", "3"), "");
    assert_eq!(unit("It has two ports which support 3.0 and 2.0.", "2.0"), "", "nobody counts to a tenth");
    assert_eq!(unit("The school has 300 pupils and 20 teachers. The other one has 450.", "450"), "");
    assert_eq!(unit("Vejle sold 12 boats. It was a cold night. Ribe sold 11.", "11"), "");
}

#[test]
fn what_is_told_in_percent_needs_no_sign() {
    let dimension = |text: &str, number: &str| {
        let found = figures(text).into_iter().find(|c| c.text == number);
        found.and_then(|c| c.figure).map(|f| f.dimension)
    };
    assert_eq!(dimension("The city tax rate for 2025 was 4.2, the council said.", "4.2"), Some(Dimension::Share));
    assert_eq!(dimension("The jobless rate stood at 6.8 in May.", "6.8"), Some(Dimension::Share));
    assert_eq!(dimension("The birth rate was 1.4 in May.", "1.4"), Some(Dimension::Count));
    assert_eq!(dimension("The tax rate was cut, and the index stood at 6.8.", "6.8"), Some(Dimension::Count));
}

#[test]
fn nobody_loses_a_job_by_losing_a_game() {
    let concept = |text: &str, number: &str| {
        let found = figures(text).into_iter().find(|c| c.text == number);
        found.and_then(|c| c.key).and_then(|k| k.concept.map(|c| c.to_string()))
    };
    assert_eq!(concept("The Otters are last: eight of the last 10 games were lost.", "eight"), None);
    assert_eq!(concept("The Greens, who lost four on Monday, will not rule.", "four"), None);
    assert_eq!(concept("Of 900 workers the mill will cut 300.", "300").as_deref(), Some("jobs_lost"));
    assert_eq!(concept("The mill will lay off 300.", "300").as_deref(), Some("jobs_lost"));
    assert_eq!(concept("Ann Lee scored twice in May and added three more on Monday.", "three"), None);
    assert_ne!(concept("Ann Lee lives in Vejle and has two sisters.", "two sisters").as_deref(), Some("dead"), "nor a life by living");
    assert_eq!(concept("The flood claimed 12 lives in Vejle.", "12 lives").as_deref(), Some("dead"));
}

#[test]
fn figures_in_bold_are_figures() {
    let amounts =
        |text: &str| -> Vec<String> { figures(text).iter().filter_map(|c| c.figure.as_ref()?.amount.map(|a| a.to_string())).collect() };
    assert_eq!(amounts("The ferry had **214 passengers** and *12 cars* aboard, of which __3 burned__."), ["214", "12", "3"]);
    assert_eq!(amounts("The formula is a*5 and the column is named total_7."), Vec::<String>::new());
}

#[test]
fn the_year_of_a_designation_dates_nothing() {
    let time = |text: &str| {
        let article = txt::read(text.to_owned(), Meta::of_file("a.txt"), true);
        let claims = extract(&article, Some(jiff::civil::date(2026, 5, 14))).claims;
        let first = claims.into_iter().find(|c| c.kind == ClaimKind::Figure).expect("a figure");
        first.key.and_then(|k| k.time).map(|t| t.to_string())
    };
    assert_eq!(time("The asteroid 2011 QX7 will pass at 412,000 kilometres."), None);
    assert_eq!(time("The comet C/2011 Q2 will pass at 412,000 kilometres."), None);
    assert_eq!(time("The asteroid passed at 412,000 kilometres in 2011.").as_deref(), Some("2011"));
}

#[test]
fn the_noun_of_a_bare_number_stands_before_its_verb() {
    let head = |text: &str, number: &str| {
        let found = figures(text).into_iter().find(|c| c.text.contains(number)).expect(text);
        found.key.and_then(|k| k.head.map(|h| h.to_string())).unwrap_or_default()
    };
    for (text, number, wanted) in [
        ("The number of otters in the valley has risen to 214.", "214", "otter"),
        ("The number of otters fell by 18 to 214.", "214", "otter"),
        ("Wardens put the number of otters at 214.", "214", "otter"),
        ("The tally of otters now stands at about 214.", "214", "otter"),
        ("The number of pairs of otters reached 214.", "214", "pair"),
        // another noun, another clause, another number
        ("The number of otters has risen in 214 valleys.", "214", "valley"),
        ("The number of otters is known; in May it was 214.", "214", ""),
        ("The number of otters among 500 was 214.", "214", ""),
    ] {
        assert_eq!(head(text, number), wanted, "{text}");
    }
}

#[test]
fn a_change_and_the_level_that_it_led_to_are_no_range() {
    let texts = |text: &str| figures(text).into_iter().map(|c| c.text.to_string()).collect::<Vec<_>>();
    assert_eq!(texts("The toll rose by 3 to 58."), ["3", "58"]);
    assert_eq!(texts("The rate fell by 0.2 to 4.1 percent."), ["0.2", "4.1 percent"]);
    assert_eq!(texts("Shares rose by $2 to $45."), ["$2", "$45"]);
    assert_eq!(texts("Prices rose by 5 to 7 percent."), ["5 to 7 percent"]);
    assert_eq!(texts("The fleet will grow by 10 to 30 ships."), ["10 to 30 ships"]);
}
