//! Administration as values: what an administrator does to a client or to the instance ([`Administration`]), what can be
//! asked about it ([`Question`]) and what is answered ([`Answer`]). The server, the HTTP client and the panes share them,
//! so that a field is named once. They go to the server at once, never through the outbox.

pub mod audit;
pub mod billing;
pub mod contracts;
pub mod instance;
mod kept;
pub mod people;
pub mod portal;
pub mod seeing;
pub mod setup;
pub mod support;

use crate::base::ids::{ChangeId, CompanyId, ContactId, ContractId, ItemId, TicketId};
use crate::domain::Person;
use crate::domain::contract::NewContract;
use crate::domain::permission::Action;
use audit::{AuditPage, AuditQuestion};
use billing::{
    AutomationChoice, AutomationPage, AutomationStop, BillingOverview, BlockReport, ClientBilling,
    ClientBillingQuestion, Closing, ClosingPreview, ClosingQuestion, Invoice, InvoicePage,
};
use contracts::{
    CataloguePage, Cloning, ContractFields, ContractPage, ContractsPage, NewClientContract, NewContractService,
    PriceChange, Renewal, ServiceFields, UnitsChange,
};
use instance::{FeatureSwitch, InstancePage, InstanceSettings};
use people::{
    ContactSwitch, LevelChange, LevelEdit, LevelPage, NewContact, NewLevel, NewPassword, PeoplePage, PersonFields,
};
use portal::{PortalOverrides, PortalPage, PortalSettings};
use seeing::Seeing;
use serde::{Deserialize, Serialize};
use setup::{
    Acceptance, Acknowledgement, Agreement, CompanyPage, CompanyQuestion, Confirmation, DisablingPreview, Preparation,
    Setup, Switch, TaskfireSettings,
};
use support::{
    Activation, ContractReminder, ContractSettings, CoverageQuestion, Naming, NamingQuestion, Owner, TicketCoverage,
};

/// Something that an administrator does. One that is asked for twice with one key happens once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", content = "body", rename_all = "snake_case")]
pub enum Administration {
    /// Accept the agreement, which switches Taskfire on (TF-09 to TF-11).
    AcceptAgreement(CompanyId, Acceptance),
    /// Switch Taskfire off (TF-22, D-13).
    DisableTaskfire(CompanyId, Confirmation),
    /// Write the three settings (TF-51).
    WriteTaskfireSettings(CompanyId, Seeing<TaskfireSettings>),
    /// Write down what was agreed on beforehand (TF-08).
    WritePreparation(CompanyId, Seeing<Preparation>),
    /// Switch a client's portal on or off (CPX-08).
    SwitchPortal(CompanyId, Switch),
    /// Write what a client has other than the global portal settings (CP-29).
    OverridePortalSettings(CompanyId, Seeing<PortalOverrides>),
    /// Write the global portal settings (CP-28).
    WritePortalSettings(Seeing<PortalSettings>),
    /// Write the instance's name, time zone, currency, fee, subscription.
    WriteInstance(Seeing<InstanceSettings>),
    /// Switch a feature on or off for the whole instance (CP-21, CP-23).
    SwitchFeature(FeatureSwitch),
    /// Make a contact, with a portal login where one is given (CPX-02).
    CreateContact(CompanyId, NewContact),
    /// Edit a contact.
    EditContact(ContactId, Seeing<PersonFields>),
    /// Give a contact a level, or take it away (CPX-02, D-48, D-49).
    ChangeLevel(ContactId, LevelChange),
    /// Activate or deactivate a contact (CP-25, D-49).
    SwitchContact(ContactId, ContactSwitch),
    /// Give somebody a new password, to be changed at the next sign-in.
    ResetPassword(Person, NewPassword),
    /// Let somebody set up two-factor sign-in afresh (CPX-11).
    ResetTwoFactor(Person),
    /// Make a level (CPX-09).
    CreateLevel(NewLevel),
    /// Give a level that nobody has another name, or say who may assign it (CPX-07).
    EditLevel(i64, LevelEdit),
    /// Delete a level that nobody has (CPX-07).
    DeleteLevel(i64),
    /// Make a contract.
    CreateContract(CompanyId, NewClientContract),
    /// Edit a contract.
    EditContract(ContractId, Seeing<ContractFields>),
    /// Make the contract that follows on one (LTX-08).
    RenewContract(ContractId, Renewal),
    /// Make the same contract for another client (AX-24).
    CloneContract(ContractId, Cloning),
    /// Put a service or a bundle on a contract.
    AddContractService(ContractId, NewContractService),
    /// Change the units of a service or bundle on a contract, by its number there (BLX-02).
    ChangeUnits(i64, UnitsChange),
    /// Change its price, from the next period on (D-46).
    ChangePrice(i64, PriceChange),
    /// Make a service of the catalogue.
    CreateService(ServiceFields),
    /// Edit a service of the catalogue.
    EditService(i64, Seeing<ServiceFields>),
    /// Activate contracts (LT-16).
    ActivateContracts(Activation),
    /// Take requests only with a contract, or without too (LT-17).
    SetValidation(Switch),
    /// Give an item to a person or a company (LT-02, LT-03).
    AssignItem(ItemId, Owner),
    /// Approve a support contract (D-24).
    ApproveContract(ContractId),
    /// Let a pending contract start today (D-22).
    EnableContractNow(ContractId),
    /// Make a contract for a request that is there already (LT-15).
    CoverRequest(TicketId, NewContract),
    /// Remind of a missing contract those who can do something about it (LTX-04).
    RemindOfContract(ContractReminder),
    /// Let a contract's service bill a client's licences (TF-26).
    SaveAutomation(CompanyId, AutomationChoice),
    /// Bill a client's licences no longer (D-19).
    StopAutomation(CompanyId, AutomationStop),
    /// Close periods for good, with invoices (D-19).
    ClosePeriods(Closing),
}

