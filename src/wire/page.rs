//! A page of rows under `/tandem/v1/`, paged by key.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// One page. `next` goes into the next request's `after`; null on the last page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Page<T> {
    /// The rows, in the order that was asked for.
    pub items: Vec<T>,
    /// Where the next page begins; opaque to clients.
    #[serde(default)]
    pub next: Option<String>,
}

/// The answer of `/query/count`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Count {
    /// How many rows the filter selects.
    pub query_count: u64,
}
