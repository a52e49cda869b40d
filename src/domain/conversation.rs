//! What people add to a ticket: notes and time, each side its own (2.3). Neither is ever stale.

use super::contract::validation;
use super::guard::{limit_text, require_part, require_permission};
use super::note::{Audience, LONGEST_NOTE, LONGEST_TITLE, Note};
use super::notice::{NoticeEvent, Recipient};
use super::outcome::Certainty;
use super::permission::{Action, Permission, permission};
use super::time_entry::{LONGEST_ENTRY, TimeEntry};
use super::{Actor, Facts, Lookup, Outcome, Person, Refusal, Side, Ticket, status_change};
use crate::base::{Date, Timestamp};

/// Adds a note.
///
/// # Errors
/// A blank or too long text, or a level that may not write for this audience.
pub fn add_note(
    ticket: &Ticket,
    actor: &Actor,
    audience: Audience,
    title: &str,
    text: &str,
    facts: &Facts,
    at: Timestamp,
) -> Result<Outcome, Refusal> {
    require_audience(ticket, actor, audience)?;
    if text.trim().is_empty() {
        return Err(Refusal::Required { field: "text" });
    }
    limit_text("text", text, LONGEST_NOTE)?;
    limit_text("title", title, LONGEST_TITLE)?;
    let note = Note {
        title: title.trim().to_owned(),
        ..Note::by(actor, audience, text, at)
    };
    let mut outcome = Outcome::unchanged(ticket);
    match status_change::answered(ticket, actor, facts) {
        Some(side) if audience == Audience::Public => {
            status_change::reopen_by_answer(&mut outcome, side, actor, facts, at)?;
            tell_answer(&mut outcome, actor, note);
        }
        _ => outcome.write(actor, note),
    }
    outcome.stamp(actor, facts, at);
    Ok(outcome)
}

/// Adds the note that reopened the ticket. N10 brings its words to both assignees, so they are told once.
fn tell_answer(outcome: &mut Outcome, actor: &Actor, note: Note) {
    let assignees = Side::BOTH.into_iter().flat_map(|side| outcome.assignee(side)).collect();
    outcome.tell(actor, NoticeEvent::Reopened, assignees, &note.text);
    let contact = outcome.ticket.contact.map(Person::Contact);
    if contact.is_some_and(|contact| contact != actor.person) {
        outcome.tell(actor, NoticeEvent::PublicNote, vec![Recipient::Contact], &note.text);
    }
    outcome.notes.push(note);
}

/// What a person says about work done.
#[derive(Clone, Copy, Debug)]
pub struct Work<'a> {
    /// The day.
    pub worked_on: Date,
    /// When it began.
    pub started_at: Option<Timestamp>,
    /// Whole minutes.
    pub minutes: i64,
    /// What customers may read.
    pub summary: &'a str,
    /// What the own side reads.
    pub internal_notes: &'a str,
}

/// Logs time of the own side.
///
/// # Errors
/// No minutes, more than a day, a day that is to come, a request that waits for its contract (row 27), or a level that tracks no time (CPX-04).
pub fn log_time(
    ticket: &Ticket,
    actor: &Actor,
    work: &Work<'_>,
    facts: &Facts,
    at: Timestamp,
) -> Result<Outcome, Refusal> {
    require_permission(actor, Action::LogTime)?;
    require_part(ticket, actor.side())?;
    validation::require_not_held(ticket, actor)?;
    let certainty = require_worked(work.worked_on, facts.today, at)?;
    if !(1..=LONGEST_ENTRY).contains(&work.minutes) {
        return Err(Refusal::OutOfRange {
            field: "minutes",
            limit: LONGEST_ENTRY,
        });
    }
    limit_text("summary", work.summary, LONGEST_NOTE)?;
    limit_text("internalNotes", work.internal_notes, LONGEST_NOTE)?;
    let mut outcome = Outcome::unchanged(ticket);
    outcome.depend(certainty);
    outcome.time.push(TimeEntry {
        author: actor.person,
        author_name: actor.name.clone(),
        side: actor.side(),
        worked_on: work.worked_on,
        started_at: work.started_at,
        minutes: work.minutes,
        summary: work.summary.trim_end().to_owned(),
        internal_notes: work.internal_notes.trim_end().to_owned(),
        at,
    });
    Ok(outcome)
}

/// Refuses a day that is still to come at the provider, whose calendar dates all work. Where that isn't known, what has
/// come somewhere on earth may have come there: fourteen hours ahead is as far as any zone goes, twelve behind.
///
/// # Errors
/// `time_in_future`.
pub fn require_worked(worked_on: Date, today: Lookup<Date>, at: Timestamp) -> Result<Certainty, Refusal> {
    let (latest, certain) = match today {
        Lookup::Found(today) => (today, today),
        Lookup::Missing | Lookup::Unknown => (at.plus_minutes(14 * 60).date(), at.plus_minutes(-12 * 60).date()),
    };
    if worked_on > latest {
        return Err(Refusal::TimeInFuture);
    }
    Ok(if worked_on <= certain {
        Certainty::Certain
    } else {
        Certainty::ServerDecides
    })
}

/// Refuses who may not say anything on a ticket to these readers.
///
/// # Errors
/// `forbidden`, or that the actor's side has no part in the ticket.
pub fn require_audience(ticket: &Ticket, actor: &Actor, audience: Audience) -> Result<(), Refusal> {
    match audience {
        Audience::Public => require_public_note(ticket, actor),
        Audience::Internal => {
            require_permission(actor, Action::AddInternalNote)?;
            require_part(ticket, actor.side()).map(drop)
        }
    }
}

fn require_public_note(ticket: &Ticket, actor: &Actor) -> Result<(), Refusal> {
    match permission(actor.level, Action::AddPublicNote) {
        Permission::IfContact => {
            let is_contact = ticket
                .contact
                .is_some_and(|contact| actor.person == Person::Contact(contact));
            if is_contact { Ok(()) } else { Err(Refusal::Forbidden) }
        }
        Permission::No => Err(Refusal::Forbidden),
        _ => Ok(()),
    }
}
