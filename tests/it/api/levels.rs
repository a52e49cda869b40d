//! Levels: who gives which to whom, levels of the provider's own, licences and the day since which they count.

use crate::support::{Desk, Person};
use reqwest::Method;
use serde_json::{Value as Json, json};
use std::time::Duration;
use tandem::base::ids::CompanyId;
use tandem::domain::SecurityLevel;

const DAY: Duration = Duration::from_secs(24 * 3600);

/// The line of somebody in the list of people.
pub async fn line(reader: &Person, company: CompanyId, user_name: &str) -> Json {
    let people = reader.get(&format!("companies/{company}/people")).await.ok();
    let lines = people["items"].as_array().cloned().unwrap();
    lines.into_iter().find(|line| line["userName"] == user_name).unwrap()
}

async fn id(desk: &Desk, user_name: &str) -> i64 {
    desk.id(user_name).await.number()
}

async fn give(desk: &Desk, asker: &Person, user_name: &str, level: Json) -> crate::support::Answer {
    let path = format!("people/{}/level", id(desk, user_name).await);
    asker
        .put(&path, json!({"level": level, "userName": null, "seenFee": null}))
        .await
}

async fn make(ada: &Person, name: &str, like: &str, flag: bool) -> Json {
    let body = json!({"name": name, "like": like, "isClientAssignable": flag});
    ada.write("levels", body).await.ok()
}

#[tokio::test]
async fn only_the_provider_gives_and_takes_taskfire_levels() {
    let desk = Desk::new().await;
    let (ada, tina, ana, mia) = (
        desk.person("ada").await,
        desk.person("tina").await,
        desk.person("ana").await,
        desk.person("mia").await,
    );
    for manager in [&ana, &mia] {
        for level in [4, 5] {
            let refused = give(&desk, manager, "bob", json!(level)).await;
            assert_eq!(refused.error(), (422, "level_by_provider_only".to_owned()));
        }
        // Taking one away, or changing it for a standard one, ends a licence: the provider's matter too.
        for level in [json!(1), json!(null)] {
            let refused = give(&desk, manager, "bea", level).await;
            assert_eq!(refused.error(), (422, "level_by_provider_only".to_owned()));
        }
    }
    assert_eq!(
        give(&desk, &tina, "bob", json!(2)).await.error(),
        (403, "forbidden".to_owned())
    );
    let given = give(&desk, &ada, "bob", json!(4)).await.ok();
    assert_eq!(
        (&given["level"], &given["securityLevel"], &given["licenceSince"]),
        (&json!(4), &json!("taskfire_resource"), &json!("2026-11-20"))
    );
    assert_eq!(
        desk.person("bob").await.get("me").await.ok()["level"],
        "taskfire_resource"
    );
}

#[tokio::test]
async fn a_client_gives_standard_levels_at_its_own_company_only() {
    let desk = Desk::new().await;
    for manager in ["ana", "bea", "mia"] {
        let manager = desk.person(manager).await;
        assert_eq!(
            give(&desk, &manager, "bob", json!(2)).await.ok()["securityLevel"],
            "portal_advanced"
        );
        assert_eq!(
            give(&desk, &manager, "bob", json!(1)).await.ok()["securityLevel"],
            "portal_basic"
        );
        assert_eq!(
            give(&desk, &manager, "gus", json!(1)).await.error(),
            (404, "not_found".to_owned())
        );
        let foreign = manager.get(&format!("companies/{}/people", desk.globex)).await;
        assert_eq!(foreign.error(), (404, "not_found".to_owned()));
        assert_eq!(
            manager.get("companies/0/people").await.status,
            404,
            "the provider's own"
        );
    }
    for nobody in ["avi", "bob", "tina"] {
        let nobody = desk.person(nobody).await;
        assert_eq!(
            give(&desk, &nobody, "avi", json!(1)).await.error(),
            (403, "forbidden".to_owned())
        );
        let people = nobody.get(&format!("companies/{}/people", desk.acme)).await;
        assert_eq!(people.error(), (403, "forbidden".to_owned()));
        assert_eq!(nobody.get("levels").await.status, 403);
    }
}

