//! What entities say about themselves.

use super::integration::Integration;
use crate::support::Desk;
use serde_json::{Value as Json, json};
use tandem::domain::Side;
use tandem::entities::{ENTITIES, Operation, Surface};

#[tokio::test]
async fn every_entity_of_the_tables_is_described_by_its_table() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let here = || ENTITIES.iter().filter(|entity| entity.surface == Surface::Autotask);
    for entity in here() {
        let path = format!("{}/entityInformation", entity.plural);
        let info = &api.get(&path).await.ok()["info"];
        assert_eq!(
            (&info["name"], &info["canCreate"], &info["canDelete"]),
            (
                &json!(entity.name),
                &json!(entity.allows(Operation::Create)),
                &json!(entity.allows(Operation::Delete))
            )
        );
        let fields = api.get(&format!("{path}/fields")).await.ok();
        let names: Vec<_> = fields["fields"]
            .as_array()
            .unwrap()
            .iter()
            .map(|field| field["name"].clone())
            .collect();
        let expected: Vec<_> = entity
            .fields_on(Surface::Autotask)
            .map(|field| json!(field.name))
            .collect();
        assert_eq!(names, expected);
        let defined = api.get(&format!("{path}/userDefinedFields")).await;
        assert_eq!(defined.ok(), json!({"fields": []}));
    }
    let all = api.get("EntityInformation").await.ok();
    assert_eq!(all["entityDescriptions"].as_array().unwrap().len(), here().count());
    let nested = api.get("Tickets/1/Notes/entityInformation").await.ok();
    assert_eq!(nested["info"]["name"], json!("TicketNote"));
}

#[tokio::test]
async fn picklists_hold_the_desks_own_rows() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let operations = desk.operations();
    let queue = operations
        .create_queue("Level 2".to_owned(), Side::Autotask, None)
        .await
        .unwrap();
    let theirs = operations
        .create_queue("Floor".to_owned(), Side::Taskfire, Some(desk.acme))
        .await
        .unwrap();
    operations
        .create_request_type("Hardware".to_owned(), None, None)
        .await
        .unwrap();
    operations
        .create_request_type("Lunch".to_owned(), None, Some(desk.acme))
        .await
        .unwrap();
    let fields = api.get("Tickets/entityInformation/fields").await.ok();
    let list = |name: &str| -> Vec<Json> {
        let fields = fields["fields"].as_array().unwrap();
        let field = fields.iter().find(|field| field["name"] == name).unwrap();
        field["picklistValues"].as_array().cloned().unwrap()
    };
    let labels = |name: &str| -> Vec<Json> { list(name).iter().map(|value| value["label"].clone()).collect() };
    assert_eq!(
        json!(labels("status")),
        json!([
            "New",
            "In Progress",
            "Waiting Customer",
            "Waiting Vendor",
            "With Client",
            "Complete"
        ])
    );
    assert_eq!(json!(labels("priority")), json!(["Critical", "High", "Medium", "Low"]));
    assert_eq!(
        json!(labels("queueID")),
        json!(["Client Portal", "Post Sale", "Monitoring Alert", "Level 2"])
    );
    assert_eq!(json!(labels("issueType")), json!(["General", "Hardware"]));
    let values = list("queueID");
    assert_eq!(values[0]["isDefaultValue"], json!(true));
    assert_eq!(values[3]["value"], json!(queue.to_string()));
    assert!(values.iter().all(|value| value["value"] != json!(theirs.to_string())));
}
