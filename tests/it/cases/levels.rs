//! Cases about levels and about who may sign in. They have a form of their own.

use super::checks;
use super::checks::Done;
use super::desk::Answer;
use super::form::{Case, Given, Step};
use super::onboarding;
use super::people::{Cast, Member, Named};
use super::report::{Difference, Verdict};
use super::run::Stop;
use super::world::World;
use reqwest::Method;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tandem::base::ids::{Ids, UniqueIds};
use tandem::domain::SecurityLevel;

/// The actions of these cases.
const ACTIONS: [&str; 5] = [
    "assign_desk_level",
    "assign_level",
    "delete_level",
    "create_level",
    "login",
];

/// A password that is good enough everywhere.
const PASSWORD: &str = "a password of the case";

/// What these cases start from.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct LevelsGiven {
    desk_enabled: Option<bool>,
    contact: Option<ContactGiven>,
    level: Option<LevelGiven>,
    levels: Vec<LevelGiven>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum ContactGiven {
    Id(String),
    Login { id: String, portal_active: bool },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LevelGiven {
    id: String,
    #[serde(default)]
    custom: Option<bool>,
    #[serde(default)]
    contacts: usize,
    #[serde(default)]
    client_assignable: Option<bool>,
}

/// A case of this kind as it goes on.
struct Story {
    world: World,
    administrator: Member,
    /// The levels that the case names, by their numbers.
    levels: BTreeMap<String, Value>,
    /// Whom a level is given to.
    contact: Option<String>,
}

/// Judges a case of this kind; none where it is of another.
///
/// # Errors
/// An unknown form, or a state that can't be reached.
pub async fn judge(case: &Case) -> Result<Option<Verdict>, Stop> {
    let steps = case.steps().map_err(Stop::Unknown)?;
    if steps.is_empty() || !steps.iter().all(|step| ACTIONS.contains(&step.action.as_str())) {
        return Ok(None);
    }
    let given: LevelsGiven =
        serde_json::from_value(case.given.clone()).map_err(|error| Stop::Unknown(format!("given: {error}")))?;
    let cast = Cast::of(&Given::default(), &steps).map_err(Stop::Unknown)?;
    let mut world = World::new(cast, "acme", None).await?;
    let administrator = world.extra(SecurityLevel::ProviderAdmin).await?;
    let mut story = Story {
        world,
        administrator,
        levels: BTreeMap::new(),
        contact: None,
    };
    story.begin(&given).await?;
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

/// Writes something about a contact.
///
/// # Errors
/// No answer.
pub async fn put(world: &World, by: &Member, contact: &Member, what: &str, body: Value) -> Result<Answer, String> {
    let path = format!("people/{}/{what}", contact.person.number());
    onboarding::act(world, by, Method::PUT, &path, body).await
}

/// Makes a portal user of the case's company with a standard level.
///
/// # Errors
/// No answer.
pub async fn create_user(world: &World, by: &Member, name: &str) -> Result<Answer, String> {
    let login = json!({"userName": name, "level": 1, "password": PASSWORD});
    let body = json!({"firstName": name, "lastName": "Client", "email": "", "login": login});
    let path = format!("companies/{}/people", world.company);
    onboarding::act(world, by, Method::POST, &path, body).await
}

fn taken(answer: Answer) -> Result<Value, Stop> {
    if answer.is_done() {
        return Ok(answer.body);
    }
    Err(Stop::Broken(format!(
        "the state before: {} {}",
        answer.status, answer.body
    )))
}

impl Story {
    async fn begin(&mut self, given: &LevelsGiven) -> Result<(), Stop> {
        if given.desk_enabled.unwrap_or(true) {
            self.world.enable_taskfire(self.world.company).await?;
        }
        for level in given.levels.iter().chain(&given.level) {
            self.level(level).await?;
        }
        match &given.contact {
            Some(ContactGiven::Id(id)) => self.contact = Some(id.clone()),
            Some(ContactGiven::Login { id, portal_active }) => self.login(id, *portal_active).await?,
            None => {}
        }
        Ok(())
    }

    /// Makes a level of the provider's own, and the contacts who have it.
    async fn level(&mut self, given: &LevelGiven) -> Result<(), Stop> {
        if given.custom == Some(false) {
            return Err(Stop::Unknown(format!("{} is a system level", given.id)));
        }
        let flag = given.client_assignable.unwrap_or(true);
        let body = json!({"name": given.id, "like": "portal_advanced", "isClientAssignable": flag});
        let made = onboarding::act(&self.world, &self.administrator, Method::POST, "levels", body).await?;
        let number = taken(made)?["id"].clone();
        for count in 0..given.contacts {
            let named = basic(&format!("{} {count}", given.id));
            let contact = self.world.member(named).await?;
            let body = json!({"level": number, "userName": null, "seenFee": null});
            taken(put(&self.world, &self.administrator, &contact, "level", body).await?)?;
        }
        self.levels.insert(given.id.clone(), number);
        Ok(())
    }

    /// Makes somebody with a password whose portal is on or off.
    async fn login(&mut self, id: &str, is_active: bool) -> Result<(), Stop> {
        let made = taken(create_user(&self.world, &self.administrator, id).await?)?;
        if !is_active {
            let body = json!({"level": null, "userName": null, "seenFee": null});
            let path = format!("people/{}/level", made["id"]);
            taken(onboarding::act(&self.world, &self.administrator, Method::PUT, &path, body).await?)?;
        }
        Ok(())
    }

    async fn perform(&mut self, step: &Step) -> Result<Answer, Stop> {
        let text = |name: &str| {
            let value = step.fields.get(name).and_then(Value::as_str);
            value.ok_or_else(|| Stop::Unknown(format!("{} without {name}", step.action)))
        };
        if step.action == "login" {
            return self.sign_in(step).await;
        }
        let named = self.world.cast.actor(step.actor.as_ref()).map_err(Stop::Unknown)?;
        let actor = self.world.member(named).await?;
        match step.action.as_str() {
            "create_level" => {
                let like = match text("type")? {
                    "desk" => SecurityLevel::TaskfireResource,
                    "standard" => SecurityLevel::PortalBasic,
                    other => return Err(Stop::Unknown(format!("type {other}"))),
                };
                let flag = step.fields.get("client_assignable").and_then(Value::as_bool);
                let body =
                    json!({"name": "The case's", "like": like.word(), "isClientAssignable": flag.unwrap_or(true)});
                Ok(onboarding::act(&self.world, &actor, Method::POST, "levels", body).await?)
            }
            "delete_level" => {
                let path = format!("levels/{}", self.number(text("level")?)?);
                Ok(onboarding::act(&self.world, &actor, Method::DELETE, &path, json!({})).await?)
            }
            _ => {
                let number = self.number(text("level")?)?;
                let id = self.contact.clone().unwrap_or_else(|| "somebody".to_owned());
                let contact = self.world.member(basic(&id)).await?;
                let body = json!({"level": number, "userName": null, "seenFee": null});
                Ok(put(&self.world, &actor, &contact, "level", body).await?)
            }
        }
    }

    /// Signs in by name and password, as anybody does.
    async fn sign_in(&self, step: &Step) -> Result<Answer, Stop> {
        let id = step.actor.as_ref().and_then(|actor| actor.id.clone());
        let id = id.ok_or_else(|| Stop::Unknown("login by nobody".to_owned()))?;
        let body = json!({"userName": id, "password": PASSWORD});
        let key = UniqueIds.change();
        Ok(self
            .world
            .desk
            .send(Method::POST, "sessions", "", Some((key, body)))
            .await?)
    }

    /// The number of a level that the case names.
    fn number(&self, label: &str) -> Result<Value, Stop> {
        let known = match label {
            "desk_resource" => Some(json!(4)),
            "desk_admin" => Some(json!(5)),
            label => self.levels.get(label).cloned(),
        };
        known.ok_or_else(|| Stop::Unknown(format!("level {label}")))
    }

    async fn verdict(&mut self, done: &Done, case: &Case) -> Result<Verdict, Stop> {
        let mut then = case.then.clone();
        let mut differences = Vec::new();
        if let Some(expected) = then.remove("client_assignable") {
            let made = done
                .answer
                .as_ref()
                .map(|answer| answer.body["isClientAssignable"].clone());
            let actual = made.unwrap_or_default();
            if actual != expected {
                differences.push(Difference {
                    field: "client_assignable".to_owned(),
                    expected: expected.to_string(),
                    actual: actual.to_string(),
                });
            }
        }
        if !then.is_empty() || case.then.is_empty() {
            differences.extend(checks::differences(&mut self.world, done, &then).await?);
        }
        Ok(if differences.is_empty() {
            Verdict::Holds
        } else {
            Verdict::Differs(differences)
        })
    }
}

fn basic(id: &str) -> Named {
    Named {
        id: id.to_owned(),
        level: SecurityLevel::PortalBasic,
        org: None,
    }
}
