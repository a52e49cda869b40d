//! Switching a feature on or off for the whole instance (CP-21, CP-23).

use super::{Pane, feature_name};
use crate::records::administration::Administration;
use crate::records::administration::instance::FeatureSwitch;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::overlays::confirm::Confirm;
use crate::tui::overlays::{Answer, Overlay, Purpose};

/// Asks, and says what follows.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Some(pane) = app.pane_mut::<Pane>() else {
        return Vec::new();
    };
    let Some(feature) = pane.current() else {
        return Vec::new();
    };
    pane.subject = Some(feature);
    let name = feature_name(app, feature.feature);
    let word = feature.feature.word().replace('_', "-");
    let key = match feature.is_active {
        true => format!("feature-{word}-off"),
        false => format!("feature-{word}-on"),
    };
    let question = app.say(&key, &[("name", name.into())]).into_owned();
    let confirm = Confirm::new(question, Purpose::Page(confirm));
    app.overlays.push(Overlay::Confirm(confirm));
    Vec::new()
}

fn confirm(app: &mut App, _: Answer) -> Vec<Effect> {
    let Some(before) = app.pane::<Pane>().and_then(|pane| pane.subject) else {
        return Vec::new();
    };
    let switched = FeatureSwitch {
        is_active: !before.is_active,
        ..before
    };
    let key = match switched.is_active {
        true => "feature-switched-on",
        false => "feature-switched-off",
    };
    let name = feature_name(app, before.feature);
    let done = app.say(key, &[("name", name.into())]).into_owned();
    app.administer(Administration::SwitchFeature(switched), done)
}
