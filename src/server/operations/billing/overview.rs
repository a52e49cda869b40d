//! All clients: what will be billed this period, what changed since the last one and why, what is not billed and why.

use super::client::{around, changes, sum};
use super::ledger::{self, Ledger};
use super::{automation, page, standing, uncovered};
use crate::base::Date;
use crate::base::ids::CompanyId;
use crate::domain::Actor;
use crate::domain::money::cents;
use crate::domain::permission::Action;
use crate::entities::{COMPANY, Row};
use crate::records::administration::billing::{BilledClient, BillingOverview};
use crate::server::operations::administration::require;
use crate::server::operations::{OperationError, Operations};
use crate::server::store::rows;
use crate::server::store::zones;
use rusqlite::Connection;

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
    let uncovered = uncovered::minutes(connection, today)?;
    for (company, ledger) in ledger::all(connection, recent(today))? {
        let Some(row) = rows::get(connection, &COMPANY, company.0)? else {
            continue;
        };
        let client = client(connection, &row, &ledger, today)?;
        let uncovered = uncovered.get(&company).copied().unwrap_or_default();
        overview.total += client.total;
        overview.before += client.before;
        overview.to_close += client.to_close;
        overview
            .not_billed
            .extend(standing::not_billed(&row, &ledger, client.licences, uncovered, today));
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

fn client(connection: &Connection, row: &Row, ledger: &Ledger, today: Date) -> Result<BilledClient, OperationError> {
    let company = CompanyId(row.id());
    let licences = page::count(connection, row)?;
    let spells = automation::saved(connection, company)?;
    let contracts = standing::contracts(connection, company, &spells, today)?;
    let around = around(ledger, today);
    let to_close = ledger
        .sold
        .iter()
        .map(|sold| sold.to_close(today.previous()).len())
        .sum::<usize>();
    Ok(BilledClient {
        company,
        name: row.text("companyName").unwrap_or_default().to_owned(),
        licences,
        total: cents(around.iter().map(|around| sum(&around.now)).sum()),
        before: cents(around.iter().map(|around| sum(&around.before)).sum()),
        changes: around.iter().flat_map(|around| changes(around)).collect(),
        to_close: to_close as u64,
        warnings: standing::warnings(ledger, &spells, &contracts, licences, today),
    })
}
