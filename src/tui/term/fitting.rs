//! A frame made to fit its terminal: as many colours as there are, and on terminals without all letters each glyph as
//! one of theirs in just as many cells, so that nothing moves.

use super::{colours, pen};
use crate::config::terminal::{Colours, Letters, Terminal};
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};
use unicode_normalization::UnicodeNormalization;
use unicode_width::UnicodeWidthStr;

/// Stands where a glyph has none like it.
const UNKNOWN: char = '?';
/// Where a text was cut, or goes on.
const MORE: &str = "…";

/// Glyphs of the console's own as a console font has them, and as ASCII has them.
const GLYPHS: [(char, char, char); 37] = [
    ('●', '•', '*'),
    ('▌', '▌', '>'),
    ('›', '»', ')'),
    ('…', '»', '>'),
    ('·', '·', '-'),
    ('–', '-', '-'),
    ('—', '-', '-'),
    ('−', '-', '-'),
    ('→', '→', '>'),
    ('←', '←', '<'),
    ('↑', '↑', '^'),
    ('↓', '↓', 'v'),
    ('↳', '└', '`'),
    ('▸', '►', '>'),
    ('✓', '√', 'v'),
    ('×', 'x', 'x'),
    ('±', '±', '#'),
    ('¶', '¶', '"'),
    ('•', '•', '*'),
    ('“', '"', '"'),
    ('”', '"', '"'),
    ('„', '"', '"'),
    ('«', '«', '"'),
    ('»', '»', '"'),
    ('‘', '\'', '\''),
    ('’', '\'', '\''),
    ('¿', '¿', '?'),
    ('¡', '¡', '!'),
    ('⟨', '<', '<'),
    ('⟩', '>', '>'),
    ('◌', 'o', 'o'),
    ('ß', 'ß', 's'),
    ('æ', 'æ', 'a'),
    ('ø', 'ø', 'o'),
    ('ł', 'ł', 'l'),
    ('đ', 'đ', 'd'),
    ('€', '€', 'E'),
];

/// Bars by how much of a cell they fill: eighths from below, eighths from the left, shades.
const BARS: [(&str, &str, &str); 3] = [
    ("▁▂▃▄▅▆▇█", "▄▄▄▄▄███", ".:-=+*%#"),
    ("▏▎▍▌▋▊▉█", "▌▌▌▌▌███", "...>####"),
    ("░▒▓▀", "░▒▓▀", ".:%\""),
];

/// Makes the frame fit.
pub fn fit(buffer: &mut Buffer, terminal: Terminal) {
    if terminal.colours != Colours::True {
        fit_colours(buffer, terminal.colours);
    }
    if terminal.letters != Letters::Unicode {
        fit_letters(buffer, terminal.letters);
    }
    bare_blanks(buffer);
}

/// A blank looks the same whatever letters beside it are drawn with, so that it need not be written for that.
fn bare_blanks(buffer: &mut Buffer) {
    let blanks = buffer.content.iter_mut().filter(|cell| cell.symbol() == " ");
    for cell in blanks {
        if cell.bg == Color::Reset && !cell.modifier.intersects(pen::SEEN_ON_BLANKS) {
            (cell.fg, cell.modifier) = (Color::Reset, Modifier::empty());
        }
    }
}

/// A text as such a terminal can show it.
#[must_use]
pub fn text(text: &str, letters: Letters) -> String {
    let mut fitted = String::with_capacity(text.len());
    for letter in text.chars() {
        match (letters, letter) {
            (Letters::Unicode, _) | (_, '\0'..='\u{7f}') => fitted.push(letter),
            (_, '…') => fitted.push_str("..."),
            _ => fitted.push(letter_of(letter, letters).unwrap_or(UNKNOWN)),
        }
    }
    fitted
}

fn fit_colours(buffer: &mut Buffer, colours: Colours) {
    for cell in &mut buffer.content {
        let (front, helps) = colours::reduced(cell.fg, colours);
        cell.fg = front;
        cell.modifier |= helps;
        cell.bg = colours::reduced(cell.bg, colours).0;
    }
}

fn fit_letters(buffer: &mut Buffer, letters: Letters) {
    let width = usize::from(buffer.area.width).max(1);
    for row in buffer.content.chunks_mut(width) {
        for at in 0..row.len() {
            let symbol = row[at].symbol();
            if symbol.is_ascii() {
                continue;
            }
            if symbol == MORE && is_apart(row.get(at.wrapping_sub(1))) {
                // No cut: a sentence that goes on, `Reading …`.
                let room = row[at..]
                    .iter()
                    .skip(1)
                    .take(2)
                    .take_while(|cell| cell.symbol() == " ")
                    .count();
                let dots = if room == 2 { 3 } else { 1 };
                row[at..at + dots].iter_mut().for_each(|cell| _ = cell.set_char('.'));
                continue;
            }
            let cells = symbol.width();
            let Some(fitted) = symbol.chars().next().map(|letter| letter_of(letter, letters)) else {
                continue;
            };
            let is_whole = cells < 2 || row.get(at + 1).is_some_and(|cell| cell.symbol() == " ");
            match fitted {
                // As it came: the console draws what its font has, and something in its place where it has nothing.
                None if letters == Letters::Console => {}
                _ if !is_whole => _ = row[at].set_char(' '),
                Some(letter) => _ = row[at].set_char(letter),
                None => row[at..at + cells.max(1)]
                    .iter_mut()
                    .for_each(|cell| _ = cell.set_char(UNKNOWN)),
            }
        }
    }
}

