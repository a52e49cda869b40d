//! A field of a dialog: a line, a text of several lines, a list to pick from, or a switch.

use super::Choice;
use crate::tui::app::App;
use crate::tui::keymap::Key;
use crate::tui::typed::{day, moment, work};
use crate::tui::widgets::edit::Edit;
use crate::tui::widgets::line_input::LineInput;
use crate::tui::widgets::pick_list::{Item, PickList};
use crate::tui::widgets::text_box::TextBox;

/// What a switch that is on is kept as in a draft.
const ON: &str = "on";
/// What one that is off is kept as.
const OFF: &str = "off";
/// So many things to pick are seen at once.
pub const SEEN: usize = 5;

/// A field.
#[derive(Clone, Debug)]
pub struct Field {
    /// What the action calls it.
    pub name: &'static str,
    /// What people read before it.
    pub label: String,
    /// What is typed or picked.
    pub input: Input,
    /// What a typed line is read as.
    pub reads: Reads,
    /// Whether it is kept in the draft of its dialog.
    pub is_kept: bool,
    /// The text that it was opened with.
    opened: String,
}

/// What is typed or picked.
#[derive(Clone, Debug)]
pub enum Input {
    /// A line.
    Line(LineInput),
    /// A text of several lines.
    Text(TextBox),
    /// One of these.
    Pick(PickField),
    /// On or off.
    Switch(bool),
}

/// A list to pick from in a form.
#[derive(Clone, Debug)]
pub struct PickField {
    /// What is picked.
    pub chosen: Option<Item<Choice>>,
    /// The list while one types.
    pub list: PickList<Choice>,
    items: Vec<Item<Choice>>,
    /// Whether something was typed or moved since the field was entered.
    is_touched: bool,
    /// Whether it was left with something typed before there was anything to pick.
    is_left_early: bool,
}

/// What a typed line is read as, to be told beside it while one types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    /// Itself.
    Text,
    /// A moment ahead.
    Moment,
    /// A day.
    Day,
    /// Time spent.
    Work,
}

/// What a field did with a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Took {
    /// Its text is another.
    Changed,
    /// Only its cursor is elsewhere.
    Moved,
    /// It means nothing here.
    Nothing,
}

impl Field {
    /// A line that begins with this text.
    #[must_use]
    pub fn line(name: &'static str, label: String, text: &str) -> Self {
        let input = Input::Line(LineInput::new(text));
        Self::new(name, label, input)
    }

    /// A text of several lines that begins with this one.
    #[must_use]
    pub fn text_box(name: &'static str, label: String, text: &str) -> Self {
        Self::new(name, label, Input::Text(TextBox::new(text)))
    }

    /// A list to pick from; what is picked already stands in it.
    #[must_use]
    pub fn pick(name: &'static str, label: String, items: Vec<Item<Choice>>, chosen: Option<Item<Choice>>) -> Self {
        let pick = PickField {
            chosen,
            list: PickList::new(items.clone()),
            items,
            is_touched: false,
            is_left_early: false,
        };
        Self::new(name, label, Input::Pick(pick))
    }

    /// Something that is on or off; Space switches it.
    #[must_use]
    pub fn switch(name: &'static str, label: String, is_on: bool) -> Self {
        Self::new(name, label, Input::Switch(is_on))
    }

    fn new(name: &'static str, label: String, input: Input) -> Self {
        let mut field = Self {
            name,
            label,
            input,
            reads: Reads::Text,
            is_kept: true,
            opened: String::new(),
        };
        field.opened = field.text();
        field
    }

    /// The same field, read as this.
    #[must_use]
    pub fn reading(self, reads: Reads) -> Self {
        Self { reads, ..self }
    }

    /// The same field, of which nothing is ever written down: a password.
    #[must_use]
    pub fn never_kept(self) -> Self {
        Self { is_kept: false, ..self }
    }

    /// What stands in it.
    #[must_use]
    pub fn text(&self) -> String {
        match &self.input {
            Input::Line(line) => line.text().to_owned(),
            Input::Text(text) => text.text(),
            Input::Pick(pick) => pick.chosen.as_ref().map(|item| item.label.clone()).unwrap_or_default(),
            Input::Switch(is_on) => if *is_on { ON } else { OFF }.to_owned(),
        }
    }

    /// What is picked in it.
    #[must_use]
    pub fn choice(&self) -> Option<&Choice> {
        match &self.input {
            Input::Pick(pick) => pick.chosen.as_ref().map(|item| &item.value),
            Input::Line(_) | Input::Text(_) | Input::Switch(_) => None,
        }
    }

    /// Whether it is switched on.
    #[must_use]
    pub fn is_on(&self) -> bool {
        matches!(self.input, Input::Switch(true))
    }

