//! Texts as people type them, names above all: every script is taken, what can't be shown is not.

use super::Refusal;

/// The text without blanks around it.
///
/// # Errors
/// `not_printable` with the place of a control character, or of one that turns the order of the others on the screen;
/// `out_of_range` where it has more than `longest` characters.
pub fn checked(field: &'static str, text: &str, longest: usize) -> Result<String, Refusal> {
    if let Some(place) = text.chars().position(|letter| !is_printable(letter)) {
        return Err(Refusal::NotPrintable {
            field,
            place: place + 1,
        });
    }
    let text = text.trim();
    if text.chars().count() > longest {
        let limit = i64::try_from(longest).unwrap_or(i64::MAX);
        return Err(Refusal::OutOfRange { field, limit });
    }
    Ok(text.to_owned())
}

/// Checks a text of several lines, in which tabs and line ends are taken.
///
/// # Errors
/// As [`checked`].
pub fn checked_lines(field: &'static str, text: &str, longest: usize) -> Result<(), Refusal> {
    let is_taken = |letter: char| matches!(letter, '\n' | '\r' | '\t') || is_printable(letter);
    if let Some(place) = text.chars().position(|letter| !is_taken(letter)) {
        return Err(Refusal::NotPrintable {
            field,
            place: place + 1,
        });
    }
    if text.chars().nth(longest).is_some() {
        let limit = i64::try_from(longest).unwrap_or(i64::MAX);
        return Err(Refusal::OutOfRange { field, limit });
    }
    Ok(())
}

/// The joiners stay: Persian, Hindi and others are not written without them.
fn is_printable(letter: char) -> bool {
    let is_line_end = matches!(letter, '\u{2028}' | '\u{2029}');
    let turns_order = matches!(
        letter,
        '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    );
    let is_hidden = matches!(letter, '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}');
    !letter.is_control() && !is_line_end && !turns_order && !is_hidden
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_every_script_are_taken_as_they_are() {
        for name in [
            "Zoë",
            "Ñuñoa",
            "王小明",
            "محمد",
            "नरेन्द्र",
            "علی\u{200c}رضا",
            "O’Brien-Łukasz",
            "Ōe",
            "김",
        ] {
            assert_eq!(checked("firstName", &format!(" {name} "), 50), Ok(name.to_owned()));
        }
    }

    #[test]
    fn what_a_screen_would_obey_is_refused_with_its_place() {
        for letter in [
            '\u{1b}', '\u{0}', '\n', '\u{9b}', '\u{202e}', '\u{2066}', '\u{2028}', '\u{feff}',
        ] {
            assert_eq!(
                checked("lastName", &format!("Böb{letter}x"), 50),
                Err(Refusal::NotPrintable {
                    field: "lastName",
                    place: 4
                })
            );
        }
    }

    #[test]
    fn several_lines_take_line_ends_and_nothing_else_that_a_screen_obeys() {
        assert_eq!(checked_lines("workFlow", "One\r\n\ttwo\n", 20), Ok(()));
        for letter in ['\u{1b}', '\u{7}', '\u{202e}', '\u{2028}'] {
            let refused = checked_lines("workFlow", &format!("a\n{letter}"), 20);
            let field = "workFlow";
            assert_eq!(refused, Err(Refusal::NotPrintable { field, place: 3 }));
        }
        assert!(checked_lines("workFlow", "ßßß", 3).is_ok() && checked_lines("workFlow", "ßßßß", 3).is_err());
    }

    #[test]
    fn length_counts_characters_not_bytes() {
        assert_eq!(checked("phone", "ßßß", 3), Ok("ßßß".to_owned()));
        assert!(matches!(
            checked("phone", "ßßßß", 3),
            Err(Refusal::OutOfRange { limit: 3, .. })
        ));
    }
}
