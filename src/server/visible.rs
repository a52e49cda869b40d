//! Who sees what (domain 2.7, D-39, D-41): the one place that decides it, for every query, count, search, export and
//! for the feed. A reader's view of an entity is a filter, for tickets' parts also one of the ticket.

mod fields;
mod mask;

pub use fields::{check, hides};
pub use mask::{all_masked, masked, sources};

use super::reader::Reader;
use crate::domain::note::Readers;
use crate::domain::permission::{Action, Permission, permission};
use crate::domain::{Actor, Person, Side};
use crate::entities::{
    ATTACHMENT_INFO, COMPANY, COMPANY_LOCATION, CONFIGURATION_ITEM, CONTACT, Entity, NOTIFICATION, QUEUE, REQUEST_TYPE,
    RESOURCE, Row, STATUS, TICKET, TICKET_ATTACHMENT, TICKET_CHARGE, TICKET_CHECKLIST_ITEM, TICKET_HISTORY,
    TICKET_NOTE, TICKET_SECONDARY_RESOURCE, TIME_ENTRY, USER_DEFINED_FIELD_DEFINITION, USER_DEFINED_FIELD_LIST_ITEM,
    WEBHOOK_ENTITIES, holds_files,
};
use crate::query::sql::{self, Sql};
use crate::query::{Comparison, Filter, FilterError, Test, WordColumn};
use crate::records::administration::portal::ShownTime;

/// What a reader sees of an entity: the rows that one of its views shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Visible(Vec<View>);

/// Rows by their own fields and, for parts of tickets, by those of the ticket.
#[derive(Clone, Debug, PartialEq)]
struct View {
    rows: Filter,
    tickets: Tickets,
}

/// Whose rows are seen, where they are parts of tickets.
#[derive(Clone, Debug, PartialEq)]
enum Tickets {
    /// No matter whose.
    Any,
    /// Those of these tickets.
    Of(Filter),
    /// Those of these tickets, and those of none.
    OfOrNone(Filter),
}

/// What this reader sees of this entity.
///
/// # Errors
/// Never for entities that exist; kept as an error because filters are checked.
pub fn of(reader: &Reader, entity: &'static Entity) -> Result<Visible, FilterError> {
    let whole = |rows| {
        let tickets = Tickets::Any;
        Ok(Visible(vec![View { rows, tickets }]))
    };
    let part = |rows| {
        let tickets = Tickets::Of(tickets(reader)?);
        Ok(Visible(vec![View { rows, tickets }]))
    };
    let provider = reader.side() == Side::Autotask;
    match entity {
        entity if entity.financial && !reads_finances(reader) => whole(Filter::none(entity)),
        entity if WEBHOOK_ENTITIES.contains(&entity) && !sees_webhooks(reader) => whole(Filter::none(entity)),
        entity if *entity == TICKET => whole(tickets(reader)?),
        entity if *entity == TICKET_NOTE => part(said_to(reader, entity)?),
        entity if is_attached(entity) => attached(reader, entity),
        entity if *entity == TICKET_HISTORY => {
            let words = ["public", reader.side().word()];
            part(Filter::one_of(&TICKET_HISTORY, "audience", words)?)
        }
        entity if *entity == TIME_ENTRY && reader.level.works_tickets() => {
            let mut visible = part(Filter::eq(&TIME_ENTRY, "side", reader.side().word())?)?;
            visible.0.extend(providers_time(reader)?);
            Ok(visible)
        }
        entity if OF_PROVIDER.contains(&entity) && provider => part(Filter::all(entity)),
        entity if *entity == NOTIFICATION => Ok(Visible(vec![notifications(reader)?])),
        entity if *entity == COMPANY => whole(companies(reader)?),
        entity if *entity == STATUS => whole(Filter::all(&STATUS)),
        entity if provider => whole(Filter::all(entity)),
        entity => whole(of_client(reader, entity)?),
    }
}

/// Whether rows of an entity are attachments.
fn is_attached(entity: &Entity) -> bool {
    holds_files(entity) || *entity == ATTACHMENT_INFO
}

/// Rows that say who reads them, as far as this reader is among those.
fn said_to(reader: &Actor, entity: &'static Entity) -> Result<Filter, FilterError> {
    let words = note_readers(reader).map(Readers::word);
    Filter::one_of(entity, "audience", words)
}

/// Attachments for whoever is among their readers. One of the provider's time is shown to a client's people only where
/// all of that time is: which of it is billed its row doesn't say.
fn attached(reader: &Reader, entity: &'static Entity) -> Result<Visible, FilterError> {
    let rows = said_to(reader, entity)?;
    let tickets = tickets(reader)?;
    if reader.side() == Side::Autotask {
        let tickets = Tickets::Of(tickets);
        return Ok(Visible(vec![View { rows, tickets }]));
    }
    let on_none = Filter::condition(entity, "timeEntryID", Test::NotExist)?;
    let mut views = vec![View {
        rows: rows.clone().and(on_none),
        tickets: Tickets::Of(tickets.clone()),
    }];
    if reader.level.works_tickets() && reader.time == ShownTime::Worked {
        let tickets = Tickets::Of(shared(tickets)?);
        let on_one = Filter::condition(entity, "timeEntryID", Test::Exist)?;
        let rows = rows.and(on_one);
        views.push(View { rows, tickets });
    }
    Ok(Visible(views))
}

