//! Colours, attributes and cursor moves in as few bytes as the terminal understands them.

use ratatui::buffer::Cell;
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};

/// What the terminal draws the next letter with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pen {
    foreground: Color,
    background: Color,
    attributes: Modifier,
}

/// What is seen where no letter stands.
pub const SEEN_ON_BLANKS: Modifier = Modifier::UNDERLINED
    .union(Modifier::REVERSED)
    .union(Modifier::CROSSED_OUT);

impl Default for Pen {
    fn default() -> Self {
        Self {
            foreground: Color::Reset,
            background: Color::Reset,
            attributes: Modifier::empty(),
        }
    }
}

impl From<&Cell> for Pen {
    fn from(cell: &Cell) -> Self {
        Self {
            foreground: cell.fg,
            background: cell.bg,
            attributes: cell.modifier,
        }
    }
}

/// Each attribute with the codes that set and clear it. Bold and dim are cleared together.
const ATTRIBUTES: [(Modifier, &str, &str); 8] = [
    (Modifier::BOLD, "1", "22"),
    (Modifier::DIM, "2", "22"),
    (Modifier::ITALIC, "3", "23"),
    (Modifier::UNDERLINED, "4", "24"),
    (Modifier::SLOW_BLINK, "5", "25"),
    (Modifier::REVERSED, "7", "27"),
    (Modifier::HIDDEN, "8", "28"),
    (Modifier::CROSSED_OUT, "9", "29"),
];

impl Pen {
    /// Whether a blank that is drawn with it looks like one that is drawn with nothing.
    #[must_use]
    pub fn is_unseen_on_blanks(self) -> bool {
        self.background == Color::Reset && !self.attributes.intersects(SEEN_ON_BLANKS)
    }

    /// Appends the shortest sequence that turns this pen into the other one.
    pub fn change(self, to: Self, out: &mut Vec<u8>) {
        if self == to {
            return;
        }
        let stepwise = self.steps(to).join(";");
        let afresh = to.afresh().join(";");
        let shorter = if stepwise.len() < afresh.len() {
            stepwise
        } else {
            afresh
        };
        out.extend_from_slice(b"\x1b[");
        out.extend_from_slice(shorter.as_bytes());
        out.push(b'm');
    }

    /// The codes that set this pen whatever was set before; none for the default pen, for which an empty code stands.
    fn afresh(self) -> Vec<String> {
        if self == Self::default() {
            return Vec::new();
        }
        let mut codes = vec!["0".to_owned()];
        codes.extend(Self::default().steps(self));
        codes
    }

    /// The codes for what differs.
    fn steps(self, to: Self) -> Vec<String> {
        let mut codes: Vec<String> = Vec::new();
        let mut kept = self.attributes;
        for (attribute, _, clear) in ATTRIBUTES {
            if kept.contains(attribute) && !to.attributes.contains(attribute) {
                let together = ATTRIBUTES.iter().filter(|(_, _, other)| *other == clear);
                kept -= together.fold(Modifier::empty(), |all, (attribute, ..)| all | *attribute);
                codes.push(clear.to_owned());
            }
        }
        let missing = ATTRIBUTES
            .iter()
            .filter(|(one, ..)| to.attributes.contains(*one) && !kept.contains(*one));
        codes.extend(missing.map(|(_, set, _)| (*set).to_owned()));
        if self.foreground != to.foreground {
            codes.push(colour(to.foreground, 30));
        }
        if self.background != to.background {
            codes.push(colour(to.background, 40));
        }
        codes
    }
}

/// The code of a colour; `base` is 30 for letters, 40 for what is behind them.
fn colour(colour: Color, base: u8) -> String {
    let named = |index: u8| match index {
        0..=7 => (base + index).to_string(),
        8..=15 => (base + 52 + index).to_string(),
        _ => format!("{};5;{index}", base + 8),
    };
    match colour {
        Color::Reset => (base + 9).to_string(),
        Color::Black => named(0),
        Color::Red => named(1),
        Color::Green => named(2),
        Color::Yellow => named(3),
        Color::Blue => named(4),
        Color::Magenta => named(5),
        Color::Cyan => named(6),
        Color::Gray => named(7),
        Color::DarkGray => named(8),
        Color::LightRed => named(9),
        Color::LightGreen => named(10),
        Color::LightYellow => named(11),
        Color::LightBlue => named(12),
        Color::LightMagenta => named(13),
        Color::LightCyan => named(14),
        Color::White => named(15),
        Color::Indexed(index) => named(index),
        Color::Rgb(red, green, blue) => format!("{};2;{red};{green};{blue}", base + 8),
    }
}

/// Appends the shortest move from one place to another. An unknown place is left by an absolute move.
pub fn move_cursor(from: Option<Position>, to: Position, out: &mut Vec<u8>) {
    let Position { x, y } = to;
    let sequence = match from {
        Some(from) if from == to => return,
        Some(from) if from.y == y && x == from.x + 1 => "\x1b[C".to_owned(),
        Some(from) if from.y == y && x > from.x => format!("\x1b[{}C", x - from.x),
        Some(from) if x == 0 && y == from.y + 1 => "\r\n".to_owned(),
        _ if (x, y) == (0, 0) => "\x1b[H".to_owned(),
        _ if x == 0 => format!("\x1b[{}H", y + 1),
        _ => format!("\x1b[{};{}H", y + 1, x + 1),
    };
    out.extend_from_slice(sequence.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;

    fn pen(style: Style) -> Pen {
        let mut cell = Cell::default();
        cell.set_style(style);
        Pen::from(&cell)
    }

    fn changed(from: Style, to: Style) -> String {
        let mut out = Vec::new();
        pen(from).change(pen(to), &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_change_of_style_takes_the_shortest_sequence() {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        for (from, to, sequence) in [
            (plain, plain, ""),
            (plain, plain.fg(Color::Green), "\x1b[32m"),
            (plain.fg(Color::Green), plain, "\x1b[m"),
            (bold.fg(Color::Green), bold.fg(Color::Red), "\x1b[31m"),
            (bold.fg(Color::Green), plain.fg(Color::Green), "\x1b[22m"),
            (bold.add_modifier(Modifier::DIM), bold, "\x1b[0;1m"),
            (
                bold.add_modifier(Modifier::DIM).fg(Color::Green),
                bold.fg(Color::Green),
                "\x1b[22;1m",
            ),
            (plain, plain.fg(Color::LightRed).bg(Color::Gray), "\x1b[91;47m"),
            (plain, plain.fg(Color::Rgb(1, 2, 3)), "\x1b[38;2;1;2;3m"),
            (plain.bg(Color::Indexed(200)), plain, "\x1b[m"),
        ] {
            assert_eq!(changed(from, to), sequence, "{from:?} to {to:?}");
        }
    }

    #[test]
    fn a_move_takes_the_shortest_sequence() {
        for (from, to, sequence) in [
            (None, (0, 0), "\x1b[H"),
            (None, (0, 4), "\x1b[5H"),
            (Some((3, 1)), (3, 1), ""),
            (Some((3, 1)), (4, 1), "\x1b[C"),
            (Some((3, 1)), (9, 1), "\x1b[6C"),
            (Some((9, 1)), (0, 2), "\r\n"),
            (Some((9, 1)), (3, 1), "\x1b[2;4H"),
        ] {
            let mut out = Vec::new();
            move_cursor(from.map(Position::from), Position::from(to), &mut out);
            assert_eq!(String::from_utf8(out).unwrap(), sequence, "{from:?} to {to:?}");
        }
    }
}
