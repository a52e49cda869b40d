//! What recurring services cost, to the cent (2.9): periods of a contract, who held a licence when, proration of a
//! period into lines, corrections of closed periods, and from which day automation bills. All days are the provider's
//! and inclusive; amounts follow from history, price and contract alone, never from the day of computing.

pub mod automation;
pub mod correction;
pub mod history;
pub mod period;
pub mod price;
pub mod proration;
pub mod units;

pub use automation::{Beginning, Notice, Spell};
pub use history::{History, LicenceEvent, Span};
pub use period::{Anchor, Period, PeriodType, Term};
pub use price::Prices;
pub use proration::{Kind, Line, Statement};
pub use units::{DayChange, Ending, UnitChange, Units};

#[cfg(test)]
mod tests;
