//! What panes are drawn with: lists, the two statuses, text boxes, dialogs' frames, the top and bottom lines.
//!
//! Everything here draws into a buffer from values that it is given, and knows nothing of tickets' rules. Foreign text
//! may be given as it came: [`paint`] makes it harmless. Any area will do, also an empty one.

pub mod age;
pub mod columns;
pub mod edit;
pub mod floating;
pub mod footer;
pub mod line;
pub mod line_input;
pub mod list;
pub mod paint;
pub mod pick_list;
pub mod progress;
pub mod reading;
pub mod rule;
pub mod scroll;
pub mod text_box;
pub mod top_line;
pub mod two_statuses;
