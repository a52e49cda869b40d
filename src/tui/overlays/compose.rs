//! A reply or an internal note while one writes it: below the ticket, so that one can go on reading. What is typed is
//! kept as a draft with every key; each of the two has its own.

use super::{Answer, Next, Overlay, Purpose};
use crate::base::cells;
use crate::domain::Side;
use crate::domain::note::Audience;
use crate::records::drafts::DraftKind;
use crate::tui::app::App;
use crate::tui::app::moving::Step;
use crate::tui::effect::{Draft, DraftPlace, Effect, Generation, Load};
use crate::tui::intent::Intent;
use crate::tui::keymap::Key;
use crate::tui::panes::ticket::{self, action::Tickets, proposing};
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
    /// Whether the readers are not those that were asked for last: then sending asks once more.
    is_in_doubt: bool,
    intent: Intent,
    draft_load: Option<Generation>,
    other: Other,
    /// How many entries the conversation had when one began.
    began_at: usize,
}

/// What is half-written here for the other readers.
#[derive(Clone, Debug)]
enum Other {
    /// It is being read.
    Awaited(Generation),
    /// This; empty where nothing is.
    Kept(String),
}

impl Compose {
    /// Opens it, with what was written here before.
    pub fn open(app: &mut App, intent: Intent, tickets: Tickets, audience: Audience) -> Vec<Effect> {
        let (others, read_others) = app.load(Load::Draft(place(&tickets, opposite(audience))));
        let (own, read_own) = app.load(Load::Draft(place(&tickets, audience)));
        let compose = Self {
            began_at: entries(app),
            tickets,
            audience,
            text: TextBox::default(),
            mistake: None,
            is_in_doubt: false,
            intent,
            draft_load: Some(own),
            other: Other::Awaited(others),
        };
        ticket::holding_end(app, |app| app.overlays.push(Overlay::Compose(Box::new(compose))));
        vec![read_others, read_own]
    }

    /// Where its draft is kept.
    #[must_use]
    pub fn place(&self) -> DraftPlace {
        place(&self.tickets, self.audience)
    }

    pub(super) fn asked(mut self: Box<Self>, app: &App, intent: Intent) -> Next {
        match intent {
            Intent::SendText if self.text.is_blank() => return Next::Stays(Overlay::Compose(self), Vec::new()),
            Intent::SendText if std::mem::take(&mut self.is_in_doubt) => {
                let readers = self.readers(app);
                let why = app.say("compose-in-doubt", &[("readers", readers.into())]);
                self.mistake = Some(why.into_owned());
                return Next::Stays(Overlay::Compose(self), Vec::new());
            }
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
                let effects = self.toggle_audience(app);
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

    /// The text goes to the other readers, its draft with it; without one, what is half-written for them comes. Where
    /// both are half-written neither takes the other's place.
    fn toggle_audience(&mut self, app: &App) -> Vec<Effect> {
        let others = match &mut self.other {
            Other::Kept(kept) if self.draft_load.is_none() => kept,
            _ => return self.doubt(app.text("compose-reading").into_owned()),
        };
        if self.text.is_blank() {
            self.text = TextBox::new(&std::mem::take(others));
            self.audience = opposite(self.audience);
            return Vec::new();
        }
        if !others.trim().is_empty() {
            let why = self.both_are_kept(app);
            return self.doubt(why);
        }
        let text = String::new();
        let former = Draft {
            place: self.place(),
            text,
        };
        self.audience = opposite(self.audience);
        let mut effects = vec![Effect::SaveDraft(former)];
        effects.extend(self.keep());
        effects
    }

    /// The readers stay who they are, and why.
    fn doubt(&mut self, why: String) -> Vec<Effect> {
        self.mistake = Some(why);
        self.is_in_doubt = true;
        Vec::new()
    }

    /// What is half-written for the other readers, and how one gets there.
    fn both_are_kept(&self, app: &App) -> String {
        let (word, open) = match opposite(self.audience) {
            Audience::Internal => ("internal", Intent::WriteNote),
            Audience::Public => ("public", Intent::ReplyToTicket),
        };
        let here = Overlay::Compose(Box::new(self.clone())).contexts();
        let words = [
            ("audience", word.into()),
            ("leave", app.way_to(Intent::KeepDraft, &here).into()),
            ("open", app.way_to(open, &app.work_contexts()).into()),
        ];
        app.say("compose-other-kept", &words).into_owned()
    }

    pub(super) fn typed(&mut self, key: Key) -> Vec<Effect> {
        self.mistake = None;
        self.is_in_doubt = false;
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

    /// Takes in what was written here before, while nothing else is; or what is half-written for the other readers.
    pub(super) fn take_draft(&mut self, generation: Generation, text: &str) -> bool {
        if matches!(self.other, Other::Awaited(load) if load == generation) {
            self.other = Other::Kept(text.to_owned());
            return true;
        }
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
        let width = screen.width.saturating_sub(2);
        let rows = u16::try_from(self.text.rows(width)).unwrap_or(u16::MAX);
        rows.clamp(LEAST, (screen.height / SHARE).max(LEAST)) + 1 + self.mistake_rows(width)
    }

    fn mistake_rows(&self, width: u16) -> u16 {
        let rows = |why: &String| cells::wrap_lines(why, usize::from(width)).count();
        u16::try_from(self.mistake.as_ref().map_or(0, rows)).unwrap_or(u16::MAX)
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
            let height = self.mistake_rows(inner.width).min(inner.height - 1);
            inner.height -= height;
            let below = Rect {
                y: inner.bottom(),
                height,
                ..inner
            };
            paint::paragraph(buffer, below, why, 0, theme.style(Role::Warning));
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

fn opposite(audience: Audience) -> Audience {
    match audience {
        Audience::Public => Audience::Internal,
        Audience::Internal => Audience::Public,
    }
}

/// Where the draft for these readers is kept.
fn place(tickets: &Tickets, audience: Audience) -> DraftPlace {
    let kind = match audience {
        Audience::Public => DraftKind::Reply,
        Audience::Internal => DraftKind::InternalNote,
    };
    proposing::draft(tickets, kind)
}

fn entries(app: &App) -> usize {
    app.ticket
        .as_ref()
        .and_then(|pane| pane.conversation.here())
        .map_or(0, Vec::len)
}
