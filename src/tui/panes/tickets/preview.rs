//! The preview: the ticket under the cursor at more length, once the cursor has rested on it.

use super::hits;
use crate::base::ids::TicketId;
use crate::records::views::{ConversationEntry, TicketView};
use crate::tui::app::App;
use crate::tui::effect::{Effect, Generation, Load};
use std::sync::Arc;
use std::time::Duration;

/// So long the cursor rests before the preview follows, so that moving stays cheap.
const REST: Duration = Duration::from_millis(150);

/// The preview's state. It shows its last ticket until the next one has come.
#[derive(Debug, Default)]
pub struct Preview {
    /// What it shows.
    pub ticket: Option<Arc<TicketView>>,
    /// Where in its conversation the searched words stand, where they stand neither in title nor in description.
    pub hit: Option<ConversationEntry>,
    /// The load under way, and of which ticket.
    load: Option<(Generation, TicketId)>,
    /// The load of the conversation, to look for searched words in it.
    searching: Option<Generation>,
    /// Whether the ticket changed since that load was asked for.
    is_outdated: bool,
    /// The rest that the cursor is taking.
    rest: Option<Generation>,
}

/// The cursor moved: the preview follows when it rests.
pub fn follow(app: &mut App) -> Vec<Effect> {
    let rest = app.generation.advance();
    app.tickets.preview.rest = Some(rest);
    vec![Effect::Rest(rest, REST)]
}

/// The cursor has rested.
pub fn rested(app: &mut App, generation: Generation) -> Vec<Effect> {
    app.nothing_changed();
    match app.tickets.preview.rest.take_if(|rest| *rest == generation) {
        Some(_) => follow_at_once(app),
        None => Vec::new(),
    }
}

/// Shows the ticket under the cursor as soon as it is loaded.
pub fn follow_at_once(app: &mut App) -> Vec<Effect> {
    let Some(id) = app.tickets.current().map(|line| line.id) else {
        app.tickets.preview = Preview::default();
        return Vec::new();
    };
    if app
        .tickets
        .preview
        .ticket
        .as_ref()
        .is_some_and(|ticket| ticket.line.id == id)
    {
        return Vec::new();
    }
    load(app, id)
}

/// Rows of these tickets (none named: of many) changed.
pub fn refresh(app: &mut App, ids: &[TicketId]) -> Vec<Effect> {
    let is_meant = |id: TicketId| ids.is_empty() || ids.contains(&id);
    let preview = &mut app.tickets.preview;
    if let Some((_, id)) = preview.load {
        preview.is_outdated |= is_meant(id);
        return Vec::new();
    }
    match preview.ticket.as_ref().map(|ticket| ticket.line.id) {
        Some(id) if is_meant(id) => load(app, id),
        _ => Vec::new(),
    }
}

fn load(app: &mut App, id: TicketId) -> Vec<Effect> {
    let (generation, effect) = app.load(Load::Ticket(id));
    app.tickets.preview.load = Some((generation, id));
    app.tickets.preview.is_outdated = false;
    vec![effect]
}

/// Whether the load under way is this one; it then is no more.
fn is_awaited(app: &mut App, generation: Generation) -> bool {
    let load = &mut app.tickets.preview.load;
    load.take_if(|(load, _)| *load == generation).is_some()
}

/// Whether the load that failed was the preview's; what it showed stays.
pub fn not_loaded(app: &mut App, generation: Generation) -> bool {
    is_awaited(app, generation)
}

/// The ticket has come.
pub fn loaded(app: &mut App, generation: Generation, ticket: Option<Arc<TicketView>>) -> Vec<Effect> {
    if !is_awaited(app, generation) {
        return app.dropped();
    }
    app.tickets.preview.ticket = ticket;
    app.tickets.preview.hit = None;
    let mut effects = look_for_words(app);
    if app.tickets.preview.is_outdated {
        effects.extend(refresh(app, &[]));
    }
    effects
}

/// Where the searched words stand neither in title nor in description, the conversation is looked through.
fn look_for_words(app: &mut App) -> Vec<Effect> {
    let searched = app.tickets.searched();
    let Some(view) = app.tickets.preview.ticket.as_ref().filter(|_| !searched.is_empty()) else {
        return Vec::new();
    };
    let texts = [&view.ticket.title, &view.ticket.description];
    if texts.into_iter().any(|text| hits::stands_in(text, &searched)) {
        return Vec::new();
    }
    let id = view.line.id;
    let (generation, effect) = app.load(Load::Conversation(id));
    app.tickets.preview.searching = Some(generation);
    vec![effect]
}

/// The conversation has come.
pub fn found(app: &mut App, generation: Generation, conversation: &[ConversationEntry]) -> Vec<Effect> {
    if app
        .tickets
        .preview
        .searching
        .take_if(|load| *load == generation)
        .is_none()
    {
        return app.dropped();
    }
    app.tickets.preview.hit = hits::entry(conversation, &app.tickets.searched()).cloned();
    Vec::new()
}
