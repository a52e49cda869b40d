//! Theme, keymap and words as the settings name them. What can't be used is told, and the rest holds.

use crate::config::{Mistake, Settings};
use crate::sentences::Sentences;
use crate::tui::app;
use crate::tui::intent::Intent;
use crate::tui::keymap::Keymap;
use crate::tui::theme::Theme;
use crate::tui::widgets::age::{Ages, Zone};

/// How the person wants the console to be, and what of their own keymap and theme could not be used.
pub fn settings(settings: &Settings) -> (app::Settings, Vec<Mistake>) {
    let ui = &settings.ui;
    let (theme, mut mistakes) = Theme::chosen(&ui.theme());
    let (keymap, more) = Keymap::chosen(ui.preset, ui.keymap.as_ref(), &Intent::names());
    mistakes.extend(more);
    let look = app::Settings {
        // Plain mode reads what is drawn, and nothing is said because time passes.
        theme: if ui.plain { Theme::telling() } else { theme },
        keymap,
        sentences: Sentences::new(ui.language),
        ages: if ui.plain { Ages::Absolute } else { ui.ages },
        zone: Zone::Local,
        bell: ui.bell,
        terminal: settings.terminal(),
        read_only: settings.read_only,
    };
    (look, mistakes)
}
