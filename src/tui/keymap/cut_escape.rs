//! Keys that a bad line has cut in two: Esc alone, then the rest of an escape sequence as if someone typed letters.
//!
//! Without this, Home (`ESC [ H`) could hand a ticket over. `[` or `O` soon after Esc begins such a rest; until its
//! last byte nothing of it is a letter. Esc itself is passed on at once.

use super::Key;
use crossterm::event::{KeyCode, KeyModifiers};
use std::time::{Duration, Instant};

/// How soon after Esc a rest begins.
const BEGINS_WITHIN: Duration = Duration::from_millis(300);

/// How long a rest may pause before the next key is taken for a typed one.
const GOES_ON_WITHIN: Duration = Duration::from_secs(5);

/// How long a paste whose beginning was cut may pause before it counts as over.
const PASTE_GOES_ON_WITHIN: Duration = Duration::from_millis(300);

/// No key's sequence is longer.
const LONGEST: usize = 16;

/// Joins the halves of cut keys. Time is passed in.
#[derive(Clone, Debug, Default)]
pub struct CutEscape {
    state: State,
}

#[derive(Clone, Debug, Default)]
enum State {
    /// Keys are keys.
    #[default]
    Typing,
    /// Esc was the last key.
    AfterEscape(Instant),
    /// Within the rest of a sequence: what came after Esc.
    Within { rest: String, last: Instant },
    /// Within a paste whose beginning was cut: what comes are pasted letters, not keys.
    Pasting(Instant),
}

impl CutEscape {
    /// Takes a key as it arrived and gives back the one to act on: itself, the joined key at the end of a cut one, or
    /// none while a rest is being taken.
    pub fn key(&mut self, key: Key, at: Instant) -> Option<Key> {
        if key == Key::new(KeyCode::Esc, KeyModifiers::NONE) {
            self.state = State::AfterEscape(at);
            return Some(key);
        }
        match (std::mem::take(&mut self.state), key.letter()) {
            (State::AfterEscape(escape), Some(first @ ('[' | 'O'))) if at.duration_since(escape) <= BEGINS_WITHIN => {
                self.state = State::Within {
                    rest: first.to_string(),
                    last: at,
                };
                None
            }
            (State::Within { mut rest, last }, Some(letter)) if at.duration_since(last) <= GOES_ON_WITHIN => {
                rest.push(letter);
                self.go_on(rest, at)
            }
            (State::Pasting(last), _) if at.duration_since(last) <= PASTE_GOES_ON_WITHIN => {
                self.state = State::Pasting(at);
                None
            }
            _ => Some(key),
        }
    }

    fn go_on(&mut self, rest: String, at: Instant) -> Option<Key> {
        if rest == "[200~" {
            self.state = State::Pasting(at);
            return None;
        }
        if is_whole(&rest) {
            return joined(&rest);
        }
        if rest.len() < LONGEST {
            self.state = State::Within { rest, last: at };
        }
        None
    }
}

/// Whether the last letter ends the sequence (ECMA-48: a final byte), with the Linux console's `[[A` for F1.
fn is_whole(rest: &str) -> bool {
    let Some(last) = rest.chars().next_back() else {
        return false;
    };
    match rest {
        "[[" => false,
        _ => !(' '..='?').contains(&last),
    }
}

/// The key that a whole sequence stands for, if Tandem knows it.
fn joined(rest: &str) -> Option<Key> {
    let last = rest.chars().next_back()?;
    let body = &rest[1..rest.len() - last.len_utf8()];
    if body == "[" {
        let number = u8::try_from(last).ok()?.checked_sub(b'A')?;
        return Some(Key::new(KeyCode::F(number + 1), KeyModifiers::NONE));
    }
    let mut numbers = body.split(';');
    let number = numbers.next().unwrap_or("");
    let code = match last {
        '~' => numbered(number)?,
        // With another number it is a report of the terminal, not a key.
        _ => lettered(last).filter(|_| matches!(number, "" | "1"))?,
    };
    Some(Key::new(code, modifiers(numbers.next())))
}

fn lettered(last: char) -> Option<KeyCode> {
    Some(match last {
        'A' => KeyCode::Up,
        'B' => KeyCode::Down,
        'C' => KeyCode::Right,
        'D' => KeyCode::Left,
        'F' => KeyCode::End,
        'H' => KeyCode::Home,
        'M' => KeyCode::Enter,
        'P' => KeyCode::F(1),
        'Q' => KeyCode::F(2),
        'R' => KeyCode::F(3),
        'S' => KeyCode::F(4),
        'Z' => KeyCode::BackTab,
        _ => return None,
    })
}

