//! One client's billing: contracts, the lines of any period with the events behind them, what is to come, what was.

use super::differences::differences;
use super::events::Events;
use super::ledger::{self, Ledger};
use super::sold::{Computed, Sold};
use super::{page, spells, standing, uncovered};
use crate::base::Date;
use crate::base::ids::CompanyId;
use crate::domain::Actor;
use crate::domain::licence::period::month;
use crate::domain::licence::{Kind, Line, Period};
use crate::domain::money::cents;
use crate::domain::permission::Action;
use crate::entities::Row;
use crate::records::administration::billing::{
    ClientBilling, ClientBillingQuestion, CorrectedPeriod, MonthTotal, ServiceStatement, StatementLine,
};
use crate::server::operations::administration::{require, visible_company};
use crate::server::operations::{OperationError, Operations};
use crate::server::store::zones;
use rusqlite::Connection;
use rust_decimal::Decimal;

/// How many months the chart goes back, the present one included.
const MONTHS: usize = 12;

impl Operations {
    /// A client's billing, in the periods that contain a day.
    ///
    /// # Errors
    /// `forbidden` for all but the provider's administrators, `not_found`.
    pub async fn client_billing(
        &self,
        reader: Actor,
        question: ClientBillingQuestion,
    ) -> Result<ClientBilling, OperationError> {
        let now = self.now();
        self.read(move |connection| {
            require(&reader, Action::ManageContracts)?;
            let row = visible_company(connection, &reader, question.company)?;
            let today = zones::today(connection, now)?;
            client(connection, &row, question.containing.unwrap_or(today), today)
        })
        .await
    }
}

/// What a client's services come to around a day, before it and after it.
pub(super) struct Around<'a> {
    pub sold: &'a Sold,
    pub now: Vec<Computed>,
    pub before: Vec<Computed>,
    pub next: Vec<Computed>,
}

/// What each service of a client comes to around a day.
pub(super) fn around(ledger: &Ledger, day: Date) -> Vec<Around<'_>> {
    let of = |sold: &Sold, periods: &[Period]| periods.iter().filter_map(|period| sold.computed(*period)).collect();
    let each = ledger.sold.iter().map(|sold| {
        let mut periods = sold.periods_around(day);
        let mut next = sold.period_after(&periods, day);
        let mut before = sold.periods_before(&periods, day);
        if let Some(owed) = sold.owed_alone(month(day).last) {
            next = next.filter(|period| *period != owed);
            before.retain(|period| *period != owed);
            periods.retain(|period| *period != owed);
            periods.push(owed);
        }
        Around {
            sold,
            now: of(sold, &periods),
            before: of(sold, &before),
            next: of(sold, next.as_slice()),
        }
    });
    each.collect()
}

pub(super) fn sum(computed: &[Computed]) -> Decimal {
    computed.iter().map(Computed::total).sum()
}

