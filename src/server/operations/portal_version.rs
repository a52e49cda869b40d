//! Early access to the next version of the portal: where it is offered, a person switches to it and back (CP-18, CP-19).

use super::administration::{features, portal};
use super::{OperationError, Operations, identity};
use crate::domain::{Actor, Refusal, Side};
use crate::records::administration::instance::Feature;
use crate::server::store::StoreError;
use crate::server::visible::kind_word;
use crate::wire::ext::portal::{PortalVersion, PortalVersionSwitch};
use crate::wire::ext::session::Me;
use rusqlite::{Connection, OptionalExtension};

impl Operations {
    /// Switches a person to the next version, or back.
    ///
    /// # Errors
    /// `feature_inactive` where it is not offered to them.
    pub async fn switch_portal_version(&self, actor: Actor, wanted: PortalVersionSwitch) -> Result<Me, OperationError> {
        self.write(move |writing| {
            if !is_offered(writing, &actor)? {
                return Err(Refusal::FeatureInactive.into());
            }
            writing.execute(
                "UPDATE login SET uses_next_portal = ?3 WHERE person_kind = ?1 AND person_id = ?2",
                (kind_word(actor.person), actor.person.number(), wanted.next),
            )?;
            Ok(identity::me(writing, &actor, writing.at())?)
        })
        .await
    }
}

/// Whether somebody may choose: the instance has early access, and their company is selected for it.
///
/// # Errors
/// The database's.
pub fn is_offered(connection: &Connection, actor: &Actor) -> Result<bool, StoreError> {
    Ok(actor.side() == Side::Taskfire
        && features::is_active(connection, Feature::NextPortal)?
        && portal::effective(connection, actor.company)?.next_version)
}

/// The version that somebody has: the one that they chose, while it is offered.
///
/// # Errors
/// The database's.
pub fn of(connection: &Connection, actor: &Actor) -> Result<PortalVersion, StoreError> {
    if !is_offered(connection, actor)? {
        return Ok(PortalVersion::List);
    }
    let mut statement =
        connection.prepare_cached("SELECT uses_next_portal FROM login WHERE person_kind = ?1 AND person_id = ?2")?;
    let chosen = statement
        .query_row((kind_word(actor.person), actor.person.number()), |row| row.get(0))
        .optional()?;
    Ok(match chosen {
        Some(true) => PortalVersion::ListWithPreview,
        _ => PortalVersion::List,
    })
}
