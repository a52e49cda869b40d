//! What a row says, cell by cell: its id, its fields, and beside each id of somebody or something its name.

use super::is_everywhere;
use crate::entities::{
    COMPANY, CONTACT, Entity, Field, Kind, QUEUE, REQUEST_TYPE, RESOURCE, Row, STATUS, UserDefinedField,
    UserDefinedFields, UserDefinedKind, UserDefinedValues, Value,
};
use crate::remote::{KeptValue, Portable, is_kept, portable};
use serde_json::Value as Json;
use std::collections::HashMap;

/// The column that says which entity a row is of.
pub(super) const RECORD: &str = "record";
/// The column with a row's own key.
pub(super) const ID: &str = "id";

/// The names of companies, people, queues, statuses and request types, by their ids.
#[derive(Default)]
pub(super) struct Names {
    rows: HashMap<(&'static str, i64), String>,
    /// What values of lists are called that are no rows, by field and number.
    kept: HashMap<(String, i64), String>,
}

/// The user-defined fields of an entity that the asking person is given.
pub(super) type UserDefined = HashMap<&'static str, UserDefinedFields>;

/// The entities whose rows are named beside their ids.
pub(super) fn gives_names(entity: &Entity) -> bool {
    [&COMPANY, &CONTACT, &RESOURCE, &QUEUE, &REQUEST_TYPE, &STATUS].contains(&entity)
}

impl Names {
    /// Names of values that are no rows.
    pub(super) fn with(kept: Vec<KeptValue>) -> Self {
        let kept = kept.into_iter().map(|kept| ((kept.field, kept.value), kept.label));
        Self {
            rows: HashMap::new(),
            kept: kept.collect(),
        }
    }

    /// Takes note of a row's name.
    pub(super) fn learn(&mut self, row: &Row) {
        let entity = row.entity();
        if !gives_names(entity) {
            return;
        }
        let text = |name: &str| row.text(name).unwrap_or_default();
        let name = match entity {
            entity if *entity == COMPANY => text("companyName").to_owned(),
            entity if *entity == STATUS => text("label").to_owned(),
            entity if *entity == QUEUE || *entity == REQUEST_TYPE => text("name").to_owned(),
            _ => format!("{} {}", text("firstName"), text("lastName")).trim().to_owned(),
        };
        self.rows.insert((entity.name, row.id()), name);
    }

    /// The name of a row.
    pub(super) fn of(&self, entity: &Entity, id: i64) -> Option<&str> {
        self.rows.get(&(entity.name, id)).map(String::as_str)
    }
}

/// One cell.
pub(super) struct Cell {
    /// The column.
    pub(super) column: String,
    /// What stands there.
    pub(super) value: Json,
    /// Whether it is text that a person wrote.
    pub(super) is_text: bool,
}

/// The columns of an entity's rows.
pub(super) fn columns(portable: &'static Portable, user_defined: &UserDefined) -> impl Iterator<Item = String> {
    let free = user_defined
        .get(portable.entity.name)
        .into_iter()
        .flat_map(UserDefinedFields::iter);
    let free: Vec<String> = free.map(|field| user_defined_column(field)).collect();
    let fields = portable.fields().flat_map(|field| {
        let named = portable::target(field).filter(|target| gives_names(target));
        [Some(field.name.to_owned()), named.map(|_| name_column(field))]
    });
    let fields = fields.flatten().chain(free);
    [RECORD, ID].map(str::to_owned).into_iter().chain(fields)
}

/// The column of a user-defined field, in letters that a mapping can name.
pub(super) fn user_defined_column(field: &UserDefinedField) -> String {
    let name = field.name.replace('{', "(").replace('}', ")");
    format!("{}{name}", portable::USER_DEFINED)
}

/// What a row says; nothing of what is empty.
pub(super) fn cells(
    portable: &'static Portable,
    row: &Row,
    (names, user_defined): (&Names, &UserDefined),
) -> Vec<Cell> {
    let mut cells = vec![
        plain(RECORD, portable.entity.name.into()),
        plain(ID, key(portable.entity, row.id(), names)),
    ];
    for field in portable.fields() {
        let value = row.value(field);
        let id = match value {
            Value::Null => continue,
            Value::Integer(id) => *id,
            _ => 0,
        };
        match portable::target(field) {
            Some(target) => {
                cells.push(plain(field.name, key(target, id, names)));
                cells.extend(names.of(target, id).map(|name| Cell {
                    column: name_column(field),
                    value: name.into(),
                    is_text: true,
                }));
            }
            None => cells.push(Cell {
                column: field.name.to_owned(),
                value: json(field, value, names),
                is_text: matches!(field.kind, Kind::Text { .. }),
            }),
        }
    }
    let values = UserDefinedValues::of(row);
    let fields = user_defined
        .get(portable.entity.name)
        .into_iter()
        .flat_map(UserDefinedFields::iter);
    cells.extend(fields.filter_map(|field| {
        let kept = values.0.get(&field.id)?;
        Some(Cell {
            column: user_defined_column(field),
            value: field.wire(kept).into(),
            is_text: !matches!(field.kind, UserDefinedKind::Number | UserDefinedKind::Date),
        })
    }));
    cells
}

fn plain(column: &str, value: Json) -> Cell {
    Cell {
        column: column.to_owned(),
        value,
        is_text: false,
    }
}

fn name_column(field: &Field) -> String {
    format!("{}.name", field.name)
}

/// By what a row is named: its id here, or the word for what every desk has.
fn key(entity: &Entity, id: i64, names: &Names) -> Json {
    match entity {
        entity if !is_everywhere(entity, id, names) => id.into(),
        entity if *entity == COMPANY => portable::PROVIDER.into(),
        _ => portable::SYSTEM.into(),
    }
}

/// A value as the wire writes it, a picklist's by its label.
fn json(field: &Field, value: &Value, names: &Names) -> Json {
    if let Value::Integer(number) = value {
        let mut fixed = field.entries().into_iter().flatten();
        let fixed = fixed.find(|entry| entry.value == *number).map(|entry| entry.label);
        let kept = || names.kept.get(&(field.name.to_owned(), *number)).map(String::as_str);
        if let Some(label) = fixed.or_else(|| kept().filter(|_| is_kept(field))) {
            return label.into();
        }
    }
    serde_json::to_value(value).unwrap_or(Json::Null)
}
