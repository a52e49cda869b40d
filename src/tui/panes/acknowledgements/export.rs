//! Exporting an acknowledgement as a text file.

use super::{Pane, facts};
use crate::base::cells;
use crate::records::administration::setup::Acknowledgement;
use crate::tui::app::App;
use crate::tui::app::files;
use crate::tui::effect::{Content, Effect};
use crate::tui::intent::{Availability, Intent};

/// Letters of a client's name in a file's name.
const LONGEST: usize = 40;

/// Whether one is read.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    match app.pane::<Pane>().and_then(Pane::current) {
        Some(_) => Availability::Available,
        None => Availability::Refused(app.text("reason-not-at-acknowledgement").into_owned()),
    }
}

/// Asks where to.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Some(one) = app.pane::<Pane>().and_then(Pane::current) else {
        return Vec::new();
    };
    let (name, text) = (file_name(one), text(app, one));
    let title = app.text("acknowledgement-export").into_owned();
    files::ask(app, title, &name, Content::Text(text.into()))
}

/// `acknowledgement-acme-2026-11-20.txt`, of letters that every file system takes.
fn file_name(one: &Acknowledgement) -> String {
    let company: String = one
        .company_name
        .chars()
        .map(|letter| if letter.is_alphanumeric() { letter } else { '-' })
        .take(LONGEST)
        .collect();
    let company = company.trim_matches('-').to_lowercase();
    format!("acknowledgement-{company}-{}.txt", one.at.date())
}

/// What the file holds: everything of it.
fn text(app: &App, one: &Acknowledgement) -> String {
    let facts = facts::of(app, one);
    let names = facts.iter().map(|(name, _)| cells::width(name)).max().unwrap_or(0) + 2;
    let lines: Vec<String> = facts
        .iter()
        .map(|(name, value)| format!("{}{}", cells::pad(name, names), cells::sanitise(value)))
        .collect();
    format!("{}\n\n{}\n", lines.join("\n"), facts::accepted(one).trim_end())
}
