//! `tandem billing contract add-service`, `change-units` and `change-price`: what is sold on a contract.

use super::Which;
use crate::base::Date;
use crate::cli::billing::act::ActForm;
use crate::cli::billing::typed::{day, price, units};
use crate::cli::billing::{ask, print, table, words};
use crate::cli::connection::Connection;
use crate::cli::context::Context;
use crate::cli::failure::Ended;
use crate::cli::names::meant;
use crate::domain::money::Price;
use crate::records::administration::Administration;
use crate::records::administration::billing::Days;
use crate::records::administration::contracts::{
    ContractPage, ContractServiceLine, NewContractService, PriceChange, Sold, UnitsChange,
};
use crate::tui::billing::statement;
use crate::tui::billing::words::Words;
use clap::Args;

/// The keys of the columns' names.
const COLUMNS: [&str; 5] = [
    "service",
    "service-period",
    "billing-column-units",
    "service-column-price",
    "billing-column-amount",
];
/// Those of them that have numbers.
const NUMBERS: [usize; 3] = [2, 3, 4];

/// What is to be sold.
#[derive(Debug, Args)]
pub struct AddArguments {
    #[command(flatten)]
    which: Which,
    /// A service or bundle of the catalogue: its name, or as much of it as is clear
    service: String,
    /// What a unit costs here; the catalogue's price where nothing is said
    #[arg(long, allow_negative_numbers = true, value_parser = price)]
    price: Option<Price>,
    /// How many units it begins with; 0 where it is to bill licences, since automation sets its units
    #[arg(long, default_value = "1", allow_negative_numbers = true, value_parser = units)]
    units: i64,
    /// From which day, as in 2026-12-01; from today, or the contract's first day, where none is said
    #[arg(long, value_name = "DAY", value_parser = day)]
    from: Option<Date>,
    #[command(flatten)]
    form: ActForm,
}

pub(super) async fn add(context: &mut Context<'_>, connection: &Connection, arguments: AddArguments) -> Ended {
    let id = arguments.which.contract;
    let page = ask::contract(connection, id).await?;
    let begins = page.today.max(page.fields.start);
    let from = match arguments.units {
        // No day matters where nothing begins on one.
        0 => arguments.from,
        _ => Some(arguments.form.day(context, arguments.from, begins, "from")?),
    };
    let new = NewContractService {
        sold: sold(context, &page, &arguments.service)?,
        unit_price: arguments.price,
        units: arguments.units,
        from,
    };
    let act = Administration::AddContractService(id, new);
    let line: ContractServiceLine = arguments.form.carry_out(context, connection, &act).await?;
    let added = [
        ("service", line.name.as_str().into()),
        ("contract", page.fields.name.as_str().into()),
    ];
    let said = context.say("service-added", &added);
    told(context, arguments.form, &page, &line, &said)
}

/// What a name means in the catalogue.
fn sold(context: &Context<'_>, page: &ContractPage, name: &str) -> Ended<Sold> {
    let services = page.catalogue.iter().filter(|service| service.fields.is_active);
    let services = services.map(|service| (Sold::Service(service.id), service.fields.name.as_str()));
    let bundles = page.bundles.iter();
    let bundles = bundles.map(|bundle| (Sold::Bundle(bundle.id), bundle.name.as_str()));
    let all: Vec<(Sold, &str)> = services.chain(bundles).collect();
    Ok(meant(context, &all, |(_, name)| name, name)?.0)
}

/// How many more or fewer, from when on (BLX-02).
#[derive(Debug, Args)]
pub struct UnitsArguments {
    #[command(flatten)]
    which: Which,
    /// A service on the contract: its name, or as much of it as is clear
    service: String,
    /// How many more, as in 3; fewer where negative, as in -1
    #[arg(allow_hyphen_values = true, value_parser = units)]
    change: i64,
    /// The first day on which that holds, as in 2026-12-01; today where none is said
    #[arg(long, value_name = "DAY", value_parser = day)]
    from: Option<Date>,
    /// Why, for the contract's notes
    #[arg(long, default_value = "")]
    note: String,
    #[command(flatten)]
    form: ActForm,
}

