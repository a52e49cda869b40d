//! The parts that the screen is divided into. A pane knows its own state and how to draw it, and no other pane.

pub mod acknowledgements;
pub mod agreement;
pub mod audit;
pub mod companies;
pub mod demo;
pub mod instance;
pub mod levels;
pub mod outbox;
pub mod people;
pub mod portal;
pub mod queues;
pub mod settings;
pub mod setup;
pub mod ticket;
pub mod tickets;
