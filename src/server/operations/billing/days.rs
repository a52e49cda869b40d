//! Changes of a contract's days, from the log of administrative acts: what makes a closed period come to something else
//! besides units (D-19).

use crate::base::ids::{CompanyId, ContractId};
use crate::base::{Date, Timestamp};
use crate::entities::CONTRACT;
use crate::records::contract;
use crate::server::store::StoreError;
use rusqlite::Connection;
use serde_json::Value as Json;
use std::collections::HashMap;

/// A contract got another end.
pub struct DaysEvent {
    /// The first day that it covers since, or did before.
    pub on: Date,
    pub at: Timestamp,
    pub by_name: String,
    /// `2026-12-31 → 2026-11-15`.
    pub note: String,
}

/// Every change of the ends of a client's contracts, in order.
///
/// # Errors
/// The database's.
pub fn changes(connection: &Connection, company: CompanyId) -> Result<HashMap<ContractId, Vec<DaysEvent>>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT at, actor_name, before, after FROM audit_entry
         WHERE company_id = ?1 AND act IN ('edit_contract', 'write_contract_data') ORDER BY id",
    )?;
    let mut rows = statement.query([company.0])?;
    let mut changes: HashMap<ContractId, Vec<DaysEvent>> = HashMap::new();
    while let Some(row) = rows.next()? {
        let (before, after): (String, String) = (row.get(2)?, row.get(3)?);
        let (Some(before), Some(after)) = (ends(&before), ends(&after)) else {
            continue;
        };
        let first = before.end.min(after.end);
        if before.end == after.end || before.contract != after.contract {
            continue;
        }
        changes.entry(after.contract).or_default().push(DaysEvent {
            on: first.next(),
            at: Timestamp::from_millis(row.get(0)?),
            by_name: row.get(1)?,
            note: format!("{} → {}", shown(before.end), shown(after.end)),
        });
    }
    Ok(changes)
}

/// A contract and its end as the log has them.
struct Ends {
    contract: ContractId,
    end: Date,
}

/// Of an entry about a contract, as Tandem's acts or Autotask's routes write it.
fn ends(entry: &str) -> Option<Ends> {
    let entry: Json = serde_json::from_str(entry).ok()?;
    let (id, end) = match entry.get("entity") {
        Some(entity) if entity == CONTRACT.name => (&entry["row"]["id"], &entry["row"]["endDate"]),
        Some(_) => return None,
        None => (&entry["id"], &entry["fields"]["end"]),
    };
    let day = end.as_str().and_then(|end| Date::parse(end.get(..10)?).ok());
    Some(Ends {
        contract: ContractId(id.as_i64()?),
        end: day.unwrap_or(contract::NO_END),
    })
}

fn shown(end: Date) -> String {
    contract::last_day(end).map_or_else(|| "–".to_owned(), |end| end.to_string())
}
