//! The console's loop: signals, then what the runner brings, then input. All that is ready is taken, then one frame is
//! drawn, and only if something changed. An idle console waits and writes nothing.

use super::app::App;
use super::app::pointing::Pointed;
use super::clipboard::{self, Wrapping};
use super::draw::Part;
use super::effect::{Effect, Generation};
use super::keymap::{CutEscape, Key};
use super::msg::{Event, Msg, Saying, Weight};
use super::pace::{Cause, Held, Pace};
use super::surface::Surface;
use super::term::{Editor, Guard, Signal, Signals, guard};
use crate::base::{Clock, Timestamp};
use crossterm::event::{Event as Input, EventStream};
use futures_util::StreamExt;
use ratatui::layout::Size;
use std::io;
use std::sync::Arc;
use std::task::Poll;
use std::time::{Duration, Instant};
use tokio::sync::{mpsc, oneshot};
use tokio::time::sleep_until;

/// On a slow line what follows a rest waits so long.
const SLOW_REST: Duration = Duration::from_secs(3);

/// So long the first list is waited for before the screen says that it is being read: the local copy mostly has it sooner,
/// and on a slow line every byte before it counts.
const FIRST_LIST: Duration = Duration::from_millis(100);

/// What the loop hands on to the runner.
#[derive(Debug)]
pub enum Order {
    /// To be carried out.
    Do(Effect),
    /// The process is about to stop: finish what others would wait for, then answer.
    Pause(oneshot::Sender<()>),
    /// The process goes on.
    Resume,
}

/// Why the console ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The person left.
    Quit,
    /// The system asked for it.
    Terminated,
    /// The terminal is gone.
    HungUp,
}

/// Everything between the terminal and the state machine.
pub struct Console {
    app: App,
    guard: Guard,
    screen: Surface,
    input: Option<EventStream>,
    cut_escape: CutEscape,
    editor: Editor,
    wrapping: Wrapping,
    clock: Arc<dyn Clock>,
    orders: mpsc::UnboundedSender<Order>,
    news: mpsc::Receiver<Event>,
    pace: Pace,
    /// The newest pause that was asked for; older ones mean nothing any more.
    rest: Option<(Instant, Generation)>,
    /// The last key, which may be held.
    held: Held<Key>,
    /// What the last key that asked for something asked for.
    asked: Vec<Generation>,
    /// Whether the editor or a stop had the terminal since the last frame.
    was_away: bool,
    /// Until when the first list is waited for; none once one was shown.
    first: Option<Instant>,
    end: Option<End>,
}

/// What a console is made of besides its state.
pub struct Parts {
    /// The terminal, already taken.
    pub guard: Guard,
    /// What is written to.
    pub screen: Surface,
    /// The person's editor.
    pub editor: Editor,
    /// Between which programs the terminal's bytes go.
    pub wrapping: Wrapping,
    /// Where now comes from.
    pub clock: Arc<dyn Clock>,
    /// To the runner.
    pub orders: mpsc::UnboundedSender<Order>,
    /// From the runner.
    pub news: mpsc::Receiver<Event>,
}

/// What the loop woke up for.
enum Woken {
    Signal(Signal),
    News(Option<Event>),
    Input(Option<io::Result<Input>>),
    Rested,
    Minute,
    Idle,
    Frame,
}

impl Console {
    /// A console around this state.
    #[must_use]
    pub fn new(app: App, parts: Parts) -> Self {
        Self {
            app,
            guard: parts.guard,
            screen: parts.screen,
            input: Some(EventStream::new()),
            cut_escape: CutEscape::default(),
            editor: parts.editor,
            wrapping: parts.wrapping,
            clock: parts.clock,
            orders: parts.orders,
            news: parts.news,
            pace: Pace::default(),
            rest: None,
            held: Held::default(),
            asked: Vec::new(),
            was_away: false,
            first: Some(Instant::now() + FIRST_LIST),
            end: None,
        }
    }

    /// Holds frames back on a line of so many bits a second.
    #[must_use]
    pub fn paced(mut self, line: Option<u32>) -> Self {
        self.pace = Pace::of_line(line);
        self
    }

    /// Runs until the person leaves or the system ends it. The terminal is given back when this is dropped.
    ///
    /// # Errors
    /// When signals can't be heard, or the terminal takes nothing any more.
    pub async fn run(mut self) -> io::Result<End> {
        let mut signals = Signals::new()?;
        self.frame_if_due(Cause::Person)?;
        loop {
            let woken = self.wait(&mut signals).await;
            let cause = self.take(woken).await?;
            let cause = self.drain(cause).await?;
            if std::mem::take(&mut self.was_away) {
                signals.forget_stops();
            }
            if let Some(end) = self.end {
                return Ok(end);
            }
            if !self.guard.is_entered() {
                // Some thread panicked and gave the terminal back.
                return Ok(End::Terminated);
            }
            self.frame_if_due(cause)?;
        }
    }

