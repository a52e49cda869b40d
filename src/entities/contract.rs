//! Contracts between the provider and its clients: recurring services, and prepaid support in all its forms.

use super::field::{boolean, decimal, fields, id, integer, long, text, time, user_defined};
use super::picklist::{ACTIVITY, PERIOD_TYPES, entry};
use super::{Entity, Operation, Picklist};

/// A contract. Not active (`status` 0) is not approved (13.1). Its days are whole: midnight of `startDate` and `endDate`, both
/// included.
pub static CONTRACT: Entity = Entity::new(
    "Contract",
    "Contracts",
    "contract",
    fields![
        id(),
        integer("billingPreference").pick(Picklist::Unchecked),
        integer("billToCompanyContactID").to("Contact"),
        integer("billToCompanyID").to("Company"),
        integer("companyID").required().read_only().to("Company"),
        integer("contactID").to("Contact"),
        text("contactName", 250),
        integer("contractCategory").pick(Picklist::Unchecked),
        integer("contractExclusionSetID").to("ContractExclusionSet"),
        text("contractName", 100).required(),
        text("contractNumber", 50),
        integer("contractPeriodType").read_only().pick(PERIOD_TYPES),
        integer("contractType").required().read_only().pick(TYPES),
        text("description", 2000),
        time("endDate").required(),
        decimal("estimatedCost").financial(),
        decimal("estimatedHours"),
        decimal("estimatedRevenue").financial(),
        long("exclusionContractID").read_only().to("Contract"),
        decimal("internalCurrencyOverageBillingRate").read_only().financial(),
        decimal("internalCurrencySetupFee").read_only().financial(),
        boolean("isCompliant"),
        boolean("isDefaultContract"),
        time("lastModifiedDateTime").read_only(),
        integer("opportunityID").to("Opportunity"),
        integer("organizationalLevelAssociationID").to("OrganizationalLevelAssociation"),
        decimal("overageBillingRate").financial(),
        text("purchaseOrderNumber", 50),
        long("renewedContractID").to("Contract"),
        integer("serviceLevelAgreementID").pick(Picklist::Unchecked),
        decimal("setupFee").financial(),
        long("setupFeeBillingCodeID").to("BillingCode"),
        time("startDate").required(),
        integer("status").required().pick(ACTIVITY),
        integer("timeReportingRequiresStartAndStopTimes")
            .required()
            .pick(YES_OR_NO),
        // Under /tandem/v1 only.
        // Where its billing periods begin (D-17).
        text("anchor", 20)
            .pick(Picklist::Words(&["contract_start", "calendar"]))
            .tandem(),
        // Null: it is no prepaid support.
        text("supportForm", 20)
            .pick(Picklist::Words(&[
                "per_request",
                "subscription",
                "time_limited",
                "support_hours"
            ]))
            .tandem(),
        // What it covers (LT-13); an org unit is the contract's company.
        text("supportScope", 20)
            .pick(Picklist::Words(&["item", "customer", "org_unit"]))
            .tandem(),
        integer("scopeConfigurationItemID").to("ConfigurationItem").tandem(),
        integer("scopeContactID").to("Contact").tandem(),
        // The request that a contract per request is for.
        integer("ticketID").to("Ticket").tandem(),
        integer("minutesBought").tandem(),
        integer("minutesUsed").read_only().tandem(),
        integer("minutesCarried").read_only().tandem(),
        // How many days before its end the administrators are told that it is to be renewed (LTX-08).
        integer("renewalNoticeDays").tandem(),
        user_defined(),
    ],
)
.allowing(&[Operation::Create, Operation::Query, Operation::Update])
.on_autotask_routes();

/// The kinds of contract. 4 and 8 are prepaid support too, 7 also is a subscription of it (2.10).
const TYPES: Picklist = Picklist::Fixed(&[
    entry(1, "Time & Materials"),
    entry(3, "Fixed Price"),
    entry(4, "Block Hours"),
    entry(6, "Retainer"),
    entry(7, "Recurring Service"),
    entry(8, "Per Ticket"),
]);

/// A truth value that Autotask keeps as a number.
const YES_OR_NO: Picklist = Picklist::Fixed(&[entry(0, "No"), entry(1, "Yes")]);
