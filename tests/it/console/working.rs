//! The whole console but for the terminal: state machine, runner, local copy and sync on a real server.

use super::script::settings;
use crate::support::Desk;
use futures_util::future::BoxFuture;
use futures_util::{FutureExt as _, StreamExt as _};
use serde_json::{Value as Json, json};
use std::sync::Arc;
use std::time::Duration;
use tandem::base::ids::{ChangeId, TicketId, UniqueIds};
use tandem::base::{Clock, Language, Secret, SystemClock};
use tandem::query::Filter;
use tandem::records::administration::{Administration, Answer, NotAdministered, Question};
use tandem::records::windows::{Banner, DemoPerson, ListWindow, Viewer};
use tandem::remote::{Client, Remote, Way};
use tandem::replica::Replica;
use tandem::sentences::{Sentences, Spoken};
use tandem::sync::download::Wanted;
use tandem::sync::{News, Session};
use tandem::tui::app::configuration::Configuration;
use tandem::tui::app::{App, Settings};
use tandem::tui::effect::{Effect, ListRequest, TicketFile};
use tandem::tui::keymap::Key;
use tandem::tui::r#loop::Order;
use tandem::tui::msg::{Credentials, CredentialsDone, Event, Msg, Settled};
use tandem::tui::runner::door::{Closed, Door, Line, Opened, Pieces};
use tandem::tui::runner::start;
use tokio::sync::mpsc;

/// Opens for one person of a desk.
struct OneDoor {
    remote: Remote,
    folder: Arc<tempfile::TempDir>,
}

struct OneLine(Session);

fn english() -> Sentences {
    Sentences::new(Language::English)
}

impl Line for OneLine {
    fn shown(&self) {}

    fn push(&self) {
        self.0.push();
    }

    fn fetch(&self, ticket: TicketId) -> BoxFuture<'_, Result<(), String>> {
        async move {
            self.0
                .fetch_ticket(ticket)
                .await
                .map_err(|error| error.said(&english()))
        }
        .boxed()
    }

    fn search(&self, filter: Filter, request: ListRequest) -> BoxFuture<'_, Result<ListWindow, String>> {
        async move {
            let found = self.0.search(&filter, &request.order, request.limit).await;
            found.map_err(|error| error.said(&english()))
        }
        .boxed()
    }

    fn administer(&self, key: ChangeId, act: Administration) -> BoxFuture<'_, Result<(), NotAdministered>> {
        async move { self.0.administer(key, &act).await.map_err(|why| why.told(&english())) }.boxed()
    }

    fn ask(&self, question: Question) -> BoxFuture<'_, Result<Answer, String>> {
        async move { self.0.ask(&question).await.map_err(|error| error.said(&english())) }.boxed()
    }

    fn attachment(&self, file: TicketFile) -> BoxFuture<'_, Result<Pieces, String>> {
        let parts = self.0.attachment(Wanted {
            ticket: file.ticket,
            attachment: file.attachment,
            size: file.size,
            digest: file.digest,
        });
        let parts = parts.map(|part| part.map_err(|error| error.said(&english()))).boxed();
        async move { Ok(parts) }.boxed()
    }

    fn audit_lines(&self) -> BoxFuture<'_, Result<Pieces, String>> {
        async { Ok(futures_util::stream::empty().boxed()) }.boxed()
    }

    fn stop(&self) -> BoxFuture<'_, ()> {
        async move { self.0.stop().await.unwrap() }.boxed()
    }
}

impl OneDoor {
    async fn enter(&self) -> Result<Opened, Closed> {
        let me = self
            .remote
            .me()
            .await
            .map_err(|error| Closed::Failed(error.said(&english())))?;
        let replica = Arc::new(Replica::open(&self.folder.path().join("copy.sqlite")).unwrap());
        let actor = me.actor();
        replica.sign_in(&actor).unwrap();
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let (session, mut news) = Session::start(Arc::clone(&replica), self.remote.clone(), clock);
        let (events, received) = mpsc::channel(64);
        tokio::spawn(async move {
            while let Some(news) = news.recv().await {
                if events.send(event(news)).await.is_err() {
                    return;
                }
            }
        });
        let viewer = Viewer {
            actor,
            user_name: me.user_name,
            company_name: me.company_name,
            instance_name: me.instance_name,
            sign_in: None,
            has_next_portal: false,
            is_next_portal: false,
        };
        Ok(Opened {
            viewer,
            replica,
            line: Arc::new(OneLine(session)),
            news: received,
        })
    }
}

fn event(news: News) -> Event {
    match news {
        News::Freshness(freshness) => Event::Freshness(freshness),
        News::Changed(tickets) => Event::Changed(tickets),
        News::Names => Event::Changed(Vec::new()),
        News::Settled(settled) => Event::Settled(Settled {
            change: settled.change,
            ticket: settled.ticket,
            was: settled.was,
            number: settled.number,
            act: settled.act,
            carry_over: settled.carry_over,
        }),
        News::Stopped(line) => Event::Stopped(line),
        News::Notified(line) => Event::Notified(line),
        News::SignInNeeded | News::Deactivated => Event::SignInNeeded(None),
        News::Trouble(error) => panic!("{error}"),
    }
}

