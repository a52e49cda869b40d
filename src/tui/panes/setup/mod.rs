//! A client's set-up as a checklist that can be left and taken up again (TF-02 to TF-05): its steps, and below them the
//! client's configuration as it is.

pub mod acknowledgement;
pub mod carry_out;
pub mod details;
pub mod disable;
pub mod draw;
pub mod enable;
pub mod prepare;
pub mod settings;
pub mod steps;
pub mod switch_portal;

use crate::base::ids::CompanyId;
use crate::records::administration::setup::{Setup, SetupStep};
use crate::records::administration::{Answer, Question};
use crate::tui::app::App;
use crate::tui::app::moving::Step;
use crate::tui::app::pages::{self, Then};
use crate::tui::intent::{Availability, Intent};
use crate::tui::keymap::Context;
use crate::tui::theme::Role;
use crate::tui::widgets::paint::Piece;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The pane's state.
#[derive(Debug)]
pub struct Pane {
    /// The client.
    pub company: CompanyId,
    /// Its name.
    pub name: String,
    /// What the server says.
    pub setup: Option<Box<Setup>>,
    /// The step under the cursor.
    pub cursor: usize,
    /// How far what stands below the steps is scrolled.
    pub top: usize,
    /// Whether the question that is open asks to switch the portal on, rather than off.
    switching_on: Option<bool>,
    /// What switching Taskfire off would do, once it was asked.
    disabling: Option<crate::records::administration::setup::DisablingPreview>,
}

impl Pane {
    /// The set-up of this client.
    #[must_use]
    pub fn of(company: CompanyId, name: String) -> Self {
        Self {
            company,
            name,
            setup: None,
            cursor: 0,
            top: 0,
            switching_on: None,
            disabling: None,
        }
    }

    /// The step under the cursor.
    #[must_use]
    pub fn current(&self) -> Option<SetupStep> {
        self.setup.as_ref()?.steps.get(self.cursor).copied()
    }

    /// Takes in the set-up; the first time, the cursor goes to the first step that is to be done.
    fn take(&mut self, setup: Box<Setup>) {
        let is_first = self.setup.is_none();
        self.name.clone_from(&setup.company_name);
        if is_first {
            self.cursor = steps::first_open(&setup.steps);
        }
        self.cursor = self.cursor.min(setup.steps.len().saturating_sub(1));
        self.setup = Some(setup);
    }
}

impl pages::Pane for Pane {
    fn questions(&self, _: &App) -> Vec<Question> {
        vec![Question::Setup(self.company)]
    }

    fn answered(&mut self, answer: Answer) -> Option<Then> {
        match answer {
            Answer::Setup(setup) => self.take(setup),
            Answer::Disabling(preview) => {
                self.disabling = Some(preview);
                return Some(disable::answered);
            }
            _ => {}
        }
        None
    }

    fn title(&self, app: &App) -> Vec<Piece<'static>> {
        let text = app.say("setup-title", &[("company", self.name.as_str().into())]);
        vec![Piece::new(text.into_owned(), Role::Heading)]
    }

    fn contexts(&self) -> &'static [Context] {
        &[Context::Setup]
    }

    fn offered(&self) -> &'static [Intent] {
        &[
            Intent::DoStep,
            Intent::ViewAcknowledgement,
            Intent::GoPeople,
            Intent::SwitchPortal,
            Intent::GoPortal,
            Intent::DisableTaskfire,
            Intent::OpenGuide,
            Intent::GoContracts,
            Intent::GoBack,
        ]
    }

    fn company(&self) -> Option<(CompanyId, String)> {
        Some((self.company, self.name.clone()))
    }

    fn enter(&self) -> Option<Intent> {
        Some(Intent::DoStep)
    }

    /// Single lines move from step to step, pages what stands below them.
    fn moved(&mut self, app: &App, step: Step, room: Rect) {
        let Some(setup) = self.setup.as_deref() else { return };
        match step {
            Step::Lines(-1 | 1) | Step::First | Step::Last => {
                let before = self.cursor;
                self.cursor = step.from(before, setup.steps.len());
                self.top = if before == self.cursor { self.top } else { 0 };
            }
            Step::Lines(_) => {
                let (lines, below) = draw::below_steps(self, app, setup, room);
                let last = lines.len().saturating_sub(below.height.into());
                self.top = step.from(self.top, last + 1);
            }
        }
    }

    fn seen(&self, app: &App, room: Rect) -> usize {
        let below = self
            .setup
            .as_deref()
            .map_or(0, |setup| draw::below_steps(self, app, setup, room).1.height);
        // A page is more than a line, which moves from step to step.
        usize::from(below).max(4)
    }

    fn draw(&self, app: &App, room: Rect, buffer: &mut Buffer) {
        draw::draw(self, app, room, buffer);
    }
}

/// The set-up in front, as the server described it; why nothing can be done where there is none.
///
/// # Errors
/// With the key of the sentence that says why not.
fn front(app: &App) -> Result<(&Pane, &Setup), &'static str> {
    let pane = app.pane::<Pane>().ok_or("reason-not-at-setup")?;
    let setup = pane.setup.as_deref().ok_or("reason-not-answered")?;
    Ok((pane, setup))
}

/// Possible where the set-up in front is so, else why not.
fn availability_if(app: &App, why_not: impl Fn(&Setup) -> Option<&'static str>) -> Availability {
    match front(app).map(|(_, setup)| why_not(setup)) {
        Ok(None) => Availability::Available,
        Ok(Some(key)) | Err(key) => Availability::Refused(app.text(key).into_owned()),
    }
}