#[tokio::test]
async fn a_taskfire_level_needs_taskfire_at_the_company() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let company = desk.operations().create_company("Initech".to_owned()).await.unwrap();
    let new = |level: i64| json!({"firstName": "Ira", "lastName": "Sosa", "email": "", "login": {"userName": "ira", "level": level, "password": null}});
    let path = format!("companies/{company}/people");
    assert_eq!(
        ada.write(&path, new(4)).await.error(),
        (422, "taskfire_not_enabled".to_owned())
    );
    let made = ada.write(&path, new(1)).await.ok();
    assert_eq!(made["securityLevel"], "portal_basic");
    assert_eq!(
        give(&desk, &ada, "ira", json!(5)).await.error(),
        (422, "taskfire_not_enabled".to_owned())
    );
}

#[tokio::test]
async fn a_level_of_the_providers_own_lets_people_do_what_its_pattern_does() {
    let desk = Desk::new().await;
    let (ada, mia) = (desk.person("ada").await, desk.person("mia").await);
    let level = make(&ada, "Night shift", "taskfire_resource", true).await;
    assert_eq!(
        level["isClientAssignable"], false,
        "a Taskfire level is never the client's to give"
    );
    let number = level["id"].clone();
    assert!(number.as_i64().unwrap() >= 100);
    let given = give(&desk, &ada, "bob", number.clone()).await.ok();
    assert_eq!(
        (&given["level"], &given["levelName"], &given["securityLevel"]),
        (&number, &json!("Night shift"), &json!("taskfire_resource"))
    );
    let bob = desk.person("bob").await;
    let ticket = bob.create(json!({"companyID": desk.acme, "title": "Printer"})).await;
    bob.act(&ticket, "escalate", json!({})).await.ok();
    let contact = bob.get(&format!("contacts/{}", id(&desk, "bob").await)).await.ok();
    assert_eq!(
        (&contact["securityLevel"], &contact["customLevelID"]),
        (&json!(4), &number)
    );
    let levels = mia.get("levels").await.ok();
    let own = levels["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|line| line["id"] == number)
        .unwrap();
    assert_eq!(
        (&own["people"], &own["isAssignable"], &own["isSystem"]),
        (&json!(1), &json!(false), &json!(false))
    );
    // Back to a system level: nothing of the own one stays.
    let back = give(&desk, &ada, "bob", json!(1)).await.ok();
    assert_eq!((&back["level"], &back["levelName"]), (&json!(1), &json!("")));
}

#[tokio::test]
async fn a_level_that_people_have_stays_and_system_levels_always_do() {
    let desk = Desk::new().await;
    let (ada, ana) = (desk.person("ada").await, desk.person("ana").await);
    let level = make(&ada, "Reader", "portal_advanced", true).await["id"].clone();
    give(&desk, &ada, "bob", level.clone()).await.ok();
    let delete = async |who: &Person, level: &Json| {
        who.administer(Method::DELETE, &format!("levels/{level}"), json!({}))
            .await
    };
    assert_eq!(delete(&ana, &level).await.error(), (403, "forbidden".to_owned()));
    assert_eq!(delete(&ada, &level).await.error(), (422, "level_in_use".to_owned()));
    // Somebody who is not active has it still.
    let bob = id(&desk, "bob").await;
    ada.put(&format!("people/{bob}/active"), json!({"isActive": false}))
        .await
        .ok();
    assert_eq!(delete(&ada, &level).await.error(), (422, "level_in_use".to_owned()));
    ada.put(&format!("people/{bob}/active"), json!({"isActive": true}))
        .await
        .ok();
    give(&desk, &ada, "bob", json!(1)).await.ok();
    delete(&ada, &level).await.ok();
    assert_eq!(delete(&ada, &level).await.status, 404);
    for system in 1..=5 {
        assert_eq!(
            delete(&ada, &json!(system)).await.error(),
            (422, "system_level".to_owned())
        );
    }
    let next = make(&ada, "Reader", "portal_advanced", true).await["id"].clone();
    assert_ne!(next, level, "a number that somebody had is not given again");
}

#[tokio::test]
async fn a_client_gives_a_level_of_the_providers_own_only_where_it_is_flagged() {
    let desk = Desk::new().await;
    let (ada, mia) = (desk.person("ada").await, desk.person("mia").await);
    let open = make(&ada, "Reader", "portal_advanced", true).await;
    let closed = make(&ada, "Auditor", "portal_manager", false).await;
    assert_eq!(
        (&open["isClientAssignable"], &closed["isClientAssignable"]),
        (&json!(true), &json!(false))
    );
    give(&desk, &mia, "bob", open["id"].clone()).await.ok();
    let refused = give(&desk, &mia, "bob", closed["id"].clone()).await;
    assert_eq!(refused.error(), (422, "level_not_assignable".to_owned()));
    let missing = give(&desk, &mia, "bob", json!(999)).await;
    assert_eq!(missing.error(), (422, "not_usable".to_owned()));
}

#[tokio::test]
async fn portal_settings_say_which_system_levels_a_client_gives() {
    let desk = Desk::new().await;
    let mia = desk.person("mia").await;
    let company = desk.acme.0;
    desk.operations()
        .write(move |writing| {
            let body = json!({"assignableLevels": [true, false, false]}).to_string();
            writing.execute(
                "INSERT INTO portal_setting (company_id, body) VALUES (?1, ?2)",
                (company, body),
            )?;
            Ok(())
        })
        .await
        .unwrap();
    give(&desk, &mia, "avi", json!(1)).await.ok();
    let refused = give(&desk, &mia, "avi", json!(2)).await;
    assert_eq!(refused.error(), (422, "level_not_assignable".to_owned()));
    let levels = mia.get("levels").await.ok();
    let assignable: Vec<bool> = (levels["items"].as_array().unwrap().iter())
        .map(|line| line["isAssignable"] == true)
        .collect();
    assert_eq!(assignable, [true, false, false, false, false]);
}

#[tokio::test]
async fn a_licence_counts_from_its_first_taskfire_level_and_anew_after_a_break() {
    let desk = Desk::new().await;
    // Whole days pass, so that everybody signs in anew.
    let ada = async || desk.person("ada").await;
    // Half past eleven in the evening in UTC is the next day at the provider.
    desk.operations()
        .write(|writing| {
            Ok(writing
                .execute("UPDATE instance SET time_zone = 'Europe/Berlin'", [])
                .map(drop)?)
        })
        .await
        .unwrap();
    desk.clock.advance(Duration::from_secs(14 * 3600 + 1800));
    let since = async || line(&ada().await, desk.acme, "bob").await["licenceSince"].clone();
    assert_eq!(since().await, Json::Null);
    give(&desk, &ada().await, "bob", json!(4)).await.ok();
    assert_eq!(since().await, "2026-11-21");
    desk.clock.advance(DAY * 3);
    give(&desk, &ada().await, "bob", json!(5)).await.ok();
    assert_eq!(since().await, "2026-11-21", "another Taskfire level keeps the day");
    desk.clock.advance(DAY);
    let bob = format!("people/{}/active", id(&desk, "bob").await);
    ada().await.put(&bob, json!({"isActive": false})).await.ok();
    assert_eq!(since().await, Json::Null, "no licence without an active person");
    desk.clock.advance(DAY);
    ada().await.put(&bob, json!({"isActive": true})).await.ok();
    assert_eq!(since().await, "2026-11-26");
    give(&desk, &ada().await, "bob", json!(null)).await.ok();
    assert_eq!(since().await, Json::Null);
}

#[tokio::test]
async fn the_fee_that_was_seen_must_be_the_one_of_now() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    desk.operations()
        .write(|writing| {
            Ok(writing
                .execute("UPDATE instance SET licence_fee = '20.00'", [])
                .map(drop)?)
        })
        .await
        .unwrap();
    let path = format!("people/{}/level", id(&desk, "bob").await);
    let give = async |level: i64, fee: Json| {
        ada.put(&path, json!({"level": level, "userName": null, "seenFee": fee}))
            .await
    };
    for fee in [json!(null), json!("19.00"), json!("much")] {
        assert_eq!(give(4, fee).await.error(), (422, "fee_changed".to_owned()));
    }
    give(1, json!(null)).await.ok();
    give(4, json!("20")).await.ok();
    // No new licence, so no fee to look at.
    give(5, json!(null)).await.ok();
    // A licence that counts again begins anew.
    let active = format!("people/{}/active", id(&desk, "bob").await);
    ada.put(&active, json!({"isActive": false})).await.ok();
    let refused = ada.put(&active, json!({"isActive": true})).await;
    assert_eq!(refused.error(), (422, "fee_changed".to_owned()));
    ada.put(&active, json!({"isActive": true, "seenFee": "20.00"}))
        .await
        .ok();
}

