//! What overlays wait for: asked when something was picked or typed that it depends on, and taken in when it comes.

use super::{Choice, Overlay, pick};
use crate::records::administration::Answer as Administered;
use crate::tui::app::App;
use crate::tui::billing::{coverage, naming};
use crate::tui::effect::{Effect, Generation};
use crate::tui::msg::Loaded;
use crate::tui::panes::ticket;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::pick_list::Item;

/// Lines in a dialog are no wider.
const WIDEST: usize = 64;

/// What a field of the dialog on top picks from may depend on what was picked in another one.
pub(super) fn followed(app: &mut App, mut effects: Vec<Effect>) -> Vec<Effect> {
    let generation = app.generation.advance();
    if let Some(Overlay::Form(form)) = app.overlays.last_mut() {
        form.follow_offer();
        effects.extend(form.follow(generation).map(|load| Effect::Load(generation, load)));
    }
    effects.extend(named(app));
    effects.extend(covered(app));
    effects
}

/// What a contract covers of the time that is typed in the dialog on top is asked with every change of it.
fn covered(app: &mut App) -> Option<Effect> {
    let planned = match app.overlays.last() {
        Some(Overlay::Form(form)) => ticket::coverage::planned(app, form, form.covered()?),
        _ => None,
    };
    let generation = app.generation.advance();
    let Some(Overlay::Form(form)) = app.overlays.last_mut() else {
        return None;
    };
    let load = form.cover(generation, planned)?;
    Some(Effect::Load(generation, load))
}

/// What a request can name is asked with every client, person and item that is picked in the dialog on top.
fn named(app: &mut App) -> Option<Effect> {
    let generation = app.generation.advance();
    let Some(Overlay::Form(form)) = app.overlays.last_mut() else {
        return None;
    };
    let load = form.name(generation)?;
    Some(Effect::Load(generation, load))
}

/// What an overlay waited for has come; given back where it is for nobody here.
///
/// # Errors
/// With what is not for an overlay.
pub fn loaded(app: &mut App, generation: Generation, loaded: Loaded) -> Result<Vec<Effect>, Loaded> {
    let items = match &loaded {
        Loaded::Candidates(candidates) => ticket::assign::items(app, candidates),
        Loaded::Choices(items) => items
            .iter()
            .map(|item| pick::item(&item.label, &item.detail, item.choice.clone()))
            .collect(),
        _ => Vec::new(),
    };
    let told = match &loaded {
        Loaded::Administration(answer) => told(app, answer),
        _ => Told::default(),
    };
    let is_taken = app.overlays.iter_mut().any(|overlay| match (overlay, &loaded) {
        (Overlay::Form(form), Loaded::Administration(answer)) => match **answer {
            Administered::Naming(_) => form.take_naming(generation, &told.picks, &told.form),
            _ => form.take_coverage(generation, &told.form),
        },
        (Overlay::Card(card), Loaded::Administration(_)) => card.take(generation, &told.card),
        (Overlay::Form(form), Loaded::Draft(text)) => form.take_draft(generation, text),
        (Overlay::Form(form), Loaded::FirstPassword(text)) => form.take_text(generation, text),
        (Overlay::Today(today), Loaded::OwnDay(entries)) => today.take(generation, entries),
        (Overlay::Guide(guide), Loaded::AccountManager(name)) => guide.take_manager(generation, name.as_deref()),
        (Overlay::Compose(compose), Loaded::Draft(text)) => compose.take_draft(generation, text),
        (Overlay::Form(form), Loaded::Choices(_)) => form.take_items(generation, &items),
        (Overlay::Pick(pick), Loaded::Choices(_) | Loaded::Candidates(_)) => pick.take_items(generation, &items),
        _ => false,
    });
    match is_taken {
        // What was typed before there was anything to pick may be picked now.
        true => Ok(followed(app, Vec::new())),
        false => Err(loaded),
    }
}

/// What an answer about contracts says in a dialog and on a ticket's card, and what it offers to pick.
#[derive(Default)]
struct Told {
    form: Vec<Line>,
    card: Vec<Line>,
    picks: Vec<(&'static str, Vec<Item<Choice>>)>,
}

fn told(app: &App, answer: &Administered) -> Told {
    let width = usize::from(app.size.0).saturating_sub(8).min(WIDEST);
    match answer {
        Administered::Coverage(found) => Told {
            form: coverage::planned(app, found, width),
            card: ticket::card::contract(app, found),
            picks: Vec::new(),
        },
        Administered::Naming(found) => Told {
            form: naming::lines(app, found, width),
            card: Vec::new(),
            picks: naming::picks(app, found),
        },
        _ => Told::default(),
    }
}
