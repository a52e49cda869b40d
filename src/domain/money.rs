//! Amounts of money: prices as they may be typed, and how an amount is rounded. Decimals throughout, never binary
//! fractions.

use super::Refusal;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// The places of an amount.
const CENTS: u32 = 2;

/// An amount rounded to cents, half away from zero, so that charge and credit are treated alike (D-14). Always printed
/// with its two places.
#[must_use]
pub fn cents(amount: Decimal) -> Decimal {
    let mut rounded = amount.round_dp_with_strategy(CENTS, RoundingStrategy::MidpointAwayFromZero);
    rounded.rescale(CENTS);
    if rounded.is_zero() {
        rounded.set_sign_positive(true);
    }
    rounded
}

/// The price of one unit for a whole period, in the instance's currency: 0 to 9,999,999.9999, four decimals at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Price(Decimal);

impl Price {
    /// The decimals that a price may have.
    pub const PLACES: u32 = 4;
    /// The highest price.
    pub const HIGHEST: Self = Self(Decimal::from_parts(1_215_752_191, 23, 0, false, Self::PLACES));
    /// Free of charge.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// Checks a price that stands in that field.
    ///
    /// # Errors
    /// `out_of_range` above the highest; `invalid` below zero and with more than four decimals: a price is never
    /// rounded.
    pub fn new(price: Decimal, field: &'static str) -> Result<Self, Refusal> {
        if price > Self::HIGHEST.0 {
            let limit = 9_999_999;
            return Err(Refusal::OutOfRange { field, limit });
        }
        let mut kept = price.normalize();
        if kept < Decimal::ZERO || kept.scale() > Self::PLACES {
            return Err(Refusal::Invalid { field });
        }
        kept.set_sign_positive(true);
        Ok(Self(kept))
    }

    /// Reads a price like `18.50`.
    ///
    /// # Errors
    /// As [`Price::new`]; `invalid` for what is no decimal number.
    pub fn parse(text: &str, field: &'static str) -> Result<Self, Refusal> {
        let price = Decimal::from_str_exact(text.trim());
        Self::new(price.map_err(|_| Refusal::Invalid { field })?, field)
    }

    /// The number.
    #[must_use]
    pub fn amount(self) -> Decimal {
        self.0
    }

    /// What so many units cost for the whole period, in cents.
    #[must_use]
    pub fn times(self, units: u32) -> Decimal {
        cents(self.0 * Decimal::from(units))
    }
}

/// With two places at least: `18.50`, `0.0125`.
impl fmt::Display for Price {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut printed = self.0;
        if printed.scale() < CENTS {
            printed.rescale(CENTS);
        }
        printed.fmt(f)
    }
}

impl Serialize for Price {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Price {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text, "price").map_err(|_| de::Error::custom(format!("\"{text}\" is not a price like 18.50")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn half_a_cent_is_rounded_away_from_zero_in_both_directions() {
        for (amount, rounded) in [
            ("5.025", "5.03"),
            ("-5.025", "-5.03"),
            ("5.0249999", "5.02"),
            ("-8.035714", "-8.04"),
            ("7", "7.00"),
            ("-0.001", "0.00"),
        ] {
            assert_eq!(cents(decimal(amount)).to_string(), rounded, "{amount}");
        }
    }

    #[test]
    fn a_price_has_four_decimals_at_most_and_stays_within_its_bounds() {
        for (text, printed) in [
            ("18.5", "18.50"),
            (" 0 ", "0.00"),
            ("-0", "0.00"),
            ("0.0125", "0.0125"),
            ("1.50000000", "1.50"),
            ("9999999.9999", "9999999.9999"),
        ] {
            let price = Price::parse(text, "unitPrice");
            assert_eq!(price.map(|price| price.to_string()).as_deref(), Ok(printed), "{text}");
        }
        let invalid = Refusal::Invalid { field: "unitPrice" };
        for text in ["", "-1", "0.12345678", "1e2", "12,50", "twenty", "NaN", "9.99999"] {
            assert_eq!(Price::parse(text, "unitPrice"), Err(invalid.clone()), "{text}");
        }
        for text in ["10000000", "9999999.99991", "79228162514264337593543950335"] {
            let refused = Price::parse(text, "unitPrice").unwrap_err();
            assert_eq!(refused.code(), "out_of_range", "{text}");
            assert_eq!(refused.field(), Some("unitPrice"));
        }
        assert_eq!(Price::HIGHEST.to_string(), "9999999.9999");
    }

    #[test]
    fn a_price_that_arrives_with_eight_decimals_is_refused_and_not_rounded() {
        assert!(serde_json::from_str::<Price>("\"1.00000001\"").is_err());
        let price: Price = serde_json::from_str("\"18.50\"").unwrap();
        assert_eq!(serde_json::to_string(&price).unwrap(), "\"18.50\"");
        assert_eq!(price.times(7).to_string(), "129.50");
    }
}
