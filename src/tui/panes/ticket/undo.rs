//! Taking back what one just did: the change that is not sent yet is discarded; what the server has already is undone
//! by the opposite act, where there is one: what the person saw before is put back while what they did still stands
//! there, or the opposite's own dialog opens.

use super::action::{Reach, TicketAction, Tickets};
use super::consequence;
use crate::base::Timestamp;
use crate::base::ids::{ChangeId, QueueId, StatusId, TicketId};
use crate::domain::{Act, Actor, Person, Priority, Refusal, Seen};
use crate::records::seen::differing;
use crate::records::ticket::side_fields;
use crate::records::views::{OutboxLine, TicketView};
use crate::tui::app::App;
use crate::tui::effect::{Asked, Effect, Followers, Generation, Load, Origin};
use crate::tui::intent::{Behaviour, Intent};
use crate::tui::msg::{Loaded, Recorded, Settled};
use crate::tui::overlays::form::Form;
use crate::tui::overlays::{Overlay, Purpose, confirm::Confirm};
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;
use std::sync::Arc;

/// `ticket.undo`.
pub struct Undo;

/// Something that was done here.
#[derive(Clone, Debug)]
pub struct OwnAct {
    /// The change.
    change: ChangeId,
    /// What was asked, with what was seen before.
    asked: Asked,
    /// Whether the server has it: what it hasn't, or refused, was never done.
    is_settled: bool,
}

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
    let is_meant = |done: &&OwnAct| done.is_settled && done.asked.ticket == view.line.id;
    let last = app.own_acts.iter().rfind(is_meant).map(|done| done.asked.clone());
    if let Some((asked, act)) = last.as_ref().and_then(|asked| Some((asked, back(app, asked)?))) {
        if !still_stands(app, &asked.act, view) {
            let words = [("act", app.act_words(&asked.act).into()), ("number", number.into())];
            let why = app.say("undo-changed", &words).into_owned();
            app.warn(why);
            return Vec::new();
        }
        return propose_back(app, view, asked, act);
    }
    let opposite = match &last {
        Some(asked) => opposite_of(&asked.act),
        // What was done before the console was started is not known; what may be done is.
        None => opposite(app, view),
    };
    let Some(Behaviour::Ticket(opposite)) = opposite.map(Intent::behaviour) else {
        let why = app.say("undo-nothing", &[("number", number.into())]).into_owned();
        app.warn(why);
        return Vec::new();
    };
    if let Some(actor) = app.viewer.as_ref().map(|viewer| viewer.actor.clone())
        && let Err(refusal) = opposite.availability(view, &actor, app.now)
    {
        app.report_refused(&[(view.line.number.clone(), refusal)]);
        return Vec::new();
    }
    // Its own dialog shows what follows and asks.
    app.done("undo-opposite", &[("number", number.into())]);
    opposite.ask(app, vec![view.clone()])
}

/// The act that puts back what the person saw before this one; none where no act does.
fn back(app: &App, asked: &Asked) -> Option<Act> {
    let own = side_fields(app.side());
    let number = |field: &str| asked.seen.get(field).and_then(serde_json::Value::as_i64);
    Some(match &asked.act {
        Act::Assign { .. } => Act::Assign {
            assignee: number(own.assignee).map(|person| Person::of(app.side(), person)),
        },
        Act::SetStatus { .. } => Act::SetStatus {
            status: StatusId(number(own.status)?),
        },
        Act::SetPriority { .. } => Act::SetPriority {
            priority: Priority(number(own.priority)?),
        },
        Act::Move { .. } => Act::Move {
            queue: QueueId(number(own.queue)?),
        },
        // Names on the wire are those of an edit: what was seen is the edit that goes back.
        Act::Edit(_) => {
            let fields = asked.seen.clone().into_iter().collect();
            Act::Edit(serde_json::from_value(serde_json::Value::Object(fields)).ok()?)
        }
        Act::AddSecondary { resource } => Act::RemoveSecondary { resource: *resource },
        Act::RemoveSecondary { resource } => Act::AddSecondary { resource: *resource },
        Act::Tick { item, is_completed } => Act::Tick {
            item: *item,
            is_completed: !is_completed,
        },
        _ => return None,
    })
}

