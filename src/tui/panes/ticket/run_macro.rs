//! Running a macro on a ticket, or on all that are marked: first what will follow for each, and for which ones a rule
//! forbids it; then each act goes into the outbox by itself.

use super::action::{TicketAction, Tickets};
use super::consequence;
use super::proposing::what;
use crate::base::Timestamp;
use crate::domain::{Act, Actor, Outcome, Refusal};
use crate::records::seen::seen;
use crate::records::ticket;
use crate::records::views::TicketView;
use crate::tui::app::App;
use crate::tui::effect::{Asked, Effect, Origin};
use crate::tui::intent::Intent;
use crate::tui::macros::{Macro, Ready};
use crate::tui::overlays::form::Form;
use crate::tui::overlays::pick::{Pick, item};
use crate::tui::overlays::{Answer, Choice, Overlay, Purpose};
use crate::tui::theme::Role;
use crate::tui::widgets::line::Line;

/// Before the texts of an act.
const INDENT: &str = "   ";

/// `ticket.macro`.
pub struct RunMacro;

/// What a macro does to one ticket: the acts, and what they make of it together.
struct Run {
    asked: Vec<Asked>,
    outcome: Outcome,
}

impl TicketAction for RunMacro {
    fn availability(&self, _: &TicketView, _: &Actor, _: Timestamp) -> Result<(), Refusal> {
        Ok(())
    }

    fn ask(&self, app: &mut App, tickets: Tickets) -> Vec<Effect> {
        let macros = &app.settings.macros;
        if macros.macros.is_empty() {
            let file = macros.file.display().to_string();
            let why = app.say("macro-none", &[("file", file.into())]).into_owned();
            app.warn(why);
            return Vec::new();
        }
        let items = macros.macros.iter().enumerate().map(|(at, one)| {
            let steps = app.say("macro-steps", &[("count", one.steps.len().into())]);
            item(
                one.name.clone(),
                steps,
                Choice::Number(i64::try_from(at).unwrap_or(i64::MAX)),
            )
        });
        let items = items.collect();
        let title = app.say("macro-title", &[("what", what(app, &tickets).into())]);
        let pick = Pick::new(title.into_owned(), items, Purpose::Ticket(Intent::RunMacro, tickets));
        app.overlays.push(Overlay::Pick(pick));
        Vec::new()
    }

    fn confirm(&self, app: &mut App, tickets: Tickets, answer: Answer) -> Vec<Effect> {
        let Answer::Chosen(Choice::Number(at)) = answer else {
            return Vec::new();
        };
        let chosen = usize::try_from(at)
            .ok()
            .and_then(|at| app.settings.macros.macros.get(at).cloned());
        chosen.map_or_else(Vec::new, |chosen| preview(app, &tickets, &chosen))
    }
}

/// Shows what will follow.
fn preview(app: &mut App, tickets: &Tickets, chosen: &Macro) -> Vec<Effect> {
    let ready = match chosen.ready(app) {
        Ok(ready) => ready,
        Err(why) => {
            app.warn(why);
            return Vec::new();
        }
    };
    let Some(actor) = app.viewer.as_ref().map(|viewer| viewer.actor.clone()) else {
        return Vec::new();
    };
    let runs: Vec<_> = tickets.iter().map(|view| run(app, view, &actor, &ready)).collect();
    let example = tickets
        .iter()
        .zip(&runs)
        .find_map(|(view, run)| Some((view, run.as_ref().ok()?)));
    let mut shown = example.map_or_else(Vec::new, |(view, run)| said(app, tickets, view, run));
    let outcomes = tickets.iter().zip(&runs).map(|(view, run)| {
        (
            view.as_ref(),
            run.as_ref().map(|run| &run.outcome).map_err(Clone::clone),
        )
    });
    shown.extend(consequence::of_outcomes(app, outcomes.collect()));
    let refused: Vec<_> = tickets
        .iter()
        .zip(&runs)
        .filter_map(|(view, run)| Some((view.line.number.clone(), run.as_ref().err()?.clone())))
        .collect();
    if refused.len() == tickets.len() {
        app.report_refused(&refused);
        return Vec::new();
    }
    let asked: Vec<Asked> = runs
        .into_iter()
        .filter_map(Result::ok)
        .flat_map(|run| run.asked)
        .collect();
    let counts = [
        ("name", chosen.name.as_str().into()),
        ("what", what(app, tickets).into()),
        ("refused", refused.len().into()),
    ];
    let title = app.say("macro-preview", &counts).into_owned();
    let verb = app.text("macro-run").into_owned();
    let leave = app.text("dialog-leave").into_owned();
    let form = Form::new(title, verb, leave, Purpose::Record(asked));
    form.showing(shown).open(app, &[])
}

