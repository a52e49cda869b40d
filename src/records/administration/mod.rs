//! Administration as values: what an administrator does to a client or to the instance ([`Administration`]), what can be
//! asked about it ([`Question`]) and what is answered ([`Answer`]). The server, the HTTP client and the panes share them,
//! so that a field is named once. They go to the server at once, never through the outbox.

pub mod audit;
pub mod instance;
pub mod people;
pub mod portal;
pub mod seeing;
pub mod setup;

use crate::base::ids::{ChangeId, CompanyId, ContactId};
use crate::domain::Person;
use crate::domain::permission::Action;
use audit::{AuditPage, AuditQuestion};
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
            Self::CreateContact(..)
            | Self::EditContact(..)
            | Self::ChangeLevel(..)
            | Self::SwitchContact(..)
            | Self::ResetPassword(..)
            | Self::ResetTwoFactor(_) => Action::ManagePortalUsers,
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
