//! Theme, keymap and words as the settings name them. What can't be used is told, and the rest holds.

use crate::config::{Mistake, Settings};
use crate::sentences::Sentences;
use crate::tui::app;
use crate::tui::intent::Intent;
use crate::tui::keymap::Keymap;
use crate::tui::macros::Macros;
use crate::tui::theme::Theme;
use crate::tui::views::Views;
use crate::tui::widgets::age::{Ages, Zone};
use std::io;
use std::path::PathBuf;

/// How the person wants the console to be, with the sentences of their language, and what of their own keymap and theme
/// could not be used.
pub fn settings(settings: &Settings, sentences: Sentences) -> (app::Settings, Vec<Mistake>) {
    let ui = &settings.ui;
    let (theme, mut mistakes) = Theme::chosen(&ui.theme());
    let (keymap, more) = Keymap::chosen(ui.preset, ui.keymap.as_ref(), &Intent::names());
    mistakes.extend(more);
    let views = beside(settings, "views.toml", &mut mistakes, Views::read);
    let macros = beside(settings, "macros.toml", &mut mistakes, Macros::read);
    let look = app::Settings {
        // Plain mode reads what is drawn, and nothing is said because time passes.
        theme: if ui.plain { Theme::telling() } else { theme },
        keymap,
        sentences,
        ages: if ui.plain { Ages::Absolute } else { ui.ages },
        zone: Zone::Local,
        bell: ui.bell,
        terminal: settings.terminal(),
        read_only: settings.read_only,
        views,
        macros,
    };
    (look, mistakes)
}

/// What lies in a file of its own beside the settings, if it is there.
fn beside<T>(
    settings: &Settings,
    name: &str,
    mistakes: &mut Vec<Mistake>,
    read: fn(PathBuf, &str) -> (T, Vec<Mistake>),
) -> T {
    let file = settings.file.with_file_name(name);
    let source = match std::fs::read_to_string(&file) {
        Ok(source) => source,
        Err(error) => {
            if error.kind() != io::ErrorKind::NotFound {
                mistakes.push(Mistake::unreadable(&file.display().to_string(), &error));
            }
            String::new()
        }
    };
    let (read, wrong) = read(file, &source);
    mistakes.extend(wrong);
    read
}
