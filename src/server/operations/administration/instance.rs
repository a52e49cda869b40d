//! The instance's settings: name, time zone, currency, licence fee, subscription (CP-20, TF-24).

use super::{Asker, Done, audit, checked, features, portal, require, seen};
use crate::base::Timestamp;
use crate::domain::permission::Action;
use crate::domain::{Actor, Refusal};
use crate::entities::COMPANY;
use crate::records::administration::instance::{InstancePage, InstanceSettings};
use crate::records::administration::seeing::{self, Seeing};
use crate::server::operations::{OperationError, Operations};
use crate::server::store::seed::OWN_COMPANY;
use crate::server::store::zones::Zones;
use crate::server::store::{StoreError, Writing, rows, seed};
use iso_currency::Currency;
use rusqlite::Connection;
use rust_decimal::Decimal;
use serde_json::json;

/// What a licence costs at most.
const HIGHEST_FEE: Decimal = Decimal::from_parts(9_999_999, 0, 0, false, 2);

impl Operations {
    /// The instance's settings and features.
    ///
    /// # Errors
    /// `forbidden` but to the provider's administrators.
    pub async fn instance_page(&self, actor: Actor) -> Result<InstancePage, OperationError> {
        let now = self.now();
        self.read(move |connection| {
            require(&actor, Action::ConfigureInstance)?;
            let zones = Zones::load(connection)?;
            let settings = settings(connection, now)?;
            Ok(InstancePage {
                seen: seeing::seen(&settings),
                settings,
                present_time_zone: zones.at(now).to_string(),
                coming_time_zone: zones
                    .coming(now)
                    .map(|(zone, from)| (zone.to_string(), from.to_string())),
                is_currency_fixed: is_currency_fixed(connection)?,
                features: features::all(connection)?,
                audit_digest: audit::head(connection)?.1,
            })
        })
        .await
    }
}

/// Writes the settings inside a write. Another time zone holds from the next day on; the one that holds, written again,
/// takes a coming one back.
///
/// # Errors
/// A value that doesn't fit, `currency_fixed`.
pub fn write(writing: &Writing<'_>, wanted: &Seeing<InstanceSettings>) -> Result<Done, OperationError> {
    let before = settings(writing, writing.at())?;
    seen::check(wanted, &before)?;
    let wanted = &wanted.value;
    let name = checked::name("name", &wanted.name)?;
    let zone = wanted.time_zone.trim().parse();
    let zone = zone.map_err(|_| Refusal::Invalid { field: "timeZone" })?;
    let fee = wanted.licence_fee.as_deref().map(fee).transpose()?;
    if !is_currency(&wanted.currency) {
        return Err(Refusal::Invalid { field: "currency" }.into());
    }
    if wanted.currency != before.currency && is_currency_fixed(writing)? {
        return Err(Refusal::CurrencyFixed.into());
    }
    rename(writing, &name)?;
    Zones::load(writing)?.choosing(zone, writing.at()).save(writing)?;
    writing.execute(
        "UPDATE instance SET currency = ?1, licence_fee = ?2, subscription = ?3, requires_two_factor = ?4",
        (
            &wanted.currency,
            fee,
            json!(wanted.subscription).as_str(),
            wanted.requires_two_factor,
        ),
    )?;
    Ok(Done {
        company: None,
        subject: name,
        before: json!(before),
        after: json!(settings(writing, writing.at())?),
        answer: None,
    })
}

/// What was written last: the time zone is the coming one where one is to come.
///
/// # Errors
/// The database's.
pub fn settings(connection: &Connection, at: Timestamp) -> Result<InstanceSettings, StoreError> {
    let zones = Zones::load(connection)?;
    let zone = zones.coming(at).map_or_else(|| zones.at(at), |(zone, _)| zone);
    let mut statement = connection.prepare_cached("SELECT currency, licence_fee, requires_two_factor FROM instance")?;
    let (currency, licence_fee, requires_two_factor) =
        statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(InstanceSettings {
        name: seed::instance(connection, at)?.name,
        time_zone: zone.to_string(),
        currency,
        licence_fee,
        subscription: features::subscription(connection)?,
        requires_two_factor,
    })
}

/// Renames the instance for somebody who writes its company's row, with an entry in the log.
///
/// # Errors
/// `forbidden` but to the provider's administrators; a name that doesn't fit.
pub fn rename_company(writing: &Writing<'_>, asker: &Asker, name: &str) -> Result<(), OperationError> {
    require(&asker.actor, Action::ConfigureInstance)?;
    let name = checked::name("companyName", name)?;
    let before = settings(writing, writing.at())?;
    rename(writing, &name)?;
    let done = Done {
        company: None,
        subject: name,
        before: json!(before),
        after: json!(settings(writing, writing.at())?),
        answer: None,
    };
    audit::append(writing, asker, "write_instance", &done)
}

/// The instance's name is that of the provider's own company.
fn rename(writing: &Writing<'_>, name: &str) -> Result<(), OperationError> {
    let before = rows::get(writing, &COMPANY, OWN_COMPANY)?.ok_or(OperationError::NotFound)?;
    let mut row = before.clone();
    row.set("companyName", name);
    if row != before {
        writing.update(&before, &row)?;
        portal::restart_for_new_name(writing)?;
    }
    Ok(())
}

/// Whether it is a code of ISO 4217.
fn is_currency(code: &str) -> bool {
    Currency::from_code(code).is_some()
}

/// A fee with its two decimals.
fn fee(text: &str) -> Result<String, Refusal> {
    let parsed = Decimal::from_str_exact(text.trim()).ok();
    let fits = |fee: &Decimal| (Decimal::ZERO..=HIGHEST_FEE).contains(fee) && fee.normalize().scale() <= 2;
    let mut fee = parsed.filter(fits).ok_or(Refusal::Invalid { field: "licenceFee" })?;
    fee.rescale(2);
    Ok(fee.abs().to_string())
}

/// Whether a period is closed, after which the currency stays.
fn is_currency_fixed(connection: &Connection) -> Result<bool, StoreError> {
    Ok(connection.prepare_cached("SELECT 1 FROM closed_period")?.exists([])?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fee_is_an_amount_of_two_decimals_within_its_bounds() {
        for (text, kept) in [
            ("20", "20.00"),
            (" 20.5 ", "20.50"),
            ("0", "0.00"),
            ("-0", "0.00"),
            ("19.990", "19.99"),
            ("99999.99", "99999.99"),
        ] {
            assert_eq!(fee(text).as_deref(), Ok(kept), "{text}");
        }
        for text in [
            "",
            "-0.01",
            "100000",
            "99999.991",
            "19.999",
            "1e2",
            "20,00",
            "twenty",
            "NaN",
        ] {
            assert_eq!(fee(text), Err(Refusal::Invalid { field: "licenceFee" }), "{text}");
        }
    }
}
