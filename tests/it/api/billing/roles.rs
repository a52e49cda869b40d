//! Who may ask for billing and change it: every route for every level (2.7), and what the setting hides (TF-20).

use super::world::*;
use crate::support::{Desk, Person};
use reqwest::Method;
use serde_json::{Value as Json, json};

/// One of every level at the provider and at Acme; Avi is a co-managed user besides.
const LEVELS: [&str; 7] = ["ada", "tina", "ana", "bea", "mia", "avi", "bob"];

/// What everybody in [`LEVELS`] is answered.
type Answered = [u16; 7];

const ADMINISTRATOR: Answered = [200, 403, 403, 403, 403, 403, 403];
const REPORTS: Answered = [200, 403, 200, 403, 200, 403, 403];
/// As before, without the desk's own people.
const HIDDEN: Answered = [200, 403, 403, 403, 200, 403, 403];

/// A desk with an invoice of Acme's, where Avi works on the provider's side too.
struct Scene {
    desk: Desk,
    invoice: i64,
    contract: i64,
    sold: i64,
}

impl Scene {
    async fn new() -> Self {
        let desk = Desk::new().await;
        let ada = desk.person("ada").await;
        let (contract, sold) = automate(&desk, &ada, calendar(desk.acme)).await;
        let avi = desk.id("avi").await.number();
        let comanaged = desk
            .operations()
            .write(move |writing| Ok(writing.execute("INSERT INTO comanaged_user (contact_id) VALUES (?1)", [avi])?));
        comanaged.await.unwrap();
        let ada = pass(&desk, 12).await;
        let closed = close_through(&ada, "2026-11-30").await;
        let invoice = closed["invoices"][0]["id"].as_i64().unwrap();
        Self {
            desk,
            invoice,
            contract,
            sold,
        }
    }

    /// What is read, and who may.
    fn reads(&self, reports: Answered) -> [(String, Answered); 8] {
        let acme = self.desk.acme;
        [
            (format!("companies/{acme}/automation"), ADMINISTRATOR),
            ("billing".to_owned(), ADMINISTRATOR),
            ("billing/closing".to_owned(), ADMINISTRATOR),
            (format!("companies/{acme}/billing"), ADMINISTRATOR),
            ("invoices".to_owned(), reports),
            (format!("companies/{acme}/invoices"), reports),
            (format!("invoices/{}", self.invoice), reports),
            (format!("companies/{acme}/blockReport"), reports),
        ]
    }

    async fn hide(&self, ada: &Person) {
        let settings = json!({"completeTaskfireWithAutotask": false, "completeAutotaskWithTaskfire": false,
            "hideFinancials": true});
        let path = format!("companies/{}/taskfire/settings", self.desk.acme);
        ada.put(&path, settings).await.ok();
    }

    async fn everybody(&self) -> Vec<Person> {
        let mut people = Vec::new();
        for name in LEVELS {
            people.push(self.desk.person(name).await);
        }
        people
    }
}

async fn answered(people: &[Person], path: &str) -> Vec<u16> {
    let mut statuses = Vec::new();
    for person in people {
        statuses.push(person.get(path).await.status);
    }
    statuses
}

#[tokio::test]
async fn billing_is_read_by_whose_level_may_and_the_setting_hides_exactly_three_things() {
    let scene = Scene::new().await;
    let people = scene.everybody().await;
    for (path, expected) in scene.reads(REPORTS) {
        assert_eq!(answered(&people, &path).await, expected, "{path}");
    }
    scene.hide(&people[0]).await;
    for (path, expected) in scene.reads(HIDDEN) {
        assert_eq!(answered(&people, &path).await, expected, "{path}, hidden");
    }
}

#[tokio::test]
async fn billing_is_changed_by_the_providers_administrators_alone() {
    let scene = Scene::new().await;
    let acme = scene.desk.acme;
    let people = scene.everybody().await;
    let choice = json!({"contract": scene.contract, "contractService": scene.sold});
    let writes: [(Method, String, Json, u16); 3] = [
        (Method::PUT, format!("companies/{acme}/automation"), choice, 200),
        (
            Method::POST,
            format!("companies/{acme}/automation/stop"),
            json!({}),
            200,
        ),
        // Nothing that was seen: the administrator's own answer is about that.
        (
            Method::POST,
            "billing/close".to_owned(),
            json!({"through": "2026-11-30", "seen": ""}),
            422,
        ),
    ];
    for (method, path, body, administrators) in writes {
        for (name, person) in LEVELS.into_iter().zip(&people).rev() {
            let status = person.administer(method.clone(), &path, body.clone()).await.status;
            let expected = if name == "ada" { administrators } else { 403 };
            assert_eq!(status, expected, "{name} {path}");
        }
    }
}

#[tokio::test]
async fn another_clients_people_and_strangers_learn_nothing_of_a_clients_billing() {
    let scene = Scene::new().await;
    let (gus, stranger) = (scene.desk.person("gus").await, scene.desk.stranger());
    for (path, expected) in scene.reads(REPORTS) {
        assert_eq!(stranger.get(&path).await.status, 401, "{path}");
        let status = gus.get(&path).await.status;
        match expected {
            ADMINISTRATOR => assert_eq!(status, 403, "{path}"),
            // The list is his own, and empty.
            _ if path == "invoices" => assert_eq!(gus.get(&path).await.ok()["items"], json!([])),
            _ => assert_eq!(status, 404, "{path}"),
        }
    }
}
