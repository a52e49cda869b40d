//! What stands above a contract's services: its kind, state, days, what is left and what it is applied to.

use super::standing;
use super::words::Words;
use crate::domain::licence::Anchor;
use crate::records::administration::billing::{ContractKind, Days};
use crate::records::administration::contracts::{AutomationFollowUp, ContractPage};
use crate::tui::theme::Role;

/// Each fact with its weight, the most telling first.
#[must_use]
pub fn facts(words: &Words<'_>, page: &ContractPage) -> Vec<(String, Role)> {
    let fields = &page.fields;
    let mut facts = vec![(short(words, page), Role::Heading)];
    let mut add = |text: String, role| facts.push((text, role));
    if !fields.is_approved {
        add(format!("! {}", words.text("contract-not-approved")), Role::Warning);
    }
    if let (Some(bought), Some(used)) = (page.standing.minutes, page.standing.minutes_used) {
        let arguments = [
            ("bought", words.hours(bought).into()),
            ("used", words.hours(used).into()),
        ];
        add(words.say("contract-used", &arguments).into_owned(), Role::Text);
    }
    if page.standing.kind == ContractKind::Recurring {
        let key = match fields.anchor {
            Anchor::Calendar => "contract-anchor-calendar",
            Anchor::ContractStart => "contract-anchor-start",
        };
        let text = format!("{}: {}", words.text("contract-anchor"), words.text(key));
        add(text, Role::Dim);
    }
    if let Some(name) = &page.scope_name {
        add(format!("{}: {name}", words.text("contract-scope")), Role::Dim);
    }
    if !fields.number.is_empty() {
        let text = format!("{}: {}", words.text("contract-number"), fields.number);
        add(text, Role::Dim);
    }
    if let Some(follows) = page.automation_follow_up {
        add(format!("! {}", follow_up(words, follows)), Role::Warning);
    }
    if page.renewed_by.is_some() {
        add(words.text("contract-renewed-already").into_owned(), Role::Dim);
    }
    if !fields.description.trim().is_empty() {
        add(fields.description.clone(), Role::Text);
    }
    facts
}

/// `recurring · active · Mar 1 – Feb 28 · 97 days`.
fn short(words: &Words<'_>, page: &ContractPage) -> String {
    let first = page.fields.start;
    let term = match page.fields.end {
        Some(last) => words.span(Days { first, last }),
        None => words
            .say("contract-since", &[("date", words.date(first).into())])
            .into_owned(),
    };
    let facts = [
        standing::kind(words, page.standing.kind),
        standing::state(words, page.standing.state),
        term,
        standing::left(words, &page.standing),
    ];
    facts.join(" · ")
}

/// That licences are still billed by the contract that this one renews.
#[must_use]
pub fn follow_up(words: &Words<'_>, follows: AutomationFollowUp) -> String {
    let arguments = [("date", words.date(follows.from).into())];
    words.say("contract-automation-follows", &arguments).into_owned()
}
