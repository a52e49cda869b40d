//! A client's set-up as a checklist that can be left and taken up again (TF-04, TF-05, TF-08), and the portal's switch
//! (CPX-08).

use super::{Done, features, require, visible_company};
use crate::base::Timestamp;
use crate::base::ids::CompanyId;
use crate::domain::permission::Action;
use crate::domain::{Actor, Refusal};
use crate::entities::Row;
use crate::records::administration::instance::Feature;
use crate::records::administration::setup::{
    AcknowledgementLine, Missing, Preparation, Setup, SetupStep, Step, StepState, Switch, TaskfireSettings,
};
use crate::server::operations::people::licences;
use crate::server::operations::{OperationError, Operations};
use crate::server::store::seed::OWN_COMPANY;
use crate::server::store::{StoreError, Writing};
use rusqlite::{Connection, OptionalExtension};
use serde_json::json;

/// The longest answer to one of the four points, in characters.
const LONGEST_POINT: usize = 4_000;

impl Operations {
    /// A client's set-up, whole.
    ///
    /// # Errors
    /// `forbidden`, `not_found`.
    pub async fn setup(&self, reader: Actor, company: CompanyId) -> Result<Setup, OperationError> {
        self.read(move |connection| {
            require(&reader, Action::EditTaskfireSettings)?;
            let row = visible_company(connection, &reader, company)?;
            Ok(read(connection, &row)?)
        })
        .await
    }
}

fn read(connection: &Connection, company: &Row) -> Result<Setup, StoreError> {
    let id = CompanyId(company.id());
    let is = |name: &str| company.boolean(name).unwrap_or_default();
    let is_on = is("isTaskFireActive");
    let can_enable = !is_on && features::is_active(connection, Feature::Taskfire)?;
    let settings = is_on.then(|| settings(company));
    let preparation = preparation(connection, id)?;
    let users = licences::users(connection, id)?;
    let licences = licences::of(connection, company)?;
    let (acknowledgement, acknowledgements) = newest_acknowledgement(connection, id)?;
    let (licence_fee, currency) = fee(connection)?;
    let standing = Standing {
        is_on,
        can_enable,
        is_prepared: is_whole(&preparation),
        has_settings: has_settings(connection, company)?,
        has_users: users > 0,
    };
    Ok(Setup {
        company: id,
        company_name: company.text("companyName").unwrap_or_default().to_owned(),
        is_own: company.id() == OWN_COMPANY,
        is_portal_active: is("isClientPortalActive"),
        is_taskfire_active: is_on,
        enabled_since: company.time("taskfireEnabledSince").filter(|_| is_on),
        can_enable,
        steps: steps(standing),
        missing: missing(standing),
        preparation,
        settings,
        acknowledgement,
        acknowledgements,
        taskfire_users: users,
        contacts: active_contacts(connection, id)?,
        licences: licences.count,
        billable_licences: licences.billable,
        licence_fee,
        currency,
    })
}

/// What the steps' states follow from.
#[derive(Clone, Copy)]
struct Standing {
    is_on: bool,
    can_enable: bool,
    is_prepared: bool,
    has_settings: bool,
    has_users: bool,
}

/// The steps in their order. The preparation is advice, which is due before enabling; workflow rules and billing come
/// with their own features.
fn steps(standing: Standing) -> Vec<SetupStep> {
    use StepState::{Done, Open, Optional, Unavailable, Waiting};
    let Standing { is_on, .. } = standing;
    let preparation = match (standing.is_prepared, is_on) {
        (true, _) => Done,
        (false, false) => Open,
        (false, true) => Optional,
    };
    let enable = match (is_on, standing.can_enable) {
        (true, _) => Done,
        (false, true) => Open,
        (false, false) => Unavailable,
    };
    let settings = match (is_on, standing.has_settings) {
        (false, _) => Waiting,
        (true, true) => Done,
        (true, false) => Optional,
    };
    let first_user = match (is_on, standing.has_users) {
        (false, _) => Waiting,
        (true, true) => Done,
        (true, false) => Open,
    };
    let step = |step, state| SetupStep { step, state };
    vec![
        step(Step::Preparation, preparation),
        step(Step::Enable, enable),
        step(Step::Settings, settings),
        step(Step::FirstUser, first_user),
        step(Step::WorkflowRules, Unavailable),
        step(Step::Billing, Unavailable),
    ]
}

fn missing(standing: Standing) -> Vec<Missing> {
    if standing.is_on {
        missing_users(standing.has_users)
    } else if standing.can_enable {
        Vec::new()
    } else {
        vec![Missing::FeatureInactive]
    }
}

/// What a client lacks whose Taskfire is on (TF-05).
pub(super) fn missing_users(has_users: bool) -> Vec<Missing> {
    if has_users {
        Vec::new()
    } else {
        vec![Missing::NoTaskfireUser]
    }
}

fn settings(company: &Row) -> TaskfireSettings {
    let is = |name: &str| company.boolean(name).unwrap_or_default();
    TaskfireSettings {
        complete_taskfire_with_autotask: is("isTaskfireCompletedWithAutotask"),
        complete_autotask_with_taskfire: is("isAutotaskCompletedWithTaskfire"),
        hide_financials: is("isHideFinancials"),
    }
}

