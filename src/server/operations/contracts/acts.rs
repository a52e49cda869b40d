//! What administrators do with contracts in Tandem. Each act is one write; whoever calls has checked their role.

use super::sell::Beginning;
use super::units::Change;
use super::{OnContract, blocks, company_of, copies, get, page, prices, rules, save, sell, units, written};
use crate::base::ids::{CompanyId, ContractId};
use crate::domain::contract::{Form, ScopeKind, offered};
use crate::domain::{Refusal, one_line};
use crate::entities::{CONTRACT, CONTRACT_SERVICE, CONTRACT_SERVICE_BUNDLE, Row, SERVICE, SERVICE_BUNDLE};
use crate::records::administration::billing::ContractKind;
use crate::records::administration::contracts::{
    Cloning, ContractFields, ContractScope, NewClientContract, NewContractService, PriceChange, Renewal, Sold,
    UnitsChange, WrittenContract,
};
use crate::records::administration::seeing::Seeing;
use crate::records::contract::{self, kind};
use crate::server::operations::OperationError;
use crate::server::operations::administration::{Asker, Done, seen, visible_company};
use crate::server::operations::billing::spells;
use crate::server::store::zones;
use crate::server::store::{Writing, rows};
use serde_json::{Value as Json, json};

/// The longest note of a change of units, in characters.
const LONGEST_NOTE: usize = 500;
/// The most days that the notice of a renewal may come before the end.
pub const MOST_NOTICE_DAYS: i64 = 366;

/// Makes a contract.
///
/// # Errors
/// `required`, `not_usable` and `out_of_range` for what doesn't fit its kind; as [`super::rules::check`].
pub fn create(
    writing: &Writing<'_>,
    asker: &Asker,
    company: CompanyId,
    new: &NewClientContract,
) -> Result<Done, OperationError> {
    visible_company(writing, &asker.actor, company)?;
    let mut row = Row::new(&CONTRACT);
    row.set("companyID", company.0);
    row.set("timeReportingRequiresStartAndStopTimes", 0_i64);
    put_kind(&mut row, new)?;
    put_fields(&mut row, &new.fields)?;
    check_minutes(&row, new.fields.minutes)?;
    row.set("minutesBought", new.fields.minutes);
    end_usually(&mut row);
    save::insert(writing, &mut row)?;
    Ok(done(&Json::Null, &row))
}

/// Edits a contract.
///
/// # Errors
/// As [`create`]; `stale`; `period_closed`; `below_used`.
pub fn edit(
    writing: &Writing<'_>,
    contract: ContractId,
    wanted: &Seeing<ContractFields>,
) -> Result<Done, OperationError> {
    let before = get(writing, contract)?;
    let present = written::fields(&before);
    seen::check(wanted, &present)?;
    let fields = &wanted.value;
    let mut row = before.clone();
    put_fields(&mut row, fields)?;
    // An integration may have sold none yet, or more than is sold here.
    if fields.minutes != present.minutes {
        check_minutes(&row, fields.minutes)?;
    }
    save::update(writing, &before, &mut row)?;
    blocks::follow_end(writing, &before, &row)?;
    if let Some(minutes) = fields.minutes {
        blocks::buy(writing, &row, minutes)?;
    }
    Ok(done(&json!(written::of(&before)), &get(writing, contract)?))
}

/// Makes the contract that follows on one (LTX-08).
///
/// # Errors
/// As `copies::renew`.
pub fn renew(
    writing: &Writing<'_>,
    asker: &Asker,
    contract: ContractId,
    renewal: &Renewal,
) -> Result<Done, OperationError> {
    let name = renewal.name.as_deref().map(name).transpose()?;
    let row = copies::renew(writing, &asker.actor, &get(writing, contract)?, name, renewal.months)?;
    let today = zones::today(writing, writing.at())?;
    let after = WrittenContract {
        automation_follow_up: spells::follow_up(writing, &row, today)?,
        ..written::of(&row)
    };
    Ok(Done {
        after: json!(after),
        ..done(&Json::Null, &row)
    })
}

