//! A contract as administrators write it, read from its row.

use crate::base::ids::ContractId;
use crate::domain::contract::Scope;
use crate::entities::Row;
use crate::records::administration::contracts::{ContractFields, ContractScope, WrittenContract};
use crate::records::contract;
use crate::server::operations::billing::standing::standing;

/// The contract as it is written.
pub fn of(row: &Row) -> WrittenContract {
    WrittenContract {
        id: ContractId(row.id()),
        company: super::company_of(row),
        kind: standing(row, contract::start(row)).kind,
        scope: scope(row),
        fields: fields(row),
        automation_follow_up: None,
    }
}

/// What can be written of it.
pub fn fields(row: &Row) -> ContractFields {
    let minutes = contract::support(row).filter(|support| support.form.has_minutes());
    ContractFields {
        name: text(row, "contractName"),
        number: text(row, "contractNumber"),
        description: text(row, "description"),
        start: contract::start(row),
        end: contract::end(row),
        anchor: contract::term(row).anchor,
        is_approved: row.integer("status") == Some(contract::APPROVED),
        minutes: minutes.map(|support| support.bought),
        renewal_notice_days: row.integer("renewalNoticeDays"),
    }
}

/// What prepaid support is applied to.
pub fn scope(row: &Row) -> Option<ContractScope> {
    Some(match contract::scope(row)? {
        Scope::Item(item) => ContractScope::Item(item),
        Scope::Customer(contact) => ContractScope::Customer(contact),
        Scope::OrgUnit(_) => ContractScope::OrgUnit,
    })
}

fn text(row: &Row, name: &str) -> String {
    row.text(name).unwrap_or_default().to_owned()
}
