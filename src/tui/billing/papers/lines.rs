//! Clients' lines as a table, for an accounting system.

use super::{NotWritten, cell, table};
use crate::records::administration::billing::ClientBilling;

/// All lines of the periods that are shown, as CSV.
pub(super) fn csv(clients: &[ClientBilling]) -> Result<String, NotWritten> {
    let statements = clients
        .iter()
        .flat_map(|billing| billing.statements.iter().map(move |statement| (billing, statement)));
    let rows = statements.flat_map(|(billing, statement)| {
        statement.lines.iter().map(move |line| {
            [
                billing.company.to_string(),
                cell(&billing.company_name),
                cell(&statement.contract_name),
                cell(&statement.service_name),
                statement.period.first.to_string(),
                statement.period.last.to_string(),
                if statement.is_closed { "closed" } else { "open" }.to_owned(),
                line.kind.word().to_owned(),
                line.on.to_string(),
                line.units.to_string(),
                line.days.to_string(),
                line.period_days.to_string(),
                line.unit_price.to_string(),
                line.amount.to_string(),
                billing.currency.clone(),
            ]
        })
    });
    let headings = [
        "companyID",
        "company",
        "contract",
        "service",
        "periodFirst",
        "periodLast",
        "state",
        "kind",
        "on",
        "units",
        "days",
        "periodDays",
        "unitPrice",
        "amount",
        "currency",
    ];
    table(headings, rows)
}
