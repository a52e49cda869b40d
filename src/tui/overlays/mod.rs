//! What floats over the panes: it takes the keys until it is answered or left.

mod answer;
pub mod card;
pub mod compose;
pub mod confirm;
pub mod conflict;
pub mod draw;
pub mod field;
pub mod form;
pub mod guide;
pub mod help;
mod loading;
pub mod log;
pub mod mistakes;
pub mod palette;
pub mod pick;
pub mod quit;
pub mod sign_in;
pub mod status_list;
pub mod today;

pub use self::answer::{Answer, Choice, Next, Purpose};
pub use self::loading::loaded;

use self::loading::followed;
use super::app::{App, files};
use super::effect::Effect;
use super::intent::{Behaviour, Intent};
use super::keymap::{Context, Key};
use super::panes::demo;
use super::panes::outbox::{cover, discard};
use super::panes::ticket;
use super::panes::tickets::{choose_columns, mark, save_view, sort};
use super::widgets::text_box::Pasted;

/// Something that floats.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// The column of queues, where it has no room beside the list.
    Queues,
    /// Everything that can be asked for.
    Palette(palette::Palette),
    /// The keys that work here.
    Help(help::Help),
    /// What people of a client read first.
    Guide(guide::Guide),
    /// Everything that was said.
    Log(log::Log),
    /// What of the person's own files could not be used.
    Mistakes(mistakes::Mistakes),
    /// What the person worked today.
    Today(today::Today),
    /// A question.
    Confirm(confirm::Confirm),
    /// A list to pick from.
    Pick(pick::Pick),
    /// What is to become of a stopped change.
    Conflict(Box<conflict::Conflict>),
    /// A dialog with fields.
    Form(Box<form::Form>),
    /// Who one is.
    SignIn(Box<sign_in::SignIn>),
    /// The statuses of one's own side.
    Statuses(Box<status_list::StatusList>),
    /// Who a ticket is about.
    Card(Box<card::Card>),
    /// A text for a ticket's conversation.
    Compose(Box<compose::Compose>),
}

impl Overlay {
    /// The contexts that hold while it is on top, the innermost first.
    #[must_use]
    pub fn contexts(&self) -> Vec<Context> {
        match self {
            Self::Conflict(_) => vec![Context::Outbox, Context::Global, Context::Always],
            Self::Queues => vec![Context::Queues, Context::Moving, Context::Global, Context::Always],
            Self::Palette(_) => vec![Context::Palette, Context::Editing, Context::Always],
            Self::Help(_) | Self::Guide(_) | Self::Log(_) | Self::Mistakes(_) | Self::Today(_) => {
                vec![Context::Help, Context::Moving, Context::Global, Context::Always]
            }
            Self::Confirm(_) => vec![Context::Confirm, Context::Always],
            Self::Pick(_) => vec![Context::Pick, Context::Editing, Context::Always],
            Self::Form(form) => form.contexts(),
            Self::SignIn(_) => vec![Context::Form, Context::Editing, Context::Always],
            Self::Statuses(_) => status_list::CONTEXTS.to_vec(),
            Self::Card(_) => vec![Context::Ticket, Context::Moving, Context::Global, Context::Always],
            Self::Compose(_) => vec![Context::Text, Context::Editing, Context::Always],
        }
    }

    fn asked(self, app: &App, intent: Intent) -> Next {
        match self {
            Self::Queues => Next::NotMine(self),
            Self::Palette(palette) => palette.asked(intent),
            Self::Help(help) => help.asked(app, intent),
            Self::Guide(guide) => guide.asked(app, intent),
            Self::Log(log) => log.asked(app, intent),
            Self::Mistakes(mistakes) => mistakes.asked(app, intent),
            Self::Today(today) => today.asked(app, intent),
            Self::Confirm(confirm) => confirm.asked(intent),
            Self::Conflict(conflict) => conflict.asked(intent),
            Self::Pick(pick) => pick.asked(intent),
            Self::Form(form) => form.asked(intent),
            Self::SignIn(form) => form.asked(app, intent),
            Self::Statuses(statuses) => statuses.asked(intent),
            Self::Card(card) => card.asked(intent),
            Self::Compose(compose) => compose.asked(app, intent),
        }
    }
}

/// Lets the topmost overlay do what was asked for; none where that isn't its own.
pub fn asked(app: &mut App, intent: Intent) -> Option<Vec<Effect>> {
    if turned(app, intent) {
        return Some(Vec::new());
    }
    match app.overlays.last() {
        Some(Overlay::Compose(_)) => ticket::holding_end(app, |app| top_asked(app, intent)),
        Some(Overlay::Form(form)) => {
            let is_unanswered = form.is_unanswered();
            let asked = top_asked(app, intent).map(|effects| followed(app, effects));
            asked.map(|effects| left(app, is_unanswered, effects))
        }
        _ => top_asked(app, intent),
    }
}

/// Whoever left a dialog without knowing what became of what was sent from it is shown how things are.
fn left(app: &mut App, is_unanswered: bool, mut effects: Vec<Effect>) -> Vec<Effect> {
    if is_unanswered && !matches!(app.overlays.last(), Some(Overlay::Form(_))) {
        effects.extend(app.ask_page());
    }
    effects
}

