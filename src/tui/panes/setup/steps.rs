//! The steps: how they are named, how far each is, and why one can't be done now.

use super::prepare;
use crate::records::administration::setup::{Setup, SetupStep, Step, StepState};
use crate::tui::app::App;
use crate::tui::theme::Role;

/// The place of the first step that is to be done; the first of all where nothing is.
#[must_use]
pub fn first_open(steps: &[SetupStep]) -> usize {
    let open = steps.iter().position(|step| step.state == StepState::Open);
    open.unwrap_or(0)
}

/// The key of a step's name.
#[must_use]
pub fn name(step: Step) -> &'static str {
    match step {
        Step::Preparation => "step-preparation",
        Step::Enable => "step-enable",
        Step::Settings => "step-settings",
        Step::FirstUser => "step-first-user",
        Step::WorkflowRules => "step-workflow-rules",
        Step::Billing => "step-billing",
    }
}

/// Its mark, so that the list is read without colour.
#[must_use]
pub fn mark(state: StepState) -> &'static str {
    match state {
        StepState::Done => "[x]",
        StepState::Open | StepState::Optional | StepState::Waiting => "[ ]",
        StepState::Unavailable => " – ",
    }
}

/// How it is drawn.
#[must_use]
pub fn role(state: StepState) -> Role {
    match state {
        StepState::Open => Role::Heading,
        StepState::Done | StepState::Optional => Role::Text,
        StepState::Waiting | StepState::Unavailable => Role::Dim,
    }
}

/// Why a step can't be done now; none where it can.
#[must_use]
pub fn why_not(setup: &Setup, step: SetupStep) -> Option<&'static str> {
    match (step.step, step.state) {
        (Step::Enable, _) if !setup.is_taskfire_active && !setup.can_enable => Some("step-enable-unavailable"),
        (Step::WorkflowRules, StepState::Unavailable) => Some("step-workflow-rules-unavailable"),
        (Step::Billing, StepState::Unavailable) => Some("step-billing-unavailable"),
        (_, StepState::Unavailable) => Some("step-enable-unavailable"),
        (_, StepState::Waiting) => Some("step-waits"),
        (_, StepState::Done | StepState::Open | StepState::Optional) => None,
    }
}

/// What is said beside a step: how far it is, or why it can't be done.
#[must_use]
pub fn said(app: &App, setup: &Setup, step: SetupStep) -> String {
    if let Some(key) = why_not(setup, step) {
        // What isn't there yet says at length why once it is asked for.
        let is_absent =
            matches!(step.step, Step::WorkflowRules | Step::Billing) && step.state == StepState::Unavailable;
        return app.text(if is_absent { "step-unavailable" } else { key }).into_owned();
    }
    match (step.step, step.state) {
        (Step::Preparation, StepState::Done) => app.text("step-preparation-done").into_owned(),
        (Step::Preparation, _) => {
            let count = prepare::answers(&setup.preparation)
                .iter()
                .filter(|text| !text.trim().is_empty())
                .count();
            app.say("step-preparation-open", &[("count", count.into())])
                .into_owned()
        }
        (Step::Enable, StepState::Done) => match &setup.acknowledgement {
            Some(line) => {
                let arguments = [
                    ("name", line.resource_name.as_str().into()),
                    ("at", app.times().read(line.at).into()),
                ];
                app.say("step-enable-done", &arguments).into_owned()
            }
            None => app.text("step-done").into_owned(),
        },
        (Step::Enable, _) => app.text("step-enable-open").into_owned(),
        (Step::Settings, _) => {
            let settings = setup.settings.unwrap_or_default();
            let on = [
                settings.complete_taskfire_with_autotask,
                settings.complete_autotask_with_taskfire,
                settings.hide_financials,
            ];
            let count = on.into_iter().filter(|is_on| *is_on).count();
            app.say("step-settings-on", &[("count", count.into())]).into_owned()
        }
        (Step::FirstUser, StepState::Done) => app
            .say("step-first-user-done", &[("count", setup.taskfire_users.into())])
            .into_owned(),
        (Step::FirstUser, _) if setup.contacts == 0 => app.text("step-first-user-nobody").into_owned(),
        (Step::FirstUser, _) => app.text("step-first-user-open").into_owned(),
        (Step::WorkflowRules | Step::Billing, StepState::Done) => app.text("step-done").into_owned(),
        (Step::WorkflowRules | Step::Billing, _) => app.text("step-optional").into_owned(),
    }
}