fn is_apart(before: Option<&ratatui::buffer::Cell>) -> bool {
    before.is_none_or(|cell| cell.symbol() == " ")
}

/// The glyph that stands for a letter; none where the terminal has no such one.
fn letter_of(letter: char, letters: Letters) -> Option<char> {
    let is_console = letters == Letters::Console;
    if let Some((_, console, ascii)) = GLYPHS.iter().find(|(glyph, ..)| *glyph == letter) {
        return Some(if is_console { *console } else { *ascii });
    }
    for (bars, console, ascii) in BARS {
        if let Some(at) = bars.chars().position(|bar| bar == letter) {
            return if is_console { console } else { ascii }.chars().nth(at);
        }
    }
    if is_console {
        return None;
    }
    match letter {
        '─' | '━' | '═' | '╌' | '┄' => Some('-'),
        '│' | '┃' | '║' => Some('|'),
        '\u{2500}'..='\u{257f}' => Some('+'),
        _ => letter.nfkd().next().filter(char::is_ascii_graphic),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::cells;
    use proptest::prelude::*;
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Style};

    const ASCII: Terminal = Terminal {
        colours: Colours::None,
        letters: Letters::Ascii,
    };

    fn fitted(text: &str, terminal: Terminal) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 1));
        buffer.set_string(0, 0, text, Style::new().fg(Color::Red));
        fit(&mut buffer, terminal);
        let row: String = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        row.trim_end().to_owned()
    }

    #[test]
    fn without_utf8_every_box_arrow_mark_and_ellipsis_is_ascii() {
        for (drawn, shown) in [
            (
                "▌+1120.0011 VPN drops ev… ● In Progress",
                ">+1120.0011 VPN drops ev> * In Progress",
            ),
            ("┌ Complete ──┐", "+ Complete --+"),
            ("In Progress  →  Complete", "In Progress  >  Complete"),
            ("Reading …", "Reading ..."),
            ("› Level 1 · 31 – ✓ “x”", ") Level 1 - 31 - v \"x\""),
            ("Müller & Söhne, Straße", "Muller & Sohne, Strase"),
            ("打印机 x", "?????? x"),
            ("e\u{301}", "e"),
            ("▃▅█ ████▊", "-+# #####"),
        ] {
            assert_eq!(fitted(drawn, ASCII), shown);
        }
    }

    #[test]
    fn a_console_font_has_its_own_marks_and_what_it_lacks_is_left_to_it() {
        let linux = Terminal {
            colours: Colours::Eight,
            letters: Letters::Console,
        };
        assert_eq!(fitted("▌● Müller… – 打", linux), "▌• Müller» - 打");
    }

    #[test]
    fn texts_without_cells_are_fitted_too() {
        assert_eq!(text("Señor Müller … 打", Letters::Ascii), "Senor Muller ... ?");
        assert_eq!(text("打 …", Letters::Unicode), "打 …");
    }

    #[test]
    fn everything_that_the_console_draws_by_itself_has_a_glyph() {
        let sources = concat!(
            include_str!("../../../assets/text/en/console.ftl"),
            include_str!("../../../assets/text/de/console.ftl"),
            include_str!("../../../assets/text/es/console.ftl"),
            include_str!("../../../assets/text/en/ticket.ftl"),
            include_str!("../../../assets/text/de/ticket.ftl"),
            include_str!("../../../assets/text/es/billing_console.ftl"),
            "●▌›…·–—−→↑↓↳▸✓×±¶•─│┌┐└┘├┤█▄▀▁▂▃▅▆▇░"
        );
        for letter in sources.chars().filter(|letter| !letter.is_ascii()) {
            assert!(letter_of(letter, Letters::Ascii).is_some(), "{letter:?}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_drawn_comes_out_as_ascii_in_the_same_cells(foreign in any::<String>(), x in 0u16..20) {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 1));
            buffer.set_string(x, 0, cells::fit(&foreign, 20), Style::new());
            buffer.set_string(39, 0, "|", Style::new());
            fit(&mut buffer, ASCII);
            for cell in &buffer.content {
                prop_assert!(matches!(cell.symbol().as_bytes(), [b' '..=b'~']), "{:?}", cell.symbol());
            }
            prop_assert_eq!(buffer[(39, 0)].symbol(), "|");
        }
    }
}
