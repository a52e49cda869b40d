//! Billing over HTTP: automation, lines and the events behind them, closing, invoices and reports.

mod automation;
mod closing;
mod killed;
mod lines;
mod reports;
mod world;
