//! Amounts and numbers as a language writes them: `1,234.50` in English, `1.234,50` in German and Spanish. What is
//! typed and what goes into files for other programs keeps the point.

use super::Sentences;
use crate::base::Language;
use rust_decimal::Decimal;

/// The sign of what is credited: as wide as a plus.
const MINUS: &str = "−";

impl Sentences {
    /// An amount with all its places, at least two: `1,234.50`, `−4.00`, `0.0125`.
    #[must_use]
    pub fn amount(&self, amount: Decimal) -> String {
        let mut printed = amount.abs();
        if printed.scale() < 2 {
            printed.rescale(2);
        }
        let text = printed.to_string();
        let (whole, places) = text.split_once('.').unwrap_or((&text, ""));
        let (group, point) = self.marks();
        let sign = if amount.is_sign_negative() && !amount.is_zero() {
            MINUS
        } else {
            ""
        };
        format!("{sign}{}{point}{places}", grouped(whole, group))
    }

    /// The same with a sign before what is more than nothing: `+14.00`.
    #[must_use]
    pub fn signed(&self, amount: Decimal) -> String {
        let sign = if amount > Decimal::ZERO { "+" } else { "" };
        format!("{sign}{}", self.amount(amount))
    }

    /// A number of units with its sign: `+1`, `−2`.
    #[must_use]
    pub fn signed_count(&self, count: i64) -> String {
        let sign = match count {
            0 => "",
            1.. => "+",
            _ => MINUS,
        };
        format!("{sign}{}", grouped(&count.unsigned_abs().to_string(), self.marks().0))
    }

    /// What stands between thousands, and before the places.
    fn marks(&self) -> (char, char) {
        match self.language {
            Language::English => (',', '.'),
            Language::German | Language::Spanish => ('.', ','),
        }
    }
}

fn grouped(digits: &str, mark: char) -> String {
    let mut text = String::with_capacity(digits.len() * 4 / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_written_as_its_language_does() {
        for (amount, english, german) in [
            ("20", "20.00", "20,00"),
            ("-4.00", "−4.00", "−4,00"),
            ("1234567.5", "1,234,567.50", "1.234.567,50"),
            ("0.0125", "0.0125", "0,0125"),
            ("-0.00", "0.00", "0,00"),
        ] {
            let amount: Decimal = amount.parse().unwrap();
            assert_eq!(Sentences::new(Language::English).amount(amount), english);
            assert_eq!(Sentences::new(Language::German).amount(amount), german);
            assert_eq!(Sentences::new(Language::Spanish).amount(amount), german);
        }
    }

    #[test]
    fn what_is_added_and_removed_has_its_sign() {
        let sentences = Sentences::new(Language::English);
        assert_eq!(sentences.signed(Decimal::from(14)), "+14.00");
        assert_eq!(sentences.signed(Decimal::ZERO), "0.00");
        assert_eq!(sentences.signed_count(-1), "−1");
        assert_eq!(sentences.signed_count(1200), "+1,200");
    }
}
