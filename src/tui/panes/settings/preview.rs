//! What would follow under the chosen settings on a sample ticket that both sides share: asked of the same rule that
//! decides when somebody really completes (TF-15 to TF-19).

use super::Setting;
use crate::base::Timestamp;
use crate::base::ids::{CompanyId, StatusId, TicketId};
use crate::domain::company::Taskfire;
use crate::domain::statuses::system;
use crate::domain::{
    Act, Actor, Agency, Facts, Lookup, Person, Priority, SecurityLevel, Side, SideState, Statuses, Ticket,
};
use crate::records::administration::setup::TaskfireSettings;
use std::sync::Arc;

/// Who completes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// The person that the ticket is assigned to.
    Owner,
    /// Somebody else of that side.
    SomebodyElse,
}

/// One case: who completes on which side, and the ticket before and after.
#[derive(Clone, Debug)]
pub struct Case {
    /// The side that has the ticket and on which it is completed.
    pub side: Side,
    /// By whom.
    pub who: Who,
    /// Before.
    pub before: Ticket,
    /// After.
    pub after: Ticket,
}

/// The owner's number, and that of somebody else.
const PEOPLE: [i64; 2] = [1, 2];

/// The two cases that a setting decides; none for the one that is about reports.
#[must_use]
pub fn cases(setting: Setting, settings: TaskfireSettings, statuses: &Arc<Statuses>, now: Timestamp) -> Vec<Case> {
    let side = match setting {
        Setting::Autotask => Side::Autotask,
        Setting::Taskfire => Side::Taskfire,
        Setting::Financials => return Vec::new(),
    };
    let taskfire = Taskfire {
        enabled: true,
        enabled_since: Some(now),
        complete_taskfire_with_autotask: settings.complete_taskfire_with_autotask,
        complete_autotask_with_taskfire: settings.complete_autotask_with_taskfire,
    };
    let facts = Facts {
        taskfire: Lookup::Found(taskfire),
        ..Facts::unknown(Arc::clone(statuses))
    };
    let before = sample(side, now);
    let case = |(who, number)| {
        let resolution = String::new();
        let outcome = Act::Complete { resolution }.apply(&before, &actor(side, number), &facts, now);
        Some(Case {
            side,
            who,
            before: before.clone(),
            after: outcome.ok()?.ticket,
        })
    };
    [Who::Owner, Who::SomebodyElse]
        .into_iter()
        .zip(PEOPLE)
        .filter_map(case)
        .collect()
}

/// A shared ticket that is in work on this side.
fn sample(holder: Side, now: Timestamp) -> Ticket {
    let state = |side: Side, status: StatusId| SideState {
        status,
        since: now,
        queue: None,
        priority: Priority::MEDIUM,
        assignee: Some(Person::of(side, PEOPLE[0])),
    };
    let status = |side: Side| match side == holder {
        true => system::in_progress(side),
        false => system::with_other(side),
    };
    Ticket {
        id: TicketId(0),
        number: String::new(),
        version: 0,
        company: CompanyId(0),
        contact: None,
        title: String::new(),
        description: String::new(),
        resolution: String::new(),
        request_type: None,
        item: None,
        configuration_item: None,
        source: None,
        due: None,
        shared: true,
        holder,
        autotask: Some(state(Side::Autotask, status(Side::Autotask))),
        taskfire: Some(state(Side::Taskfire, status(Side::Taskfire))),
        secondaries: Vec::new(),
        eligible: true,
        contract: None,
        held: false,
        created_at: now,
        first_response: None,
        completed: None,
        closed: None,
    }
}

fn actor(side: Side, number: i64) -> Actor {
    let level = match side {
        Side::Autotask => SecurityLevel::ProviderTech,
        Side::Taskfire => SecurityLevel::TaskfireResource,
    };
    Actor {
        person: Person::of(side, number),
        name: String::new(),
        level,
        company: CompanyId(0),
        agency: Agency::Human,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::StatusKind;

    /// Whether the other side is completed too, for the owner and for somebody else.
    fn carried(setting: Setting, settings: TaskfireSettings) -> Vec<bool> {
        let statuses = Arc::new(Statuses::standard());
        let cases = cases(setting, settings, &statuses, Timestamp::from_millis(0));
        let carried = |case: &Case| case.after.kind(case.side.other(), &statuses) == Some(StatusKind::Complete);
        cases.iter().map(carried).collect()
    }

    #[test]
    fn each_setting_carries_the_owners_completion_over_and_nobody_elses_whatever_the_other_one_is() {
        for other in [false, true] {
            for is_on in [false, true] {
                let first = TaskfireSettings {
                    complete_taskfire_with_autotask: is_on,
                    complete_autotask_with_taskfire: other,
                    hide_financials: other,
                };
                assert_eq!(carried(Setting::Autotask, first), [is_on, false]);
                let second = TaskfireSettings {
                    complete_taskfire_with_autotask: other,
                    complete_autotask_with_taskfire: is_on,
                    hide_financials: is_on,
                };
                assert_eq!(carried(Setting::Taskfire, second), [is_on, false]);
                assert!(carried(Setting::Financials, second).is_empty());
            }
        }
    }
}
