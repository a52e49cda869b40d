//! Cases about what bills a client's licences, and who may read what was billed. They have a form of their own.

use super::checks::{self, Done};
use super::desk::Answer;
use super::form::{Case, Given, Step};
use super::levels;
use super::onboarding;
use super::people::{ADMINISTRATOR, Cast, Member, Named};
use super::report::{Difference, Verdict};
use super::run::Stop;
use super::sold::{Contracts, FEE};
use super::world::World;
use reqwest::Method;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::time::Duration;
use tandem::base::{Clock, Timestamp};
use tandem::domain::SecurityLevel;

/// The actions of these cases, but for those that other cases have too.
const ACTIONS: [&str; 9] = [
    "save_automation",
    "set_effective_date",
    "add_service_to_contract",
    "adjust_units",
    "list_automation_contracts",
    "list_clients",
    "count_units",
    "view",
    "create_service",
];
/// Those that other cases have too.
const SHARED: [&str; 2] = ["assign_desk_level", "create_contract"];
/// What tells that a case with a shared action is of this kind.
const OURS: [&str; 3] = ["automation", "provider_tz", "automated_service"];

/// What these cases start from.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct AutomationGiven {
    desk_enabled: Option<bool>,
    org_desk_enabled: Option<bool>,
    desk_users: usize,
    users: Vec<UserGiven>,
    user: Option<String>,
    assigned_on: Option<String>,
    today: Option<String>,
    provider_tz: Option<String>,
    unit_price: Option<String>,
    units: Option<usize>,
    automated_service: Option<String>,
    automation: Option<Value>,
    contract: Option<ContractGiven>,
    contracts: Vec<ContractGiven>,
    contract_services: Vec<String>,
    user_type: Option<String>,
    level_allows_finance: Option<bool>,
    hide_financials: Option<bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UserGiven {
    id: String,
    level: String,
    active: bool,
}

/// A contract by its label, or with what is said of it.
#[derive(Clone, Deserialize)]
#[serde(untagged)]
pub enum ContractGiven {
    Label(String),
    Said(Said),
}

#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Said {
    pub id: Option<String>,
    #[serde(rename = "type")]
    pub kind: Option<String>,
    pub org: Option<String>,
    pub start: Option<String>,
    pub end: Option<String>,
    pub anchor: Option<String>,
    pub service: Option<String>,
    pub units: Option<i64>,
}

impl ContractGiven {
    fn said(&self) -> Said {
        match self {
            Self::Said(said) => said.clone(),
            Self::Label(label) => Said {
                id: Some(label.clone()),
                ..Said::default()
            },
        }
    }
}

/// Judges a case of this kind; none where it is of another.
///
/// # Errors
/// An unknown form, or a state that can't be reached.
pub async fn judge(case: &Case) -> Result<Option<Verdict>, Stop> {
    let steps = case.steps().map_err(Stop::Unknown)?;
    let own = |step: &Step| ACTIONS.contains(&step.action.as_str());
    let known = |step: &Step| own(step) || SHARED.contains(&step.action.as_str());
    let says = OURS.iter().any(|field| case.given.get(field).is_some());
    if !steps.iter().all(known) || !(steps.iter().any(own) || says) {
        return Ok(None);
    }
    let given: AutomationGiven =
        serde_json::from_value(case.given.clone()).map_err(|error| Stop::Unknown(format!("given: {error}")))?;
    let cast = Cast::of(&Given::default(), &steps).map_err(Stop::Unknown)?;
    let mut story = Story::begin(cast, &given, &steps).await?;
    let mut done = Done::default();
    for step in &steps {
        let answer = story.perform(step).await?;
        let refused = !answer.is_done();
        done.action.clone_from(&step.action);
        done.answer = Some(answer);
        if refused {
            break;
        }
    }
    let verdict = story.verdict(&done, case).await?;
    story.world.desk.stop().await;
    Ok(Some(verdict))
}

/// A case of this kind as it goes on.
struct Story {
    world: World,
    contracts: Contracts,
    /// The contract that steps mean which name none.
    contract: Option<String>,
    /// Whose licence or level the case is about.
    user: Option<String>,
    /// Who reads, in cases of reports.
    reader: Option<Member>,
}

