//! A reply or an internal note while one writes it: below the ticket, so that one can go on reading. What is typed is
//! kept as a draft with every key.

use super::{Answer, Next, Overlay, Purpose};
use crate::domain::Side;
use crate::domain::note::Audience;
use crate::records::drafts::DraftKind;
use crate::tui::app::App;
use crate::tui::app::moving::Step;
use crate::tui::effect::{Draft, DraftPlace, Effect, Generation, Load};
use crate::tui::intent::Intent;
use crate::tui::keymap::Key;
use crate::tui::panes::ticket::{self, action::Tickets};
use crate::tui::theme::Role;
use crate::tui::widgets::edit::Edit;
use crate::tui::widgets::paint::{self, Piece};
use crate::tui::widgets::rule;
use crate::tui::widgets::text_box::{Pasted, TextBox};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Clear, Widget};

/// The most rows that the text takes, as a part of the screen: so many rows of it for one of the text.
const SHARE: u16 = 3;
/// The fewest rows of text.
const LEAST: u16 = 2;

/// A text for the conversation of one ticket, or of several.
#[derive(Clone, Debug)]
pub struct Compose {
    /// Whom it is for.
    pub tickets: Tickets,
    /// Who will read it.
    pub audience: Audience,
    /// What was written so far.
    pub text: TextBox,
    /// Why it was not sent.
    pub mistake: Option<String>,
    intent: Intent,
    draft_load: Option<Generation>,
    /// How many entries the conversation had when one began.
    began_at: usize,
}

impl Compose {
    /// Opens it, with what was written here before.
    pub fn open(app: &mut App, intent: Intent, tickets: Tickets, audience: Audience) -> Vec<Effect> {
        let mut compose = Self {
            began_at: entries(app),
            tickets,
            audience,
            text: TextBox::default(),
            mistake: None,
            intent,
            draft_load: None,
        };
        let (generation, effect) = app.load(Load::Draft(compose.place()));
        compose.draft_load = Some(generation);
        ticket::holding_end(app, |app| app.overlays.push(Overlay::Compose(Box::new(compose))));
        vec![effect]
    }

    /// Where its draft is kept.
    #[must_use]
    pub fn place(&self) -> DraftPlace {
        let kind = match self.audience {
            Audience::Public => DraftKind::Reply,
            Audience::Internal => DraftKind::InternalNote,
        };
        let ticket = match self.tickets.as_slice() {
            [view] => Some(view.line.id),
            _ => None,
        };
        DraftPlace {
            ticket,
            about: None,
            kind,
        }
    }

    pub(super) fn asked(mut self: Box<Self>, app: &App, intent: Intent) -> Next {
        match intent {
            Intent::SendText if self.text.is_blank() => return Next::Stays(Overlay::Compose(self), Vec::new()),
            Intent::SendText => {
                let purpose = Purpose::Ticket(self.intent, self.tickets.clone());
                return Next::Answers(purpose, Answer::Written(self.audience, self.text.text()));
            }
            Intent::KeepDraft | Intent::GoBack => return Next::Closes(Vec::new()),
            Intent::OpenEditor => {
                let text = self.text.text();
                return Next::Stays(Overlay::Compose(self), vec![Effect::OpenEditor(text)]);
            }
            Intent::ToggleAudience if !app.works_tickets() => {
                self.mistake = Some(app.text("compose-public-only").into_owned());
                return Next::Stays(Overlay::Compose(self), Vec::new());
            }
            Intent::ToggleAudience => {
                let effects = self.toggle_audience();
                return Next::Stays(Overlay::Compose(self), effects);
            }
            _ => {}
        }
        let Some(edit) = Edit::named(intent.name()) else {
            return self.moved(app, intent);
        };
        self.text.edit(edit);
        let effects = self.keep();
        Next::Stays(Overlay::Compose(self), effects)
    }

    /// One goes on reading page by page while one writes; line by line the cursor goes through the text.
    fn moved(mut self: Box<Self>, app: &App, intent: Intent) -> Next {
        let is_reading = app.ticket.is_some() && matches!(intent, Intent::PageUp | Intent::PageDown);
        match Step::of(intent, LEAST.into()) {
            Some(Step::Lines(lines)) if !is_reading => self.text.move_by(lines),
            _ => return Next::NotMine(Overlay::Compose(self)),
        }
        Next::Stays(Overlay::Compose(self), Vec::new())
    }

    /// The text goes to the other readers; its draft with it.
    fn toggle_audience(&mut self) -> Vec<Effect> {
        let former = Draft {
            place: self.place(),
            text: String::new(),
        };
        self.audience = match self.audience {
            Audience::Public => Audience::Internal,
            Audience::Internal => Audience::Public,
        };
        if self.text.is_blank() {
            return Vec::new();
        }
        let mut effects = vec![Effect::SaveDraft(former)];
        effects.extend(self.keep());
        effects
    }

    pub(super) fn typed(&mut self, key: Key) -> Vec<Effect> {
        self.mistake = None;
        let before = self.text.text();
        self.text.key(key);
        if self.text.text() == before {
            Vec::new()
        } else {
            self.keep()
        }
    }

    pub(super) fn pasted(&mut self, text: &str) -> (Vec<Effect>, Pasted) {
        let pasted = self.text.paste(text);
        (self.keep(), pasted)
    }

