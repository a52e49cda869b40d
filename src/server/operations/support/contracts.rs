//! Support contracts as the rules see them, found by what they are applied to.

use crate::base::Date;
use crate::base::ids::{CompanyId, ContractId};
use crate::domain::contract::{Request, Scope, ScopeKind, State, SupportContract};
use crate::entities::{CONTRACT, Row};
use crate::records::administration::support::ContractState;
use crate::records::contract::support;
use crate::server::store::{StoreError, rows};
use rusqlite::{Connection, OptionalExtension as _, Params};

fn select(
    connection: &Connection,
    condition: &str,
    parameters: impl Params,
) -> Result<Vec<SupportContract>, StoreError> {
    let select = format!(
        "SELECT {} FROM contract WHERE support_form IS NOT NULL AND {condition}",
        CONTRACT.columns()
    );
    let mut statement = connection.prepare_cached(&select)?;
    let rows = statement.query_map(parameters, |columns| Row::from_sql(&CONTRACT, columns))?;
    let contracts = rows.map(|row| Ok(support(&row?)));
    contracts.filter_map(Result::transpose).collect()
}

/// The contract of that id; none where it is no prepaid support.
///
/// # Errors
/// The database's.
pub fn get(connection: &Connection, id: ContractId) -> Result<Option<SupportContract>, StoreError> {
    Ok(rows::get(connection, &CONTRACT, id.0)?.as_ref().and_then(support))
}

/// The contracts of a request's scopes that are not past their end, found by index however many there are.
///
/// # Errors
/// The database's.
pub fn of_request(connection: &Connection, request: &Request, today: Date) -> Result<Vec<SupportContract>, StoreError> {
    let today = today.midnight().millis();
    let mut found = Vec::new();
    for scope in request.scopes().into_iter().flatten() {
        let condition = format!("{} AND end_date >= ?2", condition(scope));
        found.extend(select(connection, &condition, (scope.number(), today))?);
    }
    Ok(found)
}

/// All contracts of a scope, whatever their state.
///
/// # Errors
/// The database's.
pub fn of_scope(connection: &Connection, scope: Scope) -> Result<Vec<SupportContract>, StoreError> {
    select(connection, &condition(scope), [scope.number()])
}

/// The word stands in the text: an index of one kind of scope is found by it.
fn condition(scope: Scope) -> String {
    let column = match scope.kind() {
        ScopeKind::Item => "scope_configuration_item_id",
        ScopeKind::Customer => "scope_contact_id",
        ScopeKind::OrgUnit => "company_id",
    };
    format!("{column} = ?1 AND support_scope = '{}'", scope.kind().word())
}

/// The request that a per-request contract is for.
///
/// # Errors
/// The database's.
pub fn request_of(connection: &Connection, contract: ContractId) -> Result<Option<i64>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT ticket_id FROM contract WHERE id = ?1")?;
    Ok(statement
        .query_row([contract.0], |row| row.get(0))
        .optional()?
        .flatten())
}

/// A contract as an act's answer and the ticket's page have it.
///
/// # Errors
/// The database's.
pub fn shown(connection: &Connection, contract: &SupportContract, today: Date) -> Result<ContractState, StoreError> {
    let row = rows::get(connection, &CONTRACT, contract.id.0)?;
    let name = row.and_then(|row| row.text("contractName").map(str::to_owned));
    Ok(ContractState {
        id: contract.id,
        name: name.unwrap_or_default(),
        form: contract.form,
        state: contract.state(today),
        start: contract.start,
        end: contract.end,
        bought: contract.form.has_minutes().then_some(contract.bought),
        used: contract.used,
        left: contract.left(),
        carried: contract.carried,
        released: Vec::new(),
    })
}

/// A client's contracts that have not ended, as somebody who links one by hand is offered them.
///
/// # Errors
/// The database's.
pub fn usable(connection: &Connection, company: CompanyId, today: Date) -> Result<Vec<ContractState>, StoreError> {
    let found = select(connection, "company_id = ?1 ORDER BY contract_name, id", [company.0])?;
    let usable = found.iter().filter(|contract| contract.state(today) != State::Expired);
    usable.map(|contract| shown(connection, contract, today)).collect()
}

/// Whether a contract covers something on that day.
#[must_use]
pub fn is_active(contract: &SupportContract, today: Date) -> bool {
    contract.state(today) == State::Active
}
