//! Becoming another person of the demo desk: the quickest way to see both sides.

use crate::records::windows::DemoPerson;
use crate::tui::app::App;
use crate::tui::effect::{Effect, Generation, Load};
use crate::tui::intent::Intent;
use crate::tui::overlays::pick::{Pick, item};
use crate::tui::overlays::{Answer, Choice, Overlay, Purpose};

/// Asks whom one can become.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let (generation, effect) = app.load(Load::DemoPeople);
    app.demo_load = Some(generation);
    vec![effect]
}

/// The people have come.
pub fn loaded(app: &mut App, generation: Generation, people: Vec<DemoPerson>) -> Vec<Effect> {
    if app.demo_load.take_if(|load| *load == generation).is_none() {
        return app.dropped();
    }
    let one = |person: DemoPerson| {
        let level = app.text(&format!("level-{}", person.level.word())).into_owned();
        let detail = format!("{level} · {}", person.company_name);
        item(person.name, detail, Choice::DemoPerson(person.user_name))
    };
    let items = people.into_iter().map(one).collect();
    let title = app.text("become-title").into_owned();
    app.overlays
        .push(Overlay::Pick(Pick::new(title, items, Purpose::Become)));
    Vec::new()
}

/// Somebody was chosen.
pub fn confirm(answer: Answer) -> Vec<Effect> {
    match answer {
        Answer::Chosen(Choice::DemoPerson(user_name)) => vec![Effect::Become(user_name)],
        _ => Vec::new(),
    }
}