#[tokio::test]
async fn a_first_level_makes_a_login_whose_password_opens_and_is_changed_at_once() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let new = json!({"firstName": "Ira", "lastName": "Sosa", "email": "", "login": null});
    let ira = ada.write(&format!("companies/{}/people", desk.acme), new).await.ok();
    let path = format!("people/{}/level", ira["id"]);
    let level = |password: &str| json!({"level": 1, "userName": "ira", "password": password, "seenFee": null});
    assert_eq!(ada.put(&path, level("short")).await.status, 422);
    let given = ada.put(&path, level("quiet rivers run deep")).await.ok();
    assert_eq!(
        (&given["userName"], &given["mustChangePassword"]),
        (&json!("ira"), &json!(true))
    );
    let body = json!({"userName": "ira", "password": "quiet rivers run deep"});
    let session = Person::new(desk.address(), None).post("sessions", body).await;
    assert_eq!(session.status, 201, "{}", session.text);
}

#[tokio::test]
async fn one_person_holds_one_of_the_two_licences() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let bob = id(&desk, "bob").await;
    desk.operations()
        .write(move |writing| {
            Ok(writing
                .execute("INSERT INTO comanaged_user (contact_id) VALUES (?1)", [bob])
                .map(drop)?)
        })
        .await
        .unwrap();
    assert_eq!(
        give(&desk, &ada, "bob", json!(4)).await.error(),
        (422, "other_licence_held".to_owned())
    );
    give(&desk, &ada, "bob", json!(2)).await.ok();
}