impl Door for OneDoor {
    fn open(&self) -> BoxFuture<'_, Result<Opened, Closed>> {
        self.enter().boxed()
    }

    fn sign_in(&self, _: String, _: Secret, _: Option<Secret>) -> BoxFuture<'_, Result<Opened, Closed>> {
        self.enter().boxed()
    }

    fn change_password(&self, _: Secret, _: Secret) -> BoxFuture<'_, Result<Opened, Closed>> {
        self.enter().boxed()
    }

    fn begin_two_factor(&self) -> BoxFuture<'_, Credentials> {
        async { Credentials::Done(CredentialsDone::TwoFactorOn) }.boxed()
    }

    fn confirm_two_factor(&self, _: Secret) -> BoxFuture<'_, Result<Opened, Closed>> {
        self.enter().boxed()
    }

    fn end_two_factor(&self, _: Secret) -> BoxFuture<'_, Credentials> {
        async { Credentials::Done(CredentialsDone::TwoFactorOff) }.boxed()
    }

    fn lock(&self) -> BoxFuture<'_, ()> {
        async {}.boxed()
    }

    fn known(&self) -> BoxFuture<'_, Option<Viewer>> {
        async { None }.boxed()
    }

    fn switch_portal(&self, _: bool) -> BoxFuture<'_, Result<(), String>> {
        async { Ok(()) }.boxed()
    }

    fn banner(&self) -> BoxFuture<'_, Option<Banner>> {
        async { None }.boxed()
    }

    fn become_person(&self, _: String) -> BoxFuture<'_, Result<Opened, Closed>> {
        self.enter().boxed()
    }

    fn people(&self) -> BoxFuture<'_, Result<Vec<DemoPerson>, String>> {
        async { Ok(Vec::new()) }.boxed()
    }

    /// The person has chosen German meanwhile.
    fn read_configuration(&self) -> BoxFuture<'_, Configuration> {
        async {
            Configuration {
                settings: Some(Settings {
                    sentences: Sentences::new(Language::German),
                    ..settings()
                }),
                line: None,
                mistakes: Vec::new(),
                file: "config.toml".to_owned(),
                needs_restart: false,
            }
        }
        .boxed()
    }

    fn pause(&self) -> BoxFuture<'_, ()> {
        async {}.boxed()
    }

    fn resume(&self) -> BoxFuture<'_, ()> {
        async {}.boxed()
    }
}

/// Somebody at a console whose runner works.
pub struct Working {
    pub app: App,
    orders: mpsc::UnboundedSender<Order>,
    events: mpsc::Receiver<Event>,
}

impl Working {
    pub async fn at(desk: &Desk, user_name: &str) -> Self {
        let folder = Arc::new(tempfile::tempdir().unwrap());
        Self::along(desk, user_name, &desk.url(), folder).await
    }

    /// Along a line, with the copy in this folder.
    pub async fn along(desk: &Desk, user_name: &str, url: &str, folder: Arc<tempfile::TempDir>) -> Self {
        // Clients of the test's own make the ciphers ready.
        drop(desk.stranger());
        let who = desk.operations().somebody(Some(user_name.to_owned())).await.unwrap();
        let session = desk.operations().begin_session(who).await.unwrap();
        let client = Client::new(&Way::default()).unwrap();
        let door = OneDoor {
            remote: Remote::new(client, url).signed_in(Secret::new(session.token)),
            folder,
        };
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let (orders, events) = start(
            Arc::new(door),
            Arc::clone(&clock),
            Arc::new(UniqueIds),
            Spoken::new(english()),
        );
        let app = App::new(settings(), clock.now(), (120, 40));
        Self { app, orders, events }
    }

    /// Has the runner do something.
    pub fn order(&self, effect: Effect) {
        self.orders.send(Order::Do(effect)).unwrap();
    }

    /// The first event of which something holds.
    pub async fn hear<T>(&mut self, wanted: impl Fn(&Event) -> Option<T>) -> T {
        loop {
            let next = tokio::time::timeout(Duration::from_secs(60), self.events.recv()).await;
            let event = next.expect("it is told in time").expect("the runner works");
            if let Some(found) = wanted(&event) {
                return found;
            }
        }
    }

    fn tell(&mut self, event: Event) {
        for effect in self.app.update(Msg {
            at: SystemClock.now(),
            event,
        }) {
            match effect {
                // Nobody waits for the cursor to rest.
                Effect::Rest(generation, _) => self.tell(Event::Rested(generation)),
                effect => self.orders.send(Order::Do(effect)).unwrap(),
            }
        }
    }

    pub fn press(&mut self, keys: &str) {
        for key in Key::sequence(keys).unwrap() {
            self.tell(Event::Key(key));
        }
    }