impl Administration {
    /// The stable name, as the audit log keeps it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::AcceptAgreement(..) => "accept_agreement",
            Self::DisableTaskfire(..) => "disable_taskfire",
            Self::WriteTaskfireSettings(..) => "write_taskfire_settings",
            Self::WritePreparation(..) => "write_preparation",
            Self::SwitchPortal(..) => "switch_portal",
            Self::OverridePortalSettings(..) => "override_portal_settings",
            Self::WritePortalSettings(_) => "write_portal_settings",
            Self::WriteInstance(_) => "write_instance",
            Self::SwitchFeature(_) => "switch_feature",
            Self::CreateContact(..) => "create_contact",
            Self::EditContact(..) => "edit_contact",
            Self::ChangeLevel(..) => "change_level",
            Self::SwitchContact(..) => "switch_contact",
            Self::ResetPassword(..) => "reset_password",
            Self::ResetTwoFactor(_) => "reset_two_factor",
            Self::CreateLevel(_) => "create_level",
            Self::EditLevel(..) => "edit_level",
            Self::DeleteLevel(_) => "delete_level",
            Self::CreateContract(..) => "create_contract",
            Self::EditContract(..) => "edit_contract",
            Self::RenewContract(..) => "renew_contract",
            Self::CloneContract(..) => "clone_contract",
            Self::AddContractService(..) => "add_contract_service",
            Self::ChangeUnits(..) => "change_units",
            Self::ChangePrice(..) => "change_price",
            Self::CreateService(_) => "create_service",
            Self::EditService(..) => "edit_service",
            Self::ActivateContracts(_) => "activate_contracts",
            Self::SetValidation(_) => "set_validation",
            Self::AssignItem(..) => "assign_item",
            Self::ApproveContract(_) => "approve_contract",
            Self::EnableContractNow(_) => "enable_contract_now",
            Self::CoverRequest(..) => "cover_request",
            Self::RemindOfContract(_) => "remind_of_contract",
            Self::SaveAutomation(..) => "save_automation",
            Self::StopAutomation(..) => "stop_automation",
            Self::ClosePeriods(_) => "close_periods",
        }
    }

    /// The password that it sets, which no disk and no log may hold.
    #[must_use]
    pub fn password(&self) -> Option<&str> {
        match self {
            Self::ResetPassword(_, new) => Some(&new.password),
            Self::CreateContact(_, new) => new.login.as_ref()?.password.as_deref(),
            Self::ChangeLevel(_, change) => change.password.as_deref(),
            _ => None,
        }
    }

    /// Whether it holds a password.
    #[must_use]
    pub fn holds_secret(&self) -> bool {
        self.password().is_some()
    }

    /// Whether the answer to a question shows what became of it.
    #[must_use]
    pub fn is_shown_by(&self, question: &Question, answer: &Answer) -> bool {
        let is_among = |contact: &ContactId| match answer {
            Answer::People(page) => page.items.iter().any(|person| person.id == *contact),
            _ => false,
        };
        match self {
            Self::AcceptAgreement(company, _)
            | Self::DisableTaskfire(company, _)
            | Self::WriteTaskfireSettings(company, _)
            | Self::WritePreparation(company, _)
            | Self::SwitchPortal(company, _) => *question == Question::Setup(*company),
            Self::OverridePortalSettings(company, _) => *question == Question::Portal(Some(*company)),
            Self::WritePortalSettings(_) => matches!(question, Question::Portal(_)),
            Self::WriteInstance(_) | Self::SwitchFeature(_) => *question == Question::Instance,
            Self::CreateContact(company, _) => *question == Question::People(*company),
            Self::EditContact(contact, _)
            | Self::ChangeLevel(contact, _)
            | Self::SwitchContact(contact, _)
            | Self::ResetPassword(Person::Contact(contact), _)
            | Self::ResetTwoFactor(Person::Contact(contact)) => is_among(contact),
            // No page shows how the provider's own people sign in.
            Self::ResetPassword(Person::Resource(_), _) | Self::ResetTwoFactor(Person::Resource(_)) => false,
            Self::CreateLevel(_) | Self::EditLevel(..) | Self::DeleteLevel(_) => *question == Question::Levels,
            Self::CreateContract(company, _) => *question == Question::Contracts(*company),
            Self::EditContract(contract, _)
            | Self::AddContractService(contract, _)
            | Self::ApproveContract(contract)
            | Self::EnableContractNow(contract) => *question == Question::Contract(*contract),
            Self::ChangeUnits(sold, _) | Self::ChangePrice(sold, _) => match answer {
                Answer::Contract(page) => page.services.iter().any(|line| line.contract_service == *sold),
                _ => false,
            },
            Self::CreateService(_) | Self::EditService(..) => *question == Question::Catalogue,
            Self::ActivateContracts(_) | Self::SetValidation(_) | Self::AssignItem(..) => {
                *question == Question::ContractSettings
            }
            Self::SaveAutomation(company, _) | Self::StopAutomation(company, _) => {
                *question == Question::Automation(*company)
            }
            Self::ClosePeriods(_) => matches!(question, Question::Closing(_)),
            // Their pages show another contract, or another ticket, than the one that was named.
            Self::RenewContract(..) | Self::CloneContract(..) | Self::CoverRequest(..) | Self::RemindOfContract(_) => {
                false
            }
        }
    }

    /// The row of the table of roles (2.7) that it falls under. Levels have conditions of their own besides.
    #[must_use]
    pub fn action(&self) -> Action {
        match self {
            Self::AcceptAgreement(..) | Self::DisableTaskfire(..) => Action::EnableOrDisableTaskfire,
            Self::WriteTaskfireSettings(..) | Self::WritePreparation(..) => Action::EditTaskfireSettings,
            Self::SwitchPortal(..)
            | Self::OverridePortalSettings(..)
            | Self::WritePortalSettings(_)
            | Self::WriteInstance(_)
            | Self::SwitchFeature(_)
            | Self::CreateLevel(_)
            | Self::EditLevel(..)
            | Self::DeleteLevel(_) => Action::ConfigureInstance,
            Self::CreateContract(..)
            | Self::EditContract(..)
            | Self::RenewContract(..)
            | Self::CloneContract(..)
            | Self::AddContractService(..)
            | Self::ChangeUnits(..)
            | Self::ChangePrice(..)
            | Self::CreateService(_)
            | Self::EditService(..) => Action::ManageContracts,
            Self::ActivateContracts(_)
            | Self::SetValidation(_)
            | Self::AssignItem(..)
            | Self::ApproveContract(_)
            | Self::EnableContractNow(_)
            | Self::CoverRequest(..) => Action::ManageContracts,
            Self::CreateContact(..)
            | Self::EditContact(..)
            | Self::ChangeLevel(..)
            | Self::SwitchContact(..)
            | Self::ResetPassword(..)
            | Self::ResetTwoFactor(_) => Action::ManagePortalUsers,
            Self::SaveAutomation(..) | Self::StopAutomation(..) => Action::ConfigureBillingAutomation,
            Self::ClosePeriods(_) => Action::ManageContracts,
            // A technician's work on a request; that it is the provider's, the act itself sees to.
            Self::RemindOfContract(_) => Action::SteerOwnSide,
        }
    }
}

