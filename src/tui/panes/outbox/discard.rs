//! Throwing a change away that the server has not settled: after a question, since it can't be taken back.

use super::{close_question, subject};
use crate::base::ids::ChangeId;
use crate::tui::app::App;
use crate::tui::effect::{Effect, Followers};
use crate::tui::intent::Intent;
use crate::tui::overlays::{Overlay, Purpose, confirm::Confirm};

/// Asks whether this change is to go.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    question(app, Followers::Keep)
}

/// Asks whether this change and those behind it on its ticket are to go.
pub fn ask_with_followers(app: &mut App, _: Intent) -> Vec<Effect> {
    question(app, Followers::Discard)
}

fn question(app: &mut App, followers: Followers) -> Vec<Effect> {
    let Some(line) = subject(app) else { return Vec::new() };
    let key = match followers {
        Followers::Keep => "discard-question",
        Followers::Discard => "discard-all-question",
    };
    let arguments = [
        ("act", app.act_words(&line.change.act).into()),
        ("number", line.number.as_str().into()),
        ("followers", line.followers.into()),
    ];
    let question = app.say(key, &arguments).into_owned();
    let purpose = Purpose::Discard(line.change.id, followers);
    app.overlays.push(Overlay::Confirm(Confirm::new(question, purpose)));
    Vec::new()
}

/// It is to go.
pub fn confirm(app: &mut App, change: ChangeId, followers: Followers) -> Vec<Effect> {
    close_question(app);
    vec![Effect::Discard(change, followers)]
}
