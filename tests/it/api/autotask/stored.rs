//! Every field that a create may set is stored and given back; what doesn't fit is refused, field by field, as the entity's
//! table says.

use super::integration::{Integration, refusal, said};
use crate::support::Desk;
use serde_json::{Map, Value as Json, json};
use tandem::entities::{Entity, Field, Kind, Picklist, Surface, by_name, by_plural};

/// An entity that is created at an address, with what its rules need.
struct Created {
    plural: &'static str,
    address: String,
    /// Values that rules ask for, or that name rows.
    given: Json,
    /// Fields that a rule sets, or refuses here.
    ruled: &'static [&'static str],
}

/// A desk with a row of everything that others name.
struct Rows {
    ticket: i64,
    contact: i64,
    location: i64,
    item: i64,
    resource: i64,
}

async fn rows(desk: &Desk, api: &Integration) -> Rows {
    let acme = desk.acme;
    let locations = format!("Companies/{acme}/Locations");
    let location = Integration::created(&api.post(&locations, json!({"name": "Depot"})).await);
    let item = json!({"companyID": acme, "isActive": true, "productID": 1, "referenceTitle": "Laptop"});
    Rows {
        ticket: api.ticket(desk, json!({})).await,
        contact: desk.id("bob").await.number(),
        location,
        item: Integration::created(&api.post("ConfigurationItems", item).await),
        resource: desk.id("tina").await.number(),
    }
}

/// What is made, with a row of everything that it names.
fn created(desk: &Desk, rows: &Rows) -> Vec<Created> {
    let acme = desk.acme;
    let entity = |plural, address: String, given, ruled| Created {
        plural,
        address,
        given,
        ruled,
    };
    vec![
        entity(
            "Tickets",
            "Tickets".to_owned(),
            json!({
                "companyID": acme, "status": 1, "contactID": rows.contact, "companyLocationID": rows.location,
                "configurationItemID": rows.item, "assignedResourceID": rows.resource, "assignedResourceRoleID": 1,
                "billingCodeID": 1, "createdByContactID": rows.contact, "problemTicketId": rows.ticket, "issueType": 1,
            }),
            &[
                "contractID",
                "contractServiceID",
                "contractServiceBundleID",
                "subIssueType",
            ],
        ),
        entity(
            "TicketNotes",
            format!("Tickets/{}/Notes", rows.ticket),
            json!({}),
            &["createdByContactID"],
        ),
        entity(
            "TicketChecklistItems",
            format!("Tickets/{}/ChecklistItems", rows.ticket),
            json!({}),
            &[],
        ),
        entity(
            "TicketCharges",
            format!("Tickets/{}/Charges", rows.ticket),
            json!({"billingCodeID": 1}),
            &["contractServiceID", "contractServiceBundleID"],
        ),
        entity(
            "Companies",
            "Companies".to_owned(),
            json!({"ownerResourceID": rows.resource, "parentCompanyID": acme}),
            &["billToCompanyLocationID"],
        ),
        entity(
            "CompanyLocations",
            format!("Companies/{acme}/Locations"),
            json!({}),
            &[],
        ),
        entity(
            "Contacts",
            format!("Companies/{acme}/Contacts"),
            json!({"isActive": 1, "companyLocationID": rows.location}),
            &[],
        ),
        entity("Roles", "Roles".to_owned(), json!({}), &[]),
        entity("Departments", "Departments".to_owned(), json!({}), &[]),
        entity(
            "ConfigurationItems",
            "ConfigurationItems".to_owned(),
            json!({
                "companyID": acme, "contactID": rows.contact, "companyLocationID": rows.location, "vendorID": acme,
                "parentConfigurationItemID": rows.item,
            }),
            &[
                "contractID",
                "contractServiceID",
                "contractServiceBundleID",
                "serviceID",
                "serviceBundleID",
            ],
        ),
    ]
}

