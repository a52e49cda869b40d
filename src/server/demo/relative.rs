//! Times of the demo desk: relative, so that the desk is always as fresh as on the day it was made.

use serde::{Deserialize, Deserializer};

/// Whole minutes, written like `-1d2h10m`, `+45m`, `6m`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Relative(i64);

impl Relative {
    /// The minutes, negative for the past.
    #[must_use]
    pub fn minutes(self) -> i64 {
        self.0
    }

    fn parse(text: &str) -> Option<Self> {
        let (sign, mut rest) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text.strip_prefix('+').unwrap_or(text)),
        };
        let mut minutes = 0_i64;
        while !rest.is_empty() {
            let end = rest.find(|letter: char| !letter.is_ascii_digit())?;
            let count: i64 = rest[..end].parse().ok()?;
            let unit = match rest.as_bytes()[end] {
                b'd' => 24 * 60,
                b'h' => 60,
                b'm' => 1,
                _ => return None,
            };
            minutes = minutes.checked_add(count.checked_mul(unit)?)?;
            rest = &rest[end + 1..];
        }
        (!text.is_empty()).then_some(Self(sign * minutes))
    }
}

impl<'de> Deserialize<'de> for Relative {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text)
            .ok_or_else(|| serde::de::Error::custom(format!("\"{text}\" is not a time like -1d2h10m (d, h and m)")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_hours_and_minutes_add_up() {
        for (text, minutes) in [
            ("-1d2h10m", Some(-1570)),
            ("+45m", Some(45)),
            ("6m", Some(6)),
            ("-400d", Some(-576_000)),
            ("", None),
            ("5", None),
            ("1w", None),
            ("h", None),
        ] {
            assert_eq!(Relative::parse(text).map(Relative::minutes), minutes, "{text}");
        }
    }
}
