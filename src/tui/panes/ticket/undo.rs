//! Taking back what one just did: the change that is not sent yet is discarded; what the server has already is undone
//! by the opposite act, where there is one.

use super::action::{Reach, TicketAction, Tickets};
use crate::base::Timestamp;
use crate::domain::{Act, Actor, Refusal};
use crate::records::views::{OutboxLine, TicketView};
use crate::tui::app::App;
use crate::tui::effect::{Effect, Followers, Generation, Load};
use crate::tui::intent::Intent;
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
        // In a list the ticket that one changed last may be gone from under the cursor.
        let last = app.last_changed.take().filter(|_| app.ticket.is_none());
        if let Some(id) = last.filter(|id| *id != view.line.id) {
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
        Some((_, view)) => {
            offer(app, &view, &lines);
            Ok(Vec::new())
        }
        None => Err(Loaded::Outbox(lines)),
    }
}

fn offer(app: &mut App, view: &Arc<TicketView>, lines: &[OutboxLine]) {
    let newest = lines.iter().rfind(|line| line.change.ticket == view.line.id);
    let number = view.line.number.as_str();
    let (question, purpose) = if let Some(line) = newest {
        let act = app.act_words(&line.change.act);
        let question = app
            .say("undo-discard", &[("act", act.into()), ("number", number.into())])
            .into_owned();
        (question, Purpose::Discard(line.change.id, Followers::Keep))
    } else if let Some(intent) = opposite(app, view) {
        let act = app.words(intent, "").into_owned();
        let question = app
            .say("undo-opposite", &[("act", act.into()), ("number", number.into())])
            .into_owned();
        (question, Purpose::Ask(intent, vec![view.clone()]))
    } else {
        let why = app.say("undo-nothing", &[("number", number.into())]).into_owned();
        return app.warn(why);
    };
    app.overlays.push(Overlay::Confirm(Confirm::new(question, purpose)));
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
