//! Steps of automation: an integration acts with API credentials, by Autotask's own routes.

use super::desk::Answer;
use super::run::Stop;
use super::setup;
use super::world::{World, told};
use serde_json::{Value, json};
use tandem::base::ids::StatusId;
use tandem::domain::{SecurityLevel, Side, StatusKind};
use tandem::server::operations::people::NewResource;

/// Sets the Autotask status of the case's ticket. Autotask's answer doesn't name what became of a completion, so
/// what can be seen of it is put there.
///
/// # Errors
/// No answer.
pub async fn set_status(world: &mut World, status: StatusId) -> Result<Answer, Stop> {
    let ticket = world
        .ticket
        .ok_or_else(|| Stop::Broken("the case has no ticket".to_owned()))?;
    let integration = NewResource {
        user_name: "integration".to_owned(),
        first_name: "The".to_owned(),
        last_name: "Integration".to_owned(),
        email: "integration@provider.example".to_owned(),
        level: SecurityLevel::ProviderAdmin,
        password: None,
    };
    let (_, credential) = told(world.desk.operations.create_api_user(integration).await)?;
    let before = seen(world).await?;
    let body = json!({"id": ticket, "status": status});
    let mut answer = world.desk.patch_as_program(&credential, "Tickets", body).await?;
    if let (true, Some(result)) = (answer.is_done(), result(world, &before).await?) {
        answer.body["carryOver"] = json!(result);
    }
    Ok(answer)
}

/// What a completion depends on, as far as it can be seen from outside.
struct Seen {
    shared: bool,
    other_complete: bool,
    setting: bool,
}

async fn seen(world: &mut World) -> Result<Seen, Stop> {
    let administrator = world.extra(SecurityLevel::ProviderAdmin).await?;
    let path = format!("companies/{}/taskfire", world.company);
    let state = world.get(&administrator, &path).await?;
    let setting = state.body.get("completeTaskfireWithAutotask").and_then(Value::as_bool);
    Ok(Seen {
        shared: world.ticket_now().await?.shared,
        other_complete: setup::kind(world, Side::Taskfire).await? == Some(StatusKind::Complete),
        setting: setting.unwrap_or_default(),
    })
}

/// The result as the other status shows it; none where the setting is off or the other side was complete before, for
/// then `not_owner` looks like the others.
async fn result(world: &mut World, before: &Seen) -> Result<Option<&'static str>, Stop> {
    let other_complete = seen(world).await?.other_complete;
    let complete = setup::kind(world, Side::Autotask).await? == Some(StatusKind::Complete);
    Ok(match (complete, before.shared, before.other_complete, other_complete) {
        (false, ..) => Some("no_sync_not_complete"),
        (_, false, ..) => Some("not_shared"),
        (_, _, false, true) => Some("synced"),
        (_, _, false, false) if before.setting => Some("not_owner"),
        _ => None,
    })
}
