//! The card of recent invoices on the first screen of a client's people (TF-20): asked when they sign in, when the line is
//! back, and when names changed, for what the client's setting hides may be hidden since. What isn't theirs to read is
//! not shown.

pub mod draw;

use crate::domain::Side;
use crate::domain::permission::{Action, Permission, permission};
use crate::records::administration::billing::InvoiceSummary;
use crate::records::administration::{Answer, Question};
use crate::tui::app::App;
use crate::tui::effect::{Effect, Generation, Load};
use crate::tui::msg::Loaded;

/// So many are shown.
const MOST: usize = 3;
/// The rows of the card's rule.
const RULE: u16 = 1;

/// The card's state.
#[derive(Debug, Default)]
pub struct Card {
    /// The invoices, the newest first.
    pub invoices: Vec<InvoiceSummary>,
    load: Option<Generation>,
    /// Something changed while the question was out.
    is_outdated: bool,
}

impl Card {
    /// The rows that it takes; none where there is nothing to show.
    #[must_use]
    pub fn rows(&self) -> u16 {
        match u16::try_from(self.invoices.len()) {
            Ok(0) | Err(_) => 0,
            Ok(count) => count + RULE,
        }
    }
}

/// Asks for them, for whom they may be.
pub fn ask(app: &mut App) -> Vec<Effect> {
    let Some(actor) = app.viewer.as_ref().map(|viewer| &viewer.actor) else {
        return Vec::new();
    };
    let may = actor.side() == Side::Taskfire && permission(actor.level, Action::ViewFinancialReports) != Permission::No;
    if !may {
        return Vec::new();
    }
    if app.recent_invoices.load.is_some() {
        app.recent_invoices.is_outdated = true;
        return Vec::new();
    }
    let question = Question::Invoices(Some(actor.company));
    let (generation, effect) = app.load(Load::Administration(question));
    app.recent_invoices.load = Some(generation);
    vec![effect]
}

/// They have come; given back where they are for somebody else.
///
/// # Errors
/// With what is not for the card.
pub fn loaded(app: &mut App, generation: Generation, loaded: Loaded) -> Result<Vec<Effect>, Loaded> {
    let card = &mut app.recent_invoices;
    match loaded {
        Loaded::Administration(answer) if card.load.take_if(|load| *load == generation).is_some() => {
            if let Answer::Invoices(page) = *answer {
                card.invoices = page.items;
                card.invoices.truncate(MOST);
            }
            Ok(ask_again(app))
        }
        others => Err(others),
    }
}

/// They are not theirs to read, or the server can't be asked now: none are shown until it says otherwise. None where the
/// card had not asked.
pub fn not_loaded(app: &mut App, generation: Generation) -> Option<Vec<Effect>> {
    let card = &mut app.recent_invoices;
    card.load.take_if(|load| *load == generation)?;
    card.invoices.clear();
    Some(ask_again(app))
}

fn ask_again(app: &mut App) -> Vec<Effect> {
    match std::mem::take(&mut app.recent_invoices.is_outdated) {
        true => ask(app),
        false => Vec::new(),
    }
}
