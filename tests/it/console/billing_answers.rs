//! Billing as the server describes it: Acme in November 2026, and what else stands beside it.

use super::desk;
use rust_decimal::Decimal;
use tandem::base::Date;
use tandem::base::ids::{CompanyId, ContractId};
use tandem::domain::licence::{Anchor, Kind, Notice, PeriodType};
use tandem::domain::money::Price;
use tandem::records::administration::billing::*;
use tandem::records::administration::contracts::*;

/// A name that would do harm if it were drawn as it is.
pub const HOSTILE: &str = "打印机 東京\u{1b}[2J\u{202e}株式会社";

pub fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

pub fn amount(text: &str) -> Decimal {
    text.parse().unwrap()
}

pub fn price(text: &str) -> Price {
    Price::parse(text, "price").unwrap()
}

pub fn days(first: &str, last: &str) -> Days {
    Days {
        first: date(first),
        last: date(last),
    }
}

/// A contract in the state of its numbers.
pub fn standing(id: i64, name: &str, kind: ContractKind, state: ContractState) -> ContractStanding {
    ContractStanding {
        id: ContractId(id),
        name: name.to_owned(),
        kind,
        state,
        start: date("2026-01-01"),
        end: Some(date("2026-12-31")),
        days: Some(365),
        days_left: Some(41),
        minutes: None,
        minutes_used: None,
        minutes_left: None,
        services: 1,
        is_automation: false,
        is_followed: false,
    }
}

/// A contract in each state.
pub fn standings() -> Vec<ContractStanding> {
    let hours = |all: i64, left: i64, one: ContractStanding| ContractStanding {
        minutes: Some(all * 60),
        minutes_used: Some(all * 60 - left),
        minutes_left: Some(left),
        ..one
    };
    vec![
        ContractStanding {
            is_automation: true,
            ..standing(1, "Taskfire 2026", ContractKind::Recurring, ContractState::Active)
        },
        hours(
            40,
            870,
            standing(
                2,
                "Managed Print 2026",
                ContractKind::SupportHours,
                ContractState::Active,
            ),
        ),
        ContractStanding {
            start: date("2026-12-01"),
            ..standing(3, HOSTILE, ContractKind::Subscription, ContractState::Pending)
        },
        hours(
            20,
            0,
            ContractStanding {
                end: Some(date("2026-01-31")),
                ..standing(4, "Onsite days 2025", ContractKind::TimeLimited, ContractState::Expired)
            },
        ),
    ]
}

fn line(kind: Kind, on: &str, units: i64, days: i64, total: &str) -> StatementLine {
    StatementLine {
        kind,
        on: date(on),
        units,
        days,
        period_days: 30,
        unit_price: price("20.00"),
        amount: amount(total),
        events: Vec::new(),
        corrects: None,
    }
}

fn event(event: EventKind, on: &str, person: &str) -> LineEvent {
    LineEvent {
        event,
        at: desk::now(),
        time: "09:14".to_owned(),
        on: date(on),
        by_name: "Maria Keller".to_owned(),
        person: Some(person.to_owned()),
        level_before: Some("taskfire_resource".to_owned()),
        level: Some("taskfire_resource".to_owned()),
        units: if event == EventKind::LevelGiven { 1 } else { -1 },
        note: String::new(),
    }
}

/// Licences in November: four held, one given on the 10th, one taken on the 24th.
pub fn statement() -> ServiceStatement {
    let given = StatementLine {
        events: vec![event(EventKind::LevelGiven, "2026-11-10", "Priya Nair")],
        ..line(Kind::Increase, "2026-11-10", 1, 21, "14.00")
    };
    let taken = StatementLine {
        events: vec![event(EventKind::LevelTaken, "2026-11-24", "Tom\u{1b}[2J Reyes")],
        ..line(Kind::Decrease, "2026-11-24", -1, 6, "-4.00")
    };
    ServiceStatement {
        contract: ContractId(1),
        contract_name: "Taskfire 2026".to_owned(),
        contract_service: 11,
        is_bundle: false,
        service_name: "Taskfire License Fee".to_owned(),
        is_automated: true,
        period: days("2026-11-01", "2026-11-30"),
        window: days("2026-11-01", "2026-11-30"),
        is_closed: false,
        invoice: None,
        unit_price: price("20.00"),
        units: 4,
        lines: vec![line(Kind::Base, "2026-11-01", 4, 30, "80.00"), given, taken],
        total: amount("90.00"),
        accrued: amount("60.67"),
    }
}

