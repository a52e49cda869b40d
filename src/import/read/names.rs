//! Where the names stand in a line of JSON: the parser doesn't say it, and messages and people need it.

use std::collections::HashMap;
use std::ops::Range;

/// The columns, in characters from 1, at which the names of the outermost object begin. The line is known to be JSON.
pub(super) fn columns(line: &str) -> HashMap<String, u64> {
    let mut columns = HashMap::new();
    let mut walk = Walk::default();
    for (at, letter) in line.char_indices() {
        let Some((range, column)) = walk.step(at, letter) else {
            continue;
        };
        let name = line.get(range).and_then(|quoted| serde_json::from_str(quoted).ok());
        columns.extend(name.map(|name: String| (name, column)));
    }
    columns
}

/// How far a line has been walked through.
#[derive(Default)]
struct Walk {
    depth: u32,
    column: u64,
    /// Where the text begins in which the walk is.
    opened: Option<(usize, u64)>,
    is_escaped: bool,
    /// The last text of the outermost object, which is a name if a colon follows.
    last: Option<(Range<usize>, u64)>,
}

impl Walk {
    /// Takes one more character; the name that it shows the last text to be.
    fn step(&mut self, at: usize, letter: char) -> Option<(Range<usize>, u64)> {
        self.column += 1;
        match (self.opened, letter) {
            (Some(_), _) if self.is_escaped => self.is_escaped = false,
            (Some(_), '\\') => self.is_escaped = true,
            (Some((begin, column)), '"') => {
                self.last = (self.depth == 1).then_some((begin..at + 1, column));
                self.opened = None;
            }
            (Some(_), _) => {}
            (None, '"') => self.opened = Some((at, self.column)),
            (None, ':') => return self.last.take(),
            (None, '{' | '[') => self.depth += 1,
            (None, '}' | ']') => self.depth = self.depth.saturating_sub(1),
            (None, _) => {}
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_outermost_object_whatever_texts_hold() {
        let line = r#"{"ä":"b: \"c\"", "d" : {"e":["f",{"g":1}]},"h\u0069":"{", "j":2}"#;
        let expected = [("ä", 2), ("d", 18), ("hi", 44), ("j", 59)];
        let expected = expected.map(|(name, column)| (name.to_owned(), column));
        assert_eq!(columns(line), HashMap::from(expected));
    }
}
