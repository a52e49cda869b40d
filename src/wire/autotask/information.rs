//! What an entity's table says about itself: what may be done with it, and its fields.

use crate::entities::user_defined::UserDefinedItem;
use crate::entities::{
    Entity, Field, Operation, PicklistValue, Picklists, Surface, UserDefinedField, UserDefinedFields, UserDefinedKind,
};
use serde::Serialize;
use std::sync::Arc;

/// One entity, described.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct EntityInformation {
    info: Info,
}

/// All entities, described.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EntityDescriptions {
    entity_descriptions: Vec<EntityInformation>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Info {
    name: &'static str,
    can_create: bool,
    can_delete: bool,
    can_query: bool,
    can_update: bool,
    user_access_for_create: Access,
    user_access_for_delete: Access,
    user_access_for_query: Access,
    user_access_for_update: Access,
    has_user_defined_fields: bool,
    supports_webhook_callouts: bool,
}

/// Which rows a user may do something with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
enum Access {
    None,
    All,
}

impl EntityInformation {
    /// Describes an entity.
    #[must_use]
    pub fn of(entity: &Entity) -> Self {
        let access = |operation| match entity.allows(operation) {
            true => Access::All,
            false => Access::None,
        };
        let info = Info {
            name: entity.name,
            can_create: entity.allows(Operation::Create),
            can_delete: entity.allows(Operation::Delete),
            can_query: entity.allows(Operation::Query),
            can_update: entity.allows(Operation::Update),
            user_access_for_create: access(Operation::Create),
            user_access_for_delete: access(Operation::Delete),
            user_access_for_query: access(Operation::Query),
            user_access_for_update: access(Operation::Update),
            has_user_defined_fields: entity.has_user_defined_fields(),
            supports_webhook_callouts: entity.supports_webhooks,
        };
        Self { info }
    }
}

