//! Cases about a client's way to Taskfire and away from it: agreement, acknowledgement, settings, portal, disabling.
//! They have a form of their own.

use super::automation::Said;
use super::checks::Done;
use super::desk::Answer;
use super::form::{Case, Given, Step};
use super::labels;
use super::onboarding;
use super::people::{ADMINISTRATOR, Cast, Member, Named};
use super::report::{Difference, Verdict};
use super::run::Stop;
use super::sold::{Contracts, FEE};
use super::world::{World, told};
use reqwest::Method;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use tandem::base::ids::CompanyId;
use tandem::base::{Clock, Timestamp};
use tandem::domain::{Person, SecurityLevel};
use tandem::entities::RESOURCE;
use tandem::server::operations::OperationError;
use tandem::server::store::agreements::Text;
use tandem::server::store::rows;

/// The contract that bills licences.
const CONTRACT: &str = "C1";
/// The actions of these cases.
const ACTIONS: [&str; 7] = [
    "accept_agreement",
    "cancel_agreement",
    "view_acknowledgement",
    "disable_desk",
    "get_desk_section",
    "set_portal_enabled",
    "set_setting",
];

/// What some cases of this kind start from.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OnboardingGiven {
    desk_enabled: Option<bool>,
    now: Option<String>,
    agreement_version: Option<String>,
    acknowledgement: Option<Acknowledged>,
    renamed_to: Option<String>,
    current_agreement_version: Option<String>,
    acknowledgements: Option<u64>,
    portal_enabled: Option<bool>,
    #[serde(default)]
    desk_users: usize,
    automation: Option<bool>,
    instance_feature_active: Option<bool>,
    #[serde(default)]
    clients: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Acknowledged {
    resource_name: String,
    at: String,
    agreement_version: String,
}

/// A case of this kind as it goes on.
struct Story<'a> {
    world: World,
    contracts: Contracts,
    done: Done,
    /// The setting that was written last.
    setting: Option<String>,
    then: &'a Map<String, Value>,
}

/// Judges a case of this kind; none where it is of another.
///
/// # Errors
/// An unknown form, or a state that can't be reached.
pub async fn judge(case: &Case) -> Result<Option<Verdict>, Stop> {
    let steps = case.steps().map_err(Stop::Unknown)?;
    let is_ours = steps.iter().all(|step| ACTIONS.contains(&step.action.as_str()));
    let has_ticket = ["ticket", "settings"]
        .iter()
        .any(|field| case.given.get(field).is_some());
    if !is_ours || has_ticket || case.then.contains_key("result") {
        return Ok(None);
    }
    let given: OnboardingGiven =
        serde_json::from_value(case.given.clone()).map_err(|error| Stop::Unknown(format!("given: {error}")))?;
    let mut cast = Cast::of(&Given::default(), &steps).map_err(Stop::Unknown)?;
    if let Some(acknowledged) = &given.acknowledgement {
        cast.rename(ADMINISTRATOR, &acknowledged.resource_name);
    }
    let now = given.acknowledgement.as_ref().map(|given| given.at.as_str());
    let world = World::new(cast, "acme", given.now.as_deref().or(now)).await?;
    let mut story = Story {
        world,
        contracts: Contracts::default(),
        done: Done::default(),
        setting: None,
        then: &case.then,
    };
    story.begin(&given).await?;
    for (number, step) in steps.iter().enumerate() {
        if number > 0 {
            story.world.desk.clock.advance(std::time::Duration::from_secs(60));
        }
        let answer = story.perform(step).await?;
        let refused = !answer.is_done();
        story.done.action.clone_from(&step.action);
        story.done.answer = Some(answer);
        if refused {
            break;
        }
    }
    let verdict = story.verdict().await?;
    story.world.desk.stop().await;
    Ok(Some(verdict))
}

/// The number in `v2`.
fn version(label: &str) -> Result<u32, Stop> {
    let number = label.strip_prefix('v').and_then(|number| number.parse().ok());
    number.ok_or_else(|| Stop::Unknown(format!("agreement version {label}")))
}

