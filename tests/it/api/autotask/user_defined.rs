//! User-defined fields: defined by administrators, kept on rows, validated, given back, filtered by, and shown to those
//! who may see them.

use super::integration::{Integration, ids, refusal, rule, said};
use crate::support::Desk;
use reqwest::Method;
use serde_json::{Value as Json, json};
use tandem::domain::SecurityLevel;

const DEFINITIONS: &str = "UserDefinedFieldDefinitions";
/// `udfType` of companies and of tickets.
const COMPANY: i64 = 1;
const TICKET: i64 = 3;

async fn define(api: &Integration, name: &str, data_type: i64, more: Json) -> i64 {
    let mut body = json!({"name": name, "dataType": data_type, "udfType": TICKET});
    for (key, value) in more.as_object().into_iter().flatten() {
        body[key] = value.clone();
    }
    Integration::created(&api.post(DEFINITIONS, body).await)
}

/// A field of each kind on tickets; the list has Gold (`G`) and Tin (`T`).
async fn fields(api: &Integration) -> [i64; 5] {
    let fields = [
        define(api, "Asset Tag", 1, json!({"sortOrder": 1})).await,
        define(api, "Directions", 2, json!({"sortOrder": 2})).await,
        define(api, "Score", 3, json!({"sortOrder": 3, "numberOfDecimalPlaces": 2})).await,
        define(api, "Renewal", 4, json!({"sortOrder": 4})).await,
        define(api, "Tier", 5, json!({"sortOrder": 5})).await,
    ];
    for (label, value) in [("Gold", "G"), ("Tin", "T")] {
        item(api, fields[4], label, value).await;
    }
    fields
}

async fn item(api: &Integration, field: i64, label: &str, value: &str) -> i64 {
    let body = json!({"valueForDisplay": label, "valueForExport": value});
    Integration::created(&api.post(&format!("UserDefinedFields/{field}/ListItems"), body).await)
}

fn values(pairs: &[(&str, Json)]) -> Json {
    let value = |(name, value): &(&str, Json)| json!({"name": name, "value": value});
    json!({"userDefinedFields": pairs.iter().map(value).collect::<Vec<_>>()})
}

/// The values of a row that are not null.
async fn kept(api: &Integration, path: &str) -> Vec<(String, String)> {
    let row = api.row(path).await;
    let text = |json: &Json| json.as_str().unwrap_or_default().to_owned();
    let values = row["userDefinedFields"].as_array().unwrap().iter();
    values
        .filter(|value| !value["value"].is_null())
        .map(|value| (text(&value["name"]), text(&value["value"])))
        .collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    let pair = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    expected.iter().map(pair).collect()
}

#[tokio::test]
async fn values_are_stored_changed_one_by_one_and_emptied() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    fields(&api).await;
    let body = values(&[
        ("asset tag", json!("A-17")),
        ("Score", json!(1.5)),
        ("Renewal", json!("2026-12-01T13:00:00Z")),
        ("Tier", json!("gold")),
    ]);
    let id = api.ticket(&desk, body).await;
    let path = format!("Tickets/{id}");
    let all = [
        ("Asset Tag", "A-17"),
        ("Score", "1.5"),
        ("Renewal", "2026-12-01T00:00:00Z"),
        ("Tier", "G"),
    ];
    assert_eq!(kept(&api, &path).await, pairs(&all));
    let names: Vec<Json> = api.row(&path).await["userDefinedFields"].as_array().unwrap().to_vec();
    assert_eq!(
        names[1],
        json!({"name": "Directions", "value": null}),
        "those without a value are there"
    );

    let mut patch = values(&[("Score", json!("2")), ("Tier", Json::Null)]);
    patch["id"] = json!(id);
    api.patch("Tickets", patch).await.ok();
    let left = [
        ("Asset Tag", "A-17"),
        ("Score", "2"),
        ("Renewal", "2026-12-01T00:00:00Z"),
    ];
    assert_eq!(kept(&api, &path).await, pairs(&left));
    let version = desk.person("ada").await.get(&format!("tickets/{id}")).await.ok()["version"].clone();
    api.patch("Tickets", json!({"id": id, "title": "Another"})).await.ok();
    assert_eq!(kept(&api, &path).await, pairs(&left), "what is not named stays");
    let later = desk.person("ada").await.get(&format!("tickets/{id}")).await.ok()["version"].clone();
    assert!(later.as_i64() > version.as_i64());

    let row = api.row(&path).await;
    api.put("Tickets", row.clone()).await.ok();
    assert_eq!(
        kept(&api, &path).await,
        pairs(&left),
        "a row that is sent back changes nothing"
    );
    let mut without = row;
    without.as_object_mut().unwrap().shift_remove("userDefinedFields");
    api.put("Tickets", without).await.ok();
    assert_eq!(kept(&api, &path).await, []);
}

