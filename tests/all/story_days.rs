//! Which dates of articles without a date of their own are one day of their story.

use claimdiff::reconcile::group::{Group, GroupKind, Reason, Status};

use crate::library::{File, groups};

/// The dates of the groups that several articles share, each as written.
fn shared(texts: &[&str]) -> Vec<Vec<String>> {
    let files: Vec<File> = texts.iter().enumerate().map(|(n, t)| File::new(&format!("{n}.txt"), format!("{t}\n"))).collect();
    let dates = groups(&files).into_iter().filter(|g| g.kind == GroupKind::Date && g.sources.len() > 1);
    dates.map(|g| g.values.iter().map(|v| v.display.clone()).collect()).collect()
}

#[test]
fn a_day_of_a_month_is_one_whatever_is_told_of_it() {
    let one = "The trial of Dan Marsh began in Foča. The mother described the hectic scene on May 29 as she held Ana Brun.";
    let two = "A jury was chosen in the trial of Dan Marsh. Ana Brun was shot on the night of May 29th as she played outside.";
    assert_eq!(shared(&[one, two]), [["the night of May 29th", "May 29"]]);
    assert!(shared(&[one, &two.replace("29th", "28th")]).is_empty());
}

#[test]
fn the_weekday_that_two_articles_begin_with_is_one() {
    let one = "The trial of Tom Marsh opened Tuesday.";
    let two = "Jurors heard the first witness Tuesday in the trial of Tom Marsh.";
    assert_eq!(shared(&[one, two]), [["Tuesday"]]);
    assert!(shared(&[one, &two.replace("Tuesday", "Monday")]).is_empty());
    let late =
        "The ferry lay in the harbour. It was old. Nobody was aboard. The sea was calm. A crew had left. Witnesses told of Marsh Tuesday.";
    assert!(shared(&[one, late]).is_empty(), "further down it may be that of another week");
}

#[test]
fn two_kinds_of_event_are_not_one_for_their_weekday() {
    let one = "Youths fought the police in Athens, and the clashes on Saturday went on for hours.";
    let two = "The fatal shooting of Ana Brun in Athens on Saturday led to protests.";
    assert!(shared(&[one, two]).is_empty());
    let said = "Youths fought the police in Athens for hours, the mayor said Saturday.";
    assert!(shared(&[said, two]).is_empty(), "when it was said is not when it was");
}

#[test]
fn officials_are_called_one_thing_or_another() {
    let one = "2026-05-10\n\nThree sailors are held over the theft of a bronze bell from the harbour museum, police said Saturday.";
    let two =
        "2026-05-10\n\nThree sailors were caught with the bell that somebody stole from a museum last month, officials said Saturday.";
    assert_eq!(shared(&[one, two]).len(), 1);
}

#[test]
fn a_stretch_of_years_is_not_a_year_in_it() {
    let one = "Ana Brun paid $43 million in taxes from 2007 to 2014.";
    assert_eq!(shared(&[one, "Ana Brun paid $43 million in taxes from 2007 through 2014."]).len(), 1);
    assert!(shared(&[one, "Ana Brun paid $4 million in taxes in 2014."]).is_empty());
}

#[test]
fn many_a_plan_is_for_the_storys_own_year() {
    let one = "2026-05-10\n\nVesna Lines will close the old yard at Corvel by the end of the year.";
    let two = "2026-05-10\n\nTravel agents hope that Vesna Lines brings more guests to the valley this year.";
    assert!(shared(&[one, two]).is_empty());
    assert_eq!(shared(&[one, "2026-05-10\n\nVesna Lines will close its yard at Corvel this year."]).len(), 1);
}

/// The status and the values of the group that holds a date as written.
fn told(texts: &[&str], date: &str) -> (Status, Vec<String>) {
    let files: Vec<File> = texts.iter().enumerate().map(|(n, t)| File::new(&format!("{n}.txt"), format!("{t}\n"))).collect();
    let holds = |g: &Group| g.kind == GroupKind::Date && g.values.iter().any(|v| v.display.contains(date));
    let group = groups(&files).into_iter().find(holds).unwrap();
    (group.status, group.values.iter().map(|v| v.display.clone()).collect())
}

