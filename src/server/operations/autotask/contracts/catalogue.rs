//! The catalogue: services, bundles of them, and what is in a bundle.

use super::super::body::Body;
use super::super::{Caller, WriteError};
use super::{Draft, draft, save};
use crate::domain::Refusal;
use crate::entities::{Row, SERVICE_BUNDLE, SERVICE_BUNDLE_SERVICE};
use crate::query::Filter;
use crate::server::operations::OperationError;
use crate::server::operations::billing::reserved;
use crate::server::operations::contracts::catalogue;
use crate::server::store::zones;
use crate::server::store::{StoreError, Writing, rows};
use rust_decimal::Decimal;

/// The highest discount in percent.
const WHOLE: Decimal = Decimal::ONE_HUNDRED;

/// Creates or changes a service or a bundle, or puts a service into a bundle.
pub fn write(writing: &Writing<'_>, caller: &Caller, body: Body) -> Result<i64, WriteError> {
    let mut draft = draft(writing, caller, body)?;
    if *draft.row.entity() == SERVICE_BUNDLE_SERVICE {
        check_member(writing, &draft.row)?;
    } else {
        check(writing, &mut draft)?;
    }
    save(writing, draft)
}

fn check(writing: &Writing<'_>, draft: &mut Draft) -> Result<(), WriteError> {
    if draft.row.get("isActive").is_null() {
        draft.row.set("isActive", true);
    }
    if *draft.row.entity() == SERVICE_BUNDLE {
        let discount = draft.row.decimal("percentageDiscount").unwrap_or_default();
        if discount > WHOLE {
            let message = "percentageDiscount must be from 0 to 100.";
            return Err(WriteError::about("percentageDiscount", message));
        }
    }
    if let Some(before) = &draft.before {
        catalogue::require_period_kept(writing, before, &draft.row)?;
    }
    Ok(())
}

/// A service stands in a bundle once, and the one that bills licences in none (TF-36).
fn check_member(writing: &Writing<'_>, row: &Row) -> Result<(), WriteError> {
    let service = row.integer("serviceID").unwrap_or_default();
    reserved::require_allowed_in_bundle(writing, service, zones::today(writing, writing.at())?)?;
    let is_there = members(writing, row.integer("serviceBundleID").unwrap_or_default())?
        .iter()
        .any(|member| member.integer("serviceID") == Some(service));
    if is_there {
        let message = format!("The bundle has the service {service} already.");
        return Err(WriteError::about("serviceID", message));
    }
    Ok(())
}

fn members(writing: &Writing<'_>, bundle: i64) -> Result<Vec<Row>, WriteError> {
    let filter = Filter::eq(&SERVICE_BUNDLE_SERVICE, "serviceBundleID", bundle).map_err(StoreError::from)?;
    Ok(rows::find(writing, &filter)?)
}

/// Removes a bundle that stands on no contract, or a service from such a one.
pub fn delete(writing: &Writing<'_>, row: &Row) -> Result<(), WriteError> {
    let bundle = if *row.entity() == SERVICE_BUNDLE {
        Some(row.clone())
    } else {
        rows::get(
            writing,
            &SERVICE_BUNDLE,
            row.integer("serviceBundleID").unwrap_or_default(),
        )?
    };
    let is_used = |bundle: Row| Ok::<_, OperationError>(catalogue::contracts(writing, &bundle)? > 0);
    if bundle.map(is_used).transpose()? == Some(true) {
        return Err(OperationError::from(Refusal::ServiceInUse).into());
    }
    if *row.entity() == SERVICE_BUNDLE {
        for member in members(writing, row.id())? {
            writing.delete(&member)?;
        }
    }
    Ok(writing.delete(row)?)
}
