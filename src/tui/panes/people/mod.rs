//! A client's people: what each may do, since when their licence counts, how they sign in (CPX-02, CPX-03).

pub mod active;
pub mod create;
pub mod details;
pub mod draw;
pub mod edit;
pub mod level;
pub mod password;
pub mod two_factor;

use crate::base::fold::fold;
use crate::base::ids::{CompanyId, ContactId};
use crate::domain::SecurityLevel;
use crate::domain::permission::{Action, Permission, permission};
use crate::records::administration::people::{LevelLine, LevelPage, PeoplePage, PersonLine};
use crate::records::administration::setup::Setup;
use crate::records::administration::{Answer, Question};
use crate::tui::app::App;
use crate::tui::app::moving::Step;
use crate::tui::app::pages::list::{self, Listing};
use crate::tui::app::pages::{self, Then};
use crate::tui::effect::Effect;
use crate::tui::intent::{Availability, Intent};
use crate::tui::keymap::Context;
use crate::tui::theme::Role;
use crate::tui::widgets::paint::Piece;
use crate::tui::widgets::scroll::ListCursor;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The pane's state.
#[derive(Debug)]
pub struct Pane {
    /// The client.
    pub company: CompanyId,
    /// Its name.
    pub name: String,
    /// Its people, by name.
    pub people: PeoplePage,
    /// The levels that there are.
    pub levels: LevelPage,
    /// What the client has switched on and what a licence costs; only the provider is told.
    pub setup: Option<Box<Setup>>,
    /// The person under the cursor.
    pub cursor: ListCursor<ContactId>,
    search: String,
    /// What `shown` was chosen for.
    chosen_for: String,
    /// The people that `search` leaves, by their place among all.
    shown: Vec<usize>,
    /// What the open dialog is about.
    subject: Option<Subject>,
}

/// What the open dialog asks, as it was when it was opened: the page behind it may be answered afresh meanwhile.
#[derive(Clone, Debug, Default)]
struct Subject {
    /// Whom it is about; nobody for a new person.
    person: Option<ContactId>,
    /// The level that is being given.
    level: Option<i64>,
    /// Whether they are to be active.
    is_active: bool,
    /// The licence fee that it shows.
    seen_fee: Option<String>,
}

impl Pane {
    /// The people of this client.
    #[must_use]
    pub fn of(company: CompanyId, name: String) -> Self {
        Self {
            company,
            name,
            people: PeoplePage::default(),
            levels: LevelPage::default(),
            setup: None,
            cursor: ListCursor::default(),
            search: String::new(),
            chosen_for: String::new(),
            shown: Vec::new(),
            subject: None,
        }
    }

    /// How many people are shown.
    #[must_use]
    pub fn len(&self) -> usize {
        self.shown.len()
    }

    /// Whether nobody is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// The person in this row.
    #[must_use]
    pub fn at(&self, row: usize) -> Option<&PersonLine> {
        self.people.items.get(*self.shown.get(row)?)
    }

    /// The person under the cursor.
    #[must_use]
    pub fn current(&self) -> Option<&PersonLine> {
        self.at(self.cursor.row())
    }

    /// Whom the open dialog is about.
    #[must_use]
    pub fn subject(&self) -> Option<&PersonLine> {
        let id = self.subject.as_ref()?.person;
        self.people.items.iter().find(|person| Some(person.id) == id)
    }

    /// The level that is being given in the open dialog.
    #[must_use]
    pub fn given(&self) -> Option<&LevelLine> {
        self.level(self.subject.as_ref()?.level?)
    }

    /// The licence fee that the open dialog shows, to be confirmed with what is asked.
    #[must_use]
    pub fn seen_fee(&self) -> Option<String> {
        self.subject.as_ref()?.seen_fee.clone()
    }

    /// The level of this number.
    #[must_use]
    pub fn level(&self, id: i64) -> Option<&LevelLine> {
        self.levels.items.iter().find(|level| level.id == id)
    }

    /// Keeps those whose name, address or user name has what was typed.
    fn choose(&mut self) {
        let typed = fold(&self.search);
        let fits = |person: &PersonLine| {
            let fields = &person.fields;
            let text = format!(
                "{} {} {} {}",
                fields.first_name, fields.last_name, fields.email, person.user_name
            );
            typed.split_whitespace().all(|word| fold(&text).contains(word))
        };
        let people = self.people.items.iter().enumerate();
        self.shown = people.filter(|(_, person)| fits(person)).map(|(at, _)| at).collect();
        self.chosen_for.clone_from(&self.search);
    }
}

impl Listing for Pane {
    type Id = ContactId;

    fn ids(&self) -> Vec<ContactId> {
        let of = |at: &usize| self.people.items.get(*at).map(|person| person.id);
        self.shown.iter().filter_map(of).collect()
    }

    fn rows(&self, app: &App, room: Rect) -> usize {
        draw::rows(self, app, room)
    }

    fn cursor(&mut self) -> &mut ListCursor<ContactId> {
        &mut self.cursor
    }
}

impl pages::Pane for Pane {
    fn questions(&self, app: &App) -> Vec<Question> {
        let mut questions = vec![Question::People(self.company), Question::Levels];
        if level_of(app) == Some(SecurityLevel::ProviderAdmin) {
            questions.push(Question::Setup(self.company));
        }
        questions
    }

    fn answered(&mut self, answer: Answer) -> Option<Then> {
        match answer {
            Answer::People(people) => {
                self.people = people;
                self.choose();
            }
            Answer::Levels(levels) => self.levels = levels,
            Answer::Setup(setup) => {
                self.name.clone_from(&setup.company_name);
                self.setup = Some(setup);
            }
            _ => {}
        }
        None
    }