/// The fields that a create may set.
fn writable(entity: &'static Entity) -> impl Iterator<Item = &'static Field> {
    entity
        .fields_on(Surface::Autotask)
        .filter(|field| field.name != "id" && (!field.read_only || field.required))
}

/// Some value of a field.
fn sample(field: &Field) -> Json {
    if let Some(entries) = field.entries() {
        return json!(entries[0].value);
    }
    match (field.picklist, field.kind) {
        (Some(Picklist::Live(_)), _) => Json::Null,
        (Some(Picklist::Words(words)), _) => json!(words[0]),
        (_, Kind::Integer | Kind::Long) => json!(7),
        (_, Kind::Decimal) => json!(12.5),
        (_, Kind::DateTime) => json!("2026-12-01T10:30:00Z"),
        (_, Kind::Boolean) => json!(true),
        (_, Kind::UserDefined) => Json::Null,
        (_, Kind::Text { length }) => json!("é".repeat(usize::try_from(length.min(40)).unwrap())),
    }
}

/// A whole body.
fn body(made: &Created, entity: &'static Entity) -> Map<String, Json> {
    let mut body = Map::new();
    for field in writable(entity).filter(|field| !made.ruled.contains(&field.name)) {
        let is_row = field.reference.is_some_and(|target| by_name(target).is_some());
        let is_below = entity.parent.is_some_and(|place| place.field == field.name);
        let value = match made.given.get(field.name) {
            Some(given) => given.clone(),
            None if is_row || is_below => continue,
            None => sample(field),
        };
        if !value.is_null() {
            body.insert(field.name.to_owned(), value);
        }
    }
    body
}

#[tokio::test]
async fn every_field_that_a_create_may_set_is_given_back_as_it_was_sent() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let rows = rows(&desk, &api).await;
    for made in created(&desk, &rows) {
        let entity = by_plural(made.plural).unwrap();
        let sent = body(&made, entity);
        let mut with_others = sent.clone();
        // What only the server sets is passed over.
        for field in entity
            .fields_on(Surface::Autotask)
            .filter(|field| field.read_only && !field.required)
        {
            with_others.insert(field.name.to_owned(), sample(field));
        }
        let id = Integration::created(&api.post(&made.address, Json::Object(with_others)).await);
        let row = api.row(&format!("{}/{id}", made.plural)).await;
        for (name, value) in &sent {
            assert_eq!(&row[name], value, "{}.{name}", made.plural);
        }
        for field in entity.fields_on(Surface::Autotask) {
            assert!(row.get(field.name).is_some(), "{}.{}", made.plural, field.name);
        }
    }
}

/// Values that don't fit a field, with what is said of them.
fn misfits(field: &Field) -> Vec<(Json, String)> {
    let name = field.name;
    let mut misfits = Vec::new();
    if let Kind::Text { length } = field.kind
        && length <= 32_000
    {
        let text = "x".repeat(usize::try_from(length).unwrap() + 1);
        let length = length + 1;
        let sentence = format!(
            "The value of {name} has {length} characters; it may have {} at most.",
            length - 1
        );
        misfits.push((json!(text), sentence));
    }
    if field.kind == Kind::Integer {
        misfits.push((
            json!(3_000_000_000_i64),
            format!("The value 3000000000 of {name} is out of range."),
        ));
    }
    let kind = field.kind.data_type();
    if !matches!(field.kind, Kind::Text { .. }) {
        let sentence = format!("The value blue of {name} is not of type {kind}.");
        misfits.push((json!("blue"), sentence));
    }
    if field.required {
        let sentence = format!("Value does not exist for the required field {name}");
        misfits.push((Json::Null, sentence));
    }
    let has_list = matches!(field.picklist, Some(Picklist::Live(_) | Picklist::Fixed(_)));
    if has_list && field.kind != Kind::Boolean {
        let sentence = format!("Picklist value [987654] does not exist for {name}.");
        misfits.push((json!(987_654), sentence));
    }
    if field.reference.is_some_and(|target| by_name(target).is_some()) {
        misfits.push((json!(987_654), format!("Value [987654] does not exist for {name}.")));
    }
    misfits
}

#[tokio::test]
async fn what_does_not_fit_its_field_is_refused_by_name_and_nothing_is_stored() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let rows = rows(&desk, &api).await;
    for made in created(&desk, &rows) {
        let entity = by_plural(made.plural).unwrap();
        let good = body(&made, entity);
        let before = api.ids(made.plural, json!([])).await;
        let below = entity.parent.map(|place| place.field);
        let ignored = |field: &&Field| {
            Some(field.name) == below || (made.plural == "TicketNotes" && field.name == "createdByContactID")
        };
        for field in writable(entity).filter(|field| !ignored(field)) {
            for (value, sentence) in misfits(field) {
                let mut bad = good.clone();
                bad.insert(field.name.to_owned(), value);
                let (status, sentences) = refusal(&api.post(&made.address, Json::Object(bad)).await);
                let is_named = sentences.contains(&sentence)
                    || sentences
                        .iter()
                        .any(|said| said.starts_with(&format!("{} must be", field.name)));
                assert!(status == 500 && is_named, "{}: {sentence} {sentences:?}", made.plural);
            }
        }
        assert_eq!(api.ids(made.plural, json!([])).await, before, "{}", made.plural);
    }
}

