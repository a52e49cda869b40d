//! The bodies of changes and of their answers.

use crate::base::Timestamp;
use crate::domain::outcome::CarryOver;
use crate::domain::{Act, Change, Seen};
use crate::entities::{
    Entity, Row, TICKET, TICKET_ATTACHMENT, TICKET_CHECKLIST_ITEM, TICKET_HISTORY, TICKET_NOTE, TIME_ENTRY,
};
use serde::{Deserialize, Serialize};

/// The body of a write, without the act's own fields, which lie beside these. The ticket stands in the path, the act
/// at its end, the key in `Idempotency-Key`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ChangeBody {
    /// The fields that the person saw, with their values.
    #[serde(default)]
    pub seen: Seen,
    /// When the person asked, by their own clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written_at: Option<Timestamp>,
    /// The act; its name, in `do`, is left out on the wire.
    #[serde(flatten)]
    pub act: Act,
}

impl ChangeBody {
    /// The path below `/tandem/v1/` and the body of a change.
    ///
    /// # Errors
    /// Never for the acts that exist; kept as an error because serialisation is fallible.
    pub fn encode(change: &Change) -> Result<(String, serde_json::Value), serde_json::Error> {
        let path = match change.act {
            Act::Create(_) => "tickets".to_owned(),
            _ => format!("tickets/{}/{}", change.ticket, change.act.name()),
        };
        let body = Self {
            seen: change.seen.clone(),
            written_at: Some(change.written_at),
            act: change.act.clone(),
        };
        let mut value = serde_json::to_value(body)?;
        if let Some(fields) = value.as_object_mut() {
            fields.remove("do");
        }
        Ok((path, value))
    }

    /// The body of a request to the route of the act that is called `act`.
    ///
    /// # Errors
    /// No such act, or fields that don't fit it.
    pub fn decode(act: &str, mut body: serde_json::Value) -> Result<Self, serde_json::Error> {
        if let Some(fields) = body.as_object_mut() {
            fields.insert("do".to_owned(), act.into());
        }
        serde_json::from_value(body)
    }
}

/// The answer to a write: everything that it wrote, as it is now.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Settled {
    /// The ticket afterwards.
    pub ticket: Row,
    /// For a status: how it affected the other side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub carry_over: Option<CarryOver>,
    /// Notes that were added.
    pub notes: Vec<Row>,
    /// Time that was added.
    pub time_entries: Vec<Row>,
    /// History that was added, as far as this person may read it.
    pub history: Vec<Row>,
    /// Files that were attached.
    pub attachments: Vec<Row>,
    /// Items of the checklist that were ticked or unticked.
    pub checklist_items: Vec<Row>,
}

impl Settled {
    /// Reads the answer of a server.
    ///
    /// # Errors
    /// Not an answer to a write.
    pub fn decode(mut body: serde_json::Value) -> Result<Self, serde_json::Error> {
        let mut take = |name: &str| body.get_mut(name).map(serde_json::Value::take).unwrap_or_default();
        let ticket = Row::from_json(&TICKET, take("ticket"))?;
        let carry_over = serde_json::from_value(take("carryOver"))?;
        Ok(Self {
            ticket,
            carry_over,
            notes: rows(&TICKET_NOTE, take("notes"))?,
            time_entries: rows(&TIME_ENTRY, take("timeEntries"))?,
            history: rows(&TICKET_HISTORY, take("history"))?,
            attachments: rows(&TICKET_ATTACHMENT, take("attachments"))?,
            checklist_items: rows(&TICKET_CHECKLIST_ITEM, take("checklistItems"))?,
        })
    }
}

fn rows(entity: &'static Entity, list: serde_json::Value) -> Result<Vec<Row>, serde_json::Error> {
    let list: Option<Vec<serde_json::Value>> = serde_json::from_value(list)?;
    list.unwrap_or_default()
        .into_iter()
        .map(|row| Row::from_json(entity, row))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::ids::{ChangeId, StatusId, TicketId};
    use crate::domain::creation::NewTicket;

    fn change(act: Act) -> Change {
        let at = Timestamp::from_millis(1_763_632_800_000);
        Change {
            id: ChangeId(uuid::Uuid::nil()),
            ticket: TicketId(7),
            seen: Seen::new(),
            act,
            written_at: at,
        }
    }

    #[test]
    fn a_change_survives_the_wire() {
        let new = serde_json::from_value::<NewTicket>(serde_json::json!({"companyID": 4, "title": "Printer"})).unwrap();
        let acts = [
            Act::Create(Box::new(new)),
            Act::SetStatus { status: StatusId(8) },
            Act::Edit(Box::default()),
            Act::AddNote {
                audience: crate::domain::note::Audience::Internal,
                title: String::new(),
                text: "x".into(),
            },
            Act::Reopen,
            Act::RemoveSecondary {
                resource: crate::base::ids::ResourceId(3),
            },
        ];
        for act in acts {
            let (path, body) = ChangeBody::encode(&change(act.clone())).unwrap();
            assert_eq!(body.get("do"), None);
            let name = path
                .rsplit('/')
                .next()
                .filter(|name| *name != "tickets")
                .unwrap_or("create");
            assert_eq!(name, act.name());
            assert_eq!(ChangeBody::decode(name, body).unwrap().act, act);
        }
    }
}
