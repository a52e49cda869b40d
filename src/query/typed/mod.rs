//! The line that people type: `status:new company:acme due<2d -assignee:none printer`.
//!
//! - `field:value`, `field:one,other` (either), `field:none`, `field:any`, `field<value` (also `>`, `<=`, `>=`).
//!   Fields have short names (`status`, `queue`, `priority`, `assignee` of my side; `autotask`, `taskfire` for a given
//!   side's status; `company`, `due`, …) and their names on the wire.
//! - Values are names, as much of them as is clear, `me`, or `#7` for an id. Text: anywhere in it, `=` all of it,
//!   `^` its beginning, `$` its end. Moments: a day, a full moment, `today`, `now`, or a time span (`30m` `2h` `3d`
//!   `1w`): `due<2d` is due within two days, `created<2d` is less than two days old.
//! - `udf:Name=value`, `udf:"Asset Tag"=A-17`, `udf:Score>3`, `udf:Tier=Gold,none`: user-defined fields; a name alone has
//!   any value.
//! - `is:open`, `closed`, `late`, `shared`, `unassigned`, `mine`.
//! - A leading `-` takes the others; `OR` and parentheses combine; everything else is words to search for.

mod complete;
mod error;
mod keys;
mod moment;
mod names;
mod print;
mod read;
mod scan;
mod term;
#[cfg(test)]
mod tests;
mod user_defined;

pub use complete::{Completion, complete};
pub use error::{Expected, Missing, Reason, TypedError};
pub use names::{List, Name, Names};
pub use print::{print, quoted};
pub use read::parse;
