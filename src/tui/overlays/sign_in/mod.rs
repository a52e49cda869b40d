//! The form for everything that proves who one is: name and password, the second factor's code, a new password, setting
//! a second factor up, and the locked screen. What is unsent or half typed waits meanwhile.

pub mod ask;
pub mod draw;
pub mod lock;
mod qr;
mod stage;

pub use stage::{Field, Stage};

use super::{Next, Overlay};
use crate::base::Secret;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::keymap::Key;
use crate::tui::msg::{Credentials, CredentialsDone};
use crate::tui::widgets::edit::Edit;
use crate::tui::widgets::line_input::LineInput;
use crossterm::event::{KeyCode, KeyModifiers};
use std::fmt;

/// The form.
#[derive(Clone)]
pub struct SignIn {
    /// What it asks for.
    pub stage: Stage,
    /// The lines, each with what is typed in it; all but the name are drawn as dots or digits.
    pub lines: Vec<(Field, LineInput)>,
    /// The line that takes the keys.
    pub focus: usize,
    /// Why it was not done.
    pub mistake: Option<String>,
}

impl fmt::Debug for SignIn {
    /// Without what is typed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignIn")
            .field("stage", &self.stage)
            .finish_non_exhaustive()
    }
}

/// Opens the form, or says in the open one why it has to ask again.
pub fn open(app: &mut App, mistake: Option<String>) {
    let user_name = app
        .viewer
        .as_ref()
        .map_or_else(String::new, |viewer| viewer.user_name.clone());
    match form(app) {
        Some(form) if form.stage.is_locked() => form.ask_again(mistake),
        Some(form) if form.stage.is_to_enter() => {
            let typed = form.text(Field::UserName);
            *form = SignIn::at(Stage::Password, &typed, mistake);
        }
        _ => push(app, SignIn::at(Stage::Password, &user_name, mistake)),
    }
}

/// The server answered something other than a session.
pub fn answered(app: &mut App, answer: Credentials) -> Vec<Effect> {
    match answer {
        Credentials::CodeNeeded(why) => code_needed(app, why),
        Credentials::PasswordChangeNeeded => change_needed(app),
        Credentials::SetUpNeeded(enrolment) => {
            close(app);
            push(app, SignIn::at(Stage::SetUp(enrolment), "", None));
        }
        Credentials::SetUpBegun(enrolment) => {
            close_own(app);
            push(app, SignIn::at(Stage::SetUp(enrolment), "", None));
        }
        Credentials::Refused(why) => match form(app) {
            Some(form) => form.ask_again(Some(why)),
            None => app.warn(why),
        },
        Credentials::Done(done) => finished(app, done),
    }
    Vec::new()
}

fn code_needed(app: &mut App, why: Option<String>) {
    let Some(form) = form(app) else { return open(app, why) };
    if form.stage == Stage::Password {
        form.stage = Stage::Code;
    }
    match form.place(Field::Code) {
        Some(place) => form.lines[place].1 = LineInput::default(),
        None => form.lines.push((Field::Code, LineInput::default())),
    }
    form.focus = form.lines.len() - 1;
    form.mistake = why;
}

/// The password that was typed was right and is to be changed first.
fn change_needed(app: &mut App) {
    let current = form(app).map(|form| form.text(Field::Password)).unwrap_or_default();
    close(app);
    let mut form = SignIn::at(Stage::NewPassword, "", None);
    form.set(Field::Password, &current);
    form.focus = usize::from(!current.is_empty());
    push(app, form);
}

fn finished(app: &mut App, done: CredentialsDone) {
    close_own(app);
    let (key, has_two_factor) = match done {
        CredentialsDone::PasswordChanged => ("sign-in-password-changed", None),
        CredentialsDone::TwoFactorOn => ("sign-in-two-factor-on", Some(true)),
        CredentialsDone::TwoFactorOff => ("sign-in-two-factor-off", Some(false)),
    };
    let own = app.viewer.as_mut().and_then(|viewer| viewer.sign_in.as_mut());
    if let (Some(own), Some(has_two_factor)) = (own, has_two_factor) {
        own.has_two_factor = has_two_factor;
    }
    app.done(key, &[]);
}

fn push(app: &mut App, form: SignIn) {
    app.overlays.push(Overlay::SignIn(Box::new(form)));
}

fn form(app: &mut App) -> Option<&mut SignIn> {
    app.overlays.iter_mut().rev().find_map(|overlay| match overlay {
        Overlay::SignIn(form) => Some(&mut **form),
        _ => None,
    })
}

/// Whoever signed in proved who they are: a locked screen is open again too.
fn close(app: &mut App) {
    app.overlays.retain(|overlay| !matches!(overlay, Overlay::SignIn(_)));
}

/// What one did about one's own sign-in is answered; a screen that was locked meanwhile stays so.
fn close_own(app: &mut App) {
    app.overlays
        .retain(|overlay| !matches!(overlay, Overlay::SignIn(form) if !form.stage.is_locked()));
}

