//! Drawing the preview: who, since when, until when, first words, last words.

use super::hits;
use crate::base::cells;
use crate::domain::Side;
use crate::domain::note::Readers;
use crate::records::views::{Content, ConversationEntry, SideLine, TicketView};
use crate::tui::app::App;
use crate::tui::pictures;
use crate::tui::theme::Role;
use crate::tui::widgets::paint::{self, Piece};
use crate::tui::widgets::two_statuses;
use crate::tui::words;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// From so many rows on there is room for both sides and the last words.
const ROOMY: u16 = 6;

/// Draws the preview's ticket; nothing where there is none.
pub fn draw(app: &App, buffer: &mut Buffer, area: Rect) {
    let Some(ticket) = &app.tickets.preview.ticket else {
        return;
    };
    let area = Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(2),
        ..area
    };
    if area.height < ROOMY {
        draw_briefly(app, buffer, area, ticket);
    } else {
        draw_at_length(app, buffer, area, ticket);
    }
}

/// A line of who and until when, and the first words.
fn draw_briefly(app: &App, buffer: &mut Buffer, area: Rect, ticket: &TicketView) {
    let line = &ticket.line;
    let holder = line.side(line.holder).and_then(|side| side.assignee.as_ref());
    let holder = holder.map(|assignee| {
        app.say("preview-has-it", &[("name", assignee.name.as_str().into())])
            .into_owned()
    });
    let priority = line.side(app.side()).map(|side| format!("P{}", side.priority.rank()));
    // Each with how early it goes where there is little room: deadline and priority stay.
    let mut words = vec![
        (2, Some(line.company_name.clone())),
        (0, line.contact_name.clone()),
        (1, holder),
    ];
    words.extend([(4, priority), (3, due(app, ticket))]);
    let joined = |words: &[(u8, Option<String>)]| {
        let there: Vec<&str> = words.iter().filter_map(|(_, word)| word.as_deref()).collect();
        there.join(" · ")
    };
    for gone in 0..3 {
        if cells::width(&cells::sanitise(&joined(&words))) > usize::from(area.width) {
            words.retain(|(turn, _)| *turn != gone);
        }
    }
    let theme = &app.settings.theme;
    paint::text(
        buffer,
        area.x,
        area.y,
        area.width,
        &joined(&words),
        theme.style(Role::Dim),
    );
    draw_text(app, buffer, rows(area, 1), &first_words(app, ticket), Role::Text);
}

/// Draws a wrapped text, the searched words in it marked. Gives back the rows taken.
fn draw_text(app: &App, buffer: &mut Buffer, area: Rect, text: &str, role: Role) -> u16 {
    let theme = &app.settings.theme;
    let searched = app.tickets.searched();
    let clean = cells::sanitise_lines(text);
    let lines = cells::wrap_lines(&clean, usize::from(area.width));
    lines.zip(area.rows()).fold(0, |drawn, (line, row)| {
        let pieces = hits::marked(line, &searched, role);
        paint::pieces(buffer, row.x, row.y, row.width, &pieces, theme);
        drawn + 1
    })
}

fn draw_at_length(app: &App, buffer: &mut Buffer, area: Rect, ticket: &TicketView) {
    let theme = &app.settings.theme;
    let line = &ticket.line;
    let heading = format!("{} {}", line.number, line.title);
    paint::text(buffer, area.x, area.y, area.width, &heading, theme.style(Role::Heading));
    draw_sides(app, buffer, rows(area, 1), ticket);
    let narrow = u16::from(is_narrow(area));
    // Beside the list the facts take two lines, so that the deadline is among them.
    let facts_area = Rect {
        height: 1 + narrow,
        ..rows(area, 3 + narrow)
    };
    let facts = paint::paragraph(
        buffer,
        facts_area.intersection(area),
        &facts(app, ticket),
        0,
        theme.style(Role::Dim),
    );
    let below = rows(area, 4 + narrow + facts);
    let last = last_words(app, ticket);
    let kept = if last.is_empty() { 0 } else { 2.min(below.height) };
    let description = Rect {
        height: below.height - kept,
        ..below
    };
    let drawn = draw_text(app, buffer, description, &first_words(app, ticket), Role::Text);
    if !last.is_empty() {
        // Directly below the first words where those are short, else at the end.
        let y = below.y + drawn.min(description.height);
        let end = Rect {
            y,
            height: below.bottom() - y,
            ..below
        };
        draw_text(app, buffer, end, &last, Role::Dim);
    }
}

