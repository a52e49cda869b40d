//! Times as people read them: relative where one decides (`1 h 18`, `-40 m`, `Mon`), absolute where one reads
//! (`Fri 10:05`), in the viewer's zone.
//!
//! Now and zone are passed in. Each relative time says after how many minutes it reads differently, so that an idle
//! screen wakes up once a minute at most, and not at all where nothing would change.

use crate::base::{Date, Timestamp};
pub use crate::config::Ages;
use crate::sentences::Sentences;
use chrono::{DateTime, Datelike, Duration, FixedOffset, Local, NaiveDateTime, Offset, TimeZone, Timelike};

/// Where the viewer's days begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// The machine's own zone, with its summer time.
    Local,
    /// So many minutes east of UTC, always.
    Fixed(i32),
}

/// A deadline as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Age {
    /// The text.
    pub text: String,
    /// Whether it has passed.
    pub is_late: bool,
    /// The minutes after which it reads differently; none where it doesn't change by itself.
    pub changes_in: Option<i64>,
}

/// The viewer's way of reading times at one moment.
#[derive(Clone, Copy)]
pub struct Times<'a> {
    /// Now.
    pub now: Timestamp,
    /// Where days begin.
    pub zone: Zone,
    /// How deadlines are shown.
    pub ages: Ages,
    /// Names of days and months.
    pub sentences: &'a Sentences,
}

/// A moment that was due, with a mark if it has passed: that must not be told by its colour alone.
fn passed(is_late: bool, text: String) -> String {
    match is_late {
        true => format!("! {text}"),
        false => text,
    }
}

const DAYS: [&str; 7] = [
    "day-mon", "day-tue", "day-wed", "day-thu", "day-fri", "day-sat", "day-sun",
];

const MINUTES_A_DAY: i64 = 24 * 60;