#[tokio::test]
async fn every_entity_with_user_defined_fields_keeps_them() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    for (number, entity) in [
        (1, "Companies"),
        (2, "Contacts"),
        (3, "Tickets"),
        (4, "ConfigurationItems"),
        (5, "Contracts"),
    ] {
        let body = json!({"name": "Code", "dataType": 1, "udfType": number});
        Integration::created(&api.post(DEFINITIONS, body).await);
        let described = api.get(&format!("{entity}/entityInformation")).await.ok();
        assert_eq!(described["info"]["hasUserDefinedFields"], json!(true));
    }
    let acme = desk.acme.0;
    let contact = desk.id("bob").await.number();
    let product = json!({"companyID": acme, "productID": 1, "isActive": true});
    let item = Integration::created(&api.post("ConfigurationItems", product).await);
    let contract = json!({
        "companyID": acme, "contractName": "Care", "contractType": 7, "status": 1, "timeReportingRequiresStartAndStopTimes": 0,
        "startDate": "2026-11-01", "endDate": "2027-10-31",
    });
    let contract = Integration::created(&api.post("Contracts", contract).await);
    let ticket = api.ticket(&desk, json!({})).await;
    for (at, entity, id) in [
        ("Companies".to_owned(), "Companies", acme),
        (format!("Companies/{acme}/Contacts"), "Contacts", contact),
        ("Tickets".to_owned(), "Tickets", ticket),
        ("ConfigurationItems".to_owned(), "ConfigurationItems", item),
        ("Contracts".to_owned(), "Contracts", contract),
    ] {
        let mut body = values(&[("Code", json!(entity))]);
        body["id"] = json!(id);
        api.patch(&at, body).await.ok();
        assert_eq!(kept(&api, &format!("{entity}/{id}")).await, pairs(&[("Code", entity)]));
        let filter = json!([{"op": "eq", "field": "code", "value": entity.to_lowercase(), "udf": true}]);
        assert_eq!(api.ids(entity, filter).await, [id]);
    }
}