    /// The editor gave the text back.
    pub(super) fn edited(&mut self, text: &str) -> Vec<Effect> {
        self.text = TextBox::new(text.trim_end());
        self.keep()
    }

    /// Takes in what was written here before, while nothing else is.
    pub(super) fn take_draft(&mut self, generation: Generation, text: &str) -> bool {
        let is_mine = self.draft_load.take_if(|load| *load == generation).is_some();
        if is_mine && self.text.is_blank() {
            self.text = TextBox::new(text);
        }
        is_mine
    }

    fn keep(&self) -> Vec<Effect> {
        vec![Effect::SaveDraft(Draft {
            place: self.place(),
            text: self.text.text(),
        })]
    }

    /// The rows that it takes at the screen's bottom: its rule and its text.
    #[must_use]
    pub fn height(&self, screen: Rect) -> u16 {
        let rows = u16::try_from(self.text.rows(screen.width.saturating_sub(2))).unwrap_or(u16::MAX);
        rows.clamp(LEAST, (screen.height / SHARE).max(LEAST)) + 1 + u16::from(self.mistake.is_some())
    }

    /// Draws it above the bottom line, and gives back where the cursor stands.
    pub fn draw(&self, app: &App, body: Rect, buffer: &mut Buffer) -> Option<Position> {
        let theme = &app.settings.theme;
        let height = self.height(app.layout().screen).min(body.height);
        let area = Rect {
            y: body.bottom() - height,
            height,
            ..body
        };
        Clear.render(area, buffer);
        rule::titled(buffer, area, &self.heading(app, area.width), theme);
        let mut inner = Rect {
            x: area.x + 1,
            y: area.y + 1.min(area.height),
            width: area.width.saturating_sub(2),
            height: area.height.saturating_sub(1),
        };
        if let Some(why) = self.mistake.as_deref().filter(|_| inner.height > 1) {
            let y = inner.bottom() - 1;
            paint::text(buffer, inner.x, y, inner.width, why, theme.style(Role::Warning));
            inner.height -= 1;
        }
        self.text.draw(buffer, inner, theme)
    }

    /// `Reply to both sides ─ ctrl-x send · ctrl-g editor · ctrl-t internal instead · esc keep as draft`.
    fn heading(&self, app: &App, width: u16) -> Vec<Piece<'static>> {
        let contexts = Overlay::Compose(Box::new(self.clone())).contexts();
        let role = if self.audience == Audience::Public {
            Role::Heading
        } else {
            Role::Internal
        };
        let mut pieces = vec![Piece::new(self.readers(app), role)];
        let came = entries(app).saturating_sub(self.began_at);
        if came > 0 {
            let text = app.say("compose-arrived", &[("count", came.into())]);
            pieces.push(Piece::new(format!(" · {text}"), Role::New));
        }
        pieces.push(Piece::new(" ─ ", Role::Rule));
        let form = if width < 100 { ".short" } else { "" };
        let keys = self.keys().into_iter();
        let keys = keys.filter(|(intent, _)| *intent != Intent::ToggleAudience || app.works_tickets());
        let keys = keys.filter_map(|(intent, words)| {
            let key = app.settings.keymap.keys_for(intent.name(), &contexts)?;
            Some((key, words))
        });
        for (at, (key, words)) in keys.enumerate() {
            let between = if at > 0 { " · " } else { "" };
            let hint = [
                Piece::new(between, Role::Dim),
                Piece::new(key, Role::Key),
                Piece::new(format!(" {}", app.text(&format!("{words}{form}"))), Role::Dim),
            ];
            // Whole or not at all; the bottom line has them too.
            if paint::width(&pieces) + paint::width(&hint) + 4 <= usize::from(width) {
                pieces.extend(hint);
            }
        }
        pieces
    }

    /// What one can do with it, and in which words.
    fn keys(&self) -> [(Intent, &'static str); 4] {
        let toggle = match self.audience {
            Audience::Public => "compose-internal-instead",
            Audience::Internal => "compose-public-instead",
        };
        [
            (Intent::SendText, "compose-send"),
            (Intent::ToggleAudience, toggle),
            (Intent::KeepDraft, "compose-keep"),
            (Intent::OpenEditor, "compose-editor"),
        ]
    }

    /// Who will read it.
    fn readers(&self, app: &App) -> String {
        if let [view] = self.tickets.as_slice() {
            let company = view.line.company_name.as_str().into();
            return match (self.audience, view.line.shared, view.line.holder) {
                (Audience::Internal, ..) => app.text("compose-internal").into_owned(),
                (Audience::Public, true, _) => app.text("compose-both").into_owned(),
                (Audience::Public, false, Side::Autotask) => {
                    app.say("compose-contact", &[("company", company)]).into_owned()
                }
                (Audience::Public, false, Side::Taskfire) => {
                    app.say("compose-company", &[("company", company)]).into_owned()
                }
            };
        }
        let key = match self.audience {
            Audience::Internal => "compose-internal-several",
            Audience::Public => "compose-several",
        };
        app.say(key, &[("count", self.tickets.len().into())]).into_owned()
    }
}

fn entries(app: &App) -> usize {
    app.ticket
        .as_ref()
        .and_then(|pane| pane.conversation.here())
        .map_or(0, Vec::len)
}