fn is_narrow(area: Rect) -> bool {
    area.width < 80
}

/// Both sides: on one line where there is room, else below each other.
fn draw_sides(app: &App, buffer: &mut Buffer, area: Rect, ticket: &TicketView) {
    let theme = &app.settings.theme;
    let statuses = Side::BOTH.map(|side| pictures::of_line(&app.desk.statuses, &ticket.line, side));
    let details = Side::BOTH.map(|side| ticket.line.side(side).map(assignee).unwrap_or_default());
    let names = [app.text("sides-autotask"), app.text("sides-taskfire")];
    if !is_narrow(area) {
        let [left, right] = [0, 1].map(|at| (names[at].as_ref(), &statuses[at], details[at].as_str()));
        two_statuses::draw_line(buffer, Rect { height: 1, ..area }, [left, right], theme);
        return;
    }
    for (at, y) in (0..2).zip(area.top()..area.bottom()) {
        let mut pieces = vec![Piece::new(cells::pad(&names[at], 9), Role::Heading)];
        pieces.extend(statuses[at].pieces());
        if !details[at].is_empty() {
            pieces.push(Piece::new(format!(" · {}", details[at]), Role::Text));
        }
        paint::pieces(buffer, area.x, y, area.width, &pieces, theme);
    }
}

fn assignee(side: &SideLine) -> String {
    let name = side.assignee.as_ref().map(|assignee| assignee.name.as_str());
    name.or(side.queue.as_deref()).unwrap_or_default().to_owned()
}

/// Who it is about, what it is about, since when, until when.
fn facts(app: &App, ticket: &TicketView) -> String {
    let line = &ticket.line;
    let who = match &line.contact_name {
        Some(contact) => format!("{contact}, {}", line.company_name),
        None => line.company_name.clone(),
    };
    let opened = app
        .say("preview-opened", &[("time", app.times().clock(line.created_at).into())])
        .into_owned();
    let mut facts = vec![who];
    facts.extend(ticket.ticket.item.clone());
    // What is cut at the end should be what one needs least.
    facts.extend(due(app, ticket));
    facts.push(opened);
    facts.join(" · ")
}

fn due(app: &App, ticket: &TicketView) -> Option<String> {
    let line = &ticket.line;
    if let Some(at) = line.closed_at {
        return Some(
            app.say("preview-closed", &[("time", app.times().clock(at).into())])
                .into_owned(),
        );
    }
    let due = line.due?;
    let at = app.times().clock(due);
    let text = match app.times().distance(due) {
        Some(age) => app.say("preview-due", &[("time", at.into()), ("age", age.text.into())]),
        None => app.say("preview-due-then", &[("time", at.into())]),
    };
    Some(text.into_owned())
}

/// The description, its empty lines left out; from where a searched word stands, if one does.
fn first_words(app: &App, ticket: &TicketView) -> String {
    let text = hits::around(&ticket.ticket.description, &app.tickets.searched());
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.take(40).collect::<Vec<_>>().join("\n")
}

/// The newest entry of the conversation, with who wrote it and who reads it.
fn last_words(app: &App, ticket: &TicketView) -> String {
    let is_said = |entry: &&ConversationEntry| {
        !matches!(entry.content, Content::Description(_)) && !hits::text(&entry.content).trim().is_empty()
    };
    let newest = ticket.last_words.iter().rfind(is_said);
    let Some(entry) = app.tickets.preview.hit.as_ref().or(newest) else {
        return String::new();
    };
    let text = hits::around(hits::text(&entry.content), &app.tickets.searched());
    let key = match entry.readers {
        Readers::Public => "preview-said-to-both",
        Readers::Autotask | Readers::Taskfire => "preview-said-internally",
    };
    let first = text.split_whitespace().take(60).collect::<Vec<_>>().join(" ");
    let arguments = [
        ("time", app.times().clock(entry.at).into()),
        ("name", entry.author.as_str().into()),
        ("side", words::party(entry, ticket).into()),
        ("text", first.into()),
    ];
    app.say(key, &arguments).into_owned()
}

/// The area without its first rows.
fn rows(area: Rect, taken: u16) -> Rect {
    let taken = taken.min(area.height);
    Rect {
        y: area.y + taken,
        height: area.height - taken,
        ..area
    }
}
