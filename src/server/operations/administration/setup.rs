//! A client's set-up as a checklist that can be left and taken up again (TF-04, TF-05, TF-08), and the portal's switch
//! (CPX-08).

use super::{Done, checked, features, require, seen, visible_company};
use crate::base::ids::CompanyId;
use crate::base::{Date, Timestamp};
use crate::domain::permission::Action;
use crate::domain::{Actor, Refusal};
use crate::entities::Row;
use crate::records::administration::instance::Feature;
use crate::records::administration::seeing::{self, Seeing};
use crate::records::administration::setup::{
    AcknowledgementLine, Missing, Preparation, Setup, SetupStep, Step, StepState, Switch, TaskfireSettings,
};
use crate::server::operations::billing::spells;
use crate::server::operations::people::licences;
use crate::server::operations::{OperationError, Operations, taskfire};
use crate::server::store::seed::OWN_COMPANY;
use crate::server::store::zones;
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
        let now = self.now();
        self.read(move |connection| {
            require(&reader, Action::EditTaskfireSettings)?;
            let row = visible_company(connection, &reader, company)?;
            Ok(read(connection, &row, zones::today(connection, now)?)?)
        })
        .await
    }
}

fn read(connection: &Connection, company: &Row, today: Date) -> Result<Setup, StoreError> {
    let id = CompanyId(company.id());
    let is = |name: &str| company.boolean(name).unwrap_or_default();
    let is_on = is("isTaskFireActive");
    let has_taskfire = features::is_active(connection, Feature::Taskfire)?;
    let has_portal = features::is_active(connection, Feature::Portal)?;
    let can_enable = !is_on && features::can_enable_taskfire(connection)?;
    let settings = is_on.then(|| taskfire::read_settings(company));
    let preparation = preparation(connection, id)?;
    let users = licences::users(connection, id)?;
    let licences = licences::of(connection, company)?;
    let (acknowledgement, acknowledgements) = newest_acknowledgement(connection, id)?;
    let (licence_fee, currency) = fee(connection)?;
    let standing = Standing {
        is_on,
        can_enable,
        has_taskfire,
        has_portal,
        is_prepared: is_whole(&preparation),
        has_settings: has_settings(connection, company)?,
        has_users: users > 0,
        has_automation: spells::is_on(connection, id, today)?,
    };
    Ok(Setup {
        company: id,
        company_name: company.text("companyName").unwrap_or_default().to_owned(),
        is_own: company.id() == OWN_COMPANY,
        is_portal_active: taskfire::is_portal_on(company),
        is_taskfire_active: is_on,
        enabled_since: company.time("taskfireEnabledSince").filter(|_| is_on),
        can_enable,
        steps: steps(standing),
        missing: missing(standing),
        preparation_seen: seeing::seen(&preparation),
        preparation,
        settings_seen: seeing::seen(&taskfire::read_settings(company)),
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
    has_taskfire: bool,
    has_portal: bool,
    is_prepared: bool,
    has_settings: bool,
    has_users: bool,
    has_automation: bool,
}

/// The steps in their order. The preparation is advice, which is due before enabling; workflow rules come with their own
/// feature.
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
    let billing = match (is_on, standing.has_automation) {
        (false, _) => Waiting,
        (true, true) => Done,
        (true, false) => Optional,
    };
    let step = |step, state| SetupStep { step, state };
    vec![
        step(Step::Preparation, preparation),
        step(Step::Enable, enable),
        step(Step::Settings, settings),
        step(Step::FirstUser, first_user),
        step(Step::WorkflowRules, Unavailable),
        step(Step::Billing, billing),
    ]
}

fn missing(standing: Standing) -> Vec<Missing> {
    if standing.is_on {
        return missing_users(standing.has_users);
    }
    let needed = [
        (standing.has_taskfire, Missing::FeatureInactive),
        (standing.has_portal, Missing::PortalInactive),
    ];
    needed
        .into_iter()
        .filter(|(is_there, _)| !is_there)
        .map(|(_, missing)| missing)
        .collect()
}

/// What a client lacks whose Taskfire is on (TF-05).
pub(super) fn missing_users(has_users: bool) -> Vec<Missing> {
    if has_users {
        Vec::new()
    } else {
        vec![Missing::NoTaskfireUser]
    }
}

/// Whether somebody chose the settings: one is on, or they were written since Taskfire is on.
fn has_settings(connection: &Connection, company: &Row) -> Result<bool, StoreError> {
    if taskfire::read_settings(company) != TaskfireSettings::default() {
        return Ok(true);
    }
    let mut statement = connection.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM taskfire_interval
         WHERE company_id = ?1 AND until IS NULL AND are_settings_chosen)",
    )?;
    Ok(statement.query_row([company.id()], |row| row.get(0))?)
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
/// `not_found`; `stale`; `out_of_range` for an answer that is too long, `not_printable` for one that a screen would obey.
pub fn write_preparation(
    writing: &Writing<'_>,
    actor: &Actor,
    company: CompanyId,
    wanted: &Seeing<Preparation>,
) -> Result<Done, OperationError> {
    let row = visible_company(writing, actor, company)?;
    let before = preparation(writing, company)?;
    seen::check(wanted, &before)?;
    let wanted = &wanted.value;
    for (field, text) in points(wanted) {
        checked::lines(field, text, LONGEST_POINT)?;
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
        answer: None,
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
    let is_active = taskfire::is_portal_on(&before);
    Ok(Done {
        company: Some(company),
        subject: row.text("companyName").unwrap_or_default().to_owned(),
        before: json!(Switch { is_active }),
        after: json!(wanted),
        answer: None,
    })
}
