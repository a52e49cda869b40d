//! Pages: what fills the screen and shows what only the server knows. A page asks when it is opened, when it comes back
//! to the front, after an act, and on the key that redraws; it says as of when it is and what failed.
//!
//! A pane becomes a page by [`Pane`]; what is common to all pages is done here and nowhere else.

mod acts;
pub mod draw;
pub mod filter;
pub mod list;
pub mod places;

pub use acts::{Follow, UnderWay};

use super::App;
use super::moving::{Direction, Step};
use crate::base::Timestamp;
use crate::base::ids::CompanyId;
use crate::domain::permission::{Action, Permission, permission};
use crate::records::administration::{Administration, Answer, NotAdministered, Question};
use crate::tui::effect::{Effect, Generation, Load};
use crate::tui::intent::{Availability, Intent};
use crate::tui::keymap::Context;
use crate::tui::msg::Loaded;
use crate::tui::overlays::Overlay;
use crate::tui::widgets::line_input::LineInput;
use crate::tui::widgets::paint::Piece;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::any::Any;
use std::fmt::Debug;
use std::mem::discriminant;

/// What is done once an answer is in its pane.
pub type Then = fn(&mut App) -> Vec<Effect>;

/// What stands on a page.
pub trait Pane: Any + Debug {
    /// What it asks the server when it is opened and anew.
    fn questions(&self, app: &App) -> Vec<Question>;

    /// Takes in an answer, and gives back what is to be done then.
    fn answered(&mut self, answer: Answer) -> Option<Then>;

    /// What it asks besides once its cursor has moved: at the end of what it was given, what follows.
    fn asks_on(&mut self, _: &App) -> Option<Question> {
        None
    }

    /// What it is called, for the top line.
    fn title(&self, app: &App) -> Vec<Piece<'static>>;

    /// What stands at the right of the top line, before how fresh the page is.
    fn note(&self, _: &App, _: Rect) -> String {
        String::new()
    }

    /// The contexts whose keys it has of its own, the innermost first.
    fn contexts(&self) -> &'static [Context];

    /// What it offers in the bottom line, most used first.
    fn offered(&self) -> &'static [Intent];

    /// What going into what the cursor is on means.
    fn enter(&self) -> Option<Intent> {
        None
    }

    /// The client that it is about, or whose line is under the cursor: what may be asked for about that client.
    fn company(&self) -> Option<(CompanyId, String)> {
        None
    }

    /// Moves its cursor, or its text.
    fn moved(&mut self, app: &App, step: Step, room: Rect);

    /// How many lines a cursor key counts as a page.
    fn seen(&self, _: &App, room: Rect) -> usize {
        room.height.into()
    }

    /// Goes on to its next part, or to the one before.
    fn turned(&mut self, _: Direction) {}

    /// What was typed to choose among its lines; none where there is nothing to choose.
    fn filter(&mut self) -> Option<&mut String> {
        None
    }

    /// Whether what was typed chooses among lines that are here already, so that nothing is asked anew.
    fn filters_here(&self) -> bool {
        false
    }

    /// Makes it fit its room, after anything that happened to it.
    fn settle(&mut self, _: &App, _: Rect) {}

    /// An act that was asked for from here has ended.
    fn ended(&mut self, _: &Administration, _: &Result<(), NotAdministered>) -> Follow {
        Follow::AskAnew
    }

    /// Draws it; only once everything that it asked was answered.
    fn draw(&self, app: &App, room: Rect, buffer: &mut Buffer);
}

/// A page that is open.
#[derive(Debug)]
pub struct Page {
    /// Tells it from the others.
    number: Generation,
    pane: Box<dyn Pane>,
    /// The questions that are under way.
    asking: Vec<(Generation, Question)>,
    /// When it was answered last; none before the first time.
    pub as_of: Option<Timestamp>,
    /// Why it was not answered the last time.
    pub failed: Option<String>,
    /// What is typed to choose among its lines, while one types.
    pub filter_line: Option<LineInput>,
}