impl Times<'_> {
    /// A deadline in the words of `ui.ages`.
    #[must_use]
    pub fn until(&self, due: Timestamp) -> Age {
        let minutes = due.minutes_since(self.now);
        let is_late = due < self.now;
        match self.ages {
            Ages::Absolute => Age {
                text: passed(is_late, self.read(due)),
                is_late,
                changes_in: None,
            },
            Ages::Relative if is_late => {
                let age = self.span(self.now.minutes_since(due));
                let text = self.sentences.say("age-late", &[("age", age.into())]).into_owned();
                Age {
                    text,
                    is_late,
                    changes_in: Some(1),
                }
            }
            Ages::Relative if self.days_until(due) == 0 => Age {
                text: self.span(minutes),
                is_late,
                changes_in: Some(1),
            },
            Ages::Relative => {
                let text = self.day(due);
                Age {
                    text,
                    is_late,
                    changes_in: Some(self.minutes_to_midnight()),
                }
            }
        }
    }

    /// How far a deadline is, where that says more than its day and hour: today, or when it has passed.
    #[must_use]
    pub fn distance(&self, due: Timestamp) -> Option<Age> {
        let age = self.until(due);
        let is_span = self.ages == Ages::Relative && (age.is_late || self.days_until(due) == 0);
        is_span.then_some(age)
    }

    /// A deadline in as few cells as it can be told: `1h`, `-40m`, `Mon`.
    #[must_use]
    pub fn until_briefly(&self, due: Timestamp) -> Age {
        let age = self.until(due);
        let minutes = due.minutes_since(self.now).abs();
        let sign = if age.is_late { "-" } else { "" };
        let is_span = self.ages == Ages::Relative && (age.is_late || self.days_until(due) == 0);
        let text = match minutes {
            _ if !is_span => passed(age.is_late, self.day(due)),
            0..60 => format!("{sign}{minutes}m"),
            60..MINUTES_A_DAY => format!("{sign}{}h", minutes / 60),
            _ => format!("{sign}{}d", minutes / MINUTES_A_DAY),
        };
        Age { text, ..age }
    }

    /// A moment where one reads: `Fri 10:05` within a week, `Nov 12 10:05` within the year, else with the year.
    #[must_use]
    pub fn read(&self, at: Timestamp) -> String {
        format!("{} {}", self.day(at), self.hour(at))
    }

    /// A moment where one reads, without the day if it is today: `10:05`.
    #[must_use]
    pub fn clock(&self, at: Timestamp) -> String {
        if self.days_until(at) == 0 {
            self.hour(at)
        } else {
            self.read(at)
        }
    }

    /// The wall time at a moment.
    #[must_use]
    pub fn wall(&self, at: Timestamp) -> NaiveDateTime {
        self.local(at).naive_local()
    }

    /// The moment at which it is this wall time; where summer time skips it, the same distance after the skip begins.
    #[must_use]
    pub fn moment(&self, wall: NaiveDateTime) -> Timestamp {
        let as_utc = Timestamp::from(wall.and_utc());
        // The offset at the first guess leads there but around a change of it, where the second one does.
        let guess = |at: Timestamp| {
            let offset = self.local(at).offset().local_minus_utc();
            as_utc.plus_minutes(-i64::from(offset / 60))
        };
        guess(guess(as_utc))
    }

    /// A moment with its date in full: `2026-11-20 10:05`.
    #[must_use]
    pub fn full(&self, at: Timestamp) -> String {
        self.local(at).format("%Y-%m-%d %H:%M").to_string()
    }

    /// `18 m`, `3 h 05`, `2 d`.
    fn span(&self, minutes: i64) -> String {
        let text = match minutes {
            ..60 => self.sentences.say("age-minutes", &[("minutes", minutes.into())]),
            60..MINUTES_A_DAY => {
                let rest = format!("{:02}", minutes % 60);
                self.sentences.say(
                    "age-hours",
                    &[("hours", (minutes / 60).into()), ("minutes", rest.into())],
                )
            }
            _ => self
                .sentences
                .say("age-days", &[("days", (minutes / MINUTES_A_DAY).into())]),
        };
        text.into_owned()
    }

    /// `Fri` within a week, `Nov 12` within the year, `2025-11-12` else.
    fn day(&self, at: Timestamp) -> String {
        let local = self.local(at);
        match self.days_until(at).abs() {
            0..=6 => self
                .sentences
                .text(DAYS[local.weekday().num_days_from_monday() as usize])
                .into_owned(),
            _ if local.year() == self.local(self.now).year() => {
                format!(
                    "{} {}",
                    self.sentences.text(&format!("month-{}", local.month())),
                    local.day()
                )
            }
            _ => local.format("%Y-%m-%d").to_string(),
        }
    }

    /// A day of the calendar, which no zone moves: `Nov 10` within the year, `2025-11-10` else.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        match date.0.year() == self.local(self.now).year() {
            true => format!("{} {}", self.month(date), date.0.day()),
            false => date.to_string(),
        }
    }

    /// The name of a day's month: `Nov`.
    #[must_use]
    pub fn month(&self, date: Date) -> String {
        self.sentences.text(&format!("month-{}", date.0.month())).into_owned()
    }

    fn hour(&self, at: Timestamp) -> String {
        self.local(at).format("%H:%M").to_string()
    }

    /// Midnights between now and then.
    fn days_until(&self, at: Timestamp) -> i64 {
        (self.local(at).date_naive() - self.local(self.now).date_naive()).num_days()
    }

    fn minutes_to_midnight(&self) -> i64 {
        let now = self.local(self.now).time();
        MINUTES_A_DAY - i64::from(now.hour() * 60 + now.minute())
    }

    fn local(&self, at: Timestamp) -> DateTime<FixedOffset> {
        let utc = at.to_chrono();
        let offset = match self.zone {
            Zone::Local => Local.offset_from_utc_datetime(&utc.naive_utc()).fix(),
            Zone::Fixed(minutes) => {
                FixedOffset::east_opt(minutes.clamp(-18 * 60, 18 * 60) * 60).unwrap_or(Offset::fix(&chrono::Utc))
            }
        };
        // At the very ends of the calendar the zone's day may not exist; UTC's does.
        utc.naive_utc()
            .checked_add_signed(Duration::seconds(i64::from(offset.local_minus_utc())))
            .map_or_else(|| utc.fixed_offset(), |_| utc.with_timezone(&offset))
    }
}

