//! Bringing another desk's file over: rows are read as a stream, mapped to what Tandem knows, and sent in batches to
//! the server, which decides. A bad row is set aside with its line and reason; the rest goes in.

mod lines;
pub mod mapping;
pub mod progress;
pub mod read;
pub mod rejects;
pub mod resume;
pub mod run;
mod target;
mod template;
mod translate;

pub use mapping::Mapping;
pub use progress::Progress;
pub use read::{Record, Records};
pub use rejects::{Reject, Rejects, RejectsError};
pub use run::{ImportError, Job, Report, Watcher};
pub use target::Target;
pub use translate::{BadRow, Translation};
