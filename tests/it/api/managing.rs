//! A client's people: made, edited, activated and deactivated, their passwords reset; and what the log keeps of it.

use super::levels::line;
use crate::support::{Answer, Desk, PASSWORD, Person};
use reqwest::Method;
use serde_json::{Value as Json, json};
use tandem::base::ids::{ChangeId, CompanyId, Ids, UniqueIds};

const GOOD: &str = "plum tree in the rain";

fn new(user_name: &str, level: i64, password: Option<&str>) -> Json {
    let login = json!({"userName": user_name, "level": level, "password": password});
    json!({"firstName": "Ira", "lastName": "Ødegård", "email": "", "phone": "", "login": login})
}

async fn create(asker: &Person, company: CompanyId, body: Json) -> Answer {
    asker.write(&format!("companies/{company}/people"), body).await
}

async fn sign_in(desk: &Desk, user_name: &str, password: &str) -> Answer {
    let body = json!({"userName": user_name, "password": password});
    desk.stranger().post("sessions", body).await
}

#[tokio::test]
async fn a_manager_makes_a_user_who_changes_the_password_first() {
    let desk = Desk::new().await;
    let mia = desk.person("mia").await;
    let made = create(&mia, desk.acme, new("ira", 1, Some(GOOD))).await.ok();
    assert_eq!(
        (&made["mustChangePassword"], &made["twoFactor"], &made["licenceSince"]),
        (&json!(true), &json!("not_required"), &Json::Null)
    );
    let session = sign_in(&desk, "ira", GOOD).await.ok();
    assert_eq!(session["me"]["mustChangePassword"], true);
    let ira = desk.stranger().with_token(session["token"].as_str().unwrap());
    for path in ["tickets/1", "sessions", "notifications", "changes"] {
        assert_eq!(
            ira.get(path).await.error(),
            (403, "password_must_change".to_owned()),
            "{path}"
        );
    }
    let change = async |old: &str, new: &str| {
        let request = ira.request(Method::PUT, "me/password");
        ira.send(request.json(&json!({"oldPassword": old, "newPassword": new})))
            .await
    };
    assert_eq!(
        change("wrong", "a new long one").await.error(),
        (422, "password_wrong".to_owned())
    );
    assert_eq!(
        change(GOOD, "short").await.error(),
        (422, "password_too_short".to_owned())
    );
    assert_eq!(change(GOOD, GOOD).await.error(), (422, "password_known".to_owned()));
    assert_eq!(change(GOOD, "a new long one").await.status, 204);
    assert_eq!(ira.get("sessions").await.status, 200, "this session goes on");
    assert_eq!(sign_in(&desk, "ira", GOOD).await.status, 401);
    let again = sign_in(&desk, "ira", "a new long one").await.ok();
    assert_eq!(again["me"]["mustChangePassword"], false);
    assert_eq!(line(&mia, desk.acme, "ira").await["lastSignIn"], "2026-11-20T09:00:00Z");
}

#[tokio::test]
async fn names_of_every_script_are_taken_and_what_a_screen_would_obey_is_not() {
    let desk = Desk::new().await;
    let mia = desk.person("mia").await;
    for (user_name, first, last) in [("wang", "小明", "王"), ("omar", "عمر", ""), ("zoe", "Zoë", "O’Brien")] {
        let mut body = new(user_name, 1, None);
        body["firstName"] = json!(first);
        body["lastName"] = json!(last);
        let made = create(&mia, desk.acme, body).await.ok();
        assert_eq!((&made["firstName"], &made["lastName"]), (&json!(first), &json!(last)));
    }
    let hostile = [
        ("firstName", "Bob\u{1b}[2J", "not_printable"),
        ("lastName", "\u{202e}gnaw", "not_printable"),
        ("phone", "1\n2", "not_printable"),
        ("email", "nobody", "not_an_address"),
        ("firstName", &"x".repeat(51), "out_of_range"),
    ];
    for (field, text, code) in hostile {
        let mut body = new("eve", 1, None);
        body[field] = json!(text);
        let refused = create(&mia, desk.acme, body).await;
        assert_eq!(refused.error(), (422, code.to_owned()), "{field}");
        assert_eq!(refused.json()["field"], field);
    }
    let mut nameless = new("eve", 1, None);
    (nameless["firstName"], nameless["lastName"]) = (json!(" "), json!(""));
    assert_eq!(
        create(&mia, desk.acme, nameless).await.error(),
        (422, "required".to_owned())
    );
    for (name, status) in [("ada", 422), ("a\u{7}b", 422), (" eve", 400), ("", 400)] {
        let refused = create(&mia, desk.acme, new(name, 1, None)).await;
        assert_eq!(
            (refused.status, &refused.json()["field"]),
            (status, &json!("userName")),
            "{name:?}"
        );
    }
    let people = mia.get(&format!("companies/{}/people", desk.acme)).await.ok();
    assert_eq!(
        people["items"].as_array().map(Vec::len),
        Some(8),
        "nothing of what was refused is there"
    );
}

