//! From an intent to what is done: whether it is possible, for which tickets, and the change that follows.

use super::{App, Front, pages, read_only};
use crate::base::ids::TicketId;
use crate::domain::{Act, Actor, Refusal};
use crate::records::seen::seen;
use crate::records::views::TicketView;
use crate::tui::effect::{Asked, Effect, Load, Origin};
use crate::tui::intent::{Availability, Behaviour, Intent};
use crate::tui::overlays;
use crate::tui::panes::ticket::action::{Reach, TicketAction, Tickets};
use crate::tui::panes::tickets::filter;
use std::sync::Arc;

impl App {
    /// Does what was asked for, or says why it can't be done.
    pub fn ask(&mut self, intent: Intent) -> Vec<Effect> {
        if let Some(effects) = overlays::asked(self, intent) {
            return effects;
        }
        if let Some(effects) = pages::filter::asked(self, intent) {
            return effects;
        }
        if let Some(effects) = filter::asked(self, intent) {
            return effects;
        }
        if let Availability::Refused(why) = self.availability(intent) {
            self.warn(why);
            return Vec::new();
        }
        match intent.behaviour() {
            Behaviour::Console { ask, .. } => ask(self, intent),
            Behaviour::Ticket(action) => self.ask_for_tickets(intent, action),
            Behaviour::Inner => Vec::new(),
        }
    }

    /// Whether this can be asked for now.
    #[must_use]
    pub fn availability(&self, intent: Intent) -> Availability {
        if let Some(refused) = read_only::refusal(self, intent) {
            return refused;
        }
        match intent.behaviour() {
            Behaviour::Console { availability, .. } => availability(self, intent),
            Behaviour::Ticket(action) => self.ticket_availability(action),
            Behaviour::Inner => Availability::Available,
        }
    }

    fn ticket_availability(&self, action: &dyn TicketAction) -> Availability {
        let ids = self.subject();
        let refused = |key: &str| Availability::Refused(self.text(key).into_owned());
        match ids.len() {
            0 => return refused("reason-no-ticket"),
            1 => {}
            _ if action.reach() == Reach::One => return refused("reason-one-at-a-time"),
            _ => {}
        }
        let Some(viewer) = &self.viewer else {
            return refused("reason-not-signed-in");
        };
        // What isn't loaded yet is checked when it is.
        let Some(known) = self.known(&ids) else {
            return Availability::Available;
        };
        let mut answers = known
            .iter()
            .map(|ticket| action.availability(ticket, &viewer.actor, self.now));
        match answers.find_map(Result::err) {
            Some(refusal) if ids.len() == 1 => Availability::Refused(self.refusal(&refusal)),
            _ => Availability::Available,
        }
    }

    /// The tickets that an action is for: the open one, else the marked ones, else the one under the cursor.
    #[must_use]
    pub fn subject(&self) -> Vec<TicketId> {
        // What stands behind a page is not meant.
        if self.front() == Front::Page {
            return Vec::new();
        }
        if let Some(open) = &self.ticket {
            return vec![open.id];
        }
        if !self.tickets.marks.is_empty() {
            return self.tickets.marks.iter().copied().collect();
        }
        self.tickets.current().map(|line| line.id).into_iter().collect()
    }

    /// These tickets, if all of them are loaded.
    fn known(&self, ids: &[TicketId]) -> Option<Tickets> {
        let open = self.ticket.as_ref().and_then(|pane| pane.ticket());
        let preview = self.tickets.preview.ticket.as_ref();
        let known = |id: &TicketId| {
            open.into_iter()
                .chain(preview)
                .find(|view| view.line.id == *id)
                .cloned()
        };
        ids.iter().map(known).collect()
    }

    fn ask_for_tickets(&mut self, intent: Intent, action: &dyn TicketAction) -> Vec<Effect> {
        let ids = self.subject();
        match self.known(&ids) {
            Some(tickets) => action.ask(self, tickets),
            None => {
                let generation = self.generation.advance();
                self.awaiting = Some((generation, intent));
                vec![Effect::Load(generation, Load::Tickets(ids))]
            }
        }
    }

    /// The tickets that an intent waited for are there. Where the rules allow it for one of them it goes on; its
    /// dialog names the others.
    pub(super) fn subjects_loaded(&mut self, intent: Intent, tickets: Tickets) -> Vec<Effect> {
        let (Behaviour::Ticket(action), Some(viewer)) = (intent.behaviour(), self.viewer.clone()) else {
            return Vec::new();
        };
        let answer = |ticket: &Arc<TicketView>| action.availability(ticket, &viewer.actor, self.now).err();
        let refused: Vec<_> = tickets
            .iter()
            .filter_map(|ticket| Some((ticket.line.number.clone(), answer(ticket)?)))
            .collect();
        if refused.len() == tickets.len() {
            self.report_refused(&refused);
            return Vec::new();
        }
        action.ask(self, tickets)
    }

    /// Names the tickets that a rule forbids something for; the log has each.
    pub fn report_refused(&mut self, refused: &[(String, Refusal)]) {
        for (number, refusal) in refused {
            let text = format!("{}: {}", number, self.refusal(refusal));
            self.warn(text);
        }
        if refused.len() > 1 {
            let text = self
                .say("marks-refused", &[("count", refused.len().into())])
                .into_owned();
            self.warn(text);
        }
    }

    /// The sentence that says why the rules forbid something and what would make it possible.
    #[must_use]
    pub fn refusal(&self, refusal: &Refusal) -> String {
        let mut arguments = refusal.arguments();
        arguments.push(("own", self.side().word().to_owned()));
        let sentence = self.settings.sentences.refusal(refusal.code(), &arguments);
        sentence
            .unwrap_or_else(|| self.say("refusal-unknown", &[("code", refusal.code().into())]))
            .into_owned()
    }

    /// The sentence of a refusal that is known by its code alone.
    #[must_use]
    pub fn refusal_words(&self, code: &str) -> String {
        let sentence = self.settings.sentences.find(&format!("refusal-{code}"), &[]);
        sentence
            .unwrap_or_else(|| self.say("refusal-unknown", &[("code", code.into())]))
            .into_owned()
    }

    /// One change for each of these tickets, with what the person saw of it.
    #[must_use]
    pub fn asked(&self, tickets: &[Arc<TicketView>], act: impl Fn(&TicketView, &Actor) -> Act) -> Vec<Asked> {
        let Some(viewer) = &self.viewer else { return Vec::new() };
        let side = viewer.actor.side();
        let asked = tickets.iter().map(|ticket| {
            let act = act(ticket, &viewer.actor);
            // What can't be told is not seen: the server then decides by its own state alone.
            let seen = seen(&act, side, &ticket.row).unwrap_or_default();
            Asked {
                ticket: ticket.line.id,
                seen,
                act,
                origin: Origin::Typed,
            }
        });
        asked.collect()
    }

    /// Puts changes into the outbox; the marks of their tickets are done with.
    pub fn record_asked(&mut self, asked: Vec<Asked>) -> Vec<Effect> {
        for one in &asked {
            self.tickets.marks.remove(&one.ticket);
        }
        vec![Effect::Record(asked)]
    }
}
