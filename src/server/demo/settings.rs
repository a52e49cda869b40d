//! The demo provider's own settings, and what a few of its clients have instead: written by its administrator, as on any
//! desk.

use super::DemoError;
use super::desk::{BrandingEntry, Desk, InstanceEntry, PortalEntry};
use super::keys::Keys;
use super::people::at;
use crate::records::administration::Administration;
use crate::records::administration::instance::{Feature, FeatureSwitch, InstanceSettings};
use crate::records::administration::portal::{Branding, PortalOverrides, PortalSettings};
use crate::server::operations::administration::{self, Asker};
use crate::server::store::Writing;

/// Writes the settings of the instance, the global ones of the portal, and what clients have instead.
pub(super) fn lay(
    writing: &Writing<'_>,
    keys: &Keys,
    instance: &InstanceEntry,
    desk: &Desk,
    administrator: &Asker,
) -> Result<(), DemoError> {
    let settings = InstanceSettings {
        name: instance.name.clone(),
        time_zone: instance.time_zone.clone(),
        currency: instance.currency.clone(),
        licence_fee: Some(instance.licence_fee.clone()),
        ..InstanceSettings::default()
    };
    let portal = PortalSettings {
        branding: branding(&desk.branding),
        ..PortalSettings::default()
    };
    let early_access = FeatureSwitch {
        feature: Feature::NextPortal,
        is_active: true,
    };
    let mut acts = vec![
        (instance.name.as_str(), Administration::WriteInstance(settings.into())),
        ("branding", Administration::WritePortalSettings(portal.into())),
        ("next_version", Administration::SwitchFeature(early_access)),
    ];
    for company in &desk.company {
        if let Some(portal) = &company.portal {
            let act = Administration::OverridePortalSettings(keys.company(&company.key)?, overrides(portal).into());
            acts.push((&company.key, act));
        }
    }
    for (key, act) in acts {
        administration::carry_out(writing, administrator, &act, None).map_err(at(key))?;
    }
    Ok(())
}

fn branding(entry: &BrandingEntry) -> Branding {
    Branding {
        name: entry.name.clone(),
        logo_text: entry.logo_text.clone(),
        colour: entry.colour.clone(),
    }
}

fn overrides(entry: &PortalEntry) -> PortalOverrides {
    PortalOverrides {
        lock_after_minutes: entry.lock_after_minutes,
        shown_time: entry.shown_time,
        resource_names: entry.resource_names,
        next_version: entry.next_version,
        branding: entry.branding.as_ref().map(branding),
        ..PortalOverrides::default()
    }
}
