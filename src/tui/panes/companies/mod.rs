//! The clients with their portal, their Taskfire, and what is still missing (TF-05).

pub mod choose;
pub mod draw;
pub mod open;

use crate::base::ids::CompanyId;
use crate::domain::permission::Action;
use crate::records::administration::setup::{CompanyFilter, CompanyLine, CompanyPage, CompanyQuestion};
use crate::records::administration::{Answer, Question};
use crate::tui::app::App;
use crate::tui::app::moving::Step;
use crate::tui::app::pages::list::{self, Listing};
use crate::tui::app::pages::{self, Then};
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
    /// The clients, in the order of their tree.
    pub companies: CompanyPage,
    /// Which of them are shown.
    pub asked: CompanyQuestion,
    /// The client under the cursor.
    pub cursor: ListCursor<CompanyId>,
}

impl Pane {
    /// The client under the cursor.
    #[must_use]
    pub fn current(&self) -> Option<&CompanyLine> {
        self.companies.items.get(self.cursor.row())
    }
}

impl Listing for Pane {
    type Id = CompanyId;

    fn ids(&self) -> Vec<CompanyId> {
        self.companies.items.iter().map(|line| line.id).collect()
    }

    fn rows(&self, _: &App, room: Rect) -> usize {
        draw::rows(room)
    }

    fn cursor(&mut self) -> &mut ListCursor<CompanyId> {
        &mut self.cursor
    }
}

impl pages::Pane for Pane {
    fn questions(&self, _: &App) -> Vec<Question> {
        vec![Question::Companies(self.asked.clone())]
    }

    fn answered(&mut self, answer: Answer) -> Option<Then> {
        if let Answer::Companies(companies) = answer {
            self.companies = companies;
        }
        None
    }

    fn title(&self, app: &App) -> Vec<Piece<'static>> {
        let mut pieces = vec![Piece::new(app.text("companies-title").into_owned(), Role::Heading)];
        let mut add = |text: String, role| {
            pieces.push(Piece::new(" · ", Role::Dim));
            pieces.push(Piece::new(text, role));
        };
        if self.asked.filter != CompanyFilter::All {
            add(app.text(choose::sentence(self.asked.filter)).into_owned(), Role::Match);
        }
        if !self.asked.search.is_empty() {
            add(self.asked.search.clone(), Role::Match);
        }
        pieces
    }

    fn contexts(&self) -> &'static [Context] {
        &[Context::Companies, Context::Page]
    }

    fn offered(&self) -> &'static [Intent] {
        &[
            Intent::OpenCompany,
            Intent::FilterPage,
            Intent::ChooseCompanies,
            Intent::GoBilling,
            Intent::GoContracts,
            Intent::GoBack,
        ]
    }

    fn enter(&self) -> Option<Intent> {
        Some(Intent::OpenCompany)
    }

    fn company(&self) -> Option<(CompanyId, String)> {
        self.current().map(|line| (line.id, line.name.clone()))
    }

    fn moved(&mut self, app: &App, step: Step, room: Rect) {
        list::moved(self, app, step, room);
    }

    fn seen(&self, app: &App, room: Rect) -> usize {
        self.rows(app, room)
    }

    fn filter(&mut self) -> Option<&mut String> {
        Some(&mut self.asked.search)
    }

    fn settle(&mut self, app: &App, room: Rect) {
        list::settle(self, app, room);
    }

    fn draw(&self, app: &App, room: Rect, buffer: &mut Buffer) {
        draw::draw(self, app, room, buffer);
    }
}

/// Whether whoever is signed in may set clients up.
#[must_use]
pub fn go_availability(app: &App, _: Intent) -> Availability {
    pages::allowed(app, Action::EditTaskfireSettings)
}

/// Opens the list of clients.
pub fn go(app: &mut App, _: Intent) -> Vec<Effect> {
    app.go_to_page(Pane::default())
}

/// Whether the list of clients is in front.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    pages::in_front::<Pane>(app, "reason-not-at-companies")
}
