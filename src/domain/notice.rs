//! Who is told about what (2.5); the server turns recipients into people.

use super::{Person, Side};
use crate::base::ids::QueueId;
use serde::{Deserialize, Serialize};

/// The events of 2.5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeEvent {
    /// N1.
    TicketCreated,
    /// N2.
    Escalated,
    /// N3.
    Transferred,
    /// N4.
    Declined,
    /// N5.
    Recalled,
    /// N7.
    Assigned,
    /// N8.
    StatusChanged,
    /// N9.
    CompletionCarriedOver,
    /// N10.
    Reopened,
    /// N15.
    PublicNote,
    /// N16.
    InternalNote,
    /// N11: of a client, of no ticket.
    TaskfireDisabled,
    /// N13: the request waits for its contract.
    HeldForContract,
    /// Somebody was reminded of the contract for which the request waits (LTX-04).
    ContractReminder,
    /// N13: a request was refused for want of a contract; of a client, of no ticket (D-23).
    ContractWanted,
    /// The contract is there for want of which a request was refused (D-23).
    ContractMade,
    /// A request that was refused for want of a contract was created together with one of its own (D-23).
    RequestCreated,
    /// A request that was refused for want of a contract needs none any more (LT-17).
    ContractNotRequired,
    /// N12: the contract that bills a client's licences has ended; of a client, of no ticket.
    AutomationContractExpired,
    /// A contract ends in as many days as were to be left for its renewal (LTX-08); of a client, of no ticket.
    ContractRenewalDue,
    /// A webhook could not be delivered several times in a row; of no ticket.
    WebhookFailing,
    /// A webhook was switched off because it could not be delivered for long; of no ticket.
    WebhookSwitchedOff,
}

impl NoticeEvent {
    /// All of them.
    pub const ALL: [Self; 22] = [
        Self::TicketCreated,
        Self::Escalated,
        Self::Transferred,
        Self::Declined,
        Self::Recalled,
        Self::Assigned,
        Self::StatusChanged,
        Self::CompletionCarriedOver,
        Self::Reopened,
        Self::PublicNote,
        Self::InternalNote,
        Self::TaskfireDisabled,
        Self::HeldForContract,
        Self::ContractReminder,
        Self::ContractWanted,
        Self::ContractMade,
        Self::RequestCreated,
        Self::ContractNotRequired,
        Self::AutomationContractExpired,
        Self::ContractRenewalDue,
        Self::WebhookFailing,
        Self::WebhookSwitchedOff,
    ];

    /// The word on the wire and in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::TicketCreated => "ticket_created",
            Self::Escalated => "escalated",
            Self::Transferred => "transferred",
            Self::Declined => "declined",
            Self::Recalled => "recalled",
            Self::Assigned => "assigned",
            Self::StatusChanged => "status_changed",
            Self::CompletionCarriedOver => "completion_carried_over",
            Self::Reopened => "reopened",
            Self::PublicNote => "public_note",
            Self::InternalNote => "internal_note",
            Self::TaskfireDisabled => "taskfire_disabled",
            Self::HeldForContract => "held_for_contract",
            Self::ContractReminder => "contract_reminder",
            Self::ContractWanted => "contract_wanted",
            Self::ContractMade => "contract_made",
            Self::RequestCreated => "request_created",
            Self::ContractNotRequired => "contract_not_required",
            Self::AutomationContractExpired => "automation_contract_expired",
            Self::ContractRenewalDue => "contract_renewal_due",
            Self::WebhookFailing => "webhook_failing",
            Self::WebhookSwitchedOff => "webhook_switched_off",
        }
    }
}

/// Who is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recipient {
    /// This person.
    Person(Person),
    /// The ticket's contact.
    Contact,
    /// The side's assignee, else those who work its queue.
    AssigneeOrQueue(Side, Option<QueueId>),
    /// The client's Taskfire administrators.
    TaskfireAdministrators,
    /// The provider's administrators.
    ProviderAdministrators,
}

/// One event and its recipients; the actor is never told of their own act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What happened.
    pub event: NoticeEvent,
    /// Who is told.
    pub to: Vec<Recipient>,
    /// What the notice adds to the event's sentence: the reason, the first words of a note.
    pub text: String,
}
