//! Cases of support contracts: which one covers a request, what becomes of logged time, how contracts are activated. The
//! request is about item I1 and contact U1 of org unit O1, the case's company.

use super::desk::Answer;
use super::form::{Case, Given, Step, TicketGiven};
use super::instance::{compare, fields, read};
use super::labels;
use super::onboarding;
use super::people::{Cast, Member};
use super::report::Verdict;
use super::run::Stop;
use super::setup;
use super::world::{World, told};
use reqwest::Method;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use tandem::base::ids::{CompanyId, ContractId, ItemId, TicketId};
use tandem::base::{Clock, Date, Timestamp};
use tandem::domain::contract::Form;
use tandem::domain::creation::NewTicket;
use tandem::domain::{Act, Person, SecurityLevel, Side};
use tandem::entities::{CONFIGURATION_ITEM, CONTRACT, Row};
use tandem::server::operations::OperationError;
use tandem::server::store::rows;

/// The longest entry, in minutes: longer work is that of several people.
const LONGEST: i64 = 1440;
/// When nothing else is said: the cases' day, in the morning.
const NOW: &str = "2026-05-10";

/// Judges a case of this kind; none where it is of another.
///
/// # Errors
/// An unknown form, or a state that can't be reached.
pub async fn judge(case: &Case) -> Result<Option<Verdict>, Stop> {
    let steps = case.steps().map_err(Stop::Unknown)?;
    let Some(first) = steps.first() else {
        return Ok(None);
    };
    let is_given = |name: &str| case.given.get(name).is_some();
    let verdict = match first.action.as_str() {
        "create_request" | "reopen_request" => requests(case, &steps).await?,
        "set_validation" => validation(case, &steps).await?,
        "activate_contracts" => activation(case, first).await?,
        "enable_contract_now" => held(case, first).await?,
        "tick" if is_given("held_requests") => held(case, first).await?,
        "log_time" if is_given("request") => held_time(case, first).await?,
        "log_time" if is_given("contract") && is_given("ticket") => clients_time(case, first).await?,
        "log_time" if is_given("contract") => coverage(case, first).await?,
        "escalate" | "create_ticket" if is_given("validation") => clients_ticket(case, first).await?,
        _ => return Ok(None),
    };
    Ok(Some(verdict))
}

/// A contract of a case.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ContractGiven {
    #[serde(default)]
    id: Option<String>,
    kind: Form,
    #[serde(default)]
    scope: Option<String>,
    #[serde(default)]
    scope_id: Option<String>,
    #[serde(default)]
    start: Option<Date>,
    #[serde(default)]
    end: Option<Date>,
    #[serde(default)]
    minutes: i64,
    #[serde(default)]
    used: i64,
    #[serde(default)]
    approved: Option<bool>,
}

/// What a request is about; an item may be absent.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct RequestGiven {
    #[serde(default)]
    item: Option<String>,
    #[serde(default)]
    customer: Option<String>,
    #[serde(default)]
    org_unit: Option<String>,
}

/// A server with an item, a contact and contracts that are active.
struct Scene {
    world: World,
    administrator: Member,
    item: ItemId,
    contact: Member,
    contracts: BTreeMap<String, ContractId>,
}

impl Scene {
    async fn new(steps: &[Step], day: &str) -> Result<Self, Stop> {
        let cast = Cast::of(&Given::default(), steps).map_err(Stop::Unknown)?;
        let mut world = World::new(cast, "O1", Some(&format!("{day}T08:00:00Z"))).await?;
        let administrator = world.extra(SecurityLevel::ProviderAdmin).await?;
        let contact = world.extra(SecurityLevel::PortalBasic).await?;
        let company = world.company;
        let item = item(&world, company, "I1").await?;
        Ok(Self {
            world,
            administrator,
            item,
            contact,
            contracts: BTreeMap::new(),
        })
    }

    async fn administer(&self, method: Method, path: &str, body: Value) -> Result<Answer, Stop> {
        Ok(onboarding::act(&self.world, &self.administrator, method, path, body).await?)
    }

