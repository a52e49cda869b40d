//! What administrators do on a client's way to Taskfire.

use super::desk::Answer;
use super::people::Member;
use super::world::World;
use reqwest::Method;
use serde_json::{Value, json};
use tandem::base::ids::{CompanyId, Ids, UniqueIds};

/// Sends an administrative act.
///
/// # Errors
/// No answer.
pub async fn act(world: &World, member: &Member, method: Method, path: &str, body: Value) -> Result<Answer, String> {
    let key = UniqueIds.change();
    world.desk.send(method, path, &member.token, Some((key, body))).await
}

/// Switches Taskfire off, with the client's name typed as the console shows it.
///
/// # Errors
/// No answer.
pub async fn disable(world: &World, member: &Member, company: CompanyId) -> Result<Answer, String> {
    let row = world.get(member, &format!("companies/{company}")).await?;
    let body = json!({"companyName": row.body["companyName"]});
    act(
        world,
        member,
        Method::POST,
        &format!("companies/{company}/taskfire/disable"),
        body,
    )
    .await
}

/// Accepts the newest agreement with these boxes ticked.
///
/// # Errors
/// No answer.
pub async fn accept(world: &World, member: &Member, company: CompanyId, boxes: [bool; 2]) -> Result<Answer, String> {
    let newest = world.get(member, "agreement?language=en").await?;
    if !newest.is_done() {
        return Ok(newest);
    }
    let body = json!({
        "version": newest.body["version"],
        "language": "en",
        "termsAccepted": boxes[0],
        "isEntitled": boxes[1],
    });
    act(
        world,
        member,
        Method::POST,
        &format!("companies/{company}/taskfire/accept"),
        body,
    )
    .await
}
