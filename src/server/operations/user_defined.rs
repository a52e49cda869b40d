//! The user-defined fields of an entity, as they are now.

use super::{OperationError, Operations};
use crate::domain::Actor;
use crate::entities::{
    Entity, Row, USER_DEFINED_FIELD_DEFINITION, USER_DEFINED_FIELD_LIST_ITEM, USER_DEFINED_TYPES, UserDefinedFields,
    UserDefinedKind,
};
use crate::query::Filter;
use crate::server::reader::Reader;
use crate::server::store::{StoreError, rows};
use rusqlite::Connection;
use std::collections::HashSet;

impl Operations {
    /// The user-defined fields of an entity that this reader is given.
    ///
    /// # Errors
    /// The database's.
    pub async fn user_defined(
        &self,
        reader: Actor,
        entity: &'static Entity,
    ) -> Result<UserDefinedFields, OperationError> {
        if !entity.has_user_defined_fields() {
            return Ok(UserDefinedFields::default());
        }
        let now = self.now();
        self.read(move |connection| {
            let reader = Reader::of(connection, &reader, now)?;
            let fields = of(connection, entity)?;
            Ok(fields.only(|field| reader.sees_user_defined(field.id)))
        })
        .await
    }
}

/// All user-defined fields of an entity.
///
/// # Errors
/// The database's.
pub fn of(connection: &Connection, entity: &Entity) -> Result<UserDefinedFields, StoreError> {
    let Some((number, _)) = USER_DEFINED_TYPES.iter().find(|(_, typed)| *typed == entity) else {
        return Ok(UserDefinedFields::default());
    };
    let of_entity = Filter::eq(&USER_DEFINED_FIELD_DEFINITION, "udfType", *number)?;
    let definitions = rows::find(connection, &of_entity)?;
    let is_list = |row: &&Row| row.integer("dataType") == Some(UserDefinedKind::List.data_type());
    let lists: Vec<i64> = definitions.iter().filter(is_list).map(Row::id).collect();
    let items = match lists.is_empty() {
        true => Vec::new(),
        false => {
            let of_lists = Filter::one_of(&USER_DEFINED_FIELD_LIST_ITEM, "udfFieldId", lists)?;
            rows::find(connection, &of_lists)?
        }
    };
    Ok(UserDefinedFields::of(entity, &definitions, &items))
}

/// The definitions that clients' people are given.
///
/// # Errors
/// The database's.
pub fn of_clients(connection: &Connection) -> Result<HashSet<i64>, StoreError> {
    let shown = Filter::eq(&USER_DEFINED_FIELD_DEFINITION, "isVisibleToClientPortal", true)?;
    Ok(rows::find(connection, &shown)?.iter().map(Row::id).collect())
}

/// The entries of a definition's list.
///
/// # Errors
/// The database's.
pub fn items_of(connection: &Connection, definition: &Row) -> Result<Vec<Row>, StoreError> {
    let of_list = Filter::eq(&USER_DEFINED_FIELD_LIST_ITEM, "udfFieldId", definition.id())?;
    rows::find(connection, &of_list)
}
