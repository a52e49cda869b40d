//! What a person decides about changes that stopped: do it anyway, edit it, discard it.

use super::queue::{self, Item, State};
use super::{overlay, record, timed};
use crate::base::Timestamp;
use crate::base::ids::{ChangeId, TicketId};
use crate::domain::{Act, Actor, Change, Seen};
use crate::records;
use crate::records::drafts::{DraftKey, DraftKind};
use crate::replica::{Replica, ReplicaError, Result, drafts, place};
use rusqlite::Connection;
use std::collections::BTreeMap;

/// What becomes of the changes behind a discarded one on its ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Followers {
    /// They go on.
    Keep,
    /// They are discarded with it.
    Discard,
}

impl Replica {
    /// Does a change anyway, against the ticket as it is now: a new change, with a new id, at the old one's place.
    ///
    /// # Errors
    /// When the change is no longer there or on its way, or the rules refuse it against the new state.
    pub fn again(&self, change: ChangeId, new: ChangeId, now: Timestamp) -> Result<TicketId> {
        self.write(|transaction| {
            let item = queue::expect(transaction, change)?;
            let act = item.change.act.clone();
            replace(transaction, item, new, act, now)
        })
    }

    /// Puts another act in a change's place: a new change, with a new id.
    ///
    /// # Errors
    /// As [`Replica::again`].
    pub fn edit(&self, change: ChangeId, new: ChangeId, act: Act, now: Timestamp) -> Result<TicketId> {
        self.write(|transaction| {
            let item = queue::expect(transaction, change)?;
            replace(transaction, item, new, act, now)
        })
    }

    /// Throws a change away, alone or with those behind it on its ticket; without the creation of a ticket nothing can
    /// follow, so its followers go with it. What the person wrote becomes drafts, which this gives, and time that came from
    /// the stopwatch is on it again.
    ///
    /// # Errors
    /// When the change is no longer there, or one of them is on its way.
    pub fn discard(&self, change: ChangeId, followers: Followers, now: Timestamp) -> Result<Vec<DraftKey>> {
        self.write(|transaction| {
            let first = queue::expect(transaction, change)?;
            let is_creation = matches!(first.change.act, Act::Create(_));
            let ticket = first.change.ticket;
            let mut kept = Vec::new();
            for item in queue::of(transaction, ticket)? {
                let follows = item.position > first.position && (is_creation || followers == Followers::Discard);
                if item.position == first.position || follows {
                    kept.extend(throw_away(transaction, &item, now)?);
                }
            }
            if is_creation {
                drafts::orphan(transaction, ticket, now)?;
            }
            overlay::lay(transaction, ticket)?;
            Ok(kept)
        })
    }
}

fn replace(connection: &Connection, item: Item, new: ChangeId, act: Act, now: Timestamp) -> Result<TicketId> {
    require_at_rest(&item)?;
    let actor = place::actor(connection)?.ok_or(ReplicaError::NobodySignedIn)?;
    let mut change = Change {
        id: new,
        ticket: item.change.ticket,
        seen: Seen::new(),
        act,
        written_at: now,
    };
    change.seen = seen_before(connection, &item, &change, &actor)?;
    connection.execute(
        "UPDATE outbox SET change_id = ?2, change = ?3, state = 'queued', stop = NULL WHERE position = ?1",
        (item.position, new.to_string(), serde_json::to_string(&change)?),
    )?;
    overlay::lay(connection, change.ticket)?;
    Ok(change.ticket)
}

/// What the person sees who decides on a change now: the ticket with the changes before it.
fn seen_before(connection: &Connection, item: &Item, change: &Change, actor: &Actor) -> Result<Seen> {
    if matches!(change.act, Act::Create(_)) {
        overlay::open(connection, change, actor)?;
        return Ok(Seen::new());
    }
    let earlier: Vec<_> = queue::of(connection, change.ticket)?
        .into_iter()
        .filter(|other| other.position < item.position)
        .collect();
    let laid = overlay::laid(connection, change.ticket, &earlier, actor)?;
    let laid = laid.ok_or(ReplicaError::NoSuchTicket(change.ticket))?;
    record::check(connection, &change.act, change, &laid.row, actor)?;
    Ok(records::seen::seen(&change.act, actor.side(), &laid.row)?)
}

fn require_at_rest(item: &Item) -> Result<()> {
    match item.state {
        State::Sending => Err(ReplicaError::OnItsWay(item.change.id)),
        State::Queued | State::Stopped(_) => Ok(()),
    }
}

fn throw_away(connection: &Connection, item: &Item, now: Timestamp) -> Result<Option<DraftKey>> {
    require_at_rest(item)?;
    let spent = match timed::give_back(connection, item)? {
        true => Spent::OnTheStopwatch,
        false => Spent::Typed,
    };
    connection.execute("DELETE FROM outbox WHERE position = ?1", [item.position])?;
    let Some((kind, text)) = words_of(&item.change.act, spent)? else {
        return Ok(None);
    };
    // The drafts of a ticket that never was belong to none.
    let ticket = Some(item.change.ticket).filter(|ticket| !ticket.is_temporary());
    let key = DraftKey {
        ticket,
        kind,
        context: String::new(),
    };
    drafts::keep(connection, &key, &text, now)?;
    Ok(Some(key))
}

/// Where the time of an entry is now that was thrown away.
#[derive(Clone, Copy)]
enum Spent {
    /// In the draft.
    Typed,
    /// On the stopwatch again, which offers it: in the draft as well it would be logged twice.
    OnTheStopwatch,
}

impl Spent {
    fn typed(self, text: impl FnOnce() -> String) -> Option<String> {
        match self {
            Self::Typed => Some(text()),
            Self::OnTheStopwatch => None,
        }
    }
}

/// What a person has written in an act, if it is more than a choice: a text, or the fields of the form that asks for
/// them, as its drafts are.
fn words_of(act: &Act, spent: Spent) -> Result<Option<(DraftKind, String)>> {
    let Some(kind) = DraftKind::of(act) else {
        return Ok(None);
    };
    let form = |fields: &[(&str, Option<String>)]| -> Result<String> {
        let typed = fields.iter().filter_map(|(name, text)| Some((*name, text.as_ref()?)));
        let typed: BTreeMap<&str, &String> = typed.filter(|(_, text)| !text.is_empty()).collect();
        Ok(serde_json::to_string(&typed)?)
    };
    let text = match act {
        Act::AddNote { text, .. }
        | Act::Complete { resolution: text }
        | Act::Escalate { reason: text }
        | Act::Transfer { reason: text }
        | Act::Decline { reason: text }
        | Act::Recall { reason: text } => text.clone(),
        Act::LogTime {
            worked_on,
            minutes,
            summary,
            internal_notes,
            ..
        } => form(&[
            ("minutes", spent.typed(|| format!("{minutes}m"))),
            ("workedOn", spent.typed(|| worked_on.to_string())),
            ("summary", Some(summary.clone())),
            ("internalNotes", Some(internal_notes.clone())),
        ])?,
        Act::Create(new) => form(&[
            ("title", Some(new.title.clone())),
            ("description", Some(new.description.clone())),
            ("item", new.item.clone()),
        ])?,
        Act::Edit(edit) => form(&[
            ("title", edit.title.clone()),
            ("description", edit.description.clone()),
            ("resolution", edit.resolution.clone()),
            ("item", edit.item.clone().flatten()),
        ])?,
        _ => return Ok(None),
    };
    Ok(Some((kind, text)).filter(|(_, text)| !text.trim().is_empty() && text != "{}"))
}
