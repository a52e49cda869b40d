//! Time spent, as people type it: `45m`, `1:15`, `1h 15m`, `0.75`, `9-10:30`.

use super::moment;
use crate::domain::time_entry::LONGEST_ENTRY;
use chrono::NaiveTime;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// How long somebody worked, and since when where they said so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Work {
    /// Whole minutes, from 1 to a day.
    pub minutes: i64,
    /// The wall time at which it began.
    pub began: Option<NaiveTime>,
}

/// Why a text names no time spent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotWork {
    /// It can't be read.
    Unreadable(String),
    /// Looks like a time of day, but no clock shows it.
    NoSuchTime(String),
    /// Less than a minute.
    Nothing,
    /// More than a day.
    TooLong,
}

impl NotWork {
    /// The key of the sentence that says so, and what it is about.
    #[must_use]
    pub fn sentence(&self) -> (&'static str, &str) {
        match self {
            Self::Unreadable(text) => ("work-unreadable", text),
            Self::NoSuchTime(word) => ("moment-no-such-time", word),
            Self::Nothing => ("work-nothing", ""),
            Self::TooLong => ("work-too-long", ""),
        }
    }
}

/// Minutes as `1:15`, which [`parse`] reads back.
#[must_use]
pub fn print(minutes: i64) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

/// Reads `45m`, `1h`, `1h 15m`, `1:15`, hours with decimals (`0.75`, `0,75`, `2`), or from when to when (`9-10:30`,
/// over midnight too). Parts of a minute are rounded.
///
/// # Errors
/// When it can't be read, or is nothing, or longer than a day.
pub fn parse(text: &str) -> Result<Work, NotWork> {
    let trimmed = text.trim();
    let typed = trimmed.to_lowercase().replace(['–', '—'], "-");
    let unreadable = || NotWork::Unreadable(trimmed.to_owned());
    let work = if let Some((from, to)) = typed.split_once('-') {
        between(from.trim(), to.trim()).unwrap_or_else(|| Err(unreadable()))?
    } else {
        let minutes = units(&typed).or_else(|| clock(&typed)).or_else(|| hours(&typed));
        Work {
            minutes: minutes.ok_or_else(unreadable)?,
            began: None,
        }
    };
    match work.minutes {
        ..1 => Err(NotWork::Nothing),
        1..=LONGEST_ENTRY => Ok(work),
        _ => Err(NotWork::TooLong),
    }
}

/// `9-10:30`. None where one of the ends looks like no time.
fn between(from: &str, to: &str) -> Option<Result<Work, NotWork>> {
    let end = |word: &str| {
        let spelled = if word.bytes().all(|byte| byte.is_ascii_digit()) {
            format!("{word}:00")
        } else {
            word.to_owned()
        };
        moment::time(&spelled).map(|time| time.ok_or_else(|| NotWork::NoSuchTime(word.to_owned())))
    };
    let (from, to) = (end(from)?, end(to)?);
    Some(from.and_then(|from| {
        let minutes = to?.signed_duration_since(from).num_minutes().rem_euclid(LONGEST_ENTRY);
        Ok(Work {
            minutes,
            began: Some(from),
        })
    }))
}

/// `1h 15m`, `1h15`, `45 min`.
fn units(typed: &str) -> Option<i64> {
    let squeezed: String = typed.split_whitespace().collect();
    let (hours, rest) = match squeezed.split_once('h') {
        Some((hours, rest)) => (decimal_hours(hours)?, rest),
        None => (0, squeezed.as_str()),
    };
    if rest.is_empty() {
        return (!squeezed.is_empty()).then_some(hours);
    }
    let has_hours = rest.len() < squeezed.len();
    let digits = rest
        .strip_suffix("min")
        .or_else(|| rest.strip_suffix('m'))
        .or(has_hours.then_some(rest))?;
    whole(digits)?.checked_add(hours)
}

/// `1:15`.
fn clock(typed: &str) -> Option<i64> {
    let (hours, minutes) = typed.split_once(':')?;
    let minutes = whole(minutes)
        .filter(|_| minutes.len() == 2)
        .filter(|minutes| *minutes < 60)?;
    whole(hours)?.checked_mul(60)?.checked_add(minutes)
}

/// `0.75`, `2`: hours.
fn hours(typed: &str) -> Option<i64> {
    decimal_hours(typed)
}

fn decimal_hours(typed: &str) -> Option<i64> {
    let is_number = typed
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b',');
    let hours: Decimal = typed.replace(',', ".").parse().ok().filter(|_| is_number)?;
    hours.checked_mul(Decimal::from(60))?.round().to_i64()
}

fn whole(digits: &str) -> Option<i64> {
    digits
        .bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| digits.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_people_type_means_the_time_that_they_spent() {
        for (typed, minutes, began) in [
            ("45m", 45, None),
            ("45 min", 45, None),
            ("1:15", 75, None),
            ("0:05", 5, None),
            ("0.75", 45, None),
            ("0,75", 45, None),
            ("2", 120, None),
            ("24", 1_440, None),
            ("0.33", 20, None),
            ("1h", 60, None),
            ("1.5h", 90, None),
            ("1h15", 75, None),
            ("1 h 15 m", 75, None),
            ("90m", 90, None),
            ("9-10:30", 90, Some((9, 0))),
            ("9:15 – 10", 45, Some((9, 15))),
            ("1pm-2:30pm", 90, Some((13, 0))),
            ("23:30-0:15", 45, Some((23, 30))),
        ] {
            let began = began.and_then(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0));
            assert_eq!(parse(typed), Ok(Work { minutes, began }), "{typed}");
        }
    }

    #[test]
    fn what_is_no_time_spent_is_refused_with_its_reason() {
        for (typed, expected) in [
            ("", NotWork::Unreadable(String::new())),
            ("long", NotWork::Unreadable("long".to_owned())),
            ("1:75", NotWork::Unreadable("1:75".to_owned())),
            ("1:5", NotWork::Unreadable("1:5".to_owned())),
            ("-45m", NotWork::Unreadable("-45m".to_owned())),
            ("9-", NotWork::Unreadable("9-".to_owned())),
            ("9-25", NotWork::NoSuchTime("25".to_owned())),
            ("0", NotWork::Nothing),
            ("0m", NotWork::Nothing),
            ("9-9", NotWork::Nothing),
            ("90", NotWork::TooLong),
            ("24:01", NotWork::TooLong),
            ("9999999", NotWork::TooLong),
        ] {
            assert_eq!(parse(typed), Err(expected), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn printed_minutes_are_read_back(minutes in 1i64..=LONGEST_ENTRY) {
            prop_assert_eq!(parse(&print(minutes)), Ok(Work { minutes, began: None }));
        }

        #[test]
        fn no_text_brings_it_down(text in ".{0,30}", odd in "[0-9hm.:, -]{0,40}") {
            let _ = parse(&text);
            let _ = parse(&odd);
        }
    }
}
