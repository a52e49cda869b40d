//! The document's components: entities from their field tables, other bodies from their types, acts from theirs.

use super::acts;
use super::described::{nullable, of};
use crate::domain::contract::Form;
use crate::entities::{ENTITIES, Entity, Field, Kind, Picklist, Surface};
use crate::records::administration::audit::{AuditEntry, AuditPage};
use crate::records::administration::billing::{
    Automation, AutomationChoice, AutomationContract, AutomationPage, AutomationService, AutomationSpell,
    AutomationStop, BilledClient, BillingOverview, BillingWarning, BlockReport, CatalogueService, ClientBilling,
    Closed, Closing, ClosingClient, ClosingPreview, ContractStanding, CorrectedPeriod, Days, Difference, Invoice,
    InvoiceLine, InvoicePage, InvoiceSection, InvoiceSummary, LeftOut, LineEvent, MonthTotal, NotBilled,
    ServiceStatement, StatementLine,
};
use crate::records::administration::contracts::{
    AutomationFollowUp, BundleLine, CataloguePage, Cloning, ComingPrice, ContractFields, ContractNoteLine,
    ContractPage, ContractServiceLine, ContractSubject, ContractsPage, NewClientContract, NewContractService,
    PriceChange, Renewal, ServiceFields, ServiceLine, UnitSegment, UnitsChange, WrittenContract,
};
use crate::records::administration::instance::{FeatureSwitch, InstancePage, InstanceSettings};
use crate::records::administration::people::{
    ContactSwitch, LevelChange, LevelEdit, LevelLine, LevelPage, NewContact, NewLevel, NewLogin, NewPassword,
    PeoplePage, PersonFields, PersonLine,
};
use crate::records::administration::portal::{Branding, PortalOverrides, PortalPage, PortalSettings};
use crate::records::administration::setup::{
    Acceptance, Acknowledgement, AcknowledgementLine, Agreement, CompanyLine, CompanyPage, Confirmation, Disabled,
    DisablingPreview, Enabled, Preparation, Setup, SetupStep, Switch, TaskfireSettings,
};
use crate::records::administration::support::{
    Activation, ContractSettings, ContractState, Found, ItemLine, Minutes, Naming, Owner, RefusedLine, Reminded,
    TicketCoverage,
};
use crate::wire::ext::feed::FeedData;
use crate::wire::ext::import::{
    ImportAnswer, ImportBatch, ImportMade, ImportMode, ImportRecord, ImportRefusal, ImportRow, References,
};
use crate::wire::ext::picklist::KeptValue;
use crate::wire::ext::portal::PortalVersionSwitch;
use crate::wire::ext::session::{
    Become, Health, Me, NewSession, PasswordChange, Session, SignIn, TwoFactorCode, TwoFactorProof, TwoFactorSetup,
};
use crate::wire::ext::taskfire::{Interval, TaskfireState};
use crate::wire::ext::upload::UploadState;
use crate::wire::page::Count;
use crate::wire::problem::Problem;
use serde_json::json;
use utoipa::PartialSchema;
use utoipa::openapi::schema::{ArrayBuilder, KnownFormat, ObjectBuilder, SchemaFormat, SchemaType, Type};
use utoipa::openapi::{RefOr, Schema};

