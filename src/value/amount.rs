//! Exact decimal amounts.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An exact decimal of at most 15 significant digits, so that JSON's numbers carry it without loss.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Amount(Decimal);

impl Amount {
    pub const ZERO: Amount = Amount(Decimal::ZERO);
    pub const ONE: Amount = Amount(Decimal::ONE);
    /// 0.1.
    pub const TENTH: Amount = Amount(Decimal::from_parts(1, 0, 0, false, 1));

    /// Rounds what has more than 15 significant digits.
    pub fn new(d: Decimal) -> Self {
        if is_settled(d) { Amount(d) } else { Amount(d.round_sf(15).unwrap_or(d).normalize()) }
    }
    /// The value as a decimal.
    pub fn decimal(self) -> Decimal {
        self.0
    }
    /// The sum; none where it overflows, as for the operations below.
    pub fn plus(self, o: Amount) -> Option<Amount> {
        self.0.checked_add(o.0).map(Amount::new)
    }
    /// The difference.
    pub fn minus(self, o: Amount) -> Option<Amount> {
        self.0.checked_sub(o.0).map(Amount::new)
    }
    /// The product.
    pub fn times(self, o: Amount) -> Option<Amount> {
        self.0.checked_mul(o.0).map(Amount::new)
    }
    /// The quotient; none for a division by zero.
    pub fn over(self, o: Amount) -> Option<Amount> {
        self.0.checked_div(o.0).map(Amount::new)
    }
    /// Half of it.
    pub fn half(self) -> Amount {
        Amount::new(self.0 / Decimal::TWO)
    }
    /// The amount, if it is a whole number that is not too large.
    pub fn as_i64(self) -> Option<i64> {
        use rust_decimal::prelude::ToPrimitive;
        if self.0.scale() == 0 {
            return self.0.mantissa().try_into().ok();
        }
        self.0.to_i64().filter(|_| self.is_whole())
    }
    /// It has no decimals.
    pub fn is_whole(self) -> bool {
        self.0.fract().is_zero()
    }
}

/// Needs no rounding and has no trailing zeros, as nearly every amount.
fn is_settled(d: Decimal) -> bool {
    const LIMIT: u64 = 10u64.pow(15);
    let digits = u64::try_from(d.mantissa().unsigned_abs()).unwrap_or(LIMIT);
    digits > 0 && digits < LIMIT && (d.scale() == 0 || digits % 10 > 0)
}

impl From<i64> for Amount {
    fn from(n: i64) -> Self {
        Amount::new(Decimal::from(n))
    }
}

impl FromStr for Amount {
    type Err = rust_decimal::Error;
    /// Plain decimal notation: `18.6`, `-2`.
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        Decimal::from_str(s).map(Amount::new)
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Amount {
    /// A JSON number, whole ones without a fraction.
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        match self.as_i64() {
            Some(n) => s.serialize_i64(n),
            None => s.serialize_f64(self.0.to_string().parse().unwrap_or(0.0)),
        }
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let n = serde_json::Number::deserialize(d)?;
        let text = n.to_string();
        Decimal::from_str(&text).or_else(|_| Decimal::from_scientific(&text)).map(Amount::new).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_rounded_and_has_no_idle_zeros() {
        let read = |s: &str| s.parse::<Amount>().unwrap().to_string();
        assert_eq!(["0.10", "-2.50", "3.0", "-0.0", "5000", "0.05"].map(read), ["0.1", "-2.5", "3", "0", "5000", "0.05"]);
        assert_eq!(["1234567890123456.7", "0.1234567890123456"].map(read), ["1234567890123460", "0.123456789012346"]);
    }

    #[test]
    fn json_numbers_carry_amounts_without_loss() {
        for s in ["640", "18.6", "0.05", "-2", "3500000", "123456789012345", "1234567890.12345", "120000000000000000"] {
            let a: Amount = s.parse().unwrap();
            let json = serde_json::to_string(&a).unwrap();
            assert_eq!(serde_json::from_str::<Amount>(&json).unwrap(), a, "{s} as {json}");
        }
    }
}
