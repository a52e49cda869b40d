//! A provider (Northwind) with two clients (Acme, Globex), one person of each level, on a server of its own.

use super::Person;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use tandem::base::ids::CompanyId;
use tandem::base::{ManualClock, Secret, Timestamp};
use tandem::domain::{self, Agency, SecurityLevel};
use tandem::records::administration::Administration;
use tandem::records::administration::setup::Acceptance;
use tandem::server::operations::administration::{Asker, LOCAL, carry_out};
use tandem::server::operations::people::{self, NewContact, NewPortalUser, NewResource};
use tandem::server::{Operations, RunningServer, Server, Settings};

/// What Ada and Ana sign in with; the others have sessions without.
pub const PASSWORD: &str = "correct horse battery staple";
/// When every desk is made.
const BEGINNING: &str = "2026-11-20T09:00:00Z";

/// A desk whose server runs on a free port of this host, with a clock that stands until it is moved.
pub struct Desk {
    /// What dates everything.
    pub clock: Arc<ManualClock>,
    /// A client with Taskfire.
    pub acme: CompanyId,
    /// Another client with Taskfire.
    pub globex: CompanyId,
    server: Option<RunningServer>,
    settings: Settings,
    _folder: tempfile::TempDir,
}

/// User name, given name, level; the provider's first, then Acme's, then Globex's.
const PROVIDER: [(&str, &str, SecurityLevel); 3] = [
    ("ada", "Ada", SecurityLevel::ProviderAdmin),
    ("tina", "Tina", SecurityLevel::ProviderTech),
    ("theo", "Theo", SecurityLevel::ProviderTech),
];
const ACME: [(&str, &str, SecurityLevel); 5] = [
    ("ana", "Ana", SecurityLevel::TaskfireAdministrator),
    ("bea", "Bea", SecurityLevel::TaskfireResource),
    ("mia", "Mia", SecurityLevel::PortalManager),
    ("avi", "Avi", SecurityLevel::PortalAdvanced),
    ("bob", "Bob", SecurityLevel::PortalBasic),
];
const GLOBEX: [(&str, &str, SecurityLevel); 1] = [("gus", "Gus", SecurityLevel::TaskfireAdministrator)];

impl Desk {
    /// A desk that has just been made.
    pub async fn new() -> Self {
        Self::with(|settings| settings).await
    }

    /// A desk whose server was started with other settings.
    pub async fn with(change: impl FnOnce(Settings) -> Settings) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(ManualClock::new(Timestamp::parse(BEGINNING).unwrap()));
        let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let mut settings = Settings::new(folder.path().join("desk.sqlite"), listen, "Northwind");
        settings.clock = clock.clone();
        let settings = change(settings);
        let server = Server::start(settings.clone()).await.unwrap();
        let operations = server.operations().clone();
        let acme = operations.create_company("Acme".to_owned()).await.unwrap();
        let globex = operations.create_company("Globex".to_owned()).await.unwrap();
        settle_provider(&operations).await;
        for company in [acme, globex] {
            accept_agreement(&operations, company).await;
        }
        settle_clients(&operations, acme, globex).await;
        settle_passwords(&operations).await;
        Self {
            clock,
            acme,
            globex,
            server: Some(server),
            settings,
            _folder: folder,
        }
    }

    fn server(&self) -> &RunningServer {
        self.server.as_ref().expect("the server runs")
    }

    /// The server's use cases, past HTTP.
    pub fn operations(&self) -> &Operations {
        self.server().operations()
    }

    /// Waits until what was handed to the database before is written: the use of a session is noted behind the answer.
    pub async fn written(&self) {
        self.operations().write(|_| Ok(())).await.unwrap();
    }

    /// The file of its database.
    pub fn database(&self) -> std::path::PathBuf {
        self.settings.database.clone()
    }

    /// Where the server listens.
    pub fn socket(&self) -> SocketAddr {
        self.server().address()
    }

    /// The server's address as settings have it.
    pub fn url(&self) -> String {
        format!("http://{}", self.socket())
    }

    /// Where `/tandem/v1` is.
    pub fn address(&self) -> String {
        format!("http://{}/tandem/v1", self.server().address())
    }

    /// A person with a session.
    pub async fn person(&self, user_name: &str) -> Person {
        let who = self.operations().somebody(Some(user_name.to_owned())).await.unwrap();
        let session = self.operations().begin_session(who).await.unwrap();
        Person::new(self.address(), Some(session.token))
    }

    /// Somebody who has not signed in.
    pub fn stranger(&self) -> Person {
        Person::new(self.address(), None)
    }

    /// The id of a person.
    pub async fn id(&self, user_name: &str) -> domain::Person {
        self.operations().somebody(Some(user_name.to_owned())).await.unwrap()
    }

    /// Stops the server and starts it again on the same port and database; people keep their sessions.
    pub async fn restart(&mut self) {
        self.stop().await;
        self.start().await;
    }

    /// The same with other settings.
    pub async fn restart_with(&mut self, change: impl FnOnce(&mut Settings)) {
        self.stop().await;
        change(&mut self.settings);
        self.start().await;
    }

    /// Stops the server.
    pub async fn stop(&mut self) {
        if let Some(server) = self.server.take() {
            self.settings.listen = server.address();
            server.stop().await;
        }
    }

    /// Starts the server again where it was.
    pub async fn start(&mut self) {
        self.server = Some(Server::start(self.settings.clone()).await.unwrap());
    }
}

