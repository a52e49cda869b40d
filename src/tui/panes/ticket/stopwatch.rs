//! A ticket's stopwatch: one key starts and stops it, logging time offers what is on it, and the top line shows the one
//! that runs. It is written down when it starts, so that nothing takes its time.

use super::action::{Reach, TicketAction, Tickets};
use super::log_time::LogTime;
use crate::base::Timestamp;
use crate::base::ids::TicketId;
use crate::domain::{Actor, Refusal};
use crate::records::own_time;
use crate::records::views::TicketView;
use crate::tui::app::App;
use crate::tui::effect::{Effect, Timing};
use crate::tui::intent::Intent;
use crate::tui::msg::Timed;
use crate::tui::overlays::{Answer, Overlay, Purpose, confirm::Confirm};
use crate::tui::theme::Role;
use crate::tui::typed::work;
use crate::tui::widgets::age::Ages;
use crate::tui::widgets::paint::Piece;
use crate::tui::words::short_number;

/// `ticket.stopwatch`: starts it, or stops it where it runs.
pub struct Stopwatch;

/// `ticket.drop_stopwatch`: takes it away with what is on it.
pub struct DropStopwatch;

/// The stopwatch of a ticket, if there is anything on it.
#[must_use]
pub fn of(app: &App, ticket: TicketId) -> Option<&own_time::Stopwatch> {
    app.desk.stopwatches.iter().find(|watch| watch.ticket == ticket)
}

/// The one that runs.
#[must_use]
pub fn running(app: &App) -> Option<&own_time::Stopwatch> {
    app.desk.stopwatches.iter().find(|watch| watch.running_since.is_some())
}

/// The one that runs, for the top line; without its ticket's number where there is little room.
#[must_use]
pub fn top(app: &App, wide: bool) -> Option<Piece<'static>> {
    let watch = running(app)?;
    let number = if wide { short_number(&watch.number) } else { "" };
    let text = app.say(
        "stopwatch-top",
        &[("time", shown(app, watch).into()), ("number", number.into())],
    );
    Some(Piece::new(text.trim_end().to_owned(), Role::Heading))
}

/// What is on a ticket's stopwatch, in words.
#[must_use]
pub fn said(app: &App, ticket: TicketId) -> Option<String> {
    let watch = of(app, ticket)?;
    let key = match watch.running_since {
        Some(_) => "stopwatch-runs",
        None => "stopwatch-stands",
    };
    Some(app.say(key, &[("time", shown(app, watch).into())]).into_owned())
}

/// What is on it; where no screen may change by itself, since when it runs.
fn shown(app: &App, watch: &own_time::Stopwatch) -> String {
    match watch.running_since {
        Some(since) if app.settings.ages == Ages::Absolute => app
            .say("stopwatch-since", &[("time", app.times().clock(since).into())])
            .into_owned(),
        _ => work::print(watch.minutes(app.now)),
    }
}

/// What logging time offers of a stopwatch.
#[derive(Debug, Default)]
pub struct Offer {
    /// From when to when, where it ran in one go; else how long.
    pub spent: String,
    /// The day on which it began, where that is not today.
    pub day: Option<String>,
}

impl Offer {
    /// What is on it now.
    #[must_use]
    pub fn of(app: &App, watch: &own_time::Stopwatch) -> Self {
        let times = app.times();
        let minutes = watch.minutes(app.now);
        let wall = |at: Timestamp| times.wall(at);
        let clock = |at: Timestamp| wall(at).format("%H:%M").to_string();
        let end = watch.begun_at.plus_minutes(minutes);
        let begun = wall(watch.begun_at).date();
        Self {
            // From when to when says less than a day only.
            spent: match watch.is_in_one_go() && minutes < 24 * 60 {
                true => format!("{}-{}", clock(watch.begun_at), clock(end)),
                false => work::print(minutes),
            },
            day: (begun != wall(app.now).date()).then(|| begun.to_string()),
        }
    }
}

/// Says what became of a stopwatch, as the copy has it: another console may have started or stopped one meanwhile.
pub fn timed(app: &mut App, timed: &Timed) {
    let told = |app: &App, watch: &own_time::Stopwatch| {
        let time = work::print(watch.minutes(app.now));
        (short_number(&watch.number).to_owned(), time)
    };
    match (timed.timing, &timed.watch, &timed.stopped) {
        (Timing::Start(_), Some(watch), Some(stopped)) => {
            let (other, time) = told(app, stopped);
            let number = short_number(&watch.number);
            let arguments = [
                ("number", number.into()),
                ("other", other.into()),
                ("time", time.into()),
            ];
            app.done("stopwatch-changed", &arguments);
        }
        (Timing::Start(_), Some(watch), None) => {
            app.done("stopwatch-started", &[("number", short_number(&watch.number).into())]);
        }
        (Timing::Stop(_), Some(watch), _) => {
            let (number, time) = told(app, watch);
            app.done("stopwatch-stopped", &[("number", number.into()), ("time", time.into())]);
        }
        (Timing::Stop(ticket), None, _) => {
            let number = of(app, ticket).map(|watch| short_number(&watch.number).to_owned());
            let number = number.unwrap_or_else(|| format!("#{ticket}"));
            let why = app.say("stopwatch-none", &[("number", number.into())]).into_owned();
            app.warn(why);
        }
        (Timing::Start(_), None, _) | (Timing::Clear(_), ..) => {}
    }
}

impl TicketAction for Stopwatch {
    fn reach(&self) -> Reach {
        Reach::One
    }

    fn changes(&self) -> bool {
        false
    }

    /// Whoever may log time may take it.
    fn availability(&self, ticket: &TicketView, actor: &Actor, at: Timestamp) -> Result<(), Refusal> {
        LogTime.availability(ticket, actor, at)
    }

    /// It says so when that is written down.
    fn ask(&self, app: &mut App, tickets: Tickets) -> Vec<Effect> {
        let Some(view) = tickets.first() else { return Vec::new() };
        let ticket = view.line.id;
        let runs = running(app).is_some_and(|watch| watch.ticket == ticket);
        vec![Effect::Time(match runs {
            true => Timing::Stop(ticket),
            false => Timing::Start(ticket),
        })]
    }
}

impl TicketAction for DropStopwatch {
    fn reach(&self) -> Reach {
        Reach::One
    }

    fn changes(&self) -> bool {
        false
    }

    fn availability(&self, _: &TicketView, _: &Actor, _: Timestamp) -> Result<(), Refusal> {
        Ok(())
    }

    fn ask(&self, app: &mut App, tickets: Tickets) -> Vec<Effect> {
        let Some(view) = tickets.first() else { return Vec::new() };
        let number = view.line.number.as_str();
        let Some(watch) = of(app, view.line.id) else {
            let why = app.say("stopwatch-none", &[("number", number.into())]).into_owned();
            app.warn(why);
            return Vec::new();
        };
        let time = work::print(watch.minutes(app.now));
        let question = app.say("stopwatch-drop", &[("time", time.into()), ("number", number.into())]);
        let question = question.into_owned();
        let purpose = Purpose::Ticket(Intent::DropStopwatch, tickets);
        app.overlays.push(Overlay::Confirm(Confirm::new(question, purpose)));
        Vec::new()
    }

    fn confirm(&self, _: &mut App, tickets: Tickets, answer: Answer) -> Vec<Effect> {
        match (answer, tickets.first()) {
            (Answer::Yes, Some(view)) => vec![Effect::Time(Timing::Clear(view.line.id))],
            _ => Vec::new(),
        }
    }
}
