//! Names of people, companies, queues and the like, from the server: what typed filters and arguments mean, and what
//! ids are called. Only the lists that are asked for are fetched.

use super::connection::Connection;
use super::context::Context;
use super::failure::{Ended, Exit, Failure};
use crate::base::{Date, Timestamp, fold};
use crate::domain::{Side, StatusKind};
use crate::entities::{
    COMPANY, CONTACT, QUEUE, REQUEST_TYPE, RESOURCE, Row, STATUS, TICKET, USER_DEFINED_FIELD_DEFINITION,
    USER_DEFINED_FIELD_LIST_ITEM, UserDefinedFields,
};
use crate::query::typed::{self, List, Name, Names};
use crate::query::{Filter, FilterError};
use std::cell::RefCell;
use std::collections::HashMap;

/// How many names of a list a typed filter sees at most.
const MOST: usize = 500;
/// How many lists one filter can name: two sides' statuses and queues, three kinds of people and companies, types.
const LISTS: usize = 9;

/// What stands before the name of a user-defined field.
const USER_DEFINED: &str = "udf:";

/// The lists that were fetched, and what a filter asked for besides.
pub struct KnownNames {
    side: Side,
    me: i64,
    now: Timestamp,
    lists: HashMap<List, Vec<Name>>,
    missing: RefCell<Vec<List>>,
    user_defined: UserDefinedFields,
}

impl KnownNames {
    /// Nothing fetched yet.
    #[must_use]
    pub fn new(connection: &Connection, now: Timestamp) -> Self {
        Self {
            side: connection.side(),
            me: connection.me().person.number(),
            now,
            lists: HashMap::new(),
            missing: RefCell::default(),
            user_defined: UserDefinedFields::default(),
        }
    }

    /// Fetches lists that are not there yet.
    ///
    /// # Errors
    /// The server's.
    pub async fn fetch(&mut self, connection: &Connection, lists: &[List]) -> Ended {
        for list in lists {
            if !self.lists.contains_key(list) {
                let filter = of(*list).map_err(|error| Failure::of(&error))?;
                let rows = connection.all(filter).await?;
                self.lists
                    .insert(*list, rows.iter().map(|row| name(*list, row)).collect());
            }
        }
        Ok(())
    }

    /// What a person typed as a filter.
    ///
    /// # Errors
    /// The place where it can't be understood, with what would be right there.
    pub async fn filter(&mut self, connection: &Connection, text: &str) -> Ended<Filter> {
        if text.to_ascii_lowercase().contains(USER_DEFINED) {
            let definitions = connection.all(Filter::all(&USER_DEFINED_FIELD_DEFINITION)).await?;
            let items = connection.all(Filter::all(&USER_DEFINED_FIELD_LIST_ITEM)).await?;
            self.user_defined = UserDefinedFields::of(&TICKET, &definitions, &items);
        }
        // Reading says which lists it needs; each round brings those of the last.
        for _ in 0..=LISTS {
            let read = typed::parse(text, self);
            let missing = self.missing.take();
            if missing.is_empty() {
                return read.map_err(|error| Failure::new(Exit::Usage, explain(connection, text, &error)));
            }
            self.fetch(connection, &missing).await?;
        }
        Err(Failure::new(
            Exit::Failed,
            connection.say("filter-names-without-end", &[("filter", text.into())]),
        ))
    }

    /// The one row that a name means.
    ///
    /// # Errors
    /// None, or several; the sentence says which there are.
    pub async fn one(&mut self, context: &Context<'_>, connection: &Connection, list: List, text: &str) -> Ended<i64> {
        self.fetch(connection, &[list]).await?;
        let all = self.lists.get(&list).map(Vec::as_slice).unwrap_or_default();
        Ok(meant(context, all, |name| &name.label, text)?.id)
    }

    /// What an id is called; its number where the list doesn't have it.
    #[must_use]
    pub fn called(&self, list: List, id: Option<i64>) -> Option<String> {
        let id = id?;
        let known = self
            .lists
            .get(&list)
            .and_then(|names| names.iter().find(|name| name.id == id));
        Some(known.map_or_else(|| format!("#{id}"), |name| name.label.clone()))
    }
}

