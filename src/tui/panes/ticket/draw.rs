//! Drawing the opened ticket.

use super::boxes::boxes;
use super::coverage;
use super::layout::Areas;
use super::part::Part;
use super::{Content, Pane, related, stopwatch};
use crate::records::views::TicketView;
use crate::tui::app::App;
use crate::tui::theme::Role;
use crate::tui::typed::work;
use crate::tui::widgets::list::DRAFT;
use crate::tui::widgets::paint::{self, Piece};
use crate::tui::widgets::{rule, two_statuses};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Number and title, for the top line.
#[must_use]
pub fn title(app: &App) -> Vec<Piece<'_>> {
    let Some(pane) = &app.ticket else { return Vec::new() };
    let mut pieces = Vec::new();
    let listed = app.tickets.current().filter(|line| line.id == pane.id);
    // What the list knows is shown until the ticket itself has been read.
    if let Some(line) = pane.ticket().map(|view| &view.line).or(listed) {
        let marks = line.marks;
        if marks.unsent || marks.stopped {
            let mark = if marks.stopped { "! " } else { "~ " };
            pieces.push(Piece::new(
                mark,
                if marks.stopped { Role::Warning } else { Role::Unsent },
            ));
        }
        if marks.draft {
            pieces.push(Piece::new(format!("{DRAFT} "), Role::Unsent));
        }
        pieces.push(Piece::new(line.number.as_str(), Role::Heading));
        pieces.push(Piece::new(format!(" {}", line.title), Role::Heading));
    }
    pieces
}

/// `2 of 31`, for the top line's right end; none where the list is not known.
#[must_use]
pub fn position(app: &App) -> Option<String> {
    let open = app.ticket.as_ref()?;
    app.tickets.current().filter(|line| line.id == open.id)?;
    let position = app.tickets.position()?;
    let total = app.tickets.total.number;
    Some(
        app.say(
            "ticket-position",
            &[("position", position.into()), ("total", total.into())],
        )
        .into_owned(),
    )
}

/// Draws it below the top line.
pub fn draw(app: &App, buffer: &mut Buffer) {
    let Some(pane) = &app.ticket else { return };
    let areas = Areas::of(app);
    let theme = &app.settings.theme;
    match &pane.view {
        Content::Here(view) => {
            draw_card(app, view, buffer, areas.card);
            let [autotask, taskfire] = boxes(app, view, areas.room);
            two_statuses::draw_boxes(buffer, areas.boxes, &autotask, &taskfire, theme);
        }
        Content::Waiting => says(app, buffer, areas.boxes, &app.text("ticket-loading"), Role::Dim),
        Content::Failed(why) => says(app, buffer, areas.boxes, why, Role::Warning),
    }
    draw_parts(app, pane, buffer, areas.parts);
    rule::horizontal(buffer, areas.rule, theme);
    draw_content(app, pane, buffer, areas.content);
}

/// `Acme · Hannah Ortiz +44 20 7946 0012 · P2 High · HP M404 PRN-0311`.
fn draw_card(app: &App, view: &TicketView, buffer: &mut Buffer, area: Rect) {
    let mut parts = vec![Piece::new(view.line.company_name.as_str(), Role::Heading)];
    let mut add = |text: String, role| {
        parts.push(Piece::new(" · ", Role::Dim));
        parts.push(Piece::new(text, role));
    };
    if let Some(text) = stopwatch::said(app, view.line.id) {
        add(text, Role::Heading);
    }
    if let Some(contact) = &view.contact {
        let phone = contact
            .phone
            .as_deref()
            .or(contact.mobile.as_deref())
            .unwrap_or_default();
        add(format!("{} {phone}", contact.name).trim_end().to_owned(), Role::Text);
    } else if let Some(name) = &view.line.contact_name {
        add(name.clone(), Role::Text);
    }
    if let Some(side) = view.line.side(app.side()).or_else(|| view.line.side(view.line.holder)) {
        add(
            format!("P{} {}", side.priority.rank(), side.priority.label()),
            Role::Text,
        );
    }
    if let Some(said) = coverage::head(app) {
        add(said.text.into_owned(), said.role);
    }
    if let Some(item) = &view.ticket.item {
        add(item.clone(), Role::Text);
    }
    if let Some(request_type) = &view.request_type {
        add(request_type.clone(), Role::Dim);
    }
    let room = area.width.saturating_sub(2);
    paint::pieces(buffer, area.x + 1, area.y, room, &parts, &app.settings.theme);
}

