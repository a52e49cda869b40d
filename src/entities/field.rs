//! One field of an entity: what the wire calls it, what it holds, and which column keeps it.

use super::user_defined::USER_DEFINED_FIELDS;
use super::{Picklist, Surface};
use std::fmt;

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A whole number that Autotask keeps in 32 bits.
    Integer,
    /// A whole number that Autotask keeps in 64 bits.
    Long,
    /// A number with at most four decimals, never a binary fraction.
    Decimal,
    /// Text of at most `length` characters.
    Text {
        /// In characters.
        length: u32,
    },
    /// A moment in UTC, to the millisecond.
    DateTime,
    /// True or false.
    Boolean,
    /// The values of what administrators add ([`super::user_defined`]).
    UserDefined,
}

impl Kind {
    /// The name that Autotask's field information gives as `dataType`.
    #[must_use]
    pub fn data_type(self) -> &'static str {
        match self {
            Self::Integer => "integer",
            Self::Long => "long",
            Self::Decimal => "decimal",
            Self::Text { .. } => "string",
            Self::DateTime => "datetime",
            Self::Boolean => "boolean",
            Self::UserDefined => "object",
        }
    }

    /// The longest text in characters; 0 for what is no text, as field information gives it.
    #[must_use]
    pub fn length(self) -> u32 {
        match self {
            Self::Text { length } => length,
            _ => 0,
        }
    }
}

/// One field of an entity. Made by the builders below, inside `fields!`.
#[derive(Clone, Copy)]
pub struct Field {
    /// The wire's name: `companyID`.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Must be given when a row is created.
    pub required: bool,
    /// Set by the server. Together with `required`: given on create and fixed from then on.
    pub read_only: bool,
    /// May be filtered and sorted by.
    pub queryable: bool,
    /// Taken in, but neither kept in a column nor ever given out: passwords.
    pub write_only: bool,
    /// The entity, in the singular, whose id this is.
    pub reference: Option<&'static str>,
    /// The values that it may have.
    pub picklist: Option<Picklist>,
    /// The field whose value decides which of the picklist's values are possible.
    pub picklist_parent: Option<&'static str>,
    /// An amount of money: given only to who may read what is billed (2.7).
    pub financial: bool,
    /// Where it exists: everywhere, or under `/tandem/v1` only.
    pub surface: Surface,
    /// Its place among the entity's fields, and in a row's values.
    pub position: usize,
    column: Column,
}

impl fmt::Debug for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?}", self.name, self.kind)
    }
}

/// Fields of one entity are told apart by their name; those of two entities are never compared.
impl PartialEq for Field {
    fn eq(&self, other: &Self) -> bool {
        self.position == other.position && self.name == other.name
    }
}

impl Eq for Field {}

impl Field {
    const fn new(name: &'static str, kind: Kind) -> Self {
        Self {
            name,
            kind,
            required: false,
            read_only: false,
            queryable: true,
            write_only: false,
            reference: None,
            picklist: None,
            picklist_parent: None,
            financial: false,
            surface: Surface::Autotask,
            position: 0,
            column: Column::of(name),
        }
    }

    /// The SQL column: the name in snake case, `company_id` for `companyID`.
    #[must_use]
    pub fn column(&self) -> &str {
        self.column.text()
    }

    /// The picklist's fixed entries in their order; `None` for a list that is not fixed, and for no list.
    #[must_use]
    pub fn entries(&self) -> Option<&'static [super::Entry]> {
        match self.picklist {
            Some(Picklist::Fixed(entries)) => Some(entries),
            _ => None,
        }
    }

    /// Must be given on create.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Only the server sets it.
    #[must_use]
    pub const fn read_only(mut self) -> Self {
        self.read_only = true;
        self
    }

    /// Filters may not name it.
    #[must_use]
    pub const fn not_queryable(mut self) -> Self {
        self.queryable = false;
        self
    }

    /// An amount of money.
    #[must_use]
    pub const fn financial(mut self) -> Self {
        self.financial = true;
        self
    }

    /// Taken in and never given out.
    #[must_use]
    pub const fn write_only(mut self) -> Self {
        self.write_only = true;
        self
    }

    /// Holds the id of that entity (named in the singular).
    #[must_use]
    pub const fn to(mut self, entity: &'static str) -> Self {
        self.reference = Some(entity);
        self
    }

    /// Holds a value of that list.
    #[must_use]
    pub const fn pick(mut self, picklist: Picklist) -> Self {
        self.picklist = Some(picklist);
        self
    }

    /// The list's values depend on that other field.
    #[must_use]
    pub const fn under(mut self, parent: &'static str) -> Self {
        self.picklist_parent = Some(parent);
        self
    }

    /// Exists under `/tandem/v1` only.
    #[must_use]
    pub const fn tandem(mut self) -> Self {
        self.surface = Surface::Tandem;
        self
    }
}