pub fn differences() -> Vec<Difference> {
    let one = |reason, on: &str, units, change: &str| Difference {
        reason,
        service_name: "Taskfire License Fee".to_owned(),
        on: Some(date(on)),
        units,
        amount: amount(change),
    };
    vec![
        one(DifferenceReason::UnitsAdded, "2026-11-10", 1, "14.00"),
        one(DifferenceReason::UnitsRemoved, "2026-11-24", -1, "-4.00"),
    ]
}

pub fn ends_soon() -> BillingWarning {
    BillingWarning {
        warning: WarningKind::AutomationContractEndsSoon,
        contract: Some(ContractId(1)),
        contract_name: Some("Taskfire 2026".to_owned()),
        on: Some(date("2026-12-31")),
        count: 41,
    }
}

pub fn client_billing() -> ClientBilling {
    let months = (0..12).map(|at| {
        let (year, month) = if at == 0 { (2025, 12) } else { (2026, at) };
        MonthTotal {
            month: date(&format!("{year}-{month:02}-01")),
            total: Decimal::from([40, 40, 60, 60, 60, 80, 80, 80, 80, 80, 80, 90][usize::try_from(at).unwrap()]),
            is_closed: at < 11,
        }
    });
    ClientBilling {
        company: CompanyId(174),
        company_name: "Acme".to_owned(),
        currency: "EUR".to_owned(),
        today: date("2026-11-20"),
        containing: date("2026-11-20"),
        month: None,
        licences: 4,
        warnings: vec![ends_soon()],
        contracts: standings(),
        statements: vec![statement()],
        running: Vec::new(),
        total: amount("90.00"),
        accrued: amount("60.67"),
        before: amount("80.00"),
        next: amount("80.00"),
        changes: differences(),
        months: months.collect(),
        not_billed: Vec::new(),
    }
}

pub fn overview() -> BillingOverview {
    let client = |id, name: &str, total: &str, before: &str| BilledClient {
        company: CompanyId(id),
        name: name.to_owned(),
        licences: 4,
        total: amount(total),
        before: amount(before),
        changes: Vec::new(),
        to_close: 0,
        warnings: Vec::new(),
    };
    let not_billed = |id, name: &str, reason, count| NotBilled {
        company: CompanyId(id),
        company_name: name.to_owned(),
        contract: None,
        contract_name: None,
        service_name: None,
        reason,
        count,
        on: None,
    };
    BillingOverview {
        today: date("2026-11-20"),
        currency: "EUR".to_owned(),
        clients: vec![
            BilledClient {
                changes: differences(),
                warnings: vec![ends_soon()],
                to_close: 1,
                ..client(174, "Acme", "90.00", "80.00")
            },
            client(175, "Birch & Sons", "12345.60", "12345.60"),
            client(177, HOSTILE, "240.00", "220.00"),
        ],
        total: amount("12675.60"),
        before: amount("12645.60"),
        to_close: 3,
        not_billed: vec![
            NotBilled {
                contract: Some(ContractId(4)),
                contract_name: Some("Onsite days 2025".to_owned()),
                on: Some(date("2026-01-31")),
                ..not_billed(174, "Acme", NotBilledReason::ContractExpired, 1)
            },
            not_billed(176, "Cedar Clinic", NotBilledReason::NoAutomation, 3),
            not_billed(175, "Birch & Sons", NotBilledReason::UncoveredTime, 150),
        ],
    }
}

