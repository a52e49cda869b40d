//! Time zones: which calendar day it is somewhere.

use super::{Date, Timestamp};
use chrono::{Datelike as _, NaiveDate, NaiveDateTime};
use std::fmt;
use std::str::FromStr;

/// A time zone of the IANA table, which the program brings with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone(jiff::tz::TimeZone);

/// Why a text names no time zone.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a time zone like Europe/Berlin or America/New_York")]
pub struct NotAZone(pub String);

impl Zone {
    /// Coordinated universal time.
    pub const UTC: Self = Self(jiff::tz::TimeZone::UTC);

    /// The calendar day that it is there at that moment.
    #[must_use]
    pub fn date(&self, at: Timestamp) -> Date {
        let there = jiff::Timestamp::from_millisecond(at.millis())
            .ok()
            .map(|moment| moment.to_zoned(self.0.clone()).date());
        there
            .and_then(|day| {
                NaiveDate::from_ymd_opt(
                    i32::from(day.year()),
                    u32::try_from(day.month()).ok()?,
                    u32::try_from(day.day()).ok()?,
                )
            })
            .map_or_else(|| at.date(), Date)
    }

    /// The wall time there at that moment, with its distance to UTC: `2026-11-20 10:05:07 +01:00`.
    #[must_use]
    pub fn wall(&self, at: Timestamp) -> String {
        match jiff::Timestamp::from_millisecond(at.millis()) {
            Ok(moment) => moment
                .to_zoned(self.0.clone())
                .strftime("%Y-%m-%d %H:%M:%S %:z")
                .to_string(),
            Err(_) => at.to_string(),
        }
    }

    /// The moment at which clocks there show this. A time that they pass over counts as the one so much later; of one
    /// that they show twice, the first.
    #[must_use]
    pub fn moment(&self, wall: NaiveDateTime) -> Timestamp {
        let as_utc = Timestamp::from(wall.and_utc());
        let there = jiff::Timestamp::from_millisecond(as_utc.millis())
            .ok()
            .map(|moment| moment.to_zoned(jiff::tz::TimeZone::UTC).datetime())
            .and_then(|wall| wall.to_zoned(self.0.clone()).ok());
        there.map_or(as_utc, |moment| {
            Timestamp::from_millis(moment.timestamp().as_millisecond())
        })
    }

    /// The first moment of a day there.
    #[must_use]
    pub fn beginning(&self, day: Date) -> Timestamp {
        let year = i16::try_from(day.0.year()).ok();
        let month = i8::try_from(day.0.month()).ok();
        let number = i8::try_from(day.0.day()).ok();
        let beginning = year.zip(month).zip(number).and_then(|((year, month), number)| {
            let there = jiff::civil::Date::new(year, month, number).ok()?;
            there.to_zoned(self.0.clone()).ok()
        });
        beginning.map_or_else(
            || day.midnight(),
            |moment| Timestamp::from_millis(moment.timestamp().as_millisecond()),
        )
    }
}

impl FromStr for Zone {
    type Err = NotAZone;

    fn from_str(name: &str) -> Result<Self, NotAZone> {
        jiff::tz::TimeZone::get(name)
            .map(Self)
            .map_err(|_| NotAZone(name.to_owned()))
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.iana_name().unwrap_or("UTC"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_when_it_begins_there() {
        let at = Timestamp::parse("2026-11-19T23:30:00Z").unwrap();
        for (name, day) in [
            ("Europe/Berlin", "2026-11-20"),
            ("America/New_York", "2026-11-19"),
            ("UTC", "2026-11-19"),
        ] {
            let zone: Zone = name.parse().unwrap();
            assert_eq!((zone.date(at).to_string(), zone.to_string()), (day.into(), name.into()));
        }
        assert!("Berlin".parse::<Zone>().is_err());
    }

    #[test]
    fn a_wall_time_names_its_distance_to_utc() {
        let at = Timestamp::parse("2026-11-19T23:30:05Z").unwrap();
        let zone: Zone = "Europe/Berlin".parse().unwrap();
        assert_eq!(zone.wall(at), "2026-11-20 00:30:05 +01:00");
        assert_eq!(Zone::UTC.wall(at), "2026-11-19 23:30:05 +00:00");
    }

    #[test]
    fn a_days_first_moment_is_that_days_and_the_one_before_is_not() {
        // Midnight didn't exist in Beirut on 2026-03-29: the day began at one.
        for (name, day, first) in [
            ("Europe/Berlin", "2026-11-20", "2026-11-19T23:00:00Z"),
            ("America/New_York", "2026-11-20", "2026-11-20T05:00:00Z"),
            ("Asia/Beirut", "2026-03-29", "2026-03-28T22:00:00Z"),
        ] {
            let (zone, day) = (name.parse::<Zone>().unwrap(), Date::parse(day).unwrap());
            let beginning = zone.beginning(day);
            assert_eq!(beginning.to_string(), first, "{name}");
            assert_eq!(zone.date(beginning), day, "{name}");
            assert!(zone.date(beginning.plus_minutes(-1)) < day, "{name}");
        }
    }
}
