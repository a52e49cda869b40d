//! An invoice to be read anywhere.

use crate::base::cells;
use crate::domain::licence::Kind;
use crate::records::administration::billing::{Invoice, InvoiceLine, InvoiceSection};
use crate::sentences::Sentences;

/// Cells of a line.
const WIDTH: usize = 78;
/// Cells of the names at its top.
const NAMES: usize = 20;

/// An invoice as text.
pub(super) fn of(sentences: &Sentences, invoice: &Invoice) -> String {
    let head = &invoice.summary;
    let mut lines = vec![
        format!("{} {}", sentences.text("invoice"), cells::sanitise(&head.number)),
        String::new(),
    ];
    lines.extend(facts(sentences, invoice).map(|(name, value)| format!("{}{value}", cells::pad(&name, NAMES))));
    for section in &invoice.sections {
        lines.push(String::new());
        lines.push(format!(
            "{} · {}",
            cells::sanitise(&section.contract_name),
            cells::sanitise(&section.service_name)
        ));
        lines.extend(described(section));
        lines.push(format!("{} – {}", section.period.first, section.period.last));
        lines.extend(section.lines.iter().map(|line| row(sentences, line)));
        lines.push(sum(sentences, "invoice-sum", &sentences.amount(section.total)));
    }
    lines.push(String::new());
    let total = format!("{} {}", sentences.amount(head.total), cells::sanitise(&head.currency));
    lines.push(sum(sentences, "invoice-total", &total));
    format!("{}\n", lines.join("\n"))
}

/// What stands at the top of an invoice: names with their values, harmless.
pub(super) fn facts<'a>(
    sentences: &'a Sentences,
    invoice: &'a Invoice,
) -> impl Iterator<Item = (String, String)> + use<'a> {
    let head = &invoice.summary;
    let by = invoice.by_name.as_ref().map(|name| ("invoice-by", name.clone()));
    [
        ("invoice-provider", invoice.provider.clone()),
        ("invoice-company", head.company_name.clone()),
        ("invoice-through", head.through.to_string()),
        ("invoice-closed-at", head.closed_at.date().to_string()),
    ]
    .into_iter()
    .chain(by)
    .map(|(key, value)| (sentences.text(key).into_owned(), cells::sanitise(&value).into_owned()))
}

/// What a line is, with its days.
pub(super) fn what(sentences: &Sentences, line: &InvoiceLine) -> String {
    let key = match line.kind {
        Kind::Base => "billing-line-base",
        Kind::Increase => "billing-line-increase",
        Kind::Decrease => "billing-line-decrease",
        Kind::Correction => "billing-line-correction",
    };
    sentences.say(key, &[("count", line.units.abs().into())]).into_owned()
}

/// `1 × 20.00 × 21/30`; nothing of a correction.
pub(super) fn multiplied(sentences: &Sentences, line: &InvoiceLine) -> String {
    match line.units {
        0 => String::new(),
        units => format!(
            "{} × {} × {}/{}",
            units.to_string().replace('-', "−"),
            sentences.amount(line.unit_price.amount()),
            line.days,
            line.period_days
        ),
    }
}

/// What is said of a service besides its name, in rows.
fn described(section: &InvoiceSection) -> Vec<String> {
    let Some(description) = &section.description else {
        return Vec::new();
    };
    let clean = cells::sanitise_lines(description.trim());
    cells::wrap_lines(&clean, WIDTH).map(str::to_owned).collect()
}

fn row(sentences: &Sentences, line: &InvoiceLine) -> String {
    format!(
        "  {} {} {} {}",
        cells::pad(&line.on.to_string(), 10),
        cells::pad(&what(sentences, line), 26),
        cells::pad(&multiplied(sentences, line), 22),
        cells::pad_start(&sentences.amount(line.amount), WIDTH - 63)
    )
}

fn sum(sentences: &Sentences, key: &str, amount: &str) -> String {
    let amount = cells::pad_start(amount, 15);
    format!("{} {amount}", cells::pad_start(&sentences.text(key), WIDTH - 16))
}
