//! The parts that the screen is divided into. A pane knows its own state and how to draw it, and no other pane.

pub mod acknowledgements;
pub mod agreement;
pub mod companies;
pub mod demo;
pub mod outbox;
pub mod queues;
pub mod settings;
pub mod setup;
pub mod ticket;
pub mod tickets;