/// The day's morning, or the moment itself.
fn moment(text: &str) -> Result<Timestamp, Stop> {
    let at = Timestamp::parse(text).map_err(|error| Stop::Unknown(error.to_string()))?;
    Ok(if text.contains('T') {
        at
    } else {
        at.plus_minutes(8 * 60)
    })
}

impl Story {
    async fn begin(cast: Cast, given: &AutomationGiven, steps: &[Step]) -> Result<Self, Stop> {
        let at = steps
            .iter()
            .find_map(|step| step.fields.get("at"))
            .and_then(Value::as_str);
        let now = given.today.as_deref().or(given.assigned_on.as_deref()).or(at);
        let said = now.map(moment).transpose()?;
        // What has ended was chosen while it ran.
        let end = given.contract.as_ref().and_then(|contract| contract.said().end);
        let end = end.as_deref().map(moment).transpose()?;
        let mut now = said.map(|said| end.map_or(said, |end| said.min(end)));
        if given.provider_tz.is_some() {
            // Another time zone holds from the next day on.
            now = now.map(|now| now.plus_minutes(-3 * 24 * 60));
        }
        let world = World::new(cast, "acme", now.map(|now| now.to_string()).as_deref()).await?;
        let mut story = Self {
            world,
            contracts: Contracts::default(),
            contract: None,
            user: given.user.clone(),
            reader: None,
        };
        story.settle(given).await?;
        if end.is_some()
            && let Some(said) = said
        {
            story.pass_to(said).await?;
        }
        if let Some(at) = at {
            story.pass_to(moment(at)?).await?;
        }
        Ok(story)
    }

    async fn settle(&mut self, given: &AutomationGiven) -> Result<(), Stop> {
        let company = self.world.company;
        if given.desk_enabled.unwrap_or(true) {
            self.world.enable_taskfire(company).await?;
        }
        if let Some(zone) = &given.provider_tz {
            self.set_zone(zone).await?;
        }
        let users = given.desk_users.max(given.units.unwrap_or_default());
        for number in 0..users {
            self.somebody(&format!("desk user {number}"), SecurityLevel::TaskfireResource)
                .await?;
        }
        for user in &given.users {
            let level = super::labels::level(&user.level);
            let level = level.ok_or_else(|| Stop::Unknown(format!("level {}", user.level)))?;
            let member = self.somebody(&user.id, level).await?;
            if !user.active {
                self.deactivate(&member).await?;
            }
        }
        if let Some(user) = given.user.clone().filter(|_| given.assigned_on.is_some()) {
            self.somebody(&user, SecurityLevel::TaskfireResource).await?;
        }
        self.settle_contracts(given).await?;
        self.settle_reader(given).await
    }

    async fn settle_contracts(&mut self, given: &AutomationGiven) -> Result<(), Stop> {
        let price = given.unit_price.as_deref();
        for contract in given.contracts.iter().chain(&given.contract) {
            let said = contract.said();
            let label = said.id.clone().unwrap_or_else(|| "C1".to_owned());
            self.contracts.make(&mut self.world, &label, &said).await?;
            if let Some(service) = &said.service {
                let units = said.units.unwrap_or_default();
                self.contracts
                    .sell(&mut self.world, &label, service, price, units)
                    .await?;
            }
        }
        let contract = given
            .contract
            .as_ref()
            .map(|contract| contract.said().id.unwrap_or_else(|| "C1".to_owned()));
        let is_null = given.contract.is_none();
        self.contract.clone_from(&contract);
        for service in &given.contract_services {
            let label = contract.as_deref().unwrap_or("C1");
            self.contracts.sell(&mut self.world, label, service, price, 0).await?;
        }
        if is_null && price.is_some() {
            // The page has a contract with the service, though the case names neither.
            self.contracts.make(&mut self.world, "C1", &Said::default()).await?;
            self.contracts.sell(&mut self.world, "C1", FEE, price, 0).await?;
            self.contract = Some("C1".to_owned());
        }
        let is_on = given
            .automation
            .as_ref()
            .is_some_and(|automation| *automation != json!(false) && !automation.is_null());
        let ended = matches!(&given.contract, Some(ContractGiven::Said(said)) if said.service.is_none());
        let service = given.automated_service.as_deref().or((is_on || ended).then_some(FEE));
        if let Some(service) = service {
            let label = contract.unwrap_or_else(|| "C1".to_owned());
            self.contracts.make(&mut self.world, &label, &Said::default()).await?;
            self.contracts.sell(&mut self.world, &label, service, price, 0).await?;
            let administrator = self.administrator().await?;
            let answer = self
                .contracts
                .automate(&mut self.world, &administrator, &label, service)
                .await?;
            taken(&answer)?;
            self.contract = Some(label);
        }
        let other = given.org_desk_enabled == Some(true);
        if other {
            let company = self.world.company_of("other").await?;
            self.world.enable_taskfire(company).await?;
        }
        Ok(())
    }

