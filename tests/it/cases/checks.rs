//! Every field of `then` against what the server says afterwards.

use super::desk::Answer;
use super::labels;
use super::people::side_of;
use super::report::Difference;
use super::run::Stop;
use super::setup;
use super::world::World;
use serde_json::{Map, Value, json};
use tandem::base::Timestamp;
use tandem::domain::note::Audience;
use tandem::domain::{Act, SecurityLevel, Side};

/// What the steps came to.
#[derive(Debug, Default)]
pub struct Done {
    /// The last answer, or the first refusal.
    pub answer: Option<Answer>,
    /// The action that it answered.
    pub action: String,
    /// How often a completion carried over.
    pub carried_over: usize,
}

/// The fields that are otherwise.
///
/// # Errors
/// A field or a label that isn't known, or a server that doesn't answer.
pub async fn differences(world: &mut World, done: &Done, then: &Map<String, Value>) -> Result<Vec<Difference>, Stop> {
    let mut differences = Vec::new();
    for (field, expected) in then {
        let actual = actual(world, done, field, expected).await?;
        if actual != *expected {
            differences.push(difference(field, expected, &actual));
        }
    }
    if then.is_empty() {
        differences.push(difference("then", &json!("something to check"), &Value::Null));
    }
    // A refusal that the case doesn't expect fails it, whatever else holds.
    let expected = ["error", "allowed"].iter().any(|field| then.contains_key(*field));
    if let Some(answer) = done.answer.as_ref().filter(|answer| !answer.is_done() && !expected) {
        differences.push(difference("error", &Value::Null, &said(answer)));
    }
    Ok(differences)
}

fn difference(field: &str, expected: &Value, actual: &Value) -> Difference {
    Difference {
        field: field.to_owned(),
        expected: expected.to_string(),
        actual: actual.to_string(),
    }
}

fn said(answer: &Answer) -> Value {
    match answer.code() {
        Some(code) => json!(code),
        None => json!(answer.status),
    }
}

/// What a field is; for fields that say what is included, the expected value where that is so.
async fn actual(world: &mut World, done: &Done, field: &str, expected: &Value) -> Result<Value, Stop> {
    let side = if field.starts_with("provider") {
        Side::Autotask
    } else {
        Side::Taskfire
    };
    match field {
        "holder" => Ok(json!(match world.ticket_now().await?.holder {
            Side::Autotask => "provider",
            Side::Taskfire => "client",
        })),
        "shared" => Ok(json!(world.ticket_now().await?.shared)),
        "source" => Ok(json!(world.ticket_now().await?.source.map(labels::source))),
        "title" => Ok(json!(world.ticket_now().await?.title)),
        "resolution" => Ok(json!(world.ticket_now().await?.resolution)),
        "closed" => Ok(json!(world.ticket_now().await?.closed.is_some())),
        "provider_kind" | "client_kind" => Ok(json!(setup::kind(world, side).await?.map(|kind| kind.word()))),
        "provider_status" | "client_status" => status_label(world, side).await,
        "provider_queue" | "client_queue" => queue_name(world, side).await,
        "provider_priority" | "client_priority" => {
            let ticket = world.ticket_now().await?;
            Ok(json!(ticket.side(side).map(|state| state.priority.label())))
        }
        "desk_enabled" => {
            let reader = world.extra(SecurityLevel::ProviderAdmin).await?;
            let state = world
                .get(&reader, &format!("companies/{}/taskfire", world.company))
                .await?;
            Ok(state.body.get("enabled").cloned().unwrap_or_default())
        }
        "provider_assignee" | "client_assignee" => assignee(world, side).await,
        "read_only" => Ok(json!(is_archive(world).await?)),
        "visible_to_provider" => Ok(json!(sees_ticket(world, SecurityLevel::ProviderAdmin).await?)),
        "visible_to" => seen_by(world, done, expected, true).await,
        "not_visible_to" => seen_by(world, done, expected, false).await,
        "note_visible_to" => note_sides(world, expected).await,
        "notified_includes" => notified(world, expected).await,
        "event" => event(world, expected).await,
        "time_side" => time_side(world).await,
        _ => answered(done, field, expected),
    }
}