impl EntityDescriptions {
    /// Describes these entities, as far as they have routes here.
    #[must_use]
    pub fn of(entities: &[&'static Entity]) -> Self {
        let here = entities.iter().filter(|entity| entity.surface == Surface::Autotask);
        Self {
            entity_descriptions: here.map(|entity| EntityInformation::of(entity)).collect(),
        }
    }
}

/// An entity's fields, described.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldsInformation {
    fields: Vec<FieldInformation>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct FieldInformation {
    name: &'static str,
    data_type: &'static str,
    length: u32,
    is_required: bool,
    is_read_only: bool,
    is_queryable: bool,
    is_reference: bool,
    reference_entity_type: &'static str,
    is_pick_list: bool,
    /// Null where the field is no picklist.
    picklist_values: Option<Vec<PicklistValue>>,
    picklist_parent_value_field: &'static str,
    is_supported_webhook_field: bool,
}

impl FieldsInformation {
    /// Describes an entity's fields; live picklists are asked for.
    #[must_use]
    pub fn of(entity: &Entity, picklists: &dyn Picklists) -> Self {
        let describe = |field: &Field| FieldInformation {
            name: field.name,
            data_type: field.kind.data_type(),
            length: field.kind.length(),
            is_required: field.required,
            is_read_only: field.read_only,
            is_queryable: field.queryable,
            is_reference: field.reference.is_some(),
            reference_entity_type: field.reference.unwrap_or_default(),
            is_pick_list: field.picklist.is_some(),
            picklist_values: field.picklist.map(|picklist| picklist.values(picklists)),
            picklist_parent_value_field: field.picklist_parent.unwrap_or_default(),
            is_supported_webhook_field: entity.supports_webhooks,
        };
        Self {
            fields: entity.fields_on(Surface::Autotask).map(describe).collect(),
        }
    }
}

/// An entity's user-defined fields, described.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UserDefinedInformation {
    fields: Vec<UserDefinedFieldInformation>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct UserDefinedFieldInformation {
    name: String,
    label: String,
    #[serde(rename = "type")]
    data_type: &'static str,
    length: u32,
    description: String,
    is_required: bool,
    is_read_only: bool,
    is_queryable: bool,
    is_reference: bool,
    reference_entity_type: &'static str,
    is_pick_list: bool,
    /// Null where the field is no list.
    picklist_values: Option<Vec<PicklistValue>>,
    picklist_parent_value_field: &'static str,
    default_value: Option<String>,
    is_supported_webhook_field: bool,
}

impl UserDefinedInformation {
    /// Describes these fields.
    #[must_use]
    pub fn of(fields: &UserDefinedFields) -> Self {
        let describe = |field: &Arc<UserDefinedField>| UserDefinedFieldInformation {
            name: field.name.clone(),
            label: field.name.clone(),
            data_type: field.kind.type_name(),
            length: field.kind.compared().length(),
            description: field.description.clone(),
            is_required: field.is_required,
            is_read_only: false,
            is_queryable: true,
            is_reference: false,
            reference_entity_type: "",
            is_pick_list: field.kind == UserDefinedKind::List,
            picklist_values: (field.kind == UserDefinedKind::List).then(|| entries(field)),
            picklist_parent_value_field: "",
            default_value: field.default.clone(),
            is_supported_webhook_field: false,
        };
        Self {
            fields: fields.iter().map(describe).collect(),
        }
    }
}

fn entries(field: &UserDefinedField) -> Vec<PicklistValue> {
    let entry = |(rank, item): (usize, &UserDefinedItem)| PicklistValue {
        value: item.value.clone(),
        label: item.label.clone(),
        is_default_value: field.default.as_deref() == Some(item.value.as_str()),
        sort_order: rank + 1,
        parent_value: String::new(),
        is_active: item.is_active,
        is_system: false,
    };
    field.items.iter().enumerate().map(entry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::{ENTITIES, Live, TICKET, TICKET_NOTE};
    use serde_json::json;

    /// A desk with the status New alone.
    struct Desk;

    impl Picklists for Desk {
        fn values(&self, list: Live) -> Vec<PicklistValue> {
            let new = PicklistValue {
                value: "1".to_owned(),
                label: "New".to_owned(),
                is_default_value: false,
                sort_order: 1,
                parent_value: String::new(),
                is_active: true,
                is_system: true,
            };
            (list == Live::AutotaskStatuses).then_some(new).into_iter().collect()
        }
    }

    #[test]
    fn a_field_is_described_as_autotask_does() {
        let json = serde_json::to_value(FieldsInformation::of(&TICKET, &Desk)).unwrap();
        let field = |name: &str| {
            json["fields"]
                .as_array()
                .unwrap()
                .iter()
                .find(|field| field["name"] == name)
                .cloned()
        };
        assert_eq!(
            field("status").unwrap().to_string(),
            r#"{"name":"status","dataType":"integer","length":0,"isRequired":true,"isReadOnly":false,"isQueryable":true,"isReference":false,"referenceEntityType":"","isPickList":true,"picklistValues":[{"value":"1","label":"New","isDefaultValue":false,"sortOrder":1,"parentValue":"","isActive":true,"isSystem":true}],"picklistParentValueField":"","isSupportedWebhookField":true}"#
        );
        let company = field("companyID").unwrap();
        assert_eq!(
            (&company["referenceEntityType"], &company["picklistValues"]),
            (&json!("Company"), &json!(null))
        );
        assert_eq!(field("subIssueType").unwrap()["picklistParentValueField"], "issueType");
        assert_eq!(field("title").unwrap()["length"], 255);
        assert_eq!(field("id").unwrap()["isRequired"], true);
        assert_eq!(field("taskfireStatus"), None);
    }

    #[test]
    fn an_entity_is_described_by_what_its_table_allows() {
        let json = serde_json::to_value(EntityInformation::of(&TICKET_NOTE)).unwrap();
        assert_eq!(
            json,
            json!({"info": {
                "name": "TicketNote", "canCreate": true, "canDelete": false, "canQuery": true, "canUpdate": true,
                "userAccessForCreate": "All", "userAccessForDelete": "None", "userAccessForQuery": "All",
                "userAccessForUpdate": "All", "hasUserDefinedFields": false, "supportsWebhookCallouts": true,
            }})
        );
        let all = serde_json::to_value(EntityDescriptions::of(ENTITIES)).unwrap();
        let names = all["entityDescriptions"].as_array().unwrap();
        assert!(names.iter().any(|entity| entity["info"]["name"] == "Company"));
        assert!(!names.iter().any(|entity| entity["info"]["name"] == "Queue"));
    }
}
