//! What the form asks for, stage by stage.

use crate::records::windows::{Enrolment, Whose};

/// What the form is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Signing in by name and password.
    Password,
    /// The same, and the second factor's code with it.
    Code,
    /// The password has to be changed before one is let in.
    NewPassword,
    /// Changing one's own password.
    OwnPassword,
    /// Setting a second factor up: this is to be put into the app that makes the codes.
    SetUp(Enrolment),
    /// The screen is locked; the same person signs in again.
    Locked(Whose),
}

/// A line of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The name one signs in with.
    UserName,
    /// The password that holds now.
    Password,
    /// The second factor's code.
    Code,
    /// The password that is to hold.
    NewPassword,
    /// The same once more, since nobody sees what is typed.
    Again,
}

impl Stage {
    /// The lines that it begins with.
    #[must_use]
    pub fn fields(&self) -> &'static [Field] {
        match self {
            Self::Password => &[Field::UserName, Field::Password],
            Self::Code => &[Field::UserName, Field::Password, Field::Code],
            Self::NewPassword | Self::OwnPassword => &[Field::Password, Field::NewPassword, Field::Again],
            Self::SetUp(_) => &[Field::Code],
            Self::Locked(_) => &[Field::Password],
        }
    }

    /// Whether the screen is locked.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        matches!(self, Self::Locked(_))
    }

    /// Whether nobody is let in before it is answered.
    #[must_use]
    pub fn is_to_enter(&self) -> bool {
        matches!(self, Self::Password | Self::Code)
    }

    /// The key of its title; the explanation is its attribute `.about`.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Password => "sign-in-who",
            Self::Code => "sign-in-second-factor",
            Self::NewPassword => "sign-in-new-password",
            Self::OwnPassword => "sign-in-own-password",
            Self::SetUp(_) => "sign-in-set-up",
            Self::Locked(_) => "sign-in-locked",
        }
    }
}

impl Field {
    /// What people read before it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::UserName => "sign-in-user-name",
            Self::Password => "sign-in-password",
            Self::Code => "sign-in-code",
            Self::NewPassword => "sign-in-new",
            Self::Again => "sign-in-again",
        }
    }

    /// Whether it is drawn as dots.
    #[must_use]
    pub fn is_secret(self) -> bool {
        matches!(self, Self::Password | Self::NewPassword | Self::Again)
    }
}
