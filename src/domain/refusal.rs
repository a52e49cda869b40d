//! Why something is refused: one enum with stable codes. The sentence that says what would make it possible is
//! looked up by the code (`assets/text`).

use super::Side;

/// A refusal of the rules.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.code())]
pub enum Refusal {
    /// This act isn't the actor's role's (2.7).
    Forbidden,
    /// The other side holds the ticket (rows 5, 6; D-40).
    NotHolder {
        /// Who does.
        holder: Side,
    },
    /// Taskfire is off at this client.
    TaskfireNotEnabled,
    /// The ticket was created before Taskfire was switched on (CPX-06, D-11).
    PredatesTaskfire,
    /// A complete ticket must be reopened first (D-07).
    TicketComplete,
    /// Validation is on and no contract covers the work (row 4).
    ContractRequired,
    /// Only an escalated ticket can be declined or recalled (rows 7, 8).
    NotEscalated,
    /// Work has begun, so it can't be declined or recalled any more (D-08, D-09).
    AlreadyStarted,
    /// Declining needs a reason (D-09).
    ReasonRequired,
    /// This status follows from a hand-over and can't be chosen (row 12).
    StatusByHandover,
    /// The actor's side has no part in the ticket.
    NoPart {
        /// Which side.
        side: Side,
    },
    /// Nothing to reopen: the own status is not complete.
    NotComplete,
    /// A text is missing.
    Required {
        /// The field's name on the wire.
        field: &'static str,
    },
    /// A text is too long, or a number out of its range.
    OutOfRange {
        /// The field's name on the wire.
        field: &'static str,
        /// The longest or largest that is taken.
        limit: i64,
    },
    /// A thing that the act names doesn't exist, or isn't this side's or this client's.
    NotUsable {
        /// The field's name on the wire.
        field: &'static str,
    },
    /// The person can't be given work: not active, or no level that works tickets.
    NotAssignable,
    /// The assignee can't be secondary resource too.
    AlreadyAssigned,
    /// The company never changes once a ticket is shared (2.3).
    CompanyFixed,
}

impl Refusal {
    /// The stable code that goes over the wire.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Forbidden => "forbidden",
            Self::NotHolder { .. } => "not_holder",
            Self::TaskfireNotEnabled => "taskfire_not_enabled",
            Self::PredatesTaskfire => "predates_taskfire",
            Self::TicketComplete => "ticket_complete",
            Self::ContractRequired => "contract_required",
            Self::NotEscalated => "not_escalated",
            Self::AlreadyStarted => "already_started",
            Self::ReasonRequired => "reason_required",
            Self::StatusByHandover => "status_by_handover",
            Self::NoPart { .. } => "no_part",
            Self::NotComplete => "not_complete",
            Self::Required { .. } => "required",
            Self::OutOfRange { .. } => "out_of_range",
            Self::NotUsable { .. } => "not_usable",
            Self::NotAssignable => "not_assignable",
            Self::AlreadyAssigned => "already_assigned",
            Self::CompanyFixed => "company_fixed",
        }
    }

    /// The field that it is about.
    #[must_use]
    pub fn field(&self) -> Option<&'static str> {
        match self {
            Self::ReasonRequired => Some("reason"),
            Self::CompanyFixed => Some("companyID"),
            Self::NotAssignable | Self::AlreadyAssigned => Some("assignee"),
            Self::StatusByHandover => Some("status"),
            Self::Required { field } | Self::OutOfRange { field, .. } | Self::NotUsable { field } => Some(field),
            _ => None,
        }
    }

    /// What the sentence of the code needs to be filled in, by the names that the sentence uses.
    #[must_use]
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotHolder { holder } => vec![("side", holder.product().to_owned())],
            Self::NoPart { side } => vec![("side", side.product().to_owned())],
            Self::Required { field } | Self::NotUsable { field } => vec![("field", (*field).to_owned())],
            Self::OutOfRange { field, limit } => vec![("field", (*field).to_owned()), ("limit", limit.to_string())],
            _ => Vec::new(),
        }
    }
}
