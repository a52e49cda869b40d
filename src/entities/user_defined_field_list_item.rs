//! Entries of lists that user-defined fields choose from.

use super::field::{boolean, fields, id, long, text, time};
use super::{Entity, Operation};

/// An entry of the list of a user-defined field.
pub static USER_DEFINED_FIELD_LIST_ITEM: Entity = Entity::new(
    "UserDefinedFieldListItem",
    "UserDefinedFieldListItems",
    "user_defined_field_list_item",
    fields![
        id(),
        time("createDate").read_only(),
        boolean("isActive"),
        long("udfFieldId").required().to("UserDefinedFieldDefinition"),
        text("valueForDisplay", 128).required(),
        text("valueForExport", 128).required(),
    ],
)
.allowing(&[Operation::Create, Operation::Query, Operation::Update])
.below("UserDefinedFieldDefinition", "udfFieldId", "ListItems")
.addressed_below("UserDefinedFields")
.on_autotask_routes();
