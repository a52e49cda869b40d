//! What comes from the server by itself: changed rows, settled and stopped changes, the line, who is signed in.

use super::{App, Focus, pages};
use crate::base::ids::TicketId;
use crate::records::views::{NotificationLine, OutboxLine};
use crate::records::windows::{Freshness, Viewer};
use crate::tui::effect::Effect;
use crate::tui::intent::{Behaviour, Intent};
use crate::tui::msg::{NotRecorded, Recorded, Saying, Settled, Weight};
use crate::tui::overlays::{Overlay, sign_in, sign_in::lock};
use crate::tui::panes::{outbox, recent_invoices, ticket, tickets};
use crate::tui::views;

impl App {
    pub(super) fn recorded(&mut self, recorded: &[Recorded]) -> Vec<Effect> {
        let mut queued = 0_usize;
        for one in recorded {
            match &one.result {
                Ok(_) => queued += 1,
                Err(NotRecorded::Refused(refusal)) => {
                    let why = self.refusal(refusal);
                    self.warn(why);
                }
                Err(NotRecorded::Failed(why)) => self.warn(why.clone()),
            }
        }
        let ids: Vec<TicketId> = recorded.iter().map(|one| one.asked.ticket).collect();
        let failed = recorded
            .iter()
            .any(|one| matches!(one.result, Err(NotRecorded::Failed(_))));
        if let Some(overlay) = self.recording.take().filter(|_| failed && queued == 0) {
            ticket::holding_end(self, |app| app.overlays.push(overlay));
        }
        if queued > 0 && queued == recorded.len() {
            let key = match self.is_held_up(&ids) {
                true => "change-waits",
                false => "change-queued",
            };
            self.done(key, &[("count", queued.into())]);
        }
        self.last_changed = recorded
            .iter()
            .rfind(|one| one.result.is_ok())
            .map(|one| one.asked.ticket)
            .or(self.last_changed);
        ticket::undo::remember(self, recorded);
        let mut effects = ticket::drafts::forget(recorded);
        effects.extend(self.changed(&ids));
        effects
    }

    /// Whether an earlier change of one of these tickets waits for a decision, so that later ones wait behind it.
    fn is_held_up(&self, ids: &[TicketId]) -> bool {
        let open = self
            .ticket
            .as_ref()
            .and_then(|pane| pane.ticket())
            .map(|view| &view.line);
        let mut lines = open.into_iter().chain(&self.tickets.lines);
        lines.any(|line| line.marks.stopped && ids.contains(&line.id))
    }

    /// Rows changed: what shows them is read again.
    pub(super) fn changed(&mut self, ids: &[TicketId]) -> Vec<Effect> {
        if self.viewer.is_none() {
            return self.dropped();
        }
        let mut effects = self.load_desk();
        effects.extend(tickets::refresh(self));
        effects.extend(tickets::preview::refresh(self, ids));
        effects.extend(outbox::refresh(self));
        effects.extend(ticket::loading::refresh(self, ids));
        // Many changed, or names: the client's own settings may be among them.
        if ids.is_empty() && self.freshness == Freshness::Live {
            effects.extend(recent_invoices::ask(self));
        }
        effects
    }

    pub(super) fn settled(&mut self, settled: &Settled) -> Vec<Effect> {
        let text = self.what_followed(settled);
        let weight = Weight::Done;
        self.messages.say(self.now, Saying { weight, text });
        let count = self.messages.settled_again(settled.act.name());
        if count > 1 {
            // The log has each of them.
            let act = self.act_words(&settled.act);
            let text = self
                .say(
                    "change-settled-several",
                    &[("count", count.into()), ("act", act.into())],
                )
                .into_owned();
            self.messages.current = Some(Saying { weight, text });
        }
        ticket::loading::numbered(self, settled);
        ticket::undo::settled(self, settled);
        let ids: Vec<TicketId> = std::iter::once(settled.ticket).chain(settled.was).collect();
        self.changed(&ids)
    }

