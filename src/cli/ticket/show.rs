//! `tandem ticket show`: everything about one ticket that this person may see.

use super::acts::checklist;
use super::print::{fields, moment, status};
use super::{Form, find, save};
use crate::base::cells::{sanitise, sanitise_lines};
use crate::cli::connection::Connection;
use crate::cli::context::Context;
use crate::cli::failure::Ended;
use crate::cli::names::KnownNames;
use crate::domain::{Priority, Side};
use crate::entities::Row;
use crate::query::typed::List;
use crate::remote::TicketPart;
use crate::tui::typed::size;
use clap::Args;

/// Which ticket.
#[derive(Debug, Args)]
pub struct ShowArguments {
    /// Its number, or the end of it
    #[arg(value_parser = find::number)]
    number: String,
    #[command(flatten)]
    form: Form,
}

pub(super) async fn run(context: &mut Context<'_>, connection: &Connection, arguments: ShowArguments) -> Ended {
    let ticket = find::ticket(context, connection, &arguments.number).await?;
    let notes = connection.parts(ticket.id(), TicketPart::Notes).await?;
    let time = connection.parts(ticket.id(), TicketPart::Time).await?;
    let history = connection.parts(ticket.id(), TicketPart::History).await?;
    let files = save::files(connection, ticket.id()).await?;
    let checklist = checklist(connection, ticket.id()).await?;
    if arguments.form.json {
        let whole = serde_json::json!({
            "ticket": ticket, "notes": notes, "timeEntries": time, "history": history,
            "attachments": files, "checklistItems": checklist,
        });
        serde_json::to_writer_pretty(&mut *context.out, &whole).map_err(std::io::Error::from)?;
        writeln!(context.out)?;
        return Ok(());
    }
    let mut names = KnownNames::new(connection, context.clock.now());
    names.fetch(connection, &lists()).await?;
    head(context, &ticket, &names)?;
    conversation(context, &notes)?;
    attached(context, &files)?;
    to_tick(context, &checklist)?;
    worked(context, &time)?;
    happened(context, &history)
}

fn lists() -> Vec<List> {
    let sides = Side::BOTH
        .into_iter()
        .flat_map(|side| [List::Statuses(side), List::Queues(side)]);
    sides
        .chain([List::Companies, List::Contacts, List::Resources, List::RequestTypes])
        .collect()
}

fn head(context: &mut Context<'_>, ticket: &Row, names: &KnownNames) -> Ended {
    let text = |field| sanitise(ticket.text(field).unwrap_or_default()).into_owned();
    writeln!(context.out, "{} {}", text("ticketNumber"), text("title"))?;
    for side in Side::BOTH {
        writeln!(context.out, "{}: {}", side.product(), part(ticket, side, names))?;
    }
    let named = [
        (
            "detail-company",
            names.called(List::Companies, ticket.integer("companyID")),
        ),
        (
            "detail-contact",
            names.called(List::Contacts, ticket.integer("contactID")),
        ),
        (
            "detail-request-type",
            names.called(List::RequestTypes, ticket.integer("issueType")),
        ),
        ("detail-item", ticket.text("item").map(str::to_owned)),
        ("detail-created", ticket.time("createDate").map(moment)),
        ("detail-due", ticket.time("dueDateTime").map(moment)),
        ("detail-closed", ticket.time("closedDate").map(moment)),
    ];
    for (name, value) in named {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            writeln!(context.out, "{}: {}", context.text(name), sanitise(&value))?;
        }
    }
    for (name, field) in [
        ("detail-description", "description"),
        ("detail-resolution", "resolution"),
    ] {
        if let Some(value) = ticket.text(field).filter(|value| !value.is_empty()) {
            writeln!(context.out, "\n{}:\n{}", context.text(name), sanitise_lines(value))?;
        }
    }
    Ok(())
}

