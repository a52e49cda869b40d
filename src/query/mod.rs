//! The filter language, written once: Autotask's JSON over the wire, SQL on the server's database and on the local
//! copy, evaluation of one row in memory, and the line that people type, all of the same tree.
//!
//! What the operators mean, wherever they run:
//! - Text is compared without regard to case, letter by letter (`base::fold::fold_case`); diacritics count.
//! - `noteq` and `notIn` select exactly what `eq` and `in` don't, rows without a value included. Every other operator
//!   passes over rows without a value, except `notExist`.
//! - `eq` and `noteq` with null are `notExist` and `exist`.
//! - `words`: every word occurs in the row's searched text, the last one as the beginning of a word.

mod condition;
mod error;
mod json;
mod limits;
mod list_order;
mod matches;
mod request;
mod sort;
pub mod sql;
mod tree;
pub mod typed;
mod user_defined;
mod words;

pub use condition::{Comparison, Condition, Part, Test};
pub use error::FilterError;
pub use json::names_user_defined;
pub use list_order::{ListOrder, Standing};
pub use request::{PAGE_SIZE, Query};
pub use sort::{Direction, Place, Sort};
pub use tree::{Filter, Join, Node};
pub use user_defined::UserDefinedCondition;
pub use words::{Found, Searched, WordColumn};

#[cfg(test)]
mod agreement;
#[cfg(test)]
mod arbitrary;