/// Accepts the newest agreement for a client as the provider's administrator, which switches Taskfire on.
pub async fn accept_agreement(operations: &Operations, company: CompanyId) {
    let who = operations.somebody(None).await.unwrap();
    let actor = operations.read(move |connection| Ok(people::actor(connection, who, Agency::Human)?));
    let actor = actor.await.unwrap().expect("an administrator");
    let newest = operations.agreement(actor.clone(), "en".to_owned()).await.unwrap();
    let acceptance = Acceptance {
        version: newest.version,
        language: newest.language,
        terms_accepted: true,
        is_entitled: true,
    };
    let origin = LOCAL.to_owned();
    let act = Administration::AcceptAgreement(company, acceptance);
    administer(operations, Asker { actor, origin }, act).await;
}

/// Carries out an administrative act for whoever asks in this process.
pub async fn administer(operations: &Operations, asker: Asker, act: Administration) {
    let done = operations.write(move |writing| carry_out(writing, &asker, &act, None));
    done.await.unwrap();
}

/// Everybody has chosen their password themselves by now.
async fn settle_passwords(operations: &Operations) {
    let settled = operations.write(|writing| Ok(writing.execute("UPDATE login SET must_change = 0", [])?));
    settled.await.unwrap();
}

async fn settle_provider(operations: &Operations) {
    for (user_name, first_name, level) in PROVIDER {
        let new = NewResource {
            user_name: user_name.to_owned(),
            first_name: first_name.to_owned(),
            last_name: "Lund".to_owned(),
            email: format!("{user_name}@northwind.test"),
            level,
            password: password(user_name),
        };
        operations.create_resource(new).await.unwrap();
    }
}

async fn settle_clients(operations: &Operations, acme: CompanyId, globex: CompanyId) {
    let contacts = ACME.map(|contact| (acme, contact));
    for (company, (user_name, first_name, level)) in contacts.into_iter().chain(GLOBEX.map(|contact| (globex, contact)))
    {
        let new = NewContact {
            company,
            first_name: first_name.to_owned(),
            last_name: "Sosa".to_owned(),
            email: format!("{user_name}@client.test"),
            phone: None,
            portal: Some(NewPortalUser {
                user_name: user_name.to_owned(),
                level,
                password: password(user_name),
            }),
        };
        operations.create_contact(new).await.unwrap();
    }
}

/// Hashing takes its time: only those have a password with which tests sign in.
fn password(user_name: &str) -> Option<Secret> {
    matches!(user_name, "ada" | "ana").then(|| Secret::new(PASSWORD))
}
