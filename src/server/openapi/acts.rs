//! What can be done to a ticket, as routes and their bodies. The acts themselves are `domain::Act`.

use super::described::{nullable, of as named};
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::{RefOr, Schema};

/// An act with the fields of its body.
pub struct DescribedAct {
    /// Its name, which ends its address.
    pub name: &'static str,
    /// What it does.
    pub summary: &'static str,
    fields: &'static [Part],
}

/// A field of an act's body.
struct Part {
    name: &'static str,
    kind: PartKind,
    required: bool,
}

/// What a field of an act's body holds.
#[derive(Clone, Copy)]
enum PartKind {
    /// A whole number: an id, a picklist's value, minutes.
    Integer,
    /// A text.
    Text,
    /// A moment.
    DateTime,
    /// A day.
    Date,
    /// A person: `{"resource": 7}` or `{"contact": 7}`.
    Person,
    /// `public` or `internal`.
    Audience,
    /// A contract that is made with the request.
    NewContract,
    /// True or false.
    Truth,
}

const fn must(name: &'static str, kind: PartKind) -> Part {
    Part {
        name,
        kind,
        required: true,
    }
}

const fn may(name: &'static str, kind: PartKind) -> Part {
    Part {
        name,
        kind,
        required: false,
    }
}

const fn act(name: &'static str, summary: &'static str, fields: &'static [Part]) -> DescribedAct {
    DescribedAct { name, summary, fields }
}

use PartKind::{Audience, Date, DateTime, Integer, NewContract, Person, Text, Truth};

/// Creation, which has an address of its own.
pub const CREATE: &str = "create";

/// Every act.
pub static ACTS: &[DescribedAct] = &[
    act(
        CREATE,
        "Create a ticket",
        &[
            must("companyID", Integer),
            may("contactID", Integer),
            must("title", Text),
            may("description", Text),
            may("issueType", Integer),
            may("queueID", Integer),
            may("priority", Integer),
            may("dueDateTime", DateTime),
            may("item", Text),
            may("configurationItemID", Integer),
            may("contractID", Integer),
            may("newContract", NewContract),
            may("assignee", Person),
            may("status", Integer),
            may("source", Integer),
        ],
    ),
    act(
        "edit",
        "Change common fields; null clears one, an absent one stays",
        &[
            may("companyID", Integer),
            may("title", Text),
            may("description", Text),
            may("resolution", Text),
            may("issueType", Integer),
            may("item", Text),
            may("contactID", Integer),
            may("dueDateTime", DateTime),
            may("configurationItemID", Integer),
            may("contractID", Integer),
        ],
    ),
    act(
        "assign",
        "Give the own side's part to a person; null to nobody",
        &[may("assignee", Person)],
    ),
    act("status", "Set the own side's status", &[must("status", Integer)]),
    act("priority", "Set the own side's priority", &[must("priority", Integer)]),
    act(
        "queue",
        "Put it into another queue of the own side",
        &[must("queue", Integer)],
    ),
    act(
        "note",
        "Add to the conversation",
        &[must("audience", Audience), may("title", Text), must("text", Text)],
    ),
    act(
        "time",
        "Log time of the own side",
        &[
            must("workedOn", Date),
            may("startedAt", DateTime),
            must("minutes", Integer),
            may("summary", Text),
            may("internalNotes", Text),
        ],
    ),
    act("escalate", "Hand it to the provider", &[may("reason", Text)]),
    act("transfer", "Hand it to the client", &[may("reason", Text)]),
    act(
        "decline",
        "Send an escalation back before work has begun",
        &[must("reason", Text)],
    ),
    act(
        "recall",
        "Take an escalation back before work has begun",
        &[may("reason", Text)],
    ),
    act(
        "complete",
        "Complete the own side, with a resolution",
        &[may("resolution", Text)],
    ),
    act("reopen", "Take a completed ticket back into work", &[]),
    act(
        "add-secondary",
        "Add a resource who helps the assignee",
        &[must("resource", Integer)],
    ),
    act(
        "remove-secondary",
        "Remove a resource who helps",
        &[must("resource", Integer)],
    ),
    act(
        "attach",
        "Attach a file that was sent before, piece by piece",
        &[
            must("audience", Audience),
            must("name", Text),
            must("size", Integer),
            must("digest", Text),
        ],
    ),
    act(
        "tick",
        "Tick an item of the checklist, or untick it",
        &[must("item", Integer), must("isCompleted", Truth)],
    ),
];

impl DescribedAct {
    /// The name of its body's schema: `AddSecondaryBody`.
    pub fn schema_name(&self) -> String {
        let capital = |word: &str| {
            let mut letters = word.chars();
            let first = letters.next().map(|letter| letter.to_ascii_uppercase());
            first.into_iter().chain(letters).collect::<String>()
        };
        let words: String = self.name.split('-').map(capital).collect();
        format!("{words}Body")
    }

