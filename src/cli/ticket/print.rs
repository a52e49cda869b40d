//! Tickets as plain text: Autotask before Taskfire, always; `●` before the status of the side that holds the ticket,
//! `–` where a side has no part in it.

use crate::base::Timestamp;
use crate::base::cells::{pad, sanitise, width};
use crate::cli::connection::Connection;
use crate::cli::failure::Ended;
use crate::cli::names::KnownNames;
use crate::domain::{Priority, Side};
use crate::entities::{AUTOTASK_FIELDS, Row, SideFields, TASKFIRE_FIELDS};
use crate::query::typed::List;
use std::io::Write;

/// The lists whose names a line of a ticket shows.
const NAMES: [List; 3] = [
    List::Statuses(Side::Autotask),
    List::Statuses(Side::Taskfire),
    List::Companies,
];

/// The names of the fields of a side.
pub(in crate::cli) fn fields(side: Side) -> &'static SideFields {
    match side {
        Side::Autotask => &AUTOTASK_FIELDS,
        Side::Taskfire => &TASKFIRE_FIELDS,
    }
}

/// A moment as one reads it, in this machine's zone.
pub(super) fn moment(at: Timestamp) -> String {
    at.to_chrono()
        .with_timezone(&chrono::Local)
        .format("%Y-%m-%d %H:%M")
        .to_string()
}

/// A side's status with its mark.
pub(super) fn status(row: &Row, side: Side, names: &KnownNames) -> String {
    let label = names.called(List::Statuses(side), row.integer(fields(side).status));
    let mark = if row.text("holder") == Some(side.word()) {
        "●"
    } else {
        " "
    };
    format!("{mark} {}", label.as_deref().map_or("–".into(), sanitise))
}

/// The priority of the reader's side, else of the other: `P2`.
fn priority(row: &Row, side: Side) -> String {
    let of = |side| row.integer(fields(side).priority);
    of(side)
        .or_else(|| of(side.other()))
        .map_or_else(|| "–".to_owned(), |value| format!("P{}", Priority(value).rank()))
}

/// A table of tickets, headed by its columns' names.
pub(super) async fn table(out: &mut dyn Write, connection: &Connection, names: &mut KnownNames, rows: &[Row]) -> Ended {
    names.fetch(connection, &NAMES).await?;
    let heads = ["NUMBER", "AUTOTASK", "TASKFIRE", "P", "DUE", "COMPANY", "TITLE"];
    let mut lines = vec![heads.map(str::to_owned)];
    lines.extend(rows.iter().map(|row| cells(connection.side(), names, row)));
    let widest = |column: usize| lines.iter().map(|line| width(&line[column])).max().unwrap_or_default();
    let widths: Vec<usize> = (0..heads.len() - 1).map(widest).collect();
    for line in &lines {
        for (cell, cells) in line.iter().zip(&widths) {
            write!(out, "{}  ", pad(cell, *cells))?;
        }
        writeln!(out, "{}", line[heads.len() - 1])?;
    }
    Ok(())
}

fn cells(side: Side, names: &KnownNames, row: &Row) -> [String; 7] {
    let text = |field| sanitise(row.text(field).unwrap_or_default()).into_owned();
    let company = names
        .called(List::Companies, row.integer("companyID"))
        .unwrap_or_default();
    [
        text("ticketNumber"),
        status(row, Side::Autotask, names),
        status(row, Side::Taskfire, names),
        priority(row, side),
        row.time("dueDateTime").map_or_else(|| "–".to_owned(), moment),
        sanitise(&company).into_owned(),
        text("title"),
    ]
}

/// One ticket in one line, as after a change.
pub(super) async fn line(out: &mut dyn Write, connection: &Connection, names: &mut KnownNames, row: &Row) -> Ended {
    names.fetch(connection, &NAMES).await?;
    let [number, autotask, taskfire, _, _, _, title] = cells(connection.side(), names, row);
    writeln!(
        out,
        "{number}  {}: {}  {}: {}  {title}",
        Side::Autotask.product(),
        autotask.trim_start(),
        Side::Taskfire.product(),
        taskfire.trim_start()
    )?;
    Ok(())
}
