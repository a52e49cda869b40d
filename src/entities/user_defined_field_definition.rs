//! Definitions of user-defined fields.

use super::field::{boolean, fields, id, integer, long, text, time};
use super::picklist::entry;
use super::{Entity, Operation, Picklist};

/// A user-defined field of an entity. What its values may be follows from `dataType` ([`super::UserDefinedKind`]).
pub static USER_DEFINED_FIELD_DEFINITION: Entity = Entity::new(
    "UserDefinedFieldDefinition",
    "UserDefinedFieldDefinitions",
    "user_defined_field_definition",
    fields![
        id(),
        time("createDate").read_only(),
        long("crmToProjectUdfId"),
        integer("dataType").required().pick(DATA_TYPES),
        text("defaultValue", 8000),
        text("description", 128),
        integer("displayFormat").pick(Picklist::Unchecked),
        boolean("isActive"),
        boolean("isEncrypted"),
        boolean("isFieldMapping").read_only(),
        boolean("isPrivate"),
        boolean("isProtected"),
        boolean("isRequired"),
        boolean("isVisibleToClientPortal"),
        text("mergeVariableName", 100),
        text("name", 45).required(),
        integer("numberOfDecimalPlaces"),
        integer("sortOrder"),
        integer("udfType").required().pick(TYPES),
    ],
)
.allowing(&[Operation::Create, Operation::Query, Operation::Update])
.on_autotask_routes();

/// What a field holds, as [`super::UserDefinedKind::ALL`] has it.
const DATA_TYPES: Picklist = Picklist::Fixed(&[
    entry(1, "Text (Single Line)"),
    entry(2, "Text (Multi Line)"),
    entry(3, "Numeric"),
    entry(4, "Date"),
    entry(5, "List"),
]);

/// What it is a field of, as [`super::USER_DEFINED_TYPES`] has it.
const TYPES: Picklist = Picklist::Fixed(&[
    entry(1, "Company"),
    entry(2, "Contact"),
    entry(3, "Ticket"),
    entry(4, "Configuration Item"),
    entry(5, "Contract"),
]);

#[cfg(test)]
mod tests {
    use super::super::{USER_DEFINED_TYPES, UserDefinedKind};
    use super::*;

    #[test]
    fn the_lists_are_those_that_the_code_knows() {
        let values = |field: &str| -> Vec<i64> {
            let entries = USER_DEFINED_FIELD_DEFINITION.field(field).unwrap().entries().unwrap();
            entries.iter().map(|entry| entry.value).collect()
        };
        assert_eq!(values("dataType"), UserDefinedKind::ALL.map(|(number, _)| number));
        assert_eq!(values("udfType"), USER_DEFINED_TYPES.map(|(number, _)| number));
    }
}