impl Story<'_> {
    async fn administrator(&mut self) -> Result<Member, Stop> {
        let named = Named {
            id: ADMINISTRATOR.to_owned(),
            level: SecurityLevel::ProviderAdmin,
            org: None,
        };
        Ok(self.world.member(named).await?)
    }

    async fn begin(&mut self, given: &OnboardingGiven) -> Result<(), Stop> {
        let acknowledged = given.acknowledgement.as_ref().map(|given| &given.agreement_version);
        if let Some(label) = given.agreement_version.as_ref().or(acknowledged) {
            self.put_in_force(version(label)?).await?;
        }
        if given.desk_enabled.unwrap_or(true) {
            let company = self.world.company;
            self.enable(company).await?;
        }
        for client in &given.clients {
            let company = self.world.company_of(client).await?;
            if company != self.world.company {
                self.enable(company).await?;
            }
        }
        for number in 0..given.desk_users {
            let named = Named {
                id: format!("desk user {number}"),
                level: SecurityLevel::TaskfireResource,
                org: None,
            };
            self.world.member(named).await?;
        }
        if given.automation == Some(true) {
            self.contracts.make(&mut self.world, CONTRACT, &Said::default()).await?;
            self.contracts.sell(&mut self.world, CONTRACT, FEE, None, 0).await?;
            let administrator = self.administrator().await?;
            let saved = self
                .contracts
                .automate(&mut self.world, &administrator, CONTRACT, FEE)
                .await?;
            taken("automation", &saved)?;
        }
        if given.instance_feature_active == Some(false) {
            let feature = json!({"feature": "taskfire", "isActive": false});
            self.must(Method::PUT, "instance/features", feature).await?;
        }
        if let Some(name) = &given.renamed_to {
            self.rename(name).await?;
        }
        if let Some(label) = &given.current_agreement_version {
            self.put_in_force(version(label)?).await?;
        }
        self.check_beginning(given).await
    }

    /// What `given` says and nothing had to be done for.
    async fn check_beginning(&mut self, given: &OnboardingGiven) -> Result<(), Stop> {
        let setup = self.setup().await?;
        let expected = [
            ("acknowledgements", given.acknowledgements.map(Value::from)),
            ("isPortalActive", given.portal_enabled.map(Value::from)),
        ];
        for (field, expected) in expected {
            if let Some(expected) = expected.filter(|expected| *expected != setup[field]) {
                return Err(Stop::Broken(format!("{field} is {}, not {expected}", setup[field])));
            }
        }
        Ok(())
    }

    async fn enable(&mut self, company: CompanyId) -> Result<(), Stop> {
        let administrator = self.administrator().await?;
        let answer = onboarding::accept(&self.world, &administrator, company, [true, true]).await?;
        taken("accept", &answer)
    }

    async fn must(&mut self, method: Method, path: &str, body: Value) -> Result<(), Stop> {
        let administrator = self.administrator().await?;
        let answer = onboarding::act(&self.world, &administrator, method, path, body).await?;
        taken(path, &answer)
    }

    /// Makes that version the one to accept: waits for its day, or publishes it.
    async fn put_in_force(&mut self, wanted: u32) -> Result<(), Stop> {
        loop {
            let administrator = self.administrator().await?;
            let newest = self.world.get(&administrator, "agreement?language=en").await?;
            taken("agreement", &newest)?;
            match newest.body["version"].as_u64() {
                Some(number) if number >= u64::from(wanted) => return Ok(()),
                _ => self.bring_next(wanted).await?,
            }
        }
    }

    async fn bring_next(&mut self, wanted: u32) -> Result<(), Stop> {
        let operations = self.world.desk.operations.clone();
        let known =
            operations.read(move |connection| Ok(tandem::server::store::agreements::text(connection, wanted, "en")?));
        if let Some(text) = told(known.await)? {
            let day = text.published.midnight().plus_minutes(24 * 60);
            self.world.desk.clock.set(day);
            self.world.sign_in_again().await?;
            return Ok(());
        }
        let last = operations.read(|connection| Ok(tandem::server::store::agreements::last(connection)?));
        let next = told(last.await)? + 1;
        let text = Text {
            language: "en".to_owned(),
            published: self.world.desk.clock.now().date(),
            text: format!("1  The case's\n\nVersion {next}.\n"),
            boxes: ["I have read it", "I am entitled"].map(str::to_owned),
        };
        Ok(told(operations.publish_agreement(next, vec![text]).await)?)
    }

    /// Gives the administrator another name, as an administrator of people does.
    async fn rename(&mut self, name: &str) -> Result<(), Stop> {
        let Person::Resource(resource) = self.administrator().await?.person else {
            return Err(Stop::Broken("the administrator is no resource".to_owned()));
        };
        let (first, last) = name.split_once(' ').unwrap_or((name, ""));
        let (first, last) = (first.to_owned(), last.to_owned());
        let renamed = self.world.desk.operations.write(move |writing| {
            let before = rows::get(writing, &RESOURCE, resource.0)?.ok_or(OperationError::NotFound)?;
            let mut row = before.clone();
            row.set("firstName", first.as_str());
            row.set("lastName", last.as_str());
            Ok(writing.update(&before, &row)?)
        });
        Ok(told(renamed.await)?)
    }

    async fn setup(&mut self) -> Result<Value, Stop> {
        let administrator = self.administrator().await?;
        let path = format!("companies/{}/setup", self.world.company);
        let answer = self.world.get(&administrator, &path).await?;
        taken(&path, &answer)?;
        Ok(answer.body)
    }

    async fn perform(&mut self, step: &Step) -> Result<Answer, Stop> {
        let mut fields = step.fields.clone();
        let mut flag = |name: &str| {
            let value = fields.remove(name);
            let value = value.and_then(|value| value.as_bool());
            value.ok_or_else(|| Stop::Unknown(format!("{} without {name} of true or false", step.action)))
        };
        let named = self.world.cast.actor(step.actor.as_ref()).map_err(Stop::Unknown)?;
        let member = self.world.member(named).await?;
        let company = self.world.company;
        let answer = match step.action.as_str() {
            "accept_agreement" => {
                let boxes = [flag("box1")?, flag("box2")?];
                self.accept(&member, boxes).await?
            }
            "cancel_agreement" => {
                // Whatever was ticked, nothing is sent.
                flag("box1")?;
                flag("box2")?;
                Answer {
                    status: 200,
                    body: Value::Null,
                }
            }
            "view_acknowledgement" => {
                let path = format!("companies/{company}/acknowledgements");
                self.world.get(&member, &path).await?
            }
            "disable_desk" => onboarding::disable(&self.world, &member, company).await?,
            "get_desk_section" => self.world.get(&member, &format!("companies/{company}/setup")).await?,
            "set_portal_enabled" => {
                let body = json!({"isActive": flag("value")?});
                let path = format!("companies/{company}/portal");
                onboarding::act(&self.world, &member, Method::PUT, &path, body).await?
            }
            "set_setting" => {
                let value = flag("value")?;
                let setting = take(&mut fields, "setting", step)?;
                let company = match fields.remove("org") {
                    Some(Value::String(org)) => self.world.company_of(&org).await?,
                    _ => company,
                };
                self.setting = Some(setting.clone());
                super::actions::set_setting(&self.world, &member, company, &setting, value).await?
            }
            other => return Err(Stop::Unknown(format!("action {other}"))),
        };
        match fields.keys().next() {
            Some(field) => Err(Stop::Unknown(format!("{}: {field}", step.action))),
            None => Ok(answer),
        }
    }

    /// Accepts as the console does: whoever may not read the agreement may not accept it either.
    async fn accept(&mut self, member: &Member, boxes: [bool; 2]) -> Result<Answer, Stop> {
        let company = self.world.company;
        let read = onboarding::accept(&self.world, member, company, boxes).await?;
        if read.status != 403 {
            return Ok(read);
        }
        // The route itself refuses too.
        let body = json!({"version": 1, "language": "en", "termsAccepted": boxes[0], "isEntitled": boxes[1]});
        let path = format!("companies/{company}/taskfire/accept");
        Ok(onboarding::act(&self.world, member, Method::POST, &path, body).await?)
    }

    async fn verdict(&mut self) -> Result<Verdict, Stop> {
        let mut differences = Vec::new();
        let mut differs = |field: &str, expected: &Value, actual: &Value| {
            differences.push(Difference {
                field: field.to_owned(),
                expected: expected.to_string(),
                actual: actual.to_string(),
            });
        };
        if self.then.is_empty() {
            differs("then", &json!("something to check"), &Value::Null);
        }
        for (field, expected) in self.then {
            let actual = self.actual(field, expected).await?;
            if actual != *expected {
                differs(field, expected, &actual);
            }
        }
        let refused = self.done.answer.as_ref().filter(|answer| !answer.is_done());
        if let Some(answer) = refused.filter(|_| !self.then.contains_key("error")) {
            differs("error", &Value::Null, &json!(answer.code()));
        }
        Ok(if differences.is_empty() {
            Verdict::Holds
        } else {
            Verdict::Differs(differences)
        })
    }

    async fn actual(&mut self, field: &str, expected: &Value) -> Result<Value, Stop> {
        let answer = self
            .done
            .answer
            .as_ref()
            .map_or(Value::Null, |answer| answer.body.clone());
        let asked = |what: Value| Ok(what);
        match field {
            "error" => self.error(expected),
            "message" => asked(match &answer["isTaskfireActive"] {
                // What the page says follows from it (TF-23).
                Value::Bool(false) => json!("inactive"),
                _ => Value::Null,
            }),
            "has_settings" => asked(json!(!answer["settings"].is_null())),
            "has_billing_automation" => asked(json!(!["unavailable", "waiting"].contains(&step(&answer, "billing")))),
            "has_enable_button" => asked(answer["canEnable"].clone()),
            "advice_points" => asked(json!(answer["preparation"].as_object().map(Map::len))),
            "warnings_include" => warnings(&answer, expected),
            "resource_name" | "at" | "agreement_version" => asked(shown(&answer[0], field)),
            "text_of" => self.text_of(&answer[0]).await,
            "desk_enabled" => Ok(self.setup().await?["isTaskfireActive"].clone()),
            "portal_enabled" => Ok(self.setup().await?["isPortalActive"].clone()),
            "acknowledgements" => Ok(self.setup().await?["acknowledgements"].clone()),
            "acknowledgement" => self.acknowledgement(expected).await,
            "units" => {
                let administrator = self.administrator().await?;
                self.contracts.units(&self.world, &administrator, CONTRACT).await
            }
            "settings" => self.settings().await,
            org if self.setting.is_some() && expected.is_boolean() => self.setting_of(org).await,
            other => Err(Stop::Unknown(format!("then: {other}"))),
        }
    }

    fn error(&self, expected: &Value) -> Result<Value, Stop> {
        let label = expected.as_str().unwrap_or_default();
        let codes = labels::codes(label, &self.done.action)
            .ok_or_else(|| Stop::Unknown(format!("error {expected} at {}", self.done.action)))?;
        let code = self.done.answer.as_ref().and_then(Answer::code);
        Ok(match code {
            Some(code) if codes.contains(&code) => expected.clone(),
            other => json!(other),
        })
    }

    /// The newest acknowledgement, as far as the case asks for it.
    async fn acknowledgement(&mut self, expected: &Value) -> Result<Value, Stop> {
        let administrator = self.administrator().await?;
        let path = format!("companies/{}/acknowledgements", self.world.company);
        let all = self.world.get(&administrator, &path).await?;
        taken(&path, &all)?;
        let Some(newest) = all.body.get(0) else {
            return Ok(Value::Null);
        };
        let Some(wanted) = expected.as_object() else {
            return Ok(newest.clone());
        };
        Ok(wanted
            .keys()
            .map(|field| (field.clone(), shown(newest, field)))
            .collect::<Map<_, _>>()
            .into())
    }

    /// Which version has the text that was kept.
    async fn text_of(&self, kept: &Value) -> Result<Value, Stop> {
        let text = kept["agreement"]["text"].as_str().unwrap_or_default().to_owned();
        let found = self.world.desk.operations.read(move |connection| {
            for version in 1..=tandem::server::store::agreements::last(connection)? {
                let known = tandem::server::store::agreements::text(connection, version, "en")?;
                if known.is_some_and(|known| known.text == text) {
                    return Ok(Some(format!("v{version}")));
                }
            }
            Ok(None)
        });
        Ok(json!(told(found.await)?))
    }

    async fn settings(&mut self) -> Result<Value, Stop> {
        let settings = self.setup().await?["settings"].clone();
        Ok(json!({
            "complete_client_when_provider_completes": settings["completeTaskfireWithAutotask"],
            "complete_provider_when_client_completes": settings["completeAutotaskWithTaskfire"],
            "hide_financials": settings["hideFinancials"],
        }))
    }

    /// The setting that was written, as it is at that client.
    async fn setting_of(&mut self, org: &str) -> Result<Value, Stop> {
        let company = self.world.company_of(org).await?;
        let administrator = self.administrator().await?;
        let path = format!("companies/{company}/taskfire");
        let state = self.world.get(&administrator, &path).await?;
        taken(&path, &state)?;
        let setting = self.setting.clone().unwrap_or_default();
        let field = labels::setting(&setting).ok_or_else(|| Stop::Unknown(format!("setting {setting}")))?;
        Ok(state.body[field].clone())
    }
}

