//! Two-factor sign-in by one-time codes: set up, asked for, required, reset.

use crate::support::{Answer, Desk, PASSWORD, Person};
use reqwest::Method;
use serde_json::{Value as Json, json};
use std::time::Duration;
use tandem::base::Clock;
use totp_rs::{Builder, Secret, Totp};

const STEP: Duration = Duration::from_secs(30);

/// An authenticator app that was given what the server answered.
struct App(Totp);

impl App {
    fn of(setup: &Json) -> Self {
        let secret = Secret::try_from_base32(setup["secret"].as_str().unwrap()).unwrap();
        Self(Builder::new().with_secret(secret).build().unwrap())
    }

    /// The code of so many steps from now.
    fn code(&self, desk: &Desk, steps: i64) -> String {
        let seconds = desk.clock.now().millis() / 1000 + steps * 30;
        self.0.generate(u64::try_from(seconds).unwrap()).to_string()
    }
}

async fn begin(person: &Person) -> Answer {
    person.send(person.request(Method::PUT, "me/twoFactor")).await
}

async fn confirm(person: &Person, code: &str) -> Answer {
    person.post("me/twoFactor", json!({"code": code})).await
}

/// Sets it up for somebody; the app moves on to the next code.
async fn set_up(desk: &Desk, person: &Person) -> App {
    let app = App::of(&begin(person).await.ok());
    assert_eq!(confirm(person, &app.code(desk, 0)).await.status, 204);
    desk.clock.advance(STEP);
    app
}

async fn sign_in(desk: &Desk, password: &str, code: Option<&str>) -> Answer {
    let body = json!({"userName": "ana", "password": password, "code": code});
    desk.stranger().post("sessions", body).await
}

async fn require(desk: &Desk, policy: &str) {
    let ada = desk.person("ada").await;
    let mut settings = ada.get("portalSettings").await.ok()["global"].clone();
    settings["twoFactor"] = json!(policy);
    ada.put("portalSettings", settings).await.ok();
}

#[tokio::test]
async fn a_code_is_asked_for_after_the_right_password_only() {
    let desk = Desk::new().await;
    let ana = desk.person("ana").await;
    let setup = begin(&ana).await.ok();
    let uri = setup["uri"].as_str().unwrap();
    assert!(uri.starts_with("otpauth://totp/Northwind:ana?"), "{uri}");
    assert!(uri.contains(setup["secret"].as_str().unwrap()), "{uri}");
    // Begun is not set up.
    assert_eq!(sign_in(&desk, PASSWORD, None).await.status, 201);
    let app = App::of(&setup);
    assert_eq!(confirm(&ana, "000000").await.error(), (422, "code_wrong".to_owned()));
    assert_eq!(confirm(&ana, &app.code(&desk, 0)).await.status, 204);
    assert_eq!(ana.get("me").await.ok()["twoFactor"], "configured");
    assert_eq!(begin(&ana).await.error(), (422, "two_factor_configured".to_owned()));
    desk.clock.advance(STEP);
    let code = app.code(&desk, 0);
    assert_eq!(
        sign_in(&desk, "wrong", None).await.error(),
        (401, "unauthorized".to_owned())
    );
    assert_eq!(
        sign_in(&desk, "wrong", Some(&code)).await.error(),
        (401, "unauthorized".to_owned())
    );
    assert_eq!(
        sign_in(&desk, PASSWORD, None).await.error(),
        (401, "code_required".to_owned())
    );
    assert_eq!(
        sign_in(&desk, PASSWORD, Some("12345")).await.error(),
        (401, "code_refused".to_owned())
    );
    let spaced = format!("{} {}", &code[..3], &code[3..]);
    assert_eq!(sign_in(&desk, PASSWORD, Some(&spaced)).await.status, 201);
}

