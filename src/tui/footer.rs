//! The bottom line: what can be done here and now, most used first, in the words of this ticket; or what was said.

use super::app::{App, Front, pages};
use super::intent::Intent;
use super::msg::Weight;
use super::overlays::Overlay;
use super::panes::ticket::part::Part;
use super::theme::Role;
use super::widgets::footer::{self, Hint};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What the list offers, most used first.
const LIST: &[Intent] = &[
    Intent::GoIn,
    Intent::ShowArrived,
    Intent::SetStatus,
    Intent::WriteNote,
    Intent::ReplyToTicket,
    Intent::LogTime,
    Intent::AssignTicket,
    Intent::HandOver,
    Intent::CompleteTicket,
    Intent::ReopenTicket,
    Intent::Recall,
    Intent::Filter,
    Intent::CreateTicket,
    Intent::NextPane,
    Intent::Stopwatch,
    Intent::SaveView,
    Intent::SwitchVersion,
];
/// What the list offers to people of the portal.
const REQUESTS: &[Intent] = &[
    Intent::GoIn,
    Intent::ShowArrived,
    Intent::CreateTicket,
    Intent::ReplyToTicket,
    Intent::OpenGuide,
    Intent::Filter,
    Intent::NextPane,
    Intent::SwitchVersion,
];
/// What the list offers while tickets are marked.
const MARKED: &[Intent] = &[
    Intent::SetStatus,
    Intent::AssignTicket,
    Intent::TakeTicket,
    Intent::WriteNote,
    Intent::MoveTicket,
    Intent::SetPriority,
    Intent::HandOver,
    Intent::CompleteTicket,
    Intent::RunMacro,
    Intent::Unmark,
];
const OUTBOX: &[Intent] = &[
    Intent::GoIn,
    Intent::CoverRequest,
    Intent::DoAnyway,
    Intent::EditChange,
    Intent::DiscardChange,
    Intent::DiscardAll,
    Intent::GoBack,
];
const QUEUES: &[Intent] = &[Intent::GoIn, Intent::NextPane, Intent::GoMyTickets];
const FILTER: &[Intent] = &[
    Intent::AskServer,
    Intent::ApplyFilter,
    Intent::CompleteFilter,
    Intent::LeaveFilter,
];
/// While one types to choose among a page's lines.
const PAGE_FILTER: &[Intent] = &[Intent::ApplyFilter, Intent::LeaveFilter];
const CONFIRM: &[Intent] = &[Intent::Yes, Intent::No];
const PICK: &[Intent] = &[Intent::Choose, Intent::GoBack];
const FORM: &[Intent] = &[Intent::SubmitForm, Intent::NextField, Intent::LeaveForm];
const COMPOSE: &[Intent] = &[
    Intent::SendText,
    Intent::ToggleAudience,
    Intent::OpenEditor,
    Intent::KeepDraft,
];
/// The same for people of the portal, who write what both sides read.
const COMPOSE_PUBLIC: &[Intent] = &[Intent::SendText, Intent::OpenEditor, Intent::KeepDraft];
const STATUSES: &[Intent] = &[Intent::Choose, Intent::GoBack];
/// What an open ticket offers, most used first.
const TICKET: &[Intent] = &[
    Intent::SetStatus,
    Intent::AssignTicket,
    Intent::ReplyToTicket,
    Intent::WriteNote,
    Intent::LogTime,
    Intent::HandOver,
    Intent::CompleteTicket,
    Intent::ReopenTicket,
    Intent::Recall,
    Intent::Stopwatch,
    Intent::NextTicket,
    Intent::PreviousTicket,
    Intent::GoBack,
];
/// What its checklist and files offer.
const RELATED: &[Intent] = &[
    Intent::AttachFile,
    Intent::SaveFile,
    Intent::TickItem,
    Intent::SetStatus,
    Intent::ReplyToTicket,
    Intent::WriteNote,
    Intent::GoBack,
];
const PALETTE: &[Intent] = &[
    Intent::RunPalette,
    Intent::CompletePalette,
    Intent::PageDown,
    Intent::GoBack,
];
const READING: &[Intent] = &[Intent::GoBack];
/// What is read page by page.
const PAGES: &[Intent] = &[Intent::PageDown, Intent::GoBack];

