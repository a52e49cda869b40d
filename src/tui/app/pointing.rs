//! The mouse, for those who want it heard (`ui.mouse`): the wheel moves the cursor of what has the keys, a click puts it
//! on a ticket or opens a view, a click on the cursor's own ticket opens that. There is nothing that only a mouse can do.

use super::moving::Step;
use super::{App, Focus, Front, opening};
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::layout::Lines;
use crate::tui::panes::{queues, tickets};
use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

/// So many lines each notch of the wheel.
const NOTCH: usize = 3;

/// What the hand did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// The wheel, away from the person.
    WheelUp,
    /// The wheel, towards the person.
    WheelDown,
    /// The main button went down.
    Press,
}

/// What the hand did, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pointed {
    /// What it did.
    pub gesture: Gesture,
    /// Column and row, from 0.
    pub at: Position,
}

impl Pointed {
    /// What the terminal told, if it means anything here.
    #[must_use]
    pub fn from_event(event: &MouseEvent) -> Option<Self> {
        let gesture = match event.kind {
            MouseEventKind::ScrollUp => Gesture::WheelUp,
            MouseEventKind::ScrollDown => Gesture::WheelDown,
            MouseEventKind::Down(MouseButton::Left) => Gesture::Press,
            _ => return None,
        };
        Some(Self {
            gesture,
            at: Position::new(event.column, event.row),
        })
    }
}

impl App {
    pub(super) fn pointed(&mut self, pointed: Pointed) -> Vec<Effect> {
        let is_read = self.attended();
        self.keys.clear();
        let effects = match pointed.gesture {
            Gesture::WheelUp => self.wheel(Intent::Up),
            Gesture::WheelDown => self.wheel(Intent::Down),
            Gesture::Press => self.pressed(pointed.at),
        };
        self.dirty |= is_read;
        effects
    }

    /// As the cursor key would, wherever that moves something.
    fn wheel(&mut self, intent: Intent) -> Vec<Effect> {
        if !self
            .contexts()
            .iter()
            .any(|context| intent.contexts().contains(context))
        {
            return Vec::new();
        }
        let (mut effects, mut is_seen) = (Vec::new(), false);
        for _ in 0..NOTCH {
            let (moved, is_move_seen) = self.seen(|app| app.ask(intent));
            effects.extend(moved);
            is_seen |= is_move_seen;
        }
        self.dirty = is_seen;
        effects
    }

    /// Only the work screen has places to press; what floats over it, or is typed into it, has the keys alone.
    fn pressed(&mut self, at: Position) -> Vec<Effect> {
        let is_work = matches!(self.front(), Front::Queues | Front::Tickets);
        if !is_work || !self.overlays.is_empty() || self.tickets.filter_line.is_some() {
            return Vec::new();
        }
        let layout = self.layout();
        if let Some(column) = layout.queues.filter(|column| column.contains(at)) {
            return queues::pressed(self, column, at);
        }
        if !layout.list.contains(at) {
            return Vec::new();
        }
        let height = if layout.lines == Lines::Two { 2 } else { 1 };
        let line = self.tickets.top + usize::from((at.y - layout.list.y) / height);
        let was_there = self.front() == Front::Tickets && self.tickets.cursor == line;
        if line >= self.tickets.lines.len() {
            return Vec::new();
        }
        if was_there {
            return opening::open_current(self);
        }
        self.go_to(Focus::Tickets);
        let by = line.cast_signed() - self.tickets.cursor.cast_signed();
        tickets::moved(self, Step::Lines(by))
    }
}
