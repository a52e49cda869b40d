//! How much the program behind an API credential may ask for. Nothing is limited unless an administrator says so.

use super::logged;
use super::logins::api_user_named;
use crate::domain::Person;
use crate::server::operations::{OperationError, Operations};
use rusqlite::Row;
use serde_json::{Value as Json, json};
use std::num::NonZeroU32;

/// How much may be asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Thresholds {
    /// Requests in an hour.
    pub hourly: Option<NonZeroU32>,
    /// Requests to one entity at the same time.
    pub at_once: Option<NonZeroU32>,
    /// Whether answers come later, the more of the hour's allowance is used.
    pub is_delayed: bool,
}

/// The columns that [`Thresholds::read`] reads.
pub(super) const COLUMNS: &str = "hourly_limit, limit_at_once, is_delayed";

/// What is to be changed of [`Thresholds`]: what is `None` stays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ThresholdChange {
    /// Requests in an hour; `Some(None)` lifts the limit.
    pub hourly: Option<Option<NonZeroU32>>,
    /// Requests to one entity at the same time; `Some(None)` lifts the limit.
    pub at_once: Option<Option<NonZeroU32>>,
    /// Whether answers come later.
    pub is_delayed: Option<bool>,
}

impl Thresholds {
    /// Reads the [`COLUMNS`], the first of which is that one.
    pub(super) fn read(row: &Row<'_>, first: usize) -> rusqlite::Result<Self> {
        let limit = |column| Ok::<_, rusqlite::Error>(row.get::<_, Option<u32>>(column)?.and_then(NonZeroU32::new));
        Ok(Self {
            hourly: limit(first)?,
            at_once: limit(first + 1)?,
            is_delayed: row.get(first + 2)?,
        })
    }

    fn changed(self, change: ThresholdChange) -> Self {
        Self {
            hourly: change.hourly.unwrap_or(self.hourly),
            at_once: change.at_once.unwrap_or(self.at_once),
            is_delayed: change.is_delayed.unwrap_or(self.is_delayed),
        }
    }

    fn described(self) -> Json {
        json!({"hourly": self.hourly, "atOnce": self.at_once, "isDelayed": self.is_delayed})
    }
}

impl Operations {
    /// Limits what the program behind a credential may ask for, or lifts a limit; says what holds from now on.
    ///
    /// # Errors
    /// `not_found` where no API user has that name.
    pub async fn limit_credential(
        &self,
        user_name: String,
        change: ThresholdChange,
    ) -> Result<Thresholds, OperationError> {
        let by = self.host_user();
        self.write(move |writing| {
            let (resource, _) = api_user_named(writing, &user_name)?.ok_or(OperationError::NotFound)?;
            let select = format!("SELECT {COLUMNS} FROM api_credential WHERE resource_id = ?1");
            let before = writing.query_row(&select, [resource.0], |row| Thresholds::read(row, 0))?;
            let after = before.changed(change);
            if after != before {
                writing.execute(
                    "UPDATE api_credential SET hourly_limit = ?2, limit_at_once = ?3, is_delayed = ?4
                     WHERE resource_id = ?1",
                    (
                        resource.0,
                        after.hourly.map(NonZeroU32::get),
                        after.at_once.map(NonZeroU32::get),
                        after.is_delayed,
                    ),
                )?;
                let kept = (before.described(), after.described());
                logged::changed(writing, &by, "limit_credential", Person::Resource(resource), kept)?;
            }
            Ok(after)
        })
        .await
    }
}