#[tokio::test]
async fn one_code_works_once_and_clocks_may_differ_by_a_step() {
    let desk = Desk::new().await;
    let app = set_up(&desk, &desk.person("ana").await).await;
    desk.clock.advance(STEP * 4);
    for (steps, status) in [
        (-2, 401),
        (2, 401),
        (-1, 201),
        (-1, 401),
        (0, 201),
        (0, 401),
        (-1, 401),
        (1, 201),
        (0, 401),
    ] {
        let answer = sign_in(&desk, PASSWORD, Some(&app.code(&desk, steps))).await;
        assert_eq!(answer.status, status, "{steps}: {}", answer.text);
        // The attempts themselves are slowed down; that is another matter.
        desk.clock.advance(Duration::from_secs(0));
    }
}

#[tokio::test]
async fn guessing_codes_is_slowed_down_like_guessing_passwords() {
    let desk = Desk::new().await;
    set_up(&desk, &desk.person("ana").await).await;
    for _ in 0..5 {
        assert_eq!(sign_in(&desk, PASSWORD, Some("000000")).await.status, 401);
    }
    let slow = sign_in(&desk, PASSWORD, Some("000000")).await;
    assert_eq!(slow.error(), (429, "slow_down".to_owned()));
    assert_eq!(slow.retry_after.as_deref(), Some("900"));
    // A wrong password is another matter.
    assert_eq!(sign_in(&desk, "wrong", None).await.status, 401);
    desk.clock.advance(Duration::from_secs(15 * 60));
    assert_eq!(sign_in(&desk, PASSWORD, Some("000000")).await.status, 401);
}

#[tokio::test]
async fn it_is_taken_away_by_who_proves_who_they_are_and_both_are_logged() {
    let desk = Desk::new().await;
    let (ana, elsewhere) = (desk.person("ana").await, desk.person("ana").await);
    let app = set_up(&desk, &ana).await;
    assert_eq!(
        elsewhere.get("me").await.error(),
        (401, "unauthorized".to_owned()),
        "a session without a second factor is over"
    );
    let remove = async |body: Json| {
        let request = ana.request(Method::DELETE, "me/twoFactor").json(&body);
        ana.send(request).await
    };
    assert_eq!(remove(json!({})).await.error(), (422, "required".to_owned()));
    let wrong = remove(json!({"password": "not hers"})).await;
    assert_eq!(wrong.error(), (422, "password_wrong".to_owned()));
    assert_eq!(
        remove(json!({"code": "000000"})).await.error(),
        (422, "code_wrong".to_owned())
    );
    assert_eq!(ana.get("me").await.ok()["twoFactor"], "configured");
    assert_eq!(remove(json!({"password": PASSWORD})).await.status, 204);
    assert_eq!(ana.get("me").await.ok()["twoFactor"], "not_required");
    drop(app);
    desk.clock.advance(STEP);
    let app = set_up(&desk, &ana).await;
    assert_eq!(remove(json!({"code": app.code(&desk, 0)})).await.status, 204);
    let entries = desk.person("ada").await.get("audit").await.ok()["items"].clone();
    let acts: Vec<_> = entries
        .as_array()
        .unwrap()
        .iter()
        .take(4)
        .map(|entry| entry["act"].clone())
        .collect();
    let (confirm, remove) = ("confirm_two_factor", "remove_two_factor");
    assert_eq!(json!(acts), json!([remove, confirm, remove, confirm]));
    assert_eq!(
        json!([entries[0]["actorName"], entries[0]["origin"], entries[0]["before"]]),
        json!(["Ana Sosa", "127.0.0.1", {"twoFactor": "configured"}])
    );
}

