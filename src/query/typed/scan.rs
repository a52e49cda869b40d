//! The characters of a typed filter: names, quotes, values.

use super::error::{Missing, Reason, TypedError};
use crate::query::Comparison;
use std::ops::Range;

/// Reads a typed filter from left to right.
pub(super) struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

/// One value as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Typed {
    /// What it says, without quotes and marker.
    pub text: String,
    /// Whether it stood in quotes, so that no word in it is special.
    pub quoted: bool,
    /// `=`, `^` or `$` before it.
    pub marker: Option<char>,
    /// Where it stands.
    pub span: Range<usize>,
}

/// A name and the operator behind it.
pub(super) struct Head<'a> {
    pub name: &'a str,
    pub span: Range<usize>,
    /// `None` for the plain colon.
    pub comparison: Option<Comparison>,
}

/// What compares, the longer ones first.
const SIGNS: [(&str, Comparison); 4] = [
    ("<=", Comparison::LessOrEqual),
    (">=", Comparison::GreaterOrEqual),
    ("<", Comparison::Less),
    (">", Comparison::Greater),
];

impl<'a> Scanner<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// What is still unread.
    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn skip_space(&mut self) {
        self.at = self.text.len() - self.rest().trim_start().len();
    }

    /// Steps over this text if it stands here.
    pub(super) fn take(&mut self, text: &str) -> bool {
        let here = self.rest().starts_with(text);
        self.at += if here { text.len() } else { 0 };
        here
    }

    /// Whether the word `OR` stands here.
    pub(super) fn is_at_or(&self) -> bool {
        let after = self.rest().strip_prefix("OR");
        after.is_some_and(|after| !after.starts_with(|next: char| !next.is_whitespace() && next != '(' && next != ')'))
    }

    /// Steps over a name and its operator, if both stand here.
    pub(super) fn head(&mut self) -> Option<Head<'a>> {
        let rest = self.rest();
        let length = rest
            .find(|letter: char| !letter.is_ascii_alphanumeric())
            .unwrap_or(rest.len());
        let (name, mut after) = rest.split_at(length);
        let colon = after.starts_with(':');
        if !name.starts_with(|letter: char| letter.is_ascii_alphabetic()) || after.starts_with("://") {
            return None;
        }
        after = if colon { &after[1..] } else { after };
        let sign = SIGNS.into_iter().find(|(sign, _)| after.starts_with(sign));
        if !colon && sign.is_none() {
            return None;
        }
        let span = self.at..self.at + length;
        self.at = span.end + usize::from(colon) + sign.map_or(0, |(sign, _)| sign.len());
        Some(Head {
            name,
            span,
            comparison: sign.map(|(_, comparison)| comparison),
        })
    }

    /// Reads the name of a user-defined field, in quotes or not, and what compares behind it: `=` for none of the signs,
    /// nothing where only the name stands.
    pub(super) fn named(&mut self) -> Result<(Typed, Option<Option<Comparison>>), TypedError> {
        let start = self.at;
        let quoted = self.rest().starts_with('"');
        let text = match quoted {
            true => self.quoted()?,
            false => self
                .until(|letter| letter.is_whitespace() || "=<>()".contains(letter))
                .to_owned(),
        };
        let span = start..self.at;
        if text.is_empty() {
            let reason = Reason::Missing(Missing::UserDefinedField);
            return Err(TypedError { span, reason });
        }
        let sign = SIGNS.into_iter().find(|(sign, _)| self.take(sign));
        let comparison = match sign {
            Some((_, comparison)) => Some(Some(comparison)),
            None => self.take("=").then_some(None),
        };
        let name = Typed {
            text,
            quoted,
            marker: None,
            span,
        };
        Ok((name, comparison))
    }

    /// Goes back to where `head` was read.
    pub(super) fn back_to(&mut self, at: usize) {
        self.at = at;
    }

    /// Reads values that commas separate.
    pub(super) fn values(&mut self, takes_markers: bool, in_parentheses: bool) -> Result<Vec<Typed>, TypedError> {
        let mut values = Vec::new();
        loop {
            let start = self.at;
            let marker = self
                .rest()
                .chars()
                .next()
                .filter(|first| takes_markers && matches!(first, '=' | '^' | '$'));
            self.at += marker.map_or(0, char::len_utf8);
            let quoted = self.rest().starts_with('"');
            let text = if quoted {
                self.quoted()?
            } else {
                self.until(|letter| letter.is_whitespace() || letter == ',' || (in_parentheses && letter == ')'))
                    .to_owned()
            };
            if text.is_empty() && !quoted {
                return Err(TypedError {
                    span: start..self.at,
                    reason: Reason::Missing(Missing::Value),
                });
            }
            values.push(Typed {
                text,
                quoted,
                marker,
                span: start..self.at,
            });
            if !self.take(",") {
                return Ok(values);
            }
        }
    }

    /// Reads what stands in quotes; a backslash takes away the meaning of a quotation mark or a backslash.
    pub(super) fn quoted(&mut self) -> Result<String, TypedError> {
        let start = self.at;
        let mut text = String::new();
        let mut letters = self.rest().char_indices().skip(1);
        while let Some((offset, letter)) = letters.next() {
            match letter {
                '"' => {
                    self.at = start + offset + 1;
                    return Ok(text);
                }
                '\\' => text.extend(letters.next().map(|(_, next)| next)),
                letter => text.push(letter),
            }
        }
        Err(TypedError {
            span: start..self.text.len(),
            reason: Reason::OpenQuote,
        })
    }

    /// Reads up to the first such letter.
    pub(super) fn until(&mut self, stop: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let (read, _) = rest.split_at(rest.find(stop).unwrap_or(rest.len()));
        self.at += read.len();
        read
    }
}
