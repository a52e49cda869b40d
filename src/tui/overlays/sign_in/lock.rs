//! The locked screen: after so many idle minutes it shows that it is locked and nothing else. Everything behind it stays,
//! half-typed texts too. Nothing polls: the loop is told the one moment at which it is due. That it is locked is kept
//! beside the session, so that the next start is locked too.

use super::{SignIn, Stage, push};
use crate::base::Timestamp;
use crate::records::windows::Whose;
use crate::tui::app::App;
use crate::tui::effect::Effect;
use crate::tui::intent::Intent;
use crate::tui::overlays::Overlay;

/// Locks it now.
pub fn ask(app: &mut App, _: Intent) -> Vec<Effect> {
    let Some(viewer) = app.viewer.as_ref().filter(|_| !is_locked(app)) else {
        return Vec::new();
    };
    let whose = Whose {
        user_name: viewer.user_name.clone(),
        name: viewer.actor.name.clone(),
    };
    begin(app, whose);
    vec![Effect::Lock]
}

/// It was locked when the console was left: it begins so.
pub fn begin(app: &mut App, whose: Whose) {
    app.keys.clear();
    app.messages.current = None;
    push(app, SignIn::at(Stage::Locked(whose), "", None));
}

/// When it is to be locked unless a key comes first; none where it is never, or is already.
#[must_use]
pub fn due(app: &App) -> Option<Timestamp> {
    let own = app.viewer.as_ref()?.sign_in.as_ref()?;
    let minutes = own.lock_after_minutes.filter(|_| !is_locked(app))?;
    Some(app.last_key.plus_minutes(i64::from(minutes)))
}

/// That moment may have come.
pub fn look(app: &mut App) -> Vec<Effect> {
    match due(app).is_some_and(|due| due <= app.now) {
        true => ask(app, Intent::LockScreen),
        false => Vec::new(),
    }
}

/// Whether it is locked.
#[must_use]
pub fn is_locked(app: &App) -> bool {
    app.overlays.iter().any(is_lock)
}

/// What was opened meanwhile stands behind it.
pub fn keep_on_top(app: &mut App) {
    if let Some(place) = app.overlays.iter().position(is_lock) {
        let lock = app.overlays.remove(place);
        app.overlays.push(lock);
    }
}

fn is_lock(overlay: &Overlay) -> bool {
    matches!(overlay, Overlay::SignIn(form) if form.stage.is_locked())
}
