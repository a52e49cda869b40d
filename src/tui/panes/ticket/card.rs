//! The card of a ticket's person and company.

use super::action::{Reach, TicketAction, Tickets};
use crate::base::Timestamp;
use crate::base::cells;
use crate::domain::{Actor, Refusal};
use crate::records::administration::Question;
use crate::records::administration::support::{CoverageQuestion, TicketCoverage};
use crate::records::views::TicketView;
use crate::tui::app::App;
use crate::tui::billing::coverage;
use crate::tui::effect::{Effect, Load};
use crate::tui::overlays::{Overlay, card::Card};
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::paint::Piece;

/// `ticket.card`.
pub struct ShowCard;

/// The width of the names.
const NAMES: usize = 14;

impl TicketAction for ShowCard {
    fn changes(&self) -> bool {
        false
    }

    fn reach(&self) -> Reach {
        Reach::One
    }

    fn availability(&self, _: &TicketView, _: &Actor, _: Timestamp) -> Result<(), Refusal> {
        Ok(())
    }

    fn ask(&self, app: &mut App, tickets: Tickets) -> Vec<Effect> {
        let Some(view) = tickets.first() else { return Vec::new() };
        let (title, lines) = (view.line.number.clone(), lines(app, view));
        let contract = view.ticket.contract.filter(|_| !view.ticket.id.is_temporary());
        let load = contract.map(|_| {
            let question = CoverageQuestion {
                ticket: view.ticket.id,
                minutes: 0,
                day: None,
            };
            app.load(Load::Administration(Question::Coverage(question)))
        });
        let waits = load.as_ref().map(|(generation, _)| *generation);
        app.overlays.push(Overlay::Card(Box::new(Card { title, lines, waits })));
        load.into_iter().map(|(_, effect)| effect).collect()
    }
}

/// What the server said of its contract, to stand at the card's end.
#[must_use]
pub fn contract(app: &App, coverage: &TicketCoverage) -> Vec<Line> {
    let line = |key: &str, value: String| {
        Line::of(vec![
            Piece::new(cells::pad(&app.text(key), NAMES), Role::Dim),
            Piece::new(value, Role::Text),
        ])
    };
    let Some(known) = &coverage.contract else {
        return Vec::new();
    };
    let mut lines = vec![line("detail-contract", coverage::contract(app, known))];
    if coverage.is_held {
        lines.push(line("detail-held", app.text("coverage-held").into_owned()));
    }
    lines.push(line("detail-coverage", coverage::minutes(app, &coverage.logged)));
    lines
}

fn lines(app: &App, view: &TicketView) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut field = |key: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            let name = cells::pad(&app.text(key), NAMES);
            lines.push(Line::of(vec![
                Piece::new(name, Role::Dim),
                Piece::new(value, Role::Text),
            ]));
        }
    };
    let open = |count: u64| Some(app.say("pick-open-tickets", &[("count", count.into())]).into_owned());
    if let Some(contact) = &view.contact {
        field("detail-contact", Some(contact.name.clone()));
        field("card-title", contact.title.clone());
        field("card-phone", contact.phone.clone());
        field("card-mobile", contact.mobile.clone());
        field("card-email", contact.email.clone());
        field(
            "card-level",
            contact.level.map(|level| {
                app.text(&format!("level-{}", level.word().replace('_', "-")))
                    .into_owned()
            }),
        );
        field("card-other-tickets", open(contact.open_tickets));
    } else {
        field(
            "detail-contact",
            Some(
                view.line
                    .contact_name
                    .clone()
                    .unwrap_or_else(|| app.text("card-no-contact").into_owned()),
            ),
        );
    }
    let company = &view.company;
    field("detail-company", Some(company.name.clone()));
    field("card-parent", company.parent.clone());
    field("card-phone", company.phone.clone());
    field("card-city", company.city.clone());
    let taskfire = if company.taskfire {
        "card-taskfire-on"
    } else {
        "card-taskfire-off"
    };
    field("detail-taskfire", Some(app.text(taskfire).into_owned()));
    field("card-open-tickets", open(company.open_tickets));
    lines
}