#[test]
fn an_hour_whose_zone_only_one_article_tells_may_be_the_other() {
    let one = "2026-05-14\n\nThe Otters face the Harriers in Bergen on Saturday at 3:30 p.m. in the final.";
    let two = "2026-05-14\n\nThe Otters face the Harriers in Bergen on Saturday at 4:30 p.m. ET in the final.";
    assert_eq!(told(&[one, two], "3:30").0, Status::Compatible);
    assert_eq!(told(&[one, &two.replace("4:30 p.m. ET", "3:30 p.m.")], "3:30").0, Status::Agree);
}

#[test]
fn of_two_exact_times_neither_is_finer() {
    let of_two = |one: &str, two: &str| {
        let march = |when: &str| format!("2026-05-14\n\nThe march in Bergen began {when} on Monday, May 11.\n");
        let files = [File::new("1.txt", march(one)), File::new("2.txt", march(two))];
        let group = groups(&files).into_iter().find(|g| g.kind == GroupKind::Date && g.sources.len() > 1).unwrap();
        (group.status, group.reasons, group.explanation)
    };
    let (status, _, why) = of_two("at 8 p.m.", "at 8:40 p.m.");
    assert_eq!(status, Status::Conflict, "{why}");
    let (status, reasons, why) = of_two("at 8 p.m.", "at 8:30 p.m.");
    assert_eq!((status, reasons), (Status::Compatible, vec![Reason::Rounding]), "{why}");
    let (status, reasons, why) = of_two("at 8:20 p.m.", "at 8:30 p.m.");
    assert_eq!((status, reasons), (Status::Compatible, vec![Reason::Rounding]), "{why}");
    assert!(why.starts_with("times of one day so close together that one may be the other rounded"), "{why}");
    let (status, reasons, why) = of_two("about 8.30pm", "at 8:30 p.m.");
    assert_eq!((status, reasons), (Status::Compatible, vec![Reason::Hedge]), "{why}");
    assert_eq!(of_two("about 8.30pm", "at around 8:30 p.m.").0, Status::Agree);
    assert_eq!(of_two("shortly before 9 p.m.", "at 9 p.m.").1, [Reason::Hedge]);
}

#[test]
fn what_is_shut_until_at_least_one_time_may_be_so_longer() {
    let of_two = |one: &str, two: &str| {
        let bridge = |when: &str| format!("2026-05-14\n\nThe bridge in Bergen will stay closed {when}, the council said.\n");
        let files = [File::new("1.txt", bridge(one)), File::new("2.txt", bridge(two))];
        let dates = groups(&files).into_iter().filter(|g| g.kind == GroupKind::Date && g.sources.len() > 1);
        dates.map(|g| (g.status, g.reasons)).collect::<Vec<_>>()
    };
    assert_eq!(of_two("until Monday", "until at least Monday"), [(Status::Compatible, vec![Reason::Bound])]);
    assert!(of_two("until Monday", "until at least Sunday").iter().all(|(status, _)| *status != Status::Conflict));
    let hours = of_two("until 6 p.m. on Saturday", "until at least 4 p.m. on Saturday");
    assert!(hours.iter().all(|(status, _)| *status != Status::Conflict), "{hours:?}");
    assert_eq!(of_two("until 4 p.m. on Saturday", "until at least 6 p.m. on Saturday")[0].0, Status::Conflict);
}

#[test]
fn lines_that_say_when_an_article_was_written_claim_nothing() {
    let text =
        "Storm hits the port of Bergen\n\nLast updated: MON 09 Sep 2013, 11:39am UK\n\nA storm hit the port of Bergen in Norway on Sunday.";
    let sunday = told(&[text], "Sunday");
    assert_eq!(sunday.1, ["Sunday (2013-09-08)"]);
    let files = [File::new("0.txt", text)];
    assert_eq!(groups(&files).iter().filter(|g| g.kind == GroupKind::Date).count(), 1);
}

