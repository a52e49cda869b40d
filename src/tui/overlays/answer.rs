//! What overlays ask and what people answer: who gets the answer, what can be picked, what an overlay does with a key.

use super::{Overlay, form};
use crate::base::Date;
use crate::base::ids::{ChangeId, CompanyId, ContactId, QueueId, RequestTypeId, StatusId};
use crate::domain::checklist::Tick;
use crate::domain::note::Audience;
use crate::domain::{Person, Priority};
use crate::records::administration::billing::ContractKind;
use crate::records::administration::contracts::{ContractScope, Sold};
use crate::records::administration::setup::CompanyFilter;
use crate::records::views::OutboxLine;
use crate::tui::app::App;
use crate::tui::effect::{Asked, Content, Effect, Export, Followers, TicketFile};
use crate::tui::intent::Intent;
use crate::tui::panes::ticket::action::Tickets;
use crate::tui::panes::tickets::sort::Order;
use crate::tui::views::View;

/// Who gets the answer.
#[derive(Clone, Debug)]
pub enum Purpose {
    /// Leaving the console.
    Quit,
    /// Marking everything that a list has.
    MarkAll,
    /// Sorting the list.
    Sort,
    /// Choosing the columns of the list.
    Columns,
    /// Saving the list as a view.
    SaveView,
    /// Saving it in the place of the view that it shows.
    ReplaceView(Box<View>),
    /// Becoming another person of the demo desk.
    Become,
    /// Signing in without a second factor from now on.
    EndTwoFactor,
    /// Throwing a change away.
    Discard(ChangeId, Followers),
    /// An action on these tickets.
    Ticket(Intent, Tickets),
    /// A contract for a request that was refused for want of one.
    Cover(Box<OutboxLine>),
    /// Changes that are ready to be recorded.
    Record(Vec<Asked>),
    /// Creating a ticket.
    Create,
    /// Writing this into a file.
    Export(Content),
    /// Writing over a file that is there.
    Replace(Export),
    /// An action of the page in front.
    Page(fn(&mut App, Answer) -> Vec<Effect>),
}

/// What a person answered.
#[derive(Clone, Debug)]
pub enum Answer {
    /// Yes.
    Yes,
    /// This one.
    Chosen(Choice),
    /// These fields.
    Filled(Box<form::Form>),
    /// This text, for these readers.
    Written(Audience, String),
}

/// What can be picked.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// An order of the list.
    Order(Order),
    /// Somebody, or nobody.
    Person(Option<Person>),
    /// A queue.
    Queue(QueueId),
    /// A status.
    Status(StatusId),
    /// A priority.
    Priority(Priority),
    /// A client.
    Company(CompanyId),
    /// A client's person.
    Contact(ContactId),
    /// A request type.
    RequestType(RequestTypeId),
    /// A level, or none.
    Level(Option<i64>),
    /// One of the few values that a setting takes, by its word on the wire.
    Word(&'static str),
    /// A day.
    Day(Date),
    /// Something by its number: a service, a contract.
    Number(i64),
    /// A kind of contract.
    Contract(ContractKind),
    /// What a contract is applied to.
    Scope(ContractScope),
    /// A service or a bundle of services.
    Sold(Sold),
    /// None of them.
    Nothing,
    /// Which clients a list has.
    Companies(CompanyFilter),
    /// A person of the demo desk, by user name.
    DemoPerson(String),
    /// A ticket's file.
    File(TicketFile),
    /// An item of a checklist, with what it is to become.
    Tick(Tick),
}

/// What an overlay does with what was asked for.
pub enum Next {
    /// It stays.
    Stays(Overlay, Vec<Effect>),
    /// It closes.
    Closes(Vec<Effect>),
    /// It closes, and this is asked for behind it.
    Asks(Intent),
    /// It closes with an answer.
    Answers(Purpose, Answer),
    /// It has nothing to do with it.
    NotMine(Overlay),
}
