//! Administrative acts: each is checked against the table of roles, carried out and written to the audit log in one
//! transaction, here and nowhere else.

pub mod admission;
pub mod agreement;
pub mod audit;
mod checked;
mod companies;
mod disabling;
pub mod features;
pub mod instance;
pub mod portal;
pub mod seen;
mod setup;

use super::billing::{automation, closing};
use super::contracts::{acts, catalogue};
use super::kept_answer::{self, Answer, Request};
use super::people::{contacts, custom_levels, passwords, two_factor};
use super::{OperationError, Operations, support, taskfire};
use crate::base::Secret;
use crate::base::ids::CompanyId;
use crate::domain::permission::{Action, Permission, permission};
use crate::domain::{Actor, Refusal};
use crate::entities::{COMPANY, Row};
use crate::records::administration::Administration;
pub use crate::server::store::audit_log::LOCAL;
use crate::server::store::{Author, StoreError, Writing, rows};
use crate::server::visible;
use rusqlite::Connection;
use serde_json::Value as Json;

/// Who asks for an administrative act, and from where.
#[derive(Clone, Debug)]
pub struct Asker {
    /// Who.
    pub actor: Actor,
    /// The address that the request came from; [`LOCAL`] for what was asked for in this process.
    pub origin: String,
}

/// What an act did, as the audit log keeps it.
#[derive(Clone, Debug)]
pub struct Done {
    /// The client that it is about.
    pub company: Option<CompanyId>,
    /// What it is about, in words: a client's or a person's name.
    pub subject: String,
    /// How it was.
    pub before: Json,
    /// How it is now; also the answer to whoever asked, where they get no other.
    pub after: Json,
    /// What whoever asked is answered.
    pub answer: Option<Json>,
}

impl Operations {
    /// Carries out an administrative act once.
    ///
    /// # Errors
    /// `key_reused`; the others are in the answer.
    pub async fn administer(
        &self,
        asker: Asker,
        request: Request,
        act: Administration,
        encode: impl FnOnce(Result<Json, OperationError>) -> Answer + Send + 'static,
    ) -> Result<Answer, OperationError> {
        let hash = self.hash_for(&asker, &request, &act).await;
        self.write(move |writing| {
            kept_answer::once(writing, asker.actor.person, &request, encode, |writing| {
                carry_out(writing, &asker, &act, hash?.as_deref())
            })
        })
        .await
    }

    /// The hash of the password that an act sets: made only for who may do it, of a password that is taken, and not again
    /// for a key that was answered.
    async fn hash_for(
        &self,
        asker: &Asker,
        request: &Request,
        act: &Administration,
    ) -> Result<Option<String>, OperationError> {
        let Some(password) = act.password().map(Secret::new) else {
            return Ok(None);
        };
        let (asker, request, act) = (asker.clone(), request.clone(), act.clone());
        let is_answered = self.read(move |connection| {
            if kept_answer::is_kept(connection, asker.actor.person, &request)? {
                return Ok(true);
            }
            require(&asker.actor, act.action())?;
            passwords::check(connection, &asker, &act)?;
            Ok(false)
        });
        match is_answered.await? {
            true => Ok(None),
            false => self.hash(Some(password)).await,
        }
    }
}

