//! Carries out what the state machine wants done outside, and brings back what came of it: the one part of the console
//! that knows the local copy and the line to the server.

pub mod attaching;
mod backlog;
mod choices;
mod copy;
mod desk;
pub mod door;

use super::effect::{Content, Effect, Export, Generation, Load};
use super::r#loop::Order;
use super::msg::{Event, Loaded, NotWritten, Saying, Weight};
use super::views::{self, View};
use crate::base::ids::Ids;
use crate::base::{Clock, whole_file};
use crate::config::paths::expanded;
use crate::sentences::{Sentences, Spoken};
use crate::sync::SyncError;
use desk::{Desk, Write};
use door::{Closed, Door, Line, Opened, Pieces};
use futures_util::{StreamExt as _, stream};
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::mpsc;

/// So much news waits for the loop before whoever brings more has to wait.
const WAITING: usize = 256;

/// Where orders go, and where events come from.
pub type Talk = (mpsc::UnboundedSender<Order>, mpsc::Receiver<Event>);

/// The runner's state.
struct Runner {
    door: Arc<dyn Door>,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn Ids>,
    spoken: Spoken,
    events: mpsc::Sender<Event>,
    desk: Option<Desk>,
}

/// Starts it on the runtime. It ends when the console drops either end of the talk.
#[must_use]
pub fn start(door: Arc<dyn Door>, clock: Arc<dyn Clock>, ids: Arc<dyn Ids>, spoken: Spoken) -> Talk {
    let (orders, to_do) = mpsc::unbounded_channel();
    let (events, happened) = mpsc::channel(WAITING);
    let runner = Runner {
        door,
        clock,
        ids,
        spoken,
        events,
        desk: None,
    };
    tokio::spawn(runner.run(to_do));
    (orders, happened)
}

/// What is to be written.
async fn pieces(export: &Export, line: Option<Arc<dyn Line>>, sentences: &Sentences) -> Result<Pieces, String> {
    match (&export.content, line) {
        (Content::Text(text), _) => {
            let whole = Ok(text.as_bytes().to_vec());
            Ok(stream::once(async { whole }).boxed())
        }
        (Content::AuditLog, Some(line)) => line.audit_lines().await,
        (Content::Attachment(file), Some(line)) => line.attachment(file.clone()).await,
        (Content::AuditLog | Content::Attachment(_), None) => Err(SyncError::NoLine.said(sentences)),
    }
}

/// Writes what comes, and gives back where it is.
async fn write(export: &Export, pieces: Pieces) -> Result<PathBuf, NotWritten> {
    let path = expanded(&export.path);
    let written = whole_file::write(&path, export.existing, pieces).await;
    written.map_err(|why| match why {
        whole_file::NotWritten::Exists => NotWritten::Exists,
        whole_file::NotWritten::Disk(error) => NotWritten::Failed(format!("{}: {error}", path.display())),
        whole_file::NotWritten::Source(why) => NotWritten::Failed(why),
    })
}

impl Runner {
    async fn run(mut self, mut orders: mpsc::UnboundedReceiver<Order>) {
        let first = self.door.open().await;
        self.enter(first).await;
        while let Some(order) = orders.recv().await {
            match order {
                Order::Do(effect) => self.carry_out(effect).await,
                Order::Pause(done) => {
                    self.door.pause().await;
                    // Whoever waited may be gone.
                    let _ = done.send(());
                }
                Order::Resume => self.door.resume().await,
            }
        }
        if let Some(desk) = self.desk.take() {
            desk.close().await;
        }
    }

    async fn carry_out(&mut self, effect: Effect) {
        match effect {
            Effect::SignIn {
                user_name,
                password,
                code,
            } => {
                let opened = self.door.sign_in(user_name, password, code).await;
                self.enter(opened).await;
            }
            Effect::ChangePassword { current, new } => {
                let opened = self.door.change_password(current, new).await;
                self.enter(opened).await;
            }
            Effect::ConfirmTwoFactor(code) => {
                let opened = self.door.confirm_two_factor(code).await;
                self.enter(opened).await;
            }
            Effect::BeginTwoFactor => {
                let answer = self.door.begin_two_factor().await;
                self.tell(Event::Credentials(answer)).await;
            }
            Effect::EndTwoFactor(code) => {
                let answer = self.door.end_two_factor(code).await;
                self.tell(Event::Credentials(answer)).await;
            }
            Effect::Lock => self.door.lock().await,
            Effect::SwitchPortal { next } => {
                let event = match self.door.switch_portal(next).await {
                    Ok(()) => Event::PortalSwitched(next),
                    Err(text) => Event::Said(Saying {
                        weight: Weight::Warning,
                        text,
                    }),
                };
                self.tell(event).await;
            }
            Effect::Become(user_name) => {
                let opened = self.door.become_person(user_name).await;
                self.enter(opened).await;
            }
            Effect::Load(generation, Load::DemoPeople) => {
                let event = match self.door.people().await {
                    Ok(people) => Event::Loaded(generation, Loaded::DemoPeople(people)),
                    Err(why) => Event::NotLoaded(generation, why),
                };
                self.tell(event).await;
            }
            Effect::Export(generation, export) => self.export(generation, export),
            Effect::ReadConfiguration => {
                let read = self.door.read_configuration().await;
                if let Some(settings) = &read.settings {
                    self.spoken.speak(settings.sentences.clone());
                }
                self.tell(Event::Configured(Box::new(read))).await;
            }
            Effect::SaveView(file, view) => self.save_view(file, view),
            effect => self.at_the_desk(effect),
        }
    }