pub fn closing() -> ClosingPreview {
    let mut closed = statement();
    closed.period = days("2026-10-01", "2026-10-31");
    closed.window = closed.period;
    closed.lines = vec![StatementLine {
        period_days: 31,
        ..line(Kind::Base, "2026-10-01", 4, 31, "80.00")
    }];
    closed.total = amount("80.00");
    let client = |id, name: &str| ClosingClient {
        company: CompanyId(id),
        name: name.to_owned(),
        statements: vec![closed.clone()],
        total: amount("80.00"),
    };
    ClosingPreview {
        left_out: Vec::new(),
        through: date("2026-10-31"),
        currency: "EUR".to_owned(),
        clients: vec![client(174, "Acme"), client(177, HOSTILE)],
        periods: 2,
        total: amount("160.00"),
        digest: "d14e4e".to_owned(),
    }
}

pub fn invoices() -> InvoicePage {
    let invoice = |id: i64, name: &str, total: &str| InvoiceSummary {
        id,
        number: format!("2026-{id:04}"),
        company: CompanyId(174),
        company_name: name.to_owned(),
        through: date("2026-10-31"),
        total: amount(total),
        currency: "EUR".to_owned(),
        closed_at: desk::now().plus_minutes(-3 * 24 * 60),
    };
    InvoicePage {
        items: vec![
            invoice(8, HOSTILE, "80.00"),
            invoice(7, "Acme", "80.00"),
            invoice(3, "Acme", "1234.50"),
        ],
        has_more: false,
    }
}

pub fn invoice() -> Invoice {
    let line = |id, kind, on: &str, units, days, total: &str| InvoiceLine {
        id,
        kind,
        on: date(on),
        units,
        days,
        period_days: 31,
        unit_price: price("20.00"),
        amount: amount(total),
    };
    Invoice {
        summary: invoices().items.swap_remove(1),
        provider: "Northwind Managed IT".to_owned(),
        by_name: Some("Maria Keller".to_owned()),
        sections: vec![InvoiceSection {
            contract_name: "Taskfire <2026> & more".to_owned(),
            service_name: "=Taskfire License Fee".to_owned(),
            description: Some("Help desk for <everybody>,\nby user and month".to_owned()),
            period: days("2026-10-01", "2026-10-31"),
            lines: vec![
                line(31, Kind::Base, "2026-10-01", 4, 31, "80.00"),
                line(32, Kind::Correction, "2026-09-01", 0, 0, "1234.56"),
            ],
            total: amount("1314.56"),
        }],
    }
}

pub fn contracts() -> ContractsPage {
    let subject = |id, name: &str| ContractSubject {
        id,
        name: name.to_owned(),
    };
    ContractsPage {
        company: CompanyId(174),
        company_name: "Acme".to_owned(),
        today: date("2026-11-20"),
        currency: "EUR".to_owned(),
        contracts: standings(),
        items: vec![subject(71, "Plotter 7"), subject(72, HOSTILE)],
        customers: vec![subject(11, "Hannah Ortiz")],
    }
}

fn catalogue_line(id: i64, name: &str, is_reserved: bool) -> ServiceLine {
    ServiceLine {
        id,
        fields: ServiceFields {
            name: name.to_owned(),
            description: String::new(),
            invoice_description: String::new(),
            period: PeriodType::Monthly,
            unit_price: price("18.50"),
            unit_cost: None,
            is_active: true,
        },
        seen: format!("seen {id}"),
        contracts: 2,
        is_reserved,
    }
}