/// Every schema with its name.
pub fn all() -> Vec<(String, RefOr<Schema>)> {
    let entities = ENTITIES
        .iter()
        .map(|entity| (entity.name.to_owned(), RefOr::T(row(entity))));
    let acts = acts::ACTS.iter().map(|act| (act.schema_name(), RefOr::T(act.body())));
    let bodies = [
        ("SignIn", SignIn::schema()),
        ("Become", Become::schema()),
        ("NewSession", NewSession::schema()),
        ("PasswordChange", PasswordChange::schema()),
        ("TwoFactorSetup", TwoFactorSetup::schema()),
        ("TwoFactorCode", TwoFactorCode::schema()),
        ("TwoFactorProof", TwoFactorProof::schema()),
        ("Session", Session::schema()),
        ("Me", Me::schema()),
        ("Health", Health::schema()),
        ("TaskfireState", TaskfireState::schema()),
        ("TaskfireSettings", TaskfireSettings::schema()),
        ("InstancePage", InstancePage::schema()),
        ("InstanceSettings", InstanceSettings::schema()),
        ("FeatureSwitch", FeatureSwitch::schema()),
        ("PortalPage", PortalPage::schema()),
        ("PortalSettings", PortalSettings::schema()),
        ("PortalOverrides", PortalOverrides::schema()),
        ("Branding", Branding::schema()),
        ("AuditPage", AuditPage::schema()),
        ("AuditEntry", AuditEntry::schema()),
        ("Acceptance", Acceptance::schema()),
        ("Acknowledgement", Acknowledgement::schema()),
        ("AcknowledgementLine", AcknowledgementLine::schema()),
        ("Agreement", Agreement::schema()),
        ("CompanyLine", CompanyLine::schema()),
        ("CompanyPage", CompanyPage::schema()),
        ("Confirmation", Confirmation::schema()),
        ("Disabled", Disabled::schema()),
        ("DisablingPreview", DisablingPreview::schema()),
        ("Enabled", Enabled::schema()),
        ("Preparation", Preparation::schema()),
        ("Setup", Setup::schema()),
        ("SetupStep", SetupStep::schema()),
        ("Switch", Switch::schema()),
        ("PeoplePage", PeoplePage::schema()),
        ("PersonLine", PersonLine::schema()),
        ("PersonFields", PersonFields::schema()),
        ("NewContact", NewContact::schema()),
        ("NewLogin", NewLogin::schema()),
        ("ContactSwitch", ContactSwitch::schema()),
        ("LevelChange", LevelChange::schema()),
        ("NewPassword", NewPassword::schema()),
        ("LevelPage", LevelPage::schema()),
        ("LevelLine", LevelLine::schema()),
        ("NewLevel", NewLevel::schema()),
        ("LevelEdit", LevelEdit::schema()),
        ("CataloguePage", CataloguePage::schema()),
        ("BundleLine", BundleLine::schema()),
        ("Cloning", Cloning::schema()),
        ("ComingPrice", ComingPrice::schema()),
        ("ContractFields", ContractFields::schema()),
        ("ContractNoteLine", ContractNoteLine::schema()),
        ("ContractPage", ContractPage::schema()),
        ("ContractServiceLine", ContractServiceLine::schema()),
        ("ContractSubject", ContractSubject::schema()),
        ("ContractsPage", ContractsPage::schema()),
        ("NewClientContract", NewClientContract::schema()),
        ("NewContractService", NewContractService::schema()),
        ("PriceChange", PriceChange::schema()),
        ("Renewal", Renewal::schema()),
        ("ServiceFields", ServiceFields::schema()),
        ("ServiceLine", ServiceLine::schema()),
        ("UnitSegment", UnitSegment::schema()),
        ("UnitsChange", UnitsChange::schema()),
        ("WrittenContract", WrittenContract::schema()),
        ("AutomationFollowUp", AutomationFollowUp::schema()),
        ("AutomationChoice", AutomationChoice::schema()),
        ("AutomationStop", AutomationStop::schema()),
        ("AutomationPage", AutomationPage::schema()),
        ("Automation", Automation::schema()),
        ("AutomationSpell", AutomationSpell::schema()),
        ("AutomationContract", AutomationContract::schema()),
        ("AutomationService", AutomationService::schema()),
        ("CatalogueService", CatalogueService::schema()),
        ("BillingOverview", BillingOverview::schema()),
        ("BilledClient", BilledClient::schema()),
        ("BillingWarning", BillingWarning::schema()),
        ("NotBilled", NotBilled::schema()),
        ("ClientBilling", ClientBilling::schema()),
        ("ContractStanding", ContractStanding::schema()),
        ("ServiceStatement", ServiceStatement::schema()),
        ("StatementLine", StatementLine::schema()),
        ("CorrectedPeriod", CorrectedPeriod::schema()),
        ("LineEvent", LineEvent::schema()),
        ("Difference", Difference::schema()),
        ("MonthTotal", MonthTotal::schema()),
        ("Days", Days::schema()),
        ("ClosingPreview", ClosingPreview::schema()),
        ("LeftOut", LeftOut::schema()),
        ("ClosingClient", ClosingClient::schema()),
        ("Closing", Closing::schema()),
        ("Closed", Closed::schema()),
        ("InvoiceSummary", InvoiceSummary::schema()),
        ("InvoicePage", InvoicePage::schema()),
        ("Invoice", Invoice::schema()),
        ("InvoiceSection", InvoiceSection::schema()),
        ("InvoiceLine", InvoiceLine::schema()),
        ("BlockReport", BlockReport::schema()),
        ("Activation", Activation::schema()),
        ("ContractSettings", ContractSettings::schema()),
        ("ContractState", ContractState::schema()),
        ("ItemLine", ItemLine::schema()),
        ("Minutes", Minutes::schema()),
        ("Owner", Owner::schema()),
        ("RefusedLine", RefusedLine::schema()),
        ("TicketCoverage", TicketCoverage::schema()),
        ("Naming", Naming::schema()),
        ("Found", Found::schema()),
        ("Reminded", Reminded::schema()),
        ("ContractReminder", RefOr::T(contract_reminder())),
        ("NewContract", RefOr::T(new_contract())),
        ("PortalVersionSwitch", PortalVersionSwitch::schema()),
        ("Interval", Interval::schema()),
        ("ImportBatch", ImportBatch::schema()),
        ("ImportMode", ImportMode::schema()),
        ("ImportRow", ImportRow::schema()),
        ("ImportRecord", ImportRecord::schema()),
        ("References", References::schema()),
        ("ImportAnswer", ImportAnswer::schema()),
        ("ImportMade", ImportMade::schema()),
        ("ImportRefusal", ImportRefusal::schema()),
        ("UploadState", UploadState::schema()),
        ("FeedData", FeedData::schema()),
        ("KeptValue", KeptValue::schema()),
        ("Problem", Problem::schema()),
        ("Count", Count::schema()),
        ("Query", RefOr::T(query())),
        ("Settled", RefOr::T(settled())),
    ];
    let bodies = bodies.into_iter().map(|(name, schema)| (name.to_owned(), schema));
    entities.chain(acts).chain(bodies).collect()
}

