//! What completing on the holder's side would do to the other side, under this client's settings and for this owner:
//! told beside the other side's status, so that nobody is surprised (TF-15 to TF-19).

use crate::domain::outcome::{CarryOver, Certainty};
use crate::domain::{Actor, Agency, SecurityLevel, Side, completion, ownership};
use crate::records::views::TicketView;
use crate::tui::app::App;
use crate::tui::theme::Role;
use crate::tui::widgets::paint::Piece;

/// Who would complete.
enum Owner<'a> {
    /// The person at this console.
    You,
    /// Somebody else, by first name.
    Other(&'a str),
    /// Nobody is assigned: anybody of that side.
    Anybody,
}

/// The sentence; empty where only one side takes part. `form` is empty, or `.short`.
#[must_use]
pub fn line(app: &App, view: &TicketView, form: &str) -> Vec<Piece<'static>> {
    if !view.ticket.shared {
        return Vec::new();
    }
    let holder = view.ticket.holder;
    if let Some(closed) = view.ticket.closed {
        let at = app.times().read(closed.at);
        let text = app.say(
            "completes-closed",
            &[("at", at.into()), ("side", closed.by.product().into())],
        );
        return vec![Piece::new(text.into_owned(), Role::Dim)];
    }
    let owner = owner(app, view);
    let (carry_over, certainty) = completion::carry_over(&view.ticket, &acting(app, view), &view.facts);
    let what = match (certainty, carry_over) {
        (Certainty::ServerDecides, _) => "unknown",
        (_, CarryOver::Synced) => "synced",
        (_, CarryOver::AlreadyComplete) => "already",
        _ => "stays",
    };
    let (key, name) = match owner {
        Owner::You => ("you", ""),
        Owner::Other(name) if app.side() == holder && what == "synced" => ("only", name),
        Owner::Other(name) => ("other", name),
        Owner::Anybody => ("anybody", ""),
    };
    let status = view.line.side(holder.other()).map_or("", |side| side.status.as_str());
    let arguments = [
        ("name", name.into()),
        ("side", holder.other().product().into()),
        ("status", status.into()),
        ("holder", holder.product().into()),
    ];
    let text = app
        .say(&format!("completes-{what}-{key}{form}"), &arguments)
        .into_owned();
    let role = if what == "synced" { Role::Text } else { Role::Dim };
    vec![Piece::new(text, role)]
}

fn owner<'a>(app: &App, view: &'a TicketView) -> Owner<'a> {
    let is_mine = app
        .viewer
        .as_ref()
        .is_some_and(|viewer| ownership::is_owner(&view.ticket, &viewer.actor));
    match view
        .line
        .side(view.ticket.holder)
        .and_then(|side| side.assignee.as_ref())
    {
        None => Owner::Anybody,
        Some(_) if is_mine => Owner::You,
        Some(named) => Owner::Other(first_name(&named.name)),
    }
}

/// The owner as one who acts: the rule asks only whose side it is and whether they are assigned.
fn acting(app: &App, view: &TicketView) -> Actor {
    let holder = view.ticket.holder;
    let assignee = view.ticket.side(holder).and_then(|state| state.assignee);
    let myself = app
        .viewer
        .as_ref()
        .map(|viewer| &viewer.actor)
        .filter(|actor| actor.side() == holder);
    let level = match holder {
        Side::Autotask => SecurityLevel::ProviderTech,
        Side::Taskfire => SecurityLevel::TaskfireResource,
    };
    Actor {
        person: assignee
            .or(myself.map(|actor| actor.person))
            .unwrap_or(crate::domain::Person::of(holder, 0)),
        name: String::new(),
        level,
        company: view.ticket.company,
        agency: Agency::Human,
    }
}

fn first_name(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or(name)
}
