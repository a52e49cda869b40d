//! How the other desk writes moments: one or several forms, and the zone in which they are meant.

use crate::base::{Timestamp, Zone};
use crate::sentences::Wording;
use chrono::format::{Item, StrftimeItems};
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime};

/// How moments are written where the mapping doesn't say.
const ISO: &str = "%Y-%m-%d %H:%M:%S";
/// The form of whole seconds since 1970, and of milliseconds.
const SECONDS: &str = "unix";
const MILLISECONDS: &str = "unix-ms";
/// The form of `2026-11-20T10:05:00Z`, with a fraction or an offset where there is one.
const STANDARD: &str = "iso";

/// The first year that is written with four digits.
const FIRST_YEAR: i32 = 1000;

/// How moments are written.
#[derive(Clone, Debug)]
pub struct Moments {
    forms: Vec<Form>,
    zone: Zone,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Form {
    Seconds,
    Milliseconds,
    Standard,
    /// Letters as in `%d-%m-%Y %H:%M`.
    Letters(String),
}

impl Form {
    fn read(&self, text: &str, zone: &Zone) -> Option<Timestamp> {
        match self {
            Self::Seconds => Some(Timestamp::from_millis(text.parse::<i64>().ok()?.checked_mul(1000)?)),
            Self::Milliseconds => Some(Timestamp::from_millis(text.parse().ok()?)),
            Self::Standard => {
                let has_offset = DateTime::parse_from_rfc3339(text).is_ok();
                let moment = Timestamp::parse(text).ok()?;
                // Without an offset it is a wall clock's time.
                Some(if has_offset || text.ends_with('Z') {
                    moment
                } else {
                    zone.moment(moment.to_chrono().naive_utc())
                })
            }
            Self::Letters(letters) => {
                if let Ok(moment) = DateTime::parse_from_str(text, letters)
                    && moment.year() >= FIRST_YEAR
                {
                    return Some(Timestamp::from_millis(moment.timestamp_millis()));
                }
                let wall = NaiveDateTime::parse_from_str(text, letters)
                    .or_else(|_| NaiveDate::parse_from_str(text, letters).map(|day| day.and_time(NaiveTime::MIN)));
                // `%Y` takes fewer digits too: 26 is not meant to be the year of that number.
                let wall = wall.ok().filter(|wall| wall.year() >= FIRST_YEAR)?;
                Some(zone.moment(wall))
            }
        }
    }

    fn name(&self) -> &str {
        match self {
            Self::Seconds => SECONDS,
            Self::Milliseconds => MILLISECONDS,
            Self::Standard => STANDARD,
            Self::Letters(letters) => letters,
        }
    }
}

impl Moments {
    /// These forms, tried in their order; the usual one where there are none.
    ///
    /// # Errors
    /// The first that can't be read, with what is wrong.
    pub fn new(forms: &[&str], zone: Zone) -> Result<Self, Wording> {
        if forms.is_empty() {
            return Ok(Self::usual(zone));
        }
        let forms: Result<Vec<Form>, Wording> = forms.iter().map(|form| read_form(form)).collect();
        Ok(Self { forms: forms?, zone })
    }

    /// Moments as they are written where nothing else is said.
    #[must_use]
    pub fn usual(zone: Zone) -> Self {
        let forms = vec![Form::Letters(ISO.to_owned())];
        Self { forms, zone }
    }

    /// Reads a moment.
    ///
    /// # Errors
    /// What would have been right.
    pub fn read(&self, text: &str) -> Result<Timestamp, Wording> {
        let found = self.forms.iter().find_map(|form| form.read(text, &self.zone));
        found.ok_or_else(|| {
            let names: Vec<&str> = self.forms.iter().map(Form::name).collect();
            Wording::of("import-no-moment")
                .with("text", text)
                .with("forms", names.join(", "))
        })
    }
}

fn read_form(form: &str) -> Result<Form, Wording> {
    match form {
        SECONDS => return Ok(Form::Seconds),
        MILLISECONDS => return Ok(Form::Milliseconds),
        STANDARD => return Ok(Form::Standard),
        _ => {}
    }
    if StrftimeItems::new(form).any(|item| matches!(item, Item::Error)) {
        return Err(Wording::of("mistake-no-form").with("form", form));
    }
    let has_a_day = ["%d", "%e", "%j", "%D", "%F", "%x", "%c", "%v", "%+", "%s"];
    if !has_a_day.iter().any(|letters| form.contains(letters)) {
        return Err(Wording::of("mistake-no-day").with("form", form));
    }
    Ok(Form::Letters(form.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Language;
    use crate::sentences::Sentences;

    fn read(forms: &[&str], zone: &str, text: &str) -> Result<String, String> {
        let sentences = Sentences::new(Language::English);
        let moments = Moments::new(forms, zone.parse().unwrap());
        let moments = moments.map_err(|why| why.said(&sentences).into_owned())?;
        let read = moments.read(text);
        read.map(|moment| moment.to_string())
            .map_err(|why| why.said(&sentences).into_owned())
    }

    #[test]
    fn a_wall_clocks_time_is_that_of_the_zone_also_where_clocks_are_put() {
        for (text, moment) in [
            ("20.07.2026 10:00", "2026-07-20T08:00:00Z"),
            ("20.11.2026 10:00", "2026-11-20T09:00:00Z"),
            // This hour didn't exist: it counts as the one after.
            ("29.03.2026 02:30", "2026-03-29T01:30:00Z"),
            // This one was there twice: the first counts.
            ("25.10.2026 02:30", "2026-10-25T00:30:00Z"),
        ] {
            assert_eq!(read(&["%d.%m.%Y %H:%M"], "Europe/Berlin", text), Ok(moment.to_owned()));
        }
    }

    #[test]
    fn forms_are_tried_in_their_order_and_named_when_none_fits() {
        let forms = ["%d/%m/%Y %H:%M", "%d/%m/%Y", "iso", "unix"];
        for (text, moment) in [
            ("20/11/2026 10:05", "2026-11-20T10:05:00Z"),
            ("20/11/2026", "2026-11-20T00:00:00Z"),
            ("2026-11-20T10:05:00+02:00", "2026-11-20T08:05:00Z"),
            ("1763632800", "2025-11-20T10:00:00Z"),
        ] {
            assert_eq!(read(&forms, "UTC", text), Ok(moment.to_owned()));
        }
        let said = read(&forms, "UTC", "yesterday").unwrap_err();
        assert_eq!(
            said,
            "\"yesterday\" is not a moment; these forms are read: %d/%m/%Y %H:%M, %d/%m/%Y, iso, unix"
        );
        let offset = read(&["%Y-%m-%d %H:%M %z"], "UTC", "2026-11-20 10:00 +0200");
        assert_eq!(offset, Ok("2026-11-20T08:00:00Z".to_owned()));
    }

    #[test]
    fn two_digits_are_no_year_of_four() {
        let forms = ["%d.%m.%Y %H:%M", "%d.%m.%y %H:%M"];
        let moment = Ok("2026-11-20T10:05:00Z".to_owned());
        assert_eq!(read(&forms, "UTC", "20.11.26 10:05"), moment);
        assert_eq!(read(&forms, "UTC", "20.11.2026 10:05"), moment);
        assert!(read(&["%d.%m.%Y"], "UTC", "20.11.26").is_err());
    }

    #[test]
    fn a_form_that_says_no_day_is_refused() {
        let said = read(&["%H:%M"], "UTC", "10:00").unwrap_err();
        assert_eq!(said, "\"%H:%M\" doesn't say the day");
        assert!(read(&["%Q"], "UTC", "10:00").is_err());
    }
}