/// A row of an entity as `/tandem/v1` gives it: what is not known, or not given to whoever asks, is left out.
fn row(entity: &Entity) -> Schema {
    let mut object = ObjectBuilder::new();
    for field in entity.fields_on(Surface::Tandem) {
        object = object.property(field.name, value(field));
    }
    Schema::Object(object.build())
}

/// A field's value.
fn value(field: &Field) -> Schema {
    let kind = match field.kind {
        Kind::Integer | Kind::Long => Type::Integer,
        // Decimals go as text, so that no reader makes a binary fraction of them.
        Kind::Decimal | Kind::Text { .. } | Kind::DateTime => Type::String,
        Kind::Boolean => Type::Boolean,
        Kind::UserDefined => Type::Object,
    };
    let length = field.kind.length();
    let mut object = ObjectBuilder::new()
        .schema_type(SchemaType::new(kind))
        .format((field.kind == Kind::DateTime).then_some(SchemaFormat::KnownFormat(KnownFormat::DateTime)))
        .max_length((length > 0).then_some(usize::try_from(length).unwrap_or(usize::MAX)));
    if field.read_only {
        object = object.read_only(true);
    }
    if field.write_only {
        object = object.write_only(true);
    }
    if let Some(reference) = field.reference {
        object = object.description(Some(format!("The id of a {reference}.")));
    }
    if let Some(Picklist::Words(words)) = field.picklist {
        object = object.enum_values(Some(words.iter().map(|word| json!(word))));
    }
    if let Some(entries) = field.entries() {
        let list: Vec<_> = entries
            .iter()
            .map(|entry| format!("{} {}", entry.value, entry.label))
            .collect();
        object = object
            .enum_values(Some(entries.iter().map(|entry| json!(entry.value))))
            .description(Some(list.join(", ")));
    }
    Schema::Object(object.build())
}

/// Autotask's query with what `/tandem/v1` adds.
fn query() -> Schema {
    let plain = |kind: Type| ObjectBuilder::new().schema_type(kind);
    let condition = plain(Type::Object).description(Some(
        "A condition {op, field, value} (without value for exist and notExist alone), a group {op: and|or, items}, or the \
         search {op: words, value}.",
    ));
    let order = plain(Type::Object)
        .property("field", Schema::Object(plain(Type::String).build()))
        .property("descending", Schema::Object(plain(Type::Boolean).build()))
        .required("field");
    let list = |item: ObjectBuilder| Schema::Array(ArrayBuilder::new().items(item).build());
    let most = plain(Type::Integer).minimum(Some(1)).maximum(Some(500));
    let object = ObjectBuilder::new()
        .property("filter", list(condition))
        .property(
            "includeFields",
            list(plain(Type::String).description(Some("The fields of each item; all where none is named."))),
        )
        .property("maxRecords", Schema::Object(most.build()))
        .property("sort", list(order))
        .property(
            "after",
            nullable(Type::String, "The `next` of the page before, with the same sort."),
        )
        .required("filter");
    Schema::Object(object.build())
}

/// A contract that is made with its request.
fn new_contract() -> Schema {
    let form = ObjectBuilder::new()
        .schema_type(Type::String)
        .enum_values(Some(Form::ALL.map(Form::word)));
    let object = ObjectBuilder::new()
        .property("form", Schema::Object(form.build()))
        .property(
            "start",
            nullable(Type::String, "The first day; today where nothing is said."),
        )
        .property(
            "end",
            nullable(Type::String, "The last day; twelve months on where one is needed."),
        )
        .property(
            "minutes",
            nullable(Type::Integer, "Minutes bought, where the form sells minutes."),
        )
        .property("name", nullable(Type::String, "What it is called."))
        .required("form");
    Schema::Object(object.build())
}

/// One of the two.
fn contract_reminder() -> Schema {
    let object = ObjectBuilder::new()
        .property(
            "ticket",
            nullable(Type::Integer, "A request that waits for its contract."),
        )
        .property(
            "company",
            nullable(Type::Integer, "A client whose requests were refused for want of one."),
        );
    Schema::Object(object.build())
}

/// What a change wrote.
fn settled() -> Schema {
    let list = |name: &str| Schema::Array(ArrayBuilder::new().items(of(name)).build());
    let object = ObjectBuilder::new()
        .property("ticket", of("Ticket"))
        .property(
            "carryOver",
            nullable(Type::String, "For a status: how it affected the other side."),
        )
        .property("notes", list("TicketNote"))
        .property("timeEntries", list("TimeEntry"))
        .property("history", list("TicketHistory"))
        .property("attachments", list("TicketAttachment"))
        .property("checklistItems", list("TicketChecklistItem"))
        .required("ticket");
    Schema::Object(object.build())
}
