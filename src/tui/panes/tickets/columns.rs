//! The columns of the list of tickets.

use super::draw::notes;
use crate::domain::Side;
use crate::tui::app::App;
use crate::tui::layout::{Layout, Lines};
use crate::tui::theme::Role;
use crate::tui::widgets::age::Ages;
use crate::tui::widgets::columns::{Column, lay_out};
use crate::tui::widgets::list;
use crate::tui::widgets::paint;
use crate::tui::widgets::two_statuses::column_width;
use ratatui::buffer::Buffer;

/// The cells of a deadline with its day and hour, `! Nov 12 10:05`.
const ABSOLUTE: u16 = 14;

/// The columns of the list at this width, and their names.
pub struct Columns {
    /// The width of each, 0 where there is no room for it.
    pub widths: Vec<u16>,
    /// The keys of their names.
    pub headings: Vec<&'static str>,
}

/// The columns that fit into the list's width: titles give way first, then names, statuses never.
#[must_use]
pub fn columns(app: &App, layout: &Layout) -> Columns {
    let statuses = |side| column_width(app.desk.statuses.of(side).map(|status| status.label.as_str()));
    let room = layout.list.width.saturating_sub(list::MARKS);
    if layout.lines == Lines::Two {
        let columns = [Column::fixed(9), Column::yielding(20, 4, 1).growing()];
        return Columns {
            widths: lay_out(&columns, room, 1),
            headings: Vec::new(),
        };
    }
    let is_spacious = layout.lines == Lines::Spacious;
    let is_brief = app.settings.ages == Ages::Relative || layout.queues.is_none();
    // Names are seen from 90 columns on; below, titles need the room.
    let name = if room < 90 {
        Column::fixed(0)
    } else {
        Column::yielding(12, 7, 2)
    };
    let columns = [
        Column::fixed(if is_spacious { 14 } else { 9 }),
        Column::yielding(44, 12, 1).growing(),
        name,
        Column::fixed(statuses(Side::Autotask)),
        Column::fixed(statuses(Side::Taskfire)),
        if is_spacious {
            Column::yielding(16, 8, 3)
        } else {
            Column::fixed(0)
        },
        if room < 70 { Column::fixed(0) } else { Column::fixed(1) },
        Column::fixed(if is_brief { 7 } else { ABSOLUTE }),
    ];
    let who = if app.side() == Side::Autotask {
        "column-company"
    } else {
        "column-contact"
    };
    let headings = vec![
        "column-number",
        "column-title",
        who,
        "column-autotask",
        "column-taskfire",
        "column-assignee",
        "column-priority",
        "column-due",
    ];
    Columns {
        widths: lay_out(&columns, room, 1),
        headings,
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
