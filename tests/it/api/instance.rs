//! The instance's settings, its features, and the portal settings: each value, each bad one, and who may.

use crate::support::{Answer, Desk, Person};
use serde_json::{Value as Json, json};

fn instance() -> Json {
    json!({"name": "Northwind", "timeZone": "UTC", "currency": "EUR", "licenceFee": null,
        "subscription": "ultimate", "requiresTwoFactor": false})
}

fn portal() -> Json {
    json!({"twoFactor": "nobody", "lockAfterMinutes": null, "shownTime": "nothing", "resourceNames": "full",
        "ticketsSince": null, "nextVersion": false, "assignableLevels": [true, true, true],
        "branding": {"name": "", "logoText": "", "colour": ""}})
}

/// The body with one value in its place; a dot leads into an object.
fn with(mut body: Json, path: &str, value: Json) -> Json {
    let place = body.pointer_mut(&format!("/{}", path.replace('.', "/"))).unwrap();
    *place = value;
    body
}

/// What is refused, by its code and its field.
#[track_caller]
fn refused(answer: &Answer, code: &str, field: &str) {
    assert_eq!(answer.error(), (422, code.to_owned()), "{}", answer.text);
    assert_eq!(answer.json()["field"], field);
    assert!(!answer.json()["message"].as_str().unwrap().contains('{'));
}

#[tokio::test]
async fn the_instance_is_written_whole_and_read_again() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let page = ada.get("instance").await.ok();
    assert_eq!(page["settings"], instance());
    let wanted = json!({"name": " Südwind 南風 ", "timeZone": "UTC", "currency": "CHF", "licenceFee": "20.5",
        "subscription": "premium", "requiresTwoFactor": false});
    let written = ada.put("instance", wanted).await.ok();
    let kept = json!({"name": "Südwind 南風", "timeZone": "UTC", "currency": "CHF", "licenceFee": "20.50",
        "subscription": "premium", "requiresTwoFactor": false});
    assert_eq!(written, kept);
    let page = ada.get("instance").await.ok();
    assert_eq!((&page["settings"], &page["isCurrencyFixed"]), (&kept, &json!(false)));
    assert_ne!(page["auditDigest"].as_str().unwrap().trim_matches('0'), "");
    assert_eq!(ada.get("companies/0").await.ok()["companyName"], "Südwind 南風");
    assert_eq!(ada.get("me").await.ok()["instanceName"], "Südwind 南風");
}

#[tokio::test]
async fn a_value_that_does_not_fit_the_instance_changes_nothing() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    for (field, value, code) in [
        ("name", json!("  "), "required"),
        ("name", json!("North\u{7}wind"), "not_printable"),
        ("name", json!("x".repeat(101)), "out_of_range"),
        ("timeZone", json!("Mars/Olympus"), "invalid"),
        ("currency", json!("eur"), "invalid"),
        ("currency", json!("EURO"), "invalid"),
        ("currency", json!("€"), "invalid"),
        ("licenceFee", json!("-1"), "invalid"),
        ("licenceFee", json!("100000"), "invalid"),
        ("licenceFee", json!("9.999"), "invalid"),
        ("licenceFee", json!("much"), "invalid"),
    ] {
        refused(&ada.put("instance", with(instance(), field, value)).await, code, field);
    }
    for (field, value) in [
        ("subscription", json!("gold")),
        ("requiresTwoFactor", json!("yes")),
        ("licenceFee", json!(20.0)),
    ] {
        let answer = ada.put("instance", with(instance(), field, value)).await;
        assert_eq!(answer.error(), (400, "bad_request".to_owned()), "{field}");
    }
    assert_eq!(ada.get("instance").await.ok()["settings"], instance());
}

#[tokio::test]
async fn another_time_zone_holds_from_the_next_day() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let tokyo = with(instance(), "timeZone", json!("Asia/Tokyo"));
    ada.put("instance", tokyo.clone()).await.ok();
    let page = ada.get("instance").await.ok();
    assert_eq!(page["settings"], tokyo);
    assert_eq!(page["comingTimeZone"], json!(["Asia/Tokyo", "2026-11-21"]));
    // 15:59 of the 20th; in Tokyo it is the 21st already.
    desk.clock.advance(std::time::Duration::from_secs(6 * 3600 + 59 * 60));
    assert_eq!(ada.get("me").await.ok()["timeZone"], "UTC");
    let number = |ticket: &Json| ticket["ticketNumber"].as_str().unwrap().to_owned();
    let before = ada.create(json!({"companyID": desk.acme, "title": "Before"})).await;
    assert_eq!(number(&before), "T20261120.0001");
    desk.clock.advance(std::time::Duration::from_secs(9 * 3600));
    let ada = desk.person("ada").await;
    assert_eq!(ada.get("me").await.ok()["timeZone"], "Asia/Tokyo");
    assert_eq!(ada.get("instance").await.ok()["comingTimeZone"], json!(null));
    desk.clock.advance(std::time::Duration::from_secs(15 * 3600));
    let ada = desk.person("ada").await;
    // 15:59 of the 21st in UTC, past midnight in Tokyo.
    let after = ada.create(json!({"companyID": desk.acme, "title": "After"})).await;
    assert_eq!(number(&after), "T20261122.0001");
}

