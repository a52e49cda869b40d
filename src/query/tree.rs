//! The tree that every form of a filter is read into. A [`Filter`] can only be made through its checks: its fields
//! exist, its values fit them, and its groups are flat, so that one filter has one form.

use super::FilterError;
use super::condition::{Comparison, Condition, Test};
use super::user_defined::UserDefinedCondition;
use crate::base::fold;
use crate::entities::{Entity, FieldError, UserDefinedField, Value};

/// Which rows of an entity are meant.
#[derive(Clone, Debug, PartialEq)]
pub struct Filter {
    entity: &'static Entity,
    root: Node,
}

/// A part of a filter.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// Several parts. An empty group exists only as the root of [`Filter::all`].
    Group(Join, Vec<Node>),
    /// A condition on one field.
    Condition(Condition),
    /// A condition on one user-defined field.
    UserDefined(UserDefinedCondition),
    /// These words, folded, occur in the row's searched text, the last one as a beginning.
    Words(Vec<String>),
}

/// How the parts of a group go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    /// All hold.
    All,
    /// At least one holds.
    Any,
}

impl Node {
    /// All of these hold.
    pub(super) fn all(nodes: Vec<Self>) -> Self {
        Self::group(Join::All, nodes)
    }

    /// At least one of these holds.
    pub(super) fn any(nodes: Vec<Self>) -> Self {
        Self::group(Join::Any, nodes)
    }

    /// A group without groups of its own kind in it; a single part stands for itself.
    fn group(join: Join, nodes: Vec<Self>) -> Self {
        let mut flat = Vec::with_capacity(nodes.len());
        for node in nodes {
            match node {
                // One of them always holds: so does the group.
                Self::Group(Join::All, none) if none.is_empty() && join == Join::Any => {
                    return Self::Group(Join::All, none);
                }
                Self::Group(inner, nodes) if inner == join => flat.extend(nodes),
                node => flat.push(node),
            }
        }
        match flat.pop() {
            Some(only) if flat.is_empty() => only,
            Some(last) => {
                flat.push(last);
                Self::Group(join, flat)
            }
            None => Self::Group(Join::All, flat),
        }
    }

    fn collect_leaves<'a>(&'a self, found: &mut Vec<&'a Self>) {
        match self {
            Self::Group(_, nodes) => nodes.iter().for_each(|node| node.collect_leaves(found)),
            leaf => found.push(leaf),
        }
    }

    /// What selects exactly the rows that this one doesn't.
    pub(super) fn negated(self) -> Result<Self, FilterError> {
        match self {
            Self::Condition(condition) => condition.negated(),
            Self::UserDefined(condition) => condition.negated(),
            Self::Words(_) => Err(FilterError::NotNegatable),
            Self::Group(join, nodes) => {
                let nodes = nodes.into_iter().map(Self::negated).collect::<Result<_, _>>()?;
                Ok(Self::group(
                    if join == Join::All { Join::Any } else { Join::All },
                    nodes,
                ))
            }
        }
    }
}

impl Filter {
    /// Every row.
    #[must_use]
    pub fn all(entity: &'static Entity) -> Self {
        Self {
            entity,
            root: Node::Group(Join::All, Vec::new()),
        }
    }

    /// No row.
    #[must_use]
    pub fn none(entity: &'static Entity) -> Self {
        // Every entity has an id, so that the other case doesn't come about.
        let nothing = |field| {
            Node::Condition(Condition {
                field,
                test: Test::In(Vec::new()),
            })
        };
        Self {
            entity,
            root: entity.field("id").map_or(Node::Group(Join::Any, Vec::new()), nothing),
        }
    }

    pub(super) fn new(entity: &'static Entity, root: Node) -> Self {
        Self { entity, root }
    }

    /// Rows for whose field the test holds.
    ///
    /// # Errors
    /// When there is no such field, or the test doesn't go with it.
    pub fn condition(entity: &'static Entity, name: &str, test: Test) -> Result<Self, FilterError> {
        let unknown = || FieldError::Unknown {
            name: name.to_owned(),
            entity: entity.name,
        };
        let field = entity.field(name).ok_or_else(unknown)?;
        Ok(Self {
            entity,
            root: Node::Condition(Condition::new(field, test)?),
        })
    }