#[test]
fn seasons_that_share_a_year_are_two() {
    let one = "Ana Brun has a contract with the Otters for the 2008-09 season.";
    let two = "Ana Brun has a contract with the Otters for the 2009-10 season.";
    assert_eq!(told(&[one, two], "2008-09").0, Status::Conflict);
    assert_eq!(told(&[one, &two.replace("2009-10", "2008-2009")], "2008-09").0, Status::Agree);
}

#[test]
fn how_long_something_goes_on_is_no_question_of_when_it_is_so() {
    let one = "Officers will remain at the scene of the mill fire until Monday, the chief said.";
    let two = "Officers remain at the scene of the mill fire this morning, the chief said.";
    assert!(shared(&[one, two]).is_empty());
    let three = "Officers are to remain at the scene of the mill fire until Monday, the mayor said.";
    assert_eq!(told(&[one, two, three], "Monday"), (Status::Agree, vec!["Monday".to_owned()]));
}

#[test]
fn years_that_differ_are_years() {
    let why = |one: &str, two: &str| {
        let files = [File::new("1.txt", one), File::new("2.txt", two)];
        groups(&files).into_iter().find(|g| g.kind == GroupKind::Date && g.sources.len() > 1).unwrap().explanation
    };
    let year = |y| format!("Anna Keene was elected mayor of Orlane in {y}.");
    assert_eq!(why(&year(2002), &year(2003)), "different years: 2002 and 2003");
}

#[test]
fn a_minute_is_one_whatever_the_day_is_called() {
    let one = "Crews were alerted to the mill fire at 8.49pm on Friday after smoke rose.";
    let two = "Firefighters were called to the mill at 2049 GMT this evening as smoke rose.";
    assert_eq!(told(&[one, two], "8.49pm").0, Status::Compatible);
    assert!(shared(&[one, &two.replace("2049", "2057")]).is_empty());
    assert_eq!(told(&[one, &two.replace("this evening", "on Sunday")], "8.49pm").0, Status::Unresolved);
}

#[test]
fn midnight_is_of_two_days() {
    let one = "The harbour board of Orlane ran out of money at midnight Dec. 21.";
    let two = "The harbour board of Orlane ran out of money on Dec. 22.";
    assert_eq!(told(&[one, two], "Dec. 22").0, Status::Compatible);
    assert_ne!(told(&[&one.replace("midnight", "noon"), two], "Dec. 22").0, Status::Compatible);
}

#[test]
fn an_hour_near_midnight_may_be_of_the_day_before() {
    let fire = |when: &str| format!("The mill of Corvel burned down {when}.");
    for (one, two) in [
        ("shortly before twelve on Monday night", "at 11:50 p.m. on Monday"),
        ("between eleven and one o'clock on Monday night", "at 11:40 p.m. on Monday"),
        ("between ten and midnight on Monday", "at 11:20 p.m. on Monday"),
        ("between eleven and one in the morning on Monday", "at 12:30 a.m. on Monday"),
        ("at three on Sunday night", "at 3 a.m. on Monday"),
        ("at 9.30 on Monday", "at half past nine in the evening on Monday"),
    ] {
        let status = judged(("2026-02-03", &fire(one)), ("2026-02-03", &fire(two)));
        assert!(status.iter().all(|s| matches!(s, Status::Compatible | Status::Agree)), "{one} and {two}: {status:?}");
    }
    let status = judged(("2026-02-03", &fire("at four o'clock on Monday morning")), ("2026-02-03", &fire("at 11:20 p.m. on Monday")));
    assert_eq!(status, [Status::Conflict]);
}

#[test]
fn a_weekday_that_one_article_fixes_is_that_of_another() {
    let one = "2026-03-09\n\nThe Otters beat the Harriers in the final on Friday.";
    let two = "The Otters beat the Harriers in the final on Friday.";
    assert_eq!(told(&[one, two], "Friday").0, Status::Agree);
    assert_eq!(told(&[one, &two.replace("Friday", "Friday night")], "Friday").0, Status::Compatible);
}

