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
            let shown = match question.month {
                Some(day) => Shown::Month(month(day).first),
                None => Shown::Containing(question.containing.unwrap_or(today)),
            };
            client(connection, &row, shown, today)
        })
        .await
    }
}

/// Which periods are shown.
#[derive(Clone, Copy, Debug)]
pub(super) enum Shown {
    /// Those in which a day lies. Those of several months that began in an earlier one count there.
    Containing(Date),
    /// Those that count in the month that begins on that day ([`Sold::month_of`]).
    Month(Date),
}

/// What a client's services come to in the periods that are shown, before them and after them.
pub(super) struct Around<'a> {
    pub sold: &'a Sold,
    pub now: Vec<Computed>,
    pub before: Vec<Computed>,
    pub next: Vec<Computed>,
    /// What runs on and counts in the month in which it began.
    pub running: Option<Computed>,
}

/// What each service of a client comes to in the periods that are shown.
pub(super) fn around(ledger: &Ledger, shown: Shown, today: Date) -> Vec<Around<'_>> {
    ledger.sold.iter().map(|sold| around_one(sold, shown, today)).collect()
}

fn around_one(sold: &Sold, shown: Shown, today: Date) -> Around<'_> {
    let (this, day) = match shown {
        Shown::Containing(day) => (sold.month_at(day), day),
        Shown::Month(first) => (first, month(first).last),
    };
    // What is owed alone is due from its first day on until it is closed, and counts in the month that it is until then.
    let (owed, is_due) = match shown {
        Shown::Containing(day) => (sold.owed_alone(month(day).last), true),
        Shown::Month(first) => {
            let is_due = first >= month(today).first;
            (sold.owed_alone(month(today.max(first)).last), is_due)
        }
    };
    let next = month(month(this).last.next());
    let mut periods = sold.periods_through(next.last);
    periods.retain(|period| Some(*period) != owed);
    let counted = |first: Date| {
        let own = periods.iter().filter(move |period| sold.month_of(**period) == first);
        own.copied()
    };
    let of = |periods: &mut dyn Iterator<Item = Period>| periods.filter_map(|period| sold.computed(period)).collect();
    Around {
        sold,
        now: of(&mut counted(this).chain(owed.filter(|_| is_due))),
        before: of(&mut counted(month(this.previous()).first)),
        next: of(&mut counted(next.first)),
        running: sold.running(day, this).and_then(|period| sold.computed(period)),
    }
}

pub(super) fn sum(computed: &[Computed]) -> Decimal {
    computed.iter().map(Computed::total).sum()
}

fn client(connection: &Connection, row: &Row, shown: Shown, today: Date) -> Result<ClientBilling, OperationError> {
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
    let around = around(&ledger, shown, today);
    let said = |sold: &Sold, computed: &Computed| statement(sold, computed, today, Some((&events, &ledger)));
    let statements: Vec<_> = around
        .iter()
        .flat_map(|around| around.now.iter().map(|now| said(around.sold, now)))
        .collect();
    let running = around
        .iter()
        .filter_map(|around| Some(said(around.sold, around.running.as_ref()?)));
    let running = running.collect();
    let total = |part: fn(&Around<'_>) -> Decimal| cents(around.iter().map(part).sum());
    Ok(ClientBilling {
        company,
        company_name: name.to_owned(),
        currency: page::currency(connection)?,
        today,
        containing: match shown {
            Shown::Containing(day) | Shown::Month(day) => day,
        },
        month: match shown {
            Shown::Month(first) => Some(first),
            Shown::Containing(_) => None,
        },
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
        running,
    })
}

/// Why a service comes to something else than before. Charges that are billed once stand for themselves.
pub(super) fn changes(around: &Around<'_>) -> Vec<crate::records::administration::billing::Difference> {
    match (around.before.as_slice(), around.now.as_slice()) {
        ([], []) => Vec::new(),
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

/// The last twelve months, each with the periods that count in it ([`Sold::month_of`]).
fn months(ledger: &Ledger, today: Date) -> Vec<MonthTotal> {
    let this = month(today);
    let mut firsts = vec![this.first];
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
        let owed = sold.owed_alone(this.last);
        let periods = sold.periods_through(this.last).into_iter();
        let others = periods.filter(|period| Some(*period) != owed);
        let counted = others.map(|period| (sold.month_of(period), period));
        let counted = counted.filter(|(first, _)| *first >= begin);
        for (first, period) in counted.chain(owed.map(|owed| (this.first, owed))) {
            let Some(computed) = sold.computed(period) else {
                continue;
            };
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
