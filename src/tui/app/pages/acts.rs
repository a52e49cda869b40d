//! Administrative acts from a page or one of its dialogs: under way until they are answered, each only once at a time.

use super::super::App;
use super::Page;
use crate::base::ids::ChangeId;
use crate::records::administration::{Administration, NotAdministered};
use crate::tui::effect::{Effect, Generation};
use crate::tui::msg::{Saying, Weight};
use crate::tui::overlays::Overlay;
use crate::tui::overlays::form::Form;

/// An act that was asked for and is not answered.
#[derive(Clone, Debug)]
pub struct UnderWay {
    generation: Generation,
    act: Administration,
    /// What is said once it is done.
    done: String,
    /// What follows by itself once it is done.
    then: Vec<Effect>,
    /// The page that it was asked for from.
    page: Option<Generation>,
}

/// What a page does once an act has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follow {
    /// Nothing.
    Stay,
    /// It asks anew.
    AskAnew,
    /// It closes; the page behind it asks anew.
    Close,
}

impl UnderWay {
    /// Whether it was asked for from this page.
    #[must_use]
    pub fn is_of(&self, page: &Page) -> bool {
        self.page == Some(page.number)
    }

    /// What is being done.
    #[must_use]
    pub fn act(&self) -> &Administration {
        &self.act
    }
}

impl App {
    /// Has an act carried out, at once; `done` is said when it is. The same act is not asked for twice at a time.
    pub fn administer(&mut self, act: Administration, done: String) -> Vec<Effect> {
        let begun = self.begin(act, done, Vec::new(), None);
        begun.map_or_else(Vec::new, |(_, effect)| vec![effect])
    }

    /// The same from a dialog, which stays open until the act is answered and then says what was wrong, if anything.
    pub fn administer_form(&mut self, form: Box<Form>, act: Administration, done: String) -> Vec<Effect> {
        self.administer_form_then(form, act, done, Vec::new())
    }

    /// The same, where something follows by itself once it is done.
    pub fn administer_form_then(
        &mut self,
        mut form: Box<Form>,
        act: Administration,
        done: String,
        then: Vec<Effect>,
    ) -> Vec<Effect> {
        let key = form.key_of(&act);
        let begun = self.begin(act, done, then, key);
        let effects = match begun {
            Some((generation, effect)) => {
                form.waits = Some(generation);
                vec![effect]
            }
            None => Vec::new(),
        };
        self.overlays.push(Overlay::Form(form));
        effects
    }

    fn begin(
        &mut self,
        act: Administration,
        done: String,
        then: Vec<Effect>,
        key: Option<ChangeId>,
    ) -> Option<(Generation, Effect)> {
        if self.acts.iter().any(|under_way| under_way.act == act) {
            let why = self.text("act-under-way").into_owned();
            self.warn(why);
            return None;
        }
        let generation = self.generation.advance();
        let page = self.page().map(|page| page.number);
        self.acts.push(UnderWay {
            generation,
            act: act.clone(),
            done,
            then,
            page,
        });
        Some((generation, Effect::Administer(generation, act, key)))
    }

    /// An act has ended: the dialog closes or says why not, the page that asked does what follows.
    pub(in crate::tui::app) fn administered(
        &mut self,
        generation: Generation,
        result: &Result<(), NotAdministered>,
    ) -> Vec<Effect> {
        let Some(at) = self.acts.iter().position(|act| act.generation == generation) else {
            return self.dropped();
        };
        let under_way = self.acts.swap_remove(at);
        let mut effects = self.tell(&under_way, result);
        effects.extend(self.follow(&under_way, result));
        self.settle_page();
        effects
    }

    /// Says what came of an act, in its dialog where that is still open.
    fn tell(&mut self, under_way: &UnderWay, result: &Result<(), NotAdministered>) -> Vec<Effect> {
        let (generation, done) = (under_way.generation, &under_way.done);
        let at = self.overlays.iter().position(|overlay| match overlay {
            Overlay::Form(form) => form.waits == Some(generation),
            _ => false,
        });
        let Err(why) = result else {
            let text = done.clone();
            let weight = Weight::Done;
            self.messages.say(self.now, Saying { weight, text });
            let mut effects = under_way.then.clone();
            if let Some(Overlay::Form(form)) = at.map(|at| self.overlays.remove(at)) {
                effects.extend(form.forget().map(Effect::SaveDraft));
            }
            return effects;
        };
        let text = self.not_administered(why);
        let field = match why {
            NotAdministered::Refused { field, .. } => field.as_deref(),
            NotAdministered::NoLine(_) | NotAdministered::Unanswered { .. } => None,
        };
        match at.and_then(|at| self.overlays.get_mut(at)) {
            Some(Overlay::Form(form)) => {
                form.not_done(text, field);
                form.keep_key(&under_way.act, why);
            }
            _ => self.warn(text),
        }
        Vec::new()
    }

    fn follow(&mut self, under_way: &UnderWay, result: &Result<(), NotAdministered>) -> Vec<Effect> {
        let number = under_way.page;
        let Some(at) = self.pages.iter().position(|page| Some(page.number) == number) else {
            // Whoever asked is gone; what is in front may show what was changed.
            return if result.is_ok() { self.ask_page() } else { Vec::new() };
        };
        let is_front = at + 1 == self.pages.len();
        match self.pages[at].pane.ended(&under_way.act, result) {
            Follow::Stay => Vec::new(),
            // A page behind the one in front asks anew when it comes back.
            Follow::AskAnew => self.ask_page(),
            Follow::Close => {
                self.pages.remove(at);
                if is_front { self.ask_page() } else { Vec::new() }
            }
        }
    }

    /// The sentence that says why an act was not carried out.
    #[must_use]
    pub fn not_administered(&self, why: &NotAdministered) -> String {
        match why {
            NotAdministered::Refused { text, .. } => text.clone(),
            NotAdministered::NoLine(why) => self.say("act-no-line", &[("why", why.as_str().into())]).into_owned(),
            NotAdministered::Unanswered { why, .. } => {
                self.say("act-unanswered", &[("why", why.as_str().into())]).into_owned()
            }
        }
    }
}
