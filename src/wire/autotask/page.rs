//! A page of rows, with the addresses of its neighbours.

use serde::{Deserialize, Serialize};

/// One page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Page<T> {
    /// The rows, by ascending id.
    pub items: Vec<T>,
    /// Where it lies. All four keys are always there.
    pub page_details: PageDetails,
}

/// Where a page lies among all rows of its query.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PageDetails {
    /// How many rows this page has.
    pub count: usize,
    /// How many were asked for.
    pub request_count: usize,
    /// The page before, as an absolute address; null on the first one.
    pub prev_page_url: Option<String>,
    /// The page behind, as an absolute address; null on the last one.
    pub next_page_url: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_single_page_names_both_neighbours_as_null() {
        let page = Page {
            items: vec![json!({"id": 1234, "title": "Printer offline"})],
            page_details: PageDetails {
                count: 1,
                request_count: 500,
                prev_page_url: None,
                next_page_url: None,
            },
        };
        assert_eq!(
            serde_json::to_string(&page).unwrap(),
            r#"{"items":[{"id":1234,"title":"Printer offline"}],"pageDetails":{"count":1,"requestCount":500,"prevPageUrl":null,"nextPageUrl":null}}"#
        );
    }
}
