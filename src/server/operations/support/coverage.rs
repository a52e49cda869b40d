//! What a contract covers of a ticket's time: of what is logged, and of an entry that somebody thinks of logging.

use super::{contracts, debit, settings};
use crate::base::Date;
use crate::base::ids::{ContractId, TicketId, TimeEntryId};
use crate::domain::contract::{Entry, Ledger};
use crate::domain::time_entry::LONGEST_ENTRY;
use crate::domain::{Actor, Refusal, Side};
use crate::records::administration::support::{CoverageQuestion, Minutes, TicketCoverage};
use crate::server::operations::change::visible_ticket;
use crate::server::operations::{OperationError, Operations};
use crate::server::reader::Reader;
use crate::server::store::StoreError;
use crate::server::store::zones;
use rusqlite::Connection;

impl Operations {
    /// What a contract covers of a ticket's time; for the provider's people.
    ///
    /// # Errors
    /// `forbidden` to clients' people, `not_found`, `out_of_range` for more minutes than an entry takes.
    pub async fn coverage(&self, actor: Actor, asked: CoverageQuestion) -> Result<TicketCoverage, OperationError> {
        let now = self.now();
        self.read(move |connection| {
            if actor.side() != Side::Autotask {
                return Err(Refusal::Forbidden.into());
            }
            if !(0..=LONGEST_ENTRY).contains(&asked.minutes) {
                let limit = LONGEST_ENTRY;
                return Err(Refusal::OutOfRange {
                    field: "minutes",
                    limit,
                }
                .into());
            }
            let reader = Reader::of(connection, &actor, now)?;
            let ticket = visible_ticket(connection, &reader, asked.ticket)?;
            let contract = ticket.integer("contractID").map(ContractId);
            let today = zones::today(connection, now)?;
            let mut answer = TicketCoverage {
                is_active: settings::load(connection)?.active.is_some(),
                is_held: ticket.boolean("isHeldForContract").unwrap_or_default(),
                logged: logged(connection, asked.ticket)?,
                ..planned(connection, contract, &asked, today)?
            };
            answer.contract = match contract {
                Some(contract) => match contracts::get(connection, contract)? {
                    Some(contract) => Some(contracts::shown(connection, &contract, today)?),
                    None => None,
                },
                None => None,
            };
            Ok(answer)
        })
        .await
    }
}

/// What became of the ticket's time.
fn logged(connection: &Connection, ticket: TicketId) -> Result<Minutes, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT coalesce(sum(covered_minutes), 0), coalesce(sum(uncovered_minutes), 0), coalesce(sum(carried_minutes), 0),
           coalesce(sum((SELECT sum(minutes) FROM time_debit
             WHERE time_debit.time_entry_id = time_entry.id AND kind = 'carried')), 0)
         FROM time_entry WHERE ticket_id = ?1 AND side = 'autotask'",
    )?;
    Ok(statement.query_row([ticket.0], |row| {
        let (carried, debited): (i64, i64) = (row.get(2)?, row.get(3)?);
        Ok(Minutes {
            covered: row.get(0)?,
            uncovered: row.get(1)?,
            carried,
            waiting: carried - debited,
        })
    })?)
}

/// What would become of an entry that is logged now.
fn planned(
    connection: &Connection,
    contract: Option<ContractId>,
    asked: &CoverageQuestion,
    today: Date,
) -> Result<TicketCoverage, StoreError> {
    let mut answer = TicketCoverage::default();
    answer.planned.uncovered = asked.minutes;
    let Some(option) = settings::load(connection)?.active else {
        return Ok(answer);
    };
    let contract = match contract {
        Some(contract) => debit::debited(connection, contract, asked.ticket)?,
        None => None,
    };
    if let Some(contract) = contract {
        let mut ledger = Ledger::open(debit::chain(connection, &contract)?, option, today);
        let coverage = ledger.log(&Entry {
            id: TimeEntryId(i64::MAX),
            contract: contract.id,
            worked_on: asked.day.unwrap_or(today),
            logged_on: today,
            minutes: asked.minutes,
        });
        answer.planned = Minutes {
            covered: coverage.covered,
            uncovered: coverage.uncovered,
            carried: coverage.carried,
            waiting: coverage.waiting,
        };
    }
    Ok(answer)
}
