//! The bridge between rows of the entity tables and the domain's types: the server's store and the local copy both
//! cross it, so that a rule sees the same ticket on either machine.

pub mod administration;
pub mod attachment;
pub mod contract;
pub mod directory;
pub mod drafts;
pub mod history;
pub mod note;
pub mod own_time;
pub mod seen;
pub mod ticket;
pub mod time_entry;
pub mod views;
pub mod windows;

use crate::domain::Person;

/// What the fields for the type of a person hold: whether they are the provider's or a client's.
#[must_use]
pub fn person_type(person: Person) -> i64 {
    match person {
        Person::Resource(_) => 1,
        Person::Contact(_) => 2,
    }
}
