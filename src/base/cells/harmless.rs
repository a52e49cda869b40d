//! Foreign text made harmless: nothing that a terminal would obey, reorder or hide gets through.
//!
//! What can be an attack is shown in its place (`␛` for an escape, `�` for a bidi override); what is only invisible,
//! or what terminals disagree about the width of, is left out. Sanitising twice changes nothing.

use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

/// Stands where a character was that changes the order of what is shown, and for control characters without a picture.
const REPLACEMENT: char = '\u{fffd}';

/// Carries a mark that has no letter of its own, so that it can't sit on its neighbour's text.
const DOTTED_CIRCLE: char = '◌';

/// More marks than this on one letter are decoration that runs over other lines.
const MOST_MARKS: usize = 4;

/// Columns from one tab stop to the next in text of several lines.
const TAB: usize = 4;

/// A text of one line: line ends and tabs become spaces.
#[must_use]
pub fn sanitise(text: &str) -> Cow<'_, str> {
    clean(text, false)
}

/// A text of several lines, which end with `\n`; tabs become spaces up to the next stop.
#[must_use]
pub fn sanitise_lines(text: &str) -> Cow<'_, str> {
    clean(text, true)
}

fn clean(text: &str, keeps_lines: bool) -> Cow<'_, str> {
    if text
        .bytes()
        .all(|byte| matches!(byte, b' '..=b'~') || (keeps_lines && byte == b'\n'))
    {
        return Cow::Borrowed(text);
    }
    let mut cleaned = Cleaned::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter == '\r' && letters.peek() == Some(&'\n') {
            continue;
        }
        match kind(letter) {
            Kind::LineEnd if keeps_lines => cleaned.line_end(),
            Kind::Tab if keeps_lines => cleaned.tab(),
            Kind::LineEnd | Kind::Tab => cleaned.letter(' ', 1),
            Kind::Shown(picture) => cleaned.letter(picture, 1),
            Kind::Invisible => {}
            Kind::Mark(mark) => cleaned.mark(mark),
            Kind::Letter(cells) => cleaned.letter(letter, cells),
        }
    }
    Cow::Owned(cleaned.text)
}

/// What becomes of a character.
enum Kind {
    LineEnd,
    Tab,
    /// Replaced by this picture.
    Shown(char),
    /// Left out.
    Invisible,
    /// Sits on the letter before it, in this form.
    Mark(char),
    /// Kept; with its width in cells.
    Letter(usize),
}

fn kind(letter: char) -> Kind {
    match letter {
        ' '..='~' => Kind::Letter(1),
        '\t' => Kind::Tab,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Kind::LineEnd,
        '\0'..='\u{1f}' => Kind::Shown(char::from_u32(0x2400 + u32::from(letter)).unwrap_or(REPLACEMENT)),
        '\u{7f}' => Kind::Shown('␡'),
        '\u{80}'..='\u{9f}' => Kind::Shown(REPLACEMENT),
        // Bidi marks, embeddings, overrides and isolates.
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Kind::Shown(REPLACEMENT)
        }
        // Halfwidth sound marks take a cell on some terminals; their combining forms never do.
        '\u{ff9e}' => Kind::Mark('\u{3099}'),
        '\u{ff9f}' => Kind::Mark('\u{309a}'),
        _ if is_invisible(letter) => Kind::Invisible,
        _ => match letter.width() {
            // The few wider than two cells are another width on every terminal.
            None | Some(3..) => Kind::Shown(REPLACEMENT),
            Some(0) => Kind::Mark(letter),
            Some(cells) => Kind::Letter(cells),
        },
    }
}

/// Format characters without a picture, joiners, fillers, variation selectors, tags, and skin tones: at best nothing
/// is seen of them, at worst the terminal gives the letter another width than we do.
fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{1f3fb}'..='\u{1f3ff}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// The text so far, and what its last line looks like.
struct Cleaned {
    text: String,
    /// Cells in the line so far.
    column: usize,
    /// Where the last letter begins, in bytes.
    last: usize,
    /// Marks on the last letter; none can come where there is no letter.
    marks: Option<usize>,
}

impl Cleaned {
    fn with_capacity(bytes: usize) -> Self {
        Self {
            text: String::with_capacity(bytes),
            column: 0,
            last: 0,
            marks: None,
        }
    }

    fn line_end(&mut self) {
        self.text.push('\n');
        self.column = 0;
        self.marks = None;
    }

