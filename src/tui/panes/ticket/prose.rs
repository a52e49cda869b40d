//! A written text as it is read: HTML as text with its links numbered, quoted mail told apart so that it can be folded.

use crate::base::cells;
use html2text::config;
use std::borrow::Cow;

/// HTML is laid out this wide; the screen wraps it again. Wide enough that no sentence is broken, narrow enough that
/// tables built for a mail's looks don't cost memory.
const HTML_WIDTH: usize = 500;
/// Quoted texts of so many lines or fewer are answers in between and stay.
const FOLDS_ABOVE: usize = 2;

/// A text, harmless and in passages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    passages: Vec<Passage>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Passage {
    lines: Vec<String>,
    is_quoted: bool,
}

/// A row of a text on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row<'a> {
    /// What the author wrote.
    Own(&'a str),
    /// What they quoted.
    Quoted(&'a str),
    /// So many quoted lines that are folded away.
    Folded(usize),
}

impl Prose {
    /// Reads a text as it came: plain, or HTML.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let plain = if is_html(text) {
            from_html(text)
        } else {
            Cow::Borrowed(text)
        };
        let clean = cells::sanitise_lines(&plain);
        let mut prose = Self::default();
        let lines: Vec<&str> = clean.trim_end().split('\n').map(str::trim_end).collect();
        let mut is_rest_quoted = false;
        for (at, line) in lines.iter().enumerate() {
            is_rest_quoted |= begins_forwarded(&lines[at..]);
            let is_quoted = is_rest_quoted || line.starts_with('>') || introduces_quote(&lines[at..]);
            prose.push(line, is_quoted);
        }
        prose
    }

    /// Whether anything can be folded.
    #[must_use]
    pub fn folds(&self) -> bool {
        self.passages.iter().any(Passage::folds)
    }

    /// The rows in this width. Lazy, so that only those asked for are wrapped.
    pub fn rows(&self, width: usize, is_unfolded: bool) -> impl Iterator<Item = Row<'_>> {
        self.passages
            .iter()
            .flat_map(move |passage| passage.rows(width, is_unfolded))
    }

    fn push(&mut self, line: &str, is_quoted: bool) {
        match self.passages.last_mut() {
            Some(last) if last.is_quoted == is_quoted => last.lines.push(line.to_owned()),
            _ => self.passages.push(Passage {
                lines: vec![line.to_owned()],
                is_quoted,
            }),
        }
    }
}

impl Passage {
    fn folds(&self) -> bool {
        self.is_quoted && self.lines.len() > FOLDS_ABOVE
    }

    fn rows(&self, width: usize, is_unfolded: bool) -> impl Iterator<Item = Row<'_>> {
        let is_folded = self.folds() && !is_unfolded;
        let folded = is_folded.then_some(Row::Folded(self.lines.len()));
        let shown = if is_folded { &[][..] } else { &self.lines[..] };
        let rows = shown.iter().flat_map(move |line| cells::wrap(line, width));
        let is_quoted = self.is_quoted;
        folded
            .into_iter()
            .chain(rows.map(move |row| if is_quoted { Row::Quoted(row) } else { Row::Own(row) }))
    }
}

/// Whether a text is HTML, rather than a text with a `<` in it.
fn is_html(text: &str) -> bool {
    const ELEMENTS: [&str; 14] = [
        "html",
        "body",
        "p",
        "br",
        "div",
        "span",
        "table",
        "a",
        "b",
        "ul",
        "ol",
        "li",
        "blockquote",
        "pre",
    ];
    let names = text.match_indices('<').filter_map(|(at, _)| {
        let inner = text[at + 1..].trim_start_matches('/');
        let end = inner.find(|letter: char| !letter.is_ascii_alphanumeric())?;
        let is_closed = inner[end..].starts_with(['>', ' ', '/']) && inner[end..].contains('>');
        is_closed.then(|| inner[..end].to_ascii_lowercase())
    });
    names.take(100).any(|name| ELEMENTS.contains(&name.as_str()))
}

/// HTML as text. What can't be read as HTML is shown as it came.
fn from_html(text: &str) -> Cow<'_, str> {
    let config = config::plain()
        .no_table_borders()
        .allow_width_overflow()
        .link_footnotes(true);
    let Ok(plain) = config.string_from_read(text.as_bytes(), HTML_WIDTH) else {
        return Cow::Borrowed(text);
    };
    let lines: Vec<&str> = plain.lines().map(str::trim_end).collect();
    Cow::Owned(lines.join("\n"))
}

