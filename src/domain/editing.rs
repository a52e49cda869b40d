//! Changing the common fields of a ticket, which is the holder's right (2.3, D-40).

use super::contract::validation;
use super::creation::{LONGEST_DESCRIPTION, LONGEST_ITEM, LONGEST_TITLE};
use super::facts::Lookup;
use super::guard::{limit_text, require_contact, require_permission};
use super::history::{Entry, Event, Readers, Value};
use super::outcome::Certainty;
use super::permission::Action;
use super::status_change::LONGEST_RESOLUTION;
use super::{Actor, Facts, Outcome, Person, Refusal, Side, Ticket};
use crate::base::Timestamp;
use crate::base::ids::{CompanyId, ContactId, ContractId, ItemId, RequestTypeId};
use serde::{Deserialize, Deserializer, Serialize};

/// Changes of common fields; what is `None` stays as it is, `Some(None)` clears.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Edit {
    /// Another company; only while never shared (2.3).
    #[serde(rename = "companyID", skip_serializing_if = "Option::is_none")]
    pub company: Option<CompanyId>,
    /// One line; must not be blank.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What was done about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolution: Option<String>,
    /// The request type.
    #[serde(
        rename = "issueType",
        skip_serializing_if = "Option::is_none",
        deserialize_with = "present"
    )]
    pub request_type: Option<Option<RequestTypeId>>,
    /// The thing concerned.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub item: Option<Option<String>>,
    /// The client's person it is about.
    #[serde(
        rename = "contactID",
        skip_serializing_if = "Option::is_none",
        deserialize_with = "present"
    )]
    pub contact: Option<Option<ContactId>>,
    /// Resolve by.
    #[serde(
        rename = "dueDateTime",
        skip_serializing_if = "Option::is_none",
        deserialize_with = "present"
    )]
    pub due: Option<Option<Timestamp>>,
    /// The configuration item that it is about: what a contract may be applied to (LT-13).
    #[serde(
        rename = "configurationItemID",
        skip_serializing_if = "Option::is_none",
        deserialize_with = "present"
    )]
    pub configuration_item: Option<Option<ItemId>>,
    /// The contract that the provider links by hand, whoever has the ticket (2.3).
    #[serde(
        rename = "contractID",
        skip_serializing_if = "Option::is_none",
        deserialize_with = "present"
    )]
    pub contract: Option<Option<ContractId>>,
}

/// A field that is there, null included: `Some(None)`.
fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<T>>, D::Error> {
    Option::<T>::deserialize(deserializer).map(Some)
}

impl Edit {
    /// The ticket with these fields changed, for the side that holds it (D-40).
    ///
    /// # Errors
    /// The other side's ticket, a blank title, a text that is too long, a contact of another company, another company that
    /// has no contract for it.
    pub fn apply(&self, ticket: &Ticket, actor: &Actor, facts: &Facts, at: Timestamp) -> Result<Outcome, Refusal> {
        require_permission(actor, Action::EditFields)?;
        if ticket.holder != actor.side() && !self.links_alone() {
            return Err(Refusal::NotHolder { holder: ticket.holder });
        }
        let certainty = self.check(ticket, actor, facts)?;
        let mut outcome = Outcome::unchanged(ticket);
        outcome.depend(certainty);
        if let Some(company) = self.company.filter(|company| *company != ticket.company) {
            change_company(&mut outcome, company, facts);
            if outcome.ticket.autotask.is_some() && self.contract.is_none() {
                validation::admit(&mut outcome, actor, None, facts)?;
            }
        }
        if let Some(contract) = self.contract {
            validation::link_by_hand(&mut outcome, actor, contract, facts, at)?;
        }
        self.set_fields(&mut outcome.ticket);
        record_edits(&mut outcome, ticket, actor, at);
        if outcome.ticket.company != ticket.company {
            // The entries name the former client and its people, which the next one's must not read (CP-01).
            outcome
                .history
                .iter_mut()
                .for_each(|entry| entry.readers = Readers::Autotask);
        }
        Ok(outcome)
    }

    /// Whether it changes the link to a contract and nothing else.
    fn links_alone(&self) -> bool {
        let others = Self {
            contract: None,
            ..self.clone()
        };
        self.contract.is_some() && others == Self::default()
    }

