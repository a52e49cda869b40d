//! A list to pick one thing from by typing a few letters of it.

use super::{Answer, Choice, Next, Overlay, Purpose};
use crate::tui::app::App;
use crate::tui::app::moving::Step;
use crate::tui::effect::{Effect, Generation, Load};
use crate::tui::intent::Intent;
use crate::tui::widgets::edit::Edit;
use crate::tui::widgets::pick_list::{Item, PickList};

/// So many items are seen at once.
pub const SEEN: usize = 12;

/// A list to pick from.
#[derive(Clone, Debug)]
pub struct Pick {
    /// What is picked.
    pub title: String,
    /// The list and what was typed.
    pub list: PickList<Choice>,
    purpose: Purpose,
    load: Option<Generation>,
}

/// Something to pick that can be picked, with what stands behind it.
#[must_use]
pub fn item(label: impl Into<String>, detail: impl Into<String>, value: Choice) -> Item<Choice> {
    Item {
        value,
        label: label.into(),
        detail: detail.into(),
        is_available: true,
    }
}

impl Pick {
    /// A list, and who gets the answer.
    #[must_use]
    pub fn new(title: String, items: Vec<Item<Choice>>, purpose: Purpose) -> Self {
        Self {
            title,
            list: PickList::new(items),
            purpose,
            load: None,
        }
    }

    /// Opens it while what there is to pick is still being read.
    pub fn open(mut self, app: &mut App, load: Load) -> Vec<Effect> {
        let (generation, effect) = app.load(load);
        self.load = Some(generation);
        app.overlays.push(Overlay::Pick(self));
        vec![effect]
    }

    /// Whether what there is to pick is still being read.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.load.is_some()
    }

    /// The same with the cursor on this, so that Enter changes nothing by itself.
    #[must_use]
    pub fn at(mut self, choice: &Choice) -> Self {
        self.list.go_to(|item| item.value == *choice, SEEN);
        self
    }

    /// What there is to pick has been read.
    pub(super) fn take_items(&mut self, generation: Generation, items: &[Item<Choice>]) -> bool {
        let is_mine = self.load.take_if(|load| *load == generation).is_some();
        if is_mine {
            let typed = self.list.typed().to_owned();
            self.list = PickList::new(items.to_vec());
            self.list.type_instead(&typed);
        }
        is_mine
    }

    pub(super) fn asked(mut self, intent: Intent) -> Next {
        if let Some(Step::Lines(rows)) = Step::of(intent, SEEN) {
            self.list.move_by(rows, SEEN);
            return Next::Stays(Overlay::Pick(self), Vec::new());
        }
        if let Some(edit) = Edit::named(intent.name()) {
            self.list.edit(edit);
            return Next::Stays(Overlay::Pick(self), Vec::new());
        }
        match intent {
            Intent::GoBack => Next::Closes(Vec::new()),
            Intent::Choose => match self.list.picked().filter(|item| item.is_available) {
                Some(item) => Next::Answers(self.purpose, Answer::Chosen(item.value.clone())),
                None => Next::Stays(Overlay::Pick(self), Vec::new()),
            },
            _ => Next::NotMine(Overlay::Pick(self)),
        }
    }
}
