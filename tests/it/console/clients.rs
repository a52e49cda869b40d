//! Clients as the server describes them to an administrator.

use super::desk;
use tandem::base::ids::CompanyId;
use tandem::records::administration::Answer;
use tandem::records::administration::setup::{
    Acknowledgement, AcknowledgementLine, Agreement, CompanyLine, CompanyPage, Missing, Preparation, Setup, SetupStep,
    Step, StepState, TaskfireSettings,
};

/// A client of the list.
pub fn company(id: i64, name: &str, depth: u8) -> CompanyLine {
    CompanyLine {
        id: CompanyId(id),
        name: name.to_owned(),
        is_active: true,
        depth,
        is_portal_active: false,
        is_taskfire_active: false,
        missing: Vec::new(),
        licences: 0,
        contract_warning: None,
    }
}

/// Clients in each situation.
pub fn companies() -> CompanyPage {
    let with = |line: CompanyLine, licences| CompanyLine {
        is_portal_active: true,
        is_taskfire_active: true,
        licences,
        ..line
    };
    CompanyPage {
        items: vec![
            with(company(174, "Acme", 0), 4),
            company(180, "Acme Logistics", 1),
            company(181, "Acme Logistics Iberia", 2),
            CompanyLine {
                missing: vec![Missing::NoTaskfireUser],
                ..with(company(175, "Birch & Sons", 0), 0)
            },
            CompanyLine {
                is_portal_active: true,
                ..company(176, "Cedar Clinic", 0)
            },
            CompanyLine {
                contract_warning: Some("automation_contract_expired".to_owned()),
                ..with(company(177, "打印机 東京 株式会社\u{1b}[2J", 0), 12)
            },
        ],
        has_more: false,
    }
}

/// The same as an answer.
pub fn answer() -> Answer {
    Answer::Companies(companies())
}

/// Four minutes ago.
pub fn before() -> tandem::base::Timestamp {
    desk::now().plus_minutes(-4)
}

/// A client whose Taskfire was never on.
pub fn new_setup() -> Setup {
    let step = |step, state| SetupStep { step, state };
    Setup {
        company: CompanyId(176),
        company_name: "Cedar Clinic".to_owned(),
        is_own: false,
        is_portal_active: true,
        is_taskfire_active: false,
        enabled_since: None,
        can_enable: true,
        steps: vec![
            step(Step::Preparation, StepState::Open),
            step(Step::Enable, StepState::Open),
            step(Step::Settings, StepState::Waiting),
            step(Step::FirstUser, StepState::Waiting),
            step(Step::WorkflowRules, StepState::Unavailable),
            step(Step::Billing, StepState::Unavailable),
        ],
        missing: Vec::new(),
        preparation: Preparation::default(),
        preparation_seen: "this preparation".to_owned(),
        settings: None,
        settings_seen: "these settings".to_owned(),
        acknowledgement: None,
        acknowledgements: 0,
        taskfire_users: 0,
        contacts: 6,
        licences: 0,
        billable_licences: 0,
        licence_fee: Some("20.00".to_owned()),
        currency: "EUR".to_owned(),
    }
}

/// The same client, prepared and enabled; nobody has a Taskfire level yet.
pub fn enabled_setup() -> Setup {
    let mut setup = new_setup();
    for step in &mut setup.steps[..3] {
        step.state = StepState::Done;
    }
    setup.steps[3].state = StepState::Open;
    Setup {
        is_taskfire_active: true,
        can_enable: false,
        enabled_since: Some(before()),
        missing: vec![Missing::NoTaskfireUser],
        preparation: Preparation {
            work_flow: "The clinic's desk takes every call first; what it can't solve within the hour comes to us."
                .to_owned(),
            responsibilities: "Workplaces and printers: clinic. Servers, network, backup: Northwind.".to_owned(),
            request_types: String::new(),
            escalation_path: "By Taskfire, and by telephone outside of 8 to 18 h.".to_owned(),
        },
        settings: Some(TaskfireSettings {
            complete_taskfire_with_autotask: true,
            ..TaskfireSettings::default()
        }),
        acknowledgement: Some(AcknowledgementLine {
            id: 2,
            version: 2,
            resource_name: "Maria Keller".to_owned(),
            at: before(),
        }),
        acknowledgements: 2,
        ..setup
    }
}

/// A version of the agreement.
pub fn agreement(version: u32) -> Agreement {
    let sections = (1..=9).map(|section| {
        format!(
            "{section}  Section {section} of version {version}\n\nFor every person to whom you give a Taskfire \
             security level you owe the operator\na monthly licence fee. The amount is the one that is agreed for your \
             instance.\n\nThat day is recorded by the system, and nobody can move it.\n"
        )
    });
    let text = format!(
        "Agreement on the use of Taskfire\n\n{}",
        sections.collect::<Vec<_>>().join("\n")
    );
    Agreement {
        version,
        language: "en".to_owned(),
        published: "2026-09-01".to_owned(),
        text,
        boxes: [
            "I have read and accept the terms",
            "I am entitled to accept for my company and understand that each licence is charged",
        ]
        .map(str::to_owned),
        digest: format!("{version:064x}"),
    }
}

/// What was accepted, the newest first.
pub fn acknowledgements() -> Vec<Acknowledgement> {
    let one = |id: i64, version, name: &str, days: i64| Acknowledgement {
        id,
        company: CompanyId(176),
        company_name: "Cedar Clinic".to_owned(),
        agreement: agreement(version),
        resource: 3,
        resource_name: name.to_owned(),
        at: desk::now().plus_minutes(-days * 24 * 60),
        time_zone: "Europe/Berlin".to_owned(),
    };
    vec![one(2, 2, "Maria Keller", 1), one(1, 1, "Jonas Weber\u{1b}[2J", 400)]
}
