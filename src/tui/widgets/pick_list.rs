//! A list to pick from by typing: people, companies, queues, the palette's intents.
//!
//! Letters match in their order anywhere in an item, case and diacritics aside; without letters the items stand in the
//! order that they were given.

mod matching;

use super::edit::Edit;
use super::line_input::LineInput;
use super::list::{self, Marks};
use super::paint::{self, Piece};
use super::scroll::ListCursor;
use crate::base::{cells, fold::fold};
use crate::tui::keymap::Key;
use crate::tui::theme::{Role, Theme};
use matching::{Folded, Match};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::ops::Range;

/// Something to pick.
#[derive(Clone, Debug)]
pub struct Item<T> {
    /// What is picked.
    pub value: T,
    /// What is shown and matched.
    pub label: String,
    /// What is shown behind it: a key, a count, why it can't be picked now.
    pub detail: String,
    /// Whether it can be picked; what can't is shown dim with its reason.
    pub is_available: bool,
}

/// The items, what was typed, and the cursor among those that match.
#[derive(Clone, Debug)]
pub struct PickList<T> {
    items: Vec<Item<T>>,
    folded: Vec<Folded>,
    /// A second name of each item that has one, by which it is found too.
    names: Vec<&'static str>,
    input: LineInput,
    matches: Vec<Match>,
    rows: Vec<usize>,
    cursor: ListCursor<usize>,
}

impl<T> PickList<T> {
    /// A list of these, best first, nothing typed yet.
    #[must_use]
    pub fn new(items: Vec<Item<T>>) -> Self {
        let folded = items.iter().map(|item| Folded::new(&item.label)).collect();
        let mut list = Self {
            items,
            folded,
            names: Vec::new(),
            input: LineInput::default(),
            matches: Vec::new(),
            rows: Vec::new(),
            cursor: ListCursor::default(),
        };
        list.find();
        list
    }

    /// The same list, each item found by this name too: a name that was typed whole, or a whole part of it between dots,
    /// stands before whatever else matches.
    #[must_use]
    pub fn named(self, name: impl Fn(&T) -> &'static str) -> Self {
        let names = self.items.iter().map(|item| name(&item.value)).collect();
        Self { names, ..self }
    }

    /// Puts the cursor on the first item of which this holds; `height` is how many the screen shows.
    pub fn go_to(&mut self, is_wanted: impl Fn(&Item<T>) -> bool, height: usize) {
        if let Some(row) = self.matches.iter().position(|found| is_wanted(&self.items[found.item])) {
            self.cursor.move_to(row, &self.rows, height);
        }
    }

    /// The first match on a screen of so many rows.
    #[must_use]
    pub fn top(&self, height: usize) -> usize {
        self.cursor.visible(height, self.matches.len()).start
    }

    /// What was typed.
    #[must_use]
    pub fn typed(&self) -> &str {
        self.input.text()
    }

    /// The item under the cursor.
    #[must_use]
    pub fn picked(&self) -> Option<&Item<T>> {
        self.items.get(self.cursor.item()?)
    }

    /// How many items match.
    #[must_use]
    pub fn len(&self) -> usize {
        self.matches.len()
    }