#[tokio::test]
async fn what_does_not_fit_is_named_and_nothing_is_stored() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let fields = fields(&api).await;
    let id = api.ticket(&desk, values(&[("Tier", json!("Tin"))])).await;
    for (value, text) in [
        (
            values(&[("Score", json!("many"))]),
            "The value many of Score is not of type decimal.",
        ),
        (
            values(&[("Score", json!(1.234))]),
            "The value 1.234 of Score has more than 2 decimals.",
        ),
        (
            values(&[("Renewal", json!("soon"))]),
            "The value soon of Renewal is not of type datetime.",
        ),
        (
            values(&[("Tier", json!("Iron"))]),
            "Picklist value [Iron] does not exist for Tier.",
        ),
        (
            values(&[("Colour", json!("red"))]),
            "Unable to find Colour in the Ticket Entity.",
        ),
        (
            values(&[("Asset Tag", json!("x".repeat(256)))]),
            "The value of Asset Tag has 256 characters; it may have 255 at most.",
        ),
        (
            json!({"userDefinedFields": [{"value": 1}]}),
            "userDefinedFields must be a list of objects with name and value.",
        ),
        (
            json!({"userDefinedFields": "Tier"}),
            "userDefinedFields must be a list of objects with name and value.",
        ),
    ] {
        let mut patch = value;
        patch["id"] = json!(id);
        patch["title"] = json!("Never");
        assert_eq!(refusal(&api.patch("Tickets", patch).await), said(text));
    }
    let row = api.row(&format!("Tickets/{id}")).await;
    assert_eq!(
        (&row["title"], kept(&api, &format!("Tickets/{id}")).await),
        (&json!("Printer"), pairs(&[("Tier", "T")]))
    );

    let filter = json!([{"op": "eq", "field": "udfFieldId", "value": fields[4]}, {"op": "eq", "field": "valueForExport", "value": "T"}]);
    let tin = api.ids("UserDefinedFieldListItems", filter).await[0];
    let items = format!("UserDefinedFields/{}/ListItems", fields[4]);
    api.patch(
        &items,
        json!({"id": tin, "isActive": false, "valueForDisplay": "Pewter"}),
    )
    .await
    .ok();
    let mut same = values(&[("Tier", json!("T"))]);
    same["id"] = json!(id);
    api.patch("Tickets", same).await.ok();
    let other = api.ticket(&desk, json!({})).await;
    let mut again = values(&[("Tier", json!("Pewter"))]);
    again["id"] = json!(other);
    let refused = api.patch("Tickets", again).await;
    assert_eq!(
        refusal(&refused),
        said("Picklist value [Pewter] does not exist for Tier.")
    );
}

#[tokio::test]
async fn what_is_required_is_asked_for_and_defaults_are_taken() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let early = api.ticket(&desk, json!({})).await;
    define(&api, "Site", 1, json!({"isRequired": true})).await;
    define(&api, "Score", 3, json!({"defaultValue": "7"})).await;
    let body = json!({"companyID": desk.acme, "title": "x", "status": 1, "priority": 2});
    let missing = said("Value does not exist for the required field Site");
    assert_eq!(refusal(&api.post("Tickets", body).await), missing);
    let id = api.ticket(&desk, values(&[("Site", json!("Berlin"))])).await;
    assert_eq!(
        kept(&api, &format!("Tickets/{id}")).await,
        pairs(&[("Score", "7"), ("Site", "Berlin")])
    );
    let mut emptied = values(&[("Site", json!(null))]);
    emptied["id"] = json!(id);
    assert_eq!(refusal(&api.patch("Tickets", emptied).await), missing);
    let mut other = values(&[("Score", json!(1))]);
    other["id"] = json!(early);
    api.patch("Tickets", other).await.ok();
}

