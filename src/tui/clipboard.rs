//! Copying by way of the terminal (OSC 52): the text reaches the clipboard of the machine that the person sits at,
//! also over SSH. No answer comes back, so one can say "sent to your terminal" and not more.

use crate::sentences::Sentences;
use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;

/// More bytes than this are dropped by widespread terminals.
pub const LARGEST: usize = 74_994;

/// Between which programs the terminal's bytes go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wrapping {
    /// Straight to the terminal.
    #[default]
    None,
    /// Through tmux.
    Tmux,
    /// Through GNU screen.
    Screen,
}

/// Why a text can't be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong(pub usize);

impl TooLong {
    /// The sentence that says so, with both sizes in bytes.
    #[must_use]
    pub fn said(self, sentences: &Sentences) -> String {
        let sizes = [
            ("bytes", self.0.to_string().into()),
            ("most", LARGEST.to_string().into()),
        ];
        sentences.say("clipboard-too-long", &sizes).into_owned()
    }
}

impl Wrapping {
    /// What `TERM` and `TMUX` tell. On a jump host `TMUX` is not passed on, and tmux calls itself screen or tmux in `TERM`.
    #[must_use]
    pub fn of(term: Option<&str>, tmux: Option<&str>) -> Self {
        let term = term.unwrap_or("");
        match tmux.is_some_and(|tmux| !tmux.is_empty()) || term.starts_with("tmux") {
            true => Self::Tmux,
            false if term.starts_with("screen") => Self::Screen,
            false => Self::None,
        }
    }
}

/// The bytes that ask the terminal to copy this text.
///
/// # Errors
/// When the text is longer than terminals take.
pub fn copy(text: &str, wrapping: Wrapping) -> Result<String, TooLong> {
    if text.len() > LARGEST {
        return Err(TooLong(text.len()));
    }
    let mut sequence = String::new();
    // Writing to a String cannot fail.
    let _ = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut sequence);
    Ok(match wrapping {
        Wrapping::None => sequence,
        // tmux takes the sequence itself where `set-clipboard` is on, and passes it on where `allow-passthrough` is.
        Wrapping::Tmux => format!("{sequence}\x1bPtmux;{}\x1b\\", sequence.replace('\x1b', "\x1b\x1b")),
        // The string that screen passes on ends at the first ST, so the sequence itself ends with BEL.
        Wrapping::Screen => format!(
            "\x1bP{}\x07\x1b\\",
            sequence.trim_end_matches("\x1b\\").trim_end_matches('\x07')
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Language;

    #[test]
    fn a_text_is_sent_to_the_terminal_and_through_what_stands_between() {
        let plain = copy("T20261120.0007", Wrapping::None).unwrap();
        assert!(plain.starts_with("\x1b]52;c;VDIwMjYxMTIwLjAwMDc="), "{plain:?}");
        let tmux = copy("a", Wrapping::Tmux).unwrap();
        assert!(
            tmux.contains("\x1bPtmux;\x1b\x1b]52;c;YQ==") && tmux.ends_with("\x1b\\"),
            "{tmux:?}"
        );
        assert_eq!(copy("a", Wrapping::Screen).unwrap(), "\x1bP\x1b]52;c;YQ==\x07\x1b\\");
    }

    #[test]
    fn what_stands_between_is_told_by_the_environment() {
        assert_eq!(Wrapping::of(Some("xterm-256color"), None), Wrapping::None);
        assert_eq!(Wrapping::of(Some("tmux-256color"), None), Wrapping::Tmux);
        assert_eq!(
            Wrapping::of(Some("screen-256color"), Some("/tmp/tmux-0/default,1,0")),
            Wrapping::Tmux
        );
        assert_eq!(Wrapping::of(Some("screen.xterm"), None), Wrapping::Screen);
    }

    #[test]
    fn too_long_a_text_is_refused_with_its_size() {
        let refused = copy(&"x".repeat(LARGEST + 1), Wrapping::None).unwrap_err();
        let said = refused.said(&Sentences::new(Language::German));
        assert!(said.starts_with("74995 Byte sind mehr"), "{said}");
    }
}
