//! A ticket's two statuses as one picture: Autotask left, Taskfire right, `●` before the status of the side that holds
//! the ticket. As two cells of a list, as one line of a preview, and as two boxes.
//!
//! The words and their roles are given; which side holds the ticket is not decided here.

use super::list::Cell;
use super::paint::{self, Piece};
use crate::base::cells;
use crate::tui::theme::{Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The mark of the side that holds the ticket, and the room that it takes on the other.
const HOLDS: &str = "● ";
const HOLDS_NOT: &str = "  ";

/// Stands for a side that has no part in the ticket.
const NO_PART: &str = "–";

/// Down to this width the boxes stand side by side.
const SIDE_BY_SIDE: u16 = 72;

/// One side's status.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SideStatus {
    /// Its word; none where this side has no part in the ticket.
    pub word: Option<String>,
    /// What kind of status it is, for its colour.
    pub role: Option<Role>,
    /// Whether this side has the ticket.
    pub holds: bool,
}

impl SideStatus {
    /// The status of a side that takes part.
    pub fn new(word: impl Into<String>, role: Role, holds: bool) -> Self {
        Self {
            word: Some(word.into()),
            role: Some(role),
            holds,
        }
    }

    /// Mark and word, as they always stand together.
    #[must_use]
    pub fn pieces(&self) -> Vec<Piece<'_>> {
        let mark = if self.holds { HOLDS } else { HOLDS_NOT };
        let word = self.word.as_deref().unwrap_or(NO_PART);
        vec![
            Piece::new(mark, Role::Holder),
            Piece::new(word, self.role.unwrap_or(Role::Dim)),
        ]
    }

    /// A cell of a list.
    #[must_use]
    pub fn cell(&self) -> Cell<'_> {
        Cell::of(self.pieces())
    }

    /// The same in plain text, without the room for a mark: `● In Progress`, `With Provider`, `–`.
    #[must_use]
    pub fn plain(&self) -> String {
        let mark = if self.holds { HOLDS } else { "" };
        let word = cells::sanitise(self.word.as_deref().unwrap_or(NO_PART));
        format!("{mark}{word}")
    }
}

/// The width of a list's status column for these words: the longest, its mark, never cut.
pub fn column_width<'a>(words: impl IntoIterator<Item = &'a str>) -> u16 {
    let longest = words
        .into_iter()
        .map(|word| cells::width(&cells::sanitise(word)))
        .max()
        .unwrap_or(0);
    u16::try_from(longest + cells::width(HOLDS)).unwrap_or(u16::MAX)
}

/// One side of the boxes.
#[derive(Clone, Debug, Default)]
pub struct SideBox<'a> {
    /// The side's name.
    pub name: String,
    /// What stands beside the name: *has the ticket*, the desk's name.
    pub beside: String,
    /// Its status.
    pub status: SideStatus,
    /// Since when, at the right end of the status line.
    pub since: String,
    /// Further lines: queue and person, times, what completing would do.
    pub lines: Vec<Vec<Piece<'a>>>,
}

/// The rows that the boxes take in this width.
#[must_use]
pub fn boxes_height(width: u16, autotask: &SideBox<'_>, taskfire: &SideBox<'_>) -> u16 {
    match width >= SIDE_BY_SIDE {
        true => box_height(autotask).max(box_height(taskfire)),
        false => box_height(autotask).saturating_add(box_height(taskfire)),
    }
}

/// Draws the boxes side by side, one above the other in narrow areas.
pub fn draw_boxes(buffer: &mut Buffer, area: Rect, autotask: &SideBox<'_>, taskfire: &SideBox<'_>, theme: &Theme) {
    if area.width < SIDE_BY_SIDE {
        let height = box_height(autotask).min(area.height);
        draw_box(buffer, Rect { height, ..area }, autotask, theme);
        draw_box(
            buffer,
            Rect {
                y: area.y + height,
                height: area.height - height,
                ..area
            },
            taskfire,
            theme,
        );
        return;
    }
    let half = area.width / 2;
    draw_box(
        buffer,
        Rect {
            width: half - 1,
            ..area
        },
        autotask,
        theme,
    );
    super::rule::vertical(
        buffer,
        Rect {
            x: area.x + half - 1,
            width: 1,
            ..area
        },
        theme,
    );
    draw_box(
        buffer,
        Rect {
            x: area.x + half,
            width: area.width - half,
            ..area
        },
        taskfire,
        theme,
    );
}

/// Draws both statuses on one line, each with its side's name and a detail behind it.
pub fn draw_line(buffer: &mut Buffer, line: Rect, sides: [(&str, &SideStatus, &str); 2], theme: &Theme) {
    let half = line.width / 2;
    for ((name, status, detail), (x, room)) in sides
        .into_iter()
        .zip([(line.x, half), (line.x + half, line.width - half)])
    {
        let mut pieces = vec![Piece::new(name, Role::Heading), Piece::new(" ", Role::Text)];
        if x > line.x {
            pieces.insert(0, Piece::new("│ ", Role::Rule));
        }
        pieces.extend(status.pieces());
        if !detail.is_empty() {
            pieces.push(Piece::new(format!(" · {detail}"), Role::Text));
        }
        paint::pieces(buffer, x, line.y, room.saturating_sub(1), &pieces, theme);
    }
}

fn box_height(side: &SideBox<'_>) -> u16 {
    u16::try_from(side.lines.len()).unwrap_or(u16::MAX).saturating_add(2)
}

