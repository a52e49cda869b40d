//! Who is let in, at which addresses, and by which verbs.

use super::integration::{Integration, refusal, said};
use crate::support::{Desk, PASSWORD};
use reqwest::Method;
use serde_json::json;
use std::time::Duration;
use tandem::base::Secret;
use tandem::domain::SecurityLevel;
use tandem::server::operations::people::ApiCredential;

#[tokio::test]
async fn a_missing_or_wrong_part_of_the_credential_is_answered_without_a_body() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let right = [
        ("UserName", api.credential.user_name.clone()),
        ("Secret", api.credential.secret.expose().to_owned()),
        (
            "ApiIntegrationCode",
            api.credential.integration_code.expose().to_owned(),
        ),
    ];
    for path in ["Tickets/1", "Tickets/query", "Nothing/1", "Version"] {
        let path = format!("/ATServicesRest/V1.0/{path}");
        for changed in 0..right.len() {
            for instead in [None, Some("another"), Some("")] {
                let mut request = api.bare(Method::GET, &path);
                for (position, (name, value)) in right.iter().enumerate() {
                    let value = if position == changed {
                        instead
                    } else {
                        Some(value.as_str())
                    };
                    request = value
                        .into_iter()
                        .fold(request, |request, value| request.header(*name, value));
                }
                let answer = api.send(request).await;
                assert_eq!(
                    (answer.status, answer.text.as_str()),
                    (401, ""),
                    "{path} {changed} {instead:?}"
                );
            }
        }
    }
    let mut spelled = api.bare(Method::GET, "/ATServicesRest/V1.0/Version");
    for (name, value) in &right {
        spelled = spelled.header(name.to_uppercase(), value);
    }
    assert_eq!(api.send(spelled).await.status, 200);
}

#[tokio::test]
async fn people_and_inactive_api_users_are_not_let_in() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let mut ada = api.clone();
    ada.credential = ApiCredential {
        user_name: "ada".to_owned(),
        secret: Secret::new(PASSWORD),
        integration_code: api.credential.integration_code.clone(),
    };
    assert_eq!(ada.get("Version").await.status, 401);

    let inactive = api.patch("Resources", json!({"id": api.id, "isActive": false})).await;
    inactive.ok();
    let refused = api.get("Version").await;
    assert_eq!((refused.status, refused.text.as_str()), (401, ""));
    let zone = api.bare(
        Method::GET,
        "/atservicesrest/v1.0/zoneInformation?user=api@northwind.test",
    );
    assert_eq!(api.send(zone).await.status, 500);
}

#[tokio::test]
async fn zone_and_versions_are_told_without_a_credential() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let zone = async |path: &str| api.send(api.bare(Method::GET, path)).await;
    for path in [
        "/ATServicesRest/V1.0/zoneInformation?user=api@northwind.test",
        "/atservicesrest/v1.0/ZoneInformation?user=API%40northwind.test",
        "//ATServicesRest//1.0/zoneinformation/?User=api%40northwind.test",
    ] {
        let url = zone(path).await.ok()["url"].as_str().unwrap().to_owned();
        assert_eq!(url, format!("{}/ATServicesRest/", api.origin), "{path}");
    }
    for user in ["?user=ada", "?user=nobody%40northwind.test", "?user=", ""] {
        let answer = zone(&format!("/ATServicesRest/V1.0/zoneInformation{user}")).await;
        assert_eq!(
            refusal(&answer),
            said("Zone information could not be determined"),
            "{user}"
        );
    }
    assert_eq!(
        zone("/atservicesrest/versioninformation").await.ok(),
        json!({"apiVersions": ["V1.0"]})
    );
    let proxied = api
        .bare(
            Method::GET,
            "/ATServicesRest/V1.0/zoneInformation?user=api@northwind.test",
        )
        .header("Host", "desk.example")
        .header("X-Forwarded-Proto", "https");
    assert_eq!(
        api.send(proxied).await.ok()["url"],
        json!("https://desk.example/ATServicesRest/")
    );
}

#[tokio::test]
async fn paths_are_read_whatever_their_case_and_slashes() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let id = api.ticket(&desk, json!({})).await;
    for path in [
        format!("/ATServicesRest/V1.0/Tickets/{id}"),
        format!("/atservicesrest/v1.0/tickets/{id}/"),
        format!("/ATServicesRest//v1.0//TICKETS/{id}"),
        format!("/ATSERVICESREST/1.0/Tickets/{id}"),
    ] {
        let request = api.request(Method::GET, "").build().unwrap();
        let answer = api
            .send(api.bare(Method::GET, &path).headers(request.headers().clone()))
            .await;
        assert_eq!(answer.ok()["item"]["id"], json!(id), "{path}");
    }
}

