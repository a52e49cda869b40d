//! What the console said: the message line until the next key, and the log of all of it.

use super::App;
use crate::base::Timestamp;
use crate::base::cells::sanitise;
use crate::sentences::Value;
use crate::tui::msg::{Saying, Weight};
use std::collections::VecDeque;

/// So many are kept.
const KEPT: usize = 500;

/// The message line and the log behind it.
#[derive(Clone, Debug, Default)]
pub struct Messages {
    /// What stands in the footer's place.
    pub current: Option<Saying>,
    /// Everything that was said, the newest last.
    pub log: VecDeque<(Timestamp, Saying)>,
    /// Which act was settled last, and of how many changes since the last key.
    settled: Option<(&'static str, usize)>,
}

impl Messages {
    /// A key was pressed: what was said has been read. Whether there was something.
    pub fn quiet(&mut self) -> bool {
        self.settled = None;
        self.current.take().is_some()
    }

    /// One more change with this act is settled; gives back how many in a row.
    pub fn settled_again(&mut self, act: &'static str) -> usize {
        let before = self
            .settled
            .filter(|(last, _)| *last == act)
            .map_or(0, |(_, count)| count);
        self.settled = Some((act, before + 1));
        before + 1
    }

    /// Says something, in the message line and in the log.
    pub fn say(&mut self, at: Timestamp, saying: Saying) {
        let saying = Saying {
            text: sanitise(&saying.text).into_owned(),
            ..saying
        };
        if self.log.len() == KEPT {
            self.log.pop_front();
        }
        self.log.push_back((at, saying.clone()));
        self.current = Some(saying);
    }
}

impl App {
    /// Says that something was done.
    pub fn done(&mut self, key: &str, arguments: &[(&str, Value<'_>)]) {
        let text = self.say(key, arguments).into_owned();
        self.messages.say(
            self.now,
            Saying {
                weight: Weight::Done,
                text,
            },
        );
    }

    /// Says that something is refused or went wrong.
    pub fn warn(&mut self, text: String) {
        self.messages.say(
            self.now,
            Saying {
                weight: Weight::Warning,
                text,
            },
        );
    }
}
