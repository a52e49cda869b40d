//! What becomes of an event that can't be delivered: it waits, longer each time; people are told; in the end its webhook
//! is switched off. It is never passed over: the events behind it on its ticket would come out of order.

use super::switching::{name, switch_off};
use super::{AILING, Callout, owner};
use crate::base::Timestamp;
use crate::base::ids::CompanyId;
use crate::domain::notice::NoticeEvent;
use crate::domain::{Actor, Agency};
use crate::entities::Row;
use crate::server::operations::OperationError;
use crate::server::operations::notices::{self, OfCompany};
use crate::server::store::seed::OWN_COMPANY;
use crate::server::store::webhook_queue::{self, Channel, OF_ITSELF};
use crate::server::store::{Writing, rows};

/// After how many attempts an event stands in the error log, and the administrators are told.
const LOGGED_AFTER: u32 = 5;
/// After how many attempts at least a webhook is switched off.
const GIVEN_UP_AFTER: u32 = 25;
/// For how long it must have failed by then, in milliseconds.
const GIVEN_UP: i64 = 24 * 60 * 60 * 1000;
/// The first wait, in milliseconds; each one is twice the one before.
const FIRST_WAIT: i64 = 30 * 1000;
/// The longest wait, in milliseconds.
const LONGEST_WAIT: i64 = 60 * 60 * 1000;
/// How often at most people are told that a webhook fails, in milliseconds.
const TOLD_EVERY: i64 = 24 * 60 * 60 * 1000;

/// How long something waits after so many attempts, in milliseconds.
fn wait(attempts: u32) -> i64 {
    let doubled = FIRST_WAIT.checked_shl(attempts.saturating_sub(1).min(16));
    doubled.unwrap_or(LONGEST_WAIT).min(LONGEST_WAIT)
}

/// Notes that an event did not arrive.
///
/// # Errors
/// The database's.
pub fn note(writing: &Writing<'_>, callout: &Callout, error: &str) -> Result<(), OperationError> {
    let now = writing.at();
    let (channel_id, ticket) = callout.lane;
    let channels = webhook_queue::channels(writing)?;
    let Some(mut channel) = channels.into_iter().find(|channel| channel.id == channel_id) else {
        return Ok(());
    };
    let Some(lane) = webhook_queue::postpone(writing, callout.lane, now, wait)? else {
        return Ok(());
    };
    if ticket == OF_ITSELF {
        // The last word of a webhook that is off: nothing is behind it, and nobody waits for it.
        if lane.attempts >= LOGGED_AFTER {
            webhook_queue::pop(writing, callout.lane, callout.delivery, now)?;
        }
        return Ok(());
    }
    if lane.attempts >= LOGGED_AFTER {
        webhook_queue::log(writing, callout.delivery, error, now)?;
    }
    channel.failures = channel.failures.saturating_add(1);
    channel.failing_since = channel.failing_since.or(Some(now));
    if channel.failures >= AILING {
        channel.due = Timestamp::from_millis(now.millis().saturating_add(wait(channel.failures - AILING + 1)));
    }
    let row = rows::get(writing, channel.entity, channel.webhook)?;
    let row = row.filter(|row| row.boolean("isActive") == Some(true));
    let owner = row.as_ref().map(|row| owner(writing, row)).transpose()?.flatten();
    let lasts = |attempts: u32, since: Option<Timestamp>| {
        let lasting = since.is_some_and(|since| now.millis() - since.millis() >= GIVEN_UP);
        attempts >= GIVEN_UP_AFTER && lasting
    };
    let is_given_up = lasts(channel.failures, channel.failing_since) || lasts(lane.attempts, lane.failing_since);
    let is_to_be_told = lane.attempts >= LOGGED_AFTER || channel.failures >= AILING;
    if let Some(row) = row.as_ref().filter(|_| !is_given_up && is_to_be_told) {
        tell_once(writing, &mut channel, row, owner.as_ref())?;
    }
    webhook_queue::keep_failures(writing, &channel)?;
    match row.filter(|_| is_given_up) {
        Some(row) => switch_off(writing, &row, owner.as_ref(), error),
        None => Ok(()),
    }
}

fn tell_once(
    writing: &Writing<'_>,
    channel: &mut Channel,
    webhook: &Row,
    owner: Option<&Actor>,
) -> Result<(), OperationError> {
    let now = writing.at();
    let told = |told: Timestamp| now.millis() - told.millis() < TOLD_EVERY;
    if channel.told_at.is_some_and(told) {
        return Ok(());
    }
    channel.told_at = Some(now);
    tell(writing, NoticeEvent::WebhookFailing, webhook, owner)
}

/// Tells the provider's administrators and the owner what became of a webhook.
///
/// # Errors
/// The database's.
pub fn tell(
    writing: &Writing<'_>,
    event: NoticeEvent,
    webhook: &Row,
    owner: Option<&Actor>,
) -> Result<(), OperationError> {
    let mut people = notices::administrators(writing)?;
    let owner = owner.filter(|owner| owner.agency == Agency::Human);
    if let Some(owner) = owner.filter(|owner| !people.contains(&owner.person)) {
        people.push(owner.person);
    }
    let told = OfCompany {
        event,
        company: CompanyId(OWN_COMPANY),
        actor: "",
        text: name(webhook),
    };
    notices::tell(writing, &told, &people)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_up_to_an_hour_and_a_day_has_enough_attempts_to_give_up() {
        let seconds: Vec<i64> = (1..=9).map(|attempts| wait(attempts) / 1000).collect();
        assert_eq!(seconds, [30, 60, 120, 240, 480, 960, 1920, 3600, 3600]);
        assert_eq!(wait(u32::MAX), LONGEST_WAIT);
        assert!((1..GIVEN_UP_AFTER).map(wait).sum::<i64>() < GIVEN_UP);
    }
}
