//! `tandem billing close`: what closing would do, then the day typed again, then closed for good. Where anything is
//! otherwise by then, as when somebody else closed meanwhile, the server refuses.

use super::typed::day;
use super::{ask, invoices, json, print, statement, words};
use crate::base::Date;
use crate::base::cells::sanitise;
use crate::cli::connection::Connection;
use crate::cli::context::Context;
use crate::cli::failure::{Ended, Exit, Failure};
use crate::cli::ticket::Form;
use crate::records::administration::billing::{Closed, Closing, ClosingPreview, ClosingQuestion};
use crate::tui::billing::words::Words;
use clap::Args;
use rust_decimal::Decimal;

/// Which periods are closed, and whether that is asked about first.
#[derive(Debug, Args)]
pub struct CloseArguments {
    /// One client's periods only: its name, or as much of it as is clear
    client: Option<String>,
    /// Close all periods that end on this day or before, as in 2026-10-31
    #[arg(long, value_name = "DAY", value_parser = day)]
    through: Date,
    /// Show what would be closed, and close nothing
    #[arg(long, conflicts_with = "yes")]
    preview: bool,
    /// Close what the preview shows without asking
    #[arg(long)]
    yes: bool,
    #[command(flatten)]
    form: Form,
}

pub(super) async fn run(context: &mut Context<'_>, connection: &Connection, arguments: CloseArguments) -> Ended {
    let company = ask::company_if_named(context, connection, arguments.client.as_deref()).await?;
    let through = Some(arguments.through);
    let preview = ask::closing(connection, ClosingQuestion { through, company }).await?;
    show(context, &arguments, &preview)?;
    if arguments.preview {
        return Ok(());
    }
    if preview.clients.is_empty() {
        let day = [("date", preview.through.to_string().into())];
        return Err(Failure::new(Exit::Refused, context.say("closing-nothing", &day)));
    }
    if !arguments.yes {
        confirm(context, preview.through)?;
    }
    let closing = Closing {
        through: preview.through,
        company,
        seen: preview.digest.clone(),
    };
    let closed = ask::close(context, connection, closing).await?;
    if arguments.form.json {
        return json(context.out, &closed);
    }
    let lines = done(&words(context), &closed, &preview.currency);
    print(context.out, &lines)
}

/// Shows what would be closed. Where the answer goes to another program, people read the preview beside it.
fn show(context: &mut Context<'_>, arguments: &CloseArguments, preview: &ClosingPreview) -> Ended {
    if arguments.preview && arguments.form.json {
        return json(context.out, preview);
    }
    let lines = lines(&words(context), preview);
    let out = if arguments.form.json {
        &mut *context.notes
    } else {
        &mut *context.out
    };
    print(out, &lines)?;
    Ok(out.flush()?)
}

/// Has the day typed again, for it can't be taken back.
fn confirm(context: &mut Context<'_>, through: Date) -> Ended {
    writeln!(context.notes, "{}", context.text("closing-for-good"))?;
    let day = through.to_string();
    let question = context.say("closing-other-day", &[("date", day.as_str().into())]);
    match context.typed(&question)?.trim() == day {
        true => Ok(()),
        false => Err(Failure::new(
            Exit::Refused,
            context.say("billing-not-closed", &[("date", day.into())]),
        )),
    }
}

fn lines(words: &Words<'_>, preview: &ClosingPreview) -> Vec<String> {
    let left_out = preview.left_out.iter().map(|client| {
        let name = sanitise(&client.name);
        format!("! {}", words.say("closing-left-out", &[("client", (&*name).into())]))
    });
    let mut lines: Vec<_> = left_out.collect();
    if preview.clients.is_empty() {
        let day = [("date", preview.through.to_string().into())];
        lines.push(words.say("closing-nothing", &day).into_owned());
        return lines;
    }
    for client in &preview.clients {
        lines.push(sanitise(&client.name).into_owned());
        lines.extend(client.statements.iter().flat_map(|one| statement::lines(words, one)));
        let total = words.money(client.total, &preview.currency);
        lines.push(format!("{}: {total}", words.text("invoice-total")));
        lines.push(String::new());
    }
    let sums = (preview.periods, preview.clients.len(), preview.total);
    lines.push(summary(words, "closing-sums", preview.through, sums, &preview.currency));
    lines
}

fn done(words: &Words<'_>, closed: &Closed, currency: &str) -> Vec<String> {
    let sums = (closed.periods, closed.invoices.len(), closed.total);
    let mut lines = vec![summary(words, "closing-done", closed.through, sums, currency)];
    lines.extend(invoices::lines(words, &closed.invoices));
    lines
}

/// Periods, invoices and sum.
fn summary(
    words: &Words<'_>,
    key: &str,
    through: Date,
    (periods, invoices, total): (u64, usize, Decimal),
    currency: &str,
) -> String {
    let arguments = [
        ("periods", periods.into()),
        ("invoices", invoices.into()),
        ("total", words.money(total, currency).into()),
        ("date", words.date(through).into()),
    ];
    words.say(key, &arguments).into_owned()
}
