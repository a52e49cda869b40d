//! Settings and paths: what a person wrote in files and on the command line and what the environment says, resolved
//! once at the start and passed on as values. Nothing else reads the environment.

pub mod document;
pub mod environment;
pub mod look;
pub mod mistake;
pub mod paths;
mod read;
pub mod settings;
pub mod terminal;

pub use document::{Document, Entry, Table};
pub use environment::Environment;
pub use look::{OwnFile, Preset, ShippedTheme, ThemeChoice};
pub use mistake::Mistake;
pub use paths::Paths;
pub use read::{SECTIONS, web_address};
pub use settings::{Ages, Overrides, Read, ServerSettings, Settings, Surroundings, UiSettings, Unusable};
pub use terminal::Terminal;
