//! The bottom line: the keys that work here and now, or a message until the next key.

use super::paint::{self, Piece};
use super::rule;
use crate::base::cells;
use crate::tui::theme::{Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};

/// A key and what it does here: `c complete`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The key as it is bound.
    pub key: String,
    /// What it does, in the words of what is under the cursor.
    pub words: String,
    /// The same in fewer words.
    pub brief: Option<String>,
    /// How long it stays where there is little room.
    pub weight: Weight,
}

/// How long a hint stays where there is little room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Before all others, in fewer words if need be.
    Essential,
    /// While there is room.
    Usual,
}

impl Hint {
    /// A key and what it does here.
    pub fn new(key: impl Into<String>, words: impl Into<String>) -> Self {
        Self {
            key: key.into(),
            words: words.into(),
            brief: None,
            weight: Weight::Usual,
        }
    }

    /// The words that need the fewest cells.
    fn fewest(&self) -> &str {
        self.brief.as_deref().unwrap_or(&self.words)
    }

    fn pieces<'a>(&'a self, words: &'a str) -> [Piece<'a>; 2] {
        [
            Piece::new(self.key.as_str(), Role::Key),
            Piece::new(format!(" {words}"), Role::Dim),
        ]
    }

    /// The cells that it takes with these words.
    fn width(&self, words: &str) -> usize {
        paint::width(&self.pieces(words))
    }
}

const BETWEEN: &str = " · ";

/// Draws as many hints as fit whole, in their order: the essential ones first. The last one (`: all`) always stays.
pub fn draw(buffer: &mut Buffer, line: Rect, hints: &[Hint], theme: &Theme) {
    let shown = fitting(hints, usize::from(line.width).saturating_sub(1));
    let mut row = vec![Piece::new(" ", Role::Dim)];
    for (at, (hint, words)) in shown.into_iter().enumerate() {
        if at > 0 {
            row.push(Piece::new(BETWEEN, Role::Dim));
        }
        row.extend(hint.pieces(words));
    }
    draw_row(buffer, line, &row, theme);
}

/// The most rows that a message takes.
const TALLEST: u16 = 5;

/// Draws a message in the line's place; where the line is too short for it, upwards from there below a rule.
pub fn message(buffer: &mut Buffer, line: Rect, text: &str, role: Role, theme: &Theme) {
    let room = usize::from(line.width.saturating_sub(2));
    let rows = cells::wrap_lines(&cells::sanitise_lines(text), room)
        .take(usize::from(TALLEST))
        .count();
    let above = u16::try_from(rows).unwrap_or(TALLEST).saturating_sub(1).min(line.y);
    let area = Rect {
        y: line.y - above,
        height: line.height.saturating_add(above),
        ..line
    };
    if area.is_empty() {
        return;
    }
    Clear.render(area.intersection(*buffer.area()), buffer);
    if above > 0 {
        rule::horizontal(
            buffer,
            Rect {
                y: area.y.saturating_sub(1),
                height: 1,
                ..area
            },
            theme,
        );
    }
    let text_area = Rect {
        x: area.x + 1.min(area.width),
        width: line.width.saturating_sub(2),
        ..area
    };
    paint::paragraph(buffer, text_area, text, 0, theme.style(role));
}

fn draw_row(buffer: &mut Buffer, line: Rect, row: &[Piece<'_>], theme: &Theme) {
    if !line.is_empty() {
        paint::pieces(buffer, line.x, line.y, line.width, row, theme);
    }
}

/// The hints that have room, each with the words that it has room for.
fn fitting(hints: &[Hint], room: usize) -> Vec<(&Hint, &str)> {
    let Some((last, others)) = hints.split_last() else {
        return Vec::new();
    };
    let between = BETWEEN.chars().count();
    let mut left = room.saturating_sub(last.width(&last.words));
    let mut take = |cells: usize| {
        let fits = cells <= left;
        left = left.saturating_sub(if fits { cells } else { 0 });
        fits
    };
    let mut shown: Vec<Option<&str>> = vec![None; others.len()];
    let of_weight = |weight: Weight| others.iter().enumerate().filter(move |(_, hint)| hint.weight == weight);
    for (at, hint) in of_weight(Weight::Essential) {
        if take(hint.width(hint.fewest()) + between) {
            shown[at] = Some(hint.fewest());
        }
    }
    for (at, hint) in of_weight(Weight::Essential) {
        if shown[at].is_some() && take(hint.width(&hint.words).saturating_sub(hint.width(hint.fewest()))) {
            shown[at] = Some(&hint.words);
        }
    }
    for (at, hint) in of_weight(Weight::Usual) {
        let mut words = [hint.words.as_str(), hint.fewest()].into_iter();
        shown[at] = words.find(|words| take(hint.width(words) + between));
    }
    let mut fitting: Vec<(&Hint, &str)> = others
        .iter()
        .zip(shown)
        .filter_map(|(hint, words)| Some((hint, words?)))
        .collect();
    fitting.push((last, &last.words));
    fitting
}

#[cfg(test)]
mod tests {
    use super::super::paint::testing::lines;
    use super::*;

    fn shown(width: u16) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, 1));
        let hints = [
            Hint::new("enter", "open"),
            Hint::new("H", "transfer to Acme"),
            Hint::new("c", "complete"),
            Hint::new(":", "all"),
        ];
        draw(&mut buffer, Rect::new(0, 0, width, 1), &hints, &Theme::default());
        lines(&buffer).remove(0)
    }

    #[test]
    fn what_matters_most_stays_in_fewer_words_if_need_be() {
        let essential = |key: &str, words: &str, brief: &str| Hint {
            brief: Some(brief.to_owned()),
            weight: Weight::Essential,
            ..Hint::new(key, words)
        };
        let hints = [
            Hint::new("n", "note"),
            essential("H", "transfer to Acme", "transfer"),
            essential("c", "complete", "done"),
            Hint::new(":", "all"),
        ];
        let shown = |room: usize| -> Vec<String> {
            let words = fitting(&hints, room).into_iter().map(|(_, words)| words.to_owned());
            words.collect()
        };
        assert_eq!(shown(60), ["note", "transfer to Acme", "complete", "all"]);
        assert_eq!(shown(40), ["transfer to Acme", "complete", "all"]);
        assert_eq!(shown(31), ["transfer", "complete", "all"]);
        assert_eq!(shown(30), ["transfer", "done", "all"]);
        assert_eq!(shown(20), ["transfer", "all"]);
        assert_eq!(shown(17), ["done", "all"]);
    }

    #[test]
    fn hints_are_cut_whole_and_the_last_one_stays() {
        assert_eq!(shown(80), " enter open · H transfer to Acme · c complete · : all");
        assert_eq!(shown(52), " enter open · H transfer to Acme · : all");
        assert_eq!(shown(20), " enter open · : all");
        assert_eq!(shown(8), " : all");
        assert_eq!(shown(0), "");
    }
}
