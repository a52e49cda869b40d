//! A card to read: who a ticket is about.

use super::{Next, Overlay};
use crate::tui::app::App;
use crate::tui::effect::Generation;
use crate::tui::intent::Intent;
use crate::tui::widgets::floating;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::paint;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The card.
#[derive(Clone, Debug)]
pub struct Card {
    /// Whose.
    pub title: String,
    /// What stands on it.
    pub lines: Vec<Line>,
    /// The question about the ticket's contract that is not answered yet.
    pub waits: Option<Generation>,
}

impl Card {
    pub(super) fn asked(self: Box<Self>, intent: Intent) -> Next {
        match intent {
            Intent::GoBack | Intent::GoOut | Intent::GoIn | Intent::ShowCard => Next::Closes(Vec::new()),
            _ => Next::NotMine(Overlay::Card(self)),
        }
    }

    /// Takes in what was asked for it; whether it was.
    pub(super) fn take(&mut self, generation: Generation, lines: &[Line]) -> bool {
        let is_mine = self.waits.take_if(|waits| *waits == generation).is_some();
        if is_mine {
            self.lines.extend_from_slice(lines);
        }
        is_mine
    }

    /// Draws it.
    pub fn draw(&self, app: &App, room: Rect, buffer: &mut Buffer) {
        let width = self
            .lines
            .iter()
            .map(|line| paint::width(&line.left))
            .max()
            .unwrap_or(0)
            .max(40);
        let size = |cells: usize| u16::try_from(cells).unwrap_or(u16::MAX);
        let theme = &app.settings.theme;
        let area = floating::draw(
            buffer,
            room,
            &self.title,
            size(width + 1).min(96),
            size(self.lines.len()),
            theme,
        );
        for (line, row) in self.lines.iter().zip(area.rows()) {
            line.draw(buffer, row, theme);
        }
    }
}
