//! Everything that can be asked for, found by typing: what can't be done now stands there too and says why.

use super::{Next, Overlay};
use crate::tui::app::moving::Step;
use crate::tui::app::{App, pages};
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use crate::tui::widgets::edit::Edit;
use crate::tui::widgets::pick_list::{Item, PickList};

/// So many entries are seen at once.
pub const SEEN: usize = 14;

/// The entries and what was typed.
#[derive(Clone, Debug)]
pub struct Palette {
    /// The list.
    pub list: PickList<Intent>,
}

/// Opens it: what is possible now stands first, everything else below with its reason.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let in_palette = Intent::ALL.iter().copied().filter(|intent| intent.is_in_palette(app));
    let mut items: Vec<Item<Intent>> = in_palette.map(|intent| entry(app, intent)).collect();
    items.sort_by_key(|item| !item.is_available);
    app.overlays.push(Overlay::Palette(Palette {
        list: PickList::new(items).named(|intent| intent.name()),
    }));
    Vec::new()
}

/// An intent with its key, or with the reason why it can't be asked for.
fn entry(app: &App, intent: Intent) -> Item<Intent> {
    let keys = app.settings.keymap.keys_for(intent.name(), &app.work_contexts());
    let (detail, is_available) = match app.availability(intent) {
        Availability::Available => (keys.unwrap_or_default(), true),
        Availability::Refused(why) => (why, false),
    };
    Item {
        value: intent,
        label: app.words(intent, "").into_owned(),
        detail,
        is_available,
    }
}

impl Palette {
    /// More about what the cursor is on; empty where its title says all.
    #[must_use]
    pub fn about(&self, app: &App) -> String {
        let picked = self
            .list
            .picked()
            .map(|item| format!("{}.about", item.value.sentence()));
        let typing = pages::filter::CONTEXTS;
        let keys = [
            ("keep", app.way_to(Intent::ApplyFilter, &typing).into()),
            ("leave", app.way_to(Intent::LeaveFilter, &typing).into()),
        ];
        let about = picked.and_then(|key| app.settings.sentences.find(&key, &keys));
        about.map_or_else(String::new, |about| about.into_owned())
    }

    pub(super) fn asked(mut self, intent: Intent) -> Next {
        if let Some(Step::Lines(rows)) = Step::of(intent, SEEN) {
            self.list.move_by(rows, SEEN);
            return Next::Stays(Overlay::Palette(self), Vec::new());
        }
        if let Some(edit) = Edit::named(intent.name()) {
            self.list.edit(edit);
            return Next::Stays(Overlay::Palette(self), Vec::new());
        }
        let picked = self.list.picked().map(|item| (item.value, item.label.clone()));
        match (intent, picked) {
            (Intent::GoBack, _) => Next::Closes(Vec::new()),
            // What can't be done says why in the message line.
            (Intent::RunPalette, Some((intent, _))) => Next::Asks(intent),
            (Intent::CompletePalette, Some((_, label))) => {
                self.list.type_instead(&label);
                Next::Stays(Overlay::Palette(self), Vec::new())
            }
            (Intent::RunPalette | Intent::CompletePalette, None) => Next::Stays(Overlay::Palette(self), Vec::new()),
            _ => Next::NotMine(Overlay::Palette(self)),
        }
    }
}