    /// Who reads invoices and reports.
    async fn settle_reader(&mut self, given: &AutomationGiven) -> Result<(), Stop> {
        let Some(kind) = &given.user_type else { return Ok(()) };
        let allowed = given.level_allows_finance.unwrap_or(true);
        let level = match (kind.as_str(), allowed) {
            ("desk", true) => SecurityLevel::TaskfireAdministrator,
            ("desk", false) => SecurityLevel::TaskfireResource,
            ("portal" | "standard", true) => SecurityLevel::PortalManager,
            ("portal" | "standard", false) => SecurityLevel::PortalBasic,
            (other, _) => return Err(Stop::Unknown(format!("user type {other}"))),
        };
        let administrator = self.administrator().await?;
        let hidden = given.hide_financials.unwrap_or_default();
        let company = self.world.company;
        let answer =
            super::actions::set_setting(&self.world, &administrator, company, "hide_financials", hidden).await?;
        taken(&answer)?;
        self.reader = Some(self.somebody("the reader", level).await?);
        Ok(())
    }

    async fn administrator(&mut self) -> Result<Member, Stop> {
        Ok(self.somebody(ADMINISTRATOR, SecurityLevel::ProviderAdmin).await?)
    }

    async fn somebody(&mut self, id: &str, level: SecurityLevel) -> Result<Member, String> {
        let named = Named {
            id: id.to_owned(),
            level,
            org: None,
        };
        self.world.member(named).await
    }

    async fn deactivate(&mut self, member: &Member) -> Result<(), Stop> {
        let administrator = self.administrator().await?;
        let body = json!({"isActive": false});
        taken(&levels::put(&self.world, &administrator, member, "active", body).await?)
    }

    async fn set_zone(&mut self, zone: &str) -> Result<(), Stop> {
        let administrator = self.administrator().await?;
        let page = self.world.get(&administrator, "instance").await?;
        taken(&page)?;
        let mut settings = page.body["settings"].clone();
        settings["timeZone"] = json!(zone);
        taken(&onboarding::act(&self.world, &administrator, Method::PUT, "instance", settings).await?)
    }

    /// Lets time go on to that moment; people sign in again.
    async fn pass_to(&mut self, at: Timestamp) -> Result<(), Stop> {
        if at > self.world.desk.clock.now() {
            self.world.desk.clock.set(at);
            self.world.desk.clock.advance(Duration::ZERO);
            self.world.sign_in_again().await?;
        }
        Ok(())
    }

    async fn perform(&mut self, step: &Step) -> Result<Answer, Stop> {
        let named = self.world.cast.actor(step.actor.as_ref()).map_err(Stop::Unknown)?;
        let mut actor = if step.actor.is_some() {
            self.world.member(named).await?
        } else {
            self.administrator().await?
        };
        let mut fields = step.fields.clone();
        fields.remove("at");
        let answer = match step.action.as_str() {
            "view" => {
                actor = self
                    .reader
                    .clone()
                    .ok_or_else(|| Stop::Unknown("view by nobody".to_owned()))?;
                self.view(&actor, fields.remove("targets")).await?
            }
            "save_automation" => self.save_automation(&actor, &mut fields).await?,
            "set_effective_date" => self.set_effective_date(&actor, fields.remove("value")).await?,
            "assign_desk_level" => {
                let id = text(&mut fields, "user")
                    .or(self.user.clone())
                    .unwrap_or_else(|| "somebody".to_owned());
                let contact = self.somebody(&id, SecurityLevel::PortalBasic).await?;
                self.user = Some(id);
                let body = json!({"level": 4, "userName": null, "seenFee": null});
                levels::put(&self.world, &actor, &contact, "level", body).await?
            }
            "create_contract" | "create_service" | "add_service_to_contract" | "adjust_units" => {
                self.sell(&actor, step, &mut fields).await?
            }
            "list_automation_contracts" | "count_units" => {
                let company = match text(&mut fields, "org") {
                    Some(org) => self.world.company_of(&org).await?,
                    None => self.world.company,
                };
                self.world
                    .get(&actor, &format!("companies/{company}/automation"))
                    .await?
            }
            "list_clients" => self.world.get(&actor, "portalCompanies").await?,
            other => return Err(Stop::Unknown(format!("action {other}"))),
        };
        match fields.keys().next() {
            Some(field) => Err(Stop::Unknown(format!("{}: {field}", step.action))),
            None => Ok(answer),
        }
    }

