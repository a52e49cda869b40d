//! Moments ahead, as people type them for "resolve by": `fri 15:00`, `+2d`, `tomorrow`, `27 nov`, `2026-11-27 12:00`.
//!
//! All of it is wall time of whoever types; turning it into a moment of the world is the caller's, who knows the zone.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};

/// The hour that is meant where only a day was typed: the end of the working day.
const END_OF_DAY: u32 = 17;

/// How many minutes, hours, days or weeks ahead are still meant seriously: about ten years of days.
const FARTHEST: u32 = 3_650;

/// Why a text names no moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotAMoment {
    /// This word is neither a day nor a time.
    Unreadable(String),
    /// Looks like a time of day, but no clock shows it.
    NoSuchTime(String),
    /// Looks like a day, but no calendar has it.
    NoSuchDay(String),
}

impl NotAMoment {
    /// The key of the sentence that says so, and the word that it is about.
    #[must_use]
    pub fn sentence(&self) -> (&'static str, &str) {
        match self {
            Self::Unreadable(word) => ("moment-unreadable", word),
            Self::NoSuchTime(word) => ("moment-no-such-time", word),
            Self::NoSuchDay(word) => ("moment-no-such-day", word),
        }
    }
}

/// A moment as this parser reads it back: what a form starts with.
#[must_use]
pub fn print(moment: NaiveDateTime) -> String {
    moment.format("%Y-%m-%d %H:%M").to_string()
}

/// The moment that a text means when it is `now`. A day without a time means its 17:00; a time without a day the next
/// time that it is so late; a weekday the next one, today included while that moment is still ahead.
///
/// # Errors
/// With the word that can't be read.
pub fn parse(text: &str, now: NaiveDateTime) -> Result<NaiveDateTime, NotAMoment> {
    let lower = text.trim().to_lowercase();
    let spaced = separate_iso(&lower);
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut typed = Typed::default();
    let mut rest = words.as_slice();
    while let Some((word, after)) = rest.split_first() {
        rest = typed.take(word, after, now)?;
    }
    typed
        .resolve(now)
        .ok_or_else(|| NotAMoment::Unreadable(text.trim().to_owned()))
}

/// `2026-11-27t12:00` with a space in the middle.
fn separate_iso(text: &str) -> String {
    match text.split_once('t') {
        Some((day, time)) if day.len() == 10 && day.starts_with(|digit: char| digit.is_ascii_digit()) => {
            format!("{day} {time}")
        }
        _ => text.to_owned(),
    }
}

/// What the words read so far say.
#[derive(Default)]
struct Typed {
    day: Option<Day>,
    time: Option<NaiveTime>,
    /// A moment by itself: `+90m`.
    moment: Option<NaiveDateTime>,
}

/// A day, and how it moves on if its moment is past.
#[derive(Clone, Copy)]
enum Day {
    Fixed(NaiveDate),
    /// The next one in a week.
    Weekly(NaiveDate),
    /// So many days from now; at this time of day where none is said.
    Ahead(NaiveDate),
}

