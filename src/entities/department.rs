//! The provider's departments.

use super::field::{fields, id, integer, text};
use super::{Entity, Operation};

/// A department.
pub static DEPARTMENT: Entity = Entity::new(
    "Department",
    "Departments",
    "department",
    fields![
        id(),
        text("description", 1000),
        text("name", 100).required(),
        text("number", 50),
        integer("primaryLocationID").required().to("BusinessLocation"),
    ],
)
.allowing(&[Operation::Create, Operation::Query, Operation::Update])
.on_autotask_routes();
