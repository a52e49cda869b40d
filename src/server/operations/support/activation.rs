//! Activating contracts and what has to be done before: every item has an owner (LT-02 to LT-04, LT-16, LT-17).

use super::{held, refused, settings};
use crate::base::ids::{CompanyId, ContactId, ItemId};
use crate::domain::contract::Validation;
use crate::domain::permission::Action;
use crate::domain::{Actor, Refusal};
use crate::entities::{CONFIGURATION_ITEM, CONTACT, Row, Value, Wanted};
use crate::query::{Filter, Sort, Test};
use crate::records::administration::setup::Switch;
use crate::records::administration::support::{Activation, ContractSettings, ItemLine, Owner};
use crate::server::operations::administration::{Done, require, visible_company};
use crate::server::operations::{OperationError, Operations};
use crate::server::store::rows::{self, Selected};
use crate::server::store::{StoreError, Writing, seed};
use rusqlite::Connection;
use serde_json::json;

/// How many items without an owner a page names.
const MOST_ITEMS: usize = 500;

impl Operations {
    /// The settings of contracts, with what stands in the way of activating them.
    ///
    /// # Errors
    /// `forbidden` but to the provider's administrators.
    pub async fn contract_settings(&self, actor: Actor) -> Result<ContractSettings, OperationError> {
        self.read(move |connection| {
            require(&actor, Action::ManageContracts)?;
            Ok(page(connection)?)
        })
        .await
    }
}

fn page(connection: &Connection) -> Result<ContractSettings, StoreError> {
    let settings = settings::load(connection)?;
    Ok(ContractSettings {
        is_active: settings.active.is_some(),
        requires_contract: settings.validation == Validation::On,
        time_expired_option: settings.active,
        items_without_owner: without_owner(connection)?,
        refused: refused::lines(connection)?,
    })
}

fn done(writing: &Writing<'_>, before: &ContractSettings) -> Result<Done, OperationError> {
    let now = writing.at();
    Ok(Done {
        company: None,
        subject: seed::instance(writing, now)?.name,
        before: json!(before),
        after: json!(page(writing)?),
        answer: None,
    })
}

/// Activates contracts.
///
/// # Errors
/// `contracts_active`, `time_expired_option_required` (LT-04), `items_without_owner` (LT-02).
pub fn activate(writing: &Writing<'_>, wanted: Activation) -> Result<Done, OperationError> {
    let before = page(writing)?;
    if before.is_active {
        return Err(Refusal::ContractsActive.into());
    }
    let option = wanted.time_expired_option.ok_or(Refusal::TimeExpiredOptionRequired)?;
    if !before.items_without_owner.is_empty() {
        let items = before.items_without_owner.iter().map(|item| item.id).collect();
        return Err(Refusal::ItemsWithoutOwner { items }.into());
    }
    writing.execute(
        "UPDATE instance SET contracts_active = 1, time_expired_option = ?1",
        [option.word()],
    )?;
    done(writing, &before)
}

/// Takes requests only with a contract, or without too (LT-17). Those that are open stay so; once none is needed, those
/// that wait for one open, and whoever was refused is told (D-25).
///
/// # Errors
/// `contracts_inactive`.
pub fn set_validation(writing: &Writing<'_>, wanted: Switch) -> Result<Done, OperationError> {
    let before = page(writing)?;
    if !before.is_active {
        return Err(Refusal::ContractsInactive.into());
    }
    writing.execute("UPDATE instance SET contract_validation = ?1", [wanted.is_active])?;
    if !wanted.is_active {
        held::release_all(writing)?;
        refused::answer_all(writing)?;
    }
    done(writing, &before)
}

/// Gives an item without an owner to a company or one of its people, or another of them an item of that company.
///
/// # Errors
/// `not_found`; `not_usable` for a company or person that can't own it, or an item that is another company's.
pub fn assign_item(writing: &Writing<'_>, actor: &Actor, item: ItemId, owner: &Owner) -> Result<Done, OperationError> {
    let before = rows::get(writing, &CONFIGURATION_ITEM, item.0)?.ok_or(OperationError::NotFound)?;
    let company = visible_company(writing, actor, owner.company);
    let company = company.map_err(|_| Refusal::NotUsable { field: "companyID" })?;
    let is_free = is_without_owner(&before)? || before.integer("companyID") == Some(owner.company.0);
    let is_none = owner.company.0 == seed::OWN_COMPANY && owner.contact.is_none();
    if !is_free || is_none || company.boolean("isActive") == Some(false) {
        return Err(Refusal::NotUsable { field: "companyID" }.into());
    }
    if let Some(contact) = owner.contact {
        let row = rows::get(writing, &CONTACT, contact.0)?;
        let is_theirs = row
            .is_some_and(|row| row.integer("companyID") == Some(owner.company.0) && row.integer("isActive") == Some(1));
        if !is_theirs {
            return Err(Refusal::NotUsable { field: "contactID" }.into());
        }
    }
    let mut row = before.clone();
    row.set("companyID", owner.company.0);
    row.set(
        "contactID",
        owner.contact.map_or(Value::Null, |contact| contact.0.into()),
    );
    row.set("lastModifiedTime", writing.at());
    writing.update(&before, &row)?;
    let line = line(&row)?;
    Ok(Done {
        company: Some(owner.company),
        subject: line.name.clone(),
        before: json!(self::line(&before)?),
        after: json!(line),
        answer: None,
    })
}

/// An item as lists have it.
///
/// # Errors
/// The database's.
pub fn item(connection: &Connection, item: ItemId) -> Result<Option<ItemLine>, StoreError> {
    let row = rows::get(connection, &CONFIGURATION_ITEM, item.0)?;
    row.as_ref().map(line).transpose()
}

/// The items that nobody owns, the provider aside (LT-02): one rule for a row at hand and for all there are.
fn ownerless() -> Result<Filter, StoreError> {
    let field = |test| Filter::condition(&CONFIGURATION_ITEM, "companyID", test);
    let nobodys = field(Test::NotExist)?.or(Filter::eq(&CONFIGURATION_ITEM, "companyID", seed::OWN_COMPANY)?);
    Ok(nobodys.and(Filter::condition(&CONFIGURATION_ITEM, "contactID", Test::NotExist)?))
}

fn is_without_owner(row: &Row) -> Result<bool, StoreError> {
    Ok(ownerless()?.matches(row, &Vec::new))
}

fn line(row: &Row) -> Result<ItemLine, StoreError> {
    let text = |name: &str| row.text(name).unwrap_or_default().to_owned();
    let name = match text("referenceTitle") {
        title if title.is_empty() => text("serialNumber"),
        title => title,
    };
    let is_owned = !is_without_owner(row)?;
    Ok(ItemLine {
        id: ItemId(row.id()),
        name: if name.is_empty() {
            format!("#{}", row.id())
        } else {
            name
        },
        serial_number: text("serialNumber"),
        company: row.integer("companyID").map(CompanyId).filter(|_| is_owned),
        contact: row.integer("contactID").map(ContactId),
    })
}

fn without_owner(connection: &Connection) -> Result<Vec<ItemLine>, StoreError> {
    let sort = Sort::by_id(&CONFIGURATION_ITEM);
    let wanted = Selected {
        fields: Wanted::All,
        condition: rows::condition(&ownerless()?, &[]),
        sort: &sort,
        after: None,
        limit: MOST_ITEMS,
    };
    let found = rows::select(connection, &CONFIGURATION_ITEM, wanted)?;
    found.iter().map(line).collect()
}