#[tokio::test]
async fn a_contact_without_login_gets_one_with_the_level() {
    let desk = Desk::new().await;
    let mia = desk.person("mia").await;
    let body = json!({"firstName": "Ira", "lastName": "Sosa", "email": "ira@acme.test", "login": null});
    let made = create(&mia, desk.acme, body).await.ok();
    assert_eq!(
        (&made["level"], &made["userName"], &made["isPortalActive"]),
        (&Json::Null, &json!(""), &json!(false))
    );
    let path = format!("people/{}", made["id"]);
    let give = async |user_name: Json| {
        let body = json!({"level": 2, "userName": user_name, "seenFee": null});
        mia.put(&format!("{path}/level"), body).await
    };
    let nameless = give(Json::Null).await;
    assert_eq!(
        (nameless.code(), &nameless.json()["field"]),
        ("required".to_owned(), &json!("userName"))
    );
    assert_eq!(give(json!("ana")).await.error(), (422, "user_name_taken".to_owned()));
    assert_eq!(give(json!("ira")).await.ok()["securityLevel"], "portal_advanced");
    // CP-25: a login without a password lets nobody in.
    assert_eq!(sign_in(&desk, "ira", "").await.status, 401);
    let reset = mia.put(&format!("{path}/password"), json!({"password": GOOD})).await;
    assert_eq!(reset.ok()["mustChangePassword"], true);
    assert_eq!(sign_in(&desk, "ira", GOOD).await.status, 201);
}

#[tokio::test]
async fn whoever_is_deactivated_is_out_at_once() {
    let desk = Desk::new().await;
    let (ada, mia) = (desk.person("ada").await, desk.person("mia").await);
    let made = create(&mia, desk.acme, new("ira", 1, Some(GOOD))).await.ok();
    let ira = desk.person("ira").await;
    let path = format!("people/{}/active", made["id"]);
    let off = mia.put(&path, json!({"isActive": false})).await.ok();
    assert_eq!((&off["isActive"], &off["level"]), (&json!(false), &json!(1)));
    assert_eq!(ira.get("me").await.error(), (401, "deactivated".to_owned()));
    assert_eq!(
        sign_in(&desk, "ira", GOOD).await.error(),
        (401, "unauthorized".to_owned())
    );
    let level = json!({"level": 2, "userName": null, "seenFee": null});
    let refused = mia.put(&format!("people/{}/level", made["id"]), level).await;
    assert_eq!(refused.error(), (422, "person_not_active".to_owned()));
    mia.put(&path, json!({"isActive": true})).await.ok();
    assert_eq!(sign_in(&desk, "ira", GOOD).await.status, 201);
    // Somebody with a Taskfire level is the provider's to switch and to let in again.
    let bea = format!("people/{}", desk.id("bea").await.number());
    for (act, body) in [
        ("active", json!({"isActive": false})),
        ("password", json!({"password": GOOD})),
    ] {
        let refused = mia.put(&format!("{bea}/{act}"), body).await;
        assert_eq!(refused.error(), (422, "level_by_provider_only".to_owned()), "{act}");
    }
    let refused = mia
        .administer(Method::DELETE, &format!("{bea}/twoFactor"), json!({}))
        .await;
    assert_eq!(refused.error(), (422, "level_by_provider_only".to_owned()));
    ada.put(&format!("{bea}/active"), json!({"isActive": false})).await.ok();
    ada.put(&format!("{bea}/active"), json!({"isActive": true})).await.ok();
}