    fn check(&self, ticket: &Ticket, actor: &Actor, facts: &Facts) -> Result<Certainty, Refusal> {
        if self.title.as_ref().is_some_and(|title| title.trim().is_empty()) {
            return Err(Refusal::Required { field: "title" });
        }
        limit_text("title", self.title.as_deref().unwrap_or_default(), LONGEST_TITLE)?;
        limit_text(
            "description",
            self.description.as_deref().unwrap_or_default(),
            LONGEST_DESCRIPTION,
        )?;
        limit_text(
            "resolution",
            self.resolution.as_deref().unwrap_or_default(),
            LONGEST_RESOLUTION,
        )?;
        limit_text(
            "item",
            self.item.iter().flatten().next().map_or("", String::as_str),
            LONGEST_ITEM,
        )?;
        let company = self.company.unwrap_or(ticket.company);
        if company != ticket.company && (ticket.shared || actor.side() == Side::Taskfire) {
            return Err(Refusal::CompanyFixed);
        }
        require_contact(self.contact.flatten(), company, facts)
    }

    fn set_fields(&self, ticket: &mut Ticket) {
        if let Some(title) = &self.title {
            title.trim().clone_into(&mut ticket.title);
        }
        if let Some(description) = &self.description {
            description.trim_end().clone_into(&mut ticket.description);
        }
        if let Some(resolution) = &self.resolution {
            resolution.trim_end().clone_into(&mut ticket.resolution);
        }
        if let Some(request_type) = self.request_type {
            ticket.request_type = request_type;
        }
        if let Some(item) = &self.item {
            ticket.item = item
                .as_deref()
                .map(str::trim)
                .filter(|item| !item.is_empty())
                .map(str::to_owned);
        }
        if let Some(contact) = self.contact {
            ticket.contact = contact;
        }
        if let Some(due) = self.due {
            ticket.due = due;
        }
        if let Some(item) = self.configuration_item {
            ticket.configuration_item = item;
        }
    }
}

/// Another company: its people see the ticket now, the contact of the former one must not, its item and its contract are
/// of no use there, and whether Taskfire works on it is asked anew (CPX-06).
fn change_company(outcome: &mut Outcome, company: CompanyId, facts: &Facts) {
    let ticket = &mut outcome.ticket;
    ticket.company = company;
    ticket.contact = None;
    ticket.configuration_item = None;
    ticket.contract = None;
    ticket.held = false;
    ticket.eligible = matches!(facts.taskfire, Lookup::Found(taskfire) if taskfire.covers(ticket.created_at));
    if facts.taskfire == Lookup::Unknown {
        outcome.depend(Certainty::ServerDecides);
    }
}

/// One history entry for each field that differs. Long texts are named, not repeated.
fn record_edits(outcome: &mut Outcome, before: &Ticket, actor: &Actor, at: Timestamp) {
    let after = outcome.ticket.clone();
    let text = |text: &str| Some(Value::Text(text.to_owned()));
    let number = |number: Option<i64>| number.map(|number| Value::Text(number.to_string()));
    let moment = |moment: Option<Timestamp>| moment.map(|moment| Value::Text(moment.to_string()));
    let person = |contact: Option<ContactId>| contact.map(|contact| Value::Person(Person::Contact(contact)));
    let request_type = |ticket: &Ticket| number(ticket.request_type.map(|id| id.0));
    let fields = [
        (
            "title",
            before.title != after.title,
            text(&before.title),
            text(&after.title),
        ),
        ("description", before.description != after.description, None, None),
        ("resolution", before.resolution != after.resolution, None, None),
        (
            "issueType",
            before.request_type != after.request_type,
            request_type(before),
            request_type(&after),
        ),
        (
            "item",
            before.item != after.item,
            before.item.clone().map(Value::Text),
            after.item.clone().map(Value::Text),
        ),
        (
            "contactID",
            before.contact != after.contact,
            person(before.contact),
            person(after.contact),
        ),
        (
            "dueDateTime",
            before.due != after.due,
            moment(before.due),
            moment(after.due),
        ),
        (
            "configurationItemID",
            before.configuration_item != after.configuration_item,
            number(before.configuration_item.map(|item| item.0)),
            number(after.configuration_item.map(|item| item.0)),
        ),
        (
            "companyID",
            before.company != after.company,
            number(Some(before.company.0)),
            number(Some(after.company.0)),
        ),
    ];
    for (field, _, old, new) in fields.into_iter().filter(|(_, changed, ..)| *changed) {
        let entry = Entry {
            field: Some(field),
            ..Entry::by(actor, Event::Edited, at).values(old, new)
        };
        outcome.record(entry, None);
    }
}
