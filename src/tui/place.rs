//! Which tickets a list has: the ready-made views, the queues, the clients with whom tickets are shared.

use crate::base::Timestamp;
use crate::base::ids::{CompanyId, QueueId};
use crate::domain::{SecurityLevel, Side, StatusKind, Statuses};
use crate::entities::{AUTOTASK_FIELDS, SideFields, TASKFIRE_FIELDS, TICKET};
use crate::query::{Comparison, Filter, FilterError, Test};
use crate::records::windows::Viewer;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use crate::tui::panes::tickets::open;
use crate::tui::views::View;

/// Which tickets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// Open ones that are assigned to me.
    #[default]
    Mine,
    /// Those of them that are past due.
    MineLate,
    /// Open ones that nobody of my side has.
    Unassigned,
    /// Open shared ones that came to my side and are New here.
    Back,
    /// Open ones of a queue.
    Queue(QueueId),
    /// Open ones that are shared with this client; on the Taskfire side the own company's, with the provider.
    Shared(CompanyId),
    /// Open ones whose contact the person is.
    MyRequests,
    /// Every open one that the person may see.
    Open,
    /// Every one, closed ones too.
    Everything,
    /// Those of a saved view, by its place in the file.
    Saved(usize),
}

/// The ready-made views of those who work tickets, in the order of the digits that open them.
const WORKING: [Place; 4] = [Place::Mine, Place::MineLate, Place::Unassigned, Place::Back];
/// Those of portal levels who follow their organisation's tickets (D-39).
const FOLLOWING: [Place; 3] = [Place::MyRequests, Place::Open, Place::Everything];
/// Those of the level that follows only its own.
const ASKING: [Place; 2] = [Place::MyRequests, Place::Everything];

/// The ready-made views of this person.
#[must_use]
pub fn views(app: &App) -> &'static [Place] {
    match app.viewer.as_ref().map(|viewer| viewer.actor.level) {
        Some(SecurityLevel::PortalBasic) => &ASKING,
        Some(level) if !level.works_tickets() => &FOLLOWING,
        _ => &WORKING,
    }
}

/// The names of the fields that a side owns.
#[must_use]
pub fn fields(side: Side) -> &'static SideFields {
    match side {
        Side::Autotask => &AUTOTASK_FIELDS,
        Side::Taskfire => &TASKFIRE_FIELDS,
    }
}

impl Place {
    /// The filter that selects its tickets.
    ///
    /// # Errors
    /// Never for the fields that exist; kept because filters are checked.
    pub fn filter(self, viewer: &Viewer, statuses: &Statuses, now: Timestamp) -> Result<Filter, FilterError> {
        let side = viewer.actor.side();
        let own = fields(side);
        let open = Filter::condition(&TICKET, "closedDate", Test::NotExist)?;
        let mine = || Filter::eq(&TICKET, own.assignee, viewer.actor.person.number());
        Ok(match self {
            Self::Mine => open.and(mine()?),
            Self::MineLate => open
                .and(mine()?)
                .and(Filter::compare(&TICKET, "dueDateTime", Comparison::Less, now)?),
            Self::Unassigned => open
                .and(Filter::condition(&TICKET, own.status, Test::Exist)?)
                .and(Filter::condition(&TICKET, own.assignee, Test::NotExist)?),
            Self::Back => {
                let new = statuses.of(side).filter(|status| status.kind == StatusKind::New);
                open.and(Filter::eq(&TICKET, "isShared", true)?)
                    .and(Filter::eq(&TICKET, "holder", side.word())?)
                    .and(Filter::one_of(&TICKET, own.status, new.map(|status| status.id.0))?)
            }
            Self::Queue(queue) => {
                let of = |side: Side| Filter::eq(&TICKET, fields(side).queue, queue.0);
                open.and(of(Side::Autotask)?.or(of(Side::Taskfire)?))
            }
            Self::Shared(company) => {
                open.and(Filter::eq(&TICKET, "isShared", true)?)
                    .and(Filter::eq(&TICKET, "companyID", company.0)?)
            }
            Self::MyRequests => open.and(Filter::eq(&TICKET, "contactID", viewer.actor.person.number())?),
            Self::Open => open,
            // A saved view is what was typed.
            Self::Everything | Self::Saved(_) => Filter::all(&TICKET),
        })
    }