#[tokio::test]
async fn where_it_is_required_nothing_else_can_be_done_before() {
    let desk = Desk::new().await;
    let (ana, bob, mia) = (
        desk.person("ana").await,
        desk.person("bob").await,
        desk.person("mia").await,
    );
    let states = async || {
        let people = mia.get(&format!("companies/{}/people", desk.acme)).await.ok();
        let lines = people["items"].as_array().cloned().unwrap();
        let state = |name: &str| lines.iter().find(|line| line["userName"] == name).unwrap()["twoFactor"].clone();
        (state("ana"), state("bob"))
    };
    assert_eq!(states().await, (json!("not_required"), json!("not_required")));
    require(&desk, "taskfire_users").await;
    assert_eq!(states().await, (json!("not_configured"), json!("not_required")));
    for path in ["tickets/1", "sessions", "changes", "levels"] {
        assert_eq!(
            ana.get(path).await.error(),
            (403, "two_factor_required".to_owned()),
            "{path}"
        );
    }
    assert_eq!(bob.get("sessions").await.status, 200);
    assert_eq!(ana.get("me").await.ok()["twoFactor"], "not_configured");
    let early = confirm(&ana, "000000").await;
    assert_eq!(early.error(), (422, "two_factor_not_begun".to_owned()));
    set_up(&desk, &ana).await;
    assert_eq!(ana.get("sessions").await.status, 200);
    assert_eq!(states().await, (json!("configured"), json!("not_required")));
    let remove = async || {
        let body = json!({"password": PASSWORD});
        ana.send(ana.request(Method::DELETE, "me/twoFactor").json(&body)).await
    };
    assert_eq!(remove().await.error(), (403, "two_factor_required".to_owned()));
    require(&desk, "everybody").await;
    assert_eq!(bob.get("sessions").await.status, 403);
    assert_eq!(bob.delete("sessions/current").await.status, 204, "one can always leave");
    require(&desk, "nobody").await;
    assert_eq!(remove().await.status, 204);
    assert_eq!(sign_in(&desk, PASSWORD, None).await.status, 201);
}

#[tokio::test]
async fn a_client_may_have_another_policy_than_the_others() {
    let desk = Desk::new().await;
    let (ada, ana, gus) = (
        desk.person("ada").await,
        desk.person("ana").await,
        desk.person("gus").await,
    );
    let path = format!("companies/{}/portalSettings", desk.acme);
    ada.put(&path, json!({"twoFactor": "everybody"})).await.ok();
    assert_eq!(ana.get("sessions").await.status, 403);
    assert_eq!(gus.get("sessions").await.status, 200);
    assert_eq!(
        desk.person("tina").await.get("sessions").await.status,
        200,
        "the provider's people have their own"
    );
}

#[tokio::test]
async fn the_instance_requires_it_of_the_providers_people() {
    let desk = Desk::new().await;
    let (ada, tina) = (desk.person("ada").await, desk.person("tina").await);
    set_up(&desk, &ada).await;
    let mut settings = ada.get("instance").await.ok()["settings"].clone();
    settings["requiresTwoFactor"] = json!(true);
    ada.put("instance", settings).await.ok();
    assert_eq!(ada.get("sessions").await.status, 200);
    assert_eq!(
        tina.get("sessions").await.error(),
        (403, "two_factor_required".to_owned())
    );
    assert_eq!(desk.person("ana").await.get("sessions").await.status, 200);
}

#[tokio::test]
async fn an_administrator_lets_somebody_set_it_up_afresh() {
    let desk = Desk::new().await;
    let (ada, ana) = (desk.person("ada").await, desk.person("ana").await);
    set_up(&desk, &ana).await;
    let path = format!("people/{}/twoFactor", desk.id("ana").await.number());
    let reset = async |who: &Person| who.administer(Method::DELETE, &path, json!({})).await;
    assert_eq!(
        reset(&desk.person("tina").await).await.error(),
        (403, "forbidden".to_owned())
    );
    assert_eq!(
        reset(&desk.person("gus").await).await.error(),
        (404, "not_found".to_owned())
    );
    assert_eq!(reset(&ada).await.ok(), json!({"twoFactor": "reset"}));
    assert_eq!(
        ana.get("me").await.error(),
        (401, "unauthorized".to_owned()),
        "sessions end"
    );
    assert_eq!(sign_in(&desk, PASSWORD, None).await.status, 201);
}
