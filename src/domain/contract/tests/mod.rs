//! The worked examples of 2.10 by their ids, and the laws that hold for any contracts and entries.

mod coverage;
mod laws;
mod search;

use super::{Form, Scope, SupportContract};
use crate::base::Date;
use crate::base::ids::{CompanyId, ContactId, ContractId, ItemId};

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

const I1: Scope = Scope::Item(ItemId(1));
const U1: Scope = Scope::Customer(ContactId(1));
const O1: Scope = Scope::OrgUnit(CompanyId(1));

/// An approved contract of a scope, nothing used.
fn contract(id: i64, form: Form, scope: Scope, start: &str, end: Option<&str>, bought: i64) -> SupportContract {
    SupportContract {
        id: ContractId(id),
        form,
        scope: Some(scope),
        start: day(start),
        end: end.map(day),
        bought,
        used: 0,
        carried: 0,
        approved: true,
    }
}

fn subscription(id: i64, scope: Scope, start: &str, end: &str) -> SupportContract {
    contract(id, Form::Subscription, scope, start, Some(end), 0)
}

fn hours(id: i64, start: &str, bought: i64) -> SupportContract {
    contract(id, Form::SupportHours, I1, start, None, bought)
}
