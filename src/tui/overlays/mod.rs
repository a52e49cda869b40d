//! What floats over the panes: it takes the keys until it is answered or left.

pub mod confirm;
pub mod conflict;
pub mod draw;
pub mod help;
pub mod log;
pub mod palette;
pub mod pick;
pub mod quit;

use super::app::App;
use super::effect::{Effect, Followers};
use super::intent::{Behaviour, Intent};
use super::keymap::{Context, Key};
use super::panes::demo;
use super::panes::outbox::discard;
use super::panes::ticket::action::Tickets;
use super::panes::tickets::sort::Order;
use super::panes::tickets::{mark, sort};
use crate::base::ids::{ChangeId, CompanyId, ContactId, QueueId, RequestTypeId, StatusId};
use crate::domain::{Person, Priority};

/// Something that floats.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// The column of queues, where it has no room beside the list.
    Queues,
    /// Everything that can be asked for.
    Palette(palette::Palette),
    /// The keys that work here.
    Help(help::Help),
    /// Everything that was said.
    Log(log::Log),
    /// A question.
    Confirm(confirm::Confirm),
    /// A list to pick from.
    Pick(pick::Pick),
    /// What is to become of a stopped change.
    Conflict(Box<conflict::Conflict>),
}

/// Who gets the answer.
#[derive(Clone, Debug)]
pub enum Purpose {
    /// Leaving the console.
    Quit,
    /// Marking everything that a list has.
    MarkAll,
    /// Sorting the list.
    Sort,
    /// Becoming another person of the demo desk.
    Become,
    /// Throwing a change away.
    Discard(ChangeId, Followers),
    /// An action on these tickets.
    Ticket(Intent, Tickets),
}

/// What a person answered.
#[derive(Clone, Debug)]
pub enum Answer {
    /// Yes.
    Yes,
    /// This one.
    Chosen(Choice),
}

/// What can be picked.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// An order of the list.
    Order(Order),
    /// Somebody, or nobody.
    Person(Option<Person>),
    /// A queue.
    Queue(QueueId),
    /// A status.
    Status(StatusId),
    /// A priority.
    Priority(Priority),
    /// A client.
    Company(CompanyId),
    /// A client's person.
    Contact(ContactId),
    /// A request type.
    RequestType(RequestTypeId),
    /// A person of the demo desk, by user name.
    DemoPerson(String),
}

/// What an overlay does with what was asked for.
pub enum Next {
    /// It stays.
    Stays(Overlay, Vec<Effect>),
    /// It closes.
    Closes(Vec<Effect>),
    /// It closes, and this is asked for behind it.
    Asks(Intent),
    /// It closes with an answer.
    Answers(Purpose, Answer),
    /// It has nothing to do with it.
    NotMine(Overlay),
}

impl Overlay {
    /// The contexts that hold while it is on top, the innermost first.
    #[must_use]
    pub fn contexts(&self) -> Vec<Context> {
        match self {
            Self::Conflict(_) => vec![Context::Outbox, Context::Global, Context::Always],
            Self::Queues => vec![Context::Queues, Context::Moving, Context::Global, Context::Always],
            Self::Palette(_) => vec![Context::Palette, Context::Editing, Context::Always],
            Self::Help(_) | Self::Log(_) => vec![Context::Help, Context::Moving, Context::Global, Context::Always],
            Self::Confirm(_) => vec![Context::Confirm, Context::Always],
            Self::Pick(_) => vec![Context::Pick, Context::Editing, Context::Always],
        }
    }

    fn asked(self, app: &App, intent: Intent) -> Next {
        match self {
            Self::Queues => Next::NotMine(self),
            Self::Palette(palette) => palette.asked(intent),
            Self::Help(help) => help.asked(app, intent),
            Self::Log(log) => log.asked(app, intent),
            Self::Confirm(confirm) => confirm.asked(intent),
            Self::Conflict(conflict) => conflict.asked(intent),
            Self::Pick(pick) => pick.asked(intent),
        }
    }
}

/// Lets the topmost overlay do what was asked for; none where that isn't its own.
pub fn asked(app: &mut App, intent: Intent) -> Option<Vec<Effect>> {
    let overlay = app.overlays.pop()?;
    match overlay.asked(app, intent) {
        Next::Stays(overlay, effects) => {
            app.overlays.push(overlay);
            Some(effects)
        }
        Next::Closes(effects) => Some(effects),
        Next::Asks(intent) => Some(app.ask(intent)),
        Next::Answers(purpose, answer) => Some(answered(app, purpose, answer)),
        Next::NotMine(overlay) => {
            app.overlays.push(overlay);
            None
        }
    }
}

fn answered(app: &mut App, purpose: Purpose, answer: Answer) -> Vec<Effect> {
    match purpose {
        Purpose::Quit => vec![Effect::Quit],
        Purpose::MarkAll => mark::confirm_all(app),
        Purpose::Sort => sort::confirm(app, &answer),
        Purpose::Become => demo::confirm(answer),
        Purpose::Discard(change, followers) => discard::confirm(app, change, followers),
        Purpose::Ticket(intent, tickets) => match intent.behaviour() {
            Behaviour::Ticket(action) => action.confirm(app, tickets, answer),
            Behaviour::Console { .. } | Behaviour::Inner => Vec::new(),
        },
    }
}

/// A key that the topmost overlay takes as text.
pub fn typed(app: &mut App, key: Key) -> Vec<Effect> {
    match app.overlays.last_mut() {
        Some(Overlay::Palette(palette)) => _ = palette.list.key(key),
        Some(Overlay::Pick(pick)) => _ = pick.list.key(key),
        _ => {}
    }
    Vec::new()
}

/// A text that was pasted; none where no text box is open.
pub fn pasted(app: &mut App, text: &str) -> Option<Vec<Effect>> {
    match app.overlays.last_mut() {
        Some(Overlay::Palette(palette)) => palette.list.paste(text),
        Some(Overlay::Pick(pick)) => pick.list.paste(text),
        _ => return None,
    }
    Some(Vec::new())
}

/// How many lines a tall overlay (help, log) shows.
#[must_use]
pub fn tall(app: &App) -> usize {
    usize::from(app.size.1).saturating_sub(6).max(1)
}