impl Typed {
    /// Reads a word, perhaps with the next ones; gives back what is left.
    fn take<'a>(&mut self, word: &str, after: &'a [&'a str], now: NaiveDateTime) -> Result<&'a [&'a str], NotAMoment> {
        let unreadable = || NotAMoment::Unreadable(word.to_owned());
        if let Some(span) = word.strip_prefix('+') {
            self.ahead(span, now).ok_or_else(unreadable)?;
            return Ok(after);
        }
        if let Some(time) = time(word) {
            let time = time.ok_or_else(|| NotAMoment::NoSuchTime(word.to_owned()))?;
            return if self.time.replace(time).is_none() {
                Ok(after)
            } else {
                Err(unreadable())
            };
        }
        let next = after.first().copied();
        let (day, taken) = day(word, next, now.date()).ok_or_else(unreadable)?;
        let day = day.ok_or_else(|| NotAMoment::NoSuchDay(word.to_owned()))?;
        if self.day.replace(day).is_some() {
            return Err(unreadable());
        }
        Ok(after.get(taken..).unwrap_or_default())
    }

    /// `2d`, `90m`.
    fn ahead(&mut self, span: &str, now: NaiveDateTime) -> Option<()> {
        let unit = span.chars().next_back()?;
        let count: u32 = span.strip_suffix(unit)?.parse().ok()?;
        let count = (count <= FARTHEST).then_some(count)?;
        let minutes = |each: i64| now.checked_add_signed(TimeDelta::minutes(i64::from(count) * each));
        let days = |each: u64| now.date().checked_add_days(Days::new(u64::from(count) * each));
        match unit {
            'm' => self.moment = Some(minutes(1)?),
            'h' => self.moment = Some(minutes(60)?),
            'd' => self.day = Some(Day::Ahead(days(1)?)),
            'w' => self.day = Some(Day::Ahead(days(7)?)),
            _ => return None,
        }
        Some(())
    }

    fn resolve(self, now: NaiveDateTime) -> Option<NaiveDateTime> {
        let end_of_day = NaiveTime::from_hms_opt(END_OF_DAY, 0, 0)?;
        match (self.moment, self.day, self.time) {
            (Some(moment), None, None) => Some(moment),
            (Some(_), ..) | (None, None, None) => None,
            (None, None, Some(time)) => later(now.date(), time, 1, now),
            (None, Some(Day::Fixed(day)), time) => Some(day.and_time(time.unwrap_or(end_of_day))),
            (None, Some(Day::Ahead(day)), time) => Some(day.and_time(time.unwrap_or_else(|| to_minute(now.time())))),
            (None, Some(Day::Weekly(day)), time) => later(day, time.unwrap_or(end_of_day), 7, now),
        }
    }
}

/// This time on this day, or so many days later where it is past.
fn later(day: NaiveDate, time: NaiveTime, days: u64, now: NaiveDateTime) -> Option<NaiveDateTime> {
    let moment = day.and_time(time);
    if moment > now {
        Some(moment)
    } else {
        moment.checked_add_days(Days::new(days))
    }
}

fn to_minute(time: NaiveTime) -> NaiveTime {
    use chrono::Timelike;
    time.with_second(0)
        .and_then(|time| time.with_nanosecond(0))
        .unwrap_or(time)
}

/// `15:00`, `9:30`, `3pm`. None where it looks like no time, `Some(None)` where no clock shows it.
pub(super) fn time(word: &str) -> Option<Option<NaiveTime>> {
    let (clock, afternoon) = match (word.strip_suffix("am"), word.strip_suffix("pm")) {
        (Some(clock), _) => (clock, Some(false)),
        (_, Some(clock)) => (clock, Some(true)),
        _ => (word, None),
    };
    let (hour, minute) = match clock.split_once(':') {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute),
        None if afternoon.is_some() => (clock, "0"),
        _ => return None,
    };
    let digits = |text: &str| !text.is_empty() && text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(hour) || !digits(minute) {
        return None;
    }
    let hour: u32 = hour.parse().ok()?;
    let minute: u32 = minute.parse().ok()?;
    let hour = match afternoon {
        None => Some(hour),
        Some(is_afternoon) => (1..=12)
            .contains(&hour)
            .then_some(hour % 12 + if is_afternoon { 12 } else { 0 }),
    };
    Some(hour.and_then(|hour| NaiveTime::from_hms_opt(hour, minute, 0)))
}

/// A day, and how many of the next words belong to it. None where it looks like no day, a day of `None` where no
/// calendar has it.
fn day(word: &str, next: Option<&str>, today: NaiveDate) -> Option<(Option<Day>, usize)> {
    let fixed = |day: Option<NaiveDate>| day.map(Day::Fixed);
    match word {
        "today" => return Some((fixed(Some(today)), 0)),
        "tomorrow" => return Some((fixed(today.succ_opt()), 0)),
        _ => {}
    }
    if let Some(weekday) = weekday(word) {
        let ahead = (7 + weekday.num_days_from_monday() - today.weekday().num_days_from_monday()) % 7;
        return Some((today.checked_add_days(Days::new(u64::from(ahead))).map(Day::Weekly), 0));
    }
    if let Some(numbers) = numbers(word, '-').filter(|numbers| numbers.len() == 3) {
        return Some((fixed(calendar(numbers[0], numbers[1], numbers[2])), 0));
    }
    if let Some(numbers) = numbers(word.trim_end_matches('.'), '.') {
        return match numbers[..] {
            [day, month] => Some((fixed(in_coming_year(month, day, today)), 0)),
            [day, month, year] => Some((fixed(calendar(year, month, day)), 0)),
            _ => None,
        };
    }
    let number = |word: &str| word.trim_end_matches('.').parse::<i32>().ok();
    match (number(word), month(word), next) {
        (Some(day), _, Some(next)) => Some((fixed(in_coming_year(month(next)?, day, today)), 1)),
        (_, Some(month), Some(next)) => Some((fixed(in_coming_year(month, number(next)?, today)), 1)),
        _ => None,
    }
}

/// At least two numbers with this between them.
fn numbers(word: &str, between: char) -> Option<Vec<i32>> {
    let numbers: Option<Vec<i32>> = word.split(between).map(|part| part.parse().ok()).collect();
    numbers.filter(|numbers| numbers.len() > 1)
}

