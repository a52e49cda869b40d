//! The OpenAPI document: whole, and of the routes that there are.

use crate::support::Desk;
use reqwest::Method;
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;
use std::path::Path;
use tandem::entities::{Surface, TICKET};

/// Every `$ref` below a value.
fn references(value: &Json, found: &mut Vec<String>) {
    match value {
        Json::Object(fields) => fields.iter().for_each(|(name, value)| match value.as_str() {
            Some(reference) if name == "$ref" => found.push(reference.to_owned()),
            _ => references(value, found),
        }),
        Json::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

#[tokio::test]
async fn every_described_route_exists_and_every_reference_leads_somewhere() {
    let desk = Desk::new().await;
    let stranger = desk.stranger();
    let document = stranger.get("openapi.json").await.ok();
    assert_eq!(document["openapi"], "3.1.0");
    let mut found = Vec::new();
    references(&document, &mut found);
    assert!(found.len() > 100);
    for reference in found {
        let pointer = reference.trim_start_matches('#');
        assert!(document.pointer(pointer).is_some(), "{reference} leads nowhere");
    }
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let method: Method = method.to_uppercase().parse().unwrap();
            let address = path.trim_start_matches('/').replace("{id}", "1");
            let answer = stranger
                .send(stranger.request(method.clone(), &address).json(&json!({})))
                .await;
            assert!(
                ![404, 405].contains(&answer.status) || path == "/sessions/demo",
                "{method} {path}"
            );
            if !operation["security"].is_null() {
                assert_eq!(answer.error(), (401, "unauthorized".to_owned()), "{method} {path}");
            }
            assert!(
                !operation["responses"].as_object().unwrap().is_empty(),
                "{method} {path}"
            );
        }
    }
}

#[tokio::test]
async fn an_entitys_schema_is_its_field_table() {
    let desk = Desk::new().await;
    let document = desk.stranger().get("openapi.json").await.ok();
    let ticket = &document["components"]["schemas"]["Ticket"]["properties"];
    let created = desk
        .person("tina")
        .await
        .create(json!({"companyID": desk.acme, "title": "Printer"}))
        .await;
    let described = ticket.as_object().unwrap();
    let given = created.as_object().unwrap();
    let unknown: Vec<_> = given.keys().filter(|name| !described.contains_key(*name)).collect();
    assert_eq!(unknown, Vec::<&String>::new());
    let fields: BTreeSet<_> = TICKET.fields_on(Surface::Tandem).map(|field| field.name).collect();
    assert_eq!(described.keys().map(String::as_str).collect::<BTreeSet<_>>(), fields);
    assert!(
        given.values().all(|value| !value.is_null()),
        "what is not known is left out: {created}"
    );
    assert_eq!(ticket["priority"]["enum"], json!([4, 1, 2, 3]));
}

#[tokio::test]
async fn other_programs_understand_the_document() {
    let desk = Desk::new().await;
    let document = desk.stranger().get("openapi.json").await.ok();
    let read = oas3::from_json(document.to_string()).unwrap();
    read.validate_version().unwrap();
    let operations: Vec<_> = read.operations().collect();
    let described: usize = document["paths"]
        .as_object()
        .unwrap()
        .values()
        .map(|item| item.as_object().unwrap().len())
        .sum();
    assert_eq!(operations.len(), described);
    for (path, method, operation) in operations {
        let parameters: BTreeSet<_> = operation
            .parameters(&read)
            .unwrap()
            .into_iter()
            .map(|one| one.name)
            .collect();
        let named = path
            .split('/')
            .filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
        for name in named {
            assert!(parameters.contains(name), "{method} {path} doesn't describe {name}");
        }
    }
    for (name, schema) in read.components.as_ref().unwrap().schemas.clone() {
        schema.resolve(&read).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

/// A route can only be added with its description, but for the document itself: nobody goes around that.
#[test]
fn no_route_is_added_without_its_description() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/server/routes");
    let mut undescribed = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let routes = text.lines().filter(|line| line.contains(".route("));
        undescribed.extend(routes.map(|line| line.trim().to_owned()));
    }
    assert_eq!(undescribed.len(), 1, "{undescribed:?}");
    assert!(undescribed[0].contains("/openapi.json"));
}
