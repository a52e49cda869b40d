//! Next for me: the one ticket that is best done now, wherever one is. Of what I have myself and can work on, what is due
//! first; else of what nobody of my side has.

use crate::base::ids::TicketId;
use crate::domain::StatusKind;
use crate::entities::TICKET;
use crate::query::{Direction, Filter, FilterError, Sort, Test};
use crate::records::windows::Anchor;
use crate::tui::app::{App, opening};
use crate::tui::effect::{Effect, Generation, ListRequest, Load, Source};
use crate::tui::intent::{Availability, Intent};
use crate::tui::pictures::is_waiting;
use crate::tui::place::fields;

/// The open ticket is one of those that are asked for, so that another one is there.
const ASKED: usize = 2;

/// What is looked through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Among {
    /// What is assigned to me.
    Mine,
    /// What nobody of my side has.
    Free,
}

/// A look that is under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Looking {
    generation: Generation,
    among: Among,
}

/// For those who work tickets.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    match app.works_tickets() {
        true => Availability::Available,
        false => Availability::Refused(app.text("reason-next-technician").into_owned()),
    }
}

/// Looks for it.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    look(app, Among::Mine)
}

fn look(app: &mut App, among: Among) -> Vec<Effect> {
    let Some(request) = request(app, among) else {
        return Vec::new();
    };
    let (generation, effect) = app.load(Load::Selected(request));
    app.tickets.looking = Some(Looking { generation, among });
    vec![effect]
}

fn request(app: &App, among: Among) -> Option<ListRequest> {
    let own = fields(app.side());
    let fields = [
        ("dueDateTime", Direction::Ascending),
        (own.priority, Direction::Ascending),
    ];
    Some(ListRequest {
        place: filter(app, among).ok()?,
        typed: String::new(),
        order: Sort::by(&TICKET, &fields).ok()?.into(),
        anchor: Anchor::Start,
        limit: ASKED,
        source: Source::Copy,
    })
}

/// Tickets that my side has and that wait for nobody else.
fn filter(app: &App, among: Among) -> Result<Filter, FilterError> {
    let side = app.side();
    let own = fields(side);
    let can_be_worked = |kind| matches!(kind, StatusKind::New | StatusKind::Open);
    let statuses = app.desk.statuses.of(side).filter(|status| can_be_worked(status.kind));
    let statuses = statuses
        .filter(|status| !is_waiting(status.id))
        .map(|status| status.id.0);
    let whose = match (among, &app.viewer) {
        (Among::Mine, Some(viewer)) => Filter::eq(&TICKET, own.assignee, viewer.actor.person.number())?,
        _ => Filter::condition(&TICKET, own.assignee, Test::NotExist)?,
    };
    Ok(Filter::condition(&TICKET, "closedDate", Test::NotExist)?
        .and(whose)
        .and(Filter::eq(&TICKET, "holder", side.word())?)
        .and(Filter::one_of(&TICKET, own.status, statuses)?))
}

/// What was found is opened; the open ticket is no answer.
///
/// # Errors
/// The ids again, where somebody else asked for them.
pub fn found(app: &mut App, generation: Generation, ids: Vec<TicketId>) -> Result<Vec<Effect>, Vec<TicketId>> {
    let Some(looking) = app.tickets.looking.take_if(|looking| looking.generation == generation) else {
        return Err(ids);
    };
    let open = app.ticket.as_ref().map(|ticket| ticket.id);
    Ok(match (ids.into_iter().find(|id| Some(*id) != open), looking.among) {
        (Some(id), _) => opening::open(app, id),
        (None, Among::Mine) => look(app, Among::Free),
        (None, Among::Free) => {
            app.done("next-none", &[]);
            Vec::new()
        }
    })
}

/// A look failed; whether it was one.
pub fn not_loaded(app: &mut App, generation: Generation) -> bool {
    app.tickets
        .looking
        .take_if(|looking| looking.generation == generation)
        .is_some()
}
