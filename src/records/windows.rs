//! What the console asks of the local copy besides single tickets: a piece of a list, who is signed in, how fresh the
//! copy is. As `views.rs`, these stand here because panes never see the copy itself.

use super::views::TicketLine;
use crate::base::Timestamp;
use crate::domain::Actor;

/// A piece of a list around the cursor, so that a list costs the same on any desk.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListWindow {
    /// The lines, in the list's order.
    pub lines: Vec<TicketLine>,
    /// Whether the first of them is the list's first.
    pub is_start: bool,
    /// Whether the last of them is the list's last.
    pub is_end: bool,
    /// How many lines the whole list has.
    pub total: Count,
    /// Whether names and what else stands outside of tickets was left out of the order: of more tickets than come in one
    /// piece a server sorts by their own fields alone.
    pub is_by_fields_only: bool,
}

/// A number of tickets that is counted only so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// As far as it was counted.
    pub number: u64,
    /// Whether there are more.
    pub or_more: bool,
}

/// Where a piece of a list is cut out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// At its beginning.
    Start,
    /// At its end.
    End,
    /// Around this ticket, or around the place where it would stand.
    Around(crate::base::ids::TicketId),
}

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    /// Who acts, with level and company.
    pub actor: Actor,
    /// The name one signs in with.
    pub user_name: String,
    /// The name of the company that one belongs to.
    pub company_name: String,
    /// The provider's name.
    pub instance_name: String,
    /// How they sign in; none where the account of the machine is enough, as on the embedded desk.
    pub sign_in: Option<OwnSignIn>,
    /// Whether they may switch to the next version of the portal and back (CP-19).
    pub has_next_portal: bool,
    /// Whether they have switched to it: the list with a preview.
    pub is_next_portal: bool,
}

/// How somebody signs in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OwnSignIn {
    /// Whether a second factor is asked for.
    pub has_two_factor: bool,
    /// After how many idle minutes the screen is locked; none: never.
    pub lock_after_minutes: Option<u16>,
}

/// Whose screen is locked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whose {
    /// The name one signs in with.
    pub user_name: String,
    /// First and last name.
    pub name: String,
}

/// What is to be put into the app that makes the codes of a second factor.
#[derive(Clone, PartialEq, Eq)]
pub struct Enrolment {
    /// The secret, in letters and digits.
    pub secret: String,
    /// The same as an `otpauth:` address, to be scanned.
    pub uri: String,
}

impl std::fmt::Debug for Enrolment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Enrolment")
    }
}

/// Whose desk one is about to enter (CP-27).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Banner {
    /// The name.
    pub name: String,
    /// What stands above it in place of a logo; may be empty.
    pub logo_text: String,
    /// The colour of both, as `#1a6fb5`; empty: none.
    pub colour: String,
}

/// Somebody whom a demo desk lets one become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoPerson {
    /// The name that names them to the server.
    pub user_name: String,
    /// First and last name.
    pub name: String,
    /// What they may do.
    pub level: crate::domain::SecurityLevel,
    /// Where they work.
    pub company_name: String,
}

/// How fresh the local copy is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// The first contact has not been made yet; what is shown is as of then.
    Connecting(Option<Timestamp>),
    /// The first sync is going on.
    Filling {
        /// Rows taken so far.
        done: u64,
        /// Rows in all, where known.
        of: Option<u64>,
    },
    /// The feed stands.
    Live,
    /// No line; what is shown is as of then.
    Offline(Option<Timestamp>),
}
