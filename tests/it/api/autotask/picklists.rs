//! Every field that is said to be a picklist lists its values, rows hold no other, and no other can be written.

use super::integration::Integration;
use super::tables::{entities, written_at};
use crate::support::Desk;
use serde_json::{Value as Json, json};
use tandem::entities::{Entity, Field, Kind, Operation, Surface};

/// Lists that an Autotask tenant fills, or whose values nobody outside knows. This server keeps none of them and no row
/// of its own has such a value: what an integration or an import brings is stored as it comes.
const KEPT_ELSEWHERE: [&str; 39] = [
    "BillingCodes.generalLedgerAccount",
    "Companies.apiVendorID",
    "Companies.billToAddressToUse",
    "Companies.classification",
    "Companies.competitorID",
    "Companies.invoiceMethod",
    "Companies.marketSegmentID",
    "Companies.purchaseOrderTemplateID",
    "Companies.territoryID",
    "ConfigurationItems.apiVendorID",
    "ConfigurationItems.configurationItemType",
    "ConfigurationItems.serviceLevelAgreementID",
    "Contacts.apiVendorID",
    "Contacts.namePrefix",
    "Contacts.nameSuffix",
    "ContractBlocks.paymentType",
    "ContractRetainers.paymentID",
    "ContractTicketPurchases.paymentType",
    "Contracts.billingPreference",
    "Contracts.contractCategory",
    "Contracts.serviceLevelAgreementID",
    "Resources.greeting",
    "Resources.suffix",
    "Resources.travelAvailabilityPct",
    "ServiceBundles.serviceLevelAgreementID",
    "Services.serviceLevelAgreementID",
    "TicketCharges.status",
    "TicketChecklistItems.knowledgebaseArticleID",
    "Tickets.apiVendorID",
    "Tickets.changeApprovalBoard",
    "Tickets.changeApprovalStatus",
    "Tickets.changeApprovalType",
    "Tickets.currentServiceThermometerRating",
    "Tickets.monitorTypeID",
    "Tickets.previousServiceThermometerRating",
    "Tickets.rmaStatus",
    "Tickets.rmaType",
    "Tickets.serviceLevelAgreementID",
    "UserDefinedFieldDefinitions.displayFormat",
];
/// Lists of rows that the demo desk has none of: nothing is a value then.
const WITHOUT_ROWS: [&str; 2] = ["Tickets.subIssueType", "TicketWebhookUdfFields.udfFieldId"];

fn is_empty(place: &str) -> bool {
    KEPT_ELSEWHERE.contains(&place) || WITHOUT_ROWS.contains(&place)
}

/// The fields of an entity that are picklists, with the values they list.
async fn picklists(api: &Integration, entity: &'static Entity) -> Vec<(&'static Field, Vec<String>)> {
    let answer = api
        .get(&format!("{}/entityInformation/fields", entity.plural))
        .await
        .ok();
    let described = answer["fields"].as_array().unwrap().clone();
    let listed = described.iter().filter(|field| field["isPickList"] == json!(true));
    let read = |field: &Json| {
        let values = field["picklistValues"].as_array().unwrap();
        let values = values.iter().map(|entry| entry["value"].as_str().unwrap().to_owned());
        (entity.field(field["name"].as_str().unwrap()).unwrap(), values.collect())
    };
    listed.map(read).collect()
}

/// All rows of an entity.
async fn rows(api: &Integration, entity: &Entity) -> Vec<Json> {
    let (mut rows, mut last) = (Vec::new(), -1);
    loop {
        let filter = json!({"filter": [{"op": "gt", "field": "id", "value": last}]});
        let page = api.post(&format!("{}/query", entity.plural), filter).await.ok();
        let items = page["items"].as_array().unwrap();
        rows.extend(items.iter().cloned());
        match items.iter().filter_map(|row| row["id"].as_i64()).max() {
            Some(highest) => last = highest,
            None => return rows,
        }
    }
}

/// A value as a picklist spells it.
fn spelled(value: &Json) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[tokio::test]
async fn every_picklist_has_values_and_every_row_one_of_them() {
    let desk = Desk::new().await;
    desk.operations().make_demo(|_| {}).await.unwrap();
    let api = Integration::new(&desk).await;
    let mut wrong = Vec::new();
    for entity in entities() {
        let picklists = picklists(&api, entity).await;
        let is_readable = entity.allows(Operation::Query) && entity.field("id").is_some_and(|id| id.queryable);
        let rows = match is_readable {
            true => rows(&api, entity).await,
            false => Vec::new(),
        };
        for (field, values) in picklists {
            let place = format!("{}.{}", entity.plural, field.name);
            if values.is_empty() != is_empty(&place) {
                wrong.push(format!("{place} lists {values:?}"));
            }
            let held = rows.iter().map(|row| &row[field.name]).filter(|value| !value.is_null());
            let mut strange: Vec<String> = held.map(spelled).filter(|value| !values.contains(value)).collect();
            strange.sort_unstable();
            strange.dedup();
            if !strange.is_empty() {
                wrong.push(format!("{place} holds {strange:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[tokio::test]
async fn no_value_outside_of_its_list_can_be_written() {
    let desk = Desk::new().await;
    desk.operations().make_demo(|_| {}).await.unwrap();
    let api = Integration::new(&desk).await;
    let mut taken = Vec::new();
    for entity in entities() {
        let creates = entity.allows(Operation::Create);
        if !creates && !entity.allows(Operation::Update) {
            continue;
        }
        for field in entity.fields_on(Surface::Autotask) {
            let place = format!("{}.{}", entity.plural, field.name);
            let outside = match field.kind {
                Kind::Integer | Kind::Long => json!(987_654),
                Kind::Text { .. } => json!("~"),
                _ => continue,
            };
            let is_writable = !field.read_only || (field.required && creates);
            let lists = field.picklist.is_some() && !KEPT_ELSEWHERE.contains(&place.as_str());
            if !lists || !is_writable {
                continue;
            }
            let answer = match creates {
                true => api.post(&written_at(entity), json!({field.name: outside})).await,
                false => {
                    let id = api.ids(entity.plural, json!([{"op": "exist", "field": "id"}])).await[0];
                    api.patch(&written_at(entity), json!({"id": id, field.name: outside}))
                        .await
                }
            };
            let said = format!(
                "Picklist value [{}] does not exist for {}.",
                spelled(&outside),
                field.name
            );
            if answer.status != 500 || !answer.text.contains(&said) {
                taken.push(format!("{place}: {} {}", answer.status, answer.text));
            }
        }
    }
    assert!(taken.is_empty(), "{taken:#?}");
}
