//! Every route, every operator and every error that the entity tables promise, for every entity that has Autotask's
//! routes: what is added to a table is tested by being there.

use super::integration::{Integration, refusal};
use crate::support::Desk;
use reqwest::Method;
use serde_json::{Map, Value as Json, json};
use tandem::entities::{ENTITIES, Entity, Field, Kind, Operation, Parent, Picklist, Surface, by_name};

/// A number that no row and no picklist has.
const NOBODY: i64 = 987_654_321;

pub fn entities() -> impl Iterator<Item = &'static Entity> {
    ENTITIES
        .iter()
        .copied()
        .filter(|entity| entity.surface == Surface::Autotask)
}

/// The address below which rows of an entity are written.
pub fn written_at(entity: &Entity) -> String {
    match entity.parent.filter(|parent| !parent.or_itself) {
        Some(parent) => format!("{}/1/{}", parent_segment(entity), parent.segment),
        None => entity.plural.to_owned(),
    }
}

fn parent_segment(entity: &Entity) -> &'static str {
    let plural = |parent: Parent| by_name(parent.entity).map(|above| above.plural);
    let above = entity.parent.and_then(|parent| parent.above.or_else(|| plural(parent)));
    above.unwrap_or_default()
}

/// What an address takes: with `written`, rows are written there; with `listed`, they are listed there.
fn rows(entity: &Entity, written: bool, listed: bool) -> Vec<Method> {
    let reads = listed && entity.allows(Operation::Query);
    let mut methods: Vec<Method> = reads.then_some(Method::GET).into_iter().collect();
    if written && entity.allows(Operation::Create) {
        methods.push(Method::POST);
    }
    if written && entity.allows(Operation::Update) {
        methods.extend([Method::PATCH, Method::PUT]);
    }
    methods
}

fn row(entity: &Entity, written: bool) -> Vec<Method> {
    let mut methods = Vec::new();
    if entity.allows(Operation::Query) {
        methods.push(Method::GET);
    }
    if written && entity.allows(Operation::Delete) {
        methods.push(Method::DELETE);
    }
    methods
}

/// Every address of an entity with what it takes.
fn addresses(entity: &Entity) -> Vec<(String, Vec<Method>)> {
    let at_itself = entity.parent.is_none_or(|parent| parent.or_itself);
    let queries = match entity.allows(Operation::Query) {
        true => vec![Method::GET, Method::POST],
        false => Vec::new(),
    };
    let plural = entity.plural;
    let mut addresses = vec![
        (plural.to_owned(), rows(entity, at_itself, false)),
        (format!("{plural}/{NOBODY}"), row(entity, at_itself)),
        (format!("{plural}/query"), queries.clone()),
        (format!("{plural}/query/count"), queries.clone()),
        (format!("{plural}/query/next"), queries),
    ];
    let mut bases = vec![plural.to_owned()];
    if let Some(parent) = entity.parent {
        let below = format!("{}/{NOBODY}/{}", parent_segment(entity), parent.segment);
        addresses.push((below.clone(), rows(entity, true, true)));
        addresses.push((format!("{below}/{NOBODY}"), row(entity, true)));
        addresses.push((format!("{below}/query"), Vec::new()));
        bases.push(below);
    }
    for base in bases {
        for part in ["", "/fields", "/userDefinedFields"] {
            addresses.push((format!("{base}/entityInformation{part}"), vec![Method::GET]));
        }
    }
    addresses
}

#[tokio::test]
async fn every_route_takes_what_its_table_says_and_nothing_else() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let methods = [
        Method::GET,
        Method::POST,
        Method::PATCH,
        Method::PUT,
        Method::DELETE,
        Method::OPTIONS,
    ];
    for (path, taken) in entities().flat_map(addresses) {
        for method in &methods {
            let answer = api.send(api.request(method.clone(), &path).body("{}")).await;
            let wrong = json!({"Message": format!("The requested resource does not support http method '{method}'.")});
            match (taken.is_empty(), taken.contains(method)) {
                (true, _) => assert_eq!((answer.status, answer.text.as_str()), (404, ""), "{method} {path}"),
                (_, false) => assert_eq!((answer.status, answer.json()), (405, wrong), "{method} {path}"),
                (_, true) => {
                    assert!([200, 500].contains(&answer.status), "{method} {path}: {answer:?}");
                    assert!(!answer.text.contains("\"Message\""), "{method} {path}: {answer:?}");
                }
            }
        }
        let spelled = format!("/atservicesrest//1.0//{}/", path.to_uppercase());
        let answer = api.send(api.bare(Method::GET, &spelled)).await;
        assert_eq!((answer.status, answer.text.as_str()), (401, ""), "{spelled}");
    }
}