/// The row's id, which every entity has.
pub(super) const fn id() -> Field {
    long("id").required().read_only()
}

/// A whole number of 32 bits.
pub(super) const fn integer(name: &'static str) -> Field {
    Field::new(name, Kind::Integer)
}

/// A whole number of 64 bits.
pub(super) const fn long(name: &'static str) -> Field {
    Field::new(name, Kind::Long)
}

/// A number with decimals.
pub(super) const fn decimal(name: &'static str) -> Field {
    Field::new(name, Kind::Decimal)
}

/// A text of at most `length` characters.
pub(super) const fn text(name: &'static str, length: u32) -> Field {
    Field::new(name, Kind::Text { length })
}

/// A moment.
pub(super) const fn time(name: &'static str) -> Field {
    Field::new(name, Kind::DateTime)
}

/// True or false.
pub(super) const fn boolean(name: &'static str) -> Field {
    Field::new(name, Kind::Boolean)
}

/// What holds the values of user-defined fields. Autotask's routes give them in a form of their own.
pub(super) const fn user_defined() -> Field {
    Field::new(USER_DEFINED_FIELDS, Kind::UserDefined)
        .not_queryable()
        .tandem()
}

/// A column's name, spelled at compile time.
#[derive(Clone, Copy)]
struct Column {
    letters: [u8; Self::LONGEST],
    length: usize,
}

impl Column {
    const LONGEST: usize = 64;

    const fn of(name: &str) -> Self {
        let name = name.as_bytes();
        let mut column = Self {
            letters: [0; Self::LONGEST],
            length: 0,
        };
        let mut at = 0;
        while at < name.len() {
            let starts_word = name[at].is_ascii_uppercase()
                && (!name[at - 1].is_ascii_uppercase() || (at + 1 < name.len() && name[at + 1].is_ascii_lowercase()));
            if starts_word {
                column.letters[column.length] = b'_';
                column.length += 1;
            }
            column.letters[column.length] = name[at].to_ascii_lowercase();
            column.length += 1;
            at += 1;
        }
        column
    }

    fn text(&self) -> &str {
        // Names are ASCII, so that the letters are always text.
        std::str::from_utf8(&self.letters[..self.length]).unwrap_or_default()
    }
}

/// An entity's fields, with the order in which names are looked up.
#[derive(Clone, Copy)]
pub struct Fields {
    pub(super) list: &'static [Field],
    pub(super) by_name: &'static [u16],
}

/// Gives each field its position.
pub(super) const fn numbered<const N: usize>(list: &[Field]) -> [Field; N] {
    let mut fields = [list[0]; N];
    let mut at = 0;
    while at < N {
        fields[at] = list[at];
        fields[at].position = at;
        at += 1;
    }
    fields
}

/// The fields' positions, sorted by their names' lengths, then by the names without regard to case: where names are
/// looked up, most of them differ in length, which is seen at once.
pub(super) const fn order<const N: usize>(list: &[Field]) -> [u16; N] {
    let mut order = [0_u16; N];
    let mut at = 0;
    while at < N {
        let mut slot = at;
        while slot > 0 && is_before(list[at].name, list[order[slot - 1] as usize].name) {
            order[slot] = order[slot - 1];
            slot -= 1;
        }
        order[slot] = at as u16;
        at += 1;
    }
    order
}

const fn is_before(left: &str, right: &str) -> bool {
    if left.len() != right.len() {
        return left.len() < right.len();
    }
    let (left, right) = (left.as_bytes(), right.as_bytes());
    let mut at = 0;
    while at < left.len() {
        let (a, b) = (left[at].to_ascii_lowercase(), right[at].to_ascii_lowercase());
        if a != b {
            return a < b;
        }
        at += 1;
    }
    false
}

/// The fields of an entity, in the wire's order.
macro_rules! fields {
    ($($field:expr),* $(,)?) => {{
        const LIST: &[$crate::entities::Field] = &[$($field),*];
        static NUMBERED: [$crate::entities::Field; LIST.len()] = $crate::entities::field::numbered(LIST);
        static ORDER: [u16; LIST.len()] = $crate::entities::field::order(LIST);
        $crate::entities::field::Fields { list: &NUMBERED, by_name: &ORDER }
    }};
}
pub(super) use fields;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_names_in_snake_case() {
        for (name, column) in [
            ("id", "id"),
            ("companyID", "company_id"),
            ("problemTicketId", "problem_ticket_id"),
            ("changeInfoField1", "change_info_field1"),
            ("displayColorRGBValue", "display_color_rgb_value"),
            ("isTaskFireActive", "is_task_fire_active"),
        ] {
            assert_eq!(Column::of(name).text(), column);
        }
    }
}