#[test]
fn a_week_or_year_that_nothing_fixes_may_hold_the_day() {
    let one = "Dan Marsh was removed from the inquiry into the ferry last year over his letters to Ana Brun.";
    let two = "Dan Marsh, who was removed from the inquiry into the ferry last summer, wrote letters to Ana Brun.";
    assert_eq!(told(&[one, two], "last year").0, Status::Compatible);
    assert!(shared(&[one, &two.replace("last summer", "this summer")]).is_empty(), "that is another year");
    let vote = "The mayor said he would run in next Tuesday's primary in Bergen, whoever else did.";
    let week = "The mayor told the club that he would run in next week's primary vote in Bergen.";
    assert_eq!(told(&[vote, week], "next Tuesday").0, Status::Compatible);
    let (mayor, port) =
        ("Ann Lee was mayor of Bergen from 2007 to 2014.", "Bo Marsh, who ran the port of Bergen from 2007 to 2014, agreed.");
    assert!(shared(&[mayor, port]).is_empty(), "the years of two people");
    let (met, plan) =
        ("Ana Brun met Bo Marsh on Tuesday in Bergen.", "The plan of Ana Brun to meet Bo Marsh on Wednesday in Bergen was cancelled.");
    assert!(shared(&[met, plan]).is_empty(), "planned for one day, done on another");
    let other = "The museum will open next week with a show of bells from Bergen.";
    assert!(shared(&[vote, other]).is_empty(), "a week holds much else");
}

#[test]
fn a_month_that_both_name_once_is_one() {
    let one = "At a January fundraiser in Foča, Dan Marsh urged the lawyers to give. He spoke for an hour.";
    let two = "Dan Marsh, speaking at a January fund-raiser in Foča, told of his farm. He left early.";
    assert_eq!(shared(&[one, two]), [["January"]]);
    assert!(shared(&[one, &two.replace("January", "March")]).is_empty());
    let other = "The price of salt rose in January, and the harvest was poor. He left early.";
    assert!(shared(&[one, other]).is_empty());
}

#[test]
fn the_same_years_from_one_to_the_other_are_rarely_two_things() {
    let one = "The former president of Vesna, who led the country from 1991 to 1997, called it a shame.";
    let two = "Tom Marsh, who was president of Vesna from 1991 to 1997, was clear in his opposition to the canal.";
    assert_eq!(shared(&[one, two]), [["1991 to 1997"]]);
    let season = "Tom Marsh left for Bergen in the 1996-97 season, and a coach followed.";
    assert!(shared(&[season, "The squad of 1996-97 was the best that Vesna ever had."]).is_empty(), "a season is everybody's");
}

#[test]
fn a_verb_and_a_noun_tell_one_kind_of_event() {
    let one = "Ana Brun was arrested on Thursday. The police searched the mill at Corvel. Nobody else was there. It was a quiet day.";
    let two =
        "The mill at Corvel burned. Nobody was hurt. It was a cold night. A crew came. Thursday's arrest of Ana Brun surprised the town.";
    assert_eq!(shared(&[one, two]), [["Thursday"]]);
    assert!(shared(&[one, &two.replace("arrest of Ana Brun", "fair in Bergen")]).is_empty());
}

#[test]
fn who_apologizes_does_more_than_say() {
    let one = "A staffer of the senate on Friday apologized for a letter about the bells that many thought rude.";
    let two = "Ana Brun wrote in a post Friday that the bells of Corvel should be quiet.";
    assert!(shared(&[one, two]).is_empty());
}

#[test]
fn one_thing_is_launched_started_and_begun_once() {
    let one = "The Herald told of a program launched in 2007 called Vesna, which tracks ships off Corvel.";
    let two = "The program began in 2007, an officer at Corvel told the board, and now tracks ships of all sizes.";
    assert_eq!(shared(&[one, two]), [["2007"]]);
    assert!(shared(&[one, "The strike began in 2007, an officer at Corvel told the board, and hurt ships of all sizes."]).is_empty());
}