/// A value that the field can hold, as JSON.
fn value(field: &Field) -> Json {
    match field.kind {
        Kind::Integer | Kind::Long => json!("7"),
        Kind::Decimal => json!(1.25),
        Kind::Text { .. } => json!("x"),
        Kind::DateTime => json!("2026-11-20T10:00:00.5Z"),
        Kind::Boolean => json!("True"),
        Kind::UserDefined => json!([]),
    }
}

/// The operators with values, and whether they go with a kind of field.
fn operators(field: &Field) -> Vec<(&'static str, Json, bool)> {
    let (one, list) = (value(field), json!([value(field), value(field)]));
    let (is_text, is_ordered) = (matches!(field.kind, Kind::Text { .. }), field.kind != Kind::Boolean);
    vec![
        ("eq", one.clone(), true),
        ("noteq", one.clone(), true),
        ("gt", one.clone(), is_ordered),
        ("gte", one.clone(), is_ordered),
        ("lt", one.clone(), is_ordered),
        ("lte", one.clone(), is_ordered),
        ("beginsWith", one.clone(), is_text),
        ("endsWith", one.clone(), is_text),
        ("contains", one, is_text),
        ("exist", Json::Null, true),
        ("notExist", Json::Null, true),
        ("in", list.clone(), true),
        ("notIn", list, true),
    ]
}

#[tokio::test]
async fn every_operator_goes_with_the_fields_of_its_type_and_is_refused_for_others() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    for entity in entities().filter(|entity| entity.allows(Operation::Query)) {
        let path = format!("{}/query/count", entity.plural);
        let mut refused = Vec::new();
        let mut seen = Vec::new();
        for field in entity.fields_on(Surface::Autotask) {
            let condition = |op: &str, value: &Json| json!({"op": op, "field": field.name, "value": value});
            if !field.queryable {
                let text = format!("The field {} is not queryable.", field.name);
                refused.push((condition("exist", &Json::Null), text));
                continue;
            }
            let operators = operators(field);
            let taken = operators.iter().filter(|(.., goes)| *goes);
            let taken: Vec<Json> = taken
                .map(|(op, value, _)| condition(&op.to_uppercase(), value))
                .collect();
            let all = json!({"filter": [{"op": "or", "items": taken}]});
            let answer = api.post(&path, all).await;
            assert_eq!(answer.status, 200, "{}.{}: {answer:?}", entity.name, field.name);
            if seen.contains(&field.kind) {
                continue;
            }
            seen.push(field.kind);
            let data_type = field.kind.data_type();
            for (op, value, _) in operators.iter().filter(|(.., goes)| !*goes) {
                let text = format!(
                    "The operator {op} is not valid for {}, which is of type {data_type}.",
                    field.name
                );
                refused.push((condition(op, value), text));
            }
            refused.push((
                condition("in", &json!("x")),
                format!("The operator in on {} needs a list of values.", field.name),
            ));
            if !matches!(field.kind, Kind::Text { .. }) {
                let text = format!("The value neither of {} is not of type {data_type}.", field.name);
                refused.push((condition("eq", &json!("neither")), text));
            }
        }
        let unknown = format!("Unable to find nothing in the {} Entity.", entity.name);
        refused.push((json!({"op": "eq", "field": "nothing", "value": 1}), unknown));
        for (condition, text) in refused {
            let answer = api.post(&path, json!({"filter": [condition]})).await;
            assert_eq!(refusal(&answer), (500, vec![text]), "{condition}");
        }
    }
}

