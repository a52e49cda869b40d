//! How a ticket comes into being (rows 1 to 3 of 2.4).

use super::contract::{NewContract, validation};
use super::facts::{Lookup, Routing};
use super::guard::{limit_text, require_assignable, require_contact, require_queue};
use super::history::{Entry, Event};
use super::notice::{NoticeEvent, Recipient};
use super::outcome::Certainty;
use super::ticket::SOURCE_CLIENT_PORTAL;
use super::{
    Actor, Facts, Outcome, Person, Priority, Refusal, SecurityLevel, Side, SideState, StatusKind, Ticket, status_change,
};
use crate::base::Timestamp;
use crate::base::ids::{CompanyId, ContactId, ContractId, ItemId, QueueId, RequestTypeId, StatusId, TicketId};
use serde::{Deserialize, Serialize};

/// The longest title, in characters (Tickets.title).
pub const LONGEST_TITLE: usize = 255;
/// The longest description, in characters (Tickets.description).
pub const LONGEST_DESCRIPTION: usize = 8_000;
/// The longest name of an item, in characters.
pub const LONGEST_ITEM: usize = 100;

/// What a person gives for a new ticket. What is left out follows from request type and company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NewTicket {
    /// The client.
    #[serde(rename = "companyID")]
    pub company: CompanyId,
    /// The client's person it is about; for a contact who creates it, themselves.
    #[serde(rename = "contactID", default)]
    pub contact: Option<ContactId>,
    /// One line; must not be blank.
    pub title: String,
    /// What is wrong.
    #[serde(default)]
    pub description: String,
    /// The request type.
    #[serde(rename = "issueType", default)]
    pub request_type: Option<RequestTypeId>,
    /// A queue of the side that will hold it; else by request type.
    #[serde(rename = "queueID", default)]
    pub queue: Option<QueueId>,
    /// Medium where nothing is said.
    #[serde(default)]
    pub priority: Option<Priority>,
    /// Resolve by.
    #[serde(rename = "dueDateTime", default)]
    pub due: Option<Timestamp>,
    /// The thing concerned.
    #[serde(default)]
    pub item: Option<String>,
    /// The configuration item concerned: what a contract may be applied to (LT-13).
    #[serde(rename = "configurationItemID", default)]
    pub configuration_item: Option<ItemId>,
    /// A contract that the provider links by hand; else the search finds one (2.10).
    #[serde(rename = "contractID", default)]
    pub contract: Option<ContractId>,
    /// A contract that is made together with the request, by who may manage contracts (D-23).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_contract: Option<NewContract>,
    /// Who is to work on it.
    #[serde(default)]
    pub assignee: Option<Person>,
    /// Another status than New: a creation and a change of status in one (13.1).
    #[serde(default)]
    pub status: Option<StatusId>,
    /// How it came in; the portal's value for what contacts create.
    #[serde(default)]
    pub source: Option<i64>,
}

impl NewTicket {
    /// The ticket that follows, without id and number.
    ///
    /// # Errors
    /// A missing title, or a company, contact, queue or assignee that doesn't fit.
    pub fn open(&self, actor: &Actor, facts: &Facts, at: Timestamp) -> Result<Outcome, Refusal> {
        self.check_texts()?;
        let (holder, mut certainty) = self.holder(actor, facts);
        certainty = certainty.max(self.check_people(actor, holder, facts)?);
        certainty = certainty.max(require_queue(self.queue, holder, self.company, facts)?);
        let mut outcome = Outcome::unchanged(&self.ticket(actor, holder, facts, at));
        outcome.depend(certainty);
        self.validate(&mut outcome, actor, facts)?;
        outcome.record(Entry::by(actor, Event::Created, at), Some(holder));
        let to = vec![Recipient::Contact, outcome.assignee_or_queue(holder)];
        let title = outcome.ticket.title.clone();
        outcome.tell(actor, NoticeEvent::TicketCreated, to, &title);
        match self.status {
            Some(status) if Some(status) != outcome.ticket.side(holder).map(|state| state.status) => {
                let mut changed = status_change::set(&outcome.ticket, actor, status, facts, at)?;
                changed.history.splice(0..0, outcome.history);
                changed.notices.splice(0..0, outcome.notices);
                changed.new_contract = outcome.new_contract;
                changed.depend(outcome.certainty);
                Ok(changed)
            }
            _ => Ok(outcome),
        }
    }

    /// Work that enters the provider's side needs a contract; a client's own doesn't, and names none (D-29).
    fn validate(&self, outcome: &mut Outcome, actor: &Actor, facts: &Facts) -> Result<(), Refusal> {
        if actor.side() == Side::Taskfire && self.contract.is_some() {
            return Err(Refusal::Forbidden);
        }
        if outcome.ticket.holder == Side::Autotask {
            return validation::admit(outcome, actor, self.new_contract.as_ref(), facts);
        }
        match self.new_contract {
            Some(_) => Err(Refusal::Forbidden),
            None => Ok(()),
        }
    }

