//! What a contract covers of the ticket's time: asked when the ticket is opened, and while a time entry is typed.

use crate::base::Date;
use crate::base::ids::TicketId;
use crate::domain::Side;
use crate::records::administration::Question;
use crate::records::administration::support::CoverageQuestion;
use crate::tui::app::App;
use crate::tui::billing::coverage;
use crate::tui::effect::{Effect, Load};
use crate::tui::overlays::form::Form;
use crate::tui::theme::Role;
use crate::tui::typed::{day, work};
use crate::tui::widgets::paint::Piece;

/// Asks what is covered of the opened ticket, where it has a contract.
pub(super) fn ask(app: &mut App) -> Vec<Effect> {
    // What a contract covers is the provider's own matter.
    if app.side() == Side::Taskfire {
        return Vec::new();
    }
    let has_contract = |pane: &super::Pane| {
        let ticket = &pane.ticket()?.ticket;
        (ticket.contract.is_some() && !ticket.id.is_temporary()).then_some(ticket.id)
    };
    let Some(ticket) = app.ticket.as_ref().and_then(has_contract) else {
        return Vec::new();
    };
    let question = CoverageQuestion {
        ticket,
        minutes: 0,
        day: None,
    };
    let (generation, effect) = app.load(Load::Administration(Question::Coverage(question)));
    if let Some(pane) = &mut app.ticket {
        pane.loads.coverage = Some(generation);
    }
    vec![effect]
}

/// What would have to be asked about the entry that stands in the form of this ticket.
#[must_use]
pub fn planned(app: &App, form: &Form, ticket: TicketId) -> Option<CoverageQuestion> {
    let minutes = work::parse(&form.text("minutes")).ok()?.minutes;
    let today = app.times().wall(app.now).date();
    let day = day::parse(&form.text("workedOn"), today).ok()?;
    Some(CoverageQuestion {
        ticket,
        minutes,
        day: Some(Date(day)),
    })
}

/// What a client's person reads about a request that waits for its contract (LTX-04).
#[must_use]
pub fn held_at_client(app: &App) -> String {
    let provider = app.viewer.as_ref().map(|viewer| viewer.instance_name.as_str());
    app.say(
        "coverage-held-client",
        &[("provider", provider.unwrap_or_default().into())],
    )
    .into_owned()
}

/// What stands in the ticket's head: that it is held and why, or its contract with what is left.
#[must_use]
pub fn head(app: &App) -> Option<Piece<'static>> {
    let pane = app.ticket.as_ref()?;
    let known = pane.coverage.as_ref().and_then(|coverage| coverage.contract.as_ref());
    let is_held = pane.ticket()?.ticket.held;
    if is_held && app.side() == Side::Taskfire {
        return Some(Piece::new(held_at_client(app), Role::Warning));
    }
    Some(match (is_held, known) {
        (true, Some(known)) => {
            let arguments = [
                ("contract", known.name.as_str().into()),
                ("date", app.times().date(known.start).into()),
            ];
            Piece::new(app.say("coverage-held-by", &arguments).into_owned(), Role::Warning)
        }
        (true, None) => Piece::new(app.text("coverage-held").into_owned(), Role::Warning),
        (false, Some(known)) => Piece::new(coverage::contract(app, known), Role::Text),
        (false, None) => return None,
    })
}
