//! Why something is refused: one enum with stable codes. The sentence that says what would make it possible is
//! looked up by the code (`assets/text`).

use super::Side;
use super::contract::Offer;
use super::contract::validation::Taker;
use super::permission::Action;
use crate::base::Date;
use crate::base::ids::ItemId;
use serde_json::{Value, json};

/// A refusal of the rules.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.code())]
pub enum Refusal {
    /// This act isn't the actor's role's (2.7).
    Forbidden,
    /// This act is the other side's alone, whatever the level (2.7).
    OtherSides {
        /// Which act.
        act: Action,
    },
    /// The other side holds the ticket (rows 5, 6; D-40).
    NotHolder {
        /// Who does.
        holder: Side,
    },
    /// Taskfire is off at this client.
    TaskfireNotEnabled,
    /// The ticket was created before Taskfire was switched on (CPX-06, D-11).
    PredatesTaskfire,
    /// A complete ticket must be reopened first (D-07).
    TicketComplete,
    /// Validation is on and no contract covers the work (LT-12, row 4).
    ContractRequired {
        /// The ways that lead on (LT-15).
        offers: &'static [Offer],
        /// Who can take one (D-23).
        taker: Taker,
    },
    /// The request waits for its contract: notes it takes, time and statuses of the provider it doesn't (row 27).
    RequestHeld,
    /// Nothing waits for a contract, so nobody is reminded of one (LTX-04).
    RequestNotHeld,
    /// A contract that ends before it starts.
    EndsBeforeStart,
    /// Another contract of the same item, customer or org unit runs in that time (LTX-05).
    ContractsOverlap {
        /// What that one is called.
        name: String,
    },
    /// What happens to time that a contract doesn't cover must be chosen at activation (LT-04).
    TimeExpiredOptionRequired,
    /// Contracts are active already.
    ContractsActive,
    /// Contracts are not active yet (LT-16).
    ContractsInactive,
    /// Contracts can't be activated while items without an owner exist (LT-02).
    ItemsWithoutOwner {
        /// Which.
        items: Vec<ItemId>,
    },
    /// Time on a day that hasn't come anywhere yet.
    TimeInFuture,
    /// More time than a day has, with what this person has on that day already.
    DayFull {
        /// The minutes that are left of the day.
        left: i64,
    },
    /// Services stand on contracts of recurring services alone.
    ContractNotRecurring,
    /// A day on which the contract doesn't run.
    OutsideContract {
        /// Its first day.
        start: Date,
        /// Its last day, where it has one.
        end: Option<Date>,
    },
    /// Licences would stay unbilled on days since the contract before ended (D-18, D-19).
    DaysUnbilled {
        /// The first of them.
        first: Date,
        /// The last.
        last: Date,
    },
    /// No day can be chosen where automation takes over from nothing: it bills from this one on (D-19).
    AutomationBegins {
        /// The first day that it bills.
        on: Date,
    },
    /// A contract that isn't approved bills nothing, so licences can't be billed by it (D-24).
    ContractNotApproved,
    /// A contract that has ended bills no licences any more (TF-34).
    ContractEnded,
    /// What is billed once stands on a day that would lie outside the contract's (2.9).
    ChargeOutsideContract {
        /// That day.
        on: Date,
    },
    /// There would be fewer units than none, on that day or a later one.
    UnitsBelowZero,
    /// Where a contract's periods begin can't change once one of them is closed (D-19).
    PeriodClosed,
    /// A contract whose services have units owes for them: its approval can't be taken away (2.9).
    UnitsOnContract,
    /// Another contract follows on this one already.
    ContractRenewed {
        /// What that one is called.
        name: String,
    },
    /// A contract and the one that renews it would bill the same services on the same days.
    RenewalOverlaps {
        /// Which of its days would do so: `end` of one that was renewed, `start` of a renewal.
        field: &'static str,
        /// What the other one is called.
        name: String,
        /// The day on which the renewal begins, or on which what it renews ends.
        day: Date,
    },
    /// A contract without an end has nothing that could follow on it.
    ContractEndless,
    /// Less would be bought than was used already.
    BelowUsed {
        /// The least that can be bought.
        minutes: i64,
    },
    /// Fewer minutes than a contract's older blocks hold: only the newest one shrinks with what is bought in all.
    BelowOlderBlocks {
        /// What the older blocks hold.
        minutes: i64,
    },
    /// A service or bundle that stands on a contract.
    ServiceInUse,
    /// Only an escalated ticket can be declined or recalled (rows 7, 8).
    NotEscalated,
    /// Work has begun, so it can't be declined or recalled any more (D-08, D-09).
    AlreadyStarted,
    /// Declining needs a reason (D-09).
    ReasonRequired,
    /// This status follows from a hand-over and can't be chosen (row 12).
    StatusByHandover,
    /// The actor's side has no part in the ticket.
    NoPart {
        /// Which side.
        side: Side,
    },
    /// Nothing to reopen: the own status is not complete.
    NotComplete,
    /// A text is missing.
    Required {
        /// The field's name on the wire.
        field: &'static str,
    },
    /// A text is too long, or a number out of its range.
    OutOfRange {
        /// The field's name on the wire.
        field: &'static str,
        /// The longest or largest that is taken.
        limit: i64,
    },
    /// What stands in a field doesn't have the form that it needs; the sentence says which, by the field.
    Invalid {
        /// The field's name on the wire.
        field: &'static str,
    },
    /// A thing that the act names doesn't exist, or isn't this side's or this client's.
    NotUsable {
        /// The field's name on the wire.
        field: &'static str,
    },
    /// The person can't be given work: not active, or no level that works tickets.
    NotAssignable,
    /// The assignee can't be secondary resource too.
    AlreadyAssigned,
    /// The company never changes once a ticket is shared (2.3) or time is logged on it.
    CompanyFixed,
    /// Both boxes of the agreement must be ticked (TF-10).
    BothBoxesRequired,
    /// A newer version of the agreement was published meanwhile; it has to be read and accepted.
    AgreementOutdated {
        /// The newest version.
        version: u32,
    },
    /// Taskfire is on already at this client.
    TaskfireAlreadyEnabled,
    /// The feature is off for the whole instance, or not in its subscription (CP-20, CP-21, AG-14).
    FeatureInactive,
    /// The portal can't be switched off while Taskfire is on (CPX-08).
    DisableTaskfireFirst,
    /// What was typed to confirm isn't the client's name.
    NotConfirmed,
    /// Taskfire was switched off here: the ticket is an archive that can be read (D-13, row 26).
    TicketArchived,
    /// Only the provider gives Taskfire levels (CPX-02).
    LevelByProviderOnly,
    /// A client's people may only assign levels that are flagged for it (CPX-09).
    LevelNotAssignable,
    /// A level that people have can't be deleted (CPX-07).
    LevelInUse,
    /// A system level can't be edited or deleted (CPX-07).
    SystemLevel,
    /// One person holds one of the two licences, Taskfire or co-managed (D-48).
    OtherLicenceHeld,
    /// The fee is another one than was on the screen.
    FeeChanged,
    /// Somebody who is not active can't be given a level.
    PersonNotActive,
    /// A character that can't be shown: a control character, or one that turns the order of the others.
    NotPrintable {
        /// The field's name on the wire.
        field: &'static str,
        /// Where it stands, counted from 1.
        place: usize,
    },
    /// A text that is no address for mail.
    NotAnAddress {
        /// The field's name on the wire.
        field: &'static str,
    },
    /// The name is taken among all who sign in.
    UserNameTaken,
    /// The old password is not the one.
    PasswordWrong,
    /// A password needs more characters.
    PasswordTooShort {
        /// How many at least.
        least: usize,
    },
    /// A password can't be the user name, nor the password that it replaces.
    PasswordKnown,
    /// The password must be changed before anything else.
    PasswordMustChange,
    /// Two-factor sign-in is required and must be set up before anything else (CPX-11).
    TwoFactorRequired,
    /// Two-factor sign-in is set up already.
    TwoFactorConfigured,
    /// Nothing has been begun that the code could confirm.
    TwoFactorNotBegun,
    /// The code is not the one of now, or was used before.
    CodeWrong,
    /// The currency stays once a period is closed.
    CurrencyFixed,
    /// A service can be chosen for automation only after its contract (TF-35).
    AutomationContractRequired,
    /// The service that bills licences bills nothing else, by any route (TF-36).
    ServiceReserved,
    /// Automation alone sets the units of the service that bills licences (TF-37).
    UnitsAutomated,
    /// Licences are billed by the month (2.9).
    ServiceNotMonthly,
    /// The provider's own licences are counted, never billed (D-20).
    OwnLicences,
    /// A period can be closed only after its last day (D-19).
    PeriodNotOver,
    /// No period is left to be closed.
    NothingToClose,
    /// Not all of the file is at the server.
    UploadIncomplete,
    /// What closing would do is not what was seen: somebody closed periods, or something changed.
    PreviewOutdated,
}

