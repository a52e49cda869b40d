//! What a person's earlier change made of a ticket that they act on again before it was drawn anew: it is no news to
//! them. Their next change then builds on what the earlier one gave, where that is all that differs.

use super::queue;
use crate::base::ids::TicketId;
use crate::domain::{Change, Seen};
use crate::entities::{Row, TICKET};
use crate::records::seen::differing;
use crate::replica::Result;
use rusqlite::Connection;
use std::collections::VecDeque;

/// So many settled changes are remembered: whoever acts again that fast does it on one of the last tickets.
const REMEMBERED: usize = 32;

/// What a change saw of its ticket, and what the server's answer gave instead.
#[derive(Clone, Debug)]
pub(in crate::replica) struct Given {
    ticket: TicketId,
    before: Seen,
    after: Seen,
}

impl Given {
    /// What a change gave: of what it saw, that which was shown as its outcome and which the server confirms.
    pub(super) fn by(change: &Change, ticket: TicketId, shown: &Row, answer: &Row) -> Result<Self> {
        let mut after = Seen::new();
        for name in change.seen.keys().filter(|name| TICKET.field(name).is_some()) {
            if shown.get(name) == answer.get(name) {
                after.insert(name.clone(), serde_json::to_value(answer.get(name))?);
            }
        }
        Ok(Self {
            ticket,
            before: change.seen.clone(),
            after,
        })
    }

    /// Remembers it, in the place of the oldest.
    pub(super) fn remember(self, settled: &mut VecDeque<Self>) {
        if settled.len() == REMEMBERED {
            settled.pop_front();
        }
        settled.push_back(self);
    }
}

/// Lets a change that saw what an earlier one of the same person saw build on what that one gave.
pub(super) fn follow(connection: &Connection, change: &mut Change, shown: &Row, settled: &[Given]) -> Result<()> {
    let differ = differing(&change.seen, shown);
    if differ.is_empty() {
        return Ok(());
    }
    let queued = queue::of(connection, change.ticket)?;
    for name in differ.iter().filter(|name| TICKET.field(name).is_some()) {
        let Some(saw) = change.seen.get_mut(name) else { continue };
        let now = serde_json::to_value(shown.get(name))?;
        let is_queued = queued
            .iter()
            .any(|item| item.is_shown() && item.change.seen.get(name) == Some(saw));
        let is_settled = settled.iter().any(|given| {
            let is_its_ticket = given.ticket == change.ticket;
            is_its_ticket && given.before.get(name) == Some(saw) && given.after.get(name) == Some(&now)
        });
        if is_queued || is_settled {
            *saw = now;
        }
    }
    Ok(())
}