#[tokio::test]
async fn whoever_loses_the_level_is_nobodys_assignee_and_signed_out() {
    let desk = Desk::new().await;
    let (ada, ana, bea) = (
        desk.person("ada").await,
        desk.person("ana").await,
        desk.person("bea").await,
    );
    let ticket = ana.create(json!({"companyID": desk.acme, "title": "Printer"})).await;
    let assignee = json!({"assignee": {"contact": id(&desk, "bea").await}, "seen": {}});
    ana.act(&ticket, "assign", assignee).await.ok();
    let assigned =
        async || ana.get(&format!("tickets/{}", ticket["id"])).await.ok()["taskfireAssignedContactID"].clone();
    assert_ne!(assigned().await, Json::Null);
    // From one Taskfire level to another she keeps her work.
    give(&desk, &ada, "bea", json!(5)).await.ok();
    assert_ne!(assigned().await, Json::Null);
    give(&desk, &ada, "bea", json!(1)).await.ok();
    assert_eq!(assigned().await, Json::Null);
    assert_eq!(bea.get("me").await.ok()["level"], "portal_basic");
    give(&desk, &ada, "bea", json!(null)).await.ok();
    assert_eq!(bea.get("me").await.error(), (401, "deactivated".to_owned()));
    // Given back, the session of before stays over.
    give(&desk, &ada, "bea", json!(1)).await.ok();
    assert_eq!(bea.get("me").await.error(), (401, "unauthorized".to_owned()));
    assert_eq!(desk.person("bea").await.get("me").await.status, 200);
}

#[tokio::test]
async fn nothing_reaches_the_day_since_which_a_licence_counts() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let bea = id(&desk, "bea").await;
    let path = format!("people/{bea}");
    let before = line(&ada, desk.acme, "bea").await["licenceSince"].clone();
    desk.clock.advance(Duration::from_secs(16 * 3600));
    let ada = desk.person("ada").await;
    let body = json!({"firstName": "Bea", "lastName": "Sosa", "email": "", "phone": "", "licenceSince": "2020-01-01"});
    ada.put(&path, body).await.ok();
    let level = json!({"level": 4, "userName": null, "seenFee": null, "licenceSince": "2020-01-01"});
    assert_eq!(ada.put(&format!("{path}/level"), level).await.status, 400);
    assert_eq!(line(&ada, desk.acme, "bea").await["licenceSince"], before);
    // Not even the server's own writes change what was.
    let changed = desk
        .operations()
        .write(|writing| Ok(writing.execute("UPDATE level_history SET at = 0", []).map(drop)?))
        .await;
    assert!(changed.is_err());
}