    fn check_texts(&self) -> Result<(), Refusal> {
        if self.title.trim().is_empty() {
            return Err(Refusal::Required { field: "title" });
        }
        limit_text("title", &self.title, LONGEST_TITLE)?;
        limit_text("description", &self.description, LONGEST_DESCRIPTION)?;
        limit_text("item", self.item.as_deref().unwrap_or_default(), LONGEST_ITEM)?;
        match self.priority {
            Some(priority) if !Priority::RANKED.contains(&priority) => Err(Refusal::NotUsable { field: "priority" }),
            _ => Ok(()),
        }
    }

    fn check_people(&self, actor: &Actor, holder: Side, facts: &Facts) -> Result<Certainty, Refusal> {
        if actor.side() == Side::Taskfire && self.company != actor.company {
            return Err(Refusal::NotUsable { field: "companyID" });
        }
        let steers = self.assignee.is_some() || self.queue.is_some() || self.status.is_some();
        // Portal levels follow tickets (CPX-04), and nobody steers the other side's part.
        if steers && (!actor.level.works_tickets() || holder != actor.side()) {
            return Err(Refusal::Forbidden);
        }
        // Basic sees a ticket by being its contact only (D-39).
        let itself = self
            .contact
            .is_none_or(|contact| actor.person == Person::Contact(contact));
        if actor.level == SecurityLevel::PortalBasic && !itself {
            return Err(Refusal::NotUsable { field: "contactID" });
        }
        let certainty = require_contact(self.contact, self.company, facts)?;
        match self.assignee {
            Some(assignee) => Ok(certainty.max(require_assignable(assignee, holder, self.company, facts)?)),
            None => Ok(certainty),
        }
    }

    /// Rows 1 to 3: what contacts create is the client's while Taskfire is on, else the provider's. Where it starts
    /// and whether Taskfire works on it depend on facts that only the server may know.
    fn holder(&self, actor: &Actor, facts: &Facts) -> (Side, Certainty) {
        let holder = match (actor.side(), facts.taskfire) {
            (Side::Autotask, _) => Side::Autotask,
            (Side::Taskfire, Lookup::Found(taskfire)) if taskfire.enabled => Side::Taskfire,
            (Side::Taskfire, Lookup::Found(_) | Lookup::Missing) => Side::Autotask,
            (Side::Taskfire, Lookup::Unknown) => Side::Taskfire,
        };
        let routed = self.queue.is_some() || facts.routing != Lookup::Unknown;
        if routed && facts.taskfire != Lookup::Unknown {
            (holder, Certainty::Certain)
        } else {
            (holder, Certainty::ServerDecides)
        }
    }

    fn ticket(&self, actor: &Actor, holder: Side, facts: &Facts, at: Timestamp) -> Ticket {
        let state = self.first_state(holder, facts, at);
        let (autotask, taskfire) = match holder {
            Side::Autotask => (Some(state), None),
            Side::Taskfire => (None, Some(state)),
        };
        let contact = match actor.person {
            Person::Contact(contact) => self.contact.or(Some(contact)),
            Person::Resource(_) => self.contact,
        };
        let source = if actor.side() == Side::Taskfire {
            Some(SOURCE_CLIENT_PORTAL)
        } else {
            self.source
        };
        Ticket {
            id: TicketId(0),
            number: String::new(),
            version: 1,
            company: self.company,
            contact,
            title: self.title.trim().to_owned(),
            description: self.description.trim_end().to_owned(),
            resolution: String::new(),
            request_type: self.request_type,
            item: self
                .item
                .as_deref()
                .map(str::trim)
                .filter(|item| !item.is_empty())
                .map(str::to_owned),
            configuration_item: self.configuration_item,
            source,
            due: self.due,
            shared: false,
            holder,
            autotask,
            taskfire,
            secondaries: Vec::new(),
            eligible: matches!(facts.taskfire, Lookup::Found(taskfire) if taskfire.enabled),
            contract: None,
            held: false,
            created_at: at,
            first_response: None,
            completed: None,
            closed: None,
        }
    }

    fn first_state(&self, holder: Side, facts: &Facts, at: Timestamp) -> SideState {
        let routing = match facts.routing {
            Lookup::Found(routing) => Some(routing),
            Lookup::Missing | Lookup::Unknown => None,
        };
        let routed = match holder {
            Side::Autotask => routing.map(|routing| routing.autotask_queue),
            Side::Taskfire => routing.and_then(|routing: Routing| routing.taskfire_queue),
        };
        let default_assignee = match holder {
            Side::Autotask => None,
            Side::Taskfire => routing
                .and_then(|routing| routing.taskfire_assignee)
                .map(Person::Contact),
        };
        SideState {
            status: facts.statuses.default(holder, StatusKind::New),
            since: at,
            queue: self.queue.or(routed),
            priority: self.priority.unwrap_or(Priority::MEDIUM),
            assignee: self.assignee.or(default_assignee),
        }
    }
}
