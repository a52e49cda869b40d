//! The body of a query: which rows, in which order, which of their fields, how many. Autotask's form; on Tandem's
//! surface it also takes `sort`.

use super::json::get;
use super::{Filter, FilterError, Sort};
use crate::entities::{Entity, Selection, Surface, UserDefinedFields};
use serde_json::{Map, Value as Json, json};

/// The largest page, and the one where nothing else is asked for.
pub const PAGE_SIZE: usize = 500;

/// What a query asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    /// Which rows.
    pub filter: Filter,
    /// In which order.
    pub sort: Sort,
    /// Which of their fields.
    pub selection: Selection,
    /// How many at most.
    pub max_records: usize,
}

impl Query {
    /// All fields of the selected rows, by ascending id, a full page.
    #[must_use]
    pub fn new(filter: Filter, surface: Surface) -> Self {
        let entity = filter.entity();
        Self {
            filter,
            sort: Sort::by_id(entity),
            selection: Selection::all(entity, surface),
            max_records: PAGE_SIZE,
        }
    }

    /// Reads a body that names no user-defined field.
    ///
    /// # Errors
    /// With the text that Autotask's routes answer.
    pub fn from_json(entity: &'static Entity, surface: Surface, body: &Json) -> Result<Self, FilterError> {
        Self::read(entity, surface, &UserDefinedFields::default(), body)
    }

    /// Reads a body that may name these user-defined fields.
    ///
    /// # Errors
    /// As [`Query::from_json`].
    pub fn read(
        entity: &'static Entity,
        surface: Surface,
        user_defined: &UserDefinedFields,
        body: &Json,
    ) -> Result<Self, FilterError> {
        let body = body.as_object().ok_or(FilterError::Form {
            part: "body",
            form: "an object",
        })?;
        let filter = get(body, "filter").ok_or(FilterError::Form {
            part: "filter",
            form: "given",
        })?;
        let mut query = Self::new(Filter::read(entity, surface, user_defined, filter)?, surface);
        // A list without a name limits nothing.
        let names = get(body, "includeFields").filter(|names| names.as_array().is_none_or(|names| !names.is_empty()));
        query.selection = match names {
            Some(names) => selection(entity, surface, user_defined, names)?,
            None => Selection::with_user_defined(entity, surface, user_defined),
        };
        if let Some(count) = get(body, "maxRecords") {
            let count = count
                .as_u64()
                .or_else(|| count.as_str()?.parse().ok())
                .ok_or(FilterError::PageSize)?;
            let within = |count: &usize| (1..=PAGE_SIZE).contains(count);
            query.max_records = usize::try_from(count)
                .ok()
                .filter(within)
                .ok_or(FilterError::PageSize)?;
        }
        match (surface, get(body, "sort")) {
            (Surface::Tandem, Some(sort)) => query.sort = Sort::from_json(entity, sort)?,
            (Surface::Autotask, Some(_)) => {
                return Err(FilterError::Form {
                    part: "sort",
                    form: "left out: rows come in ascending id",
                });
            }
            (_, None) => {}
        }
        Ok(query)
    }

    /// Writes a body that [`Query::from_json`] reads. What is as it is without being named stays unnamed.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let entity = self.filter.entity();
        let mut body = Map::new();
        body.insert("MaxRecords".to_owned(), json!(self.max_records));
        if let Some(names) = self.selection.names() {
            body.insert("IncludeFields".to_owned(), json!(names));
        }
        body.insert("Filter".to_owned(), self.filter.to_json());
        if self.sort != Sort::by_id(entity) {
            body.insert("sort".to_owned(), self.sort.to_json());
        }
        Json::Object(body)
    }
}

fn selection(
    entity: &'static Entity,
    surface: Surface,
    user_defined: &UserDefinedFields,
    names: &Json,
) -> Result<Selection, FilterError> {
    let form = FilterError::Form {
        part: "IncludeFields",
        form: "a list of field names",
    };
    let names = names
        .as_array()
        .filter(|names| names.len() <= PAGE_SIZE)
        .ok_or_else(|| form.clone())?;
    let names: Option<Vec<&str>> = names.iter().map(Json::as_str).collect();
    Ok(Selection::of(entity, surface, &names.ok_or(form)?, user_defined)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::{COMPANY, TICKET};

    #[test]
    fn autotasks_own_example_is_read_and_written_back() {
        let body = json!({"MaxRecords": 500, "IncludeFields": ["id", "title"], "Filter": [
            {"op": "or", "items": [{"op": "eq", "field": "status", "value": 1}, {"op": "eq", "field": "status", "value": 8}]},
            {"op": "gte", "field": "createDate", "value": "2030-01-01T00:00:00Z"},
        ]});
        let query = Query::from_json(&TICKET, Surface::Autotask, &body).unwrap();
        assert_eq!(query.to_json(), body);
    }

    #[test]
    fn a_list_of_no_fields_is_all_of_them() {
        for surface in [Surface::Autotask, Surface::Tandem] {
            let read = |body: &Json| Query::from_json(&TICKET, surface, body).unwrap().selection;
            let none = read(&json!({"filter": [], "IncludeFields": []}));
            assert_eq!(none, read(&json!({"filter": []})));
        }
    }

    #[test]
    fn a_page_has_one_to_five_hundred_rows_and_autotask_has_no_order() {
        for (max, page) in [
            (json!(0), false),
            (json!(501), false),
            (json!("x"), false),
            (json!(-1), false),
            (json!("20"), true),
        ] {
            let query = Query::from_json(&COMPANY, Surface::Autotask, &json!({"maxrecords": max, "filter": []}));
            assert_eq!(query.is_ok(), page, "{max}");
        }
        assert!(Query::from_json(&COMPANY, Surface::Autotask, &json!({"MaxRecords": 5})).is_err());
        assert!(Query::from_json(&COMPANY, Surface::Autotask, &json!({"filter": [], "sort": []})).is_err());
    }
}
