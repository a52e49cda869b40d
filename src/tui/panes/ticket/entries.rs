//! Time and history of the opened ticket, a few lines each.

use crate::base::cells;
use crate::records::views::{Delivery, HistoryLine, TimeLine};
use crate::tui::app::App;
use crate::tui::theme::Role;
use crate::tui::typed::work;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::paint::Piece;

/// What continues a line stands this far in.
const INDENT: &str = "   ";

/// A time entry's lines.
#[must_use]
pub fn time(app: &App, entry: &TimeLine, width: usize) -> Vec<Line> {
    let head = vec![
        Piece::new(format!(" {}  ", entry.worked_on.date()), Role::Dim),
        Piece::new(cells::pad_start(&work::print(entry.minutes), 5), Role::Heading),
        Piece::new(format!("  {}", entry.author), Role::Text),
    ];
    let state = match entry.delivery {
        Delivery::Delivered => None,
        Delivery::Queued(_) => Some(("delivery-queued", Role::Unsent)),
        Delivery::Stopped(_) => Some(("delivery-stopped", Role::Warning)),
    };
    let right = state
        .map(|(key, role)| Piece::new(app.text(key).into_owned(), role))
        .into_iter()
        .collect();
    let mut lines = Line::ends(head, right, width, INDENT);
    lines.extend(coverage(app, entry, width));
    if !entry.summary.trim().is_empty() {
        lines.extend(Line::wrapped(&entry.summary, INDENT, width, Role::Text));
    }
    if !entry.internal_notes.trim().is_empty() {
        let text = format!("{} {}", app.text("ticket-internal-notes"), entry.internal_notes);
        lines.extend(Line::wrapped(&text, INDENT, width, Role::Internal));
    }
    lines.push(Line::default());
    lines
}

/// What a contract covers of an entry.
fn coverage(app: &App, entry: &TimeLine, width: usize) -> Vec<Line> {
    let (covered, uncovered) = (entry.covered.unwrap_or(0), entry.uncovered.unwrap_or(0));
    if covered + uncovered == 0 {
        return Vec::new();
    }
    let arguments = [
        ("covered", app.hours(covered).into()),
        ("uncovered", app.hours(uncovered).into()),
    ];
    let role = if uncovered > 0 { Role::Warning } else { Role::Dim };
    Line::wrapped(&app.say("coverage-minutes", &arguments), INDENT, width, role)
}

/// A history entry's lines.
#[must_use]
pub fn history(app: &App, entry: &HistoryLine, width: usize) -> Vec<Line> {
    let at = app.times().read(entry.at);
    let at = cells::pad(&at, cells::width(&at).max(12));
    let head = vec![
        Piece::new(format!(" {at}  "), Role::Dim),
        Piece::new(entry.author.clone(), Role::Text),
        Piece::new("  ", Role::Text),
    ];
    let text = what(app, entry);
    let taken = crate::tui::widgets::paint::width(&head);
    let room = width.saturating_sub(taken + 1);
    let is_short = cells::width(&cells::sanitise(&text)) <= room;
    let mut lines = vec![Line::of(head)];
    match lines.first_mut() {
        Some(first) if is_short => first.left.push(Piece::new(text, Role::Text)),
        _ => lines.extend(Line::wrapped(&text, "               ", width, Role::Text)),
    }
    // Of a change the detail only says once more what became what.
    let is_change = entry.before.is_some() || entry.after.is_some() || entry.field.is_some();
    if !is_change && !entry.detail.trim().is_empty() {
        lines.extend(Line::wrapped(&entry.detail, "               ", width, Role::Dim));
    }
    lines
}

/// What happened, in words.
fn what(app: &App, entry: &HistoryLine) -> String {
    let nothing = app.text("history-nothing").into_owned();
    let value = |value: &Option<String>| {
        value
            .clone()
            .filter(|value| !value.is_empty())
            .unwrap_or_else(|| nothing.clone())
    };
    let field = entry
        .field
        .as_deref()
        .map(|field| app.field_name(field))
        .unwrap_or_default();
    let key = match (entry.event.as_str(), &entry.before, &entry.after) {
        ("edited", None, None) => "history-rewritten".to_owned(),
        (event, ..) => format!("history-{}", event.replace('_', "-")),
    };
    let side = entry.side.map_or("", |side| side.product());
    let arguments = [
        ("before", value(&entry.before).into()),
        ("after", value(&entry.after).into()),
        ("field", field.into()),
        ("side", side.into()),
    ];
    let sentence = app.settings.sentences.find(&key, &arguments);
    sentence.map_or_else(|| entry.event.clone(), std::borrow::Cow::into_owned)
}
