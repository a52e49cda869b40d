//! In which roles resources work, where, and in which queues.

use super::field::{boolean, fields, id, integer, long};
use super::{Entity, Live, Operation, Picklist};

/// A resource's role in a department or a queue: follows from the three entities below. Its table is a view.
pub static RESOURCE_ROLE: Entity = Entity::new(
    "ResourceRole",
    "ResourceRoles",
    "resource_role",
    fields![
        id(),
        long("departmentID").read_only().to("Department"),
        boolean("isActive").read_only(),
        long("queueID").read_only().pick(Picklist::Live(Live::AutotaskQueues)),
        long("resourceID").required().read_only().to("Resource"),
        long("roleID").required().read_only().to("Role"),
    ],
)
.derived()
.below("Resource", "resourceID", "Roles")
.on_autotask_routes();

/// A resource's role in a department.
pub static RESOURCE_ROLE_DEPARTMENT: Entity = Entity::new(
    "ResourceRoleDepartment",
    "ResourceRoleDepartments",
    "resource_role_department",
    fields![
        id(),
        integer("departmentID").required().to("Department"),
        boolean("isActive").required(),
        boolean("isDefault").required(),
        boolean("isDepartmentLead").required(),
        integer("resourceID").required().read_only().to("Resource"),
        integer("roleID").required().to("Role"),
    ],
)
.allowing(&[Operation::Create, Operation::Query, Operation::Update])
.below("Resource", "resourceID", "RoleDepartments")
.on_autotask_routes();

/// A queue that a resource works.
pub static RESOURCE_ROLE_QUEUE: Entity = Entity::new(
    "ResourceRoleQueue",
    "ResourceRoleQueues",
    "resource_role_queue",
    fields![
        id(),
        integer("queueID").required().pick(Picklist::Live(Live::AutotaskQueues)),
        integer("resourceID").required().read_only().to("Resource"),
    ],
)
.allowing(&[Operation::Create, Operation::Query, Operation::Update])
.below("Resource", "resourceID", "RoleQueues")
.on_autotask_routes();

/// A role in which a resource may be given tickets. One of a resource's active ones is its default.
pub static RESOURCE_SERVICE_DESK_ROLE: Entity = Entity::new(
    "ResourceServiceDeskRole",
    "ResourceServiceDeskRoles",
    "resource_service_desk_role",
    fields![
        id(),
        boolean("isActive"),
        boolean("isDefault"),
        integer("resourceID").required().read_only().to("Resource"),
        integer("roleID").required().to("Role"),
    ],
)
.allowing(&[Operation::Create, Operation::Query, Operation::Update])
.below("Resource", "resourceID", "ServiceDeskRoles")
.on_autotask_routes();