/// The bar before each line of the side that has the ticket, and the room around it.
const BAR: &str = " ▌ ";
const NO_BAR: &str = "   ";

fn draw_box(buffer: &mut Buffer, area: Rect, side: &SideBox<'_>, theme: &Theme) {
    let beside = if side.status.holds { Role::Holder } else { Role::Text };
    let heading = vec![
        Piece::new(side.name.as_str(), Role::Heading),
        Piece::new("   ", Role::Text),
        Piece::new(side.beside.as_str(), beside),
    ];
    let indent = if side.status.holds { "" } else { HOLDS_NOT };
    let status = side.status.pieces();
    let further = side.lines.iter().map(|line| (indent, line.as_slice()));
    let lines = [("", heading.as_slice()), ("", status.as_slice())]
        .into_iter()
        .chain(further);
    for ((indent, pieces), y) in lines.zip(area.top()..area.bottom()) {
        let bar = Piece::new(if side.status.holds { BAR } else { NO_BAR }, Role::Holder);
        let taken = paint::pieces(
            buffer,
            area.x,
            y,
            area.width,
            &[bar, Piece::new(indent, Role::Text)],
            theme,
        );
        paint::pieces(buffer, area.x + taken, y, area.width - taken, pieces, theme);
    }
    draw_since(buffer, area, side, theme);
}

/// Since when the status stands, at the right end of its line where there is room for it.
fn draw_since(buffer: &mut Buffer, area: Rect, side: &SideBox<'_>, theme: &Theme) {
    let since = u16::try_from(cells::width(&cells::sanitise(&side.since))).unwrap_or(u16::MAX);
    let status = u16::try_from(paint::width(&side.status.pieces()) + cells::width(BAR)).unwrap_or(u16::MAX);
    let fits = status.saturating_add(since).saturating_add(3) <= area.width && area.height > 1;
    if fits {
        paint::text(
            buffer,
            area.right() - since - 1,
            area.y + 1,
            since,
            &side.since,
            theme.style(Role::Dim),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::paint::testing::lines;
    use super::*;

    fn in_progress() -> SideStatus {
        SideStatus::new("In Progress", Role::Open, true)
    }

    fn boxes() -> (SideBox<'static>, SideBox<'static>) {
        let autotask = SideBox {
            name: "AUTOTASK".to_owned(),
            beside: "has the ticket".to_owned(),
            status: in_progress(),
            since: "since 10:05".to_owned(),
            lines: vec![vec![Piece::new("Level 1 · Maria Keller", Role::Text)]],
        };
        let taskfire = SideBox {
            name: "TASKFIRE".to_owned(),
            beside: "Acme IT".to_owned(),
            status: SideStatus::new("With Provider", Role::OtherSide, false),
            since: "since 09:10".to_owned(),
            lines: vec![vec![Piece::new("Escalated · Tom Reyes", Role::Text)]],
        };
        (autotask, taskfire)
    }

    #[test]
    fn only_the_side_that_has_the_ticket_is_marked() {
        assert_eq!(in_progress().plain(), "● In Progress");
        assert_eq!(
            SideStatus::new("With\u{1b} Provider", Role::OtherSide, false).plain(),
            "With␛ Provider"
        );
        assert_eq!(SideStatus::default().plain(), "–");
        assert_eq!(column_width(["New", "Waiting Customer"]), 18);
    }

    #[test]
    fn the_boxes_stand_side_by_side_and_in_narrow_areas_one_above_the_other() {
        let (autotask, taskfire) = boxes();
        let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 3));
        draw_boxes(
            &mut buffer,
            Rect::new(0, 0, 80, 3),
            &autotask,
            &taskfire,
            &Theme::default(),
        );
        assert_eq!(
            lines(&buffer),
            [
                " ▌ AUTOTASK   has the ticket           │   TASKFIRE   Acme IT",
                " ▌ ● In Progress           since 10:05 │     With Provider          since 09:10",
                " ▌ Level 1 · Maria Keller              │     Escalated · Tom Reyes",
            ]
        );
        assert_eq!(
            (
                boxes_height(80, &autotask, &taskfire),
                boxes_height(60, &autotask, &taskfire)
            ),
            (3, 6)
        );
        let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 6));
        draw_boxes(
            &mut buffer,
            Rect::new(0, 0, 40, 6),
            &autotask,
            &taskfire,
            &Theme::default(),
        );
        assert_eq!(lines(&buffer)[1], " ▌ ● In Progress            since 10:05");
        assert_eq!(lines(&buffer)[4], "     With Provider          since 09:10");
    }

    #[test]
    fn one_line_shows_both_statuses_with_their_people() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 1));
        let other = SideStatus::new("With Provider", Role::OtherSide, false);
        let sides = [
            ("AUTOTASK", &in_progress(), "Maria Keller"),
            ("TASKFIRE", &other, "Tom Reyes"),
        ];
        draw_line(&mut buffer, Rect::new(0, 0, 80, 1), sides, &Theme::default());
        assert_eq!(
            lines(&buffer),
            ["AUTOTASK ● In Progress · Maria Keller   │ TASKFIRE   With Provider · Tom Reyes"]
        );
    }

    #[test]
    fn any_area_can_hold_the_boxes() {
        let (autotask, taskfire) = boxes();
        for width in [0, 1, 2, 5, 40, 71, 72, 73, 200] {
            for height in 0..8 {
                let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
                draw_boxes(
                    &mut buffer,
                    Rect::new(0, 0, width, height),
                    &autotask,
                    &taskfire,
                    &Theme::default(),
                );
            }
        }
    }
}