    async fn taken(&self, method: Method, path: &str, body: Value) -> Result<Answer, Stop> {
        let answer = self.administer(method, path, body).await?;
        if answer.is_done() {
            return Ok(answer);
        }
        Err(Stop::Broken(format!("{path}: {} {}", answer.status, answer.body)))
    }

    async fn activate(&self, option: &str, validation: bool) -> Result<(), Stop> {
        let option = json!({"timeExpiredOption": option});
        self.taken(Method::POST, "contracts/activate", option).await?;
        let validation = json!({"isActive": validation});
        self.taken(Method::PUT, "contracts/validation", validation).await?;
        Ok(())
    }

    /// Makes a contract as it is given, overlapping others or not, and uses it as far as the case says.
    async fn contract(&mut self, given: &ContractGiven) -> Result<ContractId, Stop> {
        let company = self.world.company;
        let contact = match self.contact.person {
            Person::Contact(contact) => contact,
            Person::Resource(_) => return Err(Stop::Broken("U1 is a contact".to_owned())),
        };
        let scope = match (given.scope.as_deref(), given.scope_id.as_deref()) {
            (None, None) | (Some("item"), Some("I1")) => json!({"item": self.item}),
            (Some("customer"), Some("U1")) => json!({"customer": contact}),
            (Some("org_unit"), Some("O1")) => json!("org_unit"),
            other => return Err(Stop::Unknown(format!("scope {other:?}"))),
        };
        let today = self.world.desk.clock.now().date();
        let start = given.start.unwrap_or(today);
        let mut body = json!({"kind": given.kind, "scope": scope, "fields": {
            "name": given.id.as_deref().unwrap_or("The case's"),
            "start": start,
            "end": given.end,
            "isApproved": given.approved.unwrap_or(true),
            "minutes": given.kind.has_minutes().then_some(given.minutes),
        }});
        let path = format!("companies/{company}/contracts");
        let made = self.administer(Method::POST, &path, body.clone()).await?;
        let id = if made.code() == Some("contracts_overlap") {
            // No route makes one that overlaps another: it is made for another item, and then it is this scope's.
            let elsewhere = item(&self.world, company, "Elsewhere").await?;
            body["scope"] = json!({"item": elsewhere});
            let id = contract_of(&self.taken(Method::POST, &path, body).await?)?;
            self.apply(id, &scope).await?;
            id
        } else {
            contract_of(&made)?
        };
        if let Some(name) = &given.id {
            self.contracts.insert(name.clone(), id);
        }
        if given.used > 0 {
            self.use_up(start, id, given.used).await?;
        }
        Ok(id)
    }

    /// Lets a contract be for another scope, whatever else there is on it.
    async fn apply(&self, contract: ContractId, scope: &Value) -> Result<(), Stop> {
        let (word, field) = match scope {
            Value::String(word) => (word.clone(), None),
            Value::Object(named) if named.contains_key("item") => (
                "item".to_owned(),
                Some(("scopeConfigurationItemID", named["item"].as_i64())),
            ),
            named => (
                "customer".to_owned(),
                Some(("scopeContactID", named["customer"].as_i64())),
            ),
        };
        let wrote = self.world.desk.operations.write(move |writing| {
            let before = rows::get(writing, &CONTRACT, contract.0)?.ok_or(OperationError::NotFound)?;
            let mut row = before.clone();
            row.set("supportScope", word.as_str());
            row.set("scopeConfigurationItemID", tandem::entities::Value::Null);
            if let Some((field, id)) = field {
                row.set(field, id.unwrap_or_default());
            }
            Ok(writing.update(&before, &row)?)
        });
        Ok(told(wrote.await)?)
    }

    /// Logs that much on a request of the contract's, on its first day.
    async fn use_up(&mut self, start: Date, id: ContractId, minutes: i64) -> Result<(), Stop> {
        let mut new = self.request();
        new.contract = Some(id);
        let tech = self.world.extra(SecurityLevel::ProviderTech).await?;
        self.world.must(&tech, Act::Create(Box::new(new))).await?;
        self.log(start, minutes).await?;
        self.world.ticket = None;
        Ok(())
    }

