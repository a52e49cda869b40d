//! The instance: which features are on for all (CP-21, CP-23), and what holds everywhere.

pub mod draw;
pub mod edit;
pub mod switch;

use crate::domain::permission::Action;
use crate::records::administration::instance::{Feature, FeatureSwitch, InstancePage};
use crate::records::administration::{Answer, Question};
use crate::tui::app::App;
use crate::tui::app::moving::Step;
use crate::tui::app::pages::{self, Then};
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use crate::tui::keymap::Context;
use crate::tui::theme::Role;
use crate::tui::widgets::paint::Piece;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The pane's state.
#[derive(Debug, Default)]
pub struct Pane {
    /// What the server says.
    pub instance: Option<Box<InstancePage>>,
    /// The feature under the cursor.
    pub cursor: usize,
    /// The feature that the open question is about.
    subject: Option<FeatureSwitch>,
}

impl Pane {
    /// The feature under the cursor, and whether it is on.
    #[must_use]
    pub fn current(&self) -> Option<FeatureSwitch> {
        self.instance.as_ref()?.features.get(self.cursor).copied()
    }

    fn features(&self) -> usize {
        self.instance.as_ref().map_or(0, |instance| instance.features.len())
    }
}

impl pages::Pane for Pane {
    fn questions(&self, _: &App) -> Vec<Question> {
        vec![Question::Instance]
    }

    fn answered(&mut self, answer: Answer) -> Option<Then> {
        if let Answer::Instance(instance) = answer {
            self.instance = Some(instance);
        }
        None
    }

    fn title(&self, app: &App) -> Vec<Piece<'static>> {
        vec![Piece::new(app.text("instance-title").into_owned(), Role::Heading)]
    }

    fn contexts(&self) -> &'static [Context] {
        &[Context::Instance]
    }

    fn offered(&self) -> &'static [Intent] {
        &[
            Intent::SwitchFeature,
            Intent::EditInstance,
            Intent::GoPortal,
            Intent::GoAudit,
            Intent::OpenLevels,
            Intent::GoBack,
        ]
    }

    fn enter(&self) -> Option<Intent> {
        Some(Intent::SwitchFeature)
    }

    fn moved(&mut self, _: &App, step: Step, _: Rect) {
        self.cursor = step.from(self.cursor, self.features());
    }

    fn settle(&mut self, _: &App, _: Rect) {
        self.cursor = self.cursor.min(self.features().saturating_sub(1));
    }

    fn draw(&self, app: &App, room: Rect, buffer: &mut Buffer) {
        draw::draw(self, app, room, buffer);
    }
}

/// Whether whoever is signed in may see to the instance.
#[must_use]
pub fn go_availability(app: &App, _: Intent) -> Availability {
    pages::allowed(app, Action::ConfigureInstance)
}

/// Opens it.
pub fn go(app: &mut App, _: Intent) -> Vec<Effect> {
    app.go_to_page(Pane::default())
}

/// Whether it is in front.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    pages::in_front::<Pane>(app, "reason-not-at-instance")
}

/// What a feature is called.
#[must_use]
pub fn feature_name(app: &App, feature: Feature) -> String {
    app.text(&format!("feature-{}", feature.word().replace('_', "-")))
        .into_owned()
}
