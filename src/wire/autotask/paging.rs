//! The token in the address of a page's neighbour. It carries the whole query, so that it can be followed by GET or
//! POST, with the query's body or without one, and the server keeps nothing between two pages.

use crate::entities::{Entity, Surface, UserDefinedFields};
use crate::query::{Direction, FilterError, Query, Sort};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};

/// The largest query that a token may unfold to, in bytes.
const LARGEST: usize = 4 << 20;
/// How hard a token is pressed, of 10.
const PRESSURE: u8 = 6;

/// Where a page begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Edge {
    /// Behind this id.
    After(i64),
    /// Before this id: the page ends there.
    Before(i64),
}

impl Edge {
    /// The order in which the page's rows are found: those nearest to the edge first.
    ///
    /// # Errors
    /// Never for entities that exist; kept as an error because orders are checked.
    pub fn sort(self, entity: &'static Entity) -> Result<Sort, FilterError> {
        match self {
            Self::After(_) => Ok(Sort::by_id(entity)),
            Self::Before(_) => Sort::by(entity, &[("id", Direction::Descending)]),
        }
    }

    /// The id at the edge, which is not on the page.
    #[must_use]
    pub fn id(self) -> i64 {
        match self {
            Self::After(id) | Self::Before(id) => id,
        }
    }
}

/// A page of a query.
#[derive(Clone, Debug, PartialEq)]
pub struct PagingToken {
    /// Where it begins.
    pub edge: Edge,
    /// Of which query.
    pub query: Query,
}

/// Why a text is no paging token.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PagingError {
    /// It is none of this server's.
    #[error("The paging value is not one that this server gave. Start the query again.")]
    Foreign,
    /// It is one, but what it asks for is not possible.
    #[error(transparent)]
    Query(#[from] FilterError),
}

impl PagingToken {
    /// The token as a text of letters, digits, `-` and `_`.
    #[must_use]
    pub fn encode(&self) -> String {
        let json = json!({"edge": self.edge, "query": self.query.to_json()});
        URL_SAFE_NO_PAD.encode(miniz_oxide::deflate::compress_to_vec(
            json.to_string().as_bytes(),
            PRESSURE,
        ))
    }

    /// Reads [`PagingToken::encode`].
    ///
    /// # Errors
    /// When it is no token, or of a query that this entity doesn't have.
    pub fn decode(entity: &'static Entity, user_defined: &UserDefinedFields, text: &str) -> Result<Self, PagingError> {
        let pressed = URL_SAFE_NO_PAD.decode(text.trim()).map_err(|_| PagingError::Foreign)?;
        let bytes = miniz_oxide::inflate::decompress_to_vec_with_limit(&pressed, LARGEST);
        let bytes = bytes.map_err(|_| PagingError::Foreign)?;
        let read: Read = serde_json::from_slice(&bytes).map_err(|_| PagingError::Foreign)?;
        Ok(Self {
            edge: read.edge,
            query: Query::read(entity, Surface::Autotask, user_defined, &read.query)?,
        })
    }
}

#[derive(Deserialize)]
struct Read {
    edge: Edge,
    query: Json,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::user_defined::tests::fields;
    use crate::entities::{COMPANY, TICKET};

    fn query(body: Json) -> Query {
        Query::from_json(&TICKET, Surface::Autotask, &body).unwrap()
    }

    #[test]
    fn a_token_carries_its_query() {
        for edge in [Edge::After(725), Edge::Before(0)] {
            let token = PagingToken {
                edge,
                query: query(json!({"MaxRecords": 2, "IncludeFields": ["title"], "Filter": [
                    {"op": "contains", "field": "title", "value": "Straße & \"ü\" ?#"},
                    {"op": "in", "field": "queueID", "value": [5, 6]},
                ]})),
            };
            let text = token.encode();
            assert!(
                text.bytes()
                    .all(|letter| letter.is_ascii_alphanumeric() || b"-_".contains(&letter))
            );
            assert_eq!(
                PagingToken::decode(&TICKET, &UserDefinedFields::default(), &text),
                Ok(token)
            );
        }
    }

    #[test]
    fn a_token_carries_conditions_and_names_of_user_defined_fields() {
        let fields = fields(&TICKET);
        let body = json!({"IncludeFields": ["id", "Tier"], "Filter": [
            {"op": "in", "field": "Tier", "value": ["Gold", "T"], "udf": true},
        ]});
        let query = Query::read(&TICKET, Surface::Autotask, &fields, &body).unwrap();
        let token = PagingToken {
            edge: Edge::After(7),
            query,
        };
        let text = token.encode();
        assert_eq!(PagingToken::decode(&TICKET, &fields, &text), Ok(token));
        assert!(PagingToken::decode(&TICKET, &UserDefinedFields::default(), &text).is_err());
    }

    #[test]
    fn the_largest_query_still_fits_an_address() {
        let condition = |number: i64| json!({"op": "eq", "field": "lastTrackedModificationDateTime", "value": format!("2030-01-01T00:{:02}:{:02}Z", number / 60 % 60, number % 60)});
        let token = PagingToken {
            edge: Edge::After(1),
            query: query(json!({"filter": [{"op": "or", "items": (0..500).map(condition).collect::<Vec<_>>()}]})),
        };
        assert!(token.encode().len() < 8_000);
    }

    #[test]
    fn what_is_no_token_of_this_entity_is_refused() {
        let bomb = URL_SAFE_NO_PAD.encode(miniz_oxide::deflate::compress_to_vec(&vec![b' '; 8 << 20], PRESSURE));
        for text in ["", "{}", "AAAA", "é", bomb.as_str()] {
            assert_eq!(
                PagingToken::decode(&TICKET, &UserDefinedFields::default(), text),
                Err(PagingError::Foreign),
                "{}",
                text.len()
            );
        }
        let token = PagingToken {
            edge: Edge::After(1),
            query: query(json!({"filter": [{"op": "eq", "field": "queueID", "value": 5}]})),
        };
        assert!(matches!(
            PagingToken::decode(&COMPANY, &UserDefinedFields::default(), &token.encode()),
            Err(PagingError::Query(_))
        ));
    }
}
