//! Licence billing automation in words: what bills a client's licences now and what it comes to, what is recommended, and
//! what billed them before (TF-25 to TF-42).

use super::words::Words;
use crate::base::cells;
use crate::records::administration::billing::{
    Automation, AutomationPage, AutomationSpell, AutomationWarning, Recommendation,
};
use crate::tui::theme::Role;

/// The keys of what is said where the first period is no whole calendar month (TF-42).
pub const PARTIAL_MONTH: [&str; 2] = ["automation-partial-month", "automation-anchor-cure"];

/// What bills the licences now, each sentence with its weight.
#[must_use]
pub fn now(words: &Words<'_>, page: &AutomationPage) -> Vec<(String, Role)> {
    let alone = |key: &str| vec![(words.text(key).into_owned(), Role::Dim)];
    if page.is_own {
        return alone("automation-own");
    }
    if !page.is_taskfire_active {
        return alone("step-waits");
    }
    let Some(automation) = &page.automation else {
        let off = words.say("automation-off", &[("count", page.licences.into())]);
        return vec![(off.into_owned(), Role::Warning)];
    };
    let role = match automation.is_expired {
        true => Role::Dim,
        false => Role::Heading,
    };
    let arguments = [
        ("count", automation.licences.into()),
        ("price", words.amount(automation.unit_price.amount()).into()),
        ("total", words.money(automation.total, &page.currency).into()),
    ];
    let mut said = vec![
        (words.say("automation-total", &arguments).into_owned(), role),
        (spell(words, automation), Role::Dim),
    ];
    let warnings = automation.warnings.iter();
    said.extend(warnings.map(|one| (format!("! {}", warning(words, *one)), Role::Warning)));
    if let Some(next) = &automation.next {
        let arguments = [
            ("contract", next.contract_name.as_str().into()),
            ("service", next.service_name.as_str().into()),
            ("date", words.date(next.since).into()),
        ];
        said.push((words.say("automation-next", &arguments).into_owned(), Role::Text));
    }
    said
}

/// `Taskfire 2026 · Taskfire License Fee, since Nov 1`.
fn spell(words: &Words<'_>, automation: &Automation) -> String {
    let arguments = [
        ("contract", automation.contract_name.as_str().into()),
        ("service", automation.service_name.as_str().into()),
        ("date", words.date(automation.since).into()),
    ];
    let since = words.say("automation-since", &arguments);
    match automation.until {
        Some(until) => format!(
            "{since} {}",
            words.say("automation-until", &[("date", words.date(until).into())])
        ),
        None => since.into_owned(),
    }
}

fn warning(words: &Words<'_>, warning: AutomationWarning) -> String {
    let key = format!("automation-warning-{}", warning.word().replace('_', "-"));
    words.text(&key).into_owned()
}

/// The key of what is recommended (TF-28 to TF-31).
#[must_use]
pub fn recommendation_key(recommendation: Recommendation) -> &'static str {
    match recommendation {
        Recommendation::PerUser => "recommend-per-user",
        Recommendation::FlatFee => "recommend-flat-fee",
        Recommendation::DedicatedContract => "recommend-dedicated-contract",
        Recommendation::DedicatedService => "recommend-dedicated-service",
    }
}

/// What billed before, from when to when, and who saved it.
#[must_use]
pub fn former(words: &Words<'_>, spell: &AutomationSpell) -> String {
    let until = spell.until.map(|until| words.date(until)).unwrap_or_default();
    format!(
        "{} – {until}  {} · {} · {}",
        words.date(spell.since),
        cells::sanitise(&spell.contract_name),
        cells::sanitise(&spell.service_name),
        cells::sanitise(&spell.by_name)
    )
}
