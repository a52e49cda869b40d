//! Everything that was said in the message line, the newest below, each message whole.

use super::{Next, Overlay};
use crate::base::cells;
use crate::tui::app::App;
use crate::tui::app::moving::Step;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::msg::Weight;
use crate::tui::theme::Role;
use crate::tui::widgets::floating;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::paint::Piece;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The widest that it becomes.
const WIDEST: u16 = 100;
/// The cells of a message's time.
const TIME: usize = 10;

/// How far it is scrolled.
#[derive(Clone, Debug, Default)]
pub struct Log {
    /// The first row that is seen.
    pub top: usize,
}

/// Opens it at its end.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let top = lines(app).len().saturating_sub(super::tall(app));
    app.overlays.push(Overlay::Log(Log { top }));
    Vec::new()
}

/// Its rows, as they stand on this screen.
fn lines(app: &App) -> Vec<Line> {
    let width = usize::from(app.size.0.saturating_sub(floating::FRAME.0).min(WIDEST));
    let indent = " ".repeat(TIME);
    let message = |(at, saying): &(_, crate::tui::msg::Saying)| {
        let role = match saying.weight {
            Weight::Done => Role::Text,
            Weight::Warning => Role::Warning,
        };
        let mut rows = Line::wrapped(&saying.text, &indent, width, role);
        if let Some(first) = rows.first_mut() {
            let time = Piece::new(cells::pad(&app.times().clock(*at), TIME), Role::Dim);
            let text = first.left.remove(0).text.trim_start().to_owned();
            first.left = vec![time, Piece::new(text, role)];
        }
        rows
    };
    app.messages.log.iter().flat_map(message).collect()
}

impl Log {
    pub(super) fn asked(mut self, app: &App, intent: Intent) -> Next {
        let seen = super::tall(app);
        if let Some(step) = Step::of(intent, seen) {
            self.top = step.from(self.top, (lines(app).len() + 1).saturating_sub(seen));
            return Next::Stays(Overlay::Log(self), Vec::new());
        }
        match intent {
            Intent::GoBack | Intent::OpenLog => Next::Closes(Vec::new()),
            _ => Next::NotMine(Overlay::Log(self)),
        }
    }

    /// Draws it.
    pub fn draw(&self, app: &App, room: Rect, buffer: &mut Buffer) {
        let theme = &app.settings.theme;
        let height = u16::try_from(super::tall(app)).unwrap_or(u16::MAX);
        let area = floating::draw(buffer, room, &app.text("log-title"), WIDEST, height, theme);
        let mut lines = lines(app);
        if lines.is_empty() {
            lines.push(Line::text(app.text("log-empty").into_owned(), Role::Dim));
        }
        floating::draw_place(buffer, area, self.top, lines.len(), theme);
        for (line, row) in lines.iter().skip(self.top).zip(area.rows()) {
            line.draw(buffer, row, theme);
        }
    }
}