/// What each act does to one ticket after the other.
///
/// # Errors
/// The first rule that forbids one of them: then none of them is done to it.
fn run(app: &App, view: &TicketView, actor: &Actor, ready: &[Ready<'_>]) -> Result<Run, Refusal> {
    let mut now = view.ticket.clone();
    let mut row = view.row.clone();
    let mut asked = Vec::with_capacity(ready.len());
    let mut last: Option<Outcome> = None;
    for step in ready {
        let act = step.act(app, view, actor);
        let outcome = act.apply(&now, actor, &view.facts, app.now)?;
        asked.push(Asked {
            ticket: view.line.id,
            // What the person saw is what the acts before this one made of it.
            seen: seen(&act, actor.side(), &row).unwrap_or_default(),
            act,
            origin: Origin::Made,
        });
        now = outcome.ticket.clone();
        ticket::write(&now, &mut row);
        // Which rule decides about the other side is told by the act that it decides on.
        let carry_over = outcome
            .carry_over
            .or_else(|| last.as_ref().and_then(|last| last.carry_over));
        last = Some(Outcome { carry_over, ..outcome });
    }
    // A macro without steps is never read.
    let outcome = last.ok_or(Refusal::Forbidden)?;
    Ok(Run { asked, outcome })
}

/// The acts in words with all that they write, as it is sent for this ticket.
fn said(app: &App, tickets: &Tickets, view: &TicketView, run: &Run) -> Vec<Line> {
    let width = usize::from(app.size.0).saturating_sub(8).min(90);
    let mut lines = Vec::new();
    let mut has_texts = false;
    for (asked, number) in run.asked.iter().zip(1..) {
        let heading = format!("{number}  {}", app.act_heading(&asked.act));
        lines.extend(Line::wrapped(&heading, "", width, Role::Text));
        for text in texts(app, &asked.act) {
            has_texts = true;
            lines.extend(Line::wrapped(&text, INDENT, width, Role::Text));
        }
    }
    if has_texts && tickets.len() > 1 {
        let whose = app.say("macro-texts-of", &[("number", view.line.number.as_str().into())]);
        lines.extend(Line::wrapped(&whose, "", width, Role::Dim));
    }
    lines.push(Line::default());
    lines
}

/// The texts that an act sends, named where the act alone doesn't say what they are.
fn texts(app: &App, act: &Act) -> Vec<String> {
    let named = |key: &str, text: &str| match text.trim().is_empty() {
        true => String::new(),
        false => format!("{}: {text}", app.text(key)),
    };
    let texts = match act {
        Act::AddNote { text, .. } => vec![text.clone()],
        Act::LogTime {
            summary,
            internal_notes,
            ..
        } => vec![
            named("dialog-summary", summary),
            named("dialog-internal-notes", internal_notes),
        ],
        Act::Complete { resolution } => vec![named("detail-resolution", resolution)],
        Act::Escalate { reason } | Act::Transfer { reason } => vec![reason.clone()],
        // No other act of a macro writes anything.
        _ => Vec::new(),
    };
    texts.into_iter().filter(|text| !text.trim().is_empty()).collect()
}