impl Page {
    /// What stands on it.
    #[must_use]
    pub fn pane(&self) -> &dyn Pane {
        &*self.pane
    }

    /// Whether an answer is still to come.
    #[must_use]
    pub fn is_asking(&self) -> bool {
        !self.asking.is_empty()
    }
}

impl App {
    /// The page in front.
    #[must_use]
    pub fn page(&self) -> Option<&Page> {
        self.pages.last()
    }

    /// The pane of the page in front, if it is one of this kind.
    #[must_use]
    pub fn pane<P: Pane>(&self) -> Option<&P> {
        let pane: &dyn Any = self.page()?.pane();
        pane.downcast_ref()
    }

    /// The same, to be changed.
    pub fn pane_mut<P: Pane>(&mut self) -> Option<&mut P> {
        let pane: &mut dyn Any = &mut *self.pages.last_mut()?.pane;
        pane.downcast_mut()
    }

    /// The client that the page in front is about.
    #[must_use]
    pub fn company_in_front(&self) -> Option<(CompanyId, String)> {
        self.page()?.pane().company()
    }

    /// Opens a page over whatever is in front, and asks what it shows.
    pub fn open_page(&mut self, pane: impl Pane) -> Vec<Effect> {
        self.overlays.retain(|overlay| !matches!(overlay, Overlay::Queues));
        let number = self.generation.advance();
        self.pages.push(Page {
            number,
            pane: Box::new(pane),
            asking: Vec::new(),
            as_of: None,
            failed: None,
            filter_line: None,
        });
        self.ask_page()
    }

    /// Opens a page in the place of all that are open.
    pub fn go_to_page(&mut self, pane: impl Pane) -> Vec<Effect> {
        self.pages.clear();
        self.open_page(pane)
    }

    /// Leaves the page in front; the one behind it asks anew.
    pub fn close_page(&mut self) -> Vec<Effect> {
        self.pages.pop();
        self.ask_page()
    }

    /// Asks anew what the page in front shows.
    pub fn ask_page(&mut self) -> Vec<Effect> {
        let questions = self.page().map(|page| page.pane().questions(self)).unwrap_or_default();
        questions
            .into_iter()
            .flat_map(|question| self.ask_server(question))
            .collect()
    }

    /// Asks something for the page in front; an answer to an older question of its kind is no longer waited for.
    pub fn ask_server(&mut self, question: Question) -> Vec<Effect> {
        let (generation, effect) = self.load(Load::Administration(question.clone()));
        let Some(page) = self.pages.last_mut() else {
            return Vec::new();
        };
        page.failed = None;
        page.asking
            .retain(|(_, older)| discriminant(older) != discriminant(&question));
        page.asking.push((generation, question));
        vec![effect]
    }

    /// Where the pane of the page in front is drawn.
    #[must_use]
    pub fn page_room(&self) -> Rect {
        draw::room(self)
    }

    /// Makes the pane in front fit its room.
    pub fn settle_page(&mut self) {
        self.with_pane(|pane, app, room| pane.settle(app, room));
    }

    /// Does something to the pane in front, which meanwhile stands beside the rest.
    fn with_pane(&mut self, work: impl FnOnce(&mut dyn Pane, &Self, Rect)) {
        let room = self.page_room();
        if let Some(mut page) = self.pages.pop() {
            work(&mut *page.pane, self, room);
            self.pages.push(page);
        }
    }
}

/// An answer has come; given back where no page asked for it.
///
/// # Errors
/// With what is not for a page.
pub fn loaded(app: &mut App, generation: Generation, loaded: Loaded) -> Result<Vec<Effect>, Loaded> {
    let answer = match loaded {
        Loaded::Administration(answer) => answer,
        Loaded::Kept(answer, as_of) => return Ok(kept(app, generation, *answer, as_of)),
        others => return Err(others),
    };
    let now = app.now;
    let Some(page) = taken(app, generation) else {
        return Err(Loaded::Administration(answer));
    };
    let then = page.pane.answered(*answer);
    if page.asking.is_empty() && page.failed.is_none() {
        page.as_of = Some(now);
    }
    let effects = then.map_or_else(Vec::new, |then| then(app));
    app.settle_page();
    Ok(effects)
}

