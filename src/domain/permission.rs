//! The table of roles and actions (2.7): who may do what, and under which condition. The conditions themselves are
//! checked where the act is carried out.

use super::{SecurityLevel, Side};

/// Something that a person may want to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Switch a client's Taskfire on or off (TF-01, TF-22).
    EnableOrDisableTaskfire,
    /// Write a company's Taskfire settings.
    EditTaskfireSettings,
    /// Give or take a Taskfire level (CPX-02).
    AssignTaskfireLevel,
    /// Manage a client's people with standard levels (CPX-03).
    ManagePortalUsers,
    /// Write what holds for the instance, and every client's portal settings.
    ConfigureInstance,
    /// Read the log of administrative acts.
    ReadAuditLog,
    /// Choose what bills a client's licences (TF-25).
    ConfigureBillingAutomation,
    /// Read invoices and what prepaid contracts have left (TF-20); at the provider prices and whatever was billed.
    ViewFinancialReports,
    /// Edit the day from which a licence counts (TF-40).
    EditLicenceEffectiveDate,
    /// Edit or delete one of the system's Taskfire levels (CPX-07).
    EditSystemLevel,
    /// Create a ticket.
    CreateTicket,
    /// See the tickets whose contact one is.
    ViewTicketWhereContact,
    /// See every ticket of one's own organisation.
    ViewAllTicketsOfOwnCompany,
    /// See tickets of a client that were never shared (D-41).
    ViewNeverSharedClientTicket,
    /// Edit the common fields.
    EditFields,
    /// Set the status of one's own side.
    SetOwnStatus,
    /// Assign, move or prioritise on one's own side.
    SteerOwnSide,
    /// Write a note that everybody reads.
    AddPublicNote,
    /// Write a note that one's own side reads.
    AddInternalNote,
    /// Log time.
    LogTime,
    /// Hand a ticket to the provider.
    Escalate,
    /// Hand a ticket to the client.
    Transfer,
    /// Send an escalation back.
    Decline,
    /// Take an escalation back.
    Recall,
    /// Make, change, approve and activate contracts (LT-16).
    ManageContracts,
    /// Be a ticket's secondary resource.
    BeSecondaryResource,
}

impl Action {
    /// The side to which a hand-over belongs; none for what either side may do.
    #[must_use]
    pub fn side(self) -> Option<Side> {
        match self {
            Self::Escalate | Self::Recall => Some(Side::Taskfire),
            Self::Transfer | Self::Decline => Some(Side::Autotask),
            _ => None,
        }
    }

    /// The word for a hand-over in the sentence that refuses it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Escalate => "escalate",
            Self::Transfer => "transfer",
            Self::Decline => "decline",
            Self::Recall => "recall",
            _ => "other",
        }
    }
}

/// What the table says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// Always.
    Yes,
    /// Never.
    No,
    /// Only while one's side holds the ticket.
    IfHolder,
    /// Only while one's side holds the ticket and hasn't begun.
    IfHolderAndNew,
    /// Only while the other side hasn't begun.
    IfNew,
    /// Only where one is the ticket's contact.
    IfContact,
    /// Only what is shared or the provider's own.
    IfSharedOrProvider,
    /// Only with a level that has the right, and where the client's setting doesn't take it away (TF-21, D-42).
    IfLevelAndNotHidden,
}

/// The cell of the table for a level and an action.
#[must_use]
pub fn permission(level: SecurityLevel, action: Action) -> Permission {
    use Permission::{IfContact, IfHolder, IfHolderAndNew, IfLevelAndNotHidden, IfNew, IfSharedOrProvider, No, Yes};
    let [admin, tech, desk, manager, advanced, basic] = match action {
        Action::EnableOrDisableTaskfire
        | Action::EditTaskfireSettings
        | Action::AssignTaskfireLevel
        | Action::ConfigureInstance
        | Action::ManageContracts
        | Action::ConfigureBillingAutomation
        | Action::ReadAuditLog => [Yes, No, No, No, No, No],
        Action::ManagePortalUsers => [Yes, No, Yes, Yes, No, No],
        Action::ViewFinancialReports => [Yes, No, IfLevelAndNotHidden, Yes, No, No],
        Action::EditLicenceEffectiveDate | Action::EditSystemLevel => [No, No, No, No, No, No],
        Action::CreateTicket | Action::ViewTicketWhereContact => [Yes, Yes, Yes, Yes, Yes, Yes],
        Action::ViewAllTicketsOfOwnCompany => [IfSharedOrProvider, IfSharedOrProvider, Yes, Yes, Yes, No],
        Action::ViewNeverSharedClientTicket => [No, No, Yes, Yes, Yes, IfContact],
        Action::EditFields => [IfHolder, IfHolder, IfHolder, No, No, No],
        Action::SetOwnStatus | Action::SteerOwnSide | Action::AddInternalNote | Action::LogTime => {
            [Yes, Yes, Yes, No, No, No]
        }
        Action::AddPublicNote => [Yes, Yes, Yes, Yes, Yes, IfContact],
        Action::Escalate => [No, No, IfHolder, No, No, No],
        Action::Transfer => [IfHolder, IfHolder, No, No, No, No],
        Action::Decline => [IfHolderAndNew, IfHolderAndNew, No, No, No, No],
        Action::Recall => [No, No, IfNew, No, No, No],
        Action::BeSecondaryResource => [Yes, Yes, No, No, No, No],
    };
    match level {
        SecurityLevel::ProviderAdmin => admin,
        SecurityLevel::ProviderTech => tech,
        SecurityLevel::TaskfireAdministrator | SecurityLevel::TaskfireResource => desk,
        SecurityLevel::PortalManager => manager,
        SecurityLevel::PortalAdvanced => advanced,
        SecurityLevel::PortalBasic => basic,
    }
}
