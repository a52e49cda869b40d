//! Accepting the agreement, which is the only way to switch Taskfire on (TF-09 to TF-11, D-15).

use super::permission::{Action, Permission, permission};
use super::{Refusal, SecurityLevel};

/// What somebody accepts: the version that they read, and the two boxes (TF-10).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Acceptance {
    /// The version that was on the screen.
    pub version: u32,
    /// Box 1.
    pub terms_accepted: bool,
    /// Box 2.
    pub is_entitled: bool,
}

/// What the acceptance meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The newest version.
    pub newest: u32,
    /// Whether Taskfire is on for the whole instance (CP-21).
    pub is_feature_active: bool,
    /// Whether it is on at this client.
    pub is_enabled: bool,
}

/// Whether somebody of this level may accept now.
///
/// # Errors
/// The first that applies: not an administrator's, the feature is off, Taskfire is on already, a box is missing, the
/// version is not the newest.
pub fn accept(level: SecurityLevel, acceptance: Acceptance, standing: Standing) -> Result<(), Refusal> {
    if permission(level, Action::EnableOrDisableTaskfire) != Permission::Yes {
        return Err(Refusal::Forbidden);
    }
    if !standing.is_feature_active {
        return Err(Refusal::FeatureInactive);
    }
    if standing.is_enabled {
        return Err(Refusal::TaskfireAlreadyEnabled);
    }
    if !(acceptance.terms_accepted && acceptance.is_entitled) {
        return Err(Refusal::BothBoxesRequired);
    }
    match acceptance.version.cmp(&standing.newest) {
        std::cmp::Ordering::Equal => Ok(()),
        std::cmp::Ordering::Less => Err(Refusal::AgreementOutdated {
            version: standing.newest,
        }),
        std::cmp::Ordering::Greater => Err(Refusal::NotUsable { field: "version" }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const READ: Acceptance = Acceptance {
        version: 2,
        terms_accepted: true,
        is_entitled: true,
    };
    const OFF: Standing = Standing {
        newest: 2,
        is_feature_active: true,
        is_enabled: false,
    };

    #[test]
    fn only_an_administrator_accepts() {
        for level in SecurityLevel::ALL {
            let wanted = match level {
                SecurityLevel::ProviderAdmin => Ok(()),
                _ => Err(Refusal::Forbidden),
            };
            assert_eq!(accept(level, READ, OFF), wanted, "{level:?}");
        }
    }

    #[test]
    fn both_boxes_and_the_newest_version_are_needed_where_taskfire_can_be_enabled() {
        let admin = SecurityLevel::ProviderAdmin;
        for (terms_accepted, is_entitled) in [(false, false), (false, true), (true, false)] {
            let acceptance = Acceptance {
                terms_accepted,
                is_entitled,
                ..READ
            };
            assert_eq!(accept(admin, acceptance, OFF), Err(Refusal::BothBoxesRequired));
        }
        let outdated = Acceptance { version: 1, ..READ };
        assert_eq!(
            accept(admin, outdated, OFF),
            Err(Refusal::AgreementOutdated { version: 2 })
        );
        let unknown = Acceptance { version: 3, ..READ };
        assert_eq!(
            accept(admin, unknown, OFF),
            Err(Refusal::NotUsable { field: "version" })
        );
        let inactive = Standing {
            is_feature_active: false,
            ..OFF
        };
        assert_eq!(accept(admin, READ, inactive), Err(Refusal::FeatureInactive));
        let enabled = Standing {
            is_enabled: true,
            ..OFF
        };
        assert_eq!(accept(admin, READ, enabled), Err(Refusal::TaskfireAlreadyEnabled));
    }
}
