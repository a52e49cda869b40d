//! A dialog with fields: what will follow on top, the fields below, and the key that does it, which is not Enter.
//! What is typed is kept as a draft with every key.

use super::field::{Field, Input, Took};
use super::{Answer, Choice, Next, Overlay, Purpose};
use crate::base::ids::{ChangeId, TicketId};
use crate::records::administration::support::CoverageQuestion;
use crate::records::administration::{Administration, NotAdministered, Question};
use crate::records::drafts::DraftKind;
use crate::tui::app::App;
use crate::tui::app::moving::Step;
use crate::tui::effect::{About, Choices, Draft, DraftPlace, Effect, Generation, Load};
use crate::tui::intent::Intent;
use crate::tui::keymap::{Context, Key};
use crate::tui::widgets::edit::Edit;
use crate::tui::widgets::line::Line;
use crate::tui::widgets::pick_list::Item;
use crossterm::event::KeyCode;
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
    /// What is picked in the second field depends on the first one; with what was picked there last.
    depends: Option<(&'static str, &'static str, Option<Choice>)>,
}

/// What a form waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Awaited {
    /// What was typed here before.
    Draft,
    /// The things to pick in a field.
    Items(&'static str),
    /// What a contract covers.
    Coverage,
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
        }
    }

    /// The people to pick in the second field are those of the company that is picked in the first one.
    #[must_use]
    pub fn depending(self, on: &'static str, field: &'static str) -> Self {
        Self {
            depends: Some((on, field, None)),
            ..self
        }
    }

    /// What is typed is time on this ticket: what its contract covers of it is told on top.
    #[must_use]
    pub fn covering(self, ticket: TicketId) -> Self {
        Self {
            own: self.shown.len(),
            covers: Some((ticket, None)),
            ..self
        }
    }

    /// The ticket whose contract may cover what is typed.
    pub(super) fn covered(&self) -> Option<TicketId> {
        self.covers.as_ref().map(|(ticket, _)| *ticket)
    }

    /// What has to be asked because another entry stands in it.
    pub(super) fn cover(&mut self, generation: Generation, planned: Option<CoverageQuestion>) -> Option<Load> {
        let (_, last) = self.covers.as_mut()?;
        if *last == planned {
            return None;
        }
        *last = planned;
        self.loads.retain(|(_, awaited)| *awaited != Awaited::Coverage);
        self.shown.truncate(self.own);
        let question = planned?;
        self.loads.push((generation, Awaited::Coverage));
        Some(Load::Administration(Question::Coverage(question)))
    }

    /// Takes in what a contract would cover; whether it was asked here.
    pub(super) fn take_coverage(&mut self, generation: Generation, lines: &[Line]) -> bool {
        let is_mine = self.took(generation, Awaited::Coverage);
        if is_mine {
            self.shown.truncate(self.own);
            self.shown.extend_from_slice(lines);
        }
        is_mine
    }

    /// What has to be read because another company was picked.
    pub(super) fn follow(&mut self, generation: Generation) -> Option<Load> {
        let (on, field, last) = self.depends.clone()?;
        let now = self.choice(on).cloned();
        let Some(Choice::Company(company)) = now.clone().filter(|_| now != last) else {
            return None;
        };
        self.depends = Some((on, field, now));
        if let Some(field) = self.field_mut(field) {
            field.forget();
        }
        self.loads.push((generation, Awaited::Items(field)));
        Some(Load::Choices(Choices::Contacts(company)))
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

    pub(super) fn asked(mut self: Box<Self>, intent: Intent) -> Next {
        match intent {
            // What is under way is not asked for again.
            Intent::SubmitForm if self.waits.is_some() => {}
            Intent::SubmitForm => {
                self.leave_field();
                self.mistake = None;
                let purpose = self.purpose.clone();
                return Next::Answers(purpose, Answer::Filled(self));
            }
            Intent::LeaveForm | Intent::GoBack => return Next::Closes(Vec::new()),
            Intent::NextField | Intent::Choose => {
                let effects = self.go(1);
                return Next::Stays(Overlay::Form(self), effects);
            }
            Intent::PreviousField => {
                let effects = self.go(self.fields.len().saturating_sub(1));
                return Next::Stays(Overlay::Form(self), effects);
            }
            Intent::OpenEditor => {
                let Some(Input::Text(text)) = self.focused().map(|field| &field.input) else {
                    return Next::Stays(Overlay::Form(self), Vec::new());
                };
                let effect = Effect::OpenEditor(text.text());
                return Next::Stays(Overlay::Form(self), vec![effect]);
            }
            // Space is a key of forms; in a text it is a space.
            Intent::ToggleField => {
                return self.typed_then_stay(Key::new(KeyCode::Char(' '), crossterm::event::KeyModifiers::NONE));
            }
            _ => return self.inner(intent),
        }
        Next::Stays(Overlay::Form(self), Vec::new())
    }

    /// Editing, and moving in a list to pick from.
    fn inner(mut self: Box<Self>, intent: Intent) -> Next {
        let took = match (Edit::named(intent.name()), Step::of(intent, super::field::SEEN)) {
            (Some(edit), _) => self.focused().map(|field| field.edit(edit)),
            (None, Some(Step::Lines(rows))) => self.focused().map(|field| field.move_by(rows)),
            _ => None,
        };
        match took {
            Some(Took::Changed) => {
                let effects = self.keep();
                Next::Stays(Overlay::Form(self), effects)
            }
            Some(Took::Moved) => Next::Stays(Overlay::Form(self), Vec::new()),
            Some(Took::Nothing) | None => Next::NotMine(Overlay::Form(self)),
        }
    }

    fn typed_then_stay(mut self: Box<Self>, key: Key) -> Next {
        let effects = self.typed(key);
        Next::Stays(Overlay::Form(self), effects)
    }

    /// A key that nothing is bound to.
    pub(super) fn typed(&mut self, key: Key) -> Vec<Effect> {
        let is_text = matches!(self.focused().map(|field| &field.input), Some(Input::Text(_)));
        match key.code {
            KeyCode::Enter | KeyCode::Down if !is_text => return self.go(1),
            KeyCode::Up if !is_text => return self.go(self.fields.len().saturating_sub(1)),
            _ => {
                self.mistake = None;
                if self.focused().is_some_and(|field| field.key(key) == Took::Changed) {
                    return self.keep();
                }
            }
        }
        Vec::new()
    }

    pub(super) fn pasted(&mut self, text: &str) -> Vec<Effect> {
        match self.focused() {
            Some(field) => field.paste(text),
            None => return Vec::new(),
        }
        self.keep()
    }

    /// Turns a page of what will follow, of which so many lines are seen.
    pub(super) fn turn(&mut self, key: Key, seen: usize) {
        let last = self.shown.len().saturating_sub(seen);
        let page = seen.max(1);
        self.top = match key.code {
            KeyCode::PageUp => self.top.saturating_sub(page),
            _ => (self.top + page).min(last),
        };
    }

    /// The editor gave the text of the field back.
    pub(super) fn edited(&mut self, text: &str) -> Vec<Effect> {
        match self.focused() {
            Some(field) => field.set_text(text.trim_end()),
            None => return Vec::new(),
        }
        self.keep()
    }

    /// Goes on by so many fields, round; what was picked in the one that is left is kept.
    fn go(&mut self, by: usize) -> Vec<Effect> {
        let before = self.focused().map(|field| field.text());
        self.leave_field();
        let is_other = self.focused().map(|field| field.text()) != before;
        if !self.fields.is_empty() {
            self.focus = (self.focus + by) % self.fields.len();
        }
        if is_other { self.keep() } else { Vec::new() }
    }

    fn leave_field(&mut self) {
        if let Some(field) = self.focused() {
            field.leave();
        }
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

    /// Takes in what was typed here before, into fields that are as they were opened.
    pub(super) fn take_draft(&mut self, generation: Generation, text: &str) -> bool {
        if !self.took(generation, Awaited::Draft) {
            return false;
        }
        match serde_json::from_str::<BTreeMap<String, String>>(text) {
            Ok(texts) => {
                for field in &mut self.fields {
                    if let Some(text) = texts.get(field.name).filter(|_| !field.is_changed()) {
                        field.set_text(text);
                    }
                }
            }
            // A text by itself: what was refused came back as it was written.
            Err(_) if !text.is_empty() => {
                let main = self
                    .fields
                    .iter_mut()
                    .find(|field| matches!(field.input, Input::Text(_)));
                if let Some(field) = main.filter(|field| !field.is_changed()) {
                    field.set_text(text);
                }
            }
            Err(_) => {}
        }
        true
    }

    /// Takes in what there is to pick in a field.
    pub(super) fn take_items(&mut self, generation: Generation, items: &[Item<Choice>]) -> bool {
        let fields: Vec<&'static str> = self.fields.iter().map(|field| field.name).collect();
        let awaited = fields
            .into_iter()
            .find(|name| self.took(generation, Awaited::Items(name)));
        if let Some(field) = awaited.and_then(|name| self.field_mut(name)) {
            field.set_items(items.to_vec());
        }
        awaited.is_some()
    }

    /// Takes in the text that a field begins with, where nothing was typed into it yet.
    pub(super) fn take_text(&mut self, generation: Generation, text: &str) -> bool {
        let fields: Vec<&'static str> = self.fields.iter().map(|field| field.name).collect();
        let awaited = fields
            .into_iter()
            .find(|name| self.took(generation, Awaited::Items(name)));
        if let Some(field) = awaited
            .and_then(|name| self.field_mut(name))
            .filter(|field| !field.is_changed())
        {
            field.set_text(text);
        }
        awaited.is_some()
    }

    fn took(&mut self, generation: Generation, awaited: Awaited) -> bool {
        let before = self.loads.len();
        self.loads.retain(|load| *load != (generation, awaited));
        self.loads.len() < before
    }
}