/// The fields that the answers themselves decide.
fn answered(done: &Done, field: &str, expected: &Value) -> Result<Value, Stop> {
    let is_done = done.answer.as_ref().is_some_and(Answer::is_done);
    match field {
        "ok" | "allowed" => Ok(json!(is_done)),
        "sync_events" => Ok(json!(done.carried_over)),
        "error" | "reason" => {
            let label = expected
                .as_str()
                .ok_or_else(|| Stop::Unknown(format!("{field}: {expected}")))?;
            let codes = labels::codes(label, &done.action);
            let codes = codes.ok_or_else(|| Stop::Unknown(format!("{field} {label} at {}", done.action)))?;
            match &done.answer {
                Some(answer) if answer.code().is_some_and(|code| codes.contains(&code)) => Ok(expected.clone()),
                Some(answer) if !answer.is_done() => Ok(said(answer)),
                _ => Ok(Value::Null),
            }
        }
        "result" => {
            if !expected.as_str().is_some_and(|label| labels::RESULTS.contains(&label)) {
                return Err(Stop::Unknown(format!("result {expected}")));
            }
            let carry_over = done
                .answer
                .as_ref()
                .and_then(|answer| answer.body.get("carryOver").cloned());
            Ok(carry_over.unwrap_or_default())
        }
        _ => Err(Stop::Unknown(format!("then: {field}"))),
    }
}

async fn status_label(world: &mut World, side: Side) -> Result<Value, Stop> {
    let ticket = world.ticket_now().await?;
    let Some(state) = ticket.side(side) else {
        return Ok(Value::Null);
    };
    let statuses = world.statuses().await?;
    let label = statuses
        .into_iter()
        .find(|status| status.id == state.status)
        .map(|status| status.label);
    Ok(json!(label))
}

async fn queue_name(world: &mut World, side: Side) -> Result<Value, Stop> {
    let ticket = world.ticket_now().await?;
    let Some(queue) = ticket.side(side).and_then(|state| state.queue) else {
        return Ok(Value::Null);
    };
    let reader = world.extra(SecurityLevel::ProviderAdmin).await?;
    let row = world.get(&reader, &format!("queues/{queue}")).await?;
    Ok(row.body.get("name").cloned().unwrap_or_default())
}

async fn assignee(world: &mut World, side: Side) -> Result<Value, Stop> {
    let ticket = world.ticket_now().await?;
    let person = ticket.side(side).and_then(|state| state.assignee);
    Ok(match person {
        None => Value::Null,
        Some(person) => json!(world.people.id(person).unwrap_or("somebody whom the case doesn't name")),
    })
}

/// Whether people of that level see the ticket, alone and among all that they see.
async fn sees_ticket(world: &mut World, level: SecurityLevel) -> Result<bool, Stop> {
    let id = world
        .ticket
        .ok_or_else(|| Stop::Broken("the case has no ticket".to_owned()))?;
    let reader = world.extra(level).await?;
    let alone = world.get(&reader, &format!("tickets/{id}")).await?;
    let listed = world.query(&reader, "tickets").await?;
    let listed = listed
        .iter()
        .any(|row| row.get("id").and_then(Value::as_i64) == Some(id.0));
    match (alone.status, listed) {
        (200, true) => Ok(true),
        (404, false) => Ok(false),
        (status, _) => Err(Stop::Broken(format!("ticket {id} alone: {status}, listed: {listed}"))),
    }
}

/// Whether whoever of the client reads the ticket may do nothing to it.
async fn is_archive(world: &mut World) -> Result<bool, Stop> {
    let reader = world.extra(SecurityLevel::PortalManager).await?;
    let note = Act::AddNote {
        audience: Audience::Public,
        title: String::new(),
        text: "Is anybody there?".to_owned(),
    };
    if !sees_ticket(world, SecurityLevel::PortalManager).await? {
        return Err(Stop::Broken("the client's manager doesn't see the ticket".to_owned()));
    }
    let answer = world.act(&reader, note).await?;
    Ok(answer.code() == Some("ticket_archived"))
}

/// The notes that the steps wrote, as people of that level see them; none where they don't see the ticket.
async fn new_notes(world: &mut World, level: SecurityLevel) -> Result<Vec<Value>, Stop> {
    let id = world
        .ticket
        .ok_or_else(|| Stop::Broken("the case has no ticket".to_owned()))?;
    let reader = world.extra(level).await?;
    let path = format!("tickets/{id}/notes");
    if world.get(&reader, &path).await?.status == 404 {
        return Ok(Vec::new());
    }
    let notes = world.items(&reader, &path).await?;
    Ok(notes
        .into_iter()
        .filter(|note| is_new(note, "createDateTime", world.since))
        .collect())
}