/// ` 1 Conversation 6   2 Time 1:15   3 History 14   5 Details`.
fn draw_parts(app: &App, pane: &Pane, buffer: &mut Buffer, area: Rect) {
    let contexts = app.work_contexts();
    let mut pieces = vec![Piece::new(" ", Role::Text)];
    // Where there is little room, first the gaps give way, then the counts.
    let is_wide = area.width >= 100 || (area.width >= 80 && pane.arrived == 0);
    let has_counts = area.width >= 70;
    for part in Part::ALL {
        if let Some(key) = app.settings.keymap.keys_for(part.intent().name(), &contexts) {
            pieces.push(Piece::new(format!("{key} "), Role::Key));
        }
        let is_shown = part == pane.part;
        let name = app.text(part.name()).into_owned();
        let name = if is_shown { format!("[{name}]") } else { name };
        pieces.push(Piece::new(name, if is_shown { Role::Heading } else { Role::Text }));
        if has_counts {
            pieces.push(Piece::new(format!(" {}", count(pane, part)), Role::Dim));
        }
        pieces.push(Piece::new(if is_wide { "   " } else { " " }, Role::Text));
    }
    if pane.arrived > 0 {
        let text = app.say("ticket-arrived", &[("count", pane.arrived.into())]);
        pieces.push(Piece::new(text.into_owned(), Role::New));
    }
    paint::pieces(buffer, area.x, area.y, area.width, &pieces, &app.settings.theme);
}

fn count(pane: &Pane, part: Part) -> String {
    match part {
        Part::Conversation => {
            let here = pane.conversation.here().map(Vec::len);
            let known = pane.ticket().and_then(|view| usize::try_from(view.note_count).ok());
            here.or(known).map_or_else(String::new, |count| count.to_string())
        }
        Part::Time => {
            let here = pane
                .time
                .here()
                .map(|time| time.iter().map(|entry| entry.minutes).sum());
            let minutes: Option<i64> = here.or(pane.ticket().map(|view| view.minutes));
            minutes.map_or_else(String::new, work::print)
        }
        Part::History => pane
            .history
            .here()
            .map_or_else(String::new, |history| history.len().to_string()),
        Part::Related => pane
            .related
            .here()
            .map_or_else(String::new, |related| related::count(related).to_string()),
        Part::Details => String::new(),
    }
}

/// The rows of the shown part that are seen.
fn draw_content(app: &App, pane: &Pane, buffer: &mut Buffer, area: Rect) {
    let theme = &app.settings.theme;
    if let Some((text, role)) = instead(app, pane) {
        says(app, buffer, area, &text, role);
        return;
    }
    let top = pane.place();
    let width = usize::from(area.width);
    let lines = (top.entry..pane.count()).flat_map(|entry| {
        let skipped = if entry == top.entry { top.row } else { 0 };
        pane.lines(app, entry, width).into_iter().skip(skipped)
    });
    for (line, y) in lines.zip(area.top()..area.bottom()) {
        line.draw(buffer, Rect { y, height: 1, ..area }, theme);
    }
}

/// What stands in the part's place while there is nothing to show.
fn instead(app: &App, pane: &Pane) -> Option<(String, Role)> {
    fn of<'a, T>(
        content: &'a Content<T>,
        is_empty: impl Fn(&T) -> bool,
        empty: &'static str,
    ) -> Option<Result<&'static str, &'a str>> {
        match content {
            Content::Waiting => Some(Ok("ticket-loading")),
            Content::Failed(why) => Some(Err(why)),
            Content::Here(content) => is_empty(content).then_some(Ok(empty)),
        }
    }
    let said = match pane.part {
        Part::Conversation => of(&pane.conversation, Vec::is_empty, "ticket-no-conversation"),
        Part::Time => of(&pane.time, Vec::is_empty, "ticket-no-time"),
        Part::History => of(&pane.history, Vec::is_empty, "ticket-no-history"),
        Part::Related => of(
            &pane.related,
            |related| related::count(related) == 0,
            "ticket-no-related",
        ),
        Part::Details => of(&pane.view, |_| false, ""),
    }?;
    Some(match said {
        Ok(key) => (app.text(key).into_owned(), Role::Dim),
        Err(why) => (why.to_owned(), Role::Warning),
    })
}

fn says(app: &App, buffer: &mut Buffer, area: Rect, text: &str, role: Role) {
    let area = Rect {
        x: area.x + 1.min(area.width),
        width: area.width.saturating_sub(2),
        ..area
    };
    paint::paragraph(buffer, area, text, 0, app.settings.theme.style(role));
}
