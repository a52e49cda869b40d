//! A person at the console: presses keys, and gets what the runner would bring.

use super::desk;
use std::sync::OnceLock;
use tandem::base::Language;
use tandem::config::Terminal;
use tandem::records::administration::{Administration, Answer, NotAdministered, Question};
use tandem::records::windows::Freshness;
use tandem::sentences::Sentences;
use tandem::tui::app::{App, Settings};
use tandem::tui::effect::{Effect, Generation, Load};
use tandem::tui::intent::Intent;
use tandem::tui::keymap::{Key, Keymap};
use tandem::tui::macros::Macros;
use tandem::tui::msg::{Event, Loaded, Msg};
use tandem::tui::theme::Theme;
use tandem::tui::views::Views;
use tandem::tui::widgets::age::{Ages, Zone};

pub struct Console {
    pub app: App,
    /// What the console asked for and nobody did yet.
    pub effects: Vec<Effect>,
    /// Everything that it was told.
    pub told: Vec<Event>,
}

/// How the person wants it: what ships, in UTC.
pub fn settings() -> Settings {
    static SHIPPED: OnceLock<Settings> = OnceLock::new();
    let shipped = SHIPPED.get_or_init(|| Settings {
        theme: Theme::default(),
        keymap: Keymap::shipped(&Intent::names()).0,
        sentences: Sentences::new(Language::English),
        ages: Ages::Relative,
        zone: Zone::Fixed(0),
        bell: false,
        terminal: Terminal::default(),
        read_only: false,
        views: Views::default(),
        macros: Macros::default(),
    });
    shipped.clone()
}

impl Console {
    /// Just started, at this size.
    pub fn new(columns: u16, rows: u16) -> Self {
        Self {
            app: App::new(settings(), desk::now(), (columns, rows)),
            effects: Vec::new(),
            told: Vec::new(),
        }
    }

    /// Started and signed in as Maria, at this size; nothing is loaded yet.
    pub fn started(columns: u16, rows: u16) -> Self {
        let mut console = Self::new(columns, rows);
        console.tell(Event::Freshness(Freshness::Live));
        console.tell(Event::SignedIn(desk::maria()));
        console
    }

    /// With the desk of `desk.rs` in its list.
    pub fn at_work(columns: u16, rows: u16) -> Self {
        let mut console = Self::started(columns, rows);
        console.bring(&Loaded::Desk(desk::desk()));
        console.bring(&Loaded::List(desk::window(&desk::tickets())));
        console.bring(&Loaded::Ticket(desk::tickets().first().map(desk::view)));
        console.effects.clear();
        console
    }

    pub fn tell(&mut self, event: Event) {
        self.told.push(event.clone());
        let effects = self.app.update(Msg { at: desk::now(), event });
        self.effects.extend(effects);
    }

    /// Presses keys, with a space between them.
    pub fn press(&mut self, keys: &str) {
        for key in Key::sequence(keys).unwrap() {
            self.tell(Event::Key(key));
        }
    }

    /// Types letters.
    pub fn types(&mut self, text: &str) {
        for letter in text.chars() {
            let key = if letter == ' ' {
                "space".to_owned()
            } else {
                letter.to_string()
            };
            self.press(&key);
        }
    }

    /// Answers the newest load that this answers.
    pub fn bring(&mut self, loaded: &Loaded) {
        let generation = self.asked(|load| answers(loaded, load)).expect("nobody asked for this");
        self.tell(Event::Loaded(generation, loaded.clone()));
    }

    /// The server answers the newest question of this answer's kind.
    pub fn say(&mut self, answer: Answer) {
        self.bring(&Loaded::Administration(Box::new(answer)));
    }

    /// The newest question to the server fails.
    pub fn refuse(&mut self, why: &str) {
        let generation = self.asked(|load| matches!(load, Load::Administration(_)));
        self.tell(Event::NotLoaded(generation.expect("nothing was asked"), why.to_owned()));
    }

    /// The act that was asked for last.
    pub fn act(&self) -> Option<(Generation, Administration)> {
        self.effects.iter().rev().find_map(|effect| match effect {
            Effect::Administer(generation, act, _) => Some((*generation, act.clone())),
            _ => None,
        })
    }

