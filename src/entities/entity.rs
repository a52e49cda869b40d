//! One entity of the wire: its names, its fields, and what may be done with it.

use super::field::{Field, Fields};
use super::user_defined::USER_DEFINED_FIELDS;
use std::cmp::Ordering;
use std::fmt;

/// A part of the HTTP contract. What exists on Autotask's routes exists under `/tandem/v1` too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surface {
    /// Autotask's routes.
    Autotask,
    /// Tandem's own routes, the feed and the local copy.
    Tandem,
}

impl Surface {
    /// Whether what was declared for `other` exists here.
    #[must_use]
    pub fn shows(self, other: Self) -> bool {
        self == Self::Tandem || other == Self::Autotask
    }
}

/// What a caller may do with rows of an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// Make one.
    Create,
    /// Read and filter.
    Query,
    /// Change one.
    Update,
    /// Remove one.
    Delete,
}

/// Where rows hang that are written only through another entity's address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parent {
    /// The other entity, in the singular.
    pub entity: &'static str,
    /// The field that holds its id.
    pub field: &'static str,
    /// The address below it: `Notes` in `Tickets/7/Notes`.
    pub segment: &'static str,
    /// What stands for the other entity in that address where it isn't its plural.
    pub above: Option<&'static str>,
    /// Whether its rows are written at its own address too, where the parent stands in the body.
    pub or_itself: bool,
}

/// One entity of the wire.
pub struct Entity {
    /// In the singular, as field information and references name it: `Company`.
    pub name: &'static str,
    /// In the plural, as addresses name it: `Companies`.
    pub plural: &'static str,
    /// The SQL table: `company`.
    pub table: &'static str,
    /// What callers may do. Rules may refuse more.
    pub operations: &'static [Operation],
    /// Where its rows are written, if not at its own address.
    pub parent: Option<Parent>,
    /// Whether webhooks may watch it.
    pub supports_webhooks: bool,
    /// Whether its rows say what is billed: given only to who may read that (2.7).
    pub financial: bool,
    /// Served on Autotask's routes, or under `/tandem/v1` only for now.
    pub surface: Surface,
    /// Whether its table is a view of others, so that nobody writes its rows.
    pub is_derived: bool,
    /// The full-text table that `words` searches, its row ids being those of this entity.
    pub word_table: Option<&'static str>,
    fields: Fields,
}

impl fmt::Debug for Entity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// Entities are told apart by their name.
impl PartialEq for Entity {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Entity {}

impl Entity {
    pub(super) const fn new(name: &'static str, plural: &'static str, table: &'static str, fields: Fields) -> Self {
        Self {
            name,
            plural,
            table,
            operations: &[Operation::Query],
            parent: None,
            supports_webhooks: false,
            financial: false,
            surface: Surface::Tandem,
            is_derived: false,
            word_table: None,
            fields,
        }
    }

    pub(super) const fn allowing(mut self, operations: &'static [Operation]) -> Self {
        self.operations = operations;
        self
    }

    pub(super) const fn below(mut self, entity: &'static str, field: &'static str, segment: &'static str) -> Self {
        self.parent = Some(Parent {
            entity,
            field,
            segment,
            above: None,
            or_itself: false,
        });
        self
    }

    /// Rows are written below the parent and at the entity's own address.
    pub(super) const fn or_at_its_own_address(mut self) -> Self {
        if let Some(mut parent) = self.parent {
            parent.or_itself = true;
            self.parent = Some(parent);
        }
        self
    }

    /// Below the parent's row the parent is called so in addresses.
    pub(super) const fn addressed_below(mut self, above: &'static str) -> Self {
        if let Some(mut parent) = self.parent {
            parent.above = Some(above);
            self.parent = Some(parent);
        }
        self
    }

    pub(super) const fn with_webhooks(mut self) -> Self {
        self.supports_webhooks = true;
        self
    }

    pub(super) const fn financial(mut self) -> Self {
        self.financial = true;
        self
    }

    pub(super) const fn on_autotask_routes(mut self) -> Self {
        self.surface = Surface::Autotask;
        self
    }

    /// Its table is a view.
    pub(super) const fn derived(mut self) -> Self {
        self.is_derived = true;
        self
    }

    pub(super) const fn searched_in(mut self, word_table: &'static str) -> Self {
        self.word_table = Some(word_table);
        self
    }

    /// All fields, in the wire's order; a row's values lie in the same order.
    #[must_use]
    pub fn fields(&self) -> &'static [Field] {
        self.fields.list
    }

    /// The fields that exist on a surface.
    pub fn fields_on(&self, surface: Surface) -> impl Iterator<Item = &'static Field> + use<> {
        self.fields
            .list
            .iter()
            .filter(move |field| surface.shows(field.surface))
    }

    /// The field of that name, whatever its case.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        let fields = self.fields.list;
        let slot = self
            .fields
            .by_name
            .binary_search_by(|position| order(fields[usize::from(*position)].name, name));
        slot.ok().map(|slot| &fields[usize::from(self.fields.by_name[slot])])
    }

    /// Whether there are webhooks here that say what becomes of its rows.
    #[must_use]
    pub fn is_watched(&self) -> bool {
        [&super::TICKET, &super::TICKET_NOTE].contains(&self)
    }

    /// Whether rows have user-defined fields.
    #[must_use]
    pub fn has_user_defined_fields(&self) -> bool {
        self.field(USER_DEFINED_FIELDS).is_some()
    }

    /// Whether callers may do this.
    #[must_use]
    pub fn allows(&self, operation: Operation) -> bool {
        self.operations.contains(&operation)
    }
}

/// Compares names by their length, then without regard to case.
fn order(left: &str, right: &str) -> Ordering {
    let by_length = left.len().cmp(&right.len());
    by_length.then_with(|| letters(left).cmp(letters(right)))
}

fn letters(name: &str) -> impl Iterator<Item = u8> {
    name.bytes().map(|letter| letter.to_ascii_lowercase())
}
