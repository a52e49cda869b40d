//! What completing on one side does to the other: the two settings and the owner rule (TF-15 to TF-19, D-02 to D-05).

use super::facts::Lookup;
use super::outcome::{CarryOver, Certainty};
use super::{Actor, Facts, Side, StatusKind, Ticket, ownership};

/// What completing by this actor would do to the other side's status, and whether all needed facts were known.
///
/// The settings are read now, at the moment of completion (D-04). An unknown setting counts as off, uncertainly.
#[must_use]
pub fn carry_over(ticket: &Ticket, actor: &Actor, facts: &Facts) -> (CarryOver, Certainty) {
    let other = actor.side().other();
    let certain = |result| (result, Certainty::Certain);
    if !ticket.shared {
        return certain(CarryOver::NotShared);
    }
    if !ownership::is_owner(ticket, actor) {
        return certain(CarryOver::NotOwner);
    }
    let setting = match facts.taskfire {
        Lookup::Unknown => return (CarryOver::SettingOff, Certainty::ServerDecides),
        Lookup::Missing => false,
        Lookup::Found(taskfire) if !taskfire.enabled => false,
        Lookup::Found(taskfire) => match actor.side() {
            Side::Autotask => taskfire.complete_taskfire_with_autotask,
            Side::Taskfire => taskfire.complete_autotask_with_taskfire,
        },
    };
    if !setting {
        return certain(CarryOver::SettingOff);
    }
    if ticket.kind(other, &facts.statuses) == Some(StatusKind::Complete) {
        return certain(CarryOver::AlreadyComplete);
    }
    certain(CarryOver::Synced)
}
