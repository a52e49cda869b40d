//! Acts and fields in words: what the outbox, its questions and messages call them.

use super::app::App;
use super::intent::Intent;
use super::typed::work;
use crate::base::Timestamp;
use crate::domain::note::Audience;
use crate::domain::{Act, Person, SecurityLevel, Side};
use crate::records::views::{ConversationEntry, TicketView};

/// So much of a text is repeated.
const FIRST_WORDS: usize = 60;

impl App {
    /// What an act does, in a few words: `set our status to Waiting Customer`.
    #[must_use]
    pub fn act_words(&self, act: &Act) -> String {
        self.act_about(act, self.act_object(act))
    }

    /// The same where the texts that go with it stand below.
    #[must_use]
    pub fn act_heading(&self, act: &Act) -> String {
        let object = match act {
            Act::AddNote { .. } | Act::Complete { .. } | Act::Escalate { .. } | Act::Transfer { .. } => String::new(),
            _ => self.act_object(act),
        };
        self.act_about(act, object)
    }

    fn act_about(&self, act: &Act, object: String) -> String {
        let key = match act {
            Act::AddNote {
                audience: Audience::Internal,
                ..
            } => "act-note-internal".to_owned(),
            Act::Tick {
                is_completed: false, ..
            } => "act-untick".to_owned(),
            _ => format!("act-{}", act.name()),
        };
        let words = self.say(&key, &[("what", object.into())]);
        words.trim_end_matches([' ', ':']).to_owned()
    }

    /// What people call somebody of whom a ticket here has the name; none of nobody.
    fn person_name(&self, person: Option<Person>) -> String {
        let Some(person) = person else {
            return self.text("pick-nobody").into_owned();
        };
        if self.viewer.as_ref().is_some_and(|viewer| viewer.actor.person == person) {
            return self.text("pick-me").into_owned();
        }
        let open = self
            .ticket
            .as_ref()
            .and_then(|pane| pane.ticket())
            .map(|view| &view.line);
        let lines = open.into_iter().chain(&self.tickets.lines);
        let named = lines.flat_map(|line| Side::BOTH.map(|side| line.side(side)?.assignee.as_ref()));
        let known = named.flatten().find(|named| named.person == person);
        known.map_or_else(|| self.text("pick-somebody").into_owned(), |named| named.name.clone())
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
            Act::LogTime {
                minutes, started_at, ..
            } => self.time_spent(*minutes, *started_at),
            Act::Escalate { reason }
            | Act::Transfer { reason }
            | Act::Decline { reason }
            | Act::Recall { reason }
            | Act::Complete { resolution: reason } => first_words(reason),
            Act::Assign { assignee } => self.person_name(*assignee),
            Act::Attach { name, .. } => first_words(name),
            Act::Edit(_) | Act::Reopen | Act::AddSecondary { .. } | Act::RemoveSecondary { .. } | Act::Tick { .. } => {
                String::new()
            }
        }
    }

    /// `1:30`; `1:30 (09:00–10:30)` where it is known when.
    fn time_spent(&self, minutes: i64, started_at: Option<Timestamp>) -> String {
        let spent = work::print(minutes);
        let Some(from) = started_at else { return spent };
        let [from, to] = [from, from.plus_minutes(minutes)].map(|at| self.times().wall(at).format("%H:%M"));
        format!("{spent} ({from}–{to})")
    }

    /// What people call a field of the wire.
    #[must_use]
    pub fn field_name(&self, field: &str) -> String {
        self.settings.sentences.field_name(field)
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
            Act::Create(_)
            | Act::AddSecondary { .. }
            | Act::RemoveSecondary { .. }
            | Act::Attach { .. }
            | Act::Tick { .. } => return None,
            _ => return Self::named(&format!("ticket.{}", act.name())),
        };
        Self::named(name)
    }
}

/// What an author writes for: their side's product; a client's contact who doesn't work in Taskfire, for the company.
#[must_use]
pub fn party<'a>(entry: &'a ConversationEntry, view: &'a TicketView) -> &'a str {
    let is_contact = view.contact.as_ref().is_some_and(|contact| {
        contact.name == entry.author && !contact.level.is_some_and(SecurityLevel::works_tickets)
    });
    match entry.side {
        Side::Taskfire if is_contact || !view.company.taskfire => &view.line.company_name,
        side => side.product(),
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