fn top_asked(app: &mut App, intent: Intent) -> Option<Vec<Effect>> {
    let overlay = app.overlays.pop()?;
    let sent = matches!(intent, Intent::SendText | Intent::SubmitForm).then(|| overlay.clone());
    match overlay.asked(app, intent) {
        Next::Stays(overlay, effects) => {
            app.overlays.push(overlay);
            Some(effects)
        }
        Next::Closes(effects) => Some(effects),
        Next::Asks(intent) => Some(app.ask(intent)),
        Next::Answers(purpose, answer) => {
            let effects = answered(app, purpose, answer);
            if effects.iter().any(|effect| matches!(effect, Effect::Record(_))) {
                app.recording = sent;
            }
            Some(effects)
        }
        Next::NotMine(overlay) => {
            app.overlays.push(overlay);
            None
        }
    }
}

fn answered(app: &mut App, purpose: Purpose, answer: Answer) -> Vec<Effect> {
    match purpose {
        Purpose::Quit => vec![Effect::Quit],
        Purpose::MarkAll => mark::confirm_all(app),
        Purpose::Sort => sort::confirm(app, &answer),
        Purpose::Columns => choose_columns::confirm(app, &answer),
        Purpose::SaveView => save_view::confirm(app, answer),
        Purpose::ReplaceView(view) => save_view::replace(app, *view),
        Purpose::EndTwoFactor => sign_in::ask::turned_off(app, answer),
        Purpose::Become => demo::confirm(answer),
        Purpose::Discard(change, followers) => discard::confirm(app, change, followers),
        Purpose::Cover(line) => cover::confirm(app, &line, answer),
        Purpose::Record(asked) => app.record_asked(asked),
        Purpose::Create => ticket::create::confirm(app, answer),
        Purpose::Export(content) => files::confirm(app, content, answer),
        Purpose::Replace(export) => files::replace(app, export),
        Purpose::Page(confirm) => confirm(app, answer),
        Purpose::Ticket(intent, tickets) => match intent.behaviour() {
            Behaviour::Ticket(action) => action.confirm(app, tickets, answer),
            Behaviour::Console { .. } | Behaviour::Inner => Vec::new(),
        },
    }
}

/// A key that the topmost overlay takes as text.
pub fn typed(app: &mut App, key: Key) -> Vec<Effect> {
    match app.overlays.last() {
        Some(Overlay::Compose(_)) if app.ticket.is_some() => ticket::holding_end(app, |app| top_typed(app, key)),
        Some(Overlay::Form(_)) => {
            let effects = top_typed(app, key);
            followed(app, effects)
        }
        _ => top_typed(app, key),
    }
}

/// Whether this turns a page of the dialog on top, which tells more than is seen.
fn turned(app: &mut App, intent: Intent) -> bool {
    let seen = match (intent, app.overlays.last()) {
        (Intent::PageUp | Intent::PageDown, Some(Overlay::Form(form))) => {
            form::draw::seen(app, form, draw::room(&app.layout()))
        }
        _ => None,
    };
    if let (Some(Overlay::Form(form)), Some(seen)) = (app.overlays.last_mut(), seen) {
        form.turn(intent, seen);
    }
    seen.is_some()
}

fn top_typed(app: &mut App, key: Key) -> Vec<Effect> {
    let is_sign_in = |overlay: &mut Overlay| matches!(overlay, Overlay::SignIn(_));
    if let Some(Overlay::SignIn(mut form)) = app.overlays.pop_if(is_sign_in) {
        let effects = form.typed(app, key);
        app.overlays.push(Overlay::SignIn(form));
        return effects;
    }
    match app.overlays.last_mut() {
        Some(Overlay::Palette(palette)) => _ = palette.list.key(key),
        Some(Overlay::Pick(pick)) => _ = pick.list.key(key),
        Some(Overlay::Form(form)) => return form.typed(key),
        Some(Overlay::Compose(compose)) => return compose.typed(key),
        _ => {}
    }
    Vec::new()
}

/// A text that was pasted; none where no text box is open.
pub fn pasted(app: &mut App, text: &str) -> Option<Vec<Effect>> {
    match app.overlays.last_mut() {
        Some(Overlay::Palette(palette)) => palette.list.paste(text),
        Some(Overlay::Pick(pick)) => pick.list.paste(text),
        Some(Overlay::Form(form)) => {
            let effects = form.pasted(text);
            return Some(followed(app, effects));
        }
        Some(Overlay::SignIn(form)) => form.pasted(text),
        Some(Overlay::Compose(compose)) => {
            let (effects, pasted) = compose.pasted(text);
            if pasted == Pasted::Cut {
                let why = app.text("paste-cut").into_owned();
                app.warn(why);
            }
            return Some(effects);
        }
        _ => return None,
    }
    Some(Vec::new())
}

/// The editor gave a text back: it takes the place of what was written. None where no text box is open.
pub fn edited(app: &mut App, text: &str) -> Option<Vec<Effect>> {
    match app.overlays.last_mut() {
        Some(Overlay::Form(form)) => Some(form.edited(text)),
        Some(Overlay::Compose(compose)) => Some(compose.edited(text)),
        _ => None,
    }
}

/// How many lines a tall overlay (help, log) shows.
#[must_use]
pub fn tall(app: &App) -> usize {
    usize::from(app.size.1).saturating_sub(6).max(1)
}