/// Something that is asked of the server about administration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Clients with the state of their portal and Taskfire.
    Companies(CompanyQuestion),
    /// One client's set-up, whole.
    Setup(CompanyId),
    /// The agreement that is to be accepted now, in that language ("en").
    Agreement(String),
    /// A client's acknowledgements, the newest first (TF-13, D-15).
    Acknowledgements(CompanyId),
    /// What switching Taskfire off would do (D-13).
    Disabling(CompanyId),
    /// A client's people.
    People(CompanyId),
    /// The levels that people can be given.
    Levels,
    /// The instance's settings and features.
    Instance,
    /// Portal settings: the global ones, or a client's with what they override.
    Portal(Option<CompanyId>),
    /// Entries of the audit log, the newest first.
    Audit(AuditQuestion),
    /// A client's contracts.
    Contracts(CompanyId),
    /// One contract, whole.
    Contract(ContractId),
    /// The catalogue of services.
    Catalogue,
    /// The settings of contracts, ownerless items, refused requests.
    ContractSettings,
    /// What a contract covers of a ticket's time.
    Coverage(CoverageQuestion),
    /// What a request of a client can name, and what the search for a contract says of it.
    Naming(NamingQuestion),
    /// A client's licence billing automation, and what can be chosen.
    Automation(CompanyId),
    /// All clients' billing in short.
    BillingOverview,
    /// One client's billing in the periods that contain a day.
    ClientBilling(ClientBillingQuestion),
    /// What closing would do now.
    Closing(ClosingQuestion),
    /// Invoices, the newest first: a client's, or everybody's; to a client's people their own.
    Invoices(Option<CompanyId>),
    /// One invoice with its lines.
    Invoice(i64),
    /// Bought, used and left of a client's prepaid contracts.
    BlockReport(CompanyId),
}

