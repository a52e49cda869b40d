//! The agreement: read, published, accepted. Accepting stores the acknowledgement and switches Taskfire on, both or
//! neither (TF-09 to TF-13, D-15).

use super::{Asker, Done, audit, features, require, visible_company};
use crate::base::ids::CompanyId;
use crate::base::{Date, Timestamp};
use crate::domain::agreement::{Acceptance as Accepted, Standing, accept as check};
use crate::domain::permission::Action;
use crate::domain::{Actor, Person, Refusal};
use crate::entities::Row;
use crate::records::administration::setup::{Acceptance, Acknowledgement, AcknowledgementLine, Agreement, Enabled};
use crate::sentences::Wording;
use crate::server::operations::{OperationError, Operations, taskfire};
use crate::server::store::agreements::{self, ENGLISH, Text};
use crate::server::store::{StoreError, Writing, seed};
use rusqlite::Connection;
use serde_json::json;

impl Operations {
    /// The agreement that is to be accepted now, in that language, in English where it lacks it.
    ///
    /// # Errors
    /// `forbidden` for all but the provider's administrators.
    pub async fn agreement(&self, reader: Actor, language: String) -> Result<Agreement, OperationError> {
        let now = self.now();
        self.read(move |connection| {
            require(&reader, Action::EnableOrDisableTaskfire)?;
            let version = newest(connection, now)?;
            agreement(connection, version, &language)
        })
        .await
    }

    /// Publishes the next version: its texts, English among them. A version that is there with the same texts stays.
    ///
    /// # Errors
    /// A version that is there with another text, or that is not the next one; no English text.
    pub async fn publish_agreement(&self, version: u32, texts: Vec<Text>) -> Result<(), OperationError> {
        let by = self.host_user();
        self.write(move |writing| publish(writing, &by, version, &texts)).await
    }

    /// A client's acknowledgements, the newest first.
    ///
    /// # Errors
    /// `forbidden`, `not_found`.
    pub async fn acknowledgements(
        &self,
        reader: Actor,
        company: CompanyId,
    ) -> Result<Vec<Acknowledgement>, OperationError> {
        self.read(move |connection| {
            require(&reader, Action::EnableOrDisableTaskfire)?;
            visible_company(connection, &reader, company)?;
            Ok(acknowledgements(connection, company)?)
        })
        .await
    }
}

/// Accepts the agreement for a client inside a write: stores the acknowledgement and switches Taskfire on.
///
/// # Errors
/// As [`crate::domain::agreement::accept`]; `not_found`.
pub fn accept(
    writing: &Writing<'_>,
    asker: &Asker,
    company: CompanyId,
    wanted: &Acceptance,
) -> Result<Done, OperationError> {
    let row = visible_company(writing, &asker.actor, company)?;
    let standing = Standing {
        newest: newest(writing, writing.at())?,
        is_feature_active: features::can_enable_taskfire(writing)?,
        is_enabled: row.boolean("isTaskFireActive") == Some(true),
    };
    let accepted = Accepted {
        version: wanted.version,
        terms_accepted: wanted.terms_accepted,
        is_entitled: wanted.is_entitled,
    };
    check(asker.actor.level, accepted, standing)?;
    let agreement = agreement(writing, wanted.version, &wanted.language)?;
    let acknowledgement = keep(writing, &asker.actor, &row, &agreement)?;
    let before = taskfire::described(&row);
    let made_queue = taskfire::enable(writing, company)?;
    let after = visible_company(writing, &asker.actor, company)?;
    let enabled = Enabled {
        company,
        is_taskfire_active: true,
        acknowledgement,
        language: agreement.language,
        digest: agreement.digest,
    };
    Ok(Done {
        answer: Some(json!(enabled)),
        company: Some(company),
        subject: row.text("companyName").unwrap_or_default().to_owned(),
        before,
        after: json!({
            "state": taskfire::described(&after),
            "madeQueue": made_queue,
            "acknowledgement": enabled.acknowledgement,
            "language": enabled.language,
            "digest": enabled.digest,
        }),
    })
}