pub(super) async fn change_units(
    context: &mut Context<'_>,
    connection: &Connection,
    arguments: UnitsArguments,
) -> Ended {
    let page = ask::contract(connection, arguments.which.contract).await?;
    let service = on_contract(context, &page, &arguments.service)?.contract_service;
    let change = UnitsChange {
        change: arguments.change,
        from: arguments.from,
        note: arguments.note,
    };
    let changed = [
        ("count", context.sentences.signed_count(change.change).into()),
        ("date", change.from.unwrap_or(page.today).to_string().into()),
    ];
    let act = Administration::ChangeUnits(service, change);
    let line: ContractServiceLine = arguments.form.carry_out(context, connection, &act).await?;
    let [count, date] = changed;
    let said = context.say("units-changed", &[("service", line.name.as_str().into()), count, date]);
    told(context, arguments.form, &page, &line, &said)
}

/// What a unit is to cost (D-46).
#[derive(Debug, Args)]
pub struct PriceArguments {
    #[command(flatten)]
    which: Which,
    /// A service on the contract: its name, or as much of it as is clear
    service: String,
    /// What a unit costs from the next period on, as in 18.50
    #[arg(allow_hyphen_values = true, value_parser = price)]
    price: Price,
    #[command(flatten)]
    form: ActForm,
}

pub(super) async fn change_price(
    context: &mut Context<'_>,
    connection: &Connection,
    arguments: PriceArguments,
) -> Ended {
    let page = ask::contract(connection, arguments.which.contract).await?;
    let service = on_contract(context, &page, &arguments.service)?.contract_service;
    let unit_price = arguments.price;
    let act = Administration::ChangePrice(service, PriceChange { unit_price });
    let line: ContractServiceLine = arguments.form.carry_out(context, connection, &act).await?;
    let price = words(context).money(unit_price.amount(), &page.currency);
    let changed = [("service", line.name.as_str().into()), ("price", price.into())];
    let said = context.say("price-changed", &changed);
    told(context, arguments.form, &page, &line, &said)
}

/// What a name means on the contract; where two are called so, their numbers there tell them apart.
fn on_contract<'p>(context: &Context<'_>, page: &'p ContractPage, name: &str) -> Ended<&'p ContractServiceLine> {
    let number = name.trim().trim_start_matches('#').parse::<i64>().ok();
    let numbered = page.services.iter().find(|line| Some(line.contract_service) == number);
    match numbered {
        Some(line) => Ok(line),
        None => meant(context, &page.services, |line| &line.name, name),
    }
}

/// What was done, then the service as it is afterwards.
fn told(
    context: &mut Context<'_>,
    form: ActForm,
    page: &ContractPage,
    line: &ContractServiceLine,
    said: &str,
) -> Ended {
    if !form.told(context, line, said)? {
        return Ok(());
    }
    let lines = lines(&words(context), std::slice::from_ref(line), &page.currency);
    print(context.out, &lines)
}

/// Services as a table, each followed by its units by day.
pub(super) fn lines(words: &Words<'_>, services: &[ContractServiceLine], currency: &str) -> Vec<String> {
    let mut rows = vec![COLUMNS.map(|key| words.text(key).into_owned())];
    rows.extend(services.iter().map(|line| {
        [
            line.name.clone(),
            words.text(statement::period_key(line.period)).into_owned(),
            line.units.to_string(),
            words.amount(line.unit_price.amount()),
            words.amount(line.total),
        ]
    }));
    let mut rows = table::lines(&rows, &NUMBERS).into_iter();
    let mut lines: Vec<String> = rows.next().into_iter().collect();
    for (row, line) in rows.zip(services) {
        lines.push(row);
        lines.extend(by_day(words, line, currency));
    }
    lines
}

/// That it bills licences, a coming price, its units day by day.
fn by_day(words: &Words<'_>, line: &ContractServiceLine, currency: &str) -> Vec<String> {
    let reserved = line.is_reserved.then(|| words.text("service-reserved").into_owned());
    let coming = line.coming_price.map(|coming| {
        let arguments = [
            ("price", words.money(coming.unit_price.amount(), currency).into()),
            ("date", words.date(coming.from).into()),
        ];
        words.say("price-coming", &arguments).into_owned()
    });
    let segments = line.segments.iter().map(|segment| {
        let days = words.span(Days {
            first: segment.first,
            last: segment.last,
        });
        let price = words.amount(segment.unit_price.amount());
        format!("{days}  {} × {price}", segment.units)
    });
    let said = reserved.into_iter().chain(coming).chain(segments);
    said.map(|said| format!("  {said}")).collect()
}
