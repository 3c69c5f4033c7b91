//! Figures and dates as articles write them: one true value, exact and loose ways to put it, and values that contradict it.

use jiff::ToSpan;
use jiff::civil::Date;

use super::rng::Rng;

/// What a figure counts or measures. Amounts are whole numbers of tenths, so that 37.3 % is 373.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    Count,
    /// A count that grows while a story is reported.
    Toll,
    /// Millions of dollars.
    Money,
    Percent,
    Kilometers,
    Meters,
    Kilograms,
    Hectares,
    KilometersPerHour,
    Hours,
}

impl Measure {
    pub fn named(name: &str) -> Option<Measure> {
        Some(match name {
            "count" => Measure::Count,
            "toll" => Measure::Toll,
            "money" => Measure::Money,
            "percent" => Measure::Percent,
            "km" => Measure::Kilometers,
            "m" => Measure::Meters,
            "kg" => Measure::Kilograms,
            "ha" => Measure::Hectares,
            "kmh" => Measure::KilometersPerHour,
            "h" => Measure::Hours,
            _ => return None,
        })
    }

    fn counts(self) -> bool {
        matches!(self, Measure::Count | Measure::Toll)
    }

    /// A true value between two bounds: counts and distances are whole, money and shares have tenths.
    pub fn draw(self, rng: &mut Rng, low: i64, high: i64) -> i64 {
        match self {
            Measure::Money | Measure::Percent => rng.between(low * 10, high * 10),
            _ => rng.between(low, high) * 10,
        }
    }

    /// A value that cannot be the true one rounded, by a fifth at least.
    pub fn contrary(self, rng: &mut Rng, truth: i64) -> i64 {
        let by = rng.between(20, 60);
        let whole = |n: i64| if matches!(self, Measure::Money | Measure::Percent) { n } else { n / 10 * 10 };
        let more = whole(truth + (truth * by / 100).max(20));
        let less = whole(truth - (truth * by / 200).max(20));
        if less < 20 || rng.chance(50) { more } else { less }
    }

    /// The value with its unit, as exact as it is; with the other ways that mean the same.
    pub fn exact(self, rng: &mut Rng, tenths: i64) -> String {
        let n = number(tenths);
        match self {
            Measure::Count | Measure::Toll if tenths < 1000 && rng.chance(40) => words(tenths / 10),
            Measure::Count | Measure::Toll => n,
            Measure::Money => rng.pick(&[format!("${n} million"), format!("{n} million dollars")]).clone(),
            Measure::Percent => rng.pick(&[format!("{n} percent"), format!("{n}%"), format!("{n} per cent")]).clone(),
            Measure::Hours => rng.pick(&[format!("{n} hours"), format!("{} hours", words(tenths / 10))]).clone(),
            _ => rng.pick(&self.units().map(|u| format!("{n} {u}"))).clone(),
        }
    }

    fn units(self) -> [&'static str; 2] {
        match self {
            Measure::Kilometers => ["kilometers", "km"],
            Measure::Meters => ["meters", "metres"],
            Measure::Kilograms => ["kilograms", "kg"],
            Measure::Hectares => ["hectares", "ha"],
            Measure::KilometersPerHour => ["kilometers per hour", "km/h"],
            _ => ["", ""],
        }
    }

    /// A looser way to say the same: rounded, bounded, as a range, in another unit. None where the value allows no such.
    pub fn loose(self, rng: &mut Rng, tenths: i64) -> Option<String> {
        if let Some(other) = self.converted(tenths).filter(|_| rng.chance(50)) {
            return Some(other);
        }
        let place = place(tenths);
        let (floor, ceiling) = (tenths / place * place, (tenths / place + 1) * place);
        if floor == 0 || floor == tenths {
            return None;
        }
        let near = if tenths - floor <= ceiling - tenths { floor } else { ceiling };
        let [f, c, n] = [floor, ceiling, near].map(|v| self.plain(v));
        let mut ways = vec![format!("more than {f}"), format!("at least {f}"), format!("over {f}")];
        if (near - tenths).abs() * 12 < tenths {
            ways.extend([format!("about {n}"), format!("around {n}"), format!("some {n}")]);
        }
        if (ceiling - tenths) * 2 < place && (ceiling - tenths) * 12 < tenths {
            ways.extend([format!("nearly {c}"), format!("almost {c}")]);
        }
        if self.counts() && floor >= 1000 {
            ways.push(format!("between {f} and {c}"));
        }
        Some(rng.pick(&ways).clone())
    }

    fn plain(self, tenths: i64) -> String {
        let n = number(tenths);
        match self {
            Measure::Count | Measure::Toll => n,
            Measure::Money => format!("${n} million"),
            Measure::Percent => format!("{n} percent"),
            Measure::Hours => format!("{n} hours"),
            _ => format!("{n} {}", self.units()[0]),
        }
    }

    /// In the unit of another country, to so many digits that it can be told from a contradiction.
    fn converted(self, tenths: i64) -> Option<String> {
        let (per_mille, unit) = match self {
            Measure::Kilometers => (621, "miles"),
            Measure::Meters => (3281, "feet"),
            Measure::Kilograms => (2205, "pounds"),
            Measure::Hectares => (2471, "acres"),
            Measure::KilometersPerHour => (621, "mph"),
            _ => return None,
        };
        let converted = tenths * per_mille / 1000;
        let tenths = if converted >= 1000 { (converted + 5) / 10 * 10 } else { converted };
        Some(format!("{} {unit}", number(tenths)))
    }
}

/// One unit of the second significant digit, at least a whole number.
fn place(tenths: i64) -> i64 {
    let mut place = 10;
    while tenths / place >= 100 {
        place *= 10;
    }
    if (200..1000).contains(&tenths) { 100 } else { place }
}

/// Digits with separators of thousands; a tenth only where there is one.
fn number(tenths: i64) -> String {
    let digits = (tenths / 10).to_string();
    let mut out = String::new();
    for (i, d) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(d);
    }
    if tenths % 10 == 0 { out } else { format!("{out}.{}", tenths % 10) }
}

/// A number below a hundred in words.
fn words(n: i64) -> String {
    const ONES: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let n = n.clamp(0, 99) as usize;
    match (n / 10, n % 10) {
        (0 | 1, _) => ONES[n].to_owned(),
        (tens, 0) => TENS[tens].to_owned(),
        (tens, ones) => format!("{}-{}", TENS[tens], ONES[ones]),
    }
}

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn month(day: Date) -> &'static str {
    MONTHS[day.month() as usize - 1]
}

pub fn weekday(day: Date) -> &'static str {
    DAYS[day.weekday().to_monday_zero_offset() as usize]
}

/// A past day as an article of the day `published` writes it.
pub fn day_exact(rng: &mut Rng, day: Date, published: Date) -> String {
    let mut ways = vec![format!("on {} {}", day.day(), month(day)), format!("on {} {}", month(day), day.day())];
    let ago = (published - day).get_days();
    if (0..6).contains(&ago) {
        ways.extend([format!("on {}", weekday(day)), format!("on {}, {} {}", weekday(day), month(day), day.day())]);
    }
    if ago == 1 {
        ways.push("yesterday".to_owned());
    }
    rng.pick(&ways).clone()
}

/// A coarser way to name a past day.
pub fn day_loose(day: Date) -> String {
    format!("in {}", month(day))
}

/// Another day that no midnight explains.
pub fn day_contrary(rng: &mut Rng, day: Date) -> Date {
    day - rng.between(2, 9).days()
}
