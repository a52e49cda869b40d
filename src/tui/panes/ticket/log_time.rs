//! Logging time: how long, on which day, what was done.

use super::action::{TicketAction, Tickets};
use super::proposing::{dialog, draft, settle_form};
use super::stopwatch::{self, Offer};
use crate::base::{Date, Timestamp};
use crate::domain::{Act, Actor, Refusal};
use crate::records::drafts::DraftKind;
use crate::records::views::TicketView;
use crate::tui::app::App;
use crate::tui::effect::{Effect, Origin};
use crate::tui::intent::Intent;
use crate::tui::overlays::Answer;
use crate::tui::overlays::field::{Field, Reads, said};
use crate::tui::overlays::form::{FROM_STOPWATCH, Form};
use crate::tui::typed::{day, work};

/// `ticket.log_time`.
pub struct LogTime;

/// What was typed, read.
struct Entry {
    worked_on: Date,
    started_at: Option<Timestamp>,
    minutes: i64,
    summary: String,
    internal_notes: String,
}

impl Entry {
    fn act(&self) -> Act {
        Act::LogTime {
            worked_on: self.worked_on,
            started_at: self.started_at,
            minutes: self.minutes,
            summary: self.summary.clone(),
            internal_notes: self.internal_notes.clone(),
        }
    }

    /// Reads the form; an error is the field and the sentence.
    fn read(app: &App, form: &Form) -> Result<Self, (&'static str, String)> {
        let times = app.times();
        let work = work::parse(&form.text("minutes")).map_err(|mistake| ("minutes", said(app, mistake.sentence())))?;
        let day = day::parse(&form.text("workedOn"), times.wall(app.now).date())
            .map_err(|mistake| ("workedOn", said(app, mistake.sentence())))?;
        Ok(Self {
            worked_on: Date(day),
            started_at: work.began.map(|began| times.moment(day.and_time(began))),
            minutes: work.minutes,
            summary: form.text("summary"),
            internal_notes: form.text("internalNotes"),
        })
    }
}

impl TicketAction for LogTime {
    fn availability(&self, ticket: &TicketView, actor: &Actor, at: Timestamp) -> Result<(), Refusal> {
        let entry = Entry {
            worked_on: at.date(),
            started_at: None,
            minutes: 1,
            summary: "…".to_owned(),
            internal_notes: String::new(),
        };
        entry.act().apply(&ticket.ticket, actor, &ticket.facts, at).map(drop)
    }

    fn ask(&self, app: &mut App, tickets: Tickets) -> Vec<Effect> {
        let form = dialog(app, Intent::LogTime, "dialog-time", &tickets, None);
        let label = |key: &str| app.text(key).into_owned();
        let watch = match tickets.as_slice() {
            [one] => stopwatch::of(app, one.line.id),
            _ => None,
        };
        let offer = watch.map_or_else(Offer::default, |watch| Offer::of(app, watch));
        let day = offer.day.unwrap_or_else(|| label("dialog-today"));
        let mut fields = vec![
            Field::line("minutes", label("dialog-spent"), &offer.spent).reading(Reads::Work),
            Field::line("workedOn", label("dialog-day"), &day).reading(Reads::Day),
            Field::text_box("summary", label("dialog-summary"), ""),
            Field::text_box("internalNotes", label("dialog-internal-notes"), ""),
        ];
        let reading = watch.map(|watch| watch.reading(app.now));
        if reading.is_some() {
            fields.push(Field::switch(FROM_STOPWATCH, label("dialog-stopwatch"), true));
        }
        let form = match tickets.as_slice() {
            [one] if !one.line.id.is_temporary() => form.covering(one.line.id),
            _ => form,
        };
        let form = form.with(fields).offering("minutes", reading);
        form.kept(draft(&tickets, DraftKind::Time)).open(app, &[])
    }

    fn confirm(&self, app: &mut App, tickets: Tickets, answer: Answer) -> Vec<Effect> {
        let Answer::Filled(form) = answer else {
            return Vec::new();
        };
        let origin = form.from_stopwatch().map_or(Origin::Typed, Origin::Timed);
        let mut effects = match Entry::read(app, &form) {
            Ok(entry) => settle_form(app, form, "minutes", &tickets, &|_, _| entry.act()),
            Err((field, why)) => form.refuse(app, field, why),
        };
        for effect in &mut effects {
            if let Effect::Record(asked) = effect {
                asked.iter_mut().for_each(|asked| asked.origin = origin);
            }
        }
        effects
    }
}
