//! A mistake in a file that a person wrote: where it stands, what is wrong, what would be right.

use crate::sentences::{Sentences, Wording};
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use std::ops::Range;

/// One mistake. [`Mistake::said`] is one line (`config.toml:3:7: …`); [`Mistake::explained`] also shows the line itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The file as the person knows it.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// What is wrong.
    message: Wording,
    /// What would be right, where that is known.
    hints: Vec<Wording>,
    /// The line as it stands in the file, and the wrong part of it in bytes.
    source_line: String,
    part: Range<usize>,
}

impl Mistake {
    /// A mistake at these bytes of a file's text.
    #[must_use]
    pub fn at(
        file: &str,
        source: &str,
        span: Range<usize>,
        message: Wording,
        hints: impl IntoIterator<Item = Wording>,
    ) -> Self {
        let start = source.floor_char_boundary(span.start);
        let line_start = source[..start].rfind('\n').map_or(0, |end| end + 1);
        let source_line = source[line_start..].lines().next().unwrap_or("").to_owned();
        let within = (start - line_start).min(source_line.len());
        let end = source.floor_char_boundary(span.end.max(start)) - line_start;
        Self {
            file: file.to_owned(),
            line: line_of(source, span.start),
            column: source[line_start..start].chars().count() + 1,
            message,
            hints: hints.into_iter().collect(),
            part: within..end.clamp(within, source_line.len()),
            source_line,
        }
    }

    /// A file that can't be read at all.
    #[must_use]
    pub fn unreadable(file: &str, error: &std::io::Error) -> Self {
        let message = Wording::of("mistake-file-unreadable").with("reason", error);
        Self::at(file, "", 0..0, message, None)
    }

    /// One line: the place, the sentence, and what would be right.
    #[must_use]
    pub fn said(&self, sentences: &Sentences) -> String {
        let message = self.message.said(sentences);
        let said = format!("{}:{}:{}: {message}", self.file, self.line, self.column);
        match self.hint(sentences) {
            Some(hint) => format!("{said}; {hint}"),
            None => said,
        }
    }

    /// Several lines for a terminal: the sentence, the place, the line with the wrong part marked, the hint. No colour.
    #[must_use]
    pub fn explained(&self, sentences: &Sentences) -> String {
        let (message, hint) = (self.message.said(sentences), self.hint(sentences));
        let snippet = Snippet::source(&self.source_line)
            .path(&self.file)
            .line_start(self.line)
            .annotation(AnnotationKind::Primary.span(self.part.clone()));
        let mut report = Level::ERROR.primary_title(message.as_ref()).element(snippet);
        if let Some(hint) = &hint {
            report = report.element(Level::HELP.message(hint));
        }
        Renderer::plain().render(&[report])
    }

    fn hint(&self, sentences: &Sentences) -> Option<String> {
        let hints: Vec<_> = self.hints.iter().map(|hint| hint.said(sentences)).collect();
        (!hints.is_empty()).then(|| hints.join(" "))
    }
}

/// The line on which this byte of a text stands, from 1.
pub(super) fn line_of(source: &str, byte: usize) -> usize {
    source[..source.floor_char_boundary(byte)].matches('\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Language;

    #[test]
    fn a_mistake_names_its_place_and_shows_its_line_in_the_readers_language() {
        let source = "[ui]\n# ä\ntheem = \"dark\"\n";
        let start = source.find("theem").unwrap();
        let mistake = Mistake::at(
            "config.toml",
            source,
            start..start + 5,
            Wording::of("mistake-no-setting").with("name", "theem"),
            Some(Wording::of("mistake-nearest").with("name", "theme")),
        );
        assert_eq!(
            mistake.said(&Sentences::new(Language::English)),
            "config.toml:3:1: there is no setting \"theem\"; did you mean \"theme\"?"
        );
        assert_eq!(
            mistake.said(&Sentences::new(Language::German)),
            "config.toml:3:1: es gibt keine Einstellung \"theem\"; ist \"theme\" gemeint?"
        );
        let explained = mistake.explained(&Sentences::new(Language::English));
        assert!(
            explained.contains("config.toml:3:1") && explained.contains("theem = \"dark\""),
            "{explained}"
        );
        assert!(
            explained.contains("^^^^^") && explained.contains("did you mean"),
            "{explained}"
        );
    }

    #[test]
    fn a_place_beyond_the_text_is_its_end() {
        let sentences = Sentences::new(Language::English);
        for source in ["", "a", "ä\n", "a = [\n"] {
            let mistake = Mistake::at("f", source, 90..99, Wording::of("mistake-brace"), None);
            let explained = mistake.explained(&sentences);
            assert!(explained.contains("a brace has no other one"), "{source:?}");
        }
    }
}