    /// Takes in what comes until this is so.
    pub async fn until(&mut self, what: &str, is_so: impl Fn(&App) -> bool) {
        while !is_so(&self.app) {
            let next = tokio::time::timeout(Duration::from_secs(20), self.events.recv()).await;
            let said: Vec<&str> = self
                .app
                .messages
                .log
                .iter()
                .map(|(_, saying)| saying.text.as_str())
                .collect();
            let event = next.unwrap_or_else(|_| panic!("waited in vain for {what}; said: {said:?}"));
            self.tell(event.expect("the runner works"));
        }
    }
}

fn titles(app: &App) -> Vec<&str> {
    app.tickets.lines.iter().map(|line| line.title.as_str()).collect()
}

async fn assignee(desk: &Desk, ticket: &Json) -> Json {
    let row = desk
        .person("ada")
        .await
        .get(&format!("tickets/{}", ticket["id"]))
        .await
        .ok();
    row["assignedResourceID"].clone()
}

#[tokio::test]
async fn a_ticket_is_taken_with_two_keys_and_the_server_has_it() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let ticket = ada
        .create(json!({"companyID": desk.acme, "title": "Printer hums"}))
        .await;
    let mut console = Working::at(&desk, "tina").await;
    console.until("being signed in", |app| app.viewer.is_some()).await;
    console.press("3");
    console
        .until("the unassigned ticket", |app| titles(app) == ["Printer hums"])
        .await;
    console
        .until("its preview", |app| app.tickets.preview.ticket.is_some())
        .await;
    console.press("i");
    console
        .until("an empty list", |app| app.tickets.is_loaded && titles(app).is_empty())
        .await;
    let is_settled = |app: &App| {
        app.messages
            .log
            .iter()
            .any(|(_, saying)| saying.text.contains("the server has it"))
    };
    console.until("the answer", is_settled).await;
    assert_eq!(assignee(&desk, &ticket).await, json!(desk.id("tina").await.number()));
    console.press("1");
    console.until("my tickets", |app| titles(app) == ["Printer hums"]).await;
    console
        .until("the count", |app| {
            app.desk.views.is_some_and(|views| views.mine == 1) && app.desk.unsent == 0
        })
        .await;
}

#[tokio::test]
async fn after_a_change_in_an_open_ticket_the_list_acts_on_what_is_so_now() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    ada.create(json!({"companyID": desk.acme, "title": "Printer hums"}))
        .await;
    let mut console = Working::at(&desk, "tina").await;
    console.until("being signed in", |app| app.viewer.is_some()).await;
    console.press("3");
    console
        .until("the preview", |app| app.tickets.preview.ticket.is_some())
        .await;
    console.press("enter");
    console
        .until("the open ticket", |app| {
            app.ticket
                .as_ref()
                .is_some_and(|pane| pane.count() > 0 || pane.conversation.here().is_some())
        })
        .await;
    let settled = |count: usize| {
        move |app: &App| {
            let said = app.messages.log.iter();
            said.filter(|(_, saying)| saying.text.contains("the server has it"))
                .count()
                == count
        }
    };
    console.press("s i");
    console.until("the first answer", settled(1)).await;
    console.press("esc");
    let previewed = |app: &App| {
        let line = app.tickets.preview.ticket.as_ref()?.line.autotask.clone()?;
        Some(line.status)
    };
    console
        .until("a fresh preview", |app| {
            previewed(app).as_deref() == Some("In Progress")
        })
        .await;
    console.press("s v");
    console.until("the second answer", settled(2)).await;
    assert_eq!(console.app.desk.stopped, 0);
}

#[tokio::test]
async fn a_kept_note_is_marked_in_the_list_at_once() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    ada.create(json!({"companyID": desk.acme, "title": "Printer hums"}))
        .await;
    let mut console = Working::at(&desk, "tina").await;
    console.until("being signed in", |app| app.viewer.is_some()).await;
    console.press("3");
    console
        .until("the preview", |app| app.tickets.preview.ticket.is_some())
        .await;
    console.press("n h i");
    let is_marked = |app: &App| app.tickets.lines.iter().any(|line| line.marks.draft);
    console.until("the mark", is_marked).await;
    console.press("ctrl-u");
    console.until("no mark", |app| !is_marked(app)).await;
}

#[tokio::test]
async fn what_another_person_does_appears_by_itself_and_a_filter_finds_it() {
    let desk = Desk::new().await;
    let ada = desk.person("ada").await;
    let mut console = Working::at(&desk, "tina").await;
    console
        .until("the feed", |app| {
            app.freshness == tandem::records::windows::Freshness::Live
        })
        .await;
    console.press("3");
    console.until("an empty list", |app| app.tickets.is_loaded).await;
    for title in ["Printer hums", "VPN drops"] {
        ada.create(json!({"companyID": desk.acme, "title": title})).await;
    }
    console
        .until("both tickets", |app| {
            app.tickets.lines.len() + app.tickets.arrived.len() == 2
        })
        .await;
    console.press("/ v p n");
    console
        .until("the filtered list", |app| titles(app) == ["VPN drops"])
        .await;
    console.press("ctrl-u q u e u e : x");
    let has_mistake = |app: &App| {
        app.tickets
            .filter_line
            .as_ref()
            .is_some_and(|line| line.mistake.is_some())
    };
    console.until("the mistake", has_mistake).await;
}
