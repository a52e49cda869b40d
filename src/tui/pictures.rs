//! A ticket's statuses as every picture of them shows them: one rule for lists, previews, tickets and dialogs.

use super::theme::Role;
use super::widgets::two_statuses::SideStatus;
use crate::base::ids::StatusId;
use crate::domain::statuses::system;
use crate::domain::{Side, StatusKind, Statuses, Ticket};
use crate::records::views::TicketLine;

/// Open ones in which one waits for somebody outside.
const WAITING: [StatusId; 3] = [
    system::AUTOTASK_WAITING_CUSTOMER,
    system::AUTOTASK_WAITING_VENDOR,
    system::TASKFIRE_WAITING_USER,
];

/// Whether one waits for somebody outside in that status.
#[must_use]
pub fn is_waiting(status: StatusId) -> bool {
    WAITING.contains(&status)
}

/// The role of a status.
#[must_use]
pub fn role(statuses: &Statuses, status: StatusId) -> Role {
    match statuses.kind(status) {
        StatusKind::Open if is_waiting(status) => Role::Waiting,
        kind => role_of_kind(kind),
    }
}

/// A side's status in a line of a list.
#[must_use]
pub fn of_line(statuses: &Statuses, line: &TicketLine, side: Side) -> SideStatus {
    let Some(state) = line.side(side) else {
        return SideStatus::default();
    };
    let known = statuses.of(side).find(|status| status.label == state.status);
    let role = match (known, state.kind) {
        (Some(known), _) => role(statuses, known.id),
        (None, kind) => role_of_kind(kind),
    };
    SideStatus::new(state.status.clone(), role, line.holder == side)
}

/// A side's status in a ticket as the rules see it.
#[must_use]
pub fn of_ticket(statuses: &Statuses, ticket: &Ticket, side: Side) -> SideStatus {
    let Some(state) = ticket.side(side) else {
        return SideStatus::default();
    };
    SideStatus::new(
        statuses.label(state.status),
        role(statuses, state.status),
        ticket.holder == side,
    )
}

fn role_of_kind(kind: StatusKind) -> Role {
    match kind {
        StatusKind::New => Role::New,
        StatusKind::Open => Role::Open,
        StatusKind::WithOther => Role::OtherSide,
        StatusKind::Complete => Role::Complete,
    }
}
