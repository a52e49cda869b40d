//! An invoice, and clients' lines for an accounting system, as tables: a line each, with numbers as programs read them.

use super::NotWritten;
use crate::base::cells;
use crate::domain::licence::Kind;
use crate::domain::money::Price;
use crate::records::administration::billing::{ClientBilling, Days, Invoice};
use rust_decimal::Decimal;

/// What every table says of a line, after what it says of whose line it is.
const LINE: [&str; 8] = [
    "kind",
    "on",
    "units",
    "days",
    "periodDays",
    "unitPrice",
    "amount",
    "currency",
];

/// A billed line.
struct Billed<'a> {
    kind: Kind,
    on: crate::base::Date,
    units: i64,
    days: i64,
    period_days: i64,
    unit_price: Price,
    amount: Decimal,
    currency: &'a str,
}

impl Billed<'_> {
    fn cells(&self) -> [String; LINE.len()] {
        [
            self.kind.word().to_owned(),
            self.on.to_string(),
            self.units.to_string(),
            self.days.to_string(),
            self.period_days.to_string(),
            self.unit_price.to_string(),
            self.amount.to_string(),
            self.currency.to_owned(),
        ]
    }
}

/// An invoice as CSV.
pub(super) fn invoice(invoice: &Invoice) -> Result<String, NotWritten> {
    let head = &invoice.summary;
    let rows = invoice.sections.iter().flat_map(|section| {
        section.lines.iter().map(move |line| {
            let mut row = vec![
                head.number.clone(),
                cell(&head.company_name),
                line.id.to_string(),
                cell(&section.contract_name),
                cell(&section.service_name),
                cell(section.description.as_deref().unwrap_or_default()),
            ];
            row.extend(days(section.period));
            let billed = Billed {
                kind: line.kind,
                on: line.on,
                units: line.units,
                days: line.days,
                period_days: line.period_days,
                unit_price: line.unit_price,
                amount: line.amount,
                currency: &head.currency,
            };
            row.extend(billed.cells());
            row
        })
    });
    let whose = [
        "invoice",
        "company",
        "item",
        "contract",
        "service",
        "description",
        "periodFirst",
        "periodLast",
    ];
    table(&whose, rows)
}

/// All lines of the periods that are shown, as CSV.
pub(super) fn clients(clients: &[ClientBilling]) -> Result<String, NotWritten> {
    let statements = clients
        .iter()
        .flat_map(|billing| billing.statements.iter().map(move |statement| (billing, statement)));
    let rows = statements.flat_map(|(billing, statement)| {
        statement.lines.iter().map(move |line| {
            let mut row = vec![
                billing.company.to_string(),
                cell(&billing.company_name),
                statement.contract.to_string(),
                cell(&statement.contract_name),
                statement.contract_service.to_string(),
                cell(&statement.service_name),
                statement.invoice.map(|invoice| invoice.to_string()).unwrap_or_default(),
            ];
            row.extend(days(statement.period));
            row.push(if statement.is_closed { "closed" } else { "open" }.to_owned());
            let billed = Billed {
                kind: line.kind,
                on: line.on,
                units: line.units,
                days: line.days,
                period_days: line.period_days,
                unit_price: line.unit_price,
                amount: line.amount,
                currency: &billing.currency,
            };
            row.extend(billed.cells());
            row
        })
    });
    let whose = [
        "companyID",
        "company",
        "contractID",
        "contract",
        "contractServiceID",
        "service",
        "invoiceID",
        "periodFirst",
        "periodLast",
        "state",
    ];
    table(&whose, rows)
}

fn days(days: Days) -> [String; 2] {
    [days.first.to_string(), days.last.to_string()]
}

fn table(whose: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> Result<String, NotWritten> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(whose.iter().chain(&LINE))?;
    for row in rows {
        writer.write_record(row)?;
    }
    let bytes = writer.into_inner().map_err(|error| NotWritten(error.to_string()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A foreign text for a cell of a table: a spreadsheet would compute one that begins like a formula.
fn cell(text: &str) -> String {
    let clean = cells::sanitise(text);
    match clean.starts_with(['=', '+', '-', '@', '\t']) {
        true => format!("'{clean}"),
        false => clean.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula() {
        assert_eq!(cell("=1+1"), "'=1+1");
        assert_eq!(cell("Acme"), "Acme");
    }
}