    fn tab(&mut self) {
        for _ in 0..TAB - self.column % TAB {
            self.letter(' ', 1);
        }
    }

    fn letter(&mut self, letter: char, cells: usize) {
        self.last = self.text.len();
        self.text.push(letter);
        self.column += cells;
        self.marks = (letter != ' ').then_some(0);
    }

    fn mark(&mut self, mark: char) {
        if self.marks.is_none() {
            self.letter(DOTTED_CIRCLE, 1);
        }
        let marks = self.marks.map_or(1, |marks| marks + 1);
        if marks > MOST_MARKS {
            return;
        }
        self.text.push(mark);
        self.marks = Some(marks);
        if self.text[self.last..].graphemes(true).count() > 1 {
            // A part of a syllable that joins only its like (Hangul), here alone: no cell would be its own.
            self.text.pop();
            self.letter(REPLACEMENT, 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::cells::width;
    use proptest::prelude::*;

    #[test]
    fn what_a_terminal_would_obey_is_shown_instead() {
        assert_eq!(sanitise("\u{1b}[2J\u{7}\u{7f}\u{9b}31m"), "␛[2J␇␡�31m");
        assert_eq!(sanitise("safe\u{202e}txt.exe\u{2066}\u{200f}"), "safe�txt.exe��");
        assert_eq!(sanitise("\u{17d8}"), "�");
        assert_eq!(sanitise("a\r\nb\tc\u{2028}d"), "a b c d");
    }

    #[test]
    fn what_cannot_be_seen_is_left_out() {
        assert_eq!(sanitise("pass\u{200b}word\u{feff}\u{ad}\u{2060}\u{e0041}"), "password");
        assert_eq!(sanitise("👩\u{200d}💻 ❤\u{fe0f} 👍\u{1f3ff}"), "👩💻 ❤ 👍");
    }

    #[test]
    fn a_mark_without_a_letter_gets_a_dotted_circle_and_a_heap_of_marks_is_thinned() {
        assert_eq!(sanitise("\u{301}a\u{301} \u{302}"), "◌\u{301}a\u{301} ◌\u{302}");
        assert_eq!(
            sanitise(&format!("a{}", "\u{301}".repeat(50))).chars().count(),
            1 + MOST_MARKS
        );
        assert_eq!(
            sanitise("\u{1112}\u{1161}\u{11ab} a\u{1161}"),
            "\u{1112}\u{1161}\u{11ab} a�",
            "Hangul syllables are kept"
        );
        assert_eq!(sanitise_lines("a\n\u{301}"), "a\n◌\u{301}");
    }

    #[test]
    fn lines_are_kept_and_tabs_reach_the_next_stop() {
        assert_eq!(sanitise_lines("a\tb\r\n打\tc\rd"), "a   b\n打  c\nd");
    }

    #[test]
    fn plain_text_is_not_copied() {
        assert!(matches!(sanitise("Printer on 3rd floor"), Cow::Borrowed(_)));
        assert!(matches!(sanitise_lines("one\ntwo"), Cow::Borrowed(_)));
    }

    proptest! {
        #[test]
        fn no_control_or_zero_width_glyph_gets_out_and_twice_is_once(text in proptest::collection::vec(any::<char>(), 0..60)) {
            let text: String = text.into_iter().collect();
            let line = sanitise(&text).into_owned();
            prop_assert!(!line.chars().any(char::is_control), "{line:?}");
            prop_assert_eq!(sanitise(&line).into_owned(), line.clone());
            for glyph in line.graphemes(true) {
                prop_assert!(width(glyph) > 0, "{glyph:?} in {line:?}");
            }
            let lines = sanitise_lines(&text).into_owned();
            prop_assert!(!lines.chars().any(|letter| letter.is_control() && letter != '\n'), "{lines:?}");
            prop_assert_eq!(sanitise_lines(&lines).into_owned(), lines.clone());
        }

        #[test]
        fn the_worst_characters_are_harmless_in_any_order(text in "[\u{0}-\u{1f}\u{7f}-\u{9f}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{301}\u{fe0f}aé打 ]{0,40}") {
            let line = sanitise(&text).into_owned();
            let drawn: usize = line.graphemes(true).map(width).sum();
            prop_assert_eq!(width(&line), drawn);
            let obeyed = |letter: char| letter.is_control() || matches!(letter, '\u{200b}'..='\u{206f}');
            let survivors = line.chars().filter(|letter| obeyed(*letter)).count();
            prop_assert_eq!(survivors, 0);
        }
    }
}