impl SignIn {
    /// The form at this stage; the keys go to the first line that is empty.
    #[must_use]
    pub fn at(stage: Stage, user_name: &str, mistake: Option<String>) -> Self {
        let lines: Vec<_> = stage
            .fields()
            .iter()
            .map(|field| (*field, LineInput::default()))
            .collect();
        let mut form = Self {
            stage,
            lines,
            focus: 0,
            mistake,
        };
        form.set(Field::UserName, user_name);
        form.focus = usize::from(!form.text(Field::UserName).is_empty());
        form
    }

    /// What was typed into a line; empty where there is no such line.
    #[must_use]
    pub fn text(&self, field: Field) -> String {
        self.place(field)
            .map(|place| self.lines[place].1.text().to_owned())
            .unwrap_or_default()
    }

    fn set(&mut self, field: Field, text: &str) {
        if let Some(place) = self.place(field) {
            self.lines[place].1 = LineInput::new(text);
        }
    }

    fn place(&self, field: Field) -> Option<usize> {
        self.lines.iter().position(|(other, _)| *other == field)
    }

    /// The answer was no: what was wrong is typed anew.
    fn ask_again(&mut self, mistake: Option<String>) {
        let first = self.lines.iter().position(|(field, _)| *field != Field::UserName);
        for (field, input) in &mut self.lines {
            if *field != Field::UserName {
                *input = LineInput::default();
            }
        }
        self.focus = first.unwrap_or(0);
        self.mistake = mistake;
    }

    fn focused(&mut self) -> Option<&mut LineInput> {
        self.lines.get_mut(self.focus).map(|(_, input)| input)
    }

    pub(super) fn asked(mut self: Box<Self>, app: &App, intent: Intent) -> Next {
        if let Some(edit) = Edit::named(intent.name()) {
            if let Some(line) = self.focused() {
                line.edit(edit);
            }
            return Next::Stays(Overlay::SignIn(self), Vec::new());
        }
        match intent {
            Intent::NextField => self.go(1),
            Intent::PreviousField => self.go(self.lines.len().saturating_sub(1)),
            Intent::ToggleField => self.take(Key::new(KeyCode::Char(' '), KeyModifiers::NONE)),
            Intent::SubmitForm => {
                let effects = self.submit(app);
                return Next::Stays(Overlay::SignIn(self), effects);
            }
            // The screen stays locked.
            Intent::LeaveForm | Intent::GoBack if self.stage.is_locked() => self.ask_again(None),
            Intent::LeaveForm | Intent::GoBack => return Next::Closes(Vec::new()),
            // Nothing that would be lost: what is unsent and half typed is on the disk, and so is that it is locked.
            Intent::Quit if self.stage.is_locked() => return Next::Closes(vec![Effect::Quit]),
            Intent::Redraw | Intent::Suspend | Intent::Quit => return Next::NotMine(Overlay::SignIn(self)),
            _ if self.stage.is_locked() => {}
            _ => return Next::NotMine(Overlay::SignIn(self)),
        }
        Next::Stays(Overlay::SignIn(self), Vec::new())
    }

    fn go(&mut self, by: usize) {
        self.focus = (self.focus + by) % self.lines.len().max(1);
    }

    fn take(&mut self, key: Key) {
        if let Some(line) = self.focused() {
            line.key(key);
        }
    }

    /// Does what the stage asks for; the form stays open until the answer has come.
    fn submit(&mut self, app: &App) -> Vec<Effect> {
        self.mistake = None;
        // A line that is left out says so by taking the keys.
        if let Some(empty) = self.lines.iter().position(|(_, input)| input.text().trim().is_empty()) {
            self.focus = empty;
            return Vec::new();
        }
        if self.place(Field::Again).is_some() && self.text(Field::Again) != self.text(Field::NewPassword) {
            self.set(Field::Again, "");
            self.focus = self.place(Field::Again).unwrap_or(0);
            self.mistake = Some(app.text("sign-in-not-the-same").into_owned());
            return Vec::new();
        }
        let secret = |field| Secret::new(self.text(field).trim_end_matches(['\r', '\n']));
        let code = || Secret::new(self.text(Field::Code).replace(' ', ""));
        vec![match &self.stage {
            Stage::Password | Stage::Code | Stage::Locked(_) => Effect::SignIn {
                user_name: match &self.stage {
                    Stage::Locked(whose) => whose.user_name.clone(),
                    _ => self.text(Field::UserName).trim().to_owned(),
                },
                password: secret(Field::Password),
                code: self.place(Field::Code).map(|_| code()),
            },
            Stage::NewPassword | Stage::OwnPassword => Effect::ChangePassword {
                current: secret(Field::Password),
                new: secret(Field::NewPassword),
            },
            Stage::SetUp(_) => Effect::ConfirmTwoFactor(code()),
        }]
    }

    /// A key that nothing is bound to; Enter goes on, and on the last line it does what the form is for.
    pub(super) fn typed(&mut self, app: &App, key: Key) -> Vec<Effect> {
        match key.code {
            KeyCode::Enter if self.focus + 1 == self.lines.len() => return self.submit(app),
            KeyCode::Enter | KeyCode::Down => self.go(1),
            KeyCode::Up => self.go(self.lines.len().saturating_sub(1)),
            _ => self.take(key),
        }
        Vec::new()
    }

    pub(super) fn pasted(&mut self, text: &str) {
        if let Some(line) = self.focused() {
            line.paste(text);
        }
    }
}
