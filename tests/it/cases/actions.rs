//! The steps of `when`: which request each action is.

use super::desk::Answer;
use super::form::{HolderWord, Step};
use super::labels;
use super::onboarding;
use super::people::Member;
use super::program;
use super::run::Stop;
use super::setup;
use super::world::{World, told};
use serde_json::{Map, Value, json};
use tandem::base::ids::{CompanyId, Ids, UniqueIds};
use tandem::base::{Clock, Timestamp};
use tandem::domain::note::Audience;
use tandem::domain::{Act, Person, Priority, Side, StatusKind};

/// The action's own fields, each of which has to be used.
pub struct Fields {
    action: String,
    left: Map<String, Value>,
}

impl Fields {
    fn of(step: &Step) -> Self {
        Self {
            action: step.action.clone(),
            left: step.fields.clone(),
        }
    }

    fn take(&mut self, name: &str) -> Option<Value> {
        self.left.remove(name)
    }

    fn text(&mut self, name: &str) -> Result<Option<String>, Stop> {
        match self.take(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(other) => Err(Stop::Unknown(format!("{}: {name}: {other}", self.action))),
        }
    }

    fn required(&mut self, name: &str) -> Result<String, Stop> {
        self.text(name)?
            .ok_or_else(|| Stop::Unknown(format!("{} without {name}", self.action)))
    }

    fn flag(&mut self, name: &str) -> Result<bool, Stop> {
        let value = self.take(name).and_then(|value| value.as_bool());
        value.ok_or_else(|| Stop::Unknown(format!("{} without {name} of true or false", self.action)))
    }

    /// All fields have to have been taken.
    fn end(self) -> Result<(), Stop> {
        match self.left.keys().next() {
            None => Ok(()),
            Some(name) => Err(Stop::Unknown(format!("{}: {name}", self.action))),
        }
    }
}

/// Carries out one step.
///
/// # Errors
/// A step in an unknown form, or a server that doesn't answer.
pub async fn perform(world: &mut World, step: &Step) -> Result<Answer, Stop> {
    let mut fields = Fields::of(step);
    world.desk.clock.advance(std::time::Duration::from_secs(60));
    if let Some(at) = fields.text("at")? {
        let at = Timestamp::parse(&at).map_err(|error| Stop::Unknown(error.to_string()))?;
        world.desk.clock.set(at);
    }
    if step.actor.as_ref().is_some_and(|actor| actor.system) {
        return by_program(world, step, fields).await;
    }
    let named = world.cast.actor(step.actor.as_ref()).map_err(Stop::Unknown)?;
    let side = named.level.side();
    let member = world.member(named).await?;
    match step.action.as_str() {
        "set_setting" => {
            let setting = fields.required("setting")?;
            let value = fields.flag("value")?;
            fields.end()?;
            Ok(set_setting(world, &member, world.company, &setting, value).await?)
        }
        "disable_desk" => {
            fields.end()?;
            Ok(onboarding::disable(world, &member, world.company).await?)
        }
        "accept_agreement" => {
            let boxes = [fields.flag("box1")?, fields.flag("box2")?];
            fields.end()?;
            Ok(onboarding::accept(world, &member, world.company, boxes).await?)
        }
        "get_ticket" | "view_ticket" => {
            fields.end()?;
            let ticket = world
                .ticket
                .ok_or_else(|| Stop::Broken("the case has no ticket".to_owned()))?;
            Ok(world.get(&member, &format!("tickets/{ticket}")).await?)
        }
        _ => {
            let act = act(world, &mut fields, side).await?;
            fields.end()?;
            let creates = matches!(act, Act::Create(_));
            let answer = world.act(&member, act).await?;
            if creates && answer.is_done() {
                world.ticket = super::world::created(&answer);
            }
            Ok(answer)
        }
    }
}

/// The act that an action of this side asks for.
async fn act(world: &mut World, fields: &mut Fields, side: Side) -> Result<Act, Stop> {
    let action = fields.action.clone();
    let reason = |fields: &mut Fields| Ok::<_, Stop>(fields.text("reason")?.unwrap_or_default());
    Ok(match action.as_str() {
        "create_ticket" => {
            let title = fields.text("title")?.unwrap_or_else(|| "A ticket".to_owned());
            let description = fields.text("description")?.unwrap_or_default();
            if let Some(name) = fields.text("request_type")? {
                let made = world.desk.operations.create_request_type(name, None, None).await;
                world.request_type = Some(told(made)?);
            }
            let new = tandem::domain::creation::NewTicket {
                title,
                description,
                ..setup::new_ticket(world)
            };
            Act::Create(Box::new(new))
        }
        "escalate" => Act::Escalate {
            reason: reason(fields)?,
        },
        "transfer_to_client" => Act::Transfer {
            reason: reason(fields)?,
        },
        "decline" => Act::Decline {
            reason: reason(fields)?,
        },
        "recall" => Act::Recall {
            reason: reason(fields)?,
        },
        "reopen" => Act::Reopen,
        "complete" => Act::Complete {
            resolution: fields.text("resolution")?.unwrap_or_default(),
        },
        "set_own_side_status" => Act::SetStatus {
            status: status(world, fields, side).await?,
        },
        "edit_fields" => edit(fields)?,
        "add_note" => note(fields)?,
        "log_time" => time(world, fields)?,
        "assign" => {
            let assignee = match fields.text("assignee")? {
                Some(id) => Some(someone(world, &id, side).await?),
                None => None,
            };
            Act::Assign { assignee }
        }
        "set_queue" => {
            let name = fields.required("queue")?;
            Act::Move {
                queue: world.queue(&name, side).await?,
            }
        }
        "set_priority" => Act::SetPriority {
            priority: priority(&fields.required("priority")?)?,
        },
        "add_secondary" | "remove_secondary" => {
            let id = fields.required("user")?;
            match (someone(world, &id, Side::Autotask).await?, action.as_str()) {
                (Person::Resource(resource), "add_secondary") => Act::AddSecondary { resource },
                (Person::Resource(resource), _) => Act::RemoveSecondary { resource },
                (Person::Contact(_), _) => return Err(Stop::Unknown(format!("{action} of the client's {id}"))),
            }
        }
        _ => return Err(Stop::Unknown(format!("action {action}"))),
    })
}