#[tokio::test]
async fn only_the_providers_administrators_reset_the_sign_in_of_its_people() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let tina = desk.person("tina").await;
    let path = format!("colleagues/{}/password", desk.id("tina").await.number());
    for other in ["tina", "ana", "mia", "bob"] {
        let refused = desk.person(other).await.put(&path, json!({"password": GOOD})).await;
        assert_eq!(refused.error(), (403, "forbidden".to_owned()), "{other}");
    }
    ada.put(&path, json!({"password": GOOD})).await.ok();
    assert_eq!(
        tina.get("me").await.error(),
        (401, "unauthorized".to_owned()),
        "sessions end"
    );
    assert_eq!(
        sign_in(&desk, "tina", GOOD).await.ok()["me"]["mustChangePassword"],
        true
    );
    for (password, code) in [("elevenchars", "password_too_short"), ("Tina", "password_too_short")] {
        assert_eq!(
            ada.put(&path, json!({"password": password})).await.error(),
            (422, code.to_owned())
        );
    }
}

#[tokio::test]
async fn no_password_is_kept_anywhere_and_a_key_that_comes_again_does_nothing_again() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let path = format!("colleagues/{}/password", desk.id("tina").await.number());
    let key = UniqueIds.change();
    let put = async |key: ChangeId, password: &str| {
        let request = ada.request(Method::PUT, &path).json(&json!({"password": password}));
        ada.send(request.header("idempotency-key", key.to_string())).await
    };
    let first = put(key, GOOD).await;
    first.ok();
    let session = sign_in(&desk, "tina", GOOD).await.ok();
    assert_eq!(put(key, GOOD).await, first);
    let tina = desk.stranger().with_token(session["token"].as_str().unwrap());
    assert_eq!(tina.get("me").await.status, 200, "the reset was not done twice");
    create(&ada, desk.acme, new("ira", 1, Some("another good secret")))
        .await
        .ok();
    let kept: Vec<String> = desk
        .operations()
        .read(|connection| {
            let mut statement = connection.prepare(
                "SELECT request || body FROM kept_answer UNION ALL SELECT before || after || subject FROM audit_entry",
            )?;
            let rows = statement.query_map([], |row| row.get(0))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
        .await
        .unwrap();
    let audited = kept.iter().any(|text| text.contains("\"password\":\"reset\""));
    assert!(audited, "{kept:?}");
    for text in &kept {
        assert!(!text.contains(GOOD) && !text.contains("another good secret"), "{text}");
    }
    // Whoever has the file can't try passwords against a fast digest either.
    let digests = kept.iter().filter(|text| text.len() >= 64).map(|text| &text[..64]);
    let guess = |password: &str| {
        tandem::base::secret::digest(format!("PUT /tandem/v1/{path}\n{}", json!({"password": password})).as_bytes())
    };
    assert!(digests.into_iter().all(|digest| digest != guess(GOOD)));
}

#[tokio::test]
async fn every_act_stands_in_the_log_with_before_and_after() {
    let desk = Desk::new().await;
    let mia = desk.person("mia").await;
    let bob = desk.id("bob").await.number();
    let level = json!({"level": 2, "userName": null, "seenFee": null});
    mia.put(&format!("people/{bob}/level"), level).await.ok();
    let entry: (String, String, String, String, Option<i64>) = desk
        .operations()
        .read(|connection| {
            Ok(connection.query_row(
                "SELECT act, actor_name, before, after, company_id FROM audit_entry ORDER BY id DESC LIMIT 1",
                [],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)),
            )?)
        })
        .await
        .unwrap();
    let security = |text: &str| serde_json::from_str::<Json>(text).unwrap()["securityLevel"].clone();
    assert_eq!((entry.0.as_str(), entry.1.as_str()), ("change_level", "Mia Sosa"));
    assert_eq!(
        (security(&entry.2), security(&entry.3)),
        (json!("portal_basic"), json!("portal_advanced"))
    );
    assert_eq!(entry.4, Some(desk.acme.0));
}

#[tokio::test]
async fn a_first_password_is_the_persons_own_after_a_change_and_ends_other_sessions() {
    let desk = Desk::new().await;
    let (here, there) = (desk.person("ana").await, desk.person("ana").await);
    let request = here.request(Method::PUT, "me/password");
    let body = json!({"oldPassword": PASSWORD, "newPassword": GOOD});
    assert_eq!(here.send(request.json(&body)).await.status, 204);
    assert_eq!(here.get("me").await.status, 200);
    assert_eq!(there.get("me").await.error(), (401, "unauthorized".to_owned()));
    assert_eq!(sign_in(&desk, "ana", GOOD).await.status, 201);
}
