//! A client's people and their levels.

use crate::base::Timestamp;
use crate::base::ids::ContactId;
use crate::domain::SecurityLevel;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A contact to be made, with a portal login where one is given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewContact {
    /// Name and addresses.
    #[serde(flatten)]
    pub fields: PersonFields,
    /// The portal login, if there is to be one.
    pub login: Option<NewLogin>,
}

/// A portal login to be made. Without a password nobody can sign in with it yet (CP-25).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewLogin {
    /// Unique among all who sign in.
    pub user_name: String,
    /// Which level, by its number in [`LevelLine::id`]; a Taskfire level by the provider only (CPX-02).
    pub level: i64,
    /// The first password, to be changed at the first sign-in.
    pub password: Option<String>,
    /// The licence fee that was on the screen, for a Taskfire level; another one now is refused (`fee_changed`).
    #[serde(default)]
    pub seen_fee: Option<String>,
}

impl std::fmt::Debug for NewLogin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewLogin")
            .field("user_name", &self.user_name)
            .field("level", &self.level)
            .finish_non_exhaustive()
    }
}

/// What can be edited about a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PersonFields {
    /// The given name.
    pub first_name: String,
    /// The family name.
    pub last_name: String,
    /// Where mail goes; may be empty, then nothing can be sent to them.
    pub email: String,
    /// The telephone number.
    #[serde(default)]
    pub phone: String,
}

/// A level to be given, or taken away. Somebody's first level makes their portal login; without a password nobody can
/// sign in with it yet (CP-25).
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LevelChange {
    /// Which, by its number in [`LevelLine::id`]; none takes portal and level away.
    pub level: Option<i64>,
    /// The user name, for somebody who has none yet.
    pub user_name: Option<String>,
    /// The first password of the login that is made, to be changed at the first sign-in.
    #[serde(default)]
    pub password: Option<String>,
    /// The licence fee that was on the screen; another one now is refused (`fee_changed`).
    pub seen_fee: Option<String>,
}

impl std::fmt::Debug for LevelChange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LevelChange")
            .field("level", &self.level)
            .field("user_name", &self.user_name)
            .field("seen_fee", &self.seen_fee)
            .finish_non_exhaustive()
    }
}

/// A contact to be activated or deactivated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ContactSwitch {
    /// Whether the person is to be active.
    pub is_active: bool,
    /// The licence fee that was on the screen, where a Taskfire level counts again; another one now is refused
    /// (`fee_changed`).
    #[serde(default)]
    pub seen_fee: Option<String>,
}

/// A new password.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewPassword {
    /// In the clear; the line is loopback or TLS.
    pub password: String,
}

impl std::fmt::Debug for NewPassword {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NewPassword")
    }
}

/// A level to be made. It may do what the system level may that it is made after (CPX-09).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewLevel {
    /// Its name.
    pub name: String,
    /// The system level that it is made after; its type follows and can't be changed later.
    #[schema(value_type = String)]
    pub like: SecurityLevel,
    /// Whether client users may assign it; stored as off for a Taskfire level.
    pub is_client_assignable: bool,
}

/// What can be edited about a level that nobody has: what it lets people do stays (CPX-09).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LevelEdit {
    /// Its name.
    pub name: String,
    /// Whether client users may assign it; stored as off for a Taskfire level.
    pub is_client_assignable: bool,
}

/// A client's people, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PeoplePage {
    /// The people.
    pub items: Vec<PersonLine>,
    /// The provider's day: from it on a licence counts that is given now (TF-39).
    #[serde(default)]
    pub today: String,
}

/// Somebody of a client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PersonLine {
    /// The contact.
    #[schema(value_type = i64)]
    pub id: ContactId,
    /// Name and addresses.
    #[serde(flatten)]
    pub fields: PersonFields,
    /// Whether the person is active.
    pub is_active: bool,
    /// Whether their portal login is active.
    pub is_portal_active: bool,
    /// The user name; empty where there is none.
    pub user_name: String,
    /// The level's number; none without a portal login.
    pub level: Option<i64>,
    /// What the level lets them do.
    #[schema(value_type = Option<String>)]
    pub security_level: Option<SecurityLevel>,
    /// The level's name where it is no system level; else empty.
    pub level_name: String,
    /// The day from which the licence counts (TF-39): shown, never edited (TF-40).
    pub licence_since: Option<String>,
    /// Two-factor sign-in (CPX-11).
    #[schema(value_type = String)]
    pub two_factor: TwoFactorState,
    /// Whether the password has to be changed at the next sign-in.
    pub must_change_password: bool,
    /// When they signed in last.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub last_sign_in: Option<Timestamp>,
    /// To be sent back with an edit of name and addresses: refused where they are others meanwhile.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub seen: String,
}

/// Where somebody's two-factor sign-in stands (CPX-11).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TwoFactorState {
    /// Set up.
    Configured,
    /// Required, not set up.
    NotConfigured,
    /// Not required, not set up.
    #[default]
    NotRequired,
}

/// The levels that people can be given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LevelPage {
    /// System levels first, then the provider's own by name.
    pub items: Vec<LevelLine>,
}

/// A level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LevelLine {
    /// 1 to 5 for the system levels, from 100 for the provider's own.
    pub id: i64,
    /// The name of one of the provider's own; empty for a system level, which each language names.
    pub name: String,
    /// What it lets people do.
    #[schema(value_type = String)]
    pub security_level: SecurityLevel,
    /// Whether it is a system level, which can't be edited or deleted (CPX-07).
    pub is_system: bool,
    /// Whether a client's own people may assign it (CPX-09).
    pub is_client_assignable: bool,
    /// How many people have it.
    pub people: u64,
    /// Whether whoever asks may assign it.
    pub is_assignable: bool,
}
