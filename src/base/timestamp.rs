//! Moments and days. Stored and sent as UTC; the only file that converts.

use chrono::{DateTime, NaiveDate, NaiveDateTime, SecondsFormat, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A moment, to the millisecond, between the years 1 and 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

/// Why a text is no moment or day.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a date and time like 2026-11-20T10:05:00Z")]
pub struct NotATimestamp(pub String);

/// The milliseconds of 0001-01-01 and of the last one of 9999, between which every moment is kept.
const FIRST: i64 = -62_135_596_800_000;
const LAST: i64 = 253_402_300_799_999;

impl Timestamp {
    /// The moment this many milliseconds after 1970-01-01T00:00:00Z; clamped to the years 1 to 9999.
    #[must_use]
    pub fn from_millis(millis: i64) -> Self {
        Self(millis.clamp(FIRST, LAST))
    }

    /// Milliseconds after 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn millis(self) -> i64 {
        self.0
    }

    /// This moment moved by whole minutes, backwards when negative.
    #[must_use]
    pub fn plus_minutes(self, minutes: i64) -> Self {
        Self::from_millis(self.0.saturating_add(minutes.saturating_mul(60_000)))
    }

    /// Whole minutes from `earlier` to this moment, negative when it is later.
    #[must_use]
    pub fn minutes_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).div_euclid(60_000)
    }

    /// The same moment as chrono's type, for calendar arithmetic and formatting.
    #[must_use]
    pub fn to_chrono(self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.0).unwrap_or_default()
    }

    /// The day in UTC.
    #[must_use]
    pub fn date(self) -> Date {
        Date(self.to_chrono().date_naive())
    }

    /// Reads a moment with or without fraction, `Z` or offset; none means UTC. A bare date is its midnight.
    ///
    /// # Errors
    /// When the text is none of these.
    pub fn parse(text: &str) -> Result<Self, NotATimestamp> {
        let trimmed = text.trim();
        if let Ok(zoned) = DateTime::parse_from_rfc3339(trimmed) {
            return Ok(Self::from_millis(zoned.timestamp_millis()));
        }
        for form in ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M"] {
            if let Ok(naive) = NaiveDateTime::parse_from_str(trimmed.trim_end_matches('Z'), form) {
                return Ok(Self::from_millis(naive.and_utc().timestamp_millis()));
            }
        }
        Date::parse(trimmed)
            .map(Date::midnight)
            .map_err(|_| NotATimestamp(text.to_owned()))
    }
}

impl From<DateTime<Utc>> for Timestamp {
    fn from(moment: DateTime<Utc>) -> Self {
        Self::from_millis(moment.timestamp_millis())
    }
}

/// As it goes over the wire: `2026-11-20T10:05:00.120Z`, the fraction left out where it is zero.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let form = if self.0.rem_euclid(1000) == 0 {
            SecondsFormat::Secs
        } else {
            SecondsFormat::Millis
        };
        f.write_str(&self.to_chrono().to_rfc3339_opts(form, true))
    }
}

impl FromStr for Timestamp {
    type Err = NotATimestamp;

    fn from_str(text: &str) -> Result<Self, NotATimestamp> {
        Self::parse(text)
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

/// A calendar day, without a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Date(pub NaiveDate);

impl Date {
    /// Reads `2026-11-20`.
    ///
    /// # Errors
    /// When the text is not a day of the calendar.
    pub fn parse(text: &str) -> Result<Self, NotATimestamp> {
        NaiveDate::parse_from_str(text, "%Y-%m-%d")
            .map(Self)
            .map_err(|_| NotATimestamp(text.to_owned()))
    }

    /// The day's first moment in UTC.
    #[must_use]
    pub fn midnight(self) -> Timestamp {
        Timestamp::from(self.0.and_time(chrono::NaiveTime::MIN).and_utc())
    }

    /// The day after; the calendar's last day is its own.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.succ_opt().unwrap_or(self.0))
    }

    /// The day before; the calendar's first day is its own.
    #[must_use]
    pub fn previous(self) -> Self {
        Self(self.0.pred_opt().unwrap_or(self.0))
    }

    /// Whole days from `earlier` to this day, negative when it is later.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i64 {
        self.0.signed_duration_since(earlier.0).num_days()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_with_and_without_zone_and_fraction_and_printed_with_z() {
        for (text, printed) in [
            ("2022-12-07T09:15:52.407Z", "2022-12-07T09:15:52.407Z"),
            ("2022-12-07T09:15:10Z", "2022-12-07T09:15:10Z"),
            ("2022-12-07T10:15:10+01:00", "2022-12-07T09:15:10Z"),
            ("2022-12-07T09:15:10", "2022-12-07T09:15:10Z"),
            ("2022-12-07", "2022-12-07T00:00:00Z"),
        ] {
            assert_eq!(
                Timestamp::parse(text).map(|moment| moment.to_string()),
                Ok(printed.to_owned()),
                "{text}"
            );
        }
        assert!(Timestamp::parse("yesterday").is_err());
    }
}