/// What the server said last to a question of a page: it is shown until the answer comes, with its age, where nothing is
/// on the page yet.
fn kept(app: &mut App, generation: Generation, answer: Answer, as_of: Timestamp) -> Vec<Effect> {
    let asked = |page: &&mut Page| page.asking.iter().any(|(asked, _)| *asked == generation);
    let Some(page) = app.pages.iter_mut().find(asked).filter(|page| page.as_of.is_none()) else {
        return app.dropped();
    };
    // What follows an answer follows the server's own.
    page.pane.answered(answer);
    page.as_of = Some(as_of);
    app.settle_page();
    Vec::new()
}

/// A question was not answered; whether a page had asked it.
pub fn not_loaded(app: &mut App, generation: Generation, why: &str) -> bool {
    let Some(page) = taken(app, generation) else {
        return false;
    };
    page.failed = Some(why.to_owned());
    app.settle_page();
    true
}

/// The page that asked this; it waits for it no longer.
fn taken(app: &mut App, generation: Generation) -> Option<&mut Page> {
    app.pages.iter_mut().find_map(|page| {
        let at = page.asking.iter().position(|(asked, _)| *asked == generation)?;
        page.asking.swap_remove(at);
        Some(page)
    })
}

/// A cursor key for the pane in front.
pub fn moved(app: &mut App, intent: Intent) -> Vec<Effect> {
    let mut asked = None;
    app.with_pane(|pane, app, room| {
        if let Some(step) = Step::of(intent, pane.seen(app, room)) {
            pane.moved(app, step, room);
            pane.settle(app, room);
            asked = pane.asks_on(app);
        }
    });
    asked.map_or_else(Vec::new, |question| app.ask_server(question))
}

/// The pane in front goes on to its next part, or to the one before.
pub fn turned(app: &mut App, direction: Direction) -> Vec<Effect> {
    app.with_pane(|pane, app, room| {
        pane.turned(direction);
        pane.settle(app, room);
    });
    Vec::new()
}

/// Into what the cursor of the pane in front is on.
pub fn enter(app: &mut App) -> Vec<Effect> {
    match app.page().and_then(|page| page.pane().enter()) {
        Some(intent) => app.ask(intent),
        None => Vec::new(),
    }
}

/// One step back: what was typed to choose, then the page.
pub fn back(app: &mut App) -> Vec<Effect> {
    let typed = app.pages.last_mut().and_then(|page| page.pane.filter());
    match typed.filter(|typed| !typed.is_empty()) {
        Some(typed) => {
            typed.clear();
            filter::chosen(app)
        }
        None => app.close_page(),
    }
}

/// What stands on top of a page whose choice is not saved; nothing where it is.
#[must_use]
pub fn unsaved(app: &App, is_changed: bool) -> String {
    match is_changed {
        true => app.text("settings-unsaved").into_owned(),
        false => String::new(),
    }
}

/// Whether a page of this kind is in front; `why_not` is the sentence where it isn't.
#[must_use]
pub fn in_front<P: Pane + 'static>(app: &App, why_not: &str) -> Availability {
    match app.pane::<P>() {
        Some(_) => Availability::Available,
        None => Availability::Refused(app.text(why_not).into_owned()),
    }
}

/// Whether whoever is signed in may do this by the table of roles; the conditions are the server's.
#[must_use]
pub fn allowed(app: &App, action: Action) -> Availability {
    let level = app.viewer.as_ref().map(|viewer| viewer.actor.level);
    let key = match level {
        Some(level) if permission(level, action) != Permission::No => return Availability::Available,
        Some(_) => "reason-provider-admin",
        None => "reason-not-signed-in",
    };
    Availability::Refused(app.text(key).into_owned())
}