/// The answer to the question of the same name.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each is what the question of its name asks for")]
pub enum Answer {
    Companies(CompanyPage),
    Setup(Box<Setup>),
    Agreement(Agreement),
    Acknowledgements(Vec<Acknowledgement>),
    Disabling(DisablingPreview),
    People(PeoplePage),
    Levels(LevelPage),
    Instance(Box<InstancePage>),
    Portal(Box<PortalPage>),
    Audit(AuditPage),
    Contracts(Box<ContractsPage>),
    Contract(Box<ContractPage>),
    Catalogue(CataloguePage),
    ContractSettings(Box<ContractSettings>),
    Coverage(Box<TicketCoverage>),
    Naming(Box<Naming>),
    Automation(Box<AutomationPage>),
    BillingOverview(Box<BillingOverview>),
    ClientBilling(Box<ClientBilling>),
    Closing(Box<ClosingPreview>),
    Invoices(InvoicePage),
    Invoice(Box<Invoice>),
    BlockReport(BlockReport),
}

/// Why an administrative act was not carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotAdministered {
    /// The server refused it; the sentence says what would make it possible.
    Refused {
        /// The stable code.
        code: String,
        /// The sentence.
        text: String,
        /// The field that it is about.
        field: Option<String>,
    },
    /// It did not reach the server, so nothing happened.
    NoLine(String),
    /// It was sent and no answer came: it happened whole or not at all. Asked for again, it goes with the same key.
    Unanswered {
        /// Why not.
        why: String,
        /// The key that it was sent with.
        key: ChangeId,
    },
}

impl NotAdministered {
    /// Whether somebody else changed what was to be written since it was seen.
    #[must_use]
    pub fn is_stale(&self) -> bool {
        matches!(self, Self::Refused { code, .. } if code == "stale")
    }
}