/// Whether from here on everything is the forwarded or answered mail.
fn begins_forwarded(lines: &[&str]) -> bool {
    let Some((first, rest)) = lines.split_first() else {
        return false;
    };
    let is_ruled = |line: &str| line.len() > 10 && line.starts_with(['-', '_', '─']) && line.ends_with(['-', '_', '─']);
    let has_header = || {
        rest.iter()
            .take(3)
            .any(|line| ["From:", "Von:", "De:"].iter().any(|from| line.starts_with(from)))
    };
    let is_named = [
        "original message",
        "forwarded message",
        "ursprüngliche nachricht",
        "mensaje original",
    ];
    is_ruled(first) && (is_named.iter().any(|name| first.to_lowercase().contains(name)) || has_header())
}

/// `On Fri, Nov 20, 2026, Tom wrote:` before quoted lines.
fn introduces_quote(lines: &[&str]) -> bool {
    let Some((first, rest)) = lines.split_first() else {
        return false;
    };
    let next = rest.iter().find(|line| !line.is_empty());
    first.ends_with(':') && first.len() < 200 && next.is_some_and(|next| next.starts_with('>'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(text: &str, width: usize, is_unfolded: bool) -> Vec<String> {
        let show = |row: Row<'_>| match row {
            Row::Own(text) => text.to_owned(),
            Row::Quoted(text) => format!("| {text}"),
            Row::Folded(lines) => format!("[{lines} folded]"),
        };
        Prose::read(text).rows(width, is_unfolded).map(show).collect()
    }

    #[test]
    fn plain_text_is_wrapped_and_made_harmless() {
        assert_eq!(
            rows("every page is blank\r\n\u{1b}[2Jx\n\n", 12, false),
            ["every page", "is blank", "␛[2Jx"]
        );
        assert_eq!(rows("", 10, false), [""]);
        assert_eq!(rows("if a < b and b > c", 40, false), ["if a < b and b > c"]);
    }

    #[test]
    fn html_arrives_as_text_with_numbered_links() {
        let html = "<p>Please see <a href=\"https://example.com/kb/7\">the article</a> first.</p><hr><p>Thanks&nbsp;&#x1b;</p>";
        let shown = rows(html, 60, false);
        assert_eq!(shown[0], "Please see [the article][1] first.");
        assert!(shown.contains(&"[1]: https://example.com/kb/7".to_owned()), "{shown:?}");
        assert!(!shown.concat().contains('\u{1b}'));
    }

    #[test]
    fn quoted_mail_is_folded_with_its_introduction_and_unfolds() {
        let mail = "Works now.\n\nOn Fri, Tom Reyes wrote:\n> Did you\n> reseat\n> the drum?";
        assert_eq!(rows(mail, 40, false), ["Works now.", "", "[4 folded]"]);
        assert_eq!(
            rows(mail, 40, true)[2..],
            [
                "| On Fri, Tom Reyes wrote:",
                "| > Did you",
                "| > reseat",
                "| > the drum?"
            ]
        );
        assert!(Prose::read(mail).folds());
    }

    #[test]
    fn a_short_quote_between_answers_stays() {
        let mail = "> Did you reseat it?\nYes.\n> And toner?\nNew.";
        assert_eq!(
            rows(mail, 40, false),
            ["| > Did you reseat it?", "Yes.", "| > And toner?", "New."]
        );
        assert!(!Prose::read(mail).folds());
    }

    #[test]
    fn everything_below_an_original_message_is_folded() {
        let mail = "Yes please.\n-----Original Message-----\nFrom: Desk\nSent: Friday\n\nShall we swap it?";
        assert_eq!(rows(mail, 40, false), ["Yes please.", "[5 folded]"]);
        let ruled = "Yes.\n________________________________\nFrom: Desk\nTo: Hannah\nShall we?";
        assert_eq!(rows(ruled, 40, false), ["Yes.", "[4 folded]"]);
    }

    proptest! {
        #[test]
        fn no_text_is_too_odd(text in "(<[a-z/]{0,9}>|[ -~]|\\PC|\n|>){0,80}", width in 0usize..90) {
            for row in rows(&text, width, true) {
                prop_assert!(!row.chars().any(char::is_control), "{row:?}");
            }
        }
    }
}
