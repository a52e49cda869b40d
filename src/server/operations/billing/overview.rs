//! All clients: what will be billed this period, what changed since the last one and why, what is not billed and why.

use super::client::{Shown, around, changes, sum};
use super::ledger::{self, Ledger};
use super::spells::{self, Saved};
use super::{page, standing, uncovered};
use crate::base::Date;
use crate::base::ids::CompanyId;
use crate::domain::Actor;
use crate::domain::money::cents;
use crate::domain::permission::Action;
use crate::records::administration::billing::{BilledClient, BillingOverview, ContractStanding};
use crate::server::operations::administration::require;
use crate::server::operations::people::licences;
use crate::server::operations::{OperationError, Operations};
use crate::server::store::{StoreError, zones};
use rusqlite::Connection;
use std::collections::HashMap;

/// Lines of closed periods are needed as far back as the longest period before the present one goes.
const DAYS_BACK: u64 = 2 * 366;

impl Operations {
    /// All clients' billing in short.
    ///
    /// # Errors
    /// `forbidden` for all but the provider's administrators.
    pub async fn billing_overview(&self, reader: Actor) -> Result<BillingOverview, OperationError> {
        let now = self.now();
        self.read(move |connection| {
            require(&reader, Action::ManageContracts)?;
            overview(connection, zones::today(connection, now)?)
        })
        .await
    }
}

/// The day from which on lines of closed periods are read for all clients.
pub(super) fn recent(today: Date) -> Date {
    today
        .0
        .checked_sub_days(chrono::Days::new(DAYS_BACK))
        .map_or(today, Date)
}

fn overview(connection: &Connection, today: Date) -> Result<BillingOverview, OperationError> {
    let mut overview = BillingOverview {
        today,
        currency: page::currency(connection)?,
        clients: Vec::new(),
        total: cents(0.into()),
        before: cents(0.into()),
        to_close: 0,
        not_billed: Vec::new(),
    };
    let ledgers = ledger::all(connection, recent(today))?;
    let clients = Clients::read(connection, today)?;
    for (company, ledger) in &ledgers {
        let Some(name) = clients.names.get(company) else {
            continue;
        };
        let client = client(*company, name, ledger, &clients, today);
        let uncovered = clients.uncovered.get(company).copied().unwrap_or_default();
        overview.total += client.total;
        overview.before += client.before;
        overview.to_close += client.to_close;
        overview.not_billed.extend(standing::not_billed(
            *company,
            name,
            ledger,
            client.licences,
            uncovered,
            today,
        ));
        let is_empty = ledger.sold.is_empty() && client.licences == 0;
        overview.clients.extend(Some(client).filter(|_| !is_empty));
    }
    let urgency = |client: &BilledClient| client.warnings.first().map(|warning| warning.warning);
    overview.clients.sort_by(|left, right| {
        let warned = urgency(right).is_some().cmp(&urgency(left).is_some());
        warned
            .then(urgency(left).cmp(&urgency(right)))
            .then(right.total.cmp(&left.total))
            .then(left.name.cmp(&right.name))
    });
    Ok(overview)
}

/// What is known of all clients besides their ledgers: a statement each, however many clients there are.
struct Clients {
    names: HashMap<CompanyId, String>,
    licences: HashMap<CompanyId, u64>,
    spells: HashMap<CompanyId, Vec<Saved>>,
    /// Contracts that may be worth a warning.
    contracts: HashMap<CompanyId, Vec<ContractStanding>>,
    uncovered: HashMap<CompanyId, i64>,
}

impl Clients {
    fn read(connection: &Connection, today: Date) -> Result<Self, OperationError> {
        let spells = spells::all_saved(connection)?;
        Ok(Self {
            names: names(connection)?,
            licences: licences::of_all(connection)?,
            contracts: standing::running_out(connection, &spells, today)?,
            uncovered: uncovered::minutes(connection, today)?,
            spells,
        })
    }
}

fn names(connection: &Connection) -> Result<HashMap<CompanyId, String>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT id, coalesce(company_name, '') FROM company")?;
    let names = statement.query_map([], |row| Ok((CompanyId(row.get(0)?), row.get(1)?)))?;
    Ok(names.collect::<Result<_, _>>()?)
}

fn client(company: CompanyId, name: &str, ledger: &Ledger, clients: &Clients, today: Date) -> BilledClient {
    let licences = clients.licences.get(&company).copied().unwrap_or_default();
    let spells = clients.spells.get(&company).map_or(&[][..], Vec::as_slice);
    let contracts = clients.contracts.get(&company).map_or(&[][..], Vec::as_slice);
    let around = around(ledger, Shown::Containing(today), today);
    let to_close = standing::to_close(ledger, today);
    BilledClient {
        company,
        name: name.to_owned(),
        licences,
        total: cents(around.iter().map(|around| sum(&around.now)).sum()),
        before: cents(around.iter().map(|around| sum(&around.before)).sum()),
        changes: around.iter().flat_map(|around| changes(around)).collect(),
        to_close,
        warnings: standing::warnings(ledger, spells, contracts, licences, to_close, today),
    }
}
