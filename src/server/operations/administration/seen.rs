//! Whether somebody who writes a whole document saw it as it is.

use crate::records::administration::seeing::{Seeing, seen};
use crate::server::operations::OperationError;
use serde::Serialize;
use serde_json::{Value as Json, json};

/// Refuses a document whose writer saw another state than the present one.
///
/// # Errors
/// `stale`, with the document as it is now and its `seen`.
pub fn check<T: Serialize>(wanted: &Seeing<T>, present: &T) -> Result<(), OperationError> {
    let now = seen(present);
    match &wanted.seen {
        Some(saw) if *saw != now => {
            let mut current = json!(present);
            if let Json::Object(fields) = &mut current {
                fields.insert("seen".to_owned(), now.into());
            }
            Err(OperationError::ChangedMeanwhile {
                current: Box::new(current),
            })
        }
        _ => Ok(()),
    }
}