/// Carries out an act inside a write, and logs it. `hash` is that of the password that the act sets.
///
/// # Errors
/// `not_found` where the client is not the asker's to see, `forbidden` where the act isn't their role's; the act's own.
pub fn carry_out(
    writing: &Writing<'_>,
    asker: &Asker,
    act: &Administration,
    hash: Option<&str>,
) -> Result<Json, OperationError> {
    writing.by(Author::of(&asker.actor));
    require(&asker.actor, act.action())?;
    let done: Done = match act {
        Administration::WriteTaskfireSettings(company, settings) => {
            taskfire::write_settings(writing, &asker.actor, *company, settings)?
        }
        Administration::OverridePortalSettings(company, wanted) => {
            portal::override_settings(writing, &asker.actor, *company, wanted)?
        }
        Administration::WritePortalSettings(wanted) => portal::write(writing, wanted)?,
        Administration::WriteInstance(wanted) => instance::write(writing, wanted)?,
        Administration::AcceptAgreement(company, acceptance) => {
            agreement::accept(writing, asker, *company, acceptance)?
        }
        Administration::DisableTaskfire(company, confirmation) => {
            disabling::disable(writing, asker, *company, confirmation)?
        }
        Administration::WritePreparation(company, preparation) => {
            setup::write_preparation(writing, &asker.actor, *company, preparation)?
        }
        Administration::SwitchPortal(company, wanted) => {
            setup::switch_portal(writing, &asker.actor, *company, *wanted)?
        }
        Administration::SwitchFeature(wanted) => features::switch(writing, *wanted)?,
        Administration::CreateContact(company, new) => contacts::create(writing, asker, *company, new, hash)?,
        Administration::EditContact(contact, fields) => contacts::edit(writing, asker, *contact, fields)?,
        Administration::ChangeLevel(contact, change) => contacts::change_level(writing, asker, *contact, change, hash)?,
        Administration::SwitchContact(contact, wanted) => contacts::switch(writing, asker, *contact, wanted)?,
        Administration::ResetPassword(person, new) => passwords::reset(writing, asker, *person, new, hash)?,
        Administration::ResetTwoFactor(person) => two_factor::reset(writing, asker, *person)?,
        Administration::CreateLevel(new) => custom_levels::create(writing, new)?,
        Administration::EditLevel(level, edit) => custom_levels::edit(writing, *level, edit)?,
        Administration::ActivateContracts(wanted) => support::activation::activate(writing, *wanted)?,
        Administration::SetValidation(wanted) => support::activation::set_validation(writing, *wanted)?,
        Administration::AssignItem(item, owner) => {
            support::activation::assign_item(writing, &asker.actor, *item, owner)?
        }
        Administration::ApproveContract(contract) => support::approve(writing, *contract)?,
        Administration::EnableContractNow(contract) => support::enable_now(writing, *contract)?,
        Administration::CoverRequest(ticket, wanted) => support::cover_request(writing, &asker.actor, *ticket, wanted)?,
        Administration::RemindOfContract(of) => support::reminder::remind(writing, &asker.actor, *of)?,
        Administration::DeleteLevel(level) => custom_levels::delete(writing, *level)?,
        Administration::CreateContract(company, new) => acts::create(writing, asker, *company, new)?,
        Administration::EditContract(contract, fields) => acts::edit(writing, *contract, fields)?,
        Administration::RenewContract(contract, renewal) => acts::renew(writing, asker, *contract, renewal)?,
        Administration::CloneContract(contract, cloning) => acts::clone(writing, asker, *contract, cloning)?,
        Administration::AddContractService(contract, new) => acts::add_service(writing, asker, *contract, new)?,
        Administration::ChangeUnits(sold, change) => acts::change_units(writing, asker, *sold, change)?,
        Administration::ChangePrice(sold, change) => acts::change_price(writing, asker, *sold, *change)?,
        Administration::CreateService(fields) => catalogue::create(writing, asker, fields)?,
        Administration::EditService(service, fields) => catalogue::edit(writing, asker, *service, fields)?,
        Administration::SaveAutomation(company, choice) => automation::save(writing, asker, *company, *choice)?,
        Administration::StopAutomation(company, wanted) => automation::stop(writing, asker, *company, *wanted)?,
        Administration::ClosePeriods(wanted) => closing::close(writing, asker, wanted)?,
    };
    audit::append(writing, asker, act.name(), &done)?;
    Ok(done.answer.unwrap_or(done.after))
}

/// Refuses whoever's level may not do that, or ask about it.
///
/// # Errors
/// `forbidden`.
pub fn require(actor: &Actor, action: Action) -> Result<(), OperationError> {
    match permission(actor.level, action) {
        Permission::Yes => Ok(()),
        _ => Err(Refusal::Forbidden.into()),
    }
}

/// A company that this person may see.
///
/// # Errors
/// `not_found` where they may not, or there is none.
pub fn visible_company(connection: &Connection, reader: &Actor, company: CompanyId) -> Result<Row, OperationError> {
    let row = rows::get(connection, &COMPANY, company.0)?.ok_or(OperationError::NotFound)?;
    let visible = visible::companies(reader).map_err(StoreError::from)?;
    if visible.matches(&row, &Vec::new) {
        Ok(row)
    } else {
        Err(OperationError::NotFound)
    }
}