/// Of these tickets those that both sides have a part in.
fn shared(tickets: Filter) -> Result<Filter, FilterError> {
    Ok(tickets.and(Filter::eq(&TICKET, "isShared", true)?))
}

/// Parts of tickets that are the Autotask side's alone.
const OF_PROVIDER: [&Entity; 3] = [&TICKET_SECONDARY_RESOURCE, &TICKET_CHECKLIST_ITEM, &TICKET_CHARGE];

/// The companies that somebody sees: a client's people their own and the provider.
///
/// # Errors
/// As [`of`].
pub fn companies(reader: &Actor) -> Result<Filter, FilterError> {
    match reader.side() {
        Side::Autotask => Ok(Filter::all(&COMPANY)),
        Side::Taskfire => Filter::one_of(&COMPANY, "id", [0, reader.company.0]),
    }
}

/// Whether somebody is given prices and what was billed as rows: of the provider's people those who may read what is
/// billed (2.7). Clients' people have reports (TF-20).
pub fn reads_finances(reader: &Actor) -> bool {
    let may = permission(reader.level, Action::ViewFinancialReports) == Permission::Yes;
    may && reader.side() == Side::Autotask
}

/// Whether somebody sees what is sent where: addresses tell of other systems, and some carry keys of theirs.
fn sees_webhooks(reader: &Actor) -> bool {
    permission(reader.level, Action::ConfigureInstance) == Permission::Yes
}

/// What those who work tickets at a client see of the provider's time on shared tickets (CPX-12).
fn providers_time(reader: &Reader) -> Result<Option<View>, FilterError> {
    let rows = Filter::eq(&TIME_ENTRY, "side", Side::Autotask.word())?;
    let rows = match reader.time {
        ShownTime::Nothing => return Ok(None),
        ShownTime::Worked => rows,
        ShownTime::Billed => {
            let unknown = Filter::condition(&TIME_ENTRY, "isNonBillable", Test::NotExist)?;
            rows.and(unknown.or(Filter::eq(&TIME_ENTRY, "isNonBillable", false)?))
        }
    };
    let tickets = Tickets::Of(shared(tickets(reader)?)?);
    Ok(Some(View { rows, tickets }))
}

/// A person's own notifications; not those of tickets that are hidden from them since.
fn notifications(reader: &Reader) -> Result<View, FilterError> {
    let kind = Filter::eq(&NOTIFICATION, "personKind", kind_word(reader.person))?;
    let rows = kind.and(Filter::eq(&NOTIFICATION, "personID", reader.person.number())?);
    let tickets = since(reader)?.map_or(Tickets::Any, Tickets::OfOrNone);
    Ok(View { rows, tickets })
}

/// The tickets that are not too old for this reader (CPX-14); none where none is.
fn since(reader: &Reader) -> Result<Option<Filter>, FilterError> {
    let since = reader.since.map(|since| {
        let comparison = Comparison::GreaterOrEqual;
        Filter::compare(&TICKET, "createDate", comparison, since)
    });
    since.transpose()
}

/// What a client's people see of what is not a ticket: their own company's, and the provider's names. Contracts, prices
/// and what was billed they see in reports alone (TF-20).
fn of_client(reader: &Reader, entity: &'static Entity) -> Result<Filter, FilterError> {
    let company = reader.company.0;
    match entity {
        entity if [&CONTACT, &COMPANY_LOCATION, &CONFIGURATION_ITEM].contains(&entity) => {
            Filter::eq(entity, "companyID", company)
        }
        entity if *entity == RESOURCE => Ok(Filter::all(&RESOURCE)),
        entity if *entity == USER_DEFINED_FIELD_DEFINITION => Filter::one_of(entity, "id", reader.user_defined()),
        entity if *entity == USER_DEFINED_FIELD_LIST_ITEM => {
            Filter::one_of(entity, "udfFieldId", reader.user_defined())
        }
        entity if *entity == QUEUE || *entity == REQUEST_TYPE => {
            let providers = Filter::condition(entity, "companyID", Test::NotExist)?;
            Ok(providers.or(Filter::eq(entity, "companyID", company)?))
        }
        entity => Ok(Filter::none(entity)),
    }
}

/// The tickets that a reader sees: never a client's own to the provider (D-41), never another client's (CP-01), none
/// that is older than the client's settings say (CPX-14).
fn tickets(reader: &Reader) -> Result<Filter, FilterError> {
    let own = || Filter::eq(&TICKET, "companyID", reader.company.0);
    let tickets = match permission(reader.level, Action::ViewAllTicketsOfOwnCompany) {
        Permission::IfSharedOrProvider => Filter::condition(&TICKET, "status", Test::Exist)?,
        Permission::Yes => own()?,
        _ => match reader.person {
            Person::Contact(contact) => own()?.and(Filter::eq(&TICKET, "contactID", contact.0)?),
            Person::Resource(_) => Filter::none(&TICKET),
        },
    };
    Ok(match since(reader)? {
        Some(since) => tickets.and(since),
        None => tickets,
    })
}

