//! The small answers: one row, one id, what went wrong. A count is [`crate::wire::page::Count`].

use serde::{Deserialize, Serialize};

/// The answer to a read of one row: null where it is absent, or not this reader's to see.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item<T> {
    /// The row.
    pub item: Option<T>,
}

/// The answer to a write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ItemId {
    /// The row's id.
    pub item_id: i64,
}

/// The body of every error but two: a wrong verb says so in [`WrongVerb`], a missing credential says nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Errors {
    /// What is wrong, a sentence each.
    pub errors: Vec<String>,
}

impl Errors {
    /// A single error.
    #[must_use]
    pub fn one(text: impl Into<String>) -> Self {
        Self {
            errors: vec![text.into()],
        }
    }
}

/// The body of 405.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct WrongVerb {
    /// Which method is not taken here.
    pub message: String,
}

impl WrongVerb {
    /// For an HTTP method.
    #[must_use]
    pub fn new(method: &str) -> Self {
        Self {
            message: format!("The requested resource does not support http method '{method}'."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::page::Count;
    use serde_json::{Value, json};

    #[test]
    fn answers_have_autotasks_names() {
        for (answer, expected) in [
            (json!(Item::<Value> { item: None }), json!({"item": null})),
            (json!(ItemId { item_id: 1234 }), json!({"itemId": 1234})),
            (json!(Count { query_count: 3 }), json!({"queryCount": 3})),
            (json!(Errors::one("no")), json!({"errors": ["no"]})),
            (
                json!(WrongVerb::new("DELETE")),
                json!({"Message": "The requested resource does not support http method 'DELETE'."}),
            ),
        ] {
            assert_eq!(answer, expected);
        }
    }
}
