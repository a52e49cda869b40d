//! Where companies are.

use super::field::{boolean, decimal, fields, id, integer, text};
use super::{Entity, Operation};

/// An address of a company. One of them at most is the primary one.
pub static COMPANY_LOCATION: Entity = Entity::new(
    "CompanyLocation",
    "CompanyLocations",
    "company_location",
    fields![
        id(),
        text("address1", 128),
        text("address2", 128),
        text("alternatePhone1", 25),
        text("alternatePhone2", 25),
        text("city", 50),
        integer("companyID").required().read_only().to("Company"),
        integer("countryID").to("Country"),
        text("description", 500),
        text("fax", 25),
        boolean("isActive"),
        boolean("isPrimary"),
        boolean("isTaxExempt"),
        boolean("overrideCompanyTaxSettings"),
        text("name", 100).required(),
        text("phone", 25),
        text("postalCode", 20),
        decimal("roundtripDistance"),
        text("state", 25),
        integer("taxRegionID").to("TaxRegion"),
    ],
)
.allowing(&[
    Operation::Create,
    Operation::Query,
    Operation::Update,
    Operation::Delete,
])
.below("Company", "companyID", "Locations")
.on_autotask_routes();