    /// Logs time of the provider's on the case's ticket; more than a day's by as many people as it takes.
    async fn log(&mut self, on: Date, minutes: i64) -> Result<(), Stop> {
        let mut left = minutes;
        let mut count = 0;
        while left > 0 {
            let tech = self
                .world
                .by_id(&format!("tech {count} of {on}"), Side::Autotask)
                .await?;
            self.world.must(&tech, time(on, left.min(LONGEST))).await?;
            left -= LONGEST;
            count += 1;
        }
        Ok(())
    }

    /// A request about I1 and U1.
    fn request(&self) -> NewTicket {
        let contact = match self.contact.person {
            Person::Contact(contact) => Some(contact),
            Person::Resource(_) => None,
        };
        NewTicket {
            contact,
            configuration_item: Some(self.item),
            ..setup::new_ticket(&self.world)
        }
    }

    /// The case's request, without what it doesn't name.
    fn request_of(&self, given: &RequestGiven) -> NewTicket {
        let mut new = self.request();
        new.configuration_item = new.configuration_item.filter(|_| given.item.is_some());
        new.contact = new.contact.filter(|_| given.customer.is_some());
        new
    }

    async fn set_clock(&mut self, day: Date) -> Result<(), Stop> {
        let at = Timestamp::parse(&format!("{day}T08:00:00Z")).map_err(|error| Stop::Broken(error.to_string()))?;
        self.world.desk.clock.set(at);
        self.world.sign_in_again().await?;
        self.administrator = self.world.extra(SecurityLevel::ProviderAdmin).await?;
        self.contact = self.world.extra(SecurityLevel::PortalBasic).await?;
        Ok(())
    }

    async fn row(&self, path: &str) -> Result<Value, Stop> {
        let answer = self.world.get(&self.administrator, path).await?;
        if answer.is_done() {
            return Ok(answer.body);
        }
        Err(Stop::Broken(format!("{path}: {} {}", answer.status, answer.body)))
    }

    async fn coverage(&self, ticket: TicketId) -> Result<Value, Stop> {
        self.row(&format!("tickets/{ticket}/coverage")).await
    }

    /// What became of a request: what `then` may ask about it.
    async fn outcome(&self, answer: &Answer) -> Result<BTreeMap<String, Value>, Stop> {
        let mut actual = BTreeMap::new();
        let mut set = |name: &str, value: Value| actual.insert(name.to_owned(), value);
        let Some(ticket) = super::world::created(answer).filter(|_| answer.is_done()) else {
            let is_known = answer.code() == Some("contract_required");
            set("contract", Value::Null);
            set("contract_state", json!("none"));
            set("request", json!(if is_known { "refused" } else { "something else" }));
            set(
                "offers",
                answer.body.pointer("/details/offers").cloned().unwrap_or_default(),
            );
            return Ok(actual);
        };
        let covered = self.coverage(ticket).await?;
        let contract = covered.pointer("/contract/id").and_then(Value::as_i64).map(ContractId);
        let name = self.contracts.iter().find(|(_, id)| Some(**id) == contract);
        set(
            "contract",
            match (contract, name) {
                (None, _) => Value::Null,
                (Some(_), Some((name, _))) => json!(name),
                (Some(id), None) => json!(id.0),
            },
        );
        let state = covered.pointer("/contract/state").cloned();
        set("contract_state", state.unwrap_or(json!("none")));
        set("request", is_held(&covered));
        set("offers", json!([]));
        let form = covered.pointer("/contract/form").cloned();
        set("contract_kind", form.unwrap_or_default());
        Ok(actual)
    }
}

/// The contract that an answer is about.
fn contract_of(answer: &Answer) -> Result<ContractId, Stop> {
    let id = answer.body.get("id").and_then(Value::as_i64);
    id.map(ContractId)
        .ok_or_else(|| Stop::Broken(format!("no contract: {} {}", answer.status, answer.body)))
}

fn is_held(covered: &Value) -> Value {
    let held = covered.get("isHeld").and_then(Value::as_bool).unwrap_or_default();
    json!(if held { "held" } else { "open" })
}

fn time(worked_on: Date, minutes: i64) -> Act {
    Act::LogTime {
        worked_on,
        started_at: None,
        minutes,
        summary: "The case's work".to_owned(),
        internal_notes: String::new(),
    }
}

