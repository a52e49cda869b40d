//! Portal settings: those that hold for every client, or a client's with what they override (CP-28, CP-29).

pub mod as_global;
pub mod draw;
pub mod edit;
pub mod setting;

use crate::base::ids::CompanyId;
use crate::records::administration::portal::PortalPage;
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
use setting::Setting;

/// The pane's state.
#[derive(Debug)]
pub struct Pane {
    /// The client; none for the global settings.
    pub company: Option<(CompanyId, String)>,
    /// What the server says.
    pub page: Option<Box<PortalPage>>,
    /// The setting under the cursor.
    pub cursor: usize,
    /// The setting that the open question is about.
    subject: Option<Setting>,
}

impl Pane {
    /// The settings of this client, or the global ones.
    #[must_use]
    pub fn of(company: Option<(CompanyId, String)>) -> Self {
        Self {
            company,
            page: None,
            cursor: 0,
            subject: None,
        }
    }

    /// The setting under the cursor.
    #[must_use]
    pub fn current(&self) -> Setting {
        Setting::ALL.get(self.cursor).copied().unwrap_or(Setting::TwoFactor)
    }
}

impl pages::Pane for Pane {
    fn questions(&self, _: &App) -> Vec<Question> {
        vec![Question::Portal(self.company.as_ref().map(|(company, _)| *company))]
    }

    fn answered(&mut self, answer: Answer) -> Option<Then> {
        if let Answer::Portal(page) = answer {
            self.page = Some(page);
        }
        None
    }

    fn title(&self, app: &App) -> Vec<Piece<'static>> {
        let title = match &self.company {
            Some((_, name)) => app.say("portal-title-client", &[("company", name.as_str().into())]),
            None => app.text("portal-title"),
        };
        vec![Piece::new(title.into_owned(), Role::Heading)]
    }

    fn contexts(&self) -> &'static [Context] {
        &[Context::Portal]
    }

    fn offered(&self) -> &'static [Intent] {
        &[Intent::EditPortal, Intent::AsGlobal, Intent::GoBack]
    }

    fn enter(&self) -> Option<Intent> {
        Some(Intent::EditPortal)
    }

    fn company(&self) -> Option<(CompanyId, String)> {
        self.company.clone()
    }

    fn moved(&mut self, _: &App, step: Step, _: Rect) {
        self.cursor = step.from(self.cursor, Setting::ALL.len());
    }

    fn draw(&self, app: &App, room: Rect, buffer: &mut Buffer) {
        draw::draw(self, app, room, buffer);
    }
}

/// Opens the settings of the client that the page in front is about, else the global ones.
pub fn go(app: &mut App, _: Intent) -> Vec<Effect> {
    let company = app.company_in_front();
    app.open_page(Pane::of(company))
}

/// Whether portal settings are in front.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    pages::in_front::<Pane>(app, "reason-not-at-portal")
}