    /// Waits for the first thing to do, in the order of their weight.
    async fn wait(&mut self, signals: &mut Signals) -> Woken {
        let frame = self
            .pace
            .due()
            .map(|due| self.first_list().map_or(due, |until| due.max(until)));
        let rest = self.rest.map(|(until, _)| until);
        let minute = self.app.shows_ages().then(|| Instant::now() + self.until_next_minute());
        let idle = self.app.locks_at().map(|due| Instant::now() + self.until(due));
        let input = self.input.get_or_insert_with(EventStream::new);
        tokio::select! {
            biased;
            signal = signals.next() => Woken::Signal(signal),
            news = self.news.recv() => Woken::News(news),
            input = input.next() => Woken::Input(input),
            () = at(frame) => Woken::Frame,
            () = at(rest) => Woken::Rested,
            () = at(minute) => Woken::Minute,
            () = at(idle) => Woken::Idle,
        }
    }

    fn until(&self, moment: Timestamp) -> Duration {
        let ahead = moment.millis().saturating_sub(self.clock.now().millis());
        Duration::from_millis(u64::try_from(ahead).unwrap_or(0))
    }

    fn until_next_minute(&self) -> Duration {
        let into = self.clock.now().millis().rem_euclid(60_000);
        Duration::from_millis(u64::try_from(60_000 - into).unwrap_or(60_000))
    }

    /// Takes everything else that is ready, so that one frame shows all of it. The most pressing of it says when.
    async fn drain(&mut self, mut cause: Cause) -> io::Result<Cause> {
        while self.end.is_none() {
            let woken = match self.news.try_recv() {
                Ok(event) => Woken::News(Some(event)),
                // Asked with this task's own waker: the stream wakes whoever asked it first.
                Err(_) => match self.input.as_mut().map(|input| input.next()) {
                    Some(next) => match futures_util::poll!(next) {
                        Poll::Ready(input) => Woken::Input(input),
                        Poll::Pending => break,
                    },
                    None => break,
                },
            };
            cause = cause.max(self.take(woken).await?);
        }
        Ok(cause)
    }

    async fn take(&mut self, woken: Woken) -> io::Result<Cause> {
        match woken {
            Woken::Signal(signal) => self.signalled(signal).await?,
            Woken::News(Some(event)) => {
                let cause = match &event {
                    Event::Loaded(generation, _) if self.asked.contains(generation) => Cause::Answer,
                    _ => Cause::Data,
                };
                self.tell(event).await?;
                return Ok(cause);
            }
            // The runner or the input ended: nothing can be done any more.
            Woken::News(None) => self.end = Some(End::Terminated),
            Woken::Input(None | Some(Err(_))) => self.end = Some(End::HungUp),
            Woken::Input(Some(Ok(input))) => self.typed(input).await?,
            Woken::Rested => {
                if let Some((_, generation)) = self.rest.take() {
                    self.tell(Event::Rested(generation)).await?;
                }
                return Ok(Cause::Data);
            }
            Woken::Minute => {
                self.tell(Event::Minute).await?;
                return Ok(Cause::Data);
            }
            Woken::Idle => _ = self.tell(Event::Idle).await?,
            Woken::Frame => return Ok(Cause::Data),
        }
        Ok(Cause::Person)
    }

    async fn signalled(&mut self, signal: Signal) -> io::Result<()> {
        match signal {
            Signal::HangUp => self.end = Some(End::HungUp),
            Signal::Terminate => self.end = Some(End::Terminated),
            Signal::Suspend => self.suspend().await?,
            Signal::Continue => {
                self.guard.reenter()?;
                self.screen.invalidate();
                self.pace.need(Cause::Person, Instant::now());
            }
        }
        Ok(())
    }

    async fn typed(&mut self, input: Input) -> io::Result<()> {
        let event = match input {
            Input::Key(key) => {
                let now = Instant::now();
                let key = Key::from_event(&key).and_then(|key| self.cut_escape.key(key, now));
                let is_shown = |key: &Key| !self.pace.outruns(&mut self.held, *key, now) || !self.app.only_moves(*key);
                key.filter(is_shown).map(Event::Key)
            }
            Input::Paste(text) => Some(Event::Pasted(text)),
            Input::Resize(columns, rows) => {
                let matters = self.screen.resize(Size::new(columns, rows));
                matters.then_some(Event::Resized(columns, rows))
            }
            Input::Mouse(mouse) => Pointed::from_event(&mouse).map(Event::Pointed),
            Input::FocusGained | Input::FocusLost => None,
        };
        let Some(event) = event else { return Ok(()) };
        let asked = self.tell(event).await?;
        if !asked.is_empty() {
            self.asked = asked;
        }
        Ok(())
    }