#[test]
fn an_act_that_a_month_holds_is_told_of_the_same_people() {
    let day = "The court has a letter sent from the lawyer of Dan Marsh, Ana Brun, to Judge Tom Quill on Aug. 6 asking for time.";
    let month =
        "A clerk told of a letter that the lawyer of Dan Marsh, Ana Brun, sent this month to Judge Tom Quill, the head of the court.";
    assert_eq!(told(&[day, month], "Aug. 6").0, Status::Compatible);
    assert!(shared(&[day, "A clerk told of a parcel of shoes that Ana Brun sent this month to a museum in Bergen."]).is_empty());
    let attack = "Ana Brun defended her handling of last October's attack on the Vesna mill in Corvel, where two clerks were hurt.";
    let assault = "A review of last year's assault on a Vesna mill in Corvel says little of the men, Ana Brun said.";
    assert_eq!(told(&[attack, assault], "last year").0, Status::Compatible);
    let elsewhere = "A review of last year's assault on a bank in Bergen did not say what moved the men, Bo Marsh said.";
    assert!(shared(&[attack, elsewhere]).is_empty());
}

/// The judgement of the dates that two articles of a day share.
fn judged(a: (&str, &str), b: (&str, &str)) -> Vec<Status> {
    let file = |name: &str, (day, text): (&str, &str)| File::new(name, format!("News of {name}\n\n{day}\n\n{text}\n"));
    let all = groups(&[file("a.txt", a), file("b.txt", b)]);
    all.into_iter().filter(|g| g.kind == GroupKind::Date && g.sources.len() > 1).map(|g| g.status).collect()
}

#[test]
fn one_night_has_two_days_in_one_order_only() {
    let day = "March 11, 2026";
    let fire = |when: &str| format!("The mill of Corvel burned down on {when}.");
    for (one, two, status) in [
        ("Sunday night", "Monday", Status::Compatible),
        ("Sunday night", "Monday morning", Status::Compatible),
        ("Sunday evening", "Monday", Status::Compatible),
        ("Sunday morning", "Monday evening", Status::Conflict),
        ("Sunday", "Monday evening", Status::Conflict),
        ("Sunday afternoon", "Monday", Status::Conflict),
    ] {
        assert_eq!(judged((day, &fire(one)), (day, &fire(two))), [status], "{one} and {two}");
    }
}

#[test]
fn what_was_to_come_and_came_on_another_day_contradicts_nothing() {
    let planned = ("January 14, 2026", "The cable car of Corvel will reopen on Friday, Ana Brun said.");
    let done = |day: &'static str| (day, "The cable car of Corvel reopened on Monday, Ana Brun said.");
    assert!(judged(planned, done("January 20, 2026")).iter().all(|s| *s != Status::Conflict));
    let other = ("January 20, 2026", "The cable car of Corvel reopened on Sunday, Ana Brun said.");
    assert_eq!(judged(other, done("January 20, 2026")), [Status::Conflict]);
}

#[test]
fn who_is_missing_since_a_day_was_found_on_another() {
    let missing = ("September 15, 2025", "Ana Brun, the climber missing since Sept. 11 in the Vesna mountains, was found on Saturday.");
    let found = ("September 15, 2025", "Ana Brun, a climber, was found alive in the Vesna mountains on Sunday.");
    let all = [missing, found].map(|(day, text)| format!("News\n\n{day}\n\n{text}"));
    let dates = shared(&[&all[0], &all[1]]);
    assert!(dates.iter().all(|g| !g.iter().any(|d| d.contains("11"))), "{dates:?}");
}

#[test]
fn a_day_of_what_was_not_done_is_no_day_of_what_was() {
    let article = |text: &str| format!("Town news of the week\n\nFebruary 3, 2026\n\n{text}\n");
    let days = |a: &str, b: &str| {
        let files = [File::new("a.txt", article(a)), File::new("b.txt", article(b).replacen("Town news", "Local news", 1))];
        groups(&files).into_iter().filter(|g| g.kind == GroupKind::Date && g.sources.len() > 1).count()
    };
    let done = "The town of Halden paid the ransom to the hackers on Monday.";
    assert_eq!(days(done, "On Monday the town of Halden paid the hackers the ransom."), 1);
    assert_eq!(days(done, "The town of Halden did not pay the ransom to the hackers on Monday."), 0);
    assert_eq!(days(done, "The town of Halden refused to pay the ransom to the hackers on Monday."), 0);
    let budget = "The flood will not change the 2027 budget of Halden, the mayor said.";
    assert_eq!(days("The flood leaves the 2027 budget of Halden as it is, the mayor said.", budget), 1, "the year is the budget's");
}

