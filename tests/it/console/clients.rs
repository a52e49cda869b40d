//! Clients as the server describes them to an administrator.

use super::desk;
use tandem::base::ids::CompanyId;
use tandem::records::administration::Answer;
use tandem::records::administration::setup::{CompanyLine, CompanyPage, Missing};

/// A client of the list.
pub fn company(id: i64, name: &str, depth: u8) -> CompanyLine {
    CompanyLine {
        id: CompanyId(id),
        name: name.to_owned(),
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
                contract_warning: Some("“Taskfire 2026” ends in 37 days".to_owned()),
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