    /// Tells the state machine, and does or hands on what it wants done. Gives back what it wants to have read.
    async fn tell(&mut self, event: Event) -> io::Result<Vec<Generation>> {
        let mut loads = Vec::new();
        let mut events = vec![event];
        while let Some(event) = events.pop() {
            let at = self.clock.now();
            for effect in self.app.update(Msg { at, event }) {
                if let Effect::Load(generation, _) = &effect {
                    loads.push(*generation);
                }
                events.extend(self.carry_out(effect).await?);
            }
        }
        Ok(loads)
    }

    /// What concerns the terminal is done here; the runner does the rest.
    async fn carry_out(&mut self, effect: Effect) -> io::Result<Option<Event>> {
        match effect {
            Effect::Quit => self.end = Some(End::Quit),
            Effect::Redraw => self.screen.invalidate(),
            Effect::Suspend => self.suspend().await?,
            Effect::Bell => self.screen.send(b"\x07")?,
            Effect::Rest(generation, pause) => {
                let pause = if self.pace.is_slow() {
                    pause.max(SLOW_REST)
                } else {
                    pause
                };
                self.rest = Some((Instant::now() + pause, generation));
            }
            Effect::Copy(text) => match clipboard::copy(&text, self.wrapping) {
                Ok(sequence) => self.screen.send(sequence.as_bytes())?,
                Err(error) => return Ok(Some(warning(error.said(&self.app.settings.sentences)))),
            },
            Effect::Pace(line) => self.pace = Pace::of_line(line.or_else(guard::slow_line)),
            Effect::OpenEditor(text) => return self.edit(&text).await.map(Some),
            // Where the runner has ended, the loop is about to.
            effect => _ = self.orders.send(Order::Do(effect)),
        }
        Ok(None)
    }

    /// Stops reading the terminal's input, so that others can.
    fn leave_input(&mut self) -> io::Result<()> {
        self.input = None;
        self.was_away = true;
        // The stream's end leaves a wake-up behind; taken together with the next key, it would hide that key until
        // another one comes.
        crossterm::event::poll(Duration::ZERO).map(drop)
    }

    /// Gives the terminal to the person's editor; nobody reads its input meanwhile.
    async fn edit(&mut self, text: &str) -> io::Result<Event> {
        self.leave_input()?;
        let edited = self.editor.edit(&self.guard, "tandem", text).await;
        self.screen.invalidate();
        Ok(match edited {
            Ok(text) => Event::Edited(text),
            Err(error) => warning(error.said(&self.app.settings.sentences)),
        })
    }

    /// Stops as the shell's Ctrl-Z would, once the runner has nothing that others wait for.
    async fn suspend(&mut self) -> io::Result<()> {
        let (done, finished) = oneshot::channel();
        if self.orders.send(Order::Pause(done)).is_ok() {
            // An error means that the runner has ended: then nobody waits for it.
            let _ = finished.await;
        }
        self.leave_input()?;
        self.guard.suspend()?;
        self.screen.invalidate();
        self.pace.need(Cause::Person, Instant::now());
        let _ = self.orders.send(Order::Resume);
        Ok(())
    }

    /// Until when nothing is drawn, because the first list is about to come and nothing else is there to be seen.
    fn first_list(&self) -> Option<Instant> {
        let is_bare = !self.app.tickets.is_loaded && self.app.overlays.is_empty();
        self.first.filter(|_| is_bare)
    }

    fn frame_if_due(&mut self, cause: Cause) -> io::Result<()> {
        let now = Instant::now();
        let is_first = self.first.is_some();
        // Whoever starts the console waits for its first list.
        let cause = if is_first { Cause::Answer } else { cause };
        let is_changed = self.app.take_dirty();
        if is_changed {
            self.pace.need(cause, now);
        }
        if self.first_list().is_some_and(|until| now < until) {
            if is_changed {
                self.screen.rehearse(&self.app);
            }
            return Ok(());
        }
        if self.pace.take(now) {
            let app = &self.app;
            // The first screenful comes in parts.
            let parts = match (is_first, app.tickets.is_loaded) {
                (true, false) => &[Part::List][..],
                (true, true) => &Part::ALL,
                (false, _) => &[Part::Whole],
            };
            self.first = self.first.filter(|_| !app.tickets.is_loaded);
            for part in parts {
                let bytes = self.screen.frame(app, *part)?;
                self.pace.wrote(bytes, now);
            }
        }
        Ok(())
    }
}

fn warning(text: String) -> Event {
    Event::Said(Saying {
        weight: Weight::Warning,
        text,
    })
}

/// Ends at this instant; never where there is none.
async fn at(instant: Option<Instant>) {
    match instant {
        Some(instant) => sleep_until(instant.into()).await,
        None => std::future::pending().await,
    }
}