/// Whether somebody chose the settings: one is on, or they were written since Taskfire is on.
fn has_settings(connection: &Connection, company: &Row) -> Result<bool, StoreError> {
    if settings(company) != TaskfireSettings::default() {
        return Ok(true);
    }
    let since = company.time("taskfireEnabledSince").map(Timestamp::millis);
    let mut statement = connection.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM audit_entry
         WHERE company_id = ?1 AND act = 'write_taskfire_settings' AND at >= ?2)",
    )?;
    Ok(statement.query_row((company.id(), since.unwrap_or(i64::MAX)), |row| row.get(0))?)
}

fn newest_acknowledgement(
    connection: &Connection,
    company: CompanyId,
) -> Result<(Option<AcknowledgementLine>, u64), StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, version, resource_name, at, count(*) OVER () FROM acknowledgement WHERE company_id = ?1
         ORDER BY id DESC LIMIT 1",
    )?;
    let newest = statement
        .query_row([company.0], |row| {
            let line = AcknowledgementLine {
                id: row.get(0)?,
                version: row.get(1)?,
                resource_name: row.get(2)?,
                at: Timestamp::from_millis(row.get(3)?),
            };
            Ok((Some(line), row.get(4)?))
        })
        .optional()?;
    Ok(newest.unwrap_or_default())
}

fn active_contacts(connection: &Connection, company: CompanyId) -> Result<u64, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT count(*) FROM contact WHERE company_id = ?1 AND is_active = 1")?;
    Ok(statement.query_row([company.0], |row| row.get(0))?)
}

/// What one licence costs, and in which currency.
fn fee(connection: &Connection) -> Result<(Option<String>, String), StoreError> {
    let mut statement = connection.prepare_cached("SELECT licence_fee, currency FROM instance")?;
    Ok(statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

fn preparation(connection: &Connection, company: CompanyId) -> Result<Preparation, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT work_flow, responsibilities, request_types, escalation_path FROM preparation WHERE company_id = ?1",
    )?;
    let found = statement.query_row([company.0], |row| {
        Ok(Preparation {
            work_flow: row.get(0)?,
            responsibilities: row.get(1)?,
            request_types: row.get(2)?,
            escalation_path: row.get(3)?,
        })
    });
    Ok(found.optional()?.unwrap_or_default())
}

fn points(preparation: &Preparation) -> [(&'static str, &str); 4] {
    [
        ("workFlow", &preparation.work_flow),
        ("responsibilities", &preparation.responsibilities),
        ("requestTypes", &preparation.request_types),
        ("escalationPath", &preparation.escalation_path),
    ]
}

fn is_whole(preparation: &Preparation) -> bool {
    points(preparation).iter().all(|(_, text)| !text.trim().is_empty())
}

/// Writes down what was agreed on beforehand, inside a write (TF-08).
///
/// # Errors
/// `not_found`; `out_of_range` for an answer that is too long.
pub fn write_preparation(
    writing: &Writing<'_>,
    actor: &Actor,
    company: CompanyId,
    wanted: &Preparation,
) -> Result<Done, OperationError> {
    let row = visible_company(writing, actor, company)?;
    let before = preparation(writing, company)?;
    for (field, text) in points(wanted) {
        if text.chars().nth(LONGEST_POINT).is_some() {
            let limit = i64::try_from(LONGEST_POINT).unwrap_or(i64::MAX);
            return Err(Refusal::OutOfRange { field, limit }.into());
        }
    }
    writing.execute(
        "INSERT OR REPLACE INTO preparation (company_id, work_flow, responsibilities, request_types, escalation_path)
         VALUES (?1, ?2, ?3, ?4, ?5)",
        (
            company.0,
            &wanted.work_flow,
            &wanted.responsibilities,
            &wanted.request_types,
            &wanted.escalation_path,
        ),
    )?;
    Ok(Done {
        company: Some(company),
        subject: row.text("companyName").unwrap_or_default().to_owned(),
        before: json!(before),
        after: json!(wanted),
    })
}

/// Switches a client's portal, inside a write (CPX-08).
///
/// # Errors
/// `not_found`; `disable_taskfire_first` while Taskfire is on; `feature_inactive` where the instance has no portal.
pub fn switch_portal(
    writing: &Writing<'_>,
    actor: &Actor,
    company: CompanyId,
    wanted: Switch,
) -> Result<Done, OperationError> {
    let before = visible_company(writing, actor, company)?;
    if !wanted.is_active && before.boolean("isTaskFireActive") == Some(true) {
        return Err(Refusal::DisableTaskfireFirst.into());
    }
    if wanted.is_active && !features::is_active(writing, Feature::Portal)? {
        return Err(Refusal::FeatureInactive.into());
    }
    let mut row = before.clone();
    row.set("isClientPortalActive", wanted.is_active);
    if row != before {
        writing.update(&before, &row)?;
    }
    let is_active = before.boolean("isClientPortalActive").unwrap_or_default();
    Ok(Done {
        company: Some(company),
        subject: row.text("companyName").unwrap_or_default().to_owned(),
        before: json!(Switch { is_active }),
        after: json!(wanted),
    })
}
