//! Bringing another desk's file over: rows are read as a stream, mapped to what Tandem knows, and sent in batches to
//! the server, which decides. A bad row is set aside with its place and reason; the rest goes in.

mod distinct;
pub mod mapping;
pub mod progress;
pub mod read;
pub mod rejects;
mod report;
pub mod resume;
pub mod run;
mod suggest;
mod target;
mod template;
mod translate;

pub use mapping::Mapping;
pub use progress::Progress;
pub use read::{ReadError, Row, Rows};
pub use rejects::{Reject, Rejects, RejectsError};
pub use report::{Made, Report};
pub use run::{ImportError, Job, Watcher};
pub use suggest::{Suggestion, suggest};
pub use target::Target;
pub use translate::{BadRow, Items, Translation};
