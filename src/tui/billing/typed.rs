//! Days, prices and hours as people type them into the forms of contracts.

use crate::base::Date;
use crate::domain::Refusal;
use crate::domain::contract::offered::MOST_MINUTES;
use crate::domain::money::Price;
use crate::records::time_entry;
use crate::tui::app::App;
use crate::tui::overlays::field::said;
use crate::tui::overlays::form::Form;
use crate::tui::typed::day;
use rust_decimal::Decimal;

/// What is wrong with a field: its name, and the sentence.
pub type Mistake = (&'static str, String);

/// The day that stands in a field; none where nothing does.
///
/// # Errors
/// When it is no day.
pub fn day(app: &App, form: &Form, field: &'static str) -> Result<Option<Date>, Mistake> {
    let text = form.text(field);
    if text.trim().is_empty() {
        return Ok(None);
    }
    // A day in full is that day, also one that has passed.
    if let Ok(date) = Date::parse(text.trim()) {
        return Ok(Some(date));
    }
    let today = app.times().wall(app.now).date();
    match day::parse(&text, today) {
        Ok(day) => Ok(Some(Date(day))),
        Err(mistake) => Err((field, said(app, mistake.sentence()))),
    }
}

/// The same where one is needed.
///
/// # Errors
/// When it is no day, or none.
pub fn required_day(app: &App, form: &Form, field: &'static str) -> Result<Date, Mistake> {
    day(app, form, field)?.ok_or_else(|| (field, app.text("billing-day-needed").into_owned()))
}

/// The price that stands in a field, with a comma or a point; none where nothing does.
///
/// # Errors
/// When it is none, negative, too high or has more than four places.
pub fn price(app: &App, form: &Form, field: &'static str) -> Result<Option<Price>, Mistake> {
    let text = form.text(field);
    if text.trim().is_empty() {
        return Ok(None);
    }
    let mistake = |refusal: Refusal| match refusal {
        Refusal::OutOfRange { .. } => (field, app.text("billing-price-too-high").into_owned()),
        _ => (field, app.text("billing-price-wrong").into_owned()),
    };
    parse_price(&text, field).map(Some).map_err(mistake)
}

/// Reads a price, with a comma or a point.
///
/// # Errors
/// As [`Price::parse`].
pub fn parse_price(text: &str, field: &'static str) -> Result<Price, Refusal> {
    Price::parse(&text.trim().replace(',', "."), field)
}

/// A whole number of units, with its sign.
///
/// # Errors
/// When it is none.
pub fn units(app: &App, form: &Form, field: &'static str) -> Result<i64, Mistake> {
    let units = parse_units(&form.text(field));
    units.ok_or_else(|| (field, app.text("billing-units-wrong").into_owned()))
}

/// Reads a whole number of units, with its sign.
#[must_use]
pub fn parse_units(text: &str) -> Option<i64> {
    let text = text.trim().replace('−', "-");
    text.strip_prefix('+').unwrap_or(&text).parse().ok()
}

/// A number of days; none where nothing stands there.
///
/// # Errors
/// When it is none.
pub fn days(app: &App, form: &Form, field: &'static str) -> Result<Option<i64>, Mistake> {
    let text = form.text(field);
    if text.trim().is_empty() {
        return Ok(None);
    }
    let days = text.trim().parse::<i64>().ok().filter(|days| *days > 0);
    let days = days.ok_or_else(|| (field, app.text("billing-days-wrong").into_owned()))?;
    Ok(Some(days))
}

/// Hours as minutes, `40` or `40,5`; none where nothing stands there.
///
/// # Errors
/// When it is no number of hours that is whole in minutes.
pub fn hours(app: &App, form: &Form, field: &'static str) -> Result<Option<i64>, Mistake> {
    let text = form.text(field);
    if text.trim().is_empty() {
        return Ok(None);
    }
    match parse_hours(&text) {
        Some(minutes) => Ok(Some(minutes)),
        None => Err((field, app.text("billing-hours-wrong").into_owned())),
    }
}

/// Reads hours as minutes, `40` or `40,5`; none where they are not whole in minutes.
#[must_use]
pub fn parse_hours(text: &str) -> Option<i64> {
    Decimal::from_str_exact(&text.trim().replace(',', "."))
        .ok()
        .and_then(|hours| Some((hours, time_entry::minutes(hours)?)))
        .filter(|(hours, minutes)| *minutes >= 0 && time_entry::hours(*minutes) == *hours)
        .map(|(_, minutes)| minutes)
        .filter(|minutes| *minutes <= MOST_MINUTES)
}

/// Minutes as they are typed again: `40`, `40.5`.
#[must_use]
pub fn hours_text(minutes: Option<i64>) -> String {
    let hours = |minutes: i64| time_entry::hours(minutes).normalize().to_string();
    minutes.map(hours).unwrap_or_default()
}
