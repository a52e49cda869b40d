//! The portal settings one by one: what each is called, how its value is said, and where a client has its own.

use crate::records::administration::portal::{
    Branding, PortalOverrides, PortalSettings, ResourceNames, ShownTime, TwoFactorPolicy,
};
use crate::tui::app::App;

/// A setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Who must sign in with a second factor (CPX-11).
    TwoFactor,
    /// After how many idle minutes the screen is locked.
    Lock,
    /// What clients see of the provider's time (CPX-12).
    ShownTime,
    /// How the provider's people are named to clients (CPX-13).
    ResourceNames,
    /// From which day on clients see tickets (CPX-14).
    TicketsSince,
    /// The next version of the portal (CP-18).
    NextVersion,
    /// Which levels a client's own people may give (CPX-09).
    AssignableLevels,
    /// How what goes out looks (CP-27).
    Branding,
}

impl Setting {
    /// All of them, in the page's order.
    pub const ALL: [Self; 8] = [
        Self::TwoFactor,
        Self::Lock,
        Self::ShownTime,
        Self::ResourceNames,
        Self::TicketsSince,
        Self::NextVersion,
        Self::AssignableLevels,
        Self::Branding,
    ];

    /// The key of its name; its explanation follows as the attribute `.about`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::TwoFactor => "portal-two-factor",
            Self::Lock => "portal-lock",
            Self::ShownTime => "portal-shown-time",
            Self::ResourceNames => "portal-resource-names",
            Self::TicketsSince => "portal-tickets-since",
            Self::NextVersion => "portal-next-version",
            Self::AssignableLevels => "portal-assignable-levels",
            Self::Branding => "portal-branding",
        }
    }

    /// Its value in words.
    #[must_use]
    pub fn value(self, app: &App, settings: &PortalSettings) -> String {
        let text = |key: &str| app.text(key).into_owned();
        match self {
            Self::TwoFactor => text(two_factor_key(settings.two_factor)),
            Self::Lock => match settings.lock_after_minutes {
                Some(minutes) => app.say("portal-minutes", &[("minutes", minutes.into())]).into_owned(),
                None => text("portal-never"),
            },
            Self::ShownTime => text(shown_time_key(settings.shown_time)),
            Self::ResourceNames => text(resource_names_key(settings.resource_names)),
            Self::TicketsSince => settings
                .tickets_since
                .clone()
                .unwrap_or_else(|| text("portal-from-the-beginning")),
            Self::NextVersion => text(if settings.next_version {
                "switch-on"
            } else {
                "switch-off"
            }),
            Self::AssignableLevels => levels(app, settings.assignable_levels),
            Self::Branding => branding(app, &settings.branding),
        }
    }

    /// Whether a client has its own.
    #[must_use]
    pub fn is_overridden(self, overrides: &PortalOverrides) -> bool {
        match self {
            Self::TwoFactor => overrides.two_factor.is_some(),
            Self::Lock => overrides.lock_after_minutes.is_some(),
            Self::ShownTime => overrides.shown_time.is_some(),
            Self::ResourceNames => overrides.resource_names.is_some(),
            Self::TicketsSince => overrides.tickets_since.is_some(),
            Self::NextVersion => overrides.next_version.is_some(),
            Self::AssignableLevels => overrides.assignable_levels.is_some(),
            Self::Branding => overrides.branding.is_some(),
        }
    }

    /// A client's overrides with this one of these settings.
    #[must_use]
    pub fn overridden(self, overrides: &PortalOverrides, by: &PortalSettings) -> PortalOverrides {
        let mut overrides = overrides.clone();
        match self {
            Self::TwoFactor => overrides.two_factor = Some(by.two_factor),
            Self::Lock => overrides.lock_after_minutes = by.lock_after_minutes,
            Self::ShownTime => overrides.shown_time = Some(by.shown_time),
            Self::ResourceNames => overrides.resource_names = Some(by.resource_names),
            Self::TicketsSince => overrides.tickets_since.clone_from(&by.tickets_since),
            Self::NextVersion => overrides.next_version = Some(by.next_version),
            Self::AssignableLevels => overrides.assignable_levels = Some(by.assignable_levels),
            Self::Branding => overrides.branding = Some(by.branding.clone()),
        }
        overrides
    }

    /// A client's overrides without this one.
    #[must_use]
    pub fn as_global(self, overrides: &PortalOverrides) -> PortalOverrides {
        let mut overrides = overrides.clone();
        match self {
            Self::TwoFactor => overrides.two_factor = None,
            Self::Lock => overrides.lock_after_minutes = None,
            Self::ShownTime => overrides.shown_time = None,
            Self::ResourceNames => overrides.resource_names = None,
            Self::TicketsSince => overrides.tickets_since = None,
            Self::NextVersion => overrides.next_version = None,
            Self::AssignableLevels => overrides.assignable_levels = None,
            Self::Branding => overrides.branding = None,
        }
        overrides
    }
}

/// The key of a policy's name.
#[must_use]
pub fn two_factor_key(policy: TwoFactorPolicy) -> &'static str {
    match policy {
        TwoFactorPolicy::Nobody => "portal-two-factor-nobody",
        TwoFactorPolicy::TaskfireUsers => "portal-two-factor-taskfire",
        TwoFactorPolicy::Everybody => "portal-two-factor-everybody",
    }
}

/// The key of what is shown of the provider's time.
#[must_use]
pub fn shown_time_key(shown: ShownTime) -> &'static str {
    match shown {
        ShownTime::Nothing => "portal-shown-nothing",
        ShownTime::Billed => "portal-shown-billed",
        ShownTime::Worked => "portal-shown-worked",
    }
}

/// The key of how the provider's people are named.
#[must_use]
pub fn resource_names_key(names: ResourceNames) -> &'static str {
    match names {
        ResourceNames::Full => "portal-names-full",
        ResourceNames::First => "portal-names-first",
        ResourceNames::Provider => "portal-names-provider",
    }
}

/// The keys of the names of Basic, Advanced and Manager, in the order of `assignable_levels`.
pub const ASSIGNABLE: [&str; 3] = ["level-portal-basic", "level-portal-advanced", "level-portal-manager"];

fn levels(app: &App, assignable: [bool; 3]) -> String {
    let names = ASSIGNABLE.iter().zip(assignable).filter(|(_, may)| *may);
    let names: Vec<_> = names.map(|(key, _)| app.text(key).into_owned()).collect();
    match names.is_empty() {
        true => app.text("portal-levels-none").into_owned(),
        false => names.join(", "),
    }
}

fn branding(app: &App, branding: &Branding) -> String {
    let parts = [&branding.name, &branding.logo_text, &branding.colour];
    let said: Vec<&str> = parts
        .into_iter()
        .map(|part| part.trim())
        .filter(|part| !part.is_empty())
        .collect();
    match said.is_empty() {
        true => app.text("portal-branding-none").into_owned(),
        false => said.join(" · "),
    }
}
