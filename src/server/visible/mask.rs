//! Rows as their reader is given them.

use super::hides;
use crate::domain::Side;
use crate::entities::{Entity, Field, Row, TICKET, USER_DEFINED_FIELDS, UserDefinedValues, Value};
use crate::server::disguise;
use crate::server::reader::Reader;

/// What a reader is given of an entity's rows. Made once for all rows of an answer.
#[derive(Debug)]
pub struct Mask<'a> {
    reader: &'a Reader,
    hidden: Vec<&'static Field>,
    notes: Option<NoteCounts>,
    has_hidden_user_defined: bool,
}

/// What says how many notes a ticket has.
#[derive(Debug)]
struct NoteCounts {
    holder: &'static Field,
    public: &'static Field,
    all: &'static Field,
}

/// The fields of an entity from which others are made that a reader is given.
#[must_use]
pub fn sources(entity: &Entity) -> Vec<&'static str> {
    let notes: &[&str] = match *entity == TICKET {
        true => &["holder", "publicNoteCount"],
        false => &[],
    };
    [notes, disguise::sources(entity)].concat()
}

impl NoteCounts {
    fn of(entity: &Entity) -> Option<Self> {
        if *entity != TICKET {
            return None;
        }
        Some(Self {
            holder: entity.field("holder")?,
            public: entity.field("publicNoteCount")?,
            all: entity.field("noteCount")?,
        })
    }
}

impl<'a> Mask<'a> {
    /// For the rows of that entity.
    #[must_use]
    fn of(reader: &'a Reader, entity: &'static Entity) -> Self {
        let hidden = entity.fields().iter().filter(|field| hides(reader, entity, field.name));
        Self {
            reader,
            hidden: hidden.collect(),
            notes: NoteCounts::of(entity),
            has_hidden_user_defined: entity.has_user_defined_fields() && reader.side() == Side::Taskfire,
        }
    }

    /// The row as the reader is given it.
    #[must_use]
    pub fn on(&self, mut row: Row) -> Row {
        for field in &self.hidden {
            row.put(field, Value::Null);
        }
        if let Some(notes) = &self.notes {
            self.count(notes, &mut row);
        }
        if self.has_hidden_user_defined {
            let mut values = UserDefinedValues::of(&row);
            values.0.retain(|id, _| self.reader.sees_user_defined(*id));
            row.set(USER_DEFINED_FIELDS, values);
        }
        disguise::disguise(self.reader, &mut row);
        row
    }

    /// How many internal notes the other side has is its own matter; of a shared ticket none are counted.
    fn count(&self, notes: &NoteCounts, row: &mut Row) {
        let side = self.reader.side().word();
        let holds = matches!(row.value(notes.holder), Value::Text(holder) if holder == side);
        if !(holds && self.reader.level.works_tickets()) {
            let public = row.value(notes.public).clone();
            row.put(notes.all, public);
        }
    }
}

/// The row as this reader is given it.
#[must_use]
pub fn masked(reader: &Reader, row: Row) -> Row {
    Mask::of(reader, row.entity()).on(row)
}

/// The rows of one entity as this reader is given them.
#[must_use]
pub fn all_masked(reader: &Reader, entity: &'static Entity, rows: Vec<Row>) -> Vec<Row> {
    let mask = Mask::of(reader, entity);
    rows.into_iter().map(|row| mask.on(row)).collect()
}
