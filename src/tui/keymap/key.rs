//! One key press, in the one form that terminals agree about, read and printed as keymap files write it.

use crokey::KeyCombination;
use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use std::fmt;
use std::str::FromStr;

/// A key with its modifiers. A letter carries its own case (`H`, never shift and `h`), because that is all that most
/// terminals tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// The key.
    pub code: KeyCode,
    /// What was held with it; never shift with a letter.
    pub modifiers: KeyModifiers,
}

/// A text that names no key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAKey(pub String);

impl Key {
    /// A key in its agreed form.
    #[must_use]
    pub fn new(code: KeyCode, modifiers: KeyModifiers) -> Self {
        match code {
            KeyCode::BackTab => Self {
                code: KeyCode::Tab,
                modifiers: modifiers | KeyModifiers::SHIFT,
            },
            KeyCode::Char(letter) => {
                let shifted = modifiers.contains(KeyModifiers::SHIFT);
                let modifiers = modifiers - KeyModifiers::SHIFT;
                let letter = match modifiers.contains(KeyModifiers::CONTROL) {
                    true => letter.to_ascii_lowercase(),
                    false if shifted => letter.to_ascii_uppercase(),
                    false => letter,
                };
                Self {
                    code: KeyCode::Char(letter),
                    modifiers,
                }
            }
            _ => Self { code, modifiers },
        }
    }

    /// The key of a terminal event; a release is none.
    #[must_use]
    pub fn from_event(event: &KeyEvent) -> Option<Self> {
        (event.kind != KeyEventKind::Release).then(|| Self::new(event.code, event.modifiers))
    }

    /// The letter that this key types into a text, if it types one.
    #[must_use]
    pub fn letter(self) -> Option<char> {
        match self.code {
            KeyCode::Char(letter) if self.modifiers.is_empty() => Some(letter),
            _ => None,
        }
    }

    /// Reads the keys of a sequence, one space between them: `g q`.
    ///
    /// # Errors
    /// With the first word that is no key.
    pub fn sequence(text: &str) -> Result<Vec<Self>, NotAKey> {
        let keys: Result<Vec<Self>, NotAKey> = text.split_whitespace().map(str::parse).collect();
        keys.and_then(|keys| {
            if keys.is_empty() {
                Err(NotAKey(text.to_owned()))
            } else {
                Ok(keys)
            }
        })
    }

    /// Keys as one types them, one space between them.
    #[must_use]
    pub fn print(keys: &[Self]) -> String {
        keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }
}

impl FromStr for Key {
    type Err = NotAKey;

    /// Reads `q`, `H`, `ctrl-x`, `shift-tab`, `space`, `pgup`, `f5`.
    fn from_str(text: &str) -> Result<Self, NotAKey> {
        let mut letters = text.chars();
        if let (Some(letter), None) = (letters.next(), letters.next()) {
            return Ok(Self::new(KeyCode::Char(letter), KeyModifiers::NONE));
        }
        let spelled = text.replace("pgup", "pageup").replace("pgdn", "pagedown");
        let combination: KeyCombination = spelled.parse().map_err(|_| NotAKey(text.to_owned()))?;
        match combination.codes {
            crokey::OneToThree::One(code) => Ok(Self::new(code, combination.modifiers)),
            _ => Err(NotAKey(text.to_owned())),
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.code {
            KeyCode::Char(' ') if self.modifiers.is_empty() => f.write_str("space"),
            KeyCode::Char(letter) if self.modifiers.is_empty() => write!(f, "{letter}"),
            KeyCode::PageUp if self.modifiers.is_empty() => f.write_str("pgup"),
            KeyCode::PageDown if self.modifiers.is_empty() => f.write_str("pgdn"),
            _ => {
                let printed = KeyCombination::new(self.code, self.modifiers).to_string();
                f.write_str(&printed.to_lowercase())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_printed_as_they_are_written() {
        for text in [
            "q",
            "H",
            "É",
            ":",
            "?",
            "*",
            "-",
            ".",
            "space",
            "ctrl-x",
            "ctrl-h",
            "tab",
            "shift-tab",
            "enter",
            "esc",
            "up",
            "pgup",
            "pgdn",
            "home",
            "f5",
            "alt-left",
            "backspace",
        ] {
            assert_eq!(text.parse::<Key>().map(|key| key.to_string()), Ok(text.to_owned()));
        }
        assert_eq!(Key::sequence("g q").map(|keys| Key::print(&keys)), Ok("g q".to_owned()));
        for wrong in ["", "ctl-x", "a-b", "f99", "pageupp"] {
            assert!(Key::sequence(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_terminals_send_is_the_key_that_files_name() {
        for (code, modifiers, name) in [
            (KeyCode::Char('H'), KeyModifiers::SHIFT, "H"),
            (KeyCode::Char('h'), KeyModifiers::SHIFT, "H"),
            (KeyCode::Char('É'), KeyModifiers::SHIFT, "É"),
            (KeyCode::Char(':'), KeyModifiers::SHIFT, ":"),
            (
                KeyCode::Char('X'),
                KeyModifiers::CONTROL | KeyModifiers::SHIFT,
                "ctrl-x",
            ),
            (KeyCode::BackTab, KeyModifiers::SHIFT, "shift-tab"),
            (KeyCode::Tab, KeyModifiers::NONE, "tab"),
        ] {
            let key = Key::from_event(&KeyEvent::new(code, modifiers));
            assert_eq!(key, name.parse().ok(), "{name}");
        }
        let release = KeyEvent::new_with_kind(KeyCode::Enter, KeyModifiers::NONE, KeyEventKind::Release);
        assert_eq!(Key::from_event(&release), None);
    }
}
