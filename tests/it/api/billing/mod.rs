//! Billing over HTTP: automation, lines and the events behind them, closing, invoices and reports.

mod approval;
mod automation;
mod by_hand;
mod carried_over;
mod charges;
mod closing;
mod days;
mod far_days;
mod handing_over;
mod inactive;
mod kept;
mod killed;
mod largest;
mod lines;
mod months;
mod moved;
mod nights;
mod prices;
mod renewal;
mod renewal_days;
mod reports;
mod roles;
mod standing;
pub mod world;
