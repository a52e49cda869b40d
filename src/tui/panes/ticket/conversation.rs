//! The conversation: what both sides wrote, newest last. Each entry says who sees it and whether it was sent.

use super::prose::{Prose, Row};
use crate::base::cells;
use crate::domain::Side;
use crate::domain::note::Readers;
use crate::records::views::{Content, ConversationEntry, Delivery, TicketView};
use crate::sentences::Value;
use crate::tui::app::App;
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::paint::Piece;
use crate::tui::words;
use std::cell::OnceCell;

/// What is written stands this far in.
const INDENT: &str = "   ";

/// An entry, and its text as it is read, made when it is first seen.
#[derive(Debug)]
pub struct Entry {
    /// What the copy has.
    pub entry: ConversationEntry,
    prose: OnceCell<Prose>,
}

impl Entry {
    /// An entry that nobody has looked at yet.
    #[must_use]
    pub fn new(entry: ConversationEntry) -> Self {
        Self {
            entry,
            prose: OnceCell::new(),
        }
    }

    /// Its text as it is read.
    #[must_use]
    pub fn prose(&self) -> &Prose {
        self.prose.get_or_init(|| match &self.entry.content {
            Content::Description(text) | Content::Note { text, .. } | Content::Resolution(text) => Prose::read(text),
            Content::HandOver { reason, .. } => Prose::read(reason),
        })
    }

    /// Its lines in this width.
    #[must_use]
    pub fn lines(&self, app: &App, view: Option<&TicketView>, width: usize, is_unfolded: bool) -> Vec<Line> {
        let mut lines = self.head(app, view, width);
        if let Content::Note { title, .. } = &self.entry.content
            && !title.trim().is_empty()
        {
            lines.extend(Line::wrapped(title, INDENT, width, Role::Heading));
        }
        if !self.has_inline_reason(width) {
            let room = width.saturating_sub(INDENT.len() + 1);
            lines.extend(self.prose().rows(room, is_unfolded).map(|row| self.row(app, &row)));
        }
        lines.push(Line::default());
        lines
    }

    fn row(&self, app: &App, row: &Row<'_>) -> Line {
        let own = if self.entry.readers == Readers::Public {
            Role::Text
        } else {
            Role::Internal
        };
        match row {
            Row::Own(text) => Line::text(format!("{INDENT}{text}"), own),
            Row::Quoted(text) => Line::text(format!("{INDENT}{text}"), Role::Dim),
            Row::Folded(lines) => {
                let text = app.say("ticket-folded", &[("count", (*lines).into())]);
                Line::text(format!("{INDENT}{text}"), Role::Dim)
            }
        }
    }

    /// When, who, and at the right who sees it.
    fn head(&self, app: &App, view: Option<&TicketView>, width: usize) -> Vec<Line> {
        let entry = &self.entry;
        let times = app.times();
        let is_now = entry.delivery != Delivery::Delivered && app.now.minutes_since(entry.at) < 1;
        let at = if is_now {
            app.text("age-now").into_owned()
        } else {
            times.read(entry.at)
        };
        // Never cut: older moments have their date, and the year.
        let at = cells::pad(&at, cells::width(&at).max(9));
        let mut left = vec![Piece::new(format!(" {at}  "), Role::Dim)];
        if entry.unread {
            left.push(Piece::new(format!("{} ", app.text("ticket-new-entry")), Role::New));
        }
        let party = view.map_or(entry.side.product(), |view| words::party(entry, view));
        match entry.author.is_empty() {
            true => left.push(Piece::new(party.to_owned(), Role::Heading)),
            false => {
                left.push(Piece::new(entry.author.clone(), Role::Heading));
                left.push(Piece::new(format!(" · {party}"), Role::Text));
            }
        }
        left.extend(self.what(app, width));
        if let Some(written) = entry.written_at {
            let text = app.say("ticket-written-at", &[("at", times.clock(written).into())]);
            left.push(Piece::new(format!(" {text}"), Role::Dim));
        }
        Line::ends(left, self.right(app, view), width, INDENT)
    }

    /// What was done, where it is more than writing.
    fn what(&self, app: &App, width: usize) -> Vec<Piece<'static>> {
        match &self.entry.content {
            Content::HandOver { event, reason } => {
                let key = format!("handover-{}", event.replace('_', "-"));
                let mut pieces = vec![Piece::new(format!(" {}", app.text(&key)), Role::OtherSide)];
                if self.has_inline_reason(width) && !reason.trim().is_empty() {
                    pieces.push(Piece::new(format!(": \"{}\"", reason.trim()), Role::Text));
                }
                pieces
            }
            Content::Resolution(_) => vec![Piece::new(
                format!(" {}", app.text("ticket-resolution")),
                Role::Complete,
            )],
            Content::Description(_) | Content::Note { .. } => Vec::new(),
        }
    }

    /// Whether a hand-over's reason is short enough to stand in its head line.
    fn has_inline_reason(&self, width: usize) -> bool {
        match &self.entry.content {
            Content::HandOver { reason, .. } => {
                let taken = cells::width(&cells::sanitise(&self.entry.author)) + 47;
                !reason.trim().contains('\n') && taken + reason.len() <= width
            }
            _ => false,
        }
    }

    /// Who sees it, and whether it was sent.
    fn right(&self, app: &App, view: Option<&TicketView>) -> Vec<Piece<'static>> {
        let mut right = Vec::new();
        match self.entry.readers {
            Readers::Public => {
                // Of a hand-over both sides know anyway.
                if !matches!(self.entry.content, Content::HandOver { .. }) {
                    right.push(Piece::new(public_readers(app, view), Role::Dim));
                }
            }
            Readers::Autotask | Readers::Taskfire => {
                right.push(Piece::new(app.text("readers-internal").into_owned(), Role::Internal));
            }
        }
        let state = match self.entry.delivery {
            Delivery::Delivered => None,
            Delivery::Queued(_) => Some(("delivery-queued", Role::Unsent)),
            Delivery::Stopped(_) => Some(("delivery-stopped", Role::Warning)),
        };
        if let Some((key, role)) = state {
            if !right.is_empty() {
                right.push(Piece::new(" · ", Role::Dim));
            }
            right.push(Piece::new(app.text(key).into_owned(), role));
        }
        right
    }
}

/// Who reads what everybody may read: it depends on who takes part in the ticket.
#[must_use]
pub fn public_readers(app: &App, view: Option<&TicketView>) -> String {
    let Some(view) = view else { return String::new() };
    let company: Value<'_> = view.line.company_name.as_str().into();
    match (view.line.shared, view.line.holder) {
        (true, _) => app.text("readers-both").into_owned(),
        (false, Side::Autotask) => app.say("readers-contact", &[("company", company)]).into_owned(),
        (false, Side::Taskfire) => app.say("readers-company", &[("company", company)]).into_owned(),
    }
}
