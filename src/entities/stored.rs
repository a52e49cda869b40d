//! How values lie in SQLite columns: truth values as 0 and 1, moments as milliseconds, decimals as whole
//! ten-thousandths, so that the database compares and sorts all of them as what they are.

use super::value::DECIMAL_PLACES;
use super::{Entity, Field, Kind, Row, UserDefinedValues, Value, Wanted};
use crate::base::Timestamp;
use rusqlite::types::{FromSqlError, ToSql, ToSqlOutput, Value as SqlValue, ValueRef};
use rust_decimal::Decimal;

/// A decimal as whole ten-thousandths; `None` when there are too many of them.
pub(super) fn scaled(number: Decimal) -> Option<i64> {
    let scaled = number.checked_mul(Decimal::from(10_i64.pow(DECIMAL_PLACES)))?;
    i64::try_from(scaled.round()).ok()
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            other => ToSqlOutput::Owned(other.into()),
        })
    }
}

impl From<&Value> for SqlValue {
    fn from(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Boolean(truth) => Self::Integer(i64::from(*truth)),
            Value::Integer(number) => Self::Integer(*number),
            // Values beyond the scale are refused where they are read.
            Value::Decimal(number) => scaled(*number).map_or(Self::Null, Self::Integer),
            Value::Text(text) => Self::Text(text.clone()),
            Value::Time(moment) => Self::Integer(moment.millis()),
            Value::UserDefined(values) => Self::Text(values.to_kept()),
        }
    }
}

impl Value {
    /// Reads what a column of this field holds.
    ///
    /// # Errors
    /// When the column holds another type.
    pub fn from_sql(field: &Field, stored: ValueRef<'_>) -> Result<Self, FromSqlError> {
        match (stored, field.kind) {
            (ValueRef::Null, _) => Ok(Self::Null),
            (ValueRef::Integer(number), Kind::Integer | Kind::Long) => Ok(Self::Integer(number)),
            (ValueRef::Integer(number), Kind::Boolean) => Ok(Self::Boolean(number != 0)),
            (ValueRef::Integer(number), Kind::DateTime) => Ok(Self::Time(Timestamp::from_millis(number))),
            (ValueRef::Integer(number), Kind::Decimal) => {
                Ok(Self::Decimal(Decimal::new(number, DECIMAL_PLACES).normalize()))
            }
            (ValueRef::Text(_), Kind::Text { .. }) => Ok(Self::Text(stored.as_str()?.to_owned())),
            (ValueRef::Text(_), Kind::UserDefined) => Ok(UserDefinedValues::from_kept(stored.as_str()?).into()),
            _ => Err(FromSqlError::InvalidType),
        }
    }
}

impl Field {
    /// The column's type in SQLite.
    #[must_use]
    pub fn sql_type(&self) -> &'static str {
        match self.kind {
            Kind::Text { .. } | Kind::UserDefined => "TEXT",
            _ => "INTEGER",
        }
    }
}

impl Entity {
    /// The fields that have a column, in the order of [`Entity::columns`].
    pub fn stored_fields(&self) -> impl Iterator<Item = &'static Field> + use<> {
        self.fields().iter().filter(|field| !field.write_only)
    }

    /// The columns for a `SELECT` or `INSERT`: `id, companyID, …` in snake case.
    #[must_use]
    pub fn columns(&self) -> String {
        self.stored_fields().map(Field::column).collect::<Vec<_>>().join(", ")
    }

    /// The same with the table's name: `ticket.id, ticket.company_id, …`, for statements that read several tables. Where
    /// only some fields are wanted, NULL stands for the others, which are not read then.
    #[must_use]
    pub fn columns_of_table(&self, wanted: &Wanted) -> String {
        let column = |field: &'static Field| match wanted {
            Wanted::These(fields) if !fields.contains(&field) => "NULL".to_owned(),
            _ => format!("{}.{}", self.table, field.column()),
        };
        self.stored_fields().map(column).collect::<Vec<_>>().join(", ")
    }

    /// One placeholder for each column: `?1, ?2, …`.
    #[must_use]
    pub fn placeholders(&self) -> String {
        let count = self.stored_fields().count();
        (1..=count)
            .map(|number| format!("?{number}"))
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// The statement that makes the table: for tables that can be rebuilt, and to compare migrations with.
    #[must_use]
    pub fn create_table(&self) -> String {
        let column = |field: &Field| match field.name {
            "id" => "id INTEGER PRIMARY KEY".to_owned(),
            _ => format!("{} {}", field.column(), field.sql_type()),
        };
        let columns: Vec<_> = self.stored_fields().map(column).collect();
        format!("CREATE TABLE {} (\n  {}\n) STRICT", self.table, columns.join(",\n  "))
    }
}

impl Row {
    /// The row's stored values, in the order of [`Entity::columns`].
    pub fn stored_values(&self) -> impl Iterator<Item = &Value> {
        self.entity().stored_fields().map(|field| self.value(field))
    }

    /// Reads a row from a `SELECT` whose first columns are those of [`Entity::columns`].
    ///
    /// # Errors
    /// When a column holds another type than its field.
    pub fn from_sql(entity: &'static Entity, columns: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        let mut values = Vec::with_capacity(entity.fields().len());
        let mut column = 0;
        for field in entity.fields() {
            if field.write_only {
                values.push(Value::Null);
                continue;
            }
            let stored = columns.get_ref(column)?;
            let value = Value::from_sql(field, stored).map_err(|error| {
                rusqlite::Error::FromSqlConversionFailure(column, stored.data_type(), Box::new(error))
            })?;
            values.push(value);
            column += 1;
        }
        Ok(Self::of_values(entity, values))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::{ENTITIES, TICKET};
    use rusqlite::{Connection, params_from_iter};

    #[test]
    fn a_row_survives_a_table_of_every_entity() {
        let connection = Connection::open_in_memory().unwrap();
        for entity in ENTITIES {
            connection.execute_batch(&entity.create_table()).unwrap();
            let mut row = Row::new(entity);
            for (number, field) in (7_i64..).zip(entity.stored_fields()) {
                let value = match field.kind {
                    Kind::Integer | Kind::Long => Value::Integer(number),
                    Kind::Decimal => Value::Decimal(Decimal::new(-number, 4)),
                    Kind::Text { .. } => Value::Text(format!("ß\0{number}")),
                    Kind::DateTime => Value::Time(Timestamp::from_millis(number)),
                    Kind::Boolean => Value::Boolean(number % 2 == 0),
                    Kind::UserDefined => UserDefinedValues([(number, "ß\0".to_owned())].into()).into(),
                };
                row.put(field, value);
            }
            let insert = format!(
                "INSERT INTO {} ({}) VALUES ({})",
                entity.table,
                entity.columns(),
                entity.placeholders()
            );
            connection
                .execute(&insert, params_from_iter(row.stored_values()))
                .unwrap();
            let select = format!("SELECT {} FROM {}", entity.columns(), entity.table);
            let read = connection
                .query_row(&select, [], |columns| Row::from_sql(entity, columns))
                .unwrap();
            assert_eq!(read, row);
        }
    }

    #[test]
    fn a_column_of_another_type_is_named() {
        let connection = Connection::open_in_memory().unwrap();
        let select = format!("SELECT 'x' AS {}", TICKET.columns().replace(", ", ", 1 AS "));
        assert!(
            connection
                .query_row(&select, [], |columns| Row::from_sql(&TICKET, columns))
                .is_err()
        );
    }
}