fn numbered(number: &str) -> Option<KeyCode> {
    Some(match number.parse::<u8>().ok()? {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        number @ 11..=15 => KeyCode::F(number - 10),
        number @ 17..=21 => KeyCode::F(number - 11),
        number @ 23..=24 => KeyCode::F(number - 12),
        _ => return None,
    })
}

/// xterm's second number: one more than the sum of shift 1, alt 2, control 4.
fn modifiers(number: Option<&str>) -> KeyModifiers {
    let bits = number
        .and_then(|number| number.parse::<u8>().ok())
        .map_or(0, |number| number.saturating_sub(1));
    let flags = [
        (1, KeyModifiers::SHIFT),
        (2, KeyModifiers::ALT),
        (4, KeyModifiers::CONTROL),
    ];
    flags
        .into_iter()
        .filter(|(bit, _)| bits & bit != 0)
        .fold(KeyModifiers::NONE, |all, (_, flag)| all | flag)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What comes out when these arrive, each with its distance in milliseconds to the one before.
    fn acted_on(keys: &[(u64, &str)]) -> Vec<String> {
        let mut cut_escape = CutEscape::default();
        let mut at = Instant::now();
        let mut out = Vec::new();
        for (pause, key) in keys {
            at += Duration::from_millis(*pause);
            out.extend(cut_escape.key(key.parse().unwrap(), at).map(|key| key.to_string()));
        }
        out
    }

    #[test]
    fn a_cut_home_is_home_and_never_hands_a_ticket_over() {
        assert_eq!(acted_on(&[(0, "esc"), (250, "["), (900, "H")]), ["esc", "home"]);
        assert_eq!(acted_on(&[(0, "esc"), (0, "O"), (0, "H")]), ["esc", "home"]);
        assert_eq!(
            acted_on(&[(0, "esc"), (9, "["), (9, "1"), (9, ";"), (9, "5"), (9, "C"), (9, "c")]),
            ["esc", "ctrl-right", "c"]
        );
        assert_eq!(acted_on(&[(0, "esc"), (9, "["), (9, "5"), (9, "~")]), ["esc", "pgup"]);
        assert_eq!(acted_on(&[(0, "esc"), (9, "["), (9, "["), (9, "B")]), ["esc", "f2"]);
        assert_eq!(acted_on(&[(0, "esc"), (9, "["), (9, "Z")]), ["esc", "shift-tab"]);
    }

    #[test]
    fn an_unknown_sequence_is_nothing() {
        assert_eq!(
            acted_on(&[(0, "esc"), (9, "["), (9, "9"), (9, "9"), (9, "R"), (9, "j")]),
            ["esc", "j"]
        );
        assert_eq!(
            acted_on(&[(0, "esc"), (9, "["), (9, "?"), (9, "6"), (9, "c"), (9, "j")]),
            ["esc", "j"]
        );
    }

    #[test]
    fn what_a_person_types_after_esc_stays_typed() {
        assert_eq!(acted_on(&[(0, "esc"), (301, "["), (9, "H")]), ["esc", "[", "H"]);
        assert_eq!(acted_on(&[(0, "esc"), (20, "j"), (9, "[")]), ["esc", "j", "["]);
        assert_eq!(acted_on(&[(0, "["), (9, "H")]), ["[", "H"]);
        assert_eq!(acted_on(&[(0, "esc"), (20, "["), (5001, "j")]), ["esc", "j"]);
        assert_eq!(
            acted_on(&[(0, "esc"), (20, "["), (10, "enter"), (10, "j")]),
            ["esc", "enter", "j"]
        );
    }

    #[test]
    fn a_paste_whose_beginning_was_cut_runs_no_commands() {
        let mut keys = vec![(0, "esc"), (9, "["), (9, "2"), (9, "0"), (9, "0"), (9, "~")];
        keys.extend([(9, "H"), (200, "c"), (9, "enter"), (301, "j")]);
        assert_eq!(acted_on(&keys), ["esc", "j"]);
    }

    proptest! {
        #[test]
        fn no_letter_of_a_cut_sequence_is_ever_acted_on(body in "[0-9;]{0,8}", last in "[A-Za-z~]", opening in "[\\[O]") {
            let sequence = format!("{opening}{body}{last}");
            let mut cut_escape = CutEscape::default();
            let at = Instant::now();
            cut_escape.key("esc".parse().unwrap(), at);
            for letter in sequence.chars() {
                let key = cut_escape.key(Key::new(KeyCode::Char(letter), KeyModifiers::NONE), at);
                prop_assert_eq!(key.and_then(Key::letter), None, "{} of {}", letter, sequence);
            }
        }
    }
}