    /// Rows whose field compares so to a value.
    ///
    /// # Errors
    /// As [`Filter::condition`].
    pub fn compare(
        entity: &'static Entity,
        name: &str,
        comparison: Comparison,
        value: impl Into<Value>,
    ) -> Result<Self, FilterError> {
        Self::condition(entity, name, Test::Compare(comparison, value.into()))
    }

    /// Rows whose field has this value; null means none.
    ///
    /// # Errors
    /// As [`Filter::condition`].
    pub fn eq(entity: &'static Entity, name: &str, value: impl Into<Value>) -> Result<Self, FilterError> {
        Self::compare(entity, name, Comparison::Equal, value)
    }

    /// Rows whose field has one of these values.
    ///
    /// # Errors
    /// As [`Filter::condition`].
    pub fn one_of<V: Into<Value>>(
        entity: &'static Entity,
        name: &str,
        values: impl IntoIterator<Item = V>,
    ) -> Result<Self, FilterError> {
        Self::condition(entity, name, Test::In(values.into_iter().map(Into::into).collect()))
    }

    /// Rows whose searched text has these words. No words: every row.
    ///
    /// # Errors
    /// When the entity has no searched text.
    pub fn words(entity: &'static Entity, text: &str) -> Result<Self, FilterError> {
        Ok(Self {
            entity,
            root: words(entity, text)?,
        })
    }

    /// Rows that both select. Both are filters of the same entity.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        debug_assert_eq!(self.entity, other.entity);
        Self {
            entity: self.entity,
            root: Node::all(vec![self.root, other.root]),
        }
    }

    /// Rows that at least one selects. Both are filters of the same entity.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        debug_assert_eq!(self.entity, other.entity);
        Self {
            entity: self.entity,
            root: Node::any(vec![self.root, other.root]),
        }
    }

    /// What it selects rows of.
    #[must_use]
    pub fn entity(&self) -> &'static Entity {
        self.entity
    }

    /// The tree's root.
    #[must_use]
    pub fn root(&self) -> &Node {
        &self.root
    }

    /// The parts of which all hold for every row that it selects.
    #[must_use]
    pub fn parts(&self) -> &[Node] {
        match &self.root {
            Node::Group(Join::All, nodes) => nodes,
            node => std::slice::from_ref(node),
        }
    }

    /// All parts that are no groups, however deep.
    pub fn leaves(&self) -> impl Iterator<Item = &Node> {
        let mut found = Vec::new();
        self.root.collect_leaves(&mut found);
        found.into_iter()
    }

    /// The user-defined fields that it has conditions on, once for each condition.
    pub fn user_defined(&self) -> impl Iterator<Item = &UserDefinedField> {
        self.leaves().filter_map(|node| match node {
            Node::UserDefined(condition) => Some(&*condition.field),
            _ => None,
        })
    }

    /// The words that it searches, those that must stand in the same row together.
    pub fn searched_words(&self) -> impl Iterator<Item = &[String]> {
        self.leaves().filter_map(|node| match node {
            Node::Words(words) => Some(words.as_slice()),
            _ => None,
        })
    }

    /// What it searches words by the beginning of.
    pub fn beginnings(&self) -> impl Iterator<Item = &str> {
        let last = self.searched_words().filter_map(<[String]>::last);
        last.map(String::as_str)
    }

    /// Whether it selects every row by having no condition.
    #[must_use]
    pub fn is_all(&self) -> bool {
        matches!(&self.root, Node::Group(Join::All, nodes) if nodes.is_empty())
    }
}

/// The words of a text as a node.
pub(super) fn words(entity: &'static Entity, text: &str) -> Result<Node, FilterError> {
    if entity.word_table.is_none() {
        return Err(FilterError::NotSearchable { entity: entity.name });
    }
    let words = fold::words(text);
    Ok(if words.is_empty() {
        Node::all(Vec::new())
    } else {
        Node::Words(words)
    })
}