/// Makes the same contract for another client (AX-24).
///
/// # Errors
/// As `copies::clone`.
pub fn clone(
    writing: &Writing<'_>,
    asker: &Asker,
    contract: ContractId,
    cloning: &Cloning,
) -> Result<Done, OperationError> {
    visible_company(writing, &asker.actor, cloning.company)?;
    let name = cloning.name.as_deref().map(name).transpose()?;
    let row = copies::clone(writing, &asker.actor, &get(writing, contract)?, cloning, name)?;
    Ok(done(&Json::Null, &row))
}

/// Puts a service or a bundle on a contract.
///
/// # Errors
/// As [`sell::put`].
pub fn add_service(
    writing: &Writing<'_>,
    asker: &Asker,
    contract: ContractId,
    new: &NewContractService,
) -> Result<Done, OperationError> {
    let contract = get(writing, contract)?;
    let (entity, offers, field, id) = match new.sold {
        Sold::Service(id) => (&CONTRACT_SERVICE, &SERVICE, "serviceID", id),
        Sold::Bundle(id) => (&CONTRACT_SERVICE_BUNDLE, &SERVICE_BUNDLE, "serviceBundleID", id),
    };
    if rows::get(writing, offers, id)?.is_none() {
        return Err(Refusal::NotUsable { field: "service" }.into());
    }
    if new.units < 0 {
        return Err(Refusal::UnitsBelowZero.into());
    }
    let mut row = Row::new(entity);
    row.set(field, id);
    let beginning = Beginning {
        price: new.unit_price,
        units: new.units,
        from: new.from,
    };
    let sold = sell::put(writing, &asker.actor, &contract, &mut row, beginning)?;
    changed(writing, &sold, &Json::Null)
}

/// Changes the units of a service on a contract.
///
/// # Errors
/// As [`units::change`].
pub fn change_units(
    writing: &Writing<'_>,
    asker: &Asker,
    contract_service: i64,
    wanted: &UnitsChange,
) -> Result<Done, OperationError> {
    let sold = OnContract::get(writing, contract_service)?;
    let before = page::service(writing, &sold)?;
    let today = zones::today(writing, writing.at())?;
    let change = Change {
        delta: wanted.change,
        from: wanted.from.unwrap_or(today),
        note: &one_line::checked("note", &wanted.note, LONGEST_NOTE)?,
    };
    units::change(writing, &asker.actor, &sold, change)?;
    changed(writing, &sold, &json!(before))
}

/// Changes the price of a service on a contract, from the next period on (D-46).
///
/// # Errors
/// `contract_not_recurring` for a contract without services.
pub fn change_price(
    writing: &Writing<'_>,
    asker: &Asker,
    contract_service: i64,
    wanted: PriceChange,
) -> Result<Done, OperationError> {
    let sold = OnContract::get(writing, contract_service)?;
    let before = page::service(writing, &sold)?;
    let today = zones::today(writing, writing.at())?;
    prices::change(writing, &asker.actor, &sold, wanted.unit_price, today)?;
    changed(writing, &sold, &json!(before))
}

/// What kind of contract a new one is, as Autotask names it (2.10).
fn put_kind(row: &mut Row, new: &NewClientContract) -> Result<(), Refusal> {
    let form = match new.kind {
        ContractKind::Recurring => None,
        ContractKind::Subscription => Some(Form::Subscription),
        ContractKind::TimeLimited => Some(Form::TimeLimited),
        ContractKind::SupportHours => Some(Form::SupportHours),
        ContractKind::PerRequest | ContractKind::Other => return Err(Refusal::NotUsable { field: "kind" }),
    };
    let number = if form.is_some_and(Form::has_minutes) {
        kind::BLOCK_HOURS
    } else {
        kind::RECURRING_SERVICE
    };
    row.set("contractType", number);
    row.set("supportForm", form.map(Form::word));
    match (form, new.scope) {
        (Some(_), Some(scope)) => put_scope(row, scope),
        (Some(_), None) => return Err(Refusal::Required { field: "scope" }),
        (None, Some(_)) => return Err(Refusal::NotUsable { field: "scope" }),
        (None, None) => {}
    }
    Ok(())
}