fn client(connection: &Connection, row: &Row, day: Date, today: Date) -> Result<ClientBilling, OperationError> {
    let company = CompanyId(row.id());
    let ledger = ledger::of(connection, company)?;
    let spells = spells::saved(connection, company)?;
    let licences = page::count(connection, row)?;
    let contracts = standing::contracts(connection, company, &spells, today)?;
    let to_close = standing::to_close(&ledger, today);
    let warnings = standing::warnings(&ledger, &spells, &contracts, licences, to_close, today);
    let uncovered = uncovered::minutes(connection, today)?
        .remove(&company)
        .unwrap_or_default();
    let events = Events::read(connection, company, spells)?;
    let name = row.text("companyName").unwrap_or_default();
    let around = around(&ledger, day);
    let statements: Vec<_> = around
        .iter()
        .flat_map(|around| {
            around
                .now
                .iter()
                .map(|now| statement(around.sold, now, today, Some((&events, &ledger))))
        })
        .collect();
    let total = |part: fn(&Around<'_>) -> Decimal| cents(around.iter().map(part).sum());
    Ok(ClientBilling {
        company,
        company_name: name.to_owned(),
        currency: page::currency(connection)?,
        today,
        containing: day,
        licences,
        warnings,
        contracts,
        total: total(|around| sum(&around.now)),
        accrued: cents(statements.iter().map(|statement| statement.accrued).sum()),
        before: total(|around| sum(&around.before)),
        next: total(|around| sum(&around.next)),
        changes: around.iter().flat_map(|around| changes(around)).collect(),
        months: months(&ledger, today),
        not_billed: standing::not_billed(company, name, &ledger, licences, uncovered, today),
        statements,
    })
}

/// Why a service comes to something else than before. Charges that are billed once stand for themselves.
pub(super) fn changes(around: &Around<'_>) -> Vec<crate::records::administration::billing::Difference> {
    match (around.before.as_slice(), around.now.as_slice()) {
        ([], []) => Vec::new(),
        ([before], [now]) if before.statement.period == now.statement.period => Vec::new(),
        (before, now) if before.len() <= 1 && now.len() <= 1 => differences(around.sold, before.first(), now.first()),
        (before, now) => {
            let ended = before
                .iter()
                .flat_map(|before| differences(around.sold, Some(before), None));
            let began = now.iter().flat_map(|now| differences(around.sold, None, Some(now)));
            ended.chain(began).collect()
        }
    }
}

/// A service's period as it is shown; without the events where nobody opens lines.
pub(super) fn statement(
    sold: &Sold,
    computed: &Computed,
    today: Date,
    events: Option<(&Events, &Ledger)>,
) -> ServiceStatement {
    let statement = &computed.statement;
    let corrected = |line: &Line| {
        let is_correction = line.kind == Kind::Correction;
        is_correction.then(|| sold.corrected(line, computed.closed.as_ref()))
    };
    let billed = computed.closed.as_ref().map(|closed| closed.at);
    let behind = |line: &Line| match (events, corrected(line)) {
        (Some((events, _)), Some(corrected)) => events.since(sold, line, &corrected),
        (Some((events, ledger)), None) => events.behind(sold, &ledger.history, line, statement.window, billed),
        (None, _) => Vec::new(),
    };
    let lines = statement.lines.iter().map(|line| StatementLine {
        corrects: corrected(line).map(|corrected| CorrectedPeriod {
            period: corrected.period.into(),
            billed: corrected.billed,
            comes_to: corrected.comes_to,
        }),
        kind: line.kind,
        on: line.on,
        units: line.units,
        days: line.days,
        period_days: line.period_days,
        unit_price: line.unit_price,
        amount: line.amount,
        events: behind(line),
    });
    let total = computed.total();
    let is_over = statement.window.last < today;
    ServiceStatement {
        contract: sold.contract.id,
        contract_name: sold.contract.name.clone(),
        contract_service: sold.id,
        is_bundle: sold.offer.is_bundle,
        service_name: sold.offer.name.clone(),
        is_automated: sold.is_automated(today),
        period: statement.period.into(),
        window: statement.window.into(),
        is_closed: computed.closed.is_some(),
        invoice: computed.closed.as_ref().map(|closed| closed.invoice),
        unit_price: statement.price,
        units: sold.units_after(today.min(statement.period.last)),
        lines: lines.collect(),
        total,
        accrued: if is_over { total } else { statement.accrued(today) },
    }
}

/// The last twelve months: each has the periods whose first covered day lies in it.
fn months(ledger: &Ledger, today: Date) -> Vec<MonthTotal> {
    let mut firsts = vec![month(today).first];
    while let Some(last) = firsts.last().filter(|_| firsts.len() < MONTHS) {
        firsts.push(month(last.previous()).first);
    }
    let begin = firsts.last().copied().unwrap_or(today);
    let mut months: Vec<_> = firsts
        .iter()
        .rev()
        .map(|first| MonthTotal {
            month: *first,
            total: Decimal::ZERO,
            is_closed: false,
        })
        .collect();
    let mut open = vec![false; months.len()];
    for sold in &ledger.sold {
        let owed = sold.owed_alone(today);
        let periods = sold.periods_through(today).into_iter();
        let others = periods.filter(|period| period.last >= begin && Some(*period) != owed);
        for period in others.chain(owed) {
            let Some(computed) = sold.computed(period) else {
                continue;
            };
            let first = month(computed.statement.window.first).first;
            let Some(place) = months.iter().position(|month| month.month == first) else {
                continue;
            };
            months[place].total += computed.total();
            if computed.closed.is_some() {
                months[place].is_closed = true;
            } else if !computed.total().is_zero() {
                open[place] = true;
            }
        }
    }
    for (month, open) in months.iter_mut().zip(open) {
        month.total = cents(month.total);
        month.is_closed &= !open;
    }
    months
}
