//! From a key to an intent: the contexts that hold now, sequences, and what is typed.

use super::{App, Front, pages};
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::keymap::{Context, Found, Key, Next};
use crate::tui::overlays;
use crate::tui::panes::tickets::filter;

impl App {
    /// The contexts that hold now, the innermost first.
    #[must_use]
    pub fn contexts(&self) -> Vec<Context> {
        if let Some(overlay) = self.overlays.last() {
            return overlay.contexts();
        }
        if pages::filter::is_open(self) {
            return pages::filter::CONTEXTS.to_vec();
        }
        if let Some(line) = &self.tickets.filter_line {
            return line.contexts();
        }
        self.work_contexts()
    }

    /// The contexts of the work behind whatever floats: what the palette and help speak of.
    #[must_use]
    pub fn work_contexts(&self) -> Vec<Context> {
        let pane: &[Context] = match self.front() {
            Front::Page => self.page().map_or(&[], |page| page.pane().contexts()),
            Front::Ticket => &[Context::Reading, Context::Ticket],
            Front::Queues => &[Context::Queues],
            Front::Tickets => &[Context::List, Context::Ticket],
            Front::Outbox => &[Context::Outbox],
        };
        [pane, &[Context::Moving, Context::Global, Context::Always]].concat()
    }

    /// What may follow the keys pressed so far.
    #[must_use]
    pub fn pending(&self) -> Vec<Next<'_>> {
        match self.settings.keymap.find(&self.contexts(), &self.keys) {
            Found::Pending(next) if !self.keys.is_empty() => next,
            _ => Vec::new(),
        }
    }

    /// Whether a key does nothing here but move the cursor by some lines.
    #[must_use]
    pub fn only_moves(&self, key: Key) -> bool {
        let found = self.settings.keymap.find(&self.contexts(), &[key]);
        let moves = [
            Intent::Up,
            Intent::Down,
            Intent::PageUp,
            Intent::PageDown,
            Intent::HalfPageUp,
            Intent::HalfPageDown,
        ];
        self.keys.is_empty() && moves.iter().any(|intent| found == Found::Intent(intent.name()))
    }

    /// The person is here and has read the bottom line: whether something stood there in the place of the keys.
    pub(super) fn attended(&mut self) -> bool {
        self.last_key = self.now;
        let is_pending = !self.keys.is_empty();
        self.messages.quiet() || is_pending
    }

    pub(super) fn key(&mut self, key: Key) -> Vec<Effect> {
        let is_read = self.attended();
        let effects = self.pressed_key(key);
        // A cursor that stays where it is takes nothing of that.
        self.dirty |= is_read;
        effects
    }

    fn pressed_key(&mut self, key: Key) -> Vec<Effect> {
        self.keys.push(key);
        let contexts = self.contexts();
        let intent = match self.settings.keymap.find(&contexts, &self.keys) {
            Found::Pending(_) => return Vec::new(),
            Found::Intent(name) => Intent::named(name),
            Found::Nothing => None,
        };
        let is_single = self.keys.len() == 1;
        self.keys.clear();
        match intent {
            Some(intent) => self.ask(intent),
            None if is_single => self.typed(key),
            None => Vec::new(),
        }
    }

    /// A key that asks for nothing: a text takes it, where one is open.
    fn typed(&mut self, key: Key) -> Vec<Effect> {
        match self.overlays.is_empty() {
            false => overlays::typed(self, key),
            true if pages::filter::is_open(self) => pages::filter::typed(self, key),
            true if self.tickets.filter_line.is_some() => filter::typed(self, key),
            true => {
                self.unbound(key);
                Vec::new()
            }
        }
    }

    /// A letter that asks for nothing says so; what terminals send by themselves is no letter.
    fn unbound(&mut self, key: Key) {
        let help = self.settings.keymap.keys_for(Intent::OpenHelp.name(), &self.contexts());
        if let (Some(_), Some(help)) = (key.letter(), help) {
            let arguments = [("key", key.to_string().into()), ("help", help.into())];
            self.done("key-unbound", &arguments);
        }
    }

    pub(super) fn pasted(&mut self, text: &str) -> Vec<Effect> {
        self.attended();
        self.keys.clear();
        let taken = match self.overlays.is_empty() {
            false => overlays::pasted(self, text),
            true if pages::filter::is_open(self) => Some(pages::filter::pasted(self, text)),
            true if self.tickets.filter_line.is_some() => Some(filter::pasted(self, text)),
            true => None,
        };
        taken.unwrap_or_else(|| {
            let why = self.text("paste-ignored").into_owned();
            self.warn(why);
            Vec::new()
        })
    }
}
