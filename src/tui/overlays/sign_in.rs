//! The form that asks who one is, where no session is known or it has ended. What is unsent waits meanwhile.

use super::{Next, Overlay};
use crate::base::Secret;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use crate::tui::keymap::Key;
use crate::tui::widgets::edit::Edit;
use crate::tui::widgets::line_input::LineInput;
use crossterm::event::{KeyCode, KeyModifiers};
use std::fmt;

/// Which line takes the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The name one signs in with.
    UserName,
    /// The password.
    Password,
}

/// The form.
#[derive(Clone)]
pub struct SignIn {
    /// The name one signs in with.
    pub user_name: LineInput,
    /// The password; drawn as dots.
    pub password: LineInput,
    /// Which line takes the keys.
    pub focus: Line,
    /// Why it was not done.
    pub mistake: Option<String>,
}

impl fmt::Debug for SignIn {
    /// Without the password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let user_name = self.user_name.text();
        f.debug_struct("SignIn")
            .field("user_name", &user_name)
            .finish_non_exhaustive()
    }
}

/// Whether anybody has to sign in.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    if app.needs_sign_in {
        return Availability::Available;
    }
    Availability::Refused(app.text("reason-signed-in").into_owned())
}

/// Opens the form.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    open(app, None);
    Vec::new()
}

/// Opens the form, or says in the open one why it has to ask again.
pub fn open(app: &mut App, mistake: Option<String>) {
    if let Some(Overlay::SignIn(form)) = app
        .overlays
        .iter_mut()
        .find(|overlay| matches!(overlay, Overlay::SignIn(_)))
    {
        form.mistake = mistake;
        form.password = LineInput::default();
        return;
    }
    let user_name = app.viewer.as_ref().map_or("", |viewer| viewer.user_name.as_str());
    let form = SignIn {
        user_name: LineInput::new(user_name),
        password: LineInput::default(),
        focus: if user_name.is_empty() {
            Line::UserName
        } else {
            Line::Password
        },
        mistake,
    };
    app.overlays.push(Overlay::SignIn(Box::new(form)));
}

impl SignIn {
    fn focused(&mut self) -> &mut LineInput {
        match self.focus {
            Line::UserName => &mut self.user_name,
            Line::Password => &mut self.password,
        }
    }

    pub(super) fn asked(mut self: Box<Self>, intent: Intent) -> Next {
        if let Some(edit) = Edit::named(intent.name()) {
            self.focused().edit(edit);
            return Next::Stays(Overlay::SignIn(self), Vec::new());
        }
        match intent {
            Intent::NextField | Intent::PreviousField => self.go_on(),
            Intent::ToggleField => _ = self.focused().key(Key::new(KeyCode::Char(' '), KeyModifiers::NONE)),
            Intent::SubmitForm => {
                let effects = self.submit();
                return Next::Stays(Overlay::SignIn(self), effects);
            }
            Intent::LeaveForm | Intent::GoBack => return Next::Closes(Vec::new()),
            _ => return Next::NotMine(Overlay::SignIn(self)),
        }
        Next::Stays(Overlay::SignIn(self), Vec::new())
    }

    fn go_on(&mut self) {
        self.focus = match self.focus {
            Line::UserName => Line::Password,
            Line::Password => Line::UserName,
        };
    }

    /// Signs in; the form stays open until the answer has come.
    fn submit(&mut self) -> Vec<Effect> {
        self.mistake = None;
        let user_name = self.user_name.text().trim().to_owned();
        if user_name.is_empty() {
            self.focus = Line::UserName;
            return Vec::new();
        }
        let password = Secret::new(self.password.text());
        vec![Effect::SignIn { user_name, password }]
    }

    /// A key that nothing is bound to; Enter goes on, and behind the password it signs in.
    pub(super) fn typed(&mut self, key: Key) -> Vec<Effect> {
        match (key.code, self.focus) {
            (KeyCode::Enter, Line::Password) => return self.submit(),
            (KeyCode::Enter, Line::UserName) => self.go_on(),
            _ => _ = self.focused().key(key),
        }
        Vec::new()
    }

    pub(super) fn pasted(&mut self, text: &str) {
        self.focused().paste(text);
    }
}
