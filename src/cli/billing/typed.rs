//! Prices, hours, units and the like as they are typed on the command line: the same forms as in the console.

use crate::base::Date;
use crate::base::ids::ContractId;
use crate::domain::contract::{Form, TimeExpired};
use crate::domain::licence::{Anchor, PeriodType};
use crate::domain::money::Price;
use crate::records::administration::billing::ContractKind;
use crate::tui::billing::typed;

/// The word that clears a field.
const NONE: &str = "none";
/// What can be made; a contract for one request is made with its request.
const KINDS: [(&str, ContractKind); 4] = [
    ("recurring", ContractKind::Recurring),
    ("subscription", ContractKind::Subscription),
    ("time-limited", ContractKind::TimeLimited),
    ("support-hours", ContractKind::SupportHours),
];
/// What can be made together with a request (LT-15).
const FORMS: [(&str, Form); 4] = [
    ("per-request", Form::PerRequest),
    ("subscription", Form::Subscription),
    ("time-limited", Form::TimeLimited),
    ("support-hours", Form::SupportHours),
];
const PERIODS: [(&str, PeriodType); 5] = [
    ("monthly", PeriodType::Monthly),
    ("quarterly", PeriodType::Quarterly),
    ("semi-annual", PeriodType::SemiAnnual),
    ("yearly", PeriodType::Yearly),
    ("one-time", PeriodType::OneTime),
];
const ANCHORS: [(&str, Anchor); 2] = [
    ("calendar", Anchor::Calendar),
    ("contract-start", Anchor::ContractStart),
];
const OPTIONS: [(&str, TimeExpired); 2] = [("rollover", TimeExpired::Rollover), ("ignore", TimeExpired::Ignore)];
const ANSWERS: [(&str, bool); 2] = [("yes", true), ("no", false)];
const SWITCHES: [(&str, bool); 2] = [("on", true), ("off", false)];

/// A value, or that there is to be none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OrNone<T>(pub Option<T>);

fn or_none<T>(text: &str, read: impl Fn(&str) -> Result<T, String>) -> Result<OrNone<T>, String> {
    match text.trim() {
        NONE => Ok(OrNone(None)),
        other => read(other).map(|value| OrNone(Some(value))),
    }
}

fn word<T: Copy>(known: &[(&str, T)], text: &str) -> Result<T, String> {
    let found = known.iter().find(|(word, _)| word.eq_ignore_ascii_case(text.trim()));
    found.map(|(_, value)| *value).ok_or_else(|| {
        let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
        format!("take {}", words.join(" or "))
    })
}

/// Reads a day.
pub(in crate::cli) fn day(text: &str) -> Result<Date, String> {
    Date::parse(text.trim()).map_err(|_| "write a day of the calendar like 2026-10-31".to_owned())
}

pub(super) fn day_or_none(text: &str) -> Result<OrNone<Date>, String> {
    or_none(text, day)
}

/// Reads a contract's ID.
pub(super) fn contract(text: &str) -> Result<ContractId, String> {
    let id = text.trim().trim_start_matches('#').parse();
    id.map(ContractId)
        .map_err(|_| "take the ID that `tandem billing contract list` shows".to_owned())
}

pub(super) fn kind(text: &str) -> Result<ContractKind, String> {
    word(&KINDS, text)
}

pub(in crate::cli) fn form(text: &str) -> Result<Form, String> {
    word(&FORMS, text)
}

pub(super) fn anchor(text: &str) -> Result<Anchor, String> {
    word(&ANCHORS, text)
}

pub(super) fn period(text: &str) -> Result<PeriodType, String> {
    word(&PERIODS, text)
}

pub(super) fn time_expired(text: &str) -> Result<TimeExpired, String> {
    word(&OPTIONS, text)
}

pub(super) fn yes_or_no(text: &str) -> Result<bool, String> {
    word(&ANSWERS, text)
}

pub(super) fn on_or_off(text: &str) -> Result<bool, String> {
    word(&SWITCHES, text)
}

/// Reads hours as minutes.
pub(in crate::cli) fn hours(text: &str) -> Result<i64, String> {
    typed::parse_hours(text).ok_or_else(|| "write a number of hours up to 100000, like 40 or 40.5".to_owned())
}

/// Reads units with their sign.
pub(super) fn units(text: &str) -> Result<i64, String> {
    typed::parse_units(text).ok_or_else(|| "write a whole number, like 3 or -1".to_owned())
}

pub(super) fn price(text: &str) -> Result<Price, String> {
    let price = typed::parse_price(text, "unitPrice");
    price.map_err(|_| "write a price from 0 to 9999999.9999, with four decimals at most, like 18.50".to_owned())
}

pub(super) fn price_or_none(text: &str) -> Result<OrNone<Price>, String> {
    or_none(text, price)
}

/// Reads a number of days.
pub(super) fn days_or_none(text: &str) -> Result<OrNone<i64>, String> {
    let days = |text: &str| text.parse().ok().filter(|days| *days > 0);
    or_none(text, |text| {
        days(text).ok_or_else(|| "write a number of days like 30, or none".to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_means_what_it_means_in_the_console() {
        assert_eq!(contract("#17"), Ok(ContractId(17)));
        assert_eq!(units("−2"), Ok(-2));
        assert_eq!(hours("40,5"), Ok(2430));
        assert_eq!(hours("100000"), Ok(6_000_000));
        assert!(hours("100001").is_err());
        assert_eq!(price("18,50").unwrap().to_string(), "18.50");
        assert_eq!(day_or_none("none"), Ok(OrNone(None)));
        assert_eq!(kind("Support-Hours"), Ok(ContractKind::SupportHours));
    }

    #[test]
    fn what_is_wrong_is_answered_with_what_would_be_right() {
        assert_eq!(
            kind("prepaid").unwrap_err(),
            "take recurring or subscription or time-limited or support-hours"
        );
        assert!(price("1.23456789").unwrap_err().contains("four decimals"));
        assert!(price("-1").is_err() && hours("0.001").is_err() && days_or_none("0").is_err());
        assert!(contract("Workplaces").unwrap_err().contains("contract list"));
    }
}