/// An item; company 0 for one that nobody owns.
async fn item(world: &World, company: CompanyId, name: &str) -> Result<ItemId, Stop> {
    let mut row = Row::new(&CONFIGURATION_ITEM);
    row.set("companyID", company.0);
    row.set("referenceTitle", name);
    row.set("isActive", true);
    let wrote = world
        .desk
        .operations
        .write(move |writing| Ok(writing.insert(&mut row.clone())?));
    Ok(ItemId(told(wrote.await)?))
}

fn date(text: &str) -> Result<Date, Stop> {
    Date::parse(text).map_err(|error| Stop::Unknown(error.to_string()))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RequestsGiven {
    validation: bool,
    #[serde(default)]
    now: Option<String>,
    #[serde(default)]
    request: RequestGiven,
    contracts: Vec<ContractGiven>,
    #[serde(default)]
    request_closed_under: Option<Form>,
}

/// Requests that are created one after the other, or a closed one that is reopened.
async fn requests(case: &Case, steps: &[Step]) -> Result<Verdict, Stop> {
    let given: RequestsGiven = read(&case.given)?;
    let org_unit = given.request.org_unit.as_deref().unwrap_or("O1");
    if org_unit != "O1" {
        return Err(Stop::Unknown(format!("org unit {org_unit}")));
    }
    let day = given.now.as_deref().unwrap_or(NOW);
    let mut scene = Scene::new(steps, day).await?;
    scene.activate("rollover", false).await?;
    for contract in &given.contracts {
        scene.contract(contract).await?;
    }
    let validation = json!({"isActive": given.validation});
    scene.taken(Method::PUT, "contracts/validation", validation).await?;
    let mut outcomes = Vec::new();
    for step in steps {
        let answer = match step.action.as_str() {
            "create_request" => create(&mut scene, step, &given.request).await?,
            "reopen_request" => reopen(&mut scene, step, &given).await?,
            other => return Err(Stop::Unknown(format!("action {other}"))),
        };
        outcomes.push(scene.outcome(&answer).await?);
    }
    let mut actual = outcomes.first().cloned().unwrap_or_default();
    if let [first, second] = outcomes.as_slice() {
        actual.insert("second_request".to_owned(), second["request"].clone());
        let same = first["contract"] == second["contract"] && !first["contract"].is_null();
        actual.insert("second_uses_same_contract".to_owned(), json!(same));
    }
    if case.then.contains_key("covers_only_this_request") {
        // The next request on the same item is not covered, and the contract ends with its own.
        let next = scene.request_of(&given.request);
        let answer = scene
            .world
            .act(&scene.administrator, Act::Create(Box::new(next)))
            .await?;
        let refused = answer.code() == Some("contract_required");
        scene.world.must(&scene.administrator.clone(), complete()).await?;
        let ticket = scene.world.ticket.ok_or_else(|| Stop::Broken("no ticket".to_owned()))?;
        let ended = scene.coverage(ticket).await?.pointer("/contract/end").cloned();
        let only = refused && ended == Some(json!(day));
        actual.insert("covers_only_this_request".to_owned(), json!(only));
    }
    scene.world.desk.stop().await;
    compare(&case.then, &actual)
}

fn complete() -> Act {
    Act::Complete {
        resolution: String::new(),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Creation {
    #[serde(default)]
    new_contract: Value,
}

async fn create(scene: &mut Scene, step: &Step, request: &RequestGiven) -> Result<Answer, Stop> {
    let wanted: Creation = fields(step)?;
    let mut new = scene.request_of(request);
    let contract = match wanted.new_contract {
        Value::Null => Value::Null,
        Value::String(form) => json!({"form": form}),
        Value::Object(mut described) => {
            // Which form per item it is stands in a field of its own.
            if described.remove("kind") != Some(json!("per_item")) {
                return Err(Stop::Unknown(format!("new_contract {described:?}")));
            }
            Value::Object(described)
        }
        other => return Err(Stop::Unknown(format!("new_contract {other}"))),
    };
    if !contract.is_null() {
        new.new_contract = Some(read(&contract)?);
    }
    let named = scene.world.cast.actor(step.actor.as_ref()).map_err(Stop::Unknown)?;
    let actor = scene.world.member(named).await?;
    let answer = scene.world.act(&actor, Act::Create(Box::new(new))).await?;
    if let Some(ticket) = super::world::created(&answer) {
        scene.world.ticket = Some(ticket);
    }
    Ok(answer)
}

/// Reopens a request that was closed under a contract for it alone.
async fn reopen(scene: &mut Scene, step: &Step, given: &RequestsGiven) -> Result<Answer, Stop> {
    let Nothing {} = fields(step)?;
    let form = given.request_closed_under;
    if form != Some(Form::PerRequest) {
        return Err(Stop::Unknown(format!("request_closed_under {form:?}")));
    }
    let administrator = scene.administrator.clone();
    let mut new = scene.request_of(&given.request);
    new.new_contract = Some(read(&json!({"form": "per_request"}))?);
    scene.world.must(&administrator, Act::Create(Box::new(new))).await?;
    scene.world.must(&administrator, complete()).await?;
    scene.set_clock(date(NOW)?.next()).await?;
    let named = scene.world.cast.actor(step.actor.as_ref()).map_err(Stop::Unknown)?;
    let actor = scene.world.member(named).await?;
    Ok(scene.world.act(&actor, Act::Reopen).await?)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ValidationGiven {
    validation: bool,
    contracts: Vec<ContractGiven>,
    open_requests: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ValidationSet {
    value: bool,
}

/// Validation is switched, then a request comes.
async fn validation(case: &Case, steps: &[Step]) -> Result<Verdict, Stop> {
    let given: ValidationGiven = read(&case.given)?;
    let mut scene = Scene::new(steps, NOW).await?;
    scene.activate("rollover", given.validation).await?;
    for contract in &given.contracts {
        scene.contract(contract).await?;
    }
    let mut open = Vec::new();
    for name in &given.open_requests {
        let new = Act::Create(Box::new(scene.request()));
        scene.world.must(&scene.administrator.clone(), new).await?;
        open.push((name.clone(), scene.world.ticket));
    }
    let mut actual = BTreeMap::new();
    for step in steps {
        let named = scene.world.cast.actor(step.actor.as_ref()).map_err(Stop::Unknown)?;
        let actor = scene.world.member(named).await?;
        match step.action.as_str() {
            "set_validation" => {
                let wanted: ValidationSet = fields(step)?;
                let body = json!({"isActive": wanted.value});
                let path = "contracts/validation";
                let answer = onboarding::act(&scene.world, &actor, Method::PUT, path, body).await?;
                if !answer.is_done() {
                    return Err(Stop::Broken(format!("{path}: {}", answer.body)));
                }
            }
            "create_request" => {
                let answer = create(&mut scene, step, &RequestGiven::default()).await?;
                actual.insert(
                    "new_request".to_owned(),
                    scene.outcome(&answer).await?["request"].clone(),
                );
            }
            other => return Err(Stop::Unknown(format!("action {other}"))),
        }
    }
    for (name, ticket) in open {
        let ticket = ticket.ok_or_else(|| Stop::Broken("no ticket".to_owned()))?;
        // Open is what can be worked on.
        scene.world.ticket = Some(ticket);
        scene.log(date(NOW)?, 5).await?;
        actual.insert(name, is_held(&scene.coverage(ticket).await?));
    }
    scene.world.desk.stop().await;
    compare(&case.then, &actual)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ActivationGiven {
    #[serde(default)]
    global_items: Vec<String>,
    #[serde(default)]
    items: Vec<Owned>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Owned {
    id: String,
    owner: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ActivationAsked {
    time_expired_option: Option<String>,
}

/// Contracts are activated, with items that have owners or not.
async fn activation(case: &Case, step: &Step) -> Result<Verdict, Stop> {
    let given: ActivationGiven = read(&case.given)?;
    let asked: ActivationAsked = fields(step)?;
    let mut scene = Scene::new(std::slice::from_ref(step), NOW).await?;
    let nobody = CompanyId(0);
    let mut items = BTreeMap::new();
    for name in &given.global_items {
        items.insert(item(&scene.world, nobody, name).await?.0, name.clone());
    }
    for owned in &given.items {
        let id = item(&scene.world, nobody, &owned.id).await?;
        let owner = match (owned.owner.split_once(':'), scene.contact.person) {
            (Some(("org_unit", _)), _) => json!({"companyID": scene.world.company}),
            (Some(("customer", "U1")), Person::Contact(contact)) => {
                json!({"companyID": scene.world.company, "contactID": contact})
            }
            _ => return Err(Stop::Unknown(format!("owner {}", owned.owner))),
        };
        scene.taken(Method::PUT, &format!("items/{id}/owner"), owner).await?;
    }
    let named = scene.world.cast.actor(step.actor.as_ref()).map_err(Stop::Unknown)?;
    let actor = scene.world.member(named).await?;
    let body = json!({"timeExpiredOption": asked.time_expired_option});
    let answer = onboarding::act(&scene.world, &actor, Method::POST, "contracts/activate", body).await?;
    let mut actual = BTreeMap::new();
    actual.insert("error".to_owned(), label(&answer, &case.then, &step.action)?);
    let refused = answer.body.pointer("/details/items").and_then(Value::as_array);
    let refused = refused.map(|ids| ids.iter().filter_map(|id| items.get(&id.as_i64()?)).collect::<Vec<_>>());
    actual.insert("items".to_owned(), json!(refused));
    let settings = scene.row("contractSettings").await?;
    actual.insert("active".to_owned(), settings["isActive"].clone());
    scene.world.desk.stop().await;
    if !answer.is_done() && !case.then.contains_key("error") {
        return Err(Stop::Broken(format!("refused: {}", answer.body)));
    }
    compare(&case.then, &actual)
}

/// The case's label where the answer's code means it, else the code.
fn label(answer: &Answer, then: &Map<String, Value>, action: &str) -> Result<Value, Stop> {
    let Some(label) = then.get("error").and_then(Value::as_str) else {
        return Ok(json!(answer.code()));
    };
    let codes = labels::codes(label, action).ok_or_else(|| Stop::Unknown(format!("error {label} at {action}")))?;
    Ok(match answer.code() {
        Some(code) if codes.contains(&code) => json!(label),
        code => json!(code),
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HeldGiven {
    now: String,
    contract: ContractGiven,
    held_requests: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Enabled {
    #[serde(default)]
    contract: Option<String>,
}

/// Requests are held for a contract, which then becomes active: by hand, or as days pass.
async fn held(case: &Case, step: &Step) -> Result<Verdict, Stop> {
    let given: HeldGiven = read(&case.given)?;
    let asked: Enabled = fields(step)?;
    let mut scene = Scene::new(std::slice::from_ref(step), NOW).await?;
    scene.activate("rollover", true).await?;
    let contract = scene.contract(&given.contract).await?;
    let mut requests = Vec::new();
    for name in &given.held_requests {
        let new = Act::Create(Box::new(scene.request()));
        scene.world.must(&scene.administrator.clone(), new).await?;
        let ticket = scene.world.ticket.ok_or_else(|| Stop::Broken("no ticket".to_owned()))?;
        if is_held(&scene.coverage(ticket).await?) != json!("held") {
            return Err(Stop::Broken(format!("{name} is not held before")));
        }
        requests.push((name.clone(), ticket));
    }
    scene.set_clock(date(&given.now)?).await?;
    if step.action == "tick" {
        told(scene.world.desk.operations.tick().await)?;
    } else {
        if asked.contract != given.contract.id {
            return Err(Stop::Unknown(format!("contract {:?}", asked.contract)));
        }
        let named = scene.world.cast.actor(step.actor.as_ref()).map_err(Stop::Unknown)?;
        let actor = scene.world.member(named).await?;
        let path = format!("contracts/{contract}/enable");
        let answer = onboarding::act(&scene.world, &actor, Method::POST, &path, json!({})).await?;
        if !answer.is_done() {
            return Err(Stop::Broken(format!("{path}: {}", answer.body)));
        }
    }
    let mut actual = BTreeMap::new();
    let mut states = Map::new();
    for (name, ticket) in requests {
        let covered = scene.coverage(ticket).await?;
        actual.insert("start".to_owned(), covered["contract"]["start"].clone());
        actual.insert("contract_state".to_owned(), covered["contract"]["state"].clone());
        states.insert(name, is_held(&covered));
    }
    actual.insert("requests".to_owned(), Value::Object(states));
    scene.world.desk.stop().await;
    compare(&case.then, &actual)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HeldTimeGiven {
    request: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Logged {
    minutes: i64,
}

/// Time is logged on a request that is held; a note is taken there.
async fn held_time(case: &Case, step: &Step) -> Result<Verdict, Stop> {
    let given: HeldTimeGiven = read(&case.given)?;
    let asked: Logged = fields(step)?;
    if given.request != "held" {
        return Err(Stop::Unknown(format!("request {}", given.request)));
    }
    let mut scene = Scene::new(std::slice::from_ref(step), NOW).await?;
    scene.activate("rollover", true).await?;
    let pending = json!({"kind": "subscription", "start": "2026-07-01", "end": "2027-06-30"});
    scene.contract(&read(&pending)?).await?;
    let new = Act::Create(Box::new(scene.request()));
    scene.world.must(&scene.administrator.clone(), new).await?;
    let named = scene.world.cast.actor(step.actor.as_ref()).map_err(Stop::Unknown)?;
    let actor = scene.world.member(named).await?;
    let note = Act::AddNote {
        audience: tandem::domain::note::Audience::Public,
        title: String::new(),
        text: "We wait for the contract".to_owned(),
    };
    scene.world.must(&actor, note).await?;
    let answer = scene.world.act(&actor, time(date(NOW)?, asked.minutes)).await?;
    let mut actual = BTreeMap::new();
    actual.insert("error".to_owned(), label(&answer, &case.then, &step.action)?);
    scene.world.desk.stop().await;
    compare(&case.then, &actual)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CoverageGiven {
    contract: ContractGiven,
    next_contract: Option<ContractGiven>,
    time_expired_option: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EntriesLogged {
    entries: Vec<EntryLogged>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EntryLogged {
    minutes: i64,
    on: Date,
}

/// Time is logged on a request, on each entry's own day; then the next contract's day comes.
async fn coverage(case: &Case, step: &Step) -> Result<Verdict, Stop> {
    let given: CoverageGiven = read(&case.given)?;
    let logged: EntriesLogged = fields(step)?;
    let start = given.contract.start.unwrap_or(date(NOW)?);
    let mut scene = Scene::new(std::slice::from_ref(step), &start.to_string()).await?;
    scene.activate(&given.time_expired_option, false).await?;
    scene.contract(&given.contract).await?;
    let next = match &given.next_contract {
        Some(next) => Some((scene.contract(next).await?, next.start)),
        None => None,
    };
    let new = Act::Create(Box::new(scene.request()));
    scene.world.must(&scene.administrator.clone(), new).await?;
    let ticket = scene.world.ticket.ok_or_else(|| Stop::Broken("no ticket".to_owned()))?;
    for entry in &logged.entries {
        scene.set_clock(entry.on).await?;
        scene.log(entry.on, entry.minutes).await?;
    }
    if let Some((_, Some(start))) = next {
        scene.set_clock(start).await?;
        told(scene.world.desk.operations.tick().await)?;
    }
    let covered = scene.coverage(ticket).await?;
    let mut actual = BTreeMap::new();
    for (name, field) in [
        ("covered", "covered"),
        ("uncovered", "uncovered"),
        ("carried", "carried"),
        ("still_carried", "waiting"),
    ] {
        actual.insert(name.to_owned(), covered["logged"][field].clone());
    }
    if let Some((next, _)) = next {
        let row = scene.row(&format!("contracts/{next}")).await?;
        let minutes = |name: &str| row[name].as_i64().unwrap_or_default();
        let left = minutes("minutesBought") - minutes("minutesUsed");
        actual.insert("next_remaining".to_owned(), json!(left));
    }
    scene.world.desk.stop().await;
    compare(&case.then, &actual)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClientsTimeGiven {
    desk_enabled: bool,
    desk_eligible: bool,
    ticket: TicketGiven,
    contract: ContractGiven,
}

/// The client's people log time on a ticket that is linked to a contract.
async fn clients_time(case: &Case, step: &Step) -> Result<Verdict, Stop> {
    let given: ClientsTimeGiven = read(&case.given)?;
    let asked: Logged = fields(step)?;
    if !given.desk_enabled || !given.desk_eligible {
        return Err(Stop::Unknown("a client without Taskfire".to_owned()));
    }
    let mut scene = Scene::new(std::slice::from_ref(step), NOW).await?;
    scene.activate("rollover", false).await?;
    let org_unit = ContractGiven {
        scope: Some("org_unit".to_owned()),
        scope_id: Some("O1".to_owned()),
        ..given.contract.clone()
    };
    let contract = scene.contract(&org_unit).await?;
    scene.world.enable_taskfire(scene.world.company).await?;
    setup::ticket(&mut scene.world, &given.ticket).await?;
    scene.set_clock(date(NOW)?).await?;
    let named = scene.world.cast.actor(step.actor.as_ref()).map_err(Stop::Unknown)?;
    let actor = scene.world.member(named).await?;
    let ticket = scene.world.ticket.ok_or_else(|| Stop::Broken("no ticket".to_owned()))?;
    let linked = scene.coverage(ticket).await?.pointer("/contract/id").cloned();
    if linked != Some(json!(contract)) {
        return Err(Stop::Broken(format!("the ticket is linked to {linked:?}")));
    }
    scene.world.must(&actor, time(date(NOW)?, asked.minutes)).await?;
    let row = scene.row(&format!("contracts/{contract}")).await?;
    let mut actual = BTreeMap::new();
    actual.insert("contract_used".to_owned(), row["minutesUsed"].clone());
    let entries = scene.world.items(&actor, &format!("tickets/{ticket}/time")).await?;
    let side = match entries.first().and_then(|entry| entry["side"].as_str()) {
        Some("taskfire") => json!("client"),
        Some("autotask") => json!("provider"),
        _ => Value::Null,
    };
    actual.insert("time_side".to_owned(), side);
    scene.world.desk.stop().await;
    compare(&case.then, &actual)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClientsTicketGiven {
    validation: bool,
    contracts: Vec<ContractGiven>,
    #[serde(default)]
    ticket: Option<ClientsTicket>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClientsTicket {
    shared: bool,
    holder: String,
    #[serde(default)]
    item: Option<String>,
}

/// The client's people create a ticket of their own, or escalate one.
async fn clients_ticket(case: &Case, step: &Step) -> Result<Verdict, Stop> {
    let given: ClientsTicketGiven = read(&case.given)?;
    let Nothing {} = fields(step)?;
    let mut scene = Scene::new(std::slice::from_ref(step), NOW).await?;
    scene.activate("rollover", given.validation).await?;
    for contract in &given.contracts {
        scene.contract(contract).await?;
    }
    scene.world.enable_taskfire(scene.world.company).await?;
    let named = scene.world.cast.actor(step.actor.as_ref()).map_err(Stop::Unknown)?;
    let actor = scene.world.member(named).await?;
    let mut new = setup::new_ticket(&scene.world);
    let answer = match &given.ticket {
        None => {
            let answer = scene.world.act(&actor, Act::Create(Box::new(new))).await?;
            scene.world.ticket = super::world::created(&answer);
            answer
        }
        Some(ticket) if !ticket.shared && ticket.holder == "client" => {
            new.configuration_item = ticket.item.as_ref().map(|_| scene.item);
            scene.world.must(&actor, Act::Create(Box::new(new))).await?;
            scene.world.act(&actor, Act::Escalate { reason: String::new() }).await?
        }
        Some(_) => return Err(Stop::Unknown("a ticket that the provider knows".to_owned())),
    };
    let mut actual = BTreeMap::new();
    actual.insert("ok".to_owned(), json!(answer.is_done()));
    actual.insert("error".to_owned(), label(&answer, &case.then, &step.action)?);
    let offers = answer.body.pointer("/details/offers").cloned();
    actual.insert("offers".to_owned(), offers.unwrap_or_default());
    let holder = scene.world.ticket_now().await?.holder;
    let holder = if holder == Side::Taskfire { "client" } else { "provider" };
    actual.insert("holder".to_owned(), json!(holder));
    scene.world.desk.stop().await;
    compare(&case.then, &actual)
}
