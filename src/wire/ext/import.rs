//! Bringing another desk's records over (`POST /tandem/v1/import`).

use crate::base::Timestamp;
use crate::domain::Priority;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;
use uuid::Uuid;

/// One batch, carried out in one transaction.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ImportBatch {
    /// The name of where the records come from; with a row's number and digest it names the row for good.
    pub source: String,
    /// Whether to write, or only to say what would happen.
    pub mode: ImportMode,
    /// The run of the import that this batch is part of. Rows of one run count in their order. A row that comes in a
    /// later run, with an earlier event than the last one known, is told in the history and undoes nothing. Without it
    /// each batch is a run of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub run: Option<Uuid>,
    /// The rows, those of one ticket in their order.
    pub rows: Vec<ImportRow>,
}

/// Whether a batch is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ImportMode {
    /// Write it.
    Write,
    /// Check it and say what would happen.
    DryRun,
}

/// The state of one ticket after one event of the other desk. What is `None` keeps the last known value.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", default)]
pub struct ImportRow {
    /// The line of the file, for messages.
    pub line: u64,
    /// The ticket's number at the other desk.
    pub number: String,
    /// A digest of the row; the same source, number and digest is never written twice.
    pub digest: String,
    /// When this event happened.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub at: Option<Timestamp>,
    /// Who caused it, as the other desk calls them; the history keeps the name.
    pub by: Option<String>,
    /// When the ticket was opened.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub opened_at: Option<Timestamp>,
    /// When it was resolved; counts once the status is complete.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub resolved_at: Option<Timestamp>,
    /// When it was closed; counts once the status is complete.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub closed_at: Option<Timestamp>,
    /// The company's name; made where it is missing.
    pub company: Option<String>,
    /// The caller's name at the other desk; made as a contact where missing.
    pub contact: Option<String>,
    /// The title; the number stands in where the other desk has none.
    pub title: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// The thing concerned.
    pub item: Option<String>,
    /// The queue's name; made where missing. No queue ever known: `Imported`.
    pub queue: Option<String>,
    /// The name of the person in charge; made as an inactive resource where missing.
    pub assignee: Option<String>,
    /// The request type's name; made where missing.
    pub request_type: Option<String>,
    /// The label of the Autotask status that the ticket has here.
    pub status: Option<String>,
    /// What the other desk calls that status, for the history.
    pub status_there: Option<String>,
    /// A priority's picklist value.
    #[schema(value_type = Option<i64>)]
    pub priority: Option<Priority>,
    /// How often the ticket was given to another group, by the other desk's count.
    pub reassignments: Option<i64>,
    /// How often it was reopened, by the other desk's count.
    pub reopenings: Option<i64>,
    /// Whether the service level agreement was met.
    pub met_agreement: Option<bool>,
    /// What else the other desk keeps and the history should tell, by its label.
    pub others: BTreeMap<String, String>,
}

/// The answer to a batch.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ImportAnswer {
    /// Rows that were (or would be) written.
    pub added: u64,
    /// Rows that were there already.
    pub already_there: u64,
    /// The numbers, at the other desk, of the tickets that were (or would be) made.
    pub created: Vec<String>,
    /// What else was (or would be) made because rows name it.
    #[serde(default)]
    pub made: ImportMade,
    /// Rows that can't be taken, by line, with the reason.
    pub refused: Vec<ImportRefusal>,
}

/// What rows name and nobody knew here, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", default)]
pub struct ImportMade {
    /// Companies.
    pub companies: BTreeSet<String>,
    /// Contacts, with their companies.
    pub contacts: BTreeSet<String>,
    /// Resources, who can't sign in.
    pub resources: BTreeSet<String>,
    /// Queues.
    pub queues: BTreeSet<String>,
    /// Request types.
    pub request_types: BTreeSet<String>,
}

impl ImportMade {
    /// Adds what another batch made.
    pub fn extend(&mut self, other: Self) {
        self.companies.extend(other.companies);
        self.contacts.extend(other.contacts);
        self.resources.extend(other.resources);
        self.queues.extend(other.queues);
        self.request_types.extend(other.request_types);
    }
}

/// A row that can't be taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ImportRefusal {
    /// The line of the file.
    pub line: u64,
    /// The field.
    pub field: String,
    /// What is wrong, and what would be right.
    pub message: String,
}
