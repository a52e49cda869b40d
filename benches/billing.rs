//! How long a year of a provider takes to prorate, 2,000 clients with 50 licence events a month each, and how long its
//! billing takes to open from the local copy (`cargo bench --bench billing`). The first must stay below a second, the
//! second below 100 ms, else the bench fails. Besides, what its server does with them.

mod goal;
mod pane;
mod provider;
#[path = "goal/sampled.rs"]
mod sampled;
mod shipped;

use chrono::NaiveDate;
use criterion::Criterion;
use goal::Goals;
use provider::Provider;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use rust_decimal::Decimal;
use std::error::Error;
use std::time::Duration;
use tandem::base::Date;
use tandem::base::ids::ContactId;
use tandem::domain::licence::proration::prorate;
use tandem::domain::licence::{Anchor, History, LicenceEvent, PeriodType, Prices, Spell, Term};
use tandem::domain::money::Price;

const CLIENTS: u64 = 2_000;
const EVENTS_A_MONTH: u64 = 50;
const MONTHS: u64 = 12;
/// Users who come and go at one client.
const USERS: i64 = 40;

struct Client {
    term: Term,
    events: Vec<LicenceEvent>,
}

fn client(random: &mut StdRng, start: Date) -> Client {
    let anchor = if random.random_bool(0.5) {
        Anchor::Calendar
    } else {
        Anchor::ContractStart
    };
    let mut events: Vec<_> = (0..EVENTS_A_MONTH * MONTHS)
        .map(|_| LicenceEvent {
            user: ContactId(random.random_range(0..USERS)),
            on: Date(start.0 + chrono::Days::new(random.random_range(0..365))),
            holds: random.random_bool(0.5),
        })
        .collect();
    events.sort_by_key(|event| event.on);
    let term = Term {
        start,
        end: None,
        anchor,
    };
    Client { term, events }
}

/// The sum over all clients of a year.
fn year(clients: &[Client], price: Price, through: Date) -> Decimal {
    let total = |client: &Client| -> Decimal {
        let spell = Spell::saved(client.term, client.term.start, None);
        let units = History::new(client.events.iter().copied()).units(&[spell]);
        let periods = client.term.periods_through(PeriodType::Monthly, through);
        let prices = Prices::new([(client.term.start, price)]);
        periods
            .filter_map(|period| prorate(client.term, PeriodType::Monthly, period, &prices, &units))
            .map(|statement| statement.total())
            .sum()
    };
    clients.iter().map(total).sum()
}

fn proration(criterion: &mut Criterion, goals: &mut Goals) {
    let mut random = StdRng::seed_from_u64(5);
    let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).map_or(Date(NaiveDate::MAX), Date);
    let (start, through) = (day(1, 1), day(12, 31));
    let clients: Vec<_> = (0..CLIENTS).map(|_| client(&mut random, start)).collect();
    let name = "a year of 2,000 clients with 50 licence events a month";
    let work = |clients: &Vec<Client>| year(clients, Price::HIGHEST, through);
    goals.measure(criterion, name, Duration::from_secs(1), || &clients, work);
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    let mut goals = Goals::default();
    proration(&mut criterion, &mut goals);
    let provider = Provider::filled()?;
    pane::opening(&mut criterion, &mut goals, provider.overview()?)?;
    provider.measure(&mut criterion, &mut goals)?;
    criterion.final_summary();
    Ok(goals.verdict()?)
}
