//! Sign-in, sessions, and who one is.

use crate::support::{Desk, PASSWORD};
use serde_json::json;
use std::time::Duration;
use tandem::base::Secret;

fn hours(hours: u64) -> Duration {
    Duration::from_secs(hours * 3600)
}

#[tokio::test]
async fn a_person_of_either_side_signs_in_and_learns_who_they_are() {
    let desk = Desk::new().await;
    for (user_name, level, company) in [
        ("Ada", "provider_admin", "Northwind"),
        ("ana", "taskfire_administrator", "Acme"),
    ] {
        let stranger = desk.stranger();
        let answer = stranger
            .post("sessions", json!({"userName": user_name, "password": PASSWORD}))
            .await;
        assert_eq!(answer.status, 201);
        let token = answer.json()["token"].as_str().unwrap().to_owned();
        assert_eq!(token.len(), 64, "256 random bits");
        let me = stranger.with_token(&token).get("me").await.ok();
        assert_eq!((&me["level"], &me["companyName"]), (&json!(level), &json!(company)));
        assert_eq!(me["instanceName"], "Northwind");
    }
}

#[tokio::test]
async fn a_wrong_password_and_a_name_that_nobody_has_are_answered_alike() {
    let desk = Desk::new().await;
    let stranger = desk.stranger();
    let wrong = |name: &str| stranger.post("sessions", json!({"userName": name, "password": "wrong"}));
    let (known, unknown, passwordless) = (wrong("ada").await, wrong("nobody").await, wrong("tina").await);
    assert_eq!(known.error(), (401, "unauthorized".to_owned()));
    assert_eq!(known, unknown);
    assert_eq!(known, passwordless);
}

#[tokio::test]
async fn guessing_passwords_is_slowed_down_with_the_time_to_wait() {
    let desk = Desk::new().await;
    let stranger = desk.stranger();
    let guess = || stranger.post("sessions", json!({"userName": "nobody", "password": "guess"}));
    for _ in 0..10 {
        assert_eq!(guess().await.status, 401);
    }
    let slowed = guess().await;
    assert_eq!(slowed.error(), (429, "slow_down".to_owned()));
    assert!(slowed.retry_after.is_some());
    desk.clock.advance(Duration::from_secs(60));
    assert_eq!(guess().await.status, 401);
}

#[tokio::test]
async fn without_a_session_nothing_is_told() {
    let desk = Desk::new().await;
    let stranger = desk.stranger();
    for path in ["me", "tickets/1", "changes", "sessions", "notifications", "demo/people"] {
        assert_eq!(
            stranger.get(path).await.error(),
            (401, "unauthorized".to_owned()),
            "{path}"
        );
    }
    let forged = stranger.with_token(Secret::generate().expose());
    assert_eq!(forged.get("me").await.status, 401);
    let health = stranger.get("health").await.ok();
    assert_eq!(
        (&health["status"], &health["instanceName"]),
        (&json!("ok"), &json!("Northwind"))
    );
}

#[tokio::test]
async fn a_session_ends_twelve_hours_after_its_last_use_and_after_thirty_days_anyway() {
    let desk = Desk::new().await;
    let idle = desk.person("tina").await;
    let busy = desk.person("theo").await;
    desk.clock.advance(hours(11));
    assert_eq!(busy.get("me").await.status, 200);
    desk.written().await;
    desk.clock.advance(hours(2));
    assert_eq!(idle.get("me").await.status, 401);
    assert_eq!(busy.get("me").await.status, 200);
    desk.written().await;
    for _ in 0..70 {
        desk.clock.advance(hours(10));
        busy.get("me").await;
        desk.written().await;
    }
    desk.clock.advance(hours(10));
    assert_eq!(busy.get("me").await.status, 401);
}

