//! The settings of contracts in words: what holds, what stands in the way of activating them, who was refused (LT-02 to
//! LT-05, LT-12, LT-16, LT-17).

use super::words::Words;
use crate::domain::contract::TimeExpired;
use crate::records::administration::support::{ContractSettings, RefusedLine};

/// The key of what happens to time that no contract covers; what follows from it is the key's `about`.
#[must_use]
pub fn option_key(option: TimeExpired) -> &'static str {
    match option {
        TimeExpired::Rollover => "time-expired-rollover",
        TimeExpired::Ignore => "time-expired-ignore",
    }
}

/// Each setting's name and value.
#[must_use]
pub fn facts(words: &Words<'_>, settings: &ContractSettings) -> Vec<(String, String)> {
    let switched = |is_on: bool| match is_on {
        true => "switch-on",
        false => "switch-off",
    };
    let option = settings.time_expired_option.map(option_key);
    let facts = [
        ("contract-settings-active", Some(switched(settings.is_active))),
        (
            "contract-settings-validation",
            Some(switched(settings.requires_contract)),
        ),
        ("activation-option", option),
    ];
    let facts = facts.into_iter().filter_map(|(name, value)| Some((name, value?)));
    facts
        .map(|(name, value)| (words.text(name).into_owned(), words.text(value).into_owned()))
        .collect()
}

/// What follows from them, or what has to be done first.
#[must_use]
pub fn about(words: &Words<'_>, settings: &ContractSettings) -> String {
    let key = match (settings.is_active, settings.items_without_owner.is_empty()) {
        (true, _) => "contract-settings-about-active",
        (false, true) => "contract-settings-about-ready",
        (false, false) => "contract-settings-assign-first",
    };
    words.text(key).into_owned()
}

/// How many items nobody owns.
#[must_use]
pub fn ownerless(words: &Words<'_>, settings: &ContractSettings) -> String {
    let count = settings.items_without_owner.len();
    words
        .say("contract-settings-ownerless", &[("count", count.into())])
        .into_owned()
}

/// A request that was refused for want of a contract; nothing of the ticket (D-23).
#[must_use]
pub fn refused(words: &Words<'_>, line: &RefusedLine) -> String {
    let item = line.item.as_ref().map_or("–", |item| item.name.as_str());
    let arguments = [
        ("date", line.day.as_str().into()),
        ("company", line.company_name.as_str().into()),
        ("person", line.person.as_str().into()),
        ("item", item.into()),
    ];
    words.say("contract-settings-refused-line", &arguments).into_owned()
}
