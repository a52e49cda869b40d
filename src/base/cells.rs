//! Text as terminal cells: how wide it is, where to cut it, how it wraps, and how to make it harmless.
//!
//! Widths are counted per grapheme, as the drawing library counts them, so that what is measured here is what stands
//! on the screen. Foreign text goes through [`sanitise`] or [`sanitise_lines`] before it is measured.

mod harmless;

pub use harmless::{sanitise, sanitise_lines};

use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// What stands where text was cut.
pub const CUT: &str = "…";

/// No single glyph is wider; a longer cluster of a script with conjuncts is taken apart letter by letter.
const WIDEST_GLYPH: usize = 2;

/// The cells that a text of one line takes.
#[must_use]
pub fn width(text: &str) -> usize {
    if is_plain(text) {
        text.len()
    } else {
        text.graphemes(true).map(UnicodeWidthStr::width).sum()
    }
}

/// The text if it fits into so many cells, else its beginning and `…`. Reads no further than it must.
#[must_use]
pub fn cut(text: &str, cells: usize) -> Cow<'_, str> {
    let whole = beginning(text, cells);
    if whole.len() == text.len() {
        return Cow::Borrowed(text);
    }
    match cells {
        0 => Cow::Borrowed(""),
        _ => Cow::Owned(format!("{}{CUT}", beginning(text, cells - 1).trim_end())),
    }
}

/// A foreign text of one line made harmless and cut: [`sanitise`], then [`cut`]. Reads only as much of a huge text as
/// can be seen.
#[must_use]
pub fn fit(text: &str, cells: usize) -> Cow<'_, str> {
    /// No more bytes than this stand in a cell, unless much of them is invisible.
    const BYTES_IN_A_CELL: usize = 32;
    let seen = text.floor_char_boundary((cells + 2) * BYTES_IN_A_CELL);
    let clean = sanitise(&text[..seen]);
    let all = match seen < text.len() && width(&clean) <= cells {
        true => sanitise(text),
        false => clean,
    };
    match all {
        Cow::Borrowed(all) => cut(all, cells),
        Cow::Owned(all) => Cow::Owned(cut(&all, cells).into_owned()),
    }
}

/// The text in exactly so many cells, from the left: cut, or followed by spaces.
#[must_use]
pub fn pad(text: &str, cells: usize) -> String {
    let mut padded = cut(text, cells).into_owned();
    let taken = width(&padded);
    padded.extend(std::iter::repeat_n(' ', cells.saturating_sub(taken)));
    padded
}

/// The text in exactly so many cells, at the right: cut, or led by spaces.
#[must_use]
pub fn pad_start(text: &str, cells: usize) -> String {
    let kept = cut(text, cells);
    let mut padded = " ".repeat(cells.saturating_sub(width(&kept)));
    padded.push_str(&kept);
    padded
}

/// As much of the text's beginning as fits into so many cells, whole glyphs only.
#[must_use]
pub fn beginning(text: &str, cells: usize) -> &str {
    let mut end = 0;
    let mut taken = 0;
    for (length, wide) in Glyphs(text) {
        if taken + wide > cells {
            break;
        }
        taken += wide;
        end += length;
    }
    &text[..end]
}

/// The rows in which a text of one line stands when it is at most so many cells wide (at least two): broken after
/// spaces, long words anywhere. An empty text is one empty row. Lazy, so that only the rows asked for cost time.
pub fn wrap(text: &str, cells: usize) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let line = rest?;
        let (row, after) = first_row(line, cells.max(WIDEST_GLYPH));
        rest = (!after.is_empty()).then_some(after);
        Some(row)
    })
}

/// [`wrap`] for a text of several lines.
pub fn wrap_lines(text: &str, cells: usize) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(move |line| wrap(line, cells))
}

/// The first row of a line and what follows it. Spaces at the break belong to neither.
fn first_row(line: &str, cells: usize) -> (&str, &str) {
    let fitting = match beginning(line, cells) {
        // A glyph wider than the row has a row of its own.
        "" => &line[..Glyphs(line).next().map_or(0, |(length, _)| length)],
        fitting => fitting,
    };
    let after = &line[fitting.len()..];
    if after.is_empty() {
        return (line, "");
    }
    if after.starts_with(' ') {
        return (fitting, after.trim_start_matches(' '));
    }
    match fitting.rfind(' ') {
        Some(space) if !fitting[..space].trim_end_matches(' ').is_empty() => {
            (fitting[..space].trim_end_matches(' '), &line[space + 1..])
        }
        _ => (fitting, after),
    }
}