    /// Whether it is not as it was opened.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.text() != self.opened
    }

    /// Puts another text in; of a list the item of that name.
    pub(super) fn set_text(&mut self, text: &str) {
        match &mut self.input {
            Input::Line(line) => *line = LineInput::new(text),
            Input::Text(input) => *input = TextBox::new(text),
            Input::Switch(is_on) => *is_on = text == ON,
            Input::Pick(pick) => {
                if let Some(item) = pick.items.iter().find(|item| item.label == text) {
                    pick.chosen = Some(item.clone());
                }
            }
        }
    }

    /// Switches it on or off, where it is a switch.
    pub(super) fn set_on(&mut self, on: bool) {
        if let Input::Switch(is_on) = &mut self.input {
            *is_on = on;
        }
    }

    /// What was picked is of another list: nothing is picked any more.
    pub(super) fn forget(&mut self) {
        if let Input::Pick(pick) = &mut self.input {
            pick.chosen = None;
        }
        self.set_items(Vec::new());
    }

    /// What there is to pick has been read.
    pub(super) fn set_items(&mut self, items: Vec<Item<Choice>>) {
        if let Input::Pick(pick) = &mut self.input {
            // What stood there by its number has a name now.
            if let Some(chosen) = &mut pick.chosen
                && let Some(known) = items.iter().find(|item| item.value == chosen.value)
            {
                if self.opened == chosen.label {
                    self.opened.clone_from(&known.label);
                }
                *chosen = known.clone();
            }
            let typed = pick.list.typed().to_owned();
            pick.list = PickList::new(items.clone());
            if !typed.is_empty() {
                pick.list.type_instead(&typed);
            }
            pick.items = items;
            if std::mem::take(&mut pick.is_left_early) && !pick.is_touched {
                pick.is_touched = true;
                self.leave();
            }
        }
    }

    pub(super) fn key(&mut self, key: Key) -> Took {
        let before = self.text();
        let is_taken = match &mut self.input {
            Input::Line(line) => line.key(key),
            Input::Text(text) => text.key(key),
            Input::Pick(pick) => {
                pick.is_touched = true;
                pick.list.key(key)
            }
            Input::Switch(is_on) if key.letter() == Some(' ') => {
                *is_on = !*is_on;
                true
            }
            Input::Switch(_) => false,
        };
        self.took(is_taken, &before)
    }

    pub(super) fn edit(&mut self, edit: Edit) -> Took {
        let before = self.text();
        match &mut self.input {
            Input::Line(line) => line.edit(edit),
            Input::Text(text) => text.edit(edit),
            Input::Pick(pick) => {
                pick.is_touched = true;
                pick.list.edit(edit);
            }
            Input::Switch(_) => {}
        }
        self.took(true, &before)
    }

    pub(super) fn paste(&mut self, text: &str) {
        match &mut self.input {
            Input::Line(line) => line.paste(text),
            Input::Text(input) => _ = input.paste(text),
            Input::Pick(pick) => {
                pick.is_touched = true;
                pick.list.paste(text);
            }
            Input::Switch(_) => {}
        }
    }

    /// Moves in what there is to pick.
    pub(super) fn move_by(&mut self, rows: isize) -> Took {
        match &mut self.input {
            Input::Pick(pick) => {
                pick.is_touched = true;
                pick.list.move_by(rows, SEEN);
                Took::Moved
            }
            Input::Text(text) => {
                text.move_by(rows);
                Took::Moved
            }
            Input::Line(_) | Input::Switch(_) => Took::Nothing,
        }
    }

    /// The keys go elsewhere: what the cursor is on is picked, if one typed or moved.
    pub(super) fn leave(&mut self) {
        if let Input::Pick(pick) = &mut self.input
            && std::mem::take(&mut pick.is_touched)
        {
            if pick.items.is_empty() && !pick.list.typed().is_empty() {
                // What there is to pick is still being read: what was typed is looked for when it comes.
                pick.is_left_early = true;
                return;
            }
            if let Some(item) = pick.list.picked().filter(|item| item.is_available).cloned() {
                pick.chosen = Some(item);
            }
            pick.list = PickList::new(pick.items.clone());
        }
    }

    /// What the typed line is read as, in words: right, or why not. None where there is nothing to say.
    #[must_use]
    pub fn reading_of(&self, app: &App) -> Option<Result<String, String>> {
        let text = self.text();
        if text.trim().is_empty() {
            return None;
        }
        let times = app.times();
        match self.reads {
            Reads::Text => None,
            Reads::Moment => Some(match moment::parse(&text, times.wall(app.now)) {
                Ok(wall) => Ok(times.read(times.moment(wall))),
                Err(mistake) => Err(said(app, mistake.sentence())),
            }),
            Reads::Day => Some(match day::parse(&text, times.wall(app.now).date()) {
                Ok(day) => Ok(day.to_string()),
                Err(mistake) => Err(said(app, mistake.sentence())),
            }),
            Reads::Work => Some(match work::parse(&text) {
                Ok(work) => Ok(work::print(work.minutes)),
                Err(mistake) => Err(said(app, mistake.sentence())),
            }),
        }
    }

    fn took(&self, is_taken: bool, before: &str) -> Took {
        match (is_taken, self.text() != before) {
            (true, true) => Took::Changed,
            (true, false) => Took::Moved,
            (false, _) => Took::Nothing,
        }
    }
}

impl PickField {
    /// What stands in it: what is picked, or what was typed before there was anything to pick.
    #[must_use]
    pub fn shown(&self) -> &str {
        let typed = Some(self.list.typed()).filter(|typed| !typed.is_empty());
        let chosen = self.chosen.as_ref().map(|item| item.label.as_str());
        typed.or(chosen).unwrap_or("–")
    }

    /// Whether one is picking: the list is to be seen.
    #[must_use]
    pub fn is_touched(&self) -> bool {
        self.is_touched
    }
}

/// The sentence of something that can't be read.
#[must_use]
pub fn said(app: &App, (key, word): (&'static str, &str)) -> String {
    app.say(key, &[("word", word.into())]).into_owned()
}