    fn title(&self, app: &App) -> Vec<Piece<'static>> {
        let arguments = [("company", self.name.as_str().into())];
        let mut title = app.say("people-title", &arguments).into_owned();
        // Before the answer nobody knows how many.
        if app.page().is_some_and(|page| page.as_of.is_some()) {
            title = format!("{title} · {}", self.people.items.len());
        }
        let mut pieces = vec![Piece::new(title, Role::Heading)];
        if !self.search.is_empty() {
            pieces.push(Piece::new(" · ", Role::Dim));
            pieces.push(Piece::new(self.search.clone(), Role::Match));
        }
        pieces
    }

    fn contexts(&self) -> &'static [Context] {
        &[Context::People, Context::Page]
    }

    fn offered(&self) -> &'static [Intent] {
        &[
            Intent::ChangeLevel,
            Intent::CreateContact,
            Intent::EditContact,
            Intent::SwitchContact,
            Intent::ResetPassword,
            Intent::ResetTwoFactor,
            Intent::OpenLevels,
            Intent::FilterPage,
            Intent::GoPortal,
            Intent::GoBack,
        ]
    }

    fn enter(&self) -> Option<Intent> {
        Some(Intent::EditContact)
    }

    fn company(&self) -> Option<(CompanyId, String)> {
        Some((self.company, self.name.clone()))
    }

    fn moved(&mut self, app: &App, step: Step, room: Rect) {
        list::moved(self, app, step, room);
    }

    fn seen(&self, app: &App, room: Rect) -> usize {
        self.rows(app, room)
    }

    fn filter(&mut self) -> Option<&mut String> {
        Some(&mut self.search)
    }

    fn settle(&mut self, app: &App, room: Rect) {
        // The folded names of many people are looked through only where others are to be shown.
        if self.chosen_for != self.search {
            self.choose();
        }
        list::settle(self, app, room);
    }

    fn draw(&self, app: &App, room: Rect, buffer: &mut Buffer) {
        draw::draw(self, app, room, buffer);
    }
}

fn level_of(app: &App) -> Option<SecurityLevel> {
    app.viewer.as_ref().map(|viewer| viewer.actor.level)
}

/// Whether whoever is signed in may manage people: the provider's administrators, and a client's own managers.
#[must_use]
pub fn go_availability(app: &App, _: Intent) -> Availability {
    let key = match level_of(app) {
        Some(level) if permission(level, Action::ManagePortalUsers) != Permission::No => {
            return Availability::Available;
        }
        Some(level) if level.side() == crate::domain::Side::Taskfire => "reason-portal-manager",
        Some(_) => "reason-provider-admin",
        None => "reason-not-signed-in",
    };
    Availability::Refused(app.text(key).into_owned())
}

/// Opens the people of the client that the page in front is about, else those of one's own company.
pub fn go(app: &mut App, _: Intent) -> Vec<Effect> {
    match app.company_in_front() {
        Some((company, name)) => app.open_page(Pane::of(company, name)),
        None => own(app),
    }
}

fn own(app: &mut App) -> Vec<Effect> {
    let Some(viewer) = &app.viewer else { return Vec::new() };
    let pane = Pane::of(viewer.actor.company, viewer.company_name.clone());
    app.go_to_page(pane)
}

/// Whether the list of people is in front.
#[must_use]
pub fn availability(app: &App, _: Intent) -> Availability {
    pages::in_front::<Pane>(app, "reason-not-at-people")
}

/// Whether somebody is under its cursor.
#[must_use]
pub fn person_availability(app: &App, intent: Intent) -> Availability {
    match app.pane::<Pane>().map(Pane::current) {
        Some(None) => Availability::Refused(app.text("reason-nobody-here").into_owned()),
        _ => availability(app, intent),
    }
}

/// Whether the person under the cursor signs in.
#[must_use]
pub fn login_availability(app: &App, intent: Intent) -> Availability {
    match app.pane::<Pane>().and_then(Pane::current) {
        Some(person) if person.user_name.is_empty() => Availability::Refused(app.text("reason-no-login").into_owned()),
        _ => person_availability(app, intent),
    }
}

/// A person's name, for titles and questions.
#[must_use]
pub fn name(person: &PersonLine) -> String {
    let fields = &person.fields;
    let name = format!("{} {}", fields.first_name, fields.last_name);
    crate::base::cells::sanitise(name.trim()).into_owned()
}

/// The dialog that opens is about the person under the cursor.
fn take_subject(app: &mut App) -> Option<PersonLine> {
    let pane = app.pane_mut::<Pane>()?;
    let person = pane.current()?.clone();
    pane.subject = Some(Subject {
        person: Some(person.id),
        ..Subject::default()
    });
    Some(person)
}

/// What a level is called.
#[must_use]
pub fn level_name(app: &App, level: &LevelLine) -> String {
    if level.is_system {
        return system_name(app, level.security_level);
    }
    level.name.clone()
}

/// What a system level is called.
#[must_use]
pub fn system_name(app: &App, level: SecurityLevel) -> String {
    app.text(&format!("level-{}", level.word().replace('_', "-")))
        .into_owned()
}

/// What somebody's level is called; a dash for those without a login.
#[must_use]
pub fn own_level(app: &App, person: &PersonLine) -> String {
    match person.security_level {
        None => "–".to_owned(),
        Some(_) if !person.level_name.is_empty() => person.level_name.clone(),
        Some(level) => system_name(app, level),
    }
}
