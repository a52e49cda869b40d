//! Organisations: the provider itself (id 0) and its clients.

use super::field::{boolean, decimal, fields, id, integer, text, time, user_defined};
use super::picklist::entry;
use super::{Entity, Operation, Picklist};

/// A company, with the state of its Taskfire.
pub static COMPANY: Entity = Entity::new(
    "Company",
    "Companies",
    "company",
    fields![
        id(),
        text("additionalAddressInformation", 100),
        text("address1", 128),
        text("address2", 128),
        text("alternatePhone1", 25),
        text("alternatePhone2", 25),
        integer("apiVendorID").read_only().pick(Picklist::Unchecked),
        decimal("assetValue").not_queryable(),
        integer("billToCompanyLocationID").to("CompanyLocation"),
        text("billToAdditionalAddressInformation", 100).read_only(),
        text("billingAddress1", 150).read_only(),
        text("billingAddress2", 150).read_only(),
        integer("billToAddressToUse").read_only().pick(Picklist::Unchecked),
        text("billToAttention", 50),
        text("billToCity", 50).read_only(),
        integer("billToCountryID").read_only().to("Country"),
        text("billToState", 128).read_only(),
        text("billToZipCode", 50).read_only(),
        text("city", 30),
        integer("classification").pick(Picklist::Unchecked),
        integer("companyCategoryID"),
        text("companyName", 100).required(),
        text("companyNumber", 50),
        integer("companyType").required().pick(TYPES),
        integer("competitorID").pick(Picklist::Unchecked),
        integer("countryID").to("Country"),
        time("createDate").read_only(),
        integer("createdByResourceID").read_only().to("Resource"),
        integer("currencyID").to("Currency"),
        text("fax", 25),
        integer("impersonatorCreatorResourceID").read_only().to("Resource"),
        integer("invoiceEmailMessageID"),
        integer("invoiceMethod").pick(Picklist::Unchecked),
        boolean("invoiceNonContractItemsToParentCompany"),
        integer("invoiceTemplateID").to("InvoiceTemplate"),
        boolean("isActive"),
        boolean("isClientPortalActive").read_only(),
        boolean("isEnabledForComanaged"),
        boolean("isSample"),
        boolean("isTaskFireActive").read_only(),
        boolean("isTaxExempt"),
        time("lastActivityDate").read_only(),
        time("lastTrackedModifiedDateTime").read_only(),
        integer("marketSegmentID").pick(Picklist::Unchecked),
        integer("ownerResourceID").required().to("Resource"),
        integer("parentCompanyID").to("Company"),
        text("phone", 25).required(),
        text("postalCode", 10),
        integer("purchaseOrderTemplateID").pick(Picklist::Unchecked),
        integer("quoteEmailMessageID"),
        integer("quoteTemplateID").to("QuoteTemplate"),
        text("sicCode", 32).not_queryable(),
        text("state", 40),
        text("stockMarket", 10).not_queryable(),
        text("stockSymbol", 10).not_queryable(),
        decimal("surveyCompanyRating").read_only(),
        text("taxID", 50),
        integer("taxRegionID").to("TaxRegion"),
        integer("territoryID").pick(Picklist::Unchecked),
        text("webAddress", 255),
        // Under /tandem/v1 only.
        // A provider resource that completes an escalated ticket completes the Taskfire status too (TF-15).
        boolean("isTaskfireCompletedWithAutotask").tandem(),
        // A client that completes a ticket transferred to it completes the Autotask status too (TF-16).
        boolean("isAutotaskCompletedWithTaskfire").tandem(),
        boolean("isHideFinancials").tandem(),
        time("taskfireEnabledSince").read_only().tandem(),
        user_defined(),
    ],
)
.allowing(&[Operation::Create, Operation::Query, Operation::Update])
.with_webhooks()
.on_autotask_routes();

/// What a company is to the provider.
const TYPES: Picklist = Picklist::Fixed(&[
    entry(1, "Customer"),
    entry(2, "Lead"),
    entry(3, "Prospect"),
    entry(4, "Dead"),
    entry(6, "Cancelation"),
    entry(7, "Vendor"),
    entry(8, "Partner"),
]);