    /// How many acts were asked for.
    pub fn acts(&self) -> usize {
        let acts = self.effects.iter();
        acts.filter(|effect| matches!(effect, Effect::Administer(..))).count()
    }

    /// The act that was asked for last has ended.
    pub fn end(&mut self, result: Result<(), NotAdministered>) {
        let (generation, _) = self.act().expect("no act was asked for");
        self.tell(Event::Administered(generation, result));
    }

    /// The generation of the newest load of this kind.
    pub fn asked(&self, wanted: impl Fn(&Load) -> bool) -> Option<Generation> {
        self.effects.iter().rev().find_map(|effect| match effect {
            Effect::Load(generation, load) if wanted(load) => Some(*generation),
            _ => None,
        })
    }

    /// The pause that was asked for last is over.
    pub fn rest(&mut self) {
        let rest = self.effects.iter().rev().find_map(|effect| match effect {
            Effect::Rest(generation, _) => Some(*generation),
            _ => None,
        });
        self.tell(Event::Rested(rest.expect("no pause was asked for")));
    }

    /// The title of the ticket under the cursor.
    pub fn under_cursor(&self) -> &str {
        self.app.tickets.current().map_or("", |line| &line.title)
    }

    /// What the message line says.
    pub fn message(&self) -> &str {
        self.app.messages.current.as_ref().map_or("", |saying| &saying.text)
    }
}

fn answers(loaded: &Loaded, load: &Load) -> bool {
    if let (Loaded::Administration(answer) | Loaded::Kept(answer, _), Load::Administration(question)) = (loaded, load) {
        return answers_question(answer, question);
    }
    matches!(
        (loaded, load),
        (Loaded::Desk(_), Load::Desk)
            | (Loaded::List(_) | Loaded::NotUnderstood(_), Load::List(_))
            | (Loaded::Ticket(_), Load::Ticket(_))
            | (Loaded::Tickets(_), Load::Tickets(_))
            | (Loaded::Conversation(_), Load::Conversation(_))
            | (Loaded::Time(_), Load::Time(_))
            | (Loaded::History(_), Load::History(_))
            | (Loaded::Related(_), Load::Related(_))
            | (Loaded::Draft(_), Load::Draft(_))
            | (Loaded::Choices(_), Load::Choices(_))
            | (Loaded::Candidates(_), Load::Candidates(..))
            | (Loaded::Outbox(_), Load::Outbox)
            | (Loaded::OwnDay(_), Load::OwnDay(_))
            | (Loaded::Counts(_), Load::Counts(_))
            | (Loaded::Selected(_), Load::Selected(_))
            | (Loaded::Completion(_), Load::Completion(..))
            | (Loaded::FirstPassword(_), Load::FirstPassword)
            | (Loaded::AccountManager(_), Load::AccountManager(_))
            | (Loaded::DemoPeople(_), Load::DemoPeople)
    )
}

fn answers_question(answer: &Answer, question: &Question) -> bool {
    matches!(
        (answer, question),
        (Answer::Companies(_), Question::Companies(_))
            | (Answer::Setup(_), Question::Setup(_))
            | (Answer::Agreement(_), Question::Agreement(_))
            | (Answer::Acknowledgements(_), Question::Acknowledgements(_))
            | (Answer::Disabling(_), Question::Disabling(_))
            | (Answer::People(_), Question::People(_))
            | (Answer::Levels(_), Question::Levels)
            | (Answer::Instance(_), Question::Instance)
            | (Answer::Portal(_), Question::Portal(_))
            | (Answer::Audit(_), Question::Audit(_))
            | (Answer::ContractSettings(_), Question::ContractSettings)
            | (Answer::Coverage(_), Question::Coverage(_))
            | (Answer::Naming(_), Question::Naming(_))
            | (Answer::BillingOverview(_), Question::BillingOverview)
            | (Answer::ClientBilling(_), Question::ClientBilling(_))
            | (Answer::Automation(_), Question::Automation(_))
            | (Answer::Closing(_), Question::Closing(_))
            | (Answer::Invoices(_), Question::Invoices(_))
            | (Answer::Invoice(_), Question::Invoice(_))
            | (Answer::BlockReport(_), Question::BlockReport(_))
            | (Answer::Contracts(_), Question::Contracts(_))
            | (Answer::Contract(_), Question::Contract(_))
            | (Answer::Catalogue(_), Question::Catalogue)
    )
}