/// The fields that a create may set.
fn writable(entity: &'static Entity) -> impl Iterator<Item = &'static Field> {
    let fields = entity.fields_on(Surface::Autotask);
    fields.filter(|field| field.name != "id" && (field.required || !field.read_only))
}

/// What each field of a body is refused with, in the body's order; and the body.
fn spoilt(fields: impl Iterator<Item = (&'static Field, Json, String)>) -> (Json, Vec<String>) {
    let (mut body, mut errors) = (Map::new(), Vec::new());
    for (field, value, error) in fields {
        body.insert(field.name.to_uppercase(), value);
        errors.push(error);
    }
    (Json::Object(body), errors)
}

fn wrong_types(entity: &'static Entity) -> (Json, Vec<String>) {
    spoilt(
        writable(entity)
            .filter(|field| field.kind != Kind::Decimal)
            .map(|field| {
                let data_type = field.kind.data_type();
                (
                    field,
                    json!([1]),
                    format!("The value [1] of {} is not of type {data_type}.", field.name),
                )
            }),
    )
}

fn wrong_values(entity: &'static Entity) -> (Json, Vec<String>) {
    let (body, mut errors) = spoilt(writable(entity).filter_map(|field| match (field.kind, field.picklist) {
        (Kind::Integer | Kind::Long, Some(Picklist::Fixed(_) | Picklist::Live(_))) => {
            let error = format!("Picklist value [{NOBODY}] does not exist for {}.", field.name);
            Some((field, json!(NOBODY), error))
        }
        (Kind::Integer, _) => {
            let number = 1_i64 << 31;
            let error = format!("The value {number} of {} is out of range.", field.name);
            Some((field, json!(number), error))
        }
        (Kind::Text { length }, _) => {
            let text = "x".repeat(length as usize + 1);
            let name = field.name;
            let count = text.len();
            let error = format!("The value of {name} has {count} characters; it may have {length} at most.");
            Some((field, json!(text), error))
        }
        _ => None,
    }));
    let above = entity.parent.map(|parent| parent.field);
    let missing = writable(entity).filter(|field| field.required && body.get(field.name.to_uppercase()).is_none());
    let missing = missing.filter(|field| above != Some(field.name));
    errors.extend(missing.map(|field| format!("Value does not exist for the required field {}", field.name)));
    (body, errors)
}

#[tokio::test]
async fn every_value_that_does_not_fit_its_field_is_named_by_a_create() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    for entity in entities().filter(|entity| entity.allows(Operation::Create)) {
        let above = entity
            .parent
            .filter(|parent| !parent.or_itself)
            .map(|parent| parent.field);
        for (mut body, errors) in [wrong_types(entity), wrong_values(entity)] {
            // The address says below which row it lies.
            let named = above.and_then(|field| body.as_object_mut()?.shift_remove(&field.to_uppercase()));
            let about = |error: &String| above.is_none_or(|field| !error.contains(&format!(" {field} ")));
            let errors: Vec<String> = errors.into_iter().filter(about).collect();
            let answer = api.post(&written_at(entity), body).await;
            assert_eq!(refusal(&answer), (500, errors), "{} {named:?}", entity.name);
        }
        let answer = api
            .post(&format!("{}/query/count", entity.plural), json!({"filter": []}))
            .await;
        assert!([200, 404].contains(&answer.status), "{answer:?}");
    }
}

#[tokio::test]
async fn a_change_and_a_removal_of_what_is_not_there_say_so() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    for entity in entities() {
        let at = written_at(entity);
        if entity.allows(Operation::Update) {
            let answer = api.patch(&at, json!({})).await;
            let text = "Value does not exist for the required field id";
            assert_eq!(refusal(&answer), (500, vec![text.to_owned()]), "{at}");
        }
        if entity.allows(Operation::Delete) {
            let answer = api.delete(&format!("{at}/{NOBODY}")).await;
            assert_eq!(
                refusal(&answer),
                (500, vec!["No matching records found.".to_owned()]),
                "{at}"
            );
        }
        if entity.allows(Operation::Query) {
            let answer = api.get(&format!("{}/{NOBODY}", entity.plural)).await;
            assert_eq!(answer.text, "{\"item\":null}", "{at}");
        }
    }
}

#[tokio::test]
async fn who_impersonates_counts_only_where_rows_keep_it() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let nobody = api.impersonating(NOBODY);
    for entity in entities() {
        let keeps = ["impersonatorCreatorResourceID", "impersonatorUpdaterResourceID"];
        let keeps = keeps.into_iter().any(|field| entity.field(field).is_some());
        if entity.allows(Operation::Query) {
            let answer = nobody.get(&format!("{}/{NOBODY}", entity.plural)).await;
            assert_eq!(answer.text.contains("adequate permissions"), keeps, "{}", entity.name);
        }
        if entity.allows(Operation::Update) {
            let answer = nobody.patch(&written_at(entity), json!({"id": NOBODY})).await;
            assert_eq!(answer.text.contains("adequate permissions"), keeps, "{}", entity.name);
        }
    }
    assert_eq!(nobody.get("Version").await.status, 200);
}
