//! Every administrative route as every role, read from the document that the server gives of itself: a new route is
//! refused to everybody but administrators, unless it is named here.

use crate::support::{Answer, Desk, Person};
use reqwest::Method;
use serde_json::{Value as Json, json};

/// Everybody besides the provider's administrator; Gus is another client's.
const OTHERS: [&str; 7] = ["tina", "ana", "bea", "mia", "avi", "bob", "gus"];
/// Who of Acme manages its people.
const MANAGERS: [&str; 3] = ["ana", "bea", "mia"];

/// Who of Acme reads what it is billed.
const FINANCES: [&str; 2] = ["ana", "mia"];

/// Who works tickets of Acme, and so names what they are about.
const NAMERS: [&str; 3] = ["tina", "ana", "bea"];

/// A route of the document with the body that it takes.
struct Route {
    method: Method,
    /// As the document has it.
    path: String,
    address: String,
    body: Json,
}

impl Route {
    /// Whether somebody may use it besides administrators: who manages a client's people, for their own.
    fn is_open_to(&self, name: &str) -> bool {
        match self.path.as_str() {
            "/levels" => self.method == Method::GET && (MANAGERS.contains(&name) || name == "gus"),
            "/companies/{id}/people" => MANAGERS.contains(&name),
            "/companies/{id}/contracts" | "/contracts/{id}/page" | "/catalogue" => {
                self.method == Method::GET && name == "tina"
            }
            "/companies/{id}/naming" => NAMERS.contains(&name),
            "/invoices" => FINANCES.contains(&name) || name == "gus",
            "/companies/{id}/invoices" | "/companies/{id}/blockReport" => FINANCES.contains(&name),
            path => path.starts_with("/people/{id}") && MANAGERS.contains(&name),
        }
    }

    async fn ask(&self, person: &Person) -> Answer {
        if self.method == Method::GET {
            return person.get(&self.address).await;
        }
        person
            .administer(self.method.clone(), &self.address, self.body.clone())
            .await
    }
}

/// A body that the route takes, by the name of its schema.
fn body(schema: &str) -> Json {
    match schema {
        "" => json!({}),
        "TaskfireState" | "TaskfireSettings" => json!({"completeTaskfireWithAutotask": true,
            "completeAutotaskWithTaskfire": true, "hideFinancials": false}),
        "Acceptance" => json!({"version": 2, "language": "en", "termsAccepted": true, "isEntitled": true}),
        "Confirmation" => json!({"companyName": "Nobody's"}),
        "Preparation" => json!({"workFlow": "", "responsibilities": "", "requestTypes": "", "escalationPath": ""}),
        "Switch" | "ContactSwitch" => json!({"isActive": true}),
        "InstanceSettings" => json!({"name": "Northwind", "timeZone": "UTC", "currency": "EUR", "licenceFee": null,
            "subscription": "ultimate", "requiresTwoFactor": false}),
        "FeatureSwitch" => json!({"feature": "comanaged", "isActive": false}),
        "PortalSettings" => json!({"twoFactor": "nobody", "lockAfterMinutes": null, "shownTime": "nothing",
            "resourceNames": "full", "ticketsSince": null, "nextVersion": false, "assignableLevels": [true, true, true],
            "branding": {"name": "", "logoText": "", "colour": ""}}),
        "PortalOverrides" => json!({}),
        "NewContact" => json!({"firstName": "New", "lastName": "Person", "email": "new@client.test", "login": null}),
        "PersonFields" => json!({"firstName": "Bob", "lastName": "Sosa", "email": "bob@client.test"}),
        "LevelChange" => json!({"level": 1, "userName": null, "seenFee": null}),
        "NewPassword" => json!({"password": "correct horse battery staple"}),
        "Activation" => json!({"timeExpiredOption": "rollover"}),
        "Owner" => json!({"companyID": 100}),
        "NewContract" => json!({"form": "per_request"}),
        "ContractReminder" => json!({"ticket": 100}),
        "NewLevel" => json!({"name": "Auditor", "like": "portal_basic", "isClientAssignable": true}),
        "LevelEdit" => json!({"name": "Auditor", "isClientAssignable": true}),
        "AutomationChoice" => json!({"contract": null, "contractService": null}),
        "AutomationStop" => json!({}),
        "Closing" => json!({"through": "2026-11-19", "seen": ""}),
        "NewClientContract" => {
            json!({"kind": "recurring", "fields": {"name": "Print", "start": "2026-11-01", "end": null,
            "isApproved": true}})
        }
        "ContractFields" => json!({"name": "Print", "start": "2026-11-01", "end": null, "isApproved": true}),
        "Renewal" => json!({}),
        "Cloning" => json!({"company": 1}),
        "NewContractService" => json!({"sold": {"service": 100}}),
        "UnitsChange" => json!({"change": 1, "from": "2026-11-01"}),
        "PriceChange" => json!({"unitPrice": "1.00"}),
        "ServiceFields" => json!({"name": "Print", "period": "monthly", "unitPrice": "1.00", "isActive": true}),
        other => panic!("say here what a route takes that takes {other}"),
    }
}