/// The soonest of several changes, in minutes: when to wake up.
pub fn soonest<'a>(ages: impl IntoIterator<Item = &'a Age>) -> Option<i64> {
    ages.into_iter().filter_map(|age| age.changes_in).min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Language;
    use proptest::prelude::*;

    /// Friday, 10:42 in a zone one hour east of UTC.
    const NOW: &str = "2026-11-20T09:42:00Z";

    fn at(text: &str) -> Timestamp {
        Timestamp::parse(text).unwrap()
    }

    fn times(sentences: &Sentences) -> Times<'_> {
        Times {
            now: at(NOW),
            zone: Zone::Fixed(60),
            ages: Ages::Relative,
            sentences,
        }
    }

    #[test]
    fn deadlines_are_relative_today_and_named_by_day_later() {
        let sentences = Sentences::new(Language::English);
        let times = times(&sentences);
        for (due, text, brief, late, changes_in) in [
            ("2026-11-20T11:00:00Z", "1 h 18", "1h", false, Some(1)),
            ("2026-11-20T12:47:00Z", "3 h 05", "3h", false, Some(1)),
            ("2026-11-20T10:00:30Z", "18 m", "18m", false, Some(1)),
            ("2026-11-20T09:02:00Z", "-40 m", "-40m", true, Some(1)),
            ("2026-11-20T06:37:00Z", "-3 h 05", "-3h", true, Some(1)),
            ("2026-11-17T09:42:00Z", "-3 d", "-3d", true, Some(1)),
            ("2026-11-20T23:00:00Z", "Sat", "Sat", false, Some(798)),
            ("2026-11-23T08:00:00Z", "Mon", "Mon", false, Some(798)),
            ("2026-12-03T08:00:00Z", "Dec 3", "Dec 3", false, Some(798)),
            ("2027-01-05T08:00:00Z", "2027-01-05", "2027-01-05", false, Some(798)),
        ] {
            let due = at(due);
            let expected = Age {
                text: text.to_owned(),
                is_late: late,
                changes_in,
            };
            assert_eq!(times.until(due), expected);
            assert_eq!(times.until_briefly(due).text, brief);
            // The day alone is said by the moment itself.
            assert_eq!(times.distance(due).is_some(), changes_in == Some(1), "{text}");
        }
    }

    #[test]
    fn absolute_ages_never_change_by_themselves() {
        let sentences = Sentences::new(Language::English);
        let times = Times {
            ages: Ages::Absolute,
            ..times(&sentences)
        };
        let age = times.until(at("2026-11-20T11:00:00Z"));
        assert_eq!((age.text.as_str(), age.changes_in), ("Fri 12:00", None));
        assert_eq!(soonest([&age]), None);
    }

    #[test]
    fn moments_are_read_in_the_viewers_zone() {
        let sentences = Sentences::new(Language::English);
        let times = times(&sentences);
        assert_eq!(times.read(at("2026-11-20T09:05:00Z")), "Fri 10:05");
        assert_eq!(times.clock(at("2026-11-20T09:05:00Z")), "10:05");
        assert_eq!(times.clock(at("2026-11-19T22:30:00Z")), "Thu 23:30");
        assert_eq!(times.clock(at("2026-11-12T09:05:00Z")), "Nov 12 10:05");
        assert_eq!(times.full(at("2026-11-19T23:30:00Z")), "2026-11-20 00:30");
    }

    #[test]
    fn any_moment_has_its_words() {
        let sentences = Sentences::new(Language::English);
        proptest!(|(now in any::<i64>(), due in any::<i64>(), zone in any::<i32>())| {
            let (now, due) = (Timestamp::from_millis(now), Timestamp::from_millis(due));
            let times = Times { now, zone: Zone::Fixed(zone), ages: Ages::Relative, sentences: &sentences };
            prop_assert!(!times.until(due).text.contains('⟨'));
            prop_assert!(!times.clock(due).is_empty() && !times.full(due).is_empty());
            prop_assert!(!times.until_briefly(due).text.is_empty());
        });
    }
}
