//! Ready-made lists as one would type them, so that a view that is saved from one stands for the same tickets.

use crate::domain::StatusKind;
use crate::query::typed::quoted;
use crate::tui::app::App;
use crate::tui::place::Place;

/// A place's tickets as one types them behind `/`.
#[must_use]
pub fn typed(place: Place, app: &App) -> String {
    match place {
        Place::Mine => "is:mine is:open".to_owned(),
        Place::MineLate => "is:mine is:late".to_owned(),
        Place::Unassigned => "is:open is:unassigned status:any".to_owned(),
        Place::Back => {
            let new = app.desk.statuses.of(app.side());
            let new = new.filter(|status| status.kind == StatusKind::New);
            let labels: Vec<String> = new.map(|status| quoted(&status.label)).collect();
            let holder = app.side().word();
            format!("is:open is:shared holder:{holder} status:{}", labels.join(","))
        }
        Place::Queue(id) => {
            let queue = app.desk.queues.iter().find(|queue| queue.id == id);
            let name = queue.map_or_else(|| format!("#{id}"), |queue| quoted(&queue.name));
            format!("is:open queue:{name}")
        }
        Place::Shared(id) => {
            let shared = app.desk.shared.iter().find(|line| line.company == id);
            let name = shared.map_or_else(|| format!("#{id}"), |line| quoted(&line.name));
            format!("is:open is:shared company:{name}")
        }
        Place::MyRequests => {
            let me = app.viewer.as_ref().map_or(0, |viewer| viewer.actor.person.number());
            format!("is:open contact:#{me}")
        }
        Place::Open => "is:open".to_owned(),
        Place::Everything => String::new(),
        Place::Saved(at) => {
            let view = app.settings.views.views.get(at);
            view.map_or_else(String::new, |view| view.filter.clone())
        }
    }
}
