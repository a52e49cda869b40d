//! The person's own files: read before the start, and again when they ask for it. What of them could not be used is
//! shown; what was understood holds.

use super::{App, Settings};
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::mistakes::Mistakes;
use crate::tui::panes::queues::Entry;
use crate::tui::panes::tickets;
use crate::tui::place::{self, Place};
use crate::tui::views::{self, Views};

/// What the person's files say now.
#[derive(Clone, Debug)]
pub struct Configuration {
    /// How they want the console to be; none where the files can't be used at all.
    pub settings: Option<Settings>,
    /// The line's speed in bits a second.
    pub line: Option<u32>,
    /// What of them could not be used, each with its file and line.
    pub mistakes: Vec<String>,
    /// The settings file as the person knows it.
    pub file: String,
    /// Whether they name another server or other folders, which takes a new start.
    pub needs_restart: bool,
}

impl Configuration {
    /// Files that can't be used at all.
    #[must_use]
    pub fn unreadable(file: String, why: String) -> Self {
        Self {
            settings: None,
            line: None,
            mistakes: vec![why],
            file,
            needs_restart: false,
        }
    }
}

/// Has them read again.
pub fn ask(_: &mut App, _: Intent) -> Vec<Effect> {
    vec![Effect::ReadConfiguration]
}

impl App {
    /// The same console with what of the person's files could not be used on the screen.
    #[must_use]
    pub fn with_mistakes(mut self, mistakes: Vec<String>) -> Self {
        self.show_mistakes(mistakes);
        self
    }

    /// They were read again.
    pub(super) fn configured(&mut self, configuration: Configuration) -> Vec<Effect> {
        let mut effects = Vec::new();
        if let Some(settings) = configuration.settings {
            let former = std::mem::replace(&mut self.settings, settings);
            effects.push(Effect::Pace(configuration.line));
            effects.extend(self.settle_views(&former.views));
            // What has another size in another language finds its place.
            self.settle_page();
        }
        if configuration.mistakes.is_empty() {
            self.done("config-read-done", &[("file", configuration.file.into())]);
        }
        if configuration.needs_restart {
            let text = self.text("config-needs-restart").into_owned();
            self.warn(text);
        }
        self.show_mistakes(configuration.mistakes);
        effects
    }

    /// A list that shows a saved view goes on with the one of that name; where there is none any more, with the first of
    /// the lists, never with everything.
    fn settle_views(&mut self, former: &Views) -> Vec<Effect> {
        let now = |place: Place, app: &Self| match place {
            Place::Saved(at) => {
                let view = former.views.get(at)?;
                let mut views = app.settings.views.views.iter();
                views.position(|other| other.name == view.name).map(Place::Saved)
            }
            other => Some(other),
        };
        let shown = now(self.tickets.place, self);
        if let Entry::Place(cursor) = self.queues.cursor {
            let cursor = now(cursor, self).or(shown).unwrap_or_default();
            self.queues.cursor = Entry::Place(cursor);
        }
        let mut effects = match shown {
            Some(place) if matches!(place, Place::Saved(_)) => {
                self.tickets.place = place;
                tickets::restart(self)
            }
            Some(_) => Vec::new(),
            None => place::go(self, Place::default()),
        };
        self.view_counts = views::Counts::default();
        effects.extend(views::count(self));
        effects
    }

    fn show_mistakes(&mut self, mistakes: Vec<String>) {
        self.overlays.retain(|overlay| !matches!(overlay, Overlay::Mistakes(_)));
        if !mistakes.is_empty() {
            self.overlays.push(Overlay::Mistakes(Mistakes::new(mistakes)));
        }
    }
}