impl Refusal {
    /// The stable code that goes over the wire.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Forbidden | Self::OtherSides { .. } => "forbidden",
            Self::NotHolder { .. } => "not_holder",
            Self::TaskfireNotEnabled => "taskfire_not_enabled",
            Self::PredatesTaskfire => "predates_taskfire",
            Self::TicketComplete => "ticket_complete",
            Self::ContractRequired { .. } => "contract_required",
            Self::RequestHeld => "request_held",
            Self::RequestNotHeld => "request_not_held",
            Self::EndsBeforeStart => "ends_before_start",
            Self::ContractsOverlap { .. } => "contracts_overlap",
            Self::TimeExpiredOptionRequired => "time_expired_option_required",
            Self::ContractsActive => "contracts_active",
            Self::ContractsInactive => "contracts_inactive",
            Self::ItemsWithoutOwner { .. } => "items_without_owner",
            Self::TimeInFuture => "time_in_future",
            Self::DayFull { .. } => "day_full",
            Self::ContractNotRecurring => "contract_not_recurring",
            Self::OutsideContract { .. } => "outside_contract",
            Self::DaysUnbilled { .. } => "days_unbilled",
            Self::AutomationBegins { .. } => "automation_begins",
            Self::ContractNotApproved => "contract_not_approved",
            Self::ContractEnded => "contract_ended",
            Self::ChargeOutsideContract { .. } => "charge_outside_contract",
            Self::UnitsBelowZero => "units_below_zero",
            Self::PeriodClosed => "period_closed",
            Self::UnitsOnContract => "units_on_contract",
            Self::ContractRenewed { .. } => "contract_renewed",
            Self::RenewalOverlaps { .. } => "renewal_overlaps",
            Self::ContractEndless => "contract_endless",
            Self::BelowUsed { .. } => "below_used",
            Self::BelowOlderBlocks { .. } => "below_older_blocks",
            Self::ServiceInUse => "service_in_use",
            Self::NotEscalated => "not_escalated",
            Self::AlreadyStarted => "already_started",
            Self::ReasonRequired => "reason_required",
            Self::StatusByHandover => "status_by_handover",
            Self::NoPart { .. } => "no_part",
            Self::NotComplete => "not_complete",
            Self::Required { .. } => "required",
            Self::OutOfRange { .. } => "out_of_range",
            Self::Invalid { .. } => "invalid",
            Self::NotUsable { .. } => "not_usable",
            Self::NotAssignable => "not_assignable",
            Self::AlreadyAssigned => "already_assigned",
            Self::CompanyFixed => "company_fixed",
            Self::BothBoxesRequired => "both_boxes_required",
            Self::AgreementOutdated { .. } => "agreement_outdated",
            Self::TaskfireAlreadyEnabled => "taskfire_already_enabled",
            Self::FeatureInactive => "feature_inactive",
            Self::DisableTaskfireFirst => "disable_taskfire_first",
            Self::NotConfirmed => "not_confirmed",
            Self::TicketArchived => "ticket_archived",
            Self::LevelByProviderOnly => "level_by_provider_only",
            Self::LevelNotAssignable => "level_not_assignable",
            Self::LevelInUse => "level_in_use",
            Self::SystemLevel => "system_level",
            Self::OtherLicenceHeld => "other_licence_held",
            Self::FeeChanged => "fee_changed",
            Self::PersonNotActive => "person_not_active",
            Self::NotPrintable { .. } => "not_printable",
            Self::NotAnAddress { .. } => "not_an_address",
            Self::UserNameTaken => "user_name_taken",
            Self::PasswordWrong => "password_wrong",
            Self::PasswordTooShort { .. } => "password_too_short",
            Self::PasswordKnown => "password_known",
            Self::PasswordMustChange => "password_must_change",
            Self::TwoFactorRequired => "two_factor_required",
            Self::TwoFactorConfigured => "two_factor_configured",
            Self::TwoFactorNotBegun => "two_factor_not_begun",
            Self::CodeWrong => "code_wrong",
            Self::CurrencyFixed => "currency_fixed",
            Self::AutomationContractRequired => "automation_contract_required",
            Self::ServiceReserved => "service_reserved",
            Self::UnitsAutomated => "units_automated",
            Self::ServiceNotMonthly => "service_not_monthly",
            Self::OwnLicences => "own_licences",
            Self::PeriodNotOver => "period_not_over",
            Self::NothingToClose => "nothing_to_close",
            Self::UploadIncomplete => "upload_incomplete",
            Self::PreviewOutdated => "preview_outdated",
        }
    }

    /// The field that it is about.
    #[must_use]
    pub fn field(&self) -> Option<&'static str> {
        match self {
            Self::ReasonRequired => Some("reason"),
            Self::CompanyFixed => Some("companyID"),
            Self::AgreementOutdated { .. } => Some("version"),
            Self::NotConfirmed => Some("companyName"),
            Self::LevelByProviderOnly | Self::LevelNotAssignable | Self::OtherLicenceHeld => Some("level"),
            Self::FeeChanged => Some("seenFee"),
            Self::UserNameTaken => Some("userName"),
            Self::PasswordWrong => Some("oldPassword"),
            Self::PasswordTooShort { .. } | Self::PasswordKnown => Some("password"),
            Self::CodeWrong => Some("code"),
            Self::CurrencyFixed => Some("currency"),
            Self::AutomationContractRequired | Self::ContractNotApproved | Self::ContractEnded => Some("contract"),
            Self::ServiceReserved | Self::ServiceNotMonthly => Some("service"),
            Self::UnitsAutomated => Some("units"),
            Self::PeriodNotOver => Some("through"),
            Self::PreviewOutdated => Some("seen"),
            Self::UploadIncomplete => Some("digest"),
            Self::NotAssignable | Self::AlreadyAssigned => Some("assignee"),
            Self::StatusByHandover => Some("status"),
            Self::EndsBeforeStart | Self::ContractEndless => Some("end"),
            Self::OutsideContract { .. } | Self::DaysUnbilled { .. } | Self::AutomationBegins { .. } => Some("from"),
            Self::UnitsBelowZero => Some("change"),
            Self::PeriodClosed => Some("start"),
            Self::UnitsOnContract => Some("isApproved"),
            Self::BelowUsed { .. } | Self::BelowOlderBlocks { .. } => Some("minutes"),
            Self::ServiceInUse => Some("period"),
            Self::ContractsOverlap { .. } => Some("start"),
            Self::TimeExpiredOptionRequired => Some("timeExpiredOption"),
            Self::TimeInFuture => Some("workedOn"),
            Self::DayFull { .. } => Some("minutes"),
            Self::Required { field }
            | Self::OutOfRange { field, .. }
            | Self::Invalid { field }
            | Self::NotUsable { field }
            | Self::RenewalOverlaps { field, .. }
            | Self::NotAnAddress { field }
            | Self::NotPrintable { field, .. } => Some(field),
            _ => None,
        }
    }

    /// What the sentence of the code needs to be filled in, by the names that the sentence uses.
    #[must_use]
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::OtherSides { act } => vec![("act", act.word().to_owned())],
            Self::NotHolder { holder } => vec![("side", holder.product().to_owned())],
            Self::NoPart { side } => vec![("side", side.product().to_owned())],
            Self::AgreementOutdated { version } => vec![("version", version.to_string())],
            Self::Required { field } | Self::Invalid { field } | Self::NotUsable { field } => {
                vec![("field", (*field).to_owned())]
            }
            Self::NotPrintable { field, place } => {
                vec![("field", (*field).to_owned()), ("place", place.to_string())]
            }
            Self::ContractRequired { offers, taker } => {
                let last = offers.last().map_or("none", |offer| offer.word());
                vec![("taker", taker.word().to_owned()), ("offer", last.to_owned())]
            }
            Self::OutsideContract { start, end } => vec![
                ("start", start.to_string()),
                ("end", end.map_or_else(|| "none".to_owned(), |end| end.to_string())),
            ],
            Self::AutomationBegins { on } | Self::ChargeOutsideContract { on } => vec![("on", on.to_string())],
            Self::DaysUnbilled { first, last } => vec![("first", first.to_string()), ("last", last.to_string())],
            Self::BelowUsed { minutes } | Self::BelowOlderBlocks { minutes } => vec![("minutes", minutes.to_string())],
            Self::ContractRenewed { name } | Self::ContractsOverlap { name } => vec![("name", name.clone())],
            Self::RenewalOverlaps { field, name, day } => vec![
                ("field", (*field).to_owned()),
                ("name", name.clone()),
                ("day", day.to_string()),
            ],
            Self::ItemsWithoutOwner { items } => vec![("count", items.len().to_string())],
            Self::DayFull { left } => vec![("left", left.to_string())],
            Self::PasswordTooShort { least } => vec![("least", least.to_string())],
            Self::OutOfRange { field, limit } => vec![("field", (*field).to_owned()), ("limit", limit.to_string())],
            _ => Vec::new(),
        }
    }

    /// What goes with the code for programs, besides the sentence.
    #[must_use]
    pub fn details(&self) -> Option<Value> {
        match self {
            Self::ContractRequired { offers, taker } => Some(json!({"offers": offers, "taker": taker})),
            Self::ItemsWithoutOwner { items } => Some(json!({"items": items})),
            _ => None,
        }
    }
}
