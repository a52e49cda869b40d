//! Days that lie behind, as people type them for work done: `today`, `yesterday`, `mon`, `-2d`, `20.11.`, `2026-11-20`.

use super::moment::{self, NotAMoment};
use chrono::{Datelike, Days, NaiveDate};

/// The day that a text means; nothing typed means today. A weekday means the last one, today included.
///
/// # Errors
/// With the word that can't be read.
pub fn parse(text: &str, today: NaiveDate) -> Result<NaiveDate, NotAMoment> {
    let word = text.trim().to_lowercase();
    let unreadable = || NotAMoment::Unreadable(text.trim().to_owned());
    let back = |days: u64| today.checked_sub_days(Days::new(days)).ok_or_else(unreadable);
    match word.as_str() {
        // In each of the languages in which forms offer it.
        "" | "today" | "heute" | "hoy" => return Ok(today),
        "yesterday" | "gestern" | "ayer" => return back(1),
        _ => {}
    }
    if let Some(days) = word.strip_prefix('-').and_then(|span| span.strip_suffix('d')) {
        return back(
            days.parse::<u64>()
                .ok()
                .filter(|days| *days <= 3_650)
                .ok_or_else(unreadable)?,
        );
    }
    if let Some(weekday) = moment::weekday(&word) {
        let gone = (7 + today.weekday().num_days_from_monday() - weekday.num_days_from_monday()) % 7;
        return back(u64::from(gone));
    }
    let noon = today.and_hms_opt(12, 0, 0).ok_or_else(unreadable)?;
    let day = moment::parse(&word, noon)?.date();
    // A day of the year without its year is the last one that there was.
    let has_year = word
        .split(|letter: char| !letter.is_ascii_digit())
        .any(|part| part.len() == 4);
    match day > today && !has_year {
        true => day.with_year(day.year() - 1).ok_or_else(unreadable),
        false => Ok(day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A Friday.
    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 20).unwrap()
    }

    #[test]
    fn days_of_work_lie_behind() {
        for (typed, expected) in [
            ("", "2026-11-20"),
            ("today", "2026-11-20"),
            ("heute", "2026-11-20"),
            ("hoy", "2026-11-20"),
            ("Yesterday", "2026-11-19"),
            ("gestern", "2026-11-19"),
            ("fri", "2026-11-20"),
            ("mon", "2026-11-16"),
            ("-2d", "2026-11-18"),
            ("18.11.", "2026-11-18"),
            ("24.12.", "2025-12-24"),
            ("nov 3", "2026-11-03"),
            ("2026-11-01", "2026-11-01"),
            ("2026-12-01", "2026-12-01"),
        ] {
            assert_eq!(
                parse(typed, today()).map(|day| day.to_string()),
                Ok(expected.to_owned()),
                "{typed}"
            );
        }
        for typed in ["someday", "-d", "-99999999d", "31.02."] {
            assert!(parse(typed, today()).is_err(), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn no_text_brings_it_down(text in ".{0,20}", odd in "[0-9d.-]{0,20}") {
            let _ = parse(&text, today());
            let _ = parse(&odd, today());
        }
    }
}