/// A side's part in one line.
fn part(ticket: &Row, side: Side, names: &KnownNames) -> String {
    let fields = fields(side);
    let mut parts = vec![status(ticket, side, names)];
    let people = match side {
        Side::Autotask => List::Resources,
        Side::Taskfire => List::Contacts,
    };
    let priority = ticket.integer(fields.priority).map(Priority);
    let named = [
        names.called(List::Queues(side), ticket.integer(fields.queue)),
        priority.map(|priority| format!("P{} {}", priority.rank(), priority.label())),
        names.called(people, ticket.integer(fields.assignee)),
    ];
    parts.extend(named.into_iter().flatten().map(|name| sanitise(&name).into_owned()));
    parts.join(" · ")
}

fn conversation(context: &mut Context<'_>, notes: &[Row]) -> Ended {
    if notes.is_empty() {
        return Ok(());
    }
    writeln!(context.out, "\n{}", context.text("show-conversation"))?;
    for note in notes {
        let text = |field| sanitise(note.text(field).unwrap_or_default()).into_owned();
        let at = note.time("createDateTime").map(moment).unwrap_or_default();
        let audience = context.text(match note.text("audience") {
            Some("public") => "audience-both",
            Some("autotask") => "audience-autotask",
            _ => "audience-taskfire",
        });
        writeln!(
            context.out,
            "{at} {} ({}), {audience}:",
            text("authorName"),
            product(note)
        )?;
        for line in sanitise_lines(note.text("description").unwrap_or_default()).lines() {
            writeln!(context.out, "  {line}")?;
        }
    }
    Ok(())
}

/// The product in which whoever wrote a part works.
fn product(row: &Row) -> &'static str {
    let side = row.text("side").and_then(Side::from_word);
    side.map_or("–", Side::product)
}

fn attached(context: &mut Context<'_>, files: &[Row]) -> Ended {
    if files.is_empty() {
        return Ok(());
    }
    writeln!(context.out, "\n{}", context.text("show-files"))?;
    for file in files {
        let size = size::print(u64::try_from(save::size(file)).unwrap_or(u64::MAX));
        let author = sanitise(file.text("authorName").unwrap_or_default());
        writeln!(
            context.out,
            "#{} {}, {size}, {author}",
            file.id(),
            sanitise(save::name(file))
        )?;
    }
    Ok(())
}

fn to_tick(context: &mut Context<'_>, items: &[Row]) -> Ended {
    if items.is_empty() {
        return Ok(());
    }
    writeln!(context.out, "\n{}", context.text("show-checklist"))?;
    for item in items {
        let mark = if item.boolean("isCompleted") == Some(true) {
            "[x]"
        } else {
            "[ ]"
        };
        writeln!(
            context.out,
            "{mark} {}",
            sanitise(item.text("itemName").unwrap_or_default())
        )?;
    }
    Ok(())
}

fn worked(context: &mut Context<'_>, time: &[Row]) -> Ended {
    if time.is_empty() {
        return Ok(());
    }
    writeln!(context.out, "\n{}", context.text("show-time"))?;
    for entry in time {
        let text = |field| sanitise(entry.text(field).unwrap_or_default()).into_owned();
        let day = entry
            .time("dateWorked")
            .map(|at| at.date().to_string())
            .unwrap_or_default();
        let minutes = entry.integer("minutes").unwrap_or_default();
        let said = context.say("minutes", &[("count", minutes.into())]);
        writeln!(
            context.out,
            "{day} {}: {said}, {}",
            text("authorName"),
            text("summaryNotes")
        )?;
    }
    Ok(())
}

fn happened(context: &mut Context<'_>, history: &[Row]) -> Ended {
    if history.is_empty() {
        return Ok(());
    }
    writeln!(context.out, "\n{}", context.text("show-history"))?;
    for entry in history {
        let text = |field| sanitise(entry.text(field).unwrap_or_default()).into_owned();
        let at = entry.time("date").map(moment).unwrap_or_default();
        let detail = text("detail");
        let detail = if detail.is_empty() {
            detail
        } else {
            format!(": {detail}")
        };
        writeln!(
            context.out,
            "{at} {} ({}), {}{detail}",
            text("authorName"),
            product(entry),
            text("action")
        )?;
    }
    Ok(())
}
