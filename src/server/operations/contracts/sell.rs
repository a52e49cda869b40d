//! Putting a service or a bundle on a recurring contract.

use super::units::{self, Change};
use super::{OnContract, company_of, offer, prices, renewed};
use crate::base::Date;
use crate::base::ids::ContractId;
use crate::domain::money::Price;
use crate::domain::{Actor, Refusal};
use crate::entities::{CONTRACT_SERVICE, Row, SERVICE, SERVICE_BUNDLE_SERVICE};
use crate::query::Filter;
use crate::records::contract;
use crate::server::operations::OperationError;
use crate::server::operations::billing::{reserved, segments};
use crate::server::store::zones;
use crate::server::store::{StoreError, Writing, rows};
use rust_decimal::Decimal;

/// What a service or bundle begins with on a contract.
#[derive(Clone, Copy, Debug, Default)]
pub struct Beginning {
    /// What a unit costs a period; the catalogue's price where nothing is said.
    pub price: Option<Price>,
    /// How many units.
    pub units: i64,
    /// From which day; today where nothing is said, or the contract's first where that is later.
    pub from: Option<Date>,
}

/// Puts what the row names on its contract, inside a write, and on the contract that renews this one, unless it stands
/// there.
///
/// # Errors
/// `contract_not_recurring`; `not_usable` for what can't be sold any more; `service_reserved`; as [`units::change`].
pub fn put(
    writing: &Writing<'_>,
    actor: &Actor,
    contract: &Row,
    row: &mut Row,
    beginning: Beginning,
) -> Result<OnContract, OperationError> {
    if !contract::carries_services(contract) {
        return Err(Refusal::ContractNotRecurring.into());
    }
    let offer = offer(writing, row)?;
    if offer.boolean("isActive") == Some(false) {
        return Err(Refusal::NotUsable { field: "service" }.into());
    }
    let today = zones::today(writing, writing.at())?;
    if *row.entity() == CONTRACT_SERVICE {
        reserved::require_allowed_on(writing, offer.id(), ContractId(contract.id()), beginning.units, today)?;
    }
    let price = match beginning.price {
        Some(price) => price,
        None => catalogue_price(writing, &offer)?,
    };
    row.set("contractID", contract.id());
    prices::show(row, price);
    writing.insert(row)?;
    let start = contract::start(contract);
    prices::begin(writing, row.id(), start, price)?;
    let sold = OnContract {
        row: row.clone(),
        contract: contract.clone(),
        offer,
    };
    if beginning.units == 0 {
        segments::rewrite(writing, company_of(contract), sold.id(), start)?;
    } else {
        let first = Change {
            delta: beginning.units,
            from: beginning.from.unwrap_or(start.max(today)),
            note: "",
        };
        units::begin(writing, actor, &sold, first)?;
    }
    renewed::carry_service(writing, actor, &sold)?;
    Ok(sold)
}

/// What a unit costs where no contract says otherwise; of a bundle without a price, what its services cost together.
fn catalogue_price(writing: &Writing<'_>, offer: &Row) -> Result<Price, OperationError> {
    let price = match (offer.decimal("unitPrice"), *offer.entity() == SERVICE) {
        (Some(price), _) => price,
        (None, true) => Decimal::ZERO,
        (None, false) => members_price(writing, offer.id())?,
    };
    Ok(Price::new(price, "unitPrice")?)
}

fn members_price(writing: &Writing<'_>, bundle: i64) -> Result<Decimal, OperationError> {
    let members = Filter::eq(&SERVICE_BUNDLE_SERVICE, "serviceBundleID", bundle).map_err(StoreError::from)?;
    let mut sum = Decimal::ZERO;
    for member in rows::find(writing, &members)? {
        let service = rows::get(writing, &SERVICE, member.integer("serviceID").unwrap_or_default())?;
        sum += service
            .and_then(|service| service.decimal("unitPrice"))
            .unwrap_or_default();
    }
    Ok(sum)
}
