//! A mistake in a file that a person wrote: where it stands, what is wrong, what would be right.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use std::fmt;
use std::ops::Range;

/// One mistake. `Display` is one line (`config.toml:3:7: …`); [`Mistake::explain`] also shows the line itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The file as the person knows it.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// What would be right, where that is known.
    pub hint: Option<String>,
    /// The line as it stands in the file, and the wrong part of it in bytes.
    source_line: String,
    part: Range<usize>,
}

impl Mistake {
    /// A mistake at these bytes of a file's text.
    #[must_use]
    pub fn at(file: &str, source: &str, span: Range<usize>, message: String, hint: Option<String>) -> Self {
        let start = source.floor_char_boundary(span.start);
        let line_start = source[..start].rfind('\n').map_or(0, |end| end + 1);
        let source_line = source[line_start..].lines().next().unwrap_or("").to_owned();
        let within = (start - line_start).min(source_line.len());
        let end = source.floor_char_boundary(span.end.max(start)) - line_start;
        Self {
            file: file.to_owned(),
            line: source[..start].matches('\n').count() + 1,
            column: source[line_start..start].chars().count() + 1,
            message,
            hint,
            part: within..end.clamp(within, source_line.len()),
            source_line,
        }
    }

    /// Several lines for a terminal: the sentence, the place, the line with the wrong part marked, the hint. No colour.
    #[must_use]
    pub fn explain(&self) -> String {
        let snippet = Snippet::source(&self.source_line)
            .path(&self.file)
            .line_start(self.line)
            .annotation(AnnotationKind::Primary.span(self.part.clone()));
        let mut report = Level::ERROR.primary_title(&self.message).element(snippet);
        if let Some(hint) = &self.hint {
            report = report.element(Level::HELP.message(hint));
        }
        Renderer::plain().render(&[report])
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.file, self.line, self.column, self.message)?;
        match &self.hint {
            Some(hint) => write!(f, "; {hint}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_names_its_place_and_shows_its_line() {
        let source = "[ui]\n# ä\ntheem = \"dark\"\n";
        let start = source.find("theem").unwrap();
        let hint = Some("did you mean \"theme\"?".to_owned());
        let mistake = Mistake::at(
            "config.toml",
            source,
            start..start + 5,
            "there is no setting \"theem\"".to_owned(),
            hint,
        );
        assert_eq!(
            mistake.to_string(),
            "config.toml:3:1: there is no setting \"theem\"; did you mean \"theme\"?"
        );
        let explained = mistake.explain();
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
        for source in ["", "a", "ä\n", "a = [\n"] {
            let mistake = Mistake::at("f", source, 90..99, "cut off".to_owned(), None);
            assert!(mistake.explain().contains("cut off"), "{source:?}");
        }
    }
}