#[test]
fn a_part_of_a_month_holds_no_day_of_another_part() {
    let day = "2026-03-11";
    let of = |one: &str, other: &str| judged((day, one), (day, other));
    let early = "The trial of Olga Brandt will begin in early September.";
    assert!(of(early, "The trial of Olga Brandt begins in late September.").is_empty());
    assert_eq!(of(early, "The trial of Olga Brandt will begin on September 7."), [Status::Compatible]);
    let open = |when: &str| format!("The bridge in Orl will open {when}.");
    assert_eq!(of(&open("at the end of June"), &open("on June 28")), [Status::Compatible]);
    assert!(of(&open("at the end of June"), &open("on June 3")).is_empty());
    assert_eq!(of(&open("by the end of June"), &open("on June 3")), [Status::Compatible], "a term holds all days before it");
    assert_eq!(of(&open("no later than the end of June"), &open("on June 3")), [Status::Compatible]);
    let shut = |when: &str| format!("The bridge in Orl will be closed {when}.");
    assert_eq!(of(&shut("from early March to late April"), &shut("on April 10")), [Status::Compatible], "a stretch of two months");
}

#[test]
fn one_act_has_one_day_by_whatever_verb_it_is_told() {
    let day = "2026-03-11";
    for (one, other) in [
        ("The airport in Orl was closed on Saturday because of ash.", "The airport in Orl was shut on Sunday because of ash."),
        ("The concert in Orl was cancelled on Monday.", "The concert in Orl was scrapped on Sunday."),
        ("The court convicted Alan Prewitt of fraud in July.", "Alan Prewitt was found guilty of fraud in August."),
    ] {
        assert_eq!(judged((day, one), (day, other)), [Status::Conflict], "{one} {other}");
    }
}

#[test]
fn what_goes_on_for_days_is_seen_on_each() {
    let day = "2026-03-11";
    let burning = |when: &str| format!("The fire near Orl was still burning on {when}.");
    assert!(judged((day, &burning("Sunday")), (day, &burning("Monday"))).is_empty());
    let out = |when: &str| format!("The fire near Orl was put out on {when}.");
    assert_eq!(judged((day, &out("Sunday")), (day, &out("Monday"))), [Status::Conflict]);
}

#[test]
fn the_day_of_a_crime_is_not_that_of_the_calm_behind_it() {
    let day = "2026-05-12";
    let crime = "The charge sheet says that Dan Marsh killed Ana Brun on Sunday in a brawl with sailors in the port of Corvel, which set off this week's strikes.";
    let calm = "Corvel was quiet Sunday at the end of a week of strikes in all the ports, set off by the killing of Ana Brun.";
    assert!(judged((day, crime), (day, calm)).is_empty());
    let again = "Ana Brun was killed by Dan Marsh on Sunday while sailors fought in Corvel, the judge heard.";
    assert_eq!(judged((day, crime), (day, again)), [Status::Agree]);
}

#[test]
fn a_sentence_with_two_dates_has_two_events() {
    let day = "2026-05-12";
    let both = "The canal has an opening date of 22 November 2027 with tests of its locks starting later in the year.";
    let month = "The builders gave a November 2027 opening date for the canal.";
    let files = [(day, both), (day, month)].map(|(day, text)| format!("{day}\n\n{text}"));
    assert_eq!(told(&[&files[0], &files[1]], "November 2027").1, ["November 2027 (2027-11)", "22 November 2027 (2027-11-22)"]);
}

#[test]
fn who_won_and_was_beaten_played_twice() {
    let day = "2026-05-12";
    let won = "Corvel beat Aldo 91-73 on Thursday night.";
    assert!(judged((day, won), (day, "Corvel was beaten at home by Orl, 85-78, on Sunday.")).is_empty());
    assert_eq!(judged((day, won), (day, "Corvel beat Aldo 91-73 on Sunday night.")), [Status::Conflict]);
}
