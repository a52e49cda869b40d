//! What prepaid support is applied to: an item, a person, or the client as a whole (LT-13).

use crate::base::ids::{ContactId, ItemId};
use crate::cli::context::Context;
use crate::cli::failure::Ended;
use crate::cli::names::meant;
use crate::records::administration::contracts::{ContractScope, ContractSubject, ContractsPage};
use clap::Args;

/// The part of the client that is named, or the client as a whole.
#[derive(Clone, Debug, Args)]
pub struct Scope {
    /// Prepaid support for this item alone
    #[arg(long, conflicts_with = "contact")]
    item: Option<String>,
    /// Prepaid support for this person alone
    #[arg(long)]
    contact: Option<String>,
    /// Prepaid support for the client as a whole; what is new is for it where nothing is said, what is cloned only then
    /// where the one that it is made after is
    #[arg(long, conflicts_with_all = ["item", "contact"])]
    whole_client: bool,
}

impl Scope {
    /// What was named, among what the client has; none where nothing was.
    ///
    /// # Errors
    /// A name that means nothing there, or several.
    pub(super) fn named(&self, context: &Context<'_>, page: &ContractsPage) -> Ended<Option<ContractScope>> {
        let find = |all, name| meant(context, all, |one: &ContractSubject| &one.name, name).map(|one| one.id);
        Ok(match (&self.item, &self.contact) {
            (Some(item), _) => Some(ContractScope::Item(ItemId(find(&page.items, item)?))),
            (None, Some(contact)) => Some(ContractScope::Customer(ContactId(find(&page.customers, contact)?))),
            (None, None) => self.whole_client.then_some(ContractScope::OrgUnit),
        })
    }
}
