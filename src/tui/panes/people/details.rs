//! More about the person under the cursor.

use super::{Pane, name, own_level};
use crate::records::administration::people::{PersonLine, TwoFactorState};
use crate::tui::app::App;
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::paint::Piece;

/// Name and addresses, how they sign in, what their licence is.
#[must_use]
pub fn lines(app: &App, pane: &Pane, person: &PersonLine, width: usize) -> Vec<Line> {
    let mut lines = vec![heading(app, person), addresses(app, person)];
    lines.extend(Line::wrapped(&sign_in(app, person), "", width, Role::Text));
    lines.extend(Line::wrapped(&licence(app, pane, person), "", width, Role::Dim));
    lines
}

fn heading(app: &App, person: &PersonLine) -> Line {
    Line::of(vec![
        Piece::new(name(person), Role::Heading),
        Piece::new(format!(" · {}", own_level(app, person)), Role::Text),
    ])
}

fn addresses(app: &App, person: &PersonLine) -> Line {
    let or = |text: &str, key: &str| match text.is_empty() {
        true => Piece::new(app.text(key).into_owned(), Role::Dim),
        false => Piece::new(text.to_owned(), Role::Text),
    };
    let mut pieces = vec![or(&person.fields.email, "people-no-email")];
    if !person.fields.phone.is_empty() {
        pieces.push(Piece::new(format!(" · {}", person.fields.phone), Role::Text));
    }
    Line::of(pieces)
}

fn sign_in(app: &App, person: &PersonLine) -> String {
    if !person.is_active {
        return app.text("people-is-inactive").into_owned();
    }
    if person.user_name.is_empty() {
        return app.text("people-signs-in-never").into_owned();
    }
    let mut said = vec![
        app.say("people-signs-in-as", &[("user", person.user_name.as_str().into())])
            .into_owned(),
    ];
    let mut add = |key: &str| said.push(app.text(key).into_owned());
    if !person.is_portal_active {
        add("people-login-off");
    }
    if person.must_change_password {
        add("people-must-change");
    }
    add(match person.two_factor {
        TwoFactorState::Configured => "people-two-factor-on",
        TwoFactorState::NotConfigured => "people-two-factor-required",
        TwoFactorState::NotRequired => "people-two-factor-not-required",
    });
    said.join(" · ")
}

fn licence(app: &App, pane: &Pane, person: &PersonLine) -> String {
    let Some(since) = person.licence_since.as_deref() else {
        return String::new();
    };
    let fee = pane.setup.as_ref().and_then(|setup| {
        let fee = setup.licence_fee.as_deref()?;
        Some(format!("{fee} {}", setup.currency))
    });
    match fee {
        Some(fee) => app.say("people-licence-fee", &[("date", since.into()), ("fee", fee.into())]),
        None => app.say("people-licence", &[("date", since.into())]),
    }
    .into_owned()
}