async fn routes(desk: &Desk) -> Vec<Route> {
    let document = desk.stranger().get("openapi.json").await.ok();
    let (bob, theo) = (desk.id("bob").await.number(), desk.id("theo").await.number());
    let mut routes = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let is_administrative = operation["tags"] == json!(["administration"]);
            // The settings have this address too, for programs that write the state as they read it.
            if !is_administrative && (path.as_str(), method.as_str()) != ("/companies/{id}/taskfire", "put") {
                continue;
            }
            let id = match path.split('/').nth(1) {
                Some("companies") => desk.acme.0,
                Some("people") => bob,
                Some("colleagues") => theo,
                _ => 100,
            };
            let schema = operation.pointer("/requestBody/content/application~1json/schema");
            let schema = schema.and_then(|schema| schema.pointer("/$ref").or(schema.pointer("/allOf/0/$ref")));
            let schema = schema.and_then(Json::as_str).and_then(|path| path.rsplit('/').next());
            routes.push(Route {
                method: method.to_uppercase().parse().unwrap(),
                path: path.clone(),
                address: path.trim_start_matches('/').replace("{id}", &id.to_string()),
                body: body(schema.unwrap_or_default()),
            });
        }
    }
    routes
}

#[tokio::test]
async fn administrative_routes_are_the_administrators_but_for_those_of_who_manages_people() {
    let desk = Desk::new().await;
    let routes = routes(&desk).await;
    assert!(routes.len() >= 27, "{} routes", routes.len());
    let log = desk.person("ada").await.get("audit").await.ok()["newestDigest"].clone();
    for name in OTHERS {
        let person = desk.person(name).await;
        for route in routes.iter().filter(|route| !route.is_open_to(name)) {
            let answer = route.ask(&person).await;
            let refused = [(403, "forbidden".to_owned()), (404, "not_found".to_owned())];
            assert!(
                refused.contains(&answer.error()),
                "{} {} as {name}: {} {}",
                route.method,
                route.address,
                answer.status,
                answer.text
            );
        }
    }
    let ada = desk.person("ada").await;
    assert_eq!(
        ada.get("audit").await.ok()["newestDigest"],
        log,
        "nothing of it left a trace"
    );
    for route in &routes {
        let answer = route.ask(&ada).await;
        assert!(
            ![400, 401, 403, 405].contains(&answer.status) && answer.status < 500,
            "{} {} as the administrator: {} {}",
            route.method,
            route.address,
            answer.status,
            answer.text
        );
    }
    for name in MANAGERS {
        let person = desk.person(name).await;
        for route in routes
            .iter()
            .filter(|route| route.is_open_to(name) && route.method == Method::GET)
        {
            route.ask(&person).await.ok();
        }
    }
}
