//! What the server says of contracts by itself as days pass, once for each end that one has: that it bills licences no
//! longer (N12), that it is to be renewed (LTX-08). Those are told who may manage contracts.

use super::company_of;
use crate::base::ids::{CompanyId, ContractId};
use crate::base::{Date, Timestamp};
use crate::domain::notice::NoticeEvent;
use crate::entities::{COMPANY, Row};
use crate::records::contract;
use crate::server::operations::billing::spells;
use crate::server::operations::notices::{self, OfCompany};
use crate::server::operations::{OperationError, contracts};
use crate::server::store::{StoreError, Writing, rows};
use rusqlite::Connection;

/// Something that is to be told of a contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reminder {
    event: NoticeEvent,
    contract: ContractId,
    /// The contract's last day.
    end: Date,
}

/// What is to be told today and wasn't yet.
///
/// # Errors
/// The database's.
pub fn due(connection: &Connection, today: Date) -> Result<Vec<Reminder>, StoreError> {
    let expired = spells::expired(connection, today)?.into_iter().map(|expired| Reminder {
        event: NoticeEvent::AutomationContractExpired,
        contract: expired.contract,
        end: expired.end,
    });
    let mut due: Vec<_> = expired.chain(to_renew(connection, today)?).collect();
    let mut told = connection
        .prepare_cached("SELECT 1 FROM contract_told WHERE contract_id = ?1 AND event = ?2 AND end_day = ?3")?;
    let mut error = None;
    due.retain(|reminder| match told.exists(reminder.key()) {
        Ok(is_told) => !is_told,
        Err(failed) => {
            error = Some(failed);
            false
        }
    });
    error.map_or(Ok(due), |error| Err(error.into()))
}

/// The contracts whose end is no further off than they say, and that nothing follows on.
fn to_renew(connection: &Connection, today: Date) -> Result<Vec<Reminder>, StoreError> {
    const DAY: i64 = 24 * 60 * 60 * 1000;
    let mut statement = connection.prepare_cached(
        "SELECT id, end_date FROM contract
         WHERE renewal_notice_days IS NOT NULL AND end_date >= ?1 AND end_date - renewal_notice_days * ?2 <= ?1
           AND NOT EXISTS (SELECT 1 FROM contract AS next WHERE next.renewed_contract_id = contract.id)
         ORDER BY id",
    )?;
    let rows = statement.query_map((today.midnight().millis(), DAY), |row| {
        Ok(Reminder {
            event: NoticeEvent::ContractRenewalDue,
            contract: ContractId(row.get(0)?),
            end: Timestamp::from_millis(row.get(1)?).date(),
        })
    })?;
    let all: Vec<Reminder> = rows.collect::<Result<_, _>>()?;
    Ok(all.into_iter().filter(|due| due.end < contract::NO_END).collect())
}

/// Tells the provider's administrators, where nobody did meanwhile.
///
/// # Errors
/// The database's.
pub fn tell(writing: &Writing<'_>, reminder: Reminder) -> Result<(), OperationError> {
    let (contract, event, end) = reminder.key();
    let added = writing
        .prepare_cached(
            "INSERT OR IGNORE INTO contract_told (contract_id, event, end_day, at) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute((contract, event, end, writing.at().millis()))?;
    if added == 0 {
        return Ok(());
    }
    let row = contracts::get(writing, reminder.contract)?;
    let told = OfCompany {
        event: reminder.event,
        company: company_of(&row),
        actor: "",
        text: subject(writing, &row, company_of(&row))?,
    };
    notices::tell(writing, &told, &notices::administrators(writing)?)
}

impl Reminder {
    fn key(&self) -> (i64, &'static str, String) {
        (self.contract.0, self.event.word(), self.end.to_string())
    }
}

/// `Acme (Taskfire 2026)`.
fn subject(connection: &Connection, row: &Row, company: CompanyId) -> Result<String, StoreError> {
    let company = rows::get(connection, &COMPANY, company.0)?;
    let name = company.as_ref().and_then(|company| company.text("companyName"));
    let contract = row.text("contractName").unwrap_or_default();
    Ok(format!("{} ({contract})", name.unwrap_or_default()))
}
