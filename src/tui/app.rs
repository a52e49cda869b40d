//! The state machine: everything that is on the screen and in the person's hands. It never waits, reads no clock and
//! touches no disk; what it wants done outside it returns as effects.

pub mod asking;
pub mod configuration;
pub mod files;
pub mod keys;
pub mod loading;
pub mod messages;
pub mod moving;
pub mod navigation;
mod news;
pub mod opening;
pub mod pages;
pub mod pointing;
pub mod portal_version;
pub mod read_only;
mod words;

use super::effect::{Effect, Generation};
use super::intent::Intent;
use super::keymap::{Key, Keymap};
use super::layout::Layout;
use super::macros::Macros;
use super::msg::{Desk, Event, Msg};
use super::overlays::Overlay;
use super::overlays::sign_in::{self, lock};
use super::panes::ticket::{attach, stopwatch};
use super::panes::tickets::save_view;
use super::panes::{outbox, queues, recent_invoices, setup, ticket, tickets};
use super::theme::Theme;
use super::views::{self, Views};
use super::widgets::age::{Ages, Zone};
use crate::base::Timestamp;
use crate::base::ids::TicketId;
use crate::config::Terminal;
use crate::domain::{Side, Statuses};
use crate::records::windows::{Banner, Freshness, Viewer};
use crate::sentences::Sentences;
use messages::Messages;
use pages::{Page, UnderWay};
use std::collections::VecDeque;
use std::sync::Arc;

/// How the person wants the console to be; read from files before it starts.
#[derive(Clone, Debug)]
pub struct Settings {
    /// How roles look.
    pub theme: Theme,
    /// Which key asks for what.
    pub keymap: Keymap,
    /// The person's language.
    pub sentences: Sentences,
    /// How times are shown.
    pub ages: Ages,
    /// Where the person's days begin.
    pub zone: Zone,
    /// Whether a ticket that is newly theirs rings.
    pub bell: bool,
    /// What the terminal can show.
    pub terminal: Terminal,
    /// Whether nothing may be changed from here.
    pub read_only: bool,
    /// Lists that were saved under a name.
    pub views: Views,
    /// What is done often.
    pub macros: Macros,
}

/// Which pane the keys go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The column of views and queues.
    Queues,
    /// The list.
    Tickets,
    /// The outbox, in the list's place.
    Outbox,
}

/// What the keys go to: the page in front, else the open ticket, else the pane that has the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Front {
    /// A page.
    Page,
    /// An open ticket.
    Ticket,
    /// The column of views and queues.
    Queues,
    /// The list.
    Tickets,
    /// The outbox.
    Outbox,
}

/// Everything that the console knows and shows.
pub struct App {
    /// How the person wants it.
    pub settings: Settings,
    /// Who is signed in; nobody yet at the very start.
    pub viewer: Option<Viewer>,
    /// When the last message came.
    pub now: Timestamp,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// Statuses, queues and counts.
    pub desk: Desk,
    /// The line to the server.
    pub freshness: Freshness,
    /// Which pane the keys go to.
    pub focus: Focus,
    /// The column of views and queues.
    pub queues: queues::Pane,
    /// The list of tickets, with its preview.
    pub tickets: tickets::Pane,
    /// The card of recent invoices, for a client's people.
    pub recent_invoices: recent_invoices::Card,
    /// Changes that are not settled.
    pub outbox: outbox::Pane,
    /// Pages that are open, the one in front last.
    pub pages: Vec<Page>,
    /// Administrative acts that are not answered yet.
    pub acts: Vec<UnderWay>,
    /// The ticket that is open.
    pub ticket: Option<ticket::Pane>,
    /// The ticket of the last change made here: what taking back means first.
    pub last_changed: Option<TicketId>,
    /// What is to be taken back, while the outbox is read for it.
    pub undo: ticket::undo::Awaited,
    /// What floats, the topmost last.
    pub overlays: Vec<Overlay>,
    /// What was typed into for a change that is being recorded; it comes back where that fails.
    pub recording: Option<Overlay>,
    /// The keys of a sequence that has begun.
    pub keys: Vec<Key>,
    /// What was said, and what is being said.
    pub messages: Messages,
    /// The number of the last load.
    pub generation: Generation,
    /// An intent that waits for the tickets that it is for.
    pub awaiting: Option<(Generation, Intent)>,
    /// How many tickets the saved views have.
    pub view_counts: views::Counts,
    /// What was done here, the newest last, with what was seen before: what taking back goes back to.
    pub own_acts: VecDeque<ticket::undo::OwnAct>,
    /// The load of statuses, queues and counts that is under way.
    pub desk_load: Option<Generation>,
    /// Whether rows changed since that load was asked for.
    pub is_desk_outdated: bool,
    /// Whether the server waits for somebody to sign in.
    pub needs_sign_in: bool,
    /// Whose desk it is that nobody has entered yet.
    pub banner: Option<Banner>,
    /// When the last key came: from then on the screen is idle.
    pub last_key: Timestamp,
    /// The load of the demo desk's people that is under way.
    pub demo_load: Option<Generation>,
    /// Whether something changed since it was last drawn.
    dirty: bool,
}

