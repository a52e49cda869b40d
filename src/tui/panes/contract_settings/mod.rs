//! The settings of contracts (LT-02 to LT-05, LT-12, LT-16, LT-17): whether they are active, whether requests need one,
//! which items have no owner, and which requests were refused for want of a contract.

pub mod activate;
pub mod assign;
pub mod draw;
pub mod validation;

use crate::base::ids::ItemId;
use crate::domain::permission::Action;
use crate::records::administration::support::{ContractSettings, ItemLine};
use crate::records::administration::{Answer, Question};
use crate::tui::app::App;
use crate::tui::app::moving::Step;
use crate::tui::app::pages::{self, Then, places};
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use crate::tui::keymap::Context;
use crate::tui::theme::Role;
use crate::tui::widgets::paint::Piece;
use crate::tui::widgets::scroll::ListCursor;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The pane's state.
#[derive(Debug, Default)]
pub struct Pane {
    /// What the server says.
    pub settings: Option<Box<ContractSettings>>,
    /// The item without an owner under the cursor.
    pub cursor: ListCursor<ItemId>,
}

impl Pane {
    /// The item under the cursor.
    #[must_use]
    pub fn current(&self) -> Option<&ItemLine> {
        self.settings.as_ref()?.items_without_owner.get(self.cursor.row())
    }

    fn ids(&self) -> Vec<ItemId> {
        let items = self.settings.iter().flat_map(|settings| &settings.items_without_owner);
        items.map(|item| item.id).collect()
    }
}

impl pages::Pane for Pane {
    fn questions(&self, _: &App) -> Vec<Question> {
        vec![Question::ContractSettings]
    }

    fn answered(&mut self, answer: Answer) -> Option<Then> {
        if let Answer::ContractSettings(settings) = answer {
            self.settings = Some(settings);
        }
        None
    }

    fn title(&self, app: &App) -> Vec<Piece<'static>> {
        vec![Piece::new(
            app.text("contract-settings-title").into_owned(),
            Role::Heading,
        )]
    }

    fn contexts(&self) -> &'static [Context] {
        &[Context::ContractSettings]
    }

    fn offered(&self) -> &'static [Intent] {
        &[
            Intent::AssignItem,
            Intent::ActivateContracts,
            Intent::SwitchValidation,
            Intent::GoBack,
        ]
    }

    fn enter(&self) -> Option<Intent> {
        Some(Intent::AssignItem)
    }

    fn moved(&mut self, app: &App, step: Step, room: Rect) {
        let ids = self.ids();
        let row = step.from(self.cursor.row(), ids.len());
        self.cursor.move_to(row, &ids, draw::rows(self, app, room));
    }

    fn seen(&self, app: &App, room: Rect) -> usize {
        draw::rows(self, app, room)
    }

    fn settle(&mut self, app: &App, room: Rect) {
        let ids = self.ids();
        let height = draw::rows(self, app, room);
        self.cursor.settle(&ids, height);
    }

    fn draw(&self, app: &App, room: Rect, buffer: &mut Buffer) {
        draw::draw(self, app, room, buffer);
    }
}

/// The settings in front, as the server described them.
///
/// # Errors
/// With the key of the sentence that says why there are none.
fn front(app: &App) -> Result<(&Pane, &ContractSettings), &'static str> {
    let pane = app.pane::<Pane>().ok_or("reason-not-at-contract-settings")?;
    let settings = pane.settings.as_deref().ok_or("reason-not-answered")?;
    Ok((pane, settings))
}

/// Whether whoever is signed in may manage contracts.
#[must_use]
pub fn go_availability(app: &App, _: Intent) -> Availability {
    pages::allowed(app, Action::ManageContracts)
}

/// Opens them.
pub fn go(app: &mut App, _: Intent) -> Vec<Effect> {
    places::contract_settings(app)
}
