//! What the server does with a provider of 2,000 clients, each with a contract that bills licences, its users' levels and two
//! years of closed months: all of it in short, one change of level, a day that brings nothing.

use crate::goal::Goals;
use criterion::Criterion;
use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tandem::base::ids::CompanyId;
use tandem::base::{Date, ManualClock, Timestamp, Zone};
use tandem::domain::{Actor, Agency, Person, SecurityLevel};
use tandem::records::administration::billing::BillingOverview;
use tandem::server::Operations;
use tandem::server::operations::billing::segments;
use tandem::server::operations::people::{self, NewResource};
use tandem::server::store::{Database, Instance, Writing};
use tempfile::TempDir;
use tokio::runtime::Runtime;

const CLIENTS: u32 = 2_000;
/// People of each who come and go.
const USERS: u32 = 40;
const NOW: &str = "2026-12-10T10:00:00Z";

/// Clients, contracts and their services have the numbers from 1 on.
const CLIENTS_OF_IT: &str = "
    INSERT INTO service (id, name, period_type, is_active, unit_price) VALUES (1, 'Fee', 2, 1, 200000);
    WITH RECURSIVE number (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM number WHERE id < ?1)
      INSERT INTO company (id, company_name, company_type, is_active, is_task_fire_active)
      SELECT id, 'Client ' || id, 1, 1, 1 FROM number;
    INSERT INTO contract (id, company_id, contract_name, contract_type, status, start_date, end_date, anchor)
      SELECT id, id, 'Taskfire', 7, 1, unixepoch('2024-11-01') * 1000, unixepoch('2027-12-31') * 1000, 'calendar'
      FROM company WHERE id > 0;
    INSERT INTO contract_service (id, contract_id, service_id, unit_price) SELECT id, id, 1, 200000 FROM contract;
    INSERT INTO billing_automation (company_id, contract_id, contract_service_id, service_id, from_day, starts_with,
      saved_at, by_person, by_name) SELECT id, id, id, 1, '2024-11-01', 'held', 0, 'resource 1', 'Ada' FROM contract;
    WITH RECURSIVE number (id) AS (SELECT 0 UNION ALL SELECT id + 1 FROM number WHERE id < ?2 - 1)
      INSERT INTO contact (id, company_id, first_name, is_active, security_level)
      SELECT company.id * ?2 + number.id, company.id, 'User', 1, 4 FROM company, number WHERE company.id > 0;
    WITH RECURSIVE change (number) AS (SELECT 0 UNION ALL SELECT number + 1 FROM change WHERE number < 20)
      INSERT INTO level_history (contact_id, level, is_licence, day, at, by_person, company_id)
      SELECT contact.id, CASE number % 2 WHEN 0 THEN 4 ELSE 1 END, number % 2 = 0,
        date('2024-11-01', (number * 35 + contact.id % 28) || ' days'), 0, 'resource 1', company_id
      FROM contact, change ORDER BY change.number;
    WITH RECURSIVE month (number) AS (SELECT 0 UNION ALL SELECT number + 1 FROM month WHERE number < 23)
      INSERT INTO closed_period (company_id, contract_id, contract_service_id, starts, ends, total, invoice_id,
        closed_at, by_person, by_name)
      SELECT id, id, id, date('2024-11-01', number || ' months'),
        date('2024-11-01', (number + 1) || ' months', '-1 day'), 8000000, 1, 0, 'resource 1', 'Ada'
      FROM contract, month;
    INSERT INTO billing_item (id, billing_item_type, sub_type, company_id, contract_id, quantity, days, period_days,
        rate, total_amount, line_kind, line_day, closed_period_id)
      SELECT id, 11, 1, company_id, contract_id, 400000, 30, 30, 200000, 8000000, 'base',
        unixepoch(starts) * 1000, id FROM closed_period;";

/// Fills a new database, and says who asks.
async fn filled(folder: &Path) -> Result<(Operations, Actor), Box<dyn Error>> {
    let now = Timestamp::parse(NOW)?;
    let instance = Instance {
        name: "Northwind Managed IT".to_owned(),
        zone: Zone::UTC,
    };
    let database = Database::open(&folder.join("desk.sqlite"), &instance, now)?;
    let operations = Operations::new(database, Arc::new(ManualClock::new(now)));
    let ada = NewResource {
        user_name: "ada".to_owned(),
        first_name: "Ada".to_owned(),
        last_name: "Lund".to_owned(),
        email: "ada@northwind.test".to_owned(),
        level: SecurityLevel::ProviderAdmin,
        password: None,
    };
    let ada = operations.create_resource(ada).await?;
    let script = CLIENTS_OF_IT
        .replace("?1", &CLIENTS.to_string())
        .replace("?2", &USERS.to_string());
    operations
        .write(move |writing| Ok(writing.execute_batch(&script)?))
        .await?;
    let actor = operations
        .read(move |connection| Ok(people::actor(connection, Person::Resource(ada), Agency::Human)?))
        .await?;
    Ok((operations, actor.ok_or("nobody asks")?))
}

/// The server, and who asks it.
pub struct Provider {
    runtime: Runtime,
    operations: Operations,
    asks: Actor,
    _folder: TempDir,
}

impl Provider {
    /// Fills it.
    ///
    /// # Errors
    /// The database's.
    pub fn filled() -> Result<Self, Box<dyn Error>> {
        let runtime = Runtime::new()?;
        let folder = tempfile::tempdir()?;
        let (operations, asks) = runtime.block_on(filled(folder.path()))?;
        runtime.block_on(operations.tick())?;
        Ok(Self {
            runtime,
            operations,
            asks,
            _folder: folder,
        })
    }

    /// All clients in short.
    ///
    /// # Errors
    /// The server's.
    pub fn overview(&self) -> Result<BillingOverview, Box<dyn Error>> {
        Ok(self
            .runtime
            .block_on(self.operations.billing_overview(self.asks.clone()))?)
    }

    /// Measures what it does.
    ///
    /// # Errors
    /// The server's.
    pub fn measure(&self, criterion: &mut Criterion, goals: &mut Goals) -> Result<(), Box<dyn Error>> {
        assert_eq!(self.overview()?.clients.len(), 2_000);
        let today = Date::parse("2026-12-10")?;
        let (nothing, wait) = (|| (), |of: u64| Duration::from_millis(of));
        let name = "the server: all of them in short";
        goals.measure(criterion, name, wait(3_000), nothing, |()| self.overview().ok());
        let name = "the server: a day that brings nothing";
        goals.measure(criterion, name, wait(50), nothing, |()| {
            self.runtime.block_on(self.operations.tick())
        });
        let name = "the server: units after a change of level";
        goals.measure(criterion, name, wait(50), nothing, |()| {
            let follow = move |writing: &Writing<'_>| segments::follow_licences(writing, CompanyId(7), today);
            self.runtime.block_on(self.operations.write(follow))
        });
        Ok(())
    }
}
