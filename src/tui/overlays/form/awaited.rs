//! What a dialog waits for while one types: the draft of before, things to pick that depend on others, and what the server
//! says of contracts.

use super::Form;
use crate::base::ids::{CompanyId, TicketId};
use crate::records::administration::Question;
use crate::records::administration::support::{CoverageQuestion, NamingQuestion};
use crate::tui::effect::{Choices, Generation, Load};
use crate::tui::overlays::Choice;
use crate::tui::overlays::field::{Field, Input};
use crate::tui::widgets::line::Line;
use crate::tui::widgets::pick_list::Item;
use std::collections::BTreeMap;

/// The field in which the item is picked that a request names.
pub const ITEM: &str = "configurationItemID";
/// The field in which the contract is picked that is linked by hand.
pub const CONTRACT: &str = "contractID";

/// What a form waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Awaited {
    /// What was typed here before.
    Draft,
    /// The things to pick in a field.
    Items(&'static str),
    /// What a contract covers.
    Coverage,
    /// What a request can name.
    Naming,
}

/// What a request of a client can name is picked in two fields of the dialog.
#[derive(Clone, Debug)]
pub(super) struct Named {
    /// The client, where it is not picked here.
    company: Option<CompanyId>,
    /// What was asked last.
    last: Option<NamingQuestion>,
}

impl Form {
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
    pub(in crate::tui::overlays) fn covered(&self) -> Option<TicketId> {
        self.covers.as_ref().map(|(ticket, _)| *ticket)
    }

    /// What has to be asked because another entry stands in it.
    pub(in crate::tui::overlays) fn cover(
        &mut self,
        generation: Generation,
        planned: Option<CoverageQuestion>,
    ) -> Option<Load> {
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
    pub(in crate::tui::overlays) fn take_coverage(&mut self, generation: Generation, lines: &[Line]) -> bool {
        let is_mine = self.took(generation, Awaited::Coverage);
        if is_mine {
            self.shown.truncate(self.own);
            self.shown.extend_from_slice(lines);
        }
        is_mine
    }

    /// What has to be read because another company was picked.
    pub(in crate::tui::overlays) fn follow(&mut self, generation: Generation) -> Option<Load> {
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

    /// What is picked as item and contract is of this client, or of the one that is picked here; what the search for a
    /// contract says of it is told on top.
    #[must_use]
    pub fn naming(self, company: Option<CompanyId>) -> Self {
        Self {
            own: self.shown.len(),
            names: Some(Named { company, last: None }),
            ..self
        }
    }

    /// What has to be asked because a client, a person or an item was picked.
    pub(in crate::tui::overlays) fn name(&mut self, generation: Generation) -> Option<Load> {
        let named = self.names.as_ref()?;
        let company = match self.choice("companyID") {
            Some(Choice::Company(company)) => Some(*company),
            _ => named.company,
        };
        let question = NamingQuestion {
            company: company?,
            contact: match self.choice("contactID") {
                Some(Choice::Contact(contact)) => Some(*contact),
                _ => None,
            },
            item: self.item(),
        };
        let last = named.last;
        if last == Some(question) {
            return None;
        }
        self.names = Some(Named {
            company: named.company,
            last: Some(question),
        });
        if last.is_some_and(|last| last.company != question.company) {
            for name in [ITEM, CONTRACT] {
                self.field_mut(name).into_iter().for_each(Field::forget);
            }
        }
        self.loads.retain(|(_, awaited)| *awaited != Awaited::Naming);
        self.loads.push((generation, Awaited::Naming));
        Some(Load::Administration(Question::Naming(question)))
    }

    /// Takes in what can be named, and what the search says; whether it was asked here.
    pub(in crate::tui::overlays) fn take_naming(
        &mut self,
        generation: Generation,
        picks: &[(&'static str, Vec<Item<Choice>>)],
        lines: &[Line],
    ) -> bool {
        let is_mine = self.took(generation, Awaited::Naming);
        if is_mine {
            for (name, items) in picks {
                if let Some(field) = self.field_mut(name) {
                    field.set_items(items.clone());
                }
            }
            self.shown.truncate(self.own);
            self.shown.extend_from_slice(lines);
        }
        is_mine
    }

    /// Takes in what was typed here before, into fields that are as they were opened.
    pub(in crate::tui::overlays) fn take_draft(&mut self, generation: Generation, text: &str) -> bool {
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
    pub(in crate::tui::overlays) fn take_items(&mut self, generation: Generation, items: &[Item<Choice>]) -> bool {
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
    pub(in crate::tui::overlays) fn take_text(&mut self, generation: Generation, text: &str) -> bool {
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

    pub(super) fn took(&mut self, generation: Generation, awaited: Awaited) -> bool {
        let before = self.loads.len();
        self.loads.retain(|load| *load != (generation, awaited));
        self.loads.len() < before
    }
}
