//! The API of `/tandem/v1`: a real server on loopback, a real client, a real database file.

mod administration;
mod agreement;
mod attachments;
mod audit;
mod autotask;
mod billing;
mod changes;
mod contracts;
mod disabling;
mod feed;
mod hostile;
mod instance;
mod killed;
mod levels;
mod managing;
mod openapi;
mod people;
mod portal_view;
mod reading;
mod refused;
mod sessions;
mod stale;
mod support;
mod taskfire;
mod tls;
mod two_factor;
