//! Text to tree: how terms, `OR`, parentheses and words go together.

use super::error::{Missing, Reason, TypedError};
use super::keys::{self, Key};
use super::names::{Names, nearest};
use super::scan::{Head, Scanner};
use super::{term, user_defined};
use crate::entities::{Kind, Picklist, TICKET};
use crate::query::tree::{Node, words};
use crate::query::{Filter, FilterError, limits};

/// Reads what a person typed. Nothing typed selects every ticket.
///
/// # Errors
/// With the place and what would be right there.
pub fn parse(text: &str, names: &dyn Names) -> Result<Filter, TypedError> {
    let mut reader = Reader {
        scanner: Scanner::new(text),
        names,
        depth: 0,
    };
    let root = reader.alternatives()?.unwrap_or_else(|| Node::all(Vec::new()));
    if !reader.scanner.rest().is_empty() {
        let at = reader.scanner.at();
        return Err(TypedError {
            span: at..at + 1,
            reason: Reason::Parenthesis,
        });
    }
    let filter = Filter::new(&TICKET, root);
    limits::check(&filter).map_err(|error| TypedError {
        span: 0..text.len(),
        reason: error.into(),
    })?;
    Ok(filter)
}

struct Reader<'a> {
    scanner: Scanner<'a>,
    names: &'a dyn Names,
    depth: usize,
}

impl<'a> Reader<'a> {
    /// What `OR` separates, up to the end or a closing parenthesis; `None` where nothing stands.
    fn alternatives(&mut self) -> Result<Option<Node>, TypedError> {
        let mut nodes = Vec::new();
        let first = self.sequence()?;
        let has_first = first.is_some();
        nodes.extend(first);
        while self.scanner.is_at_or() {
            let start = self.scanner.at();
            self.scanner.take("OR");
            let missing = TypedError {
                span: start..start + 2,
                reason: Reason::Missing(Missing::Alternative),
            };
            nodes.push(self.sequence()?.filter(|_| has_first).ok_or(missing)?);
        }
        Ok(if nodes.is_empty() { None } else { Some(Node::any(nodes)) })
    }

    /// Terms side by side, all of which must hold. Their words are searched for together.
    fn sequence(&mut self) -> Result<Option<Node>, TypedError> {
        let mut nodes = Vec::new();
        let mut searched = String::new();
        let mut place = None;
        loop {
            self.scanner.skip_space();
            let rest = self.scanner.rest();
            if rest.is_empty() || rest.starts_with(')') || self.scanner.is_at_or() {
                break;
            }
            match self.term()? {
                Term::Node(node) => nodes.push(node),
                Term::Words(text) => {
                    place.get_or_insert(nodes.len());
                    searched = searched + " " + &text;
                }
            }
        }
        let at = self.scanner.at();
        let words = words(&TICKET, &searched).map_err(|error| TypedError {
            span: 0..at,
            reason: error.into(),
        })?;
        if let (Some(place), Node::Words(_)) = (place, &words) {
            nodes.insert(place, words);
        }
        let something = !nodes.is_empty() || place.is_some();
        Ok(something.then(|| Node::all(nodes)))
    }

    fn term(&mut self) -> Result<Term, TypedError> {
        let start = self.scanner.at();
        let negated = self.scanner.take("-");
        let node = if self.scanner.rest().starts_with('(') {
            self.group()?
        } else if let Some(head) = self.head()? {
            self.field(&head.0, head.1)?
        } else {
            self.scanner.back_to(start);
            return self.words();
        };
        let negate = |node: Node| {
            node.negated().map_err(|error| TypedError {
                span: start..self.scanner.at(),
                reason: error.into(),
            })
        };
        Ok(Term::Node(if negated { negate(node)? } else { node }))
    }

    fn group(&mut self) -> Result<Node, TypedError> {
        let start = self.scanner.at();
        let fault = |end, reason| TypedError {
            span: start..end,
            reason,
        };
        self.scanner.take("(");
        self.depth += 1;
        if self.depth > limits::DEPTH {
            return Err(fault(start + 1, FilterError::TooDeep.into()));
        }
        let node = self.alternatives()?;
        self.depth -= 1;
        if !self.scanner.take(")") {
            return Err(fault(start + 1, Reason::Parenthesis));
        }
        node.ok_or_else(|| fault(self.scanner.at(), Reason::Missing(Missing::Group)))
    }

    /// A field's name and operator; `None` where words stand.
    fn head(&mut self) -> Result<Option<(Key, Head<'a>)>, TypedError> {
        let Some(head) = self.scanner.head() else {
            return Ok(None);
        };
        match keys::read(head.name, self.names) {
            Some(key) => Ok(Some((key, head))),
            // "a<b" is more likely text than a field's mistyped name.
            None if head.comparison.is_some() => Ok(None),
            None => {
                let nearest = nearest(head.name, keys::all(self.names));
                let reason = Reason::UnknownField {
                    name: head.name.to_owned(),
                    nearest,
                };
                Err(TypedError {
                    span: head.span,
                    reason,
                })
            }
        }
    }

    fn field(&mut self, key: &Key, head: Head<'_>) -> Result<Node, TypedError> {
        if *key == Key::UserDefined {
            return user_defined::read(&mut self.scanner, self.depth > 0, self.names);
        }
        let takes_markers = matches!(key, Key::Field(field)
            if matches!(field.kind, Kind::Text { .. }) && !matches!(field.picklist, Some(Picklist::Words(_))));
        let values = self
            .scanner
            .values(takes_markers && head.comparison.is_none(), self.depth > 0)?;
        match key {
            Key::Is => term::flags(&head, &values, self.names),
            Key::Field(field) => term::field(field, &head, &values, self.names),
            Key::UserDefined => Ok(Node::any(Vec::new())),
        }
    }

    fn words(&mut self) -> Result<Term, TypedError> {
        let start = self.scanner.at();
        let excluded = self
            .scanner
            .rest()
            .strip_prefix('-')
            .is_some_and(|word| word.starts_with(char::is_alphanumeric));
        let text = if self.scanner.rest().starts_with('"') {
            self.scanner.quoted()?
        } else {
            let in_parentheses = self.depth > 0;
            let stop = |letter: char| letter.is_whitespace() || letter == '"' || (in_parentheses && letter == ')');
            self.scanner.until(stop).to_owned()
        };
        if excluded {
            let reason = FilterError::NotNegatable.into();
            return Err(TypedError {
                span: start..self.scanner.at(),
                reason,
            });
        }
        Ok(Term::Words(text))
    }
}

enum Term {
    Node(Node),
    Words(String),
}
