//! What a desk consists of besides people and tickets: companies, queues, request types. Made by the demo desk, by
//! import and by tests; their routes come later.

use super::{OperationError, Operations};
use crate::base::ids::{CompanyId, ContactId, QueueId, RequestTypeId};
use crate::domain::{Refusal, Side};
use crate::entities::{COMPANY, QUEUE, REQUEST_TYPE, Row};
use crate::sentences::Wording;
use crate::server::store::{Writing, rows};

/// `companyType` Customer.
const CUSTOMER: i64 = 1;
/// The most characters of a name.
const LONGEST_NAME: usize = 100;

impl Operations {
    /// Makes a client company.
    ///
    /// # Errors
    /// A blank name.
    pub async fn create_company(&self, name: String) -> Result<CompanyId, OperationError> {
        self.write(move |writing| insert_company(writing, &name)).await
    }

    /// Makes a queue of a side; one of the Taskfire side belongs to a company.
    ///
    /// # Errors
    /// A blank name.
    pub async fn create_queue(
        &self,
        name: String,
        side: Side,
        company: Option<CompanyId>,
    ) -> Result<QueueId, OperationError> {
        self.write(move |writing| insert_queue(writing, &name, side, company))
            .await
    }

    /// Makes a request type: the provider's, or a client's own.
    ///
    /// # Errors
    /// A blank name.
    pub async fn create_request_type(
        &self,
        name: String,
        queue: Option<QueueId>,
        company: Option<CompanyId>,
    ) -> Result<RequestTypeId, OperationError> {
        self.write(move |writing| insert_request_type(writing, &name, queue, company))
            .await
    }

    /// Makes a sub-issue type: what a request type of the provider's is divided into.
    ///
    /// # Errors
    /// A blank name, or no such request type of the provider's.
    pub async fn create_sub_issue_type(
        &self,
        name: String,
        request_type: RequestTypeId,
    ) -> Result<i64, OperationError> {
        self.write(move |writing| insert_sub_issue_type(writing, &name, request_type))
            .await
    }

    /// Sets a client's own settings for a request type: its queue, and who gets its tickets (TF-44).
    ///
    /// # Errors
    /// The database's.
    pub async fn set_request_type(
        &self,
        company: CompanyId,
        request_type: RequestTypeId,
        queue: Option<QueueId>,
        assignee: Option<ContactId>,
    ) -> Result<(), OperationError> {
        self.write(move |writing| {
            writing.execute(
                "INSERT OR REPLACE INTO request_type_setting (company_id, request_type_id, queue_id, assignee_contact_id)
                 VALUES (?1, ?2, ?3, ?4)",
                (
                    company.0,
                    request_type.0,
                    queue.map(|queue| queue.0),
                    assignee.map(|assignee| assignee.0),
                ),
            )?;
            Ok(())
        })
        .await
    }
}

/// Makes a sub-issue type inside a write.
///
/// # Errors
/// A blank name, or no such request type of the provider's.
fn insert_sub_issue_type(
    writing: &Writing<'_>,
    name: &str,
    request_type: RequestTypeId,
) -> Result<i64, OperationError> {
    let name = named(name, "name")?;
    let parent = rows::get(writing, &REQUEST_TYPE, request_type.0)?;
    if parent.is_none_or(|parent| parent.integer("companyID").is_some()) {
        return Err(Refusal::NotUsable { field: "issueType" }.into());
    }
    let mut statement = writing.prepare_cached(
        "INSERT INTO picklist_value (field, value, label, parent)
         VALUES ('subIssueType', (SELECT coalesce(max(value), 0) + 1 FROM picklist_value WHERE field = 'subIssueType'), ?1, ?2)
         RETURNING value",
    )?;
    Ok(statement.query_row((name, request_type.0), |row| row.get(0))?)
}

/// Makes a client company inside a write.
///
/// # Errors
/// A blank name.
pub fn insert_company(writing: &Writing<'_>, name: &str) -> Result<CompanyId, OperationError> {
    let mut row = Row::new(&COMPANY);
    row.set("companyName", named(name, "companyName")?);
    row.set("companyType", CUSTOMER);
    row.set("phone", "");
    row.set("isActive", true);
    row.set("isTaskFireActive", false);
    row.set("isClientPortalActive", true);
    row.set("createDate", writing.at());
    Ok(CompanyId(writing.insert(&mut row)?))
}

/// Makes a queue inside a write.
///
/// # Errors
/// A blank name.
pub fn insert_queue(
    writing: &Writing<'_>,
    name: &str,
    side: Side,
    company: Option<CompanyId>,
) -> Result<QueueId, OperationError> {
    let mut row = Row::new(&QUEUE);
    row.set("name", named(name, "name")?);
    row.set("side", side.word());
    row.set("companyID", company.map(|company| company.0));
    row.set("isActive", true);
    row.set("isDefault", false);
    Ok(QueueId(writing.insert(&mut row)?))
}

/// Makes a request type inside a write.
///
/// # Errors
/// A blank name.
pub fn insert_request_type(
    writing: &Writing<'_>,
    name: &str,
    queue: Option<QueueId>,
    company: Option<CompanyId>,
) -> Result<RequestTypeId, OperationError> {
    let mut row = Row::new(&REQUEST_TYPE);
    row.set("name", named(name, "name")?);
    row.set("companyID", company.map(|company| company.0));
    row.set("queueID", queue.map(|queue| queue.0));
    row.set("isActive", true);
    Ok(RequestTypeId(writing.insert(&mut row)?))
}

fn named<'a>(name: &'a str, field: &str) -> Result<&'a str, OperationError> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        return Err(OperationError::field(
            field,
            Wording::of("unfit-name").with("limit", LONGEST_NAME),
        ));
    }
    Ok(name)
}
