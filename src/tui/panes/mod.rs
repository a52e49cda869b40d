//! The parts that the screen is divided into. A pane knows its own state and how to draw it, and no other pane.

pub mod acknowledgements;
pub mod agreement;
pub mod audit;
pub mod automation;
pub mod billing;
pub mod client_billing;
pub mod closing;
pub mod companies;
pub mod contract;
pub mod contract_settings;
pub mod contracts;
pub mod demo;
pub mod instance;
pub mod invoice;
pub mod invoices;
pub mod levels;
pub mod outbox;
pub mod people;
pub mod portal;
pub mod queues;
pub mod recent_invoices;
pub mod reports;
pub mod settings;
pub mod setup;
pub mod ticket;
pub mod tickets;