/// Writes down what was accepted, by whom, when, as it is now.
fn keep(
    writing: &Writing<'_>,
    actor: &Actor,
    company: &Row,
    agreement: &Agreement,
) -> Result<AcknowledgementLine, OperationError> {
    let Person::Resource(resource) = actor.person else {
        return Err(Refusal::Forbidden.into());
    };
    writing.execute(
        "INSERT INTO acknowledgement (company_id, company_name, version, language, published, text, digest,
           resource_id, resource_name, at, time_zone, boxes)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        (
            company.id(),
            company.text("companyName").unwrap_or_default(),
            agreement.version,
            &agreement.language,
            &agreement.published,
            &agreement.text,
            &agreement.digest,
            resource.0,
            &actor.name,
            writing.at().millis(),
            seed::instance(writing, writing.at())?.zone.to_string(),
            agreement.boxes.join("\n"),
        ),
    )?;
    Ok(AcknowledgementLine {
        id: writing.last_insert_rowid(),
        version: agreement.version,
        resource_name: actor.name.clone(),
        at: writing.at(),
    })
}

/// Publishes a version inside a write.
fn publish(writing: &Writing<'_>, by: &str, version: u32, texts: &[Text]) -> Result<(), OperationError> {
    if !texts.iter().any(|text| text.language == ENGLISH) {
        return Err(OperationError::field(
            "language",
            Wording::of("agreement-needs-english"),
        ));
    }
    if let Some(other) = texts.iter().find(|text| text.published != texts[0].published) {
        let (first, other) = (&texts[0], other);
        return Err(OperationError::field(
            "published",
            Wording::of("agreement-two-days")
                .with("first", &first.language)
                .with("firstDay", first.published)
                .with("other", &other.language)
                .with("otherDay", other.published),
        ));
    }
    let last = agreements::last(writing)?;
    if version > last + 1 {
        let next = last + 1;
        return Err(OperationError::field(
            "version",
            Wording::of("agreement-not-next")
                .with("next", next)
                .with("version", version),
        ));
    }
    if version == last + 1 {
        for text in texts {
            agreements::insert(writing, version, text)?;
        }
        return audit::append_local(writing, by, "publish_agreement", &published(version, texts));
    }
    let is_there = |text: &Text| -> Result<bool, StoreError> {
        let known = agreements::text(writing, version, &text.language)?;
        Ok(known.as_ref() == Some(text))
    };
    for text in texts {
        if !is_there(text)? {
            let next = last + 1;
            let language = &text.language;
            return Err(OperationError::field(
                "version",
                Wording::of("agreement-other-text")
                    .with("version", version)
                    .with("language", language)
                    .with("next", next),
            ));
        }
    }
    Ok(())
}

/// What the log keeps of a version: which texts it is, by their digests.
fn published(version: u32, texts: &[Text]) -> Done {
    Done {
        company: None,
        subject: version.to_string(),
        before: json!(null),
        after: agreements::logged(texts),
        answer: None,
    }
}

/// The version to be accepted at that moment, by the provider's day.
///
/// # Errors
/// The database's.
pub fn newest(connection: &Connection, at: Timestamp) -> Result<u32, StoreError> {
    let today: Date = seed::instance(connection, at)?.zone.date(at);
    agreements::newest(connection, today)
}

fn agreement(connection: &Connection, version: u32, language: &str) -> Result<Agreement, OperationError> {
    let text = agreements::text(connection, version, language)?.ok_or(OperationError::NotFound)?;
    Ok(Agreement {
        version,
        digest: text.digest(),
        language: text.language,
        published: text.published.to_string(),
        text: text.text,
        boxes: text.boxes,
    })
}

/// A client's acknowledgements, the newest first.
fn acknowledgements(connection: &Connection, company: CompanyId) -> Result<Vec<Acknowledgement>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, company_name, version, language, published, text, digest, resource_id, resource_name, at, time_zone,
           boxes
         FROM acknowledgement WHERE company_id = ?1 ORDER BY id DESC",
    )?;
    let rows = statement.query_map([company.0], |row| {
        Ok(Acknowledgement {
            id: row.get(0)?,
            company,
            company_name: row.get(1)?,
            agreement: Agreement {
                version: row.get(2)?,
                language: row.get(3)?,
                published: row.get(4)?,
                text: row.get(5)?,
                boxes: agreements::boxes_of(&row.get::<_, String>(11)?).unwrap_or_default(),
                digest: row.get(6)?,
            },
            resource: row.get(7)?,
            resource_name: row.get(8)?,
            at: Timestamp::from_millis(row.get(9)?),
            time_zone: row.get(10)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
