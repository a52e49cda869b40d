//! An invoice as a table: a line each, with numbers as programs read them.

use super::{NotWritten, cell, table};
use crate::records::administration::billing::Invoice;

/// An invoice as CSV.
pub(super) fn csv(invoice: &Invoice) -> Result<String, NotWritten> {
    let head = &invoice.summary;
    let rows = invoice.sections.iter().flat_map(|section| {
        section.lines.iter().map(move |line| {
            [
                head.number.clone(),
                cell(&head.company_name),
                line.id.to_string(),
                cell(&section.contract_name),
                cell(&section.service_name),
                section.period.first.to_string(),
                section.period.last.to_string(),
                line.kind.word().to_owned(),
                line.on.to_string(),
                line.units.to_string(),
                line.days.to_string(),
                line.period_days.to_string(),
                line.unit_price.to_string(),
                line.amount.to_string(),
                head.currency.clone(),
            ]
        })
    });
    let headings = [
        "invoice",
        "company",
        "item",
        "contract",
        "service",
        "periodFirst",
        "periodLast",
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
