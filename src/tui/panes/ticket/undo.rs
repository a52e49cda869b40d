//! Taking back what one just did: the change that is not sent yet is discarded; what the server has already is undone
//! by the opposite act, where there is one.

use super::action::{Reach, TicketAction, Tickets};
use crate::base::Timestamp;
use crate::base::ids::TicketId;
use crate::domain::{Act, Actor, Refusal};
use crate::records::views::{OutboxLine, TicketView};
use crate::tui::app::App;
use crate::tui::effect::{Effect, Followers, Generation, Load};
use crate::tui::intent::{Behaviour, Intent};
use crate::tui::msg::Loaded;
use crate::tui::overlays::{Overlay, Purpose, confirm::Confirm};
use std::sync::Arc;

/// `ticket.undo`.
pub struct Undo;

/// What waits for the outbox to be read.
pub type Awaited = Option<(Generation, Arc<TicketView>)>;

impl TicketAction for Undo {
    fn reach(&self) -> Reach {
        Reach::One
    }

    fn availability(&self, _: &TicketView, _: &Actor, _: Timestamp) -> Result<(), Refusal> {
        Ok(())
    }

    fn ask(&self, app: &mut App, tickets: Tickets) -> Vec<Effect> {
        let Some(view) = tickets.into_iter().next() else {
            return Vec::new();
        };
        // The change itself may have taken its ticket from under the cursor.
        let left = app.tickets.left.take().map(|left| left.ticket);
        let is_meant = |id: &TicketId| app.ticket.is_none() && app.last_changed == Some(*id) && *id != view.line.id;
        if let Some(id) = left.filter(is_meant) {
            let (generation, effect) = app.load(Load::Tickets(vec![id]));
            app.awaiting = Some((generation, Intent::Undo));
            return vec![effect];
        }
        let (generation, effect) = app.load(Load::Outbox);
        app.undo = Some((generation, view));
        vec![effect]
    }
}

/// The outbox has been read; given back where it was read for somebody else.
///
/// # Errors
/// With what is not for this.
pub fn loaded(app: &mut App, generation: Generation, loaded: Loaded) -> Result<Vec<Effect>, Loaded> {
    let Loaded::Outbox(lines) = loaded else {
        return Err(loaded);
    };
    match app.undo.take_if(|(load, _)| *load == generation) {
        Some((_, view)) => Ok(offer(app, &view, &lines)),
        None => Err(Loaded::Outbox(lines)),
    }
}

fn offer(app: &mut App, view: &Arc<TicketView>, lines: &[OutboxLine]) -> Vec<Effect> {
    let newest = lines.iter().rfind(|line| line.change.ticket == view.line.id);
    let number = view.line.number.as_str();
    if let Some(line) = newest {
        let act = app.act_words(&line.change.act);
        let question = app
            .say("undo-discard", &[("act", act.into()), ("number", number.into())])
            .into_owned();
        let purpose = Purpose::Discard(line.change.id, Followers::Keep);
        app.overlays.push(Overlay::Confirm(Confirm::new(question, purpose)));
        return Vec::new();
    }
    let Some(Behaviour::Ticket(opposite)) = opposite(app, view).map(Intent::behaviour) else {
        let why = app.say("undo-nothing", &[("number", number.into())]).into_owned();
        app.warn(why);
        return Vec::new();
    };
    // Its own dialog shows what follows and asks.
    app.done("undo-opposite", &[("number", number.into())]);
    opposite.ask(app, vec![view.clone()])
}

/// The act that takes back what this side did last, where the rules have one and allow it.
fn opposite(app: &App, view: &TicketView) -> Option<Intent> {
    let actor = &app.viewer.as_ref()?.actor;
    let allows = |act: &Act| act.apply(&view.ticket, actor, &view.facts, app.now).is_ok();
    if allows(&Act::Reopen) {
        return Some(Intent::ReopenTicket);
    }
    allows(&Act::Recall { reason: String::new() }).then_some(Intent::Recall)
}
