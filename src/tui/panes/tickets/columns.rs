//! The columns of the list of tickets: how wide each is, and the names above them.

use super::column::{self, Column};
use super::draw::notes;
use crate::domain::Side;
use crate::tui::app::App;
use crate::tui::layout::{Layout, Lines};
use crate::tui::theme::Role;
use crate::tui::widgets::age::Ages;
use crate::tui::widgets::columns::{Column as Width, lay_out};
use crate::tui::widgets::list;
use crate::tui::widgets::paint;
use crate::tui::widgets::two_statuses::column_width;
use ratatui::buffer::Buffer;

/// From this width of the list on names are seen where nobody chose the columns; below, titles need the room.
const WITH_NAMES: u16 = 90;
/// The same for priorities.
const WITH_PRIORITIES: u16 = 70;
/// The cells of a deadline: `1 h 18`.
const DUE: u16 = 7;
/// The same with its day and hour, `! Nov 12 10:05`.
const ABSOLUTE: u16 = 14;

/// The columns of the list at this width, and their names.
pub struct Columns {
    /// What each column is.
    pub columns: Vec<Column>,
    /// The width of each cell, 0 where there is no room for it; both statuses are two.
    pub widths: Vec<u16>,
    /// The keys of their names.
    pub headings: Vec<&'static str>,
}

/// The columns that fit into the list's width: titles give way first, then names, statuses never.
#[must_use]
pub fn columns(app: &App, layout: &Layout) -> Columns {
    let room = layout.list.width.saturating_sub(list::MARKS);
    if layout.lines == Lines::Two {
        let columns = [Width::fixed(9), Width::yielding(20, 4, 1).growing()];
        return Columns {
            columns: vec![Column::Number, Column::Title],
            widths: lay_out(&columns, room, 1),
            headings: Vec::new(),
        };
    }
    let columns = column::shown(app, layout);
    let is_chosen = app.tickets.columns.is_some();
    let mut widths = Vec::with_capacity(columns.len() + 1);
    for (column, at) in columns.iter().zip(0_u16..) {
        match is_chosen {
            true => widths.extend(chosen(app, layout, *column, at)),
            false => widths.extend(usual(app, layout, *column, room)),
        }
    }
    Columns {
        headings: columns.iter().flat_map(|column| column.headings()).copied().collect(),
        widths: lay_out(&widths, room, 1),
        columns,
    }
}

/// The width of a column where nobody chose which there are.
fn usual(app: &App, layout: &Layout, column: Column, room: u16) -> Vec<Width> {
    vec![match column {
        Column::Company | Column::Contact if room < WITH_NAMES => Width::fixed(0),
        Column::Company | Column::Contact => Width::yielding(12, 7, 2),
        Column::Assignee => Width::yielding(16, 8, 3),
        Column::Priority if room < WITH_PRIORITIES => Width::fixed(0),
        Column::Priority => Width::fixed(1),
        Column::Due => Width::fixed(due(app, layout)),
        _ => return always(app, layout, column),
    }]
}

/// The width of a column that was chosen: the ones further to the right go first where there is no room for all.
fn chosen(app: &App, layout: &Layout, column: Column, at: u16) -> Vec<Width> {
    let order = at + 2;
    vec![match column {
        Column::Company | Column::Contact => Width::yielding(12, 7, order),
        Column::Assignee => Width::yielding(16, 8, order),
        Column::Queue => Width::yielding(14, 7, order),
        Column::Priority => Width::yielding(1, 1, order),
        Column::Due => Width::yielding(due(app, layout), DUE, order),
        Column::Created | Column::Changed => Width::yielding(12, 9, order),
        _ => return always(app, layout, column),
    }]
}

/// How wide deadlines are.
fn due(app: &App, layout: &Layout) -> u16 {
    match app.settings.ages == Ages::Relative || layout.queues.is_none() {
        true => DUE,
        false => ABSOLUTE,
    }
}

/// The width of what every list has.
fn always(app: &App, layout: &Layout, column: Column) -> Vec<Width> {
    let statuses = |side| column_width(app.desk.statuses.of(side).map(|status| status.label.as_str()));
    match column {
        Column::Statuses => Side::BOTH.map(|side| Width::fixed(statuses(side))).to_vec(),
        Column::Title => vec![Width::yielding(44, 12, 1).growing()],
        _ => vec![Width::fixed(if layout.lines == Lines::Spacious { 14 } else { 9 })],
    }
}

/// Draws the names of the columns.
pub fn draw_headings(app: &App, layout: &Layout, columns: &Columns, buffer: &mut Buffer) {
    if layout.columns.is_empty() {
        return;
    }
    // Words of statuses begin behind the room for their mark.
    let heading = |key: &&str| match *key {
        "column-autotask" | "column-taskfire" => format!("  {}", app.text(key)),
        _ => app.text(key).into_owned(),
    };
    let texts: Vec<String> = columns.headings.iter().map(heading).collect();
    let headings: Vec<&str> = texts.iter().map(String::as_str).collect();
    let theme = &app.settings.theme;
    list::draw_headings(buffer, layout.columns, &columns.widths, &headings, theme);
    // Without the column of queues there is no line above the list: marks and arrivals stand at the headings' end.
    if layout.queues.is_none() {
        let notes = notes(app);
        let taken = u16::try_from(paint::width(&notes)).unwrap_or(0);
        if taken > 0 {
            let x = layout.columns.right().saturating_sub(taken + 1);
            let blank = " ".repeat(usize::from(taken) + 1);
            paint::text(
                buffer,
                x.saturating_sub(1),
                layout.columns.y,
                taken + 2,
                &blank,
                theme.style(Role::Text),
            );
            paint::pieces(buffer, x, layout.columns.y, taken, &notes, theme);
        }
    }
}