/// Whose notes a reader may read.
fn note_readers(reader: &Actor) -> impl Iterator<Item = Readers> {
    let level = reader.level;
    [Readers::Public, Readers::Autotask, Readers::Taskfire]
        .into_iter()
        .filter(move |readers| readers.include(level))
}

/// In which columns of the word table a reader searches: those that they may read.
#[must_use]
pub fn searched(reader: &Actor) -> Vec<WordColumn> {
    let notes = note_readers(reader).map(|readers| match readers {
        Readers::Public => WordColumn::Public,
        Readers::Autotask => WordColumn::Autotask,
        Readers::Taskfire => WordColumn::Taskfire,
    });
    std::iter::once(WordColumn::Base).chain(notes).collect()
}

/// The fields of an entity whose values decide who sees a row or how much of everything a person sees.
#[must_use]
pub fn deciding_fields(entity: &Entity) -> &'static [&'static str] {
    match entity {
        entity if *entity == TICKET => &["status", "companyID", "contactID", "isShared", "createDate"],
        entity if [&TICKET_NOTE, &TICKET_HISTORY, &TICKET_ATTACHMENT].contains(&entity) => &["audience", "ticketID"],
        entity if *entity == TIME_ENTRY => &["side", "ticketID", "isNonBillable"],
        entity if OF_PROVIDER.contains(&entity) => &["ticketID"],
        entity if *entity == NOTIFICATION => &["personKind", "personID", "ticketID"],
        entity if *entity == CONTACT => &["companyID", "securityLevel"],
        entity if *entity == RESOURCE => &["securityLevel"],
        entity if [&QUEUE, &REQUEST_TYPE, &CONFIGURATION_ITEM, &COMPANY_LOCATION].contains(&entity) => &["companyID"],
        _ => &[],
    }
}

/// Whether the fields that decide who sees a ticket differ.
#[must_use]
pub fn changes_readers(before: &Row, after: &Row) -> bool {
    let differs = |name: &str| match name {
        // Which status doesn't matter, only whether there is one.
        "status" => before.get(name).is_null() != after.get(name).is_null(),
        name => before.get(name) != after.get(name),
    };
    deciding_fields(after.entity()).iter().any(|name| differs(name))
}

impl Visible {
    /// As a condition on the entity's table.
    #[must_use]
    pub fn condition(&self) -> Sql {
        let conditions = self.0.iter().map(View::condition);
        let either = conditions.reduce(|mut left, right| {
            left.text = format!("({}) OR ({})", left.text, right.text);
            left.parameters.extend(right.parameters);
            left
        });
        either.unwrap_or_else(|| Sql {
            text: "0".to_owned(),
            parameters: Vec::new(),
        })
    }

    /// Whether it takes a row's ticket to say whether the row is seen.
    #[must_use]
    pub fn needs_ticket(&self) -> bool {
        self.0.iter().any(|view| view.tickets != Tickets::Any)
    }

    /// Whether a row is seen, given its ticket where it is a part of one.
    #[must_use]
    pub fn shows(&self, row: &Row, ticket: Option<&Row>) -> bool {
        self.0.iter().any(|view| view.shows(row, ticket))
    }
}

impl View {
    fn condition(&self) -> Sql {
        let mut condition = sql::condition(&self.rows, &[]);
        let table = self.rows.entity().table;
        let (tickets, or_none) = match &self.tickets {
            Tickets::Any => return condition,
            Tickets::Of(tickets) => (tickets, String::new()),
            Tickets::OfOrNone(tickets) => (tickets, format!("{table}.ticket_id IS NULL OR ")),
        };
        let tickets = sql::condition(tickets, &[]);
        condition.text = format!(
            "{} AND ({or_none}EXISTS (SELECT 1 FROM ticket WHERE ticket.id = {table}.ticket_id AND {}))",
            condition.text, tickets.text
        );
        condition.parameters.extend(tickets.parameters);
        condition
    }

    fn shows(&self, row: &Row, ticket: Option<&Row>) -> bool {
        let seen = |filter: &Filter, row: &Row| filter.matches(row, &Vec::new);
        let through = match &self.tickets {
            Tickets::Any => true,
            Tickets::Of(tickets) => ticket.is_some_and(|ticket| seen(tickets, ticket)),
            Tickets::OfOrNone(tickets) => {
                row.get("ticketID").is_null() || ticket.is_some_and(|ticket| seen(tickets, ticket))
            }
        };
        through && seen(&self.rows, row)
    }
}

/// The word for whether somebody is a resource or a contact.
#[must_use]
pub fn kind_word(person: Person) -> &'static str {
    match person {
        Person::Resource(_) => "resource",
        Person::Contact(_) => "contact",
    }
}
