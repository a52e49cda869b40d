//! What clients' people are given in another form than it is kept (`visible::masked`): the provider's people by the
//! names that the portal settings say (CPX-13), the provider's time as far as they say (CPX-12).

use super::reader::{Names, Reader};
use crate::domain::Side;
use crate::domain::history::Event;
use crate::entities::{
    ATTACHMENT_INFO, Entity, NOTIFICATION, RESOURCE, Row, TICKET, TICKET_ATTACHMENT, TICKET_HISTORY, TICKET_NOTE,
    TICKET_NOTE_ATTACHMENT, TIME_ENTRY, TIME_ENTRY_ATTACHMENT, Value,
};
use crate::records::administration::portal::ShownTime;
use crate::records::time_entry::{hours, minutes};
use serde_json::Value as Json;

/// What clients' people are given of the provider's time, besides when exactly it was where hours worked are shown.
const TIME_CARD: [&str; 11] = [
    "id",
    "ticketID",
    "timeEntryType",
    "createDateTime",
    "dateWorked",
    "resourceID",
    "authorName",
    "side",
    "summaryNotes",
    "minutes",
    "hoursWorked",
];
/// What is signed by whoever wrote it.
const SIGNED: [&Entity; 6] = [
    &TICKET_NOTE,
    &TIME_ENTRY,
    &TICKET_ATTACHMENT,
    &TICKET_NOTE_ATTACHMENT,
    &TIME_ENTRY_ATTACHMENT,
    &ATTACHMENT_INFO,
];
const EXACT_TIMES: [&str; 2] = ["startDateTime", "endDateTime"];

/// Whether this reader is given a field of an entity in another form than it is kept, in some rows.
#[must_use]
pub fn changes(reader: &Reader, entity: &Entity, field: &str) -> bool {
    changes_name(&reader.names, entity, field) || (*entity == TIME_ENTRY && changes_time(reader.time, field))
}

fn changes_name(names: &Names, entity: &Entity, field: &str) -> bool {
    if *names == Names::Full {
        return false;
    }
    match entity {
        entity if *entity == RESOURCE => {
            field == "lastName" || (field == "firstName" && matches!(names, Names::Provider(_)))
        }
        entity if *entity == TICKET => field == "createdByName",
        entity if SIGNED.contains(&entity) => field == "authorName",
        entity if *entity == TICKET_HISTORY => ["authorName", "before", "after", "detail"].contains(&field),
        entity if *entity == NOTIFICATION => field == "parameters",
        _ => false,
    }
}

fn changes_time(shown: ShownTime, field: &str) -> bool {
    match shown {
        ShownTime::Nothing => false,
        ShownTime::Worked => !TIME_CARD.contains(&field) && !EXACT_TIMES.contains(&field),
        ShownTime::Billed => !TIME_CARD.contains(&field) || field == "minutes" || field == "hoursWorked",
    }
}

/// The fields of an entity that say in which form others are given.
#[must_use]
pub fn sources(entity: &Entity) -> &'static [&'static str] {
    match entity {
        entity if *entity == TICKET => &["createdByContactID"],
        entity if *entity == TIME_ENTRY => &["side", "hoursToBill", "minutes"],
        entity if SIGNED.contains(&entity) => &["side"],
        entity if *entity == TICKET_HISTORY => &["authorContactID", "side", "event", "before", "after"],
        _ => &[],
    }
}

/// Puts the row into the form in which this reader is given it.
pub fn disguise(reader: &Reader, row: &mut Row) {
    if reader.side() == Side::Autotask {
        return;
    }
    if *row.entity() == TIME_ENTRY && is_the_providers(row) {
        show_time(reader.time, row);
    }
    if reader.names != Names::Full {
        name_people(&reader.names, row);
    }
}

fn show_time(shown: ShownTime, row: &mut Row) {
    if shown == ShownTime::Billed {
        let billed = row.decimal("hoursToBill").and_then(minutes);
        let billed = billed.or_else(|| row.integer("minutes")).unwrap_or_default();
        row.set("minutes", billed);
        row.set("hoursWorked", hours(billed));
    }
    for field in row.entity().fields() {
        let is_exact = shown == ShownTime::Worked && EXACT_TIMES.contains(&field.name);
        if !TIME_CARD.contains(&field.name) && !is_exact {
            row.put(field, Value::Null);
        }
    }
}

fn name_people(names: &Names, row: &mut Row) {
    match row.entity() {
        entity if *entity == RESOURCE => {
            if let Names::Provider(provider) = names {
                row.set("firstName", provider.as_str());
            }
            row.set("lastName", "");
        }
        entity if *entity == TICKET && row.get("createdByContactID").is_null() => rename(names, row, "createdByName"),
        entity if SIGNED.contains(&entity) && is_the_providers(row) => {
            rename(names, row, "authorName");
        }
        entity if *entity == TICKET_HISTORY => name_in_history(names, row),
        entity if *entity == NOTIFICATION => name_in_notification(names, row),
        _ => {}
    }
}

/// Whether a note or an entry of time is by one of the provider's people.
fn is_the_providers(row: &Row) -> bool {
    row.text("side") == Some(Side::Autotask.word())
}

fn rename(names: &Names, row: &mut Row, field: &str) {
    let said = row.text(field).map(|name| names.said(name).to_owned());
    if let Some(said) = said {
        row.set(field, said);
    }
}

/// A line of history names who did it, and may say who was or became in charge, or helps.
fn name_in_history(names: &Names, row: &mut Row) {
    if row.get("authorContactID").is_null() {
        rename(names, row, "authorName");
    }
    let names_resources = [Event::Assigned, Event::SecondaryAdded, Event::SecondaryRemoved];
    let event = row.text("event").and_then(Event::from_word);
    if !is_the_providers(row) || !event.is_some_and(|event| names_resources.contains(&event)) {
        return;
    }
    let mut detail = row.text("detail").unwrap_or_default().to_owned();
    for field in ["before", "after"] {
        if let Some(name) = row.text(field).filter(|name| !name.is_empty()) {
            detail = detail.replace(name, names.said(name));
        }
        rename(names, row, field);
    }
    row.set("detail", detail);
}

/// A notification names who did it. One that doesn't say whose person that is, is taken for the provider's.
fn name_in_notification(names: &Names, row: &mut Row) {
    let text = row.text("parameters").unwrap_or_default();
    let Ok(Json::Object(mut parameters)) = serde_json::from_str(text) else {
        return;
    };
    if parameters.get("actorSide").and_then(Json::as_str) == Some(Side::Taskfire.word()) {
        return;
    }
    let Some(Json::String(actor)) = parameters.get_mut("actor") else {
        return;
    };
    *actor = names.said(actor).to_owned();
    row.set("parameters", Json::Object(parameters).to_string());
}
