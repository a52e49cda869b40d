//! Reading what belongs to the opened ticket.

use super::conversation::Entry;
use super::{Content, Pane, coverage, settle, take, to_end, to_entry};
use crate::base::ids::TicketId;
use crate::records::administration::Answer;
use crate::records::views::{ConversationEntry, TicketView};
use crate::tui::app::App;
use crate::tui::effect::{Effect, Generation, Load};
use crate::tui::msg::{Loaded, Settled};
use std::sync::Arc;

/// The loads under way.
#[derive(Debug, Default)]
pub(super) struct Loads {
    ticket: Option<Generation>,
    conversation: Option<Generation>,
    time: Option<Generation>,
    history: Option<Generation>,
    related: Option<Generation>,
    pub(super) coverage: Option<Generation>,
}

/// Opens a ticket. What is known of it already is shown at once.
pub fn open(app: &mut App, id: TicketId, known: Option<Arc<TicketView>>) -> Vec<Effect> {
    let mut pane = Pane::new(id);
    if let Some(view) = known {
        pane.view = Content::Here(view);
    }
    app.ticket = Some(pane);
    load(app, id)
}

fn load(app: &mut App, id: TicketId) -> Vec<Effect> {
    let (ticket, first) = app.load(Load::Ticket(id));
    let (conversation, second) = app.load(Load::Conversation(id));
    let (time, third) = app.load(Load::Time(id));
    let (history, fourth) = app.load(Load::History(id));
    let (related, fifth) = app.load(Load::Related(id));
    if let Some(pane) = &mut app.ticket {
        pane.loads = Loads {
            ticket: Some(ticket),
            conversation: Some(conversation),
            time: Some(time),
            history: Some(history),
            related: Some(related),
            coverage: None,
        };
    }
    let mut effects = vec![first, second, third, fourth, fifth];
    effects.extend(coverage::ask(app));
    effects
}

/// Rows of these tickets (none named: of many) changed.
pub fn refresh(app: &mut App, ids: &[TicketId]) -> Vec<Effect> {
    match &app.ticket {
        Some(pane) if ids.is_empty() || ids.contains(&pane.id) => {
            let id = pane.id;
            load(app, id)
        }
        _ => Vec::new(),
    }
}

/// A ticket made here has got its number: the open one follows it.
pub fn numbered(app: &mut App, settled: &Settled) {
    if let Some(pane) = app.ticket.as_mut().filter(|pane| Some(pane.id) == settled.was) {
        pane.id = settled.ticket;
    }
}

/// What was read has come; given back where it is for somebody else.
///
/// # Errors
/// With what is not for the opened ticket.
pub fn loaded(app: &mut App, generation: Generation, loaded: Loaded) -> Result<Vec<Effect>, Loaded> {
    let Some(pane) = &mut app.ticket else {
        return Err(loaded);
    };
    match loaded {
        Loaded::Ticket(view) if take(&mut pane.loads.ticket, generation) => match view {
            Some(view) => {
                let had_contract = pane.ticket().is_some_and(|before| before.ticket.contract.is_some());
                pane.view = Content::Here(view);
                // What was known before it was read has been asked about already.
                if !had_contract {
                    settle(app);
                    return Ok(coverage::ask(app));
                }
            }
            None => return Ok(gone(app)),
        },
        Loaded::Administration(answer) if take(&mut pane.loads.coverage, generation) => {
            if let Answer::Coverage(coverage) = *answer {
                pane.coverage = Some(coverage);
            }
        }
        Loaded::Conversation(entries) if take(&mut pane.loads.conversation, generation) => {
            return Ok(conversation(app, entries));
        }
        Loaded::Time(time) if take(&mut pane.loads.time, generation) => pane.time = Content::Here(time),
        Loaded::History(history) if take(&mut pane.loads.history, generation) => {
            pane.history = Content::Here(history);
        }
        Loaded::Related(related) if take(&mut pane.loads.related, generation) => {
            pane.related = Content::Here(related);
        }
        other => return Err(other),
    }
    settle(app);
    Ok(Vec::new())
}

/// It is deleted, or not this person's to see any more.
fn gone(app: &mut App) -> Vec<Effect> {
    let why = app.text("ticket-gone").into_owned();
    app.warn(why);
    app.ticket = None;
    Vec::new()
}

/// The conversation has come: for the first time one begins at the first unread entry; later nothing jumps, and what
/// came is counted.
fn conversation(app: &mut App, entries: Vec<ConversationEntry>) -> Vec<Effect> {
    let Some(pane) = &mut app.ticket else { return Vec::new() };
    let first_unread = entries.iter().position(|entry| entry.unread);
    let before = pane.conversation.here().map(Vec::len);
    // What one did oneself is read already.
    let news = entries
        .iter()
        .skip(before.unwrap_or(0))
        .filter(|entry| entry.unread)
        .count();
    pane.conversation = Content::Here(entries.into_iter().map(Entry::new).collect());
    let follows = std::mem::take(&mut pane.follows);
    match (before, first_unread) {
        (Some(_), _) if follows => to_end(app),
        (Some(_), _) => {
            pane.arrived += news;
            settle(app);
        }
        (None, Some(entry)) => to_entry(app, entry),
        (None, None) => to_end(app),
    }
    match &app.ticket {
        Some(pane) if first_unread.is_some() => vec![Effect::MarkRead(pane.id)],
        _ => Vec::new(),
    }
}

/// A load failed; whether it was one of the opened ticket's.
pub fn not_loaded(app: &mut App, generation: Generation, why: &str) -> bool {
    let Some(pane) = &mut app.ticket else { return false };
    let failed = || why.to_owned();
    if take(&mut pane.loads.ticket, generation) {
        fail(&mut pane.view, failed());
    } else if take(&mut pane.loads.conversation, generation) {
        fail(&mut pane.conversation, failed());
    } else if take(&mut pane.loads.time, generation) {
        fail(&mut pane.time, failed());
    } else if take(&mut pane.loads.history, generation) {
        fail(&mut pane.history, failed());
    } else if take(&mut pane.loads.related, generation) {
        fail(&mut pane.related, failed());
    } else if take(&mut pane.loads.coverage, generation) {
        // What isn't theirs to know is not shown.
        pane.coverage = None;
    } else {
        return false;
    }
    true
}

/// What is here already stays; only what never came says why.
fn fail<T>(content: &mut Content<T>, why: String) {
    if content.here().is_none() {
        *content = Content::Failed(why);
    }
}