impl App {
    /// A console that has just been started.
    #[must_use]
    pub fn new(settings: Settings, now: Timestamp, size: (u16, u16)) -> Self {
        Self {
            settings,
            viewer: None,
            now,
            size,
            desk: Desk {
                statuses: Arc::new(Statuses::standard()),
                views: None,
                queues: Vec::new(),
                shared: Vec::new(),
                unsent: 0,
                stopped: 0,
                stopwatches: Vec::new(),
            },
            freshness: Freshness::Connecting(None),
            focus: Focus::Tickets,
            queues: queues::Pane::default(),
            tickets: tickets::Pane::default(),
            recent_invoices: recent_invoices::Card::default(),
            outbox: outbox::Pane::default(),
            pages: Vec::new(),
            acts: Vec::new(),
            ticket: None,
            last_changed: None,
            undo: None,
            overlays: Vec::new(),
            recording: None,
            keys: Vec::new(),
            messages: Messages::default(),
            generation: Generation::default(),
            awaiting: None,
            view_counts: views::Counts::default(),
            own_acts: VecDeque::new(),
            desk_load: None,
            is_desk_outdated: false,
            needs_sign_in: false,
            banner: None,
            last_key: now,
            demo_load: None,
            dirty: true,
        }
    }

    /// Takes in what happened, and says what is to be done outside.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        self.now = msg.at;
        // A machine that slept wakes with a key: it finds the screen locked.
        let mut effects = lock::look(self);
        let before = self.dirty || !effects.is_empty();
        let (taken, is_seen) = self.seen(|app| {
            let mut effects = app.take(msg.event);
            effects.extend(setup::disable::open(app));
            effects
        });
        // What an earlier message changed is not drawn yet.
        self.dirty = before || is_seen;
        effects.extend(taken);
        let effects = read_only::hold_back(self, effects);
        lock::keep_on_top(self);
        effects
    }

    /// Does something, and tells whether it is seen on the screen: it is, unless it says that nothing changed.
    fn seen(&mut self, doing: impl FnOnce(&mut Self) -> Vec<Effect>) -> (Vec<Effect>, bool) {
        self.dirty = true;
        let effects = doing(self);
        (effects, self.dirty)
    }

    fn take(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Key(key) => self.key(key),
            Event::Pointed(pointed) => self.pointed(pointed),
            Event::Pasted(text) => self.pasted(&text),
            Event::Resized(columns, rows) => self.resized(columns, rows),
            Event::Minute => Vec::new(),
            Event::Rested(generation) => tickets::preview::rested(self, generation),
            Event::Loaded(generation, loaded) => self.loaded(generation, loaded),
            Event::NotLoaded(generation, why) => self.not_loaded(generation, &why),
            Event::Recorded(recorded) => self.recorded(&recorded),
            Event::Timed(timed) => {
                stopwatch::timed(self, &timed);
                self.changed(&[timed.timing.ticket()])
            }
            Event::Changed(tickets) => self.changed(&tickets),
            Event::Settled(settled) => self.settled(&settled),
            Event::Stopped(line) => self.stopped(&line),
            Event::Freshness(freshness) => self.freshened(freshness),
            Event::SignedIn(viewer) => self.signed_in(viewer),
            Event::SignInNeeded(why) => self.sign_in_needed(why),
            Event::Locked(whose) => {
                self.needs_sign_in = true;
                lock::begin(self, whose);
                Vec::new()
            }
            Event::Credentials(answer) => sign_in::answered(self, answer),
            Event::Known(viewer) => self.recognised(*viewer),
            Event::PortalSwitched(is_next) => portal_version::switched(self, is_next),
            Event::Banner(banner) => {
                self.banner = Some(banner);
                Vec::new()
            }
            Event::Idle => lock::look(self),
            Event::Notified(notification) => self.notified(&notification),
            Event::Administered(generation, result) => self.administered(generation, &result),
            Event::Written(generation, result) => files::written(self, generation, result),
            Event::Attached(generation, result) => attach::attached(self, generation, result),
            Event::ViewSaved(view, result) => {
                let result = result.map_err(|why| why.said(&self.settings.sentences));
                save_view::written(self, *view, result)
            }
            Event::Edited(text) => self.edited(&text),
            Event::Configured(configuration) => self.configured(*configuration),
            Event::Said(saying) => {
                self.messages.say(self.now, saying);
                Vec::new()
            }
        }
    }

    /// Whether it has to be drawn again; asking settles it.
    pub fn take_dirty(&mut self) -> bool {
        std::mem::take(&mut self.dirty)
    }

    /// What is being done changes nothing that is seen.
    pub fn nothing_changed(&mut self) {
        self.dirty = false;
    }

    /// Whether relative times are on the screen, so that it needs drawing each minute.
    #[must_use]
    pub fn shows_ages(&self) -> bool {
        let is_list = self.pages.is_empty() && !self.tickets.lines.is_empty();
        self.settings.ages == Ages::Relative && self.viewer.is_some() && (is_list || stopwatch::running(self).is_some())
    }

    /// What the keys go to, behind whatever floats.
    #[must_use]
    pub fn front(&self) -> Front {
        match self.focus {
            _ if !self.pages.is_empty() => Front::Page,
            _ if self.ticket.is_some() => Front::Ticket,
            Focus::Queues => Front::Queues,
            Focus::Tickets => Front::Tickets,
            Focus::Outbox => Front::Outbox,
        }
    }

    /// Puts a pane of the work screen in front: what stood before it is left.
    pub fn go_to(&mut self, focus: Focus) {
        self.pages.clear();
        self.ticket = None;
        self.focus = focus;
        self.overlays.retain(|overlay| !matches!(overlay, Overlay::Queues));
    }

    /// Where everything stands at this size.
    #[must_use]
    pub fn layout(&self) -> Layout {
        let is_next_portal = self.viewer.as_ref().is_some_and(|viewer| viewer.is_next_portal);
        let layout = match self.works_tickets() || is_next_portal {
            true => Layout::of(self.size),
            false => Layout::of_list(self.size),
        };
        let layout = layout.with_card(self.recent_invoices.rows());
        match self.tickets.filter_line {
            Some(_) => layout.with_head(),
            None => layout,
        }
    }

    /// When the screen is to be locked unless a key comes first.
    #[must_use]
    pub fn locks_at(&self) -> Option<Timestamp> {
        lock::due(self)
    }

    /// The side that the person works on; the provider's until somebody is signed in.
    #[must_use]
    pub fn side(&self) -> Side {
        self.viewer
            .as_ref()
            .map_or(Side::Autotask, |viewer| viewer.actor.side())
    }

    /// Whether the person works tickets, rather than follows them from the portal.
    #[must_use]
    pub fn works_tickets(&self) -> bool {
        let level = self.viewer.as_ref().map(|viewer| viewer.actor.level);
        level.is_none_or(crate::domain::SecurityLevel::works_tickets)
    }

    fn resized(&mut self, columns: u16, rows: u16) -> Vec<Effect> {
        self.size = (columns, rows);
        self.tickets.scroll_to_cursor(self.layout().list_rows());
        ticket::settle(self);
        self.settle_page();
        Vec::new()
    }
}