/// Whether the ticket still has what this act gave it; what somebody changed since is theirs.
fn still_stands(app: &App, act: &Act, view: &TicketView) -> bool {
    let own = side_fields(app.side());
    let one = |field: &str, value: Option<i64>| Seen::from([(field.to_owned(), value.into())]);
    let set = match act {
        Act::Assign { assignee } => one(own.assignee, assignee.map(Person::number)),
        Act::SetStatus { status } => one(own.status, Some(status.0)),
        Act::SetPriority { priority } => one(own.priority, Some(priority.0)),
        Act::Move { queue } => one(own.queue, Some(queue.0)),
        Act::Edit(edit) => match serde_json::to_value(edit) {
            Ok(serde_json::Value::Object(fields)) => fields.into_iter().collect(),
            _ => Seen::new(),
        },
        // What is there or isn't is the rule's own question.
        _ => Seen::new(),
    };
    differing(&set, &view.row).is_empty()
}

/// The intent whose dialog does the opposite.
fn opposite_of(act: &Act) -> Option<Intent> {
    match act {
        Act::Complete { .. } => Some(Intent::ReopenTicket),
        Act::Reopen => Some(Intent::CompleteTicket),
        Act::Escalate { .. } => Some(Intent::Recall),
        Act::Recall { .. } => Some(Intent::HandOver),
        // What was said and what was worked stays; whoever has it now decides about a transfer.
        _ => None,
    }
}

/// Shows what going back does, and asks.
fn propose_back(app: &mut App, view: &Arc<TicketView>, undone: &Asked, act: Act) -> Vec<Effect> {
    let doing = |_: &TicketView, _: &Actor| act.clone();
    if let Err(refusal) = consequence::outcome(app, view, &act) {
        app.report_refused(&[(view.line.number.clone(), refusal)]);
        return Vec::new();
    }
    let tickets = vec![view.clone()];
    let words = [
        ("act", app.act_words(&undone.act).into()),
        ("back", app.act_words(&act).into()),
        ("number", view.line.number.as_str().into()),
    ];
    let title = app.say("undo-title", &words).into_owned();
    let width = usize::from(app.size.0).saturating_sub(8).min(90);
    let mut shown = Line::wrapped(&app.say("undo-back", &words), "", width, Role::Text);
    shown.push(Line::default());
    shown.extend(consequence::lines(app, &tickets, &doing));
    let asked = app.asked(&tickets, doing).into_iter().map(|asked| Asked {
        origin: Origin::Made,
        ..asked
    });
    let purpose = Purpose::Record(asked.collect());
    let verb = app.text("undo-verb").into_owned();
    let leave = app.text("dialog-leave").into_owned();
    Form::new(title, verb, leave, purpose).showing(shown).open(app, &[])
}

/// So many acts are remembered.
const REMEMBERED: usize = 200;

/// These changes are in the outbox: what the person saw before them is what taking back goes back to, once the server
/// has them.
pub fn remember(app: &mut App, recorded: &[Recorded]) {
    for one in recorded {
        if let Ok(change) = one.result {
            app.own_acts.push_back(OwnAct {
                change,
                asked: one.asked.clone(),
                is_settled: false,
            });
        }
    }
    while app.own_acts.len() > REMEMBERED {
        app.own_acts.pop_front();
    }
}

/// The server has a change; a ticket made here has got its number with it.
pub fn settled(app: &mut App, settled: &Settled) {
    for done in &mut app.own_acts {
        done.is_settled |= done.change == settled.change;
        if Some(done.asked.ticket) == settled.was {
            done.asked.ticket = settled.ticket;
        }
    }
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