/// Whether every byte is a printable ASCII character, one cell each.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// The glyphs of a text, each as its length in bytes and its width in cells.
struct Glyphs<'a>(&'a str);

impl Iterator for Glyphs<'_> {
    type Item = (usize, usize);

    fn next(&mut self) -> Option<Self::Item> {
        let mut bytes = self.0.bytes();
        let (length, wide) = match (bytes.next()?, bytes.next()) {
            // A letter that an ASCII character follows is a glyph by itself.
            (b' '..=b'~', None | Some(b' '..=b'~')) => (1, 1),
            _ => first_glyph(self.0)?,
        };
        self.0 = &self.0[length..];
        Some((length, wide))
    }
}

fn first_glyph(text: &str) -> Option<(usize, usize)> {
    let grapheme = text.graphemes(true).next()?;
    let wide = UnicodeWidthStr::width(grapheme);
    if wide <= WIDEST_GLYPH {
        return Some((grapheme.len(), wide));
    }
    let letter = grapheme.chars().next()?;
    Some((letter.len_utf8(), UnicodeWidthChar::width(letter).unwrap_or(0)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn width_counts_cells_and_not_letters() {
        for (text, cells) in [
            ("", 0),
            ("abc", 3),
            ("Müller", 6),
            ("e\u{301}x", 2),
            ("打印机", 6),
            ("🖨", 1),
            ("👩", 2),
        ] {
            assert_eq!(width(text), cells, "{text}");
        }
    }

    #[test]
    fn a_cut_text_ends_with_an_ellipsis_and_never_halves_a_wide_glyph() {
        assert_eq!(cut("Printer", 7), "Printer");
        assert_eq!(cut("Printer on", 8), "Printer…");
        assert_eq!(cut("打印机", 4), "打…");
        assert_eq!(cut("打印机", 1), "…");
        assert_eq!(cut("x", 0), "");
    }

    #[test]
    fn padding_fills_exactly_from_either_side() {
        assert_eq!(pad("打印机", 5), "打印…");
        assert_eq!(pad("ab", 4), "ab  ");
        assert_eq!(pad_start("ab", 4), "  ab");
        assert_eq!(pad("打印", 3), "打…");
    }

    #[test]
    fn a_huge_foreign_text_is_fitted_by_its_beginning() {
        assert_eq!(fit("Printer\u{1b}[2J", 20), "Printer␛[2J");
        assert_eq!(fit(&"x".repeat(1 << 20), 4), "xxx…");
        assert_eq!(fit(&format!("{}seen", "\u{200b}".repeat(1 << 12)), 4), "seen");
    }

    #[test]
    fn lines_wrap_after_words_and_long_words_anywhere() {
        let rows = |text, cells| wrap(text, cells).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(rows("every page is blank", 10), ["every page", "is blank"]);
        assert_eq!(rows("abcdefgh ij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(rows("", 4), [""]);
        assert_eq!(rows("   indented text", 11), ["   indented", "text"]);
        assert_eq!(wrap_lines("a\n\nb", 4).collect::<Vec<_>>(), ["a", "", "b"]);
    }

    #[test]
    fn the_first_row_of_a_megabyte_is_found_without_reading_it() {
        let long = "x".repeat(1 << 20) + &"क्ष".repeat(1 << 16);
        assert_eq!(wrap(&long, 80).next().map(str::len), Some(80));
        assert_eq!(cut(&long, 10).len(), 9 + CUT.len());
        assert_eq!(wrap(&long, 80).map(str::len).sum::<usize>(), long.len());
    }

    proptest! {
        #[test]
        fn nothing_is_ever_wider_than_asked(text in "\\PC*", cells in 0usize..40) {
            let text = sanitise(&text);
            prop_assert!(width(&cut(&text, cells)) <= cells);
            prop_assert!(width(beginning(&text, cells)) <= cells);
            prop_assert_eq!(width(&pad(&text, cells)), cells);
            prop_assert_eq!(width(&pad_start(&text, cells)), cells);
            for row in wrap(&text, cells) {
                prop_assert!(width(row) <= cells.max(2), "{row:?}");
            }
        }

        #[test]
        fn wrapping_loses_nothing_but_spaces(text in "[a-zé打 ]{0,80}", cells in 2usize..20) {
            let squeezed = |text: &str| text.replace(' ', "");
            prop_assert_eq!(squeezed(&wrap(&text, cells).collect::<String>()), squeezed(&text));
        }
    }
}
