//! What of the person's own files could not be used: each mistake whole, with its file and line and what would be right.

use super::{Next, Overlay};
use crate::tui::app::App;
use crate::tui::app::moving::Step;
use crate::tui::intent::Intent;
use crate::tui::theme::Role;
use crate::tui::widgets::floating;
use crate::tui::widgets::line::Line;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The widest that it becomes.
const WIDEST: u16 = 100;

/// The mistakes, and how far it is scrolled.
#[derive(Clone, Debug)]
pub struct Mistakes {
    mistakes: Vec<String>,
    /// The first row that is seen.
    top: usize,
}

impl Mistakes {
    /// These mistakes.
    #[must_use]
    pub fn new(mistakes: Vec<String>) -> Self {
        Self { mistakes, top: 0 }
    }

    /// Its rows, as they stand on this screen.
    fn lines(&self, app: &App) -> Vec<Line> {
        let width = usize::from(app.size.0.saturating_sub(floating::FRAME.0).min(WIDEST));
        let mut lines = Vec::new();
        for mistake in &self.mistakes {
            lines.extend(Line::wrapped(mistake, "", width, Role::Warning));
            lines.push(Line::default());
        }
        let key = app.way_to(Intent::ReadConfiguration, &app.contexts());
        let about = app.say("config-mistakes-about", &[("key", key.into())]);
        lines.extend(Line::wrapped(&about, "", width, Role::Text));
        lines
    }

    pub(super) fn asked(mut self, app: &App, intent: Intent) -> Next {
        let seen = super::tall(app);
        if let Some(step) = Step::of(intent, seen) {
            self.top = step.from(self.top, (self.lines(app).len() + 1).saturating_sub(seen));
            return Next::Stays(Overlay::Mistakes(self), Vec::new());
        }
        match intent {
            Intent::GoBack => Next::Closes(Vec::new()),
            _ => Next::NotMine(Overlay::Mistakes(self)),
        }
    }

    /// Draws it.
    pub fn draw(&self, app: &App, room: Rect, buffer: &mut Buffer) {
        let theme = &app.settings.theme;
        let lines = self.lines(app);
        let height = u16::try_from(lines.len().min(super::tall(app))).unwrap_or(u16::MAX);
        let title = app.say("config-mistakes-title", &[("count", self.mistakes.len().into())]);
        let area = floating::draw(buffer, room, &title, WIDEST, height, theme);
        floating::draw_place(buffer, area, self.top, lines.len(), theme);
        for (line, row) in lines.iter().skip(self.top).zip(area.rows()) {
            line.draw(buffer, row, theme);
        }
    }
}
