//! The webhooks that say what happens, with the fields that each is about.

use super::owner;
use crate::domain::Person;
use crate::entities::{
    Entity, Row, TICKET, TICKET_NOTE, TICKET_NOTE_WEBHOOK, TICKET_NOTE_WEBHOOK_EXCLUDED_RESOURCE,
    TICKET_NOTE_WEBHOOK_FIELD, TICKET_WEBHOOK, TICKET_WEBHOOK_EXCLUDED_RESOURCE, TICKET_WEBHOOK_FIELD,
    TICKET_WEBHOOK_UDF_FIELD, watched_field,
};
use crate::query::Filter;
use crate::server::reader::Reader;
use crate::server::store::{Author, StoreError, Writing, rows, webhook_queue};
use crate::wire::autotask::callout::Action;
use std::collections::BTreeSet;

/// What belongs to the webhooks of an entity.
pub struct Family {
    /// What they watch.
    pub watched: &'static Entity,
    /// The webhooks.
    pub webhooks: &'static Entity,
    /// Their fields.
    pub fields: &'static Entity,
    /// Their user-defined fields.
    pub user_defined: Option<&'static Entity>,
    /// Of whom they say nothing.
    pub excluded: &'static Entity,
}

/// All webhooks there are.
pub const FAMILIES: [Family; 2] = [
    Family {
        watched: &TICKET,
        webhooks: &TICKET_WEBHOOK,
        fields: &TICKET_WEBHOOK_FIELD,
        user_defined: Some(&TICKET_WEBHOOK_UDF_FIELD),
        excluded: &TICKET_WEBHOOK_EXCLUDED_RESOURCE,
    },
    Family {
        watched: &TICKET_NOTE,
        webhooks: &TICKET_NOTE_WEBHOOK,
        fields: &TICKET_NOTE_WEBHOOK_FIELD,
        user_defined: None,
        excluded: &TICKET_NOTE_WEBHOOK_EXCLUDED_RESOURCE,
    },
];

/// A webhook that says what happens.
pub struct Listener {
    /// What it watches.
    pub watched: &'static Entity,
    /// The webhook.
    pub row: Row,
    /// Whoever it says it to: it says what they see.
    pub reader: Reader,
    /// The fields whose change it says.
    pub subscribed: Fields,
    /// The fields that it always tells.
    pub always: Fields,
    excluded: BTreeSet<i64>,
}

/// Fields of an entity, and user-defined ones.
#[derive(Debug, Default)]
pub struct Fields {
    /// By their names.
    pub names: BTreeSet<&'static str>,
    /// By the ids of their definitions.
    pub user_defined: BTreeSet<i64>,
}

impl Family {
    /// What belongs to each webhook, and goes with it.
    pub fn parts(&self) -> impl Iterator<Item = &'static Entity> {
        [Some(self.fields), self.user_defined, Some(self.excluded)]
            .into_iter()
            .flatten()
    }
}

/// The webhooks that are switched on, have a field to say something about, and an owner who sees anything.
///
/// # Errors
/// The database's.
pub fn live(writing: &Writing<'_>) -> Result<Vec<Listener>, StoreError> {
    let mut listeners = Vec::new();
    for family in &FAMILIES {
        let active = Filter::eq(family.webhooks, "isActive", true)?;
        for row in rows::find(writing, &active.and(Filter::eq(family.webhooks, "isReady", true)?))? {
            match owner(writing, &row)? {
                Some(owner) => {
                    let reader = Reader::of(writing, &owner, writing.at())?;
                    listeners.push(listener(writing, family, row, reader)?);
                }
                // Whoever sends switches it off.
                None => webhook_queue::signal(writing)?,
            }
        }
    }
    Ok(listeners)
}

fn listener(writing: &Writing<'_>, family: &Family, row: Row, reader: Reader) -> Result<Listener, StoreError> {
    let of_it = |entity| rows::find(writing, &Filter::eq(entity, "webhookID", row.id())?);
    let (mut subscribed, mut always) = (Fields::default(), Fields::default());
    for field in of_it(family.fields)? {
        let name = field.integer("fieldID").and_then(|id| watched_field(family.fields, id));
        if let (Some(name), Some(true)) = (name, field.boolean("isSubscribedField")) {
            subscribed.names.insert(name);
        }
        if let (Some(name), Some(true)) = (name, field.boolean("isDisplayAlwaysField")) {
            always.names.insert(name);
        }
    }
    for field in family.user_defined.map(of_it).transpose()?.into_iter().flatten() {
        let id = field.integer("udfFieldId").unwrap_or_default();
        if field.boolean("isSubscribedField") == Some(true) {
            subscribed.user_defined.insert(id);
        }
        if field.boolean("isDisplayAlwaysField") == Some(true) {
            always.user_defined.insert(id);
        }
    }
    let excluded = of_it(family.excluded)?;
    let excluded = excluded.iter().filter_map(|row| row.integer("resourceID")).collect();
    Ok(Listener {
        watched: family.watched,
        row,
        reader,
        subscribed,
        always,
        excluded,
    })
}

impl Listener {
    /// Whether it says that this happened.
    pub fn says(&self, action: Action) -> bool {
        let flag = match action {
            Action::Create => "isSubscribedToCreateEvents",
            Action::Update => "isSubscribedToUpdateEvents",
            Action::Delete => "isSubscribedToDeleteEvents",
            Action::Deactivated => return false,
        };
        self.row.boolean(flag) == Some(true)
    }

    /// Whether it says nothing of what this person does, or has done in their name.
    pub fn excludes(&self, author: Option<Author>) -> bool {
        let Some(author) = author else {
            return false;
        };
        let is_excluded = |id: i64| self.excluded.contains(&id);
        let person = matches!(author.person, Person::Resource(resource) if is_excluded(resource.0));
        person || author.impersonator.is_some_and(|resource| is_excluded(resource.0))
    }
}