pub fn contract() -> ContractPage {
    let service = |id, name: &str, units: i64, is_reserved| ContractServiceLine {
        contract_service: id,
        sold: Sold::Service(id),
        name: name.to_owned(),
        period: PeriodType::Monthly,
        units,
        unit_price: price("20.00"),
        total: Decimal::from(units * 20),
        coming_price: None,
        is_reserved,
        segments: vec![UnitSegment {
            first: date("2026-11-01"),
            last: date("2026-11-09"),
            units,
            unit_price: price("20.00"),
        }],
    };
    ContractPage {
        company: CompanyId(174),
        company_name: "Acme".to_owned(),
        today: date("2026-11-20"),
        currency: "EUR".to_owned(),
        standing: standings().swap_remove(0),
        fields: ContractFields {
            name: "Taskfire 2026".to_owned(),
            number: "C-2026-1".to_owned(),
            description: "Licences of Acme.".to_owned(),
            start: date("2026-01-01"),
            end: Some(date("2026-12-31")),
            anchor: Anchor::Calendar,
            is_approved: true,
            minutes: None,
            renewal_notice_days: Some(30),
        },
        seen: "seen".to_owned(),
        scope: None,
        scope_name: None,
        renews: None,
        renewed_by: None,
        automation_follow_up: None,
        services: vec![
            service(11, "Taskfire License Fee", 4, true),
            ContractServiceLine {
                coming_price: Some(ComingPrice {
                    unit_price: price("22.50"),
                    from: date("2026-12-01"),
                }),
                ..service(12, "Backup", 2, false)
            },
        ],
        notes: vec![ContractNoteLine {
            at: desk::now(),
            by_name: "Maria Keller".to_owned(),
            title: "Price".to_owned(),
            text: "Agreed on the phone.\u{1b}[2J".to_owned(),
        }],
        catalogue: vec![
            catalogue_line(5, "Monitoring", false),
            catalogue_line(6, "Taskfire License Fee", true),
        ],
        bundles: vec![BundleLine {
            id: 31,
            name: "Office pack".to_owned(),
            period: PeriodType::Monthly,
            unit_price: price("75.00"),
            services: vec!["Monitoring".to_owned(), "Backup".to_owned()],
        }],
    }
}

/// Automation that is off, with a contract that has ended and one whose first month is partial.
pub fn automation() -> AutomationPage {
    let service = |id, name: &str, refusal: Option<&str>| AutomationService {
        contract_service: id,
        service: id,
        name: name.to_owned(),
        unit_price: price("20.00"),
        refusal: refusal.map(str::to_owned),
    };
    let contract = |id, name: &str, is_expired| AutomationContract {
        id: ContractId(id),
        name: name.to_owned(),
        start: date("2026-11-12"),
        end: Some(date(if is_expired { "2026-10-31" } else { "2027-11-11" })),
        anchor: Anchor::ContractStart,
        is_expired,
        notice: (!is_expired).then_some(Notice::FirstPeriodNotCalendarAligned),
        services: vec![
            service(11, "Taskfire License Fee", None),
            service(12, "Backup", Some("service_reserved")),
        ],
    };
    AutomationPage {
        company: CompanyId(174),
        company_name: "Acme".to_owned(),
        is_own: false,
        is_taskfire_active: true,
        currency: "EUR".to_owned(),
        today: date("2026-11-20"),
        licences: 4,
        automation: None,
        contracts: vec![contract(1, "Taskfire 2026", false), contract(2, HOSTILE, true)],
        services: vec![CatalogueService {
            id: 6,
            name: "Taskfire License Fee".to_owned(),
            unit_price: Some(price("20.00")),
        }],
        recommendations: Recommendation::ALL.to_vec(),
        former: Vec::new(),
    }
}

/// Automation that is on, with a contract that has ended.
pub fn automated() -> AutomationPage {
    AutomationPage {
        automation: Some(Automation {
            contract: ContractId(2),
            contract_name: HOSTILE.to_owned(),
            contract_service: 11,
            service: 11,
            service_name: "Taskfire License Fee".to_owned(),
            since: date("2026-11-12"),
            until: None,
            licences: 4,
            unit_price: price("20.00"),
            total: amount("80.00"),
            is_expired: true,
            warnings: vec![
                AutomationWarning::AutomationContractExpired,
                AutomationWarning::ContractNotDedicated,
            ],
            notice: None,
            next: None,
        }),
        ..automation()
    }
}
