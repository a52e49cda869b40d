//! Loads and their answers. Every load has a generation; an answer to an older one is dropped.

use super::{App, pages};
use crate::tui::effect::{Effect, Generation, Load};
use crate::tui::msg::Loaded;
use crate::tui::overlays;
use crate::tui::panes::{demo, outbox, queues, recent_invoices, ticket, tickets};
use crate::tui::views;

impl App {
    /// A load, and the generation that its answer will carry.
    pub fn load(&mut self, load: Load) -> (Generation, Effect) {
        let generation = self.generation.advance();
        (generation, Effect::Load(generation, load))
    }

    /// Reads statuses, queues and counts anew.
    pub fn load_desk(&mut self) -> Vec<Effect> {
        if self.desk_load.is_some() {
            self.is_desk_outdated = true;
            return Vec::new();
        }
        let (generation, effect) = self.load(Load::Desk);
        self.desk_load = Some(generation);
        let mut effects = vec![effect];
        effects.extend(views::count(self));
        effects
    }

    pub(super) fn loaded(&mut self, generation: Generation, loaded: Loaded) -> Vec<Effect> {
        let loaded = match ticket::loading::loaded(self, generation, loaded) {
            Ok(effects) => return effects,
            Err(others) => others,
        };
        let loaded = match pages::loaded(self, generation, loaded) {
            Ok(effects) => return effects,
            Err(others) => others,
        };
        let loaded = match recent_invoices::loaded(self, generation, loaded) {
            Ok(effects) => return effects,
            Err(others) => others,
        };
        let loaded = match overlays::loaded(self, generation, loaded) {
            Ok(effects) => return effects,
            Err(others) => others,
        };
        let loaded = match ticket::undo::loaded(self, generation, loaded) {
            Ok(effects) => return effects,
            Err(others) => others,
        };
        match loaded {
            Loaded::Desk(desk) if self.desk_load.take_if(|load| *load == generation).is_some() => {
                self.desk = desk;
                queues::refreshed(self);
                match std::mem::take(&mut self.is_desk_outdated) {
                    true => self.load_desk(),
                    false => Vec::new(),
                }
            }
            Loaded::Counts(counts) => views::counted(self, generation, counts),
            Loaded::List(window) => tickets::loaded(self, generation, window),
            Loaded::Ticket(ticket) => tickets::preview::loaded(self, generation, ticket),
            Loaded::Tickets(tickets) => match self.awaiting.take_if(|(load, _)| *load == generation) {
                Some((_, intent)) => self.subjects_loaded(intent, tickets),
                None => self.dropped(),
            },
            Loaded::Outbox(lines) => outbox::loaded(self, generation, lines),
            Loaded::DemoPeople(people) => demo::loaded(self, generation, people),
            Loaded::Conversation(entries) => tickets::preview::found(self, generation, &entries),
            Loaded::Selected(ids) => match tickets::next::found(self, generation, ids) {
                Ok(effects) => effects,
                Err(ids) => tickets::mark::selected(self, generation, ids),
            },
            Loaded::Completion(completion) => tickets::filter::completed(self, generation, completion),
            Loaded::NotUnderstood(error) => tickets::filter::not_understood(self, generation, &error),
            _ => self.dropped(),
        }
    }

    pub(super) fn not_loaded(&mut self, generation: Generation, why: &str) -> Vec<Effect> {
        // Whoever asks for the desk the next time asks anew.
        let is_desk = self.desk_load.take_if(|load| *load == generation).is_some();
        let is_demo = self.demo_load.take_if(|load| *load == generation).is_some();
        if views::not_counted(self, generation) {
            return Vec::new();
        }
        if is_desk || is_demo || self.awaiting.take_if(|(load, _)| *load == generation).is_some() {
            self.warn(why.to_owned());
        } else if let Some(effects) = recent_invoices::not_loaded(self, generation) {
            return effects;
        } else if !pages::not_loaded(self, generation, why)
            && !ticket::loading::not_loaded(self, generation, why)
            && !tickets::not_loaded(self, generation, why)
            && !outbox::not_loaded(self, generation, why)
        {
            return self.dropped();
        }
        Vec::new()
    }

    /// An answer that nobody waits for any more.
    pub fn dropped(&mut self) -> Vec<Effect> {
        self.nothing_changed();
        Vec::new()
    }
}