#[tokio::test]
async fn levels_set_by_the_command_line_have_their_history_too() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let bob = desk.id("bob").await;
    desk.operations()
        .set_level(bob, SecurityLevel::TaskfireResource)
        .await
        .unwrap();
    assert_eq!(line(&ada, desk.acme, "bob").await["licenceSince"], "2026-11-20");
}

#[tokio::test]
async fn a_level_that_nobody_has_gets_another_name_and_keeps_its_kind() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let made = make(&ada, "Auditor", "portal_advanced", false).await;
    make(&ada, "Reader", "portal_basic", false).await;
    let path = format!("levels/{}", made["id"]);
    let edit = async |path: &str, name: &str, flag: bool| {
        ada.put(path, json!({"name": name, "isClientAssignable": flag})).await
    };
    let edited = edit(&path, " Controller ", true).await.ok();
    assert_eq!(
        json!([edited["name"], edited["securityLevel"], edited["isClientAssignable"]]),
        json!(["Controller", "portal_advanced", true])
    );
    let entry = ada.get("audit?act=edit_level").await.ok()["items"][0].clone();
    assert_eq!(
        json!([
            entry["before"]["name"],
            entry["after"]["name"],
            entry["before"]["isClientAssignable"]
        ]),
        json!(["Auditor", "Controller", false])
    );
    for (name, code) in [
        ("Reader", "not_usable"),
        (" ", "required"),
        ("A\u{1b}", "not_printable"),
    ] {
        assert_eq!(edit(&path, name, true).await.error(), (422, code.to_owned()), "{name}");
    }
    assert_eq!(
        edit("levels/2", "Basic", true).await.error(),
        (422, "system_level".to_owned())
    );
    assert_eq!(
        edit("levels/999", "None", true).await.error(),
        (404, "not_found".to_owned())
    );
    let own = made["id"].clone();
    give(&desk, &ada, "bob", own).await.ok();
    assert_eq!(
        edit(&path, "Other", true).await.error(),
        (422, "level_in_use".to_owned())
    );
    give(&desk, &ada, "bob", json!(1)).await.ok();
    ada.administer(Method::DELETE, &path, json!({})).await.ok();
    let deleted = ada.get("audit?act=delete_level").await.ok()["items"][0]["before"].clone();
    assert_eq!(
        json!([deleted["securityLevel"], deleted["isClientAssignable"]]),
        json!(["portal_advanced", true])
    );
}

#[tokio::test]
async fn a_client_sees_only_the_levels_that_it_may_give_or_that_its_people_have() {
    let desk = Desk::new().await;
    let (ada, mia, gus) = (
        desk.person("ada").await,
        desk.person("mia").await,
        desk.person("gus").await,
    );
    make(&ada, "For all", "portal_basic", true).await;
    let kept = make(&ada, "Acme's board", "portal_advanced", false).await;
    make(&ada, "Nobody's", "portal_basic", false).await;
    give(&desk, &ada, "bob", kept["id"].clone()).await.ok();
    let names = async |reader: &Person| {
        let levels = reader.get("levels").await.ok();
        let levels = levels["items"].as_array().unwrap().clone();
        let names = levels
            .iter()
            .filter_map(|level| level["name"].as_str().filter(|name| !name.is_empty()));
        names.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(names(&ada).await, ["Acme's board", "For all", "Nobody's"]);
    assert_eq!(names(&mia).await, ["Acme's board", "For all"]);
    assert_eq!(names(&gus).await, ["For all"]);
}

#[tokio::test]
async fn the_day_from_which_a_licence_would_count_is_the_providers() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let mut settings = ada.get("instance").await.ok()["settings"].clone();
    settings["timeZone"] = json!("Pacific/Auckland");
    ada.put("instance", settings).await.ok();
    desk.clock.advance(DAY + Duration::from_secs(4 * 3600));
    let ada = desk.person("ada").await;
    let people = ada.get(&format!("companies/{}/people", desk.acme)).await.ok();
    assert_eq!(people["today"], "2026-11-22", "13 h on the 21st in UTC");
    let given = give(&desk, &ada, "bob", json!(4)).await.ok();
    assert_eq!(given["licenceSince"], people["today"]);
}
