//! What stands where in the opened ticket.

use super::boxes::{Room, boxes};
use crate::records::views::TicketView;
use crate::tui::app::App;
use crate::tui::overlays::Overlay;
use crate::tui::widgets::two_statuses;
use ratatui::layout::Rect;

/// Below this the boxes stand one above the other, with what matters most.
const SIDE_BY_SIDE: u16 = 72;
/// From here the boxes have room for whole sentences.
const WORDY: u16 = 110;
/// From so many rows on there are empty lines between the parts.
const AIRY: u16 = 30;
/// The boxes of a ticket that is not read yet take as much.
const BOX: u16 = 4;

/// The areas of the opened ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Areas {
    /// Who and what it is about.
    pub card: Rect,
    /// The two statuses.
    pub boxes: Rect,
    /// The names of the parts.
    pub parts: Rect,
    /// The rule below them.
    pub rule: Rect,
    /// The part that is shown.
    pub content: Rect,
    /// How much room the boxes have.
    pub room: Room,
}

impl Areas {
    /// The areas at the console's size.
    #[must_use]
    pub fn of(app: &App) -> Self {
        let layout = app.layout();
        let body = Rect {
            y: 1,
            height: layout.rule.y.saturating_sub(1),
            ..layout.screen
        };
        let composing = app.overlays.iter().find_map(|overlay| match overlay {
            Overlay::Compose(compose) => Some(compose.height(layout.screen)),
            _ => None,
        });
        let view = app.ticket.as_ref().and_then(|pane| pane.ticket());
        Self::within(app, body, view.map(AsRef::as_ref), composing.unwrap_or(0))
    }

    fn within(app: &App, body: Rect, view: Option<&TicketView>, below: u16) -> Self {
        let gap = u16::from(body.height >= AIRY);
        let room = match body.width {
            0..SIDE_BY_SIDE => Room::Narrow,
            SIDE_BY_SIDE..WORDY => Room::Brief,
            _ => Room::Full,
        };
        let height = view.map_or(BOX, |view| {
            let [autotask, taskfire] = boxes(app, view, room);
            two_statuses::boxes_height(body.width, &autotask, &taskfire)
        });
        let mut rest = body;
        let card = row(&mut rest, 1);
        row(&mut rest, gap);
        let boxes = row(&mut rest, height);
        row(&mut rest, gap);
        let parts = row(&mut rest, 1);
        let rule = row(&mut rest, 1);
        let content = Rect {
            height: rest.height.saturating_sub(below),
            ..rest
        };
        Self {
            card,
            boxes,
            parts,
            rule,
            content,
            room,
        }
    }
}

/// Takes so many rows off the top.
fn row(rest: &mut Rect, height: u16) -> Rect {
    let height = height.min(rest.height);
    let taken = Rect { height, ..*rest };
    rest.y += height;
    rest.height -= height;
    taken
}
