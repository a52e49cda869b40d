//! What the copy promises, proven on real files.

mod counts;
mod deciding;
mod lists;
mod orders;
mod recording;
mod settling;
mod taking;
mod unanswered;