    /// Writes a file; nobody waits for it meanwhile.
    fn export(&self, generation: Generation, export: Export) {
        let events = self.events.clone();
        let line = self.desk.as_ref().map(Desk::line);
        let sentences = self.spoken.now();
        tokio::spawn(async move {
            let result = match pieces(&export, line, &sentences).await {
                Ok(pieces) => write(&export, pieces).await,
                Err(why) => Err(NotWritten::Failed(why)),
            };
            let result = result.map(|path| path.display().to_string());
            // The console may have ended.
            let _ = events
                .send(Event::Written(generation, result.map_err(|why| (export, why))))
                .await;
        });
    }

    /// Writes a view into its file; nobody waits for it meanwhile.
    fn save_view(&self, file: PathBuf, view: Box<View>) {
        let events = self.events.clone();
        tokio::spawn(async move {
            let written = tokio::task::spawn_blocking(move || (views::save(&file, &view), view)).await;
            let event = match written {
                Ok((result, view)) => Event::ViewSaved(view, result),
                Err(error) => Event::Said(Saying {
                    weight: Weight::Warning,
                    text: error.to_string(),
                }),
            };
            // The console may have ended.
            let _ = events.send(event).await;
        });
    }

    /// What the desk of whoever is in does; without anybody nothing is asked for.
    fn at_the_desk(&self, effect: Effect) {
        let Some(desk) = &self.desk else { return };
        match effect {
            Effect::Load(generation, load) => desk.read(generation, load),
            Effect::Record(asked) => desk.write(Write::Record(asked)),
            Effect::Discard(change, followers) => desk.write(Write::Discard(change, followers)),
            Effect::Again(change) => desk.write(Write::Again(change)),
            Effect::Administer(generation, act, key) => desk.administer(generation, act, key),
            Effect::Attach(generation, wanted) => desk.attach(generation, wanted),
            Effect::SaveDraft(draft) => desk.write(Write::Draft(draft)),
            Effect::MarkRead(ticket) => desk.write(Write::MarkRead(ticket)),
            Effect::Time(timing) => desk.write(Write::Time(timing)),
            // The loop does what concerns the terminal, and signing in was done before.
            Effect::Rest(..)
            | Effect::Copy(_)
            | Effect::OpenEditor(_)
            | Effect::ReadConfiguration
            | Effect::Pace(_)
            | Effect::Bell
            | Effect::Redraw
            | Effect::Suspend
            | Effect::Quit
            | Effect::SignIn { .. }
            | Effect::ChangePassword { .. }
            | Effect::BeginTwoFactor
            | Effect::ConfirmTwoFactor(_)
            | Effect::EndTwoFactor(_)
            | Effect::Lock
            | Effect::SwitchPortal { .. }
            | Effect::Become(_)
            | Effect::SaveView(..)
            | Effect::Export(..) => {}
        }
    }

    async fn enter(&mut self, opened: Result<Opened, Closed>) {
        let opened = match opened {
            Ok(opened) => opened,
            Err(Closed::SignInNeeded(why)) => {
                self.tell(Event::SignInNeeded(why)).await;
                return self.tell_banner();
            }
            Err(Closed::Locked(whose)) => return self.tell(Event::Locked(whose)).await,
            Err(Closed::Answered(answer)) => return self.tell(Event::Credentials(answer)).await,
            Err(Closed::Failed(text)) => {
                let weight = Weight::Warning;
                return self.tell(Event::Said(Saying { weight, text })).await;
            }
        };
        if let Some(before) = self.desk.take() {
            before.close().await;
        }
        let viewer = opened.viewer.clone();
        // First the person, so that nothing of the last one's desk is taken for theirs.
        self.tell(Event::SignedIn(viewer)).await;
        let (clock, ids) = (Arc::clone(&self.clock), Arc::clone(&self.ids));
        self.desk = Some(Desk::open(opened, clock, ids, self.spoken.clone(), self.events.clone()));
        self.tell_known();
    }

    /// What holds for whoever is in may be other than when they signed in; nobody waits for it.
    fn tell_known(&self) {
        let (door, events) = (Arc::clone(&self.door), self.events.clone());
        tokio::spawn(async move {
            if let Some(viewer) = door.known().await {
                // The loop may have ended.
                let _ = events.send(Event::Known(Box::new(viewer))).await;
            }
        });
    }

    /// The form shows whose desk it is once that is known; nobody waits for it.
    fn tell_banner(&self) {
        let (door, events) = (Arc::clone(&self.door), self.events.clone());
        tokio::spawn(async move {
            if let Some(banner) = door.banner().await {
                // The loop may have ended.
                let _ = events.send(Event::Banner(banner)).await;
            }
        });
    }

    async fn tell(&self, event: Event) {
        // The loop may have ended.
        let _ = self.events.send(event).await;
    }
}