    /// Whether none matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.matches.is_empty()
    }

    /// Takes a key that nothing is bound to. False where it means nothing here.
    pub fn key(&mut self, key: Key) -> bool {
        self.typing(|input| input.key(key))
    }

    /// Does an edit that a key is bound to.
    pub fn edit(&mut self, edit: Edit) {
        self.typing(|input| input.edit(edit));
    }

    /// Puts a foreign text in.
    pub fn paste(&mut self, text: &str) {
        self.typing(|input| input.paste(text));
    }

    /// Replaces what was typed by this, as completing does.
    pub fn type_instead(&mut self, text: &str) {
        self.input = LineInput::new(text);
        self.find();
    }

    /// Moves the cursor by this many rows; `height` is how many the screen shows.
    pub fn move_by(&mut self, rows: isize, height: usize) {
        self.cursor.move_by(rows, &self.rows, height);
    }

    /// Draws the line one types into, behind a prompt, and the matches below it. Gives back where the cursor is.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, prompt: &str, theme: &Theme) -> Option<Position> {
        if area.is_empty() {
            return None;
        }
        let taken = paint::text(buffer, area.x, area.y, area.width, prompt, theme.style(Role::Key));
        let line = Rect {
            x: area.x + taken,
            width: area.width - taken,
            height: 1,
            ..area
        };
        let position = self.input.draw(buffer, line, theme);
        let below = Rect {
            y: area.y + 1,
            height: area.height - 1,
            ..area
        };
        self.draw_rows(buffer, below, theme);
        position
    }

    /// Draws the matches alone.
    pub fn draw_rows(&self, buffer: &mut Buffer, below: Rect, theme: &Theme) {
        let visible = self.cursor.visible(usize::from(below.height), self.matches.len());
        let label_width = self.label_width(visible.clone());
        for (row, y) in visible.zip(below.top()..below.bottom()) {
            self.draw_row(buffer, Rect { y, height: 1, ..below }, row, label_width, theme);
        }
    }

    fn draw_row(&self, buffer: &mut Buffer, line: Rect, row: usize, label_width: usize, theme: &Theme) {
        let found = &self.matches[row];
        let item = &self.items[found.item];
        let is_cursor = row == self.cursor.row();
        list::draw_marks(
            buffer,
            line,
            Marks {
                cursor: is_cursor,
                ..Marks::default()
            },
            theme,
        );
        let x = line.x + list::MARKS.min(line.width);
        let room = line.right() - x;
        let role = if item.is_available { Role::Text } else { Role::Dim };
        let taken = paint::pieces(
            buffer,
            x,
            line.y,
            room,
            &highlighted(&item.label, &found.parts, role),
            theme,
        );
        if is_cursor {
            buffer.set_style(
                Rect {
                    x,
                    width: taken,
                    ..line
                },
                theme.style(Role::Cursor),
            );
        }
        let start = u16::try_from(label_width)
            .unwrap_or(u16::MAX)
            .max(taken)
            .saturating_add(3);
        if start < room {
            paint::text(
                buffer,
                x + start,
                line.y,
                room - start,
                &item.detail,
                theme.style(Role::Dim),
            );
        }
    }

    /// The widest label on the screen, so that details stand below each other.
    fn label_width(&self, rows: Range<usize>) -> usize {
        let labels = rows.map(|row| &self.items[self.matches[row].item].label);
        labels
            .map(|label| cells::width(&cells::fit(label, 60)))
            .max()
            .unwrap_or(0)
    }

    fn typing<R>(&mut self, change: impl FnOnce(&mut LineInput) -> R) -> R {
        let before = self.typed().to_owned();
        let result = change(&mut self.input);
        if self.typed() != before {
            self.find();
        }
        result
    }

    /// Finds what matches the typed text; the cursor goes to the best match.
    fn find(&mut self) {
        let wanted = fold(self.input.text().trim());
        self.matches = matching::of(&wanted, &self.folded, &self.names);
        self.rows = self.matches.iter().map(|found| found.item).collect();
        self.cursor = ListCursor::default();
        self.cursor.settle(&self.rows, 1);
    }
}

/// The label with its matching parts marked.
fn highlighted<'a>(label: &'a str, parts: &[Range<usize>], role: Role) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut end = 0;
    for part in parts {
        pieces.push(Piece::new(&label[end..part.start], role));
        pieces.push(Piece::new(&label[part.clone()], Role::Match));
        end = part.end;
    }
    pieces.push(Piece::new(&label[end..], role));
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::super::paint::testing::lines;
    use super::*;
    use ratatui::style::Modifier;

    fn people() -> PickList<u8> {
        let item = |(value, label): (u8, &str)| Item {
            value,
            label: label.to_owned(),
            detail: format!("{value} open"),
            is_available: true,
        };
        PickList::new(
            [(1, "Maria Keller"), (2, "Jürgen Müller"), (3, "Tom Reyes")]
                .map(item)
                .to_vec(),
        )
    }

    fn typed(list: &mut PickList<u8>, keys: &str) {
        for key in Key::sequence(keys).unwrap() {
            list.key(key);
        }
    }

    #[test]
    fn typing_narrows_the_list_case_and_diacritics_aside() {
        let mut list = people();
        assert_eq!((list.len(), list.picked().map(|item| item.value)), (3, Some(1)));
        typed(&mut list, "j u m u");
        assert_eq!(
            (list.typed(), list.len(), list.picked().map(|item| item.value)),
            ("jumu", 1, Some(2))
        );
        list.edit(Edit::DeleteToStart);
        assert_eq!(list.len(), 3);
        list.move_by(9, 2);
        assert_eq!(list.picked().map(|item| item.value), Some(3));
        typed(&mut list, "x x x");
        assert!(list.is_empty() && list.picked().is_none());
    }

    #[test]
    fn what_matched_is_marked_and_details_stand_below_each_other() {
        let mut list = people();
        typed(&mut list, "ü");
        let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 4));
        let at = list.draw(
            &mut buffer,
            Rect::new(0, 0, 40, 4),
            " : ",
            &Theme::shipped(crate::config::ShippedTheme::Mono),
        );
        assert_eq!(lines(&buffer)[..2], [" : ü", "▌ Jürgen Müller   2 open"]);
        assert_eq!(at, Some(Position::new(4, 0)));
        assert!(
            buffer[(3, 1)].modifier.contains(Modifier::UNDERLINED)
                || buffer[(10, 1)].modifier.contains(Modifier::UNDERLINED)
        );
    }

    #[test]
    fn any_area_will_do() {
        for width in 0..8 {
            for height in 0..4 {
                let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
                people().draw(&mut buffer, Rect::new(0, 0, width, height), " : ", &Theme::default());
            }
        }
    }
}