#[tokio::test]
async fn what_belongs_to_another_company_is_refused() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let rows = rows(&desk, &api).await;
    let (acme, globex) = (desk.acme, desk.globex);
    let theirs = Integration::created(
        &api.post(&format!("Companies/{globex}/Locations"), json!({"name": "HQ"}))
            .await,
    );
    let item = json!({"companyID": globex, "isActive": true, "productID": 1});
    let item = Integration::created(&api.post("ConfigurationItems", item).await);
    let gus = desk.id("gus").await.number();
    let contract = json!({
        "companyID": globex, "contractName": "Support", "contractType": 1, "status": 1, "startDate": "2026-01-01",
        "endDate": "2026-12-31", "timeReportingRequiresStartAndStopTimes": 0,
    });
    let contract = Integration::created(&api.post("Contracts", contract).await);
    let not = |field: &str, id: i64| said(&format!("{field} [{id}] is not associated to companyID [{acme}]."));
    for (field, id) in [
        ("contactID", gus),
        ("createdByContactID", gus),
        ("companyLocationID", theirs),
        ("configurationItemID", item),
    ] {
        let patch = json!({"id": rows.ticket, field: id});
        assert_eq!(refusal(&api.patch("Tickets", patch).await), not(field, id));
        let mut new = json!({"companyID": acme, "title": "x", "status": 1, "priority": 2});
        new[field] = json!(id);
        assert_eq!(refusal(&api.post("Tickets", new).await), not(field, id));
    }
    let contacts = format!("Companies/{acme}/Contacts");
    let moved = json!({"id": rows.contact, "companyLocationID": theirs});
    assert_eq!(
        refusal(&api.patch(&contacts, moved).await),
        not("companyLocationID", theirs)
    );
    let billed = json!({"id": acme, "billToCompanyLocationID": theirs});
    assert_eq!(
        refusal(&api.patch("Companies", billed).await),
        not("billToCompanyLocationID", theirs)
    );
    let above = said(&format!(
        "contractID [{contract}] is not associated to companyID [{acme}] or its parent."
    ));
    let patch = json!({"id": rows.ticket, "contractID": contract});
    assert_eq!(refusal(&api.patch("Tickets", patch.clone()).await), above);
    let time = json!({"ticketID": rows.ticket, "resourceID": rows.resource, "hoursWorked": 1, "contractID": contract});
    assert_eq!(refusal(&api.post("TimeEntries", time).await), above);
    // A company above it may have the contract.
    api.patch("Companies", json!({"id": acme, "parentCompanyID": globex}))
        .await
        .ok();
    api.patch("Tickets", patch).await.ok();
    let row = api.row(&format!("Tickets/{}", rows.ticket)).await;
    assert_eq!(row["contractID"], json!(contract));
}

#[tokio::test]
async fn a_sub_issue_type_belongs_to_its_issue_type_and_goes_with_it() {
    let desk = Desk::new().await;
    let api = Integration::new(&desk).await;
    let operations = desk.operations();
    let hardware = operations
        .create_request_type("Hardware".to_owned(), None, None)
        .await
        .unwrap();
    let printer = operations
        .create_sub_issue_type("Printer".to_owned(), hardware)
        .await
        .unwrap();
    let fields = api.get("Tickets/entityInformation/fields").await.ok();
    let list = fields["fields"]
        .as_array()
        .unwrap()
        .iter()
        .find(|field| field["name"] == "subIssueType");
    let value = &list.unwrap()["picklistValues"][0];
    assert_eq!(
        json!([value["value"], value["label"], value["parentValue"]]),
        json!([printer.to_string(), "Printer", hardware.to_string()])
    );
    let missing = said(&format!("Picklist value [{printer}] does not exist for subIssueType."));
    let id = api.ticket(&desk, json!({"issueType": 1})).await;
    let refused = api.patch("Tickets", json!({"id": id, "subIssueType": printer})).await;
    assert_eq!(refusal(&refused), missing);
    let both = json!({"id": id, "issueType": hardware, "subIssueType": printer});
    api.patch("Tickets", both).await.ok();
    assert_eq!(api.row(&format!("Tickets/{id}")).await["subIssueType"], json!(printer));
    api.patch("Tickets", json!({"id": id, "issueType": 1})).await.ok();
    assert_eq!(api.row(&format!("Tickets/{id}")).await["subIssueType"], Json::Null);
}
