//! Text that must not be printed by accident: passwords, tokens, API secrets.

use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use subtle::ConstantTimeEq;

/// A secret text. `Debug` hides it, and its memory is wiped when it goes.
#[derive(Clone, Debug)]
pub struct Secret(SecretString);

impl Secret {
    /// Wraps a text that someone typed or a file held.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(SecretString::from(text.into()))
    }

    /// A random 256-bit token as 64 hexadecimal digits.
    #[must_use]
    pub fn generate() -> Self {
        Self::new(hexadecimal(&rand::random::<[u8; 32]>()))
    }

    /// A random password of four groups of four that can be read aloud: 77 bits, without letters that look alike.
    #[must_use]
    pub fn readable() -> Self {
        const LETTERS: &[u8; 28] = b"abcdefghjkmnpqrstuvwxyz23456";
        let letter = || char::from(LETTERS[rand::random_range(0..LETTERS.len())]);
        let group = || std::iter::repeat_with(letter).take(4).collect::<String>();
        let groups: Vec<String> = std::iter::repeat_with(group).take(4).collect();
        Self::new(groups.join("-"))
    }

    /// The text itself, for the one line that sends or checks it.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    /// SHA-256 in hexadecimal: how random secrets are kept at rest.
    #[must_use]
    pub fn digest(&self) -> String {
        digest(self.expose().as_bytes())
    }

    /// Whether both are the same, in a time that doesn't tell how much of them is.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        self.expose().as_bytes().ct_eq(other.expose().as_bytes()).into()
    }
}

/// SHA-256 in hexadecimal.
#[must_use]
pub fn digest(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            // Writing to a String cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
}
