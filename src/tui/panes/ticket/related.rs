//! What hangs on the opened ticket: its checklist, its files and links, a few lines each.

use crate::base::cells;
use crate::base::ids::TicketId;
use crate::domain::note::Readers;
use crate::records::views::{AttachmentLine, ChecklistLine, Delivery, Related};
use crate::tui::app::App;
use crate::tui::theme::Role;
use crate::tui::typed::size;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::paint::{self, Piece};

/// What continues a line stands this far in.
const INDENT: &str = "      ";
/// The rows of a name stand below one another, behind the box.
const NAME_INDENT: &str = "     ";

/// How many entries there are.
#[must_use]
pub fn count(related: &Related) -> usize {
    related.checklist.len() + related.attachments.len()
}

/// What hangs on the ticket, if it is the opened one and that has been read.
#[must_use]
pub fn known(app: &App, ticket: TicketId) -> Option<&Related> {
    let opened = app.ticket.as_ref().filter(|opened| opened.id == ticket)?;
    opened.related.here()
}

/// An entry's lines: the checklist first, then the files.
#[must_use]
pub fn lines(app: &App, related: &Related, entry: usize, width: usize) -> Vec<Line> {
    let items = related.checklist.len();
    let mut lines = match related.checklist.get(entry) {
        Some(item) => checklist(app, item, width),
        None => match related.attachments.get(entry - items) {
            Some(file) => attachment(app, file, width),
            None => Vec::new(),
        },
    };
    // What are two kinds of thing stand apart.
    if entry + 1 == items && !related.attachments.is_empty() {
        lines.push(Line::default());
    }
    lines
}

/// ` [x] Ask for the serial number ! · Maria Keller, 10:05`.
fn checklist(app: &App, item: &ChecklistLine, width: usize) -> Vec<Line> {
    let mark = if item.is_completed { " [x] " } else { " [ ] " };
    let name_role = if item.is_completed { Role::Dim } else { Role::Text };
    let mut beside = Vec::new();
    if item.is_important {
        let important = app.text("related-important");
        beside.push(Piece::new(format!("  {important}"), Role::Warning));
    }
    // Somebody works by it: a long one is read to its end.
    let room = width.saturating_sub(mark.len() + paint::width(&beside) + 1);
    let name = cells::sanitise(&item.name);
    let mut rows: Vec<&str> = cells::wrap(&name, room).collect();
    let last = rows.pop().unwrap_or_default();
    let mut lines = Vec::new();
    let mut before = mark;
    for row in rows {
        let row = Piece::new(row.to_owned(), name_role);
        lines.push(Line::of(vec![Piece::new(before, Role::Key), row]));
        before = NAME_INDENT;
    }
    let mut head = vec![Piece::new(before, Role::Key), Piece::new(last.to_owned(), name_role)];
    head.extend(beside);
    let done = match (&item.completed_by, item.completed_at) {
        (Some(by), Some(at)) => Some(Piece::new(format!("{by}, {}", app.times().read(at)), Role::Dim)),
        _ => None,
    };
    let right = state(app, &item.delivery, None).or(done);
    lines.extend(Line::ends(head, right.into_iter().collect(), width, INDENT));
    lines
}

/// ` screen.png  312 KB · Maria Keller, 10:05`.
fn attachment(app: &App, file: &AttachmentLine, width: usize) -> Vec<Line> {
    let mut beside = vec![match &file.link {
        Some(link) => Piece::new(format!("  {link}"), Role::Dim),
        None => Piece::new(format!("  {}", size::print(file.size)), Role::Dim),
    }];
    if file.readers != Readers::Public {
        let internal = app.text("related-internal");
        beside.push(Piece::new(format!("  {internal}"), Role::Internal));
    }
    // Who sees it is never cut off by a long name.
    let room = width.saturating_sub(paint::width(&beside) + 2);
    let name = cells::sanitise(&file.name);
    let name = cells::fit(&name, room).into_owned();
    let mut head = vec![Piece::new(format!(" {name}"), Role::Text)];
    head.extend(beside);
    let sent = (file.size > 0).then(|| file.sent.min(file.size) * 100 / file.size);
    let right = state(app, &file.delivery, sent).unwrap_or_else(|| {
        let at = app.times().read(file.at);
        Piece::new(format!("{}, {at}", file.author), Role::Dim)
    });
    Line::ends(head, vec![right], width, INDENT)
}

/// How far something is that the server has not settled.
fn state(app: &App, delivery: &Delivery, percent: Option<u64>) -> Option<Piece<'static>> {
    let (text, role) = match (delivery, percent) {
        (Delivery::Delivered, _) => return None,
        (Delivery::Stopped(_), _) => (app.text("delivery-stopped").into_owned(), Role::Warning),
        (Delivery::Queued(_), Some(percent)) if percent > 0 => {
            let said = app.say("related-sent", &[("percent", percent.into())]);
            (said.into_owned(), Role::Unsent)
        }
        (Delivery::Queued(_), _) => (app.text("delivery-queued").into_owned(), Role::Unsent),
    };
    Some(Piece::new(text, role))
}