fn calendar(year: i32, month: i32, day: i32) -> Option<NaiveDate> {
    let year = (2000..=9999).contains(&year).then_some(year)?;
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

/// This day of this year, or of the next year that has it where it is past.
fn in_coming_year(month: i32, day: i32, today: NaiveDate) -> Option<NaiveDate> {
    let mut years = today.year()..today.year().saturating_add(8);
    years.find_map(|year| calendar(year, month, day).filter(|day| *day >= today))
}

/// `fri`, `friday`.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    (word.len() >= 3).then(|| word.parse().ok()).flatten()
}

/// `nov`, `november`.
fn month(word: &str) -> Option<i32> {
    let month: chrono::Month = word.parse().ok()?;
    i32::try_from(month.number_from_month()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A Friday morning.
    fn now() -> NaiveDateTime {
        NaiveDate::from_ymd_opt(2026, 11, 20)
            .unwrap()
            .and_hms_opt(10, 42, 31)
            .unwrap()
    }

    #[test]
    fn what_people_type_means_the_moment_that_they_mean() {
        for (typed, expected) in [
            ("fri 15:00", "2026-11-20 15:00"),
            ("Friday 09:00", "2026-11-27 09:00"),
            ("fri", "2026-11-20 17:00"),
            ("mon", "2026-11-23 17:00"),
            ("thu 8:15", "2026-11-26 08:15"),
            ("15:00 mon", "2026-11-23 15:00"),
            ("today", "2026-11-20 17:00"),
            ("tomorrow 9:00", "2026-11-21 09:00"),
            ("12:00", "2026-11-20 12:00"),
            ("9:30", "2026-11-21 09:30"),
            ("3pm", "2026-11-20 15:00"),
            ("3:30pm", "2026-11-20 15:30"),
            ("12am", "2026-11-21 00:00"),
            ("+90m", "2026-11-20 12:12"),
            ("+4h", "2026-11-20 14:42"),
            ("+2d", "2026-11-22 10:42"),
            ("+2d 15:00", "2026-11-22 15:00"),
            ("+1w", "2026-11-27 10:42"),
            ("2026-11-27", "2026-11-27 17:00"),
            ("2026-11-27 12:00", "2026-11-27 12:00"),
            ("2026-11-27T12:00", "2026-11-27 12:00"),
            ("2026-11-01 08:00", "2026-11-01 08:00"),
            ("27.11.", "2026-11-27 17:00"),
            ("27.11. 12:00", "2026-11-27 12:00"),
            ("1.2.2027", "2027-02-01 17:00"),
            ("27 nov 12:00", "2026-11-27 12:00"),
            ("Nov 27", "2026-11-27 17:00"),
            ("3 january", "2027-01-03 17:00"),
            ("29 feb", "2028-02-29 17:00"),
            ("  fri   15:00 ", "2026-11-20 15:00"),
        ] {
            let read = parse(typed, now()).map(print);
            assert_eq!(
                read.map(|moment| moment.replace(":31", "")),
                Ok(expected.to_owned()),
                "{typed}"
            );
        }
    }

    #[test]
    fn what_means_no_moment_is_named_by_its_word() {
        use NotAMoment::{NoSuchDay, NoSuchTime, Unreadable};
        for (typed, expected) in [
            ("", Unreadable(String::new())),
            ("soon", Unreadable("soon".to_owned())),
            ("fri mon", Unreadable("mon".to_owned())),
            ("fri 15:00 16:00", Unreadable("16:00".to_owned())),
            ("fri 25:00", NoSuchTime("25:00".to_owned())),
            ("13pm", NoSuchTime("13pm".to_owned())),
            ("2026-02-30", NoSuchDay("2026-02-30".to_owned())),
            ("31.02.", NoSuchDay("31.02.".to_owned())),
            ("+2y", Unreadable("+2y".to_owned())),
            ("+d", Unreadable("+d".to_owned())),
            ("+9999999d", Unreadable("+9999999d".to_owned())),
            ("+2h fri", Unreadable("+2h fri".to_owned())),
            ("27", Unreadable("27".to_owned())),
            ("15", Unreadable("15".to_owned())),
        ] {
            assert_eq!(parse(typed, now()), Err(expected), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn a_printed_moment_is_read_back(minutes in 0i64..5_000_000) {
            let moment = now().checked_add_signed(TimeDelta::minutes(minutes)).map(|moment| moment.date().and_time(to_minute(moment.time()))).unwrap();
            prop_assert_eq!(parse(&print(moment), now()), Ok(moment));
        }

        #[test]
        fn no_text_brings_it_down(text in ".{0,30}", words in "(fri|\\+[0-9]{0,12}[mhdw]|[0-9]{0,4}[.:-][0-9]{0,4}[.:-]?[0-9]{0,9}| |nov){0,4}") {
            let _ = parse(&text, now());
            let _ = parse(&words, now());
        }
    }
}
