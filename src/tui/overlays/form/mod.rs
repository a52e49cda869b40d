//! A dialog with fields: what will follow on top, the fields below, and the key that does it, which is not Enter.
//! What is typed is kept as a draft with every key.

mod awaited;
pub mod draw;
mod keys;
mod offer;

use self::awaited::{Awaited, Named};
pub use self::awaited::{CONTRACT, ITEM};
pub use self::offer::FROM_STOPWATCH;
use self::offer::Offer;
use super::field::{Field, Input};
use super::{Choice, Overlay, Purpose};
use crate::base::ids::{ChangeId, ContractId, ItemId, TicketId};
use crate::records::administration::support::CoverageQuestion;
use crate::records::administration::{Administration, NotAdministered};
use crate::records::drafts::DraftKind;
use crate::tui::app::App;
use crate::tui::effect::{About, Draft, DraftPlace, Effect, Generation, Load};
use crate::tui::keymap::Context;
use crate::tui::widgets::line::Line;
use std::collections::BTreeMap;

/// A dialog with fields.
#[derive(Clone, Debug)]
pub struct Form {
    /// What is done to what.
    pub title: String,
    /// What will follow, line by line.
    pub shown: Vec<Line>,
    /// The first of these lines that is seen.
    pub top: usize,
    /// The fields; none for a mere question.
    pub fields: Vec<Field>,
    /// The field that takes the keys.
    pub focus: usize,
    /// What the key that does it says.
    pub verb: String,
    /// What the key that leaves says.
    pub leave: String,
    /// Why it was not done.
    pub mistake: Option<String>,
    /// The act that was asked for with it and is not answered yet.
    pub waits: Option<Generation>,
    /// An act that was sent from here without an answer, and its key: asked for again it is the same one.
    unanswered: Option<(ChangeId, Administration)>,
    purpose: Purpose,
    draft: Option<DraftPlace>,
    loads: Vec<(Generation, Awaited)>,
    /// The ticket whose contract may cover what is typed, and what was asked about it last.
    covers: Option<(TicketId, Option<CoverageQuestion>)>,
    /// The lines that were there before the answer to that.
    own: usize,
    /// What a request of a client can name is picked here, and what was asked about it last.
    names: Option<Named>,
    /// What is picked in the second field depends on the first one; with what was picked there last.
    depends: Option<(&'static str, &'static str, Option<Choice>)>,
    /// The time that a stopwatch offers here.
    offer: Option<Offer>,
}

impl Form {
    /// A dialog, and who gets the answer.
    #[must_use]
    pub fn new(title: String, verb: String, leave: String, purpose: Purpose) -> Self {
        Self {
            title,
            shown: Vec::new(),
            top: 0,
            fields: Vec::new(),
            focus: 0,
            verb,
            leave,
            mistake: None,
            waits: None,
            unanswered: None,
            purpose,
            draft: None,
            loads: Vec::new(),
            covers: None,
            own: 0,
            depends: None,
            names: None,
            offer: None,
        }
    }

    /// With these lines on top.
    #[must_use]
    pub fn showing(self, shown: Vec<Line>) -> Self {
        Self { shown, ..self }
    }

    /// With these fields.
    #[must_use]
    pub fn with(self, fields: Vec<Field>) -> Self {
        Self { fields, ..self }
    }

    /// Keeps what is typed here.
    #[must_use]
    pub fn kept(self, draft: DraftPlace) -> Self {
        Self {
            draft: Some(draft),
            ..self
        }
    }

    /// Keeps what is typed here, about this and no ticket.
    #[must_use]
    pub fn kept_about(self, kind: DraftKind, about: Option<About>) -> Self {
        self.kept(DraftPlace {
            ticket: None,
            about,
            kind,
        })
    }

