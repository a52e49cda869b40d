//! The four points that provider and client agree on before Taskfire is switched on (TF-08). What is half-typed is kept
//! as a draft of this client.

use super::{Pane, front};
use crate::records::administration::Administration;
use crate::records::administration::seeing::Seeing;
use crate::records::administration::setup::Preparation;
use crate::records::drafts::DraftKind;
use crate::tui::app::App;
use crate::tui::effect::{About, DraftPlace, Effect};
use crate::tui::overlays::field::Field;
use crate::tui::overlays::form::Form;
use crate::tui::overlays::{Answer, Purpose};

/// The points: the field's name, and the key of what it is called.
pub const POINTS: [(&str, &str); 4] = [
    ("workFlow", "preparation-work-flow"),
    ("responsibilities", "preparation-responsibilities"),
    ("requestTypes", "preparation-request-types"),
    ("escalationPath", "preparation-escalation-path"),
];

/// The answers, in the order of [`POINTS`].
#[must_use]
pub fn answers(preparation: &Preparation) -> [&str; 4] {
    [
        &preparation.work_flow,
        &preparation.responsibilities,
        &preparation.request_types,
        &preparation.escalation_path,
    ]
}

/// Opens the form.
pub fn ask(app: &mut App) -> Vec<Effect> {
    let Ok((pane, setup)) = front(app) else {
        return Vec::new();
    };
    let place = DraftPlace {
        ticket: None,
        about: Some(About::Company(pane.company)),
        kind: DraftKind::Preparation,
    };
    let points = POINTS.into_iter().zip(answers(&setup.preparation));
    let fields = points.map(|((name, key), text)| Field::text_box(name, app.text(key).into_owned(), text));
    let fields: Vec<Field> = fields.collect();
    let title = app
        .say("preparation-title", &[("company", pane.name.as_str().into())])
        .into_owned();
    let verb = app.text("preparation-verb").into_owned();
    let leave = app.text("dialog-keep").into_owned();
    let form = Form::new(title, verb, leave, Purpose::Page(confirm))
        .with(fields)
        .kept(place);
    form.open(app, &[])
}

/// Writes them down.
fn confirm(app: &mut App, answer: Answer) -> Vec<Effect> {
    let (Answer::Filled(form), Some(pane)) = (answer, app.pane::<Pane>()) else {
        return Vec::new();
    };
    let text = |at: usize| form.text(POINTS[at].0).trim().to_owned();
    let preparation = Preparation {
        work_flow: text(0),
        responsibilities: text(1),
        request_types: text(2),
        escalation_path: text(3),
    };
    let seen = pane.setup.as_ref().map(|setup| setup.preparation_seen.clone());
    let preparation = Seeing {
        value: preparation,
        seen,
    };
    let act = Administration::WritePreparation(pane.company, preparation);
    let done = app.say("preparation-saved", &[("company", pane.name.as_str().into())]);
    let done = done.into_owned();
    app.administer_form(form, act, done)
}