fn taken(path: &str, answer: &Answer) -> Result<(), Stop> {
    if answer.is_done() {
        return Ok(());
    }
    Err(Stop::Broken(format!("{path}: {} {}", answer.status, answer.body)))
}

fn take(fields: &mut Map<String, Value>, name: &str, step: &Step) -> Result<String, Stop> {
    match fields.remove(name) {
        Some(Value::String(text)) => Ok(text),
        _ => Err(Stop::Unknown(format!("{} without {name}", step.action))),
    }
}

/// The state of a step of the set-up.
fn step<'a>(setup: &'a Value, name: &str) -> &'a str {
    let steps = setup["steps"].as_array().map(Vec::as_slice).unwrap_or_default();
    let found = steps.iter().find(|step| step["step"] == name);
    found.and_then(|step| step["state"].as_str()).unwrap_or_default()
}

/// The expected warnings that the set-up has.
fn warnings(setup: &Value, expected: &Value) -> Result<Value, Stop> {
    let missing = setup["missing"].as_array().cloned().unwrap_or_default();
    let mut found = Vec::new();
    for warning in expected.as_array().cloned().unwrap_or_default() {
        let ours = match warning.as_str() {
            Some("no_desk_user") => "no_taskfire_user",
            _ => return Err(Stop::Unknown(format!("warning {warning}"))),
        };
        if missing.contains(&json!(ours)) {
            found.push(warning);
        }
    }
    Ok(Value::Array(found))
}

/// A field of an acknowledgement in the cases' words.
fn shown(acknowledgement: &Value, field: &str) -> Value {
    match field {
        "resource_name" => acknowledgement["resourceName"].clone(),
        "agreement_version" => match acknowledgement["agreement"]["version"].as_u64() {
            Some(version) => json!(format!("v{version}")),
            None => Value::Null,
        },
        "at" => {
            let at = acknowledgement["at"].as_str().and_then(|at| Timestamp::parse(at).ok());
            json!(at.map(|at| at.to_string()))
        }
        _ => Value::Null,
    }
}
