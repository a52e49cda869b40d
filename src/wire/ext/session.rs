//! Sign-in of people, and who one is.

use super::portal::PortalVersion;
use crate::base::Timestamp;
use crate::base::ids::CompanyId;
use crate::domain::{Actor, Agency, Person, SecurityLevel};
use crate::records::administration::people::TwoFactorState;
use crate::records::administration::portal::Branding;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The body of a sign-in.
#[derive(Clone, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SignIn {
    /// A resource's or a portal user's name; one name space.
    pub user_name: String,
    /// In the clear; the line is loopback or TLS.
    pub password: String,
    /// The second factor's code, where it is set up; without it the answer is 401 `code_required`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

/// The body of a change of one's own password.
#[derive(Clone, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PasswordChange {
    /// The one so far.
    pub old_password: String,
    /// At least 12 characters, and not the user name.
    pub new_password: String,
}

/// What an authenticator app needs; shown once.
#[derive(Clone, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TwoFactorSetup {
    /// `otpauth://totp/…`, for a picture that the app photographs.
    pub uri: String,
    /// The secret in base32, for typing it.
    pub secret: String,
}

/// A code of an authenticator app.
#[derive(Clone, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TwoFactorCode {
    /// Six digits.
    pub code: String,
}

/// With what somebody proves who they are before their second factor is taken away: one of the two.
#[derive(Clone, Default, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct TwoFactorProof {
    /// The password.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub password: Option<String>,
    /// A code of the second factor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

/// The body of a change of person on the demo desk.
#[derive(Clone, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Become {
    /// The random credential that the embedded server wrote for this user of the host only.
    pub credential: String,
    /// Whom to become; nobody named: the demo's administrator.
    #[serde(default)]
    pub user_name: Option<String>,
}

/// The answer to a sign-in; the only time that the token is shown.
#[derive(Clone, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NewSession {
    /// What goes into `Authorization: Bearer …`.
    pub token: String,
    /// The session itself.
    pub session: Session,
    /// Who has signed in.
    pub me: Me,
}

/// One session of a person.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Session {
    /// Names it when it is revoked; not the token.
    pub id: i64,
    /// When it began.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// When it was last used, to the minute.
    #[schema(value_type = String, format = DateTime)]
    pub last_used_at: Timestamp,
    /// When it ends unless it is used.
    #[schema(value_type = String, format = DateTime)]
    pub expires_at: Timestamp,
    /// Whether it is the one that asks.
    pub current: bool,
}

/// Who one is, as of this request.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Me {
    /// The resource or contact.
    #[schema(value_type = Object)]
    pub person: Person,
    /// The name one signs in with.
    pub user_name: String,
    /// The name that others see.
    pub name: String,
    /// What one may do.
    #[schema(value_type = String)]
    pub level: SecurityLevel,
    /// The company one belongs to.
    #[schema(value_type = i64)]
    pub company: CompanyId,
    /// Its name.
    pub company_name: String,
    /// The provider's name.
    pub instance_name: String,
    /// The provider's time zone, as an IANA name.
    pub time_zone: String,
    /// Whether the password was set by somebody else: until it is changed nothing else can be done.
    #[serde(default)]
    pub must_change_password: bool,
    /// Where two-factor sign-in stands; `not_configured`: until it is set up nothing else can be done.
    #[serde(default)]
    #[schema(value_type = String)]
    pub two_factor: TwoFactorState,
    /// After how many idle minutes the screen is to be locked; none: never.
    #[serde(default)]
    pub lock_after_minutes: Option<u16>,
    /// How banners and mail look for one's company, with the provider's name where it has none (CP-27).
    #[serde(default)]
    pub branding: Branding,
    /// Whether one may switch to the next version of the portal and back (CP-19).
    #[serde(default)]
    pub has_version_switch: bool,
    /// The version that one has (CP-18).
    #[serde(default)]
    #[schema(value_type = String)]
    pub portal_version: PortalVersion,
}

impl Me {
    /// Whoever is signed in, as somebody who acts.
    #[must_use]
    pub fn actor(&self) -> Actor {
        Actor {
            person: self.person,
            name: self.name.clone(),
            level: self.level,
            company: self.company,
            agency: Agency::Human,
        }
    }
}

/// The answer of `/tandem/v1/health`, for anybody.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Health {
    /// `ok` while it answers.
    pub status: String,
    /// The program's version.
    pub version: String,
    /// The provider's name.
    pub instance_name: String,
    /// The server's clock, for those who compare theirs.
    #[schema(value_type = String, format = DateTime)]
    pub now: Timestamp,
}
