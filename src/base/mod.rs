//! The ground floor: small value types that know nothing of helpdesks, one a file.

pub mod cells;
pub mod clock;
pub mod file_name;
pub mod fold;
pub mod ids;
pub mod language;
pub mod nearest;
pub mod nul;
pub mod secret;
pub mod storage;
pub mod timestamp;
pub mod web_address;
pub mod whole_file;
pub mod zone;

pub use clock::{Clock, ManualClock, SystemClock};
pub use language::Language;
pub use nearest::nearest;
pub use secret::Secret;
pub use storage::Storage;
pub use timestamp::{Date, Timestamp};
pub use zone::Zone;