    /// What is done about contracts and what they carry.
    async fn sell(&mut self, actor: &Member, step: &Step, fields: &mut Map<String, Value>) -> Result<Answer, Stop> {
        let label = |fields: &mut Map<String, Value>| text(fields, "contract").or(self.contract.clone());
        if step.action == "create_contract" {
            let said = Said {
                id: text(fields, "id"),
                kind: text(fields, "type"),
                ..Said::default()
            };
            let id = said.id.clone().unwrap_or_else(|| "C1".to_owned());
            return self.contracts.create(&mut self.world, actor, &id, &said).await;
        }
        let contract = label(fields).ok_or_else(|| Stop::Unknown(format!("{} on no contract", step.action)))?;
        let service = text(fields, "service").or_else(|| text(fields, "name"));
        let service = service.ok_or_else(|| Stop::Unknown(format!("{} of no service", step.action)))?;
        if step.action == "adjust_units" {
            let units = fields.remove("units").and_then(|units| units.as_i64());
            let units = units.ok_or_else(|| Stop::Unknown("adjust_units without units".to_owned()))?;
            return self
                .contracts
                .adjust(&mut self.world, actor, &contract, &service, units)
                .await;
        }
        if let Some(org) = text(fields, "org") {
            let said = Said {
                org: Some(org),
                ..Said::default()
            };
            self.contracts.make(&mut self.world, &contract, &said).await?;
        }
        self.contracts
            .put_on(&mut self.world, actor, &contract, &service, None, 0)
            .await
    }

    async fn save_automation(&mut self, actor: &Member, fields: &mut Map<String, Value>) -> Result<Answer, Stop> {
        let contract = text(fields, "contract").or(self.contract.clone());
        let service = text(fields, "service").unwrap_or_else(|| FEE.to_owned());
        match contract {
            Some(contract) => Ok(self
                .contracts
                .automate(&mut self.world, actor, &contract, &service)
                .await?),
            None => {
                let path = format!("companies/{}/automation", self.world.company);
                let body = json!({"contract": null, "contractService": null});
                Ok(onboarding::act(&self.world, actor, Method::PUT, &path, body).await?)
            }
        }
    }

    async fn set_effective_date(&mut self, actor: &Member, value: Option<Value>) -> Result<Answer, Stop> {
        let id = self
            .user
            .clone()
            .ok_or_else(|| Stop::Unknown("nobody's effective date".to_owned()))?;
        let contact = self.somebody(&id, SecurityLevel::TaskfireResource).await?;
        let body = json!({"level": 4, "userName": null, "seenFee": null, "licenceSince": value});
        Ok(levels::put(&self.world, actor, &contact, "level", body).await?)
    }

    /// All of the things that setting 3 covers; the first that is refused answers.
    async fn view(&mut self, reader: &Member, targets: Option<Value>) -> Result<Answer, Stop> {
        let targets = targets
            .and_then(|targets| targets.as_array().cloned())
            .unwrap_or_default();
        let mut last = None;
        for target in &targets {
            let path = match target.as_str() {
                Some("invoice_report" | "recent_invoices_card") => "invoices".to_owned(),
                Some("client_block_report") => format!("companies/{}/blockReport", self.world.company),
                _ => return Err(Stop::Unknown(format!("target {target}"))),
            };
            let answer = self.world.get(reader, &path).await?;
            if !answer.is_done() {
                return Ok(answer);
            }
            last = Some(answer);
        }
        last.ok_or_else(|| Stop::Unknown("view of nothing".to_owned()))
    }

