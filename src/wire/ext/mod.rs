//! Tandem's additions to Autotask's contract: the bodies of `/tandem/v1/` (`design`: sign-in, both sides of a
//! ticket, feed, import).

pub mod administration;
pub mod change;
pub mod feed;
pub mod import;
pub mod picklist;
pub mod portal;
pub mod session;
pub mod taskfire;
pub mod upload;
