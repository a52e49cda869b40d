//! The console as it comes, for benches that draw it without a terminal.

use tandem::base::Language;
use tandem::config::Terminal;
use tandem::sentences::Sentences;
use tandem::tui::app::Settings;
use tandem::tui::intent::Intent;
use tandem::tui::keymap::Keymap;
use tandem::tui::macros::Macros;
use tandem::tui::theme::Theme;
use tandem::tui::views::Views;
use tandem::tui::widgets::age::{Ages, Zone};

/// Its settings, where nobody has said anything.
pub fn settings() -> Settings {
    Settings {
        theme: Theme::default(),
        keymap: Keymap::shipped(&Intent::names()).0,
        sentences: Sentences::new(Language::English),
        ages: Ages::Relative,
        zone: Zone::Fixed(0),
        bell: false,
        terminal: Terminal::default(),
        read_only: false,
        views: Views::default(),
        macros: Macros::default(),
    }
}