    async fn verdict(&mut self, done: &Done, case: &Case) -> Result<Verdict, Stop> {
        let mut rest = Map::new();
        let mut differences = Vec::new();
        for (field, expected) in &case.then {
            match self.actual(done, field, expected).await? {
                None => {
                    rest.insert(field.clone(), expected.clone());
                }
                Some(actual) if actual == *expected => {}
                Some(actual) => differences.push(Difference {
                    field: field.clone(),
                    expected: expected.to_string(),
                    actual: actual.to_string(),
                }),
            }
        }
        if !rest.is_empty() || case.then.is_empty() {
            differences.extend(checks::differences(&mut self.world, done, &rest).await?);
        } else if let Some(answer) = done.answer.as_ref().filter(|answer| !answer.is_done()) {
            differences.push(Difference {
                field: "error".to_owned(),
                expected: Value::Null.to_string(),
                actual: answer.body.to_string(),
            });
        }
        Ok(if differences.is_empty() {
            Verdict::Holds
        } else {
            Verdict::Differs(differences)
        })
    }

    /// What a field is that only these cases have.
    async fn actual(&mut self, done: &Done, field: &str, expected: &Value) -> Result<Option<Value>, Stop> {
        let body = done
            .answer
            .as_ref()
            .map(|answer| answer.body.clone())
            .unwrap_or_default();
        Ok(Some(match field {
            "licences" => body["licences"].clone(),
            "unit_price" => body["unitPrice"].clone(),
            "total" => body["total"].clone(),
            "effective_date" => self.effective_date().await?,
            "units" => self.units(done, &body).await?,
            "contract" => json!(body["contract"].as_i64().and_then(|id| self.contracts.label(id))),
            "ids" => {
                let listed = body["contracts"].as_array().into_iter().flatten();
                let labels = listed.filter_map(|contract| self.contracts.label(contract["id"].as_i64()?));
                json!(labels.collect::<Vec<_>>())
            }
            "warning" => json!(self.listed(&body)["contractWarning"] == "automation_contract_expired"),
            "contract_greyed_out" => self.automation().await?["isExpired"].clone(),
            "warnings_include" => {
                let warnings = body["warnings"].as_array().cloned().unwrap_or_default();
                let wanted = expected.as_array().cloned().unwrap_or_default();
                json!(
                    wanted
                        .into_iter()
                        .filter(|wanted| warnings.contains(wanted))
                        .collect::<Vec<_>>()
                )
            }
            "warnings" => body["warnings"].clone(),
            "notice" => body["notice"].clone(),
            _ => return Ok(None),
        }))
    }

    fn listed(&self, body: &Value) -> Value {
        let lines = body["items"].as_array().into_iter().flatten();
        let mut own = lines.filter(|line| line["id"] == json!(self.world.company.0));
        own.next().cloned().unwrap_or_default()
    }

    async fn automation(&mut self) -> Result<Value, Stop> {
        let administrator = self.administrator().await?;
        let path = format!("companies/{}/automation", self.world.company);
        Ok(self.world.get(&administrator, &path).await?.body["automation"].clone())
    }

    /// The units of the case's service: as they were counted, else as the contract has them.
    async fn units(&mut self, done: &Done, body: &Value) -> Result<Value, Stop> {
        if done.action == "count_units" {
            return Ok(body["licences"].clone());
        }
        let administrator = self.administrator().await?;
        let label = self
            .contract
            .clone()
            .ok_or_else(|| Stop::Unknown("units on no contract".to_owned()))?;
        self.contracts.units(&self.world, &administrator, &label).await
    }

    /// Since which day the user's licence counts.
    async fn effective_date(&mut self) -> Result<Value, Stop> {
        let id = self.user.clone().unwrap_or_default();
        let administrator = self.administrator().await?;
        let path = format!("companies/{}/people", self.world.company);
        let people = self.world.get(&administrator, &path).await?;
        let lines = people.body["items"].as_array().cloned().unwrap_or_default();
        let line = lines
            .into_iter()
            .find(|line| line["userName"] == json!(id))
            .unwrap_or_default();
        Ok(line["licenceSince"].clone())
    }
}

fn text(fields: &mut Map<String, Value>, name: &str) -> Option<String> {
    fields.remove(name).and_then(|value| value.as_str().map(str::to_owned))
}

fn taken(answer: &Answer) -> Result<(), Stop> {
    if answer.is_done() {
        return Ok(());
    }
    Err(Stop::Broken(format!(
        "the state before: {} {}",
        answer.status, answer.body
    )))
}
