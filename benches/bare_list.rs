//! What a list costs without anything around it: ratatui's own table over the tickets of a local copy, read once, moved
//! through with `j`, `k`, `f` and `b` and left with `q`: `cargo bench --bench bare_list -- COPY`. `--bench terminal`
//! runs it beside the console.

use ratatui::DefaultTerminal;
use ratatui::crossterm::event::{self, Event, KeyCode};
use ratatui::layout::Constraint;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::{Row, Table, TableState};
use rusqlite::{Connection, OpenFlags};
use std::error::Error;

/// As many lines as the console reads of its list.
const LINES: usize = 200;
/// As the console's first list: open, of whoever has most, what is due first on top.
const TICKETS: &str = "
    SELECT substr(ticket_number, 4), title, coalesce(company_name, ''), coalesce(status.label, ''),
      coalesce(taskfire.label, '–'), coalesce(priority, ''), coalesce(date(due_date_time / 1000, 'unixepoch'), '–')
    FROM ticket
    LEFT JOIN company ON company.id = ticket.company_id
    LEFT JOIN status ON status.id = ticket.status
    LEFT JOIN status AS taskfire ON taskfire.id = ticket.taskfire_status
    WHERE closed_date IS NULL AND assigned_resource_id IS NOT NULL
    ORDER BY assigned_resource_id, due_date_time, ticket.id LIMIT ?1";
const COLUMNS: usize = 7;

/// The texts of each line.
fn read(copy: &str) -> Result<Vec<Vec<String>>, Box<dyn Error>> {
    let connection = Connection::open_with_flags(copy, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let mut statement = connection.prepare(TICKETS)?;
    let text = |row: &rusqlite::Row<'_>, column| {
        Ok(match row.get_ref(column)? {
            rusqlite::types::ValueRef::Integer(number) => number.to_string(),
            value => value.as_str()?.to_owned(),
        })
    };
    let lines = statement.query_map([LINES], |row| (0..COLUMNS).map(|column| text(row, column)).collect())?;
    Ok(lines.collect::<rusqlite::Result<_>>()?)
}

fn show(terminal: &mut DefaultTerminal, lines: &[Vec<String>]) -> Result<(), Box<dyn Error>> {
    let widths = [9, 40, 14, 18, 18, 1, 10].map(Constraint::Length);
    let mut state = TableState::default().with_selected(0);
    loop {
        terminal.draw(|frame| {
            let rows = lines.iter().map(|line| Row::new(line.iter().map(String::as_str)));
            let table = Table::new(rows, widths).row_highlight_style(Style::new().add_modifier(Modifier::REVERSED));
            frame.render_stateful_widget(table, frame.area(), &mut state);
        })?;
        let Event::Key(key) = event::read()? else { continue };
        let page = terminal.size()?.height.saturating_sub(1);
        match key.code {
            KeyCode::Char('j') => state.scroll_down_by(1),
            KeyCode::Char('k') => state.scroll_up_by(1),
            KeyCode::Char('f') => state.scroll_down_by(page),
            KeyCode::Char('b') => state.scroll_up_by(page),
            KeyCode::Char('q') => return Ok(()),
            _ => {}
        }
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    // Cargo adds its own `--bench`.
    let Some(copy) = std::env::args().skip(1).find(|word| !word.starts_with("--")) else {
        return Err("name the local copy whose tickets are to be listed".into());
    };
    let lines = read(&copy)?;
    let mut terminal = ratatui::init();
    let shown = show(&mut terminal, &lines);
    ratatui::restore();
    shown
}