/// Writes what prepaid support is applied to.
pub(super) fn put_scope(row: &mut Row, scope: ContractScope) {
    let (kind, item, contact) = match scope {
        ContractScope::Item(item) => (ScopeKind::Item, Some(item.0), None),
        ContractScope::Customer(contact) => (ScopeKind::Customer, None, Some(contact.0)),
        ContractScope::OrgUnit => (ScopeKind::OrgUnit, None, None),
    };
    row.set("supportScope", kind.word());
    row.set("scopeConfigurationItemID", item);
    row.set("scopeContactID", contact);
}

/// Writes what can be written at any time; minutes lie in blocks.
fn put_fields(row: &mut Row, fields: &ContractFields) -> Result<(), Refusal> {
    row.set("contractName", name(&fields.name)?);
    row.set(
        "contractNumber",
        one_line::checked("number", &fields.number, longest("contractNumber"))?,
    );
    let description = fields.description.trim();
    if description.chars().count() > longest("description") {
        let limit = i64::try_from(longest("description")).unwrap_or(i64::MAX);
        return Err(Refusal::OutOfRange {
            field: "description",
            limit,
        });
    }
    row.set("description", description);
    row.set("startDate", fields.start.midnight());
    row.set("endDate", fields.end.unwrap_or(contract::NO_END).midnight());
    row.set("anchor", fields.anchor.word());
    row.set("status", i64::from(fields.is_approved));
    row.set("renewalNoticeDays", notice_days(fields)?);
    Ok(())
}

/// Whether a contract of this form may sell so many minutes.
fn check_minutes(row: &Row, minutes: Option<i64>) -> Result<(), Refusal> {
    match contract::form(row) {
        Some(form) => offered::minutes(form, minutes).map(drop),
        None if minutes.is_some() => Err(Refusal::NotUsable { field: "minutes" }),
        None => Ok(()),
    }
}

/// A new contract that has to end runs as long as contracts usually do, where nobody says (LTX-08).
fn end_usually(row: &mut Row) {
    if rules::needs_end(row) {
        row.set("endDate", offered::usual_end(contract::start(row)).midnight());
    }
}

/// How many days before its end a contract's renewal is asked for.
fn notice_days(fields: &ContractFields) -> Result<Option<i64>, Refusal> {
    let field = "renewalNoticeDays";
    match fields.renewal_notice_days {
        Some(days) if !(1..=MOST_NOTICE_DAYS).contains(&days) => Err(Refusal::OutOfRange {
            field,
            limit: MOST_NOTICE_DAYS,
        }),
        days => Ok(days),
    }
}

fn name(text: &str) -> Result<String, Refusal> {
    match one_line::checked("name", text, longest("contractName"))? {
        text if text.is_empty() => Err(Refusal::Required { field: "name" }),
        text => Ok(text),
    }
}

/// The longest text of a contract's field, in characters.
fn longest(field: &str) -> usize {
    let length = CONTRACT.field(field).map(|field| field.kind.length());
    usize::try_from(length.unwrap_or_default()).unwrap_or(usize::MAX)
}

fn done(before: &Json, row: &Row) -> Done {
    let after = written::of(row);
    Done {
        company: Some(after.company),
        subject: after.fields.name.clone(),
        before: before.clone(),
        after: json!(after),
        answer: None,
    }
}

fn changed(writing: &Writing<'_>, sold: &OnContract, before: &Json) -> Result<Done, OperationError> {
    let name = sold.contract.text("contractName").unwrap_or_default();
    Ok(Done {
        company: Some(company_of(&sold.contract)),
        subject: format!("{name}: {}", sold.name()),
        before: before.clone(),
        after: json!(page::service(writing, sold)?),
        answer: None,
    })
}
