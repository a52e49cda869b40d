//! What a person sees: the screen as text, and below it which cells have which style.

use super::script::Console;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::fmt::Write as _;
use tandem::tui::app::App;
use unicode_width::UnicodeWidthStr;

/// The screen of a console.
pub fn screen(console: &Console) -> Buffer {
    drawn(&console.app)
}

/// The screen of a state machine.
pub fn drawn(app: &App) -> Buffer {
    let (columns, rows) = app.size;
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
    tandem::tui::draw::draw(app, &mut buffer);
    buffer
}

/// Its lines without the spaces at their ends.
pub fn text(buffer: &Buffer) -> String {
    let lines = buffer.area().rows().map(|row| {
        let mut line = String::new();
        let mut covered = 0;
        for cell in row.columns().map(|at| &buffer[(at.x, at.y)]) {
            if covered > 0 {
                covered -= 1;
                continue;
            }
            line.push_str(cell.symbol());
            covered = cell.symbol().width().saturating_sub(1);
        }
        line.trim_end().to_owned()
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Lines, and below them a letter for the style of each cell, with a legend.
pub fn picture(console: &Console) -> String {
    let buffer = screen(console);
    let mut styles: Vec<Style> = Vec::new();
    let mut map = String::new();
    for row in buffer.area().rows() {
        let mut line = String::new();
        for cell in row.columns().map(|at| &buffer[(at.x, at.y)]) {
            let style = Style::new().fg(cell.fg).bg(cell.bg).add_modifier(cell.modifier);
            if style
                == Style::new()
                    .fg(ratatui::style::Color::Reset)
                    .bg(ratatui::style::Color::Reset)
            {
                line.push('.');
                continue;
            }
            let at = styles.iter().position(|known| *known == style).unwrap_or_else(|| {
                styles.push(style);
                styles.len() - 1
            });
            line.push(char::from(b'a' + u8::try_from(at).unwrap()));
        }
        map.push_str(line.trim_end_matches('.'));
        map.push('\n');
    }
    let mut legend = String::new();
    for (at, style) in styles.iter().enumerate() {
        let letter = char::from(b'a' + u8::try_from(at).unwrap());
        writeln!(
            legend,
            "{letter}: {:?} on {:?} {:?}",
            style.fg.unwrap(),
            style.bg.unwrap(),
            style.add_modifier
        )
        .unwrap();
    }
    format!("{}\n\n{map}\n{legend}", text(&buffer))
}