    /// What the list is called.
    #[must_use]
    pub fn title(self, app: &App) -> String {
        let key = match self {
            Self::Mine => "view-mine",
            Self::MineLate => "view-mine-late",
            Self::Unassigned => "view-unassigned",
            Self::Back if app.side() == Side::Autotask => "view-back-from-client",
            Self::Back => "view-back-from-provider",
            Self::MyRequests => "view-my-requests",
            Self::Open => {
                let company = app.viewer.as_ref().map_or("", |viewer| viewer.company_name.as_str());
                return app.say("view-open", &[("company", company.into())]).into_owned();
            }
            Self::Saved(at) => {
                let view = app.settings.views.views.get(at);
                return view.map_or_else(String::new, |view| view.name.clone());
            }
            Self::Everything if views(app) == ASKING => "view-my-requests-all",
            Self::Everything => "view-everything",
            Self::Queue(id) => {
                let queue = app.desk.queues.iter().find(|queue| queue.id == id);
                return queue.map_or_else(|| format!("#{id}"), |queue| queue.name.clone());
            }
            Self::Shared(id) => {
                let line = app.desk.shared.iter().find(|line| line.company == id);
                return match (app.side(), &app.viewer) {
                    // Of their own company's tickets, what the provider has a part in.
                    (Side::Taskfire, Some(viewer)) => app
                        .say("shared-with", &[("name", viewer.instance_name.as_str().into())])
                        .into_owned(),
                    _ => line.map_or_else(|| format!("#{id}"), |line| line.name.clone()),
                };
            }
        };
        app.text(key).into_owned()
    }
}

/// Shows the tickets of a place in the list.
pub fn go(app: &mut App, place: Place) -> Vec<Effect> {
    open(app, place)
}

/// The view that a digit opens.
fn digit(app: &App, intent: Intent) -> Option<Place> {
    of_digit(app, intent.name().strip_prefix("view.")?.parse().ok()?)
}

/// What a digit opens: the saved view that has it, else the ready-made one in its order.
#[must_use]
pub fn of_digit(app: &App, digit: u8) -> Option<Place> {
    let saved = app.settings.views.at_digit(digit).map(Place::Saved);
    saved.or_else(|| views(app).get(usize::from(digit).checked_sub(1)?).copied())
}

/// The saved view that an intent opens.
#[must_use]
pub fn saved(app: &App, intent: Intent) -> Option<&View> {
    match digit(app, intent)? {
        Place::Saved(at) => app.settings.views.views.get(at),
        _ => None,
    }
}

/// Whether it is a digit beyond the views that there are.
#[must_use]
pub fn is_spare_digit(app: &App, intent: Intent) -> bool {
    intent.name().starts_with("view.") && digit(app, intent).is_none()
}

/// Whether the digit has a view.
#[must_use]
pub fn availability(app: &App, intent: Intent) -> Availability {
    if digit(app, intent).is_some() {
        return Availability::Available;
    }
    Availability::Refused(app.text("reason-no-such-view").into_owned())
}

/// Opens the view of a digit.
pub fn view(app: &mut App, intent: Intent) -> Vec<Effect> {
    digit(app, intent).map_or_else(Vec::new, |place| go(app, place))
}

/// Opens the first view.
pub fn open_first(app: &mut App) -> Vec<Effect> {
    let first = views(app).first().copied().unwrap_or_default();
    go(app, first)
}

/// Opens my tickets.
pub fn mine(app: &mut App, _: Intent) -> Vec<Effect> {
    go(app, Place::Mine)
}

/// Opens every ticket that this person may see, closed ones too.
pub fn everything(app: &mut App, _: Intent) -> Vec<Effect> {
    go(app, Place::Everything)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::ids::ResourceId;
    use crate::domain::{Actor, Agency, Person};

    #[test]
    fn every_place_has_a_filter_for_either_side() {
        for level in [SecurityLevel::ProviderTech, SecurityLevel::TaskfireResource] {
            let viewer = Viewer {
                actor: Actor {
                    person: Person::Resource(ResourceId(3)),
                    name: "Maria Keller".to_owned(),
                    level,
                    company: CompanyId(0),
                    agency: Agency::Human,
                },
                user_name: "maria".to_owned(),
                company_name: "Northwind".to_owned(),
                instance_name: "Northwind".to_owned(),
                sign_in: None,
                has_next_portal: false,
                is_next_portal: false,
            };
            let others = [Place::Queue(QueueId(5)), Place::Shared(CompanyId(4))];
            for place in WORKING.into_iter().chain(FOLLOWING).chain(others) {
                let filter = place.filter(&viewer, &Statuses::standard(), Timestamp::from_millis(0));
                assert!(filter.is_ok(), "{place:?}: {filter:?}");
            }
        }
    }
}