/// What is to be mended elsewhere.
const MISTAKES: &[Intent] = &[Intent::ReadConfiguration, Intent::PageDown, Intent::GoBack];

/// What stays where there is little room, in fewer words if need be.
const ESSENTIAL: &[Intent] = &[
    Intent::GoIn,
    Intent::SetStatus,
    Intent::HandOver,
    Intent::CompleteTicket,
    Intent::ReopenTicket,
    Intent::Recall,
];

/// The intents that matter where the person is.
fn offered(app: &App) -> &'static [Intent] {
    match app.overlays.last() {
        Some(Overlay::Queues) => QUEUES,
        Some(Overlay::Palette(_)) => PALETTE,
        Some(Overlay::Help(_) | Overlay::Guide(_) | Overlay::Log(_) | Overlay::Today(_)) => PAGES,
        Some(Overlay::Mistakes(_)) => MISTAKES,
        Some(Overlay::Confirm(_)) => CONFIRM,
        Some(Overlay::Pick(_)) => PICK,
        Some(Overlay::Conflict(_)) => &super::overlays::conflict::ANSWERS,
        Some(Overlay::Form(_) | Overlay::SignIn(_)) => FORM,
        Some(Overlay::Compose(_)) if !app.works_tickets() => COMPOSE_PUBLIC,
        Some(Overlay::Compose(_)) => COMPOSE,
        Some(Overlay::Statuses(_)) => STATUSES,
        Some(Overlay::Card(_)) => READING,
        None if pages::filter::is_open(app) => PAGE_FILTER,
        None if app.tickets.filter_line.is_some() => FILTER,
        None => match app.front() {
            Front::Page => app.page().map_or(READING, |page| page.pane().offered()),
            Front::Ticket if app.ticket.as_ref().is_some_and(|pane| pane.part == Part::Related) => RELATED,
            Front::Ticket => TICKET,
            Front::Queues => QUEUES,
            Front::Outbox => OUTBOX,
            Front::Tickets if !app.tickets.marks.is_empty() => MARKED,
            Front::Tickets if !app.works_tickets() => REQUESTS,
            Front::Tickets => LIST,
        },
    }
}

/// The keys that work here and now; the palette's last, where it can be opened.
#[must_use]
pub fn hints(app: &App) -> Vec<Hint> {
    let contexts = app.contexts();
    let hint = |intent: &Intent| {
        let key = app.settings.keymap.keys_for(intent.name(), &contexts)?;
        let possible = app.availability(*intent).is_available();
        let brief = app
            .settings
            .sentences
            .find(&format!("{}.brief", intent.sentence()), &[]);
        let weight = match ESSENTIAL.contains(intent) {
            true => footer::Weight::Essential,
            false => footer::Weight::Usual,
        };
        possible.then(|| Hint {
            brief: brief.map(|_| app.words(*intent, ".brief").into_owned()),
            weight,
            ..Hint::new(key, app.words(*intent, ".short"))
        })
    };
    let offered = offered(app).iter().chain([&Intent::OpenPalette]);
    offered.filter_map(hint).collect()
}

/// Why what one types, or what the cursor is on, is not to be had.
fn explanation(app: &App) -> Option<&str> {
    match app.overlays.last() {
        Some(Overlay::Palette(palette)) => palette
            .list
            .picked()
            .filter(|item| !item.is_available)
            .map(|item| item.detail.as_str()),
        Some(_) => None,
        None => app.tickets.filter_line.as_ref()?.mistake.as_deref(),
    }
}

/// What is said in the place of the keys.
#[must_use]
pub fn said(app: &App) -> Option<(&str, Role)> {
    let Some(saying) = &app.messages.current else {
        return explanation(app).map(|why| (why, Role::Warning));
    };
    let role = match saying.weight {
        Weight::Done => Role::Text,
        Weight::Warning => Role::Warning,
    };
    Some((&saying.text, role))
}

/// Draws the line.
pub fn draw(app: &App, buffer: &mut Buffer, line: Rect) {
    let theme = &app.settings.theme;
    match said(app) {
        Some((text, role)) => footer::message(buffer, line, text, role, theme),
        None => footer::draw(buffer, line, &hints(app), theme),
    }
}