    /// What followed from a settled change: the action's own sentence, else that it is done.
    fn what_followed(&self, settled: &Settled) -> String {
        let own = match Intent::of_act(&settled.act).map(Intent::behaviour) {
            Some(Behaviour::Ticket(action)) => action.settled(self, settled),
            _ => None,
        };
        own.unwrap_or_else(|| {
            let act = self.act_words(&settled.act);
            let number = settled.number.as_str().into();
            self.say("change-settled", &[("number", number), ("act", act.into())])
                .into_owned()
        })
    }

    pub(super) fn stopped(&mut self, line: &OutboxLine) -> Vec<Effect> {
        let text = self
            .say("change-stopped", &[("number", line.number.as_str().into())])
            .into_owned();
        self.warn(text);
        self.changed(&[line.change.ticket])
    }

    pub(super) fn freshened(&mut self, freshness: Freshness) -> Vec<Effect> {
        if self.freshness == freshness {
            return self.dropped();
        }
        self.freshness = freshness;
        match freshness {
            Freshness::Live => recent_invoices::ask(self),
            _ => Vec::new(),
        }
    }

    pub(super) fn signed_in(&mut self, viewer: Viewer) -> Vec<Effect> {
        self.needs_sign_in = false;
        self.last_key = self.now;
        self.overlays.retain(|overlay| !matches!(overlay, Overlay::SignIn(_)));
        // The same person with the same rights goes on where they were, whatever else holds for them since.
        if self.viewer.as_ref().is_some_and(|known| known.actor == viewer.actor) {
            self.viewer = Some(viewer);
            return Vec::new();
        }
        self.viewer = Some(viewer);
        // Nothing that was asked of another person's copy is waited for any more.
        self.desk_load = None;
        self.awaiting = None;
        self.outbox = outbox::Pane::default();
        self.go_to(Focus::Tickets);
        // What of their own files could not be used stays true whoever is in.
        self.overlays.retain(|overlay| matches!(overlay, Overlay::Mistakes(_)));
        self.tickets = tickets::Pane::default();
        self.acts.clear();
        self.own_acts.clear();
        self.view_counts = views::Counts::default();
        self.recent_invoices = recent_invoices::Card::default();
        // The list is what they wait for.
        let mut effects = crate::tui::place::open_first(self);
        effects.extend(self.load_desk());
        effects.extend(recent_invoices::ask(self));
        effects
    }

    /// The server says who is in, as of now: what holds for them may be other than when they signed in.
    pub(super) fn recognised(&mut self, viewer: Viewer) -> Vec<Effect> {
        match &self.viewer {
            Some(known) if known.actor == viewer.actor => {
                self.viewer = Some(viewer);
                Vec::new()
            }
            // Another level is another desk.
            Some(known) if known.actor.person == viewer.actor.person => self.signed_in(viewer),
            _ => self.dropped(),
        }
    }

    /// Asks at once where nothing else is open; else the message line says so, and `:` finds the form.
    pub(super) fn sign_in_needed(&mut self, why: Option<String>) -> Vec<Effect> {
        self.needs_sign_in = true;
        let asks = self
            .overlays
            .iter()
            .all(|overlay| matches!(overlay, Overlay::SignIn(_)));
        let is_typing = self.tickets.filter_line.is_some() || pages::filter::is_open(self);
        if lock::is_locked(self) || (asks && !is_typing) {
            sign_in::open(self, why);
            return Vec::new();
        }
        let why = why.unwrap_or_else(|| self.text("sign-in-needed").into_owned());
        self.warn(why);
        Vec::new()
    }

    pub(super) fn notified(&mut self, notification: &NotificationLine) -> Vec<Effect> {
        let number = notification.number.as_deref().unwrap_or_default();
        let key = format!("notice-{}", notification.event);
        self.done(
            &key,
            &[("number", number.into()), ("text", notification.text.as_str().into())],
        );
        // For a ticket that is newly theirs.
        let is_newly_mine = matches!(notification.event.as_str(), "assigned" | "escalated" | "transferred");
        if self.settings.bell && is_newly_mine {
            return vec![Effect::Bell];
        }
        Vec::new()
    }

    pub(super) fn edited(&mut self, text: &str) -> Vec<Effect> {
        crate::tui::overlays::edited(self, text).unwrap_or_default()
    }
}
