//! Contracts made after another one: the one that follows on it (LTX-08), and the same for another client (AX-24).

use super::sell::{self, Beginning};
use super::{OnContract, acts, company_of, get, notes, offer, rules, save};
use crate::base::Date;
use crate::base::ids::ContractId;
use crate::domain::contract::{Form, Scope};
use crate::domain::licence::price::holds_from;
use crate::domain::licence::{Period, PeriodType, Term};
use crate::domain::money::Price;
use crate::domain::{Actor, Refusal};
use crate::entities::{Row, Value};
use crate::records::administration::contracts::{Cloning, ContractScope};
use crate::records::contract;
use crate::server::operations::OperationError;
use crate::server::operations::billing::sold::Sold;
use crate::server::operations::billing::{ledger, reserved};
use crate::server::store::Writing;
use crate::server::store::zones;
use chrono::{Days, Months};

/// How long a contract runs where nobody says (LTX-08).
const USUAL_MONTHS: u32 = 12;
/// What a note says of a service that can't be copied.
const STAYS: &str = "It bills licences and stands once a day at a client, so it stays on the contract before this one.";
/// What a note says of a service or bundle that is billed once, which was done.
const CHARGED: &str = "It is billed once, under the contract before this one, so it was not carried over.";
/// What a note says of a service or bundle that isn't sold any more.
const RETIRED: &str =
    "It isn't sold any more, so it was not carried over. Put another one here, or sell it again first.";
/// How long one may run.
const MOST_MONTHS: u32 = 120;

/// Makes the contract that begins on the day after the end of another one.
///
/// # Errors
/// `contract_endless`; `contract_renewed`; `not_usable` for one that belongs to a request; `out_of_range` for the months;
/// as [`rules::check`].
pub fn renew(
    writing: &Writing<'_>,
    actor: &Actor,
    old: &Row,
    name: Option<String>,
    months: Option<u32>,
) -> Result<Row, OperationError> {
    let end = contract::end(old).ok_or(Refusal::ContractEndless)?;
    if contract::form(old) == Some(Form::PerRequest) {
        return Err(Refusal::NotUsable { field: "contract" }.into());
    }
    if let Some((_, name)) = rules::renewed_by(writing, old.id())? {
        return Err(Refusal::ContractRenewed { name }.into());
    }
    let months = months.unwrap_or(USUAL_MONTHS);
    if !(1..=MOST_MONTHS).contains(&months) {
        let limit = i64::from(MOST_MONTHS);
        return Err(Refusal::OutOfRange { field: "months", limit }.into());
    }
    let start = end.next();
    let last = start
        .0
        .checked_add_months(Months::new(months))
        .map(|after| Date(after).previous());
    let mut row = copy(old, name);
    row.set("renewedContractID", old.id());
    put_days(&mut row, start, last.ok_or(Refusal::Invalid { field: "end" })?);
    finish(writing, actor, old, row, end)
}

/// Makes the same contract for another client, with its services, prices and the units of today.
///
/// # Errors
/// `required` for the scope where the old one is applied to an item or a contact; as [`rules::check`].
pub fn clone(
    writing: &Writing<'_>,
    actor: &Actor,
    old: &Row,
    cloning: &Cloning,
    name: Option<String>,
) -> Result<Row, OperationError> {
    if contract::form(old) == Some(Form::PerRequest) {
        return Err(Refusal::NotUsable { field: "contract" }.into());
    }
    let mut row = copy(old, name);
    row.set("companyID", cloning.company.0);
    for field in ["contactID", "contactName", "billToCompanyID", "billToCompanyContactID"] {
        row.set(field, Value::Null);
    }
    match (contract::scope(old), cloning.scope) {
        (None, Some(_)) => return Err(Refusal::NotUsable { field: "scope" }.into()),
        (Some(_), Some(scope)) => acts::put_scope(&mut row, scope),
        (Some(Scope::OrgUnit(_)), None) => acts::put_scope(&mut row, ContractScope::OrgUnit),
        (Some(_), None) => return Err(Refusal::Required { field: "scope" }.into()),
        (None, None) => {}
    }
    let start = cloning.start.unwrap_or(contract::start(old));
    let length = contract::end(old).map(|end| end.days_since(contract::start(old)));
    let end = match length.map(|days| u64::try_from(days).unwrap_or_default()) {
        Some(days) => start.0.checked_add_days(Days::new(days)).map(Date),
        None => Some(contract::NO_END),
    };
    put_days(&mut row, start, end.ok_or(Refusal::Invalid { field: "end" })?);
    let today = zones::today(writing, writing.at())?;
    let on = contract::end(old).map_or(today, |end| end.min(today));
    finish(writing, actor, old, row, on)
}