#[tokio::test]
async fn rows_are_filtered_by_them_and_pages_go_on() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    fields(&api).await;
    let first = api
        .ticket(
            &desk,
            values(&[
                ("Score", json!(1)),
                ("Tier", json!("Gold")),
                ("Asset Tag", json!("A%_1")),
            ]),
        )
        .await;
    let second = api
        .ticket(&desk, values(&[("Score", json!("10")), ("Tier", json!("Tin"))]))
        .await;
    let third = api.ticket(&desk, values(&[("Renewal", json!("2026-12-01"))])).await;
    for (op, field, value, expected) in [
        ("EQ", "SCORE", json!(1.0), vec![first]),
        ("gt", "Score", json!("2"), vec![second]),
        ("noteq", "Score", json!(1), vec![second, third]),
        ("lte", "Renewal", json!("2026-12-01T00:00:00Z"), vec![third]),
        ("contains", "asset tag", json!("%_"), vec![first]),
        ("beginsWith", "Asset Tag", json!("a"), vec![first]),
        ("in", "Tier", json!(["G", "T"]), vec![first, second]),
        ("notIn", "Tier", json!(["Gold"]), vec![second, third]),
        ("exist", "Tier", Json::Null, vec![first, second]),
        ("notExist", "Score", Json::Null, vec![third]),
    ] {
        let filter = json!([{"op": op, "field": field, "value": value, "udf": true}]);
        assert_eq!(api.ids("Tickets", filter.clone()).await, expected, "{filter}");
        let count = api.post("Tickets/query/count", json!({ "filter": filter })).await.ok();
        assert_eq!(count["queryCount"], json!(expected.len()));
    }
    let two = json!({"filter": [
        {"op": "exist", "field": "Tier", "udf": true}, {"op": "exist", "field": "Score", "udf": true},
    ]});
    assert_eq!(
        refusal(&api.post("Tickets/query", two).await),
        said("Queries are limited to one user-defined field")
    );
    let unmarked = json!({"filter": [{"op": "exist", "field": "Tier"}]});
    assert_eq!(
        refusal(&api.post("Tickets/query", unmarked).await),
        said("Unable to find Tier in the Ticket Entity.")
    );

    let body = json!({
        "MaxRecords": 1, "IncludeFields": ["id", "tier"],
        "filter": [{"op": "exist", "field": "Tier", "udf": true}],
    });
    let page = api.post("Tickets/query", body).await.ok();
    assert_eq!(
        page["items"],
        json!([{"id": first, "userDefinedFields": [{"name": "Tier", "value": "G"}]}])
    );
    let next = page["pageDetails"]["nextPageUrl"].as_str().unwrap().to_owned();
    for method in [Method::GET, Method::POST] {
        let page = api.follow(method, &next, None).await.ok();
        assert_eq!(
            page["items"],
            json!([{"id": second, "userDefinedFields": [{"name": "Tier", "value": "T"}]}])
        );
    }
}

#[tokio::test]
async fn they_are_described_with_their_lists() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    fields(&api).await;
    let described = api.get("Tickets/entityInformation/userDefinedFields").await.ok();
    assert_eq!(
        described["fields"][4].to_string(),
        r#"{"name":"Tier","label":"Tier","type":"string","length":0,"description":"","isRequired":false,"isReadOnly":false,"isQueryable":true,"isReference":false,"referenceEntityType":"","isPickList":true,"picklistValues":[{"value":"G","label":"Gold","isDefaultValue":false,"sortOrder":1,"parentValue":"","isActive":true,"isSystem":false},{"value":"T","label":"Tin","isDefaultValue":false,"sortOrder":2,"parentValue":"","isActive":true,"isSystem":false}],"picklistParentValueField":"","defaultValue":null,"isSupportedWebhookField":false}"#
    );
    let score = &described["fields"][2];
    assert_eq!(
        (&score["type"], &score["picklistValues"]),
        (&json!("decimal"), &Json::Null)
    );
    let none = api.get("Companies/entityInformation/userDefinedFields").await.ok();
    assert_eq!(none, json!({"fields": []}));
}

