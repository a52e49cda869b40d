//! Macros: what a person does often, as a named list of acts with templates for their texts. They lie as text in a file
//! beside the settings, so that they can be shared.

mod read;
mod template;

pub use read::ACTS;
pub use template::Template;

use crate::base::Date;
use crate::base::ids::{QueueId, StatusId};
use crate::config::document::did_you_mean;
use crate::domain::note::Audience;
use crate::domain::{Act, Actor, Priority, Side};
use crate::records::views::TicketView;
use crate::tui::app::App;
use crate::tui::typed::work::Work;
use std::path::PathBuf;

/// A macro.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Macro {
    /// What people call it.
    pub name: String,
    /// What it does, in this order.
    pub steps: Vec<Step>,
}

/// The macros that a person has.
#[derive(Clone, Debug, Default)]
pub struct Macros {
    /// The file that they are read from.
    pub file: PathBuf,
    /// In the order of the file.
    pub macros: Vec<Macro>,
}

/// One act of a macro.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it does.
    pub doing: Doing,
    /// Where it stands, `macros.toml:7`.
    pub written_at: String,
}

/// What a step does. Names of the desk stand as they are written: which status or queue they mean is known when the
/// macro is run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doing {
    /// Adds to the conversation.
    Write(Audience, Template),
    /// Sets one's own side's status.
    Status(String),
    /// Gives it to oneself.
    Take,
    /// Takes it from whoever has it.
    Unassign,
    /// Sets one's own side's priority.
    Priority(Priority),
    /// Puts it into another queue.
    Queue(String),
    /// Logs time of today: how long, and from when where that is said; what customers may read, what only the own side
    /// reads.
    Time(Work, Template, Template),
    /// Completes it, with what was done.
    Complete(Template),
    /// Hands it to the other side, with the reason.
    HandOver(Template),
    /// Opens it again.
    Reopen,
}

/// A step whose names are known.
#[derive(Clone, Debug)]
pub enum Ready<'a> {
    /// It needs none.
    As(&'a Doing),
    /// A status of one's own side.
    Status(StatusId),
    /// A queue of one's own side.
    Queue(QueueId),
}

impl Macro {
    /// Its steps with the names that they use.
    ///
    /// # Errors
    /// With the place and the nearest right name where the desk has no such status or queue.
    pub fn ready<'a>(&'a self, app: &App) -> Result<Vec<Ready<'a>>, String> {
        self.steps.iter().map(|step| step.ready(app)).collect()
    }
}

impl Step {
    fn ready<'a>(&'a self, app: &App) -> Result<Ready<'a>, String> {
        match &self.doing {
            Doing::Status(wanted) => {
                let known = app.desk.statuses.of(app.side());
                let known: Vec<_> = known.map(|status| (status.label.as_str(), status.id)).collect();
                self.named(app, "mistake-no-status", wanted, &known).map(Ready::Status)
            }
            Doing::Queue(wanted) => {
                let own = app.desk.queues.iter().filter(|queue| queue.side == app.side());
                let known: Vec<_> = own.map(|queue| (queue.name.as_str(), queue.id)).collect();
                self.named(app, "mistake-no-queue", wanted, &known).map(Ready::Queue)
            }
            doing => Ok(Ready::As(doing)),
        }
    }

    /// What goes by this name, in any case of letters; the sentence of this key says that nothing does.
    fn named<T: Copy>(&self, app: &App, key: &'static str, wanted: &str, known: &[(&str, T)]) -> Result<T, String> {
        let is_it = |name: &str| name.to_lowercase() == wanted.to_lowercase();
        if let Some((_, found)) = known.iter().find(|(name, _)| is_it(name)) {
            return Ok(*found);
        }
        let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
        let hint = did_you_mean(wanted, &names);
        let message = app.say(key, &[("name", wanted.into())]);
        Err(format!(
            "{}: {message}; {}",
            self.written_at,
            hint.said(&app.settings.sentences)
        ))
    }
}

impl Ready<'_> {
    /// The act on this ticket, its texts filled in.
    #[must_use]
    pub fn act(&self, app: &App, view: &TicketView, actor: &Actor) -> Act {
        let fill = |template: &Template| template.fill(app, view, actor);
        match self {
            Self::Status(status) => Act::SetStatus { status: *status },
            Self::Queue(queue) => Act::Move { queue: *queue },
            Self::As(doing) => match doing {
                Doing::Write(audience, text) => Act::AddNote {
                    audience: *audience,
                    title: String::new(),
                    text: fill(text),
                },
                Doing::Take => Act::Assign {
                    assignee: Some(actor.person),
                },
                // Names are known before.
                Doing::Unassign | Doing::Status(_) | Doing::Queue(_) => Act::Assign { assignee: None },
                Doing::Priority(priority) => Act::SetPriority { priority: *priority },
                Doing::Time(work, summary, internal) => {
                    let today = app.times().wall(app.now).date();
                    Act::LogTime {
                        worked_on: Date(today),
                        started_at: work.began.map(|began| app.times().moment(today.and_time(began))),
                        minutes: work.minutes,
                        summary: fill(summary),
                        internal_notes: fill(internal),
                    }
                }
                Doing::Complete(resolution) => Act::Complete {
                    resolution: fill(resolution),
                },
                Doing::HandOver(reason) if actor.side() == Side::Taskfire => Act::Escalate { reason: fill(reason) },
                Doing::HandOver(reason) => Act::Transfer { reason: fill(reason) },
                Doing::Reopen => Act::Reopen,
            },
        }
    }
}
