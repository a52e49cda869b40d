//! A contract that is made together with its request (LT-15, D-23).

use super::support::{Form, Scope, SupportContract};
use crate::base::Date;
use crate::base::ids::{ContractId, ItemId};
use crate::domain::Refusal;
use chrono::{Days, Months};
use serde::{Deserialize, Serialize};

/// How long a contract runs where nobody says (LTX-08).
const USUAL_MONTHS: u32 = 12;
/// The most minutes that a contract sells: 100,000 hours.
pub const MOST_MINUTES: i64 = 6_000_000;
/// The longest name of a contract, in characters (Contracts.contractName).
pub const LONGEST_NAME: usize = 100;

/// What a person says about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewContract {
    /// Per request, or one of the three forms for the item that the request names.
    pub form: Form,
    /// The first day; today where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Date>,
    /// The last day; twelve months on where nothing is said and the form needs one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Date>,
    /// Minutes bought, where the form sells minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<i64>,
    /// What it is called; by its form and start where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// The contract that follows, with the name that it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The contract, without an id.
    pub contract: SupportContract,
    /// Its name, where one was given.
    pub name: Option<String>,
}

impl NewContract {
    /// The contract that follows, without an id, as of this day.
    ///
    /// # Errors
    /// A form for an item where the request names none, an end before the start, minutes missing, out of range, or
    /// where the form sells none, a name that is too long.
    pub fn contract(&self, item: Option<ItemId>, today: Date) -> Result<SupportContract, Refusal> {
        let name = self.name.as_deref().unwrap_or_default();
        super::super::guard::limit_text("contractName", name, LONGEST_NAME)?;
        let start = match self.form {
            // It covers its request from the moment it is opened.
            Form::PerRequest => today,
            _ => self.start.unwrap_or(today),
        };
        let end = match self.form {
            Form::PerRequest => None,
            form if form.needs_end() => Some(self.end.unwrap_or_else(|| usual_end(start))),
            _ => self.end,
        };
        if end.is_some_and(|end| end < start) {
            return Err(Refusal::EndsBeforeStart);
        }
        let scope = match (self.form, item) {
            (Form::PerRequest, _) => None,
            (_, Some(item)) => Some(Scope::Item(item)),
            (_, None) => {
                return Err(Refusal::Required {
                    field: "configurationItemID",
                });
            }
        };
        Ok(SupportContract {
            id: ContractId(0),
            form: self.form,
            scope,
            start,
            end,
            bought: minutes(self.form, self.minutes)?,
            used: 0,
            carried: 0,
            approved: true,
        })
    }
}

/// Checks the minutes that a contract of this form sells; 0 where it sells none.
///
/// # Errors
/// Missing, out of range, or given where the form sells none.
pub fn minutes(form: Form, minutes: Option<i64>) -> Result<i64, Refusal> {
    let field = "minutes";
    match (form.has_minutes(), minutes) {
        (true, None) => Err(Refusal::Required { field }),
        (true, Some(minutes)) if (1..=MOST_MINUTES).contains(&minutes) => Ok(minutes),
        (true, Some(_)) => Err(Refusal::OutOfRange {
            field,
            limit: MOST_MINUTES,
        }),
        (false, None | Some(0)) => Ok(0),
        (false, Some(_)) => Err(Refusal::NotUsable { field }),
    }
}

/// The last day of the usual length, counted from a start (LTX-08).
#[must_use]
pub fn usual_end(start: Date) -> Date {
    let after = start.0.checked_add_months(Months::new(USUAL_MONTHS));
    Date(
        after
            .and_then(|day| day.checked_sub_days(Days::new(1)))
            .unwrap_or(start.0),
    )
}