fn is_new(row: &Value, field: &str, since: Timestamp) -> bool {
    let at = row
        .get(field)
        .and_then(Value::as_str)
        .and_then(|at| Timestamp::parse(at).ok());
    at.is_some_and(|at| at > since)
}

/// The roles of the expected list for whom it is so. After a note it is the note that is seen, else the ticket.
async fn seen_by(world: &mut World, done: &Done, expected: &Value, seen: bool) -> Result<Value, Stop> {
    let roles = strings(expected)?;
    let mut holds = Vec::new();
    for role in roles {
        let level = labels::level(&role).ok_or_else(|| Stop::Unknown(format!("role {role}")))?;
        let is_seen = if done.action == "add_note" {
            // Who can't see the ticket at all proves nothing about the note.
            let sees = sees_ticket(world, level).await?;
            sees && new_notes(world, level).await?.len() == 1
        } else {
            sees_ticket(world, level).await?
        };
        if is_seen == seen {
            holds.push(role);
        }
    }
    Ok(json!(holds))
}

/// The sides whose workers read the note that the steps wrote.
async fn note_sides(world: &mut World, expected: &Value) -> Result<Value, Stop> {
    let mut reading = Vec::new();
    for (word, level) in [
        ("client", SecurityLevel::TaskfireResource),
        ("provider", SecurityLevel::ProviderTech),
    ] {
        if new_notes(world, level).await?.len() == 1 {
            reading.push(word.to_owned());
        }
    }
    // In the order in which the case lists them.
    let listed = strings(expected)?;
    reading.sort_by_key(|word| listed.iter().position(|other| other == word));
    Ok(json!(reading))
}

/// The people of the expected list who were told.
async fn notified(world: &mut World, expected: &Value) -> Result<Value, Stop> {
    let mut told = Vec::new();
    for id in strings(expected)? {
        let member = match world.people.get(&id) {
            Some(member) => member.clone(),
            None => return Err(Stop::Unknown(format!("notified_includes: nobody is called {id}"))),
        };
        let notifications = world.items(&member, "notifications").await?;
        if notifications
            .iter()
            .any(|row| is_new(row, "createDateTime", world.since))
        {
            told.push(id);
        }
    }
    Ok(json!(told))
}

/// The expected event, where the history of the steps has it.
async fn event(world: &mut World, expected: &Value) -> Result<Value, Stop> {
    let word = expected.as_str().unwrap_or_default();
    if !labels::EVENTS.contains(&word) {
        return Err(Stop::Unknown(format!("event {expected}")));
    }
    let id = world
        .ticket
        .ok_or_else(|| Stop::Broken("the case has no ticket".to_owned()))?;
    let holder = world.ticket_now().await?.holder;
    let reader = setup::worker(world, holder).await?;
    let history = world.items(&reader, &format!("tickets/{id}/history")).await?;
    let events: Vec<_> = history
        .iter()
        .filter(|entry| is_new(entry, "date", world.since))
        .filter_map(|entry| entry.get("event").cloned())
        .collect();
    Ok(if events.contains(expected) {
        expected.clone()
    } else {
        Value::Array(events)
    })
}

/// On which side the time of the steps stands: each side sees its own only.
async fn time_side(world: &mut World) -> Result<Value, Stop> {
    let id = world
        .ticket
        .ok_or_else(|| Stop::Broken("the case has no ticket".to_owned()))?;
    let mut sides = Vec::new();
    for word in [super::form::HolderWord::Client, super::form::HolderWord::Provider] {
        let reader = setup::worker(world, side_of(word)).await?;
        let entries = world.items(&reader, &format!("tickets/{id}/time")).await?;
        if entries.iter().any(|entry| is_new(entry, "createDateTime", world.since)) {
            sides.push(if side_of(word) == Side::Taskfire {
                "client"
            } else {
                "provider"
            });
        }
    }
    Ok(match sides.as_slice() {
        [side] => json!(side),
        _ => json!(sides),
    })
}

fn strings(list: &Value) -> Result<Vec<String>, Stop> {
    let read = |value: &Value| value.as_str().map(str::to_owned);
    let strings = list.as_array().and_then(|list| list.iter().map(read).collect());
    strings.ok_or_else(|| Stop::Unknown(format!("a list of words was expected: {list}")))
}
