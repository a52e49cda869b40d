//! Cases about the whole instance: what one client is not shown of another, settings that override one another, the
//! switch between the portal's versions, licences that cost nothing. Each has a form of its own.

use super::checks::Done;
use super::desk::Answer;
use super::form::{Case, Given, Step};
use super::onboarding;
use super::people::{Cast, Member, Named};
use super::report::{Difference, Verdict};
use super::run::{self, Stop};
use super::setup;
use super::world::World;
use reqwest::Method;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use tandem::base::ids::CompanyId;
use tandem::domain::{Act, SecurityLevel};

/// Judges a case of this kind; none where it is of another.
///
/// # Errors
/// An unknown form, or a state that can't be reached.
pub async fn judge(case: &Case) -> Result<Option<Verdict>, Stop> {
    let steps = case.steps().map_err(Stop::Unknown)?;
    let [step] = steps.as_slice() else {
        return Ok(None);
    };
    Ok(Some(match step.action.as_str() {
        "get_ticket" if case.given.pointer("/ticket/org").is_some() => across_clients(case, step).await?,
        "effective_setting" => effective_setting(case, step).await?,
        "has_switch" => has_switch(case, step).await?,
        "count_billable_licences" => billable_licences(case, step).await?,
        _ => return Ok(None),
    }))
}

pub(super) fn read<T: DeserializeOwned>(value: &Value) -> Result<T, Stop> {
    serde_json::from_value(value.clone()).map_err(|error| Stop::Unknown(error.to_string()))
}

