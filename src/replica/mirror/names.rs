//! The names of the copy as the typed filter needs them.

use crate::base::{Clock, Date, Timestamp};
use crate::domain::{Actor, Person, Side, Status};
use crate::entities::UserDefinedFields;
use crate::query::typed::{List, Name, Names};
use crate::records::directory::{Directory, KnownPerson};
use chrono::{DateTime, Local, TimeZone, Utc};
use std::sync::Arc;

/// More names than anybody looks through.
const MANY: usize = 500;

/// What typed words mean to this person: the directory, who they are, and the clock and zone of this machine.
#[derive(Clone)]
pub struct TypedNames {
    directory: Arc<Directory>,
    actor: Actor,
    clock: Arc<dyn Clock>,
}

impl TypedNames {
    /// The names of a directory, for this person.
    #[must_use]
    pub fn new(directory: Arc<Directory>, actor: Actor, clock: Arc<dyn Clock>) -> Self {
        Self {
            directory,
            actor,
            clock,
        }
    }

    /// Every name of a list.
    fn all(&self, list: List) -> Box<dyn Iterator<Item = Name> + '_> {
        let person = |known: &KnownPerson| plain(known.person.number(), &known.name);
        match list {
            List::Companies => Box::new(
                self.directory
                    .companies
                    .iter()
                    .map(|known| plain(known.id.0, &known.name)),
            ),
            List::Contacts => Box::new(self.directory.contacts.iter().map(person)),
            List::Resources => Box::new(self.directory.resources.iter().map(person)),
            List::Statuses(side) => Box::new(self.directory.statuses.of(side).map(status)),
            List::Queues(side) => Box::new(
                (self.directory.queues.iter().filter(move |known| known.side == side))
                    .map(|known| plain(known.id.0, &known.name)),
            ),
            List::RequestTypes => {
                Box::new((self.directory.request_types.iter()).map(|known| plain(known.id.0, &known.name)))
            }
        }
    }
}

fn plain(id: i64, label: &str) -> Name {
    Name {
        id,
        label: label.to_owned(),
        kind: None,
    }
}

fn status(status: &Status) -> Name {
    Name {
        id: status.id.0,
        label: status.label.clone(),
        kind: Some(status.kind),
    }
}

impl Names for TypedNames {
    fn side(&self) -> Side {
        self.actor.side()
    }

    fn me(&self) -> i64 {
        match self.actor.person {
            Person::Resource(resource) => resource.0,
            Person::Contact(contact) => contact.0,
        }
    }

    fn now(&self) -> Timestamp {
        self.clock.now()
    }

    fn today(&self) -> Date {
        Date(self.now().to_chrono().with_timezone(&Local).date_naive())
    }

    fn start_of(&self, day: Date) -> Timestamp {
        let midnight = day.0.and_time(chrono::NaiveTime::MIN);
        // Where clocks skip midnight, the day begins an hour later; UTC's midnight is near enough.
        let start: Option<DateTime<Local>> = Local.from_local_datetime(&midnight).earliest();
        start.map_or_else(|| day.midnight(), |start| Timestamp::from(start.with_timezone(&Utc)))
    }

    fn find(&self, list: List, text: &str) -> Vec<Name> {
        self.all(list)
            .filter(|name| Name::is_meant(&name.label, text))
            .take(MANY)
            .collect()
    }

    fn user_defined(&self) -> &UserDefinedFields {
        &self.directory.user_defined
    }

    fn label(&self, list: List, id: i64) -> Option<String> {
        self.all(list).find(|name| name.id == id).map(|name| name.label)
    }
}
