//! Editing the instance's settings.

use super::{Pane, draw};
use crate::records::administration::Administration;
use crate::records::administration::instance::{InstanceSettings, Subscription};
use crate::records::administration::seeing::Seeing;
use crate::records::drafts::DraftKind;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::overlays::field::Field;
use crate::tui::overlays::form::Form;
use crate::tui::overlays::form::draw::text_width;
use crate::tui::overlays::pick::item;
use crate::tui::overlays::{Answer, Choice, Purpose};
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;

/// The subscriptions in their order, each with its word.
const SUBSCRIPTIONS: [(Subscription, &str); 3] = [
    (Subscription::Essentials, "essentials"),
    (Subscription::Premium, "premium"),
    (Subscription::Ultimate, "ultimate"),
];

/// Asks what is to be another.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Some(instance) = app.pane::<Pane>().and_then(|pane| pane.instance.as_ref()) else {
        return Vec::new();
    };
    let settings = &instance.settings;
    let line = |name: &'static str, text: &str| {
        let label = app.text(&format!("field-{name}")).into_owned();
        Field::line(name, label, text)
    };
    let one =
        |(value, word): (Subscription, &'static str)| item(app.text(draw::subscription(value)), "", Choice::Word(word));
    let items = SUBSCRIPTIONS.map(one).to_vec();
    let place = SUBSCRIPTIONS
        .iter()
        .position(|(value, _)| *value == settings.subscription);
    let chosen = place.and_then(|place| items.get(place).cloned());
    let subscription = app.text("field-subscription").into_owned();
    let two_factor = app.text("field-requiresTwoFactor").into_owned();
    let fields = vec![
        line("name", &settings.name),
        line("timeZone", &settings.time_zone),
        line("currency", &settings.currency),
        line("licenceFee", settings.licence_fee.as_deref().unwrap_or_default()),
        Field::pick("subscription", subscription, items, chosen),
        Field::switch("requiresTwoFactor", two_factor, settings.requires_two_factor),
    ];
    let mut shown = Line::wrapped(&app.text("instance-edit-zone"), "", text_width(app), Role::Dim);
    if instance.is_currency_fixed {
        shown.extend(Line::wrapped(
            &app.text("refusal-currency_fixed"),
            "",
            text_width(app),
            Role::Dim,
        ));
    }
    let title = app.text("instance-edit-title").into_owned();
    let verb = app.text("form-save").into_owned();
    let leave = app.text("dialog-keep").into_owned();
    let form = Form::new(title, verb, leave, Purpose::Page(confirm));
    form.showing(shown)
        .with(fields)
        .kept_about(DraftKind::Instance, None)
        .open(app, &[])
}

fn confirm(app: &mut App, answer: Answer) -> Vec<Effect> {
    let (Answer::Filled(form), Some(instance)) = (answer, app.pane::<Pane>().and_then(|pane| pane.instance.as_ref()))
    else {
        return Vec::new();
    };
    let before = &instance.settings;
    let text = |name| form.text(name).trim().to_owned();
    let word = match form.choice("subscription") {
        Some(Choice::Word(word)) => Some(*word),
        _ => None,
    };
    let subscription = SUBSCRIPTIONS.iter().find(|(_, known)| Some(*known) == word);
    let after = InstanceSettings {
        name: text("name"),
        time_zone: text("timeZone"),
        currency: text("currency").to_uppercase(),
        licence_fee: Some(text("licenceFee").replace(',', ".")).filter(|fee| !fee.is_empty()),
        subscription: subscription.map_or(before.subscription, |(value, _)| *value),
        requires_two_factor: form.is_on("requiresTwoFactor"),
    };
    if after == *before {
        return Vec::new();
    }
    let after = Seeing::new(after, instance.seen.as_str());
    let done = app.text("instance-saved").into_owned();
    app.administer_form(form, Administration::WriteInstance(after), done)
}