/// Somebody whom a step names by id, of this side unless the case says otherwise.
async fn someone(world: &mut World, id: &str, side: Side) -> Result<Person, Stop> {
    Ok(world.by_id(id, side).await?.person)
}

async fn status(world: &mut World, fields: &mut Fields, side: Side) -> Result<tandem::base::ids::StatusId, Stop> {
    match (fields.text("status")?, fields.text("kind")?) {
        (Some(label), None) => Ok(world.status_named(side, &label).await?),
        (None, Some(kind)) => {
            let kind = StatusKind::from_word(&kind).ok_or_else(|| Stop::Unknown(format!("status of kind {kind}")))?;
            Ok(world.status_of_kind(side, kind).await?)
        }
        _ => Err(Stop::Unknown("a status is named by label or by kind".to_owned())),
    }
}

fn edit(fields: &mut Fields) -> Result<Act, Stop> {
    let Some(Value::Object(wanted)) = fields.take("fields") else {
        return Err(Stop::Unknown("edit_fields without fields".to_owned()));
    };
    let mut body = Map::new();
    for (name, value) in wanted {
        let field = match name.as_str() {
            "title" | "description" | "resolution" | "item" => name.as_str(),
            "due" => "dueDateTime",
            _ => return Err(Stop::Unknown(format!("edit_fields: {name}"))),
        };
        body.insert(field.to_owned(), value);
    }
    let edit = serde_json::from_value(Value::Object(body));
    edit.map(Act::Edit)
        .map_err(|error| Stop::Unknown(format!("edit_fields: {error}")))
}

fn note(fields: &mut Fields) -> Result<Act, Stop> {
    let audience = match fields.required("visibility")?.as_str() {
        "public" => Audience::Public,
        "internal" => Audience::Internal,
        other => return Err(Stop::Unknown(format!("a note for {other}"))),
    };
    let text = fields.text("text")?.unwrap_or_else(|| "The case's note".to_owned());
    Ok(Act::AddNote {
        audience,
        title: String::new(),
        text,
    })
}

fn time(world: &World, fields: &mut Fields) -> Result<Act, Stop> {
    let minutes = fields.take("minutes").and_then(|minutes| minutes.as_i64());
    Ok(Act::LogTime {
        worked_on: world.desk.clock.now().date(),
        started_at: None,
        minutes: minutes.ok_or_else(|| Stop::Unknown("log_time without minutes".to_owned()))?,
        summary: "The case's work".to_owned(),
        internal_notes: String::new(),
    })
}

fn priority(word: &str) -> Result<Priority, Stop> {
    labels::priority(word).ok_or_else(|| Stop::Unknown(format!("priority {word}")))
}

/// Writes one of a company's settings.
///
/// # Errors
/// A setting that there isn't, or no answer.
pub async fn set_setting(
    world: &World,
    member: &Member,
    company: CompanyId,
    setting: &str,
    value: bool,
) -> Result<Answer, String> {
    let field = labels::setting(setting).ok_or_else(|| format!("no setting {setting}"))?;
    let path = format!("companies/{company}/taskfire");
    let mut state = world.get(member, &path).await?;
    if !state.is_done() {
        return Ok(state);
    }
    state.body[field] = json!(value);
    let key = UniqueIds.change();
    world
        .desk
        .send(reqwest::Method::PUT, &path, &member.token, Some((key, state.body)))
        .await
}

/// What an integration does: the provider's API users set statuses.
async fn by_program(world: &mut World, step: &Step, mut fields: Fields) -> Result<Answer, Stop> {
    let of_client = step
        .actor
        .as_ref()
        .is_some_and(|actor| actor.side == Some(HolderWord::Client));
    if step.action != "set_own_side_status" || of_client {
        return Err(Stop::Unknown(format!("{} by a program", step.action)));
    }
    let status = status(world, &mut fields, Side::Autotask).await?;
    fields.end()?;
    program::set_status(world, status).await
}