#[tokio::test]
async fn what_an_address_does_not_take_is_405_and_what_is_no_address_404() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    for (method, path) in [
        (Method::PATCH, "Tickets/1"),
        (Method::PUT, "Tickets/1"),
        (Method::DELETE, "Tickets/1"),
        (Method::GET, "Tickets"),
        (Method::DELETE, "Tickets/1/Notes/1"),
        (Method::PATCH, "Tickets/1/Notes/1"),
        (Method::POST, "Resources"),
        (Method::DELETE, "Companies/1"),
        (Method::DELETE, "Contacts/1"),
        (Method::PUT, "TimeEntries/query"),
        (Method::POST, "Tickets/entityInformation/fields"),
        (Method::POST, "Version"),
        (Method::OPTIONS, "Tickets/1"),
    ] {
        let answer = api.send(api.request(method.clone(), path)).await;
        let message = format!("The requested resource does not support http method '{method}'.");
        assert_eq!(
            (answer.status, answer.json()),
            (405, json!({"Message": message})),
            "{method} {path}"
        );
    }
    for (method, path) in [
        (Method::POST, "TicketNotes"),
        (Method::PATCH, "TicketNotes"),
        (Method::POST, "Contacts"),
        (Method::GET, "Tickets/1/Notes/query"),
        (Method::GET, "Tickets/one"),
        (Method::GET, "Queues/query"),
        (Method::GET, "ServiceLevelAgreements/1"),
        (Method::GET, "Tickets/query/sum"),
        (Method::GET, ""),
    ] {
        let answer = api.send(api.request(method.clone(), path)).await;
        assert_eq!((answer.status, answer.text.as_str()), (404, ""), "{method} {path}");
    }
}

#[tokio::test]
async fn the_service_tells_its_version_its_modules_and_how_much_it_was_asked() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let version = api.get("Version").await.ok();
    assert!(version.as_object().unwrap().values().all(serde_json::Value::is_string));
    assert_eq!(api.get("Modules").await.ok()["modules"][0]["value"], json!(true));
    let threshold = api.get("thresholdinformation").await.ok();
    assert_eq!(
        threshold,
        json!({"externalRequestThreshold": 10000, "requestThresholdTimeframe": 60, "currentTimeframeRequestCount": 3})
    );
    desk.clock.advance(Duration::from_secs(60 * 60));
    let later = api.get("ThresholdInformation").await.ok();
    assert_eq!(later["currentTimeframeRequestCount"], json!(1));
}

#[tokio::test]
async fn an_api_user_writes_in_the_name_of_a_resource_but_reads_as_itself() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let tina = desk.id("tina").await.number();
    let as_tina = api.impersonating(tina);
    let id = as_tina.ticket(&desk, json!({})).await;
    let note = json!({"description": "Hello", "noteType": 1, "publish": 1});
    let note = Integration::created(&as_tina.post(&format!("Tickets/{id}/Notes"), note).await);
    let time = json!({"ticketID": id, "resourceID": tina, "hoursWorked": 0.5, "dateWorked": "2026-11-20"});
    let time = Integration::created(&as_tina.post("TimeEntries", time).await);
    for (path, creator) in [
        (format!("Tickets/{id}"), "creatorResourceID"),
        (format!("TicketNotes/{note}"), "creatorResourceID"),
        (format!("TimeEntries/{time}"), "creatorUserID"),
    ] {
        let row = api.row(&path).await;
        assert_eq!(
            (&row[creator], &row["impersonatorCreatorResourceID"]),
            (&json!(tina), &json!(api.id)),
            "{path}"
        );
    }
    let own = api.ticket(&desk, json!({})).await;
    let own = api.row(&format!("Tickets/{own}")).await;
    assert_eq!(
        (&own["creatorResourceID"], &own["impersonatorCreatorResourceID"]),
        (&json!(api.id), &json!(null))
    );

    for path in [
        format!("Tickets/{id}"),
        "Tickets/query?search=%7B%22filter%22:[]%7D".to_owned(),
    ] {
        let answer = as_tina.get(&path).await;
        assert!(
            answer.status == 500 && answer.text.contains("adequate permissions"),
            "{path}"
        );
    }
    for resource in [api.id, 999_999] {
        let answer = api
            .impersonating(resource)
            .patch("Tickets", json!({"id": id, "title": "x"}))
            .await;
        assert!(
            answer.status == 500 && answer.text.contains("adequate permissions"),
            "{resource}"
        );
    }
}

#[tokio::test]
async fn a_technicians_api_user_changes_no_resources() {
    let desk = Desk::new().await;
    let api = Integration::of_level(&desk, SecurityLevel::ProviderTech).await;
    let tina = desk.id("tina").await.number();
    let answer = api.patch("Resources", json!({"id": tina, "title": "Chief"})).await;
    assert_eq!(refusal(&answer), super::integration::rule("forbidden"));
    let as_ada = api.impersonating(desk.id("ada").await.number());
    let answer = as_ada.patch("Resources", json!({"id": tina, "title": "Chief"})).await;
    assert_eq!(
        refusal(&answer),
        super::integration::rule("forbidden"),
        "rows of resources don't keep who impersonated whom: the API user acts as itself"
    );
    let answer = as_ada.post("Tickets", json!({})).await;
    assert!(
        answer.status == 500 && answer.text.contains("adequate permissions"),
        "nobody borrows the permissions of a higher level: {answer:?}"
    );
    assert_eq!(api.row(&format!("Resources/{tina}")).await["title"], json!(null));
    api.impersonating(tina).ticket(&desk, json!({})).await;
}

#[tokio::test]
async fn a_body_beyond_the_limit_is_refused() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let body = json!({"id": 1, "description": "x".repeat(600 * 1024)});
    let answer = api.patch("Tickets", body).await;
    assert_eq!((answer.status, refusal(&answer).1.len()), (413, 1));
}
