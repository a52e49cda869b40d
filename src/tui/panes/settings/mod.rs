//! The three settings of a client's Taskfire (TF-15, TF-16, TF-20), with what would follow on a sample ticket.

pub mod draw;
pub mod preview;
pub mod save;
pub mod toggle;

use crate::base::ids::CompanyId;
use crate::records::administration::setup::{self, SetupStep, StepState, TaskfireSettings};
use crate::records::administration::{Administration, Answer, NotAdministered, Question};
use crate::tui::app::App;
use crate::tui::app::moving::{Direction, Step};
use crate::tui::app::pages::{self, Follow, Then};
use crate::tui::intent::Intent;
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
    /// As the server has them; none while Taskfire is off.
    pub saved: Option<TaskfireSettings>,
    /// What says that these were seen.
    pub seen: String,
    /// As they were chosen.
    pub chosen: TaskfireSettings,
    /// Whether somebody chose them since Taskfire is on; all off can be chosen too.
    pub is_confirmed: bool,
    /// The setting under the cursor.
    pub cursor: Setting,
}

/// One of the three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Autotask's Complete completes Taskfire too.
    Autotask,
    /// Taskfire's Complete completes Autotask too.
    Taskfire,
    /// Financial reports are hidden.
    Financials,
}

impl Setting {
    /// All, in their order.
    pub const ALL: [Self; 3] = [Self::Autotask, Self::Taskfire, Self::Financials];

    /// The key of its name; its attribute `about` says what it does.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Autotask => "setting-autotask",
            Self::Taskfire => "setting-taskfire",
            Self::Financials => "setting-financials",
        }
    }

    /// Whether it is on.
    #[must_use]
    pub fn of(self, settings: &TaskfireSettings) -> bool {
        match self {
            Self::Autotask => settings.complete_taskfire_with_autotask,
            Self::Taskfire => settings.complete_autotask_with_taskfire,
            Self::Financials => settings.hide_financials,
        }
    }

    fn toggle(self, settings: &mut TaskfireSettings) {
        let setting = match self {
            Self::Autotask => &mut settings.complete_taskfire_with_autotask,
            Self::Taskfire => &mut settings.complete_autotask_with_taskfire,
            Self::Financials => &mut settings.hide_financials,
        };
        *setting = !*setting;
    }
}

impl Pane {
    /// The settings of this client.
    #[must_use]
    pub fn of(company: CompanyId, name: String) -> Self {
        Self {
            company,
            name,
            saved: None,
            seen: String::new(),
            chosen: TaskfireSettings::default(),
            is_confirmed: false,
            cursor: Setting::Autotask,
        }
    }

    /// Whether anything was chosen that is not saved.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.saved.is_some_and(|saved| saved != self.chosen)
    }

    fn go(&mut self, step: Step) {
        let at = Setting::ALL.iter().position(|one| *one == self.cursor).unwrap_or(0);
        self.cursor = Setting::ALL[step.from(at, Setting::ALL.len())];
    }
}

impl pages::Pane for Pane {
    fn questions(&self, _: &App) -> Vec<Question> {
        vec![Question::Setup(self.company)]
    }

    fn answered(&mut self, answer: Answer) -> Option<Then> {
        if let Answer::Setup(setup) = answer {
            // What was chosen meanwhile stays.
            if !self.is_changed() {
                self.chosen = setup.settings.unwrap_or_default();
            }
            self.saved = setup.settings;
            let is_done = |step: &SetupStep| step.step == setup::Step::Settings && step.state == StepState::Done;
            self.is_confirmed = setup.steps.iter().any(is_done);
            self.seen.clone_from(&setup.settings_seen);
        }
        None
    }

    fn title(&self, app: &App) -> Vec<Piece<'static>> {
        let text = app.say("settings-title", &[("company", self.name.as_str().into())]);
        vec![Piece::new(text.into_owned(), Role::Heading)]
    }

    fn note(&self, app: &App, _: Rect) -> String {
        pages::unsaved(app, self.is_changed())
    }

    fn contexts(&self) -> &'static [Context] {
        &[Context::Settings]
    }

    fn offered(&self) -> &'static [Intent] {
        &[
            Intent::ToggleSetting,
            Intent::SaveSettings,
            Intent::LeavePage,
            Intent::NextPane,
        ]
    }

    fn moved(&mut self, _: &App, step: Step, _: Rect) {
        self.go(step);
    }

    fn turned(&mut self, direction: Direction) {
        let at = Setting::ALL.iter().position(|one| *one == self.cursor).unwrap_or(0);
        let step = match direction {
            Direction::Forward => 1,
            Direction::Back => Setting::ALL.len() - 1,
        };
        self.cursor = Setting::ALL[(at + step) % Setting::ALL.len()];
    }

    fn ended(&mut self, _: &Administration, result: &Result<(), NotAdministered>) -> Follow {
        match result {
            Ok(()) => Follow::Close,
            // What somebody else saved meanwhile is shown; what was chosen here stays.
            Err(why) if why.is_stale() => Follow::AskAnew,
            Err(_) => Follow::Stay,
        }
    }

    fn draw(&self, app: &App, room: Rect, buffer: &mut Buffer) {
        draw::draw(self, app, room, buffer);
    }
}