#[tokio::test]
async fn definitions_have_rules_of_their_own() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let fields = fields(&api).await;
    for (body, text) in [
        (
            json!({"name": "asset TAG"}),
            "The Ticket Entity has a field asset TAG already.",
        ),
        (json!({"name": "Title"}), "The Ticket Entity has a field Title already."),
        (
            json!({"name": "N", "numberOfDecimalPlaces": 9}),
            "numberOfDecimalPlaces must be from 0 to 4.",
        ),
        (
            json!({"name": "N", "dataType": 3, "defaultValue": "x"}),
            "The value x of N is not of type decimal.",
        ),
        (
            json!({"name": "N", "dataType": 9}),
            "Picklist value [9] does not exist for dataType.",
        ),
        (
            json!({"name": null}),
            "Value does not exist for the required field name",
        ),
    ] {
        let mut whole = json!({"dataType": 1, "udfType": TICKET});
        for (key, value) in body.as_object().unwrap() {
            whole[key] = value.clone();
        }
        assert_eq!(refusal(&api.post(DEFINITIONS, whole).await), said(text), "{body}");
    }
    let same = json!({"name": "Asset Tag", "dataType": 1, "udfType": COMPANY});
    Integration::created(&api.post(DEFINITIONS, same).await);
    for (change, text) in [
        (json!({"dataType": 2}), "dataType is read only."),
        (json!({"udfType": COMPANY}), "udfType is read only."),
    ] {
        let mut body = change;
        body["id"] = json!(fields[0]);
        assert_eq!(refusal(&api.patch(DEFINITIONS, body).await), said(text));
    }
    let at = |field: i64| format!("UserDefinedFields/{field}/ListItems");
    let gold = json!({"valueForDisplay": "gold", "valueForExport": "X"});
    assert!(refusal(&api.post(&at(fields[4]), gold.clone()).await).1[0].contains("already"));
    assert!(refusal(&api.post(&at(fields[0]), gold).await).1[0].contains("List"));
    assert_eq!(api.get(&at(fields[4])).await.ok()["items"].as_array().unwrap().len(), 2);

    let id = api.ticket(&desk, values(&[("Asset Tag", json!("A-17"))])).await;
    api.patch(DEFINITIONS, json!({"id": fields[0], "name": "Inventory"}))
        .await
        .ok();
    assert_eq!(
        kept(&api, &format!("Tickets/{id}")).await,
        pairs(&[("Inventory", "A-17")])
    );
    api.patch(DEFINITIONS, json!({"id": fields[0], "isActive": false}))
        .await
        .ok();
    assert_eq!(kept(&api, &format!("Tickets/{id}")).await, []);
    api.patch(DEFINITIONS, json!({"id": fields[0], "isActive": true}))
        .await
        .ok();
    assert_eq!(
        kept(&api, &format!("Tickets/{id}")).await,
        pairs(&[("Inventory", "A-17")])
    );

    let acts = desk.person("ada").await.get("audit").await.ok();
    assert_eq!(acts["items"][0]["act"], "write_user_defined_field");
}

#[tokio::test]
async fn only_administrators_define_them() {
    let desk = Desk::new().await;
    let api = Integration::of_level(&desk, SecurityLevel::ProviderTech).await;
    let body = json!({"name": "Code", "dataType": 1, "udfType": TICKET});
    assert_eq!(refusal(&api.post(DEFINITIONS, body).await), rule("forbidden"));
}

#[tokio::test]
async fn a_clients_people_see_those_that_are_visible_to_them() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let shown = define(&api, "Asset Tag", 1, json!({"isVisibleToClientPortal": true})).await;
    let hidden = define(&api, "Margin", 3, json!({})).await;
    let tier = define(&api, "Tier", 5, json!({})).await;
    item(&api, tier, "Gold", "G").await;
    let mut body = values(&[
        ("Asset Tag", json!("A-17")),
        ("Margin", json!("12")),
        ("Tier", json!("Gold")),
    ]);
    body["contactID"] = json!(desk.id("ana").await.number());
    let id = api.ticket(&desk, body).await;
    let (ada, ana) = (desk.person("ada").await, desk.person("ana").await);
    let row = |json: Json| json["userDefinedFields"].clone();
    let everything = json!({shown.to_string(): "A-17", hidden.to_string(): "12", tier.to_string(): "1"});
    assert_eq!(row(ada.get(&format!("tickets/{id}")).await.ok()), everything);
    assert_eq!(
        row(ana.get(&format!("tickets/{id}")).await.ok()),
        json!({shown.to_string(): "A-17"})
    );
    let all = json!({"filter": []});
    let definitions = ana.post("userDefinedFieldDefinitions/query", all.clone()).await.ok();
    assert_eq!(ids(&definitions), [shown]);
    let items = ana.post("userDefinedFieldListItems/query", all).await.ok();
    assert_eq!(ids(&items), [] as [i64; 0]);
    let by = |name: &str| json!({"filter": [{"op": "exist", "field": name, "udf": true}]});
    assert_eq!(ids(&ana.post("tickets/query", by("Asset Tag")).await.ok()), [id]);
    assert_eq!(ids(&ada.post("tickets/query", by("Margin")).await.ok()), [id]);
    assert_eq!(ana.post("tickets/query", by("Margin")).await.status, 400);
}