    /// The schema of its body: its own fields beside what every change carries.
    pub fn body(&self) -> Schema {
        let seen = ObjectBuilder::new().schema_type(Type::Object).description(Some(
            "The ticket's fields that the person saw; stale only if one of them differs now.",
        ));
        let mut object = ObjectBuilder::new()
            .property("seen", Schema::Object(seen.build()))
            .property(
                "writtenAt",
                nullable(Type::String, "When the person asked, by their own clock."),
            );
        for part in self.fields {
            object = object.property(part.name, part.kind.schema());
            if part.required {
                object = object.required(part.name);
            }
        }
        Schema::Object(object.build())
    }
}

impl PartKind {
    fn schema(self) -> RefOr<Schema> {
        let of = |kind: Type| ObjectBuilder::new().schema_type(kind);
        let known = |format: KnownFormat| of(Type::String).format(Some(SchemaFormat::KnownFormat(format)));
        let object = match self {
            NewContract => return named("NewContract"),
            Integer => of(Type::Integer),
            Text => of(Type::String),
            Truth => of(Type::Boolean),
            DateTime => known(KnownFormat::DateTime),
            Date => known(KnownFormat::Date),
            Person => of(Type::Object).description(Some("{\"resource\": 7} or {\"contact\": 7}")),
            Audience => of(Type::String).enum_values(Some(["public", "internal"])),
        };
        RefOr::T(Schema::Object(object.build()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::ids::{ChecklistItemId, QueueId, ResourceId, StatusId};
    use crate::base::{Date, Timestamp};
    use crate::domain::{Act, Person, Priority, note};
    use crate::wire::ext::change::ChangeBody;
    use serde_json::{Value as Json, json};
    use std::collections::BTreeSet;

    /// One of each, every field filled.
    fn filled() -> Vec<Act> {
        let reason = || "why".to_owned();
        let resource = ResourceId(3);
        let from = |json: Json| serde_json::from_value(json).unwrap();
        let moment = "2026-11-20T09:00:00Z";
        let create = json!({"do": "create", "companyID": 4, "contactID": 5, "title": "t", "description": "d",
            "issueType": 1, "queueID": 5, "priority": 2, "dueDateTime": moment, "item": "i", "configurationItemID": 8, "contractID": 9, "newContract": {"form": "per_request"},
            "assignee": {"resource": 3}, "status": 1, "source": 2});
        let edit = json!({"do": "edit", "companyID": 4, "contactID": 5, "title": "t", "description": "d",
            "resolution": "r", "issueType": 1, "dueDateTime": moment, "item": "i", "configurationItemID": 8, "contractID": 9});
        vec![
            from(create),
            from(edit),
            Act::Assign {
                assignee: Some(Person::Resource(resource)),
            },
            Act::SetStatus { status: StatusId(8) },
            Act::SetPriority {
                priority: Priority::HIGH,
            },
            Act::Move { queue: QueueId(5) },
            Act::AddNote {
                audience: note::Audience::Public,
                title: reason(),
                text: reason(),
            },
            Act::LogTime {
                worked_on: Date::parse("2026-11-20").unwrap(),
                started_at: Some(Timestamp::parse(moment).unwrap()),
                minutes: 5,
                summary: reason(),
                internal_notes: reason(),
            },
            Act::Escalate { reason: reason() },
            Act::Transfer { reason: reason() },
            Act::Decline { reason: reason() },
            Act::Recall { reason: reason() },
            Act::Complete { resolution: reason() },
            Act::Reopen,
            Act::AddSecondary { resource },
            Act::RemoveSecondary { resource },
            Act::Attach {
                audience: note::Audience::Internal,
                name: reason(),
                size: 3,
                digest: reason(),
            },
            Act::Tick {
                item: ChecklistItemId(7),
                is_completed: true,
            },
        ]
    }

    #[test]
    fn the_described_acts_are_those_that_exist_with_their_fields() {
        let acts = filled();
        assert_eq!(
            acts.iter().map(Act::name).collect::<Vec<_>>(),
            ACTS.iter().map(|act| act.name).collect::<Vec<_>>()
        );
        for (act, described) in acts.iter().zip(ACTS) {
            let Json::Object(fields) = serde_json::to_value(act).unwrap() else {
                panic!("an object")
            };
            let names: BTreeSet<_> = fields.keys().map(String::as_str).filter(|name| *name != "do").collect();
            let parts: BTreeSet<_> = described.fields.iter().map(|part| part.name).collect();
            assert_eq!(names, parts, "{}", described.name);
            for part in described.fields.iter() {
                let mut without = fields.clone();
                without.remove(part.name);
                let decoded = ChangeBody::decode(described.name, Json::Object(without));
                assert_eq!(
                    decoded.is_err(),
                    part.required,
                    "{} without {}",
                    described.name,
                    part.name
                );
            }
        }
    }
}
