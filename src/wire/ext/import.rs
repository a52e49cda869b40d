//! Bringing another desk's records over (`POST /tandem/v1/import`).

pub mod portable;

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
    /// What stands in the fields of records that name other records.
    #[serde(default)]
    pub references: References,
    /// The rows, those of one ticket in their order.
    #[serde(default)]
    pub rows: Vec<ImportRow>,
    /// Records that are taken whole: companies, people and the like before the rows, parts of tickets after them.
    #[serde(default)]
    pub records: Vec<ImportRecord>,
}

/// How records name one another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum References {
    /// By what people call them; companies, people, queues and request types that nobody knows are made.
    #[default]
    Names,
    /// By the keys of this source's records. One that hasn't come yet is filled in when it comes.
    Keys,
}

/// A record of the other desk that becomes a row of an entity. It is known by source, entity and key; where it comes
/// again with other values, they replace those that came before.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", default)]
pub struct ImportRecord {
    /// The line of the file, for messages.
    pub line: u64,
    /// The entity in the singular: `Company`, `Contact`, `TicketNote`.
    pub entity: String,
    /// What the other desk knows it by; without one it is known by its digest, companies and people by their names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// A digest of the values; the same source, entity, key and digest is never written twice.
    pub digest: String,
    /// Values by the names of the entity's fields, as text; moments with their offset, picklists by label or value. What
    /// is left out is empty. `name` stands for a person's first and last name.
    pub values: BTreeMap<String, String>,
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
    /// Further fields of the ticket by their names, as in [`ImportRecord`].
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, String>,
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
    /// Records that were (or would be) written, by entity.
    #[serde(default)]
    pub records: BTreeMap<String, u64>,
    /// Records that were there already.
    #[serde(default)]
    pub records_there: u64,
    /// References of this source's records that wait for a record which hasn't come yet.
    #[serde(default)]
    pub awaited: u64,
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
    /// User-defined fields, with their entities.
    pub user_defined_fields: BTreeSet<String>,
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
