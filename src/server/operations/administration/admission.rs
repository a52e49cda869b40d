//! Whether a client's people come in: the portal must be in the subscription (CP-20), on for the instance (CP-21) and on
//! at their company (CPX-08), which must be active.

use super::features;
use crate::domain::{Actor, Side};
use crate::entities::COMPANY;
use crate::records::administration::instance::Feature;
use crate::server::operations::{OperationError, taskfire};
use crate::server::store::rows;
use rusqlite::Connection;

/// Lets this person in, who is who they say: at sign-in, at every request of theirs, and while they follow the feed.
///
/// # Errors
/// `feature_inactive` where the portal is off for them.
pub fn admit(connection: &Connection, actor: &Actor) -> Result<(), OperationError> {
    if actor.side() == Side::Autotask {
        return Ok(());
    }
    let company = rows::get(connection, &COMPANY, actor.company.0)?;
    // Of a company that is not active any more nobody comes in, whatever is still on there.
    let is_on =
        company.is_some_and(|company| company.boolean("isActive") != Some(false) && taskfire::is_portal_on(&company));
    if is_on && features::is_active(connection, Feature::Portal)? {
        Ok(())
    } else {
        Err(OperationError::PortalInactive)
    }
}
