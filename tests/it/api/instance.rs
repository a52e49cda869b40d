//! The instance's settings, its features, and the portal settings: each value, each bad one, and who may.

use crate::support::{Answer, Desk, PASSWORD, Person};
use serde_json::{Value as Json, json};
use std::time::Duration;
use tandem::domain::SecurityLevel;
use tandem::server::operations::people::{NewContact, NewPortalUser};

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
    desk.clock.advance(Duration::from_secs(6 * 3600 + 59 * 60));
    assert_eq!(ada.get("me").await.ok()["timeZone"], "UTC");
    let number = |ticket: &Json| ticket["ticketNumber"].as_str().unwrap().to_owned();
    let before = ada.create(json!({"companyID": desk.acme, "title": "Before"})).await;
    assert_eq!(number(&before), "T20261120.0001");
    desk.clock.advance(Duration::from_secs(9 * 3600));
    let ada = desk.person("ada").await;
    assert_eq!(ada.get("me").await.ok()["timeZone"], "Asia/Tokyo");
    assert_eq!(ada.get("instance").await.ok()["comingTimeZone"], json!(null));
    desk.clock.advance(Duration::from_secs(15 * 3600));
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

#[tokio::test]
async fn where_the_portal_is_off_nobody_of_a_client_comes_in() {
    let desk = Desk::new().await;
    let (ada, gus) = (desk.person("ada").await, desk.person("gus").await);
    let (ana, tina) = (desk.person("ana").await, desk.person("tina").await);
    let inactive = |status| (status, "feature_inactive".to_owned());
    let feature = |on: bool| json!({"feature": "portal", "isActive": on});
    let essentials = with(instance(), "subscription", json!("essentials"));
    for (path, off, on) in [
        ("instance/features", feature(false), feature(true)),
        ("instance", essentials, instance()),
    ] {
        let mut feed = ana.follow(None).await;
        feed.next().await;
        ada.put(path, off).await.ok();
        let right = json!({"userName": "ana", "password": PASSWORD});
        assert_eq!(
            desk.stranger().post("sessions", right.clone()).await.error(),
            inactive(403)
        );
        let wrong = json!({"userName": "ana", "password": "guess"});
        assert_eq!(desk.stranger().post("sessions", wrong).await.status, 401);
        for person in [&ana, &gus] {
            assert_eq!(person.get("me").await.error(), inactive(403));
            let new = json!({"companyID": desk.acme, "title": "Printer"});
            assert_eq!(person.write("tickets", new).await.error(), inactive(403));
        }
        // The provider's people are not concerned; what they do ends the feed of those who are.
        tina.create(json!({"companyID": desk.acme, "title": "Router"})).await;
        while let Some(event) = feed.next().await {
            assert_ne!(event.data["entity"], "Ticket");
        }
        ada.put(path, on).await.ok();
        ana.get("me").await.ok();
        assert_eq!(desk.stranger().post("sessions", right).await.status, 201);
    }
}

#[tokio::test]
async fn a_client_whose_portal_is_off_is_the_only_one_concerned() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let initech = desk.operations().create_company("Initech".to_owned()).await.unwrap();
    let new = NewContact {
        company: initech,
        first_name: "Ina".to_owned(),
        last_name: "Sosa".to_owned(),
        email: "ina@client.test".to_owned(),
        phone: None,
        portal: Some(NewPortalUser {
            user_name: "ina".to_owned(),
            level: SecurityLevel::PortalManager,
            password: None,
        }),
    };
    desk.operations().create_contact(new).await.unwrap();
    let (ina, ana) = (desk.person("ina").await, desk.person("ana").await);
    ina.get("me").await.ok();
    let portal = format!("companies/{initech}/portal");
    ada.put(&portal, json!({"isActive": false})).await.ok();
    assert_eq!(ina.get("me").await.error(), (403, "feature_inactive".to_owned()));
    ana.get("me").await.ok();
    ada.put(&portal, json!({"isActive": true})).await.ok();
    ina.get("me").await.ok();
}

#[tokio::test]
async fn taskfire_that_is_on_goes_on_when_the_instances_is_switched_off() {
    let desk = Desk::new().await;
    let (ada, ana) = (desk.person("ada").await, desk.person("ana").await);
    let off = json!({"feature": "taskfire", "isActive": false});
    ada.put("instance/features", off).await.ok();
    let ticket = ana.create(json!({"companyID": desk.acme, "title": "Printer"})).await;
    ana.act(&ticket, "escalate", json!({})).await.ok();
}