impl Names for KnownNames {
    fn side(&self) -> Side {
        self.side
    }

    fn me(&self) -> i64 {
        self.me
    }

    fn now(&self) -> Timestamp {
        self.now
    }

    fn today(&self) -> Date {
        Date(self.now.to_chrono().with_timezone(&chrono::Local).date_naive())
    }

    fn start_of(&self, day: Date) -> Timestamp {
        let midnight = day.0.and_time(chrono::NaiveTime::MIN);
        let there = midnight.and_local_timezone(chrono::Local).earliest();
        there.map_or_else(
            || day.midnight(),
            |moment| Timestamp::from_millis(moment.timestamp_millis()),
        )
    }

    fn find(&self, list: List, text: &str) -> Vec<Name> {
        let Some(names) = self.lists.get(&list) else {
            self.missing.borrow_mut().push(list);
            return Vec::new();
        };
        let meant = names.iter().filter(|name| Name::is_meant(&name.label, text));
        meant.take(MOST).cloned().collect()
    }

    fn user_defined(&self) -> &UserDefinedFields {
        &self.user_defined
    }

    fn label(&self, list: List, id: i64) -> Option<String> {
        let names = self.lists.get(&list)?;
        names.iter().find(|name| name.id == id).map(|name| name.label.clone())
    }
}

/// The one of these that a name means: the one that is called so, else the only one that may be meant.
///
/// # Errors
/// None, or several; the sentence says which there are.
pub fn meant<'a, T>(
    context: &Context<'_>,
    all: impl IntoIterator<Item = &'a T>,
    label: impl Fn(&T) -> &str,
    text: &str,
) -> Ended<&'a T> {
    let folded = fold::fold(text.trim());
    let (mut exact, mut meant) = (Vec::new(), Vec::new());
    for one in all {
        if fold::fold(label(one)) == folded {
            exact.push(one);
        } else if Name::is_meant(label(one), text) {
            meant.push(one);
        }
    }
    let meant = if exact.is_empty() { meant } else { exact };
    match meant.as_slice() {
        [one] => Ok(one),
        [] => Err(Failure::new(
            Exit::NotFound,
            context.say("name-unknown", &[("name", text.into())]),
        )),
        several => {
            let labels: Vec<&str> = several.iter().take(8).map(|one| label(one)).collect();
            let arguments = [("name", text.into()), ("names", labels.join(", ").into())];
            Err(Failure::new(Exit::NotFound, context.say("name-ambiguous", &arguments)))
        }
    }
}

/// The rows of a list.
fn of(list: List) -> Result<Filter, FilterError> {
    Ok(match list {
        List::Companies => Filter::all(&COMPANY),
        List::Contacts => Filter::all(&CONTACT),
        List::Resources => Filter::all(&RESOURCE),
        List::Statuses(side) => Filter::eq(&STATUS, "side", side.word())?,
        List::Queues(side) => Filter::eq(&QUEUE, "side", side.word())?,
        List::RequestTypes => Filter::all(&REQUEST_TYPE),
    })
}

fn name(list: List, row: &Row) -> Name {
    let text = |field| row.text(field).unwrap_or_default();
    let label = match list {
        List::Companies => text("companyName").to_owned(),
        List::Contacts | List::Resources => format!("{} {}", text("firstName"), text("lastName")).trim().to_owned(),
        List::Statuses(_) => text("label").to_owned(),
        List::Queues(_) | List::RequestTypes => text("name").to_owned(),
    };
    let kind = match list {
        List::Statuses(_) => StatusKind::from_word(text("kind")),
        _ => None,
    };
    Name {
        id: row.id(),
        label,
        kind,
    }
}

/// The filter with the wrong part marked below.
fn explain(connection: &Connection, text: &str, error: &typed::TypedError) -> String {
    let before = text.get(..error.span.start).unwrap_or_default().chars().count();
    let wrong = text.get(error.span.clone()).unwrap_or_default().chars().count().max(1);
    let why = error.said(connection.sentences());
    format!("{why}\n  {text}\n  {}{}", " ".repeat(before), "^".repeat(wrong))
}
