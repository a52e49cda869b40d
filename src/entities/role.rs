//! Roles in which resources work.

use super::field::{boolean, decimal, fields, id, integer, text};
use super::{Entity, Operation};

/// A role; time is billed by it.
pub static ROLE: Entity = Entity::new(
    "Role",
    "Roles",
    "role",
    fields![
        id(),
        text("description", 200),
        decimal("hourlyFactor").required(),
        decimal("hourlyRate").required().financial(),
        boolean("isActive").required(),
        boolean("isExcludedFromNewContracts"),
        boolean("isSystemRole").read_only(),
        text("name", 200).required(),
        integer("quoteItemDefaultTaxCategoryId").to("TaxCategory"),
        integer("roleType").read_only(),
    ],
)
.allowing(&[Operation::Create, Operation::Query, Operation::Update])
.on_autotask_routes();
