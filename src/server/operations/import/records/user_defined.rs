//! Values of user-defined fields: by the names of the fields, which are made where they are missing.

use super::{Stop, Values, values};
use crate::entities::{
    Entity, Row, USER_DEFINED_FIELD_DEFINITION, USER_DEFINED_FIELDS, USER_DEFINED_TYPES, UserDefinedError,
    UserDefinedField, UserDefinedFields, UserDefinedKind, UserDefinedValues,
};
use crate::sentences::Wording;
use crate::server::operations::import::check::too_long;
use crate::server::operations::user_defined;
use crate::server::store::{StoreError, Writing};
use crate::wire::ext::import::ImportMade;
use crate::wire::ext::import::portable::USER_DEFINED;
use rusqlite::{Connection, OptionalExtension};

/// The longest name of a field, in characters.
const LONGEST_NAME: usize = 45;
/// The longest text of one line, in characters.
const LINE: usize = 255;

/// What a row is given, by the definitions' ids.
pub(super) type Chosen = Vec<(i64, String)>;

/// Names and values for which there is no field yet.
type Missing<'v> = Vec<(&'v str, &'v str)>;

/// The name of a user-defined field, where a name is none of the entity's own fields.
pub(super) fn named<'n>(entity: &Entity, name: &'n str) -> Option<&'n str> {
    let is_free = entity.has_user_defined_fields() && entity.field(name).is_none();
    is_free.then(|| name.strip_prefix(USER_DEFINED).unwrap_or(name))
}

/// Refuses a name that no field can have.
pub(super) fn check_name(name: &str) -> Result<(), Wording> {
    match name.chars().count() {
        0 => Err(Wording::of("import-udf-nameless")),
        length if length > LONGEST_NAME => Err(too_long(length, LONGEST_NAME)),
        _ => Ok(()),
    }
}

/// Refuses what doesn't fit a field that there is already.
pub(super) fn check(connection: &Connection, entity: &'static Entity, values: &Values) -> Result<(), Stop> {
    fitting(connection, entity, values).map(drop)
}

/// The values for a row; fields that nobody has defined are made.
pub(super) fn choose(
    writing: &Writing<'_>,
    entity: &'static Entity,
    values: &Values,
    made: &mut ImportMade,
) -> Result<Chosen, Stop> {
    let (mut chosen, missing) = fitting(writing, entity, values)?;
    for (name, text) in missing {
        let id = define(writing, entity, name, text)?;
        made.user_defined_fields.insert(format!("{name}, {}", entity.name));
        chosen.push((id, text.to_owned()));
    }
    Ok(chosen)
}

/// Puts values into a row, beside those that it has.
pub(super) fn put(row: &mut Row, chosen: Chosen) {
    if chosen.is_empty() {
        return;
    }
    let mut values = UserDefinedValues::of(row);
    values.0.extend(chosen);
    row.set(USER_DEFINED_FIELDS, values);
}

/// The values that fit a field, and those for which there is none.
fn fitting<'v>(
    connection: &Connection,
    entity: &'static Entity,
    values: &'v Values,
) -> Result<(Chosen, Missing<'v>), Stop> {
    let named: Vec<_> = values
        .iter()
        .filter_map(|(name, text)| Some((name, named(entity, name)?, text.as_str())))
        .collect();
    let fields = match named.is_empty() {
        true => UserDefinedFields::default(),
        false => user_defined::of(connection, entity)?,
    };
    let (mut chosen, mut missing) = (Vec::new(), Vec::new());
    for (given, name, text) in named {
        match fields.find(name) {
            Some(field) => chosen.push((field.id, kept(field, text).map_err(|why| Stop::refused(given, why))?)),
            None if is_out_of_use(connection, entity, name)? => {
                return Err(Stop::refused(given, Wording::of("import-udf-not-in-use")));
            }
            None => missing.push((name, text)),
        }
    }
    Ok((chosen, missing))
}

/// A value as rows keep it. Entries of a list that can't be chosen any more were chosen once.
fn kept(field: &UserDefinedField, text: &str) -> Result<String, Wording> {
    let item = field.item(text).filter(|_| field.kind == UserDefinedKind::List);
    match item {
        Some(item) => Ok(item.id.to_string()),
        None => field.keep(text).map_err(|error| misfit(text, error)),
    }
}

fn misfit(text: &str, error: UserDefinedError) -> Wording {
    match error {
        UserDefinedError::Length { length, limit, .. } => too_long(length, limit),
        UserDefinedError::Type { expected, .. } => values::not_of_type(text, expected),
        UserDefinedError::Decimals { value, decimals, .. } => Wording::of("import-too-many-decimals")
            .with("number", value)
            .with("decimals", decimals),
        UserDefinedError::Item { value, .. } => Wording::of("import-no-item").with("text", value),
        // No text is refused for these.
        error => Wording::elsewhere(error.to_string()),
    }
}

fn udf_type(entity: &Entity) -> i64 {
    let found = USER_DEFINED_TYPES.iter().find(|(_, typed)| *typed == entity);
    found.map_or(0, |(number, _)| *number)
}

fn is_out_of_use(connection: &Connection, entity: &Entity, name: &str) -> Result<bool, StoreError> {
    let select = "SELECT 1 FROM user_defined_field_definition WHERE udf_type = ?1 AND name = ?2 COLLATE NOCASE";
    let mut statement = connection.prepare_cached(select)?;
    let found = statement.query_row((udf_type(entity), name), |_| Ok(())).optional()?;
    Ok(found.is_some())
}

fn define(writing: &Writing<'_>, entity: &Entity, name: &str, text: &str) -> Result<i64, StoreError> {
    let is_line = text.chars().count() <= LINE && !text.contains('\n');
    let kind = if is_line {
        UserDefinedKind::Line
    } else {
        UserDefinedKind::Lines
    };
    let mut row = Row::new(&USER_DEFINED_FIELD_DEFINITION);
    row.set("name", name);
    row.set("udfType", udf_type(entity));
    row.set("dataType", kind.data_type());
    row.set("isActive", true);
    row.set("isVisibleToClientPortal", false);
    row.set("createDate", writing.at());
    writing.insert(&mut row)
}
