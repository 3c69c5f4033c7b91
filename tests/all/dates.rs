//! Dates: every way to write a value, and sentences in which they must be found or not.

use claimdiff::article::{Meta, json, txt};
use claimdiff::claim::{Claim, ClaimKind};
use claimdiff::extract::extract;
use claimdiff::lexicon::lexicon;
use claimdiff::text::{Tokens, scan};
use claimdiff::value::time::{Anchor, Found, Reader, edtf};

/// What is found in a text that stands alone.
fn read(text: &str) -> Vec<(String, Found)> {
    let tokens = scan(text, &lexicon().words);
    let tokens = Tokens { text, all: &tokens };
    let found = Reader::new(tokens, &lexicon().time).read_all(0, tokens.len());
    found.into_iter().map(|f| (tokens.span(f.tokens.clone()).of(text).to_owned(), f)).collect()
}

/// The value of a form that is read whole, else what was read.
fn value(form: &str, anchor: &Anchor) -> String {
    match &read(form)[..] {
        [(text, found)] if text == form => anchor.resolve(found).map_or("?".to_owned(), |t| t.to_string()),
        others => format!("{:?}", others.iter().map(|(text, _)| text).collect::<Vec<_>>()),
    }
}

#[test]
fn every_way_to_write_a_value() {
    let mut anchor = Anchor::default();
    let mut wrong = Vec::new();
    for line in include_str!("../../fixtures/values/dates.txt").lines().filter(|l| !l.starts_with('#')) {
        if let Some(day) = line.strip_prefix("published ") {
            anchor = Anchor { published: Some(day.parse().unwrap()), ..Anchor::default() };
        } else if let Some(day) = line.strip_prefix("told ") {
            anchor = Anchor { text: edtf::parse(day).map(|t| t.first), narrative: true, ..Anchor::default() };
        } else if let Some((expected, forms)) = line.split_once(": ") {
            let none = expected == "none";
            for form in forms.split(" | ") {
                let got = value(form, &anchor);
                if got != if none { "[]" } else { expected } {
                    wrong.push(format!("{form}: {expected} expected, {got}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The marked places of a caret line with their values: (column, text, value).
fn marks(text: &str, carets: &str) -> Vec<(usize, String, String)> {
    let mut out: Vec<(usize, String, String)> = Vec::new();
    let mut at = 0;
    for part in carets.split_inclusive(' ') {
        let word = part.trim_end();
        if word.starts_with('^') {
            let marked: String = text.chars().skip(at).take(word.chars().count()).collect();
            out.push((at, marked, String::new()));
        } else if let (false, Some(last)) = (word.is_empty(), out.last_mut()) {
            last.2 = word.to_owned();
        }
        at += part.chars().count();
    }
    out
}

/// The dates claimed in an article of one text.
fn claimed(text: &str, published: Option<&str>) -> Vec<(usize, String, String)> {
    let object = serde_json::json!({"id": "a", "text": text, "date": published}).to_string();
    let article = json::read(&object, "a.json", "a").unwrap();
    let claims = extract(&article, None).claims;
    let dates = claims
        .into_iter()
        .filter_map(|c| c.date.map(|d| (c.start as usize, String::from(c.text), d.edtf.map_or("?".to_owned(), String::from))));
    dates.collect()
}

#[test]
fn dates_in_sentences() {
    let mut published = None;
    let mut wrong = Vec::new();
    let lines: Vec<&str> = include_str!("../../fixtures/cases/dates.txt").lines().filter(|l| !l.starts_with('#')).collect();
    for (i, line) in lines.iter().enumerate() {
        if let Some(day) = line.strip_prefix("published ") {
            published = (day != "unknown").then_some(day);
        } else if !line.trim_start().starts_with('^') {
            let carets = lines[i + 1..].iter().take_while(|l| l.trim_start().starts_with('^'));
            let mut expected: Vec<_> = carets.flat_map(|c| marks(line, c)).collect();
            expected.sort();
            let got = claimed(line, published);
            if expected != got {
                wrong.push(format!("{line}\n  expected {expected:?}\n  got      {got:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What the only date of a text dates: the words of its event, and its concept.
fn dated(text: &str) -> (String, String) {
    let article = txt::read(text.to_owned(), Meta::of_file("a.txt"), true);
    let found: Vec<Claim> = extract(&article, None).claims.into_iter().filter(|c| c.kind == ClaimKind::Date).collect();
    let [claim] = &found[..] else { panic!("{text}: {} dates", found.len()) };
    let concept = claim.key.as_ref().and_then(|k| k.concept.as_deref()).unwrap_or_default();
    (claim.date.as_ref().unwrap().event.as_deref().unwrap_or_default().to_owned(), concept.to_owned())
}

#[test]
fn what_governs_a_date() {
    for (text, event, concept) in [
        ("Forty people were killed in the May 4 terrorist attacks in Boston.", "terrorist attacks", "attack"),
        ("The previously announced November 2013 release date was kept.", "release date", "released"),
        ("The fatal shooting of Ann Lee on May 4 sparked days of riots.", "shooting", ""),
        ("Ann Lee met Bob Ray in Oslo and on May 4 signed the deal.", "Ann Lee signed deal", "agreement"),
        ("The city was calm on May 4, after days of unrest sparked by the killing.", "", ""),
        ("The case was heard in his absence and a trial date was set for May 24.", "date set", "court"),
        ("Police arrested a man suspected of killing Ann Lee on May 4.", "Police arrested man", "arrested"),
        ("It is the worst accident since the ferry hit rocks in September 2000.", "ferry hit rocks", ""),
        ("It is the worst accident since September 2000, when the ferry hit rocks.", "ferry hit rocks", ""),
        ("Lee was shot outside his home while on his way to work at the jail on May 4.", "Lee shot home", ""),
        ("Lee was shot as he walked home on May 4.", "Lee shot home", ""),
        ("Lee resigned and the police searched her house on May 4.", "police searched house", "fired_or_quit"),
        ("Lee of the club resigned on May 4.", "Lee resigned", "fired_or_quit"),
        ("A quake shook the island of Naxos and caused damage to buildings on May 4.", "quake caused damage", "quake"),
        ("The ferry turned and slowly filled and sank on May 4.", "ferry sank", "crash"),
        ("Ann Lee left Oslo and Bob Ray arrived there on May 4.", "Bob Ray arrived there", "visit"),
        ("Ann Lee, a coach under Bob Ray at Bergen, finished her career on May 4.", "Ann Lee finished career", "closed"),
        ("After a meeting with Bob Ray, Ann Lee resigned on May 4.", "Ann Lee resigned", "fired_or_quit"),
        ("The ferry sank (as planned, they say) off Naxos in May 2013.", "ferry sank", "crash"),
        ("Letters released by the ministry on May 4 revealed a plan to close the port.", "Letters released ministry", "released"),
        ("The memo released early May 4 alleges that Lee lied.", "memo released", "released"),
        ("In May, Ann Lee, who won the race in the north, resigned.", "Ann Lee resigned", "fired_or_quit"),
        ("The coach, who was appointed by the mayor, resigned on May 4.", "coach resigned", "fired_or_quit"),
        ("He has been denied bail and will appear in court on May 4.", "appear court", "court"),
        ("The club announced May 4 that Ann Lee was fired.", "club announced", "fired_or_quit"),
        ("The club announced May 4 that it will be closed.", "club announced", "said"),
        ("Ann Lee was chosen in May to lead.", "Ann Lee chosen", ""),
        ("The Otters picked up receiver Bob Ray on May 4.", "Otters picked Bob Ray", "signing"),
        ("Bob Ray was claimed by the Otters on May 4.", "Bob Ray claimed Otters", "signing"),
        ("The firm acquired the site on May 4.", "firm acquired site", "acquisition"),
        ("The Otters placed Bob Ray on injured reserve on May 4.", "Bob Ray injured reserve", "injured_list"),
        ("Crews were called to the mill on May 4.", "Crews called mill", "alarm"),
        ("The court applied the 1976 Foreign Trade Act to Lee.", "1976 Foreign Trade Act", ""),
        ("Crews tackled the blaze, which broke out in the mill on May 4.", "blaze broke mill", "began"),
        ("Lee followed the man, whom he knew from earlier fights, to a yard on May 4.", "Lee followed man", ""),
        ("Ann Lee of Oslo, who was elected speaker on May 4, resigned.", "Ann Lee elected speaker", "elected"),
        ("A grand jury was scheduled to meet May 4.", "jury meet", "meeting"),
        ("The firm told of the May 4 layoffs.", "layoffs", "layoffs"),
        ("Lee went to the home of a man whom he knew from school, at noon on May 4.", "Lee went home", ""),
        ("There were six arrests on May 4, police said.", "arrests", "arrested"),
        ("The chief said there had been two attacks on the port on May 4.", "attacks", "attack"),
        ("There was a rally in the square on May 4.", "rally", ""),
        ("A jury is at work on what happened on May 4.", "happened", ""),
        ("The alarm was soon raised at the mill on May 4.", "alarm raised mill", "alarm"),
        ("A neighbour alerted the police on May 4.", "neighbour alerted police", "alarm"),
        ("The board raised the rent on May 4.", "board raised rent", ""),
        ("A clerk of the club on May 4 apologized for the letter.", "clerk apologized letter", "said"),
        ("The mayor, on May 4, ordered a new count.", "mayor ordered count", ""),
        ("The secretary for a member of the board resigned on May 4.", "secretary resigned", "fired_or_quit"),
        ("The mayor of Oslo resigned on May 4.", "mayor resigned", "fired_or_quit"),
        (
            "On May 4, the aide, Ann Lee, who has 20 friends at the port and was then the voice of the north, resigned.",
            "Ann Lee resigned",
            "fired_or_quit",
        ),
        ("On May 4, hours after the talks failed, the mayor resigned.", "mayor resigned", "fired_or_quit"),
        ("In May, friends of the club, including its owner, Bob Ray, resigned.", "friends resigned", "fired_or_quit"),
        ("The hall has been a refuge for the poor since 1987 and often helps children.", "", ""),
        ("The files that tell of the May 4, 2012, attack on the port are lost.", "attack", "attack"),
        ("The board vetoed the bill on May 4 and issued a lengthy statement.", "board vetoed", ""),
        ("Last May, Ann Lee said that the port would be closed.", "Ann Lee said port", "said"),
        ("Guests were at the May 4 swearing-in ceremony in Oslo.", "swearing-in ceremony", ""),
        ("They say that on May 4 the ferry sank.", "ferry sank", "crash"),
        ("The Herald told of a fund launched in 2007 called Vesna.", "fund launched", "launched"),
        ("The Herald told Bo Marsh of the plans of a choir founded in 2007 by nuns.", "choir founded", "founded"),
        (
            "The court has a letter sent from the lawyer of Ann Lee, Bo Marsh, to Deputy Harbour Master Tom B. Quill on May 4 asking for time.",
            "letter sent lawyer",
            "",
        ),
        ("The film is in theaters in May 2013, but the studio said it would not rush.", "", "released"),
    ] {
        assert_eq!(dated(text), (event.to_owned(), concept.to_owned()), "{text}");
    }
}

#[test]
fn what_strikes_without_a_will_attacks_nobody() {
    let concept = |text: &str| dated(text).1;
    assert_eq!(concept("A powerful quake struck the south of Naxos in September."), "quake");
    assert_eq!(concept("The south of Naxos was struck by a 6.1-magnitude earthquake on Monday."), "quake");
    assert_eq!(concept("Lightning struck the church on Monday."), "");
    assert_eq!(concept("A boy was struck by a bus on Tuesday."), "");
    assert_eq!(concept("The air force struck the harbour on Friday."), "attack");
    assert_eq!(concept("Rebels struck a bus on Sunday."), "attack");
    assert_ne!(concept("The two sides struck a last-minute deal on Friday."), "attack");
}

/// A report of a trial, more than a year on.
#[test]
fn the_days_of_an_old_case_are_of_its_year() {
    let found = |text: &str| claimed(text, Some("2013-09-26")).into_iter().map(|(_, _, value)| value).collect::<Vec<_>>();
    let case = "Karl Roth killed Ida Holm on April 8, 2012, a jury found. She was last seen at a fair. Her body lay in a creek on April 9.";
    assert_eq!(found(case), ["2012-04-08", "2012-04-09"]);
    // far from the days of the case, or near to those of two
    assert_eq!(found(&case.replace("April 9", "June 9")), ["2012-04-08", "2013-06-09"]);
    let two = format!("{case} The April 6, 2010 fire was her work, too.");
    assert_eq!(found(&two), ["2012-04-08", "2013-04-09", "2010-04-06"]);
}
