//! Where an entity is found below `/tandem/v1`.

use crate::entities::Entity;

/// The entity's plural as addresses have it: `ticketNotes`.
#[must_use]
pub fn of(entity: &Entity) -> String {
    let mut letters = entity.plural.chars();
    let first = letters.next().map(|letter| letter.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
}