/// The row without what belongs to the old contract alone.
fn copy(old: &Row, name: Option<String>) -> Row {
    let mut row = old.clone();
    for field in [
        "id",
        "renewedContractID",
        "ticketID",
        "minutesUsed",
        "minutesCarried",
        "isDefaultContract",
    ] {
        row.set(field, Value::Null);
    }
    if let Some(name) = name {
        row.set("contractName", name);
    }
    row
}

fn put_days(row: &mut Row, start: Date, end: Date) {
    row.set("startDate", start.midnight());
    row.set("endDate", end.midnight());
}

/// Writes the new contract with the services, prices and units that the old one has on a day.
fn finish(writing: &Writing<'_>, actor: &Actor, old: &Row, mut row: Row, on: Date) -> Result<Row, OperationError> {
    save::insert(writing, &mut row)?;
    copy_services(writing, actor, old, &row, on)?;
    get(writing, ContractId(row.id()))
}

fn copy_services(writing: &Writing<'_>, actor: &Actor, old: &Row, new: &Row, on: Date) -> Result<(), OperationError> {
    let ledger = ledger::of(writing, company_of(old))?;
    let rows = save::services(writing, old.id())?;
    for known in ledger.sold.iter().filter(|sold| sold.contract.id.0 == old.id()) {
        if let Some(source) = rows.iter().find(|row| row.id() == known.id) {
            copy_service(writing, actor, (source, known), new, on)?;
        }
    }
    Ok(())
}

/// Puts one service or bundle of a contract on another one, with its price and units of a day. The service that licence
/// billing keeps for itself may stand once at a client on any one day (TF-36): on a contract that follows it stands too,
/// without units until automation is pointed there; where both contracts run on a day, a note says that it stayed on the
/// old one. What isn't sold any more doesn't go on either, nor what was billed once where the same client goes on, and a
/// note says so.
///
/// # Errors
/// As [`sell::put`].
pub(super) fn copy_service(
    writing: &Writing<'_>,
    actor: &Actor,
    (source, known): (&Row, &Sold),
    new: &Row,
    on: Date,
) -> Result<Option<OnContract>, OperationError> {
    let today = zones::today(writing, writing.at())?;
    let is_reserved = !known.offer.is_bundle && reserved::is_reserved(writing, known.offer.id, today)?;
    let renews = new.integer("renewedContractID") == Some(known.contract.id.0);
    let stays = if offer(writing, source)?.boolean("isActive") == Some(false) {
        Some(RETIRED)
    } else if renews && known.offer.length == PeriodType::OneTime {
        Some(CHARGED)
    } else if is_reserved && !may_stand(writing, known.offer.id, new, today)? {
        Some(STAYS)
    } else {
        None
    };
    if let Some(why) = stays {
        notes::add(writing, actor, new.id(), &known.offer.name, why)?;
        return Ok(None);
    }
    let beginning = Beginning {
        price: Some(price_from(known, contract::start(new), on)),
        units: if is_reserved { 0 } else { known.by_hand.after(on) },
        from: Some(contract::start(new)),
    };
    let mut row = source.clone();
    row.set("id", Value::Null);
    sell::put(writing, actor, new, &mut row, beginning).map(Some)
}

/// What was agreed for the next period holds, though the contract may have ended in the middle of this one.
fn price_from(known: &Sold, start: Date, on: Date) -> Price {
    let endless = Term {
        end: None,
        ..known.contract.term
    };
    let begins = start.max(holds_from(endless, known.offer.length, on));
    known.prices.of(Period {
        first: begins,
        last: begins,
    })
}

fn may_stand(writing: &Writing<'_>, service: i64, contract: &Row, today: Date) -> Result<bool, OperationError> {
    match reserved::require_allowed_on(writing, service, ContractId(contract.id()), 0, today) {
        Ok(()) => Ok(true),
        Err(OperationError::Refused(_)) => Ok(false),
        Err(error) => Err(error),
    }
}
