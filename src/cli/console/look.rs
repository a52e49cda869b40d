//! Theme, keymap and words as the settings name them. What can't be used is told, and the rest holds.

use crate::config::Settings;
use crate::sentences::Sentences;
use crate::tui::app;
use crate::tui::intent::Intent;
use crate::tui::keymap::Keymap;
use crate::tui::theme::Theme;
use crate::tui::widgets::age::{Ages, Zone};
use std::path::Path;

/// How the person wants the console to be, and what of it could not be used.
pub fn settings(settings: &Settings) -> (app::Settings, Vec<String>) {
    let mut mistakes = Vec::new();
    let theme = theme(settings, &mut mistakes);
    let look = app::Settings {
        // Plain mode reads what is drawn, and nothing is said because time passes.
        theme: if settings.ui.plain { Theme::telling() } else { theme },
        keymap: keymap(settings, &mut mistakes),
        sentences: Sentences::new(settings.ui.language),
        ages: if settings.ui.plain {
            Ages::Absolute
        } else {
            settings.ui.ages
        },
        zone: Zone::Local,
        bell: settings.ui.bell,
        terminal: settings.terminal(),
    };
    (look, mistakes)
}

fn theme(settings: &Settings, mistakes: &mut Vec<String>) -> Theme {
    let wanted = settings.ui.theme();
    if !wanted.ends_with(".toml") {
        return Theme::named(wanted).unwrap_or_else(|unknown| {
            mistakes.push(unknown.to_string());
            Theme::default()
        });
    }
    let Some(source) = read(Path::new(wanted), mistakes) else {
        return Theme::default();
    };
    let (theme, wrong) = Theme::default().overlaid(wanted, &source);
    mistakes.extend(wrong.iter().map(ToString::to_string));
    theme
}

fn keymap(settings: &Settings, mistakes: &mut Vec<String>) -> Keymap {
    let intents = Intent::names();
    // A test reads the file that ships.
    let (shipped, _) = Keymap::shipped(&intents);
    let Some(file) = &settings.ui.keymap else {
        return shipped;
    };
    let Some(source) = read(file, mistakes) else {
        return shipped;
    };
    let (keymap, wrong) = shipped.overlaid(&file.display().to_string(), &source, &intents);
    mistakes.extend(wrong.iter().map(ToString::to_string));
    keymap
}

fn read(file: &Path, mistakes: &mut Vec<String>) -> Option<String> {
    match std::fs::read_to_string(file) {
        Ok(source) => Some(source),
        Err(error) => {
            mistakes.push(format!("{}: {error}", file.display()));
            None
        }
    }
}
