//! The opened ticket, and everything that can be done to tickets: one file per action.

pub mod action;
pub mod copy_number;
pub mod reopen;
pub mod take;