#[tokio::test]
async fn whoever_reads_does_not_wait_until_the_use_of_the_session_is_noted() {
    let desk = Desk::new().await;
    let tina = desk.person("tina").await;
    let (release, held) = std::sync::mpsc::channel::<()>();
    let operations = desk.operations().clone();
    let holding = tokio::spawn(async move {
        operations
            .write(move |_| {
                let _ = held.recv();
                Ok(())
            })
            .await
    });
    tokio::task::yield_now().await;
    desk.clock.advance(hours(1));
    let answer = tokio::time::timeout(Duration::from_secs(30), tina.get("me")).await;
    assert_eq!(answer.expect("an answer though nothing can be written").status, 200);
    drop(release);
    holding.await.unwrap().unwrap();
    desk.written().await;
    let sessions = tina.get("sessions").await.ok();
    assert_eq!(sessions["items"][0]["lastUsedAt"], "2026-11-20T10:00:00Z");
}

#[tokio::test]
async fn sessions_are_listed_and_revoked_by_their_own_person_only() {
    let desk = Desk::new().await;
    let (here, there) = (desk.person("tina").await, desk.person("tina").await);
    let other = desk.person("theo").await;
    let sessions = here.get("sessions").await.ok()["items"].as_array().cloned().unwrap();
    assert_eq!(sessions.len(), 2);
    let id = |current: bool| sessions.iter().find(|session| session["current"] == current).unwrap()["id"].clone();
    assert_eq!(other.delete(&format!("sessions/{}", id(false))).await.status, 404);
    assert_eq!(here.delete(&format!("sessions/{}", id(false))).await.status, 204);
    assert_eq!(there.get("me").await.status, 401);
    assert_eq!(here.delete("sessions/current").await.status, 204);
    assert_eq!(here.get("me").await.status, 401);
}

#[tokio::test]
async fn a_session_survives_a_restart() {
    let mut desk = Desk::new().await;
    let tina = desk.person("tina").await;
    desk.restart().await;
    assert_eq!(tina.get("me").await.status, 200);
}

#[tokio::test]
async fn a_demo_desk_lets_who_has_its_credential_become_anybody() {
    let credential = Secret::generate();
    let shown = credential.expose().to_owned();
    let desk = Desk::with(|mut settings| {
        settings.demo_credential = Some(credential);
        settings
    })
    .await;
    let stranger = desk.stranger();
    let administrator = stranger.post("sessions/demo", json!({"credential": shown})).await.ok();
    assert_eq!(administrator["me"]["userName"], "ada");
    let client = stranger
        .post("sessions/demo", json!({"credential": shown, "userName": "bea"}))
        .await
        .ok();
    assert_eq!(client["me"]["level"], "taskfire_resource");
    let bea = stranger.with_token(client["token"].as_str().unwrap());
    let people = bea.get("demo/people").await.ok();
    assert_eq!(people["items"].as_array().map(Vec::len), Some(9));
    let wrong = stranger.post("sessions/demo", json!({"credential": "x"})).await;
    assert_eq!(wrong.status, 401);
}

#[tokio::test]
async fn a_real_desk_lets_nobody_become_anybody() {
    let desk = Desk::new().await;
    let answer = desk.stranger().post("sessions/demo", json!({"credential": ""})).await;
    assert_eq!(answer.error(), (404, "not_found".to_owned()));
    assert_eq!(desk.person("tina").await.get("demo/people").await.status, 404);
}

#[tokio::test]
async fn whoever_only_follows_the_feed_uses_their_session_too() {
    let desk = Desk::new().await;
    let tina = desk.person("tina").await;
    let id = tina.get("sessions").await.ok()["items"][0]["id"].as_i64().unwrap();
    for _ in 0..30 {
        desk.clock.advance(hours(1));
        desk.operations().keep_session(id).await.unwrap();
        desk.written().await;
    }
    assert_eq!(tina.get("me").await.status, 200);
    desk.clock.advance(hours(13));
    assert!(desk.operations().keep_session(id).await.is_err(), "it is over");
}