#[tokio::test]
async fn features_are_switched_and_need_the_subscription() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let switched = |feature: &str, on: bool| json!({"feature": feature, "isActive": on});
    let features = async || ada.get("instance").await.ok()["features"].clone();
    let beginning = json!([
        switched("portal", true),
        switched("taskfire", true),
        switched("comanaged", false),
        switched("next_portal", false)
    ]);
    assert_eq!(features().await, beginning);
    let written = ada.put("instance/features", switched("comanaged", true)).await.ok();
    assert_eq!(written, switched("comanaged", true));
    assert_eq!(features().await[2], switched("comanaged", true));
    let essentials = with(instance(), "subscription", json!("essentials"));
    ada.put("instance", essentials).await.ok();
    assert!(
        features()
            .await
            .as_array()
            .unwrap()
            .iter()
            .all(|feature| feature["isActive"] == false)
    );
    let refused = ada.put("instance/features", switched("portal", true)).await;
    assert_eq!(refused.error(), (422, "feature_inactive".to_owned()));
    ada.put("instance", instance()).await.ok();
    assert_eq!(features().await[0], switched("portal", true));
    let unknown = ada.put("instance/features", switched("cookies", true)).await;
    assert_eq!(unknown.status, 400);
}

#[tokio::test]
async fn portal_settings_are_global_and_overridden_by_client() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let client = format!("companies/{}/portalSettings", desk.acme);
    assert_eq!(ada.get("portalSettings").await.ok()["global"], portal());
    let global = with(portal(), "lockAfterMinutes", json!(30));
    let global = with(global, "ticketsSince", json!("2026-11-20"));
    let global = with(global, "branding.colour", json!("#1A6FB5"));
    let kept = with(global.clone(), "branding.colour", json!("#1a6fb5"));
    assert_eq!(ada.put("portalSettings", global).await.ok(), kept);
    let none = json!({"twoFactor": null, "lockAfterMinutes": null, "shownTime": null, "resourceNames": null,
        "ticketsSince": null, "nextVersion": null, "assignableLevels": null, "branding": null});
    let page = ada.get(&client).await.ok();
    assert_eq!(
        (&page["global"], &page["overrides"], &page["companyName"]),
        (&kept, &none, &json!("Acme"))
    );
    let overrides = json!({"lockAfterMinutes": 5, "resourceNames": "first"});
    ada.put(&client, overrides).await.ok();
    let own = with(
        with(none.clone(), "lockAfterMinutes", json!(5)),
        "resourceNames",
        json!("first"),
    );
    assert_eq!(ada.get(&client).await.ok()["overrides"], own);
    let other = format!("companies/{}/portalSettings", desk.globex);
    assert_eq!(ada.get(&other).await.ok()["overrides"], none);
    ada.put(&client, json!({})).await.ok();
    assert_eq!(ada.get(&client).await.ok()["overrides"], none);
    assert_eq!(ada.get("companies/4711/portalSettings").await.error().0, 404);
    assert_eq!(ada.put("companies/4711/portalSettings", json!({})).await.error().0, 404);
}

#[tokio::test]
async fn a_value_that_does_not_fit_the_portal_changes_nothing() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let client = format!("companies/{}/portalSettings", desk.acme);
    for (path, value, code, field) in [
        ("lockAfterMinutes", json!(0), "invalid", "lockAfterMinutes"),
        ("lockAfterMinutes", json!(1441), "invalid", "lockAfterMinutes"),
        ("ticketsSince", json!("2026-02-30"), "invalid", "ticketsSince"),
        ("ticketsSince", json!("2026-11-21"), "invalid", "ticketsSince"),
        ("branding.colour", json!("blue"), "invalid", "colour"),
        ("branding.colour", json!("#12345g"), "invalid", "colour"),
        ("branding.colour", json!("#12345"), "invalid", "colour"),
        ("branding.name", json!("a\u{1b}[31mb"), "not_printable", "name"),
        ("branding.logoText", json!("n".repeat(101)), "out_of_range", "logoText"),
    ] {
        let wanted = with(portal(), path, value);
        refused(&ada.put("portalSettings", wanted.clone()).await, code, field);
        refused(&ada.put(&client, wanted).await, code, field);
    }
    for (path, value) in [
        ("shownTime", json!("all")),
        ("resourceNames", json!("last")),
        ("twoFactor", json!(true)),
        ("assignableLevels", json!([true])),
        ("lockAfterMinutes", json!(-5)),
    ] {
        let answer = ada.put("portalSettings", with(portal(), path, value)).await;
        assert_eq!(answer.error(), (400, "bad_request".to_owned()), "{path}");
    }
    assert_eq!(ada.get("portalSettings").await.ok()["global"], portal());
}

#[tokio::test]
async fn only_the_providers_administrators_read_and_write_them() {
    let desk = Desk::new().await;
    let client = format!("companies/{}/portalSettings", desk.acme);
    let writes: [(&str, Json); 4] = [
        ("instance", instance()),
        ("instance/features", json!({"feature": "portal", "isActive": false})),
        ("portalSettings", portal()),
        (&client, json!({})),
    ];
    for user_name in ["tina", "ana", "bea", "mia", "avi", "bob", "gus"] {
        let person: Person = desk.person(user_name).await;
        for (path, body) in &writes {
            let forbidden = (403, "forbidden".to_owned());
            assert_eq!(
                person.put(path, body.clone()).await.error(),
                forbidden,
                "{user_name} {path}"
            );
            if *path != "instance/features" {
                assert_eq!(person.get(path).await.error(), forbidden, "{user_name} {path}");
            }
        }
    }
    for (path, body) in &writes {
        assert_eq!(desk.stranger().put(path, body.clone()).await.status, 401);
    }
}
