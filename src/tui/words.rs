//! Acts and fields in words: what the outbox, its questions and messages call them.

use super::app::App;
use super::intent::Intent;
use crate::domain::Act;
use crate::domain::note::Audience;

/// So much of a text is repeated.
const FIRST_WORDS: usize = 60;

impl App {
    /// What an act does, in a few words: `set our status to Waiting Customer`.
    #[must_use]
    pub fn act_words(&self, act: &Act) -> String {
        let key = match act {
            Act::AddNote {
                audience: Audience::Internal,
                ..
            } => "act-note-internal".to_owned(),
            _ => format!("act-{}", act.name()),
        };
        self.say(&key, &[("what", self.act_object(act).into())]).into_owned()
    }

    /// What an act is about: the status, the person, the first words of a text.
    fn act_object(&self, act: &Act) -> String {
        match act {
            Act::Create(new) => first_words(&new.title),
            Act::SetStatus { status } => self.desk.statuses.label(*status),
            Act::SetPriority { priority } => format!("P{}", priority.rank()),
            Act::Move { queue } => {
                let known = self.desk.queues.iter().find(|known| known.id == *queue);
                known.map_or_else(|| format!("#{queue}"), |known| known.name.clone())
            }
            Act::AddNote { text, .. } => first_words(text),
            Act::LogTime { minutes, .. } => format!("{}:{:02}", minutes / 60, minutes % 60),
            Act::Escalate { reason }
            | Act::Transfer { reason }
            | Act::Decline { reason }
            | Act::Recall { reason }
            | Act::Complete { resolution: reason } => first_words(reason),
            Act::Edit(_)
            | Act::Assign { .. }
            | Act::Reopen
            | Act::AddSecondary { .. }
            | Act::RemoveSecondary { .. } => String::new(),
        }
    }

    /// What people call a field of the wire.
    #[must_use]
    pub fn field_name(&self, field: &str) -> String {
        let known = self.settings.sentences.find(&format!("field-{field}"), &[]);
        known.map_or_else(|| field.to_owned(), |name| name.into_owned())
    }
}

fn first_words(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(FIRST_WORDS) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

impl Intent {
    /// The intent that makes such an act, where its dialog can be opened again.
    #[must_use]
    pub fn of_act(act: &Act) -> Option<Self> {
        let name = match act {
            Act::AddNote {
                audience: Audience::Public,
                ..
            } => "ticket.reply",
            Act::Escalate { .. } | Act::Transfer { .. } => "ticket.hand_over",
            Act::Move { .. } => "ticket.move",
            Act::LogTime { .. } => "ticket.log_time",
            Act::Create(_) | Act::AddSecondary { .. } | Act::RemoveSecondary { .. } => return None,
            _ => return Self::named(&format!("ticket.{}", act.name())),
        };
        Self::named(name)
    }
}

/// `1120.0007` of `T20261120.0007`; a number of another form as it is.
#[must_use]
pub fn short_number(number: &str) -> &str {
    match number.strip_prefix('T').and_then(|digits| digits.get(4..)) {
        Some(short) if short.contains('.') => short,
        _ => number,
    }
}