#[tokio::test]
async fn branding_is_told_before_sign_in_and_to_each_clients_people_their_own() {
    let desk = Desk::new().await;
    let (ada, stranger) = (desk.person("ada").await, desk.stranger());
    let nothing = json!({"name": "Northwind", "logoText": "", "colour": ""});
    assert_eq!(stranger.get("branding").await.ok(), nothing);
    let look = json!({"name": "Northwind Care", "logoText": "▲ NW", "colour": "#1a6fb5"});
    ada.put("portalSettings", with(portal(), "branding", look.clone()))
        .await
        .ok();
    let own = json!({"name": "", "logoText": "ACME", "colour": "#cc0000"});
    let client = format!("companies/{}/portalSettings", desk.acme);
    ada.put(&client, json!({"branding": own, "lockAfterMinutes": 5}))
        .await
        .ok();
    assert_eq!(stranger.get("branding").await.ok(), look);
    let me = async |user_name: &str| desk.person(user_name).await.get("me").await.ok();
    assert_eq!(me("gus").await["branding"], look);
    let ana = me("ana").await;
    assert_eq!(ana["branding"], with(own, "name", json!("Northwind")));
    assert_eq!(
        (&ana["lockAfterMinutes"], &me("gus").await["lockAfterMinutes"]),
        (&json!(5), &json!(null))
    );
}

#[tokio::test]
async fn the_next_version_is_chosen_where_it_is_offered_and_forgotten_where_it_is_not_any_more() {
    let desk = Desk::new().await;
    let (ada, ana, gus) = (
        desk.person("ada").await,
        desk.person("ana").await,
        desk.person("gus").await,
    );
    let client = format!("companies/{}/portalSettings", desk.acme);
    let seen = async |person: &Person| {
        let me = person.get("me").await.ok();
        (me["hasVersionSwitch"].clone(), me["portalVersion"].clone())
    };
    let choose = async |person: &Person, next: bool| person.put("me/portalVersion", json!({"next": next})).await;
    let none = (json!(false), json!("list"));
    let feature = |on: bool| json!({"feature": "next_portal", "isActive": on});
    // Selected, but the instance hasn't switched it on.
    ada.put(&client, json!({"nextVersion": true})).await.ok();
    assert_eq!(seen(&ana).await, none);
    assert_eq!(choose(&ana, true).await.error(), (422, "feature_inactive".to_owned()));
    ada.put("instance/features", feature(true)).await.ok();
    assert_eq!(seen(&ana).await, (json!(true), json!("list")));
    assert_eq!(choose(&ana, true).await.ok()["portalVersion"], "list_with_preview");
    assert_eq!(seen(&ana).await, (json!(true), json!("list_with_preview")));
    for person in [&gus, &ada] {
        assert_eq!(seen(person).await, none);
        assert_eq!(choose(person, true).await.status, 422);
    }
    ada.put("instance/features", feature(false)).await.ok();
    assert_eq!(seen(&ana).await, none);
    ada.put("instance/features", feature(true)).await.ok();
    assert_eq!(choose(&ana, false).await.ok()["portalVersion"], "list");
}

#[tokio::test]
async fn a_currency_is_one_of_iso_4217() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    for code in ["EUU", "ABC", "eur", "EU", ""] {
        refused(
            &ada.put("instance", with(instance(), "currency", json!(code))).await,
            "invalid",
            "currency",
        );
    }
    for code in ["GBP", "JPY"] {
        ada.put("instance", with(instance(), "currency", json!(code)))
            .await
            .ok();
    }
}

#[tokio::test]
async fn the_four_points_take_lines_and_nothing_else_that_a_screen_obeys() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let path = format!("companies/{}/preparation", desk.acme);
    let points = json!({"workFlow": "One\n\ttwo", "responsibilities": "", "requestTypes": "", "escalationPath": ""});
    ada.put(&path, points.clone()).await.ok();
    for text in ["\u{1b}[2J", "a\u{202e}b"] {
        let answer = ada
            .put(&path, with(points.clone(), "escalationPath", json!(text)))
            .await;
        refused(&answer, "not_printable", "escalationPath");
    }
}