/// All of a step's own fields.
pub(super) fn fields<T: DeserializeOwned>(step: &Step) -> Result<T, Stop> {
    read(&Value::Object(step.fields.clone()))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {}

async fn world(org: &str, step: &Step) -> Result<World, Stop> {
    let cast = Cast::of(&Given::default(), std::slice::from_ref(step)).map_err(Stop::Unknown)?;
    Ok(World::new(cast, org, None).await?)
}

/// What is and what should be, field by field; every field of `then` has to be among what is.
pub(super) fn compare(then: &Map<String, Value>, actual: &BTreeMap<String, Value>) -> Result<Verdict, Stop> {
    let mut differences = Vec::new();
    for (field, expected) in then {
        let actual = actual
            .get(field)
            .ok_or_else(|| Stop::Unknown(format!("then: {field}")))?;
        if actual != expected {
            differences.push(Difference {
                field: field.clone(),
                expected: expected.to_string(),
                actual: actual.to_string(),
            });
        }
    }
    match (then.is_empty(), differences.is_empty()) {
        (true, _) => Err(Stop::Unknown("nothing to check".to_owned())),
        (false, true) => Ok(Verdict::Holds),
        (false, false) => Ok(Verdict::Differs(differences)),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NumberedGiven {
    ticket: Numbered,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Numbered {
    org: String,
    number: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Number {
    number: String,
}

/// A ticket that its client has handed to the provider, asked for by somebody of any client.
async fn across_clients(case: &Case, step: &Step) -> Result<Verdict, Stop> {
    let given: NumberedGiven = read(&case.given)?;
    let asked: Number = fields(step)?;
    if asked.number != given.ticket.number {
        return Err(Stop::Unknown(format!("ticket {}", asked.number)));
    }
    let mut world = world(&given.ticket.org, step).await?;
    world.enable_taskfire(world.company).await?;
    let owner = world.extra(SecurityLevel::TaskfireAdministrator).await?;
    let new = Act::Create(Box::new(setup::new_ticket(&world)));
    world.must(&owner, new).await?;
    world.must(&owner, Act::Escalate { reason: String::new() }).await?;
    let named = world.cast.actor(step.actor.as_ref()).map_err(Stop::Unknown)?;
    if let Some(org) = &named.org {
        let company = world.company_of(org).await?;
        if company != world.company {
            world.enable_taskfire(company).await?;
        }
    }
    let reader = world.member(named).await?;
    let ticket = world.ticket.ok_or_else(|| Stop::Broken("no ticket".to_owned()))?;
    let answer = world.get(&reader, &format!("tickets/{ticket}")).await?;
    let listed = world.query(&reader, "tickets").await?;
    let is_listed = listed.iter().any(|row| row["id"] == json!(ticket.0));
    if is_listed != answer.is_done() {
        let what = format!("listed: {is_listed}, read: {}", answer.status);
        return Err(Stop::Broken(what));
    }
    let done = Done {
        answer: Some(answer),
        action: step.action.clone(),
        ..Done::default()
    };
    run::verdict(&mut world, &done, case).await
}

/// Something that the administrator writes has to be taken.
async fn put(world: &mut World, path: &str, body: Value) -> Result<(), Stop> {
    let administrator = world.extra(SecurityLevel::ProviderAdmin).await?;
    let answer = onboarding::act(world, &administrator, Method::PUT, path, body).await?;
    taken(path, &answer)
}

fn taken(path: &str, answer: &Answer) -> Result<(), Stop> {
    if answer.is_done() {
        return Ok(());
    }
    Err(Stop::Broken(format!("{path}: {} {}", answer.status, answer.body)))
}

async fn page(world: &mut World, path: &str) -> Result<Value, Stop> {
    let administrator = world.extra(SecurityLevel::ProviderAdmin).await?;
    let answer = world.get(&administrator, path).await?;
    taken(path, &answer)?;
    Ok(answer.body)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SettingsGiven {
    global_settings: BTreeMap<String, Value>,
    #[serde(default)]
    client_settings: BTreeMap<String, BTreeMap<String, Value>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Setting {
    setting: String,
}

/// A setting of the cases as ours: its name and its value.
fn ours(setting: &str, value: &Value) -> Result<(&'static str, Value), Stop> {
    match (setting, value) {
        ("require_2fa", Value::Bool(true)) => Ok(("twoFactor", json!("everybody"))),
        ("require_2fa", Value::Bool(false)) => Ok(("twoFactor", json!("nobody"))),
        _ => Err(Stop::Unknown(format!("setting {setting}: {value}"))),
    }
}

async fn effective_setting(case: &Case, step: &Step) -> Result<Verdict, Stop> {
    let given: SettingsGiven = read(&case.given)?;
    let asked: Setting = fields(step)?;
    let mut world = world("acme", step).await?;
    let mut global = page(&mut world, "portalSettings").await?["global"].take();
    for (setting, value) in &given.global_settings {
        let (name, value) = ours(setting, value)?;
        global[name] = value;
    }
    put(&mut world, "portalSettings", global).await?;
    let mut actual = BTreeMap::new();
    for (org, settings) in &given.client_settings {
        let company = world.company_of(org).await?;
        let mut overrides = json!({});
        for (setting, value) in settings {
            let (name, value) = ours(setting, value)?;
            overrides[name] = value;
        }
        put(&mut world, &format!("companies/{company}/portalSettings"), overrides).await?;
        actual.insert(org.clone(), holds(&mut world, company, &asked.setting).await?);
    }
    world.desk.stop().await;
    compare(&case.then, &actual)
}

/// Whether a switch of the cases holds for a client's people, by what becomes of one of them.
async fn holds(world: &mut World, company: CompanyId, setting: &str) -> Result<Value, Stop> {
    if setting != "require_2fa" {
        return Err(Stop::Unknown(format!("setting {setting}")));
    }
    let member = person_of(world, company).await?;
    let answer = world.get(&member, "tickets/1").await?;
    Ok(json!(answer.code() == Some("two_factor_required")))
}

/// Somebody of a client, besides whom nobody matters.
async fn person_of(world: &mut World, company: CompanyId) -> Result<Member, Stop> {
    let named = Named {
        id: format!("somebody of {company}"),
        level: SecurityLevel::PortalManager,
        org: None,
    };
    Ok(world.member_of(named, company).await?)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AccessGiven {
    early_access_active: bool,
    selected: Vec<String>,
}

async fn has_switch(case: &Case, step: &Step) -> Result<Verdict, Stop> {
    let given: AccessGiven = read(&case.given)?;
    let Nothing {} = fields(step)?;
    let mut world = world("acme", step).await?;
    let feature = json!({"feature": "next_portal", "isActive": given.early_access_active});
    put(&mut world, "instance/features", feature).await?;
    let mut actual = BTreeMap::new();
    for org in case.then.keys() {
        let company = world.company_of(org).await?;
        let overrides = json!({"nextVersion": given.selected.contains(org)});
        put(&mut world, &format!("companies/{company}/portalSettings"), overrides).await?;
        let member = person_of(&mut world, company).await?;
        actual.insert(org.clone(), json!(switches(&world, &member).await?));
    }
    world.desk.stop().await;
    compare(&case.then, &actual)
}

/// Whether somebody is offered the switch, which then has to work both ways, and else not at all.
async fn switches(world: &World, member: &Member) -> Result<bool, Stop> {
    let me = world.get(member, "me").await?;
    let is_offered = me.body["hasVersionSwitch"] == json!(true);
    for (next, version) in [(true, "list_with_preview"), (false, "list")] {
        let answer = onboarding::act(world, member, Method::PUT, "me/portalVersion", json!({"next": next})).await?;
        let works = answer.body["portalVersion"] == json!(version);
        if works != is_offered {
            let what = format!("offered: {is_offered}, {} {}", answer.status, answer.body);
            return Err(Stop::Broken(what));
        }
    }
    Ok(is_offered)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LicencesGiven {
    org: String,
    desk_users: usize,
}

async fn billable_licences(case: &Case, step: &Step) -> Result<Verdict, Stop> {
    let given: LicencesGiven = read(&case.given)?;
    let Nothing {} = fields(step)?;
    let mut world = world("acme", step).await?;
    let company = match given.org.as_str() {
        "own" => CompanyId(0),
        org => world.company_of(org).await?,
    };
    world.enable_taskfire(company).await?;
    for number in 0..given.desk_users {
        let named = Named {
            id: format!("desk user {number}"),
            level: SecurityLevel::TaskfireResource,
            org: None,
        };
        world.member_of(named, company).await?;
    }
    let setup = page(&mut world, &format!("companies/{company}/setup")).await?;
    world.desk.stop().await;
    let counted = [("billable", "billableLicences"), ("licences", "licences")];
    let actual = counted.map(|(word, field)| (word.to_owned(), setup[field].clone()));
    compare(&case.then, &BTreeMap::from(actual))
}