    /// Opens it: reads what was typed here before, and what there is to pick.
    pub fn open(mut self, app: &mut App, picks: &[(&'static str, Load)]) -> Vec<Effect> {
        let mut effects = Vec::new();
        if let Some(draft) = self.draft {
            let (generation, effect) = app.load(Load::Draft(draft));
            self.loads.push((generation, Awaited::Draft));
            effects.push(effect);
        }
        for (field, load) in picks {
            let (generation, effect) = app.load(load.clone());
            self.loads.push((generation, Awaited::Items(field)));
            effects.push(effect);
        }
        let generation = app.generation.advance();
        effects.extend(self.name(generation).map(|load| Effect::Load(generation, load)));
        app.overlays.push(Overlay::Form(Box::new(self)));
        effects
    }

    /// Opens it again because a field is not right.
    pub fn refuse(mut self, app: &mut App, field: &str, why: String) -> Vec<Effect> {
        if let Some(place) = self.fields.iter().position(|other| other.name == field) {
            self.focus = place;
        }
        self.mistake = Some(why);
        app.overlays.push(Overlay::Form(Box::new(self)));
        Vec::new()
    }

    /// What was asked for with it was not done: it says why, and nothing that was typed is lost.
    pub fn not_done(&mut self, why: String, field: Option<&str>) {
        self.waits = None;
        if let Some(place) = field.and_then(|field| self.fields.iter().position(|other| other.name == field)) {
            self.focus = place;
        }
        self.mistake = Some(why);
    }

    /// The key with which this act was sent from here before, if no answer came.
    #[must_use]
    pub fn key_of(&self, act: &Administration) -> Option<ChangeId> {
        let (key, sent) = self.unanswered.as_ref()?;
        (sent == act).then_some(*key)
    }

    /// Whether something was sent from here and it isn't known what became of it.
    #[must_use]
    pub fn is_unanswered(&self) -> bool {
        self.unanswered.is_some()
    }

    /// Keeps the key of an act that was not answered; what was refused did not happen.
    pub fn keep_key(&mut self, act: &Administration, why: &NotAdministered) {
        match why {
            NotAdministered::Unanswered { key, .. } => self.unanswered = Some((*key, act.clone())),
            NotAdministered::Refused { .. } => self.unanswered = None,
            NotAdministered::NoLine(_) => {}
        }
    }

    /// Its draft with nothing left to keep: what was typed has been done.
    #[must_use]
    pub fn forget(&self) -> Option<Draft> {
        let text = String::new();
        self.draft.map(|place| Draft { place, text })
    }

    /// What was typed into a field; empty where there is no such field.
    #[must_use]
    pub fn text(&self, field: &str) -> String {
        self.field(field).map(|field| field.text()).unwrap_or_default()
    }

    /// What was picked in a field.
    #[must_use]
    pub fn choice(&self, field: &str) -> Option<&Choice> {
        self.field(field)?.choice()
    }

    /// The item that is picked, of those that a request can name.
    #[must_use]
    pub fn item(&self) -> Option<ItemId> {
        match self.choice(ITEM) {
            Some(Choice::Number(item)) => Some(ItemId(*item)),
            _ => None,
        }
    }

    /// The contract that is picked to be linked by hand.
    #[must_use]
    pub fn contract(&self) -> Option<ContractId> {
        match self.choice(CONTRACT) {
            Some(Choice::Number(contract)) => Some(ContractId(*contract)),
            _ => None,
        }
    }

    /// Whether a field is switched on.
    #[must_use]
    pub fn is_on(&self, field: &str) -> bool {
        self.field(field).is_some_and(Field::is_on)
    }

    /// Whether a field is not as the form was opened.
    #[must_use]
    pub fn is_changed(&self, field: &str) -> bool {
        self.field(field).is_some_and(Field::is_changed)
    }

    /// Puts newer fields in the place of those that nobody has changed here.
    #[must_use]
    pub fn renewed(mut self: Box<Self>, fields: Vec<Field>) -> Box<Self> {
        for newer in fields {
            if let Some(field) = self.field_mut(newer.name).filter(|field| !field.is_changed()) {
                *field = newer;
            }
        }
        self
    }

    fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    fn field_mut(&mut self, name: &str) -> Option<&mut Field> {
        self.fields.iter_mut().find(|field| field.name == name)
    }

    fn focused(&mut self) -> Option<&mut Field> {
        self.fields.get_mut(self.focus)
    }

    /// The contexts that hold in the field that takes the keys.
    #[must_use]
    pub fn contexts(&self) -> Vec<Context> {
        let inner: &[Context] = match self.fields.get(self.focus).map(|field| &field.input) {
            Some(Input::Text(_)) => &[Context::Form, Context::Text, Context::Editing],
            Some(Input::Pick(_)) => &[Context::Pick, Context::Form, Context::Editing],
            Some(Input::Line(_)) => &[Context::Form, Context::Editing],
            Some(Input::Switch(_)) | None => &[Context::Form],
        };
        [inner, &[Context::Always]].concat()
    }

    /// Keeps what was typed so far.
    fn keep(&self) -> Vec<Effect> {
        let Some(place) = self.draft else { return Vec::new() };
        let changed = self.fields.iter().filter(|field| field.is_kept && field.is_changed());
        let texts: BTreeMap<&str, String> = changed.map(|field| (field.name, field.text())).collect();
        let text = if texts.is_empty() {
            String::new()
        } else {
            serde_json::json!(texts).to_string()
        };
        vec![Effect::SaveDraft(Draft { place, text })]
    }
}
